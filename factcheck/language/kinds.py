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
animal: animal beast | skeleton fossil whale horse pony foal cow calf bull sheep lamb goat pig hen dog cat dolphin seal
    elephant lion tiger bear wolf deer rabbit monkey
livestock: livestock cattle | cow calf bull sheep lamb goat pig
bird: bird | hen swan gull gannet eagle owl parrot duck goose
show: show exhibition | display fair
strike: strike stoppage | walkout
power: power electricity supply | light lighting current
talks: talk negotiation | meeting summit
agreement: agreement deal transaction | merger takeover acquisition pact treaty accord contract partnership declaration
captain: captain master skipper |
letter: letter message | email note memo memorandum
signal: signal light | lamp beacon lighthouse lantern
record: datum file record information document
household: resident occupant inhabitant tenant household | family lodger villager
site: site place | centre camp facility compound
group: group | gang militia crew
"""
"""A kind, the nouns (each folded as a measure is) that stand for any thing of it, and after "|" narrower ones."""

_COUNTED = """
account: account customer user subscriber consumer household policyholder
accused: defendant suspect accused offender
action: lawsuit proceeding prosecution action | trial
appointment: appointment visit consultation
area: area community settlement municipality locality | town village district
assault: attack assault raid | bombing ambush
beast: animal livestock | cattle sheep pig goat horse poultry
bid: bid bidder offer tender proposal
bird: bird poultry | seabird gull penguin pelican swan heron
check: inspection check audit
child: child minor youth teenager adolescent | baby infant toddler boy girl schoolchild
complaint: complaint grievance objection
container: container box package pack packet | bottle jar tin can tube carton sachet barrel drum keg cask crate bag
country: country state nation
culprit: culprit perpetrator attacker assailant intruder raider thief robber burglar suspect | gunman
crash: accident incident crash | collision derailment pile-up
delegate: delegate representative | lawmaker deputy senator councillor
document: document file record paper | email letter memo report
engine: locomotive engine
error: error fault defect flaw failing
expert: expert specialist researcher adviser
firm: company business enterprise organisation | supplier manufacturer contractor bidder retailer shipyard yard maker
    producer provider seller developer operator carrier airline lender insurer publisher broadcaster subsidiary builder
    brewer exporter importer trader buyer investor consultancy broker start-up
flight: flight departure service
holder: shareholder investor holder
home: home flat unit property household | villa cottage bungalow maisonette caravan
job: employee job post role position vacancy
machine: machine device appliance unit | ventilator scanner incubator printer dishwasher refrigerator heater camera
measure: measure step recommendation proposal
migrant: migrant refugee
missile: missile projectile | shell warhead
operation: operation procedure surgery intervention
passenger: passenger guest occupant | tourist holidaymaker pilgrim skier commuter
patient: patient participant volunteer subject
premises: building property | home shop hotel
pupil: student child
runner: candidate contender applicant nominee
mandate: seat lawmaker mandate
seat: seat place
session: meeting session sitting | hearing
spectator: attendance spectator visitor fan
ticket: ticket pass
tower: pylon tower support pillar column mast
tree: tree | oak beech chestnut pine birch elm poplar cedar
weapon: weapon | rifle pistol gun handgun revolver shotgun
"""
"""The same for what is counted: two counts may be of one thing though only the kind of their nouns is the same."""


def _table(text: str) -> dict[str, dict[str, bool]]:
    """Each noun with its kinds, and whether it stands for any thing of them."""
    found: dict[str, dict[str, bool]] = {}
    kind, wide = "", True
    for word in text.split():
        if word.endswith(":"):
            kind, wide = word[:-1], True
        elif word == "|":
            wide = False
        else:
            found.setdefault(word, {})[kind] = wide
    return found


@cache
def _kinds() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """Each noun with its kinds, and the nouns that stand for any thing of their kind."""
    table = _table(_KINDS)
    return {word: frozenset(kinds) for word, kinds in table.items()}, frozenset(
        word for word, kinds in table.items() if any(kinds.values())
    )


@cache
def counted_kinds() -> dict[str, dict[str, bool]]:
    """Each noun that may be counted with its kinds, and whether it stands for any thing of them."""
    table = _table(_KINDS)
    for word, kinds in _table(_COUNTED).items():
        table.setdefault(word, {}).update(kinds)
    return table


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
