"""Details that are places: where a firm has its seat, where somebody was born or taken, a ship's flag."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.identity import country_of, name_key
from factcheck.language.countries import demonyms
from factcheck.language.signs import SIGN, signed
from factcheck.patterns import any_of
from factcheck.records.document import Sentence
from factcheck.records.mention import NameMention

_NAME = rf"(?P<place>{SIGN}\d+{SIGN})"
_AT = r"(?:in|at|near|outside)"
_TAKEN = (
    "taken|flown|airlifted|rushed|brought|moved|transferred|admitted|ferried|driven|carried|sent|evacuated|took|flew|"
    "drove|lifted"
)
_HOUSE = r"(?:[a-z-]+ ){0,2}(?:hospital|clinic|infirmary|trauma unit|burns unit|intensive care|medical centre)s?"
_LAND = rf"(?:{_NAME}|(?P<land>{any_of(word for word in demonyms() if word.isalpha())}))"
_SLOTS = (
    (
        "the seat",
        rf"\b(?:based|headquartered|head office|headquarters?|has its seat|main office|domiciled) "
        rf"(?:is |are |was |were |lies? |stands? )?{_AT} {_NAME}",
        rf"{_NAME}[- ](?:based|headquartered)\b",
        rf"{_NAME}, where (?:the [a-z]+|it) (?:is|was) (?:based|headquartered)",
    ),
    (
        "the place of birth",
        rf"\bborn (?:and (?:raised|bred|brought up) |[^,;.{SIGN}]{{0,30}}? )?{_AT} {_NAME}",
        rf"\b(?:a|the) native of {_NAME}",
        rf"{_NAME}-born\b",
    ),
    ("where somebody grew up", rf"\b(?:grew up|brought up|raised|spent (?:his|her|their) childhood) {_AT} {_NAME}"),
    ("the home", rf"\b(?:liv(?:es|ed|ing)|resident|at (?:his|her|their) home) (?:[a-z]+ )?{_AT} {_NAME}"),
    ("the grave", rf"\b(?:buried|laid to rest|interred) (?:[a-z ]{{0,30}})?{_AT} {_NAME}"),
    (
        "the town of the hospital",
        rf"\b(?:{_TAKEN})\b[^,;.]{{0,40}}? to (?:a |the |an )?{_HOUSE} {_AT} {_NAME}",
        rf"\b(?:treated|in|at) (?:a |the )?{_HOUSE} {_AT} {_NAME}",
    ),
    (
        "the hospital",
        rf"\b(?:{_TAKEN})\b[^,;.]{{0,40}}? to (?:the )?{_NAME}(?= (?:hospital|clinic|infirmary)\b)",
        rf"\b(?:{_TAKEN})\b[^,;.]{{0,40}}? to {_NAME}['’]s? (?:{SIGN}\d+{SIGN}|hospital|clinic|infirmary)",
        rf"\b(?:{_TAKEN})\b[^,;.]{{0,40}}? to (?:the )?(?P<house>{SIGN}\d+{SIGN})",
    ),
    (
        "where it was diverted to",
        rf"\b(?:diverted|rerouted|redirected|turned away) to {_NAME}",
        rf"\b(?:unplanned|unscheduled|emergency|forced|precautionary|safe) (?:stop|landing|stopover) {_AT} {_NAME}",
        rf"\b(?:put down|touched down|set down|landed)(?: safely)? {_AT} {_NAME}",
    ),
    (
        "where it was bound for",
        rf"\b(?:bound for|on (?:its|her|the|his) way to|heading (?:for|to)|en route to) {_NAME}",
    ),
    ("where it came from", rf"\b(?:on (?:its|her|a|the) (?:flight|way|journey|voyage) from|coming from) {_NAME}"),
    (
        "the flag",
        rf"{_LAND}[- ](?:flagged|registered)\b",
        rf"\b(?:flag|flags|colours) of {_NAME}",
        rf"\b(?:under|flying|flies|flew|with) (?:the|a|an) {_LAND} (?:flag|colours)\b",
        rf"\b(?:registered|flagged) in {_NAME}",
        rf"{_NAME}, where (?:the [a-z]+|it|she) (?:is|was) (?:registered|flagged)",
    ),
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, *patterns in _SLOTS for pattern in patterns)
_TRIGGER = re.compile(
    rf"\b(?:based|headquarter|head office|main office|seat|domiciled|born|native|grew|brought|raised|childhood|liv|"
    rf"resident|home|buried|laid|interred|hospital|clinic|infirmary|unit|care|centre|{_TAKEN}|diverted|rerouted|"
    rf"redirected|turned|stop|landing|put|touched|set|landed|bound|way|heading|route|flight|flag|registered|colours)"
)
"""Words of which a sentence has one if any of these patterns is found in it."""
_UNSURE = re.compile(
    r"\b(?:not|never|until|once|formerly|previously|earlier|later|then|before|would|will|if|whether|also|second|"
    r"one of|some of|others?|another)\b|n['’]t\b",
    re.IGNORECASE,
)
_HOSPITAL = re.compile(r"\b(?:Hospital|Clinic|Infirmary|Medical Cent(?:re|er))\b")


class Where(NamedTuple):
    """A place that fills a slot: its name folded, and as it is written."""

    slot: str
    place: str
    said: str


def whereabouts(text: str, sentence: Sentence, names: Sequence[NameMention]) -> Iterator[Where]:
    """The places that a sentence tells as details, each slot once."""
    if not _TRIGGER.search(text, sentence.start, sentence.end):
        return
    told, known = signed(text, sentence, names)
    if _UNSURE.search(told):
        return
    seen: set[str] = set()
    for slot, pattern in _PATTERNS:
        match = pattern.search(told)
        place = _place(match, known, text) if match is not None and slot not in seen else None
        if place is not None:
            seen.add(slot)
            yield Where(slot, *place)


def _place(match: re.Match[str], known: Mapping[str, NameMention], told: str) -> tuple[str, str] | None:
    """The place of a match, as it is folded and as it is written; null where it is none."""
    groups = match.groupdict()
    if groups.get("land"):  # a demonym that is no name by itself
        return demonyms()[groups["land"]].casefold(), groups["land"]
    name = known.get(groups.get("place") or groups.get("house") or "")
    if (
        name is None
        or name.type == "person"
        or (groups.get("house") and not _HOSPITAL.search(told[name.start : name.end]))
    ):
        return None
    return (country_of(name.entity) or name_key(name.entity)).casefold(), name.name
