"""Taking in a desk's spreadsheet: its claims and decisions become claims and decisions here, row by row."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError, UsageError
from factcheck.project.base import Progress
from factcheck.project.exchange import Exchange
from factcheck.store import files

if TYPE_CHECKING:
    from factcheck.exchange._importing import Outcome, Row
    from factcheck.records.claim import Claim
    from factcheck.records.review import Decision

EDITED = ("statement", "kind", "measure", "note")
"""Fields of a claim that a spreadsheet may change."""


@dataclass
class Plan:
    """What an import would do: claims to write by their ids, decisions to log, rows that are refused."""

    added: "dict[str, Claim]" = field(default_factory=dict)
    edited: "dict[str, Claim]" = field(default_factory=dict)
    taken_over: "dict[str, Claim]" = field(default_factory=dict)
    decisions: "list[Decision]" = field(default_factory=list)
    known: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)

    def claim(self, claim: "Claim") -> "Claim":
        """A claim as it will be."""
        return self.added.get(claim.id) or self.edited.get(claim.id) or claim


class Imports(Exchange):
    """The part of a project that imports."""

    def import_sheet(
        self,
        path: Path,
        *,
        by: str,
        columns: Mapping[str, str] | None = None,
        fixed: Mapping[str, str] | None = None,
        words: Mapping[str, str] | None = None,
        sheet: str | None = None,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> "Outcome":
        """Take in a CSV file or an Excel workbook; every row by itself, what is refused is told by its line.

        `columns` gives the heading of each field (see `exchange._importing.FIELDS`); those of our own exports are
        known. `fixed` gives fields that every row has, `words` the desk's words for decisions. `by` decides where no
        column says who. With `dry_run` nothing is written.
        """
        from factcheck.exchange import _importing, _sheets
        from factcheck.store.adding import contents

        table = _sheets.read_sheet(contents(path, self.config.limits), path.name, sheet)
        found = _importing.columns_of(table, columns or {})
        if not {"id", "passage", "page"} & {*found, *(fixed or {})}:
            raise UsageError(f"{path.name}: say which column holds the passage: --column passage=HEADING")
        rows, refused = _importing.rows_of(table, found, fixed or {}, words or {})
        plan = Plan(refused=[(one.line, one.why) for one in refused])
        claims = self.claims(progress=progress)
        with files.locked(self.layout.lock):
            for row in rows:
                try:
                    self._plan_row(row, claims, plan, by, path.name)
                except FactcheckError as error:
                    plan.refused.append((row.line, str(error)))
            if not dry_run:
                self._apply(plan)
        return _importing.Outcome(
            added=tuple(plan.added),
            edited=tuple(plan.edited),
            decisions=len(plan.decisions),
            known=plan.known,
            refused=tuple(_importing.Refusal(line, why) for line, why in sorted(plan.refused)),
        )

    def _apply(self, plan: Plan) -> None:
        written = {**plan.taken_over, **plan.edited, **plan.added}
        self.decide(
            plan.decisions,
            beside=[
                self.records.claims_file(source, [claim for claim in written.values() if claim.source == source])
                for source in sorted({claim.source for claim in written.values()})
            ],
        )

    def _plan_row(self, row: "Row", claims: "Sequence[Claim]", plan: Plan, by: str, name: str) -> None:
        """Add to a plan what a row says; raises FactcheckError, and adds nothing, where it cannot be taken."""
        found = self._claim_of_row(row, claims, plan)
        claim = self._new_claim(row, by) if found is None else self._edited_by_row(plan.claim(found), row, by)
        decisions = self._decisions_of_row(row, claim, by, name) if row.decision else []
        if found is None and claim.id not in plan.added:
            plan.added[claim.id] = claim
        elif found is not None and claim != plan.claim(found):
            (plan.added if claim.id in plan.added else plan.edited)[claim.id] = claim
        elif not decisions:
            plan.known += 1
        if decisions and found is not None and found.provisional:
            plan.taken_over.setdefault(claim.id, claim.but(provisional=False))
        plan.decisions += decisions

    def _claim_of_row(self, row: "Row", claims: "Sequence[Claim]", plan: Plan) -> "Claim | None":
        """The claim that a row is about, by its id or its passage; null for a new one."""
        from factcheck.language.folding import fold

        given = row.given
        if id := given.get("id"):
            known = next((claim for claim in claims if claim.id == id), None)
            if known is not None:
                return self._stored(known)
            if "passage" not in given:
                raise UsageError(f"no claim is called {id!r}, and no passage is given")
        if "source" not in given or "passage" not in given:
            raise UsageError("gives no passage" if "source" in given else "gives no source")
        source, words = self._source_of_row(given["source"]), fold(given["passage"])
        there = [
            claim
            for claim in (*claims, *plan.added.values())
            if claim.source == source
            and fold(claim.anchors[0].exact).strip(" .,;:") == words.strip(" .,;:")
            and ("kind" not in given or claim.kind == given["kind"])
            and ("statement" not in given or fold(claim.statement) == fold(given["statement"]))
        ]
        return self._stored(there[0]) if there else None

    def _stored(self, claim: "Claim") -> "Claim":
        """A claim as it is stored, without the places that were found for it."""
        stored = next((one for one in self.records.claims(claim.source) if one.id == claim.id), None)
        return stored or claim

    def _source_of_row(self, named: str) -> str:
        sources = self.sources()
        wanted = " ".join(named.split()).casefold()
        found = [one.id for one in sources if one.id == named] or [
            one.id
            for one in sources
            if wanted
            in (one.id, " ".join(one.title.split()).casefold(), one.file.casefold(), (one.url or "").casefold())
        ]
        if len(found) != 1:
            raise UsageError(f"{'no source is' if not found else 'several sources are'} called {named!r}")
        return found[0]

    def _new_claim(self, row: "Row", by: str) -> "Claim":
        from factcheck.exchange._importing import list_of
        from factcheck.writing import written

        given = row.given
        source = self._source_of_row(given["source"])
        fields: dict[str, Any] = {name: given[name] for name in EDITED if name in given}
        fields |= {"tags": list_of(given["tags"])} if "tags" in given else {}
        document = self.document(source)
        fields |= {"page": given["page"]} if given.get("page", "").isdigit() and document.not_checked else {}
        return written(self.source(source), document, given["passage"], given.get("written_by", by), fields)

    def _edited_by_row(self, claim: "Claim", row: "Row", by: str) -> "Claim":
        """The claim with what a row says otherwise."""
        from factcheck.exchange._importing import list_of
        from factcheck.writing import edited

        given = row.given
        changes: dict[str, Any] = {
            name: given[name] for name in EDITED if name in given and given[name] != (getattr(claim, name) or "")
        }
        if "tags" in given and list_of(given["tags"]) != list(claim.tags):
            changes["tags"] = list_of(given["tags"])
        return edited(claim, by, changes) if changes else claim

    def _decisions_of_row(self, row: "Row", claim: "Claim", by: str, name: str) -> "list[Decision]":
        """The decisions of a row that were not logged before; raises PolicyError for those that are not allowed."""
        from factcheck.exchange._importing import DECISIONS
        from factcheck.reviewing.policy import check_approval, check_reviewer
        from factcheck.reviewing.seen import seen_of, shown_of

        rules, who, seen = self.config.review, row.given.get("by", by), seen_of(claim)
        answers = [one for one in DECISIONS[row.decision or ""] if not self._is_logged(claim, one, who, seen)]
        check_reviewer(who, rules)
        if ("rely", "yes") in answers:
            self._check_origins([claim], rules)
            check_approval(claim, who, self.standings([claim])[claim.id].approvers, rules)
        told = f"{name}, line {row.line}"
        why = f"{row.given['why']} ({told})" if "why" in row.given else f"from {told}"
        at = self._moment_of(row)
        return [
            self.draft("claim", claim.id, question, answer, who, why, seen, shown_of(claim), **at)
            for question, answer in answers
        ]

    def _is_logged(self, claim: "Claim", answer: tuple[str, str], who: str, seen: str) -> bool:
        from factcheck.reviewing.policy import same_person

        given = [one for one in self.ledger.history("claim", claim.id).on(answer[0]) if same_person(one.by, who)]
        return bool(given) and given[-1].answer == answer[1] and given[-1].seen == seen

    def _moment_of(self, row: "Row") -> dict[str, str]:
        """The day that a row gives for its decision."""
        from factcheck.exchange._importing import day_of

        given = row.given.get("date")
        if given is None:
            return {}
        day = day_of(given)
        if day is None or day > self.today:
            raise UsageError(f"{given!r} is no day up to today that can be told; write it as 2024-05-31")
        with suppress(ValueError):
            if (moment := datetime.fromisoformat(given)).tzinfo is not None:
                return {"at": moment.isoformat()}
        return {"at": f"{day}T00:00:00+00:00"}
