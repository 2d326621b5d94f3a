"""Slots: what one thing or happening has one of (a cargo, a weapon), and the words by which texts tell it."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from factcheck.language.concepts import verb_base
from factcheck.language.tabulated import entries

_SLOTS = """
the offence of a conviction | offence: convict conviction guilty jail sentence imprison prison imprisonment admit
    plead
the offence of a charge | offence: charge accuse indict indictment prosecute face trial
the offence of an arrest | offence: arrest suspect suspicion want
the cargo ^ | goods: cargo load laden loaded lade carry hold freight consignment shipment haul deliver spill shed
    transport
the weapon | weapon: stab shoot attack threaten kill wound weapon arm armed wield hit strike beat brandish injure
    murder
the disease ^ | disease: case outbreak diagnose diagnosis confirm infect infection epidemic test die death suffer ill
    illness contract catch disease vaccine vaccinate vaccination jab spread
the injury | limb: break fracture injure injury hurt sprain tear dislocate twist crush amputate operate operation
    wound surgery broken fractured injured torn shatter bruise strain rupture ligament tendon bone cast plaster
the language * | language: teach teaching lesson write speak speech translate translation publish sing language
    deliver address film subtitle edition sermon mass read
the place where it began | room: start begin originate break source seat origin
the place where it was found | room: find discover discovery hide across uncover unearth stumble hidden stash
the place where it exploded | room: explode explosion blow
the allergen ^ | allergen: contain undeclared allergic allergy trace label declare allergen list mention
what was in it | metal-or-glass: piece fragment splinter contain shard bit
the instrument | instrument: violinist violist cellist pianist organist flautist oboist clarinettist trumpeter
    trombonist harpist guitarist drummer percussionist saxophonist accordionist play perform performance concerto
    sonata solo
the fuel | fuel: burn run power convert switch fire fuel replace change
the heir | relation: leave inherit bequeath heir heiress pass will
the companion | relation: accompany travel beside together company
the relation | relation: happening
who reported it | relation: find alert alarm report call discover
the floor ^ | floor: itself
the time of day | daytime: clause
the colour | colour: thing
the material ^ | material: thing
the sport | sport: play player champion championship match team coach win gold silver bronze medal title take record
    race finish compete world olympic
the faith ^ | faith: church school priest minister cemetery bury funeral congregation
the subject | subject: study professor teach degree graduate lecturer chair read lecture prize
the court | court: rule ruling uphold overturn quash reject dismiss sentence convict order find decide throw hear
    judge grant stay injunction block suspend jail fine acquit
the medal | medal: win medal take earn collect bag
the crop | crop: harvest crop grow grower farmer field yield frost blight orchard plantation hail hailstorm drought
    destroy flatten ruin plant sow pick ripe spoil lie plot
the side | side: side wing engine hand lane bank foot arm leg eye knee ankle shoulder lung kidney
the direction of travel | bearing: itself
the round | round: reach lose win beat knock exit defeat eliminate go out
the voice | role-of-voice: sing role part singer
the degree ^ | degree: degree hold study earn award graduate
how a vote went | vote: vote voting decide decision back approve rule ruling agree elect pass reject adopt verdict
    council parliament committee board jury judge court councillor member judgement resolution scheme plan motion bill
    through
the vessel | ship: happening
the aircraft | aircraft: happening
the party | party: party member mp candidate councillor join senator deputy mayor lawmaker minister
the vehicle | vehicle: happening
the animal | animal: happening
"""
"""Slots, the list from which each is filled, and words by which a text tells it, or else what it goes by.

`^` marks what is so at any time of a story, `*` what is told of a thing that both must name.
"""
_GOING_BY = frozenset({"thing", "happening", "clause", "itself"})
_AMISS = frozenset(
    "clear acquit deny except exclude recover heal instead former previous formerly replace avoid unlike rather".split()
)
"""Words that tell that something else was so, or that it was not."""


class Slot(NamedTuple):
    """A slot: what an editor calls it, the words that tell it, and else what it goes by.

    Without such words it goes by the thing whose material it is, by the happening in which it takes part, by what else
    its clause tells, or by itself. `lasts` marks what is so at any time of the story, `of_thing` what is told of a
    thing that both must name.
    """

    name: str
    told_by: frozenset[str]
    goes_by: str
    lasts: bool
    of_thing: bool = False


def is_amiss(words: Iterable[str]) -> bool:
    """Whether words tell that something else was so, or that it was not."""
    return any(verb_base(word) in _AMISS for word in words)


@cache
def slots() -> dict[str, tuple[Slot, ...]]:
    """The slots that each list fills."""
    found: dict[str, tuple[Slot, ...]] = {}
    for head, told in entries(_SLOTS):
        name, kind = (part.strip() for part in head.split("|"))
        by = told if told in _GOING_BY else ""
        told_by = frozenset[str]() if by else frozenset(told.split())
        slot = Slot(name.strip("^* "), told_by, by, "^" in name, "*" in name)
        found[kind] = (*found.get(kind, ()), slot)
    return found
