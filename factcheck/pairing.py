"""The pairs of claims of an archive, for each way in which checks match claims: worked out a document at a time."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.aligning import Matching, Pair, align
from factcheck.families import Family, Setting
from factcheck.rows import Row


class Pairing:
    """The pairs of the claims of a setting."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
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
            self._families[matching] = Family(matching, self._setting)
        return self._families[matching]

    def ahead(self, matching: Matching, source: str) -> None:
        """Judge the claims of a document beside those of itself and each later one, if it is kept what came of it."""
        if self._setting.kept is not None and matching not in self._pairs:
            self.family(matching).judged(source)

    def standing(self, matching: Matching, source: str) -> tuple[list[str], str]:
        """The documents whose claims those of a document are held against, itself and later ones, and a digest of all
        that decides, beside these, what comes of it."""
        return self.family(matching).standing(source)

    def _candidates(self, matching: Matching) -> Sequence[Pair]:
        """The pairs to be aligned: of one document alone, its own, and those among the claims it is paired with."""
        own, about = self.family(matching).pairs(), self._setting.about
        if about is None:
            return own
        rows: dict[str, dict[str, Row]] = {}
        for pair in own:
            for row in (pair.one, pair.other):
                assert isinstance(row, Row)
                rows.setdefault(row.source, {})[row.id] = row
        met = {source: sorted(rows[source].values(), key=lambda row: row.place) for source in sorted(rows)}
        among = Family(matching, replace(self._setting, rows=met, about=None)).pairs()
        beside = [pair for pair in among if about not in (pair.one.source, pair.other.source)]
        return sorted([*own, *beside], key=lambda pair: pair.rank)
