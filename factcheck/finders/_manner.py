"""How surely and how far a clause says that something happens: status, modality, negation."""

from collections.abc import Iterator, Sequence

from factcheck.language.clausal import Clause
from factcheck.language.predicates import Predicate
from factcheck.language.tagging import FINITE, Token

_PLANNED = frozenset(
    "plan intend propose aim want seek hope due set schedule expect prepare decide about bound poised wish go "
    "mean project forecast predict be".split()
)
_AGREED = frozenset("agree undertake promise commit pledge vow offer".split())
_REFUSED = frozenset("refuse decline unwilling".split())
_UNDER_WAY = frozenset("begin start continue keep resume".split())
_OWN_STATUS = {
    **dict.fromkeys("order commission".split(), "ordered"),
    **dict.fromkeys("sign initial ratify".split(), "signed"),
    **dict.fromkeys("deliver hand-over".split(), "delivered"),
    **dict.fromkeys("cancel scrap abandon annul call-off quash".split(), "cancelled"),
    **dict.fromkeys("refuse reject rebuff turn-down".split(), "refused"),
    **dict.fromkeys("agree promise pledge undertake commit".split(), "agreed"),
    **dict.fromkeys("plan intend propose".split(), "planned"),
}
_FORESEEING = frozenset("expect forecast predict anticipate foresee envisage budget earmark".split())
"""What is told with these is yet to come, whenever it was said: "expected a profit of 3 million"."""
_LED: dict[str, str | None] = {
    **dict.fromkeys("bothered managed chose dared deigned remembered elected opted".split(), "done"),
    **dict.fromkeys("likely unlikely".split()),
}
"""How far that has come which "to" joins to a word: "bothered to vote" is done, "less likely to die" says nothing."""
_FIXING = frozenset("schedule slate pencil".split())
"""What is told with these, passive, is yet to come: "the opening is scheduled for 15 September"."""
_PERFECT = frozenset("has have had having 've been was were".split())
_POSSIBLE = frozenset("may might could can appear seem likely unlikely attempt try".split())
_REPORTED = frozenset("report believe say think understand suppose know estimate find show".split())
_ALLEGED = frozenset("claim allege accuse suspect".split())
_UNCERTAIN = frozenset(
    "hope chance risk danger fear prospect possibility likelihood aim intention idea thought means way purpose threat "
    "hopes chances fears prospects".split()
)
"""Nouns after which "of" and a verb tell of what may be ("in hope of finding survivors")."""
_CONDITIONS = frozenset("if unless whether lest".split())
_ADVERBS = {
    **dict.fromkeys("reportedly apparently".split(), "reported"),
    **dict.fromkeys("allegedly supposedly".split(), "alleged"),
    **dict.fromkeys("perhaps possibly probably maybe potentially".split(), "possible"),
}


def status_of(predicate: Predicate, verb: str, tokens: Sequence[Token]) -> str | None:
    """How far a happening has come, one of the statuses of a claim; null where the clause does not say."""
    for lemma in predicate.chain:
        if lemma in _PLANNED:
            return "planned"
        if lemma in _AGREED:
            return "agreed"
        if lemma in _REFUSED:
            return "refused"
        if lemma in _UNDER_WAY:
            return "under-way"
    head = tokens[predicate.head].lemma
    foreseen = (
        verb in _FORESEEING
        or (predicate.passive and head in _FIXING)
        or predicate.modal in ("will", "would", "shall", "should")
    )
    if foreseen or predicate.form == "infinitive":
        leading = tokens[predicate.start - 1] if predicate.start and not foreseen else None
        return "planned" if leading is None else _LED.get(leading.lower, "planned")
    if predicate.modal or predicate.negated:
        return None
    tag = tokens[predicate.head].tag
    auxiliaries = [token.lower for token in tokens[predicate.start : predicate.head]]
    if "being" in auxiliaries or (tag == "GER" and predicate.form == "finite"):
        return "under-way"
    if tag not in ("PAST", "PART") and predicate.form != "participle" and _PERFECT.isdisjoint(auxiliaries):
        return None
    return _OWN_STATUS.get(verb, "done")


