"""Things that a document denies by their names: of two words or more, or said to be lacking to something."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.checking import Study
from factcheck.contraries.points import IN_TIME, LIMITED, LONGEST
from factcheck.contraries.stances import is_told
from factcheck.contraries.things import CARRIED, OTHERS, SAYS_LITTLE
from factcheck.language.tagging import NOMINAL, Token, tag
from factcheck.records.mention import EventMention
from factcheck.statements.drawn import Page

_MEANS = frozenset("use involve need require wear carry contain include be have employ deploy".split())
"""Verbs by which a thing is denied whatever else is told of it ("did not use a key card")."""
_DEEDS = CARRIED | {"make", "hold", "take", "do"}
"""Verbs by which it is denied that something was done: "no parallel run was carried out"."""


class Denied(NamedTuple):
    """A thing that a clause denies, by its name; `is_deed`: it denies that it was done, and no more.

    `owners` are the nouns of what is said not to have it; empty where that is not how it is denied.
    """

    event: EventMention
    phrase: str
    is_deed: bool
    owners: frozenset[str] = frozenset()


def phrases_denied(study: Study) -> Iterator[Denied]:
    """The things that a document denies to have been there, in use or done, by their names, with the clause."""
    page = Page(study)
    for event in page.events:
        if not is_told(event):
            continue
        text = " ".join(study.document.text[event.start : event.end].split())
        tokens = tag(text)[:LONGEST]
        limited = not (LIMITED | IN_TIME).isdisjoint(token.lower for token in tokens)
        for place, token in enumerate(tokens):
            after = tokens[place + 1 : place + 2]
            direct = token.tag == "NOT" and after and after[0].lower in ("a", "an", "any")
            by_verb = event.negated and not limited and event.verb in _MEANS and token.lower in ("a", "an", "any")
            by_verb = by_verb and not _is_told_on(tokens[:place])
            deed = token.lower == "no" and event.verb in _DEEDS and not limited
            deed = deed and bool(after) and after[0].lower not in OTHERS
            if direct or by_verb or deed:
                phrase = _phrase(text, tokens, place + 1 + bool(direct), _SHORTEST_PHRASE)
                if phrase:
                    yield Denied(event, phrase, deed)
            owners = frozenset() if limited or event.verb != "have" else _owners(tokens, place)
            phrase = _phrase(text, tokens, place + 1, 1) if owners else ""
            if phrase and tag(phrase)[-1].lemma not in SAYS_LITTLE:
                yield Denied(event, phrase, False, owners)


def _is_told_on(before: Sequence[Token]) -> bool:
    """Whether a relative clause has begun behind the denial, which denies nothing: "no cure for it, which has a"."""
    words = [token.lower for token in before]
    told_on = max((place for place, word in enumerate(words) if word in _RELATIVE), default=-1)
    denied = (token.tag == "NOT" or token.lower in ("no", "never", "without") for token in before[told_on + 1 :])
    return told_on >= 0 and not any(denied)


_RELATIVE = frozenset({"which", "who", "whose", "where"})


def _owners(tokens: Sequence[Token], place: int) -> frozenset[str]:
    """The nouns of what had no thing, where the thing's words begin behind a place: "the hall | had no sprinklers"."""
    before = [token.lower for token in tokens[:place]]
    none = tokens[place].lower == "no" and before[-1:] in (["had"], ["has"], ["have"])
    never = tokens[place].lower in ("a", "an", "any") and not {"never", "not"}.isdisjoint(before[-3:])
    if not (none or never):
        return frozenset()
    return frozenset(token.lemma for token in tokens[:place] if token.tag in NOMINAL)


def _phrase(text: str, tokens: Sequence[Token], start: int, shortest: int) -> str:
    """The words of a noun phrase from its first adjective or noun; empty where they are too few."""
    end = start
    while end < len(tokens) and tokens[end].tag in ("ADJ", "PART", "GER", "NOUN", "PROPER"):
        end += 1
    if end - start < shortest or tokens[end - 1].tag not in NOMINAL:
        return ""
    return text[tokens[start].start : tokens[end - 1].end]


_SHORTEST_PHRASE = 2
