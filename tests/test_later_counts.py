"""Counts that grow: which is the later is told by the day that a text counts up to, before that of its document."""

from facts import findings

from factcheck.checks import quantity_differs

RELEASE = "The Karrow depot in Penbury has trained 140 drivers so far, said Ines Saldanha."


def told(text: str, day: str) -> tuple[str, str]:
    found = findings(
        quantity_differs.CHECK, {"release": RELEASE, "paper": text}, {"release": "2023-06-13", "paper": day}
    )
    assert len(found) == 1
    return found[0].verdict, " ".join(step.text for step in found[0].explanation)


def test_a_lower_count_up_to_an_earlier_day_is_the_earlier_one_though_told_later() -> None:
    text = "By Christmas last year the Karrow depot in Penbury had trained 96 drivers, said Ines Saldanha."
    verdict, why = told(text, "2023-09-04")
    assert verdict == "later-figure"
    assert "2023-06-13 is later and higher than that of 2022-12-25" in why


def test_a_lower_count_of_a_later_day_is_no_later_figure() -> None:
    verdict, _ = told("The Karrow depot in Penbury has trained 96 drivers so far, said Ines Saldanha.", "2023-09-04")
    assert verdict == "possible-conflict"
