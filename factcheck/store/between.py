"""What came of comparing two documents, in the index: found again as long as both documents stand as they were.

Kept in pages, one for each document and each thing that is compared: what came of it and of each later document, with
what the other one was like, so that a document that changed makes its own part of a page void and no other.
"""

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic_core import from_json

from factcheck.checking import Archive
from factcheck.digests import digest_of
from factcheck.keeping import Makes
from factcheck.store.index import BETWEEN, Index
from factcheck.store.studies import Kept

OPEN = 64
"""Pages that are held in memory: documents are taken in order, so that few are asked for at a time."""


@dataclass
class _Page:
    """What is kept of a document, by the other document: what that was like, the mark, and what came of it."""

    entries: dict[str, list[Any]] = field(default_factory=dict)
    changed: bool = False


class Between:
    """What came of the documents of an archive, two at a time; `keys` says of each what it is like."""

    def __init__(self, index: Index, keys: Mapping[str, str]) -> None:
        self._index, self._keys = index, keys
        self._pages: OrderedDict[tuple[str, str], _Page] = OrderedDict()

    def of(self, what: str, one: str, other: str, mark: str, make: Callable[[], Any]) -> Any:
        """What `make` makes of two documents, as plain JSON values, or what was kept of it."""
        if one not in self._keys or other not in self._keys:
            return make()
        page, key = self._page(what, one), self._keys[other]
        held = page.entries.get(other)
        if held is not None and held[0] == key and held[1] == mark:
            return held[2]
        made = make()
        page.entries[other], page.changed = [key, mark, made], True
        return made

    def of_several(self, what: str, one: str, makes: Makes) -> dict[str, Any]:
        """What is made of several documents each; all of it is kept on the page of one of them."""
        if not self._keys.keys() >= {one}.union(*(sources for sources, _ in makes.values())):
            return {mark: make() for mark, (_, make) in makes.items()}
        page, own = self._page(what, one), self._keys[one]
        entry = page.entries.get(one)
        known: dict[str, Any] = entry[2] if entry is not None and entry[0] == own else {}
        found: dict[str, Any] = {}
        told: dict[str, Any] = {}
        for mark, (sources, make) in makes.items():
            key = digest_of(mark, [self._keys[source] for source in sources])
            found[key] = known[key] if key in known else [list(sources), make()]
            told[mark] = found[key][1]
        if found.keys() != known.keys():
            page.entries[one], page.changed = [own, "", found], True
        return told

    def flush(self) -> None:
        """Write the pages that have changed."""
        self._write(list(self._pages.items()))

    def _page(self, what: str, one: str) -> _Page:
        page = self._pages.get((what, one))
        if page is not None:
            self._pages.move_to_end((what, one))
            return page
        if len(self._pages) >= OPEN:
            self._write([self._pages.popitem(last=False) for _ in range(OPEN // 2)])
        stored = self._index.get(BETWEEN + what, one, self._keys[one])
        page = self._pages[what, one] = _Page(from_json(stored) if stored else {})
        return page

    def _write(self, pages: list[tuple[tuple[str, str], _Page]]) -> None:
        rows = []
        for (what, one), page in pages:
            if page.changed:
                stands = {name: held for name, held in page.entries.items() if self._keys.get(name) == held[0]}
                rows.append((BETWEEN + what, one, self._keys[one], json.dumps(stands).encode()))
                page.changed = False
        self._index.put_all(rows)


def keeping(archive: Archive, index: Index) -> Archive:
    """The same archive, for which it is kept what came of two documents that are in the index."""
    keys = {id: study.mark for id, study in archive.studies.items() if isinstance(study, Kept)}
    return replace(archive, kept=Between(index, keys))
