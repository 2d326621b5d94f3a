"""Which happening a clause speaks of: by its verb, by what the verb does no more than carry, or by a measure."""

from factcheck.finders._nominal import THINGS
from factcheck.finders._nounphrases import Phrase, Words
from factcheck.language.concepts import TRANSFERS, concept_of, measure_of, verb_base
from factcheck.language.idioms import idiom_after, idioms_of_object
from factcheck.language.phrasals import FIGURES, OBJECTS, OTHERWISE, SUBJECTS
from factcheck.language.predicates import Predicate
from factcheck.language.tagging import Token
from factcheck.language.titles import post_in
from factcheck.language.verbs import FORMS

LIGHT = frozenset(
    "make pay hold take carry conduct sign stage give launch reach receive see report record register confirm announce "
    "run do get suffer perform undertake hit strike have offer win score face file submit cause cut lose mark "
    "count document log".split()
)
"""Verbs that carry a noun of action ("paid a visit", "reported 540 cases")."""

LEVEL = frozenset(
    "be total number amount stand reach remain come equal exceed average become go pass occur happen".split()
)
"""Verbs that only say how much their subject is, or that it was."""

_TREND = frozenset(("growth", "decline"))
_SO_FOUND = frozenset("find be leave declare report shoot stab beat strike crush".split())
"""Verbs after which an adjective tells what became of somebody ("left dead", "found guilty")."""
_PARTICLES = frozenset("up out off over down in away back to on ahead".split())
_BEFORE_TIMES = frozenset("on in over to".split())
_JOBS = frozenset("lose cut cost go axe shed eliminate".split())
_THINKING = frozenset("conclude find discover rule determine".split())
_SAID = frozenset(
    "claim finding allegation report criticism idea suggestion case concern appeal charge result call".split()
)
_STRONG = frozenset("sign launch cut win score strike cause lose offer file announce receive".split())
"""Light verbs with a meaning of their own, which their noun yields to only where it is no mere thing."""
_KEEPS_OWN = frozenset("agreement contract order price loan debt budget vote".split())
_MEASURED = frozenset("weight length height depth width speed age area price capacity temperature".split())
_PREDICATES = {"guilty": "conviction", "dead": "death", "missing": "missing", "innocent": "acquittal", "born": "birth"}


Named = tuple[str, str | None, Phrase | None]
"""The lemma, the concept, and the noun phrase that carries it, if one does."""


def happening(words: Words, predicate: Predicate, subject: Phrase | None, complements: list[Phrase]) -> Named:
    """What a clause's verb speaks of, with the phrases before and after it."""
    lemma = _verb(words.tokens[predicate.head])
    first = complements[0] if complements and not complements[0].before and not complements[0].time else None
    whole = _as_a_whole(words, predicate, lemma, subject, first, complements)
    if whole is not None:
        return whole
    if first is not None and not first.numeric and _there_is(words, predicate, lemma):
        return _lemma(words, first), _noun_concept(words, first), first
    if lemma in LEVEL or (lemma == "take" and _lemma(words, first) == "place"):
        return _level(words, predicate, subject, complements)
    carried = None
    if lemma in LIGHT and not predicate.passive:
        carried = _carried(words, first, lemma)
    elif lemma in LIGHT and lemma not in _STRONG:
        carried = _carried(words, subject, lemma)
    if carried is not None:
        return carried
    undergoing = subject if predicate.passive or first is None else first
    idiom = _idiom(words, lemma, undergoing)
    if idiom is not None:
        return lemma, idiom, first if undergoing is first else None
    special = _by_object(words, lemma, undergoing) or _by_subject(words, lemma, undergoing, complements)
    if special is not None:
        return lemma, special, None
    own = concept_of(lemma, "verb") if _is_meant(words, predicate, lemma, first) else None
    if lemma == "hold" and predicate.passive:
        own = "holding"
    if own in _MEASURED and not any(phrase.numeric for phrase in complements):
        own = None
    if own in _TREND and subject is not None:
        own = _noun_concept(words, subject) or own
    return lemma, own, None


