"""What stands in a page's pictures. Each is a table first: the script draws from what the table holds."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from typing import Any

from factcheck.language.units import convert, convertible, name
from factcheck.pages.wording import day

Json = Mapping[str, Any]

MOMENTS = frozenset({"date", "event"})
"""Kinds of findings whose picture is a timeline of happenings."""

DIFFERING = ("conflict", "possible-conflict")


@dataclass(frozen=True)
class Row:
    """What one source says: its value as written, the figure with the interval it means, and the days it covers.

    A limit that is null is open. Days are the first and the last, both included.
    """

    side: str
    source: str
    written: str
    value: float | None = None
    least: float | None = None
    most: float | None = None
    first: str | None = None
    last: str | None = None
    period: str | None = None

    @property
    def figure(self) -> str:
        """The value and what it means at least and at most, for the script; a dash for an open end."""
        if self.value is None:
            return ""
        return " ".join("-" if one is None else f"{one:.12g}" for one in (self.value, self.least, self.most))

    @property
    def days(self) -> str:
        """The first and the last day, for the script."""
        return f"{self.first or '-'} {self.last or '-'}"

    @property
    def meaning(self) -> str:
        """The interval in words; empty where the figure stands for itself alone."""
        if self.value is None or self.least == self.most:
            return ""
        if self.most is None:
            return f"{amount(self.least or 0)} or more"
        if self.least is None or self.least == 0 < self.value:
            return f"up to {amount(self.most)}"
        return f"{amount(self.least)} to {amount(self.most)}"


@dataclass(frozen=True)
class Picture:
    """The rows of a finding; `kind` is "figures" or "timeline", `unit` that of the figures, in words."""

    kind: str
    unit: str
    rows: tuple[Row, ...]

    @property
    def dated(self) -> bool:
        """Whether any row has a time."""
        return any(row.first or row.last for row in self.rows)


def picture(finding: Json, claims: Mapping[str, Json]) -> Picture | None:
    """What a finding's sides say as rows, from the shapes of its claims; null where that is no picture."""
    pairs = [(item, claims[item["claim"]]) for item in finding["evidence"] if item["side"] and item["claim"] in claims]
    made = _timeline(pairs) if finding["kind"] in MOMENTS else _figures(pairs)
    return made if made and len(made.rows) > 1 else None


def _timeline(pairs: Sequence[tuple[Json, Json]]) -> Picture | None:
    rows = []
    for item, claim in pairs:
        first, last, words = (claim[key] for key in ("on", "till", "when"))
        if first is None and last is None and claim["first"] is not None:
            first, last, words = (claim[key] for key in ("first", "last", "period"))
        if _is_day(first) or _is_day(last):
            rows.append(_row(item, words or day(first or last), first=first, last=last, period=words))
    return Picture("timeline", "", _once(rows))


def _figures(pairs: Sequence[tuple[Json, Json]]) -> Picture | None:
    figures = [(item, claim) for item, claim in pairs if claim.get("low") is not None]
    if not figures:
        return None
    unit, dimension, form = (figures[0][1][key] for key in ("unit", "dimension", "form"))
    rows = []
    for item, claim in figures:
        if claim["form"] != form or claim["dimension"] != dimension:
            continue
        alike = dimension == "count" or claim["unit"] == unit
        if not alike and not convertible(claim["unit"], unit):
            continue
        least, low, high, most = (
            value if alike or value is None else convert(value, claim["unit"], unit)
            for value in (claim["least"], claim["low"], claim["high"], claim["most"])
        )
        limits = {"value": (low + high) / 2, "least": least, "most": most}
        days = {key: claim[key] for key in ("first", "last", "period")}
        rows.append(_row(item, claim["written"] or item["value"] or "", **limits, **days))
    return Picture("figures", _unit_words(unit, dimension), _once(rows))


def _unit_words(unit: str | None, dimension: str) -> str:
    """A unit as a caption names it; counts and shares say themselves what they are of."""
    if dimension in ("count", "share"):
        return ""
    return (unit if dimension == "money" else name(unit)) or ""


def _row(item: Json, written: str, **more: Any) -> Row:
    for key in ("first", "last"):
        more[key] = more[key] if _is_day(more[key]) else None
    if more["period"] is None and (more["first"] or more["last"]):
        more["period"] = f"from {day(more['first'])}" if more["first"] else f"by {day(more['last'])}"
    return Row(side=item["side"], source=item["source"], written=" ".join(written.split()), **more)


def _once(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(dict.fromkeys(rows))


def _is_day(text: str | None) -> bool:
    try:
        return text is not None and date.fromisoformat(text) is not None
    except ValueError:
        return False


_LARGE = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"), (1.0, ""))


def amount(value: float) -> str:
    """A figure for people: 1.65 billion, 12,500, 0.4."""
    if not math.isfinite(value):
        return str(value)
    size, words = next((entry for entry in _LARGE if abs(value) >= entry[0]), (1.0, ""))
    return f"{value / size:,.4g}{words}" if size > 1 else f"{value:,.6g}"


@dataclass(frozen=True)
class Tie:
    """Who takes from whom; `outside` where `to` is a body and no source of the report."""

    source: str
    to: str
    how: str
    outside: bool


def tie_list(ties: Iterable[Json], sources: Mapping[str, Json]) -> tuple[Tie, ...]:
    """The ties of a report, one for each two, with all the ways in which one takes from the other.

    A body outside is named where a record says that a source repeats it, or where two sources quote it.
    """
    listed = list(ties)
    quoting = Counter(to for _, to in {(tie["from"], tie["to"]) for tie in listed})
    ways: dict[tuple[str, str], list[str]] = {}
    for tie in listed:
        if tie["to"] in sources or tie["how"] == "repeats" or quoting[tie["to"]] > 1:
            times = f" {tie['times']} times" if tie["times"] > 1 else ""
            ways.setdefault((tie["from"], tie["to"]), []).append(f"{tie['how']}{times}")
    return tuple(Tie(source, to, ", ".join(how), to not in sources) for (source, to), how in ways.items())


@dataclass(frozen=True)
class Meetings:
    """How often a source says the same as others, and how often it differs from them, the most frequent first."""

    source: str
    agree: Mapping[str, int]
    differ: Mapping[str, int]


def meetings(findings: Iterable[Json]) -> tuple[Meetings, ...]:
    """The sources that meet in findings: on one side they agree, on different sides of a conflict they differ."""
    agree: dict[str, Counter[str]] = {}
    differ: dict[str, Counter[str]] = {}
    for finding in findings:
        sides: dict[str, set[str]] = {}
        for item in finding["evidence"]:
            if item["side"]:
                sides.setdefault(item["source"], set()).add(item["side"])
        for one, other in permutations(sides, 2):
            if sides[one] & sides[other]:
                agree.setdefault(one, Counter())[other] += 1
            elif finding["verdict"] in DIFFERING:
                differ.setdefault(one, Counter())[other] += 1
    return tuple(
        Meetings(source, _ranked(agree.get(source, {})), _ranked(differ.get(source, {})))
        for source in sorted(agree.keys() | differ.keys())
    )


def _ranked(times: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(times.items(), key=lambda entry: (-entry[1], entry[0])))
