"""Cuts a tagged sentence into its clauses: main, relative, coordinated, participial and subordinate."""

from collections.abc import Sequence
from functools import lru_cache

from factcheck.language.clausal import Clause, ClauseKind
from factcheck.language.predicates import INTRANSITIVE, Predicate, predicates
from factcheck.language.reporting import SAYING
from factcheck.language.tagging import NOMINAL, Token, plural
from factcheck.language.verbs import FORMS

_RELATIVE = frozenset("who whom whose which".split())
_THAT = _RELATIVE | {"that"}
_DIVIDING = frozenset({"PUNCT", "CONJ", "SUB", "PREP"})
"""Tags of the words at which a clause may begin or end, those of `_THAT` aside."""
_OPENERS = frozenset("after before since until till as once like".split())
"""Prepositions that also open a clause."""
_CONDITIONS = frozenset("when because although though while if unless".split())
_NESTED: frozenset[ClauseKind] = frozenset(
    ("relative", "subordinate", "complement", "participle", "gerund", "infinitive", "aside")
)
DEEPEST = 12
"""Clauses that may stand within each other."""
_DASHES = "–—"
_MEASURING = frozenset({"ADV", "NUM", "TIME", "DET", "ADJ"})
_SPANS = frozenset("day week month year hour minute decade moment".split())
_NEAR = 3
"""Words that may stand before the preposition that opens a clause ("two weeks after")."""


