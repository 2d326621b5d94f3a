"""What surrounds an article's text in a pasted page: title, byline, standfirst, captions, teasers, furniture."""

import re
from collections.abc import Sequence

from factcheck.building import Builder
from factcheck.language.datelines import DATE, date_in, date_of, dateline
from factcheck.language.identifying import language_of
from factcheck.readers._headings import is_headline, is_numbered, is_titled
from factcheck.readers._lines import ended
from factcheck.readers._parts import BULLET, Part

BODY_WORDS = 12
"""Words from which a part that ends as a sentence is an article's own text, unless its words say otherwise."""
FRONT = 8
"""Parts at the top among which title, standfirst and byline are looked for."""
MOST_STANDFIRST = 120
"""Words of a standfirst."""

_LABEL = re.compile(
    r"(?:(?:menu|search|home|share|tweet|print|e-?mail|close|next|previous|listen|log ?in|register|subscribe"
    r"|sign (?:up|in)"
    r"|advertise?ments?|sponsored|accept(?: all)?|decline|reject(?: all)?|save settings|partners|trending|comments?"
    r"|tags|menu"
    r"|cookies? settings|loading\.*|contact us|about us|careers|sitemap|donate|show comments|leave a comment|load more)"
    r"|(?:read|view|see|show) more(?: stories)?|most (?:read|popular)|back to (?:top|home)|skip to (?:main )?content"
    r"|share this(?: \w+)?|share on \w+|follow us(?: on \w+)?|text resize\b.{0,20}|change contrast"
    r"|related (?:articles|posts|stories)"
    r"|[\d,]+ comments?)",
    re.I,
)
"""What only a page's controls say."""
_NOTICE = re.compile(
    r"\b(?:uses? cookies|cookies? (?:policy|settings|notice|name)|privacy (?:policy|notice|settings)|terms (?:of|and"
    r"|&) (?:use|service"
    r"|conditions)|all rights reserved|crowdfunding|click(?:ing)? (?:here|on the)|sign up (?:for|to)|subscribe to"
    r"|please (?:support"
    r"|donate)|subscription|newsletter|views? of the (?:respective )?authors?|views expressed|reproduced with"
    r"|powered by"
    r"|republish (?:our|this)|creative commons licen[cs]e|copyr[iy]+ght|social media features)\b|©",
    re.I,
)
"""What footers and notices say; one alone may also stand in an article."""
_SURE_NOTICE = re.compile(
    r"\b(?:we use cookies|cookies? (?:policy|settings)|privacy policy|terms of (?:use|service)|all rights reserved"
    r"|click here"
    r"|please support)\b|©|\bcopyr[iy]+ght \d{4}",
    re.I,
)
_CREDIT = re.compile(
    r"(?:^|[.(|)—–-]\s?|\s{2})(?:Photo(?:graph)?|Image|Picture|Credit|Illustration)s?\s?(?::|by [A-Z]|credit\b"
    r"|courtesy\b)"
    r"|\bvia Wikimedia\b|\(AP Photo|\bGetty Images\b|\bREUTERS/|\bAFP/|/AFP\b|\((?:File|Handout) (?:photo|picture"
    r"|image)"
    r"|\bCC BY(?:-[A-Z]{2})*\b"
)
MOST_CAPTION = 60
_FIGURE = re.compile(r"(?:Table|Figure|Fig\.|Map|Chart|Graph|Box)\s+(\d{1,3}|[A-Z]|[IVX]{1,5})\s?[.:—–-]\s?(?=\S)")
_BY = re.compile(r"(?:(?:story|words|text|reporting|written)\s)?by:?\s+(?=[A-Z])", re.I)
_NAMES = re.compile(r"(?:(?:[A-Z][\w’'.-]*|and|&|de|da|di|del|van|von|der|bin|al|la|le),?(?:\s+|$)){1,14}")
_PERSON = re.compile(r"[A-Z][\w’'.-]+(?:\s(?:[A-Z][\w’'.-]*|de|da|di|van|von|der|bin|al)){1,3}")
_DATED = re.compile(r"(?:published|posted|(?:last )?updated|released|issued|dated?)(?: on|:| at)?\s+", re.I)
_AGENCY = re.compile(r"[A-Z][A-Z .,’'/-]{2,40}")
_HEAD = re.compile(r"(From|To|Cc|Bcc|Reply-To|Date|Sent|Subject):\s+(?=\S)", re.I)
_RELEASE = re.compile(
    r"(?:press|news|media) (?:release|statement|advisory|note|briefing)|(?:for )?immediate release"
    r"|embargoed (?:until|for) .{1,60}",
    re.I,
)
_AUTHOR_HEADING = re.compile(r"about the (?:author|writer|contributor)s?:?|(?:the )?authors?:?", re.I)
_BIOGRAPHY = re.compile(
    r"(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.?\s)?[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]*){1,4},?\s(?:is|was|are|has been"
    r"|works|teaches"
    r"|writes|covers|serves|reports)\b"
)
_TRADE = re.compile(
    r"\b(?:author|journalist|fellow|professor|researcher|analyst|editor|writer|correspondent|candidate|advis[eo]r"
    r"|consultant"
    r"|lecturer|reporter|columnist|scholar|based in|lives in|contributor|student)\b"
)
_PROVENANCE = re.compile(
    r"(?:an? (?:earlier|shorter|longer|different|previous) version of|this (?:article|piece|post|commentary|op-ed"
    r"|essay|story"
    r"|briefing) (?:was|is|has|first|originally|appeared)|(?:originally|first) (?:published|appeared)|reprinted"
    r"|republished)\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"(?:read(?: more| also)?|also read|see also|related|watch|listen|more on this|in pictures)\s?:\s", re.I
)


