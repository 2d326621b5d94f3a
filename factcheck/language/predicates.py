"""Verb groups: a verb with its auxiliaries, negation and the verbs that lead to it ("has agreed to be bought")."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from factcheck.language.tagging import FINITE, GONE_TO, NOMINAL, Token, plural
from factcheck.language.verbs import FORMS

Form = Literal["finite", "participle", "gerund", "infinitive"]


class Predicate(NamedTuple):
    """A verb group: token numbers `start` to `end` (exclusive), and that of its main verb.

    `chain` holds the lemmas of verbs and adjectives that lead to it ("agree", "due"), `modal` its last
    modal verb. `auxiliary` is the last form of be, have or do before it ("" for none).
    """

    start: int
    end: int
    head: int
    form: Form
    passive: bool = False
    negated: bool = False
    modal: str = ""
    auxiliary: str = ""
    chain: tuple[str, ...] = ()


CONTROL = frozenset(
    "agree plan intend hope promise want seek try attempt manage fail decline refuse continue begin start expect "
    "pledge vow aim wish prepare offer undertake commit threaten decide propose schedule set need appear seem tend "
    "help resume claim suppose believe say report allege think know understand consider estimate have use due set "
    "ready likely unlikely able unable willing unwilling about bound poised ought go get happen stand mean project "
    "forecast predict deem find show prove".split()
)
"""What joins with "to" and a verb into one verb group."""

WITH_GERUND = frozenset("begin start stop keep continue finish cease resume consider avoid deny admit".split())

_UNCHANGED = frozenset(
    "cost cut put hit set let shut spread split quit bet bid burst cast hurt shed come become run overcome read "
    "forecast broadcast".split()
)
"""Verbs whose participle is their base form."""

_LEADING_ADJECTIVES = frozenset(
    "due ready likely unlikely able unable willing unwilling bound poised set about".split()
)
_VERBISH = frozenset({"VERB", "PAST", "PART", "GER", "AUX", "MODAL", "TO"})
_BEFORE_PARTICIPLE = frozenset({"NOUN", "PROPER", "PUNCT", "CONJ", "PRON", "ADV", "SUB", "TIME", "NUM", "NAME"})
_AFTER_GERUND = frozenset(
    {"DET", "PROPER", "PRON", "NOUN", "NUM", "SYM", "ADJ", "ADV", "PREP", "TO", "GER", "PART", "TIME"}
)


def predicates(tokens: Sequence[Token]) -> Iterator[Predicate]:
    """The verb groups of a sentence, in order; linear."""
    end = 0
    for place in [at for at, token in enumerate(tokens) if token.tag in _VERBISH]:
        if place >= end and _may_begin(tokens, place):
            found = _group(tokens, place)
            if found is not None:
                yield found
                end = found.end


def _may_begin(tokens: Sequence[Token], place: int) -> bool:
    tag = tokens[place].tag
    before = tokens[place - 1].tag if place else "PUNCT"
    after = tokens[place + 1].tag if place + 1 < len(tokens) else "PUNCT"
    if before == "TO" and _is_where_to(tokens, place - 1):
        return False
    if tag == "TO":
        return _is_base(tokens, place + 1) and not _is_where_to(tokens, place)
    if tag in ("PART", "PAST"):
        if after in _MODIFIED and _is_determined(tokens, place):
            return False
        return tag == "PAST" or (before in _BEFORE_PARTICIPLE and (after not in NOMINAL or before == "NOUN"))
    if tag == "GER":
        if before in ("DET", "ADJ", "POSS", "NUM", "SYM") or after not in _AFTER_GERUND:
            return False
        if after == "PREP" and tokens[place + 1].lower == "of":
            return False
        if before == "PUNCT" and after == "NOUN":
            return False
        if place == 0 and after == "PROPER" and not _has_comma_before_verb(tokens):
            return False
        return not (before in NOMINAL and after in ("NOUN", "PREP"))
    return True


_GOING = frozenset("come go bring take send put return get rush".split())
_WHERE = frozenset(
    "bed book church class college court dinner earth fruit ground hand hospital jail land light lunch market office "
    "power press prison rest sale school sea ship shore side sleep surface term town trial university war".split()
)


def _is_where_to(tokens: Sequence[Token], place: int) -> bool:
    """Whether "to" and a bare noun tell where something goes, and not what for: "came to light", "went to court"."""
    before = place - 1
    while before > 0 and tokens[before].lower in ("back", "on", "straight"):
        before -= 1
    goes = any(token.lemma in _GOING for token in tokens[max(before - 1, 0) : before + 1])
    if not goes or place + 1 >= len(tokens) or tokens[place + 1].lower not in _WHERE:
        return False
    following = tokens[place + 2].tag if place + 2 < len(tokens) else "PUNCT"
    return following in ("PREP", "PUNCT", "TIME", "CONJ", "SUB", "ADV", "TO")


_MODIFIED = NOMINAL | {"ADJ", "GER"}
_FAR = 12


def _is_determined(tokens: Sequence[Token], place: int) -> bool:
    """Whether a determiner stands before a word, adverbs between them left aside."""
    place -= 1
    while place > 0 and tokens[place].tag == "ADV":
        place -= 1
    return place >= 0 and tokens[place].tag in ("DET", "POSS")


def _has_comma_before_verb(tokens: Sequence[Token]) -> bool:
    """Whether a sentence's first phrase ends with a comma before its verb."""
    for token in tokens[:_FAR]:
        if token.text == "," or token.tag in FINITE:
            return token.text == ","
    return True


