"""Writing files so that nobody ever sees half of one, under one lock for the project."""

import os
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from factcheck.errors import ProjectError
from factcheck.store.journal import Journal

PATIENCE = 30.0
"""Seconds that a writer waits for another."""

_held = threading.local()
_numbers = count()
_writes: deque[tuple[int, Path | None]] = deque([(0, None)], maxlen=64)
"""The last writes by number: the file, and null where somebody else may have written."""


def writes() -> int:
    """How often this process wrote a file here, or waited to: what was looked up before may not hold after it."""
    return _writes[-1][0]


def written_since(number: int) -> list[Path] | None:
    """The files that this process wrote since it had written so often; null where others may have written too."""
    if number < _writes[0][0]:
        return None
    paths = [path for count, path in _writes if count > number]
    return None if None in paths else [path for path in paths if path is not None]


def _wrote(path: Path | None) -> None:
    _writes.append((_writes[-1][0] + 1, path))


def write(path: Path, data: bytes) -> None:
    """Put `data` in place of the file at once: after a crash the old bytes stand there, or the new."""
    write_all([(path, data)])


def write_all(files: Sequence[tuple[Path, bytes]], gone: Sequence[Path] = ()) -> None:
    """Put each file's bytes in its place, and delete those that are `gone`: all of it, or nothing.

    Nothing is put anywhere before all of it is on the disk. Who holds a project's lock leaves nothing half-done in it
    even when killed: the next to open the project goes on where this one stopped.
    """
    made: list[Path] = []
    before: list[tuple[Path, bytes | None]] = []
    journal = _journal()
    try:
        for path, data in files:
            made.append(_beside(path, journal))
            _fill(made[-1], path, data)
        if len(files) + len(gone) > 1:
            before = [(path, _bytes(path)) for path in (*(path for path, _ in files), *gone)]
            _commit(journal, list(zip(made, (path for path, _ in files), strict=True)), gone)
        for path, _ in files:
            _replace(made[0], path)
            _wrote(path)
            del made[0]
        for path in gone:
            _unlink(path)
    except BaseException:
        _put_back(journal, before)
        raise
    finally:
        for left in made:
            with suppress(OSError):
                left.unlink()
        if journal:
            journal.clear()
    for folder in dict.fromkeys(path.parent for path in (*(path for path, _ in files), *gone)):
        sync_folder(folder)


def _journal() -> Journal | None:
    """The journal of the project's lock that this thread holds, if any."""
    journals: list[Journal] = _held.__dict__.setdefault("journals", [])
    return journals[-1] if journals else None


def _commit(journal: Journal | None, moves: Sequence[tuple[Path, Path]], gone: Sequence[Path]) -> None:
    for folder in dict.fromkeys(path.parent for path, _ in moves):
        sync_folder(folder)
    if journal:
        try:
            journal.commit(moves, gone)
        except OSError as error:
            raise cannot_write(journal.path, error) from error


def _put_back(journal: Journal | None, before: Sequence[tuple[Path, bytes | None]]) -> None:
    """Let files be again what they were, after an error among several."""
    if journal:
        journal.clear()
    for path, data in before:
        with suppress(ProjectError):
            if data is None:
                remove(path)
            elif _bytes(path) != data:
                write(path, data)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise cannot_write(path, error) from error


