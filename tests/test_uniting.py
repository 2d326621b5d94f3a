"""One claim a fact: figure, date, actors and happening of a clause stand in one claim, and each check finds them."""

from collections import Counter

import pytest
from facts import archive, findings
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checks import date_differs, event_denied
from factcheck.records.claim import Claim

Fact = tuple[str, float | None, str | None, str | None]
"""Kind, figure, happening and the first day of its date."""

FACTS: list[tuple[str, str, list[Fact]]] = [
    ("a sale on a day", "Norway sold 12 jets to Sweden on 5 May 2020.",
     [("count", 12, "transfer", "2020-05-05")]),
    ("a sale that was denied", "Norway did not sell 12 jets to Sweden.", [("count", 12, "transfer", None)]),
    ("two figures are two facts", "On 5 May 2020 Norway ordered 12 jets and 4 tanks.",
     [("count", 12, "order", "2020-05-05"), ("count", 4, "order", "2020-05-05")]),
    ("two happenings", "The fire killed 12 people and injured 40.",
     [("count", 12, "death", None), ("count", 40, "injury", None)]),
    ("a visit on a day", "She visited Norway on 5 May 2020.", [("date", None, "visit", "2020-05-05")]),
    ("a visit", "She visited Norway.", [("event", None, "visit", None)]),
    ("a figure that describes a name", "Arlen, a village of 180 people, burned on 5 May 2020.",
     [("count", 180, None, None), ("date", None, "burning", "2020-05-05")]),
    ("an age", "Ada Lind, 71, visited Norway on 5 May 2020.",
     [("date", None, "visit", "2020-05-05"), ("quantity", 71, None, None)]),
    ("how long", "Norway closed the port for 12 days in May 2020.", [("duration", 12, "closure", "2020-05-01")]),
    ("two days are two facts", "Norway opened the port on 5 May 2020 and closed it on 7 May 2021.",
     [("date", None, "opening", "2020-05-05"), ("date", None, "closure", "2021-05-07")]),
    ("a figure without a happening", "The county has 12 ports.", [("count", 12, None, None)]),
]  # fmt: skip


def told(claim: Claim) -> Fact:
    event = claim.event
    day = event.date.start if event and event.date else None
    return claim.kind, claim.quantity.low if claim.quantity else None, event.kind if event else None, day


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in FACTS], ids=[row[0] for row in FACTS])
def test_a_fact_is_one_claim(text: str, expected: list[Fact]) -> None:
    made = [told(claim) for claim in archive({"one": text}).studies["one"].claims if claim.kind != "name"]
    assert Counter(made) == Counter(expected)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from([row[1] for row in FACTS]), min_size=1, max_size=4))
def test_no_passage_tells_a_happening_of_one_date_both_alone_and_with_a_figure(texts: list[str]) -> None:
    claims = archive({"one": "\n\n".join(texts)}).studies["one"].claims
    alone = [claim for claim in claims if claim.kind in ("date", "event")]
    beside = [claim for claim in claims if claim.event and claim not in alone]
    for claim in alone:
        assert not [one for one in beside if one.event == claim.event and one.anchors == claim.anchors]


def test_a_claim_gives_its_happening_alone() -> None:
    (sale,) = archive({"one": "Norway sold 12 jets to Sweden on 5 May 2020."}).studies["one"].claims
    happening = sale.happening
    assert happening is not None
    assert (happening.id, happening.kind, happening.measure) == (sale.id, "event", "transfer")
    assert (happening.quantity, happening.roles) == (None, sale.roles)
    assert happening.timespan is not None and happening.timespan.start == "2020-05-05"


def test_a_figure_alone_gives_no_happening() -> None:
    (ports,) = archive({"one": "The county has 12 ports."}).studies["one"].claims
    assert ports.happening is None


def test_a_denial_is_found_beside_a_figure() -> None:
    documents = {
        "one": "In May the council of Arlen approved the plan for a new harbour at a cost of $3 million.",
        "two": "The council of Arlen has not approved the plan for a new harbour.",
    }
    assert [found.verdict for found in findings(event_denied.CHECK, documents)] == ["possible-conflict"]


def test_another_day_is_found_beside_a_figure() -> None:
    documents = {
        "one": "Governor Ada Lind opened the harbour of Arlen with 300 guests on 5 May 2020.",
        "two": "Governor Ada Lind opened the harbour of Arlen on 9 May 2020.",
    }
    assert [found.verdict for found in findings(date_differs.CHECK, documents)] == ["conflict"]


TELLS = [
    ("Norway sold 12 jets to Sweden on 5 May 2020.", {"count", "event", "date"}),
    ("Norway sold 12 jets to Sweden.", {"count", "event"}),
    ("The county has 12 ports.", {"count"}),
]


@pytest.mark.parametrize(("text", "kinds"), TELLS)
def test_a_claim_says_every_kind_of_fact_that_it_tells(text: str, kinds: set[str]) -> None:
    (claim,) = archive({"one": text}).studies["one"].claims
    assert claim.tells == kinds
