"""SARIF 2.1.0, for code scanning and editors: places in drafts, and related ones in the sources.

Columns count characters; a draft without lines (DOCX, ODT) has its paragraphs as lines. Sources are found from the
project's folder, drafts from where the gate was run. https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from factcheck import __version__
from factcheck.digests import digest_of
from factcheck.language.plain import one_line
from factcheck.pages.wording import day, gate_answer
from factcheck.pages.wording import place as place_in
from factcheck.reporters._answers import ANSWERS, Answer, failing, is_silent, told, unread, why_of
from factcheck.reporters.json import dumped
from factcheck.reporting import Behind, Reporter, ReportJson, View, harmless

Json = dict[str, Any]
Item = Mapping[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"block": "error", "warn": "warning"}
NOT_READ = Answer(
    "support", "not read", "A part of the draft is not in English, and was not checked.", "Let a person check it."
)
BASE = "PROJECT"


def render(report: ReportJson, view: View) -> str:
    """The differences between sources; those that were settled are suppressed, and say by whom."""
    found = [one for one in report["findings"] if one["verdict"] not in ("agrees", "not-checked")]
    rules = _rules_of_checks({one["check"] for one in found})
    results = [_finding(one, view.behind) for one in found]
    return _log("check", rules, results, {"summary": dict(report["summary"])})


def gate(report: ReportJson, view: View) -> str:
    """The statements of drafts that do not pass, one result each, and the parts that could not be read."""
    rules = [_rule(f"{one.kind}/{id}", one) for id, one in ANSWERS.items()] + [_rule("support/not-read", NOT_READ)]
    results = [_statement(one, view.behind) for one in report["statements"] if one["outcome"] in LEVELS]
    results += [_result("support/not-read", "error", NOT_READ.told, one, []) for one in unread(report)]
    said = {"policy": report["policy"], "publishable": report["publishable"], "summary": dict(report["summary"])}
    return _log("gate", rules, results, said, gate_answer(report) if is_silent(report) else None)


def _log(command: str, rules: Sequence[Json], results: Sequence[Json], said: Json, notice: str | None = None) -> str:
    places = {rule["id"]: number for number, rule in enumerate(rules)}
    for result in results:
        result["ruleIndex"] = places[result["ruleId"]]
    invocation: Json = {"executionSuccessful": True}
    if notice:
        invocation["toolExecutionNotifications"] = [{"level": "error", "message": _message(notice)}]
    driver = {"name": "factcheck", "version": __version__, "semanticVersion": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"factcheck/{command}/"},
        "invocations": [invocation],
        "originalUriBaseIds": {BASE: {"description": _message("The folder of the project, with its sources.")}},
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": said,
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _rule(id: str, answer: Answer) -> Json:
    return {
        "id": id,
        "name": "".join(word.capitalize() for word in answer.label.split()),
        "shortDescription": _message(answer.label.capitalize()),
        "fullDescription": _message(answer.meaning),
        "help": _message(answer.told),
    }


def _rules_of_checks(wanted: Iterable[str]) -> list[Json]:
    """The checks that found something, each with its page of help."""
    from factcheck.discovery import modules

    with_checks = [one for one in modules("factcheck.checks") if hasattr(one, "CHECK")]
    pages = {one.CHECK.id: (one.CHECK.title, (one.__doc__ or "").strip()) for one in with_checks}
    return [_rule_of_check(id, *pages.get(id, (id, id))) for id in sorted(wanted)]


def _rule_of_check(id: str, title: str, page: str) -> Json:
    return {
        "id": id,
        "shortDescription": _message(title),
        "fullDescription": _message(page.partition("\n\n")[0]),
        "help": {"text": page, "markdown": page},
    }


def _statement(statement: Item, behind: Behind | None) -> Json:
    named = [f"{ANSWERS[answer].kind}/{answer}" for answer in failing(statement)]
    message = f"{told(statement).capitalize()}. {why_of(statement)}"
    made = _result(named[0], LEVELS[statement["outcome"]], message, statement, statement["evidence"], behind)
    answers = {name: statement[name] for name in ("support", "citation", "sign_off")}
    return {**made, "properties": {**answers, "outcome": statement["outcome"]}}


def _result(
    rule: str, level: str, message: str, where: Item, evidence: Iterable[Item], behind: Behind | None = None
) -> Json:
    made: Json = {
        "ruleId": rule,
        "level": level,
        "message": _message(message),
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": _uri(where["file"])}, "region": _region(where)}}
        ],
        "partialFingerprints": {"words/v1": digest_of(where["file"], where["exact"])},
    }
    related = [_source(number, item, behind) for number, item in enumerate(evidence)]
    return {**made, "relatedLocations": related} if related else made


def _finding(finding: Item, behind: Behind | None) -> Json:
    sides = [item for item in finding["evidence"] if item["side"]] or list(finding["evidence"])
    others = [item for item in finding["evidence"] if item is not sides[0]]
    related = [_source(number, item, behind) for number, item in enumerate(others)]
    steps = " ".join(step["text"] for step in finding["explanation"])
    made: Json = {
        "ruleId": finding["check"],
        "level": finding["severity"],
        "message": _message(f"{finding['message']} {steps}".strip()),
        "locations": [_source(None, item, behind) for item in sides[:1]],
        "relatedLocations": related,
        "partialFingerprints": {"finding/v1": finding["id"]},
        "properties": {"verdict": finding["verdict"], "kind": finding["kind"], "status": finding["status"]},
    }
    if finding["status"] == "settled":
        made["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": harmless(finding["decided"] or "")}
        ]
    return made


def _source(id: int | None, item: Item, behind: Behind | None) -> Json:
    """A passage of a source, with its words; its lines where its file has any."""
    where = ", ".join(part for part in (item["source"], day(item.get("date")), *place_in(item)) if part)
    made: Json = {"message": _message(f"“{one_line(item['exact'])}” ({where})")}
    made["logicalLocations"] = [{"name": item["source"], "kind": "resource"}]
    if id is not None:
        made["id"] = id
    if behind is not None:
        file = f"sources/{behind.source(item['source'])['file']}"
        artifact = {"uri": _uri(file), "uriBaseId": BASE}
        lines = behind.place(item["source"], item["start"], item["end"])
        region = {"region": _region({**lines, "exact": item["exact"]})} if lines else {}
        made["physicalLocation"] = {"artifactLocation": artifact, **region}
    return made


def _region(where: Item) -> Json:
    return {
        "startLine": where["line"],
        "startColumn": where["column"],
        "endLine": where["end_line"],
        "endColumn": where["end_column"],
        "snippet": _message(one_line(where["exact"])),
    }


def _uri(file: str) -> str:
    """A file's name as a reference: relative ones stay so."""
    if file == "-":
        return "stdin"
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")


def _message(text: str) -> Json:
    return {"text": harmless(text)}


REPORTER = Reporter("SARIF 2.1.0, for code scanning and editors", render, gate, (".sarif", ".sarif.json"))
