"""The queue kept from one request to the next: only what a decision or a changed file touches is made anew."""

import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.digests import digest_of
from factcheck.project import Project
from factcheck.reviewing.queue import AT_ODDS, PLAIN, Filter, Item, at_odds, worst_first
from factcheck.store.layout import CONFIG

if TYPE_CHECKING:
    from factcheck.records.claim import Claim

Json = dict[str, object]
Stats = dict[str, tuple[int, int]]
"""Of files, by their names, when they were written last, and their size."""

MANY = 2_000
"""Changes at once after which everything is sorted anew."""


@dataclass(frozen=True)
class Place:
    """Where a project stands, by the stat of its files: cheap, and another after each write."""

    drafts: Stats
    sources: Stats
    claims: Stats
    """And the log, and the settings."""
    today: str

    @cached_property
    def mark(self) -> str:
        """A digest of it."""
        folders = (self.drafts, self.sources, self.claims)
        return digest_of(self.today, [sorted(f"{name} {stat}" for name, stat in one.items()) for one in folders])

    def of(self, source: str) -> tuple[object, ...]:
        """What the claims of a source rest on; first the file of those that people wrote or decided on."""
        record = self.sources.get(f"{source}.yaml")
        return self.claims.get(f"{source}.yaml"), record, self.claims[CONFIG], self.today


def position(project: Project, before: Place | None = None) -> Place:
    """Where a project stands now; with `before`, as then but for what decisions change: claims and the log."""
    claims, stat = _stats(project.layout.claims), project.layout.config.stat()
    claims[CONFIG] = stat.st_mtime_ns, stat.st_size
    if before is not None:
        return replace(before, claims=claims, today=project.today)
    return Place(_stats(project.root / "drafts"), _stats(project.layout.sources), claims, project.today)


def _stats(folder: Path) -> Stats:
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        stats = [(entry.name, entry.stat()) for entry in entries]
        return {name: (stat.st_mtime_ns, stat.st_size) for name, stat in stats}
    return {}


class Line:
    """Things in an order, and how many there are of each sort."""

    def __init__(
        self,
        items: Iterable[Item],
        of: Mapping[str, Item] | None = None,
        counts: Counter[tuple[str, str]] | None = None,
    ) -> None:
        self.items = tuple(items)
        self._of = of
        """The things by their names, where they stand the worst first."""
        self._counts = counts

    def __len__(self) -> int:
        return len(self.items)

    def around(self, kind: str, id: str) -> tuple[int, Item | None, Item | None]:
        """The place of a thing, with the ones before and after it; -1 where it is not there."""
        items = self.items
        place = self._places.get(f"{kind}/{id}", -1) if self._of is None else self._sought(self._of.get(f"{kind}/{id}"))
        if place < 0:
            return -1, None, items[0] if items else None
        return place, items[place - 1] if place else None, items[place + 1] if place + 1 < len(items) else None

    def _sought(self, item: Item | None) -> int:
        """The place of a thing among those that stand the worst first."""
        place = bisect_left(self.items, worst_first(item), key=worst_first) if item is not None else 0
        return place if item is not None and self.items[place : place + 1] == (item,) else -1

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name_of(item): place for place, item in enumerate(self.items)}

    @property
    def counts(self) -> Counter[tuple[str, str]]:
        """How often each kind of thing, subject, tag, draft and assignee occurs, as (what it is, its name)."""
        if self._counts is None:
            self._counts = Counter(sort for item in self.items for sort in sorts_of(item))
        return self._counts

    def named(self, what: str) -> list[str]:
        """The names of all tags, or whatever else is counted, in order."""
        return sorted(name for of, name in self.counts if of == what)


def name_of(item: Item) -> str:
    """What tells a thing from all others."""
    return f"{item.kind}/{item.id}"


def sorts_of(item: Item) -> list[tuple[str, str]]:
    """What a thing is counted under."""
    named = (("thing", item.kind), ("about", item.about), ("draft", item.draft), ("assignee", item.assignee))
    return [(what, name) for what, name in named if name] + [("tag", tag) for tag in item.tags]


Made = tuple[tuple[object, ...] | None, dict[str, Item], "tuple[Claim, ...]"]
"""What the things of a source were made of, its claims that wait, by their names, and those that people decided on."""

NONE: Made = None, {}, ()


