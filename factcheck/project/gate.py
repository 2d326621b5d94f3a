"""The gate of a project: its drafts held against its sources, its claims and what was decided on them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.project.base import Progress
from factcheck.project.judging import NONE, File, Judging

if TYPE_CHECKING:
    from factcheck.config import GatePolicy
    from factcheck.gate.facts import DraftFacts
    from factcheck.gate.reports import Ruled
    from factcheck.gate.signing import Approvals, Decided
    from factcheck.project.behind import Looked
    from factcheck.project.views import Paragraph, StatementView
    from factcheck.records.finding import Evidence
    from factcheck.records.gate import GateReport, Place, Statement
    from factcheck.reviewing.statements import StatementStanding


class Gate(Judging):
    """The part of a project that judges drafts."""

    @cached_property
    def _read_drafts(self) -> dict[str, bytes]:
        """The bytes of the drafts that were judged, by their names as given."""
        return {}

    def behind(self, include: Iterable[str] = ()) -> "Looked":
        """What stands behind the reports of this project, as they may leave the desk; `include` as in a report."""
        from factcheck.project.behind import Looked

        return Looked(self, self._read_drafts, tuple(include))

    def gate(
        self,
        files: Sequence[Path | str],
        policy: str | None = None,
        progress: Progress | None = None,
    ) -> "GateReport":
        """Hold drafts against the sources; `-` is standard input.

        Approvals, and times of a draft without a date, are judged by the project's `today`.
        Raises UsageError for an unknown policy or a project without sources, SourceError for a draft that cannot
        be read.
        """
        name, rules = self.gate_policy(policy)
        found, _ = self.found_in(self._given(files), progress=progress)

        from factcheck.gate.reports import ruled

        return ruled(self._ruled(found, self.approvals(progress)), name, rules)

    def gate_report(
        self,
        files: Sequence[Path | str],
        policy: str | None = None,
        include: Iterable[str] = (),
        progress: Progress | None = None,
        part: "Callable[[Ruled], Ruled] | None" = None,
    ) -> "GateReport":
        """The same report as it may leave the desk: judged by all sources, in words of those that may be published.

        Confidential sources and those under embargo are named by `include` where their words are to be in it; `part`
        leaves of a draft only what is to be reported. Raises UsageError for an unknown source.
        """
        closed = frozenset(one.id for one in self.withheld(include))
        name, rules = self.gate_policy(policy)
        found, without = self.found_in(self._given(files), closed, progress)

        from factcheck.gate.publishing import published
        from factcheck.gate.reports import ruled

        drafts = self._ruled(found, self.approvals(progress))
        whole = ruled([part(one) for one in drafts] if part else drafts, name, rules, whole=part is None)
        if not closed:
            return whole
        others = ruled(self._ruled(without, self.approvals(progress, closed)), name, rules)
        report, touched = published(whole, others, closed)
        if touched:
            self._notice(
                f"{touched} of {len(whole.statements)} statements were judged by sources that may not be published; "
                "what these say is left out, --include ID shows it"
            )
        return report

    def _given(self, files: Iterable[Path | str]) -> list[File]:
        """The drafts of these names, read."""
        given = [(str(file), self._contents(file)) for file in files]
        self._read_drafts.update(given)
        return given

    def _ruled(self, found: "Iterable[DraftFacts]", approvals: "Approvals") -> "list[Ruled]":
        """Drafts with what people decided on their statements."""
        from factcheck.gate.reports import rulings

        return [rulings(one, self._decided(one), approvals) for one in found]

    def statements_waiting(
        self, files: Sequence[Path | str], policy: str | None = None, progress: Progress | None = None
    ) -> "tuple[StatementView, ...]":
        """The statements of drafts that do not pass under a policy, in their order."""
        found = self.gate(files, policy, progress).statements
        views = (view for file in dict.fromkeys(map(str, files)) for view in self.views_of(file, found))
        return tuple(view for view in views if view.statement.outcome != "pass")

    def views_of(self, file: str, statements: "Sequence[Statement]") -> "Iterator[StatementView]":
        """The statements of a draft with what was decided on each."""
        from factcheck.reviewing.statements import draft_id

        draft, own = draft_id(file), [one for one in statements if one.file == file]
        standings = self.statements(draft, [one.exact for one in own])
        for statement, standing in zip(own, standings, strict=True):
            yield self.view_statement(draft, statement, standing, self.paragraphs_of(statement.evidence))

    def view_statement(
        self, draft: str, statement: "Statement", standing: "StatementStanding", paragraphs: "tuple[Paragraph, ...]"
    ) -> "StatementView":
        """A statement of a draft with what was decided on it; `paragraphs` are those of its evidence."""
        from factcheck.project.views import StatementView
        from factcheck.reviewing.seen import seen_of_statement

        return StatementView(
            id=standing.id,
            draft=draft,
            statement=statement,
            standing=standing,
            paragraphs=paragraphs,
            grounds=tuple(map(_ground, statement.evidence)),
            history=self.ledger.history("statement", standing.id),
            stamp=self.stamp("statement", standing.id, seen_of_statement(statement.exact)),
        )

    def paragraphs_of(self, evidence: "Iterable[Evidence]") -> "tuple[Paragraph, ...]":
        """The paragraphs in which passages stand."""
        return tuple(self._paragraph(one.source, one.exact, one.start, one.end, one.page) for one in evidence)

    def view_again(self, view: "StatementView") -> "StatementView":
        """A statement as it was shown before, with what was decided on it by now."""
        from dataclasses import replace

        from factcheck.reviewing.seen import seen_of_statement

        history = self.ledger.history("statement", view.id)
        if history.lines == view.history.lines:
            return view
        (standing,) = self.statements(view.draft, [view.statement.exact])
        if standing.decision is not None and standing.decision.subject != view.id:
            standing = view.standing
        stamp = self.stamp("statement", view.id, seen_of_statement(view.statement.exact))
        return replace(view, standing=standing, history=history, stamp=stamp)

    def statement_at(self, file: str, line: int, column: int | None = None) -> tuple[str, str]:
        """The draft's id and the words of the statement at a line of its file, both from 1.

        It may hold nothing to check. Raises UsageError where there is none, or several and no column.
        """
        from factcheck.gate.reports import BY_DECISION, NOTHING
        from factcheck.reviewing.statements import draft_id

        report = self.gate([file], "strict")
        aside = [one for one in report.set_aside if one.rule in BY_DECISION or one.rule == NOTHING[0]]
        there = [one for one in (*report.statements, *aside) if one.line <= line <= one.end_line]
        exact = [one for one in there if column is None or _holds(one, line, column)]
        if not exact:
            raise UsageError("no statement stands here", where=f"{file}:{line}")
        if len(exact) > 1:
            listed = "; ".join(f"{file}:{one.line}:{one.column} {one.exact[:40]}…" for one in exact)
            raise UsageError(f"several statements stand here; give the column: {listed}", where=f"{file}:{line}")
        return draft_id(file), exact[0].exact

    def gate_policy(self, name: str | None = None) -> "tuple[str, GatePolicy]":
        """A gate's policy: the shipped one, with what factcheck.toml sets otherwise."""
        from factcheck.gate.policies import shipped

        config = self.config
        wanted = name or config.policy.gate
        own, known = config.gate, shipped()
        if wanted not in own and wanted not in known:
            there = ", ".join(sorted({*own, *known}))
            raise UsageError(f"no policy is called {wanted!r}; there are {there}")
        return wanted, _merged(known.get(wanted, known["publication"]), own.get(wanted))

    def approvals(self, progress: Progress | None = None, closed: frozenset[str] = NONE) -> "Approvals":
        """What people decided: the status of claims, and the findings that are not settled.

        Where sources are `closed`, the findings are those of the others.
        """
        from factcheck.gate.signing import Approvals

        findings = self.check_json(progress=progress)["findings"]
        if closed:
            settled = {one["id"] for one in findings if one["status"] == "settled"}
            open_ = [one for one in self.facts_without(closed)["findings"] if one["id"] not in settled]
        else:
            open_ = [one for one in findings if one["status"] != "settled"]
        return Approvals(self.statuses(), open_)

    def _decided(self, found: "DraftFacts") -> "Iterator[Decided]":
        """What people decided on the statements of a draft."""
        from factcheck.reviewing.statements import draft_id

        places = [one.place for one in found.statements]
        return map(decided, self.statements(draft_id(places[0].file), [one.exact for one in places]) if places else ())


def decided(standing: "StatementStanding") -> "Decided":
    """What was decided on a statement, as the gate takes it."""
    from factcheck.gate.signing import Decided

    return Decided(standing.state, standing.says, standing.resting_on)


def _ground(item: "Evidence") -> str:
    return item.claim or f"{item.source}:{item.exact}"


def _holds(one: "Place", line: int, column: int) -> bool:
    return (one.line, one.column) <= (line, column) < (one.end_line, one.end_column)


def _merged(shipped: "GatePolicy", own: "GatePolicy | None") -> "GatePolicy":
    if own is None:
        return shipped
    return shipped.but(
        support={**shipped.support, **own.support},
        citation={**shipped.citation, **own.citation},
        sign_off={**shipped.sign_off, **own.sign_off},
        every_statement=own.every_statement or shipped.every_statement,
    )
