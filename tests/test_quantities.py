"""Quantities: numbers with their unit or what they count, how they are stated and what they measure."""

import pytest
from documents import document, found
from hypothesis import given
from hypothesis import strategies as st

from factcheck.finders.quantity import FINDER
from factcheck.mentioning import Sight
from factcheck.records.document import Block, Document, Sentence
from factcheck.records.mention import QuantityMention
from factcheck.records.quantity import Quantity, bounds


def mentions(text: str) -> list[QuantityMention]:
    return [mention for mention in found("quantity", text) if isinstance(mention, QuantityMention)]


def quantities(text: str) -> list[Quantity]:
    return [mention.quantity for mention in mentions(text)]


VALUES = [
    ("It sold 7,000 ships.", 7000, 7000, "=", "ships"),
    ("It sold six ships.", 6, 6, "=", "ships"),
    ("It sold twenty-five ships.", 25, 25, "=", "ships"),
    ("It sold one hundred and fifty ships.", 150, 150, "=", "ships"),
    ("It sold two dozen ships.", 24, 24, "=", "ships"),
    ("It sold 2.7m ships.", 2.7e6, 2.7e6, "=", "ships"),
    ("It sold 1.2 million ships.", 1.2e6, 1.2e6, "=", "ships"),
    ("It sold half a million ships.", 5e5, 5e5, "=", "ships"),
    ("It sold 3 lakh ships.", 3e5, 3e5, "=", "ships"),
    ("It sold 10 000 ships.", 10_000, 10_000, "=", "ships"),
    ("It sold dozens of ships.", 12, 120, "=", "ships"),
    ("It sold thousands of ships.", 1000, 10_000, "=", "ships"),
    ("It sold tens of thousands of ships.", 10_000, 100_000, "=", "ships"),
    ("It sold several hundred ships.", 200, 1000, "=", "ships"),
    ("It sold four to five ships.", 4, 5, "=", "ships"),
    ("It sold between 15 and 20 ships.", 15, 20, "=", "ships"),
    ("It sold between 1.5 and 2.5 million ships.", 1_500_000, 2_500_000, "=", "ships"),
    ("It sold 1.25 to 2.5 thousand ships.", 1_250, 2_500, "=", "ships"),
    ("It sold between 14.5 and 16 million ships.", 14_500_000, 16_000_000, "=", "ships"),
    ("It sold 1.5 to 2 million ships.", 1.5e6, 2e6, "=", "ships"),
    ("It sold at least 7,000 ships.", 7000, 7000, ">", "ships"),
    ("It sold more than 550 ships.", 550, 550, ">", "ships"),
    ("It sold up to 400 ships.", 400, 400, "<", "ships"),
    ("It sold fewer than 100 ships.", 100, 100, "<", "ships"),
    ("It sold some 6,000 ships.", 6000, 6000, "~", "ships"),
    ("It sold around one million ships.", 1e6, 1e6, "~", "ships"),
    ("It sold nearly 300 ships.", 300, 300, "~", "ships"),
    ("It sold 50 or more ships.", 50, 50, ">", "ships"),
    ("It sold 2,000-odd ships.", 2000, 2000, "~", "ships"),
    ("It bought ten MIG-29 fighter jets.", 10, 10, "=", "MIG-29 fighter jets"),
    ("It bought six Su-30 multirole fighter jets.", 6, 6, "=", "Su-30 multirole fighter jets"),
    ("It bought 50 MI-24s.", 50, 50, "=", "MI-24s"),
    ("It signed two confirmed arms purchases from there.", 2, 2, "=", "confirmed arms purchases"),
    ("Two Norwegian officers came.", 2, 2, "=", "Norwegian officers"),
    ("It repaired dozens of Kia and Hyundai vehicles.", 12, 120, "=", "Kia and Hyundai vehicles"),
    ("It is one of the largest embassies.", 1, 1, "=", "largest embassies"),
    ("It lost only one area.", 1, 1, "=", "area"),
]


@pytest.mark.parametrize(("text", "low", "high", "modifier", "unit"), VALUES, ids=lambda value: str(value)[:40])
def test_a_count_has_its_number_and_what_it_counts(
    text: str, low: float, high: float, modifier: str, unit: str
) -> None:
    (quantity,) = quantities(text)
    assert (quantity.low, quantity.high, quantity.modifier, quantity.unit) == (low, high, modifier, unit)
    assert (quantity.dimension, quantity.form) == ("count", "value")


