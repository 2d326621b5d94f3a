"""Whether the passages on which a sentence rests assert what it asserts.

That they have its figures and its words is not enough: they must tell the same deed, of the same doer, the same way,
as done and not as asked for, and of as many. Where they say the contrary, they contradict; where they do not say it in
so many words, a person has to look.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from factcheck.contexts.things import any_akin
from factcheck.gate.answers import Answer, first, of_passage
from factcheck.gate.asserting import Act, acts_of
from factcheck.gate.desk import Desk
from factcheck.gate.passages import Passage
from factcheck.gate.prose import COVERED_CITED, denies
from factcheck.identity import name_key, same_name
from factcheck.language.degrees import COMPARATIVES, DOWNWARD, SUPERLATIVES
from factcheck.language.reporting import SAYING
from factcheck.language.tagging import tag
from factcheck.records.mention import NameMention, QuotationMention
from factcheck.wording import content

MOST_LIKE, MOST_BESIDE = 4, 2
"""Passages of cited sources like a sentence, and passages on which it rests that are read with those beside them."""
_LIMITED = re.compile(
    r"\b(?:only|because|fully|entirely|completely|enough|immediately|necessarily|always|just|merely|all|yet|until|before"
    r"|without|longer)\b",
    re.I,
)
"""Words that limit a denial, so that it is not one of the whole."""
_SO_FAR = re.compile(r"\b(?:yet|so far|still|until now|up to now|as yet)\b", re.I)
_PLEAS = frozenset(
    "claim complaint appeal application request petition motion action suit lawsuit case bid proposal plea challenge"
    " objection demand".split()
)
LIGHT = frozenset(
    "be have do make take give get go come say tell see use ask put set know think feel find keep let seem become"
    " remain stay stand lie sit call name mean show want need try happen begin start continue work live hold bring"
    " turn run look leave expect hope believe add count cost last amount total".split()
)
"""Verbs that say too little for a passage to have to hold them."""


def held_to(passage: Passage, answer: Answer, desk: Desk, bare: bool) -> Answer | None:
    """The answer on a sentence that seems to be borne out, where its passages do not assert what it asserts.

    `bare` is set for a sentence without figures, dates and quotations: it rests on its words alone.
    """
    near = _resting(answer, desk)
    if not near:
        return None
    beside = [one for each in near[:MOST_BESIDE] for one in _beside(each, desk)]
    around = list(dict.fromkeys((*near, *islice(_like(passage, desk), MOST_LIKE), *beside)))
    theirs = [act for one in around for act in acts_of(one)]
    own = _own_acts(passage)
    for act in own:
        told = [one for one in theirs if act.figures & one.figures]
        others = [one for one in theirs if not act.figures or not one.figures]
        against = _against(act, told or others) or _swapped(act, told or others)
        if told and against is None and not any(_is_same(act, one) for one in told):
            against = _against(act, others)
        if against is not None:
            return _contradicted(against.passage)
    turned = _turned_round(passage, around) or _excepted(passage, around) or _refused(own, theirs, desk)
    turned = turned or _not_by_it(own, theirs)
    if turned is not None:
        return _contradicted(turned)
    why = next(filter(None, (_doubt(act, theirs, around, bare) for act in own)), None)
    why = why or _uncounted(passage, around)
    return Answer("not-checked", why, first(of_passage(one, None) for one in near)) if why else None


def _contradicted(passage: Passage) -> Answer:
    told = f"{passage.source} says otherwise: “{passage.text}”"
    return Answer("contradicted", told, (of_passage(passage, "b"),))


def _resting(answer: Answer, desk: Desk) -> list[Passage]:
    """The passages on which an answer rests."""
    found = (one.passage or desk.shelves.at(one.source, one.start) for one in answer.for_it)
    return list(dict.fromkeys(filter(None, found)))


def _like(passage: Passage, desk: Desk) -> Iterator[Passage]:
    """The passages of cited sources that say much of a sentence."""
    cites = desk.cites(passage)
    for one in desk.like(passage):
        if one.source in cites and desk.shelves.cover(passage, one) >= COVERED_CITED:
            yield one


def _beside(passage: Passage, desk: Desk) -> Iterable[Passage]:
    return desk.shelves.beside(passage) if passage.block.kind != "table-cell" else ()


def _own_acts(passage: Passage) -> list[Act]:
    """What a sentence of a draft itself asserts, quoted words left aside."""
    quoted = [
        one
        for one in passage.study.mentions.get("quotation", ())
        if isinstance(one, QuotationMention) and one.start < passage.end and passage.start < one.end
    ]
    return [] if quoted or passage.text.endswith("?") else list(acts_of(passage))


# What says the contrary


def _against(act: Act, theirs: Sequence[Act]) -> Act | None:
    """The clause that tells the contrary of one, where none tells the same."""
    about = [one for one in theirs if one.is_real == act.is_real and _is_about(act, one)]
    if any(_is_same(act, one) for one in about):
        return None
    return next((one for one in about if _is_contrary(act, one)), None)


def _is_about(one: Act, other: Act) -> bool:
    """Whether two clauses are about the same: who takes part in the one takes part in the other, or one figure is told
    in both.
    """
    shared = one.figures & other.figures
    if shared and (one.nouns & other.nouns or not other.parties or len(shared) > 1):
        return True
    for ours, there in ((one.agent, other.agent), (one.object, other.object)):
        if ours and there and not ours & there:
            return _is_all_denied(one, other)
    if one.parties & other.parties or len(one.nouns & other.nouns) > 1:
        return True
    if one.nouns and one.nouns <= other.nouns and one.acts & other.acts:
        return True
    return bool(one.acts & other.acts - LIGHT) and other.negated and not other.nouns - other.acts


def _is_all_denied(one: Act, other: Act) -> bool:
    """Whether all that a clause names is named where something is denied ("none of the deaths was due to the drug")."""
    plain = other.negated and other.verb in ("", "be") and bool(one.acts - LIGHT)
    return plain and len(one.nouns) > 1 and one.nouns <= other.nouns


def _is_same(one: Act, other: Act) -> bool:
    if one.way and other.way and one.subject & other.subject:
        return one.way == other.way
    common = [other.sides[scale] == side for scale, side in one.sides.items() if scale in other.sides]
    if common:
        return all(common)
    if one.negated != other.negated:
        return False
    return bool(one.acts & other.acts - LIGHT) or (bool(one.acts & other.acts) and one.nouns <= other.nouns)


def _is_contrary(one: Act, other: Act) -> bool:
    """Whether one of two clauses about the same says the contrary of the other."""
    if one.way and other.way and one.way != other.way and one.subject & other.subject:
        return True
    if any(scale in other.sides and other.sides[scale] != side for scale, side in one.sides.items()):
        return True
    if one.negated != other.negated and (one.acts & other.acts - LIGHT or _is_all_denied(one, other)):
        denial = one if one.negated else other
        return _LIMITED.search(denial.text) is None and _SO_FAR.search(denial.passage.text) is None
    return False


def _swapped(act: Act, theirs: Sequence[Act]) -> Act | None:
    """The clause that tells a deed of one of two people or bodies, where the sentence tells it of the other."""
    alike = [
        one
        for one in theirs
        if act.acts & one.acts and act.agent and one.is_real == act.is_real and one.negated == act.negated
    ]
    if any(act.is_of(one) for one in alike):
        return None
    return next((one for one in alike if _are_two(act, one)), None)


def _are_two(act: Act, other: Act) -> bool:
    """Whether the doers of two clauses are two: both named, or the one undergoes what it is said to do."""
    if act.agent & other.object and not act.object & other.object:
        return True
    if not other.agent or not (act.object & other.object or act.figures & other.figures):
        return False
    if not act.acts & other.acts - LIGHT:
        return "say" in act.acts & other.acts and act.names <= other.passage.parts and bool(act.names and other.names)
    names = [_named(act), _named(other)]
    if all(names):
        return all(same_name(one, two) == "different" for one in names[0] for two in names[1])
    return bool(act.agent & (other.nouns - other.agent))


def _named(act: Act) -> list[str]:
    """The people and bodies by name that do what a clause tells."""
    names = [one for one in act.passage.mentions("name") if isinstance(one, NameMention)]
    return [one.entity for one in names if set(name_key(one.entity).split()) <= act.agent]


_THAN = re.compile(r"\bthan\b(?P<other>[^,.;:()]{2,80})", re.I)
_TOLD = frozenset({"NOUN", "PROPER", "TIME", "GER"})


@lru_cache(maxsize=4096)
def _compared(text: str) -> tuple[frozenset[str], frozenset[str], int] | None:
    """What is compared with what in a sentence, and whether it is more or less; null where nothing is."""
    than = _THAN.search(text)
    if than is None:
        return None
    tokens = tag(text)
    degree = [one for one in tokens if one.start < than.start() and one.lower in COMPARATIVES]
    if not degree:
        return None
    way = -1 if COMPARATIVES[degree[-1].lower] in DOWNWARD | {"bad"} else 1
    sides = [
        frozenset(_stem(one.lemma) for one in tokens if first <= one.start < last and one.tag in _TOLD)
        for first, last in ((0, degree[-1].start), than.span("other"))
    ]
    return sides[0] - sides[1], sides[1] - sides[0], way


def _stem(word: str) -> str:
    """A word without the ending by which a verb is a noun ("bathing", "bathe")."""
    return word.removesuffix("ing").removesuffix("e") if len(word) > len("being") else word.removesuffix("e")


def _turned_round(passage: Passage, around: Iterable[Passage]) -> Passage | None:
    """The passage that says of two the contrary way which is more, or does more."""
    ours = _compared(passage.text)
    if ours is None or not ours[0] or not ours[1]:
        return None
    for one in around:
        theirs = _compared(one.text)
        if theirs is not None:
            straight = bool(ours[0] & theirs[0] and ours[1] & theirs[1])
            crossed = bool(ours[0] & theirs[1] and ours[1] & theirs[0])
            if straight != crossed and straight == (ours[2] != theirs[2]):
                return one
    return None


_EXCEPT = re.compile(
    r"\b(?:except|apart from|other than|but not|with the exception of|save)\b(?P<what>[^,.;:()]{2,60})", re.I
)


def _excepted(passage: Passage, around: Iterable[Passage]) -> Passage | None:
    """The passage that excepts what a sentence tells of ("except in the north bay")."""
    if _EXCEPT.search(passage.text) or denies(passage):
        return None
    own = frozenset(map(_stem, content(passage.text)[0]))
    for one in around:
        what = _EXCEPT.search(one.text)
        named = frozenset(map(_stem, content(what["what"])[0])) if what else frozenset()
        rest = frozenset(map(_stem, content(one.text[: what.start()])[0])) if what else frozenset()
        if named and named <= own and (own - named) & rest:
            return one
    return None


_NOT_BY = re.compile(r"\bnot (?:of|by|because of|due to|through|from|as a result of)\b(?P<what>[^,.;:()]{3,60})", re.I)


def _not_by_it(own: Sequence[Act], theirs: Sequence[Act]) -> Passage | None:
    """The passage by which something did not come of what a sentence says that it came of."""
    for act in own:
        for one in theirs:
            what = _NOT_BY.search(one.passage.text) if act.acts & one.acts - LIGHT and not act.negated else None
            if what is not None and act.agent & content(what["what"])[0]:
                return one.passage
    return None


def _refused(own: Sequence[Act], theirs: Sequence[Act], desk: Desk) -> Passage | None:
    """The passage by which a plea was turned down, where a sentence tells as done what was asked for in it."""
    for act in own:
        asked = [one for one in theirs if act.is_real and act.acts & one.acts - LIGHT and act.object & one.object]
        if not asked or any(one.is_real for one in asked) or act.negated:
            continue
        for source in dict.fromkeys(one.source for one in (each.passage for each in asked)):
            for one in desk.shelves.of_source(source):
                pleads = not _PLEAS.isdisjoint(_WORDS.findall(one.text.lower()))
                if pleads and any(each.is_real and each.sides.get("plea") is False for each in acts_of(one)):
                    return one
    return None


# What is not said


def _doubt(act: Act, theirs: Sequence[Act], around: Sequence[Passage], bare: bool) -> str:
    """Why a clause is not borne out in so many words; empty where it is, or nothing can be told of it."""
    alike = [one for one in theirs if act.acts & one.acts - LIGHT and _is_about(act, one)]
    if act.is_real and alike and not any(one.is_real for one in alike):
        return f"That it was asked for, meant or expected is said, not that it was done: “{alike[0].whole}”"
    doers = [one for one in theirs if act.acts & one.acts - LIGHT and one.object & act.object and one.agent]
    if act.agent and doers and not any(act.is_of(one) or _may_be_one(act, one) for one in doers):
        return f"{doers[0].passage.source} tells it of somebody else, or calls him otherwise: “{doers[0].whole}”"
    if bare and act.is_real and act.acts - LIGHT - SAYING and not _is_borne(act, theirs, around):
        return f"No source says “{act.verb.replace('-', ' ')}” of this in these words."
    return ""


def _may_be_one(act: Act, other: Act) -> bool:
    """Whether a noun may be for what the other names, or two nouns for one."""
    return bool(act.names) != bool(other.names) or any_akin(act.agent - act.names, other.agent - other.names)


def _is_borne(act: Act, theirs: Sequence[Act], around: Sequence[Passage]) -> bool:
    """Whether a clause's verb is told by a passage: in its word, in another of its meaning, or as a noun."""
    if any(one.acts & act.acts or _is_same(act, one) for one in theirs):
        return True
    return any(act.acts & one.words for one in around)


