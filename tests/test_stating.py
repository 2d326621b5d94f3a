"""What a claim states in plain words: a sentence in, a statement out that can be read without it."""

import re

import pytest
from facts import archive
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.records.timespan import Timespan
from factcheck.stating.dating import dated
from factcheck.stating.writing import sentence

DAY = "2022-06-15"
"""The day on which every text is written; it was a Wednesday."""


def statements(text: str, kind: str) -> list[str]:
    """What the claims of a kind state that a text makes."""
    return [
        claim.statement for claim in archive({"one": text}, {"one": DAY}).studies["one"].claims if claim.kind == kind
    ]


CLAUSES = [
    ("a clause that is a sentence stays as it is", "count",
     "The fire in Arlen killed 12 people.",
     "The fire in Arlen killed 12 people."),
    ("the second verb takes the subject of the first", "count",
     "The fire broke out at noon and killed 12 people.",
     "The fire killed 12 people."),
    ("with what its sentence opens with", "count",
     "In May 2020 the fire crossed the river and killed 12 people.",
     "In May 2020 the fire killed 12 people."),
    ("with the auxiliary that both verbs share", "count",
     "The village was surrounded by the fire and evacuated by 120 soldiers.",
     "The village was evacuated by 120 soldiers."),
    ("with the modal that both verbs share", "count",
     "The company will sell the mine and dismiss 120 people.",
     "The company will dismiss 120 people."),
    ("what stands beside it after a comma goes", "count",
     "The fire, which began in a barn, killed 12 people.",
     "The fire killed 12 people."),
    ("a participle after a comma goes", "count",
     "The fire killed 12 people, driven by strong winds.",
     "The fire killed 12 people."),
    ("brackets go", "count",
     "The fire (see the map below) killed 12 people.",
     "The fire killed 12 people."),
    ("what the fact stands in stays", "count",
     "The fire, driven by winds of 90 km/h, killed 12 people.",
     "The fire killed 12 people."),
    ("a clause of cause states its own fact", "count",
     "The road was closed because the fire had reached 12 farms.",
     "The fire had reached 12 farms."),
    ("a condition stays with what it is a condition of", "count",
     "The road will be closed if the fire reaches 12 farms.",
     "The road will be closed if the fire reaches 12 farms."),
    ("a relative clause after a comma states its own fact", "count",
     "The police praised Ada Lind, who saved 12 people.",
     "Ada Lind saved 12 people."),
    ("also of a thing", "quantity",
     "The engineers left the dam, which had cost $3 million.",
     "The dam had cost $3 million."),
    ("but not of a place beside the thing", "quantity",
     "The engineers left the dam at Arlen, which had cost $3 million.",
     "The dam at Arlen had cost $3 million."),
    ("a relative clause that belongs to its noun stays with it", "count",
     "The fire destroyed a barn that held 12 horses.",
     "The fire destroyed a barn that held 12 horses."),
    ("an aim stays with the verb that it is the aim of", "count",
     "The company sent a ship to rescue 12 people.",
     "The company sent a ship to rescue 12 people."),
    ("a clause after a semicolon is a statement of its own", "count",
     "The fire lasted a week; the smoke killed 12 people.",
     "The smoke killed 12 people."),
    ("a clause after and is a statement of its own", "count",
     "The fire lasted a week, and the smoke killed 12 people.",
     "The smoke killed 12 people."),
    ("words that tie it to what came before go", "count",
     "However, the fire also killed 12 people.",
     "The fire killed 12 people."),
    ("a number of a paragraph goes", "count",
     "The report is short.\n\n2.1 The fire killed 12 people.",
     "The fire killed 12 people."),
    ("a negation stays", "count",
     "The fire did not kill 12 people.",
     "The fire did not kill 12 people."),
    ("so does how sure it is", "count",
     "The fire may have killed 12 people.",
     "The fire may have killed 12 people."),
    ("and how far it has come", "count",
     "The company plans to hire 40 people.",
     "The company plans to hire 40 people."),
    ("and that it is an addition", "count",
     "The fire killed another 12 people.",
     "The fire killed another 12 people."),
    ("a part is told with its whole", "count",
     "The fire killed 40 people, 12 of them children.",
     "The fire killed 40 people, 12 of them children."),
    ("a headline is a statement", "count",
     "Twelve dead in Arlen fire\n\nIt was a bad day for the town, and everybody knew it.",
     "Twelve dead in Arlen fire."),
    ("a question stays one", "count",
     "Did the fire kill 12 people?",
     "Did the fire kill 12 people?"),
]  # fmt: skip

