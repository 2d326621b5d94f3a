"""What a length of time is of, in words: the trial that lasted, the term of a sentence, the bridge that was closed."""

import re
from typing import NamedTuple

from factcheck.language.concepts import concept_of
from factcheck.language.nouns import singular
from factcheck.language.tagging import NOMINAL, Token, tag

_ABOUT = r"(?:(?:about|around|some|nearly|almost|just|only|over|more than|less than|at least|an?|the|another|up to) )*"
_CONFINED = (
    r"(?:in (?:prison|jail|custody|detention)|behind bars|imprisonment|of imprisonment|in a (?:prison|jail)|"
    r"(?:prison |jail )(?:term|sentence)|(?:sentence|term)\b(?! of office))"
)
_SENTENCED = re.compile(
    rf"\b(?:sentenced (?:[\w’' ]{{1,30}} )?to(?: (?:imprisonment|prison|jail|detention))?(?: (?:for|of))?|"
    rf"jailed(?: for)?|imprisoned for|sent to (?:prison|jail) for|(?:prison|jail) (?:term|sentence) of|sentence of|"
    rf"(?:in|to) (?:prison|jail) for) {_ABOUT}$",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    rf"\b(?:sentence|term)\b[^.;]{{0,40}}\b(?:cut|reduced|increased|raised|lowered|shortened) (?:to|from|by) {_ABOUT}$"
)
_GIVEN = re.compile(rf"\b(?:gave|given|handed|got|received|gets|jailed) [^.;]{{0,40}}?{_ABOUT}$")
_OF_A_CRIME = re.compile(
    r"^ for (?:[a-z]+ )?(?:fraud|theft|murder|manslaughter|rape|assault|arson|bribery|corruption|perjury|robbery|"
    r"burglary|treason|espionage|spying|smuggling|trafficking|forgery|embezzlement|blackmail|extortion|kidnapping|stealing|"
    r"killing|dealing|possession|conspiracy|terrorism|dangerous driving)\b"
)
_COURT = re.compile(r"\b(?:judge|court|jury|tribunal|magistrates?|justice)\b", re.IGNORECASE)
_CONFINED_AFTER = re.compile(rf"^(?:['’]s?)? {_CONFINED}|^-[a-z]+ {_CONFINED}|^ (?:prison|jail) ")
_NO_TERM = re.compile(
    r"\b(?:up to|maximum|minimum|at least|ask(?:s|ed|ing)?|sought|seeks?|seeking|demand(?:s|ed|ing)?|wants?|wanted|"
    r"call(?:s|ed|ing)? for|could|may|might|faces?|faced|facing|parole|probation|suspended|"
    r"carr(?:y|ies|ied)|punishable|reduced|cut|appeal|instead|half|if|eligible|propos(?:e|es|ed)|"
    r"recommend(?:s|ed)?|already|remaining|left|community|[Ii]n place of)\b"
)
"""What makes of a term one that may be given, is asked for, or is not the one that was passed."""
_ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|sought|seeks?|seeking|demand(?:s|ed|ing)?|call(?:s|ed|ing)? for|propos(?:es?|ed|ing)|"
    r"recommend(?:s|ed|ing)?|suggest(?:s|ed|ing)?|request(?:s|ed|ing)?|urg(?:es?|ed|ing)|push(?:es|ed|ing)? for|"
    r"argu(?:es?|ed|ing) for)\b"
)
"""Verbs of those who ask for a term: in its clause, however far before it."""
_PLANNED = re.compile(
    r"(?<!than )\b(?:plan(?:s|ned|ning)?|expect(?:s|ed)?|due|scheduled|meant|supposed|intended|intends?|"
    r"will|would|should|"
    r"could|may|might|hope[sd]?|aim(?:s|ed)?|promise[sd]?|estimate[sd]?|forecast|ask(?:s|ed)?|wants?|wanted|up to|"
    r"at most|at least|normally|usually|typically|on average|average|longer than|rather than|instead of|within|"
    r"deadline|allowed|if|unless)\b"
)
_LASTED = re.compile(
    r"\b(?:last(?:s|ed|ing)?|took|takes?|ran|runs?|went on|goes on|gone on|dragged on|continued|stretched)"
    rf"(?: (?:on |out )?(?:for|over))? {_ABOUT}$"
)
_TO_DO = re.compile(r"^ to ([a-z]+)")
_OF = re.compile(r"^['’]? of (?:the |his |her |their |its |an? |constant |continuous |heavy )?([a-z]+)")
_NOUN_OF = re.compile(rf"\b([a-z]+) (?:of|lasting|that lasted|which lasted|spanning) {_ABOUT}$")
_NOUN_FOR = re.compile(
    r"\b(contract|lease|deal|loan|agreement|ban|licence|license|permit|visa|concession|mandate|term) "
    rf"(?:for|over|of) {_ABOUT}$"
)
_STATE = re.compile(
    r"\b(?:was|were|been|being|is|are|be|stayed|remained|kept|held|left|lay|stood|sat) (?:[a-z]+ly )?(?:still )?"
    rf"(?P<state>[a-z]+)(?P<where>(?: (?:the|an?|its|their|his|her))?(?: [\w’'-]+){{0,4}}?) for {_ABOUT}$"
)
_BACK = re.compile(
    r"\b(?:(?:power|electricity|suppl(?:y|ies)|load|current|water|gas|services?|signals?|connections?|internet) "
    r"(?:(?:was|were|is|are|ha[ds] been|have been|came|went) )?(?:[a-z]+ly )?(?:restored|back|reconnected|resumed)"
    r"(?: on)?(?: [a-z]+ly)?|(?P<open>\breopened|\bre-opened|\bopened again))"
    rf" (?:after|within|in) {_ABOUT}$",
    re.IGNORECASE,
)
"""What ended a state after so long: power that was restored, a road that reopened."""
_SPAN_NOUNS = (
    "time period delay wait life lifespan lifetime duration deadline notice shift interval warranty guarantee gap "
    "window stay visit journey flight crossing race match meeting session course tenure suspension ban curfew closure "
    "shutdown outage strike siege truce ceasefire trial hearing treatment recovery"
).split()
_NOUN_IS = re.compile(
    rf"\b(?P<noun>{'|'.join(_SPAN_NOUNS)})s?(?: (?:set|fixed|given|allowed|prescribed|granted|imposed|agreed)\b"
    rf"[^.;,]{{0,40}}?)? (?:is|was|are|were|has been|remains?|remained) (?:now |then |still |only |just )?{_ABOUT}$"
)
"""What is or was so long: "the notice agreed with the tenant is | three months"."""
_DONE_IN = re.compile(
    rf"\b(?P<noun>[a-z]+) (?:was|were|is|has been|had been) (?:completed|finished|over|done|carried out) "
    rf"(?:in|within|after) {_ABOUT}$"
)
"""What was done in so long: "the evacuation was completed in | 90 seconds"."""
_GET_OUT = re.compile(r"^ to get (?:[\w’'-]+ ){1,4}?(?:out|off)\b")
_SPENT = re.compile(rf"\bsp(?:ent|ends?) {_ABOUT}$")
_STAYED = re.compile(
    r"\b(?:clung|hung|waited|sheltered|hid|sat|lay|stayed|remained|camped|drifted|floated|"
    r"(?:was|were|been|being|left|lay) (?:trapped|stranded|stuck|marooned|buried|adrift|pinned|locked (?:in|out)))"
    rf"\b[^.;,]{{0,60}}? for {_ABOUT}$"
)
"""What somebody does, or suffers, who stays where he is."""
_PLACED = re.compile(r"^ (?:in|at|inside|on|under|aboard) (?:the |an? |his |her |their )?([a-z]+)")
_LEFT = re.compile(
    r"\b(?:left|leaving|gone|out again|fled|escaped|made off|got away|came out|emerged|drove off|departed) $"
)
_ENTERED = re.compile(
    r"\b(?:broke in|broke into|entered|got in|got into|went in|went into|forced|climbed in|arrived|came in)\b"
)
_IN = frozenset("in inside at on within under aboard off".split())
_ARTICLES = frozenset("the a an its their his her".split())
_NO_HEAD = frozenset(
    "old period time times high low record man woman men women boy girl people person age data history while stretch "
    "total maximum minimum average rate number sum couple matter lot".split()
)
_SET = frozenset(
    "imposed declared ordered introduced called agreed granted issued set signed extended decreed enforced announced "
    "awarded approved proclaimed".split()
)
"""What is done to that which then lasts: "a curfew was imposed for 10 days"."""
_SYNONYMS = {"shut": "closure", "closed": "closure", "offline": "outage", "out": "outage", "blackout": "outage",
             "power cut": "outage", "walkout": "strike", "stoppage": "strike", "journey": "crossing"}  # fmt: skip
