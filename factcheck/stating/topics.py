"""What a sentence is about, and so what "it", "they", "he" or "the company" in the next one stand for.

A pronoun is taken for the subject of the clause before, which is right far more often than not; for a person it is the
one named before. Where two could be meant, or the subject before may be a person without a name, it is none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.finders._nounphrases import Phrase
from factcheck.language.clausal import Clause
from factcheck.language.concepts import concept_of
from factcheck.language.tagging import plural
from factcheck.language.titles import HONORIFICS, POSTS, RANKS
from factcheck.records.mention import NameMention
from factcheck.stating.parsing import Parsed
from factcheck.stating.sentences import Sentences

BACK = 4
"""Sentences back in which a person is looked for."""

PERSONAL = frozenset("he she his her".split())

_COMPANIES = frozenset(
    "company firm group maker manufacturer producer retailer supplier operator developer builder carrier airline bank "
    "lender insurer broker publisher brewer miner utility start-up startup conglomerate multinational".split()
)
_BODIES = frozenset(
    "institute ministry department agency council committee commission court tribunal parliament assembly authority "
    "bureau board university college museum hospital party union federation association organisation organization "
    "foundation charity alliance club office service centre center fund society academy".split()
)
_PUBLIC = _BODIES | frozenset("government police army navy force forces junta state republic nations".split())
"""Words of the names of bodies that nobody calls a company."""
_PEOPLE = frozenset("man woman boy girl person child husband wife father mother brother sister son daughter".split())
_DOERS = ("er", "or", "ist", "ian", "ant", "man", "woman")
"""Endings of nouns that may name a person."""
_ARTICLES = frozenset("a an the this that these those".split())


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject's words, whether they name a person, and whether more than one thing."""

    words: str
    person: bool = False
    several: bool = False
    vessel: bool = False
    """Whether it is a name of neither a person, a body nor a place: a ship may be "she"."""


