"""Whether the review log is as it was written: every line, and every line that a revision of it held."""

import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import RecordError, UsageError
from factcheck.records.review import Decision
from factcheck.store.log import decision_of, is_as_written, lines_of

_OWN_DIGEST = re.compile(rb'"digest":"([0-9a-f]{64})"\}\r?$')


@dataclass(frozen=True)
class Fault:
    """A line that is not as it was written, or not where; `line` counts from 1."""

    line: int
    says: str


@dataclass(frozen=True)
class Verification:
    """What a look at every line gave: faults, and lines of one subject that two branches wrote side by side.

    `gone` are lines of the revision compared with that are not there any more, by their numbers in it.
    """

    lines: int
    faults: tuple[Fault, ...] = ()
    side_by_side: tuple[tuple[int, int], ...] = ()
    gone: tuple[Fault, ...] = ()


def verify(path: Path, name: str) -> Verification:
    """Check that every line is, byte for byte, what was written, behind the line that its digest names."""
    lines, ended, torn = lines_of(path, name)
    found: list[Decision | None] = []
    places: dict[str, int] = {}
    faults: list[Fault] = []
    for number, line in enumerate(lines, 1):
        decision, says = _read(line)
        digest = _claimed(line, decision)
        if says := says or _repeated(digest, places):
            faults.append(Fault(number, says))
        if digest:
            places.setdefault(digest, number)
        found.append(decision)
    for number, decision in enumerate(found, 1):
        if decision is not None and (says := _misplaced(decision, number, places, found)):
            faults.append(Fault(number, says))
    if not ended and not torn:
        faults.append(Fault(len(lines), "lost the line break that ends it"))
    if torn:
        faults.append(Fault(len(lines) + 1, "was cut off while it was written"))
    once = {fault.line: fault for fault in reversed(faults)}
    sound = [None if number in once else decision for number, decision in enumerate(found, 1)]
    return Verification(len(lines), tuple(once[line] for line in sorted(once)), _side_by_side(sound))


def _read(line: bytes) -> tuple[Decision | None, str | None]:
    """The decision that a line is, if it is one, and what is wrong with it by itself."""
    bare = line.removesuffix(b"\r")
    try:
        decision = decision_of(bare, "")
    except RecordError as error:
        return None, error.message
    return decision, None if is_as_written(decision, bare) else "was changed after it was written"


def _claimed(line: bytes, decision: Decision | None) -> str | None:
    """The digest that a line gives as its own, be the line whole or not."""
    if decision is not None:
        return decision.digest
    match = _OWN_DIGEST.search(line)
    return match[1].decode() if match else None


def _repeated(digest: str | None, places: Mapping[str, int]) -> str | None:
    return f"repeats line {places[digest]}" if digest is not None and digest in places else None


def _misplaced(
    decision: Decision, number: int, places: Mapping[str, int], found: Sequence[Decision | None]
) -> str | None:
    """What is wrong with the lines that a line says it follows."""
    for digest in (decision.previous, *decision.merges):
        if digest is None:
            continue
        place = places.get(digest)
        if place is None:
            return "follows a line that is not there: one was removed or changed"
        if place >= number:
            return f"stands before line {place}, which it follows: lines were moved"
        before = found[place - 1]
        if before is not None and (before.subject_kind, before.subject) != (decision.subject_kind, decision.subject):
            return f"follows line {place}, which is of another subject"
    return None


def _side_by_side(found: Sequence[Decision | None]) -> tuple[tuple[int, int], ...]:
    followed: dict[tuple[str, str, str | None], int] = {}
    pairs = []
    for number, decision in enumerate(found, 1):
        if decision is not None:
            key = (decision.subject_kind, decision.subject, decision.previous)
            if key in followed:
                pairs.append((followed[key], number))
            followed.setdefault(key, number)
    return tuple(pairs)


def since(path: Path, name: str, root: Path, revision: str) -> tuple[Fault, ...]:
    """The lines that a git revision of the log holds and the log does not, or not in that order any more.

    Raises UsageError where git, the revision or the log in it is not there.
    """
    now = [line.removesuffix(b"\r") for line in lines_of(path, name).lines]
    places = {line: number for number, line in enumerate(now)}
    gone, last = [], -1
    for number, line in enumerate(_lines_at(root, name, revision), 1):
        place = places.get(line)
        if place is None:
            gone.append(Fault(number, f"is not in the log any more: {_told(line)}"))
        elif place < last:
            gone.append(Fault(number, f"stands elsewhere now, at line {place + 1}: {_told(line)}"))
        else:
            last = place
    return tuple(gone)


def _lines_at(root: Path, name: str, revision: str) -> list[bytes]:
    if revision.startswith("-"):
        raise UsageError(f"{revision!r} is no revision")
    command = ["git", "show", f"{revision}:./{name}"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    except OSError as error:
        raise UsageError("git is not there; --since compares with a revision of git") from error
    if done.returncode:
        says = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = says[0].removeprefix("fatal: ") if says else "git failed"
        raise UsageError(f"{name} cannot be read at {revision}: {reason}")
    return [line.removesuffix(b"\r") for line in done.stdout.split(b"\n") if line.strip()]


def _told(line: bytes) -> str:
    decision, _ = _read(line)
    if decision is None:
        return line[:80].decode("utf-8", "replace")
    return f"{decision.subject}, {decision.answer} by {decision.by}, {decision.at[:10]}"
