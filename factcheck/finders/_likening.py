"""More, less, equal, and so many times as much: one thing set against another."""

import re
from collections.abc import Sequence

from factcheck.finders._comparing import Line, Relation, Seen, is_pronoun, number, subject
from factcheck.finders._phrases import phrase_after, subject_of, written
from factcheck.language.degrees import COMPARATIVES, DOWNWARD
from factcheck.language.number_words import FRACTIONS
from factcheck.language.tagging import Token

_SLIGHTLY = frozenset("slightly marginally somewhat narrowly barely fractionally just".split())


def than(line: Line, place: int) -> Seen | None:
    """ "larger than X", "more visitors than X"; a bare number after "than" is a bound, no comparison."""
    tokens = line.tokens
    if place > 0 and tokens[place - 1].lower in ("no", "not", "nothing", "any", "rather", "other"):
        return None
    than = next((at for at in range(place + 1, min(len(tokens), place + _THAN)) if tokens[at].lower == "than"), None)
    if than is None or any(tokens[at].text in ".;:,“”" and at != than - 1 for at in range(place + 1, than)):
        return None
    if any(tokens[at].lower in ("rather", "other") for at in range(place, than)):
        return None
    following = tokens[than + 1] if than + 1 < len(tokens) else None
    if following is None or _is_bound(tokens, place, than):
        return None
    span = phrase_after(tokens, than + 1)
    if span is None or tokens[place + 1].lower in ("so", "to") or is_pronoun(tokens, span):
        return None
    span = _with_clause(tokens, span)
    base = COMPARATIVES[tokens[place].lower]
    down = base in DOWNWARD or tokens[place].lower in ("less", "fewer")
    slightly = place > 0 and (tokens[place - 1].lower in _SLIGHTLY or tokens[place - 1].lower == "little")
    relation: Relation = ("slightly-less" if down else "slightly-more") if slightly else ("less" if down else "more")
    between = line.text[tokens[place + 1].start : tokens[than - 1].end] if than > place + 1 else None
    dimension = between if base in ("much", "little", "few") else (f"{base} {between}" if between else base)
    factor = _factor_before(tokens, place)
    first = factor[1] if factor else place - (1 if slightly else 0)
    if factor is not None:
        relation = "multiple"
    return Seen(
        first, span[1], relation, factor=factor[0] if factor else None, dimension=dimension,
        subject=subject(line, first), object=written(tokens, span, line.text),
    )  # fmt: skip


_THAN = 9


def _with_clause(tokens: Sequence[Token], span: tuple[int, int]) -> tuple[int, int]:
    """The tokens of "the one" with what tells which it is: "the one that hit Lima"."""
    start, end = span
    told = tokens[end - 1].lower in ("one", "ones", "those") and end + 2 < len(tokens)
    if not told or tokens[end].lower not in ("that", "which", "who"):
        return span
    after = phrase_after(tokens, end + 2)
    return (start, after[1]) if after is not None else span


def _is_bound(tokens: Sequence[Token], place: int, than: int) -> bool:
    """Whether "more than" only bounds a number ("more than 40 trucks", "more than half", "more than doubled")."""
    following = tokens[than + 1]
    if than > place + 1:
        return False
    words = (
        "half",
        "a",
        "an",
        "twice",
        "double",
        "triple",
        "doubled",
        "tripled",
        "one",
        "expected",
        "ever",
        "enough",
        "that",
        "one-third",
    )
    return (
        following.tag in ("NUM", "SYM", "PAST", "PART", "ORD")
        or following.lower in words
        or following.lower in FRACTIONS
    )


MULTIPLES = {"twice": 2.0, "double": 2.0, "triple": 3.0, "treble": 3.0, "thrice": 3.0, "half": 0.5, "quadruple": 4.0}


def _factor_before(tokens: Sequence[Token], place: int) -> tuple[float, int] | None:
    """The factor before a comparative: "three times | higher than", and where it starts."""
    if place >= 2 and tokens[place - 1].lower == "times":
        value = number(tokens[place - 2])
        if value is not None:
            return value, place - 2
    return None


