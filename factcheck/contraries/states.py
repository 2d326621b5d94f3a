"""States that a clause tells of something: by an adjective after "be", by a word in "un-", by what has lapsed."""

from collections.abc import Iterator, Sequence

from factcheck.contraries.point import Point
from factcheck.contraries.things import AFTER_BE
from factcheck.language.concepts import verb_base
from factcheck.language.opposites import sides_of
from factcheck.language.tagging import Token
from factcheck.language.verbs import FORMS

_SWITCHED = frozenset({"on", "off"})
_OF_SOMETHING = frozenset("DET NOUN PROPER PRON NUM ADJ GER".split())
"""What makes an "on" before it a preposition."""


def states_told(tokens: Sequence[Token], head: int) -> Iterator[str]:
    """The words by which a state is told after "be" and the like."""
    for place in range(head + 1, min(head + 1 + AFTER_BE, len(tokens))):
        token, after = tokens[place], tokens[place + 1 : place + 2]
        if (
            (token.lower in _SWITCHED and not (after and after[0].tag in _OF_SOMETHING))
            or token.tag in ("ADJ", "PART", "PAST")
            or token.lower.startswith("un")
            or _is_state(tokens, place)
        ):
            yield token.lower
        if token.tag in ("PUNCT", "PREP", "SUB"):
            break


def _is_state(tokens: Sequence[Token], place: int) -> bool:
    """Whether a noun tells what something is, right after "was" or with an article and its adjectives between."""
    if tokens[place].tag != "NOUN" or not sides_of(tokens[place].lower):
        return False
    before = place - 1
    while tokens[before].tag in ("DET", "ADJ") and before > 0:
        before -= 1
    return tokens[before].tag in ("AUX", "VERB", "ADV", "NOT")


_UN = "un"
_LEAST = 4


def un_done(tokens: Sequence[Token], head: int) -> Iterator[Point]:
    """What a thing is said not to be by a word in "un-": "was left unsigned"."""
    for token in tokens[head : head + AFTER_BE]:
        word = token.lower
        if not word.startswith(_UN) or not word.endswith("ed") or len(word) < _LEAST + len(_UN) or sides_of(word):
            continue
        base = verb_base(word.removeprefix(_UN))
        if FORMS.get(base, ("",))[0] == "base":
            yield Point(f"verb {base}", False, True, False, frozenset({word, base}))


_LAPSING = frozenset("lapse expire run-out revoke".split())
_PAPERS = {
    **dict.fromkeys("insurance cover policy".split(), "insurance"),
    **dict.fromkeys("licence license permit registration certificate accreditation".split(), "licence"),
}
"""Papers, each with the scale of what is so by them."""
_LESS = frozenset("no without".split())


def lapsed(tokens: Sequence[Token], head: int, verb: str, denied: bool) -> Iterator[Point]:
    """What is insured or licensed no more, or is neither: "its insurance had lapsed", "without a licence"."""
    if verb not in _LAPSING and not denied:
        return
    told = [(place, _PAPERS[token.lemma]) for place, token in enumerate(tokens) if token.lemma in _PAPERS]
    for place, scale in told:
        before = {token.lower for token in tokens[max(place - 3, 0) : place]}
        over = verb in _LAPSING and place < head and not denied
        if over or before & _LESS:
            yield Point(f"contrary {scale}", False, False, False, frozenset({tokens[place].lemma, verb}))


_LIGHTS = frozenset("light lamp beacon lantern headlight floodlight streetlight lighthouse bulb".split())
_SHINING = frozenset("burn shine glow flash blink come-on".split())
_FAILING = frozenset("go-out fail flicker-out".split())


def shining(tokens: Sequence[Token], head: int, verb: str, denied: bool) -> Iterator[Point]:
    """A light that burned, or went out: it is lit, or dark."""
    if (verb in _SHINING or verb in _FAILING) and _LIGHTS.intersection(token.lemma for token in tokens[:head]):
        yield Point("contrary light", (verb in _SHINING) != denied, denied, True, frozenset({verb}))
