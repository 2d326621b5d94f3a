"""What a number describes: compounds before a noun, what is measured, units and nouns that several numbers share."""

import pytest
from documents import found

from factcheck.records.mention import QuantityMention, TimeMention
from factcheck.records.quantity import Quantity


def quantities(text: str) -> list[Quantity]:
    return [mention.quantity for mention in found("quantity", text) if isinstance(mention, QuantityMention)]


COMPOUNDS = [
    ("An 11-story apartment building fell.", 11, "storeys", "apartment building"),
    ("A 12-storey tower fell.", 12, "storeys", "tower"),
    ("A five-storey house burned.", 5, "storeys", "house"),
    ("A 12 storey block fell.", 12, "storeys", "block"),
    ("An 18 hole course was built.", 18, "holes", "course"),
    ("He took a 60mg tablet.", 60, "mg", "tablet"),
    ("It has a 2.5-litre engine.", 2.5, "l", "engine"),
    ("The 43-kilometre line opened.", 43, "km", "line"),
    ("The 1.5-mile-long bridge fell.", 1.5, "mi", "bridge"),
    ("A 10,000-square-foot hall was built.", 10_000, "ft2", "hall"),
    ("The £48m ground opened.", 4.8e7, "GBP", "ground"),
    ("A $40m contract was signed.", 4e7, "USD", "contract"),
    ("They face a $3 million fine.", 3e6, "USD", "fine"),
    ("A four-car train left.", 4, "cars", "train"),
    ("The 27-nation bloc agreed.", 27, "nations", "bloc"),
    ("A seven-member panel ruled.", 7, "members", "panel"),
    ("The 300-page report came.", 300, "pages", "report"),
    ("A 500-seat theatre opened.", 500, "seats", "theatre"),
    ("The nine-count indictment was read.", 9, "counts", "indictment"),
    ("He lives in a one-bedroom flat.", 1, "bedrooms", "flat"),
    ("A 12-person jury sat.", 12, "people", "jury"),
    ("A 4,000-strong crowd marched.", 4000, None, "crowd"),
]


@pytest.mark.parametrize(("text", "value", "unit", "of"), COMPOUNDS, ids=lambda value: str(value)[:40])
def test_a_number_in_a_compound_describes_the_noun_behind_it(text: str, value: float, unit: str, of: str) -> None:
    (one,) = quantities(text)
    assert (one.low, one.unit, one.of) == (value, unit, of)


@pytest.mark.parametrize(
    "text",
    ["It has a six-speed gearbox.", "It is a one-way street.", "It was a six-figure sum.", "He wore a four-eyed mask."],
)
def test_a_compound_that_counts_nothing_is_left(text: str) -> None:
    assert quantities(text) == []


def test_a_suspended_compound_takes_the_noun_of_the_next() -> None:
    seen = quantities("It comes with four-, five- and six-cylinder engines.")
    assert [(one.low, one.unit, one.of) for one in seen] == [
        (4, "cylinders", "engines"), (5, "cylinders", "engines"), (6, "cylinders", "engines"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("He paid a five-day visit.", 5, "day", "visit"),
        ("They signed a three-year, $40m contract.", 3, "year", "contract"),
        ("He served an 18-month suspended sentence.", 18, "month", "suspended sentence"),
        ("It is a 90-minute flight.", 90, "min", "flight"),
    ],
)
def test_a_length_of_time_in_a_compound_describes_a_noun(text: str, value: float, unit: str, of: str) -> None:
    (length,) = (mention.duration for mention in found("time", text) if isinstance(mention, TimeMention))
    assert length is not None
    assert (length.low, length.unit, length.of) == (value, unit, of)


