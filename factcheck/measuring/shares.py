"""What a share is of, where a word right around it says so: a stake, the votes, the jobless, the poor, what is done."""

import re

from factcheck.language.nouns import singular
from factcheck.language.persons import is_person

_UP = (
    r"(?:(?:about|around|some|roughly|nearly|almost|over|more than|less than|under|up to|at least|just|only|just over|"
    r"just under|a further|another|an additional|a|an|the) ){0,2}$"
)
_BE = r"(?: (?:is|are|was|were|be|been|has|have|had|will|now|still|currently|already|only)){0,4}"
_PEOPLE = (
    r"(?: of (?:the |all |its |our )?(?:[\w’'-]{1,25} ){0,3}?(?:people|population|adults|workers|workforce|"
    r"labour force|residents|households|families|children|inhabitants|men|women|citizens|pensioners))?"
)
_BEHIND = tuple(
    (re.compile(pattern, re.IGNORECASE), measure)
    for pattern, measure in (
        (r" (?:[\w’'-]{1,25} )?(?:stake|shareholding|holding|shareholder|interest)\b(?! rates?| payments?)", "stake"),
        (r" (?:of (?:the |its |their )?(?:[\w’'-]{1,25} ){0,4}?(?:shares|stock|equity|share capital))\b", "stake"),
        (r"[ -]owned\b", "stake"),
        (r" of (?:the )?(?:[\w’'-]{1,25} ){0,4}?market\b(?! value| cap)|(?:[ -]| a )market share\b", "market share"),
        (r" of (?:the |all )?(?:[\w’'-]{1,25} ){0,2}?(?:votes?|ballots)\b", "vote"),
        (_PEOPLE + _BE + r"(?: living| live[sd]?)? (?:in|below|under|beneath) (?:the |official |"
                         r"national )*(?:extreme )?"
         r"poverty\b", "poverty"),
        (_PEOPLE + _BE + r" (?:poor|impoverished|destitute)\b(?! quality)", "poverty"),
        (_PEOPLE + _BE + r" (?:out of work|without (?:a job|work)|unemployed|jobless|no (?:job|"
                         r"work))\b", "unemployment"),
        (_PEOPLE + r" (?:can|could|are able to|were able to|know how to) read\b", "literacy"),
        (_PEOPLE + _BE + r" literate\b", "literacy"),
        (_BE + r" (?:full|occupied|booked)\b", "occupancy"),
        (r" of (?:the |its |all |our )?(?:[\w’'-]{1,25} ){0,3}?(?:rooms|beds|seats|places|berths|cells|cabins)" + _BE
         + r" (?:full|taken|filled|occupied|booked|in use|sold)\b", "occupancy"),
        (r"[ -](?:complete|completed|finished|built|done)\b(?! (?:by|in) )", "completion"),
        (r" of(?: [\w’'-]{1,25}){1,7}?" + _BE.replace("{0,4}", "{1,4}") + r" (?:complete|completed|finished|"
         r"done)\b",
         "completion"),
        (r"[ -]contained\b| (?:of (?:the |its )?(?:[\w’'-]{1,25} ){0,2}?)?(?:fire|blaze|perimeter)?" + _BE
         + r" ?(?:under control|contained)\b", "containment"),
        (r",?(?: of(?: [\w’'-]{1,25}){1,9}?)?"
         r"(?: (?:is|are|was|were|do|does|did|could|would|still|have|had|been|be)){0,3} "
         r"(?:not (?:work|working|function|functioning)|out of (?:order|action|service)|broken|faulty|defective)\b",
         "fault"),
        (r" (?:tariff|tariffs|duty|duties|levy|levies|tax|vat)\b", "tax"),
        (r" (?:favou?red|backed|back|support|supported|approved?|in favou?r)\b", "support"),
    )
)  # fmt: skip
_BEFORE = tuple(
    (re.compile(rf"(?:{pattern}) {_UP}", re.IGNORECASE), measure)
    for pattern, measure in (
        (r"\b(?:stake|shareholding|holding) of|\b(?<!carries )(?<!charges )(?<!with )(?<!pays )interest of", "stake"),
        (r"\bshare of the (?:popular )?votes?(?: (?:was|of|at|fell to|rose to|slipped to|stood at))?|"
         r"\bvote share(?: [\w’'-]{1,25}){0,2}?|\bpolled|"
         r"\b(?:came|finished|placed|ended) (?:up )?(?:first|second|third|fourth|fifth|last|top|bottom|ahead) "
         r"(?:with|on)", "vote"),
        (r"\b(?:backed|supported|favou?red|approved) by|\b(?:backing|support|approval) of", "support"),
        (r"\b(?:opposed|rejected) by", "rejection"),
        (r"\bcontained", "containment"),
        (r"\b(?:taxe[sd]|taxed) at", "tax"),
        (r"\b(?:interest|lending|key|base|bank|policy|benchmark|repo|borrowing) rates?(?: [\w’'-]{1,25}){0,3}? "
         r"(?:to|at|of|by)|"
         r"\b[Rr]ates (?:(?:were|was) (?:left|held|kept|raised|cut|lifted|lowered|set|put) |steady |"
         r"unchanged )*(?:at|to)|"
         r"\b(?:carr(?:y|ies|ied)|charg(?:es?|ed|ing)|at an?|with) interest (?:of|at|rate of)|"
         r"\bcost of borrowing (?:is|was)",
         "interest rate"),
        (r"\boccupancy(?: rates?)?(?: [\w’'-]{1,25}){0,4}?", "occupancy"),
        (r"\b(?:kills|killed|fatal in|fatality rate(?: [\w’'-]{1,25}){0,4}?|death rate(?: [\w’'-]{1,25}){0,4}?|"
         r"mortality(?: rate)?"
         r"(?: [\w’'-]{1,25}){0,4}?)", "death"),
        (r"\b(?:efficacy|effectiveness)(?: rate)?(?: [\w’'-]{1,25}){0,5}?", "efficacy"),
    )
)  # fmt: skip
_EFFECTIVE = re.compile(r"[ -](?:effective|protective)\b", re.IGNORECASE)
_BACK, _ON = 80, 110


def part_of(text: str, start: int, end: int) -> str:
    """What the share at `text[start:end]` is of; empty where the words around it do not say."""
    before, after = text[max(start - _BACK, 0) : start], text[end : end + _ON]
    for pattern, measure in _BEHIND:
        if pattern.match(after):
            return measure
    for pattern, measure in _BEFORE:
        if pattern.search(before):
            return measure
    if _EFFECTIVE.match(after):
        return "efficacy"
    counted = _COUNTED.search(before) if after.startswith(")") else None
    return counted["noun"] if counted and not is_person(singular(counted["noun"])) else ""


_COUNTED = re.compile(
    r"(?<![\w,.])(?<!of )(?<!the )\d{1,3}(?:,?\d{3})* (?P<noun>[a-z]{3,}s) \((?:or |about |nearly )?$"
)
"""A count whose share of all of them stands behind it in brackets: "won 40 seats (| 33 per cent)"."""