def _is_base(tokens: Sequence[Token], place: int) -> bool:
    """Whether a base form of a verb stands here, an adverb before it left aside."""
    while place < len(tokens) and tokens[place].tag in ("ADV", "NOT"):
        place += 1
    if place >= len(tokens):
        return False
    token = tokens[place]
    if token.tag == "AUX":
        return token.lower in ("be", "have", "do")
    if token.tag == "VERB":
        return FORMS.get(token.lower, ("base",))[0] != "third"
    following = tokens[place + 1] if place + 1 < len(tokens) else token
    if token.lower in GONE_TO and following.tag in ("PREP", "PUNCT", "SUB", "CONJ"):
        return False
    acts = following.tag in ("DET", "PRON") or (following.tag == "ADJ" and following.lower.endswith("er"))
    if acts and token.tag == "NOUN" and token.text.islower() and not plural(token):
        return True
    return token.tag in ("NOUN", "ADJ") and token.text.islower() and FORMS.get(token.lower, ("",))[0] == "base"


INTRANSITIVE = frozenset(
    "die rise fall come go arrive happen occur appear disappear vanish emerge sit stand live remain stay exist "
    "collapse erupt perish succumb drown ail sleep walk travel fly sail run climb jump soar plunge plummet tumble "
    "decline vote abstain resign retire graduate protest march speak talk agree belong consist depend last begin "
    "start end open improve deteriorate worsen increase decrease expand escalate recover continue develop change "
    "return move win fight succeed respond react refer apply meet close sink crash capsize collide derail land surge "
    "slump grow shrink cheer weep cry laugh smile wait watch look listen dance gather queue flee scream crawl swim "
    "kneel pray hide".split()
)
"""Verbs that need no object, so that their past form after a comma is no passive."""


def _stands_apart(tokens: Sequence[Token], place: int) -> bool:
    """Whether a past form without a subject is a participle ("Founded in 1896, …")."""
    token = tokens[place]
    before = tokens[place - 1].tag if place else "PUNCT"
    after = tokens[place + 1].tag if place + 1 < len(tokens) else "PUNCT"
    if token.lemma in INTRANSITIVE:
        return False
    if after == "PREP" and tokens[place + 1].lower == "by" and place + 2 < len(tokens):
        return place > 0 and before != "PRON" and tokens[place + 2].tag in ("DET", "PROPER", "NOUN", "ADJ", "NUM")
    return before == "PUNCT" and (after == "PREP" or (after == "PROPER" and token.lemma in _CALLING))


_CALLING = frozenset("name call dub know title entitle code-named nickname".split())


_BEFORE_PARTICIPLES = frozenset("yet since so last first next then once twice since all both each".split())
"""What may stand between "be" or "have" and a participle beside adverbs and times ("was last inspected")."""


