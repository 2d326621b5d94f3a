"""GitHub's annotations, one a line: they show beside the lines of a pull request.

GitHub shows ten errors and ten warnings of a step; what is beyond stands in the log, and the tenth says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.language.plain import one_line
from factcheck.pages.wording import check_line, gate_line
from factcheck.reporters._answers import told, unread, why_of
from factcheck.reporting import Reporter, ReportJson, View, harmless

Item = Mapping[str, Any]

LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
OUTCOMES = {"block": "error", "warn": "warning"}
MOST = 10
"""Annotations of a level that GitHub shows of one step."""


def render(report: ReportJson, view: View) -> str:
    """The open differences of a report; they stand in sources, so no line of a file is named."""
    opened = [one for one in report["findings"] if one["verdict"] not in ("agrees", "not-checked")]
    lines: list[str] = []
    for severity, level in LEVELS.items():
        found = [one for one in opened if one["severity"] == severity and one["status"] != "settled"]
        rows = [({"title": f"{one['verdict']} ({one['id']})"}, one["message"], one["verdict"]) for one in found]
        lines += _annotations(level, rows)
    lines.append(_command("notice", {"title": "factcheck check"}, check_line(report)))
    return "".join(f"{line}\n" for line in lines)


def gate(report: ReportJson, view: View) -> str:
    """The statements of drafts that do not pass, at their places, and the answer."""
    lines: list[str] = []
    for outcome, level in OUTCOMES.items():
        found = [one for one in report["statements"] if one["outcome"] == outcome]
        rows = [(_place(one, told(one)), f"{one['exact']}\n{why_of(one)}", _where(one)) for one in found]
        if outcome == "block":
            rows += [(_place(one, "not read"), f"{one['exact']}\n{one['why']}", _where(one)) for one in unread(report)]
        lines += _annotations(level, rows)
    level = "notice" if report["publishable"] or report.get("reason") or lines else "error"
    lines.append(_command(level, {"title": "factcheck gate"}, gate_line(report)))
    return "".join(f"{line}\n" for line in lines)


def _annotations(level: str, rows: Sequence[tuple[Mapping[str, str], str, str]]) -> Iterator[str]:
    """Commands for as many as are shown; those beyond as lines of the log, which are none."""
    shown = rows if len(rows) <= MOST else rows[: MOST - 1]
    for properties, message, _ in shown:
        yield _command(level, properties, message)
    if rest := rows[len(shown) :]:
        yield _command(level, {"title": "factcheck"}, f"{len(rest)} more, in the log of this step.")
        yield from (f"- {_harmless(one_line(f'{where}: {message}'))}" for _, message, where in rest)


def _where(one: Item) -> str:
    return f"{one['file']}:{one['line']}:{one['column']}"


def _place(one: Item, title: str) -> dict[str, str]:
    place = {"file": one["file"], "line": one["line"], "endLine": one["end_line"]}
    if one["line"] == one["end_line"]:
        place |= {"col": one["column"], "endColumn": one["end_column"]}
    return {**{name: str(value) for name, value in place.items()}, "title": title}


def _command(level: str, properties: Mapping[str, str], message: str) -> str:
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {said}::{_data(message)}"


def _harmless(text: str) -> str:
    """A text that neither a terminal nor GitHub takes for a command, in the older form of one either."""
    return harmless(text).replace("##[", "# #[")


def _data(text: str) -> str:
    """A message on one line, as GitHub reads it."""
    return _harmless(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORTER = Reporter("Annotations for a pull request on GitHub", render, gate)
