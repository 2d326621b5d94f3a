"""Sources and claims as YAML files that people read in a diff and may edit."""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from factcheck.digests import digest_of_bytes
from factcheck.errors import ProjectError, RecordError, UsageError, hint
from factcheck.records.base import SCHEMA_VERSION, Record
from factcheck.records.claim import Claim
from factcheck.records.source import Source
from factcheck.store import files, splice, yamltext
from factcheck.store.index import Index
from factcheck.store.layout import Layout, checked_id, is_file_name
from factcheck.store.quickyaml import quick
from factcheck.store.sheet import Sheet, cut, item_of
from factcheck.store.validation import check_version, full, record_in, record_of, slim
from factcheck.store.yamltext import Node

R = TypeVar("R", bound=Record)

FEW = 16
"""One of so many parts of a file may be left to be read again before it is worth keeping what all of them said."""

CROWDED = "give each record lines of its own, from a dash on (no {} and []), so that it can be changed here"


class Records:
    """The records of a project. Reading takes no lock; those who write hold the project's.

    Parsing YAML is slow, so what a file's parts said is kept in the index by the digest of their text.
    """

    def __init__(self, layout: Layout, index: Index) -> None:
        self.layout = layout
        self.index = index
        self._claims_read: dict[str, tuple[str, Sheet | None, tuple[Claim, ...]]] = {}
        self._by_digest: dict[str, tuple[str, Source | tuple[Claim, ...]]] = {}
        """What files said when they were read last, by their names, with their digests."""
        self._not_kept: dict[str, int] = {}
        """How many parts of files were read since what they said was kept."""

    def source_ids(self) -> tuple[str, ...]:
        """The ids of all sources, in order."""
        return _stems(self.layout.sources)

    def source(self, source: str) -> Source:
        """A source's record; raises UsageError for an unknown id and RecordError for a malformed file."""
        name = f"sources/{checked_id(source)}.yaml"
        digest = self._digest(name)
        known = self._by_digest.get(name)
        if known is not None and known[0] == digest and isinstance(known[1], Source):
            return known[1]
        path = self.layout.source_record(source)
        if not path.is_file():
            near = hint(source, self.source_ids())
            raise UsageError(f"no source is called {source!r}{near}")
        text = _text(path, name)
        found = _known(Source, self._kept(name), text)
        if found is None:
            found = self._parsed_source(source, text, name)
            self._keep(name, {text: found})
        self._read(name, digest, found)
        return found

    def _digest(self, name: str) -> str | None:
        """The digest of a file, that of one left alone known by its stat; null where it cannot be read."""
        try:
            return self.index.digests([name], self.layout.root)[name]
        except OSError:
            return None

    def _read(self, name: str, digest: str | None, found: Source | tuple[Claim, ...]) -> None:
        """Remember what a file says that was not changed while it was read."""
        if digest is not None and self._digest(name) == digest:
            self._by_digest[name] = digest, found

    def _parsed_source(self, source: str, text: str, name: str) -> Source:
        found = record_in(Source, quick(text))
        if found is not None and found.id == source and is_file_name(found.file):
            return found
        node = yamltext.parse(text, name)
        found = record_of(Source, node, name)
        if found.id != source:
            raise RecordError(f"the id is {found.id!r}; a record's file is called <id>.yaml", where=f"{name}:1")
        if not is_file_name(found.file):
            where = f"{name}:{node.fields['file'].line}"
            raise RecordError(f"file: {found.file!r} is not the name of a file in sources/", where=where)
        return found

    def sources(self) -> tuple[Source, ...]:
        """All sources, in order of id."""
        return tuple(self.source(source) for source in self.source_ids())

    def write_source(self, source: Source) -> None:
        """Write a source's record; an existing file keeps its comments and the lines that did not change."""
        files.write(*self.source_file(source))

    def source_file(self, source: Source) -> tuple[Path, bytes]:
        """A source's record as it is to be written: its file, and the bytes of it."""
        path = self.layout.source_record(source.id)
        name = self.layout.name_of(path)
        if path.is_file():
            text = _text(path, name)
            node = yamltext.parse(text, name)
            text = _changed(text, node, record_of(Source, node, name), source, name)
        else:
            text = yamltext.dump({"schema_version": SCHEMA_VERSION, **slim(source)})
        _check(record_of(Source, yamltext.parse(text, name), name) == source, name)
        self._keep(name, {text: source})
        return path, text.encode()

    def claims_files(self) -> tuple[str, ...]:
        """The ids of the sources that have curated claims, in order."""
        return _stems(self.layout.claims)

    def claims(self, source: str) -> tuple[Claim, ...]:
        """The curated claims of a source, in the order of its file; raises RecordError."""
        name = f"claims/{checked_id(source)}.yaml"
        digest = self._digest(name)
        known = self._by_digest.get(name)
        if known is not None and known[0] == digest and isinstance(known[1], tuple):
            return known[1]
        path = self.layout.claims_of(source)
        if not path.is_file():
            return ()
        found = self._claims(source, _text(path, name))[1]
        self._read(name, digest, found)
        return found

    def write_claims(self, source: str, claims: Sequence[Claim]) -> None:
        """Add claims to a source's file, or change those of the same id; the others keep their lines."""
        if claims:
            files.write(*self.claims_file(source, claims))

    def claims_file(self, source: str, claims: Sequence[Claim]) -> tuple[Path, bytes]:
        """A source's claims as they are to be written with these, one or more: their file, and the bytes of it."""
        path = self.layout.claims_of(source)
        name = self.layout.name_of(path)
        text = _text(path, name) if path.is_file() else f"schema_version: {SCHEMA_VERSION}\nclaims: []\n"
        sheet, stored = self._claims(source, text)
        held = {claim.id: (place, claim) for place, claim in enumerate(stored)}
        for claim in claims:
            if sheet is None:
                sheet = _begun(text, claim, bool(held), name)
            elif claim.id in held:
                place, old = held[claim.id]
                part = sheet.parts[place]
                sheet = sheet.with_part(place, _changed(part, item_of(part, name), old, claim, name))
            else:
                sheet = sheet.with_more(splice.item(slim(claim), sheet.indent, splice.newline_of(text)))
            held[claim.id] = held.get(claim.id, (len(held), claim))[0], claim
        assert sheet is not None
        return self._checked(source, sheet, [claim for _, claim in held.values()])

    def _checked(self, source: str, sheet: Sheet, meant: Sequence[Claim]) -> tuple[Path, bytes]:
        """A claims file to be written, if it reads back as what was meant: a defect of ours must not reach the disk."""
        path = self.layout.claims_of(source)
        again, claims = self._claims(source, sheet.text)
        same = again == sheet and len(claims) == len(meant)
        same = same and all(one == other or slim(one) == slim(other) for one, other in zip(claims, meant, strict=True))
        _check(same, self.layout.name_of(path))
        return path, sheet.text.encode()

    def _claims(self, source: str, text: str) -> tuple[Sheet | None, tuple[Claim, ...]]:
        """The claims in a file's text, and the text cut up, where it can be; what was read last is remembered."""
        before = self._claims_read.get(source)
        if before is None or before[0] != text:
            self._claims_read[source] = before = (text, *self._claims_in(source, text))
        return before[1:]

    def claims_in(self, source: str, text: str) -> tuple[Claim, ...]:
        """The claims in the text of a claims file, as it is or was; raises RecordError for a malformed one."""
        return self._claims_in(source, text)[1]

    def _claims_in(self, source: str, text: str) -> tuple[Sheet | None, tuple[Claim, ...]]:
        name = self.layout.name_of(self.layout.claims_of(source))
        sheet = cut(text)
        if sheet is not None:
            try:
                return sheet, self._claims_of(source, sheet, name)
            except RecordError:
                """What is wrong is told below, with its line in the whole file."""
        items = _items(yamltext.parse(text, name), text, name)
        claims = tuple(record_of(Claim, node, name) for node in items.items)
        _check_claims(source, claims, [node.line for node in items.items], name)
        return None, claims

    def _claims_of(self, source: str, sheet: Sheet, name: str) -> tuple[Claim, ...]:
        _items(yamltext.parse(sheet.head, name), sheet.head, name)
        at_hand, fresh, claims = self._parts_read(source), 0, []
        kept = {} if at_hand else self._kept(name)
        for part in sheet.parts:
            claim = at_hand.get(part) or _known(Claim, kept, part)
            if claim is None:
                value = quick(part)
                claim = record_in(Claim, value[0]) if isinstance(value, list) and len(value) == 1 else None
                claim, fresh = claim or record_of(Claim, item_of(part, name), name), fresh + 1
            claims.append(claim)
        _check_claims(source, claims, [1] * len(claims), name)
        self._not_kept[name] = self._not_kept.get(name, 0) + fresh
        if self._not_kept[name] * FEW > len(claims):
            self._keep(name, dict(zip(sheet.parts, claims, strict=True)))
            del self._not_kept[name]
        return tuple(claims)

    def _parts_read(self, source: str) -> dict[str, Claim]:
        """The claims of a file by their text, as it was read last: what did not change is the same record again."""
        before = self._claims_read.get(source)
        return dict(zip(before[1].parts, before[2], strict=True)) if before and before[1] else {}

    def _kept(self, name: str) -> Mapping[str, str]:
        """What the parts of a file were read as, as JSON, by the digest of their text."""
        stored = self.index.get("records", name, "parts")
        kept: dict[str, str] = json.loads(stored) if stored else {}
        return kept

    def _keep(self, name: str, records: Mapping[str, Record]) -> None:
        kept = {
            digest_of_bytes(text.encode()): record.model_dump_json(exclude_defaults=True)
            for text, record in records.items()
        }
        self.index.put("records", name, "parts", json.dumps(kept).encode())


