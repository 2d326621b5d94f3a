"""A draft judged: each sentence with its things, what the sources say of them, and its citation."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from factcheck.checking import Archive
from factcheck.gate.answers import Answer, Held, does, first
from factcheck.gate.asserted import held_to
from factcheck.gate.bearing import borne
from factcheck.gate.contrary import said_otherwise
from factcheck.gate.desk import Desk
from factcheck.gate.drafts import Draft, Proposal
from factcheck.gate.facts import Borne
from factcheck.gate.figures import is_elapsed, judge_figure
from factcheck.gate.inventory import Inventory, Thing, taken
from factcheck.gate.passages import Passage
from factcheck.gate.people import People
from factcheck.gate.prose import denies, judge_prose, said_elsewhere
from factcheck.gate.quoting import Quotations
from factcheck.gate.rankings import judge_ranking
from factcheck.gate.recalled import Recall, Sentence
from factcheck.gate.references import BESIDE, CitationJudgement, References, judge_citation, misplaced
from factcheck.gate.shelves import Shelves
from factcheck.gate.shelving import Shelved
from factcheck.gate.signing import ALARMS, digits_written
from factcheck.gate.sourcing import Shelf
from factcheck.gate.times import judge_date
from factcheck.language.plain import listed
from factcheck.records.finding import Evidence, Finding
from factcheck.records.mention import TimeMention
from factcheck.records.timespan import is_period

Findings = Callable[[], Sequence[Finding]]
"""What the cross-checks say."""


@dataclass(frozen=True)
class Statement:
    """A sentence of a draft with what was found of it; facts only, no judgement of how grave they are."""

    passage: Passage
    answers: Mapping[Thing, Answer]
    answer: Answer
    citation: CitationJudgement
    borne: tuple[Borne, ...]
    """What bears out its things."""
    proposal: Proposal | None = None
    cites: bool = False
    denies: bool = False
    """Whether it says that something did not happen, or is not so."""


@dataclass(frozen=True)
class Judged:
    """A draft with all that is to be said of it, whatever people decide."""

    draft: Draft
    inventory: Inventory
    references: References
    statements: tuple[Statement, ...] = ()


@dataclass
class Bench:
    """What drafts are judged by: the sources."""

    archive: Archive
    shelved: Mapping[str, Shelved] = field(default_factory=dict)
    """What is kept of the sources' passages."""
    shelves: Shelves = field(init=False)
    shelf: Shelf = field(init=False)

    def __post_init__(self) -> None:
        self.shelves = Shelves(self.archive, self.shelved)
        self.shelf = Shelf(study.source for study in self.archive.studies.values())

    def judge(self, draft: Draft, findings: Findings, recall: Recall | None = None) -> Judged:
        """A draft judged; `findings` gives those of the cross-checks in which it takes part, and is asked for last.

        `recall` holds the answers on the sentences of its last version.
        """
        inventory = taken(draft.study)
        references = References(draft, self.shelf)
        called = {source: self.shelf.names_of(source) for source in self.archive.studies}
        desk = Desk(draft.study, self.shelves, called=called)
        desk.own = {
            passage.start: frozenset(one.source for one in references.of(passage) if one.source)
            for passage in inventory.passages
        }
        desk.cited = {passage.start: _cited(passage, references, desk) for passage in inventory.passages}
        answering = _Answering(desk, findings, recall or Recall())
        answered = answering.all(inventory)
        resting = _resting(answered, references)
        statements = []
        for passage in inventory.passages:
            answers = answered[passage.start]
            answer = answering.contrary(passage, answers, answering.whole(answers, passage))
            elsewhere = _is_elsewhere(passage, answers.values(), resting)
            citation = judge_citation(passage, answers, references, desk.named(passage), elsewhere)
            if citation.answer == "right":
                citation = misplaced(references.of(passage), answers.values() or [answer]) or citation
            own = borne(answers)
            bare = all(thing.kind in BESIDE for thing in answers)
            if bare and citation.answer == "right" and (other := said_elsewhere(passage, desk)):
                named = sorted(desk.cites(passage))
                told = f"{listed(named)} {does(named)} not say this; {other} does."
                citation = CitationJudgement("wrong", told)
            statements.append(
                Statement(
                    passage,
                    answers,
                    answer,
                    citation,
                    own,
                    _proposed(draft, passage),
                    bool(desk.cites(passage)),
                    denies(passage),
                )
            )
        return Judged(draft, inventory, references, tuple(statements))


