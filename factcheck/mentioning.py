"""What a finder is: it reads a document and returns mentions.

Adding a finder is adding one file to `finders/`, or to a folder that an installed package adds, that offers `FINDER`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from graphlib import TopologicalSorter

from factcheck.config import Glossary
from factcheck.digests import digest_of
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
    """A finder: `needs` names the finders whose mentions it reads; a new `version` makes results anew.

    One that may say something else of the same text another time (it asks a service, or a model) is not
    `deterministic`: what it said of a text is kept, and used again.
    """

    id: str
    version: int
    find: Callable[[Sight], Iterable[AnyMention]]
    needs: tuple[str, ...] = ()
    deterministic: bool = True

    @cached_property
    def signature(self) -> str:
        """What a mention carries as `finder`."""
        return f"{self.id}/{self.version}"


Once = Callable[[str, Callable[[], tuple[AnyMention, ...]]], tuple[AnyMention, ...]]
"""Gives what was kept under a digest, or makes it and keeps it."""


def anew(digest: str, make: Callable[[], tuple[AnyMention, ...]]) -> tuple[AnyMention, ...]:
    """Makes it each time."""
    return make()


@cache
def finders() -> tuple[Finder, ...]:
    """All finders, each after those that it needs."""
    known = {finder.id: finder for finder in members("factcheck.finders", "FINDER", Finder)}
    order = TopologicalSorter({finder.id: sorted(finder.needs) for finder in known.values()})
    return tuple(known[name] for name in order.static_order())


def find_all(
    document: Document, glossary: Glossary = NO_GLOSSARY, once: Once = anew
) -> dict[str, tuple[AnyMention, ...]]:
    """Every finder's mentions, by finder id, in order of place.

    Pure but for finders that are not deterministic: these see a text once, as far as `once` keeps what they said, by
    the digest of the text and the finder's version.
    """
    found: dict[str, tuple[AnyMention, ...]] = {}
    for finder in finders():
        see = partial(_seen, finder, Sight(document, dict(found), glossary))
        found[finder.id] = see() if finder.deterministic else once(digest_of(finder.signature, document.text), see)
    return found


def _seen(finder: Finder, sight: Sight) -> tuple[AnyMention, ...]:
    return tuple(sorted(finder.find(sight), key=lambda mention: (mention.start, mention.end)))
