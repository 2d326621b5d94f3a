"""Which clauses can stand alone, and with what: the subject of the clause before, the noun that they describe."""

from collections.abc import Iterator

from factcheck.finders._nounphrases import Phrase
from factcheck.language.clausal import Clause
from factcheck.language.predicates import Predicate
from factcheck.language.tagging import FINITE, plural
from factcheck.language.verbs import FORMS
from factcheck.stating.parsing import Parsed
from factcheck.stating.shaping import Shape

CONDITIONS = frozenset("if unless whether lest provided until till before like".split())
"""What opens a clause that need not have come true."""

_SAFE = frozenset("after as when while because since although though once".split())
"""What opens a clause that tells what is so."""
_PRONOUNS = frozenset("i you he she it we they who this that these those one there".split())
_OPENING = frozenset('“‘"([–—')
_OPENS_LATE = 4
"""Words among which the preposition stands that opens a clause ("two weeks after")."""
_SHORT = 8
"""Words of an adverbial between two clauses."""


def root(parsed: Parsed, clause: Clause) -> Clause:
    """The clause whose subject a clause shares; itself where it has its own."""
    while clause.shares is not None:
        clause = parsed.clauses[clause.shares]
    return clause


def above(parsed: Parsed, clause: Clause) -> Clause | None:
    """The clause that a clause needs to stand: whose subject it shares, or which it is nested in."""
    first = root(parsed, clause)
    if first.parent is not None:
        return parsed.clauses[first.parent]
    return first if first is not clause else None


def standing(parsed: Parsed, clause: Clause) -> Shape | None:
    """The pieces of a clause that can stand alone; null for one that needs the clause around it."""
    predicate = clause.predicate
    if predicate is None or predicate.form != "finite":
        return None
    if clause.kind == "main":
        return _main(parsed, clause, predicate)
    if clause.kind == "coordinate":
        return _coordinate(parsed, clause, predicate)
    if any(one.kind == "complement" for one in _ancestors(parsed, clause)):
        return None
    if clause.kind == "relative":
        return _relative(parsed, clause, predicate)
    return _subordinate(parsed, clause, predicate) if clause.kind == "subordinate" else None


def _ancestors(parsed: Parsed, clause: Clause) -> Iterator[Clause]:
    while clause.parent is not None:
        clause = parsed.clauses[clause.parent]
        yield clause


def _main(parsed: Parsed, clause: Clause, predicate: Predicate) -> Shape | None:
    noun = parsed.subject(clause)
    if noun is None or _is_broken(parsed, clause) or not _agrees(parsed, noun, predicate, predicate.start):
        return None
    return Shape([(clause.start, _end(parsed, clause, predicate))])


def _is_broken(parsed: Parsed, clause: Clause) -> bool:
    """Whether a main clause is only a part of one: it follows another without a conjunction, or its verb comes yet.

    "It was made, she noticed, | for a child"; "Jane Roe, who promised to pay, | was ahead".
    """
    tokens, start, end = parsed.tokens, clause.start, clause.end
    if start > 1 and tokens[start - 1].text == ",":
        former = (one for one in parsed.clauses if one.kind == "main" and one.predicate is not None)
        return any(one.end <= start for one in former)
    return end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].tag in FINITE


def _end(parsed: Parsed, clause: Clause, predicate: Predicate) -> int:
    """Where a clause ends, without an adverbial that opens the next ("…, and for its part, | Beijing saw")."""
    tokens = parsed.tokens
    if clause.end < len(tokens) and tokens[clause.end].text == ",":
        for place in range(clause.end - 1, max(predicate.end, clause.end - _SHORT), -1):
            joins = tokens[place].tag == "CONJ" and tokens[place - 1].text == ","
            if joins and tokens[place + 1].tag in ("PREP", "ADV"):
                return place - 1
    return clause.end


