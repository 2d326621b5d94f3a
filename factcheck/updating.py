"""A new version of a source: where the passages of its claims stand in it, and which claims need another look."""

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.anchoring import Locator
from factcheck.language.folding import TIERS
from factcheck.records.claim import Claim
from factcheck.records.document import Document
from factcheck.records.passage import Anchor, Located


@dataclass(frozen=True)
class Passage:
    """A claim's passage looked for in a new version; `words` are those of the place found (null: lost)."""

    claim: str
    statement: str
    anchor: Anchor
    located: Located
    words: str | None
    page: str | None = None

    @property
    def stands(self) -> bool:
        """Whether it says the same, letter for letter but for white space and quotation marks."""
        return self.located.outcome in ("found", "moved") and self.located.tier in _SAME

    @property
    def divergence(self) -> str:
        """How the words differ, as "old" → "new"; empty where they do not, or where the passage is lost."""
        return "; ".join(f"“{old}” → “{new}”" for old, new in self.located.differences)


_SAME = (*TIERS[:3], "end-punctuation")


def found_again(claims: Iterable[Claim], before: Document, document: Document) -> tuple[Passage, ...]:
    """All passages that claims have in a source, looked for in its new version, in order of claims.

    What does not stand in the version before either is lost or changed, as the new one has it.
    """
    past, locator = Locator(before), Locator(document)
    found = []
    for claim in claims:
        for anchor in claim.anchors:
            if anchor.source == document.source:
                there = past.locate(anchor.exact, anchor.prefix, anchor.suffix, anchor.start)
                hint = there.start if there.outcome in ("found", "moved") else anchor.start
                located = locator.locate(anchor.exact, anchor.prefix, anchor.suffix, hint)
                found.append(_passage(claim, anchor, located, document))
    return tuple(found)


def _passage(claim: Claim, anchor: Anchor, located: Located, document: Document) -> Passage:
    words = page = None
    if located.start is not None and located.end is not None:
        words = document.text[located.start : located.end]
        block = document.block_at(located.start)
        page = block.page if block else None
    return Passage(claim.id, claim.statement, anchor, located, words, page)


def to_see_again(passages: Iterable[Passage]) -> tuple[str, ...]:
    """The claims of which a passage does not stand as it did, in order."""
    return tuple(dict.fromkeys(passage.claim for passage in passages if not passage.stands))
