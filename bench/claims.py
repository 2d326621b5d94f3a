"""How long checking takes, from claims in the index to findings written, by the number of claims.

usage: python bench/claims.py [SIZE...] [--seed N] [--per-source N] [--subjects N] [--subject-size N] [--folder DIR]

Makes a project of each size: stories of a few documents that report the same facts, some of them about a few very
frequent subjects, and some told with another value or another date in one document (planted). The documents' claims
are put into the index as extraction puts them; then they are checked in a process of its own, which begins as
`factcheck check` does. Printed are its seconds, the memory of the process and of its helpers, how many planted
differences were found, and to what power of the number of claims the work grows. Exits 1 where one was not found.
"""

import argparse
import itertools
import json
import math
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.anchoring import anchor_for
from factcheck.checking import Study
from factcheck.config import Glossary
from factcheck.digests import digest_of_bytes
from factcheck.project import Project
from factcheck.records.claim import Claim, Event, Roles
from factcheck.records.document import Block, Document, Sentence
from factcheck.records.mention import AnyMention, EventMention, NameMention, QuantityMention, TimeMention
from factcheck.records.quantity import Quantity
from factcheck.records.source import Source
from factcheck.records.timespan import Timespan
from factcheck.store import studies
from factcheck.store.inputs import program

DOCUMENTS = 5
"""Documents that tell one story."""
PLANTED = 60
"""One fact in so many, of those that two documents report, is told otherwise in the second."""

NOUNS = (
    "bus tram ferry train bridge school clinic farm house tent boat truck tree sheep cow well pump road tunnel mast"
    " turbine engine lamp phone computer desk book ticket permit passport licence vote letter parcel barrel sack tyre"
    " pipe cable panel battery helmet uniform blanket mattress kettle stove loaf egg apple vine hive net rope anchor"
).split()
KINDS = (
    "school city river harbour mountain coastal northern southern eastern western municipal private public rural"
    " village army navy hospital factory museum market winter summer electric diesel wooden steel glass cotton paper"
).split()
DEEDS = (
    ("visit", "visited"), ("opening", "opened"), ("inspection", "inspected"), ("approval", "approved"),
    ("closure", "closed"), ("discovery", "discovered"), ("rejection", "rejected"), ("signature", "signed"),
)  # fmt: skip
THINGS = "bridge tunnel harbour clinic school stadium plant archive station library dam market treaty contract".split()
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
COUNTRIES = "Norway Kenya Chile Peru Ghana Latvia Nepal Fiji Malta Oman Togo Benin".split()
SYLLABLES = (
    "ba be bo da de do fa fe ga go ha hel ka ke kol la le lo ma me mor na ne no pa pe ra re ro sa se so ta".split()
)
SUBJECTS = ("Meridian Council", "Harrow Institute", "Lakeside Union", "Corwen Authority", "Astor Foundation")


@dataclass(frozen=True)
class Fact:
    """What a story's documents report: a figure or a dated happening, by whom and where."""

    kind: str
    measure: str
    actor: str
    place: str
    value: float
    date: tuple[int, int, int]
    thing: str = ""
    verb: str = ""
    told: str = ""
    """Words of the story that stand beside it."""


@dataclass(frozen=True)
class World:
    """What is generated: the same for one seed, story by story."""

    seed: int
    claims: int
    per_source: int
    subjects: int
    subject_size: int
    planted: int = PLANTED
    copies: tuple[int, ...] = (1, 1, 2, 2, 3)
    """In how many documents a fact may stand, one as likely as another."""

    @property
    def stories(self) -> int:
        """How many stories there are."""
        return math.ceil(self.claims / (self.per_source * DOCUMENTS))

    def story(self, number: int) -> tuple[list[tuple[Source, list[Fact]]], list[frozenset[int]]]:
        """The documents of a story with what each reports, and the places of planted differences."""
        chance = random.Random(f"{self.seed}-{number}")
        place, actors = _word(chance), [f"{_word(chance)} {_word(chance)}" for _ in range(4)]
        share = min(self.subjects * self.subject_size / self.claims, 0.5) if self.claims else 0.0
        reports: list[list[Fact]] = [[] for _ in range(DOCUMENTS)]
        planted: list[frozenset[int]] = []
        for serial, fact in enumerate(_facts(chance, place, actors, share, self.subjects)):
            least = sorted(range(DOCUMENTS), key=lambda one: (len(reports[one]), one))
            if len(reports[least[0]]) >= self.per_source:
                break
            chosen = least[: chance.choice(self.copies)]
            if serial % self.planted == self.planted - 1:
                chosen = least[:2]
                planted.append(frozenset(one * 100_000 + len(reports[one]) for one in chosen))
                told = (fact, _otherwise(fact))
            else:
                told = (fact,) * len(chosen)
            for one, said in zip(chosen, told, strict=True):
                reports[one].append(said)
        sources = [self._source(number, one, chance) for one in range(DOCUMENTS)]
        return list(zip(sources, reports, strict=True)), planted

    def _source(self, story: int, one: int, chance: random.Random) -> Source:
        id = f"s{story:05}-{'abcde'[one]}"
        day = f"{2023 + story % 2}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        return Source(id=id, title=f"Report {story}", issued=day, file=f"{id}.txt", sha256="0" * 64)


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize() + chance.choice(("n", "r", "th", "s", "m"))


