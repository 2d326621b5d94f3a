"""Rates: what a number is per, wherever the words for it stand."""

import pytest
from documents import found

from factcheck.records.mention import QuantityMention, TimeMention


def rates(text: str) -> list[tuple[float, str | None, str | None]]:
    seen = [mention.quantity for mention in found("quantity", text) if isinstance(mention, QuantityMention)]
    return [(one.low, one.unit, one.per) for one in seen]


RATES = [
    ("The clinic treats 40 patients a day.", 40, "patients", "day"),
    ("About 1,200 cars an hour cross the bridge.", 1200, "cars", "hour"),
    ("The line carries 10.4 million journeys a year.", 1.04e7, "journeys", "year"),
    ("The charity serves up to 600 meals per night.", 600, "meals", "night"),
    ("It holds three meetings per annum.", 3, "meetings", "year"),
    ("The journal publishes two issues per year.", 2, "issues", "year"),
    ("The shop sells 500 loaves daily.", 500, "loaves", "day"),
    ("The airline runs six flights weekly.", 6, "flights", "week"),
    ("The prize is paid out four times annually.", 4, "times", "year"),
    ("The hotline takes 250 calls every hour.", 250, "calls", "hour"),
    ("It repairs 30 roofs each month.", 30, "roofs", "month"),
    ("He swims three times a day.", 3, "times", "day"),
    ("They drank five cups of tea a day.", 5, "cups", "day"),
    ("The winger scores two goals a game.", 2, "goals", "game"),
    ("The rate was three deaths per 100,000 people.", 3, "deaths", "100,000 people"),
    ("The hospital recorded 14 infections per 1,000 admissions.", 14, "infections", "1,000 admissions"),
    ("It counted 27 crimes for every 1,000 residents.", 27, "crimes", "1,000 residents"),
    ("There are 2.4 doctors for each 10,000 people.", 2.4, "doctors", "10,000 people"),
    ("The birth rate fell to 1.3 children per woman.", 1.3, "children", "woman"),
    ("It carries 3,000 passengers per hour per direction.", 3000, "passengers", "hour per direction"),
    ("The factory turns out one car every 58 seconds.", 1, "car", "58 seconds"),
    ("It runs two trains every ten minutes.", 2, "trains", "10 minutes"),
    ("The club holds one vote every other year.", 1, "vote", "2 years"),
    ("Rents came to $310 a month.", 310, "USD", "month"),
    ("The grant is worth £4,320 a year.", 4320, "GBP", "year"),
    ("A pass costs £30-a-month.", 30, "GBP", "month"),
    ("Workers earn $15 per hour.", 15, "USD", "hour"),
    ("The tax is 12 cents a litre.", 12, "USD/100", "litre"),
    ("The fee is €45 per tonne of carbon dioxide.", 45, "EUR", "tonne"),
    ("The plant makes 12,000 tonnes of steel a month.", 12_000, "t", "month"),
    ("The pump moves 300 litres of water a second.", 300, "l", "second"),
    ("It emits 4.6 tonnes of carbon dioxide per person each year.", 4.6, "t", "person per year"),
    ("He trains twice a week.", 2, "times", "week"),
    ("They meet once a month.", 1, "times", "month"),
    ("It is inspected twice every year.", 2, "times", "year"),
    ("The water is tested thrice daily.", 3, "times", "day"),
]


@pytest.mark.parametrize(("text", "value", "unit", "per"), RATES, ids=lambda value: str(value)[:40])
def test_a_rate_has_what_it_is_per(text: str, value: float, unit: str, per: str) -> None:
    assert rates(text) == [(value, unit, per)]


NO_RATES = [
    "The company employs 300 people a short walk from here.",
    "He bought 300 shares a week ago.",
    "He sold 20 boats a year earlier.",
    "They planted 40 trees an hour before dawn.",
    "He gave 12 speeches a month after the vote.",
    "She gave six pupils a week’s notice.",
    "He sold 12 members a season ticket.",
    "They gave workers 12 tickets each.",
    "It prints two weekly papers.",
]


@pytest.mark.parametrize("text", NO_RATES)
def test_what_only_follows_a_number_makes_no_rate(text: str) -> None:
    ((_, unit, per),) = rates(text)
    assert unit is not None
    assert per is None


def test_once_without_a_rate_says_when_and_not_how_often() -> None:
    assert rates("He came once. Once he was here, it rained.") == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Elections are held every four years.", 4, "year"),
        ("A train leaves every 12 minutes.", 12, "min"),
        ("The list is read every other week.", 2, "week"),
        ("One child is born every eight seconds.", 8, "s"),
    ],
)
def test_how_often_something_recurs_is_a_length_of_time_each_time(text: str, value: float, unit: str) -> None:
    (time,) = (mention for mention in found("time", text) if isinstance(mention, TimeMention))
    assert time.timespan is not None
    assert time.timespan.recurring
    assert time.duration is not None
    assert (time.duration.low, time.duration.unit, time.duration.per) == (value, unit, "time")
