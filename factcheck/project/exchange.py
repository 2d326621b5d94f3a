"""Claims and decisions out and in, and reports without what may not be published."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.errors import UsageError
from factcheck.project.base import Progress
from factcheck.project.desk import Desk

if TYPE_CHECKING:
    from factcheck.exchange._exporter import Exported
    from factcheck.records.source import Source


class Exchange(Desk):
    """The part of a project that exports, imports, and reports to others."""

    def withheld(self, named: Iterable[str] = ()) -> "tuple[Source, ...]":
        """The sources that may not be published today, but for those named. Raises UsageError for an unknown one."""
        from factcheck.reviewing.publishing import is_withheld

        asked = {self.source(id).id for id in named}
        return tuple(
            one
            for one in self.sources()
            if one.id not in asked and is_withheld(one.confidential, one.embargo, self.today)
        )

    def report_json(
        self,
        kinds: Iterable[str] = (),
        sources: Iterable[str] = (),
        include: Iterable[str] = (),
        progress: Progress | None = None,
    ) -> dict[str, Any]:
        """The report as it may leave the desk: as if confidential sources and those under embargo were not there.

        Those that `sources` or `include` name are there. `withheld` counts the sources, and the findings that they
        take part in.
        """
        named, only = list(include), list(sources)
        whole = self.check_json(kinds, only, progress)
        closed = self._closed(whole["sources"], [*named, *only])
        if not closed:
            return whole
        known = {finding["id"]: finding for finding in whole["findings"]}
        found = _with_states(self.facts_without(closed, progress), known)
        report = self.narrowed(found, kinds, only)
        touched = sum(any(item["source"] in closed for item in one["evidence"]) for one in whole["findings"])
        return {**report, "withheld": {"sources": len(closed), "findings": touched}}

    def pictures_json(self, report: Mapping[str, Any], progress: Progress | None = None) -> dict[str, Any]:
        """What the pictures of a report are drawn from: `claims` by id, and `ties` between its sources.

        Nothing comes from sources that the report leaves out.
        """
        from factcheck import engine, picturing

        archive = self._archive(progress)[0]
        closed = frozenset(archive.studies) - {source["id"] for source in report["sources"]}
        archive = engine.without(archive, closed)
        wanted = frozenset(item["claim"] for one in report["findings"] for item in one["evidence"] if item["claim"])
        claims = (claim for study in archive.studies.values() for claim in study.claims)
        return {"claims": picturing.shapes(claims, wanted), "ties": list(picturing.ties(archive))}

    def _closed(self, sources: Sequence[Mapping[str, Any]], named: Sequence[str]) -> frozenset[str]:
        """The sources of a report that may not be published today, but for those named."""
        from factcheck.reviewing.publishing import is_withheld

        for id in named:
            if id not in self.records.source_ids():
                self.source(id)
        return frozenset(
            one["id"]
            for one in sources
            if one["id"] not in named and is_withheld(one["confidential"], one["embargo"], self.today)
        )

    def export(
        self,
        format: str,
        *,
        sources: Sequence[str] = (),
        kinds: Sequence[str] = (),
        statuses: Sequence[str] = (),
        include: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> bytes:
        """Claims with their passages and decisions in a format of `factcheck/exchange`, as a file's bytes.

        Claims of confidential sources and of those under embargo are left out, unless `sources` or `include` names
        them. Raises UsageError for an unknown format.
        """
        from factcheck.exchange._exporter import exporter, formats

        if format not in formats():
            raise UsageError(f"{format!r} is no format of an export; there are {', '.join(formats())}")
        closed = frozenset(source.id for source in self.withheld([*include, *sources]))
        return exporter(format).render(self._exported(sources, kinds, statuses, closed, progress))

    def _exported(
        self,
        sources: Sequence[str],
        kinds: Sequence[str],
        statuses: Sequence[str],
        closed: frozenset[str],
        progress: Progress | None,
    ) -> "list[Exported]":
        from factcheck.exchange._exporter import Exported

        claims = [
            claim
            for claim in self.claims(sources, kinds, progress=progress)
            if not any(anchor.source in closed for anchor in claim.anchors)
        ]
        records = {source.id: source for source in self.sources()}
        standings, ledger = self.standings(claims), self.ledger
        findings = self.findings_by_claim(closed)
        texts = {id: self.document(id) for id in sorted({claim.source for claim in claims})}
        made = []
        for claim in claims:
            history, standing = ledger.history("claim", claim.id), standings[claim.id]
            if statuses and standing.status not in statuses:
                continue
            text = texts[claim.source]
            made.append(
                Exported(
                    claim=claim,
                    source=records[claim.source],
                    status=standing.status,
                    says=standing.says,
                    decisions=history.standing,
                    findings=tuple(findings.get(claim.id, ())),
                    assignee=history.assignee,
                    reader=text.reader,
                    language=text.language,
                )
            )
        return made

    def findings_by_claim(self, closed: frozenset[str]) -> dict[str, list[str]]:
        """The ids of the findings that each claim takes part in, but for those in which a closed source does."""
        found: dict[str, list[str]] = {}
        for one in self.check_json()["findings"]:
            if not any(item["source"] in closed for item in one["evidence"]):
                for claim in dict.fromkeys(item["claim"] for item in one["evidence"] if item["claim"]):
                    found.setdefault(claim, []).append(one["id"])
        return found


def _with_states(report: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """A report with the states that its findings have among all sources."""
    findings = [
        {**one, "status": known[one["id"]]["status"], "decided": known[one["id"]]["decided"]}
        if one["id"] in known
        else one
        for one in report["findings"]
    ]
    return {**report, "findings": findings}
