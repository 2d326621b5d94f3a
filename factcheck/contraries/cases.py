"""Whether two clauses that say contraries are of one case: the same person or thing, at the same time.

Two outcomes of one case exclude each other (resigned, dismissed); a change and the state that it ended exclude each
other only where the state is told of a later day (released on Tuesday, still held on Thursday).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from factcheck.contexts.places import sentence_at, within
from factcheck.contexts.things import any_akin
from factcheck.contraries.stances import Stance, nouns_of, without_votes
from factcheck.language.calendar import WEEKDAYS
from factcheck.language.opposites import OWN_WORDS, sides_of
from factcheck.language.tagging import tag
from factcheck.records.mention import TimeMention
from factcheck.records.timespan import Timespan, day_number, length_in_days, relate
from factcheck.statements.telling import Rarity
from factcheck.stories import STORY

NEEDED = 1.0
"""Points from which two clauses are of one case."""
NAMED, LINKED, OF_A_KIND = 1.0, 0.8, 0.5
"""What they both speak of: by its name, by a name that a text gives the noun, by its noun."""
SAME_DAY, SAME_TIME, SAME_WEEK = 0.4, 0.25, 0.2
ACTOR, NAME, WORD, MOST = 0.3, 0.4, 0.3, 1.0
"""Points for who does it, for each other name and word that both have, and the most for all of these."""
KINDRED = 0.2
"""Points for documents of one story, and for a second word for what both speak of."""
NEAR, LONG = 7, 31
"""Days between two documents that report the news of a week, and beyond which a case may have moved on."""
STILL_WITHIN = 14
"""Days after a change within which another document's state is held against it."""

_DAY = len("2000-01-01")

_STAGES = re.compile(
    r"\b(?:initial(?:ly)?|at first|first time|original(?:ly)?|earlier|previous(?:ly)?|again|provisional(?:ly)?|"
    r"partly|partially|some of)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:overturn\w*|revers(?:e|ed|al|ing)|eventual(?:ly)?|subsequent(?:ly)?|reinstated|later|retrial|on appeal|"
    r"court of appeal|appeals? (?:court|judges?|panel))\b",
    re.IGNORECASE,
)
"""Words by which a text tells of one stage among several, or of a part."""
_HAD = re.compile(r"\bhad (?:\w+ )?(?:\w+(?:ed|en)|lost|won|held|found|sold|cut|left|met|put|set|shut)\b")
"""What had happened before what a text tells."""
_ANEW = re.compile(r"\b(?:again|re-?(?:arrest|open|clos|imprison|occup)\w*|back (?:in|behind|on)|once more)\b", re.I)
_LASTING = re.compile(
    r"\b(?:still|remain(?:s|ed|ing)?|stay(?:s|ed)|continu(?:e|es|ed|ing)|yet to|not yet|so far|as yet)\b", re.IGNORECASE
)
_PRESENT = re.compile(r"\b(?:is|are|has|have|remains?|stays?|continues?|hasn['’]t|haven['’]t|isn['’]t|aren['’]t)\b")
_BODY = re.compile(
    r"\b(?:council|court|committee|commission|board|panel|tribunal|ministry|authority|agency|parliament|assembly|"
    r"senate|congress|government|cabinet|inspectorate|regulator|police)\b"
)
_INSTRUMENTS = frozenset(
    "act agreement amendment bill budget charter constitution contract deal grant law levy licence license loan merger "
    "ordinance pact permit policy statute takeover tax tender treaty".split()
)
"""What is decided on for itself: a plan for the pier is no budget for the pier."""
_DAYS = frozenset(WEEKDAYS)
_LABELS = frozenset("unit phase stage block part lot".split())
_TOPIC = re.compile(
    r"\b(?:agreement|deal|accord|settlement|compromise|talks|negotiations|agreed|terms) (?:[a-z]+ )?"
    r"(?:on|over|about|for) ((?:[\w’'-]+ ?){1,4})",
    re.IGNORECASE,
)
_SAID_ON = re.compile(
    r"\b(?:said|says|told|tells|announced|wrote|added|reported|stated|insisted|confirmed|claimed|explained)\b"
    r"(?: [\w’'-]+){0,4} ?$"
)
_COUNTED = re.compile(
    r"(?<!\bfor )(?<!\bwith )(?<!\bby )(?<!\bafter )(?<!\bto )"
    r"\b(?:(?<!\d[.,])\d++(?:[.,]\d++)*+|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens|hundreds|"
    r"thousands|most|some|many|several|half|others|parts?|(?:one|many|most|some|all but \w+) of)(?: of)?(?: the)? "
    r"(?:[a-z-]+ )?(?!days|weeks|months|years|hours|minutes|times|his|its|was|is|has|this|as)[a-z]+s\b"
)

