"""Which source a citation means: by its id, its address, its title, or its author and year."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from factcheck.gate.answers import only
from factcheck.gate.citations import Cite
from factcheck.language.folding import fold
from factcheck.records.source import Source

ALIKE = 92
"""Likeness, in percent, from which two titles are one."""
TELLING = 14
"""Letters of a title that are enough to know it by where the rest, or a subtitle, is left out."""

_SMALL = frozenset({"the", "and", "of"})
"""Words that are left out of a name."""
_PLAIN = re.compile(r"[^a-z0-9]+")
_SCHEME = re.compile(r"^[a-z]+://(?:www\.)?", re.I)


class Shelf:
    """The project's sources, to be looked up as people cite them."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.sources: Mapping[str, Source] = {source.id: source for source in sources}

    def resolve(self, cite: Cite) -> str | None:
        """The id of the source that is cited; null where there is none, or where several could be meant."""
        for found in (self._by_key(cite.key), self._by_address(cite.url), self._by_work(cite)):
            if found is not None:
                return found
        return None

    def author_of(self, key: str) -> str | None:
        """Whose work a source is, as a sentence names them: its authors, else who published it."""
        found = self._by_key(key)
        if found is None:
            return None
        source = self.sources[found]
        names = [str(name) for name in source.author]
        if len(names) > 2:
            return f"{names[0]} and others"
        return " and ".join(names) or source.publisher or source.container_title or source.title

    def named_in(self, text: str) -> frozenset[str]:
        """The sources of which a text gives the address, the id or the title."""
        plain = f" {_PLAIN.sub(' ', fold(text))} "
        found = {id for title, id in self._titles if len(title) >= TELLING and f" {title} " in plain}
        found |= {id for id in re.findall(r"(?<![a-z0-9])[a-z0-9]++(?:-[a-z0-9]++)+", text) if id in self.sources}
        for address in re.findall(r"https?://[^\s<>\"]+", text):
            named = self._by_address(address)
            found |= {named} if named else set()
        return frozenset(found)

    def names_of(self, id: str) -> frozenset[str]:
        """The names, folded, by which a text speaks of a source: its authors, publisher and periodical."""
        source = self.sources[id]
        said = [*map(str, source.author), source.publisher or "", source.container_title or ""]
        families = [name.family for name in source.author if name.family]
        return frozenset(_plain(name) for name in (*said, *families) if name)

    def _by_key(self, key: str | None) -> str | None:
        if not key:
            return None
        if key in self.sources:
            return key
        return self._ids.get(_PLAIN.sub("-", key.lower()).strip("-"))

    def _by_address(self, url: str | None) -> str | None:
        return self._addresses.get(_address(url)) if url else None

    def _by_work(self, cite: Cite) -> str | None:
        work = cite.work
        if work is None:
            return None
        titled = self._titled(_plain(work.title)) if work.title else ()
        if titled:
            dated = [id for id in titled if _one_time(work.date, self.sources[id].issued)]
            return only(dated or titled)
        if work.author is None and work.publisher is None:
            return None
        if work.title is not None and not work.author:
            return None
        return self._by_author(work.author or work.publisher or "", work.date, work.title)

    def _titled(self, title: str) -> Sequence[str]:
        """The sources of a title, also where a subtitle is left out or a few letters differ."""
        from rapidfuzz import fuzz

        same = [id for known, id in self._titles if known == title]
        if same or len(title) < TELLING:
            return same
        longer = [id for known, id in self._titles if _begins(known, title) or _begins(title, known)]
        return longer or [id for known, id in self._titles if fuzz.ratio(known, title) >= ALIKE]

    def _by_author(self, author: str, date: str | None, title: str | None) -> str | None:
        """The only source of an author's in a year; a title that is another's is none of it."""
        if date is None or title is not None:
            return None
        wanted = set(_plain(author).split()) - _SMALL
        found = []
        for id, source in self.sources.items():
            same_time = _one_time(date, source.issued) and source.issued is not None
            if same_time and any(_is_called(wanted, name) for name in self.names_of(id)):
                found.append(id)
        return only(found)

    @cached_property
    def _ids(self) -> dict[str, str]:
        return {id: id for id in self.sources}

    @cached_property
    def _addresses(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for id, source in self.sources.items():
            for url in (source.url, source.archived.url if source.archived else None):
                if url:
                    found.setdefault(_address(url), id)
        return found

    @cached_property
    def _titles(self) -> list[tuple[str, str]]:
        return [(_plain(source.title), id) for id, source in self.sources.items()]


def _plain(words: str) -> str:
    return _PLAIN.sub(" ", fold(words)).strip()


def _address(url: str) -> str:
    """An address without what differs between copies of it: scheme, "www.", anchor, closing stroke."""
    return _SCHEME.sub("", url.partition("#")[0].strip()).rstrip("/.,;)").lower()


def _is_called(wanted: set[str], name: str) -> bool:
    """Whether words name an author: all of the name, a part of it, or its initials."""
    words = [word for word in name.split() if word not in _SMALL]
    initials = "".join(word[0] for word in words)
    return bool(words and wanted) and (wanted.issuperset(words) or wanted.issubset(words) or wanted == {initials})


def _begins(longer: str, shorter: str) -> bool:
    return len(shorter) >= TELLING and longer.startswith(f"{shorter} ")


def _one_time(one: str | None, other: str | None) -> bool:
    """Whether two dates, as far as they are known, may be one."""
    return not one or not other or one.startswith(other) or other.startswith(one)
