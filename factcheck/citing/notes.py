"""What each note cites: works in full, and short citations resolved to the note and work that they mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from factcheck.citing.works import Segment, key_of, segments, titles_in, work_in
from factcheck.language.folding import fold
from factcheck.records.citation import Citation, Work
from factcheck.records.document import Document

Form = Literal["full", "ibid", "op-cit", "loc-cit", "short-title"]

CLOSE = 85
"""Likeness, in percent, from which a title counts as a variant of another."""
SHORTEST, SURE = 4, 8
"""Characters of a title by which a work is looked for among those cited, and among the words of notes."""
MOST_WORDS = 14
"""Words of a note that cites by a page or a date alone ("Transcript, 25 March 2025, pp. 2-6")."""
MOST_NAMES = 6
"""Words of an author's name."""

_IBID = re.compile(r"\b[Ii]bid(?:em)?\b\.?|^[Ii]d\.(?=[\s,]|$)")
_OP_CIT = re.compile(r"\bop\.?\s?cit\b\.?", re.I)
_LOC_CIT = re.compile(r"\bloc\.?\s?cit\b\.?", re.I)
_POINTS_AT = re.compile(r"\b(?:pp?|paras?|ch|vol|no|ex|exhibit)\b\.?\s?\d|\b(?:1[5-9]|20)\d\d\b", re.I)
_SUPRA = re.compile(r"\bsupra,?\s(?:note|n\.|fn\.?)\s?(\d{1,4})|\b(?:foot)?(?:note|n\.)\s(\d{1,4})\sabove", re.I)
_PLACE = re.compile(r"(?:,\s)?(?:(?:pp?|ch|chap|vol|no|para)\.?\s|chapter\s)?\d{1,4}(?:[-–]\d{1,4})?\.?$", re.I)


