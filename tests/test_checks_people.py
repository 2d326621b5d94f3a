"""People: posts, bodies, ages and names that two short news items give otherwise, and look-alikes."""

import pytest
from facts import findings

from factcheck.checks import (
    affiliation_differs,
    age,
    given_name_differs,
    name_spelling,
    name_title,
    nationality_differs,
    post_shared,
)

Pair = tuple[str, str]
CHECKS = tuple(
    module.CHECK
    for module in (
        affiliation_differs,
        age,
        given_name_differs,
        name_spelling,
        name_title,
        nationality_differs,
        post_shared,
    )
)
ONE = " Corvane owns the tower in Lindale that fell on 10 June."
TWO = " The tower in Lindale belongs to Corvane and fell on 10 June."

OTHERWISE: dict[str, Pair] = {
    "one post that goes by two names": (
        "Johan Sandell, Chief Financial Officer, said so.",
        "The finance chief, Johan Sandahl, said so.",
    ),
    "one post of one body, told once": (
        "Corvane's chief executive, Lars Thorsen, said so.",
        "Corvane's chief executive, Nils Aagaard, said so.",
    ),
    "two nationalities of a firm": (
        "The Danish builder Norrland put up the tower.",
        "The tower was put up by Norrland, a Swedish builder.",
    ),
    "two nationalities of a person": (
        "The tower was drawn by Norwegian architect Olga Berg.",
        "Olga Berg, the young Swedish architect, drew the tower.",
    ),
    "a post in other words": (
        "The court sentenced former municipal manager Themba Ndlo to eight years for fraud on Thursday.",
        "We welcome the eight-year sentence of the former manager of Karoo municipality, Sipho Ndlo, for fraud.",
    ),
    "a slip in a given name, the post in one text": (
        "The report on the patrol boats was signed by Dr Miriam Voss. It runs to 90 pages.",
        "Auditor General Marian Voss said in her report on the patrol boats that they were late.",
    ),
    "two posts of one firm": (
        "Corvane's chief executive, Neil Tarrant, will meet families.",
        "Neil Tarrant, Corvane's chief financial officer, said the report was late.",
    ),
    "short and long forms of two posts": (
        "Neil Tarrant, CEO of Corvane, will meet families.",
        "Corvane's finance chief Neil Tarrant said the report was late.",
    ),
    "chairman and chief executive": (
        "Neil Tarrant, chairman of Corvane, spoke.",
        "Neil Tarrant, Corvane's chief executive, said the report was late.",
    ),
    "a chief and a deputy": ("Fire Chief Marcus Dellery said so.", "Deputy Fire Chief Marcus Dellery said so."),
    "two universities": (
        "“It was rust,” said Ingrid Solheim, M.D., professor of engineering at the University of Bergen.",
        "Ingrid Solheim of the University of Oslo said it was rust.",
    ),
    "one letter, and a calling at the head": (
        "Radiologist Peter Lindqvist, 47, lost his flat.",
        "Peter Lindkvist, a radiologist, lost his flat.",
    ),
    "one letter, and a post told otherwise": (
        "Paul Renneker, the city's director of building safety, said so.",
        "Paul Rennecker, who heads building safety for the city, said so.",
    ),
    "ages with digits swapped": ("Doreen Achterberg, 68, escaped.", "Doreen Achterberg, 86, escaped."),
    "an age after a description": (
        "Doreen Achterberg, 68, escaped.",
        "Doreen Achterberg, a retired bus driver who is 58, escaped.",
    ),
    "an age with a pronoun": (
        "Peter Lindqvist, 47, lost his flat.",
        "Peter Lindqvist lost his flat. He is 41 and has worked in Lindale for 20 years.",
    ),
    "turned": ("Mayor Anita Brockhurst, 52, said so.", "Anita Brockhurst, who turned 47 in May, said so."),
    "a surname with an s": ("Pieter Dekker runs the yard.", "Pieter Dekkers, who runs the yard, said so."),
    "two governors of a region": (
        "Koen Bartels, governor of the Lindale region, asked for calm.",
        "Ida Duval, the governor of Lindale, asked for calm.",
    ),
    "two chairmen": (
        "Koen Bartels, the chairman, asked for calm at Lindale Town Hall.",
        "Ivo Duval, the chairman, asked for calm at Lindale Town Hall.",
    ),
    "two mayors": (
        "Koen Bartels, the mayor, asked for calm at Lindale Town Hall.",
        "Ida Duval, who was the town's mayor at the time of the collapse, said so at Lindale Town Hall.",
    ),
    "another given name": (
        "Anita Brockhurst, Lindale's mayor, said so.",
        "Anna Brockhurst, Lindale's mayor, said so.",
    ),
}

