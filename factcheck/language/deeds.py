"""Deeds that one person does to one thing: the verbs, set phrases and nouns that tell of each, in wide classes.

A deed is told by a verb ("designed", "handed over"), by a phrase that stands for it ("met the cost of", "put her name
to"), or by the noun for who did it ("the architect of"). Two verbs of one class tell of one deed.
"""

import re
from functools import cache

from factcheck.language.verbs import FORMS, forms_of
from factcheck.patterns import any_of

_VERBS = """
design: design dream-up draw-up | designer architect
write: write author pen ghost-write draft | author writer librettist playwright lyricist
compose: compose | composer
translate: translate | translator
edit: edit | editor
direct: direct | director
stage: stage produce | producer
choreograph: choreograph | choreographer
conduct: conduct | conductor
paint: paint repaint | painter
sculpt: sculpt carve chisel cast | sculptor carver
illustrate: illustrate draw | illustrator
photograph: photograph film | photographer cameraman
build: build construct erect assemble | builder shipbuilder boatbuilder
invent: invent devise patent | inventor
discover: discover spot notice observe detect find unearth uncover dig-up come-across stumble-on
    stumble-upon stumble-across chance-upon chance-on happen-upon | discoverer finder
found: found set-up establish start-up | founder
own: own possess belong | owner proprietor landlord landlady
buy: buy purchase acquire snap-up | buyer purchaser
sell: sell | seller vendor
finance: finance fund bankroll pay-for underwrite sponsor bear | funder financier backer sponsor paymaster
donate: donate bequeath gift | donor donator giver benefactor
lend: lend loan | lender
order: order command authorise direct decree
sign: sign initial | signatory
open: inaugurate unveil open
lead: lead head chair command captain skipper spearhead mastermind preside-over | ringleader mastermind captain skipper
win: win clinch scoop land | winner victor
kill: kill murder assassinate stab shoot strangle poison behead execute slay | killer murderer assassin gunman
    poisoner
steal: steal swipe pinch burgle | thief burglar
rob: rob hold-up mug | robber
ignite: torch ignite set-fire-to set-alight burn-down | arsonist
leak: leak pass pass-on | leaker
rescue: rescue save pull pluck drag haul winch fish | rescuer saviour
kidnap: kidnap abduct snatch | kidnapper abductor
deliver: deliver hand-over drop-off bring take carry | courier bearer deliverer
appoint: appoint hire recruit engage
dismiss: dismiss sack oust
cancel: cancel call-off end stop halt scrap abandon axe
begin: begin start launch initiate instigate | instigator initiator
negotiate: negotiate broker mediate | broker negotiator mediator
veto: veto block
propose: propose suggest table put-forward | proposer
drive: drive | driver
pilot: pilot fly | pilot
steer: steer helm | helmsman helmswoman
score: score net head-in | scorer goalscorer
operate: operate-on
train: train coach manage | trainer coach
teach: teach tutor
raise: raise sound
hack: hack break-into | hacker
forge: forge fake | forger
inherit: inherit | heir heiress
host: host organise | host organiser
succeed: succeed replace | successor
betray: betray | betrayer
fire: fire
restore: restore renovate refurbish | restorer
excavate: excavate dig bore
name: christen baptise
ride: ride | rider jockey
referee: referee umpire | referee umpire
light: light kindle switch-on turn-on
throw: throw hurl lob toss fling
send: send post mail | sender
smuggle: smuggle | smuggler
plant-bomb: detonate
ring: ring
hide: hide harbour shelter
authenticate: authenticate
make: make craft manufacture | maker manufacturer
sing: sing
speech: give
read: read
announce: announce reveal
close: close shut
break: break
nominate: nominate
alert: alert phone ring-up call-out
adopt: adopt
marry: marry wed
decode: decipher decode crack
plant: plant
cook: cook bake
grow: grow breed | grower breeder
catch: catch capture apprehend nab | captor
lose: lose mislay
unlock: unlock
lock: lock
cut: cut
destroy: destroy smash wreck demolish
climb: climb scale summit conquer ascend reach
cross: cross swim
"""
"""A class, its verbs, a bar, and the nouns for who does it."""

