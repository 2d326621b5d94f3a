"""A document's sentences with their mentions and clauses, each read once."""

from bisect import bisect_right
from collections.abc import Iterator

from factcheck.language.titles import POSTS
from factcheck.records.document import Block
from factcheck.records.mention import Mention, NameMention, QuotationMention, TimeMention, of_kind
from factcheck.stating.parsing import Parsed, parsed
from factcheck.surroundings import Surroundings


class Sentences:
    """The sentences of a document by number, in order."""

    def __init__(self, page: Surroundings) -> None:
        self.page = page
        self.text = page.document.text
        self.main = page.setting
        self.names = of_kind(page.mentions, NameMention)
        quotations = (one for one in of_kind(page.mentions, QuotationMention) if not one.nested)
        self.quotations = sorted(quotations, key=lambda one: one.start)
        self._quoted_from = [one.start for one in self.quotations]
        self._parsed: dict[int, Parsed] = {}
        self._names: dict[int, list[NameMention]] = {}

    def number(self, mention: Mention) -> int:
        """The number of the sentence that a mention begins in."""
        return self.page.sentence_number(mention.start)

    def block(self, number: int) -> Block:
        """The block that a sentence stands in."""
        return self.page.document.blocks[self.page.sentences[number].block]

    def speaker(self, number: int) -> str | None:
        """Who speaks in the turn of a transcript that a sentence stands in; null outside, and for a bare "Q" or "A"."""
        label = self.block(number).speaker
        if label is None or label.upper() in _UNNAMED:
            return None
        last = label.split()[-1].casefold()
        people = {one.entity for one in self.names if one.type == "person"}
        named = [one for one in people if one.casefold() == label.casefold()]
        named = named or [one for one in people if " " not in label and one.split()[-1].casefold() == last]
        if len(named) == 1:
            return named[0].title() if named[0].isupper() else named[0]
        if not label.isupper():
            return label
        return f"the {label.lower()}" if label.lower().split()[0] in _SEATS else label.title()

    def parsed(self, number: int) -> Parsed:
        """A sentence with its clauses."""
        if number not in self._parsed:
            mentions, sentence = list(self.page.within(number)), self.page.sentences[number]
            self._parsed[number] = parsed(self.page.document, sentence, mentions, self.speech(number))
        return self._parsed[number]

    def speech(self, number: int) -> list[tuple[int, int]]:
        """Where whole sentences stand in quotation marks inside a sentence, as `text[start:end]`."""
        return self._quoted(number, whole=True)

    def quoted(self, number: int) -> list[tuple[int, int]]:
        """Where words that are part of a sentence stand in quotation marks, as `text[start:end]`."""
        return self._quoted(number, whole=False)

    def _quoted(self, number: int, *, whole: bool) -> list[tuple[int, int]]:
        sentence = self.page.sentences[number]
        place = max(bisect_right(self._quoted_from, sentence.start) - 1, 0)
        found = []
        for one in self.quotations[place:]:
            if one.start >= sentence.end:
                break
            if one.end > sentence.start and is_whole(one) == whole:
                found.append((max(one.start, sentence.start), min(one.end, sentence.end)))
        return found

    def names_of(self, number: int) -> list[NameMention]:
        """The names of a sentence, in order."""
        if number not in self._names:
            self._names[number] = [one for one in self.page.within(number) if isinstance(one, NameMention)]
        return self._names[number]

    def times_of(self, number: int) -> list[TimeMention]:
        """The times of a sentence, in order."""
        return [one for one in self.page.within(number) if isinstance(one, TimeMention)]

    def before(self, number: int, most: int) -> Iterator[int]:
        """The sentences before one, nearest first: of its paragraph, and of the paragraph before."""
        section, kind = self.block(number).section, self.block(number).kind
        for earlier in range(number - 1, max(number - 1 - most, -1), -1):
            block = self.block(earlier)
            if block.section != section or block.kind != kind:
                return
            yield earlier

    def quotation(self, start: int, end: int) -> QuotationMention | None:
        """The quotation that `text[start:end]` lies in."""
        place = bisect_right(self._quoted_from, start) - 1
        found = self.quotations[place] if place >= 0 else None
        return found if found is not None and end <= found.end else None

    def said(self, mention: Mention) -> QuotationMention | None:
        """The quoted speech that a mention belongs to: that it stands in, or begins in and mostly stands in."""
        found = self.quotation(mention.start, mention.start + 1)
        if found is None or not is_whole(found):
            return None
        inside = min(mention.end, found.end) - mention.start
        return found if inside * 2 >= mention.end - mention.start else None

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` stands in quotation marks, and must stay as it is."""
        return self.quotation(start, end) is not None


def is_whole(quotation: QuotationMention) -> bool:
    """Whether what is quoted is a sentence or more, no part of the sentence around it."""
    words = quotation.words.strip()
    return quotation.use in ("speech", "passage") and words[:1].isupper() and len(words.split()) >= SHORTEST


_SEATS = POSTS | frozenset(
    "the member chair operator moderator host interviewer audience floor court bench applicant appellant respondent "
    "defendant claimant plaintiff foreman prosecution defence defense counsel".split()
)
"""First words by which a transcript calls somebody without a name."""
_UNNAMED = frozenset("Q A QUESTION ANSWER".split())
SHORTEST = 3
"""Words from which a quotation may be a sentence."""
