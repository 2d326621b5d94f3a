"""The words of a sentence with their names and times, and the noun phrases that they form."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from factcheck.language.nouns import singular
from factcheck.language.tagging import FINITE, NOMINAL, VERBAL, Token, plural, tag
from factcheck.language.verbs import FORMS, NOUNS_TOO
from factcheck.records.document import Sentence
from factcheck.records.mention import NameMention, TimeMention

M = TypeVar("M", NameMention, TimeMention)


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence, which begins at `start` of the document: its tokens (offsets in it), the name of each token,
    and the names that are `mentioned` in it; `tags` are those of the tokens.

    What belongs to a time has the tag TIME, what belongs to a name the tag PROPER.
    """

    text: str
    start: int
    tokens: Sequence[Token]
    tags: Sequence[str]
    names: Sequence[NameMention | None]
    mentioned: Sequence[NameMention] = ()

    def cut(self, start: int, end: int) -> str:
        """The words of tokens `start` to `end`, exclusive, as written."""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())


class Cursor(Generic[M]):
    """Hands out the mentions of one sentence after the other; the sentences are asked for in order."""

    def __init__(self, mentions: Sequence[M]) -> None:
        self._mentions: Sequence[M] = mentions
        self._place = 0

    def within(self, start: int, end: int) -> list[M]:
        """The mentions that lie in `[start, end)`."""
        mentions, place, count = self._mentions, self._place, len(self._mentions)
        while place < count and mentions[place].start < start:
            place += 1
        self._place = place
        found = []
        while place < count and mentions[place].start < end:
            if mentions[place].end <= end:
                found.append(mentions[place])
            place += 1
        return found


_DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]{2,40}(?: [A-Z'’.-]{1,40}){0,4}(?:, [^()\n–—-]{1,60})?(?: ?\([^()\n]{1,40}\))? ?[-–—]{1,3} "
)
"""What a wire report's first sentence begins with ("LONDON, May 21 (Wire) - ")."""
_STAY = frozenset({"PAST", "PART", "VERB", "AUX", "GER"})


def words_of(text: str, sentence: Sentence, names: Cursor[NameMention], times: Cursor[TimeMention]) -> Words:
    """A sentence's words with the names and times found in it."""
    start = sentence.start
    dateline = _DATELINE.match(text, start, sentence.end)
    if dateline is not None:
        start = dateline.end()
    inside = text[start : sentence.end]
    tokens = tag(inside)
    starts = [token.start for token in tokens]
    owners: list[NameMention | None] = [None] * len(tokens)
    mentioned = names.within(start, sentence.end)
    for place, name in _covered(tokens, starts, mentioned, start):
        if tokens[place].tag != "POSS":
            owners[place] = name
            if tokens[place].tag != "PROPER":
                tokens[place] = tokens[place]._replace(tag="PROPER")
    for place, _ in _covered(tokens, starts, times.within(start, sentence.end), start):
        after_to = place > 0 and tokens[place].tag == "VERB" and tokens[place - 1].tag == "TIME"
        if (tokens[place].tag not in _STAY or after_to) and owners[place] is None:
            tokens[place] = tokens[place]._replace(tag="TIME")
    _mend(tokens, owners)
    tags = [token.tag for token in tokens]
    if tokens and tokens[-1].text == "." and FINITE.isdisjoint(tags):
        _find_verb(tokens)
        tags = [token.tag for token in tokens]
    return Words(inside, start, tokens, tags, owners, mentioned)


def _covered(
    tokens: Sequence[Token], starts: Sequence[int], mentions: Iterable[M], base: int
) -> Iterator[tuple[int, M]]:
    """The number of each token that lies in a mention, with it; `starts` are those of the tokens."""
    place, count = 0, len(tokens)
    for mention in mentions:
        place, end = bisect_left(starts, mention.start - base, place), mention.end - base
        while place < count and tokens[place].end <= end:
            yield place, mention
            place += 1


_RELATIVE = frozenset("who which that".split())


def _find_verb(tokens: list[Token]) -> None:
    """In a whole sentence without a verb, a word in -s after a noun is it ("The study looks at two ports.")."""
    for place in range(1, len(tokens) - 1):
        form = FORMS.get(tokens[place].lower)
        if form is not None and form[0] == "third" and tokens[place - 1].tag in NOMINAL | {"ADJ"}:
            tokens[place] = tokens[place]._replace(tag="VERB", lemma=form[1])
            return


def _is_singular_noun(tokens: Sequence[Token], place: int) -> bool:
    """Whether a base form after one thing is a noun, as no verb could be ("a return | visit", "a goods | train")."""
    token = tokens[place]
    if place > 1 and tokens[place - 2].lower in ("a", "an") and plural(tokens[place - 1]):
        return True
    return token.lower in NOUNS_TOO and not plural(tokens[place - 1]) and _ends_object(tokens, place)


def _ends_object(tokens: Sequence[Token], place: int) -> bool:
    """Whether the noun phrase before a word begins right after a verb ("supply commuter | trains")."""
    start = place - 1
    while start > max(0, place - _LONGEST_OBJECT) and tokens[start].tag in ("NOUN", "ADJ", "NUM", "DET"):
        start -= 1
    return tokens[start].tag in ("VERB", "PAST", "GER", "PART")


_LONGEST_OBJECT = 6
_ACTING = frozenset({"NOUN", "PROPER", "PRON", "SUB"})
_LEFT = frozenset({"DET", "PROPER", "PRON", "NUM", "TIME"})
_ACTED_ON = frozenset({"DET", "PROPER", "PRON", "TO"})
_MENDABLE = frozenset(word for word, (form, _) in FORMS.items() if form == "third") | {"per", "left"}


def _mend(tokens: list[Token], owners: Sequence[NameMention | None]) -> None:
    """A word in -s between a name, or a clause's beginning, and what it acts on is a verb ("…, meets the king")."""
    last = len(tokens) - 1
    for place in [at for at, token in enumerate(tokens) if token.tag == "VERB" or token.lower in _MENDABLE]:
        if place == last or owners[place] is not None:
            continue
        token = tokens[place]
        lower = token.lower
        if lower == "per" and tokens[place + 1].lower == "cent":
            tokens[place] = token._replace(tag="NUM")
        if lower == "left" and place and tokens[place - 1].tag in _ACTING and tokens[place + 1].tag in _LEFT:
            tokens[place] = token._replace(tag="PAST", lemma="leave")
        if token.tag == "VERB" and place and tokens[place - 1].tag == "NOUN" and _is_singular_noun(tokens, place):
            tokens[place] = token._replace(tag="NOUN")
            continue
        if lower[-1] != "s" or token.tag not in ("NOUN", "VERB"):
            continue
        if token.tag == "VERB":
            before, after = tokens[place - 1].tag if place else "", tokens[place + 1].tag
            verb_next = before == "SUB" and after in ("PAST", "PART", "AUX", "MODAL")
            if before == "TO" or verb_next or (before == "NOUN" and _ends_object(tokens, place)):
                tokens[place] = token._replace(tag="NOUN", lemma=singular(token.lower))
            continue
        form = FORMS.get(token.lower)
        if form is None or form[0] != "third":
            continue
        before = tokens[place - 1].tag if place else "PUNCT"
        relative = place > 0 and tokens[place - 1].lower in _RELATIVE and tokens[place + 1].tag not in FINITE
        if (
            relative
            or token.lower == "meets"
            or (token.lower == "dates" and tokens[place + 1].lower in ("from", "back"))
            or (before in ("PUNCT", "CONJ", "PROPER", "SUB") and tokens[place + 1].tag in _ACTED_ON)
        ):
            tokens[place] = token._replace(tag="VERB", lemma=form[1])
            if before == "ADJ" and place > 1 and tokens[place - 2].tag == "DET":
                tokens[place - 1] = tokens[place - 1]._replace(tag="NOUN")


@dataclass(slots=True)
class Phrase:
    """A noun phrase: tokens `start` to `end`, exclusive; `head` is the number of its head noun, -1 for none.

    `name` is the name that its head belongs to, `owner` the name that owns it ("Arlen's port"), `before`
    the preposition before it, `divider` the comma or conjunction before it, `numeric` whether it holds
    a figure, `dated` whether a time stands inside it, `of` the phrase that "of" ties to it.
    """

    start: int
    end: int
    head: int
    before: str = ""
    divider: str = ""
    name: NameMention | None = None
    owner: NameMention | None = None
    numeric: bool = False
    pronoun: bool = False
    time: bool = False
    dated: bool = False
    of: "Phrase | None" = None

    @property
    def last(self) -> int:
        """Where the phrase ends with what "of" ties to it."""
        phrase = self
        while phrase.of is not None:
            phrase = phrase.of
        return phrase.end


MOST_PHRASES = 64
"""Phrases of one clause that are read."""
_LEADS = frozenset(
    "according due thanks owing prior next close up addition relation contrast response regard compared "
    "opposed led back equal similar".split()
)
"""Words that make one preposition with the next ("due to")."""
_INSIDE = frozenset({"DET", "ADJ", "NUM", "ORD", "NOUN", "PROPER", "POSS", "SYM", "GER", "PART"})
_SETTLEMENTS = frozenset("capital city port town village province region island district river state county".split())
_BEGINS = _INSIDE | {"PRON", "TIME"}
_FIGURE = frozenset({"NUM", "SYM"})
_MODIFIED = frozenset({"NOUN", "PROPER", "ADJ", "GER", "PART"})
_OPENS = frozenset({"DET", "NUM", "ORD", "SYM", "GER", "PART"})


def phrases(words: Words, start: int, end: int, skip: Sequence[tuple[int, int]] = ()) -> list[Phrase]:
    """The noun phrases of tokens `start` to `end`, those in `skip` left out; times are phrases too.

    `skip` is in order; what lies within an earlier part of it is left out with that.
    """
    reading = _Reading(words, end)
    place = start
    for low, high in skip:
        if low >= end:
            break
        if high > place:
            reading.read(place, low)
            place = high
            reading.before, reading.divider = "", ","
    reading.read(place, end)
    return reading.found


class _Reading:
    """The noun phrases read so far, and what stands since the last: a preposition, a comma or a conjunction."""

    __slots__ = ("before", "count", "divider", "end", "found", "words")

    def __init__(self, words: Words, end: int) -> None:
        self.words = words
        self.end = end
        self.found: list[Phrase] = []
        self.count = 0
        self.before = self.divider = ""

    def read(self, place: int, end: int) -> None:
        """Goes on with tokens `place` to `end`."""
        tokens, tags, found = self.words.tokens, self.words.tags, self.found
        before, divider = self.before, self.divider
        while place < end and self.count < MOST_PHRASES:
            tag = tags[place]
            if tag in _BEGINS:
                if tag == "PART" and (place + 1 >= self.end or tags[place + 1] not in _MODIFIED):
                    place += 1
                    continue
                phrase = _phrase(self.words, place, end)
                place = phrase.end
                self.count += 1
                phrase.before, phrase.divider = before, divider
                if before == "of" and found and not divider and not found[-1].time:
                    _tie(found[-1], phrase)
                else:
                    found.append(phrase)
                before = divider = ""
                continue
            if tag in ("PREP", "TO"):
                lower, leads = tokens[place].lower, tokens[place - 1].lower if place else ""
                if before == "of" and lower in ("about", "around", "circa"):
                    place += 1
                    continue
                joins = leads in _LEADS or (before and lower in ("of", "to"))
                before = f"{leads} {lower}" if joins else lower
            elif tag == "CONJ" or (tag == "PUNCT" and (not divider or tokens[place].text == ",")):
                divider = tokens[place].lower
            elif tag in VERBAL:
                before, divider = "", ";"
            place += 1
        self.before, self.divider = before, divider


def _tie(owner: Phrase, phrase: Phrase) -> None:
    while owner.of is not None:
        owner = owner.of
    owner.of = phrase


def _phrase(words: Words, start: int, end: int) -> Phrase:
    tags, names = words.tags, words.names
    first = tags[start]
    if first == "TIME":
        place = start + 1
        while place < end and tags[place] == "TIME":
            place += 1
        return Phrase(start, place, -1, time=True)
    if first == "PRON":
        return Phrase(start, start + 1, -1, pronoun=True)
    head, place = -1, start
    owner: NameMention | None = None
    numeric = dated = False
    while place < end:
        here = tags[place]
        if here == "TIME" and head < 0:
            dated = True
        elif here not in _INSIDE or (head >= 0 and _starts_another(words, place, head)):
            break
        elif here in NOMINAL:
            head = place
        elif here == "POSS":
            owner = names[head] if head >= 0 else owner
            head = -1
        elif here in _FIGURE:
            numeric = True
        elif here == "GER" and (place + 1 == end or tags[place + 1] not in _INSIDE):
            head = place
        place += 1
    if head < 0:
        return Phrase(start, place, head, owner=owner, numeric=numeric, time=dated)
    return Phrase(start, head + 1, head, name=names[head], owner=owner, numeric=numeric, dated=dated)


def _starts_another(words: Words, place: int, head: int) -> bool:
    """Whether a token after a head noun begins another phrase ("gave | Norland | six ships")."""
    here = words.tags[place]
    if here in _OPENS:
        return True
    ours, theirs = words.names[head], words.names[place]
    if here == "ADJ":
        return ours is not None and ours.type == "person"
    if theirs is None:
        return False
    if theirs.type == "place" and words.tags[head] == "NOUN":
        return words.tokens[head].lemma not in _SETTLEMENTS
    return ours is not None and ours is not theirs and ours.type == "person"
