"""One thing told with two details, two directions or two words: what has to be found, and look-alikes."""

import re
from itertools import combinations

import pytest
from facts import findings, study
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checks import detail_differs, direction_differs, word_differs
from factcheck.details.told import PLACE, details
from factcheck.language.directions import moves_in
from factcheck.language.exclusive import values
from factcheck.language.slots import slots

Pair = tuple[str, str]
DAYS = {"one": "2023-03-15", "two": "2023-03-16"}

TWO: dict[str, tuple[str, Pair]] = {
    "an offence": ("the offence of a conviction", (
        "Ada Berg of Elm was found guilty of arson on Monday.",
        "On Monday Ada Berg of Elm was jailed for blackmail.",
    )),
    "an offence of two words": ("the offence of a conviction", (
        "Ada Berg of Elm was convicted of tax evasion on Monday.",
        "On Monday Ada Berg of Elm was jailed for money laundering.",
    )),
    "a cargo": ("the cargo", (
        "The freighter Calder, laden with coal, sank off Elm on Monday.",
        "The Calder was carrying timber when it sank off Elm on Monday.",
    )),
    "what is made of a material": ("the material", (
        "The bust of Ada Berg in Elm is cast in bronze.",
        "A marble bust of Ada Berg stands in Elm.",
    )),
    "the one who plays": ("the instrument", (
        "The cellist Ada Berg opened the Elm festival.",
        "Ada Berg of Elm played the oboe when the festival opened.",
    )),
    "a town of a hospital": ("the town of the hospital", (
        "The pilot of the Elm balloon was flown to a hospital in Calder on Monday.",
        "Paramedics took the pilot of the Elm balloon to hospital in Rothwick on Monday.",
    )),
    "a word with a hyphen": ("the round", (
        "Elm lost to Calder in the semi-final on Monday.",
        "Monday's defeat of Elm by Calder in the quarter-final hurt.",
    )),
    "a ship's flag": ("the flag", (
        "The tanker Calder Star, which flies the flag of Panama, left Elm.",
        "The Maltese-flagged tanker Calder Star left Elm.",
    )),
    "a seat": ("the seat", (
        "The brewer Norrland, based in Calder, makes Elm beer.",
        "Norrland, which has its headquarters in Rothwick, is the brewer of Elm beer.",
    )),
    "one place of two sentences": ("one word", (
        "The new cable car at Elm will open in spring, the mayor of Calder said.",
        "The new cable car at Elm will open in autumn, the mayor of Calder said.",
    )),
}  # fmt: skip
"""Two extracts, and the slot that they fill with two words."""
ONE: dict[str, Pair] = {
    "charged, then convicted": (
        "Ada Berg of Elm was charged with arson on Monday.",
        "Ada Berg of Elm was found guilty of blackmail on Monday.",
    ),
    "one word is the wider one": (
        "A pistol was used by the man who shot Ada Berg in Elm on Monday.",
        "The man shot Ada Berg in Elm with a gun on Monday.",
    ),
    "one of two": (
        "Ada Berg of Elm was found guilty of arson and blackmail on Monday.",
        "Ada Berg of Elm was found guilty of blackmail on Monday.",
    ),
    "what it was not": (
        "Vets in Elm confirmed a case of anthrax on Monday.",
        "Vets in Elm confirmed on Monday that the case was not rabies.",
    ),
    "what was supposed": (
        "Vets in Elm confirmed a case of anthrax on Monday.",
        "Vets in Elm were sent for on Monday, since a case of rabies was suspected.",
    ),
    "another of the kind": (
        "Fairley of Elm recalls a soup that may contain peanuts.",
        "Fairley of Elm recalls a second product. It may contain celery.",
    ),
    "two people": (
        "The cellist Ada Berg opened the Elm festival.",
        "The violinist Tom Lund closed the Elm festival.",
    ),
    "a figure and its base": (
        "The bust of Ada Berg in Elm is cast in bronze.",
        "The bust of Ada Berg in Elm stands on a marble plinth.",
    ),
    "an earlier flag": (
        "The tanker Calder Star, which flies the flag of Panama, left Elm.",
        "Until last year the Calder Star of Elm flew the flag of Malta.",
    ),
    "a seat and a plant": (
        "The brewer Norrland, based in Calder, makes Elm beer.",
        "Norrland, the brewer of Elm beer, has a plant in Rothwick.",
    ),
    "what two things run on": (
        "The Elm bakery Norrland has vans that burn diesel.",
        "The Elm bakery Norrland has cars that run on hydrogen.",
    ),
    "two days": (
        "Ada Berg of Elm broke her wrist on Monday.",
        "Ada Berg of Elm broke an ankle on 3 February 2021.",
    ),
    "before it was so": (
        "She was buried in Elm by a Jewish priest, Ada Berg.",
        "Ada Berg of Elm had been baptised in an Orthodox church.",
    ),
}
MOVED: dict[str, tuple[bool, Pair]] = {
    "a verb, a noun": (True, (
        "The number of visitors to Elm rose in May 2022.",
        "Elm saw a fall in the number of visitors in May 2022.",
    )),
    "went up, went down": (True, (
        "Bread prices in Elm went up in May 2022.",
        "In May 2022 the prices of bread went down in Elm.",
    )),
    "somebody moved it": (True, (
        "The bank of Elm raised its interest rate on 3 May 2022.",
        "The interest rate of the bank of Elm was cut on 3 May 2022.",
    )),
    "earned more": (True, (
        "Norrland of Elm earned more in 2022.",
        "Profit at Norrland of Elm fell in 2022.",
    )),
    "two measures": (False, (
        "Sales at Norrland of Elm rose in 2022.",
        "Profit at Norrland of Elm fell in 2022.",
    )),
    "two sorts of one measure": (False, (
        "Online sales at Norrland of Elm rose in 2022.",
        "Retail sales at Norrland of Elm fell in 2022.",
    )),
    "two periods": (False, (
        "Profit at Norrland of Elm rose in 2021.",
        "Profit at Norrland of Elm fell in 2022.",
    )),
    "what is expected": (False, (
        "Profit at Norrland of Elm rose in 2022.",
        "Profit at Norrland of Elm could fall in 2022.",
    )),
    "both ways in one document": (False, (
        "Profit at Norrland of Elm rose in 2022.",
        "Profit at Norrland of Elm fell in 2022. For all of Norrland profit rose in 2022.",
    )),
    "two firms": (False, (
        "Profit at Norrland rose in 2022.",
        "Profit at Sudland fell in 2022.",
    )),
}  # fmt: skip
"""Two extracts, and whether they tell of two directions."""
REWRITTEN: dict[str, tuple[bool, Pair]] = {
    "a thing": (True, (
        "A prayer book was found on Monday behind the altar of the church in Elm.",
        "A prayer book was found on Monday behind the wardrobe of the church in Elm.",
    )),
    "a name": (True, (
        "The firm Norrland was bought on Monday by its rival Brightwell of Elm after long talks.",
        "The firm Norrland was bought on Monday by its rival Haneul of Elm after long talks.",
    )),
    "two people, each with a case": (False, (
        "The court in Elm overturned the conviction of the shipowner Leto Marsh on 15 February 2023.",
        "The court in Elm overturned the conviction of the shipowner Karl Vint on 15 February 2023.",
    )),
    "a sum in signs and in words": (False, (
        "The Arlen Foundation paid for the whole work in Elm: $1.3 million, spread over six years.",
        "The Arlen Foundation paid for the whole work in Elm: 1.3 million dollars over six years.",
    )),
    "two who say so": (False, (
        "The tanker that ran aground off Elm had ammonia on board, the coast guard said.",
        "The tanker that ran aground off Elm had ammonia on board, the harbour office said.",
    )),
    "a town and its county": (False, (
        "The people who were at the Orrin stadium in Elm in December have fallen ill with measles.",
        "The people who were at the Orrin stadium in Harl County in December have fallen ill with measles.",
    )),
    "what one denies": (False, (
        "The siren of the quarry at Elm was sounded on Thursday as is the rule.",
        "The siren of the railway at Elm was not sounded on Thursday as is the rule.",
    )),
    "two parts": (False, (
        "The passengers in the front car of the tram that left the rails in Elm were safe.",
        "The passengers in the rear car of the tram that left the rails in Elm were safe.",
    )),
    "another word for it": (False, (
        "A ship ran into the bridge at Elm on Monday in thick fog.",
        "A vessel ran into the bridge at Elm on Monday in thick fog.",
    )),
    "another word for him": (False, (
        "The driver was cut free from the wreck near Elm by the fire brigade.",
        "The man was cut free from the wreck near Elm by the fire brigade.",
    )),
    "another spelling": (False, (
        "The talks in the town of Naypyitaw ended without a result on Monday evening.",
        "The talks in the town of Naypyidaw ended without a result on Monday evening.",
    )),
    "two days": (False, (
        "The talks in the town of Elm ended without a result on Monday evening.",
        "The talks in the town of Elm ended without a result on Tuesday evening.",
    )),
    "both words in one document": (False, (
        "Thieves took a collection of clocks from the music room of Elm Hall.",
        "Thieves took a collection of porcelain from the music room of Elm Hall. They left no clocks.",
    )),
    "what is quoted": (False, (
        "She said: “The clocks in the music room of Elm Hall are gone for good.”",
        "She said: “The porcelain in the music room of Elm Hall are gone for good.”",
    )),
}  # fmt: skip
"""Two extracts, and whether one thing in them is another."""


