"""Statements of facts that no clause states: quotations, lists, titles, cells of a table."""

import re

from factcheck.language import plain
from factcheck.language.nouns import is_plural
from factcheck.language.titles import HONORIFICS, POSTS, RANKS, bare
from factcheck.records.claim import Listing, Quote
from factcheck.records.document import Block

MOST_ITEMS = 8
"""Items of a list that a statement names."""
LONGEST = 80
"""Letters of an item; longer ones are cut at a word."""


def quoted(words: str, speaker: str | None, quote: Quote | None = None, addressee: str | None = None) -> str:
    """Who said what, to whom or in which document, word for word."""
    words = " ".join(words.split()).strip(" ,;:")
    words = words if words[-1:] in ".?!…" else f"{words}."
    if speaker:
        return f"{speaker} {f'told {addressee}' if addressee else 'said'}: “{words}”"
    if quote is not None and quote.document:
        return f"The {quote.document} says: “{words}”"
    return f"“{words}”"


def titled(name: str, title: str, article: str) -> str:
    """How somebody is called: by an address, a rank, or a post with the article that the text gives it."""
    words = title.split()
    name = name.title() if name.isupper() and " " in name else name
    if len(words) == 1 and bare(title) in HONORIFICS and title[:1].isupper():
        return f"{name} is called “{title}”"
    if all(bare(word) in RANKS for word in words):
        return f"{name} is called {'an' if title[:1].lower() in 'aeiou' else 'a'} {title.lower()}"
    return f"{name} is described as {f'{article} ' if article else ''}{title}"


def is_addressed(who: str) -> bool:
    """Whether words name somebody who can be told something: a name, people, or those who sit and listen."""
    last = who.split()[-1].lower()
    return who[:1].isupper() or last in POSTS or last in _LISTENING or is_plural(last)


_LISTENING = frozenset(
    "court parliament congress senate press hearing crowd jury interviewer newspaper agency meeting committee council "
    "assembly conference radio television commission tribunal inquiry panel board audience magazine website".split()
)


def article_of(phrase: str, text: str) -> str:
    """The article or owner that stands before a phrase in a text; none where it is said without one."""
    found = re.search(rf"\b(the|an?|its|their|his|her)\s+{re.escape(phrase)}", text, re.IGNORECASE)
    return found[1].lower() if found is not None else ""


def aged(name: str, years: float) -> str:
    """How old somebody is."""
    return f"{name} is {years:g} years old"


def listed(listing: Listing) -> str:
    """What a list names."""
    items = [_short(item) for item in listing.items]
    more = len(items) - MOST_ITEMS
    shown = items[:MOST_ITEMS]
    noun = plain.one_line(listing.noun or "")
    if more > 0:
        return f"{noun}: {'; '.join(shown)}; and {more} more"
    return f"{noun}: {'; '.join(shown)}" if any("," in item for item in shown) else f"{noun}: {plain.listed(shown)}"


def _short(item: str) -> str:
    item = " ".join(item.split()).strip(" ,;.")
    if len(item) <= LONGEST:
        return item
    return item[: item.rfind(" ", 0, LONGEST)] + " …"


def cell(block: Block, text: str) -> str:
    """What a table gives in one cell, with the headings of its row and column."""
    headings = [" ".join(heading.split()) for heading in (block.row, block.column) if heading]
    value = " ".join(text[block.start : block.end].split())
    return f"{', '.join(headings)}: {value}" if headings else value
