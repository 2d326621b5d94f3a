"""Lists that a sentence announces or sums up with a number, where no list was found as such."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking import Study
from factcheck.contexts.places import within
from factcheck.language.countries import names
from factcheck.language.nouns import is_plural
from factcheck.language.number_words import CARDINALS
from factcheck.language.numerals import read
from factcheck.language.places import states
from factcheck.records.document import Sentence
from factcheck.records.mention import ListMention, QuantityMention

Span = tuple[int, int]

_INCOMPLETE = re.compile(
    r"\b(?:including|include|such as|among (?:them|others)|for example|e\.g\.|above all|notably|mainly)\b"
)
_NUMBERS = re.compile(r"\((?:Nos?\.?|numbers|Numbers) (?P<items>[0-9]+(?:, [0-9]+)* and [0-9]+)\)")
_OF_THE = re.compile(r"(?<![\w-])\b([\w-]++) of (?:the|its|their|his|her|[\w-]+['’]s) $")
_PARTS = re.compile(r", and |, | and ")
_BOUNDARY = re.compile(r"; and |; ")
_NAME = re.compile(r"(?:the |a |an )?[A-Z\d]")
_THING = re.compile(r"(?:the|a|an) (?:[a-z-]+ ){0,3}[a-z-]+")
"""An item that is one thing: "the flight data recorder"."""
_SHARE = re.compile(r"[^()]{3,60} \([^()\d]{0,40}\d[^()]{0,40}\)")
"""An item with its figure: "price (50 points)"."""
_MOST_WORDS = 8
_WORDS = "|".join(sorted((word for word, value in CARDINALS.items() if 2 <= value <= 20), key=lambda word: -len(word)))
_COUNT_WORD = re.compile(rf"\b(?:{_WORDS}|1?[0-9]|20)\b", re.IGNORECASE)
COUNT = rf"(?P<count>(?i:{_WORDS})|[2-9]|1[0-9]|20)"
"""A count of two to twenty, in words or digits."""
_ONE_NAME = (
    r"(?:the )?[A-Z][\w’'&.-]*+(?: (?:[A-Z][\w’'&.-]*+|(?:of|de|del|la|van|von|der|al|bin|da|di)(?= [A-Z]))){0,5}"
)
NAMED = rf"(?P<names>{_ONE_NAME}(?:, {_ONE_NAME}){{0,12}},? and {_ONE_NAME})"
"""Names in a row, the last after "and"."""
_NOUN = (
    r"(?P<noun>(?!of\b|more\b|others?\b)(?:[a-z][\w’'-]* ){0,3}?"
    r"(?:[a-z][\w’'-]*s|people|men|women|children|dead|accused|injured|wounded|missing|arrested|detained|convicted)(?![\w’'-]))"
)
_COUNT_FIRST = re.compile(
    rf"\b{COUNT} (?:of (?:the|its|their|his|her) [\w-]+ )?{_NOUN}(?:, (?:at )?| as | \(| – | — |, namely ){NAMED}"
)
_NAMES_FIRST = re.compile(
    rf"(?<![\w’'&.-]){NAMED}(?P<mark>, |: | – | — | \()(?P<the>(?:all|the|these) )?{COUNT} {_NOUN}"
    r"(?P<all> in all| altogether| in total| all told)?(?= [a-z]|[,.;:)]| –| —|$)"
)
_END = re.compile(r"\)|,|\.(?:\s|$|[”\"])|;|:| –| —|$")
_TAIL = re.compile(r" (?:in|on|at|from|near|along|off|to) |[,.;:)]| –| —|$")
_LEADING = re.compile(r"^(?:In|After|For|At|During|On|Over|Within|Before|From|By|With|Since)(?: [a-z]+){0,2} $")
_GOES_ON = re.compile(r",? and (?:the )?[A-Z]")
_UNPARTED = re.compile(r" and .* and ")
_GROUPS = frozenset("dead accused injured wounded missing arrested detained elected convicted".split())
_NOT_LISTED = frozenset(
    "years months weeks days hours minutes seconds times percent dollars pounds euros points metres miles kilometres "
    "degrees decades centuries goals runs".split()
)
_FARTHEST = 60
_MOST = 20


@dataclass(frozen=True)
class Announcement:
    """So many of a noun are announced at `start`, and `items` follow."""

    start: int
    end: int
    number: float
    noun: str
    items: tuple[Span, ...]
    sure: bool = False
    """Whether each item is surely one, and no more."""
    told: int | None = None
    """Up to which the text itself counts its items, where that is more than announced: "the fourth is …"."""


def announcements(study: Study) -> Iterator[Announcement]:
    """The announced lists of all sentences, but those that a finder has found."""
    known = study.seen(ListMention)
    text = study.document.text
    for sentence in study.document.sentences:
        yield from _named(study, sentence, known)
        colon = text.find(": ", sentence.start, sentence.end)
        numbers = _NUMBERS.search(text, sentence.start, sentence.end)
        if colon < 0 and numbers is None:
            continue
        if any(_is_of(item, sentence) for item in known):
            continue
        found = _numbered(study, sentence, numbers) if numbers else _after_colon(study, sentence, colon)
        if found is not None:
            yield found


def _is_of(item: ListMention, sentence: Sentence) -> bool:
    """Whether a list stands in a sentence, or the sentence leads to it: not that it is all in one of its items, as in
    numbered paragraphs."""
    inside = any(start <= sentence.start and sentence.end <= end + 1 for start, end in item.items)
    return item.start < sentence.end and sentence.start < item.end and not inside


def _named(study: Study, sentence: Sentence, known: Sequence[ListMention]) -> Iterator[Announcement]:
    """Names beside what is counted: "the four accused, Ada Berg and Tom Lund,"; "Arlen and Tarn, two ports,"."""
    text, start, end = study.document.text, sentence.start, sentence.end
    if " and " not in text[start:end] or not _COUNT_WORD.search(text, start, end):
        return
    found = [*_COUNT_FIRST.finditer(text, start, end), *_NAMES_FIRST.finditer(text, start, end)]
    for match in found:
        number, noun = value_of(match["count"]), match["noun"]
        plain = number is not None and is_countable(noun) and not _UNPARTED.search(match["names"])
        taken = any(item.announced and item.start < match.end() and match.start() < item.end for item in known)
        if not plain or taken or number is None or _INCOMPLETE.search(text, match.start(), end):
            continue
        items = tuple(_split(text, *match.span("names"), _PARTS))
        if _is_closed(text, sentence, match) and not (len(items) > number and _are_places(text, items)):
            yield Announcement(match.start(), match.end(), number, noun, items)


def _is_closed(text: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether count and names are surely of each other, by what stands before and behind them."""
    before, after = text[sentence.start : match.start()], text[match.end() : sentence.end]
    if _GOES_ON.match(after):
        return False
    if match.re is _COUNT_FIRST:
        return _END.match(after) is not None and not _LEADING.match(before)
    if before.endswith((", ", " and ")) or not _TAIL.match(after):
        return False
    if match["all"] or match["mark"] == ": ":
        return True
    return _END.match(after) is not None if match["the"] else not before and "," in after