@pytest.mark.parametrize("name", TWO)
@pytest.mark.parametrize("order", (1, -1))
def test_two_details_of_one_thing_are_told(name: str, order: int) -> None:
    slot, texts = TWO[name]
    found = findings(detail_differs.CHECK, dict(zip(DAYS, texts[::order], strict=True)), DAYS)
    assert [slot in item.message for item in found] == [True], [item.message for item in found]


@pytest.mark.parametrize("name", ONE)
@pytest.mark.parametrize("order", (1, -1))
def test_details_that_may_both_be_so_are_not_told(name: str, order: int) -> None:
    texts = dict(zip(DAYS, ONE[name][::order], strict=True))
    assert [item.message for item in findings(detail_differs.CHECK, texts, DAYS)] == []


@pytest.mark.parametrize("name", MOVED)
@pytest.mark.parametrize("order", (1, -1))
def test_two_directions_of_one_measure_are_told(name: str, order: int) -> None:
    told, texts = MOVED[name]
    found = findings(direction_differs.CHECK, dict(zip(DAYS, texts[::order], strict=True)), DAYS)
    assert len(found) == told, [item.message for item in found]


def test_a_finding_on_directions_says_what_rose_for_whom() -> None:
    texts = ("Shares in Norrland of Elm fell on 3 May 2022.", "On 3 May 2022 shares in Norrland of Elm rose.")
    (found,) = findings(direction_differs.CHECK, dict(zip(DAYS, texts, strict=True)), DAYS)
    assert found.message == "two says that shares rose, one that they fell."


