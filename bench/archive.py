"""How long a whole archive takes, from files to findings: first check, nothing changed, one changed, one added.

usage: python bench/archive.py [DOCUMENTS...] [--seed N] [--letters N] [--folder DIR] [--rounds N]

Writes so many documents of prose (stories that five documents tell, each with figures, dates, names, quotations and
notes of its own), adds them with `factcheck source add`, and runs `factcheck check` as a process of its own: after
adding, again, after one document was updated, after one more was added. Printed are seconds, seconds of work of
the process and its helpers, and the memory of the largest of them; at last to what power of the number of documents
the work of a first check grows. How long a plain loop takes tells how fast the machine was meanwhile.
"""

import argparse
import json
import math
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claims import KINDS, MONTHS, NOUNS, SYLLABLES, THINGS

TELLING = 5
"""Documents that tell one story."""
SHARED = 0.5
"""What part of a document's sentences tell facts of its story that others tell too."""

GIVEN = "Anna Erik Maria Jonas Helen Peter Clara Simon Laura Martin Nora David Alice Thomas Julia Robert".split()
POSTS = "mayor director treasurer engineer inspector spokeswoman chairman minister governor secretary".split()
BODIES = "Council Authority Institute Union Agency Foundation Commission Company Board Trust".split()
VERBS = "opened closed inspected repaired visited approved rejected bought sold rebuilt".split()
ADVERBS = "quietly again finally briefly formally suddenly slowly twice later early".split()
WHYS = (
    "after a long dispute over the {} and the {}", "although several members had asked for the {} {}",
    "because the old {} had run out of {}", "while the inquiry into the {} {} was still open",
    "as part of a {} that was drawn up with the {}", "in spite of a warning from the {} of the {}",
    "before the {} reached the {}", "without any notice to the {} or the {}",
)  # fmt: skip
SAYINGS = (
    "we will not wait for the {} and the {} that were promised to {}",
    "nobody who saw the {} beside the {} would call {} safe",
    "the money for the {} was spent on a {} before {} had a wall",
    "there is no reason to believe that the {} or the {} of {} can be finished",
    "our children will ask why the {} and the {} were left to {}",
    "the people of the {} deserve better than a half built {} near {}",
)  # fmt: skip


