"""Parts that a text gives do not add up to the total that it gives with them.

It reads a total followed by its parts ("about $34m: $12m for …, $15m in … and $9m for …", "made up of", "of which",
"155 delegations: 119 said yes, one said no and 36 abstained", "23 passengers, 12 men and 9 women"), parts followed by
their total ("51 in the city and 43 in the villages, 84 in all"), the same in the sentence before ("Of these, 268 were
rescued, 24 died and 4 are missing"), in the sentences behind, where words tell that they are all ("make up the rest",
"it consists of three items", "over its three days"), and what is left ("nine of 14 counts … the other two"; "412
drawings … 265 are clean, which leaves 167"). Rounding is allowed, also that of "about". Where the list may be
incomplete, only parts that exceed the total are reported, and only if they exclude each other. It stays silent on
"including", "among others", on sums that are far off, and on groups that may overlap (men, and people over 60).

What settles it: the parts at their source.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import sentences_before
from factcheck.reckoning.changes import NEARLY
from factcheck.reckoning.figures import Figure, figures_in, written
from factcheck.reckoning.left import left_over
from factcheck.reckoning.parts import (
    MORE,
    NOT_ALL_THE_REST,
    are_all,
    are_people,
    are_plain,
    came_to_unlike_ends,
    exclude_each_other,
    in_unit_of,
    is_part_like,
    runs,
    said_of,
    without_subsets,
)
from factcheck.reckoning.spread import spread
from factcheck.reckoning.sums import Sum, adds_up, apart_from, is_wrong
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step, Verdict

_MADE_OF = (
    r"(?:(?:is |was |are |were |been |being )?(?:made up|composed) of|consist(?:s|ed|ing)? of|compris(?:es|ed|ing)|"
    r"namely|(?:is |was |are |were )?(?:divided|split|broken down|shared out)(?: up)?"
    r"(?: (?:into|between|among|as follows:?))?|breaks down (?:into|as)|that is,?|i\.e\.,?)"
)
_COMPLETE = re.compile(rf"^[^.;:()]{{0,90}}(?:: ?|,? {_MADE_OF} | \(|,? [–—-] ?)(?:[a-z]+ ){{0,3}}\(?{NEARLY}$")
_SOME_OF = re.compile(r"\b(?:most|many|some|majority|much|part|half|third|quarter|per ?cent|bulk) of [^.;:]*$", re.I)
_SELECTION = re.compile(r"\b(?:includ\w+|such as|among|like|e\.g|for example|notably|especially|with)\b")
_LOOSE = re.compile(rf"^(?: [^.;:()]{{0,40}})?[,;]? (?:of (?:which|whom),? (?:[a-z]+ ){{0,4}}|with )?{NEARLY}$")
_NEXT = re.compile(r"\b(?:second|third|fourth|fifth|next|last|final|further|another|then) (?:[a-z]+ ){0,2}$")
"""What stands before a figure that goes on with a list, so that the one before it is no total."""
_ALL_OF = re.compile(r"\b(?:In (?:all|total)|Altogether|All told|A total of),? $", re.IGNORECASE)
_IN = re.compile(r"\b(?:[Ii]n|[Oo]n|[Aa]t|[Dd]uring|[Aa]fter|[Bb]y) (?:the |its |these )?$")
_COUNTED = re.compile(r"^ [a-z]+(?= (?:in|from|at|to|on) )")
"""The noun of what is counted, before the place of one part ("2,100 filters in the east, 1,650 in the centre")."""
_OF_WHICH = re.compile(r"\bof (?:which|whom),? (?:[a-z]+ ){0,4}$")
_PAYS = (
    r"(?:pays?|paid|contribut(?:es?|ed|ing)|provid(?:es?|ed|ing)|gives?|gave|giving|put(?:s|ting)? (?:in|up)|"
    r"cover(?:s|ed|ing)?|fund(?:s|ed|ing)?|financ(?:es?|ed|ing)|lends?|lent|came|comes?)"
)
_PAID_BY = re.compile(
    rf"(?:\bof which,?|[;:]|,(?: with)?)(?: [\w’'-]+){{1,5}} {_PAYS}(?: from)?(?: [\w’'-]+){{0,3}} $|"
    r"\bof which,? (?:the |an? )?$"
)
"""What leads to the first of those who pay for something together."""
_MOST_OF_IT = 0.9
"""The part of a sum from which on three payers or more are taken for all."""
_OF_THESE = re.compile(r"^(?:Of|Among) (?:these|them|those|this|that)(?: [a-z]+)?,? $")
_OF_THE = re.compile(r"^(?:Of|Out of|Among) (?:(?:the|all|its|their|all the|his|her) )?$")
_IT_IS = re.compile(rf"^(?:It|This|That|They|The (?:sum|total|amount|package|group|rest of it)) {_MADE_OF} {NEARLY}$")
_THAT_IS = re.compile(rf"^(?:It|This|That|They|These|Those) (?:is|was|are|were) {NEARLY}$")
_ALL_OTHERS = re.compile(
    r"\b(?:all (?:the )?others?|the (?:rest|remainder|others|remaining)|"
    r"other (?:sources|parties|causes|countries|uses|items))\b"
)
_IN_ALL_BEFORE = re.compile(
    rf"(?:\bputting the (?:[a-z]+ )?(?:toll|total|count|number|figure|bill|sum|cost) at|"
    rf"\b(?:a|the) (?:[a-z]+ )?total of|\btotall?ing|\bin all,?|\baltogether|\bmaking|"
    rf"\bgiving(?: (?:it|them|him|her))?|\badding up to|\badds? up to|\bamounting to|"
    rf"\bfor a (?:combined|total)(?: of)?|\bmak(?:e|es|ing) up (?:the|an?)(?: [a-z-]+)?(?: of)?) {NEARLY}$",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"^(?: [\w-]+){0,3},? (?:in all|in total|altogether|all told|together|combined|overall)\b(?! [a-z])"
)
_AMONG = re.compile(r"\b(?:among|of|out of) (?:the|its|their|all) $")
_MOST_BETWEEN = 3
_ASKED_OFTEN = re.compile(r"\b(?:also|more than one|multiple|either|both)\b")
_FEWEST = 2
_VOTE = re.compile(r"\b(?:vote|votes|voters|ballots?|poll|runoff|run-off|election)\b")
_NAMED = re.compile(r"\b([A-Z][\w’'-]+)(?: [a-z]+){0,3} $")
_OF_ITS_OWN = re.compile(r"^ of (?!the (?:votes?|ballots?|total)\b|those (?:asked|questioned|polled)\b)| in [A-Z]")
_BESIDE = re.compile(r"^ [\w’'-]+[,.)]")
"""The end of an apposition that names all: "a crew of fourteen, nine Filipinos and four Ukrainians,"."""
_THAT = re.compile(r"\b(?:that|which|who|whom|whose)\b")
_TAIL = re.compile(r"[^.;:]*")


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The totals that their parts do not make."""
    for number, sentence in enumerate(study.document.sentences):
        figures = figures_in(study, sentence.start, sentence.end)
        if not figures:
            continue
        before = sentences_before(study, number, 1)
        earlier = figures_in(study, before[0].start, before[0].end) if before else []
        found = [*left_over(study, number), *_sums(study, sentence, figures, earlier)]
        found = [_with_single(study.document.text, item) for item in found]
        wrong = next((item for item in found if is_wrong(item)), None)
        if wrong is not None and not any(adds_up(item) for item in found):
            yield _finding(study, sentence, wrong)
        else:
            yield from (_finding(study, sentence, item, far=True) for item in spread(study, number, figures))


