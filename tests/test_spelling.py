"""British and American spelling of one word are folded into one; other words stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.spelling import fold

PAIRS = (
    "defence defense,offences offenses,colour color,neighbouring neighboring,labourers laborers,favourable favorable,"
    "organise organize,organisation organization,organising organizing,analysed analyzed,centre center,centres centers,"
    "kilometres kilometers,theatre theater,travelled traveled,cancelling canceling,counsellor counselor,"
    "programme program,programmes programs,grey gray,ageing aging,haemorrhage hemorrhage,paediatric pediatric,"
    "manoeuvre maneuver,fulfil fulfill,enrolment enrollment,licence license,Defence defense,honoured honored,"
    "modernisation modernization,judgement judgment,centred centered"
).split(",")


@pytest.mark.parametrize("pair", PAIRS)
def test_two_spellings_are_one_word(pair: str) -> None:
    one, other = pair.split()
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "word",
    "advise raised promise surprising exercise enterprise tour hour four pouring course there were more fire store "
    "called falling rolled compelled expelled precise promises noise praised rises comprised supervising".split(),
)
def test_words_of_one_spelling_stay(word: str) -> None:
    assert fold(word) == word


@pytest.mark.parametrize("pair", ["metre meter", "tire tier", "story store", "advice advise"])
def test_words_that_differ_stay_apart_unless_they_are_one(pair: str) -> None:
    one, other = pair.split()
    assert (fold(one) == fold(other)) == (pair == "metre meter")


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)
