"""A tokenizer and a coarse guess at parts of speech: word lists, suffixes, and a word of context on either side."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.language.closed_class import ADJECTIVES, CLOSED, SUBJECTS
from factcheck.language.nouns import GERUND_NOUNS, INVARIABLE, is_plural
from factcheck.language.verbs import FORMS
from factcheck.language.wordforms import APOSTROPHE, SHAPES, TOKENS, Form


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


def tag(text: str) -> list[Token]:
    """The tokens of a text, in order, each with its guessed part of speech; linear, and never raises."""
    return list(_tagged(text) if len(text) <= _LONGEST_KEPT else _tag(text))


def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case, whole and cut at all but letters: a look at it that costs next to nothing.

    >>> sorted(words_in("Mid-May saw 3km of jams"))
    ['3km', 'jams', 'km', 'may', 'mid', 'mid-may', 'of', 'saw']
    """
    return _words_in(text) if len(text) <= _LONGEST_KEPT else _cut(_tag(text))


def _cut(tokens: Iterable[Token]) -> frozenset[str]:
    words = {token.lower for token in tokens}
    return frozenset(words.union(*[_PLAIN.findall(word) for word in words if not word.isalpha()]))


def _tag(text: str) -> tuple[Token, ...]:
    raw = _split(text)
    tokens: list[Token] = []
    before, lower_before = "PUNCT", ""
    make = tuple.__new__  # half the cost of Token(...), and this is done for every word of a text
    for place, (start, end, word, (lower, kind, lemma, capital, open_)) in enumerate(raw[:-1]):
        if open_:
            kind = _decide(kind, lower, before, lower_before, raw[place + 1][3])
            if before in _JOINING and kind in ("PAST", "NOUN") and _is_joined(raw, place, tokens):
                kind = "ADJ" if raw[place][3][1] == "ADJ" else "PART"
            lemma = "leave" if lower == "left" and kind in ("PAST", "PART") else lemma
        if kind == "ADJ" and before in _LEADING and _is_verb(lower, before, lower_before):
            kind = "VERB"
        if lower == "mine" and before in ("DET", "ADJ", "POSS", "NOUN", "PROPER"):
            kind = "NOUN"
        if capital and kind not in _STAYS and _is_name(place, word, lower, kind, before, raw):
            kind = "PROPER"
            lemma = lower
        tokens.append(make(Token, (start, end, word, lower, kind, lemma)))
        if kind != "ADV" and kind != "NOT":
            before, lower_before = kind, lower
    return tuple(tokens)


_PLAIN = re.compile(r"[a-z]+")
_LONGEST_KEPT = 2_000
_tagged = lru_cache(maxsize=4096)(_tag)
"""Several finders read the same sentence, one after the other."""
_words_in = lru_cache(maxsize=4096)(lambda text: _cut(_tagged(text)))


def forget() -> None:
    """Forgets the sentences that were tagged, for measurements."""
    _tagged.cache_clear()
    _words_in.cache_clear()


_Raw = tuple[int, int, str, Form]
_NOTHING: _Raw = (0, 0, "", ("", "PUNCT", "", False, False))
_STAYS = frozenset({"NUM", "PUNCT", "SYM", "POSS", "DET", "PREP", "CONJ", "SUB", "TO", "AUX", "MODAL", "NOT", "PRON"})


def _split(text: str) -> list[_Raw]:
    """The tokens with their forms, and after the last one a mark that stands for nothing."""
    raw: list[_Raw] = []
    add, find = raw.append, text.find
    words = iter(TOKENS.findall(text))
    at = 0
    for word in words:
        start = find(word, at)
        end = at = start + len(word)
        form, note, parts = SHAPES[word]
        if parts:
            raw += [(start + low, start + high, part, part_form) for low, high, part, part_form in parts]
            continue
        if note == "." and text.startswith(".", end) and end + 1 < len(text):
            at += len(next(words))
            end += 1
            word = text[start:end]
        elif note == "'" and start and text[start - 1] in "sS" and text.startswith(" ", end):
            form = APOSTROPHE
        add((start, end, word, form))
    add(_NOTHING)
    return raw


