"""Quotations of a draft: the words must stand so in a source, and be said by whom the draft names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from factcheck.contexts.people import full_name, is_full_person, surname
from factcheck.contexts.words import SMALL, house, same_name_respelled, words_of
from factcheck.gate.answers import Answer, Held, first, of_passage, supported
from factcheck.gate.desk import Desk
from factcheck.gate.inventory import Thing
from factcheck.gate.passages import Passage
from factcheck.gate.people import are_relatives, right_speaker
from factcheck.quotations.alignment import Divergence
from factcheck.quotations.elsewhere import Echoes
from factcheck.quotations.passages import Echo
from factcheck.quotations.speakers import speaker_of, speaker_there
from factcheck.quotations.utterances import speakers_agree
from factcheck.records.mention import NameMention, QuotationMention

ALTERED = 0.6
"""Part of the quoted words that must stand in a passage for it to be where they were taken from."""
FEWEST_TELLING = 2
"""Words among them that are not frequent ones."""
SHORT = 3
"""Words up to which a quotation is looked for as it stands, and no more."""

LONGEST_TAG = 15
"""Words that may stand between two parts of what somebody says, outside the quotation marks."""
REACH = 3
"""Characters between words that stand at the end of a quotation and those before them."""

_GRAVITY = ("merged", "figure", "word", "cut", "added", "spelling")


class Quotations:
    """A draft's quotations, laid against the texts of all sources."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @cached_property
    def _echoes(self) -> Echoes:
        """Where the words of each quotation stand."""
        texts = [study for _, study in sorted(self.desk.shelves.archive.studies.items())]
        return Echoes(self.desk.study, texts, {id: one.marks for id, one in self.desk.shelves.shelved.items()})

    def judge(self, thing: Thing) -> Answer:
        """What the sources say of quoted words."""
        mention = thing.mention
        assert isinstance(mention, QuotationMention)
        cited = self.desk.cites(thing.passage)
        echoes = self._echoes.of(mention.start, cited) if cited else []
        if not any(map(_is_origin, echoes)):
            echoes = self._echoes.of(mention.start)
        exact = self._ordered(thing, filter(_is_whole, echoes))
        if not exact:
            others = any(not self._has_one_speaker(mention, one) for one in filter(_is_origin, echoes))
            plain = [] if others else self._as_it_stands(thing, mention)
            if plain:
                return supported(plain)
        if exact:
            return self._said(thing, mention, exact)
        altered = self._ordered(thing, filter(_is_origin, echoes))
        if altered:
            return self._misquoted(altered)
        return self._not_found(thing)

    def _ordered(self, thing: Thing, echoes: Iterable[Echo]) -> list[Echo]:
        """The surest first."""
        cited = self.desk.rests_on(thing.passage)

        def rank(echo: Echo) -> tuple[bool, bool, float, str, int]:
            source = echo.study.source.id
            return speakers_agree(echo) is False, source not in cited, -echo.alignment.coverage, source, echo.start

        return sorted(echoes, key=rank)

    def _said(self, thing: Thing, mention: QuotationMention, exact: Sequence[Echo]) -> Answer:
        """Words that stand so: does the source give them to the same speaker?"""
        agreeing = [one for one in exact if self._has_one_speaker(mention, one)]
        if agreeing:
            return supported([self._held(one, "a") for one in agreeing])
        ours, theirs = speaker_of(self.desk.study, mention), speaker_there(exact[0])
        others = [full_name(one.study, speaker_there(one) or "") for one in exact]
        who = others[0] or theirs or "somebody else"
        told = f"{exact[0].study.source.id} gives these words to {who}, not to {ours}."
        right, place = right_speaker(thing, self.desk, ours, others)
        return Answer("contradicted", told, first(self._held(one, "b") for one in exact), right, place=place)

    def _has_one_speaker(self, mention: QuotationMention, echo: Echo) -> bool:
        """Whether the two speakers may be one: not two people, nor two of one family."""
        ours, theirs = speaker_of(self.desk.study, mention), speaker_there(echo)
        if not ours and theirs and (behind := self._named_behind(mention)):
            return surname(behind) == surname(theirs) or not is_full_person(theirs)
        if ours and theirs and are_relatives(full_name(self.desk.study, ours), full_name(echo.study, theirs)):
            return False
        return speakers_agree(echo) is not False or self._is_respelled(mention, echo)

    def _named_behind(self, mention: QuotationMention) -> str | None:
        """The person whom the words right behind quoted ones name in full ("…,” Ann Lee had promised")."""
        names = (one for one in self.desk.study.mentions.get("name", ()) if isinstance(one, NameMention))
        near = (one.entity for one in names if 0 <= one.start - mention.end < REACH)
        return next(filter(is_full_person, near), None)

    def _is_respelled(self, mention: QuotationMention, echo: Echo) -> bool:
        """Whether the two speakers are one whose name is spelled in two ways."""
        ours, theirs = speaker_of(self.desk.study, mention), speaker_there(echo)
        return bool(ours and theirs) and same_name_respelled(surname(ours or "").title(), surname(theirs or "").title())

    def _held(self, echo: Echo, side: str, value: str | None = None) -> Held:
        passage = self.desk.shelves.at(echo.study.source.id, echo.start)
        start = min(passage.start, echo.start) if passage else echo.start
        end = max(passage.end, echo.end) if passage else echo.end
        return Held(echo.study, start, end, "a" if side == "a" else "b", value)

    def _misquoted(self, altered: Sequence[Echo]) -> Answer:
        echo = altered[0]
        worst = min(echo.alignment.divergences, key=lambda one: _GRAVITY.index(one.change))
        right = _stood(echo)
        told = f"{_told(worst, echo.study.source.id)} The words there are: “{right}”."
        return Answer(
            "misquoted", told, first(self._held(one, "b", worst.stands or None) for one in altered[:2]), right
        )

    def _as_it_stands(self, thing: Thing, mention: QuotationMention) -> list[Held]:
        """The passages in which quoted words stand in a row, those of cited sources and of like passages first."""
        words = [house(word.text) for word in words_of(mention.words)]
        if not words:
            return []
        cited = self.desk.rests_on(thing.passage)
        near = self.desk.like(thing.passage)
        own = [passage for source in sorted(cited) for passage in self.desk.shelves.of_source(source)]
        cites = self.desk.cites(thing.passage) if len(words) > SHORT else frozenset[str]()
        among = [one for one in (*near, *own) if not cites or one.source in cites]
        found = [of_passage(one, "a") for one in among if _holds(one, words)]
        if not found and len(words) <= SHORT and any(word not in SMALL for word in words):
            found = [of_passage(one, "a") for one in self.desk.shelves.passages if _holds(one, words)][:3]
        return found

    def _not_found(self, thing: Thing) -> Answer:
        best = self.desk.best(thing.passage)
        told = "These words were found in no source."
        return Answer("no-source-found", told, (of_passage(best, None),) if best else ())


