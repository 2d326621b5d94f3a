"""What of a sentence states one fact: the clause that holds it, with what it needs and without what it does not."""

from collections.abc import Sequence

from factcheck.language.clausal import Clause
from factcheck.language.reporting import STRONG
from factcheck.stating.parsing import Parsed, Span
from factcheck.stating.shaping import Piece, Shape, closed
from factcheck.stating.standing import CONDITIONS, above, root, standing

_ASIDE = frozenset({"relative", "participle", "gerund", "subordinate"})
"""Clauses that commas set apart from a statement that is complete without them."""
_COMMAS = frozenset({",", "–", "—", ""})
_HALF = 4
"""Words after "said" that may be half of a subject ("said Peru and | Chile agree")."""


def shape(parsed: Parsed, at: Span) -> Shape | None:
    """The pieces that state what stands at some tokens; null where no clause that holds them can stand alone."""
    clause = parsed.innermost(at)
    path: list[Clause] = []
    while clause is not None:
        made = standing(parsed, clause)
        if made is None:
            path.append(clause)
            clause = above(parsed, clause)
            continue
        made.pieces = [piece if isinstance(piece, str) else closed(parsed, piece) for piece in made.pieces]
        for piece in made.pieces:
            if not isinstance(piece, str):
                made.cuts += _cuts(parsed, clause, path, at, piece)
        if not made.holds(at) or _is_torn(parsed, clause, made):
            return None
        made.pieces += _attribution(parsed, made)
        made.clause, made.says = root(parsed, clause), parsed.only_says(clause)
        return made
    return None


def asserts(parsed: Parsed, at: Span) -> bool:
    """Whether what stands at some tokens is said to be so, and is no aim, condition or verb's side form."""
    clause = parsed.innermost(at)
    if clause is None or clause.kind in ("infinitive", "gerund", "participle"):
        return clause is None
    return parsed.tokens[clause.start].lower not in CONDITIONS


def _is_torn(parsed: Parsed, clause: Clause, made: Shape) -> bool:
    """Whether a clause was cut off early: one in it has no verb, or its subject goes on from what somebody "said"."""
    for one in parsed.clauses:
        opened = one.predicate is None and one.kind in ("relative", "subordinate", "complement")
        if opened and one.end > one.start and made.holds((one.start, one.end)):
            return True
    start, tokens = root(parsed, clause).start, parsed.tokens
    if start < 2 or tokens[start - 1].tag != "CONJ" or tokens[start - 2].text == ",":
        return False
    former = next((one for one in parsed.clauses if one.end == start - 1 and parsed.says(one)), None)
    return former is not None and former.predicate is not None and former.end - former.predicate.end <= _HALF


def _attribution(parsed: Parsed, made: Shape) -> list[Piece]:
    """Who says it, where the sentence ends with that or names a source: ", officials said", ", according to X"."""
    last = next((one for one in reversed(parsed.clauses) if one.parent is None and one.end > one.start), None)
    ended = max(end for _, end in made.spans())
    if last is not None and last.kind == "main" and last.start >= ended and _only_says(parsed, last):
        between = parsed.tokens[ended : last.start]
        if last.predicate is not None and all(token.text in ',”"' for token in between):
            return [",", (last.start, last.predicate.end)]
    place = parsed.according()
    if place is None or made.holds((place, place + 2)):
        return []
    source = parsed.after(place + 2)
    return [", according to", (place + 2, source)] if source > place + 2 else []


def _only_says(parsed: Parsed, clause: Clause) -> bool:
    """Whether a clause says no more than that somebody says what stands before it."""
    predicate = clause.predicate
    if predicate is None or predicate.passive or parsed.tokens[predicate.head].lower not in STRONG:
        return False
    following = parsed.tokens[predicate.end] if predicate.end < clause.end else None
    said = any(one.kind in ("complement", "infinitive") for one in clause.inner)
    return not said and (following is None or following.tag in ("PREP", "TIME", "PUNCT", "ADV"))


def _cuts(parsed: Parsed, clause: Clause, path: Sequence[Clause], at: Span, within: Span) -> list[Span]:
    """The clauses nested in some tokens that can go, with the marks that set them apart."""
    found: list[Span] = []
    waiting = [*clause.inner, *(root(parsed, clause).inner if clause.shares is not None else ())]
    while waiting:
        inner = waiting.pop()
        if inner.end <= inner.start or not (within[0] <= inner.start and inner.end <= within[1]):
            continue
        held = (at[0] < inner.end and inner.start < at[1]) or inner in path
        cut = None if held else _cut(parsed, inner, within)
        if cut is None:
            waiting += inner.inner
        else:
            found.append(cut)
    return found


def _cut(parsed: Parsed, clause: Clause, within: Span) -> Span | None:
    """The tokens of a clause that is set apart by marks, with these; null for one that belongs to its noun or verb."""
    tokens, (start, end) = parsed.tokens, closed(parsed, (clause.start, clause.end))
    before = tokens[start - 1].text if start > within[0] else ""
    after = tokens[end].text if end < within[1] else ""
    if clause.kind == "aside":
        return (start - 1, end + 1) if before == "(" and after == ")" else None
    if clause.kind not in _ASIDE or tokens[start].lower in CONDITIONS:
        return None
    if before not in _COMMAS or after not in _COMMAS or not (before or after):
        return None
    keeps = before and after and end + 1 < within[1] and _needs_comma(parsed, clause, end + 1)
    return start - (before != ""), end + (after != "" and not keeps)


def _needs_comma(parsed: Parsed, clause: Clause, place: int) -> bool:
    """Whether a comma stays before a token once the clause before it is gone: ", and", ", said Jane Roe"."""
    token = parsed.tokens[place]
    outer = parsed.clauses[clause.parent].predicate if clause.parent is not None else None
    is_told = outer is not None and outer.end <= clause.start
    return token.tag == "CONJ" or (token.lower in STRONG and is_told)
