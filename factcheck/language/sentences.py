"""Where sentences end."""

import re

from factcheck.language.abbreviations import EITHER, ENDING, INSIDE, MONTHS, NUMBERED, SPEECH, STARTERS, TITLES, UNITS

_END = re.compile(
    r"(?<![.!?…])(?P<mark>[.!?…]+)(?P<close>[\"”’'»)\]]*)"
    r"(?P<note>(?:(?<=[a-z]{4}\.)|(?<=[\"”)%]\.)|(?<=\.[\"”]))\d{1,3}(?=\s+[“‘\"']?[A-Z])"
    r"|\[\d{1,3}(?:[,–-] ?\d{1,3}){0,9}\]|)"
    r"\s+(?=(?P<open>[“‘\"'«(\[¿¡–—-]*\s?)(?P<next>[^\W_]))"
)
_LABEL = re.compile(
    r"\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?!(?:[MBT]r?illion|Thousand|Per|Percent)\b)(?=[“‘\"'(]?[A-Z][\w’'-]*[ ,])"
)
"""The number of a paragraph ("3.2 Of the 62 …"), which belongs to no sentence."""
_LAST = re.compile(r"[^\s“‘\"'«(\[/]{1,30}$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAMED = re.compile(r"(?:[A-Z][\w’'.-]*\s+){1,4}(?P<verb>[a-z]+)\b")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_NUMERAL = re.compile(r"[IVXLC]+\b|[A-Z]\b|\w*\d|[A-Z]+/")
_COUNTED = re.compile(r"\d\s?$")
_LETTERED = re.compile(
    r"(?:plan|group|section|appendix|annex|part|type|class|grade|vitamin|hepatitis|option|phase|team|block|war|table"
    r"|figure|category|schedule|exhibit|level|zone|model|version|side|point|world|king|queen|pope)\s+$",
    re.I,
)


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of one block's text as spans, end exclusive; white space between them belongs to none.

    A capital after a full stop begins a sentence unless the full stop belongs to an abbreviation, an
    initial or a list's number, or quoted words go on with "… asked". The number of a note may follow it, also in
    brackets.
    """
    found: list[tuple[int, int]] = []
    label = _LABEL.match(text)
    start = label.end() if label else len(text) - len(text.lstrip())
    for match in _END.finditer(text):
        end = match.end("note")
        if end > start and _ends(text, start, match):
            found.append((start, end))
            start = match.end()
    stop = len(text.rstrip())
    if stop > start:
        found.append((start, stop))
    return found


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    follower = match["next"]
    if follower.islower():
        return False
    mark, close = match["mark"], match["close"]
    rest = text[match.start("next") : match.start("next") + 60]
    if mark[-1] in "!?" and close and (named := _NAMED.match(rest)):
        return named["verb"] not in SPEECH
    if mark != ".":
        return True
    before = _LAST.search(text, max(start, match.start() - 30), match.start())
    return before is None or _is_end(text, start, before, rest, follower)


def _is_end(text: str, start: int, before: re.Match[str], rest: str, follower: str) -> bool:
    """Whether a single full stop ends a sentence, by the word that it stands after."""
    token = before.group()
    low = token.lower().rstrip(".")
    begins = _begins(rest)
    if token.isdigit() and before.start() == start and len(token) <= 3:
        return False
    if low in TITLES and token[0].isupper():
        return low in ("st", "mt") and begins
    if low in INSIDE and (token.islower() or "." in token):
        return len(low) == 1 and begins
    if low in NUMBERED and _NUMERAL.match(rest):
        return False
    if low in MONTHS and token[0].isupper():
        return begins and not follower.isdigit()
    if low in ENDING:
        return True
    if len(token) == 1 and token.isalpha() and token.isupper():
        return begins or bool(_LETTERED.search(text, max(start, before.start() - 14), before.start()))
    counted = low in UNITS and bool(_COUNTED.search(text, max(start, before.start() - 3), before.start()))
    return begins if counted or low in EITHER or _DOTTED.fullmatch(token) else True


def _begins(rest: str) -> bool:
    """Whether the next word usually begins a sentence."""
    word = _WORD.match(rest)
    return word is not None and word.group().lower() in STARTERS