def _stood(echo: Echo) -> str:
    """The words as they stand, with those at either end that the draft replaced."""
    text, start, end = echo.study.document.text, echo.start, echo.end
    for item in echo.alignment.divergences:
        if item.stands and item.stands not in text[start:end]:
            behind = text.find(item.stands, end, end + REACH + len(item.stands))
            before = text.rfind(item.stands, max(start - REACH - len(item.stands), 0), start)
            if behind >= 0:
                end = behind + len(item.stands)
            elif before >= 0:
                start = before
    return " ".join(text[start:end].split())


def _is_whole(echo: Echo) -> bool:
    """Whether the words stand so, but for what tells between two parts of them who says them ("…," he says. "…")."""
    alignment = echo.alignment
    left_out = [one for one in alignment.divergences if one.change != "spelling"]
    return alignment.is_exact or (bool(left_out) and all(_is_between_marks(echo, one) for one in left_out))


def _is_between_marks(echo: Echo, item: Divergence) -> bool:
    words = [re.escape(word.text) for word in words_of(item.stands)]
    if item.change != "cut" or not 1 < len(words) <= LONGEST_TAG:
        return False
    between = r"\W+".join(words)
    text = echo.study.document.text
    return re.compile(rf"[”\"’']\s+{between}[,.:;]?\s+[“\"‘']").search(text, echo.start, echo.end) is not None


def _is_origin(echo: Echo) -> bool:
    alignment = echo.alignment
    if alignment.coverage < ALTERED or alignment.telling < min(FEWEST_TELLING, alignment.compared):
        return False
    return alignment.longest >= 2 or alignment.compared <= SHORT


def _holds(passage: Passage, words: Sequence[str]) -> bool:
    """Whether words stand in a passage in a row."""
    there = [house(word.text) for word in words_of(passage.text)]
    return any(there[place : place + len(words)] == list(words) for place in _places(there, words[0]))


def _places(there: Sequence[str], word: str) -> Iterator[int]:
    return (place for place, other in enumerate(there) if other == word)


def _told(item: Divergence, source: str) -> str:
    quoted, stands = (re.sub(r"\s+", " ", words).strip(" “”\"'") for words in (item.quoted, item.stands))
    if item.change == "merged":
        return f"Two sentences of {source} are made one: “{stands}” stands between them."
    if item.change == "cut":
        return f"“{stands}” of {source} is left out without a mark."
    if item.change == "added":
        return f"“{quoted}” does not stand in {source}."
    return f"{source} has “{stands}” where the draft has “{quoted}”."