def _coordinate(parsed: Parsed, clause: Clause, predicate: Predicate) -> Shape | None:
    """A further predicate with the subject of the first ("…, and had crossed the river by dusk")."""
    first, former = root(parsed, clause), parsed.clauses[clause.shares or 0]
    noun = parsed.subject(first)
    if first.kind != "main" or first.predicate is None or former.predicate is None or noun is None:
        return None
    start = clause.start
    while start > 0 and parsed.tokens[start - 1].tag in ("ADV", "NOT"):
        start -= 1
    helping = _helping(parsed, former.predicate, predicate)
    if helping and any(one.kind in ("participle", "gerund") and one.end >= start - 2 for one in former.inner):
        return None
    if _is_loose(parsed, clause, start) or not (helping or _agrees(parsed, noun, predicate, first.predicate.start)):
        return None
    subject = first.predicate.start
    while subject > first.start + 1 and parsed.tokens[subject - 1].text in _OPENING:
        subject -= 1
    return Shape([(first.start, subject), *([helping] if helping else []), (start, clause.end)])


def _is_loose(parsed: Parsed, clause: Clause, start: int) -> bool:
    """Whether a further predicate only follows a comma, and no "and" follows: it may be a participle then."""
    if parsed.tokens[start - 1].text != ",":
        return False
    first = root(parsed, clause)
    later = (one for one in parsed.clauses if one.kind == "coordinate" and one.start > clause.start)
    return not any(root(parsed, one) is first and parsed.tokens[one.start - 1].tag in ("CONJ", "ADV") for one in later)


def _agrees(parsed: Parsed, noun: Phrase, predicate: Predicate, end: int) -> bool:
    """Whether a verb can be said of the subject that ends at a token: "reduce" is said of no "ship", but of "ships"."""
    verb, form = parsed.tokens[predicate.head], ""
    if verb.tag == "VERB" and not (predicate.auxiliary or predicate.modal):
        form = FORMS.get(verb.lower, ("",))[0]
    head = parsed.tokens[noun.head] if noun.head >= 0 else parsed.tokens[noun.start]
    if form == "base":
        joined = any(token.lower in ("and", "or") for token in parsed.tokens[noun.start : end])
        return plural(head) or noun.pronoun or joined
    return form != "third" or head.tag != "NOUN" or noun.of is not None or not plural(head)


def _helping(parsed: Parsed, before: Predicate, here: Predicate) -> str:
    """The auxiliaries that a further predicate shares with the one before ("was bought and | taken apart")."""
    if here.auxiliary or here.modal:
        return ""
    head = parsed.tokens[here.head].tag
    shared = [token.text for token in parsed.tokens[before.start : before.head] if token.tag in ("AUX", "MODAL")]
    if not shared:
        return ""
    if head in ("PART", "GER") or here.passive or (before.auxiliary == "have" and head == "PAST"):
        return " ".join(shared)
    return shared[0] if head == "VERB" and before.modal and before.auxiliary != "be" else ""


def _relative(parsed: Parsed, clause: Clause, predicate: Predicate) -> Shape | None:
    """What a relative clause after a comma says of the noun before it."""
    tokens, start = parsed.tokens, clause.start
    if start < 2 or tokens[start - 1].text != "," or tokens[start].lower not in ("who", "which"):
        return None
    aged = start > 3 and tokens[start - 2].tag == "NUM" and tokens[start - 3].text == ","
    noun = parsed.before(start - 3 if aged else start - 1)
    between = tokens[start + 1 : predicate.start]
    if noun is None or noun.pronoun or noun.time or any(token.tag != "ADV" for token in between):
        return None
    person = noun.name is not None and noun.name.type == "person"
    if (tokens[start].lower == "who") != person:
        return None
    commas = (place for place in range(predicate.end, clause.end - 1) if tokens[place].text == ",")
    end = next((place for place in commas if tokens[place + 1].tag in FINITE), clause.end)
    return Shape([(parsed.opening(noun), noun.last), (start + 1, end)])


def _subordinate(parsed: Parsed, clause: Clause, predicate: Predicate) -> Shape | None:
    """What a clause of time or cause says by itself, without the word that opens it."""
    tokens = parsed.tokens
    places = range(clause.start, min(clause.start + _OPENS_LATE, clause.end))
    opener = next((place for place in places if tokens[place].tag in ("SUB", "PREP")), None)
    if opener is None or tokens[opener].lower not in _SAFE or opener + 1 >= predicate.start:
        return None
    if any(tokens[place].lower in CONDITIONS for place in places) or parsed.subject(clause) is None:
        return None
    if parsed.leads(opener + 1, predicate.start) > 1:
        return Shape([(clause.start, clause.end)]) if clause.parent is None else None
    return Shape([(opener + 1, clause.end)]) if tokens[opener + 1].lower not in _PRONOUNS else None
