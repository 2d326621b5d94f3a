"""The words of a sentence with their names and times, and the noun phrases that they form."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.language.nouns import singular
from factcheck.language.tagging import FINITE, NOMINAL, VERBAL, Token, plural, tag
from factcheck.language.verbs import FORMS, NOUNS_TOO
from factcheck.records.document import Sentence
from factcheck.records.mention import NameMention, TimeMention


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence, which begins at `start` of the document: its tokens (offsets in it), the name of each token,
    and the names that are `mentioned` in it.

    What belongs to a time has the tag TIME, what belongs to a name the tag PROPER.
    """

    text: str
    start: int
    tokens: Sequence[Token]
    names: Sequence[NameMention | None]
    mentioned: Sequence[NameMention] = ()

    def cut(self, start: int, end: int) -> str:
        """The words of tokens `start` to `end`, exclusive, as written."""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())


class Cursor:
    """Hands out the mentions of one sentence after the other; the sentences are asked for in order."""

    def __init__(self, mentions: Sequence[NameMention] | Sequence[TimeMention]) -> None:
        self._mentions = mentions
        self._place = 0

    def within(self, start: int, end: int) -> Iterator[NameMention | TimeMention]:
        """The mentions that lie in `[start, end)`."""
        mentions = self._mentions
        while self._place < len(mentions) and mentions[self._place].start < start:
            self._place += 1
        place = self._place
        while place < len(mentions) and mentions[place].start < end:
            if mentions[place].end <= end:
                yield mentions[place]
            place += 1


_DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]{2,}(?: [A-Z'’.-]+){0,4}(?:, [^()\n–—-]{1,60})?(?: ?\([^()\n]{1,40}\))? ?[-–—]+ "
)
"""What a wire report's first sentence begins with ("LONDON, May 21 (Wire) - ")."""
_STAY = frozenset({"PAST", "PART", "VERB", "AUX", "GER"})


def words_of(text: str, sentence: Sentence, names: Cursor, times: Cursor) -> Words:
    """A sentence's words with the names and times found in it."""
    start = sentence.start
    dateline = _DATELINE.match(text, start, sentence.end)
    if dateline is not None:
        start = dateline.end()
    inside = text[start : sentence.end]
    tokens = tag(inside)
    owners: list[NameMention | None] = [None] * len(tokens)
    mentioned = [one for one in names.within(start, sentence.end) if isinstance(one, NameMention)]
    for place, mention in _covered(tokens, mentioned, start):
        if isinstance(mention, NameMention) and tokens[place].tag != "POSS":
            owners[place] = mention
            if tokens[place].tag != "PROPER":
                tokens[place] = tokens[place]._replace(tag="PROPER")
    for place, _ in _covered(tokens, times.within(start, sentence.end), start):
        after_to = place > 0 and tokens[place].tag == "VERB" and tokens[place - 1].tag == "TIME"
        if (tokens[place].tag not in _STAY or after_to) and owners[place] is None:
            tokens[place] = tokens[place]._replace(tag="TIME")
    _mend(tokens, owners)
    if tokens and tokens[-1].text == "." and not any(token.tag in FINITE for token in tokens):
        _find_verb(tokens)
    return Words(inside, start, tokens, owners, mentioned)


def _covered(
    tokens: Sequence[Token], mentions: Iterable[NameMention | TimeMention], base: int
) -> Iterator[tuple[int, NameMention | TimeMention]]:
    """Each token that lies in a mention, with it."""
    place, count = 0, len(tokens)
    for mention in mentions:
        start, end = mention.start - base, mention.end - base
        while place < count and tokens[place].start < start:
            place += 1
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
    """Whether a base form after one thing is a noun, as no verb could be ("a return | visit")."""
    token = tokens[place]
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


def _mend(tokens: list[Token], owners: Sequence[NameMention | None]) -> None:
    """A word in -s between a name, or a clause's beginning, and what it acts on is a verb ("…, meets the king")."""
    last = len(tokens) - 1
    for place, token in enumerate(tokens):
        if place == last or owners[place] is not None:
            continue
        if token.lower == "per" and tokens[place + 1].lower == "cent":
            tokens[place] = token._replace(tag="NUM")
        if token.lower == "left" and place and tokens[place - 1].tag in _ACTING and tokens[place + 1].tag in _LEFT:
            tokens[place] = token._replace(tag="PAST", lemma="leave")
        if token.tag == "VERB" and place and tokens[place - 1].tag == "NOUN" and _is_singular_noun(tokens, place):
            tokens[place] = token._replace(tag="NOUN")
            continue
        if token.lower[-1] != "s" or token.tag not in ("NOUN", "VERB"):
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
            or (before in ("PUNCT", "CONJ", "PROPER", "SUB") and tokens[place + 1].tag in _ACTED_ON)
        ):
            tokens[place] = token._replace(tag="VERB", lemma=form[1])


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
_MODIFIED = frozenset({"NOUN", "PROPER", "ADJ", "GER", "PART"})
_OPENS = frozenset({"DET", "NUM", "ORD", "SYM", "GER", "PART"})


