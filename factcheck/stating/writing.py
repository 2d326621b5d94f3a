"""Putting the pieces of a statement together: one line of good spacing and punctuation, with a full stop."""

import re

from factcheck.stating.parsing import Parsed, Span
from factcheck.stating.shaping import Shape, without

Swaps = dict[tuple[int, int], str]
"""What stands for `text[start:end]` of the document in a statement."""

_CONNECTIVE = re.compile(
    r"(?:and|but|or|so|yet|nor|however|meanwhile|moreover|furthermore|additionally|besides|nevertheless|nonetheless"
    r"|therefore|thus|hence|instead|indeed|likewise|similarly|also|still|then|too|consequently|accordingly|otherwise"
    r"|for (?:example|instance)|in (?:addition|fact|turn|contrast|short|sum|other words|particular|the meantime)"
    r"|by contrast|of course|after all|as a result|on the other hand|on the one hand|at the same time|that said"
    r"|even so|to be sure|more(?:over| importantly)|not surprisingly|unsurprisingly|first(?:ly)?|second(?:ly)?"
    r"|third(?:ly)?|finally|lastly|again|anyway)\b,\s*",
    re.IGNORECASE,
)
_JOINING = re.compile(
    r"(?:and|but|or|so|yet|nor|also)\s+(?!far\b|much\b|many\b|little\b|few\b|called\b)", re.IGNORECASE
)
_INSERTED = re.compile(
    r",\s(?:however|meanwhile|moreover|therefore|though|too|also|for (?:example|instance)|in (?:turn|fact|contrast)"
    r"|by contrast|indeed|of course|on the other hand|nevertheless)(?=,|\.?$),?"
)
_ALSO = re.compile(r"\b(has|have|had|is|are|was|were|will|would|can|could|may|might|[A-Za-z’]+) also (?=\w)")
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)+\.?|\d+[.)]|\([a-z0-9]{1,3}\)|\d{1,2}:\d\d)\s+(?=[A-Z])")
_JUST = re.compile(r"\b(?:just|only|barely) (?=(?:in|on) (?:the week|about|\d))", re.IGNORECASE)
_SPACE_BEFORE = re.compile(r"(?<!\s)\s+([,;:.!?)\]’”])")
_SPACE_AFTER = re.compile(r"([(\[“‘])\s+")
_MARKS_TWICE = re.compile(r"[,;:]\s*(?=[,;:.!?])|,\s*(?=[–—])")
_OWNER_IN_S = re.compile(r"(?<=s)(['’])s\b")
_SEE = re.compile(r"^[Ss]ee(?: also)?,? (?=[“\"])")
_LABEL = re.compile(r"^(?:Q|A|Question|Answer|QUESTION|ANSWER)(?: ?\([^)]{1,40}\))?: ")
_QUOTED = re.compile(r"(“[^“”]*+”|\"[^\"]*\")")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|“\s*”")
_LOOSE = " \t\n,;:–—-/•*|"
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_ENDED = re.compile(r"[.!?…][”’\"')\]]*$")


def words(text: str, parsed: Parsed, shape: Shape, swaps: Swaps) -> str:
    """The words of a shape, in order, with what stands for some of them."""
    found: list[str] = []
    for piece in shape.pieces:
        if isinstance(piece, str):
            found.append(piece)
        else:
            found += [swapped(text, *_offsets(parsed, span), swaps) for span in without(piece, shape.cuts)]
    return " ".join(found)


def _offsets(parsed: Parsed, span: Span) -> tuple[int, int]:
    base = parsed.words.start
    return base + parsed.tokens[span[0]].start, base + parsed.tokens[span[1] - 1].end


def swapped(text: str, start: int, end: int, swaps: Swaps) -> str:
    """`text[start:end]` with what stands for some of its words; a swap that reaches over the end counts too."""
    found, place = [], start
    for (first, last), said in sorted(swaps.items()):
        if place <= first < end:
            found += [text[place:first], said]
            place = last
    return "".join((*found, text[place:end]))


def sentence(words: str) -> str:
    """Words as a sentence: without what ties it to the one before, with a capital and a full stop."""
    line = _tidy("".join(map(_plain, _QUOTED.split(" ".join(words.split())))))
    line = _SEE.sub("", line)
    line = _LABEL.sub("", _NUMBERING.sub("", line.lstrip(_LOOSE)))
    tied = _CONNECTIVE.match(line) or _JOINING.match(line)
    while tied is not None and tied.end() < len(line):
        line = line[tied.end() :].lstrip(_LOOSE)
        tied = _CONNECTIVE.match(line) or _JOINING.match(line)
    line = " ".join(line.split()).strip(_LOOSE)
    if not line:
        return ""
    line = line if line[:1].isupper() or not line[:1].isalpha() else _capital(line)
    return line if _ENDED.search(line) else f"{line}."


def _plain(part: str) -> str:
    """A part of a line without the words that only tie it to what came before; quoted words stay as they are."""
    if part[:1] in ("“", '"'):
        return part
    part = _JUST.sub("", _INSERTED.sub("", part) if ", " in part else part)
    return _ALSO.sub(r"\1 ", part) if " also " in part else part


def _capital(line: str) -> str:
    first = line.split(" ", 1)[0]
    return line if any(letter.isupper() for letter in first[1:]) else line[0].upper() + line[1:]


def _tidy(line: str) -> str:
    """The line with single marks between words, and no bracket or quotation mark that has lost its other half."""
    line = _EMPTY.sub("", line) if "(" in line or "“" in line else line
    line = _OWNER_IN_S.sub(r"\1", line)
    for opening, closing in _PAIRS:
        missing = line.count(opening) - line.count(closing)
        if missing == 1 and line.rfind(opening) > line.rfind(closing):
            line = line.rstrip(_LOOSE) + closing
        elif missing:
            line = line.replace(opening, "").replace(closing, "")
    if line.count('"') % 2:
        line = line.replace('"', "")
    line = _SPACE_AFTER.sub(r"\1", _SPACE_BEFORE.sub(r"\1", line))
    return _MARKS_TWICE.sub("", line)
