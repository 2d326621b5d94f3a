"""The log by subject: what was decided on each, which of it stands, and where two branches part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

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


class Ledger:
    """The decisions of a log by subject. Lines can be added; nothing is ever taken out."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self.decisions: list[Decision] = []
        self.asked: dict[Subject, None] = {}
        """Those on which a query was put, in order."""
        self._lines: dict[Subject, list[Decision]] = {}
        self._heads: dict[Subject, tuple[str, ...]] = {}
        self._histories: dict[Subject, History] = {}
        self.add(decisions)

    def add(self, decisions: Iterable[Decision]) -> None:
        """Add decisions behind the others, in their order."""
        for decision in decisions:
            subject = (decision.subject_kind, decision.subject)
            self.decisions.append(decision)
            self._lines.setdefault(subject, []).append(decision)
            heads = self._heads.get(subject, ())
            if heads and (len(heads) > 1 or heads[0] != decision.previous):
                followed = {decision.previous, *decision.merges}
                self._heads[subject] = (*(head for head in heads if head not in followed), decision.digest)
            else:
                self._heads[subject] = (decision.digest,)
            self._histories.pop(subject, None)
            if decision.question == "query":
                self.asked[subject] = None

    def history(self, kind: str, subject: str) -> History:
        """What was decided on a subject; empty where nothing was."""
        key = (kind, subject)
        lines = self._lines.get(key)
        if lines is None:
            return NOTHING
        if key not in self._histories:
            self._histories[key] = History(tuple(lines))
        return self._histories[key]

    def heads(self, kind: str, subject: str) -> tuple[str, ...]:
        """The digests of a subject's lines that none follows, in the order of the log; several after a merge."""
        return self._heads.get((kind, subject), ())

    def subjects(self, kind: str) -> Iterator[str]:
        """The ids of all subjects of a kind on which something was decided, in the order of their first line."""
        return (subject for of_kind, subject in list(self._lines) if of_kind == kind)

    def decision(self, digest: str) -> Decision | None:
        """The decision of a digest, or of its first characters, where it is the only one."""
        found = [one for one in self.decisions if one.digest.startswith(digest)]
        return found[0] if len(found) == 1 else None