def mark_articles(parts: Sequence[Part], builder: Builder, spaced: bool) -> None:
    """Settles everything around the text proper; what it leaves are paragraphs, lists and headings.

    `spaced`: the text parts its paragraphs by blank lines.
    """
    if len(parts) < 2:
        return
    for part in parts:
        silent = not any(map(str.isalnum, part.text))
        if not part.settled and (silent or (len(part.text) < 60 and _LABEL.fullmatch(part.text))):
            part.settle("furniture")
    _mark_footer(parts)
    for part in _free(parts):
        _mark_caption(part)
    _mark_letterhead(_free(parts), builder)
    _mark_bylines(_free(parts), builder)
    _mark_authors(_free(parts), builder)
    _mark_top([part for part in parts if part.kind not in ("furniture", "caption")], builder)
    _mark_teasers(_free(parts), spaced)
    if builder.date is None:
        _date_from_text(parts, builder)


def is_body(part: Part) -> bool:
    """Whether a part is an article's own text by its form: long enough, and ended as a sentence."""
    text = part.text
    return len(text.split()) >= BODY_WORDS and ended(text)


def _free(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if not part.settled]


def _mark_footer(parts: Sequence[Part]) -> None:
    """Makes furniture of all that follows an article's last paragraph from the first notice on."""
    first, hits, sure = len(parts), 0, False
    for place in range(len(parts) - 1, -1, -1):
        text = parts[place].text
        found = len(_NOTICE.findall(text))
        if found or parts[place].kind == "furniture":
            first, hits, sure = place, hits + found, sure or bool(_SURE_NOTICE.search(text))
        elif is_body(parts[place]) and language_of(text) in ("en", None):
            break
    if (sure or hits > 1) and any(is_body(part) for part in parts[:first]):
        for part in parts[first:]:
            part.settle("furniture")


def _mark_caption(part: Part) -> None:
    label = caption_label(part.text)
    if label is not None:
        part.settle("caption")
        part.label = label or None


def caption_label(text: str) -> str | None:
    """Null for what is no caption; else the number of a table or figure, or an empty text."""
    if figure := _FIGURE.match(text):
        return figure[1]
    return "" if _CREDIT.search(text) and len(text.split()) <= MOST_CAPTION else None


def _mark_letterhead(parts: Sequence[Part], builder: Builder) -> None:
    """Settles the head of a message, and what stands above "Press release"."""
    for place, part in enumerate(parts[:FRONT]):
        if head := _HEAD.match(part.text):
            part.settle("byline")
            field, words = head[1].lower(), part.text[head.end() :].strip()
            if field in ("date", "sent"):
                _set_date(builder, date_in(words))
            elif field in ("subject", "from"):
                builder.metadata.setdefault("title" if field == "subject" else "author", words)
                builder.title = builder.metadata.get("title")
        elif _RELEASE.fullmatch(part.text):
            for above in parts[: place + 1]:
                above.settle("byline")


