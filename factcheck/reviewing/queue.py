"""The queue: what waits for a decision, worst first, or by source, kind, tag, draft or assignee."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from factcheck.errors import UsageError
from factcheck.reviewing.policy import same_person

Order = Literal["worst", "source", "kind", "tag", "draft", "assignee"]
ORDERS: tuple[Order, ...] = ("worst", "source", "kind", "tag", "draft", "assignee")

FINDING_TIERS = {"conflict": 0, "possible-conflict": 2, "different-basis": 5, "later-figure": 7, "variant": 8}
"""How pressing an undecided finding is, by its verdict; the others ask for no decision."""

CLAIM_TIERS = {"disputed": 1, "stale": 3, "needs-work": 6, "proposed": 10}
"""How pressing a claim is, by its status; the others ask for no decision."""

WRITTEN, AT_ODDS, STATEMENT = 9, 10, 4
"""How pressing are a claim that a person wrote, one whose finding is undecided, and a draft's statement."""

PLAIN = 11


@dataclass(frozen=True)
class Item:
    """Something that waits for a decision; `says` is what was decided on it so far.

    `rank` orders items, the most pressing first. `approvers` are those who approved it already, where more have to.
    """

    kind: Literal["finding", "claim", "statement"]
    id: str
    status: str
    title: str
    about: str
    sources: tuple[str, ...]
    rank: tuple[int, float]
    says: str = ""
    verdict: str | None = None
    tags: tuple[str, ...] = ()
    assignee: str | None = None
    draft: str | None = None
    approvers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filter:
    """Which items are wanted; what is left empty lets all through. `things` are finding, claim and statement."""

    things: Collection[str] = ()
    sources: Collection[str] = ()
    kinds: Collection[str] = ()
    tags: Collection[str] = ()
    drafts: Collection[str] = ()
    assignees: Collection[str] = ()
    statuses: Collection[str] = ()
    verdicts: Collection[str] = ()

    def lets(self, item: Item) -> bool:
        """Whether an item is wanted."""
        return (
            (not self.things or item.kind in self.things)
            and (not self.sources or any(source in self.sources for source in item.sources))
            and (not self.kinds or item.about in self.kinds)
            and (not self.tags or any(tag in self.tags for tag in item.tags))
            and (not self.drafts or item.draft in self.drafts)
            and (not self.assignees or any(same_person(item.assignee or "", name) for name in self.assignees))
            and (not self.statuses or item.status in self.statuses)
            and (not self.verdicts or item.verdict in self.verdicts)
        )


EVERYTHING = Filter()


def ordered(items: Iterable[Item], order: str, reviewer: str | None = None) -> tuple[Item, ...]:
    """The items in an order; without those that the reviewer has approved, and that wait for somebody else."""
    if order not in ORDERS:
        raise UsageError(f"{order!r} is no order; there are {', '.join(ORDERS)}")
    mine = (item for item in items if reviewer is None or not is_done_by(reviewer, item))
    return gathered(sorted(mine, key=worst_first), order)


def gathered(items: Iterable[Item], order: str) -> tuple[Item, ...]:
    """Items that stand the worst first, in another order: those alike in it stay as they stand."""
    return tuple(items if order == "worst" else sorted(items, key=_KEYS[order]))


def is_done_by(reviewer: str, item: Item) -> bool:
    """Whether a reviewer approved an item already, and it waits for somebody else."""
    return item.status == "proposed" and any(same_person(reviewer, name) for name in item.approvers)


def at_odds(finding: Mapping[str, Any]) -> frozenset[str]:
    """The claims of a report's finding, as long as it asks for a decision."""
    if finding["verdict"] not in FINDING_TIERS or finding["status"] == "settled":
        return frozenset()
    return frozenset(item["claim"] for item in finding["evidence"] if item["claim"])


def worst_first(item: Item) -> tuple[Any, ...]:
    """What items are sorted by where the worst comes first; no two are equal."""
    return item.rank[0], _STATUS.get(item.status, 2), -item.rank[1], item.kind, item.id


_STATUS = {"disputed": 0, "stale": 1}

_KEYS: dict[str, Callable[[Item], Any]] = {
    "source": lambda item: item.sources[:1],
    "kind": lambda item: item.about,
    "tag": lambda item: (not item.tags, item.tags[:1]),
    "draft": lambda item: (item.draft is None, item.draft or ""),
    "assignee": lambda item: (item.assignee is None, (item.assignee or "").casefold()),
}
