"""The review log: one JSON line a decision, only ever added to."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from factcheck.digests import digest_of
from factcheck.errors import ProjectError, RecordError
from factcheck.records.base import SCHEMA_VERSION
from factcheck.records.review import Decision
from factcheck.store import files

TORN = ".torn"
"""Ending of the file in which the torn ends of a log are set aside."""


@dataclass(frozen=True)
class Reading:
    """The log as it stands: its decisions in order, and what of its last line a crash left, if anything."""

    decisions: tuple[Decision, ...]
    torn: str | None = None


def read(path: Path, name: str) -> Reading:
    """All decisions; a last line without its end is left out and told. Raises RecordError with the line."""
    data = _bytes(path, name)
    whole, torn = _cut(data)
    decisions = []
    for number, line in enumerate(whole.split(b"\n"), 1):
        if line.strip():
            decisions.append(_decision(line, f"{name}:{number}"))
    return Reading(tuple(decisions), torn.decode("utf-8", "replace") if torn else None)


@dataclass(frozen=True)
class Fault:
    """A line that is not as it was written, or not where; `line` counts from 1."""

    line: int
    says: str


@dataclass(frozen=True)
class Verification:
    """What a look at every line gave: faults, and lines of one subject that two branches wrote side by side."""

    lines: int
    faults: tuple[Fault, ...] = ()
    side_by_side: tuple[tuple[int, int], ...] = ()


def verify(path: Path, name: str) -> Verification:
    """Check that every line is, byte for byte, what was written, behind the line that its digest names."""
    whole, torn = _cut(_bytes(path, name))
    faults: list[Fault] = []
    parallel: list[tuple[int, int]] = []
    seen: dict[str, tuple[int, tuple[str, str]]] = {}
    followed: dict[tuple[tuple[str, str], str | None], int] = {}
    lines = whole.removesuffix(b"\n").split(b"\n") if whole else []
    for number, line in enumerate(lines, 1):
        try:
            decision = _decision(line.removesuffix(b"\r"), f"{name}:{number}")
        except RecordError as error:
            faults.append(Fault(number, error.message))
            continue
        subject = (decision.subject_kind, decision.subject)
        if says := _fault(decision, line.removesuffix(b"\r"), seen):
            faults.append(Fault(number, says))
        elif other := followed.get((subject, decision.previous)):
            parallel.append((other, number))
        followed.setdefault((subject, decision.previous), number)
        seen.setdefault(decision.digest, (number, subject))
    if torn:
        faults.append(Fault(len(lines) + 1, "was cut off while it was written"))
    return Verification(len(lines), tuple(faults), tuple(parallel))


def _fault(decision: Decision, line: bytes, seen: Mapping[str, tuple[int, tuple[str, str]]]) -> str | None:
    if decision.digest != digest_of_line(decision) or line + b"\n" != line_of(decision):
        return "was changed after it was written"
    if decision.digest in seen:
        return f"repeats line {seen[decision.digest][0]}"
    if decision.previous is None:
        return None
    before = seen.get(decision.previous)
    if before is None or before[1] != (decision.subject_kind, decision.subject):
        return "does not follow on any line before it: a line was removed, changed or moved"
    return None


def append(path: Path, name: str, drafts: Sequence[Decision]) -> tuple[tuple[Decision, ...], str | None]:
    """Add decisions, each chained to the last one of its subject; the caller holds the project's lock.

    `previous` and `digest` of the drafts are set here. Gives the decisions as written, and the torn last
    line that was set aside in `decisions.jsonl.torn`, if there was one.
    """
    data = _bytes(path, name)
    whole, torn = _cut(data)
    if torn:
        _set_aside(path, torn, whole)
    lead = b"\n" if whole and not whole.endswith(b"\n") else b""
    written: list[Decision] = []
    last: dict[tuple[str, str], str | None] = {}
    for draft in drafts:
        subject = (draft.subject_kind, draft.subject)
        if subject not in last:
            last[subject] = _last_digest(whole, subject, name)
        decision = chained(draft, last[subject])
        last[subject] = decision.digest
        written.append(decision)
    files.append(path, lead + b"".join(line_of(decision) for decision in written))
    return tuple(written), torn.decode("utf-8", "replace") if torn else None


def chained(draft: Decision, previous: str | None) -> Decision:
    """The decision with the digest of the line before it, and its own."""
    decision = draft.but(previous=previous)
    return decision.but(digest=digest_of_line(decision))


def digest_of_line(decision: Decision) -> str:
    """The digest that a line should carry: of all that it says but the digest itself."""
    said = decision.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    said.pop("digest", None)
    return digest_of({"schema_version": decision.schema_version, **said})


def line_of(decision: Decision) -> bytes:
    """The decision as its line of the log."""
    said = decision.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    line = {"schema_version": decision.schema_version, **said}
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise ProjectError(f"cannot be read: {(error.strerror or str(error)).lower()}", where=name) from error


def _cut(data: bytes) -> tuple[bytes, bytes]:
    """The log's whole lines, and a torn last one; a last line that lacks only its line break is whole."""
    end = data.rfind(b"\n") + 1
    tail = data[end:]
    if not tail.strip(b"\0 \t\r"):
        return (data[:end], tail) if tail else (data, b"")
    try:
        Decision.model_validate_json(tail)
    except ValidationError:
        return data[:end], tail
    return data, b""


def _set_aside(path: Path, torn: bytes, whole: bytes) -> None:
    files.append(path.with_name(path.name + TORN), torn.rstrip(b"\r\n") + b"\n")
    files.truncate(path, len(whole))


def _last_digest(whole: bytes, subject: tuple[str, str], name: str) -> str | None:
    """The digest of a subject's last line, looked for from the end by the subject's own words."""
    needle = json.dumps(subject[1], ensure_ascii=False).encode()
    end = len(whole)
    while (at := whole.rfind(needle, 0, end)) >= 0:
        start = whole.rfind(b"\n", 0, at) + 1
        stop = whole.find(b"\n", at)
        line = whole[start : stop if stop >= 0 else len(whole)]
        found = _decision(line, f"{name}:{_line_number(whole, start)}")
        if (found.subject_kind, found.subject) == subject:
            return found.digest
        end = start
    return None


def _line_number(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _decision(line: bytes, where: str) -> Decision:
    try:
        return Decision.model_validate_json(line)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"]))
        if (version := _version(line)) > SCHEMA_VERSION:
            says = f"schema_version: {version} was written by a later factcheck; upgrade factcheck"
        else:
            says = f"{field}: {fault['msg']}" if field else "is not a decision; restore the line from version control"
        raise RecordError(says, where=where) from error


def _version(line: bytes) -> int:
    try:
        found = json.loads(line).get("schema_version", 1)
    except (ValueError, AttributeError):
        return 0
    return found if isinstance(found, int) else 0
