"""The words of a phrase by which a thing is known: its names and its nouns."""

from functools import lru_cache

from factcheck.identity import name_key
from factcheck.language.concepts import measure_of
from factcheck.language.kinds import akin, kinds_of
from factcheck.language.tagging import NOMINAL, tag

_GENERIC = frozenset(
    "part section number total group member side piece rest half majority one other thing item object it all some "
    "people person man woman company firm country place area case event incident series kind type time day year "
    "month week first last second unit phase".split()
)
"""Nouns that tell one thing from another no more than a pronoun does."""


@lru_cache(maxsize=16384)
def words_of(phrase: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of names in a phrase, folded, and its nouns as a measure is folded; words that say nothing left out."""
    proper, common = set(), set()
    tokens = tag(phrase)
    for token in tokens:
        if token.tag == "PROPER":
            proper.add(name_key(token.text))
        if token.tag in ("NOUN", "PROPER") or token is tokens[-1]:
            noun = measure_of(token.lower)
            if noun and noun not in _GENERIC:
                common.add(noun)
    return frozenset(proper), frozenset(common - {word for word in proper if not kinds_of(word)})


def head_noun(phrase: str) -> str:
    """The noun of a phrase, the last before what is told of it; empty where it has none."""
    head = ""
    for token in tag(phrase):
        if token.tag in ("PREP", "SUB", "PAST", "AUX", "TO", "CONJ", "PUNCT") and head:
            break
        if token.tag in NOMINAL:
            head = token.lemma
    return head


def any_akin(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether a noun of one side may name the same thing as one of the other."""
    return any(akin(one, other) for one in ours for other in theirs)
