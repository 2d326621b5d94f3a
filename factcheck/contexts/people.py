"""Who a document means by a name, and whether two speakers are one."""

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.checking import Study
from factcheck.contexts.places import within
from factcheck.contexts.spellings import plain
from factcheck.language.titles import HONORIFICS, bare, is_head, leading
from factcheck.records.mention import NameMention

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_PARTICLES = frozenset("de da do dos von van der den di del la le al el bin ibn abu ben".split())


def names_in(study: Study) -> Sequence[NameMention]:
    """The names of a document, in order of place."""
    return study.seen(NameMention)


def names_within(study: Study, start: int, end: int) -> list[NameMention]:
    """The names that lie in `text[start:end]`, found without looking at the others."""
    return within(study.seen(NameMention), start, end)


def full_name(study: Study, name: str) -> str:
    """The fullest form that the document gives of a name; the name itself where it gives no other."""
    plain = without_title(name)
    if plain in study.entities:
        return study.entities[plain]
    longer = [known for known in study.people.get(surname(plain), ()) if is_full_person(known)]
    return longer[0] if len(longer) == 1 and " " not in plain else plain


@lru_cache(maxsize=8192)
def without_title(name: str) -> str:
    """ "Deputy Minister Jane Roe" and "the critic Jane Roe" as "Jane Roe"."""
    words = name.removesuffix("’s").removesuffix("'s").split()
    first = next((place for place, word in enumerate(words) if not word.islower() or word in _PARTICLES), 0)
    words = words[first:] if len(words) - first > 1 else words
    return " ".join(words[leading(words) :])


@lru_cache(maxsize=8192)
def surname(name: str) -> str:
    """The last word of a name, in lower case."""
    words = _WORD.findall(without_title(name))
    return words[-1].lower().removesuffix("'s").removesuffix("’s") if words else ""


@lru_cache(maxsize=8192)
def is_full_person(name: str) -> bool:
    """Whether it reads like a person's full name: two to five words, capitalised but for particles."""
    words = without_title(name).split()
    return 2 <= len(words) <= 5 and all(word[:1].isupper() or word.lower() in _PARTICLES for word in words)


def one_speaker(study: Study, one: str | None, other_study: Study, other: str | None) -> bool | None:
    """Whether two speakers are one person or body: true, false, or null where that is open.

    False only for two people whose full names either document gives, and which share no word but titles.
    """
    if not one or not other:
        return None
    first, second = full_name(study, one), full_name(other_study, other)
    first, second = full_name(other_study, first), full_name(study, second)
    if first.lower() == second.lower():
        return True
    mine, theirs = _parts(first), _parts(second)
    if is_full_person(first) and is_full_person(second):
        if surname(first) == surname(second):
            return True if first[0] == second[0] else None
        return len((mine & theirs) - _PARTICLES) >= 2
    if surname(first) == surname(second) or mine <= theirs or theirs <= mine:
        return True
    sure = _is_known(study, one, first) and _is_known(other_study, other, second)
    return False if sure and not mine & theirs else None


def _parts(name: str) -> set[str]:
    """The words of a name without accents, a double name as two."""
    return {part for word in _WORD.findall(plain(name)) for part in word.split("-")}


def _is_known(study: Study, name: str, full: str) -> bool:
    """Whether a speaker is told by a full name, or by a title and a surname ("Mr Berg"), at that place or another."""
    if is_full_person(full):
        return True
    words = name.split()
    titled = leading(words) == len(words) - 1 if len(words) > 1 else _is_titled(study, name)
    return titled and words[-1][:1].isupper() and not is_head(words[-1])


def _is_titled(study: Study, surname: str) -> bool:
    """Whether a document gives a surname a title that only a person has: "Ms Berg"."""
    return any(
        item.name == surname and item.type == "person" and any(bare(title) in HONORIFICS for title in item.titles)
        for item in names_in(study)
    )
