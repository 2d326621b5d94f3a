"""What readers of marked-up text conclude from words alone, when the blocks are there."""

from collections.abc import Sequence

from factcheck.building import Builder, Draft, Piece
from factcheck.language.datelines import dateline
from factcheck.readers._articles import mark_articles
from factcheck.readers._headings import Numbering, counts_bare
from factcheck.readers._lines import Line
from factcheck.readers._parts import Part, mark_lists
from factcheck.readers._phrases import caption_label
from factcheck.readers.txt import mark_headings

DATED = 5
"""Blocks at the top among which a dateline is looked for."""


def mark_by_markup(builder: Builder) -> None:
    """Tells title, date, captions, and typed numbers of headings and lists, of a text whose headings are marked."""
    numbering = Numbering(counts_bare(draft.words for draft in builder.drafts if draft.kind == "heading"))
    for draft in builder.drafts:
        if draft.kind == "heading" and draft.label is None:
            draft.label = numbering.place(draft.words)[0]
    mark_title(builder)
    mark_date(builder)
    mark_captions(builder)
    parts = _parts(builder.drafts)
    mark_lists(parts, iter(builder.new_list, None))
    _settle(builder.drafts, parts)


def mark_by_words(builder: Builder) -> None:
    """Tells all that a plain text's words would tell, of a text whose headings are not marked."""
    body = [draft for draft in builder.drafts if draft.kind not in ("note", "furniture")]
    parts = _parts(body)
    mark_lists(parts, iter(builder.new_list, None))
    mark_articles(parts, builder, True)
    mark_headings(parts, None)
    _settle(body, parts)


def _parts(drafts: Sequence[Draft]) -> list[Part]:
    """The blocks as parts of one line; only plain paragraphs are open to judgement."""
    parts = [Part([Line(draft.words, 0, 0)], [number], True) for number, draft in enumerate(drafts)]
    for draft, part in zip(drafts, parts, strict=True):
        part.kind, part.level, part.label, part.list = draft.kind, draft.level, draft.label, draft.list
        part.settled = draft.kind != "paragraph" or not part.text
    return parts


def _settle(drafts: Sequence[Draft], parts: Sequence[Part]) -> None:
    for draft, part in zip(drafts, parts, strict=True):
        draft.kind, draft.level, draft.label, draft.list = part.kind, part.level, part.label, part.list
        if part.begin:
            _cut(draft, part.text[: part.begin])


def _cut(draft: Draft, start: str) -> None:
    """Takes a typed number or bullet away from a block's beginning."""
    wanted = len("".join(start.split()))
    for place, piece in enumerate(draft.content):
        if not isinstance(piece, Piece):
            continue
        at = 0
        while at < len(piece.text) and (wanted or piece.text[at].isspace()):
            wanted -= not piece.text[at].isspace()
            at += 1
        draft.content[place] = Piece(
            piece.text[at:], None if piece.at is None else piece.at + at, piece.page, piece.box
        )
        if at < len(piece.text):
            return


def mark_title(builder: Builder) -> None:
    """Makes the title of a first heading that stands above all others, and moves these up."""
    headings = [draft for draft in builder.drafts if draft.kind == "heading"]
    if not headings or builder.drafts[0] is not headings[0]:
        return
    first, others = headings[0], headings[1:]
    if all(heading.level > first.level for heading in others) and first.label is None:
        first.kind, first.level = "title", 0
        builder.title = builder.title or first.words
        highest = min((heading.level for heading in others), default=1)
        for heading in others:
            heading.level -= highest - 1


def mark_date(builder: Builder) -> None:
    """Takes a line at the top that is a date, with a place or none, as the document's own."""
    for draft in builder.drafts[:DATED]:
        day = dateline(draft.words) if draft.kind == "paragraph" else None
        if day:
            draft.kind = "byline"
            if builder.date is None:
                builder.date, builder.date_from = day, "dateline"


def mark_captions(builder: Builder) -> None:
    """Makes captions of paragraphs that name a picture's author, or that a table's or figure's number begins."""
    for draft in builder.drafts:
        label = caption_label(draft.words) if draft.kind == "paragraph" else None
        if label is not None:
            draft.kind, draft.label = "caption", label or None
