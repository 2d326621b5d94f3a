"""Search over the text of all sources: SQLite's FTS5, in a file of its own that can be deleted at any time."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from factcheck.store.index import BROKEN

if TYPE_CHECKING:
    from factcheck.records.document import Document

VERSION = 2
BEGIN, END = "\x02", "\x03"
"""What stands around a word that was found, inside a hit's words."""
MOST_TERMS = 24

TABLES = """
CREATE TABLE indexed (source TEXT PRIMARY KEY, digest TEXT);
CREATE VIRTUAL TABLE passage USING fts5 (text, source UNINDEXED, start UNINDEXED, section UNINDEXED, page UNINDEXED,
  checksum UNINDEXED, tokenize = "unicode61 remove_diacritics 2");
"""

T = TypeVar("T")

_sound: dict[Path, tuple[int, int]] = {}
"""Files that were examined, or written by us, with their size and time."""


@dataclass(frozen=True)
class Hit:
    """A passage that holds what was looked for: `start` is where its block begins in the source's canonical text.

    `pieces` are its words with, beside each piece, whether it was looked for.
    """

    source: str
    start: int
    section: str
    page: str
    pieces: tuple[tuple[str, bool], ...]


def searching(path: Path, work: "Callable[[Search], T]") -> T:
    """Do something with the index at a path: a damaged one is made anew, and where none can be, it lives in memory."""
    for _ in range(2):
        try:
            with Search(path) as search:
                return work(search)
        except (*BROKEN, OSError) as error:
            if isinstance(error, OSError) or "locked" in str(error):
                break
            with suppress(OSError):
                path.unlink(missing_ok=True)
    with Search(None) as search:
        return work(search)


class Search:
    """An index of blocks by their words. Its methods raise `sqlite3.DatabaseError` where it is damaged."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path or ":memory:", timeout=5, check_same_thread=False)
        try:
            self._begin()
        except BaseException:
            self._connection.close()
            raise

    def _begin(self) -> None:
        connection = self._connection
        connection.text_factory = lambda text: text.decode("utf-8", "replace")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            for table in ("indexed", "passage"):
                connection.execute(f"DROP TABLE IF EXISTS {table}")
            connection.executescript(TABLES)
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("PRAGMA secure_delete = ON")
        if self._path and _sound.get(self._path) != _stat(self._path):
            connection.execute("INSERT INTO passage(passage) VALUES ('integrity-check')")
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("a damaged index")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()
        if self._path:
            _sound.pop(self._path, None)
            if kind is None:
                _sound[self._path] = _stat(self._path)

    def update(
        self, sources: Mapping[str, str], document: "Callable[[str], Document]", most: int | None = None
    ) -> None:
        """Take in sources, by id with their digests, that are new or changed, and forget those that are gone.

        At most so many are taken in as `most` says.
        """
        from factcheck.errors import FactcheckError

        known = dict(self._connection.execute("SELECT source, digest FROM indexed"))
        for id in [id for id in known if sources.get(id) != known[id]]:
            with self._connection:
                self._connection.execute("DELETE FROM passage WHERE source = ?", (id,))
                self._connection.execute("DELETE FROM indexed WHERE source = ?", (id,))
        for id in [id for id in sources if known.get(id) != sources[id]][:most]:
            with suppress(FactcheckError), self._connection:
                self._connection.executemany("INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?)", _rows(id, document(id)))
                self._connection.execute("INSERT OR REPLACE INTO indexed VALUES (?, ?)", (id, sources[id]))

    def find(self, words: str, most: int) -> tuple[Hit, ...]:
        """The passages that hold all words, the best first; what stands in quotation marks is one phrase."""
        asked = _query(words)
        if not asked:
            return ()
        rows = self._connection.execute(
            "SELECT source, start, section, page, snippet(passage, 0, ?, ?, '…', 40), text, checksum FROM passage"
            " WHERE passage MATCH ? AND rowid IN"  # what is shown of a passage costs much: only of the best
            " (SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY rank, source, start LIMIT ?)"
            " ORDER BY rank, source, start",
            (BEGIN, END, asked, asked, most),
        )
        found = []
        for source, start, section, page, shown, text, checksum in rows:
            if checksum != _checksum(text, source, start, section, page):
                raise sqlite3.DatabaseError("a damaged passage")
            found.append(Hit(source, start, section, page, tuple(_pieces(shown))))
        return tuple(found)


def _rows(id: str, document: "Document") -> Iterator[tuple[str, str, int, str, str, int]]:
    for block in document.blocks:
        text = document.text[block.start : block.end].replace(BEGIN, " ").replace(END, " ")
        row = text, id, block.start, block.section or "", block.page or ""
        yield *row, _checksum(*row)


def _checksum(*row: object) -> int:
    return zlib.crc32("\0".join(map(str, row)).encode("utf-8", "surrogatepass"))


def _stat(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns


def _query(words: str) -> str:
    """What people type as a query of FTS5: its operators mean nothing here."""
    terms: list[str] = []
    for place, part in enumerate(words.replace("“", '"').replace("”", '"').split('"')):
        found = [part] if place % 2 else part.split()
        terms += [term for term in found if any(letter.isalnum() for letter in term)]
    return " ".join('"' + term.replace("\0", " ") + '"' for term in terms[:MOST_TERMS])


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    for part in text.split(BEGIN):
        inside, mark, after = part.partition(END)
        if mark:
            yield inside, True
            if after:
                yield after, False
        elif inside:
            yield inside, False
