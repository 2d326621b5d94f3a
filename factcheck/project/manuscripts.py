"""What a desk keeps besides: drafts, files that were sent to it, changed records, and search over all text."""

import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from factcheck.errors import UsageError
from factcheck.project.base import Progress
from factcheck.project.gate import decided
from factcheck.project.helping import Helping
from factcheck.store import files

if TYPE_CHECKING:
    from factcheck.gate.facts import DraftFacts
    from factcheck.project.views import Paragraph, StatementView
    from factcheck.records.document import Document
    from factcheck.records.gate import GateReport, Place
    from factcheck.records.source import Source
    from factcheck.store.searching import Hit

AT_HAND = 4
"""Drafts of which what was found is held in memory."""

FILE = tuple[str, bytes]
"""A file that was sent: its name, and its bytes."""

CHANGEABLE = (
    "title", "author", "publisher", "container-title", "issued", "URL", "language", "standing", "origin",
    "confidential", "embargo", "edition", "translator", "tags", "note",
)  # fmt: skip
"""Fields of a source's record that people may change."""


@dataclass(frozen=True)
class Stretch:
    """A statement in the text of its draft: `text[start:end]`, and what is seen of it."""

    start: int
    end: int
    view: "StatementView"


@dataclass(frozen=True)
class DraftView:
    """A draft under the gate: its text without citations, the report, and its statements where they stand."""

    file: str
    document: "Document"
    report: "GateReport"
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class KeptDraft:
    """What was found of a draft whatever people decide: its text, its statements, the paragraphs of their evidence."""

    facts: "DraftFacts"
    document: "Document"
    paragraphs: "tuple[tuple[Paragraph, ...], ...]"


