"""Whether two names, roles or measures are one thing, as a careful reader would say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.identity import (
    Sameness,
    country_of,
    measure_terms,
    name_key,
    same_any,
    same_measure,
    same_name,
    same_roles,
)
from factcheck.records.claim import Roles

NAMES = [
    ("Ada Lind", "Ada Lind", "same"),
    ("the Arlen Dam", "Arlen Dam", "same"),
    ("Lind’s", "Lind", "same"),
    ("Norwegian", "Norway", "same"),
    ("the Norwegians", "Norway", "same"),
    ("World Health Organization", "WHO", "same"),
    ("Bank of the South", "BS", "same"),
    ("Naypyidaw", "Naypyitaw", "same"),
    ("World Health Organization", "World Health Organisation", "same"),
    ("Ada Lind", "Lind", "maybe"),
    ("Thalassa Lines", "Thalassa", "maybe"),
    ("the company", "Thalassa Lines", "maybe"),
    ("The Government", "Norway", "maybe"),
    ("Oslo", "Norway", "maybe"),
    ("it", "Norway", "maybe"),
    ("Korea", "South Korea", "maybe"),
    ("Congo", "Democratic Republic of the Congo", "maybe"),
    ("Norway", "Sweden", "different"),
    ("Ada Lind", "Bo Lind", "different"),
    ("Ada Lind", "Ada Berg", "different"),
    ("Oslo", "Sweden", "different"),
    ("North Korea", "South Korea", "different"),
    ("Iran", "Iraq", "different"),
    ("Niger", "Nigeria", "different"),
    ("Gambia", "Zambia", "different"),
    ("the Gambian", "Zambia", "different"),
    ("Sudan", "South Sudan", "different"),
    ("Guinea", "Guinea-Bissau", "different"),
    ("Resolution 12677", "Resolution 12678", "different"),
    ("Austria", "Australia", "different"),
    ("USA", "UAE", "different"),
    ("Hull", "Hall", "different"),
    ("Type 52", "Type 53", "different"),
    ("Flight 370", "Flight 371", "different"),
]


@pytest.mark.parametrize(("one", "other", "expected"), NAMES)
def test_two_names_are_one_thing_or_not(one: str, other: str, expected: Sameness) -> None:
    assert same_name(one, other) == expected
    assert same_name(other, one) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Norwegian", "Norway"), ("Norway", "Norway"), ("Oslo", None), ("Ada Lind", None), ("", None)],
)
def test_a_demonym_means_its_country(name: str, expected: str | None) -> None:
    assert country_of(name) == expected


SETS = [
    (("Norway", "Sweden"), ("Sweden",), "same"),
    (("Norway", "Sweden"), ("Finland", "Denmark"), "different"),
    (("Norway", "the company"), ("Finland",), "maybe"),
    ((), ("Finland",), "maybe"),
]


@pytest.mark.parametrize(("ours", "theirs", "expected"), SETS)
def test_two_sets_of_names_share_one_or_not(ours: tuple[str, ...], theirs: tuple[str, ...], expected: Sameness) -> None:
    assert same_any(ours, theirs) == expected
    assert same_any(theirs, ours) == expected


NORWAY_TO_ARLEN = Roles(from_=("Norway",), to=("Arlen",))
ROLES = [
    ("the same parts", NORWAY_TO_ARLEN, NORWAY_TO_ARLEN, ("same", 2)),
    ("another seller", NORWAY_TO_ARLEN, Roles(from_=("Sweden",), to=("Arlen",)), ("different", 1)),
    ("the other way round", NORWAY_TO_ARLEN, Roles(from_=("Arlen",), to=("Norway",)), ("different", 0)),
    ("nobody named on one side", NORWAY_TO_ARLEN, Roles(), ("maybe", 0)),
    ("no part in both", NORWAY_TO_ARLEN, Roles(agent=("Norway",)), ("maybe", 0)),
    ("a name and what stands for it", Roles(agent=("Ada Lind",)), Roles(agent=("she",)), ("maybe", 0)),
]


@pytest.mark.parametrize(("one", "other", "expected"), [row[1:] for row in ROLES], ids=[row[0] for row in ROLES])
def test_two_claims_give_the_same_parts_or_not(one: Roles, other: Roles, expected: tuple[Sameness, int]) -> None:
    assert same_roles(one, other) == expected
    assert same_roles(other, one) == expected


MEASURES = [
    ("death", "fatalities", "same"),
    ("death", "deaths", "same"),
    ("people death", "death", "maybe"),
    ("fighter jets", "jets", "maybe"),
    ("fighter jets", "the fighter jets", "same"),
    ("officers training", "training of officers", "same"),
    ("trial opening", "start of the trial", "same"),
    ("Norwegian officers", "officers", "same"),
    ("death", "injury", "different"),
    ("fighter jets", "helicopters", "different"),
    ("buses bought", "trams bought", "different"),
    ("", "death", "different"),
]


@pytest.mark.parametrize(("one", "other", "expected"), MEASURES)
def test_two_measures_are_one_thing_or_not(one: str, other: str, expected: Sameness) -> None:
    assert same_measure(one, other) == expected
    assert same_measure(other, one) == expected


def test_words_for_people_in_general_count_as_one() -> None:
    assert measure_terms("residents") == measure_terms("villagers") == measure_terms("people")


WORDS = st.text(st.sampled_from("ab éÜ'’.-1The "), max_size=12)


@given(WORDS, WORDS)
def test_sameness_is_the_same_either_way_and_of_a_name_with_itself(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)
    assert same_measure(one, other) == same_measure(other, one)
    assert same_name(one, one) == "same"


@given(WORDS)
def test_the_key_of_a_name_is_its_own_key(name: str) -> None:
    key = name_key(name)
    assert same_name(name, key) in ("same", "maybe")
    assert key == key.casefold()
