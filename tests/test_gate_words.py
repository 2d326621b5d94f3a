"""What the gate says to a writer reads as English: its reasons, and the words that it suggests."""

from typing import Any

import pytest
from gates import all_of, archive, bench, facts, one

SOURCES = {
    "audit": "The new quay of Arlen is 840 metres long. Five workers were hired for it in 2021. About 310 tonnes of "
    "sand were moved. The switch of the crane had been broken since 27 February 2022.\n",
    "wire": "The sea wall of Brede is 3,120 metres long, and the wall took four years to build.\n",
    "talk": "INA FALK: We shall keep the quay open for as long as the town wants to have it.\n",
}
RECORDS: dict[str, dict[str, Any]] = {name: {"issued": "2022-08-04"} for name in SOURCES}


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("For the new quay of Arlen six workers were hired in 2021 [@audit].", "audit has five, not six."),
        ("About 130 tonnes of sand were moved for the quay of Arlen [@audit].", "audit has about 310 tonnes"),
        (
            "The switch of the crane had been broken since 17 February 2022 [@audit].",
            "audit says since 27 February 2022, not since 17 February 2022.",
        ),
        ("The quay of Arlen is the longest in the county [@audit].", "No source says “the longest in the county”"),
        (
            "The new quay of Arlen is 840 metres long, and the sea wall of Brede 3,120 metres [@audit].",
            "audit does not say all of this; wire does.",
        ),
        ("The new quay of Arlen cost $9 million [@audit; @wire].", "audit and wire do not say this."),
    ],
)
def test_reasons_read_as_english(sentence: str, why: str) -> None:
    assert why in one(f"{sentence}\n", SOURCES, RECORDS).why


def test_the_draft_is_called_so_where_it_contradicts_itself() -> None:
    told = all_of(
        "The quay has 46 cranes.\n\nThe quay has 64 cranes, and the quay is old.\n", {"wire": SOURCES["wire"]}
    )
    assert not any("draft-1" in statement.why for statement in told)


@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        ("About 130 tonnes of sand were moved for the quay of Arlen [@audit].", "About 130 tonnes", "About 310 tonnes"),
        ("For the new quay of Arlen six workers were hired in 2021 [@audit].", "six", "five"),
    ],
)
def test_a_figure_is_suggested_as_it_is_written_at_its_place(sentence: str, old: str, new: str) -> None:
    found = facts(f"{sentence}\n", bench(archive(SOURCES, RECORDS)))
    assert next((each.old, each.new) for own in found.statements for each in own.suggested) == (old, new)


def test_no_source_is_suggested_that_the_sentence_cites_and_that_does_not_say_it() -> None:
    sentence = "The new quay of Arlen is 840 metres long and was paid for by 77 firms [@audit].\n"
    found = facts(sentence, bench(archive(SOURCES, RECORDS)))
    assert [own.citation for own in found.statements] == ["wrong"]
    assert [each for own in found.statements for each in own.suggested] == []
