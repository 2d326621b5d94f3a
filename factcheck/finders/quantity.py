"""Quantities: numbers with their unit or what they count, what they measure, and how they are stated.

What holds digits and is no quantity (times, designators, references, scores) is blanked first.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from factcheck.finders._amounts import Amount, read_amount
from factcheck.finders._masking import masked
from factcheck.finders._quantifying import Clause, quantified
from factcheck.finders._ordinals import MULTIPLE, ORDINAL, multiples, ordinals
from factcheck.language.numerals import START
from factcheck.language.tagging import Token, tag
from factcheck.mentioning import Finder, Sight
from factcheck.records.document import Block, Document, Sentence
from factcheck.records.mention import QuantityMention
from factcheck.records.quantity import Quantity

Span = tuple[int, int]


def find(sight: Sight) -> Iterable[QuantityMention]:
    """Every quantity of the document, sentence by sentence."""
    document = sight.document
    times = [(mention.start, mention.end) for mention in sight.found.get("time", ())]
    place, block_seen = 0, -1
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        heads = sentence.block != block_seen
        block_seen = sentence.block
        while place < len(times) and times[place][1] <= sentence.start:
            place += 1
        stop = place
        while stop < len(times) and times[stop][0] < sentence.end:
            stop += 1
        if block.kind != "furniture" and _has_number(document.text, sentence):
            yield from _sentence(document, sentence, block, times[place:stop], heads)


def _has_number(text: str, sentence: Sentence) -> bool:
    span = (sentence.start, sentence.end)
    return any(pattern.search(text, *span) for pattern in (START, ORDINAL, MULTIPLE))


def _sentence(
    document: Document, sentence: Sentence, block: Block, times: Sequence[Span], heads: bool
) -> Iterator[QuantityMention]:
    start, end = sentence.start, sentence.end
    text = masked(document.text, start, end, block, times, heads=heads)
    amounts = _amounts(text)
    if not amounts and not (ORDINAL.search(text) or MULTIPLE.search(text)):
        return
    tokens = _tokens(document.text[start:end], [(max(low - start, 0), high - start) for low, high in times])
    tokens = _opaque(tokens, amounts)
    clause = Clause(text, tokens, [token.start for token in tokens], block)
    taken: list[Span] = []
    floor = 0
    previous: Quantity | None = None
    for amount in amounts:
        found = quantified(amount, clause, floor, previous)
        if found is None:
            continue
        low, high, previous = found
        floor = high
        taken.append((low, high))
        yield _mention(start + low, start + high, previous.but(as_written=document.text[start + low : start + high]))
    for low, high, quantity in (*ordinals(text, tokens, 0), *multiples(text, 0)):
        if not _overlaps(taken, low, high):
            yield _mention(start + low, start + high, quantity)


def _amounts(text: str) -> list[Amount]:
    found: list[Amount] = []
    floor = 0
    for match in START.finditer(text):
        if match.start() < floor:
            continue
        amount = read_amount(text, match.start(), floor)
        if amount is not None:
            found.append(amount)
            floor = amount.end
    return found


def _tokens(text: str, times: Sequence[Span]) -> list[Token]:
    """The tagged words of a sentence, each time in it as one token that belongs to no phrase."""
    tokens = tag(text)
    if not times:
        return tokens
    out: list[Token] = []
    place = 0
    for token in tokens:
        while place < len(times) and times[place][1] <= token.start:
            place += 1
        if place < len(times) and times[place][0] <= token.start:
            if not out or out[-1].tag != "TIME" or out[-1].start < times[place][0]:
                out.append(Token(token.start, token.end, "\x00", "\x00", "TIME", ""))
            continue
        out.append(token)
    return out


def _opaque(tokens: list[Token], amounts: Sequence[Amount]) -> list[Token]:
    """The words with those of amounts (units and scales with them) as numbers, so that no phrase takes them in."""
    out: list[Token] = []
    place = 0
    for token in tokens:
        while place < len(amounts) and amounts[place].end <= token.start:
            place += 1
        inside = place < len(amounts) and amounts[place].start <= token.start and token.end <= amounts[place].end
        out.append(token._replace(tag="NUM") if inside and token.tag != "NUM" else token)
    return out


def _overlaps(spans: Sequence[Span], low: int, high: int) -> bool:
    place = bisect_left(spans, (low, low))
    return any(start < high and low < end for start, end in spans[max(place - 1, 0) : place + 1])


def _mention(start: int, end: int, quantity: Quantity) -> QuantityMention:
    return QuantityMention(start=start, end=end, finder=FINDER.signature, quantity=quantity)


FINDER = Finder(id="quantity", version=1, find=find, needs=("time",))
