"""The words that carry a sentence's meaning, by which it is recognised elsewhere."""

from functools import lru_cache

from factcheck.identity import ALIKE
from factcheck.language.concepts import concept_of, measure_of
from factcheck.language.numerals import read
from factcheck.language.tagging import Token, tag

PRICE = "price"
PRICES = frozenset("price payment agreement contract transfer order value cost award acquisition bid spending".split())
"""Concepts by which one sum of money is told: what a deal is worth, what a contract costs, what is paid."""

_SCALES = frozenset("hundred thousand million billion trillion dozen bn m k".split())

_CONTENT = frozenset({"NOUN", "VERB", "PAST", "PART", "GER", "ADJ", "PROPER"})
_LIGHT = frozenset(
    "be have do make take get give go come say tell put see use new other many much more most few last next first"
    " year month week day time people person number part way case time total figure thing man woman several per"
    " cent percent million billion thousand".split()
)
"""Words that are in every text, so that sharing them says nothing."""


def folded(token: Token) -> str:
    """What a word says, whatever it is called: its concept, or its base form."""
    noun = measure_of(token.lower) if token.tag == "NOUN" else ""
    concept = concept_of(token.lemma) or noun or token.lemma
    return PRICE if concept in PRICES else ALIKE.get(concept, concept)


@lru_cache(maxsize=16384)
def content(sentence: str) -> tuple[frozenset[str], frozenset[float]]:
    """The words that carry a sentence's meaning, each as its concept or its base form, and its numbers."""
    words, figures = set(), set()
    for token in tag(sentence):
        if token.tag in _CONTENT and token.lemma not in _LIGHT and len(token.lemma) > 2:
            words.add(folded(token))
        elif token.tag in ("NUM", "ORD"):
            number = read(sentence, token.start)
            if number is not None and number.low == number.high and token.lower not in _SCALES and number.low > 1:
                figures.add(number.low)
    return frozenset(words), frozenset(figures)