@dataclass(slots=True)
class _Note:
    """A note that was read: its label, its folded text, and what it cites, in order."""

    label: str
    folded: str
    cited: list[Citation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Meant:
    """What a short citation means, as far as it can be told."""

    outcome: Literal["resolved", "variant", "ambiguous", "unresolved"]
    note: str | None = None
    work: Work | None = None
    candidates: tuple[str, ...] = ()
    why: str | None = None


def citations_of(document: Document) -> Iterator[Citation]:
    """All citations of a document's notes, in order of the notes."""
    sentences: dict[int, list[tuple[int, int]]] = {}
    for sentence in document.sentences:
        sentences.setdefault(sentence.block, []).append((sentence.start, sentence.end))
    read: list[_Note] = []
    for number, block in enumerate(document.blocks):
        if block.kind != "note":
            continue
        text = document.text[block.start : block.end]
        note = _Note(block.label or "", fold(text))
        read.append(note)
        for segment in segments(text, [(a - block.start, b - block.start) for a, b in sentences.get(number, ())]):
            citation = _cite(segment, block.start, read)
            if citation:
                note.cited.append(citation)
                yield citation


def _cite(segment: Segment, base: int, read: Sequence[_Note]) -> Citation | None:
    """The citation that a segment holds, if any; the last note read is its own."""
    text = segment.text
    if _IBID.search(text):
        return _short(segment, base, read, "ibid", _before(read))
    if supra := _SUPRA.search(text):
        return _short(segment, base, read, "short-title", _noted(supra[1] or supra[2], read))
    if cited := _OP_CIT.search(text):
        return _short(segment, base, read, "op-cit", _resolved(text[: cited.start()].strip(" ,"), read))
    if cited := _LOC_CIT.search(text):
        return _short(segment, base, read, "loc-cit", _resolved(text[: cited.start()].strip(" ,"), read))
    work = work_in(text)
    if work is None:
        meant = _shortened(text, read)
        return _short(segment, base, read, "short-title", meant) if meant else None
    earlier = _shortened(text, read) if work.date is None and work.publisher is None else None
    if earlier:
        return _short(segment, base, read, "short-title", earlier)
    start, end = base + segment.start, base + segment.end
    return Citation(start=start, end=end, note=read[-1].label, form="full", work=work)


def _short(segment: Segment, base: int, read: Sequence[_Note], form: Form, meant: _Meant) -> Citation:
    return Citation(
        start=base + segment.start,
        end=base + segment.end,
        note=read[-1].label,
        form=form,
        work=meant.work,
        outcome=meant.outcome,
        target_note=meant.note,
        candidates=meant.candidates,
        why=meant.why,
    )


def _before(read: Sequence[_Note]) -> _Meant:
    """What "ibid." means: the citation before it in its own note, else the only one of the note before."""
    own = read[-1]
    if own.cited:
        return _same_as(own.cited[-1], own.label)
    if len(read) < 2:
        return _Meant("unresolved", why="no note stands before it")
    previous = read[-2]
    works = {citation.work.key if citation.work else f"?{place}" for place, citation in enumerate(previous.cited)}
    if not works and _POINTS_AT.search(previous.folded) and len(previous.folded.split()) <= MOST_WORDS:
        return _Meant("resolved", previous.label)
    if not works:
        return _Meant("unresolved", why=f"note {previous.label}, to which it points, cites nothing")
    if len(works) > 1:
        why = f"note {previous.label}, to which it points, cites {len(works)} works"
        return _Meant("ambiguous", candidates=(previous.label,), why=why)
    return _same_as(previous.cited[0], previous.label)


def _same_as(citation: Citation, label: str) -> _Meant:
    if citation.outcome in ("unresolved", "ambiguous"):
        why = f"note {label}, to which it points, has a citation that is {citation.outcome} itself"
        return _Meant(citation.outcome, candidates=citation.candidates, why=why)
    return _Meant("resolved", citation.target_note or label, citation.work)


def _noted(label: str, read: Sequence[_Note]) -> _Meant:
    """What "supra note 5" means."""
    note = next((note for note in read[:-1] if note.label == label), None)
    if note is None:
        return _Meant("unresolved", why=f"there is no note {label} before it")
    return _Meant("resolved", label, note.cited[0].work if len(note.cited) == 1 else None)


def _resolved(words: str, read: Sequence[_Note]) -> _Meant:
    """What an author and a title, or one of them, mean among the works cited before."""
    quoted = titles_in(words + ",")
    if quoted:
        pairs = [(quoted[0].group()[1:-1].strip(" ,."), words[: quoted[0].start()].strip(" ,"))]
    else:
        parts = words.split(", ")
        if len(parts) == 1 and len(words.split()) <= MOST_NAMES:
            return _by_author(words, read)
        pairs = [(", ".join(parts[place:]), ", ".join(parts[:place])) for place in range(len(parts))]
    for title, author in pairs:
        if meant := _by_title(title, author, read):
            return meant
    for title, author in pairs[::-1]:
        if meant := _by_words(title, author, read):
            return meant
    return _variant(pairs[-1][0], read)


def _works(read: Sequence[_Note]) -> list[tuple[str, Work]]:
    """The works cited in full so far, with the labels of their notes."""
    return [(note.label, c.work) for note in read for c in note.cited if c.form == "full" and c.work and c.work.title]


def _by_title(title: str, author: str, read: Sequence[_Note]) -> _Meant | None:
    """The work of this title, or whose title begins with it."""
    wanted = fold(title)
    if len(wanted) < SHORTEST:
        return None
    titled = [entry for entry in _works(read) if _begins(fold(entry[1].title or ""), wanted)]
    like = [entry for entry in titled if _by(entry[1], author)]
    like = [entry for entry in like if fold(entry[1].title or "") == wanted] or like
    first: dict[tuple[str, str | None], str] = {}
    for label, work in like:
        first.setdefault((work.key, work.date), label)
    if len(first) > 1:
        labels = tuple(first.values())
        return _Meant("ambiguous", candidates=labels, why=f"{len(labels)} works of this title are cited before")
    if like:
        return _Meant("resolved", *like[0])
    if titled and author:
        label, work = titled[0]
        return _Meant("variant", label, work, why=f"the author given in note {label} is “{work.author}”")
    return None


def _by_words(title: str, author: str, read: Sequence[_Note]) -> _Meant | None:
    """The first note that holds the words of a title, where the work was not recognised."""
    wanted = fold(title)
    for note in read[:-1] if len(wanted) >= SURE else ():
        at = note.folded.find(wanted)
        if at >= 0 and any(citation.form == "full" for citation in note.cited):
            return _Meant("resolved", note.label, Work(key=key_of(title), title=title, author=author or None))
    return None


def _begins(title: str, wanted: str) -> bool:
    return title.startswith(wanted) and not title[len(wanted) : len(wanted) + 1].isalnum()


def _by(work: Work, author: str) -> bool:
    """Whether the author named may be the work's: one surname in common, or one of both not given."""
    if not author or not work.author:
        return True
    return bool({*fold(author).split()} & {*fold(work.author).replace(",", " ").split()})


def _variant(title: str, read: Sequence[_Note]) -> _Meant:
    """A work whose title differs in a few letters or a word."""
    from rapidfuzz import fuzz

    wanted = fold(title)
    scored = [(fuzz.ratio(wanted, fold(work.title or "")), label, work) for label, work in _works(read)]
    best = max(scored, key=lambda entry: entry[0], default=None)
    if best is None or best[0] < CLOSE:
        return _Meant("unresolved", why="no note before it cites a work of this title")
    return _Meant("variant", best[1], best[2], why=f"the title given in note {best[1]} is “{best[2].title}”")


def _by_author(author: str, read: Sequence[_Note]) -> _Meant:
    """The only work of an author cited before."""
    works = {work.key: (label, work) for label, work in reversed(_works(read)) if work.author and _by(work, author)}
    if len(works) > 1:
        labels = tuple(dict.fromkeys(label for label, _ in reversed(works.values())))
        return _Meant("ambiguous", candidates=labels, why=f"{len(works)} works by {author} are cited before")
    if works:
        return _Meant("resolved", *next(iter(works.values())))
    return _Meant("unresolved", why=f"no note before it cites a work by {author}" if author else "it names no work")


def _shortened(text: str, read: Sequence[_Note]) -> _Meant | None:
    """A work cited before, named again by its author's surname and the beginning of its title."""
    words = _PLACE.sub("", text).strip(" ,.")
    quoted = titles_in(words + ",")
    author, _, title = words.partition(", ")
    if quoted:
        author, title = words[: quoted[0].start()].strip(" ,"), quoted[0].group()[1:-1].strip(" ,.")
    wanted = fold(title)
    if not author or len(wanted) < SHORTEST or len(author.split()) > MOST_NAMES:
        return None
    for label, work in _works(read):
        if work.author and _by(work, author) and _begins(fold(work.title or ""), wanted):
            return _Meant("resolved", label, work)
    return None
