"""On how many origins statements rest."""

from collections.abc import Sequence
from functools import lru_cache

from factcheck.checking import Archive
from factcheck.origins import Rest, cited_at, cited_by, rest_of, together
from factcheck.statements.drawn import Statement, by_figure
from factcheck.statements.stated import Stated

HELD = 1024
"""Sources of which it is held to whom they give their figures."""


class Origins:
    """The origins of what the documents of an archive state."""

    def __init__(self, archive: Archive, known: Stated) -> None:
        self._archive, self._known = archive, known
        self._cited = lru_cache(maxsize=HELD)(self._cited_in)

    def of(self, stated: Sequence[Statement]) -> int:
        """How many they are."""
        return len(together([self._rest(item) for item in stated]))

    def _rest(self, item: Statement) -> Rest:
        cited = self._cited(item.source)[self._known.by(item.source).numbers[item]]
        return rest_of(item.study, item.mention.start, cited, self._archive)

    def _cited_in(self, source: str) -> list[list[str]]:
        """To whom a source's statements give what they state, by the claims that were made of them if any."""

        def make() -> list[list[str]]:
            study = self._archive.studies[source]
            claims = by_figure(study.claims)
            made = ((item, item.claim_among(claims)) for item in self._known.by(source).every)
            return [
                list(cited_by(claim, study) if claim is not None else cited_at(study, item.mention.start))
                for item, claim in made
            ]

        told: list[list[str]] = self._archive.between("cited", source, source, make)
        return told
