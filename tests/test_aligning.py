"""Which claim of one document is held against which of another, and what the pairs add up to."""

from collections.abc import Sequence
from functools import cache

import pytest
from facts import claim
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.aligning import Matching, Pair, align, oppositions
from factcheck.comparing import Comparison
from factcheck.families import Family, Setting
from factcheck.grouping import Meeting
from factcheck.likeness import Likeness
from factcheck.records.finding import Step, Verdict
from factcheck.rows import Row, row_of
from factcheck.stories import Relatedness

STEP = (Step(code="by-hand", text="It is so."),)
AGREES = Comparison("agrees", None, STEP)


@cache
def at(name: str) -> Row:
    """A claim called by its document and its place there: "a3" is the third of document a."""
    return row_of(claim(name, name[0], int(name[1:]), names=("Arlen",)))


def standing(row: Row) -> tuple[str, int, str]:
    return row.place


def pair(names: str, verdict: Verdict | None, score: float = 5.0) -> Pair:
    """Two claims that agree, or differ with a verdict."""
    one, other = sorted(map(at, names.split()), key=standing)
    like = Likeness(score=score, names=(), words=(), figures=(), same_time=False)
    return Pair(one, other, like, AGREES if verdict is None else Comparison("differs", verdict, STEP))


def told(pairs: Sequence[Pair]) -> set[str]:
    return {f"{one.one.id} {one.other.id}" for one in pairs}


def ranked(*pairs: Pair) -> list[Pair]:
    return sorted(pairs, key=lambda one: one.rank)


