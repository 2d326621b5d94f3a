"""What a person sees who decides: a claim or a finding with its passages in their paragraphs and what was decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.errors import SourceError, UsageError
from factcheck.project.drafts import Drafts

if TYPE_CHECKING:
    from factcheck.records.claim import Claim
    from factcheck.records.finding import ReportedFinding
    from factcheck.records.gate import Statement
    from factcheck.reviewing.claims import Standing
    from factcheck.reviewing.findings import FindingStanding
    from factcheck.reviewing.history import History
    from factcheck.reviewing.statements import StatementStanding


@dataclass(frozen=True)
class Paragraph:
    """A passage in its paragraph: the passage is `text[start:end]`; where the text is not there, it is all there is.

    `line` is the line of the source's canonical text on which the passage begins, from 1.
    """

    source: str
    text: str
    start: int
    end: int
    section: str | None = None
    page: str | None = None
    note: str | None = None
    line: int | None = None


@dataclass(frozen=True)
class ClaimView:
    """A claim as a reviewer sees it; `values` are what it comes to, `stamp` goes back with the decision."""

    claim: "Claim"
    values: str
    paragraphs: tuple[Paragraph, ...]
    standing: "Standing"
    history: "History"
    findings: "tuple[ReportedFinding, ...]"
    stamp: str

    @property
    def settled(self) -> str | None:
        """What was decided, where no more decision is asked for; else null."""
        return self.standing.says if self.standing.status in ("approved", "rejected", "withdrawn") else None


@dataclass(frozen=True)
class FindingView:
    """A finding as a reviewer sees it; `paragraphs` are those of its evidence, in its order."""

    finding: "ReportedFinding"
    paragraphs: tuple[Paragraph, ...]
    standing: "FindingStanding"
    history: "History"
    stamp: str

    @property
    def settled(self) -> str | None:
        """What was decided, where no more decision is asked for; else null."""
        return self.finding.decided if self.finding.status == "settled" else None


@dataclass(frozen=True)
class StatementView:
    """A statement of a draft as a reviewer sees it: what the gate says of it, and what was decided.

    `paragraphs` are those of its evidence, in its order; `grounds` what it can be said to rest on, beside each.
    """

    id: str
    draft: str
    statement: "Statement"
    standing: "StatementStanding"
    paragraphs: tuple[Paragraph, ...]
    grounds: tuple[str, ...]
    history: "History"
    stamp: str

    @property
    def settled(self) -> str | None:
        """What was decided, where no more decision is asked for; else null."""
        return self.standing.says if self.standing.state in ("checked", "opinion", "set-aside") else None


class Views(Drafts):
    """The part of a project that shows what is to be decided."""

    def view_claim(self, id: str) -> ClaimView:
        """A claim, its passages in their paragraphs, the findings it takes part in, and what was decided on it."""
        from factcheck.explaining import normalised
        from factcheck.reviewing.seen import seen_of

        claim = self.claim(id)
        stored = claim if claim.provisional else self.stored_claim(id)
        (standing,) = self.standings([stored]).values()
        return ClaimView(
            claim=claim,
            values=normalised(claim),
            paragraphs=tuple(
                self._paragraph(one.source, one.exact, one.start, one.end, one.page) for one in claim.anchors
            ),
            standing=standing,
            history=self.ledger.history("claim", id),
            findings=self.findings_of([id]),
            stamp=self.stamp("claim", id, seen_of(stored)),
        )

    def view_finding(self, finding: "str | ReportedFinding") -> FindingView:
        """A finding by its id, or as it was shown before, with what was decided on it by now."""
        from factcheck.reviewing.findings import finding_standing

        found = self.finding(finding) if isinstance(finding, str) else finding
        history = self.ledger.history("finding", found.id)
        standing = finding_standing(found, history)
        return FindingView(
            finding=found.but(status=standing.state, decided=standing.says) if history.lines else found,
            paragraphs=tuple(
                self._paragraph(one.source, one.exact, one.start, one.end, one.page) for one in found.evidence
            ),
            standing=standing,
            history=history,
            stamp=self.stamp("finding", found.id, found.seen),
        )

    def findings_of(self, claims: Iterable[str]) -> "tuple[ReportedFinding, ...]":
        """The findings in which claims take part, worst first."""
        from factcheck.reviewing.findings import finding_of

        return tuple(map(finding_of, self.findings_at(claims=claims)))

    def _paragraph(self, source: str, exact: str, start: int | None, end: int | None, page: str | None) -> Paragraph:
        alone = Paragraph(source, exact, 0, len(exact), page=page)
        if start is None or end is None:
            return alone
        try:
            document = self.document(source)
        except (SourceError, UsageError):
            return alone
        block = document.block_at(start)
        if block is None or document.text[start:end] != exact:
            return alone
        first, last = block.start, max(block.end, end)
        line = document.text.count("\n", 0, start) + 1
        note = block.label if block.kind == "note" else None
        text = document.text[first:last]
        return Paragraph(source, text, start - first, end - first, block.section, page or block.page, note, line)
