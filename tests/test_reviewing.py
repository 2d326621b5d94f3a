"""What a decision is bound to, and what follows from the log for claims and findings."""

from typing import Any

import pytest

from factcheck.records.claim import Claim, Roles
from factcheck.records.finding import Evidence, Finding, State
from factcheck.records.passage import Anchor
from factcheck.records.quantity import Quantity
from factcheck.records.review import Decision
from factcheck.reviewing.claims import claim_standing
from factcheck.reviewing.differences import in_words
from factcheck.reviewing.findings import finding_standing
from factcheck.reviewing.history import History, Ledger
from factcheck.reviewing.joining import Joining
from factcheck.reviewing.seen import seen_of, shown_of, shown_of_finding
from factcheck.store.log import chained


def claim(**changes: object) -> Claim:
    base = Claim(
        id="audit-1",
        statement="The county bought four buses.",
        kind="count",
        measure="buses bought",
        quantity=Quantity(low=4, high=4, unit="buses", as_written="four"),
        anchors=(Anchor(source="audit", exact="bought four buses", start=11, end=28),),
        found_by="quantity/1",
        provisional=True,
    )
    return base.but(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "audit-2"},
        {"found_by": "quantity/2", "provisional": False},
        {"anchors": (Anchor(source="audit", exact="bought  four\nbuses", start=3, end=9, page="2", section="A"),)},
        {"anchors": (Anchor(source="audit", exact="bought four buses", prefix="has ", note="4"),)},
        {"tags": ("money",), "note": "called them"},
        {"names": ("county",)},
        {"edited_by": ("M. Ng",)},
    ],
)
def test_what_was_seen_stands_when_only_place_finder_or_remarks_change(changes: dict[str, object]) -> None:
    assert seen_of(claim(**changes)) == seen_of(claim())


@pytest.mark.parametrize(
    "changes",
    [
        {"statement": "The county bought five buses."},
        {"quantity": Quantity(low=5, high=5, unit="buses", as_written="four")},
        {"quantity": None},
        {"anchors": (Anchor(source="audit", exact="bought five buses"),)},
        {"anchors": (Anchor(source="other", exact="bought four buses"),)},
        {"roles": Roles(agent=("the town",))},
        {"polarity": False},
        {"as_of": "2024-01-01"},
    ],
)
def test_what_was_seen_changes_with_words_and_values(changes: dict[str, object]) -> None:
    assert seen_of(claim(**changes)) != seen_of(claim())


def test_a_reviewer_is_shown_the_statement_the_passages_and_the_values() -> None:
    assert shown_of(claim()) == ("The county bought four buses.", "bought four buses", "values\tbuses bought; 4 buses")


def decision(question: str, answer: str, **changes: object) -> Decision:
    said = {"subject_kind": "claim", "subject": "audit-1", "question": question, "answer": answer}
    base = {"by": "M. Ng", "at": "2024-05-01T09:00:00+00:00", "seen": seen_of(claim()), "shown": shown_of(claim())}
    return Decision.model_validate({**said, **base, "digest": "0" * 64, **changes})


def in_a_row(*drafts: Decision) -> History:
    """The decisions as the log would hold them, each following the one before."""
    lines: list[Decision] = []
    for draft in drafts:
        lines.append(chained(draft, lines[-1].digest if lines else None))
    return History(tuple(lines))


def status(claim: Claim, *drafts: Decision) -> str:
    return claim_standing(claim, in_a_row(*drafts)).status


