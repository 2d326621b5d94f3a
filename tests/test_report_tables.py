"""A report as CSV and as Markdown: they say what the page says."""

import csv
import io
import json
from typing import Any

from reports import AGREED, AUDIT, CLOSURES, TOTALS, report

from factcheck.records.finding import Report, Withheld
from factcheck.reporting import View, reporter

WHOLE = report(TOTALS, CLOSURES, AGREED).but(withheld=Withheld(sources=2, findings=1))


def rows(shown: Report) -> list[dict[str, str]]:
    made = reporter("csv").of("check")
    assert made is not None
    data = made(json.loads(shown.model_dump_json()), View())
    assert isinstance(data, bytes) and data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def markdown(shown: Report) -> list[str]:
    made: Any = reporter("markdown").render
    return [line.strip() for line in made(json.loads(shown.model_dump_json()), View()).splitlines()]


def test_each_passage_is_a_row_with_its_finding_and_its_place() -> None:
    told = rows(WHOLE)
    assert [(row["finding"].partition(":")[0], row["side"]) for row in told[:10]] == [
        ("quantity-differs", "a"), ("quantity-differs", "b"), ("count-differs", "a"),
        *[("count-differs", "b")] * 7,
    ]  # fmt: skip
    assert told[0] == {
        "finding": TOTALS.id, "verdict": "conflict", "kind": "quantity", "severity": "error", "status": "open",
        "decided": "", "message": TOTALS.message, "to_settle": "The authority's yearly accounts, added up.",
        "why": "Both count the years 2010 to 2021. $1.44 billion and $1.7 billion differ by more than rounding allows.",
        "further_passages": "", "side": "a", "value": "$1.7 billion", "passage": TOTALS.evidence[0].exact,
        "source": "audit-2022", "section": "III. Works > A. Dredging", "page": "4", "note": "",
        "source_title": "Audit of the port authority, 2010 to 2021", "source_date": "2022-08-04",
    }  # fmt: skip
    assert (told[2]["status"], told[2]["decided"], told[2]["further_passages"]) == (
        "settled", "M. Ito: the seventh was cancelled", "3",
    )  # fmt: skip


def test_what_was_not_read_and_what_is_left_out_are_rows_too() -> None:
    last = rows(WHOLE)[-2:]
    left = "2 sources are confidential or under embargo, and left out, with what 1 finding says of them."
    assert [(row["verdict"], row["source"], row["message"]) for row in last] == [
        ("not-checked", "audit-2022", "Page 7 holds an image without text."),
        ("not-checked", "", left),
    ]  # fmt: skip


def test_no_cell_is_run_as_a_formula() -> None:
    bad = TOTALS.evidence[0].but(exact="=cmd|' /C calc'!A0 is what the port wrote", value="@SUM(A1)")
    [first, _] = rows(report(TOTALS.but(evidence=(bad, TOTALS.evidence[1])), sources=(AUDIT.but(not_checked=()),)))
    assert first["passage"].startswith("'=cmd")
    assert first["value"] == "'@SUM(A1)"


def test_markdown_says_what_the_page_says() -> None:
    lines = markdown(WHOLE)
    wanted = [
        "# What the sources say",
        "3 sources, 84 claims read, 1 conflict, 1 possible conflict, 1 agreement.",
        "## 1 conflict: both cannot be true",
        "- **Two sources give different totals of what the dredging cost.**",
        "- a: \\$1.7 billion",
        "- b: \\$1.44 billion",
        "- “Between 2010 and 2021 dredging took \\$1.44 billion from the authority's purse.” (harbour-letter · Dredging"
        " the northern channel · April 2021)",
        "- why: Both count the years 2010 to 2021.",
        "- to settle it: The authority's yearly accounts, added up.",
        "- quantity · quantity-differs:4b1f0c9a7d20",
        "- *settled*: M. Ito: the seventh was cancelled",
        "- and 3 more passages",
        "## Sources",
        "| Audit of the port authority, 2010 to 2021 (audit-2022) | 4 August 2022 | 61 |",
        "## Not read for checking",
        "- audit-2022: Page 7 holds an image without text.",
        "2 sources are confidential or under embargo, and left out, with what 1 finding says of them.",
    ]
    places = [lines.index(line) for line in wanted]
    assert places == sorted(places)


def test_markdown_says_aloud_that_nothing_was_compared() -> None:
    told = "**Nothing was compared.** There is no source yet: factcheck source add FILE This is not a clean result."
    assert told in markdown(report(sources=()))
