"""Where capitalised words stand together: the stretches of text among which names are looked for."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.language import calendar, places
from factcheck.language.bodies import FOR_HEADS, HEADS, KNOWN, OF_HEADS, TOPICS
from factcheck.language.closed_class import ADJECTIVES, CLOSED
from factcheck.language.titles import OF_POSTS, is_head, is_modifier
from factcheck.language.verbs import FORMS, NOUNS_TOO

_UPPER = "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x386, 0x530)) if chr(code).isupper())
_U = f"[{_UPPER}]"
_TITLES = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Brig|Sen|Rep|Gov|Rev|Hon|St|Mt|Ft|Jr|Sr|Fr|Pres|Supt|Insp|Cpl"
)
_WORD = (
    rf"(?:(?:{_U}\.){{2,8}}(?:{_U}(?!\w))?|(?:{_TITLES})\.(?=\s)|{_U}\.(?=\s?{_U})"
    rf"|{_U}\w*(?:[’'](?![sS](?!\w))\w+|[-‑](?=\w)\w+|&{_U}\w*)*(?![$£€]))"
)
_PARTICLE = (
    r"(?:(?:de la|de los|van der|van den|von der|van|von|de|del|della|da|dos|das|do|di|du|la|le|bin|ibn|bint|ben|ter"
    r"|ten|der|den|zu|y|e) |(?:al|el|as|an|ar|ash|at|az|ad|d|l)[-’'])"
)
MAKERS = frozenset("Boeing Airbus Cessna Embraer Bombardier Tupolev Ilyushin Fokker Dornier Beechcraft ATR".split())
"""Makers of aircraft, whose types are called by a bare number."""
_MODEL = r"(?:(?<=Boeing)|(?<=Airbus)|(?<=Cessna)|(?<=Embraer)|(?<=ATR))[ ]\d{2,3}(?:-\d{1,3}\w{0,3})?(?![\w,.]?\d)"
_INSIDE = r"\w@#/"
"""What stands before a letter that begins no word of a name."""
_SEQUENCE = re.compile(
    rf"(?<![{_INSIDE}]){_WORD}"
    rf"(?:{_MODEL}|[ \u00a0](?:{_PARTICLE})?{_WORD}|[ ]&[ ]{_WORD}"
    r"|,? (?:Inc|Ltd|Jr|Sr|LLC|Co|Corp|plc)\b(?:\.(?=[ ,;)][^A-Z]))?)*"
)
"""Capitalised words side by side, with the small words of surnames between them."""

_NAMED_NUMBER = frozenset(
    "Section Sections Appendix Table Figure Chapter Annex Part Note Box Article Articles Paragraph Page Volume Vol No "
    "Phase Level Category Type Class Grade Group Room Unit Line Act Item Rule Version Week Day Year Step Lot".split()
)
MONTHS = frozenset(map(str.title, calendar.MONTHS))
DAYS = frozenset((*calendar.DAY_NAMES, *(f"{name}s" for name in calendar.DAY_NAMES)))
SEASONS = frozenset("Spring Summer Autumn Winter Christmas Easter Ramadan".split())
NEVER = frozenset(
    "I A AM PM CE BC AD BCE Mr Mrs Ms Dr God Internet Photo Photos Source Sources Image Images Read Editor By "
    "Figure Table Note Notes Email E-mail Tel Fax No Yes OK Ibid Id Op Cit Vol Doc URL ISBN Nos N°s N° Q1 Q2 Q3 "
    "Q4 H1 H2 FY GMT UTC EST CET BST EDT PDT PST IST PhD Ph MBA BA MA MSc BSc MP MPs MEP MEPs CEO CEOs CFO COO "
    "CTO VIP VIPs DNA RNA GDP GNP VAT AI IT IPO ATM USD EUR GBP SEK NOK DKK CHF JPY CNY RMB INR AUD CAD Rs Tk MW GW KW "
    "MWh GWh TWh KM Sino Russo Franco Anglo Euro Indo Afro GPS SUV SUVs LED PR HR PC CCTV SMS PDF MRI PCR ICU PPE "
    "NGO NGOs LNG QR EV EVs ID IDs FAQ AGM EBITDA R&D SME SMEs RIP UFO CC BY Western Eastern Northern Southern "
    "Westerners Covid-era Sir Madam TV II III IV V VI VII VIII IX X XI XII English-language".split()
)
"""Capitalised words that name nothing by themselves."""


class Stretch(NamedTuple):
    """Capitalised words that belong together: `text[start:end]`; `opens` where they begin a sentence."""

    start: int
    end: int
    words: str
    opens: bool


def is_common(word: str) -> bool:
    """Whether a word is an ordinary English one that a capital at the start of a sentence tells nothing of."""
    lower = word.lower()
    return (
        lower in CLOSED or lower in FORMS or lower in ADJECTIVES or word in TOPICS or word in HEADS
        or is_modifier(word) or lower in _ORDINARY or (lower.endswith("ly") and len(lower) > 4)
    )  # fmt: skip


_ORDINARY = frozenset(
    "people police officials authorities experts analysts critics supporters opponents residents witnesses "
    "rescuers investigators workers protesters soldiers troops rebels doctors lawyers scientists researchers "
    "economists traders investors shares stocks oil gas prices sales profits revenue inflation unemployment "
    "growth demand supply money power water food health children women men students teachers parents families "
    "survivors victims passengers thousands hundreds dozens millions billions two three four five six seven eight "
    "nine ten eleven twelve twenty thirty forty fifty sixty hundred thousand million billion one first second "
    "third fourth fifth last next today yesterday tomorrow tonight officially however moreover meanwhile "
    "furthermore instead despite although though while because since until unless before after during within "
    "without about above below between among against across along around behind beside beyond near under over "
    "into onto from with such these those this that other another both each every many most much more some "
    "several few all any half part none nothing nobody everyone someone anyone everybody there here where when "
    "why how what which who whose whom whether if as at by for in of on to up out off down again also even just "
    "only still yet already always never ever often sometimes perhaps maybe indeed thus hence therefore so but "
    "and or nor not no yes according due thanks contrary compared given additional data figures statistics "
    "reports report sources source state states media news military army forces government governments ministers "
    "relations talks negotiations sanctions trade ties weather rain floods fire fires emergency rescue crews "
    "damage schools hospitals roads homes houses buildings flights trains airports war peace attack attacks "
    "shelling fighting violence purchases visits elections voters votes turnout campaign debate commentators "
    "observers diplomats negotiators historians political economic social financial natural local national "
    "international regional global foreign domestic western eastern northern southern central early late recent "
    "former current previous total overall average annual monthly weekly daily public private official senior "
    "junior deputy chief young old older younger new big small large high low good bad best worst better strong "
    "weak key main major minor top heavy light free full open closed long short similar different various "
    "numerous countless certain particular special general common rare initial final everything something "
    "anything lots plenty scores aid efforts plans work operations services production construction development "
    "management staff employees customers consumers patients cases deaths infections tests vaccines vaccinations "
    "nurses treatment drugs research study studies science technology football players fans club clubs teams "
    "matches goals season owner owners shareholders board directors company companies firms banks business "
    "businesses industry manufacturers suppliers contractors contracts contract aircraft planes pilots crew "
    "debris wreckage airlines helicopter helicopters drones missiles ships vessels boats cargo containers port "
    "ports trucks cars vehicles drivers video videos footage images photographs satellite television radio "
    "newspapers journalists reporters background summary introduction conclusion overview contents abstract "
    "appendix annex press release contact mr mrs ms dr photo caption image picture advertisement subscribe share "
    "comment comments related born married aged asked known based located written published updated posted edited "
    "advice things time times year years month months week weeks day days night morning evening afternoon noon "
    "midnight quarter nearly almost roughly approximately fewer less least whoever whatever whichever dear hello "
    "monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter plus minus apart aside "
    "earthquake quake tremor aftershocks aftershock storm hurricane typhoon cyclone flood landslide eruption "
    "tsunami outbreak epidemic pandemic virus disease cholera measles ebola malaria dengue influenza flu tenders "
    "tender bids bid bidders procurement auditors audit shareholder dividend earnings net gross operating profit "
    "loss losses neighbouring neighboring takeover buyers buyer sellers seller deal deals agreement agreements "
    "nationwide countrywide worldwide".split()
)


_CAPITAL = re.compile(_U)
_ARTICLE = re.compile(rf"(?<![{_INSIDE}])(?:al|el|as|ar|ash|at|ad)-$")


def _sequences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Capitalised words side by side as spans, with an Arabic article before the first ("al-Nahda")."""
    capital = _CAPITAL.search(text, start, end)
    while capital is not None:
        at = capital.start()
        match = _SEQUENCE.match(text, at, end)
        if match is not None:
            article = _ARTICLE.search(text, max(start, at - 4), at) if text[at - 1 : at] == "-" else None
            yield article.start() if article else at, match.end()
        start = match.end() if match else capital.end()
        capital = _CAPITAL.search(text, start, end)