_NOUN_ENDINGS = (
    "tion", "sion", "ment", "ness", "ity", "ism", "ist", "ance", "ence", "ship", "hood", "ture", "logy", "cracy",
    "dom", "eer", "or", "er", "ency", "ancy", "age",
)  # fmt: skip


_NOUN_NEXT = frozenset({"NOUN", "NV", "NVs", "NA", "PROPER"})
_BEFORE_NOUN = frozenset({"DET", "ADJ", "POSS", "NUM", "ORD", "PREP", "SYM"})
_STARTS_OBJECT = frozenset({"DET", "PRON"})


def _decide(kind: str, lower: str, before: str, lower_before: str, following: Form) -> str:
    """Which tag a word of several possible ones has between its neighbours."""
    next_lower, next_kind, _, capital_next, _ = following
    noun_next = capital_next or next_kind in _NOUN_NEXT
    if kind == "NA":
        return "ADJ" if noun_next or next_kind == "ADJ" else "NOUN"
    if kind == "ADJ":
        if lower == "further" and before == "TO":
            return "ADV"
        if lower == "left" and lower_before not in _REMAINS and _is_left(before, next_kind, noun_next, capital_next):
            return _past("Ved", before, lower_before, next_kind, noun_next)
        stands_alone = before in _BEFORE_HEAD and next_kind in _ENDS_PHRASE
        stands_alone = stands_alone or (before == "NOUN" and next_kind in ("Past", "Vs", "AUX", "MODAL"))
        return "NOUN" if stands_alone and not noun_next else "ADJ"
    if kind == "DET":
        if lower == "that" and before in NOMINAL and next_kind in ("NV", "NVs"):
            return "SUB"
        return _determiner(lower, next_kind, noun_next)
    if kind == "Ving":
        if lower in GERUND_NOUNS and _heads(before, lower_before, next_lower, next_kind) and not noun_next:
            return "NOUN"
        if before in ("DET", "POSS"):
            headed = next_kind in _ENDS_PHRASE or (lower in GERUND_NOUNS and next_kind in _STARTS_OBJECT)
            return "ADJ" if noun_next else "NOUN" if headed else "GER"
        return "GER"
    if kind in ("Ved", "Past", "Part"):
        kind = "Past" if before in NOMINAL and lower in _NEVER_PASSIVE else kind
        return _past(kind, before, lower_before, next_kind, noun_next)
    bare = _bare(lower, before, lower_before, following)
    if bare:
        return bare
    return _present(kind, lower, before, lower_before, next_kind)


def _bare(lower: str, before: str, lower_before: str, following: Form) -> str:
    """The tag of a past form that is written as a noun or a base form: "shot down", "was wound up", "that hit Lima"."""
    next_lower, next_kind, _, capital_next, _ = following
    if lower == "wound" and before == "AUX" and next_lower in ("up", "down"):
        return "PART"
    if lower == "shot" and (before == "AUX" or (before in NOMINAL and next_lower in ("down", "dead"))):
        return "PART" if before == "AUX" else "VERB"
    relative = lower_before in ("who", "which", "that") and (capital_next or next_kind == "DET")
    return "PAST" if relative and lower in UNCHANGED else ""


def _is_joined(raw: Sequence[_Raw], place: int, tokens: Sequence[Token]) -> bool:
    """Whether a word is one of two that stand between a number and its noun: "162 | confirmed and probable cases"."""
    (lower, kind, _, _, _), ahead = raw[place][3], [form for _, _, _, form in raw[place + 1 : place + 4]]
    if kind not in _JOINED or lower in _NEVER_PASSIVE or len(ahead) < 3:
        return False
    if tokens[-1].tag == "NUM":
        return ahead[0][0] in ("and", "or") and ahead[1][1] in _JOINED and ahead[2][1] in _NOUN_NEXT
    joined = len(tokens) > 2 and tokens[-2].tag in ("ADJ", "PART") and tokens[-3].tag == "NUM"
    return joined and ahead[0][1] in _NOUN_NEXT


_JOINING, _JOINED = frozenset({"NUM", "CONJ"}), frozenset({"ADJ", "Ved", "Part"})


