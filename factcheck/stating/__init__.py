"""A claim's statement in plain words: one sentence that can be read without the source.

It is the source's own clause, taken out of its sentence: with its subject where that stands elsewhere, names in full
for short ones and for pronouns, times by the calendar, and whoever says so; without what the fact does not need.
Where no clause can stand alone it is the whole sentence. What cannot be resolved stays as it is written.
"""

from collections.abc import Mapping
from typing import Any

from factcheck.language.nouns import is_plural
from factcheck.records.mention import EventMention, ListMention, Mention, QuotationMention
from factcheck.records.timespan import Timespan, in_words
from factcheck.stating.composing import aged, article_of, cell, is_addressed, listed, quoted, titled
from factcheck.stating.cutting import asserts, shape
from factcheck.stating.parsing import Parsed
from factcheck.stating.resolving import References
from factcheck.stating.sentences import Sentences, is_whole
from factcheck.stating.shaping import Shape, whole
from factcheck.stating.writing import sentence, swapped, words
from factcheck.surroundings import Surroundings


class Stating:
    """States the claims of one document."""

    def __init__(self, page: Surroundings) -> None:
        self.page = page
        self.text = page.document.text
        self.sentences = Sentences(page)
        self.references = References(self.sentences)
        self._written_out: dict[object, str] = {}

    def statement(self, mention: Mention, fields: Mapping[str, Any]) -> str:
        """The statement of the claim that a mention makes, with these fields."""
        number = self.sentences.number(mention)
        block = self.sentences.block(number)
        composed = self._composed(number, mention, fields)
        if composed is None and block.kind == "table-cell":
            composed = cell(block, self.text)
        return sentence(composed) if composed is not None else self._told(number, mention, fields)

    def asserts(self, happening: EventMention) -> bool:
        """Whether the text says that it happens, and does not only name it as an aim, a condition or a side."""
        parsed = self.sentences.parsed(self.sentences.number(happening))
        return not parsed.tokens or asserts(parsed, parsed.core(happening.start, happening.end))

    def _composed(self, number: int, mention: Mention, fields: Mapping[str, Any]) -> str | None:
        """The words of a fact that no clause tells; null for one that a clause does."""
        kind, quantity = fields["kind"], fields.get("quantity")
        if kind == "name":
            title = fields["measure"]
            return titled(fields["roles"].agent[0], title, article_of(title, self._written(number)))
        if isinstance(mention, ListMention) and mention.style != "inline":
            return listed(fields["listing"])
        if isinstance(mention, QuotationMention) and is_whole(mention):
            told = mention.addressee if mention.addressee and is_addressed(mention.addressee) else None
            return quoted(mention.words, self._speaker(number, mention), fields["quote"], self._named(number, told))
        if quantity is not None and quantity.dimension == "age" and (quantity.of or "")[:1].isupper():
            return aged(self.references.full_name(number, quantity.of), quantity.low)
        return None

    def _written(self, number: int) -> str:
        start, end = self.page.sentences[number].start, self.page.sentences[number].end
        return self.text[start:end]

    def _speaker(self, number: int, quotation: QuotationMention) -> str | None:
        return self._named(number, quotation.speaker) or self.sentences.speaker(number)

    def _named(self, number: int, who: str | None) -> str | None:
        """Somebody by name, or by a noun with the article that the sentence gives it."""
        if not who or (who[:1].isupper() and who.split()[-1][:1].isupper()):
            return who
        article = article_of(who, self._written(number)) or ("" if is_plural(who.split()[-1].lower()) else "the")
        return f"{article} {who}".strip() if who[0].isalpha() else who

    def _told(self, number: int, mention: Mention, fields: Mapping[str, Any]) -> str:
        """What the sentence tells at a mention: speech word for word, else the clause that holds it."""
        spoken = self.sentences.said(mention)
        if spoken is not None:
            start, end = self.page.sentences[number].start, self.page.sentences[number].end
            inside = self.text[max(start, spoken.start) : min(end, spoken.end)].strip("“”„\"‘’' \\n")
            return sentence(quoted(inside, self._speaker(number, spoken)))
        in_turn = self.sentences.speaker(number)
        if in_turn is not None:
            return sentence(quoted(self._written(number), in_turn))
        parsed = self.sentences.parsed(number)
        if not parsed.tokens:
            return sentence(self._written(number)) or sentence(self.text[mention.start : mention.end])
        is_clause = isinstance(mention, EventMention)
        at = (parsed.core if is_clause else parsed.span)(mention.start, mention.end)
        made = shape(parsed, at)
        if made is None or self._breaks(number, parsed, made):
            made = whole(parsed, at)
        made.pieces += self._lead(number, parsed, made, fields)
        key = (number, tuple(made.pieces), tuple(made.cuts))
        if key not in self._written_out:
            self._written_out[key] = self._write(number, parsed, made)
        return self._written_out[key]

    def _write(self, number: int, parsed: Parsed, made: Shape) -> str:
        """A shape in words."""
        swaps = self.references.swaps(number, made)
        hidden = dict.fromkeys(self.sentences.speech(number), "")
        said = words(self.text, parsed, made, swaps | hidden)
        if hidden and (made.says or said.strip(" .,:").lower().startswith("according to")):
            start, end = self.page.sentences[number].start, self.page.sentences[number].end
            said = swapped(self.text, start, end, swaps)
        if self._written(number).rstrip('”"’ ').endswith("?"):
            said = said.rstrip(" .,;:?") + "?"
        return sentence(said) or sentence(self._written(number))

    def _breaks(self, number: int, parsed: Parsed, made: Shape) -> bool:
        """Whether a shape has some of the words of a quotation but not all."""
        inside = (parsed.span(start + 1, end - 1) for start, end in self.sentences.quoted(number))
        return any(made.touches(at) and not made.holds(at) for at in inside)

    def _lead(self, number: int, parsed: Parsed, made: Shape, fields: Mapping[str, Any]) -> list[str]:
        """The time that a sentence opens with, where the statement is of a later clause."""
        span: Timespan | None = fields.get("timespan")
        if span is None or span.start is None or span.end is None:
            return []
        for time in self.sentences.times_of(number):
            opens = time.start - parsed.words.start <= OPENING and time.timespan == span
            if opens and not made.holds(parsed.span(time.start, time.end)):
                return [f"({in_words(span)})"]
        return []


OPENING = 12
"""Letters before a time that opens its sentence ("Earlier in")."""
