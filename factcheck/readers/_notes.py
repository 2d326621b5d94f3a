"""Notes and their markers in a plain text, found by their sequence.

A marker is a number glued to a word or to the punctuation after it ("cards.14"), in brackets or raised;
a note is a line that begins with the same number, after the markers of its page or at the end of the text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from factcheck.language.calendar import LONG_MONTHS
from factcheck.readers._lines import Line, filled

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
SKIPPED = 3
"""How many notes in a row may be missing before the sequence is lost."""
MOST_STARTS = 50
"""How many lines are tried as the first of a block of notes."""
SHORT = 0.85
"""A note's line is short below this part of the widest line."""
LOOSE = 3
"""Fewest markers in sequence that count as markers where the text holds no notes at all."""

_START = re.compile(r"(?:\[(\d{1,4})\]|\(?(\d{1,4})[.)]?(?=\s)|([⁰¹²³⁴-⁹]{1,4}))\s*(?=[^\W\d]|[“‘\"'(\[«])")
_MARKER = re.compile(
    r"(?P<bracket>(?<=\S)\s?\[(?P<inside>\d{1,4})\])"
    r"|(?<=[^\s\d⁰¹²³⁴-⁹])(?P<raised>[⁰¹²³⁴-⁹]{1,4})"
    r"|(?<=[^\W\d_]|[.,;:!?…)\]”’\"'»%])(?P<glued>[1-9]\d{0,3})(?=$|[\s)\]”’\"'.,;:!?—–-])"
)
_UNIT = re.compile(r"(?:\b[kcm]?m|\bft|\bin|\byd|\bCO|\bH)$")
_ABBREVIATED = re.compile(
    r"\b(?:pp?|nos?|vols?|arts?|chs?|chap|paras?|figs?|secs?|ss?|eds?|fn|nn?|ca?|v|[A-Z])\.$", re.I
)
_SYMBOL = re.compile(r"\w/[\w/.-]{0,40}\.$")
"""What stands before the number of a document's symbol: "A/HRC/57/CRP.4"."""
_MONTH = re.compile(rf"\S+\s+(?:{LONG_MONTHS})\b")
_FIGURE = re.compile(r"(?<!\d)(\d{1,9})[.,:]$")
_ANNEX = re.compile(r"(?:Appendix|Annexe?|Schedule|Exhibit|Table|Box) [\w.]{1,4}\b", re.IGNORECASE)
_RULE = re.compile(r"[_\-–—=*]{3,}")
_STRONG, _WORD, _CAPITALS = 4, 2, 1


@dataclass(slots=True)
class Note:
    """A note's label and the lines that it stands on; the first one from column `begin` on."""

    label: str
    lines: list[Line]
    begin: int


@dataclass(frozen=True, slots=True)
class Found:
    """A marker: on line number `line`, `text[start:end]`; `weight` says how sure it is."""

    line: int
    start: int
    end: int
    number: int
    weight: int


@dataclass(slots=True)
class Apparatus:
    """All notes, the numbers of the lines that they take up, and the markers by line number."""

    notes: list[Note] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    markers: dict[int, list[Found]] = field(default_factory=dict)


def apparatus_of(lines: Sequence[Line], paged: bool, width: int | None = None) -> Apparatus:
    """The notes and markers of a text; `width` is that at which its lines were broken."""
    search = _Search(lines, width)
    ways = [search.in_blocks(nearest=False), search.in_blocks(nearest=True)]
    best = max([search.at_page_ends(), *ways] if paged else ways, key=lambda way: len(way.notes))
    search.add_loose(best)
    return best