def _is_left(before: str, next_kind: str, noun_next: bool, capital_next: bool) -> bool:
    """Whether "left" is a form of "leave", and no side: not in "the left wing", "turn left", "Roe, left, and Doe"."""
    if before in ("PRON", "PROPER", "SUB", "AUX"):
        return next_kind != "PUNCT" or before != "PROPER"
    if before in ("PUNCT", "CONJ"):
        return next_kind in ("DET", "PRON", "NUM") or capital_next
    return before == "NOUN" and (capital_next or not noun_next)


_REMAINS = frozenset("second minute hour day week month year time".split()) | frozenset(
    "seconds minutes hours days weeks months years".split()
)
"""What "left" tells to remain: "with two minutes left"."""
_LEADING = frozenset({"MODAL", "AUX"})
_DO = frozenset({"do", "does", "did", "don't", "doesn't", "didn't"})


def _is_verb(lower: str, before: str, lower_before: str) -> bool:
    """Whether what is mostly an adjective is a verb: "did not open the mine", "will clear them"."""
    return (before == "MODAL" or lower_before in _DO) and FORMS.get(lower, ("",))[0] == "base"


def _heads(before: str, lower_before: str, next_lower: str, next_kind: str) -> bool:
    """Whether an -ing form stands at the end of a noun phrase: "the apartment building fell", "capital spending of"."""
    if before not in ("NOUN", "ADJ", "PROPER") or (before == "NOUN" and is_plural(lower_before)):
        return False
    return next_lower == "of" or next_kind in ("PUNCT", "AUX", "MODAL", "Past", "Ved", "Vs", "POSS", "CONJ")


_BEFORE_HEAD = frozenset({"DET", "POSS", "PROPER", "ADJ", "PREP", "ORD", "NUM"})
_ENDS_PHRASE = frozenset({"PUNCT", "AUX", "MODAL", "PREP", "CONJ", "Past", "Ved", "Vs", "NVs", "TO", "POSS", "SUB"})


def _determiner(lower: str, next_kind: str, noun_next: bool) -> str:
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


_NEVER_PASSIVE = frozenset(
    "died arrived occurred happened appeared disappeared vanished emerged collapsed erupted perished succumbed "
    "remained existed resigned abstained participated complained apologised apologized protested persisted lasted "
    "ensued lapsed expired subsided prevailed relented belonged differed plummeted soared surged slumped dwindled "
    "fluctuated lingered loomed coincided complied fainted coughed laughed smiled cried resided dissented".split()
)
"""Past forms that after a noun tell what it did, and not what was done to it."""
_PARTICIPLES = frozenset({"cast", "set", "cut", "shut", "hurt"})
"""Past participles that are their base form, and stand after a comma as others do (", cast at Leuven in 1623,")."""
_HAVE = frozenset({"has", "have", "had", "having", "'ve"})
UNCHANGED = frozenset(
    "cost cut hit put set let hurt shut spread split cast bet burst quit shed bid thrust upset".split()
)
"""Past participles that are their base form."""
_BARE_PASTS = frozenset({"burst", "quit"})
"""Past forms without an ending that are seldom nouns after a noun ("the dam burst")."""
_HITTING = frozenset(
    "storm quake earthquake aftershock tremor cyclone hurricane typhoon tornado twister tsunami wave avalanche flood "
    "landslide gust squall blizzard drought frost famine pandemic epidemic virus crisis recession slump disaster blast "
    "bomb missile rocket shell drone torpedo train car truck lorry bus bullet".split()
)
"""What is told to come by "hit" alone: "when the quake hit"."""
_READILY_VERBS = frozenset("runs stands rises lies means looks turns faces remains reaches seeks sits".split())
_BEING = frozenset("is are was were be been being go goes went gone going".split())
"""Verbs behind which "live" is an adjective: "is live", "went live"."""


def _unlike_its_form(lower: str, before: str, lower_before: str, next_kind: str) -> str:
    """The tag of a base form that is a participle, a past form or an adjective where it stands; empty otherwise."""
    if before == "PUNCT" and lower in _PARTICIPLES and next_kind == "PREP":
        return "PART"
    if lower == "live" and lower_before in _BEING:
        return "ADJ"
    if lower_before in _HAVE and lower in UNCHANGED:
        return "PART"
    comes = lower in _BARE_PASTS or (lower == "hit" and lower_before in _HITTING)
    bare_past = comes and before in NOMINAL and next_kind in ("PREP", "PUNCT", "ADV", "CONJ", "SUB")
    return "VERB" if bare_past else ""