UNITS = [
    ("It cost $1.7 billion.", 1.7e9, "USD", "money"),
    ("It cost US$807 million.", 8.07e8, "USD", "money"),
    ("It cost £45.2m.", 4.52e7, "GBP", "money"),
    ("It cost €20bn.", 2e10, "EUR", "money"),
    ("It cost Rs 5 crore.", 5e7, "INR", "money"),
    ("It cost 30 million rupees.", 3e7, "INR", "money"),
    ("It cost 10.5 million Australian dollars.", 1.05e7, "AUD", "money"),
    ("It cost HK$3.7 billion.", 3.7e9, "HKD", "money"),
    ("It cost SEK 50 million.", 5e7, "SEK", "money"),
    ("It cost EUR50m.", 5e7, "EUR", "money"),
    ("It cost 63 cents.", 63, "USD/100", "money"),
    ("It cost 45 pounds.", 45, "GBP", "money"),
    ("It weighed 45 pounds.", 45, "lb", "mass"),
    ("It grew 16%.", 16, "percent", "share"),
    ("It makes up 16 per cent.", 16, "percent", "share"),
    ("It makes up 120 basis points.", 120, "bp", "share-point"),
    ("It fell by 0.2 percentage points.", 0.2, "pp", "share-point"),
    ("It covers 311 square miles.", 311, "mi2", "area"),
    ("It covers 20 sq km.", 20, "km2", "area"),
    ("It covers 400 acres.", 400, "acre", "area"),
    ("It yields 110 MW.", 110, "MW", "power"),
    ("It reached 50mph.", 50, "mph", "speed"),
    ("It reached 140 km/h.", 140, "km/h", "speed"),
    ("It weighs 70kg.", 70, "kg", "mass"),
    ("It weighs 12.3m tonnes.", 1.23e7, "t", "mass"),
    ("It was 38C.", 38, "C", "temperature"),
    ("It was minus 70 degrees Celsius.", -70, "C", "temperature"),
    ("It had a magnitude 6.1.", 6.1, "magnitude", "magnitude"),
    ("It stores 256GB.", 256, "GB", "data"),
]


@pytest.mark.parametrize(("text", "value", "unit", "dimension"), UNITS, ids=lambda value: str(value)[:40])
def test_a_measure_has_its_unit_and_dimension(text: str, value: float, unit: str, dimension: str) -> None:
    (quantity,) = quantities(text)
    assert (quantity.low, quantity.high, quantity.unit, quantity.dimension) == (value, value, unit, dimension)


MEASURED = [
    ("The fund bought $1.7 billion worth of arms.", "arms"),
    ("The fund paid a fine of $3 billion.", "fine"),
    ("The fund paid a $3 billion fine.", "fine"),
    ("It won 16% of the total vote.", "total vote"),
    ("He praised the 40 per cent uptick in trade.", "uptick in trade"),
    ("The jobless rate fell to 3.7 per cent.", "jobless rate"),
    ("The engine makes 500 Nm of torque.", "torque"),
    ("Profit before tax climbed to £45.2m.", "Profit before tax"),
    ("A quarter of all drivers stopped.", "drivers"),
    ("One in five adults never voted.", "adults"),
]


@pytest.mark.parametrize(("text", "of"), MEASURED)
def test_what_is_measured_is_named(text: str, of: str) -> None:
    assert quantities(text)[0].of == of


def test_a_rate_has_what_it_is_per() -> None:
    assert [(one.unit, one.per) for one in quantities("It pumps 250,000 barrels a day at $52 a barrel.")] == [
        ("bbl", "day"),
        ("USD", "barrel"),
    ]


CHANGES = [
    ("Output rose 5 per cent.", "up", "change"),
    ("Output fell by 5 per cent.", "down", "change"),
    ("Output was up 5 per cent.", "up", "change"),
    ("Output closed 5 per cent lower.", "down", "change"),
    ("Output showed a 5 per cent drop.", "=", "change"),
    ("They cut the rate by 5 per cent.", "down", "change"),
    ("Output rose to 5 per cent.", "=", "value"),
    ("Output was 5 per cent higher than that.", "=", "value"),
    ("Output fell from 12% to 9%.", "down", "value"),
    ("The firm raised $5 million.", "=", "value"),
    ("The firm lost 20 ships.", "=", "value"),
    ("The index gained 250 points.", "up", "change"),
    ("Steel made up 62 per cent of it.", "=", "value"),
    ("They paid down 43 million euros.", "=", "value"),
    ("Output is 67 per cent, as planned.", "=", "value"),
]


@pytest.mark.parametrize(("text", "modifier", "form"), CHANGES)
def test_a_change_is_told_from_a_value(text: str, modifier: str, form: str) -> None:
    (quantity,) = quantities(text)
    assert (quantity.modifier, quantity.form) == (modifier, form)


def test_a_value_gained_and_the_value_reached_are_two() -> None:
    first, second = quantities("Gold gained $3.20 to $1,284.70 an ounce.")
    assert (first.low, first.modifier, second.low, second.modifier) == (3.2, "up", 1284.7, "=")


