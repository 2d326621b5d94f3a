"""Blanking what holds digits and is no quantity: designators, references, scores, addresses, times already found."""

import re
from collections.abc import Iterable

from factcheck.records.document import Block

BLANK = "\x00"
"""What stands in place of each blanked character; no pattern of a number or a word matches it."""

_LABELS = (
    r"vols?\.?|volumes?|pp?\.?|pages?|nos?\.?|n°s?|№|numbers?|chapters?|ch\.|chaps?\.|paras?\.?|paragraphs?|sections?|secs?\.|§{1,2}|articles?"
    r"|arts?\.|appendix|appendices|annex(?:es)?|tables?|figures?|figs?\.?|boxe?s?|notes?|footnotes?|parts?|items?|issues?|episodes?|seasons?"
    r"|phases?|stages?|versions?|releases?|resolutions?|rounds?|games?|rules?|laws?|bills?|decrees?|orders?|directives?|regulations?|clauses?|schedules?"
    r"|floors?|rooms?|gates?|terminals?|platforms?|lanes?|routes?|highways?|interstates?|flights?|buses|category|categories|levels?|grades?|types?|models?"
    r"|groups?|tiers?|districts?|wards?|precincts?|zones?|area|units?|blocks?|lots?|units?|doc(?:ument)?s?\.?|cases?|ranked|rank|ranking|seed|seeded"
    r"|isbn|issn|doi|day|week|windows|isis|world\s+war|pier|hangar|building|p\.o\.\s+box|box|line|lines|col\.|cols\.|verses?|v\.|op\.|step|question|option|exhibit|count"
)
_NUMERALS = r"(?:\d{1,6}(?:\.\d{1,4}){0,3}[a-z]?|[ivxlc]{1,6})(?![\w%])"
_LABELLED = re.compile(
    rf"(?<![\w-])(?:{_LABELS})(?:\s{{1,2}}(?:no\.?|nos\.?|number)s?)?[\s\u00a0]{{0,2}}(?P<first>[#:]?[\s\u00a0]?{_NUMERALS})"
    rf"(?P<rest>(?:[\s\u00a0]?[-–,/&][\s\u00a0]?(?:and\s{{1,2}})?|\s{{1,2}}(?:and|to|or)\s{{1,2}}){_NUMERALS}){{0,12}}(?!\s?[%‰€£]|,\d{{3}}|\.\d)",
    re.IGNORECASE,
)
_DESIGNATOR = re.compile(
    r"(?<![\w$£€])(?!(?:minus|plus|pre|post|mid|sub|non|under|over|top|to|about|and|or|from|of|by|at|in|on|up|than|least|nearly|an?)[-‐‑–])"
    r"[A-Za-z][\w&]{0,20}[-‐‑–]\d{1,6}(?:[-‐‑.]?\w{1,8}){0,3}"
    r"|(?<![\w/])[A-Z]{1,8}(?:/[\w.-]{1,12}){1,8}"
)
_LINK = re.compile(
    r"https?://\S{1,2000}|www\.\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}|(?<!\w)[@#]\w{1,64}"
)
_PHONE = re.compile(
    r"\+\d[\d ()./-]{6,20}\d|\(\d{2,5}\)\s?\d{3,4}[\s-]\d{3,4}|(?<![\w.,-])\d{3}[-.]\d{3}[-.]\d{4}(?!\w)|(?<![\w.,-])\d{3}-\d{4}(?![\w-])"
)
_DOTTED = re.compile(r"(?<![\w.,])\d{1,4}(?:\.\d{1,6}){2,6}(?!\w)")
_SLASHED = re.compile(r"(?<![\w.,/])(?:\d{1,3}/\d{1,3}(?:/\d{1,4}){1,3}|9/11|7/7|24/7|26/11|20/20|50/50)(?![\w/])")
_SCORE = re.compile(
    r"(?<![\w.,$£€%-])(?P<one>\d{1,3})[-‐‑–](?P<two>\d{1,3})(?P<more>(?:[-‐‑–,]\s?\d{1,3}){0,4})(?![\w%]|[.,]\d|[-‐‑–]\w|\s?°)"
)
_SPORT = re.compile(
    r"\s{0,2}(?:win|victory|loss|defeat|draw|lead|deficit|aggregate|record|overall|scoreline|home|away|thriller|decision|vote|run|in\s+(?:the\s+)?(?:series|polls?))\b",
    re.IGNORECASE,
)
_SPORT_BEFORE = re.compile(
    r"\b(?:beat|beating|won|win|winning|lost|lose|losing|drew|draw|led|leading|lead|defeated|defeat|score|scored|scoreline|trailing|trailed|went|made\s+it|at|record\s+of|by|is|was|ahead|voted)\s{1,2}$"
    r"|[A-Z]\w+\s{1,2}$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?<![\w.,$£€-])\d{1,5}[A-Za-z]?[\s\u00a0](?:[NSEW]\.?\s)?(?:[A-Z][\w’'.-]{1,20}[\s\u00a0]){1,3}"
    r"(?:Street|St\.|Road|Rd\.?|Avenue|Ave\.?|Lane|Drive|Dr\.|Boulevard|Blvd|Square|Way|Court|Place|Terrace|Close|Crescent|Parkway|Highway)(?!\w)"
)
_NUMBERED = re.compile(r"\s{0,3}\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[ivx]{1,5})[.)]\s(?=\S)")
_SERIES = re.compile(r"[;,]\s(?:and\s)?(?P<number>\d{1,4}),\s(?=[A-Z“\"‘])")
"""Numbers of a series of reports: "Nos 166, First Title; 167, Second Title"."""
_LICENCE = re.compile(r"\bCC[ -]BY(?:-[A-Z]{2}){0,3}[ -]\d\.\d")


