"""How long `factcheck gate` takes on a manuscript: cold (no index), warm (only the manuscript is new), edited (one
sentence of it was changed), unchanged, and watched (changed again and again, judged by one process that stays).

usage: python bench/gate.py [--words N] [--sources N] [--claims N] [--seed N] [--runs N] [--approvals N] [--folder DIR]
       [--profile]

Makes a project of stories as in bench/claims.py, told in files that are read as any other, with quotations and people;
and a manuscript on them that cites them: some statements as their source has them, some in other words or rounded,
some wrong. Each warm run judges another manuscript; then one of its sentences is changed, as a writer does, and then
none. Printed are seconds and
seconds of work (all processes) of the whole command, and what was answered. The command runs as an installed one does,
with Python's compiled files kept. After the warm runs so many claims are approved as asked for (0: none), and the warm
runs are made again. Exits 1 where a planted error passed.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from claims import DOCUMENTS, MONTHS, NOUNS, Fact, World, sentence_of
from factcheck.digests import digest_of_bytes
from factcheck.project import Project

FIRST = "Ada Boris Clara Dmitri Elena Farid Greta Hamid Irina Jonas Karin Lukas Maria Nils Olga Pavel".split()
POSTS = "mayor minister director spokesman chairman inspector".split()
FRAMES = (
    "{0} {1} {2} before we {3} the {4} {5}, and {6} {7} {8} since",
    "nobody {3} {0} {4} {1} when {6} {2} {5} the {8}",
    "we {3} {6} {0} because the {1} {4} {2} {8} a {5}",
    "it was {0} that {3} us, {1} the {4} {6} {8} {2}, but never the {5} {7}",
)
"""How people speak; the words are those of the story."""
PROSE = (
    "People in {place} still argue about how the {thing} came to be neglected for so long.",
    "The owners of the {thing} did not want to talk about {told} with strangers.",
    "Much of what is remembered of the {thing} comes from those who worked there.",
    "In {place}, nobody whom we met would say who was to blame for {told}.",
)
THINGS = "harbour bridge archive mill canal market ferry orchard quarry station".split()


def quotation(chance: random.Random, fact: Fact) -> tuple[str, str]:
    """Words, and who says them."""
    person = f"{chance.choice(FIRST)} {fact.actor.split()[0]}"
    own = [*fact.told.split()[:3], *chance.sample(NOUNS, 6)]
    chance.shuffle(own)
    words = chance.choice(FRAMES).format(*own)
    return words, f"{person}, the {chance.choice(POSTS)} of {fact.place}"


def source_text(chance: random.Random, facts: list[Fact], country: str) -> tuple[str, list[tuple[str, str]]]:
    """A source's text, and the words that people say in it."""
    quoted = [quotation(chance, fact) for fact in chance.sample(facts, min(3, len(facts)))]
    parts = [f"This is a report on {facts[0].place} in {country}."]
    for number, fact in enumerate(facts):
        parts.append(sentence_of(fact))
        if number % 3 == 2:
            parts.append(_prose(chance, fact))
        if number % 8 == 7:
            parts.append("\n\n")
    parts += [f"\n\n“{words}” said {who}." for words, who in quoted]
    return " ".join(parts).replace(" \n\n ", "\n\n"), quoted


def _prose(chance: random.Random, fact: Fact) -> str:
    told = " ".join(fact.told.split()[2:4])
    return chance.choice(PROSE).format(thing=chance.choice(THINGS), place=fact.place, told=f"the {told}")


def told(chance: random.Random, fact: Fact, wrong: bool) -> str:
    """A fact as a manuscript tells it: in other words, perhaps rounded, or wrong."""
    year, month, day = fact.date
    when, beside = f"{MONTHS[month - 1]} {year}", " and the ".join(fact.told.split()[:2])
    if fact.kind == "event":
        day += 3 * wrong
        return f"In {fact.place}, the {fact.thing} was {fact.verb} by {fact.actor} on {day} {when}, near the {beside}"
    value = fact.value * (1.4 if wrong else 1)
    if fact.kind == "money":
        said = f"${value / 1e6:.0f} million"
        return f"{fact.actor} had paid {said} for {fact.measure} in {fact.place} by {when}, with the {beside}"
    said = f"about {round(value, -2):,.0f}" if value > 9_999 and chance.random() < 0.3 else f"{value:,.0f}"
    return f"In {when}, {said} {fact.measure} were counted in {fact.place} by {fact.actor} near the {beside}"


