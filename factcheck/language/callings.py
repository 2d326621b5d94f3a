"""Kinds of callings: which of them one person hardly follows together."""

OFFICE = "office"
_KINDS = {
    "health": """
anaesthetist anesthesiologist anesthetist audiologist cardiologist chiropractor dentist dermatologist dietitian
dietician endocrinologist gastroenterologist geriatrician gynaecologist gynecologist haematologist hematologist
hepatologist immunologist internist midwife nephrologist neurologist neurosurgeon obstetrician oncologist
ophthalmologist optician optometrist orthodontist osteopath paediatrician pediatrician pharmacist physician
physiotherapist podiatrist psychiatrist pulmonologist radiographer radiologist rheumatologist sonographer surgeon
urologist doctor nurse paramedic vet veterinarian
""",
    "science": """
agronomist archaeologist astronomer astrophysicist biochemist biologist botanist chemist climatologist ecologist
entomologist geneticist geochemist geographer geologist geophysicist glaciologist hydrologist ichthyologist mammalogist
mathematician metallurgist meteorologist microbiologist mineralogist mycologist oceanographer ornithologist
palaeontologist paleontologist parasitologist petrologist physicist primatologist seismologist statistician
volcanologist zoologist
""",
    "trade": """
baker barber blacksmith boatbuilder bricklayer builder butcher carpenter chef cleaner cobbler decorator dressmaker
electrician fitter florist gardener glazier goldsmith greengrocer grocer hairdresser janitor jeweller jeweler joiner
locksmith machinist mechanic metalworker miner painter-and-decorator panel-beater plasterer plumber roofer saddler
scaffolder seamstress shipbuilder shipwright shoemaker silversmith stonemason tailor tiler toolmaker undertaker
upholsterer watchmaker welder wheelwright woodworker cook waiter waitress barman barmaid bartender barista caterer
""",
    "farming": """
beekeeper crofter dairyman farmer fisherman forester gamekeeper herder herdsman rancher shepherd trawlerman
""",
    "law": "barrister conveyancer coroner judge magistrate notary paralegal prosecutor solicitor",
    "transport": """
bus-driver lorry-driver taxi-driver train-driver truck-driver trucker chauffeur pilot co-pilot copilot first-officer
flight-engineer navigator signalman signaller dispatcher stationmaster sailor steward stewardess boatswain bosun
deckhand first-mate
""",
    "music": """
cellist choreographer conductor dancer drummer guitarist organist pianist rapper soprano mezzo-soprano mezzo contralto
countertenor baritone tenor violinist
""",
    "sport": "goalkeeper defender midfielder striker winger",
    "teaching": "headmaster headmistress headteacher schoolteacher tutor nanny childminder",
    "church": "vicar curate deacon chaplain verger nun monk priest imam rabbi pastor",
    "money": "accountant actuary banker bookkeeper stockbroker",
    "collections": "archivist librarian",
    "police": "policeman policewoman patrolman constable detective",
    OFFICE: """
attaché attache bursar commissioner consul dean mayor provost rector secretary sheriff treasurer
ambassador governor ombudsman auditor comptroller superintendent registrar prosecutor-general
""",
}
_KIND = {calling: kind for kind, callings in _KINDS.items() for calling in callings.split()}


_RIVALS = (
    "pilot / co-pilot copilot first-officer / navigator / flight-engineer / steward stewardess / dispatcher",
    "train-driver / signalman signaller / dispatcher / stationmaster / steward stewardess",
    "first-mate / boatswain bosun / deckhand / navigator / steward stewardess",
    "judge magistrate / prosecutor / solicitor / barrister / coroner / paralegal / notary",
    "soprano / mezzo-soprano mezzo / contralto / countertenor / tenor / baritone",
    "goalkeeper / defender / midfielder / striker winger",
    "nurse midwife / paramedic / pharmacist / dentist orthodontist / vet veterinarian / "
    "doctor physician internist paediatrician pediatrician surgeon",
    "anaesthetist anesthetist anesthesiologist / gynaecologist gynecologist obstetrician / dermatologist / "
    "psychiatrist / radiologist / ophthalmologist / surgeon neurosurgeon / nurse midwife / paramedic / pharmacist / "
    "cardiologist / urologist / nephrologist / endocrinologist / rheumatologist",
)
"""Callings of one kind of which one person has one: in a crew, a court, a choir, a team, a ward."""
OF_SEVERAL = frozenset({"pilot"})
"""A calling that with "a" takes in its rivals: a first officer is a pilot, but not the pilot."""
_PLACES = tuple(
    {calling: place for place, group in enumerate(rivals.split(" / ")) for calling in group.split()}
    for rivals in _RIVALS
)


def go_apart(one: str, other: str) -> bool:
    """Whether nobody, as a rule, is both: callings of two kinds, two offices, or rivals of one kind."""
    kinds = {kind_of_calling(one), kind_of_calling(other)}
    if "" in kinds or one == other:
        return False
    if len(kinds) > 1 or kinds == {OFFICE}:
        return True
    return any(one in places and other in places and places[one] != places[other] for places in _PLACES)


def kind_of_calling(calling: str) -> str:
    """The kind of a calling, lower case and singular: of two kinds nobody, as a rule, is both; empty where it is none.

    Callings that go with others (author, councillor, professor) and general ones (worker, official) have no kind.
    """
    return _KIND.get(calling, "")