def _sums(study: Study, sentence: Sentence, figures: Sequence[Figure], earlier: Sequence[Figure]) -> Iterator[Sum]:
    """The totals of a sentence with the parts that stand beside them."""
    text = study.document.text
    opening = text[sentence.start : figures[0].start]
    sums = [item for item in figures if item.dimension == "money"]
    side_by_sides = runs(text, figures)
    side_by_sides += [run for run in runs(text, sums) if run not in side_by_sides] if len(sums) < len(figures) else []
    for side_by_side in _with_narrower(text, side_by_sides):
        first = figures.index(side_by_side[0])
        for place, total in enumerate(figures[max(first - _MOST_BETWEEN, 0) : first][::-1]):
            yield from _total_first(text, sentence, total, in_unit_of(total, side_by_side), apart=place > 0)
        if len(side_by_side) > _FEWEST:
            yield from _total_first(text, sentence, side_by_side[0], side_by_side[1:])
            yield from _total_last(text, sentence, side_by_side[-1], side_by_side[:-1])
        after = figures.index(side_by_side[-1]) + 1
        if after < len(figures):
            yield from _total_last(text, sentence, figures[after], side_by_side)
        said_so = _IT_IS.match(opening) or _THAT_IS.match(opening)
        if earlier and first == 0 and (_OF_THESE.match(opening) or said_so):
            own = [in_unit_of(item, side_by_side) for item in earlier]
            alike = [(item, parts) for item, parts in zip(earlier, own, strict=True) if is_part_like(item, parts[0])]
            if alike and (len(alike) == 1 or _OF_THESE.match(opening)):
                yield _of(text, sentence, *alike[-1], complete=_OF_THESE.match(opening) is None)
    yield from _percentages(text, sentence, figures)
    if _OF_THE.match(opening):
        rest = [item for item in figures[1:] if is_part_like(item, figures[0])]
        for side_by_side in _with_narrower(text, runs(text, rest)):
            yield _of(text, sentence, figures[0], side_by_side, complete=False)


