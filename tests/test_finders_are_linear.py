"""Finding takes time in proportion to the text, also where it is made to hurt: one sentence, or very many."""

import time

import pytest

from factcheck.language.tagging import forget
from factcheck.mentioning import find_all
from factcheck.records.base import Record
from factcheck.records.document import Block, Document, Sentence

SMALL, GROWTH = 600, 8
MOST = 2 * GROWTH
"""How much longer a text of `GROWTH` times the length may take; square growth would take 64 times as long."""
SLACK = 0.05
"""Seconds of the processor that count as nothing."""
TRIES = 4
SENTENCE = 60
"""Characters of a sentence where a paragraph has many."""

HOSTILE = [
    # numbers
    "7", "42 ", "1,2,3,", "123,456,", "1.2.3.", "12/34/", "1-2-", "a-1-", "$", "$1 ", "%", "5% ", "- ", ".5 ", "½",
    "one ", "two hundred and ", "a hundred ", "dozens of ", "one of ", "half of ", "the first ", "rose by 5 ",
    "up to ", "5 to ", "between 5 and ", "Aa1", "A/1", "and 5 ", "word, 5% ", "and sold 5% ", "of 5 ", "both ",
    "under-5s ", "+1 202 555 0100 ",
    "by 5 ", "of 1, ", "aged 5 ", "five-, ", "5 a week ", "per 5 ", "once a ", "is over 5 ", "(34) ", "x.5 A ",
    "of five of ", "every 5 ", "a man of 5 ", "Anna, 5, ", "rose 5 by ", "now 5 ", "5-x-y ", "5, or ", "1, 2 and ",
    # times
    "from 2011 ", "since ", "2001-", "3 May 2020, ", "May ", "in May ", "the following year ", "a year later ",
    "1990s ", "three months after the visit ", "10:35 ", "every year ", "Monday ", "on Monday, 5 May 2020 at 10:35 ",
    # marks
    "“", "”", '"', "'", "’", "‘a", "“a” ", "“No,” he said. ", "“No ", "(", ")", "((", "() ", "(1) ", "[", "{", ". ",
    "...", ", ", "; ", ": ", "– ", "&", "_", "\u0301", " ", "\n", "\u00a0",
    # names
    "Anna ", "Anna Berg ", "ABC ", "A. ", "A.", "al-Nahda ", "Minister ", "Minister Anna Berg, ", "the minister ",
    "Kenyan ", "of the ", "Berg and ", "Anna, Berg and ", "Anna's ", "Berg Corp (BC) ", "Anna he ", "éa ", "’s ",
    "x@y ", "http://a.b/c ",
    # clauses
    "word ", "said ", "said that ", "that ", "who ", "which was ", "and sold ", "to go ", "going ", "have been ",
    "he ", "it ", "not ", "no ", "; he went ", ", which was sold ", "according to Anna ",
    "the visit of Anna to Kenya ", "Anna Berg said that he visited Kenya in May, ",
    # lists and comparisons
    "three ports: ", "ports such as Arlen, Mossby and Tarn, ", "including ", "the two ports are ", "largest ",
    "the largest port in ", "more than ", "as ", "as many as ", "twice ", "second largest ", "the same as ",
    "times more ",
]  # fmt: skip


def paragraph(text: str, sentence: int) -> Document:
    """One paragraph, cut into sentences of equal length."""
    block = Block(kind="paragraph", start=0, end=len(text))
    sentences = tuple(
        Sentence(start=start, end=min(start + sentence, len(text)), block=0) for start in range(0, len(text), sentence)
    )
    return Document(source="test", text=text, blocks=(block,), sentences=sentences, date="2022-08-04", reader="test/1")


def seconds(text: str, sentence: int) -> float:
    read = paragraph(text, sentence)
    forget()
    begin = time.process_time()
    find_all(read)
    return time.process_time() - begin


@pytest.mark.parametrize("sentence", [1_000_000, SENTENCE], ids=["one sentence", "many sentences"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_a_longer_text_takes_longer_in_proportion(piece: str, sentence: int) -> None:
    text = piece * (SMALL * GROWTH // len(piece))
    short = long = float("inf")
    for _ in range(TRIES):
        short = min(short, seconds(text[:SMALL], sentence))
        long = min(long, seconds(text, sentence))
        if long < MOST * short + SLACK:
            return
    raise AssertionError(f"{long:.2f} s for {GROWTH} times the text that takes {short:.3f} s")


def test_what_is_not_checked_when_made_is_right_all_the_same() -> None:
    """Finders make some records unchecked, for speed; checked, they are the same."""
    text = (
        "Deputy Minister Anna Berg said that Norland bought six ships from Arlen for $3 million in May 2020. “We need "
        "them,” she said on 3 June 2020, two weeks later. The port of Arlen sold at least 40 trains to Kenya in 2019."
    )
    made: set[type[Record]] = set()
    for mentions in find_all(paragraph(text, SENTENCE * 2)).values():
        for mention in mentions:
            assert type(mention).model_validate(dict(mention)) == mention
            assert type(mention).model_validate_json(mention.model_dump_json()) == mention
            made.add(type(mention))
    assert {"EventMention", "NameMention", "QuantityMention", "TimeMention"} <= {kind.__name__ for kind in made}