class _Search:
    def __init__(self, lines: Sequence[Line], width: int | None) -> None:
        self.lines = lines
        self.starts = {
            place: (number, start.end())
            for place, line in enumerate(lines)
            if line.text and (start := _START.match(line.text)) and (number := _number(start)) and not line.furniture
        }
        self._numbered: dict[int, list[int]] = {}
        for place, (number, _) in self.starts.items():
            self._numbered.setdefault(number, []).append(place)
        self.width = width
        self.candidates = list(_candidates(lines))
        self._sure: dict[int, set[int]] = {}
        for found in self.candidates:
            if found.weight >= _STRONG:
                self._sure.setdefault(found.line, set()).add(found.number)
        self._places = [candidate.line for candidate in self.candidates]

    def at_page_ends(self) -> Apparatus:
        """Notes at the foot of the page that holds their markers."""
        result, expected, open_ = Apparatus(), 1, False
        for start, stop in _segments(self.lines):
            begin, chain, markers = self._best_start(start, stop, expected, stop)
            above = self._carried_over(start, begin if chain else stop) if result.notes and open_ else stop
            open_ = bool(chain)
            if result.notes and above < (begin if chain else stop):
                self._extend(result, above, begin if chain else stop)
                open_ = True
            if chain:
                self._take(result, chain, stop)
                _add(result, markers)
                expected = self.starts[chain[-1]][0] + 1
        return result

    def in_blocks(self, nearest: bool) -> Apparatus:
        """Notes in blocks: the largest (at the end of the text), or each nearest one (at page ends unmarked)."""
        result, expected, start = Apparatus(), 1, 0
        while start < len(self.lines):
            begin, chain, markers = self._best_start(start, len(self.lines), expected, None, nearest)
            if not chain:
                break
            if result.notes and not _is_closed(result.notes[-1].lines[-1].text):
                above = self._carried_over(start, begin)
                if above < begin:
                    self._extend(result, above, begin)
            stop = self._block_end(chain[0])
            self._take(result, chain, stop)
            _add(result, markers)
            expected, start = self.starts[chain[-1]][0] + 1, stop
        return result

    def add_loose(self, result: Apparatus) -> None:
        """Markers whose note is missing, and every mention again of notes cited in brackets or raised."""
        free = [candidate for candidate in self.candidates if candidate.line not in result.taken]
        known = {found.number for line in result.markers.values() for found in line}
        if not result.notes:
            run = _run(candidate for candidate in free if candidate.weight >= _STRONG)
            if len(run) >= LOOSE:
                _add(result, run)
                known = {found.number for found in run}
        placed = {(found.line, found.start) for line in result.markers.values() for found in line}
        again = [found for found in free if found.weight > _STRONG and (found.line, found.start) not in placed]
        _add(result, [found for found in again if found.number in known or _is_raised(self.lines, found)])
        if result.notes:
            _add(result, _orphans(result, free, known))

    def _best_start(
        self, start: int, stop: int, expected: int, end: int | None, nearest: bool = False
    ) -> tuple[int, list[int], list[Found]]:
        """Where notes begin between two lines: the start whose chain of numbers has most markers before it.

        `end` is where they end, if that is known. With `nearest` the first start that has markers is taken.
        """
        best: tuple[int, list[int], list[Found]] = (stop, [], [])
        score: tuple[int, int, int] | None = None
        numbers = {1, *range(expected, expected + SKIPPED + 1)}
        places = sorted(place for number in numbers for place in self._between(number, start, stop))
        for place in [place for place in places if not self._is_in_annex(place)][:MOST_STARTS]:
            number = self.starts[place][0]
            apart = place == start or self._is_apart(place)
            chain = self._numbers(place, stop if end is not None else self._block_end(place))
            markers = self._markers(start, place, number, self.starts[chain[-1]][0])
            sure = sum(found.weight >= _STRONG for found in markers)
            if not (sure or len(markers) > 1) or (end is None and not apart and sure < len(chain)):
                continue
            if nearest:
                return place, chain, markers
            value = (len(markers), number == expected, apart)
            if score is None or value > score:
                best, score = (place, chain, markers), value
        return best

    def _between(self, number: int, start: int, stop: int) -> list[int]:
        places = self._numbered.get(number, [])
        return places[bisect_left(places, start) : bisect_left(places, stop)]

    def _is_in_annex(self, place: int) -> bool:
        """Whether a line is the first below an annex's heading, or a sentence that leads to a list: "It should:"."""
        above = [line.text for line in self.lines[max(place - 2, 0) : place] if line.text]
        return any(map(_ANNEX.match, above)) or any(text[-1:] == ":" and text.count(" ") > 2 for text in above[-1:])

    def _is_apart(self, place: int) -> bool:
        above = self.lines[place - 1].text if place else ""
        return not above or bool(_RULE.fullmatch(above))

    def _numbers(self, place: int, stop: int) -> list[int]:
        """The lines that begin the notes n, n+1, …, from a first one on."""
        chain = [place]
        while True:
            places = self._numbered.get(self.starts[chain[-1]][0] + 1, [])
            following = [line for line in places[bisect_right(places, chain[-1]) :][:MOST_STARTS] if line < stop]
            if not following:
                return chain
            surer = [line for line in following if not _MONTH.match(self.lines[line].text)]
            chain.append((surer or following)[0])

    def _markers(self, start: int, stop: int, first: int, last: int) -> list[Found]:
        low, high = bisect_left(self._places, start), bisect_left(self._places, stop)
        return _chain(self.candidates[low:high], first, last)

    def _block_end(self, place: int) -> int:
        """The line at which the body goes on after a block of notes that begins at a line.

        That is after a blank line, after a note's last line if that is short, or at the latest before the
        marker of the next note.
        """
        wanted, blank, widest = self.starts[place][0] + 1, False, self.width or 0
        above, maybe = self.lines[place], 0
        for number in range(place + 1, len(self.lines)):
            line = self.lines[number]
            if not line.text or line.furniture:
                blank = blank or not line.text
                continue
            widest = max(widest, len(above.text))
            if self.starts.get(number, (0, 0))[0] == wanted:
                wanted, maybe = wanted + 1, 0
            elif blank or (_is_closed(above.text) and filled(above.text, line.text) < widest * SHORT):
                return number
            else:
                maybe = maybe or (number if _is_closed(above.text) else 0)
                if wanted in self._sure.get(number, ()):
                    return maybe or number
            above, blank = line, False
        return len(self.lines)

    def _carried_over(self, start: int, stop: int) -> int:
        """The first line of what goes on from the last page's note: set apart by two blank lines or a rule."""
        while stop > start and not self.lines[stop - 1].text:
            stop -= 1
        first = stop
        while first > start and self.lines[first - 1].text:
            first -= 1
        ruled = first < stop and bool(_RULE.fullmatch(self.lines[first].text))
        apart = first - start >= 2 and not self.lines[first - 2].text
        return first if first > start and (apart or ruled) else stop + len(self.lines)

    def _extend(self, result: Apparatus, first: int, stop: int) -> None:
        result.notes[-1].lines += [line for line in self.lines[first:stop] if line.text and not line.furniture]
        result.taken.update(range(first, stop))

    def _take(self, result: Apparatus, chain: Sequence[int], stop: int) -> None:
        for place, following in zip(chain, [*chain[1:], stop], strict=True):
            number, begin = self.starts[place]
            held = [line for line in self.lines[place:following] if line.text and not line.furniture]
            result.notes.append(Note(str(number), held, begin))
        result.taken.update(range(chain[0], stop))
        if chain[0] and _RULE.fullmatch(self.lines[chain[0] - 1].text):
            result.taken.add(chain[0] - 1)


