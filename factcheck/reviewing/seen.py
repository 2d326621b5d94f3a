"""What a person sees when deciding: its digest, to which the decision is bound, and its words, to tell what changed."""

from collections.abc import Iterable
from typing import Any

from factcheck.digests import digest_of
from factcheck.language.folding import fold
from factcheck.language.plain import one_line
from factcheck.records.claim import Claim
from factcheck.records.finding import Finding

UNSEEN = {
    "schema_version", "id", "anchors", "found_by", "edited_by", "provisional", "replaces", "tags", "note", "names",
    "setting", "context",
}  # fmt: skip
"""Fields of a claim that say nothing of the fact: how it was found, what it is called, where it stands."""

VALUES = "values\t"
"""What begins the line of a claim's values in what was shown; passages hold no tab."""


def seen_of(claim: Claim) -> str:
    """Digest of what a claim says: statement, values and the words of its passages; no offsets, pages, versions.

    Fields at their default are left out, so that a field that a later version adds changes no digest.
    """
    said: dict[str, Any] = claim.model_dump(mode="json", by_alias=True, exclude=UNSEEN, exclude_defaults=True)
    return digest_of("claim", said, [[anchor.source, one_line(anchor.exact)] for anchor in claim.anchors])


def shown_of(claim: Claim) -> tuple[str, ...]:
    """The words that a person who decides on a claim sees: its statement, its passages, then its values in a line."""
    from factcheck.explaining import normalised

    passages = (one_line(anchor.exact) for anchor in claim.anchors)
    values = "; ".join(part for part in (one_line(claim.measure), one_line(normalised(claim))) if part)
    return (claim.statement, *passages, *([VALUES + values] if values else []))


def shown_of_finding(finding: Finding) -> tuple[str, ...]:
    """The words that a person who decides on a finding sees: of each side's item its side, value and words."""
    items = {(item.side, one_line(item.value or ""), one_line(item.exact)) for item in finding.evidence if item.side}
    return tuple(f"{side}\t{value}\t{exact}" for side, value, exact in sorted(items, key=str))


def seen_of_statement(words: str, resting: Iterable[str] = ()) -> str:
    """Digest of a draft's statement: its words, however they are typed, and what it rests on, as `seen` digests."""
    return digest_of("statement", fold(words), list(resting))


def seen_of_passage(source: str, exact: str) -> str:
    """Digest of a passage that a statement rests on: its source and its words."""
    return digest_of("passage", source, one_line(exact))
