"""Lifting records of an older schema to the present one, in their files.

The review log is not lifted: its lines are chained by their digests, and every version of factcheck reads them as they
were written.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from factcheck.errors import RecordError
from factcheck.records.base import SCHEMA_VERSION
from factcheck.records.claim import Claim
from factcheck.records.source import Source
from factcheck.store import files, splice, yamltext
from factcheck.store.layout import Layout
from factcheck.store.sheet import cut, item_of
from factcheck.store.validation import record_of
from factcheck.store.yamltext import Node

Kind = Literal["source", "claim"]
Step = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Makes of a record's fields those of the next version; `schema_version` is not among them."""

STEPS: Mapping[tuple[Kind, int], Step] = {}
"""By the kind of record and the version from which a step leads; 1 is the first version, so there is none yet."""


class Lifted(NamedTuple):
    """A file whose records were lifted, and from which version."""

    file: str
    version: int


def migrate(
    layout: Layout, *, dry_run: bool = False, steps: Mapping[tuple[Kind, int], Step] = STEPS
) -> tuple[Lifted, ...]:
    """Lift every older record; gives the files that were, or would be, written.

    All are lifted and read again before the first is written, and each is replaced at once. Raises RecordError for a
    record that cannot be lifted, and ProjectError for a file that cannot be written; the files then stand as before.
    """
    folders: tuple[tuple[Kind, Path], ...] = (("source", layout.sources), ("claim", layout.claims))
    with files.locked(layout.lock):
        made = [
            (path, *found)
            for kind, folder in folders
            for path in sorted(folder.glob("*.yaml"))
            if (found := _lifted(kind, path, layout.name_of(path), steps)) is not None
        ]
        if not dry_run:
            files.write_all([(path, text.encode()) for path, _, text in made])
    return tuple(Lifted(layout.name_of(path), version) for path, version, _ in made)


def _lifted(kind: Kind, path: Path, name: str, steps: Mapping[tuple[Kind, int], Step]) -> tuple[int, str] | None:
    """The version of a file and its text in the present one; null where it is of that already."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError("cannot be read as UTF-8", where=name) from error
    node = yamltext.parse(text, name)
    version = _version(node, name)
    if version >= SCHEMA_VERSION:
        return None
    if version not in {number for _, number in steps}:
        raise RecordError(f"schema_version: {version} is one that no factcheck wrote", where=f"{name}:{node.line}")
    way = [steps[kind, number] for number in range(version, SCHEMA_VERSION) if (kind, number) in steps]
    return version, _text(kind, text, node, way, name)


def _version(node: Node, name: str) -> int:
    given = node.fields.get("schema_version")
    if given is None:
        return SCHEMA_VERSION
    if not isinstance(given.value, int) or given.value < 0:
        raise RecordError(f"schema_version: should be a number, such as {SCHEMA_VERSION}", where=f"{name}:{given.line}")
    return given.value


def _text(kind: Kind, text: str, node: Node, way: Sequence[Step], name: str) -> str:
    """The text with its records lifted; they are read as their own kind before it is given."""
    present = {"schema_version": SCHEMA_VERSION}
    if kind == "source":
        fields = {**_through(way, _without_version(node)), **present}
        made = splice.changed(text, node, node.value, fields, fields)
        record_of(Source, yamltext.parse(made, name), name)
        return made
    made = splice.changed(text, node, {"schema_version": node.value["schema_version"]}, present, present)
    sheet = cut(made)
    if sheet is None and node.value.get("claims"):
        raise RecordError("give each record lines of its own, from a dash on (no {} and [])", where=name)
    for place, part in enumerate(sheet.parts if sheet else ()):
        item = item_of(part, name)
        fields = _through(way, item.value)
        changed = splice.changed(part, item, item.value, fields, fields)
        sheet = sheet.with_part(place, changed) if sheet else None
    made = sheet.text if sheet else made
    for item in yamltext.parse(made, name).fields["claims"].items if sheet else ():
        record_of(Claim, item, name)
    return made


def _without_version(node: Node) -> dict[str, Any]:
    return {name: value for name, value in node.value.items() if name != "schema_version"}


def _through(way: Sequence[Step], fields: Mapping[str, Any]) -> dict[str, Any]:
    for step in way:
        fields = step(fields)
    return dict(fields)
