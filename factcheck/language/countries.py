"""Countries of the world: their names, what their people and things are called, and their capitals.

One entity a country: "Kenya", "Kenyan" and "Republic of Kenya" are all "Kenya".
"""

from functools import cache

# name ; other names ; adjectives and words for the people ; capital (other spellings)
_COUNTRIES = """
Afghanistan;Islamic Emirate of Afghanistan;Afghan;Kabul
Albania;;Albanian;Tirana
Algeria;;Algerian;Algiers
Andorra;;Andorran;Andorra la Vella
Angola;;Angolan;Luanda
Antigua and Barbuda;;Antiguan;Saint John's,St John's
Argentina;Argentine Republic;Argentine,Argentinian,Argentinean;Buenos Aires
Armenia;;Armenian;Yerevan
Australia;Commonwealth of Australia;Australian,Aussie;Canberra
Austria;;Austrian;Vienna
Azerbaijan;;Azerbaijani,Azeri;Baku
Bahamas;The Bahamas;Bahamian;Nassau
Bahrain;;Bahraini;Manama
Bangladesh;;Bangladeshi;Dhaka
Barbados;;Barbadian,Bajan;Bridgetown
Belarus;;Belarusian,Belarussian;Minsk
Belgium;;Belgian;Brussels
Belize;;Belizean;Belmopan
Benin;;Beninese;Porto-Novo
Bhutan;;Bhutanese;Thimphu
Bolivia;;Bolivian;La Paz,Sucre
Bosnia and Herzegovina;Bosnia,Bosnia-Herzegovina;Bosnian,Bosniak;Sarajevo
Botswana;;Botswanan,Motswana;Gaborone
Brazil;;Brazilian;Brasilia,Brasília
Brunei;Brunei Darussalam;Bruneian;Bandar Seri Begawan
Bulgaria;;Bulgarian;Sofia
Burkina Faso;;Burkinabe,Burkinabé;Ouagadougou
Burundi;;Burundian;Gitega,Bujumbura
Cambodia;;Cambodian,Khmer;Phnom Penh
Cameroon;;Cameroonian;Yaounde,Yaoundé
Canada;;Canadian;Ottawa
Cape Verde;Cabo Verde;Cape Verdean;Praia
Central African Republic;CAR;Central African;Bangui
Chad;;Chadian;N'Djamena
Chile;;Chilean;Santiago
China;People's Republic of China,PRC;Chinese;Beijing,Peking
Colombia;;Colombian;Bogota,Bogotá
Comoros;;Comorian;Moroni
Costa Rica;;Costa Rican;San Jose,San José
Croatia;;Croatian,Croat;Zagreb
Cuba;;Cuban;Havana
Cyprus;;Cypriot;Nicosia
Czech Republic;Czechia;Czech;Prague
Democratic Republic of the Congo;Democratic Republic of Congo,DR Congo,DRC,Congo-Kinshasa,Zaire;Congolese;Kinshasa
Denmark;;Danish,Dane;Copenhagen
Djibouti;;Djiboutian;Djibouti City
Dominica;;;Roseau
Dominican Republic;;Dominican;Santo Domingo
East Timor;Timor-Leste;Timorese,East Timorese;Dili
Ecuador;;Ecuadorian,Ecuadorean;Quito
Egypt;Arab Republic of Egypt;Egyptian;Cairo
El Salvador;;Salvadoran,Salvadorean;San Salvador
Equatorial Guinea;;Equatoguinean;Malabo
Eritrea;;Eritrean;Asmara
Estonia;;Estonian;Tallinn
Eswatini;Swaziland;Swazi;Mbabane
Ethiopia;;Ethiopian;Addis Ababa
Fiji;;Fijian;Suva
Finland;;Finnish,Finn;Helsinki
France;French Republic;French,Frenchman,Frenchwoman,Frenchmen;Paris
Gabon;;Gabonese;Libreville
Gambia;The Gambia;Gambian;Banjul
Georgia;;Georgian;Tbilisi
Germany;Federal Republic of Germany;German;Berlin
Ghana;;Ghanaian;Accra
Greece;Hellenic Republic;Greek,Hellenic;Athens
Grenada;;Grenadian;St George's
Guatemala;;Guatemalan;Guatemala City
Guinea;;Guinean;Conakry
Guinea-Bissau;;;Bissau
Guyana;;Guyanese;Georgetown
Haiti;;Haitian;Port-au-Prince
Honduras;;Honduran;Tegucigalpa
Hungary;;Hungarian;Budapest
Iceland;;Icelandic,Icelander;Reykjavik,Reykjavík
India;Republic of India,Bharat;Indian;New Delhi
Indonesia;;Indonesian;Jakarta
Iran;Islamic Republic of Iran,Persia;Iranian;Tehran,Teheran
Iraq;;Iraqi;Baghdad
Ireland;Republic of Ireland;Irish,Irishman;Dublin
Israel;State of Israel;Israeli;Jerusalem
Italy;Italian Republic;Italian;Rome
Ivory Coast;Côte d'Ivoire,Cote d'Ivoire,Côte d’Ivoire;Ivorian;Yamoussoukro
Jamaica;;Jamaican;
Japan;;Japanese;Tokyo
Jordan;Hashemite Kingdom of Jordan;Jordanian;Amman
Kazakhstan;;Kazakh,Kazakhstani;Astana,Nur-Sultan
Kenya;;Kenyan;Nairobi
Kiribati;;I-Kiribati;South Tarawa
Kosovo;;Kosovar,Kosovan;Pristina
Kuwait;;Kuwaiti;Kuwait City
Kyrgyzstan;Kyrgyz Republic;Kyrgyz;Bishkek
Laos;Lao PDR;Laotian,Lao;Vientiane
Latvia;;Latvian;Riga
Lebanon;;Lebanese;Beirut
Lesotho;;Basotho;Maseru
Liberia;;Liberian;Monrovia
Libya;;Libyan;Tripoli
Liechtenstein;;;Vaduz
Lithuania;;Lithuanian;Vilnius
Luxembourg;;Luxembourger;Luxembourg City
Madagascar;;Malagasy;Antananarivo
Malawi;;Malawian;Lilongwe
Malaysia;;Malaysian;Kuala Lumpur,Putrajaya
Maldives;;Maldivian;Malé
Mali;;Malian;Bamako
Malta;;Maltese;Valletta
Marshall Islands;;Marshallese;Majuro
Mauritania;;Mauritanian;Nouakchott
Mauritius;;Mauritian;Port Louis
Mexico;;Mexican;Mexico City
Micronesia;;Micronesian;Palikir
Moldova;;Moldovan;Chisinau,Chișinău
Monaco;;Monegasque;
Mongolia;;Mongolian;Ulaanbaatar,Ulan Bator
Montenegro;;Montenegrin;Podgorica
Morocco;;Moroccan;Rabat
Mozambique;;Mozambican;Maputo
Myanmar;Burma,Union of Myanmar;Burmese;Nay Pyi Taw
Namibia;;Namibian;Windhoek
Nauru;;Nauruan;Yaren
Nepal;;Nepalese,Nepali;Kathmandu
Netherlands;The Netherlands,Holland;Dutch,Dutchman;Amsterdam
New Zealand;Aotearoa;New Zealander,Kiwi;Wellington
Nicaragua;;Nicaraguan;Managua
Niger;;Nigerien;Niamey
Nigeria;;Nigerian;Abuja
North Korea;DPRK,Democratic People's Republic of Korea;North Korean;Pyongyang
North Macedonia;Macedonia;Macedonian;Skopje
Norway;;Norwegian;Oslo
Oman;;Omani;Muscat
Pakistan;;Pakistani;Islamabad
Palau;;Palauan;Ngerulmud
Palestine;State of Palestine,Palestinian territories,Palestinian Territories;Palestinian;Ramallah
Panama;;Panamanian;Panama City
Papua New Guinea;PNG;Papua New Guinean;Port Moresby
Paraguay;;Paraguayan;Asuncion,Asunción
Peru;;Peruvian;Lima
Philippines;The Philippines;Philippine,Filipino,Filipina;Manila
Poland;;Polish,Pole;Warsaw
Portugal;;Portuguese;Lisbon
Qatar;;Qatari;Doha
Republic of the Congo;Congo-Brazzaville,Congo Republic;;Brazzaville
Romania;;Romanian;Bucharest
Russia;Russian Federation;Russian;Moscow
Rwanda;;Rwandan;Kigali
Saint Kitts and Nevis;St Kitts and Nevis;;Basseterre
Saint Lucia;St Lucia;;Castries
Saint Vincent and the Grenadines;St Vincent and the Grenadines;;Kingstown
Samoa;;Samoan;Apia
San Marino;;Sammarinese;
Sao Tome and Principe;São Tomé and Príncipe;;São Tomé
Saudi Arabia;Kingdom of Saudi Arabia,KSA;Saudi,Saudi Arabian;Riyadh
Senegal;;Senegalese;Dakar
Serbia;;Serbian,Serb;Belgrade
Seychelles;;Seychellois;
Sierra Leone;;Sierra Leonean;Freetown
Singapore;;Singaporean;
Slovakia;Slovak Republic;Slovak,Slovakian;Bratislava
Slovenia;;Slovenian,Slovene;Ljubljana
Solomon Islands;;Solomon Islander;Honiara
Somalia;;Somali,Somalian;Mogadishu
South Africa;;South African;Pretoria,Cape Town
South Korea;Republic of Korea,ROK;South Korean;Seoul
South Sudan;;South Sudanese;Juba
Spain;Kingdom of Spain;Spanish,Spaniard;Madrid
Sri Lanka;Ceylon;Sri Lankan,Sinhalese;Colombo
Sudan;;Sudanese;Khartoum
Suriname;;Surinamese;Paramaribo
Sweden;;Swedish,Swede;Stockholm
Switzerland;Swiss Confederation;Swiss;Bern,Berne
Syria;Syrian Arab Republic;Syrian;Damascus
Taiwan;;Taiwanese;Taipei
Tajikistan;;Tajik,Tajikistani;Dushanbe
Tanzania;;Tanzanian;Dodoma
Thailand;Siam;Thai;Bangkok
Togo;;Togolese;Lomé,Lome
Tonga;;Tongan;Nuku'alofa
Trinidad and Tobago;Trinidad;Trinidadian;Port of Spain
Tunisia;;Tunisian;Tunis
Turkey;Türkiye,Turkiye;Turkish,Turk;Ankara
Turkmenistan;;Turkmen;Ashgabat
Tuvalu;;Tuvaluan;Funafuti
Uganda;;Ugandan;Kampala
Ukraine;;Ukrainian;Kyiv,Kiev
United Arab Emirates;UAE,U.A.E.,Emirates;Emirati;Abu Dhabi
United Kingdom;UK,U.K.,Britain,Great Britain;British,Briton,Brit;London
United States;US,U.S.,USA,U.S.A.,United States of America,America;American;Washington DC,Washington D.C.
Uruguay;;Uruguayan;Montevideo
Uzbekistan;;Uzbek,Uzbekistani;Tashkent
Vanuatu;;Ni-Vanuatu;Port Vila
Vatican City;Holy See,Vatican;;
Venezuela;;Venezuelan;Caracas
Vietnam;Viet Nam;Vietnamese;Hanoi
Yemen;;Yemeni;Sanaa,Sana'a
Zambia;;Zambian;Lusaka
Zimbabwe;Rhodesia;Zimbabwean;Harare
Soviet Union;USSR,U.S.S.R.;Soviet;
Yugoslavia;;Yugoslav,Yugoslavian;
Czechoslovakia;;Czechoslovak,Czechoslovakian;
East Germany;GDR;East German;East Berlin
West Germany;FRG;West German;Bonn
Hong Kong;;Hong Konger;
Macau;Macao;Macanese;
Puerto Rico;;Puerto Rican;
Greenland;;Greenlandic,Greenlander;Nuuk
England;;English,Englishman,Englishwoman;
Scotland;;Scottish,Scot;Edinburgh
Wales;;Welsh,Welshman;Cardiff
Northern Ireland;;Northern Irish;Belfast
Korea;Korean Peninsula;Korean;
Congo;;;
Gaza;Gaza Strip;Gazan;Gaza City
West Bank;;;
Somaliland;;Somalilander;Hargeisa
Western Sahara;;Sahrawi;
Bermuda;;Bermudian;
Cayman Islands;;Caymanian;
Faroe Islands;;Faroese;
Gibraltar;;Gibraltarian;
French Polynesia;;;Papeete
New Caledonia;;;Noumea
Guam;;Guamanian;
Abkhazia;;Abkhaz;
Transnistria;;;
"""


