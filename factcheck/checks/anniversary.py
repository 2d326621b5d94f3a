"""An anniversary, an age of a thing or "so many years ago" does not fit the year of the beginning.

It reads a beginning with its year ("founded in 1899", "built in 1972") beside an anniversary ("celebrated its 125th
anniversary in 2024"), an age ("was 53 years old when it fell in 2025", "which makes it 82 years old") or a distance
from the document's own date ("125 years ago, in 1900"), in one sentence or the sentence after, and reckons. A year more
or less is allowed, but for anniversaries. It stays silent where the years of something else may be meant: where any two
of the years near it would fit, and on the ages of people.

What settles it: the year of the beginning.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import sentences_before
from factcheck.contexts.times import issued
from factcheck.language.number_words import CARDINALS, ORDINALS
from factcheck.language.tagging import tag
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step

_ORDINAL = r"(?P<number>\d{1,4}(?:st|nd|rd|th)|" + "|".join(sorted(ORDINALS, key=lambda word: -len(word))) + ")"
_ANNIVERSARY = re.compile(rf"\b{_ORDINAL}[- ](?:anniversary|birthday|jubilee)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?P<name>bicentenary|bicentennial|tercentenary|centenary|centennial|sesquicentennial|golden jubilee|"
    r"silver jubilee|diamond jubilee|golden anniversary|silver anniversary)\b",
    re.IGNORECASE,
)
_YEARS = {
    "bicentenary": 200, "bicentennial": 200, "tercentenary": 300, "centenary": 100, "centennial": 100,
    "sesquicentennial": 150, "golden jubilee": 50, "silver jubilee": 25, "diamond jubilee": 60,
    "golden anniversary": 50, "silver anniversary": 25,
}  # fmt: skip
_NUMBER = rf"(?P<number>\d{{1,4}}|{'|'.join(sorted(CARDINALS, key=lambda word: -len(word)))})"
_OLD = re.compile(
    rf"\b(?:when (?:it|they) (?:was|were) {_NUMBER}(?: years old|-years-old|\b(?=[.,;])))|"
    rf"\b(?:was|were) {_NUMBER.replace('number', 'other')} years old when (?:it|they)\b",
    re.IGNORECASE,
)
_OLD_NOW = re.compile(
    rf"\b(?:mak(?:es|ing) (?:it|them) (?:now )?|(?:it|which) is (?:now |today )?|(?:so|and|thus) is (?:now )?)"
    rf"{_NUMBER} years old\b(?! when\b)",
    re.IGNORECASE,
)
_AGO = re.compile(
    rf"\b{_NUMBER} years ago,? (?:in |\()(?P<year>1[0-9]{{3}}|20[0-9]{{2}})\b|"
    rf"\bin (?P<first>1[0-9]{{3}}|20[0-9]{{2}}),? {_NUMBER.replace('number', 'other')} years ago\b|"
    rf"\b(?:it is|it has been|it['’]s)(?: now| already| exactly)? {_NUMBER.replace('number', 'more')} years since\b"
    r"[^.;:()]{0,60}?\bin (?P<then>1[0-9]{3}|20[0-9]{2})\b",
    re.IGNORECASE,
)
_IN_ITS = re.compile(
    rf"\b(?:(?:now|currently|already|today) (?:well )?in|(?:enters|entering|begins|beginning|celebrates|celebrating|"
    rf"marks|marking)) (?:its|their|our) {_ORDINAL} year\b(?! (?:of|as|in|at|under|with)\b)|"
    rf"\bwelcome to (?:our|the) {_ORDINAL.replace('number', 'other')} year\b",
    re.IGNORECASE,
)
_BEGUN_THEN = re.compile(
    r"\b(?:[Ww]hat (?:they|he|she|it) (?:began|started|founded)|"
    r"(?:[Tt]hat|[Tt]he) (?:first )?(?:day|evening|night|meeting|founding|beginning|opening|start)|"
    r"[Ii]ts (?:founding|birth|beginning|opening|start))\b"
)
_ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|more than|less than|roughly|the (?:past|last)) $", re.IGNORECASE
)
_BEGUN = re.compile(
    r"\b(?:founded|established|set up|created|formed|incorporated|built|constructed|completed|finished|opened|launched|"
    r"inaugurated|consecrated|unveiled|signed|began|begun|started|born|invented|installed|laid down|commissioned|"
    r"dates (?:from|back to)|opened (?:its|our|their|his|her) doors|first (?:number|issue|edition|show|concert|season|"
    r"race|fair|festival|meeting|performance|broadcast|service|volume|held|shown|staged|published|aired|performed|printed|"
    r"appeared))\b[^.;:()]{0,40}?\b(?P<year>1[0-9]{3}|20[0-9]{2})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?<![\d,.$£€-])(?:1[0-9]{3}|20[0-9]{2})(?!\d|,\d|%|-|\.\d| (?:people|men|women|metres|tonnes|dollars))"
)
_THIS_YEAR = re.compile(
    r"\b(?:this (?:year|month|week|season|summer|spring|autumn|winter)|today|is celebrating|celebrates|marks|"
    r"is marking|will (?:celebrate|mark)|turns)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:has|have) (?:long )?(?:been|worked|served|taught|lived|led|run|sat|reigned|ruled|played|held|"
    r"kept|stood|chaired|"
    r"headed|owned|written|edited|managed|directed|"
    r"governed)\b[^.;:()]{0,80}? since (?:[A-Z][a-z]+ )?(?P<year>1[0-9]{3}|20[0-9]{2})\b"
)
_FOR_SO_LONG = re.compile(
    rf"(?:^|[,;] |\b)(?:[Aa]fter|[Ff]or|[Tt]hose|[Tt]hese)(?: the past| the last)? {_NUMBER} years(?=[,.;]|"
    rf" in (?:office|the job|"
    r"the post|power|charge|parliament|government|the chair|the saddle)\b| on the job\b| at the (?:helm|top)\b)"
)
_LATER = re.compile(rf"^{_NUMBER} years (?:later|on), ", re.IGNORECASE)
_CUES = ("year", "anniver", "birthday", "jubilee", "centen", "when it", "when they")
"""What a sentence holds that tells an age: a quick look spares the long ones."""
_FARTHEST = 0.5
"""How far the years reckoned may be from those stated, as a part of them, to be meant by them."""


@dataclass(frozen=True)
class _Age:
    """So many years at `text[start:end]`, from the year of a beginning to another, with the slack that is allowed."""

    start: int
    end: int
    years: int
    begun: int
    until: int
    slack: int


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The ages that do not fit."""
    text = study.document.text
    own = issued(study)
    for number, sentence in enumerate(study.document.sentences):
        for age in _ages(study, sentence, number, own[0].year if own else None):
            years = [int(match[0]) for match in _YEAR.finditer(text, sentence.start, sentence.end)]
            every = {*years, age.begun, age.until}
            if any(abs(one - other - age.years) <= age.slack for one in every for other in every):
                continue
            if abs(age.until - age.begun - age.years) <= _FARTHEST * age.years:
                yield _finding(study, sentence, age)


