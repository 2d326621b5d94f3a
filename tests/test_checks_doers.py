"""Who did it, and who said it, told of two people: what has to be found, and look-alikes."""

import pytest
from facts import findings

from factcheck.checks import doer_differs, quotation_attribution
from factcheck.language.doers import are_two, role_of

Pair = tuple[str, str]
DAYS = {"one": "2023-03-15", "two": "2023-03-16"}

TWO: dict[str, Pair] = {
    "soldiers, bandits": (
        "The depot at Calder was looted on Monday by soldiers of the Elm brigade, neighbours said.",
        "Bandits looted the depot at Calder on Monday, a spokesman of the Elm brigade said.",
    ),
    "two names": (
        "The Tarn theatre in Calder was designed by Ada Berg, the mayor of Elm said.",
        "Tom Lund designed the Tarn theatre in Calder, which opens in Elm on Monday.",
    ),
    "it was a guest who": (
        "The photographs of the Calder theft were taken by a customs officer, prosecutor Ida Moss of Elm said.",
        "It was a hotel guest who took the pictures of the Calder theft, according to prosecutor Ida Moss of Elm.",
    ),
    "the cost, the money": (
        "Widow Ida Moss met the whole cost of the clock at Calder station. It was wound up on Monday in Elm.",
        "The clock at Calder station was paid for by the baker Tom Lund. It was wound up on Monday in Elm.",
    ),
    "credit for finding": (
        "The bell of the Calder was first seen by the diver Ada Berg, the Elm museum said.",
        "Credit for finding the bell of the Calder belongs to Tom Lund, the Elm museum said.",
    ),
    "the first of all": (
        "The first to climb Mount Calder was Ada Berg of Elm.",
        "Tom Lund of Elm stood on Mount Calder before anyone else.",
    ),
    "at the helm, steering": (
        "Ada Berg was steering the ferry Calder when it ran aground off Elm.",
        "Tom Lund was at the helm of the Calder as it ran aground off Elm.",
    ),
    "belongs to, the owner of": (
        "The Calder mill belongs to Tom Lund, Elm council said.",
        "The owner of the Calder mill is Ada Berg, Elm council said.",
    ),
    "went to, won": (
        "The Calder prize went to Tom Lund in Elm on Friday.",
        "Ada Berg won the Calder prize in Elm on Friday.",
    ),
    "gave, was given by": (
        "The speech at the Calder memorial was given by Tom Lund of Elm.",
        "Ada Berg of Elm gave the speech at the Calder memorial.",
    ),
    "the architect of": (
        "The architect of the Calder library was Ada Berg, Elm council said.",
        "Elm council said that Calder library was the work of Tom Lund.",
    ),
}
ONE: dict[str, Pair] = {
    "who says so": (
        "The Calder prize went to the home side in Elm, said Ada Berg.",
        "The Calder prize in Elm was won by Tom Lund, said Ida Moss.",
    ),
    "an offer is no deed": (
        "The ransom for the Calder twins was handed over by Tom Lund, Elm police said.",
        "Ada Berg had offered to deliver the ransom for the Calder twins, Elm police said.",
    ),
    "the first woman, the first of all": (
        "The first woman to climb Mount Calder was Ada Berg of Elm.",
        "Tom Lund of Elm stood on Mount Calder before anyone else.",
    ),
    "two prizes": (
        "The Calder prize for fiction went to Tom Lund in Elm on Friday.",
        "The Calder prize for poetry was won by Ada Berg in Elm on Friday.",
    ),
    "the one had it, the other bought it": (
        "The Calder mill belonged to Tom Lund. He sold it in Elm last week.",
        "The Calder mill was bought by Ada Berg in Elm last week.",
    ),
    "a letter, and another": (
        "Tom Lund wrote a letter to the Calder Post in Elm.",
        "Ada Berg wrote a letter to the Calder Post in Elm.",
    ),
    "with many others": (
        "The letter to Calder council was signed by Tom Lund and forty others in Elm.",
        "Ada Berg signed the letter to Calder council in Elm.",
    ),
    "two stands": (
        "Tom Lund designed the north stand of the Calder stadium in Elm.",
        "The south stand of the Calder stadium in Elm was designed by Ada Berg.",
    ),
    "both of them": (
        "The strike at Calder docks was called off by Ada Berg, the Elm union said.",
        "Tom Lund and Ada Berg ended the strike at Calder docks, the Elm union said.",
    ),
    "a name and a trade": (
        "The theft at Calder museum was discovered on Monday by a cleaner, Elm police said.",
        "Maria Sand discovered the theft at Calder museum on Monday, Elm police said.",
    ),
    "a word that fits both": (
        "The depot at Calder was looted on Monday by armed men, neighbours said.",
        "Government soldiers looted the depot at Calder on Monday, neighbours said.",
    ),
    "two things": (
        "The Tarn theatre in Calder was designed by Ada Berg, the mayor of Elm said.",
        "The gardens of Calder were designed by Tom Lund, the mayor of Elm said.",
    ),
    "many may do it": (
        "The Calder bridge was inspected on Monday by engineers, the mayor of Elm said.",
        "A bishop inspected the Calder bridge on Monday, the mayor of Elm said.",
    ),
}


