"""What an amount counts or measures, found among the tagged words around it."""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.language.closed_class import ADJECTIVES
from factcheck.language.nouns import is_plural
from factcheck.language.tagging import MODIFYING, NOMINAL, Token, plural
from factcheck.language.verbs import FORMS, NOUNS_TOO

Tokens = Sequence[Token]

MOST_WORDS = 8
"""Words of what is measured."""
_UNIT_WORDS = 6
_MOST_LEFT = 14
MOST_VERBS = 12
"""Tokens back within which the subject of a sentence is looked for."""


class Counted(NamedTuple):
    """A counted noun phrase: its words, and the tokens it spans (end exclusive)."""

    words: str
    first: int
    last: int


_SKIPPED = frozenset(
    "more other further additional such fewer less extra the a an its their his her our these those this that "
    "your my".split()
)
_NOT_COUNTED = frozenset("respectively each apiece altogether total percent per cent".split())
_STOP_NOUNS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())


def counted(tokens: Tokens, place: int, *, many: bool = True) -> Counted | None:
    """The noun phrase that begins at token `place` and that a number before it counts.

    `many`: more than one is counted, so that the phrase ends with its last plural ("two sides Friday").
    """
    first = place
    while first < len(tokens) and (tokens[first].lower in _SKIPPED or tokens[first].text in "“\"‘'"):
        first += 1
        if first - place > 2:
            return None
    last, head, head_plural, has_noun = first, -1, -1, False
    while last < len(tokens) and _belongs(tokens, first, last, has_noun):
        token = tokens[last]
        if token.tag in NOMINAL or (token.tag == "GER" and has_noun is False and last > first):
            head, has_noun = last, True
            if plural(token) and token.tag == "NOUN":
                head_plural = last
        last += 1
        if last - first > 9:
            break
    if many and head >= 0 and head_plural < 0 and _is_plural_noun(tokens, last):
        head_plural, last = last, last + 1
    if last > first and head < 0:
        head = _adjective_head(tokens, last)
    if head < 0:
        return None
    end = head_plural if many and head_plural >= 0 else head
    return Counted(_join(tokens, max(first, end + 1 - _UNIT_WORDS), end + 1), first, end + 1)


def _is_plural_noun(tokens: Tokens, place: int) -> bool:
    """Whether a word taken for a verb is the plural that a number before it asks for: "18 commuter trains that …"."""
    token = tokens[place] if place < len(tokens) else None
    if token is None or token.tag != "VERB" or not is_plural(token.lower) or not token.text.islower():
        return False
    return token.lemma in NOUNS_TOO and tokens[place - 1].tag == "NOUN" and not plural(tokens[place - 1])


def _belongs(tokens: Tokens, first: int, place: int, has_noun: bool) -> bool:
    token = tokens[place]
    if token.lower in _NOT_COUNTED or "\x00" in token.text:
        return False
    if token.tag in NOMINAL:
        return token.lower not in _STOP_NOUNS
    if has_noun and token.tag == "CONJ" and tokens[place - 1].tag == "PROPER":
        return _joins_modifiers(tokens, first, place)
    if has_noun:
        return (
            token.tag in ("ADJ", "GER", "NUM")
            and place + 1 < len(tokens)
            and tokens[place + 1].tag == "NOUN"
            and token.tag != "NUM"
        )
    if token.tag in ("ADJ", "PART", "ORD", "GER"):
        return True
    if token.tag == "ADV":
        if token.lower in ("daily", "weekly", "monthly", "yearly"):
            return place + 1 < len(tokens) and tokens[place + 1].tag == "NOUN"
        return place + 1 < len(tokens) and (tokens[place + 1].tag in ("ADJ", "PART") or token.lower in ADJECTIVES)
    if token.tag == "CONJ" or token.text == ",":
        return _joins_modifiers(tokens, first, place)
    return False


