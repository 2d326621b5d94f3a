"""Titles, ranks and posts: the words that stand before or after a person's name."""

import re
from functools import lru_cache

from factcheck.language.closed_class import CLOSED
from factcheck.language.occupations import OCCUPATIONS
from factcheck.language.verbs import FORMS

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof sir dame lord lady baron baroness count countess duke duchess earl viscount king queen "
    "prince princess emperor empress pope cardinal archbishop bishop father fr sister brother mother rev reverend imam "
    "rabbi sheikh shaikh sheik sultan emir ayatollah mullah maulana pastor saint hon monsieur madame herr frau señor "
    "señora u daw don doña tengku tunku tun datuk dato tan-sri pandit swami lama sheriff".split()
)
"""Words of address; lower case, without the full stop."""

RANKS = frozenset(
    "general gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal cpl private pvt admiral adm "
    "commodore commander cmdr marshal brigadier brig commander-in-chief lieutenant-general major-general "
    "lieutenant-colonel vice-admiral rear-admiral brigadier-general constable inspector insp superintendent supt "
    "detective officer trooper ensign midshipman airman seaman petty sergeant-major field-marshal cadet".split()
)

POSTS = (
    frozenset(
        "president premier chancellor minister secretary ambassador envoy governor mayor chairman chairwoman "
        "chairperson chair director chief head leader boss spokesman spokeswoman spokesperson spokesmen commissioner "
        "professor lecturer researcher fellow analyst economist lawyer attorney solicitor barrister prosecutor judge "
        "justice magistrate coroner coach manager founder co-founder cofounder owner editor co-owner reporter "
        "journalist correspondent columnist author writer novelist poet historian scientist physicist chemist "
        "biologist geologist seismologist epidemiologist virologist meteorologist volcanologist engineer architect "
        "doctor physician surgeon nurse pilot co-pilot copilot astronaut senator sen congressman congresswoman "
        "representative rep councillor councilman councilwoman alderman deputy mp mep lawmaker legislator "
        "parliamentarian politician diplomat consul counsellor attaché attache delegate negotiator adviser advisor "
        "aide counsel strategist consultant expert specialist scholar academic principal dean rector provost "
        "vice-chancellor pro-vice-chancellor vice-president speaker whip treasurer comptroller auditor ombudsman "
        "regulator trustee partner ceo cfo coo cto executive banker broker investor businessman businesswoman "
        "entrepreneur tycoon billionaire magnate industrialist trader farmer activist campaigner organiser organizer "
        "dissident striker midfielder defender goalkeeper forward winger player skipper captain referee actor actress "
        "singer musician director-general secretary-general commander-in-chief undersecretary under-secretary-general "
        "under-secretary administrator superintendent supervisor coordinator co-ordinator investigator inspector "
        "warden ranger firefighter paramedic officer official resident survivor witness passenger victim eyewitness "
        "teacher student driver worker attendant veteran general dictator strongman ruler monarch cleric monk priest "
        "warlord rebel candidate nominee incumbent chairman-designate laureate comedian filmmaker photographer artist "
        "designer developer programmer statistician demographer sociologist psychologist anthropologist archaeologist "
        "astronomer mathematician pathologist vet veterinarian conservationist ecologist climatologist oceanographer "
        "cyclist boxer athlete swimmer sprinter golfer chief-executive liaison steward registrar clerk bailiff notary "
        "interpreter translator planner".split()
    )
    | OCCUPATIONS
)
"""Head nouns of posts and callings, lower case."""