def _words(chance: random.Random) -> list[str]:
    """The words of a story, that others do not have."""
    return [f"{''.join(chance.choice(SYLLABLES) for _ in range(3))}{chance.choice('nrtsm')}" for _ in range(80)]


def _facts(chance: random.Random, place: str, actors: list[str], share: float, subjects: int) -> Iterator[Fact]:
    """Facts without end: no two of a story are of one thing, save of the frequent subjects, which differ in time."""
    things = [f"{kind} {noun}s" for kind, noun in itertools.product(KINDS, NOUNS)]
    chance.shuffle(things)
    deeds = [(deed, thing, actor) for deed in DEEDS for thing in THINGS for actor in actors]
    chance.shuffle(deeds)
    months = [(year, month, 1) for year in range(2000, 2022) for month in range(1, 13)]
    words = _words(chance)
    while things:
        date = chance.choice(months)
        told = " ".join(words[int(80 * chance.random() ** 2)] for _ in range(5))
        if chance.random() < share:
            number = chance.randrange(subjects)
            measure = "houses" if number == 0 else things[chance.randrange(12) - 12 * number - 1]
            yield Fact("count", measure, SUBJECTS[number], place, chance.randint(100, 90_000), date, told=told)
        elif chance.random() < 0.3 and deeds:
            (measure, verb), thing, actor = deeds.pop()
            day = (date[0], date[1], chance.randint(1, 20))
            yield Fact("event", measure, actor, place, 0, day, f"{chance.choice(KINDS)} {thing}", verb, told)
        elif chance.random() < 0.2:
            yield Fact(
                "money", things.pop(), chance.choice(actors), place, chance.randint(11, 900) * 1e6, date, told=told
            )
        else:
            yield Fact(
                "count", things.pop(), chance.choice(actors), place, chance.randint(100, 90_000), date, told=told
            )


def _otherwise(fact: Fact) -> Fact:
    """The same fact told with another value, or another day."""
    year, month, day = fact.date
    changed: dict[str, Any] = {"date": (year, month, day + 4)} if fact.kind == "event" else {}
    if fact.kind != "event":
        changed["value"] = round(fact.value * 1.3) if fact.kind == "count" else fact.value + 7e6
    return Fact(**{**fact.__dict__, **changed})


def sentence_of(fact: Fact) -> str:
    """A fact as a document tells it."""
    year, month, day = fact.date
    when, beside = f"{MONTHS[month - 1]} {year}", f"beside the {fact.told}"
    if fact.kind == "event":
        return f"{fact.actor} {fact.verb} the {fact.thing} in {fact.place} on {day} {when}, {beside}."
    if fact.kind == "money":
        return (
            f"{fact.actor} paid ${fact.value / 1e6:g} million for {fact.measure} in {fact.place} in {when}, {beside}."
        )
    return f"{fact.actor} counted {fact.value:,.0f} {fact.measure} in {fact.place} in {when}, {beside}."


