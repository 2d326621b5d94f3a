"""Sentences of two documents that are the same but for one thing that they name."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from factcheck.checking import Gathering, Study
from factcheck.contexts.towns import may_lie_in
from factcheck.details.worded import CONTENT, PARTS
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.concepts import measure_of
from factcheck.language.currencies import MONEY_WORDS
from factcheck.language.kinds import akin, counted_kinds
from factcheck.language.persons import is_person
from factcheck.language.reporting import STRONG
from factcheck.language.tagging import tag
from factcheck.language.units import WORDS as UNIT_WORDS
from factcheck.patterns import any_of
from factcheck.wording import folded

LONGEST, FEWEST = 320, 5
"""Letters of a sentence at most, and words of content at least, that is looked at."""
SHARED, SAME, BESIDE = 4, 0.6, 4
"""Words that two sentences share at least, what part of the shorter one's, and how many others each may have."""
WORDS = 3
"""Words at most that stand for the thing."""
ALIKE_LETTERS = 4
"""Letters at the head of two words by which they may be one word."""
_NAMING = frozenset({"NOUN", "PROPER", "ADJ"})
_LIGHT = frozenset("be have do say".split())
_NO_THINGS = frozenset(
    {*MONTHS, *WEEKDAYS, *PARTS, *UNIT_WORDS, *MONEY_WORDS, "today", "yesterday", "tomorrow", "cent", "percent"}
)
"""Words of times, of parts of a thing and of units, which name no thing."""
_QUOTED = re.compile('["“”„«»]')
SPEAKER = "SPEAKER"
"""What stands for the part of speech of a word for somebody who says so."""
_NEAR = 40
"""Letters before a word in which it may be led to by "according to"."""
_SAYS = re.compile(rf" (?:[a-z]+ly )?(?:{any_of(STRONG)})\b")
_SAID_BY = re.compile(
    rf"\b(?:according to|{any_of(STRONG)})(?: by)?(?: the| an?| its| their)?(?: [\w-]+)? $", re.IGNORECASE
)
_CLAUSE = re.compile(r",|\b(?:and|but)\b")
_DENIED = re.compile(r"\b(?:not|no|never|nobody|none|neither|nor|without)\b|n['’]t\b", re.IGNORECASE)


class Rewritten(NamedTuple):
    """What one sentence names where the other names another thing: the words, and where the sentences stand."""

    ours: str
    theirs: str
    here: tuple[int, int]
    there: tuple[int, int]
    shared: int


class _Sentence(NamedTuple):
    """A sentence as its words of content: as concepts, as they are written, by their part of speech."""

    start: int
    end: int
    folded: Sequence[str]
    written: Sequence[str]
    tags: Sequence[str]


def _gather(study: Study) -> list[list[object]]:
    document = study.document
    found = list[list[object]]()
    for sentence in document.sentences:
        block, length = document.blocks[sentence.block], sentence.end - sentence.start
        if length > LONGEST or not block.checked or block.kind in ("note", "furniture", "teaser", "table-cell"):
            continue
        text = document.text[sentence.start : sentence.end].replace("\n", " ")
        if _QUOTED.search(text) or _DENIED.search(_CLAUSE.split(text)[0]):
            continue  # other checks hold against each other what was said, and what is denied
        tokens = [token for token in tag(text) if token.tag in CONTENT and token.lemma not in _LIGHT]
        if len(tokens) >= FEWEST:
            words = [folded(token) for token in tokens]
            written = [token.text for token in tokens]
            tags = [SPEAKER if _speaks(text, token.start, token.end) else token.tag for token in tokens]
            found.append([sentence.start, sentence.end, words, written, tags])
    return found


SENTENCES = Gathering("sentences", _gather)


def _speaks(text: str, start: int, end: int) -> bool:
    """Whether a word is of somebody who says so: two may say the same."""
    return _SAYS.match(text, end) is not None or _SAID_BY.search(text, max(start - _NEAR, 0), start) is not None


