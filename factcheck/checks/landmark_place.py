"""One building or landmark is said to lie in two places.

It reads where documents of one story say that a hospital, a school, a loch or a mill of one name is ("Tarn Hospital
in Arlen"; "St Ann's, the hospital in Karrow"), and reports two towns or counties of which neither document names the
other's. It stays silent where a document gives two places, on countries and regions, which others lie in, and on
cities that everybody knows beside places that nobody does.

What settles it: the address of the place.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.contexts.towns import SITES, kind_of_place, may_lie_in
from factcheck.contexts.words import SMALL
from factcheck.identity import name_key
from factcheck.language.calendar import MONTHS
from factcheck.records.finding import Finding, Step
from factcheck.stories import STORY

_NOUNS = (
    "hospital|clinic|school|college|university|church|abbey|mosque|temple|synagogue|prison|jail|airport|airfield|port|"
    "harbour|harbor|stadium|arena|museum|gallery|theatre|theater|castle|palace|mill|mine|quarry|factory|plant|works|"
    "refinery|dam|reservoir|lake|loch|lough|mountain|glacier|wood|forest|park|zoo|hotel|barracks|base|brewery|farm"
)
_NAME = r"[A-Z][\w’'-]*+(?: (?:[A-Z][\w’'-]*+|of (?=[A-Z]))){0,4}"
_PLACE = r"(?P<place>[A-Z][a-z][\w’'-]*+(?:[ -][A-Z][\w’'-]*+){0,2})"
_HEAD = rf"(?:{SITES}|{'|'.join(word.capitalize() for word in _NOUNS.split('|'))})"
_SITUATED = re.compile(
    rf"(?<![\w’'.-])(?P<name>{_NAME})(?P<what>, (?:the|an?) (?:[a-z-]+ ){{0,2}}(?:{_NOUNS})| (?:{_NOUNS}))?"
    rf",? in {_PLACE}"
)
_NAMELESS = SMALL | {"another", "each", "every", "many", "most", "one", "several", "two", "three"}
"""Words before a noun, at the head of a sentence, that name nothing: "A clinic in Arlen"."""
Situated = tuple[tuple[str, ...], str, int, int]
"""The words that tell a landmark from others, where it is said to lie, and where the document says so."""


def _situated(study: Study) -> list[Situated]:
    """The landmarks of which a document gives one place."""
    text, found = study.document.text, defaultdict[tuple[str, ...], list[Situated]](list)
    for match in _SITUATED.finditer(text):
        words = match["name"].split()
        told = match["what"] or any(re.fullmatch(_HEAD, word) for word in words)
        own = tuple(sorted(name_key(word) for word in words if not re.fullmatch(f"{_HEAD}|The|of", word)))
        place = match["place"]
        if not told or _NAMELESS.issuperset(own) or place.split()[0].lower() in MONTHS:
            continue
        if kind_of_place(text, *match.span("place")) == "town":
            found[own].append((own, place, match.start(), match.end()))
    return [one for given in found.values() if len({place for _, place, _, _ in given}) == 1 for one in given]


SITUATED = Gathering("situated", _situated)


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The landmarks that two documents put into two places."""
    holding = {study.source.id: (study, study.gathered(SITUATED)) for study in archive.holding(CHECK)}
    for source, one in sorted(holding.items()):
        for other in sorted(archive.related.kin[source].keys() & holding.keys()):
            if source < other and archive.asks(source, other) and archive.related.between(source, other) >= STORY / 2:
                yield from _between(*one, *holding[other])


def _between(one: Study, own: Sequence[Situated], other: Study, others: Sequence[Situated]) -> Iterator[Finding]:
    told: set[frozenset[str]] = set()
    for ours, theirs in product(own, others):
        mine, yours = frozenset(ours[0]), frozenset(theirs[0])
        if not (mine <= yours or yours <= mine) or mine & yours in told:
            continue
        if _is_other(ours[1], one, theirs[1]) and _is_other(theirs[1], other, ours[1]):
            told.add(mine & yours)
            yield _finding(one, ours, other, theirs)


def _is_other(place: str, study: Study, other: str) -> bool:
    """Whether a place is surely not the other one, nor the document that gives it aware of the other."""
    if name_key(place) == name_key(other) or may_lie_in(place, other):
        return False
    return re.search(rf"(?<!\w){re.escape(other)}(?!\w)", study.document.text) is None


def _finding(one: Study, ours: Situated, other: Study, theirs: Situated) -> Finding:
    sides: Sequence[tuple[Study, Situated]] = ((one, ours), (other, theirs))
    named = one.document.text[ours[2] : ours[3]].rsplit(" in ", 1)[0].split(",")[0]
    return finding(
        CHECK,
        fact=(*ours[0], *sorted((ours[1], theirs[1]))),
        verdict="possible-conflict",
        message=f"{named} is in {ours[1]} ({one.source.id}) and in {theirs[1]} ({other.source.id}).",
        sides=[[evidence_at(study, where[2], where[3], value=where[1])] for study, where in sides],
        steps=(Step(code="one-name", text=f"Both tell of {named}; neither names the place of the other."),),
        settle="Where is it? Or are there two of that name?",
        weight=0.5,
    )


CHECK = Check(
    id="landmark-place",
    kind="name",
    title="A landmark lies in two places",
    reads=Archive,
    run=run,
    holds=lambda study: bool(study.gathered(SITUATED)),
    gathers=(SITUATED,),
    examples=(
        Example(
            documents={
                "wire": "The driver was taken to St Ann's Hospital in Arlen after the bus fell into the Tarn canal.",
                "paper": "After the bus fell into the Tarn canal the driver lay in St Ann's, a hospital in Karrow.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "The driver was taken to St Ann's Hospital in Arlen after the bus fell into the Tarn canal.",
                "paper": "After the bus fell into the Tarn canal the driver lay in St Ann's Hospital in Upper Arlen.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "The driver was taken to St Ann's Hospital in Arlen after the bus fell into the Tarn canal.",
                "paper": "After the fall of the bus into the Tarn canal its driver lay in St Ann's Hospital in Norway.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "A clinic in Arlen took in the driver after the bus fell into the Tarn canal.",
                "paper": "A clinic in Karrow took in the driver after the bus fell into the Tarn canal.",
            },
            expect=None,
        ),
    ),
)
