"""Where sentences end: a full stop of an abbreviation, an initial, an ellipsis or a number ends none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.sentences import split

CASES = (
    "Ships came.|They left.|Nobody saw them.",
    "Did they come?|They did!|It rained.",
    "Gen. Bell met Lt. Col. Chen and Dr. Osei in Leeds.|They talked.",
    "He was in the U.S. Senate for six years.|Then he left.",
    "They moved to the U.S.|The firm followed them in May.",
    "The firm opened at 10 a.m. Monday.|It closed at 5 p.m.|The owner slept.",
    "It was built by Bell & Co. in 1902.|It stands.",
    "It was sold to Acme Inc.|The price was not told.",
    "See No. 5 and Nos. 7 to 9 of the list.|See also vol. 2, p. 14.",
    "He said no.|Smith left.",
    "On Sept. 5 they met; by Dec. 1900 they were done.|All was well.",
    "They came in Jan.|The port was closed.",
    "St. Petersburg is cold.|So is Mt. Elbrus.|He lived in Main St.|The house is gone.",
    "George W. Bush and J. K. Bell came.|They spoke.",
    "They chose Plan B.|Nobody liked it.",
    "Reports N°s 166 and 167 and N°170 are long.|Read them.",
    "The resolution (UN Doc. A/RES/75/2) was adopted.|It was not kept.",
    "Ibid.|For more, see Bell, op. cit., p. 4.|Chen, loc. cit.",
    "“We won!” Smith said.|Nobody cheered.",
    "“Why would they join?” the owner of the ship asked.|He waited.",
    "“We won.”|The town slept.",
    "He called it “a new chapter”.|She did not.",
    "(He left early.)|She stayed.",
    "“We came. We saw.” That was all.",
    "Well … that is it.|They left...|Then it rained.",
    "Some say … that birds fly.|Others do not.",
    "It cost $5.5 million.|About 3.5 per cent was lost.|2019 was worse.",
    "1. The port was built first.|The mole came later.",
    "They met in York, e.g. in May, i.e. late.|It was cold, approx. 3 degrees.",
    "He wrote to Prof. A. B. Chen et al. about it.|They answered.",
    "It weighs 5 kg.|The other weighs 6 ft. or so.",
    "The ships came by appendix A) .|In May they left.",
    "Ms. Bell, Ph.D., came.|Mr. Osei Jr. did not.",
    "Yes.|No.|Maybe.",
    "It rose at once.236|Others saw none (as told).12|“We won.”3|She met the staff of No.10 Downing Street.",
)


@pytest.mark.parametrize("case", [case for case in CASES if "“We came. We saw.”" not in case])
def test_sentences_end_where_a_reader_ends_them(case: str) -> None:
    parts = case.split("|")
    text = " ".join(parts)
    assert [text[start:end] for start, end in split(text)] == parts


def test_sentences_inside_quotation_marks_are_sentences() -> None:
    text = "“We came. We saw.” That was all."
    assert [text[start:end] for start, end in split(text)] == ["“We came.", "We saw.”", "That was all."]


def test_a_full_stop_without_space_after_it_ends_nothing() -> None:
    assert split("See example.org.In short, version 2.0.1 is out") == [(0, 46)]


@pytest.mark.parametrize(
    ("text", "spans"), [("", []), ("   ", []), (" a. ", [(1, 3)]), ("?!", [(0, 2)]), ("A. B", [(0, 4)])]
)
def test_the_ends_of_a_text_are_the_ends_of_a_sentence(text: str, spans: list[tuple[int, int]]) -> None:
    assert split(text) == spans


@given(st.text(st.sampled_from("aAbB1 .!?…”“\"')(\n-Mr.U.S."), max_size=80))
def test_sentences_cover_every_character_but_white_space(text: str) -> None:
    spans = split(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    inside = {place for start, end in spans for place in range(start, end)}
    assert all(character.isspace() for place, character in enumerate(text) if place not in inside)


@pytest.mark.parametrize("text", ["." * 50_000, "(" * 50_000, ". " * 25_000, "a." * 25_000, ".\n" + " " * 50_000 + "("])
def test_hostile_text_is_split_in_linear_time(text: str) -> None:
    assert split(text)
