"""GitHub's annotations, one a line: they show beside the lines of a pull request."""

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.reporting import Reporter, ReportJson, View, harmless

LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
OUTCOMES = {"block": "error", "warn": "warning"}


def render(report: ReportJson, view: View) -> str:
    """The open differences of a report; they stand in sources, so no line of a file is named."""
    opened = (one for one in report["findings"] if one["verdict"] not in ("agrees", "not-checked"))
    return _lines(
        _command(LEVELS[one["severity"]], {"title": f"{one['verdict']} ({one['id']})"}, one["message"])
        for one in opened
        if one["status"] != "settled"
    )


def gate(report: ReportJson, view: View) -> str:
    """The statements of drafts that do not pass, at their places."""
    return _lines(
        _command(OUTCOMES[one["outcome"]], _place(one), f"{one['exact']}\n{one['why']}")
        for one in report["statements"]
        if one["outcome"] in OUTCOMES
    )


def _place(statement: Mapping[str, Any]) -> dict[str, str]:
    answers = ", ".join(statement[name] for name in ("support", "citation", "sign_off"))
    place = {"file": statement["file"], "line": statement["line"], "endLine": statement["end_line"]}
    if statement["line"] == statement["end_line"]:
        place |= {"col": statement["column"], "endColumn": statement["end_column"]}
    return {**{name: str(value) for name, value in place.items()}, "title": answers}


def _command(level: str, properties: Mapping[str, str], message: str) -> str:
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {told}::{_data(message)}"


def _data(text: str) -> str:
    """A message on one line, as GitHub reads it."""
    return harmless(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _lines(commands: Iterable[str]) -> str:
    return "".join(f"{command}\n" for command in commands)


REPORTER = Reporter("Annotations for a pull request on GitHub", render, gate)
