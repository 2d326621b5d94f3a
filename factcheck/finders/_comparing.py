"""What every comparison is put together from: a tagged line, and what has been seen in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.finders._phrases import subject_before, written
from factcheck.language.number_words import CARDINALS
from factcheck.language.tagging import Token

Relation = Literal[
    "more", "less", "equal", "slightly-more", "slightly-less", "rank", "multiple", "only", "first", "last"
]


@dataclass(frozen=True, slots=True)
class Line:
    """A tagged sentence: token offsets count from `at` of the document."""

    text: str
    at: int
    tokens: list[Token]


@dataclass(slots=True)
class Seen:
    """A comparison by token numbers, before it is written down."""

    start: int
    end: int
    relation: Relation
    rank: int | None = None
    factor: float | None = None
    superlative: str | None = None
    dimension: str | None = None
    subject: str | None = None
    object: str | None = None
    scope: str | None = None


def subject(line: Line, place: int, *, near: bool = False) -> str | None:
    """Of whom the words at token `place` are said; null where it is a pronoun, or not to be found."""
    span = subject_before(line.tokens, place, near)
    return None if span is None or is_pronoun(line.tokens, span) else written(line.tokens, span, line.text)


def is_pronoun(tokens: Sequence[Token], span: tuple[int, int]) -> bool:
    """Whether a phrase is only a pronoun."""
    return all(token.tag in ("PRON", "ADV") for token in tokens[span[0] : span[1]])


def number(token: Token) -> float | None:
    """The number that a token writes."""
    plain = token.lower.replace(",", "")
    try:
        return float(plain)
    except ValueError:
        return CARDINALS.get(token.lower)
