"""The pairs of claims of an archive, for each way in which checks match claims: worked out a document at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.aligning import Family, Matching, Pair, align
from factcheck.keeping import Keep
from factcheck.rows import Row
from factcheck.stories import Relatedness

Groups = Mapping[str, Sequence[Row]]


class Pairing:
    """The pairs of the claims in `groups`. `about` is the only document of which they are asked for; null for all."""

    def __init__(self, groups: Groups, related: Relatedness, kept: Keep | None, about: str | None) -> None:
        self._groups, self._related, self._kept, self._about = groups, related, kept, about
        self._families: dict[Matching, Family] = {}
        self._pairs: dict[Matching, list[Pair]] = {}

    def of(self, matching: Matching) -> Sequence[Pair]:
        """The pairs that hold, for a check that matches claims so; found once."""
        if matching not in self._pairs:
            self._pairs[matching] = align(self._candidates(matching))
            self._families.pop(matching, None)
        return self._pairs[matching]

    def family(self, matching: Matching) -> Family:
        """Which claims meet that are matched so."""
        if matching not in self._families:
            self._families[matching] = Family(self._groups, matching, self._related, self._kept)
        return self._families[matching]

    def ahead(self, matching: Matching, source: str) -> None:
        """Judge the claims of a document beside those of itself and each later one, if it is kept what came of it."""
        if self._kept is not None and self._about is None and matching not in self._pairs:
            self.family(matching).judged(source)

    def standing(self, matching: Matching, source: str) -> tuple[list[str], str]:
        """The documents whose claims those of a document are held against, itself and later ones, and a digest of all
        that decides, beside these, what comes of it."""
        return self.family(matching).standing(source)

    def _candidates(self, matching: Matching) -> Sequence[Pair]:
        """The pairs to be aligned: of one document alone, its own, and those among the claims it is paired with."""
        if self._about is None:
            return self.family(matching).pairs()

        def judge(one: Row, other: Row, related: Relatedness) -> Pair | None:
            return matching.judge(one, other, related) if self._about in (one.source, other.source) else None

        here = {key: rows for key, rows in self._groups.items() if any(row.source == self._about for row in rows)}
        own = Family(here, replace(matching, judge=judge), self._related, None).pairs()
        met = {row.id for pair in own for row in (pair.one, pair.other)}
        groups = {key: [row for row in rows if row.id in met] for key, rows in self._groups.items()}
        pairs = Family(groups, matching, self._related, None).pairs()
        beside = [pair for pair in pairs if self._about not in (pair.one.source, pair.other.source)]
        return sorted([*own, *beside], key=lambda pair: pair.rank)
