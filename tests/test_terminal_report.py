"""The report in a terminal: all that an editor has to decide is there; of much that blocks nothing, a part."""

import json

import pytest
from reports import CLOSURES, TOTALS, report

from factcheck.reporting import View, reporter

MANY = 130


@pytest.mark.parametrize(
    ("verdict", "shown"),
    [
        ("conflict", MANY),
        ("possible-conflict", MANY),
        ("different-basis", 100),
        ("later-figure", 100),
        ("variant", 100),
    ],
)
def test_no_conflict_is_left_out_and_of_what_blocks_nothing_the_rest_is_counted(verdict: str, shown: int) -> None:
    findings = [TOTALS.but(id=f"quantity-differs:{number:012}", verdict=verdict) for number in range(MANY)]
    told = reporter("terminal").render(json.loads(report(CLOSURES, *findings).model_dump_json()), View())
    assert told.count("quantity-differs:") == shown
    assert ("… and 30 more; factcheck check --output report.html lists all." in told) == (shown < MANY)
