"""The report of a project: made once, and shown again as long as nothing changed."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from factcheck.digests import digest_of
from factcheck.errors import UsageError
from factcheck.project.base import Progress
from factcheck.project.claims import Claims
from factcheck.store import inputs

if TYPE_CHECKING:
    from factcheck.explaining import ExplainedFinding, ExplainedPassage
    from factcheck.project.statuses import Unit
    from factcheck.records.finding import Report, ReportedFinding
    from factcheck.reviewing.history import Ledger
    from factcheck.reviewing.joining import Joining, Places


@dataclass(frozen=True)
class Joined:
    """A report, and what it was made of: facts, and so many lines of a ledger."""

    joining: "Joining"
    ledger: "Ledger"
    lines: int
    report: dict[str, Any]


class Reports(Claims):
    """The part of a project that compares."""

    _found_made: tuple[str, dict[str, Any]] | None = None
    """The report that was found made, and the state of the project that it is of."""

    _places: "tuple[object, Places] | None" = None
    """Where findings are in the reports of certain facts, which all have one list of sources."""

    _joined: Joined | None = None
    """The report that was made last, and what it was made of."""

    _key: "tuple[Mapping[str, Unit], Mapping[str, str | None], str] | None" = None
    """The key of the facts, and what it was made of."""

    steady: dict[str, Any] | None = None
    """Facts to go by instead of those of this moment: a desk sets them while another process makes new ones."""

    @cached_property
    def _known_facts(self) -> dict[str, tuple[str, dict[str, Any]]]:
        """The facts that were looked up last, by the sources that were left out, with their key."""
        return {}

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
        return _narrowed(self._report(progress), list(kinds), list(sources))

    def kept_page(self, asked: Sequence[object], make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """What `make` makes of the report, plain JSON values, for what is asked: at once, where nothing changed."""
        state = inputs.state(self.layout, self.index)
        key = digest_of(state, self.today, list(asked))
        stored = self.index.get("page", "check", key)
        if stored is not None:
            kept: dict[str, Any] = json.loads(stored)
            return kept
        made = make()
        if inputs.state(self.layout, self.index) == state:
            self.index.put("page", "check", key, json.dumps(made).encode())
        return made

    def _report(self, progress: Progress | None) -> dict[str, Any]:
        if self._joined is not None or self.steady is not None:
            return self._join(self._facts(progress))
        before = inputs.state(self.layout, self.index)
        if self._found_made is not None and self._found_made[0] == before:
            return self._found_made[1]
        stored = self.index.get("report", "check", before) if self._found_made is None else None
        if stored is not None:
            self._found_made = before, json.loads(stored)
            return self._found_made[1]
        report = self._join(self._facts(progress))
        data = json.dumps(report, ensure_ascii=False).encode("utf-8", "surrogatepass")
        if inputs.state(self.layout, self.index) == before:
            self.index.put("report", "check", before, data)
        return report

    def _join(self, facts: dict[str, Any]) -> dict[str, Any]:
        """The facts with what was decided on them; what is known of the same facts is not worked out again."""
        from factcheck.reviewing.joining import Joining

        ledger, before = self.ledger, self._joined
        lines = len(ledger.order)
        if before is None or before.joining.report is not facts or (before.ledger, before.lines) != (ledger, lines):
            joining = before.joining if before is not None and before.joining.report is facts else Joining(facts)
            self._joined = before = Joined(joining, ledger, lines, joining.joined(ledger))
        return before.report

    def _facts(self, progress: Progress | None = None) -> dict[str, Any]:
        """What the checks say, whatever was decided on it: made again only where what they compare changed."""
        return self.steady or self.facts_without(frozenset(), progress)

    def has_facts(self, key: str) -> bool:
        """Whether the facts of a key (see `facts_key`) were made already."""
        return self._known_facts.get("check", ("",))[0] == key or self._stored_facts("check", key) is not None

    def last_facts(self) -> dict[str, Any]:
        """The facts that were looked up last, of whatever state; those of nothing, where there are none."""
        from factcheck import engine

        if "check" in self._known_facts:
            return self._known_facts["check"][1]
        nothing: dict[str, Any] = engine.report(engine.archive({}, (), {}), [], self.config).model_dump(mode="json")
        return nothing

    def keep_facts(self, key: str, facts: dict[str, Any]) -> None:
        """Keep facts that another process made of the state of this key, also for those that came of it by decisions
        that change nothing compared.
        """
        for known in dict.fromkeys((key, self._carried.get(key, key))):
            self.index.put("facts", "check", known, json.dumps(facts).encode())
            self._known_facts["check"] = known, facts

    @cached_property
    def _carried(self) -> dict[str, str]:
        """By the keys of facts those that they hold for too by now."""
        return {}

    def facts_without(self, closed: frozenset[str], progress: Progress | None = None) -> dict[str, Any]:
        """The same, as if some sources were not there."""
        key, name = self.facts_key(), digest_of(sorted(closed)) if closed else "check"
        if self._known_facts.get(name, ("", {}))[0] == key:
            return self._known_facts[name][1]
        stored = self._stored_facts(name, key)
        if stored is None:
            stored = self._compared(progress, closed).model_dump_json().encode()
            if self.facts_key() == key:
                self.index.put("facts", name, key, stored)
        facts: dict[str, Any] = json.loads(stored)
        self._known_facts[name] = key, facts
        return facts

    def _stored_facts(self, name: str, key: str) -> bytes | None:
        """The facts of a key, or of the one that they were made under."""
        stored = self.index.get("facts", name, key)
        first = self.index.get("facts-of", name, key) if stored is None else None
        return self.index.get("facts", name, first.decode()) if first else stored

    def facts_key(self) -> str:
        """A digest of all that the checks compare: settings, sources and claims, without those that are left out."""
        units, digests = self.units(), self._digests()
        if self._key is None or self._key[0] is not units or self._key[1] is not digests:
            silent = sorted(id for unit in units.values() for id in unit.silent)
            self._key = units, digests, digest_of(inputs.program(), digests, silent)
        return self._key[2]

    def _carry_facts(self, key: str) -> None:
        """Keep what the checks said under `key` for the files as they are now: nothing compared has changed."""
        now, first = self.facts_key(), self.index.get("facts-of", "check", key)
        for before in [one for one, after in self._carried.items() if after == key]:
            self._carried[before] = now
        self._carried[key] = now
        self.index.put("facts-of", "check", now, first or key.encode())
        if self._known_facts.get("check", ("", {}))[0] == key:
            self._known_facts["check"] = now, self._known_facts["check"][1]

    def _compared(self, progress: Progress | None, closed: frozenset[str] = frozenset()) -> "Report":
        from factcheck import engine
        from factcheck.project import checkers
        from factcheck.store.between import keeping
        from factcheck.store.collecting import still

        config = self.config
        archive, curated = self._archive(progress)
        archive = keeping(archive, self.index)
        with still():
            if closed:
                archive = engine.without(archive, closed)
                curated = tuple(claim for claim in curated if claim.source not in closed)
                findings = engine.run_checks(archive, config, progress)
            else:
                findings = checkers.findings(self.root, self.index, self.facts_key(), archive, config, progress)
            if archive.kept is not None:
                archive.kept.flush()
            return engine.report(archive, findings, config, engine.lost(curated))

    def findings_at(self, claims: Iterable[str] = (), sources: Iterable[str] = ()) -> list[dict[str, Any]]:
        """The findings in which one of the claims takes part, or to which one of the sources gives evidence."""
        report = self.check_json()
        places = self._places_in(report)
        of_claim, of_source = places.of_claim, places.of_source
        found = {place for id in claims for place in of_claim.get(id, ())}
        found |= {place for id in sources for place in of_source.get(id, ())}
        return [report["findings"][place] for place in sorted(found)]

    def _places_in(self, report: dict[str, Any]) -> "Places":
        from factcheck.reviewing.joining import Places

        if self._places is None or self._places[0] is not report["sources"]:
            self._places = report["sources"], Places(report["findings"])
        return self._places[1]

    def finding(self, id: str) -> "ReportedFinding":
        """A finding by its id, as `check` gives it; raises UsageError for an unknown one."""
        from factcheck.reviewing.findings import finding_of

        report = self.check_json()
        place = self._places_in(report).of_id.get(id)
        if place is None:
            raise UsageError(f"no finding is called {id!r}; `factcheck check` shows them")
        return finding_of(report["findings"][place])

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
        statuses = self.statuses()
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
