"""Figures of a draft: sums, counts, shares and lengths of time, held against those of the sources.

A source bears a figure out where it gives the same number of the same thing, and what stands around both is alike
enough: the more digits a number has, the less is needed. Where it gives the number for another period or another
supplier, that is a different basis. Where a passage that says the rest of the sentence has another number, it
contradicts.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from factcheck.changing import GROWING
from factcheck.checks.quantity_differs import judge
from factcheck.gate.answers import Answer, Held, first, has, midway, of_passage, only, supported
from factcheck.gate.basis import Basis, actors, other_basis
from factcheck.gate.derived import reckoned, years_since
from factcheck.gate.desk import Desk
from factcheck.gate.inventory import Thing
from factcheck.gate.lengths import lasting, often
from factcheck.gate.numbers import digits, digits_of, relation
from factcheck.gate.outdated import later_tolls, says_when
from factcheck.gate.pairing import others_figure
from factcheck.gate.passages import Passage, quantity_of
from factcheck.gate.rivals import (
    ENOUGH,
    ENOUGH_CITED,
    LEAST_CITED,
    SAME_SENTENCE,
    Rival,
    figures_of,
    is_enough,
    is_small,
    rivals_of,
    shared_with,
)
from factcheck.identity import measure_terms
from factcheck.language.plain import listed
from factcheck.likeness import slipped
from factcheck.lists.counted_lists import counted_lists, kind_of
from factcheck.records.mention import EventMention, TimeMention
from factcheck.records.quantity import Quantity
from factcheck.records.timespan import Granularity, in_granularity, in_words
from factcheck.rows import row_of
from factcheck.valuing import far_apart, in_unit

LONGEST_LIST = 60
"""Items up to which a list is counted."""
SAME_CITED = 0.42
"""Part of a sentence that a passage of a source that it cites must hold for its own number to contradict it."""
FAR = 0.25
"""Part of a sentence below which a passage with its number may well be about something else."""
NEAR = 1.5
"""How many times as large a figure may be for it to be the one that a draft means."""
AHEAD = 0.3
"""By how much more of the sentence a passage with another number must hold than all with the draft's own."""


def judge_figure(thing: Thing, desk: Desk, others: Sequence[Thing]) -> Answer:
    """What the sources say of a figure; `others` are the figures of its sentence."""
    quantity = quantity_of(thing.mention)
    assert quantity is not None
    rivals = sorted(rivals_of(thing, quantity, desk, others), key=lambda one: (-one.points, one.passage.key))
    equal = [one for one in rivals if one.relation == "equal" and is_enough(one)]
    bases = [other_basis(thing.passage, thing.claim, one.stated, desk.shelves) for one in equal]
    right = [one for one, basis in zip(equal, bases, strict=True) if basis is None]
    swapped = {one: theirs for one in right if (theirs := others_figure(thing, quantity, one, rivals, desk))}
    right = [one for one in right if one not in swapped]
    if swapped and not right:
        return _contradicted(quantity, list(dict.fromkeys(swapped.values())))
    counted = _counted(thing, quantity, desk) if not any(one.own for one in right) else []
    if counted:
        return supported(counted)
    against = _contradicting(thing, quantity, rivals, desk, others)
    against = [one for one in against if not _is_overtaken(one, right)]
    if right and not _outdone(right, against, bool(desk.cites(thing.passage))):
        held = [one.on("a") for one in sorted(right, key=lambda one: not one.cited)]
        if not any(one.own for one in right):
            held = [*_told_otherwise(thing, quantity, desk), *held]
        return _overtaken(thing, right, desk) or supported(held)
    made = reckoned(thing, quantity, desk, others) or years_since(thing, quantity, desk)
    made = made or lasting(thing, quantity, desk) or often(thing, quantity, desk)
    if made:
        given = listed(list(dict.fromkeys(one.value or "" for one in made[:2])))
        return supported(made, f"It follows from {given} ({made[0].source}).")
    shifted = [(one, basis) for one, basis in zip(equal, bases, strict=True) if basis is not None and _sure(one)]
    if shifted:
        shifted.sort(key=lambda entry: not entry[0].own)
        return _different_basis(thing, shifted, against)
    if against:
        return _contradicted(quantity, against)
    return _in_other_words(thing, quantity, rivals, desk) or _not_found(quantity, rivals, desk, thing)


