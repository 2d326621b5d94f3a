"""Quantities: numbers with their unit or what they count, what they measure, and how they are stated.

What holds digits and is no quantity (times, designators, references, scores) is blanked first.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from factcheck.finders._ages import GROUP_WORDS, age_groups
from factcheck.finders._alone import both
from factcheck.finders._amount import Amount
from factcheck.finders._amounts import read_amount
from factcheck.finders._attributive import compounds
from factcheck.finders._cells import FIGURE, money_named, names_unit, spelled_out
from factcheck.finders._clause import Clause, Span, opaque, starts, words_of
from factcheck.finders._designating import is_labelled
from factcheck.finders._masking import masked
from factcheck.finders._ordinals import MULTIPLE_WORDS, ORDINAL_WORDS, multiples, ordinals
from factcheck.finders._quantifying import Found, So, quantified
from factcheck.finders._sharing import in_currency, shared
from factcheck.finders._tables import headed
from factcheck.language.numerals import OPENERS
from factcheck.language.tagging import words_in
from factcheck.mentioning import Finder, Sight
from factcheck.records.base import unchecked
from factcheck.records.document import Block, Document, Sentence
from factcheck.records.mention import QuantityMention
from factcheck.records.quantity import Quantity

_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅛]")
_SIGNS = (OPENERS | ORDINAL_WORDS | MULTIPLE_WORDS | GROUP_WORDS | {"both"}) - {"a", "an"} | {
    word.partition("-")[0] for word in ORDINAL_WORDS | OPENERS if "-" in word
}

_HEADED = frozenset({"table-cell", "caption", "heading"})
"""Blocks that may name a unit for figures elsewhere."""


def find(sight: Sight) -> Iterable[QuantityMention]:
    """Every quantity of the document, sentence by sentence."""
    document = sight.document
    times = [(mention.start, mention.end) for mention in sight.found.get("time", ())]
    place, block_seen, money = 0, -1, ""
    currency: str | None = None
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        heads = sentence.block != block_seen
        if heads:
            money, currency = _money_of_table(document, sentence.block, money), None
        block_seen = sentence.block
        while place < len(times) and times[place][1] <= sentence.start:
            place += 1
        stop = place
        while stop < len(times) and times[stop][0] < sentence.end:
            stop += 1
        if block.kind != "furniture":
            for mention in _sentence(document, sentence, block, times[place:stop], heads, money):
                quantity = in_currency(mention.quantity, currency, document.text, sentence.start, mention)
                currency = quantity.unit if quantity.dimension == "money" else currency
                yield mention if quantity is mention.quantity else mention.but(quantity=quantity)


def _money_of_table(document: Document, number: int, before: str) -> str:
    """The money that the table is in that block `number` is a cell of: as its first heading, or else its title, names
    it; `before` is what was found for the block before it."""
    block, last = document.blocks[number], document.blocks[number - 1] if number else None
    if block.kind != "table-cell":
        return ""
    bare = block.row is None and block.column is None
    if last is None or last.kind != "table-cell":
        title = document.text[last.start : last.end] if last is not None and last.end - last.start < _TITLE else ""
        return money_named(document.text[block.start : block.end] if bare else "") or money_named(title)
    opens = bare and last.row is not None and block.end - block.start < _TITLE
    return money_named(document.text[block.start : block.end]) or before if opens else before


_TITLE = 120
"""Letters of the longest title of a table."""


def _sentence(
    document: Document, sentence: Sentence, block: Block, times: Sequence[Span], heads: bool, money: str
) -> Iterator[QuantityMention]:
    start, end = sentence.start, sentence.end
    measured = _measured_by_heading(block, document.text[start:end], money)
    if measured is not None:
        yield _mention(start, end, measured)
        return
    digits = _DIGIT.search(document.text, start, end) is not None
    written = document.text[start:end]
    if not digits and _SIGNS.isdisjoint(words_in(written)) and "fold" not in written:
        return
    text = masked(document.text, start, end, block, times, heads=heads, digits=digits)
    tokens = words_of(written, [(max(low - start, 0), high - start) for low, high in times])
    amounts = shared(text, _amounts(text, list(starts(text, tokens))))
    tokens = opaque(tokens, [(amount.start, amount.end) for amount in amounts])
    clause = Clause(written, text, tokens, [token.start for token in tokens], block)
    taken: list[Span] = []
    for low, high, quantity, *_ in _quantities(amounts, clause):
        taken.append((low, high))
        if block.kind in _HEADED and names_unit(written, low, high):
            continue
        yield _mention(start + low, start + high, quantity)
    for low, high, quantity in (*age_groups(clause), *both(clause), *ordinals(clause), *multiples(clause)):
        if not _overlaps(taken, low, high):
            yield _mention(start + low, start + high, quantity)


def _measured_by_heading(block: Block, figure: str, money: str) -> Quantity | None:
    """The quantity of a table's cell that holds a number alone, where a heading gives its unit or scale."""
    if block.kind != "table-cell" or not FIGURE.fullmatch(figure):
        return None
    for text in spelled_out(block, figure, money):
        tokens = words_of(text, [])
        amounts = _amounts(text, list(starts(text, tokens)))
        if len(amounts) != 1:
            continue
        tokens = opaque(tokens, [(amounts[0].start, amounts[0].end)])
        clause = Clause(text, text, tokens, [token.start for token in tokens], block)
        found = quantified(amounts[0], clause, So())
        quantity = found.quantity if found else None
        if quantity is not None and (quantity.unit or quantity.dimension != "count" or amounts[0].end > len(figure)):
            return quantity.but(as_written=figure)
    return None


def _amounts(text: str, places: Sequence[int]) -> list[Amount]:
    found: list[Amount] = []
    floor = 0
    for place in places:
        if place < floor:
            continue
        amount = read_amount(text, place, floor)
        if amount is not None:
            found.append(amount)
            floor = amount.end
    return found


def _quantities(amounts: Sequence[Amount], clause: Clause) -> Iterator[Found]:
    so = So()
    inside = compounds(amounts, clause)
    for amount in amounts:
        if amount.start < so.passed:
            continue
        here, following = clause.at(amount.start), clause.at(amount.end)
        if is_labelled(amount, clause, here, following, so.labelled):
            so = so._replace(floor=amount.end, labelled=amount.end)
            continue
        found = quantified(headed(amount, clause.block), clause, so, inside.get(amount.start))
        if found is not None:
            so = So(found.noun_end, found.rate_end, found.quantity)
            yield found


def _overlaps(spans: Sequence[Span], low: int, high: int) -> bool:
    place = bisect_left(spans, (low, low))
    return any(start < high and low < end for start, end in spans[max(place - 1, 0) : place + 1])


_made = unchecked(QuantityMention)


def _mention(start: int, end: int, quantity: Quantity) -> QuantityMention:
    return _made(start=start, end=end, finder=FINDER.signature, quantity=quantity)


FINDER = Finder(id="quantity", version=9, find=find, needs=("time",))
