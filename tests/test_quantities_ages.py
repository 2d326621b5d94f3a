"""Ages: told of the person, never counted."""

import pytest
from documents import found

from factcheck.records.mention import QuantityMention
from factcheck.records.quantity import Quantity


def quantities(text: str) -> list[Quantity]:
    return [mention.quantity for mention in found("quantity", text) if isinstance(mention, QuantityMention)]


AGES = [
    ("Petra Vance, 44, was acquitted.", 44, "=", "Petra Vance"),
    ("“It was loud,” said Anna Ray, 71.", 71, "=", "Anna Ray"),
    ("Smith, 22, scored.", 22, "=", "Smith"),
    ("The driver, 52, was arrested.", 52, "=", "driver"),
    ("Jane Roe, now 56, lives there.", 56, "=", "Jane Roe"),
    ("His wife (31) was rescued.", 31, "=", "wife"),
    ("Olav Berg (34) was rescued.", 34, "=", "Olav Berg"),
    ("Ann and Karl Roe, both 74, had left.", 74, "=", "Karl Roe"),
    ("She is 66 and has lived there all her life.", 66, "=", None),
    ("I was 33 when we began.", 33, "=", None),
    ("He will be 35 by then.", 35, "=", None),
    ("At 29, she became the youngest minister.", 29, "=", None),
    ("Her mother, who is 90, was asleep.", 90, "=", "mother"),
    ("Her client is 49 and has no convictions.", 49, "=", "client"),
    ("Anna Berg turned 40 on the day.", 40, "=", "Anna Berg"),
    ("A bus driver of 62 saw it.", 62, "=", "bus driver"),
    ("A girl of seven was found.", 7, "=", "girl"),
    ("The boy, aged nine, was hurt.", 9, "=", "boy"),
    ("He died aged 88.", 88, "=", None),
    ("The 34-year-old goalkeeper left.", 34, "=", "goalkeeper"),
    ("He is 34 years old.", 34, "=", None),
    ("Children under five were moved.", 5, "<", "Children"),
    ("The residents were over 65.", 65, ">", "residents"),
    ("Those over 80 will be called.", 80, ">", None),
    ("Nobody under 16 may buy it.", 16, "<", None),
    ("The people over 50 are at risk.", 50, ">", "people"),
    ("The over-65s were moved.", 65, ">", "people"),
    ("Vaccines for under-fives arrived.", 5, "<", "people"),
]


@pytest.mark.parametrize(("text", "value", "modifier", "of"), AGES, ids=lambda value: str(value)[:40])
def test_an_age_is_one_of_a_person(text: str, value: float, modifier: str, of: str | None) -> None:
    (age,) = quantities(text)
    assert (age.low, age.modifier, age.unit, age.dimension) == (value, modifier, "year of age", "age")
    assert age.of == of


def test_ages_between_two_bounds_are_a_range() -> None:
    for text in (
        "Pupils aged 11 to 16 sat the test.",
        "It is open to 11- to 16-year-olds.",
        "Children between the ages of 11 and 16 came.",
        "The three, aged between 11 and 16, were charged.",
    ):
        (age,) = quantities(text)
        assert (age.low, age.high, age.dimension) == (11, 16, "age"), text


def test_ages_in_a_list_are_all_ages() -> None:
    seen = quantities("The suspects are 19, 20 and 23.")
    assert [(one.low, one.dimension) for one in seen] == [(19, "age"), (20, "age"), (23, "age")]


def test_a_babys_age_keeps_its_unit() -> None:
    first, second = quantities("The 18-month-old girl and a six-week-old baby survived.")
    assert (first.low, first.unit, second.low, second.unit) == (18, "month of age", 6, "week of age")


COUNTS = [
    ("The temperature was 34 there.", 34),
    ("Brent crude was 71 at the close.", 71),
    ("The crew of 26 was rescued.", 26),
    ("The jury of 12 retired.", 12),
    ("A mother of three was among them.", 3),
    ("The average gate is 42.", 42),
    ("It killed over 65 people.", 65),
    ("The fund has under 40 members.", 40),
]


@pytest.mark.parametrize(("text", "value"), COUNTS)
def test_other_numbers_are_no_ages(text: str, value: float) -> None:
    (one,) = quantities(text)
    assert (one.low, one.dimension) == (value, "count")


def test_votes_by_country_are_no_ages() -> None:
    seen = quantities("Norway, 24, Sweden, 18, and Poland, 12, voted for it.")
    assert {one.dimension for one in seen} == {"count"}
