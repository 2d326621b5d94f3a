"""Rankings and extremes: "second largest", "the worst since 1971", "the first to …", "the only one"."""

import re
from collections.abc import Sequence

from factcheck.finders._comparing import Line, Relation, Seen, subject
from factcheck.finders._phrases import bare, phrase_after, written
from factcheck.language.degrees import SUPERLATIVES
from factcheck.language.number_words import ORDINALS
from factcheck.language.tagging import FINITE, NOMINAL, Token
from factcheck.language.verbs import FORMS

RANKED = frozenset(word for word, value in ORDINALS.items() if 1 < value <= 100)
_DIGIT_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")


def _ordinal(word: str) -> int | None:
    digits = _DIGIT_ORDINAL.match(word)
    return int(digits.group(1)) if digits else ORDINALS.get(word)


def ranking(line: Line, place: int) -> Seen | None:
    """ "second largest", "third-biggest", "second only to"."""
    tokens = line.tokens
    first, _, rest = tokens[place].lower.partition("-")
    rank = _ordinal(first)
    if rank is None:
        return None
    if rest:
        if rest in SUPERLATIVES:
            return extreme(line, place, rank, superlative=rest)
        most = rest == "most" and place + 1 < len(tokens)
        return extreme(line, place, rank, superlative="most") if most else None
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if following in SUPERLATIVES:
        return extreme(line, place + 1, rank)
    if following == "only" and place + 2 < len(tokens) and tokens[place + 2].lower == "to":
        target = phrase_after(tokens, place + 3)
        if target is not None:
            return Seen(
                place,
                target[1],
                "rank",
                rank=rank,
                subject=subject(line, place),
                object=written(tokens, target, line.text),
            )
    return None


def extreme(line: Line, place: int, rank: int | None, superlative: str | None = None) -> Seen | None:
    """A superlative with its noun: "the largest contract in Asia"; `place` is that of the superlative."""
    tokens = line.tokens
    word = superlative or tokens[place].lower
    start = place
    while start > 0 and (
        tokens[start - 1].tag in ("ORD", "ADV") or tokens[start - 1].lower in ("single", "by", "far", "very", "next")
    ):
        start -= 1
    if word in ("most", "least"):
        if not _compares(tokens, place):
            return None
        named = place + 2 < len(tokens) and tokens[place + 2].tag in (*NOMINAL, "ADJ", "GER", "PART")
        adjective = tokens[place + 1].tag in ("ADJ", "PART", "GER") or tokens[place + 1].lower.endswith(_ADJECTIVAL)
        if adjective or (named and tokens[place + 1].tag != "ADV"):
            superlative = f"{word} {tokens[place + 1].lower}"
    if any(token.lower == "at" for token in tokens[max(0, start - 2) : start]):
        return None
    owned = _owner_start(tokens, start)
    owner = bare(line.text[tokens[owned].start : tokens[start - 2].end]) if owned is not None else None
    if (
        owner is None
        and not (start > 0 and tokens[start - 1].tag in ("DET", "POSS"))
        and rank is None
        and not _is_predicate(tokens, start)
    ):
        return None
    head = _head(line, place)
    if head is None or (head != place and tokens[head].lower in _NO_DIMENSION and rank is None):
        return None
    return _ranked(line, start, place, head, rank, superlative or word, owned)


_ADJECTIVAL = ("ent", "ant", "ive", "ous", "ful", "able", "ible", "al", "ic", "ed", "ing", "ary", "some", "ish")
_NO_DIMENSION = frozenset(
    "time way thing part possible extent moment least best worst most interest wishes man place friend".split()
)


def _compares(tokens: Sequence[Token], place: int) -> bool:
    """Whether "most" is a superlative here ("the most powerful"), no quantifier ("most people")."""
    if place + 1 >= len(tokens) or tokens[place + 1].lower in (
        "of",
        "recent",
        "recently",
        "likely",
        "notably",
        "importantly",
    ):
        return False
    determined = place > 0 and (tokens[place - 1].tag in ("DET", "POSS", "ORD", "NUM") or "-" in tokens[place].lower)
    return determined and tokens[place + 1].tag in ("ADJ", "PART", "NOUN", "ADV", "GER")


def _is_predicate(tokens: Sequence[Token], start: int) -> bool:
    return start > 0 and tokens[start - 1].lemma in ("be", "become", "remain", "rank")


def _owner_start(tokens: Sequence[Token], start: int) -> int | None:
    """Where the owner of what begins at `start` begins: "Europe" of "Europe's largest"; null without one."""
    if start < 2 or tokens[start - 1].tag != "POSS":
        return None
    first = start - 2
    while first > 0 and tokens[first - 1].tag in (*NOMINAL, "ADJ", "DET"):
        first -= 1
    return first