@cache
def _rows() -> tuple[tuple[str, list[str], list[str], list[str]], ...]:
    rows = (line.split(";") for line in _COUNTRIES.strip().splitlines())
    return tuple((name, _parts(others), _parts(people), _parts(capitals)) for name, others, people, capitals in rows)


def _parts(field: str) -> list[str]:
    return [part for part in field.split(",") if part]


def _plural(person: str) -> str | None:
    """The plural of a word for a country's people; null where the word has none ("Chinese", "British")."""
    if person.endswith(("ese", "ish", "ch", "iss", "men")):
        return None
    return person + "s"


@cache
def names() -> dict[str, str]:
    """Every name of a country, as written, to its one name."""
    return {name: row[0] for row in _rows() for name in (row[0], *row[1])}


@cache
def demonyms() -> dict[str, str]:
    """Every adjective and word for a country's people, with plurals, to the country."""
    found: dict[str, str] = {}
    for country, _, people, _ in _rows():
        for word in people:
            found[word] = country
            plural = _plural(word)
            if plural:
                found[plural] = country
    return found


@cache
def capitals() -> dict[str, str]:
    """Every spelling of a capital to its country."""
    return {capital: row[0] for row in _rows() for capital in row[3]}


@cache
def capital_spellings() -> dict[str, str]:
    """Every spelling of a capital to the first one listed, by which it is joined."""
    return {capital: row[3][0] for row in _rows() for capital in row[3] if row[0] not in _SEVERAL}


_SEVERAL = frozenset({"Bolivia", "South Africa", "Malaysia", "Burundi"})
"""Countries whose listed capitals are different cities."""
