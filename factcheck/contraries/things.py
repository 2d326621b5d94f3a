"""The things that a clause says were not there, or not done; whom it says were hurt, or saved."""

import re
from collections.abc import Iterator, Sequence

from factcheck.contraries.point import Point
from factcheck.language.concepts import concept_of
from factcheck.language.degrees import COMPARATIVES
from factcheck.language.tagging import NOMINAL, Token

AFTER_BE = 6
"""Tokens after a verb that are read with it."""
_HURT = re.compile(
    r"\b(?:with|suffer(?:ed|ing|s)?|sustain(?:ed|ing|s)?|for) (?:[\w-]+ ){0,3}?(?:burns|cuts|bruises|injuries|wounds|"
    r"fractures|concussion|smoke inhalation|hypothermia|a broken [a-z]+|broken [a-z]+|an? [a-z]+ (?:injury|wound))\b"
)
_EVERYBODY = re.compile(r"(?:all|every(?:one|body)|both|each)\b", re.IGNORECASE)
_UNHURT = re.compile(
    r"\b(?:unhurt|uninjured|unharmed|unscathed|walked away|safe and sound|without injury|escaped injury)\b"
)
_SAVED = re.compile(
    r"\b(?:rescued|saved|survived?|survives|alive|(?<!to be )safe|safely|to safety|picked up|unhurt|uninjured|"
    r"unharmed|unscathed|walked away|got out|escaped)\b"
)


def all_saved(text: str, tokens: Sequence[Token]) -> Iterator[Point]:
    """ "All four were rescued": nobody died; "everyone on board walked away": nobody was hurt either."""
    if _EVERYBODY.match(text):
        nouns = {token.lemma for token in tokens if token.tag in NOMINAL}
        for concept, pattern in (("death", _SAVED), ("injury", _UNHURT)):
            if pattern.search(text):
                yield Point(f"concept {concept}", False, True, False, frozenset({concept, *nouns}))


def injuries(text: str, denied: bool) -> Iterator[Point]:
    """The injury of somebody who "escaped with burns" or "suffered a broken leg"."""
    if not denied and _HURT.search(text):
        words = frozenset({"injury", "injure", "hurt", "wound"})
        yield Point("concept injury", True, False, False, words)
        yield Point("contrary harm", True, False, False, words)


def things_denied(tokens: Sequence[Token]) -> Iterator[Point]:
    """Things that are said not to be: "no approach", "without a licence", "not a phishing email"."""
    for place, token in enumerate(tokens):
        none = token.lower in ("no", "without") or (
            token.tag == "NOT" and place + 1 < len(tokens) and tokens[place + 1].lower in ("a", "an", "any")
        )
        if not none or _is_beside(tokens, place + 1):
            continue
        noun = place + 1
        while noun < len(tokens) and tokens[noun].tag in ("DET", "ADJ", "PART", "GER", "NUM"):
            noun += 1
        while noun + 1 < len(tokens) and tokens[noun + 1].tag in NOMINAL:
            noun += 1
        if noun < len(tokens) and tokens[noun].tag in NOMINAL:
            name = concept_of(tokens[noun].lower, "noun") or ""
            key = f"concept {name}" if name else f"verb {tokens[noun].lemma}"
            yield Point(key, False, True, False, frozenset({tokens[noun].lemma, name}))


OTHERS = frozenset("other further more additional longer fewer less".split()) | COMPARATIVES.keys()
"""Words by which only others of a kind are denied."""


def _is_beside(tokens: Sequence[Token], place: int) -> bool:
    """Whether only others of a kind are denied, or such as have more of something: "no other festival is older"."""
    return place < len(tokens) and tokens[place].lower in OTHERS


_HAVING = frozenset(
    "have carry wear hold bring own possess receive get send file lodge submit contain include show install fit".split()
)
"""Verbs by which a thing is told to be there."""
SAYS_LITTLE = frozenset(
    "reason choice doubt problem idea chance need right sense interest effect place part role share number amount kind "
    "way time power point view hope trouble wish intention impact influence difference likelihood knowledge control "
    "look lot day year experience say option history future opportunity responsibility position ability".split()
)
"""Nouns for what one may have in one respect and not in another."""
_NOTHING = frozenset("no none not without never any neither nor".split())


