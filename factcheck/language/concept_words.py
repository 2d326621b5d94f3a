"""The words of each concept: a concept, a colon, its verbs or its nouns; the first concept that has a word wins."""

VERBS = """
death: die perish kill slay murder assassinate massacre slaughter drown suffocate asphyxiate succumb strangle
    gun cull euthanise put-down pass-away
execution: execute
injury: injure wound hurt maim scald concuss
illness: sicken ail
missing: disappear vanish
kidnapping: kidnap abduct hijack
rescue: rescue save winch pluck
evacuation: evacuate
displacement: displace uproot flee resettle
arrest: arrest detain apprehend capture nab handcuff round-up
release: release free liberate parole bail
imprisonment: imprison jail incarcerate intern
raid: raid storm
damage: damage deface vandalise scar
demolition: demolish tear-down pull-down knock-down
destruction: destroy raze flatten gut wreck level ruin obliterate
burning: burn scorch char blacken torch blaze smoulder burn-down burn-out
flooding: flood inundate submerge
collapse: collapse crumble cave-in give-way fall-down crash-down
explosion: explode detonate blow-up
visit: visit tour
travel: travel journey sail fly commute
meeting: meet convene summon
talks: negotiate discuss
transfer: buy purchase procure acquire sell supply import export provide resell auction lend lease rent
    furnish stock
order: order commission reserve
delivery: deliver ship hand-over consign distribute
agreement: agree
signature: sign initial ink countersign
ratification: ratify
payment: pay repay reimburse remit compensate refund
price: cost price value worth appraise
spending: spend disburse invest commit
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
closure: close shut shutter shut-down close-down wind-up wound-up
layoff: lay-off axe downsize
hiring: hire recruit enlist
employment: employ staff
growth: grow rise raise increase climb jump soar surge swell gain double triple treble quadruple expand widen
    escalate rally rebound recover accelerate strengthen
decline: fall drop decline decrease shrink slip slide plunge plummet tumble slump dwindle contract halve shed
    reduce cut lessen narrow dip sag ebb weaken
profit: earn profit
loss: lose
forfeiture: forfeit
revenue: gross
dividend: yield
production: produce manufacture generate extract mine brew
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
delay: delay postpone defer put-off put-back push-back hold-up
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
investigation: investigate probe
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
withdrawal: withdraw evict pull-out
expulsion: expel deport extradite exile banish
surrender: surrender
mobilisation: mobilise conscript
escape: escape
accession: join accede
transmission: transmit spread
membership: enrol enroll register subscribe
carriage: transport ferry haul
theft: steal rob loot plunder burgle make-off-with
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
"""

