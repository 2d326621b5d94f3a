"""What the finders see in any text, as plain data."""

import json

from factcheck.inspecting import inspect


def test_quantities_times_names_and_quotations_are_told() -> None:
    seen = inspect("Olav Berg said on 5 May 2020: “We bought at least six ships for $4 million.”")
    assert set(seen) == {"text", "quantities", "times", "names", "quotations"}
    assert json.loads(json.dumps(seen)) == seen
    six, cost = seen["quantities"]
    assert (six["low"], six["high"], six["modifier"], six["unit"]) == (6, 6, ">", "ships")
    assert (cost["low"], cost["unit"]) == (4_000_000, "dollar")
    (day,) = seen["times"]
    assert (day["from"], day["until"], day["resolved_from"]) == ("2020-05-05", "2020-05-06", "stated")
    for item in (six, cost, day):
        assert set("start end".split()) <= set(item)
    assert seen["text"][six["start"] : six["end"]] == "at least six"


def test_a_stated_length_of_time_is_a_quantity_as_well() -> None:
    (item,) = inspect("He waited for three weeks.")["quantities"]
    assert (item["low"], item["unit"]) == (3, "week")


def test_an_article_is_no_number() -> None:
    assert inspect("He waited for a week, twice, and came first.")["quantities"] == []


def test_unit_and_measure_are_eight_words_together_at_most() -> None:
    seen = inspect(
        "He paid $5 million for the very old and rusty grey training ships of the northern and eastern fleets."
    )
    for item in seen["quantities"]:
        assert len(f"{item['unit']} {item['of'] or ''}".split()) <= 8


def test_a_rate_is_told_with_its_unit() -> None:
    (item,) = inspect("It pumps 250,000 barrels a day.")["quantities"]
    assert item["unit"] == "barrel per day"


def test_empty_text_holds_nothing() -> None:
    assert inspect("") == {"text": "", "quantities": [], "times": [], "names": [], "quotations": []}
