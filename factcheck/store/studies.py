"""Studies kept in the index: what was read and found in a source, as long as source and program stand."""

import json
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json

from factcheck.checking import Archive, Check, Gathering, Study, checks
from factcheck.config import Glossary
from factcheck.digests import digest_of
from factcheck.reading import signature
from factcheck.records import mention
from factcheck.records.citation import Citations
from factcheck.records.claim import Claim
from factcheck.records.document import Document
from factcheck.records.finding import Finding
from factcheck.records.mention import AnyMention
from factcheck.records.source import Source
from factcheck.rows import Row, Rows, rows_of, sketched
from factcheck.store.index import Index
from factcheck.store.inputs import program
from factcheck.stories import Story

HELD = 16_000_000
"""Bytes of stored parts that are held in memory, as they stand in the index; records take some ten times as much."""
HELD_WHOLE, HELD_CLAIMS = 32, 4096
"""Studies of which all claims are held as records, and claims that are held beside."""

S = TypeVar("S")
T = TypeVar("T")


def key_of(source: Source, glossary: Glossary) -> str:
    """What a study depends on: the file's bytes, the record, how it is read, the glossary and the program."""
    record = source.model_dump(mode="json", exclude={"note", "tags", "versions"})
    return digest_of(record, signature(source), glossary.model_dump(mode="json"), program())


def document_key(source: Source) -> str:
    """What a document depends on."""
    return digest_of(source.sha256, signature(source), program())


def load_document(parts: "Parts", source: Source) -> Document | None:
    """The stored document, or null."""
    return parts.find("document", source.id, document_key(source), Document.model_validate_json)


def save_document(index: Index, source: Source, document: Document) -> None:
    """Store a document."""
    index.put("document", source.id, document_key(source), document.model_dump_json(exclude_defaults=True).encode())


def load(index: Index, source: Source, glossary: Glossary, parts: "Parts") -> "Kept | None":
    """The stored study of a source, with its derived claims, or null; its parts are read when they are asked for."""
    key = key_of(source, glossary)
    stored = index.get("outline", source.id, key)
    outline = None if stored is None else _read(_outline_of, stored)
    return None if outline is None else Kept(source, key, outline, parts)


def save(index: Index, study: Study, glossary: Glossary) -> None:
    """Store what was found in a document, its claims as derived, and what comparing reads of them."""
    source, key = study.source, key_of(study.source, glossary)
    found = (kind.encode() + b"\t" + mention.written(kind, held) for kind, held in study.mentions.items())
    parts = {
        "mentions": b"\n".join(found),
        "claims": b"\n".join(_written(study.claims)),
        "citations": study.citations.model_dump_json(exclude_defaults=True).encode(),
        "rows": "\n".join(_packed(study)).encode(),
        "told": _told(study),
    }
    for what in dict.fromkeys(what for check in checks() for what in check.gathers):
        parts[what.name] = json.dumps(study.gathered(what)).encode()
    parts["outline"] = _outlined(study)
    study.forget()
    index.put_all([(kind, source.id, key, data) for kind, data in parts.items()])


def _told(study: Study) -> bytes:
    """What the checks of single studies say of one, by their ids."""
    alone = Archive({study.source.id: study})
    found = {check.id: check.run(study, alone) for check in checks() if check.reads is Study}
    told = {id: [finding.model_dump_json() for finding in findings] for id, findings in found.items()}
    return json.dumps(told).encode()


def _told_of(stored: bytes) -> dict[str, tuple[Finding, ...]]:
    return {id: tuple(map(Finding.model_validate_json, lines)) for id, lines in json.loads(stored).items()}


Outline = tuple[int, str | None, tuple[str, ...], Story, frozenset[str]]
"""How many claims a study has, its date, what was not checked, its story, and the checks for which it holds nothing."""


def _outlined(study: Study) -> bytes:
    story = study.story
    words = [sorted(told) for told in story[:3]]
    told = [*words, story.sentences, dict(sorted(story.counts.items()))]
    empty = [check.id for check in checks() if check.holds is not None and not check.holds(study)]
    return json.dumps([study.count, study.date, study.not_checked, told, empty]).encode()


def _outline_of(stored: bytes) -> Outline:
    count, date, not_checked, (words, named, leading, sentences, counts), empty = json.loads(stored)
    story = Story(frozenset(words), frozenset(named), frozenset(leading), sentences, counts)
    return count, date, tuple(not_checked), story, frozenset(empty)


