"""Citing: what notes cite, and where internal references lead."""

from factcheck.records.citation import Citations
from factcheck.records.document import Document


def cite(document: Document) -> Citations:
    """All citations and internal references of a document, in order."""
    return Citations()