_OF_THINGS = {
    "take": "ransom money letter message parcel envelope baby child",
    "bring": "ransom letter message parcel news",
    "carry": "ransom letter message parcel flag torch bomb",
    "pass": "document file secret budget list report paper plan note tape recording email memo",
    "name": "ship boat comet asteroid species island mountain star planet",
    "cut": "ribbon cable rope fence power",
    "pull": "child boy girl man woman driver passenger swimmer sailor skipper crew family victim",
    "lose": "file laptop key ring document case",
    "fire": "shot rocket gun missile flare",
    "bear": "cost expense",
    "head": "inquiry commission committee team delegation panel expedition investigation raid mission department "
    "agency institute union association division ministry bureau laboratory clinic faculty jury board",
    "record": "album song tape message",
    "raise": "alarm",
    "sound": "alarm",
    "reach": "summit top peak pole",
    "open": "exhibition fair bridge museum hospital school festival tunnel road library gallery hall theatre",
    "land": "contract prize part role",
    "light": "flame torch cauldron beacon bonfire lamp candle fuse fire stove",
    "switch-on": "light illumination fountain lamp",
    "turn-on": "light illumination tap gas",
    "throw": "stone brick egg bottle grenade bomb punch javelin",
    "send": "letter email message parcel note memo photo card bomb",
    "ring": "bell police alarm",
    "make": "cake crown dress film clock violin statue quilt bell gown bowl ring documentary table desk bomb",
    "sing": "anthem role part lead aria solo hymn",
    "give": "speech address eulogy lecture sermon talk toast",
    "read": "eulogy lesson will poem speech verdict statement",
    "announce": "result closure winner news",
    "reveal": "secret plan affair identity",
    "close": "bridge school valve gate road hospital",
    "shut": "bridge school valve gate road hospital",
    "break": "vase window record statue jar news story",
    "bore": "tunnel well shaft hole",
    "dig": "tunnel well shaft hole grave",
    "ride": "horse winner mare stallion favourite camel mule",
    "drag": "child boy girl man woman driver passenger swimmer sailor crew victim toddler baby",
    "haul": "child boy girl man woman driver passenger swimmer sailor crew victim toddler baby",
    "fish": "child boy girl man woman driver passenger swimmer sailor crew victim toddler baby",
    "draw": "map plan cartoon picture sketch portrait",
}
_THINGS = {verb: frozenset(things.split()) for verb, things in _OF_THINGS.items()}

_SAID_AS = (
    (
        r"(?:met|bore|covered|shouldered|carried|footed|picked up|settled) (?:all |most )?(?:of )?"
        r"the (?:whole |full |entire |total )?(?:costs?|bill|expense|tab) (?:of|for)",
        "financed",
    ),
    (r"first (?:saw|seen|sighted|noticed|noted|observed|detected|recorded)", "discovered"),
    (r"(?:gave|put up|provided|found|raised) (?:all )?the (?:money|funds|cash) for", "financed"),
    (r"put (?:his|her|their) (?:name|signature|initials|pen) to", "signed"),
    (r"(?:affixed|added) (?:his|her|their) (?:name|signature|initials) to", "signed"),
    (r"set foot on|stood on|planted (?:a|the|his|her) flag on|made it to", "reached"),
    (r"came up with|thought up|hit on|dreamt up|dreamed up", "invented"),
    (r"drew up|drafted the plans for|drew the plans for|drew up the plans for|made the drawings for", "designed"),
    (
        r"gave the (?:order|command|word|instruction)s? (?:for|to (?:open|close|shut|raise|lower|release|start|stop))",
        "ordered",
    ),
    (r"wrote the (?:words|text|lyrics) (?:of|for|to)", "wrote"),
    (r"wrote the (?:music|score) (?:of|for|to)", "composed"),
    (r"was (?:at|behind) the wheel of", "drove"),
    (r"was at the controls of", "piloted"),
    (r"was at the helm of", "steered"),
    (r"was in (?:charge|command) of|took charge of|took command of|presided over", "led"),
    (r"took possession of", "owned"),
    (r"set (?:fire|light) to", "torched"),
    (r"cut the ribbon (?:at|of|on)", "inaugurated"),
    (r"(?:put|brought) an end to|put a stop to|brought to an end", "ended"),
    (r"laid eyes on|set eyes on|caught sight of|got a glimpse of", "spotted"),
    (
        r"(?:took|carried off|lifted|walked off with|came home with)"
        r"(?= the (?:title|trophy|cup|prize|crown|gold|award))",
        "won",
    ),
    (r"stole away with|made off with|got away with|ran off with", "stole"),
    (r"took the life of|did away with", "killed"),
    (r"took over from|stepped into the shoes of", "succeeded"),
    (r"took the (?:photograph|photo|picture|image)s? of", "photographed"),
    (r"fired the shots? that killed", "killed"),
    (
        r"(?:was|were) (?:awarded|handed|given|presented with)"
        r"(?= the [^;:,.]{0,40}(?:prize|cup|medal|title|award|crown))",
        "won",
    ),
    (r"made (?:a |the )?(?:gift|present) of", "donated"),
    (r"bill for (?=[^;:]{3,80} (?:was|is) (?:footed|picked up|met|paid|settled) by)", ""),
    (r"(?:footed|picked up|met)(?= by)", "financed"),
)
"""Phrases for a deed, and a verb that tells of the same in their place."""
_PLAIN = re.compile("|".join(rf"\b(?:{told})\b" for told, _ in _SAID_AS))
_VERB = tuple((re.compile(told), verb) for told, verb in _SAID_AS)


