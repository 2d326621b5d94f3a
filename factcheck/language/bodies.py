"""Organisations: the words that their names are made of, and bodies that news names by letters alone."""

HEADS = frozenset(
    "Line Ministry Department Agency Institute Institution University College School Academy Bank Council Committee "
    "Commission Court Tribunal Parliament Congress Senate Assembly Duma Knesset Bundestag House Cabinet "
    "Government Administration Authority Bureau Office Board Service Services Police Army Navy Force Forces Guard "
    "Guards Corps Fleet Command Brigade Battalion Regiment Division Marines Party Union Federation Confederation "
    "League Association Organisation Organization Society Foundation Fund Trust Charity Alliance Coalition Group "
    "Front Movement Brotherhood Network Company Corporation Corp Inc Ltd Limited LLC LLP PLC plc AG GmbH SA SpA "
    "NV AB ASA Oyj SE BV KK Co Holdings Industries Enterprises Partners Capital Ventures Airlines Airways Airline "
    "Air Aviation Aerospace Motors Automotive Energy Petroleum Oil Gas Electric Power Steel Mining Resources "
    "Pharmaceuticals Pharma Biotech Laboratories Labs Technologies Technology Systems Software Networks Telecom "
    "Communications Media Press News Times Post Daily Gazette Herald Tribune Journal Guardian Telegraph Observer "
    "Chronicle Standard Mirror Independent Radio Television TV Broadcasting Studios Pictures Entertainment "
    "Records Games Hospital Clinic Centre Center Museum Gallery Library Theatre Theater Orchestra Church Mosque "
    "Synagogue Diocese Club FC United Rovers Wanderers Athletic Albion Railways Railway Rail Shipping Lines "
    "Logistics Insurance Assurance Financial Securities Investments Exchange Treasury Reserve Secretariat Watch "
    "International Initiative Programme Program Project Campaign Forum Consortium Syndicate Cartel Militia "
    "Observatory Survey Registry Inspectorate Directorate Taskforce Workers Teachers Chamber Embassy Consulate "
    "Mission Delegation Representatives Lords Commons Commissioner Consulting Associates Advisors Stores "
    "Supermarkets Foods Brewery Hotels Bancorp Group's Stockholders Properties Homes Construction Builders "
    "Shipyard Works Plant Factory Team Squad Cooperative Co-operative Guild Lodge Order Legion Junta Council's "
    "Interpol Carabinieri Gendarmerie".split()
)
"""Words that make a name an organisation's when they end it (or stand before "of")."""

ANYWHERE = frozenset(
    "Ministry Department Agency Institute University College Academy Bank Council Committee Commission Tribunal "
    "Parliament Authority Bureau Federation Confederation Association Organisation Organization Foundation Corporation "
    "Company Party Alliance Coalition Airlines Airways Hospital Police".split()
)
"""Words that make a name an organisation's wherever they stand in it."""

COMPANY_ENDINGS = frozenset("Inc Ltd Limited LLC LLP PLC plc AG GmbH SA SpA NV AB ASA Oyj SE BV KK Co Corp "
                            "Corporation Company Holdings Group International Airlines Airways Bank Motors "
                            "Technologies Industries Pharmaceuticals".split())  # fmt: skip
"""Endings that a later mention of the same body leaves out."""

OF_HEADS = (HEADS - {"Air", "News", "Times", "International", "United"}) | frozenset(
    "Faculty Republic Kingdom Gulf Bay Cape Isle Strait Bureau Board Battle Treaty Act Declaration Charter Community "
    "State States Ministers Governor Dean Minister Secretary Director President Bishop Archbishop Duke Prince Earl "
    "Tomb Tower Palace Port City Province Convention Conference Congress Day Statue Siege Peace Bank Sea Horn Mount "
    "Law Order Voice Friends Doctors Medal Nations Ivory Commander Commander-in-Chief Chairman Head Chief University "
    "Universities Kings Queen King Emirate Commonwealth".split()
)
"""Words that a name goes on from with "of"."""

FOR_HEADS = frozenset(
    "Centre Center Institute Office Council Committee Commission Conference Convention Agency Fund Foundation League "
    "Organisation Organization Campaign Department Ministry Association Bureau Alliance Coalition Society Bank "
    "Authority Forum Treaty Programme Program Network Movement Group Party School Academy Panel Union Court Trust "
    "Tribunal Board Citizens Doctors Movement Initiative Summit Partnership Directorate Minister Secretary "
    "Commissioner Academy Agreement".split()
)
"""Words that a name goes on from with "for" or "on"."""

TOPICS = frozenset(
    "Prosecutions Risk Risks Pharmacy Dentistry Surgery Nursing Veterinary Drainage Finance Economy Economics "
    "Trade Industry Health Welfare Education Science Sciences Technology Culture Sport Sports Security "
    "Cooperation Co-operation Development Defence Defense Agriculture Fisheries Food Drug Drugs Energy "
    "Environment Climate Water Labour Labor Employment Transport Transportation Infrastructure Housing Justice "
    "Affairs Foreign Home Women Children Family Research Arts Humanities Space Aviation Aeronautics Oceanic "
    "Atmospheric Natural Resources Human Services Rights Refugees Exchange Securities Commerce Communications "
    "Information Media Planning Statistics Disease Control Prevention Investigation Investigations Safety Hygiene "
    "Medicine Medical Tropical Strategic International National Public Social Community Urban Rural Regional "
    "Local Business Innovation Skills Tourism Youth Migration Immigration Customs Revenue Excise Border Emergency "
    "Emergencies Disaster Relief Crime Narcotics Corruption Tobacco Firearms Explosives Fire Rescue Mines "
    "Minerals Mining Petroleum Gas Oil Power Electricity Nuclear Atomic Forestry Wildlife Parks Land Lands Survey "
    "Peace Stability Democracy Governance Law Order Policy Political Military Naval Maritime Marine Coast Air Sea "
    "Road Rail Highways Ports Post Telecommunications Digital Data Cyber Consumer Competition Markets Market "
    "Investment Insurance Pensions Pension Accounting Audit Engineering Mathematics Physics Chemistry Biology "
    "Geology History Languages Oriental African Asian European Pacific American Global World Studies Study "
    "Advanced Applied Reconstruction Rehabilitation Integration Recovery Settlement Ceasefire Reform Reforms "
    "Administration Management Budget Treasury Radiation Protection Conservation Heritage Interior External "
    "Internal Relations Religious Communal Sanitation Nutrition Disarmament Enforcement Intelligence Weather "
    "Meteorology Hydrology Earth Seismology Volcanology Geophysics".split()
)
"""Words for what a body is about: "and" between two of them does not end a name."""