def _joins_modifiers(tokens: Tokens, first: int, place: int) -> bool:
    """Whether "and" or a comma joins what stands before the noun: "two old and rusty ships"."""
    if place == first or place + 2 > len(tokens) - 1:
        return False
    before, after, noun = tokens[place - 1], tokens[place + 1], tokens[place + 2]
    if before.tag in ("ADJ", "PART") and after.tag in ("ADJ", "PART"):
        return noun.tag in ("NOUN", "ADJ", "PROPER")
    return tokens[place].tag == "CONJ" and after.tag in ("ADJ", "PROPER") and noun.tag == "NOUN" and plural(noun)


def _adjective_head(tokens: Tokens, last: int) -> int:
    """ "three wounded": a participle or adjective that stands for people."""
    follows = tokens[last] if last < len(tokens) else None
    if tokens[last - 1].tag in ("PART", "ADJ") and (follows is None or follows.tag in ("PUNCT", "PREP", "CONJ")):
        return last - 1 if tokens[last - 1].lower in _STAND_ALONE else -1
    return -1


_STAND_ALONE = frozenset(
    "wounded injured dead missing killed arrested detained unemployed infected hospitalised hospitalized".split()
)


def after_of(tokens: Tokens, place: int) -> Counted | None:
    """The noun phrase after "of" at token `place`, without possessors: "thousands of the army's officers"."""
    start = place + 1
    while start < len(tokens) and _introduces(tokens, start):
        start += 1
    phrase = counted(tokens, start, many=False)
    if phrase is None:
        return None
    after = phrase.last
    if after < len(tokens) and tokens[after].tag == "POSS":
        inner = after + 1
        while inner < len(tokens) and _introduces(tokens, inner):
            inner += 1
        return counted(tokens, inner) or phrase
    return counted(tokens, start) or phrase


def _introduces(tokens: Tokens, place: int) -> bool:
    """Whether a word between "of" and its noun says how many of them there are: "of only the original 40"."""
    token = tokens[place]
    if token.tag in ("NUM", "DET") or token.lower in ("only", "just", "about", "around", "nearly", "some"):
        return True
    return token.tag == "ADJ" and place + 1 < len(tokens) and tokens[place + 1].tag == "NUM"


def _join(tokens: Tokens, first: int, last: int) -> str:
    words: list[str] = []
    for token in tokens[first:last]:
        if token.tag in ("POSS",) and words:
            words[-1] += token.text
        elif token.tag != "PUNCT":
            words.append(token.text)
    return " ".join(words)


def shortened(phrase: str | None, spare: int) -> str | None:
    """The phrase cut to so many words."""
    words = (phrase or "").split()[: max(spare, 0)]
    while words and (words[-1].lower() in _LINKS or words[-1].lower() in ("the", "a", "an", "and", "to", "with")):
        words.pop()
    return " ".join(words) or None


def phrase_from(tokens: Tokens, place: int, most: int = MOST_WORDS) -> str | None:
    """The noun phrase that begins at `place`, with the "of" and "in" that follow it."""
    head = _plain_phrase(tokens, place)
    if head is None:
        return None
    words, last = _join(tokens, *head), head[1]
    while (
        last < len(tokens)
        and tokens[last].lower in ("of", "in", "for", "on", "to", "between", "with")
        and len(words.split()) < most
    ):
        more = _plain_phrase(tokens, last + 1)
        if more is None or any("\x00" in token.text for token in tokens[more[0] : more[1]]):
            break
        words += f" {tokens[last].lower} {_join(tokens, *more)}"
        last = more[1]
    return shortened(words, most)


def end_of_phrase(tokens: Tokens, place: int) -> int:
    """The token after the noun phrase that begins at `place`; `place` itself where none does."""
    found = _plain_phrase(tokens, place)
    return found[1] if found else place


