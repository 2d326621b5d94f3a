"""The report on drafts: what was found of their statements, with what people decided, judged by a policy."""

from collections.abc import Iterable, Sequence

from factcheck.config import GatePolicy
from factcheck.gate.facts import DraftFacts, StatementFacts
from factcheck.gate.policies import outcome, report
from factcheck.gate.signing import Approvals, Decided, Signed, signed
from factcheck.records import gate as records
from factcheck.records.gate import GateReport

BY_DECISION = frozenset({"opinion", "set-aside"})
"""Decisions by which a statement is set aside."""

SETTLED = BY_DECISION | {"checked"}
"""Decisions after which nothing is left to do."""

NOTHING = ("nothing-to-check", "It holds no figure, date, quotation, ranking, title or saying of somebody.")
"""The rule for sentences that only a policy which asks for a decision on every statement looks at."""

Ruling = tuple[Decided, Signed]
"""What people decided on a statement, and on what it rests."""


Ruled = tuple[DraftFacts, Sequence[Ruling]]
"""A draft, and of each of its statements what was decided."""


def rulings(found: DraftFacts, decided: Iterable[Decided], approvals: Approvals) -> Ruled:
    """A draft with what was decided on its statements and on what they rest on."""
    pairs = zip(found.statements, decided, strict=True)
    return found, [(own, signed(one.borne, own, approvals)) for one, own in pairs]


def ruled(drafts: Iterable[Ruled], name: str, policy: GatePolicy, whole: bool = True) -> GateReport:
    """The report on the facts of drafts, with what was decided on each of their statements, under a policy.

    `whole` is false where only parts of them were judged.
    """
    statements: list[records.Statement] = []
    aside: list[records.SetAside] = []
    unbound: list[records.Unbound] = []
    for draft, rulings in drafts:
        aside += draft.set_aside
        for facts, (decided, sign_off) in zip(draft.statements, rulings, strict=True):
            counts = _counts(facts, decided, policy)
            if counts:
                statements.append(_statement(facts, decided, sign_off, policy))
            else:
                aside.append(_aside(facts, decided))
            told = counts or (facts.denies and decided.state not in BY_DECISION)
            if told and decided.state != "checked":
                unbound += facts.unbound
        unbound += draft.unread
    unread = any(one.kind == "not-read" for one in unbound)
    return report(name, statements, sorted(aside, key=_place), sorted(unbound, key=_place), whole and not unread)


def _place(entry: records.Place) -> tuple[str, int, int]:
    return entry.file, entry.line, entry.column


def _support(facts: StatementFacts, decided: Decided) -> tuple[records.Support, str]:
    """Its support, and why; that of a person who checked it before that of the sources."""
    return ("supported", decided.says) if decided.state == "checked" else (facts.support, facts.support_why)


def _is_prose(facts: StatementFacts, decided: Decided) -> bool:
    """Whether it holds nothing to check."""
    return not facts.things and _support(facts, decided)[0] in ("supported", "not-checked")


def _counts(facts: StatementFacts, decided: Decided, policy: GatePolicy) -> bool:
    """Whether a statement is one under a policy: it holds something to check, or is asked for all the same."""
    if decided.state in BY_DECISION:
        return False
    told = facts.cites or (facts.denies and _support(facts, decided)[0] == "supported")
    wrong = facts.citation in ("unknown", "wrong")
    return policy.every_statement or not _is_prose(facts, decided) or told or wrong


def _statement(facts: StatementFacts, decided: Decided, sign_off: Signed, policy: GatePolicy) -> records.Statement:
    support, why = _support(facts, decided)
    rests = facts.rests if support == "supported" and not why else ""
    parts = (why, rests, facts.citation_why, sign_off.why, facts.proposal)
    signed = None if _is_prose(facts, decided) else sign_off.answer
    return records.Statement(
        **dict(facts.place),
        support=support,
        citation=facts.citation,
        sign_off=sign_off.answer,
        outcome=outcome(policy, support, facts.citation, signed, decided.state == "checked"),
        why=" ".join(dict.fromkeys(part for part in parts if part)),
        evidence=facts.evidence,
    )


def _aside(facts: StatementFacts, decided: Decided) -> records.SetAside:
    rule, why = (decided.state, decided.says) if decided.state in BY_DECISION else NOTHING
    return records.SetAside(**dict(facts.place), rule=rule, why=why)
