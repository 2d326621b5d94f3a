"""What stands in a folder: checks, readers, finders, reporters and commands are found, not listed.

An installed package adds a folder by an entry point. Its group is the folder that it adds to, such as
`factcheck.checks`; its value is the package whose modules are the parts; its name begins the ids of all of them.
"""

import importlib
import importlib.util
import os
import pkgutil
import re
import sys
from functools import cache
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TypeVar

from factcheck.errors import ProjectError

T = TypeVar("T")

OPEN = ("factcheck.checks", "factcheck.finders", "factcheck.readers", "factcheck.reporters")
"""The folders to which an installed package may add."""

_PREFIX = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@cache
def names(package: str) -> tuple[str, ...]:
    """The names of the modules in a package's folder, in order; those that begin with `_` are helpers and left out.

    Those that installed packages add come after, each with its entry point's name and an underscore before it.
    """
    return tuple(_places(package))


@cache
def modules(package: str) -> tuple[ModuleType, ...]:
    """The modules of a package's folder, imported, in order of name."""
    return tuple(module(package, name) for name in names(package))


def module(package: str, name: str) -> ModuleType:
    """One module of a folder, by its name among `names`; raises ProjectError for an added one that fails."""
    return _imported(_places(package)[name])


def member(package: str, name: str, attribute: str, of: type[T]) -> T | None:
    """The value that one module of the folder offers; null where it offers none.

    Raises ProjectError where the id of an added one does not begin with its entry point's name.
    """
    found = module(package, name)
    value = getattr(found, attribute, None)
    if not isinstance(value, of):
        return None
    id, prefix = getattr(value, "id", None), _prefix(package, name)
    if prefix and id is not None and not str(id).startswith(f"{prefix}-"):
        raise ProjectError(f"the id {id!r} should begin with {prefix!r} and a hyphen", where=found.__name__)
    return value


@cache
def members(package: str, attribute: str, of: type[T]) -> tuple[T, ...]:
    """The value that each module of the folder offers under one name, in the order of `names`."""
    found = (member(package, name, attribute, of) for name in names(package))
    return tuple(value for value in found if value is not None)


@cache
def added(package: str) -> MappingProxyType[str, str]:
    """The packages that are added to a folder, by the names of their entry points, in order.

    Raises ProjectError for a name that cannot begin an id, and for one that two installed packages have.
    """
    if package not in OPEN or not _may_be_added():
        return MappingProxyType({})
    from importlib.metadata import entry_points

    found: dict[str, str] = {}
    for point in sorted(entry_points(group=package), key=lambda point: (point.name, point.value)):
        if not _PREFIX.fullmatch(point.name):
            raise ProjectError(f"{point.name!r} should be lower-case letters and digits", where=f"[{package}]")
        if found.setdefault(point.name, point.value) != point.value:
            raise ProjectError(f"two installed packages are called {point.name!r}; uninstall one", where=package)
    return MappingProxyType(found)


def added_folders() -> tuple[Path, ...]:
    """Where the packages lie that add something: what they hold decides what is found."""
    tops = {value.partition(".")[0] for package in OPEN for value in added(package).values()}
    places = (importlib.util.find_spec(top) for top in sorted(tops))
    return tuple(Path(folder) for place in places if place for folder in place.submodule_search_locations or ())


@cache
def _places(package: str) -> MappingProxyType[str, str]:
    """The full names of a folder's modules, by their names; ours first."""
    found = {name: f"{package}.{name}" for name in _files(package)}
    for prefix, other in added(package).items():
        for file in _files(other):
            name = f"{prefix}-{file}".replace("-", "_")
            if found.setdefault(name, f"{other}.{file}") != f"{other}.{file}":
                raise ProjectError(f"its name is that of {found[name]}; rename one", where=f"{other}.{file}")
    return MappingProxyType(found)


def _files(package: str) -> list[str]:
    entries = pkgutil.iter_modules(getattr(_imported(package), "__path__", ()))
    return sorted(entry.name for entry in entries if not entry.name.startswith("_"))


def _imported(name: str) -> ModuleType:
    """A module; for one that is not ours, whatever fails is told in a line."""
    try:
        return importlib.import_module(name)
    except Exception as error:
        if name.startswith("factcheck."):
            raise
        says = f"cannot be loaded, {type(error).__name__}: {error}; mend or uninstall the package"
        raise ProjectError(says, where=name) from error


def _prefix(package: str, name: str) -> str | None:
    """The entry point's name, for what is added to a folder."""
    place = _places(package)[name].rpartition(".")[0]
    return next((prefix for prefix, other in added(package).items() if other == place), None)


@cache
def _may_be_added() -> bool:
    """Whether an installed package names one of our folders: a look at the files of entry points, in a millisecond.

    To import what reads them properly takes as long as half our start.
    """
    for folder in sys.path:
        try:
            installed = [entry.path for entry in os.scandir(folder or ".") if entry.name.endswith("-info")]
        except OSError:
            continue
        for place in installed:
            try:
                if b"[factcheck." in Path(place, "entry_points.txt").read_bytes():
                    return True
            except OSError:
                continue
    return False