BOTH = (decision("reads-right", "yes"), decision("rely", "yes"))


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ((), "proposed"),
        (BOTH, "approved"),
        (BOTH[:1], "proposed"),
        (BOTH[1:], "proposed"),
        ((*BOTH, decision("rely", "no")), "rejected"),
        ((decision("reads-right", "no"),), "rejected"),
        ((decision("reads-right", "no"), *BOTH), "approved"),
        ((decision("reads-right", "needs-work"), decision("rely", "yes")), "needs-work"),
        ((*BOTH, decision("rely", "withdrawn")), "withdrawn"),
        ((BOTH[0], decision("rely", "yes", seen="f" * 64)), "stale"),
        ((decision("reads-right", "no", seen="f" * 64),), "stale"),
        ((*BOTH, decision("assign", "assigned", to="J. Roe")), "approved"),
        ((*BOTH, decision("note", "noted", why="called them")), "approved"),
        ((*BOTH, decision("rely", "reopened")), "proposed"),
        ((decision("reads-right", "no"), decision("rely", "reopened")), "proposed"),
        ((*BOTH, decision("rely", "reopened"), *BOTH), "approved"),
        ((*BOTH, decision("rely", "reopened"), BOTH[1]), "proposed"),
    ],
)
def test_a_claims_status_follows_from_its_decisions(decisions: tuple[Decision, ...], expected: str) -> None:
    assert status(claim(), *decisions) == expected


def test_an_edited_claim_is_stale_until_it_is_decided_on_again_and_what_changed_is_told_in_words() -> None:
    edited = claim(statement="The county bought five buses.", quantity=Quantity(low=5, high=5, as_written="five"))
    standing = claim_standing(edited, in_a_row(*BOTH))
    assert standing.status == "stale"
    assert standing.says == "approved by M. Ng, 2024-05-01; it was changed since"
    assert [in_words(change) for change in standing.changes] == [
        "statement: The county bought [four → five] buses.",
        "values: buses bought; [4 buses → 5]",
    ]
    again = tuple(one.but(seen=seen_of(edited), shown=shown_of(edited)) for one in BOTH)
    assert status(edited, *BOTH, *again) == "approved"


def test_a_claim_whose_passage_is_gone_from_its_source_is_stale_if_it_was_approved() -> None:
    assert claim_standing(claim(), in_a_row(*BOTH), lost=True).status == "stale"
    assert claim_standing(claim(), in_a_row(decision("reads-right", "no")), lost=True).status == "rejected"
    assert claim_standing(claim(), History(), lost=True).status == "proposed"


def test_a_decision_taken_back_counts_no_more() -> None:
    history = in_a_row(decision("rely", "yes"), decision("rely", "no"))
    back = chained(decision("rely", "no", undoes=history.lines[1].digest), history.lines[1].digest)
    ledger = Ledger([*history.lines, back])
    assert ledger.history("claim", "audit-1").standing == history.lines[:1]
    assert ledger.history("claim", "audit-2").standing == ()


def evidence(source: str, side: str | None, value: str, exact: str) -> Evidence:
    return Evidence(source=source, start=0, end=len(exact), exact=exact, side=side, value=value)


def finding(*items: Evidence, seen: str = "a" * 64) -> Finding:
    return Finding(
        id="check:1", check="check", kind="count", verdict="conflict", message="They differ.", evidence=items, seen=seen
    )


ONE, TWO = evidence("audit", "a", "4", "bought four buses"), evidence("paper", "b", "5", "five buses were bought")


