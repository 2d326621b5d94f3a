"""The details that a document tells: what fills a slot, and what it is said of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.checking import Gathering, Study
from factcheck.contexts.people import names_in
from factcheck.contexts.places import sentences_before, within
from factcheck.details.whereabouts import whereabouts
from factcheck.details.worded import Word, filled, firsts, holder, next_to, words_of_lists
from factcheck.identity import name_key
from factcheck.language.tagging import Token, tag, words_in
from factcheck.records.document import Sentence
from factcheck.records.mention import NameMention
from factcheck.wording import content

PLACE = "place"
"""The kind of details that are places, which no list holds."""
LONGEST = 500
"""Letters of a sentence that is read."""
_ANOTHER = re.compile(r"\b(?:another|an?(?:other)? (?:second|third|further|different)) [a-z]")
"""What tells of another thing of the kind: "a second product"."""


@dataclass(frozen=True)
class Detail:
    """What fills a slot, in a sentence that begins and ends at `sentence` in the text.

    `holder` is the name right behind it, `next_to` the two words of content before it and the two behind. `means` is
    what its word may stand for, `beside` the nouns and happenings of which it is said, `stage` the part, the plan or
    the earlier time; `names` and `words` are what its sentence and those next to it tell, `own` what it tells alone,
    `figures` its figures.
    """

    slot: str
    kind: str
    said: str
    sentence: tuple[int, int]
    holder: tuple[str, ...]
    next_to: tuple[str, ...]
    means: frozenset[str]
    beside: frozenset[str]
    stage: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    own: frozenset[str]
    figures: frozenset[float]


def details(study: Study) -> list[Detail]:
    """The details of a document, as they were gathered when it was read."""
    return [
        Detail(slot, kind, said, (start, end), tuple(name), tuple(beside), *map(frozenset, sets))
        for slot, kind, said, ((start, end), name, beside), sets in study.gathered(DETAILS)[0]
    ]


def mentioned(study: Study) -> dict[str, frozenset[str]]:
    """All that the words of each list may stand for in a document, whatever they are said of."""
    return {kind: frozenset(means) for kind, means in study.gathered(DETAILS)[1].items()}


def _gather(study: Study) -> list[Any]:
    """The details of a document as plain values, and all that the words of its lists may stand for."""
    told, known = list[Detail](), dict[str, set[str]]()
    for number, sentence in enumerate(study.document.sentences):
        text, block = _text(study, sentence), study.document.blocks[sentence.block]
        is_read = len(text) <= LONGEST and block.checked and block.kind not in ("note", "furniture", "teaser")
        if is_read:
            told.extend(_places_of(study, number))
        if words_in(text).isdisjoint(firsts()):
            continue
        tokens = tag(text)
        words = list(words_of_lists(tokens))
        for kind, means in (item for word in words for item in word.meant.items()):
            known.setdefault(kind, set()).update(means)
        if words and is_read and not _tells_of_another(study, number):
            told.extend(_in_sentence(study, number, tokens, words))
    return [list(map(_packed, told)), {kind: sorted(means) for kind, means in sorted(known.items())}]


DETAILS = Gathering("details", _gather)


def _packed(detail: Detail) -> list[Any]:
    places = [list(detail.sentence), list(detail.holder), list(detail.next_to)]
    words = (detail.means, detail.beside, detail.stage, detail.names, detail.words, detail.own)
    return [detail.slot, detail.kind, detail.said, places, [*map(sorted, words), sorted(detail.figures)]]


def _text(study: Study, sentence: Sentence) -> str:
    return study.document.text[sentence.start : sentence.end].replace("\n", " ")


def _tells_of_another(study: Study, number: int) -> bool:
    before = sentences_before(study, number, 1)
    return any(_ANOTHER.search(study.document.text, sentence.start, sentence.end) for sentence in before)


def _places_of(study: Study, number: int) -> Iterator[Detail]:
    """The places that a sentence tells as details."""
    sentence = study.document.sentences[number]
    names = within(names_in(study), sentence.start, sentence.end)
    for where in whereabouts(study.document.text, sentence, names) if names else ():
        near, words = _around(study, number)
        yield Detail(
            slot=where.slot, kind=PLACE, said=where.said, sentence=(sentence.start, sentence.end), holder=(),
            next_to=(), means=frozenset({where.place}), beside=frozenset(), stage=frozenset(),
            names=near - {where.place}, words=words, own=frozenset(),
            figures=frozenset(),
        )  # fmt: skip


def _in_sentence(study: Study, number: int, tokens: list[Token], words: list[Word]) -> Iterator[Detail]:
    """The details that the words of lists tell in a sentence."""
    sentence = study.document.sentences[number]
    before = [_text(study, one) for one in sentences_before(study, number, 1)]
    earlier = [token for text in before for token in tag(text) if token.tag == "NOUN"]
    told = [(word, slot) for word in words for slot in filled(tokens, word, earlier)]
    names, near = _around(study, number) if told else (frozenset[str](), frozenset[str]())
    own, figures = _content(_text(study, sentence))
    for word, (slot, kind, means, beside, stage) in told:
        start, end = (sentence.start + at for at in (tokens[word.first].start, tokens[word.last - 1].end))
        yield Detail(
            slot=slot.name, kind=kind, said=" ".join(study.document.text[start:end].split()),
            sentence=(sentence.start, sentence.end), holder=tuple(holder(tokens, word)),
            next_to=tuple(next_to(tokens, word)), means=means, beside=beside, stage=stage, names=names, words=near,
            own=own, figures=figures,
        )  # fmt: skip


def _around(study: Study, number: int) -> tuple[frozenset[str], frozenset[str]]:
    """The names of a sentence and of those next to it, and the words of it and of the one before."""
    document, near = study.document, [study.document.sentences[number], *sentences_before(study, number, 1)]
    behind = document.sentences[number + 1 : number + 2]
    reach = behind[0].end if behind and behind[0].block == near[0].block else near[0].end
    names = frozenset(name_key(name.entity) for name in within(study.seen(NameMention), near[-1].start, reach))
    return names, frozenset().union(*(_content(_text(study, sentence))[0] for sentence in near))


def _content(text: str) -> tuple[frozenset[str], frozenset[float]]:
    return content(" ".join(text.split()))
