"""Two sources count one thing of a series otherwise: the fifth edition and the sixth, the third death and the second.

It reads what sources of one story, issued near each other, say is the nth of its kind ("It was the third
death on the site this year", "is held for the fifth time", "in her fourth year as director") and reports two numbers
for one: the same noun, the same words for what it is of, the same span of time. It stays silent on parts of a whole
(the first phase), where the later source counts higher and more may have happened since, where names or times tell
the two apart, and where a source itself gives the other's number too.

What settles it: count them, or state since when.
"""

from collections.abc import Iterable, Iterator

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import sentence_at
from factcheck.contexts.things import any_akin
from factcheck.contexts.times import issued, issued_near, spans_in
from factcheck.language.number_words import ordinal
from factcheck.rankings.series import PLACES, TIME, Place, places_in_series
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.records.timespan import Timespan, relate

NEAR = 45
"""Days between two documents within which one thing is taken to be the latest of its series."""
NEAR_SELDOM = 200
"""The same for what does not follow upon itself soon."""
_SELDOM = frozenset(
    "edition festival title term book novel album opera film marriage year season anniversary championship symphony "
    "exhibition congress conference time world-cup trial inquiry".split()
)
"""What follows upon itself after months at the soonest."""


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The things to which two documents give two places in their series."""
    told = {study.source.id: list(places_in_series(study)) for study in archive.holding(CHECK)}
    for source, other in archive.related.twos():
        if source in told and other in told and archive.asks(source, other):
            yield from _of_two(archive.studies[source], told[source], archive.studies[other], told[other])


def _of_two(ours: Study, mine: list[Place], theirs: Study, yours: list[Place]) -> Iterator[Finding]:
    """The first two places that differ, of what both documents tell once."""
    for one in mine:
        alike = [other for other in yours if _one_series(one, other)]
        known = {other.nth for other in alike} | {own.nth for own in mine if own is not one and _one_series(one, own)}
        if alike and one.nth not in known and not any(_is_next(one, ours, other, theirs) for other in alike):
            yield _finding(ours, one, theirs, alike)
            return


def _one_series(one: Place, other: Place) -> bool:
    """Whether two documents speak of one thing of one series, whichever it is."""
    if one.scope != other.scope:
        return False
    if one.names and other.names and one.names.isdisjoint(other.names):
        return False
    if TIME in (one.head, other.head) and one.head != other.head:
        whole, thing = (one, other) if one.head == TIME else (other, one)
        rest = thing.nouns - whole.nouns
        return thing.head in whole.nouns and len(rest) <= len(thing.nouns) // 2
    shared = one.nouns & other.nouns
    if one.head == other.head == TIME:
        fewest = min(len(one.nouns), len(other.nouns))
        return fewest == len(shared) and len(shared) + len(one.names & other.names) > 1
    if one.head != other.head and not any_akin(frozenset({one.head}), frozenset({other.head})):
        return False
    fewer, more = sorted((one.nouns, other.nouns), key=len)
    return fewer <= more and bool(shared or one.names & other.names or (not more and one.scope))


def _is_next(one: Place, ours: Study, other: Place, theirs: Study) -> bool:
    """Whether the later document may tell of a later thing of the series, or times tell the two apart."""
    mine, yours = (_times(study, place) for study, place in ((ours, one), (theirs, other)))
    if mine and yours and all(relate(a, b) == "disjoint" for a in mine for b in yours):
        return True
    seldom = not _SELDOM.isdisjoint((one.head, other.head))
    if not issued_near(ours, theirs, NEAR_SELDOM if seldom else NEAR):
        return True
    if seldom:
        return False
    day, then = issued(ours), issued(theirs)
    if day is None or then is None:
        return False
    later_is_more = (day[0] > then[0]) == (one.nth > other.nth)
    return later_is_more and day[0] != then[0]


def _times(study: Study, place: Place) -> list[Timespan]:
    """The times before the words for it, and those in them or behind that are not long past: "after one in 1994"."""
    sentence = sentence_at(study.document, place.start)
    first, last = (sentence.start, sentence.end) if sentence else (place.start, place.end)
    this_year = int((study.date or "0")[:4])
    behind = (span for span in spans_in(study, place.start, last) if int((span.start or "0")[:4]) >= this_year - 1)
    return [*spans_in(study, first, place.start), *behind]


def _finding(ours: Study, one: Place, theirs: Study, alike: list[Place]) -> Finding:
    other, source, there = alike[0], ours.source.id, theirs.source.id
    what = one.head if one.head != TIME else other.head
    return finding(
        CHECK,
        fact=(what, source, there, str(one.nth), str(other.nth)),
        verdict="possible-conflict",
        message=f"It is the {ordinal(one.nth)} {what} for {source}, the {ordinal(other.nth)} for {there}.",
        sides=[[_shown(ours, one)], [_shown(theirs, item) for item in alike if item.nth == other.nth]],
        steps=(Step(code="other-ordinal", text="Both speak of one of a series, and give it two numbers."),),
        settle="Count them, or state since when.",
        weight=0.6,
    )


def _shown(study: Study, place: Place) -> Evidence:
    return evidence_at(study, place.start, place.end, value=ordinal(place.nth), widen=False)


CHECK = Check(
    id="ordinal-differs",
    kind="count",
    title="One of a series, two numbers",
    reads=Archive,
    run=run,
    holds=lambda study: bool(study.gathered(PLACES)),
    gathers=(PLACES,),
    examples=(
        Example(
            documents={
                "release": "The Karrow Festival opened in Penbury on Friday. It is the fifth edition of the festival.",
                "paper": "This is the sixth edition of the Karrow Festival, which opened in Penbury on Friday.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "release": "A man died at the Karrow mine in Penbury. It was the third death at the mine this year.",
                "paper": "A man died at the Karrow mine in Penbury: it was the second death at the mine this year.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "release": "A man died at the Karrow mine in Penbury. It was the third death at the mine this year.",
                "paper": "A man died at the Karrow mine in Penbury. It was the second death at the mine in a month.",
            },
            expect=None,
        ),
        Example(
            documents={
                "release": "The Karrow bridge in Penbury was opened on Friday. It was the first phase of the works.",
                "paper": "The Karrow bridge in Penbury is open since Friday. It is the second phase of the works.",
            },
            expect=None,
        ),
    ),
)
