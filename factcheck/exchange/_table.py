"""Claims as rows of a table: a column for each thing that people look for."""

from collections.abc import Callable

from factcheck.exchange._exporter import Exported
from factcheck.records.review import Decision
from factcheck.records.timespan import in_words

Cell = str | float | int | None

COLUMNS: dict[str, Callable[[Exported], Cell]] = {
    "id": lambda one: one.claim.id,
    "source": lambda one: one.source.id,
    "source_title": lambda one: one.source.title,
    "source_date": lambda one: one.source.issued,
    "source_url": lambda one: one.source.url,
    "kind": lambda one: one.claim.kind,
    "measure": lambda one: one.claim.measure,
    "statement": lambda one: one.claim.statement,
    "passage": lambda one: " ".join(one.claim.anchors[0].exact.split()),
    "further_passages": lambda one: "\n".join(" ".join(item.exact.split()) for item in one.claim.anchors[1:]),
    "section": lambda one: one.claim.anchors[0].section,
    "page": lambda one: one.claim.anchors[0].page,
    "footnote": lambda one: one.claim.anchors[0].note,
    "start": lambda one: one.claim.anchors[0].start,
    "end": lambda one: one.claim.anchors[0].end,
    "value": lambda one: one.claim.quantity.as_written if one.claim.quantity else None,
    "low": lambda one: one.claim.quantity.low if one.claim.quantity else None,
    "high": lambda one: one.claim.quantity.high if one.claim.quantity else None,
    "unit": lambda one: one.claim.quantity.unit if one.claim.quantity else None,
    "period": lambda one: in_words(one.claim.timespan) if one.claim.timespan else None,
    "period_start": lambda one: one.claim.timespan.start if one.claim.timespan else None,
    "period_end": lambda one: one.claim.timespan.end if one.claim.timespan else None,
    "said_by": lambda one: "; ".join(one.claim.said_by),
    "tags": lambda one: "; ".join(one.claim.tags),
    "note": lambda one: one.claim.note,
    "written_by": lambda one: one.claim.found_by,
    "edited_by": lambda one: "; ".join(one.claim.edited_by),
    "status": lambda one: one.status,
    "reads_right_by": lambda one: _yes(one, "reads-right"),
    "rely_by": lambda one: _yes(one, "rely"),
    "decided_by": lambda one: last.by if (last := _last(one)) else None,
    "decided_at": lambda one: last.at if (last := _last(one)) else None,
    "why": lambda one: last.why if (last := _last(one)) else None,
    "assignee": lambda one: one.assignee,
    "findings": lambda one: "; ".join(one.findings),
}
"""The columns, in order, and what stands in each."""


def row(one: Exported) -> list[Cell]:
    """A claim as the cells of its row."""
    return [cell(one) for cell in COLUMNS.values()]


def _last(one: Exported) -> Decision | None:
    deciding = [each for each in one.decisions if each.question in ("reads-right", "rely")]
    return deciding[-1] if deciding else None


def _yes(one: Exported, question: str) -> str:
    return "; ".join(
        dict.fromkeys(each.by for each in one.decisions if each.question == question and each.answer == "yes")
    )
