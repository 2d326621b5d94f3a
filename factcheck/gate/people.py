"""People in a draft: the posts that it gives them, and who is said to have said what."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.contexts.people import full_name, is_full_person, names_in, surname, without_title
from factcheck.contexts.words import SMALL, house, same_name_respelled
from factcheck.gate.answers import Answer, Held, first, has, of_passage, only, place_of, supported
from factcheck.gate.desk import Desk
from factcheck.gate.inventory import Thing, speaker_of
from factcheck.gate.passages import Passage
from factcheck.gate.prose import judge_prose
from factcheck.identity import country_of, name_key, same_name
from factcheck.language.nicknames import forms_of
from factcheck.language.nouns import singular
from factcheck.language.titles import HONORIFICS, POSTS, RANKS, bare
from factcheck.records.mention import EventMention, NameMention

Key = frozenset[str]

REACH = 120
"""Letters beside a name within which words tell its post."""

LEAST_LETTERS = 3
"""Letters of a word that tells one house from another, above this."""

_LESSER = frozenset({"deputy", "vice", "assistant", "under", "acting"})


_WORD = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*")
_SHORT = {
    "gen": "general", "lt": "lieutenant", "col": "colonel", "maj": "major", "capt": "captain", "sgt": "sergeant",
    "adm": "admiral", "brig": "brigadier", "cmdr": "commander", "sen": "senator", "rep": "representative",
    "ceo": "executive", "cfo": "finance", "pm": "premier",
}  # fmt: skip


def post_of(words: str) -> Key:
    """The words of a title that count, in one spelling: without articles, countries and forms of address."""
    plain = (bare(word) for word in _WORD.findall(re.sub(r"['’]s?\b", "", words)) if country_of(word) is None)
    known = (_SHORT.get(word, word) for word in plain if word not in SMALL and word not in HONORIFICS)
    return frozenset(house(singular(word)) for word in known)


class People:
    """The people whom the sources name, and what they call them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._found: dict[str, list[tuple[Passage, NameMention]]] = {}

    def _named(self, last: str) -> list[tuple[Passage, NameMention]]:
        """Where people of a last name are named."""
        if last not in self._found:
            shelves, found = self.desk.shelves, []
            for id, study in sorted(shelves.archive.studies.items()):
                known = shelves.shelved.get(id)
                for mention in names_in(study) if known is None or last in known.people else ():
                    if mention.type == "person" and surname(mention.entity) == last:
                        passage = shelves.at(id, mention.start)
                        found += [(passage, mention)] if passage is not None else []
            self._found[last] = found
        return self._found[last]

    def judge_title(self, thing: Thing) -> Answer:
        """Whether a source calls a person what the draft does."""
        mention = thing.mention
        assert isinstance(mention, NameMention)
        places = self._places(mention)
        title = ", ".join(mention.titles)
        if not places:
            return Answer("no-source-found", f"No source names {mention.name}.")
        ours = [key for words in mention.titles if (key := post_of(words))]
        held = [
            of_passage(passage, "a")
            for passage, there in places
            if all(self._called(passage, there, key) for key in ours)
        ]
        if held:
            return supported(self._cited_first(thing, held))
        others = [
            (passage, words, key)
            for passage, there in places
            for words in there.titles
            if (key := post_of(words)) and any(_excludes(one, key) for one in ours)
        ]
        if others:
            words = others[0][1]
            against = [of_passage(passage, "b", said) for passage, said, _ in others]
            told = f"{has(against[:2], words)} for {mention.name}, not {title}."
            right, place = self._right_title(thing, mention, [(said, key) for _, said, key in others])
            return Answer("contradicted", told, first(against), right, place=place)
        near = [of_passage(passage, None) for passage, _ in places]
        return Answer("not-checked", f"No source says whether {mention.name} is {title}.", first(near))

    def _right_title(
        self, thing: Thing, mention: NameMention, others: Sequence[tuple[str, Key]]
    ) -> tuple[str | None, tuple[int, int] | None]:
        """The one post that sources give somebody, and where the draft's stands beside the name."""
        if len(mention.titles) != 1 or len({key for _, key in others}) != 1:
            return None, None
        text, passage = self.desk.study.document.text, thing.passage
        start, end = max(passage.start, mention.start - REACH), min(passage.end, mention.end + REACH)
        place = place_of(mention.titles[0], text, start, end)
        if place is None:
            return None, None
        right = others[0][0]
        if right[:1].isupper() and text[place[0]].islower() and not right[:2].isupper():
            right = right[0].lower() + right[1:]
        return right, place

    def _places(self, mention: NameMention) -> list[tuple[Passage, NameMention]]:
        """Where the sources name the same person."""
        last = surname(mention.entity)
        wanted = full_name(self.desk.study, mention.entity)
        found = []
        for passage, there in self._named(last):
            theirs = full_name(passage.study, there.entity)
            if is_full_person(wanted) and is_full_person(theirs) and not _one_person(wanted, theirs):
                continue
            found.append((passage, there))
        return found

    def _called(self, passage: Passage, mention: NameMention, key: Key) -> bool:
        """Whether a source gives somebody a post: among the titles, or in the words beside the name."""
        theirs = [other for words in mention.titles if (other := post_of(words))]
        if any(_same_post(key, other) for other in theirs):
            return True
        text = passage.study.document.text
        beside = text[max(passage.start, mention.start - REACH) : min(passage.end, mention.end + REACH)]
        return not theirs and key <= post_of(beside)

    def _cited_first(self, thing: Thing, held: Sequence[Held]) -> list[Held]:
        cited = self.desk.rests_on(thing.passage)
        return sorted(held, key=lambda one: one.source not in cited)

    def judge_affiliation(self, passage: Passage) -> Answer | None:
        """The answer where a sentence gives somebody another house than the sources do ("Roe, of York University")."""
        for mention in passage.mentions("name"):
            ours = _house_of(passage, mention)
            if not isinstance(mention, NameMention) or mention.type != "person" or ours is None:
                continue
            places = self._places(mention)
            others = [(there, body) for there, one in places if (body := _house_of(there, one)) is not None]
            known = [there for there, _ in places if _words(ours) <= _words(f"{there.text} {' '.join(there.around)}")]
            against = [(there, body) for there, body in others if _is_other_house(ours, body)]
            if against and not known and len(against) == len(others):
                told = f"{has([of_passage(against[0][0], 'b')], against[0][1])} for {mention.name}, not {ours}."
                return Answer("contradicted", told, first(of_passage(there, "b", body) for there, body in against))
            if places and self.desk.cites(passage) and not self._is_named_anywhere(ours):
                held = (of_passage(there, None) for there, _ in places)
                return Answer("no-source-found", f"No source names {ours}, or {mention.name} with it.", first(held))
        return None

    def _is_named_anywhere(self, body: str) -> bool:
        """Whether the words that tell a house from others of its kind stand in any passage."""
        telling = {word for word in _words(body) - _HOUSES if len(word) > LEAST_LETTERS}
        return not telling or any(telling <= one.parts for one in self.desk.shelves.passages)

    def judge_attribution(self, thing: Thing) -> Answer:
        """Whether what somebody is said to have said stands in a source, and is said there by the same person."""
        mention = thing.mention
        assert isinstance(mention, EventMention)
        answer = judge_prose(thing.passage, self.desk)
        speaker = speaker_of(mention)
        if not answer.for_it or not is_full_person(full_name(self.desk.study, speaker)):
            return answer
        wanted = full_name(self.desk.study, speaker)
        others: list[tuple[Held, str]] = []
        for held in answer.for_it:
            passage = self.desk.shelves.at(held.source, held.start)
            speakers = _speakers(passage) if passage else frozenset()
            if not speakers or any(_one_person(wanted, one) for one in speakers) or self._is_near(wanted, passage):
                return answer
            others.append((held, min(speakers)))
        held, other = others[0]
        told = f"{held.source} gives this to {other}, not to {speaker}."
        against = first(Held(one.study, one.start, one.end, "b", name) for one, name in others)
        right, place = right_speaker(thing, self.desk, speaker, [name for _, name in others])
        return Answer("contradicted", told, against, right, place=place)

    def _is_near(self, name: str, passage: Passage | None) -> bool:
        """Whether a person is named in a passage or right before it."""
        if passage is None:
            return False
        last = name_key(name).split()[-1]
        return any(last in one.split() for one in passage.names | passage.around)


