"""What surrounds an article's text in a pasted page: title, byline, standfirst, captions, teasers, furniture."""

import re
from collections.abc import Sequence

from factcheck.building import Builder
from factcheck.language.abbreviations import TITLES
from factcheck.language.datelines import DATE, date_in, date_of, dateline
from factcheck.language.given_names import GIVEN
from factcheck.language.identifying import language_of
from factcheck.readers._headings import is_headline, is_numbered, is_titled
from factcheck.readers._lines import ended
from factcheck.readers._parts import BULLET, Part
from factcheck.readers._phrases import (
    AGENCY,
    AUTHOR_HEADING,
    BIOGRAPHY,
    BY,
    DATED,
    DESK,
    ELSEWHERE,
    HEAD,
    MORE,
    NAMES,
    NOTICE,
    PERSON,
    PROVENANCE,
    RELEASE,
    SURE_NOTICE,
    TRADE,
    caption_label,
    is_label,
)

BODY_WORDS = 12
"""Words from which a part that ends as a sentence is an article's own text, unless its words say otherwise."""
FRONT = 8
"""Parts at the top among which title, standfirst and byline are looked for."""
MOST_DATES = 3
"""Lines that are a date alone, above which they are no datelines."""
MOST_STANDFIRST = 120
"""Words of a standfirst."""


def mark_articles(parts: Sequence[Part], builder: Builder, spaced: bool) -> None:
    """Settles everything around the text proper; what it leaves are paragraphs, lists and headings.

    `spaced`: the text parts its paragraphs by blank lines.
    """
    if len(parts) < 2:
        return
    for part in parts:
        silent = not any(map(str.isalnum, part.text))
        if not part.settled and (silent or is_label(part.text)):
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
    """Makes furniture of all that follows an article's last paragraph from the first notice on.

    What stands right above the notice and is no sentence belongs to the page as well.
    """
    first, hits, sure = len(parts), 0, False
    for place in range(len(parts) - 1, -1, -1):
        text = parts[place].text
        found = len(NOTICE.findall(text))
        if found or parts[place].kind == "furniture":
            first, hits, sure = place, hits + found, sure or bool(SURE_NOTICE.search(text))
        elif is_body(parts[place]) and language_of(text) in ("en", None):
            break
    if not (sure or hits > 1) or not any(is_body(part) for part in parts[:first]):
        return
    climbed = first
    while climbed > 1 and _is_page_word(parts[climbed - 1]):
        climbed -= 1
    first = first if AUTHOR_HEADING.fullmatch(parts[climbed - 1].text) else climbed
    for part in parts[first:]:
        part.settle("furniture")


def _is_page_word(part: Part) -> bool:
    """Whether a part may be a page's own word right above its footer: a few words, and no sentence."""
    text = part.text
    spoken = ended(text) or caption_label(text) is not None or AUTHOR_HEADING.fullmatch(text) or DESK.match(text)
    return not part.settled and not spoken and len(text.split()) <= 4 and not DATE.search(text)


def _mark_caption(part: Part) -> None:
    label = caption_label(part.text)
    if label is not None:
        part.settle("caption")
        part.label = label or None


def _mark_letterhead(parts: Sequence[Part], builder: Builder) -> None:
    """Settles the head of a message, and what stands above "Press release"."""
    for place, part in enumerate(parts[:FRONT]):
        if head := HEAD.match(part.text):
            part.settle("byline")
            field, words = head[1].lower(), part.text[head.end() :].strip()
            if field in ("date", "sent"):
                _set_date(builder, date_in(words))
            elif field in ("subject", "from"):
                builder.metadata.setdefault("title" if field == "subject" else "author", words)
                builder.title = builder.metadata.get("title")
        elif RELEASE.fullmatch(part.text):
            for above in parts[: place + 1]:
                above.settle("byline")


def _mark_bylines(parts: Sequence[Part], builder: Builder) -> None:
    """Settles lines that name the author or the day, and where the text appeared before.

    Where many lines are nothing but a date they are the headings of a chronology.
    """
    chronology = sum(bool(DATE.fullmatch(part.text)) for part in parts) > MOST_DATES
    for place, part in enumerate(parts):
        text, front = part.text, place < FRONT
        if len(text.split()) > 20:
            if builder.date is None and front and (agency := AGENCY.match(text)):
                _set_date(builder, date_in(text[agency.end() - 1 : agency.end() + 40]))
        elif front and (by := BY.match(text)) and NAMES.fullmatch(text, by.end()):
            part.settle("byline")
            builder.metadata.setdefault("author", text[by.end() :].strip())
        elif DESK.match(text) or (PROVENANCE.match(text) and (place < 2 or place > len(parts) - 4)):
            part.settle("byline")
        elif not (chronology or text.endswith(".")) and (front or not DATE.match(text)):
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
    names = [piece for piece in parted if PERSON.fullmatch(piece)]
    if listed and names:
        builder.metadata.setdefault("author", names[0])


