"""What a clause is: its words, its verb and the clauses nested in it."""

from dataclasses import dataclass, field
from typing import Literal

from factcheck.language.predicates import Predicate

ClauseKind = Literal[
    "main", "coordinate", "relative", "subordinate", "complement", "participle", "gerund", "infinitive", "aside"
]


@dataclass(slots=True)
class Clause:
    """A clause: tokens `start` to `end` (exclusive), with those of the clauses nested in it.

    `parent` is the number of the clause that it is nested in, `shares` of the one whose subject it
    shares; a clause without a verb has no predicate.
    """

    number: int
    kind: ClauseKind
    start: int
    end: int
    parent: int | None = None
    predicate: Predicate | None = None
    shares: int | None = None
    inner: list["Clause"] = field(default_factory=list)
    closable: int = -1
    """Where a comma may have ended it; -1 before there is one."""