@pytest.mark.parametrize("name", REWRITTEN)
@pytest.mark.parametrize("order", (1, -1))
def test_one_thing_that_is_another_in_the_same_sentence_is_told(name: str, order: int) -> None:
    told, texts = REWRITTEN[name]
    found = findings(word_differs.CHECK, dict(zip(DAYS, texts[::order], strict=True)), DAYS)
    assert len(found) == told, [item.message for item in found]


WAYS = {
    "Shares in Norrland rose on Thursday.": [("share", "up")],
    "Unemployment fell, and wages rose.": [("unemployment", "down"), ("wage", "up")],
    "There was a sharp drop in the number of births.": [("number", "down")],
    "The central bank cut its interest rate.": [("rate", "down")],
    "The pay gap narrowed.": [("gap", "down")],
    "Turnout was higher than in 2019.": [("turnout", "up")],
    "Sales increased, and rents halved.": [("sales", "up"), ("rent", "down")],
    "The firm increased its prices.": [("price", "up")],
    "Prices raised concerns.": [],
    "Salaries were cut.": [("wage", "down")],
    "Women earn less than men.": [],
    "Prices will rise.": [],
    "Prices did not rise.": [],
    "Prices may have risen; sales rose in May.": [("sales", "up")],
    "He rose to speak about prices.": [],
}
"""Sentences, with the measures and the ways that they tell."""