def _there_is(words: Words, predicate: Predicate, lemma: str) -> bool:
    """Whether a clause says that something happened by saying that it was: "there was an explosion"."""
    before = words.tokens[predicate.start - 1].lower if predicate.start else ""
    return lemma in ("be", "follow", "come", "occur") and before == "there"


def _as_a_whole(
    words: Words,
    predicate: Predicate,
    lemma: str,
    subject: Phrase | None,
    first: Phrase | None,
    complements: list[Phrase],
) -> Named | None:
    """What a verb tells of with the words after it, or with the noun that undergoes it."""
    if lemma in ("be", "become") and _takes_post(words, predicate, lemma, complements):
        return lemma, "appointment", None
    if lemma == "be" and _is_on_since(words, predicate):
        return lemma, "opening", None
    told = idiom_after(lemma, words.tokens, predicate.end)
    if told is not None:
        inside = first is not None and first.end <= told[1]
        return told[0] if lemma in TRANSFERS else lemma, told[0], first if inside else None
    if first is not None and first.end <= predicate.start:
        brought = next(idioms_of_object(lemma, _lemma(words, first)), None)
        return (lemma, brought, first) if brought is not None else None
    if predicate.passive:
        dated = _supported(words, predicate, lemma, subject)
        if dated is not None:
            return dated
        brought = next(idioms_of_object(lemma, _lemma(words, subject)), None)
        if brought is not None:
            return lemma, brought, subject
        if lemma in _SEEING and any(token.lower == "first" for token in words.tokens[predicate.start : predicate.end]):
            return lemma, "discovery", None
    phrasal = _phrasal(words, predicate, lemma)
    if phrasal is None:
        return None
    undergone = subject if predicate.passive or first is None else first
    return phrasal[0], _by_subject(words, phrasal[0], undergone, complements) or phrasal[1], phrasal[2]


def _takes_post(words: Words, predicate: Predicate, lemma: str, complements: list[Phrase]) -> bool:
    """Whether somebody is said to have come to a post: "became chief executive in 2019", "mayor since 2017"."""
    if not complements or complements[0].before or not post_in(words.cut(complements[0].start, complements[0].end)):
        return False
    if lemma == "become":
        return True
    said = {token.lower for token in words.tokens[predicate.start : predicate.end]}
    return "been" in said and any(token.lower == "since" for token in words.tokens[complements[0].end :])


_ON = ("live", "open", "operational", "in operation", "in service", "in use")
"""States of which "since" tells the beginning."""


def _is_on_since(words: Words, predicate: Predicate) -> bool:
    """Whether something is said to have been at work since a time, so that it began then: "has been in use since"."""
    if all(token.lower != "been" for token in words.tokens[predicate.start : predicate.end]):
        return False
    after = " ".join(token.lower for token in words.tokens[predicate.end : predicate.end + 3])
    return any(after.startswith(f"{state} since") for state in _ON)


_SUPPORTING = frozenset(
    "seal clinch hand-in submit lodge tender schedule slate pencil pencil-in set fix plan mount impose grant deliver "
    "hand-down order carry-out".split()
)
_SEEING = frozenset("see notice spot sight observe glimpse detect identify".split())
"""Verbs by which something was discovered, where that was done to it first."""
_OF_PAPER = frozenset("agreement contract order funding loan payment bid offer announcement transfer price".split())
"""Nouns of what a verb does something to, beside that it happens: an offer is submitted, a loan granted."""


def _supported(words: Words, predicate: Predicate, lemma: str, subject: Phrase | None) -> Named | None:
    """The happening that a passive verb only dates: the takeover that was sealed, the opening that is scheduled."""
    if subject is None:
        return None
    following = words.tokens[predicate.end].lower if predicate.end < len(words.tokens) else ""
    if lemma not in _SUPPORTING and f"{lemma}-{following}" not in _SUPPORTING:
        return None
    found = _noun_concept(words, subject)
    return (_lemma(words, subject), found, subject) if found and found not in _OF_PAPER else None