def modality_of(
    clause: Clause, leading: str | None, predicate: Predicate, tokens: Sequence[Token], held: frozenset[str]
) -> str:
    """How surely it is said: stated, reported, alleged, possible, denied or expected.

    `leading` is the lemma of the verb that says it, if one does; `held` are the words of the sentence.
    """
    chain = predicate.chain
    if leading == "deny" or "deny" in chain:
        return "denied"
    opening = tokens[clause.start].lower
    if clause.kind == "gerund" and opening == "of" and clause.start and tokens[clause.start - 1].lemma in _UNCERTAIN:
        return "possible"
    if predicate.modal in _POSSIBLE or opening in _CONDITIONS or _asks(tokens, held) or not _POSSIBLE.isdisjoint(chain):
        return "possible"
    if leading in _ALLEGED or not _ALLEGED.isdisjoint(chain):
        return "alleged"
    if not held.isdisjoint(_ADVERBS):
        for token in tokens[max(clause.start, predicate.start - 3) : min(clause.end, predicate.end + 1)]:
            if token.lower in _ADVERBS:
                return _ADVERBS[token.lower]
    if not _REPORTED.isdisjoint(chain):
        return "reported"
    expected = predicate.modal in ("will", "would", "shall", "should") or not _PLANNED.isdisjoint(chain)
    return "expected" if expected else "stated"


def _asks(tokens: Sequence[Token], held: frozenset[str]) -> bool:
    """Whether a sentence asks if something is so: "Did the ministry buy 40 tanks?"; what "when" or "why" asks is so."""
    if "?" not in held:
        return False
    first = next((token for token in tokens if token.tag != "PUNCT"), None)
    return first is not None and first.tag in ("AUX", "MODAL") and any(token.text == "?" for token in tokens[-2:])


_NONE = frozenset("no none nobody nothing neither nor".split())
_DENYING = _NONE | {"not", "longer", "without"}
_MAY_DENY = _DENYING | {"yet", "never", "nor", "neither"}
_UNTIL = frozenset({"until", "till"})
_REACH = 12
"""Words after a verb within which "until" belongs to it."""
_YET = 5
"""Words before a verb among which "has yet to" stands."""
_HAVING = frozenset("has have had is are was were".split())
_NOT_LESS = frozenset("more fewer less later longer doubt".split())


def _rest(tokens: Sequence[Token], place: int) -> Iterator[Token]:
    """The words after a place, up to the next clause."""
    for token in tokens[place : place + _REACH]:
        if token.tag in FINITE or token.text in ";:":
            return
        yield token


def denies(held: frozenset[str]) -> bool:
    """Whether a sentence that holds these words says no at all, verbs aside."""
    return not held.isdisjoint(_MAY_DENY)


_SOONER = frozenset("sooner earlier faster".split())


def is_negated(tokens: Sequence[Token], predicate: Predicate, start: int, end: int) -> bool:
    """Whether a clause's verb, subject or object says no; `start` and `end` bound subject and object.

    What did not happen until some time happened then, and what did not happen sooner happened.
    """
    if any(token.lower in _UNTIL for token in _rest(tokens, predicate.end)):
        return False
    if predicate.end < len(tokens) and tokens[predicate.end].lower in _SOONER:
        return False
    if predicate.negated or _is_yet_to(tokens, predicate.head):
        return True
    if _is_inverted(tokens, start):
        return True
    if start > 0 and tokens[start - 1].tag == "NOT" and tokens[start].lower in ("a", "an", "one", "all", "any"):
        return True
    for place in range(start, end):
        word = tokens[place].lower
        if word not in _DENYING:
            continue
        following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        if word in _NONE and following not in _NOT_LESS and not _is_number(word, place, tokens):
            return True
        if word == "not" and following in ("one", "a", "all", "any"):
            return True
        if word == "longer" and place and tokens[place - 1].lower == "no":
            return True
    return predicate.form == "gerund" and predicate.start > 0 and tokens[predicate.start - 1].lower == "without"


_AFTER_NEVER = frozenset("before again since once until then in all its their his her history yet has have had".split())


def _is_inverted(tokens: Sequence[Token], start: int) -> bool:
    """Whether the subject at token `start` stands behind "never (before) has", "nor was" or the like."""
    at = start - 1
    while at > 0 and (tokens[at].tag == "PRON" or tokens[at].lower == "been"):
        at -= 1
    if at < 1 or tokens[at].lemma not in ("have", "be", "do"):
        return False
    at -= 1
    while at > 0 and start - at < _YET + 2 and tokens[at].lower in _AFTER_NEVER:
        at -= 1
    return tokens[at].lower in ("never", "nor", "neither", "nowhere")


def _is_yet_to(tokens: Sequence[Token], head: int) -> bool:
    """Whether a verb stands after "has yet to" or "is yet to"."""
    near = [token.lower for token in tokens[max(head - _YET, 0) : head]]
    return any(near[place : place + 2] == ["yet", "to"] and near[place - 1] in _HAVING for place in range(1, len(near)))


def _is_number(word: str, place: int, tokens: Sequence[Token]) -> bool:
    """Whether "no" is short for "number" ("No. 14"), or the name of a side ("the no campaign")."""
    if word != "no" or place + 1 == len(tokens):
        return False
    named = place > 0 and tokens[place - 1].tag == "DET"
    return named or tokens[place + 1].text == "." or tokens[place + 1].lower.isdigit()