_AMOUNTS = {
    "all": "all every everybody everyone everything each both whole entire entirely always any throughout no nobody"
    " none never total only without",
    "most": "most mostly mainly majority chiefly predominantly largely thirds quarters",
    "only": "only sole solely alone single exclusively nobody none just one no other",
    "first": "first earliest original originally initially never new before began begin debut second"
    " once unprecedented",
}
_CLASSES = {name: frozenset(words.split()) for name, words in _AMOUNTS.items()}
_SAID = {
    "all": "all", "every": "all", "everybody": "all", "everyone": "all", "always": "all",
    "most": "most", "mostly": "most", "only": "only", "solely": "only", "first": "first",
}  # fmt: skip
_WORDS = re.compile(r"[a-z]+")
_NO_AMOUNT = re.compile(
    r"\b(?:(?:at|in|after|above|of|over|it|them|us|that|what|for) all"
    r"|all (?:but|the same|over|along|day|night|year|too|at once)"
    r"|what every(?:one|body)|every(?: \w{1,20})? (?:second|other|morning|evening|day|week|month|year|few|hour)s?"
    r"|(?:not|if|but|can|could|needed|took|had) only"
    r"|only (?:after|when|if|since|then|in|on|about|some|recently|just|to)"
    r"|(?:at|for) (?:most|first|the most|the first)|most recent(?:ly)?|most (?:likely|probably)|first and foremost"
    r"|first (?:of all|half|quarter|year|month|week|day|minister|name|floor|class|person|aid|time))\b",
    re.I,
)


def _uncounted(passage: Passage, around: Sequence[Passage]) -> str:
    """Why a sentence that says something of all, of most, of one only is not borne out by passages that do not."""
    if any(isinstance(one, QuotationMention) for one in passage.mentions("quotation")):
        return ""
    said = _WORDS.findall(_NO_AMOUNT.sub(" ", passage.text).lower())
    there = frozenset(word for one in around for word in _WORDS.findall(one.text.lower()))
    for word in said:
        name = _SAID.get(word)
        if name and not _CLASSES[name] & there and not (name == "most" and any(map(SUPERLATIVES.get, there))):
            return f"No passage says “{word}” of this."
    return ""
