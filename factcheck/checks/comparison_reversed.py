"""A text says that one thing has more, or less, than another, and its own figures say the reverse.

It reads two figures on either side of a comparison ("4.1 million visitors, slightly fewer than Sur with 3.8
million"; "103 cases, second only to Lima with 88"), two that bear a comparison out ("women smoke less than men: 24
per cent of women and 21 per cent of men") and a superlative with its figure beside another ("turnout was highest in
the north, at 71 per cent; in the south it came to 74 per cent"), and figures that are said to be in order. It stays
silent on times and ages, on totals, on figures of other years, and where the figures lie so far apart that they can
hardly be of one kind.

What settles it: the two figures at their source; then it may be the word that is wrong, or the order of the names.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.language.calendar import MONTHS
from factcheck.language.closed_class import CLOSED
from factcheck.language.degrees import COMPARATIVES, DOWNWARD, SUPERLATIVES
from factcheck.reckoning.changes import NEARLY
from factcheck.reckoning.figures import Figure, figures_in
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step

_SIZES = frozenset(
    "more much many big broad busy costly dear deep full great heavy hefty high hot large long lofty rich strong tall "
    "thick warm wealthy wide".split()
)
"""Adjectives by which a larger figure is more."""


def _degrees(words: Mapping[str, str], *, up: bool) -> str:
    """The comparatives or superlatives of size, as alternatives of a pattern."""
    return "|".join(sorted(word for word, base in words.items() if base in (_SIZES if up else DOWNWARD)))


_UP = _degrees(COMPARATIVES, up=True)
_DOWN = _degrees(COMPARATIVES, up=False)
_ABOVE = (
    rf"(?:{_UP}) (?:[\w-]+ )?than|(?:just |well |far |narrowly )?ahead of|in front of|surpassing|exceeding|"
    rf"outnumbering|"
    r"followed(?: closely)? by"
)
_BELOW = (
    rf"(?:{_DOWN}) (?:[\w-]+ )?than|(?:just |well |far |narrowly |only )?behind|trailing|second(?: only to| to| behind)"
)
_OBJECT = (
    r" (?:[\w’'.-]+ ){1,6}?(?:\(|with |on |at |,? where |,? which (?:has|had|took|got|won|came to|"
    r"reported|measures|is|was) |"
    rf"where (?:it|there) (?:is|was|are|were|came to) |(?<=[’']s )|(?<=s[’'] )){NEARLY}$"
)
_SIDES = re.compile(
    rf"^(?: [\w’'-]+){{0,4}}\)?(?:,| and| but|;| –| —)?(?: [\w’'-]+){{0,4}}? (?:(?P<above>{_ABOVE})|"
    rf"(?P<below>{_BELOW}))"
    rf"{_OBJECT}"
)
_CROSSED = re.compile(
    rf"\b(?:(?P<above>{_UP})|(?P<below>{_DOWN}))\b[^.;:()]{{0,60}}\(?{NEARLY}(?P<one>@)\)?(?: [\w’'-]+){{0,2}} than "
    rf"(?:[\w’'.-]+ ){{1,5}}?(?:\(|with |at |where it (?:is|was) ){NEARLY}(?P<other>@)"
)
_THAN_THE = re.compile(
    rf"\b(?:(?P<above>{_UP})|(?P<below>{_DOWN}))\b[^.;:()]{{0,50}} than [^.;:()]{{2,50}}(?:: | \(| – |"
    rf", )(?:by )?{NEARLY}(?P<one>@)"
    rf"(?: [\w’'-]+){{0,3}} (?:against|compared (?:with|to)|to|versus|and) {NEARLY}(?P<other>@)"
)
_RANKED = re.compile(r"\b(?:ahead|front|behind|second|next|followed|trailing)\b")
_LOW_IS_GOOD = re.compile(
    r"\b(?:best|better|safest|lowest|fewest|least|cheapest|fastest|quickest|smallest|golf|strokes|par|rank\w*)\b"
)
_THAN = re.compile(
    rf"\b(?P<one>[\w-]+) (?:[a-z’'-]+ ){{0,6}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: [\w-]+){{0,3}}? than "
    r"(?:the |in |among |for |those of )?(?P<other>[\w-]+)"
)
_MOST, _LEAST = _degrees(SUPERLATIVES, up=True), _degrees(SUPERLATIVES, up=False)
_NOT_ONE = re.compile(
    r"\b(?:second|third|fourth|fifth|next|one of the|among the|since|ever|record|at (?:most|least)|most of|almost|"
    r"per capita|up to|mostly|single)\b"
)
_NAME = r"[A-Z][\w’'&.-]*(?: (?:&|of|de|the|[A-Z][\w’'&.-]*)){0,4}"
_COMES_TO = (
    r"(?:has|had|have|is|was|came to|comes to|got|won|took|takes|counts|counted|reported|measures|measured|fetched|"
    r"drew|sold for|sells for|(?:had |has |have )?asked(?: for)?|offered|bid|quoted|wanted|charges|demanded|holds|held|"
    r"can hold|can take|covers|employs|seats|carries|weighs|costs|cost|produces|produced|earned|raised|stands at|"
    r"rises to|runs to|went for|made|polled|scored)"
)
_OTHER_THING = re.compile(
    rf"(?:^|[;,.] )(?:and |but |while |whereas )?(?:in (?:the )?[\w-]+ (?:it|they|there|the figure) (?:[a-z]+ ){{1,2}}|"
    rf"(?:The |An? )?(?:{_NAME}|(?<=A )[a-z]+|(?<=An )[a-z]+) {_COMES_TO} )(?:[a-z]+ )?{NEARLY}$"
)
_NAMED_BEFORE = re.compile(rf"(?:^|[;,.] |\b(?:and|while|but|whereas) )(?P<name>{_NAME})\b[^.;:()]{{0,40}} {NEARLY}$")
"""Another thing by its name, whatever is said of it before its figure."""
_SUPERLATIVE = re.compile(
    rf"\b(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))\b(?! of all| ever| since)[^.;:()]{{0,80}}?"
    rf"(?:, at|, with|, on| with| at| \(| for| to| {_COMES_TO}) {NEARLY}$"
)
_AWAY = re.compile(
    r"\b(?:total|together|altogether|combined|overall|all|in \d{4}|years?|ago|before|previous|earlier)\b"
)
_IN_ORDER = re.compile(
    r"\bin (?:(?P<down>descending|decreasing|falling)|(?P<up>ascending|increasing|rising)) order\b|"
    r"\bfrom (?:the )?(?:(?P<most>largest|biggest|highest|most|longest|tallest|heaviest|dearest)|"
    r"(?P<least>smallest|lowest|least|shortest|lightest|cheapest)) to (?:the )?[a-z]+est\b"
)
_FEWEST_IN_ORDER = 3
_HINT = re.compile(
    r" order\b|than |ahead|in front|behind|second|trail|surpass|exceed|outnumber|followed|est\b|most|least"
)
"""What every sentence has that compares or ranks."""
_NO_ORDER = frozenset({"time", "age", "factor", "share-point", "temperature"})
_FARTHEST = 2.0
"""How many times the one figure may be the other, for both to be of the kind that is compared."""


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The comparisons that the figures beside them turn round."""
    text = study.document.text
    for number, sentence in enumerate(study.document.sentences):
        if not _HINT.search(text, sentence.start, sentence.end):
            continue
        figures = [item for item in figures_in(study, sentence.start, sentence.end, apart=True) if _is_value(item)]
        if not figures:
            continue
        for one, other in pairwise(figures):
            sign = _compared(text, sentence, one, other)
            if sign and _is_reversed(one, other, sign):
                yield _finding(study, sentence, one, other, sign)
        yield from _crossed(study, sentence, figures)
        yield from _borne_out(study, sentence, figures)
        yield from _superlative(study, number, figures)
        yield from _in_order(study, sentence, figures)


