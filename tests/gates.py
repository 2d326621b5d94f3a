"""Drafts held against sources, for tests: without a project, from texts or from a folder of tests/cases."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from factcheck import engine
from factcheck.checking import Archive
from factcheck.config import Config, GatePolicy
from factcheck.digests import digest_of_bytes
from factcheck.gate.drafts import Draft, manuscript
from factcheck.gate.facts import DraftFacts
from factcheck.gate.gathering import facts_of
from factcheck.gate.judging import Bench, Judged
from factcheck.gate.policies import shipped
from factcheck.gate.recalled import Recall
from factcheck.gate.reports import ruled, rulings
from factcheck.gate.signing import OPEN, Approvals
from factcheck.gate.sourcing import Shelf
from factcheck.project.crossing import findings_on
from factcheck.reading import characters_of, read
from factcheck.records.gate import GateReport, Statement
from factcheck.records.source import Source
from factcheck.store.csl import library

CASES = Path(__file__).parent / "cases"


def source(id: str, file: str, data: bytes, **fields: Any) -> Source:
    made = {"title": id.replace("-", " ").title(), **fields, "id": id, "file": file, "sha256": digest_of_bytes(data)}
    return Source.model_validate_json(json.dumps(made))


def archive(texts: Mapping[str, str], records: Mapping[str, Mapping[str, Any]] | None = None) -> Archive:
    """Sources by their ids, or by their files' names; `records` gives fields of their records."""
    studies = {}
    for name, text in sorted(texts.items()):
        data, id = text.encode(), name.partition(".")[0]
        file = name if "." in name else f"{name}.txt"
        record = source(id, file, data, **dict((records or {}).get(id, {})))
        studies[id] = engine.study(record, read(record, data), Config().glossary)
    return Archive(studies)


@dataclass
class Decided(Bench):
    """A bench, and what people decided on its claims and findings."""

    approvals: Approvals = field(default_factory=Approvals)


@cache
def case(name: str) -> Decided:
    """The bench on which drafts of a case are judged; nothing is approved."""
    entries = library(CASES / name / "sources.csl.json")
    studies = {}
    for path in sorted((CASES / name / "docs").iterdir()):
        data = path.read_bytes()
        record = source(path.stem, path.name, data, **entries.get(path.stem, {}))
        studies[path.stem] = engine.study(record, read(record, data), Config().glossary)
    return bench(Archive(studies))


def bench(archive: Archive) -> Decided:
    findings = engine.run_checks(archive, Config())
    report = engine.report(archive, findings, Config()).model_dump(mode="json")
    return Decided(archive, approvals=Approvals({}, report["findings"]))


def draft(text: str | bytes, shelf: Shelf, file: str = "draft.md", date: str | None = "2025-06-01") -> Draft:
    data = text if isinstance(text, bytes) else text.encode()
    record = source("draft-1", file, data)
    document = read(record, data)
    if document.date is None and date:
        document = document.but(date=date, date_from="record")
    made = manuscript(
        file, record.but(title=document.title or record.title), document, characters_of(file, data), shelf
    )
    return Draft(made, engine.undated(engine.study(made.source, made.document, Config().glossary)))


def judge(
    text: str | bytes,
    on: Bench,
    file: str = "draft.md",
    date: str | None = "2025-06-01",
    recall: Recall | None = None,
) -> Judged:
    made = draft(text, on.shelf, file, date)
    return on.judge(made, lambda: findings_on(made, on.shelf, on.archive, Config()), recall)


def facts(text: str | bytes, on: Bench, file: str = "draft.md", date: str | None = "2025-06-01") -> DraftFacts:
    """What is found of a draft, with what is suggested for it."""
    data = text if isinstance(text, bytes) else text.encode()
    return facts_of(judge(text, on, file, date), characters_of(file, data))


def report(
    text: str | bytes,
    on: Decided,
    policy: str | GatePolicy = "draft",
    file: str = "draft.md",
    date: str | None = "2025-06-01",
) -> GateReport:
    rules = shipped()[policy] if isinstance(policy, str) else policy
    found = facts(text, on, file, date)
    return ruled([rulings(found, [OPEN] * len(found.statements), on.approvals)], str(policy), rules)


def one(text: str, sources: Mapping[str, str], records: Mapping[str, Mapping[str, Any]] | None = None) -> Statement:
    """The only statement of a draft of one sentence."""
    statements = all_of(text, sources, records)
    assert len(statements) == 1, [statement.exact for statement in statements]
    return statements[0]


def all_of(
    text: str, sources: Mapping[str, str], records: Mapping[str, Mapping[str, Any]] | None = None
) -> Sequence[Statement]:
    return report(text, bench(archive(sources, records))).statements
