"""A draft cross-checked: by itself, and beside the sources that are nearest to it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checking import Archive
    from factcheck.config import Config
    from factcheck.gate.drafts import Draft
    from factcheck.gate.sourcing import Shelf
    from factcheck.records.finding import Finding

MOST_RELATED = 12
"""Sources, those cited first, with which a draft is cross-checked as they are with each other."""


def findings_on(draft: "Draft", shelf: "Shelf", archive: "Archive", config: "Config") -> "list[Finding]":
    """What the cross-checks say of a draft: by itself, and beside the sources that are nearest to it."""
    from factcheck import engine
    from factcheck.checking import Archive, Study, checks
    from factcheck.gate.desk import beside
    from factcheck.gate.judging import COMPARED

    own, studies = draft.study.source.id, archive.studies
    related = beside(draft.study, archive)
    cited = {id for cite in draft.cites if (id := shelf.resolve(cite))}
    nearest: list[str] = []
    for group in (studies.keys() & cited, studies.keys() - cited):
        free = MOST_RELATED - len(nearest)
        nearest += sorted(group, key=lambda id: (-related.between(own, id), id))[:free] if free else []
    wide = [check.id for check in checks() if check.reads is not Study]
    found: list[Finding] = []
    for others, only in (((), None), (nearest, wide)):
        together = {own: draft.study, **{id: studies[id] for id in others}}
        archive = Archive(dict(sorted(together.items())), about=own)
        told = engine.run_checks(archive, config, alarms_on=COMPARED, only=only)
        found += [one for one in told if any(item.source == own and item.side for item in one.evidence)]
    return found
