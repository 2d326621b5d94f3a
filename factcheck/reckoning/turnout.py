"""Who may vote and who did, and the turnout that follows."""

import re
from collections.abc import Sequence

from factcheck.checking import Study
from factcheck.reckoning.figures import Figure, figures_in
from factcheck.reckoning.shares import is_of
from factcheck.records.document import Sentence

TURNOUT = re.compile(r"\bturn-?out\b", re.IGNORECASE)
"""The share of those who may vote that did."""
_ENTITLED = re.compile(
    r"\b(?:registered (?:voters|electors)|(?:voters|electors) registered|registered|electorate|(?:people )?(?:eligible|"
    r"entitled) to vote|eligible voters|on the (?:electoral )?(?:roll|register))\b",
    re.IGNORECASE,
)
_VOTED = re.compile(
    r"\b(?:(?:votes?|ballots?) (?:were )?(?:cast|counted)|cast (?:a |their )?(?:votes?|ballots?)|"
    r"voted|turned out|went to the polls)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:than|against|compared|last time|previous|earlier|was once|in (?:19|20)\d\d)\b", re.IGNORECASE
)
_NEAR = 40
_FAR = 2


def votes_told(text: str, sentence: Sentence, figures: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """The figures of a sentence that count those who may vote, and those that count who did."""
    voters: list[Figure] = []
    votes: list[Figure] = []
    for place, item in enumerate(figures):
        near = _beside(text, sentence, figures, item) if item.dimension == "count" else ""
        entitled, voted = _ENTITLED.search(near), _VOTED.search(near)
        part = figures[place - 1] if place and entitled and voted else None
        if part is not None and is_of(text, part, item):
            votes.append(part)
        elif voted:
            votes.append(item)
        if entitled:
            voters.append(item)
    return voters, votes


def _beside(text: str, sentence: Sentence, figures: Sequence[Figure], item: Figure) -> str:
    """What stands between a figure's neighbours, it apart."""
    low = max((one.end for one in figures if one.end <= item.start), default=sentence.start)
    high = min((one.start for one in figures if one.start >= item.end), default=sentence.end)
    before = re.split(r"[.;,](?: |$)", text[max(low, item.start - _NEAR) : item.start])[-1]
    return f"{before} {re.split(r'[.;,]', text[item.end : min(high, item.end + _NEAR)])[0]}"


def turnout_told(study: Study, number: int) -> tuple[Figure, Figure] | None:
    """Those who voted and those who may, where the paragraph that gives a turnout tells of just one number of each."""
    text, sentences = study.document.text, study.document.sentences
    own = sentences[number]
    if not TURNOUT.search(text, own.start, own.end) or _OTHER.search(text, own.start, own.end):
        return None
    voters: list[Figure] = []
    votes: list[Figure] = []
    for one in sentences[max(number - _FAR, 0) : number + _FAR + 1]:
        if one.block == own.block:
            plain = [item for item in figures_in(study, one.start, one.end) if item.is_exact and not item.change]
            entitled, cast = votes_told(text, one, plain)
            voters, votes = [*voters, *entitled], [*votes, *cast]
    return (votes[0], voters[0]) if len(voters) == len(votes) == 1 and votes[0].high < voters[0].low else None
