"""Comparisons and rankings are found with what is compared, with whom, and within what."""

from typing import Any

import pytest
from documents import found
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.records.mention import ComparisonMention


def comparisons(text: str) -> list[ComparisonMention]:
    return [one for one in found("comparison", text) if isinstance(one, ComparisonMention)]


PLACED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("Odile Brandt finished a close second in Sunday's Osk Marathon.",
     {"rank": 2, "subject": "Odile Brandt", "scope": "Sunday's Osk Marathon"}),
    ("Third home was Odile Brandt, whose time was her best.", {"rank": 3, "subject": "Odile Brandt"}),
    ("Third: Odile Brandt, Karrow.", {"rank": 3, "subject": "Odile Brandt"}),
    ("The firm ranked 12th of 40 in the survey.", {"rank": 12, "subject": "firm", "scope": "the survey"}),
    ("Karrow were fourth from the bottom in the table.", {"rank": 4, "superlative": "lowest", "subject": "Karrow"}),
    ("The school came last in the league.", {"rank": 1, "superlative": "lowest", "scope": "the league"}),
    ("The relay team won bronze.", {"rank": 3, "subject": "relay team"}),
    ("The book was runner-up for the prize.", {"rank": 2, "subject": "book", "scope": "the prize"}),
)  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PLACED, ids=[case[0] for case in PLACED])
def test_a_place_taken_in_a_contest_is_found(text: str, wanted: dict[str, Any]) -> None:
    one = next(one for one in comparisons(text) if one.dimension == "place")
    assert {name: getattr(one, name) for name in wanted} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The bill had its second reading on Monday.",
        "She came first to the door and then to the window.",
        "It was the third time that the bridge was closed.",
        "He is second cousin to the mayor.",
        "The silver was taken from the vault, and the gold was left.",
        "The last train was late.",
    ],
)
def test_other_ordinals_are_no_places_taken(text: str) -> None:
    assert not [one for one in comparisons(text) if one.dimension == "place"]


RANKED: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "Norway is the second largest source of timber for the port, slightly behind Sweden.",
        {"relation": "rank", "rank": 2, "superlative": "largest", "subject": "Norway", "object": "Sweden",
         "dimension": "source of timber", "scope": "for the port"},
    ),
    (
        "The company, Europe's third-largest salmon farmer after Mowen and Salmer, grew.",
        {"relation": "rank", "rank": 3, "superlative": "largest", "dimension": "salmon farmer", "subject": "company",
         "object": "Mowen and Salmer", "scope": "Europe"},
    ),
    (
        "It was the deadliest fire in the region since 1971.",
        {"relation": "rank", "rank": 1, "superlative": "deadliest", "dimension": "fire",
         "scope": "in the region, since 1971"},
    ),
    (
        "Kenya has one of the largest fleets in Africa.",
        {"relation": "rank", "rank": None, "superlative": "largest", "dimension": "fleets", "subject": "Kenya",
         "scope": "in Africa"},
    ),
    (
        "Brandt is the most powerful mayor in the country.",
        {"relation": "rank", "rank": 1, "superlative": "most powerful", "dimension": "mayor", "subject": "Brandt",
         "scope": "in the country"},
    ),
    (
        "She was the only foreign guest to attend the parade.",
        {"relation": "only", "superlative": "only", "dimension": "foreign guest to attend the parade"},
    ),
    (
        "Brandt became the first woman to lead the bank.",
        {"relation": "first", "rank": 1, "superlative": "first", "dimension": "woman to lead the bank",
         "subject": "Brandt"},
    ),
    (
        "It was the first strike at the yard in 40 years.",
        {"relation": "first", "rank": 1, "dimension": "strike", "scope": "at the yard, in 40 years"},
    ),
    ("Norway is second only to Sweden.", {"relation": "rank", "rank": 2, "subject": "Norway", "object": "Sweden"}),
)  # fmt: skip

MEASURED: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "The quake was slightly stronger than the one that hit Pisco.",
        {"relation": "slightly-more", "dimension": "strong", "subject": "quake", "object": "one that hit Pisco"},
    ),
    ("The bill was smaller than last year's.", {"relation": "less", "dimension": "small", "object": "last year's"}),
    (
        "Sweden sold more trucks than Norway.",
        {"relation": "more", "dimension": "trucks", "subject": "Sweden", "object": "Norway"},
    ),
    (
        "Sales were equal to the amount earned by Norway.",
        {"relation": "equal", "subject": "Sales", "object": "amount earned by Norway"},
    ),
    (
        "Sweden sold the same number of trucks as Norway.",
        {"relation": "equal", "dimension": "number of trucks", "subject": "Sweden", "object": "Norway"},
    ),
    (
        "Sweden sold twice as many trucks as Norway.",
        {"relation": "multiple", "factor": 2.0, "dimension": "trucks", "subject": "Sweden", "object": "Norway"},
    ),
    (
        "The rate is three times higher than the limit.",
        {"relation": "multiple", "factor": 3.0, "dimension": "high", "subject": "rate", "object": "limit"},
    ),
    ("The field is twice the size of the park.", {"relation": "multiple", "factor": 2.0, "object": "size of the park"}),
    ("They lost two thirds of the cargo.", {"relation": "multiple", "factor": 2 / 3, "object": "cargo"}),
    ("Sales were slightly ahead of the forecast.", {"relation": "slightly-more", "object": "forecast"}),
    ("Exports exceeded the forecast.", {"relation": "more", "subject": "Exports", "object": "forecast"}),
)


@pytest.mark.parametrize(("text", "wanted"), [*RANKED, *MEASURED], ids=[case[0] for case in (*RANKED, *MEASURED)])
def test_a_comparison_says_who_what_and_within_what(text: str, wanted: dict[str, Any]) -> None:
    one = comparisons(text)[0]
    got = {name: getattr(one, name) for name in wanted}
    assert got == {name: pytest.approx(value) if name == "factor" else value for name, value in wanted.items()}


@pytest.mark.parametrize(
    "text",
    [
        "They bought more than 40 trucks, and less than half came.",
        "As many as 200 people left as soon as possible, as well as their dogs.",
        "It happened three times that year, and twice a week in May.",
        "Not only that: it was at least late.",
        "Only two came. The first week was dull, and the first time too.",
        "Most people left early for the forest, in the interest of peace.",
        "He stood behind the door, ahead of the elections.",
        "Second, the rain came.",
        "She would rather stay than go.",
    ],
)
def test_bounds_counts_and_idioms_are_no_comparisons(text: str) -> None:
    assert comparisons(text) == []


def test_the_span_runs_from_the_phrase_to_its_end() -> None:
    text = "Norway is the second largest source of timber, slightly behind Sweden."
    one = comparisons(text)[0]
    assert text[one.start : one.end] == "the second largest source of timber, slightly behind Sweden"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "the first second largest most than as twice third of times only behind ahead equal to in since Oslo , . "
            "' 3".split()
        ),
        max_size=25,
    ).map(" ".join)
    | st.text(max_size=60)
)
def test_any_text_gives_spans_inside_it_that_do_not_overlap(text: str) -> None:
    end = 0
    for one in comparisons(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end


@pytest.mark.parametrize(
    "unit", ["the largest ", "more than ", "as ", "second ", "of ", "first to ", "twice as many as "]
)
def test_hostile_repetition_is_read_through(unit: str) -> None:
    assert isinstance(comparisons(unit * 1_000), list)
