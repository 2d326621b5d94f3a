"""Whether two figures agree, differ, or cannot be held against each other, and the reason that decides."""

from typing import Any

import pytest
from facts import SURE, claim, day, dollars, month, quantity, span, year
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing import Window, compare, compare_windows, tell_apart
from factcheck.likeness import Likeness
from factcheck.records.claim import Claim, Roles
from factcheck.records.quantity import Quantity, bounds
from factcheck.records.timespan import Timespan
from factcheck.rows import row_of
from factcheck.valuing import exceeds, in_unit, interval, is_vague


def area(low: float, unit: str, **fields: Any) -> Quantity:
    return quantity(low, unit=unit, dimension="area", precision=1, **fields)


def length(low: float, unit: str, **fields: Any) -> Quantity:
    return quantity(low, unit=unit, dimension="length", precision=1, **fields)


def heat(low: float, unit: str) -> Quantity:
    return quantity(low, unit=unit, dimension="temperature", precision=1)


def time(days: float, **fields: Any) -> Quantity:
    return quantity(days, **{"dimension": "time", "unit": "day", **fields})


def share(low: float, **fields: Any) -> Quantity:
    return quantity(low, unit="percent", dimension="share", precision=1, **fields)


def count(low: float, high: float | None = None, **fields: Any) -> Quantity:
    return quantity(low, high, precision=1, **fields)


def words(low: float, high: float, written: str) -> Quantity:
    return quantity(low, high, as_written=written)


ABOUT_1200 = count(1200, modifier="~")
THOUSANDS = words(1000, 10_000, "thousands")

FIGURES = [
    ("the same count", count(12), count(12), "agrees", None),
    ("another count", count(12), count(14), "differs", "conflict"),
    ("about 1,200 and 1,187", ABOUT_1200, count(1187), "agrees", None),
    ("about 1,200 and 1,500", ABOUT_1200, count(1500), "differs", "conflict"),
    ("1,200 is a round 1,187", count(1200), count(1187), "agrees", None),
    ("1,200 is no round 1,140", count(1200), count(1140), "differs", "conflict"),
    ("1,187 is not 1,178", count(1187), count(1178), "differs", "conflict"),
    ("120 is exact", count(120), count(118), "differs", "conflict"),
    ("1.7 billion and 1.65 billion", dollars(1.7e9, precision=1e8), dollars(1.65e9, precision=1e7), "agrees", None),
    ("1.7 and 1.2 billion", dollars(1.7e9, precision=1e8), dollars(1.2e9, precision=1e8), "differs", "conflict"),
    ("six of one kind and half a dozen", count(6), quantity(6), "agrees", None),
    ("a range and a value in it", count(4, 5), count(5), "agrees", None),
    ("a range and a value beyond it", count(4, 5), count(7), "differs", "conflict"),
    ("at least 550 and 702", count(550, modifier=">"), count(702), "agrees", None),
    ("at least 550 and 498", count(550, modifier=">"), count(498), "differs", "conflict"),
    ("more than 550 and 550", count(550, modifier=">", strict=True), count(550), "differs", "conflict"),
    ("up to 400 and 382", count(400, modifier="<"), count(382), "agrees", None),
    ("up to 400 and 431", count(400, modifier="<"), count(431), "differs", "conflict"),
    ("24 and 26 per cent", share(24), share(26), "differs", "conflict"),
    ("24 per cent and 23.8", share(24), share(23.8).but(precision=0.1), "agrees", None),
    ("thousands and 7,000", THOUSANDS, count(7000), "undetermined", None),
    ("thousands and 40", THOUSANDS, count(40), "undetermined", None),
    ("dozens and 7,000", words(12, 120, "dozens"), count(7000), "undetermined", None),
    ("215 square miles and 138,000 acres", area(215, "mi2"), area(138_000, "acre"), "agrees", None),
    ("215 square miles and 99,000 acres", area(215, "mi2"), area(99_000, "acre"), "differs", "conflict"),
    ("40 km and 25 miles", length(40, "km"), length(25, "mi"), "agrees", None),
    ("40 km and 40 miles", length(40, "km"), length(40, "mi"), "differs", "conflict"),
    ("38 degrees and 100 Fahrenheit", heat(38, "C"), heat(100, "F"), "agrees", None),
    ("100 degrees and 100 Fahrenheit", heat(100, "C"), heat(100, "F"), "differs", "conflict"),
    ("5 million dollars and euros", dollars(5e6), dollars(5e6, unit="EUR"), "undetermined", None),
    ("5 million dollars and 9 million euros", dollars(5e6), dollars(9e6, unit="EUR"), "undetermined", None),
    ("a length and an area", length(40, "km"), area(40, "km2"), "undetermined", None),
    ("a rise and a fall", share(12, modifier="up", form="change"), share(12, modifier="down", form="change"),
     "differs", "conflict"),
    ("a rise and a level", share(12, modifier="up", form="change"), share(12), "undetermined", None),
    ("two rises", share(12, modifier="up", form="change"), share(12, modifier="up", form="change"), "agrees", None),
    ("a rate and a total", count(40, per="day"), count(40), "undetermined", None),
    ("rates over other times", count(40, per="day"), count(40, per="week"), "undetermined", None),
    ("two rates", count(40, per="day"), count(55, per="day"), "differs", "conflict"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "result", "verdict"), [row[1:] for row in FIGURES], ids=[row[0] for row in FIGURES]
)
def test_two_figures_of_one_fact(one: Quantity, other: Quantity, result: str, verdict: str | None) -> None:
    made = compare(claim("a", quantity=one), claim("b", "two", quantity=other), SURE)
    assert (made.result, made.verdict) == (result, verdict)


