"""Telling numbers from what only looks like them: names, labels, the pronoun "one"."""

import re

from factcheck.finders._amount import Amount
from factcheck.finders._clause import Clause
from factcheck.finders._measuring import counted
from factcheck.language.modifiers import Stated
from factcheck.language.nouns import INVARIABLE
from factcheck.language.tagging import VERBAL, plural

_LABELS = frozenset(
    "vol volume page p no number n°s n° chapter ch chap para paragraph section sec article art appendix annex "
    "table figure fig box "
    "note footnote part item issue episode season phase stage version release resolution round rule law bill "
    "decree order directive "
    "regulation clause schedule floor room gate terminal platform lane route highway interstate flight bus "
    "category level grade type cabin pylon berth "
    "model group tier district ward precinct zone area unit block lot document doc case ranked rank ranking "
    "seed seeded isbn issn doi "
    "windows pier hangar building line col verse op step question option exhibit annexe class channel track "
    "act scene volume protocol "
    "tier tranche batch force lesson module station camp site point bbc fortune "
    "top-".split()
)
_BARE_LABELS = frozenset(
    "witness count court juror suspect defendant patient cell aisle bay berth boat bus car coach carriage year round "
    "lap heat game match hole locker reactor junction exit runway studio wave warehouse slide frame chart map psalm "
    "sonnet symphony opus concerto agent subject cohort sample specimen interview".split()
)
"""Labels that are plain nouns behind an article: "on count 11", not "in the match 12 were hurt"."""
_LABELS_OF_MANY = frozenset(
    "vols volumes pp pages nos numbers chapters paras paragraphs sections secs articles arts appendices "
    "annexes tables figures figs "
    "boxes counts notes footnotes parts resolutions lines cols verses".split()
)
_FOLD = re.compile(r"[-‐‑]?fold(?!\w)")
"""A multiple, which is read elsewhere ("20-fold")."""
_SIGNED = re.compile(r"(?:n°s?|№|§{1,2}|#)[\s\u00a0]?$", re.IGNORECASE)
_SEPARATED = re.compile(r"[\s\u00a0]?(?:[-–,;&/]|,?[\s\u00a0]and|[\s\u00a0](?:to|or))[\s\u00a0]?(?:and[\s\u00a0])?")


def is_no_number(amount: Amount, clause: Clause, stated: Stated | None, here: int, following: int) -> bool:
    """Whether the number is part of a name, the pronoun "one", or a compound ("six-speed")."""
    tokens, text = clause.tokens, clause.text
    first = text[amount.number : amount.number + 1]
    follows = tokens[following] if following < len(tokens) else None
    if _FOLD.match(text, amount.end):
        return True
    if first.isalpha() and amount.unit is None and text[amount.end : amount.end + 1] in ("-", "‑", "‐"):
        if stated is not None and stated.place > amount.end:
            return False
        return text[amount.end + 1 : amount.end + 2] not in (" ", ",")
    if first.isupper() and follows is not None and follows.text[:1].isupper() and amount.unit is None:
        return _names(clause, amount, following)
    if first in "oO" and amount.low == amount.high == 1 and amount.form == "words":
        return amount.dimension == "time" or (amount.unit is None and _is_pronoun(clause, here, following))
    if amount.unit in _LETTERED and _is_coded(clause, amount, here):
        return True
    if amount.precision < 1 and amount.unit is None and _is_version(clause, amount, here):
        return True
    if amount.unit is None and not stated and not amount.ranged and amount.form == "digits" and amount.precision == 1:
        return _is_designator(clause, amount, here, following) or _is_model(clause, amount, following)
    return False


_LETTERED = frozenset("F C K G V W A".split())
_VERSIONED = frozenset(
    "android windows python java javascript php linux ubuntu debian fedora bluetooth usb wi-fi wifi hdmi firefox "
    "chrome safari kubernetes kernel version release firmware".split()
)


def _is_coded(clause: Clause, amount: Amount, here: int) -> bool:
    """Whether a number with one letter right behind it belongs to a name: "the Kirin 710F"."""
    attached = clause.text[amount.end - 1].isalpha() and clause.text[amount.end - 2].isdigit()
    return attached and here > 1 and clause.tokens[here - 1].tag == "PROPER"


def _is_version(clause: Clause, amount: Amount, here: int) -> bool:
    """Whether a decimal is the version of something: "EMUI 9.1", "iOS 14.2", "Android 9.0"."""
    word = clause.tokens[here - 1] if here else None
    if word is None or word.end + 1 < amount.start:
        return False
    inner = word.text[1:]
    return word.lower in _VERSIONED or (word.tag == "PROPER" and inner != inner.lower() and word.text.isalpha())