ONCE = frozenset(
    "design write compose translate paint sculpt build invent discover found kill murder forge donate commission "
    "christen".split()
)
"""Deeds that are done to a thing but once."""
MAKING = frozenset("design write compose paint sculpt build illustrate photograph choreograph invent".split())
"""Deeds of which a thing is "the work of" somebody."""
_PARTICLES = frozenset("up off out over down in into on upon across for alight from forward".split())


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for line in re.sub(r"\n +", " ", _VERBS.strip()).split("\n"):
        name, _, rest = line.partition(": ")
        told, _, doers = rest.partition(" | ")
        for verb in told.split():
            verbs.setdefault(verb, name)
        for doer in doers.split():
            nouns.setdefault(doer, name)
    return verbs, nouns


@cache
def _forms() -> dict[str, tuple[str, str]]:
    """The forms of verbs and particles as they are written, with their base and the deed."""
    found: dict[str, tuple[str, str]] = {}
    for verb, name in _tables()[0].items():
        base, *rest = verb.split("-")
        if rest and not _PARTICLES.issuperset(rest) and len(rest) == 1:
            base, rest = verb, []
        for form in forms_of(base):
            found.setdefault(" ".join((form, *rest)), (verb, name))
    return found


_COMMANDED = frozenset(
    "battery regiment battalion brigade company platoon squadron squad unit division corps army navy fleet ship "
    "vessel frigate destroyer submarine boat force garrison troop crew patrol guard militia expedition fort".split()
)
"""What is commanded by whoever leads it."""


def deed_of(form: str, thing: str = "") -> str:
    """The deed that a form of a verb tells of, with its particle, done to a thing; empty where it tells of none."""
    verb, deed = _forms().get(form.lower(), ("", ""))
    return "lead" if verb == "command" and thing in _COMMANDED else deed


def does_to(form: str, noun: str) -> bool:
    """Whether a verb is its deed with this thing."""
    verb = _forms().get(form.lower(), ("", ""))[0]
    return verb not in _THINGS or noun in _THINGS[verb]


def deed_of_doer(noun: str) -> str:
    """The deed of which a noun tells who did it: owner, architect."""
    return _tables()[1].get(noun.lower(), "")


@cache
def verbs(*, doing: bool) -> str:
    """A pattern of the verbs of deeds: in -ing where `doing`, else as they tell what was or is done."""
    return any_of(form for form in _forms() if _is_of(form.split(" ")[0], doing))


def _is_of(form: str, doing: bool) -> bool:
    kind = FORMS.get(form, ("ing" if form.endswith("ing") else "ed" if form.endswith("ed") else "base", form))[0]
    return kind == "ing" if doing else kind in ("past", "participle", "ed", "third") or form in ("cut", "set", "put")


@cache
def doers() -> str:
    """A pattern of the nouns for who did something."""
    return any_of(_tables()[1])


def told_plainly(text: str) -> str:
    """A sentence with the verb in place of each phrase that stands for a deed."""
    return _PLAIN.sub(lambda told: next(verb for said, verb in _VERB if said.match(text, told.start())), text)
