"""The review log: one JSON line a decision, only ever added to."""

import gc
import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from factcheck.digests import digest_of
from factcheck.errors import ProjectError, RecordError
from factcheck.records.base import SCHEMA_VERSION
from factcheck.records.review import Decision
from factcheck.reviewing.history import Ledger
from factcheck.store import files

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
        self.ledger = Ledger()
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

    def append(self, drafts: Sequence[Decision]) -> tuple[Decision, ...]:
        """Add decisions, each chained to the last one of its subject; the caller holds the project's lock.

        `previous`, `merges` and `digest` of the drafts are set here. What a crash left of a last line is set aside.
        """
        self.refresh()
        if self.torn is not None:
            self.set_aside()
        heads: dict[tuple[str, str], tuple[str, ...]] = {}
        written: list[Decision] = []
        for draft in drafts:
            subject = (draft.subject_kind, draft.subject)
            before = heads.get(subject, self.ledger.heads(*subject))
            decision = chained(draft, before[-1] if before else None, before[:-1])
            heads[subject] = (decision.digest,)
            written.append(decision)
        lead = b"\n" if self._tail and not self._tail.endswith(b"\n") else b""
        if written:
            files.append(self.path, lead + b"".join(line_of(decision) for decision in written))
        self.refresh()
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
        with _no_collection():
            self.ledger.add(list(_decisions(whole, self.name, self._lines)))
        self._lines += whole.count(b"\n")
        self._size += len(whole)
        self._tail = (self._tail + whole)[-TAIL:]
        self.torn = torn.decode("utf-8", "replace") if torn else None


def read(path: Path, name: str) -> Log:
    """A log as it stands; a last line without its end is left out and told. Raises RecordError with the line."""
    log = Log(path, name)
    log.refresh()
    return log


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector still: it would look at every record again and again while many are made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _decisions(data: bytes, name: str, before: int) -> Iterator[Decision]:
    for number, line in enumerate(data.split(b"\n"), before + 1):
        if line.strip():
            yield decision_of(line, f"{name}:{number}")


def chained(draft: Decision, previous: str | None, merges: Sequence[str] = ()) -> Decision:
    """The decision with the digests of the lines that it follows, and its own."""
    decision = draft.but(previous=previous, merges=tuple(merges))
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
