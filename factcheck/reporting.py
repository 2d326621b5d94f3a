"""What a reporter is: it turns a report into text, or into the bytes of a file.

Adding a reporter is adding one file to `reporters/`, or to a folder that an installed package adds, that offers
`REPORTER`; the file's name is the format's, with a hyphen for each underscore. Reporters read the report as plain JSON
values, as docs/schema/report.schema.json and gate.schema.json describe them, so that a report kept from the last run is
shown without building its records again.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from factcheck.discovery import module, names

ReportJson = Mapping[str, Any]
"""A report, as JSON values."""

Made = str | bytes
"""What a reporter makes: text, or a file's bytes."""

Use = Literal["check", "gate"]
"""The command that reports."""


class Behind(Protocol):
    """What stands behind a report, looked up by the formats that show more than it holds."""

    def draft(self, file: str) -> bytes:
        """The bytes of a draft, as they were judged."""

    def source(self, id: str) -> ReportJson:
        """A source's record, as JSON values."""

    def place(self, source: str, start: int, end: int) -> ReportJson | None:
        """Where a passage stands in its source's file: lines and columns, as in a draft; null where it has none."""

    def said_of(self, statement: ReportJson) -> ReportJson:
        """What people said of a statement of a draft, and of the claims that it rests on: `decided` and `queries`."""

    def pictures(self, report: ReportJson) -> ReportJson:
        """What the pictures of a report are drawn from: `claims` by id, and `ties` between its sources."""


@dataclass(frozen=True)
class View:
    """What a report is shown on: its width in columns, whether it takes colour codes, the ending of its file.

    `behind` gives what is not in the report, where there is a project to ask.
    """

    width: int = 100
    colour: bool = False
    ending: str = ""
    behind: Behind | None = None


Render = Callable[[ReportJson, View], Made]


@dataclass(frozen=True)
class Reporter:
    """A reporter: `title` says in a few words what comes out, `endings` which files are taken to be of its format.

    `render` makes it of a report on sources, `gate` of a report on drafts (docs/schema/gate.schema.json); null where
    the format has no use for it. Both are pure.
    """

    title: str
    render: Render | None = None
    gate: Render | None = None
    endings: tuple[str, ...] = ()

    def of(self, use: Use) -> Render | None:
        """What shows the report of a command; null where the format is not for it."""
        return self.render if use == "check" else self.gate


PACKAGE = "factcheck.reporters"


def formats() -> tuple[str, ...]:
    """The names of all formats, without importing any."""
    return tuple(name.replace("_", "-") for name in names(PACKAGE))


def formats_of(use: Use) -> tuple[str, ...]:
    """The names of the formats in which a command reports."""
    return tuple(name for name in formats() if reporter(name).of(use) is not None)


def reporter(name: str) -> Reporter:
    """The reporter of one format; KeyError where there is none of that name."""
    if name not in formats():
        raise KeyError(name)
    found: Reporter = module(PACKAGE, name.replace("-", "_")).REPORTER
    return found


def format_of(file: str, use: Use) -> str | None:
    """The format that a file's ending stands for, in the reports of a command; null where none does.

    Where several formats have an ending, it is that of the format called so.
    """
    fitting = [
        (len(ending), ending == f".{name}", name)
        for name in formats_of(use)
        for ending in reporter(name).endings
        if file.lower().endswith(ending)
    ]
    return max(fitting, key=lambda one: one[:2])[2] if fitting else None


_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(text: str) -> str:
    """The same text without what steers a terminal: escape codes, control and direction characters.

    Each is replaced by one visible character, so that offsets hold; line feeds and tabs stay.
    """
    return _HARMFUL.sub(_visible, text)


_NO_CHARACTERS = str.maketrans({"\ufffe": "\ufffd", "\uffff": "\ufffd"})


def xml_safe(text: str) -> str:
    """The same text as XML may hold it: harmless, and without the code points that are no characters."""
    return harmless(text).translate(_NO_CHARACTERS)


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


_STARTS_FORMULA = re.compile("[\\s'\ufeff\u200b]*[=+\\-@\uff1d\uff0b\uff0d\uff20|%]|[\\t\\r\\n]")
_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?%?")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet might take a text for a formula, or for a command; a plain number is none."""
    return _STARTS_FORMULA.match(text) is not None and _NUMBER.fullmatch(text.strip()) is None


def neutral(text: str) -> str:
    """The text so that no spreadsheet runs it: with an apostrophe in front, which spreadsheets do not show."""
    return f"'{text}" if is_formula(text) else text


def restored(text: str) -> str:
    """A text as it was before it was made neutral."""
    return text[1:] if text.startswith("'") and is_formula(text[1:]) else text


EPOCH = (1980, 1, 1, 0, 0, 0)
"""The day that the parts of an office file carry, so that the same content gives the same bytes."""


def undated(data: bytes) -> bytes:
    """An office file without the time at which it was made."""
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", part)
            new.writestr(ZipInfo(entry.filename, EPOCH), part, ZIP_DEFLATED)
    return made.getvalue()
