"""The nouns of each concept: a concept, a colon, its nouns; the first concept that has a word wins."""

NOUNS = """
death: death fatality toll dead cull culling euthanasia killing homicide murder assassination massacre slaughter
    drowning deceased slaying manslaughter demise
casualty: casualty
execution: execution hanging
injury: injury injured wounded wounding hurt laceration bruise fracture
illness: illness sickness ailment disease
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
flooding: flood flooding inundation deluge
collapse: collapse cave-in
landslide: landslide mudslide landslip avalanche rockfall rockslide mudflow
visit: visit tour
travel: trip travel voyage journey
meeting: meeting summit gathering encounter session
talks: talks negotiation dialogue discussion
transfer: purchase procurement sale supply import export provision resale auction lease selling buying
order: order
delivery: delivery shipment consignment handover distribution hand-over
agreement: agreement deal pact accord treaty memorandum mou settlement concord compact
contract: contract
signature: signature signing
ratification: ratification
payment: payment repayment reimbursement compensation refund instalment
price: price cost worth value valuation price-tag
spending: spending expenditure outlay disbursement capex spend
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
growth: growth rise increase surge jump gain uptick upturn expansion doubling upsurge hike boost
decline: decline drop decrease reduction slump dip downturn contraction plunge fall downswing shrinkage cutback
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
explosion: explosion blast detonation bang
coup: coup d'état d'etat putsch overthrow
seizure: seizure confiscation impoundment
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
strike: strike industrial-action
walkout: walkout stoppage
protest: protest demonstration rally march
clash: clash skirmish
fighting: fighting battle
attendance: attendance visitor attendee spectator
exercise: exercise
construction: construction erection building-work
completion: completion
outbreak: outbreak epidemic
outage: outage blackout power-cut brownout
failure: failure breakdown malfunction
start: start beginning commencement onset groundbreaking ground-breaking outset inception
end: end conclusion termination expiry expiration
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
expulsion: expulsion deportation extradition
surrender: surrender
mobilisation: mobilisation conscription
escape: escape jailbreak breakout getaway
accession: accession
transmission: transmission
theft: theft robbery burglary looting break-in heist larceny pilfering stealing
fraud: fraud embezzlement scam swindle con
score: goal
sighting: sighting
condemnation: condemnation
replacement: replacement
repair: repair renovation refurbishment
earthquake: earthquake quake
storm: storm cyclone hurricane typhoon
felling: felling logging deforestation clear-felling
retrieval: retrieval salvage
relocation: relocation rehousing
pollution: pollution contamination
diagnosis: diagnosis
quarantine: quarantine isolation
breach: breach violation infringement contravention
privatisation: privatisation
nationalisation: nationalisation
repossession: repossession foreclosure
eviction: eviction
pardon: pardon amnesty clemency
interrogation: interrogation questioning
search: search manhunt
exhumation: exhumation
protection: protection
upgrade: upgrade modernisation
renaming: renaming
disqualification: disqualification
repeal: repeal abolition revocation
amendment: amendment revision
broadcast: broadcast telecast
smuggling: smuggling trafficking
poaching: poaching
relegation: relegation demotion
qualification: qualification
inheritance: inheritance
boycott: boycott
diversion: diversion
extinction: extinction
translation: translation
pledge: pledge promise vow undertaking
proposal: proposal suggestion
request: request plea
threat: threat
criticism: criticism
praise: praise
denial: denial
restriction: restriction curb
removal: removal
installation: installation
membership: membership enrolment enrollment registration subscription sign-up
"""
