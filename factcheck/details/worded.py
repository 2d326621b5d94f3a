"""Words of lists in a sentence: which slot each fills, of what it is said, and of which part or time."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from factcheck.identity import name_key
from factcheck.language.concepts import concept_of, measure_of, verb_base
from factcheck.language.exclusive import values
from factcheck.language.kinds import kinds_of
from factcheck.language.nouns import plural_of, singular
from factcheck.language.persons import is_person
from factcheck.language.slots import Slot, is_amiss, slots
from factcheck.language.tagging import FINITE, Token
from factcheck.wording import folded

ANY = Slot("one word", frozenset(), "sentence", lasts=False)
"""The slot of a word that nothing tells but the sentence that it stands in."""
BEFORE, BEHIND, BESIDE, NEXT = 12, 10, 4, 3
"""Tokens before and behind a word among which what tells its slot is looked for, those that it is said of, and those
right before it."""
CONTENT = frozenset({"NOUN", "PROPER", "VERB", "PAST", "PART", "GER", "ADJ", "NUM", "ORD"})
_ENDS = frozenset("; : ( ) who which while after before because where when until although but whose if".split())
_VALUES = frozenset({"NOUN", "PROPER", "ADJ", "GER", "ADV"})
_HAPPENS = frozenset({"VERB", "PAST", "PART", "GER", "NOUN"})
_UNSURE = frozenset("not no never without nor neither n't nobody none if whether unless also too".split())
_OF_OTHERS = frozenset(
    "another other others second third two three several some many most few one last previous earlier similar former "
    "formerly previously ago once again both each every any either or".split()
)
"""Words right before a word that tells of another, or of one of many."""
_THEN = frozenset("last previous earlier formerly previously ago until once before".split())
_MORE = frozenset("well other others".split())
"""What follows where a word is not all that is told: "as well", "and other crimes"."""
_SUPPOSED = frozenset(
    "believed believes believe thought thinks suspected feared rumoured rumored reportedly allegedly alleged initially "
    "rumour rumours perhaps possibly probably apparently claimed claims supposedly likely could might would mistook "
    "mistaken wrongly falsely asked hoped wanted".split()
)
"""Words by which a thing is only supposed, asked for, or told of a first report."""
_PLANNED = frozenset("plan plans planned planning due expected scheduled proposed proposes".split())
_WILL = frozenset({"will", "shall"})
_PLAIN = frozenset("hit hurt cut burst split set shut".split())
"""Verbs whose past is their base form, so that they may be taken for nouns."""
_COLOURING = frozenset("paint repaint dye colour color turn be".split())
_INSTEAD = frozenset("from than replacing".split())
_LIGHT = frozenset(
    "be have do make take get give go come say tell put use want let keep seem become remain include".split()
)
PARTS = frozenset(
    "forward aft fore front rear upper lower inner outer north south east west northern southern eastern western top "
    "bottom middle central partly".split()
)
"""Words by which a part of a thing is told from another."""


class Word(NamedTuple):
    """A word of lists, the tokens `[first:last]` of a sentence, with what it may stand for in each list."""

    first: int
    last: int
    meant: dict[str, frozenset[str]]


class Filled(NamedTuple):
    """A slot that a word fills: what it is said of, the part, the plan or the earlier time that it is told of."""

    slot: Slot
    kind: str
    means: frozenset[str]
    beside: frozenset[str]
    stage: frozenset[str]


@cache
def firsts() -> frozenset[str]:
    """The words with which an entry of a list may begin, in the singular and the plural, as one word or several."""
    every = [word for known in values() for word in (known, plural_of(known))]
    return frozenset((*every, *(word.split("-")[0] for word in every)))


@cache
def most_words() -> int:
    """How many words an entry of a list has at most."""
    return max(word.count("-") + 1 for word in values())


def words_of_lists(tokens: Sequence[Token]) -> Iterator[Word]:
    """The words of lists among tokens, the longest at each place."""
    end, begins = 0, firsts()
    for place, token in enumerate(tokens):
        if place < end or (token.lower not in begins and token.lemma not in begins):
            continue
        for length in range(min(most_words(), len(tokens) - place), 0, -1):
            words = tokens[place : place + length]
            meant = next(filter(None, map(values().get, _spelt(words))), None)
            if meant:
                end = place + length
                yield Word(place, end, meant)
                break


def _spelt(words: Sequence[Token]) -> Iterator[str]:
    """The words of an entry as a list may spell them: as they stand, in the singular, the verb's base."""
    last = words[-1]
    led = "".join(f"{token.lower}-" for token in words[:-1])
    return (led + way for way in (last.lower, singular(last.lower), last.lemma))


