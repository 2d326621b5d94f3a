"""A headline, or a sentence that points back, gives words of the text's own quotation otherwise.

It lays short quotations in titles and standfirsts ("“We will never sell,” says mill owner"), and those of which the
text says that they were said before ("this sentence, “…”"), against the quotations in the text below, and reports
another word or figure in the midst of the same ones. It stays silent where words are only left out at the ends,
where two speakers are named who are not one, where too little is the same, and where the words stand in the text as
quoted.

What settles it: the recording, or the passage from which the words were taken.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.people import one_speaker
from factcheck.contexts.places import block_around, sentence_at
from factcheck.contexts.words import house, words_of
from factcheck.quotations.alignment import Alignment, align, only_reports
from factcheck.quotations.passages import quotations_of
from factcheck.quotations.speakers import speaker_of
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import QuotationMention

_HEADLINES = frozenset({"title", "standfirst"})
_POINTS_BACK = re.compile(
    r"\b(?:this|that|the same|whose|those|these) (?:[a-z]+ )?"
    r"(?:sentence|words?|line|phrase|quotation|quote|remark|answer)\b"
)
_MOST, _FEWEST = 14, 3
"""Words of a quotation that is laid against the others."""
_LEAST_BACK, _LEAST_HEADLINE = 0.75, 0.6
_MOST_CHANGED = 2


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The quotations that are given again with another word."""
    said = quotations_of(study)
    for mention in said:
        headline = _is_headline(study, mention)
        if not headline and not _points_back(study, mention):
            continue
        others = [item for item in said if item is not mention and not _is_headline(study, item)]
        others = others if headline else [item for item in others if item.end <= mention.start]
        found = list(_laid(study, mention, others, _LEAST_HEADLINE if headline else _LEAST_BACK))
        if found and not any(alignment.is_exact for _, alignment in found):
            best = max(found, key=lambda one: (one[1].coverage, one[1].same, -one[0].start))
            if _is_altered(best[1]):
                yield _finding(study, mention, *best)


def _is_headline(study: Study, mention: QuotationMention) -> bool:
    block = block_around(study.document, mention.start)
    return block is not None and block.kind in _HEADLINES


def _points_back(study: Study, mention: QuotationMention) -> bool:
    sentence = sentence_at(study.document, mention.start)
    return sentence is not None and _POINTS_BACK.search(study.document.text, sentence.start, mention.start) is not None


def _laid(
    study: Study, mention: QuotationMention, others: Sequence[QuotationMention], least: float
) -> Iterator[tuple[QuotationMention, Alignment]]:
    """The other quotations that have most of the words, in their order."""
    text = study.document.text
    words = words_of(text, mention.start, mention.end)
    if not _FEWEST <= len(words) <= _MOST:
        return
    wanted, speaker = {house(word.text) for word in words}, speaker_of(study, mention)
    for item in others:
        passage = words_of(text, item.start, item.end)
        if len(wanted & {house(word.text) for word in passage}) < _FEWEST:
            continue
        alignment = align(text, words, text, passage)
        if alignment is None or alignment.coverage < least or not alignment.telling:
            continue
        if one_speaker(study, speaker, study, speaker_of(study, item)) is not False:
            yield item, alignment


def _is_altered(alignment: Alignment) -> bool:
    """Whether one word or figure in the midst is another, or two, and not only by how speech is reported."""
    changed = [item for item in alignment.divergences if item.change in ("word", "figure")]
    words = sum(len(item.quoted.split()) for item in changed)
    return len(changed) == len(alignment.divergences) == 1 and words <= _MOST_CHANGED and not only_reports(alignment)


def _finding(study: Study, mention: QuotationMention, other: QuotationMention, alignment: Alignment) -> Finding:
    (changed,) = (item for item in alignment.divergences if item.change in ("word", "figure"))
    where = "The headline" if _is_headline(study, mention) else "The text"
    return finding(
        CHECK,
        fact=(study.source.id, " ".join(mention.words.lower().split()), changed.stands.lower()),
        verdict="possible-conflict",
        message=f"{where} quotes “{changed.quoted}” where the quotation in the text has “{changed.stands}”.",
        sides=(
            [evidence_at(study, mention.start, mention.end, value=changed.quoted)],
            [evidence_at(study, other.start, other.end, value=changed.stands)],
        ),
        steps=(Step(code="quotation-word", text="The other words are the same, in the same order."),),
        settle="Print the words as they were said.",
        weight=0.6,
    )


CHECK = Check(
    id="quotation-repeated",
    kind="quotation",
    title="A headline gives a quotation of the text otherwise",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={
                "item": "“We will never leave,” says harbour pilot\n\n"
                "The pilots' house on the mole is for sale, and the town wants it empty before the winter comes.\n\n"
                "“We will not leave before spring,” the pilot, Ada Lund, said on Monday.\n"
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "item": "“We will not leave,” says harbour pilot\n\n"
                "The pilots' house on the mole is for sale, and the town wants it empty before the winter comes.\n\n"
                "“We will not leave before spring,” the pilot, Ada Lund, said on Monday.\n"
            },
            expect=None,
        ),
        Example(
            documents={
                "item": "“I thought of my son and went on rowing,” Ada Lund told us in the café. It is this sentence, "
                "“I thought of my daughter and went on rowing”, that hangs in the school.\n"
            },
            expect="possible-conflict",
        ),
    ),
)
