"""On how many origins statements rest."""

from collections.abc import Sequence
from functools import lru_cache

from factcheck.checking import Archive
from factcheck.checks._stated import Stated
from factcheck.checks._statements import Statement, by_figure
from factcheck.origins import Rest, cited_by, rest_of, together

HELD = 1024
"""Sources of which it is held to whom they give their figures."""


class Origins:
    """The origins of what the documents of an archive state."""

    def __init__(self, archive: Archive, known: Stated) -> None:
        self._archive, self._known = archive, known
        self._cited = lru_cache(maxsize=HELD)(self._cited_in)

    def of(self, stated: Sequence[Statement]) -> int:
        """How many they are; a source whose claim is not known counts as one of its own."""
        rests, sources = list[Rest](), set[str]()
        for item in stated:
            cited = self._cited(item.source)[self._known.by(item.source).numbers[item]]
            if cited is not None:
                rests.append(rest_of(item.study, cited, self._archive))
                sources.add(item.source)
        return len(together(rests)) + len({item.source for item in stated} - sources)

    def _cited_in(self, source: str) -> list[str | None]:
        """To whom the claims of a source's statements give their figures: nobody, or null where there is no claim."""

        def make() -> list[str | None]:
            study = self._archive.studies[source]
            claims = by_figure(study.claims)
            made = (item.claim_among(claims) for item in self._known.by(source).every)
            return [None if claim is None else cited_by(claim, study) or "" for claim in made]

        told: list[str | None] = self._archive.between("cited", source, source, make)
        return told
