"""What a capitalised stretch consists of: countries, titles, and the name proper, with its type."""

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.finders._capitals import DAYS, MAKERS, MONTHS, NEVER, SEASONS, is_common, is_numbered
from factcheck.language import places
from factcheck.language.bodies import ANYWHERE, COMPANY_ENDINGS, FAITHS, HEADS, KNOWN, TOPICS
from factcheck.language.closed_class import CLOSED
from factcheck.language.given_names import GIVEN
from factcheck.language.titles import ABBREVIATED, OF_POSTS, bare, is_head, is_modifier, leading
from factcheck.language.verbs import FORMS
from factcheck.records.mention import NameKind


class Piece(NamedTuple):
    """A name in a stretch: `words[start:end]` takes in its titles, `name` does not.

    `type` is null where the words alone do not tell; `entity` is the name by which places and known
    bodies are joined.
    """

    start: int
    end: int
    name: str
    type: NameKind | None
    titles: tuple[str, ...] = ()
    entity: str | None = None


class Word(NamedTuple):
    """A word of a stretch: `words[start:end]`."""

    start: int
    end: int
    text: str


_EVENT_HEADS = frozenset(
    "War Wars Summit Conference Congress Convention Olympics Games Cup Championship Championships Festival Day "
    "Expo Hurricane Typhoon Cyclone Storm Uprising Revolution Spring Holocaust Genocide Massacre Election "
    "Elections Prize Award Awards Operation Marathon Tour Open Grand-Prix Prix Derby Exhibition Fair Week "
    "Referendum Inquiry Crisis Coup Rebellion Siege Battle Anniversary Biennale Eurovision Brexit Ceremony "
    "Parade".split()
)
_WORK_HEADS = frozenset(
    "Act Treaty Agreement Accord Accords Convention Constitution Charter Protocol Declaration Bill Law Code "
    "Directive Report Review Bible Quran Koran Resolution Pact Covenant Plan Strategy Index Manifesto Deal "
    "Memorandum Amendment".split()
)
_DESIGNATOR = re.compile(r"(?=.*\d)(?=.*[A-Z])[A-Za-z]{1,12}-?\d{1,5}[A-Za-z]{0,4}(?:-[A-Za-z0-9]{1,6})*$|"
                         r"[A-Z][A-Za-z]{1,14}-[A-Z]?\d{1,4}[A-Za-z]{0,4}(?:-[A-Za-z0-9]{1,6})*$")  # fmt: skip
_EDITION = re.compile(r"[a-z]-?(?:19|20)\d\d$")
_GROUP_OF_STATES = re.compile(r"(?:G\d{1,2}|COP\d{1,2}|E\d|P5\+1|EU\d{2})$")
_DISEASE = re.compile(r"(?:COVID|Covid|SARS|MERS|H\d{1,2}N\d{1,2}|CO2|PM2).*", re.DOTALL)
_TAIL = re.compile(r"[-‑][a-z]\w*")
_SPLIT = re.compile(r"[-‑–]")
_LONGEST_STRETCH = 400


@lru_cache(maxsize=20_000)
def pieces(words: str, opens: bool, extra_titles: frozenset[str] = frozenset()) -> tuple[Piece, ...]:
    """The names in a stretch of capitalised words; `opens` says that it begins a sentence.

    >>> [piece.name for piece in pieces("Kenyan Health Minister Jane Roe", False)]
    ['Kenyan', 'Jane Roe']
    """
    if len(words) > _LONGEST_STRETCH:
        return ()
    parts = [Word(match.start(), match.end(), match.group()) for match in re.finditer(r"[^ \u00a0]+", words)]
    parts = _trimmed(parts, opens)
    return tuple(_named(words, parts, extra_titles)) if parts else ()


def _trimmed(parts: list[Word], opens: bool) -> list[Word]:
    """The words without an opening article or common word, and without months and days at either end."""
    if (
        len(parts) > 1 and parts[0].text in ("The", "A", "An") and (parts[0].text, parts[1].text) != ("The", "Hague")
    ) or (opens and len(parts) > 1 and _opens_only(parts)):
        parts = parts[1:]
    while parts and _is_time(parts[0].text) and not (len(parts) > 1 and parts[-1].text in HEADS):
        parts = parts[1:]
    while parts and _is_time(parts[-1].text) and (len(parts) == 1 or parts[-2].text not in _DAY_NAMES):
        parts = parts[:-1]
    if len(parts) > 1 and parts[-1].text == "I" and is_common(parts[0].text):
        return []
    while len(parts) > 1 and _is_small(parts[0].text):
        parts = parts[1:]
    while parts and not (parts[0].text[0].isupper() or "-" in parts[0].text):
        parts = parts[1:]
    return parts