def _cited(passage: Passage, references: References, desk: Desk) -> frozenset[str]:
    """The sources on which a sentence says that it rests: those cited, and where it cites none, those that it names."""
    return desk.cites(passage) or (references.sources_of(passage) | desk.named(passage))


class _Answering:
    """Holds every thing of a draft against the sources."""

    def __init__(self, desk: Desk, findings: Findings, recall: Recall) -> None:
        self.desk = desk
        self._recall = recall.on(desk)
        self._recalled: dict[int, Sentence] = {}
        self.quotations = Quotations(desk)
        self.people = People(desk)
        self._ask = findings

    @cached_property
    def findings(self) -> Sequence[Finding]:
        """What the cross-checks say."""
        return self._ask()

    def all(self, inventory: Inventory) -> dict[int, dict[Thing, Answer]]:
        """The answers of each sentence, by its start."""
        passages, things = inventory.passages, inventory.things
        found = {}
        for passage in passages:
            own = things.get(passage.start, ())
            sentence = self._recalled[passage.start] = self._recall(passage, own)
            found[passage.start] = sentence.answers(partial(self._of, passage, own))
        return {
            start: {thing: self._with_findings(thing, answer) for thing, answer in answers.items()}
            for start, answers in found.items()
        }

    def _of(self, passage: Passage, things: Sequence[Thing]) -> dict[Thing, Answer]:
        figures = [one for one in things if one.kind == "figure"]
        answers = {one: judge_figure(one, self.desk, figures) for one in figures}
        known = dict(answers)
        for thing in things:
            if thing.kind == "date" and not _is_period_of(thing, known):
                answers[thing] = judge_date(thing, self.desk, known, things)
            elif thing.kind == "quotation":
                answers[thing] = self.quotations.judge(thing)
            elif thing.kind == "ranking":
                answers[thing] = judge_ranking(thing, self.desk)
            elif thing.kind == "title":
                answers[thing] = self.people.judge_title(thing)
            elif thing.kind == "attribution":
                answers[thing] = self.people.judge_attribution(thing)
        return answers

    def whole(self, answers: Mapping[Thing, Answer], passage: Passage) -> Answer:
        """The answer on a sentence, by those on its things."""
        if answers:
            return _whole(answers)
        prose = partial(judge_prose, passage, self.desk, alone=True)
        return self._recalled[passage.start].answer("prose", prose) or prose()

    def contrary(self, passage: Passage, answers: Mapping[Thing, Answer], answer: Answer) -> Answer:
        """The answer on a sentence, unless a cross-check found a source to tell the contrary in words.

        Where other passages say what the sentence says, it is one of them on which it rests by its citation.
        """
        if answer.support not in ("supported", "not-checked"):
            return answer
        recalled = self._recalled[passage.start].answer("otherwise", partial(said_otherwise, passage, self.desk))
        otherwise = recalled or self.people.judge_affiliation(passage)
        if otherwise is not None:
            return otherwise
        if answer.support == "supported":
            bare = all(thing.kind in BESIDE for thing in answers)
            asserted = partial(held_to, passage, answer, self.desk, bare)
            unsaid = self._recalled[passage.start].answer("asserted", asserted)
            if unsaid is not None:
                return unsaid
        told = [one for one in self.findings if one.verdict in ALARMS and one.kind == "event"]
        own, studies = self.desk.study.source.id, self.desk.shelves.archive.studies
        for finding in told:
            mine = [item for item in finding.evidence if item.source == own and item.side]
            theirs = [item for item in finding.evidence if item.source in studies and item.side]
            if not theirs or not any(item.start < passage.end and passage.start < item.end for item in mine):
                continue
            against = first(Held(studies[one.source], one.start, one.end, "b", one.value) for one in theirs)
            if any(map(self._denies_as_well(passage), (one for one in answer.for_it if any(map(one.meets, against))))):
                continue
            bearing = [one for one in answer.for_it if not any(map(one.meets, against))]
            cited = self.desk.cites(passage) or {one.source for one in bearing}
            if not any(one.source in cited for one in bearing):
                return Answer("contradicted", _of_draft(finding.message, own), first([*against, *bearing]))
        return answer

    @staticmethod
    def _denies_as_well(passage: Passage) -> Callable[[Held], bool]:
        """Whether a passage denies something, as a sentence does that rests on it, and so does not affirm it."""
        return lambda held: held.passage is not None and denies(passage) and denies(held.passage)

    def _with_findings(self, thing: Thing, answer: Answer) -> Answer:
        """The answer, unless a cross-check found the thing to be contradicted, by a source or by the draft itself."""
        own = self.desk.study.source.id
        if thing.kind == "figure" and is_elapsed(thing):
            return answer
        for finding in self.findings:
            if finding.verdict not in ALARMS or finding.kind not in _FINDINGS.get(thing.kind, ()):
                continue
            mine = [item for item in finding.evidence if item.source == own and item.side]
            if not any(item.start < thing.end and thing.start < item.end and _is_of(thing, item) for item in mine):
                continue
            theirs = [item for item in finding.evidence if item.source != own]
            if theirs and (answer.support not in ("not-checked", "no-source-found") or answer.for_it):
                continue
            held = [
                Held(self.desk.shelves.archive.studies[item.source], item.start, item.end, "b", item.value)
                for item in theirs
                if item.source in self.desk.shelves.archive.studies
            ]
            held += [Held(self.desk.study, item.start, item.end, "b", item.value) for item in mine if not theirs]
            return Answer("contradicted", _of_draft(finding.message, own), first([*held, *answer.held]))
        return answer


