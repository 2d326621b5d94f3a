"""What a word is by itself, whatever stands around it: its lower-case form, its kind and its lemma."""

import re
from collections.abc import Callable
from typing import TypeVar

from factcheck.language.closed_class import ABBREVIATIONS, ADJECTIVES, CLOSED
from factcheck.language.nouns import ADJECTIVES_IN_LY, NOUNS_IN_LY, NOUNS_LIKE_ADJECTIVES, singular
from factcheck.language.number_words import NUMBER_WORDS, ORDINALS
from factcheck.language.verbs import FORMS, NOUNS_TOO, regular_base

Form = tuple[str, str, str, bool, bool]
"""A word by itself: lower-case form, kind, lemma, whether it begins with a capital, and whether it is open.

The kind of an open word is a group of tags among which its neighbours decide; of another it is its tag.
(Plain tuples: every word of a text goes through them.)
"""
Part = tuple[int, int, str, Form]
"""A part of a contraction: where it stands in the word, its text, its form."""
Shape = tuple[Form, str, tuple[Part, ...]]
"""What a token's text may stand for: a form, or the parts of a contraction; and which neighbour matters.

That is "." for an abbreviation, "'" for an apostrophe.
"""

_KINDS = {
    "abbr": r"[A-Za-z]\.(?:[A-Za-z]\.)+",
    "word": r"[^\W\d_][^\W_]{0,200}(?:[-‐‑'’&.][^\W_]{1,200}){0,20}",
    "number": r"\d+(?:[.,:/]\d+)*(?:[-‐‑]?[^\W\d_]+(?:[-‐‑][^\W_]+)*)?",
    "symbol": r"[$£€¥₹₩%‰°§&+~]+",
    "punct": r"\.{2,}|[^\w\s]|_",
}
TOKENS = re.compile("|".join(_KINDS.values()))
"""A token; between two of them stands nothing but white space."""
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
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
    if lower in _NEVER_VERBS:
        return "NOUN", lower
    if lower.endswith("ing") and len(lower) > 5:
        return "Ving", regular_base(lower)
    if lower.endswith("ed") and len(lower) > 4:
        return "Ved", regular_base(lower)
    if lower.endswith(_ADJECTIVE_ENDINGS) and len(lower) > 5:
        return "ADJ", lower
    return "NOUN", singular(lower)


_NEVER_VERBS = frozenset(
    "morning evening ceiling sibling darling shilling sterling duckling sapling earring farthing herring pudding "
    "clothing bedding viking dumpling inkling hireling seedling yearling underling".split()
)
"""Nouns in -ing that no verb has."""
_EITHER = frozenset(
    "academic alternative native representative objective criminal manual individual professional general "
    "principal cardinal "
    "executive capital material civilian mercenary auxiliary variable valuable offensive explosive captive "
    "relative fugitive "
    "conservative collective metal rival".split()
)


def _number_kind(word: str) -> str:
    if word[-1].isdigit():
        return "NUM"
    if _ORDINAL.match(word):
        return "ORD"
    return "ADJ" if _HYPHEN.search(word) else "NUM"


_AMBIGUOUS = frozenset({"V", "Vs", "NV", "NVs", "Ved", "Past", "Part", "Ving", "DET", "ADJ", "NA"})
"""Kinds among whose tags the neighbours decide."""
_ALWAYS_DETERMINERS = frozenset("the a an his its my your our their every no her".split())


def _form(word: str, lower: str, kind: str, lemma: str) -> Form:
    open_ = kind in _AMBIGUOUS and not (kind == "DET" and lower in _ALWAYS_DETERMINERS)
    return lower, kind, lemma, word[0].isupper(), open_


def _shape(token: str) -> Shape:
    match = _TOKEN.match(token)
    group = match.lastgroup if match else "punct"
    if group == "word":
        return _contraction(token) if "'" in token or "’" in token else _word(token)
    lower = token.lower()
    if group == "number":
        return _form(token, lower, _number_kind(token), lower), "", ()
    if group == "abbr":
        return _form(token, lower, "PROPER" if token[0].isupper() else "ADV", lower), "", ()
    mark = (token, "SYM" if group == "symbol" else "PUNCT", token, False, False)
    return mark, "'" if token in ("'", "’") else "", ()


def _word(word: str) -> Shape:
    lower, kind, lemma = _known(word)
    return _form(word, lower, kind, lemma), "." if lower in ABBREVIATIONS else "", ()


def _known(word: str) -> Analysis:
    """The analysis of a word of likely length; of a longer one nothing is known."""
    return _analysis(word) if len(word) < _LONGEST else (word.lower(), "NOUN", word.lower())


def _contraction(word: str) -> Shape:
    """The parts of a word with an apostrophe: "don't" is do + n't, "Anna's" is Anna + 's."""
    match = _CLITIC.search(word)
    if match is None or match.start() == 0:
        whole = _form(word, *_known(word))
        return whole, "", ((0, len(word), word, whole),)
    stem, tail = word[: match.start()], match.group()
    lower, kind, lemma = _known(stem)
    if tail.lower()[0] == "n" and lower in ("ca", "wo", "sha"):
        kind, lemma = "MODAL", {"ca": "can", "wo": "will", "sha": "shall"}[lower]
    small = tail.lower().replace("’", "'")
    role = _CLITICS[small]
    if small == "'s" and kind in ("PRON", "SUB"):
        role = "AUX"
    tail_lemma = "not" if role == "NOT" else _AUX_LEMMAS.get(small, small) if role != "POSS" else "'s"
    stem_form, tail_form = _form(stem, lower, kind, lemma), _form(tail, small, role, tail_lemma)
    return stem_form, "", ((0, len(stem), stem, stem_form), (len(stem), len(word), tail, tail_form))


V = TypeVar("V")


class Remembered(dict[str, V]):
    """What a pure function says of each word, worked out when it is first asked for."""

    def __init__(self, work_out: Callable[[str], V]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> V:
        found = self._work_out(word)
        if len(word) < _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = found
        return found


_LONGEST = 40
"""Characters of a word that is looked up and remembered."""
_MOST = 50_000
SHAPES: Remembered[Shape] = Remembered(_shape)
APOSTROPHE: Form = ("'s", "POSS", "'s", False, False)
"""The apostrophe of a plural owner ("the ports' owners")."""
