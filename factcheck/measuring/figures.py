"""What a figure measures, in words: the noun, and what happens to it."""

import re

from factcheck.identity import country_of, measure_terms
from factcheck.language.closed_class import ADJECTIVES
from factcheck.language.concepts import GENERIC_PEOPLE, concept_of, measure_of
from factcheck.language.nouns import singular
from factcheck.language.persons import is_person
from factcheck.language.state_phrases import called
from factcheck.language.tagging import tag
from factcheck.measuring.attributes import SIZES, attribute, physical
from factcheck.measuring.outcomes import GRAVE, OUTCOMES, TOLLS, complement, state_of, told_before, words_of
from factcheck.measuring.portions import LAID_OFF, portion
from factcheck.measuring.shares import part_of
from factcheck.measuring.states import of_both, told_state
from factcheck.measuring.sum_nouns import named, plain_noun, without_owner
from factcheck.measuring.sums import Sum, is_spent, summed
from factcheck.records.mention import EventMention, Mention, QuantityMention
from factcheck.records.quantity import Quantity

TIMES = frozenset({"times", "occasions", "time", "occasion"})
"""What is counted in these is the happening itself."""


_BILL = re.compile(
    r"\b(?:bill|cost|price|price tag|tab|outlay)\b(?! of living)(?: [\w’'-]+){0,10}? "
    r"(?:is|was|c[ao]mes? to|r[au]ns? to|came in at|stands at|stood at|put at|amounted to|totall?ed)"
    r"(?: (?:about|around|some|nearly|almost|over))? $"
)
"""What says of a sum that it is what something costs: "the bill for the work came to"."""

_SAYS_ALL = {"bodies": "death", "corpses": "death", "members": "membership"}
"""Nouns that, standing alone, tell what a count is of."""


def _head(noun: str) -> str:
    """What the head of a noun phrase counts: "the company's workforce in Arlen"."""
    words = noun.split()
    end = next((place for place, word in enumerate(words) if place and word in _TIES), len(words))
    return measure_of(words[end - 1])


_PAID_UP = re.compile(
    r"(?:(?:paid-up|fee-paying|dues-paying|registered|enrolled|full|individual|party|union) )+members"
)
_OF_THINGS = frozenset("recall order delivery transfer".split())
_THINGS = frozenset("unit machine item device piece product vehicle model copy article".split())
"""What anything may be called whose kind was told before."""
_CROWDS = frozenset("crowd participant protester protestor demonstrator marcher attendance".split())
"""Those who are counted as having come."""


def measured(
    quantity: Quantity, event: EventMention | None, clause: str, end: int | None = None, lead: str = ""
) -> str:
    """What is measured, in words: the noun, and what happens to it ("officers training", "death").

    `end` is where the figure ends in the text of its clause; null where that is not known. `lead` is what the text
    said before the clause.
    """
    concept = (event.concept if event else None) or ""
    end = _end_of(quantity, clause) if end is None else end
    said = complement(clause[end:]) if end >= 0 else ""
    if quantity.dimension != "count":
        start = end - len(quantity.as_written)
        told = _told_around(quantity, clause, start, end) if start >= 0 else ""
        return told or _sum_measured(quantity, concept, said or attribute(quantity, clause, end))
    quantity, clause = of_both(quantity, clause, end)
    noun = said or quantity.unit or quantity.of
    if quantity.form == "change" and quantity.modifier == "down" and noun and _head(noun) == "employee":
        return LAID_OFF
    whole = noun and noun == quantity.of and not quantity.unit
    if whole and end > 0:
        concept = told_before(str(noun), clause[:end]) or concept
    if _is_room(quantity, noun, clause, end):
        return "capacity"
    told_of = _told_of(str(noun), clause[end:]) if noun and not whole and end >= 0 else ""
    if told_of:
        return f"{noun} {told_of}"
    state = _state(quantity, str(noun or ""), bool(whole), (clause, end, lead))
    if state:
        return state
    if whole and noun:
        noun = _NUMBER_OF.sub("", noun)
    concept = (state_of(clause, end, max(end - len(quantity.as_written), 0)) if end >= 0 else "") or concept
    if whole and concept in OUTCOMES:
        return next((term for term in map(concept_of, words_of(str(noun))) if term in OUTCOMES), concept)
    if concept in ("aboard", GRAVE):
        plain = not noun or measure_of(noun) in GENERIC_PEOPLE | {""}
        return concept if plain else str(noun) if concept == "aboard" else f"{noun} {concept}"
    told = next(
        (term for term in map(concept_of, _telling(f"{noun or ''} {quantity.of or ''}")) if term in OUTCOMES), ""
    )
    concept = concept if concept in OUTCOMES and told in ("", "attendance") else told
    if noun and concept in ("", "attendance") and measure_of(noun) in _CROWDS:
        return "attendance"
    if not noun or noun in TIMES:
        return concept or (event.concept if event and event.concept and noun in TIMES else "")
    return _joined(noun, concept)


