"""Taking an enumeration apart: "Arlen, Mossby and Tarn" into its items."""

import re
from typing import NamedTuple

from factcheck.language import countries, places
from factcheck.language.verbs import FORMS


class Items(NamedTuple):
    """The items of an enumeration as spans of the text; `end` is where it ends, `sure` where its end is marked."""

    spans: tuple[tuple[int, int], ...]
    end: int
    sure: bool


Span = tuple[int, int]

_LONGEST = 500
_MOST_ITEMS = 60
_END = re.compile(r"[.!?](?=\s|[”\"’')\]]|$)|\n|[”\"](?=\s|[.,;]|$)")
_ABBREVIATED = re.compile(r"(?:\b(?:St|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Prof|Sen|Gov|Rev|Mt|No|Co|Inc|Ltd|vs|Jr|Sr)|\b[A-Z])$")
_SEPARATOR = re.compile(r"; |, ")
_LAST = re.compile(r"(?:,? (?:and|or|as well as|&|plus) (?:finally |lastly |also )?)")
_CONJUNCTION = re.compile(r"^(?:and|or|as well as|&|plus) (?:finally |lastly |also )?")
_BRACKET = re.compile(r"\([^()]{0,120}\)")
_FINITE = frozenset("is are was were has have had will would can could may might do does did be been".split())
_APPOSED = re.compile(
    r"^(?:\d{1,3}$|aged \d|an? |the |who |which |whose |his |her |its |their |formerly |now |then |also )"
)
_CUT = re.compile(
    r" (?:who|which|that|where|when|while|after|before|because|although|but|as|have|has|had|were|was|are|is|will|would"
    r"|said|says) "
)


def until_sentence_end(text: str, start: int, ceiling: int) -> int:
    """Where the sentence that goes on at `start` ends, its full stop left out."""
    stop = min(ceiling, start + _LONGEST)
    for found in _END.finditer(text, start, stop):
        if found.group() == "." and _ABBREVIATED.search(text[max(start, found.start() - 6) : found.start()]):
            continue
        return found.start()
    return stop


def split(text: str, start: int, stop: int, closed: bool) -> Items | None:
    """The items of `text[start:stop]`; `closed` says that a bracket, dash or full stop ends it there.

    Null where it is no enumeration of at least two items.
    """
    separator = "; " if text.find("; ", start, stop) >= 0 else ", "
    stop = _before_clause(text, start, stop) if separator == ", " else stop
    hidden = [match.span() for match in _BRACKET.finditer(text, start, stop)]
    spans: list[Span] = []
    at = start
    for found in _SEPARATOR.finditer(text, start, stop):
        if found.group() != separator or _is_hidden(found.start(), hidden) or len(spans) > _MOST_ITEMS:
            continue
        spans.append((at, found.start()))
        at = found.end()
        conjunction = _CONJUNCTION.match(text[at : at + _LONGEST_CONJUNCTION])
        if conjunction is not None:
            spans.append((at + conjunction.end(), stop))
            return _finished(text, spans, stop, closed)
    last = next((one for one in _LAST.finditer(text, at, stop) if not _is_hidden(one.start(), hidden)), None)
    if last is None:
        return _finished(text, [*spans, (at, stop)], stop, closed) if closed and len(spans) > 1 else None
    if separator == "; ":
        return None
    spans += [(at, last.start()), (last.end(), stop)]
    return _finished(text, spans, stop, closed)


_LONGEST_CONJUNCTION = 24
_AFTER_COMMA = re.compile(r", ([a-z]+)\b")


def _before_clause(text: str, start: int, stop: int) -> int:
    """Where an enumeration ends at the latest: before a comma with a finite verb after it ("…, were shut")."""
    for found in _AFTER_COMMA.finditer(text, start, stop):
        word = found.group(1)
        if word in _FINITE or FORMS.get(word, ("",))[0] == "past" or word in ("which", "while", "but", "although"):
            return found.start()
    return stop


def _is_hidden(place: int, hidden: list[Span]) -> bool:
    return any(one <= place < other for one, other in hidden)


def _finished(text: str, spans: list[Span], stop: int, closed: bool) -> Items | None:
    """The items with their edges trimmed, the last one cut where its clause goes on, appositions put back."""
    start, end = spans[-1]
    sure = closed
    hidden = [match.span() for match in _BRACKET.finditer(text, start, end)]
    comma = next((found.start() for found in re.finditer(", ", text[start:end])
                  if not _is_hidden(start + found.start(), hidden)), None)  # fmt: skip
    if comma is not None and not _country(text, (start + comma + 2, end)):
        end, sure = start + comma, True
    clause = _CUT.search(text, start, end) if are_short(text, tuple(spans[:-1]), _LONGEST_ITEM) else None
    if clause is not None and len(spans) > 1:
        if len(spans) == 2 and text[spans[0][1]] == "," and clause.group().strip() in _FINITE:
            return None
        end = clause.start()
    spans = [*spans[:-1], (start, end)]
    trimmed = [_trimmed(text, *span) for span in spans]
    trimmed = _apposed(text, [span for span in trimmed if span[1] > span[0]])
    return Items(tuple(trimmed), trimmed[-1][1], sure) if len(trimmed) > 1 else None


_LONGEST_ITEM = 20


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " ,;–—-":
        start += 1
    while end > start and text[end - 1] in " ,;:–—":
        end -= 1
    conjunction = _CONJUNCTION.match(text[start : min(end, start + _LONGEST_CONJUNCTION)])
    return (start + conjunction.end(), end) if conjunction else (start, end)


def _apposed(text: str, spans: list[Span]) -> list[Span]:
    """Puts what only explains an item ("Lyon, | France") back to it."""
    if len(spans) < _LEAST_WITH_APPOSITION or not text[spans[0][0]].isupper():
        return spans
    first_is_country = _country(text, spans[0])
    joined: list[Span] = [spans[0]]
    for span in spans[1:]:
        words = text[span[0] : span[1]]
        apposed = _APPOSED.match(words) and not _APPOSED.match(text[spans[0][0] : spans[0][1]])
        of_place = not first_is_country and _country(text, span) and not _country(text, joined[-1])
        if (apposed or of_place) and span is not spans[-1]:
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    if (
        not first_is_country
        and len(joined) > 1
        and _country(text, joined[-1])
        and all("," in text[one:other] for one, other in joined[:-1])
    ):
        last = joined.pop()
        joined[-1] = (joined[-1][0], last[1])
    return joined


_LEAST_WITH_APPOSITION = 3


def _country(text: str, span: Span) -> bool:
    words = text[span[0] : span[1]]
    return words in countries.names() or words in places.states()


_TOLD_MORE = re.compile(r" (?:that|which|who|whose|where|when) ")
"""What begins a clause that says more of an item, and belongs to it: "a crest that had sunk"."""


def are_short(text: str, spans: tuple[Span, ...], words: int) -> bool:
    """Whether every item has at most so many words, and no finite verb but in what is said more of it."""
    for start, end in spans:
        parts = _TOLD_MORE.split(text[start:end], maxsplit=1)[0].split()
        if len(parts) > words or any(part in _FINITE for part in parts):
            return False
        if len(parts) > 1 and any(FORMS.get(part, ("",))[0] == "past" for part in parts):
            return False
    return True
