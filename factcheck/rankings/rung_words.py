"""Words that give something a place in an order, in whatever way: what they say of which adjective, and of what.

"The highest since 1961", "no other has touched so many", "the third largest", "not the cheapest", "£6 million above the
lowest bid", "only two are longer", "beaten by one alone".
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from factcheck.language.degrees import COMPARATIVES, SUPERLATIVES
from factcheck.language.number_words import CARDINALS, ORDINALS
from factcheck.language.tagging import FINITE, tag
from factcheck.patterns import any_of
from factcheck.rankings.superlatives import compared

ANY = "any"
"""The adjective of a place that does not say by what it is ranked: "second only to"."""
MANY = 999
"""A rank that nothing reaches: the end of "not the first"."""

_ORDINAL = any_of(word for word, value in ORDINALS.items() if 1 < value <= 30)
_NUMBER = any_of(word for word, value in CARDINALS.items() if 0 < value <= 30)
_BEST = any_of(SUPERLATIVES.keys() - {"most", "least"})
_MORE = any_of(COMPARATIVES.keys() - {"more", "less", "fewer"})
_COMPARED = rf"(?:(?P<adj>{_MORE})|(?P<much>more|fewer|less)(?: (?P<than_adj>(?!than\b)\w+))?)"
_PLAIN = any_of({*SUPERLATIVES.values(), *COMPARATIVES.values(), "many"})
_SO = rf"(?:so|as|this|that) (?P<so>{_PLAIN})\b"
_TELLING = frozenset(
    "never no nobody none not nothing only alone undercut record number top topped led tops leads runner-up runners-up "
    "trail trails trailed trailing beaten outdone surpassed exceeded outsold gold silver bronze than".split()
) | {*SUPERLATIVES, *ORDINALS}
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NUMBERED = re.compile(r"\d(?:st|nd|rd|th)\b|\bNo\. ?\d|n['’]t\b")


def may_tell(text: str) -> bool:
    """Whether a sentence has a word without which it gives nothing a place."""
    words = _WORD.findall(text.lower())
    return not _TELLING.isdisjoint(part for word in words for part in (word, *word.split("-"))) or bool(
        _NUMBERED.search(text)
    )


_SUPERLATIVE = re.compile(
    r"(?P<lead>\b(?:the|its|their|his|her|our|ours|your|my|(?:is|are|was|were|be|been|became|scored|fared|ranked|rated)"
    r"(?: the)?)|[\w’]['’]s?)(?P<between> (?:by far |single |very |now |far |easily )?|-)"
    rf"(?:(?P<ord>{_ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))[ -])?"
    rf"(?:(?P<best>(?:{_BEST})(?:-[a-z]+)?)"
    r"|(?P<most>most|least) (?P<adj>(?!of\b|likely\b|recent|part\b|people\b|time\b)[a-z]+(?:-[a-z]+)?))\b"
)
_DENIED = re.compile(r"\b(?:not|n['’]t|never|hardly|nor|no longer|far from)(?: quite| by far| even)? ?$", re.IGNORECASE)
_ONE_OF = re.compile(
    r"\b(?:one|two|three|four|five|some|many|several|few|among|amongst|half)(?: of)? (?:the|its|their|his|her|our)$|"
    r"\bat the$|\bone of [\w’' ]{1,30}['’]s?$",
    re.IGNORECASE,
)
_BEYOND = re.compile(
    r"\b(?:above|below|under|over|beyond|higher than|lower than|more than|less than|dearer than|short of|cheaper than|"
    r"longer than|behind|after|to beat|against|(?:close|next|near|compared|prior|similar|up|with) to|with)"
    r"(?: (?:that|those|the \w+) of)? ?$",
    re.IGNORECASE,
)
_WON_WITH = re.compile(
    r"\b(?:won|wins|chosen|selected|picked)\b[^,;.]{0,40} with$|\b(?:came|was|were) in with$", re.IGNORECASE
)
"""Before a place that is that of who won with it: "won in 2020 with | the cheapest of the offers"."""
_ABOVE = re.compile(
    r"\b(?:above|below|under|over|higher|lower|more|less|dearer|short of|cheaper|longer|shorter)"
    r"(?: than)?(?: (?:that|those|the \w+) of)?$",
    re.IGNORECASE,
)
_NO_OTHER = re.compile(
    rf"\b(?:no other (?P<kind>[\w’'-]+(?: [\w’'-]+){{0,9}}?)|nobody(?: else)?|no[ -]one(?: else)?|no (?P<any>[a-z]+))"
    rf"(?: (?:in|on|since|at) [^,;.]{{2,30}}?)? (?:has|have|had|is|was|were|[a-z]+(?:s|ed))\b(?P<does>[^,;.]{{0,40}}?)"
    rf" (?:{_SO}|{_COMPARED})\b(?P<tail>[^,;.]*)",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    rf"\b(?:never|not|n['’]t)\b(?P<tail0>[^;.]{{0,90}}?)\b(?:{_SO})\b(?P<tail>[^;.]*)",
    re.IGNORECASE,
)
_THAN_ANY = re.compile(
    rf"\b{_COMPARED}(?P<noun>(?: [a-z]+){{0,3}}?) than (?:at any(?: other)? time|any(?: other)?|ever|in any|anyone"
    r"|anybody|all (?:its|the|their|her|his) (?:other )?\w+)\b(?P<tail>[^,;.]*)",
    re.IGNORECASE,
)
_UNDERCUT = re.compile(r"\bundercut(?:s|ting)? (?:all|every|the other|its|their)\b[^,;.]*", re.IGNORECASE)
_SOME_ARE = re.compile(
    rf"\b(?:(?P<only>[Oo]nly) (?P<n>{_NUMBER}|the|[A-Z][\w’'-]+)|(?P<m>(?i:{_NUMBER})))\b(?P<kind>[^,;.]{{0,70}}?) "
    rf"(?:is|are|was|were|has|have|had|went|[a-z]+(?:s|ed)|cost|ran|rose|fell)\b(?P<does>[^,;.]{{0,30}}?) {_COMPARED}\b"
    r"(?P<noun>[^,;.]{0,40}?)(?: than (?P<whom>[^,;.]+))?(?=[,;.]|$)"
)
_ONLY_THEN = re.compile(
    r"\b[Oo]nly (?:(?P<often>once|twice)(?: before)?(?:, (?P<once>(?:in|on) [^,;.]{2,30}),)?|"
    r"(?P<then>(?:in|on) [^,;.]{2,30}?)) "
    rf"(?:did|was|were|has|had|have)\b[^,;.]{{0,50}}? {_COMPARED}\b(?P<tail>[^,;.]*)"
)
_SECOND_TO = re.compile(r"\bsecond only to (?:[A-Z][\w’'-]+|the [\w’'-]+)[^,;.]{0,40}", re.IGNORECASE)
_BEATEN = re.compile(
    r"\b(?:beaten|outdone|surpassed|exceeded|outsold) (?P<a>only )?by [^,;.]{2,40}?(?P<b> alone)?(?=[,;.]|$)"
)
_BID_AGAINST = re.compile(
    r"\b(?:offer(?:ed|s)?|bid|asked|tendered|quoted|charged) [^,;.]{0,40}?(?:(?P<less>less)|more) than (?:the )?[A-Z]"
)
_TRAILED = re.compile(
    r"\b(?:trail(?:s|ed|ing)|finish(?:ed|ing) behind|came in behind) (?=[A-Z])[^,;.]*?"
    r"(?P<tail>(?: in [^,;.]*)?)(?=[,;.]|$)"
)
_RECORD = re.compile(
    r"\b(?P<short>short of|below|under|missed|missing|shy of|off) (?:the|its|a) "
    r"(?:previous |all-time |national |old )?record\b"
    r"|\b(?:a|the|an|its|new)(?: new| all-time)? record (?P<low>low )?(?:high )?(?:of )?(?=[\d£$€])"
)
_NUMBER_N = re.compile(
    rf"(?:['’]s|\bthe|\bits) (?:number|No\.?) ?(?P<n>{_NUMBER}|\d{{1,2}})\b"
    r"(?: (?:in|for|among) (?P<kind>[^,;.]{2,50}))?"
)
SINCE = re.compile(
    r"\b(?:since|(?:go(?:es|ing)|dat(?:es|ing)|reach\w*|stretch\w*) back to)\b"
    r"(?P<words>[^,;.]{0,70}?)\b(?P<year>1[5-9]\d\d|20\d\d)\b"
)


class Seen(NamedTuple):
    """What a pattern found, by offsets into its sentence."""

    start: int
    end: int
    low: int
    high: int
    adjective: str
    kind: str
    tail: str
    holder: str | None
    opens: bool = False
    """Whether the phrase is itself the subject of its clause."""
    begins: int | None = None
    """Where the phrase begins with its owner: "Arlen's largest"."""


_POSSESSIVE = len("’s")


def seen_in(text: str) -> Iterator[Seen]:
    """The places of a sentence: those that are told by a comparison first, since they hold superlatives too."""
    yield from _compared_with(text)
    for match in _SUPERLATIVE.finditer(text):
        found = _superlative(text, match)
        if found is not None:
            yield found


def _superlative(text: str, match: re.Match[str]) -> Seen | None:
    lead_end = match.end("lead")
    before = text[:lead_end]
    start = match.start("ord") if match["ord"] else match.start("best") if match["best"] else match.start("most")
    if _ONE_OF.search(before):
        return None
    rank = _rank(match["ord"]) if match["ord"] else 1
    adjective = match["best"] or f"{match['most']} {match['adj']}"
    owner = _owner(before)
    head = text[: match.start("lead")].rstrip()
    opens = (
        not head
        or head.endswith((",", ";", ":", "(", "–", "—"))
        or (bool(owner) and not text[: len(before) - len(owner)].strip())
    )
    kind, scope, end = _tail(text, match.end(), opens)
    if _ABOVE.search(head) and not match["ord"]:
        return Seen(match.start("lead"), end, 2, MANY, adjective, kind, scope, None)
    if _BEYOND.search(head) and not _WON_WITH.search(head):
        return None
    low, high = (2, MANY) if _DENIED.search(head) and not match["ord"] else (rank, rank)
    if _DENIED.search(head) and match["ord"]:
        return None
    return Seen(
        start, end, low, high, adjective, kind, f"{owner} {scope}", None, opens, lead_end - len(owner) - _POSSESSIVE
    )


def _rank(word: str) -> int:
    return int(re.sub(r"\D", "", word)) if word[:1].isdigit() else ORDINALS[word.lower()]


_OWNER = re.compile(r"(?<![\w-])((?:the |(?:[A-Z][\w-]{0,30} ){0,3})[\w-]{1,40})['’]s?$|\b(its|their|his|her|our)$")


def _owner(before: str) -> str:
    match = _OWNER.search(before[-60:])
    return (match[1] or "") if match else ""


def _tail(text: str, place: int, opens: bool) -> tuple[str, str, int]:
    """What is ranked, what follows it up to the end of its clause, and where that ends."""
    end, relative = place, False
    for one, following in pairwise([*tag(text), None]):
        if one is None or one.start < place:
            continue
        if one.tag == "PUNCT" or one.lower in _ENDS:
            break
        relative = relative or one.lower in ("that", "which", "who", "ever")
        if one.tag in FINITE and (opens or end == place) and not relative:
            break
        if one.tag in ("CONJ", "SUB") and following is not None and following.tag in (*FINITE, "PRON", "AUX", "SUB"):
            break
        end = one.end
    return *_parted(text[place:end]), end


_ENDS = frozenset("by after behind ahead when while with according but because although though".split())


def _parted(words: str) -> tuple[str, str]:
    """A ranked phrase in two: what is ranked, and within what."""
    match = _SCOPE.search(words)
    return (words[: match.start()], words[match.start() :]) if match else (words, "")


_SCOPE = re.compile(
    r"(?: |^)(?:in|on|at|since|ever|for|within|across|among|amongst|throughout|outside|until|to date|that|which|who|"
    r"has|have|had|was|were|is|are|there)\b"
)
RELATIVE = re.compile(r"\b(?:that|which|who|ever|since|has|have|had|was|were|is|are)\b.*", re.DOTALL)
"""What tells no more within what something is ranked: a relative clause, and what follows it."""


def _compared_with(text: str) -> Iterator[Seen]:
    """Places that are told without a superlative of their own."""
    folded = text.lower()
    for word, pattern, read in _READERS:
        for match in pattern.finditer(text) if word in folded else ():
            found = read(match)
            if found is not None:
                yield found


def _no_other(match: re.Match[str]) -> Seen | None:
    """ "No other spill has fouled so much of the coast", "nobody has scored more goals than he"."""
    if match["any"] and match["any"].lower() in ("more", "less", "longer", "fewer", "doubt"):
        return None
    adjective, rest = _adjective(match)
    than = re.search(r"\bthan (.+)", match["tail"])
    noun = re.split(r"\b(?:since|than|as|in|on|at|for)\b", match["tail"])[0]
    kind = f"{match['kind'] or match['any'] or ''} {rest} {noun}"
    return Seen(*match.span(), 1, 1, adjective, kind, f"{match['tail']} ever", than[1] if than else None)


def _not_so(match: re.Match[str]) -> Seen | None:
    """ "Has not been so heavy since 1924": what is before it in its clause is what is ranked."""
    if not (SINCE.search(match[0]) or match[0][:5].lower() == "never"):
        return None
    thing = re.split(r"[,;:.]", match.string[: match.start()])[-1]
    return Seen(*match.span(), 1, 1, _adjective(match)[0], thing, f"{match['tail0']} {match['tail']}", None)


def _than_any(match: re.Match[str]) -> Seen:
    adjective, rest = _adjective(match)
    return Seen(*match.span(), 1, 1, adjective, f"{rest} {match['noun']} {match['tail']}", match["tail"], None)


def _undercut(match: re.Match[str]) -> Seen:
    return Seen(*match.span(), 1, 1, "cheapest", "", "", None)


def _second_to(match: re.Match[str]) -> Seen:
    return Seen(*match.span(), 2, 2, ANY, "", "", None)


def _beaten(match: re.Match[str]) -> Seen:
    rest = f"{match.string[: match.start()]} {match.string[match.end() :]}"
    return Seen(*match.span(), 2, 2 if match["a"] or match["b"] else MANY, ANY, "", rest, None)


def _bid_against(match: re.Match[str]) -> Seen:
    return Seen(*match.span(), 2, MANY, "expensive" if match["less"] else "cheap", "", "", None)


def _trailed(match: re.Match[str]) -> Seen:
    return Seen(*match.span(), 2, MANY, ANY, "", match["tail"], None)


def _record(match: re.Match[str]) -> Seen:
    low, high = (2, MANY) if match["short"] else (1, 1)
    return Seen(*match.span(), low, high, "lowest" if match["low"] else "highest", "", "ever", None)


def _number_n(match: re.Match[str]) -> Seen:
    rank = int(match["n"]) if match["n"].isdigit() else int(CARDINALS[match["n"].lower()])
    owner = _owner(match.string[: match.start() + _POSSESSIVE])
    return Seen(*match.span(), rank, rank, ANY, match["kind"] or "", owner, None)


def _some_are(match: re.Match[str]) -> Seen | None:
    """ "Two bridges are longer than it", "only the strike of 1974 went on for longer"."""
    adjective, rest = _adjective(match)
    counted = CARDINALS.get((match["n"] or match["m"]).lower())
    if counted is None and not match["only"]:
        return None
    if counted is not None and not match["only"] and not match["whom"]:
        return None
    if match["whom"] and (
        match["whom"][:1].isdigit()
        or re.match(r"(?:\w+ )?(?:a|half|one|two|three|expected|usual|that|they|in|at|any)\b", match["whom"])
    ):
        return None
    rank = int(counted or 1) + 1
    kind, within_what = _parted(match["kind"]) if counted is not None or match["n"] == "the" else ("", "")
    tail = f"{within_what} {match['noun']}"
    return Seen(match.start(), match.end(), rank, rank, adjective, f"{kind} {rest}", tail, match["whom"] or None)


def _only_then(match: re.Match[str]) -> Seen:
    """ "Only in December 2009 did the river stand higher": second in an order that reaches back to then."""
    adjective, rest = _adjective(match)
    rank = 3 if match["often"] == "twice" else 2
    # The order is read from the words behind the rank, as in "the second highest since 2009".
    year = _OF_YEAR.search(match["then"] or match["once"] or "")
    tail = f"{match['tail']}{f' since {year[0]}' if year else ''}"
    return Seen(match.start(), match.end(), rank, rank, adjective, rest, tail, None, begins=match.end())


_OF_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _adjective(match: re.Match[str]) -> tuple[str, str]:
    """The superlative that a comparison amounts to, and the noun that stands with it."""
    groups = match.groupdict()
    if groups.get("so"):
        word = groups["so"].lower()
        return word, ""
    if groups.get("adj"):
        return compared(groups["adj"]), ""
    word = (groups.get("than_adj") or "").lower()
    return groups["much"].lower(), word


_READERS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Seen | None]], ...] = (
    ("no", _NO_OTHER, _no_other),
    ("n", _NOT_SO, _not_so),
    (" than ", _THAN_ANY, _than_any),
    ("undercut", _UNDERCUT, _undercut),
    ("second only", _SECOND_TO, _second_to),
    (" by ", _BEATEN, _beaten),
    ("e", _SOME_ARE, _some_are),
    ("nly ", _ONLY_THEN, _only_then),
    (" than ", _BID_AGAINST, _bid_against),
    ("i", _TRAILED, _trailed),
    ("record", _RECORD, _record),
    ("n", _NUMBER_N, _number_n),
)
"""A word of its letters that a sentence must have, the pattern, and what reads it."""
