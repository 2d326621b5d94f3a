"""Sentences that know of something beyond another, or before it, or that deny that it is the first or the most.

"Only the Arlen skeleton is more complete"; "it had been burgled once before"; "it was not the country's worst".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from factcheck.checking import Study
from factcheck.checks._places import sentence_at
from factcheck.checks._superlatives import Most, Standing, compared, is_denied, names_within, plain, shared
from factcheck.language.degrees import DOWNWARD
from factcheck.likeness import content
from factcheck.records.mention import ComparisonMention

_ONLY = re.compile(
    r"\b[Oo]nly (?P<who>[^.;:()]{2,80}?)(?:, [^.;:()]{1,60},)? (?:is|are|was|were|has been|had been) "
    r"(?:even |still |any )?(?:(?P<most>more|less) (?P<adjective>[a-z]+)|(?P<comparative>[a-z]+er|worse))\b"
)
_BEFORE = re.compile(
    r"\b(?:once|twice|(?:two|three|four|five|several|many) times|already|previously)(?:,? [a-z]+)? before\b"
    r"|\bnot for the first time\b|\bfor the (?:second|third|fourth|fifth) time\b"
)
_NO_FIRST = re.compile(r"\bthe (?P<place>first|only)\b")

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
    code: Literal["one-beyond", "one-before", "denied"]
    said: str
    words: frozenset[str]
    names: frozenset[str] = frozenset()
    scale: tuple[str, bool] | None = None
    place: str | None = None


def rebuttals(study: Study) -> Iterator[Rebuttal]:
    """All of a document, in order of kind and place."""
    text = study.document.text
    for sentence in study.document.sentences:
        words = text[sentence.start : min(sentence.end, sentence.start + LONGEST)]
        names = names_within(study, sentence.start, sentence.end)
        for match in _ONLY.finditer(words):
            said = f"{' '.join(match['who'].split(',')[0].split())} is {_comparative(match)}"
            held = content(words)[0]
            yield Rebuttal(study, sentence.start, sentence.end, "one-beyond", said, held, names, scale=_scale(match))
        before = _BEFORE.search(words)
        if before is not None:
            said = f"it had happened {before.group()}"
            yield Rebuttal(study, sentence.start, sentence.end, "one-before", said, content(words)[0], names)
        first = _NO_FIRST.search(words)
        if first is not None and is_denied(text, sentence.start + first.start()):
            held = content(text[sentence.start : _end_of_next(study, sentence.end)])[0]
            said = f"it is not the {first['place']}"
            yield Rebuttal(study, sentence.start, sentence.end, "denied", said, held, names, place=first["place"])
    yield from _denied_extremes(study)


def _denied_extremes(study: Study) -> Iterator[Rebuttal]:
    text = study.document.text
    for mention in study.mentions.get("comparison", ()):
        if not isinstance(mention, ComparisonMention) or mention.relation != "rank" or not mention.superlative:
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
    common = shared(other.words, {one.thing, *one.words})
    if other.code == "denied":
        return other.place == one.place and one_story and bool(common)
    if other.code != "one-before" or one.place != "first" or not one.all_time or one.since is not None:
        return False
    return kin and bool(shared((one.thing,), other.words)) and len(common) >= ENOUGH


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
