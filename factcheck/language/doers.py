"""Who did something, told by a noun: which two nouns can hardly be for one person, and which deeds have one doer."""

from factcheck.language.kinds import akin
from factcheck.language.nouns import singular
from factcheck.language.occupations import OCCUPATIONS

_POLICE = frozenset("police policeman policewoman constable detective gendarme patrolman".split())
_TROOPS = frozenset("soldier troop trooper paratrooper marine commando army military serviceman".split())
_FORCES = _POLICE | _TROOPS | frozenset("officer guard guardsman coastguard sailor navy patrol".split())
_OUTLAWS = frozenset(
    "bandit robber gang gangster militia militiaman rebel insurgent guerrilla separatist terrorist extremist jihadist "
    "islamist mercenary pirate vigilante smuggler poacher looter rioter protester protestor demonstrator".split()
)
_HERE_FOR_A_WHILE = frozenset("guest passenger customer patient pupil student prisoner inmate spectator tenant".split())
_BESIDES = frozenset(
    "bystander commuter evacuee fugitive grandfather grandmother hiker homeowner hostage householder housewife jogger "
    "motorcyclist motorist mother father mountaineer neighbour neighbor orphan passer-by pedestrian pensioner "
    "philanthropist refugee retiree roommate flatmate shareholder shopper suspect teenager tourist trainee villager "
    "volunteer whistleblower widow widower youth teammate contractor craftsman handyman custodian foreman "
    "technician merchant conductor producer presenter commentator".split()
)
"""What somebody may be besides a trade, or in any of several."""
_ONE_TRADE = (
    "caretaker janitor doorman porter housekeeper",
    "guard watchman guardsman security-guard",
    "cleaner maid housekeeper",
    "cook chef waiter barman bartender barista caterer",
    "fisherman sailor skipper trawlerman boatman boatbuilder shipowner",
    "shopkeeper storekeeper grocer greengrocer butcher fishmonger florist bookseller salesman saleswoman",
    "teacher schoolteacher tutor headmaster headmistress headteacher",
    "doctor physician surgeon anaesthetist paediatrician psychiatrist cardiologist neurologist oncologist",
    "nurse midwife carer social-worker",
    "firefighter fireman",
    "driver chauffeur lorry-driver bus-driver taxi-driver train-driver truck-driver trucker haulier courier",
    "shepherd herder herdsman stockman rancher farmer farmhand dairyman drover",
    "builder bricklayer labourer laborer stonemason carpenter joiner plumber electrician welder roofer plasterer",
    "painter sculptor illustrator cartoonist",
    "vicar curate deacon chaplain verger missionary nun priest",
    "cameraman camerawoman photojournalist broadcaster",
    "lifeguard coastguard",
    "policeman policewoman patrolman police constable officer detective",
    "soldier serviceman commando marine sniper mercenary trooper",
    "miner quarryman",
    "gamekeeper forester ranger trapper hunter woodcutter logger",
)
"""Nouns for one trade, or for trades that one person may well have."""
_TRADES = tuple(frozenset(words.split()) for words in _ONE_TRADE)
_PLAIN = OCCUPATIONS | _HERE_FOR_A_WHILE | frozenset("farmer nurse doctor teacher driver firefighter ranger".split())
_PEOPLE = frozenset("man men woman women people person group member members number staff crew dozens some".split())
_ENDS = (" of ", " in ", " from ", " at ", " with ", " on ", " who ", " near ", " aboard ")

DEEDS = frozenset("theft death attack discovery opening burning destruction damage rescue kidnapping founding".split())
"""Concepts of what is done by one person or body, if it is done to one thing."""
DEED_VERBS = frozenset(
    "design write compose paint draft author invent build carve sculpt film photograph translate edit shoot-down hack "
    "leak commission buy purchase donate lend ignite sabotage hijack spot steer pilot drive poison".split()
)
"""Verbs of the same kind."""
OF_OBJECTS = {
    "take": frozenset("photograph photo picture image video footage film".split()),
    "raise": frozenset({"alarm"}),
    "sound": frozenset({"alarm"}),
    "set": frozenset({"fire"}),
}
"""Verbs that are such a deed with some objects."""


def role_of(phrase: str) -> str:
    """The noun by which a phrase tells who somebody is, in the singular; of people that whose they are."""
    words = phrase.lower()
    for ending in _ENDS:
        words = words.split(ending)[0]
    head = singular(words.split()[-1]) if words.split() else ""
    if words.split()[-1:] and words.split()[-1] in _PEOPLE and " of " in phrase:
        return role_of(phrase.split(" of ", 1)[1])
    return "" if head in _PEOPLE else head


def are_two(one: str, other: str) -> bool:
    """Whether two nouns can hardly tell of one person: soldier and bandit, cleaner and guard."""
    if not one or not other or one == other or akin(one, other):
        return False
    for ours, theirs in ((one, other), (other, one)):
        if ours in _OUTLAWS:
            return theirs in _FORCES
        if ours in _POLICE and theirs in _TROOPS:
            return True
    if any(one in trade and other in trade for trade in _TRADES) or (one in _FORCES and other in _FORCES):
        return False
    return all(noun in _PLAIN | _FORCES and noun not in _BESIDES for noun in (one, other))