def _of_draft(message: str, own: str) -> str:
    """What a finding says, with the draft called so and not by the id that it has among the sources."""
    return re.sub(rf"(?<![\w-]){re.escape(own)}(?![\w-])", "this draft", message)


def _is_of(thing: Thing, item: Evidence) -> bool:
    """Whether a finding's item may be about a thing: a figure is told by its digits."""
    return thing.kind != "figure" or not item.value or digits_written(item.value) == digits_written(thing.written)


_FINDINGS: Mapping[str, frozenset[str]] = {
    "figure": frozenset("quantity count percentage duration arithmetic enumeration date".split()),
    "date": frozenset("date duration event arithmetic".split()),
    "ranking": frozenset("ranking superlative".split()),
    "title": frozenset("name attribution".split()),
    "attribution": frozenset({"attribution"}),
    "quotation": frozenset("attribution".split()),
}
"""Which cross-checks may contradict a thing of a kind; quoted words are laid against all texts anyway."""


COMPARED = frozenset[str]().union(*_FINDINGS.values())
"""The kinds of findings that may contradict anything of a draft."""


def _is_period_of(thing: Thing, figures: Mapping[Thing, Answer]) -> bool:
    """Whether a time is the period of a figure that is not borne out, and is judged with it."""
    mention = thing.mention
    return isinstance(mention, TimeMention) and any(
        answer.support != "supported" and figure.claim is not None and figure.claim.timespan == mention.timespan
        for figure, answer in figures.items()
        if mention.timespan is not None and is_period(mention.timespan)
    )


def _whole(answers: Mapping[Thing, Answer]) -> Answer:
    """The answer on a sentence: the worst on its things, with all that is to be said of them."""
    ordered = sorted(answers.values(), key=lambda answer: answer.rank)
    worst = ordered[0]
    if worst.support == "supported":
        return replace(worst, why="", held=first(held for answer in ordered for held in answer.held))
    why = " ".join(dict.fromkeys(answer.why for answer in ordered if answer.support != "supported"))
    held = [held for answer in ordered if answer.support != "supported" for held in answer.held]
    held += [held for answer in ordered if answer.support == "supported" for held in answer.held]
    return Answer(worst.support, why, first(held))


def _resting(answered: Mapping[int, Mapping[Thing, Answer]], references: References) -> dict[tuple[str, int], set[int]]:
    """By passage of a source: the sentences of the draft that rest on it and cite that source."""
    found: dict[tuple[str, int], set[int]] = {}
    for start, answers in answered.items():
        for thing, answer in answers.items():
            cited = {one.source for one in references.of(thing.passage)}
            for held in answer.for_it:
                if held.source in cited:
                    found.setdefault((held.source, held.start), set()).add(start)
    return found


def _is_elsewhere(passage: Passage, answers: Iterable[Answer], resting: Mapping[tuple[str, int], set[int]]) -> bool:
    """Whether all that a sentence says is said and cited elsewhere in the draft."""
    held = [
        [resting.get((one.source, one.start), set()) - {passage.start} for one in answer.for_it] for answer in answers
    ]
    return bool(held) and all(any(places) for places in held)


def _proposed(draft: Draft, passage: Passage) -> Proposal | None:
    proposals = draft.manuscript.proposals
    return next((one for one in proposals if one.start < passage.end and passage.start < one.end), None)
