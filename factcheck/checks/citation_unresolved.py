"""A short reference (ibid., op. cit., loc. cit., a short title) cannot be followed to one work.

It reports short references that lead to no work, to a note that cites nothing or to several works;
short titles that differ from the title that they stand for (a variant, not an alarm); references whose
wording is broken: a document number run into the date, a quotation mark that is never closed; and citations
by author and year ("Hallett 1987") that the list of works has with another year, under a name spelled
otherwise, or not at all. It stays silent on "see" and "see also", on references that are merely short of a
page, and on a full reference given twice.

What settles it: the full reference, in the note where the work is first cited.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.citing.author_year import Unlisted, unlisted_works
from factcheck.language.calendar import LONG_MONTHS
from factcheck.records.citation import Citation
from factcheck.records.document import Block
from factcheck.records.finding import Evidence, Finding, Step

_NAMES = {"ibid": "Ibid.", "op-cit": "Op. cit.", "loc-cit": "Loc. cit.", "short-title": "The short title", "full": ""}
_SYMBOL_AND_DATE = re.compile(
    r"\b(?P<series>[A-Z]{1,6}/)(?P<number>[0-9]{3,9}?)(?P<day>[0-3][0-9]),? "
    rf"(?:{LONG_MONTHS}) [12][0-9]{{3}}\b"
)
_CIT = re.compile(r"\b(?:op|loc)\. ?cit")
_SYMBOL = re.compile(r"\b([A-Z]{1,6}/)([0-9]{3,9})\b")


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The references that cannot be followed."""
    for citation in study.citations.citations:
        if citation.outcome == "unresolved" and not _stands_before(study, citation):
            yield _lost(study, citation)
        elif citation.outcome == "ambiguous":
            yield _ambiguous(study, citation)
    variants: dict[tuple[str | None, str], list[Citation]] = {}
    for citation in study.citations.citations:
        if citation.outcome == "variant":
            variants.setdefault((citation.target_note, _title(study, citation)), []).append(citation)
    for citations in variants.values():
        yield _variant(study, citations)
    notes = [block for block in study.document.blocks if block.kind == "note"]
    yield from _glued(study, notes)
    yield from _unclosed(study, notes)
    for item in unlisted_works(study.document):
        yield _unlisted(study, item)


def _stands_before(study: Study, citation: Citation) -> bool:
    """Whether the short title stands earlier in the document, so that a reader finds the work after all."""
    if citation.form == "ibid":
        return False
    text = study.document.text
    short = _CIT.split(text[citation.start : citation.end], maxsplit=1)[0].strip(" ,;“”")
    title = re.split(r", ", short)[-1].strip("“”‘’\"' ")
    return len(title.split()) > 1 and text.find(title, 0, citation.start) >= 0


def _lost(study: Study, citation: Citation) -> Finding:
    whole = _first_note(study) in (None, "1")
    title = f" to {_title(study, citation)}" if citation.form != "ibid" else ""
    return finding(
        CHECK,
        fact=(study.source.id, citation.note, citation.form, _title(study, citation)),
        verdict="conflict" if whole else "possible-conflict",
        message=f"{_NAMES[citation.form]}{title} in note {citation.note} leads to no work.",
        sides=((_passage(study, citation),),),
        context=_notes(study, (citation.target_note, *citation.candidates)),
        steps=(Step(code="reference-unresolved", text=citation.why or "No note before it cites such a work in full."),),
        settle="Give the full reference here, or say which work is meant.",
        weight=0.45,
    )


def _ambiguous(study: Study, citation: Citation) -> Finding:
    notes = ", ".join(dict.fromkeys(note for note in (citation.target_note, *citation.candidates) if note))
    leads = f" (note {notes})" if notes else ""
    return finding(
        CHECK,
        fact=(study.source.id, citation.note, citation.form, _title(study, citation)),
        verdict="possible-conflict",
        message=f"{_NAMES[citation.form]} in note {citation.note} may mean more than one work{leads}.",
        sides=((_passage(study, citation),),),
        context=_notes(study, (citation.target_note, *citation.candidates)),
        steps=(Step(code="reference-ambiguous", text=citation.why or "Two works fit this reference."),),
        settle="Name the work that is meant.",
        weight=0.2,
    )


def _variant(study: Study, citations: Sequence[Citation]) -> Finding:
    citation = citations[0]
    labels = " and ".join(item.note for item in citations)
    target = next((item for item in study.citations.citations if _is_source_of(item, citation)), None)
    first = [_passage(study, target)] if target else list(_notes(study, (citation.target_note,)))
    return finding(
        CHECK,
        fact=(study.source.id, "variant", _title(study, citation)),
        verdict="variant",
        message=f"Note {labels} cites {_title(study, citation)} under another title than note {citation.target_note}.",
        sides=([_passage(study, item) for item in citations], first),
        steps=(Step(code="title-differs", text=citation.why or "The titles agree in part only."),),
        settle="Use one title throughout.",
        weight=0.2,
    )


def _is_source_of(item: Citation, short: Citation) -> bool:
    same = item.work is not None and short.work is not None and item.work.key == short.work.key
    return item.form == "full" and item.note == short.target_note and (same or short.work is None)


