"""The lexicon of states as tables: the phrases that tell of each, and the company in which an unsure one does."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factcheck.language.nouns import singular
from factcheck.language.state_words import STATES

DROPPED = frozenset(
    "the a an its their his her our your my this that these those be am is are was were been being "
    "do does did will would can could may might must shall should also then now still already just all both only "
    "even yet again later since soon ever almost some nearly many as further another other others more too so "
    "far".split()
)
"""Words that a phrase of the lexicon goes without, where it does not hold them itself."""


class Phrase(NamedTuple):
    """A phrase of the lexicon: its words, the state it tells of, and how it stands to those counted."""

    words: tuple[str, ...]
    state: str
    kind: str
    unsure: bool
    """Whether it has other meanings as well, so that it counts in company only."""


@cache
def _in_order() -> tuple[Phrase, ...]:
    found = []
    for line in re.sub(r"\n +", " ", STATES.strip()).split("\n"):
        head, _, body = line.partition(": ")
        state, kind = head.split()
        for phrase in body.split(", "):
            words = tuple(word for word in phrase.rstrip("?").split() if word not in DROPPED)
            found += [Phrase(words, state, kind, phrase.endswith("?"))] if words else []
    return tuple(found)


def phrases() -> Iterator[Phrase]:
    """The lexicon, longest phrases first."""
    return iter(sorted(_in_order(), key=lambda phrase: -len(phrase.words)))


@cache
def starting() -> dict[str, tuple[Phrase, ...]]:
    """The phrases that stand behind those counted, by their first word."""
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases():
        if phrase.kind in ("is", "does", "to"):
            found.setdefault(phrase.words[0], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


@cache
def ending() -> dict[str, tuple[Phrase, ...]]:
    """The phrases that stand before those counted, wholly (by their last word) or with a rest behind (by the verb)."""
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases():
        if phrase.kind in ("of", "to"):
            found.setdefault(phrase.words[-1] if phrase.kind == "of" else phrase.words[0], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


@cache
def adjectives() -> frozenset[str]:
    """What people are said to be in one word: "dead", "missing"."""
    return frozenset(phrase.words[0] for phrase in phrases() if phrase.kind == "is" and len(phrase.words) == 1)


@cache
def _called() -> dict[str, str]:
    return {" ".join(phrase.words): phrase.state for phrase in phrases() if phrase.kind == "noun"}


@cache
def order() -> dict[str, int]:
    """The states in the order in which the lexicon gives them."""
    return {
        state: place for place, state in enumerate(dict.fromkeys(line.split(" ")[0] for line in STATES.split("\n")))
    }


COMPANY = {
    state: frozenset(words.split())
    for state, words in {
        **dict.fromkeys(
            ("support", "rejection"),
            "bill motion parliament deputies lawmakers members senators mps council vote votes legislators assembly "
            "referendum amendment accord senate resolution delegates law reform treaty",
        ),
        "death": "ship vessel freighter sank sinking sunk aboard fire crash disaster accident explosion avalanche "
        "sorrow grief mourn mourning mourns condolences crew",
        "dropout": "study trial participants participant volunteers subjects researchers interview cohort",
        "illness": "outbreak disease epidemic virus illness infection bug poisoning salmonella cholera",
        "recovery": "patients patient illness disease virus hospital",
        "birth": "midwife midwives baby babies maternity twins mothers",
        "arrival": "migrants refugees asylum coast island islands boats country border immigrants",
        "pupil": "school schools university college pupils students children teachers",
        "hiring": "company firm workers staff engineers nurses employees teachers plant jobs employer ministry "
        "hospital",
        "treatment": "clinic doctors doctor hospital nurses patients medics",
        "rescue": "lifeboat coastguard coastguards helicopter helicopters trawler boat boats sea ship fishermen "
        "rescuers firefighters navy dinghy raft rubble survivors divers",
        "arrest": "police officers detectives troops agents suspects suspect raid raids soldiers warrant riot protest",
        "kidnapping": "gunmen militants kidnappers rebels jihadists bandits insurgents girls schoolgirls pupils school "
        "ransom",
        "release": "prisoners prisoner hostages hostage detainees captives kidnappers militants swap inmates jail "
        "ceasefire",
        "discharge": "hospital hospitals clinic doctors doctor patients injured wounded ward",
        "acquittal": "court jury judge defendants defendant trial charges accused verdict",
        "layoff": "company employees employer firm workers staff plant carmaker maker factory jobs redundancy bank",
        "displacement": "war fighting offensive army clashes militia troops conflict",
        "evacuation": "fire flood floods dam volcano storm bomb gas leak hurricane cyclone wildfire firefighters",
        "expulsion": "migrants foreigners country border visas government immigration",
        "return": "refugees displaced evacuees residents homes",
        "stranded": "airport village villages snow travellers passengers tourists flood floods roads island",
        "trapped": "mine miners shaft tunnel underground cave pit",
    }.items()
}
"""Words in whose company a phrase of several meanings has that of a state."""


def called(noun: str) -> str:
    """The state that a noun names by itself: "survivors", "bidders"; empty where it names none."""
    words = noun.lower().split()
    return _called().get(" ".join((*words[:-1], singular(words[-1])))) or "" if words else ""
