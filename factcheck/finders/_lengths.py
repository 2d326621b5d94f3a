"""Lengths of time ("four to six months") and times counted by them ("two weeks ago", "a year after the visit")."""

import re
from datetime import date
from typing import cast

from factcheck.finders import _events
from factcheck.finders._measuring import phrase_from
from factcheck.finders._pieces import Length, Piece
from factcheck.finders._speaking import Speaking
from factcheck.finders._time_patterns import OFFSET, OLD
from factcheck.language.calendar import around, cover, granularity_of, shifted
from factcheck.language.modifiers import after, before
from factcheck.language.nouns import singular
from factcheck.language.numerals import read
from factcheck.language.tagging import tag
from factcheck.records.quantity import Quantity
from factcheck.records.timespan import Granularity, ResolvedFrom

Match = re.Match[str]

_ALIASES = {
    "sec": "second", "min": "minute", "hr": "hour", "yr": "year", "night": "day", "morning": "day", "afternoon": "day",
    "evening": "day", "weekend": "week", "centurie": "century", "millennia": "millennium"}  # fmt: skip
CODES = {"second": "s", "minute": "min", "hour": "h"}
"""Units of time whose code is not their name."""
SMALL = frozenset({"second", "minute", "hour"})


def unit_name(written: str) -> str:
    """The singular name of a unit of time as written."""
    word = singular(written.lower().rstrip("."))
    return _ALIASES.get(word, word)


def grain(unit: str) -> Granularity:
    """The granularity of a unit of time."""
    return cast(Granularity, granularity_of(unit))


_PARTS = {"h": 0.5, "a": 0.25, "t": 0.75}
"""What "half an", "a quarter of an" and "three quarters of an" begin with."""


def length_of(match: Match, text: str) -> Length | None:
    """The length of time that a pattern with a count states; null for a vague one ("several years")."""
    unit = unit_name(match["unit"])
    code = CODES.get(unit, unit)
    if match["vague"]:
        return None
    if match["half"]:
        part = _PARTS[match["half"][0].lower()]
        return Length(part, part, code)
    if match["n1"] is None:
        extra = 0.5 if "more" in match.re.groupindex and match["more"] else 0.0
        return Length(1 + extra, 1 + extra, code)
    first = read(text, match.start("n1"))
    if first is None or first.end > match.end("n1") + 1:
        return None
    high, precision = first.high, first.precision
    both = _AND.match(text, first.end, match.end("n1"))
    if match["n2"] or both:
        second = read(text, match.start("n2") if match["n2"] or both is None else both.end())
        if second is None or second.high < first.low:
            return None
        high, precision = second.high, min(precision, second.precision)
    more = 0.5 if "more" in match.re.groupindex and match["more"] else 0.0
    return Length(first.low + more, high + more, code, precision)


_AND = re.compile(r"\s{1,3}and\s{1,3}(?=\w)", re.IGNORECASE)
_BEFORE_ARTICLE = re.compile(
    r"\b(?:for|after|in|within|over|than|nearly|almost|about|around|only|just|half|lasted|took|throughout|lasting|spent|takes|"
    r"nearly|least|roughly|another|whole|during|into|at)\s{1,2}$",
    re.IGNORECASE,
)
_AND_LESS = re.compile(
    r"[\s\u00a0]{1,2}and[\s\u00a0]{1,2}[\w-]{1,12}[\s\u00a0]{1,2}(?:second|minute|hour|day|week|month)s?(?!\w)",
    re.IGNORECASE,
)
"""What goes on with a length of the smaller unit: "one hour | and 45 minutes"."""
_HYPHENATED = re.compile(r"[-‐‑–—−]")


def duration(match: Match, text: str, speaking: Speaking, following: Piece | None) -> Piece | None:
    """ "for a decade", "four to six months", "two weeks ago", "three months after the visit"."""
    if OLD.match(text, match.end()) or _is_age(match, text):
        return None
    unit = unit_name(match["unit"])
    offset = OFFSET.match(text, match.end())
    word = re.sub(r"\s+", " ", offset["word"].lower()) if offset else ""
    if word == "on" and not match["vague"]:
        word = "later" if text[offset.end() : offset.end() + 1] in ".,;" else ""  # type: ignore[union-attr]
    if word in ("before", "after") and text[offset.end() : offset.end() + 1] in ".,;:)":  # type: ignore[union-attr]
        word = "earlier" if word == "before" else "later"
    if not _is_length(match, text, word):
        return None
    length = length_of(match, text)
    if not word:
        if length is None:
            return None
        return Piece(
            match.start(), match.end(), match.start(), None, grain(unit), "unresolved", length=length, kind="length"
        )
    assert offset is not None
    piece = Piece(
        match.start(), offset.end(), match.start(), None, grain(unit), "unresolved", length=length, kind="offset"
    )
    return _placed(piece, unit, word, offset.end(), text, speaking, following)