def _plain_phrase(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Tokens of the noun phrase from `place` on, without its determiner, possessors kept."""
    start = place
    while start < len(tokens) and (
        tokens[start].tag == "DET" or tokens[start].text in "“\"‘'" or tokens[start].lower in _SKIPPED
    ):
        start += 1
        if start - place > 2:
            return None
    last, head = start, -1
    while last < len(tokens) and last - start < 10:
        token = tokens[last]
        if token.tag in NOMINAL:
            head = last
        elif token.tag == "POSS":
            pass
        elif not (token.tag in MODIFYING and token.tag != "NUM") or (
            head >= 0 and tokens[last - 1].tag != "POSS" and token.tag != "ADJ"
        ):
            break
        last += 1
    return (start, head + 1) if head >= 0 else None


_LINKS = frozenset("of in on for at with before after from to under between among against behind off per".split())
"""Prepositions that tie a phrase to the noun before it."""


_NO_HEAD = frozenset({"DET", "POSS", "PREP", "TO", "PART", "CONJ", "NUM"})


def phrase_before(tokens: Tokens, place: int, most: int = MOST_WORDS) -> str | None:
    """The noun phrase that ends right before token `place`, with the phrases tied to its head by prepositions."""
    end = start = place
    if NOMINAL.isdisjoint([token.tag for token in tokens[max(0, place - most - 6) : place]]):
        return None
    while start > 0 and end - start < most + 6 and _reaches(tokens, start, end):
        start -= 1
    while start < end and (tokens[start].tag in _NO_HEAD or tokens[start].lower in _LINKS):
        start += 1
    for place in range(start, end):
        if tokens[place].tag == "NUM" and place > start and tokens[place - 1].lower in _LINKS:
            end = place - 1
            break
    if start >= end or not any(token.tag in NOMINAL for token in tokens[start:end]):
        return None
    return shortened(_join(tokens, start, end), most)


_STOPS = frozenset({"PAST", "VERB", "AUX", "MODAL", "PART", "GER", "PUNCT", "PRON", "TIME"})


def object_before(tokens: Tokens, end: int) -> str | None:
    """The object of a verb that ends right before token `end`: "increased the number of beds | by 40"."""
    found = phrase_before(tokens, end)
    if found is None:
        return None
    start = end
    while start > 0 and end - start < _MOST_LEFT and tokens[start - 1].tag not in _STOPS:
        start -= 1
    verb = tokens[start - 1] if start else None
    start += start < end and tokens[start].lower in ("up", "down")
    opens = start < end and (tokens[start].tag in NOMINAL or tokens[start].tag in ("DET", "ADJ", "POSS"))
    return found if verb is not None and verb.tag in ("PAST", "VERB", "PART", "GER") and opens else None


def beside(tokens: Tokens, place: int) -> str | None:
    """The noun phrase right before an amount that takes a verb's place: "… and Chilled (by) 11 per cent"."""
    end = place - 1 if place and tokens[place - 1].lower in ("by", "to", "at") else place
    start = end
    while start > 0 and tokens[start - 1].tag in ("NOUN", "PROPER", "ADJ", "DET", "POSS"):
        start -= 1
    if start == end or start == 0 or (tokens[start - 1].tag != "CONJ" and tokens[start - 1].text not in ",;"):
        return None
    return phrase_before(tokens, end)


def _reaches(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a phrase that begins at token `start` goes on one token to the left."""
    token = tokens[start - 1]
    left = tokens[start - 2] if start > 1 else None
    if token.tag in NOMINAL or token.tag in ("POSS", "SYM"):
        return True
    if token.tag in ("ADJ", "ORD", "GER"):
        return start < end
    if token.tag == "PART":
        return start < end and tokens[start].tag in NOMINAL and (left is None or left.tag not in NOMINAL)
    if token.tag == "NUM":
        return left is not None and (
            left.tag in ("PROPER", "NUM") or left.lower in _LINKS or (start < end and tokens[start].tag in NOMINAL)
        )
    if token.lower in _LINKS:
        return start < end and left is not None and left.tag in NOMINAL
    if token.tag == "DET":
        return start < end and left is not None and left.lower in _LINKS
    return False


_VERBS = frozenset({"PAST", "VERB", "AUX", "MODAL", "PART"})


def subject_of(tokens: Tokens, place: int, most: int = MOST_VERBS) -> str | None:
    """The subject of the clause that token `place` stands in: the phrase before its nearest verb.

    Where verbs share a subject ("sold and bought"), `most` of them are gone back over.
    """
    verb = place - 1
    if most == 0:
        return None
    while verb >= 0 and place - verb < _MOST_LEFT:
        token = tokens[verb]
        if token.text in ";:":
            return None
        if token.tag in _VERBS and not (
            token.tag == "PART" and verb + 1 < len(tokens) and tokens[verb + 1].tag in NOMINAL
        ):
            break
        verb -= 1
    else:
        return None
    if verb < 0:
        return None
    while verb > 0 and (
        tokens[verb - 1].tag in ("AUX", "MODAL", "ADV", "NOT")
        or (tokens[verb - 1].tag in _VERBS and tokens[verb].tag in _VERBS)
    ):
        verb -= 1
    if verb > 0 and tokens[verb - 1].tag == "CONJ":
        return subject_of(tokens, verb - 1, most - 1) or phrase_before(tokens, verb - 1, 6)
    if verb > 1 and tokens[verb - 1].tag == "TO":
        shared = None if _is_expected(tokens, verb - 2) else subject_of(tokens, verb - 1, most - 1)
        return shared or phrase_before(tokens, verb - 1, 6)
    left = verb
    if left > 1 and tokens[left - 1].tag == "PRON":
        return _agreeing(subject_of(tokens, left - 1, most - 1), tokens[left - 1].lower)
    if left > 0 and tokens[left - 1].lower in ("which", "that", "who", ","):
        left -= 1
        if left > 0 and tokens[left - 1].text == ",":
            left -= 1
    return _outermost(tokens, left)


_EXPECTING = frozenset(
    "expect want allow forecast cause force ask order permit help push enable predict see believe estimate project "
    "require lead prompt drive encourage persuade tell urge warn invite".split()
)
"""Verbs whose object does what "to" and a verb say: "analysts expect sales to fall"."""


def _is_expected(tokens: Tokens, noun: int) -> bool:
    """Whether the noun before "to" is the object of such a verb."""
    for place in range(noun, max(noun - 8, -1), -1):
        token = tokens[place]
        if token.tag in ("PAST", "VERB", "PART", "GER"):
            return place < noun and FORMS.get(token.lower, ("", token.lemma))[1] in _EXPECTING
        if token.tag in ("AUX", "MODAL", "PUNCT", "TO", "SUB"):
            return False
    return False


def _agreeing(phrase: str | None, pronoun: str) -> str | None:
    """The phrase that a pronoun stands for, unless one is singular and the other plural."""
    if phrase is None or pronoun not in ("it", "they"):
        return phrase
    words = phrase.split()
    end = next((place for place, word in enumerate(words) if place and word.lower() in _LINKS), len(words))
    return phrase if is_plural(words[end - 1].lower()) == (pronoun == "they") else None


def _outermost(tokens: Tokens, end: int) -> str | None:
    """The subject that ends before token `end`; where a preposition makes it part of more, the sentence's topic."""
    phrase = phrase_before(tokens, end, 6)
    start = end
    while start > 0 and end - start < MOST_WORDS + 6 and _reaches(tokens, start, end):
        start -= 1
    if start > 1 and tokens[start - 1].tag == "PREP" and tokens[start - 1].lower not in ("than", "as", "like"):
        return topic_of(tokens, start) or phrase
    return phrase


def topic_of(tokens: Tokens, place: int) -> str | None:
    """The first noun phrase of the sentence, if it stands before token `place`."""
    first = _after_dateline(tokens)
    for start in range(first, min(place, first + 6)):
        if tokens[start].tag in NOMINAL:
            return phrase_from(tokens[: min(place, start + _FARTHEST)], start, 4)
    return None


_FARTHEST = 80
"""Tokens that a phrase of a few words, with what its prepositions tie to it, never passes."""


def _after_dateline(tokens: Tokens) -> int:
    """Number of the first token after a dateline: "PORT ARLEN, May 3 (Wire) - …"."""
    if tokens and tokens[0].text.isupper():
        for place, token in enumerate(tokens[1:16], 1):
            if token.text in "-–—":
                return place + 1
    return 0
