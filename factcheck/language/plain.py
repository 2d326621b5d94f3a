"""Plain wording of what the program itself says: numbers of things, lists, a text on one line."""

from collections.abc import Sequence


def one_line(text: str) -> str:
    """The text with every stretch of white space as one space, and none at its ends."""
    return " ".join(text.split())


def several(number: int, noun: str) -> str:
    """ "1 claim", "3 claims", "1,200 claims"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(items: Sequence[str]) -> str:
    """ "one", "one and two", "one, two and three"; empty for none."""
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)