_CLAUSE = re.compile(r"[;:]| (?:but|and|while|although|because) ")
_BINDING = frozenset(
    "contract lease deal loan agreement ban licence license permit visa concession mandate term".split()
)
"""What is fixed when it is signed, also where the time itself is to come."""
_NEAR, _NEAR_BEHIND = 60, 20
_HYPHEN = re.compile(r"\w-[a-z]+$")

FROM_THEN = re.compile(r"\b(?:after|before|until|every|for the (?:first|last)) (?:(?:about|some|only|just) )?$", re.I)
"""Words by which a length of time tells when something happens, not how long it lasts: "walked free after a month"."""
COUNTED_FROM = re.compile(r"\b(?:ago|last|past|previous|coming|next|this)\b", re.IGNORECASE)
"""Words by which a stretch of time is counted from the day of writing: it says when, not for how long."""


_OWN_PLAN = r"(?:the|its|their) (?:agreed |planned |original |contractual )?"
_SET_FOR = r"(?:(?:first|originally|initially) )?(?:set|fixed|agreed|promised|planned|scheduled|announced|foreseen)"
_LATE = re.compile(
    r"^(?:['’]s?)? (?:late\b(?! [a-z]+ed\b)|overdue\b|delay\b|behind(?: (?:schedule|time|plan|target)\b|"
    rf" {_OWN_PLAN}(?:date|deadline|schedule|timetable|plan|programme)\b|(?=[,.;)]|$))|"
    r"(?:later )?than (?:planned|scheduled|agreed|expected|promised|intended|foreseen|originally)\b|"
    rf"(?:after|past|beyond|over) (?:{_OWN_PLAN}(?:deadline|due date|target date|date (?:in|of|{_SET_FOR}))|"
    rf"(?:the |its )?(?:planned|promised|scheduled|original|agreed) (?:date|deadline|day|opening|completion|start)|"
    rf"(?:it|he|she|they) (?:was|were|had been|should have been) "
    r"(?:(?:first|originally) )?(?:due|meant|supposed|promised|expected|scheduled to))\b)"
)
_DELAYED = re.compile(
    rf"\b(?:delay(?:s|ed|ing)?|hold-ups?|postpone(?:d|ment)|slippage|slipped|put back|pushed back|set back|held up|"
    rf"overran|overrun|late) (?:of|by|for) {_ABOUT}$",
    re.IGNORECASE,
)
"""What makes of a length of time the one by which something was late, right behind it and right before it."""


