"""Sentences of a draft that sources bear out in other words, and sentences made of the same words that they do not.

`asserted.txt`: sets of sources ("--- id date publisher", then the text), and sentences on them: `+` is true, `-` not,
with what is wrong behind a `#`. All were written before the rules; the floors are what is reached today.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from gates import Decided, all_of, archive, bench, one, report

DRAFTS = Path(__file__).parent / "asserted.txt"
SETS, SENTENCES = 8, 149
SUPPORTED, BLOCKED_WRONGLY = 38, 7
"""True sentences that are borne out at least, and blocked at most."""
TOLD, PASSED_WRONGLY = 55, 13
"""False sentences that are blocked at least, and taken as borne out at most."""


class Told(NamedTuple):
    """A sentence of a set, whether it is true, and what the gate answers."""

    name: str
    words: str
    is_true: bool
    supports: tuple[str, ...]
    blocks: bool


def sets() -> Iterator[tuple[str, Decided, list[tuple[bool, str]]]]:
    for part in re.split(r"^== ", DRAFTS.read_text("utf-8"), flags=re.M)[1:]:
        name, _, rest = part.partition("\n")
        texts: dict[str, str] = {}
        records: dict[str, dict[str, str]] = {}
        sentences = []
        for line in rest.splitlines():
            if line.startswith("--- "):
                id, issued, publisher = line[4:].split(" ", 2)
                texts[id], records[id] = "", {"issued": issued, "publisher": publisher}
            elif line[:2] in ("+ ", "- "):
                sentences.append((line[0] == "+", line[2:].partition(" # ")[0]))
            elif line.strip():
                texts[id] += f"{line}\n\n"
        yield name, bench(archive(texts, records)), sentences


@cache
def told() -> tuple[Told, ...]:
    found = []
    for name, on, sentences in sets():
        for is_true, words in sentences:
            statements = report(f"{words}\n", on).statements
            supports = tuple(statement.support for statement in statements)
            blocks = any(statement.outcome == "block" for statement in statements)
            found.append(Told(name, words, is_true, supports, blocks))
    return tuple(found)


def is_borne_out(item: Told) -> bool:
    return set(item.supports) == {"supported"}


def test_the_sentences_are_all_there() -> None:
    assert len({item.name for item in told()}) == SETS
    assert len(told()) == SENTENCES


def test_what_is_true_in_other_words_is_seldom_blocked() -> None:
    true = [item for item in told() if item.is_true]
    assert sum(map(is_borne_out, true)) >= SUPPORTED
    assert len([item for item in true if item.blocks]) <= BLOCKED_WRONGLY, [i.words for i in true if i.blocks]


def test_what_no_source_asserts_seldom_passes_as_borne_out() -> None:
    false = [item for item in told() if not item.is_true]
    assert sum(item.blocks for item in false) >= TOLD
    passed = [item.words for item in false if is_borne_out(item)]
    assert len(passed) <= PASSED_WRONGLY, passed


@pytest.mark.parametrize(
    ("source", "sentence", "support"),
    [
        pytest.param("The output of the mill fell to 31 tonnes.", "The output of the mill rose to 31 tonnes.",
                     "contradicted", id="which way it goes"),
        pytest.param("The firm lost $27 million in 2018.", "The firm earned $27 million in 2018.",
                     "contradicted", id="won or lost"),
        pytest.param("Ada Roe designed the quay; Pol Brandt built the crane.", "Pol Brandt designed the quay.",
                     "contradicted", id="who did it"),
        pytest.param("The guild asks for 6 per cent; the mill offers 3.5 per cent.", "The mill offered 6 per cent.",
                     "contradicted", id="whose figure it is"),
        pytest.param("We asked the ministry to close the mill.", "The ministry asked us to close the mill.",
                     "contradicted", id="who asked whom"),
        pytest.param("Ada Roe had threatened to close the mill.", "Ada Roe closed the mill.",
                     "not-checked", id="meant and not done"),
        pytest.param("Ada Roe asks the court to quash the permit. The claim is dismissed.",
                     "The court quashed the permit.", "contradicted", id="asked for and refused"),
        pytest.param("The panel found that none of the deaths was due to the pump.",
                     "Three deaths were caused by the pump.", "no-source-found", id="denied of all"),
        pytest.param("Girls swim in the weir more often than boys.", "Boys swim in the weir more often than girls.",
                     "contradicted", id="turned round"),
        pytest.param("Bathing in the weir is allowed, except in the upper pool.",
                     "Bathing is allowed in the upper pool of the weir.", "contradicted", id="excepted"),
        pytest.param("Teachers thought that the pupils of the mill school were calmer.",
                     "All teachers thought that the pupils of the mill school were calmer.", "not-checked", id="all"),
        pytest.param("The mill's pumps are compared every month.", "Once a month the mill's pumps are compared.",
                     "supported", id="how often"),
        pytest.param("Work on the quay began on 1 September 2021 and was completed on 20 March 2023.",
                     "Work on the quay took more than eighteen months.", "supported", id="how long"),
    ],
)  # fmt: skip
def test_a_passage_must_assert_what_the_sentence_does(source: str, sentence: str, support: str) -> None:
    found = one(f"{sentence[:-1]} [@audit].\n", {"audit": f"{source}\n"})
    assert found.support == support, found.why


def test_what_is_not_said_in_so_many_words_is_told_plainly() -> None:
    sources = {"audit": "Ada Roe had threatened to close the mill.\n"}
    found = all_of("Ada Roe closed the mill [@audit].\n", sources)[0]
    assert found.why.startswith("That it was asked for, meant or expected is said, not that it was done")