def study_of(source: Source, facts: list[Fact], country: str) -> tuple[Study, bytes]:
    """A document that reports facts, with the claims that extraction makes of such sentences, and its file."""
    sentences = [sentence_of(fact) for fact in facts]
    starts = list(itertools.accumulate((len(words) + 1 for words in sentences), initial=0))[:-1]
    text = " ".join(sentences)
    data = text.encode()
    source = source.but(sha256=digest_of_bytes(data))
    document = Document(
        source=source.id,
        text=text,
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        sentences=tuple(
            Sentence(start=start, end=start + len(words), block=0)
            for start, words in zip(starts, sentences, strict=True)
        ),
        reader="plain-text/1",
    )
    claims = [
        _claim(f"{source.id}-{number:05}", fact, document, starts[number], sentences[number], source, country)
        for number, fact in enumerate(facts)
    ]
    return Study(source, document, _mentions(facts, sentences, starts), tuple(claims)), data


def _mentions(facts: list[Fact], sentences: list[str], starts: list[int]) -> dict[str, tuple[AnyMention, ...]]:
    """What the finders see in such sentences, near enough: names, the time, the figure and the clause."""
    found: dict[str, list[AnyMention]] = {"event": [], "name": [], "quantity": [], "time": []}
    for fact, words, start in zip(facts, sentences, starts, strict=True):

        def at(part: str, start: int = start, words: str = words) -> dict[str, Any]:
            place = start + words.index(part)
            return {"start": place, "end": place + len(part), "finder": "bench/1"}

        found["name"] += [
            NameMention(**at(name), name=name, entity=name, type=kind)
            for name, kind in ((fact.actor, "organisation"), (fact.place, "place"))
        ]
        span, quantity = _day(fact.date) if fact.kind == "event" else _month(fact.date), _quantity(fact)
        found["time"].append(TimeMention(**at(span.as_written), timespan=span))
        if quantity is not None:
            found["quantity"].append(QuantityMention(**at(quantity.as_written), quantity=quantity))
        event = fact.kind == "event"
        clause = {"start": start, "end": start + len(words) - 1, "finder": "bench/1"}
        found["event"].append(
            EventMention(
                **clause,
                verb=fact.verb or ("pay" if fact.kind == "money" else "count"),
                concept=fact.measure if event else "payment" if fact.kind == "money" else None,
                agent=(fact.actor,),
                recipient=(f"the {fact.thing}",) if event else (),
                place=fact.place,
                status="done",
                modality="stated",
            )
        )
    return {finder: tuple(mentions) for finder, mentions in found.items()}


def _claim(id: str, fact: Fact, document: Document, start: int, words: str, source: Source, country: str) -> Claim:
    quantity = _quantity(fact)
    event = Event(kind=fact.measure, date=_day(fact.date)) if fact.kind == "event" else None
    return Claim(
        id=id,
        statement=words,
        kind={"event": "event", "money": "quantity"}.get(fact.kind, "count"),  # type: ignore[arg-type]
        measure=fact.measure,
        roles=Roles(agent=(fact.actor,), recipient=(f"the {fact.thing}",) if fact.thing else ()),
        place=fact.place,
        quantity=quantity,
        event=event,
        timespan=_day(fact.date) if event else _month(fact.date),
        as_of=source.issued,
        names=(fact.actor, fact.place),
        setting=(fact.place, country),
        anchors=(anchor_for(document, start, start + len(words)),),
        found_by="bench/1",
        provisional=True,
    )


def _quantity(fact: Fact) -> Quantity | None:
    if fact.kind == "event":
        return None
    unit, dimension, precision, written = fact.measure, "count", 1.0, f"{fact.value:,.0f}"
    if fact.kind == "money":
        unit, dimension, precision, written = "USD", "money", 1e6, f"${fact.value / 1e6:g} million"
    low = high = fact.value
    return Quantity.model_validate(
        {"low": low, "high": high, "unit": unit, "dimension": dimension, "precision": precision, "as_written": written}
    )


def _day(date: tuple[int, int, int]) -> Timespan:
    year, month, day = date
    start, end = f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{day + 1:02}"
    return Timespan(start=start, end=end, granularity="day", as_written=f"{day} {MONTHS[month - 1]} {year}")


def _month(date: tuple[int, int, int]) -> Timespan:
    year, month, _ = date
    end = f"{year + month // 12}-{month % 12 + 1:02}-01"
    written = f"{MONTHS[month - 1]} {year}"
    return Timespan(start=f"{year}-{month:02}-01", end=end, granularity="month", as_written=written)


