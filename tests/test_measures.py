"""What a figure measures, in the many wordings of news: the inventories of `measures`, one file an area."""

from pathlib import Path

import pytest
from facts import study

from factcheck.identity import same_measure

FILES = sorted((Path(__file__).parent / "measures").glob("*.txt"))


def lines(path: Path) -> list[tuple[str, str, str]]:
    """Measure, sentence and figure of each line that is no comment."""
    rows = [row for row in path.read_text("utf-8").splitlines() if row and not row.startswith("#")]
    return [(parts[0], parts[1], parts[2]) for parts in (row.split(" | ") for row in rows)]


@pytest.mark.parametrize(
    ("measure", "sentence", "figure"),
    [pytest.param(*line, id=line[1]) for path in FILES for line in lines(path)],
)
def test_a_figure_measures_what_is_said_of_it(measure: str, sentence: str, figure: str) -> None:
    claims = [claim for claim in study("one", sentence).claims if claim.quantity]
    told = [claim.measure for claim in claims if claim.quantity and figure in claim.quantity.as_written]
    assert told, [claim.measure for claim in claims]
    sameness = same_measure(measure.removeprefix("not "), told[0])
    assert (sameness == "different") == measure.startswith("not "), told
