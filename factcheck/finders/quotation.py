"""Quoted words, with who said them to whom, told apart from titles, terms and scare quotes."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from factcheck.finders._attribution import FAR, Cue, Names, after, before
from factcheck.finders._evidence import acts
from factcheck.finders._marks import Quoted, pairs
from factcheck.finders._phrasing import worded_after, worded_before
from factcheck.language.reporting import STRONG
from factcheck.mentioning import Finder, Sight
from factcheck.records.document import Block, Document
from factcheck.records.mention import NameMention, QuotationMention

Use = Literal["speech", "passage", "title", "scare", "term"]


@dataclass(slots=True)
class Found:
    """A quotation while its speaker is being looked for."""

    quoted: Quoted
    words: str
    use: Use | None
    cue: Cue | None = None
    speaker: str | None = None


def find(sight: Sight) -> Iterator[QuotationMention]:
    """Every quotation of the document."""
    document = sight.document
    quoted = sorted(pairs(document.text, document.blocks), key=lambda one: (one.start, -one.end))
    if not quoted:
        return
    names = Names([one for one in sight.found.get("name", ()) if isinstance(one, NameMention)])
    found = [_attributed(document, one, names) for one in quoted]
    _share(document, found)
    _resolve(document, found, names)
    for one in found:
        yield _mention(one)


def _attributed(document: Document, quoted: Quoted, names: Names) -> Found:
    text, block = document.text, document.blocks[quoted.block]
    words = _words(text, quoted)
    use = _use_by_words(text, quoted, words, block)
    found = Found(quoted, words, use)
    if use is None:
        found.cue = _cue(document, quoted, block, names, words)
    return found


def _words(text: str, quoted: Quoted) -> str:
    if not quoted.repeated:
        return text[quoted.start + 1 : quoted.end - 1]
    edges = pairwise([quoted.start, *quoted.repeated, quoted.end - 1])
    parts = [text[one + 1 : other].rstrip() for one, other in edges]
    return "\n\n".join(parts)


_TITLED = re.compile(
    r"(?:titled|entitled|headlined|headline|subtitled|[Ss]ee|[Ss]ee also|in|(?:book|film|movie|song|album|novel|play"
    r"|article|paper|essay|episode|series|documentary|poem|study|report|exhibition|memoir|painting|podcast)"
    r"(?:,| called| titled| named)?) $"
)
_TERM = re.compile(
    r"(?:so-called|known as|called|dubbed|nicknamed|termed|styled|referred to as|code-?named|by the name(?: of)?"
    r"|the (?:term|word|phrase|expression|slogan|acronym|name|label)|under the (?:name|banner|slogan)(?: of)?"
    r"|described as) (?:the |an? )?$"
)
_CITED = re.compile(r"[,;.)]| [A-Z(]| ibid| in [A-Z]| *$")
_SAID = re.compile(r"\b(?:" + "|".join(sorted(STRONG)) + r")\b[^;]*$")


def _use_by_words(text: str, quoted: Quoted, words: str, block: Block) -> Use | None:
    """Titles and terms, which the words themselves and their neighbours give away."""
    lead = text[max(block.start, quoted.start - 40) : quoted.start]
    tail = text[quoted.end : min(block.end, quoted.end + 40)]
    count = len(words.split())
    if block.kind == "note" and not quoted.nested and _CITED.match(tail) and not _SAID.search(lead):
        return "title"
    titled = _is_title_case(words)
    if (
        titled
        and count >= _SHORTEST_TITLE
        and (_TITLED.search(lead) or tail.startswith((", by ", ", published", ", in the ")))
    ):
        return "title"
    if count <= _LONGEST_TERM and _TERM.search(lead) and not words.endswith((",", ".", "?", "!")):
        return "term"
    if titled and count <= _LONGEST_TERM and not words.endswith((",", ".", "?", "!")):
        return "term"
    return None


_SHORTEST_TITLE, _LONGEST_TERM, _LONGEST_SCARE, _A_WORD_OR_TWO = 2, 6, 4, 2


def _is_title_case(words: str) -> bool:
    long = [word for word in re.findall(r"[^\W\d_][\w’'-]*", words) if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) >= len(long) * 0.8


def _cue(document: Document, quoted: Quoted, block: Block, names: Names, words: str) -> Cue | None:
    text = document.text
    last = words.rstrip()[-1:] if words else ""
    ceiling = _block_end(document, quoted)
    following = text[quoted.end : quoted.end + 2]
    ended = last in ".…" and following[1:2].isupper()
    floor = _sentence_start(document, quoted.start, block)
    lead = text[max(floor, quoted.start - FAR) : quoted.start]
    if not ended:
        near = after(text, quoted.end, ceiling, names, near=True)
        if near is not None and not (
            lead.strip() and following[:1] == " " and last not in ",?!" and near.word != "according to"
        ):
            return near
    cue = before(text, floor, quoted.start, names) if lead.strip() else None
    if cue is not None:
        gap = len(lead.split()) - len(lead[: lead.rfind(cue.word)].split()) if cue.word in lead else 0
        if not (gap > _FAR_CUE and len(words.split()) <= _LONGEST_SCARE):
            return cue
    if not ended and last not in "?!":
        cue = after(text, quoted.end, ceiling, names, near=False)
        if cue is not None:
            return cue
    return worded_before(text, floor, quoted.start, names) or worded_after(text, quoted.end, ceiling, names)


_FAR_CUE = 12


def _block_end(document: Document, quoted: Quoted) -> int:
    """Where the block ends in which a quotation ends; it may have begun in an earlier one."""
    number = quoted.block
    while number + 1 < len(document.blocks) and document.blocks[number].end < quoted.end:
        number += 1
    return document.blocks[number].end


def _sentence_start(document: Document, at: int, block: Block) -> int:
    sentences = document.sentences
    place = bisect_right(sentences, at, key=lambda one: one.start) - 1
    return max(block.start, sentences[place].start) if place >= 0 else block.start


def _share(document: Document, found: Sequence[Found]) -> None:
    """Gives a quotation without a cue the speaker of its neighbour in the paragraph."""
    for place, one in enumerate(found):
        if one.cue is not None or one.use is not None or one.quoted.nested:
            continue
        previous = next(
            (
                other
                for other in reversed(found[max(0, place - _BACK) : place])
                if not other.quoted.nested and other.cue
            ),
            None,
        )
        following = found[place + 1] if place + 1 < len(found) else None
        own_sentence = _begins_sentence(document, one)
        if previous is not None and previous.quoted.block == one.quoted.block and own_sentence:
            one.cue = replace(previous.cue, word="", document=previous.cue.document) if previous.cue else None
        elif (
            following is not None
            and following.cue is not None
            and following.quoted.block == one.quoted.block
            and "." not in document.text[one.quoted.end : following.quoted.start]
            and not _ends_sentence(one.words)
        ):
            one.cue = following.cue


_BACK = 4


def _begins_sentence(document: Document, one: Found) -> bool:
    lead = document.text[max(0, one.quoted.start - 3) : one.quoted.start].rstrip()
    return one.words[:1].isupper() and (not lead or lead[-1] in '.!?”"')


def _ends_sentence(words: str) -> bool:
    return words.rstrip()[-1:] in (".", "!", "?")


_MALE = frozenset(
    "mr sir lord king prince spokesman businessman chairman brother father actor congressman councilman duke earl "
    "baron cardinal pope sheikh imam policeman fisherman".split()
)
_FEMALE = frozenset("mrs ms miss dame lady queen princess spokeswoman businesswoman chairwoman sister mother actress "
                    "congresswoman councilwoman duchess baroness policewoman".split())  # fmt: skip


def _resolve(document: Document, found: Sequence[Found], names: Names) -> None:
    """Puts names in the place of "he", "she" and "it", where only one fits."""
    genders = _genders(names.mentions)
    for place, one in enumerate(found):
        cue = one.cue
        if cue is None:
            continue
        pronoun = (cue.subject or "").lower()
        if pronoun in ("he", "she"):
            one.speaker = _person(document, found[max(0, place - _BACK) : place], one, names, genders, pronoun)
        elif pronoun == "it":
            earlier = next(
                (other for other in reversed(found[max(0, place - _BACK) : place]) if other.cue and other.speaker), None
            )
            if earlier is not None and earlier.cue and earlier.cue.type != "person":
                one.speaker = earlier.speaker
                one.cue = replace(cue, document=cue.document or earlier.cue.document)
        elif pronoun in ("they", "i", "we"):
            one.speaker = None
        else:
            one.speaker = cue.subject


def _genders(mentions: Sequence[NameMention]) -> dict[str, str]:
    genders: dict[str, str] = {}
    for name in mentions:
        for title in name.titles:
            words = {word.lower().rstrip(".") for word in title.split()}
            if words & _MALE:
                genders[name.entity] = "he"
            elif words & _FEMALE:
                genders[name.entity] = "she"
    return genders


def _person(
    document: Document, earlier: Sequence[Found], one: Found, names: Names, genders: dict[str, str], pronoun: str
) -> str | None:
    """The person whom "he" or "she" means: the last one who spoke, or the only one named of late."""
    block = max(0, one.quoted.block - 1)
    floor = max(document.blocks[block].start, one.quoted.start - _LOOK_BACK)
    people = [
        name
        for name in names.between(floor, one.quoted.start)
        if name.type == "person" and genders.get(name.entity, pronoun) == pronoun
        and not _is_quoted(earlier, name.start) and document.text[name.end : name.end + 2] not in ("'s", "’s")
    ]  # fmt: skip
    speakers = [other for other in earlier if other.speaker and other.cue and other.cue.type == "person"
                and other.quoted.start >= floor and genders.get(other.speaker, pronoun) == pronoun]  # fmt: skip
    if speakers:
        last = speakers[-1]
        since = {name.entity for name in people if name.start > last.quoted.end} - {last.speaker}
        if not since:
            return last.speaker
    here = document.blocks[one.quoted.block].start
    for group in ([name for name in people if name.start >= here], people):
        entities = {name.entity for name in group}
        if len(entities) == 1:
            return entities.pop()
    floor = _sentence_start(document, one.quoted.start, document.blocks[one.quoted.block])
    subjects = [name.entity for name in people if here <= name.start < floor and acts(document.text, name.end)]
    return subjects[-1] if subjects else None


_LOOK_BACK = 3_000


def _is_quoted(earlier: Sequence[Found], at: int) -> bool:
    return any(other.quoted.start < at < other.quoted.end for other in earlier)


def _mention(one: Found) -> QuotationMention:
    cue = one.cue
    use: Use = one.use or _use_by_cue(one)
    return QuotationMention(
        start=one.quoted.start, end=one.quoted.end, finder=FINDER.signature, words=one.words, use=use,
        speaker=one.speaker, cue=(cue.word or None) if cue else None, addressee=cue.addressee if cue else None,
        document=cue.document if cue else None, nested=one.quoted.nested,
    )  # fmt: skip


def _use_by_cue(one: Found) -> Use:
    cue = one.cue
    if cue is not None and cue.document is not None and (cue.type != "person" or cue.word == "according to"):
        return "passage"
    if cue is not None and (
        one.speaker is not None or len(one.words.split()) > _A_WORD_OR_TWO or not one.words[:1].islower()
    ):
        return "speech"
    short = len(one.words.split()) <= _LONGEST_SCARE and (not _ends_sentence(one.words) or one.words[:1].islower())
    return "scare" if short else "speech"


FINDER = Finder(id="quotation", version=3, find=find, needs=("name",))
"""Needs the names, for speakers."""
