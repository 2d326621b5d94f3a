"""What speaks for two claims being about one fact; the expected points are added up from the weights by hand."""

from collections.abc import Mapping
from typing import Any

import pytest
from facts import claim, day, dollars, month, quantity
from hypothesis import given
from hypothesis import strategies as st

from factcheck import likeness as weights
from factcheck.likeness import Likeness, is_slip
from factcheck.records.claim import Claim, Roles
from factcheck.records.quantity import Quantity
from factcheck.rows import row_of
from factcheck.stories import FEW, MOST_KIN, STORY, Relatedness, story_of
from factcheck.wording import content


def likeness(one: Claim, other: Claim, story: float = 0.0) -> Likeness:
    """What two claims share, by their rows."""
    return weights.likeness(row_of(one), row_of(other), story)


def bare(id: str, statement: str, **fields: Any) -> Claim:
    """A claim that measures what no other does, so that only what is given speaks for anything."""
    made: dict[str, Any] = {"measure": f"measure{id}", "quantity": quantity(7), **fields}
    return claim(id, f"source-{id}", statement=statement, **made)


SHARES = [
    ("nothing", bare("a", "It is so."), bare("b", "They were there."), 0.0),
    (
        "a measure",
        bare("a", "It is so.", measure="death"),
        bare("b", "They were there.", measure="fatalities"),
        weights.MEASURE["same"],
    ),
    (
        "a measure of which one says more",
        bare("a", "It is so.", measure="fighter jets"),
        bare("b", "They were there.", measure="jets"),
        weights.MEASURE["maybe"],
    ),
    (
        "a name",
        bare("a", "It is so.", names=("Ada Lind",)),
        bare("b", "They were there.", names=("Ada Lind",)),
        weights.NAME + weights.SETTING,
    ),
    (
        "a name in two parts of speech",
        bare("a", "It is so.", roles=Roles(agent=("Ada Lind",))),
        bare("b", "They were there.", roles=Roles(to=("Lind",))),
        weights.NAME,
    ),
    (
        "more names than count",
        bare("a", "It is so.", names=("Ada Lind", "Bo Berg", "Carl Dahl", "Dag Ek")),
        bare("b", "They were there.", names=("Ada Lind", "Bo Berg", "Carl Dahl", "Dag Ek")),
        weights.MOST_NAMES + weights.MOST_SETTING,
    ),
    (
        "a country, which is said of much",
        bare("a", "It is so.", names=("Norway",)),
        bare("b", "They were there.", names=("Norwegian",)),
        weights.COUNTRY,
    ),
    (
        "a setting",
        bare("a", "It is so.", setting=("Arlen",)),
        bare("b", "They were there.", setting=("Arlen",)),
        weights.SETTING,
    ),
    ("words", bare("a", "The bridge fell."), bare("b", "An old bridge."), weights.WORD),
    ("words that are in every text", bare("a", "More people came."), bare("b", "Many people go."), 0.0),
    ("another figure", bare("a", "It is 4,750 of them."), bare("b", "There were 4,750."), weights.FIGURE),
    ("a year, which is no figure", bare("a", "It was in 1998."), bare("b", "They had 1998."), 0.0),
    (
        "a time",
        bare("a", "It is so.", timespan=day("2021-03-05")),
        bare("b", "They were there.", timespan=month(2021, 3)),
        weights.TIME,
    ),
    (
        "no time",
        bare("a", "It is so.", timespan=day("2021-03-05")),
        bare("b", "They were there.", timespan=month(2021, 4)),
        0.0,
    ),
    (
        "figures that a slip of the pen makes of one",
        bare("a", "It is so.", quantity=quantity(162)),
        bare("b", "They were there.", quantity=quantity(126)),
        weights.SLIP,
    ),
    (
        "a physical unit",
        bare("a", "It is so.", quantity=quantity(40, dimension="length", unit="km")),
        bare("b", "They were there.", quantity=quantity(25, dimension="length", unit="mile")),
        weights.PHYSICAL,
    ),
]


