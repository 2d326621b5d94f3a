"""Times and quantities of the real documents against an annotation made by hand.

An annotation holds stretches that were read whole, places in the file's own characters, and values; never the text.
"""

import json
from bisect import bisect_right
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from factcheck.finders.quantity import FINDER as QUANTITY
from factcheck.finders.time import FINDER as TIME
from factcheck.mentioning import Sight
from factcheck.reading import read
from factcheck.records.document import Document
from factcheck.records.mention import QuantityMention, TimeMention
from factcheck.records.source import Source

ANNOTATIONS = sorted((Path(__file__).parent / "annotations").glob("*.json"))
DATES = {
    "jamal-2021": "2021-04", "pacnet-2021": "2021-04", "scmp-2022": "2022-08", "menon-2025": "2025-04-22",
    "crisis-group-2022": "2022-08-04",
}  # fmt: skip
BROKEN = 40
"""Characters by which a mention may be longer in the file, where a line breaks inside it."""

Found = tuple[int, int, Any]


@dataclass
class Score:
    """What of an annotation was found, with the right value, and what was found besides."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    extra: int = 0

    @property
    def recall(self) -> float:
        return self.found / self.wanted

    @property
    def value(self) -> float:
        return self.right / self.found

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.extra)


def in_file(document: Document, mentions: list[TimeMention] | list[QuantityMention]) -> list[Found]:
    """The mentions with their places in the file's own characters."""
    starts = [run.start for run in document.runs]

    def place(offset: int) -> int:
        run = document.runs[bisect_right(starts, offset) - 1]
        assert run.at is not None
        return run.at + min(offset, run.end) - run.start

    out: list[Found] = []
    for mention in mentions:
        start = place(mention.start)
        end = min(place(mention.end - 1) + 1, start + mention.end - mention.start + BROKEN)
        out.append((start, end, mention))
    return out


def is_time(mention: TimeMention, wanted: dict[str, Any]) -> bool:
    span, length = mention.timespan, mention.duration
    if "unit" in wanted:
        return length is not None and (length.low, length.high, length.unit) == (
            wanted["low"],
            wanted["high"],
            wanted["unit"],
        )
    if wanted.get("state") == "recurring":
        return span is not None and span.recurring
    if wanted.get("state") == "unresolved":
        return span is not None and not span.is_resolved and not span.recurring
    return span is not None and (span.start, span.end) == (wanted["from"], wanted["until"])


def is_quantity(mention: QuantityMention, wanted: dict[str, Any]) -> bool:
    quantity = mention.quantity
    same = (quantity.low, quantity.high, quantity.form == "ordinal") == (
        wanted["low"], wanted["high"], wanted.get("form") == "ordinal",
    )  # fmt: skip
    noun = (wanted.get("noun") or "").lower()
    named = noun in f"{quantity.unit} {quantity.of}".lower()
    return same and named and quantity.modifier == wanted.get("modifier", "=")


def scored(
    score: Score, found: list[Found], wanted: list[dict[str, Any]], annotation: dict[str, Any], is_right: Any
) -> None:
    used: set[int] = set()
    for one in wanted:
        hits = [entry for entry in found if entry[0] < one["end"] and one["start"] < entry[1]]
        used |= {entry[0] for entry in hits}
        score.wanted += 1
        score.found += bool(hits)
        score.right += any(is_right(entry[2], one) for entry in hits)
    for start, end, _ in found:
        inside = any(low <= start < high for low, high in annotation["stretches"])
        optional = any(low < end and start < high for low, high in annotation["optional"])
        score.extra += inside and not optional and start not in used


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    folder = Path(__file__).parent.parent.parent / "shared" / "corpus"
    total = {"times": Score(), "quantities": Score()}
    for path in ANNOTATIONS:
        annotation = json.loads(path.read_text(encoding="utf-8"))
        name = annotation["source"]
        data = (folder / f"{name}.txt").read_bytes()
        assert sha256(data).hexdigest() == annotation["sha256"], f"{name} is not the text that was annotated"
        source = Source(id=name, title=name, issued=DATES[name], file=f"{name}.txt", sha256=annotation["sha256"])
        document = read(source, data)
        times = sorted((m for m in TIME.find(Sight(document)) if isinstance(m, TimeMention)), key=lambda m: m.start)
        sight = Sight(document, {"time": tuple(times)})
        quantities = [m for m in QUANTITY.find(sight) if isinstance(m, QuantityMention)]
        scored(total["times"], in_file(document, times), annotation["times"], annotation, is_time)
        scored(total["quantities"], in_file(document, quantities), annotation["quantities"], annotation, is_quantity)
    return total


@pytest.mark.corpus
def test_two_hundred_mentions_were_annotated(scores: dict[str, Score]) -> None:
    assert sum(score.wanted for score in scores.values()) >= 200


@pytest.mark.corpus
@pytest.mark.parametrize("kind", ["times", "quantities"])
def test_what_was_annotated_is_found_with_its_value_and_little_else(scores: dict[str, Score], kind: str) -> None:
    score = scores[kind]
    assert score.recall >= 0.97
    assert score.value >= 0.95
    assert score.precision >= 0.95
