"""Claims about one fact meet in a group, by keys that each gives by itself."""

import pytest
from facts import claim, dollars, quantity
from hypothesis import given
from hypothesis import strategies as st

from factcheck.grouping import MOST_NAMES, MOST_WORDS, group, keys_of, names_of
from factcheck.records.claim import Claim, Comparison, Roles

LARGEST = Comparison(relation="most", rank=1, superlative="largest", dimension="supplier", subject="Norway")


def met(*claims: Claim) -> bool:
    """Whether some group holds all of them."""
    return any({one.id for one in claims} <= {one.id for one in facts.claims} for facts in group(claims))


DEAD = claim("a", "one", statement="Twelve people were killed by the fire.", names=("Arlen",))

TOGETHER = {
    "other words, one name": (DEAD, claim("b", "two", measure="fatalities", statement="It was so.", names=("Arlen",))),
    "no name, one word": (DEAD, claim("b", "two", statement="A fire killed 14.")),
    "an actor and a name beside": (DEAD, claim("b", "two", statement="So.", roles=Roles(agent=("Arlen",)))),
    "a place and a setting": (
        claim("a", place="Arlen", statement="It was so."),
        claim("b", "two", setting=("Arlen",), statement="They were there."),
    ),
    "a demonym and its country": (
        claim("a", names=("Norway",), statement="It was so."),
        claim("b", "two", names=("Norwegian",), statement="They were there."),
    ),
    "one measure that says more": (
        claim("a", measure="fighter jets", statement="It was so."),
        claim("b", "two", measure="jets", statement="They were there."),
    ),
    "sums of other things": (
        claim("a", measure="arms", quantity=dollars(5e6), statement="It was so."),
        claim("b", "two", measure="transfer", quantity=dollars(7e6), statement="They were there."),
    ),
    "units of one dimension": (
        claim("a", quantity=quantity(40, dimension="length", unit="km"), measure="road", statement="It was so."),
        claim("b", "two", quantity=quantity(25, dimension="length", unit="mi"), measure="way", statement="They did."),
    ),
    "rankings": (
        claim("a", kind="ranking", measure="supplier", quantity=None, comparison=LARGEST, statement="It is."),
        claim("b", "two", kind="superlative", measure="seller", quantity=None, comparison=LARGEST, statement="Was."),
    ),
}


@pytest.mark.parametrize(("one", "other"), TOGETHER.values(), ids=TOGETHER)
def test_claims_that_may_be_about_one_fact_meet(one: Claim, other: Claim) -> None:
    assert met(one, other)


APART = {
    "other measures": (DEAD, claim("b", "two", measure="buses", statement="Twelve buses burned.", names=("Arlen",))),
    "a count and a sum": (DEAD, claim("b", "two", quantity=dollars(5e6), statement="Killed.", names=("Arlen",))),
}


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_claims_of_other_kinds_of_figures_do_not_meet(one: Claim, other: Claim) -> None:
    assert not met(one, other)


def test_neither_value_nor_period_makes_a_key() -> None:
    assert keys_of(DEAD) == keys_of(DEAD.but(quantity=quantity(97), as_of="2020-01-01"))


def test_names_and_words_that_make_keys_are_limited() -> None:
    names = tuple(f"Name{letter * 3}" for letter in "abcdefghijklmnop")
    statement = " ".join(f"bridge{letter * 3}" for letter in "abcdefghijklmnop")
    crowded = claim("a", names=names, statement=statement)
    assert len(names_of(crowded)) == MOST_NAMES
    assert len(keys_of(crowded)) <= 1 + MOST_NAMES + MOST_WORDS


def test_a_name_gives_one_key_whatever_part_it_plays() -> None:
    assert names_of(claim("a", roles=Roles(agent=("Norway",)), place="Norway", names=("Norwegian",))) == ("norway",)


def test_a_claim_that_stands_alone_makes_no_group() -> None:
    assert list(group([DEAD])) == []


def claims() -> st.SearchStrategy[list[Claim]]:
    rows = st.tuples(
        st.sampled_from(["death", "jets", "fighter jets"]),
        st.sampled_from([("Arlen",), ("Norway", "Arlen"), ()]),
        st.sampled_from(["one", "two"]),
    )
    return st.lists(rows, max_size=5).map(
        lambda listed: [
            claim(f"c{number}", source, number, measure=measure, names=names, statement="It was so.")
            for number, (measure, names, source) in enumerate(listed)
        ]
    )


@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_no_group(listed: list[Claim], random: object) -> None:
    shuffled = list(listed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert list(group(listed)) == list(group(shuffled))


@given(claims())
def test_groups_stand_in_order_of_key_and_hold_claims_that_share_it(listed: list[Claim]) -> None:
    groups = list(group(listed))
    assert [facts.key for facts in groups] == sorted({facts.key for facts in groups})
    assert all(facts.key in keys_of(one) for facts in groups for one in facts.claims)
    assert all(len(facts.claims) > 1 for facts in groups)