def _is_age(match: Match, text: str) -> bool:
    before = text[max(0, match.start() - 12) : match.start()].lower()
    return before.endswith(("aged ", "age of ", "ages "))


def _is_length(match: Match, text: str, word: str) -> bool:
    """Whether the words are a length of time at all: not "times a minute", not "two second lieutenants"."""
    if match["one"] or (match["n1"] or "").lower() == "one":
        if match["unit"].lower() == "second" and not word:
            return False
        if match["one"] and _HYPHENATED.search(match["glue"]):
            return False
        led = _BEFORE_ARTICLE.search(text, max(0, match.start() - 12), match.start()) is not None
        return bool(word) or led or _AND_LESS.match(text, match.end()) is not None
    if match["n1"] and match["unit"][-1:].lower() not in "sa":
        spelled = not match["n1"][0].isdigit()
        return bool(_HYPHENATED.search(match["glue"])) or not spelled
    return True


def _placed(
    piece: Piece, unit: str, word: str, end: int, text: str, speaking: Speaking, following: Piece | None
) -> Piece:
    """The piece on the calendar, if the time that it is counted from is known."""
    back = word in ("ago", "earlier", "before", "prior", "prior to", "previously", "beforehand")
    if piece.length is None:
        return piece._replace(relative_to=_words(text, end) if word in ("after", "before", "prior to") else None)
    count = -piece.length.low if back else piece.length.low
    if word in ("ago", "from now", "hence"):
        base = speaking.publication
        source: ResolvedFrom = "publication"
        name = base.start.isoformat() if base and base.start else None
        if (
            base is None
            or base.start is None
            or (unit in ("day", "week", *SMALL) and speaking.day_of_publication() is None)
        ):
            return piece
        start: date | None = base.start
    else:
        anchor, name = _anchor(word, end, text, speaking, following)
        source = "text"
        if anchor is None or anchor.span is None or anchor.span.start is None:
            return piece._replace(relative_to=name)
        if unit in SMALL or (unit in ("day", "week", "fortnight") and anchor.granularity != "day"):
            return piece._replace(relative_to=name)
        start = anchor.span.start
    where = around(shifted(start, unit, count), unit) if start and unit not in SMALL else around(start, "day")
    vague = piece.length.low != piece.length.high
    if where is None or (unit in SMALL and source == "text"):
        return piece._replace(relative_to=name)
    if vague:
        other = (
            around(shifted(start, unit, count / piece.length.low * piece.length.high), unit)
            if start and piece.length.low
            else None
        )
        where = where if other is None else cover(*((other, where) if back else (where, other)))
    return piece._replace(span=where, resolved=source, relative_to=name, approximate=unit not in ("day", *SMALL))


def _anchor(
    word: str, end: int, text: str, speaking: Speaking, following: Piece | None
) -> tuple[Piece | None, str | None]:
    """What "after", "before" or "later" counts from: a date that follows, an event told of before, the last time."""
    if word not in ("after", "before", "prior to"):
        last = speaking.last
        return last, text[last.start : last.end] if last else None
    if following is not None and following.core - end < 60 and not re.search(r"[,.;:()]", text[end : following.core]):
        return following, text[end : following.end].strip()
    return _events.told(end, text, speaking)


def _words(text: str, start: int) -> str | None:
    words = re.match(r"[\s\u00a0]*((?:[\w’'-]+[\s\u00a0]?){1,4})", text[start : start + 60])
    return words[1].strip() if words else None


_PER = re.compile(
    r"[\s\u00a0]{1,2}(?:an?|per|each|every)[\s\u00a0]{1,2}(?P<unit>second|minute|hour|day|night|week|month|year|person|game)(?!\w)",
    re.IGNORECASE,
)


_INTO = {"year": (12, "month"), "week": (7, "day"), "day": (24, "h"), "h": (60, "min"), "min": (60, "s")}
"""How many of the next smaller unit of time a unit has."""
_JOINED = re.compile(r",?[\s\u00a0]{1,2}(?:and[\s\u00a0]{1,2})?")