def told(code: str, *changes: dict[str, Any]) -> tuple[Claim, Claim, str]:
    """Two claims of twelve and fourteen dead with some fields changed, and the reason that has to decide."""
    ours, theirs = changes
    first = claim("a", **{"quantity": count(12), **ours})
    return first, claim("b", "two", **{"quantity": count(14), **theirs}), code


DIFFERENT_THINGS = {
    "other measure": told("other-measure", {}, {"measure": "injury"}),
    "another actor": told("other-actors", {"roles": Roles(agent=("Norway",))}, {"roles": Roles(agent=("Sweden",))}),
    "another place": told("other-place", {"place": "Arlen"}, {"place": "Borne"}),
    "a part": told("part-of-whole", {}, {"scope": "part"}),
    "an addition": told("part-of-whole", {"scope": "additional"}, {}),
    "planned and done": told("other-status", {"status": "planned"}, {"status": "delivered"}),
    "ordered and delivered": told("other-status", {"status": "ordered"}, {"status": "delivered"}),
    "denied": told("denied", {}, {"polarity": False}),
    "no figure": told("no-figure", {"quantity": None}, {}),
    "the first round and the second": told(
        "other-stage", {"statement": "In the first round 12 ran."}, {"statement": "In the second round 14 ran."}
    ),
    "the second quarter and no quarter": told(
        "other-stage", {"statement": "Twelve left in the second quarter."}, {"statement": "Fourteen left."}
    ),
    "another year": told("other-window", {"timespan": year(2019)}, {"timespan": year(2020)}),
    "a year of many": told("nested-window", {"timespan": year(2010)}, {"timespan": year(2001, 2021)}),
    "an old happening": told("long-before", {"timespan": year(2011)}, {"as_of": "2020-05-01"}),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other", "code"), DIFFERENT_THINGS.values(), ids=DIFFERENT_THINGS)
def test_figures_of_different_things_are_not_held_against_each_other(one: Claim, other: Claim, code: str) -> None:
    for first, second in ((one, other), (other, one)):
        made = compare(first, second, SURE)
        assert (made.result, made.verdict) == ("undetermined", None)
        assert code in [step.code for step in made.steps]


ONE_THING = {
    "two words for one measure": told("differs", {}, {"measure": "fatalities"}),
    "the same actor": told("differs", {"roles": Roles(agent=("Norway",))}, {"roles": Roles(agent=("Norwegian",))}),
    "the same place": told("differs", {"place": "the Arlen Dam"}, {"place": "Arlen Dam"}),
    "parts of both": told("differs", {"scope": "part"}, {"scope": "part"}),
    "planned and ordered": told("differs", {"status": "planned"}, {"status": "ordered"}),
    "one stage": told(
        "differs", {"statement": "Twelve in the second round."}, {"statement": "The second round had 14."}
    ),
    "the same year": told("differs", {"timespan": year(2020)}, {"timespan": year(2020)}),
}


@pytest.mark.parametrize(("one", "other", "code"), ONE_THING.values(), ids=ONE_THING)
def test_figures_of_one_thing_that_differ_are_a_conflict(one: Claim, other: Claim, code: str) -> None:
    made = compare(one, other, SURE)
    assert (made.verdict, made.code) == ("conflict", code)


BARELY = Likeness(score=3.0, names=(), words=("fire",), figures=(), same_time=False)
DOUBTFUL = {
    "one measure says more": (*told("", {"measure": "jets"}, {"measure": "fighter jets"})[:2], SURE),
    "one names its year": (*told("", {"timespan": year(2020), "as_of": "2020-05-01"}, {})[:2], SURE),
    "one is alleged": (*told("", {"modality": "alleged"}, {})[:2], SURE),
    "little speaks for one fire": (*told("", {}, {})[:2], BARELY),
}


@pytest.mark.parametrize(("one", "other", "like"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_where_something_might_reconcile_them_the_conflict_is_possible(
    one: Claim, other: Claim, like: Likeness
) -> None:
    made = compare(one, other, like)
    assert (made.verdict, made.code) == ("possible-conflict", "differs-unless")


def test_figures_far_apart_are_not_of_one_fact_unless_much_speaks_for_it() -> None:
    one, other = claim("a", quantity=count(12)), claim("b", "two", quantity=count(1200))
    assert compare(one, other, BARELY).code == "far-apart"
    assert compare(one, other, SURE).verdict == "conflict"


def test_the_steps_say_what_was_converted_and_what_was_rounded() -> None:
    one, other = claim("a", quantity=area(215, "mi2")), claim("b", "two", quantity=area(138_000, "acre"))
    assert "converted" in [step.code for step in compare(one, other, SURE).steps]
    rounded = compare(claim("a", quantity=count(1200)), claim("b", "two", quantity=count(1187)), SURE)
    assert "rounding" in [step.code for step in rounded.steps]
    plain = compare(claim("a", quantity=ABOUT_1200), claim("b", "two", quantity=count(1187)), SURE)
    assert "rounding" not in [step.code for step in plain.steps]


# Counts that grow

EARLY, LATE = {"as_of": "2021-03-05"}, {"as_of": "2021-03-09"}
GROWTH = {
    "later and higher": ({**EARLY, "quantity": count(12)}, {**LATE, "quantity": count(21)}, "later-figure"),
    "later and lower": ({**EARLY, "quantity": count(21)}, {**LATE, "quantity": count(12)}, "possible-conflict"),
    "the same day": ({**EARLY, "quantity": count(12)}, {**EARLY, "quantity": count(21)}, "conflict"),
    "no day known": ({"quantity": count(12)}, {**LATE, "quantity": count(21)}, "conflict"),
    "one day that both tell of": (
        {**EARLY, "timespan": day("2021-03-05"), "quantity": count(12)},
        {**LATE, "timespan": day("2021-03-05"), "quantity": count(21)},
        "conflict",
    ),
    "what does not grow": (
        {**EARLY, "measure": "storeys", "quantity": count(12)},
        {**LATE, "measure": "storeys", "quantity": count(21)},
        "conflict",
    ),
    "those who come and go, months apart": (
        {"as_of": "2021-03-05", "measure": "refugees", "quantity": count(200)},
        {"as_of": "2021-08-01", "measure": "refugees", "quantity": count(150)},
        None,
    ),
    "those who come and go, days apart": (
        {"as_of": "2021-03-05", "measure": "refugees", "quantity": count(200)},
        {"as_of": "2021-03-08", "measure": "refugees", "quantity": count(150)},
        "conflict",
    ),
    "what was only planned": (
        {**EARLY, "measure": "officers training", "status": "planned", "quantity": count(12)},
        {**LATE, "measure": "officers training", "status": "planned", "quantity": count(21)},
        "conflict",
    ),
    "one was only planned": (
        {**EARLY, "measure": "officers training", "status": "planned", "quantity": count(12)},
        {**LATE, "measure": "officers training", "quantity": count(21)},
        "conflict",
    ),
    "at least so many, later more": (
        {**EARLY, "quantity": count(7, modifier=">")},
        {**LATE, "quantity": count(9)},
        "later-figure",
    ),
    "at least so many, later as many": (
        {**EARLY, "quantity": count(7, modifier=">")},
        {**LATE, "quantity": count(7)},
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("early", "late", "verdict"), GROWTH.values(), ids=GROWTH)
def test_a_count_that_grows_may_be_higher_later_but_not_lower(
    early: dict[str, Any], late: dict[str, Any], verdict: str | None
) -> None:
    one, other = claim("a", **early), claim("b", "two", **late)
    assert compare(one, other, SURE).verdict == verdict
    assert compare(other, one, SURE).verdict == verdict


# Windows

LONG, SHORT, NEARLY = year(2000, 2019), year(2010), year(2001, 2021)
WINDOWS = [
    ("the same years", LONG, LONG, "equal"),
    ("a day and its month", day("2021-03-05"), month(2021, 3), "compatible"),
    ("a month and its year", month(2021, 3), year(2021), "compatible"),
    ("years that nearly coincide", LONG, NEARLY, "near"),
    ("a year of many", SHORT, LONG, "inside"),
    ("many years and one of them", LONG, SHORT, "contains"),
    ("years that share a few", year(2000, 2010), year(2009, 2019), "overlaps"),
    ("other years", year(2000, 2009), year(2010, 2019), "disjoint"),
    ("no time on one side", LONG, None, "unknown"),
    ("a time that nothing resolves", LONG, span(None, None, resolved_from="unresolved"), "unknown"),
]


@pytest.mark.parametrize(("ours", "theirs", "expected"), [row[1:] for row in WINDOWS], ids=[row[0] for row in WINDOWS])
def test_the_periods_of_two_claims_lie_to_each_other(
    ours: Timespan | None, theirs: Timespan | None, expected: Window
) -> None:
    assert compare_windows(claim("a", timespan=ours), claim("b", timespan=theirs))[0] == expected


@pytest.mark.parametrize(
    ("when", "told_on", "expected"),
    [(2011, "2020-05-01", "disjoint"), (2019, "2020-05-01", "unknown"), (2020, "2020-05-01", "unknown")],
)
def test_a_document_that_gives_no_date_tells_of_its_own_time(when: int, told_on: str, expected: Window) -> None:
    dated, undated = claim("a", timespan=year(when)), claim("b", as_of=told_on)
    assert compare_windows(dated, undated)[0] == expected
    assert compare_windows(undated, dated)[0] == expected


PERIODS = [
    ("nearly coinciding, other figure", LONG, NEARLY, count(12), count(14), "differs", "different-basis"),
    ("nearly coinciding, same figure", LONG, NEARLY, count(12), count(12), "undetermined", None),
    ("the part is lower", SHORT, LONG, count(5), count(12), "undetermined", None),
    ("the part is as high", SHORT, LONG, count(12), count(12), "undetermined", None),
    ("the part is higher", SHORT, LONG, count(14), count(12), "differs", "possible-conflict"),
    ("half overlapping", year(2000, 2010), year(2009, 2019), count(14), count(12), "undetermined", None),
]


@pytest.mark.parametrize(
    ("ours", "theirs", "one", "other", "result", "verdict"),
    [row[1:] for row in PERIODS],
    ids=[row[0] for row in PERIODS],
)
def test_figures_over_unequal_periods(
    ours: Timespan, theirs: Timespan, one: Quantity, other: Quantity, result: str, verdict: str | None
) -> None:
    first, second = claim("a", timespan=ours, quantity=one), claim("b", "two", timespan=theirs, quantity=other)
    for made in (compare(first, second, SURE), compare(second, first, SURE)):
        assert (made.result, made.verdict) == (result, verdict)


def test_a_level_may_be_higher_in_a_shorter_period() -> None:
    one = claim("a", measure="members", timespan=SHORT, quantity=count(14))
    other = claim("b", "two", measure="members", timespan=LONG, quantity=count(12))
    assert compare(one, other, SURE).result == "undetermined"


def test_limits_of_time_that_are_not_the_same_differ() -> None:
    one, other = (
        claim(name, source, kind="duration", measure="publication", quantity=time(days, modifier="<"))
        for name, source, days in (("a", "one", 30), ("b", "two", 60))
    )
    assert compare(one, other, SURE).result == "differs"
    assert compare(one, one.but(id="c"), SURE).result == "agrees"


def test_the_least_of_a_morning_is_overtaken_by_the_count_of_the_evening() -> None:
    early, late = (
        claim(name, source, as_of="2024-02-13", quantity=told)
        for name, source, told in (("a", "one", count(4, modifier=">")), ("b", "two", count(7)))
    )
    assert compare(early, late, SURE).verdict == "later-figure"
    assert compare(late, early, SURE).verdict == "later-figure"


# The parts of a comparison

ROUNDED = [
    (count(1200), 1164, 1236),
    (count(1250), 1250, 1250),
    (count(150), 150, 150),
    (count(40_000), 38_800, 41_200),
    (count(40_100), 40_050, 40_150),
    (share(200), 199.5, 200.5),
]


@pytest.mark.parametrize(("stated", "low", "high"), ROUNDED)
def test_trailing_zeros_may_hide_something_but_not_much(stated: Quantity, low: float, high: float) -> None:
    held = interval(stated)
    assert (held.low, held.high) == pytest.approx((low, high), rel=1e-8)  # the ends belong to no two neighbours


def test_what_rounds_to_one_figure_does_not_round_to_its_neighbour() -> None:
    assert not interval(count(42_000)).meets(interval(count(43_000)))
    assert interval(count(42_600)).meets(interval(count(43_000)))


@pytest.mark.parametrize(
    ("stated", "vague"),
    [
        (THOUSANDS, True),
        (words(12, 120, "dozens"), True),
        (count(4, 5), False),
        (count(7000), False),
        (count(550, modifier=">"), False),
        (quantity(1000, modifier=">", as_written="more than a thousand"), True),
        (quantity(100, modifier="<", as_written="fewer than a hundred"), True),
    ],
    ids=lambda value: value.as_written if isinstance(value, Quantity) else "",
)
def test_words_that_say_too_little_are_vague(stated: Quantity, vague: bool) -> None:
    assert is_vague(stated) is vague


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (count(14), count(12), True),
        (count(12), count(12), False),
        (count(12), count(14), False),
        (count(14), count(12, modifier=">"), False),
        (count(14, modifier=">"), count(12), True),
        (count(14, modifier="<"), count(12), False),
        (count(13, modifier="~"), count(12), False),
        (count(14), None, False),
    ],
)
def test_a_part_exceeds_its_whole_only_where_it_surely_does(
    part: Quantity, whole: Quantity | None, expected: bool
) -> None:
    assert exceeds(part, whole) is expected


@pytest.mark.parametrize(
    ("stated", "unit", "value", "half"),
    [
        (length(25, "mi"), "km", 40.2, 0.805),
        (area(215, "mi2"), "acre", 137_600, 320),
        (heat(100, "F"), "C", 37.8, 0.278),
        (heat(38, "C"), "F", 100.4, 0.9),
        (dollars(5e6, precision=1e6), "USD", 5e6, 5e5),
    ],
    ids=["miles", "square miles", "Fahrenheit", "Celsius", "dollars"],
)
def test_what_is_converted_keeps_the_breadth_of_its_last_digit(
    stated: Quantity, unit: str, value: float, half: float
) -> None:
    held = bounds(in_unit(stated, unit))
    assert held.low == pytest.approx(value - half, rel=2e-3)
    assert held.high == pytest.approx(value + half, rel=2e-3)


# Properties

AMOUNTS = st.one_of(
    st.sampled_from([THOUSANDS, ABOUT_1200, count(1187), count(1200), count(4, 5), count(12), count(14)]),
    st.sampled_from([count(550, modifier=">"), count(400, modifier="<"), count(40, per="day")]),
    st.sampled_from([length(40, "km"), length(25, "mi"), area(215, "mi2"), area(138_000, "acre")]),
    st.sampled_from([heat(38, "C"), heat(100, "F"), dollars(5e6), dollars(5e6, unit="EUR")]),
    st.sampled_from([share(24), share(12, modifier="up", form="change"), share(12, modifier="down", form="change")]),
    st.integers(0, 40).map(count),
)
TIMES = st.sampled_from([None, LONG, SHORT, NEARLY, year(2020), month(2020, 3), day("2020-03-05"), year(1990)])
LIKE = st.sampled_from([SURE, BARELY])


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    return claim(
        draw(st.sampled_from("abcd")),
        draw(st.sampled_from(["one", "two"])),
        quantity=draw(AMOUNTS),
        measure=draw(st.sampled_from(["death", "fatalities", "people death", "jets", "fighter jets"])),
        statement=draw(st.sampled_from(["Twelve died.", "Twelve died in the second wave."])),
        timespan=draw(TIMES),
        as_of=draw(st.sampled_from([None, "2020-03-05", "2020-03-09"])),
        scope=draw(st.sampled_from(["whole", "part"])),
        status=draw(st.sampled_from([None, "planned", "done"])),
        modality=draw(st.sampled_from(["stated", "alleged"])),
        roles=draw(st.sampled_from([Roles(), Roles(agent=("Norway",)), Roles(agent=("Sweden",))])),
    )


@given(claims(), claims(), LIKE)
def test_comparing_is_the_same_either_way(one: Claim, other: Claim, like: Likeness) -> None:
    ours, theirs = compare(one, other, like), compare(other, one, like)
    assert (ours.result, ours.verdict) == (theirs.result, theirs.verdict)


@given(claims(), LIKE)
def test_a_claim_never_differs_from_itself(one: Claim, like: Likeness) -> None:
    assert compare(one, one, like).result != "differs"


@given(claims(), claims(), LIKE)
def test_a_verdict_is_given_where_they_differ_and_nowhere_else(one: Claim, other: Claim, like: Likeness) -> None:
    made = compare(one, other, like)
    assert (made.verdict is not None) == (made.result == "differs")
    assert made.steps


APART: dict[str, tuple[dict[str, Any], dict[str, Any], bool]] = {
    "two places": ({"place": "Arlen"}, {"place": "Karrow"}, True),
    "one place": ({"place": "Arlen"}, {"place": "Arlen"}, False),
    "a place, and none": ({"place": "Arlen"}, {}, False),
    "two actors": ({"roles": Roles(agent=("Ada Lind",))}, {"roles": Roles(agent=("Ida Moss",))}, True),
    "a name, and a part of it": ({"roles": Roles(agent=("Ada Lind",))}, {"roles": Roles(agent=("Lind",))}, False),
    "two parts": ({"roles": Roles(agent=("Ada Lind",))}, {"roles": Roles(recipient=("Ida Moss",))}, False),
    "one of two parts": (
        {"roles": Roles(agent=("Ada Lind",), to=("Norway",))},
        {"roles": Roles(agent=("Ada Lind",), to=("Chile",))},
        True,
    ),
}


@pytest.mark.parametrize(("ours", "theirs", "apart"), APART.values(), ids=APART)
def test_rows_tell_apart_by_place_and_actors_what_comparing_would(
    ours: dict[str, Any], theirs: dict[str, Any], apart: bool
) -> None:
    one, other = claim("a", "one", **ours), claim("b", "two", quantity=count(14), **theirs)
    assert tell_apart(row_of(one), row_of(other)) is apart
    assert (compare(one, other, SURE).result == "undetermined") is apart
