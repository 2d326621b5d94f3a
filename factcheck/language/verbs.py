"""English verbs: irregular forms, common regular verbs, and those that are nouns as well."""

import re
from functools import cache

_IRREGULAR = """
arise arose arisen;awake awoke awoken;be was been;bear bore borne;beat beat beaten;become became become;
begin began begun;bend bent bent;bet bet bet;bid bid bid;bind bound bound;bite bit bitten;bleed bled bled;
blow blew blown;break broke broken;breed bred bred;bring brought brought;broadcast broadcast broadcast;
build built built;burn burnt burnt;burst burst burst;buy bought bought;cast cast cast;catch caught caught;
choose chose chosen;cling clung clung;come came come;cost cost cost;creep crept crept;cut cut cut;
deal dealt dealt;dig dug dug;do did done;draw drew drawn;dream dreamt dreamt;drink drank drunk;
drive drove driven;eat ate eaten;fall fell fallen;feed fed fed;feel felt felt;fight fought fought;
find found found;flee fled fled;fling flung flung;fly flew flown;forbid forbade forbidden;
forecast forecast forecast;foresee foresaw foreseen;forget forgot forgotten;forgive forgave forgiven;
freeze froze frozen;get got gotten;give gave given;go went gone;grow grew grown;
hang hung hung;have had had;hear heard heard;hide hid hidden;hit hit hit;hold held held;hurt hurt hurt;
keep kept kept;kneel knelt knelt;know knew known;lay laid laid;lead led led;lean leant leant;leap leapt leapt;
learn learnt learnt;leave left left;lend lent lent;let let let;lie lay lain;light lit lit;lose lost lost;
make made made;mean meant meant;meet met met;mistake mistook mistaken;outdo outdid outdone;
outgrow outgrew outgrown;overcome overcame overcome;oversee oversaw overseen;overtake overtook overtaken;
overthrow overthrew overthrown;pay paid paid;prove proved proven;put put put;quit quit quit;read read read;
rebuild rebuilt rebuilt;repay repaid repaid;rid rid rid;ride rode ridden;ring rang rung;rise rose risen;
run ran run;say said said;see saw seen;seek sought sought;sell sold sold;send sent sent;set set set;
shake shook shaken;shed shed shed;shine shone shone;shoot shot shot;show showed shown;shrink shrank shrunk;
shut shut shut;sing sang sung;sink sank sunk;sit sat sat;sleep slept slept;slide slid slid;speak spoke spoken;
speed sped sped;spend spent spent;spill spilt spilt;spin spun spun;split split split;spread spread spread;
spring sprang sprung;stand stood stood;steal stole stolen;stick stuck stuck;sting stung stung;
strike struck stricken;strive strove striven;swear swore sworn;sweep swept swept;swell swelled swollen;
swim swam swum;swing swung swung;take took taken;teach taught taught;tear tore torn;tell told told;
think thought thought;throw threw thrown;thrust thrust thrust;tread trod trodden;undergo underwent undergone;
undermine undermined undermined;understand understood understood;undertake undertook undertaken;
undo undid undone;uphold upheld upheld;upset upset upset;wake woke woken;wear wore worn;weave wove woven;
weep wept wept;win won won;wind wound wound;withdraw withdrew withdrawn;withhold withheld withheld;
withstand withstood withstood;wring wrung wrung;underwrite underwrote underwritten;resell resold resold;
slay slew slain;write wrote written;rewrite rewrote rewritten
"""

