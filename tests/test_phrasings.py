"""One fact told in two wordings that are as unlike as the language allows, and what only looks like one.

Each file of `phrasings` is of one kind of disagreement, in the format of `pairs`, written from general knowledge
before the rules; those of `inside` and `within` are one extract that does not fit itself, or does, those of `tables`
one or two extracts that hold a table, and `agreements` has no conflict. Of `kinds` and `standing` only the cases that
are told are kept, with the look-alikes beside them. `said-unread`, `slots-unread`, `within-unread`,
`within-sums-unread` and `within-faults-unread` are to stay unread: only their totals count. The floors are what is
reached today.
"""

from pathlib import Path

import pytest

from tests.test_pairs import counts, pairs

PHRASINGS = Path(__file__).parent / "phrasings"
FLOORS = {
    "agreements": (0, 0),
    "awards": (3, 1),
    "called": (6, 1),
    "causes": (9, 0),
    "denials": (26, 0),
    "details": (24, 0),
    "extents": (19, 0),
    "figures": (48, 0),
    "hands": (18, 0),
    "happenings": (50, 0),
    "inside": (56, 0),
    "kinds": (27, 0),
    "mixed": (4, 0),
    "money": (5, 0),
    "names": (23, 2),
    "newsroom": (6, 0),
    "others": (6, 0),
    "plain": (10, 0),
    "reported": (6, 0),
    "reports": (6, 0),
    "said": (13, 0),
    "said-unread": (4, 3),
    "slots": (28, 0),
    "slots-unread": (10, 3),
    "standing": (38, 0),
    "tables": (55, 0),
    "times": (35, 0),
    "within": (38, 0),
    "within-faults": (14, 0),
    "within-faults-unread": (12, 2),
    "within-sums": (7, 0),
    "within-sums-unread": (4, 0),
    "within-unread": (10, 0),
}
"""By file: conflicts found at least, and pairs with a wrong alarm at most."""
AGREED = {"agreements": (44, 4)}
"""By file: agreements seen at least, and look-alikes told as agreeing at most."""


@pytest.mark.parametrize("name", sorted(path.stem for path in PHRASINGS.glob("*.txt")))
def test_a_fact_is_recognised_in_other_words(name: str) -> None:
    found, wrong = FLOORS[name]
    total = counts(name, PHRASINGS)
    assert total["found"] >= found, total
    assert total["wrong"] <= wrong, total
    agreed, mistaken = AGREED.get(name, (0, total["lookalike"]))
    assert total["agreed"] >= agreed, total
    assert total["mistaken"] <= mistaken, total


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_the_words_of_a_phrasing_stand_once_in_their_extracts(name: str) -> None:
    for pair in pairs(name, PHRASINGS):
        assert len(pair.extracts) == len(pair.words), pair.id
        assert name == "tables" or len(pair.words) == (1 if name.startswith(("inside", "within")) else 2), pair.id
        for (_, _, lines), words in zip(pair.extracts, pair.words, strict=True):
            assert " ".join(" ".join(lines).split()).count(words) == 1, (pair.id, words)
