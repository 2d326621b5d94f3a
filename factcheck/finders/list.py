"""Lists: blocks of items, and enumerations inside a sentence, with what they list and how many were announced."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from factcheck.finders._items import Items, Span, are_short, split, until_sentence_end
from factcheck.finders._list_counts import (
    COUNT_IN,
    COUNTS,
    NOUN,
    NUMBER,
    is_count,
    is_listable,
    last_counted,
    named_later,
    noun_of,
    value_of,
)
from factcheck.finders._literals import matches
from factcheck.language.closed_class import CLOSED
from factcheck.language.tagging import noun_phrase, plural, tag
from factcheck.mentioning import Finder, Sight
from factcheck.records.document import Block, Document
from factcheck.records.mention import ListMention


class Announced(NamedTuple):
    """What an introduction says of the list: `text[start:…]`, the count, the noun, whether it is all of them."""

    start: int
    how_many: float | None
    noun: str | None
    complete: bool


_MARK = re.compile(r": |,? namely:? |,? which (?:are|were):? | [–—-] | \(")
_MARKS = (": ", ", namely", " namely", ", which ", " which ", " – ", " — ", " - ", " (")
_WORD = re.compile(r"[a-z]+|\d")
_APART = re.compile(r"[^\w’' -](?!\Z)")
"""What never stands between a count and the mark that opens its list."""
_SUCH_AS = re.compile(
    r"\b(?P<mark>including (?:that |those )?(?:of |in |from )?|such as |for example,? |for instance,? |e\.g\.,? "
    r"|among them,? |notably |especially |particularly |include |includes |included )"
)
_EXAMPLES = (
    "includ", "such as ", "for example", "for instance", "e.g.", "among them", "notably ", "especially ",
    "particularly ",
)  # fmt: skip
_ARE = re.compile(
    rf"\b[Tt]he (?P<count>{NUMBER} other |other {NUMBER} |{NUMBER} |only other |only |other )(?P<noun>{NOUN}s)"
    r"(?: [^.;:,()]{1,90})? (?:are|were) "
)
_AFTER = re.compile(rf", (?:the|its|his|her|their) (?P<count>{NUMBER})(?: other)? (?P<noun>{NOUN}s)\b")
_NAME = r"[A-Z][\w’'-]*+(?: [A-Z][\w’'-]*+){0,4}"
_NAMES = re.compile(rf"(?<![\w’'-])(?:{_NAME}, ){{0,8}}{_NAME} and {_NAME}$")
_MARKERS = re.compile(r"(?<!\w)\((?P<label>\d{1,2}|[a-h]|i{1,3}|iv|vi?)\) ")
_PARTIAL = re.compile(
    r"\b(?:including|such as|for example|e\.g\.|among others|for instance|some of|inter alia)\b|\betc\b", re.IGNORECASE
)
_LABEL = re.compile(
    r"^(?:(?:Appendix|Annex|Table|Box|Figure|Section|Chapter|Part|Exhibit|Schedule) [\w.]{1,6}"
    r"|[\dIVXA-Z]{1,5}[.)])[.:]? ?",
    re.IGNORECASE,
)
_SHORT, _LONG = 8, 30
_ENUMERATED = frozenset({"paragraph", "list-item", "quotation", "caption", "note"})


def find(sight: Sight) -> Iterator[ListMention]:
    """Every list of the document."""
    yield from _blocks(sight.document)
    text = sight.document.text
    for block in sight.document.blocks:
        if block.kind in _ENUMERATED:
            yield from _inline(text, block)


def _mention(
    start: int, spans: Sequence[Span], announced: Announced, style: Literal["numbered", "bulleted", "inline"]
) -> ListMention:
    return ListMention(
        start=start, end=max(end for _, end in spans), finder=FINDER.signature, items=tuple(spans), noun=announced.noun,
        announced=announced.how_many, complete=announced.complete, style=style,
    )  # fmt: skip


def _blocks(document: Document) -> Iterator[ListMention]:
    groups: dict[int, list[int]] = {}
    for number, block in enumerate(document.blocks):
        if block.kind == "list-item" and block.list is not None:
            groups.setdefault(block.list, []).append(number)
    for numbers in groups.values():
        blocks = [document.blocks[number] for number in numbers]
        level = min(block.level for block in blocks)
        items = [block for block in blocks if block.level == level]
        if len(items) < 2:
            continue
        announced = _introduction(document, numbers[0])
        numbered = sum(block.label is not None and block.label[:1].isalnum() for block in items) * 2 > len(items)
        spans = [(block.start, block.end) for block in items]
        start = announced.start if announced.how_many is not None else spans[0][0]
        yield _mention(min(start, spans[0][0]), spans, announced, "numbered" if numbered else "bulleted")


def _introduction(document: Document, first: int) -> Announced:
    """What the block before a list, or the heading above it, says of the list."""
    text = document.text
    for block in reversed(document.blocks[max(0, first - 2) : first]):
        words = text[block.start : block.end]
        if block.kind in ("heading", "title", "caption"):
            return _headed(_LABEL.sub("", words), block.start)
        if block.kind in ("paragraph", "list-item") and words.rstrip().endswith((":", "–", "—")):
            return _introduced(text, block)
        if block.kind != "paragraph":
            break
        break
    section = document.blocks[first].section
    if section:
        return _headed(_LABEL.sub("", section.rsplit(" > ", 1)[-1]), document.blocks[first].start)
    return Announced(document.blocks[first].start, None, None, True)


def _headed(words: str, start: int) -> Announced:
    noun = words.rstrip(" :–—")
    counted = COUNT_IN.search(noun)
    count = value_of(counted["count"]) if counted and is_listable(counted["noun"]) else None
    named = counted["noun"] if counted and count else noun
    complete = not _PARTIAL.search(noun) and not (counted and counted["about"])
    return Announced(start, count, " ".join(named.split()[:_LONGEST_NOUN]) or None, complete)


_LONGEST_NOUN = 14


def _introduced(text: str, block: Block) -> Announced:
    """What the last sentence of an introduction announces ("He made eight visits:")."""
    words = text[block.start : block.end].rstrip(" :–—")
    last = max((found.end() for found in re.finditer(r"[.!?;] ", words)), default=0)
    counted = None
    for counted in COUNT_IN.finditer(words, last):
        if is_listable(counted["noun"]):
            break
    complete = not _PARTIAL.search(words[last:])
    if counted is None or not is_listable(counted["noun"]):
        following = re.search(r"\b(?:the|these|those) following (?P<noun>[\w’' -]{3,60})", words[last:])
        noun = following["noun"] if following else None
        return Announced(block.start + last, None, noun, complete)
    noun = noun_of(counted["noun"])
    return Announced(
        block.start + counted.start("count"), value_of(counted["count"]), noun, complete and not counted["about"]
    )


def _inline(text: str, block: Block) -> Iterator[ListMention]:
    found = [
        *_counted(text, block),
        *_such_as(text, block),
        *_are(text, block),
        *_after(text, block),
        *_marked(text, block),
    ]
    end = -1
    for mention in sorted(found, key=lambda one: (one.start, -one.end)):
        if mention.items[0][0] >= end:
            yield mention
            end = mention.end


def _counted(text: str, block: Block) -> Iterator[ListMention]:
    for mark in matches(_MARK, _MARKS, text, block.start, block.end):
        floor = max(block.start, mark.start() - _LONGEST_COUNTED)
        window = text[floor : mark.start()]
        plain = max((match.end() for match in _APART.finditer(window)), default=0)
        if not any(word.isdigit() or word in COUNTS for word in _WORD.findall(window[plain:].lower())):
            continue
        found = last_counted(window, plain)
        if found is None and "namely" in mark.group():
            found = named_later(window, plain)
        count = value_of(found["count"]) if found else None
        if found is None or count is None or not is_listable(found["noun"]) or _MARKERS.match(text, mark.end()):
            continue
        items = _after_mark(text, mark.end(), mark.group(), block)
        if items is None:
            continue
        exact = len(items.spans) == count
        loose = " -" in mark.group() or "(" in mark.group()
        phrases = all(_PHRASE.match(text, item) for item, _ in items.spans)
        if not are_short(text, items.spans, _LONG if exact else _SHORT * (1 + phrases)) and not exact:
            continue
        if not exact and (loose or not items.sure):
            continue
        noun = found["noun"] + (found["rest"] or "")
        if sum(text[start].isdigit() for start, _ in items.spans) * 2 >= len(items.spans):
            count = None
        start = floor + found.start("count")
        yield _mention(start, items.spans, Announced(0, count, noun, not found["about"]), "inline")


_LONGEST_COUNTED = 140
_PHRASE = re.compile(r"(?:the|a|an|its|their|his|her|no) ", re.IGNORECASE)


def _after_mark(text: str, start: int, mark: str, block: Block) -> Items | None:
    """The items after the mark that opens them."""
    stop = until_sentence_end(text, start, block.end)
    if "(" in mark:
        closing = text.find(")", start, stop)
        return split(text, start, closing, closed=True) if closing > 0 else None
    dash = mark.strip()
    if dash in ("–", "—", "-"):
        closing = text.find(f" {dash} ", start, stop)
        if closing > 0:
            return split(text, start, closing, closed=True)
    return split(text, start, stop, closed=True)


def _such_as(text: str, block: Block) -> Iterator[ListMention]:
    for found in matches(_SUCH_AS, _EXAMPLES, text, block.start, block.end):
        start = found.end()
        bracketed = text[found.start() - 1 : found.start()] == "("
        closing = text.find(")", start, min(block.end, start + _LONGEST_BRACKET)) if bracketed else -1
        stop = closing if closing > 0 else until_sentence_end(text, start, block.end)
        items = split(text, start, stop, closed=True)
        if items is None or not are_short(text, items.spans, _SHORT) or _starts_badly(text, items.spans):
            continue
        noun = _plural_before(text, max(block.start, found.start() - _LONGEST_NAMES), found.start())
        if noun is None or ("include" in found["mark"] and noun[1] < found.start() - 1):
            continue
        yield _mention(noun[0], items.spans, Announced(0, None, text[noun[0] : noun[1]], complete=False), "inline")


_LONGEST_BRACKET = 500


def _plural_before(text: str, floor: int, end: int) -> Span | None:
    """The last noun phrase before a place that names more than one."""
    sentence = max(floor, *(text.rfind(mark, floor, end) + 1 for mark in '.!?;:“"'))
    tokens = tag(text[sentence:end])
    for at in range(len(tokens) - 1, max(-1, len(tokens) - _BACK), -1):
        if tokens[at].tag == "NOUN" and plural(tokens[at]):
            phrase = noun_phrase(tokens, at)
            first = phrase[0] if phrase else at
            while first < at and tokens[first].tag in ("DET", "POSS", "NUM", "ADV", "PUNCT"):
                first += 1
            return sentence + tokens[first].start, sentence + tokens[at].end
    return None


_BACK = 12


def _starts_badly(text: str, spans: Sequence[Span]) -> bool:
    """Whether an item is no noun phrase ("including by raising rents")."""
    first = [text[start:end].split()[0] for start, end in spans]
    return first[0].endswith("ing") or any(CLOSED.get(word) in ("PREP", "SUB", "TO") for word in first)


def _are(text: str, block: Block) -> Iterator[ListMention]:
    for found in matches(_ARE, ("the ", "The "), text, block.start, block.end):
        items = split(text, found.end(), until_sentence_end(text, found.end(), block.end), closed=True)
        if items is None or not are_short(text, items.spans, _SHORT) or not is_listable(found["noun"]):
            continue
        if not all(text[start].isupper() or text.startswith(("the ", "a ", "an "), start) for start, _ in items.spans):
            continue
        words = found["count"].split()
        count = next((value for word in words if (value := value_of(word)) is not None), None)
        yield _mention(found.start(), items.spans, Announced(0, count, found["noun"], complete=True), "inline")


def _after(text: str, block: Block) -> Iterator[ListMention]:
    """Names that are counted behind ("Arlen and Mossby, the two largest ports, …")."""
    for found in _AFTER.finditer(text, block.start, block.end):
        floor = max(block.start, found.start() - _LONGEST_NAMES)
        names = _NAMES.search(text[floor : found.start()])
        count = value_of(found["count"])
        if names is None or count is None or not is_listable(found["noun"]):
            continue
        items = split(text, floor + names.start(), found.start(), closed=True)
        if items is not None and len(items.spans) == count:
            spans = items.spans
            yield ListMention(
                start=spans[0][0],
                end=found.end(),
                finder=FINDER.signature,
                items=spans,
                noun=found["noun"],
                announced=count,
            )


_LONGEST_NAMES = 160


def _marked(text: str, block: Block) -> Iterator[ListMention]:
    """Items that carry labels in the sentence: "(1) … (2) …", "(a) … (b) …"."""
    run: list[re.Match[str]] = []
    for found in matches(_MARKERS, ("(",), text, block.start, block.end):
        if run and found["label"] == _next(run[-1]["label"]):
            run.append(found)
            continue
        if len(run) > 1:
            yield _marked_list(text, block, run)
        run = [found] if found["label"] in ("1", "a", "i") else []
    if len(run) > 1:
        yield _marked_list(text, block, run)


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi")


def _next(label: str) -> str:
    if label.isdigit():
        return str(int(label) + 1)
    if label in _ROMAN[:-1]:
        return _ROMAN[_ROMAN.index(label) + 1]
    return chr(ord(label[0]) + 1)


def _marked_list(text: str, block: Block, run: Sequence[re.Match[str]]) -> ListMention:
    starts = [found.end() for found in run]
    ends = [*(found.start() for found in run[1:]), until_sentence_end(text, starts[-1], block.end)]
    spans: list[Span] = []
    for start, end in zip(starts, ends, strict=True):
        words = re.sub(r"(?<![\s,;])[\s,;]*+(?:\b(?:and|or)\b[\s,;]*+)?$", "", text[start:end])
        spans.append((start, start + max(1, len(words))))
    floor = max(block.start, run[0].start() - _LONGEST_NAMES)
    counted = max(COUNT_IN.finditer(text, floor, run[0].start()), key=lambda one: one.start(), default=None)
    listable = counted is not None and is_count(counted) and counted.end() >= run[0].start() - 2
    count = value_of(counted["count"]) if counted and listable else None
    noun = noun_of(counted["noun"]) if counted and listable else None
    start = counted.start("count") if counted and count is not None else run[0].start()
    return _mention(start, spans, Announced(0, count, noun, complete=True), "inline")


FINDER = Finder(id="list", version=4, find=find)
"""Needs no other finder."""
