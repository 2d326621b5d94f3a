"""Happenings named by a noun ("the visit of X to Y in May", "a £2 bn offer by Z")."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from factcheck.finders._nounphrases import Phrase, Words
from factcheck.finders._roles import Casting, Roles
from factcheck.language.concepts import concept_of

_DONE_TO = frozenset(
    "takeover transfer arrest construction discovery release appointment dismissal destruction sinking seizure rescue "
    "evacuation publication order approval ban closure opening founding signature completion ratification adoption "
    "execution kidnapping conviction acquittal treatment vaccination production repair merger inspection trial".split()
)
"""Happenings whose "of" names what they are done to."""
_TAKES = frozenset(("by", "to", "from", "with", "between", "for", "against", "on", "in", "at", "near", "off", "during"))
_ORDINALS = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
_NUMBERS = {
    word: number
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)
}


def action(words: Words, phrase: Phrase) -> str | None:
    """The concept of a phrase's head where it is a noun of action."""
    if phrase.head < 0 or phrase.name is not None or phrase.time or phrase.pronoun:
        return None
    return concept_of(words.tokens[phrase.head].lower, "noun")


def followers(phrases: Sequence[Phrase], place: int) -> Iterator[Phrase]:
    """The phrases that a noun of action may take to itself: those after it, up to a comma or another noun."""
    for phrase in islice(phrases, place + 1, None):
        if (
            phrase.divider
            or (not phrase.before and not phrase.time)
            or (phrase.before not in _TAKES and not phrase.time)
        ):
            return
        yield phrase


def roles_of_noun(casting: Casting, phrase: Phrase, after: Sequence[Phrase], concept: str, roles: Roles) -> None:
    """Adds what a noun of action tells by its owner, "of" and the prepositions after it."""
    patient = concept in _DONE_TO
    owner = phrase.owner.entity if phrase.owner is not None else None
    if phrase.of is not None and not phrase.of.time:
        tied = casting.actors([phrase.of]) if not phrase.of.numeric or phrase.of.name is not None else []
        if patient or owner:
            roles.recipient = (*roles.recipient, *tied)
        else:
            roles.agent = (*roles.agent, *tied)
    if owner:
        roles.agent = (owner, *roles.agent)
    casting.after([one for one in after if one.before], "", concept, roles, passive=True)
    between = [one for one in after if one.before == "between"]
    roles.agent = (*roles.agent, *casting.actors(between))


def ordinal_of(words: Words, phrase: Phrase | None) -> int | None:
    """Which of its kind a phrase names ("the third visit" → 3)."""
    if phrase is None or phrase.head < 0:
        return None
    for token in words.tokens[phrase.start : phrase.head]:
        if token.lower in _NUMBERS:
            return _NUMBERS[token.lower]
        found = _ORDINALS.match(token.lower)
        if found is not None:
            return int(found.group(1))
    return None