MEASURED = [
    ("The bridge, which cost $40 million, fell.", ["bridge"]),
    ("The bridge that cost $40 million fell.", ["bridge"]),
    ("A consultant named repairs that would have cost $3.2m.", ["repairs"]),
    ("The council approved a plan costing £48 million.", ["plan"]),
    ("The order was for trains worth $90 million.", ["trains"]),
    ("The fund, worth $40 million, closed.", ["fund"]),
    ("He said the project would cost $5 million.", ["project"]),
    ("The depot was meant to cost $38 million and came to $61 million.", ["depot", "depot"]),
    ("The ship is 40 metres long and weighs 900 tonnes.", ["ship", "ship"]),
    ("By the time the doors were hung it had cost $61 million.", [None]),
    ("When the ships sailed it had cost $61 million.", [None]),
    ("When the ship sailed it had cost $61 million.", ["ship"]),
    ("He paid $12 million for the tower.", ["tower"]),
    ("They spent $5 million on repairs.", ["repairs"]),
    ("It needs $12 million for new equipment and $9 million for overtime.", ["new equipment", "overtime"]),
    ("The council lent £22 million.", [None]),
    ("Bread sales rose 5%, milk sales 3%.", ["Bread sales", "milk sales"]),
    ("Profit rose to $5m and revenue to $50m.", ["Profit", "revenue"]),
    ("The trains cost $5m, a rise of 10 per cent.", ["trains", "trains"]),
    ("It saw a rise of 10 per cent in prices.", ["prices"]),
    ("They increased the number of beds by 40 per cent.", ["number of beds"]),
    ("The group expects capital spending of up to $60 million.", ["capital spending"]),
]


@pytest.mark.parametrize(("text", "of"), MEASURED, ids=lambda value: str(value)[:50])
def test_what_an_amount_measures_is_found_in_any_clause(text: str, of: list[str | None]) -> None:
    assert [one.of for one in quantities(text)] == of


def test_a_gapped_clause_tells_the_same_change() -> None:
    first, second = quantities("Bread sales rose 5%, milk sales 3%.")
    assert (first.modifier, second.modifier, second.form) == ("up", "up", "change")


SHARED = [
    ("They paid 12, 15 and 9 million dollars.", [(1.2e7, "USD"), (1.5e7, "USD"), (9e6, "USD")]),
    ("The limits are 5.5 and 8.4 tonnes.", [(5.5, "t"), (8.4, "t")]),
    ("Growth of 2, 3 and 4 per cent was forecast.", [(2, "percent"), (3, "percent"), (4, "percent")]),
    ("He ran 5, 10 and 15 km.", [(5, "km"), (10, "km"), (15, "km")]),
    ("Votes of 51 and 49 per cent were cast.", [(51, "percent"), (49, "percent")]),
    ("They sold three, five and nine ships.", [(3, "ships"), (5, "ships"), (9, "ships")]),
    ("It fell to 4.1 from 4.3 percent.", [(4.1, "percent"), (4.3, "percent")]),
    ("It slowed to 3% from 9.", [(3, "percent"), (9, "percent")]),
    ("Turnout was 61% against 58 in 2019.", [(61, "percent"), (58, "percent")]),
    ("Profit slipped to £71.2m in the year from 74.9 million.", [(7.12e7, "GBP"), (7.49e7, "GBP")]),
    ("Profit was $5m, compared with 4 million in 2019.", [(5e6, "USD"), (4e6, "USD")]),
    ("It cost $5, $10 and $15.", [(5, "USD"), (10, "USD"), (15, "USD")]),
    ("It killed 12, 5 km from the town.", [(12, None), (5, "km")]),
    ("Inflation of 2% and 3 deaths were reported.", [(2, "percent"), (3, "deaths")]),
    ("It lost £2m in 2019 and 3 million viewers.", [(2e6, "GBP"), (3e6, "viewers")]),
    ("Of the 48 households, 36, or 75 per cent, own a car.", [(48, "households"), (36, "households"), (75, "percent")]),
]


@pytest.mark.parametrize(("text", "expected"), SHARED, ids=lambda value: str(value)[:50])
def test_numbers_of_a_list_share_their_unit(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(one.low, one.unit) for one in quantities(text)] == expected


