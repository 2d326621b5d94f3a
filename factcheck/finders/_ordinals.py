"""Ordinals that number something ("the 75th anniversary") and multiples ("twice", "sixfold", "doubled")."""

import re
from collections.abc import Iterator

from factcheck.finders._measuring import Tokens, counted
from factcheck.language.modifiers import before
from factcheck.language.number_words import CARDINALS, ORDINALS
from factcheck.records.quantity import Quantity

Found = tuple[int, int, Quantity]

_WORDS = "|".join(sorted(ORDINALS, key=lambda word: (-len(word), word)))
ORDINAL = re.compile(
    rf"(?<![\w-])(?:(?P<digits>\d{{1,4}})(?:st|nd|rd|th)|(?P<word>{_WORDS}))(?=[\s\u00a0]|-(?:largest|biggest|most|highest))",
    re.IGNORECASE,
)
_TENS = "|".join(
    sorted((word for word in CARDINALS if "-" not in word and CARDINALS[word] > 1), key=lambda word: (-len(word), word))
)
MULTIPLE = re.compile(
    rf"(?<![\w-])(?:(?P<twice>twice|thrice)|(?P<fold>(?P<n>{_TENS}|\d{{1,4}}(?:\.\d)?|hundred|thousand)-?fold)"
    r"|(?P<verb>(?P<stem>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|es|ing))|(?P<double>double|triple|treble|quadruple))(?!\w)",
    re.IGNORECASE,
)
_STEMS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5}
_IDIOMS = {
    "second": frozenset("lieutenant lieutenants hand".split()),
    "third": frozenset("country countries party parties person persons world".split()),
    "first": frozenset("lady minister class aid degree name names instance place glance half step language".split()),
}
_BEFORE = frozenset("at".split())


def ordinals(text: str, tokens: Tokens, base: int) -> Iterator[Found]:
    """Ordinals before a noun phrase, in the masked sentence `text`; offsets are moved by `base`."""
    place = 0
    for match in ORDINAL.finditer(text):
        while place < len(tokens) and tokens[place].start < match.start():
            place += 1
        if place >= len(tokens) or tokens[place].start != match.start():
            continue
        word = (match["word"] or "").lower()
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        hyphened = text[match.end()] == "-"
        if following is None or _is_idiom(word, match.group(), tokens, place):
            continue
        phrase = counted(tokens, place + 1, many=False)
        if phrase is None:
            continue
        value = float(match["digits"] or ORDINALS[word])
        words = (tokens[place].text.split("-", 1)[1] + " " if hyphened else "") + phrase.words
        end = match.end() if not hyphened else tokens[place].end
        yield (
            base + match.start(),
            base + end,
            Quantity(low=value, high=value, unit=words, form="ordinal", as_written=text[match.start() : end]),
        )


def _is_idiom(word: str, written: str, tokens: Tokens, place: int) -> bool:
    before = tokens[place - 1] if place else None
    following = tokens[place + 1]
    if following.lower in ("such", "ever"):
        return False
    if following.tag in ("NUM", "PUNCT", "PREP", "CONJ", "PRON", "AUX", "DET", "ORD", "TO"):
        return True
    if before is not None and (before.lower in _BEFORE or before.tag == "NUM"):
        return True
    if word and following.lower in _IDIOMS.get(word, ()):
        return word != "third" or before is None or before.lower in ("a", "any", "another")
    return bool(word) and written[0].isupper() and following.text[0].isupper()


_COMPARED = re.compile(
    r"[\s\u00a0](?:as|the|that|those|its|their|his|her|this|what|more|higher|larger|bigger|greater|faster)\b",
    re.IGNORECASE,
)


def multiples(text: str, base: int) -> Iterator[Found]:
    """ "twice as many", "sixfold", "doubled"."""
    for match in MULTIPLE.finditer(text):
        found = _multiple(match, text)
        if found is not None:
            stated = before(text, match.start(), 0) if match["fold"] or match["twice"] else None
            start = stated.place if stated else match.start()
            if stated:
                found = found.but(modifier=stated.modifier, strict=stated.strict)
            yield base + start, base + match.end(), found.but(as_written=text[start : match.end()])


def _multiple(match: re.Match[str], text: str) -> Quantity | None:
    compared = _COMPARED.match(text, match.end()) is not None
    if match["twice"]:
        value = 2.0 if match["twice"].lower() == "twice" else 3.0
        if compared:
            return Quantity(low=value, high=value, dimension="factor", form="ratio", as_written="")
        return Quantity(low=value, high=value, unit="times", as_written="")
    if match["fold"]:
        written = match["n"].lower()
        value = float(CARDINALS.get(written) or {"hundred": 100, "thousand": 1000}.get(written) or float(written))
        return Quantity(low=value, high=value, dimension="factor", form="ratio", as_written="")
    if match["verb"]:
        value = _STEMS[match["stem"].lower()]
        return Quantity(
            low=value,
            high=value,
            modifier="up" if value > 1 else "down",
            dimension="factor",
            form="ratio",
            as_written="",
        )
    value = {"double": 2.0, "quadruple": 4.0}.get(match["double"].lower(), 3.0)
    return Quantity(low=value, high=value, dimension="factor", form="ratio", as_written="") if compared else None
