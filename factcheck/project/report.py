"""The report of a project: made once, and shown again as long as nothing changed."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.digests import digest_of
from factcheck.errors import UsageError
from factcheck.project.base import LOG, Progress
from factcheck.project.claims import Claims
from factcheck.store import inputs

if TYPE_CHECKING:
    from factcheck.explaining import ExplainedFinding, ExplainedPassage
    from factcheck.records.finding import Report, ReportedFinding


class Reports(Claims):
    """The part of a project that compares."""

    _shown: tuple[str, dict[str, Any]] | None = None
    """The report that was shown last, and the state of the project that it is of."""

    def check(
        self, kinds: Iterable[str] = (), sources: Iterable[str] = (), progress: Progress | None = None
    ) -> "Report":
        """Compare all sources; the report may be narrowed to kinds, or to findings that sources take part in."""
        from factcheck.records.finding import Report

        return Report.model_validate_json(json.dumps(self.check_json(kinds, sources, progress)))

    def check_json(
        self, kinds: Iterable[str] = (), sources: Iterable[str] = (), progress: Progress | None = None
    ) -> dict[str, Any]:
        """The same as JSON values, not to be changed: at once, where nothing changed since the last time."""
        before = inputs.state(self.layout, self.index)
        if self._shown is not None and self._shown[0] == before:
            return _narrowed(self._shown[1], list(kinds), list(sources))
        stored = self.index.get("report", "check", before)
        if stored is None:
            from factcheck.reviewing.findings import with_decisions

            facts, ledger = self._facts(progress), self.ledger
            stored = json.dumps(with_decisions(facts, ledger), ensure_ascii=False).encode("utf-8", "surrogatepass")
            if inputs.state(self.layout, self.index) == before:
                self.index.put("report", "check", before, stored)
        report: dict[str, Any] = json.loads(stored)
        self._shown = before, report
        return _narrowed(report, list(kinds), list(sources))

    def _facts(self, progress: Progress | None = None) -> dict[str, Any]:
        """What the checks say, whatever was decided on it: made again only where what they compare changed."""
        return self.facts_without(frozenset(), progress)

    def facts_without(self, closed: frozenset[str], progress: Progress | None = None) -> dict[str, Any]:
        """The same, as if some sources were not there."""
        key, name = self._facts_key(), digest_of(sorted(closed)) if closed else "check"
        stored = self.index.get("facts", name, key)
        if stored is None:
            stored = self._compared(progress, closed).model_dump_json().encode()
            if self._facts_key() == key:
                self.index.put("facts", name, key, stored)
        facts: dict[str, Any] = json.loads(stored)
        return facts

    def _facts_key(self) -> str:
        """A digest of all that the checks compare: settings, sources and claims, without those that are left out."""
        from factcheck.reviewing.claims import SILENT

        names = [name for name in inputs.files_of(self.layout) if name != LOG]
        silent = sorted(id for id, status in self.statuses().items() if status in SILENT)
        return digest_of(inputs.program(), inputs.digests(self.layout, self.index, names), silent)

    def _carry_facts(self, key: str) -> None:
        """Keep what the checks said under `key` for the files as they are now: nothing compared has changed."""
        stored = self.index.get("facts", "check", key)
        if stored is not None:
            self.index.put("facts", "check", self._facts_key(), stored)

    def _compared(self, progress: Progress | None, closed: frozenset[str] = frozenset()) -> "Report":
        from factcheck import engine

        config = self.config
        archive, curated = self._archive(progress)
        if closed:
            archive = engine.without(archive, closed)
            curated = tuple(claim for claim in curated if claim.source not in closed)
        findings = engine.run_checks(archive, config, progress)
        return engine.report(archive, findings, config, engine.lost(curated))

    def finding(self, id: str) -> "ReportedFinding":
        """A finding by its id, as `check` gives it; raises UsageError for an unknown one."""
        from factcheck.reviewing.findings import finding_of

        found = next((one for one in self.check_json()["findings"] if one["id"] == id), None)
        if found is None:
            raise UsageError(f"no finding is called {id!r}; `factcheck check` shows them")
        return finding_of(found)

    def explain(self, finding: str) -> "ExplainedFinding":
        """The whole trace of a finding; raises UsageError for an unknown id."""
        from factcheck import explaining

        found = self.finding(finding)
        return explaining.explain_finding(found, self.archive(), self.ledger.history("finding", finding).standing)

    def explain_passage(self, source: str, start: int, end: int) -> "ExplainedPassage":
        """Why the passage `text[start:end]` of a source's canonical text was or was not flagged.

        Raises UsageError where there is no such source or passage.
        """
        from factcheck import explaining
        from factcheck.reviewing.claims import SILENT

        length = len(self.document(source).text)
        if not 0 <= start < end <= length:
            raise UsageError(f"{source} has {length:,} characters; {start}-{end} is no passage of it")
        archive, curated = self._archive(None)
        statuses = self._statuses(curated)
        silenced = [claim for claim in curated if statuses.get(claim.id) in SILENT]
        explained = explaining.explain_passage(source, start, end, archive, self.check().findings, silenced)
        settings = sorted(self.config.checks.items())
        off = tuple(name for name, one in settings if not one.enabled or source in one.except_sources)
        return explained.but(switched_off=off)

    def passage(self, source: str, words: str) -> tuple[int, int]:
        """Where words stand in a source's canonical text, `text[start:end]`; raises UsageError where they do not."""
        from factcheck.writing import place_of_words

        return place_of_words(self.source(source), self.document(source), words)

    def narrowed(self, report: dict[str, Any], kinds: Iterable[str], sources: Iterable[str]) -> dict[str, Any]:
        """A report with the findings of some kinds, or in which some sources take part; empty lets all through."""
        return _narrowed(report, list(kinds), list(sources))


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