def _glued(study: Study, notes: Iterable[Block]) -> Iterator[Finding]:
    """Document numbers that are longer than the others of their series and end in what would be the day of the date."""
    text = study.document.text
    widths: dict[str, set[int]] = {}
    for block in notes:
        for match in _SYMBOL.finditer(text, block.start, block.end):
            widths.setdefault(match[1], set()).add(len(match[2]))
    for block in notes:
        for match in _SYMBOL_AND_DATE.finditer(text, block.start, block.end):
            whole = len(match["number"]) + 2
            if not 1 <= int(match["day"]) <= 31 or whole <= min(widths[match["series"]]) + 1:
                continue
            yield finding(
                CHECK,
                fact=(study.source.id, block.label or "", match[0]),
                verdict="possible-conflict",
                message=f"In note {block.label} a document number seems to have run into the date: “{match[0]}”.",
                sides=((evidence_at(study, match.start(), match.end()),),),
                steps=(
                    Step(
                        code="number-runs-into-date",
                        text=f"Other numbers of {match['series']} are shorter; “{match['series']}{match['number']}, "
                        f"{match['day']} …” would fit.",
                    ),
                ),
                settle="Look the document up and set number and date apart.",
                weight=0.3,
            )


def _unclosed(study: Study, notes: Iterable[Block]) -> Iterator[Finding]:
    text = study.document.text
    for block in notes:
        opened, closed = text.count("“", block.start, block.end), text.count("”", block.start, block.end)
        if opened == closed:
            continue
        missing = "closed" if opened > closed else "opened"
        yield finding(
            CHECK,
            fact=(study.source.id, block.label or "", "quotation-marks"),
            verdict="variant",
            message=f"In note {block.label} a quotation mark is never {missing}, so that a title has no clear end.",
            sides=((evidence_at(study, block.start, block.end, widen=False),),),
            steps=(Step(code="marks-uneven", text=f"{opened} opening and {closed} closing quotation marks."),),
            settle="Set the missing quotation mark.",
            weight=0.1,
        )


def _unlisted(study: Study, item: Unlisted) -> Finding:
    """A citation by author and year that the list of works does not have so."""
    named = f"{item.name} {item.year}"
    listed = [evidence_at(study, item.block.start, item.block.end, widen=False)] if item.block else []
    lacks = "has this work otherwise" if listed else "has no such work"
    return finding(
        CHECK,
        fact=(study.source.id, "author-year", named),
        verdict="conflict" if listed else "possible-conflict",
        message=f"The text cites {named}; the list of works {lacks}.",
        sides=([evidence_at(study, item.start, item.end, value=named)], *([listed] if listed else ())),
        steps=(Step(code="work-not-listed", text=f"No entry of the list has both {item.name} and {item.year}."),),
        settle="Look up the work: is the citation or the list wrong?",
        weight=0.4,
    )


def _title(study: Study, citation: Citation) -> str:
    work = citation.work
    named = (work.title or work.author or work.publisher) if work else None
    if named is None and citation.form != "ibid":
        named = _CIT.split(study.document.text[citation.start : citation.end], maxsplit=1)[0].strip(" ,;“”")
    return f"“{' '.join(named.split())}”" if named else "a work"


def _first_note(study: Study) -> str | None:
    return next((block.label for block in study.document.blocks if block.kind == "note"), None)


def _passage(study: Study, citation: Citation) -> Evidence:
    return evidence_at(study, citation.start, citation.end, value=_title(study, citation))


def _notes(study: Study, labels: Iterable[str | None]) -> list[Evidence]:
    wanted = set(labels)
    blocks = [block for block in study.document.blocks if block.kind == "note" and block.label in wanted]
    return [evidence_at(study, block.start, block.end, widen=False) for block in blocks]


_BRIEF = (
    "# Harbours\n\nThe harbour was dredged in 1988.[^1] It silted up again within a year.[^2]\n\n[^1]: {}\n[^2]: {}\n"
)

_PAPER = (
    "# Islands\n\nHalf the people left (Hallett {}). They went to the mills, as Mordaunt ({}) has shown.\n\n"
    "## References\n\nHallett, R. (1978). The Emptying Islands. Arlen: Gull.\n\n"
    "Mordaunt, S. (1994). Mill Towns. Arlen: Arc.\n"
)

CHECK = Check(
    id="citation-unresolved",
    kind="citation",
    title="A short reference cannot be followed to one work",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"paper.md": _PAPER.format("1987", "1994")}, expect="conflict"),
        Example(documents={"paper.md": _PAPER.format("1978: 12", "1994, p. 3")}, expect=None),
        Example(
            documents={"brief.md": _BRIEF.format("The harbour master was also the mayor.", "Ibid.")}, expect="conflict"
        ),
        Example(
            documents={"brief.md": _BRIEF.format("Ada Low, *Tides and Trade* (Oslo, 1990), p. 4.", "Ibid.")},
            expect=None,
        ),
        Example(
            documents={
                "brief.md": _BRIEF.format("Transcript, 25 March 2025, pp. 2-6.", "Directions of 24 March, ibid., p. 1.")
            },
            expect=None,
        ),
        Example(
            documents={
                "brief.md": _BRIEF.format("Ada Low, *Tides and Trade* (Oslo, 1990).", "Berg, *Quays*, op. cit., p. 9.")
            },
            expect="conflict",
        ),
    ),
)