def rewritten(ours: Study, theirs: Study) -> Iterator[Rewritten]:
    """The sentences of two documents that are the same but for one thing, in the order of the first."""
    here = [_Sentence(*told) for told in ours.gathered(SENTENCES)]
    there = [_Sentence(*told) for told in theirs.gathered(SENTENCES)]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, other in enumerate(there):
        for word in set(other.folded):
            holders[word].append(number)
    for one in here:
        shared: dict[int, int] = defaultdict(int)
        for word in set(one.folded):
            for number in holders.get(word, ()):
                shared[number] += 1
        for number in sorted(shared):
            if shared[number] >= SHARED:
                found = _between(one, there[number], ours.document.text, theirs.document.text)
                yield from (each for each in found if not _are_two_people(ours, each.ours, theirs, each.theirs))


def _are_two_people(ours: Study, one: str, theirs: Study, other: str) -> bool:
    """Whether words are the full names of two people: each may have a case of their own."""
    return all(
        name in full
        for name, study in ((one, ours), (other, theirs))
        for full in (study.people.get(name.split()[-1].lower(), frozenset()),)
    )


def _between(one: _Sentence, other: _Sentence, ours: str, theirs: str) -> Iterator[Rewritten]:
    """The one thing in which two sentences differ, if they differ in that alone."""
    steps = SequenceMatcher(None, one.folded, other.folded, autojunk=False).get_opcodes()
    equal = sum(step[2] - step[1] for step in steps if step[0] == "equal")
    if _counts_of(one) and _counts_of(other) and _counts_of(one).isdisjoint(_counts_of(other)):
        return  # two counts, of two things
    if equal < SHARED or equal < SAME * min(len(one.folded), len(other.folded)):
        return
    for place, (kind, first, last, low, high) in enumerate(steps):
        if kind != "replace" or max(last - first, high - low) > WORDS:
            continue
        if max(len(one.folded) - equal - (last - first), len(other.folded) - equal - (high - low)) > BESIDE:
            continue
        at_end = last == len(one.folded) and high == len(other.folded)
        if not (place and (at_end or steps[place + 1 : place + 2])):
            continue
        known = _is_known(one, last, theirs) or _is_known(other, high, ours)
        if not known and _are_two_things(one, first, last, other, low, high):
            words = " ".join(one.written[first:last]), " ".join(other.written[low:high])
            yield Rewritten(*words, (one.start, one.end), (other.start, other.end), equal)


def _counts_of(sentence: _Sentence) -> set[str]:
    return {word for word, kind in zip(sentence.written, sentence.tags, strict=True) if kind == "NUM"}


def _are_two_things(one: _Sentence, first: int, last: int, other: _Sentence, low: int, high: int) -> bool:
    """Whether the words name two things: nouns or names of unlike words, no times, no two words for one person."""
    tags = (*one.tags[first:last], *other.tags[low:high])
    words = [word.lower() for word in (*one.written[first:last], *other.written[low:high])]
    if not _NAMING.issuperset(tags) or one.tags[last - 1] != other.tags[high - 1] or one.tags[last - 1] == "ADJ":
        return False
    if not _NO_THINGS.isdisjoint(words) or any(len(word) < ALIKE_LETTERS or not word.isalpha() for word in words):
        return False
    ours, theirs = one.written[last - 1].lower(), other.written[high - 1].lower()
    if ours[:ALIKE_LETTERS] == theirs[:ALIKE_LETTERS] or (is_person(ours) and is_person(theirs)):
        return False
    phrases = " ".join(one.written[first:last]), " ".join(other.written[low:high])
    if may_lie_in(*phrases):
        return False
    nouns = measure_of(ours), measure_of(theirs)
    kinds = [counted_kinds().get(noun, {}).keys() for noun in nouns]
    return not akin(*nouns) and not (kinds[0] & kinds[1])


def _is_known(sentence: _Sentence, last: int, text: str) -> bool:
    """Whether the other document has the word too, in whatever form."""
    word = sentence.written[last - 1]
    stem = word[: max(ALIKE_LETTERS, len(word) - 2)]
    return re.search(rf"\b{re.escape(stem)}", text, re.IGNORECASE) is not None