def _with_narrower(text: str, side_by_sides: Sequence[list[Figure]]) -> Iterator[list[Figure]]:
    """Figures side by side, also without those that may be within the one before: either may be meant."""
    for run in side_by_sides:
        yield run
        own = without_subsets(text, run)
        if 1 < len(own) < len(run):
            yield own


def _percentages(text: str, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Sum]:
    """ "45 percent said yes, 40 percent no and 25 percent did not know": no more than all can answer."""
    for parts in runs(text, [item for item in figures if item.unit == "percent"]):
        said = said_of(text, parts, sentence.end)
        hundred = Figure(sentence.start, sentence.start, 100.0, 100.0, "percent", "share", value=100.0)
        last = text[parts[-2].end : sentence.end]
        if len(parts) > _FEWEST and _ALL_OTHERS.search(last) and not any(_ASKED_OFTEN.search(words) for words in said):
            yield Sum(hundred, parts, complete=True, exclusive=True)
            continue
        ends = [words.rsplit(",", 1)[0] for words in said]
        if not are_plain(ends) or any(_OF_ITS_OWN.search(words) for words in said):
            continue
        if exclude_each_other(said) or (_VOTE.search(text, sentence.start, sentence.end) and _are_rivals(text, parts)):
            yield Sum(hundred, parts, complete=False, exclusive=True)


def _are_rivals(text: str, parts: Sequence[Figure]) -> bool:
    """Whether each share is given for another name: "Berg on 52 percent and Lund on 51"."""
    names = [_NAMED.search(text, max(part.start - 30, 0), part.start) for part in parts]
    return all(names) and len({match[1] for match in names if match}) == len(parts)


def _total_first(
    text: str, sentence: Sentence, total: Figure, parts: Sequence[Figure], *, apart: bool = False
) -> Iterator[Sum]:
    """ "155 delegations: 119 said yes, one said no and 36 abstained"; `apart`: other figures stand in between."""
    gap = text[total.end : parts[0].start]
    if not is_part_like(total, parts[0]) or not total.is_exact:
        return
    if _COMPLETE.match(gap) and not _SELECTION.search(gap):
        every = _SOME_OF.search(text, max(total.start - 40, sentence.start), total.start) is None
        yield _of(text, sentence, total, parts, complete=every)
        return
    if not apart and total.dimension == "money" and _are_payers(text, sentence, total, parts):
        yield Sum(total, parts, complete=True, exclusive=True, verdict="possible-conflict")
    if (
        not apart
        and _LOOSE.match(gap)
        and not _NEXT.search(gap)
        and not _happened_to(text, total, parts)
        and not exclude_each_other([_COUNTED.sub("", gap), *said_of(text, parts, sentence.end)])
    ):
        said = said_of(text, parts, sentence.end)
        beside = gap in (", ", " (") and _BESIDE.match(said[-1]) is not None and len(said[0].split()) <= 3
        if exclude_each_other(said) and (beside or _is_of_all(text, sentence, total, parts)):
            yield Sum(total, parts, complete=True, exclusive=True, verdict="possible-conflict")
            return
        money = total.dimension == "money" and _OF_WHICH.search(gap) is not None
        found = _of(text, sentence, total, parts, complete=False)
        yield Sum(total, parts, complete=False, exclusive=True) if money else found


