"""Places of the world that are no countries, the words that places end in, and one lookup for all of them."""

from functools import cache

from factcheck.language import countries

_REGIONS = """
Africa|Asia|Europe|North America|South America|Latin America|Central America|Antarctica|Oceania|Eurasia|Australasia
|Americas|Arctic|Antarctic|Far East|Middle East|Near East|Balkans|Caucasus|Central Asia|South Asia|East Asia
|Southeast Asia|South East Asia|South-East Asia|Northeast Asia|West Africa|East Africa|North Africa|Southern Africa
|Central Africa|Sub-Saharan Africa|sub-Saharan Africa|Western Europe|Eastern Europe|Central Europe|Northern Europe
|Southern Europe|Scandinavia|Caribbean|Maghreb|Sahel|Levant|Horn of Africa|Gulf|Persian Gulf|Gulf of Mexico
|Gulf of Aden|Gulf of Guinea|Mediterranean|Atlantic|Pacific|Indian Ocean|Arctic Ocean|Asia-Pacific|Asia Pacific
|Indo-Pacific|Pacific Ocean|Atlantic Ocean|Black Sea|Red Sea|Baltic Sea|North Sea|Caspian Sea|South China Sea
|East China Sea|Mediterranean Sea|Arabian Sea|Baltic|Baltics|Sahara|Amazon|Himalayas|Alps|Andes|Pyrenees|Rockies
|Carpathians|Siberia|Donbas|Kashmir|Tibet|Xinjiang|Inner Mongolia|Kurdistan|Catalonia|Basque Country
|Bavaria|Saxony|Flanders|Wallonia|Andalusia|Sicily|Sardinia|Corsica|Crete|Lombardy|Tuscany|Normandy|Brittany|Provence
|Silesia|Transylvania|Chechnya|Dagestan|Anatolia|Punjab|Sindh|Balochistan|Gujarat|Maharashtra|Kerala
|Tamil Nadu|Karnataka|Uttar Pradesh|Bihar|West Bengal|Bengal|Assam|Rajasthan|Java|Sumatra|Borneo|Sulawesi|Bali|Papua
|Mindanao|Luzon|Hokkaido|Honshu|Kyushu|Okinawa|Sichuan|Yunnan|Guangdong|Hubei|Hunan|Henan|Hebei|Fujian|Zhejiang
|Jiangsu|Shandong|Shanxi|Shaanxi|Gansu|Qinghai|Guangxi|Guizhou|Liaoning|Darfur|Tigray|Zanzibar|Gaza|Golan Heights
|Sinai|Suez Canal|Panama Canal|Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia
|New Brunswick|Newfoundland|Yukon|Nunavut|Queensland|New South Wales|Tasmania|South Australia|Western Australia
|Ulster|Cornwall|Devon|Kent|Essex|Sussex|Surrey|Norfolk|Suffolk|Yorkshire|Lancashire|Cumbria|Midlands|West Midlands
|Highlands|Hebrides|Orkney|Shetland|Channel Islands|Isle of Man|Patagonia|Benelux|Iberia
|New England|Midwest|Bay Area|Silicon Valley|West|East|Global South|Holy Land|Nile|Danube|Rhine|Thames|Volga
|Mekong|Ganges|Indus|Yangtze|Euphrates|Tigris|Congo River|Lake Victoria|Lake Chad|Strait of Hormuz|English Channel
"""

_STATES = """
Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa
|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska
|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania
|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming
"""

