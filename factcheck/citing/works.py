"""One citation in a note: its segment of the text, and the work that it describes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.datelines import DATE, date_of
from factcheck.language.folding import fold
from factcheck.records.citation import Work

_QUOTED = re.compile(r"“[^”]{3,400}”|(?<!\w)\"[^\"]{3,400}\"|«[^»]{3,400}»|(?<!\w)‘[^‘]{3,400}?’(?!\w)")
_HIDDEN = re.compile(r"“[^”]{0,400}”|(?<!\w)\"[^\"]{0,400}\"|«[^»]{0,400}»|\([^()]{0,300}\)|\[[^\[\]]{0,300}\]")
_SIGNAL = re.compile(
    r"(?<![^\s(])(?:see(?: also| generally| especially)?(?:,? for (?:example|instance|details?),?| e\.g\.,?"
    r"|, e\.g\.,)?|cf\.|e\.g\.,?"
    r"|(?:quoted|cited|reported|published) (?:in|by)|compare|but see|accord)\s+(?=[A-Z“‘\"«\d_]|ibid|op\.|the\s)",
    re.I,
)
_LEAD = re.compile(r"(?:and|also|but|or|as well as|then|further|;|,)\s+", re.I)
_FOLLOWS_TITLE = re.compile(r"[^\w\s]{0,2}?\s?(?:[,.;)]|\(|\[|$|op\. ?cit|in\s[A-Z]|by\s[A-Z])")
_IMPRINT = re.compile(
    r"\((?:(?P<place>[^()\d:]{2,60})(?::\s?(?P<publisher>[^()\d]{2,80}))?,\s?)?(?P<year>1[5-9]\d\d|20\d\d)\)"
)
_SERIES = re.compile(r"\b(?P<series>[A-Z][^,;“”]{2,80}?)\s(?:N[°ºo]s?\.?|No\.|Nos\.|#)\s?\d{1,4}\b", re.I)
_NUMBER_FIRST = re.compile(r"\d{1,4},\s+(?=[A-Z])")
_INTERVIEW = re.compile(
    r"\b(?:interviews?|correspondence|conversation|communication|e-mail|remarks|speech|testimony|briefing|statement"
    r"|discussion paper|press (?:release|conference|statement))\b",
    re.I,
)
_RESOURCE = re.compile(
    r"\b(?:database|data set|dataset|register|registry|yearbook|census|archives?|statistics|website|web page|biography"
    r"|playlist|(?:Facebook|Twitter|X|Telegram|YouTube) (?:page|account|channel|post)|list of|survey|almanac"
    r"|directory)\b",
    re.I,
)
_TELLS = re.compile(
    r"\b(?:lists?|shows?|gives?|puts?|records?|states?|says?|reports?|estimates?|maintained|indicates?)\b"
)
_ADDRESS = re.compile(r"https?://|www\.|\bdoi\b|\bUN Doc\.", re.I)
_NAMES = re.compile(r"[^\W\d_][\w’'.-]*(?:,?\s(?:[^\W\d_][\w’'.-]*|&)){0,9}")
_NOT_PUBLISHER = re.compile(
    r"(?:pp?\.|vol|no\.|chapter|para|press release|statement|video|interview|op-ed|blog|podcast|report|commentary|\d"
    r"|UN Doc"
    r"|resolution|accessed|available|translated|edited|eds?\.|ibid|\[|\()",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a note that cites one work: `text` from `start` (counted in the note) on, signals left out."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the note."""
        return self.start + len(self.text)


def segments(note: str, sentences: Iterator[tuple[int, int]] | list[tuple[int, int]]) -> Iterator[Segment]:
    """A note's sentences, cut at the semicolons that stand outside quotation marks and brackets."""
    hidden = _HIDDEN.sub(lambda match: "_" * len(match.group()), note)
    for start, end in sentences:
        at = start
        while at < end:
            stop = hidden.find(";", at, end)
            stop = end if stop < 0 else stop
            yield _trimmed(note, hidden, at, stop)
            at = stop + 1


def _trimmed(note: str, hidden: str, start: int, end: int) -> Segment:
    """A segment without white space, conjunctions and the words before its last signal ("for details, see …")."""
    while start < end and note[start].isspace():
        start += 1
    while lead := _LEAD.match(note, start, end):
        start = lead.end()
    for signal in _SIGNAL.finditer(hidden, start, end):
        start = signal.end()
    return Segment(note[start:end].rstrip(), start)


def titles_in(text: str) -> list[re.Match[str]]:
    """Quoted titles: they begin with a capital, a figure or another script, and what follows a title follows them."""
    return [
        match
        for match in _QUOTED.finditer(text)
        if not match.group()[1:].lstrip("‘'“\"[").startswith(tuple("abcdefghijklmnopqrstuvwxyz"))
        and (_FOLLOWS_TITLE.match(text, match.end()) or match.group()[-2] in ",.")
        and (
            match.start() == 0
            or text[match.start() - 2 : match.start()] in (", ", ": ")
            or text[: match.start()].endswith(" in ")
        )
    ]