T = TypeVar("T")


def _once(work: Callable[[Stance], T]) -> Callable[[Stance], T]:
    """The same, worked out once of each."""

    def told(item: Stance) -> T:
        if work not in item.memo:
            item.memo[work] = work(item)
        found: T = item.memo[work]
        return found

    return told


Scale = tuple[str, str]
Known = Mapping[Scale, Sequence[Stance]]


def by_scale(items: Iterable[Stance]) -> dict[Scale, list[Stance]]:
    """What each source says on each scale of contraries, by source and key."""
    found: dict[Scale, list[Stance]] = defaultdict(list)
    for item in items:
        if item.point.key.startswith("contrary "):
            found[item.statement.source, item.point.key].append(item)
    return found


def case_points(
    one: Stance, other: Stance, known: Known, rarity: Rarity, story: float
) -> tuple[float, tuple[str, ...]]:
    """How much speaks for two contraries being of one case, and the words for it; 0 where they may both be true."""
    times = _of_states(one, other, known) if one.point.passing else _of_outcomes(one, other, known)
    if not times or one.order != other.order:
        return 0.0, ()
    thing, found = _one_thing(one, other)
    if thing is None or ((one.point.passing or thing < LINKED) and (_is_counted(one) or _is_counted(other))):
        return 0.0, ()
    return _weighed(one, other, rarity, times + thing, found, story)


def _weighed(
    one: Stance, other: Stance, rarity: Rarity, points: float, found: set[str], story: float
) -> tuple[float, tuple[str, ...]]:
    sources = one.statement.source, other.statement.source
    acting = (one.acting[0] & other.acting[0]) | (one.acting[1] & other.acting[1])
    told = found | acting | one.point.words | other.point.words
    names = sorted(_names(one) & _names(other) - told)
    if not (found or names):
        return 0.0, ()
    beside = sorted(
        (one.statement.words | one.words) & (other.statement.words | other.words) - told - set(names) - _DAYS
    )
    weights = [*(NAME for _ in names), *(WORD * rarity.of(word, *sources) for word in beside)]
    points += KINDRED * (story >= STORY) + KINDRED * (len(found) > 1)
    return points + ACTOR * bool(acting) + min(MOST, sum(weights)), tuple(sorted({*found, *acting, *names, *beside}))


def _names(item: Stance) -> frozenset[str]:
    """The words of the names in its sentence, without those who decide."""
    return frozenset(
        part for name in item.statement.names if not _BODY.search(name) for part in name.split() if len(part) > 2
    )


def _one_thing(one: Stance, other: Stance) -> tuple[float | None, set[str]]:
    """Points for what both speak of, with its words; null where they speak of two things."""
    (ours, common), (theirs, others) = _things(one), _things(other)
    if one.point.key == "contrary decision" and _names_of_things_differ(one, other):
        return None, set()
    if _is_paper(one) != _is_paper(other) and not (ours and theirs):
        apart = (common & _INSTRUMENTS) - other.words or (others & _INSTRUMENTS) - one.words
        return (None if apart else 0.0), set()
    if one.point.key == "contrary agreement" and _of_two_topics(one, other):
        return None, set()
    if not (ours or theirs or common or others):
        beside = one.words & other.words
        return OF_A_KIND if beside else 0.0, set(beside)
    nouns = {word for word in common for beside in (others, other.words) if word in beside} | (others & one.words)
    if common and others and not (nouns or any_akin(common, others)):
        return None, set()
    ours_only, theirs_only = common - others, others - common
    if one.point.key == "contrary renewal" and ours_only and theirs_only and not any_akin(ours_only, theirs_only):
        return None, set()
    if ours and theirs:
        told_alike = not (one.event.recipient or other.event.recipient)
        within = (ours & theirs or not told_alike) and (ours <= theirs | other.words or theirs <= ours | one.words)
        shared = (ours | theirs) & (one.words | ours) & (other.words | theirs) if within else frozenset()
        return (NAMED, set(shared)) if shared else (None, set())
    of_a_kind = OF_A_KIND if nouns or (common and others) else 0.0
    for names, item, there in ((ours, one, others), (theirs, other, common)):
        if names:
            against = other if item is one else one
            if names & against.words:
                return NAMED, set(names & against.words)
            linked = any(_is_linked(names, there or _noun_of(against), each) for each in (one, other))
            if linked or (names <= against.context and (nouns or any_akin(names, there))):
                return LINKED, set(names)
            return (None, set()) if there and not nouns else (of_a_kind, nouns)
    return of_a_kind, nouns


