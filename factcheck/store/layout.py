"""Where things lie in a project, and which names may be used for its files."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import ProjectError, UsageError

CONFIG = "factcheck.toml"
"""The file that makes a folder a project."""

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""File names that Windows keeps for devices, whatever their ending."""

SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")
RECORDS = (".yaml", ".yml")


@dataclass(frozen=True)
class Layout:
    """The paths of a project whose folder is `root`."""

    root: Path

    @property
    def config(self) -> Path:
        """`factcheck.toml`."""
        return self.root / CONFIG

    @property
    def sources(self) -> Path:
        """The folder of source files and their records."""
        return self.root / "sources"

    @property
    def claims(self) -> Path:
        """The folder of claim records and the review log."""
        return self.root / "claims"

    @property
    def log(self) -> Path:
        """The review log."""
        return self.claims / "decisions.jsonl"

    @property
    def derived(self) -> Path:
        """The folder that may be deleted at any time."""
        return self.root / ".factcheck"

    @property
    def index(self) -> Path:
        """The derived index."""
        return self.derived / "index.sqlite"

    @property
    def lock(self) -> Path:
        """The file on which writers of the project wait for each other."""
        return self.derived / "lock"

    def source_record(self, source: str) -> Path:
        """The record of a source; the id is checked."""
        return self.sources / f"{checked_id(source)}.yaml"

    def source_file(self, name: str) -> Path:
        """A source's file by the name in its record; a name that leads out of the folder is refused."""
        if not is_file_name(name):
            raise UsageError(f"{name!r} is not the name of a file in sources/")
        path = self.sources / name
        if path.is_symlink() and not path.resolve().is_relative_to(self.root.resolve()):
            raise UsageError(f"sources/{name} is a link that leads out of the project")
        return path

    def claims_of(self, source: str) -> Path:
        """The curated claims of a source; the id is checked."""
        return self.claims / f"{checked_id(source)}.yaml"

    def is_of_claims(self, path: Path) -> bool:
        """Whether a path is that of a file of claims."""
        return path.parent == self.claims and path.suffix == ".yaml" and not path.name.startswith(".")

    def name_of(self, path: Path) -> str:
        """The path as messages give it: from the project's folder, with forward slashes."""
        return path.relative_to(self.root).as_posix()


def find_root(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that holds a project; raises ProjectError."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return folder
    raise ProjectError(f"no project here or above ({CONFIG} is missing); `factcheck init` makes one", where=str(start))


def is_file_name(name: str) -> bool:
    """Whether a name is one of a file in a folder, on every system, and leads nowhere else."""
    plain = bool(name) and not re.search(r"[/\\:\x00]", name) and name.strip(". ") == name
    return plain and not RESERVED.fullmatch(name.split(".")[0].lower())


def checked_id(source: str) -> str:
    """The id itself, if it may name a file everywhere; raises UsageError."""
    if not SLUG.fullmatch(source):
        raise UsageError(f"{source!r} is not an id: lower-case letters a-z, digits and hyphens, 100 at most")
    if RESERVED.fullmatch(source):
        raise UsageError(f"{source!r} cannot be an id: Windows keeps this name for a device")
    return source


def slug(stem: str) -> str:
    """An id made of a file's name; empty where nothing of it can be kept."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii").lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:100].strip("-")
    return f"{made}-source" if RESERVED.fullmatch(made) else made


def file_name(source: str, original: Path) -> str:
    """The name under which a source's file is kept: its id, and the ending that tells the format."""
    suffix = original.suffix.lower()
    if not SUFFIX.fullmatch(suffix):
        return f"{source}.txt"
    return f"{source}{suffix}.txt" if suffix in RECORDS else f"{source}{suffix}"
