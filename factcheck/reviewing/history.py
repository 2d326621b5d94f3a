"""The log by subject: what was decided on each, which of it stands, and where two branches part."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

from factcheck.records.review import Decision

Subject = tuple[str, str]
"""The kind and the id of what is decided on."""


@dataclass(frozen=True)
class History:
    """All lines of the log on one subject, in its order."""

    lines: tuple[Decision, ...] = ()

    @cached_property
    def standing(self) -> tuple[Decision, ...]:
        """The decisions that stand: without those taken back, and without those that take back."""
        undone = {line.undoes for line in self.lines if line.undoes}
        return tuple(line for line in self.lines if not line.undoes and line.digest not in undone)

    def on(self, *questions: str) -> tuple[Decision, ...]:
        """The decisions that stand on these questions."""
        return tuple(decision for decision in self.standing if decision.question in questions)

    def last(self, *questions: str) -> Decision | None:
        """The last of them."""
        return next((one for one in reversed(self.standing) if one.question in questions), None)

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The digests of the lines that none follows, in their order; several after a merge of branches."""
        heads: dict[str | None, str] = {}
        for line in self.lines:
            for followed in (line.previous, *line.merges):
                heads.pop(followed, None)
            heads[line.digest] = line.digest
        return tuple(heads.values())

    @property
    def assignee(self) -> str | None:
        """Who is assigned."""
        last = self.last("assign")
        return last.to if last else None

    def parted(self, *questions: str) -> tuple[Decision, ...]:
        """The last decisions of branches that answered one of these questions differently and were then merged.

        Empty as soon as a later decision answers the question.
        """
        if self._is_one_line:
            return ()
        return next((found for question in questions if (found := self._parted(question))), ())

    @cached_property
    def _is_one_line(self) -> bool:
        return all(after.previous == before.digest for before, after in pairwise(self.lines))

    def _parted(self, question: str) -> tuple[Decision, ...]:
        answers = self.on(question)
        followed = 0
        for one in answers:
            followed |= self._before[one.digest]
        ends = tuple(one for one in answers if not followed & self._bit[one.digest])
        return ends if len({one.answer for one in ends}) > 1 else ()

    @cached_property
    def _bit(self) -> dict[str, int]:
        return {line.digest: 1 << place for place, line in enumerate(self.lines)}

    @cached_property
    def _before(self) -> dict[str, int]:
        """Of each line those that it follows, however far back, as bits."""
        found: dict[str, int] = {}
        for line in self.lines:
            reached = 0
            for before in (line.previous, *line.merges):
                if before in found:
                    reached |= found[before] | self._bit[before]
            found[line.digest] = reached
        return found


NOTHING = History()

Raw = tuple[Subject, int, bytes]
"""A line of the log of which no more is known than its subject: that, its number, and its bytes."""

_BY = re.compile(rb'"by":"([^"\\]*)"')
"""Who decided, in a line of the log, but for names that JSON escapes."""

MARKED = ("query", "assign")
"""Questions whose subjects are kept apart, to be found without reading every line."""


class Ledger:
    """The decisions of a log by subject. Lines can be added; nothing is ever taken out.

    Lines become records when they are asked for: of a long log most never are. `read` makes a record of a line, and
    raises RecordError where it is none.
    """

    def __init__(
        self, decisions: Iterable[Decision] = (), read: Callable[[bytes, int], Decision] | None = None
    ) -> None:
        self.order: list[Subject] = []
        """The subject of every line, in the order of the log."""
        self.marked: dict[str, dict[Subject, None]] = {question: {} for question in MARKED}
        """The subjects on which one of these questions was answered."""
        self._read = read
        self._lines: dict[Subject, list[Decision | tuple[int, bytes]]] = {}
        self._of_kind: dict[str, list[str]] = {}
        self._histories: dict[Subject, History] = {}
        self._people: set[str] = set()
        self._named = 0
        """Of how many lines the names are known."""
        self.add(decisions)

    def add(self, decisions: Iterable[Decision]) -> None:
        """Add decisions behind the others, in their order."""
        for decision in decisions:
            self._add((decision.subject_kind, decision.subject), decision)
            if decision.question in self.marked:
                self.marked[decision.question][decision.subject_kind, decision.subject] = None

    def add_raw(self, lines: Iterable[Raw]) -> None:
        """Add lines behind the others, in their order, without reading them."""
        for subject, number, line in lines:
            self._add(subject, (number, line))
            for question, marked in self.marked.items():
                if b'"question":"' + question.encode() in line:
                    marked[subject] = None

    def _add(self, subject: Subject, line: Decision | tuple[int, bytes]) -> None:
        self.order.append(subject)
        if subject in self._lines:
            self._lines[subject].append(line)
        else:
            self._lines[subject] = [line]
            self._of_kind.setdefault(subject[0], []).append(subject[1])
        self._histories.pop(subject, None)

    @property
    def decisions(self) -> list[Decision]:
        """Every decision, in the order of the log."""
        of_subject = {subject: iter(self.history(*subject).lines) for subject in self._lines}
        return [next(of_subject[subject]) for subject in self.order]

    def latest(self) -> Iterator[Decision]:
        """Every decision, the latest first; a line becomes a record when its turn comes."""
        back: Counter[Subject] = Counter()
        for subject in reversed(self.order):
            back[subject] += 1
            lines, place = self._lines[subject], -back[subject]
            lines[place] = record = self._record(lines[place])
            yield record

    def people(self) -> frozenset[str]:
        """The names of all who decided something."""
        new = len(self.order) - self._named
        lines = islice(self.latest(), new) if self._named else (one for held in self._lines.values() for one in held)
        self._people |= {one.by if isinstance(one, Decision) else self._name_in(one) for one in lines}
        self._named = len(self.order)
        return frozenset(self._people)

    def _name_in(self, line: tuple[int, bytes]) -> str:
        found = _BY.search(line[1])
        return found[1].decode("utf-8", "replace") if found else self._record(line).by

    def history(self, kind: str, subject: str) -> History:
        """What was decided on a subject; empty where nothing was. Raises RecordError for a line that is no decision."""
        key = (kind, subject)
        lines = self._lines.get(key)
        if lines is None:
            return NOTHING
        found = self._histories.get(key)
        if found is None:
            records = [self._record(line) for line in lines]
            self._lines[key] = [*records]
            found = self._histories[key] = History(tuple(records))
        return found

    def _record(self, line: Decision | tuple[int, bytes]) -> Decision:
        if isinstance(line, Decision):
            return line
        assert self._read is not None
        return self._read(line[1], line[0])

    def knows(self, kind: str, subject: str) -> bool:
        """Whether anything was decided on a subject."""
        return (kind, subject) in self._lines

    def subjects(self, kind: str) -> Iterator[str]:
        """The ids of all subjects of a kind on which something was decided, in the order of their first line."""
        return iter(tuple(self._of_kind.get(kind, ())))
