"""Places taken in a contest or a table: "finished second", "third home was", "in ninth place", "took silver"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from factcheck.finders._comparing import Line, Seen, subject
from factcheck.finders._phrases import bare
from factcheck.language.number_words import ORDINALS
from factcheck.patterns import any_of
from factcheck.records.mention import STANDING

_WORDS = any_of(word for word, value in ORDINALS.items() if value <= 30)
_ORDINAL = rf"(?:(?P<word>{_WORDS}|last|bottom|top)|(?P<digits>\d{{1,3}})(?:st|nd|rd|th))"
_BETWEEN = (
    r"(?: (?:home|in|up|into|to|down|the season|the year|the race|the table|joint|equal|joint-|tied|only|just|a|an|the|"
    r"their|its|his|her|distant|close|creditable|respectable|lowly|well|back|overall)){0,4} "
)
_LEVEL = r"(?:nationally|nationwide|internationally|worldwide|globally|regionally|locally|overall)"
_ENDS = (
    r"(?=[,.;:!?)”\"]|$| (?:in|at|of|on|out|from|behind|with|among|amongst|for|after|and|but|as|when|ahead)\b"
    rf"| {_LEVEL}\b)"
)
_CONTEST = (
    r"(?:table|league|standings|rankings?|championships?|race|group|poll|polls|list|charts?|class|index|medal table|"
    r"marathon|(?:semi-|quarter-)?finals?|heat|stage|grand prix|cup|competition|contest|tournament|metres|hurdles|"
    r"sprint|relay|derby|regatta|rally|event|division|premiership|tour|time trial|qualifying|"
    r"rounds?|ballot|vote|awards?)"
)
_RACED = re.compile(
    r"\b(?:finish(?:ed|es|ing)?|came|comes|coming|placed|ended|ends|crossed the line|trailed in|romped|limped|ranked|"
    r"ranks|rated|listed)"
    rf"{_BETWEEN}{_ORDINAL}(?: places?| positions?| spot| overall)?(?P<below> from (?:the )?bottom)?{_ENDS}",
    re.IGNORECASE,
)
"""A verb of racing and a place: "finished a close second"."""
_STOOD = re.compile(
    r"\b(?:was|were|is|are|stood|stands?|lies?|lay|sits?|sat|took|takes?|claimed|slipped|fell|dropped|climbed|rose|"
    rf"secured|earned|remains?|remained){_BETWEEN}{_ORDINAL}(?: (?:place|position|spot)\b"
    rf"|(?P<below> from (?:the )?bottom)"
    rf"|(?= (?:in|of) (?:the|its|their|our|[A-Z][\w’'-]+['’]s) (?:[\w’'-]+ ){{0,3}}{_CONTEST}\b))",
    re.IGNORECASE,
)
"""Another verb, where the words tell that a place is meant: "lies second in the table", "took ninth place"."""
_MOVED = re.compile(
    r"\b(?:rise[ns]?|rose|rising|climb(?:ed|s|ing)?|mov(?:ed?|es|ing)|jump(?:ed|s)?|leapt|leaped|slip(?:ped|s)?|fell|"
    r"fall(?:en|s)?|drop(?:ped|s)?|slid|tumbled|sank|went|up|down|back)(?: (?:up|down|back|[a-z]+ places?)){0,2} "
    rf"(?:in)?to (?:joint |equal )?{_ORDINAL}(?: place| position| spot)?(?P<below> from (?:the )?bottom)?{_ENDS}",
    re.IGNORECASE,
)
"""A move and the place that it led to: "has risen to fourth"."""
_NUMBERED = re.compile(
    r"\b(?:ranked|ranks?|placed|rated|listed|is|are|was|were|stands?|sits?|came|finished|reached|remains?)"
    rf"(?: (?:as|at|in|now|the|(?:country|world|nation)['’]s)){{0,2}} (?:No\.?|number|#) ?(?P<digits>\d{{1,3}}){_ENDS}",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"[:,–—] ?(?:now |only |joint ){{0,2}}{_ORDINAL}(?= {_LEVEL}\b| (?:in|of|on) (?:the |its |their |our )?"
    rf"(?:country|nation|world|continent|state|region|county|province|city|{_CONTEST})\b)",
    re.IGNORECASE,
)
"""A place without a verb: "its best showing yet: ninth in the country"."""
_LEADS = re.compile(
    r"\b(?:top(?:s|ped)|head(?:s|ed)|leads|led|came top of|came first in|comes top of) (?:the|a|an|its|their|our|this|"
    rf"[A-Z][\w’'-]+['’]s)(?P<contest>(?: [\w’'-]+){{0,4}}? {_CONTEST})\b",
)
"""A table and who is at its top: "topped the league table"."""
_WON = re.compile(
    r"\b(?:won|wins|has won|had won) (?P<contest>(?:the|a|an|[A-Z][\w’'-]+['’]s)(?: [\w’'-]+){0,5}? (?:race|marathon|"
    r"championships?|final|tournament|title|cup|derby|grand prix|regatta|rally|contest|competition|\d+ metres|hurdles|"
    r"sprint|stage|time trial|heat|event))\b",
    re.IGNORECASE,
)
"""Who won a race is first in it."""
_INVERTED = re.compile(
    rf"(?:^|[.;:,] |\b[Ii]n ){_ORDINAL}(?: place| spot)?(?: home| past the post| across the line)?"
    r"(?: (?:in|at|of) (?P<contest>[^,.;:]{2,60}?))?"
    r"(?: (?:was|were|came|is) | (?:place|prize|spot) (?:went|goes) to |: )"
    r"(?=(?P<subject>(?:the )?[A-Z][^,.;:()]{1,60}))",
    re.IGNORECASE,
)
"""The place first, then who took it: "Third home was", "Second place went to", "Third: "."""
_SECOND = re.compile(r"\b(?:was|were|is|are|as|finished|finish|ended)(?: the| a)? runners?-up\b", re.IGNORECASE)
_MEDAL = re.compile(
    r"\b(?:took|takes|won|wins|win|claimed|claims|earned|secured|collected|bagged|landed|picked up|settled for|taken|"
    r"content with|happy with|satisfied with|settle for)"
    r"(?: (?:the|a|an|his|her|their|its|individual|team|olympic|world|european|another|surprise)){0,3} "
    r"(?P<medal>gold|silver|bronze)(?: medals?)?(?=[,.;:!?)]|$| (?:in|at|for|on|behind|with|ahead|and|but|after|by)\b)",
    re.IGNORECASE,
)
_MEDALS = {"gold": 1, "silver": 2, "bronze": 3}
_SCOPE = re.compile(
    rf"(?: {_LEVEL})?(?: (?:out )?of \d+)?,? "
    r"(?:in|at|of|on|for|among) ((?:the |a |an |its |their |[\w’'-]+day['’]s )?[^,.;:()“”\"]{2,60})"
)
_SCOPE_ENDS = re.compile(
    r" (?:in|at|on|for|with|behind|after|when|while|who|which|that|and|but|as|by|from|beaten|beating|ahead|to|since)\b"
)
_NAMED = re.compile(r"(?:the )?(?:[A-Z][\w’'-]*|of|and|de|the|&)(?: (?:[A-Z][\w’'-]*|of|and|de|the|&))*")


def standings(line: Line) -> Iterator[Seen]:
    """The places that a sentence says were taken, in the order in which they stand."""
    found: dict[int, Seen] = {}
    for pattern in (_RACED, _STOOD, _MOVED, _NUMBERED, _BARE, _LEADS, _WON, _INVERTED, _SECOND, _MEDAL):
        for match in pattern.finditer(line.text):
            seen = _seen(line, match)
            if seen is not None:
                found.setdefault(seen.start, seen)
    yield from (found[start] for start in sorted(found))


def _seen(line: Line, match: re.Match[str]) -> Seen | None:
    start = bisect_left(line.tokens, match.start(), key=lambda token: token.start)
    end = bisect_left(line.tokens, match.end(), key=lambda token: token.start)
    rank, lowest = _rank(match)
    told = match.groupdict().get("subject")
    named = _NAMED.match(told) if told is not None else None
    if rank is None or end <= start:
        return None
    if told is not None and (named is None or named[0] == named[0].lower()):
        return None
    who = bare(named[0].strip()) if named else subject(line, end)
    return Seen(
        start, end, "rank", rank=rank, superlative="lowest" if lowest else None, dimension=STANDING, subject=who,
        scope=(match.groupdict().get("contest") or "").strip() or _scope(line.text, match.end()),
    )  # fmt: skip


def _rank(match: re.Match[str]) -> tuple[int | None, bool]:
    """The place taken, and whether it is counted from the bottom."""
    groups = match.groupdict()
    if medal := groups.get("medal"):
        return _MEDALS[medal.lower()], False
    if groups.get("digits"):
        return int(groups["digits"]), bool(groups.get("below"))
    if "word" not in groups and "medal" not in groups and groups.get("contest"):
        return 1, False
    word = (groups.get("word") or "second").lower()
    if word in ("last", "bottom"):
        return 1, True
    return (1 if word == "top" else ORDINALS[word]), bool(groups.get("below"))


def _scope(text: str, end: int) -> str | None:
    """The contest: what follows "in", "at" or "for"."""
    match = _SCOPE.match(text, end)
    if match is None:
        return None
    cut = _SCOPE_ENDS.search(match[1])
    return (match[1][: cut.start()] if cut else match[1]).strip() or None
