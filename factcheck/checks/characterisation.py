"""One speaker is quoted as calling one thing by two different words.

It looks, inside one document, for two short quotations that describe a thing of the same name ("a 'personal
visit'", "a 'private' visit"), are given to the same body, country or person, and speak of the same time. It stays
silent where the descriptions are long, where the speakers or the times differ or are not said, and where one
sentence gives both.

What settles it: the words that were used; if they were translated, the original.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import block_around, sentence_at
from factcheck.contexts.times import Interval, days_apart, when_said
from factcheck.contexts.words import SMALL, house, words_of
from factcheck.language.nouns import singular
from factcheck.language.places import country_of
from factcheck.quotations.passages import quotations_of
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import QuotationMention

_AS = re.compile(
    r"\b(?:(?:characteri[sz]|describ|label|brand|portray|dismiss|dub|term|style|present)(?:e|es|ed|ing|s)?\b"
    r"[^.;:“”]{0,60}\bas|(?:call|dub|term|label|brand)(?:s|ed|ing|med|bed)?\b[^.;:“”]{0,60}|what [^.;:“”]{3,50} "
    r"(?:say|says|said|call|calls|called|describe|describes|described)(?: is| was| as)?|"
    r"referr(?:ed|ing) to [^.;:“”]{1,60} as)(?: an?| the)?\s*$"
)
_NAME = re.compile(r"[A-Z][\w-]+")
_REACH = 110
_MOST_WORDS = 3


@dataclass(frozen=True)
class _Label:
    """A thing, what it is called, by whom, and when."""

    thing: str
    words: tuple[str, ...]
    callers: frozenset[str]
    when: Interval | None
    mention: QuotationMention
    sentence: int


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The pairs of words for one thing."""
    labels = list(_labels(study))
    for number, one in enumerate(labels):
        for other in labels[number + 1 :]:
            if _is_one_thing(one, other) and set(one.words) != set(other.words):
                yield _finding(study, one, other)


def _labels(study: Study) -> Iterator[_Label]:
    text = study.document.text
    for mention in quotations_of(study):
        sentence, block = sentence_at(study.document, mention.start), block_around(study.document, mention.start)
        if sentence is None or block is None or block.kind == "note":
            continue
        before = text[max(mention.start - _REACH, sentence.start) : mention.start]
        cue = _AS.search(before)
        if cue is None:
            continue
        words = [
            house(singular(word.text)) for word in words_of(text, mention.start, mention.end) if word.text not in SMALL
        ]
        following = re.match(r" ([a-z]+)", text[mention.end : mention.end + 30])
        if following and following[1] not in SMALL and len(words) == 1:
            words.append(house(singular(following[1])))
        if 2 <= len(words) <= _MOST_WORDS:
            callers = _callers(before[: cue.end()], mention)
            when = when_said(study, mention.start)
            yield _Label(words[-1], tuple(words[:-1]), callers, when, mention, sentence.start)


def _callers(before: str, mention: QuotationMention) -> frozenset[str]:
    """The names before the quotation in its sentence, and its speaker, countries by their own name."""
    named = [*_NAME.findall(before), *_NAME.findall(mention.speaker or "")]
    return frozenset(country_of(word) or word for word in named)


def _is_one_thing(one: _Label, other: _Label) -> bool:
    if one.thing != other.thing or one.sentence == other.sentence or not one.callers & other.callers:
        return False
    return one.when is not None and other.when is not None and days_apart(one.when, other.when) == 0


def _finding(study: Study, one: _Label, other: _Label) -> Finding:
    first, second = " ".join(one.words), " ".join(other.words)
    by = ", ".join(sorted(one.callers & other.callers))
    return finding(
        CHECK,
        fact=(study.source.id, one.thing, first, second),
        verdict="possible-conflict",
        message=f"One {one.thing} is called “{first}” and “{second}”, both in the words of {by}.",
        sides=[
            [evidence_at(study, label.mention.start, label.mention.end, value=label.mention.words)]
            for label in (one, other)
        ],
        steps=(
            Step(code="same-speaker", text=f"Both passages give the words to {by}."),
            Step(code="same-thing", text=f"Both speak of a {one.thing} at the same time."),
        ),
        settle="Which word was used, and where? If it is a translation, say so without quotation marks.",
        weight=0.4,
    )


CHECK = Check(
    id="characterisation",
    kind="quotation",
    title="One thing is called by two different quoted words of one speaker",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={
                "brief": "In July 2022 the president went to Chile. Norway described it as a “personal visit”.\n\n"
                "July 2022: the president makes what Norwegian officials say is a “private” visit to Chile.\n"
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "brief": "In July 2022 the president went to Chile. Norway described it as a “personal visit”.\n\n"
                "July 2022: the president makes what Norwegian officials say is a “personal” visit to Chile.\n"
            },
            expect=None,
        ),
        Example(
            documents={
                "brief": "In July 2022 the president went to Chile. Norway described it as a “personal visit”.\n\n"
                "March 2019: the president makes what Norwegian officials say is a “private” visit to Chile.\n"
            },
            expect=None,
        ),
    ),
)