def _set_date(builder: Builder, date: str | None) -> None:
    if date and builder.date is None:
        builder.date, builder.date_from = date, "dateline"


def _mark_authors(parts: Sequence[Part], builder: Builder) -> None:
    """Settles what says who the author is, at the end of the text."""
    for place, part in enumerate(parts):
        if place and AUTHOR_HEADING.fullmatch(part.text) and sum(map(is_body, parts[:place])) > 1:
            for following in parts[place:]:
                following.settle("byline")
            return
    author = builder.metadata.get("author")
    for part in parts[-3:] if len(parts) > 3 else ():
        known = author is not None and part.text.startswith(author) and len(part.text.split()) < BODY_WORDS * 4
        if known or (BIOGRAPHY.match(part.text) and TRADE.search(part.text) and len(part.text.split()) < 80):
            part.settle("byline")


def _mark_top(parts: Sequence[Part], builder: Builder) -> None:
    """Settles the title, and as standfirst what stands between it and the byline, or bullets right below it.

    One or two words above a longer headline name a part of the site.
    """
    top = parts[: next((place for place, part in enumerate(parts) if is_body(part)), 0)][: FRONT * 2]
    headlines = [part for part in top if not part.settled and _is_title(part.text)]
    before = next((place for place, part in enumerate(top) if part.kind != "byline"), len(top))
    if not headlines or top[before] is not headlines[0]:
        return
    head = headlines[0]
    longer = [part for part in headlines[1:] if len(part.text.split()) > 4]
    if (
        longer
        and len(head.text.split()) <= 2
        and not any(part.kind == "byline" for part in top[before : top.index(longer[0])])
    ):
        for part in top[before : top.index(longer[0])]:
            part.settle("furniture")
        head = longer[0]
    head.settle("title")
    builder.title = builder.title or head.text
    for part in headlines[headlines.index(head) + 1 :]:
        if _names_people(part.text):
            part.settle("byline")
            builder.metadata.setdefault("author", part.text)
    _mark_standfirst(parts[parts.index(head) + 1 :][:FRONT], len(top) - top.index(head) - 1)


def _names_people(text: str) -> bool:
    """Whether a line is the names of people, as titles and given names tell."""
    first, *others = (word.strip(",.") for word in text.split())
    return bool(others) and (first in GIVEN or first.lower() in TITLES) and bool(NAMES.fullmatch(text))


def _is_title(text: str) -> bool:
    return is_headline(text) and not is_numbered(text) and not DATE.fullmatch(text)


def _mark_standfirst(below: Sequence[Part], reach: int) -> None:
    """Settles what stands between title and byline, and a line on the author's place or post below it.

    `reach` is the number of parts before the first paragraph.
    """
    bylines = [number for number, part in enumerate(below) if part.kind == "byline"]
    between = below[: bylines[0]] if bylines else below[: _bullets(below)]
    if sum(len(part.text.split()) for part in between) <= MOST_STANDFIRST:
        for part in between:
            part.settle("standfirst")
    for number in bylines:
        after = below[number + 1] if number + 1 < min(reach, len(below)) else None
        if (
            after
            and BY.match(below[number].text)
            and not after.settled
            and is_headline(after.text)
            and is_titled(after.text)
        ):
            after.settle("byline")


def _bullets(parts: Sequence[Part]) -> int:
    """How many bulleted parts come first."""
    return next((n for n, part in enumerate(parts) if not BULLET.match(part.text)), len(parts))


def _mark_teasers(parts: Sequence[Part], spaced: bool) -> None:
    """Settles headlines of other stories that stand between paragraphs."""
    listed = False
    for place, part in enumerate(parts):
        text = part.text
        headline = is_headline(text) and not is_numbered(text)
        listed = (listed and headline) or (bool(MORE.fullmatch(text)) and place + 1 < len(parts))
        inside = 0 < place < len(parts) - 1 and is_body(parts[place - 1])
        lone = inside and headline and not is_titled(text) and not text.endswith("?") and not spaced and not part.apart
        if listed or lone or ELSEWHERE.match(text):
            part.settle("teaser")


def _date_from_text(parts: Sequence[Part], builder: Builder) -> None:
    """A date that the text gives as its own: "Published on …", or the year of its copyright."""
    for part in [*parts[:FRONT], *parts[-FRONT:]]:
        for match in DATED.finditer(part.text):
            date = DATE.match(part.text, match.end())
            if date and (value := date_of(date)) and len(part.text.split()) < BODY_WORDS * 2:
                builder.date, builder.date_from = value, "text"
                return
