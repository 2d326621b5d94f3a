"""Happenings that have a date: which words tell of one moment, and which of them a thing has once only."""

from collections.abc import Collection
from functools import cache

_MOMENTS = """
founding: founding found establish set-up incorporate co-found date-from date-back
making: creation construction production making make cast paint carve sculpt weave forge mint engrave mould embroider
    illuminate compose write draw design craft build erect construct complete completion date-from date-back print
    bind chisel knit sew stitch brew-up assemble
publication: publication come-out appear bring-out print
opening: opening inaugurate inauguration open unveil debut launch
bankruptcy: bankruptcy
ceasefire: ceasefire
beginning: start outbreak opening launch kick-off break-out erupt set-in begin flare-up
ending: end closure wind-up finish expire conclude cancellation
closure: closure end shut-down close-down
collapse: collapse failure break-down cave-in come-down give-way fall topple crumble buckle destruction break-up
failure: failure break-down fail malfunction outage collapse
outage: outage failure
sinking: sinking founder capsize
crash: crash derail
attack: attack raid explosion shooting bombing intrusion strike encrypt hack
explosion: explosion attack
theft: theft raid
burning: burning fire
flooding: flooding
landslide: landslide
earthquake: earthquake
appointment: appointment become take-over hiring take-office inauguration
resignation: resignation
dismissal: dismissal
retirement: retirement
joining: joining join hiring
death: death
birth: birth
marriage: marriage
divorce: divorce
arrest: arrest
release: release
charge: charge
conviction: conviction
acquittal: acquittal
sentence: sentence imprisonment jail
trial: trial
hearing: hearing
execution: execution
acquisition: transfer takeover acquisition
merger: merger
signature: signature
ratification: ratification
approval: approval adoption
rejection: rejection
ban: ban
sanction: sanction
award: award
order: order
delivery: delivery arrival
arrival: arrival arrive land delivery landing
departure: departure take-off
landing: landing
discovery: discovery sighting detection notice spot come-across stumble-on find unearth
inspection: inspection service check
test: test scan
visit: visit
meeting: meeting talks
vote: vote
election: election vote
referendum: referendum
round: round
debate: debate
match: match
race: race
concert: concert
conference: conference
exhibition: exhibition
funeral: funeral
ceremony: ceremony
launch: launch
announcement: announcement
evacuation: evacuation
rescue: rescue
kidnapping: kidnapping missing
escape: escape
coup: coup
surrender: surrender
invasion: invasion attack invade
strike: strike walkout
protest: protest
outbreak: outbreak
recall: recall
suspension: suspension
resumption: resumption
repair: repair
withdrawal: withdrawal
eviction: eviction
settlement: settlement
lawsuit: lawsuit
appeal: appeal
ruling: ruling
"""
"""A moment, and the concepts and verbs that tell of it; a word may tell of several."""

ONCE = frozenset(
    "founding making publication opening closure collapse sinking crash appointment resignation retirement joining "
    "death birth marriage divorce acquittal execution merger ratification discovery coup surrender burning acquisition "
    "beginning ending landslide earthquake funeral referendum launch round debate signature bankruptcy "
    "deadline".split()
)
"""What one thing or person has once, so that two dates of it are two answers."""

OF_SOMEBODY = frozenset(
    "death birth injury arrest release rescue evacuation missing hospitalisation conviction sentence charge dismissal "
    "illness infection displacement layoff hiring vaccination treatment marriage divorce".split()
)
"""Happenings that many people share in on many days, so that they are told apart by whom."""

DONE_TO = frozenset(
    "inspection discovery arrest dismissal kidnapping execution conviction sentence charge rescue repair search test "
    "eviction recall".split()
)
"""Happenings that are always done to something, so that who does it alone does not tell to what."""

BEFORE_COURTS = frozenset("arrest charge conviction acquittal sentence trial".split())
"""What somebody may have more than once, but hardly twice within days."""

HAPPENING_BY_ITSELF = frozenset(
    "landslide flooding fire explosion earthquake storm crash collapse attack raid strike outage leak coup protest "
    "outbreak".split()
)
"""Happenings that do things as people do, so that what they do dates them."""

_STARTING = frozenset("start opening outbreak kick-off get-under-way".split())
_GOING_ON = frozenset(
    "trial strike walkout talks meeting conference exhibition debate fighting protest exercise match race concert "
    "round hearing election referendum".split()
)
"""Happenings that last, and are dated by their beginning as well as by themselves."""


def begun(told: str, acting: Collection[str]) -> Collection[str]:
    """Of the happenings that nouns beside a verb tell of, those which it dates by telling that they begin."""
    return _GOING_ON.intersection(acting) if told in _STARTING else ()


SELDOM_DATED = frozenset(
    "be have do say tell go get give take come know think feel want need hope seem appear look see hear hold "
    "keep remain stay stand sit live work continue include mean expect plan believe understand talk speak add "
    "ask call show put let use help try like call-on rise grow fall decline increase decrease drop use own run "
    "lead play wait follow".split()
)
"""Verbs that alone tell of nothing that would be dated."""


NEVER_DATED = frozenset(
    "revenue profit price spending budget debt growth decline production use storage employment attendance turnout "
    "population temperature emission capacity length height depth width weight speed age area coverage ownership "
    "control support membership shortage carriage transmission loss dividend investment education holding".split()
)
"""Concepts of what goes on or is measured, which has no one date."""


@cache
def _moments() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    moment = ""
    for word in _MOMENTS.split():
        if word.endswith(":"):
            moment = word[:-1]
            found.setdefault(moment, set()).add(moment)
        else:
            found.setdefault(word, set()).add(moment)
    return {word: frozenset(moments) for word, moments in found.items()}


def moments_of(concept: str | None, verb: str) -> frozenset[str]:
    """The moments that a happening may be told as, by its concept and its verb or noun; itself where none is listed."""
    known = _moments()
    if concept in NEVER_DATED:
        return frozenset()
    found = known.get(concept or "", frozenset()) | known.get(verb, frozenset())
    if found:
        return found
    return frozenset({concept or verb}) if concept or verb not in SELDOM_DATED else frozenset()
