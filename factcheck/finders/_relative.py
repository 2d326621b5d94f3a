"""Times told from the document's date, or from what the text last spoke of."""

import re
from datetime import date, timedelta

from factcheck.finders._lengths import CODES, SMALL, Match, grain, length_of, unit_name
from factcheck.finders._pieces import Length, Piece
from factcheck.finders._speaking import Speaking
from factcheck.language.calendar import MONTHS, SEASONS, Span, around, month_span, part, shifted
from factcheck.language.numerals import read
from factcheck.records.timespan import Granularity


def rolling(match: Match, text: str, speaking: Speaking) -> Piece | None:
    """ "over the last decade", "in the past two weeks", "the following year", "the first three months"."""
    which, unit = match["which"].lower(), unit_name(match["unit"])
    counted = any(match[group] for group in ("n1", "vague", "half"))
    single = not counted and not match["unit"].lower().endswith("s")
    if unit in ("period", "quarter", "season", *SEASONS) or (
        single and which in ("next", "following", "previous", "preceding", "coming", "subsequent", "ensuing")
    ):
        if which in ("first", "final"):
            return None
        if single and which in ("next", "coming") and _within(match, text):
            return _window(match, unit, Length(1, 1, unit), which, text, speaking)
        return _neighbour(match, unit, which, speaking) if single else None
    if (
        single
        and which in ("first", "final", "last")
        and re.match(r"\s+(?:of|in|since|that|for|to)\b", text[match.end() : match.end() + 8])
    ):
        return None
    if single and which == "first":
        return None
    length = length_of(match, text) if counted or single else None
    if length is None and not match["vague"] and which in ("first", "final"):
        return None
    return _window(match, unit, length, which, text, speaking)


_WITHIN = re.compile(r"\b(?:over|in|during|for|within|throughout|across|through)\s{1,2}$", re.IGNORECASE)


def _within(match: Match, text: str) -> bool:
    return _WITHIN.search(text, max(0, match.start() - 12), match.start()) is not None


def _window(match: Match, unit: str, length: Length | None, which: str, text: str, speaking: Speaking) -> Piece:
    """A window that ends, or begins, with the document's date."""
    piece = Piece(
        match.start(), match.end(), match.start(), None, grain(unit), "unresolved", length=length, kind="rolling"
    )
    publication = speaking.publication
    if length is None or publication is None or publication.start is None or publication.end is None:
        return piece
    if which in ("last", "past", "previous", "preceding"):
        start = shifted(publication.start, unit, -length.high)
        span = Span(start, publication.end) if start else None
    elif which in ("next", "coming") and not (speaking.is_past(text) and not speaking.is_ahead(text)):
        end = shifted(publication.end, unit, length.high)
        span = Span(publication.start, end) if end else None
    else:
        span = None
    if span is None or unit in SMALL:
        return piece
    return piece._replace(
        span=span, resolved="publication", relative_to=publication.start.isoformat(), approximate=True
    )


def _neighbour(match: Match, unit: str, which: str, speaking: Speaking) -> Piece:
    """ "the following year": the unit after, or before, the one last spoken of."""
    shift = -1 if which in ("previous", "preceding") else 1
    unit = "day" if unit in ("morning", "night", "evening") else unit
    piece = Piece(
        match.start(),
        match.end(),
        match.start(),
        None,
        grain(unit) if unit not in ("period", *SEASONS) else "era",
        "unresolved",
        kind="relative",
    )
    anchor = speaking.last_within(unit)
    here = around(anchor.span.start, unit) if anchor and anchor.span and anchor.span.start else None
    if here is None or here.start is None or unit == "period":
        return piece
    moved = around(shifted(here.start, unit, shift), unit)
    return piece._replace(span=moved, resolved="text" if moved else "unresolved", relative_to=here.start.isoformat())


_OF = re.compile(r"\s{1,2}of\s")


