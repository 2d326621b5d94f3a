"""A list has more or fewer items than its introduction announces.

It reads lists that say how many they have ("four cities: Arlen, Mossby and Tarn"; "three grounds: (1) …", "Three of
the six boats were launched (Nos. 1, 2, 4 and 5)"; "three reasons. First, … Fourth, …", "four faults. First, …
Finally, …", "two causes. One is … A third is …", "four villages have no road, namely …", "five barriers failed: …",
"we make six recommendations. The department should:"), inline and as list items, and reports complete ones of another
length. It stays silent on "including", "such as" and "among others", on items that may be two in one, on points of
which one may be made without a number ("it also …"), and on numbers that are about ("some ten").

What settles it: the item that is missing or too many.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import block_around
from factcheck.language.number_words import CARDINALS
from factcheck.language.numerals import read
from factcheck.lists.announcements import Announcement, announcements, are_in_order
from factcheck.lists.counted_items import counted_items
from factcheck.lists.in_order import counted_off
from factcheck.lists.numbered_paragraphs import announced_paragraphs
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import ListMention

_OF_A_NUMBER = re.compile(r"\b([\w-]+) of (?:the |its |their |all |[\w-]+['’]s |[a-z]+ ){0,3}$")
_AMONG = re.compile(r"\b(?:[Aa]mong|[Aa]mongst|[Oo]ne of|[Ss]ome of|[Pp]art of) (?:the |these |those |its |their )?$")
_ARE = re.compile(r"\b(?:is|are|was|were)\b")
_GOES_ON = re.compile(r",(?: [\w’'-]+){1,4},? and ")
_NEXT_ITEM = re.compile(r"[ .;,]{0,4}\n\s{0,8}(?:\(?(?:[ivx]{1,5}|[a-z]|\d{1,2})[.)]|[-–—•*·▪◦‣○■])\s")
"""What stands behind a list that goes on with items of another kind: "(i) …" below "(b) …"."""
_NO_ITEM = re.compile(
    r"[{\\\[]|(?:after|before|when|while|since|if|although|whereas) |"
    r"(?:expected|due|likely|said|thought|believed|supposed|used) (?:to|by|in|as) |aged "
)
_OF_ALL = re.compile(r"(?:all|each|both|none) ")
"""What tells of the items, unless it begins one of several that semicolons part: "three steps: all doors are …; …"."""
_JOINT = re.compile(r",| and ")
_COUNTED = re.compile(
    rf"(?:[a-z]+ )?(?:\d[\d.,]*|{'|'.join(CARDINALS)}|several|some|many|dozens|hundreds) [a-z]", re.IGNORECASE
)
_TWO_KINDS = re.compile(rf"\band (?:\d|(?:{'|'.join(CARDINALS)})\b)", re.IGNORECASE)
_VERB = re.compile(r" (?:[a-z]+ed|is|are|was|were|has|have|had|led|made|gave|lay|must|should|can|could|will|may)\b")
"""Where what happens to the things that are listed begins: "factors | contributed to it"."""
_LONGEST_SHOWN = 8
_MOST_IN_ONE, _MOST_WORDS = 20, 4


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The lists of another length than announced."""
    told = set[int]()
    for item in (
        *_found(study),
        *announcements(study),
        *counted_items(study),
        *counted_off(study),
        *announced_paragraphs(study),
    ):
        found = list(_of(study, item)) if item.start not in told else []
        told |= {item.start for _ in found}
        yield from found


def _found(study: Study) -> Iterator[Announcement]:
    """The complete lists of the finders that announce how many they have."""
    for item in study.seen(ListMention):
        if item.announced is not None and item.complete:
            text, first = study.document.text, item.items[0][0]
            if _AMONG.search(text, max(item.start - 20, 0), item.start) and _ARE.search(text, item.start, first):
                continue
            number = _subset(study.document.text, item) or item.announced
            sure = are_in_order(text, item.items)
            noun = _VERB.split(item.noun or "items", maxsplit=1)[0]
            yield Announcement(item.start, item.end, number, noun, item.items, sure=sure)


def _may_be_fewer(text: str, item: Announcement) -> bool:
    """Whether the items may be others than those read: a title with "and" in it, a formula, a clause."""
    gaps = [text[one[1] : other[0]] for one, other in pairwise(item.items)]
    parted = any("," in gap or ";" in gap or "\n" in gap for gap in gaps)
    more = len(item.items) > item.number
    clauses = len(gaps) > 1 and all(";" in gap for gap in gaps)
    told_of = not clauses and any(_OF_ALL.match(text, start) for start, _ in item.items)
    return told_of or (
        (more and not parted)
        or _GOES_ON.match(text, item.end) is not None
        or any(_NO_ITEM.match(text, start) for start, _ in item.items)
    )


def _pairs(text: str, item: Announcement) -> int:
    """How many items may be one with the next: joined by "and", but not the last two ("Salt and Iron, Night Train")."""
    gaps = [text[one[1] : other[0]] for one, other in pairwise(item.items)]
    return sum(gap == " and " for gap in gaps[:-1])


def _subset(text: str, item: ListMention) -> float | None:
    """How many of a larger number the list gives: "six of the district's nine villages: …"."""
    match = _OF_A_NUMBER.search(text, max(item.start - 60, 0), item.start)
    number = read(text, match.start(1)) if match else None
    return number.low if number is not None and number.low == number.high else None


def _weight(text: str, start: int, end: int) -> float:
    """How many things an item is: two for "two professors"."""
    number = read(text, start) if len(text[start:end].split()) <= _MOST_WORDS else None
    plain = number is not None and number.low == number.high and number.low.is_integer() and text[number.end] == " "
    return number.low if number is not None and plain and 2 <= number.low <= _MOST_IN_ONE else 1