KNOWN = {
    "UN": "United Nations", "U.N.": "United Nations", "United Nations": "United Nations", "EU": "European Union",
    "E.U.": "European Union", "European Union": "European Union", "NATO": "NATO", "Nato": "NATO", "OPEC": "OPEC",
    "Opec": "OPEC", "ASEAN": "ASEAN", "Asean": "ASEAN", "WHO": "World Health Organization",
    "World Health Organisation": "World Health Organization", "IMF": "International Monetary Fund",
    "WTO": "World Trade Organization", "IAEA": "International Atomic Energy Agency", "UNHCR": "UNHCR",
    "UNICEF": "UNICEF", "Unicef": "UNICEF", "UNESCO": "UNESCO", "Unesco": "UNESCO", "OECD": "OECD", "FBI": "FBI",
    "CIA": "CIA", "NASA": "NASA", "Nasa": "NASA", "BBC": "BBC", "CNN": "CNN", "AFP": "Agence France-Presse",
    "AP": "Associated Press", "Reuters": "Reuters", "Bloomberg": "Bloomberg", "Xinhua": "Xinhua", "Tass": "TASS",
    "TASS": "TASS", "Interfax": "Interfax", "Kyodo": "Kyodo", "Al Jazeera": "Al Jazeera", "Interpol": "Interpol",
    "INTERPOL": "Interpol", "Hamas": "Hamas", "Hezbollah": "Hezbollah", "Hizbollah": "Hezbollah",
    "Taliban": "Taliban", "Boko Haram": "Boko Haram", "al-Qaeda": "al-Qaeda", "Al-Qaeda": "al-Qaeda",
    "Isis": "Islamic State", "ISIS": "Islamic State", "Oxfam": "Oxfam", "Greenpeace": "Greenpeace",
    "Amnesty": "Amnesty International", "FIFA": "FIFA", "Fifa": "FIFA", "UEFA": "UEFA", "Uefa": "UEFA",
    "IOC": "International Olympic Committee", "Google": "Google", "Apple": "Apple", "Microsoft": "Microsoft",
    "Amazon.com": "Amazon", "Facebook": "Facebook", "Twitter": "Twitter", "YouTube": "YouTube", "Tesla": "Tesla",
    "Toyota": "Toyota", "Samsung": "Samsung", "Boeing": "Boeing", "Airbus": "Airbus", "Siemens": "Siemens",
    "Shell": "Shell", "BP": "BP", "HSBC": "HSBC", "Pfizer": "Pfizer", "Moderna": "Moderna",
    "AstraZeneca": "AstraZeneca", "Goldman Sachs": "Goldman Sachs", "JPMorgan": "JPMorgan",
    "Morgan Stanley": "Morgan Stanley", "Deloitte": "Deloitte", "KPMG": "KPMG", "PwC": "PwC", "McKinsey": "McKinsey",
    "Netflix": "Netflix", "Intel": "Intel", "Nvidia": "Nvidia", "Volkswagen": "Volkswagen", "Whitehall": "Whitehall",
    "Pentagon": "Pentagon", "White House": "White House", "Security Council": "UN Security Council",
    "UN Security Council": "UN Security Council", "UNSC": "UN Security Council",
    "United Nations Security Council": "UN Security Council", "General Assembly": "UN General Assembly",
    "UN General Assembly": "UN General Assembly", "UNGA": "UN General Assembly", "African Union": "African Union",
    "European Commission": "European Commission", "Arab League": "Arab League", "Commonwealth": "Commonwealth",
    "World Bank": "World Bank", "Red Cross": "Red Cross", "Red Crescent": "Red Crescent",
    "Federal Reserve": "Federal Reserve", "Supreme Court": "Supreme Court",
    "Médecins Sans Frontières": "Médecins Sans Frontières", "MSF": "Médecins Sans Frontières", "NHS": "NHS",
    "BRICS": "BRICS", "G7": "G7", "G20": "G20", "G8": "G8", "Mercosur": "Mercosur", "Ecowas": "ECOWAS",
    "ECOWAS": "ECOWAS",
}  # fmt: skip
"""Bodies that news names without saying what they are, to the name by which each is joined."""

FAITHS = frozenset(
    "Christian Christians Muslim Muslims Islamic Islam Buddhist Buddhists Hindu Hindus Jewish Jew Jews Catholic "
    "Catholics Protestant Protestants Orthodox Sunni Shia Shi'ite Shiite Sikh Sikhs Mormon Anglican Methodist "
    "Baptist Marxist Communist Communists Nazi Nazis Republican Republicans Democrat Democrats Conservative "
    "Conservatives Tory Tories Liberal Liberals Socialist Kurdish Kurd Kurds Arab Arabs Arabic Latin Latino "
    "Hispanic".split()
)
"""Faiths, creeds and peoples without a country."""