RATIOS = [
    ("Half the land is forest.", 0.5, "share"),
    ("Two-thirds of households came.", 2 / 3, "share"),
    ("One in five adults came.", 0.2, "share"),
    ("Nine out of 10 adults came.", 0.9, "share"),
    ("It grew sixfold.", 6, "factor"),
    ("It sold twice as many.", 2, "factor"),
    ("Its value doubled.", 2, "factor"),
    ("Its value halved.", 0.5, "factor"),
]


@pytest.mark.parametrize(("text", "value", "dimension"), RATIOS)
def test_a_ratio_is_one(text: str, value: float, dimension: str) -> None:
    (quantity,) = quantities(text)
    assert quantity.low == pytest.approx(value)
    assert (quantity.form, quantity.dimension, quantity.unit) == ("ratio", dimension, None)


ORDINALS = [
    ("They marked the 75th anniversary.", 75, "anniversary"),
    ("It is the second largest source of steel.", 2, "largest source"),
    ("It is the second-largest source of steel.", 2, "largest source"),
    ("It was its first major order.", 1, "major order"),
    ("She spoke at the 8th Harbour Conference.", 8, "Harbour Conference"),
    ("It was the thirty-first such visit.", 31, "visit"),
]


@pytest.mark.parametrize(("text", "value", "unit"), ORDINALS)
def test_an_ordinal_numbers_a_noun(text: str, value: int, unit: str) -> None:
    (quantity,) = quantities(text)
    assert (quantity.low, quantity.form, quantity.unit) == (value, "ordinal", unit)


def test_an_age_is_no_count() -> None:
    for text in (
        "The 34-year-old goalkeeper left.",
        "He is 34 years old.",
        "The keeper, aged 34, left.",
        "Olav Berg, 34, left.",
    ):
        (quantity,) = quantities(text)
        assert (quantity.low, quantity.unit, quantity.dimension) == (34, "year of age", "age")


def test_votes_on_both_sides_are_counted() -> None:
    seen = quantities("It was adopted by 119 votes to one (the host), with 36 abstentions.")
    assert [(one.low, one.unit) for one in seen] == [(119, "votes"), (1, "votes"), (36, "abstentions")]


def test_a_bare_number_counts_what_the_one_before_it_did() -> None:
    seen = quantities("It blocked three resolutions, compared with 76 for the north and 93 for the south.")
    assert [(one.low, one.unit) for one in seen] == [(3, "resolutions"), (76, "resolutions"), (93, "resolutions")]


NOTHING = [
    "The Su-30, the S-400 and the An-148 flew with the Orlan-10E.",
    "See A/RES/75/287 and UN Doc. A/HRC/49/CRP.1.",
    "See vol. 34, no. 2 (2015), pp. 165–198.",
    "See chapters 3, 4 and 5, para. 56, and Section 4.",
    "The “Three Brothers Alliance” holds the town.",
    "The Big 12 met; the Stoxx 600 and the S&P 500 fell.",
    "The photo is CC BY 4.0.",
    "Nobody is the one that no one likes; for one reason or another he left.",
    "On the one hand it rains.",
    "They won 3-1 and lost 112-105.",
    "Call +44 20 7946 0958 or (020) 7946-0958 today.",
    "It is at 575 Wilbraham Road.",
    "It ran on version 4.2.1 of the code.",
    "Write to a1@b2.org or see https://example.org/12/34.",
    "It has a six-speed gearbox.",
    "He scored a 5-0 win.",
    "The deal died in 2017, on 5 May, at 10:35, two weeks later.",
    "Third, it rains. At first it did not.",
    "No third country may join.",
    "She was a second lieutenant.",
    "It asks (1) who came, (2) who left, and (3) why.",
    "He appeals on counts 4 and 9.",
    "Winds of force 8 had been forecast.",
]


@pytest.mark.parametrize("text", NOTHING, ids=lambda value: str(value)[:40])
def test_what_holds_digits_and_is_no_quantity_is_left(text: str) -> None:
    assert quantities(text) == []


def test_a_bare_sum_is_of_the_money_told_before_it_in_its_paragraph() -> None:
    found = quantities("Profit was $5 million. New orders came to 40 million.")
    assert [(one.low, one.unit) for one in found] == [(5e6, "USD"), (4e7, "USD")]
    found = quantities("It cost $5 million. There were orders for 40 million doses.")
    assert [(one.low, one.unit) for one in found] == [(5e6, "USD"), (4e7, "doses")]


def test_a_list_label_is_no_quantity() -> None:
    assert quantities("1. Nobody came.\n2. Somebody left.") == []


def test_numbers_of_a_series_in_a_note_are_references() -> None:
    assert quantities("[1] See Reports N°s 166, The First; 167, The Second; and 168, The Third.") == []


