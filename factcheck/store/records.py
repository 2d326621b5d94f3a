"""Sources and claims as YAML files that people read in a diff and may edit."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from factcheck.digests import digest_of_bytes
from factcheck.errors import FactcheckError, ProjectError, RecordError, UsageError
from factcheck.records.base import SCHEMA_VERSION, Record
from factcheck.records.claim import Claim
from factcheck.records.source import Source
from factcheck.store import files, splice, yamltext
from factcheck.store.index import Index
from factcheck.store.layout import Layout
from factcheck.store.yamltext import Node

R = TypeVar("R", bound=Record)

DERIVED = {"start", "end", "section", "page", "note"}
"""Fields of an anchor that are found again, and so are not written."""

UPGRADE = f"was written by a later factcheck (this one reads schema_version {SCHEMA_VERSION}); upgrade factcheck"


class Records:
    """The records of a project. Reading takes no lock; those who write hold the project's."""

    def __init__(self, layout: Layout, index: Index) -> None:
        self.layout = layout
        self.index = index

    def source_ids(self) -> tuple[str, ...]:
        """The ids of all sources, in order."""
        return tuple(sorted(path.stem for path in self.layout.sources.glob("*.yaml") if path.is_file()))

    def source(self, source: str) -> Source:
        """A source's record; raises UsageError for an unknown id and RecordError for a malformed file."""
        path = self.layout.source_record(source)
        if not path.is_file():
            near = yamltext.nearest(source, list(self.source_ids()))
            raise UsageError(f"no source is called {source!r}{near}")
        name = self.layout.name_of(path)
        text, digest = _text(path, name)
        cached = self._cached(name, digest, Source)
        if cached:
            return cached[0]
        node = yamltext.parse(text, name)
        record = record_of(Source, node, name)
        if record.id != source:
            raise RecordError(f"the id is {record.id!r}; a record's file is called <id>.yaml", where=f"{name}:1")
        _checked_file(self.layout, record, node, name)
        self._cache(name, digest, [record])
        return record

    def sources(self) -> tuple[Source, ...]:
        """All sources, in order of id."""
        return tuple(self.source(source) for source in self.source_ids())

    def write_source(self, source: Source) -> None:
        """Write a source's record; an existing file keeps its comments and the lines that did not change."""
        path = self.layout.source_record(source.id)
        name = self.layout.name_of(path)
        if path.is_file():
            text, _ = _text(path, name)
            node = yamltext.parse(text, name)
            new = _spliced(text, node, record_of(Source, node, name), source, name)
        else:
            new = yamltext.dump({"schema_version": SCHEMA_VERSION, **slim(source)})
        _verified(new, name, lambda node: record_of(Source, node, name) == source)
        files.write(path, new.encode())

    def delete_source(self, source: str) -> None:
        """Delete a source's record."""
        files.remove(self.layout.source_record(source))

    def claims_files(self) -> tuple[str, ...]:
        """The ids of the sources that have curated claims, in order."""
        return tuple(sorted(path.stem for path in self.layout.claims.glob("*.yaml") if path.is_file()))

    def claims(self, source: str) -> tuple[Claim, ...]:
        """The curated claims of a source, in the order of its file; raises RecordError."""
        path = self.layout.claims_of(source)
        if not path.is_file():
            return ()
        name = self.layout.name_of(path)
        text, digest = _text(path, name)
        cached = self._cached(name, digest, Claim)
        if cached is not None:
            return cached
        return self._parsed_claims(source, text, digest)[1]

    def write_claims(self, source: str, claims: Sequence[Claim]) -> None:
        """Add claims to a source's file, or change those of the same id; the others keep their lines."""
        path = self.layout.claims_of(source)
        name = self.layout.name_of(path)
        text = _text(path, name)[0] if path.is_file() else f"schema_version: {SCHEMA_VERSION}\nclaims: []\n"
        for claim in claims:
            items, existing = self._parsed_claims(source, text)
            place = next((number for number, old in enumerate(existing) if old.id == claim.id), None)
            if place is None:
                text = _located(name, splice.appended, text, items, slim(claim))
            else:
                text = _spliced(text, items.items[place], existing[place], claim, name)
        _, stored = self._parsed_claims(source, text)
        wanted = {claim.id: slim(claim) for claim in claims}
        _check(all(slim(claim) == wanted.get(claim.id, slim(claim)) for claim in stored), name)
        files.write(path, text.encode())
        self._cache(name, digest_of_bytes(text.encode()), stored)

    def delete_claims(self, source: str, ids: Sequence[str]) -> None:
        """Take claims out of a source's file; a file left without claims is deleted."""
        path = self.layout.claims_of(source)
        name = self.layout.name_of(path)
        text = _text(path, name)[0]
        for wanted in ids:
            items, existing = self._parsed_claims(source, text)
            place = next(number for number, old in enumerate(existing) if old.id == wanted)
            text = _located(name, splice.removed, text, items, place)
        if self._parsed_claims(source, text)[1]:
            files.write(path, text.encode())
        else:
            files.remove(path)

    def _parsed_claims(self, source: str, text: str, digest: str | None = None) -> tuple[Node, tuple[Claim, ...]]:
        """The list in a claims file's text, and the claims in it."""
        name = self.layout.name_of(self.layout.claims_of(source))
        root = yamltext.parse(text, name)
        if not isinstance(root.value, dict):
            raise RecordError("should hold `claims:` with a list", where=f"{name}:1")
        for field, node in root.fields.items():
            if field not in ("schema_version", "claims"):
                raise RecordError(f"unknown field {field!r}", where=f"{name}:{node.line}")
        _check_version(root, name)
        items = root.fields.get("claims", Node([], len(text), len(text), 1, 0))
        if items.value is not None and not isinstance(items.value, list):
            raise RecordError("claims: should be a list", where=f"{name}:{items.line}")
        claims = tuple(record_of(Claim, node, name) for node in items.items)
        _check_claims(source, claims, items, name)
        if digest:
            self._cache(name, digest, claims)
        return items, claims

    def _cached(self, name: str, digest: str, model: type[R]) -> tuple[R, ...] | None:
        stored = self.index.get("records", name, digest)
        if stored is None:
            return None
        try:
            return TypeAdapter(tuple[model, ...]).validate_json(stored)  # type: ignore[valid-type]
        except ValidationError:
            return None

    def _cache(self, name: str, digest: str, records: Sequence[Record]) -> None:
        body = ",".join(record.model_dump_json(exclude_defaults=True) for record in records)
        self.index.put("records", name, digest, f"[{body}]".encode())


