"""Happenings named by a noun ("the visit of X to Y in May", "a £2 bn offer by Z")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from factcheck.finders._nounphrases import Phrase, Words
from factcheck.finders._roles import Casting, Roles
from factcheck.language.concepts import OCCASIONS, concept_of, measure_of
from factcheck.language.kinds import is_made
from factcheck.language.number_words import NTH

_DONE_TO = frozenset(
    "takeover transfer arrest construction discovery release appointment dismissal destruction sinking seizure rescue "
    "evacuation publication order approval ban closure opening founding signature completion ratification adoption "
    "execution kidnapping conviction acquittal treatment vaccination production repair merger inspection trial".split()
)
"""Happenings whose "of" names what they are done to."""
THINGS = frozenset({"publication"})
"""Nouns that name a thing where no "of" says otherwise: a publication is a newspaper."""
_TAKES = frozenset(("by", "to", "from", "with", "between", "for", "against", "on", "in", "at", "near", "off", "during"))
_ORDINALS = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")


def action(words: Words, phrase: Phrase) -> str | None:
    """The concept of a phrase's head where it is a noun of action."""
    if phrase.head < 0 or phrase.name is not None or phrase.time or phrase.pronoun:
        return None
    head = words.tokens[phrase.head].lower
    if head in THINGS and phrase.of is None and phrase.owner is None:
        return None
    return concept_of(head, "noun")


def followers(phrases: Sequence[Phrase], place: int) -> Iterator[Phrase]:
    """The phrases that a noun of action may take to itself: those after it, up to a comma or another noun."""
    timed = False
    for phrase in islice(phrases, place + 1, None):
        if timed and phrase.before == "of" and not phrase.divider:
            yield phrase
            return
        timed = phrase.time
        if phrase.time and phrase.before and phrase.divider == "," and phrase is phrases[place + 1]:
            yield phrase
            return
        if (
            phrase.divider
            or (not phrase.before and not phrase.time)
            or (phrase.before not in _TAKES and not phrase.time)
        ):
            return
        yield phrase


def roles_of_noun(casting: Casting, phrase: Phrase, after: Sequence[Phrase], concept: str, roles: Roles) -> None:
    """Adds what a noun of action tells by its owner, "of" and the prepositions after it."""
    patient = concept in _DONE_TO or not concept
    owner = phrase.owner.entity if phrase.owner is not None else None
    late = next((one for one in after if one.before == "of"), None)
    of = phrase.of or (late and replace(late, before=""))
    if of is not None and not of.time:
        tied = casting.actors([of]) if not of.numeric or of.name is not None else []
        if patient or owner:
            roles.recipient = (*roles.recipient, *tied)
        else:
            roles.agent = (*roles.agent, *tied)
    if owner:
        roles.agent = (owner, *roles.agent)
    casting.after([one for one in after if one.before not in ("", "of")], "", concept, roles, passive=True)
    between = [one for one in after if one.before == "between"]
    roles.agent = (*roles.agent, *casting.actors(between))


def ordinal_of(words: Words, phrase: Phrase | None) -> int | None:
    """Which of its kind a phrase names ("the third visit" → 3)."""
    if phrase is None or phrase.head < 0:
        return None
    for token in words.tokens[phrase.start : phrase.head]:
        if token.lower in NTH:
            return NTH[token.lower]
        found = _ORDINALS.match(token.lower)
        if found is not None:
            return int(found.group(1))
    return None


@dataclass(frozen=True, slots=True)
class Noun:
    """A happening that a noun tells of: tokens `span`, its lemma and concept, who takes part, and which it is."""

    span: tuple[int, int]
    lemma: str
    concept: str | None
    roles: Roles
    ordinal: int | None = None


def nominals(casting: Casting, found: Sequence[Phrase], direct: Phrase | None, *, fragment: bool) -> Iterator[Noun]:
    """The nouns of action with a figure or a time of their own, and what is said to be of a time ("a bell of 1632").

    `direct` is left to its verb, unless others take part in it; a `fragment` has no verb.
    """
    words = casting.words
    for place, phrase in enumerate(found):
        concept = action(words, phrase)
        if concept is None:
            yield from _made(casting, found, place)
            continue
        if phrase is direct and phrase.owner is None and concept not in OCCASIONS:
            continue
        after = list(followers(found, place))
        told = (*after, *_tied(phrase))
        dated = phrase.dated or any(one.time for one in told)
        if not (dated or phrase.numeric or any(one.numeric for one in told)):
            continue
        roles = Roles()
        roles_of_noun(casting, phrase, after, concept, roles)
        if dated or fragment or roles.agent or roles.recipient or roles.to or roles.from_ or roles.place:
            end = max((one.last for one in after), default=phrase.last)
            lemma = words.tokens[phrase.head].lemma
            yield Noun((phrase.start, max(end, phrase.last)), lemma, concept, roles, ordinal_of(words, phrase))


def _made(casting: Casting, found: Sequence[Phrase], place: int) -> Iterator[Noun]:
    """A thing that is said to be of a time ("an altarpiece of about 1480", "a 14th-century manuscript"): made then."""
    phrase, words = found[place], casting.words
    of_a_time = phrase.dated or any(one.time for one in _tied(phrase))
    if not of_a_time or phrase.head < 0 or not is_made(measure_of(words.tokens[phrase.head].lower)):
        return
    before = found[place - 1] if place and phrase.divider == "," else None
    apposed = [before] if before is not None and before.head >= 0 and not phrase.before else []
    things = casting.actors([*apposed, replace(phrase, of=None)])
    if things:
        yield Noun((phrase.start, phrase.last), "make", None, Roles(recipient=tuple(things)))


def _tied(phrase: Phrase) -> Iterator[Phrase]:
    inner = phrase.of
    while inner is not None:
        yield inner
        inner = inner.of
