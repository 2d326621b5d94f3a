"""The gate's report: what each statement of a draft rests on, and whether the draft can be published."""

from typing import Literal

from factcheck.records.base import SCHEMA_VERSION, Record
from factcheck.records.finding import Evidence

Support = Literal[
    "supported", "contradicted", "misquoted", "different-basis", "later-figure", "no-source-found", "not-checked"
]
"""Supported: a source says so. Contradicted: a source, or the draft itself, says otherwise. Misquoted: the words stand
otherwise in their source. Different basis: the source says it of another period, supplier or place. Later figure: a
later source has another value. No source found: none of them says it. Not checked: it could not be compared."""

CitationAnswer = Literal["right", "wrong", "missing", "unknown", "page-wrong", "none-needed"]
"""Right: a cited source says it. Wrong: the cited source does not. Missing: nothing is cited. Unknown: what is cited
is no source of the project. Page wrong: it says so elsewhere. None needed: it is cited where it is said in full."""

SignOff = Literal["approved", "not-yet", "changed-since", "finding-open"]
"""Approved: people decided on what it rests on. Not yet: they did not. Changed since: what they saw has changed.
Finding open: what it rests on differs from another source, and nobody settled that."""

Outcome = Literal["block", "warn", "pass"]
"""What the policy makes of the three answers; the worst of them decides."""

SUPPORTS: tuple[Support, ...] = (
    "misquoted", "contradicted", "different-basis", "later-figure", "no-source-found", "not-checked", "supported",
)  # fmt: skip
CITATIONS: tuple[CitationAnswer, ...] = ("unknown", "wrong", "page-wrong", "missing", "right", "none-needed")
SIGN_OFFS: tuple[SignOff, ...] = ("finding-open", "changed-since", "not-yet", "approved")
OUTCOMES: tuple[Outcome, ...] = ("block", "warn", "pass")
"""The answers, worst first."""


class Place(Record):
    """A stretch of a draft's file, from the first character to before the last.

    Lines and columns count from 1, columns in characters. A file without lines (DOCX, ODT) counts its paragraphs as
    lines, notes after the body.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    exact: str
    """The words as they are read: without markup and citations, in one line."""


class Statement(Place):
    """A sentence, or the clause of it that carries what was checked, with the three answers and why."""

    support: Support
    citation: CitationAnswer
    sign_off: SignOff
    outcome: Outcome
    why: str
    evidence: tuple[Evidence, ...] = ()
    """Passages on side "a" bear the statement out, those on side "b" say otherwise; others are near it."""


class SetAside(Place):
    """Something that is not checked, and the rule, or the decision of a person, by which it is not."""

    rule: str
    why: str


class Unbound(Place):
    """A checkable thing that rests on nothing: no claim and no passage says it."""

    kind: str
    why: str


class GateReport(Record):
    """What became of the drafts: every checkable thing is in a statement, or set aside.

    `summary` counts statements, outcomes, answers, and what was set aside or is unbound. `reason` is given where not
    the whole drafts were judged, which by itself keeps them from being publishable.
    """

    schema_version: int = SCHEMA_VERSION
    policy: str
    publishable: bool
    reason: str | None = None
    summary: dict[str, int]
    statements: tuple[Statement, ...]
    set_aside: tuple[SetAside, ...]
    unbound: tuple[Unbound, ...]