def filled(tokens: Sequence[Token], word: Word, earlier: Sequence[Token]) -> Iterator[Filled]:
    """The slots that a word of a sentence fills; `earlier` are the nouns of the sentence before."""
    if tokens[word.last - 1].tag not in _VALUES:
        return
    first, last = _clause(tokens, word)
    for kind, means in word.meant.items():
        slot, cue = _slot_of(kind, tokens, word, first, last) or (ANY, word.first)
        low, high = (min(word.first, cue), max(word.last, cue + 1)) if slot.told_by else (first, last)
        if _is_amiss(tokens, word, low, high, last) or (slot.goes_by == "itself" and _is_of_somebody(tokens, word)):
            continue
        beside = _said_of(slot, tokens, word, first, last, earlier) - {""}
        if slot.goes_by not in ("", "itself") and not beside:
            slot, beside = ANY, set[str]()
        yield Filled(slot, kind, means, frozenset(beside), _stage(tokens, word, first, last))


def _clause(tokens: Sequence[Token], word: Word) -> tuple[int, int]:
    """Where the tokens begin and end that may tell what a word is said of."""
    first, last = word.first, word.last
    while first > max(0, word.first - BEFORE) and tokens[first - 1].lower not in _ENDS:
        first -= 1
    while last < min(len(tokens), word.last + BEHIND) and tokens[last].lower not in _ENDS:
        last += 1
    return first, last


def _slot_of(kind: str, tokens: Sequence[Token], word: Word, first: int, last: int) -> tuple[Slot, int] | None:
    """The slot that a word fills, by the nearest word that tells one, and where that stands."""
    by_cue = {cue: slot for slot in slots().get(kind, ()) for cue in slot.told_by}
    around = sorted(range(first, last), key=lambda at: max(word.first - at, at - word.last + 1, 0)) if by_cue else ()
    for place in around:
        token = tokens[place]
        for cue in (token.lower, token.lemma, verb_base(token.lower)):
            if cue in by_cue:
                return by_cue[cue], place
    return next(((slot, word.first) for slot in slots().get(kind, ()) if not slot.told_by), None)


def _is_amiss(tokens: Sequence[Token], word: Word, low: int, high: int, last: int) -> bool:
    """Whether a word is told of another, of one of many, or as what it is not, where its slot is told in `low:high`."""
    if not _UNSURE.isdisjoint(token.lower for token in tokens[max(low - NEXT, 0) : high]):
        return True
    before = [token.lower for token in tokens[max(word.first - NEXT, 0) : word.first]]
    behind = {token.lower for token in tokens[word.last : last]}
    leading = {token.lower for token in tokens[max(word.first - BEFORE, 0) : word.first]}
    if _SUPPOSED & (leading | behind) or (_MORE | _THEN) & behind:
        return True
    instead = bool(before) and before[-1] in _INSTEAD
    return instead or is_amiss(before) or not _OF_OTHERS.isdisjoint(before)


def _is_of_somebody(tokens: Sequence[Token], word: Word) -> bool:
    """Whether a place tells which of several people is meant: "a neighbour on the second floor"."""
    near = tokens[max(word.first - BESIDE, 0) : word.first]
    before = [token for token in near if token.tag not in ("DET", "PREP", "ADJ")]
    return bool(before) and is_person(before[-1].lower)


def _said_of(
    slot: Slot, tokens: Sequence[Token], word: Word, first: int, last: int, earlier: Sequence[Token]
) -> set[str]:
    """What a word is said of: its thing, the happening in which it takes part, or the nouns and verbs of its clause."""
    if slot.goes_by == "thing":
        return _thing(tokens, word, first, earlier)
    if slot.goes_by == "happening":
        return _happenings(tokens) if _takes_part(tokens, word) else set()
    if slot.goes_by:
        return _happenings(tokens[first:last])
    low, high = max(word.first - BESIDE, first), min(word.last + BESIDE, last)
    if slot.of_thing:
        return {measure_of(token.lower) for token in tokens[low : word.first] if token.tag == "NOUN"}
    around = [*tokens[low : word.first], *tokens[word.last : high]]
    named = {measure_of(token.lower) for token in around if token.tag == "NOUN"}
    return _happenings(tokens[first:last]) | named