_TO_SOMEBODY = frozenset({"send", "bring"})
"""Of these, verbs behind which may stand who gets it: "sent the company two complaints"."""


def _noun_from(tokens: Sequence[Token], place: int) -> int:
    """The place of the noun that ends the phrase which begins at a place."""
    while place < len(tokens) and tokens[place].tag in ("DET", "ADJ", "PART", "NUM", "ADV", "PRON", "NOT"):
        place += 1
    while place + 1 < len(tokens) and tokens[place + 1].tag in NOMINAL:
        place += 1
    return place


def things_had(tokens: Sequence[Token], head: int, verb: str, negated: bool) -> Iterator[Point]:
    """The thing that somebody is said to have, to get or to carry, or never to have had: "had a transceiver"."""
    there = verb == "be" and head > 0 and tokens[head - 1].lower == "there"
    if verb not in _HAVING and not there:
        return
    place = _noun_from(tokens, head + 1)
    if verb in _TO_SOMEBODY and tokens[place + 1 : place + 2] and tokens[place + 1].tag in ("DET", "NUM"):
        place = _noun_from(tokens, place + 1)
    if place >= len(tokens) or tokens[place].tag != "NOUN" or tokens[place].lemma in SAYS_LITTLE:
        return
    before = {token.lower for token in tokens[head + 1 : place]}
    if (negated and "any" not in before and not before & {"a", "an"}) or (not negated and before & _NOTHING):
        return
    name = concept_of(tokens[place].lower, "noun") or ""
    key = f"concept {name}" if name else f"verb {tokens[place].lemma}"
    yield Point(key, not negated, negated, False, frozenset({tokens[place].lemma, name}))


_UNDONE = frozenset("cancel call-off scrap abandon shelve".split())
_BEGUN = frozenset("begin start commence".split())
_HELD = frozenset("take happen occur hold materialise materialize".split())


def undone(tokens: Sequence[Token], head: int, verb: str, negated: bool) -> Iterator[Point]:
    """The happening that was called off or did not take place, by the noun before the verb."""
    is_place = verb != "take" or any(token.lower == "place" for token in tokens[head : head + AFTER_BE])
    if (verb in _UNDONE and not negated) or (verb in _HELD | _BEGUN and negated and is_place):
        nouns = [token for token in tokens[:head] if token.tag in NOMINAL]
        told = [token for token in nouns if concept_of(token.lower, "noun")] or nouns[-1:]
        if told:
            name = concept_of(told[-1].lower, "noun") or ""
            key = f"concept {name}" if name else f"verb {told[-1].lemma}"
            yield Point(key, False, True, False, frozenset({told[-1].lemma, name, "place"}))


CARRIED = frozenset("carry-out conduct complete perform undertake".split())
"""Verbs that say no more of their noun than that it was done."""


def done_as_told(tokens: Sequence[Token], head: int, verb: str, negated: bool) -> Iterator[Point]:
    """What was done, by the noun that undergoes a verb of doing: "two parallel runs were completed"."""
    if verb not in CARRIED or negated or not _NOTHING.isdisjoint(token.lower for token in tokens):
        return
    passive = head > 0 and tokens[head].tag == "PART" and tokens[head - 1].lower in _WAS
    place = _last_noun(tokens[:head]) if passive else _noun_from(tokens, head + 1 + (verb == "carry-out"))
    if 0 <= place < len(tokens) and tokens[place].tag == "NOUN" and tokens[place].lemma not in SAYS_LITTLE:
        name = concept_of(tokens[place].lower, "noun") or ""
        yield Point(
            f"concept {name}" if name else f"verb {tokens[place].lemma}",
            True, False, False, frozenset({tokens[place].lemma, name}),
        )  # fmt: skip


_WAS = frozenset("was were been being is are".split())


def _last_noun(tokens: Sequence[Token]) -> int:
    """The place of the noun at the head of a subject: the last one before "of", "in" or a comma; -1 where none is."""
    end = next((place for place, token in enumerate(tokens) if place and token.tag in ("PREP", "PUNCT")), len(tokens))
    return max((place for place, token in enumerate(tokens[:end]) if token.tag in NOMINAL), default=-1)