def relative(match: Match, text: str, speaking: Speaking) -> Piece | None:
    """ "earlier this month", "last week", "that year", "over the same period", "every year"."""
    if match["period"]:
        return _same_period(match, speaking)
    det = re.sub(r"\s+", " ", match["det"].lower())
    if det in ("each", "every"):
        unit = unit_name(match["unit"]) if match["unit"] else "season"
        return (
            None
            if unit == "period"
            else Piece(*match.span(), match.start(), None, grain(unit), recurring=True, kind="recurring")
        )
    if det in ("last", "next") and _OF.match(text, match.end()):
        return None
    if match["season"]:
        return _season(match, det, speaking)
    unit = unit_name(match["unit"])
    if unit == "period":
        return _same_period(match, speaking) if det not in ("last", "next") else None
    if det in ("this", "last", "next", "the current"):
        return _published(match, unit, {"last": -1, "next": 1}.get(det, 0), speaking)
    anchor = speaking.last_within(unit)
    piece = Piece(match.start(), match.end(), match.start(), None, grain(unit), "unresolved", kind="relative")
    start = anchor.span.start if anchor and anchor.span else None
    where = around(start, unit)
    if where is None or start is None:
        return piece
    where = _shifted_within(match["shift"], where, start)
    return piece._replace(span=where, resolved="text", relative_to=start.isoformat(), approximate=bool(match["shift"]))


def _shifted_within(shift: str | None, span: Span, point: date) -> Span:
    word = (shift or "").lower()
    if word in ("early", "mid", "late"):
        return part(span, ("early", "mid", "late").index(word))
    if word == "earlier" and span.start and point > span.start:
        return Span(span.start, point)
    if word == "later" and span.end and point < span.end:
        return Span(point, span.end)
    return span


def _published(match: Match, unit: str, shift: int, speaking: Speaking) -> Piece | None:
    """A calendar unit counted from the document's date: "last week", "this year", "earlier this month"."""
    written = match["unit"].lower()
    if unit == "day" and (written == "day" or shift > 0):
        return None
    if written == "night" and shift == 0:
        return None
    piece = Piece(match.start(), match.end(), match.start(), None, grain(unit), "unresolved", kind="relative")
    publication = speaking.publication
    if publication is None or publication.start is None or publication.end is None:
        return piece
    whole = (publication.end - publication.start).days
    if whole > {"day": 1, "week": 1, "fortnight": 1, "month": 31, "quarter": 31}.get(unit, 366):
        return piece
    where = around(shifted(publication.start, unit, shift), unit)
    if where is None:
        return piece
    if shift == 0 and whole == 1:
        where = _shifted_within(match["shift"], where, publication.start)
    elif match["shift"]:
        where = _shifted_within(
            match["shift"] if match["shift"].lower() in ("early", "mid", "late") else None, where, publication.start
        )
    return piece._replace(
        span=where, resolved="publication", relative_to=publication.start.isoformat(), approximate=bool(match["shift"])
    )


def _season(match: Match, det: str, speaking: Speaking) -> Piece:
    """ "last summer", "this fall", "that spring"."""
    piece = Piece(match.start(), match.end(), match.start(), None, "season", "unresolved", kind="relative")
    from_text = det in ("that", "the same", "same")
    anchor = speaking.last_within("year")
    base = (anchor.span if anchor else None) if from_text else speaking.publication
    if base is None or base.start is None:
        return piece
    first, count = SEASONS[match["season"].lower()]
    year = base.start.year
    if det == "last" and date(year, first, 1) >= base.start:
        year -= 1
    if det == "next" and date(year, first, 1) <= base.start:
        year += 1
    span = month_span(year, first, count)
    return piece._replace(
        span=span, resolved="text" if from_text else "publication", relative_to=base.start.isoformat()
    )


def _same_period(match: Match, speaking: Speaking) -> Piece:
    """ "over the same period", "in this period": what was last spoken of, if it is a period."""
    last = speaking.last
    piece = Piece(match.start(), match.end(), match.start(), None, "era", "unresolved", kind="relative")
    if last is None or last.span is None or last.span.start is None:
        return piece
    return piece._replace(
        span=last.span, granularity=last.granularity, resolved="text", relative_to=last.span.start.isoformat()
    )


def month_of(match: Match, text: str, speaking: Speaking) -> Piece | None:
    """ "last June", "this March", "that May"."""
    month, det = MONTHS[match["month"].rstrip(".").lower()], match["det"].lower()
    if det in ("each", "every"):
        return Piece(*match.span(), match.start(), None, "month", recurring=True, kind="recurring")
    piece = Piece(match.start(), match.end(), match.start(), None, "month", "unresolved")
    from_text = det == "that"
    anchor = speaking.last_within("year")
    base = (anchor.span if anchor else None) if from_text else speaking.publication
    if base is None or base.start is None or base.end is None:
        return piece
    year = base.start.year
    if det == "last" and month >= base.start.month:
        year -= 1
    if det == "next" and month <= base.start.month:
        year += 1
    span = month_span(year, month)
    if span and match["shift"]:
        span = part(span, {"early": 0, "mid": 1, "late": 2}.get(match["shift"].lower(), 0))
    return piece._replace(
        span=span, resolved="text" if from_text else "publication", relative_to=base.start.isoformat()
    )