SAID = [
    ("who says it comes first", "count",
     "The mayor said that the fire had killed 12 people.",
     "The mayor said that the fire had killed 12 people."),
    ("or last, as the source has it", "count",
     "The fire killed 12 people, the mayor said on Monday, as rain fell.",
     "The fire killed 12 people, the mayor said on 13 June 2022."),
    ("a source that is named elsewhere in the sentence is named", "count",
     "According to the mayor, the fire began at noon, and it killed 12 people.",
     "The fire killed 12 people, according to the mayor."),
    ("what somebody denies stays denied", "count",
     "The mayor denied that the fire had killed 12 people.",
     "The mayor denied that the fire had killed 12 people."),
    ("speech is quoted with its speaker", "count",
     "“The fire killed 12 people. We are tired,” said Ada Lind.",
     "Ada Lind said: “The fire killed 12 people.”"),
    ("words in quotation marks stay as they are", "count",
     "Ada Lind said: “He also killed 12 people last Monday.”",
     "Ada Lind said: “He also killed 12 people last Monday.”"),
    ("a part of a sentence in quotation marks stays in its sentence", "count",
     "Ada Lind called it “the loss of 12 good people” in a letter.",
     "Ada Lind called it “the loss of 12 good people” in a letter."),
    ("a turn of a transcript is what its speaker said", "count",
     "ADA LIND: Good morning. It killed 12 people.\n\nCHAIR: When?\n\nADA LIND: On Monday.\n\nCHAIR: Thank you.",
     "Ada Lind said: “It killed 12 people.”"),
    ("a quotation is a statement that somebody said it", "quotation",
     "“The dam will never be built here,” said Ada Lind, the mayor.",
     "Ada Lind said: “The dam will never be built here.”"),
    ("to whom, where that is told", "quotation",
     "Ada Lind told reporters: “The dam will never be built here.”",
     "Ada Lind told reporters: “The dam will never be built here.”"),
    ("somebody without a name has the article of the text", "quotation",
     "“The dam will never be built here,” said a ranger.",
     "A ranger said: “The dam will never be built here.”"),
    ("words that nobody is named for stand alone", "quotation",
     "# “The dam will never be built here”\n\nIt was a long evening.",
     "“The dam will never be built here.”"),
]  # fmt: skip

NAMES = [
    ("a last name is given in full", "count",
     "Ada Lind came early. Lind saved 12 people.",
     "Ada Lind saved 12 people."),
    ("with the title that it has", "count",
     "Governor Ada Lind came early. Governor Lind saved 12 people.",
     "Governor Ada Lind saved 12 people."),
    ("letters are spelled out where the text does", "count",
     "The Arlen Harbour Authority (AHA) is old. The AHA employs 120 people.",
     "The Arlen Harbour Authority employs 120 people."),
    ("a person for he or she", "count",
     "Governor Ada Lind came early. She saved 12 people.",
     "Ada Lind saved 12 people."),
    ("and for his or her", "count",
     "Governor Ada Lind came early. Her dog saved 12 people.",
     "Ada Lind’s dog saved 12 people."),
    ("nobody, where two could be meant", "count",
     "Ada Lind and Ida Moss came early. She saved 12 people.",
     "She saved 12 people."),
    ("nobody, where somebody without a name could be", "count",
     "The ranger thanked Ada Lind. She saved 12 people.",
     "She saved 12 people."),
    ("the thing that the sentence before is about for it", "count",
     "A ferry left Arlen at noon. It carried 12 people.",
     "The ferry carried 12 people."),
    ("and for its", "count",
     "The ferry left Arlen at noon. Its boats carried 12 people.",
     "The ferry’s boats carried 12 people."),
    ("things for they", "count",
     "Two ferries left Arlen. The boats were old. They carried 12 people.",
     "The boats carried 12 people."),
    ("nothing for an it that stands for what follows", "count",
     "The ferry left Arlen. It is likely that 12 people died.",
     "It is likely that 12 people died."),
    ("the holder of a post that one person has", "count",
     "The mayor, Ada Lind, came early. The mayor saved 12 people.",
     "The mayor, Ada Lind, saved 12 people."),
    ("a body by the noun of its name", "count",
     "The Arlen Institute is old. The institute employs 120 people.",
     "The Arlen Institute employs 120 people."),
    ("a pronoun in its own sentence stays", "count",
     "Ada Lind knew that she had saved 12 people.",
     "Ada Lind knew that she had saved 12 people."),
]  # fmt: skip

