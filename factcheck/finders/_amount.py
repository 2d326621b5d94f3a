"""An amount: a number, or a range of numbers, with its unit and what it is per."""

from typing import NamedTuple


class Amount(NamedTuple):
    """An amount at `text[start:end]`, its number at `number`; `unit` is null for a count.

    `form` is how its number is written.
    """

    start: int
    end: int
    number: int
    low: float
    high: float
    precision: float
    unit: str | None
    dimension: str
    per: str | None
    form: str
    ranged: bool = False
    noun_at: int = -1
    """Where the noun stands that it shares with a later number ("three, five and nine ships"), or below zero."""
