"""Who says quoted words, as far as the text around them tells: by a verb, a label, a line that leads to them."""

import re
from bisect import bisect_right

from factcheck.checking import Study
from factcheck.contexts.people import is_full_person, names_in, names_within
from factcheck.contexts.places import block_around, sentence_at
from factcheck.language.titles import is_head, is_modifier
from factcheck.quotations.passages import Echo
from factcheck.records.document import Block
from factcheck.records.mention import QuotationMention

_MOST_BLOCKS = 3
_PUT_IT = re.compile(
    r",? as (.{3,60}?) (?:put|puts|has put|said|says) it\b|,? (?:in the words of|to quote) (.{3,90}?)(?=[.;:]|$)"
)
_ANOTHERS = re.compile(
    r"\b(?:borrow(?:s|ed|ing)?|echo(?:es|ed|ing)?|recit(?:es?|ed|ing)|invok(?:es?|ed|ing)|paraphras(?:es?|ed|ing)|"
    r"reads? (?:out|aloud|from)|reading (?:out|aloud|from))\b[^.!?“”\"]{1,120}[,:]? [“\"‘']?$",
    re.IGNORECASE,
)
"""What leads to words that were somebody else's before: "she borrowed a line from the rally:"."""
_PRONOUN = re.compile(r",? (?:he|she) (?:said|says|told|tells|added|adds|declared|announced)\b")
_CALLED = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!be )\b(?:call(?:s|ed)|describ(?:es|ed)|"
    r"brand(?:s|ed)|dismiss(?:es|ed)|hail(?:s|ed)|denounc(?:es|ed)|label(?:s|led)|dub(?:s|bed)|condemn(?:s|ed)|prais(?:es|ed))\b[^.;:“\"]{0,80}[“\"‘']?$"
)
_DESCRIBED = re.compile(r"(?:the )?[a-z][^A-Z]{2,60}$")
_LABEL = re.compile(r"([A-Z][A-Z .'’-]{2,40}?)(?:, [^:\n]{1,60})?: ")
_WORD = r"[A-Z][\w.'’-]*"
_INLINE = re.compile(
    rf"(?:^|(?<=[.?!…”\")\]] ))(?P<name>{_WORD}(?: (?:{_WORD}|of|de|la|van|von|der|bin|al)){{0,5}})"
    r"(?: \([^()\n]{1,40}\))?(?:, [a-z][^:.?!\n]{1,50})?: ",
    re.MULTILINE,
)
"""A speaker's label in running text: "Mr Voss: Nobody told us. The Chair: Thank you."."""


_OFFICE = re.compile(r"^The (?:Rt |Right |Most )?(?:Hon\.?|Honou?rable|Rev\.?|Reverend) ")
_CHAIR = re.compile(r"The (?!(?:Rt |Right |Most )?(?:Hon|Rev))|Q$|A$|Question|Answer|Chair")


def speaker_of(study: Study, mention: QuotationMention) -> str | None:
    """Who says a quotation: by its verb, by "in the words of", by the line that ends with a colon before it.

    Null where the speaker is said to use another's words. Where the text only says "he", "she" or "the fisherman", it
    is the person named before it in the block.
    """
    text, sentence = study.document.text, sentence_at(study.document, mention.start)
    if sentence is not None and _ANOTHERS.search(text, sentence.start, mention.start):
        return None
    if mention.speaker and not _DESCRIBED.match(mention.speaker):
        return _holder(study, mention.speaker, mention.start) or mention.speaker
    put = _PUT_IT.match(text, mention.end)
    if put is not None:
        named = names_within(study, *put.span(1 if put[1] else 2))
        named = [item for item in named if item.type == "person"] or [
            item for item in named if is_full_person(item.entity)
        ]
        return named[0].entity if named else mention.speaker
    block = block_around(study.document, mention.start)
    if block is None:
        return mention.speaker
    if mention.speaker:
        told = _described(study, mention, block) or _holder(study, mention.speaker, mention.start)
        return told or mention.speaker
    if _PRONOUN.match(text, mention.end):
        before = _persons(study, block.start, mention.start)
        return before[-1] if before else None
    return _leads_in(study, mention)


def _persons(study: Study, start: int, end: int) -> list[str]:
    return [item.entity for item in names_within(study, start, end) if item.type == "person"]


def _leads_in(study: Study, mention: QuotationMention) -> str | None:
    """The one person of a sentence that leads to the words: "Berg caused an uproar with the line:", "called it"."""
    text, sentence = study.document.text, sentence_at(study.document, mention.start)
    start = sentence.start if sentence else mention.start
    called = _CALLED.search(text, start, mention.start)
    if called is None and not text[start : mention.start].rstrip(" “\"‘'").endswith(":"):
        return None
    named = set(_persons(study, start, called.start() if called else mention.start))
    return next(iter(named)) if len(named) == 1 else None


def _described(study: Study, mention: QuotationMention, block: Block) -> str | None:
    """The one person whom the block has named before, where the sentence right before begins with the name."""
    before = sentence_at(study.document, max(mention.start - 2, block.start))
    names = names_within(study, block.start, mention.start)
    first = next((item for item in names if before is not None and item.start == before.start), None)
    if first is None or first.type not in ("person", "other") or not is_full_person(first.entity):
        return None
    others = {item.entity for item in names if item.type == "person"} - {first.entity}
    return None if others else first.entity


def _holder(study: Study, office: str, until: int) -> str | None:
    """The one person of whom the text before says that he or she holds an office: "the general", "the Minister"."""
    words = office.lower().removeprefix("the ").split()
    if not words or not is_head(words[-1]) or not all(map(is_modifier, words)):
        return None
    said = " ".join(words)
    found = {
        item.entity
        for item in names_in(study)
        if item.start < until and item.type == "person" and any(_tells(title.lower(), said) for title in item.titles)
    }
    return next(iter(found)) if len(found) == 1 else None


def _tells(title: str, office: str) -> bool:
    """Whether a title is an office, or the fuller name of it ("Minister of Defence")."""
    return title == office or title.startswith((f"{office} ", f"{office}, ")) or title.endswith(f" {office}")


def speaker_there(echo: Echo) -> str | None:
    """Who says the words in the other document: its quotation's speaker, or the transcript's last label before them."""
    if echo.inside is not None:
        return speaker_of(echo.study, echo.inside)
    document = echo.study.document
    place = bisect_right(document.blocks, echo.start, key=lambda block: block.start)
    for block in reversed(document.blocks[max(place - _MOST_BLOCKS, 0) : place]):
        labels = [*_INLINE.finditer(document.text, block.start, min(block.end, echo.start + 2))]
        if labels and not block.speaker:
            return _OFFICE.sub("", labels[-1]["name"]) if not _CHAIR.match(labels[-1]["name"]) else None
        label = _LABEL.match(document.text, block.start, block.end)
        if block.speaker or label:
            return block.speaker or (label[1].title() if label else None)
    return None
