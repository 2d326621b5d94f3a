"""What a sum of money is, by the words around it: what is paid for a thing, lent, owed, earned, lost, raised, fined."""

import re
from functools import cache
from typing import NamedTuple

from factcheck.language.nouns import singular
from factcheck.language.persons import is_person
from factcheck.language.verbs import forms_of
from factcheck.measuring.sum_nouns import PRICE, TIES, named, of_thing, plain_noun, thing_of
from factcheck.records.quantity import Quantity

_NO_THINGS = frozenset(
    "surplus overrun overspend windfall cut rise increase hit boost injection bailout bail-out stake claim charge "
    "writedown write-down writeoff write-off discount rebate refund deposit mortgage pension benefit allowance fund "
    "package programme program scheme plan bond note account balance advance payment repayment instalment sum figure "
    "estimate target limit cap threshold ceiling facility line round share interest premium margin guarantee "
    "insurance policy trade transaction merger market economy campaign appeal lawsuit case question mark barrier level "
    "opening debut weekend launch start haul take gross total expense cash stock equity growth decline drop fall gain "
    "reduction jump surge".split()
)
"""Nouns right after a sum that are no thing which costs it."""


_ABOUT = (
    r"(?:(?:about|around|some|roughly|nearly|almost|over|more than|less than|under|an estimated|up to|at least|just|"
    r"only|as much as|close to|well|a record|a total of|another|a further|an additional|an initial) ){0,2}$"
)
_OBJECT = r"(?: (?!(?:and|but|or|that|which|who|for|at|to|by|with|in|on)\b)[\w’'-]+){0,5}?"
_PERIOD = r"(?: (?:a|per|each|every) (?:week|month|year))?"
_FRAMES = (
    ("dividend", "return hand pay distribute", "(?: out| back)?",
     r" (?:back )?to (?:its |their |the )?(?:share|stock)?(?:holders|investors|owners)\b"),
    ("loan", "lend loan borrow", _OBJECT, ""),
    ("loan", "advance", " (?:the|a|an|its|his|her|their|it|them|him)(?: [\\w’'-]+){0,3}?", ""),
    ("debt", "owe", _OBJECT, ""),
    ("demand", "demand", "", ""),
    ("fine", "fine penalise penalize dock", _OBJECT, ""),
    ("compensation", "compensate", f"{_OBJECT} with", ""),
    ("compensation", "settle", r"(?: [\w’'-]+){0,6}? for", ""),
    ("compensation", "pay", _OBJECT, r" to settle\b"),
    ("theft", "steal embezzle misappropriate pilfer siphon loot", "(?: off)?", ""),
    ("theft", "rob defraud fleece swindle cheat con trick scam dupe", f"{_OBJECT}(?: out)? of", ""),
    ("theft", "make get escape flee abscond walk disappear vanish", "(?: off| away| out)? with", ""),
    ("bribe", "bribe", f"{_OBJECT} with", ""),
    ("investment", "put plough plow pump pour sink inject channel", "", r" into\b"),
    ("investment", "invest", _OBJECT, ""),
    ("spending", "spend disburse", "", ""),
    ("spending", "splash lay", " out", ""),
    ("donation", "donate bequeath give", _OBJECT, ""),
    ("funding", "grant", _OBJECT, ""),
    ("award", "award", _OBJECT, ""),
    ("savings", "save", _OBJECT, ""),
    ("revenue", "gross", "", ""),
    ("revenue", "turn", " over", ""),
    ("revenue", "rake", " in", ""),
    ("revenue", "take make earn", "", r" at (?:the (?:\w+ )?)?(?:box[ -]office|tills?|gates?|door|checkouts?)\b"),
    ("loss", "bleed haemorrhage hemorrhage", "", ""),
    ("loss", "burn", " through", ""),
    ("loss", "write wipe", " off", ""),
    ("rent", "charge pay cost", _OBJECT, rf"{_PERIOD} (?:in rent|to rent|rent)\b"),
)  # fmt: skip
"""Measure, the verbs of which the sum is the object, what may stand between, and what must follow the sum, in the
order in which they are tried."""
_BEHIND = (
    (re.compile(r" (?:deep )?in (?:debt|arrears)\b"), "debt"),
    (re.compile(r" in the red\b"), "loss"),
    (re.compile(r" in the black\b"), "profit"),
    (re.compile(r" (?:(?:was|were|(?:has|had|have) been) )?(?:written|wiped) off\b"), "loss"),
    (re.compile(r" (?:was|were|(?:has|had|have) been) (?:stolen|embezzled|looted)\b"), "theft"),
)


def _verbs(bases: str) -> str:
    return "|".join(form for base in bases.split() for form in forms_of(base))