TELLINGS = frozenset("report complaint allegation accusation incident instance sighting account".split())
"""What is counted under one noun, whatever it tells of: reports of burns are no reports of thefts."""


def _told_of(noun: str, behind: str) -> str:
    """What the reports or complaints are of whose number is told; empty where they are not, or of nothing named."""
    if _head(noun) not in TELLINGS:
        return ""
    said = re.match(rf" ?(?:[\w’'-]+ ){{0,2}}{re.escape(noun.split()[-1])} of (?P<what>[^,.;:()]{{3,50}})", behind)
    head = ""
    for token in tag(said["what"]) if said else ():
        if token.tag == "NOUN":
            head = token.text
        elif head or token.tag not in ("DET", "ADJ", "GER", "PART", "PROPER", "NUM"):
            break
    return singular(head.lower()) if head else ""


def _telling(noun: str) -> list[str]:
    """The words of a noun phrase that may tell what becomes of those it names: "injured workers"; not what people work
    in: "construction workers"."""
    words = words_of(noun)
    if not words or not is_person(words[-1]):
        return words
    return [word for word in words[:-1] if word.endswith(("ed", "ing")) or word in ADJECTIVES] + words[-1:]


def _state(quantity: Quantity, noun: str, whole: bool, told_in: tuple[str, int, str]) -> str:
    """The measure of those of whom the words around their number, or their own name, tell a state; else empty."""
    own, (clause, end, lead) = "" if whole else noun, told_in
    told = told_state(clause, max(end - len(quantity.as_written), 0), end, own, lead) if end >= 0 else None
    named = called(_NUMBER_OF.sub("", noun))
    if told and named and noun.split()[0].lower() not in clause[end : end + len(noun) + _NEAR].lower():
        return told.state
    if named == "death" or (named and not told and measure_of(noun) != measure_of(named)):
        return _with_state("", named)
    if told is None:
        return "membership" if _PAID_UP.fullmatch(noun) else _SAYS_ALL.get(noun, "")
    if whole and _AVERAGE.search(noun):
        return noun
    return _with_state("" if told.alone else own, told.state)


_NEAR = 12
"""Letters behind a figure within which a noun stands that is its own, not that of the figure before it."""


def _with_state(noun: str, state: str) -> str:
    """The noun with the state of those whom it names, or the state alone where the noun says no more."""
    kind = measure_of(noun) if noun else ""
    if state == "layoff" and kind in GENERIC_PEOPLE | {"", "employee"}:
        return LAID_OFF
    if kind in GENERIC_PEOPLE | {"", state} or called(noun) == state or kind in _IMPLIED.get(state, ()):
        return state
    return noun if state in _OF_ANYBODY else f"{noun} {state}"


_OF_ANYBODY = frozenset("aboard affected crew employment population".split())
"""States that say nothing of those who are called by what they are: nine passengers aboard are nine passengers."""
_IMPLIED = {
    **dict.fromkeys(("outage", "dry-tap", "reconnection"), frozenset("home customer household property".split())),
    "birth": frozenset("baby child newborn infant".split()),
    "pupil": frozenset("student child".split()),
    "turnout": frozenset("voter citizen".split()),
    "electorate": frozenset("voter citizen".split()),
    "vacancy": frozenset("post employee position vacancy".split()),
    "rescue": frozenset("survivor".split()),
    "dropout": frozenset("attendance participant volunteer subject patient student dropout".split()),
    "release": frozenset("prisoner hostage".split()),
    "prisoner": frozenset("prisoner".split()),
    "treatment": frozenset("patient".split()),
    "queue": frozenset("patient".split()),
    "support": frozenset("vote lawmaker".split()),
    "rejection": frozenset("vote lawmaker".split()),
    "bid": frozenset("bidder".split()),
    "attendance": frozenset("protester attendance supporter visitor".split()),
    "hospitalisation": frozenset("patient casualty".split()),
    "intensive-care": frozenset("patient casualty".split()),
    GRAVE: frozenset("casualty".split()),
}
"""What those are called anyway who are in a state."""
_AVERAGE = re.compile(r"\b(?:average|mean|median)\b", re.IGNORECASE)
_NUMBER_OF = re.compile(r"^(?:the )?(?:total )?(?:numbers?|tally|total|count) of (?=\w)", re.IGNORECASE)


