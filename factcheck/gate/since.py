"""What of a draft is to be judged again: what a change touches, and what rests on evidence that changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.gate.facts import DraftFacts, Said, StatementFacts
from factcheck.gate.reports import Ruling
from factcheck.gate.signing import Decided, Json
from factcheck.reviewing.statements import draft_id, statement_id


@dataclass(frozen=True)
class Changes:
    """What changed in a project: ids of sources and of claims, and the subjects of what people decided since.

    `altered` are sources whose text is another, or gone; `findings` those that people decided on. `everything` is set
    where the settings changed, by which all is judged.
    """

    sources: frozenset[str] = frozenset()
    altered: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    decided: frozenset[str] = frozenset()
    findings: Sequence[Json] = ()
    everything: bool = False


def narrowed(
    found: DraftFacts, rulings: Sequence[Ruling], before: Said | None, changes: Changes
) -> tuple[DraftFacts, Sequence[Ruling]]:
    """A draft with only what changed since it was as `before` (null: it was not there), or rests on what changed."""
    if before is None or changes.everything:
        return found, rulings
    told = frozenset(before.sentences)
    kept = [
        (one, ruling)
        for one, ruling in zip(found.statements, rulings, strict=True)
        if one.said not in told or _is_touched(one, ruling[0], changes)
    ]
    left = found.but(
        statements=tuple(one for one, _ in kept),
        set_aside=tuple(one for one in found.set_aside if one.exact not in before.text),
        unread=tuple(one for one in found.unread if one.exact not in before.text),
    )
    return left, [ruling for _, ruling in kept]


def _is_touched(statement: StatementFacts, decided: Decided, changes: Changes) -> bool:
    """Whether what a statement rests on, or what was decided on it, changed."""
    if statement_id(draft_id(statement.place.file), statement.place.exact) in changes.decided:
        return True
    if changes.sources & {*statement.cited, *(source for source, _, _ in statement.held)}:
        return True
    if changes.altered and statement.support != "supported" and decided.state != "checked":
        return True
    if {*statement.claims, *decided.resting_on} & (changes.claims | changes.decided):
        return True
    return any(_meets(one, finding) for one in statement.held for finding in changes.findings)


def _meets(held: tuple[str, int, int], finding: Json) -> bool:
    """Whether a passage is among the evidence of a finding."""
    source, start, end = held
    return any(item["source"] == source and item["start"] < end and start < item["end"] for item in finding["evidence"])
