"""Which of a series a document says something is: its fifth edition, the third death this year, for the second time."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from factcheck.checking import Gathering, Study
from factcheck.contexts.people import names_within
from factcheck.contexts.places import block_around
from factcheck.contexts.things import head_noun
from factcheck.identity import name_key
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.concepts import concept_of, measure_of
from factcheck.language.number_words import ORDINALS
from factcheck.language.tagging import Token, tag
from factcheck.patterns import any_of
from factcheck.records.document import Sentence

TIME = "time"
"""The noun of what is counted by its times: "for the third time"."""

_NTH = (
    r"(?:the |his |her |its |their |our |my |[A-Z][\w-]{0,30}['’]s |[a-z]{1,30}['’]s )(?:very )?"
    rf"(?P<nth>{any_of(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
)
_MORE = r"[^.;:,!?“”\"\n(]"
_THING = rf"(?P<thing>{_MORE}{{2,90}})"
_IS = re.compile(
    rf"\b(?:this|it|that|which|[a-z]{{3,}}) (?:is|was|has been|became|marks?|marked|makes|made it|will be|would be) "
    rf"(?:now |only |already |just |at least )?{_NTH}\b {_THING}",
    re.IGNORECASE,
)
_FOR_TIME = re.compile(
    rf"(?P<told>{_MORE}{{3,120}}?),? for (?:only |just )?{_NTH} (?:[a-z]+ )?time\b(?P<thing>{_MORE}{{0,60}})"
)
_IS_TIME = re.compile(
    rf"\b(?:is|was|marks|marked|will be) (?:only |just )?{_NTH} (?:[a-z]+ )?time (?:that |when |since |in )?{_THING}"
)
_OWN = re.compile(
    rf"\b(?:won|wins|win|claimed|took|taken|celebrates?|celebrated|began|begins|started|serving|served|serves|seeking|"
    rf"sought|released|published|suffered|ran|marked|marks|staged|holds|held|opened|opens) (?:only |just )?"
    rf"{_NTH}\b {_THING}"
)
_IN_ITS = re.compile(
    rf"\b[Ii]n (?:his|her|its|their) (?P<nth>{any_of(ORDINALS)}) (?P<thing>(?:year|season|term)\b{_MORE}{{0,60}})"
)
_EDITION = re.compile(rf"\b{_NTH} (?P<thing>(?:annual )?(?:edition|instalment|running|staging) of {_MORE}{{3,60}})")
_ASIDE = re.compile(
    r", (?:which|who|whose|where|[a-z]+(?:ed|ing|ilt|eld|un)) [^,.;:“”\"]{2,60},(?= (?:has|had|is|was|will)\b)"
)
"""What is told by the way, between a subject and its verb."""
_SHAPES = (_IS_TIME, _FOR_TIME, _IS, _OWN, _IN_ITS, _EDITION)

_SCOPE = re.compile(
    r"\b(?:this (?:year|month|week|season|summer|winter|spring|autumn|century|decade)|"
    r"(?:in|within|over) (?:a|an|the last|the past|as many|two|three|four|five|six|seven|eight|nine|ten|\d+) "
    r"(?:days?|weeks?|months?|years?|decades?|seasons?)|since [\w ]{3,20}|so far|to date|ever|"
    r"of (?:the|this) (?:year|season|month|week|day|series|campaign|tour|century)|in (?:[\w’']+ ){1,3}history|"
    r"in a row|running)\b",
    re.IGNORECASE,
)
_WHOLE = frozenset({"so far", "to date", "ever"})
"""Words for the span of a series that limit it to nothing."""
_NO_SERIES = frozenset(
    "phase stage step part half quarter place floor storey act chapter gear choice reason priority thing point one "
    "sign line row class degree world language party minister lady lord person hour day night week course word "
    "paragraph page section version draft layer tier wave set batch lot group round leg prize violin officer mate "
    "lieutenant reading item option alternative name home hand son daughter child".split()
)
"""Nouns of which a text names the first and the second as two things that both are there."""
_EMPTY = frozenset("kind sort type number way people person".split())
_CUT = re.compile(
    r"\s(?:after|before|when|while|because|since|and (?:the|it|was|will|has)|but|who|which|that (?!has|had))\b"
)
LONGEST = 400


class Place(NamedTuple):
    """What is said to be the nth of a series: its noun, what tells which series, over which time, where it stands."""

    nth: int
    head: str
    nouns: frozenset[str]
    names: frozenset[str]
    scope: str
    start: int
    end: int


def places_in_series(study: Study) -> Iterator[Place]:
    """What a document says is the nth of a series, as it was gathered when it was read."""
    for nth, head, nouns, names, scope, start, end in study.gathered(PLACES):
        yield Place(nth, head, frozenset(nouns), frozenset(names), scope, start, end)


def _gather(study: Study) -> list[list[Any]]:
    found = list[list[Any]]()
    for sentence in study.document.sentences:
        place = _in_sentence(study, sentence)
        if place is not None:
            found.append([place.nth, place.head, sorted(place.nouns), sorted(place.names), *place[4:]])
    return found


PLACES = Gathering("places-in-series", _gather)


def _in_sentence(study: Study, sentence: Sentence) -> Place | None:
    """The first series that a sentence tells of."""
    if sentence.end - sentence.start > LONGEST:
        return None
    text = _ASIDE.sub("", " ".join(study.document.text[sentence.start : sentence.end].split()))
    for shape in _SHAPES:
        match = shape.search(text)
        place = match and _place(study, sentence, text, match)
        if place:
            block = block_around(study.document, sentence.start)
            return place if block is not None and block.checked and block.kind != "note" else None
    return None


def _place(study: Study, sentence: Sentence, text: str, match: re.Match[str]) -> Place | None:
    written = match["nth"].lower()
    nth = ORDINALS.get(written) or int(re.sub(r"\D", "", written))
    scope = _SCOPE.search(text, match.start())
    thing = _SCOPE.sub(" ", match["thing"])
    cut = _CUT.search(thing, 3)
    thing = (thing[: cut.start()] if cut else thing).strip()
    tokens = tag(thing)
    if match.re in (_IS_TIME, _FOR_TIME):
        whole = _SCOPE.sub(" ", match["told"]) + " " + thing if match.re is _FOR_TIME else thing
        head, tokens = TIME, tag(whole)
        told_by = {concept_of(token.lemma) or token.lemma for token in tokens if token.tag in ("VERB", "PAST", "PART")}
    else:
        told_by = set()
        if tokens and _is_superlative(tokens[0]):
            return None
        bare = not tokens or tokens[0].lower == "of"
        head = _subject(text[: match.start("nth")]) if bare else _folded(head_noun(thing))
    if not head or head in _NO_SERIES:
        return None
    nouns, proper = _words(tokens)
    told = text[: match.start("thing")] + thing
    people = [name for name in names_within(study, sentence.start, sentence.end) if name.name in told]
    names = {part for name in people for part in name_key(name.entity).split()} | proper
    told_of = " ".join(scope[0].lower().split()) if scope else ""
    start, end = _extent(study.document.text[sentence.start : sentence.end], match.re)
    return Place(
        nth,
        head,
        (nouns | proper | told_by) - {head},
        frozenset(names),
        "" if told_of in _WHOLE else told_of,
        sentence.start + start,
        sentence.start + end,
    )


def _extent(text: str, shape: re.Pattern[str]) -> tuple[int, int]:
    """Where in a sentence the words for a series stand; all of it where something is told between them."""
    plain = re.sub(r"\s", " ", text)
    match = shape.search(plain)
    if match is None or _ASIDE.search(plain):
        return 0, len(text)
    cut = _CUT.search(text, match.start("thing") + 3, match.end())
    return match.start(), cut.start() if cut else match.end()


def _is_superlative(token: Token) -> bool:
    return token.lower.endswith("est") or token.lower in ("most", "least", "time", "half", "quarter")


def _subject(before: str) -> str:
    """The noun before "was the third": "The storm was the third of the year"."""
    match = re.search(r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:[\w-]+ ){0,2}?([a-z]+) (?:is|was) (?:[a-z]+ ){0,3}$", before)
    return _folded(match[1]) if match else ""


def _folded(noun: str) -> str:
    return measure_of(noun) or noun


def _words(tokens: Sequence[Token]) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns of some words, folded, and the words of names among them.

    A series is told by "by a woman" too, which says too little of a thing for `words_of`.
    """
    nouns, names = set[str](), set[str]()
    for token in tokens:
        if token.tag == "PROPER" and token.lower not in {*MONTHS, *WEEKDAYS}:
            names.add(name_key(token.text))
        elif token.tag == "NOUN":
            nouns.add(measure_of(token.lower) or token.lemma)
    return frozenset(nouns - _EMPTY), frozenset(names)