def _ages(study: Study, sentence: Sentence, number: int, now: int | None) -> Iterator[_Age]:
    """The ages and anniversaries of a sentence whose beginning is dated."""
    text = study.document.text
    small = text[sentence.start : sentence.end].lower()
    if not any(cue in small for cue in _CUES):
        return
    for match in _AGO.finditer(text, sentence.start, sentence.end):
        years = _number(match["number"] or match["other"] or match["more"])
        if now is not None and not _ABOUT.search(text, max(match.start() - 14, sentence.start), match.start()):
            yield _Age(match.start(), match.end(), years, int(match["year"] or match["first"] or match["then"]), now, 1)
    yield from _up_to_now(text, sentence, (sentence, *sentences_before(study, number, 1)), now)
    said = [(match, _number(match["number"]), 0) for match in _ANNIVERSARY.finditer(text, sentence.start, sentence.end)]
    said += [(match, _YEARS[match["name"].lower()], 0) for match in _NAMED.finditer(text, sentence.start, sentence.end)]
    said += [
        (match, _number(match["number"] or match["other"]), 1)
        for match in _OLD.finditer(text, sentence.start, sentence.end)
    ]
    said += [(match, _number(match["number"]), 1) for match in _OLD_NOW.finditer(text, sentence.start, sentence.end)]
    near = (sentence, *sentences_before(study, number, 1))
    begun = (_begun(text, near) or _begun_then(text, near)) if said else None
    for match, years, slack in said:
        until = now if match.re is _OLD_NOW else _until(text, sentence, begun, now) if begun is not None else None
        if begun is not None and until is not None and years > 0:
            yield _Age(match.start(), match.end(), years, begun, until, slack)
    yield from _in_its(study, number, now)


def _in_its(study: Study, number: int, now: int | None) -> Iterator[_Age]:
    """ "Founded in 1990, it is now in its 35th year": the first year is that of the beginning, or the one behind."""
    text, sentences = study.document.text, study.document.sentences
    sentence = sentences[number]
    match = _IN_ITS.search(text, sentence.start, sentence.end)
    if match is None or now is None:
        return
    behind = [one for one in sentences[number + 1 : number + 2] if one.block == sentence.block]
    begun = _begun(text, (sentence, *sentences_before(study, number, 1), *behind))
    if begun is not None:
        yield _Age(match.start(), match.end(), _number(match["number"] or match["other"]) - 1, begun, now, 1)


