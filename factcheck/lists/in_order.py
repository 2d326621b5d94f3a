"""What a sentence counts and the text then goes through: "three reasons. First, … Second, …", "listed below"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from factcheck.checking import Study
from factcheck.contexts.places import block_around
from factcheck.language.number_words import CARDINALS, NTH
from factcheck.lists.announcements import COUNT, Announcement
from factcheck.records.mention import ListMention

_POINT = re.compile(
    rf"(?:(?P<word>{'|'.join(NTH)})(?:ly)?,"
    rf"|[Tt]he (?P<the>{'|'.join(NTH)})(?: \w+)? (?:is|was|concerns?|are|were)\b)",
    re.IGNORECASE,
)
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


def counted_off(study: Study) -> Iterator[Announcement]:
    """The announcements that points made one after another, or a list right below, do not fit, or may not."""
    yield from _points_in_order(study)
    yield from _lists_below(study)


def _points_in_order(study: Study) -> Iterator[Announcement]:
    """The announcements that points made one after another follow, of which there are more than announced."""
    text, sentences = study.document.text, study.document.sentences
    for number, sentence in enumerate(sentences[1:], 1):
        if _place(text, sentence.start) != 1:
            continue
        before = sentences[number - 1]
        found = list(_ANNOUNCED.finditer(text, before.start, before.end))
        points, last = [(sentence.start, sentence.end)], number
        for later in range(number + 1, len(sentences)):
            place = _place(text, sentences[later].start)
            if later - last > _APART or place == 1:
                break
            if place == len(points) + 1:
                points.append((sentences[later].start, sentences[later].end))
                last = later
        if len(found) == 1 and found[0]["noun"].split()[-1] not in _NO_POINTS:
            match = found[0]
            count = CARDINALS.get(match["count"].lower()) or _digits(match["count"])
            plain = not _PART.search(text[before.start : match.start()])
            if count is not None and plain and len(points) > count:
                end = points[-1][1]
                yield Announcement(match.start(), end, count, match["noun"], tuple(points), sure=True)


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


def _place(text: str, start: int) -> int | None:
    match = _POINT.match(text, start)
    return NTH[(match["word"] or match["the"]).lower()] if match else None


def _digits(word: str) -> int | None:
    return int(word) if word.isdigit() else None
