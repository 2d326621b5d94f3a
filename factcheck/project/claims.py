"""The claims of a project: derived ones as found, curated ones as people wrote or decided on them."""

import json
import re
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.digests import digest_of
from factcheck.errors import SourceError, UsageError
from factcheck.project.base import Progress
from factcheck.project.statuses import Statuses
from factcheck.store import files, inputs

if TYPE_CHECKING:
    from factcheck.checking import Archive, Study
    from factcheck.glossing import Proposal
    from factcheck.records.claim import Claim


FEW = 256
"""Sources whose claims are kept at hand while somebody decides."""


class Face(NamedTuple):
    """What a list shows of a claim; `counts` tells whether it gives a figure."""

    id: str
    statement: str
    kind: str
    tags: list[str]
    counts: bool
    provisional: bool


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
        of_kind, of_status = set(kinds), set(statuses)
        wanted = list(sources)
        found: Sequence[Claim]
        if len(wanted) == 1:
            found = list(self._claims_by_id(wanted[0], progress).values())
        else:
            studies, curated = self._studies(wanted or None, progress), self.curated(wanted)
            found = _merged(studies, [claim for claim in curated if claim.source in studies])
        known = self.statuses() if of_status else {}
        return tuple(
            claim
            for claim in found
            if (not of_kind or claim.tells & of_kind)
            and (not of_status or known.get(claim.id, "proposed") in of_status)
        )

    def _claims_by_id(self, source: str, progress: Progress | None = None) -> "dict[str, Claim]":
        """The claims of one source in their order, at hand if they were asked for a moment ago."""
        record, curated, glossary = self.source(source), self.records.claims(source), self.config.glossary
        name = self.layout.name_of(self.layout.source_file(record.file))
        digest = inputs.digests(self.layout, self.index, [name])[name]
        kept = self._merged_last.pop(source, None)
        if (
            kept is None
            or kept[0] != digest
            or any(now is not then for now, then in zip((record, curated, glossary), kept[1], strict=True))
        ):
            studies = self._studies([source], progress)
            found = _merged(studies, curated if studies else ())
            kept = digest, (record, curated, glossary), {claim.id: claim for claim in found}
        self._merged_last[source] = kept
        while len(self._merged_last) > FEW:
            self._merged_last.popitem(last=False)
        return kept[2]

    @cached_property
    def _merged_last(self) -> "OrderedDict[str, tuple[str | None, tuple[object, ...], dict[str, Claim]]]":
        """The claims of sources that were asked for last, with the digest of the file and the records they rest on."""
        return OrderedDict()

    def faces(self, source: str) -> "list[Face]":
        """The claims of a source as far as a list shows them: kept, for they are all that most claims are asked for."""
        record, names = self.source(source), (f"sources/{source}.yaml", f"claims/{source}.yaml")
        file = self.layout.name_of(self.layout.source_file(record.file))
        digests = list(inputs.digests(self.layout, self.index, [file, *names]).items())
        key = digest_of(inputs.program(), digests, self.config.glossary.model_dump(mode="json"))
        stored = self.index.get("faces", source, key)
        if stored is None:
            claims = self.claims([source])
            made = [(one.id, one.statement, one.kind, one.tags, bool(one.quantity), one.provisional) for one in claims]
            stored = json.dumps(made).encode()
            self.index.put("faces", source, key, stored)
        return [Face(*face) for face in json.loads(stored)]

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
        owners = self.owners()
        files = {owners[id] for id in wanted if id in owners}
        found = {claim.id: claim for claim in self.curated(sorted(files))} if files else {}
        missing = [id for id in wanted if id not in found]
        there = self.source_names() if missing else ()
        begins = {id[: mark.start()] for id in missing for mark in re.finditer("-", id)}
        near = [name for name in there if name in begins and not self.source(name).removed]
        found |= {id: claims[id] for claims in map(self._claims_by_id, near) for id in missing if id in claims}
        for id in wanted:
            if id not in found:
                raise UsageError(f"no claim is called {id!r}; `factcheck claim list` shows them")
        return tuple(found[id] for id in wanted)

    def are_as_derived(self, source: str, claims: "Sequence[Claim]") -> bool:
        """Whether stored claims are those that were found in a source, taken over as they are."""
        found = {claim.id: claim for claim in self.study(source).claims} if claims else {}
        return all(claim.id in found and _is_taken_over(claim, found[claim.id]) for claim in claims)

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


def _merged(studies: "dict[str, Study]", curated: "Iterable[Claim]") -> "list[Claim]":
    """The claims of sources, by source and place, then those without a place; curated ones in the stead of derived."""
    from factcheck import engine

    here = engine.placed(curated, studies)
    found = [claim for study in engine.archive(studies, here, {}).studies.values() for claim in study.claims]
    found += [claim for claim in here if claim.anchors[0].start is None]
    return sorted(found, key=lambda claim: claim.source)


def _is_taken_over(claim: "Claim", derived: "Claim") -> bool:
    """Whether a stored claim is a derived one, but for the places of its passages, which are not stored."""
    words = [[(anchor.source, anchor.exact) for anchor in one.anchors] for one in (claim, derived)]
    return words[0] == words[1] and derived.but(provisional=False, anchors=claim.anchors) == claim
