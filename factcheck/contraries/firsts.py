"""What a document calls the first of its kind, or says never to have been before, and another tells of earlier."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from factcheck.checking import Archive, Check, Gathering, Study, evidence_at, finding
from factcheck.contexts.places import sentence_at, within
from factcheck.contraries.stances import is_told, nouns_of
from factcheck.language.concepts import concept_of
from factcheck.language.number_words import CARDINALS
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import EventMention, TimeMention
from factcheck.statements.drawn import page_of
from factcheck.stories import STORY

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(word for word in CARDINALS if word.isalpha()))})"
_NEVER = re.compile(
    r"\b(?:(?:had |has |have )?never before|(?:had|has|have) never(?: before| previously)?"
    r"(?! been (?:so|more|less|as)\b)|"
    r"(?:for )?the first time(?: ever| (?:that|in (?:its|his|her|their|the) (?:[\w-]+ ){0,3}"
    rf"(?:history|years?|career|life|existence)|in (?P<years>{_NUMBER}) years|since (?P<since>\d{{4}})))?)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    rf"\b(?:the|its|their|his|her) first (?:[\w-]+ ){{0,2}}?(?P<noun>[a-z]+) "
    rf"(?:in (?:its|their|his|her) (?:[\w-]+ ){{0,2}}"
    rf"(?:history|existence|career)|in (?P<years>{_NUMBER}) years|since (?P<since>\d{{4}}))\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(r"\b(?:until|till|but|except|if|would|may|might|could|as|so|since then|on such|such a)\b")
_LEAST = 2
"""Nouns that both clauses must have, where no name is among them."""


class First(NamedTuple):
    """A happening that is said to be the first, or one that is told with its year: where it stands, what it is."""

    start: int
    end: int
    key: str
    nouns: frozenset[str]
    names: frozenset[str]
    year: int
    """The year after which no earlier one is meant; of one that is told, its year."""


def _key(event: EventMention) -> str:
    return event.concept or event.verb


def _gather(study: Study) -> list[list[Any]]:
    """What is called first, and what is told with a year before the document's own, as plain values."""
    firsts: list[Any] = []
    earlier: list[Any] = []
    issued = int((study.date or "0")[:4] or 0)
    for event in page_of(study).events if issued else ():
        if event.verb in _EMPTY or not is_told(event):
            continue
        sentence = sentence_at(study.document, event.start)
        if sentence is None:
            continue
        text = study.document.text[sentence.start : sentence.end]
        match = _NEVER.search(text)
        if match is not None:
            at = sentence.start + match.start()
            if (abs(at - event.start) <= _NEAR or event.negated) and not _LIMITED.search(text):
                start = sentence.start if at <= event.start <= sentence.start + match.end() else event.start
                firsts.append(_packed(study, start, event.end, _key(event), _since(match, issued)))
        elif not event.negated and (year := _year(study, sentence.start, sentence.end)) and year < issued:
            earlier.append(_packed(study, event.start, event.end, _key(event), year))
    for sentence in study.document.sentences if issued else ():
        match = _OWN.search(study.document.text, sentence.start, sentence.end)
        concept = concept_of(match["noun"], "noun") if match else None
        if match is not None and concept and not _LIMITED.search(match.string, sentence.start, sentence.end):
            before = sentence_at(study.document, max(sentence.start - 2, 0))
            start = before.start if before else sentence.start
            firsts.append(_packed(study, start, sentence.end, concept, _since(match, issued), by_name=True))
    return [firsts, earlier]


_SAID = re.compile(r",(?: [\w’'-]+){1,5} (?:said|says|told|writes|reports?|announced)\b.*$")
"""Who says it, at the end of a clause."""
_EMPTY = frozenset("be have do make take say tell go come get see show know think find give put".split())
_NEAR = 60


def _packed(study: Study, start: int, end: int, key: str, year: int, by_name: bool = False) -> list[Any]:
    """A happening as plain values; `by_name` where the text tells of more, so that names alone say what it is of."""
    text = _SAID.sub("", " ".join(study.document.text[start:end].split()))
    nouns = nouns_of(text)
    names = {word for word in nouns if re.search(rf"\b{re.escape(word.capitalize())}\b", text)}
    return [start, end, key, sorted(names if by_name and names else nouns), sorted(names), year]


def _since(match: re.Match[str], issued: int) -> int:
    """The year after which there was none before."""
    years, since = match["years"], match["since"]
    if since:
        return int(since)
    if years:
        return issued - int(CARDINALS.get(years.lower(), years) if not years.isdigit() else years)
    return 0


def _year(study: Study, start: int, end: int) -> int:
    """The one year in which a sentence tells something; 0 where it names none, or two."""
    spans = [one.timespan for one in within(study.seen(TimeMention), start, end) if one.timespan]
    years = {int(span.start[:4]) for span in spans if span.is_resolved and span.start}
    return years.pop() if len(years) == 1 else 0


FIRSTS = Gathering("firsts", _gather)


def _read(study: Study) -> tuple[list[First], list[First]]:
    first, earlier = (
        [
            First(start, end, key, frozenset(nouns), frozenset(names), year)
            for start, end, key, nouns, names, year in one
        ]
        for one in study.gathered(FIRSTS)
    )
    return first, earlier


def not_the_first(archive: Archive, check: Check) -> Iterator[Finding]:
    """One finding for each happening called the first, of which another document of the story tells one before."""
    told = {source: _read(study) for source, study in archive.studies.items()}
    for source, (firsts, _) in told.items():
        for other in sorted(archive.related.kin.get(source, ())) if firsts else ():
            if archive.related.between(source, other) < STORY or not archive.asks(source, other):
                continue
            for first in firsts:
                before = [one for one in told[other][1] if _is_one_before(first, one)]
                if before:
                    yield _finding(check, archive.studies[source], first, archive.studies[other], before[0])


def _is_one_before(first: First, one: First) -> bool:
    """Whether one that is told with its year is of the kind that was called first, and of the same thing."""
    if (first.key != one.key and first.key not in one.nouns) or one.year <= first.year:
        return False
    both = (first.nouns & one.nouns) - {first.key}
    left = first.nouns - one.nouns - {first.key}
    return (bool(both & first.names & one.names) or len(both) >= _LEAST) and len(left) < len(both)


def _finding(check: Check, one: Study, first: First, other: Study, before: First) -> Finding:
    source, there = one.source.id, other.source.id
    words = sorted((first.nouns & before.nouns) - {first.key})
    return finding(
        check,
        fact=("first", source, there, first.key, *words),
        verdict="possible-conflict",
        message=f"{source} calls it the first ({first.key}), and {there} tells of one in {before.year}.",
        sides=[
            [evidence_at(one, first.start, first.end, value="the first")],
            [evidence_at(other, before.start, before.end, value=f"one in {before.year}")],
        ],
        steps=(Step(code="not-the-first", text=f"Both speak of {', '.join(words)}."),),
        settle="Ask what was counted, and since when.",
        weight=0.6,
    )