def right_speaker(
    thing: Thing, desk: Desk, speaker: str | None, others: Sequence[str | None]
) -> tuple[str | None, tuple[int, int] | None]:
    """The one person to whom sources give some words, by the full name, and where the draft names the one that it
    gives them to; nothing where it tells more of that one, which would be wrong of the other.
    """
    right, passage = only(name or "" for name in others), thing.passage
    if not right or not speaker or not is_full_person(right):
        return None, None
    named = [one for one in passage.mentions("name") if isinstance(one, NameMention)]
    own = [one for one in named if speaker in (one.name, one.entity) or surname(one.entity) == surname(speaker)]
    if len(own) != 1 or own[0].titles:
        return None, None
    return right, place_of(own[0].name, desk.study.document.text, passage.start, passage.end)


def _speakers(passage: Passage) -> frozenset[str]:
    """The people who say something in a passage, by their full names."""
    said = [one for one in passage.mentions("event") if isinstance(one, EventMention)]
    names = {full_name(passage.study, name) for one in said for name in one.said_by}
    return frozenset(name for name in names if is_full_person(name))


def _one_person(one: str, other: str) -> bool:
    """Whether two full names may be one person's: the same last word, and first words that do not differ."""
    ours, theirs = name_key(one).split(), name_key(other).split()
    if not ours or not theirs or surname(one) != surname(other):
        return False
    return len(ours) == 1 or len(theirs) == 1 or ours[0][0] == theirs[0][0]