_REGULAR = """
abandon abolish absorb accelerate accept accommodate accompany accomplish accord accumulate accuse achieve acknowledge
acquire act adapt add adhere adjust administer admire admit adopt advance advise advocate affirm afford agree aid allege
alleviate allocate allow alter amass amend amount analyse analyze announce annoy anticipate apologise apologize appeal
appear applaud apply appoint appreciate approve argue arrange arrest arrive ascertain ask assassinate assemble assert
assess assign assist assume assure attach attain attend attract attribute authorise authorize avert avoid await ban
base become befall behave believe belong benefit betray block bolster bombard boycott brief calculate call cancel
capture carry cease celebrate centre challenge characterise characterize chase cite claim clarify classify climb close
coincide collaborate collapse collect combat combine command commemorate commence comment commission commit communicate
compare compete compile complain complement complete comply compose comprise compromise conceal concede conceive
concentrate conclude condemn conduct confer confirm confiscate confront congratulate connect consider consist
consolidate constitute constrain construct consult consume contain contend continue contract contradict contribute
control convene convert convey convict convince cooperate coordinate cope count counter court cover create cripple
criticise criticize cross crush cultivate curb cure curtail decide declare decline decrease dedicate deem deepen
defeat defend defer define defy delay delegate delete deliver demand demonstrate denounce deny depart depend depict
deploy deport depose derive descend describe deserve design destroy detain deteriorate determine develop devise devote
dictate die differ diminish disagree disappear disappoint discard discharge disclose discover discuss dislodge dismiss
disperse displace display dispute disrupt distance distinguish distribute disturb diversify divide document dominate
donate double draft drop dry dwindle earn ease echo edit educate elect eliminate embark embed embrace emerge emphasise
emphasize employ enable enact encompass encounter encourage end endorse enforce engage enhance enjoy enlist ensue
ensure entail enter entertain entitle entrust envisage equip erode erupt escalate escape establish estimate evacuate
evade evaluate evolve exaggerate examine exceed exchange exclude execute exempt exercise exhaust exist expand expect
expel experience expire explain explode exploit explore export expose express extend extract face facilitate fail
falter fear feature fend file fill finalise finalize finance finish fire fit flag flow focus follow force foresee
forge form formulate foster found free fuel fulfil fulfill function fund gain gather generate govern grant grapple
greet guarantee guard guide halt halve hamper hand handle happen harm head heighten help hesitate highlight hinder
hire host identify ignore illustrate imagine implement imply import impose imprison improve include incorporate
increase incur indicate induce inform inherit initiate injure insist inspect inspire install instruct integrate intend
intensify interact intercept interfere interpret intervene interview introduce invade invest investigate invite
involve isolate issue join judge jump justify kick kill label lack land languish last launch lessen level lift like
liken limit link list live load lobby locate look loom lower maintain manage manufacture march mark marry match matter
maximise maximize measure mention merge migrate mobilise mobilize modernise modernize modify monitor mount move murder
name narrow near necessitate need negotiate nominate note notice notify number obey object oblige observe obtain occupy
occur offer offset open operate oppose opt order organise organize originate oust outline outlaw outnumber outperform
outstrip outweigh overlook overtake owe own participate pass patrol pause peak penetrate perceive perform permit
persist persuade place plan plant play plead pledge plot plummet plunge point portray position possess post postpone
pour praise precede precipitate predict prefer prepare present preserve press presume pretend prevail prevent process
proclaim procure produce profit progress prohibit prolong promise promote prompt propose prosecute protect protest
provide provoke publish pull punish purchase pursue push question quadruple quote raid raise rally range rank rate
ratify reach react reaffirm realise realize rebound recall receive reckon reclaim recognise recognize recommend
reconcile record recover recruit redouble reduce refer reflect reform refrain refuse refute regain regard register
regret reject relate release relocate rely remain remark remember remind remove render renew repeal repeat replace
reply report represent repress request require rescue resemble reserve reside resign resist resolve respond rest
restore restrict result resume retain retire retreat return reunite reveal reverse review revise revive reward risk
rival rule rush sanction satisfy save scale schedule score scrap scrutinise secure seem seize separate serve settle
shape share shell shift ship shock shout shrug sign signal signify slam slash slip slow slump smuggle snap soar
solve spark speculate spur squeeze stabilise stabilize stage stall start starve state station stay stem step stop
store strain strengthen stress stretch struggle study submit subscribe substitute succeed suffer suggest suit
summon supervise supplement supply support suppress surge surpass surprise surrender surround survey survive
suspect suspend sustain switch symbolise symbolize sympathise tackle talk target tempt tend term terminate test
testify thank threaten tie tighten tilt topple torture total touch tour track trade train transfer transform
transmit transport trap travel treat trigger triple trust try tumble turn unfold unite unveil update upgrade urge
use utilise utilize vary veto view violate visit voice vote vow wage wait waive walk wane want warn warrant waste
watch weaken weigh welcome widen wield wipe wish witness wonder work worry worsen yield
abduct abstain accede acquit adjudicate amalgamate annul apprehend arraign banish bankroll bequeath bestow capsize
collide commute compensate conscript consign countersign crumble deface defraud demolish derail designate detect
disburse disembark divorce downsize drown earmark embezzle emit enrol enroll erect evict excavate exonerate extradite
flatten forfeit furnish graduate heal hijack hospitalise hospitalize immunise immunize impound inaugurate incarcerate
indict infect inoculate inundate kidnap lease liberate loot maim obliterate overturn perish plunder quash raze rebuff
refurbish reimburse renovate reopen repatriate resettle restart restructure rob ruin scorch smoulder stab breathe
submerge subsidise subsidize succumb sue suffocate uncover unearth uproot vaccinate vandalise vandalize
vanish crawl divert fix ignite mend spare dilute pollute exhume pave encrypt tamper
"""

