"""Which claims of an archive's documents meet, for each way to match them, and what comes of judging those that do."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Any, Protocol

from factcheck.aligning import Matching, Pair
from factcheck.comparing import Comparison
from factcheck.digests import digest_of
from factcheck.grouping import Standing, Two, by_name, of_two, shared_names
from factcheck.keeping import Keep
from factcheck.likeness import Likeness
from factcheck.records.base import unchecked
from factcheck.records.finding import Step
from factcheck.rows import Row, of_family
from factcheck.stories import Relatedness

HELD = 64
"""Documents whose rows are held in memory at a time, and those that are by the parts in which they stand."""


class Shelf(Protocol):
    """What has the rows of a document."""

    @property
    def rows(self) -> Sequence[Row]: ...  # noqa: D102


class Shelves(Mapping[str, Sequence[Row]]):
    """The rows of documents, read when they are asked for."""

    def __init__(self, shelves: Mapping[str, Shelf]) -> None:
        self._shelves = shelves
        self._rows = lru_cache(maxsize=HELD)(lambda source: shelves[source].rows)

    def __getitem__(self, source: str) -> Sequence[Row]:
        return self._rows(source)

    def __iter__(self) -> Iterator[str]:
        return iter(self._shelves)

    def __len__(self) -> int:
        return len(self._shelves)


@dataclass(frozen=True)
class Setting:
    """In what rows are matched: those of every document's claims, in their order, and how near their stories are.

    `kept` is where it is kept what came of documents, null where it is not; `about` the only document whose pairs are
    asked for, null for all.
    """

    rows: Mapping[str, Sequence[Row]]
    related: Relatedness
    kept: Keep | None = None
    about: str | None = None

    def of_one(self, what: str, source: str, make: Callable[[], Any]) -> Any:
        """What `make` makes of a document alone, plain JSON values: as it was kept."""
        return make() if self.kept is None else self.kept.of(what, source, source, "", make)

    @cached_property
    def names(self) -> Mapping[str, Mapping[str, Sequence[int]]]:
        """The names in the rows of each document, with the numbers of these rows."""
        return {source: self.of_one("names", source, partial(self._names, source)) for source in self.rows}

    def _names(self, source: str) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, row in enumerate(self.rows[source]):
            for name in row.marks:
                found.setdefault(name, []).append(number)
        return dict(sorted(found.items()))

    @cached_property
    def shared(self) -> Set[str]:
        """The names by which rows of strangers meet: of two documents that are not near each other."""
        shared = shared_names(self.names, self.related.meeting)
        return shared if self.about is None else shared & self.names.get(self.about, {}).keys()

    def sharing(self, source: str) -> Set[int]:
        """The numbers of the rows of a document that hold such a name."""
        own = self.names[source]
        return {number for name in own.keys() & self.shared for number in own[name]}

    def asks(self, one: str, other: str) -> bool:
        """Whether the pairs of two documents are asked for."""
        return self.about is None or self.about in (one, other)


class Family:
    """The rows whose keys are of one family: which of them meet, by their numbers in their documents.

    Pairs are judged two documents at a time, where these may tell one story; what meets by a name alone, a document at
    a time. What is kept of documents is judged anew only if one of them changed, or others of their rows meet by a
    name.
    """

    def __init__(self, matching: Matching, setting: Setting) -> None:
        self._matching, self._setting, self._related = matching, setting, setting.related
        self._standing = lru_cache(maxsize=HELD)(self._standing_of)
        self._seen = lru_cache(maxsize=HELD)(self._seen_of)

    def get_ready(self) -> None:
        """Have it known which rows meet by a name: once, for several processes."""
        self._strangers  # noqa: B018

    def pairs(self) -> list[Pair]:
        """The pairs that the judge lets pass, best first."""
        found: list[Pair] = []
        for source in sorted(self._setting.rows):
            for other, told in self.judged(source):
                found += (
                    Pair(self._row(source, one), self._row(other, two), *_unpacked(*come)) for one, two, *come in told
                )
        return sorted(found, key=lambda pair: pair.rank)

    def judged(self, one: str) -> list[tuple[str, list[Any]]]:
        """What came of judging rows of a document with those of itself and later ones that they meet: by each other
        document plain values, with the numbers of the rows."""
        found = [(other, self._judged_of_two(one, other)) for other in self._near(one)]
        strangers = [(other, sorted(twos)) for other, twos in sorted(self._strangers.get(one, {}).items())]
        return [*found, *self._judged_by_name(one, strangers)]

    def standing(self, one: str) -> tuple[list[str], str]:
        """The documents with which rows of one may be judged, and a digest of those that meet by a name."""
        strangers = {other: sorted(twos) for other, twos in self._strangers.get(one, {}).items()}
        return sorted({*self._near(one), *strangers}), digest_of(strangers) if strangers else ""

    def _near(self, one: str) -> list[str]:
        """A document and those later ones that may tell its story."""
        kin = {one, *self._related.meeting.get(one, ())}
        return sorted(other for other in kin if other >= one and self._setting.asks(one, other))

    @cached_property
    def _strangers(self) -> dict[str, dict[str, set[Two]]]:
        """The rows that meet by a name alone, by their documents: the earlier one first."""
        sharing = {source: self._setting.sharing(source) for source in sorted(self._setting.rows)}
        standings = {source: self._standing_of(source, numbers) for source, numbers in sharing.items() if numbers}
        found = by_name(standings, self._related.meeting, self._setting.shared)
        asks = self._setting.asks
        return {one: {other: own[other] for other in own if asks(one, other)} for one, own in found.items()}

    def _standing_of(self, source: str, among: Set[int] | None = None) -> Standing:
        """The rows of a document that take part, or those of some numbers."""
        rows = of_family(self._setting.rows.get(source, ()), f"{self._matching.family}:", among)
        if self._matching.look is not None:
            seen = self._seen(source)
            for number, row in rows.items():
                row.seen = seen[number]
        chosen = {id(row) for row in self._matching.chosen(list(rows.values()))}
        return Standing({number: row for number, row in rows.items() if id(row) in chosen}, self._matching.meeting)

    def _seen_of(self, source: str) -> list[Any]:
        """What its claims tell of the rows of a document, by their numbers, so that not all claims are read."""
        look, every = self._matching.look, self._setting.rows.get(source, ())
        assert look is not None

        def make() -> list[Any]:
            own = of_family(every, f"{self._matching.family}:")
            return [look(own[number]) if number in own else None for number in range(len(every))]

        seen: list[Any] = self._setting.of_one(_name(look), source, make)
        return seen

    def _row(self, source: str, number: int) -> Row:
        row = self._setting.rows[source][number]
        if self._matching.look is not None:
            row.seen = self._seen(source)[number]
        return row

    def _judged_of_two(self, one: str, other: str) -> list[Any]:
        def make() -> list[Any]:
            return self._judged(one, other, sorted(of_two(self._standing(one), self._standing(other))))

        kept = self._setting.kept
        if kept is None:
            return make()
        told: list[Any] = kept.of(_name(self._matching.judge), one, other, f"{self._related.between(one, other)}", make)
        return told

    def _judged_by_name(self, one: str, strangers: Sequence[tuple[str, list[Two]]]) -> list[tuple[str, list[Any]]]:
        """The same of documents that have no more in common than a name: all at once, since they are many."""

        def make() -> list[tuple[str, list[Any]]]:
            judged = ((other, self._judged(one, other, twos)) for other, twos in strangers)
            return [(other, told) for other, told in judged if told]

        kept = self._setting.kept
        if kept is None or not strangers:
            return make()
        sources, mark = [one, *(other for other, _ in strangers)], digest_of(strangers)
        told = kept.of_several(f"{_name(self._matching.judge)} by name", one, {mark: (sources, make)})
        return list(told[mark])

    def _judged(self, one: str, other: str, met: Sequence[Two]) -> list[Any]:
        judge, own, others = self._matching.judge, self._standing(one).rows, self._standing(other).rows
        pairs = ((two, judge(own[two[0]], others[two[1]], self._related)) for two in met)
        return [[*two, *_packed(pair)] for two, pair in pairs if pair is not None]


def _name(work: Callable[..., Any]) -> str:
    return f"{work.__module__}.{work.__qualname__}"


def _packed(pair: Pair) -> tuple[Any, ...]:
    """What came of judging two rows, as plain values."""
    like, comparison = pair.likeness, pair.comparison
    steps = [[step.code, step.text] for step in comparison.steps]
    told = [like.score, like.names, like.words, like.figures, like.same_time]
    return told, [comparison.result, comparison.verdict, steps]


def _unpacked(told: Sequence[Any], came: Sequence[Any]) -> tuple[Likeness, Comparison]:
    score, names, words, figures, same_time = told
    result, verdict, steps = came
    like = Likeness(score, tuple(names), tuple(words), tuple(figures), same_time)
    return like, Comparison(result, verdict, tuple(_step(code=code, text=text) for code, text in steps))


_step = unchecked(Step)
