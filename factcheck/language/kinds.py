"""What kind of thing a noun names, so that two texts may name one thing by a narrower and a wider word."""

from functools import cache

_KINDS = """
ship: ship boat craft | ferry trawler tanker liner freighter yacht barge tug cutter steamer launch dinghy raft submarine
aircraft: aircraft | helicopter glider airship balloon drone
train: train | locomotive express carriage wagon tram
vehicle: vehicle | car bus coach van minibus taxi ambulance lorry tractor motorcycle
building: building structure block | tower house flat skyscraper high-rise hall villa cottage hut bungalow mansion wing
hospital: hospital | clinic infirmary ward
mine: mine | colliery pit quarry
factory: factory plant works | mill foundry refinery brewery bakery workshop
barrier: dam dyke | dike levee embankment reservoir barrage weir
bridge: bridge crossing | viaduct flyover overpass footbridge
church: church | chapel cathedral abbey minster temple mosque synagogue priory
school: school college | academy kindergarten nursery
shop: shop | supermarket market mall
stadium: stadium ground | arena pitch
prison: prison | jail gaol penitentiary
hotel: hotel | inn hostel resort guesthouse
museum: museum | gallery
book: book manuscript volume | novel psalter bible codex biography memoir diary textbook
picture: picture painting work image | portrait canvas altarpiece panel fresco drawing print watercolour
    photograph photo
statue: statue sculpture figure | bust figurine statuette
vessel: vessel cup | chalice goblet bowl jug vase beaker
clock: clock | watch
furniture: furniture | chair cabinet desk throne chest wardrobe
jewel: jewel | brooch ring necklace tiara crown pendant
coin: coin | medal
fire: fire | wildfire bushfire
storm: storm | cyclone hurricane typhoon tornado gale
device: device explosive | bomb mine grenade
machine: machine equipment | pump generator engine motor turbine boiler compressor lift escalator crane hoist
computer: computer system network | server machine
airline: airline carrier operator |
company: company business enterprise operator | manufacturer maker retailer
body: body authority | council committee board commission agency
study: study trial | survey
drug: drug medicine treatment dose | vaccine pill tablet injection
animal: animal | skeleton fossil whale
show: show exhibition | display fair
strike: strike stoppage | walkout
power: power electricity supply | light lighting current
talks: talk negotiation | meeting summit
agreement: agreement deal transaction | merger takeover acquisition pact treaty accord contract partnership declaration
captain: captain master skipper |
letter: letter message | email note memo memorandum
signal: signal light | lamp beacon
site: site place | centre camp facility compound
group: group | gang militia crew
"""
"""A kind, the nouns (each folded as a measure is) that stand for any thing of it, and after "|" narrower ones."""


@cache
def _kinds() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """Each noun with its kinds, and the nouns that stand for any thing of their kind."""
    found: dict[str, set[str]] = {}
    wide: set[str] = set()
    kind, narrow = "", False
    for word in _KINDS.split():
        if word.endswith(":"):
            kind, narrow = word[:-1], False
        elif word == "|":
            narrow = True
        else:
            found.setdefault(word, set()).add(kind)
            wide |= set() if narrow else {word}
    return {word: frozenset(kinds) for word, kinds in found.items()}, frozenset(wide)


def kinds_of(noun: str) -> frozenset[str]:
    """The kinds that a noun's things are of; empty where none is listed."""
    return _kinds()[0].get(noun, frozenset())


def akin(one: str, other: str) -> bool:
    """Whether two nouns may name one thing: a ferry is a ship, but no trawler."""
    wide = _kinds()[1]
    return one == other or (bool(kinds_of(one) & kinds_of(other)) and bool({one, other} & wide))


_MADE = frozenset(
    "ship building barrier bridge church stadium book picture statue vessel clock vase furniture jewel coin".split()
)
"""Kinds of things that are named by the time when they were made."""


def is_made(noun: str) -> bool:
    """Whether "a … of 1480" tells when the noun's thing was made."""
    return bool(kinds_of(noun) & _MADE)
