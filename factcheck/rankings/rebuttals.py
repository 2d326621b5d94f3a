"""Sentences that know of something beyond another, or before it, or that deny that it is the first or the most.

"Only the Arlen skeleton is more complete"; "it had been burgled once before"; "it was not the country's worst".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from factcheck.checking import Gathering, Study
from factcheck.contexts.places import sentence_at
from factcheck.language.degrees import DOWNWARD
from factcheck.rankings.superlatives import Most, Standing, compared, is_denied, names_within, plain, senses, shared
from factcheck.records.mention import ComparisonMention
from factcheck.wording import content

_ONLY = re.compile(
    r"\b[Oo]nly (?P<who>[^.;:()]{2,80}?)(?:, [^.;:()]{1,60},)? (?:is|are|was|were|has been|had been) "
    r"(?:even |still |any )?(?:(?P<most>more|less) (?P<adjective>[a-z]+)|(?P<comparative>[a-z]+er|worse))\b"
)
_BEFORE = re.compile(
    r"\b(?:once|twice|(?:two|three|four|five|several|many) times|already|previously)(?:,? [a-z]+)? before\b"
    r"|\bnot for the first time\b|\bfor the (?:second|third|fourth|fifth) time\b"
)
_NO_FIRST = re.compile(r"\bthe (?P<place>first|only)\b")

Code = Literal["one-beyond", "one-before", "denied"]

LONGEST = 1_000
"""Letters of a sentence that is read."""

ENOUGH = 2
"""Words that must be in both, where no name is."""


@dataclass(frozen=True)
class Rebuttal:
    """What speaks against a superlative, in `text[start:end]`.

    `scale` is the adjective and whether it points down, of what is beyond or denied; `place` the place that is denied.
    """

    study: Study
    start: int
    end: int
    code: Code
    said: str
    words: frozenset[str]
    names: frozenset[str] = frozenset()
    scale: tuple[str, bool] | None = None
    place: str | None = None


def rebuttals(study: Study) -> Iterator[Rebuttal]:
    """All of a document, in order of kind and place."""
    for start, end, code, said, words, names, scale, place in study.gathered(REBUTTALS):
        told = scale and (scale[0], scale[1])
        yield Rebuttal(study, start, end, code, said, frozenset(words), frozenset(names), told, place)


def _gather(study: Study) -> list[list[Any]]:
    """All of a document as plain values."""
    return [
        [one.start, one.end, one.code, one.said, sorted(one.words), sorted(one.names), one.scale, one.place]
        for one in _found(study)
    ]


REBUTTALS = Gathering("rebuttals", _gather)


def _found(study: Study) -> Iterator[Rebuttal]:
    text = study.document.text
    for match in _ONLY.finditer(text):
        said = f"{' '.join(match['who'].split(',')[0].split())} is {_comparative(match)}"
        yield from _said(study, match, "one-beyond", said, scale=_scale(match))
    for match in _BEFORE.finditer(text):
        yield from _said(study, match, "one-before", f"it had happened {' '.join(match.group().split())}")
    for match in _NO_FIRST.finditer(text):
        if is_denied(text, match.start()):
            yield from _said(study, match, "denied", f"it is not the {match['place']}", place=match["place"])
    yield from _denied_extremes(study)


def _said(
    study: Study,
    match: re.Match[str],
    code: Code,
    said: str,
    scale: tuple[str, bool] | None = None,
    place: str | None = None,
) -> Iterator[Rebuttal]:
    """The rebuttal of a match, with the words and names of its sentence; of a denied first also of the next."""
    sentence = sentence_at(study.document, match.start())
    if sentence is None or match.end() > sentence.end or sentence.end - sentence.start > LONGEST:
        return
    end = _end_of_next(study, sentence.end) if place else sentence.end
    words = content(study.document.text[sentence.start : end])[0]
    names = names_within(study, sentence.start, sentence.end)
    yield Rebuttal(study, sentence.start, sentence.end, code, said, words, names, scale, place)


def _denied_extremes(study: Study) -> Iterator[Rebuttal]:
    text = study.document.text
    for mention in study.seen(ComparisonMention):
        if mention.relation != "rank" or not mention.superlative:
            continue
        if is_denied(text, mention.start):
            words = content(f"{mention.dimension or ''} {mention.scope or ''}")[0]
            said = f"it is not {' '.join(text[mention.start : mention.end].split())}"
            scale = plain(mention.superlative)
            yield Rebuttal(study, mention.start, mention.end, "denied", said, words, scale=scale)


def rebuts(other: Rebuttal, one: Standing | Most, *, kin: bool, one_story: bool) -> bool:
    """Whether it speaks against `one`: of the same thing, as far as the words tell.

    `kin` says that the two documents share a name, `one_story` that they share several.
    """
    if isinstance(one, Most):
        common = shared(one.words, other.words - {one.base})
        if not _is_of_scale(other, one):
            return False
        if other.code == "denied":
            return kin and len(common) >= ENOUGH
        return one.thing in common and (bool(other.names & one.named) or (kin and len(common) >= ENOUGH))
    common = shared(other.words, {*senses(one.thing), *one.words})
    if other.code == "denied":
        return other.place == one.place and one_story and bool(common)
    if other.code != "one-before" or one.place != "first" or not one.all_time or one.since is not None:
        return False
    return kin and bool(shared(senses(one.thing), other.words)) and len(common) >= ENOUGH


def _is_of_scale(other: Rebuttal, one: Most) -> bool:
    """Whether both go by one adjective; the worst loss is the largest."""
    if other.scale == (one.base, one.down):
        return True
    return other.code == "denied" and other.scale is not None and {other.scale[0], one.base} == {"bad", "large"}


def _end_of_next(study: Study, end: int) -> int:
    """Where the sentence after one that ends at `end` ends, in the same block; `end` where none follows."""
    following = sentence_at(study.document, end + 1)
    before = sentence_at(study.document, end - 1)
    if following is None or before is None or following.block != before.block or following.start < end:
        return end
    return min(following.end, end + LONGEST)


def _comparative(match: re.Match[str]) -> str:
    return f"{match['most']} {match['adjective']}" if match["most"] else str(match["comparative"])


def _scale(match: re.Match[str]) -> tuple[str, bool]:
    if match["most"]:
        return match["adjective"], match["most"] == "less"
    base = compared(match["comparative"])
    return base, base in DOWNWARD