def _is_closed(text: str) -> bool:
    return text.rstrip("”\"’')]»")[-1:] in tuple(".!?")


def _number(start: re.Match[str]) -> int:
    return int((start[1] or start[2] or start[3]).translate(RAISED))


def _segments(lines: Sequence[Line]) -> Iterable[tuple[int, int]]:
    """The pages as spans of line numbers."""
    start = 0
    for place in range(1, len(lines) + 1):
        if place == len(lines) or lines[place].page != lines[start].page:
            yield start, place
            start = place


def _candidates(lines: Sequence[Line]) -> Iterable[Found]:
    """Every number that could be a marker by its form."""
    for place, line in enumerate(lines):
        if line.furniture:
            continue
        for match in _MARKER.finditer(line.text):
            weight = _weight(line.text, match)
            if weight:
                digits = match["inside"] or match["raised"] or match["glued"]
                number = int(digits.translate(RAISED))
                yield Found(place, match.start(), match.end(), number, weight)


def _weight(text: str, match: re.Match[str]) -> int:
    """How surely a number is a marker: 0 for what is part of a figure, a name or an abbreviation."""
    before = text[max(match.start() - 12, 0) : match.start()]
    if match["bracket"]:
        return _STRONG + 1
    if match["raised"]:
        return 0 if _UNIT.search(before) and match["raised"] in "²³" else _STRONG + 1
    last, second = before[-1], before[-2:-1]
    if last in ".,:" and second.isdigit():
        return _after_figure(text, match)
    if last == "." and (_ABBREVIATED.search(before) or _SYMBOL.search(before)):
        return 0
    if last in "’'\"”" and (not second or second.isspace()):
        return 0
    if not last.isalpha():
        return _STRONG
    word = re.search(r"(?<![^\W\d_])[^\W\d_]+$", before)
    letters = word.group() if word else last
    if len(letters) < 3 or text[match.end() : match.end() + 1] == "-":
        return 0
    return _CAPITALS if letters.isupper() else _WORD


