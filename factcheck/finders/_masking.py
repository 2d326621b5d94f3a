"""Blanking what holds digits and is no quantity: times already found, designators, scores, links, addresses."""

import re
from collections.abc import Iterable

from factcheck.language import units
from factcheck.language.number_words import SCALES
from factcheck.language.tagging import words_in
from factcheck.records.document import Block

BLANK = "\x00"
"""What stands in place of each blanked character; no pattern of a number or a word matches it."""

_LINK = re.compile(
    r"https?://\S{1,2000}|www\.\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}|(?<!\w)[@#]\w{1,64}"
)
_PHONE = re.compile(
    r"\+\d[\d ()./-]{6,20}\d|\(\d{2,5}\)\s?\d{3,4}[\s-]\d{3,4}|(?<![\w.,-])\d{3}[-.]\d{3}[-.]\d{4}(?!\w)"
    r"|(?<![\w.,-])\d{3}-\d{4}(?![\w-])"
)
_SEVEN_DIGITS = re.compile(r"(?:\d[^\d]{0,2}){7}")
_LETTERED = re.compile(r"(?<![\w’'.]\s)\(\d{1,2}\)(?=\s)|(?<=\w\s)\([1-9]\)(?=\s)|(?<=and\s)\(\d\d\)(?=\s)")
_NOTED = re.compile(
    r"(?:(?<=[a-z)”’\"%])|(?<=\s[12]\d{3})|(?<=\x00{4}))\.\d{1,3}(?=\s[A-Z“(])|(?<=[a-z)”’\"%])\.\d{1,3}(?=\s?$)"
)
"""The number of a note that stands right behind a full stop: "… is old.4 Most …"."""
_SPLIT = re.compile(r"(?<!\w)[A-Z][A-Za-z]{0,6}[\s\u00a0][-–]\d{1,3}(?![\d.,%])(?=[\s\u00a0][a-z])")
"""A designator that lost its place: "COVID -19 tests"."""
_INDEX = re.compile(
    r"(?<!\w)(?:S&P|Standard\s&\sPoor[’']?s|FTSE|Nasdaq|NASDAQ|Russell|Stoxx|STOXX|CAC|DAX|MDAX|Nikkei|ASX|CSI|SSE|Kospi|KOSPI|IBEX|Ibex"
    r"|MIB|AEX|TSX|NSE|BSE|Nifty|Fortune|Forbes|Wilshire|Topix|MSCI|Dow|Formula|Big|Windows|Area|Route|Apollo)"
    r"(?:[\s\u00a0][A-Z][a-z]+)?[\s\u00a0](?P<number>\d{1,4})(?![\d,.]\d|\w|%|[\s\u00a0](?:points|percent|per))"
)
"""Names with a number: indices, lists and the like ("the S&P 500 companies")."""
_LICENCE = re.compile(r"\bCC[ -]BY(?:-[A-Z]{2}){0,3}[ -]\d\.\d")
_DOTTED = re.compile(r"(?<![\w.,])\d{1,4}(?:\.\d{1,6}){2,6}(?!\w)")
_SLASHED = re.compile(
    r"(?<![\w.,/])(?:\d{1,3}/\d{1,3}(?:/\d{1,4}){1,3}|9/11|7/7|24/7|26/11|20/20|50/50)(?![\w/])"
    r"|(?<![\w/])[A-Z]{1,8}(?:/[\w.-]{1,12}){1,8}"
)
_STREETS = ("Street", "St.", "Road", "Rd", "Avenue", "Ave", "Lane", "Drive", "Boulevard", "Blvd", "Square", "Court",
            "Place", "Terrace", "Crescent", "Parkway", "Highway")  # fmt: skip
_STREET_WORDS = frozenset(street.rstrip(".").lower() for street in _STREETS)
_ADDRESS = re.compile(
    r"(?<![\w.,$£€-])\d{1,5}[A-Za-z]?[\s\u00a0](?:[NSEW]\.?\s)?(?:[A-Z][\w’'.-]{1,20}[\s\u00a0]){1,3}"
    rf"(?:{'|'.join(re.escape(street) for street in _STREETS)})(?!\w)"
)
_HYPHENS = "-‐‑–"
_HYPHENED = re.compile(rf"[{_HYPHENS}]\d")
_POINTED = re.compile(r"\.\d")
_LOOSE = re.compile(r"[\s\u00a0][-–]\d")
_JOINT = re.compile(rf"(?<=[\w&])[{_HYPHENS}](?=\d)")
_AFTER_JOINT = re.compile(r"\d{1,6}(?:[-‐‑.]?\w{1,8}){0,3}")
_NOT_DESIGNATING = frozenset(
    "minus plus pre post mid sub non under over top to about and or from of by at in on up than least nearly "
    "a an age aged magnitude".split()
)
_LONGEST_DESIGNATOR = 20
_SCORE = re.compile(
    r"(?<![\w.,$£€%-])(?P<one>\d{1,3})[-‐‑–](?P<two>\d{1,3})(?P<more>(?:[-‐‑–,]\s?\d{1,3}){0,4})(?![\w%]|[.,]\d|[-‐‑–]\w|\s?°)"
)
_COUNTED_NEXT = re.compile(r"\s?[-\s](?:%|per|[a-z]{3,}s\b)")
_RESULT_NEXT = re.compile(
    r"\s{0,2}(?:win|victory|loss|defeat|draw|lead|deficit|aggregate|record|overall|scoreline|home|away|thriller|decision|vote|run"
    r"|in\s+(?:the\s+)?(?:series|polls?))\b",
    re.IGNORECASE,
)
_RESULT_BEFORE = re.compile(
    r"\b(?:beat|beating|won|win|winning|lost|lose|losing|drew|draw|led|leading|lead|defeated|defeat|score|scored|trailing|trailed"
    r"|at|of|by|is|was|ahead|voted)\s{1,2}$|[A-Z]\w{1,15}\s{1,2}$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s{0,3}\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[ivx]{1,5})[.)]\s(?=\S)")