def equal(line: Line, place: int) -> Seen | None:
    """ "equal to", "on a par with", "level with", "the same number as", "as large as"."""
    tokens = line.tokens
    lower = tokens[place].lower
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if lower in ("equal", "level", "par"):
        if following not in ("to", "with"):
            return None
        span = phrase_after(tokens, place + 2)
        if span is None:
            return None
        return Seen(
            place,
            span[1],
            "equal",
            dimension=lower,
            subject=subject(line, place),
            object=written(tokens, span, line.text),
        )
    if lower == "same":
        return _same(line, place)
    return _as_as(line, place)


def _same(line: Line, place: int) -> Seen | None:
    tokens = line.tokens
    as_at = next((at for at in range(place + 1, min(len(tokens), place + _THAN)) if tokens[at].lower == "as"), None)
    if (
        as_at is None
        or any(tokens[at].tag == "PUNCT" for at in range(place, as_at))
        or (place > 0 and tokens[place - 1].lower != "the")
    ):
        return None
    span = phrase_after(tokens, as_at + 1)
    if span is None:
        return None
    dimension = line.text[tokens[place + 1].start : tokens[as_at - 1].end] if as_at > place + 1 else None
    return Seen(place - 1 if place else place, span[1], "equal", dimension=dimension, subject=subject(line, place - 1),
                object=written(tokens, span, line.text))  # fmt: skip


_NO_COMPARISON = frozenset("soon well long far if though possible part early late recently such many-as".split())


def _as_as(line: Line, place: int) -> Seen | None:
    """ "as large as X", "twice as many trucks as X"."""
    tokens = line.tokens
    if place + 2 >= len(tokens):
        return None
    if tokens[place + 1].lower in _NO_COMPARISON and not _factor_of(tokens, place):
        return None
    measured = tokens[place + 1].tag == "ADJ" or tokens[place + 1].lower in (
        "many",
        "much",
        "few",
        "little",
        "often",
        "fast",
    )
    if not (measured or _factor_of(tokens, place)) or (
        place > 0 and tokens[place - 1].lower in ("such", "not", "described")
    ):
        return None
    second = next((at for at in range(place + 2, min(len(tokens), place + _THAN)) if tokens[at].lower == "as"), None)
    if second is None or second + 1 >= len(tokens) or any(tokens[at].tag == "PUNCT" for at in range(place, second)):
        return None
    bound = tokens[place + 1].lower in ("many", "much", "few", "little", "high", "low") and second == place + 2
    if bound and tokens[second + 1].tag in ("NUM", "SYM"):
        return None
    span = phrase_after(tokens, second + 1)
    if span is None or tokens[second + 1].lower in ("possible", "ever"):
        return None
    factor = _factor_of(tokens, place)
    words = line.text[tokens[place + 1].start : tokens[second - 1].end]
    dimension = re.sub(r"^(?:many|much|few) ", "", words)
    first = factor[1] if factor else place
    return Seen(
        first, span[1], "multiple" if factor else "equal", factor=factor[0] if factor else None, dimension=dimension,
        subject=subject(line, first), object=written(tokens, span, line.text),
    )  # fmt: skip


def _factor_of(tokens: Sequence[Token], place: int) -> tuple[float, int] | None:
    if place and tokens[place - 1].lower in MULTIPLES:
        return MULTIPLES[tokens[place - 1].lower], place - 1
    return _factor_before(tokens, place)


def multiple(line: Line, place: int) -> Seen | None:
    """ "twice the size of X", "three times that of X", "a third of X"."""
    tokens = line.tokens
    lower = tokens[place].lower
    if place + 1 >= len(tokens):
        return None
    following = tokens[place + 1]
    if lower in FRACTIONS or lower == "half":
        return _fraction(line, place)
    start = place
    factor = MULTIPLES.get(lower)
    if lower == "times":
        factor = number(tokens[place - 1]) if place else None
        start = place - 1
    if factor is None:
        return None
    if following.lower == "as":
        return _as_as(line, place + 1)
    if following.lower in COMPARATIVES:
        return than(line, place + 1)
    if following.lower not in ("the", "that", "its", "his", "her", "their") or _times_only(tokens, place + 1):
        return None
    span = phrase_after(tokens, place + 1)
    if span is None:
        return None
    return Seen(start, span[1], "multiple", factor=factor, dimension=None, subject=subject(line, start),
                object=written(tokens, span, line.text))  # fmt: skip


