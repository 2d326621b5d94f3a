"""Judging again as the writer saves, in a terminal."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck.cli._shared import say, warn
from factcheck.errors import FactcheckError
from factcheck.pages.wording import shortened

PAUSE, SETTLED = 0.3, 0.2
"""Seconds between two looks at the files, and seconds for which they must be at rest before they are judged."""
MOST = 8
"""Statements that are told as changed."""
CLEAR = "\x1b[2J\x1b[3J\x1b[H"

State = Mapping[Path, tuple[int, int]]
Report = Mapping[str, Any]


def watch(drafts: Sequence[str], root: Path, judge: Callable[[], Report], show: Callable[[Any], None]) -> None:
    """Judge and show, and again whenever a draft or the project was saved, until ctrl-C."""
    last: Report | None = None
    try:
        while True:
            before = state(drafts, root)
            if os.environ.get("TERM") != "dumb":
                sys.stdout.write(CLEAR)
            try:
                report = judge()
                show(report)
                for line in changed(last, report) if last else ():
                    say(line)
                last = report
            except FactcheckError as error:
                warn(str(error))
            say("Waiting for the next change; ctrl-C ends.")
            wait(drafts, root, before)
    except KeyboardInterrupt:
        say("")


def wait(drafts: Sequence[str], root: Path, before: State) -> None:
    """Wait until the files are other ones than before, and at rest."""
    while state(drafts, root) == before:
        time.sleep(PAUSE)
    now = state(drafts, root)
    while True:
        time.sleep(SETTLED)
        if now == (now := state(drafts, root)):
            return


def state(drafts: Sequence[str], root: Path) -> State:
    """When each draft and each file of the project was changed last, and its size."""
    found = {}
    folders = (root / "claims", root / "sources")
    for path in (*map(Path, drafts), root / "factcheck.toml", *(one for each in folders for one in each.glob("*"))):
        try:
            stat = path.stat()
        except OSError:
            continue
        found[path] = stat.st_mtime_ns, stat.st_size
    return found


def changed(before: Report, now: Report) -> Iterator[str]:
    """What became of the statements since the last run, in lines."""
    old, new = _faults(before), _faults(now)
    told = [f"  + {where}: {words}" for words, where in new.items() if words not in old]
    told += [f"  - passes now, or is gone: {words}" for words in old if words not in new]
    yield "Since the last run: " + (f"{len(told)} changed." if told else "nothing changed.")
    yield from told[:MOST]
    if len(told) > MOST:
        yield f"  … and {len(told) - MOST} more"


def _faults(report: Report) -> dict[str, str]:
    """The statements that do not pass, by their words, with their places."""
    return {
        shortened(one["exact"], 90): f"{one['file']}:{one['line']}:{one['column']}: {one['outcome']}"
        for one in report["statements"]
        if one["outcome"] != "pass"
    }
