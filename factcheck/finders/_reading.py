"""Reads a sentence's clauses in order and tells what happens in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from factcheck.finders._gapping import has_gap, parts
from factcheck.finders._happening import happening
from factcheck.finders._manner import denies, is_negated, modality_of, status_of
from factcheck.finders._nominal import action, followers, nominals, ordinal_of, roles_of_noun
from factcheck.finders._nounphrases import Phrase, Words, phrases
from factcheck.finders._reference import Memory
from factcheck.finders._roles import Casting, Roles, bare, is_party
from factcheck.language.clausal import Clause
from factcheck.language.clauses import clauses
from factcheck.language.concepts import TRANSFERS
from factcheck.language.nouns import singular
from factcheck.language.predicates import Predicate
from factcheck.language.reporting import SAYING
from factcheck.language.tagging import words_in
from factcheck.language.verbs import FORMS
from factcheck.records.base import unchecked
from factcheck.records.mention import EventMention

_OBJECT_CONTROL = frozenset(
    "order ask urge tell allow force invite require permit help persuade hire enable cause encourage instruct warn "
    "want expect advise authorise authorize get lead push press prompt".split()
)
"""Verbs whose object does what "to" and a verb say ("ordered the army to leave")."""
_OPENING = frozenset(("after", "before", "since", "until", "till", "as", "once", "like"))
_SETTING = frozenset(("in", "at", "near", "from", "outside", "off", "on"))


@dataclass(slots=True)
class Read:
    """What was read of a clause."""

    clause: Clause
    subject: list[str] = field(default_factory=list)
    subject_phrase: Phrase | None = None
    objects: list[str] = field(default_factory=list)
    verb: str = ""
    said_by: tuple[str, ...] = ()
    events: list[EventMention] = field(default_factory=list)


class SentenceReader:
    """Reads one sentence.

    `signature` is what its mentions carry as their finder, `actor` who acts where a clause does not say
    (the actor of a list's heading).
    """

    def __init__(self, words: Words, memory: Memory, signature: str, actor: tuple[str, ...] = ()) -> None:
        self.words = words
        self.tokens = words.tokens
        self.memory = memory
        self.signature = signature
        self.actor = actor
        self.held = words_in(words.text)
        self.casting = Casting(words, memory.resolve)
        self.clauses = clauses(words.tokens)
        self.read: list[Read] = [Read(clause) for clause in self.clauses]

    def events(self) -> Iterator[EventMention]:
        """What happens, in the order of the clauses."""
        sayers = self._according()
        for clause in self.clauses:
            self._clause(clause, sayers)
        self._tails()
        for read in self.read:
            for event in read.events:
                yield event if not read.said_by or event.said_by else event.but(said_by=read.said_by)

    def heading(self) -> EventMention | None:
        """The happening that a heading names with who or where ("Visits by X to Y"), over the whole heading."""
        found = phrases(self.words, 0, len(self.tokens))
        for place, phrase in enumerate(found):
            concept = action(self.words, phrase)
            if concept is None:
                continue
            roles = Roles()
            roles_of_noun(self.casting, phrase, list(followers(found, place)), concept, roles)
            if roles.agent or roles.recipient or roles.to or roles.from_:
                lemma = singular(self.tokens[phrase.head].lower)
                return self._mention((0, len(self.tokens)), lemma, concept, roles)
        return None

    def _clause(self, clause: Clause, sayers: tuple[str, ...]) -> None:
        read = self.read[clause.number]
        skip = sorted((one.start, one.end) for one in clause.inner if one.end > one.start) if clause.inner else ()
        if clause.predicate is None:
            found = phrases(self.words, clause.start, clause.end, skip)
            read.events += self._nominals(found, direct=None, fragment=True)
            return
        predicate = clause.predicate
        before = phrases(self.words, clause.start, predicate.start, skip)
        after = phrases(self.words, predicate.end, clause.end, skip)
        self._find_subject(read, before)
        after = self._inverted(read, predicate, before, after)
        gap = self._antecedent(clause) if read.subject_phrase and has_gap(self.words, clause, before, after) else None
        if gap is not None and gap.start and self.tokens[gap.start - 1].tag in ("PREP", "TO"):
            gap = None  # "an email to the firm that she sent": of the two, the nearer may not be meant
        told = [gap, *after] if gap is not None else after
        lemma, concept, carrier = happening(self.words, predicate, read.subject_phrase, told)
        read.verb = lemma
        read.said_by = self._said_by(clause) or sayers
        roles = self._roles(read, predicate, before, after, lemma, concept, carrier)
        if gap is not None and carrier is None:
            roles.recipient = (*self.casting.actors([gap]), *roles.recipient)
        for start, end, part in self._gapped(clause, predicate, after, roles, lemma, concept):
            read.events.append(self._event(read, predicate, part, (start, end), lemma, concept, carrier, after))
        direct = after[0] if after and not after[0].before else None
        read.events += self._nominals(before, direct=carrier)
        read.events += self._nominals(after, direct=direct if direct is not carrier else carrier)
        self.memory.acted(read.subject[0] if read.subject else None)

    def _find_subject(self, read: Read, before: list[Phrase]) -> None:
        clause = read.clause
        predicate = clause.predicate
        assert predicate is not None
        if clause.shares is not None:
            shared = self.read[clause.shares]
            read.subject, read.subject_phrase = shared.subject, shared.subject_phrase
            return
        found = [phrase for phrase in bare(before) if not self._is_relative(phrase)] if before else []
        if clause.kind == "subordinate" and (not found or any(phrase.before in _OPENING for phrase in before)):
            opened = [phrase for phrase in before if phrase.before in _OPENING and not phrase.time]
            tied = [phrase for phrase in before if phrase.before and not phrase.time]
            found = [replace(phrase, before="") for phrase in (opened or tied)[:1]] or found
        elif clause.kind in ("relative", "participle") and not found:
            antecedent = self._antecedent(clause)
            found = [antecedent] if antecedent is not None else []
        if found:
            read.subject_phrase = found[0]
            read.subject = self.casting.subject(found)
            if self.actor and clause.kind == "main" and found[0].owner is not None:
                read.subject = [found[0].owner.entity]
        elif clause.kind == "gerund" and (accompanied := self._accompanied(clause)):
            read.subject = accompanied
        elif clause.parent is not None and clause.kind in ("participle", "gerund", "infinitive"):
            parent = self.read[clause.parent]
            controlled = clause.kind == "infinitive" and parent.verb in _OBJECT_CONTROL and parent.objects
            read.subject = list(parent.objects) if controlled else parent.subject
            parents = parent.clause.predicate
            if clause.kind == "infinitive" and parents is not None and parents.form == "participle" and parents.passive:
                read.subject = []
            elif parents is None:
                read.subject = self.casting.subject(bare(phrases(self.words, parent.clause.start, clause.start)))
        elif clause.kind == "main" and self.actor and self._is_third(predicate):
            read.subject = list(self.actor)

    def _accompanied(self, clause: Clause) -> list[str]:
        """Who acts in "with both sides promising …" and "from Norway holding …"."""
        found = phrases(self.words, max(0, clause.start - _WINDOW), clause.start)
        if not found or found[-1].last != clause.start:
            return []
        if found[-1].before != "with" and (found[-1].name is None or not found[-1].before):
            return []
        return self.casting.actors([replace(found[-1], before="")])

    def _is_third(self, predicate: Predicate) -> bool:
        """Whether a verb's own form asks for a subject: no imperative."""
        token = self.tokens[predicate.start]
        return token.tag in ("PAST", "AUX", "MODAL") or FORMS.get(token.lower, ("",))[0] == "third"

    def _inverted(self, read: Read, predicate: Predicate, before: list[Phrase], after: list[Phrase]) -> list[Phrase]:
        """For '", said Jane Roe' the subject is what follows the verb; gives back what follows the subject."""
        previous = self.tokens[predicate.start - 1] if predicate.start else None
        says = self.tokens[predicate.head].lower in SAYING and predicate.end == predicate.start + 1
        if before or not says or previous is None or previous.tag != "PUNCT" or not after or after[0].before:
            return after
        if read.clause.kind == "relative":
            return after
        read.subject_phrase = after[0]
        apposed = [one for one in after[:2] if not one.before]
        read.subject = self.casting.subject(bare(apposed))
        return [one for one in after if one not in apposed]

    def _is_relative(self, phrase: Phrase) -> bool:
        return phrase.pronoun and self.tokens[phrase.start].lower in ("who", "whom", "which", "that")

    def _antecedent(self, clause: Clause) -> Phrase | None:
        """The noun phrase directly before a relative clause or a participle."""
        end = clause.start
        while end > 0 and self.tokens[end - 1].tag == "PUNCT":
            end -= 1
        if end == 0:
            return None
        found = phrases(self.words, max(0, end - _WINDOW), end)
        if not found or found[-1].last != end:
            return None
        phrase = found[-1]
        aside = phrase.before in _SETTING and phrase.name is not None and phrase.name.type == "place"
        if aside and len(found) > 1 and not found[-2].time and self.tokens[clause.start].lower != "where":
            phrase = found[-2]
        wants_person = self.tokens[clause.start].lower in ("who", "whom")
        if wants_person and len(found) > 1 and _describes(phrase, found[-2]):
            phrase = found[-2]
        while phrase.of is not None and not (wants_person and phrase.name is not None and phrase.name.type == "person"):
            if phrase.name is None and phrase.of.name is None and not phrase.numeric:
                break
            if wants_person and phrase.of.name is not None and phrase.of.name.type != "person":
                break
            phrase = phrase.of
        return replace(phrase, before="", divider="")

    def _roles(
        self,
        read: Read,
        predicate: Predicate,
        before: list[Phrase],
        after: list[Phrase],
        lemma: str,
        concept: str | None,
        carrier: Phrase | None,
    ) -> Roles:
        roles = Roles()
        for phrase in before:
            if phrase.before and phrase is not read.subject_phrase:
                self.casting.locate(phrase, roles)
        self._own(read, carrier, before, concept, roles)
        kept = self._unclaimed(after, carrier)
        shown = [replace(one, numeric=True) if one is carrier else one for one in kept] if carrier is not None else kept
        verb = "be" if carrier is not None and carrier is read.subject_phrase else lemma
        self.casting.after(shown, verb, concept, roles, passive=predicate.passive)
        if carrier is not None and carrier in after and carrier.of is not None and not carrier.of.numeric:
            roles.recipient = (*roles.recipient, *self.casting.actors([carrier.of]))
        read.objects = self.casting.actors(phrase for phrase in roles.objects if not phrase.before)
        carried_by_subject = carrier is not None and carrier is read.subject_phrase
        if carried_by_subject:
            pass
        elif predicate.passive:
            named = lemma not in TRANSFERS or is_party(read.subject_phrase)
            roles.recipient = (*read.subject, *roles.recipient) if named else roles.recipient
        else:
            roles.agent = (*read.subject, *roles.agent)
        return roles

    def _own(self, read: Read, carrier: Phrase | None, before: list[Phrase], concept: str | None, roles: Roles) -> None:
        """What a noun of action in the subject brings to its verb ("the sale of X to Y was halted")."""
        phrase = read.subject_phrase
        if phrase is None or phrase not in before:
            return
        noun = action(self.words, phrase)
        predicate = read.clause.predicate
        if predicate is None or (carrier is not phrase and (noun is None or not predicate.passive)):
            return
        told = noun if noun and carrier is not phrase else concept or noun or ""
        roles_of_noun(self.casting, phrase, list(followers(before, before.index(phrase))), told, roles)

    def _unclaimed(self, after: list[Phrase], carrier: Phrase | None) -> list[Phrase]:
        """The phrases after a verb that no noun of action within them takes to itself."""
        kept: list[Phrase] = []
        claimed: set[int] = set()
        for place, phrase in enumerate(after):
            if place in claimed:
                continue
            kept.append(phrase)
            if phrase.before and phrase is not carrier and action(self.words, phrase) is not None:
                for offset, follower in enumerate(followers(after, place), start=place + 1):
                    if follower.before in ("to", "by", "from", "with", "between"):
                        claimed.add(offset)
        return kept

    def _gapped(
        self, clause: Clause, predicate: Predicate, after: list[Phrase], roles: Roles, lemma: str, concept: str | None
    ) -> Iterator[tuple[int, int, Roles]]:
        """The clause, cut where a figure is given anew for another partner ("$2 m to X and $3 m to Y")."""
        cuts = parts(after)
        if not cuts:
            yield clause.start, clause.end, roles
            return
        edges = [0, *cuts, len(after)]
        for first, last in pairwise(edges):
            part = Roles()
            self.casting.after(after[first:last], lemma, concept, part, passive=predicate.passive)
            whole = replace(roles, objects=part.objects)
            ties = {one.before for one in after[first:last]}
            for slot in ("from_", "to", "for_"):
                if slot.rstrip("_") in ties:
                    setattr(whole, slot, getattr(part, slot))
            whole.place = part.place or roles.place
            start = clause.start if first == 0 else after[first].start
            end = clause.end if last == len(after) else self._trimmed(after[last].start)
            yield start, end, whole

    def _trimmed(self, end: int) -> int:
        while end > 1 and self.tokens[end - 1].tag in ("PUNCT", "CONJ", "ADV"):
            end -= 1
        return end

    def _event(
        self,
        read: Read,
        predicate: Predicate,
        roles: Roles,
        span: tuple[int, int],
        lemma: str,
        concept: str | None,
        carrier: Phrase | None,
        after: list[Phrase],
    ) -> EventMention:
        clause = read.clause
        last = after[0].end if after and not after[0].before else predicate.end
        first = read.subject_phrase.start if read.subject_phrase is not None else predicate.start
        start = min(max(first, clause.start), predicate.start)
        negated = (predicate.negated or denies(self.held)) and is_negated(self.tokens, predicate, start, last)
        leading = self.read[clause.parent].verb if clause.parent is not None and clause.kind == "complement" else None
        status = None if negated else status_of(predicate, lemma, self.tokens)
        return self._mention(
            span, lemma, concept, roles,
            ordinal=ordinal_of(self.words, carrier), status=status, negated=negated,
            modality=modality_of(clause, leading, predicate, self.tokens, self.held), said_by=read.said_by,
        )  # fmt: skip

    def _mention(
        self,
        span: tuple[int, int],
        verb: str,
        concept: str | None,
        roles: Roles,
        *,
        ordinal: int | None = None,
        status: str | None = None,
        negated: bool = False,
        modality: str | None = "stated",
        said_by: tuple[str, ...] = (),
    ) -> EventMention:
        base = self.words.start
        return _made(
            start=base + self.tokens[span[0]].start, end=base + self.tokens[span[1] - 1].end, finder=self.signature,
            verb=verb, concept=concept, agent=_once(roles.agent), recipient=_once(roles.recipient),
            from_=_once(roles.from_), to=_once(roles.to), for_=_once(roles.for_), place=roles.place,
            ordinal=ordinal, status=status, negated=negated, modality=modality, said_by=said_by,
        )  # fmt: skip

    def _nominals(
        self, found: list[Phrase], direct: Phrase | None, *, fragment: bool = False
    ) -> Iterator[EventMention]:
        """Nouns of action with a figure or a time of their own; `direct` is left to its verb."""
        for noun in nominals(self.casting, found, direct, fragment=fragment):
            yield self._mention(noun.span, noun.lemma, noun.concept, noun.roles, ordinal=noun.ordinal)

    def _said_by(self, clause: Clause) -> tuple[str, ...]:
        """Who says a clause: the subject of the verb that it completes, or of those around it."""
        if clause.shares is not None:
            return self.read[clause.shares].said_by
        if clause.parent is None:
            return ()
        parent = self.read[clause.parent]
        if clause.kind == "complement" and parent.clause.predicate is not None:
            verb = self.tokens[parent.clause.predicate.head].lower
            if verb in SAYING and not parent.clause.predicate.passive:
                return (*parent.subject, *parent.said_by)
        return parent.said_by

    def _according(self) -> tuple[str, ...]:
        if "according" not in self.held:
            return ()
        for place, token in enumerate(self.tokens[:-1]):
            if token.lower == "according" and self.tokens[place + 1].lower == "to":
                found = phrases(self.words, place + 2, min(place + 2 + _WINDOW, len(self.tokens)))
                return tuple(self.casting.actors(found[:1]))
        return ()

    def _tails(self) -> None:
        """Gives what stands before "…, the minister said" to whoever says so."""
        last = self.read[-1]
        for read in reversed(self.read):
            if read.clause.kind in ("main", "coordinate") and read.clause.parent is None:
                last = read
                break
        predicate = last.clause.predicate
        if last.clause.number == 0 or predicate is None or not last.subject:
            return
        if any(one.kind == "complement" for one in last.clause.inner):
            return
        if self.tokens[predicate.head].lower in SAYING and not last.objects:
            for read in self.read[: last.clause.number]:
                read.said_by = read.said_by or tuple(last.subject)


_WINDOW = 14
_made = unchecked(EventMention)


def _once(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names)) if len(names) > 1 else tuple(names)


def _describes(phrase: Phrase, name: Phrase) -> bool:
    """Whether a noun says who the person named before it is ("Jane Roe, the firm's director, who …")."""
    person = name.name is not None and name.name.type == "person"
    return person and phrase.name is None and phrase.divider == "," and not phrase.before