_MEASURES = frozenset(
    "size number amount rate average level price cost value sum total share length height area population rise "
    "figure speed weight volume national distance usual normal previous limit expected".split()
)


def _times_only(tokens: Sequence[Token], place: int) -> bool:
    """Whether the words after "times" name no measure ("visited three times that year")."""
    if tokens[place].lower == "that":
        return not (place + 1 < len(tokens) and tokens[place + 1].lower in ("of", "in", "figure", "number", "amount"))
    return not any(token.lower in _MEASURES for token in tokens[place + 1 : place + 4])


def _fraction(line: Line, place: int) -> Seen | None:
    tokens = line.tokens
    lower = tokens[place].lower
    start = place
    value = FRACTIONS.get(lower, 0.5)
    if place and tokens[place - 1].lower in ("a", "one"):
        start = place - 1
    elif place and (count := number(tokens[place - 1])) is not None and lower.endswith("s"):
        start, value = place - 1, value * count
    elif lower != "half":
        return None
    at = place + 1
    if tokens[at].lower == "of":
        at += 1
    elif lower != "half" or tokens[at].lower not in ("the", "that", "what", "its"):
        return None
    if at < len(tokens) and tokens[at].lower == "what":
        span: tuple[int, int] | None = (at, min(len(tokens), at + 6))
        while span and span[1] > span[0] + 1 and tokens[span[1] - 1].text in '.,;:”"':
            span = (span[0], span[1] - 1)
    else:
        span = phrase_after(tokens, at)
    if span is None or (at + 1 < len(tokens) and tokens[at].tag in ("NUM", "SYM")):
        return None
    return Seen(
        start, span[1], "multiple", factor=value, subject=subject(line, start), object=written(tokens, span, line.text)
    )


_NEARNESS = frozenset("slightly just narrowly marginally closely well far only comfortably only".split())
_PLACED = frozenset("rank finish come place sit stand trail lie fall move remain be".split())
_TIMELY = frozenset(
    "schedule bars time closed scenes election elections vote meeting summit visit talks expiry deadline game "
    "match us them him her me it you winter".split()
)


def position(line: Line, place: int) -> Seen | None:
    """ "slightly behind X", "ahead of X" in an order."""
    tokens = line.tokens
    ahead = tokens[place].lower == "ahead"
    at = place + 1
    if ahead:
        if at >= len(tokens) or tokens[at].lower != "of":
            return None
        at += 1
    near = place > 0 and tokens[place - 1].lower in _NEARNESS
    only = at < len(tokens) and tokens[at].lower == "only"
    span = phrase_after(tokens, at + only)
    if span is None or any(token.lower in _TIMELY for token in tokens[span[0] : span[1]]):
        return None
    proper = tokens[span[0]].tag == "PROPER"
    named = proper or tokens[span[0]].lower == "the"
    before = tokens[place - 2 if near and place > 1 else place - 1] if place else None
    placed = before is not None and (before.text == "," or before.lemma in _PLACED or before.tag == "ORD")
    if not (near and (named or placed)) and not (placed and proper):
        return None
    slight = near and tokens[place - 1].lower in _SLIGHTLY | {"closely"}
    relation: Relation = ("slightly-more" if ahead else "slightly-less") if slight else ("more" if ahead else "less")
    start = place - 1 if near else place
    return Seen(start, span[1], relation, subject=subject(line, start), object=written(tokens, span, line.text))


EXCEEDING: dict[str, Relation] = {
    "outnumber": "more", "surpass": "more", "exceed": "more", "overtake": "more", "outstrip": "more", "outpace": "more",
    "trail": "less", "match": "equal", "equal": "equal",
}  # fmt: skip


def exceeding(line: Line, place: int, lemma: str) -> Seen | None:
    tokens = line.tokens
    if tokens[place].tag not in ("PAST", "VERB", "PART", "GER") or (place and tokens[place - 1].lemma == "be"):
        return None
    span = phrase_after(tokens, place + 1)
    if span is None or tokens[span[0]].tag in ("NUM", "SYM"):
        return None
    return Seen(
        place,
        span[1],
        EXCEEDING[lemma],
        dimension=lemma,
        subject=written(tokens, subject_of(tokens, place), line.text),
        object=written(tokens, span, line.text),
    )
