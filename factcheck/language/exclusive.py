"""Lists of words that exclude each other: an offence, a cargo, a weapon, a disease, a kind of vessel."""

from functools import cache

from factcheck.language.tabulated import entries

_VALUES = """
offence: murder, manslaughter culpable-homicide, rape sexual-assault, theft shoplifting burglary, robbery mugging,
    fraud defraud embezzlement false-accounting, arson fire-raising, bribery corruption, perjury, blackmail extortion,
    kidnapping abduction false-imprisonment, smuggling, tax-evasion tax-fraud, money-laundering, forgery
    counterfeiting, dangerous-driving reckless-driving careless-driving, drink-driving drunk-driving, assault wounding
    battery, treason, espionage spying, terrorism, libel defamation slander, stalking harassment, insider-trading
    insider-dealing, trespass trespassing, poaching, piracy, bigamy, contempt contempt-of-court, drug-trafficking
    drug-dealing, criminal-damage vandalism, negligence gross-negligence, incitement, voter-fraud electoral-fraud,
    animal-cruelty cruelty, rioting riot violent-disorder, price-fixing, child-neglect neglect, course-of-justice
    obstruction obstructing-justice, hooliganism, sedition, plagiarism, desertion, mutiny, looting, cybercrime
    hacking, pickpocketing, match-fixing, human-trafficking people-smuggling, indecency indecent-exposure
goods: wheat grain cereal, maize corn grain cereal, barley grain cereal, oats grain cereal, rye grain cereal, rice
    grain, soya soybean soy, sugar, coffee, cocoa, tea, cotton, wool, fertiliser ammonium-nitrate urea, ammonia, coal,
    coke, iron ore iron-ore, copper, steel, aluminium bauxite, timber wood log lumber, cement, gravel aggregate, sand,
    salt, crude crude-oil oil, petrol gasoline fuel, diesel fuel, kerosene jet-fuel fuel, propane gas lpg butane,
    liquefied-natural-gas lng gas, car vehicle, cattle livestock cow, sheep livestock lamb, pig livestock, horse
    livestock, banana fruit, orange fruit, apple fruit, potato vegetable, onion vegetable, tomato vegetable, milk,
    beer, wine, whisky, chicken poultry, fish, beef meat, pork meat, furniture, scrap scrap-metal, tyre, brick, tile,
    glass, paper, cigarette tobacco, cocaine drug, heroin drug, cannabis drug, weapon arms ammunition, phosphate,
    animal-feed feed fodder, potash, sulphur, palm-oil, sunflower-oil, flour, soap, chemical, explosive dynamite,
    waste, asphalt bitumen, pipe, machinery, medicine, vaccine, book, clothing clothes garment, shoe, frozen-chicken
    poultry, cheese, butter, egg, honey, pepper, tin, nickel, lithium, uranium, marble, granite, wind-turbine turbine,
    transformer, naphtha, methanol, ethanol, caustic-soda, ice-cream, lemon fruit, grape fruit, date, nut,
    fur, ivory, rubber, leather hide, container, hay, straw, toy, television, phone
weapon: knife blade dagger, screwdriver, axe hatchet, machete blade, hammer, sword blade, razor blade, scissors,
    pistol gun handgun revolver firearm, rifle gun carbine firearm, shotgun gun firearm, crossbow, baseball-bat bat,
    bottle glass, brick, stone rock, crowbar iron-bar, chainsaw, spear, bow-and-arrow arrow, grenade, acid, stun-gun,
    catapult, cleaver, chisel, spade shovel, pitchfork, rope, belt
material: bronze metal, brass metal, iron cast-iron metal, steel stainless-steel metal, copper metal, lead metal,
    aluminium metal, marble stone, granite stone, limestone stone, sandstone stone, slate stone, oak wood timber, pine
    wood timber, beech wood timber, teak wood timber, mahogany wood timber, bamboo, brick, concrete, plaster, clay
    terracotta earthenware, porcelain china, gold, silver, platinum, pewter metal, ivory, glass, plastic, leather,
    silk, wool, cotton, linen, velvet, straw thatch, cardboard, rubber, wax, ebony wood
disease: measles, mumps, cholera, typhoid, malaria, dengue, diphtheria, polio, tetanus, rabies, anthrax, plague,
    smallpox, chickenpox, sheep-pox, scabies, scarlet-fever, whooping-cough pertussis, meningitis, hepatitis,
    tuberculosis, pneumonia, influenza flu, bird-flu avian-flu avian-influenza, swine-fever, foot-and-mouth,
    bluetongue, salmonella salmonellosis, listeria listeriosis, norovirus, e-coli, legionella, ebola, zika, cancer
    leukaemia lymphoma, stroke, heart-attack heart-failure cardiac-arrest, diabetes, dementia, parkinson, sepsis,
    botulism, leprosy, brucellosis, yellow-fever, lyme-disease, rubella, asthma, kidney-failure, liver-failure
limb: wrist arm, elbow arm, forearm arm, hand, finger hand, thumb hand, shoulder, collarbone shoulder, ankle leg foot,
    knee leg, shin leg, thigh leg hamstring, calf leg, foot, toe foot, hip pelvis, rib chest, skull head jaw, neck
    spine, back spine, eye head, nose head, groin, achilles leg
language: english, french, german, spanish, italian, portuguese, dutch, russian, polish, arabic, hebrew, greek, latin,
    turkish, persian farsi, hindi, urdu, bengali, tamil, mandarin chinese, cantonese chinese, japanese, korean,
    swedish, norwegian, danish, finnish, icelandic, czech, slovak, hungarian, romanian, bulgarian, serbian, croatian,
    ukrainian, welsh, irish gaelic, swahili, yiddish, catalan, basque, vietnamese, thai, esperanto, armenian, syriac,
    georgian, aramaic, amharic, albanian, estonian, latvian, lithuanian, malay, indonesian, punjabi, gujarati,
    marathi, telugu, sanskrit, mongolian, kazakh, uzbek, tibetan, afrikaans, zulu, xhosa, hausa, yoruba, igbo, somali,
    maltese, galician, breton, cornish, scots, maori, hawaiian, navajo, quechua, inuktitut, sami, kurdish, pashto,
    dari, azeri, tatar, burmese, khmer, sinhala, nepali, tagalog, javanese, coptic, akkadian, old-norse, faroese,
    frisian, slovene slovenian, macedonian, belarusian, bosnian
room: kitchen, laundry laundry-room, attic loft, cellar basement, garage, bedroom, bathroom, lounge sitting-room
    living-room, dining-room, stairwell staircase, boiler-room, engine-room, galley, wheelhouse bridge, hold,
    workshop, warehouse store-room storeroom storage-room, canteen, restaurant, bar, library, chapel, stable, barn
    hayloft, greenhouse, shed, office, lift-shaft, roof, balcony, car-park, boiler-house, laboratory, gym, dormitory,
    classroom, server-room, paint-shop, ballroom, dressing-room, porch, cockpit, cabin, lavatory toilet, nursery,
    courtyard, refectory, pantry, cloakroom, waiting-room, ticket-office, sauna, swimming-pool, cloister, sacristy
    vestry, bell-tower belfry, auditorium, foyer lobby, corridor, control-room, switch-room, generator-room,
    pump-room, cafeteria canteen, sickbay, treatment-room, operating-theatre, nursery-room, playground, cowshed, silo,
    mill, bakery
vehicle: lorry truck articulated-lorry, van, taxi cab car, bus minibus coach, tram streetcar, motorcycle motorbike
    scooter, bicycle bike cyclist, tractor, ambulance, fire-engine, car saloon hatchback estate-car, train locomotive,
    quad-bike, tanker lorry, digger excavator bulldozer, limousine car, forklift
allergen: peanut nut, hazelnut nut, almond nut, walnut nut, cashew nut, milk dairy, egg, soya, sesame, mustard,
    celery, fish, gluten wheat, shellfish crustacean, sulphite, lupin
metal-or-glass: glass, plastic, metal, wood, rubber, stone
instrument: violin violinist fiddle, viola violist, cello cellist, double-bass bassist, piano pianist, organ organist,
    flute flautist, oboe oboist, clarinet clarinettist, bassoon, trumpet trumpeter, trombone trombonist, horn, harp
    harpist, guitar guitarist, drum drummer percussionist, saxophone saxophonist, accordion accordionist, harpsichord,
    lute, recorder, bagpipe piper
animal: wolf, bear, lion cat, tiger cat, leopard cat, puma cougar cat, lynx cat, fox, dog bulldog terrier alsatian,
    boar wild-boar pig, deer stag elk moose, badger, otter, beaver, seal, whale, dolphin porpoise, shark, crocodile
    alligator, snake python adder, monkey chimpanzee, gorilla, elephant, rhino rhinoceros, hippo hippopotamus,
    giraffe, zebra, kangaroo wallaby, horse pony mare stallion, cow bull cattle, goat, donkey, camel, llama alpaca,
    swan, goose, eagle, hawk buzzard falcon, owl, vulture, pelican, stork, heron, crane, kite, osprey, raven crow,
    magpie, gull seagull, albatross, puffin, kingfisher, woodpecker, pigeon dove, penguin, parrot, ostrich emu,
    tortoise turtle, rat, squirrel, hedgehog, hare rabbit, wasp hornet, bee, jellyfish, octopus
fuel: coal, gas natural-gas, oil, diesel, petrol, wood wood-chip biomass pellet, peat, hydrogen, nuclear uranium,
    straw biomass, waste, electricity battery, ethanol, methanol, kerosene, solar sunlight, wind, biogas gas, firewood
    wood, charcoal, ammonia, vegetable-oil, steam
relation: wife spouse partner, husband spouse partner, mother parent, father parent, sister, brother, son child,
    daughter child, uncle, aunt, niece, nephew, cousin, grandson grandchild, granddaughter grandchild, grandmother,
    grandfather, widow wife, widower husband, stepson, stepdaughter, stepfather, stepmother, fiancee fiancée, fiance
    fiancé, godson, goddaughter, son-in-law, daughter-in-law, brother-in-law, sister-in-law, mother-in-law,
    father-in-law
floor: floor-0 ground-floor first-floor, floor-1 first-floor second-floor upper-floor top-floor, floor-2 second-floor
    third-floor upper-floor top-floor, floor-3 third-floor fourth-floor upper-floor top-floor, floor-4 fourth-floor
    fifth-floor upper-floor top-floor, floor-5 fifth-floor sixth-floor upper-floor top-floor, floor-6 sixth-floor
    seventh-floor upper-floor top-floor, floor-7 seventh-floor eighth-floor upper-floor top-floor
daytime: morning dawn, afternoon, evening night, midnight night, midday noon lunch lunchtime
colour: red crimson scarlet, blue navy, green, yellow, black, white, orange, purple violet, pink, brown, grey gray
    silver
round: quarter-final, semi-final, final, first-round, second-round, third-round, fourth-round, group-stage
degree: bachelor, master, doctorate phd doctor
meal: breakfast, lunch, dinner supper, tea
sport: football soccer, rugby, cricket, tennis, hockey, handball, volleyball, basketball, boxing, swimming, rowing,
    cycling, fencing, judo, wrestling, gymnastics, skiing, skating, golf, chess, badminton, archery, sailing,
    weightlifting, water-polo, baseball, curling, biathlon, javelin athletics, discus athletics, shot-put athletics,
    hammer athletics, high-jump athletics, long-jump athletics, triple-jump athletics, pole-vault athletics, hurdles
    athletics, steeplechase athletics, marathon athletics, decathlon athletics, heptathlon athletics, slalom skiing,
    giant-slalom skiing, downhill skiing, super-g skiing, backstroke swimming, butterfly swimming, breaststroke
    swimming, freestyle, medley swimming, sculls single-sculls double-sculls rowing, karate, taekwondo, squash,
    table-tennis, snooker, darts, bobsleigh, luge, skeleton, triathlon, diving, canoeing kayaking, surfing, climbing,
    equestrian dressage show-jumping, ski-jumping skiing, cross-country skiing, speed-skating skating, figure-skating
    skating
faith: catholic, methodist protestant, lutheran protestant, anglican protestant, baptist protestant, presbyterian
    protestant, orthodox, muslim islamic, jewish, hindu, buddhist, sikh, quaker, mormon
subject: mathematics maths algebra, physics, chemistry, biology, history, geography, economics, law, medicine,
    philosophy, theology, music, engineering, literature, linguistics, astronomy, psychology, nursing, architecture,
    archaeology
court: supreme-court, appeal-court court-of-appeal appeals-court, high-court, county-court district-court,
    crown-court, magistrates-court magistrate, employment-tribunal labour-court labour-tribunal industrial-tribunal,
    constitutional-court, military-court court-martial, court-of-human-rights, family-court, juvenile-court
    youth-court
medal: gold, silver, bronze
crop: wheat, barley, oats, rye, maize corn, rice, potato, sugar-beet beet, rapeseed canola, sunflower, soya soybean,
    tomato, onion, carrot, cabbage, lettuce, apple fruit, pear fruit, cherry fruit, plum fruit, apricot fruit, peach
    fruit, grape, olive, almond, strawberry fruit, raspberry fruit, banana fruit, coffee, cocoa, tea, cotton, tobacco,
    hops, vanilla, pepper, orange fruit citrus, lemon fruit citrus, avocado, mango fruit, cranberry
side: left left-hand, right right-hand
bearing: northbound, southbound, eastbound, westbound
vote: unanimous unanimously unanimity, majority split split-decision dissent dissenting
season: winter wintertime, spring springtime, summer summertime, autumn
sex: man boy, woman girl
quarter: north northern, south southern, east eastern, west western
ship: ferry, trawler, tanker, freighter cargo-ship, yacht, barge, tug tugboat, submarine, dinghy, canoe kayak,
    cruise-ship liner, container-ship freighter cargo-ship, lifeboat, speedboat motorboat, schooner sailing-ship,
    rowing-boat
aircraft: helicopter, glider, airship, balloon hot-air-balloon, drone, fighter-jet fighter warplane, airliner
    passenger-jet, light-aircraft, microlight light-aircraft, seaplane floatplane, gyrocopter
site: school primary-school kindergarten, hospital clinic, church chapel cathedral, mosque, synagogue, temple, hotel
    inn guesthouse, supermarket shop store, library, warehouse depot, museum gallery, stadium, prison jail, farm,
    barracks base, station, airport, restaurant cafe bar pub, nightclub club bar, bakery, laundry, brewery distillery,
    sawmill mill, quarry, mine pit colliery, oil-refinery refinery, power-station power-plant, theatre opera-house,
    cinema, school college university, nursing-home care-home, police-station, fire-station, courthouse, pharmacy,
    bank, zoo, casino, shipyard, swimming-pool, campsite, cemetery, orphanage, slaughterhouse abattoir, dairy,
    petrol-station filling-station
party: conservative tory, labour, liberal liberal-democrat, green, socialist social-democrat, communist, nationalist,
    republican, democrat, christian-democrat, independent
pay: salary wage, bonus, pension, fine, deposit, rent
role-of-voice: soprano, alto contralto, tenor, baritone, bass
"""
"""Lists of words; in each, those behind one comma are told of one thing, and two that share a word may be one thing."""


@cache
def values() -> dict[str, dict[str, frozenset[str]]]:
    """Each word of a list, words of one phrase joined by hyphens, with what it stands for in each list."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for kind, listed in entries(_VALUES):
        for group in listed.split(","):
            own, *others = group.split()
            for word in (own, *others):
                meant = found.setdefault(word, {})
                meant[kind] = meant.get(kind, frozenset()) | {own}
    return found
