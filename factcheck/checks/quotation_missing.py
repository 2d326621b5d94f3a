"""A headline or standfirst quotes words that the text below it does not hold.

It looks for quotations without a speaker in titles and standfirsts, and searches the rest of the document for their
words. It stays silent where the words are there (dots, brackets and small changes of form apart), where the headline
says who speaks, unless the text quotes the speaker and has none of the words, on single quoted words, and on titles
of works; teasers for other articles are left alone.

What settles it: the place in the interview, the speech or the document from which the headline was taken.
"""

import re
from collections.abc import Iterable

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.people import one_speaker
from factcheck.contexts.places import block_around, sentence_at
from factcheck.contexts.words import SMALL, Word, house, words_of
from factcheck.quotations.alignment import align
from factcheck.quotations.passages import quotations_of
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import QuotationMention

_HEADLINES = frozenset({"title", "standfirst"})
_NOT_BODY = _HEADLINES | {"furniture", "teaser"}
_ENOUGH = 0.75
_WINDOW = 3
_ALIKE = 5
"""Letters by which words are taken for forms of one."""


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The quotations above the text that do not occur in it."""
    body: list[Word] | None = None
    for mention in quotations_of(study):
        block = block_around(study.document, mention.start)
        if block is None or block.kind not in _HEADLINES or mention.nested:
            continue
        words = words_of(study.document.text, mention.start, mention.end)
        if len(words) < 2 or all(word.text in SMALL for word in words):
            continue
        if _is_title(mention.words):
            continue
        body = _body(study) if body is None else body
        if _is_named(mention.speaker) and not _is_strange(study, mention, words, body):
            continue
        if not _occurs(study, words, body):
            yield _finding(study, mention)


def _is_title(words: str) -> bool:
    """Whether all words but the frequent ones begin with a capital and no sentence ends: a programme's name."""
    said = [word for word in words.split() if word.lower() not in SMALL]
    return len(said) > 1 and words.rstrip()[-1:].isalnum() and all(word[:1].isupper() for word in said)


def _is_named(speaker: str | None) -> bool:
    """Whether a speaker is given by name, and not as "analysts" or "officials"."""
    return speaker is not None and any(word[:1].isupper() for word in speaker.split())


def _is_strange(study: Study, mention: QuotationMention, words: list[Word], body: list[Word]) -> bool:
    """Whether the text quotes the same speaker, but has none of the words, nor any like them."""
    telling = {house(word.text)[:_ALIKE] for word in words if word.text not in SMALL}
    if telling & {house(word.text)[:_ALIKE] for word in body}:
        return False
    said = [item for item in quotations_of(study) if item.start > mention.end and not item.nested]
    return any(_is_of(study, mention.speaker or "", item) for item in said)


def _is_of(study: Study, speaker: str, item: QuotationMention) -> bool:
    """Whether a quotation is the speaker's, whom a headline may call by the post alone."""
    sentence = sentence_at(study.document, item.start)
    words = study.document.text[sentence.start : sentence.end].lower() if sentence and item.speaker else ""
    called = re.search(rf"\b{re.escape(speaker.lower())} ", words) is not None
    return called or one_speaker(study, speaker, study, item.speaker) is True


def _body(study: Study) -> list[Word]:
    text = study.document.text
    kept = [block for block in study.document.blocks if block.kind not in _NOT_BODY]
    return [word for block in kept for word in words_of(text, block.start, block.end)]


def _occurs(study: Study, quoted: list[Word], body: list[Word]) -> bool:
    """Whether most of the words stand in the text in their order, near each other."""
    text = study.document.text
    telling = {house(word.text) for word in quoted if word.text not in SMALL}
    width = len(quoted) * _WINDOW
    for place, word in enumerate(body):
        if house(word.text) in telling:
            window = body[max(place - width, 0) : place + width]
            found = align(text, quoted, text, window)
            if found is not None and found.coverage >= _ENOUGH:
                return True
    return False


_NOBODY = " and nobody is named who said them"


def _finding(study: Study, mention: QuotationMention) -> Finding:
    words, named = " ".join(mention.words.split()), _is_named(mention.speaker)
    told = (
        f"The text quotes {mention.speaker} otherwise." if named else "The headline does not say whose words they are."
    )
    return finding(
        CHECK,
        fact=(study.source.id, words),
        verdict="possible-conflict",
        message=f"The headline quotes “{words}”, but the text has no such words{'' if named else _NOBODY}.",
        sides=((evidence_at(study, mention.start, mention.end, value=words),),),
        steps=(
            Step(code="words-not-in-text", text="Not three quarters of these words stand together in the text below."),
            Step(code="speaker-elsewhere" if named else "no-speaker", text=told),
        ),
        settle="Who said this, and where?",
        weight=0.6,
    )


CHECK = Check(
    id="quotation-missing",
    kind="attribution",
    title="A headline quotes words that the text does not hold",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={
                "item": "“A bridge too late”: why the harbour town waits\n\n"
                "The harbour town has waited nine years for its crossing. The council says that the money is there.\n\n"
                "“We shall build it when the tide allows,” said the engineer, Ada Lund, on Monday.\n"
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "item": "Lund calls bridge “a blunder”\n\n"
                "The harbour town has waited nine years for its crossing. The council says that the money is there.\n\n"
                "The plan is “a joy, and long overdue”, the engineer, Ada Lund, said on Monday.\n"
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "item": "“We shall build it”: why the harbour town waits\n\n"
                "The harbour town has waited nine years for its crossing. The council says that the money is there.\n\n"
                "“We shall build it when the tide allows,” said the engineer, Ada Lund, on Monday.\n"
            },
            expect=None,
        ),
        Example(
            documents={
                "item": "Why the harbour town waits\n\n"
                "The harbour town has waited nine years for what it calls “the late bridge”. The money is there.\n"
            },
            expect=None,
        ),
    ),
)
