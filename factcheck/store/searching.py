"""Search over the text of all sources: SQLite's FTS5, in a file of its own that can be deleted at any time."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from factcheck.records.document import Document

VERSION = 1
BEGIN, END = "\x02", "\x03"
"""What stands around a word that was found, inside a hit's words."""
MOST_TERMS = 24

TABLES = """
CREATE TABLE indexed (source TEXT PRIMARY KEY, digest TEXT);
CREATE VIRTUAL TABLE passage USING fts5 (text, source UNINDEXED, start UNINDEXED, section UNINDEXED, page UNINDEXED,
  tokenize = "unicode61 remove_diacritics 2");
"""


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


class Search:
    """An index of blocks by their words; a damaged one is made anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._connection = self._opened()
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            self._connection = self._opened()

    def _opened(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=5, check_same_thread=False)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            for table in ("indexed", "passage"):
                connection.execute(f"DROP TABLE IF EXISTS {table}")
            connection.executescript(TABLES)
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("PRAGMA secure_delete = ON")
        return connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()

    def update(self, sources: Mapping[str, str], document: "Callable[[str], Document]") -> None:
        """Take in sources, by id with their digests, that are new or changed, and forget those that are gone."""
        from factcheck.errors import FactcheckError

        known = dict(self._connection.execute("SELECT source, digest FROM indexed"))
        for id in [id for id in known if sources.get(id) != known[id]]:
            with self._connection:
                self._connection.execute("DELETE FROM passage WHERE source = ?", (id,))
                self._connection.execute("DELETE FROM indexed WHERE source = ?", (id,))
        for id in [id for id in sources if known.get(id) != sources[id]]:
            with suppress(FactcheckError), self._connection:
                self._connection.executemany("INSERT INTO passage VALUES (?, ?, ?, ?, ?)", _rows(id, document(id)))
                self._connection.execute("INSERT OR REPLACE INTO indexed VALUES (?, ?)", (id, sources[id]))

    def find(self, words: str, most: int) -> tuple[Hit, ...]:
        """The passages that hold all words, the best first; what stands in quotation marks is one phrase."""
        asked = _query(words)
        if not asked:
            return ()
        rows = self._connection.execute(
            "SELECT source, start, section, page, snippet(passage, 0, ?, ?, '…', 40) FROM passage"
            " WHERE passage MATCH ? ORDER BY rank, source, start LIMIT ?",
            (BEGIN, END, asked, most),
        )
        return tuple(
            Hit(source, start, section, page, tuple(_pieces(text))) for source, start, section, page, text in rows
        )


def _rows(id: str, document: "Document") -> Iterator[tuple[str, str, int, str, str]]:
    for block in document.blocks:
        text = document.text[block.start : block.end].replace(BEGIN, " ").replace(END, " ")
        yield text, id, block.start, block.section or "", block.page or ""


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