def phrases(words: Words, start: int, end: int, skip: Sequence[tuple[int, int]] = ()) -> list[Phrase]:
    """The noun phrases of tokens `start` to `end`, those in `skip` left out; times are phrases too."""
    tokens = words.tokens
    found: list[Phrase] = []
    before = divider = ""
    skips = iter((*skip, (end, end)))
    gap = next(skips)
    place, count = start, 0
    while place < end and count < MOST_PHRASES:
        while gap[1] <= place and gap[0] < end:
            gap = next(skips, (end, end))
        if gap[0] <= place < gap[1]:
            place, before, divider = gap[1], "", ","
            continue
        token = tokens[place]
        if token.tag == "PART" and (place + 1 >= end or tokens[place + 1].tag not in _MODIFIED):
            place += 1
            continue
        if token.tag in _INSIDE or token.tag == "PRON" or token.tag == "TIME":
            phrase = _phrase(words, place, gap[0] if place < gap[0] < end else end)
            place = phrase.end
            count += 1
            phrase.before, phrase.divider = before, divider
            if before == "of" and found and not divider and not found[-1].time:
                _tie(found[-1], phrase)
            else:
                found.append(phrase)
            before = divider = ""
            continue
        if token.tag in ("PREP", "TO"):
            leads = tokens[place - 1].lower if place else ""
            joins = leads in _LEADS or (before and token.lower in ("of", "to"))
            before = f"{leads} {token.lower}" if joins else token.lower
        elif token.tag == "CONJ" or (token.tag == "PUNCT" and (token.text == "," or not divider)):
            divider = token.lower
        elif token.tag in VERBAL:
            before, divider = "", ";"
        place += 1
    return found


def _tie(owner: Phrase, phrase: Phrase) -> None:
    while owner.of is not None:
        owner = owner.of
    owner.of = phrase


def _phrase(words: Words, start: int, end: int) -> Phrase:
    tokens, names = words.tokens, words.names
    first = tokens[start].tag
    if first == "TIME":
        place = start + 1
        while place < end and tokens[place].tag == "TIME":
            place += 1
        return Phrase(start, place, -1, time=True)
    if first == "PRON":
        return Phrase(start, start + 1, -1, pronoun=True)
    head, place = -1, start
    owner: NameMention | None = None
    numeric = dated = False
    while place < end:
        here = tokens[place].tag
        if here == "TIME" and head < 0:
            dated = True
        elif here not in _INSIDE or (head >= 0 and _starts_another(words, place, head)):
            break
        if here == "POSS":
            owner = names[head] if head >= 0 else owner
            head = -1
        elif here in NOMINAL or (here == "GER" and (place + 1 == end or tokens[place + 1].tag not in _INSIDE)):
            head = place
        numeric = numeric or here in ("NUM", "SYM")
        place += 1
    if head < 0:
        return Phrase(start, place, head, owner=owner, numeric=numeric, time=dated)
    return Phrase(start, head + 1, head, name=names[head], owner=owner, numeric=numeric, dated=dated)


def _starts_another(words: Words, place: int, head: int) -> bool:
    """Whether a token after a head noun begins another phrase ("gave | Norland | six ships")."""
    here = words.tokens[place].tag
    if here in _OPENS:
        return True
    ours, theirs = words.names[head], words.names[place]
    if here == "ADJ":
        return ours is not None and ours.type == "person"
    if theirs is not None and theirs.type == "place" and words.tokens[head].tag == "NOUN":
        return words.tokens[head].lemma not in _SETTLEMENTS
    between = ours is not None and theirs is not None and ours is not theirs
    return between and ours is not None and ours.type == "person"
