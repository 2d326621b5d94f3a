"""A sentence as the finder of quantities sees it: masked text and tagged words side by side."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.finders._masking import BLANK
from factcheck.language.numerals import ARTICLED, DIGITS, OPENERS
from factcheck.language.tagging import Token, tag
from factcheck.records.document import Block

Span = tuple[int, int]


class Clause(NamedTuple):
    """A sentence: its text as written and masked, its tagged words, where each begins, and its block."""

    written: str
    text: str
    tokens: Sequence[Token]
    starts: Sequence[int]
    block: Block

    def at(self, place: int) -> int:
        """Number of the first token that begins at or after a place."""
        return bisect_left(self.starts, place)


def words_of(text: str, times: Sequence[Span]) -> list[Token]:
    """The tagged words of a sentence, each time in it as one token that belongs to no phrase."""
    tokens = tag(text)
    if not times:
        return tokens
    out: list[Token] = []
    place = 0
    for token in tokens:
        while place < len(times) and times[place][1] <= token.start:
            place += 1
        if place == len(times) or token.start < times[place][0]:
            out.append(token)
        elif not out or out[-1].tag != "TIME" or out[-1].start < times[place][0]:
            out.append(Token(token.start, token.end, BLANK, BLANK, "TIME", ""))
    return out


def opaque(tokens: Sequence[Token], spans: Sequence[Span]) -> list[Token]:
    """The words with those of amounts (units and scales with them) as numbers, so that no phrase takes them in."""
    if not spans:
        return list(tokens)
    out: list[Token] = []
    place = 0
    for token in tokens:
        while place < len(spans) and spans[place][1] <= token.start:
            place += 1
        inside = place < len(spans) and spans[place][0] <= token.start and token.end <= spans[place][1]
        out.append(token._replace(tag="NUM") if inside and token.tag != "NUM" else token)
    return out


def starts(text: str, tokens: Sequence[Token]) -> Iterator[int]:
    """Where a number may begin, in order: at digits, and at the words that open one."""
    begun = (match.start() + _is_dotted(text, match.start()) for match in DIGITS.finditer(text))
    places = [place for place in begun if _is_free(text, place)]
    for token in tokens:
        lower = token.lower
        if not (lower in OPENERS or ("-" in lower and _opens(lower))) or text[token.start] == BLANK:
            continue
        if lower not in ("a", "an", "several") or ARTICLED.match(text, token.start):
            places.append(token.start)
    yield from sorted(set(places))


def _opens(lower: str) -> bool:
    """Whether a compound opens with a number word: "two-thirds", "thirty-odd"."""
    head, hyphen, _ = lower.partition("-")
    return bool(hyphen) and head in OPENERS and head not in ("a", "an")


def _is_dotted(text: str, place: int) -> bool:
    """Whether the full stop before digits is that of a currency's sign: "Rs.500"."""
    return text[place] == "." and text[max(place - 3, 0) : place + 1].lstrip(" (") in ("Rs.", "Re.")


def _is_free(text: str, place: int) -> bool:
    """Whether no letter, full stop or slash stands right before; letters may still be a currency's."""
    before = text[place - 1 : place]
    if text[place] == "." and before.isalnum():
        return False
    if before == "." and _is_dotted(text, place - 1):
        return True
    return not before or not (before in "./_" or before.isdigit() or before in "½¼¾⅓⅔")
