"""Parts of a whole in running text: which figures are given side by side, and whether they exclude each other."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from factcheck.language.countries import demonyms
from factcheck.language.persons import is_person
from factcheck.language.verbs import FORMS
from factcheck.reckoning.changes import NEARLY
from factcheck.reckoning.figures import Figure

_BETWEEN = re.compile(
    r"^[^.;:()]{0,70}(?:, (?:and |with |then |plus |while )?| and |; (?:and )?| plus | \+ | & )"
    rf"(?:(?!by|from|to|at|in|of|was|were|is|are)[\w’'-]+ ){{0,3}}?{NEARLY}$"
)
_IN_BRACKETS = re.compile(r"^[^.:]{0,70}\),? (?:and )?[^.:()]{0,60}\($")
_OF_WHOLE = re.compile(r"\b(?:of|out of|among|from) (?:the|its|their|all|his|her|our|these|those) $")
_ASIDE = re.compile(
    r"(?<!-)\b(?:aged?|under|over|above|below|older|younger|between|including|among|mostly|half|at least|up to|"
    r"more than|fewer than|less than|also|still|already|alone|only|a (?:year|month|week|day)|per|each|every|up|"
    r"down)\b(?!-)"
)
MORE = re.compile(
    r"\b(?:others?|rest|remainder|remaining|among others|and more|etc|not all|some|the majority|unknown|several|many|"
    r"dozens|a few|various|as well as|among them|the like)\b",
    re.IGNORECASE,
)
"""Words that say that there is more than was listed."""
NOT_ALL_THE_REST = re.compile(
    r"\b(?:most|much|many|some|part|parts|half|a third|two thirds|a quarter|three quarters|the bulk|the majority|"
    r"the (?:better|greater|larger|largest|main|biggest) (?:part|share|portion)|the largest) of "
    r"(?:the (?:rest|remainder|remaining|others?)|what (?:is|was|remains|remained))\b",
    re.IGNORECASE,
)
"""Words that say that a part is but some of what the others leave: "most of the rest, 105,000, on boats"."""

_FAMILIES = (
    "died dead killed deaths rescued survived survivors missing injured wounded unhurt unharmed saved recovered hurt "
    "treated discharged hospital",
    "yes no for against abstained favour favor abstentions abstention absent abstain abstaining opposed undecided "
    "unsure know aye nay",
    "men women boys girls man woman boy girl",
    "children adults adult child",
    "male female males females",
    "passengers crew",
    "passed failed accepted rejected pending approved refused convicted acquitted cleared granted denied dismissed",
    "positive negative inconclusive",
    "delivered outstanding cancelled",
    "won lost drawn drew wins draws defeats losses win draw defeat loss",
    "home abroad domestic foreign",
    "civilians civilian soldiers soldier militants police policemen troops rebels fighters insurgents officers",
    "teachers pupils parents doctors nurses patients drivers pedestrians cyclists pilots",
    "new used second-hand old",
    "owned leased rented",
    "full-time part-time permanent temporary",
    "gold silver bronze",
    "cash shares stock debt bonds equity loans loan grants grant",
    "safe unsafe repair repaired demolished pulled destroyed damaged intact rebuilt",
    "morning afternoon evening",
    "spent unspent remains remain left paid owed",
    "free occupied empty vacant",
    "singles doubles suites twins",
)
_WORDS = tuple(frozenset(words.split()) for words in _FAMILIES)
_ALL = (
    frozenset({"men", "women"}), frozenset({"man", "woman"}), frozenset({"men", "woman"}), frozenset({"man", "women"}),
    frozenset({"boys", "girls"}), frozenset({"male", "female"}), frozenset({"males", "females"}),
    frozenset({"adults", "children"}), frozenset({"passengers", "crew"}), frozenset({"recovered", "remain"}),
    frozenset({"returned", "remain"}), frozenset({"repaired", "remain"}), frozenset({"sold", "unsold"}),
    frozenset({"paid", "outstanding"}), frozenset({"paid", "unpaid"}), frozenset({"delivered", "outstanding"}),
)  # fmt: skip
"""Groups that are all that there is of their kind."""
_PLACE = re.compile(
    r"^ (?:of them )?(?:went |were |are |was |live |lived |work |died )?(?:in|from|at|to|near|on|around) (?:the )?"
    r"(?P<name>[A-Za-z][\w’'-]+)"
)
_WIDE = frozenset("Europe Asia Africa America Latin North South East West Middle EU".split())
_WORD = re.compile(r"[A-Za-z][\w’'-]*")


def runs(text: str, figures: Sequence[Figure]) -> list[list[Figure]]:
    """The figures that are given side by side ("119 said yes, one said no and 36 abstained"), as far as they go."""
    found: list[list[Figure]] = []
    for item in figures:
        if item.change or not item.is_exact or _OF_WHOLE.search(text[max(item.start - 16, 0) : item.start]):
            continue
        last = found[-1][-1] if found else None
        gap = text[last.end : item.start] if last is not None else ""
        side_by_side = last is not None and (_BETWEEN.match(gap) or _IN_BRACKETS.match(gap))
        if last is not None and side_by_side and is_part_like(last, item):
            found[-1].append(item)
        else:
            found.append([item])
    return [run for run in found if len(run) > 1]


_WITHIN = re.compile(r" (?:[a-z]+ )?of (?:them|these|those|whom|which)\b")


def without_subsets(text: str, run: Sequence[Figure]) -> list[Figure]:
    """The figures of a run but for those that are within the one before ("four died, one of them in hospital")."""
    return [item for place, item in enumerate(run) if not (place and _WITHIN.match(text, item.end))]


def is_part_like(one: Figure, other: Figure) -> bool:
    """Whether two figures can be added: of one dimension, of one currency, both by the year or neither."""
    return (
        one.dimension == other.dimension
        and one.per == other.per
        and (one.dimension != "money" or one.unit == other.unit)
    )


def said_of(text: str, parts: Sequence[Figure], end: int) -> list[str]:
    """What is said of each part, up to the next."""
    stops = [*(part.start for part in parts[1:]), end]
    return [text[part.end : stop] for part, stop in zip(parts, stops, strict=True)]


def are_plain(said: Sequence[str]) -> bool:
    """Whether nothing said of the parts lets one overlap with another or with what is no part ("12 under 21")."""
    return not any(_ASIDE.search(words) for words in said)


_STANDS = re.compile(
    r"^ (?:of (?:them|these) )?(?:[a-z]+ )?(?:were|was|are|is|stood|stand|lay|lie|sat|sit|waited|remained|stayed) "
    r"(?:still |already |back )?(?P<where>(?:in|on|at|out|under|inside|outside|away|off)(?: [a-z]+){1,3})"
)
_BODILY = re.compile(
    r"^ (?:[a-z]+ ){0,3}?(?:stood|stand|lay|lie|sat|sit|waited|out|outside|inside|away|off|parked|moored|anchored)\b"
)
"""Where each of a number is, and that it is there as a body is: "33 were out on their routes and five stood in the
hall"."""


