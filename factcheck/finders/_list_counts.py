"""The counts that announce a list: "four cities", "five barriers failed", and what of them no list can follow."""

import re

from factcheck.language.closed_class import CLOSED
from factcheck.language.number_words import CARDINALS
from factcheck.language.reporting import SAYING
from factcheck.language.verbs import FORMS

_NUMBERS = "|".join(sorted((word for word in CARDINALS if word not in ("zero", "one")), key=lambda one: -len(one)))
NUMBER = rf"(?:{_NUMBERS}|both|a dozen|\d{{1,3}})"
NOUN = r"(?:[^\W\d_][\w’'-]* ){0,4}?[^\W\d_][\w’'-]*"
_ABOUT = r"(?P<about>\b(?:at least|more than|over|about|around|some|nearly|almost|up to|fewer than|less than) )?"
COUNTS = frozenset(part for word in CARDINALS for part in word.split("-")) | {"both", "dozen"}
_COUNTED = re.compile(
    rf"{_ABOUT}(?<![\w.,$£€¥-])(?P<count>{NUMBER}) (?P<noun>{NOUN}s"
    r"|(?:[\w’'-]+ ){0,3}?(?:people|men|women|children|staff|series|species|aircraft))"
    r"(?P<rest>(?: (?:of|in|for|from|on|at|to|with|by|under|across)(?: [\w’'-]+){1,6}?)?)$",
    re.IGNORECASE,
)
_TOLD_OF = re.compile(
    r"(?: (?:(?:have|has|had|were|was|are|will be|must be|can be|may be|have been|has been|to be)(?: \w+ly)? )?"
    r"(?:named|listed|identified|cited|given|found|agreed|set|met|offered|mentioned|considered|proposed|made|chosen|"
    r"selected|shortlisted|nominated|recommended|planned|responsible|involved|contributed|emerge[ds]?|remain(?:ed|s)?|"
    r"stand out|stood out|appl(?:y|ied)|led|played|caused?|explain(?:ed)?|decided?|determined?|matter(?:ed)?|"
    r"counted?|followed)\b[^.;:,()\d]{0,80})$"
)
"""What is told of counted things before the colon that opens their list: "four factors led to the accident:"."""
_HAPPENED = re.compile(r" (?P<verb>[a-z]+)(?: [a-z]+ly)?(?: (?:in|at|during|after|of|for) [^.;:,()\d]{2,60}?)?$")
"""What the counted things did, before the colon: "five barriers failed:"."""
_UNLISTED = frozenset(
    "million billion trillion thousand hundred percent per times years months weeks days hours minutes metres "
    "meters kilometres kilometers miles feet degrees points pounds dollars euros words ways".split()
)
"""What is measured, or said, and not named one by one."""
COUNT_IN = re.compile(rf"{_ABOUT}(?<![\w.,$£€¥-])(?P<count>{NUMBER}) (?P<noun>[^.;:!?]{{2,90}})", re.IGNORECASE)


_LONGEST = 8


def noun_of(words: str) -> str:
    """The counted noun without what follows it ("visits to the port were made" gives "visits to the port")."""
    cut = re.split(
        r" (?:have|has|had|are|were|was|is|will|that|which|who|between|during|since|so far|as follows)\b|,",
        words,
        maxsplit=1,
    )
    return " ".join(cut[0].split()[:_LONGEST])


def value_of(words: str) -> float | None:
    """The number that a count means, null where it is none."""
    lower = words.strip().lower()
    if lower == "both":
        return 2
    if lower == "a dozen":
        return 12
    return float(lower) if lower.isdigit() else CARDINALS.get(lower)


_NO_NOUN = frozenset({"PRON", "DET", "PREP", "CONJ", "SUB", "TO"})
"""What no noun begins with: after it a number is one of a paragraph ("21 We recommend that …") or of a part."""


def is_listable(noun: str) -> bool:
    """Whether what a number counts can be named one by one: no lengths of time, no parts."""
    words = noun.lower().split()
    return (
        bool(words)
        and not any(word in _UNLISTED for word in words[:2])
        and words[0] != "per"
        and CLOSED.get(words[0]) not in _NO_NOUN
    )


def is_count(counted: re.Match[str]) -> bool:
    """Whether a number counts what follows, and is not the number of a paragraph ("21 We recommend that …")."""
    return counted["noun"][0].islower() and is_listable(counted["noun"])


_NAMED_LATER = re.compile(
    rf"{_ABOUT}(?<![\w.,$£€¥-])(?P<count>(?i:{NUMBER})) (?P<noun>(?:[a-z][\w’'-]* ){{0,2}}?[a-z][\w’'-]*s)(?P<rest>)\b"
)


def named_later(window: str, start: int) -> re.Match[str] | None:
    """The one count that "namely" takes up, whatever is told of it: "four villages have no road, namely …"."""
    found = [one for one in _NAMED_LATER.finditer(window, start) if is_listable(one["noun"])]
    return found[0] if len(found) == 1 else None


def last_counted(window: str, start: int) -> re.Match[str] | None:
    """The count next to what is listed: of "480 pumps from three firms" that of the firms."""
    told = _TOLD_OF.search(window, start)
    found = _COUNTED.search(window, start) or (_COUNTED.search(window[: told.start()], start) if told else None)
    found = found or _that_did(window, start)
    while found is not None and found["rest"] and not found["rest"].startswith(" of "):
        later = _COUNTED.search(window, found.start("rest"))
        if later is None:
            return found
        found = later
    return found


def _that_did(window: str, start: int) -> re.Match[str] | None:
    """The count of things that did or suffered something, told right before their list."""
    done = _HAPPENED.search(window, start)
    if done is None or done["verb"] in SAYING or FORMS.get(done["verb"], ("",))[0] not in ("past", "ed"):
        return None
    return _COUNTED.search(window[: done.start()], start)
