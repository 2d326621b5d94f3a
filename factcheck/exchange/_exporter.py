"""What an exporter is: it writes claims with their passages and decisions to a file.

Adding one is adding a file to `exchange/` that offers `EXPORTER`; the file's name is the format's.
"""

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.discovery import names
from factcheck.records.claim import Claim
from factcheck.records.review import Decision
from factcheck.records.source import Source


@dataclass(frozen=True)
class Exported:
    """A claim with its source, its status and why, the decisions that stand on it, and the findings it takes part in.

    `reader` names what made the text that the claim's offsets count, and `language` is the text's.
    """

    claim: Claim
    source: Source
    status: str
    says: str = ""
    decisions: tuple[Decision, ...] = ()
    findings: tuple[str, ...] = ()
    assignee: str | None = None
    reader: str = ""
    language: str = "en"


@dataclass(frozen=True)
class Exporter:
    """An exporter: what it writes, the ending of its files, and the pure function that makes their bytes."""

    title: str
    ending: str
    render: Callable[[Sequence[Exported]], bytes]


def formats() -> tuple[str, ...]:
    """The names of all formats, without importing any."""
    return names("factcheck.exchange")


def exporter(name: str) -> Exporter:
    """The exporter of one format; KeyError where there is none of that name."""
    if name not in formats():
        raise KeyError(name)
    found: Exporter = importlib.import_module(f"factcheck.exchange.{name}").EXPORTER
    return found