def _goes_on(study: Study, end: int) -> bool:
    """Whether items of another kind follow those that were read, and not a heading with its number."""
    following = _NEXT_ITEM.match(study.document.text, end)
    block = block_around(study.document, following.end() - 1) if following else None
    return following is not None and (block is None or block.kind != "heading")


def _of(study: Study, item: Announcement) -> Iterator[Finding]:
    text = study.document.text
    count, announced, noun = item.told or len(item.items), item.number, item.noun
    if not item.sure and (all(_COUNTED.match(text, start) for start, _ in item.items) or _TWO_KINDS.search(noun)):
        return
    weights = [_weight(text, *span) for span in item.items]
    if not item.sure and (sum(weights) == announced or sum(weight > 1 for weight in weights) > 1):
        return
    inline = "\n" not in text[item.items[0][0] : item.items[-1][0]]
    if not inline and item.told is None and count < announced and _goes_on(study, item.items[-1][1]):
        return
    joined = sum(len(_JOINT.findall(text, start, end)) for start, end in item.items) if inline else 0
    if count == announced or (not item.sure and (count < announced <= count + joined or _may_be_fewer(text, item))):
        return
    if inline and not item.sure and count - _pairs(text, item) <= announced < count:
        return
    names = [" ".join(text[start:end].split())[:40] for start, end in item.items]
    shown = "; ".join(names[:_LONGEST_SHOWN]) + (" …" if len(names) > _LONGEST_SHOWN else "")
    intro = evidence_at(study, item.start, min(item.end, item.items[0][1]), value=f"{announced:g} {noun}")
    listed = f"the text counts up to {count}" if item.told else f"{count} are listed"
    last = evidence_at(study, item.items[-1][0], item.items[-1][1], value=f"{count} {noun}")
    yield finding(
        CHECK,
        fact=(study.source.id, noun, f"{announced:g}", names[0]),
        verdict="conflict",
        message=f"{announced:g} {noun} are announced, {listed}.",
        sides=([intro] if intro.start <= last.start < intro.end else [intro, last],),
        steps=(
            Step(code="items-counted", text=f"Listed: {shown}."),
            Step(code="list-complete", text="Nothing says that the list is a selection."),
        ),
        settle="Which item is missing or too many, or is the number wrong?",
        weight=0.5,
    )


_REPORT = (
    "The report makes {} recommendations.\n\nRecommendation 1: Cells should be heated.\n\n"
    "Recommendation 2: Letters should be handed over.\n\nRecommendation 3: Staff should carry radios.\n"
)

CHECK = Check(
    id="announced-list",
    kind="enumeration",
    title="A list has another length than announced",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"a": "The five men — aged 22 to 31 and all members of one crew — were found guilty in Arlen."},
            expect=None,
        ),
        Example(documents={"item": "He stopped in four cities: Arlen, Mossby and Tarn."}, expect="conflict"),
        Example(
            documents={"item": "Eleven villages were evacuated: Arlen, Mossby, Tarn and Upper Rowe."}, expect="conflict"
        ),
        Example(documents={"item": "Three of the six boats were launched (Nos. 1, 2, 4 and 5)."}, expect="conflict"),
        Example(
            documents={"item": "He gave two reasons. First, it rained. Second, he was late. Third, nobody came."},
            expect="conflict",
        ),
        Example(
            documents={"item": "They made three demands. The first is pay. The second is bread. The fourth is peace."},
            expect="conflict",
        ),
        Example(
            documents={"item": "Four things failed. First, the pump broke. Second, nobody looked. Finally, it froze."},
            expect="conflict",
        ),
        Example(
            documents={"item": "Four doors were mended. First, one was oiled. It was also painted. Finally, it shut."},
            expect=None,
        ),
        Example(
            documents={"item": "They made three demands. First, pay, and the second, rest. The last was peace."},
            expect=None,
        ),
        Example(
            documents={"item": "It had two causes. One was the hook. Another was the wind. A third was the fog."},
            expect="conflict",
        ),
        Example(
            documents={
                "item": "Three things were lost: the note to the bank, the note to Ada Berg and the note to the port."
            },
            expect=None,
        ),
        Example(
            documents={
                "item": "Four things were lost: the note to the bank, the note to Ada Berg and the note to the port."
            },
            expect="conflict",
        ),
        Example(
            documents={"item": "It had four causes: (a) the lack of a tug and a line; (b) the fuse; and (c) the tide."},
            expect="conflict",
        ),
        Example(
            documents={
                "item": "He gave four reasons: first, the fog, which lay low; second, the fuse; third, the tide."
            },
            expect="conflict",
        ),
        Example(documents={"item": "Five cars were hit: two vans, two lorries and a bus."}, expect=None),
        Example(
            documents={"item": "It had two causes. One was the hook. The other was the wind. A third of them fell."},
            expect=None,
        ),
        Example(
            documents={"item": "Four villages have been without a road, namely Arlen, Mossby and Tarn."},
            expect="conflict",
        ),
        Example(documents={"item": "He stopped in three cities: Arlen, Mossby and Tarn."}, expect=None),
        Example(documents={"item": _REPORT.format("four")}, expect="conflict"),
        Example(documents={"item": _REPORT.format("three")}, expect=None),
        Example(documents={"item": _REPORT.format("some of its four")}, expect=None),
        Example(
            documents={
                "item": "It has three parts:\n\n(a) Psalms\n(b) Madrigals\n(i) Old\n(ii) New\n(c) Songs\n\nEnd."
            },
            expect=None,
        ),
        Example(documents={"item": "She directs three plays: Salt and Iron, The Widow and Night Train."}, expect=None),
        Example(documents={"item": "He stopped in four cities, including Arlen, Mossby and Tarn."}, expect=None),
    ),
)
