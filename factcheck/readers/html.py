"""HTML and saved pages: the article's text with its structure, and what the page says of itself."""

from factcheck.building import PROSE, Builder, Draft
from factcheck.language.identifying import language_of
from factcheck.readers._articles import mark_articles
from factcheck.readers._headings import Numbering, counts_bare
from factcheck.readers._html_blocks import Flow
from factcheck.readers._html_metadata import read_metadata
from factcheck.readers._html_notes import notes_of
from factcheck.readers._html_regions import MOST_STANDFIRST, regions_of
from factcheck.readers._html_source import characters
from factcheck.readers._html_tree import Element, tree_of
from factcheck.readers._lines import Line
from factcheck.readers._parts import Part
from factcheck.reading import Reader

FRONT = 8
"""Blocks below the title among which the byline is looked for."""
MARKUP = 10
"""Characters of a page, its markup among them, that may stand for one of its text."""
JUDGED = 20_000
"""Characters by which the text's language is told."""


def read(data: bytes, builder: Builder) -> None:
    """Fills the builder with the page's blocks and notes, and with what it says of itself."""
    text = characters(data)
    builder.bounded(len(text), markup=MARKUP)
    html = tree_of(text)
    stated = builder.language
    read_metadata(html, text, builder)
    titles = {title.lower() for title in (builder.title, *builder.metadata.values()) if title}
    regions = regions_of(html, titles)
    if regions.title is not None:
        builder.title = builder.metadata["title"] = regions.title.words
    body = next((one for one in html.children if isinstance(one, Element) and one.tag == "body"), html)
    Flow(builder, regions, notes_of(body)).run(body)
    builder.drafts = [draft for draft in builder.drafts if draft.words]
    _mark_standfirst(builder.drafts, builder.metadata.get("abstract", ""))
    _mark_surroundings(builder)
    _settle_headings(builder)
    if stated is None:
        said = " ".join(draft.words for draft in builder.drafts if draft.kind in PROSE)[:JUDGED]
        builder.language = language_of(said) or builder.language


def _mark_standfirst(drafts: list[Draft], summary: str) -> None:
    """Settles what stands between title and byline, and a first paragraph that the page gives as its summary."""
    title = next((place for place, draft in enumerate(drafts) if draft.kind == "title"), None)
    if title is None:
        return
    below = [draft for draft in drafts[title + 1 :] if draft.kind != "furniture"][:FRONT]
    byline = next((place for place, draft in enumerate(below) if draft.kind == "byline"), 0)
    between = below[:byline]
    if sum(len(draft.words.split()) for draft in between) <= MOST_STANDFIRST:
        for draft in between:
            if draft.kind in ("paragraph", "list-item", "heading"):
                draft.kind = "standfirst"
    if below and summary and below[0].kind == "paragraph" and below[0].words == summary:
        below[0].kind = "standfirst"


def _mark_surroundings(builder: Builder) -> None:
    """Settles by their words what the elements left open: captions, bylines, other stories, notices."""
    drafts = [draft for draft in builder.drafts if draft.kind != "note"]
    parts = [
        Part(
            [Line(draft.words, 0, 0)],
            [0],
            True,
            draft.kind,
            draft.level,
            draft.label,
            settled=draft.kind != "paragraph",
        )
        for draft in drafts
    ]
    mark_articles(parts, builder, True)
    for draft, part in zip(drafts, parts, strict=True):
        if draft.kind != part.kind:
            draft.kind, draft.level = part.kind, part.level
        draft.label = part.label
        if draft.kind == "furniture":
            draft.list = draft.row = draft.column = None


def _settle_headings(builder: Builder) -> None:
    """Gives headings their numbers, and levels from 1 on."""
    headings = [draft for draft in builder.drafts if draft.kind == "heading"]
    highest = min((draft.level for draft in headings), default=1)
    numbering = Numbering(counts_bare(draft.words for draft in headings))
    for draft in headings:
        draft.level -= highest - 1
        draft.label = numbering.place(draft.words)[0]


READER = Reader("html", 2, (".html", ".htm", ".xhtml"), read, characters)
