"""The queue kept from one request to the next: only what a decision or a changed file touches is made anew."""

import os
from bisect import insort
from contextlib import suppress
from pathlib import Path

from factcheck.digests import digest_of
from factcheck.project import Project
from factcheck.reviewing.queue import Filter, Item, worst_first

Stats = tuple[tuple[int, int], ...]


class Waiting:
    """All that waits for a decision. The caller holds the lock on the project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._others: tuple[Item, ...] = ()
        self._claims: dict[str, tuple[Stats, tuple[Item, ...]]] = {}
        self._sorted: list[tuple[tuple[object, ...], Item]] = []
        self._report: object = None
        self._sources: object = None
        self._lines = -1
        self._round = 0
        self._place: object = None

    def worst_first(self) -> "list[Item]":
        """Everything, the worst first, as of the last refresh."""
        return [item for _, item in self._sorted]

    def refreshed(self) -> str:
        """Take in what changed; gives a mark of the state."""
        project = self._project
        place = (position(project), id(project.steady))
        if place == self._place:
            return str(self._round)
        report, ledger = project.check_json(), project.ledger
        new = ledger.order[self._lines :] if 0 <= self._lines <= len(ledger.order) else None
        if new is None or report["sources"] is not self._sources:
            self._claims, new = {}, []
        self._sources, self._lines = report["sources"], len(ledger.order)
        touched = self._touched([subject for kind, subject in new if kind == "claim"])
        there = {source["id"] for source in report["sources"]} & set(project.records.source_ids())
        stats = {source: self._stats(source) for source in there}
        stale = sorted(one for one in there if one in touched or self._claims.get(one, (None,))[0] != stats[one])
        fresh = self._made(stale)
        self._claims |= {source: (stats[source], items) for source, items in fresh.items()}
        gone = self._claims.keys() - there
        for source in gone:
            del self._claims[source]
        if fresh or gone or report is not self._report or new:
            self._report = report
            self._merge(fresh, gone)
            self._round += 1
        self._place = place
        return str(self._round)

    def _made(self, sources: "list[str]") -> "dict[str, tuple[Item, ...]]":
        """The claims of sources that wait, made at once."""
        if not sources:
            return {}
        found: dict[str, list[Item]] = {source: [] for source in sources}
        for item in self._project.queue("source", Filter(things=("claim",), sources=frozenset(sources))):
            found[item.sources[0]].append(item)
        return {source: tuple(items) for source, items in found.items()}

    def _merge(self, fresh: "dict[str, tuple[Item, ...]]", gone: "set[str]") -> None:
        """Put what was made anew in the place of what was there."""
        others = self._project.queue("worst", Filter(things=("finding", "statement")))
        left = fresh.keys() | gone
        if len(fresh) > len(self._claims) // 4:
            items = [item for _, there in self._claims.values() for item in there]
            self._sorted = sorted((worst_first(item), item) for item in (*items, *others))
            return
        kept = [pair for pair in self._sorted if pair[1].kind == "claim" and pair[1].sources[0] not in left]
        for made in (others, *fresh.values()):
            for item in made:
                insort(kept, (worst_first(item), item), key=lambda pair: pair[0])
        self._sorted = kept

    def _touched(self, claims: "list[str]") -> "set[str]":
        """The sources of claims that were decided on."""
        if not claims:
            return set()
        owners = self._project.owners()
        return {owners[id] for id in claims if id in owners}

    def _stats(self, source: str) -> Stats:
        layout = self._project.layout
        return tuple(_stat(path) for path in (layout.claims_of(source), layout.source_record(source)))


def _stat(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError:
        return (0, 0)
    return stat.st_mtime_ns, stat.st_size


def position(project: Project) -> str:
    """Where the project stands, by the stat of its files: cheap, and another after each write."""
    found: list[object] = []
    layout = project.layout
    for folder in (layout.root / "drafts", layout.claims, layout.sources):
        with suppress(FileNotFoundError), os.scandir(folder) as entries:
            for entry in entries:
                stat = entry.stat()
                found.append((entry.path, stat.st_mtime_ns, stat.st_size))
    stat = layout.config.stat()
    return digest_of(sorted(map(str, found)), stat.st_mtime_ns, stat.st_size, project.today)
