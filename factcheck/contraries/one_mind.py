"""Decisions that one document calls unanimous and another tells of those who were against."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

from factcheck.checking import Archive, Check, Gathering, Study, evidence_at, finding
from factcheck.contexts.places import within
from factcheck.identity import same_name
from factcheck.language.number_words import CARDINALS
from factcheck.patterns import any_of
from factcheck.rankings.superlatives import shared
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import NameMention, TimeMention
from factcheck.records.timespan import Timespan, relate
from factcheck.stories import STORY
from factcheck.wording import content

_WHO = (
    r"(?:directors?|members?|judges?|justices?|councillors?|jurors?|commissioners?|governors?|trustees?|ministers?|"
    r"delegates?|shareholders?|deputies|senators?|states|countries)"
)
_AGAINST = r"(?:refused|declined|voted (?:against|no)|opposed|dissented|abstained|objected|were against|was against)"
_AT_ONE = re.compile(
    r"\b(?:unanimous(?:ly)?|nem con|without dissent|without a (?:dissenting voice|single vote against)|with one voice|"
    rf"(?:all|every)(?: (?!but|except)[\w-]+){{0,3}} {_WHO}(?: of [\w ]{{1,30}}?)? (?:voted for|backed|agreed|"
    r"supported|approved|recommended))\b",
    re.IGNORECASE,
)
_NUMBER = any_of(word for word, value in CARDINALS.items() if 0 < value <= 30)
_DIVIDED = re.compile(
    rf"\b(?:{_NUMBER}|\d{{1,3}})(?: votes)? (?:to|against) (?:{_NUMBER}|[1-9]\d?\d?)\b"
    rf"|\b(?:{_NUMBER}|\d{{1,3}}|some|several|a minority) (?:of (?:the|its|their) (?:[\w-]+ )?)?{_WHO}"
    rf"(?: of [\w’' ]{{1,40}}?)?(?: had| have)? "
    rf"{_AGAINST}\b|\b(?:split|majority) (?:vote|decision|verdict|ruling)\b|\bby a majority\b",
    re.IGNORECASE,
)
_MAY_DECIDE = re.compile(
    r"nanimous|nem con|without|voice|every|all |to |against|refused|declined|opposed|split|majority"
)
_NOT = re.compile(r"\b(?:not|n[o’']t|nor|never|far from|no longer|must be|needs? to be|if|unless|requires?|would)\b")
_DECIDING = frozenset(
    "recommendation approval rejection adoption decision vote agreement ruling verdict election appointment support "
    "conviction acquittal resolution choice endorsement".split()
)
"""What is decided, by the concepts that words for it are folded to."""
ENOUGH = 3
"""Words that both sentences must have."""


class Mind(NamedTuple):
    """A sentence that tells whether a decision was unanimous; the words that do stand from `start` to `end`."""

    start: int
    end: int
    at_one: bool
    words: frozenset[str]
    names: frozenset[str]
    spans: tuple[Timespan, ...]


def _packed(study: Study) -> list[Any]:
    found: list[Any] = []
    for sentence in study.document.sentences:
        text = study.document.text[sentence.start : sentence.end]
        if not _MAY_DECIDE.search(text):
            continue
        for pattern, at_one in ((_AT_ONE, True), (_DIVIDED, False)):
            match = pattern.search(text)
            if match is None or _NOT.search(text[max(match.start() - _NEAR, 0) : match.start()]):
                continue
            words = content(text)[0]
            if not words & _DECIDING:
                continue
            names = (one for one in within(study.mentions.get("name", ()), sentence.start, sentence.end))
            times = within(study.mentions.get("time", ()), sentence.start, sentence.end)
            spans = [one.timespan for one in times if isinstance(one, TimeMention) and one.timespan]
            found.append([
                sentence.start, sentence.end, at_one, sorted(words),
                sorted({one.entity for one in names if isinstance(one, NameMention)}),
                [span.model_dump(exclude_defaults=True) for span in spans if span.is_resolved],
            ])  # fmt: skip
    return found


_NEAR = 25
MINDS = Gathering("minds", _packed)


def _minds(study: Study) -> list[Mind]:
    return [
        Mind(start, end, at_one, frozenset(words), frozenset(names), tuple(Timespan(**span) for span in spans))
        for start, end, at_one, words, names, spans in study.gathered(MINDS)
    ]


def of_two_minds(archive: Archive, check: Check) -> Iterator[Finding]:
    """One finding for each two sentences of one story of which one tells of unanimity and the other of division."""
    told = {source: found for source, study in archive.studies.items() if (found := _minds(study))}
    for source, ours in told.items():
        for other in sorted(archive.related.kin.get(source, ())):
            near = archive.related.between(source, other) >= STORY
            if other not in told or not near or not archive.asks(source, other):
                continue
            for one, against in product(ours, told[other]):
                words = shared(sorted(one.words), against.words) if one.at_one and not against.at_one else ()
                if (
                    len(words) >= ENOUGH - _alike(one, against)
                    and not _DECIDING.isdisjoint(words)
                    and not _apart(one, against)
                ):
                    yield _finding(check, archive.studies[source], one, archive.studies[other], against, words)


def _finding(check: Check, one: Study, at_one: Mind, other: Study, against: Mind, words: tuple[str, ...]) -> Finding:
    source, there = one.source.id, other.source.id
    return finding(
        check,
        fact=("minds", source, there, *words),
        verdict="possible-conflict",
        message=f"{source} calls a decision unanimous, and {there} tells of votes against it.",
        sides=[
            [evidence_at(one, at_one.start, at_one.end, value="unanimous")],
            [evidence_at(other, against.start, against.end, value="divided")],
        ],
        steps=(Step(code="of-two-minds", text=f"Both speak of {', '.join(words)}."),),
        settle="Ask how many voted for and against, and on what.",
        weight=0.6,
    )


def _alike(one: Mind, other: Mind) -> bool:
    """Whether both sentences name the same."""
    return any(same_name(name, there) == "same" for name in one.names for there in other.names)


def _apart(one: Mind, other: Mind) -> bool:
    """Whether names or times tell that they are of two decisions."""
    alike = any(same_name(name, there) != "different" for name in one.names for there in other.names)
    if one.names and other.names and not alike:
        return True
    return bool(one.spans and other.spans) and all(relate(a, b) == "disjoint" for a in one.spans for b in other.spans)