def _after_figure(text: str, match: re.Match[str]) -> int:
    """How surely a number after a figure's full stop is a marker ("in 2001.14 Then") and no decimal ("1.7 billion")."""
    figure = _FIGURE.search(text, 0, match.start())
    if figure is None or figure.start() == 0 or not _sentence_follows(text, match.end()):
        return 0
    return _STRONG if len(figure[1]) > 1 else _CAPITALS


def _sentence_follows(text: str, end: int) -> bool:
    rest = text[end:].lstrip("\"”’')]")
    return not rest or (rest[0].isspace() and not rest.lstrip()[:1].islower() and not rest.lstrip()[:1].isdigit())


def _run(candidates: Iterable[Found]) -> list[Found]:
    """Candidates numbered 1, 2, 3, … in order of place."""
    run: list[Found] = []
    for candidate in candidates:
        if candidate.number == len(run) + 1:
            run.append(candidate)
    return run


def _chain(candidates: Iterable[Found], first: int, last: int) -> list[Found]:
    """The surest candidates whose numbers rise with their places, all from `first` to `last`.

    The best chain up to each number is kept in a tree of prefix maxima (Fenwick), so that a long text costs
    little more than its length.
    """
    size = last - first + 1
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    links: list[tuple[Found, int]] = []
    for found in candidates:
        place = found.number - first
        if not 0 <= place < size:
            continue
        best, at = (0, -1), place
        while at > 0:
            best = max(best, tree[at], key=lambda entry: entry[0])
            at &= at - 1
        links.append((found, best[1]))
        entry, at = (best[0] + found.weight, len(links) - 1), place + 1
        while at <= size:
            if tree[at][0] < entry[0]:
                tree[at] = entry
            at += at & -at
    return _follow(links, max((tree[at] for at in _powers(size)), key=lambda entry: entry[0], default=(0, -1))[1])


def _powers(size: int) -> Iterable[int]:
    """The nodes of the tree that together cover all of it."""
    while size > 0:
        yield size
        size &= size - 1


def _follow(links: Sequence[tuple[Found, int]], at: int) -> list[Found]:
    chain: list[Found] = []
    while at >= 0:
        found, at = links[at]
        chain.append(found)
    return chain[::-1]


def _add(result: Apparatus, found: Iterable[Found]) -> None:
    """Adds markers, each once, in order of place."""
    touched: dict[int, dict[int, Found]] = {}
    for marker in found:
        if marker.line not in touched:
            touched[marker.line] = {held.start: held for held in result.markers.get(marker.line, ())}
        touched[marker.line].setdefault(marker.start, marker)
    for line, markers in touched.items():
        result.markers[line] = [markers[start] for start in sorted(markers)]


def _is_raised(lines: Sequence[Line], found: Found) -> bool:
    return lines[found.line].text[found.end - 1] in "⁰¹²³⁴⁵⁶⁷⁸⁹"


def _orphans(result: Apparatus, free: Sequence[Found], known: set[int]) -> list[Found]:
    """Markers that the sequence asks for, between those before and after it, and whose note is missing."""
    first: dict[int, tuple[int, int]] = {}
    last: dict[int, tuple[int, int]] = {}
    for found in (found for line in sorted(result.markers) for found in result.markers[line]):
        first.setdefault(found.number, (found.line, found.start))
        last[found.number] = (found.line, found.start)
    noted = {int(note.label) for note in result.notes}
    orphans: dict[int, Found] = {}
    for found in free:
        number, place = found.number, (found.line, found.start)
        if number in known or number in noted or number in orphans or found.weight < _STRONG:
            continue
        if number - 1 in last and last[number - 1] < place and (number + 1 not in first or place < first[number + 1]):
            orphans[number] = found
    return list(orphans.values())
