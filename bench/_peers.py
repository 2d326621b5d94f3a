"""What each tool of bench/peers.py needs to verify the same quotations against one text, and the page it writes."""

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SOURCE = "longest.txt"
FIRST, AGAIN = "500 quotations verified, nothing kept from before", "500 quotations verified again"
ROWS = ("`--help`", "`status`", FIRST, AGAIN, "a warm run of its check")

SAME = """\
What is not the same:

- The quotations are 500 stretches of 8 to 30 words of the corpus's longest document (74 KB), with straight quotation
  marks, as somebody would type them. Each tool verifies all of them against that one file, in its own format: ours as
  500 claims that `factcheck doctor` looks for again, beside the checks of digests, log and schema that it makes.
  *Verified* is how many each tool accepts: one that refuses a genuine quotation for a line break is not slower for it.
- *A warm run of its check* is ours alone: the comparison of all claims of five documents, with nothing changed since
  the last run. No other tool here compares sources; their checks are the verifying of quotations above.
- A dash: the tool has no such command. `claims verify` hands quotations to `citations`, which has to be installed too.
"""


@dataclass(frozen=True)
class Step:
    """A command, what is done before each run, and its codes of success."""

    command: list[str]
    before: Callable[[], None] | None = None
    exits: tuple[int, ...] = (0, 1)


@dataclass(frozen=True)
class Made:
    """A tool's project: how many quotations it verified, as it says, and its commands by row."""

    verified: str
    asked: Mapping[str, Step]


def run(command: Sequence[str], folder: Path, exits: tuple[int, ...] = (0,)) -> str:
    """What a command prints; raises CalledProcessError for another exit code."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in exits:
        raise subprocess.CalledProcessError(done.returncode, list(command), done.stdout, done.stderr)
    return done.stdout + done.stderr


def digest(folder: Path) -> str:
    """The SHA-256 of the document."""
    return hashlib.sha256((folder / SOURCE).read_bytes()).hexdigest()


def counted(pattern: str, said: str) -> str:
    """The number that a pattern finds, or a dash."""
    found = re.search(pattern, said)
    return found[1] if found else "-"


def factcheck(command: str, folder: Path, quotes: Sequence[str]) -> Made:
    """Claims on the quotations, whose passages `doctor` looks for."""
    run([command, "init", "."], folder)
    run([command, "source", "add", SOURCE], folder)
    lines = ["schema_version: 1", "claims:"]
    for number, quote in enumerate(quotes):
        lines += [f"- id: longest-{number:05}", "  statement: A claim.", "  kind: quotation", "  measure: words"]
        lines += ["  anchors:", "  - source: longest", f"    exact: {json.dumps(quote, ensure_ascii=False)}"]
        lines += ["  found_by: bench"]
    (folder / "claims" / "longest.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    step = [command, "doctor"]
    said = run(step, folder, (0, 1))
    lost = len(set(re.findall(r"longest-\d{5}", said)))

    def forget() -> None:
        shutil.rmtree(folder / ".factcheck", ignore_errors=True)

    return Made(str(len(quotes) - lost), {FIRST: Step(step, forget), AGAIN: Step(step)})


def citations(command: str, folder: Path, quotes: Sequence[str]) -> Made:
    """A claims file with a quotation each."""
    source = {"citation": "longest", "local": SOURCE, "sha256": digest(folder), "extract_cmd": "cat {}"}
    claims = {
        f"q{number:03}": {"statement": "A claim.", "quotes": [{"exact": quote}]} for number, quote in enumerate(quotes)
    }
    (folder / "claims").mkdir()
    (folder / "claims" / "longest.yaml").write_text(json.dumps({"source": source, "claims": claims}), encoding="utf-8")
    step = [command, "verify", "--claims", "claims", "--allow-extractor", "cat"]
    said = run([*step, "--json", "counts.json"], folder, (0, 1))
    return Made(counted(r"found\s+(\d+)", said), {FIRST: Step([*step, "--no-cache"]), AGAIN: Step(step)})


def claims_cli(command: str, folder: Path, quotes: Sequence[str]) -> Made:
    """A manifest with a claim and its quotation each."""
    pinned = {"algorithm": "sha256", "value": digest(folder)}
    claims = [
        {"id": f"q{n:03}", "text": "A claim.", "evidence": [{"kind": "quote", "artifact": "longest", "text": quote}]}
        for n, quote in enumerate(quotes)
    ]
    made = {"schema_version": 1, "artifacts": [{"id": "longest", "path": SOURCE, "digest": pinned}], "claims": claims}
    run([command, "manifest", "init", SOURCE], folder, (0, 1))
    text = (folder / "repro.yaml").read_text(encoding="utf-8") if (folder / "repro.yaml").exists() else ""
    if version := re.search(r"^schema_version: *(\S+)", text, re.MULTILINE):
        made["schema_version"] = json.loads(version[1]) if version[1][0] in '"0123456789' else version[1]
    (folder / "repro.yaml").write_text(json.dumps(made), encoding="utf-8")
    step = [command, "verify"]
    said = run(step, folder, (0, 1))
    return Made(str(len(re.findall(r"^\s*ok\b", said, re.MULTILINE))), {FIRST: Step(step), AGAIN: Step(step)})


ENTRY = """---
id: {id}
kind: claim
stated: 2026-01-05T09:00:00+00:00
author: main
grade: asserted
supersedes: none
verbatim_sha: 0
---

