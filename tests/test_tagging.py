"""Tagging: words and their coarse parts of speech."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.nouns import is_plural, singular
from factcheck.language.tagging import noun_phrase, plural, tag
from factcheck.language.verbs import regular_base


def tags(text: str) -> list[str]:
    return [f"{token.text}/{token.tag}" for token in tag(text)]


SENTENCES = [
    ("The army bought six new ships.", "The/DET army/NOUN bought/PAST six/NUM new/ADJ ships/NOUN ./PUNCT"),
    ("Ships have been sold to it.", "Ships/NOUN have/AUX been/AUX sold/PART to/TO it/PRON ./PUNCT"),
    ("They visit the port; the visit ended.",
     "They/PRON visit/VERB the/DET port/NOUN ;/PUNCT the/DET visit/NOUN ended/PAST ./PUNCT"),
    ("She didn't say Anna’s ship had sunk.",
     "She/PRON did/AUX n't/NOT say/VERB Anna/PROPER ’s/POSS ship/NOUN had/AUX sunk/PART ./PUNCT"),
    ("It will rise 5% by then.", "It/PRON will/MODAL rise/VERB 5/NUM %/SYM by/PREP then/ADV ./PUNCT"),
    ("The military said so.", "The/DET military/NOUN said/PAST so/CONJ ./PUNCT"),
    ("A military chief came.", "A/DET military/ADJ chief/NOUN came/PAST ./PUNCT"),
    ("The 75th anniversary came.", "The/DET 75th/ORD anniversary/NOUN came/PAST ./PUNCT"),
    ("That morning the mayor left.", "That/DET morning/NOUN the/DET mayor/NOUN left/PAST ./PUNCT"),
    ("At a meeting the mayor resigned.", "At/PREP a/DET meeting/NOUN the/DET mayor/NOUN resigned/PAST ./PUNCT"),
    ("Deputy Minister Olav Berg spoke.", "Deputy/PROPER Minister/PROPER Olav/PROPER Berg/PROPER spoke/PAST ./PUNCT"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_words_are_tagged(text: str, expected: str) -> None:
    assert tags(text) == expected.split()


def test_compounds_designators_and_abbreviations_are_one_word() -> None:
    assert [token.text for token in tag("The MIG-29, a well-known U.S. jet, cost Mr. Berg $5m.")] == [
        "The", "MIG-29", ",", "a", "well-known", "U.S.", "jet", ",", "cost", "Mr.", "Berg", "$", "5m", ".",
    ]  # fmt: skip


def test_lemmas_are_base_forms() -> None:
    lemmas = {token.text: token.lemma for token in tag("The women bought ships, countries were found, it rose")}
    assert [lemmas[word] for word in ("women", "bought", "ships", "countries", "were", "found", "rose")] == [
        "woman", "buy", "ship", "country", "be", "find", "rise",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "base"),
    [("scanned", "scan"), ("paralysed", "paralyse"), ("tackled", "tackle"), ("baked", "bake"), ("treated", "treat"),
     ("towed", "tow"), ("emptied", "empty"), ("serviced", "service"), ("hauled", "haul"), ("bulldozing", "bulldoze")],
)  # fmt: skip
def test_a_regular_verb_that_no_list_holds_has_its_likely_base(form: str, base: str) -> None:
    assert tag(f"They had {form} it")[2].lemma == base if form.endswith("ed") else regular_base(form) == base


def test_a_noun_phrase_takes_in_what_stands_before_its_head() -> None:
    text = "It sold the ten old fighter jets of the fleet."
    tokens = tag(text)
    span = noun_phrase(tokens, 5)
    assert span is not None
    assert " ".join(token.text for token in tokens[slice(*span)]) == "the ten old fighter jets"
    assert noun_phrase(tokens, 1) is None
    assert noun_phrase(tokens, 99) is None


SINGULARS = [
    ("ships", "ship"), ("countries", "country"), ("women", "woman"), ("boxes", "box"), ("churches", "church"),
    ("aircraft", "aircraft"), ("news", "news"), ("bus", "bus"), ("analyses", "analysis"), ("wolves", "wolf"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "expected"), SINGULARS)
def test_plurals_have_a_singular(word: str, expected: str) -> None:
    assert singular(word) == expected


def test_what_names_more_than_one_is_plural() -> None:
    assert [is_plural(word) for word in ("ships", "people", "aircraft", "ship", "news", "gas")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip
    (token,) = tag("MPs")
    assert plural(token)


@given(st.text(max_size=300))
def test_tokens_are_in_order_and_hold_the_text(text: str) -> None:
    end = 0
    for token in tag(text):
        assert end <= token.start < token.end <= len(text)
        assert token.text == text[token.start : token.end]
        assert not text[end : token.start].strip() or not any(map(str.isalnum, text[end : token.start]))
        end = token.end
