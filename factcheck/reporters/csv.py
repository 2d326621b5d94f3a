"""CSV for spreadsheets: a row for each passage of a finding; no cell of it is run as a formula."""

import csv
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from typing import Any

from factcheck.language.plain import one_line
from factcheck.pages.wording import left_out
from factcheck.reporting import Reporter, ReportJson, View, harmless, neutral

Json = Mapping[str, Any]

OF_FINDING: dict[str, Callable[[Json], str]] = {
    "finding": lambda one: one["id"],
    "verdict": lambda one: one["verdict"],
    "kind": lambda one: one["kind"],
    "severity": lambda one: one["severity"],
    "status": lambda one: one["status"],
    "decided": lambda one: one["decided"] or "",
    "message": lambda one: one["message"],
    "why": lambda one: " ".join(step["text"] for step in one["explanation"]),
    "to_settle": lambda one: one["settle"] or "",
    "further_passages": lambda one: str(one["more"] or ""),
}
OF_PASSAGE = ("side", "value", "exact", "source", "section", "page", "note")
OF_SOURCE = ("source_title", "source_date")
COLUMNS = (*OF_FINDING, *OF_PASSAGE, *OF_SOURCE)


def render(report: ReportJson, view: View) -> bytes:
    """The findings, worst first, under a row of headings; then what was not read and what is left out, said aloud."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow("passage" if name == "exact" else name for name in COLUMNS)
    for row in _rows(report):
        writer.writerow(neutral(harmless(one_line(row.get(name) or ""))) for name in COLUMNS)
    return file.getvalue().encode("utf-8-sig", "replace")


def _rows(report: ReportJson) -> Iterator[Json]:
    sources = {source["id"]: source for source in report["sources"]}
    for finding in report["findings"]:
        told = {name: cell(finding) for name, cell in OF_FINDING.items()}
        for item in finding["evidence"]:
            source = sources.get(item["source"], {})
            dated = {"source_title": source.get("title"), "source_date": item["date"] or source.get("issued")}
            yield {**told, **item, **dated}
        if not finding["evidence"]:
            yield told
    for source in report["sources"]:
        for reason in source["not_checked"]:
            named = {"source": source["id"], "source_title": source["title"], "source_date": source["issued"]}
            yield {"verdict": "not-checked", "message": reason, **named}
    if report["withheld"]["sources"]:
        yield {"verdict": "not-checked", "message": left_out(report["withheld"])}


REPORTER = Reporter("A table for spreadsheets, a row for each passage", render, endings=(".csv",))
