"""Rows: claims in a compact form, with all that comparing looks at first worked out once.

An archive holds far more pairs of claims than facts. Nearly all are dismissed by their rows alone; the claims
themselves are built only for those that are left.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from sys import intern
from typing import Any, NamedTuple, Protocol, overload

from pydantic_core import from_json

from factcheck.identity import Slots, kinds_counted, measure_terms, name_key, slots_of
from factcheck.language.concepts import concept_of
from factcheck.language.countries import names as country_names
from factcheck.language.moments import HAPPENING_BY_ITSELF, begun, moments_of
from factcheck.language.nouns import is_plural
from factcheck.records.claim import Claim
from factcheck.records.quantity import form_of, in_percent, telling_digits
from factcheck.records.timespan import day_number, is_period
from factcheck.wording import content

MOST_NAMES = 10
"""Names of one claim by which it meets others."""

OPEN_START, OPEN_END = "", "~"
"""Ends of a period that are not known: before and after every day."""

Place = tuple[str, int, str]
"""Where a claim stands, to order claims by: its source, the start of its passage, its id."""


class Shelf(Protocol):
    """Where the claims of rows are kept."""

    def claim(self, number: int, aside: bool = False) -> Claim:
        """The claim with this number; of its happening alone, if that is asked for."""
        ...


class Row:
    """A claim as far as its sentence tells what it may be about.

    `names` and `countries` are those of the sentence, `around` those of the sentence and its document, `parts` the
    words of the names, all folded; `marks` are those by which the claim meets others. `words` carry the meaning of
    the sentence, names apart; `figures` are its numbers. `first` and `last` bound the period, null where none is
    known. `begins` is when the happening was, empty if not known; `when` is that time where it is near a point: its
    granularity, first day and last, as numbers; "clock" where only the time of day is known. `digits` are those of the
    value, without zeros at the ends; `where` is its place, `slots` those who take part, as the claim gives them.
    `memo` and `seen` hold what was worked out of the claim by those who pair it with others.

    What is only looked at of rows that meet others is made when it is first asked for: most rows never are.
    """

    __slots__ = (
        "_aside", "_claim", "_number", "_rest", "_shelf", "around", "begins", "countries", "digits", "dimension", "end",
        "figures", "first", "form", "high", "id", "keys", "kind", "last", "low", "marks", "measure", "memo",
        "modality", "names", "ordinal", "parts", "per", "polarity", "scope", "seen", "slots", "source", "spelled",
        "start", "unit", "when", "where", "words",
    )  # fmt: skip

    def __init__(self, source: str, keys: Sequence[str], head: Sequence[Any], rest: Sequence[Any] | str) -> None:
        (
            id, start, end, kind, measure, modality, polarity, scope, figure, period, begins, when, ordinal, marks,
        ) = head  # fmt: skip
        self.source = source
        self._rest = rest
        self._claim: Claim | None = None
        self._shelf: Shelf | None = None
        self._number, self._aside = 0, False
        self.memo: Any = None
        self.seen: Any = None
        self.id: str = id
        self.start: int = start
        self.end: int = end
        self.kind, self.measure = intern(kind), intern(measure)
        self.modality, self.scope = intern(modality), intern(scope)
        self.polarity: bool = polarity
        self.first: str | None
        self.last: str | None
        self.first, self.last = period or (None, None)
        self.begins: str = begins
        self.when: tuple[str, int, int] | None = when
        self.ordinal: int | None = ordinal
        self._measure(figure or _NO_FIGURE)
        self.keys = tuple(map(intern, keys))
        self.marks = tuple(map(intern, marks))

    countries: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    parts: frozenset[str]
    words: frozenset[str]
    figures: frozenset[float]
    where: str | None
    slots: Slots

    def __getattr__(self, name: str) -> Any:
        """What was not made yet."""
        if name not in _OF_REST:
            raise AttributeError(name)
        rest: Sequence[Any] = from_json(self._rest) if isinstance(self._rest, str) else self._rest
        names, setting, words, figures, where, slots = rest
        self.countries, self.names, self.around, self.parts = _named(tuple(names), tuple(setting))
        self.words = frozenset(map(intern, words))
        self.figures = frozenset(figures) or _NO_FIGURES
        self.where = where and intern(where)
        self.slots = tuple(tuple(map(intern, slot)) for slot in slots) if any(slots) else _NO_SLOTS
        self._rest = ""
        return getattr(self, name)

    def holds(self, words: Iterable[str]) -> bool:
        """Whether its sentence holds one of some words, of plain letters; where none, it is not unpacked for that."""
        if self._rest and isinstance(self._rest, str) and not any(f'"{word}"' in self._rest for word in words):
            return False
        return not self.words.isdisjoint(words)

    def _measure(self, figure: Sequence[Any]) -> None:
        dimension, form, unit, per, low, high, spelled = figure
        self.dimension, self.form = intern(dimension), intern(form)
        self.unit: str | None = unit and intern(unit)
        self.per: str | None = per and intern(per)
        self.low: float = low
        self.high: float = high
        self.spelled: bool = spelled
        self.digits = telling_digits(low)

    @property
    def claim(self) -> Claim:
        """The claim itself; one on a shelf is not held here, since very many rows may have been asked for theirs."""
        if self._claim is not None:
            return self._claim
        assert self._shelf is not None
        return self._shelf.claim(self._number, self._aside)

    @property
    def place(self) -> Place:
        """Where it stands, to order by."""
        return self.source, self.start, self.id


_OF_REST = frozenset({"countries", "names", "around", "parts", "words", "figures", "where", "slots"})
_NO_FIGURES = frozenset[float]()
_NO_SLOTS: Slots = ((), (), (), (), ())
_NO_FIGURE = ("", "", None, None, 0.0, 0.0, False)


@lru_cache(maxsize=4096)
def _named(names: tuple[str, ...], setting: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The countries named, the other names, these with the names around, and their words: rows of one sentence, and of
    many of one document, have them in common."""
    own = list(map(intern, names))
    countries = frozenset(name for name in own if name in _countries())
    others = frozenset(own) - countries
    return countries, others, others.union(map(intern, setting)), frozenset(map(intern, " ".join(others).split()))


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.casefold() for name in country_names().values())