_CITIES = """
New York City|Los Angeles|Chicago|Houston|Phoenix|Philadelphia|San Antonio|San Diego|Dallas|Austin|San Francisco
|Seattle|Denver|Boston|Detroit|Nashville|Memphis|Portland|Las Vegas|Baltimore|Milwaukee|Albuquerque|Sacramento
|Kansas City|Atlanta|Miami|Oakland|Minneapolis|Tampa|New Orleans|Cleveland|Cincinnati|Pittsburgh|St. Louis|St Louis
|Orlando|Salt Lake City|Honolulu|Anchorage|Buffalo|Brooklyn|Manhattan|Queens|Bronx|Staten Island|Hollywood|Washington
|Toronto|Montreal|Vancouver|Calgary|Edmonton|Winnipeg|Halifax|Quebec City|Guadalajara|Monterrey|Tijuana|Acapulco
|Cancun|Ciudad Juárez|São Paulo|Sao Paulo|Rio de Janeiro|Salvador|Recife|Porto Alegre|Belo Horizonte|Medellin|Medellín
|Cali|Cartagena|Guayaquil|Cusco|Maracaibo|Valparaíso|Valparaiso|Rosario|Córdoba|Manchester|Birmingham|Liverpool|Leeds
|Sheffield|Bristol|Newcastle|Nottingham|Leicester|Southampton|Portsmouth|Plymouth|Brighton|Hull|Bradford|Coventry
|Derby|Sunderland|Middlesbrough|Bath|Oxford|Cambridge|York|Norwich|Exeter|Canterbury|Glasgow|Aberdeen|Dundee
|Inverness|Swansea|Newport|Derry|Londonderry|Cork|Galway|Limerick|Marseille|Lyon|Toulouse|Bordeaux|Lille|Strasbourg
|Nantes|Nice|Cannes|Calais|Hamburg|Munich|Cologne|Frankfurt|Stuttgart|Düsseldorf|Dusseldorf|Leipzig|Dresden|Bremen
|Hanover|Nuremberg|Essen|Dortmund|Barcelona|Valencia|Seville|Bilbao|Zaragoza|Malaga|Málaga|Granada|Milan|Naples|Turin
|Palermo|Genoa|Bologna|Florence|Venice|Verona|Bari|Catania|Porto|Rotterdam|Utrecht|Eindhoven|Antwerp|Ghent|Bruges
|Liège|Zurich|Zürich|Geneva|Basel|Lausanne|Davos|Salzburg|Innsbruck|Graz|Gothenburg|Malmö|Malmo|Uppsala|Bergen
|Trondheim|Aarhus|Odense|Tampere|Turku|Krakow|Kraków|Gdansk|Gdańsk|Wroclaw|Wrocław|Łódź|Lodz|Poznan|Lublin|Brno
|Ostrava|Debrecen|Timisoara|Cluj|Cluj-Napoca|Iasi|Constanta|Varna|Plovdiv|Thessaloniki|Patras|Split|Dubrovnik|Mostar
|Novi Sad|Nis|Izmir|Istanbul|Antalya|Adana|Gaziantep|Diyarbakir|Bursa|Konya
|Yekaterinburg|Samara|Rostov-on-Don|Volgograd|Murmansk|Kaliningrad
|Grozny|Kharkiv|Kharkov|Odesa|Odessa|Lviv|Dnipro|Donetsk|Luhansk|Mariupol|Zaporizhzhia|Kherson|Chernobyl
|Brest|Grodno|Aleppo|Homs|Idlib|Latakia|Mosul|Basra|Kirkuk|Erbil|Fallujah|Isfahan|Mashhad|Shiraz|Tabriz|Bandar Abbas
|Bam|Dubai|Sharjah|Jeddah|Mecca|Medina|Aden|Hodeidah|Taiz|Tel Aviv|Haifa|Eilat|Nablus|Hebron|Jenin|Rafah|Khan Younis
|Alexandria|Giza|Luxor|Aswan|Port Said|Benghazi|Misrata|Derna|Sfax|Oran|Casablanca|Marrakesh|Marrakech|Tangier|Fez
|Lagos|Kano|Ibadan|Port Harcourt|Maiduguri|Kumasi|Abidjan|Douala|Timbuktu|Gao|Goma|Bukavu|Lubumbashi|Kisangani
|Mombasa|Kisumu|Eldoret|Dar es Salaam|Arusha|Entebbe|Gulu|Mekelle|El Fasher|Port Sudan|Omdurman|Johannesburg|Durban
|Bloemfontein|Soweto|Bulawayo|Beira|Blantyre|Mumbai|Bombay|Delhi|Bangalore|Bengaluru|Chennai|Madras|Kolkata|Calcutta
|Hyderabad|Pune|Ahmedabad|Jaipur|Lucknow|Kanpur|Nagpur|Patna|Bhopal|Surat|Kochi|Goa|Amritsar|Varanasi|Srinagar|Jammu
|Guwahati|Karachi|Lahore|Peshawar|Quetta|Rawalpindi|Multan|Faisalabad|Kandahar|Herat|Jalalabad|Kunduz
|Mazar-i-Sharif|Chittagong|Chattogram|Sylhet|Khulna|Pokhara|Kandy|Jaffna|Mandalay|Chiang Mai|Phuket
|Pattaya|Ho Chi Minh City|Saigon|Da Nang|Haiphong|Hue|Siem Reap|Penang|Johor|Surabaya|Bandung|Medan|Yogyakarta
|Makassar|Palu|Banda Aceh|Cebu|Davao|Quezon City|Shanghai|Guangzhou|Shenzhen|Wuhan|Chengdu|Chongqing|Tianjin|Nanjing
|Hangzhou|Xi'an|Xian|Suzhou|Shenyang|Dalian|Qingdao|Harbin|Zhengzhou|Kunming|Urumqi|Lhasa|Kaohsiung|Osaka|Yokohama
|Nagoya|Sapporo|Kobe|Kyoto|Fukuoka|Hiroshima|Nagasaki|Sendai|Fukushima|Busan|Incheon|Daegu|Gwangju|Almaty|Samarkand
|Sydney|Melbourne|Brisbane|Perth|Adelaide|Darwin|Hobart|Gold Coast|Auckland|Christchurch|Dunedin|Downing Street
|Whitehall|Wall Street|Capitol Hill|Pearl Harbor|Guantanamo Bay|The Hague|Hague|Srebrenica|Auschwitz|Lockerbie
"""

