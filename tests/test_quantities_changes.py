"""Changes: how much something rose or fell, told by verbs, adverbs and nouns in any order; how amounts are bounded."""

import pytest
from documents import found

from factcheck.records.mention import QuantityMention
from factcheck.records.quantity import Quantity, bounds


def quantities(text: str) -> list[Quantity]:
    return [mention.quantity for mention in found("quantity", text) if isinstance(mention, QuantityMention)]


UP_OR_DOWN = [
    ("Output rose by 5%.", 5, "up"),
    ("Output rose 5% there.", 5, "up"),
    ("Output was up 5% on the year.", 5, "up"),
    ("Output, up 5%, reached a record.", 5, "up"),
    ("Output went up by a third.", 1 / 3, "up"),
    ("Output is down a fifth since 2019.", 0.2, "down"),
    ("Traffic was down between 10 and 15 percent.", 10, "down"),
    ("Sales rose sharply, by 5%, in May.", 5, "up"),
    ("Prices fell by half.", 0.5, "down"),
    ("Sales have fallen by two-thirds.", 2 / 3, "down"),
    ("The price dropped a third.", 1 / 3, "down"),
    ("Prices, which rose 5%, are high.", 5, "up"),
    ("Prices are rising 3% a year.", 3, "up"),
    ("It edged up 0.2%.", 0.2, "up"),
    ("It inched down 1 cent.", 1, "down"),
    ("Shares closed 2% lower.", 2, "down"),
    ("Shares were 2% lower than a year earlier.", 2, "down"),
    ("Shares were 2% higher than in 2019.", 2, "up"),
    ("Turnout was 6 points down on 2019.", 6, "down"),
    ("The lead narrowed by 3 points.", 3, "down"),
    ("The bank cut its rate by half a point.", 0.5, "down"),
    ("The bank raised its forecast 0.2 percentage points.", 0.2, "up"),
    ("It increased the number of beds by 40.", 40, "up"),
    ("The population shrank by 4,000.", 4000, "down"),
    ("Sales decrease by 5%.", 5, "down"),
    ("The index lost 20 points.", 20, "down"),
    ("The harvest will be 15 per cent smaller than last year's.", 15, "down"),
    ("The harvest is 35 per cent below that of 2021.", 35, "down"),
    ("The harvest is 35 per cent above the level of 2021.", 35, "up"),
    ("Rainfall was 40 percent more than in 2019.", 40, "up"),
]


@pytest.mark.parametrize(("text", "value", "modifier"), UP_OR_DOWN, ids=lambda value: str(value)[:40])
def test_a_verb_tells_by_how_much_something_rose_or_fell(text: str, value: float, modifier: str) -> None:
    (one,) = quantities(text)
    assert one.low == pytest.approx(value)
    assert (one.modifier, one.trend, one.form) == (modifier, modifier, "change")


NAMED = [
    ("A rise of 5% was seen.", "up"),
    ("They want a 5% rise in pay.", "up"),
    ("It reported a 5% drop.", "down"),
    ("It reported a fall of 5%.", "down"),
    ("The fund made a loss of 5%.", "down"),
    ("The 5 percent increase was small.", "up"),
]


@pytest.mark.parametrize(("text", "trend"), NAMED)
def test_a_noun_tells_a_change_and_its_direction(text: str, trend: str) -> None:
    (one,) = quantities(text)
    assert (one.low, one.modifier, one.trend, one.form) == (5, "=", trend, "change")


LEVELS = [
    ("Output rose to 8 million tonnes.", 8e6),
    ("The firm cut 500 jobs.", 500),
    ("The firm raised $5 million.", 5e6),
    ("The firm lost 20 games.", 20),
    ("The council stumped up a £32m loan.", 3.2e7),
    ("The owner ran up $18,500 in fines.", 18_500),
    ("They paid down 43 million euros.", 4.3e7),
    ("Women make up 54 per cent of the staff.", 54),
    ("He cut down 400 trees.", 400),
    ("The insurers speak of losses of 31 million euros.", 3.1e7),
    ("Output was 5 per cent higher than that.", 5),
    ("The price was 5 per cent below the average.", 5),
    ("She earned 5 per cent less than her brother.", 5),
]