@dataclass(frozen=True)
class Story:
    """What the documents of a story tell: its facts, as sentences in several wordings."""

    place: str
    facts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class World:
    """All documents, the same for one seed; each of about so many letters."""

    seed: int
    letters: int

    def document(self, number: int, version: int = 0) -> str:
        """The text of a document, or of a later version of it, in which a few sentences are other ones."""
        story = self.story(number // TELLING)
        chance = random.Random(f"{self.seed}-document-{number}")
        told, length = list[str](), 0
        shared = list(story.facts)
        chance.shuffle(shared)
        own = self.facts(random.Random(f"{self.seed}-own-{number}"), story.place)
        while length < self.letters:
            fact = shared.pop() if shared and chance.random() < SHARED else next(own)
            told.append(chance.choice(fact))
            length += len(told[-1]) + 1
        for later in range(version):
            again = random.Random(f"{self.seed}-version-{number}-{later}")
            told[again.randrange(len(told))] = again.choice(next(self.facts(again, story.place)))
        day = f"{chance.randint(1, 28)} {chance.choice(MONTHS)} {2022 + number // TELLING % 3}"
        notes = [
            f"{place + 1}. {_person(chance)}, Report on {story.place}, {chance.randint(2005, 2021)}, "
            f"p. {chance.randint(2, 300)}."
            for place in range(3)
        ]
        paragraphs = [told[start : start + 5] for start in range(0, len(told), 5)]
        for place in range(min(3, len(paragraphs))):
            paragraphs[place][-1] += f"[{place + 1}]"
        text = [f"News from {story.place}", day, *(" ".join(one) for one in paragraphs), "Notes", *notes]
        return "\n\n".join(text) + "\n"

    def story(self, number: int) -> Story:
        """A story by its number."""
        chance = random.Random(f"{self.seed}-story-{number}")
        place = _word(chance)
        facts = self.facts(chance, place)
        return Story(place, tuple(next(facts) for _ in range(self.letters // 80)))

    def facts(self, chance: random.Random, place: str) -> Iterator[tuple[str, ...]]:
        """Facts without end, each in the wordings of two writers."""
        people = [
            (_person(chance), chance.randint(29, 80), chance.choice(POSTS), f"{_word(chance)} {chance.choice(BODIES)}")
            for _ in range(6)
        ]
        while True:
            person, age, post, body = chance.choice(people)
            word, thing = _word(chance), chance.choice(THINGS)
            noun = f"{chance.choice(KINDS)} {chance.choice(NOUNS)}s"
            day, month, year = chance.randint(1, 28), chance.choice(MONTHS), chance.randint(1990, 2021)
            why = chance.choice(WHYS).format(*(_word(chance).lower() for _ in range(2)))
            kind = chance.random()
            if kind < 0.35:
                many = f"{chance.randint(100, 99_000):,}"
                yield (
                    f"The {body} counted {many} {noun} in {word} in {month} {year}, {why}.",
                    f"In {month} {year} there were {many} {noun} in {word}, the {body} said in its report.",
                )
            elif kind < 0.55:
                money = f"${chance.randint(11, 900)}.{chance.randint(1, 9)} million"
                yield (
                    f"The {body} paid {money} for the {noun} of {word} in {year}, {why}.",
                    f"For the {noun} of {word} {money} was paid by the {body} in {year}.",
                )
            elif kind < 0.75:
                verb = chance.choice(VERBS)
                yield (
                    f"On {day} {month} {year} the {body} {verb} the {thing} of {word} near {place}, {why}.",
                    f"The {thing} of {word} near {place} was {verb} by the {body} on {day} {month} {year}.",
                )
            elif kind < 0.85:
                share = chance.randint(3, 97)
                yield (
                    f"Some {share} per cent of the {noun} in {word} were {chance.choice(ADVERBS)} repaired in {year}.",
                    f"In {year}, {share} percent of the {noun} in {word} were repaired, {why}.",
                )
            elif kind < 0.95:
                said = chance.choice(SAYINGS).format(*(_word(chance).lower() for _ in range(3)))
                yield (
                    f"{person}, the {post} of the {body}, said in {month} {year}: “{said[0].upper()}{said[1:]}.”",
                    f"“{said[0].upper()}{said[1:]},” {person}, the {post} of the {body}, said in {month} {year}.",
                )
            else:
                yield (
                    f"{person}, {age}, the {post} of the {body}, owns a {thing} in {word}, {why}.",
                    f"A {thing} in {word} is owned by {person}, {post} of the {body}, {why}.",
                )


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(4)).capitalize() + chance.choice("nrtsm")


def _person(chance: random.Random) -> str:
    return f"{chance.choice(GIVEN)} {_word(chance)}"


RUN = """
import json, os, resource, subprocess, sys, time
begin = time.perf_counter()
done = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)
told = done.stdout.read()
_, status, used = os.wait4(done.pid, 0)
seconds = time.perf_counter() - begin
print(json.dumps([seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, status, told.decode()]))
"""
"""Runs a command and tells of it; what it used is that of the process and of those that it waited for."""


@dataclass(frozen=True)
class Run:
    """A command that ran: seconds, seconds of work, megabytes of its largest process, and what it wrote."""

    seconds: float
    work: float
    memory: float
    told: str

    def __str__(self) -> str:
        return f"{self.seconds:7.2f} s  {self.work:7.2f} s of work  {self.memory:6,.0f} MB"


def run(root: Path, *words: str) -> Run:
    """Run `factcheck` on a project; stops where it could not be done."""
    command = [sys.executable, "-m", "factcheck", "--project", str(root), *words]
    done = subprocess.run([sys.executable, "-c", RUN, *command], capture_output=True, text=True, check=True)
    seconds, work, memory, status, told = json.loads(done.stdout)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(words)[:200]}: {done.stderr}")
    return Run(seconds, work, memory, told)


def settled() -> None:
    """Wait until what was written is old enough for its stat to stand for its bytes."""
    time.sleep(2.2)


def measured(world: World, count: int, folder: Path, rounds: int) -> float:
    """Measure an archive of so many documents; gives the seconds of work of its first check."""
    inbox, root = folder / "inbox", folder / "project"
    inbox.mkdir(parents=True)
    for number in range(count + rounds):
        (inbox / f"d{number:05}.txt").write_text(world.document(number), encoding="utf-8")
    run(folder, "init", str(root))
    files = [str(inbox / f"d{number:05}.txt") for number in range(count)]
    size = sum(Path(file).stat().st_size for file in files) / 1e6
    adding = [run(root, "source", "add", *files[start : start + 500]) for start in range(0, count, 500)]
    added = Run(
        sum(one.seconds for one in adding), sum(one.work for one in adding), max(one.memory for one in adding), ""
    )
    settled()
    first = run(root, "check", "--format", "json")
    settled()
    report = json.loads(first.told)
    claims = sum(source["claims"] for source in report["sources"])
    index = sum(file.stat().st_size for file in (root / ".factcheck").iterdir()) / 1e6
    findings = {verdict: number for verdict, number in report["summary"].items() if number}
    print(f"{count:,} documents, {size:.1f} MB, {claims:,} claims, {findings}; index {index:.0f} MB")
    print(f"  added            {added}\n  first check      {first}", flush=True)
    run(root, "check")
    same = [run(root, "check") for _ in range(rounds)]
    print(f"  nothing changed  {_median(same)}", flush=True)
    changed, one_more = list[Run](), list[Run]()
    for one in range(rounds):
        number = count // 2 + one
        (inbox / "later.txt").write_text(world.document(number, 1), encoding="utf-8")
        run(root, "source", "update", f"d{number:05}", str(inbox / "later.txt"))
        settled()
        changed.append(run(root, "check"))
        run(root, "source", "add", str(inbox / f"d{count + one:05}.txt"))
        settled()
        one_more.append(run(root, "check"))
    print(f"  one changed      {_median(changed)}\n  one added        {_median(one_more)}", flush=True)
    return first.work


def _median(runs: list[Run]) -> Run:
    middle = {name: statistics.median(getattr(one, name) for one in runs) for name in ("seconds", "work", "memory")}
    return Run(**middle, told="")


def pace() -> str:
    """How busy the machine is, and how fast: seconds of work for a plain loop."""
    begin = time.process_time()
    for _ in range(10_000_000):
        pass
    return (
        f"load {os.getloadavg()[0]:.1f}; ten million steps of a loop take {time.process_time() - begin:.2f} s of work"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*", type=int, default=[100, 300, 1000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--letters", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="keep the projects here")
    given = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(pace())
    points = list[tuple[float, float]]()
    for count in given.documents:
        with tempfile.TemporaryDirectory() as folder:
            home = (given.folder or Path(folder)) / str(count)
            work = measured(World(given.seed, given.letters), count, home, given.rounds)
        points.append((math.log(count), math.log(work)))
    if len(points) > 1:
        power = statistics.linear_regression(*zip(*points, strict=True)).slope
        print(f"the work of a first check grows with the number of documents to the power of {power:.2f}")
    print(pace())
    return 0


if __name__ == "__main__":
    sys.exit(main())
