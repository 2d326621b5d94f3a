"""Factcheck beside other tools of its kind, each installed into an environment of its own; writes docs/benchmarks.md.

usage: python bench/peers.py [--corpus FOLDER] [--newsquant FILE] [--scorer FILE] [--runs N] [--model PACKAGE]
                             [--folder DIR] [--output FILE]

What is compared runs in turn, one after the other, N times after one run that is not counted, so that what else the
machine does falls on all alike; the medians are printed. A tool that cannot be installed, or does not do a thing, has
a dash and a line that says why. Environments and projects lie in a temporary folder, or in DIR, and are used again
there. Needs a package index.
"""

import argparse
import json
import os
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import _peers as projects
from anchors import quotations
from startup import BARE

from factcheck.reading import read_text

TOOLS = ("claims-cli", "citations", "claims-ledger", "gtrex")
COMMANDS = {"claims-cli": "claims"}
"""What a distribution's command is called, where not as itself."""
ROOT = Path(__file__).parent.parent
SLOW = 8
"""Seconds from which on a command is counted once."""


@dataclass
class Tool:
    """One that is measured: its name, the folder of its environment, and what it is asked, by the table's row."""

    name: str
    runs: Path
    asked: dict[str, "Asked"] = field(default_factory=dict)


@dataclass
class Asked:
    """A command in a folder; `before` is done before each run and not counted, `exits` are codes of success."""

    command: list[str]
    folder: Path
    before: Callable[[], None] | None = None
    exits: tuple[int, ...] = (0,)


