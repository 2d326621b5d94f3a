"""Writing files so that nobody ever sees half of one, under one lock for the project."""

import os
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from factcheck.errors import ProjectError

PATIENCE = 30.0
"""Seconds that a writer waits for another."""

_held = threading.local()


def write(path: Path, data: bytes) -> None:
    """Put `data` in place of the file at once: after a crash the old bytes stand there, or the new."""
    write_all([(path, data)])


def write_all(files: Sequence[tuple[Path, bytes]]) -> None:
    """Put each file's bytes in its place; nothing is put anywhere before all of them are on the disk."""
    made: list[Path] = []
    try:
        for path, data in files:
            made.append(_beside(path))
            _fill(made[-1], path, data)
        for path, _ in files:
            _replace(made[0], path)
            del made[0]
    finally:
        for left in made:
            with suppress(OSError):
                left.unlink()
    for folder in dict.fromkeys(path.parent for path, _ in files):
        sync_folder(folder)


def _beside(path: Path) -> Path:
    """A new, empty file in the folder of another."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error
    os.close(handle)
    return Path(name)


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
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error
    sync_folder(path.parent)


def append(path: Path, data: bytes) -> None:
    """Add bytes at the end and see them on the disk; what a full disk cut short is taken back."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
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
        path.mkdir(parents=True, exist_ok=True)
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
def locked(lock: Path) -> Iterator[None]:
    """Hold the project's lock, also across processes; a thread that holds it may take it again.

    The system frees the lock of a process that died. Raises ProjectError where it cannot be had in time.
    """
    depth: dict[str, int] = _held.__dict__
    name = str(lock)
    if depth.get(name):
        depth[name] += 1
        try:
            yield
        finally:
            depth[name] -= 1
        return
    with _file_lock(lock):
        depth[name] = 1
        try:
            yield
        finally:
            depth[name] = 0


@contextmanager
def _file_lock(lock: Path) -> Iterator[None]:
    import portalocker

    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        held = portalocker.Lock(lock, mode="a", timeout=PATIENCE, check_interval=0.01)
        held.acquire()
    except OSError as error:
        raise cannot_write(lock, error) from error
    except portalocker.exceptions.LockException as error:
        raise ProjectError(f"another factcheck has been writing here for {PATIENCE:.0f} s", where=str(lock)) from error
    try:
        yield
    finally:
        held.release()
