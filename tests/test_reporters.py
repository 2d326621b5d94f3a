"""What reporters print, from a report made by hand."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import AGREED, CLOSURES, HERALD, TOTALS, report

from factcheck.pages.wording import day, excerpt, focus, shortened
from factcheck.records.finding import Report, ReportSource
from factcheck.reporting import Reporter, View, formats, harmless, reporter

SCHEMA = Path(__file__).parent.parent / "docs" / "schema" / "report.schema.json"


def plain(made: Report) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(made.model_dump_json())
    return values


def terminal(made: Report, width: int = 100, colour: bool = False) -> str:
    return reporter("terminal").render(plain(made), View(width, colour))


WHOLE = report(TOTALS, CLOSURES, AGREED)


def test_every_file_of_the_folder_is_a_reporter() -> None:
    assert {"json", "terminal"} <= set(formats())
    for name in formats():
        assert isinstance(reporter(name), Reporter), name
        assert reporter(name).title, name


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(KeyError):
        reporter("paper")
    with pytest.raises(KeyError):
        reporter("_gate_terminal")


def test_the_worst_comes_first_with_both_sides_beside_their_words() -> None:
    lines = [line.strip() for line in terminal(WHOLE).splitlines()]
    wanted = [
        "● 1 conflict   ● 1 possible conflict   ● 1 agreement",
        "● Two sources give different totals of what the dredging cost.",
        "a  $1.7 billion",
        "audit-2022 · Audit of the port authority, 2010 to 2021 · 4 August 2022 · A. Dredging · page 4",
        "b  $1.44 billion",
        "│ Between 2010 and 2021 dredging took $1.44 billion from the authority's purse.",
        "harbour-letter · Dredging the northern channel · April 2021",
        "why     Both count the years 2010 to 2021.",
        "settle  The authority's yearly accounts, added up.",
        "● Six closures are announced, and seven are listed.",
        "settled: M. Ito: the seventh was cancelled",
        "│ 7. Closed in month 7 of the year 2019 · audit-2022 · note 7",
        "✓ Two sources put the depth at 14 metres.  audit-2022, herald",
        "○ audit-2022  Page 7 holds an image without text.",
    ]
    assert not set(wanted) - set(lines)
    places = [lines.index(line) for line in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize("width", [40, 60, 100, 120])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(width: int) -> None:
    for line in terminal(WHOLE, width).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_colour_codes_are_printed_only_where_they_are_wanted() -> None:
    assert "\x1b" not in terminal(WHOLE)
    coloured = terminal(WHOLE, colour=True)
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured).split() == terminal(WHOLE).split()


@pytest.mark.parametrize(
    ("sources", "why"),
    [
        ((), "There is no source yet"),
        ((ReportSource(id="one", title="One"),), "No claim was found"),
        ((HERALD,), "No claim speaks of the same fact as another"),
    ],
)
def test_nothing_compared_is_said_and_never_looks_clean(sources: tuple[ReportSource, ...], why: str) -> None:
    text = terminal(report(sources=sources))
    assert "Nothing was compared." in text
    assert why in text
    assert "not a clean result" in text
    assert "✓" not in text
    assert "No difference" not in text


def test_a_count_is_not_cut_by_the_end_of_a_line() -> None:
    lines = [line.strip() for line in terminal(WHOLE, 40).splitlines()]
    assert "● 1 conflict   ● 1 possible conflict" in lines
    assert "● 1 agreement" in lines


def test_a_finding_not_checked_counts_as_nothing_compared() -> None:
    skipped = AGREED.but(verdict="not-checked", message="The two years cannot be read.")
    text = terminal(report(skipped))
    assert "Nothing was compared." in text
    assert "○ The two years cannot be read." in text


def test_agreements_alone_are_told_as_such() -> None:
    assert "No difference in what was compared: 1 fact." in terminal(report(AGREED))


def test_passages_of_one_place_are_followed_by_it_once() -> None:
    listed = [
        TOTALS.evidence[0].but(
            side="b", value="3 items", exact=f"Item {number}: a long and winding entry about a dredger."
        )
        for number in (1, 2, 3)
    ]
    text = terminal(report(TOTALS.but(evidence=(TOTALS.evidence[1].but(side="a"), *listed))))
    lines = [line.strip() for line in text.splitlines()]
    place = "audit-2022 · Audit of the port authority, 2010 to 2021 · 4 August 2022 · A. Dredging · page 4"
    at = lines.index("b  3 items")
    assert lines[at + 1 : at + 5] == [
        *(f"│ Item {number}: a long and winding entry about a dredger." for number in (1, 2, 3)),
        place,
    ]
    assert lines.count(place) == 1


def test_of_many_differences_the_weightiest_are_named_first() -> None:
    heavy = CLOSURES.but(weight=0.95, message="Look here.", status="open", decided=None)
    later = CLOSURES.but(weight=1.0, verdict="later-figure", status="open", decided=None)
    text = terminal(report(TOTALS, TOTALS, TOTALS, heavy, heavy, CLOSURES, later, AGREED))
    start, end = text.index("Look first at"), text.index("━━")
    assert [line.strip() for line in text[start:end].splitlines() if line] == [
        "Look first at",
        "● Look here.  possible conflict",
        "● Two sources give different totals of what the dredging cost.  conflict",
    ]
    assert "Look first at" not in terminal(report(TOTALS, TOTALS, heavy, heavy, CLOSURES, AGREED))


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("Dredging the northern channel", 40, "Dredging the northern channel"),
        ("Dredging the northern channel", 29, "Dredging the northern channel"),
        ("Dredging the northern channel", 28, "Dredging the northern…"),
        ("Dredging the northern channel", 3, "Dredging the northern…"),
        ("Late Bills: Norland and Southland, after two breaks", 36, "Late Bills: Norland and Southland…"),
        ("x" * 40, 30, "x" * 29 + "…"),
    ],
)
def test_a_title_is_shortened_at_a_space(text: str, room: int, shown: str) -> None:
    assert shortened(text, room) == shown


def test_many_agreements_are_cut_and_counted() -> None:
    text = terminal(report(*[AGREED] * 45))
    assert text.count("✓") == 40
    assert "… and 5 more" in text


def test_text_cannot_steer_the_terminal() -> None:
    bad = "\x1b]0;owned\x07\x1b[2J red\u202e\x9b31m"
    first = TOTALS.evidence[0].but(exact=f"The port {bad} paid $1.7 billion in all.", section=bad, value=bad)
    hostile = TOTALS.but(message=bad, evidence=(first, TOTALS.evidence[1]), settle=bad, id=bad)
    sources = (ReportSource(id="audit-2022", title=bad, not_checked=(bad,)),)
    for text in (terminal(report(hostile, sources=sources)), terminal(report(hostile, sources=sources), colour=True)):
        assert "owned" in text
        assert not re.search("\x1b(?!\\[[0-9;]*m)|[\x07\x9b\u202e]", text)
        assert "\x1b[2J" not in text
    data = reporter("json").render(plain(report(hostile, sources=sources)), View())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", data)
    assert json.loads(data)["findings"][0]["settle"] == bad


def test_json_is_the_report_whole_and_in_the_order_of_its_schema() -> None:
    text = reporter("json").render(plain(WHOLE), View())
    assert text.endswith("}\n")
    assert list(json.loads(text)) == ["schema_version", "tool", "sources", "summary", "findings", "withheld"]
    assert Report.model_validate_json(text) == WHOLE
    assert text == reporter("json").render(plain(WHOLE), View(40, True))
    assert json.loads(reporter("json").render(plain(report(sources=())), View()))["findings"] == []


def test_json_validates_against_the_published_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    value = json.loads(reporter("json").render(plain(WHOLE), View()))
    assert not list(validator.iter_errors(value))
    del value["findings"][0]["verdict"]
    value["extra"] = 1
    assert len(list(validator.iter_errors(value))) == 2


def test_characters_that_are_none_survive_in_json() -> None:
    odd = plain(report(TOTALS))
    odd["findings"][0]["message"] = "half \ud83d of a pair"
    data = reporter("json").render(odd, View()).encode("utf-8")
    assert json.loads(data)["findings"][0]["message"] == "half \ud83d of a pair"


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("it paid $1.44 billion for ships", "$1.44 billion", ["$1.44 billion"]),
        ("six visits in all", "6 visits", ["six visits"]),
        ("in May 2020, not in June 2020", "May 2020", ["May 2020"]),
        ("$1.44 billion, then $1.7 billion", "$1.7 billion", ["$1.7 billion"]),
        ("he has both, and wants them all", "has both; them", ["has both", "them"]),
        ("a rise of 16% over 7,000 tonnes", "16%", ["16%"]),
        ("a rise of 16% over 7,000 tonnes", "7000 tonnes", ["7,000 tonnes"]),
        ("the words the and of", "the of and", []),
        ("nothing here", None, []),
    ],
)
def test_the_words_of_the_value_are_found_in_the_passage(text: str, value: str | None, shown: list[str]) -> None:
    assert [text[start:end] for start, end in focus(text, value)] == shown


@pytest.mark.parametrize(
    ("room", "span", "shown"),
    [
        (100, [], "one two three four five six seven"),
        (13, [], "one two three"),
        (15, [(28, 33)], "five six seven"),
        (18, [(14, 18)], "three four five"),
        (15, [(0, 3), (19, 27)], "five six"),
    ],
)
def test_a_long_passage_is_cut_at_spaces_around_what_matters(
    room: int, span: list[tuple[int, int]], shown: str
) -> None:
    text = "one two three four five six seven"
    start, end = excerpt(text, span, room)
    assert text[start:end] == shown


@given(st.text(max_size=300), st.lists(st.integers(0, 300), max_size=6), st.integers(5, 80))
def test_an_excerpt_lies_within_the_text_and_the_room(text: str, ends: list[int], room: int) -> None:
    ends = sorted(min(end, len(text)) for end in ends)
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    start, end = excerpt(text, spans, room)
    assert 0 <= start <= end <= len(text)
    assert end - start <= room


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2022-08-04", "4 August 2022"),
        ("2022-08", "August 2022"),
        ("2022", "2022"),
        (None, ""),
        ("undated", "undated"),
        ("2022-13", "2022-13"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(date: str | None, words: str) -> None:
    assert day(date) == words


@given(st.text())
def test_harmless_text_keeps_its_length_and_what_can_be_seen(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", shown)
    assert harmless(shown) == shown
