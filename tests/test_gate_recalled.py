"""What is kept of a draft's sentences: the next version judged with it is judged as without it, to the byte."""

import random
import re
from functools import partial

import pytest
from gates import CASES, Bench, case, judge
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.gate.gathering import facts_of
from factcheck.gate.recalled import Recall
from tests.test_gate_kept import kept

SOME = 24
"""Sentences of a draft that is edited: enough for each kind of edit to have others before and after it."""
NAMES = ["kalliope-ferry", "tiberan-eruption", "clearwell-trial"]

benches = {name: partial(case, name) for name in NAMES} | {f"{name}, kept": partial(kept, name) for name in NAMES[:1]}


def judged(text: str, on: Bench, stored: bytes | None) -> tuple[str, bytes]:
    """What is found of a draft, and what is kept of its sentences."""
    recall = Recall(stored)
    found = facts_of(judge(text, on, recall=recall), text)
    return found.model_dump_json(), recall.data


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!”\]])(?=\s)", text)


def another_figure(parts: list[str], place: int, chance: random.Random) -> None:
    parts[place] = re.sub(r"\d+", lambda found: str(int(found[0]) + chance.randint(1, 9)), parts[place], count=1)


def another_word(parts: list[str], place: int, chance: random.Random) -> None:
    words = parts[place].split(" ")
    words[chance.randrange(len(words))] = chance.choice(["not", "about", "harbour", "Tuesday", "he", "the Arlen Wire"])
    parts[place] = " ".join(words)


def another_citation(parts: list[str], place: int, chance: random.Random) -> None:
    cited = re.findall(r"@[\w-]+", " ".join(parts)) or ["@nobody"]
    parts[place] = re.sub(r"@[\w-]+", lambda _: chance.choice(cited), parts[place], count=1)


def left_out(parts: list[str], place: int, chance: random.Random) -> None:
    del parts[place]


def said_twice(parts: list[str], place: int, chance: random.Random) -> None:
    parts.insert(chance.randrange(len(parts)), parts[place])


def moved(parts: list[str], place: int, chance: random.Random) -> None:
    parts.insert(chance.randrange(len(parts)), parts.pop(place))


def broken(parts: list[str], place: int, chance: random.Random) -> None:
    parts[place] = f"\n\n{parts[place].lstrip()}"


def joined(parts: list[str], place: int, chance: random.Random) -> None:
    parts[place] = parts[place].replace("\n\n", " ")


def begun(parts: list[str], place: int, chance: random.Random) -> None:
    added = ["# Another title\n\n", "“Nobody told us,” said Ada Berg, the mayor. ", "In 2019 it was 12 km. "]
    parts.insert(chance.choice([0, place]), chance.choice(added))


EDITS = (
    another_figure, another_word, another_citation, left_out, said_twice, moved, broken, joined, begun,
)  # fmt: skip


def edited(text: str, seed: int) -> str:
    """A draft with one to three changes."""
    chance = random.Random(seed)
    parts = sentences(text)
    for _ in range(chance.randint(1, 3)):
        chance.choice(EDITS)(parts, chance.randrange(len(parts)), chance)
    return "".join(parts)


@pytest.mark.parametrize("name", benches)
@settings(max_examples=4, deadline=None)
@given(seeds=st.lists(st.integers(0, 10**6), min_size=1, max_size=3))
def test_an_edited_draft_is_judged_as_if_nothing_were_kept(name: str, seeds: list[int]) -> None:
    bench = benches[name]()
    text = "".join(sentences((CASES / name.partition(",")[0] / "draft.md").read_text("utf-8"))[:SOME])
    _, stored = judged(text, bench, None)
    for seed in seeds:
        text = edited(text, seed)
        found, stored = judged(text, bench, stored)
        assert found == judged(text, bench, None)[0]


@pytest.mark.parametrize("name", benches)
def test_a_draft_with_one_changed_sentence_is_judged_by_what_was_found(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.gate import judging

    bench = benches[name]()
    text = (CASES / name.partition(",")[0] / "draft.md").read_text("utf-8")
    _, stored = judged(text, bench, None)
    made: list[str] = []
    whole = judging._Answering._of

    def counted(self: judging._Answering, passage: judging.Passage, *more: object) -> object:
        made.append(passage.text)
        return whole(self, passage, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(judging._Answering, "_of", counted)
    first, again = judged(text, bench, None)
    every = len(made)
    made.clear()
    second, _ = judged(text, bench, stored)
    assert (second, made) == (first, [])
    parts = sentences(text)
    place = next(place for place, part in enumerate(parts) if place > len(parts) // 2 and re.search(r"\d", part))
    parts[place] = f"{parts[place]} It was so."
    judged("".join(parts), bench, again)
    assert 0 < len(made) < every / 2