def _head(line: Line, place: int) -> int | None:
    """The last token of the noun phrase that a superlative belongs to."""
    tokens = line.tokens
    at, head = place + 1, None
    while (
        at < len(tokens) and at - place <= _LONGEST_HEAD and (tokens[at].tag in _IN_HEAD or tokens[at].lower == "such")
    ):
        if tokens[at].tag in NOMINAL or (tokens[at].tag == "ADJ" and head is not None and _ends(tokens, at + 1)):
            head = at
        elif head is not None and tokens[at].tag in ("ADV", "PART", "NUM"):
            break
        at += 1
    alone = tokens[place].tag == "NOUN" or _ends(tokens, place + 1) or tokens[place + 1].lower in ("ever", "yet")
    return head if head is not None else (place if alone else None)


_IN_HEAD = (*NOMINAL, "ADJ", "PART", "GER", "NUM", "ORD", "ADV", "POSS")
_LONGEST_HEAD = 7


def _ends(tokens: Sequence[Token], place: int) -> bool:
    return place >= len(tokens) or tokens[place].tag in ("PUNCT", "PREP", "SUB", "TO", "CONJ")


def _ranked(line: Line, start: int, place: int, head: int, rank: int | None, word: str, owned: int | None) -> Seen:
    tokens = line.tokens
    among = _is_one_of(tokens, start)
    named = place + 1 + word.count(" ")
    dimension = line.text[tokens[named].start : tokens[head].end] if head >= named else None
    end, scope, target, complement = _complements(line, head + 1)
    if complement and dimension:
        dimension = f"{dimension} {complement}"
    if dimension and _opens_infinitive(tokens, head + 1):
        end, scope = _infinitive(tokens, head + 1), None
        dimension = f"{dimension} {line.text[tokens[head + 1].start : tokens[end - 1].end]}"
    first = start - 1 if start > 0 and tokens[start - 1].tag == "DET" else start
    is_subject = end < len(tokens) and tokens[end].tag in FINITE
    return Seen(
        first, end, "rank", rank=None if among else (rank or 1), superlative=word, dimension=dimension,
        subject=None if is_subject else subject(line, owned if owned is not None else first, near=True), object=target,
        scope=_joined(_owner(line, start), scope),
    )  # fmt: skip


def _owner(line: Line, start: int) -> str | None:
    owned = _owner_start(line.tokens, start)
    return None if owned is None else bare(line.text[line.tokens[owned].start : line.tokens[start - 2].end])


def _is_one_of(tokens: Sequence[Token], start: int) -> bool:
    """Whether "one of" or "among" stands before the superlative, so that there are several."""
    return any(token.lower in ("one", "among", "some", "amongst") for token in tokens[max(0, start - 4) : start])


def _joined(owner: str | None, scope: str | None) -> str | None:
    return "; ".join(part for part in (owner, scope) if part) or None


_SCOPES = frozenset("in since ever among within across on at throughout under outside until to so".split())
_BEHIND = frozenset("behind after than".split())


def _complements(line: Line, place: int) -> tuple[int, str | None, str | None, str | None]:
    """What follows a ranked noun: where it ends, its scope, what it is ranked against, its "of" phrase."""
    tokens = line.tokens
    scope: list[str] = []
    target = complement = None
    end = at = place
    if at < len(tokens) and tokens[at].lower == "of":
        span = _until_preposition(tokens, at + 1)
        if span is not None:
            complement = f"of {line.text[tokens[span[0]].start : tokens[span[1] - 1].end]}"
            end = at = span[1]
    while at < len(tokens) and at - place < _FAR:
        token = tokens[at]
        adverbs = token.tag == "ADV" or token.text == ","
        if adverbs and at + 1 < len(tokens) and (tokens[at + 1].lower in _BEHIND or tokens[at + 1].tag == "ADV"):
            at += 1
            continue
        if token.lower in _BEHIND:
            skip = at + 1 + (tokens[at + 1].lower == "only" if at + 1 < len(tokens) else 0)
            span = phrase_after(tokens, skip)
            if span is None:
                break
            target = written(tokens, span, line.text)
            end = at = span[1]
            continue
        if token.lower == "ever":
            scope.append("ever")
            end = at = at + 1
            if at < len(tokens) and tokens[at].tag in ("PART", "PAST"):
                end = at = at + 1
            continue
        if token.lower in _SCOPES or (token.lower == "for" and at + 1 < len(tokens)):
            span = _until_preposition(tokens, at + 1)
            if span is None:
                break
            words = line.text[token.start : tokens[span[1] - 1].end]
            scope.append(words)
            end = at = span[1]
            continue
        break
    return end, ", ".join(scope) or None, target, complement


_FAR = 22


