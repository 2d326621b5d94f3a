"""Quantities, times and claims made by hand, and archives read from short texts."""

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck import engine
from factcheck.checking import Archive, Check, Study
from factcheck.config import Glossary
from factcheck.digests import digest_of_bytes
from factcheck.likeness import Likeness
from factcheck.reading import read
from factcheck.records.claim import Claim
from factcheck.records.finding import Finding
from factcheck.records.passage import Anchor
from factcheck.records.quantity import Quantity
from factcheck.records.source import Source
from factcheck.records.timespan import Timespan

SURE = Likeness(score=9.0, names=("arlen",), words=("fire",), figures=(), same_time=False)
"""So much speaks for one fact that only the claims themselves can tell them apart."""


def quantity(low: float, high: float | None = None, **fields: Any) -> Quantity:
    """A quantity, a count unless told otherwise; written as its digits."""
    written = f"{low:,.10g}" if high is None else f"{low:,.10g} to {high:,.10g}"
    return Quantity(low=low, high=low if high is None else high, **{"as_written": written, **fields})


def dollars(low: float, **fields: Any) -> Quantity:
    return quantity(low, **{"dimension": "money", "unit": "USD", **fields})


def span(start: str | None, end: str | None, granularity: str = "day", **fields: Any) -> Timespan:
    """The half-open interval from one day to another."""
    made = {"start": start, "end": end, "granularity": granularity, "as_written": f"{start} to {end}", **fields}
    return Timespan.model_validate(made)


def year(first: int, last: int | None = None) -> Timespan:
    """A calendar year, or the years from the first to the last."""
    written = f"{first}" if last is None else f"from {first} to {last}"
    return span(f"{first}-01-01", f"{(last or first) + 1}-01-01", "year", as_written=written)


def month(year: int, number: int) -> Timespan:
    after = f"{year + 1}-01-01" if number == 12 else f"{year}-{number + 1:02}-01"
    return span(f"{year}-{number:02}-01", after, "month", as_written=f"{year}-{number:02}")


def day(written: str) -> Timespan:
    """A day of the first 27 of its month."""
    return span(written, f"{written[:8]}{int(written[8:]) + 1:02}", as_written=written)


def claim(id: str = "c", source: str = "one", at: int = 0, **fields: Any) -> Claim:
    """A count of the dead unless told otherwise."""
    statement = fields.pop("statement", "Twelve people died in the fire.")
    anchor = Anchor(source=source, exact=statement, start=at, end=at + len(statement))
    base = {"kind": "count", "measure": "death", "quantity": quantity(12), "found_by": "hand/1", **fields}
    return Claim(id=id, statement=statement, anchors=(anchor,), **base)


def study(name: str, text: str, date: str | None = None) -> Study:
    """A text of plain lines, read and studied as a source is."""
    data = text.encode()
    source = Source(id=name, title=name, issued=date, file=f"{name}.txt", sha256=digest_of_bytes(data))
    return engine.study(source, read(source, data), Glossary())


def archive(documents: Mapping[str, str], dates: Mapping[str, str] | None = None) -> Archive:
    """An archive of texts by id, some with their own dates."""
    studies = {name: study(name, text, (dates or {}).get(name)) for name, text in documents.items()}
    return engine.archive(studies, (), {})


def findings(check: Check, documents: Mapping[str, str], dates: Mapping[str, str] | None = None) -> list[Finding]:
    """What one check of archives says of texts."""
    sight = archive(documents, dates)
    return list(check.run(sight, sight))


def verdicts(found: Iterable[Finding]) -> set[str]:
    return {finding.verdict for finding in found}
