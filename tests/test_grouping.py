"""Claims about one fact meet: in a group by their key, inside it by a name or a story; and work grows with claims."""

from collections.abc import Mapping, Sequence

import pytest
from facts import claim, dollars, month, quantity
from hypothesis import given
from hypothesis import strategies as st

from factcheck.blocks import WINDOW
from factcheck.grouping import Meeting, Part, Standing, anytime, by_name, grouped, of_two, shared_names
from factcheck.records.claim import Claim, Comparison, Event, Roles
from factcheck.rows import MOST_NAMES, Row, keys_of, row_of, rows_of

LARGEST = Comparison(relation="most", rank=1, superlative="largest", dimension="supplier", subject="Norway")
KIN = {"one": {"two": 0.5}, "two": {"one": 0.5}}


def by_value(row: Row) -> float:
    return row.low


BY_VALUE = Meeting((by_value,))
DEAD = claim("a", "one", statement="Twelve people were killed by the fire.", names=("Arlen",))


def numbers_met(rows: Sequence[Row], kin: Mapping[str, Mapping[str, float]], how: Meeting) -> set[tuple[int, int]]:
    """The pairs of a group that are worth a look, by their numbers; `kin` gives the documents that tell one story."""
    own: dict[str, dict[int, Row]] = {}
    for number, row in enumerate(rows):
        own.setdefault(row.source, {})[number] = row
    standings = {source: Standing(there, how) for source, there in own.items()}
    near = {one: others.keys() for one, others in kin.items()}
    names = shared_names({source: {mark for row in own[source].values() for mark in row.marks} for source in own}, near)
    sharing = {
        source: {number: row for number, row in there.items() if names & {*row.marks}} for source, there in own.items()
    }
    strangers = by_name({source: Standing(there, how) for source, there in sharing.items()}, near, names)
    found = {two for others in strangers.values() for twos in others.values() for two in twos}
    for one in standings:
        for other in standings.keys() & {one, *near.get(one, ())}:
            if one <= other:
                found |= of_two(standings[one], standings[other])
    return found


def meetings(rows: Sequence[Row], kin: Mapping[str, Mapping[str, float]], how: Meeting) -> list[tuple[Row, Row]]:
    """The pairs of a group that are worth a look, each once."""
    return [(rows[one], rows[other]) for one, other in sorted(numbers_met(rows, kin, how))]


def met(*claims: Claim, kin: dict[str, dict[str, float]] | None = None) -> set[frozenset[str]]:
    """The ids of claims that meet, two by two."""
    groups = grouped(row for one in claims for row in rows_of(one))
    return {frozenset((a.id, b.id)) for rows in groups.values() for a, b in meetings(rows, kin or {}, BY_VALUE)}


BY_NAME = {
    "other words, one name": (DEAD, claim("b", "two", measure="fatalities", statement="It was so.", names=("Arlen",))),
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
        claim("a", measure="fighter jets", names=("Arlen",)),
        claim("b", "two", measure="jets", names=("Arlen",)),
    ),
    "sums of other things": (
        claim("a", measure="arms", quantity=dollars(5e6), names=("Arlen",)),
        claim("b", "two", measure="transfer", quantity=dollars(7e6), names=("Arlen",)),
    ),
    "units of one dimension": (
        claim("a", quantity=quantity(40, dimension="length", unit="km"), measure="road", names=("Arlen",)),
        claim("b", "two", quantity=quantity(25, dimension="length", unit="mi"), measure="way", names=("Arlen",)),
    ),
    "rankings": (
        claim("a", kind="ranking", measure="supplier", quantity=None, comparison=LARGEST, names=("Arlen",)),
        claim("b", "two", kind="superlative", measure="seller", quantity=None, comparison=LARGEST, names=("Arlen",)),
    ),
    "a happening, and one that a figure tells of besides": (
        claim("a", kind="event", measure="visit", quantity=None, event=Event(kind="visit"), names=("Arlen",)),
        claim("b", "two", measure="guests", event=Event(kind="visit"), names=("Arlen",)),
    ),
}


@pytest.mark.parametrize(("one", "other"), BY_NAME.values(), ids=BY_NAME)
def test_claims_that_share_a_name_and_a_kind_of_thing_meet(one: Claim, other: Claim) -> None:
    assert met(one, other) == {frozenset("ab")}


NAMELESS = (DEAD.but(names=()), claim("b", "two", statement="A fire killed 14."))


def test_claims_of_documents_that_tell_one_story_meet_without_a_name() -> None:
    assert met(*NAMELESS, kin=KIN) == {frozenset("ab")}
    assert met(*NAMELESS) == set()


def test_claims_of_one_document_meet_without_a_name() -> None:
    assert met(DEAD.but(names=()), claim("b", "one", 99)) == {frozenset("ab")}


