"""Kinds of callings: which of them one person hardly follows together."""

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
bus-driver lorry-driver taxi-driver train-driver truck-driver trucker chauffeur pilot co-pilot signalman stationmaster
sailor steward stewardess
""",
    "music": """
cellist choreographer conductor dancer drummer guitarist organist pianist rapper soprano baritone tenor violinist
""",
    "teaching": "headmaster headmistress headteacher schoolteacher tutor nanny childminder",
    "church": "vicar curate deacon chaplain verger nun monk priest imam rabbi pastor",
    "money": "accountant actuary banker bookkeeper stockbroker",
    "collections": "archivist librarian",
    "police": "policeman policewoman patrolman constable detective",
    "office": """
attaché attache bursar commissioner consul dean mayor provost rector secretary sheriff treasurer
ambassador governor ombudsman auditor comptroller superintendent registrar prosecutor-general
""",
}
_KIND = {calling: kind for kind, callings in _KINDS.items() for calling in callings.split()}


def kind_of_calling(calling: str) -> str:
    """The kind of a calling, lower case and singular: of two kinds nobody, as a rule, is both; empty where it is none.

    Callings that go with others (author, councillor, professor) and general ones (worker, official) have no kind.
    """
    return _KIND.get(calling, "")