GONE_TO = frozenset("light court trial power market bed ground shore school prison church".split())
"""Nouns without an article that things come and go to, and no verbs unless an object follows: "it came to light"."""


def _present(kind: str, lower: str, before: str, lower_before: str, next_kind: str) -> str:
    special = _unlike_its_form(lower, before, lower_before, next_kind)
    if special:
        return special
    if before == "TO" and lower in GONE_TO and next_kind in ("PREP", "PUNCT", "SUB", "CONJ"):
        return "NOUN"
    if before in ("TO", "MODAL") or lower_before in SUBJECTS or lower_before in ("do", "does", "did"):
        return "VERB"
    if before in _BEFORE_NOUN or lower_before in ("of", "as"):
        return "NOUN"
    if kind in ("V", "Vs") or _follows_relative(kind, lower, before, lower_before, next_kind):
        return "VERB"
    if before in ("NOUN", "PROPER", "SUB"):
        return _after_noun(kind, lower, before, lower_before, next_kind)
    if before in ("PUNCT", "CONJ") and next_kind in _STARTS_OBJECT and kind == "NV":
        return "VERB"
    return "VERB" if before == "CONJ" and next_kind == "TO" else "NOUN"


def _after_noun(kind: str, lower: str, before: str, lower_before: str, next_kind: str) -> str:
    """A word that may be noun or verb behind a noun, a name or a subordinator."""
    plural_before = before == "NOUN" and is_plural(lower_before)
    if kind == "NV" and before == "NOUN" and next_kind in ("SUB", "TO") and not plural_before:
        return "NOUN"
    if next_kind in _STARTS_OBJECT or next_kind in ("NUM", "SUB", "TO") or lower_before == "who":
        return "VERB"
    if kind != "NVs":
        return "VERB" if plural_before else "NOUN"
    if lower in _READILY_VERBS and next_kind in ("PREP", "TO", "ADV", "ADJ"):
        return "VERB"
    return "VERB" if next_kind in ("PREP", "ADV", "ADJ") and before == "PROPER" else "NOUN"


def _follows_relative(kind: str, lower: str, before: str, lower_before: str, next_kind: str) -> bool:
    """Whether a word is a verb after "which" or "that" ("which cost $40m"), or after a comma (", lies some 40 km")."""
    if before == "SUB":
        verb = kind == "NVs" or next_kind == "SYM" or f"{lower}s" in _READILY_VERBS
        return verb and lower_before in ("which", "that")
    return before == "PUNCT" and lower in _READILY_VERBS and next_kind in ("PREP", "ADV", "DET", "NUM")


def _is_name(place: int, word: str, lower: str, kind: str, before: str, raw: Sequence[_Raw]) -> bool:
    """Whether a capitalised word is (part of) a name; at the start of a sentence only what no list knows."""
    starts = place == 0 or (before == "PUNCT" and raw[place - 1][2] in "\"“‘'(:•-–—…")
    if not starts:
        return len(word) > 1 or kind != "ADV"
    if word.isupper() and len(word) > 1:
        return True
    _, kind_next, _, capital_next, _ = raw[place + 1][3]
    if capital_next and kind in ("NOUN", "ADJ") and kind_next != "PRON":
        return True
    known = lower in FORMS or lower in ADJECTIVES or lower in CLOSED or kind in ("ADV", "ORD")
    may_be = kind in ("NOUN", "NA", "ADJ", "GER") and not known
    return may_be and not is_plural(lower) and not lower.endswith(_NOUN_ENDINGS)


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


def plural(token: Token) -> bool:
    """Whether a noun names more than one."""
    if token.tag not in NOMINAL:
        return token.lower in INVARIABLE
    return is_plural(token.lower) or (token.text[-1:] == "s" and token.text[:-1].isupper() and len(token.text) > 2)