class _Group:
    """A verb group while it is read."""

    def __init__(self, tokens: Sequence[Token], start: int) -> None:
        self.tokens = tokens
        self.start = self.place = self.end = start
        self.head = -1
        self.lemmas: list[str] = []
        self.modal = self.auxiliary = ""
        self.be = self.negated = self.pending_not = self.after_to = False
        self.form: Form = "finite"

    def take(self) -> None:
        """Goes on by one token, which belongs to the group."""
        self.place += 1
        self.end = self.place
        self.negated |= self.pending_not
        self.pending_not = False

    def read(self) -> None:
        """Reads as far as the group goes."""
        count = len(self.tokens)
        while self.place < count:
            token = self.tokens[self.place]
            if token.tag == "NOT":
                if self.place + 1 < count and self.tokens[self.place + 1].lower == "only":
                    self.place += 1
                elif self.head >= 0 and self.tokens[self.head].tag in ("AUX", "MODAL"):
                    self.negated = True
                else:
                    self.pending_not = True
                self.place += 1
            elif token.tag not in _VERBISH and (
                token.tag == "ADV"
                or (token.lower == "likely" and self._is_after_modal())
                or ((token.tag == "TIME" or token.lower in _BEFORE_PARTICIPLES) and self._has_participle_ahead())
            ):
                self.place += 1
            elif not self._step(token):
                return

    def _is_after_modal(self) -> bool:
        return self.head >= 0 and self.tokens[self.head].tag == "MODAL"

    def _has_participle_ahead(self) -> bool:
        """Whether a participle follows within two words, after "have" or "be"."""
        if self.head < 0 or self.tokens[self.head].tag != "AUX":
            return False
        return any(token.tag in ("PART", "PAST", "AUX") for token in self.tokens[self.place + 1 : self.place + 3])

    def _step(self, token: Token) -> bool:
        """Takes in a token if it goes on the group."""
        tag = token.tag
        head_tag = self.tokens[self.head].tag if self.head >= 0 else ""
        if tag == "AUX":
            return self._auxiliary(token, head_tag)
        if tag == "TO":
            return self._to(head_tag)
        if tag == "MODAL":
            if self.head >= 0:
                return False
            self.modal = token.lemma
        elif not self._verb(token, tag, head_tag):
            return False
        self.head = self.place
        self.after_to = False
        self.take()
        return True

    def _verb(self, token: Token, tag: str, head_tag: str) -> bool:
        if self.after_to:
            return _is_base(self.tokens, self.place)
        if head_tag == "AUX" and token.lower in _UNCHANGED and (self.auxiliary == "have" or self._is_done_to(token)):
            return True
        if tag == "NOUN" and head_tag == "AUX" and self.auxiliary == "do" and self.negated:
            return True
        if tag == "VERB":
            doing = head_tag == "AUX" and (self.auxiliary == "do" or token.lower in _UNCHANGED)
            return self.head < 0 or head_tag == "MODAL" or doing
        if tag in ("PAST", "PART"):
            if self.head < 0 and (tag == "PART" or _stands_apart(self.tokens, self.place)):
                self.form = "participle"
            return self.head < 0 or head_tag == "AUX"
        if tag == "GER":
            return self._gerund(head_tag)
        been = head_tag == "AUX" and self.tokens[self.head].lower in ("been", "being")
        if tag == "ADJ" and head_tag == "AUX" and (self.auxiliary == "have" or been):
            return FORMS.get(token.lower, ("",))[0] in ("participle", "ed")
        return tag in ("ADJ", "PREP") and head_tag == "AUX" and self._leads(token)

    def _is_done_to(self, token: Token) -> bool:
        """Whether a form that is no more than its base stands right after "be", and no noun follows it."""
        following = self.tokens[self.place + 1].tag if self.place + 1 < len(self.tokens) else "PUNCT"
        return self.auxiliary == "be" and token.lower not in ("cost", "come", "run", "bid") and following not in NOMINAL

    def _auxiliary(self, token: Token, head_tag: str) -> bool:
        if self.head >= 0 and head_tag not in ("AUX", "MODAL") and not self.after_to:
            return False
        if head_tag == "AUX" and not self.after_to and token.lower not in ("been", "being", "be", "had", "have"):
            return False
        self.auxiliary = token.lemma
        self.be = token.lemma == "be"
        self.head = self.place
        self.after_to = False
        self.take()
        return True

    def _to(self, head_tag: str) -> bool:
        if self.head < 0:
            self.form = "infinitive"
        elif self.tokens[self.head].lemma not in CONTROL and head_tag != "AUX":
            return False
        if not _is_base(self.tokens, self.place + 1) or _is_where_to(self.tokens, self.place):
            return False
        if self.head >= 0:
            self.lemmas.append(self.tokens[self.head].lemma)
            self.be = False
        self.after_to = True
        self.take()
        return True

    def _gerund(self, head_tag: str) -> bool:
        if self.head < 0:
            self.form = "gerund"
            return True
        if head_tag == "AUX" and self.auxiliary == "be":
            return True
        if self.tokens[self.head].lemma in WITH_GERUND:
            self.lemmas.append(self.tokens[self.head].lemma)
            self.be = False
            return True
        return False

    def _leads(self, token: Token) -> bool:
        """Whether an adjective after "be" leads to another verb ("is due to open")."""
        following = self.place + 1
        return (
            token.lower in _LEADING_ADJECTIVES
            and following < len(self.tokens)
            and self.tokens[following].tag == "TO"
            and _is_base(self.tokens, following + 1)
        )


def _group(tokens: Sequence[Token], start: int) -> Predicate | None:
    group = _Group(tokens, start)
    group.read()
    if group.head < 0:
        return None
    token = tokens[group.head]
    past = token.tag in ("PAST", "PART", "ADJ") or (token.lower in _UNCHANGED and group.head > start)
    passive = past and (group.be or group.form == "participle")
    before = tokens[start - 1] if start else None
    denied = group.negated or (before is not None and before.tag == "NOT")
    negated = denied != ("fail" in group.lemmas or "unable" in group.lemmas)
    return Predicate(
        start, group.end, group.head, group.form, passive, negated, group.modal, group.auxiliary, tuple(group.lemmas)
    )
