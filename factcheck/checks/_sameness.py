"""Whether two dated happenings may be one: what sets them apart, and how much speaks for it."""

from factcheck.checks._dated import Dated
from factcheck.identity import country_of, name_key, same_name, same_roles
from factcheck.language.kinds import kinds_of
from factcheck.likeness import STORY, Likeness, likeness
from factcheck.records.finding import Step

NAMED_THING, SAME_THING, SAME_KIND = 2.0, 1.25, 0.5
"""Points for what it happened to: a name in common, a noun in common, a noun of the same kind."""
NAME, MOST_NAMES = 0.75, 1.5
WORD, MOST_WORDS = 0.4, 1.2
SAME_STORY, SETTING, MOST_SETTING = 1.25, 0.25, 0.5
DEFINITE, EDGE = 0.75, 0.5
"""Points for "the attack" on both sides, for "last" or an ordinal on both."""
FRESH = 4
"""Days within which a report tells of what is new."""


def apart(one: Dated, other: Dated) -> Step | None:
    """What makes two happenings of two, whatever else they share; null where nothing does."""
    if not one.moments & other.moments:
        return _step("other-happening", f"One tells of {one.claim.measure}, the other of {other.claim.measure}.")
    if one.ordinal and other.ordinal and one.ordinal != other.ordinal:
        return _step("other-ordinal", f"One is number {one.ordinal}, the other number {other.ordinal}.")
    if one.edge != other.edge and "first" in (one.edge, other.edge):
        return _step("other-ordinal", "Only one of them is told as the first.")
    if (one.anew or other.anew) and not (one.edge and one.edge == other.edge):
        return _step("told-anew", "One of them is told as one of several.")
    if _other_place(one, other):
        return _step("other-place", f"One is in {one.claim.place}, the other in {other.claim.place}.")
    if same_roles(one.claim.roles, other.claim.roles)[0] == "different":
        return _step("other-actors", "They are about different actors.")
    if _other_thing(one, other):
        return _step("other-subject", "They are said of different things.")
    if _two_reports(one, other):
        return _step("two-reports", "Each is news in its own report, and the reports lie apart.")
    return None


def _step(code: str, text: str) -> Step:
    return Step(code=code, text=text)


def _other_place(one: Dated, other: Dated) -> bool:
    ours, theirs = one.claim.place, other.claim.place
    if not ours or not theirs or same_name(ours, theirs) != "different":
        return False
    if country_of(ours) or country_of(theirs):
        return bool(country_of(ours) and country_of(theirs))
    return not any(_holds(item.study.document.text, ours, theirs) for item in (one, other))


def _holds(text: str, one: str, other: str) -> bool:
    """Whether a text gives one place as within the other ("Lindale, Ohio", "the village of Osk in Karrow")."""
    return any(f"{a}{tie}{b}" in text for a, b in ((one, other), (other, one)) for tie in (", ", " in ", " in the ", " (" ))


def _other_thing(one: Dated, other: Dated) -> bool:
    """Whether both name what it happened to, and name different things."""
    if one.proper & other.proper:
        return False
    if one.proper and other.proper:
        return True
    if not one.common or not other.common or one.common & other.common:
        return False
    if (one.proper and not _kinds(one.common)) or (other.proper and not _kinds(other.common)):
        return False
    return not _kinds(one.common) & _kinds(other.common)


def _kinds(nouns: frozenset[str]) -> frozenset[str]:
    return frozenset(kind for noun in nouns for kind in kinds_of(noun))


def _two_reports(one: Dated, other: Dated) -> bool:
    """Whether each is fresh news of its own document, and the documents are of different days."""
    if one.once or other.once:
        return False
    ours, theirs = _age(one), _age(other)
    if ours is None or theirs is None or one.claim.as_of == other.claim.as_of:
        return False
    return 0 <= ours <= FRESH and 0 <= theirs <= FRESH and one.when.apart(other.when) == "days"


def _age(one: Dated) -> float | None:
    """Days from the happening to the day of its document."""
    from datetime import date

    if not one.claim.as_of or not one.when.days:
        return None
    return date.fromisoformat(one.claim.as_of).toordinal() - one.when.days[0]


def points(one: Dated, other: Dated, story: float) -> tuple[float, Likeness]:
    """How much speaks for two happenings being one, and what they share; `story` is how near their documents are."""
    like = likeness(one.claim, other.claim)
    proper, common = one.proper & other.proper, one.common & other.common
    score = 0.0
    if proper:
        score += NAMED_THING
    elif common:
        score += SAME_THING
    elif _kinds(one.common) & _kinds(other.common):
        score += SAME_KIND
    names = [name for name in like.names if not set(name_key(name).split()) & proper]
    known = {*common, *one.moments, *other.moments}
    words = [word for word in like.words if word not in known]
    score += min(NAME * len(names), MOST_NAMES) + min(WORD * len(words), MOST_WORDS)
    score += SAME_STORY * story / STORY
    shared = {name_key(name) for name in one.claim.setting} & {name_key(name) for name in other.claim.setting}
    score += min(SETTING * len(shared), MOST_SETTING)
    score += DEFINITE * (one.definite and other.definite)
    score += EDGE * bool((one.edge and one.edge == other.edge) or (one.ordinal and one.ordinal == other.ordinal))
    return score, like