MODIFIERS = frozenset(
    "deputy vice acting interim former then ex late incoming outgoing senior junior first second assistant "
    "associate co-chief joint prime foreign defence defense interior finance health justice education home "
    "transport trade energy environment economy economic labour labor culture agriculture attorney solicitor "
    "executive managing general lieutenant major brigadier rear field air wing squadron flight party state "
    "national opposition crown permanent special high supreme chief principal lead leading head regional "
    "provincial district federal local city county military army navy naval police fire press government "
    "foreign-policy security intelligence communications legal medical scientific technical financial operating "
    "information research programme program project team club group company bank central emeritus honorary "
    "visiting distinguished adjunct retired self-appointed newly-elected lord staff communist conservative "
    "republican democratic democrat liberal prime-ministerial presidential royal union rebel junta separatist "
    "militia regime business tech oil media rights human-rights human infrastructure planning development science "
    "technology commerce industry tourism sports sport housing water immigration climate emergency disaster "
    "relief aid humanitarian safety traffic village town municipal council under detective deputy-chief right "
    "left centre center attacking defensive club's global international world undersecretary petty warrant "
    "long-time longtime veteran top public relations corporate sales marketing product political policy "
    "defence-policy religious student faculty election campaign spiritual de facto".split()
)
"""Words that stand before a post or a rank and belong to it."""

_ABBREVIATED = "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Brig|Sen|Rep|Gov|Rev|Hon|Fr|Pres|Supt|Insp|Cpl|Pvt"
ABBREVIATED = frozenset(_ABBREVIATED.split("|"))
"""Titles that are written with a full stop, as written without it."""

OF_POSTS = frozenset(
    "secretary minister president director chief head chairman governor commissioner speaker duke prince princess "
    "king queen archbishop bishop earl lord mayor leader undersecretary commander commander-in-chief".split()
)
"""Posts that go on with "of": "Secretary of State", "Minister of Finance"."""

_BEFORE = HONORIFICS | RANKS | POSTS


def bare(word: str) -> str:
    """A word as the sets of this module hold it."""
    return word.rstrip(".").lower()


@lru_cache(maxsize=50_000)
def is_head(word: str) -> bool:
    """Whether a word may stand directly before a person's name as rank, post or address."""
    return bare(word) in _BEFORE


@lru_cache(maxsize=50_000)
def is_modifier(word: str) -> bool:
    """Whether a word may belong to a title without ending it."""
    return bare(word) in MODIFIERS or bare(word) in _BEFORE


def leading(words: list[str]) -> int:
    """How many of the first words are a title, leaving at least one word for the name; 0 where none is.

    >>> leading(["Deputy", "Transport", "Minister", "Jane", "Roe"])
    3
    """
    end = 0
    for at, word in enumerate(words[:-1]):
        if is_head(word):
            end = at + 1
        elif not is_modifier(word):
            break
    return end


_PLACED = re.compile(
    r" (?:of|at|for|in|to|with|on|from|who|based|since|until|under|covering|specialising|specializing) "
)
_CALLINGS = (
    POSTS | RANKS | frozenset("king queen prince princess pope archbishop bishop sultan emir imam rabbi sheikh".split())
)
_LONGEST_HEAD = 6
_ENDS_NO_POST = frozenset({"PREP", "SUB", "PRON", "AUX", "MODAL", "NOT", "TO"})


def is_calling(word: str) -> bool:
    """Whether a word is a post or a calling, not only a form of address."""
    return bare(word) in _CALLINGS


def post_in(phrase: str) -> bool:
    """Whether a noun phrase is a post: its head (before "of", "at" …) is a person's calling, and it holds no verb."""
    words = _PLACED.split(phrase, maxsplit=1)[0].split()
    if not words or len(words) > _LONGEST_HEAD or bare(words[-1]) not in _CALLINGS or words[0] == "whose":
        return False
    return not any(
        CLOSED.get(word) in _ENDS_NO_POST or (number > 0 and FORMS.get(word, ("",))[0] in ("past", "third", "ed"))
        for number, word in enumerate(words)
    )


_POSTS_NAMED = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "chief-executive": r"chief executive(?: officer)?|CEO|managing director",
        "finance-chief": r"chief financial officer|CFO|finance (?:chief|director|head)",
        "operating-chief": r"chief operating officer|COO",
        "chair": r"chair(?:man|woman|person|ed|s)?",
    }.items()
}
"""Posts that go by several names."""


def posts_named(words: str) -> frozenset[str]:
    """The posts that go by several names which words name: "its CEO" → "chief-executive"."""
    return frozenset(post for post, names in _POSTS_NAMED.items() if names.search(words))