class _Cutter:
    """Reads a sentence from left to right with the clauses that are open."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.clauses: list[Clause] = []
        self.open: list[Clause] = []
        self.divider = -1
        """The last conjunction, comma or other mark since the last verb."""
        self.junction = -1
        """The last conjunction after a comma since the last verb."""
        self.opener = -1
        """The last preposition since the last verb that may open a clause."""
        self._push("main", 0)

    def cut(self) -> list[Clause]:
        """The clauses in order of their start."""
        tokens, count = self.tokens, len(self.tokens)
        dividing = [place for place, token in enumerate(tokens) if token.tag in _DIVIDING or token.lower in _THAT]
        found = [*predicates(tokens)]
        number = place = 0
        while number < len(found) or place < len(dividing):
            if number == len(found) or (place < len(dividing) and dividing[place] < found[number].start):
                self._word(dividing[place])
                place += 1
                continue
            predicate = found[number]
            number += 1
            if self._stands_for_finite(predicate, found[number] if number < len(found) else None):
                self._finite(predicate._replace(form="finite", passive=False))
            elif predicate.form == "finite":
                self._finite(self._as_headline(predicate))
            else:
                self._nonfinite(predicate)
            self.divider = self.opener = self.junction = -1
            while place < len(dividing) and dividing[place] < predicate.end:
                place += 1
        while self.open:
            self._pop(count)
        for clause in self.clauses:
            if clause.predicate is None and clause.kind == "main":
                self._promote(clause)
        return self.clauses

    def _promote(self, clause: Clause) -> None:
        """Makes a participle the verb of a clause that has no other ("Two men killed in crash")."""
        for inner in clause.inner:
            predicate = inner.predicate
            if inner.kind != "participle" or predicate is None or predicate.start == clause.start:
                continue
            if self.tokens[predicate.start - 1].tag in (*NOMINAL, "PRON", "ADV"):
                passive = self.tokens[-1].text != "." and self.tokens[predicate.head].lemma not in INTRANSITIVE
                clause.predicate = predicate._replace(form="finite", passive=passive)
                clause.inner.remove(inner)
                for nested in inner.inner:
                    nested.parent = clause.number
                clause.inner += inner.inner
                inner.predicate, inner.end = None, inner.start
            return

    def _stands_for_finite(self, predicate: Predicate, following: Predicate | None) -> bool:
        """Whether a participle is its clause's verb all the same ("…, and four trains stood in water")."""
        if predicate.form != "participle" or predicate.start == 0 or self.tokens[-1].text != ".":
            return False
        between = self.tokens[predicate.end : following.start] if following is not None else ()
        top = self._top
        if top.predicate is None and any(token.text in (":", ";") for token in between):
            return self.tokens[predicate.head].lemma in INTRANSITIVE
        if top.predicate is None and top.kind == "main" and predicate.start > top.start:
            opened = any(token.lower in _OPENERS or token.lower in _CONDITIONS for token in between)
            if opened and self.tokens[predicate.head].lemma in INTRANSITIVE:
                return self.tokens[predicate.start - 1].tag in (*NOMINAL, "PUNCT")
            if following is not None and self.tokens[following.head].lower in SAYING and following.form == "finite":
                return any(token.text == "," for token in between)
            if self.tokens[predicate.head].tag == "PAST":
                if following is None or following.form != "finite":
                    return True
                return self.tokens[following.start - 1].tag == "CONJ"
        if self.junction < 0 or self.junction + 1 >= predicate.start:
            return False
        if following is None or following.form != "finite":
            return True
        return any(token.tag in ("PUNCT", "CONJ", "SUB") for token in between)

    def _as_headline(self, predicate: Predicate) -> Predicate:
        """In a line without a full stop a bare past form without an object is passive ("Founder jailed")."""
        verb = self.tokens[predicate.head]
        bare = predicate.end == predicate.start + 1 and verb.tag == "PAST" and verb.lemma not in INTRANSITIVE
        if (
            not bare
            or self.tokens[-1].tag == "PUNCT"
            or predicate.start == 0
            or FORMS.get(verb.lower, ("",))[0] != "ed"
        ):
            return predicate
        following = self.tokens[predicate.end].tag if predicate.end < len(self.tokens) else "PUNCT"
        return predicate._replace(passive=True) if following in ("PREP", "PUNCT", "TIME", "ADJ") else predicate

    def _push(self, kind: ClauseKind, start: int, shares: int | None = None) -> Clause:
        while len(self.open) >= DEEPEST:
            self._pop(start)
        parent = self.open[-1] if self.open else None
        clause = Clause(len(self.clauses), kind, start, start, parent.number if parent else None, shares=shares)
        if parent is not None:
            parent.inner.append(clause)
        self.clauses.append(clause)
        self.open.append(clause)
        return clause

    def _pop(self, end: int) -> Clause:
        clause = self.open.pop()
        while end > clause.start + 1 and self.tokens[end - 1].tag in ("PUNCT", "CONJ"):
            end -= 1
        clause.end = end
        return clause

    @property
    def _top(self) -> Clause:
        return self.open[-1]

    def _word(self, place: int) -> None:
        token = self.tokens[place]
        if token.tag == "PUNCT":
            self._mark(place, token.text)
        elif token.tag == "CONJ":
            self.divider = place
            if token.lower == "but" or (place and self.tokens[place - 1].text == ","):
                self.junction = place
        elif token.lower in _RELATIVE:
            self._relative(place)
        elif token.lower == "that" and self._that(place, token):
            pass
        elif token.lower == "that" and token.tag == "DET" and self._relates(place):
            self._push("relative", place)
        elif token.tag == "SUB":
            self._subordinate(place, token)
        elif token.tag == "PREP" and token.lower in _OPENERS:
            self.opener = place

    def _mark(self, place: int, mark: str) -> None:
        if mark == ";":
            while len(self.open) > 1:
                self._pop(place)
            if self._top.predicate is not None:
                self._pop(place)
                self._push("main", place + 1)
            return
        if mark == "(":
            self._push("aside", place + 1)
        elif mark == ")":
            if any(clause.kind == "aside" for clause in self.open):
                while self._pop(place).kind != "aside":
                    pass
        elif mark in ",:" or mark in _DASHES:
            if self._top.predicate is not None and self._top.kind in _NESTED:
                self._top.closable = place
            self.divider = place

    def _relative(self, place: int) -> None:
        self._split_off()
        before = place - 1
        start = before if before >= 0 and self.tokens[before].tag == "PREP" else place
        if self._top.closable == before and len(self.open) > 1 and self._top.kind != "subordinate":
            self._pop(before)
        self._push("relative", start)

    def _that(self, place: int, token: Token) -> bool:
        """Whether "that" opens what a verb of saying says; then the clause is begun."""
        if place == 0 or self.tokens[place - 1].tag == "PREP":
            return False
        saying = next((one for one in reversed(self.open) if self._says(one)), None)
        if saying is None or any(one.kind == "complement" for one in saying.inner):
            return False
        assert saying.predicate is not None
        if saying.predicate.end != place and (token.tag == "DET" or saying is self._top):
            following = self.tokens[place + 1] if place + 1 < len(self.tokens) else token
            if not (following.tag in ("DET", "PRON", "PROPER", "NUM") or plural(following)):
                return False
        while self._top is not saying:
            self._pop(place)
        self._push("complement", place)
        return True

    def _relates(self, place: int) -> bool:
        """Whether "that" between a noun and a name opens a relative clause ("the trains that Kenya ordered")."""
        following = self.tokens[place + 1].tag if place + 1 < len(self.tokens) else "PUNCT"
        return place > 0 and self.tokens[place - 1].tag in NOMINAL and following in ("PROPER", "DET", "PRON")

    def _says(self, clause: Clause) -> bool:
        return clause.predicate is not None and self.tokens[clause.predicate.head].lower in SAYING

    def _split_off(self) -> None:
        """Before a nested clause: what a comma and a conjunction set apart waits for a verb of its own."""
        if self.junction >= 0 and self._top.predicate is not None and self._top.kind in ("main", "coordinate"):
            self._pop(self.junction)
            self._push("main", self.junction + 1)

    def _subordinate(self, place: int, token: Token) -> None:
        before = self.tokens[place - 1] if place else None
        if token.lower == "that" and before is not None and before.tag in (*NOMINAL, "PRON", "NUM"):
            self._push("relative", place)
        elif token.lower == "that":
            self._push("complement", place)
        else:
            self._push("subordinate", place)

    def _finite(self, predicate: Predicate) -> None:
        top = self._top
        if top.predicate is None:
            top.predicate = predicate
            if top.kind == "main" and self._opens(top.start):
                top.kind = "subordinate"
            return
        waiting = next((clause for clause in reversed(self.open) if clause.predicate is None), None)
        joined = self._joined(predicate.start)
        conjoined = joined and self.tokens[self.divider].tag == "CONJ"
        if waiting is not None and not conjoined and (self.divider < 0 or top.closable >= 0):
            while self._top is not waiting:
                clause = self._top
                self._pop(clause.closable if clause.closable >= 0 else predicate.start)
            waiting.predicate = predicate
        elif joined:
            self._coordinate(predicate)
        elif self.divider >= 0:
            self._sibling(predicate, self.divider)
        else:
            self._unmarked(predicate)

    def _opens(self, start: int) -> bool:
        """Whether the last preposition opens the clause that begins at `start` ("two weeks after …")."""
        if self.opener < start or self.opener - start > _NEAR or self.divider > self.opener:
            return False
        return all(token.tag in _MEASURING or token.lemma in _SPANS for token in self.tokens[start : self.opener])

    def _joined(self, place: int) -> bool:
        """Whether a conjunction or a comma stands directly before a verb."""
        place -= 1
        while place > 0 and self.tokens[place].tag in ("ADV", "NOT"):
            place -= 1
        return place >= 0 and self.divider == place

    def _coordinate(self, predicate: Predicate) -> None:
        """A further predicate of the same subject."""
        while len(self.open) > 1 and self._is_nonfinite(self._top):
            self._pop(self.divider)
        if len(self.open) > 1 and 0 <= self._top.closable < self.divider:
            self._pop(self._top.closable)
        former = self._pop(self.divider)
        if former.predicate is not None and former.predicate.passive and self._goes_on_passive(predicate):
            predicate = predicate._replace(passive=True)
        self._push("coordinate", predicate.start, shares=former.number).predicate = predicate

    def _goes_on_passive(self, predicate: Predicate) -> bool:
        """Whether a bare past form goes on a passive ("was bought and taken apart")."""
        verb = self.tokens[predicate.head]
        if predicate.end != predicate.start + 1 or verb.tag not in ("PAST", "PART") or verb.lemma in INTRANSITIVE:
            return False
        following = self.tokens[predicate.end].tag if predicate.end < len(self.tokens) else "PUNCT"
        return following in ("PREP", "PUNCT", "CONJ", "SUB", "ADV", "TO", "TIME")

    def _is_nonfinite(self, clause: Clause) -> bool:
        return clause.kind in ("participle", "gerund", "infinitive")

    def _sibling(self, predicate: Predicate, divider: int) -> None:
        """A clause with its own subject after a comma or conjunction."""
        while len(self.open) > 1 and self._top.kind in _NESTED and self._top.kind not in ("complement", "aside"):
            self._pop(divider)
        if self._top.kind == "aside" or self._top.predicate is None:
            self._push("main", divider + 1).predicate = predicate
            return
        if self.opener > divider:
            self._push("subordinate", divider + 1).predicate = predicate
            return
        is_complement = self._top.kind == "complement" and self.tokens[divider].tag == "CONJ"
        while len(self.open) > 1 and self._top.kind == "complement":
            self._pop(divider)
            if is_complement:
                break
        if not is_complement:
            self._pop(divider)
        self._push("complement" if is_complement else "main", divider + 1).predicate = predicate

    def _unmarked(self, predicate: Predicate) -> None:
        """A verb that nothing divides from the verb before: a clause said, or a participle taken for a verb."""
        former = self._top.predicate
        assert former is not None
        verb = self.tokens[former.head]
        if self._led_astray():
            self._pop(predicate.start)
            self._top.predicate = predicate
        elif self.opener >= former.end:
            self._push("subordinate", self.opener).predicate = predicate
        elif verb.lower not in SAYING and self._follows_noun(predicate):
            self._push("participle", predicate.start).predicate = predicate._replace(form="participle", passive=True)
        elif verb.lower in SAYING or former.end >= predicate.start or not self._may_be_participle(former):
            self._push("complement", former.end).predicate = predicate
        else:
            owner = self._top
            self._push("participle", former.start)
            self._top.predicate = former._replace(form="participle", passive=True)
            self._pop(predicate.start)
            owner.predicate = predicate

    def _led_astray(self) -> bool:
        """Whether the outer clause's verb was a participle, now that a second verb comes for it; then it is made one.

        "The number of people killed when a ferry sank rose": "killed" is no verb of "the number".
        """
        top = self._top
        outer = self.open[-2] if len(self.open) > 1 and top.kind in ("subordinate", "relative") else None
        former = outer.predicate if outer is not None else None
        if outer is None or former is None or outer.kind != "main" or not self._may_be_participle(former):
            return False
        verb = self.tokens[former.head]
        bare = self.tokens[former.start - 1].tag in NOMINAL and former.end == top.start
        if not bare or verb.lemma in INTRANSITIVE or verb.lower in SAYING or FORMS.get(verb.lower, ("",))[0] != "ed":
            return False
        participle = Clause(len(self.clauses), "participle", former.start, top.start, outer.number)
        participle.predicate = former._replace(form="participle", passive=True)
        outer.inner.append(participle)
        self.clauses.append(participle)
        return True

    def _follows_noun(self, predicate: Predicate) -> bool:
        """Whether a bare past form stands between its noun and a preposition ("the jets delivered to")."""
        verb = self.tokens[predicate.head]
        if predicate.end != predicate.start + 1 or verb.tag != "PAST" or verb.lemma in INTRANSITIVE:
            return False
        following = self.tokens[predicate.end].tag if predicate.end < len(self.tokens) else "PUNCT"
        return self.tokens[predicate.start - 1].tag in NOMINAL and following in ("PREP", "TO", "TIME")

    def _may_be_participle(self, former: Predicate) -> bool:
        single = former.end == former.start + 1
        return single and former.start > 0 and self.tokens[former.start].tag == "PAST" and not former.auxiliary

    def _nonfinite(self, predicate: Predicate) -> None:
        top = self._top
        start = predicate.start
        if start and predicate.form == "gerund" and self.tokens[start - 1].tag == "PREP":
            start -= 1
        waits = top.predicate is None and top.kind in ("relative", "subordinate", "complement")
        has_subject = start > top.start + 1 and self.tokens[start - 1].tag in (*NOMINAL, "PRON")
        if waits and has_subject and predicate.form == "participle":
            top.predicate = predicate._replace(form="finite", passive=False)
            return
        if self._joined(predicate.start) and top.predicate is not None and self.tokens[self.divider].tag == "CONJ":
            if predicate.form == "participle" and top.predicate.passive and top.predicate.form == "finite":
                self._coordinate(predicate._replace(form="finite"))
                return
            if top.predicate.form == predicate.form and self._is_nonfinite(top):
                former = self._pop(self.divider)
                self._push(former.kind, start, shares=former.number).predicate = predicate
                return
        if self._is_nonfinite(top) and top.closable >= 0:
            self._pop(top.closable)
        kind: ClauseKind = predicate.form if predicate.form != "finite" else "main"
        self._push(kind, start).predicate = predicate


def clauses(tokens: Sequence[Token]) -> list[Clause]:
    """The clauses of a sentence, in order of where they were begun; linear, and never raises."""
    return list(_kept(tuple(tokens))) if tokens else []


@lru_cache(maxsize=4096)
def _kept(tokens: tuple[Token, ...]) -> tuple[Clause, ...]:
    return tuple(_Cutter(tokens).cut())