def _is_small(word: str) -> bool:
    return word == "See" or (CLOSED.get(word.lower()) in _SMALL_CLASSES and not (word.isupper() and len(word) > 1))


_SMALL_CLASSES = frozenset({"PREP", "SUB", "PRON", "AUX", "MODAL"})
"""Words that begin a name only in headlines."""
_DAY_NAMES = frozenset("Black Good Bloody Palm Ash Super Cyber Holy Easter Ruby Whit Maundy".split())


def _is_time(word: str) -> bool:
    return word in MONTHS or word in DAYS or word in SEASONS


def _opens_only(parts: list[Word]) -> bool:
    """Whether the first word has its capital only because a sentence begins with it."""
    first = parts[0].text
    if is_modifier(first) or first in TOPICS or first in HEADS:
        return False
    if _known_prefix([part.text for part in parts]):
        return False
    participle = first.endswith(("ing", "ed")) and _known_prefix([part.text for part in parts[1:]]) > 0
    return participle or is_common(first)


def _known_prefix(words: list[str]) -> int:
    """How many of the first words are one known place or body; 0 where none is."""
    for count in range(min(len(words), places.LONGEST), 0, -1):
        candidate = " ".join(words[:count])
        if candidate in places.known() or candidate in KNOWN:
            return count
    return 0


def _named(words: str, parts: list[Word], extra: frozenset[str]) -> list[Piece]:
    texts = [part.text for part in parts]
    whole = words[parts[0].start : parts[-1].end]
    simple = _simple(parts, whole)
    if simple is not None:
        return simple
    if is_numbered(whole):
        return []
    if all(is_modifier(text) or text in ("of", "the", "and") for text in texts):
        return []
    if any(text[0].isupper() and len(text) > 2 and CLOSED.get(text.lower()) in _SMALL_CLASSES for text in texts[1:]):
        return _only_known(parts)
    maker = next((at for at, text in enumerate(texts[:-1]) if text in MAKERS and texts[at + 1][-1:].isalnum()), None)
    if maker is not None and (not texts[-1].isalpha() or texts[-1].lower() == "max"):
        product = Piece(parts[maker].start, parts[-1].end, words[parts[maker].start : parts[-1].end], "product")
        return [*(_named(words, parts[:maker], extra) if maker else []), product]
    half = len(texts) // 2
    if half > 1 and texts[:half] == texts[half:]:
        return _named(words, parts[:half], extra) + _named(words, parts[half:], extra)
    prefix = 1 if _is_compound(texts[0]) else _prefix_before_title(texts, extra)
    if prefix:
        return _named(words, parts[:prefix], extra) + _named(words, parts[prefix:], extra)
    count = _title_words(texts, extra)
    if count:
        return _titled_person(words, parts, count)
    if _is_body(texts):
        if len(texts) > 2 and texts[1] == "of" and texts[0].lower() in OF_POSTS:
            return _named(words, parts[3 if texts[2] == "the" else 2 :], extra)
        return [Piece(parts[0].start, parts[-1].end, whole, "organisation")]
    known = _known_prefix(texts)
    if known and known < len(texts) and _stands_apart(texts, known):
        return _named(words, parts[:known], extra) + _named(words, parts[known:], extra)
    return [Piece(parts[0].start, parts[-1].end, whole, _type_by_words(texts))]


def _only_known(parts: list[Word]) -> list[Piece]:
    """The known places and bodies in words that are all capitalised, as a headline's are."""
    return [piece for part in parts if len(part.text) > 1 for piece in _named_word(part) if piece.type is not None]


def _simple(parts: list[Word], whole: str) -> list[Piece] | None:
    """Known places and bodies, designators, compounds with hyphens; null where the words need a closer look."""
    start, end = parts[0].start, parts[-1].end
    if whole in KNOWN:
        return [Piece(start, end, whole, "organisation", entity=KNOWN[whole])]
    if whole in places.known():
        return [Piece(start, end, whole, "place", entity=places.known()[whole])]
    if len(parts) == 1:
        return _single(parts[0])
    if parts[-1].text.isalpha() or len(parts) > _LONGEST_PRODUCT:
        return None
    if _DESIGNATOR.match(parts[-1].text) and not is_common(parts[0].text) and parts[0].text not in places.known():
        return [Piece(start, end, whole, "product")]
    return None


