"""What a document calls the first of its kind, or says never to have been before, and another tells of earlier."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from factcheck.checking import Archive, Check, Gathering, Study, evidence_at, finding
from factcheck.contexts.places import sentence_at
from factcheck.contraries.stances import is_told, nouns_of
from factcheck.language.concepts import concept_of
from factcheck.language.number_words import CARDINALS
from factcheck.records.document import Sentence
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
    year: int
    """The year after which no earlier one is meant; of one that is told, its year."""
    by_name: bool
    """Whether the text tells of more, so that names alone say what it is of."""


def _key(event: EventMention) -> str:
    return event.concept or event.verb


def _gather(study: Study) -> list[list[Any]]:
    """What is called first, and what is told with a year before the document's own, as plain values."""
    issued = int((study.date or "0")[:4] or 0)
    if not issued:
        return [[], []]
    never = {sentence.start: match for sentence, match in _told(study, _NEVER)}
    years = _years(study, issued)
    firsts, earlier = list(_owned(study, issued)), list[First]()
    for event in page_of(study).events if never or years else ():
        sentence = sentence_at(study.document, event.start)
        if sentence is None or event.verb in _EMPTY or not is_told(event):
            continue
        match = never.get(sentence.start)
        if match is not None:
            if abs(match.start() - event.start) <= _NEAR or event.negated:
                start = sentence.start if match.start() <= event.start <= match.end() else event.start
                firsts.append(First(start, event.end, _key(event), _since(match, issued), False))
        elif sentence.start in years and not event.negated:
            earlier.append(First(event.start, event.end, _key(event), years[sentence.start], False))
    return [[list(one) for one in firsts], [list(one) for one in earlier]]


def _told(study: Study, pattern: re.Pattern[str]) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """The sentences in which something is called first without a condition, each with the words for it."""
    text = study.document.text
    for match in pattern.finditer(text):
        sentence = sentence_at(study.document, match.start())
        if sentence is not None and not _LIMITED.search(text, sentence.start, sentence.end):
            yield sentence, match


def _owned(study: Study, issued: int) -> Iterator[First]:
    """What is called the first in the history of something, of which the sentence before tells."""
    for sentence, match in _told(study, _OWN):
        concept = concept_of(match["noun"].lower(), "noun")
        if concept:
            before = sentence_at(study.document, max(sentence.start - 2, 0))
            start = before.start if before else sentence.start
            yield First(start, sentence.end, concept, _since(match, issued), True)


def _years(study: Study, issued: int) -> dict[int, int]:
    """The sentences that tell something of one year before the document's own, by where they begin."""
    found: dict[int, set[int]] = {}
    for mention in study.seen(TimeMention):
        span = mention.timespan
        sentence = sentence_at(study.document, mention.start) if span is not None and span.start else None
        if span is not None and span.start and span.is_resolved and sentence is not None:
            found.setdefault(sentence.start, set()).add(int(span.start[:4]))
    return {start: min(years) for start, years in found.items() if len(years) == 1 and min(years) < issued}


_NEAR = 60
"""Letters between the words for a first and the happening that is one."""
_SAID = re.compile(r",(?: [\w’'-]+){1,5} (?:said|says|told|writes|reports?|announced)\b.*$")
"""Who says it, at the end of a clause."""
_EMPTY = frozenset("be have do make take say tell go come get see show know think find give put".split())


def _since(match: re.Match[str], issued: int) -> int:
    """The year after which there was none before."""
    years, since = match["years"], match["since"]
    if since:
        return int(since)
    if years:
        return issued - int(CARDINALS.get(years.lower(), years) if not years.isdigit() else years)
    return 0


FIRSTS = Gathering("firsts", _gather)


def _read(study: Study) -> tuple[list[First], list[First]]:
    first, earlier = ([First(*one) for one in told] for told in study.gathered(FIRSTS))
    return first, earlier


def _words(study: Study, one: First) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns of its text, and those of them that are names."""
    text = _SAID.sub("", " ".join(study.document.text[one.start : one.end].split()))
    nouns = nouns_of(text) - {one.key}
    names = frozenset(word for word in nouns if re.search(rf"\b{re.escape(word.capitalize())}\b", text))
    return (names if one.by_name and names else nouns), names


def not_the_first(archive: Archive, check: Check) -> Iterator[Finding]:
    """One finding for each happening called the first, of which another document of the story tells one before."""
    told = {source: _read(study) for source, study in archive.studies.items()}
    for source, (firsts, _) in told.items():
        for other in sorted(archive.related.kin.get(source, ())) if firsts else ():
            if archive.related.between(source, other) < STORY or not archive.asks(source, other):
                continue
            ends = archive.studies[source], archive.studies[other]
            for first in firsts:
                for before in told[other][1]:
                    words = _one_before(ends[0], first, ends[1], before)
                    if words:
                        yield _finding(check, ends[0], first, ends[1], before, sorted(words))
                        break


def _one_before(one: Study, first: First, other: Study, before: First) -> frozenset[str]:
    """The words that tell that one with its year is of the kind that was called first, and of the same thing."""
    if before.year <= first.year:
        return frozenset()
    (ours, names), (theirs, there) = _words(one, first), _words(other, before)
    if first.key != before.key and first.key not in theirs:
        return frozenset()
    both = ours & theirs
    told = (names & there & both or len(both) >= _LEAST) and len(ours - theirs) < len(both)
    return both if told else frozenset()


def _finding(check: Check, one: Study, first: First, other: Study, before: First, words: Sequence[str]) -> Finding:
    source, there = one.source.id, other.source.id
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