APART = {
    "other measures": (DEAD, claim("b", "two", measure="buses", statement="Twelve buses burned.", names=("Arlen",))),
    "a count and a sum": (DEAD, claim("b", "two", quantity=dollars(5e6), names=("Arlen",))),
    "other names": (DEAD, claim("b", "two", names=("Bergen",))),
}


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_claims_of_other_kinds_or_names_do_not_meet(one: Claim, other: Claim) -> None:
    assert met(one, other) == set()


def test_claims_of_times_that_do_not_meet_are_not_worth_a_look() -> None:
    one, other = (claim(id, id, names=("Arlen",), timespan=month(2020, number)) for id, number in (("a", 3), ("b", 4)))
    assert met(one, other) == set()
    assert met(one, other.but(timespan=None)) == {frozenset("ab")}
    assert met(one, other.but(timespan=month(2020, 3))) == {frozenset("ab")}


PARTS: dict[str, tuple[tuple[Part, ...], tuple[Part, ...]]] = {
    "whole": (("whole",), ("whole",)), "part": (("part",), ("part",)), "additional": ((), ("whole",)),
}  # fmt: skip


def test_rows_meet_where_one_looks_into_a_part_in_which_the_other_stands() -> None:
    listed = [
        row_of(claim(f"{scope}-{source}", source, names=("Arlen",), scope=scope))
        for source in ("one", "two")
        for scope in PARTS
    ]
    how = Meeting((by_value,), lambda row: PARTS[row.scope], anytime)
    found = {(a.id, b.id) for own in grouped(listed).values() for a, b in meetings(own, {}, how)}
    assert found == {
        ("whole-one", "whole-two"), ("part-one", "part-two"), ("additional-one", "whole-one"),
        ("additional-one", "whole-two"), ("additional-two", "whole-two"), ("whole-one", "additional-two"),
    }  # fmt: skip


def test_neither_value_nor_period_makes_a_key() -> None:
    other = DEAD.but(quantity=quantity(97), timespan=month(2020, 3), as_of="2020-01-01")
    assert keys_of(DEAD) == keys_of(other)
    assert row_of(DEAD).marks == row_of(other).marks


def test_names_by_which_a_claim_meets_others_are_limited() -> None:
    names = tuple(f"Name{letter * 3}" for letter in "abcdefghijklmnop")
    assert len(row_of(claim("a", names=names)).marks) == MOST_NAMES


def test_a_name_counts_once_whatever_part_it_plays() -> None:
    assert row_of(claim("a", roles=Roles(agent=("Norway",)), place="Norway", names=("Norwegian",))).marks == ("norway",)


def crowd(size: int, sources: int = 200) -> list[Row]:
    """Claims of one subject: all of one measure and one name, each of another value."""
    return [
        row_of(claim(f"c{number:05}", f"s{number % sources:03}", number, quantity=quantity(number), names=("Arlen",)))
        for number in range(size)
    ]


def by_place(row: Row) -> int:
    return row.start


@pytest.mark.parametrize("size", [1_000, 10_000])
def test_a_claim_of_a_subject_with_ten_thousand_meets_a_bounded_number(size: int) -> None:
    rows = grouped(crowd(size))["figure:count:death"]
    orders = (by_value, by_place)
    count = len(numbers_met(rows, {}, Meeting(orders)))
    own_document, own_name = 2, 1
    assert size * WINDOW <= count + WINDOW * WINDOW
    assert count <= size * WINDOW * len(orders) * (own_document + own_name)


def test_in_a_crowd_those_of_like_value_meet() -> None:
    rows = grouped(crowd(1_000))["figure:count:death"]
    found = {(min(a.low, b.low), max(a.low, b.low)) for a, b in meetings(rows, {}, BY_VALUE)}
    assert all((value, value + 1) in found for value in range(999))


def rows() -> st.SearchStrategy[list[Row]]:
    listed = st.tuples(
        st.sampled_from([("Arlen",), ("Norway", "Arlen"), ()]),
        st.sampled_from(["one", "two", "three"]),
        st.integers(0, 5),
    )
    return st.lists(listed, max_size=8).map(
        lambda drawn: [
            row_of(claim(f"c{number}", source, number, names=names, quantity=quantity(value)))
            for number, (names, source, value) in enumerate(drawn)
        ]
    )


def pairs(listed: list[Row]) -> list[tuple[str, str]]:
    groups = grouped(listed)
    return sorted((a.id, b.id) for own in groups.values() for a, b in meetings(own, KIN, BY_VALUE))


@given(rows(), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_no_meeting(listed: list[Row], random: object) -> None:
    shuffled = list(listed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert pairs(listed) == pairs(shuffled)


@given(rows())
def test_each_two_meet_once_the_earlier_first(listed: list[Row]) -> None:
    assert len(pairs(listed)) == len(set(pairs(listed)))
    groups = grouped(listed)
    assert all(a.place < b.place for own in groups.values() for a, b in meetings(own, KIN, BY_VALUE))


@given(rows())
def test_groups_stand_in_order_of_key(listed: list[Row]) -> None:
    groups = grouped(listed)
    assert list(groups) == sorted(groups)
    assert all(key in row.keys for key, own in groups.items() for row in own)