class Sketch(NamedTuple):
    """What a row is made of, and kept as: worked out once for both."""

    number: int
    """That of its claim among those of its document."""
    aside: int
    """1 for the happening beside a figure alone."""
    claim: Claim
    keys: tuple[str, ...]
    head: Sequence[Any]
    rest: Sequence[Any]

    @property
    def row(self) -> Row:
        """The row."""
        made = Row(self.claim.source, self.keys, self.head, self.rest)
        made._claim = self.claim
        return made

    @property
    def line(self) -> str:
        """The row as a line: keys, the claim's number, 1 for its happening alone, head and rest as JSON."""
        head, rest = _json(self.head), _json(self.rest)
        return f"{'|'.join(self.keys)}\t{self.number}\t{self.aside}\t{head}\t{rest}"


_json = json.JSONEncoder(separators=(",", ":")).encode


def sketched(claims: Iterable[Claim]) -> Iterator[Sketch]:
    """What the rows of claims are made of, in their order; those of happenings that stand beside a figure too."""
    for number, claim in enumerate(claims):
        happening = claim.happening
        sides = (claim,) if happening is None or happening is claim else (claim, happening)
        for aside, side in enumerate(sides):
            yield Sketch(number, aside, side, keys_of(side), *head_of(side))


def rows_of(claim: Claim) -> tuple[Row, ...]:
    """The rows of a claim: its own, and that of the happening which it tells of beside a figure."""
    return tuple(sketch.row for sketch in sketched((claim,)))


def row_of(claim: Claim) -> Row:
    """The row of a claim by itself."""
    return Sketch(0, 0, claim, keys_of(claim), *head_of(claim)).row


def unpacked(source: str, line: str, shelf: Shelf) -> Row:
    """The row of such a line; its claim is on the shelf."""
    keys, number, aside, head, rest = line.split("\t", 4)
    row = Row(source, keys.split("|") if keys else (), from_json(head), rest)
    row._shelf, row._number, row._aside = shelf, int(number), aside == "1"
    return row


class Rows(Sequence[Row]):
    """The rows of a document, from lines such as `Sketch.line`; each is unpacked when it is asked for."""

    def __init__(self, source: str, lines: Sequence[str], shelf: Shelf) -> None:
        self._source, self._lines, self._shelf = source, lines, shelf
        self._made: list[Row | None] = [None] * len(lines)

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        made = self._made[at]
        if made is None:
            made = self._made[at] = unpacked(self._source, self._lines[at], self._shelf)
        return made

    def __iter__(self) -> Iterator[Row]:
        return (self[number] for number in range(len(self)))

    def of_family(self, family: str, among: Iterable[int]) -> dict[int, Row]:
        """Those of some numbers with a key that begins so; all keys of a row are of one family."""
        return {number: self[number] for number in among if family in self._lines[number].partition("\t")[0]}


def of_family(rows: Sequence[Row], family: str, among: Iterable[int] | None = None) -> dict[int, Row]:
    """The rows of a document with a key that begins so, by their numbers; of all, or of some numbers."""
    numbers = range(len(rows)) if among is None else sorted(among)
    if isinstance(rows, Rows):
        return rows.of_family(family, numbers)
    return {number: rows[number] for number in numbers if any(key.startswith(family) for key in rows[number].keys)}


