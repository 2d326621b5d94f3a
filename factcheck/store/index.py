"""The derived index: what can be made again from `sources/` and `claims/` at any time.

One SQLite file holds compressed values by kind, name and key, and the digests of files by their stat.
Every row carries a checksum, so that damage reads as absence. An index that is corrupt, locked for long
or of another version is made anew, and where no file can be written it lives in memory.
"""

import json
import os
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from factcheck.digests import digest_of_file

VERSION = 3
"""Of the tables below; an index with another one is dropped."""

KEPT = 3
"""Values of one kind and name that are kept, so that going back and forth between two states is cheap."""

PATIENCE = 2.0
"""Seconds to wait for another process's write before doing without the index."""

WHOLE = ("report", "page", "facts", "overview", "draft", "draft-view", "answers")
"""Kinds of values that are made of all sources."""

BETWEEN = "between "
"""How kinds of values begin that are made of a source and others."""

SETTLED = 2_000_000_000
"""Nanoseconds that a file must have been left alone before its stat stands for its bytes: within less, a second
change may leave size and time as they were."""

TABLES = """
CREATE TABLE value (kind TEXT, name TEXT, key TEXT, data BLOB, PRIMARY KEY (kind, name, key));
CREATE TABLE file (path TEXT PRIMARY KEY, stat TEXT, digest TEXT, checksum INTEGER) WITHOUT ROWID;
"""

NEVER = ("", "")
FEW = 100

BROKEN = (sqlite3.Error, ValueError, OverflowError, MemoryError)
"""What a damaged file may raise: names and sizes read from it are no better than its bytes."""

T = TypeVar("T")


