"""What stands in a folder: checks, readers, finders, reporters and commands are found, not listed."""

import importlib
import pkgutil
from functools import cache
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


@cache
def names(package: str) -> tuple[str, ...]:
    """The names of the modules in a package's folder, in order; those that begin with `_` are helpers and left out."""
    folder = importlib.import_module(package)
    return tuple(
        sorted(entry.name for entry in pkgutil.iter_modules(folder.__path__) if not entry.name.startswith("_"))
    )


@cache
def modules(package: str) -> tuple[ModuleType, ...]:
    """The modules of a package's folder, imported, in order of name."""
    return tuple(importlib.import_module(f"{package}.{name}") for name in names(package))


def member(package: str, name: str, attribute: str, of: type[T]) -> T | None:
    """The value that one module of the folder offers; null where it offers none."""
    value = getattr(importlib.import_module(f"{package}.{name}"), attribute, None)
    return value if isinstance(value, of) else None


def members(package: str, attribute: str, of: type[T]) -> tuple[T, ...]:
    """The value that each module of the folder offers under one name, in the order of the file names."""
    found = (getattr(module, attribute, None) for module in modules(package))
    return tuple(value for value in found if isinstance(value, of))