ALIKE_OR_APART: dict[str, Pair] = {
    "ministers of two countries": (
        "Koen Bartels, the health minister, spoke of clinics in Malawi.",
        "Ida Duval, the health minister, spoke of clinics in Liberia.",
    ),
    "chairmen of two institutions, with one given name": (
        "Thomas Roland, the chairman of the Arlen Institute, spoke.",
        "The report was late, said Thomas Donner, 45, chairman of the Mossby Union.",
    ),
    "ministers of two departments": (
        "Foreign Minister Anna Berg met the union in Kelso on Monday.",
        "Defence Minister Erik Berg met the union in Kelso on Monday.",
    ),
    "a mayor and a deputy": (
        "The mayor of Kelso, Anna Berg, opened the bridge on Monday.",
        "The deputy mayor of Kelso, Erik Berg, opened the bridge on Monday.",
    ),
    "a form of address that is read as a name": (
        "Chief Minister Shri Anand Pol announced the aid in Kelso. Shri Pol praised the engineers.",
        "Chief Minister Anand Pol announced the aid in Kelso and praised the engineers.",
    ),
    "a country and a part of it": (
        "The tower was drawn by British architect Olga Berg.",
        "Olga Berg, the young Scottish architect, drew the tower.",
    ),
    "a firm and a unit of it": (
        "The Danish builder Norrland put up the tower.",
        "The Swedish arm Norrland Bygg put up the tower.",
    ),
    "a teacher of a language": (
        "The tower was drawn by Norwegian architect Olga Berg.",
        "Olga Berg, a French teacher, says that she drew the tower.",
    ),
    "a nationality of the next name": (
        "The tower was drawn by Norwegian architect Olga Berg.",
        "Olga Berg drew the tower for the Swedish builder Norrland.",
    ),
    "two given names that are short": (
        "Mia Torb, the mayor, opened the bridge in Kelso on Monday.",
        "Max Torb, 12, cut the ribbon of the bridge in Kelso on Monday.",
    ),
    "two words for one post": (
        "Neil Tarrant, CEO of Corvane, will meet families.",
        "Corvane's managing director, Neil Tarrant, said the report was late.",
    ),
    "a post of another time": (
        "Neil Tarrant, CEO of Corvane, will meet families.",
        "Neil Tarrant, who was Corvane's finance director until 2019, said the report was late.",
    ),
    "posts of two bodies": (
        "Neil Tarrant, chairman of Lindale FC, spoke.",
        "Neil Tarrant, Corvane's chief executive, said the report was late.",
    ),
    "one university, two ways": (
        "“It was rust,” said Ingrid Solheim, professor of engineering at the University of Bergen.",
        "Ingrid Solheim of Bergen University said it was rust.",
    ),
    "where somebody trained": (
        "Tom Ferrant, a surgeon at Karrow Hospital, treated them.",
        "Tom Ferrant, who trained at Mercy Hospital, treated them.",
    ),
    "two people of like surnames": (
        "Paul Renneker, the city's director of building safety, said so.",
        "Peter Rennecker, a baker, said so.",
    ),
    "a family, and what is theirs": ("Pieter Dekker runs the yard.", "The Dekkers said that Pieter Dekker's son did."),
    "chairmen of two bodies": (
        "Koen Bartels, the chairman, met Ivo Duval, the chairman of Corvane, at Lindale Town Hall.",
        "Ivo Duval, the chairman, asked for calm at Lindale Town Hall.",
    ),
    "a mayor and the one before": (
        "Koen Bartels, the mayor, asked for calm.",
        "Ida Duval, who was the town's mayor until 2019, said so.",
    ),
    "a birthday between": ("Doreen Achterberg, 68, escaped.", "Doreen Achterberg, 69, escaped."),
    "an age of another time": (
        "Doreen Achterberg, 68, escaped.",
        "Doreen Achterberg came to Lindale when she was 30.",
    ),
    "a short form": ("Mayor Robert Brockhurst said so.", "Bob Brockhurst, Lindale's mayor, said so."),
    "brother and sister": (
        "Mayor Anita Brockhurst said so.",
        "Paul Brockhurst, the mayor's brother, who was mayor of Karrow, said so.",
    ),
}


def _said(one: str, two: str) -> list[str]:
    documents, dates = {"one": one + ONE, "two": two + TWO}, {"one": "2024-06-15", "two": "2024-06-18"}
    found = [item for check in CHECKS for item in findings(check, documents, dates)]
    return [item.message for item in found if item.verdict in ("conflict", "possible-conflict", "variant")]


@pytest.mark.parametrize(("one", "two"), OTHERWISE.values(), ids=OTHERWISE)
def test_what_two_documents_say_otherwise_of_one_person_is_found(one: str, two: str) -> None:
    assert len(_said(one, two)) == 1


@pytest.mark.parametrize(("one", "two"), ALIKE_OR_APART.values(), ids=ALIKE_OR_APART)
def test_what_only_looks_otherwise_is_left_alone(one: str, two: str) -> None:
    assert _said(one, two) == []