def _thing(tokens: Sequence[Token], word: Word, first: int, earlier: Sequence[Token]) -> set[str]:
    """What is made of a material or has a colour: the noun behind it, else those before "of" or "painted"."""
    behind = word.last
    while behind < len(tokens) and (tokens[behind].tag == "NOUN" or kinds_of(tokens[behind].lower)):
        behind += 1
    if behind > word.last:
        return {measure_of(tokens[behind - 1].lower)}
    near = {token.lemma for token in tokens[max(word.first - BESIDE, 0) : word.first]}
    if near.isdisjoint(_COLOURING | {"of", "in", "from"}):
        return set()
    nouns = [token for token in tokens[first : word.first] if token.tag == "NOUN"]
    return {measure_of(token.lower) for token in nouns or earlier}


def _happenings(tokens: Sequence[Token]) -> set[str]:
    return {_happening(token) for token in tokens if token.tag in _HAPPENS}


def _happening(token: Token) -> str:
    """What a word says happens: its concept, or the verb; empty where it says nothing."""
    if token.lemma in _LIGHT:
        return ""
    if token.lower in _PLAIN:
        return concept_of(token.lower, "verb") or token.lower
    return concept_of(token.lemma) or ("" if token.tag == "NOUN" else token.lemma)


def _takes_part(tokens: Sequence[Token], word: Word) -> bool:
    """Whether something is done by what a word names, or to it: it stands before the verb, or behind "by"."""
    if any(token.lower == "by" for token in tokens[max(word.first - NEXT, 0) : word.first]):
        return True
    last = word.last
    if last < len(tokens) and tokens[last].lower == ",":  # "his wife, Ada, received it"
        while last + 1 < len(tokens) and tokens[last + 1].tag == "PROPER":
            last += 1
        last += 2
    behind = tokens[last : last + 2]
    return any(token.tag in FINITE or token.tag == "PART" or token.lower in _PLAIN for token in behind)


def _stage(tokens: Sequence[Token], word: Word, first: int, last: int) -> frozenset[str]:
    """What tells a part of the thing, a plan, or what had been before."""
    clause = [*tokens[first : word.first], *tokens[word.last : last]]
    parts = {token.lower for token in clause if token.tag != "PROPER"} & PARTS
    planned = any(token.lower in _PLANNED or (token.tag == "MODAL" and token.lemma in _WILL) for token in clause)
    return frozenset((*parts, *["planned"] * planned, *["earlier"] * _is_earlier(tokens[first : word.first])))


def _is_earlier(tokens: Sequence[Token]) -> bool:
    """Whether a clause tells of what had been before ("had set out"), not of what went on ("had been living")."""
    for place, token in enumerate(tokens[:-1]):
        behind, next_but_one = tokens[place + 1], tokens[place + 2 : place + 3]
        if token.lower == "had" and behind.tag in ("PART", "ADV", "PAST", "AUX"):
            return not (behind.lower == "been" and next_but_one and next_but_one[0].tag == "GER")
    return False


def holder(tokens: Sequence[Token], word: Word) -> list[str]:
    """The words of the name right behind a word: the violinist Ada Berg."""
    last = word.last
    while last < len(tokens) and tokens[last].tag == "PROPER":
        last += 1
    return [name_key(token.text) for token in tokens[word.last : last]]


def next_to(tokens: Sequence[Token], word: Word) -> list[str]:
    """The two words of content before a word and the two behind, as concepts; empty beyond the ends of the sentence."""
    before = [token for token in tokens[: word.first] if token.tag in CONTENT][-2:]
    behind = [token for token in tokens[word.last :] if token.tag in CONTENT][:2]
    words = [folded(token) for token in (*before, *behind)]
    return [*[""] * (2 - len(before)), *words, *[""] * (2 - len(behind))]