@pytest.mark.parametrize(("text", "value"), LEVELS, ids=lambda value: str(value)[:40])
def test_an_amount_that_is_reached_taken_or_compared_is_no_change(text: str, value: float) -> None:
    (one,) = quantities(text)
    assert (one.low, one.modifier, one.trend, one.form) == (value, "=", None, "value")


FROM_TO = [
    ("Rents rose to $1,220 a month from $900.", [(1220, 1220), (900, 900)]),
    ("The toll climbed to 14 from nine.", [(14, 14), (9, 9)]),
    ("Output went to 8 million tonnes, up from 6 million.", [(8e6, 8e6), (6e6, 6e6)]),
    ("Growth slowed to 1.2% from 2.4%.", [(1.2, 1.2), (2.4, 2.4)]),
    ("Unemployment fell to 4.1 from 4.3 percent.", [(4.1, 4.1), (4.3, 4.3)]),
    ("Rents rose from $900 to $1,220.", [(900, 1220)]),
    ("The bank cut its rate from 5% to 4.5%.", [(4.5, 5)]),
    ("Its debt halved from 40 to 20 million dollars.", [(0.5, 0.5), (2e7, 4e7)]),
    ("They reduced the fleet from 40 ships to 25.", [(40, 40), (25, 25)]),
]


@pytest.mark.parametrize(("text", "values"), FROM_TO, ids=lambda value: str(value)[:40])
def test_where_a_change_began_and_ended_is_given_in_any_order(text: str, values: list[tuple[float, float]]) -> None:
    assert [(one.low, one.high) for one in quantities(text)] == values


AGAIN = [
    ("The index gained 250 points, or 1.4%.", "up"),
    ("The index gained 250 points (1.4%) there.", "up"),
    ("Shares fell $2.10, or 3 percent.", "down"),
    ("The sea warmed, rising by 2 degrees Celsius (3.6 Fahrenheit).", "up"),
]


@pytest.mark.parametrize(("text", "modifier"), AGAIN)
def test_a_change_told_again_in_another_measure_is_that_change(text: str, modifier: str) -> None:
    assert [(one.modifier, one.form) for one in quantities(text)] == [(modifier, "change")] * 2


def test_a_level_in_brackets_is_no_change() -> None:
    first, second = quantities("Shares fell 3 percent ($2.10).")
    assert (first.form, second.form) == ("change", "value")


MULTIPLES = [
    ("Its value doubled.", 2, "up", None),
    ("Its value more than doubled.", 2, "up", ">"),
    ("Its value nearly tripled.", 3, "up", "~"),
    ("Its value halved.", 0.5, "down", None),
    ("Its value quadrupled.", 4, "up", None),
    ("Its revenue grew fourfold.", 4, "up", None),
    ("It was a threefold increase.", 3, "=", None),
]


@pytest.mark.parametrize(("text", "factor", "modifier", "bound"), MULTIPLES)
def test_a_multiple_is_a_factor(text: str, factor: float, modifier: str, bound: str | None) -> None:
    (one,) = quantities(text)
    assert (one.low, one.dimension, one.form) == (factor, "factor", "ratio")
    assert (one.modifier, one.bound) == (modifier, bound)


BOUNDED_CHANGES = [
    ("Prices rose by more than 5%.", ">", 5, None),
    ("Prices fell as much as 5%.", "<", None, 5.5),
    ("Prices jumped almost 5%.", "~", 4.5, 5.5),
    ("Prices rose by at least 5%.", ">", 4.5, None),
]


@pytest.mark.parametrize(("text", "bound", "low", "high"), BOUNDED_CHANGES)
def test_the_amount_of_a_change_keeps_its_bound(text: str, bound: str, low: float | None, high: float | None) -> None:
    (one,) = quantities(text)
    assert one.bound == bound
    meant = bounds(one)
    assert meant.low == (None if low is None else pytest.approx(low)) or (low is None and meant.low == 0)
    assert meant.high == (None if high is None else pytest.approx(high))


PARTS = [
    ("It is half a mile long.", 0.5, "mi"),
    ("It weighs three quarters of a tonne.", 0.75, "t"),
    ("It fell a tenth of a percentage point.", 0.1, "pp"),
    ("It lost a quarter of a per cent.", 0.25, "percent"),
    ("It fell half a point.", 0.5, "points"),
]