def build(world: World, root: Path) -> list[frozenset[str]]:
    """Write a project with what extraction leaves in its index; gives the ids of planted differences."""
    (root / "sources").mkdir(parents=True)
    (root / "factcheck.toml").write_text("", encoding="utf-8")
    project, glossary = Project(root), Glossary()
    planted = []
    for number in range(world.stories):
        reports, places = world.story(number)
        for source, facts in reports:
            study, data = study_of(source, facts, COUNTRIES[number % len(COUNTRIES)])
            (root / "sources" / source.file).write_bytes(data)
            project.records.write_source(study.source)
            studies.save_document(project.index, study.source, study.document)
            studies.save(project.index, study, glossary)
        planted += [
            frozenset(f"{reports[place // 100_000][0].id}-{place % 100_000:05}" for place in pair) for pair in places
        ]
    project.index.close()
    return planted


def made(world: World, root: Path) -> list[frozenset[str]]:
    """The planted differences of a project that is there as this program makes it, or is made now."""
    notes = root / "planted.json"
    known = json.loads(notes.read_text(encoding="utf-8")) if notes.exists() else [None, []]
    if known[0] != program():
        begin = time.perf_counter()
        shutil.rmtree(root, ignore_errors=True)
        known = [program(), [sorted(pair) for pair in build(world, root)]]
        notes.write_text(json.dumps(known), encoding="utf-8")
        print(f"{world.claims:>9,} claims written in {time.perf_counter() - begin:.0f} s", file=sys.stderr)
    return [frozenset(pair) for pair in known[1]]


CHECK = """
import json, resource, sys, time
from pathlib import Path
from factcheck import patterns
from factcheck.store.collecting import seldom
patterns.keep()
seldom()
from factcheck.project import Project
begin = time.perf_counter()
report = Project(Path(sys.argv[1])).check_json()
seconds = time.perf_counter() - begin
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
work = sum(one.ru_utime + one.ru_stime for one in used)
alarms = [one for one in report["findings"] if one["verdict"] in ("conflict", "possible-conflict")]
found = [sorted({item["claim"] for item in one["evidence"] if item["claim"]}) for one in alarms]
print(json.dumps([seconds, work, *(one.ru_maxrss / 1024 for one in used), report["summary"], found]))
"""


def check(root: Path) -> tuple[float, float, float, float, dict[str, int], list[set[str]]]:
    """Check a project in a process of its own: seconds, those of work, megabytes, a helper's, and what was found."""
    done = subprocess.run([sys.executable, "-c", CHECK, str(root)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    seconds, work, own, helpers, summary, found = json.loads(done.stdout)
    return seconds, work, own, helpers, summary, [set(ids) for ids in found]


def main() -> int:
    parser = argparse.ArgumentParser(description="Times checking over the number of claims.")
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 30_000, 100_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-source", type=int, default=100)
    parser.add_argument("--subjects", type=int, default=3)
    parser.add_argument("--subject-size", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="keep the projects here, and use those that are there")
    args = parser.parse_args()
    missed, points = 0, list[tuple[float, float]]()
    for size in args.sizes or [10_000, 30_000, 100_000]:
        world = World(args.seed, size, args.per_source, args.subjects, min(args.subject_size, size // 10))
        with tempfile.TemporaryDirectory() as folder:
            root = (args.folder or Path(folder)) / f"{size}-{args.seed}-{args.per_source}"
            planted = made(world, root)
            seconds, work, own, helpers, summary, found = check(root)
        held = {frozenset(pair) for ids in found for pair in itertools.combinations(sorted(ids), 2)}
        lost = [pair for pair in planted if pair not in held]
        missed += len(lost)
        points.append((math.log(size), math.log(work)))
        print(
            f"{size:>9,} claims: {seconds:6.1f} s ({work:.1f} s of work), {own:,.0f} MB + {helpers:,.0f} MB a helper, "
            f"planted {len(planted) - len(lost)} of {len(planted)}, "
            f"{ {verdict: number for verdict, number in summary.items() if number} }",
            flush=True,
        )
    if len(points) > 1:
        sizes, works = zip(*points, strict=True)
        power = statistics.linear_regression(sizes, works).slope
        print(f"work grows with the number of claims to the power of {power:.2f}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
