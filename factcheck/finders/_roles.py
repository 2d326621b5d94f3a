"""Who does what to whom in a clause: its subject, objects and prepositions, as names or noun phrases."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from factcheck.finders._nounphrases import Phrase, Words
from factcheck.language.concepts import TRANSFERS
from factcheck.language.places import country_of

Resolve = Callable[[str, int], str | None]
"""What a pronoun, in lower case, at a place in the sentence stands for; null where that is not safe."""


@dataclass(slots=True)
class Roles:
    """The parts of a happening, as `EventMention` holds them; `objects` are phrases, for what follows."""

    agent: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    from_: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    for_: tuple[str, ...] = ()
    place: str | None = None
    objects: list[Phrase] = field(default_factory=list)


_GIVING = frozenset(
    "give sell send award pay lend offer grant owe tell hand supply provide deliver present bring".split()
)
_GOING = frozenset(("visit", "travel"))
_MEETING = frozenset("meeting talks agreement contract signature merger marriage clash fighting".split())
_LINKING = frozenset("be become remain seem appear".split())
_PLACED = frozenset("in at near outside off around across throughout inside within over beyond beside".split())
_LONGEST = 12
"""Words of a role that is no name, with what "of" ties to it."""
_BEFORE_NOUN = frozenset(("NUM", "SYM", "ADV", "DET"))
_OWNING = frozenset("its their his her our my".split())
_NO_ACTOR = frozenset("there it this that what which who whom one all some most many more less each both such".split())
_UNITS = frozenset(
    "percent per-cent cent dollar pound euro pence krone rouble rupee yen yuan metre kilometre mile foot tonne "
    "kilogram hectare acre year month week day hour minute second point degree time".split()
)


class Casting:
    """Gives the phrases around a verb their parts."""

    def __init__(self, words: Words, resolve: Resolve) -> None:
        self.words = words
        self.resolve = resolve

    def actor(self, phrase: Phrase | None, *, acts: bool = False) -> str | None:
        """What a phrase names: the entity, what a pronoun stands for, or the words; null for a figure or a time.

        "It" is looked for only where it acts: as an object it may be the act itself.
        """
        if phrase is None or phrase.time or (phrase.of is not None and phrase.of.time):
            return None
        if phrase.name is not None:
            return phrase.name.entity
        token = self.words.tokens[phrase.start]
        if phrase.pronoun:
            if phrase.of is not None:
                return self.actor(phrase.of)
            return self.resolve(token.lower, token.start) if acts or token.lower != "it" else None
        if phrase.head < 0:
            return self.actor(phrase.of)
        head = self.words.tokens[phrase.head]
        if head.tag == "SYM" or (phrase.numeric and head.lemma in _UNITS):
            return self.actor(phrase.of)
        return self._as_written(phrase)

    def _as_written(self, phrase: Phrase) -> str | None:
        tags, start, last = self.words.tags, phrase.start, phrase.last
        while start < phrase.head and tags[start] in _BEFORE_NOUN:
            start += 1
        if start > phrase.start and self.words.tokens[phrase.start].lower in _OWNING:
            start = phrase.start
        end = last if last - start <= _LONGEST else phrase.end
        return self.words.cut(start, end) if end > start else None

    def subject(self, phrases: Sequence[Phrase]) -> list[str]:
        """Who acts, from the phrases that may be a verb's subject (see `bare`): the first, or the name beside it."""
        if not phrases:
            return []
        if len(phrases) > 1 and phrases[1].pronoun and not phrases[1].divider:
            phrases = phrases[1:]
        chosen = [phrases[0]]
        for place, phrase in enumerate(phrases[1:], start=1):
            if phrase.divider in ("and", "or", "&") and (place == 1 or len(chosen) > 1):
                chosen.append(phrase)
            elif phrase.divider == "," and place == 1 and _is_apposed(chosen[0], phrase):
                chosen = [phrase]
        return self.actors(chosen, acts=True)

    def actors(self, phrases: Iterable[Phrase], *, acts: bool = False) -> list[str]:
        """The actors of some phrases, once each."""
        found: dict[str, None] = {}
        for phrase in phrases:
            one = self.actor(phrase, acts=acts)
            if one and one.lower() not in _NO_ACTOR:
                found[one] = None
        return list(found)

    def after(self, phrases: Sequence[Phrase], verb: str, concept: str | None, roles: Roles, *, passive: bool) -> None:
        """Adds what the phrases after a verb tell."""
        for place, phrase in enumerate(phrases):
            if phrase.time:
                continue
            if not phrase.before:
                goes_on = bool(roles.objects) and phrases[place - 1] is roles.objects[-1]
                if place == 0 or (goes_on and phrase.divider in ("", "and")):
                    roles.objects.append(phrase)
                continue
            self._beside(phrase, concept, roles, passive=passive)
        if not passive and verb not in _LINKING:
            self._objects(verb, concept, roles)

    def _beside(self, phrase: Phrase, concept: str | None, roles: Roles, *, passive: bool) -> None:
        """A phrase after a preposition."""
        before = phrase.before
        self.locate(phrase, roles)
        if phrase.numeric and phrase.name is None:
            return
        actor = self.actor(phrase)
        if actor is None or actor.lower() in _NO_ACTOR:
            return
        if before == "by" and passive:
            roles.agent = (*roles.agent, actor)
        elif before == "from":
            roles.from_ = (*roles.from_, actor)
        elif before in ("to", "into", "onto"):
            roles.to = (*roles.to, actor)
        elif before == "for":
            roles.for_ = (*roles.for_, actor)
        elif before == "with" and concept in _MEETING and not (roles.recipient or phrase.divider):
            roles.recipient = (actor,)
        elif before == "against" and phrase.name is not None:
            roles.recipient = (*roles.recipient, actor)

    def locate(self, phrase: Phrase, roles: Roles) -> None:
        """The place where it happens: a town over its country, the first over later ones."""
        if phrase.before not in _PLACED and not (phrase.before == "on" and phrase.of is not None):
            return
        inner: Phrase | None = phrase
        while inner is not None:
            name = inner.name
            if name is not None and name.type == "place":
                known = roles.place
                if known is None or (country_of(known) == known and country_of(name.entity) != name.entity):
                    roles.place = name.entity
            inner = inner.of

    def _objects(self, verb: str, concept: str | None, roles: Roles) -> None:
        """Gives the objects of an active verb their part."""
        objects = roles.objects
        if len(objects) > 1 and verb in _GIVING and objects[1].divider == "":
            given = self.actors(objects[:1])
            roles.recipient = (*given, *roles.recipient)
            return
        named = [phrase for phrase in objects if not (phrase.numeric and phrase.name is None)]
        if verb in TRANSFERS:
            named = [one for one in named if is_party(one)]
        actors = tuple(self.actors(named[:2] if len(named) > 1 and named[1].divider == "and" else named[:1]))
        if concept in _GOING:
            roles.to = (*actors, *roles.to)
        elif concept == "departure":
            roles.from_ = (*actors, *roles.from_)
        else:
            roles.recipient = (*actors, *roles.recipient)


def is_party(phrase: Phrase | None) -> bool:
    """Whether a phrase names somebody who can give or get."""
    return phrase is not None and phrase.name is not None and phrase.name.type in ("person", "organisation", "place")


def bare(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases before a verb that may be its subject: without a preposition of their own or by "and"."""
    found: list[Phrase] = []
    plain: list[Phrase] = []
    tied = -1
    for phrase in phrases:
        if phrase.time:
            continue
        if phrase.before:
            tied = len(found)
            continue
        plain.append(phrase)
        if tied >= 0 and phrase.divider in ("and", "or"):
            del found[tied:]
        else:
            found.append(phrase)
        if phrase.divider not in (",", "and", "or"):
            tied = -1
    return [phrase for phrase in found if phrase.head >= 0 or phrase.pronoun or phrase.of] or found or plain


def _is_apposed(noun: Phrase, name: Phrase) -> bool:
    """Whether a name beside a noun says who it is ("a ranger, Jane Roe, saw")."""
    return noun.name is None and not noun.pronoun and name.name is not None and name.name.type == "person"
