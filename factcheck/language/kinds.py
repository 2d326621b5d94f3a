"""What kind of thing a noun names, so that two texts may name one thing by a narrower and a wider word."""

from functools import cache

_KINDS = """
ship: ship ferry boat trawler tanker liner freighter yacht barge tug cutter steamer launch dinghy raft submarine craft
aircraft: aircraft helicopter glider airship balloon drone
train: train locomotive express carriage wagon tram
vehicle: vehicle car bus coach van minibus taxi ambulance lorry tractor motorcycle
building: building tower block house flat skyscraper high-rise hall villa cottage hut bungalow mansion wing structure
hospital: hospital clinic infirmary ward
mine: mine colliery pit quarry
factory: factory plant mill foundry refinery brewery bakery workshop
barrier: dam dyke dike levee embankment reservoir barrage weir
bridge: bridge viaduct flyover overpass footbridge
church: church chapel cathedral abbey minster temple mosque synagogue priory
school: school college academy kindergarten nursery
shop: shop supermarket market mall
stadium: stadium arena ground pitch
prison: prison jail gaol penitentiary
hotel: hotel inn hostel resort guesthouse
museum: museum gallery
book: book manuscript novel volume psalter bible codex biography memoir diary textbook
picture: picture painting portrait canvas altarpiece panel fresco drawing print watercolour
statue: statue sculpture bust figure figurine statuette
vessel: chalice cup goblet bowl jug vase beaker
clock: clock watch
furniture: chair cabinet desk throne chest wardrobe
jewel: brooch ring necklace tiara crown pendant
coin: coin medal
fire: fire wildfire bushfire
storm: storm cyclone hurricane typhoon tornado gale
device: bomb device explosive mine grenade
pump: pump generator engine motor turbine boiler compressor
lift: lift escalator crane hoist
computer: computer server machine system network
company: company business enterprise manufacturer maker operator retailer
body: council committee board commission authority agency
study: study trial survey
drug: drug medicine vaccine pill tablet treatment
animal: animal skeleton fossil whale
show: show exhibition display fair
strike: strike walkout stoppage
power: power electricity light lighting supply current
talks: talk negotiation meeting summit
group: gang group militia crew
"""
"""A kind, and the nouns (each folded as a measure is) for things of it."""


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    kind = ""
    for word in _KINDS.split():
        if word.endswith(":"):
            kind = word[:-1]
        else:
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def kinds_of(noun: str) -> frozenset[str]:
    """The kinds that a noun's things are of; empty where none is listed."""
    return _kinds().get(noun, frozenset())


_MADE = frozenset(
    "ship building barrier bridge church stadium book picture statue vessel clock vase furniture jewel coin".split()
)
"""Kinds of things that are named by the time when they were made."""


def is_made(noun: str) -> bool:
    """Whether "a … of 1480" tells when the noun's thing was made."""
    return bool(kinds_of(noun) & _MADE)
