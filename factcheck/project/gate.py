"""The gate of a project: its drafts held against its sources, its claims and what was decided on them."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import SourceError, UsageError
from factcheck.project.base import Progress
from factcheck.project.crossing import findings_on
from factcheck.project.updates import Updates
from factcheck.store.collecting import still

if TYPE_CHECKING:
    from factcheck.checking import Archive, Study
    from factcheck.config import GatePolicy
    from factcheck.gate.drafts import Draft
    from factcheck.gate.judging import Bench, Judged
    from factcheck.gate.shelving import Shelved
    from factcheck.gate.signing import Approvals, Decided
    from factcheck.gate.sourcing import Shelf
    from factcheck.project.behind import Looked
    from factcheck.project.views import Paragraph, StatementView
    from factcheck.records.claim import Claim
    from factcheck.records.finding import Evidence, Finding
    from factcheck.records.gate import GateReport, Place, Statement
    from factcheck.reviewing.statements import StatementStanding

STDIN = "-"
MANY = 50
"""Sources from which on it saves time to have a draft cross-checked in a process of its own."""


class Gate(Updates):
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
        drafts = self.judge(files, progress)

        from factcheck.gate.reports import judged

        return judged(drafts, name, rules)

    def gate_report(
        self,
        files: Sequence[Path | str],
        policy: str | None = None,
        include: Iterable[str] = (),
        progress: Progress | None = None,
        part: "Callable[[Judged], Judged] | None" = None,
    ) -> "GateReport":
        """The same report as it may leave the desk: judged by all sources, in words of those that may be published.

        Confidential sources and those under embargo are named by `include` where their words are to be in it; `part`
        leaves of a draft only what is to be reported. Raises UsageError for an unknown source.
        """
        closed = frozenset(one.id for one in self.withheld(include))
        name, rules = self.gate_policy(policy)
        drafts = self.judge(files, progress)

        from factcheck.gate.publishing import published
        from factcheck.gate.reports import judged

        whole = judged([part(one) for one in drafts] if part else drafts, name, rules, whole=part is None)
        if not closed:
            return whole
        report, touched = published(whole, judged(self.judged_without(closed, drafts), name, rules), closed)
        if touched:
            self._notice(
                f"{touched} of {len(whole.statements)} statements were judged by sources that may not be published; "
                "what these say is left out, --include ID shows it"
            )
        return report

    def judged_without(self, closed: frozenset[str], drafts: "Sequence[Judged]") -> "list[Judged]":
        """What would be said of drafts, were some sources not there."""
        bench = self._bench_without(closed)
        config = self.config
        told = self._beside(
            bench.archive, lambda: (findings_on(one.draft, bench.shelf, bench.archive, config) for one in drafts)
        )
        return [_judged(bench, one.draft, told) for one in drafts]

    def _bench_without(self, closed: frozenset[str]) -> "Bench":
        """What drafts would be judged by, were some sources not there."""
        from factcheck import engine
        from factcheck.gate.judging import Bench
        from factcheck.gate.signing import Approvals

        archive = self._drafts_archive(None)
        known = {one["id"]: one["status"] for one in self.check_json()["findings"]}
        found = self.facts_without(closed)["findings"]
        open_ = [one for one in found if known.get(one["id"]) != "settled"]
        there = engine.without(archive, closed)
        kept = {id: held for id, held in self._shelved(archive).items() if id not in closed}
        return Bench(there, Approvals(self.statuses(), open_), self._decided, kept)

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
        from factcheck.gate.judging import NOTHING
        from factcheck.gate.reports import BY_DECISION
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

    def judge(
        self, files: Sequence[Path | str], progress: Progress | None = None, ruled: bool = True
    ) -> "list[Judged]":
        """What is to be said of drafts, before any policy; `ruled` is false for what holds whatever people decide."""
        with still():
            archive = self._drafts_archive(progress)
            given = [(str(file), self._contents(file)) for file in files]
            self._read_drafts.update(given)
            told = self._beside(archive, lambda: self._told(given, archive))
            bench, found = self._bench(archive, progress, ruled), []
            for number, (file, _) in enumerate(given):
                if progress:
                    progress(f"reading {file}", number, len(given))
                found.append(_judged(bench, next(told), told))
            return found

    def _told(self, given: Iterable[tuple[str, bytes]], archive: "Archive") -> "Iterator[Any]":
        """Each draft as it is read, then what the cross-checks say of it."""
        from factcheck.gate.sourcing import Shelf

        shelf = Shelf(study.source for study in archive.studies.values())
        for number, (name, data) in enumerate(given):
            draft = self.draft_of(name, data, shelf, number)
            yield draft
            yield findings_on(draft, shelf, archive, self.config)

    def _beside(self, archive: "Archive", work: "Callable[[], Iterator[Any]]") -> "Iterator[Any]":
        """What some work gives; with many sources it is done beside what this process does."""
        from factcheck.project.apart import apart

        return work() if len(archive.studies) < MANY else apart(self.index, work)

    def bench(self, progress: Progress | None = None) -> "Bench":
        """What drafts are judged by; raises UsageError for a project without sources."""
        return self._bench(self._drafts_archive(progress), progress)

    def _bench(self, archive: "Archive", progress: Progress | None, ruled: bool = True) -> "Bench":
        from factcheck.gate.judging import Bench

        shelved = self._shelved(archive)
        if not ruled:
            return Bench(archive, shelved=shelved)
        return Bench(archive, self.approvals(progress), self._decided, shelved)

    def approvals(self, progress: Progress | None = None) -> "Approvals":
        """What people decided: the status of claims, and the findings that are not settled."""
        from factcheck.gate.signing import Approvals

        open_ = [one for one in self.check_json(progress=progress)["findings"] if one["status"] != "settled"]
        return Approvals(self.statuses(), open_)

    def _drafts_archive(self, progress: Progress | None) -> "Archive":
        """All sources, the claims of each with what people decided; raises UsageError for a project without sources.

        Of a source whose passages are kept, document, mentions and claims are read only where a draft asks for them.
        """
        from factcheck.checking import Archive
        from factcheck.store.studies import Kept

        found = self._studies(None, progress)
        if not found:
            raise UsageError(
                "there is nothing to hold a draft against; add sources with `factcheck source add FILE...`"
            )
        if not all(isinstance(study, Kept) for study in found.values()):
            found = self._studies(None, None)
        for id in self.units().keys() & found.keys():
            study = found[id]
            given = partial(self._merged, study, found)
            found[id] = study.with_claims_of(given) if isinstance(study, Kept) else study.with_claims(given())
        return Archive(dict(sorted(found.items())))

    def _shelved(self, archive: "Archive") -> "Mapping[str, Shelved]":
        """What is kept of the passages of sources."""
        from factcheck.digests import digest_of
        from factcheck.gate.shelving import packed, unpacked
        from factcheck.reviewing.claims import SILENT
        from factcheck.store.studies import Kept

        units, shelved = self.units(), {}
        for id, study in archive.studies.items():
            if isinstance(study, Kept):
                unit = units.get(id)
                silent = sorted(one for one, status in unit.statuses.items() if status in SILENT) if unit else []
                key = digest_of(study.key, unit.key if unit else None, silent)
                heavy = partial(self.index.get, "contents", id, key)
                light = self.index.get("shelf", id, key)
                if light is None:
                    light, contents = packed(study)
                    self.index.put("contents", id, key, contents)
                    self.index.put("shelf", id, key, light)
                shelved[id] = unpacked(study, light, heavy)
        return shelved

    def _merged(self, study: "Study", studies: "Mapping[str, Study]") -> "tuple[Claim, ...]":
        """The claims of a source that take part: derived ones, with those that people wrote in their place."""
        from factcheck import engine

        written = engine.placed(self.records.claims(study.source.id), studies)
        return engine.merge(study.claims, written, self.units()[study.source.id].statuses)

    def _decided(self, draft: "Draft", words: Sequence[str]) -> "list[Decided]":
        """What people decided on the statements of a draft, by their words."""
        from factcheck.reviewing.statements import draft_id

        return list(map(decided, self.statements(draft_id(draft.file), words)))

    def _contents(self, file: Path | str) -> bytes:
        from factcheck.store import adding

        return sys.stdin.buffer.read() if str(file) == STDIN else adding.contents(Path(file), self.config.limits)

    def draft_of(self, name: str, data: bytes, shelf: "Shelf", number: int = 0) -> "Draft":
        """A draft's file as the gate reads it, and what is found in it; raises SourceError for what cannot be read."""
        from factcheck import engine
        from factcheck.digests import digest_of_bytes
        from factcheck.gate.drafts import Draft, manuscript
        from factcheck.reading import characters_of
        from factcheck.records.source import Source
        from factcheck.store import adding, found

        config = self.config
        if not data.strip():
            raise SourceError("is empty", where=name)
        kept = "draft.md" if name == STDIN else Path(name).name
        id = f"draft-{number + 1}"
        while id in shelf.sources:
            id = f"{id}-x"
        source = Source(id=id, title=Path(kept).stem, file=kept, sha256=digest_of_bytes(data))
        document = adding.readable(source, data, name, config.limits)
        if document.date is None:
            document = document.but(date=self.today, date_from="record")
        made = manuscript(
            name, source.but(title=document.title or source.title), document, characters_of(kept, data), shelf
        )
        study = engine.study(made.source, made.document, config.glossary, found.in_draft(self.index, name))
        return Draft(made, engine.undated(study))


def _judged(bench: "Bench", draft: "Draft", told: "Iterator[Sequence[Finding]]") -> "Judged":
    """A draft judged; what the cross-checks say of it comes next of what is told, and is taken in any case."""
    findings = cache(partial(next, told))
    made = bench.judge(draft, findings)
    findings()
    return made


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