def test_precision_is_that_of_the_last_digit_written() -> None:
    precise = {
        text: quantities(f"It cost {text}.")[0].precision for text in ("$1.7bn", "$1.70bn", "$80 million", "$7,000")
    }
    assert precise == {"$1.7bn": 1e8, "$1.70bn": 1e7, "$80 million": 1e6, "$7,000": 1}
    limits = bounds(quantities("It cost $1.7bn.")[0])
    assert (limits.low, limits.high) == (1.65e9, 1.75e9)


def test_a_bound_that_is_excluded_is_strict() -> None:
    assert [one.strict for one in quantities("More than 5 ships met at least 6 boats.")] == [True, False]


def test_a_conversion_in_brackets_is_meant_as_what_it_converts() -> None:
    first, second = quantities("The engine makes just under 296 hp (224 kW).")
    assert (first.modifier, second.modifier, second.low) == ("<", "<", 224)


def cell(text: str, *, row: str | None, column: str | None) -> list[Quantity]:
    block = Block(kind="table-cell", start=0, end=len(text), row=row, column=column)
    sentence = Sentence(start=0, end=len(text), block=0)
    read = Document(
        source="test", text=text, blocks=(block,), sentences=(sentence,), reader="test/1",
    )  # fmt: skip
    return [mention.quantity for mention in FINDER.find(Sight(read)) if isinstance(mention, QuantityMention)]


CELLS = [
    ("1.4", "North", "Sales (US$ million)", 1.4e6, "USD"),
    ("1.4", "North", "Sales, £bn", 1.4e9, "GBP"),
    ("14", "North", "Share (%)", 14, "percent"),
    ("14", "North", "Area (sq km)", 14, "km2"),
    ("14", "North", "Ships", 14, None),
    ("14", "North", "Ships ('000)", 14_000, None),
    ("$14", "North", "Sales", 14, "USD"),
]


def test_a_number_within_the_label_of_a_row_counts_its_own_noun() -> None:
    assert [(one.unit, one.of) for one in cell("Chargers at six termini", row=None, column="Item")] == [
        ("termini", None)
    ]


@pytest.mark.parametrize(("text", "row", "column", "value", "unit"), CELLS)
def test_a_value_in_a_table_takes_its_headings(
    text: str, row: str, column: str, value: float, unit: str | None
) -> None:
    (quantity,) = cell(text, row=row, column=column)
    assert (quantity.low, quantity.unit) == (value, unit)
    assert quantity.of is not None and quantity.of.startswith(row)


PIECES = st.sampled_from(
    (
        "1.7 7,000 six twenty-five hundred million bn % $ £ US$ Rs km/h sq miles per a an half third of one two the "
        "more than at least up to about rose fell by from between and or - – , . ( ) “ ” Su-30 A/1/2 2-1 5G 3rd first "
        "officers ships worth twice 99999999999999999999999 0 1/2 ½ dozens several few"
    ).split()
)


@given(st.lists(PIECES, max_size=25), st.booleans())
def test_quantities_never_overlap_and_hold_their_words(words: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(words)
    if not text.strip():
        return
    end = 0
    for mention in mentions(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.quantity.as_written
        assert mention.quantity.low <= mention.quantity.high
        assert len((mention.quantity.of or "").split()) <= 8
        end = mention.end


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    mentions("x" + text.replace("\n", " "))


@given(st.integers(min_value=0, max_value=10**12))
def test_a_whole_number_written_out_is_read_back(value: int) -> None:
    assert quantities(f"It sold {value:,} ships.")[0].low == value


@given(st.decimals(min_value=0, max_value=999, places=2))
def test_money_written_out_is_read_back(value: float) -> None:
    quantity = quantities(f"It cost ${value} million.")[0]
    assert (quantity.low, quantity.unit) == (pytest.approx(float(value) * 1e6), "USD")


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(value: int) -> str:
    if value < 20:
        return SMALL[value]
    if value < 100:
        return TENS[value // 10 - 2] + (f"-{SMALL[value % 10]}" if value % 10 else "")
    if value < 1000:
        return f"{SMALL[value // 100]} hundred" + (f" and {spelled(value % 100)}" if value % 100 else "")
    return f"{spelled(value // 1000)} thousand" + (f" {spelled(value % 1000)}" if value % 1000 else "")


@given(st.integers(min_value=2, max_value=999_999))
def test_a_number_spelled_out_is_read_back(value: int) -> None:
    assert quantities(f"It sold {spelled(value)} ships.")[0].low == value


def test_every_mention_names_its_finder() -> None:
    assert {mention.finder for mention in mentions("It sold 5 ships.")} == {FINDER.signature}
    assert list(FINDER.find(Sight(document("")))) == []
