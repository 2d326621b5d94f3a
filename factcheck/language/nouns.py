"""English nouns: irregular plurals, and the singular of a plural."""

_PLURALS = """
men man women woman people person children child feet foot teeth tooth geese goose mice mouse oxen ox lives life
wives wife knives knife leaves leaf halves half selves self shelves shelf wolves wolf thieves thief loaves loaf
calves calf elves elf scarves scarf hooves hoof wharves wharf data datum media medium criteria criterion phenomena
phenomenon bacteria bacterium memoranda memorandum referenda referendum curricula curriculum strata stratum errata
erratum analyses analysis crises crisis theses thesis bases basis hypotheses hypothesis oases oasis axes axis
diagnoses diagnosis indices index matrices matrix appendices appendix vertices vertex stimuli stimulus fungi fungus
nuclei nucleus alumni alumnus cacti cactus syllabi syllabus foci focus radii radius formulae formula larvae larva
servicemen serviceman servicewomen servicewoman policemen policeman policewomen policewoman spokesmen spokesman
spokeswomen spokeswoman gunmen gunman businessmen businessman congressmen congressman chairmen chairman fishermen
fisherman firemen fireman lawmakers lawmaker statesmen statesman countrymen countryman workmen workman clergymen
clergyman seamen seaman airmen airman craftsmen craftsman grandchildren grandchild pence penny dice die
buses bus minibuses minibus gases gas viruses virus campuses campus bonuses bonus censuses census lenses lens
canvases canvas surpluses surplus
"""

_words = _PLURALS.split()
SINGULARS: dict[str, str] = dict(zip(_words[::2], _words[1::2], strict=True))
"""Irregular plural -> singular."""

INVARIABLE = frozenset(
    "aircraft spacecraft watercraft hovercraft rotorcraft sheep fish deer series species headquarters means "
    "police cattle personnel troops staff offspring salmon trout squid swine poultry livestock bison moose shrimp "
    "crossroads barracks gallows chassis corps spokespeople youth folk works".split()
)
"""Nouns with one form for one and many, or that count as plural."""

SINGULAR_IN_S = frozenset(
    "news politics economics mathematics physics athletics ethics statistics logistics diabetes measles rabies "
    "is was has this his its us yes gas bus plus thus lens bias atlas chaos cosmos canvas campus census virus status "
    "surplus bonus focus consensus corpus genius prospectus apparatus sinus cactus stimulus nucleus radius versus "
    "basis crisis analysis thesis emphasis hypothesis oasis axis diagnosis tennis always perhaps besides towards "
    "less unless across christmas".split()
)
"""Words in -s that are not plural."""


NOUNS_LIKE_ADJECTIVES = frozenset(
    "music traffic clinic critic topic fabric mechanic pandemic epidemic academic republic logic panic attic "
    "arithmetic "
    "rhetoric mosaic picnic tactic statistic characteristic antibiotic initiative executive alternative "
    "detective native "
    "representative objective perspective incentive motive narrative archive olive directive additive "
    "locomotive festival "
    "hospital capital arrival approval proposal removal survival rival animal journal signal metal medal "
    "terminal criminal "
    "manual rental refusal denial trial burial memorial material editorial tutorial individual professional general "
    "admiral cardinal corporal mineral funeral numeral principal canal portal goal library salary secretary dictionary "
    "anniversary boundary missionary commentary summary burglary tributary constabulary judiciary diary estuary "
    "obituary "
    "infirmary granary seminary table cable vegetable syllable constable dish parish civilian politician technician "
    "physician musician magician historian librarian guardian pedestrian comedian mercenary adversary beneficiary "
    "subsidiary intermediary functionary luminary sanctuary mortuary itinerary auxiliary variable valuable perishable "
    "offensive explosive captive relative fugitive operative conservative collective laboratory territory factory "
    "category inventory history story theory memory victory director sector terrorist".split()
)
"""Nouns that end as adjectives do."""


NOUNS_IN_LY = frozenset(
    "family assembly anomaly monopoly duopoly ally jelly folly gully lily belly bully tally homily melancholy "
    "butterfly dragonfly lolly trolley italy july sicily".split()
)
"""Nouns that end as adverbs do."""

ADJECTIVES_IN_LY = frozenset(
    "friendly deadly costly lovely lonely orderly timely scholarly elderly unlikely cowardly disorderly ghostly "
    "heavenly hourly lively motherly quarterly fortnightly sickly silly stately surly ugly unfriendly unruly "
    "worldly oily hilly "
    "homely burly curly early".split()
)
"""Adjectives that end as adverbs do."""


GERUND_NOUNS = frozenset(
    "advertising banking bearing beating beginning betting bombing booking borrowing briefing building clearing "
    "covering crossing dealing drawing dwelling earning engineering farming feeling filing finding fishing "
    "footing funding gambling gathering greeting handling hanging hearing heating hiring holding housing killing "
    "landing lending lighting listing manufacturing marketing meeting mining mooring offering opening outing "
    "painting parking planning posting pricing printing programming rating reading recording recycling reporting "
    "ruling saving scoring screening sentencing setting sewing shipping shooting sitting spending standing "
    "swelling timing tracking trading training understanding upbringing voting warning wedding wiring writing".split()
)
"""Forms in -ing that are nouns as readily as verbs."""


def singular(word: str) -> str:
    """The singular of a lower-case noun; the word itself where it is no plural."""
    if word in SINGULARS:
        return SINGULARS[word]
    if len(word) < 4 or not word.endswith("s") or word in SINGULAR_IN_S or word in INVARIABLE:
        return word
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")) and word not in (
        "shoes",
        "toes",
        "aches",
        "caches",
        "axes",
    ):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether a lower-case noun names more than one (invariable nouns count as plural)."""
    return word in INVARIABLE or singular(word) != word


_IRREGULAR = {one: many for many, one in SINGULARS.items()}


def plural_of(word: str) -> str:
    """The plural of a lower-case noun; the word itself where it is one already, or has none."""
    if word in INVARIABLE or word in SINGULARS:
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
