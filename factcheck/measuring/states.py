"""What is said to become of the people whose number is told: read from the words before and behind the figure."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.language.concepts import GENERIC_PEOPLE, british, concept_of, measure_of, verb_base
from factcheck.language.degrees import BADLY
from factcheck.language.nouns import is_plural, singular
from factcheck.language.number_words import CARDINALS
from factcheck.language.persons import is_person
from factcheck.language.state_phrases import COMPANY, DROPPED, Phrase, adjectives, ending, order, starting
from factcheck.language.verbs import FORMS
from factcheck.measuring.outcomes import words_of
from factcheck.records.quantity import Quantity

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[.,;:()–—\n]")
_BEING = frozenset("be am is are was were been being get gets got getting gotten".split())
_ENDS = frozenset(
    "and or but while when after before because if where until than though although unless whether how why".split()
)
_NOT = frozenset("not never no none nobody neither nor n't cannot hardly".split())
_LINKS = frozenset(
    "in on at by for from with without of to into under over between among during since until per near within around "
    "against across off onto through following amid as today yesterday overnight so".split()
)
"""What may follow a participle that tells of those before it, or a verb without an object."""
_TIED = _LINKS - frozenset("around so as amid today yesterday overnight".split()) | {"than", "aged", "the", "their"}
"""Words that tie a number behind them to what they stand in."""
_DETERMINERS = frozenset("the a an its their his her our my this that these those".split())
_HELD_TO = frozenset("known believed feared reported said thought confirmed presumed listed estimated".split())
"""What is held of those counted, before what they are: "feared dead", "known to be in hospital"."""
_HAVING = frozenset("have has had having".split())
_REACH, _WORDS_IN = 150, 7
_ABOUT = re.compile(
    r" ?\b(?:about|around|some|roughly|nearly|almost|over|more than|fewer than|less than|an estimated|"
    r"an additional|up to|at least|at most|no fewer than|as many as|an?|the|"
    r"another|a further|further|other|all|only|just)$",
    re.IGNORECASE,
)
_SLIGHTLY = frozenset("slightly lightly superficially mildly minor light slight superficial mild".split())
_ANYTHING = frozenset("outage dry-tap reconnection bid fine lawsuit complaint".split())
"""States that things and companies have as well: homes are without power, firms bid."""


class Told(NamedTuple):
    """The state that is told, and whether it stands where the noun of those counted would ("17 | trapped")."""

    state: str
    alone: bool


class _Token(NamedTuple):
    word: str
    forms: frozenset[str]
    passive: bool
    """Whether a form of "be" stands right before it."""
    after: str
    """What of the words that are left out stands right before it: an adverb."""
    following: str
    """The word right behind it in the text, if any."""
    determined: bool
    """Whether an article or a possessive stands right before it, so that it is no verb."""


@lru_cache(maxsize=16384)
def _forms(word: str) -> frozenset[str]:
    plain = british(word)
    bases = (plain[: -len(ending)] + rest for ending in ("ed", "ing") if plain.endswith(ending) for rest in ("", "e"))
    known = plain in FORMS
    return frozenset((word, plain, verb_base(plain), singular(plain), *(() if known else bases)))


def _is_participle(word: str) -> bool:
    """Whether a word makes a perfect tense of "have" before it."""
    form = FORMS.get(word, ("ed" if word.endswith("ed") else "", ""))[0]
    return (
        form in ("ed", "participle")
        or word in DROPPED - _DETERMINERS
        or word in _NOT
        or (word in FORMS and word == FORMS[word][1])
    )


def _tokens(text: str) -> list[_Token]:
    """The words of a text up to its first stop, without those that phrases go without."""
    found: list[_Token] = []
    passive, after, determined = False, "", False
    written = [match[0] for match in _WORD.finditer(text)]
    words = [word.lower() for word in written]
    for place, word in enumerate(words):
        if word in _ENDS or not word[0].isalnum() or (place and _begins_count(written[place - 1], word)):
            break
        following = words[place + 1] if place + 1 < len(words) else ""
        helps = (word in _HAVING and _is_participle(following)) or (word == "to" and (following in _BEING | _HAVING))
        held = word in _HELD_TO and (following in ("to", "as") or following in adjectives())
        if helps or held or word in DROPPED or (word.endswith("ly") and word not in ("early", "fly")):
            passive = word in _BEING or (passive and (word not in _DETERMINERS))
            after = word if word.endswith("ly") else after
            determined = word in _DETERMINERS or (determined and word not in _BEING)
            continue
        named = place > 0 and written[place].istitle()
        found.append(_Token(word, _forms(word), passive, after, following, determined or named))
        passive, after, determined = word in _BEING, "", False
    return found


def _begins_count(previous: str, word: str) -> bool:
    """Whether a number counts others: "90 people on board | 40 were hurt"; not "of 90", "on 3 May", "Flight 12"."""
    number = word[0].isdigit() or word in CARDINALS
    return number and previous.lower() not in _TIED and not previous.istitle()


def _spans(phrase: Sequence[str], tokens: Sequence[_Token], place: int) -> int:
    """Where a phrase ends that begins at a place of the tokens; -1 where it does not stand there."""
    for number, word in enumerate(phrase):
        if word == "~":
            for skipped in range(3):
                end = _spans(phrase[number + 1 :], tokens, place + skipped)
                if end >= 0:
                    return end
            return -1
        if place >= len(tokens) or word not in tokens[place].forms:
            return -1
        place += 1
    return place


def _undergone(token: _Token, passive: bool, whole: bool) -> bool:
    """Whether a verb tells what was done to those before it: a passive, or a participle without an object."""
    form = FORMS.get(token.word, ("ed" if token.word.endswith("ed") else "", ""))[0]
    if form not in ("ed", "participle") and token.word != verb_base(token.word):
        return False
    if passive or token.passive:
        return True
    return form in ("ed", "participle") and (not whole or _ends(token.following))


def _ends(following: str) -> bool:
    """Whether the word behind a verb is no object of it."""
    if not following or not following[0].isalnum() or following in _LINKS or following in _ENDS:
        return True
    return following in _BEING | _HAVING or FORMS.get(following, ("", ""))[0] in ("past", "third", "ed")


def _stands(phrase: Phrase, tokens: Sequence[_Token], place: int) -> bool:
    """Whether a phrase stands at a place in the way that its kind asks for."""
    end = _spans(phrase.words, tokens, place)
    if end < 0:
        return False
    token = tokens[place]
    if phrase.kind == "is":
        return end > place + 1 or not token.determined
    if token.determined:
        return False
    if phrase.kind == "to":
        verb = tokens[place + 1] if phrase.words[0] == "not" else token
        return _undergone(verb, token.passive, whole=end == place + 1)
    base = verb_base(token.word)
    if token.passive or token.word in (f"{base}s", f"{base}es"):
        return False
    if end > place + 1:
        return True
    return token.word != base or (_ends(token.following) and (place == 0 or concept_of(base) is not None))


def _graded(state: str, words: Sequence[str]) -> str:
    """The state, with how badly somebody was hurt."""
    if state == "injury" and not BADLY.isdisjoint(words):
        return "grave-injury"
    return "slight-injury" if state == "injury" and not _SLIGHTLY.isdisjoint(words) else state


def _behind(tokens: Sequence[_Token], around: frozenset[str], *, parted: bool = False) -> Iterator[tuple[str, int]]:
    """The state that words behind a figure tell of, with its place; none behind a "not" of their own.

    `parted`: the figure is that of a whole, of whom a part is told: "30 of the | 90 aboard are missing".
    """
    for place, token in enumerate(tokens[:_WORDS_IN]):
        standing = [
            (_spans(phrase.words, tokens, place), phrase)
            for word in token.forms
            for phrase in starting().get(word, ())
            if _stands(phrase, tokens, place)
        ]
        if standing:
            end, state = _meant(standing, around)
            if not state:
                continue
            near = [one.word for one in tokens[place:end]]
            if not token.passive and not parted:
                yield from _became(tokens[end : end + 8], around, place, state)
            yield _graded(state, [*(one.after for one in tokens[place:end]), *near]), place
            return
        if token.word in _NOT:
            return
        form = FORMS.get(token.word, ("", ""))[0]
        if form in ("ed", "past") and (token.following in _DETERMINERS or token.following[:1].isdigit()):
            return


def _became(tokens: Sequence[_Token], around: frozenset[str], place: int, before: str) -> Iterator[tuple[str, int]]:
    """What became of those who were in a state: "43 of those aboard | drowned", "17 trapped there | were rescued"."""
    for number, token in enumerate(tokens):
        if token.word in _WHICH:
            return
        standing = [
            (_spans(phrase.words, tokens, number), phrase)
            for word in token.forms
            for phrase in starting().get(word, ())
            if _may_become(phrase, token, number, before) and _stands(phrase, tokens, number)
        ]
        state = _meant(standing, around)[1] if standing else ""
        if state:
            yield state, place
            return


def _may_become(phrase: Phrase, token: _Token, number: int, state: str) -> bool:
    """Whether a phrase may tell what became of them: those aboard may be dead or missing; further on only passives."""
    if phrase.kind == "is":
        return state == "aboard" and number < _CLOSE
    return token.passive or (phrase.kind == "does" and number < _CLOSE)


_CLOSE = 4
"""Words behind a state within which an active verb tells what became of those in it."""
_WHICH = frozenset("that which who whom whose as".split())
"""Words that begin a clause of its own: "without power | as the storm came ashore"."""


def _meant(standing: Sequence[tuple[int, Phrase]], around: frozenset[str]) -> tuple[int, str]:
    """Of the phrases that stand somewhere, the longest; of equals the one whose company is there: police pick up a
    man and arrest him, a lifeboat picks him up and saves him."""
    standing = [
        (end, phrase)
        for end, phrase in standing
        if not phrase.unsure or not around.isdisjoint(COMPANY.get(phrase.state, ()))
    ]
    longest = max((end for end, _ in standing), default=0)
    states = sorted({phrase.state for end, phrase in standing if end == longest}, key=order().__getitem__)
    return longest, max(states, default="", key=lambda state: not around.isdisjoint(COMPANY.get(state, ())))


def _is_plain(phrase: Phrase, around: frozenset[str]) -> bool:
    """Whether a verb tells of its state with no noun of people behind it: "arrested 74"; not "received 74"."""
    if phrase.unsure:
        return not around.isdisjoint(COMPANY.get(phrase.state, ()))
    return len(phrase.words) > 2 or concept_of(phrase.words[0], "verb") == phrase.state


def _before(
    before: Sequence[_Token], after: Sequence[_Token], objects: bool, named: bool, around: frozenset[str]
) -> str:
    """The state that the words right before a figure tell of."""
    last = before[-1] if before else None
    if last is None:
        return ""
    standing = []
    for word in last.forms:
        for phrase in ending().get(word, ()):
            size = len(phrase.words)
            if phrase.kind == "of":
                places = range(max(len(before) - size - 1, 0), len(before))
                if any(_spans(phrase.words, before, place) == len(before) for place in places):
                    standing.append((size, phrase))
            elif (
                objects
                and not last.passive
                and (named or _is_plain(phrase, around))
                and _rest_stands(phrase.words[1:], after)
            ):
                standing.append((size, phrase))
    particle = before[-2] if len(before) > 1 and objects and named else None
    if particle is not None and not particle.passive:
        for word in particle.forms:
            verbs = (phrase for phrase in ending().get(word, ()) if phrase.kind == "to")
            standing += [(2, phrase) for phrase in verbs if phrase.words[1:] == (last.word,)]
    return _graded(_meant(standing, around)[1], [last.after, last.word]) if standing else ""


def _rest_stands(rest: Sequence[str], after: Sequence[_Token]) -> bool:
    """Whether the rest of a verb's phrase stands behind those it is done to: "took | 12 people | to hospital"."""
    for place, token in enumerate(after[:4]):
        if not rest or _spans(rest, after, place) >= 0:
            return True
        if place and FORMS.get(token.word, ("", ""))[0] in ("ed", "past"):
            return False
    return not rest


