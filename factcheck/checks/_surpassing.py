"""Sentences that know of something beyond another: "only the Arlen skeleton is more complete"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking import Study
from factcheck.checks._superlatives import Most, compared, names_within, shared
from factcheck.language.degrees import DOWNWARD
from factcheck.likeness import content

_ONLY = re.compile(
    r"\b[Oo]nly (?P<who>[^.;:()]{2,80}?)(?:, [^.;:()]{1,60},)? (?:is|are|was|were|has been|had been) "
    r"(?:even |still |any )?(?:(?P<most>more|less) (?P<adjective>[a-z]+)|(?P<comparative>[a-z]+er|worse))\b"
)
LONGEST = 1_000
"""Letters of a sentence that is read."""

ENOUGH = 2
"""Words that both sentences must hold, where no name is in both but the documents tell of one story."""


@dataclass(frozen=True)
class Beyond:
    """Who is beyond what another calls the most, said in `text[start:end]`."""

    start: int
    end: int
    who: str
    written: str


def exceeding(study: Study, one: Most, *, related: bool) -> Iterator[Beyond]:
    """Where the document says that something else is more so than what `one` calls the most.

    The sentences share a name beside the thing; in documents of one story two words will do.
    """
    for sentence in study.document.sentences:
        words = study.document.text[sentence.start : sentence.end]
        for match in _ONLY.finditer(words) if len(words) <= LONGEST else ():
            if _scale(match) != (one.base, one.down):
                continue
            common = shared(one.words, content(words)[0] - {one.base})
            named = names_within(study, sentence.start, sentence.end) & one.named
            if one.thing in common and (named or (related and len(common) >= ENOUGH)):
                who = " ".join(match["who"].split(",")[0].split())
                yield Beyond(sentence.start, sentence.end, who, _verb(match))


def _verb(match: re.Match[str]) -> str:
    more = f"{match['most']} {match['adjective']}" if match["most"] else match["comparative"]
    return f"is {more}"


def _scale(match: re.Match[str]) -> tuple[str, bool]:
    if match["most"]:
        return match["adjective"], match["most"] == "less"
    base = compared(match["comparative"])
    return base, base in DOWNWARD
