"""Names of a sentence as signs: each sign is known, whatever stands in the text."""

from facts import findings
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checks import award_differs, doer_differs
from factcheck.language.signs import signed
from factcheck.records.document import Sentence
from factcheck.records.mention import NameMention


def name(start: int, end: int) -> NameMention:
    return NameMention(start=start, end=end, finder="name/1", name="A", entity="A")


def test_a_name_gives_way_to_its_sign_and_white_space_is_folded() -> None:
    text = "It went to Ada Berg of\n Elm."
    told, known = signed(text, Sentence(start=0, end=len(text), block=0), [name(11, 19), name(24, 27)])
    assert told == "It went to §0§ of §1§."
    assert [item.start for item in known.values()] == [11, 24]


def test_of_two_names_that_overlap_the_first_counts() -> None:
    told, known = signed("Ada Berg left", Sentence(start=0, end=13, block=0), [name(0, 8), name(4, 8)])
    assert (told, list(known)) == ("§0§ left", ["§0§"])


@given(st.lists(st.sampled_from(["§", "7", "0", "a", " ", "§0§", "\n"])).map("".join), st.integers(0, 4))
def test_a_text_with_signs_of_its_own_gives_none_that_is_not_known(text: str, at: int) -> None:
    names = [name(at, at + 1)] if at < len(text) else []
    told, known = signed(text, Sentence(start=0, end=len(text), block=0), names)
    assert told.count("§") == 2 * len(known)


def test_signs_in_a_source_stop_no_check() -> None:
    documents = {
        "one": "The Calder prize went to §7§, said Ada Berg. The contract for the mill went to §9§, said Ada Berg.",
        "two": "Tom Lund won the Calder prize. The contract for the mill went to Tom Lund.",
    }
    for module in (award_differs, doer_differs):
        assert not list(findings(module.CHECK, documents))
