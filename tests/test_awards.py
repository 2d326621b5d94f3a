"""Who is said to have won a contract, by sentences with signs in place of names; and where it is left open."""

import pytest

from factcheck.language.awards import Award, award_in

WON = {
    "The contract for the §0§ crossing went to §1§ on Monday": Award(("§1§",), "for the §0§ crossing"),
    "The tender for a wind farm was won by §0§": Award(("§0§",), "for a wind farm"),
    "§0§, a builder, has been awarded the contract for the bridge": Award(("§0§",), "for the bridge"),
    "§0§ beat five rivals to the franchise for the island route, it said": Award(("§0§",), "for the island route"),
    "The order for radios was placed with §0§, the minister §1§ said": Award(("§0§", "§1§"), "for radios"),
    "The licence to fish there was granted to §0§": Award(("§0§",), "to fish there"),
}
OPEN = (
    "The contract for the bridge may go to §0§",
    "§0§ hoped to be awarded the contract for the bridge",
    "§0§ won the contract",
    "Last year the contract for the bridge was taken from §0§",
    "Hallam and §0§ have won the contract for the bridge",
    "The contract for the bridge went to §0§ and Hallam",
    "The contract for the bridge went to a firm from the town",
    "§0§ won the match for the town",
)


@pytest.mark.parametrize("sentence", WON)
def test_a_winner_is_read(sentence: str) -> None:
    assert award_in(sentence) == WON[sentence]


@pytest.mark.parametrize("sentence", OPEN)
def test_what_is_left_open_is_not_read(sentence: str) -> None:
    assert award_in(sentence) is None
