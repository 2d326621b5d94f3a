"""The review log: one JSON line a decision, only ever added to."""

import json
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from factcheck.digests import digest_of, digest_of_bytes
from factcheck.errors import ProjectError, RecordError
from factcheck.records.base import SCHEMA_VERSION
from factcheck.records.review import Decision
from factcheck.reviewing.history import Ledger, Raw
from factcheck.store import files
from factcheck.store.collecting import still

TORN = ".torn"
"""Ending of the file in which the torn ends of a log are set aside."""

TAIL = 4096
"""Bytes before the end of what was read that must stand there still for what follows to be read alone."""


class Log:
    """A log as far as it was read: read once, and from then on only what was added to it.

    `torn` is what of its last line a crash left, if anything; it is no part of the ledger.
    """

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name
        self._threads = threading.RLock()
        self._forget()

    def _forget(self) -> None:
        self.ledger = Ledger(read=self._record)
        self.torn: str | None = None
        self._size = self._lines = 0
        self._tail = b""
        self._stat = (-1, -1)

    def refresh(self) -> Ledger:
        """Read what was added since the last time; all of it where other lines were changed.

        Raises RecordError, with its number, for a line that is no decision.
        """
        with self._threads:
            stat = self._stat_now()
            if stat != self._stat:
                added = self._added() if self._size and stat[0] > self._stat[0] else None
                if added is None:
                    self._forget()
                    added = _bytes(self.path, self.name)
                self._take_in(added)
                self._stat = stat
            return self.ledger

    def append(self, drafts: Sequence[Decision], beside: Sequence[tuple[Path, bytes]] = ()) -> tuple[Decision, ...]:
        """Add decisions, each chained to the last one of its subject; the caller holds the project's lock.

        `beside` are files that are written with them: all of it, or nothing.
        `previous`, `merges` and `digest` of the drafts are set here. What a crash left of a last line is set aside.
        """
        self.refresh()
        if self.torn is not None:
            self.set_aside()
        heads: dict[tuple[str, str], tuple[str, ...]] = {}
        written: list[Decision] = []
        for draft in drafts:
            subject = (draft.subject_kind, draft.subject)
            before = heads.get(subject) or self.ledger.history(*subject).heads
            decision = chained(draft, before[-1] if before else None, before[:-1])
            heads[subject] = (decision.digest,)
            written.append(decision)
        if written:
            lead = b"\n" if self._tail and not self._tail.endswith(b"\n") else b""
            data = lead + b"".join(line_of(decision) for decision in written)
            if beside:
                files.write_all([*beside, (self.path, _bytes(self.path, self.name) + data)])
            else:
                files.append(self.path, data)
            with self._threads:
                self.ledger.add(written)
                self._keep(data)
                self._stat = self._stat_now()
        elif beside:
            files.write_all(beside)
        return tuple(written)

    def set_aside(self) -> str | None:
        """Move a torn last line to `decisions.jsonl.torn`, and give it; the caller holds the project's lock."""
        whole, torn = _cut(_bytes(self.path, self.name))
        if torn:
            files.append(self.path.with_name(self.path.name + TORN), torn.rstrip(b"\r\n") + b"\n")
            files.truncate(self.path, len(whole))
        self._forget()
        self.refresh()
        return torn.decode("utf-8", "replace") if torn else None

    def _stat_now(self) -> tuple[int, int]:
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            return (0, 0)
        except OSError as error:
            raise _cannot_read(self.name, error) from error
        return stat.st_size, stat.st_mtime_ns

    def _added(self) -> bytes | None:
        """The bytes behind those that were read; null where other ones stand before them now."""
        try:
            with self.path.open("rb") as file:
                file.seek(self._size - len(self._tail))
                return file.read() if file.read(len(self._tail)) == self._tail else None
        except OSError as error:
            raise _cannot_read(self.name, error) from error

    def _take_in(self, data: bytes) -> None:
        whole, torn = _cut(data)
        with still():
            lines = list(_raw(whole, self.name, self._lines))
            self.ledger.add_raw(lines)
        self._keep(whole)
        self.torn = torn.decode("utf-8", "replace") if torn else None

    def _keep(self, data: bytes) -> None:
        """Count bytes as read."""
        self._lines += data.count(b"\n")
        self._size += len(data)
        self._tail = (self._tail + data[-TAIL:])[-TAIL:]

    def _record(self, line: bytes, number: int) -> Decision:
        return decision_of(line, f"{self.name}:{number}")

    @property
    def size(self) -> int:
        """How many bytes of the log were read."""
        return self._size

    def digest_of_first(self, size: int) -> str | None:
        """The digest of the log's first bytes; null where it has fewer."""
        data = _bytes(self.path, self.name)
        return digest_of_bytes(data[:size]) if len(data) >= size else None


