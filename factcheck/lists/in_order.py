"""What a sentence counts and the text then goes through: "three reasons. First, … Second, …", "listed below"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from factcheck.checking import Study
from factcheck.contexts.places import block_around
from factcheck.language.number_words import CARDINALS, NTH
from factcheck.lists.announcements import COUNT, Announcement
from factcheck.records.mention import ListMention

_IS = r"(?: [\w’'-]+,?)?,? (?:is|was|concerns?|are|were|has|had|lies?|lay|came|comes)\b"
_POINT = re.compile(
    rf"(?:(?P<word>{'|'.join(NTH)})(?:ly)?,|(?:the|an?) (?P<the>{'|'.join(NTH)}){_IS}"
    rf"|(?P<one>one){_IS}|(?P<another>another|the other){_IS}"
    rf"|(?P<next>next|then|moreover|furthermore|in addition),"
    rf"|(?P<last>last(?:ly)?,|(?:and )?finally,|last of all,|the (?:last|final){_IS}))",
    re.IGNORECASE,
)
"""How a sentence begins that makes a point: "Second, …", "A third was …", "Another is …", "Finally, …"."""
_ANNOUNCED = re.compile(
    rf"(?<![\w-]){COUNT} (?P<noun>(?:[a-z][\w’'-]* ){{0,2}}?[a-z][\w’'-]*s)\b"
    r"(?! of (?:them|these|which)\b)"
)
_BELOW = re.compile(
    r"\b(?:(?:listed|set out|given|shown|named|described|detailed) (?:below|here)|as follows|the following)\b"
)
_SOME = re.compile(r"\b(?:some|main(?:ly)?|most|selected|examples?|includ\w+|such as|among|several|largest)\b")
_NO_POINTS = frozenset(
    "years months weeks days hours minutes seconds times people dollars pounds euros metres miles".split()
)
_PART = re.compile(r"\b(?:at least|more than|some|about|of the|of its|of their|another|further) $")
_APART = 8
"""Sentences between one point and the next, at most."""
_MOST_SENTENCES = 80
_LAST = -1
_MORE_INSIDE = re.compile(rf"\b(?:(?:the|an?) (?:{'|'.join(NTH)}|other|next)|another)\b", re.IGNORECASE)
_MAY_BE_ONE = re.compile(
    r"\b(?:also|too|as well|another|besides|moreover|further(?:more)?|in addition|others?|then|next|after that)\b",
    re.IGNORECASE,
)


def counted_off(study: Study) -> Iterator[Announcement]:
    """The announcements that points made one after another, or a list right below, do not fit, or may not."""
    yield from _points_in_order(study)
    yield from _lists_below(study)


def _points_in_order(study: Study) -> Iterator[Announcement]:
    """The announcements that points made one after another follow: more than announced, or fewer up to the last."""
    text, sentences = study.document.text, study.document.sentences
    for number, sentence in enumerate(sentences[1:], 1):
        if _place(text, sentence.start, 0) != 1:
            continue
        before = sentences[number - 1]
        found = list(_ANNOUNCED.finditer(text, before.start, before.end))
        if len(found) != 1 or found[0]["noun"].split()[-1] in _NO_POINTS:
            continue
        match = found[0]
        count = CARDINALS.get(match["count"].lower()) or _digits(match["count"])
        points, closed = _points(study, number)
        plain = not _PART.search(text[before.start : match.start()])
        if count is not None and plain and (len(points) > count or (closed and 1 < len(points) < count)):
            yield Announcement(match.start(), points[-1][1], count, match["noun"], tuple(points), sure=True)


def _points(study: Study, number: int) -> tuple[list[tuple[int, int]], bool]:
    """The points from a sentence on, each with its number or after the one before, and whether a last one closes."""
    text, sentences = study.document.text, study.document.sentences
    points, last = [(sentences[number].start, sentences[number].end)], number
    whole = not _holds_another(text, *points[0])
    for later in range(number + 1, min(len(sentences), number + _MOST_SENTENCES)):
        place = _place(text, sentences[later].start, len(points))
        if later - last > _APART or place == 1:
            break
        if place is None:
            # Between two points another may be made without a number ("He also …"), so that fewer proves nothing.
            whole = whole and not _MAY_BE_ONE.search(text, sentences[later].start, sentences[later].end)
        elif place in (_LAST, len(points) + 1):
            points.append((sentences[later].start, sentences[later].end))
            last = later
            if place == _LAST:
                return points, whole
            whole = whole and not _holds_another(text, *points[-1])
        else:
            whole = False
    return points, False


def _holds_another(text: str, start: int, end: int) -> bool:
    """Whether a sentence makes a point beside the one that it begins with: "The first is pay, the second rest"."""
    head = _POINT.match(text, start)
    return _MORE_INSIDE.search(text, head.end() if head else start, end) is not None


def _lists_below(study: Study) -> Iterator[Announcement]:
    """The lists of items that the sentence before counts and says to be below: "six conditions, listed below"."""
    document = study.document
    for item in study.seen(ListMention):
        if item.style == "inline" or item.announced is not None:
            continue
        first = bisect_left(document.sentences, item.items[0][0], key=lambda sentence: sentence.start)
        blocks = [block_around(document, start) for start, _ in item.items]
        if not first or None in blocks or len({block.level for block in blocks if block}) > 1:
            continue
        before = document.sentences[first - 1]
        found = list(_ANNOUNCED.finditer(document.text, before.start, before.end))
        below = _BELOW.search(document.text, before.start, before.end)
        if below is None or len(found) != 1 or _SOME.search(document.text, before.start, before.end):
            continue
        count = CARDINALS.get(found[0]["count"].lower()) or _digits(found[0]["count"])
        plain = found[0]["noun"].split()[-1] not in _NO_POINTS
        plain = plain and not _PART.search(document.text[before.start : found[0].start()])
        near = document.sentences[first].block - before.block <= 1
        if count is not None and plain and near:
            yield Announcement(found[0].start(), item.end, count, found[0]["noun"], item.items, sure=True)


def _place(text: str, start: int, made: int) -> int | None:
    """Which point a sentence makes after so many others; `_LAST` for one that says it is the last."""
    match = _POINT.match(text, start)
    if match is None:
        return None
    if match["last"]:
        return _LAST
    if match["one"]:
        return 1 if not made else None
    if match["another"] or match["next"]:
        return made + 1 if made else None
    nth = NTH[(match["word"] or match["the"]).lower()]
    return nth if match["word"] or text[start : start + 3].lower() == "the" or made + 1 == nth else None


def _digits(word: str) -> int | None:
    return int(word) if word.isdigit() else None