_LONGEST_PRODUCT = 3


_CONTRACTION = re.compile(r"['’]")
_BODIES = frozenset(
    "Treasury Parliament Senate Congress Cabinet Duma Knesset Bundestag Bundesrat Rajya Lok Storting Riksdag "
    "Cortes Politburo Interpol".split()
)


def _single(part: Word) -> list[Piece] | None:
    text = part.text
    lower = text.lower()
    stem = _CONTRACTION.split(lower, maxsplit=1)[0]
    if stem != lower and stem in CLOSED:
        return []
    if text in _BODIES:
        return [Piece(part.start, part.end, text, "organisation")]
    if text in NEVER or len(text) == 1 or lower in CLOSED or (lower in FORMS and lower.endswith(("ing", "ed"))):
        return []
    if any(char.isdigit() for char in text):
        return _with_digits(part)
    if _SPLIT.search(text):
        return _compound(part)
    return None


def _with_digits(part: Word) -> list[Piece]:
    if _GROUP_OF_STATES.match(part.text):
        return [Piece(part.start, part.end, part.text, "organisation")]
    if _DISEASE.match(part.text):
        return [Piece(part.start, part.end, part.text, "other")]
    if _EDITION.search(part.text):
        return [Piece(part.start, part.end, part.text, "event")]
    if _DESIGNATOR.match(part.text) and not part.text.startswith(("Q", "FY", "H1", "H2")):
        return [Piece(part.start, part.end, part.text, "product")]
    return []


def _compound(part: Word) -> list[Piece] | None:
    """The names in "London-based", "Kenya-Uganda"; null for a name with a hyphen of its own."""
    bits, at = [], part.start
    for bit in _SPLIT.split(part.text):
        bits.append(Word(at, at + len(bit), bit))
        at += len(bit) + 1
    if any(bit.text in places.known() or bit.text in KNOWN for bit in bits):
        found: list[Piece] = []
        for bit in bits:
            if bit.text[:1].isupper() and len(bit.text) > 1 and not is_common(bit.text):
                found += _named_word(bit)
        return found
    tail = _TAIL.search(part.text)
    if tail is None:
        return [] if all(is_common(bit.text) for bit in bits) else None
    head = part.text[: tail.start()]
    if len(head) < 2 or is_common(head) or not head[0].isupper():
        return []
    return _named_word(Word(part.start, part.start + len(head), head))


def _named_word(word: Word) -> list[Piece]:
    if word.text in KNOWN:
        return [Piece(*word, "organisation", entity=KNOWN[word.text])]
    if word.text in places.known():
        return [Piece(*word, "place", entity=places.known()[word.text])]
    return [] if word.text in NEVER else [Piece(*word, None)]


def _prefix_before_title(texts: list[str], extra: frozenset[str]) -> int:
    """How many words stand before a title that has a person's name after it ("Kenyan | Health Minister Jane Roe")."""
    if texts[-1] not in HEADS and not is_head(texts[0]):
        for at in range(1, len(texts) - 1):
            if texts[at] not in HEADS and _is_body(texts[:at]) and leading(texts[at:]):
                return at
    if _is_body(texts):
        return 0
    known = _known_prefix(texts)
    if known and known < len(texts):
        rest = texts[known:]
        if leading(rest) or all(is_modifier(text) for text in rest) or _title_words(rest, extra):
            return known
        if len(rest) > 1 and _type_by_words(rest) == "person":
            return known
        if len(rest) == 1 and _DESIGNATOR.match(rest[0]) and places.is_demonym(" ".join(texts[:known])):
            return known
    for at in range(1, len(texts) - 1):
        if texts[at - 1] in GIVEN or is_modifier(texts[at - 1]):
            return 0
        count = leading(texts[at:])
        if count and texts[-1] not in ("Jr", "Sr", "Jr.", "Sr."):
            return at
    return 0


def _title_words(texts: list[str], extra: frozenset[str]) -> int:
    """How many of the first words are titles, with what belongs to them ("Secretary of State")."""
    if texts[-1] in HEADS and texts[0].rstrip(".") not in ABBREVIATED:
        return 0
    for count in range(min(len(texts) - 1, 6), 0, -1):
        if " ".join(texts[:count]).casefold() in extra:
            return count
    count = leading(texts)
    if count == 0 and is_head(texts[0]) and len(texts) > 2 and texts[0].lower() in OF_POSTS:
        count = 1
    if count and count + 2 < len(texts) and texts[count] == "of" and texts[count - 1].lower() in OF_POSTS:
        after = count + 2 if texts[count + 1] != "the" else count + 3
        while after < len(texts) - 1 and (texts[after] in TOPICS or texts[after] == "and" or is_modifier(texts[after])):
            after += 1
        return min(after, len(texts) - 1)
    return count