NOUNS = """
death: death fatality toll dead cull culling euthanasia killing homicide murder assassination massacre slaughter
    drowning deceased slaying manslaughter
casualty: casualty
execution: execution hanging
injury: injury injured wounded wounding hurt
illness: illness sickness
missing: missing disappearance
kidnapping: kidnapping abduction hijacking hostage-taking
rescue: rescue
evacuation: evacuation evacuee
displacement: displacement displaced
arrest: arrest detention detainee apprehension
release: release parole
imprisonment: imprisonment incarceration
raid: raid
damage: damage
demolition: demolition
destruction: destruction
burning: burning arson
fire: fire blaze wildfire inferno
flooding: flood flooding inundation
collapse: collapse cave-in
landslide: landslide mudslide landslip avalanche rockfall
visit: visit tour
travel: trip travel voyage journey
meeting: meeting summit gathering encounter
talks: talks negotiation
transfer: purchase procurement sale supply import export provision resale auction lease selling buying
order: order
delivery: delivery shipment consignment handover distribution
agreement: agreement deal pact accord treaty memorandum mou settlement
contract: contract
signature: signature signing
ratification: ratification
payment: payment repayment reimbursement compensation refund instalment
price: price cost worth value valuation
spending: spending expenditure outlay disbursement capex
investment: investment
budget: budget allocation
funding: funding financing fundraising grant subsidy
donation: donation gift bequest contribution
loan: loan borrowing lending
debt: debt liability
award: award prize medal honour decoration
appointment: appointment nomination promotion
resignation: resignation
dismissal: dismissal sacking ouster
retirement: retirement
founding: founding foundation establishment
inauguration: inauguration
opening: opening reopening
closure: closure closing shutdown
layoff: layoff redundancy lay-off
hiring: hiring recruitment
employment: employment
growth: growth rise increase surge jump gain uptick upturn expansion doubling
decline: decline drop decrease reduction slump dip downturn contraction plunge
profit: profit earnings
loss: loss
forfeiture: forfeiture
revenue: revenue turnover takings proceeds
dividend: dividend payout
production: production output manufacture manufacturing generation
use: use consumption usage
storage: storage stockpile
training: training trainee
education: education
graduation: graduation
vote: vote ballot voting
abstention: abstention
ceasefire: ceasefire truce armistice cease-fire
bankruptcy: bankruptcy insolvency receivership liquidation
appointment: appointment nomination promotion swearing-in
election: election by-election runoff run-off poll re-election
turnout: turnout
winning: win victory triumph
defeat: defeat
veto: veto
referendum: referendum plebiscite
adoption: adoption passage enactment
rejection: rejection refusal
attack: attack airstrike assault bombing bombardment shelling ambush invasion offensive shooting stabbing
explosion: explosion blast detonation
coup: coup d'état d'etat putsch overthrow
seizure: seizure confiscation
crash: crash collision derailment accident
sinking: sinking capsizing shipwreck
landing: landing disembarkation touchdown
launch: launch introduction debut lift-off liftoff blast-off premiere
recall: recall
infection: infection case
hospitalisation: hospitalisation admission
treatment: treatment
vaccination: vaccination inoculation immunisation
test: test testing screening
approval: approval authorisation licence clearance
ban: ban prohibition
sanction: sanction embargo
suspension: suspension halt
fine: fine penalty
charge: charge indictment prosecution
conviction: conviction
acquittal: acquittal
sentence: sentence sentencing
trial: trial
hearing: hearing
appeal: appeal
ruling: ruling judgment judgement verdict
lawsuit: lawsuit
strike: strike
walkout: walkout stoppage
protest: protest demonstration rally march
clash: clash skirmish
fighting: fighting battle
attendance: attendance visitor attendee spectator
exercise: exercise
construction: construction erection building-work
completion: completion
outbreak: outbreak epidemic
outage: outage blackout
failure: failure breakdown malfunction
start: start beginning commencement onset groundbreaking ground-breaking
end: end conclusion termination
resumption: resumption
delay: delay postponement
cancellation: cancellation
publication: publication
announcement: announcement
warning: warning
apology: apology
discovery: discovery excavation
birth: birth
marriage: marriage wedding
divorce: divorce
departure: departure
arrival: arrival
return: return repatriation
inspection: inspection audit examination
investigation: investigation probe inquiry enquiry
alarm: alarm
takeover: takeover acquisition buyout
bid: bid offer tender
ownership: ownership shareholding stake
control: control occupation
merger: merger
capacity: capacity
length: length
height: height altitude elevation
depth: depth
width: width breadth
weight: weight
speed: speed velocity
age: age
area: area
population: population
temperature: temperature
emission: emission
leak: leak spill spillage
harvest: harvest yield
invitation: invitation
deployment: deployment
withdrawal: withdrawal pullout
round: round
debate: debate
match: match game fixture
race: race
concert: concert gig
conference: conference congress convention
exhibition: exhibition
funeral: funeral burial interment cremation
ceremony: ceremony
expulsion: expulsion deportation extradition eviction
surrender: surrender
mobilisation: mobilisation conscription
escape: escape
accession: accession
transmission: transmission
theft: theft robbery burglary looting break-in heist
fraud: fraud embezzlement
score: goal
sighting: sighting
condemnation: condemnation
replacement: replacement
repair: repair renovation refurbishment
earthquake: earthquake quake
storm: storm cyclone hurricane typhoon
"""
