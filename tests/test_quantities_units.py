"""Units: what they measure, and conversion between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.units import UNITS, convert, convertible, dimension, name

CONVERSIONS = [
    (10, "acre", "ha", 4.0468564224),
    (100, "km/h", "mph", 62.1371192),
    (1, "mi", "km", 1.609344),
    (32, "F", "C", 0),
    (100, "C", "F", 212),
    (0, "C", "K", 273.15),
    (2, "decade", "year", 20),
    (1, "GB", "MB", 1000),
    (250, "USD/100", "USD", 2.5),
    (1, "percent", "ppm", 10_000),
    (3, "ships", "ships", 3),
]


@pytest.mark.parametrize(("value", "one", "other", "expected"), CONVERSIONS)
def test_units_of_one_dimension_convert(value: float, one: str, other: str, expected: float) -> None:
    assert convertible(one, other)
    assert convert(value, one, other) == pytest.approx(expected, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize(
    ("one", "other"), [("km", "kg"), ("USD", "EUR"), ("ships", "boats"), ("percent", "pp"), (None, "km")]
)
def test_what_measures_something_else_does_not_convert(one: str | None, other: str) -> None:
    assert not convertible(one, other)
    with pytest.raises(ValueError, match="cannot be converted"):
        convert(1, one, other)


def test_a_unit_has_a_dimension_and_a_name_and_a_noun_counts() -> None:
    assert [(dimension(code), name(code)) for code in ("km/h", "USD", "ships", None)] == [
        ("speed", "kilometre per hour"), ("money", "dollar"), ("count", "ships"), ("count", None),
    ]  # fmt: skip


@given(st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)), st.floats(min_value=-1e6, max_value=1e6))
def test_converting_there_and_back_gives_the_value_back(one: str, other: str, value: float) -> None:
    if convertible(one, other):
        assert convert(convert(value, one, other), other, one) == pytest.approx(value, rel=1e-6, abs=1e-3)