_NOUNS_TOO = """
accord account act address advance aid aim airlift amount answer appeal approach arrest attack attempt auction
average award balance ban base bear beat bet bid blast block board boost bomb border boycott break brief broadcast
build burn burst buy call campaign capture care cast cause centre chair challenge change charge chase check claim
climb close comment combat benefit command commission comment compromise concern conduct conflict contact
contract contrast
control cost count counter court cover crack crash credit cross cry cure curb cut damage dance date deal debate
decline decrease defeat delay delegate demand deposit design desire discharge display dispute distance document
dominate draft draw dream drink drive drop ease echo effect effort eject end escape estimate exchange excuse
exercise exhibit exile experience experiment exploit export extract eye face fall favour favor fear feature feed
fight figure file film finance find fine finish fire fish fit flag flight flood flow fly focus force forecast form
frame fuel function fund gain gap gather grant grip group guarantee guard guess guide halt hand handle harm hate
head hearing heat help highlight hike hint hire hit hold hope host house hunt impact import increase influence
input insult interest interview invite issue jail joke judge jump kick kill label lack land lapse laugh launch lead
leak leap leave level lie lift light limit link list load loan lobby lock look loss love lure march mark market
master match matter measure meet mention merge mind mistake mix model monitor mount move murder name need note
notice number object offer offset open order outline overhaul own pace pack paint part pass patrol pause pay peak
permit phone pick picture place plan plant play pledge plot point poll position post pound practice praise present
press price process produce profit program programme progress project promise protest pull purchase purge push
question quote race raid rain raise rally range rank rate reach read rebel rebound recall record reform refund
regret release remark remit rent repair repeat reply report request rescue research reserve resort respect rest
result retreat return reverse review reward rule ride ring rise risk rival roll run rush sanction scale schedule
score scrap search seat select set shake shape share shell shift ship shock shoot shop shot shout show shrug side
sign signal sink slide slip slump smile smoke snap sound space spark speed spell spend spin split sponsor spread
spring spur squeeze staff stage stake stand start state station stay steal stem step stick stock stop store storm
strain stream stress stretch strike stroke struggle study subject suit supply support surge surprise surrender
survey suspect sweep swing switch talk target task tax tear term test thought threat throw tie tilt time tip title
toll tone top torture total touch tour track trade train transfer transport trap travel treat trend trial trick
trigger trip trouble trust try turn update upgrade upset use value veto view visit voice vote wage wait wake walk
want war warrant waste watch water wave weather weight welcome win wind wish witness wonder word work worry wound
yield collapse convict crush divorce embrace encounter freeze lease plunge ruin slash spill stab tumble vow
"""


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