def _are_people(noun: str) -> bool:
    words = noun.lower().split()
    return not words or measure_of(noun) in GENERIC_PEOPLE or is_person(words[-1]) or words[-1].endswith(_PEOPLE_END)


_OF_WHOM = re.compile(r"\b(?:\w+ of (?:the|its|their|those|these)|out of|of (?:the|its|their)) ?$", re.IGNORECASE)
_ASIDE = re.compile(
    r"^[^,.;:()—–\n]{0,40}?(?P<aside>\s?[—–][^—–.;:\n]{1,90}[—–]|\s?\([^();]{1,90}\)|"
    r", (?:most|mostly|mainly|many|all|some|half|including|among them|two|three|at least)\b[^,.;:()\n]{1,70},)\s?"
)
"""What is said of those counted between dashes, brackets or commas, before what becomes of them."""


def _without_aside(text: str) -> str:
    aside = _ASIDE.match(text)
    return f"{text[: aside.start('aside')]} {text[aside.end() :]}" if aside else text


_ONE = frozenset({"one", "1", "a", "an"})
_PEOPLE_END = ("men", "women", "ists", "eers", "nauts")
_NUMBER_OF = re.compile(
    r"\b(?:numbers?|tally|total|count|toll|figures?|list)\b (?:of|for) ([^.;:()]{3,110})$", re.IGNORECASE
)