def stretches(text: str, start: int, end: int, openings: frozenset[int] | set[int]) -> Iterator[Stretch]:
    """The capitalised stretches of `text[start:end]`, joined over "of", "for", "and" where a name goes on."""
    pending: Stretch | None = None
    for at, stop in _sequences(text, start, end):
        stop = _without_full_stop(text, at, stop)
        opens = (
            at in openings
            or _follows_label(text, start, at)
            or (text[at - 1 : at] in _OPENERS and text[stop : stop + 1] not in _CLOSERS)
        )
        found = Stretch(at, stop, text[at:stop], opens)
        if pending is not None:
            joined = _joined(text, pending, found)
            if joined is not None:
                pending = joined
                continue
            yield pending
        pending = found
    if pending is not None:
        yield pending


_LONGEST_LABEL = 8


def _follows_label(text: str, start: int, at: int) -> bool:
    """Whether only the label of a heading, item or speaker stands before a word ("2.1 ", "A: ")."""
    if at - start <= _LONGEST_LABEL and not any(char.islower() for char in text[start:at]):
        return True
    return text.startswith(": ", at - 2) and text[max(start, at - _LONGEST_LABEL) : at - 2].rstrip("*").isupper()


_OPENERS = frozenset('"“‘:•*«')
_CLOSERS = frozenset('"”’»')


