"""Nouns for people: what a person may be called besides a post or a rank."""

from factcheck.language.nouns import singular
from factcheck.language.titles import POSTS, RANKS

_KIN = (
    "mother father parent son daughter brother sister sibling twin husband wife spouse widow widower uncle aunt "
    "nephew niece cousin grandmother grandfather grandparent grandson granddaughter grandchild stepson "
    "stepdaughter stepfather stepmother stepbrother stepsister mum mom dad boyfriend girlfriend fiance fiancee "
    "fiancé fiancée bride groom bridegroom orphan heir mother-in-law father-in-law son-in-law daughter-in-law "
    "brother-in-law sister-in-law"
)
_AGES = (
    "person people man woman men women boy girl child kid baby infant toddler newborn youth youngster teenager "
    "teen adolescent minor adult pensioner retiree senior pupil schoolboy schoolgirl schoolchild student "
    "undergraduate graduate lad lass bachelor centenarian octogenarian nonagenarian septuagenarian human"
)
_PARTS = (
    "resident citizen national native inhabitant villager islander townsman local neighbour neighbor stranger "
    "visitor tourist guest tenant landlord landlady homeowner householder customer client patient user viewer "
    "listener reader voter shareholder taxpayer passenger commuter motorist cyclist pedestrian rider driver biker "
    "hiker climber runner survivor victim casualty suspect defendant accused convict prisoner inmate detainee "
    "offender fugitive gunman attacker assailant killer murderer shooter thief robber burglar fraudster smuggler "
    "hostage captive bystander onlooker witness complainant plaintiff claimant appellant respondent applicant "
    "beneficiary recipient migrant immigrant emigrant refugee expatriate asylum-seeker protester protestor "
    "demonstrator activist supporter fan follower believer worshipper pilgrim member participant contestant "
    "competitor rival opponent colleague friend companion lover partner boss employee employer worker labourer "
    "laborer apprentice trainee intern volunteer recruit conscript reservist veteran serviceman servicewoman "
    "soldier sailor airman marine policeman policewoman fireman firefighter paramedic nurse midwife carer "
    "caregiver nanny babysitter teacher schoolteacher tutor cleaner cook chef waiter waitress barman bartender "
    "butcher baker grocer shopkeeper trader seller vendor salesman saleswoman cashier hairdresser tailor "
    "carpenter plumber electrician builder bricklayer welder mechanic miner fisherman farmer farmhand gardener "
    "shepherd hunter beekeeper grower winemaker brewer postman courier porter guard bodyguard doorman caretaker "
    "janitor receptionist secretary accountant bookkeeper lawyer dentist optician pharmacist therapist carter "
    "docker guide librarian priest nun monk vicar poet painter sculptor dancer pianist violinist guitarist "
    "drummer footballer cricketer golfer jockey skier skater gymnast wrestler sprinter homemaker housewife "
    "breadwinner owner millionaire billionaire heiress hero heroine legend star juror signatory subscriber donor "
    "donator interviewee newcomer amateur professional expert outsider "
    "traveller holidaymaker sightseer diner shopper spectator mourner marcher concertgoer festivalgoer churchgoer "
    "cinemagoer partygoer reveller camper swimmer bather surfer diver sunbather mountaineer skydiver paraglider "
    "mariner seaman seafarer boatman crewman steward stewardess lifeguard lifeboatman railwayman ferryman "
    "engineer technician scientist researcher academic lecturer scholar artist musician singer actor actress "
    "lawmaker legislator parliamentarian deputy delegate elector candidate contender nominee aspirant jobseeker "
    "striker picket militant insurgent rebel fighter guerrilla terrorist extremist separatist settler dissident "
    "trafficker poacher pirate hijacker bomber arsonist looter rioter gangster hooligan dealer addict smoker "
    "drinker sufferer bidder tenderer investor shareholder creditor saver depositor borrower consumer buyer "
    "evacuee deportee returnee internee abductee attendee escapee absentee invitee employee tribesman herder nomad "
    "peasant highlander countryman fellow-citizen litigant petitioner whistleblower staffer freelancer "
    "coworker co-worker workmate teammate classmate comrade cadet trooper paratrooper peacekeeper mercenary "
    "militiaman infantryman gunner partisan collaborator informer spy diplomat civil-servant functionary clerk "
    "athlete swimmer rower cyclist sportsman sportswoman weightlifter boxer goalkeeper defender midfielder "
    "executive banker broker retailer importer exporter contractor plumber lumberjack logger tenant leaseholder "
    "householder occupant occupier lodger squatter rough-sleeper mother-to-be newlywed parishioner congregant "
    "celebrant contact vaccinee carpooler conductor trucker biker truck-driver lorry-driver bus-driver"
)
PERSONS = frozenset(f"{_KIN} {_AGES} {_PARTS}".split()) | POSTS | RANKS
"""Nouns for one person, lower case, in the singular."""
PARENTS = frozenset("mother father parent mum mom dad grandmother grandfather grandparent".split())
"""Those who are "of" so many children: "a mother of three"."""


def is_person(noun: str) -> bool:
    """Whether a noun, of any case and number, means a person or people."""
    word = noun.lower()
    return word in PERSONS or singular(word) in PERSONS
