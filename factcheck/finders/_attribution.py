"""Who says a quotation: the cue beside it, the subject of the cue, the one spoken to, the document quoted."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.language.closed_class import ADVERBS
from factcheck.language.reporting import DOCUMENTS, SAYING, WEAK
from factcheck.language.verbs import FORMS
from factcheck.records.mention import NameMention


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or phrase that brings in words: who, by what word, to whom, from which document.

    `subject` is a name's entity, a noun phrase as written, or a pronoun; null where there is none.
    """

    subject: str | None
    word: str
    addressee: str | None = None
    document: str | None = None
    is_name: bool = False
    type: str | None = None


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ACCORDING = re.compile(
    r"[Aa]ccording to (?=\S)|[Aa]s (?:quoted|cited|reported) (?:by|in) (?=\S)|in the words of (?=\S)"
)
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*\s+[“\"‘'(\[]?[A-Z]|\n")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Capt|Prof|Sen|Rep|Gov|St|Jr|No|vs|Maj|Adm|U\.S"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.$"
)
_NEW_CLAUSE = re.compile(
    r"(?:; | that | what | which | while | but | when | because | although | and (?=[A-Z])|, and |: | — | – )"
)
_LEAD_IN = re.compile(
    r"(?:In|On|At|After|During|Following|Before|Since|By|For|With|Despite|Under|Amid|As|From|Earlier|Later|Last|This"
    r"|Asked|However|Meanwhile|But|And|Yet|Still|Also|Separately|Speaking|When|While|Although|Though|Unlike|To"
    r"|According|Of|Noting|[A-Z]\w+(?:ing|ly)|\w+ (?:days|weeks|months|years) (?:ago|later))\b[^,]{0,200}, "
)
_LEADING_WORD = re.compile(
    r"(?:But|And|Yet|So|Then|However|Meanwhile|Also|Still|while|as|and|but|when|then|where|because|if) "
)
_TRAILING = re.compile(
    r"(?:(?<![ ,])[ ,]++(?:also|has|had|have|was|is|were|been|quoted|as|reportedly|recently|once|then|further"
    r"|later|repeatedly|publicly|earlier|would|will|did|previously|rightly|famously|even|who|which|both|all|in turn"
    r"|in part|openly|explicitly|often|simply|merely|again|first|himself|herself|itself"
    r"|on \w+day|on \w+day (?:morning|evening|night)|yesterday|today)){1,12}$"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be)(?: \w+ly)? $")
_PASSIVE_VERBS = frozenset(
    "called termed dubbed labelled labeled described branded denounced condemned criticised criticized praised hailed "
    "accused characterised characterized referred known".split()
)
_QUOTED_AS = re.compile(r"quot(?:ed|ing|es) ((?:[\w.'’-]+ ){1,5})as $")
_QUOTING = frozenset({"quoted", "quotes", "cited", "cites", "reported"})
_AS_SAYING = re.compile(r" ((?:[\w.'’-]+ ){1,5})as [a-z]+ing\b")
"""Who says what others quote: "the agency quoted | Berg | as telling the council"."""
_NOUN_HERE = re.compile(r"\b(?:the|an?|his|her|its|their|this|that|no|any|of|first|new|in) $")
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?|[Oo]ne) ")
_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e)$")
_ADDRESSEE_WORDS = frozenset("told telling tells tell assured reminded informed advised warned urged asked".split())
_TO_WHOM = re.compile(
    r"(?: in (?:an?|the|his|her) (?:\w+ )?(?:interview|comment|comments|statement|briefing|letter|e-?mail|message|text)"
    r" (?:with|to|for) | (?:spoke|speaking|speaks|spoken) (?:to|with) )(?=\S)"
)
_ADDRESSEE = re.compile(
    r" ([\w.'’&-]+(?: [\w.'’&-]+){0,6}?)(?=(?:[,.:;“\"”—]| ?[“\"]| (?:that|on|in|at|during|by|when|after|as|how|he|she"
    r"|they|it|to|there|what|last|earlier|recently|yesterday)\b|$))"
)
_DOCUMENT_NOUN = "(?:" + "|".join(sorted(DOCUMENTS)) + ")"
_DOCUMENT = re.compile(
    rf"\b(?:in|from) ((?:an?|the|its|his|her|their|this|that) (?:[\w'’-]+ ){{0,4}}?{_DOCUMENT_NOUN})\b"
    r"((?: (?:by|for|to|of|from|published in|published by|issued by|on|with) (?:the )?[A-Z][\w.'’&-]*"
    r"(?: (?:of |for |the |and )?[A-Z][\w.'’&-]*){0,6})?)"
)
_DOCUMENT_HEAD = re.compile(rf"(?:^|\s){_DOCUMENT_NOUN}(?: |$|,)")
_LONGEST_SUBJECT = 14
FAR = 260
"""Characters before and after a quotation in which its cue is looked for."""


