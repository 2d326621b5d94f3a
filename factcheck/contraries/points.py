"""The points that a clause makes: a happening, a thing that is there or not, a side of two contraries."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from factcheck.contraries.entailed import entailed
from factcheck.contraries.point import Point
from factcheck.contraries.states import lapsed, shining, states_told, un_done
from factcheck.contraries.things import AFTER_BE, all_saved, done_as_told, injuries, things_denied, things_had, undone
from factcheck.language.concepts import verb_base
from factcheck.language.opposites import OWN_WORDS, phrases_in, sides_of
from factcheck.language.tagging import FINITE, NOMINAL, Token, tag
from factcheck.language.verbs import FORMS

LIMITED = frozenset(
    "only because due fully entirely completely totally wholly enough immediately solely necessarily "
    "always just merely simply quite further longer exactly directly later easily often usually rather instead unless "
    "while earlier previously originally initially but".split()
)
IN_TIME = frozenset({"until", "till", "before", "since"})
"""Words that limit a denial to a time, and deny nothing but where the other says it of that time too."""
BEING = frozenset({"be", "remain", "stay", "become", "keep", "leave", "stand", "escape", "find"})
"""Verbs by which a state is told of something."""
LONGEST = 40
"""Tokens of a clause that are read."""

_EMPTY = frozenset(
    "be have do make take give go come put set keep let become remain stay seem appear see need want include "
    "happen  occur mean know begin start continue try help allow lead feel think expect hope plan hold carry conduct "
    "stage report  record register run suffer perform hit score face mark count log document look turn stand lie "
    "sit play pose bear bring raise draw serve  change develop grow improve matter depend belong exist differ "
    "concern involve affect".split()
)
"""Verbs that say too little to be denied by themselves."""
_OF_WHAT = frozenset(
    "report record register include change raise take involve affect hit need serve allow help know".split()
)
"""Of these, verbs that may be denied of one and the same thing."""
_RECEIPT = frozenset({"reach", "receive", "get", "arrive", "deliver", "obtain"})
"""Verbs by which one thing is told from either end: aid reaches a place, the place receives it."""
_NOT_WHOLE = frozenset("all every both much many more any".split())
"""Words by which a denial denies a part only."""
_UNREAL = frozenset("if unless whether whenever would could might may".split())
_ZERO = frozenset("not no none nobody nothing neither nor without never".split())
_NO_VERBS = frozenset("live free empty dry wet calm open still let clear sound own alone".split())
"""Words whose verb tells nothing of the adjective."""
_ORIGINS = frozenset(
    "arson arsonist arsonists sabotage saboteurs vandal vandals vandalism attacker attackers burglars thieves thief "
    "gunman gunmen bomber accident fault lightning branch malfunction short-circuit mishap heater wiring gust "
    "cigarette".split()
)
"""Nouns for what something comes from: by somebody's will, or by chance."""
_FORCE = frozenset("truncheon truncheons baton batons teargas".split())
_NAMED_SIDES = _ORIGINS | _FORCE
"""Nouns that take a side by themselves."""
_RESOLVING = frozenset({"vote", "decide", "agree", "resolve", "opt", "choose"})
_ENDING = frozenset({"end", "finish", "conclude", "cease", "stop", "suspend", "call-off"})
_WHATEVER_IT_IS = frozenset({"stoppage", "agreement"})
"""Scales whose own nouns say nothing of which case it is."""
_AT_FIRST = re.compile(
    r"\b(?:at first(?! (?:reading|instance|sight|glance|hearing))|initially|to begin with)\b", re.IGNORECASE
)
"""What was so at first may have become otherwise."""
_WON = re.compile(r"\b(?:won|wins|has won|had won) (?:the |a |an |his |her |their )?[a-z]")


@lru_cache(maxsize=16384)
def points_of(text: str, verb: str, concept: str | None, negated: bool, decided: bool = False) -> tuple[Point, ...]:
    """The points that a clause makes; none where it is not real or denied in part only.

    A verb in -ing tells of what was done only where it is `decided` ("the decision approving the plan").
    """
    tokens = tag(text)[:LONGEST]
    lower = [token.lower for token in tokens]
    if (
        not tokens
        or _is_unreal(tokens)
        or _AT_FIRST.search(text)
        or (tokens[0].tag == "GER" and not decided and FINITE.isdisjoint(token.tag for token in tokens))
    ):
        return ()
    denied = negated or bool(_ZERO & set(lower)) or any(token.tag == "NOT" for token in tokens)
    if denied and (LIMITED & set(_up_to_reason(tokens, lower)) or _denies_a_part(tokens)):
        return ()
    head = head_of(tokens, verb)
    own = (*_told(verb, concept, negated), *_contraries(text, tokens, head, verb, concept, negated))
    found = [*own, *things_denied(tokens), *injuries(text, denied), *undone(tokens, head, verb, negated)]
    found += [*done_as_told(tokens, head, verb, negated)]
    found += [*all_saved(text, tokens), *things_had(tokens, head, verb, negated), *un_done(tokens, head)]
    found += [*lapsed(tokens, head, verb, denied), *shining(tokens, head, verb, denied)]
    found += entailed(text, verb, concept, negated, denied)
    limits = IN_TIME.intersection(lower)
    return tuple({point.key: point._replace(limits=limits) for point in reversed(found)}.values())


