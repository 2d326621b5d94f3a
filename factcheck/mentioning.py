"""What a finder is: it reads a document and returns mentions.

Adding a finder is adding one file to `finders/` that offers `FINDER`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from graphlib import TopologicalSorter

from factcheck.config import Glossary
from factcheck.discovery import members
from factcheck.records.document import Document
from factcheck.records.mention import AnyMention

NO_GLOSSARY = Glossary()


@dataclass(frozen=True)
class Sight:
    """What a finder is given: the document, what the finders it needs have found, and the glossary."""

    document: Document
    found: Mapping[str, tuple[AnyMention, ...]] = field(default_factory=dict)
    """Mentions by finder id, each in order of place."""
    glossary: Glossary = NO_GLOSSARY


@dataclass(frozen=True)
class Finder:
    """A finder: `needs` names the finders whose mentions it reads; a new `version` makes results anew."""

    id: str
    version: int
    find: Callable[[Sight], Iterable[AnyMention]]
    needs: tuple[str, ...] = ()

    @cached_property
    def signature(self) -> str:
        """What a mention carries as `finder`."""
        return f"{self.id}/{self.version}"


def finders() -> tuple[Finder, ...]:
    """All finders, each after those that it needs."""
    known = {finder.id: finder for finder in members("factcheck.finders", "FINDER", Finder)}
    order = TopologicalSorter({finder.id: sorted(finder.needs) for finder in known.values()})
    return tuple(known[name] for name in order.static_order())


def find_all(document: Document, glossary: Glossary = NO_GLOSSARY) -> dict[str, tuple[AnyMention, ...]]:
    """Every finder's mentions, by finder id, in order of place; pure."""
    found: dict[str, tuple[AnyMention, ...]] = {}
    for finder in finders():
        sight = Sight(document, dict(found), glossary)
        found[finder.id] = tuple(sorted(finder.find(sight), key=lambda mention: (mention.start, mention.end)))
    return found
