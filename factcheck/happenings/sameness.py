"""Whether two dated happenings may be one: what sets them apart, and how much speaks for it."""

import re
from datetime import date

from factcheck.contexts.things import any_akin, words_of
from factcheck.happenings.dated import Dated
from factcheck.identity import country_of, name_key, other_actors, same_name
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.kinds import kinds_of
from factcheck.language.moments import BEFORE_COURTS
from factcheck.language.places import regions
from factcheck.language.titles import posts_named
from factcheck.likeness import Likeness, likeness
from factcheck.records.finding import Step
from factcheck.stories import STORY

NAMED_THING, SAME_THING, CALLED, SAME_KIND = 2.0, 1.25, 0.75, 0.5
"""Points for what it happened to: a name in common, a noun in common, a name here that a document uses with the noun
there, a noun of the same kind."""
NAME, MOST_NAMES = 0.75, 1.5
WORD, MOST_WORDS = 0.4, 1.2
SAME_STORY, SETTING, MOST_SETTING = 1.25, 0.25, 0.5
DEFINITE, EDGE, ELSEWHERE = 0.5, 1.0, 0.75
"""Points for "the attack" on either side, for "last" or an ordinal on both; against it, names in
either clause that the other lacks."""
SLIP = 0.5
"""Points for two days of which a slip of the pen makes one: 17 and 27 September, one day of two months or years."""
FRESH = 4
"""Days within which a report tells of what is new."""


def apart(one: Dated, other: Dated) -> Step | None:
    """What makes two happenings of two, whatever else they share; null where nothing does."""
    found = difference(one, other)
    return found and Step(code=found[0], text=found[1])


def difference(one: Dated, other: Dated) -> tuple[str, str] | None:
    """The same as a code and a sentence."""
    if one.planned != other.planned or one.preliminary != other.preliminary:
        return ("other-stage", "Only one of them is told as yet to come, or as preliminary.")
    if one.planned and (_is_moved(one, other) or not (one.proper & other.proper or one.common & other.common)):
        return ("moved", "It may have been put off, or be another one.")
    if one.moments.isdisjoint(other.moments):
        return ("other-happening", f"One tells of {one.claim.measure}, the other of {other.claim.measure}.")
    if one.row.ordinal and other.row.ordinal and one.row.ordinal != other.row.ordinal:
        return ("other-ordinal", f"One is number {one.row.ordinal}, the other number {other.row.ordinal}.")
    if _other_place(one, other):
        return ("other-place", f"One is in {one.row.where}, the other in {other.row.where}.")
    if other_actors(one.row.slots, other.row.slots):
        return ("other-actors", "They are about different actors.")
    if _other_thing(one, other) or _other_goods(one, other) or _other_post(one, other):
        return ("other-subject", "They are said of different things.")
    if _other_sum(one, other):
        return ("other-sum", "They tell of other sums.")
    if one.edge != other.edge and "first" in (one.edge, other.edge):
        return ("other-ordinal", "Only one of them is told as the first.")
    if (one.anew or other.anew) and not (one.edge and one.edge == other.edge) and not is_last_of_regular(one, other):
        return ("told-anew", "One of them is told as one of several.")
    if _two_reports(one, other):
        return ("two-reports", "Each is news in its own report, and the reports lie apart.")
    return None


