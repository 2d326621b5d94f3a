"""What happens in a clause, and the parts that names and nouns play in it."""

from typing import Any

import pytest
from documents import document
from hypothesis import given
from hypothesis import strategies as st

from factcheck.finders import event, name, time
from factcheck.mentioning import Sight
from factcheck.records.document import Document
from factcheck.records.mention import EventMention


def seen(of: Document) -> list[EventMention]:
    before = {finder.FINDER.id: tuple(finder.FINDER.find(Sight(of))) for finder in (name, time)}
    return [one for one in event.FINDER.find(Sight(of, before)) if isinstance(one, EventMention)]


def events(text: str) -> list[EventMention]:
    return seen(document(text))


def of_verb(text: str, verb: str) -> EventMention:
    found = [one for one in events(text) if one.verb == verb]
    assert found, [one.verb for one in events(text)]
    return found[0]


ROLES: list[tuple[str, str, dict[str, Any]]] = [
    (
        "There was an explosion in Arlen at 6.25 a.m.",
        "explosion",
        {"concept": "explosion", "place": "Arlen", "negated": False},
    ),
    (
        "There was no meeting of the Arlen Council on 5 May 2023.",
        "meet",
        {"concept": "meeting", "recipient": ("Arlen Council",), "negated": True},
    ),
    (
        "Kenya bought ten trains from Spain for the Karuthi line.",
        "buy",
        {"concept": "transfer", "agent": ("Kenya",), "from_": ("Spain",), "for_": ("Karuthi line",), "status": "done"},
    ),
    (
        "Ten trains were sold to Kenya by Spain.",
        "sell",
        {"agent": ("Spain",), "to": ("Kenya",), "recipient": ()},
    ),
    (
        "Spain agreed to supply Kenya with ten trains.",
        "supply",
        {"agent": ("Spain",), "recipient": ("Kenya",), "status": "agreed"},
    ),
    (
        "Brannock Foods has agreed to be bought by Oestrand for £1.6 billion.",
        "buy",
        {"agent": ("Oestrand",), "recipient": ("Brannock Foods",), "status": "agreed"},
    ),
    (
        "President Carlos Ruiz visited Norway and met Prime Minister Anna Berg.",
        "meet",
        {"concept": "meeting", "agent": ("Carlos Ruiz",), "recipient": ("Anna Berg",)},
    ),
    (
        "President Carlos Ruiz paid a two-day visit to Norway.",
        "visit",
        {"concept": "visit", "agent": ("Carlos Ruiz",), "to": ("Norway",)},
    ),
    (
        "Carlos Ruiz, who visited Norway in May, is ill.",
        "visit",
        {"agent": ("Carlos Ruiz",), "to": ("Norway",)},
    ),
    (
        "The second visit of Carlos Ruiz to Norway in May 2020 was short.",
        "visit",
        {"agent": ("Carlos Ruiz",), "to": ("Norway",), "ordinal": 2},
    ),
    (
        "The takeover of Brannock by Oestrand in 2024 was a shock.",
        "takeover",
        {"concept": "takeover", "agent": ("Oestrand",), "recipient": ("Brannock",)},
    ),
    (
        "Twelve people died when the ferry sank off Kenya.",
        "sink",
        {"concept": "sinking", "agent": ("ferry",), "place": "Kenya"},
    ),
    ("The fire near Lima killed nine people.", "kill", {"concept": "death", "agent": ("fire",)}),
    ("A fire broke out in Lima, Peru.", "break-out", {"concept": "outbreak", "place": "Lima"}),
    ("Founded in 1896, the firm makes glass.", "found", {"concept": "founding", "recipient": ("firm",)}),
    ("The firm will cut 650 jobs.", "cut", {"concept": "layoff", "status": "planned", "modality": "expected"}),
    ("Two men killed in crash near Lima", "kill", {"recipient": ("men",), "place": "Lima"}),
    (
        "LIMA, May 4 (Wire) - A ferry struck a reef and sank.",
        "sink",
        {"agent": ("ferry",), "place": None},
    ),
    ("The trains that Kenya ordered from Spain came ashore.", "order", {"agent": ("Kenya",), "from_": ("Spain",)}),
    ("Second, Norway closed the port.", "close", {"agent": ("Norway",), "recipient": ("port",)}),
    ("He has a dog. It left the house.", "leave", {"agent": (), "from_": ("house",)}),
]


@pytest.mark.parametrize(("text", "verb", "expected"), ROLES)
def test_parts_are_given_to_who_plays_them(text: str, verb: str, expected: dict[str, Any]) -> None:
    found = of_verb(text, verb)
    assert {field: getattr(found, field) for field in expected} == expected


