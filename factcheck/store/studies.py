"""Studies kept in the index: what was read and found in a source, as long as source and program stand."""

from functools import cache
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from factcheck.checking import Study
from factcheck.config import Glossary
from factcheck.digests import digest_of
from factcheck.reading import signature
from factcheck.records.citation import Citations
from factcheck.records.claim import Claim
from factcheck.records.document import Document
from factcheck.records.mention import AnyMention
from factcheck.records.source import Source
from factcheck.store.index import Index
from factcheck.store.inputs import program


def key_of(source: Source, glossary: Glossary) -> str:
    """What a study depends on: the file's bytes, the record, how it is read, the glossary and the program."""
    record = source.model_dump(mode="json", exclude={"note", "tags", "versions"})
    return digest_of(record, signature(source), glossary.model_dump(mode="json"), program())


def document_key(source: Source) -> str:
    """What a document depends on."""
    return digest_of(source.sha256, signature(source), program())


def load_document(index: Index, source: Source) -> Document | None:
    """The stored document, or null."""
    stored = index.get("document", source.id, document_key(source))
    return _valid(Document, stored)  # type: ignore[no-any-return]


def save_document(index: Index, source: Source, document: Document) -> None:
    """Store a document."""
    index.put("document", source.id, document_key(source), document.model_dump_json(exclude_defaults=True).encode())


def load(index: Index, source: Source, document: Document, glossary: Glossary) -> Study | None:
    """The stored study of a source, with its derived claims, or null."""
    key = key_of(source, glossary)
    mentions = _valid(_mentions(), index.get("mentions", source.id, key))
    claims = _valid(_claims(), index.get("claims", source.id, key))
    citations = _valid(Citations, index.get("citations", source.id, key))
    if mentions is None or claims is None or citations is None:
        return None
    return Study(source, document, mentions, claims, citations)


def save(index: Index, study: Study, glossary: Glossary) -> None:
    """Store what was found in a document, its claims as derived."""
    source, key = study.source, key_of(study.source, glossary)
    index.put("mentions", source.id, key, _mentions().dump_json(dict(study.mentions)))
    index.put("claims", source.id, key, _claims().dump_json(study.claims, exclude_defaults=True))
    index.put("citations", source.id, key, study.citations.model_dump_json(exclude_defaults=True).encode())


def _valid(shape: Any, stored: bytes | None) -> Any:
    if stored is None:
        return None
    try:
        return shape.validate_json(stored) if isinstance(shape, TypeAdapter) else shape.model_validate_json(stored)
    except ValidationError:
        return None


@cache
def _mentions() -> TypeAdapter[dict[str, tuple[AnyMention, ...]]]:
    return TypeAdapter(dict[str, tuple[Annotated[AnyMention, Field(discriminator="kind")], ...]])


@cache
def _claims() -> TypeAdapter[tuple[Claim, ...]]:
    return TypeAdapter(tuple[Claim, ...])