## Assertion

A claim.

## Scope

metric: words
cohort: one document
condition: none

## Grounds

- source: longest · whole text

## Warrant

Restates the source.

## Backing

- source: longest · whole text
  speaker: The source
  quote: {quote}

<!-- APPEND BELOW THIS LINE ONLY -->

## Verdicts

## References
"""


def claims_ledger(command: str, folder: Path, quotes: Sequence[str]) -> Made:
    """An entry in Markdown for each quotation."""
    run([command, "init"], folder)
    add = ["source", "add", SOURCE, "--id", "longest", "--type", "paper", "--citation", "Longest (2026)"]
    run([command, *add, "--authors", "Longest"], folder)
    entries = folder / "ledger" / "entries"
    for number, quote in enumerate(quotes, 1):
        id = f"A{number:04}-quotation"
        text = ENTRY.format(id=id, quote=json.dumps(quote, ensure_ascii=False).replace('\\"', "'"))
        (entries / f"{id}.md").write_text(text, encoding="utf-8")
    run([command, "sha", "--write", *(str(path) for path in sorted(entries.glob("*.md")))], folder, (0, 1))
    step = [command, "resolve"]
    refused = counted(r"(\d+) failure", run(step, folder, (0, 1)))
    told = refused != "-" and int(refused) <= len(quotes)
    verified = str(len(quotes) - int(refused)) if told else "-"
    return Made(verified, {FIRST: Step(step), AGAIN: Step(step), "`status`": Step([command, "status"])})


def gtrex(command: str, folder: Path, quotes: Sequence[str]) -> Made:
    """A line of JSON for each quotation."""
    lines = [json.dumps({"claim": quote, "source_path": SOURCE}) for quote in quotes]
    (folder / "quotes.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    step = [command, "verify", "quotes.jsonl", "--output", "told.jsonl"]
    run(step, folder, (0, 1))
    told = [json.loads(line)["gtrex"] for line in (folder / "told.jsonl").read_text(encoding="utf-8").splitlines()]
    return Made(str(sum(bool(one.get("grounded")) for one in told)), {FIRST: Step(step), AGAIN: Step(step)})


MADE: dict[str, Callable[[str, Path, Sequence[str]], Made]] = {
    "factcheck": factcheck, "citations": citations, "claims-cli": claims_cli, "claims-ledger": claims_ledger,
    "gtrex": gtrex,
}  # fmt: skip


def page(
    table: Mapping[str, Mapping[str, float]],
    names: Sequence[str],
    versions: Mapping[str, str],
    verified: Mapping[str, str],
    finders: Sequence[tuple[str, str, str]],
    notes: Sequence[str],
    measured: str,
) -> str:
    """The page of figures."""
    titles = [f"{name} {versions[name]}" if name in versions else name for name in names]
    lines = ["# Beside other tools", "", "Written by `python bench/peers.py`. " + measured, "", "Milliseconds:", ""]
    lines += ["| | " + " | ".join(titles) + " |", "|---|" + "---:|" * len(names)]
    for row in ROWS:
        cells = [f"{table[row][name]:,.0f}" if name in table[row] else "-" for name in names]
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    lines.append("| of them verified | " + " | ".join(verified.get(name, "-") for name in names) + " |")
    lines += ["", SAME]
    lines += ["Finders of quantities, on one core:", "", "| | KB of text a second | F1 of values on NewsQuant |"]
    lines += ["|---|---:|---:|", *(f"| {' | '.join(one)} |" for one in finders), ""]
    lines += ["Not measured, and why:", "", *(f"- {note}" for note in notes or ["nothing was left out"])]
    return "\n".join(lines) + "\n"
