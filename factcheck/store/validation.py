"""Records checked strictly: what a YAML text says becomes a record, or an error with file, line and field."""

import json
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from factcheck.errors import RecordError, hint
from factcheck.records.base import SCHEMA_VERSION, Record
from factcheck.records.claim import Claim
from factcheck.store.yamltext import Node

R = TypeVar("R", bound=Record)

DERIVED = {"start", "end", "section", "page", "note"}
"""Fields of an anchor that are found again, and so are not written; the page is, where there is no text to find
the words in (a scan)."""

UPGRADE = f"was written by a later factcheck (this one reads schema_version {SCHEMA_VERSION}); upgrade factcheck"


def slim(record: Record) -> dict[str, Any]:
    """A record as it is written: aliases for names, defaults left out, and of anchors what is the truth."""
    made: dict[str, Any] = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    made.pop("schema_version", None)
    if isinstance(record, Claim):
        made["anchors"] = [_without_derived(anchor) for anchor in made["anchors"]]
    return made


def full(record: Record) -> dict[str, Any]:
    """A record with every field, but for what is derived."""
    made: dict[str, Any] = record.model_dump(mode="json", by_alias=True)
    if isinstance(record, Claim):
        made["anchors"] = [_without_derived(anchor) for anchor in made["anchors"]]
    return made


def _without_derived(anchor: dict[str, Any]) -> dict[str, Any]:
    kept = {"page"} if anchor.get("start") is None else set()
    return {name: value for name, value in anchor.items() if name not in DERIVED or name in kept}


def record_in(model: type[R], value: Any) -> R | None:
    """The record that a value is, if it is one at once; null where it takes `record_of` to tell, or to tell why not."""
    if not isinstance(value, dict) or value.get("schema_version", SCHEMA_VERSION) != SCHEMA_VERSION:
        return None
    try:
        return model.model_validate_json(json.dumps(value))
    except ValidationError:
        return None


def record_of(model: type[R], node: Node, where: str) -> R:
    """The record at a place of a YAML text; raises RecordError with file, line and field."""
    if not isinstance(node.value, dict):
        raise RecordError(f"should be a record of {model.__name__.lower()} fields", where=f"{where}:{node.line}")
    check_version(node, where)
    try:
        return model.model_validate_json(json.dumps(node.value))
    except ValidationError as error:
        value = _as_written(node, error)
        try:
            return model.model_validate_json(json.dumps(value))
        except ValidationError as again:
            raise _record_error(model, node, again, where) from again


def check_version(node: Node, where: str) -> None:
    """Raises RecordError for a record of a later version."""
    given = node.fields.get("schema_version")
    if given is None:
        return
    line = f"{where}:{given.line}"
    if not isinstance(given.value, int) or given.value < 0:
        raise RecordError(f"schema_version: should be a number, such as {SCHEMA_VERSION}", where=line)
    if given.value < SCHEMA_VERSION:
        raise RecordError(
            f"schema_version: {given.value} is of an older factcheck; `factcheck migrate` lifts it", where=line
        )
    if given.value > SCHEMA_VERSION:
        raise RecordError(f"schema_version: {given.value} {UPGRADE}", where=line)


def _as_written(node: Node, error: ValidationError) -> Any:
    """The value with numbers and the like given back as text where a record wants text (a year, a label)."""
    value = json.loads(json.dumps(node.value))
    for fault in error.errors():
        at = _at(node, fault["loc"])
        if fault["type"] == "string_type" and at is not None and at.written and fault["loc"]:
            holder = value
            for step in fault["loc"][:-1]:
                holder = holder[step]
            holder[fault["loc"][-1]] = at.written
    return value


def _at(node: Node, steps: Sequence[int | str]) -> Node | None:
    found: Node | None = node
    for step in steps:
        if found is None:
            return None
        if isinstance(step, str):
            found = found.fields.get(step)
        else:
            found = found.items[step] if step < len(found.items) else None
    return found


def _record_error(model: type[Record], node: Node, error: ValidationError, where: str) -> RecordError:
    faults = sorted(error.errors(), key=lambda fault: [str(step) for step in fault["loc"]])
    fault = faults[0]
    steps = fault["loc"]
    at = next((found for n in range(len(steps), -1, -1) if (found := _at(node, steps[:n])) is not None), node)
    field = ".".join(str(step) if isinstance(step, str) else f"[{step + 1}]" for step in steps).replace(".[", "[")
    match fault["type"]:
        case "extra_forbidden":
            known = [info.alias or name for name, info in model.model_fields.items()]
            says = "unknown field" + (hint(str(steps[-1]), known) if len(steps) == 1 else "")
        case "missing":
            says = "is missing"
        case _:
            says = fault["msg"].removeprefix("Input ").removeprefix("Value error, ")
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return RecordError(f"{field}: {says}{more}", where=f"{where}:{at.line}")
