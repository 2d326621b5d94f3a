"""What a stated number means as an interval."""

import pytest
from facts import dollars, quantity
from hypothesis import given
from hypothesis import strategies as st

from factcheck.records.quantity import Bounds, Modifier, Quantity, bounds

MODIFIERS: list[Modifier] = ["=", "~", ">", "<", "up", "down"]

MEANT = [
    ("a count written to the unit hides nothing", quantity(1187, precision=1), 1187, 1187),
    ("an exact word hides nothing", quantity(6), 6, 6),
    ("a sum in billions hides half of its last digit", dollars(1.7e9, precision=1e8), 1.65e9, 1.75e9),
    ("a count in millions too", quantity(1.2e6, precision=1e5), 1.15e6, 1.25e6),
    ("a share in whole percent hides half of one", quantity(24, dimension="share", precision=1), 23.5, 24.5),
    ("a length in whole kilometres hides half of one", quantity(40, dimension="length", precision=1), 39.5, 40.5),
    ("about is a tenth on either side", quantity(1200, modifier="~", precision=1), 1080, 1320),
    ("about never says more than its last digit", dollars(1e6, modifier="~", precision=1e6), 500_000, 1_500_000),
    ("four to five is both and what lies between", quantity(4, 5), 4, 5),
    ("about four to five reaches out on both sides", quantity(40, 50, modifier="~"), 35, 55),
    ("at least has no upper end", quantity(550, modifier=">", precision=1), 550, None),
    ("up to has no lower end but zero", quantity(400, modifier="<", precision=1), 0, 400),
    ("up to a negative number has no lower end", quantity(-5, modifier="<"), None, -5),
    ("a rise is its own size", quantity(12, modifier="up", form="change"), 12, 12),
    ("a fall is its own size", quantity(12, modifier="down", form="change"), 12, 12),
]


@pytest.mark.parametrize(("stated", "low", "high"), [row[1:] for row in MEANT], ids=[row[0] for row in MEANT])
def test_a_number_means_an_interval(stated: Quantity, low: float | None, high: float | None) -> None:
    meant = bounds(stated)
    assert meant.low == pytest.approx(low)
    assert meant.high == pytest.approx(high)


def test_more_than_leaves_the_number_itself_out_and_at_least_does_not() -> None:
    at_least, more_than = (bounds(quantity(550, modifier=">", strict=strict)) for strict in (False, True))
    assert at_least.holds(550)
    assert not more_than.holds(550)
    assert more_than.holds(550.001)


def test_fewer_than_leaves_the_number_itself_out_and_at_most_does_not() -> None:
    at_most, fewer_than = (bounds(quantity(400, modifier="<", strict=strict)) for strict in (False, True))
    assert at_most.holds(400)
    assert not fewer_than.holds(400)
    assert fewer_than.holds(399.999)


MEETING = [
    ((1, 2), (2, 3), True),
    ((1, 2), (3, 4), False),
    ((1, 4), (2, 3), True),
    ((5, None), (None, 5), True),
    ((5, None), (None, 4), False),
    ((5, None), (100, None), True),
    ((None, None), (7, 7), True),
]


@pytest.mark.parametrize(("one", "other", "expected"), MEETING)
def test_intervals_meet_where_they_share_a_value(
    one: tuple[float | None, float | None], other: tuple[float | None, float | None], expected: bool
) -> None:
    first, second = Bounds(low=one[0], high=one[1]), Bounds(low=other[0], high=other[1])
    assert first.meets(second) is expected
    assert second.meets(first) is expected


values = st.floats(min_value=-1e12, max_value=1e12, allow_nan=False)
precisions = st.sampled_from([0.0, 0.01, 0.1, 1.0, 10.0, 1e3, 1e6])


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(values), draw(values)))
    return Quantity(
        low=low,
        high=draw(st.sampled_from([low, high])),
        modifier=draw(st.sampled_from(MODIFIERS)),
        precision=draw(precisions),
        dimension=draw(st.sampled_from(["count", "money", "share", "length"])),
        as_written="so many",
    )


@given(quantities())
def test_the_interval_holds_the_stated_values(stated: Quantity) -> None:
    meant = bounds(stated)
    assert meant.holds(stated.low) or stated.modifier == "<"
    assert meant.holds(stated.high) or stated.modifier == ">"


@given(quantities())
def test_about_says_no_more_than_the_plain_number(stated: Quantity) -> None:
    plain, about = bounds(stated.but(modifier="=")), bounds(stated.but(modifier="~"))
    assert plain.low is not None and about.low is not None and about.low <= plain.low
    assert plain.high is not None and about.high is not None and about.high >= plain.high


@given(values, st.booleans())
def test_open_ends_stay_open(value: float, strict: bool) -> None:
    assert bounds(quantity(value, modifier=">", strict=strict)).high is None
    assert bounds(quantity(value, modifier="<", strict=strict)).low == (0.0 if value >= 0 else None)