@cache
def _frames() -> dict[str, list[tuple[int, str, re.Pattern[str], re.Pattern[str]]]]:
    """Form of a verb → its frames: number, measure, what stands before the sum, what follows it."""
    found: dict[str, list[tuple[int, str, re.Pattern[str], re.Pattern[str]]]] = {}
    for number, (measure, bases, between, after) in enumerate(_FRAMES):
        before = re.compile(rf"\b(?:{_verbs(bases)}){between} {_ABOUT}", re.IGNORECASE)
        frame = number, measure, before, re.compile(after)
        for base in bases.split():
            for form in forms_of(base):
                found.setdefault(form, []).append(frame)
    return found


_WORDS = re.compile(r"[a-z]+")


def _by_verb(before: str, after: str) -> str:
    """The measure of a sum that is the object of a verb."""
    known = _frames()
    tried = {frame[0]: frame for word in _WORDS.findall(before.casefold()) for frame in known.get(word, ())}
    for _, (_, measure, ahead, follows) in sorted(tried.items()):
        if follows.match(after) and ahead.search(before):
            return measure
    return next((measure for pattern, measure in _BEHIND if pattern.match(after)), "")


def _ahead(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern}) {_ABOUT}", re.IGNORECASE)


_SOLD = _verbs(
    "sell buy acquire purchase auction offload retail trade price value sign join float go come replace restore "
    "construct build rebuild"
)
_SOLD_AS = (
    "snapp(?:ed|ing) up|part(?:s|ed|ing)? with|(?:taken?|tak(?:es|ing)|took) over|chang(?:e[sd]?|ing) hands|"
    "c[ao]m(?:es?|ing) (?:in|out)|(?:go(?:es|ing)?|went|gone|came) under the hammer|knocked down|on sale|on the market"
)
_FOR_IT = _ahead(
    rf"(?P<sold>{_SOLD}|{_SOLD_AS})(?P<thing>{_OBJECT}) (?:for|at(?: a cost of)?|in an?|at a price of)"
    rf"|(?P<fetch>{_verbs('fetch')}|worth)|(?:{_verbs('cost')})(?: [\w’'-]+){{0,4}}?"
    r"|set(?:s|ting)?(?: [\w’'-]+){1,4}? back"
)
"""What says of a sum that it is given for a thing."""
_PAID = _ahead(rf"{_verbs('pay charge spend')}|(?:{_verbs('shell fork')}) out|(?:{_verbs('hand')}) over")
_OFFERED = _ahead(rf"(?:{_verbs('bid offer')}|(?:willing|ready|prepared) to pay)(?: (?:the|its|his|her) [\w’'-]+)?")
_FOR = re.compile(r"(?: a (?:head|piece|share|unit|ticket|litre|kilo|tonne|night|year|month))? (?:for|on) ")

_PERIODS = frozenset("hour day week month year shift".split())
_MOST_PAY = 3e6
_PAY = _ahead(
    rf"(?:{_verbs('earn pay make draw start get receive')}|is|are|was|were|(?:{_verbs('take')}) home)"
    rf"(?P<whom>{_OBJECT})(?: (?:on|at|of))?"
)
_LET = _ahead(rf"(?:{_verbs('let rent lease sublet')})(?: out)?{_OBJECT} (?:for|at)")
_TENANTS = frozenset({"tenant", "renter", "lodger", "leaseholder"})
_EARNED, _LOST = _ahead(_verbs("earn net")), _ahead(_verbs("lose"))
_RAISED = _ahead(rf"{_verbs('raise collect secure')}|(?:{_verbs('bring pull')}) in|(?:{_verbs('drum stump')}) up")
_PAID_OUT = _ahead(rf"{_verbs('declare return distribute')}|(?:{_verbs('pay hand')}) out")
_KINDS = "net|gross|operating|pre-?tax|foreign|external|public|average|median|minimum|starting|closing|opening|share"
_OF_IT = _ahead(rf"((?:(?:{_KINDS}) )?[\w’'-]+(?: (?:before|after) (?:tax|interest))?),? (?:of|for)")
_LEVEL = _ahead(
    r"(?P<noun>[\w-]+) (?:for|on|at|from|to|in|against|by) (?:[\w’'-]+ ){1,6}?"
    rf"(?:(?:{_verbs('come amount rise fall climb drop run')}) to|{_verbs('reach total hit top exceed')}|"
    r"st(?:ands?|ood) at|is|was|are|were)"
)
_BACK = 110


_COST_THEN = _ahead(
    r"(?:(?<!to )(?<!will )(?<!would )(?<!could )(?<!may )(?<!might )(?<!should )(?<!can )costs?"
    r"(?: [\w’'-]+){0,4}?|came (?:in|out) at|final (?:bill|cost|price|account)(?: [\w’'-]+){0,8}? (?:was|came to|of))"
)


def is_spent(quantity: Quantity, text: str, start: int) -> bool:
    """Whether the quantity at `text[start:]` is told as what something has cost: "the works cost | £5 million"."""
    return quantity.dimension == "money" and _COST_THEN.search(text[max(start - _BACK, 0) : start]) is not None