def joined(last: Piece, piece: Piece, text: str) -> Piece | None:
    """Two lengths as one of the smaller unit: "four hours and 20 minutes", "2 years 3 months", "an hour and
    45 minutes later"; null if they are two."""
    first, second = last.length, piece.length
    counted = piece.kind == "length" or (piece.kind == "offset" and piece.span is None)
    if not (last.kind == "length" and counted and first and second) or first.low != first.high:
        return None
    many, unit = _INTO.get(first.unit, (0, ""))
    if unit != second.unit or second.high >= many or not _JOINED.fullmatch(text, last.end, piece.start):
        return None
    length = second._replace(low=first.low * many + second.low, high=first.high * many + second.high)
    if piece.kind == "offset":
        return piece._replace(start=last.start, core=last.core, length=length)
    return last._replace(end=piece.end, length=length)


def stated(piece: Piece, text: str, floor: int, start: int, end: int, ceiling: int) -> tuple[Quantity, int, int]:
    """The length of a piece as a quantity, with the words that say how it is meant, and where it begins and ends."""
    assert piece.length is not None
    low, high, unit, precision = piece.length
    said = before(text, piece.core, floor) if piece.kind not in ("rolling", "recurring") else None
    if said is not None and (_spans(text, said.place, piece.core, floor) or _compares(text, said.place, floor)):
        said = None
    elif said is not None:
        start = min(start, said.place)
    if said is None and piece.kind != "recurring":
        said = after(text, end)
        end = said.place if said else end
    per = _PER.match(text, end, ceiling) if piece.kind == "length" else None
    end = per.end() if per else end
    rate = "time" if piece.kind == "recurring" else per["unit"].lower() if per else None
    described = _described(text, piece, end, ceiling) if piece.kind == "length" and rate is None else None
    quantity = Quantity(
        low=low, high=high, modifier=said.modifier if said else "=", strict=bool(said and said.strict), unit=unit,
        of=described, dimension="time", per=rate, precision=precision, as_written=text[start:end],
    )  # fmt: skip
    return quantity, start, end


_LASTING = re.compile(
    r"(?:^|[.,;:(“\"]|\b(?:for|of|in|after|within|to|at|than|well|just|slightly|and|or|with|by|is|was|were|are|be|been|being|last(?:s|ed|ing)?"
    r"|tak(?:e|es|ing|en)|took|spen(?:d|t|ds|ding)|wait(?:s|ed|ing)?|serv(?:e|es|ed|ing)|has|have|had|cost|need(?:s|ed)?|need|require[sd]?"
    r"|now|already|still|nearly|total(?:s|led|ling)?|averag(?:e|es|ed|ing)|gets?|got|faces?|faced|served|spans?))[\s\u00a0]{0,2}$",
    re.IGNORECASE,
)


def _spans(text: str, place: int, core: int, floor: int) -> bool:
    """Whether "over" before a length is the preposition: "spread over two years", not "for over two years"."""
    if text[place:core].strip().lower() != "over":
        return False
    return place == floor or _LASTING.search(text, max(floor, place - 16), place) is None


_COMPARES = re.compile(
    r"(?:(?:\d|%|\bper[\s\u00a0]?cent|\bpoints?|\b(?:million|billion|trillion|hundred|thousand|dozen|half|third|quarter|fifth))[\s\u00a0])$",
    re.IGNORECASE,
)


def _compares(text: str, place: int, floor: int) -> bool:
    """Whether "more than" or "lower than" compares with a time instead: "5% lower than a year ago"."""
    if text[place : place + 6].lower().startswith(_COMPARATIVES):
        return True
    than = text[place : place + 9].lower().startswith(("more than", "less than"))
    return than and _COMPARES.search(text, max(floor, place - 12), place) is not None


_COMPARATIVES = ("lower", "higher", "larger", "bigger", "small", "heavi", "faster", "greate")


def _described(text: str, piece: Piece, end: int, ceiling: int) -> str | None:
    """What a compound describes: "a five-day visit", "a three-year, $40m contract"."""
    if not _HYPHENATED.search(text, piece.core, piece.end):
        return None
    tokens = tag("a" + text[end : min(ceiling, end + _WINDOW)])
    place = 1
    while place < len(tokens) and (tokens[place].tag in ("NUM", "SYM") or tokens[place].text == ","):
        place += 1
    return phrase_from(tokens, place, 4)


_WINDOW = 60
"""Letters after a compound within which the noun stands that it describes."""