def _are_payers(text: str, sentence: Sentence, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether three or more are told to have paid all of a sum but for a little, the last after "and"."""
    last = parts[-1]
    said = said_of(text, parts, sentence.end)
    joined = re.search(r"\band [^,;]*$", text[parts[-2].end : last.start]) is not None
    whole = _MOST_OF_IT * total.value <= math.fsum(part.value for part in parts) < total.value
    plain = are_plain(said) and not any(map(MORE.search, said))
    led = _PAID_BY.search(text[total.end : parts[0].start]) is not None
    return len(parts) > _FEWEST and joined and whole and plain and led


def _is_of_all(text: str, sentence: Sentence, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a total is said to be all, and its parts end the sentence: "In total 156 left, 81 in … and 75 in …"."""
    last = text[parts[-1].end : sentence.end]
    said = _ALL_OF.search(text, max(total.start - 20, sentence.start), total.start)
    return said is not None and text[total.end : parts[0].start].endswith(", ") and not (set(",;:(") & set(last))


def _happened_to(text: str, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the total counts what people came to harm in: "in 57 accidents 46 were killed and 13 injured"."""
    others = [item for item in parts if item.unit and item.unit != total.unit]
    people = len(others) > 0 and are_people(*others) and total.unit is not None and not are_people(total)
    return people or (_IN.search(text, max(total.start - 10, 0), total.start) is not None)


def _total_last(text: str, sentence: Sentence, total: Figure, parts: Sequence[Figure]) -> Iterator[Sum]:
    """ "51 in the city and 43 in the villages, 84 in all"; "12 men and 9 women were among the 23 passengers"."""
    if not is_part_like(total, parts[0]) or not total.is_exact:
        return
    lead = text[parts[-1].end : total.start]
    if _IN_ALL_BEFORE.search(lead) or (_IN_ALL.match(text[total.end : total.end + 40])):
        said = [*said_of(text, parts[:-1], parts[-1].start), lead]
        yield Sum(total, parts, complete=are_plain(said[:-1]), exclusive=False)
    elif _AMONG.search(lead) and len(lead) <= 40:
        yield _of(text, sentence, total, parts, complete=False, end=total.start - len("among the "))


def _of(
    text: str,
    sentence: Sentence,
    total: Figure,
    parts: Sequence[Figure],
    *,
    complete: bool,
    end: int | None = None,
) -> Sum:
    """A total and parts, with what their words say: whether they exclude each other, whether they are all.

    What is said of the last part ends at `end`, or with its clause.
    """
    tail = _TAIL.match(text, parts[-1].end, sentence.end)
    said = said_of(text, parts, end or (tail.end() if tail else sentence.end))
    if total.dimension == "money":  # what is told of a purpose says nothing of the sum
        said = [_THAT.split(words)[0] for words in said]
    open_ended = MORE.search(said[-1]) is not None or any(map(NOT_ALL_THE_REST.search, said))
    exclusive = exclude_each_other(said)
    if complete:
        return Sum(total, parts, not open_ended and (exclusive or are_plain(said)), exclusive)
    every = are_all(said) and not open_ended and are_plain(said)
    apart = not exclusive and came_to_unlike_ends(said)
    verdict: Verdict = "possible-conflict" if every or apart else "conflict"
    return Sum(total, parts, every, exclusive or every or apart, verdict)


_SINGLE = re.compile(r"(?:,|,? and) an? (?:[a-z-]+ ){0,2}[a-z-]+(?=,| and |[.;:)]|$)")


def _with_single(text: str, item: Sum) -> Sum:
    """The sum with what follows its parts one by one: "three cars, two vans, a motorcycle and a bus"."""
    last = item.parts[-1]
    if last.dimension != "count" or not item.complete:
        return item
    tail = _TAIL.match(text, last.end)
    single = [match.span() for match in _SINGLE.finditer(text, last.end, tail.end() if tail else last.end)]
    return replace(item, parts=[*item.parts, *(Figure(*span, 1.0, 1.0, None, "count", value=1.0) for span in single)])


def _finding(study: Study, sentence: Sentence, item: Sum, *, far: bool = False) -> Finding:
    text, total = study.document.text, item.total
    low, high = math.fsum(part.low for part in item.parts), math.fsum(part.high for part in item.parts)
    if not any(part.is_vague for part in item.parts):
        low = high = math.fsum(part.value for part in item.parts)
    last = item.parts[-1] if far else sentence
    shown = evidence_at(study, last.start, last.end, value=written(low))
    before = [evidence_at(study, total.start, total.end)] if total.start < sentence.start or far else []
    given = f"the total given is {text[total.start : total.end]}" if total.end > total.start else "more than all"
    said = " + ".join(text[part.start : part.end] for part in item.parts)
    made = written(low) if low == high else f"{written(low)} to {written(high)}"
    return finding(
        CHECK,
        fact=(study.source.id, text[total.start : total.end], said),
        verdict=item.verdict,
        message=f"The parts add up to {made}, {given}.",
        sides=([*before, shown] if far else [shown],),
        context=[] if far else before,
        steps=(
            Step(code="parts-added", text=f"{said} = {made}."),
            Step(
                code="total-exceeded" if apart_from(item)[0] > 0 else "total-not-reached",
                text=_why(item),
            ),
        ),
        settle="Which figure is wrong, the total or a part, or is a part missing?",
        weight=0.6,
    )


def _why(item: Sum) -> str:
    if item.complete:
        return "The text gives these as all parts."
    return "The parts exclude each other." if item.verdict == "conflict" else "The parts hardly overlap."


CHECK = Check(
    id="sum-of-parts",
    kind="arithmetic",
    title="Parts do not add up to their total",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"wire": "In all, 155 delegations voted: 119 said yes, one said no and 36 abstained."},
            expect="conflict",
        ),
        Example(
            documents={"wire": "In all, 156 delegations voted: 119 said yes, one said no and 36 abstained."},
            expect=None,
        ),
        Example(
            documents={
                "report": "There were 294 people on board. Of these, 268 were rescued, 24 died and 4 are missing."
            },
            expect="conflict",
        ),
        Example(
            documents={"item": "It will cost about $34 million: $12m for trains, $15m for track and $9m for depots."},
            expect="conflict",
        ),
        Example(
            documents={"item": "Fifty-one people died in the city and 43 in the villages, 84 in all."},
            expect="conflict",
        ),
        Example(
            documents={"report": "The firm has 14 factories, nine of them in England and three in Scotland."},
            expect=None,
        ),
        Example(
            documents={"note": "Of the 640 coins in the hoard 601 have come back. The other 49 are being sought."},
            expect="conflict",
        ),
        Example(
            documents={"item": "Of the 420 weavers 150 have moved away, 90 have retired and 200 have lost their work."},
            expect="possible-conflict",
        ),
        Example(
            documents={"item": "Of the 420 asked, 150 smoked, 90 played cards and 200 had a dog."},
            expect=None,
        ),
        Example(
            documents={"report": "Nine cars fell: three vans, two lorries, two taxis, a bus and a cab."}, expect=None
        ),
        Example(
            documents={"report": "Ten cars fell: three vans, two lorries, two taxis, a bus and a cab."},
            expect="conflict",
        ),
        Example(
            documents={
                "item": "It cost 2.3m euros, of which the state gave 800,000, a fair 900,000 and firms 500,000."
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "item": "It cost 2.2m euros, of which the state gave 800,000, a fair 900,000 and firms 500,000."
            },
            expect=None,
        ),
        Example(
            documents={
                "item": "It cost $61m: $34m for the 15 tonnes of ice that all got, $12m in fees and $18m in work."
            },
            expect="conflict",
        ),
        Example(documents={"a": "Of the 62 boxes, 43 have been recovered and 17 remain."}, expect="conflict"),
        Example(
            documents={"report": "Of the 120 patients, 80 were men and 60 were over 40."},
            expect=None,
        ),
    ),
)
