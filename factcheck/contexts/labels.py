"""Labels that count: 1, 2, 3; I, II, III; A, B, C."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_FORM = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LONGEST = 12


def arabic(label: str) -> int | None:
    """The number of "12", or null."""
    return int(label) if label.isascii() and label.isdigit() and len(label) <= _LONGEST else None


def roman(label: str) -> int | None:
    """The number of "XIV", in either case, or null."""
    letters = label.upper()
    if not letters or len(letters) > _LONGEST or not _ROMAN_FORM.fullmatch(letters):
        return None
    values = [_ROMAN[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def letter(label: str) -> int | None:
    """The place of "C" or "c" in the alphabet, or null."""
    return ord(label.upper()) - 64 if len(label) == 1 and label.isascii() and label.isalpha() else None


_STYLES: tuple[Callable[[str], int | None], ...] = (arabic, roman, letter)


def numbers_of(labels: Sequence[str]) -> list[int] | None:
    """The numbers that a run of labels means, in the style that reads them with the fewest jumps; null if none does."""
    readings: list[tuple[int, list[int]]] = []
    for style in _STYLES:
        values = [style(label) for label in labels]
        if all(value is not None for value in values):
            whole = [value for value in values if value is not None]
            readings.append((_jumps(whole), whole))
    return min(readings, key=lambda reading: reading[0])[1] if readings else None


def _jumps(values: Sequence[int]) -> int:
    return (values[0] - 1 if values else 0) + sum(abs(after - before - 1) for before, after in pairwise(values))


def label_after(label: str) -> str:
    """The label that should follow: "B" after "A", "III" after "II"; a single I, V or X is read as Roman."""
    number = arabic(label)
    if number is not None:
        return str(number + 1)
    number = roman(label)
    if number is not None and (len(label) > 1 or label.upper() in "IVX"):
        written = _to_roman(number + 1)
        return written if label.isupper() else written.lower()
    return chr(ord(label) + 1) if len(label) == 1 else label


def _to_roman(number: int) -> str:
    parts: list[str] = []
    for value, letters in ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV")):
        while number >= value:
            parts.append(letters)
            number -= value
    return "".join(parts) + "I" * number
