"""Decisions: what people said of claims, findings and statements, as the log keeps them."""

from typing import Literal

from factcheck.records.base import SCHEMA_VERSION, Digest, PartialDate, Record

SubjectKind = Literal["claim", "finding", "statement", "source"]

Question = Literal["reads-right", "rely", "settle", "statement", "query", "assign", "note", "source"]
"""Of a claim: does the passage say this (reads-right), would we print it (rely). Of a finding: settle.
Of a draft's statement: statement. Query, assign and note may concern any of them. Of a source: source (removal)."""

Answer = Literal[
    "yes", "no", "needs-work", "withdrawn",
    "accepted", "fix-in-draft", "not-a-conflict", "ask-source", "reopened",
    "checked", "fix", "opinion", "set-aside",
    "asked", "answered", "assigned", "noted", "removed",
]  # fmt: skip


class Query(Record):
    """A question put to somebody outside or inside: to whom, what, since when, until when, and the reply."""

    to: str
    question: str
    asked: PartialDate
    deadline: PartialDate | None = None
    reply: str | None = None
    reply_source: str | None = None


class Decision(Record):
    """One line of `claims/decisions.jsonl`: who decided what, when and why.

    `seen` is the digest of the words and values that the person saw, and `shown` those words, so that a
    later reader can say what changed. `resting_on` lists claims or anchors that a statement rests on.
    `undoes` is the digest of a decision taken back. `to` is who is assigned (null: nobody any more).
    `previous` is the digest of the line before of the same subject (null for the first); `merges` are those of
    other lines that nobody had followed on, where two branches were merged. `digest` is that of this line
    without `digest`.
    """

    schema_version: int = SCHEMA_VERSION
    subject_kind: SubjectKind
    subject: str
    question: Question
    answer: Answer
    by: str
    at: str
    why: str | None = None
    seen: Digest
    shown: tuple[str, ...] = ()
    resting_on: tuple[str, ...] = ()
    to: str | None = None
    query: Query | None = None
    undoes: Digest | None = None
    previous: Digest | None = None
    merges: tuple[Digest, ...] = ()
    digest: Digest
