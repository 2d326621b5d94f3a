"""What a pronoun stands for, where only one thing can be meant."""

from collections.abc import Iterable

from factcheck.records.mention import NameMention

_PERSONAL = frozenset("he she him her his".split())


class Memory:
    """The names of the last sentences, and the last subject."""

    def __init__(self) -> None:
        self._before: list[NameMention] = []
        self._here: list[NameMention] = []
        self._start = 0
        self._subject: str | None = None
        self._bodies: set[str] = set()

    def forget(self) -> None:
        """Another part of the text begins."""
        self._before, self._here, self._subject = [], [], None

    def enter(self, start: int, names: Iterable[NameMention]) -> None:
        """Goes on to the sentence that begins at `start`."""
        self._start = start
        self._before = self._here or self._before
        self._here = list(names)
        self._bodies = {name.entity for name in self._here if name.type in ("organisation", "place")}

    def acted(self, subject: str | None) -> None:
        """The last subject: a body's or a place's name of this sentence, or none."""
        self._subject = subject if subject is not None and subject in self._bodies else None

    def resolve(self, pronoun: str, at: int) -> str | None:
        """The person whom "he" or "she", or the body that "it" stands for at a place in the sentence."""
        if pronoun in _PERSONAL:
            near = [name for name in self._here if name.end <= self._start + at]
            people = {name.entity for name in (*self._before, *near) if name.type == "person"}
            return people.pop() if len(people) == 1 else None
        return self._subject if pronoun in ("it", "its") else None
