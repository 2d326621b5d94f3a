"""What pictures are drawn from: the figure and the time of a claim, and who cites or repeats whom. Plain values."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.checking import Archive, Study
from factcheck.identity import name_key
from factcheck.language.folding import fold
from factcheck.origins import Body, body_of, cited_by
from factcheck.records.claim import Claim
from factcheck.records.mention import NameMention
from factcheck.records.timespan import Timespan, first_day, in_words, last_day
from factcheck.valuing import interval

Json = dict[str, Any]

SHORTEST_TITLE = 16
"""Letters of a title below which it may be that of several works."""


def shape(claim: Claim) -> Json:
    """A claim's figure (`low` to `high`, meaning `least` to `most`, null: no end) and days, null where it has none.

    `first` and `last` are the days of its period, `on` and `till` those of the happening that it tells of.
    """
    made: Json = {"written": claim.quantity.as_written if claim.quantity else None}
    if claim.quantity is not None and claim.quantity.form != "ordinal":
        meant = interval(claim.quantity)
        made |= {"low": claim.quantity.low, "high": claim.quantity.high, "least": meant.low, "most": meant.high}
        made |= {"unit": claim.quantity.unit, "dimension": claim.quantity.dimension, "form": claim.quantity.form}
    span = claim.timespan
    made |= _days(span, "first", "last", "period")
    if made["last"] is None and claim.as_of is not None:
        made["last"] = claim.as_of[:10]
    happening = claim.happening
    return made | _days(happening.timespan if happening else None, "on", "till", "when")


def _days(span: Timespan | None, first: str, last: str, words: str) -> Json:
    if span is None or not span.is_resolved:
        return {first: None, last: None, words: None}
    return {first: first_day(span), last: last_day(span), words: in_words(span)}


def ties(archive: Archive) -> tuple[Json, ...]:
    """Who takes from whom: `from` a source, `to` another one of the archive or a body outside it, and `how`.

    Repeats: the source's record names its origin. Cites: a note names the work. Quotes: claims are given to its
    makers, so many `times`.
    """
    known = {name_key(name): source for source, body in _bodies(archive) for name in body.names}
    titles = {fold(study.source.title): id for id, study in archive.studies.items()}
    counted: dict[tuple[str, str, str], int] = {}
    for id, study in archive.studies.items():
        for to, how in (*_repeated(study, archive), *_cited(study, titles), *_quoted(study, known)):
            if to != id:
                counted[id, to, how] = counted.get((id, to, how), 0) + 1
    return tuple(
        {"from": source, "to": to, "how": how, "times": times} for (source, to, how), times in sorted(counted.items())
    )


def _bodies(archive: Archive) -> Iterator[tuple[str, Body]]:
    """The sources with their makers, the last first, so that of several by one maker the earliest id is kept."""
    for id in sorted(archive.studies, reverse=True):
        yield id, body_of(archive.studies[id])


def _repeated(study: Study, archive: Archive) -> Iterator[tuple[str, str]]:
    """The source that this one's record names as its origin, or a body; an id of what is not there is no body."""
    origin = study.source.origin
    if origin is not None and (origin in archive.studies or " " in origin or origin != origin.lower()):
        yield origin, "repeats"


def _cited(study: Study, titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for citation in study.citations.citations:
        title = fold(citation.work.title) if citation.work and citation.work.title else ""
        if len(title) >= SHORTEST_TITLE and title in titles:
            yield titles[title], "cites"


def _quoted(study: Study, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Whom claims are given to: the makers of a source, or a body; people and countries that speak are no origin."""
    bodies = {name_key(name.entity) for name in study.seen(NameMention) if name.type in ("organisation", "other")}
    for claim in study.claims:
        named = next(iter(cited_by(claim, study)), None) if claim.said_by else None
        key = name_key(named) if named else ""
        if key in known:
            yield known[key], "quotes"
        elif named and key in bodies:
            yield named, "quotes"


def shapes(claims: Iterable[Claim], wanted: frozenset[str]) -> dict[str, Json]:
    """The claims that are wanted, by their ids."""
    return {claim.id: shape(claim) for claim in claims if claim.id in wanted}