def build(world: World, root: Path) -> list[tuple[str, list[Fact], list[tuple[str, str]]]]:
    """Write the project's sources; gives of each its id, its facts, and who says what in it."""
    (root / "sources").mkdir(parents=True)
    (root / "factcheck.toml").write_text("", encoding="utf-8")
    project, made = Project(root), []
    for number in range(world.stories):
        chance = random.Random(f"{world.seed}-text-{number}")
        for source, facts in world.story(number)[0]:
            text, quoted = source_text(chance, facts, "Norway")
            data = text.encode()
            (root / "sources" / source.file).write_bytes(data)
            project.records.write_source(source.but(sha256=digest_of_bytes(data)))
            made.append((source.id, facts, quoted))
    project.index.close()
    return made


def manuscript(sources: list[tuple[str, list[Fact], list[tuple[str, str]]]], words: int, seed: str) -> Iterator[str]:
    """The sentences of a manuscript; a wrong one ends with a mark behind its citation."""
    chance, count = random.Random(seed), 0
    while count < words:
        id, facts, quoted = chance.choice(sources)
        fact, kind = chance.choice(facts), chance.random()
        if kind < 0.12 and quoted:
            said, who = chance.choice(quoted)
            sentence = f"“{said}” said {who} [@{id}]."
        elif kind < 0.3:
            sentence = _prose(chance, fact)
        else:
            wrong = kind > 0.95
            cite = "" if kind < 0.4 else f" [@{id}]"
            sentence = f"{told(chance, fact, wrong)}{cite}.{' <!-- wrong -->' if wrong else ''}"
        count += len(sentence.split())
        yield sentence + ("\n\n" if chance.random() < 0.2 else " ")


Made = list[tuple[str, list[Fact], list[tuple[str, str]]]]


def write(sources: Made, drafts: list[Path], words: int, seed: str) -> None:
    """Write manuscripts."""
    for number, path in enumerate(drafts):
        path.write_text("".join(manuscript(sources, words, f"{seed}-{number}")), encoding="utf-8")


def gate(root: Path, draft: Path, profile: bool = False) -> tuple[float, float, dict[str, object]]:
    """Seconds, those of work, and the report of a run of the command as a user runs it."""
    command = [sys.executable, "-m", *(["cProfile", "-s", "cumulative", "-o", "gate.profile", "-m"] if profile else [])]
    command += ["factcheck", "--project", str(root), "gate", str(draft), "--format", "json", "--today", "2025-06-01"]
    installed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, begin = os.times(), time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=installed)
    seconds, after = time.perf_counter() - begin, os.times()
    if done.returncode not in (0, 1) or done.stderr:
        sys.exit(done.stderr or f"ended with {done.returncode}")
    work = after.children_user + after.children_system - before.children_user - before.children_system
    return seconds, work, json.loads(done.stdout)


def approve(root: Path, most: int) -> None:
    """Approve claims."""
    project, begin = Project(root), time.perf_counter()
    waiting = [claim.id for claim in project.claims() if claim.provisional][:most]
    for first in range(0, len(waiting), 500):
        project.approve(waiting[first : first + 500], by="Bench Editor")
    project.index.close()
    print(f"{len(waiting):,} claims approved: {time.perf_counter() - begin:6.2f} s", flush=True)


def missed(draft: Path, report: dict[str, object]) -> list[str]:
    """The planted errors that pass."""
    statements: list[dict[str, str]] = report["statements"]  # type: ignore[assignment]
    parts = draft.read_text(encoding="utf-8").split(" <!-- wrong -->")[:-1]
    wrong = {part.rpartition(". ")[2].rpartition("\n\n")[2].partition(" [@")[0] for part in parts}
    return sorted(
        one["exact"]
        for one in statements
        if one["outcome"] == "pass" and one["exact"].rstrip(".").split(" [@")[0] in wrong
    )