class Sum(NamedTuple):
    """A sum as a text states it: how much, per what, what stands for it, and who pays or gets it."""

    value: float
    per: str | None
    noun: str
    holder: str


def summed(text: str, start: int, end: int, figure: Sum) -> str:
    """What the sum at `text[start:end]` is; empty where the words around it tell nothing."""
    before, after = text[max(start - _BACK, 0) : start], text[end : end + 80]
    noun = _without_verb(figure.noun, before)
    opened = _OF_IT.search(before)
    behind = _stands_behind(noun, after)
    told = (named(opened[1]) if opened else "") or (_dealt(before, noun) or named(noun) if behind else "")
    if told:
        return told
    level = _LEVEL.search(before)
    told = _by_verb(before, after) or named(noun) or (named(level["noun"]) if level else "")
    told = told or _by_holder(before, figure)
    return (
        told
        or _by_unit(before, noun or figure.holder, figure.per)
        or _priced(before, after, noun, behind)
        or _of_shares(noun)
    )


def _without_verb(noun: str, before: str) -> str:
    """A noun phrase without the verb in it that was taken for a noun: "phone retails | at £799"."""
    words = noun.split()
    verb = next((place for place, word in enumerate(words) if place and word in _COSTING), 0)
    said = " ".join(words[verb:])
    return " ".join(words[:verb]) if verb and _UP_TO.sub("", before).endswith(said) else noun


_UP_TO = re.compile(rf"(?: (?:for|at|to))? {_ABOUT}", re.IGNORECASE)
_COSTING = frozenset(
    "cost costs fetch fetches retails retail sells rents charges hit hits nets trades earns tops reached".split()
)


def _dealt(before: str, noun: str) -> str:
    """The measure of what is bought or sold "in a $5 | deal"."""
    told = _FOR_IT.search(before) if noun in ("deal", "transaction", "agreement", "takeover") else None
    return of_thing(thing_of((told["thing"] or "").strip())) if told is not None and told["sold"] else ""


def _stands_behind(noun: str, after: str) -> bool:
    """Whether a noun follows its figure: "$5 | loan", "$5 | in damages", "$5 | worth of damage"."""
    first = noun.partition(" ")[0]
    return bool(first) and re.match(rf"[ -](?:(?:in|of|worth of) )?(?:\w+ )?{re.escape(first)}", after) is not None


def _of_shares(noun: str) -> str:
    return "share price" if noun.casefold().rpartition(" ")[2] in ("share", "shares", "stock") else ""


def _by_holder(before: str, figure: Sum) -> str:
    """The measure of a sum by who pays or gets it and how often: a man earns a salary, a firm a profit."""
    head = singular((figure.holder.casefold().split() or [""])[-1])
    if figure.per in ("week", "month") and (_LET.search(before) or (head in _TENANTS and _PAID.search(before))):
        return "rent"
    pay = _PAY.search(before) if figure.per in _PERIODS and figure.value < _MOST_PAY else None
    if pay is not None:
        whom = pay["whom"].split()
        if figure.per == "hour" or is_person(singular(whom[-1]) if whom else head) or head in ("job", "post"):
            return "salary"
    if _EARNED.search(before):
        return "salary" if is_person(head) else "profit"
    if _LOST.search(before):
        return "loss"
    return "funding" if _RAISED.search(before) else ""


def _by_unit(before: str, noun: str, per: str | None) -> str:
    """The measure of a sum for one of something: "14 cents a share", "$82 a barrel"."""
    if per is None or per in _PERIODS or per == "person":
        return ""
    if per == "share":
        return "dividend" if _PAID_OUT.search(before) else _of_shares(noun) or PRICE
    return of_thing(plain_noun(noun)) if noun else ""


def _priced(before: str, after: str, noun: str, behind: bool) -> str:
    """The measure of what is given for a thing, with the thing."""
    told = _FOR_IT.search(before)
    if told is not None:
        object_ = (told["thing"] or "").strip()
        if told["fetch"] and is_person(noun.casefold().rpartition(" ")[2]):
            return "wealth"
        return of_thing(thing_of(object_) if object_ else plain_noun(noun))
    follows = _FOR.match(after)
    if follows is not None and _OFFERED.search(before):
        return "bid"
    if follows is not None and _PAID.search(before):
        return of_thing(thing_of(after[follows.end() :]))
    if behind and re.match(r"[ -](?!in |of |worth )", after) and _is_thing(noun):
        return of_thing(plain_noun(noun))
    return ""


def _is_thing(noun: str) -> bool:
    head = singular(TIES.split(noun, maxsplit=1)[0].partition(" of ")[0].casefold().split()[-1])
    return head not in _NO_THINGS and not noun[:1].isupper()