def installed(folder: Path, package: str, *more: str) -> Path | str:
    """The folder of an environment's commands, or why the package cannot be had."""
    runs = folder / package / ("Scripts" if os.name == "nt" else "bin")
    if not (folder / package / "done").exists():
        venv.create(folder / package, with_pip=True, clear=True)
        pip = [str(runs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package, *more]
        done = subprocess.run(pip, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"{package} could not be installed: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}"
        (folder / package / "done").touch()
    return runs


def version(runs: Path, package: str) -> str:
    """The version that was installed."""
    said = f"import importlib.metadata as m; print(m.version({package!r}))"
    return subprocess.run([str(runs / "python"), "-c", said], capture_output=True, text=True, check=True).stdout.strip()


def measured(row: str, tools: list[Tool], runs: int, notes: list[str]) -> dict[str, float]:
    """The median milliseconds of each tool that can do what a row is about, all in turn."""
    taking = [tool for tool in tools if row in tool.asked]
    times: dict[str, list[float]] = {tool.name: [] for tool in taking}
    for number in range(runs + 1):
        for tool in list(taking):
            asked = tool.asked[row]
            if asked.before:
                asked.before()
            begin = time.perf_counter()
            done = subprocess.run(asked.command, cwd=asked.folder, capture_output=True, text=True, check=False)
            took = time.perf_counter() - begin
            if done.returncode not in asked.exits:
                said = (done.stderr.strip() or done.stdout.strip() or "nothing said").splitlines()[-1]
                notes.append(f"{tool.name}, {row}: ended with {done.returncode} ({said[:160]})")
                taking.remove(tool)
            elif number:
                times[tool.name].append(took * 1000)
                if took > SLOW and number < runs:
                    notes.append(f"{tool.name}, {row}: one run counted, since it takes {took:.0f} s")
                    taking.remove(tool)
    return {name: statistics.median(taken) for name, taken in times.items() if taken}


def prepared(tools: list[Tool], corpus: Path, folder: Path, notes: list[str]) -> dict[str, str]:
    """Give every tool its projects and commands; gives by tool how many of the 500 quotations it verified."""
    longest = max(corpus.glob("*.txt"), key=lambda path: path.stat().st_size)
    document = read_text(longest.read_text(encoding="utf-8"), id="longest")
    quotes = quotations(document.text, random.Random(1))
    verified = {}
    for tool in tools:
        command = str(tool.runs / COMMANDS.get(tool.name, tool.name))
        tool.asked["`--help`"] = Asked([command, "--help"], folder)
        place = folder / "projects" / tool.name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        shutil.copy(longest, place / "longest.txt")
        try:
            made = projects.MADE[tool.name](command, place, quotes)
        except (subprocess.CalledProcessError, OSError) as error:
            said = (getattr(error, "stderr", "") or getattr(error, "stdout", "") or str(error)).strip().splitlines()
            notes.append(f"{tool.name}: its project could not be made ({(said or ['nothing said'])[-1][:160]})")
            continue
        verified[tool.name] = made.verified
        if made.verified == "-":
            notes.append(f"{tool.name}, how many it verified: what it prints does not tell")
        tool.asked |= {row: Asked(one.command, place, one.before, one.exits) for row, one in made.asked.items()}
        if tool.name == "factcheck":
            tool.asked |= checking(command, corpus, folder / "projects" / "corpus")
    return verified


def checking(command: str, corpus: Path, place: Path) -> dict[str, Asked]:
    """The corpus as a project of ours: its state, and a check of what was checked before."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    library = [part for path in corpus.glob("*.csl.json") for part in ("--metadata", str(path))]
    texts = [str(path) for path in sorted(corpus.glob("*.txt"))]
    for step in (["init", "."], ["source", "add", *texts, *library], ["check", "--fail-on", "never"]):
        subprocess.run([command, *step], cwd=place, capture_output=True, text=True, check=True)
    check = Asked([command, "check", "--fail-on", "never"], place)
    return {"`status`": Asked([command, "status"], place), "a warm run of its check": check}


FINDING = """
import json, sys, time
sentences, texts = json.load(open(sys.argv[1])), json.load(open(sys.argv[2]))
{setup}
list(found(texts[0][:500]))
begin, done = time.process_time(), 0
for part in (part for text in texts for part in text.split("\\n\\n")):
    list(found(part))
    done += len(part) + 2
    if time.process_time() - begin > 60: break
seconds = time.process_time() - begin
begin = time.process_time()
with open(sys.argv[3], "w") as out:
    for text in sentences:
        if time.process_time() - begin > 180: sys.exit("NewsQuant takes it more than three minutes: not measured")
        out.write(json.dumps({{"text": text, "quantities": list(found(text))}}) + "\\n")
print(json.dumps(done / 1000 / seconds))
"""
OURS = """
from factcheck.finders.quantity import FINDER
from factcheck.finders.time import FINDER as TIME
from factcheck.mentioning import Sight
from factcheck.reading import read_text
def found(text):
    document = read_text(text, id="text")
    times = tuple(sorted(TIME.find(Sight(document, {})), key=lambda one: (one.start, one.end)))
    for one in FINDER.find(Sight(document, {"time": times})):
        q = one.quantity
        yield {"low": q.low, "high": q.high, "modifier": q.modifier, "unit": q.unit, "of": ""}
"""
QUANTULUM = """
from quantulum3 import parser
def found(text):
    for one in parser.parse(text):
        low = one.value - one.uncertainty if one.uncertainty else one.value
        high = one.value + one.uncertainty if one.uncertainty else one.value
        yield {"low": low, "high": high, "modifier": "=", "unit": one.unit.name, "of": ""}
"""
SPACY = """
import importlib, spacy
pipeline = spacy.load("en_core_web_sm")
def found(text):
    return [] if pipeline(text).ents is None else []
"""


def finding(args: argparse.Namespace, folder: Path, notes: list[str]) -> list[tuple[str, str, str]]:
    """Of each finder of quantities its KB of text a second on one core, and its F1 of values on NewsQuant."""
    gold = json.loads(args.newsquant.read_text(encoding="utf-8")) if args.newsquant.exists() else []
    if not gold or not args.scorer.exists():
        notes.append("NewsQuant or its scorer is not at hand: no F1")
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.corpus.glob("*.txt"))]
    (folder / "sentences.json").write_text(json.dumps([one["text"] for one in gold]))
    (folder / "texts.json").write_text(json.dumps(texts))
    ours, rows = Path(sys.executable).parent, []
    wanted: list[tuple[str, Path | str, str]] = [("factcheck, quantities alone", ours, OURS)]
    wanted.append(("quantulum3", installed(folder, "quantulum3"), QUANTULUM))
    if args.model:
        wanted.append(("spaCy, small English pipeline (entities only)", installed(folder, "spacy", args.model), SPACY))
    else:
        notes.append("spaCy's small pipeline is not in the package index under spaCy's name: not measured (`--model`)")
    for name, runs, setup in wanted:
        if isinstance(runs, str):
            notes.append(runs)
            continue
        script, told = folder / "finder.py", folder / "mentions.jsonl"
        script.write_text(FINDING.format(setup=setup))
        given = [str(runs / "python"), str(script), *(str(folder / n) for n in ("sentences.json", "texts.json")), told]
        done = subprocess.run(
            given, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)}
        )
        if done.returncode:
            notes.append(f"{name}: {(done.stderr.strip().splitlines() or ['nothing said'])[-1][:160]}")
            continue
        score = "-"
        if gold and args.scorer.exists() and "spaCy" not in name:
            said = subprocess.run(
                [sys.executable, str(args.scorer), str(args.newsquant), str(told)],
                capture_output=True,
                text=True,
                check=True,
            )
            score = re.search(r"^value: .* F1 ([\d.]+)", said.stdout, re.MULTILINE)[1]  # type: ignore[index]
        rows.append((name, f"{float(done.stdout.splitlines()[-1]):.3g}", score))
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    shared = ROOT.parent / "shared"
    parser.add_argument("--corpus", type=Path, default=shared / "corpus", help="a folder of .txt files")
    parser.add_argument("--newsquant", type=Path, default=shared / "newsquant" / "dev.json")
    parser.add_argument("--scorer", type=Path, default=shared / "tools" / "score_quantities.py")
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--model", help="a distribution that holds en_core_web_sm")
    parser.add_argument("--folder", type=Path, help="keep the environments here, and use those that are there")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "benchmarks.md")
    args = parser.parse_args()
    notes: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = (args.folder or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        tools = [Tool("factcheck", Path(sys.executable).parent)]
        for name in TOOLS:
            runs = installed(folder, name)
            if isinstance(runs, str):
                notes.append(runs)
            else:
                tools.append(Tool(name, runs))
        versions = {tool.name: version(tool.runs, tool.name) for tool in tools[1:]}
        verified = prepared(tools, args.corpus, folder, notes)
        (folder / "bare.py").write_text(BARE)
        bare = Tool("bare typer", Path(sys.executable).parent)
        bare.asked["`--help`"] = Asked([sys.executable, str(folder / "bare.py"), "--help"], folder)
        columns = [*tools, bare]
        begun = os.getloadavg()[0]
        table = {row: measured(row, columns, args.runs, notes) for row in projects.ROWS}
        found = finding(args, folder, notes)
        load = f"{begun:.1f} to {os.getloadavg()[0]:.1f}"
    page = projects.page(table, [tool.name for tool in columns], versions, verified, found, notes, machine(load, args))
    args.output.write_text(page, encoding="utf-8")
    print(page)
    return 0


def machine(load: str, args: argparse.Namespace) -> str:
    """What it was measured on."""
    cpu = platform.processor() or platform.machine()
    if (info := Path("/proc/cpuinfo")).exists():
        cpu = next(
            (line.partition(":")[2].strip() for line in info.read_text().splitlines() if "model name" in line), cpu
        )
    day = datetime.now(UTC).date().isoformat()
    return (
        f"Measured on {day}: {cpu}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}; "
        f"load of the machine {load}; medians of {args.runs} runs in turn."
    )


if __name__ == "__main__":
    sys.exit(main())