_HOLDS = re.compile(
    r"\b(?:holds?|seats?|sleeps?|accommodates?|takes?|fits?|(?:room|space|seating) for|capacity (?:of|is|was|will be)|"
    r"(?:can|could|will|would) (?:hold|seat|take|carry|accommodate)|"
    r"(?:licensed|certified|designed|built|allowed) (?:to carry|to hold|to take|to seat|for)) "
    r"(?:(?:about|around|some|nearly|almost|over|more than|up to|at least) )?$"
)
"""What says of a number of people that there is room for so many."""
_GUESTS = frozenset(
    "passenger attendance spectator guest patient fan supporter traveller visitor worshipper diner".split()
)
_LIVESTOCK = frozenset("poultry cattle pig sheep goat animal livestock mink horse dog deer salmon fish bee".split())
MANY_SEATS, MANY = 1000, 100
"""Seats from which on they are those of a hall or a ground, and of no parliament; the same for a number alone."""


def _is_room(quantity: Quantity, noun: str | None, clause: str, end: int) -> bool:
    """Whether a count tells how many there is room for: "the ground holds | 22,500", "a 22,500-seat ground"."""
    kind = measure_of(noun) if noun else ""
    if kind in ("seat", "capacity"):
        return quantity.low >= MANY_SEATS
    before = clause[: max(end - len(quantity.as_written), 0)][-60:]
    people = (
        kind in GENERIC_PEOPLE | _GUESTS if quantity.unit else quantity.low >= MANY and clause[end : end + 3] != " of"
    )
    return people and _HOLDS.search(before) is not None


def _joined(noun: str, concept: str) -> str:
    """The noun with what happens to it, or the happening alone where the noun says no more."""
    kind = measure_of(noun)
    if concept == "layoff" and (kind in GENERIC_PEOPLE | {"", "employee"} or concept in (kind, concept_of(noun))):
        return LAID_OFF
    if concept == "transfer" and kind in GENERIC_PEOPLE:  # a firm is sold with them, they are not
        return noun
    if concept and (kind in GENERIC_PEOPLE | {""} or concept in (kind, concept_of(noun))):
        return concept
    if concept in _OF_THINGS and kind in _THINGS:
        return concept
    if concept == "destruction" and kind in _LIVESTOCK:
        return f"{noun} death"
    return f"{noun} {concept}" if concept and concept not in noun else noun


def _told_around(quantity: Quantity, clause: str, start: int, end: int) -> str:
    """What the words right around a share or a sum say that it is."""
    if quantity.dimension == "share":
        told = portion(clause, start, end)
        return told or (part_of(clause, start, end) if quantity.form != "change" else "")
    if quantity.dimension != "money":
        return physical(quantity, clause, start, end)
    if quantity.form != "value":
        return ""
    own = own_noun(quantity)
    if _BILL.search(clause[:start][-100:]):
        return named(own) or f"{own} cost".strip()
    return summed(clause, start, end, Sum(quantity.high, quantity.per, own, quantity.of or ""))


def _end_of(quantity: Quantity, clause: str) -> int:
    written = re.search(rf"(?<![\w.,]){re.escape(quantity.as_written)}(?!\w)", clause)
    return written.end() if written else -1


_MOVED = frozenset({"growth", "decline"})
"""What happens to a level; who moved is then what is measured, and does not pay: "Poverty rose to 9 per cent"."""


def _sum_measured(quantity: Quantity, concept: str, said: str) -> str:
    if quantity.dimension == "age":
        return "age"
    moved = concept in _MOVED or (quantity.form == "change" and quantity.dimension == "share")
    own = own_noun(quantity) or (quantity.of or "" if moved else "")
    if quantity.dimension == "share":
        own = without_owner(own)
        outcome = concept if concept in OUTCOMES and own and concept not in own else ""
        return said or " ".join(filter(None, (own, outcome))) or concept or quantity.dimension
    if said and quantity.dimension != "money" and said not in own:
        return f"{'' if own in SIZES else plain_noun(own)} {said}".strip()
    return own or concept or quantity.dimension


def own_noun(quantity: Quantity) -> str:
    """What a sum is of, where it is a thing and not who pays."""
    noun = quantity.of or ""
    return "" if not noun or noun.casefold() in _SAYS_NOTHING or _is_payer(noun) else noun


