"""What the readers of office files share: names and values of XML whatever its namespace, and numerals."""

from typing import Any

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def name_of(element: Any) -> str:
    """An element's name without its namespace; empty for comments and entities."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: Any, *path: str) -> Any:
    """The first descendant along a path of names, or none."""
    for name in path:
        element = next((one for one in element if name_of(one) == name), None) if element is not None else None
    return element


def value(element: Any, name: str = "val") -> str | None:
    """An attribute's value, whatever its namespace; none for no element."""
    if element is None:
        return None
    return next((held for key, held in element.attrib.items() if key.rpartition("}")[2] == name), None)


def is_on(element: Any) -> bool:
    """Whether a property is set: it is there, and not with a value that says no."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


def number(text: str | None) -> int | None:
    """A whole number, or none for what is not one."""
    return int(text) if text is not None and text.lstrip("-").isdigit() and len(text) < 9 else None


def numeral(count: int, form: str) -> str:
    """A number as a list or a note shows it: in figures, letters or Roman numerals."""
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 % 9 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return _roman(count) if form == "upperRoman" else _roman(count).lower()
    if form == "chicago" and count > 0:
        return "*†‡§"[(count - 1) % 4] * ((count - 1) // 4 % 9 + 1)
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    signs = "M CM D CD C XC L XL X IX V IV I".split()
    found = ""
    for sign, worth in zip(signs, (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), strict=True):
        found += sign * (count // worth)
        count %= worth
    return found