HEADS = frozenset(
    "River Lake Mountain Mountains Island Islands Isle Province County District Region State City Town Village "
    "Bay Gulf Sea Strait Straits Peninsula Valley Desert Forest Park Street Road Avenue Square Bridge Dam "
    "Canal Port Harbor Harbour Airport Prefecture Oblast Territory Territories Republic Kingdom Emirate Hills "
    "Hill Beach Cape Coast Basin Delta Falls Glacier Plateau Reef Township Municipality Governorate "
    "Parish Borough Heights Plaza Stadium Arena Palace Cathedral Castle Ridge Volcano Fjord Shire "
    " Highway Creek Junction Docks Quay Reservoir Crescent "
    " ".split()
)
"""Words that a place's name ends in."""

FIRST = frozenset("Mount Mt Lake Cape Fort Port Camp Isle Gulf Bay Strait River Saint St San Santa".split())
"""Words that a place's name may begin with, when no organisation's word follows."""


def _listed(block: str) -> frozenset[str]:
    return frozenset(name.strip() for name in block.replace("\n", "").split("|") if name.strip())


@cache
def regions() -> frozenset[str]:
    """Continents, seas, provinces and other regions."""
    return _listed(_REGIONS) | states()


@cache
def states() -> frozenset[str]:
    """The states of the United States."""
    return _listed(_STATES)


@cache
def cities() -> frozenset[str]:
    """Cities that news writes without saying where they are, capitals aside."""
    return _listed(_CITIES)


@cache
def known() -> dict[str, str]:
    """Every place known, as written, to the name by which it is joined; demonyms lead to their country."""
    found = {name: name for name in regions() | cities()}
    found |= countries.capital_spellings()
    found |= {name: found.get(name, name) for name in countries.capitals()}
    found |= countries.demonyms()
    found |= countries.names()
    peoples = {name + ending: name for name in regions() for ending in ("n", "ns") if name.endswith(("ia", "ica"))}
    return peoples | {"European": "Europe", "Europeans": "Europe"} | found


def country_of(name: str) -> str | None:
    """The country that a name, a demonym or a capital belongs to; null where it is none of them."""
    return countries.names().get(name) or countries.demonyms().get(name) or countries.capitals().get(name)


def is_demonym(word: str) -> bool:
    """Whether a word is a nationality adjective or a word for a country's people."""
    return word in countries.demonyms()


LONGEST = 5
"""Words in the longest place name that is worth looking up."""
