"""Headings in text without markup: what looks like one, how it is numbered, and how deep it lies."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

MOST_WORDS = 16
TOP = frozenset(
    "introduction|conclusion|conclusions|acknowledgements|acknowledgments|references|bibliography|notes|endnotes|footnotes"
    "|executive summary|summary|abstract|methodology|foreword|preface|glossary|recommendations|key findings|key points"
    "|about the author|about the authors|sources|annex|appendix|appendices|contents".split("|")
)
"""Headings that stand at the top even where others are numbered."""

_ROMAN = re.compile(r"(M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))[.)]\s+(?=\S)")
_LETTER = re.compile(r"([A-Z])[.)]\s+(?=\S)")
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?\s+(?=[^\W\d_])")
_BARE = re.compile(r"(\d{1,2})\s+(?=[A-Z])")
_FEWEST_BARE = 3
_PART = re.compile(
    r"(Part|Chapter|Section|Appendix|Annexe?|Schedule)\s+([A-Z]|[IVXLC]{1,7}|\d{1,3}|One|Two|Three|Four|Five|Six|Seven"
    r"|Eight|Nine|Ten)\b(?=[.:—–-]|\s|$)",
    re.I,
)
_FIGURE = re.compile(r"[(+-]?[$€£]?\d[\d.,]*\d?[)%]?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d|\d{1,2}")
_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_SMALL = frozenset(
    "a an the and or but nor of in on at to for from by with as is are be into over under after before between about"
    " against amid via vs than that its their his her how why what".split()
)


def is_headline(text: str) -> bool:
    """Whether a line could be a heading by its form: short, begun with a capital, and not ended as a sentence."""
    if not text or text[-1] in ".,;:!…-—–*" or len(text) > 160 or "://" in text:
        return False
    words = text.split()
    first = text.lstrip("“‘\"'(¿¡")[:1]
    if _FIGURE.fullmatch(words[-1]) and not _YEAR.fullmatch(words[-1]):
        return False
    return len(words) <= MOST_WORDS and (first.isupper() or first.isdigit()) and any(map(str.isalpha, text))


def is_titled(text: str) -> bool:
    """Whether most words that titles capitalise are capitalised; true for a line of up to four words."""
    words = [word.strip("“”‘’\"'()?:,") for word in text.split()]
    chief = [word for word in words if word and word.lower() not in _SMALL and word[0].isalpha()]
    return len(words) <= 4 or (bool(chief) and sum(word[0].isupper() for word in chief) >= len(chief) * 0.75)


def is_numbered(text: str) -> bool:
    """Whether a line begins with a heading's number, letter, or "Part", "Chapter", "Appendix" and the like."""
    roman_ = _ROMAN.match(text)
    return bool(_PART.match(text) or _LETTER.match(text) or _DECIMAL.match(text) or (roman_ and roman_[1]))


def is_usual(text: str) -> bool:
    """Whether it is one of the names that a part of any text may have ("References")."""
    return text.lower().strip(" ?!:") in TOP


def roman(numeral: str) -> int:
    """The value of a well-formed Roman numeral."""
    values = [_DIGITS[digit] for digit in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def counts_bare(headings: Iterable[str]) -> bool:
    """Whether headings are counted by numbers without a mark, from 1 on with one slip at most: "1 Aim", "2 Data"."""
    numbers = [int(match[1]) for match in map(_BARE.match, headings) if match]
    steps = [after - before for before, after in pairwise(numbers)]
    slips = [step for step in steps if step != 1]
    return len(numbers) >= _FEWEST_BARE and numbers[0] == 1 and (not slips or slips in ([0], [2]))


@dataclass(slots=True)
class Numbering:
    """Gives headings, in reading order, their label and level."""

    bare: bool = False
    """Whether numbers without a mark ("2 Method") count the headings: see `counts_bare`."""
    _open: list[tuple[str, str]] = field(default_factory=list)
    """Style and label of the headings that the next one may lie under, outermost first."""

    def place(self, text: str) -> tuple[str | None, int]:
        """The label and the level (from 1) of the next heading."""
        style, label = self._style(text)
        if style == "plain":
            return None, self._plain(text)
        if style == "part" and text[:4].lower() not in ("part", "chap"):
            self._open.clear()
        if style.startswith("decimal"):
            return label, self._decimal(label)
        styles = [entry[0] for entry in self._open]
        if style in styles:
            del self._open[styles.index(style) :]
        self._open.append((style, label))
        return label, len(self._open)

    def _style(self, text: str) -> tuple[str, str]:
        if part := _PART.match(text):
            return "part", part[2]
        if (letter := _LETTER.match(text)) and self._is_letter(letter[1]):
            return "letter", letter[1]
        if (numeral := _ROMAN.match(text)) and numeral[1]:
            return "roman", numeral[1]
        decimal = _DECIMAL.match(text)
        if decimal and (self.bare or "." in text[: decimal.end()] or ")" in text[: decimal.end()]):
            return "decimal", decimal[1]
        return "plain", ""

    def _is_letter(self, letter: str) -> bool:
        """Whether a capital that may also be a Roman numeral counts letters: it follows the letter before it."""
        if letter not in _DIGITS:
            return True
        last = dict(self._open)
        follows = last.get("letter") == chr(ord(letter) - 1)
        if "roman" in last and roman(last["roman"]) + 1 == _DIGITS[letter] and not follows:
            return False
        return follows or letter not in "IVX"

    def _decimal(self, label: str) -> int:
        depth = label.count(".")
        styles = [entry[0] for entry in self._open]
        if "decimal" in styles:
            del self._open[styles.index("decimal") :]
        self._open += [("decimal", label)] * (depth + 1)
        return len(self._open)

    def _plain(self, text: str) -> int:
        if is_usual(text):
            self._open.clear()
            return 1
        numbered = [entry for entry in self._open if entry[0] != "plain"]
        return len(numbered) + 1