RANGES = [
    ("It grew between 3 and 5 per cent.", 3, 5, "percent"),
    ("It grew 3-5%.", 3, 5, "percent"),
    ("It grew by 3 to 5 percent.", 3, 5, "percent"),
    ("It costs from $5 to $9.", 5, 9, "USD"),
    ("It costs $1.5-2 million.", 1.5e6, 2e6, "USD"),
    ("It has two- or three-bedroom flats.", 2, 3, "bedrooms"),
    ("It took five or six ships.", 5, 6, "ships"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_the_ends_of_a_range_share_their_unit(text: str, low: float, high: float, unit: str) -> None:
    (one,) = quantities(text)
    assert (one.low, one.high, one.unit) == (low, high, unit)


def test_a_rate_carries_over_to_the_amount_before_the_change() -> None:
    first, second = quantities("Rents rose to $1,220 a month from $900.")
    assert (first.per, second.per) == ("month", "month")


LABELS = [
    "5.1 Most of those who came left.",
    "2.3.1 We interviewed nobody.",
    "12 The council met.",
    "§ 4.2 The loan was lawful.",
    "It is old.3",
    "It is complete.4 Bite marks are seen.",
    "It began in 1908.1 Most of it is old.",
    "See vol. 3 (1898), pp. 12-19.",
    "Witness 52 said so.",
    "He was convicted on count 11.",
    "Court 14 is full.",
    "Reactor 4 exploded.",
]


@pytest.mark.parametrize("text", LABELS)
def test_a_label_is_no_quantity(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7 Norwegian soldiers died.", 7),
        ("3.5 Million People Face Hunger", 3.5e6),
        ("12 people died.", 12),
        ("In the match 12 were hurt.", 12),
        ("The car 4 people shared was old.", 4),
    ],
)
def test_a_number_at_the_head_of_a_block_or_behind_a_noun_may_count(text: str, value: float) -> None:
    (one,) = quantities(text)
    assert one.low == value


ORDINALS = [
    ("He won for the third time.", 3, "time", None),
    ("It was its third visit.", 3, "visit", None),
    ("The thirteenth of 18 trains came.", 13, "trains", "18 trains"),
    ("She is the fourth of five children.", 4, "children", "five children"),
    ("It was the 12th of the 20 tests.", 12, "tests", "20 tests"),
    ("The eighth and last chapter is short.", 8, "chapter", None),
    ("He was sworn in for a second time.", 2, "time", None),
]


@pytest.mark.parametrize(("text", "value", "unit", "of"), ORDINALS)
def test_an_ordinal_numbers_a_happening_or_one_of_a_whole(text: str, value: float, unit: str, of: str | None) -> None:
    one = quantities(text)[0]
    assert (one.low, one.form, one.unit, one.of) == (value, "ordinal", unit, of)


def test_the_whole_that_an_ordinal_is_one_of_is_counted_too() -> None:
    seen = quantities("The thirteenth of 18 commuter trains that were ordered came.")
    assert [(one.low, one.unit) for one in seen] == [(13, "commuter trains"), (18, "commuter trains")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("As of Monday, 162 confirmed and probable cases have been reported.", "confirmed and probable cases"),
        ("Twelve confirmed or suspected measles cases have been linked to it.", "confirmed or suspected measles cases"),
        ("Nine sick or injured passengers left the ship.", "sick or injured passengers"),
        ("The 40 stranded and injured hikers were named.", "stranded and injured hikers"),
    ],
)
def test_two_participles_before_a_noun_are_counted_with_it(text: str, unit: str) -> None:
    assert [quantity.unit for quantity in quantities(text)] == [unit]


def test_a_verb_behind_a_number_is_no_participle() -> None:
    assert [quantity.unit for quantity in quantities("Twelve died and injured passengers waited.")] == [None]


def test_a_bare_number_behind_a_dash_counts_what_was_counted_before() -> None:
    counted = quantities("There are now 59 cases in the state – 42 that have been linked to the park.")
    assert [quantity.unit for quantity in counted] == ["cases", "cases"]