def _names_of_things_differ(one: Stance, other: Stance) -> bool:
    """Whether both clauses name something behind their verb, and nothing that the other document speaks of there."""
    ours, theirs = (
        {token.lower for token in tag(_clause(item).partition(item.event.verb)[2]) if token.tag == "PROPER"} - _DAYS
        for item in (one, other)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs | other.words) and theirs.isdisjoint(ours | one.words)


def _of_two_topics(one: Stance, other: Stance) -> bool:
    """Whether what was agreed on is told of both, in other words."""
    ours, theirs = (_TOPIC.search(_clause(item)) for item in (one, other))
    nouns = [nouns_of(" ".join(match[1].split())) for match in (ours, theirs) if match]
    return len(nouns) > 1 and all(nouns) and not any_akin(*nouns)


@_once
def _things(item: Stance) -> tuple[frozenset[str], frozenset[str]]:
    """The names and nouns for what a contrary is said of, without those that go with every case of its kind."""
    scale = item.point.key.split(" ", 1)[1]
    said = item.point.words | OWN_WORDS.get(scale, frozenset())
    proper, common = item.undergoing
    common = frozenset(word for word in common if f"{word}s" not in proper)
    return proper - said - _LABELS, common - said


def _noun_of(item: Stance) -> frozenset[str]:
    """The noun by which a clause names what happens, where that is what the contrary is said of."""
    return frozenset({item.event.verb}) if item.event.concept and not item.undergoing[1] else frozenset()


def _is_paper(item: Stance) -> bool:
    """Whether what is decided on is told by the paper that asks for it, and not by what it asks for."""
    return item.point.key == "contrary decision" and not OWN_WORDS["decision"].isdisjoint(item.undergoing[1])


def _is_linked(names: frozenset[str], nouns: frozenset[str], item: Stance) -> bool:
    """Whether a text calls a thing by its name and its noun in one breath: "the Alba trial", "Alba, the trial of"."""
    text = item.statement.study.document.text
    name = "|".join(re.escape(name) for name in sorted(names))
    noun = "|".join(re.escape(noun) for noun in sorted(nouns))
    return bool(
        re.search(rf"\b(?:{name})(?:,? (?:the|a|an|its|their)(?: [\w-]+){{0,4}}?)? (?:{noun})\b", text, re.IGNORECASE)
        or re.search(rf"\b(?:{noun})(?:,| called| named| known as)? (?:{name})\b", text, re.IGNORECASE)
    )


def of_two_stages(one: Stance, other: Stance) -> bool:
    """Whether one of two sentences alone tells of what came of it later: on appeal, when it was overturned."""
    return _is_late(one) != _is_late(other)


@_once
def _is_late(item: Stance) -> bool:
    return _LATER.search(sentence_told(item)) is not None


@_once
def is_anew(item: Stance) -> bool:
    """Whether a sentence tells that something became so once more: "running again", "back in"."""
    return _ANEW.search(sentence_told(item)) is not None


@_once
def _is_a_stage(item: Stance) -> bool:
    return _STAGES.search(_clause(item)) is not None or _HAD.search(_clause(item)) is not None


@_once
def _is_counted(item: Stance) -> bool:
    return _COUNTED.search(without_votes(_clause(item))) is not None


def _of_outcomes(one: Stance, other: Stance, known: Known) -> float:
    """Points for two outcomes being of one time; 0 where they may follow one another."""
    if _is_a_stage(one) or _is_a_stage(other) or of_two_stages(one, other):
        return 0.0
    if _tells(one.statement.source, other, known) or _tells(other.statement.source, one, known):
        return 0.0
    ours, theirs = _own_times(one), _own_times(other)
    if ours and theirs:
        spans = [(a, b) for a in ours for b in theirs if relate(a, b) not in ("disjoint", "unknown")]
        if not spans:
            return 0.0
        return SAME_DAY if any(length_in_days(a) <= 1 and length_in_days(b) <= 1 for a, b in spans) else SAME_TIME
    apart = days_apart(one, other)
    return 0.0 if apart is None or apart > LONG else SAME_WEEK if apart <= NEAR else SAME_WEEK / 2