_OPENERS = (
    "The|An?|In|On|At|By|For|From|It|We|He|She|They|This|That|These|Those|There|When|While|As|If|Although|Under|Where|"
    "Since|After|Before|During|Each|Every|No|Not|Its|Their|His|Her|Our|I|You|With|Without|Until|Once|However"
)
_SECTION = re.compile(
    rf"[\s§]{{0,3}}(?P<number>\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}|\d{{1,3}}(?=[\s\u00a0]+(?:{_OPENERS})[\s\u00a0]))"
    r"[\s\u00a0]+[“\"‘'(]?(?P<word>[A-Z][\w’'-]*)"
)
"""The number of a section or a paragraph at the head of its block: "5.1 Most of those who …", "12 The council …"."""
_MEASURES = frozenset("magnitude per percent inches feet points times".split())
_SERIES = re.compile(r"[;,]\s(?:and\s)?(?P<number>\d{1,4}),\s(?=[A-Z“\"‘])")
"""Numbers of a series of reports: "Nos 166, First Title; 167, Second Title"."""


def masked(
    text: str, start: int, end: int, block: Block, spans: Iterable[tuple[int, int]], *, heads: bool, digits: bool
) -> str:
    """The stretch with everything that is no quantity blanked, of the same length.

    `heads`: it begins its block; `digits`: it holds any.
    """
    out = _blanked(text[start:end], ((low - start, high - start) for low, high in spans))
    if not digits:
        return out
    if heads:
        out = _blanked(out, _label(out, block))
    for pattern in _patterns(out, block, words_in(text[start:end])):
        out = _blanked(
            out, (match.span("number" if pattern in (_SERIES, _INDEX) else 0) for match in pattern.finditer(out))
        )
    if _HYPHENED.search(out) is None:
        return out
    return _blanked(_blanked(out, _designators(out)), _scores(out))


def _patterns(text: str, block: Block, words: frozenset[str]) -> Iterable[re.Pattern[str]]:
    """The patterns that a text, in which the words stand, can hold at all: a cheap look spares most of them."""
    if block.kind == "note":
        yield _SERIES
    if "@" in text or "#" in text or "://" in text or "www." in text:
        yield _LINK
    if _SEVEN_DIGITS.search(text):
        yield _PHONE
    if _POINTED.search(text):
        yield _NOTED
    if _LOOSE.search(text):
        yield _SPLIT
    yield _INDEX
    if "CC" in text:
        yield _LICENCE
    if "(" in text:
        yield _LETTERED
    if text.count(".") > 1:
        yield _DOTTED
    if "/" in text:
        yield _SLASHED
    if not _STREET_WORDS.isdisjoint(words):
        yield _ADDRESS


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with stretches blanked, given in order."""
    parts: list[str] = []
    done = 0
    for start, end in spans:
        low, high = max(start, done), min(end, len(text))
        if low < high:
            parts += (text[done:low], BLANK * (high - low))
            done = high
    return "".join([*parts, text[done:]]) if parts else text


def _label(text: str, block: Block) -> Iterable[tuple[int, int]]:
    """The number that labels a list item, heading or note, where the text repeats it."""
    label = block.label
    if label and block.kind in ("list-item", "heading", "note", "caption", "title"):
        place = text.find(label, 0, len(label) + 4)
        if place >= 0 and not text[:place].strip(" (["):
            return ((0, place + len(label)),)
    match = _NUMBERED.match(text)
    if match is None and (match := _SECTION.match(text)) is not None:
        following = match["word"].lower()
        match = None if following in SCALES or following in units.WORDS or following in _MEASURES else match
    return ((match.start(), match.end("number") if "number" in match.re.groupindex else match.end()),) if match else ()


def _designators(text: str) -> Iterable[tuple[int, int]]:
    """Model names and the like: "F-16", "T-72B3", "TA-25"; not "minus-5"."""
    done = 0
    for joint in _JOINT.finditer(text):
        start = joint.start()
        if start < done:
            continue
        while start > done and joint.start() - start < _LONGEST_DESIGNATOR and _is_word(text[start - 1]):
            start -= 1
        word = text[start : joint.start()]
        tail = _AFTER_JOINT.match(text, joint.end())
        if tail is None or not word[:1].isalpha() or word.lower() in _NOT_DESIGNATING:
            continue
        if text[start - 1 : start] in ("$", "£", "€"):
            continue
        done = tail.end()
        yield start, done


def _is_word(character: str) -> bool:
    return character.isalnum() or character in "&_"


def _scores(text: str) -> Iterable[tuple[int, int]]:
    """Scores such as "2-1"; what rises and counts something ("3-5 ships") is a range."""
    for match in _SCORE.finditer(text):
        rises = int(match["one"]) < int(match["two"]) and not match["more"]
        before = _RESULT_BEFORE.search(text, max(0, match.start() - 18), match.start())
        result = before or _RESULT_NEXT.match(text, match.end())
        if not rises or (result and not _COUNTED_NEXT.match(text, match.end())):
            yield match.span()
