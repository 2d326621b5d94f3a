"""What of a sentence makes a statement: tokens in their order, words of ours between them, and what is left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.language.clausal import Clause
from factcheck.stating.parsing import Parsed, Span

Piece = Span | str
"""Tokens of the sentence, or words of ours."""

_CLOSING = {")": "(", "”": "“", "]": "["}


@dataclass(slots=True)
class Shape:
    """The pieces of a statement in order, and the tokens in them that are left out."""

    pieces: list[Piece]
    cuts: list[Span] = field(default_factory=list)
    clause: Clause | None = None
    """The clause whose subject it has."""
    says: bool = False
    """Whether it only says that somebody says something."""

    def spans(self) -> list[Span]:
        """The tokens that stay, in order."""
        pieces = [piece for piece in self.pieces if not isinstance(piece, str)]
        return [part for piece in pieces for part in without(piece, self.cuts)] if self.cuts else pieces

    def holds(self, span: Span) -> bool:
        """Whether all of some tokens stay."""
        return any(start <= span[0] and span[1] <= end for start, end in self.spans())

    def touches(self, span: Span) -> bool:
        """Whether some of the tokens stay."""
        return any(start < span[1] and span[0] < end for start, end in self.spans())


def without(span: Span, cuts: Sequence[Span]) -> Iterator[Span]:
    """What is left of some tokens when others are cut out."""
    place = span[0]
    for start, end in sorted(cuts):
        if end <= place or start >= span[1]:
            continue
        if start > place:
            yield place, start
        place = max(place, end)
    if place < span[1]:
        yield place, span[1]


def closed(parsed: Parsed, span: Span) -> Span:
    """The tokens with the bracket and the quotation mark that close what was opened in them."""
    start, end = span
    tokens = parsed.tokens
    while end < len(tokens) and tokens[end].text in _CLOSING:
        mark = tokens[end].text
        inside = [token.text for token in tokens[start:end]]
        if inside.count(_CLOSING[mark]) <= inside.count(mark):
            break
        end += 1
    return start, end


def whole(parsed: Parsed, at: Span | None = None) -> Shape:
    """All of a sentence; with `at`, its part between semicolons, up to an "and" or "but" that opens another."""
    tokens = parsed.tokens
    start, end = 0, len(tokens)
    for one in parsed.clauses if at is not None else ():
        opens = one.kind == "main" and one.predicate is not None and parsed.subject(one) is not None and one.start > 1
        if at is None or not opens:
            continue
        mark, before = tokens[one.start - 1], tokens[one.start - 2].text
        if mark.text == ";" and one.start <= at[0]:
            start = one.start
        elif one.start >= at[1] and (mark.text == ";" or (before in (",", ";") and mark.lower in ("and", "but"))):
            end = min(end, one.start - 1)
    first = next((one for one in parsed.clauses if one.kind == "main" and one.predicate and one.start >= start), None)
    return Shape([closed(parsed, (start, end))], clause=first, says=first is not None and parsed.only_says(first))
