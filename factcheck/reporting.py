"""What a reporter is: it turns a report into text.

Adding a reporter is adding one file to `reporters/` that offers `REPORTER`; the file's name is the format's.
Reporters read the report as plain JSON values, as docs/schema/report.schema.json describes them, so that a
report kept from the last run is shown without building its records again.
"""

import importlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.discovery import names

GATE_FORMATS = ("github", "json", "markdown", "terminal")
"""Formats whose reporters have `gate`: known without importing any; a test holds them against the folder."""

ReportJson = Mapping[str, Any]
"""A report, as JSON values."""


@dataclass(frozen=True)
class View:
    """What a report is shown on: its width in columns, and whether it takes colour codes."""

    width: int = 100
    colour: bool = False


@dataclass(frozen=True)
class Reporter:
    """A reporter: `title` says in a few words what comes out of `render`, which is pure.

    `gate` renders the gate's report (docs/schema/gate.schema.json); null where the format has no use for it.
    """

    title: str
    render: Callable[[ReportJson, View], str]
    gate: Callable[[ReportJson, View], str] | None = None


def formats() -> tuple[str, ...]:
    """The names of all formats, without importing any."""
    return names("factcheck.reporters")


def gate_formats() -> tuple[str, ...]:
    """The names of the formats in which the gate reports."""
    return GATE_FORMATS


def reporter(name: str) -> Reporter:
    """The reporter of one format; KeyError where there is none of that name."""
    if name not in formats():
        raise KeyError(name)
    found: Reporter = importlib.import_module(f"factcheck.reporters.{name}").REPORTER
    return found


_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(text: str) -> str:
    """The same text without what steers a terminal: escape codes, control and direction characters.

    Each is replaced by one visible character, so that offsets hold; line feeds and tabs stay.
    """
    return _HARMFUL.sub(_visible, text)


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