def _until_preposition(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    span = phrase_after(tokens, place)
    if span is None:
        return None
    end = span[0]
    while end < span[1] and not (end > span[0] and tokens[end].tag in ("PREP", "TO") and tokens[end].lower != "of"):
        end += 1
    return (span[0], end)


_COUNTED_TIMES = frozenset(
    "time week weeks day days month months year years quarter half hour hours minute minutes name lady stage "
    "phase place step floor round season part chapter section page grade class decade decades century night "
    "morning weekend thing draft minister one two three four five six seven ten dozen few hundred thousand "
    "world".split()
)


def first(line: Line, place: int) -> Seen | None:
    """ "the first strike since 1971", "the first woman to …", "the first time"."""
    tokens = line.tokens
    if place == 0 or (
        tokens[place - 1].lower not in ("the", "its", "his", "her", "their") and tokens[place - 1].tag != "POSS"
    ):
        return None
    head = _head(line, place)
    if head is None or head == place:
        return None
    word = tokens[place].lower
    after = tokens[head + 1].lower if head + 1 < len(tokens) else ""
    plain = tokens[place + 1].lower in _COUNTED_TIMES or tokens[head].lower in _COUNTED_TIMES
    if plain and not (tokens[head].lower == "time" and after in ("since", "ever", "in")):
        return None
    infinitive = _opens_infinitive(tokens, head + 1)
    if not infinitive and not _is_limited(tokens, head + 1):
        return None
    return _extreme(line, place, head, "first" if word == "first" else "last", word, infinitive)


def _opens_infinitive(tokens: Sequence[Token], place: int) -> bool:
    """Whether "to" and a verb stand at a place."""
    if place + 1 >= len(tokens) or tokens[place].lower != "to":
        return False
    following = tokens[place + 1].lower
    return tokens[place + 1].tag in ("VERB", "AUX") or FORMS.get(following, ("",))[0] == "base"


def _is_limited(tokens: Sequence[Token], place: int) -> bool:
    """Whether what follows "the first strike" says within what: "since", "ever", "in 40 years", "of its kind"."""
    for at in range(place, min(len(tokens), place + _FAR_LIMIT)):
        token = tokens[at]
        if token.lower in ("since", "ever"):
            return True
        if token.tag == "PUNCT" or token.tag in FINITE:
            return False
        if token.lower == "in" and _is_scope_in(tokens, at + 1, at == place):
            return True
        if token.lower == "kind" and tokens[at - 1].lower in ("its", "their", "the"):
            return True
    return False


_FAR_LIMIT = 9
_PERIODS = frozenset("years decades history times decade century centuries generation months record".split())


def _is_scope_in(tokens: Sequence[Token], place: int, adjacent: bool) -> bool:
    """Whether "in" opens a stretch of time or a field ("in 40 years", "in Asia"), and not a mere place of a noun."""
    if any(token.lower in _PERIODS for token in tokens[place : place + 6]):
        return True
    return adjacent and place < len(tokens) and tokens[place].tag in ("PROPER", "DET")


def _extreme(line: Line, place: int, head: int, relation: Relation, word: str, infinitive: bool) -> Seen:
    tokens = line.tokens
    end, scope, target, complement = _complements(line, head + 1)
    dimension = line.text[tokens[place + 1].start : tokens[head].end]
    if complement:
        dimension = f"{dimension} {complement}"
    ever = head + 1 < len(tokens) and tokens[head + 1].lower == "ever"
    if infinitive or _opens_infinitive(tokens, head + 1 + ever):
        begin = head + 1 + ever
        end, scope = _infinitive(tokens, begin), "ever" if ever else None
        dimension = f"{dimension} {line.text[tokens[begin].start : tokens[end - 1].end]}"
    first = place - 1 if place > 0 and tokens[place - 1].tag == "DET" else place
    owner = _owner(line, place)
    return Seen(
        first, end, relation, rank=1 if relation == "first" else None, superlative=word, dimension=dimension,
        subject=subject(line, first), object=target, scope=_joined(owner, scope),
    )  # fmt: skip


def _infinitive(tokens: Sequence[Token], place: int) -> int:
    """Where "to attend the parade" that begins at `place` ends."""
    at = place + 1
    while at < len(tokens) and at - place < _LONGEST_INFINITIVE and tokens[at].tag not in ("PUNCT", "SUB", "MODAL"):
        at += 1
    return at


_LONGEST_INFINITIVE = 10
_GENERIC = frozenset(
    "way thing reason question problem exception difference hope option one time people ones part solution "
    "chance".split()
)


def only(line: Line, place: int) -> Seen | None:
    """ "the only foreign guest to attend"."""
    tokens = line.tokens
    if place == 0 or tokens[place - 1].lower not in ("the", "its", "his", "her", "their"):
        return None
    head = _head(line, place)
    if head is None or head == place or tokens[head].lower in _GENERIC:
        return None
    infinitive = _opens_infinitive(tokens, head + 1)
    return _extreme(line, place, head, "only", "only", infinitive)