class Lasted(NamedTuple):
    """What a length of time is of, and whether it is a plan, a limit or a wish; `none`: it is not to be compared."""

    measure: str
    planned: bool
    none: bool = False


def lasted(text: str, start: int, end: int, low: int, high: int) -> Lasted:
    """What `text[start:end]`, a length of time in the sentence `text[low:high]`, is of; empty if nothing tells."""
    before, after = text[low:start], text[end:high]
    term = _term(before, after, text[start:end])
    if term is not None:
        return term
    # A time mention may take "after" into itself: "two days after | the planned date".
    behind = f" after{after}" if text[start:end].endswith(" after") else after
    if _LATE.match(behind) or _DELAYED.search(before):
        return Lasted("delay", planned=False)
    near = _CLAUSE.split(before)[-1][-_NEAR:] + text[start:end] + _CLAUSE.split(after)[0][:_NEAR_BEHIND]
    measure = _noun(text[start:end], before, after)
    planned = _PLANNED.search(near) is not None and measure.split(" ")[0] not in _BINDING
    return Lasted(measure, planned)


def _term(before: str, after: str, written: str) -> Lasted | None:
    """The term of a prison sentence; null where it is none."""
    if _CHANGED.search(before):
        return Lasted("imprisonment", planned=False, none=True)
    given = _GIVEN.search(before) and _COURT.search(before) and _OF_A_CRIME.match(after)
    if not (given or _SENTENCED.search(before) or _CONFINED_AFTER.match(after)):
        return None
    near = before[-_NEAR:] + written.replace("and a half", "") + after[:_NEAR_BEHIND]
    doubtful = _NO_TERM.search(near) or _ASKED.search(_CLAUSE.split(before)[-1])
    return Lasted("imprisonment", planned=False, none=doubtful is not None)