def masked(text: str, start: int, end: int, block: Block, spans: Iterable[tuple[int, int]], *, heads: bool) -> str:
    """The stretch with everything that is no quantity blanked, of the same length; `heads`: it begins its block."""
    out = text[start:end]
    for low, high in spans:
        out = _blank(out, low - start, high - start)
    if block.kind == "note":
        for series in _SERIES.finditer(out):
            out = _blank(out, *series.span("number"))
    if heads:
        out = _label(out, block)
    if "\u00ad" in out:
        out = out.replace("\u00ad", BLANK)
    for pattern in (_LINK, _PHONE, _LICENCE, _ADDRESS, _DOTTED, _SLASHED):
        for match in pattern.finditer(out):
            out = _blank(out, *match.span())
    for match in _DESIGNATOR.finditer(out):
        if any(char.isdigit() for char in match.group()):
            out = _blank(out, *match.span())
    for match in _LABELLED.finditer(out):
        if _is_label(match):
            out = _blank(out, match.start("first"), match.end())
    return _scores(out)


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + BLANK * (end - start) + text[end:]


def _label(text: str, block: Block) -> str:
    """Without the number that labels a list item, heading or note, where the text repeats it."""
    label = block.label
    if label and block.kind in ("list-item", "heading", "note", "caption", "title"):
        place = text.find(label, 0, len(label) + 4)
        if place >= 0 and not text[:place].strip(" (["):
            return _blank(text, 0, place + len(label))
    match = _NUMBERED.match(text)
    return _blank(text, *match.span()) if match else text


_COUNTED_TOO = frozenset(
    "day days week weeks count game games round rounds run item items lot lots unit units group groups issue issues line lines".split()
)


def _is_label(match: re.Match[str]) -> bool:
    """Whether a word before a number is its label: "chapter 6" is, "the number rose" and "games 3" hardly."""
    first = match["first"].strip(" #:\u00a0")
    word = match.group()[: match.start("first") - match.start()].strip().lower()
    if first[0].isdigit():
        return not (word in _COUNTED_TOO and word.endswith("s"))
    return word[:1].isalpha() and first.isupper() and (len(first) > 1 or first in "IVX")


def _scores(text: str) -> str:
    """Without scores such as "2-1"; what rises and counts something ("3-5 ships") is a range."""
    for match in _SCORE.finditer(text):
        first, second = int(match["one"]), int(match["two"])
        sport = _SPORT.match(text, match.end()) or _SPORT_BEFORE.search(text, max(0, match.start() - 16), match.start())
        rises = first < second and not match["more"]
        if not rises or (
            sport and not re.match(r"\s?[-\s](?:%|per|[a-z]{3,}s\b)", text[match.end() : match.end() + 20])
        ):
            text = _blank(text, *match.span())
    return text
