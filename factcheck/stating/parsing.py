"""A sentence with its clauses, as statements are cut from it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factcheck.finders._nounphrases import Cursor, Phrase, Words, phrases, words_of
from factcheck.finders._roles import bare
from factcheck.language.clausal import Clause
from factcheck.language.clauses import clauses
from factcheck.language.reporting import SAYING
from factcheck.language.tagging import Token
from factcheck.records.document import Document, Sentence
from factcheck.records.mention import AnyMention, NameMention, TimeMention

Span = tuple[int, int]
"""Token numbers, end exclusive."""

_ROUGHLY = frozenset("about around over under above below near up to close to".split())
"""Prepositions that only blur the number after them ("about 640 people")."""

_PLACED = frozenset("in at near outside off on from".split())

NEAR = 14
"""Words before a relative clause among which the noun stands that it describes."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence's words and clauses; its tokens begin at `words.start` of the document (a dateline is left out)."""

    words: Words
    clauses: Sequence[Clause]
    _subjects: dict[int, Phrase | None] = field(default_factory=dict)

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens, with offsets in the sentence."""
        return self.words.tokens

    def span(self, start: int, end: int) -> Span:
        """The tokens of `text[start:end]` of the document, at least one."""
        base, tokens = self.words.start, self.tokens
        first = bisect_right(tokens, start - base, key=lambda token: token.end)
        last = max(bisect_left(tokens, end - base, key=lambda token: token.start), first + 1)
        return (first, last) if first < len(tokens) else (max(len(tokens) - 1, 0), len(tokens))

    def core(self, start: int, end: int) -> Span:
        """The verb of the clause that is `text[start:end]` of the document; all of its tokens where none is."""
        span = self.span(start, end)
        same = [one for one in self.clauses if (one.start, one.end) == span and one.predicate is not None]
        return (same[0].predicate.start, same[0].predicate.end) if same and same[0].predicate else span

    def innermost(self, span: Span) -> Clause | None:
        """The smallest clause that holds the tokens."""
        holding = [one for one in self.clauses if one.start <= span[0] and span[1] <= one.end]
        return min(holding, key=lambda one: (one.end - one.start, -one.number), default=None)

    def written(self, start: int, end: int) -> str:
        """The words of some tokens as written, on one line."""
        return self.words.cut(start, end)

    def according(self) -> int | None:
        """Where "according to" stands; null where it does not."""
        if "ccording to " not in self.words.text:
            return None
        lower = [token.lower for token in self.tokens]
        return next((place for place in range(len(lower) - 2) if lower[place] == "according"), None)

    def subject(self, clause: Clause) -> Phrase | None:
        """The noun phrase that a clause's verb says something of, where it stands before the verb."""
        if clause.number not in self._subjects:
            self._subjects[clause.number] = self._subject(clause)
        return self._subjects[clause.number]

    def _subject(self, clause: Clause) -> Phrase | None:
        if clause.predicate is None:
            return None
        skip = sorted((one.start, one.end) for one in clause.inner if one.end > one.start)
        before = phrases(self.words, clause.start, clause.predicate.start, skip)
        plain = [replace(one, before="") if one.numeric and one.before in _ROUGHLY else one for one in before]
        return next((one for one in bare(plain) if not one.before), None)

    def leads(self, start: int, end: int) -> int:
        """How many noun phrases without a preposition, comma or "and" stand among some tokens."""
        found = phrases(self.words, start, end)
        return sum(1 for one in found if not (one.before or one.divider or one.time))

    def says(self, clause: Clause) -> bool:
        """Whether a clause's verb brings in what somebody says."""
        return clause.predicate is not None and self.tokens[clause.predicate.head].lower in SAYING

    def after(self, place: int) -> int:
        """Where what begins at a token ends: at the next mark, if that is near."""
        ends = min(place + NEAR, len(self.tokens))
        return next((number for number in range(place, ends) if self.tokens[number].tag == "PUNCT"), place)

    def only_says(self, clause: Clause) -> bool:
        """Whether a clause says that somebody says something, and not what."""
        return self.says(clause) and not any(one.kind in ("complement", "infinitive") for one in clause.inner)

    def opening(self, phrase: Phrase) -> int:
        """Where the noun begins that a place is told of, for the phrase of the place ("the plant at | Arlen")."""
        placed = phrase.before in _PLACED and phrase.name is not None and phrase.name.type != "person"
        larger = self.before(phrase.start - 1) if placed and phrase.start > 1 else None
        return larger.start if larger is not None and not larger.time and not larger.pronoun else phrase.start

    def before(self, place: int) -> Phrase | None:
        """The noun phrase that ends right before a token."""
        found = phrases(self.words, max(0, place - NEAR), place)
        return found[-1] if found and found[-1].last == place else None


def parsed(
    document: Document, sentence: Sentence, mentions: Sequence[AnyMention], hidden: Sequence[tuple[int, int]] = ()
) -> Parsed:
    """A sentence of a document, with the mentions that stand in it, as if what is `hidden` were not there."""
    names = Cursor([one for one in mentions if isinstance(one, NameMention)])
    times = Cursor([one for one in mentions if isinstance(one, TimeMention)])
    words = words_of(document.text, sentence, names, times)
    if hidden:
        words = _without(words, hidden)
    return Parsed(words, clauses(words.tokens))


def _without(words: Words, hidden: Sequence[tuple[int, int]]) -> Words:
    """The words, those left out that stand in `text[start:end]` of the document."""
    kept = [
        number
        for number, token in enumerate(words.tokens)
        if not any(start <= token.start + words.start < end for start, end in hidden)
    ]
    return replace(
        words,
        tokens=[words.tokens[number] for number in kept],
        tags=[words.tags[number] for number in kept],
        names=[words.names[number] for number in kept],
    )
