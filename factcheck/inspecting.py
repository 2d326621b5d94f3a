"""What the finders see in any text, as plain data."""

import re
from collections.abc import Iterator
from typing import Any

from factcheck.config import Glossary
from factcheck.language import units
from factcheck.language.number_words import CARDINALS
from factcheck.mentioning import NO_GLOSSARY, find_all
from factcheck.reading import read_text
from factcheck.records.mention import NameMention, QuantityMention, QuotationMention, TimeMention
from factcheck.records.quantity import Quantity


def inspect(text: str, glossary: Glossary = NO_GLOSSARY) -> dict[str, Any]:
    """The quantities, times, names and quotations of a text; offsets are code points of the text as read.

    Ordinals and the lengths of time that a date is counted by are told as times or left to claims; a
    stated length ("35 minutes later") counts as a quantity as well.
    """
    document = read_text(text)
    found = find_all(document, glossary)
    mentions = [mention for group in found.values() for mention in group]
    quantities = sorted(_quantities(mentions, document.text), key=lambda item: (item["start"], item["end"]))
    return {
        "text": text,
        "quantities": quantities,
        "times": [_time(mention) for mention in mentions if isinstance(mention, TimeMention)],
        "names": [_name(mention) for mention in mentions if isinstance(mention, NameMention)],
        "quotations": [_quotation(mention) for mention in mentions if isinstance(mention, QuotationMention)],
    }


def _quantities(mentions: list[Any], text: str) -> Iterator[dict[str, Any]]:
    for mention in mentions:
        if isinstance(mention, QuantityMention) and mention.quantity.form != "ordinal" and _is_number(mention.quantity):
            yield _quantity(mention.quantity, mention.start, mention.end)
        elif (
            isinstance(mention, TimeMention)
            and mention.duration is not None
            and _is_counted(text[mention.start : mention.end])
        ):
            yield _quantity(mention.duration, mention.start, mention.end)


def _is_number(quantity: Quantity) -> bool:
    """Whether a number is written, rather than "doubled", "twice a week" or "both"."""
    return not any(word.startswith(_NO_NUMBERS) for word in quantity.as_written.lower().split())


_NO_NUMBERS = ("doubl", "tripl", "trebl", "quadrupl", "quintupl", "halv", "once", "twice", "thrice", "both")


def _is_counted(written: str) -> bool:
    """Whether a length of time is given by a number ("two weeks"), not by an article or as a compound ("two-week")."""
    words = written.lower().split()
    compound = any("-" in word and not word[0].isdigit() and not _is_numeral(word) for word in words)
    return not compound and not any(word in ("a", "an") for word in words[:3])


def _is_numeral(word: str) -> bool:
    """Whether a word with a hyphen is a number alone ("twenty-five")."""
    return word in CARDINALS


def _quantity(quantity: Quantity, start: int, end: int) -> dict[str, Any]:
    unit = units.name(quantity.unit)
    if quantity.per:
        unit = f"{unit} per {quantity.per}" if unit else f"per {quantity.per}"
    of = _cut(quantity.of, _MOST_WORDS - len(_LETTERS.findall(unit or "")))
    return {
        "low": quantity.low, "high": quantity.high, "modifier": quantity.modifier, "unit": unit, "of": of,
        "start": start, "end": end,
    }  # fmt: skip


_LETTERS = re.compile(r"[A-Za-z]+")
_MOST_WORDS = 8


def _cut(phrase: str | None, most: int) -> str | None:
    """The phrase cut so that it has so many words, the parts of compounds counted."""
    words = (phrase or "").split()
    while words and len(_LETTERS.findall(" ".join(words))) > most:
        words.pop()
    return " ".join(words) or None


def _time(mention: TimeMention) -> dict[str, Any]:
    span = mention.timespan
    return {
        "from": span.start if span else None, "until": span.end if span else None,
        "granularity": span.granularity if span else None, "resolved_from": span.resolved_from if span else None,
        "clock": span.clock if span else None,
        "duration": _quantity(mention.duration, mention.start, mention.end) if mention.duration else None,
        "start": mention.start, "end": mention.end,
    }  # fmt: skip


def _name(mention: NameMention) -> dict[str, Any]:
    return {
        "name": mention.name,
        "entity": mention.entity,
        "type": mention.type,
        "start": mention.start,
        "end": mention.end,
    }


def _quotation(mention: QuotationMention) -> dict[str, Any]:
    return {
        "words": mention.words, "use": mention.use, "speaker": mention.speaker, "cue": mention.cue,
        "start": mention.start, "end": mention.end,
    }  # fmt: skip
