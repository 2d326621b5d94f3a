"""Times of day as people write them: what they mean, and whether two documents give the same one."""

import pytest
from facts import findings
from test_times import span_of, times

from factcheck.checks import corroborated, told_otherwise
from factcheck.records.timespan import Timespan, minutes_apart

WRITTEN = [
    ("It struck at 10:35.", "10:35", False),
    ("It struck at 9.30 p.m.", "21:30", False),
    ("It struck at 0415 hours.", "04:15", False),
    ("It struck at ten to nine in the evening.", "20:50", False),
    ("It struck at ten to nine.", "08:50", True),
    ("It struck at a quarter past seven in the morning.", "07:15", False),
    ("It struck at half past eleven.", "11:30", True),
    ("It struck at twenty to midnight.", "23:40", False),
    ("It struck at half past midnight.", "00:30", False),
    ("It struck at twenty-one minutes past one that afternoon.", "13:21", False),
    ("It struck at three in the morning.", "03:00", False),
    ("It struck at just after four in the afternoon.", "16:00", False),
    ("It struck at six o'clock in the evening.", "18:00", False),
    ("It struck at six o'clock.", "06:00", True),
    ("It struck at 06.42 local time.", "06:42", False),
    ("It struck at noon.", "12:00", False),
    ("It struck at one at night.", "01:00", False),
]


@pytest.mark.parametrize(("text", "clock", "either"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_a_time_of_day_is_read(text: str, clock: str, either: bool) -> None:
    span = span_of(times(text)[0])
    assert (span.clock, span.either_half) == (clock, either)


@pytest.mark.parametrize(
    "text",
    [
        "They won by three to nine points in the evening.",
        "He led from ten to nine in the evening session.",
        "The share closed at 8.07 on Sunday.",
        "She chose ten to nine of the blue ones.",
        "It was at three points of the river.",
    ],
)
def test_what_only_looks_like_a_time_of_day_is_none(text: str) -> None:
    assert not any(span_of(found).time_of_day for found in times(text))


def test_a_part_of_a_day_gives_the_day_and_the_half_of_it() -> None:
    (found,) = times("The court sits at three this afternoon.", "2024-02-13")
    assert span_of(found).start == "2024-02-13T15:00"


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [("10:35", "11:00", 25), ("08:50", "20:50", 720), ("23:50", "00:10", 1420)],
)
def test_two_times_of_day_lie_so_many_minutes_apart(one: str, two: str, apart: int) -> None:
    first, second = (Timespan(granularity="minute", as_written=clock, clock=clock) for clock in (one, two))
    assert minutes_apart(first, second) == minutes_apart(second, first) == apart


def test_a_time_of_either_half_of_the_day_lies_near_both() -> None:
    half = Timespan(granularity="minute", as_written="ten to nine", clock="08:50", either_half=True)
    for clock in ("08:50", "20:50"):
        assert minutes_apart(half, Timespan(granularity="minute", as_written=clock, clock=clock)) == 0


STORY = "The Arlen ferry Moss Star had 40 people on board, the harbour office in Arlen said. "
TOLD = {
    "another hour": ("The ferry returned to its berth at 06:55.", "It returned to its berth at 8.55 a.m.", True),
    "spelled out": (
        "She arrived at the quay at 10.15 p.m.",
        "She arrived at the quay at ten to nine that evening.",
        True,
    ),
    "the same, spelled out": ("She arrived at the quay at 8.50 p.m.", "She arrived at the quay at ten to nine.", False),
    "rounded": ("She arrived at the quay at 9.02 p.m.", "She arrived at the quay at nine in the evening.", False),
    "another happening": ("The ferry left its berth at 06:55.", "It returned to its berth at 08:55.", False),
    "a plan": ("She arrived at the quay at 9.40 p.m.", "She was due to arrive at the quay at 8.30 p.m.", False),
    "another of them": (
        "The first crew arrived at the quay at 9.40 p.m.",
        "The last crew arrived at the quay at 10.30 p.m.",
        False,
    ),
    "hours of opening": ("The berth opened at 6.30 a.m.", "The berth is open from 9 a.m. every day.", False),
}


@pytest.mark.parametrize(("one", "two", "due"), TOLD.values(), ids=TOLD)
def test_another_time_of_day_for_one_thing_is_told(one: str, two: str, due: bool) -> None:
    for first, second in ((one, two), (two, one)):
        found = findings(told_otherwise.CHECK, {"one": STORY + first, "two": STORY + second})
        assert [item.verdict for item in found] == ["possible-conflict"] * due


def test_a_time_of_day_in_other_words_bears_out() -> None:
    documents = {
        "one": STORY + "The alarm on the ferry was raised at 13:21.",
        "two": STORY + "The alarm on the ferry was raised at twenty-one minutes past one in the afternoon.",
    }
    values = {evidence.value for item in findings(corroborated.CHECK, documents) for evidence in item.evidence}
    assert {"13:21", "twenty-one minutes past one"} <= values
