"""New versions of sources, and pages that are fetched."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import SourceError, UsageError
from factcheck.project.imports import Imports
from factcheck.store import files

if TYPE_CHECKING:
    from factcheck.records.document import Document
    from factcheck.records.source import Source
    from factcheck.updating import Passage


@dataclass(frozen=True)
class Update:
    """What came of a new version: the record, the passages looked for, and the claims that need another look."""

    source: "Source"
    passages: "tuple[Passage, ...]"
    to_see_again: tuple[str, ...]


class Updates(Imports):
    """The part of a project that takes in new versions."""

    def update_source(self, id: str, path: Path, **bibliographic: Any) -> Update:
        """Put a new version of a source in place; the old one stays readable (see `version`).

        All passages of its claims are looked for in the new text; no claim is changed. `bibliographic` are
        fields of the record that change with the version (issued, edition, …). Raises UsageError where the
        file is the version that is there, SourceError where a file cannot be read.
        """
        from factcheck.digests import digest_of_bytes
        from factcheck.store import adding, studies, versions
        from factcheck.store.layout import file_name
        from factcheck.updating import found_again, to_see_again

        data = adding.contents(Path(path), self.config.limits)
        digest = digest_of_bytes(data)
        with files.locked(self.layout.lock):
            old = self.source(id)
            if old.removed:
                raise UsageError(f"source {id} was removed; add the file under another id")
            if digest == old.sha256:
                raise UsageError(f"this is the version of {id} that is there already", where=str(path))
            state = next(one for one in self.verify_sources() if one.id == id)
            if state.state != "ok":
                raise SourceError(state.message, where=f"source {id}")
            kept = (*(one for one in old.versions if one != digest), old.sha256)
            said = {field: value for field, value in bibliographic.items() if value is not None}
            new = old.but(**said, file=file_name(id, Path(path)), sha256=digest, versions=kept)
            if new.file != old.file and self.layout.source_file(new.file).exists():
                raise UsageError(f"another file lies at sources/{new.file}; move it away", where=str(path))
            before = self.document(id)
            document = adding.readable(new, data, path, self.config.limits)
            versions.replace(old, new, data, self.layout, self.records)
        studies.save_document(self.index, new, document)
        passages = found_again(self.curated(), before, document)
        return Update(new, passages, to_see_again(passages))

    def version(self, id: str, digest: str) -> "Document":
        """An older version of a source as read; the digest may be shortened. Raises UsageError for an unknown one."""
        from factcheck.store import adding, versions

        source = self.source(id)
        whole = versions.chosen(source, digest)
        name, data = versions.contents(whole, self.layout)
        return adding.readable(
            source.but(file=name, sha256=whole), data, f"sources/versions/{name}", self.config.limits
        )
