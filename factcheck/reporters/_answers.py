"""The answers on a statement of a draft, in words: what each means, and what to do about it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from factcheck.language.plain import one_line

Json = Mapping[str, Any]


class Answer(NamedTuple):
    """An answer that is not as it should be: which of the three it is, its name, what it means, what to do."""

    kind: str
    label: str
    meaning: str
    remedy: str

    @property
    def told(self) -> str:
        """What it means, and what to do."""
        return f"{self.meaning} {self.remedy}"


ANSWERS: Mapping[str, Answer] = {
    "misquoted": Answer(
        "support", "misquoted", "The words stand otherwise in their source.", "Quote them as they stand there."
    ),
    "contradicted": Answer(
        "support", "contradicted", "A source, or the draft itself, says otherwise.",
        "Correct the statement, or settle which of the two is right.",
    ),
    "different-basis": Answer(
        "support", "different basis", "The source says it of another period, supplier or place.",
        "Say of what it holds, or use the figure of what is meant.",
    ),
    "later-figure": Answer(
        "support", "later figure", "A later source has another value.",
        "Use the later value, or say of when this one is.",
    ),
    "no-source-found": Answer(
        "support", "no source found", "No source says it.", "Add the source that does, or take the statement out."
    ),
    "not-checked": Answer(
        "support", "not checked", "It could not be compared with any source.", "Let a person check it and decide."
    ),
    "unknown": Answer(
        "citation", "unknown citation", "What is cited is no source of the project.", "Add it, or correct the citation."
    ),
    "wrong": Answer(
        "citation", "wrong citation", "The source that is cited does not say it.", "Cite the source that does."
    ),
    "page-wrong": Answer(
        "citation", "wrong place cited", "The source says it elsewhere.", "Correct the page or section."
    ),
    "missing": Answer("citation", "citation missing", "Nothing is cited for it.", "Cite the source that says it."),
    "finding-open": Answer(
        "sign-off", "finding open", "What it rests on differs from another source, and nobody settled that.",
        "Settle the finding: factcheck settle.",
    ),
    "changed-since": Answer(
        "sign-off", "changed since it was approved", "What people approved has changed since.",
        "Let them look at it again: factcheck review.",
    ),
    "not-yet": Answer(
        "sign-off", "not approved yet", "Nobody has approved what it rests on.",
        "Let somebody decide on it: factcheck review.",
    ),
    "undecided": Answer(
        "sign-off", "not decided on", "Every statement has to be decided on, and nobody decided on this one.",
        "Let somebody decide on it: factcheck review.",
    ),
}  # fmt: skip
"""Those that a policy may block or warn of, worst first of each kind."""

SUMMED = {"block": "blocked", "warn": "warning", "pass": "passes"}
"""What the policy makes of them, in a word."""


def failing(statement: Json) -> list[str]:
    """The answers on a statement that does not pass, those not as they should be: support, citation, sign-off."""
    given = (statement["support"], statement["citation"], statement["sign_off"])
    return [answer for answer in given if answer in ANSWERS] or ["undecided"]


def told(statement: Json) -> str:
    """These answers in words: "contradicted, citation missing"."""
    return ", ".join(ANSWERS[answer].label for answer in failing(statement))


def unread(report: Json) -> list[Json]:
    """The parts of drafts that could not be read for checking."""
    return [one for one in report["unbound"] if one["kind"] == "not-read"]


def is_silent(report: Json) -> bool:
    """Whether drafts cannot be published though no statement says why: nothing in them was checked."""
    if report["publishable"] or report.get("reason"):
        return False
    return not report["summary"]["block"] and not unread(report)


def why_of(statement: Json) -> str:
    """Why, in one line; in general words where nothing was said of the statement itself."""
    return one_line(statement["why"]) or " ".join(ANSWERS[answer].meaning for answer in failing(statement))