def _other_post(one: Dated, other: Dated) -> bool:
    """Whether both tell since when somebody has a post, and of no post in common: chairwoman, chief executive."""
    if "appointment" not in one.moments & other.moments:
        return False
    ours, theirs = (_posts(item.claim.wording) for item in (one, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _posts(words: str) -> frozenset[str]:
    return posts_named(words) | {found[1].lower() for found in _POST.finditer(words)}


_POST = re.compile(
    r"\b(president|minister|secretary|ambassador|governor|mayor|editor|coach|captain|commander|conductor|curator|bishop|"
    r"rector|dean|judge|treasurer|spokes(?=man|woman|person))",
    re.IGNORECASE,
)
"""The commonest posts that go by one name."""


def is_last_of_regular(one: Dated, other: Dated) -> bool:
    """Whether one is told as that of each year or the like, and the other as the last: "the annual inspection"."""
    return any(
        theirs.edge == "last" and ours.regular and not theirs.anew for ours, theirs in ((one, other), (other, one))
    )


_MOVED = re.compile(
    r"\b(?:postpone|delay|reschedul|put (?:off|back)|push(?:ed)? back|bring forward|brought forward|"
    r"moved (?:to|from|back)|original(?:ly)?|instead|new date|was to have|were to have|slip(?:ped)?)",
    re.IGNORECASE,
)
_SAME_TIME = 45
"""Days between two reports that announce one thing, from which on its date may have been changed."""


def _is_moved(one: Dated, other: Dated) -> bool:
    """Whether a planned date may have been changed between two reports."""
    ours, theirs = one.claim.as_of, other.claim.as_of
    if not ours or not theirs or any(_MOVED.search(item.claim.sentence) for item in (one, other)):
        return True
    return abs((date.fromisoformat(ours) - date.fromisoformat(theirs)).days) > _SAME_TIME


def _other_place(one: Dated, other: Dated) -> bool:
    ours, theirs = one.row.where, other.row.where
    if not ours or not theirs or same_name(ours, theirs) != "different":
        return False
    if country_of(ours) or country_of(theirs):
        return bool(country_of(ours) and country_of(theirs))
    return not {ours, theirs} & regions()


def _other_thing(one: Dated, other: Dated) -> bool:
    """Whether both name what it happened to, and name different things; or count different things."""
    if _other_announcement(one, other):
        return True
    if one.counted and other.counted and not one.counted & other.counted:
        return not any_akin(one.counted, other.counted)
    if one.proper & other.proper:
        if bool(one.parts & _DEPICTIONS) != bool(other.parts & _DEPICTIONS):
            return True
        return bool(one.parts and other.parts) and not (one.parts & other.parts or any_akin(one.parts, other.parts))
    if one.proper and other.proper:
        return True
    if not one.common or not other.common or one.common & other.common:
        return False
    if one.by_whom != other.by_whom:
        return False
    if (one.proper and not _listed(one.common)) or (other.proper and not _listed(other.common)):
        return False
    return not any_akin(one.common, other.common)


def _other_goods(one: Dated, other: Dated) -> bool:
    """Whether what is bought or sold bears another name here and is another kind of thing."""
    (ours, what), (theirs, told) = one.goods, other.goods
    if not (ours and theirs and what and told):
        return False
    return ours.isdisjoint(theirs) and what.isdisjoint(told) and not any_akin(what, told)


def _other_announcement(one: Dated, other: Dated) -> bool:
    """Whether two announcements are by others and not of one thing, as far as their clauses tell."""
    if not one.claim.measure == other.claim.measure == "announcement":
        return False
    (ours, theirs), (what, told) = (
        [words_of(" and ".join(slot)) for slot in slots]
        for slots in zip(*((item.claim.roles.agent, item.claim.roles.recipient) for item in (one, other)), strict=True)
    )
    same_speaker = not (ours[0] | ours[1]) or not (theirs[0] | theirs[1]) or bool(ours[1] & theirs[1])
    return not (same_speaker or what[0] & told[0] or what[1] & told[1])


_DEPICTIONS = frozenset(
    "video film footage clip trailer image picture photo photograph portrait drawing map model mock-up replica "
    "plan design report study book statue poster logo".split()
)
"""What shows or tells of a thing, and is another: "a video of the ferry Sandvik"."""
_PAID = frozenset("payment donation loan spending funding award fine order transfer acquisition".split())
"""Happenings of which somebody may have many, told apart by the sum or the number."""


def _other_sum(one: Dated, other: Dated) -> bool:
    """Whether two payments or the like are of other sums: neither sentence gives a figure of the other."""
    if {one.claim.measure, other.claim.measure}.isdisjoint(_PAID):
        return False
    ours, theirs = _figures(one), _figures(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _figures(item: Dated) -> set[float]:
    """The figures of a sentence without those of its years and of the happening's day."""
    span = item.claim.event.date if item.claim.event else None
    day = float(span.start[8:10] or 0) if span is not None and span.start else 0.0
    return {figure for figure in item.row.figures if not 1900 <= figure <= 2100 and figure != day}


def _listed(nouns: frozenset[str]) -> bool:
    return any(kinds_of(noun) for noun in nouns)


def _is_called(one: Dated, other: Dated) -> bool:
    """Whether the noun of the other may stand for the name of what one happened to.

    The other's document has the name too, and says "the stadium" of it; a word that says nothing ("the firm", "it")
    stands for a name that its document is about.
    """
    if not one.proper or other.proper:
        return False
    known = {word for name in (*other.claim.setting, *other.claim.names) for word in name_key(name).split()}
    if not one.proper & known:
        return False
    said = other.claim.wording
    return not other.common or any(
        re.search(rf"\b[Tt]he (?:[\w-]+ )?{re.escape(noun)}\b", said) for noun in other.common
    )


def _two_reports(one: Dated, other: Dated) -> bool:
    """Whether each is fresh news of its own document, and the documents are of different days."""
    if one.once or other.once or (one.proper & other.proper and one.moments & other.moments & BEFORE_COURTS):
        return False
    ours, theirs = _age(one), _age(other)
    if ours is None or theirs is None or one.published == other.published:
        return False
    return 0 <= ours <= FRESH and 0 <= theirs <= FRESH and one.when.apart(other.when) == "days"


def _age(one: Dated) -> float | None:
    """Days from the happening to the day of its document."""
    return one.published - one.when.days[0] if one.published is not None and one.when.days else None


def most_points(one: Dated, other: Dated, story: float) -> float:
    """The most that `points` may give, at a glance."""
    score = SAME_STORY * story / STORY + DEFINITE * (one.definite + other.definite)
    if not one.proper.isdisjoint(other.proper):
        score += NAMED_THING
    else:
        score += CALLED if one.common.isdisjoint(other.common) else SAME_THING
    score += 0.0 if one.row.parts.isdisjoint(other.row.parts) else MOST_NAMES
    score += min(WORD * len(one.row.words & other.row.words), MOST_WORDS)
    score += min(SETTING * len(one.row.around & other.row.around), MOST_SETTING)
    edged = bool(one.edge or other.edge or (one.row.ordinal and other.row.ordinal))
    return score + EDGE * edged + SLIP * _are_slips(one, other)


def _are_slips(one: Dated, other: Dated) -> bool:
    """Whether two days differ in the year alone, in the month alone, or in the tens of the day."""
    spans = one.claim.timespan, other.claim.timespan
    days = [span.start for span in spans if span is not None and span.granularity == "day" and span.start]
    if len(days) != len(spans) or any(len(day) != _DAY for day in days):
        return False
    (year, month, day), (another, in_month, on_day) = (tuple(written.split("-")) for written in days)
    differ = (year != another) + (month != in_month) + (day != on_day)
    return differ == 1 and (day == on_day or day[1] == on_day[1])


_DAY = len("2000-01-01")


def points(one: Dated, other: Dated, story: float) -> tuple[float, Likeness]:
    """How much speaks for two happenings being one, and what they share; `story` is how near their documents are."""
    like = likeness(one.row, other.row)
    proper, common = one.proper & other.proper, one.common & other.common
    called = not (proper or common) and (_is_called(one, other) or _is_called(other, one))
    score = 0.0
    if proper:
        score += NAMED_THING
    elif common:
        score += SAME_THING
    elif any_akin(one.common, other.common):
        score += SAME_KIND
    elif called:
        score += CALLED
    names = [name for name in like.names if not set(name_key(name).split()) & proper]
    known = {*common, *one.moments, *other.moments, *MONTHS, *WEEKDAYS}
    words = [word for word in like.words if word not in known]
    score += min(NAME * len(names), MOST_NAMES) + min(WORD * len(words), MOST_WORDS)
    score += SAME_STORY * story / STORY
    score += min(SETTING * len(one.row.around & other.row.around - {name_key(name) for name in names}), MOST_SETTING)
    if one.around and other.around and not one.around & other.around and not proper and not called:
        score -= ELSEWHERE
    score += DEFINITE * (one.definite + other.definite)
    if (one.edge and one.edge == other.edge) or (one.row.ordinal and one.row.ordinal == other.row.ordinal):
        score += EDGE
    if is_last_of_regular(one, other):
        score += DEFINITE
    return score + SLIP * _are_slips(one, other), like