class Parts:
    """Parts of studies read from the index; those read last are held in memory.

    `remake` studies a source anew, for a part that is not in the index any more.
    """

    def __init__(self, index: Index, remake: Callable[[str], Study], most: int = HELD) -> None:
        self._index, self._remake, self._most = index, remake, most
        self._held: OrderedDict[tuple[str, str, str], tuple[int, Any]] = OrderedDict()
        self._size = 0
        self.claims = lru_cache(maxsize=HELD_WHOLE)(self._claims)
        self.claim = lru_cache(maxsize=HELD_CLAIMS)(self._claim)

    def get(self, kind: str, source: str, key: str, read: Callable[[bytes], T], of: Callable[[Study], T]) -> T:
        """A part by its kind, source and key; `of` gives it where the study has to be made anew."""
        part = self.find(kind, source, key, read)
        return of(self._remake(source)) if part is None else part

    def find(self, kind: str, source: str, key: str, read: Callable[[bytes], T]) -> T | None:
        """The same, or null where it is not in the index."""
        held = self._held.get((kind, source, key))
        if held is not None:
            self._held.move_to_end((kind, source, key))
            found: T = held[1]
            return found
        size, part = self._stored(kind, source, key, read)
        if part is not None:
            self._held[kind, source, key] = (size, part)
            self._size += size
        while self._size > self._most and len(self._held) > 1:
            self._size -= self._held.popitem(last=False)[1][0]
        return part

    def keep(self, kind: str, source: str, key: str, data: bytes) -> None:
        """Keep a part in the index."""
        self._index.put(kind, source, key, data)

    def once(self, kind: str, source: str, key: str, read: Callable[[bytes], T], of: Callable[[Study], T]) -> T:
        """The same for a part that is asked for once, and so is not held."""
        part = self._stored(kind, source, key, read)[1]
        return of(self._remake(source)) if part is None else part

    def _claims(self, source: str, key: str) -> tuple[Claim, ...]:
        """The derived claims of a source."""
        found = _read(lambda lines: tuple(map(Claim.model_validate_json, lines)), self._written(source, key))
        return self._remake(source).claims if found is None else found

    def _claim(self, source: str, key: str, number: int, aside: bool) -> Claim:
        """The derived claim of a source that has this number; of its happening alone, if that is asked for."""
        found = _read(Claim.model_validate_json, self._written(source, key)[number])
        claim = self._remake(source).claims[number] if found is None else found
        return (claim.happening or claim) if aside else claim

    def _written(self, source: str, key: str) -> Sequence[bytes]:
        return self.get("claims", source, key, _claims_of, lambda study: tuple(_written(study.claims)))

    def _stored(self, kind: str, source: str, key: str, read: Callable[[bytes], T]) -> tuple[int, T | None]:
        stored = self._index.get(kind, source, key)
        return (0, None) if stored is None else (len(stored), _read(read, stored))


class _Mentions(Mapping[str, tuple[AnyMention, ...]]):
    """The mentions of a study by finder id, as they were stored; those of a finder are read when they are asked for."""

    def __init__(self, stored: bytes) -> None:
        self._stored = dict(line.split(b"\t", 1) for line in stored.split(b"\n") if line)
        self._read: dict[str, tuple[AnyMention, ...]] = {}

    def __getitem__(self, kind: str) -> tuple[AnyMention, ...]:
        if kind not in self._read:
            self._read[kind] = mention.read(kind, self._stored[kind.encode()])
        return self._read[kind]

    def __iter__(self) -> Iterator[str]:
        return (kind.decode() for kind in self._stored)

    def __len__(self) -> int:
        return len(self._stored)