ALIGNED = {
    "one against one": ([pair("a1 b1", "conflict")], {"a1 b1"}),
    "the likest of a document is held, the rest not": (
        [pair("a1 b1", "conflict", 6), pair("a1 b2", "conflict", 5)],
        {"a1 b1"},
    ),
    "each of a document is matched once": (
        [pair("a1 b1", "conflict", 6), pair("a2 b1", "conflict", 5), pair("a2 b2", "conflict", 4)],
        {"a1 b1", "a2 b2"},
    ),
    "one against many documents": ([pair("a1 b1", "conflict"), pair("a1 c1", "conflict")], {"a1 b1", "a1 c1"}),
    "a figure that the other document gives too is explained by it": (
        [pair("a1 b1", "conflict", 9), pair("a1 b2", None, 3)],
        {"a1 b2"},
    ),
    "it explains nothing in a third document": (
        [pair("a1 c1", "conflict", 9), pair("a1 b2", None, 3)],
        {"a1 c1", "a1 b2"},
    ),
    "all that agree are held": (
        [pair("a1 b1", None), pair("a1 b2", None), pair("a2 b1", None)],
        {"a1 b1", "a1 b2", "a2 b1"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("pairs", "expected"), ALIGNED.values(), ids=ALIGNED)
def test_claims_are_matched_best_first(pairs: list[Pair], expected: set[str]) -> None:
    assert told(align(ranked(*pairs))) == expected


OPPOSED = {
    "two sides": ([pair("a1 b1", "conflict")], [("conflict", [{"a1"}, {"b1"}])]),
    "two facts": (
        [pair("a1 b1", "conflict"), pair("a2 b2", "conflict")],
        [("conflict", [{"a1"}, {"b1"}]), ("conflict", [{"a2"}, {"b2"}])],
    ),
    "those who agree stand together, the larger side first": (
        [pair("a1 b1", "conflict"), pair("a1 c1", "conflict"), pair("b1 c1", None)],
        [("conflict", [{"b1", "c1"}, {"a1"}])],
    ),
    "one who takes no side of its own supports the one it agrees with": (
        [pair("a1 b1", "conflict"), pair("b1 c1", None)],
        [("conflict", [{"b1", "c1"}, {"a1"}])],
    ),
    "one who agrees with both sides supports neither": (
        [pair("a1 b1", "conflict"), pair("a1 c1", None), pair("b1 c1", None)],
        [("conflict", [{"a1"}, {"b1"}])],
    ),
    "three answers are three sides": (
        [pair("a1 b1", "conflict"), pair("a1 c1", "conflict"), pair("b1 c1", "conflict")],
        [("conflict", [{"a1"}, {"b1"}, {"c1"}])],
    ),
    "alarms add up, judged by the likest": (
        [pair("a1 b1", "possible-conflict", 4), pair("a1 c1", "conflict", 8), pair("b1 c1", None)],
        [("conflict", [{"b1", "c1"}, {"a1"}])],
    ),
    "other differences are told apart from alarms": (
        [pair("a1 b1", "later-figure"), pair("a1 c1", "conflict")],
        [("conflict", [{"a1"}, {"c1"}]), ("later-figure", [{"a1"}, {"b1"}])],
    ),
    "agreement alone is no opposition": ([pair("a1 b1", None)], []),
}


@pytest.mark.parametrize(("pairs", "expected"), OPPOSED.values(), ids=OPPOSED)
def test_pairs_add_up_to_one_opposition_for_each_fact(
    pairs: list[Pair], expected: list[tuple[str, list[set[str]]]]
) -> None:
    found = [
        (opposition.verdict, [{one.id for one in side} for side in opposition.sides])
        for opposition in oppositions(ranked(*pairs))
    ]
    assert found == expected


def test_two_claims_are_compared_once_though_several_groups_hold_them() -> None:
    compared: list[tuple[str, str]] = []

    def judge(one: Row, other: Row, _: Relatedness) -> Pair | None:
        compared.append((one.id, other.id))
        return pair(f"{one.id} {other.id}", "conflict") if "c1" not in (one.id, other.id) else None

    both = {"keys": ("figure:count:death", "figure:count:people")}
    rows = {name[0]: [row_with(at(name), **both)] for name in ("a1", "b1")} | {"c": [at("c1")]}
    matching = Matching("figure", list, judge, Meeting((), in_each_key))
    assert told(Family(matching, Setting(rows, Relatedness({}))).pairs()) == {"a1 b1"}
    assert sorted(compared) == [("a1", "b1"), ("a1", "c1"), ("b1", "c1")]


def in_each_key(row: Row) -> tuple[Sequence[str], Sequence[str]]:
    return row.keys, row.keys


def row_with(row: Row, **changes: object) -> Row:
    """A copy of a row with some of it changed."""
    made = row_of(row.claim)
    for name, value in changes.items():
        setattr(made, name, value)
    return made


NAMES = [f"{source}{place}" for source in "abc" for place in (1, 2, 3)]
VERDICTS: list[Verdict | None] = [None, "conflict", "possible-conflict", "different-basis", "later-figure"]


@st.composite
def judged(draw: st.DrawFn) -> list[Pair]:
    """Pairs of claims of different documents, each pair once."""
    chosen = draw(st.lists(st.sets(st.sampled_from(NAMES), min_size=2, max_size=2), max_size=10, unique_by=frozenset))
    return [
        pair(" ".join(sorted(two)), draw(st.sampled_from(VERDICTS)), draw(st.integers(3, 6)))
        for two in chosen
        if len({name[0] for name in two}) == 2
    ]


@settings(max_examples=40)
@given(judged())
def test_every_claim_takes_one_side_at_most(pairs: list[Pair]) -> None:
    for opposition in oppositions(align(ranked(*pairs))):
        members = [one.id for side in opposition.sides for one in side]
        assert len(members) == len(set(members))
        assert len(opposition.sides) > 1


@settings(max_examples=40)
@given(judged())
def test_every_difference_that_is_held_is_told(pairs: list[Pair]) -> None:
    held = align(ranked(*pairs))
    sided = [{one.id for side in opposition.sides for one in side} for opposition in oppositions(held)]
    for one in held:
        if one.comparison.verdict is not None:
            assert any({one.one.id, one.other.id} <= members for members in sided)


@settings(max_examples=40)
@given(judged())
def test_those_on_one_side_do_not_differ(pairs: list[Pair]) -> None:
    held = align(ranked(*pairs))
    for opposition in oppositions(held):
        apart = {frozenset((one.one.id, one.other.id)) for one in held if one.comparison.verdict == opposition.verdict}
        for side in opposition.sides:
            assert not any(frozenset((one.id, other.id)) in apart for one in side for other in side)


@settings(max_examples=40)
@given(judged(), st.randoms(use_true_random=False))
def test_the_order_of_pairs_changes_nothing(pairs: list[Pair], random: object) -> None:
    shuffled = list(pairs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert align(ranked(*pairs)) == align(ranked(*shuffled))
    assert oppositions(align(ranked(*pairs))) == oppositions(align(ranked(*shuffled)))
