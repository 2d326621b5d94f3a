"""Places in tables and contests, and superlatives, as two reports of one story give them."""

import pytest

from factcheck.checks import ranking_differs, superlative_differs
from tests.facts import findings

Pair = tuple[str, str]
DAYS = {"one": "2024-03-13", "two": "2024-03-13"}

TWO_RANKS: dict[str, Pair] = {
    "won with the cheapest": (
        "Corvane's price was the second lowest.",
        "Corvane won in 2020 with the cheapest of the offers.",
    ),
    "the highest, and once higher": (
        "The river at Arlen rose to the highest level since measurements began there in 1936.",
        "Only in December 2009 did the river stand higher in Arlen.",
    ),
    "a table, without a verb": (
        "The University of Harwick is placed 12th nationally, up three places. Its best scores are for satisfaction.",
        "Harwick is celebrating its best showing yet in the tables: ninth in the country. Applications are up.",
    ),
    "where it rose to": (
        "Karoo College has risen to fourth in the 2023 table of law schools, the Monitor said. It published more.",
        "In the Monitor's table of law schools for 2023 Karoo College is placed fifth. Research income helped.",
    ),
    "the top of a table and its third": (
        "Velta topped the league table of water companies for leaks last year, the regulator said.",
        "Velta came third in the regulator's league table of water companies for leaks last year.",
    ),
    "who won and who came second": (
        "Dries Lamb won the Arlen Marathon on Sunday in 2:11:05.",
        "Dries Lamb was second in Sunday's Arlen Marathon in 2:11:05, a personal best.",
    ),
    "a superlative with its number": (
        "The Lind Bridge is the second-longest bridge in the country, at 4.2 km.",
        "At 4.2 km, the Lind Bridge is the longest bridge in the country.",
    ),
    "an index": (
        "Norland ranks 14th among 60 countries in the press freedom index published on Tuesday.",
        "Norland is in 17th place in the press freedom index of 60 countries published on Tuesday.",
    ),
    "where a win took a team": (
        "Tarn United moved up to third in the second division with a 2-0 win over Brelsk on Saturday.",
        "Saturday's 2-0 win over Brelsk took Tarn United up to second place in the second division.",
    ),
    "a medal and a place": (
        "The choir from Kelso won silver at the national song festival in Torveld.",
        "The Kelso choir came third at the national song festival in Torveld.",
    ),
    "what is highest where": (
        "Unemployment is highest in Norfield, at 9 per cent, the bureau said.",
        "Unemployment was highest in Southmoor last month, the bureau said, at 9 per cent.",
    ),
    "two words for one thing": (
        "Varlo is the country's third-largest maker of tractors, with sales of 400 million euros.",
        "With sales of 400 million euros, Varlo is the second-largest tractor maker in the country.",
    ),
    "bronze and fourth": (
        "Ida Brandt took bronze in the 400 metres at the national championships on Sunday.",
        "Ida Brandt missed a medal, coming fourth in the 400 metres at the national championships on Sunday.",
    ),
    "leading": (
        "Zambia was Africa's second-largest copper producer in 2023, behind Congo.",
        "Zambia remained the continent's leading producer of copper in 2023.",
    ),
    "a superlative without a name": (
        "The merger creates the third-largest maker of cardboard in Europe.",
        "The merged group will be the second-largest maker of cardboard in Europe.",
    ),
    "an owner before and after": (
        "The bid of Brandvik was the lowest of four, the minister said.",
        "Brandvik's bid was the second lowest of the four, the auditor found.",
    ),
    "two that are each the cleanest": (
        "Torveld was named the country's cleanest city, ahead of Hasmar.",
        "Hasmar is the country's cleanest city, followed by Torveld, the survey found.",
    ),
}

TWO_ORDERS: dict[str, Pair] = {
    "the highest since then": (
        "The river at Arlen rose to the highest level since 2010.",
        "Only in December 2009 did the river stand higher in Arlen.",
    ),
    "a stage and the whole": (
        "Dries Lamb won the third stage of the Arlen Tour on Sunday.",
        "Dries Lamb is fifth overall in the Arlen Tour after Sunday's stage.",
    ),
    "the world and the country": (
        "Karoo College is ninth in the world for law, the Monitor said.",
        "Karoo College is second in the country for law, the Monitor said.",
    ),
    "two years": (
        "Karoo College was ninth in the table in 2022.",
        "Karoo College is fifth in the table for 2023.",
    ),
    "last season": (
        "Tarn United finished third in the league last season.",
        "Tarn United are second in the league with three games to play.",
    ),
    "two tables": (
        "Norland ranks 14th for press freedom.",
        "Norland came 30th in the corruption index published on Tuesday.",
    ),
    "the country and the continent": (
        "The Lind Bridge is the longest bridge in the country.",
        "The Lind Bridge is the second-longest bridge in Europe.",
    ),
    "two distances": (
        "Ida Brandt came fourth in the 400 metres on Sunday.",
        "Ida Brandt won the 200 metres on Sunday.",
    ),
    "two things": (
        "Varlo is the largest maker of tractors in the country.",
        "Varlo is the second-largest maker of harvesters in the country.",
    ),
    "women and men": (
        "Anna Berg finished second in the women's race.",
        "Erik Berg finished third in the men's race.",
    ),
    "all and the young": (
        "Unemployment is highest in Norfield, at 9 per cent.",
        "Youth unemployment is highest in Southmoor, at 21 per cent.",
    ),
    "before and after a game": (
        "Tarn United were fourth before Saturday's game.",
        "Tarn United are third after Saturday's game.",
    ),
    "two things of one place": (
        "Torveld has the second-largest port in the country.",
        "Torveld is the country's largest city.",
    ),
    "qualifying and the race": (
        "Lamb was third in qualifying on Saturday.",
        "Lamb won Sunday's race from third on the grid.",
    ),
}


def alarms(one: str, two: str) -> set[str]:
    documents = {"one": one, "two": two}
    checks = (ranking_differs.CHECK, superlative_differs.CHECK)
    return {found.check for check in checks for found in findings(check, documents, DAYS)}


@pytest.mark.parametrize(("one", "two"), TWO_RANKS.values(), ids=TWO_RANKS)
def test_two_ranks_in_one_order_are_found(one: str, two: str) -> None:
    assert alarms(one, two)


@pytest.mark.parametrize(("one", "two"), TWO_ORDERS.values(), ids=TWO_ORDERS)
def test_ranks_in_two_orders_are_left_alone(one: str, two: str) -> None:
    assert not alarms(one, two)