def _begun_then(text: str, sentences: Sequence[Sentence]) -> int | None:
    """ "In 1949 eleven dockers met to sing. What they began …": the one year of the sentence before."""
    if len(sentences) < 2 or not _BEGUN_THEN.search(text, sentences[0].start, sentences[0].end):
        return None
    years = {int(match[0]) for match in _YEAR.finditer(text, sentences[1].start, sentences[1].end)}
    return years.pop() if len(years) == 1 else None


def _up_to_now(text: str, sentence: Sentence, near: Sequence[Sentence], now: int | None) -> Iterator[_Age]:
    """ "Has been mayor since 2009. After 15 years, …"; "after the flood of 1986. Thirty years later, grass grows"."""
    if now is None:
        return
    since = [match for one in near for match in _SINCE.finditer(text, one.start, one.end)]
    for match in _FOR_SO_LONG.finditer(text, sentence.start, sentence.end) if len(since) == 1 else ():
        if match.start() > since[0].start():
            yield _Age(match.start(), match.end(), _number(match["number"]), int(since[0]["year"]), now, 1)
    later = _LATER.match(text[sentence.start : sentence.end])
    if later is None or len(near) < 2 or _YEAR.search(text, sentence.start, sentence.end):
        return
    years = {int(match[0]) for match in _YEAR.finditer(text, near[1].start, near[1].end)}
    verb = next((item for item in tag(text[sentence.start + later.end() : sentence.end]) if item.tag in _VERBS), None)
    if len(years) == 1 and verb is not None and (verb.tag == "VERB" or verb.lower in _PRESENT):
        start = sentence.start
        yield _Age(start, start + later.end(), _number(later["number"]), years.pop(), now, 1)


_VERBS = frozenset({"VERB", "PAST", "AUX", "MODAL"})
_PRESENT = frozenset({"is", "are", "has", "have"})


def _number(words: str) -> int:
    lower = words.lower()
    if lower[0].isdigit():
        return int(re.sub(r"\D", "", lower))
    return int(ORDINALS.get(lower) or CARDINALS.get(lower) or 0)


def _begun(text: str, sentences: Sequence[Sentence]) -> int | None:
    """The one year of a beginning in the sentence, else in the one before."""
    for sentence in sentences:
        found = {int(match["year"]) for match in _BEGUN.finditer(text, sentence.start, sentence.end)}
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    return None


def _until(text: str, sentence: Sentence, begun: int, now: int | None) -> int | None:
    """The year that the age is counted to: the one other year of the sentence, else that of the document."""
    others = {int(year[0]) for year in _YEAR.finditer(text, sentence.start, sentence.end)} - {begun}
    if len(others) == 1:
        return others.pop()
    return now if not others and _THIS_YEAR.search(text, sentence.start, sentence.end) else None


def _finding(study: Study, sentence: Sentence, age: _Age) -> Finding:
    said = " ".join(study.document.text[age.start : age.end].split())
    real = age.until - age.begun
    return finding(
        CHECK,
        fact=(study.source.id, said, str(age.begun), str(age.until)),
        verdict="conflict",
        message=f"“{said}” is stated, but from {age.begun} to {age.until} it is {real} years.",
        sides=([evidence_at(study, age.start, age.end, value=f"{age.years} years")],),
        context=[evidence_at(study, sentence.start, sentence.end)] if age.start > sentence.end else [],
        steps=(Step(code="years-counted", text=f"{age.until} less {age.begun} is {real}."),),
        settle="Which is wrong, the number of years or one of the two years?",
        weight=0.5,
    )


CHECK = Check(
    id="anniversary",
    kind="arithmetic",
    title="An anniversary or the age of a thing does not fit its beginning",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"item": "The company, founded in 1899, celebrated its 135th anniversary in 2024."},
            expect="conflict",
        ),
        Example(
            documents={"item": "The company, founded in 1899, celebrated its 125th anniversary in 2024."},
            expect=None,
        ),
        Example(
            documents={"item": "The tower, built in 1972, was 43 years old when it fell in 2025."}, expect="conflict"
        ),
        Example(
            documents={"item": "The shop was founded 135 years ago, in 1900."},
            dates={"item": "2025-06-12"},
            expect="conflict",
        ),
        Example(
            documents={"item": "The firm, founded in 1950, hired Ada Berg in 1990, when she was 30 years old."},
            expect=None,
        ),
    ),
)