def settled(answer: str = "accepted", **changes: object) -> Decision:
    subject = {"subject_kind": "finding", "subject": "check:1", "seen": "a" * 64}
    return decision("settle", answer, **{**subject, "shown": shown_of_finding(finding(ONE, TWO)), **changes})


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (finding(ONE, TWO), "settled"),
        (finding(TWO.but(side="a"), ONE.but(side="b"), seen="b" * 64), "settled"),
        (finding(ONE, TWO, evidence("radio", "a", "4", "four of them"), seen="b" * 64), "settled"),
        (finding(ONE, TWO, evidence("radio", None, "9", "nine trams"), seen="b" * 64), "settled"),
        (finding(ONE, TWO, evidence("radio", "c", "6", "six buses"), seen="b" * 64), "stale"),
        (finding(ONE, TWO.but(exact="six buses were bought", value="6"), seen="b" * 64), "stale"),
        (finding(ONE, TWO.but(exact="some five buses were bought"), seen="b" * 64), "stale"),
        (finding(ONE, seen="b" * 64), "stale"),
        (finding(ONE, TWO, evidence("radio", "b", "5", "5 new buses"), seen="b" * 64), "settled"),
        (finding(ONE, TWO, evidence("radio", "b", "five", "five new buses"), seen="b" * 64), "settled"),
        (finding(ONE, TWO, evidence("radio", "b", "6", "six new buses"), seen="b" * 64), "stale"),
        (
            finding(ONE.but(exact="Last year it did more: bought four buses, and sold two."), TWO, seen="b" * 64),
            "settled",
        ),
        (finding(ONE.but(value="four buses"), TWO.but(value="5 buses"), seen="b" * 64), "settled"),
        (finding(ONE, TWO.but(value="6"), seen="b" * 64), "stale"),
        (finding(ONE.but(exact="“Bought four buses”"), TWO, seen="b" * 64), "settled"),
    ],
)
def test_a_settled_finding_stays_so_until_a_word_or_a_value_is_new(now: Finding, expected: State) -> None:
    assert finding_standing(now, in_a_row(settled())).state == expected


def test_what_changed_on_a_stale_finding_is_told_in_words() -> None:
    now = finding(
        ONE, TWO.but(exact="six buses were bought", value="6"), evidence("radio", "c", "9", "nine"), seen="b" * 64
    )
    standing = finding_standing(now, in_a_row(settled()))
    assert [in_words(change) for change in standing.changes] == [
        "side: [5 → 6]: “[five → six] buses were bought”",
        "side, new: 9: “nine”",
    ]


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([], ("open", None)),
        ([settled(why="we use the audit's")], ("settled", "accepted by M. Ng, 2024-05-01: we use the audit's")),
        ([settled("fix-in-draft")], ("settled", "fix in draft by M. Ng, 2024-05-01")),
        ([settled("ask-source")], ("open", "ask source by M. Ng, 2024-05-01")),
        ([settled(), settled("reopened")], ("open", None)),
        ([settled("reopened"), settled("not-a-conflict")], ("settled", "not a conflict by M. Ng, 2024-05-01")),
    ],
)
def test_a_findings_state_says_what_was_decided(decisions: list[Decision], expected: tuple[State, str | None]) -> None:
    standing = finding_standing(finding(ONE, TWO), in_a_row(*decisions))
    assert (standing.state, standing.says) == expected


def report(*findings: Finding) -> dict[str, Any]:
    return {"findings": [{**one.model_dump(mode="json"), "severity": "error"} for one in findings]}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (finding(ONE, TWO).but(id="check:2"), "settled"),
        (finding(ONE, TWO, seen="b" * 64).but(id="check:2"), "settled"),
        (finding(ONE, TWO.but(value="6"), seen="b" * 64).but(id="check:2"), "open"),
        (finding(ONE, TWO).but(id="other:2", check="other"), "open"),
    ],
)
def test_a_finding_whose_id_changed_with_its_check_keeps_what_was_decided_on_the_same_words(
    now: Finding, expected: str
) -> None:
    joined = Joining(report(now)).joined(Ledger(in_a_row(settled()).lines))
    assert [one["status"] for one in joined["findings"]] == [expected]


def test_a_decision_is_inherited_only_where_its_own_finding_is_gone() -> None:
    twin = finding(ONE, TWO).but(id="check:2")
    joined = Joining(report(finding(ONE, TWO), twin)).joined(Ledger(in_a_row(settled()).lines))
    assert [one["status"] for one in joined["findings"]] == ["settled", "open"]


def test_decisions_follow_their_words_where_findings_of_one_fact_were_numbered_anew() -> None:
    other = finding(
        evidence("audit", "a", "7", "seven trams"), evidence("paper", "b", "8", "eight trams"), seen="c" * 64
    )
    before = other.but(id="check:1"), finding(ONE, TWO).but(id="check:1-2")
    joined = Joining(report(*before)).joined(Ledger(in_a_row(settled()).lines))
    assert [one["status"] for one in joined["findings"]] == ["open", "settled"]