class Topics:
    """What the sentences of a document are about."""

    def __init__(self, sentences: Sentences) -> None:
        self.sentences = sentences
        self.posts = _posts(sentences.names)
        self._known: dict[int, Topic | None] = {}

    def of(self, number: int) -> Topic | None:
        """What a sentence is about: the subject of its first clause, a pronoun by what it stands for."""
        if number not in self._known:
            self._known[number] = None
            clause = self._first(number)
            self._known[number] = self._of_clause(number, clause) if clause is not None else None
        return self._known[number]

    def before(self, number: int, clause: Clause) -> Topic | None:
        """What the clause before one of a sentence is about, in the same paragraph."""
        clauses = self.sentences.parsed(number).clauses
        earlier = [one for one in clauses if one.kind == "main" and one.predicate and one.end <= clause.start]
        if earlier:
            return self._of_clause(number, earlier[-1])
        before = next(iter(self.sentences.before(number, 1)), None)
        return self.of(before) if before is not None else None

    def person(self, number: int, offset: int) -> str | None:
        """The one person whom "he" or "she" at an offset of the document, in sentence `number`, can mean."""
        here = {one.entity for one in self.sentences.names_of(number) if one.type == "person" and one.end <= offset}
        if here:
            return here.pop() if len(here) == 1 else None
        for earlier in self.sentences.before(number, BACK):
            topic = self.of(earlier)
            if topic is not None and (topic.person or topic.vessel):
                return topic.words if topic.person and not self._has_another(earlier) else None
            people = {one.entity for one in self.sentences.names_of(earlier) if one.type == "person"}
            if people or self._may_be_about_somebody(earlier):
                return people.pop() if len(people) == 1 and not self._may_be_about_somebody(earlier) else None
        return None

    def holder(self, words: str) -> str | None:
        """The one person of the document who has a post."""
        return self.posts.get(words.casefold())

    def body(self, number: int, noun: str, offset: int) -> str | None:
        """The organisation that "the company" or "the institute" at an offset in sentence `number` can mean."""
        if noun in _BODIES:
            known = [one for one in self.sentences.names if one.type == "organisation" and one.end <= offset]
            named = {one.entity for one in known if noun in one.entity.casefold().split()}
            return self._with_article(named.pop()) if len(named) == 1 else None
        if noun not in _COMPANIES:
            return None
        setting = set(self.sentences.main)
        if any(one.entity in setting and one.type in ("other", "product") for one in self.sentences.names):
            return None
        bodies = {one.entity for one in self.sentences.names if one.type == "organisation"}
        main = {one for one in bodies & setting if not _PUBLIC & set(one.casefold().split())}
        near = {one.entity for place in (number, *self.sentences.before(number, BACK))
                for one in self.sentences.names_of(place) if one.end <= offset}  # fmt: skip
        named = main & near or main
        return self._with_article(named.pop()) if len(named) == 1 else None

    def _with_article(self, entity: str) -> str:
        text = self.sentences.text
        return f"the {entity}" if f"the {entity}" in text or f"The {entity}" in text else entity

    def _first(self, number: int) -> Clause | None:
        clauses = self.sentences.parsed(number).clauses
        return next((one for one in clauses if one.kind == "main" and one.predicate is not None), None)

    def _of_clause(self, number: int, clause: Clause) -> Topic | None:
        parsed = self.sentences.parsed(number)
        phrase = parsed.subject(clause) if not parsed.says(clause) else None
        if phrase is None or phrase.time:
            return None
        told = any(one.kind == "complement" for one in clause.inner)
        if told and (phrase.name is None or phrase.name.type != "person"):
            return None
        token = parsed.tokens[phrase.start]
        if phrase.name is not None:
            article = "the " if token.lower == "the" else ""
            type = phrase.name.type
            vessel = type not in ("person", "organisation", "place")
            return Topic(f"{article}{phrase.name.entity}", person=type == "person", vessel=vessel)
        if phrase.pronoun and token.lower in ("it", "they"):
            topic = self.before(number, clause)
            return topic if topic is not None and topic.several == (token.lower == "they") else None
        if phrase.pronoun:
            offset = parsed.words.start + token.start
            person = self.person(number, offset) if token.lower in PERSONAL else None
            return Topic(person, person=True) if person else None
        return self._of_thing(parsed, phrase)

    def _of_thing(self, parsed: Parsed, phrase: Phrase) -> Topic | None:
        """A thing or somebody by a noun, with the article that it has once it was spoken of."""
        tokens, start = parsed.tokens, phrase.start
        if phrase.head < 0 or phrase.numeric or phrase.owner is not None:
            return None
        article = tokens[start].lower in _ARTICLES
        several = plural(tokens[phrase.head])
        start += article
        if not article and (not several or tokens[start].tag in ("DET", "PRON")):
            return None
        if start >= phrase.end or any(token.tag == "POSS" for token in tokens[start : phrase.end]):
            return None
        said = parsed.written(start, phrase.end)
        person = self.holder(said) if article and not several else None
        if person is not None:
            return Topic(person, person=True)
        if several and concept_of(tokens[phrase.head].lower, "noun") is not None:
            return None
        if not article and tokens[start].tag != "PROPER":
            said = said[:1].lower() + said[1:]
        return Topic(f"the {said}" if article else said, several=several)

    def _has_another(self, number: int) -> bool:
        """Whether a sentence about somebody named speaks of another as "him" or "her"."""
        parsed, clause = self.sentences.parsed(number), self._first(number)
        phrase = parsed.subject(clause) if clause is not None else None
        named = phrase is not None and phrase.name is not None
        return named and any(token.lower in ("him", "her") and token.tag == "PRON" for token in parsed.tokens)

    def _may_be_about_somebody(self, number: int) -> bool:
        """Whether the subject of a sentence may be a person whom it does not name ("the caller")."""
        clause, parsed = self._first(number), self.sentences.parsed(number)
        phrase = parsed.subject(clause) if clause is not None else None
        if phrase is None or phrase.name is not None or phrase.head < 0:
            return phrase is not None and phrase.pronoun and parsed.tokens[phrase.start].lower in PERSONAL
        head = parsed.tokens[phrase.head]
        return not plural(head) and (head.lower in POSTS | RANKS | _PEOPLE or head.lower.endswith(_DOERS))


def _posts(names: Sequence[NameMention]) -> dict[str, str]:
    """The posts, without an address, that only one person of a document has; in lower case."""
    held: dict[str, set[str]] = {}
    for name in names:
        for post in _wordings(name):
            held.setdefault(post, set()).add(name.entity)
    return {post: people.pop() for post, people in held.items() if len(people) == 1}


def _wordings(name: NameMention) -> Iterator[str]:
    for title in name.titles if name.type == "person" else ():
        post = title.casefold()
        for words in (post, post.split(" of ")[0]):
            if words.split()[-1] in POSTS | RANKS and words not in HONORIFICS:
                yield words
