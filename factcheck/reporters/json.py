"""JSON for programs: docs/schema/report.schema.json describes it. UTF-8, one source or finding a line."""

import json
import re
from collections.abc import Iterable
from typing import Any

from factcheck.reporting import Reporter, ReportJson, View

_STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def render(report: ReportJson, view: View) -> str:
    """The report with its fields in the order of the schema; the same report gives the same bytes."""
    head = f'{{"schema_version": {dumped(report["schema_version"])},\n "tool": {dumped(report["tool"])},\n'
    sources = f' "sources": {_lines(report["sources"])},\n'
    summary = f' "summary": {dumped(report["summary"])},\n'
    withheld = f' "withheld": {dumped(report["withheld"])}}}\n'
    return f'{head}{sources}{summary} "findings": {_lines(report["findings"])},\n{withheld}'


def gate(report: ReportJson, view: View) -> str:
    """The gate's report, one statement a line."""
    reason = ("reason",) if report.get("reason") else ()
    names = ("schema_version", "policy", "publishable", *reason, "summary")
    head = [f'"{name}": {dumped(report[name])}' for name in names]
    rows = [f'"{name}": {_lines(report[name])}' for name in ("statements", "set_aside", "unbound")]
    return "{" + ",\n ".join([*head, *rows]) + "}\n"


def _lines(items: Iterable[Any]) -> str:
    rows = ",\n  ".join(map(dumped, items))
    return f"[\n  {rows}\n ]" if rows else "[]"


def dumped(value: Any, indent: int | None = None) -> str:
    """JSON, in one line without an indent; what could steer a terminal, or is no character, is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _STEERING.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


REPORTER = Reporter("JSON for programs, one finding a line", render, gate, (".json",))
