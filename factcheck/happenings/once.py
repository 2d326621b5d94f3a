"""What happens, by claims of any kind: each happening once, without the figures beside it."""

from collections.abc import Iterable

from factcheck.rows import Row


def happenings(rows: Iterable[Row]) -> list[Row]:
    """The rows of what happens, one for each happening, date and passage: of an event, if it can be, the longest."""
    found: dict[tuple[str, str, str, int], Row] = {}
    for row in rows:
        if row.kind in ("event", "date"):
            key = (row.source, row.measure, row.begins, row.start)
            if key not in found or _telling(row) > _telling(found[key]):
                found[key] = row
    return list(found.values())


def _telling(row: Row) -> tuple[bool, int, str]:
    return row.kind == "event", row.end, row.id
