"""A draft cross-checked: by itself, and beside the sources that are nearest to it; in parts, which may be shared."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checking import Archive
    from factcheck.config import Config
    from factcheck.gate.drafts import Draft
    from factcheck.gate.sourcing import Shelf
    from factcheck.records.finding import Finding

MOST_RELATED = 12
"""Sources, those cited first, with which a draft is cross-checked as they are with each other."""

PARTS = 3
"""The checks beside sources that pair claims or ask for these pairs, the others beside sources, and all of the draft by
itself; what takes longest first."""


class Crossing:
    """The cross-checks of a draft."""

    def __init__(self, draft: "Draft", shelf: "Shelf", archive: "Archive", config: "Config") -> None:
        self.draft, self.shelf, self.archive, self.config = draft, shelf, archive, config

    def part(self, number: int) -> "list[Finding]":
        """What one part of the checks says."""
        from factcheck.checking import Study, checks
        from factcheck.project.checkers import FIRST, PAIRING

        if number == PARTS - 1:
            return self._told((), None)
        wide = [check.id for check in checks() if check.reads is not Study]
        paired = {*PAIRING, *FIRST, "contrary"}
        return self._told(self._nearest, [id for id in wide if (id in paired) == (number == 0)])

    def joined(self, found: "Mapping[int, list[Finding]]") -> "list[Finding]":
        """What all parts say; those that are missing are done here."""
        from factcheck.engine import ordered

        *wide, alone = (found[number] if number in found else self.part(number) for number in range(PARTS))
        return [*alone, *ordered(one for part in wide for one in part)]

    def _told(self, others: "tuple[str, ...]", only: "list[str] | None") -> "list[Finding]":
        from factcheck import engine
        from factcheck.checking import Archive
        from factcheck.gate.judging import COMPARED

        own, studies = self.draft.study.source.id, self.archive.studies
        together = {own: self.draft.study, **{id: studies[id] for id in others}}
        archive = Archive(dict(sorted(together.items())), about=own)
        told = engine.run_checks(archive, self.config, alarms_on=COMPARED, only=only)
        return [one for one in told if any(item.source == own and item.side for item in one.evidence)]

    @cached_property
    def _nearest(self) -> "tuple[str, ...]":
        """The sources that are nearest to the draft, those cited first."""
        from factcheck.gate.desk import beside

        own, studies = self.draft.study.source.id, self.archive.studies
        related = beside(self.draft.study, self.archive)
        cited = {id for cite in self.draft.cites if (id := self.shelf.resolve(cite))}
        nearest: list[str] = []
        for group in (studies.keys() & cited, studies.keys() - cited):
            free = MOST_RELATED - len(nearest)
            nearest += sorted(group, key=lambda id: (-related.between(own, id), id))[:free] if free else []
        return tuple(nearest)


def findings_on(draft: "Draft", shelf: "Shelf", archive: "Archive", config: "Config") -> "list[Finding]":
    """What the cross-checks say of a draft: by itself, and beside the sources that are nearest to it."""
    return Crossing(draft, shelf, archive, config).joined({})
