"""A draft's number against a source's: it may round and leave words out, it may not be more exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.config import Glossary
from factcheck.gate.numbers import Relation, relation
from factcheck.mentioning import find_all
from factcheck.reading import read_text
from factcheck.records.mention import QuantityMention, TimeMention
from factcheck.records.quantity import Quantity


def quantity(text: str) -> Quantity:
    """The only figure of a text."""
    found = find_all(read_text(text), Glossary())
    numbers = [one.quantity for one in found["quantity"] if isinstance(one, QuantityMention)]
    lengths = [one.duration for one in found["time"] if isinstance(one, TimeMention) and one.duration]
    assert len([*numbers, *lengths]) == 1, text
    return [*numbers, *lengths][0]


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        ("It cost $1.7 billion.", "It cost $1.7 billion.", "equal"),
        ("It cost about $1.4 billion.", "It cost $1.44 billion.", "equal"),
        ("It cost $1.4 billion.", "It cost $1.44 billion.", "equal"),
        ("It cost $1.5 billion.", "It cost $1.44 billion.", "differs"),
        ("It cost $1.6 billion.", "It cost $1.7 billion.", "differs"),
        ("It cost $1.44 billion.", "It cost about $1.4 billion.", "coarser"),
        ("It sold 1,200 books.", "It sold 1,187 books.", "equal"),
        ("It sold 1,187 books.", "It sold about 1,200 books.", "coarser"),
        ("It sold 1,240 books.", "It sold 1,187 books.", "differs"),
        ("It sold more than 500 books.", "It sold 523 books.", "equal"),
        ("It sold more than 500 books.", "It sold 498 books.", "differs"),
        ("It sold more than 500 books.", "It sold 2,300 books.", "coarser"),
        ("It sold 1,600 books.", "It sold more than 1,600 books.", "equal"),
        ("It sold 1,900 books.", "It sold more than 1,600 books.", "differs"),
        ("It sold fewer than 7,000 books.", "It sold at least 7,000 books.", "differs"),
        ("They stayed four to six months.", "They stayed four to six months.", "equal"),
        ("They stayed four to five months.", "They stayed four to six months.", "differs"),
        ("It covers 215 square miles.", "It covers 138,000 acres.", "equal"),
        ("It cost $12 million.", "It cost 12 million euros.", "other"),
        ("A fund of six million euros was proposed.", "A fund of six million was proposed.", "equal"),
        ("Prices rose by 7 per cent.", "Prices fell by 7 per cent.", "differs"),
        ("Prices rose by 7 per cent.", "There was a rise of 7 per cent.", "equal"),
        ("Prices rose by more than 7 per cent.", "Prices rose by 7.4 per cent.", "equal"),
        ("It sold 40 books.", "It took 40 days.", "other"),
    ],
)
def test_how_a_number_stands_to_its_source(draft: str, source: str, expected: Relation) -> None:
    assert relation(quantity(draft), quantity(source)) == expected


numbers = st.builds(
    Quantity,
    low=st.floats(1, 1e9),
    high=st.floats(1, 1e9),
    modifier=st.sampled_from(["=", "~", ">", "<", "up", "down"]),
    unit=st.sampled_from([None, "USD", "percent", "people"]),
    dimension=st.sampled_from(["count", "money", "share"]),
    precision=st.sampled_from([0.0, 1.0, 1000.0]),
    as_written=st.just("x"),
)


@given(numbers)
def test_a_number_bears_itself_out(one: Quantity) -> None:
    plain = one.but(high=one.low)
    assert relation(plain, plain) == "equal"


@given(numbers, numbers)
def test_any_two_numbers_are_compared(one: Quantity, other: Quantity) -> None:
    assert relation(one, other) in ("equal", "coarser", "differs", "other")
