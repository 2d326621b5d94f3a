"""GitLab's code quality report: an entry for each statement that does not pass, shown in the merge request.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format: an entry is known again by its
fingerprint, here by file and words, so that one whose line moved is not taken for a new one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from factcheck.digests import digest_of
from factcheck.language.plain import one_line
from factcheck.pages.wording import gate_answer, shortened
from factcheck.reporters._answers import ANSWERS, failing, is_silent, told, unread, why_of
from factcheck.reporters.json import dumped
from factcheck.reporting import Reporter, ReportJson, View, harmless

Item = Mapping[str, Any]

SEVERITIES = {"block": "blocker", "warn": "minor"}
LONGEST = 200
"""Letters of a statement that an entry shows."""


def gate(report: ReportJson, view: View) -> str:
    """The statements of drafts that do not pass, and the parts that could not be read, in order of place."""
    return dumped(list(_told_apart(_entries(report))), indent=1) + "\n"


def _entries(report: ReportJson) -> Iterator[dict[str, Any]]:
    shown: list[tuple[Item, str, str, str]] = []
    for one in report["statements"]:
        if one["outcome"] in SEVERITIES:
            answer = failing(one)[0]
            said = f"{told(one).capitalize()}. {why_of(one)}"
            shown.append((one, f"{ANSWERS[answer].kind}/{answer}", SEVERITIES[one["outcome"]], said))
    shown += [(one, "support/not-read", SEVERITIES["block"], one_line(one["why"])) for one in unread(report)]
    if is_silent(report):
        shown += [(one, "support/not-checked", "blocker", gate_answer(report)) for one in report["set_aside"][:1]]
    for one, check, severity, said in sorted(shown, key=lambda item: (item[0]["file"], item[0]["line"])):
        words = shortened(one_line(one["exact"]), LONGEST)
        yield {
            "description": harmless(f"{said} “{words}”"),
            "check_name": check,
            "fingerprint": digest_of(one["file"], one["exact"], check),
            "severity": severity,
            "location": {"path": _path(one["file"]), "lines": {"begin": one["line"], "end": one["end_line"]}},
        }


def _told_apart(entries: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The entries, those of the same words told apart by which of them comes first."""
    seen: Counter[str] = Counter()
    for entry in entries:
        known = entry["fingerprint"]
        seen[known] += 1
        yield entry if seen[known] == 1 else {**entry, "fingerprint": digest_of(known, seen[known])}


def _path(file: str) -> str:
    """A draft's file as GitLab knows it: from the folder in which the gate was run, without "./" before it."""
    return "stdin" if file == "-" else PurePath(file).as_posix()


REPORTER = Reporter("GitLab's code quality report", None, gate, ("code-quality-report.json",))
