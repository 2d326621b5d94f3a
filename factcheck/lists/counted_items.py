"""Counts that are followed, in some other way than by names behind a colon, by the things that are counted.

"Four times (2009, 2012 and 2015)", "both suspects, Berg, Lund and Roe,", "the trio, …", "findings, seven in number:",
"six faults. These were …", "four conditions. It must …; and it must …", "three reasons. The first is … And fourth, …".
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.checking import Study
from factcheck.contexts.places import block_around, sentences_of, within
from factcheck.language.calendar import MONTHS
from factcheck.language.number_words import ORDINALS
from factcheck.lists.announcements import COUNT, NAMED, Announcement, Span, is_countable, value_of
from factcheck.records.document import Block, Sentence
from factcheck.records.mention import ListMention, QuantityMention

_MONTH = rf"(?:{'|'.join(name.capitalize() for name in MONTHS)})"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}"
_DATE = rf"(?:(?:on|in) )?(?:(?:{_DAY})(?:,? {_YEAR})?|(?:{_MONTH} )?{_YEAR})"
_DATES = re.compile(
    rf"\b{COUNT} (?P<noun>[a-z]+s)(?:: | \(|, (?=(?:in|on) )|"
    rf" – )(?P<dates>{_DATE}(?:, {_DATE}){{0,12}},? and {_DATE})(?=[.;:)]|, |$)"
)
_DIGIT = re.compile(r"\d")
_EACH_DATE = re.compile(_DATE)
_GROUPS = {"both": 2, "pair": 2, "duo": 2, "couple": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4,
           "quintet": 5, "sextet": 6, "septet": 7, "octet": 8}  # fmt: skip
_GROUP = re.compile(
    rf"\b(?:(?P<both>[Bb]oth) (?:[a-z-]+ ){{0,2}}(?P<noun>[a-z-]+)|(?:[Tt]he|[Aa]|[Tt]hat|[Tt]his) (?P<group>"
    rf"{'|'.join(word for word in _GROUPS if word != 'both')}))(?:, | \(| – |: ){NAMED}(?=[,.;:)]| –|$)"
)
_IN_NUMBER = re.compile(
    rf"\b(?P<noun>[a-z]+s),? (?:\(?{COUNT} in (?:number|all)\)?),? (?:[a-z]+ ){{0,3}}[^.;:]{{0,60}}:$"
)
_OF_WHICH = re.compile(rf"\b{COUNT} (?P<noun>[a-z]+s),? (?:some )?of which [^.;:]{{3,90}}:$")
_THESE = re.compile(
    r"^(?:These|They|Those)(?: (?:[a-z]+s))?,?(?: (?:are|were)|: )(?: as follows:)? (?!not\b|all\b|also\b|"
    r"still\b|to\b|in\b|now\b)"
)
_OPEN = re.compile(
    r"\b(?:includ\w+|such as|among|for example|e\.g|mainly|mostly|chiefly|above all|notably|etc|some|"
    r"several|various|others?|"
    r"respectively|either|more|as well as)\b|;"
)
_CLAUSE = re.compile(r", (?:which|who|where|when|while|but|although|because|as|so|though)\b")
_COUNTING = re.compile(
    r"^(?:(?:And |But |Then |Lastly,? |Finally,? )(?:and )?)?(?:the |a )?(?P<which>[a-z]+?)(?:ly)?(?:,| (?:is|was|are|"
    r"concerns|has|reason|point|one|"
    r"and (?:last|final|most \w+)|of these)\b)",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"; (?:and )?")
_SOME = re.compile(r"\b(?:only|met|fulfilled|remain\w*|left|failed|fell|survived|of (?:the|its|these|those))\b")
"""What makes of a count the number of those that stand apart from the rest."""
_LAST = re.compile(r"\b(?:last|final)\b|^(?:Lastly|Finally)\b", re.IGNORECASE)
_TELLABLE = frozenset(
    "reasons points problems arguments objections questions conditions steps lessons things options ways factors "
    "causes differences difficulties explanations facts rules stages phases goals aims demands proposals "
    "recommendations "
    "risks threats changes mistakes errors findings conclusions principles tasks duties tests criteria grounds charges "
    "counts answers consequences effects advantages disadvantages weaknesses strengths".split()
)
_TELLS = re.compile(rf"\b(?:{'|'.join(sorted(_TELLABLE))})\b")
_FAR = 12


def counted_items(study: Study) -> Iterator[Announcement]:
    """The counts whose things follow."""
    text, sentences = study.document.text, study.document.sentences
    for number, sentence in enumerate(sentences):
        yield from _dated(text, sentence)
        yield from _grouped(text, sentence)
        following = sentences[number + 1] if number + 1 < len(sentences) else None
        if following is not None and following.block == sentence.block:
            yield from _told_next(study, sentence, following)
            yield from _in_clauses(study, sentence, following)
            yield from _told_in_order(study, number)
    yield from _in_number(study)


def _dated(text: str, sentence: Sentence) -> Iterator[Announcement]:
    """ "Four times (2009, 2012 and 2015)"; "on four occasions: on 3 March, 17 March and 30 May"."""
    if " and " not in text[sentence.start : sentence.end] or not _DIGIT.search(text, sentence.start, sentence.end):
        return
    for match in _DATES.finditer(text, sentence.start, sentence.end):
        number = value_of(match["count"])
        if number is not None and match["noun"] not in ("years", "months", "weeks", "hours"):
            items = tuple(one.span() for one in _EACH_DATE.finditer(text, *match.span("dates")))
            yield Announcement(match.start(), match.end(), number, match["noun"], items, sure=True)


def _grouped(text: str, sentence: Sentence) -> Iterator[Announcement]:
    """ "Both suspects, Berg, Lund and Roe, deny it"; "the trio, …"."""
    for match in _GROUP.finditer(text, sentence.start, sentence.end):
        noun = match["noun"] or match["group"]
        if match["both"] and not is_countable(noun):
            continue
        first, last = match.span("names")
        items: list[Span] = []
        for part in re.finditer(r"(?:(?!, | and ).)+", text[first:last]):
            start = first + part.start() + (4 if part[0].startswith("and ") else 0)
            items.append((start, first + part.end()))
        yield Announcement(match.start(), match.end(), _GROUPS[match["group"] or "both"], noun, tuple(items))


def _told_next(study: Study, sentence: Sentence, following: Sentence) -> Iterator[Announcement]:
    """ "Six shortcomings. These were a cracked davit, an expired licence and missing hoses": surely fewer."""
    text = study.document.text
    opening = _THESE.match(text[following.start : following.end])
    counted = _one_count(study, sentence) if opening is not None else None
    if opening is None or counted is None or _OPEN.search(text, following.start, following.end):
        return
    start, number, noun = counted
    first, last = following.start + opening.end(), following.end
    clause = _CLAUSE.search(text, first, last)
    items = _parted(text, first, clause.start() if clause else last)
    if 2 < len(items) < number and clause is None:
        yield Announcement(start, following.end, number, noun, tuple(items))


def _in_clauses(study: Study, sentence: Sentence, following: Sentence) -> Iterator[Announcement]:
    """ "It sets four conditions. The boat must float; it must carry eight; and it must fit a lorry"."""
    text = study.document.text
    parts = [following.start, *(one.end() for one in _CLAUSES.finditer(text, following.start, following.end))]
    told = text.find("; and ", following.start, following.end)
    counted = _one_count(study, sentence) if len(parts) > 2 and told >= 0 else None
    if (
        counted is None
        or counted[2].split()[-1].lower() not in _TELLABLE
        or _SOME.search(text, sentence.start, sentence.end)
    ):
        return
    start, number, noun = counted
    items = tuple(pairwise([*parts, following.end]))
    if told + len("; and ") == parts[-1]:
        yield Announcement(start, following.end, number, noun, items, sure=True)


def _parted(text: str, first: int, last: int) -> list[Span]:
    """The stretches between commas and "and": the most items that there can be."""
    parts = re.finditer(r"(?:(?!, and |, | and ).)+", text[first:last].rstrip(".!?”\"' "))
    spans = ((first + part.start(), first + part.end(), part[0]) for part in parts)
    return [(start + len(said) - len(said.removeprefix("and ").lstrip(", ")), end) for start, end, said in spans]


def _one_count(study: Study, sentence: Sentence) -> tuple[int, float, str] | None:
    """The one count of several things in a sentence: where it stands, the number and the noun."""
    counts = [
        item
        for item in within(study.seen(QuantityMention), sentence.start, sentence.end)
        if item.quantity.dimension == "count" and item.quantity.form == "value"
    ]
    if len(counts) != 1 or counts[0].quantity.low != counts[0].quantity.high or counts[0].quantity.modifier != "=":
        return None
    item = counts[0]
    noun, number = item.quantity.unit or "", item.quantity.low
    if not noun or not is_countable(noun) or not 2 <= number <= _FAR:
        return None
    return item.start, number, noun


def _told_in_order(study: Study, number: int) -> Iterator[Announcement]:
    """ "There are three reasons. The first is … The second … Third, … And fourth, …"."""
    text, sentences = study.document.text, study.document.sentences
    sentence = sentences[number]
    tells = _TELLS.search(text, sentence.start, sentence.end)
    counted = _one_count(study, sentence) if tells is not None else None
    if counted is None or counted[2].split()[-1].lower() not in _TELLABLE:
        return
    items: list[Span] = []
    last, highest = "", 0
    for other in sentences[number + 1 : number + 1 + 4 * _FAR]:
        if other.block != sentence.block:
            break
        match = _COUNTING.match(text[other.start : other.end])
        place = ORDINALS.get(match["which"].lower()) if match is not None else None
        if place == len(items) + 1 or (place is not None and items and counted[1] < place <= len(items) + _SKIPPED):
            items.append((other.start, other.end))
            last, highest = text[other.start : other.start + 40], int(place)
    if highest > counted[1] or (2 <= len(items) < counted[1] and _LAST.search(last)):
        told = highest if highest > max(counted[1], len(items)) else None
        yield Announcement(counted[0], sentence.end, counted[1], counted[2], tuple(items), sure=True, told=told)


_SKIPPED = 2
"""How far an ordinal may be above the items before it: "the second is … The fourth is …"."""


def _in_number(study: Study) -> Iterator[Announcement]:
    """ "The findings, seven in number, were these:" and six items; "We make six recommendations. All should:"."""
    text, blocks = study.document.text, study.document.blocks
    for item in study.seen(ListMention):
        if item.announced is not None or item.style == "inline":
            continue
        first = block_around(study.document, item.items[0][0])
        place = blocks.index(first) if first is not None else 0
        above = blocks[place - 1] if place else None
        led = text[above.start : above.end].rstrip() if above is not None else ""
        match = _IN_NUMBER.search(led) or _OF_WHICH.search(led)
        number = value_of(match["count"]) if match else None
        if match is not None and above is not None and number is not None:
            yield Announcement(above.start + match.start(), item.end, number, match["noun"], item.items)
        elif above is not None and led.endswith(":"):
            yield from _said_before(study, above, item)


def _said_before(study: Study, above: Block, item: ListMention) -> Iterator[Announcement]:
    """The count in the sentence before the one that opens a list, where that one counts nothing itself."""
    said = list(sentences_of(study.document, above))
    if len(said) < 2 or within(study.seen(QuantityMention), said[-1].start, said[-1].end):
        return
    counted = _one_count(study, said[-2])
    last = _SOME.search(study.document.text, said[-2].start, above.end)
    if counted is not None and last is None and counted[2].split()[-1].lower() in _TELLABLE:
        yield Announcement(counted[0], item.end, counted[1], counted[2], item.items)