def key_of(title: str) -> str:
    """What joins the mentions of one work: its title's letters and figures, folded."""
    return "-".join(re.findall(r"[^\W_]+", fold(title)))[:120]


def work_in(segment: str) -> Work | None:
    """The work that a segment cites in full; null for a remark."""
    titles = titles_in(segment)
    if titles:
        return _titled(segment, titles[0])
    imprint = _IMPRINT.search(segment)
    if imprint and segment[: imprint.start()].strip():
        return _book(segment, imprint)
    if (series := _SERIES.search(segment)) or _NUMBER_FIRST.match(segment):
        return _in_series(segment, series)
    return _dated(segment) or _resource(segment)


def _titled(segment: str, title: re.Match[str]) -> Work:
    """Author, “Title”, Publisher, date."""
    before = segment[: title.start()].strip(" ,")
    author = before.removesuffix(" in").strip(" ,") if before and _NAMES.fullmatch(before) else None
    words = title.group()[1:-1].strip().rstrip(",.")
    return Work(
        key=key_of(words), title=words, author=author, publisher=_publisher(segment[title.end() :]), date=_date(segment)
    )


def _book(segment: str, imprint: re.Match[str]) -> Work:
    """Author, Title (Place: Publisher, Year)."""
    before = segment[: imprint.start()].strip(" ,")
    author, title = _author_and_title(before)
    publisher = (imprint["publisher"] or "").strip() or None
    return Work(key=key_of(title), title=title, author=author, publisher=publisher, date=imprint["year"])


def _author_and_title(text: str) -> tuple[str | None, str]:
    """The names before the first comma that a title follows, and the title."""
    parts = text.split(", ")
    for place in range(1, len(parts)):
        author = ", ".join(parts[:place])
        if _NAMES.fullmatch(author) and len(author.split()) > 1:
            return author, ", ".join(parts[place:])
    return (parts[0], ", ".join(parts[1:])) if len(parts) > 1 else (None, text)


def _in_series(segment: str, series: re.Match[str] | None) -> Work | None:
    """Institution Report N°12, Title, date; or, after another of the series, 13, Title, date."""
    rest = segment[series.end() :] if series else _NUMBER_FIRST.sub("", segment, count=1)
    date = DATE.search(rest)
    title = (rest[: date.start()] if date else rest).strip(" ,.")
    if not title or len(title.split()) > 30:
        return None
    publisher = series["series"].strip() if series else None
    return Work(key=key_of(title), title=title, publisher=publisher, date=date_of(date) if date else None)


def _dated(segment: str) -> Work | None:
    """A publication, an interview or a paper named by words and a date ("Daily Star, 4 May 2020")."""
    date = DATE.search(segment)
    if date is None or (
        date.start() > 0 and not re.search(r"[,(\d]\s?(?:(?:\d{1,2}|and),?\s){0,30}$", segment[: date.start()])
    ):
        return None
    before = segment[: date.start()].rstrip(" ,")
    title = re.sub(r"(?:,?\s(?:\d{1,2}|and)(?=[,\s]|$)){1,30},?\s?$", "", before).strip(" ,")
    known = _INTERVIEW.search(title) or _ADDRESS.search(segment) or segment[date.end() :].strip(" .)") == ""
    if not title or len(title.split()) > 30 or not known or not title[0].isupper():
        return None
    return Work(key=key_of(title), title=title, date=_date(segment))


def _resource(segment: str) -> Work | None:
    """A source that is described and not cited ("the database maintained by …", "a website")."""
    named = _RESOURCE.search(segment)
    if named is None or (len(segment.split()) > 14 and not _TELLS.search(segment[named.start() :])):
        return None
    end = next(
        (match.start() for match in _TELLS.finditer(segment, named.end()) if match.group() != "maintained"), None
    )
    title = segment[:end].strip(" ,.") if end else segment.strip(" ,.")
    return Work(key=key_of(title), title=title)


def _publisher(rest: str) -> str | None:
    """The first part after a title that names who published it."""
    rest = re.sub(r"^\s*\[[^\]]*\]", "", rest)
    for part in re.split(r",\s|\s\(|;", rest.strip(' ,.”’"')):
        name = part.strip(" .)")
        if name and not _NOT_PUBLISHER.match(name) and not DATE.match(name) and name[0].isalpha():
            return name if len(name.split()) <= 12 else None
    return None


def _date(segment: str) -> str | None:
    hidden = _QUOTED.sub(lambda match: " " * len(match.group()), segment)
    dates = list(DATE.finditer(hidden))
    if dates:
        several = re.search(r"(?<!\S)\d{1,2}(?:,| and)\s*$", hidden[: dates[0].start()])
        value = date_of(dates[0])
        return value[:7] if several and value else value
    year = re.search(r"[(,]\s?((?:1[5-9]|20)\d\d)\b", hidden)
    return year[1] if year else None