def is_labelled(amount: Amount, clause: Clause, here: int, following: int, labelled: int) -> bool:
    """Whether a label stands before the number ("chapter 6"), or a labelled number with a comma ("pp. 3, 5").

    `labelled` is where the last labelled number ended, or below zero.
    """
    if labelled >= 0 and amount.unit is None and _SEPARATED.fullmatch(clause.text, labelled, amount.start):
        return counted(clause.tokens, following) is None or amount.form == "digits"
    if amount.unit is not None or amount.number != amount.start or "," in clause.text[amount.start : amount.end]:
        return False
    if here == 0 or amount.form not in ("digits", "words"):
        return False
    if _SIGNED.search(clause.text, max(0, amount.start - 4), amount.start):
        return True
    word = clause.tokens[here - 1]
    label = word.lower.rstrip(".")
    if word.end + 2 < amount.start or not _is_label(clause, here - 1, label):
        return False
    if amount.form == "words" and label not in (
        "chapter",
        "part",
        "phase",
        "section",
        "volume",
        "number",
        "act",
        "stage",
    ):
        return False
    if (label in ("p", "pp", "no", "nos") and word.tag != "DET") or word.text[0].isupper():
        return True
    phrase = counted(clause.tokens, following)
    return phrase is None or not plural(clause.tokens[phrase.last - 1]) or clause.tokens[following].text[:1].isupper()


def _is_label(clause: Clause, place: int, label: str) -> bool:
    if label not in _BARE_LABELS:
        return label in _LABELS or label in _LABELS_OF_MANY
    return place == 0 or clause.tokens[place - 1].tag not in ("DET", "ADJ", "NUM", "POSS", "NOUN", "PART")


def _names(clause: Clause, amount: Amount, following: int) -> bool:
    """Whether a capitalised number word begins a name: "Three Rivers Alliance", not "Two Norwegian officers"."""
    lead = clause.text[max(0, amount.start - 4) : amount.start].rstrip(" \"'“‘(")
    head = lead == "" or lead[-1] in ":.!?-–—|•"
    quoted = clause.text[amount.start - 1 : amount.start] in ("“", "‘", '"', "'")
    phrase = counted(clause.tokens, following)
    ends_small = phrase is not None and clause.tokens[phrase.last - 1].text[:1].islower()
    return not ends_small if head and not quoted else True


_BEFORE_PRONOUN = frozenset(
    "the this that which each another no every any some last next latter former other first big".split()
)
_IDIOM_NOUNS = frozenset("another hand day reason way thing".split())


def _is_pronoun(clause: Clause, here: int, following: int) -> bool:
    """Whether "one" is a pronoun or an idiom rather than a number."""
    tokens = clause.tokens
    word = tokens[here - 1].lower if here > 0 else ""
    if word in _BEFORE_PRONOUN or following >= len(tokens):
        return True
    follows = tokens[following]
    if follows.lower == "of":
        return False
    if follows.lower in ("in", "out") and following + 1 < len(tokens) and tokens[following + 1].tag == "NUM":
        return False
    if word == "to" and here >= 2 and tokens[here - 2].tag == "NOUN" and follows.tag in ("PUNCT", "PREP"):
        return False
    if follows.lower in _IDIOM_NOUNS and (word in ("on", "for", "in") or follows.lower == "another"):
        return True
    if follows.tag in ("PREP", "CONJ", "SUB", "PRON", "DET") or (follows.tag in VERBAL and follows.tag != "PART"):
        return True
    phrase = counted(tokens, following, many=False)
    if phrase is None:
        return True
    head = tokens[phrase.last - 1]
    return head.tag == "NOUN" and plural(head) and head.lower not in INVARIABLE


def _is_model(clause: Clause, amount: Amount, following: int) -> bool:
    """Whether the number opens a name: "the 737 MAX"."""
    tokens = clause.tokens
    if following >= len(tokens) or tokens[following].tag != "PROPER" or amount.low < 100:
        return False
    if "," in clause.text[amount.start : amount.end]:
        return False
    phrase = counted(tokens, following)
    return phrase is not None and tokens[phrase.last - 1].tag == "PROPER" and not plural(tokens[phrase.last - 1])


def _is_designator(clause: Clause, amount: Amount, here: int, following: int) -> bool:
    """Whether a bare number belongs to a name before it: "Stoxx 600", "Planet 9", "iPhone 11 Pro"."""
    tokens = clause.tokens
    if here == 0 or "," in clause.text[amount.start : amount.end]:
        return False
    word = tokens[here - 1]
    if word.tag in ("PUNCT", "TIME", "NUM") or word.end + 1 < amount.start:
        return False
    is_name = word.tag == "PROPER" or word.text.lower() != word.text
    if not is_name or word.lower == "i" or (here == 1 and word.tag != "PROPER"):
        return False
    phrase = counted(tokens, following)
    if phrase is None:
        return True
    head = tokens[phrase.last - 1]
    return not (head.text[:1].islower() and head.lemma != head.lower and tokens[following].text[:1].islower())
