"""What tells two figures apart: how a text frames one and not the other, and what a sum, a share or a length is of."""

import re

from factcheck.language.concepts import concept_of, measure_of
from factcheck.language.tagging import tag
from factcheck.measuring import framing
from factcheck.records.claim import Claim

_PARTIES = (
    r"(?:sought|seek(?:s|ing)?|(?:ask|call|push|press|argu)(?:e[sd]?|ed|ing|s)? for|request(?:s|ed|ing)?|"
    r"urg(?:es|ed|ing))"
)
_WANTED = re.compile(rf"\b{_PARTIES}\b(?! (?:asylum|refuge|help|shelter))[^.;]{{0,60}}$", re.IGNORECASE)
_WANTED_BEHIND = re.compile(
    r"^(?:[ -][\w’']+){0,4}? (?:sought|requested|demanded|required|recommended|proposed|suggested) by\b"
)


def is_wanted(claim: Claim) -> bool:
    """Whether a figure is what a side asks for: "prosecutors sought | 15 years", "| $5m requested by the lenders"."""
    _, found, behind = claim.sentence.partition(framing.as_written(claim))
    return _WANTED.search(framing.lead_of(claim)) is not None or (
        bool(found) and _WANTED_BEHIND.match(behind) is not None
    )


_NET = re.compile(r"\bnet\b", re.IGNORECASE)
_NET_BORROWED = re.compile(r"\bnet (?:[a-z]+ )?borrowings?\b", re.IGNORECASE)


def is_net(claim: Claim) -> bool:
    """Whether a debt is told less what is held against it: the net debt is not the debt."""
    if "debt" in claim.measure:
        return _NET.search(f"{claim.measure} {claim.sentence}") is not None
    return _NET_BORROWED.search(framing.lead_of(claim)) is not None


_BASIC = re.compile(r"\b(?:basic|base)\b", re.IGNORECASE)


def is_basic(claim: Claim) -> bool:
    """Whether a sum is the basic pay, to which more is added."""
    return "salary" in claim.measure and _BASIC.search(f"{claim.measure} {claim.wording}") is not None


_OWED_TO = re.compile(r"^(?: [a-z]+)? to (?!(?:be|date|about|more|over|less)\b)[\w’'-]")


def is_owed_to(claim: Claim) -> bool:
    """Whether a debt is what one creditor, or some of several, is owed: "owed | £2bn to its suppliers"."""
    _, found, behind = claim.sentence.partition(framing.as_written(claim))
    return "debt" in claim.measure and bool(found) and _OWED_TO.match(behind) is not None


_OFFSET = re.compile(r"(?:^\s*|\s)(?:after|ago)\b")


def is_offset(claim: Claim) -> bool:
    """Whether a length of time tells how far off something was, not how long it took: "ten months after | the vote"."""
    if claim.measure == "delay":
        return False
    _, _, behind = claim.sentence.partition(framing.as_written(claim))
    return _OFFSET.search(framing.as_written(claim)) is not None or _OFFSET.match(behind) is not None


_BASIS = re.compile(r"\b(?:by|of the(?: total| overall)?) (value|volume|number|weight)\b", re.IGNORECASE)


def other_basis(one: Claim, other: Claim) -> bool:
    """Whether two shares are reckoned by different things, as far as is said: "90% of the contracts by | value"."""
    told = {told[1].lower() if (told := _BASIS.search(claim.wording)) else "" for claim in (one, other)}
    return len(told) > 1 and one.quantity is not None and one.quantity.dimension == "share"


_ONE_OF_MANY = re.compile(r"\b(contract|order|deal|grant|loan|award|payment|fee|fine|donation)(s?)\b", re.IGNORECASE)


def other_number(one: Claim, other: Claim) -> bool:
    """Whether one sum is of one thing, and the other of several such: "a contract for £9m", "contracts worth £20m"."""
    if one.quantity is None or one.quantity.dimension != "money":
        return False
    told = [{(word.lower(), many) for word, many in _ONE_OF_MANY.findall(claim.wording)} for claim in (one, other)]
    return any(
        (word, "") in ours and (word, "s") not in ours and (word, "s") in theirs and (word, "") not in theirs
        for ours, theirs in (told, told[::-1])
        for word, _ in ours
    )


FRAMED = (
    (framing.is_extreme, ("money",), "extreme", "Only one of them is said to be the highest or the lowest."),
    (
        framing.is_of_each,
        ("money", "count", "length", "mass", "area", "volume"),
        "of-several",
        "Only one of them is said of each of several.",
    ),
    (framing.is_item, ("money",), "other-part", "Only one of them is a part of the costs."),
    (framing.is_moment, ("speed", "length"), "other-moment", "Only one of them is what a motion led to."),
    (framing.is_sort, ("count",), "other-part", "Only one of them counts those of one sort."),
    (framing.is_component, ("count",), "other-part", "Only one of them is what one of several consists of."),
    (framing.is_arm, ("count",), "other-part", "Only one of them counts those who were given something."),
    (framing.is_taken_away, ("mass", "volume", "area"), "other-part", "Only one of them is what was undone again."),
    (framing.is_superseded, (), "superseded", "Only one of them was revised, as its own text says."),
    (framing.is_within, ("count",), "other-part", "Only one of them counts those within a limit."),
    (is_net, ("money",), "other-basis", "Only one of them is net."),
    (is_wanted, ("money", "time"), "other-status", "Only one of them is what a side asked for."),
    (is_basic, ("money",), "other-part", "Only one of them is the basic pay."),
    (is_owed_to, ("money",), "other-part", "Only one of them is what is owed to somebody who is told."),
    (is_offset, ("time",), "other-start", "Only one of them tells how far off in time something is."),
    (framing.is_aim, (), "other-status", "One is what was aimed at, the other is not."),
    (framing.is_qualified, ("share",), "other-part", "One is a share of those of whom something more is said."),
)
"""What is said of one of two figures of a dimension (of any, where none is named) and not of the other."""


def other_late(one: Claim, other: Claim) -> bool:
    """Whether two things were late: "the tunnel was finished eight months late", "the bridge opened a year late"."""
    if not one.measure == other.measure == "delay":
        return False
    ours, theirs = _subject(one.wording), _subject(other.wording)
    return bool(ours and theirs) and measure_of(ours) != measure_of(theirs)


def _subject(wording: str) -> str:
    """The noun with which a clause begins, behind its article; empty where it begins otherwise, or with a happening."""
    head = ""
    for place, token in enumerate(tag(wording[:_SUBJECT])):
        if place == 0 and token.tag != "DET":
            return ""
        if token.tag == "NOUN":
            head = token.lower
        elif head:
            break
        elif place and token.tag not in ("ADJ", "PROPER", "NUM"):
            return ""
    return "" if concept_of(head, "noun") else head


_SUBJECT = 60
"""Characters of a clause within which its subject is looked for."""

SET_APART = (
    (other_late, "other-subject", "They tell of two things that were late."),
    (framing.counts_fewer, "other-part", "One of them leaves out somebody who stands beside it."),
    (framing.other_building, "other-holder", "One is of a thing that is named, the other of one that is not."),
    (framing.other_start, "other-start", "They are counted from other happenings."),
    (other_number, "other-part", "One is of one thing, the other of several."),
    (other_basis, "other-basis", "They are reckoned by different things."),
)
"""What is told apart by looking at both figures."""