_HOUSE = re.compile(
    r"\s?[,(]?\s(?:of|from|at|with)\s(?:the\s)?(?P<body>[A-Z][\w’'-]*(?:\s(?:(?:of|for|and|the|de|du)\s){0,2}[A-Z][\w’'-]*){0,5})"
)
_HOUSES = frozenset(
    "university college school institute institution academy hospital clinic museum laboratory observatory bank"
    " company council ministry department agency office court church party union club foundation trust society"
    " association centre center corporation commission committee authority board".split()
)


def _house_of(passage: Passage, mention: object) -> str | None:
    """The house to which somebody belongs by the words right behind the name."""
    if not isinstance(mention, NameMention):
        return None
    found = _HOUSE.match(passage.study.document.text, mention.end, passage.end)
    return " ".join(found["body"].split()) if found and _words(found["body"]) & _HOUSES else None


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text) if word not in SMALL)


def _is_other_house(one: str, other: str) -> bool:
    """Whether two names are of two houses of a kind."""
    ours, theirs = _words(one) - {"of", "the", "for"}, _words(other) - {"of", "the", "for"}
    kind = ours & theirs & _HOUSES
    return bool(kind and ours - theirs - _HOUSES and theirs - ours - _HOUSES)


def are_relatives(one: str, other: str) -> bool:
    """Whether two full names share the last word alone: the first ones are no forms, initials or spellings of one."""
    ours, theirs = without_title(one).split(), without_title(other).split()
    if len(ours) != 2 or len(theirs) != 2 or surname(one) != surname(other):
        return False
    if forms_of(ours[0]) & forms_of(theirs[0]) or min(len(ours[0].rstrip(".")), len(theirs[0].rstrip("."))) < 2:
        return False
    spelled = DamerauLevenshtein.distance(ours[0], theirs[0]) < 2 or same_name_respelled(ours[0], theirs[0])
    return not spelled and same_name(" ".join(ours), " ".join(theirs)) == "different"


def _same_post(one: Key, other: Key) -> bool:
    """Whether two posts are one: one only says more, but no deputy is his chief."""
    if (one ^ other) & _LESSER:
        return False
    return one <= other or other <= one


def _excludes(one: Key, other: Key) -> bool:
    """Whether nobody is called both: a post of the same kind of another office, or a deputy and the chief."""
    if one == other:
        return False
    heads = {word for word in one & other if word in POSTS or word in RANKS}
    if not heads:
        return bool(one & RANKS and other & RANKS)
    return bool((one ^ other) & _LESSER) or bool(one - other and other - one)
