"""Somebody is quoted by surname alone and is never introduced.

It looks at everyone to whom a document gives words and reports a single name that the document nowhere gives in
full, with a title or with a word on who this is. It stays silent on people known by one name with a title
("President", "Dr"), on bodies and countries, and on transcripts and interviews, whose speakers are named elsewhere.

What settles it: first name and function at the first mention (a paragraph may have been cut).
"""

import re
from collections.abc import Iterable

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.people import names_in, surname
from factcheck.contexts.places import block_around
from factcheck.quotations.passages import quotations_of
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import QuotationMention

_INTRODUCED = re.compile(
    r",? \(|, (?:a|an|the|who|whose|which|of|from|[a-z]+['’]s|[A-Z][\w-]+['’]s|[0-9]{1,2},)\b|, [a-z]"
)
_PLAIN = frozenset({"paragraph", "quotation", "list-item"})


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The speakers who are only a surname."""
    if any(block.speaker for block in study.document.blocks):
        return
    quoted: dict[str, list[QuotationMention]] = {}
    for mention in quotations_of(study):
        block = block_around(study.document, mention.start)
        if mention.speaker and " " not in mention.speaker and block is not None and block.kind in _PLAIN:
            quoted.setdefault(mention.speaker, []).append(mention)
    for speaker, mentions in quoted.items():
        if speaker[:1].isupper() and not speaker.isupper() and _is_bare(study, speaker):
            yield _finding(study, speaker, mentions)


def _is_bare(study: Study, speaker: str) -> bool:
    """Whether the document has the name alone, as a person's, everywhere."""
    text, found = study.document.text, False
    for item in names_in(study):
        if surname(item.name) != speaker.lower() and speaker not in item.entity.split():
            continue
        if item.type != "person" or item.titles or " " in item.entity or " " in item.name:
            return False
        if _INTRODUCED.match(text, item.end):
            return False
        found = True
    return found


def _finding(study: Study, speaker: str, mentions: list[QuotationMention]) -> Finding:
    return finding(
        CHECK,
        fact=(study.source.id, speaker),
        verdict="possible-conflict",
        message=f"{speaker} is quoted and never introduced: no first name, no title, no function.",
        sides=([evidence_at(study, item.start, item.end, value=speaker) for item in mentions],),
        steps=(Step(code="surname-alone", text=f"“{speaker}” stands alone at every mention."),),
        settle=f"Who is {speaker}? Was the paragraph that introduces this person cut?",
        weight=0.4,
    )


CHECK = Check(
    id="speaker-unknown",
    kind="attribution",
    title="Somebody is quoted and never introduced",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={
                "item": "The port will stay shut until May, the council decided on Monday.\n\n"
                "“There is no reason to open it sooner,” Okafor said. “The ships can wait,” Okafor said.\n\n"
                "Nobody had asked the fishermen, Okafor said.\n"
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "item": "The port will stay shut until May, said Ada Okafor, who heads the council.\n\n"
                "“There is no reason to open it sooner,” Okafor said. “The ships can wait.”\n"
            },
            expect=None,
        ),
        Example(
            documents={
                "item": "The port will stay shut until May, the council decided on Monday.\n\n"
                "“There is no reason to open it sooner,” Mayor Okafor said. “The ships can wait.”\n"
            },
            expect=None,
        ),
    ),
)