_DOUBLED = frozenset(
    "admit ban bar beg blur cancel chat chop clap clip commit compel control counsel cut deter dig dip drag drop drum "
    "equip expel fit flag forbid forget fuel fulfil get grab grip hit hug incur jog knit label lag let level log map "
    "model net nod occur offset omit outwit patrol permit pin plan plot plug pop prefer propel put quarrel quit rebel "
    "recur refer regret rib rid rob rub run scrap set ship shop shut signal sin sit skip slam slap slim slip slit "
    "stab acquit annul enrol kidnap "
    "snap spin spit split spot spur step stem stir stop strip submit swap swim tip total top transfer transmit "
    "trap travel trek trim upset wed whip win worship wrap".split()
)


def _ing(base: str) -> str:
    if base in _DOUBLED:
        return base + base[-1] + "ing"
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")) and base != "be":
        return base[:-1] + "ing"
    return base + "ing"


def _ed(base: str) -> str:
    if base in _DOUBLED:
        return base + base[-1] + "ed"
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    return base + "ed"


_PASTS = frozenset("found saw left lay".split())
"""Forms of irregular verbs that are the bases of rarer verbs as well."""


def _forms() -> dict[str, tuple[str, str]]:
    """Every inflected form -> (its form, its base); forms: base, third, past, participle, ed, ing."""
    forms: dict[str, tuple[str, str]] = {}
    irregular = {}
    for entry in _IRREGULAR.replace("\n", "").split(";"):
        base, past, participle = entry.split()
        irregular[base] = (past, participle)
    for base in (*irregular, *sorted({*_REGULAR.split(), *_NOUNS_TOO.split()} - irregular.keys())):
        forms.setdefault(_third(base), ("third", base))
        forms.setdefault(_ing(base), ("ing", base))
        if base not in irregular:
            forms.setdefault(_ed(base), ("ed", base))
            if base in _DOUBLED:
                forms.setdefault(base + "ed", ("ed", base))
                forms.setdefault(base + "ing", ("ing", base))
            continue
        past, participle = irregular[base]
        if past == participle:
            forms.setdefault(past, ("ed" if past != base else "base", base))
        else:
            forms.setdefault(past, ("past" if past != base else "base", base))
            forms.setdefault(participle, ("participle" if participle != base else "base", base))
    for base in (*irregular, *_REGULAR.split(), *_NOUNS_TOO.split()):
        if base not in _PASTS:
            forms[base] = ("base", base)
    return forms


FORMS = _forms()
"""Inflected form -> (base | third | past | participle | ed | ing, base). `ed` is past and participle alike."""


@cache
def _by_base() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for form, (_, base) in FORMS.items():
        found.setdefault(base, []).append(form)
    return found


def forms_of(base: str) -> tuple[str, ...]:
    """Every form of a verb, by the lists or, of a verb that they do not hold, by rule."""
    return tuple(dict.fromkeys((base, *(_by_base().get(base) or (_third(base), _ing(base), _ed(base))))))


NOUNS_TOO = frozenset(_NOUNS_TOO.split())
"""Bases that are as readily nouns ("visit", "report")."""


_VOWELS = "aeiou"
_ADDS_E = re.compile(
    r"(?:[cvuz]|[^aeiou]s|[aeiouy]s|dg|[alr]ng|[^aeiou]l|(?:^|[^aeiou])[aeiou][dkmp]|[^aeo]at|(?:^|[^ao])in|[^aeo]ur|ut|id"
    r"|(?<![ao])ir|ag|(?:^[^aeiou]{0,3}|pl|st)or|rg|ys)$"
)
"""Endings of a stem that lost an "e" before -ed and -ing ("paralys", "settl", "activat")."""


def regular_base(word: str) -> str:
    """The likely base of a regular form in -ed or -ing that no list holds ("scanned" is scan, "paralysed" paralyse)."""
    stem = word[:-3] if word.endswith("ing") else word[:-2]
    if word.endswith("ied"):
        return word[:-3] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfze" and stem[-3] in _VOWELS:
        return stem[:-1]
    if len(stem) > 1 and stem[-1] == stem[-2]:
        return stem
    return stem + "e" if _ADDS_E.search(stem) else stem
