"""JUnit's XML, as most services for continuous integration read it: a case for each statement, or each finding.

What blocks has failed, what was not checked or set aside was skipped; a warning passes and says so.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factcheck.language.plain import one_line
from factcheck.pages.wording import day, gate_answer, place, shortened
from factcheck.reporters._answers import is_silent, told, why_of
from factcheck.reporting import Reporter, ReportJson, View, xml_safe

Item = Mapping[str, Any]

LONGEST = 90
"""Letters of a statement that stand in the name of its case."""


def render(report: ReportJson, view: View) -> str:
    """A case for each finding, by their checks: those of severity error that are not settled have failed."""
    cases = []
    for one in sorted(report["findings"], key=lambda one: str(one["check"])):
        case = Element("testcase", _named(one["check"], f"{one['message']} ({one['id']})"))
        if one["verdict"] == "not-checked":
            _add(case, "skipped", message=one["message"])
        elif one["severity"] == "error" and one["status"] != "settled":
            _add(case, "failure", _passages(one["evidence"]), message=one["message"], type=one["verdict"])
        elif one["verdict"] != "agrees":
            said = f"settled: {one['decided']}" if one["status"] == "settled" else one["verdict"]
            _add(case, "system-out", f"{said}\n{_passages(one['evidence'])}")
        cases.append(case)
    return _written("factcheck check", cases)


def gate(report: ReportJson, view: View) -> str:
    """A case for each statement of a draft, and for what was set aside or not read, by their files."""
    cases = [(_order(one), _statement(one)) for one in report["statements"]]
    cases += [(_order(one), _aside(one)) for one in report["set_aside"]]
    cases += [(_order(one), _unread(one)) for one in report["unbound"] if one["kind"] == "not-read"]
    cases.sort(key=lambda pair: pair[0])
    made = [case for _, case in cases]
    if is_silent(report):
        made.append(Element("testcase", _named("factcheck gate", "can be published")))
        _add(made[-1], "failure", message=gate_answer(report), type="nothing-checked")
    return _written("factcheck gate", made)


def _order(one: Item) -> tuple[str, int, int]:
    return one["file"], one["line"], one["column"]


def _case(one: Item) -> Element:
    words = shortened(one_line(one["exact"]), LONGEST)
    named = _named(one["file"], f"{one['line']}:{one['column']} {words}")
    return Element("testcase", {**named, "file": xml_safe(one["file"]), "line": str(one["line"])})


def _statement(statement: Item) -> Element:
    case, outcome = _case(statement), statement["outcome"]
    text = f"{one_line(statement['exact'])}\n{why_of(statement)}\n{_passages(statement['evidence'])}"
    if outcome == "block":
        _add(case, "failure", text, message=why_of(statement), type=told(statement))
    elif statement["support"] == "not-checked":
        _add(case, "skipped", message=why_of(statement))
    elif outcome == "warn":
        _add(case, "system-out", f"warning: {told(statement)}\n{text}")
    return case


def _aside(one: Item) -> Element:
    case = _case(one)
    _add(case, "skipped", message=f"set aside, {one['rule']}: {one['why']}")
    return case


def _unread(one: Item) -> Element:
    case = _case(one)
    _add(case, "failure", message=one["why"], type="not read")
    return case


def _passages(evidence: Iterable[Item]) -> str:
    rows = []
    for item in evidence:
        where = ", ".join(part for part in (item["source"], day(item.get("date")), *place(item)) if part)
        rows.append(f"“{one_line(item['exact'])}” ({where})")
    return "\n".join(rows)


def _named(group: str, name: str) -> dict[str, str]:
    return {"classname": xml_safe(group), "name": xml_safe(name), "time": "0"}


def _add(case: Element, name: str, text: str = "", **attributes: str) -> None:
    SubElement(case, name, {key: xml_safe(value) for key, value in attributes.items()}).text = xml_safe(text) or None


def _written(name: str, cases: Iterable[Element]) -> str:
    """The cases in suites, one for each group of them; both count what is in them."""
    root = Element("testsuites", {"name": name})
    for group, members in groupby(cases, key=lambda case: case.get("classname", "")):
        suite = SubElement(root, "testsuite", {"name": group})
        suite.extend(members)
        _count(suite)
    _count(root)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _count(element: Element) -> None:
    counts = {"tests": "testcase", "failures": "failure", "skipped": "skipped"}
    numbers = {name: str(sum(1 for _ in element.iter(tag))) for name, tag in counts.items()}
    element.attrib |= {"tests": numbers["tests"], "failures": numbers["failures"], "errors": "0"}
    element.attrib |= {"skipped": numbers["skipped"], "time": "0"}


REPORTER = Reporter("JUnit's XML, for continuous integration", render, gate, (".xml",))