KINDS = [
    ("a date", "date", "Governor Ada Lind visited Norway on 5 May 2020, and flew home.",
     "Governor Ada Lind visited Norway on 5 May 2020."),
    ("a duration", "duration", "The strike, which was bitter, lasted 12 days.", "The strike lasted 12 days."),
    ("a percentage", "percentage", "Exports fell by 12 per cent in 2020, while imports rose.",
     "Exports fell by 12 per cent in 2020."),
    ("a sum", "quantity", "The dam cost $3 million, the ministry said.", "The dam cost $3 million, the ministry said."),
    ("an age", "quantity", "Ada Lind, 71, visited Norway.", "Ada Lind is 71 years old."),
    ("a happening", "event", "The mayor resigned, and the council met.", "The mayor resigned."),
    ("a passive without an agent", "event", "The bridge was destroyed, which nobody had expected.",
     "The bridge was destroyed."),
    ("a ranking", "ranking", "Norway is the second largest supplier of timber to Peru, as everybody knows.",
     "Norway is the second largest supplier of timber to Peru."),
    ("a superlative", "superlative", "Ada Lind was the first woman to lead the bank, and a good one.",
     "Ada Lind was the first woman to lead the bank, and a good one."),
    ("a list in a sentence", "enumeration", "She named three ports: Arlen, Borne and Caster.",
     "She named three ports: Arlen, Borne and Caster."),
    ("a list of lines", "enumeration", "Ports of Peru\n\n1. Arlen\n2. Borne\n3. Caster",
     "Ports of Peru: Arlen, Borne and Caster."),
    ("a post", "name", "Ada Lind, the mayor of Arlen, left.", "Ada Lind is described as the mayor of Arlen."),
    ("a rank", "name", "Colonel Ada Lind left.", "Ada Lind is called a colonel."),
    ("an address", "name", "Dr Ada Lind left.", "Ada Lind is called “Dr”."),
]  # fmt: skip

TIMES = [
    ("Last June the fire killed 12 people.", "In June 2021 the fire killed 12 people."),
    ("The fire killed 12 people on Monday.", "The fire killed 12 people on 13 June 2022."),
    ("The fire killed 12 people on Monday night.", "The fire killed 12 people on the night of 13 June 2022."),
    ("The fire killed 12 people yesterday.", "The fire killed 12 people on 14 June 2022."),
    ("The fire killed 12 people last year.", "The fire killed 12 people in 2021."),
    ("The fire killed 12 people on 3 May.", "The fire killed 12 people on 3 May 2022."),
    ("The fire killed 12 people on May 3.", "The fire killed 12 people on May 3, 2022."),
    ("The fire killed 12 people in March.", "The fire killed 12 people in March 2022."),
    ("Earlier this month the fire killed 12 people.", "Earlier in June 2022 the fire killed 12 people."),
    ("Over the last decade, fires killed 12 people.", "Over the decade to 2022, fires killed 12 people."),
    ("Last year’s fire killed 12 people.", "The 2021 fire killed 12 people."),
    ("The fire killed 12 people in May 2020.", "The fire killed 12 people in May 2020."),
    ("Every Monday the mine kills 12 people.", "Every Monday the mine kills 12 people."),
]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [row[1:] for row in (*CLAUSES, *SAID, *NAMES, *KINDS)],
    ids=[row[0] for row in (*CLAUSES, *SAID, *NAMES, *KINDS)],
)
def test_a_statement_can_be_read_without_its_source(kind: str, text: str, expected: str) -> None:
    assert expected in statements(text, kind)


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_a_time_is_given_by_the_calendar(text: str, expected: str) -> None:
    assert statements(text, "count") == [expected]


def month(written: str, **changes: str | None) -> Timespan:
    """A time that was counted from elsewhere, to June 2021."""
    made = {"start": "2021-06-01", "end": "2021-07-01", "granularity": "month", "resolved_from": "publication"}
    return Timespan.model_validate({**made, **changes, "as_written": written})


