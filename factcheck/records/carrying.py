"""What carries a sentence: the sources that say it, ready to be cited."""

from typing import Literal

from factcheck.records.base import SCHEMA_VERSION, Record, Slug
from factcheck.records.finding import Evidence
from factcheck.records.gate import SignOff, Support

Share = Literal["whole", "part", "none"]
"""How much of a sentence is carried. Part: the source says one thing of it, and nothing of the rest. None: the source
says otherwise, or only names a day or a person of it."""


class Resting(Record):
    """A claim under a passage: what it says, its status, and those whose approval stands."""

    id: str
    statement: str
    status: str
    approvers: tuple[str, ...] = ()


class Carrier(Record):
    """What one source says of a sentence.

    `citation` is to be pasted behind the sentence, as pandoc reads it. `support` is that of the whole sentence by this
    source alone, as in the gate's report; `carries` and `lacks` are the things of the sentence that it does and does
    not bear out, in the sentence's words. `evidence` is as in the gate's report: side "a" says so, side "b" says
    otherwise. `withheld` is set for a source that may not be published.
    """

    citation: str
    source: Slug
    carried: Share
    support: Support
    sign_off: SignOff
    carries: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    why: str = ""
    withheld: bool = False
    claims: tuple[Resting, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Carried(Record):
    """A sentence and what carries it, best first; what says otherwise comes last."""

    exact: str
    carriers: tuple[Carrier, ...] = ()

    @property
    def is_carried(self) -> bool:
        """Whether a source says all of it, or a part of it."""
        return any(one.carried != "none" for one in self.carriers)


class CiteReport(Record):
    """What carries each of the sentences that were asked for."""

    schema_version: int = SCHEMA_VERSION
    sentences: tuple[Carried, ...]