class Kept(Study):
    """A study in the index. Its parts are read when they are asked for, and let go when many others were."""

    def __init__(
        self,
        source: Source,
        key: str,
        outline: Outline,
        parts: Parts,
        given: Callable[[], Sequence[Claim]] | None = None,
        given_key: str | None = None,
    ):
        told = {"source": source, "key": key, "_outline": outline, "_parts": parts}
        for name, value in {**told, "_given": given, "_given_key": given_key}.items():
            object.__setattr__(self, name, value)

    key: str
    """A digest of what its derived claims rest on."""
    _outline: Outline
    _parts: Parts
    _given: Callable[[], Sequence[Claim]] | None
    _given_key: str | None
    """A digest of what the claims given follow from, beside what the derived ones do; null where that is not known."""

    @cached_property
    def _own(self) -> tuple[Claim, ...] | None:
        """Claims that stand for the derived ones."""
        return None if self._given is None else tuple(self._given())

    @property
    def mark(self) -> str:
        """A digest of all that comparing looks at."""
        return digest_of(self.key, [claim.model_dump(mode="json") for claim in self._own or ()], self._own is None)

    @property
    def document(self) -> Document:
        """The text and its parts."""
        read, source = Document.model_validate_json, self.source.id
        return self._parts.get("document", source, self._document_key, read, _document_of)

    @cached_property
    def _document_key(self) -> str:
        return document_key(self.source)

    @property
    def mentions(self) -> Mapping[str, tuple[AnyMention, ...]]:
        """By finder id, in order of place."""
        return self._part("mentions", _Mentions, lambda study: study.mentions)

    @property
    def citations(self) -> Citations:
        """What its notes cite."""
        return self._part("citations", Citations.model_validate_json, lambda study: study.citations)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims."""
        return self._derived() if self._own is None else self._own

    def claim(self, number: int, aside: bool = False) -> Claim:
        """The derived claim with this number; of its happening alone, if that is asked for."""
        return self._parts.claim(self.source.id, self.key, number, aside)

    @property
    def rows(self) -> Sequence[Row]:
        """The rows of its claims, in their order; those of happenings that stand beside a figure too."""
        if self._given is not None and self._given_key is not None:
            return self._given_rows(self._given_key)
        lines = self._part("rows", _lines, lambda study: tuple(_packed(study)))
        derived = Rows(self.source.id, lines, self)
        return derived if self._own is None else self._own_rows(derived)

    def _given_rows(self, key: str) -> Sequence[Row]:
        """The rows of the claims given, as they were kept; the claims are asked for by those who want one."""
        kind, shelf = "given-rows", _Given(self)
        lines = self._parts.find(kind, self.source.id, key, _lines)
        if lines is None:
            lines = tuple(sketch.line for sketch in sketched(self.claims))
            self._parts.keep(kind, self.source.id, key, "\n".join(lines).encode())
        return Rows(self.source.id, lines, shelf)

    def _own_rows(self, derived: Sequence[Row]) -> tuple[Row, ...]:
        """The rows of other claims than those that were derived; of one that is among these, its rows as stored."""
        claims = {claim.id: claim for claim in self._derived()}
        known: dict[str, list[Row]] = {}
        for row in derived:
            known.setdefault(row.id, []).append(row)
        return tuple(
            row
            for claim in self._own or ()
            for row in (known[claim.id] if claims.get(claim.id) == claim else rows_of(claim))
        )

    def _derived(self) -> tuple[Claim, ...]:
        return self._parts.claims(self.source.id, self.key)

    def _part(self, kind: str, read: Callable[[bytes], T], of: Callable[[Study], T]) -> T:
        return self._parts.get(kind, self.source.id, self.key, read, of)

    @property
    def date(self) -> str | None:
        """Its own date, as far as it is known."""
        return self._outline[1]

    @property
    def not_checked(self) -> tuple[str, ...]:
        """Why parts of it were not checked."""
        return self._outline[2]

    @property
    def count(self) -> int:
        """How many claims it has."""
        return self._outline[0] if self._own is None else len(self._own)

    @cached_property
    def story(self) -> Story:
        """What tells its story."""
        return self._outline[3]

    def told(self, check: Check, archive: Archive) -> Iterable[Finding]:
        """What a check of single studies says of this one, as it was found when the source was read."""
        kept = self._part("told", _told_of, lambda study: _told_of(_told(study))).get(check.id)
        return check.run(self, archive) if kept is None else kept

    def gathered(self, what: Gathering) -> Any:
        """What checks read of this study, as plain JSON values."""
        return self._parts.once(what.name, self.source.id, self.key, from_json, lambda study: study.gathered(what))

    def holds(self, check: Check) -> bool:
        """Whether it may hold something that a check of archives compares."""
        return self._own is not None or check.id not in self._outline[4]

    def with_claims(self, claims: Sequence[Claim]) -> Study:
        """The same study with other claims."""
        return self.with_claims_of(lambda: claims)

    def with_claims_of(self, given: Callable[[], Sequence[Claim]], key: str | None = None) -> "Kept":
        """The same study with other claims, which are asked for when they are needed.

        `key` is a digest of what they follow from, if that is known: their rows are kept by it.
        """
        return Kept(self.source, self.key, self._outline, self._parts, given, key)


class _Given:
    """The claims given to a study, by their numbers."""

    def __init__(self, study: Kept) -> None:
        self._study = study

    def claim(self, number: int, aside: bool = False) -> Claim:
        """The claim with this number; of its happening alone, if that is asked for."""
        claim = self._study.claims[number]
        return (claim.happening or claim) if aside else claim


def _document_of(study: Study) -> Document:
    return study.document


def _read(read: Callable[[S], T], stored: S) -> T | None:
    try:
        return read(stored)
    except (ValidationError, ValueError, TypeError):
        return None


def _lines(stored: bytes) -> tuple[str, ...]:
    return tuple(stored.decode().split("\n")) if stored else ()


def _claims_of(stored: bytes) -> tuple[bytes, ...]:
    return tuple(stored.split(b"\n")) if stored else ()


def _packed(study: Study) -> Iterator[str]:
    return (sketch.line for sketch in study.sketches)


def _written(claims: Iterable[Claim]) -> Iterator[bytes]:
    return (claim.model_dump_json(exclude_defaults=True).encode() for claim in claims)
