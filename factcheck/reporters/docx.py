"""The Word draft back, with a comment on the words of each statement that does not pass; no word is altered."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from factcheck.errors import UsageError
from factcheck.language.plain import one_line
from factcheck.pages.wording import day, place
from factcheck.reporters._answers import told, unread, why_of
from factcheck.reporting import Reporter, ReportJson, View, xml_safe

if TYPE_CHECKING:
    from factcheck.records.document import Document
    from factcheck.reporters._word_comments import Comment

Item = Mapping[str, Any]

WORD = (".docx", ".docm")
PASSAGES = 4
"""Passages that a comment quotes."""
ELSEWHERE = "use --format markdown for a list, or --format checking-file for a Word file beside the draft"


def gate(report: ReportJson, view: View) -> bytes:
    """The draft's file with comments; raises UsageError for several drafts, and for one that is no Word file."""
    from factcheck.reporters._word_comments import commented

    file = only_draft(report)
    if PurePath(file).suffix.lower() not in WORD or view.behind is None:
        raise UsageError(f"is no Word file, so no comments can be written into it; {ELSEWHERE}", where=file)
    data = view.behind.draft(file)
    document = _read(file, data)
    comments = [_comment(one, document, told(one), one) for one in report["statements"] if one["outcome"] != "pass"]
    comments += [_comment(one, document, "not read", {**one, "evidence": ()}) for one in unread(report)]
    return commented(data, document, sorted(comments, key=lambda one: one.start)) if comments else data


def only_draft(report: ReportJson) -> str:
    """The draft that a report is on; raises UsageError where there are several."""
    files = list(dict.fromkeys(one["file"] for part in ("statements", "set_aside", "unbound") for one in report[part]))
    if len(files) != 1:
        raise UsageError("--format docx gives one draft back; run the gate for each draft by itself")
    return str(files[0])


def _read(file: str, data: bytes) -> "Document":
    from factcheck.digests import digest_of_bytes
    from factcheck.reading import read
    from factcheck.records.source import Source

    return read(Source(id="draft", title="draft", file=PurePath(file).name, sha256=digest_of_bytes(data)), data)


def _comment(where: Item, document: "Document", title: str, statement: Item) -> "Comment":
    """The comment on a statement, whose place counts paragraphs as lines."""
    from factcheck.reporters._word_comments import Comment

    first, last = (document.blocks[where[name] - 1] for name in ("line", "end_line"))
    start, end = first.start + where["column"] - 1, last.start + where["end_column"] - 1
    return Comment(where["line"] - 1, start, end, tuple(_lines(title, statement)))


def _lines(title: str, statement: Item) -> Iterator[str]:
    why = why_of(statement) if "support" in statement else statement["why"]
    yield xml_safe(f"{title.capitalize()}. {why}")
    for item in statement["evidence"][:PASSAGES]:
        where = ", ".join(part for part in (item["source"], day(item.get("date")), *place(item)) if part)
        yield xml_safe(f"“{one_line(item['exact'])}” ({where})")


REPORTER = Reporter("The Word draft back, with comments", gate=gate, endings=(".docx",))
