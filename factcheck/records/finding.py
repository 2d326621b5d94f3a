"""Findings: what the cross-checker says, apart from how grave it is and what was decided."""

from typing import Literal

from pydantic import Field

from factcheck.records.base import SCHEMA_VERSION, Digest, Record, Slug
from factcheck.records.claim import Kind

Verdict = Literal[
    "conflict", "possible-conflict", "different-basis", "later-figure", "variant", "agrees", "not-checked"
]
"""Conflict: both cannot be true. Possible conflict: one reading reconciles them. Different basis: another
period, supplier or part. Later figure: a later count. Variant: spelling or style."""

ORDER: tuple[Verdict, ...] = (
    "conflict", "possible-conflict", "different-basis", "later-figure", "variant", "agrees", "not-checked",
)  # fmt: skip
"""Verdicts, worst first."""

MOST_EVIDENCE = 24
SHORTEST, LONGEST = 8, 500
"""Letters and digits of one item's `exact`."""


class Evidence(Record):
    """A passage that bears on a finding: the sentence or clause that carries the fact.

    `start` and `end` are code points of the source's canonical text, end exclusive. Items that agree
    share a `side` ("a", "b", …); null is context. `value` is what was compared, in plain words.
    """

    source: Slug
    start: int
    end: int
    exact: str
    side: str | None = None
    claim: str | None = None
    value: str | None = None
    section: str | None = None
    page: str | None = None
    note: str | None = None
    date: str | None = None


class Step(Record):
    """One step of the reasoning: a code that stays the same, and a sentence."""

    code: Slug
    text: str


class Finding(Record):
    """What one check says of one fact.

    `id` is made of the check and the fact (of the place, for a check of one source), so it stays when
    evidence is added. `seen` is the digest of what the sides say: words and values. `settle` says what
    would settle it. `more` counts evidence beyond the first `MOST_EVIDENCE` items.
    """

    schema_version: int = SCHEMA_VERSION
    id: str
    check: Slug
    kind: Kind
    verdict: Verdict
    message: str
    explanation: tuple[Step, ...] = ()
    settle: str | None = None
    evidence: tuple[Evidence, ...] = Field(max_length=MOST_EVIDENCE)
    more: int = 0
    weight: float = 0.0
    """How much an editor would care, for order within a verdict: 0 to 1."""
    seen: Digest


Severity = Literal["error", "warning", "note"]
State = Literal["open", "settled", "stale", "disputed"]
"""Stale: decided on, and what was seen changed. Disputed: two branches decided differently and were merged."""


class ReportedFinding(Finding):
    """A finding with the severity that policy gives it and the state that decisions give it."""

    severity: Severity
    status: State = "open"
    decided: str | None = None


class ReportSource(Record):
    """A source as a report names it."""

    id: Slug
    title: str
    issued: str | None = None
    claims: int = 0
    not_checked: tuple[str, ...] = ()
    confidential: bool = False
    embargo: str | None = None


class Withheld(Record):
    """How many sources a report leaves out because they may not be published, and the findings they take part in."""

    sources: int = 0
    findings: int = 0


class Report(Record):
    """The report of one check of a project: differences first, worst first, then agreements."""

    schema_version: int = SCHEMA_VERSION
    tool: str
    sources: tuple[ReportSource, ...]
    summary: dict[str, int]
    findings: tuple[ReportedFinding, ...]
    withheld: Withheld = Withheld()