def _in_other_words(thing: Thing, quantity: Quantity, rivals: Sequence[Rival], desk: Desk) -> Answer | None:
    """The answer where a source that the sentence cites has the number, and little or nothing else of the sentence:
    writers say things in their own words. A person should look at it if nothing is shared.
    """
    found = [
        one
        for one in rivals
        if (one.own or (one.cited and not desk.cites(thing.passage)))
        and one.relation == "equal"
        and (not is_small(one) or (one.context >= LEAST_CITED and one.points >= ENOUGH_CITED))
        and not (one.sameness == "different" and one.quantity.dimension == "count")
        and other_basis(thing.passage, thing.claim, one.stated, desk.shelves) is None
        and others_figure(thing, quantity, one, rivals, desk) is None
    ]
    if not found:
        return None
    held = first(one.on("a") for one in sorted(found, key=lambda one: (-one.context, one.passage.key)))
    if any(one.context >= LEAST_CITED for one in found):
        return supported(held)
    return Answer(
        "not-checked", f"{has(held[:1], midway(found[0].quantity.as_written))}, but in quite other words.", held
    )


def _told_otherwise(thing: Thing, quantity: Quantity, desk: Desk) -> list[Held]:
    """Where a source that the sentence cites has a number that another one bears out, in words that would not be enough
    by themselves ("body mass" for what "weighed").
    """
    found = []
    for source in sorted(desk.cites(thing.passage)):
        for passage in desk.shelves.of_source(source):
            alike = (theirs for _, theirs in figures_of(passage) if relation(quantity, theirs) == "equal")
            said = [one for one in alike if one.dimension not in _COMMON or digits(one) > 1]
            if said and shared_with(thing.passage, passage, desk, cited=True) >= LEAST_CITED:
                found.append(of_passage(passage, "a", said[0].as_written))
    return found


_COMMON = frozenset({"count", "factor", "share", "time"})
"""What small numbers are of in every text."""


def _outdone(right: Sequence[Rival], against: Sequence[Rival], cites: bool) -> bool:
    """Whether a passage that says far more of the sentence has another number: the draft's is of something else.

    Where something is cited that does not bear the number out, it is enough that the cited source contradicts it.
    """
    best = max(one.cover for one in right)
    against = [one for one in against if one.sameness != "different"]
    beside = max(one.company for one in right)
    if best < FAR and any(one.own and one.company > beside and one.cover >= SAME_CITED for one in against):
        return True
    cited = any(one.own for one in right)
    if cites and not cited and any(one.own and (one.cover >= SAME_SENTENCE or one.points >= ENOUGH) for one in against):
        return True
    return any(one.cover >= max(best + AHEAD, SAME_SENTENCE) and (one.own or not cited) for one in against)


def _is_overtaken(rival: Rival, right: Sequence[Rival]) -> bool:
    """Whether a lower count of an earlier day says nothing against a later one of what only grows."""
    if rival.claim is None or not measure_terms(rival.claim.measure) & GROWING:
        return False
    return any(one.quantity.low > rival.quantity.low and one.issued > rival.issued for one in right)


def _overtaken(thing: Thing, right: Sequence[Rival], desk: Desk) -> Answer | None:
    """The answer where a later source counts more of what only grows, and the sentence does not say as of when."""
    held = [one.on("a") for one in right]
    newer = [toll for one in right if one.claim is not None for toll in later_tolls(one.claim, desk)]
    since = max(one.issued for one in right)
    newer = [toll for toll in newer if toll.issued > since]
    if not newer or says_when(thing.passage, held):
        return None
    latest = max(newer, key=lambda toll: (toll.issued, toll.quantity.low, toll.passage.key))
    words = midway(latest.quantity.as_written)
    told = f"{latest.passage.source} has a later figure, {words} ({latest.issued})."
    window = f"as of {_day(latest.issued)}"
    return Answer("later-figure", told, first([latest.held, *held]), words, window)


def _day(issued: str) -> str:
    """A date as far as it is known, in words."""
    return in_granularity(f"{issued}-01-01"[:10], _KNOWN.get(len(issued), "day"))


_KNOWN: Mapping[int, Granularity] = {4: "year", 7: "month"}


def _counted(thing: Thing, quantity: Quantity, desk: Desk) -> list[Held]:
    """The lists, in sources that the sentence cites, that hold as many of what it counts ("went there four times")."""
    if quantity.dimension != "count" or quantity.form != "value" or not 2 <= quantity.low <= LONGEST_LIST:
        return []
    events = [one for one in thing.passage.mentions("event") if isinstance(one, EventMention)]
    kinds = {kind_of(one.concept or one.verb) for one in events}
    told = f"{quantity.unit or ''} {thing.claim.measure if thing.claim else ''}"
    kinds |= {kind_of(word) for word in re.findall(r"[a-z]+", told)}
    found = []
    for source in sorted(desk.cites(thing.passage)):
        study = desk.shelves.archive.studies[source]
        for one in counted_lists(study):
            firm = sum(not entry.weak for entry in one.entries)
            if one.kind in kinds and quantity.low in (firm, len(one.entries)):
                found.append(Held(study, *one.heading, "a", f"{len(one.entries)} listed"))
    return found