class Manuscripts(Helping):
    """The part of a project that keeps drafts, takes in files, and searches."""

    @cached_property
    def _drafts_at_hand(self) -> "OrderedDict[str, KeptDraft]":
        """The drafts that were looked at last, by what they were found by."""
        return OrderedDict()

    def _at_hand_now(self, key: str, draft: KeptDraft) -> KeptDraft:
        self._drafts_at_hand[key] = draft
        self._drafts_at_hand.move_to_end(key)
        while len(self._drafts_at_hand) > AT_HAND:
            self._drafts_at_hand.popitem(last=False)
        return draft

    def add_files(self, sent: Sequence[FILE], **bibliographic: Any) -> "tuple[Source, ...]":
        """Add files that are at hand by name and bytes as sources, all or none."""
        from factcheck.store import adding

        limits, given = self.config.limits, {name: value for name, value in bibliographic.items() if value}
        paths = [(Path(own_name(name)), adding.within(data, name, limits)) for name, data in sent]
        return self._add(
            [adding.prepared(path, id=None, given=given, entry={}, limits=limits, data=data) for path, data in paths]
        )

    def change_source(self, id: str, **fields: Any) -> "Source":
        """Change fields of a source's record by their names there; raises UsageError for one that cannot be so."""
        from factcheck.store import adding

        fixed = sorted(set(fields) - set(CHANGEABLE))
        if fixed:
            raise UsageError(f"{fixed[0]} cannot be changed by hand")
        with files.locked(self.layout.lock):
            old = self.source(id)
            new = adding.record({**old.model_dump(mode="json", by_alias=True), **fields})
            if new != old:
                self.records.write_source(new)
        return new

    def remove_source(self, id: str, *, by: str, why: str = "") -> bool:
        """See `Sources.remove_source`; what search keeps of all sources goes with it."""
        files.remove(self._search_file)
        return super().remove_source(id, by=by, why=why)

    @property
    def _search_file(self) -> Path:
        return self.layout.derived / "search.sqlite"

    @property
    def drafts_folder(self) -> Path:
        """Where drafts lie that were sent to the desk."""
        return self.root / "drafts"

    def draft_files(self) -> tuple[str, ...]:
        """The drafts in the project's folder, by name."""
        from factcheck.reading import readers

        known = {suffix for reader in readers() for suffix in reader.suffixes}
        if not self.drafts_folder.is_dir():
            return ()
        there = (path for path in self.drafts_folder.iterdir() if path.suffix.lower() in known and path.is_file())
        return tuple(sorted(path.name for path in there if not path.name.startswith(".")))

    def draft_file(self, name: str) -> Path:
        """A draft in the project's folder; raises UsageError for a name that is none of them."""
        if name not in self.draft_files():
            raise UsageError(f"no draft is called {name!r}; those in drafts/ are {', '.join(self.draft_files())}")
        path = self.drafts_folder / name
        if not path.resolve().is_relative_to(self.root.resolve()):
            raise UsageError(f"drafts/{name} is a link that leads out of the project")
        return path

    def add_draft(self, name: str, data: bytes) -> str:
        """Keep a draft, or its next version under the same name; gives the name. Raises SourceError for no text."""
        from factcheck.digests import digest_of_bytes
        from factcheck.records.source import Source
        from factcheck.store import adding

        kept = own_name(name)
        source = Source(id="draft", title=kept, file=kept, sha256=digest_of_bytes(data))
        adding.readable(source, adding.within(data, kept, self.config.limits), kept, self.config.limits)
        with files.locked(self.layout.lock):
            files.write(self.drafts_folder / kept, data)
        return kept

    def kept_draft(self, name: str) -> KeptDraft | None:
        """What was found of a draft of the project's folder, as it and what it is held against stand; null if unknown.

        Claims that are approved as they were drafted change nothing that is found.
        """
        from factcheck.project.views import Paragraph
        from factcheck.records.document import Document

        key = self.key_of_draft(name)
        if key in self._drafts_at_hand:
            return self._at_hand_now(key, self._drafts_at_hand[key])
        stored, facts = self.index.get("draft-view", name, key), self._kept_facts(key)
        if stored is None or facts is None:
            return None
        held = json.loads(stored)
        paragraphs = tuple(tuple(Paragraph(**one) for one in own) for own in held["paragraphs"])
        document = Document.model_validate_json(held["document"])
        return self._at_hand_now(key, KeptDraft(facts, document, paragraphs))

    def keep_draft(self, name: str, progress: Progress | None = None) -> KeptDraft:
        """Judge a draft of the project's folder by its sources, whatever people decided, and keep what is found."""
        from factcheck.gate.sourcing import Shelf

        key, file = self.key_of_draft(name), self._given([self.draft_file(name)])[0]
        (facts,), _ = self.found_in([file], progress=progress)
        document = self.manuscript_of(*file, Shelf(self.sources())).document
        made = KeptDraft(facts, document, tuple(self.paragraphs_of(one.evidence) for one in facts.statements))
        if self.draft_key(*file) == key:
            paragraphs = [[asdict(one) for one in own] for own in made.paragraphs]
            plain = {"document": document.model_dump_json(), "paragraphs": paragraphs}
            self.index.put("draft-view", name, key, json.dumps(plain).encode("utf-8", "surrogatepass"))
            self._at_hand_now(key, made)
        return made

    def key_of_draft(self, name: str) -> str:
        """The key (see `draft_key`) of a draft of the project's folder."""
        path = self.draft_file(name)
        return self.draft_key(str(path), path.read_bytes())

    def view_draft(self, name: str, policy: str | None = None, progress: Progress | None = None) -> DraftView:
        """A draft of the project's folder under the gate, with what was decided on each statement."""
        from factcheck.gate.reports import ruled, rulings
        from factcheck.reviewing.statements import draft_id

        kept = self.kept_draft(name) or self.keep_draft(name, progress)
        facts, draft = kept.facts.statements, draft_id(name)
        called, rules = self.gate_policy(policy)
        standings = self.statements(draft, [one.place.exact for one in facts])
        report = ruled([rulings(kept.facts, map(decided, standings), self.approvals(progress))], called, rules)
        numbers = {_point(one.place): number for number, one in enumerate(facts)}
        stretches = []
        for statement in report.statements:
            number = numbers[_point(statement)]
            view = self.view_statement(draft, statement, standings[number], kept.paragraphs[number])
            stretches.append(Stretch(facts[number].start, facts[number].end, view))
        return DraftView(name, kept.document, report, tuple(stretches))

    def search(self, words: str, most: int = 100, new: int | None = None) -> "tuple[Hit, ...]":
        """Where words stand in sources, the best first.

        Sources that are not known to the search yet are taken in before; at most so many of them as `new` says.
        """
        from factcheck.store.searching import Search, searching

        sources = [source for source in self.sources() if not source.removed]

        def work(search: Search) -> "tuple[Hit, ...]":
            search.update({source.id: source.sha256 for source in sources}, self.document, new)
            return search.find(words, most)

        return searching(self._search_file, work)


def _point(place: "Place") -> tuple[int, int, str]:
    return place.line, place.column, place.exact


def own_name(name: str) -> str:
    """The name of a file without the folders that a browser may send with it; raises UsageError for none."""
    from factcheck.store.layout import is_file_name

    own = PurePosixPath(name.replace("\\", "/")).name.strip()
    if not is_file_name(own) or own.startswith(".") or len(own.encode()) > 200:
        raise UsageError(f"{own[:80]!r} is not a name for a file; give it another")
    return own
