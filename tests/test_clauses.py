"""A sentence is cut into its clauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.clauses import DEEPEST, clauses
from factcheck.language.predicates import predicates
from factcheck.language.tagging import tag

GROUPS = [
    ("The firm has agreed to be bought by Oster.", ["has agreed to be bought"]),
    ("No deposit has yet been paid.", ["has yet been paid"]),
    ("The trains are due to open soon.", ["are due to open"]),
    ("They began selling arms.", ["began selling"]),
    ("It would likely have cost more.", ["would likely have cost"]),
    ("A recently released film was shown.", ["was shown"]),
    ("The works are to be wired by June.", ["are to be wired"]),
    ("The lift was last inspected by him.", ["was last inspected"]),
    ("The pump had broken down.", ["had broken"]),
    ("Two leaves had been cut from it.", ["had been cut"]),
    ("The wage was cut.", ["was cut"]),
]


@pytest.mark.parametrize(("sentence", "groups"), GROUPS)
def test_a_verb_is_read_with_what_leads_to_it(sentence: str, groups: list[str]) -> None:
    tokens = tag(sentence)
    found = [sentence[tokens[one.start].start : tokens[one.end - 1].end] for one in predicates(tokens)]
    assert found == groups


@pytest.mark.parametrize(
    ("sentence", "passive", "negated"),
    [
        ("The port was closed.", True, False),
        ("The port was not closed.", True, True),
        ("The port never closed.", False, True),
        ("The firm failed to pay.", False, True),
        ("The firm did not fail to pay.", False, False),
        ("The firm is not only paying but growing.", False, False),
    ],
)
def test_a_verb_tells_whether_it_is_passive_and_whether_it_is_denied(
    sentence: str, passive: bool, negated: bool
) -> None:
    first = next(iter(predicates(tag(sentence))))
    assert (first.passive, first.negated) == (passive, negated)


CUT = [
    (
        "The trains ordered in 2019 were delivered late and cost more.",
        [
            ("main", "The trains ordered in 2019 were delivered late"),
            ("participle", "ordered in 2019"),
            ("coordinate", "cost more"),
        ],
    ),
    (
        "The firm, which was founded in 1896, has three mills.",
        [
            ("main", "The firm, which was founded in 1896, has three mills"),
            ("relative", "which was founded in 1896"),
        ],
    ),
    (
        "After the ministry declared an outbreak, the school closed.",
        [("subordinate", "After the ministry declared an outbreak"), ("main", "the school closed")],
    ),
    (
        "Oster said the deal would cost 650 jobs.",
        [("main", "Oster said the deal would cost 650 jobs"), ("complement", "the deal would cost 650 jobs")],
    ),
    (
        "The bridge fell; nobody was hurt.",
        [("main", "The bridge fell"), ("main", "nobody was hurt")],
    ),
    (
        "He went to Oster to sign a deal and met the mayor.",
        [
            ("main", "He went to Oster to sign a deal"),
            ("infinitive", "to sign a deal"),
            ("coordinate", "met the mayor"),
        ],
    ),
    (
        "The number of people killed when a ferry sank rose to 21.",
        [
            ("main", "The number of people killed when a ferry sank rose to 21"),
            ("subordinate", "when a ferry sank"),
            ("participle", "killed"),
        ],
    ),
    ("Floods in the north", [("main", "Floods in the north")]),
]


@pytest.mark.parametrize(("sentence", "parts"), CUT)
def test_a_sentence_is_cut_into_clauses(sentence: str, parts: list[tuple[str, str]]) -> None:
    tokens = tag(sentence)
    found = [(one.kind, sentence[tokens[one.start].start : tokens[one.end - 1].end]) for one in clauses(tokens)]
    assert found == parts


def test_a_further_verb_shares_the_subject_of_the_first() -> None:
    first, second = clauses(tag("The ferry struck a reef and sank off the coast."))
    assert second.shares == first.number


@given(st.text(alphabet="The man who, and that was killed (sold) to; in by “”—not before 12", max_size=200))
def test_clauses_lie_in_the_sentence_and_in_each_other(text: str) -> None:
    tokens = tag(text)
    found = clauses(tokens)
    for clause in found:
        assert 0 <= clause.start <= clause.end <= len(tokens)
        if clause.parent is not None:
            assert found[clause.parent].start <= clause.start
        if clause.predicate is not None:
            assert clause.start <= clause.predicate.head < len(tokens)


def test_clauses_nest_no_deeper_than_can_be_read() -> None:
    found = clauses(tag("he said that " * 500))
    depths: dict[int, int] = {}
    for clause in found:
        depths[clause.number] = 1 + depths.get(clause.parent, 0) if clause.parent is not None else 1
    assert 1 < max(depths.values()) <= DEEPEST
