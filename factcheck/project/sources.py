"""The sources of a project: added, listed, verified, read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from factcheck.errors import SourceError, UsageError
from factcheck.project.base import Base, Progress
from factcheck.store import files, inputs

if TYPE_CHECKING:
    from factcheck.checking import Study
    from factcheck.config import Glossary
    from factcheck.records.document import Document
    from factcheck.records.source import Source
    from factcheck.store.studies import Parts


@dataclass(frozen=True)
class SourceState:
    """How a source's file stands to its record; `message` says what to do where it is not `ok`."""

    id: str
    state: Literal["ok", "missing", "changed", "removed"]
    message: str = ""


class Sources(Base):
    """The part of a project that keeps its sources."""

    def sources(self) -> "tuple[Source, ...]":
        """The records of all sources, in order of id."""
        return self.records.sources()

    def source(self, id: str) -> "Source":
        """A source's record; raises UsageError for an unknown id."""
        return self.records.source(id)

    def add_source(self, path: Path, *, id: str | None = None, **bibliographic: Any) -> "Source":
        """Add a file; fields are those of a source record (title, author, publisher, issued, url, …)."""
        return self.add_sources([path], id=id, **bibliographic)[0]

    def add_sources(
        self, paths: Sequence[Path | str], metadata: Path | None = None, *, id: str | None = None, **bibliographic: Any
    ) -> "tuple[Source, ...]":
        """Add files, or pages by their address (as text), all or none.

        `metadata` is a CSL-JSON library; a file's record is the entry whose id is its stem (or the `id` given).
        What is given here goes before the library, and that before what a file says of itself.
        """
        from factcheck.store import adding, csl

        if id is not None and len(paths) > 1:
            raise UsageError("an id is for one file; add the files one by one")
        if bibliographic.get("version_of") is not None:
            self.source(bibliographic["version_of"])
        entries = csl.library(Path(metadata)) if metadata else {}
        limits = self.config.limits
        additions = []
        for named in paths:
            is_page = isinstance(named, str) and "://" in named
            path, data, found = self._fetched(str(named)) if is_page else (Path(named), None, {})
            entry = entries.get(id or "") or csl.entry_for(entries, path.stem)
            given = {**found, **{field: value for field, value in bibliographic.items() if value is not None}}
            additions.append(adding.prepared(path, id=id, given=given, entry=entry, limits=limits, data=data))
        return self._add(additions)

    def add_page(self, url: str, *, id: str | None = None, **bibliographic: Any) -> "Source":
        """Fetch a page and keep it as it came; `archived` says from where and when.

        Raises SourceError for what cannot be fetched, or may not be by `fetching` in factcheck.toml.
        """
        return self.add_sources([url], id=id, **bibliographic)[0]

    def _fetched(self, url: str) -> tuple[Path, bytes | None, dict[str, Any]]:
        """A page as a file's name, its bytes, and what is known of it by its address."""
        from factcheck.fetching import fetch
        from factcheck.readers._html_metadata import capture_of

        page, at = fetch(url, self.config.fetching), self.moment()
        captured = capture_of(page.url)
        archived = {"url": page.url, "retrieved": at, "capture": captured[1] if captured else None}
        return (
            Path(page.name),
            page.data,
            {"URL": captured[2] if captured else page.url, "accessed": at[:10], "archived": archived},
        )

    def _add(self, additions: "Sequence[Any]") -> "tuple[Source, ...]":
        from factcheck.store import adding, studies

        with files.locked(self.layout.lock):
            adding.write(additions, self.layout, self.records)
        for addition in additions:
            studies.save_document(self.index, addition.source, addition.document)
        return tuple(addition.source for addition in additions)

    def remove_source(self, id: str, *, by: str, why: str = "") -> bool:
        """Remove a source's text, also from what was derived; gives whether its record stayed.

        The log says who removed it, when and why. Where people wrote claims on it, or decided on statements that rest
        on it, the record and its digest stay too. Words that claims and decisions quote stay with them.
        """
        from factcheck.records.source import Tombstone
        from factcheck.store import found, versions

        with files.locked(self.layout.lock):
            source = self.source(id)
            if source.removed:
                raise UsageError(f"{id} was removed already, by {source.removed.by}, {source.removed.at[:10]}")
            stays = bool(self.records.claims(id)) or self._is_rested_on(id)
            removed = source.but(removed=Tombstone(by=by, at=self.moment(), why=why))
            self.decide([self.draft("source", id, "source", "removed", by, why, source.sha256, ())])
            self.index.erase(id)
            gone = [self.layout.source_file(source.file), *versions.all_of(source, self.layout)]
            gone += found.all_of(self.layout, id)
            if stays:
                files.write_all([self.records.source_file(removed)], gone=gone)
            else:
                files.write_all([], gone=[*gone, self.layout.source_record(id)])
            found.forget(self.layout, id)
        return stays

    def _is_rested_on(self, id: str) -> bool:
        """Whether a statement was checked against a passage of a source, or a query's reply became it."""
        return any(
            any(ground.startswith(f"{id}:") for ground in one.resting_on)
            or (one.query is not None and one.query.reply_source == id)
            for one in self.ledger.decisions
        )

    def verify_sources(self) -> tuple[SourceState, ...]:
        """Whether each source's file is there and as it was when it was added."""
        sources = self.sources()
        names = {source.id: self.layout.name_of(self.layout.source_file(source.file)) for source in sources}
        digests = inputs.digests(self.layout, self.index, names.values())
        return tuple(self._state(source, digests[names[source.id]]) for source in sources)

    def _state(self, source: "Source", digest: str | None) -> SourceState:
        if source.removed:
            return SourceState(source.id, "removed", f"removed by {source.removed.by}, {source.removed.at[:10]}")
        if digest is None:
            return SourceState(
                source.id, "missing", f"sources/{source.file} is missing; put it back, or remove the source"
            )
        if digest != source.sha256:
            return SourceState(
                source.id,
                "changed",
                f"sources/{source.file} was changed after it was added; put it back, or remove and add the source",
            )
        return SourceState(source.id, "ok")

    def document(self, id: str) -> "Document":
        """A source as read; raises SourceError where its file is missing or was changed."""
        from factcheck.digests import digest_of_bytes
        from factcheck.store import adding, studies

        source = self.source(id)
        path = self.layout.source_file(source.file)
        name = self.layout.name_of(path)
        stored = studies.load_document(self._parts, source)
        if stored is not None and inputs.digests(self.layout, self.index, [name])[name] == source.sha256:
            return stored
        try:
            data = path.read_bytes()
        except OSError:
            data = None
        state = self._state(source, digest_of_bytes(data) if data is not None else None)
        if data is None or state.state != "ok":
            raise SourceError(state.message, where=f"source {id}")
        document = adding.readable(source, data, f"sources/{source.file}", self.config.limits)
        studies.save_document(self.index, source, document)
        return document

    def study(self, id: str) -> "Study":
        """A source with all that was found in it, its claims as derived."""
        return self._studied([self.source(id)], None)[id]

    @cached_property
    def _parts(self) -> "Parts":
        from factcheck.store import studies

        return studies.Parts(self.index, lambda id: self._fresh(self.source(id), self.config.glossary))

    def _fresh(self, source: "Source", glossary: "Glossary") -> "Study":
        """A source studied anew."""
        from factcheck import engine
        from factcheck.store import found, studies
        from factcheck.store.collecting import still

        with still():
            made = engine.study(source, self.document(source.id), glossary, found.in_source(self.layout, source.id))
            studies.save(self.index, made, glossary)
        return made

    def extract(self, ids: Iterable[str] | None = None, progress: Progress | None = None) -> dict[str, int]:
        """Read sources and find what is in them, as far as that is not done; gives the number of claims of each."""
        return {id: study.count for id, study in self._studies(ids, progress).items()}

    def _studies(self, ids: Iterable[str] | None, progress: Progress | None) -> "dict[str, Study]":
        wanted = [self.source(id) for id in sorted(set(ids))] if ids is not None else self.sources()
        return self._studied([source for source in wanted if not source.removed], progress)

    def keep_study(self, id: str) -> None:
        """Study a source, so that what was found is kept; raises SourceError where it cannot be read."""
        self._fresh(self.source(id), self.config.glossary)

    def _studied(self, sources: "Sequence[Source]", progress: Progress | None) -> "dict[str, Study]":
        from factcheck.project import crew
        from factcheck.store import studies

        glossary = self.config.glossary
        names = {source.id: self.layout.name_of(self.layout.source_file(source.file)) for source in sources}
        digests = inputs.digests(self.layout, self.index, names.values())
        untouched = [source for source in sources if digests[names[source.id]] == source.sha256]
        found: dict[str, Study] = {}

        def look_up() -> None:
            for source in untouched:
                kept = None if source.id in found else studies.load(self.index, source, glossary, self._parts)
                if kept is not None:
                    found[source.id] = kept

        def keep(source: "Source", number: int) -> "Study":
            if progress:
                progress(f"reading {source.id}", number, len(sources))
            made = self._fresh(source, glossary)
            return studies.load(self.index, source, glossary, self._parts) or made

        look_up()
        for source in sources:
            if digests[names[source.id]] != source.sha256:
                found[source.id] = keep(source, len(found))
        missing = [source for source in untouched if source.id not in found]
        if helpers := crew.helpers_for(self.layout.source_file(source.file) for source in missing):
            begun = len(found)
            crew.share(self.root, self.index, missing, helpers, lambda source, number: keep(source, begun + number))
            look_up()
        for source in missing:
            if source.id not in found:
                found[source.id] = keep(source, len(found))
        return {source.id: found[source.id] for source in sources}