def _up_to_reason(tokens: Sequence[Token], lower: Sequence[str]) -> Sequence[str]:
    """The words up to a reason behind a comma, which limits nothing: "had not operated, because a valve was shut"."""
    return next(
        (
            lower[:place]
            for place, token in enumerate(tokens[:-1])
            if token.text in (",", ";", "–", "—") and lower[place + 1] in ("because", "as", "since", "for")
        ),
        lower,
    )


def _is_unreal(tokens: Sequence[Token]) -> bool:
    """Whether a clause is a condition or a wish: "if it sounded", "had it sounded"."""
    first, following = tokens[0], tokens[1].tag if len(tokens) > 1 else "PUNCT"
    if first.lower in ("had", "were", "should", "was", "did"):
        return following in ("DET", "PRON", "PROPER", "NOUN")
    return first.lower in _UNREAL


def _denies_a_part(tokens: Sequence[Token]) -> bool:
    """Whether "not all" or the like is denied."""
    return any(one.tag == "NOT" and other.lower in _NOT_WHOLE for one, other in pairwise(tokens))


def head_of(tokens: Sequence[Token], verb: str) -> int:
    """The place of a verb among the words of its clause; 0 where it does not stand there."""
    base = verb.split("-")[0]
    places = [place for place, token in enumerate(tokens) if token.lemma == base or verb_base(token.lower) == base]
    return places[0] if places else 0


def _told(verb: str, concept: str | None, negated: bool) -> Iterator[Point]:
    """The happening itself: by its concept, else by its verb where that says enough."""
    if verb in _RECEIPT:
        yield Point("verb receipt", not negated, negated, False, frozenset({verb, concept or verb}))
    elif concept is not None:
        yield Point(f"concept {concept}", not negated, negated, False, frozenset({concept, verb}))
    elif verb not in _EMPTY:
        yield Point(f"verb {verb}", not negated, negated, False, frozenset({verb}))
    elif verb in _OF_WHAT:
        yield Point(f"verb {verb}", not negated, negated, False, frozenset({verb}), of_what=True)


_OF_CONCEPT = {
    "rejection": "reject",
    "approval": "approve",
    "adoption": "adopt",
    "conviction": "convict",
    "acquittal": "acquit",
    "release": "release",
    "imprisonment": "jail",
    "sinking": "sink",
    "surrender": "surrender",
}
"""Happenings that take a side in whatever words they are told ("got the nod", "threw it out")."""


def _contraries(
    text: str, tokens: Sequence[Token], head: int, verb: str, concept: str | None, negated: bool
) -> Iterator[Point]:
    """The sides of contraries that a clause takes, by its verb, by what its subject is, by a phrase."""
    words = [verb, tokens[head].lower] if verb not in _NO_VERBS else []
    if concept in _OF_CONCEPT:
        words = [_OF_CONCEPT[concept], *words] if concept != "rejection" else ["reject"]
    words += [token.lemma for token in tokens if token.tag in ("NOUN", "PROPER") and token.lower in _NAMED_SIDES]
    if verb in _RESOLVING and _leads_to(tokens, head):
        words.append("approve")
    nouns = {token.lemma for token in tokens[:head] if token.tag in NOMINAL}
    if (verb in _ENDING or _is_over(tokens, head)) and nouns & OWN_WORDS["stoppage"]:
        words.append("called off")
    if _WON.search(text):
        words.append("win")
    if tokens[head].lemma in BEING:
        words += states_told(tokens, head)
    words += [token.lower for token in tokens[head : head + AFTER_BE] if token.tag == "ADV"]
    words += [phrase for _, phrase in phrases_in(text.lower())]
    lemmas = {token.lemma for token in tokens}
    for word in dict.fromkeys(words):
        for side in sides_of(word):
            own = OWN_WORDS[side.scale].intersection(lemmas) if side.scale in _WHATEVER_IT_IS else ()
            here = (verb,) if word in (verb, tokens[head].lower) else ()
            told = frozenset({word, verb_base(word), *word.split(), *own, *here})
            against = negated and _ZERO.isdisjoint(word.split())
            yield Point(f"contrary {side.scale}", side.first != against, against, side.passing, told, side.of_cases)


def _leads_to(tokens: Sequence[Token], head: int) -> bool:
    """Whether a verb leads to what is to be done ("voted on Tuesday to list the house")."""
    after = tokens[head + 1 : head + 1 + AFTER_BE]
    place = next((place for place, token in enumerate(after[:-1]) if token.tag == "TO"), None)
    if place is None or any(token.tag == "PUNCT" or token.lower in ("not", "against") for token in after[:place]):
        return False
    led = verb_base(after[place + 1].lower)
    return FORMS.get(led, ("",))[0] == "base" and all(side.first for side in sides_of(led))


def _is_over(tokens: Sequence[Token], head: int) -> bool:
    return tokens[head].lemma == "be" and any(token.lower == "over" for token in tokens[head + 1 : head + 3])
