"""What of a draft is to be judged again: what a change touches, and what rests on evidence that changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.gate.answers import Held
from factcheck.gate.drafts import Draft
from factcheck.gate.inventory import Inventory
from factcheck.gate.judging import Judged, Statement
from factcheck.gate.passages import Passage, passages_of
from factcheck.gate.references import References
from factcheck.gate.signing import Json, claims_under
from factcheck.gate.sourcing import Shelf
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


def narrowed(judged: Judged, before: Draft | None, changes: Changes, shelf: Shelf) -> Judged:
    """A draft with only what changed since it was as `before` (null: it was not there), or rests on what changed."""
    if before is None or changes.everything:
        return judged
    told = frozenset(_told(before, shelf).values())
    fresh = {start for start, said in _told(judged.draft, shelf).items() if said not in told}
    references = References(judged.draft, shelf)
    kept = tuple(
        one for one in judged.statements if one.passage.start in fresh or _is_touched(one, judged, references, changes)
    )
    return replace(judged, inventory=_narrowed(judged, before), statements=kept)


def _told(draft: Draft, shelf: Shelf) -> dict[int, object]:
    """What each sentence of a draft says and cites, with the sentence before it, on which it may depend."""
    references = References(draft, shelf)
    found: dict[int, object] = {}
    before: Passage | None = None
    for passage in passages_of(draft.study):
        cites = tuple((one.source, one.cite.key, one.cite.locator) for one in references.of(passage))
        lead = before.text if before is not None and before.paragraph == passage.paragraph else ""
        found[passage.start] = passage.text, lead, cites, references.sources_of(passage)
        before = passage
    return found


def _narrowed(judged: Judged, before: Draft) -> Inventory:
    """What is set aside or was not read, without what stood in the draft before."""
    text = judged.draft.text
    aside = [one for one in judged.inventory.aside if text[one.start : one.end] not in before.text]
    unread = [one for one in judged.inventory.unread if text[one.start : one.end] not in before.text]
    return replace(judged.inventory, aside=tuple(aside), unread=tuple(unread))


def _is_touched(statement: Statement, judged: Judged, references: References, changes: Changes) -> bool:
    """Whether what a statement rests on, or what was decided on it, changed."""
    if statement_id(draft_id(judged.draft.file), statement.passage.text) in changes.decided:
        return True
    cited = {one.source or one.cite.key for one in references.of(statement.passage)}
    cited |= references.sources_of(statement.passage)
    held = list(_held(statement))
    if changes.sources & (cited | {one.source for one in held}):
        return True
    if changes.altered and statement.answer.support != "supported":
        return True
    if _claims(statement) & (changes.claims | changes.decided):
        return True
    return any(_meets(one, finding) for one in held for finding in changes.findings)


def _held(statement: Statement) -> Iterator[Held]:
    yield from statement.answer.held
    for answer in statement.answers.values():
        yield from answer.held


def _claims(statement: Statement) -> set[str]:
    found = {one.claim.id for one in _held(statement) if one.claim is not None}
    for thing, answer in statement.answers.items():
        found |= {claim.id for held in answer.held for claim in claims_under(thing, held)}
    return found | set(statement.decided.resting_on)


def _meets(held: Held, finding: Json) -> bool:
    """Whether a passage is among the evidence of a finding."""
    return any(
        item["source"] == held.source and item["start"] < held.end and held.start < item["end"]
        for item in finding["evidence"]
    )