@_once
def _own_times(item: Stance) -> list[Timespan]:
    """The times in its clause."""
    return _times_within(item, item.event.start, item.event.end)


def _of_states(one: Stance, other: Stance, known: Known) -> float:
    """Points where one tells of a change, and the other that all was still as before on a later day."""
    for change, state in ((one, other), (other, one)):
        if not _is_change(change) or not _lasts(state) or is_anew(state):
            continue
        if _tells(state.statement.source, change, known):
            continue
        until, since = _day_of_change(change), _day_of_state(state)
        if until and since and 0 < day_number(since) - day_number(until) <= STILL_WITHIN:
            return SAME_DAY
    return 0.0


@_once
def _is_change(item: Stance) -> bool:
    """Whether a clause tells that something was made so: its verb is on the scale, and it is done."""
    event = item.event
    return (
        not event.negated
        and event.status == "done"
        and any(item.point.key == f"contrary {side.scale}" for side in sides_of(event.verb))
    )


@_once
def _lasts(item: Stance) -> bool:
    """Whether a clause tells a state that goes on at its time."""
    clause = _clause(item)
    return bool(_LASTING.search(clause)) or (not _is_change(item) and bool(_PRESENT.search(clause)))


@_once
def _day_of_change(item: Stance) -> str:
    """The day on which a change was over: its sentence's, else its document's."""
    days = [span.start for span in _days(item.statement.spans) if span.start]
    return max(days)[:_DAY] if days else _published(item)


@_once
def _day_of_state(item: Stance) -> str:
    """The day of which a state is told: its sentence's or, of what is past, the one before; else the document's."""
    days = [span.start for span in _days(item.statement.spans) if span.start]
    if not days and not _PRESENT.search(_clause(item)):
        days = [span.start for span in _days(_spans_before(item)) if span.start]
        return max(days)[:_DAY] if days else ""
    return max(days)[:_DAY] if days else _published(item)


def _days(spans: Iterable[Timespan]) -> list[Timespan]:
    return [span for span in spans if length_in_days(span) <= 1]


def _spans_before(item: Stance) -> list[Timespan]:
    """The times in the sentence before."""
    high = item.statement.sentence
    before = sentence_at(item.statement.study.document, max(high - 2, 0))
    return _times_within(item, before.start, high) if before is not None else []


@_once
def spans_told(item: Stance) -> list[Timespan]:
    """The times of its sentence, but for the time at which somebody said it."""
    sentence = sentence_at(item.statement.study.document, item.event.start)
    if sentence is None:
        return list(item.statement.spans)
    text = item.statement.study.document.text
    times = within(item.statement.study.seen(TimeMention), sentence.start, sentence.end)
    said = [mention for mention in times if mention.start >= item.event.end or mention.end <= item.event.start]
    known = [
        mention for mention in times if mention not in said or not _SAID_ON.search(text, sentence.start, mention.start)
    ]
    spans = (mention.timespan for mention in known)
    return [span for span in spans if span is not None and span.is_resolved]


def _times_within(item: Stance, start: int, end: int) -> list[Timespan]:
    times = within(item.statement.study.seen(TimeMention), start, end)
    spans = (mention.timespan for mention in times)
    return [span for span in spans if span is not None and span.is_resolved]


def _tells(source: str, contrary: Stance, known: Known) -> bool:
    """Whether a source itself says of the same thing what another says: it tells of two stages."""
    proper, common = _things(contrary)
    for item in known.get((source, contrary.point.key), ()):
        if item.point.holds == contrary.point.holds:
            ours, nouns = _things(item)
            if ours & proper or nouns & common or not (ours or nouns) or not (proper or common):
                return True
    return False


def days_apart(one: Stance, other: Stance) -> int | None:
    """The days between two documents; null where either has no day."""
    ours, theirs = _published(one), _published(other)
    return abs(day_number(ours) - day_number(theirs)) if ours and theirs else None


@_once
def _published(item: Stance) -> str:
    """The day of its document, where it is known to the day."""
    day = (item.statement.study.date or "")[:_DAY]
    return day if len(day) == _DAY else ""


@_once
def sentence_told(item: Stance) -> str:
    """The sentence in which a clause stands."""
    sentence = sentence_at(item.statement.study.document, item.event.start)
    return item.statement.study.document.text[sentence.start : sentence.end] if sentence else ""


@_once
def _clause(item: Stance) -> str:
    return item.statement.study.document.text[item.event.start : item.event.end]
