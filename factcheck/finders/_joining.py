"""Which mentions name the same: short forms, spellings and acronyms joined to the fullest form in a document."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from factcheck.finders._capitals import is_common
from factcheck.language.bodies import COMPANY_ENDINGS, HEADS, TOPICS


@lru_cache(maxsize=20_000)
def sound_key(name: str) -> str:
    """A name with the spellings of transliteration folded: "Sergey" and "Sergei", "Kiev-" and "Kiyev" alike."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(char))
    plain = re.sub(r"[\s'’.‑-]+", "", plain)
    for old, new in _FOLDS:
        plain = plain.replace(old, new)
    return re.sub(r"(.)\1", r"\1", plain)


_FOLDS = (
    ("yy", "i"), ("iy", "i"), ("ij", "i"), ("ey", "i"), ("ei", "i"), ("ai", "i"), ("ay", "i"), ("y", "i"), ("ks", "x"),
    ("kh", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ph", "f"), ("ck", "k"), ("th", "t"), ("d", "t"), ("dj", "j"),
    ("mm", "m"), ("ie", "i"), ("c", "k"), ("q", "k"), ("w", "v"),
)  # fmt: skip
_LEAST_KEY = 4


ShortForms = Callable[[str], tuple[set[str], set[str]]]
"""Given a full name: the forms that stand for it anywhere, and those that do so only after a title."""


class Joiner:
    """Joins the names of one document; built from every name with its type, in order of first mention."""

    def __init__(self, people: Iterable[str], others: Iterable[str], acronyms: Mapping[str, str]) -> None:
        self._acronyms = acronyms
        self._people = _Register(_person_short_forms)
        self._others = _Register(_body_short_forms)
        for register, names in ((self._people, people), (self._others, others)):
            for name in sorted(dict.fromkeys(names), key=lambda one: (-len(one.split()), one.isupper())):
                register.add(name)

    def person(self, name: str, titled: bool) -> str | None:
        """The fullest form of a person's name; null where the document has none, or more than one."""
        return self._people.entity(name, loosely=titled)

    def other(self, name: str) -> str:
        """The fullest form of any other name."""
        full = self._acronyms.get(name)
        if full:
            return full
        return self._others.entity(name, loosely=True) or name


class _Register:
    def __init__(self, short_forms: ShortForms) -> None:
        self._short_forms = short_forms
        self._full: dict[str, str] = {}
        self._by_key: dict[str, str] = {}
        self._short: dict[str, list[str]] = {}
        self._loose: dict[str, list[str]] = {}

    def add(self, name: str) -> None:
        if name in self._full:
            return
        own = self.entity(name, loosely=False) if len(name.split()) > 1 else None
        if own is None and (name in self._short or name in self._loose):
            return
        if own is None:
            own = name
            strict, loose = self._short_forms(name)
            for form in strict:
                self._short.setdefault(form, []).append(own)
            for form in loose:
                self._loose.setdefault(form, []).append(own)
        self._full[name] = own
        key = sound_key(name)
        if len(key) >= _LEAST_KEY:
            self._by_key.setdefault(key, own)

    def entity(self, name: str, loosely: bool) -> str | None:
        known = self._full.get(name)
        if known is not None:
            return known
        for forms in (self._short, self._loose) if loosely else (self._short,):
            full = forms.get(name)
            if full:
                return full[0] if len(full) == 1 else None
        return self._by_key.get(sound_key(name))


def _person_short_forms(name: str) -> tuple[set[str], set[str]]:
    """Forms that stand for a person anywhere, and those that do so only after a title."""
    words = name.split()
    if len(words) < 2:
        return set(), set()
    strict = {" ".join(words[at:]) for at in range(1, len(words))}
    if len(words) > 2:
        strict.add(f"{words[0]} {words[-1]}")
    loose = {" ".join(words[:at]) for at in range(1, len(words))}
    return strict, loose - strict


def _body_short_forms(name: str) -> tuple[set[str], set[str]]:
    words = name.split()
    strict: set[str] = set()
    if "of" not in words and len(words) > 2:
        strict |= {" ".join(words[at:]) for at in range(1, len(words) - 1)}
    while len(words) > 1 and _may_be_left_out(words[-1].rstrip(".,")):
        words = words[:-1]
        short = " ".join(words).rstrip(",")
        if not is_common(short):
            strict.add(short)
    first = name.split()[0]
    loose = {first} if " " in name and len(first) >= _LEAST_KEY and not is_common(first) else set()
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    if _SHORTEST_ACRONYM <= len(letters) <= _LONGEST_ACRONYM:
        strict.add(letters)
    return strict, loose - strict


_SHORTEST_ACRONYM = 3


def _may_be_left_out(word: str) -> bool:
    return word in COMPANY_ENDINGS or word in HEADS or word in TOPICS or word in ("Town", "City", "Healthcare")


def spells(acronym: str, name: str) -> bool:
    """Whether an acronym's letters are those that begin the name's words, a known body's name before it left out.

    >>> spells("OCHA", "United Nations Office for the Coordination of Humanitarian Affairs")
    True
    """
    words = name.split()
    return any(_spells(acronym, " ".join(words[at:])) for at in range(min(len(words), _LEFT_OUT)))


_LEFT_OUT = 4


def _spells(acronym: str, name: str) -> bool:
    letters = [char for char in acronym.upper() if char.isalpha()]
    words = [word for word in re.split(r"[\s‑-]+", name) if word]
    if len(letters) < 2 or len(letters) > _LONGEST_ACRONYM or len(words) < 2:
        return False
    at = 0
    for word in words:
        if at < len(letters) and word[0].upper() == letters[at]:
            at += 1
        elif word[0].isupper() and word.lower() not in ("the",) and at == 0:
            return False
    return at == len(letters)


_LONGEST_ACRONYM = 10