def _sure(rival: Rival) -> bool:
    """Whether a number is so surely that of the draft that only its basis can be another."""
    return rival.sameness != "different" and (rival.cover >= 0.35 or rival.cited) and rival.points >= ENOUGH


_BASES: dict[Basis, str] = {
    "period": "for another period",
    "actor": "of somebody else",
    "place": "of another place",
}


def _different_basis(thing: Thing, shifted: Sequence[tuple[Rival, Basis]], against: Sequence[Rival]) -> Answer:
    rival, basis = shifted[0]
    told = f"{rival.passage.source} gives {midway(rival.quantity.as_written)} {_BASES[basis]}"
    said = rival.claim.timespan if rival.claim else None
    if basis == "period" and said is not None:
        told += f" ({in_words(said)})"
    elif basis == "actor" and rival.claim is not None:
        told += f" ({', '.join(actors(rival.claim.roles))})"
    if against:
        told += f"; for this one {has([one.held for one in against[:2]], midway(against[0].quantity.as_written))}"
    held = [one.on("b") for one, _ in shifted]
    right = (
        None
        if rival.own and not any(one.own for one in against)
        else _agreed(quantity_of(thing.mention), _own_first(against))
    )
    window = in_words(said) if basis == "period" and said is not None and said.is_resolved else None
    return Answer("different-basis", f"{told}.", first([*held, *(one.on("b") for one in against)]), right, window)


# What contradicts


def _contradicting(
    thing: Thing, quantity: Quantity, rivals: Sequence[Rival], desk: Desk, others: Sequence[Thing]
) -> list[Rival]:
    """The figures of sources that say otherwise of the same fact, surest first."""
    taken = [theirs for other in others if other is not thing and (theirs := quantity_of(other.mention)) is not None]
    found = []
    for rival in rivals:
        if rival.relation != "differs" or _names_which(quantity):
            continue
        if any(relation(other, rival.quantity) == "equal" for other in taken):
            continue
        if other_basis(thing.passage, thing.claim, rival.stated, desk.shelves) is not None:
            continue
        if _judged(thing, rival, desk) or _in_its_place(quantity, rival, taken) or _is_slip(quantity, rival):
            found.append(rival)
    return sorted(found, key=lambda one: (not one.own, -one.cover, one.passage.key))


def _names_which(quantity: Quantity) -> bool:
    """Whether a number only says which of several years, days or parts is meant ("the second year")."""
    return quantity.form == "ordinal" and (quantity.unit or "").split(" ")[-1].rstrip("s") in _SPANS


_SPANS = frozenset(
    "year month week day hour minute decade century quarter half season term night morning evening".split()
)


def _judged(thing: Thing, rival: Rival, desk: Desk) -> bool:
    """Whether the comparison of claims, as between two sources, finds a conflict."""
    if (
        thing.claim is None
        or rival.claim is None
        or other_basis(thing.passage, thing.claim, rival.stated, desk.shelves) is not None
    ):
        return False
    pair = judge(row_of(thing.claim), row_of(rival.claim), desk.related)
    return pair is not None and pair.comparison.verdict in ("conflict", "possible-conflict")


def _is_of_other_thing(rival: Rival) -> bool:
    """Whether nouns tell two figures apart: surely of counts, of others unless the rest of the sentence is said."""
    counted = rival.quantity.dimension == "count"
    return rival.sameness == "different" and (counted or rival.cover < SAME_SENTENCE)


def _is_slip(quantity: Quantity, rival: Rival) -> bool:
    """Whether a source that is cited has a number of which a slip of the pen makes the draft's (162 and 126)."""
    ours, theirs = digits_of(quantity), digits_of(in_unit(rival.quantity, quantity.unit))
    cell = rival.passage.block.kind == "table-cell"
    if not rival.own or (_is_of_other_thing(rival) and not cell) or rival.context < LEAST_CITED:
        return False
    return len(ours) > 2 and slipped(ours, theirs)


def _in_its_place(quantity: Quantity, rival: Rival, taken: Sequence[Quantity]) -> bool:
    """Whether a passage says the rest of the sentence, with another number of the same thing."""
    if _is_of_other_thing(rival) or rival.cover < (SAME_CITED if rival.own else SAME_SENTENCE):
        return False
    if far_apart(quantity, in_unit(rival.quantity, quantity.unit)) and digits_of(quantity) != digits_of(rival.quantity):
        return False
    alike = [
        theirs
        for _, theirs in figures_of(rival.passage)
        if relation(quantity, theirs) in ("equal", "coarser", "differs")
        and not any(relation(other, theirs) == "equal" for other in taken)
    ]
    return len(alike) == 1 or rival.sameness == "same"