def value_of(words: str) -> float | None:
    """The number that a count means."""
    return float(words) if words.isdigit() else CARDINALS.get(words.lower())


def is_countable(noun: str) -> bool:
    """Whether a noun is of several things that a list can name."""
    last = noun.split()[-1].lower()
    return (is_plural(last) or last in _GROUPS) and last not in _NOT_LISTED


def _are_places(text: str, items: Sequence[Span]) -> bool:
    """Whether an item but the first is a country or state, which may only say where the one before it is."""
    wider = {*names(), *states()}
    return any(text[start:end] in wider for start, end in items[1:])


def _numbered(study: Study, sentence: Sentence, numbers: re.Match[str]) -> Announcement | None:
    """ "Three of the six boats were launched (Nos. 1, 2, 4 and 5)"."""
    announced = _announced(study, sentence, numbers.start())
    if announced is None:
        return None
    start = numbers.start("items")
    items = tuple((start + match.start(), start + match.end()) for match in re.finditer(r"[0-9]+", numbers["items"]))
    return Announcement(announced[0], numbers.end(), announced[1], announced[2], items)


def _after_colon(study: Study, sentence: Sentence, colon: int) -> Announcement | None:
    """ "Eleven villages were evacuated: Arlen, Mossby and Tarn"."""
    text = study.document.text
    announced = _announced(study, sentence, colon)
    if announced is None or _INCOMPLETE.search(text, announced[0], sentence.end):
        return None
    first, last = colon + 2, sentence.end
    while last > first and text[last - 1] in ".!?”\"' ":
        last -= 1
    by_semicolon = _split(text, first, last, _BOUNDARY)
    items = by_semicolon if len(by_semicolon) > 1 else _names(text, first, last) or _alike(text, first, last)
    if len(items) < 2:
        return None
    return Announcement(announced[0], last, announced[1], announced[2], tuple(items), sure=are_in_order(text, items))


_IN_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_LETTER = re.compile(r"\((?:[a-h]|[ivx]{1,4}|\d)\) $")
_ORDINAL = max(map(len, _IN_ORDER))


