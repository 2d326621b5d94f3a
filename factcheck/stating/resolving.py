"""Names in full for short ones and pronouns, and times by the calendar, as far as the document tells."""

import re
from collections.abc import Iterator, Sequence

from factcheck.finders._nounphrases import Phrase
from factcheck.language.clausal import Clause
from factcheck.language.tagging import plural
from factcheck.records.mention import NameMention
from factcheck.stating.dating import dated
from factcheck.stating.parsing import Parsed, Span
from factcheck.stating.sentences import Sentences
from factcheck.stating.shaping import Shape
from factcheck.stating.topics import PERSONAL, Topics
from factcheck.stating.writing import Swaps

_THINGS = frozenset("it its they their".split())
_SEVERAL = frozenset("they their".split())
_OWNING = frozenset("his her its their".split())
_FAMILY = re.compile(r"['’]?s? (?:family|families|brothers|sisters|dynasty|clan)\b")
_CONTEXT = 24
"""Letters before and after a time that decide how it is put."""
_LINKING = frozenset("be seem appear take remain become may would".split())
_OPENS = frozenset("that to whether how what who".split())

_CONTRACTED = {"'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}

Swap = tuple[tuple[int, int], str]


class References:
    """What stands for the names, pronouns and times of a document's sentences in a statement."""

    def __init__(self, sentences: Sentences) -> None:
        self.sentences = sentences
        self.topics = Topics(sentences)
        self.full = {name.entity for name in sentences.names if name.name == name.entity}

    def swaps(self, number: int, made: Shape) -> Swaps:
        """What stands for words of a shape of a sentence; what is in quotation marks stays as it is."""
        parsed, spans = self.sentences.parsed(number), made.spans()
        found: Swaps = dict(self._names(number, parsed, spans))
        found.update(self._times(number, parsed, spans))
        if made.clause is not None:
            found.update(self._subject(number, parsed, made.clause, spans))
            found.update(self._told(number, parsed, made.clause))
        return {place: said for place, said in found.items() if not self.sentences.is_quoted(*place)}

    def full_name(self, number: int, name: str) -> str:
        """A name of a sentence in full."""
        return next((one.entity for one in self.sentences.names_of(number) if one.name == name), name)

    def _names(self, number: int, parsed: Parsed, spans: Sequence[Span]) -> Iterator[Swap]:
        """Each name at its first mention in full, where the text has it shorter."""
        names = self.sentences.names_of(number)
        if all(name.name == name.entity for name in names):
            return
        kept = [name for name in names if _is_inside(parsed, spans, name.start, name.end)]
        said = {name.entity for name in kept if name.name == name.entity}
        for name in kept:
            if name.entity in said:
                continue
            said.add(name.entity)
            if name.entity in self.full and _is_short(name) and not _FAMILY.match(self.sentences.text, name.end):
                at = self.sentences.text.rfind(name.name, name.start, name.end)
                yield (at, at + len(name.name)) if at >= 0 else (name.start, name.end), name.entity

    def _times(self, number: int, parsed: Parsed, spans: Sequence[Span]) -> Iterator[Swap]:
        text = self.sentences.text
        for time in self.sentences.times_of(number):
            counted = time.timespan is not None and time.timespan.resolved_from in ("publication", "text")
            if time.timespan is None or not counted or not _is_inside(parsed, spans, time.start, time.end):
                continue
            lead = text[max(time.start - _CONTEXT, parsed.words.start) : time.start]
            after = text[time.end : time.end + _CONTEXT]
            said = dated(time.timespan, text[time.start : time.end], lead, after)
            if said is not None:
                yield (time.start, time.end + len(said[1])), said[0]

    def _subject(self, number: int, parsed: Parsed, clause: Clause, spans: Sequence[Span]) -> Iterator[Swap]:
        """The subject of a statement: a pronoun, what one owns, or a noun for somebody or something named."""
        phrase = parsed.subject(clause)
        if phrase is None or phrase.name is not None:
            return
        token = parsed.tokens[phrase.start]
        start, end = parsed.words.start + token.start, parsed.words.start + token.end
        if token.lower in PERSONAL:
            person = self.topics.person(number, start)
        elif token.lower in _THINGS:
            person = self._thing(number, parsed, clause, phrase)
        else:
            yield from self._noun(number, parsed, phrase, spans)
            return
        if person is not None and token.lower in _OWNING:
            yield (start, end), _owner(person)
        elif person is not None:
            taken, verb = _spelled_out(parsed, phrase.end)
            yield (start, end + taken), person + verb

    def _told(self, number: int, parsed: Parsed, clause: Clause) -> Iterator[Swap]:
        """The subject of what several say or data show ("reports say that he …"), whom none of them can be."""
        sayers = parsed.subject(clause)
        if sayers is None or sayers.head < 0 or sayers.name is not None or not plural(parsed.tokens[sayers.head]):
            return
        for inner in clause.inner:
            phrase = parsed.subject(inner) if inner.kind == "complement" else None
            token = parsed.tokens[phrase.start] if phrase is not None and phrase.pronoun else None
            if phrase is None or token is None:
                continue
            start, end = parsed.words.start + token.start, parsed.words.start + token.end
            said = self.topics.person(number, start) if token.lower in ("he", "she") else None
            if token.lower == "it" and not _is_empty(parsed, phrase.start):
                topic = self.topics.before(number, clause)
                said = topic.words if topic is not None and not topic.person and not topic.several else None
            if said is not None:
                yield (start, end), said

    def _thing(self, number: int, parsed: Parsed, clause: Clause, phrase: Phrase) -> str | None:
        word = parsed.tokens[phrase.start].lower
        if word == "it" and _is_empty(parsed, phrase.start):
            return None
        topic = self.topics.before(number, clause)
        return topic.words if topic and not topic.person and topic.several == (word in _SEVERAL) else None

    def _noun(self, number: int, parsed: Parsed, phrase: Phrase, spans: Sequence[Span]) -> Iterator[Swap]:
        """ "The mayor" with the name of the one who is it, "the company" by its name."""
        if phrase.head < 0 or phrase.of is not None or parsed.tokens[phrase.start].lower != "the":
            return
        base = parsed.words.start
        start, end = base + parsed.tokens[phrase.start].start, base + parsed.tokens[phrase.end - 1].end
        said = parsed.written(phrase.start + 1, phrase.end)
        person = self.topics.holder(said)
        kept = (one for one in self.sentences.names_of(number) if _is_inside(parsed, spans, one.start, one.end))
        if person is not None and all(one.entity != person for one in kept):
            yield (start, end), f"the {said}, {person},"
        body = self.topics.body(number, said.casefold(), start) if person is None else None
        if body is not None and all(one.entity not in body for one in kept):
            yield (start, end), body


def _owner(words: str) -> str:
    return f"{words}’" if words.endswith("s") else f"{words}’s"


def _spelled_out(parsed: Parsed, place: int) -> tuple[int, str]:
    """The letters of a verb that is drawn to the pronoun before it ("he's"), and the verb in full."""
    token = parsed.tokens[place] if place < len(parsed.tokens) else None
    if token is None or token.lower not in _CONTRACTED:
        return 0, ""
    following = parsed.tokens[place + 1].tag if place + 1 < len(parsed.tokens) else ""
    return len(token.text), " has" if token.lower == "'s" and following == "PART" else f" {_CONTRACTED[token.lower]}"


def _is_short(name: NameMention) -> bool:
    """Whether a name is a shorter form of its entity, and no other name (a country for its people)."""
    if name.type not in ("person", "organisation"):
        return False
    short, full = name.name.split(), name.entity.split()
    return set(short) < set(full) or (name.type == "organisation" and name.name.isupper() and len(full) > 1)


def _is_empty(parsed: Parsed, place: int) -> bool:
    """Whether "it" stands for what follows ("it is likely that")."""
    following = parsed.tokens[place + 1 : place + 12]
    opens = any(token.lower in _OPENS for token in following)
    return opens and bool(following) and following[0].lemma in _LINKING


def _is_inside(parsed: Parsed, spans: Sequence[Span], start: int, end: int) -> bool:
    base = parsed.words.start
    edges = ((base + parsed.tokens[first].start, base + parsed.tokens[last - 1].end) for first, last in spans)
    return any(first <= start and end <= last for first, last in edges)