_HEAD = re.compile(rb'\{"schema_version":1,"subject_kind":"([a-z]+)","subject":"([^"\\]*)"')
"""How a line that we wrote begins, but for names that JSON escapes."""


def _raw(data: bytes, name: str, before: int) -> Iterator[Raw]:
    """The lines by their subjects; one that does not begin as we write them is read at once, and told if it is none."""
    for number, line in enumerate(data.split(b"\n"), before + 1):
        head = _HEAD.match(line)
        if head is not None and line.endswith((b"}", b"}\r")):
            yield (head[1].decode(), head[2].decode("utf-8", "replace")), number, line
        elif line.strip():
            decision = decision_of(line, f"{name}:{number}")
            yield (decision.subject_kind, decision.subject), number, line


def chained(draft: Decision, previous: str | None, merges: Sequence[str] = ()) -> Decision:
    """The decision with the digests of the lines that it follows, and its own."""
    decision = draft.but(previous=previous, merges=tuple(merges))
    return decision.but(digest=digest_of_line(decision))


def digest_of_line(decision: Decision) -> str:
    """The digest that a line should carry: of all that it says but the digest itself."""
    return _digest(_said(decision))


def line_of(decision: Decision) -> bytes:
    """The decision as its line of the log."""
    return _line(_said(decision))


def is_as_written(decision: Decision, line: bytes) -> bool:
    """Whether a line, without its line feed, is byte for byte how the decision was written, with its own digest."""
    said = _said(decision)
    return line + b"\n" == _line(said) and _digest(said) == decision.digest


def _said(decision: Decision) -> dict[str, Any]:
    said = decision.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {"schema_version": decision.schema_version, **said}


def _digest(said: Mapping[str, Any]) -> str:
    return digest_of({name: value for name, value in said.items() if name != "digest"})


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _line(said: Mapping[str, Any]) -> bytes:
    return _COMPACT.encode(said).encode("utf-8", "surrogatepass") + b"\n"


class Lines(NamedTuple):
    """The lines of a log without their line feeds, whether the last one has its own, and what a crash left."""

    lines: list[bytes]
    ended: bool
    torn: bytes


def lines_of(path: Path, name: str) -> Lines:
    """The lines of a log."""
    whole, torn = _cut(_bytes(path, name))
    lines = whole.removesuffix(b"\n").split(b"\n") if whole else []
    return Lines(lines, whole.endswith(b"\n") or not whole, torn)


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise _cannot_read(name, error) from error


def _cannot_read(name: str, error: OSError) -> ProjectError:
    return ProjectError(f"cannot be read: {(error.strerror or str(error)).lower()}", where=name)


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


def decision_of(line: bytes, where: str) -> Decision:
    """The decision that a line is; raises RecordError."""
    try:
        return Decision.model_validate_json(line)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
        field = ".".join(map(str, fault["loc"]))
        if (version := _version(line)) > SCHEMA_VERSION:
            says = f"schema_version: {version} was written by a later factcheck; upgrade factcheck"
        else:
            says = f"{field}: {fault['msg']}" if field else "is not a decision; restore the line from version control"
        raise RecordError(says, where=where) from error


def _version(line: bytes) -> int:
    if line.startswith(b'{"schema_version":%d,' % SCHEMA_VERSION):
        return SCHEMA_VERSION
    try:
        found = json.loads(line).get("schema_version", 1)
    except (ValueError, AttributeError, RecursionError):
        return 0
    return found if isinstance(found, int) else 0