def _noun(written: str, before: str, after: str) -> str:
    """What lasts, in words: the noun beside the length, or the verb of a state."""
    if written.endswith("later"):
        return "stay" if _LEFT.search(before) and _ENTERED.search(before) else ""
    if _HYPHEN.search(written):
        return _named(_head_of(tag(after[:60].lstrip(" -"))))
    of = _OF.match(after)
    if of and of[1] not in _NO_HEAD:
        return _named(of[1])
    back = _BACK.search(before)
    if back is not None:
        return "closure duration" if back["open"] else "outage duration"
    beside = _NOUN_FOR.search(before) or _NOUN_OF.search(before)
    if beside and beside[1] not in _NO_HEAD:
        return _named(beside[1])
    so_long = _NOUN_IS.search(before)
    if so_long:
        return _named(so_long["noun"])
    done = _DONE_IN.search(before)
    if done and concept_of(done["noun"], "noun"):
        return _named(done["noun"])
    if _LASTED.search(before):
        if _GET_OUT.match(after):
            return _named("evacuation")
        to_do = _TO_DO.match(after)
        if to_do:
            return concept_of(to_do[1]) or to_do[1]
        return _named(_head_of(tag(_clause_before(before))))
    return _state(before, after)


def _state(before: str, after: str) -> str:
    """ "was closed for three weeks", "in the building for 19 minutes", "spent a month in hospital"."""
    state = _STATE.search(before)
    if state is not None:
        word, where = state["state"], [one for one in state["where"].split() if one not in _ARTICLES]
        if word in _IN:
            return "stay" if where or word == "inside" else ""
        who = _head_of(tag(_clause_before(before[: state.start()])))
        if word in _SET and who:
            return _named(who)
        named = _SYNONYMS.get(word) or concept_of(word) or word
        return f"{singular(who)} {named}" if who else named
    if _STAYED.search(before):
        return "stay"
    placed = _PLACED.match(after) if _SPENT.search(before) else None
    return "stay" if placed else ""


def _clause_before(before: str) -> str:
    """The clause that ends with the verb of lasting."""
    return re.split(r"[,;:] ", before)[-1][-120:]


def _head_of(tokens: list[Token]) -> str:
    """The head of the first noun phrase."""
    head = ""
    for place, token in enumerate(tokens):
        if token.tag == "GER" and (place + 1 == len(tokens) or tokens[place + 1].tag in ("PREP", "PUNCT", "PAST")):
            return token.lower
        if token.tag in NOMINAL or token.tag == "POSS":
            head = token.lower if token.tag != "POSS" else head
        elif head:
            break
        elif token.tag not in ("DET", "ADJ", "NUM", "ORD", "PART", "GER", "PREP", "ADV"):
            return ""
    return head


def _named(word: str) -> str:
    """A noun or state as the measure of a length of time; empty where it says nothing."""
    plain = singular(word)
    if not plain or plain in _NO_HEAD:
        return ""
    return f"{_SYNONYMS.get(plain) or plain} duration"