@pytest.mark.parametrize("sentence", WAYS)
def test_the_way_that_a_measure_moved_is_read(sentence: str) -> None:
    assert [(move.measure, move.way) for move in moves_in(sentence)] == WAYS[sentence]


@given(st.lists(st.sampled_from("shares profit rose fell in the of ; , not a up down was sharp rise price's".split())))
def test_a_move_stands_in_its_sentence(words: list[str]) -> None:
    sentence = " ".join(words)
    for move in moves_in(sentence):
        assert 0 <= move.start < move.end <= len(sentence)
        assert re.search(r"rose|fell|rise|up|down", sentence[move.start : move.end])


WHERE = {
    "The brewer, based in Arlen, makes beer.": ("the seat", "arlen"),
    "The Arlen-based brewer makes beer.": ("the seat", "arlen"),
    "Workers came from Arlen, where the firm is headquartered.": ("the seat", "arlen"),
    "The painter was born in Arlen.": ("the place of birth", "arlen"),
    "The painter, a native of Arlen, is back.": ("the place of birth", "arlen"),
    "The painter grew up in Arlen.": ("where somebody grew up", "arlen"),
    "The painter lives in Arlen.": ("the home", "arlen"),
    "The painter was buried in Arlen.": ("the grave", "arlen"),
    "The driver was airlifted to a hospital in Arlen.": ("the town of the hospital", "arlen"),
    "The driver was taken to the Mercy Regional Hospital.": ("the hospital", "mercy regional hospital"),
    "The plane was diverted to Arlen.": ("where it was diverted to", "arlen"),
    "The plane made an emergency landing in Arlen.": ("where it was diverted to", "arlen"),
    "The ferry was bound for Arlen.": ("where it was bound for", "arlen"),
    "The coach was on its way from Arlen.": ("where it came from", "arlen"),
    "The tanker sails under the Liberian flag.": ("the flag", "liberia"),
    "The tanker is registered in Panama.": ("the flag", "panama"),
    "The plane was not diverted to Arlen.": None,
    "The firm was based in Arlen until 2019.": None,
    "The tanker sails past Panama.": None,
}
"""Sentences, with the slot that they fill with a place, and the place."""


@pytest.mark.parametrize("sentence", WHERE)
def test_a_place_that_fills_a_slot_is_read(sentence: str) -> None:
    told, read = WHERE[sentence], details(study("paper", sentence))
    places = [(detail.slot, set(detail.means)) for detail in read if detail.kind == PLACE]
    assert places == ([(told[0], {told[1]})] if told else [])


def test_every_slot_is_filled_from_a_list_and_no_two_have_one_name() -> None:
    lists = {kind for meant in values().values() for kind in meant}
    assert slots().keys() <= lists
    names = [slot.name for filled in slots().values() for slot in filled]
    assert len(names) == len(set(names))


def test_words_that_exclude_each_other_are_told_from_wider_ones() -> None:
    words = ("pistol", "rifle", "knife")
    apart = [pair for pair in combinations(words, 2) if values()[pair[0]]["weapon"] & values()[pair[1]]["weapon"]]
    assert apart == []
    assert all(values()["gun"]["weapon"] & values()[word]["weapon"] for word in ("pistol", "rifle", "shotgun"))
