"""Quoted words are found under named tiers, or located with the words that differ; never both."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.anchoring import Locator, anchor_for, page_at
from factcheck.language.folding import Folding, fold, tier_between
from factcheck.reading import read_text
from factcheck.records.passage import Located

TEXT = """\
I. Ports

The port of Aden was enlarged in 1902, and the harbour master’s office moved to the old mole. In its first ten years
it handled 1.7 million tons of grain – more than any other port of the coast – and some 7,000 ships called there.

“We have never seen such a co-operative crew”, the harbour master wrote. The café by the quay was full.

II. Ships

The fleet of the coast was small. The port of Aden was closed in winter, when ice lay in the bay for weeks.
The fleet of the coast was small. Two ships were lost in the storm of 1911, and six sailors with them.
"""


def found(quotation: str, **clues: object) -> Located:
    return Locator(read_text(TEXT)).locate(quotation, **clues)  # type: ignore[arg-type]


def there(place: Located) -> str:
    return read_text(TEXT).text[place.start : place.end]


@pytest.mark.parametrize(
    ("quotation", "tier", "words"),
    [
        (
            "enlarged in 1902, and the harbour master’s office",
            "exact",
            "enlarged in 1902, and the harbour master’s office",
        ),
        ("enlarged  in 1902,\nand the", "white-space", "enlarged in 1902, and the"),
        ("the harbour master's office", "quotation-marks", "the harbour master’s office"),
        ('"We have never seen', "quotation-marks", "“We have never seen"),
        ("'We have never seen", "quotation-marks", "“We have never seen"),
        ("tons of grain - more than any other", "hyphens", "tons of grain – more than any other"),
        ("tons of grain—more than any other", "hyphens", "tons of grain – more than any other"),
        ("tons of grain -- more than any other", "hyphens", "tons of grain – more than any other"),
        ("such a cooperative crew", "hyphens", "such a co-operative crew"),
        ("such a coopera-\ntive crew", "hyphens", "such a co-operative crew"),
        ("some 7,000 ships called", "exact", "some 7,000 ships called"),
        ("enlarged in its ﬁrst".replace("enlarged in its", "In its"), "ligatures", "In its first"),
        ("THE FLEET OF THE COAST was small. Two", "case", "The fleet of the coast was small. Two"),
        ("the cafe by the quay", "accents", "The café by the quay"),
        ("“ships were lost in the storm.”", "end-punctuation", "ships were lost in the storm"),
    ],
)
def test_words_typed_in_another_way_are_found_under_the_tier_that_makes_them_equal(
    quotation: str, tier: str, words: str
) -> None:
    place = found(quotation)
    assert (place.outcome, place.tier, there(place)) == ("found", tier, words)
    assert place.differences == ()


@pytest.mark.parametrize(
    ("quotation", "differences"),
    [
        ("The port of Aden was enlarged in 1903, and the harbour master's office", (("1903", "1902"),)),
        ("it handled 1.7 billion tons of grain", (("billion", "million"),)),
        ("it handled 17 million tons of grain", (("17", "1.7"),)),
        ("and some 70,000 ships called there", (("70,000", "7,000"),)),
        ("Two ships were lost in the great storm of 1911", (("great", ""),)),
        ("Two ships were lost the storm of 1911", (("", "in"),)),
        ("Three ships were lost in the storm of 1911, and seven sailors", (("Three", "Two"), ("seven", "six"))),
        ("We have never seen such a hostile crew", (("hostile", "co-operative"),)),
        ("lost in the storm of 1911 and six sailors with them", (("1911", "1911,"),)),
    ],
)
def test_altered_words_are_located_with_what_differs_and_never_found(
    quotation: str, differences: tuple[tuple[str, str], ...]
) -> None:
    place = found(quotation)
    assert (place.outcome, place.tier) == ("changed", "fuzzy")
    assert place.differences == differences


def test_the_located_passage_is_as_long_as_the_words_looked_for() -> None:
    assert there(found("it handled 1.7 billion tons of grain")) == "it handled 1.7 million tons of grain"
    assert there(found("Three ships were lost in the storm")) == "Two ships were lost in the storm"


@pytest.mark.parametrize("quotation", ["7 million tons of grain", "some 7", "902, and the harbour"])
def test_a_part_of_a_figure_is_not_the_figure(quotation: str) -> None:
    assert found(quotation).outcome not in ("found", "moved", "ambiguous")


@pytest.mark.parametrize("quotation", ["", "  ", "zebra", "nothing of this stands anywhere at all", "…"])
def test_words_that_stand_nowhere_are_lost(quotation: str) -> None:
    place = found(quotation)
    assert (place.outcome, place.start, place.end) == ("lost", None, None)


def test_words_at_several_places_are_ambiguous() -> None:
    place = found("The fleet of the coast was small.")
    assert (place.outcome, place.candidates) == ("ambiguous", 2)


def test_context_decides_between_equal_places() -> None:
    text = read_text(TEXT).text
    second = text.rindex("The fleet of the coast")
    place = found("The fleet of the coast was small.", suffix=" Two ships were")
    assert (place.outcome, place.start, place.candidates) == ("found", second, 2)
    first = found("The fleet of the coast was small.", prefix="II. Ships\n\n")
    assert first.start == text.index("The fleet of the coast")


def test_the_place_it_had_decides_between_equal_places() -> None:
    second = read_text(TEXT).text.rindex("The fleet of the coast")
    place = found("The fleet of the coast was small.", hint=second)
    assert (place.outcome, place.start) == ("found", second)


def test_an_exact_place_goes_before_one_that_needs_folding() -> None:
    locator = Locator(read_text("The mole’s end is near. The mole's end is far."))
    place = locator.locate("The mole's end is")
    assert (place.outcome, place.tier, place.start) == ("found", "exact", 24)


def test_words_at_another_place_than_before_have_moved() -> None:
    place = found("Two ships were lost", hint=3)
    assert (place.outcome, place.tier, there(place)) == ("moved", "exact", "Two ships were lost")


def test_a_word_that_was_replaced_is_located_by_what_stands_around_it() -> None:
    place = found("seven", prefix="in the storm of 1911, and ", suffix=" sailors with them.")
    assert (place.outcome, there(place), place.differences) == ("changed", "six", (("seven", "six"),))


def test_an_anchor_says_where_it_stands_and_finds_itself() -> None:
    document = read_text(TEXT, id="harbours")
    start = document.text.index("six sailors")
    anchor = anchor_for(document, start, start + len("six sailors"))
    assert (anchor.source, anchor.exact, anchor.section) == ("harbours", "six sailors", "II. Ships")
    assert document.text.startswith(anchor.prefix + anchor.exact + anchor.suffix, start - len(anchor.prefix))
    place = Locator(document).locate(anchor.exact, anchor.prefix, anchor.suffix, anchor.start)
    assert (place.outcome, place.start, place.end) == ("found", anchor.start, anchor.end)


def test_an_anchor_in_a_note_names_the_note() -> None:
    document = read_text("The mole held.1 It broke.2\n\n1 Bell, Moles.\n2 Chen, Piers.\n")
    start = document.text.index("Piers")
    assert anchor_for(document, start, start + 5).note == "2"


def test_the_page_of_an_anchor_is_the_page_of_its_first_word() -> None:
    lines = "".join(f"line {letter} of a very long paragraph that goes on\n" for letter in "abcdefghijklmnopqr")
    document = read_text(f"The mole {lines}\fand then it {lines}and ended here.\n")
    assert len(document.blocks) == 1
    assert page_at(document, document.text.index("line c")) == "1"
    assert page_at(document, document.text.index("and then it")) == "2"


WORDS = st.lists(
    st.sampled_from("port mole 1.7 7,000 co-operative “ships” café six – ice $80 master’s".split()),
    min_size=1,
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_any_passage_of_a_text_is_found_in_it(before: list[str], passage: list[str], after: list[str]) -> None:
    document = read_text(" ".join([*before, *passage, *after]))
    text = document.text
    start = len(" ".join(before)) + 1
    anchor = anchor_for(document, start, start + len(" ".join(passage)))
    place = Locator(document).locate(anchor.exact, anchor.prefix, anchor.suffix, anchor.start)
    if fold(anchor.exact):
        assert place.outcome in ("found", "moved")
        assert text[place.start : place.end] == anchor.exact


@given(st.text(max_size=60))
def test_folding_leads_back_to_the_text(text: str) -> None:
    folding = Folding(text)
    for offset in range(len(folding.folded)):
        start, end = folding.start_of(offset), folding.end_of(offset + 1)
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("20-25", "2025"),
        ("1.7", "17"),
        ("7,000", "7000"),
        ("-5", "5"),
        ("$80", "80"),
        ("5%", "5"),
        ("a b", "ab"),
        ("is", "it"),
    ],
)
def test_no_tier_makes_other_figures_or_words_equal(one: str, other: str) -> None:
    assert tier_between(one, other) is None
    assert fold(f"x {one} y") != fold(f"x {other} y")