def _contradicted(quantity: Quantity, against: Sequence[Rival]) -> Answer:
    values: dict[str, list[Held]] = {}
    for rival in against[:4]:
        values.setdefault(midway(rival.quantity.as_written), []).append(rival.held)
    told = "; ".join(has(held, value) for value, held in values.items())
    right = _own_first(against)
    spans = [one.claim.timespan for one in right if one.claim and one.claim.timespan and one.claim.timespan.is_resolved]
    return Answer(
        "contradicted",
        f"{told}, not {midway(quantity.as_written)}.",
        first(one.on("b") for one in against),
        _agreed(quantity, right),
        only(in_words(span) for span in spans),
    )


def _own_first(against: Sequence[Rival]) -> list[Rival]:
    """Those of sources that the sentence cites, where there are any."""
    return [one for one in against if one.own] or list(against)


def _agreed(quantity: Quantity | None, against: Sequence[Rival]) -> str | None:
    """The figure that they give, as the first of them writes it; null where they give several, or none.

    One that lies far from the draft's, and is no slip of it, may be another one of the same passage.
    """
    values = {(one.quantity.low, one.quantity.high, one.quantity.unit, one.quantity.modifier) for one in against}
    if len(values) != 1 or quantity is None:
        return None
    theirs = in_unit(against[0].quantity, quantity.unit)
    slip = slipped(digits_of(quantity), digits_of(theirs))
    near = max(quantity.low, theirs.low) <= NEAR * min(quantity.low, theirs.low)
    return midway(against[0].quantity.as_written) if near or slip else None


def _not_found(quantity: Quantity, rivals: Iterable[Rival], desk: Desk, thing: Thing) -> Answer:
    coarser = [one for one in rivals if one.relation == "coarser" and is_enough(one)]
    if coarser:
        one = coarser[0]
        told = f"{one.passage.source} only says {midway(one.quantity.as_written)}, which is less exact."
        return Answer("no-source-found", told, first(each.held for each in coarser))
    other = _of_other_noun(quantity, thing, desk)
    if other is not None:
        told = f"{other.source} has {midway(quantity.as_written)} of something; whether that is meant has to be seen."
        return Answer("not-checked", told, (of_passage(other, None),))
    near = desk.best(thing.passage)
    held = (of_passage(near, None),) if near else ()
    if quantity.form == "ordinal" or is_elapsed(thing):
        return Answer("not-checked", f"No source was found that says “{quantity.as_written}” of this.", held)
    return Answer("no-source-found", f"No source gives “{quantity.as_written}” for this.", held)


MOST_IN_WORDS = 12
"""Counts up to this are told of one thing by several nouns: three offers, three firms."""


def _of_other_noun(quantity: Quantity, thing: Thing, desk: Desk) -> Passage | None:
    """The passage of a cited source, like the sentence, with a small count of the same number told by another noun."""
    if quantity.dimension != "count" or quantity.form != "value" or not 2 <= quantity.low <= MOST_IN_WORDS:
        return None
    if quantity.is_range or not quantity.as_written.isalpha():
        return None
    cites = desk.cites(thing.passage)
    like = [one for one in desk.like(thing.passage) if one.source in cites and quantity.low in one.numbers]
    found = [one for one in like if desk.context(thing.passage, one) >= LEAST_CITED]
    own = (one for source in sorted(cites) for one in desk.shelves.of_source(source) if quantity.low in one.numbers)
    return next(iter(found), None) or next((one for one in own if _tells_so_many(one, quantity)), None)


def _tells_so_many(passage: Passage, quantity: Quantity) -> bool:
    """Whether a passage gives a sum for each of what it counts ("three offers: at 38, at 41 and at 44 million")."""
    kinds = Counter(theirs.unit for _, theirs in figures_of(passage) if theirs.dimension == "money")
    return quantity.low in kinds.values()


_ELAPSED = re.compile(r"\s*(?:after|later|before|earlier|ago|since|on|into)\b")


def is_elapsed(thing: Thing) -> bool:
    """Whether a length of time is counted from a happening ("three months after"), as writers do by themselves."""
    text = thing.passage.study.document.text
    written = text[thing.mention.start : thing.mention.end]
    return isinstance(thing.mention, TimeMention) and bool(
        _ELAPSED.match(text, thing.mention.end) or re.search(r"\b(?:after|later|before|earlier|ago|since|on)$", written)
    )
