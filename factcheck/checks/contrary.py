"""One source says that it is so, another that it is not, or says the contrary of it.

Flags a happening, a thing or a state that one source affirms and another denies in so many words ("No alarm was
sounded", "did not testify", "without interruption"), and two words that exclude each other (live and switched off,
convicted and acquitted, damaged and intact), where both speak of one thing: by its name or noun, by who else takes
part, and by words that are rare in both; so too a deed that one says was not done at all ("no parallel run was carried
out") and another tells of as done. What is denied of all is held against one case in other words ("nobody was hurt"
and "a man died", "no barrel has failed" and "a barrel burst"), and a thing that something did not have ("the hall had
no sprinklers") against a source that knows it ("the hall's sprinklers"). Flags what is called the first, or never to
have been before, where another source tells of one in an earlier year.

It is silent where the actors or the times differ, where a denial is a part of the truth only ("not before Monday", "not
all"), where it is one of its day and the other source is later, and where what is told may have changed between two
times; where two parts are told (the front car, the rear car), where one says it of all but some, and where one tells
that somebody denies what the other tells that somebody says; where only grave harm is denied, or where the denying
document tells of a case itself.

What settles it: ask which is right, or say when each was true.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.checks import event_denied
from factcheck.contexts.places import sentence_at
from factcheck.contraries.alike import denial_points
from factcheck.contraries.beside import of_others, since_then
from factcheck.contraries.cases import NEEDED, by_scale, case_points, sentence_told
from factcheck.contraries.denied import Denied, phrases_denied
from factcheck.contraries.entailed import ANY
from factcheck.contraries.firsts import FIRSTS, not_the_first
from factcheck.contraries.one_mind import MINDS, of_two_minds
from factcheck.contraries.stances import STANCES, Stance, stances
from factcheck.language.tagging import tag
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.records.mention import EventMention
from factcheck.statements.telling import Rarity, Words
from factcheck.stories import STORY

ENOUGH = 0.9
"""Points from which two clauses are taken to be about one thing."""
MOST = 60
"""Clauses of one key that each is held against."""
HELD = 256
"""Documents whose clauses are held in memory."""

_DONE = re.compile(r"\b(?:carried out|conducted|completed|performed|undertaken|undertook|held|made|done|took place)\b")
"""That a deed was done, in the sentence that tells of it."""
_SUPPOSED = re.compile(
    r"\b(?:would|should|could|may|might|must|will|ought|to be|planned|proposed|recommend\w*|demand\w*)\b"
)
"""What makes of a deed one that is planned, wished or only possible."""
_THIS_TIME = re.compile(r"\bthis time\b", re.IGNORECASE)
_DEFINITE = r"(?:(?:the|its|their|his|her) |(?<=['’])s |(?<=s['’]) )"
"""What stands before a thing that is known to be there: "its sprinklers", "the hall's sprinklers"."""
_NEGATED = re.compile(r"\b(?:not|no|never|without|nor|neither|if|unless|whether)\b|n[’']t\b", re.IGNORECASE)
"""What makes of a deed one that was not done, or not for sure."""


def run(archive: Archive, whole: Archive) -> Iterable[Finding]:
    """One finding for each two passages of which one denies what the other says."""
    told_by = lru_cache(maxsize=HELD)(lambda source: _Told(archive.studies[source]))
    held = _held(archive)
    scored: list[Scored] = []
    for ends in _opposed_sources(archive):
        make = partial(_alike, told_by, *ends, archive.related.between(*ends))
        for points, ours, theirs, shared in archive.between("contrary", *ends, make):
            one, other = (told_by(ends[place]).stances[number] for place, number in (ours, theirs))
            if frozenset((_place(one), _place(other))) not in held:
                scored.append((points, one, other, tuple(shared)))
    told: dict[tuple[Place, str], list[Scored]] = defaultdict(list)
    for entry in _best(scored):
        told[_place(entry[2]), entry[2].point.key].append(entry)
    for entries in told.values():
        yield _finding([one for _, one, _, _ in entries], entries[0][2], entries[0][3])
    yield from _denied_things(archive)
    yield from of_two_minds(archive, CHECK)
    yield from not_the_first(archive, CHECK)


def _points_made(study: Study) -> tuple[list[tuple[str, bool]], bool]:
    """The keys of what a study affirms or denies, and whether it denies things by their names."""
    made = {(item.point.key, item.point.holds) for item in stances(study)}
    return sorted(made), any(True for _ in phrases_denied(study))


POINTS = Gathering("points", _points_made)


def _opposed_sources(archive: Archive) -> Iterator[tuple[str, str]]:
    """The documents of one story, in twos, of which one affirms or denies what the other denies or affirms."""
    points = {source: study.gathered(POINTS)[0] for source, study in archive.studies.items()}
    made = {source: {(key, holds) for key, holds in own} for source, own in points.items()}
    contrary = {source: {(key, not holds) for key, holds in own} for source, own in points.items()}
    for source, kin in archive.related.kin.items():
        for other in sorted(kin):
            if source < other and archive.asks(source, other) and not made[source].isdisjoint(contrary[other]):
                yield source, other


class _Told:
    """What a document affirms and denies."""

    def __init__(self, study: Study) -> None:
        self.source, self.stances = study.source.id, tuple(stances(study))
        self.numbers = {item: number for number, item in enumerate(self.stances)}
        told = (item for item in self.stances if not (item.point.of_cases or item.point.key.startswith(ANY)))
        self.words = Words(item.statement for item in told)
        self.scales = by_scale(self.stances)
        self.by_key: dict[str, tuple[list[Stance], list[Stance]]] = defaultdict(lambda: ([], []))
        self._said = {(item.statement.sentence, item.point.key, item.point.holds) for item in self.stances}
        for item in self.stances:
            self.by_key[item.point.key][not item.point.holds].append(item)

    def says(self, what: Stance, beside: Stance) -> bool:
        """Whether a sentence tells the one thing of some and the contrary of others, so that its author knew both."""
        return (beside.statement.sentence, what.point.key, what.point.holds) in self._said


End = tuple[int, int]
"""A stance of two documents: in which of them it stands, and its number there."""


def _alike(
    told_by: Callable[[str], _Told], first: str, second: str, story: float
) -> list[tuple[float, End, End, tuple[str, ...]]]:
    """What two documents affirm and deny of one thing, with the points for it and the words that both have."""
    if story < STORY / 2:
        return []
    ends = told_by(first), told_by(second)
    rarity, known = Rarity(lambda source: told_by(source).words), {**ends[0].scales, **ends[1].scales}
    found = []
    for place in (0, 1):
        for one, other in _opposed(ends[place], ends[not place]):
            if ends[place].says(other, one) or ends[not place].says(one, other):
                continue
            points, shared = denial_points(one, other, rarity) if not one.point.of_cases else (0.0, ())
            if one.point.key.startswith("contrary "):
                likely, words = case_points(one, other, known, rarity, story)
                points, shared = (likely, words) if likely >= max(NEEDED, points) else (points, shared)
            if points >= ENOUGH and not of_others(one, other):  # which takes longest
                at = (place, ends[place].numbers[one]), (1 - place, ends[not place].numbers[other])
                found.append((points, *at, shared))
    return found


def _denied_things(archive: Archive) -> Iterator[Finding]:
    """The things that one document denies in the very words in which another of its story tells of them."""
    for source, study in archive.studies.items():
        for denied in phrases_denied(study) if study.gathered(POINTS)[1] else ():
            definite = _DEFINITE if denied.owners else ""
            said = re.compile(rf"(?<!\w){definite}{re.escape(denied.phrase)}s?(?!\w)", re.IGNORECASE)
            for kin in sorted(other for other in archive.related.kin.get(source, ()) if archive.asks(source, other)):
                for match in said.finditer(archive.studies[kin].document.text):
                    if _is_so(archive.studies[kin], match.start(), denied):
                        yield _thing(archive.studies[kin], match, study, denied.event, denied.phrase)
                        break


def _is_so(study: Study, start: int, denied: Denied) -> bool:
    """Whether a phrase does not stand under a "not", "no" or "if" in its sentence, which tells of a deed that it was
    done."""
    sentence = sentence_at(study.document, start)
    first, last = (sentence.start, sentence.end) if sentence else (start, start)
    if _NEGATED.search(study.document.text, first, start):
        return False
    words = study.document.text[first:last]
    if denied.owners and denied.owners.isdisjoint(token.lemma for token in tag(words)):
        return False
    return not denied.is_deed or (_DONE.search(words) is not None and not _SUPPOSED.search(words))


def _thing(one: Study, match: re.Match[str], other: Study, event: EventMention, phrase: str) -> Finding:
    source, there = one.source.id, other.source.id
    return finding(
        CHECK,
        fact=("thing", phrase.casefold(), source, there),
        verdict="possible-conflict",
        message=f"{source} tells of “{phrase}”, and {there} denies it.",
        sides=[
            [evidence_at(one, match.start(), match.end(), value="so")],
            [evidence_at(other, event.start, event.end, value="not so")],
        ],
        steps=(Step(code="thing-denied", text=f"One tells of “{phrase}”, the other says that it was not."),),
        settle="Ask which is right, or say when each was true.",
        weight=0.6,
    )


Place = tuple[str, int]


def _place(item: Stance) -> Place:
    return item.statement.source, item.statement.sentence


def _held(archive: Archive) -> set[frozenset[Place]]:
    """Sentences that are held against each other already, as a happening affirmed and denied."""
    found = set()
    for pair in archive.pairs(event_denied.MATCHING):
        ends = []
        for source, start, _ in (pair.one.place, pair.other.place):
            sentence = sentence_at(archive.studies[source].document, start)
            ends.append((source, sentence.start if sentence else start))
        found.add(frozenset(ends))
    return found


def _opposed(one: _Told, other: _Told) -> Iterator[tuple[Stance, Stance]]:
    """The pairs of which one document affirms what the other denies; the denial comes second."""
    for key in filter(one.by_key.__contains__, other.by_key):
        yes, no = one.by_key[key][0], other.by_key[key][1]
        if key.startswith(ANY) and other.by_key[key][0]:
            continue
        for number, denial in enumerate(no):
            for claim in yes[max(number - MOST, 0) : number + MOST] if len(yes) > 2 * MOST else yes:
                limited = claim.point.holds and denial.point.denies and not denial.point.limits <= claim.point.limits
                limited = (limited and not since_then(claim, denial)) or _is_no_case(claim, denial)
                if not limited and (claim.point.key.startswith("contrary ") or denial.point.denies):
                    yield claim, denial


def _is_no_case(claim: Stance, denial: Stance) -> bool:
    """Whether a case does not contradict the denial of all: it is of a year of which that document does not speak, or
    "this time" alone is denied; or the very word of the case is denied, which is held against it as such."""
    if not denial.point.key.startswith(ANY):
        return False
    if _THIS_TIME.search(sentence_told(denial)):
        return True
    if claim.point.of_what and claim.event.verb == denial.event.verb:
        return True
    years = {span.start[:4] for span in claim.statement.spans if span.start}
    study = denial.statement.study
    return bool(years) and not any(year in (study.date or "") or year in study.document.text for year in years)


Scored = tuple[float, Stance, Stance, tuple[str, ...]]


def _best(scored: Sequence[Scored]) -> list[Scored]:
    """The likest pairs: a sentence with one denial of a document only, a denial with all that say its contrary."""
    taken: dict[tuple[Place, str], str] = {}
    found = []
    for entry in sorted(scored, key=lambda entry: (-entry[0], _place(entry[1]), _place(entry[2]), entry[1].point.key)):
        _, one, other, _ = entry
        ours, theirs = (_place(one), other.statement.source), (_place(other), one.statement.source)
        if ours not in taken and taken.get(theirs, one.point.key) == one.point.key:
            taken[ours] = taken[theirs] = one.point.key
            found.append(entry)
    return found


def _finding(ones: Sequence[Stance], other: Stance, shared: Sequence[str]) -> Finding:
    one, there = ones[0], other.statement.source
    source = ", ".join(dict.fromkeys(item.statement.source for item in ones))
    says = "says" if len(ones) == 1 else "say"
    what = other.point.key.split(" ", 1)[1].replace("-", " ")
    step = Step(code="affirmed-and-denied", text=f"One says the contrary of the other ({what}).")
    told = Step(code="shared-words", text=f"Both speak of {', '.join(shared) or 'one thing'}.")
    return finding(
        CHECK,
        fact=(one.point.key, one.statement.source, there, *sorted(shared)),
        verdict="possible-conflict",
        message=f"What {source} {says} is denied, or the contrary said, by {there} ({what}).",
        sides=[[_evidence(item, "so") for item in ones], [_evidence(other, "not so")]],
        steps=(told, step),
        settle="Ask which is right, or say when each was true.",
        weight=0.6,
    )


def _evidence(item: Stance, value: str) -> Evidence:
    return evidence_at(item.statement.study, item.event.start, item.event.end, value=value)


CHECK = Check(
    id="contrary",
    kind="event",
    title="One says so, another the contrary",
    reads=Archive,
    run=run,
    gathers=(STANCES, POINTS, MINDS, FIRSTS),
    examples=(
        Example(
            documents={
                "hearing": "The general alarm of the ferry Arlen was sounded at 22:58, its owner told the committee.",
                "board": "No general alarm was sounded at any time on the ferry Arlen, the committee heard later.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "release": "The stolen psalter was found undamaged in Arlen, the museum of Karrow said.",
                "paper": "When it was found in Arlen the psalter of the museum of Karrow was torn.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "hearing": "The general alarm of the ferry Arlen was sounded at 22:58, its owner told the committee.",
                "board": "No general alarm of the ferry Arlen was sounded before 22:58, the committee heard later.",
            },
            expect=None,
        ),
    ),
)
