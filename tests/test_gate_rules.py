"""The gate's rules about figures that belong to another, that follow from others, and about what is said otherwise."""

import pytest
from gates import one

TABLE = "# Visitors\n\n| Museum | Visitors |\n|---|---|\n| Arlen | 21,300 |\n| Brede | 48,700 |\n| Velm | 15,200 |\n"


@pytest.mark.parametrize(
    ("source", "draft", "support"),
    [
        # pairing: which of several figures goes with which name, day or row
        (
            "The team had three divers from Norway and five from Japan.",
            "The team had five divers from Norway.",
            "contradicted",
        ),
        (
            "The team had three divers from Norway and five from Japan.",
            "The team had three divers from Norway.",
            "supported",
        ),
        (TABLE, "The Arlen museum counted 48,700 visitors.", "contradicted"),
        (TABLE, "The Arlen museum counted 21,300 visitors.", "supported"),
        # derived: what follows from other figures
        ("Tickets for the baths rose from 6 to 8 euros.", "Tickets for the baths rose by two euros.", "supported"),
        (
            "Twenty-nine of the 33 members of the council attended the vote.",
            "Four members of the council stayed away from the vote.",
            "supported",
        ),
        # contrary: the rest is the same, and of one thing the contrary is said
        (
            "In spring the museum of Arlen counted more visitors than in the whole of 2021.",
            "In spring the museum of Arlen counted fewer visitors than in the whole of 2021.",
            "contradicted",
        ),
        (
            "The council of Arlen approved the new quay by 17 votes to 12.",
            "The council of Arlen approved the new quay unanimously.",
            "contradicted",
        ),
        # times: the day, the clock
        (
            "The quay of Arlen was opened on 2 March 2024.",
            "The quay of Arlen was opened on 2 May 2024.",
            "contradicted",
        ),
        ("The quay of Arlen was opened on 2 March 2024.", "The quay of Arlen was opened in March 2024.", "supported"),
        ("The ferry left Arlen at 05:47.", "The ferry left Arlen at 06:47.", "contradicted"),
        ("The ferry left Arlen at 05:47.", "The ferry left Arlen at 5.47 a.m.", "supported"),
        # people: posts and speakers
        (
            "Ina Falk, the mayor of Arlen, opened the quay.",
            "Ina Falk, the treasurer of Arlen, opened the quay.",
            "contradicted",
        ),
        (
            "Ina Falk, the mayor of Arlen, opened the quay.",
            "Ina Falk, the mayor of Arlen, opened the quay.",
            "supported",
        ),
        (
            "“The quay must stay open,” said Jonas Reed.",
            "“The quay must stay open,” said Ina Falk.",
            "contradicted",
        ),
    ],
)
def test_what_the_gate_answers_on_one_sentence(source: str, draft: str, support: str) -> None:
    found = one(f"{draft[:-1]} [@audit].\n", {"audit.md": f"{source}\n"})
    assert found.support == support, found.why
