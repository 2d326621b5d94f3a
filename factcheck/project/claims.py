"""The claims of a project: derived ones as found, curated ones as people wrote or decided on them."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from factcheck.errors import SourceError, UsageError
from factcheck.project.base import Progress
from factcheck.project.statuses import Statuses
from factcheck.store import files

if TYPE_CHECKING:
    from factcheck.checking import Archive
    from factcheck.glossing import Proposal
    from factcheck.records.claim import Claim


class Claims(Statuses):
    """The part of a project that keeps its claims and what was decided on them."""

    def claims(
        self,
        sources: Iterable[str] = (),
        kinds: Iterable[str] = (),
        statuses: Iterable[str] = (),
        progress: Progress | None = None,
    ) -> "tuple[Claim, ...]":
        """Curated and derived claims, by source and place; empty arguments let all through."""
        from factcheck import engine

        of_kind, of_status = set(kinds), set(statuses)
        studies, curated = self._studies(list(sources) or None, progress), self.curated()
        here = engine.placed((claim for claim in curated if claim.source in studies), studies)
        known = self.statuses() if of_status else {}
        found = [claim for study in engine.archive(studies, here, {}).studies.values() for claim in study.claims]
        found += [claim for claim in here if claim.anchors[0].start is None]
        return tuple(
            claim
            for claim in sorted(found, key=lambda claim: claim.source)
            if (not of_kind or claim.tells & of_kind)
            and (not of_status or known.get(claim.id, "proposed") in of_status)
        )

    def claim(self, id: str) -> "Claim":
        """A claim by its id, its passages in their places; raises UsageError for an unknown one."""
        from factcheck import engine

        claim = self.stored_claim(id)
        if claim.provisional:
            return claim
        with suppress(SourceError, UsageError):
            studies = {anchor.source: self.study(anchor.source) for anchor in claim.anchors}
            return engine.placed([claim], studies)[0]
        return claim

    def stored_claim(self, id: str) -> "Claim":
        """A claim as it is stored, or as it was derived; raises UsageError for an unknown one."""
        return self.stored_claims([id])[0]

    def stored_claims(self, ids: Sequence[str]) -> "tuple[Claim, ...]":
        """Claims in the order of their ids, each once; raises UsageError for an unknown one."""
        wanted = list(dict.fromkeys(ids))
        found = {claim.id: claim for claim in self.curated()}
        missing = [id for id in wanted if id not in found]
        there = [source.id for source in self.sources() if not source.removed] if missing else []
        owners = [source for source in there if any(id.startswith(f"{source}-") for id in missing)]
        found |= {claim.id: claim for claim in self.claims(owners) if claim.id in missing} if owners else {}
        for id in wanted:
            if id not in found:
                raise UsageError(f"no claim is called {id!r}; `factcheck claim list` shows them")
        return tuple(found[id] for id in wanted)

    def add_claim(self, source: str, exact: str, *, by: str, **fields: Any) -> "Claim":
        """Write a claim by hand: `exact` are the words of the passage, as far as the editor has them.

        `fields` are those of a claim record (statement, kind, measure, quantity, …). Raises UsageError where
        the words are not found, with the nearest passage.
        """
        from factcheck.writing import written

        claim = written(self.source(source), self.document(source), exact, by, fields)
        with files.locked(self.layout.lock):
            if any(old.id == claim.id for old in self.records.claims(source)):
                raise UsageError(f"this claim is there already: {claim.id}")
            self.records.write_claims(source, [claim])
        return claim

    def archive(self, progress: Progress | None = None) -> "Archive":
        """All sources, studied, with the claims that take part in comparisons."""
        return self._archive(progress)[0]

    def suggest_glossary(self, progress: Progress | None = None) -> "tuple[Proposal, ...]":
        """What the glossary in factcheck.toml lacks, by what the sources write; nothing is changed."""
        from dataclasses import replace

        from factcheck import glossing

        return glossing.suggest(replace(self.archive(progress), glossary=self.config.glossary))

    def _archive(self, progress: Progress | None) -> "tuple[Archive, tuple[Claim, ...]]":
        """The archive, and the curated claims with their places as far as they were found."""
        from factcheck import engine

        studies, curated = self._studies(None, progress), self.curated()
        placed = engine.placed((claim for claim in curated if claim.source in studies), studies)
        return engine.archive(studies, placed, self.statuses()), placed