def _mark_bylines(parts: Sequence[Part], builder: Builder) -> None:
    """Settles lines that name the author or the day, and where the text appeared before."""
    for place, part in enumerate(parts):
        text, front = part.text, place < FRONT
        if len(text.split()) > 20:
            if builder.date is None and front and (agency := _AGENCY.match(text)):
                _set_date(builder, date_in(text[agency.end() - 1 : agency.end() + 40]))
        elif front and (by := _BY.match(text)) and _NAMES.fullmatch(text, by.end()):
            part.settle("byline")
            builder.metadata.setdefault("author", text[by.end() :].strip())
        elif _PROVENANCE.match(text) and (place < 2 or place > len(parts) - 4):
            part.settle("byline")
        elif not text.endswith(".") and (front or part.apart):
            _mark_dateline(part, front, builder)


def _mark_dateline(part: Part, front: bool, builder: Builder) -> None:
    """A line that holds a date and next to nothing else: a place, or in front also a name or a section of the site."""
    date = dateline(part.text)
    parted = [piece.strip() for piece in re.split(r"\s[-–—|·•]\s", part.text)]
    listed = front and len(parted) > 1 and any(DATE.fullmatch(piece) for piece in parted)
    if not date and not listed:
        return
    part.settle("byline")
    _set_date(builder, date or date_in(part.text))
    names = [piece for piece in parted if _PERSON.fullmatch(piece)]
    if listed and names:
        builder.metadata.setdefault("author", names[0])


def _set_date(builder: Builder, date: str | None) -> None:
    if date and builder.date is None:
        builder.date, builder.date_from = date, "dateline"


def _mark_authors(parts: Sequence[Part], builder: Builder) -> None:
    """Settles what says who the author is, at the end of the text."""
    for place, part in enumerate(parts):
        if place and _AUTHOR_HEADING.fullmatch(part.text) and sum(map(is_body, parts[:place])) > 1:
            for following in parts[place:]:
                following.settle("byline")
            return
    author = builder.metadata.get("author")
    for part in parts[-3:] if len(parts) > 3 else ():
        known = author is not None and part.text.startswith(author) and len(part.text.split()) < BODY_WORDS * 4
        if known or (_BIOGRAPHY.match(part.text) and _TRADE.search(part.text) and len(part.text.split()) < 80):
            part.settle("byline")


def _mark_top(parts: Sequence[Part], builder: Builder) -> None:
    """Settles the title, and as standfirst what stands between it and the byline, or bullets right below it."""
    place = next((place for place, part in enumerate(parts) if part.kind != "byline"), len(parts))
    if place >= FRONT or not any(is_body(part) for part in parts[place + 1 :]):
        return
    head = parts[place]
    if head.settled or not is_headline(head.text) or is_numbered(head.text):
        return
    head.settle("title")
    builder.title = builder.title or head.text
    below = parts[place + 1 : place + 1 + FRONT]
    bylines = [number for number, part in enumerate(below) if part.kind == "byline"]
    between = below[: bylines[0]] if bylines else below[: _bullets(below)]
    if sum(len(part.text.split()) for part in between) <= MOST_STANDFIRST:
        for part in between:
            part.settle("standfirst")


def _bullets(parts: Sequence[Part]) -> int:
    """How many bulleted parts come first."""
    return next((n for n, part in enumerate(parts) if not BULLET.match(part.text)), len(parts))


def _mark_teasers(parts: Sequence[Part], spaced: bool) -> None:
    """Settles headlines of other stories that stand between paragraphs."""
    for place, part in enumerate(parts):
        inside = 0 < place < len(parts) - 1 and is_body(parts[place - 1])
        sentence = is_headline(part.text) and not is_titled(part.text) and not part.text.endswith("?")
        if _ELSEWHERE.match(part.text) or (inside and sentence and not spaced and not part.apart):
            part.settle("teaser")


def _date_from_text(parts: Sequence[Part], builder: Builder) -> None:
    """A date that the text gives as its own: "Published on …", or the year of its copyright."""
    for part in [*parts[:FRONT], *parts[-FRONT:]]:
        for match in _DATED.finditer(part.text):
            date = DATE.match(part.text, match.end())
            if date and (value := date_of(date)) and len(part.text.split()) < BODY_WORDS * 2:
                builder.date, builder.date_from = value, "text"
                return