def _beside(path: Path, journal: Journal | None) -> Path:
    """A new, empty file in the folder of another."""
    try:
        _folder(path.parent)
        while True:
            made = path.with_name(f".{path.name[:200]}.{os.getpid()}-{next(_numbers)}.part")
            if journal:
                journal.making(made)
            with suppress(FileExistsError):
                os.close(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
                return made
    except OSError as error:
        raise cannot_write(path, error) from error


def _folder(path: Path) -> None:
    """Make a folder and those above it, and see their names on the disk."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    path.mkdir(parents=True, exist_ok=True)
    for folder in missing:
        sync_folder(folder.parent)


def _fill(made: Path, path: Path, data: bytes) -> None:
    """Write what is to stand at `path`, with its permissions, and see it on the disk."""
    try:
        with made.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(path, made)
    except OSError as error:
        raise cannot_write(path, error) from error


def _replace(made: Path, path: Path) -> None:
    """Put the file in place; Windows refuses for the moment in which somebody reads the old one."""
    for attempt in range(50):
        try:
            made.replace(path)
            return
        except OSError as error:
            if not isinstance(error, PermissionError) or os.name != "nt" or attempt == 49:
                raise cannot_write(path, error) from error
            time.sleep(0.02)


def _keep_mode(path: Path, made: Path) -> None:
    """Give the new file the old one's permissions, or those that a file gets by default."""
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    made.chmod(mode)


def remove(path: Path) -> None:
    """Delete a file; one that is not there is no error."""
    _unlink(path)
    sync_folder(path.parent)


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
        _wrote(path)
    except OSError as error:
        raise cannot_write(path, error) from error


def append(path: Path, data: bytes) -> None:
    """Add bytes at the end and see them on the disk; what a full disk cut short is taken back."""
    try:
        _folder(path.parent)
        new = not path.exists()
        with path.open("ab", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            try:
                done = 0
                while done < len(data):
                    done += file.write(data[done:])
                os.fsync(file.fileno())
            except BaseException:
                file.truncate(size)
                raise
    except OSError as error:
        raise cannot_write(path, error) from error
    if new:
        sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make a folder and those above it; one that is there is no error."""
    try:
        _folder(path)
    except OSError as error:
        raise cannot_write(path, error) from error


def add_lines(path: Path, lines: tuple[str, ...]) -> None:
    """Add those lines to a text file that it lacks; the others stay as they are."""
    try:
        text = path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else ""
    except OSError as error:
        raise cannot_write(path, error) from error
    present = {line.strip() for line in text.splitlines()}
    missing = [line for line in lines if line not in present]
    if missing:
        newline = "\r\n" if "\r\n" in text else "\n"
        head = text if not text or text.endswith("\n") else text + newline
        write(path, (head + "".join(line + newline for line in missing)).encode("utf-8", "surrogateescape"))


def truncate(path: Path, size: int) -> None:
    """Cut a file to its first `size` bytes."""
    try:
        with path.open("rb+", buffering=0) as file:
            file.truncate(size)
            os.fsync(file.fileno())
    except OSError as error:
        raise cannot_write(path, error) from error


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable, where the platform lets a folder be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def cannot_write(path: Path, error: OSError) -> ProjectError:
    """The error that a user is shown when a file cannot be written."""
    return ProjectError(f"cannot be written: {(error.strerror or str(error)).lower()}", where=str(path))


@contextmanager
def locked(lock: Path, patience: float | None = None) -> Iterator[None]:
    """Hold the project's lock, also across processes; a thread that holds it may take it again.

    The system frees the lock of a process that died, and what that one left half-done is finished or cleared away.
    Raises ProjectError where it cannot be had in time.
    """
    depth: dict[str, int] = _held.__dict__.setdefault("depth", {})
    name = str(lock)
    if depth.get(name):
        depth[name] += 1
        try:
            yield
        finally:
            depth[name] -= 1
        return
    with _file_lock(lock, PATIENCE if patience is None else patience):
        _wrote(None)
        depth[name] = 1
        try:
            yield
        finally:
            depth[name] = 0


def left_by_the_dead(lock: Path) -> bool:
    """Whether a writer is at work, or died at it."""
    try:
        return lock.stat().st_size > 0
    except OSError:
        return False


@contextmanager
def _file_lock(lock: Path, patience: float) -> Iterator[None]:
    import portalocker

    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        held = portalocker.Lock(
            lock, mode="a+b", timeout=patience, check_interval=0.01, fail_when_locked=not patience, buffering=0
        )
        file = held.acquire()
    except OSError as error:
        raise cannot_write(lock, error) from error
    except portalocker.exceptions.LockException as error:
        raise ProjectError(f"another factcheck has been writing here for {patience:.0f} s", where=str(lock)) from error
    journals: list[Journal] = _held.__dict__.setdefault("journals", [])
    try:
        try:
            journals.append(Journal(file, lock))
            journals[-1].begin()
        except OSError as error:
            raise cannot_write(lock, error) from error
        yield
    finally:
        journals.pop().end()
        held.release()
