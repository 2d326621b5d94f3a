"""Which quotation marks belong together: straight, curly, angled and low ones, nested, over paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.records.document import Block


class Quoted(NamedTuple):
    """Words between marks: `text[start:end]` with the marks, `inner` the block that it begins in."""

    start: int
    end: int
    block: int
    nested: bool
    repeated: tuple[int, ...] = ()
    """Where the mark is repeated at the start of a paragraph inside."""


@dataclass(slots=True)
class _Open:
    """A mark that is waiting for its other half."""

    at: int
    closes: str
    block: int
    repeated: list[int]


_MARK = re.compile("[\"“”„‟«»‹›‘’‚']")
_CLOSES = {"“": '”"', "„": '“”"', "‟": "”", "«": "»", "‹": "›", "»": "«", '"': '"”', "‘": "’'", "‚": "‘’", "'": "'’"}
_DOUBLE = frozenset('"“„‟«‹»')
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0([{—–-/“\"„«‘'…")
_AFTER_CLOSING = frozenset(" \t\n\r\u00a0)]}—–-/,.;:!?”\"»’'…")
_ELIDED = re.compile(r"['’‘](?:\d0s|\d\d\b|tis\b|twas\b|til\b|em\b|cause\b|n['’])", re.IGNORECASE)
_DEEPEST = 3
_LOOK_AHEAD = 160
_LONGEST = 20_000
_SPOKEN = frozenset({"paragraph", "list-item", "quotation", "table-cell"})


def pairs(text: str, blocks: Sequence[Block]) -> Iterator[Quoted]:
    """Every pair of marks in reading order of their ends; what is not closed is left out."""
    waiting: _Open | None = None
    for number, block in enumerate(blocks):
        if block.kind == "furniture":
            waiting = None
            continue
        if waiting is not None and not _goes_on(text, block, waiting):
            waiting = None
        stack = [] if waiting is None else [waiting]
        yield from _in_block(text, number, block, stack)
        waiting = stack[0] if stack and block.kind in _SPOKEN and text[stack[0].at] in '“"„«' else None
        if waiting is not None and block.end - waiting.at > _LONGEST:
            waiting = None


def _goes_on(text: str, block: Block, waiting: _Open) -> bool:
    """Whether a paragraph takes up the open quotation, by repeating its mark; it is noted as repeated."""
    if block.kind not in _SPOKEN or text[block.start : block.start + 1] != text[waiting.at]:
        return False
    waiting.repeated.append(block.start)
    return True


def _in_block(text: str, number: int, block: Block, stack: list[_Open]) -> Iterator[Quoted]:
    skip = stack[0].repeated[-1] if stack and stack[0].repeated else -1
    for match in _MARK.finditer(text, block.start, block.end):
        at, mark = match.start(), match.group()
        if at == skip:
            continue
        depth = _closing_depth(text, at, mark, stack, block)
        if depth is not None:
            opened = stack[depth]
            del stack[depth:]
            if at - opened.at > 1:
                yield Quoted(opened.at, at + 1, opened.block, depth > 0, tuple(opened.repeated))
        elif _opens(text, at, mark, stack, block):
            if mark == '"' and stack and text[stack[-1].at] == '"':
                stack.pop()
            if len(stack) < _DEEPEST:
                stack.append(_Open(at, _CLOSES[mark], number, []))
    while stack and text[stack[-1].at] not in _DOUBLE:
        stack.pop()


def _closing_depth(text: str, at: int, mark: str, stack: list[_Open], block: Block) -> int | None:
    """Which open mark this one closes; null where it closes none."""
    for depth in range(len(stack) - 1, -1, -1):
        if mark in stack[depth].closes:
            break
    else:
        return None
    before = text[at - 1]
    after = text[at + 1] if at + 1 < block.end else " "
    if mark in "'’":
        if after.isalnum() or (before in _BEFORE_OPENING and before not in "…"):
            return None
        return None if _is_possessive(text, at, before, after, block) else depth
    if mark == '"' and before in " \t\u00a0(" and after not in _AFTER_CLOSING:
        return None
    return depth


def _is_possessive(text: str, at: int, before: str, after: str, block: Block) -> bool:
    """Whether the mark after an s belongs to the word, since the quotation is closed further on."""
    if before not in "sS" or after != " ":
        return False
    ahead = text[at + 1 : min(block.end, at + _LOOK_AHEAD)]
    closing = next(
        (spot for spot in re.finditer("['’]", ahead) if not ahead[spot.end() : spot.end() + 1].isalnum()), None
    )
    opening = re.search(r"(?:(?<=[\s(])|^)[‘']\w", ahead)
    return closing is not None and (opening is None or closing.start() < opening.start()) and ahead[1:2].islower()


def _opens(text: str, at: int, mark: str, stack: list[_Open], block: Block) -> bool:
    if mark not in _CLOSES:
        return False
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if after.isspace():
        return False
    if mark == "»":
        return before in _BEFORE_OPENING
    if mark in "“„‟«‹":
        return True
    if before not in _BEFORE_OPENING:
        return False
    if mark in "'‘‚":
        single_open = any(text[one.at] in "'‘‚" for one in stack)
        return not single_open and not _ELIDED.match(text, at) and (after.isalnum() or after in '“"[…(')
    return True
