"""Passages that cannot all be right, and how they hang together."""

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.checking import Study
from factcheck.records.finding import Step


@dataclass(frozen=True)
class Said:
    """A passage and what it says, `text[start:end]`; those with one `answer` are on one side."""

    study: Study
    start: int
    end: int
    value: str
    answer: str

    @property
    def key(self) -> tuple[str, int, int]:
        """Where it stands."""
        return self.study.source.id, self.start, self.end


@dataclass(frozen=True)
class Clash:
    """Two passages that cannot both be right, and why."""

    one: Said
    other: Said
    thing: str
    step: Step
    about: tuple[str, ...] = ()
    """What identifies the thing beside its kind: words or names that are in both."""


def joined(clashes: Iterable[Clash]) -> list[list[Clash]]:
    """The clashes that hang together by a passage, each set once."""
    sets: list[tuple[set[tuple[str, int, int]], list[Clash]]] = []
    for clash in clashes:
        keys = {clash.one.key, clash.other.key}
        own = [clash]
        rest = []
        for held, found in sets:
            if held & keys:
                keys |= held
                own = [*found, *own]
            else:
                rest.append((held, found))
        sets = [*rest, (keys, own)]
    return [own for _, own in sets]
