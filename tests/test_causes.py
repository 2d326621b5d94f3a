"""What a sentence gives as the cause of a happening, and where it leaves it open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.causes import are_two, cause_in

GIVEN = {
    "The fire at Arlen mill was caused by an electrical fault.": ("fire", {"wiring"}, False),
    "A discarded cigarette started the blaze at Arlen mill.": ("fire", {"flame"}, False),
    "Monday's power cut was the result of a software error.": ("outage", {"software"}, False),
    "The sickness was traced to undercooked chicken.": ("outbreak", {"food"}, False),
    "The crash of Flight 218 was due to ice on the wings.": ("crash", {"ice"}, False),
    "A broken rail derailed the night train.": ("crash", {"track"}, False),
    "The train came off the rails because the driver was speeding.": ("crash", {"person"}, False),
    "Rust brought down the footbridge.": ("collapse", {"part"}, False),
    "The airline put the delays down to snow.": ("delay", {"ice"}, False),
    "The explosion was not caused by gas.": ("explosion", {"gas"}, True),
    "Gas had not caused the explosion.": ("explosion", {"gas"}, True),
    "The cause of the leak was a cracked valve.": ("leak", {"part"}, False),
}
"""Sentences, with the happening, the kinds of its cause and whether it is denied."""
OPEN = (
    "The fire may have been caused by an electrical fault.",
    "Residents believe that a cigarette started the blaze.",
    "It was first thought that a candle caused the fire; initially lightning was blamed.",
    "The last fire was caused by an electrical fault.",
    "Both fires were caused by electrical faults.",
    "The fire was caused by something else.",
    "The council started to build wiring for the blaze.",
    "He came from a rail town.",
)


@pytest.mark.parametrize("sentence", GIVEN)
def test_a_cause_is_read(sentence: str) -> None:
    found = cause_in(sentence)
    assert found is not None
    assert (found.happening, set(found.kinds), found.denied) == GIVEN[sentence]


@pytest.mark.parametrize("sentence", OPEN)
def test_what_is_left_open_or_is_no_cause_is_not_read(sentence: str) -> None:
    assert cause_in(sentence) is None


KINDS = st.frozensets(st.sampled_from(["wiring", "flame", "wind", "gas", "spark", "person", "track"]), min_size=1)


@given(KINDS, KINDS)
def test_two_causes_are_two_either_way_round(ours: frozenset[str], theirs: frozenset[str]) -> None:
    assert are_two(ours, theirs) == are_two(theirs, ours)
    assert not are_two(ours, ours)


WORDS = st.lists(st.sampled_from("the was Arlen of , : . a said because not and".split()), max_size=12)


@given(WORDS, WORDS)
def test_a_cause_lies_in_its_sentence(before: list[str], after: list[str]) -> None:
    sentence = " ".join([*before, "; the fire was caused by a cigarette", *after])
    found = cause_in(sentence)
    assert found is not None
    assert 0 <= found.start < found.end <= len(sentence)
    assert found.said in sentence[found.start : found.end]
