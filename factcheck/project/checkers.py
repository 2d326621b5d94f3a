"""The checks of a large project are run by two processes, this one among them; what they say is the same as by one.

A helper is told on a line the id of a check, or a source to be held against others ahead of the checks, and answers
with the findings. It helps only where it sees the state of the project that it is asked about. What it does not do,
since it could not be started or died, is done here.
"""

import sys
from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.project import crew
from factcheck.project.base import Progress

if TYPE_CHECKING:
    from factcheck.checking import Archive
    from factcheck.config import Config
    from factcheck.records.finding import Finding
    from factcheck.store.index import Index

WORTH = 2_000
"""Claims from which on another process is worth its start."""

PAIRING = ("quantity-differs", "date-differs", "event-denied", "not-comparable", "ranking-differs")
FIRST = ("told-otherwise", "single-origin")
LAST = ("name-spelling", "quotation-altered", "place-differs", "contrary", "corroborated")
"""Checks that take longest: those that pair claims or ask for these pairs, and those that do not. This process begins
at one end, the helper at the other, so that either finds what it has read already."""

AHEAD = "ahead "
"""How a helper is told of a source that it shall hold against the others ahead of the checks."""


def findings(
    root: Path, index: "Index", key: str, archive: "Archive", config: "Config", progress: Progress | None = None
) -> "list[Finding]":
    """What the checks say, in the order of a report; `key` is that of the project's facts."""
    from factcheck import engine

    if crew.cores() < 2 or sum(study.count for study in archive.studies.values()) < WORTH:
        return engine.run_checks(archive, config, progress)
    titles = engine.chosen(config)
    archive = engine.sighted(archive, config)
    waiting = Waiting(
        deque(f"{AHEAD}{source}" for source in (archive.studies if archive.kept else ())), deque(in_turn(titles))
    )
    total = len(waiting)
    engine.get_ready(archive)
    helper = crew.Helper(
        crew.begun(index, partial(_answer, archive, config), __name__, str(root), key), waiting.for_helper
    )
    found: list[Finding] = []
    try:
        while (word := waiting.next()) is not None:
            if progress:
                progress(titles.get(word, "comparing"), total - len(waiting) - 1, total)
            found += _done(word, archive, config)
        if helper.told:
            helper.join()
        told = _told(helper)
        found += (finding for own in told.values() for finding in own)
        left = tuple(word for word in helper.told if word not in told and not word.startswith(AHEAD))
        found += engine.run_checks(archive, config, only=left) if left else ()
    finally:
        helper.end()
    return engine.ordered(found)


@dataclass(frozen=True)
class Waiting:
    """What is to be done: sources that are held against each other ahead of the checks, and these."""

    ahead: deque[str]
    checks: deque[str]

    def __len__(self) -> int:
        return len(self.ahead) + len(self.checks)

    def next(self) -> str | None:
        """What this process does next; null where nothing is left."""
        return self._taken(last=False)

    def for_helper(self) -> str | None:
        """What the helper does next."""
        return self._taken(last=True)

    def _taken(self, *, last: bool) -> str | None:
        word = crew.taken(self.ahead, last=last)
        return crew.taken(self.checks, last=last) if word is None else word


def _done(word: str, archive: "Archive", config: "Config") -> "list[Finding]":
    """What a check says, or nothing of a source that is held against the others."""
    from factcheck import engine

    if not word.startswith(AHEAD):
        return engine.run_checks(archive, config, only=(word,))
    engine.look_ahead(archive, config, word.removeprefix(AHEAD))
    if archive.kept is not None:
        archive.kept.flush()  # for the other process, which may need it next
    return []


def _answer(archive: "Archive", config: "Config", word: str) -> str:
    """The same on a line, by a helper."""
    told = _done(word, archive, config)
    if archive.kept is not None:
        archive.kept.flush()
    return f"[{','.join(finding.model_dump_json() for finding in told)}]"


def in_turn(ids: Iterable[str]) -> list[str]:
    """The checks in the order in which this process takes them; the helper begins at the end."""
    there = set(ids)
    first, last = ([id for id in end if id in there] for end in ((*PAIRING, *FIRST), LAST))
    return [*first, *sorted(there - {*first, *last}), *last]


def _told(helper: crew.Helper) -> "dict[str, Sequence[Finding]]":
    """What the checks that a helper ran say, by their ids."""
    from pydantic import TypeAdapter, ValidationError

    from factcheck.records.finding import Finding

    adapter = TypeAdapter(tuple[Finding, ...])
    found: dict[str, Sequence[Finding]] = {}
    for id, line in zip(helper.told, helper.answers, strict=False):
        with suppress(ValidationError):
            found[id] = adapter.validate_json(line)
    return found


def main(root: str, key: str) -> int:
    """Do what comes in, a line each; write what checks say, a line each, and an empty one at first."""
    from factcheck import patterns
    from factcheck.store.collecting import seldom

    patterns.keep()
    seldom()
    from factcheck import engine
    from factcheck.project import Project
    from factcheck.store.between import keeping

    project = Project(Path(root))
    if project.facts_key() != key:
        return 1
    config = project.config
    archive = engine.sighted(keeping(project.archive(), project.index), config)
    crew.say("")
    for line in sys.stdin:
        crew.say(_answer(archive, config, line.strip()))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
