"""The filter of the queue, as it stands in an address."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from factcheck.reviewing.queue import ORDERS, Filter, Item
from factcheck.serving.calling import Call
from factcheck.serving.waiting import Line

FIELDS = {
    "only": "things", "source": "sources", "kind": "kinds", "tag": "tags", "draft": "drafts",
    "assignee": "assignees", "status": "statuses", "verdict": "verdicts",
}  # fmt: skip
"""What is in the address, and the filter's field that it fills; each is given once at most."""


@dataclass(frozen=True)
class Wanted:
    """An order and a filter, and how they stand in an address."""

    order: str
    filter: Filter
    given: Mapping[str, str]

    @property
    def query(self) -> str:
        """The part of an address that keeps them."""
        return urlencode(self.given)


def wanted(values: Mapping[str, str]) -> Wanted:
    """What the values of an address or a form ask for; what is not known is passed over."""
    given = {name: values.get(name, "").strip() for name in (*FIELDS, "order")}
    given = {name: value for name, value in given.items() if value}
    order = given.get("order", "worst")
    if order not in ORDERS:
        order = given.pop("order", "") and "worst"
    fields = {field: (given[name],) for name, field in FIELDS.items() if name in given}
    return Wanted(order, Filter(**fields), given)


def items_for(call: Call, asked: Wanted) -> Line:
    """The queue that this visitor sees."""
    reviewer = None if call.visitor.is_guest else call.by
    found = call.board.queue(asked.order, asked.filter, reviewer)
    if call.closed:
        found = Line(item for item in found.items if not call.closed.intersection(item.sources))
    return found


def beside(call: Call, asked: Wanted, kind: str, id: str) -> tuple[int, int, Item | None, Item | None]:
    """The place of a thing in the queue and the queue's length, and what comes before and after it."""
    items = items_for(call, asked)
    place, before, after = items.around(kind, id)
    return place, len(items), before, after