class Index:
    """An open index. All methods are safe for threads, and none raises for the index's own sake."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._connection = self._opened()
        self._looked_up: dict[str, tuple[str, str]] = {}
        """Of files their stat and digest, as far as they were looked up: to be found again without a query."""

    def get(self, kind: str, name: str, key: str) -> bytes | None:
        """The value stored under this key, or null."""
        query = "SELECT data FROM value WHERE kind = ? AND name = ? AND key = ?"
        row = self._try(lambda: self._connection.execute(query, (kind, name, key)).fetchone())
        return _unpacked(_label(kind, name, key), row[0]) if row else None

    def put(self, kind: str, name: str, key: str, data: bytes) -> None:
        """Store a value; of one kind and name the latest few are kept."""
        self.put_all([(kind, name, key, data)])

    def put_all(self, values: Sequence[tuple[str, str, str, bytes]], most: int = KEPT) -> None:
        """Store values, each with its kind, name and key, all of them or none; of one kind and name the latest few."""
        packed = [(kind, name, key, _packed(_label(kind, name, key), data)) for kind, name, key, data in values]

        def work() -> None:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO value VALUES (?, ?, ?, ?)", packed)
                self._connection.executemany(
                    "DELETE FROM value WHERE kind = ? AND name = ? AND rowid NOT IN"
                    " (SELECT rowid FROM value WHERE kind = ? AND name = ? ORDER BY rowid DESC LIMIT ?)",
                    [(kind, name, kind, name, most) for kind, name, *_ in packed],
                )

        if packed:
            self._try(work)

    def drop(self, kind: str, name: str) -> None:
        """Forget what is stored under a name."""

        def work() -> None:
            with self._connection:
                self._connection.execute("DELETE FROM value WHERE kind = ? AND name = ?", (kind, name))

        self._try(work)

    def erase(self, name: str) -> None:
        """Forget what is stored under a name, and all that was made of several sources, so that no byte of it stays."""

        def work() -> None:
            self._connection.execute("PRAGMA secure_delete = ON")
            with self._connection:
                marks = ", ".join("?" * len(WHOLE))
                self._connection.execute(f"DELETE FROM value WHERE name = ? OR kind IN ({marks})", (name, *WHOLE))
                self._connection.executemany("DELETE FROM value WHERE rowid = ?", self._made_with(name))
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.execute("PRAGMA secure_delete = OFF")

        self._try(work)

    def digests(self, names: Iterable[str], root: Path) -> dict[str, str | None]:
        """The SHA-256 of files by their names below `root`; null for one that is not there.

        A file is read again only where its stat differs from when it was read last.
        """
        names, folder = list(names), str(root)
        known = self._looked_up
        if new := [name for name in names if name not in known]:
            known.update(self._known(new))
        found: dict[str, str | None] = {}
        fresh: list[tuple[str, str, str, int]] = []
        for name in names:
            path = f"{folder}/{name}"
            try:
                before = os.stat(path)  # noqa: PTH116
                stat = _stat(before)
                if known.get(name, NEVER)[0] == stat:
                    found[name] = known[name][1]
                    continue
                now = time.time_ns()
                found[name] = digest = digest_of_file(Path(path))
            except FileNotFoundError:
                found[name] = None
                continue
            if max(before.st_mtime_ns, before.st_ctime_ns) + SETTLED < now and _stat(Path(path).stat()) == stat:
                fresh.append((name, stat, digest, _checksum(name, stat, digest)))
        if fresh:
            known.update({name: (stat, digest) for name, stat, digest, _ in fresh})
            self._remember(fresh)
        return found

    def _made_with(self, name: str) -> list[tuple[int]]:
        """The rows of what was made of other sources and this one; those that are damaged count with them."""
        query = "SELECT rowid, kind, name, key, data FROM value WHERE kind >= ? AND kind < ?"
        rows = self._connection.execute(query, (BETWEEN, f"{BETWEEN}\uffff"))
        mark = json.dumps(name).encode()
        held = ((row, _unpacked(_label(*where), data)) for row, *where, data in rows)
        return [(row,) for row, data in held if data is None or mark in data]

    def examine(self) -> tuple[int, int]:
        """How many values it holds, and how many of them are damaged; all are read."""

        def work() -> tuple[int, int]:
            count = bad = 0
            for kind, name, key, data in self._connection.execute("SELECT kind, name, key, data FROM value"):
                count, bad = count + 1, bad + (_unpacked(_label(kind, name, key), data) is None)
            sound = self._connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            return count, bad or int(not sound)

        return self._try(work) or (0, 0)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock, suppress(sqlite3.Error):
            self._connection.close()

    def reopen(self) -> None:
        """Open the file again, after it was let go of."""
        with self._lock:
            self._connection = self._opened()

    def _known(self, names: Sequence[str]) -> dict[str, tuple[str, str]]:
        """What is stored of these files, as (stat, digest); of many, all rows are read at once."""
        query = "SELECT path, stat, digest, checksum FROM file"
        if len(names) <= FEW:
            query += f" WHERE path IN ({','.join('?' * len(names))})"
        given = tuple(names) if len(names) <= FEW else ()
        rows = self._try(lambda: self._connection.execute(query, given).fetchall())
        return {
            path: (stat, digest)
            for path, stat, digest, checksum in rows or ()
            if checksum == _checksum(path, stat, digest)
        }

    def _remember(self, rows: list[tuple[str, str, str, int]]) -> None:
        def work() -> None:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", rows)

        self._try(work)

    def _try(self, work: Callable[[], T]) -> T | None:
        """What `work` gives; null where the index is locked, or was broken and is made anew."""
        with self._lock:
            try:
                return work()
            except sqlite3.OperationalError as error:
                if "locked" in str(error) or "readonly" in str(error) or "full" in str(error):
                    return None
                self.renew()
            except BROKEN:
                self.renew()
            return None

    def renew(self) -> None:
        """Make the index anew, empty; what it held is worked out again when it is asked for."""
        self.close()
        _delete(self.path)
        self._connection = self._opened()

    def _opened(self) -> sqlite3.Connection:
        for attempt in (_open, _open_anew, _open_to_read):
            with suppress(*BROKEN, OSError):
                return attempt(self.path)
        return _in_memory()


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=PATIENCE, check_same_thread=False)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == VERSION:
            _tune(connection)
            return connection
        if version:
            raise sqlite3.DatabaseError("an index of another version")
        _tune(connection)
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
                _create(connection)
        return connection
    except BaseException:
        connection.close()
        raise


def _open_anew(path: Path) -> sqlite3.Connection:
    _delete(path)
    return _open(path)


def _open_to_read(path: Path) -> sqlite3.Connection:
    """An index in a folder that cannot be written to; it takes no values."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            raise sqlite3.DatabaseError("an index of another version")
        return connection
    except BaseException:
        connection.close()
        raise


def _in_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _create(connection)
    return connection


def _create(connection: sqlite3.Connection) -> None:
    for statement in TABLES.strip().split(";"):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _tune(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _delete(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _label(*parts: object) -> bytes:
    """What a value is stored under, as its checksum covers it; what a damaged index has there may be anything."""
    return "\0".join(map(str, parts)).encode("utf-8", "surrogatepass")


def _packed(label: bytes, data: bytes) -> bytes:
    """The data compressed, behind a checksum that also covers what it is stored under."""
    body = zlib.compress(data, 1)
    return zlib.crc32(body, zlib.crc32(label)).to_bytes(4, "big") + body


def _unpacked(label: bytes, stored: object) -> bytes | None:
    if not isinstance(stored, bytes) or len(stored) < 4:
        return None
    body = stored[4:]
    if zlib.crc32(body, zlib.crc32(label)).to_bytes(4, "big") != stored[:4]:
        return None
    try:
        return zlib.decompress(body)
    except zlib.error:
        return None


def _stat(stat: os.stat_result) -> str:
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"


def _checksum(*parts: object) -> int:
    return zlib.crc32(_label(*parts))