def exclude_each_other(said: Sequence[str]) -> bool:
    """Whether nothing can belong to two of the parts: outcomes, places, whereabouts, nationalities, names."""
    places = [_PLACE.match(words) for words in said]
    if all(places):
        names = [match["name"] for match in places if match]
        return len(set(names)) == len(names) and not _WIDE & set(names)
    where = [match["where"] for match in map(_STANDS.match, said) if match]
    if len(where) == len(said) == len(set(where)) and any(map(_BODILY.match, said)):
        return True
    heads = [_WORD.findall(words)[:6] for words in said]
    for family in _WORDS:
        named = [next((word for word in words if word.lower() in family), None) for words in heads]
        if all(named) and len(set(named)) == len(named):
            return True
    peoples = [next((word for word in words[:3] if word in _peoples()), None) for words in heads]
    return all(peoples) and len(set(peoples)) == len(peoples)


_DID = re.compile(
    r"^ (?:of (?:them|these|those) )?(?:have |has |had |were |was )?(?:been )?(?:since |already |now |later )?"
    r"(?P<verb>[a-z]+)\b"
)
_LASTING = frozenset(
    "have be know want think believe like use speak own feel say report mention live work smoke drink need support "
    "favour favor own hold show choose ask play enjoy prefer study suffer name give cite tell call read watch "
    "eat".split()
)
"""Verbs of what one can do beside others: several answers, habits, possessions."""


def came_to_unlike_ends(said: Sequence[str]) -> bool:
    """Whether each part met another end, so that they hardly overlap: "150 have moved, 90 have retired and …"."""
    found = [_DID.match(words) for words in said]
    forms = [FORMS.get(match["verb"], ("", "")) for match in found if match]
    verbs = {base for kind, base in forms if kind in ("past", "ed")}
    return len(verbs) == len(said) > 2 and not verbs & _LASTING and are_plain(said)


def are_all(said: Sequence[str]) -> bool:
    """Whether the parts are all that there is of their kind: men and women."""
    heads = [{word.lower() for word in _WORD.findall(words)[:3]} for words in said]
    return any(
        len(heads) == len(group) and all(len(group & words) == 1 for words in heads)
        and len(frozenset().union(*(group & words for words in heads))) == len(group)
        for group in _ALL
    )  # fmt: skip


@cache
def _peoples() -> frozenset[str]:
    found = {word for words in demonyms() for word in words.split()}
    return frozenset(found | {f"{word}s" for word in found})


_FULL = 1_000
"""From where on a number that is written in full is hardly that of something else than a sum of money."""


def in_unit_of(total: Figure, parts: Sequence[Figure]) -> Sequence[Figure]:
    """The parts of a sum of money that are given as numbers alone: "$8 million: 5 million for … and 3 million …"."""
    if total.dimension != "money" or not all(
        item.is_bare and (item.scale or (item.value >= _FULL and item.value < total.value)) for item in parts
    ):
        return parts
    return [replace(item, unit=total.unit, dimension="money") for item in parts]


def are_people(*items: Figure) -> bool:
    """Whether all count people, by whatever name: "64 men … 22 of the prisoners"."""
    return all(item.unit is not None and is_person(item.unit.split()[-1]) for item in items)
