"""The verbs of each concept: a concept, a colon, its verbs; the first concept that has a word wins."""

VERBS = """
death: die perish kill slay murder assassinate massacre slaughter drown suffocate asphyxiate succumb strangle gun
    cull euthanise put-down pass-away decease
execution: execute
injury: injure wound hurt maim scald concuss bruise
illness: sicken ail
missing: disappear vanish
kidnapping: kidnap abduct hijack
rescue: rescue save winch pluck
evacuation: evacuate
displacement: displace uproot flee resettle
arrest: arrest detain apprehend capture nab handcuff round-up collar
release: release free liberate parole bail
imprisonment: imprison jail incarcerate intern
raid: raid storm
damage: damage deface vandalise scar
demolition: demolish tear-down pull-down knock-down
destruction: destroy raze flatten gut wreck level ruin obliterate wipe-out
burning: burn scorch char blacken torch blaze smoulder burn-down burn-out set-alight
flooding: flood inundate submerge
collapse: collapse crumble cave-in give-way fall-down crash-down
explosion: explode detonate blow-up
visit: visit tour
travel: travel journey sail fly commute
meeting: meet convene summon
talks: negotiate discuss
transfer: buy purchase procure acquire sell supply import export provide resell auction lend lease rent furnish
    stock
order: order commission reserve
delivery: deliver ship hand-over consign distribute
agreement: agree
signature: sign initial ink countersign
ratification: ratify
payment: pay repay reimburse remit compensate refund
price: cost price value worth appraise fetch
spending: spend disburse invest commit splash-out shell-out
budget: budget allocate earmark
funding: fund finance bankroll subsidise sponsor underwrite
donation: donate gift bequeath contribute
loan: borrow loan
debt: owe
award: award bestow confer decorate
appointment: appoint name nominate designate install promote swear-in
resignation: resign quit step-down stand-down step-aside stand-aside bow-out abdicate
dismissal: dismiss sack fire oust depose
retirement: retire
founding: found establish co-found set-up incorporate
opening: open inaugurate reopen
closure: close shut shutter shut-down close-down wind-up wound-up mothball
layoff: lay-off axe downsize
hiring: hire recruit enlist sign-up
employment: employ staff
growth: grow rise raise increase climb jump soar surge swell gain double triple treble quadruple expand widen
    escalate rally rebound recover accelerate strengthen mushroom spiral boost hike outgrow
decline: fall drop decline decrease shrink slip slide plunge plummet tumble slump dwindle contract halve shed reduce
    cut lessen narrow dip sag ebb weaken ease wane abate recede
profit: earn profit
loss: lose
forfeiture: forfeit
revenue: gross
dividend: yield
production: produce manufacture generate extract mine brew churn-out
use: use utilise consume
storage: store stockpile
training: train coach drill
study: study
education: educate teach
graduation: graduate
vote: vote
abstention: abstain
election: elect re-elect
winning: win triumph prevail
defeat: defeat beat trounce
veto: veto
adoption: adopt pass enact
rejection: reject refuse rebuff turn-down
attack: attack bomb shell bombard ambush assault invade fire-on strafe torpedo stab shoot
seizure: seize confiscate impound
crash: crash collide derail smash ram
sinking: sink capsize founder scuttle
landing: land disembark dock berth touch-down alight
launch: launch introduce debut lift-off blast-off premiere
recall: recall call-back
infection: infect
hospitalisation: hospitalise admit
treatment: treat heal cure
vaccination: vaccinate inoculate immunise jab
test: test screen sample
approval: approve authorise license endorse greenlight permit
ban: ban prohibit outlaw forbid bar
sanction: sanction blacklist embargo
suspension: suspend halt pause
fine: fine
charge: charge indict prosecute accuse arraign
conviction: convict
acquittal: acquit exonerate
sentence: sentence
trial: try
hearing: testify
appeal: appeal
ruling: rule adjudicate
overturning: overturn quash annul
lawsuit: sue
settlement: settle
strike: strike
walkout: walk-out
protest: protest demonstrate march picket
clash: clash
fighting: fight battle
attendance: attend participate
construction: build construct erect rebuild
completion: complete finish finalise
outbreak: erupt break-out
start: start begin commence kick-off get-under-way
end: end conclude terminate cease expire
resumption: resume restart
delay: delay postpone defer put-off put-back push-back hold-up set-back
cancellation: cancel scrap abandon call-off
publication: publish issue bring-out
announcement: announce declare proclaim
warning: warn
apology: apologise
discovery: discover find unearth uncover excavate
birth: bear
marriage: marry wed
divorce: divorce
departure: depart leave move-out set-off set-out take-off
arrival: arrive
return: return repatriate
inspection: inspect examine audit look-over look-at check-over
investigation: investigate probe look-into
takeover: take-over buy-out
bid: bid offer tender
ownership: own hold possess
control: control occupy
merger: merge amalgamate
holding: host stage
funeral: inter cremate
capacity: seat accommodate
length: stretch span extend
weight: weigh
speed: speed
coverage: cover
emission: emit
leak: leak spill
planting: plant
harvest: harvest reap
fall: topple
invitation: invite
deployment: deploy
withdrawal: withdraw pull-out
expulsion: expel deport extradite exile banish
surrender: surrender
mobilisation: mobilise conscript
escape: escape abscond break-free
accession: join accede
transmission: transmit spread
membership: enrol enroll register subscribe
carriage: transport ferry haul
theft: steal rob loot plunder burgle make-off-with pilfer filch swipe purloin
fraud: defraud embezzle swindle
score: score
sighting: sight spot
support: support back
condemnation: condemn denounce
recommendation: recommend
detection: detect
measurement: measure
replacement: replace substitute
repair: repair mend fix renovate refurbish restore overhaul do-up
conversion: convert
restructuring: restructure
shortage: lack
felling: fell log deforest clear-fell chop-down cut-down hew
retrieval: retrieve salvage dredge-up
relocation: relocate rehouse
stranding: strand maroon
pollution: pollute contaminate foul taint
diagnosis: diagnose
quarantine: quarantine
breach: breach violate infringe flout contravene break-into
privatisation: privatise
nationalisation: nationalise
repossession: repossess foreclose
eviction: evict
pardon: pardon amnesty
interrogation: interrogate grill quiz
search: scour comb
exhumation: exhume
protection: protect safeguard
upgrade: upgrade modernise
renaming: rename rechristen
disqualification: disqualify
repeal: repeal rescind revoke abolish
amendment: amend revise
broadcast: broadcast televise stream
smuggling: smuggle traffic
poaching: poach
relegation: relegate demote
qualification: qualify
inheritance: inherit
boycott: boycott shun
diversion: divert reroute
recovery: recuperate convalesce
hatching: hatch
extinction: die-out
translation: translate
overtaking: overtake surpass outstrip outnumber outsell
pledge: pledge vow promise undertake
proposal: propose suggest moot
threat: threaten
criticism: criticise slam lambast blast castigate
praise: praise hail applaud laud
denial: deny refute
dispute: dispute contest
restriction: restrict curb
removal: remove dismantle take-down
capture: recapture
"""