CONCEPTS = [
    ("The health office reported 540 cases.", "infection"),
    ("Revenue rose to £5 million.", "revenue"),
    ("Deaths fell to twelve.", "death"),
    ("Trade rose by 40 per cent.", "growth"),
    ("The skeleton is nine metres long.", "length"),
    ("The firm made a profit of £2 million.", "profit"),
    ("The founder was found guilty of fraud.", "conviction"),
    ("The firm raised £5 million.", "funding"),
    ("The firm raised its prices.", "growth"),
    ("The minister dismissed the claim.", "rejection"),
    ("The minister dismissed the general.", "dismissal"),
    ("The minister ruled out a deal.", None),
    ("They found that the price was low.", None),
    ("They found themselves in Lima.", None),
    ("The death toll rose to 14.", "death"),
    ("The ship caught fire.", "burning"),
    ("The fair was held in May.", "holding"),
    ("The game was held in May.", "match"),
    ("The firm holds 21 per cent of the shares.", "ownership"),
    ("She had grown old.", None),
    ("Profit before tax fell to £5 million.", "profit"),
    ("Twelve people lost their lives.", "death"),
    ("The tower came down at noon.", "collapse"),
    ("The price came down to £5.", None),
    ("She came down the stairs.", None),
    ("The roof caved in.", "collapse"),
    ("The ferry went down within an hour.", "sinking"),
    ("The lights went out at noon.", "outage"),
    ("The train left the rails.", "crash"),
    ("The dam burst in May.", "collapse"),
    ("The strike was called off in May.", "cancellation"),
]


@pytest.mark.parametrize(("text", "concept"), CONCEPTS)
def test_a_clause_tells_of_one_kind_of_happening(text: str, concept: str | None) -> None:
    assert events(text)[0].concept == concept


MANNER = [
    ("The port was not closed.", "close", {"negated": True, "status": None}),
    ("No deposit has been paid.", "pay", {"negated": True}),
    ("No one fired a shot.", "fire", {"negated": True}),
    ("The firm did not open the mine.", "open", {"negated": True}),
    ("No train ran until noon.", "run", {"negated": False}),
    ("The first patients were not admitted until January.", "admit", {"negated": False, "status": None}),
    ("No fewer than ten men died.", "die", {"negated": False}),
    ("The treaty was signed in May.", "sign", {"status": "signed"}),
    ("Norway ordered six ships.", "order", {"status": "ordered"}),
    ("Six ships were delivered.", "deliver", {"status": "delivered"}),
    ("Norway is building six ships.", "build", {"status": "under-way"}),
    ("Norway plans to build six ships.", "build", {"status": "planned", "modality": "expected"}),
    ("Norway refused to pay.", "pay", {"status": "refused"}),
    ("The visit was cancelled.", "cancel", {"status": "cancelled"}),
    ("The ship may have sunk.", "sink", {"modality": "possible"}),
    ("Crews searched in the hope of finding survivors.", "find", {"modality": "possible"}),
    ("Norway reportedly bought six ships.", "buy", {"modality": "reported"}),
    ("He allegedly stole the ship.", "steal", {"modality": "alleged"}),
    ("Norway denied that it had bought ships.", "buy", {"modality": "denied"}),
]


@pytest.mark.parametrize(("text", "verb", "expected"), MANNER)
def test_how_surely_and_how_far_it_happens(text: str, verb: str, expected: dict[str, Any]) -> None:
    found = of_verb(text, verb)
    assert {field: getattr(found, field) for field in expected} == expected


SAID = [
    ("Jane Roe said that the port had closed.", "close", ("Jane Roe",)),
    ("Jane Roe said the port had closed.", "close", ("Jane Roe",)),
    ("The port closed in May, Jane Roe said.", "close", ("Jane Roe",)),
    ("According to Jane Roe, the port closed in May.", "close", ("Jane Roe",)),
    ("The port closed in May.", "close", ()),
]


@pytest.mark.parametrize(("text", "verb", "said_by"), SAID)
def test_who_says_so_is_told(text: str, verb: str, said_by: tuple[str, ...]) -> None:
    assert of_verb(text, verb).said_by == said_by


def test_each_figure_goes_with_its_own_partner() -> None:
    text = "Norway bought $2.3 billion worth of arms from Chile and $1.4 billion from Kenya."
    first, second = events(text)
    assert (first.from_, second.from_) == (("Chile",), ("Kenya",))
    assert text[second.start : second.end] == "$1.4 billion from Kenya"
    assert text[first.start : first.end].endswith("from Chile")


def test_a_pronoun_stands_for_the_one_person_told_of() -> None:
    assert of_verb("Jane Roe resigned. She left Norway.", "leave").agent == ("Jane Roe",)


def test_a_pronoun_that_may_mean_two_people_stands_for_none() -> None:
    assert of_verb("Jane Roe met Anna Berg. She left Norway.", "leave").agent == ()


def test_an_item_tells_of_what_its_heading_announces() -> None:
    text = "# Visits by Carlos Ruiz to Norway\n\n1. June 2013 – meets the king.\n2. May 2014 – his second visit."
    items = [one for one in events(text) if one.concept == "visit" and text[one.start] in "JM"]
    assert [(one.agent, one.to, one.ordinal) for one in items] == [
        (("Carlos Ruiz",), ("Norway",), None),
        (("Carlos Ruiz",), ("Norway",), 2),
    ]
    assert of_verb(text, "meet").agent == ("Carlos Ruiz",)


@given(st.text(alphabet="The man Ruiz who, and that was killed (sold) to; in by “”—’s $12 of\n", max_size=200))
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    of = document(text)
    for found in seen(of):
        assert 0 <= found.start < found.end <= len(text)
        assert any(one.start <= found.start and found.end <= one.end for one in of.blocks)


@pytest.mark.parametrize("unit", ["( ", "he said that ", "to Norway ", "of them ", "killing ", "$5 from X and ", "1 "])
def test_long_hostile_sentences_are_read_through(unit: str) -> None:
    assert len(events(unit * 2000)) <= 2 * 2000