KINDS = ("cold", "warm")


def judged(root: Path, draft: Path, kind: str) -> list[str]:
    """Judge a manuscript and say how long it took; gives the planted errors that pass."""
    seconds, work, report = gate(root, draft)
    statements: list[dict[str, str]] = report["statements"]  # type: ignore[assignment]
    told = dict(sorted(Counter(one["support"] for one in statements).items()))
    print(f"{kind}: {seconds:6.2f} s, {work:6.2f} s of work; {len(statements)} statements: {told}", flush=True)
    return missed(draft, report)


def change(draft: Path, chance: random.Random) -> None:
    """Change one sentence of a manuscript that is not wrong: a figure, or a word."""
    parts = re.split(r"(?<=\.)(\s+)", draft.read_text(encoding="utf-8"))
    place = chance.choice([at for at, part in enumerate(parts) if part.strip() and "<!--" not in part])
    whole, found = parts[place], re.search(r"\b\d[\d,]*", parts[place])
    parts[place] = f"{whole[: found.start()]}1{whole[found.start() :]}" if found else whole.replace(" the ", " that ")
    draft.write_text("".join(parts), encoding="utf-8")


def warm(root: Path, drafts: list[Path], mark: str) -> list[str]:
    """Judge manuscripts, each as it is, with one changed sentence, and unchanged."""
    lost = [one for path in drafts for one in judged(root, path, f"warm{mark}")]
    for number, path in enumerate(drafts):
        change(path, random.Random(f"{number}{mark}"))
        judged(root, path, f"edited{mark}")
    for path in drafts:
        judged(root, path, f"unchanged{mark}")
    return lost


def watched(root: Path, draft: Path, times: int) -> None:
    """Judge a manuscript as `--watch` does, in one process, after each change of a sentence; the first is not timed."""
    project = Project(root)
    project.fixed_today, project.stays = "2025-06-01", True
    project.gate_report([draft])
    for number in range(times):
        change(draft, random.Random(f"watched-{number}"))
        before, begin = sum(os.times()[:4]), time.perf_counter()
        count = len(project.gate_report([draft]).statements)
        seconds, work = time.perf_counter() - begin, sum(os.times()[:4]) - before
        print(f"watched: {seconds:6.2f} s, {work:6.2f} s of work; {count} statements", flush=True)
    project.index.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=3_000)
    parser.add_argument("--sources", type=int, default=200)
    parser.add_argument("--claims", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--approvals", type=int, default=5_000)
    parser.add_argument("--folder", type=Path, help="keep the project here, and use the one that is there")
    parser.add_argument("--profile", action="store_true", help="write gate.profile of one more warm run")
    asked = parser.parse_args()
    per_source = asked.claims // asked.sources
    world = World(asked.seed, asked.sources * per_source, per_source, 3, 100)
    with tempfile.TemporaryDirectory() as folder:
        root = asked.folder or Path(folder, "project")
        there = (root / "sources").is_dir()
        if there:
            made = build(world, Path(folder, "again"))
        else:
            shutil.rmtree(root, ignore_errors=True)
            made = build(world, root)
        drafts = [Path(folder, f"draft-{number}.md") for number in range(asked.runs + 1)]
        write(made, drafts, asked.words, str(asked.seed))
        lost = judged(root, drafts[0], KINDS[there]) + warm(root, drafts[1:], "")
        if asked.approvals:
            approve(root, asked.approvals)
            judged(root, drafts[0], "after approvals")
            for number, path in enumerate(drafts[1:]):
                path.write_text(
                    "".join(manuscript(made, asked.words, f"{asked.seed}-again-{number}")), encoding="utf-8"
                )
            lost += warm(root, drafts[1:], ", approved")
        watched(root, drafts[-1], asked.runs)
        claims = len(Project(root).claims())
        print(
            f"{len(made)} sources, {DOCUMENTS} a story, {claims:,} claims, {asked.words:,} words;"
            f" errors that pass: {len(lost)}"
        )
        if asked.profile:
            gate(root, drafts[-1], profile=True)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
