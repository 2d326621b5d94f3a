"""Drafts held against the sources: what is found of them, whatever people decide, is kept and found once."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.digests import digest_of, digest_of_bytes
from factcheck.errors import SourceError, UsageError
from factcheck.project.apart import Turns, apart
from factcheck.project.base import Progress
from factcheck.project.crossing import PARTS, Crossing, findings_on
from factcheck.project.updates import Updates
from factcheck.store.collecting import still

if TYPE_CHECKING:
    from factcheck.checking import Archive, Study
    from factcheck.gate.drafts import Draft, Manuscript
    from factcheck.gate.facts import DraftFacts, Said
    from factcheck.gate.judging import Bench, Judged
    from factcheck.gate.recalled import Recall
    from factcheck.gate.shelving import Shelved
    from factcheck.gate.sourcing import Shelf
    from factcheck.project.statuses import Unit
    from factcheck.records.claim import Claim
    from factcheck.records.finding import Finding
    from factcheck.reviewing.claims import ClaimStatus
    from factcheck.store.studies import Kept

    Recalls = dict[tuple[str, str], Recall]

STDIN = "-"
MANY = 50
"""Sources from which on it saves time to have a draft cross-checked in a process of its own."""
KEPT = 64
"""Drafts, each as it stood when it was judged, of which what was found is kept."""

NONE = frozenset[str]()

File = tuple[str, bytes]
"""A draft: its name as it was given, and its bytes."""


class Judging(Updates):
    """The part of a project that finds what is to be said of drafts."""

    def found_in(
        self, given: Sequence[File], closed: frozenset[str] = NONE, progress: Progress | None = None
    ) -> "tuple[list[DraftFacts], list[DraftFacts]]":
        """What is found of drafts, whatever people decide; and what would be, were the `closed` sources not there.

        It is kept until a draft, a source, a claim, a setting or the day is another one; approving a claim as it was
        found changes nothing. Raises UsageError for a project without sources, SourceError for what cannot be read.
        """
        whole = [self.draft_key(*file, number) for number, file in enumerate(given)]
        without = [digest_of(key, sorted(closed)) if closed else key for key in whole]
        keys = list(dict.fromkeys((*whole, *without)))
        known = {key: found for key in keys if (found := self._kept_facts(key)) is not None}
        asked = {
            number: file for number, file in enumerate(given) if not {whole[number], without[number]} <= known.keys()
        }
        if asked:
            facts_key = self.facts_key()
            recalls: Recalls = {}
            made = self._found(asked, closed, recalls, progress)
            fresh = {(without if is_without else whole)[number]: found for (number, is_without), found in made.items()}
            if self.facts_key() == facts_key:
                values = [("draft", "", key, found.model_dump_json().encode()) for key, found in fresh.items()]
                self.index.put_all(values, KEPT)
                self.index.put_all([("answers", *key, recall.data) for key, recall in recalls.items()])
            known |= fresh
        return [known[key] for key in whole], [known[key] for key in without]

    def draft_key(self, name: str, data: bytes, number: int = 0) -> str:
        """A digest of all that is found of a draft by: its file, the sources and claims, and the day."""
        facts = self.facts_key()
        first = self.index.get("facts-of", "check", facts)
        return digest_of(first.decode() if first else facts, name, number, digest_of_bytes(data), self.today)

    def said_in(self, name: str, data: bytes) -> "Said":
        """What a draft says and cites, by sentences; kept as what is found of it."""
        from factcheck.gate.facts import Said
        from factcheck.gate.gathering import said_in
        from factcheck.gate.references import References
        from factcheck.gate.sourcing import Shelf

        key, shelf = digest_of("said", self.draft_key(name, data)), Shelf(self.sources())
        stored = self.index.get("draft", "", key)
        if stored is not None:
            return Said.model_validate_json(stored)
        said = said_in(References(self.draft_of(name, data, shelf), shelf))
        self.index.put_all([("draft", "", key, said.model_dump_json().encode())], KEPT)
        return said

    def _kept_facts(self, key: str) -> "DraftFacts | None":
        from factcheck.gate.facts import DraftFacts

        stored = self.index.get("draft", "", key)
        return None if stored is None else DraftFacts.model_validate_json(stored)

    def _recall(self, name: str, number: int, closed: frozenset[str], recalls: "Recalls") -> "Recall":
        """The answers on the sentences of a draft's last version."""
        from factcheck.gate.recalled import Recall

        key = name, digest_of(self.draft_key(name, b"", number), sorted(closed))
        recalls[key] = Recall(self.index.get("answers", *key))
        return recalls[key]

    def _found(
        self, given: Mapping[int, File], closed: frozenset[str], recalls: "Recalls", progress: Progress | None
    ) -> "dict[tuple[int, bool], DraftFacts]":
        """What is found of drafts, by their numbers, with all sources (false) and without the closed ones (true).

        The answers on their sentences are put among `recalls`.
        """
        with still(), closing(Turns()) as turns:
            held = self._benches.get(self.facts_key())
            archive = held.archive if held else self._drafts_archive(progress)
            told = self._beside(archive, lambda: self._told(given, archive, turns))

            from factcheck.gate.gathering import facts_of  # the other process has begun by now

            bench = held or self._bench(archive)
            judged = {}
            for done, (number, (name, _)) in enumerate(given.items()):
                if progress:
                    progress(f"reading {name}", done, len(given))
                recall = self._recall(name, number, NONE, recalls)
                draft = next(told)
                work = Crossing(draft, bench.shelf, archive, self.config)
                findings = cache(partial(_shared, number, work, turns, told))
                judged[number, False] = bench.judge(draft, findings, recall)
                findings()
            if closed:
                drafts = {number: one.draft for (number, _), one in judged.items()}
                judged |= self._judged_without(closed, archive, drafts, recalls)
            return {key: facts_of(one, characters_of(*given[key[0]])) for key, one in judged.items()}

    def _judged_without(
        self, closed: frozenset[str], archive: "Archive", drafts: "Mapping[int, Draft]", recalls: "Recalls"
    ) -> "dict[tuple[int, bool], Judged]":
        """What would be said of drafts, were some sources not there."""
        from factcheck import engine
        from factcheck.gate.judging import Bench

        kept = {id: held for id, held in self._shelved(archive).items() if id not in closed}
        there = engine.without(archive, closed)
        bench, config = Bench(there, kept), self.config
        told = self._beside(there, lambda: (findings_on(one, bench.shelf, there, config) for one in drafts.values()))
        judged = {}
        for number, one in drafts.items():
            findings = cache(partial(next, told))
            judged[number, True] = bench.judge(one, findings, self._recall(one.file, number, closed, recalls))
            findings()
        return judged

    def _told(self, given: Mapping[int, File], archive: "Archive", turns: Turns) -> "Iterator[Any]":
        """Each draft as it is read, then those parts of its cross-checks that are left to do, and at last null."""
        from factcheck.gate.sourcing import Shelf

        shelf = Shelf(study.source for study in archive.studies.values())
        for number, (name, data) in given.items():
            draft = self.draft_of(name, data, shelf, number)
            turns.put(number, PARTS)
            yield draft
            work = Crossing(draft, shelf, archive, self.config)
            while (part := turns.take(number)) is not None:
                yield part, work.part(part)
            yield None

    def _beside(self, archive: "Archive", work: "Callable[[], Iterator[Any]]") -> "Iterator[Any]":
        """What some work gives; with many sources it is done beside what this process does."""
        return work() if len(archive.studies) < MANY else apart(self.index, work)

    def bench(self, progress: Progress | None = None) -> "Bench":
        """What drafts are judged by; raises UsageError for a project without sources."""
        return self._bench(self._drafts_archive(progress))

    @cached_property
    def _benches(self) -> "dict[str, Bench]":
        """What drafts are judged by, under the key of the project's facts; empty for one that does not stay."""
        return {}

    def _bench(self, archive: "Archive") -> "Bench":
        from factcheck.gate.judging import Bench

        bench = Bench(archive, self._shelved(archive))
        if self.stays:
            self._benches.clear()
            self._benches[self.facts_key()] = bench
        return bench

    def _drafts_archive(self, progress: Progress | None) -> "Archive":
        """All sources, the claims of each with what people decided; raises UsageError for a project without sources.

        Of a source whose passages are kept, document, mentions and claims are read only where a draft asks for them.
        """
        from factcheck.checking import Archive
        from factcheck.store.studies import Kept

        found = self._studies(None, progress)
        if not found:
            raise UsageError(
                "there is nothing to hold a draft against; add sources with `factcheck source add FILE...`"
            )
        if not all(isinstance(study, Kept) for study in found.values()):
            found = self._studies(None, None)
        units = self.units()
        for id in units.keys() & found.keys():
            study = found[id]
            given = partial(self._merged, study, found, units[id].statuses)
            if isinstance(study, Kept):
                found[id] = study.with_claims_of(given, _key_of_claims(study, units[id]))
            else:
                found[id] = study.with_claims(given())
        return Archive(dict(sorted(found.items())))

    def _shelved(self, archive: "Archive") -> "Mapping[str, Shelved]":
        """What is kept of the passages of sources."""
        from factcheck.gate.shelving import packed, unpacked
        from factcheck.store.studies import Kept

        units, shelved = self.units(), {}
        for id, study in archive.studies.items():
            if isinstance(study, Kept):
                key = _key_of_claims(study, units.get(id))
                heavy = partial(self.index.get, "contents", id, key)
                light = self.index.get("shelf", id, key)
                if light is None:
                    light, contents = packed(study)
                    self.index.put("contents", id, key, contents)
                    self.index.put("shelf", id, key, light)
                shelved[id] = unpacked(study, light, heavy)
        return shelved

    def _merged(
        self, study: "Study", studies: "Mapping[str, Study]", statuses: "Mapping[str, ClaimStatus]"
    ) -> "tuple[Claim, ...]":
        """The claims of a source that take part: derived ones, with those that people wrote in their place."""
        from factcheck import engine

        written = engine.placed(self.records.claims(study.source.id), studies)
        return engine.merge(study.claims, written, statuses)

    def _contents(self, file: Path | str) -> bytes:
        from factcheck.store import adding

        return sys.stdin.buffer.read() if str(file) == STDIN else adding.contents(Path(file), self.config.limits)

    def draft_of(self, name: str, data: bytes, shelf: "Shelf", number: int = 0) -> "Draft":
        """A draft's file as the gate reads it, and what is found in it; raises SourceError for what cannot be read."""
        from factcheck import engine
        from factcheck.gate.drafts import Draft
        from factcheck.store import found

        made = self.manuscript_of(name, data, shelf, number)
        study = engine.study(made.source, made.document, self.config.glossary, found.in_draft(self.index, name))
        return Draft(made, engine.undated(study))

    def manuscript_of(self, name: str, data: bytes, shelf: "Shelf", number: int = 0) -> "Manuscript":
        """A draft's file as the gate reads it; raises SourceError for what cannot be read."""
        from factcheck.gate.drafts import manuscript
        from factcheck.reading import characters_of
        from factcheck.records.source import Source
        from factcheck.store import adding

        if not data.strip():
            raise SourceError("is empty", where=name)
        kept = "draft.md" if name == STDIN else Path(name).name
        id = f"draft-{number + 1}"
        while id in shelf.sources:
            id = f"{id}-x"
        source = Source(id=id, title=Path(kept).stem, file=kept, sha256=digest_of_bytes(data))
        document = adding.readable(source, data, name, self.config.limits)
        if document.date is None:
            document = document.but(date=self.today, date_from="record")
        titled = source.but(title=document.title or source.title)
        return manuscript(name, titled, document, characters_of(kept, data), shelf)


def _key_of_claims(study: "Kept", unit: "Unit | None") -> str:
    """A digest of all that the claims of a source follow from that take part."""
    return digest_of(study.key, unit.key if unit else None, sorted(unit.silent) if unit else [])


def _shared(number: int, work: Crossing, turns: Turns, told: "Iterator[Any]") -> "list[Finding]":
    """What the cross-checks say of a draft; what of them the other process has not begun is done here."""
    found: dict[int, list[Finding]] = {}
    while (part := turns.take(number)) is not None:
        found[part] = work.part(part)
    found.update(iter(told.__next__, None))
    return work.joined(found)


def characters_of(file: str, data: bytes) -> str | None:
    """The characters of a draft that a patch can change: null for files without lines, and those not in UTF-8."""
    from factcheck import reading

    known = reading.characters_of("draft.md" if file == STDIN else file, data)
    return known if known is not None and known.encode("utf-8", "replace") == data else None
