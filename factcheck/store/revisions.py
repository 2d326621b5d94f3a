"""What files were at a revision of git, and which of them changed since."""

import subprocess
from pathlib import Path

from factcheck.errors import UsageError


def known(folder: Path, revision: str) -> str:
    """The full name of a revision; raises UsageError where git, a repository or the revision is not there."""
    if revision.startswith("-") or not revision.strip():
        raise UsageError(f"{revision!r} is no revision")
    done = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode:
        told = "is not in a git repository" if _git(folder, "rev-parse").returncode else "has no such revision"
        raise UsageError(f"{told}; {revision!r} was asked for", where=str(folder))
    return done.stdout.decode().strip()


def contents(path: Path, revision: str) -> bytes | None:
    """What a file held at a revision; null where it was not there."""
    done = _git(path.parent, "show", f"{revision}:./{path.name}")
    return None if done.returncode else done.stdout


def changed(folder: Path, revision: str) -> frozenset[str]:
    """The files below a folder that differ from a revision, committed or not, and those that git does not know."""
    listed = (
        _git(folder, "diff", "--name-only", "--no-renames", "--relative", "-z", revision, "--", "."),
        _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", "."),
    )
    for done in listed:
        if done.returncode:
            raise UsageError(f"git cannot compare with {revision}", where=str(folder))
    return frozenset(name.decode("utf-8", "replace") for done in listed for name in done.stdout.split(b"\0") if name)


def _git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except OSError as error:
        raise UsageError("git is not there; --changed-since compares with a revision of git") from error