def _titled_person(words: str, parts: list[Word], count: int) -> list[Piece]:
    title = words[parts[0].start : parts[count - 1].end]
    rest = parts[count:]
    name = words[rest[0].start : rest[-1].end]
    if name in ("of", "and", "for") or rest[0].text in ("of", "and", "for"):
        return []
    if name in places.known() and not is_head(parts[count - 1].text):
        return [Piece(parts[0].start, rest[-1].end, name, "place", entity=places.known()[name])]
    return [Piece(parts[0].start, rest[-1].end, name, "person", _single_titles(title))]


def _single_titles(title: str) -> tuple[str, ...]:
    """A row of titles taken apart after each rank or post that another one follows ("Health Minister | General")."""
    words = title.split()
    found: list[str] = []
    at = 0
    for number, word in enumerate(words[:-1]):
        following = words[number + 1]
        goes_on = following in ("of", "and", "for") or (bare(word) in _GO_ON and is_modifier(following))
        if is_head(word) and not goes_on and word.islower() == following.islower():
            found.append(" ".join(words[at : number + 1]))
            at = number + 1
        elif word in ("of", "and", "for"):
            break
    return (*found, " ".join(words[at:]))


_GO_ON = frozenset(
    "lieutenant lt major maj brigadier brig colonel chief deputy assistant petty staff lance flight secretary "
    "director attorney consul inspector surgeon general executive managing leader detective police first second "
    "vice academic head officer student".split()
)
"""Words that are titles by themselves and also begin longer ones ("Major General", "Chief Executive")."""


def _is_body(texts: list[str]) -> bool:
    last = texts[-1].rstrip(".")
    if " ".join(texts) in KNOWN:
        return True
    if len(texts) > 1 and (last in HEADS or any(text in ANYWHERE for text in texts)):
        return not (texts[0] in GIVEN and len(texts) == 2 and last not in COMPANY_ENDINGS)
    for small in ("of", "for", "on"):
        if small in texts and texts[0] != small:
            before = texts[texts.index(small) - 1]
            return before in HEADS and before not in places.HEADS
    return "&" in texts


def _is_compound(word: str) -> bool:
    """Whether a word is a name with a tail in small letters ("London-based")."""
    tail = _TAIL.search(word)
    return (
        tail is not None
        and tail.end() == len(word)
        and word[0].isupper()
        and (word[: tail.start()] in places.known() or word[: tail.start()] in FAITHS)
    )


def _stands_apart(texts: list[str], known: int) -> bool:
    """Whether the words after a known place are a name of their own ("Kenyan Jane Roe"), not part of one with it."""
    rest = texts[known:]
    return places.is_demonym(" ".join(texts[:known])) and (rest[0] in GIVEN or rest[0] in places.known())


_LONGEST_NAME = 4


def _type_by_words(texts: list[str]) -> NameKind | None:
    last = texts[-1]
    if len(texts) > 1 and (last in _EVENT_HEADS or texts[0] in ("Hurricane", "Typhoon", "Cyclone", "Operation")):
        return "event"
    if len(texts) > 1 and last in _WORK_HEADS:
        return "work"
    if len(texts) > 1 and (
        (last in places.HEADS and last not in ("Town", "City")) or texts[0].rstrip(".") in places.FIRST
    ):
        return "place"
    if len(texts) > 1 and texts[0] in GIVEN:
        return "person"
    if texts[0] in FAITHS or texts[-1] in FAITHS or texts[-1].endswith("ism"):
        return "other"
    if 1 < len(texts) <= _LONGEST_NAME and (_PARTICLES & set(texts) or re.fullmatch(r"[A-Z]\.", texts[0])):
        return "person" if all(_is_name_word(text) or text in _PARTICLES for text in texts) else None
    return None


_PARTICLES = frozenset("bin ibn bint ben van von der den de del da dos di du la le el al ter ten".split())


def _is_name_word(text: str) -> bool:
    return text[0].isupper() and not (text.isupper() and len(text) > 1 and text[1] != ".") and text[-1] != ")"