def simple(match: Match, speaking: Speaking) -> Piece | None:
    """ "yesterday", "to date", "since then", "in recent years", "annually"."""
    piece = Piece(match.start(), match.end(), match.start(), None, "day", "unresolved", kind="relative")
    publication = speaking.publication
    if match["often"]:
        unit = unit_name(re.split(r"\s", match["often"])[-1]) if " " in match["often"] else "year"
        return piece._replace(
            granularity=grain(unit), recurring=True, resolved="stated", kind="recurring", length=_interval(match, unit)
        )
    if match["recent"]:
        return piece._replace(granularity=grain(unit_name(re.split(r"\s", match["recent"])[-1])))
    if match["then"]:
        last = speaking.last
        start = last.span.start if last and last.span else None
        if last is None or start is None:
            return piece
        return piece._replace(
            span=Span(start, None), granularity=last.granularity, resolved="text", relative_to=start.isoformat()
        )
    if match["weekend"]:
        return _weekend(match, piece, speaking)
    if match["date"]:
        end = publication.end if publication else None
        return piece._replace(span=Span(None, end), resolved="publication") if end else piece
    return _day_word(match["today"].lower(), piece, speaking)


def _weekend(match: Match, piece: Piece, speaking: Speaking) -> Piece:
    """ "at the weekend": the last Saturday and Sunday before the document's day, or those to come."""
    today = speaking.day_of_publication()
    piece = piece._replace(start=match.start("weekend") - len("the "))
    if today is None:
        return piece
    saturday = today - timedelta((today.weekday() - _SATURDAY) % 7)
    if speaking.is_ahead(match.string):
        saturday = saturday if today - saturday < timedelta(2) else saturday + timedelta(7)
    span = Span(saturday, saturday + timedelta(2))
    return piece._replace(span=span, resolved="publication", relative_to=today.isoformat())


_SATURDAY = 5


def _interval(match: Match, unit: str) -> Length | None:
    """How long it is from one time to the next: "every four years", "every other week"."""
    number = match["every"]
    if number is None or number.lower() == "few":
        return None
    count = None if number.lower() == "other" else read(number, 0)
    if count is None:
        return Length(2, 2, CODES.get(unit, unit)) if number.lower() == "other" else None
    return Length(count.low, count.high, CODES.get(unit, unit))


def _day_word(word: str, piece: Piece, speaking: Speaking) -> Piece:
    publication = speaking.publication
    if word == "today" and publication is not None:
        grain: Granularity = "day" if speaking.day_of_publication() else "month"
        return piece._replace(span=publication, granularity=grain, resolved="publication")
    today = speaking.day_of_publication()
    if today is None:
        return piece
    day = shifted(today, "day", {"yesterday": -1, "tomorrow": 1}.get(word, 0))
    return piece._replace(span=around(day, "day"), resolved="publication", relative_to=today.isoformat())


def edge(match: Match, speaking: Speaking) -> Piece:
    """ "the start of the month", "the end of last year"."""
    unit, det = unit_name(match["unit"]), re.sub(r"\s+", " ", match["det"].lower())
    piece = Piece(
        match.start(), match.end(), match.start(), None, grain(unit), "unresolved", approximate=True, kind="relative"
    )
    from_text = det in ("that", "the same")
    anchor = speaking.last_within(unit)
    base = (anchor.span if anchor else None) if from_text else speaking.publication
    if base is None or base.start is None or base.end is None:
        return piece
    if not from_text and (base.end - base.start).days > {"week": 1, "month": 31, "quarter": 31}.get(unit, 366):
        return piece
    whole = around(shifted(base.start, unit, {"last": -1, "next": 1}.get(det, 0)), unit)
    if whole is None:
        return piece
    word = match["edge"].lower()
    if word == "turn":
        return piece
    if word in ("rest", "remainder"):
        span = Span(base.start, whole.end)
    else:
        span = part(whole, {"middle": 1, "end": 2, "close": 2}.get(word, 0))
    return piece._replace(
        span=span, resolved="text" if from_text else "publication", relative_to=base.start.isoformat()
    )
