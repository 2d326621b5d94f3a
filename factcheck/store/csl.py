"""Bibliographic records from a CSL-JSON library, as reference managers write it."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcheck.errors import SourceError
from factcheck.store.layout import slug

PARTIAL = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
TEXTS = ("type", "title", "publisher", "container-title", "URL", "language", "edition")


def library(path: Path) -> dict[str, dict[str, Any]]:
    """The entries of a library as fields of a source record, by id; raises SourceError, one line."""
    where = str(path)
    try:
        entries = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SourceError(f"cannot be read: {(error.strerror or str(error)).lower()}", where=where) from error
    except (ValueError, RecursionError) as error:
        place = f"{where}:{error.lineno}" if isinstance(error, json.JSONDecodeError) else where
        raise SourceError("is not a CSL-JSON library: not JSON in UTF-8", where=place) from error
    if not isinstance(entries, list):
        raise SourceError("is not a CSL-JSON library: it should be a list of entries", where=where)
    found: dict[str, dict[str, Any]] = {}
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), (str, int)):
            raise SourceError(f"entry {number} has no id", where=where)
        name = str(entry["id"])
        if name in found:
            raise SourceError(f"the id {name!r} is given twice", where=where)
        found[name] = fields(entry)
    return found


def entry_for(entries: Mapping[str, dict[str, Any]], stem: str) -> dict[str, Any]:
    """The entry of a file: the one whose id is the file's stem, or becomes the same id; empty if there is none."""
    if stem in entries:
        return entries[stem]
    same = [entry for name, entry in entries.items() if slug(name) == slug(stem)]
    return same[0] if len(same) == 1 else {}


def fields(entry: Mapping[str, Any]) -> dict[str, Any]:
    """What a CSL-JSON entry says, as fields of a source record."""
    made: dict[str, Any] = {
        name: " ".join(str(entry[name]).split()) for name in TEXTS if isinstance(entry.get(name), (str, int))
    }
    named = entry.get("author")
    authors = [_name(author) for author in named if isinstance(author, dict)] if isinstance(named, list) else []
    if any(authors):
        made["author"] = [author for author in authors if author]
    for name in ("issued", "accessed"):
        if date := _date(entry.get(name)):
            made[name] = date
    return {name: value for name, value in made.items() if value}


def _name(author: Mapping[str, Any]) -> dict[str, str]:
    parts = {part: str(author[part]) for part in ("family", "given", "literal") if author.get(part)}
    if particle := author.get("non-dropping-particle") or author.get("dropping-particle"):
        parts["family"] = f"{particle} {parts.get('family', '')}".strip()
    return parts


def _date(value: Any) -> str | None:
    """A CSL date as far as it is known; of a range, its beginning."""
    if not isinstance(value, dict):
        return None
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        written = [str(part).strip() for part in parts[0] if part not in (None, "")]
        padded = [part.zfill(4 if place == 0 else 2) for place, part in enumerate(written)]
        for size in range(len(padded), 0, -1):
            if PARTIAL.fullmatch(joined := "-".join(padded[:size])):
                return joined
    for name in ("raw", "literal"):
        if isinstance(value.get(name), str) and PARTIAL.fullmatch(value[name].strip()):
            return str(value[name]).strip()
    return None