@pytest.mark.parametrize(("text", "value", "unit"), PARTS)
def test_a_part_of_a_unit_is_measured_in_it(text: str, value: float, unit: str) -> None:
    (one,) = quantities(text)
    assert (one.low, one.unit) == (value, unit)


STATED = [
    ("nearly 400", "~"),
    ("almost 400", "~"),
    ("some 400", "~"),
    ("about 400", "~"),
    ("around 400", "~"),
    ("roughly 400", "~"),
    ("approximately 400", "~"),
    ("close to 400", "~"),
    ("an estimated 400", "~"),
    ("in the region of 400", "~"),
    ("400 or so", "~"),
    ("400-odd", "~"),
    ("just under 400", "<"),
    ("a little under 400", "<"),
    ("fewer than 400", "<"),
    ("no more than 400", "<"),
    ("not more than 400", "<"),
    ("up to 400", "<"),
    ("as many as 400", "<"),
    ("at most 400", "<"),
    ("a maximum of 400", "<"),
    ("400 at most", "<"),
    ("400 or fewer", "<"),
    ("just over 400", ">"),
    ("a little over 400", ">"),
    ("slightly more than 400", ">"),
    ("upwards of 400", ">"),
    ("no fewer than 400", ">"),
    ("not fewer than 400", ">"),
    ("no less than 400", ">"),
    ("at least 400", ">"),
    ("a minimum of 400", ">"),
    ("well over 400", ">"),
    ("in excess of 400", ">"),
    ("400 or more", ">"),
    ("400-plus", ">"),
    ("400 at least", ">"),
    ("400+", ">"),
]


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("The envoy handed over 20 ambulances.", "="),
        ("The debris was scattered over 20 acres.", "="),
        ("The smoke spread over 20 acres.", "="),
        ("They hired over 20 nurses.", ">"),
        ("They handed out over 20 prizes.", ">"),
        ("They distributed over 20 parcels.", ">"),
        ("The bank extended over 20 loans.", ">"),
    ],
)
def test_over_is_no_bound_where_it_belongs_to_the_verb(text: str, modifier: str) -> None:
    (one,) = quantities(text)
    assert one.modifier == modifier


@pytest.mark.parametrize(("words", "modifier"), STATED, ids=[words for words, _ in STATED])
def test_words_around_a_number_say_how_it_is_meant(words: str, modifier: str) -> None:
    for text in (f"It sold {words} ships.", f"They sold {words} of them."):
        (one,) = quantities(text)
        assert (one.low, one.modifier) == (400, modifier), text


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The firm grew its workforce by 300 to 2,400.", [(300, "change"), (2400, "value")]),
        ("Membership rose by 1,200 to 15,300 last year.", [(1200, "change"), (15300, "value")]),
        ("The toll climbed by three to 17.", [(3, "change"), (17, "value")]),
        ("Sales rose by 3 to 4 per cent.", [(3, "change")]),
    ],
)
def test_by_how_much_it_changed_and_to_what_is_no_range(text: str, values: list[tuple[float, str]]) -> None:
    assert [(one.low, one.form) for one in quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The farm lost 300 tonnes of wheat.", "value"),
        ("The ship shed 40 litres of its fuel.", "value"),
        ("The diver lost 14 kilos in a year.", "change"),
        ("Output fell 300 tonnes.", "change"),
        ("The seam lies 40 metres down.", "value"),
        ("The boat sank 30 miles off the coast.", "value"),
        ("The river fell 2 metres.", "change"),
        ("Bread is 7 per cent dearer.", "change"),
        ("Tickets are 7 per cent cheaper.", "change"),
    ],
)
def test_what_is_lost_and_where_something_lies_is_no_change(text: str, form: str) -> None:
    assert quantities(text)[0].form == form


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A trio of climbers died.", 3),
        ("Quartet of young men held.", 4),
        ("A score of villagers were arrested.", 20),
        ("A dozen pupils were hurt.", 12),
    ],
)
def test_a_group_counts_those_of_whom_it_is(text: str, value: float) -> None:
    assert quantities(text)[0].low == value


def test_a_score_in_a_game_counts_nobody() -> None:
    assert [one.low for one in quantities("She won with a score of 12 points.")] == [12]
