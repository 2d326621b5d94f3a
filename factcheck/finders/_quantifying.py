"""From an amount and the words around it to a quantity: whether it is one, what it counts, how it is stated."""

import re
from typing import NamedTuple

from factcheck.finders._ages import age, under_age
from factcheck.finders._alone import stands_alone
from factcheck.finders._amount import Amount
from factcheck.finders._attributive import Compound
from factcheck.finders._clause import Clause
from factcheck.finders._counting import Measured, measured
from factcheck.finders._designating import is_no_number
from factcheck.finders._measuring import MOST_WORDS, shortened, subject_of
from factcheck.finders._rates import rate_after
from factcheck.finders._sharing import carried, dimension_of, rate_carried
from factcheck.finders._trends import Trend, change, compared, gapped, is_object, is_step, named, restated
from factcheck.language.modifiers import Stated, after, before
from factcheck.records.quantity import Bound, Form, Modifier, Quantity


class So(NamedTuple):
    """What came before in the sentence: where the last quantity and its noun ended, which it was, the last label.

    `passed` is where its rate ended, whose numbers are no quantities of their own ("per 1,000 births").
    """

    floor: int = 0
    passed: int = 0
    previous: Quantity | None = None
    labelled: int = -1


class Found(NamedTuple):
    """A quantity at `text[start:end]` of its sentence, and where its noun (and its rate, if it has one) ends."""

    start: int
    end: int
    quantity: Quantity
    noun_end: int
    rate_end: int = 0


def quantified(amount: Amount, clause: Clause, so: So, compound: Compound | None = None) -> Found | None:
    """The quantity that an amount is, with its span in the sentence; null where it is none."""
    floor, previous = so.floor, so.previous
    stated = before(clause.text, amount.start, floor) or under_age(clause.text, amount.start)
    start = stated.place if stated else amount.start
    here, following = clause.at(amount.start), clause.at(amount.end)
    said = after(clause.text, amount.end)
    aged = age(amount, clause, previous, floor) if compound is None else None
    if aged is None and compound is None and is_no_number(amount, clause, stated or said, here, following):
        return None
    stated = stated or _restated(clause.text, amount, previous, floor)
    if aged is not None:
        as_written = clause.written[start : aged.end]
        quantity = _quantity(amount, aged.stated or stated, aged.unit, "age", aged.of, None, as_written)
        return Found(start, aged.end, quantity, aged.end)
    end = said.place if said else amount.end
    stated = stated or said
    if said:
        following = clause.at(end)
    moved = change(amount, clause, stated, start) or restated(amount, previous, clause.text, floor)
    meant = measured(amount, clause, clause.at(start), following, previous, compound)
    of = meant.of
    if meant.unit is None and (unit := carried(amount, previous, clause.text, floor)) is not None and previous:
        meant, of = meant._replace(unit=unit), of or previous.of
    if of is None and meant.unit and previous is not None and _RESTATED.fullmatch(clause.text, floor, amount.start):
        of = previous.of
    if meant.unit is None and amount.form == "words" and not stands_alone(amount, clause, here, following, previous):
        return None
    if moved is not None and is_object(moved, meant.unit, amount.dimension, clause.text[amount.end : amount.end + 40]):
        moved = None
    moved = moved or gapped(amount, previous, clause.tokens, clause.at(start), following)
    moved = _moved(
        amount, clause, moved, meant.unit, clause.at(start), meant.last if is_step(meant.unit) else following
    )
    money = meant.unit is None and _goes_on(amount, previous, clause.text)
    if money and previous is not None:
        meant, amount = meant._replace(unit=previous.unit), amount._replace(dimension="money", unit=previous.unit)
    if of is None and moved is not None and is_step(meant.unit):
        of = subject_of(clause.tokens, clause.at(start))
    dimension = amount.dimension if amount.unit else dimension_of(meant.unit, amount.dimension)
    quantity = _quantity(amount, stated, meant.unit, dimension, of, moved, clause.written[start:end])
    quantity = quantity.but(per=rate_carried(quantity, previous, clause.text, floor, start) or quantity.per)
    noun_end = max(end, clause.tokens[meant.last - 1].end) if meant.last > following else end
    return _rated(Found(start, end, quantity, noun_end), clause, meant)


_SCALED = re.compile(r"\d[\d.,]*[\s\u00a0]?(?:thousand|million|billion|trillion|mn|bn|m|k)\b", re.IGNORECASE)


def _goes_on(amount: Amount, previous: Quantity | None, text: str) -> bool:
    """Whether a large number without a noun is in the currency of the sum before it."""
    if previous is None or previous.dimension != "money" or amount.dimension != "count":
        return False
    return _SCALED.fullmatch(text, amount.start, amount.end) is not None


def _rated(found: Found, clause: Clause, meant: Measured) -> Found:
    """The quantity with what it is per, where that follows its noun: "40 patients a day"."""
    rate = rate_after(clause, meant.last) if found.quantity.form == "value" and found.quantity.per is None else None
    if rate is None:
        return found
    last = max(found.noun_end, clause.tokens[rate.last - 1].end)
    return found._replace(quantity=found.quantity.but(per=rate.per), noun_end=last, rate_end=last)


def _quantity(
    amount: Amount,
    stated: Stated | None,
    unit: str | None,
    dimension: str,
    of: str | None,
    moved: Trend | None,
    as_written: str,
) -> Quantity:
    modifier: Modifier = moved.modifier if moved else stated.modifier if stated else "="
    bound: Bound | None = None
    if moved and stated and stated.modifier in ("~", ">", "<"):
        bound = stated.modifier
    form: Form = (
        moved.form if moved else "ratio" if amount.form == "fraction" and unit is None and amount.low < 1 else "value"
    )
    share = dimension == "count" and unit is None and amount.form == "fraction" and amount.low < 1
    way = (moved.way or moved.modifier) if moved else "="
    spare = MOST_WORDS - len((unit or "").split())
    return Quantity(
        low=amount.low, high=amount.high, modifier=modifier, unit=unit, of=shortened(of, spare),
        dimension="share" if share else dimension, form=form, per=amount.per, precision=amount.precision,
        trend=way if way in ("up", "down") else None, bound=bound,
        strict=bool(stated and stated.strict and (bound or modifier) in ("<", ">")), as_written=as_written,
    )  # fmt: skip


_RESTATED = re.compile(r"[\s\u00a0]?[(/][\s\u00a0]?")


def _restated(text: str, amount: Amount, previous: Quantity | None, floor: int) -> Stated | None:
    """A conversion in brackets is meant as what it converts: "just under 296 hp (224 kW)"."""
    if previous is None or amount.unit is None or previous.dimension != amount.dimension or previous.modifier == "=":
        return None
    if _RESTATED.fullmatch(text, floor, amount.start) is None or previous.modifier in ("up", "down"):
        return None
    return Stated(previous.modifier, previous.strict, amount.start)


def _moved(
    amount: Amount, clause: Clause, moved: Trend | None, unit: str | None, place: int, following: int
) -> Trend | None:
    """The trend that a verb, a noun ("an increase of", "5 % drop") or a minus sign before a percentage tells."""
    if moved is not None:
        return moved
    if amount.unit == "percent" and amount.high < 0:
        return Trend("down", "change")
    if amount.unit is None and not is_step(unit):
        return None
    return compared(clause.tokens, following, length=amount.dimension == "length") or named(
        amount, clause.tokens, place, following
    )