def head_of(claim: Claim) -> tuple[list[Any], list[Any]]:
    """What a row is made of, as plain JSON values: what is looked at of each, and what only of those that meet."""
    quantity, span, anchor = claim.quantity and in_percent(claim.quantity), claim.timespan, claim.anchors[0]
    figure = quantity and [
        quantity.dimension, form_of(quantity), quantity.unit, per_of(claim), quantity.low, quantity.high,
        quantity.as_written.isalpha(),
    ]  # fmt: skip
    period = [span.start or OPEN_START, span.end or OPEN_END] if span is not None and span.is_resolved else None
    names = list(dict.fromkeys(name_key(name) for name in named(claim)))
    setting = list(dict.fromkeys(name_key(name) for name in claim.setting))
    own = {word for key in (*names, *setting) for word in key.split()}
    words, figures = content(claim.sentence)
    head = [
        claim.id, anchor.start or 0, anchor.end or 0, claim.kind, claim.measure, claim.modality, affirms(claim),
        claim.scope, figure, period, _begins(claim), _when(claim), claim.event and claim.event.ordinal,
        list(dict.fromkeys((*names, *setting)))[:MOST_NAMES],
    ]  # fmt: skip
    return head, [names, setting, sorted(words - own), sorted(figures), claim.place, slots_of(claim.roles)]


def affirms(claim: Claim) -> bool:
    """Whether a claim affirms what it tells; of a share its own clause says so, and not who finds or says it."""
    if claim.kind != "percentage" or claim.quantity is None:
        return claim.polarity
    _, share, behind = claim.wording.partition(claim.quantity.as_written)
    return claim.polarity and not (share and _NOT.search(behind))


_NOT = re.compile(r"^[^,;:.]*?\b(?:was|were|is|are|did|do|does|had|has|have|could|can|would)(?: not|n['’]t) ")


def per_of(claim: Claim) -> str | None:
    """What a figure is per: as it says; what is saved annually is per year, and traces are in a litre, said or not."""
    if claim.quantity is None:
        return claim.per
    per = claim.per or claim.quantity.per
    if per is None and measure_terms(claim.measure).isdisjoint(YEARLY):
        at = claim.wording.find(claim.quantity.as_written)
        return "year" if _ANNUAL.search(claim.wording, 0, max(at, 0)) else None
    return None if per in ("litre", "liter") and claim.quantity.unit in _TRACES else per


_TRACES = frozenset({"mg", "ug", "ng", "pg"})
"""Masses so small that they are of something dissolved: a limit of 5 micrograms."""
_ANNUAL = re.compile(r"\b(?:annual|yearly|annuali[sz]ed) (?:[a-z]+ ){1,3}of (?:[a-z]+ ){0,2}$", re.IGNORECASE)
YEARLY = frozenset(
    "revenue profit loss income budget output production consumption emission inflation growth deficit surplus wage "
    "visit birth rainfall capacity demand import export spending".split()
)
"""What is told by the year in any case."""


def _begins(claim: Claim) -> str:
    return (claim.event.date.start or "") if claim.event and claim.event.date else ""


def _when(claim: Claim) -> tuple[str, int, int] | None:
    span = claim.event.date if claim.event else None
    if span is None:
        return None
    if not span.start or not span.end:
        return ("clock", 0, 0) if span.clock and not span.start else None
    if is_period(span) and span.granularity not in ("decade", "century"):
        return None
    return span.granularity, day_number(span.start), day_number(span.end)


def named(claim: Claim) -> tuple[str, ...]:
    """The names of the sentence: those who take part, the place, and those beside."""
    roles = claim.roles
    slots = (*roles.agent, *roles.recipient, *roles.from_, *roles.to, *roles.for_)
    return tuple(name for name in (*slots, claim.place or "", *claim.names) if name and not name.islower())


def keys_of(claim: Claim) -> tuple[str, ...]:
    """The keys of a claim, from it alone: a family (figure, ranking, event, moment), and what is measured or happens.

    What is never compared has none.
    """
    quantity = claim.quantity
    if quantity is not None:
        if quantity.dimension != "count":
            return (f"figure:{quantity.dimension}",)
        told = (*sorted(measure_terms(claim.measure)), *(f"~{kind}" for kind in sorted(kinds_counted(claim.measure))))
        return tuple(f"figure:{claim.kind}:{term}" for term in told)
    if claim.comparison is not None:
        return ("ranking:",)
    if claim.kind not in ("event", "date"):
        return ()
    events = [f"event:{term}" for term in sorted(measure_terms(claim.measure))]
    return (*events, *(f"moment:{moment}" for moment in sorted(moments_told(claim))))


def moments_told(claim: Claim) -> frozenset[str]:
    """The moments that a claim may tell of: by its verb or noun, and by the happening that acts in it."""
    told = concept_of(claim.measure) or claim.measure
    found = moments_of(told, claim.measure)
    acting, undergoing = _happenings_of(claim.roles.agent), _happenings_of(claim.roles.recipient)
    dated = (acting & HAPPENING_BY_ITSELF).union(begun(told, acting | undergoing))
    return found | frozenset(moment for concept in dated for moment in moments_of(concept, ""))


def _happenings_of(actors: Iterable[str]) -> frozenset[str]:
    """What the head nouns of phrases tell of, where they name one thing."""
    heads = [actor.split(" of ")[0].split()[-1].lower() for actor in actors if actor]
    found = (concept_of(head, "noun") for head in heads if not is_plural(head))
    return frozenset(concept for concept in found if concept is not None)
