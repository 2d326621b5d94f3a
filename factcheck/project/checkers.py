"""The checks of a large project are run by two processes, this one among them; what they say is the same as by one.

A helper is told the id of a check on a line and answers with its findings, on a line. It helps only where it sees the
state of the project that it is asked about. What it does not do, since it could not be started or died, is done here.
"""

import sys
from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.project import crew
from factcheck.project.base import Progress

if TYPE_CHECKING:
    from factcheck.checking import Archive
    from factcheck.config import Config
    from factcheck.records.finding import Finding

WORTH = 15_000
"""Claims from which on another process is worth its start."""

FIRST = ("quantity-differs", "told-otherwise", "date-differs", "event-denied", "contrary")
LAST = ("name-spelling", "place-differs", "corroborated")
"""Checks that take longest: those that pair claims, and those that do not. This process begins at one end, the helper
at the other, so that either finds what it has read already."""


def findings(
    root: Path, key: str, archive: "Archive", config: "Config", progress: Progress | None = None
) -> "list[Finding]":
    """What the checks say, in the order of a report; `key` is that of the project's facts."""
    from factcheck import engine

    if crew.cores() < 2 or sum(study.count for study in archive.studies.values()) < WORTH:
        return engine.run_checks(archive, config, progress)
    titles = engine.chosen(config)
    waiting = deque(in_turn(titles))
    helper = crew.Helper(__name__, str(root), key, turn=lambda: crew.taken(waiting, last=True))
    found: list[Finding] = []
    try:
        archive = engine.sighted(archive, config)
        while (id := crew.taken(waiting)) is not None:
            if progress:
                progress(titles[id], len(titles) - len(waiting) - 1, len(titles))
            found += engine.run_checks(archive, config, only=(id,))
        helper.join()
        told = _told(helper)
        found += (finding for own in told.values() for finding in own)
        left = tuple(id for id in helper.told if id not in told)
        found += engine.run_checks(archive, config, only=left) if left else ()
    finally:
        helper.end()
    return engine.ordered(found)


def in_turn(ids: Iterable[str]) -> list[str]:
    """The checks in the order in which this process takes them; the helper begins at the end."""
    there = set(ids)
    ends = [[id for id in end if id in there] for end in (FIRST, LAST)]
    return [*ends[0], *sorted(there - {*FIRST, *LAST}), *ends[1]]


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
    """Run the checks whose ids come in, a line each; write what they say, a line each, and an empty one at first."""
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
        told = engine.run_checks(archive, config, only=(line.strip(),))
        if archive.kept is not None:
            archive.kept.flush()
        crew.say(f"[{','.join(finding.model_dump_json() for finding in told)}]")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
