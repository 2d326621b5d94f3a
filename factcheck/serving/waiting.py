"""The queue kept from one request to the next: only what a decision or a changed file touches is made anew."""

import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property

from factcheck.digests import digest_of
from factcheck.project import Project
from factcheck.reviewing.queue import AT_ODDS, PLAIN, Filter, Item, at_odds, worst_first
from factcheck.store.layout import CONFIG

Json = dict[str, object]
Stat = tuple[int, int]
"""When a file was written last, and its size."""

MANY = 2_000
"""Changes at once after which everything is sorted anew."""


@dataclass(frozen=True)
class Place:
    """Where a project stands, by the stat of its files: cheap, and another after each write."""

    files: dict[str, Stat]
    today: str

    @cached_property
    def mark(self) -> str:
        """A digest of it."""
        return digest_of(self.today, sorted(f"{name} {time} {size}" for name, (time, size) in self.files.items()))


def position(project: Project) -> Place:
    """Where a project stands now."""
    files: dict[str, Stat] = {}
    for folder in (project.root / "drafts", project.layout.claims, project.layout.sources):
        with suppress(FileNotFoundError), os.scandir(folder) as entries:
            for entry in entries:
                stat = entry.stat()
                files[f"{folder.name}/{entry.name}"] = stat.st_mtime_ns, stat.st_size
    stat = project.layout.config.stat()
    files[CONFIG] = stat.st_mtime_ns, stat.st_size
    return Place(files, project.today)


class Line:
    """Things in an order, and how many there are of each sort."""

    def __init__(
        self,
        items: Iterable[Item],
        names: Sequence[str] | None = None,
        counts: Counter[tuple[str, str]] | None = None,
    ) -> None:
        self.items = tuple(items)
        self._names = list(map(name_of, self.items)) if names is None else names
        self._counts = counts

    def __len__(self) -> int:
        return len(self.items)

    def around(self, kind: str, id: str) -> tuple[int, Item | None, Item | None]:
        """The place of a thing, with the ones before and after it; -1 where it is not there."""
        items = self.items
        try:
            place = self._names.index(f"{kind}/{id}")
        except ValueError:
            return -1, None, items[0] if items else None
        return place, items[place - 1] if place else None, items[place + 1] if place + 1 < len(items) else None

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


class Waiting:
    """All that waits for a decision. The caller holds the lock on the project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._place: Place | None = None
        self._ledger: object = None
        self._lines = 0
        self._report: Json = {}
        self._findings: list[Json] = []
        self._odds: Counter[str] = Counter()
        self._made: dict[str, tuple[object, dict[str, Item]]] = {}
        """The claims of each source that wait, by their names, and what they were made of."""
        self._keys: list[tuple[object, ...]] = []
        self._items: list[Item] = []
        self._names: list[str] = []
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
            self._line = Line(self._items, self._names.copy(), +self._counts)
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
        there, before = report["findings"], self._findings
        assert isinstance(there, list)
        if anew or len(there) != len(before) or report["sources"] is not self._report.get("sources"):
            self._put("finding", self._project.finding_items(there), changes)
            odds = Counter(claim for one in there for claim in at_odds(one))
        else:
            pairs = zip(before, there, strict=True)
            changed = [(old, new) for old, new in pairs if old is not new or new["id"] in decided]
            items = {name_of(item): item for item in self._project.finding_items(new for _, new in changed)}
            changes |= {name: items.get(name) for _, new in changed if (name := f"finding/{new['id']}")}
            odds = self._odds.copy() if changed else self._odds
            for old, new in changed:
                odds.subtract(at_odds(old))
                odds.update(at_odds(new))
        for claim in (odds.keys() | self._odds.keys()) if odds is not self._odds else ():
            item = self._of.get(f"claim/{claim}")
            tier = AT_ODDS if odds[claim] > 0 else PLAIN
            if item is not None and item.rank[0] in (AT_ODDS, PLAIN) and item.rank[0] != tier:
                changes[name_of(item)] = replace(item, rank=(tier, item.rank[1]))
        self._findings, self._odds = there, odds

    def _take_claims(
        self, report: Json, place: Place, decided: set[str], anew: bool, changes: "dict[str, Item | None]"
    ) -> None:
        """Take in the claims of sources of which a file changed, or on whose claims somebody decided."""
        project, rest = self._project, (place.files[CONFIG], place.today)
        listed = report["sources"]
        assert isinstance(listed, list)
        there = {
            id: (place.files.get(f"claims/{id}.yaml"), place.files[f"sources/{id}.yaml"], rest)
            for id in (source["id"] for source in listed)
            if f"sources/{id}.yaml" in place.files
        }
        owners = project.owners() if decided else {}
        touched = {owners[id] for id in decided if id in owners}
        known = self._made
        stale = sorted(one for one in there if anew or one in touched or known.get(one, (None,))[0] != there[one])
        fresh: dict[str, dict[str, Item]] = {source: {} for source in (*stale, *(known.keys() - there.keys()))}
        if stale:
            for item in project.queue("source", Filter(things=("claim",), sources=frozenset(stale))):
                fresh[item.sources[0]][name_of(item)] = item
        for source, items in fresh.items():
            before = known.pop(source, (None, {}))[1]
            changes |= {name: items.get(name) for name in before.keys() | items.keys()}
            if source in there:
                known[source] = there[source], items

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
            self._keys, self._names = [key for key, _, _ in ordered], [name for _, name, _ in ordered]
            self._items = [item for _, _, item in ordered]
            self._counts = Line(self._items, self._names).counts
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
            del self._keys[at], self._items[at], self._names[at]
            self._counts.subtract(sorts_of(item))
            self.half.pop(name, None)

    def _add(self, name: str, item: Item) -> None:
        key = worst_first(item)
        at = bisect_left(self._keys, key)
        self._keys.insert(at, key)
        self._items.insert(at, item)
        self._names.insert(at, name)
        self._of[name] = item
        self._counts.update(sorts_of(item))
        if item.approvers:
            self.half[name] = item