def slim(record: Record) -> dict[str, Any]:
    """A record as it is written: aliases for names, defaults left out, and of anchors what is the truth."""
    made: dict[str, Any] = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    made.pop("schema_version", None)
    if isinstance(record, Claim):
        made["anchors"] = [_without_derived(anchor) for anchor in made["anchors"]]
    return made


def _full(record: Record) -> dict[str, Any]:
    made: dict[str, Any] = record.model_dump(mode="json", by_alias=True)
    if isinstance(record, Claim):
        made["anchors"] = [_without_derived(anchor) for anchor in made["anchors"]]
    return made


def _without_derived(anchor: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in anchor.items() if name not in DERIVED}


def record_of(model: type[R], node: Node, where: str) -> R:
    """The record at a place of a YAML text; raises RecordError with file, line and field."""
    if not isinstance(node.value, dict):
        raise RecordError(f"should be a record of {model.__name__.lower()} fields", where=f"{where}:{node.line}")
    _check_version(node, where)
    try:
        return model.model_validate_json(json.dumps(node.value))
    except ValidationError as error:
        value = _as_written(node, error)
        try:
            return model.model_validate_json(json.dumps(value))
        except ValidationError as again:
            raise _record_error(model, node, again, where) from again


def _check_version(node: Node, where: str) -> None:
    given = node.fields.get("schema_version")
    if given is None:
        return
    line = f"{where}:{given.line}"
    if not isinstance(given.value, int) or given.value < 1:
        raise RecordError(f"schema_version: should be a number, such as {SCHEMA_VERSION}", where=line)
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
            says = "unknown field" + (yamltext.nearest(str(steps[-1]), known) if len(steps) == 1 else "")
        case "missing":
            says = "is missing"
        case _:
            says = fault["msg"].removeprefix("Input ").removeprefix("Value error, ")
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return RecordError(f"{field}: {says}{more}", where=f"{where}:{at.line}")


def _check_claims(source: str, claims: Sequence[Claim], items: Node, name: str) -> None:
    seen: set[str] = set()
    for claim, node in zip(claims, items.items, strict=True):
        if claim.id in seen:
            raise RecordError(f"the id {claim.id!r} is given twice", where=f"{name}:{node.line}")
        if claim.source != source:
            raise RecordError(
                f"anchors[1].source: should be {source!r}, as the file's name", where=f"{name}:{node.line}"
            )
        seen.add(claim.id)


def _checked_file(layout: Layout, record: Source, node: Node, name: str) -> None:
    try:
        layout.source_file(record.file)
    except UsageError as error:
        raise RecordError(f"file: {error.message}", where=f"{name}:{node.fields['file'].line}") from error


def _spliced(text: str, node: Node, old: Record, new: Record, name: str) -> str:
    return _located(name, splice.changed, text, node, _full(old), _full(new), slim(new))


def _located(name: str, work: Any, *arguments: Any) -> str:
    try:
        made: str = work(*arguments)
    except FactcheckError as error:
        raise RecordError(error.message, where=name) from error
    return made


def _verified(text: str, name: str, holds: Any) -> None:
    _check(holds(yamltext.parse(text, name)), name)


def _check(holds: bool, name: str) -> None:
    """Refuse to write a text that does not read back as what was meant: a defect must not reach the disk."""
    if not holds:
        raise RecordError("cannot be changed in place without altering other lines; edit it by hand", where=name)


def _text(path: Path, name: str) -> tuple[str, str]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ProjectError(f"cannot be read: {(error.strerror or str(error)).lower()}", where=name) from error
    try:
        return data.decode("utf-8-sig"), digest_of_bytes(data)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RecordError("is not UTF-8; save it as UTF-8", where=f"{name}:{line}") from error
