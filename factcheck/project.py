"""A project: what the command line, the web desk and Python users call.

    project = Project.find(Path("."))
    project.add_source(Path("audit.txt"), title="Audit 2022", issued="2022-08")
    report = project.check()

Importing this module is cheap; records are loaded when they are needed.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from factcheck.errors import SourceError, UsageError
from factcheck.store import files, inputs
from factcheck.store.index import Index
from factcheck.store.layout import Layout, find_root

if TYPE_CHECKING:
    from factcheck.checking import Archive, Study
    from factcheck.config import Config
    from factcheck.records.claim import Claim
    from factcheck.records.document import Document
    from factcheck.records.finding import Report
    from factcheck.records.review import Decision
    from factcheck.records.source import Source
    from factcheck.reviewing import ClaimStatus
    from factcheck.store.records import Records

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and of how many."""

Clock = Callable[[], datetime]


def now() -> datetime:
    """The time, with its zone."""
    return datetime.now().astimezone()


@dataclass(frozen=True)
class SourceState:
    """How a source's file stands to its record; `message` says what to do where it is not `ok`."""

    id: str
    state: Literal["ok", "missing", "changed", "removed"]
    message: str = ""


class Project:
    """A project in a folder. Reading takes no lock; what writes waits for other writers."""

    def __init__(self, root: Path, clock: Clock = now) -> None:
        self.root = root
        self.layout = Layout(root)
        self.clock = clock

    # The project itself

    @classmethod
    def create(cls, folder: Path) -> "Project":
        """Start a project in a folder, made if need be; raises UsageError where there is one."""
        from factcheck.store import settings

        folder = folder.resolve()
        layout = Layout(folder)
        if folder.exists() and not folder.is_dir():
            raise UsageError("is a file; name a folder", where=str(folder))
        if layout.config.exists():
            raise UsageError("is a project already (it holds factcheck.toml)", where=str(folder))
        with files.locked(layout.lock):
            for made in (layout.sources, layout.claims):
                files.make_folder(made)
            for name, lines in ((".gitattributes", settings.ATTRIBUTES), (".gitignore", settings.IGNORED)):
                files.add_lines(folder / name, lines)
            files.write(layout.config, settings.CONFIG.encode())
        return cls(folder)

    @classmethod
    def find(cls, start: Path) -> "Project":
        """The project that holds a folder; raises ProjectError where there is none."""
        return cls(find_root(start))

    @cached_property
    def index(self) -> Index:
        """The derived index, opened when first needed."""
        return Index(self.layout.index)

    @cached_property
    def records(self) -> "Records":
        """The records on disk."""
        from factcheck.store.records import Records

        return Records(self.layout, self.index)

    @property
    def config(self) -> "Config":
        """The settings, as they stand; raises RecordError for a malformed file."""
        from factcheck.store import settings

        return settings.load(self.layout.config)

    # Sources

    def sources(self) -> "tuple[Source, ...]":
        """The records of all sources, in order of id."""
        return self.records.sources()

    def source(self, id: str) -> "Source":
        """A source's record; raises UsageError for an unknown id."""
        return self.records.source(id)

    def add_source(self, path: Path, *, id: str | None = None, **bibliographic: Any) -> "Source":
        """Add a file; fields are those of a source record (title, author, publisher, issued, url, …)."""
        from factcheck.store import adding

        addition = adding.prepared(Path(path), id=id, given=bibliographic, entry={}, limits=self.config.limits)
        return self._add([addition])[0]

    def add_sources(
        self, paths: Sequence[Path], metadata: Path | None = None, **bibliographic: Any
    ) -> "tuple[Source, ...]":
        """Add files, all or none; `metadata` is a CSL-JSON library whose entries are called as the files' stems."""
        from factcheck.store import adding, csl

        entries = csl.library(Path(metadata)) if metadata else {}
        limits = self.config.limits
        return self._add(
            [
                adding.prepared(
                    Path(path),
                    id=None,
                    given=bibliographic,
                    entry=csl.entry_for(entries, Path(path).stem),
                    limits=limits,
                )
                for path in paths
            ]
        )

    def _add(self, additions: "Sequence[Any]") -> "tuple[Source, ...]":
        from factcheck.store import adding, studies

        with files.locked(self.layout.lock):
            adding.write(additions, self.layout, self.records)
        for addition in additions:
            studies.save_document(self.index, addition.source, addition.document)
        return tuple(addition.source for addition in additions)

    def remove_source(self, id: str, *, by: str, why: str = "") -> bool:
        """Remove a source; gives whether its record stayed.

        Where people wrote claims on it, the record and its digest stay with who removed the text, when and
        why, and the log says so; otherwise nothing stays.
        """
        from factcheck.records.source import Tombstone

        with files.locked(self.layout.lock):
            source = self.source(id)
            stays = bool(self.records.claims(id))
            if stays:
                at = self._moment()
                self.records.write_source(source.but(removed=Tombstone(by=by, at=at, why=why)))
                self._decide([self._draft("source", id, "source", "removed", by, why, source.sha256, ())])
            files.remove(self.layout.source_file(source.file))
            if not stays:
                self.records.delete_source(id)
        return stays

    def verify_sources(self) -> tuple[SourceState, ...]:
        """Whether each source's file is there and as it was when it was added."""
        sources = self.sources()
        paths = {source.id: self.layout.source_file(source.file) for source in sources}
        digests = self.index.digests(paths.values(), self.root)
        return tuple(self._state(source, digests[paths[source.id]]) for source in sources)

    def _state(self, source: "Source", digest: str | None) -> SourceState:
        if source.removed:
            return SourceState(source.id, "removed", f"removed by {source.removed.by}, {source.removed.at[:10]}")
        if digest is None:
            return SourceState(
                source.id, "missing", f"sources/{source.file} is missing; put it back, or remove the source"
            )
        if digest != source.sha256:
            return SourceState(
                source.id,
                "changed",
                f"sources/{source.file} was changed after it was added; put the file back, or remove and add the source",
            )
        return SourceState(source.id, "ok")

    def document(self, id: str) -> "Document":
        """A source as read; raises SourceError where its file is missing or was changed."""
        from factcheck.digests import digest_of_bytes
        from factcheck.store import adding, studies

        source = self.source(id)
        path = self.layout.source_file(source.file)
        stored = studies.load_document(self.index, source)
        if stored is not None and self.index.digests([path], self.root)[path] == source.sha256:
            return stored
        try:
            data = path.read_bytes()
        except OSError:
            data = None
        state = self._state(source, digest_of_bytes(data) if data is not None else None)
        if data is None or state.state != "ok":
            raise SourceError(state.message, where=f"source {id}")
        document = adding.readable(source, data, f"sources/{source.file}")
        studies.save_document(self.index, source, document)
        return document

    # What is found in them

    def study(self, id: str) -> "Study":
        """A source with all that was found in it, its claims as derived."""
        from factcheck import engine
        from factcheck.store import studies

        source, glossary = self.source(id), self.config.glossary
        document = self.document(id)
        stored = studies.load(self.index, source, document, glossary)
        if stored is None:
            stored = engine.study(source, document, glossary)
            studies.save(self.index, stored, glossary)
        return stored

    def extract(self, ids: Iterable[str] | None = None, progress: Progress | None = None) -> dict[str, int]:
        """Read sources and find what is in them, as far as that is not done; gives the number of claims of each."""
        return {id: len(study.claims) for id, study in self._studies(ids, progress).items()}

    def _studies(self, ids: Iterable[str] | None, progress: Progress | None) -> "dict[str, Study]":
        wanted = [self.source(id).id for id in ids] if ids is not None else list(self.records.source_ids())
        there = [id for id in sorted(set(wanted)) if not self.source(id).removed]
        found = {}
        for number, id in enumerate(there):
            if progress:
                progress(f"reading {id}", number, len(there))
            found[id] = self.study(id)
        return found

    def archive(self, progress: Progress | None = None) -> "Archive":
        """All sources, studied, with the claims that take part in comparisons."""
        from factcheck import engine

        return engine.archive(self._studies(None, progress), self.curated(), self.statuses())

    # Claims

    def curated(self) -> "tuple[Claim, ...]":
        """The claims that people wrote or decided on, by source; raises RecordError for an id given twice."""
        from factcheck.errors import RecordError

        seen: dict[str, str] = {}
        found = [claim for source in self.records.claims_files() for claim in self.records.claims(source)]
        for claim in found:
            if claim.id in seen:
                raise RecordError(
                    f"the id {claim.id!r} stands in {seen[claim.id]} too", where=f"claims/{claim.source}.yaml"
                )
            seen[claim.id] = f"claims/{claim.source}.yaml"
        return tuple(found)

    def claims(
        self, sources: Iterable[str] = (), kinds: Iterable[str] = (), statuses: Iterable[str] = ()
    ) -> "tuple[Claim, ...]":
        """Curated and derived claims, by source and place; empty arguments let all through."""
        from factcheck import engine

        ids, of_kind, of_status = list(sources), set(kinds), set(statuses)
        studied = engine.archive(self._studies(ids or None, None), self.curated(), {}).studies
        known = self.statuses() if of_status else {}
        return tuple(
            claim
            for study in studied.values()
            for claim in study.claims
            if (not of_kind or claim.kind in of_kind)
            and (not of_status or known.get(claim.id, "proposed") in of_status)
        )

    def claim(self, id: str) -> "Claim":
        """A claim by its id; raises UsageError for an unknown one."""
        for claim in self.curated():
            if claim.id == id:
                return claim
        owners = [source for source in self.records.source_ids() if id.startswith(f"{source}-")]
        for owner in owners:
            for claim in self.study(owner).claims if not self.source(owner).removed else ():
                if claim.id == id:
                    return claim
        raise UsageError(f"no claim is called {id!r}; `factcheck claim list` shows them")

    def statuses(self) -> "dict[str, ClaimStatus]":
        """The status of every curated claim, derived from the log."""
        from factcheck import reviewing

        subjects = reviewing.by_subject(self.decisions())
        return {
            claim.id: reviewing.claim_status(claim, subjects.get(("claim", claim.id), ())) for claim in self.curated()
        }

    def add_claim(self, source: str, exact: str, *, by: str, **fields: Any) -> "Claim":
        """Write a claim by hand: `exact` are the words of the passage, as far as the editor has them.

        `fields` are those of a claim record (statement, kind, measure, quantity, …). Raises UsageError where
        the words are not found, with the nearest passage.
        """
        from factcheck import engine

        claim = engine.written(self.source(source), self.document(source), exact, by, fields)
        with files.locked(self.layout.lock):
            if any(old.id == claim.id for old in self.records.claims(source)):
                raise UsageError(f"this claim is there already: {claim.id}")
            self.records.write_claims(source, [claim])
        return claim

    # Decisions

    def decisions(self) -> "tuple[Decision, ...]":
        """The review log, in order; raises RecordError for a line that is no decision."""
        from factcheck.store import log

        return log.read(self.layout.log, "claims/decisions.jsonl").decisions

    def approve(self, ids: Sequence[str], *, by: str, why: str | None = None) -> None:
        """Approve claims: each reads right, and we rely on it."""
        self._decide_on_claims(ids, (("reads-right", "yes"), ("rely", "yes")), by, why)

    def reject(self, ids: Sequence[str], *, by: str, why: str | None = None) -> None:
        """Reject claims: the passage does not say it, or it is not to be used. They take part in no comparison."""
        self._decide_on_claims(ids, (("reads-right", "no"),), by, why)

    def needs_work(self, ids: Sequence[str], *, by: str, why: str | None = None) -> None:
        """Say that claims are to be reworked."""
        self._decide_on_claims(ids, (("reads-right", "needs-work"),), by, why)

    def withdraw(self, ids: Sequence[str], *, by: str, why: str | None = None) -> None:
        """Withdraw claims."""
        self._decide_on_claims(ids, (("rely", "withdrawn"),), by, why)

    def settle(self, finding: str, answer: str, *, by: str, why: str | None = None) -> None:
        """Decide on a finding: accepted, fix-in-draft, not-a-conflict, ask-source, or reopened."""
        from factcheck.reviewing import shown_of_finding

        found = next((one for one in self.check().findings if one.id == finding), None)
        if found is None:
            raise UsageError(f"no finding is called {finding!r}; `factcheck check` shows them")
        shown = shown_of_finding(found)
        self._decide([self._draft("finding", finding, "settle", answer, by, why, found.seen, shown)])

    def _decide_on_claims(
        self, ids: Sequence[str], answers: Sequence[tuple[str, str]], by: str, why: str | None
    ) -> None:
        """Log the answers; a derived claim is written to claims/ first and keeps its id."""
        from factcheck.reviewing import seen_of, shown_of

        claims = [self.claim(id) for id in dict.fromkeys(ids)]
        with files.locked(self.layout.lock):
            for source in sorted({claim.source for claim in claims if claim.provisional}):
                fresh = [
                    claim.but(provisional=False) for claim in claims if claim.provisional and claim.source == source
                ]
                self.records.write_claims(source, fresh)
            self._decide(
                [
                    self._draft("claim", claim.id, question, answer, by, why, seen_of(claim), shown_of(claim))
                    for claim in claims
                    for question, answer in answers
                ]
            )

    def _draft(
        self, kind: str, subject: str, question: str, answer: str, by: str, why: Any, seen: str, shown: Any
    ) -> "Decision":
        from factcheck.records.review import Decision

        said = {"subject_kind": kind, "subject": subject, "question": question, "answer": answer, "by": by}
        return Decision.model_validate(
            {**said, "at": self._moment(), "why": why or None, "seen": seen, "shown": tuple(shown), "digest": "0" * 64}
        )

    def _decide(self, drafts: "Sequence[Decision]") -> None:
        from factcheck.store import log

        with files.locked(self.layout.lock):
            log.append(self.layout.log, "claims/decisions.jsonl", drafts)

    def _moment(self) -> str:
        return self.clock().isoformat(timespec="seconds")

    # The report

    def check(
        self, kinds: Iterable[str] = (), sources: Iterable[str] = (), progress: Progress | None = None
    ) -> "Report":
        """Compare all sources; the report may be narrowed to kinds, or to findings that sources take part in."""
        from factcheck.records.finding import Report

        return Report.model_validate_json(json.dumps(self.check_json(kinds, sources, progress)))

    def check_json(
        self, kinds: Iterable[str] = (), sources: Iterable[str] = (), progress: Progress | None = None
    ) -> dict[str, Any]:
        """The same as JSON values: at once, where nothing changed since the last time."""
        before = inputs.state(self.layout, self.index)
        stored = self.index.get("report", "check", before)
        if stored is None:
            stored = self._report(progress).model_dump_json().encode()
            if inputs.state(self.layout, self.index) == before:
                self.index.put("report", "check", before, stored)
        report: dict[str, Any] = json.loads(stored)
        return _narrowed(report, list(kinds), list(sources))

    def _report(self, progress: Progress | None) -> "Report":
        from factcheck import engine

        config, archive = self.config, self.archive(progress)
        return engine.report(archive, engine.run_checks(archive, config, progress), config, self.decisions())


def _narrowed(report: dict[str, Any], kinds: Sequence[str], sources: Sequence[str]) -> dict[str, Any]:
    """The report with the findings of some kinds, or in which some sources take part."""
    if not kinds and not sources:
        return report
    _known("kind", kinds, _kinds() if kinds else ())
    _known("source", sources, [source["id"] for source in report["sources"]])
    findings = [
        finding
        for finding in report["findings"]
        if (not kinds or finding["kind"] in kinds)
        and (not sources or any(item["source"] in sources for item in finding["evidence"]))
    ]
    summary = {verdict: sum(one["verdict"] == verdict for one in findings) for verdict in report["summary"]}
    return {**report, "summary": summary, "findings": findings}


def _kinds() -> tuple[str, ...]:
    from typing import get_args

    from factcheck.records.claim import Kind

    return get_args(Kind)


def _known(noun: str, given: Iterable[str], known: Iterable[str]) -> None:
    allowed = list(known)
    for word in given:
        if word not in allowed:
            raise UsageError(f"no {noun} is called {word!r}; there are {', '.join(allowed) or 'none'}")