class Names:
    """The names of a document by place."""

    def __init__(self, mentions: Sequence[NameMention]) -> None:
        self.mentions = [one for one in mentions if one.type != "product"]
        self._starts = [one.start for one in self.mentions]

    def between(self, start: int, end: int) -> list[NameMention]:
        """The names that lie in `[start, end)`."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [one for one in self.mentions[first:last] if one.end <= end]


def after(text: str, end: int, ceiling: int, names: Names, near: bool) -> Cue | None:
    """The cue after a quotation that ends at `end`, in the same sentence; `near` wants it to follow at once."""
    stop = _sentence_stop(text, end, min(ceiling, end + FAR))
    according = _ACCORDING.search(text, end, stop)
    if according is not None and (not near or according.start() - end <= 2):
        return _subject_cue(text, according.end(), _phrase_end(text, according.end(), stop), "according to", names)
    for match in _words(text, end, stop, _SAY):
        word = match.group()
        if word not in _SAY:
            if near and match.start() - end > _NEAR:
                return None
            continue
        before = text[end : match.start()].lstrip(' ,.”"’')
        plain = before.strip(" ,")
        found: Cue | None
        if not plain or plain in ADVERBS:
            found = _inverted(text, match.end(), stop, word, names)
        elif near:
            found = _regular(text, end, match.start(), match.end(), stop, word, names)
        else:
            comma = text.rfind(", ", end, match.start())
            if comma < 0:
                continue
            between = text[comma + 2 : match.start()].strip()
            if not between:
                found = _inverted(text, match.end(), stop, word, names)
            elif len(between.split()) <= _SHORT_SUBJECT:
                found = _regular(text, comma + 1, match.start(), match.end(), stop, word, names)
            else:
                continue
        if found is not None:
            return found
        if near:
            return None
    return None


_NEAR = 90
_SAY = frozenset(word for word in SAYING if not word.endswith("ing"))


def _words(text: str, start: int, stop: int, wanted: frozenset[str]) -> Iterable[re.Match[str]]:
    """The words of a stretch; none where none of them is wanted."""
    return () if wanted.isdisjoint(_WORD.findall(text, start, stop)) else _WORD.finditer(text, start, stop)


_SHORT_SUBJECT = 5


def _inverted(text: str, start: int, stop: int, word: str, names: Names) -> Cue | None:
    """The cue whose subject follows its verb ("said Jane Roe")."""
    while start < stop and text[start] == " ":
        start += 1
    end = _phrase_end(text, start, stop)
    if end <= start:
        return None
    cue = _subject_cue(text, start, end, word, names)
    if cue is not None and not cue.is_name and text[end : end + 2] == ", ":
        apposed = next(iter(names.between(end + 2, stop)), None)
        if apposed is not None and apposed.start == end + 2 and apposed.type == "person":
            cue = Cue(apposed.entity, word, is_name=True, type="person")
    return _with_extras(cue, text, end, stop, word, names)


def _regular(text: str, start: int, verb: int, verb_end: int, stop: int, word: str, names: Names) -> Cue | None:
    """The cue whose subject stands before its verb ("the minister said")."""
    while start < verb and text[start] in " ,.”\"’'":
        start += 1
    other = _AS_SAYING.match(text, verb_end, stop) if word in _QUOTING else None
    if other is not None:
        return _subject_cue(text, *other.span(1), word, names)
    cue = _subject_cue(text, start, verb, word, names)
    if cue is None or not _may_be_subject(text[start:verb], cue):
        return None
    return _with_extras(cue, text, verb_end, stop, word, names)


def _may_be_subject(phrase: str, cue: Cue) -> bool:
    """Whether the words before a verb are a noun phrase and nothing more."""
    first = phrase.split(",")[0]
    words = first.split()
    if not words or len(words) > _LONGEST_SUBJECT:
        return False
    if cue.is_name or _PRONOUN.match(first.strip()):
        return True
    return not any(word in _NO_SUBJECT for word in words) and words[0].lower() not in _NO_SUBJECT


_NO_SUBJECT = frozenset(
    "was were is are has have had to which that for with as in and or but not if because would will can could "
    "from when".split()
)


def before(text: str, floor: int, start: int, names: Names) -> Cue | None:
    """The cue before a quotation that starts at `start`, in the sentence that begins at `floor`."""
    floor = max(floor, start - FAR)
    lead = text[floor:start]
    according: re.Match[str] | None = None
    for match in _ACCORDING.finditer(lead):
        according = match
    verb: re.Match[str] | None = None
    for match in _words(lead, 0, len(lead), SAYING):
        if match.group() in SAYING and not _NOUN_HERE.search(lead, max(0, match.start() - 8), match.start()):
            verb = match
    if verb is None or (according is not None and according.start() > verb.start()):
        if according is None:
            return None
        begin = floor + according.end()
        return _subject_cue(text, begin, _phrase_end(text, begin, start), "according to", names)
    word = verb.group()
    subject = _subject_before(lead, verb.start(), word)
    if subject is None:
        return None
    begin, end = subject
    cue = _subject_cue(text, floor + begin, floor + end, word, names)
    if cue is None or not _may_be_subject(lead[begin:end], cue):
        return None
    if word in WEAK and not cue.is_name and cue.document is None:
        return None
    return _with_extras(cue, text, floor + verb.end(), start, word, names)


def _subject_before(lead: str, verb: int, word: str) -> tuple[int, int] | None:
    """Where the subject of a verb stands in the words before it; null where the verb has none."""
    quoted = _QUOTED_AS.search(lead, 0, verb)
    if quoted is not None and quoted.end() == verb:
        return quoted.start(1), quoted.end(1)
    if word in _PASSIVE_VERBS and _PASSIVE.search(lead, 0, verb):
        return None
    made_to = _MADE_TO.search(lead, 0, verb)
    if made_to is not None and made_to.end() == verb:
        return made_to.start(1), made_to.end(1)
    if word.endswith("ing"):
        return _main_subject(lead, verb)
    begin = 0
    for clause in _NEW_CLAUSE.finditer(lead, 0, verb):
        begin = clause.end()
    lead_in = _LEAD_IN.match(lead, begin, verb)
    if lead_in is not None:
        begin = lead_in.end()
    leading = _LEADING_WORD.match(lead, begin, verb)
    if leading is not None:
        begin = leading.end()
    end = verb
    trailing = _TRAILING.search(lead[begin:end].rstrip(" ,"))
    if trailing is not None:
        end = begin + trailing.start()
    return (begin, end) if lead[begin:end].strip() else None


def _main_subject(lead: str, verb: int) -> tuple[int, int] | None:
    """The subject of the clause that a participle hangs on: what stands before its first finite verb."""
    absolute = _ABSOLUTE.search(lead, 0, verb)
    if absolute is not None and absolute.end() == verb:
        return absolute.start(1), absolute.end(1)
    begin = 0
    lead_in = _LEAD_IN.match(lead, 0, verb)
    while lead_in is not None:
        begin = lead_in.end()
        lead_in = _LEAD_IN.match(lead, begin, verb)
        if lead_in is None and lead.startswith("and ", begin):
            comma = lead.find(", ", begin, verb)
            begin = comma + 2 if comma >= 0 else begin
    for match in _WORD.finditer(lead, begin, verb):
        word = match.group().lower()
        if match.start() > begin and (word in _FINITE or FORMS.get(word, ("",))[0] in ("past", "third", "ed")):
            return begin, match.start()
    return None


_FINITE = frozenset("is was are were has had have will would can could may might did does do".split())
_ABSOLUTE = re.compile(r"\bwith ((?:the |a |an )?(?:[\w.'’-]+ ){1,5})$")
_MADE_TO = re.compile(
    r"\b(?:\w+ing|\w+ed|led|for|want|wants|expect|expects) ((?:the |a |an |his |her )?(?:[A-Z][\w.'’-]* ){1,5})to $"
)


def _subject_cue(text: str, start: int, end: int, word: str, names: Names) -> Cue | None:
    """The cue for the noun phrase `text[start:end]`: its name, if it is one, else the phrase."""
    phrase = text[start:end].strip(" ,")
    if not phrase:
        return None
    if _PRONOUN.match(phrase.split(",")[0].split(" ")[0]) and len(phrase.split(",")[0].split()) == 1:
        return Cue(phrase.split(",")[0], word)
    inside = names.between(start, end)
    head = phrase.split(",")[0]
    document = phrase if _DOCUMENT_HEAD.search(head) else None
    if document is not None:
        document = _ARTICLE.sub("", document, count=1)
    for name in inside:
        if name.type == "person" and text[name.end : name.end + 2] not in ("'s", "’s"):
            return Cue(name.entity, word, document=document, is_name=True, type="person")
    if document is not None:
        owner = next((name for name in inside if name.type != "place"), None)
        return Cue(owner.entity if owner else None, word, document=_clipped(document), is_name=owner is not None,
                   type=owner.type if owner else None)  # fmt: skip
    bare = start + len(phrase) - len(_ARTICLE.sub("", phrase, count=1))
    for name in inside:
        whole = name.start <= bare and (name.end >= start + len(head.rstrip()) or text[name.end : name.end + 2] == ", ")
        if whole:
            return Cue(name.entity, word, is_name=True, type=name.type)
    if not head[:1].isalpha() or len(head.split()) > _LONGEST_SUBJECT:
        return None
    return Cue(_ARTICLE.sub("", head, count=1).strip(), word)


_LONGEST_DOCUMENT = 14


def _clipped(phrase: str) -> str:
    return " ".join(phrase.split()[:_LONGEST_DOCUMENT])


_PHRASE_END = re.compile(
    r"[,;:“”\"()]|\.(?=\s|$)| (?:who|which|that|when|after|as|while|because|during|in (?:a|an|his|her|the)"
    r"|on (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|\d)|at (?:a|the)|earlier|last|yesterday"
    r"|and (?:the|a|an|he|she|it|they|his|her|its)|referring|adding|but|was|is|were|are|has|had|have|said)\b"
)


def _phrase_end(text: str, start: int, stop: int) -> int:
    found = _PHRASE_END.search(text, start, stop)
    while (
        found is not None
        and found.group() == "."
        and _ABBREVIATION.search(text[max(start, found.end() - 6) : found.end()])
    ):
        found = _PHRASE_END.search(text, found.end(), stop)
    return found.start() if found else stop


def _with_extras(cue: Cue | None, text: str, start: int, stop: int, word: str, names: Names) -> Cue | None:
    """The cue with the one spoken to and the document, where the words after the verb give them."""
    if cue is None:
        return None
    addressee = None
    if word in _ADDRESSEE_WORDS:
        found = _ADDRESSEE.match(text, start, stop)
        addressee = _addressed(text, found.start(1), found.end(1), names) if found else None
    else:
        to_whom = _TO_WHOM.search(text, start, stop)
        if to_whom is not None:
            addressee = _addressed(text, to_whom.end(), _phrase_end(text, to_whom.end(), stop), names)
    document = cue.document
    if document is None:
        quoted = _DOCUMENT.search(text, start, stop)
        if quoted is not None:
            document = re.sub(r"^(?:an?|the|its|his|her|their|this|that) ", "", quoted.group(1)) + quoted.group(
                2
            ).rstrip(".")
    return Cue(cue.subject, cue.word, addressee, document, cue.is_name, cue.type)


def _addressed(text: str, start: int, end: int, names: Names) -> str | None:
    inside = names.between(start, end)
    phrase = text[start:end].strip(" ,")
    if inside and inside[0].end >= end - 1:
        return inside[0].entity
    bare = _ARTICLE.sub("", phrase, count=1).rstrip(".")
    return bare if bare and bare not in _OBJECTS else None


_OBJECTS = frozenset("him her them us me you it himself herself themselves".split())


def _sentence_stop(text: str, start: int, stop: int) -> int:
    """Where the sentence that goes on at `start` ends."""
    at = start
    while True:
        found = _SENTENCE_END.search(text, at, stop)
        if found is None:
            return stop
        if text[found.start()] == "." and _is_abbreviation(text, start, found.start() + 1):
            at = found.start() + 1
            continue
        return found.start() + 1


def _is_abbreviation(text: str, floor: int, end: int) -> bool:
    return _ABBREVIATION.search(text[max(floor, end - 6) : end]) is not None
