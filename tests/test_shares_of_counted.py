"""Parts of what is counted ("one family in six"), and parts of an hour."""

import pytest
from documents import found

from factcheck.records.mention import QuantityMention, TimeMention

SHARES = [
    ("One family in six has left.", 1 / 6),
    ("Seven pounds in ten went on rent.", 0.7),
    ("Two children in three passed.", 2 / 3),
    ("It killed one person in five of those infected.", 0.2),
]
NONE = ["He scored two goals in ten games.", "Five people in two houses died.", "One man in six days did it."]


@pytest.mark.parametrize(("text", "part"), SHARES)
def test_so_many_of_so_many_is_a_share(text: str, part: float) -> None:
    read = [one.quantity for one in found("quantity", text) if isinstance(one, QuantityMention)]
    assert [(one.dimension, round(one.low, 6)) for one in read] == [("share", round(part, 6))]


@pytest.mark.parametrize("text", NONE)
def test_what_happened_in_so_many_is_none(text: str) -> None:
    read = [one.quantity for one in found("quantity", text) if isinstance(one, QuantityMention)]
    assert all(one.dimension != "share" for one in read)


def test_a_quarter_of_an_hour_is_a_length_of_time() -> None:
    read = [
        one.duration for one in found("time", "It came a quarter of an hour later.") if isinstance(one, TimeMention)
    ]
    assert [(one.low, one.unit) for one in read if one is not None] == [(0.25, "h")]