@pytest.mark.parametrize(("one", "other", "expected"), [row[1:] for row in SHARES], ids=[row[0] for row in SHARES])
def test_points_are_given_for_what_two_claims_share(one: Claim, other: Claim, expected: float) -> None:
    assert likeness(one, other).score == pytest.approx(expected)
    assert likeness(other, one).score == pytest.approx(expected)


def test_what_the_documents_share_is_added() -> None:
    one, other = bare("a", "It is so."), bare("b", "They were there.")
    assert likeness(one, other, 0.5).score == pytest.approx(0.5)


def test_shared_names_are_told_as_they_are_written() -> None:
    one = bare("a", "It is so.", names=("Ada Lind",))
    other = bare("b", "They were there.", names=("Ada Lind", "Bo Berg"))
    assert likeness(one, other).names == ("Ada Lind",)


SLIPS = [
    (quantity(162), quantity(126), True),
    (quantity(162), quantity(182), True),
    (quantity(1_640), quantity(1_460), True),
    (dollars(1.62e9), dollars(1.26e9), True),
    (quantity(162), quantity(162), False),
    (quantity(162), quantity(612), True),
    (quantity(162), quantity(216), False),
    (quantity(162), quantity(1_620_0), False),
    (quantity(16), quantity(61), False),
    (quantity(162), quantity(1_62_7), False),
    (quantity(162, unit="buses"), quantity(126, unit="trams"), False),
]


@pytest.mark.parametrize(("one", "other", "expected"), SLIPS)
def test_a_slip_of_the_pen_swaps_or_mistypes_one_digit(one: Quantity, other: Quantity, expected: bool) -> None:
    first, second = bare("a", "It is so.", quantity=one), bare("b", "They were there.", quantity=other)
    assert is_slip(row_of(first), row_of(second)) is expected
    assert is_slip(row_of(second), row_of(first)) is expected


def test_a_claim_without_a_figure_is_no_slip() -> None:
    assert not is_slip(row_of(bare("a", "It is so.", quantity=None)), row_of(bare("b", "They were there.")))


def test_content_is_the_words_that_carry_a_sentence_and_its_numbers() -> None:
    words, figures = content("The villagers of the valley bought 4,750 sheep in two years.")
    assert {"valley", "sheep"} <= words
    assert not words & {"the", "of", "in", "year"}
    assert figures == {4750.0, 2.0}


def stories(texts: Mapping[str, str]) -> Relatedness:
    return Relatedness({name: story_of(text, ()) for name, text in texts.items()})


STORIES = stories(
    {
        "one": "The bridge at Arlen collapsed, said Mayor Lindqvist, and divers searched near Arlen harbour.",
        "two": "Divers near Arlen harbour found nobody, said Lindqvist, after the bridge collapsed.",
        "three": "The orchestra opened its season with Sibelius, and the audience stood.",
        "empty": "",
    }
)


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        ("one", "two", True),
        ("one", "three", False),
        ("one", "one", False),
        ("one", "empty", False),
        ("one", "unheard-of", False),
    ],
)
def test_documents_tell_one_story_by_the_words_that_both_hold(one: str, other: str, related: bool) -> None:
    assert STORIES.between(one, other) == (STORY if related else 0.0)
    assert STORIES.between(other, one) == STORIES.between(one, other)


def test_documents_of_one_story_are_kin() -> None:
    assert STORIES.kin == {"one": {"two": STORY}, "two": {"one": STORY}, "three": {}, "empty": {}}


def test_two_accidents_that_share_no_name_are_two_stories() -> None:
    crew = "The captain of a crowded ferry was arrested on Thursday, said officers"
    known = stories(
        {
            "one": f"{crew} in Halden. Villagers had complained of broken engines and a leaking deck for months.",
            "two": f"{crew} near Karrow. Divers searched the harbour until midnight; relatives waited outside.",
            "three": f"{crew} of Halden. Its owners promised compensation, and an inquiry begins tomorrow.",
        }
    )
    assert (known.between("one", "two"), known.between("one", "three") > 0) == (0, True)


