"""Finding times and quantities takes time in proportion to the text, also where it is made to hurt."""

import time

import pytest

from factcheck.finders.quantity import FINDER as QUANTITY
from factcheck.finders.time import FINDER as TIME
from factcheck.mentioning import Sight
from factcheck.records.document import Block, Document, Sentence

SMALL, GROWTH = 4_000, 4
MOST = 3.0 * GROWTH
"""How much longer a text of `GROWTH` times the length may take; square growth would take 16 times as long."""

HOSTILE = [
    "7", "1 ", "1,2,3,", "123,456,", "1.2.3.", "12/34/", "1-2-", "a-1-", "$", "$1 ", "“", "(", "((", "%", "- ",
    ".5 ", "½", "one ", "two hundred and ", "a hundred ", "dozens of ", "one of ", "half of ", "the first ",
    "from 2011 ", "since ", "2001-", "3 May 2020, ", "May ", "in May ", "the following year ",
    "three months after the visit ", "a year later ", "1990s ", "10:35 ", "every year ", "rose by 5 ", "up to ",
    "5 to ", "between 5 and ", "Aa1", "A/1", "x@y", "éa ", "’s ", "Monday ", "on Monday, 5 May 2020 at 10:35 ",
    "by 5 ", "of 1, ", "aged 5 ", "five-, ", "5 a week ", "per 5 ", "both ", "once a ", "under-5s ", "is over 5 ",
    "(34) ",
    "x.5 A ", "of five of ", "every 5 ", "a man of 5 ", "Anna, 5, ", "rose 5 by ", "now 5 ", "5-x-y ", "5, or ",
    "1, 2 and ",
]  # fmt: skip


def one_sentence(text: str) -> Document:
    block = Block(kind="paragraph", start=0, end=len(text))
    sentences = (Sentence(start=0, end=len(text), block=0),)
    return Document(source="test", text=text, blocks=(block,), sentences=sentences, date="2022-08-04", reader="test/1")


def seconds(text: str) -> float:
    begin = time.process_time()
    read = one_sentence(text)
    times = tuple(sorted(TIME.find(Sight(read)), key=lambda mention: mention.start))
    list(QUANTITY.find(Sight(read, {"time": times})))
    return time.process_time() - begin


@pytest.mark.parametrize("piece", HOSTILE)
def test_four_times_the_text_takes_about_four_times_as_long(piece: str) -> None:
    text = piece * (SMALL * GROWTH // len(piece))
    seconds(text[:100])
    assert seconds(text) < MOST * seconds(text[:SMALL]) + 0.2
