"""Lists are found, in blocks and inside sentences, with what they list and how many were announced."""

import pytest
from documents import document, found
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.records.mention import ListMention


def lists(text: str) -> list[ListMention]:
    return [one for one in found("list", text) if isinstance(one, ListMention)]


def items(text: str, one: ListMention) -> list[str]:
    return [text[start:end] for start, end in one.items]


INLINE = (
    # text, items, noun, announced, complete
    ("It serves three ports: Arlen, Mossby and Tarn.", ["Arlen", "Mossby", "Tarn"], "ports", 3, True),
    ("It serves three ports: Arlen, Mossby, and Tarn.", ["Arlen", "Mossby", "Tarn"], "ports", 3, True),
    ("It serves four groups, namely miners, pilots, cooks and clerks.", ["miners", "pilots", "cooks", "clerks"],
     "groups", 4, True),
    ("Teams from four towns - Arlen, Mossby, Ulm and Tarn - came.", ["Arlen", "Mossby", "Ulm", "Tarn"],
     "towns", 4, True),
    ("It has two yards (Arlen and Mossby) and a dock.", ["Arlen", "Mossby"], "yards", 2, True),
    ("It gave two reasons: the dyke is old; and nobody has checked it since May.",
     ["the dyke is old", "nobody has checked it since May"], "reasons", 2, True),
    ("It bought 480 pumps from three firms: Arlen Tools, Mossby and Tarn.", ["Arlen Tools", "Mossby", "Tarn"],
     "firms", 3, True),
    ("It serves four ports: Arlen, Mossby and Tarn.", ["Arlen", "Mossby", "Tarn"], "ports", 4, True),
    ("It serves at least three ports: Arlen, Mossby and Tarn.", ["Arlen", "Mossby", "Tarn"], "ports", 3, False),
    ("It serves three ports: Arlen, Norway, Mossby, Sweden, and Tarn, Denmark.",
     ["Arlen, Norway", "Mossby, Sweden", "Tarn, Denmark"], "ports", 3, True),
    ("They named three men: Rui Matos, 34, Ola Strand, a cook, and Tom Roe.",
     ["Rui Matos, 34", "Ola Strand, a cook", "Tom Roe"], "men", 3, True),
    ("It grows crops such as barley, oats and rye.", ["barley", "oats", "rye"], "crops", None, False),
    ("Several ports, including Arlen and Mossby, were shut.", ["Arlen", "Mossby"], "ports", None, False),
    ("The two other bidders were Norlin (£74m) and Castle Group (£50m).", ["Norlin (£74m)", "Castle Group (£50m)"],
     "bidders", 2, True),
    ("Arlen and Mossby, the two largest ports, were shut.", ["Arlen", "Mossby"], "largest ports", 2, True),
    ("It asks for three things: (1) peace, (2) bread and (3) land.", ["peace", "bread", "land"], "things", 3, True),
    ("21 We ask the board to: (a) publish its minutes; (b) check its figures; and (c) tell the minister.",
     ["publish its minutes", "check its figures", "tell the minister"], None, None, True),
)  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "noun", "announced", "complete"), INLINE, ids=[case[0] for case in INLINE])
def test_a_list_inside_a_sentence(
    text: str, wanted: list[str], noun: str, announced: int | None, complete: bool
) -> None:
    one = lists(text)[0]
    assert (items(text, one), one.noun, one.announced, one.complete, one.style) == (
        wanted, noun, announced, complete, "inline",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The answer is in two words: no way.",
        "He arrived at 5:30, ate and left.",
        "It cost three million: a large sum, and a wise one.",
        "There were two problems: nobody knew why the dyke, built of clay and stone, had failed.",
        "They met, talked and left.",
        "It was done by several means, including by raising rents and by cutting wages.",
    ],
)
def test_what_is_no_list_is_left_alone(text: str) -> None:
    assert lists(text) == []


def test_parts_that_carry_numbers_announce_no_count_of_items() -> None:
    text = "It held 61 vehicles: 48 cars and 13 lorries."
    one = lists(text)[0]
    assert (items(text, one), one.announced) == (["48 cars", "13 lorries"], None)


def test_a_numbered_list_takes_its_noun_and_count_from_the_line_before() -> None:
    text = "The mayor made three visits to the port:\n1. May 2019, with a cook\n2. June 2020\n3. July 2021"
    one = lists(text)[0]
    assert items(text, one) == ["May 2019, with a cook", "June 2020", "July 2021"]
    assert (one.noun, one.announced, one.style, one.complete) == ("visits to the port", 3, "numbered", True)


def test_a_bulleted_list_takes_its_noun_from_the_heading() -> None:
    text = "# Appendix A: Visits by the mayor\n- May 2019\n- June 2020"
    one = lists(text)[0]
    assert (one.noun, one.announced, one.style) == ("Visits by the mayor", None, "bulleted")


def test_items_that_are_only_some_make_a_list_incomplete() -> None:
    assert not lists("It serves many ports, including:\n- Arlen\n- Mossby\n")[0].complete


def test_block_items_are_the_blocks() -> None:
    text = "Ports:\n- Arlen\n- Mossby\n"
    blocks = [block for block in document(text).blocks if block.kind == "list-item"]
    assert lists(text)[0].items == tuple((block.start, block.end) for block in blocks)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from("two three ports : , ; and ( ) - Arlen such as including (1) (2) . \n 4".split(" ")),
        max_size=30,
    ).map(" ".join)
    | st.text(max_size=60)
)
def test_any_text_gives_items_inside_it_in_order(text: str) -> None:
    for one in lists(text):
        assert 0 <= one.start <= one.items[0][0]
        assert one.items[-1][1] <= one.end <= len(text)
        assert all(start < end for start, end in one.items)
        assert list(one.items) == sorted(one.items)


@pytest.mark.parametrize(
    "unit", ["two a: ", "including ", ", and ", "(1) ", "such as a, b; ", "three ports (", "the two as are "]
)
def test_hostile_repetition_is_read_through(unit: str) -> None:
    assert isinstance(lists(unit * 1_000), list)