class Waiting:
    """All that waits for a decision. The caller holds the lock on the project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._place: Place | None = None
        self._ledger: object = None
        self._lines = 0
        self._report: Json = {}
        self._findings: list[Json] = []
        self._at: dict[object, int] = {}
        """The places of the findings in the report, by their ids."""
        self._odds: Counter[str] = Counter()
        self._made: dict[str, Made] = {}
        self._keys: list[tuple[object, ...]] = []
        self._items: list[Item] = []
        self._of: dict[str, Item] = {}
        self._counts: Counter[tuple[str, str]] = Counter()
        self._line: Line | None = None
        self.half: dict[str, Item] = {}
        """The things, by their names, that somebody approved and somebody else has to approve too."""
        self.round = 0
        """How often it changed."""

    def line(self) -> Line:
        """Everything, the worst first, as of the last refresh."""
        if self._line is None:
            self._line = Line(self._items, self._of, +self._counts)
        return self._line

    def refresh(self, place: Place) -> None:
        """Take in what changed; `place` is where the project stands."""
        project = self._project
        report, ledger = project.check_json(), project.ledger
        if self._place == place and report is self._report and len(ledger.order) == self._lines:
            return
        same = ledger is self._ledger
        new = ledger.order[self._lines :] if same else []
        changes: dict[str, Item | None] = {}
        self._take_findings(report, {id for kind, id in new if kind == "finding"}, not same, changes)
        if not same or any(kind == "statement" for kind, _ in new):
            self._put("statement", project.queue("worst", Filter(things=("statement",))), changes)
        decided = {id for kind, id in new if kind == "claim"}
        self._take_claims(report, place, decided, not same, changes)
        self._place, self._report, self._ledger, self._lines = place, report, ledger, len(ledger.order)
        if changes:
            self._change(changes)

    def _take_findings(self, report: Json, decided: set[str], anew: bool, changes: "dict[str, Item | None]") -> None:
        """Take in the findings that are others than before; and the claims that are at odds now, or not any more."""
        moved: set[str] = set()
        there, before = report["findings"], self._findings
        assert isinstance(there, list)
        if anew or len(there) != len(before) or report["sources"] is not self._report.get("sources"):
            self._put("finding", self._project.finding_items(there), changes)
            odds = Counter(claim for one in there for claim in at_odds(one))
            moved = set(odds) | set(self._odds)
            self._at = {one["id"]: place for place, one in enumerate(there)}
        else:
            places = {place for place, old in enumerate(before) if old is not there[place]}
            changed = sorted(places | {self._at[id] for id in decided if id in self._at})
            items = {name_of(item): item for item in self._project.finding_items(there[place] for place in changed)}
            changes |= {name: items.get(name) for place in changed if (name := f"finding/{there[place]['id']}")}
            odds = self._odds
            for place in changed:
                old, new = at_odds(before[place]), at_odds(there[place])
                odds.subtract(old)
                odds.update(new)
                moved |= old | new
        for claim in moved:
            item = self._of.get(f"claim/{claim}")
            tier = AT_ODDS if odds[claim] > 0 else PLAIN
            if item is not None and item.rank[0] in (AT_ODDS, PLAIN) and item.rank[0] != tier:
                changes[name_of(item)] = replace(item, rank=(tier, item.rank[1]))
        self._findings, self._odds = there, odds

    def _take_claims(
        self, report: Json, place: Place, decided: set[str], anew: bool, changes: "dict[str, Item | None]"
    ) -> None:
        """Take in the claims of sources of which a file changed, or on whose claims somebody decided."""
        project, listed = self._project, report["sources"]
        assert isinstance(listed, list)
        there = {source["id"]: place.of(source["id"]) for source in listed if f"{source['id']}.yaml" in place.sources}
        owners = project.owners() if decided else {}
        touched = {owners[id] for id in decided if id in owners}
        known = self._made
        stale = sorted(one for one in there if anew or one in touched or known.get(one, NONE)[0] != there[one])
        for source in known.keys() - there.keys():
            changes |= dict.fromkeys(known.pop(source)[1])
        for source in stale:
            before, curated = known.get(source, NONE), project.curated([source])
            same = not anew and before[0] is not None and before[0][1:] == there[source][1:]
            turned = self._few(source, before, curated, decided) if same else None
            if turned is None:
                turned = dict.fromkeys(before[1]) | {name_of(item): item for item in project.waiting_in(source)}
            changes |= turned
            items = {name: item for name, item in (before[1] | turned).items() if item is not None}
            known[source] = there[source], items, curated

    def _few(
        self, source: str, before: Made, curated: "tuple[Claim, ...]", decided: Collection[str]
    ) -> "dict[str, Item | None] | None":
        """What becomes of the claims of a source that were decided on; null where more of it changed than this."""
        then, now = {claim.id: claim for claim in before[2]}, {claim.id: claim for claim in curated}
        fresh = [claim for claim in curated if claim.id not in then]
        if any(now.get(id) is not claim for id, claim in then.items()):
            return None
        if not self._project.are_as_derived(source, fresh):
            return None
        ids = {claim.id for claim in fresh} | {id for id in decided if id in now}
        items = {name_of(item): item for item in self._project.claim_items([now[id] for id in sorted(ids)])}
        return {name: items.get(name) for id in ids if (name := f"claim/{id}")}

    def _put(self, kind: str, items: Iterable[Item], changes: "dict[str, Item | None]") -> None:
        """Note what becomes of all things of a kind."""
        changes |= {name: None for name, item in self._of.items() if item.kind == kind}
        changes |= {name_of(item): item for item in items}

    def _change(self, changes: "dict[str, Item | None]") -> None:
        changes = {name: item for name, item in changes.items() if self._of.get(name) != item}
        if len(changes) > MANY:
            self._of = {name: item for name, item in self._of.items() if name not in changes}
            self._of |= {name: item for name, item in changes.items() if item is not None}
            ordered = sorted((worst_first(item), name, item) for name, item in self._of.items())
            self._keys = [key for key, _, _ in ordered]
            self._items = [item for _, _, item in ordered]
            self._counts = Line(self._items).counts
            self.half = {name: item for name, item in self._of.items() if item.approvers}
        else:
            for name, item in changes.items():
                self._drop(name)
                if item is not None:
                    self._add(name, item)
        if changes:
            self.round += 1
            self._line = None

    def _drop(self, name: str) -> None:
        item = self._of.pop(name, None)
        if item is not None:
            at = bisect_left(self._keys, worst_first(item))
            del self._keys[at], self._items[at]
            self._counts.subtract(sorts_of(item))
            self.half.pop(name, None)

    def _add(self, name: str, item: Item) -> None:
        key = worst_first(item)
        at = bisect_left(self._keys, key)
        self._keys.insert(at, key)
        self._items.insert(at, item)
        self._of[name] = item
        self._counts.update(sorts_of(item))
        if item.approvers:
            self.half[name] = item