DATED: list[tuple[str, Timespan, str, str, tuple[str, str] | None]] = [
    ("last June", month("last June"), "", "", ("in June 2021", "")),
    ("last June", month("last June"), "since ", "", ("June 2021", "")),
    ("last June", month("last June"), "", "’s fire", ("the June 2021", "’s")),
    ("by June", month("by June", start=None), "", "", ("by June 2021", "")),
    ("June 2021", month("June 2021"), "in ", "", None),
    ("last June", month("last June", resolved_from="unresolved", start=None, end=None), "", "", None),
    ("the following month", month("the following month", resolved_from="text"), "", "", ("in June 2021", "")),
    ("a month later", month("a month later", resolved_from="text"), "", "", ("a month later (about June 2021)", "")),
    ("a month ago", month("a month ago"), "", "", ("in about June 2021", "")),
    ("a month before", month("a month before"), "", " the visit", None),
    ("to date", month("to date", start=None), "", "", ("up to June 2021", "")),
    ("since then", month("since then", end=None, resolved_from="text"), "", "", ("since June 2021", "")),
    ("Monday", month("Monday", start="2021-06-07", end="2021-06-08", granularity="day"), "on a wet ", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("written", "span", "lead", "after", "expected"), DATED)
def test_a_time_takes_the_preposition_that_it_needs(
    written: str, span: Timespan, lead: str, after: str, expected: tuple[str, str] | None
) -> None:
    assert dated(span, written, lead, after) == expected


LINES = [
    ("and it burned", "It burned."),
    ("however, it burned ,", "It burned."),
    ("it burned (for a week", "It burned (for a week)."),
    ("it burned for a week)", "It burned for a week."),
    ("it “burned", "It “burned”."),
    ("it burned” down", "It burned down."),
    ("it burned , and fell", "It burned, and fell."),
    ("so far it burned", "So far it burned."),
    ("Also in May it burned", "In May it burned."),
    ("e-mails burned", "E-mails burned."),
    ("iPhones burned", "iPhones burned."),
    ("did it burn?", "Did it burn?"),
    ("she said: “It also burned.”", "She said: “It also burned.”"),
    ("2.1 It burned", "It burned."),
    ("Arlen Properties’s dam burned", "Arlen Properties’ dam burned."),
]


@pytest.mark.parametrize(("words", "expected"), LINES)
def test_words_are_put_as_a_sentence(words: str, expected: str) -> None:
    assert sentence(words) == expected


PIECES = [row[2] for row in (*CLAUSES, *SAID, *NAMES, *KINDS)] + [text for text, _ in TIMES]
DANGLING = re.compile(r"[,;:(\[“–—-][.?!]?$|\s[,;.?!]|,,|  ")


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4),
    st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=30),
)
def test_every_statement_is_one_whole_line(texts: list[str], noise: str) -> None:
    text = "\n\n".join([*texts, f"{noise} 12 people died {noise} on Monday."])
    for claim in archive({"one": text}, {"one": DAY}).studies["one"].claims:
        line = claim.statement
        assert line == " ".join(line.split())
        assert line[-1:] in ".?!…”\"’')"
        if not noise.strip():
            assert not DANGLING.search(line)


def test_the_same_text_makes_the_same_statements() -> None:
    text = "\n\n".join(PIECES)
    first, second = (archive({"one": text}, {"one": DAY}).studies["one"].claims for _ in range(2))
    assert [claim.statement for claim in first] == [claim.statement for claim in second]


def test_a_title_is_told_once() -> None:
    text = "Governor Ada Lind came. Governor Ada Lind saw. Governor Ada Lind left."
    assert statements(text, "name") == ["Ada Lind is described as Governor."]


SIDES = [
    ("an aim", "The council spent $3 million in May to rescue the harbour.", {"rescue"}, set()),
    ("what somebody says", "The mayor said that the council had approved the plan.", set(), {"approval"}),
]


@pytest.mark.parametrize(("text", "silent", "told"), [row[1:] for row in SIDES], ids=[row[0] for row in SIDES])
def test_what_is_only_an_aim_of_another_claim_makes_none(text: str, silent: set[str], told: set[str]) -> None:
    measures = {claim.measure for claim in archive({"one": text}).studies["one"].claims if claim.kind == "event"}
    assert not silent & measures
    assert told <= measures
