"""A tokenizer and a coarse guess at parts of speech: word lists, suffixes, and a word of context on either side."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.language.closed_class import ABBREVIATIONS, ADJECTIVES, CLOSED, SUBJECTS
from factcheck.language.nouns import (
    ADJECTIVES_IN_LY,
    INVARIABLE,
    NOUNS_IN_LY,
    NOUNS_LIKE_ADJECTIVES,
    is_plural,
    singular,
)
from factcheck.language.number_words import NUMBER_WORDS, ORDINALS
from factcheck.language.verbs import FORMS, NOUNS_TOO


class Token(NamedTuple):
    """A token: `text[start:end]` of the text tagged.

    `tag` is one of NOUN, PROPER, VERB (base or present), PAST (finite past), PART (past participle),
    GER (-ing form), AUX (be, have, do), MODAL, TO, ADJ, ADV, DET, PREP, PRON, CONJ, SUB (subordinator),
    NOT, POSS ('s), NUM, ORD (ordinal), SYM (currency, %, &), PUNCT. `lemma` is the base form in lower case.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str
    lemma: str


VERBAL = frozenset({"VERB", "PAST", "PART", "GER", "AUX", "MODAL"})
FINITE = frozenset({"VERB", "PAST", "AUX", "MODAL"})
NOMINAL = frozenset({"NOUN", "PROPER"})
MODIFYING = frozenset({"ADJ", "NUM", "ORD", "GER", "PART"})
"""What stands between a determiner and its noun."""

_TOKEN = re.compile(
    r"(?P<abbr>(?:[A-Za-z]\.){2,})"
    r"|(?P<word>[^\W\d_][^\W_]{0,200}(?:[-‐‑'’&.][^\W_]{1,200}){0,20})"
    r"|(?P<number>\d+(?:[.,:/]\d+)*(?:[-‐‑]?[^\W\d_]+(?:[-‐‑][^\W_]+)*)?)"
    r"|(?P<symbol>[$£€¥₹₩%‰°§&+~]+)"
    r"|(?P<punct>\.{2,}|[^\w\s]|_)"
)
_CLITIC = re.compile(r"(n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_CLITICS = {"'s": "POSS", "'re": "AUX", "'ve": "AUX", "'ll": "MODAL", "'d": "MODAL", "'m": "AUX", "n't": "NOT"}
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$", re.IGNORECASE)
_HYPHEN = re.compile(r"[-‐‑]")
_AUX_LEMMAS = {
    **dict.fromkeys("be am is are was were been being 's 're 'm".split(), "be"),
    **dict.fromkeys("have has had having 've".split(), "have"),
    **dict.fromkeys("do does did".split(), "do"),
}
_VERB_KINDS = {"third": "Vs", "past": "Past", "participle": "Part", "ed": "Ved", "ing": "Ving"}
_ADJECTIVE_ENDINGS = (
    "ous", "ful", "less", "able", "ible", "ive", "ical", "ic", "ary", "ish", "esque", "ial", "nal", "ural", "eral",
    "ian",
)  # fmt: skip
_NOUN_ENDINGS = (
    "tion", "sion", "ment", "ness", "ity", "ism", "ist", "ance", "ence", "ship", "hood", "ture", "logy", "cracy",
    "dom", "eer", "or", "er", "ency", "ancy", "age",
)  # fmt: skip

Analysis = tuple[str, str, str]
"""Lower-case form, kind (a tag, or a group of tags among which context decides), lemma."""


def _analysis(word: str) -> Analysis:
    lower = word.lower().replace("’", "'")
    closed = CLOSED.get(lower)
    if closed is not None:
        return lower, closed, _AUX_LEMMAS.get(lower, lower)
    if lower in NUMBER_WORDS:
        return lower, "NUM", lower
    if lower in ORDINALS:
        return lower, "ORD", lower
    form = FORMS.get(lower)
    if form is not None:
        return _verb_form(lower, *form)
    if "-" in lower or "‑" in lower or "‐" in lower:
        return lower, _hyphenated(lower), lower
    return lower, *_by_suffix(lower)


def _verb_form(lower: str, form: str, base: str) -> Analysis:
    if lower in ADJECTIVES:
        return lower, "ADJ", lower
    if form == "base":
        return lower, "NV" if lower in NOUNS_TOO else "V", base
    if form == "third" and base in NOUNS_TOO:
        return lower, "NVs", base
    return lower, _VERB_KINDS[form], base


def _hyphenated(lower: str) -> str:
    parts = _HYPHEN.split(lower)
    if parts[0] in NUMBER_WORDS and (parts[-1] in NUMBER_WORDS or parts[-1] in ORDINALS):
        return "ORD" if parts[-1] in ORDINALS else "NUM"
    last = _analysis(parts[-1])[1] if parts[-1] else "NOUN"
    if last == "NOUN" or last.startswith("NV"):
        return "NA"
    return "ADV" if last == "ADV" else "ADJ"


def _by_suffix(lower: str) -> tuple[str, str]:
    if singular(lower) in NOUNS_LIKE_ADJECTIVES:
        return "NOUN" if lower not in _EITHER else "NA", singular(lower)
    if lower.endswith("ly") and len(lower) > 4:
        if lower in NOUNS_IN_LY:
            return "NOUN", lower
        return "ADJ" if lower in ADJECTIVES_IN_LY else "ADV", lower
    if lower.endswith("ing") and len(lower) > 5:
        return "Ving", lower[:-3]
    if lower.endswith("ed") and len(lower) > 4:
        return "Ved", lower[:-2]
    if lower.endswith(_ADJECTIVE_ENDINGS) and len(lower) > 5:
        return "ADJ", lower
    return "NOUN", singular(lower)


_EITHER = frozenset(
    "academic alternative native representative objective criminal manual individual professional general "
    "principal cardinal "
    "executive capital material civilian mercenary auxiliary variable valuable offensive explosive captive "
    "relative fugitive "
    "conservative collective metal rival".split()
)


_remembered = lru_cache(maxsize=50_000)(_analysis)
_LONGEST_REMEMBERED = 40


def tag(text: str) -> list[Token]:
    """The tokens of a text, in order, each with its guessed part of speech; linear, and never raises."""
    return list(_tagged(text) if len(text) <= _LONGEST_KEPT else _tag(text))


def _tag(text: str) -> tuple[Token, ...]:
    raw = list(_split(text))
    tokens: list[Token] = []
    last = len(raw) - 1
    before = "PUNCT"
    lower_before = ""
    for place, (start, end, word, lower, kind, lemma) in enumerate(raw):
        if kind in _AMBIGUOUS or kind in ("DET", "ADJ", "NA"):
            following = raw[place + 1] if place < last else _NOTHING
            kind = _decide(kind, lower, lemma, before, lower_before, following)
        if kind not in _STAYS and word[0].isupper() and _is_name(place, word, lower, kind, before, raw):
            kind = "PROPER"
            lemma = lower
        tokens.append(Token(start, end, word, lower, kind, lemma))
        if kind not in ("ADV", "NOT"):
            before, lower_before = kind, lower
    return tuple(tokens)


_LONGEST_KEPT = 2_000
_tagged = lru_cache(maxsize=4096)(_tag)
"""Several finders read the same sentence, one after the other."""


_Raw = tuple[int, int, str, str, str, str]
_NOTHING: _Raw = (0, 0, "", "", "PUNCT", "")
_STAYS = frozenset({"NUM", "PUNCT", "SYM", "POSS", "DET", "PREP", "CONJ", "SUB", "TO", "AUX", "MODAL", "NOT", "PRON"})
_AMBIGUOUS = frozenset({"V", "Vs", "NV", "NVs", "Ved", "Past", "Part", "Ving"})


def _split(text: str) -> list[_Raw]:
    found: list[_Raw] = []
    skip = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < skip:
            continue
        word = match.group()
        group = match.lastgroup
        if group == "word":
            if "'" in word or "’" in word:
                found += _clitics(start, word)
                continue
            lower, kind, lemma = _remembered(word) if len(word) < _LONGEST_REMEMBERED else (word.lower(), "NOUN", "")
            if text.startswith(".", end) and lower in ABBREVIATIONS and end + 1 < len(text):
                end += 1
                skip = end
                word = text[start:end]
            found.append((start, end, word, lower, kind, lemma or lower))
        elif group == "number":
            found.append((start, end, word, word.lower(), _number_kind(word), word.lower()))
        elif group == "abbr":
            found.append((start, end, word, word.lower(), "PROPER" if word[0].isupper() else "ADV", word.lower()))
        elif word in ("'", "’") and start and text[start - 1] in "sS" and text[end : end + 1] == " ":
            found.append((start, end, word, "'s", "POSS", "'s"))
        else:
            found.append((start, end, word, word, "SYM" if group == "symbol" else "PUNCT", word))
    return found


def _number_kind(word: str) -> str:
    if word[-1].isdigit():
        return "NUM"
    if _ORDINAL.match(word):
        return "ORD"
    return "ADJ" if _HYPHEN.search(word) else "NUM"


def _clitics(start: int, word: str) -> list[_Raw]:
    """The parts of a word with an apostrophe: "don't" is do + n't, "Anna's" is Anna + 's."""
    match = _CLITIC.search(word)
    if match is None or match.start() == 0:
        lower, kind, lemma = _analysis(word) if len(word) < _LONGEST_REMEMBERED else (word.lower(), "NOUN", "")
        return [(start, start + len(word), word, lower, kind, lemma or lower)]
    stem, tail = word[: match.start()], match.group()
    lower, kind, lemma = _analysis(stem) if len(stem) < _LONGEST_REMEMBERED else (stem.lower(), "NOUN", "")
    if tail.lower()[0] == "n" and lower in ("ca", "wo", "sha"):
        kind, lemma = "MODAL", {"ca": "can", "wo": "will", "sha": "shall"}[lower]
    small = tail.lower().replace("’", "'")
    role = _CLITICS[small]
    if small == "'s" and kind in ("PRON", "SUB"):
        role = "AUX"
    middle = start + len(stem)
    tail_lemma = _AUX_LEMMAS.get(small, small) if role != "POSS" else "'s"
    return [
        (start, middle, stem, lower, kind, lemma or lower),
        (middle, start + len(word), tail, small, role, "not" if role == "NOT" else tail_lemma),
    ]


_NOUN_NEXT = frozenset({"NOUN", "NV", "NVs", "NA", "PROPER"})
_BEFORE_NOUN = frozenset({"DET", "ADJ", "POSS", "NUM", "ORD", "PREP", "SYM"})
_STARTS_OBJECT = frozenset({"DET", "PRON"})


def _decide(kind: str, lower: str, lemma: str, before: str, lower_before: str, following: _Raw) -> str:
    """Which tag a word of several possible ones has between its neighbours."""
    next_kind = following[4]
    noun_next = next_kind in _NOUN_NEXT or following[2][:1].isupper()
    if kind == "NA":
        return "ADJ" if noun_next else "NOUN"
    if kind == "ADJ":
        if lower == "further" and before == "TO":
            return "ADV"
        stands_alone = before in _BEFORE_HEAD and next_kind in _ENDS_PHRASE
        stands_alone = stands_alone or (before == "NOUN" and next_kind in ("Past", "Vs", "AUX", "MODAL"))
        return "NOUN" if stands_alone and not noun_next else "ADJ"
    if kind == "DET":
        return _determiner(lower, next_kind, noun_next)
    if kind == "Ving":
        if before in ("DET", "POSS"):
            return "ADJ" if noun_next else "NOUN" if next_kind in _ENDS_PHRASE else "GER"
        return "GER"
    if kind in ("Ved", "Past", "Part"):
        return _past(kind, before, lower_before, next_kind, noun_next)
    return _present(kind, lower, lemma, before, lower_before, following)


_BEFORE_HEAD = frozenset({"DET", "POSS", "PROPER", "ADJ", "PREP", "ORD", "NUM"})
_ENDS_PHRASE = frozenset({"PUNCT", "AUX", "MODAL", "PREP", "CONJ", "Past", "Ved", "Vs", "NVs", "TO", "POSS", "SUB"})


def _determiner(lower: str, next_kind: str, noun_next: bool) -> str:
    if lower in ("the", "a", "an", "his", "its", "my", "your", "our", "their", "every", "no", "her"):
        return "DET"
    if lower == "that" and next_kind in ("DET", "PRON", "AUX", "MODAL", "Past", "Ved", "Vs", "ADV", "V"):
        return "SUB"
    if lower in ("which", "what"):
        return "SUB"
    if next_kind in ("AUX", "MODAL", "PREP", "PUNCT", "Vs", "Past", "CONJ") and not noun_next:
        return "PRON"
    return "DET"


def _past(kind: str, before: str, lower_before: str, next_kind: str, noun_next: bool) -> str:
    if kind == "Past":
        return "PAST"
    if before == "AUX" or kind == "Part":
        return "PART"
    if before in ("DET", "ADJ", "POSS", "NUM", "ORD"):
        return "PART" if noun_next or next_kind in ("ADJ", "NUM") else "PAST"
    if before in ("PREP", "CONJ", "PUNCT") and noun_next:
        return "PART" if before == "PREP" else "PAST"
    if lower_before in SUBJECTS or before in ("PROPER", "PRON", "SUB"):
        return "PAST"
    if before == "NOUN":
        return "PART" if next_kind == "PREP" and lower_before != "" and not noun_next else "PAST"
    return "PART" if before in ("PREP", "AUX") else "PAST"


_READILY_VERBS = frozenset("stands rises lies means looks turns faces remains reaches seeks sits".split())


def _present(kind: str, lower: str, lemma: str, before: str, lower_before: str, following: _Raw) -> str:
    next_kind = following[4]
    if before in ("TO", "MODAL") or lower_before in ("do", "does", "did"):
        return "VERB"
    if lower_before in SUBJECTS:
        return "VERB"
    if before in _BEFORE_NOUN or lower_before in ("of", "as"):
        return "NOUN"
    if kind in ("V", "Vs"):
        return "VERB"
    if before in ("NOUN", "PROPER", "SUB"):
        if next_kind in _STARTS_OBJECT or next_kind in ("NUM", "SUB", "TO") or lower_before == "who":
            return "VERB"
        if kind == "NVs":
            if lower in _READILY_VERBS and next_kind in ("PREP", "TO", "ADV", "ADJ"):
                return "VERB"
            plural_before = before == "NOUN" and is_plural(lower_before)
            return (
                "VERB" if next_kind in ("PREP", "ADV", "ADJ") and not plural_before and before == "PROPER" else "NOUN"
            )
        if before == "NOUN" and is_plural(lower_before):
            return "VERB"
        return "NOUN"
    if before in ("PUNCT", "CONJ") and next_kind in _STARTS_OBJECT and kind == "NV":
        return "VERB"
    if before == "CONJ" and next_kind == "TO":
        return "VERB"
    return "NOUN"


def _is_name(place: int, word: str, lower: str, kind: str, before: str, raw: Sequence[_Raw]) -> bool:
    """Whether a capitalised word is (part of) a name; at the start of a sentence only what no list knows."""
    starts = place == 0 or (before == "PUNCT" and raw[place - 1][2] in "\"“‘'(:•-–—…")
    if not starts:
        return len(word) > 1 or kind != "ADV"
    if word.isupper() and len(word) > 1:
        return True
    if (
        place + 1 < len(raw)
        and kind in ("NOUN", "ADJ")
        and raw[place + 1][2][:1].isupper()
        and raw[place + 1][4] != "PRON"
    ):
        return True
    known = lower in FORMS or lower in ADJECTIVES or lower in CLOSED or kind in ("ADV", "ORD")
    return not known and kind in ("NOUN", "NA", "ADJ") and not is_plural(lower) and not lower.endswith(_NOUN_ENDINGS)


def noun_phrase(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The base noun phrase that holds or starts at token number `place`: token numbers, end exclusive.

    It takes in determiners, numbers, adjectives, possessors and nouns, and ends with its head noun; null
    where there is none. What follows the head ("of …", "that …") is left out.
    """
    if not 0 <= place < len(tokens):
        return None
    start = place
    while start > 0 and _continues(tokens[start - 1], tokens[start]):
        start -= 1
    end = place
    head = -1
    while end < len(tokens) and _may_stand(tokens, start, end, head):
        if tokens[end].tag in NOMINAL:
            head = end
        end += 1
    return (start, head + 1) if head >= place else None


def _continues(left: Token, right: Token) -> bool:
    if right.tag == "DET":
        return False
    return left.tag in NOMINAL or left.tag in MODIFYING or left.tag in ("DET", "POSS", "SYM")


def _may_stand(tokens: Sequence[Token], start: int, place: int, head: int) -> bool:
    tag_here = tokens[place].tag
    if tag_here in NOMINAL or tag_here == "POSS":
        return True
    if head < 0 or tokens[place - 1].tag == "POSS":
        return tag_here in MODIFYING or tag_here in ("ADV", "SYM") or (tag_here == "DET" and place == start)
    return False


def text_of(tokens: Sequence[Token], span: tuple[int, int], text: str) -> str:
    """The words of a span of tokens as they stand in the text tagged."""
    return text[tokens[span[0]].start : tokens[span[1] - 1].end]


def plural(token: Token) -> bool:
    """Whether a noun names more than one."""
    if token.tag not in NOMINAL:
        return token.lower in INVARIABLE
    return is_plural(token.lower) or (token.text[-1:] == "s" and token.text[:-1].isupper() and len(token.text) > 2)
