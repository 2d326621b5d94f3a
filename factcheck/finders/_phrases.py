"""Noun phrases around a place in a sentence: the subject before it, the object and the scope after it."""

import re
from collections.abc import Sequence

from factcheck.language.degrees import SUPERLATIVES
from factcheck.language.tagging import FINITE, NOMINAL, VERBAL, Token, noun_phrase

Span = tuple[int, int]

_CARRIERS = frozenset(
    "be become remain seem stay rank mark represent constitute form prove appear total have report record post boast "
    "own hold employ win score produce account cover receive get see suffer rise fall grow finish come buy sell pay "
    "earn spend supply deliver provide use lose make cost last visit attend top head lead".split()
)
"""Verbs whose subject is what their object or complement is said of."""
_TIMES = frozenset("year month week day years months weeks days decade quarter season night today".split())
_SKIPPED = frozenset({"ADV", "NOT", "DET"})
_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their|this|that|these|those|our|my) ", re.IGNORECASE)


def bare(words: str) -> str:
    """A noun phrase without its article."""
    return _ARTICLE.sub("", words, count=1).strip(" ,")


def subject_before(tokens: Sequence[Token], place: int, near: bool = False) -> Span | None:
    """The noun phrase that the words at token `place` are said of: token numbers, end exclusive.

    It is the subject of a copula right before them, what they stand in apposition to, or the subject of
    the clause that they are an object in. `near` takes an apposition to the last noun ("shareholders in
    the group, | …" of the group), and not to the whole phrase.
    """
    at = place - 1
    while at >= 0 and tokens[at].tag in _SKIPPED:
        at -= 1
    if at < 0:
        return None
    if tokens[at].text == "," and at > 0:
        return _nearest(tokens, at) if near else _phrase_ending(tokens, at)
    made = noun_phrase(tokens, at) if tokens[at].tag in NOMINAL else None
    if made is not None and made[0] > 0 and tokens[made[0] - 1].lemma in _MAKING:
        return made[0], at + 1
    verb = _verb_before(tokens, at)
    if verb is None or any(token.tag == "GER" for token in tokens[verb:at]):
        return None
    lemmas = {token.lemma for token in tokens[verb : at + 1] if token.tag in VERBAL}
    return subject_of(tokens, verb) if lemmas & _CARRIERS else None


_MAKING = frozenset("make rank rate name call consider declare crown vote elect deem judge".split())
"""Verbs that say what their object is: "which makes Arlen the fourth largest port"."""


def _nearest(tokens: Sequence[Token], end: int) -> Span | None:
    """The base noun phrase right before token `end`; the firm of "the firm of Arlen"."""
    if tokens[end - 1].tag not in NOMINAL:
        return None
    phrase = noun_phrase(tokens, end - 1)
    if (
        phrase is not None
        and phrase[0] >= 2
        and tokens[phrase[0] - 1].lower == "of"
        and tokens[phrase[0] - 2].tag == "PROPER"
    ):
        head = noun_phrase(tokens, phrase[0] - 2)
        return (head[0], phrase[1]) if head else phrase
    return phrase


def _verb_before(tokens: Sequence[Token], at: int) -> int | None:
    """The first verb of the nearest verb group at or before `at`, within the clause."""
    found = None
    for number in range(at, max(-1, at - _REACH), -1):
        tag = tokens[number].tag
        if tokens[number].text in (";", ":", "“", "”", '"', "(", ")", "—", "–"):
            break
        if tag in FINITE:
            found = number
            while found > 0 and (tokens[found - 1].tag in FINITE or tokens[found - 1].tag in ("ADV", "NOT")):
                found -= 1
            break
    return found


_REACH = 14


def subject_of(tokens: Sequence[Token], verb: int) -> Span | None:
    """The noun phrase before a verb group that begins at token `verb`, over an apposition between commas."""
    at = verb - 1
    while at >= 0 and tokens[at].tag in ("ADV", "NOT"):
        at -= 1
    if at > 0 and tokens[at].lower in ("who", "which"):
        return _phrase_ending(tokens, at)
    if at < 0:
        return None
    if tokens[at].text == ",":
        return _over_apposition(tokens, at)
    return _phrase_ending(tokens, at + 1)


def _over_apposition(tokens: Sequence[Token], comma: int) -> Span | None:
    """The noun phrase before "…, who won twice, |"."""
    for number in range(comma - 1, max(-1, comma - _REACH), -1):
        if tokens[number].text == ",":
            return _phrase_ending(tokens, number)
    return None


def _phrase_ending(tokens: Sequence[Token], end: int) -> Span | None:
    """The noun phrase that ends before token `end`, back over "of …" and "in …" to its head."""
    last = end - 1
    last -= last > 0 and tokens[last].text == "," and tokens[end].lower in ("who", "which")
    while last >= 0 and tokens[last].tag in ("ADV", "NUM", "PUNCT") and tokens[last].text != ",":
        last -= 1
    if last < 0 or tokens[last].lower in _TIMES or tokens[last].tag not in (*NOMINAL, "PRON", "NUM"):
        return None
    phrase = noun_phrase(tokens, last) or (last, last + 1)
    start = phrase[0]
    while start >= 2 and tokens[start - 1].tag == "PREP" and tokens[start - 2].tag in NOMINAL:
        if end - start > _REACH:
            break
        head = noun_phrase(tokens, start - 2)
        if head is None or head[0] >= start:
            break
        start = head[0]
    return (start, last + 1)


_ENDS = frozenset(',;:.!?()“”"–—')
_MOST_WORDS = 12


def phrase_after(tokens: Sequence[Token], place: int, most: int = _MOST_WORDS) -> Span | None:
    """The noun phrase from token `place` on, with what hangs on it, up to a comma or a verb."""
    at = place
    nominal = False
    while at < len(tokens) and at - place < most:
        token = tokens[at]
        if token.text in _ENDS or token.tag in ("SUB", "MODAL") or token.lower in ("while", "which", "who", "but"):
            break
        if token.tag in FINITE and nominal and token.lower not in ("than",):
            break
        if token.tag == "CONJ" and (_opens_comparison(tokens, at + 1) or at + 1 == len(tokens)):
            break
        if token.tag == "CONJ" and not (
            at + 1 < len(tokens) and tokens[at + 1].tag in (*NOMINAL, "DET", "ADJ", "POSS")
        ):
            break
        nominal = nominal or token.tag in (*NOMINAL, "PRON", "NUM")
        at += 1
    while at > place and tokens[at - 1].tag in ("CONJ", "PREP", "DET", "ADV", "TO", "PRON") and at - place > 1:
        at -= 1
    return (place, at) if at > place and nominal else None


def _opens_comparison(tokens: Sequence[Token], place: int) -> bool:
    """Whether another superlative begins ("… and the highest since 2003")."""
    return any(
        token.lower in SUPERLATIVES or token.lower in ("first", "only", "last") for token in tokens[place : place + 2]
    )


def written(tokens: Sequence[Token], span: Span | None, text: str) -> str | None:
    """The words of a span of tokens, without an article."""
    if span is None:
        return None
    return bare(text[tokens[span[0]].start : tokens[span[1] - 1].end]) or None