_SAYS_NOTHING = frozenset("record total sum amount figure estimate maximum minimum".split())
"""Nouns before a figure that say nothing of what it is of: "fined a record €45 million"."""
_TIES = frozenset("of in on for at from to with between by per under over after before".split())
_BODIES = frozenset(
    "government ministry department agency council parliament company firm group corporation conglomerate bank bureau "
    "authority commission committee court university club side outfit giant maker union party team squad army navy "
    "police force institute charity foundation regulator insurer airline carrier retailer chain manufacturer supplier "
    "lender operator developer contractor startup unit subsidiary arm industry economy".split()
)
"""Common nouns that, after a name, are who pays, is paid or has a share."""


def _is_payer(noun: str) -> bool:
    """Whether a noun phrase says who pays: "Thalassa Lines", "Arlen firm"; not "Military aid", "Thalassa shares"."""
    if country_of(noun) is not None:
        return True
    words = noun.split()
    if not words:
        return False
    end = next((place for place, word in enumerate(words) if place and word.casefold() in _TIES), len(words))
    head = words[end - 1]
    if not noun[:1].isupper() or concept_of(words[0].casefold()) is not None:
        return False
    if head.islower():
        return is_person(head) or singular(head) in _BODIES
    if end > 1 or tag(head)[0].tag == "PROPER":
        return True
    return singular(head.casefold()) == head.casefold() and (tag(head)[0].tag != "NOUN" or head.casefold() in _BODIES)


def own_status(text: str, mention: QuantityMention, event: EventMention | None, measure: str) -> dict[str, str | None]:
    """The status of a figure where it is not that of its clause."""
    if is_spent(mention.quantity, text, mention.start):
        return {"status": "done"}
    return {"status": None} if event and is_open(text, mention, event, measure) else {}


def is_open(text: str, mention: Mention, event: EventMention, measure: str) -> bool:
    """Whether what the verb says of its own status says nothing of what is counted: what was announced is not done."""
    if event.status == "ordered":
        return "order" not in measure_terms(measure)
    return event.status == "done" and _ANNOUNCED.search(text, max(mention.start - 30, 0), mention.start) is not None


_ANNOUNCED = re.compile(r"\b(?:announc|propos|unveil|threaten|recommend)(?:e[sd]?|ing|ed|s)? $", re.IGNORECASE)
"""What stands before what is announced: "it announced | 2,400 redundancies"."""


def other_fates(one: str, other: str) -> bool:
    """Whether two measures tell that other things became of people, or one tells it and the other only names them."""
    ours, theirs = measure_terms(one) & TOLLS, measure_terms(other) & TOLLS
    if ours == theirs or (ours and theirs):
        return ours != theirs
    words = (other if ours else one).split()
    return bool(words) and (is_person(words[-1]) or measure_of(words[-1]) in GENERIC_PEOPLE | {"aboard"})


_IN_WORDS = {
    "death": "the dead",
    "injury": "the injured",
    GRAVE: "the seriously injured",
    "aboard": "those on board",
    "missing": "the missing",
    "rescue": "those rescued",
    "evacuation": "those evacuated",
    "displacement": "those who had to leave",
    "arrest": "those arrested",
    "infection": "those infected",
    "hospitalisation": "those in hospital",
    "illness": "those taken ill",
    "survival": "survivors",
    "unhurt": "those unhurt",
    "slight-injury": "the slightly injured",
    "trapped": "those trapped",
    "stranded": "those stranded",
    "homelessness": "the homeless",
    "discharge": "those discharged",
    "intensive-care": "those in intensive care",
    "recovery": "those recovered",
    "charge": "those charged",
    "imprisonment": "those jailed",
    "acquittal": "those acquitted",
    "release": "those freed",
    "execution": "those executed",
    "kidnapping": "those abducted",
    "audience": "viewers",
    "electorate": "those entitled to vote",
    "queue": "those waiting",
    "unemployment": "the unemployed",
    "vacancy": "vacancies",
    "outage": "those without power",
    "dropout": "those who dropped out",
    "dry-tap": "those without water",
    "reconnection": "those with power again",
    "expulsion": "those deported",
    "hunger": "the hungry",
    "quarantine": "those in quarantine",
    "treatment": "those treated",
    "training": "those trained",
    "graduation": "graduates",
    "vaccination": "those vaccinated",
    "conviction": "convictions",
    LAID_OFF: "jobs lost",
    "hiring": "those hired",
    "employment": "staff",
    "attendance": "those present",
    "visit": "visits",
    "vote": "votes",
    "abstention": "abstentions",
    "transfer": "what was sold or bought",
    "order": "what was ordered",
    "delivery": "what was delivered",
    "destruction": "what was destroyed",
    "damage": "damage",
    "money": "the sum",
    "share": "the share",
}
"""Measures that are a happening or a dimension, as a message names them."""


def in_words(measure: str) -> str:
    """A measure as a sentence names it."""
    return _IN_WORDS.get(measure, measure)