@pytest.mark.parametrize(("one", "two"), TWO.values(), ids=TWO)
def test_one_deed_of_two_is_found(one: str, two: str) -> None:
    assert _alarms(one, two)


@pytest.mark.parametrize(("one", "two"), ONE.values(), ids=ONE)
def test_one_deed_that_may_be_of_one_is_left_alone(one: str, two: str) -> None:
    assert not _alarms(one, two)


def _alarms(one: str, two: str) -> list[str]:
    return [found.verdict for found in findings(doer_differs.CHECK, {"one": one, "two": two}, DAYS)]


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("soldiers of the presidential guard", "soldier"),
        ("armed men of the northern militia", "militia"),
        ("a group of protesters", "protester"),
        ("an off-duty customs officer", "officer"),
        ("three men", ""),
    ],
)
def test_somebody_is_told_by_a_noun(phrase: str, role: str) -> None:
    assert role_of(phrase) == role


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("soldier", "bandit", True),
        ("policeman", "soldier", True),
        ("cleaner", "guard", True),
        ("passenger", "driver", True),
        ("bandit", "rebel", False),
        ("caretaker", "janitor", False),
        ("doctor", "neighbour", False),
        ("policeman", "officer", False),
        ("witness", "nurse", False),
    ],
)
def test_two_nouns_may_hardly_be_for_one_person(one: str, other: str, two: bool) -> None:
    assert are_two(one, other) is are_two(other, one) is two


SAID_BY_TWO: dict[str, Pair] = {
    "a transcript in one paragraph": (
        "Senator Oak: Who knew? Mr Lehm: Nobody told us that the valve was shut. The Chair: Thank you.",
        "“Nobody told us that the valve was shut,” engineer Carla Nunez said on Monday.",
    ),
    "a line that leads to it": (
        "Ms Dora Finch (Labour): You cannot pave a river and call it a park. The Speaker: Order.",
        "Spokesman Oskar Pohl caused an uproar with one line: “You cannot pave a river and call it a park.”",
    ),
    "the fisherman named before": (
        "“It sounded like the sky being torn in two,” said Nora Hall, a teacher.",
        "Pat Lucey was hauling pots. “It sounded like the sky being torn in two,” says the fisherman.",
    ),
}
SAID_BY_ONE: dict[str, Pair] = {
    "who says so": (
        "The Calder prize went to the home side in Elm, said Ada Berg.",
        "The Calder prize in Elm was won by Tom Lund, said Ida Moss.",
    ),
    "the chair of a hearing": (
        "The Chair: Nobody told us that the valve was shut. Mr Lehm: I did.",
        "“Nobody told us that the valve was shut,” senator Carla Nunez said on Monday.",
    ),
    "a post without a name": (
        "“Every house that the river took will be rebuilt,” the Chief Minister said.",
        "“Every house that the river took will be rebuilt,” Chief Minister Nils Saker said.",
    ),
}


@pytest.mark.parametrize(("one", "two"), SAID_BY_TWO.values(), ids=SAID_BY_TWO)
def test_words_of_two_speakers_are_found(one: str, two: str) -> None:
    assert findings(quotation_attribution.CHECK, {"one": one, "two": two}, DAYS)


@pytest.mark.parametrize(("one", "two"), SAID_BY_ONE.values(), ids=SAID_BY_ONE)
def test_words_that_one_may_have_said_are_left_alone(one: str, two: str) -> None:
    assert not findings(quotation_attribution.CHECK, {"one": one, "two": two}, DAYS)