RESULTS = (
    "Pretax profit rose and the dividend was lifted, {0} of {1} said. Revenue from pumps and valves grew in the half "
    "year, order books lengthened and net borrowings fell, {2} told analysts. {0} and {3} thanked {4}, {5} and {6}."
)
FIRMS = {
    "brennick": "Tolvane Brennick Oskarsby Hulme-Varga Drostrup Quillan Maresford".split(),
    "ferrow": "Nadasko Ferrow Belquist Ottenby Wranglau Skelmore Iversholt".split(),
}


@pytest.mark.parametrize(
    ("ending", "one_story"),
    [("", False), (" {0} of {1} declined to comment.", True)],
    ids=["of none whom the other names", "of the other's spokesman"],
)
def test_two_texts_in_the_same_words_are_of_one_story_if_one_names_whom_the_other_names_most(
    ending: str, one_story: bool
) -> None:
    ours, theirs = FIRMS.values()
    known = stories({"one": RESULTS.format(*ours) + ending.format(*theirs), "two": RESULTS.format(*theirs)})
    assert (known.between("one", "two") > 0) == one_story


def test_beyond_the_four_likest_only_what_surely_tells_its_story_meets_a_document() -> None:
    same = "The bridge at Arlen collapsed on Monday evening, said Mayor Lindqvist, and divers searched the harbour"
    faint = "Ten geese crossed the meadow at Brackmoor while a brass band rehearsed its marches for the evening"
    texts = {f"s{number}": f"{same} for {number} hours." for number in range(6)}
    texts |= {f"t{number}": f"{faint} fair in the year {number}." for number in range(6)}
    meeting = stories(texts).meeting
    assert all(
        set(meeting[f"s{number}"]) == {f"s{other}" for other in range(6) if other != number} for number in range(6)
    )


def test_among_very_many_documents_a_document_keeps_its_kin() -> None:
    words = [f"{first}{second}{third}ton" for first in "bcdfg" for second in "aeiou" for third in "klmnprst"]
    texts = {f"d{number}": f"The {word.title()} bridge of {word.title()} fell." for number, word in enumerate(words)}
    texts |= {f"e{number}": f"At {word.title()}, the {word.title()} bridge fell." for number, word in enumerate(words)}
    kin = stories(texts).kin
    assert len(texts) > FEW
    assert all(f"e{number}" in kin[f"d{number}"] for number in range(len(words)))


def test_of_many_documents_like_it_the_likest_are_kin() -> None:
    """All are surely of one story; those nearest in words are taken, not those that come first by their names."""
    same = "The bridge at Arlen collapsed on Monday evening, said Mayor Lindqvist, and divers searched the harbour."
    other = "The bridge at Arlen reopened after repairs, said Mayor Lindqvist, while workers painted another stretch"
    crowd = {f"a{number:02}": f"{other} of pavement number{number:02}word." for number in range(MOST_KIN + 8)}
    kin = stories({**crowd, "x": same, "y": same}).kin
    assert kin["x"]["y"] == STORY
    assert kin["x"]["a00"] > 0


STATEMENTS = st.lists(
    st.sampled_from("Ada Lind bridge fell 4,750 1998 killed people Norway in May the dead of a fire 126".split()),
    min_size=1,
    max_size=8,
).map(" ".join)
NAMES = st.lists(st.sampled_from(["Ada Lind", "Lind", "Norway", "Norwegian", "Arlen", "the company"]), max_size=4)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    return claim(
        "c",
        statement=draw(STATEMENTS),
        measure=draw(st.sampled_from(["death", "people death", "share", "count", "money", "bridge"])),
        quantity=draw(st.sampled_from([None, quantity(126), quantity(162), dollars(126), dollars(5e6)])),
        names=tuple(draw(NAMES)),
        setting=tuple(draw(NAMES)),
        timespan=draw(st.sampled_from([None, day("2021-03-05"), month(2021, 3)])),
    )


@given(claims(), claims())
def test_likeness_is_the_same_whichever_comes_first(one: Claim, other: Claim) -> None:
    ours, theirs = likeness(one, other), likeness(other, one)
    assert ours.score == pytest.approx(theirs.score)
    assert (ours.words, ours.figures, ours.same_time) == (theirs.words, theirs.figures, theirs.same_time)
    assert len(ours.names) == len(theirs.names)