def _phrasal(words: Words, predicate: Predicate, lemma: str) -> Named | None:
    """What the word after a verb makes of it ("broke out", "found guilty", "found that")."""
    if predicate.end >= len(words.tokens):
        return None
    following = words.tokens[predicate.end].lower
    if following in _PREDICATES and lemma in _SO_FOUND:
        return following, _PREDICATES[following], None
    if lemma in _THINKING and following in ("that", "how", "whether"):
        return lemma, None, None
    if lemma == "date" and following in ("from", "back"):
        return "date-from", concept_of("found", "verb"), None
    opens_time = following in _BEFORE_TIMES and _is_time(words, predicate.end + 1)
    if (following in _PARTICLES and not opens_time) or (predicate.passive and following == "at"):
        concept = concept_of(f"{lemma}-{following}", "verb")
        if concept is not None or f"{lemma}-{following}" in OTHERWISE:
            return f"{lemma}-{following}", concept, None
    return None


def _is_meant(words: Words, predicate: Predicate, lemma: str, first: Phrase | None) -> bool:
    """Whether a verb of several meanings has the one by which it is listed."""
    following = words.tokens[predicate.end] if predicate.end < len(words.tokens) else None
    if lemma == "bear":
        return predicate.passive
    if lemma in ("meet", "leave"):
        return not predicate.passive
    if lemma == "fix":
        return _lemma(words, first) not in _AGREED_ON
    if lemma == "recover":
        return first is None and not predicate.passive
    if lemma == "order":
        return not predicate.passive or following is None or following.lower not in ("out", "to", "off")
    if lemma == "hold":
        return first is not None and first.numeric
    if lemma in ("grow", "fall"):
        after = words.tokens[predicate.end : predicate.end + 2]
        return not any(token.tag == "ADJ" or token.lower == "short" for token in after)
    if lemma == "find":
        reflexive = following is not None and following.lower.endswith(("self", "selves"))
        wanting = following is not None and following.tag == "GER"
        return not (reflexive or wanting or _lemma(words, first) in _ABSTRACT)
    return True


_AGREED_ON = frozenset("date day time price rate fee fare sum amount limit level rule term match election eye".split())
_ABSTRACT = frozenset(
    "interest way solution evidence reason support place time home cause fault answer common ground favour "
    "favor rest".split()
)


def _idiom(words: Words, lemma: str, first: Phrase | None) -> str | None:
    """What a verb and its object speak of together: to take office, to leave the rails."""
    noun = _lemma(words, first) if first is not None and first.name is None else ""
    return next((concept for nouns, concept in OBJECTS.get(lemma, ()) if noun in nouns), None)


def _by_subject(words: Words, lemma: str, undergoing: Phrase | None, complements: list[Phrase]) -> str | None:
    """What a verb speaks of by what does it or undergoes it: a ship that goes down sinks."""
    if undergoing is None or undergoing.time:
        return None
    noun = _measure(words, undergoing) or _lemma(words, undergoing)
    for nouns, concept in SUBJECTS.get(lemma, ()):
        if noun in nouns or _lemma(words, undergoing) in nouns:
            return concept
    if lemma == "go-down" and undergoing.name is not None and undergoing.name.type in ("product", "other"):
        return None if any(phrase.numeric for phrase in complements) else "sinking"
    if lemma == "come-down" and noun not in FIGURES and not any(phrase.numeric for phrase in complements):
        return "collapse" if not complements or complements[0].before != "down" else None
    return None


_TAKING = frozenset("seize nab bust collar grab".split())
"""Verbs that tell of an arrest where a person undergoes them."""


def _by_object(words: Words, lemma: str, undergoing: Phrase | None) -> str | None:
    """What a verb of several meanings speaks of, by what undergoes it."""
    if undergoing is None:
        return None
    noun = _lemma(words, undergoing)
    if lemma in _JOBS and _measure(words, undergoing) == "employee":
        return "layoff"
    if lemma == "fire" and _measure(words, undergoing) in ("missile", "shot", "weapon"):
        return "attack"
    if lemma in _TAKING and undergoing.name is not None and undergoing.name.type == "person":
        return "arrest"
    if lemma == "raise" and _is_money(words, undergoing):
        return "funding"
    if lemma == "lose" and undergoing.head >= 0 and words.tokens[undergoing.head].lower in ("life", "lives"):
        return "death"
    return "rejection" if lemma == "dismiss" and noun in _SAID else None


