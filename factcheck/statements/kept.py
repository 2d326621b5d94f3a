"""What is made of things that stand in several documents, kept as long as all of these stand."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import Any, TypeVar

from factcheck.checking import Archive
from factcheck.digests import digest_of
from factcheck.origins import repeated_by
from factcheck.records.finding import Finding

T = TypeVar("T")

Group = tuple[Collection[str], Any, T]
"""The documents of things that hang together; a plain value that tells all of them and of their ties; the things."""


def kept(archive: Archive, what: str, groups: Iterable[Group[T]], make: Callable[[T], Any]) -> Iterator[tuple[T, Any]]:
    """What `make` makes of each group, plain JSON values, as it was kept with the first of its documents.

    It may rest on the documents of the group, and on those that these name as their origin.
    """
    firsts: dict[str, list[Group[T]]] = {}
    for group in groups:
        firsts.setdefault(min(group[0]), []).append(group)
    for one in sorted(firsts):  # in order, so that what is read of a document serves all of its groups
        own = firsts[one]
        marks = [digest_of(mark, list(_repeated(archive, sorted(sources)))) for sources, mark, _ in own]
        makes = [(sorted(sources), partial(make, things)) for sources, _, things in own]
        told = archive.of_several(what, one, dict(zip(marks, makes, strict=True)))
        yield from ((things, told[mark]) for mark, (_, _, things) in zip(marks, own, strict=True))


def findings(
    archive: Archive, what: str, groups: Iterable[Group[T]], make: Callable[[T], Finding | None]
) -> Iterator[Finding]:
    """The same, where a finding is made of each, or none."""
    fresh: dict[int, Finding] = {}

    def written(things: T) -> str | None:
        found = make(things)
        if found is None:
            return None
        fresh[id(things)] = found
        return found.model_dump_json()

    for things, told in kept(archive, what, groups, written):
        if told is not None:
            yield fresh.pop(id(things)) if id(things) in fresh else Finding.model_validate_json(told)


def _repeated(archive: Archive, sources: Iterable[str]) -> Iterator[Any]:
    """What stands at the end of the chains of origins that begin in documents."""
    for source in sources:
        study = archive.studies[source]
        if study.source.origin is not None:
            body = repeated_by(study, archive)
            yield [source, body.source, body.names]
