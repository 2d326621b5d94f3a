"""What people do for a living, and other nouns for one person, as news sets them before or after a name.

Those that are given names as well (Mason, Hunter, Tanner) are left out.
"""

_TRADES = """
accountant acrobat actuary announcer appraiser apprentice arborist auctioneer barber barista barman bartender
beekeeper blacksmith boatbuilder boatman bookkeeper bookseller bricklayer builder butcher butler cabinetmaker
caretaker carer carpenter cashier chauffeur chef childminder chimney-sweep cleaner cobbler confectioner contractor
courier craftsman craftswoman croupier custodian dairyman decorator docker dockworker doorman draughtsman
dressmaker drover electrician engraver estate-agent fireman fisherman fishmonger fitter florist foreman forester
forewoman foundryman furrier gamekeeper gardener gilder glassblower glazier goldsmith greengrocer grocer
groundsman guard gunsmith hairdresser handyman haulier herder herdsman hotelier housekeeper innkeeper ironmonger
janitor jeweller jeweler joiner labourer laborer landlady landlord landscaper lifeguard lighthouse-keeper lineman
locksmith logger longshoreman lumberjack machinist maid mechanic merchant metalworker milkman miner moneylender
mover nanny nurseryman panel-beater pawnbroker plasterer plumber postman postmaster postwoman publican quarryman
rancher realtor receptionist restaurateur riveter roofer saddler sailor salesman salesperson saleswoman scaffolder
seamstress shepherd shipbuilder shipowner shipwright shoemaker shopkeeper signalman silversmith skinner
stationmaster steelworker steeplejack stevedore stockbroker stockman stonemason storekeeper surveyor tailor
technician tiler toolmaker trapper trawlerman trucker typist undertaker upholsterer vintner waiter waitress
warehouseman watchmaker watchman welder wheelwright winemaker woodcutter woodworker zookeeper lorry-driver
bus-driver taxi-driver train-driver truck-driver
"""

_PROFESSIONS = """
agronomist anaesthetist anesthesiologist anesthetist archivist astrophysicist audiologist biochemist bioethicist
botanist cardiologist cartographer chiropractor choreographer climatologist composer conductor conservator
criminologist curator cryptographer dentist dermatologist dietitian dietician diagnostician dramatist
endocrinologist entomologist ethicist ethnographer ethnologist gastroenterologist gemmologist geneticist
geochemist geographer geophysicist geriatrician glaciologist gynaecologist gynecologist haematologist hematologist
herbalist hepatologist homeopath hydrologist ichthyologist immunologist internist librarian linguist lobbyist
mammalogist metallurgist microbiologist midwife mineralogist musicologist mycologist nephrologist neurologist
neuropathologist neuroscientist neurosurgeon nutritionist obstetrician oncologist ophthalmologist optician
optometrist organist ornithologist orthodontist osteopath paediatrician pediatrician palaeontologist
paleontologist paralegal parasitologist petrologist pharmacist pharmacologist philologist philosopher phonetician
physiologist physiotherapist podiatrist primatologist psychiatrist psychotherapist pulmonologist radiographer
radiologist rheumatologist sinologist sonographer theologian theorist therapist topographer toxicologist urologist
zoologist social-worker civil-servant headmaster headmistress headteacher tutor vicar curate deacon chaplain
verger missionary nun broadcaster cartoonist commentator copywriter essayist biographer illustrator painter
sculptor dancer drummer guitarist pianist violinist cellist tenor soprano baritone rapper producer promoter
playwright presenter publicist publisher photojournalist cameraman camerawoman screenwriter songwriter stuntman
announcer financier underwriter actuary insurer valuer patent-attorney conveyancer
"""

_OTHERS = """
bystander commuter evacuee farmhand father-of-two father-of-three flatmate fugitive grandfather grandmother hiker
homeowner hostage householder housewife jogger motorcyclist motorist mother mother-of-two mother-of-three mountaineer
neighbour
neighbor orphan passer-by pedestrian pensioner philanthropist pupil refugee retiree roommate schoolboy schoolgirl
schoolteacher shareholder shopper skier soldier suspect teenager tenant tourist trainee villager volunteer whistleblower
widow widower youth policeman policewoman patrolman airwoman serviceman servicewoman bodyguard sniper spy mercenary
jockey trainer gymnast rower wrestler batsman bowler wicketkeeper flanker fly-half
centre-back full-back left-back right-back frontman teammate """

OCCUPATIONS = frozenset(f"{_TRADES} {_PROFESSIONS} {_OTHERS}".split())
"""Lower case, singular."""