def _is_time(words: Words, place: int) -> bool:
    """Whether a time begins at a token, also in words that no figure is in ("the early hours")."""
    while place < len(words.tokens) and words.tokens[place].tag in ("DET", "ADJ", "ORD"):
        place += 1
    if place >= len(words.tokens) or words.tokens[place].lower in _TIED:
        return False
    return words.tokens[place].tag == "TIME" or words.tokens[place].lemma in _TIMES_OF_DAY


_TIED = frozenset("within at after before in by during until".split())
"""What ties a time to its clause by itself, so that the word before it is an adverb: "came on within a minute"."""
_TIMES_OF_DAY = frozenset("hour morning afternoon evening night dawn dusk weekend week day month year".split())


def _verb(token: Token) -> str:
    """The base form of a verb, as a list or a rule gives it, else as the tagger guessed."""
    if token.lemma == "shot":
        return "shoot"
    if FORMS.get(token.lemma, ("",))[0] == "base":
        return token.lemma
    base = verb_base(token.lower)
    return base if base != token.lower else token.lemma


def _level(words: Words, predicate: Predicate, subject: Phrase | None, complements: list[Phrase]) -> Named:
    """What a subject is, has come to, or that it took place: what is "on 4 May" is a happening, by whatever noun."""
    lemma = words.tokens[predicate.head].lemma
    reach = _REACH if lemma in ("be", "stand", "become", "remain") else 0
    for place in range(predicate.end, min(predicate.end + reach, len(words.tokens))):
        token = words.tokens[place]
        found = concept_of(token.lower, "adjective")
        if found is not None and token.tag in ("ADJ", "PREP"):
            return lemma, found, None
        if token.tag == "PUNCT":
            break
    found = _noun_concept(words, subject)
    if found is not None or _is_dated(predicate, lemma, subject, complements):
        return _lemma(words, subject), found, subject
    return lemma, concept_of(lemma, "verb"), None


_REACH = 6


def _is_dated(predicate: Predicate, lemma: str, subject: Phrase | None, complements: list[Phrase]) -> bool:
    """Whether a clause says no more of a noun than when it was: "the tasting was on 4 May"."""
    if lemma != "be" or subject is None or subject.name is not None or subject.pronoun or subject.head < 0:
        return False
    first = complements[0] if complements else None
    near = first is not None and first.time and first.start <= predicate.end + 1
    return near and first is not None and first.before in ("", "on", "in")


def _carried(words: Words, phrase: Phrase | None, lemma: str) -> Named | None:
    concept = _noun_concept(words, phrase)
    if concept is None or phrase is None or (lemma == "sign" and concept in _KEEPS_OWN):
        return None
    if lemma == "pay" and concept != "visit":
        return None
    if concept in _MEASURED and not (phrase.numeric or (phrase.of is not None and phrase.of.numeric)):
        return None
    if lemma == "have" and not phrase.numeric and phrase.of is None:
        return None
    return _lemma(words, phrase), concept, phrase


def _noun_concept(words: Words, phrase: Phrase | None) -> str | None:
    """The concept of a phrase's head noun, or of the noun that "of" ties to an empty head ("number of deaths")."""
    while phrase is not None:
        if phrase.head >= 0:
            token = words.tokens[phrase.head]
            thing = phrase.name is not None or (token.lower in THINGS and phrase.of is None)
            found = None if thing else concept_of(token.lower, "noun")
            if found is not None or token.lemma not in _EMPTY:
                return found
        phrase = phrase.of
    return None


_EMPTY = frozenset("number total toll figure rate amount value level cost price count majority".split())


def _lemma(words: Words, phrase: Phrase | None) -> str:
    return words.tokens[phrase.head].lemma if phrase is not None and phrase.head >= 0 else ""


def _is_money(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase is a sum of money."""
    tokens = words.tokens[phrase.start : phrase.end]
    return any(token.tag == "SYM" for token in tokens) or _lemma(words, phrase) in ("money", "fund", "capital", "cash")


def _measure(words: Words, phrase: Phrase) -> str:
    return measure_of(words.tokens[phrase.head].lower) if phrase.head >= 0 else ""
