"""How times lie to each other, how long and how far apart they are, and how a message names them."""

from datetime import date, timedelta

import pytest
from facts import day, month, span, year
from hypothesis import given
from hypothesis import strategies as st

from factcheck.records.timespan import (
    Relation,
    Timespan,
    in_words,
    is_period,
    length_in_days,
    relate,
    shared_part,
)

SINCE_2015 = span("2015-01-01", None, "year")
UNTIL_2015 = span(None, "2015-01-01", "year")
UNKNOWN = span(None, None, "day", resolved_from="unresolved")

LYING = [
    ("a day and the same day", day("2021-03-05"), day("2021-03-05"), "equal"),
    ("a day and its month", day("2021-03-05"), month(2021, 3), "inside"),
    ("a month's last day and the month", span("2021-03-31", "2021-04-01"), month(2021, 3), "inside"),
    ("a year and a month of it", year(2021), month(2021, 12), "contains"),
    ("a month and the next", month(2021, 3), month(2021, 4), "disjoint"),
    ("a year and the year after", year(2020), year(2021), "disjoint"),
    ("years that reach into each other", year(2000, 2019), year(2001, 2021), "overlaps"),
    ("all days since a year and a later year", SINCE_2015, year(2018), "contains"),
    ("all days since a year and an earlier year", SINCE_2015, year(2012), "disjoint"),
    ("all days until a year and the days since", UNTIL_2015, SINCE_2015, "disjoint"),
    ("all days until a year and a year that reaches beyond", UNTIL_2015, year(2014, 2016), "overlaps"),
    ("a minute and its day", span("2021-03-05T10:35", "2021-03-05T10:36", "minute"), day("2021-03-05"), "inside"),
    ("a minute and the next day", span("2021-03-05T23:59", "2021-03-06", "minute"), day("2021-03-06"), "disjoint"),
    ("a time that nothing resolves", UNKNOWN, day("2021-03-05"), "unknown"),
]


@pytest.mark.parametrize(("one", "other", "expected"), [row[1:] for row in LYING], ids=[row[0] for row in LYING])
def test_two_times_lie_to_each_other(one: Timespan, other: Timespan, expected: Relation) -> None:
    assert relate(one, other) == expected


LENGTHS = [
    ("a day", day("2021-03-05"), 1),
    ("a leap February", month(2024, 2), 29),
    ("a common February of a century", month(1900, 2), 28),
    ("a leap year", year(2020), 366),
    ("a week over the turn of the year", span("2020-12-28", "2021-01-04", "week"), 7),
    ("an open end", SINCE_2015, float("inf")),
]


@pytest.mark.parametrize(("one", "expected"), [row[1:] for row in LENGTHS], ids=[row[0] for row in LENGTHS])
def test_a_time_lasts_as_many_days_as_the_calendar_has(one: Timespan, expected: float) -> None:
    assert length_in_days(one) == expected


PERIODS = [
    ("a day", day("2021-03-05"), False),
    ("two days, the 5th and 6th", span("2021-03-05", "2021-03-07"), False),
    ("three days", span("2021-03-05", "2021-03-08"), True),
    ("a week", span("2021-03-01", "2021-03-08", "week"), False),
    ("a long month", month(2021, 3), False),
    ("a leap year", year(2020), False),
    ("two years", year(2020, 2021), True),
    ("an open end", SINCE_2015, True),
    ("two months", span("2021-03-01", "2021-05-01", "month"), True),
    ("a decade", span("1990-01-01", "2000-01-01", "decade"), True),
]


@pytest.mark.parametrize(("one", "expected"), [row[1:] for row in PERIODS], ids=[row[0] for row in PERIODS])
def test_a_period_is_longer_than_the_unit_it_is_told_in(one: Timespan, expected: bool) -> None:
    assert is_period(one) is expected


SHARED = [
    ("equal", year(2020), year(2020), 1.0),
    ("apart", year(2018), year(2020), 0.0),
    ("a quarter of four years, which have one leap day", year(2021, 2024), year(2024), 366 / 1461),
    ("half of either, in years of one length", year(2017, 2018), year(2018, 2019), 1 / 3),
    ("an open end", SINCE_2015, year(2018), 0.0),
]


@pytest.mark.parametrize(("one", "other", "expected"), [row[1:] for row in SHARED], ids=[row[0] for row in SHARED])
def test_the_part_of_their_union_that_two_times_share(one: Timespan, other: Timespan, expected: float) -> None:
    assert shared_part(one, other) == pytest.approx(expected)
    assert shared_part(other, one) == pytest.approx(expected)


def counted(start: str, end: str, granularity: str, written: str) -> Timespan:
    return span(start, end, granularity, as_written=written, resolved_from="publication")


WORDS = [
    (day("2021-03-05").but(as_written="on 5 March"), "on 5 March"),
    (counted("2021-03-05", "2021-03-06", "day", "yesterday"), "5 March 2021"),
    (counted("2021-03-01", "2021-03-08", "week", "last week"), "1 March 2021 to 7 March 2021"),
    (counted("2021-02-01", "2021-03-01", "month", "last month"), "February 2021"),
    (counted("2020-01-01", "2021-01-01", "year", "last year"), "2020"),
    (counted("2019-01-01", "2021-01-01", "year", "the past two years"), "2019 to 2020"),
    (counted("2021-01-01", "2021-04-01", "quarter", "the first quarter"), "January 2021 to March 2021"),
    (counted("2021-03-05T03:00", "2021-03-05T04:00", "hour", "3 a.m. on Friday"), "03:00 on 5 March 2021"),
    (span("2015-01-01", None, "year", as_written="since then", resolved_from="text"), "since then"),
    (span(None, None, as_written="the other day", resolved_from="unresolved"), "the other day"),
]


@pytest.mark.parametrize(("one", "expected"), WORDS, ids=[one.as_written for one, _ in WORDS])
def test_a_time_that_points_elsewhere_is_named_by_what_it_means(one: Timespan, expected: str) -> None:
    assert in_words(one) == expected


DAYS = st.dates(min_value=date(1600, 1, 1), max_value=date(2399, 12, 1))
OPEN = st.one_of(st.none(), DAYS)
MIRRORED = {"inside": "contains", "contains": "inside"}


@st.composite
def spans(draw: st.DrawFn) -> Timespan:
    start, length = draw(DAYS), draw(st.integers(1, 800))
    first, last = start.isoformat(), (start + timedelta(days=length)).isoformat()
    return span(*draw(st.sampled_from([(first, last), (first, None), (None, last)])))


@given(spans(), spans())
def test_relations_are_mirrored(one: Timespan, other: Timespan) -> None:
    relation = relate(one, other)
    assert relate(other, one) == MIRRORED.get(relation, relation)


@given(spans())
def test_every_time_is_equal_to_itself(one: Timespan) -> None:
    assert relate(one, one) == "equal"


@given(spans(), spans())
def test_shares_are_the_same_either_way(one: Timespan, other: Timespan) -> None:
    assert shared_part(one, other) == shared_part(other, one)
    assert 0 <= shared_part(one, other) <= 1


@given(spans(), spans())
def test_only_times_that_lie_apart_share_nothing(one: Timespan, other: Timespan) -> None:
    if relate(one, other) != "disjoint":
        closed = None not in (one.start, one.end, other.start, other.end)
        assert not closed or shared_part(one, other) > 0


@given(DAYS, st.integers(0, 2000))
def test_a_length_is_what_the_calendar_says(start: date, days: int) -> None:
    assert length_in_days(span(start.isoformat(), (start + timedelta(days=days)).isoformat())) == days