def _without_full_stop(text: str, start: int, end: int) -> int:
    """Where the stretch ends when a sentence's full stop, taken for an abbreviation's, is left out."""
    if text[end - 1] == "." and end - start > 2 and text[end - 3] != "." and text[end - 2].islower():
        return end - 1
    return end


def _joined(text: str, left: Stretch, right: Stretch) -> Stretch | None:
    """The two stretches as one where the small words between them belong to a name; else null."""
    gap = text[left.end : right.start]
    if len(gap) > _LONGEST_GAP or gap not in _GAPS:
        return None
    if not _goes_on(left.words, gap, right.words):
        return None
    return Stretch(left.start, right.end, text[left.start : right.end], left.opens)


_GAPS = frozenset(
    (
        " of ",
        " of the ",
        " for ",
        " for the ",
        " on ",
        " on the ",
        " and ",
        " and the ",
        " to the ",
        " in ",
        "' ",
        "’ ",
        "'s ",
        "’s ",
    )
)
_LONGEST_GAP = max(map(len, _GAPS))


def _goes_on(left: str, gap: str, right: str) -> bool:
    words = left.split()
    last, first = words[-1], right.split()[0]
    if gap in (" of ", " of the "):
        if last in OF_HEADS or (last.lower() in OF_POSTS and first in TOPICS | {"State"}):
            return True
        return len(words) > 1 and (" for " in left or (last.lower() in NOUNS_TOO and right in places.known()))
    if gap[0] in "'’":
        return last in _OWNERS and first in HEADS | _OWNED and left not in places.known()
    if gap in (" for ", " for the ", " on ", " on the "):
        return (last in FOR_HEADS and first in TOPICS) or (
            last in FOR_HEADS and len(words) > 1 and first not in MONTHS and right not in places.known()
        )
    if gap in (" and ", " and the "):
        return _and_goes_on(left, last, right)
    if gap == " to the ":
        return last in ("Ambassador", "Embassy", "Mission") and right.startswith("U")
    return f"{left}{gap}{right}" in places.known()


_OWNERS = frozenset(
    "King Queen People Women Men Children Workers Teachers Farmers Veterans Lord Patients Players Supporters "
    "Residents Writers Lawyers Nurses Doctors Mother Father Valentine Year Lloyd Peoples Employers Officers "
    "Miners Students Parents Bankers Fishermen Consumers Tenants Citizens Girls Boys".split()
)
_OWNED = frozenset("Day Republic Liberation Park Eve College Hospital".split())


def _and_goes_on(left: str, last: str, right: str) -> bool:
    if f"{left} and {right}" in places.known():
        return True
    words = right.split()
    if words[0] not in TOPICS or left in places.known():
        return False
    named = any(f" {small} " in left for small in ("of", "for", "on"))
    return last in TOPICS and (named or words[-1] in HEADS)


def is_numbered(words: str) -> bool:
    """Whether a stretch is only the label of a part of a document ("Section", "Table A")."""
    parts = words.split()
    return parts[0] in _NAMED_NUMBER and (len(parts) == 1 or (len(parts) == 2 and len(parts[1]) <= _LABEL))


_LABEL = 3


def is_titled(text: str, start: int, end: int) -> bool:
    """Whether a block is written in capitals, or with a capital on most of its longer words, as headings are."""
    words = [word for word in text[start:end].split()[:_ENOUGH] if len(word) > _SHORT and word[0].isalpha()]
    if len(words) < _FEW:
        return all(word[0].isupper() for word in words)
    capital = sum(word[0].isupper() for word in words)
    return capital >= len(words) * _MOST


_SHORT, _FEW, _ENOUGH, _MOST = 3, 3, 40, 0.75

__all__ = [
    "DAYS",
    "KNOWN",
    "MONTHS",
    "NEVER",
    "SEASONS",
    "Stretch",
    "is_common",
    "is_head",
    "is_numbered",
    "is_titled",
    "stretches",
]