def _is_value(item: Figure) -> bool:
    return item.is_exact and not item.change and item.dimension not in _NO_ORDER


def _compared(text: str, sentence: Sentence, one: Figure, other: Figure) -> int:
    """1 where the words between two figures say that the first is above the second, -1 for below, 0 for neither."""
    match = _SIDES.match(text[one.end : other.start]) if one.is_like(other) else None
    if match is None:
        return 0
    if _RANKED.search(match[0]) and _LOW_IS_GOOD.search(text, sentence.start, sentence.end):
        return 0
    return 1 if match["above"] else -1


def _is_reversed(one: Figure, other: Figure, sign: int) -> bool:
    """Whether the first is surely below the second where it is said to be above (`sign` 1), or above it."""
    if not 0 < max(one.value, other.value) <= _FARTHEST * min(one.value, other.value):
        return False
    return one.high < other.low if sign > 0 else one.low > other.high


def _crossed(study: Study, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "Higher in Arlen (7.1 per cent) than in Mossby (7.9)"; "less rain than the south: 48 millimetres against 35"."""
    if len(figures) != 2 or not figures[0].is_like(figures[1]):
        return
    one, other = figures
    text = study.document.text
    plain = f"{text[sentence.start : one.start]}@{text[one.end : other.start]}@"
    match = _CROSSED.search(plain) or _THAN_THE.search(plain)
    if match is not None and not _LOW_IS_GOOD.search(text, sentence.start, sentence.end):
        sign = 1 if match["above"] else -1
        if _is_reversed(one, other, sign):
            yield _finding(study, sentence, one, other, sign)


def _borne_out(study: Study, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "Women smoke less than men: 24 per cent of women and 21 per cent of men"."""
    if len(figures) != 2 or not figures[0].is_like(figures[1]):
        return
    text = study.document.text
    match = _THAN.search(text, sentence.start, figures[0].start)
    if match is None or _LOW_IS_GOOD.search(text, sentence.start, match.start("other")):
        return
    of = [text[item.end : item.end + 40].lower() for item in figures]
    names = [match["one"].lower(), match["other"].lower()]
    places = [[said.startswith((f" of {name}", f" of the {name}", f" for {name}")) for name in names] for said in of]
    if places == [[True, False], [False, True]]:
        pair = (figures[0], figures[1])
    elif places == [[False, True], [True, False]]:
        pair = (figures[1], figures[0])
    else:
        return
    sign = 1 if match["up"] else -1
    if _is_reversed(*pair, sign):
        yield _finding(study, sentence, *pair, sign)


def _in_order(study: Study, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "In descending order, Arlen with 318,000, Tarn with 291,000, Mossby with 305,000"."""
    match = _IN_ORDER.search(study.document.text, sentence.start, sentence.end)
    listed = [item for item in figures if match and item.start > match.end() and item.is_like(figures[-1])]
    if match is None or len(listed) < _FEWEST_IN_ORDER:
        return
    sign = 1 if match["down"] or match["most"] else -1
    wrong = [pair for pair in pairwise(listed) if _is_reversed(*pair, sign)]
    if len(wrong) == 1:
        yield _finding(study, sentence, *wrong[0], sign)


def _superlative(study: Study, number: int, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "Turnout was highest in the north, at 71 per cent; in the south it came to 74 per cent"."""
    text, sentences = study.document.text, study.document.sentences
    sentence, first = sentences[number], figures[0]
    match = _SUPERLATIVE.search(text[sentence.start : first.start])
    if match is None or _NOT_ONE.search(text, sentence.start, first.start):
        return
    others = [(sentence, item) for item in figures[1:_MOST_OTHERS]]
    if not others and number + 1 < len(sentences) and sentences[number + 1].block == sentence.block:
        near = sentences[number + 1]
        told = figures_in(study, near.start, near.end, apart=True)[:_MOST_OTHERS]
        others = [(near, item) for item in told if _is_value(item)]
    sign, last = (1 if match["most"] else -1), first.end
    for where, other in others:
        start = last if where is sentence or last > where.start else where.start
        gap, last = text[start : other.start], other.end
        gap = re.sub(r"^ [a-z]+(?=[;,.] )", "", gap) if where is sentence else gap
        alike = first.is_like(other) and not _AWAY.search(text, start, where.end)
        if alike and _is_other_thing(gap) and _is_reversed(first, other, sign):
            yield _finding(study, sentence, first, other, sign, last=where)
            return


def _is_other_thing(gap: str) -> bool:
    """Whether what stands before a figure names something else that it is the figure of."""
    if _OTHER_THING.search(gap):
        return True
    match = _NAMED_BEFORE.search(gap)
    first = match["name"].split()[0].lower() if match else ""
    return bool(first) and CLOSED.get(first, "ADJ") == "ADJ" and first not in MONTHS


_MOST_OTHERS = 4
"""Figures behind that of a superlative that are looked at."""


def _finding(
    study: Study, sentence: Sentence, one: Figure, other: Figure, sign: int, *, last: Sentence | None = None
) -> Finding:
    text = study.document.text
    first, second = (" ".join(text[item.start : item.end].split()) for item in (one, other))
    said, real = ("more", "less") if sign > 0 else ("less", "more")
    end = (last or sentence).end
    return finding(
        CHECK,
        fact=(study.source.id, first, second, said),
        verdict="possible-conflict",
        message=f"{first} is said to be {said} than {second}, and is {real}.",
        sides=((evidence_at(study, sentence.start, end, value=f"{first}; {second}"),),),
        steps=(Step(code="order-reversed", text=f"The text says {said}; {first} is {real} than {second}."),),
        settle="Which is wrong: one of the figures, or the word that compares them?",
        weight=0.5,
    )


CHECK = Check(
    id="comparison-reversed",
    kind="ranking",
    title="A text says more or less where its own figures say the reverse",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"item": "Arlen drew 4.1 million visitors, slightly fewer than Mossby with 3.8 million."},
            expect="possible-conflict",
        ),
        Example(
            documents={"item": "Arlen drew 4.1 million visitors, slightly more than Mossby with 3.8 million."},
            expect=None,
        ),
        Example(
            documents={"item": "Women smoke less than men: 24 per cent of women and 21 per cent of men do."},
            expect="possible-conflict",
        ),
        Example(
            documents={"item": "Turnout was highest in Arlen, at 71 per cent; in Mossby it came to 74 per cent."},
            expect="possible-conflict",
        ),
        Example(
            documents={"item": "The buyers, in descending order, were Arlen with 318, Tarn with 291, Ost with 305."},
            expect="possible-conflict",
        ),
        Example(
            documents={
                "item": "The largest lake, Tarn, holds 41 million litres. Low Mere, which takes 56 million, is dry."
            },
            expect="possible-conflict",
        ),
        Example(
            documents={"item": "The largest share of votes, 44 per cent, went to Berg; in 2019 it was 51 per cent."},
            expect=None,
        ),
    ),
)
