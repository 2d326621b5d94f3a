"""Citing: what notes cite, and where internal references lead."""

from factcheck.citing.notes import citations_of
from factcheck.citing.references import references_of
from factcheck.records.citation import Citations
from factcheck.records.document import Document

__all__ = ["cite"]


def cite(document: Document) -> Citations:
    """All citations of a document's notes and all its internal references, each in order of place."""
    return Citations(citations=tuple(citations_of(document)), references=tuple(references_of(document)))
