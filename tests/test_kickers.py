"""Kickers: words in capitals that shout before a headline are no name and no actor."""

import pytest
from facts import study

from factcheck.language.kickers import kicker_end


@pytest.mark.parametrize(
    "kicker",
    [
        "FARES GO UP: ",
        "OUT OF CONTROL: ",
        "WHAT WE KNOW: ",
        "RENT COMES DUE: ",
        "DEATHS AT SEA: ",
        "NO WAY! ",
    ],
)
def test_words_in_capitals_before_a_headline_are_a_kicker(kicker: str) -> None:
    assert kicker_end(f"{kicker}Ferry line raises fares by 6 per cent") == len(kicker)


@pytest.mark.parametrize(
    "text",
    [
        "NORTH KOREA: Forty people died in floods",
        "BANK OF ENGLAND: Rates rise",
        "UNITED NATIONS: Forty people died",
        "WORLD BANK: Growth slows",
        "PARAGUAY: Growth slows",
        "DEATHS AT SEA: FORTY GONE",
        "Deaths at sea: forty gone",
        "BANK IN ARDEL: Bank In Ardel is a bank",
    ],
)
def test_names_labels_and_lines_all_in_capitals_are_none(text: str) -> None:
    assert kicker_end(text) == 0


def test_a_kicker_does_nothing_in_the_sentence_behind_it() -> None:
    (claim,) = [
        claim
        for claim in study("one", "JOBS GO AT MILL: 340 Marn workers were sacked in Arlen").claims
        if claim.quantity
    ]
    assert not any("MILL" in name or "JOBS" in name for name in (*claim.names, *claim.roles.agent))