def are_in_order(text: str, items: Sequence[Span]) -> bool:
    """Whether each item begins with its own number in words, or behind its own letter: "first, …", "(a) …; (b) …"."""
    if len(items) > len(_IN_ORDER):
        return False
    if all(_LETTER.search(text, max(start - _ORDINAL, 0), start) for start, _ in items):
        return True
    found = zip(_IN_ORDER, items, strict=False)
    return all(text[start : start + _ORDINAL].lower().startswith(which) for which, (start, _) in found)


def _announced(study: Study, sentence: Sentence, end: int) -> tuple[int, float, str] | None:
    """The one count before the list, near it, with its place and noun; of "three of the six boats" the three."""
    text = study.document.text
    counts = [
        item
        for item in within(study.seen(QuantityMention), sentence.start, end)
        if item.quantity.dimension == "count" and item.quantity.form == "value"
    ]
    if not counts or end - counts[-1].end > _FARTHEST:
        return None
    last = counts[-1]
    quantity, start = last.quantity, last.start
    part = _OF_THE.search(text, max(sentence.start, start - _FARTHEST), start)
    number = read(text, part.start(1)) if part else None
    alone = len(counts) == 1 or text[last.end : end].strip() == (quantity.unit or "") or number is not None
    low = quantity.low if number is None else number.low
    exact = quantity.low == quantity.high and quantity.modifier == "=" and low.is_integer() and 2 <= low <= _MOST
    noun = quantity.unit or (_noun_before(text, sentence) if text[last.end : end] == "" else "")
    plural = bool(noun) and is_plural(noun.split()[-1].lower())
    return (start if part is None else part.start(1), low, noun) if alone and exact and plural else None


def _noun_before(text: str, sentence: Sentence) -> str:
    """The noun that a count before a colon leaves out, where the words before the sentence are no more than it:
    "Risks. We see three: …"."""
    found = _HEADED.search(text, max(sentence.start - _FARTHEST, 0), sentence.start)
    return found["noun"].lower() if found else ""


_HEADED = re.compile(r"(?:^|[.!?”\"] |\n)(?:[A-Z][a-z]+ )?(?P<noun>[A-Za-z]{3,}s)[.:]?\s+$")


def _names(text: str, first: int, last: int) -> list[Span]:
    """Items parted by commas and "and", if all are short and begin like names, and the last comes after "and"."""
    items = _split(text, first, last, _PARTS)
    short = all(len(text[start:end].split()) <= _MOST_WORDS for start, end in items)
    named = all(_NAME.match(text, start, end) for start, end in items)
    named |= all(
        _THING.fullmatch(text, start, end) and not is_plural(text[start:end].split()[-1]) for start, end in items
    )
    named |= all(_SHARE.fullmatch(text, start, end) for start, end in items)
    return items if short and named and " and " in text[first:last] else []


def _alike(text: str, first: int, last: int) -> list[Span]:
    """Items that all begin alike: "to her sister, to the publisher and to the singer", "the letter of …, and the …"."""
    items = [span for start, end in _split(text, first, last, _SERIES) for span in _split_last(text, start, end, last)]
    heads = [found[0].lower() if (found := _HEAD.match(text, *span)) else "" for span in items]
    alike = len(set(heads)) == 1 or set(heads) <= _ARTICLES
    joined = _JOINED.search(text, first, last) is not None
    enough = len(items) > 2 or ", and " in text[first:last]
    return items if alike and "" not in heads and joined and len(items) > 1 and enough else []


def _split_last(text: str, start: int, end: int, last: int) -> list[Span]:
    """The last stretch as two, where "and" or "or" joins what begins as the stretch does."""
    head = _HEAD.match(text, start, end)
    if end != last or head is None:
        return [(start, end)]
    joined = list(re.finditer(rf" (?:and|or) (?={head[0]}\b)", text[start:end]))
    return [(start, start + joined[0].start()), (start + joined[0].end(), end)] if len(joined) == 1 else [(start, end)]


_SERIES = re.compile(r", (?:and|or) |, ")
_JOINED = re.compile(r"\b(?:and|or) ")
_HEAD = re.compile(
    r"(?:the|an?|to|from|in|at|on|by|with|for|that|how|they|he|she|it|we|no|not|one|whether|because|"
    r"its|their|his|her|our)\b",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"a", "an"})


def _split(text: str, first: int, last: int, between: re.Pattern[str]) -> list[Span]:
    spans: list[Span] = []
    start = first
    for match in between.finditer(text, first, last):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, last)]