def _stems(folder: Path) -> tuple[str, ...]:
    """The names of the YAML files in a folder, without their ending, in order."""
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if entry.name.endswith(".yaml") and entry.is_file()]
    return tuple(sorted(name.removesuffix(".yaml") for name in names))


def _known(model: type[R], kept: Mapping[str, str], text: str) -> R | None:
    stored = kept.get(digest_of_bytes(text.encode()))
    if stored is None:
        return None
    try:
        return model.model_validate_json(stored)
    except ValidationError:
        return None


def _items(root: Node, text: str, name: str) -> Node:
    """The list in a claims file."""
    if not isinstance(root.value, dict):
        raise RecordError("should hold `claims:` with a list", where=f"{name}:1")
    for field, node in root.fields.items():
        if field not in ("schema_version", "claims"):
            raise RecordError(f"unknown field {field!r}", where=f"{name}:{node.line}")
    check_version(root, name)
    items = root.fields.get("claims", Node([], len(text), len(text), 1, 0))
    if items.value is not None and not isinstance(items.value, list):
        raise RecordError("claims: should be a list", where=f"{name}:{items.line}")
    return items


def _check_claims(source: str, claims: Sequence[Claim], lines: Sequence[int], name: str) -> None:
    seen: set[str] = set()
    for claim, line in zip(claims, lines, strict=True):
        if claim.id in seen:
            raise RecordError(f"the id {claim.id!r} is given twice", where=f"{name}:{line}")
        if claim.source != source:
            raise RecordError(f"anchors[1].source: should be {source!r}, as the file's name", where=f"{name}:{line}")
        seen.add(claim.id)


def _begun(text: str, claim: Claim, holds_others: bool, name: str) -> Sheet:
    """A file without claims, with its first."""
    root = yamltext.parse(text, name)
    if "claims" not in root.fields:
        text = f"{splice.ended(text)}claims: []{splice.newline_of(text)}"
        root = yamltext.parse(text, name)
    sheet = None if holds_others else cut(splice.begun(text, root.fields["claims"], slim(claim)))
    if sheet is None:
        raise RecordError(CROWDED, where=name)
    return sheet


def _changed(text: str, node: Node, old: Record, new: Record, name: str) -> str:
    try:
        return splice.changed(text, node, full(old), full(new), slim(new))
    except RecordError as error:
        raise RecordError(error.message, where=name) from error


def _check(holds: bool, name: str) -> None:
    """Refuse to write a text that does not read back as what was meant: a defect must not reach the disk."""
    if not holds:
        raise RecordError("cannot be changed in place without altering other lines; edit it by hand", where=name)


def _text(path: Path, name: str) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ProjectError(f"cannot be read: {(error.strerror or str(error)).lower()}", where=name) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RecordError("is not UTF-8; save it as UTF-8", where=f"{name}:{line}") from error
