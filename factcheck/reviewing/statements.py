"""The statements of a draft: what was decided on each, found again by its words in the next version of the draft."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from factcheck.digests import digest_of
from factcheck.language.folding import fold
from factcheck.language.plain import one_line
from factcheck.records.review import Decision
from factcheck.reviewing.differences import Change, changes
from factcheck.reviewing.history import History, Ledger
from factcheck.reviewing.seen import seen_of_statement
from factcheck.reviewing.wording import said

StatementState = Literal["open", "checked", "opinion", "set-aside", "fix", "stale", "disputed"]
"""Open: nobody decided, or it was reopened. Stale: decided on, and its words or what it rests on changed."""

_VERSION = re.compile(
    r"(?<![\s._-])[\s._-]+(?:\(\d+\)|(?:v|ver|version|draft|rev|revision)[\s._-]?\d{1,3}|\d{4}-\d\d-\d\d|final|copy|edited|clean)$",
    re.IGNORECASE,
)
_SEPARATOR = ":"
REWORDED = 0.6
"""Share of words that a statement must have in common with one that is gone to be taken for it, reworded."""


def draft_id(name: str) -> str:
    """What a draft is called by its file's name: versions ("budget v2.docx", "budget-final.docx") are one draft."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,10}$", "", name.replace("\\", "/").rsplit("/", 1)[-1])
    while (shorter := _VERSION.sub("", stem)) != stem and shorter.strip(" ._-"):
        stem = shorter
    plain = re.sub("[\u0300-\u036f]+", "", normalize("NFKD", stem)).casefold()
    return re.sub(r"[^\w]+", "-", plain).strip("-") or "draft"


def statement_id(draft: str, words: str) -> str:
    """The id of a statement: its draft, and a digest of its words, however they are typed."""
    return f"{draft}{_SEPARATOR}{digest_of(fold(words))[:12]}"


def draft_of(subject: str) -> str:
    """The draft that a statement's id names."""
    return subject.rpartition(_SEPARATOR)[0]


@dataclass(frozen=True)
class StatementStanding:
    """What was decided on a statement, in one line why, and what it rests on; `changes` where it is stale."""

    id: str
    words: str
    state: StatementState
    says: str = ""
    resting_on: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    decision: Decision | None = None


Ground = tuple[str, str]
"""What a claim or passage that a statement rests on now says: its digest, and its words."""

Grounds = Callable[[Sequence[str]], Sequence[Ground]]
"""Gives them for those that `resting_on` lists."""


def statement_standings(
    draft: str, statements: Sequence[str], ledger: Ledger, grounds: Grounds
) -> tuple[StatementStanding, ...]:
    """The statements of a draft, in their order, each with what was decided on it.

    One that nobody decided on takes over as stale the decision on a statement that is gone and most like it.
    """
    ids = [statement_id(draft, words) for words in statements]
    made = [
        _standing(id, words, ledger.history("statement", id), grounds)
        for id, words in zip(ids, statements, strict=True)
    ]
    gone = _gone(draft, set(ids), ledger)
    for place, standing in enumerate(made):
        if gone and standing.decision is None:
            former = _likest(standing.words, list(gone))
            if former is not None:
                made[place] = _reworded(standing, former, gone.pop(former))
    return tuple(made)


def _standing(id: str, words: str, history: History, grounds: Grounds) -> StatementStanding:
    last = history.last("statement")
    plain = one_line(words)
    if last is None:
        return StatementStanding(id, plain, "open")
    if parted := history.parted("statement"):
        says = " | ".join(map(said, parted))
        return StatementStanding(id, plain, "disputed", says, last.resting_on, decision=last)
    state = _STATES.get(last.answer, "open")
    now = grounds(last.resting_on) if last.resting_on else ()
    if now and seen_of_statement(words, [digest for digest, _ in now]) != last.seen:
        says = f"{said(last)}; what it rests on was changed since"
        changed = changes("rests on", last.shown[1:], [text for _, text in now])
        return StatementStanding(id, plain, "stale", says, last.resting_on, changed, last)
    return StatementStanding(id, plain, state, said(last), last.resting_on, decision=last)


_STATES: dict[str, StatementState] = {
    "checked": "checked", "opinion": "opinion", "set-aside": "set-aside", "fix": "fix", "reopened": "open",
}  # fmt: skip


def _gone(draft: str, there: set[str], ledger: Ledger) -> dict[str, Decision]:
    """The last decisions on statements that the draft does not hold any more, by their words as they were shown."""
    found: dict[str, Decision] = {}
    for id in ledger.subjects("statement"):
        if draft_of(id) == draft and id not in there:
            last = ledger.history("statement", id).last("statement")
            if last is not None and last.shown and last.answer != "reopened":
                found[last.shown[0]] = last
    return found


def _likest(words: str, former: Sequence[str]) -> str | None:
    from rapidfuzz.distance import Indel

    ours = words.split()
    alike = [(Indel.normalized_similarity(ours, other.split()), other) for other in former]
    share, best = max(alike, default=(0.0, ""))
    return best if share >= REWORDED else None


def _reworded(standing: StatementStanding, former: str, last: Decision) -> StatementStanding:
    return StatementStanding(
        standing.id,
        standing.words,
        "stale",
        f"{said(last)}; it was reworded since",
        last.resting_on,
        changes("statement", [former], [standing.words]),
        last,
    )
