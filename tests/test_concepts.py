"""Words of one happening share a concept; words of one measure share a noun."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.concepts import GENERIC_PEOPLE, TRANSFERS, Part, concept_of, concepts, measure_of

SAME_HAPPENING = {
    "death": "died killed killing deaths fatalities dead drowned perished",
    "transfer": "buy bought purchase purchased sale sold supply supplied procured import exports",
    "vaccination": "vaccinated inoculated vaccination vaccinations immunised immunized",
    "hospitalisation": "hospitalised hospitalized hospitalisation hospitalization",
    "infection": "cases infected infection infections",
    "revenue": "revenue turnover sales",
    "visit": "visit visits visited visiting tour",
    "layoff": "layoffs layoff redundancies",
    "sinking": "sank sunk sinking capsized",
    "training": "trained training trainees",
    "signature": "signed signing signature",
    "conviction": "convicted conviction convictions",
    "takeover": "takeover acquisition buyout",
    "missing": "missing disappeared vanished",
}


@pytest.mark.parametrize(("concept", "word"), [(c, w) for c, words in SAME_HAPPENING.items() for w in words.split()])
def test_words_of_one_happening_share_its_concept(concept: str, word: str) -> None:
    assert concept_of(word) == concept


@pytest.mark.parametrize("word", ["train", "trains", "ship", "staff", "building", "board", "share", "table", "of", ""])
def test_a_word_that_is_rather_a_thing_has_no_concept(word: str) -> None:
    assert concept_of(word) is None


@pytest.mark.parametrize(
    ("word", "part", "concept"),
    [
        ("train", "verb", "training"),
        ("ship", "verb", "delivery"),
        ("found", "verb", "founding"),
        ("long", "adjective", "length"),
        ("visited", "noun", None),
        ("stake", "noun", "ownership"),
    ],
)
def test_the_part_of_speech_decides_where_it_is_known(word: str, part: Part, concept: str | None) -> None:
    assert concept_of(word, part) == concept


SAME_MEASURE = [
    ("fatalities", "death"),
    ("the dead", "death"),
    ("lives lost", "death"),
    ("people killed", "death"),
    ("people injured in the fire", "injury"),
    ("number of deaths", "death"),
    ("death toll", "death"),
    ("arms from Norland", "weapon"),
    ("weapons", "weapon"),
    ("the firm's workers", "employee"),
    ("jobs", "employee"),
    ("positions", "employee"),
    ("members of staff", "employee"),
    ("employees of the company", "employee"),
    ("houses destroyed in the fire", "home"),
    ("dwellings", "home"),
    ("homes", "home"),
    ("four-car trainsets", "train"),
    ("diesel trains", "train"),
    ("police officers", "officer"),
    ("buses", "bus"),
    ("people", "person"),
    ("residents", "resident"),
    ("centers", "centre"),
    ("a group of 12 pilots", "pilot"),
    ("", ""),
]


@pytest.mark.parametrize(("phrase", "head"), SAME_MEASURE)
def test_a_measure_is_its_head_noun_with_synonyms_folded(phrase: str, head: str) -> None:
    assert measure_of(phrase) == head


def test_people_as_such_are_no_measure() -> None:
    assert {
        measure_of(phrase) for phrase in ("people", "civilians", "the victims", "two men", "women")
    } <= GENERIC_PEOPLE


def test_buyer_and_seller_stand_on_opposite_sides() -> None:
    assert {TRANSFERS[verb] for verb in ("buy", "purchase", "procure", "acquire", "import", "receive")} == {"in"}
    assert {TRANSFERS[verb] for verb in ("sell", "supply", "deliver", "provide", "export", "lend")} == {"out"}


@pytest.mark.parametrize("concept", sorted(concepts()))
def test_a_concept_is_its_own_noun(concept: str) -> None:
    assert concept_of(concept, "noun") is not None


@given(st.text(max_size=80))
def test_any_text_may_be_asked(text: str) -> None:
    assert concept_of(text) is None or concept_of(text) in concepts()
    assert measure_of(measure_of(text)) is not None