def told_state(clause: str, start: int, end: int, noun: str, lead: str = "") -> Told | None:
    """What is said of the people whose number is `clause[start:end]`; null where nothing is that the lexicon holds.

    `noun` is what they are called, or empty; `lead` is what the text said before, for words of several meanings.
    """
    ahead = clause[max(start - _REACH, 0) : start]
    around = frozenset(words_of(f"{lead} {clause[max(start - _REACH, 0) : end + _REACH]}"))
    number_of = _NUMBER_OF.search(ahead)
    if number_of:
        state = next((state for state, _ in _behind(_tokens(number_of[1]), around)), "")
        if state:
            return Told(state, True)
    behind = _tokens(_without_aside(clause[end : end + _REACH]))
    people = _are_people(noun)
    ahead = re.split(r"[.,;:()–—\n]", _ABOUT.sub("", ahead.rstrip()))[-1]
    before = _before(_tokens_before(ahead), behind, people, bool(noun), around)
    if before and (people or before in _ANYTHING):
        return Told(before, False)
    parted = _OF_WHOM.search(clause[max(start - 40, 0) : start]) is not None
    for state, place in _behind(behind, around, parted=parted):
        noun_itself = place == 0 and noun.lower().endswith(behind[0].word)
        if noun_itself and (is_plural(behind[0].word) or clause[start:end].lower() in _ONE):
            continue
        attributive = len(noun.split()) > 1 and behind[0].word in noun.lower().split()[:-1]
        if place == 0 and noun and not attributive and not is_plural(behind[0].word):
            return Told(state, True)
        if people or state in _ANYTHING:
            return None if parted and behind[place].passive else Told(state, False)
    return None


def _tokens_before(text: str) -> list[_Token]:
    """The last words of a text, after the last word that begins a clause."""
    words = text.split()
    first = max((place + 1 for place, word in enumerate(words) if word.lower() in _ENDS), default=0)
    return _tokens(" ".join(words[max(first, len(words) - 12) :]))


_BOTH = re.compile(
    r" (?:men|women)(?:, (?:men|women))? (?:and|or) (?:men|women|children)\b|(?:boys and girls|girls and boys)\b"
)
"""Those who are called by both sexes: "nine | men and women"."""


def of_both(quantity: Quantity, clause: str, end: int) -> tuple[Quantity, str]:
    """The figure and its clause with those called by both sexes as people: "nine | men and women drowned"."""
    both = _BOTH.match(clause, end) if end >= 0 and quantity.unit else None
    if both is None:
        return quantity, clause
    return quantity.but(unit="people"), f"{clause[:end]} people{clause[both.end() :]}"
