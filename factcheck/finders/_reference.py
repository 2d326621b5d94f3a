"""What a pronoun stands for, where only one thing can be meant."""

from collections.abc import Iterable

from factcheck.records.mention import NameMention

_PERSONAL = frozenset("he she him her his".split())


class Memory:
    """The names of the last sentences, and the last subject."""

    def __init__(self) -> None:
        self._before: list[NameMention] = []
        self._here: list[NameMention] = []
        self._people: list[tuple[int, str]] = []
        """The first two people of both, each with where its name ends: those of before anywhere, at 0."""
        self._start = 0
        self._subject: str | None = None
        self._bodies: set[str] = set()

    def forget(self) -> None:
        """Another part of the text begins."""
        self._before, self._here, self._people, self._subject = [], [], [], None

    def enter(self, start: int, names: Iterable[NameMention]) -> None:
        """Goes on to the sentence that begins at `start`."""
        self._start = start
        self._before = self._here or self._before
        self._here = list(names)
        people = {name.entity: 0 for name in self._before if name.type == "person"}
        for name in self._here:
            if name.type == "person" and len(people) <= 1:
                people.setdefault(name.entity, name.end)
        self._people = [(end, entity) for entity, end in people.items()]
        self._bodies = {name.entity for name in self._here if name.type in ("organisation", "place")}

    def acted(self, subject: str | None) -> None:
        """The last subject: a body's or a place's name of this sentence, or none."""
        self._subject = subject if subject is not None and subject in self._bodies else None

    def resolve(self, pronoun: str, at: int) -> str | None:
        """The person whom "he" or "she", or the body that "it" stands for at a place in the sentence."""
        if pronoun in _PERSONAL:
            people = [entity for end, entity in self._people[:2] if end <= self._start + at]
            return people[0] if len(people) == 1 else None
        return self._subject if pronoun in ("it", "its") else None
