"""What the pages share: the project behind a lock, the queue in order, and a mark that changes with the project."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from factcheck.digests import digest_of
from factcheck.errors import FactcheckError
from factcheck.project import Project
from factcheck.reviewing.queue import EVERYTHING, Filter, Item, is_done_by, ordered
from factcheck.serving.comparing import Comparing
from factcheck.serving.waiting import Waiting, position

WATCHED = 0.4
"""Seconds between two looks at the project's files."""
REMEMBERED = 8
"""Orders and filters of the queue that are kept until something changes."""


class Board:
    """One project for all who are there. `mark` changes whenever anything does that a page may show."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._project = Project.find(root)
        self._lock = threading.RLock()
        self._stop = threading.Event()
        self._waiting = Waiting(self._project)
        self._queues: dict[tuple[object, ...], tuple[Item, ...]] = {}
        self._queues_of = ""
        self.comparing = Comparing(self._project, self._lock)
        self._watched = False
        self.mark = ""
        self.fault = ""
        """Why the project cannot be read, where it cannot."""

    @contextmanager
    def project(self) -> Iterator[Project]:
        """The project, for one at a time; facts that are being made anew are shown as they were."""
        with self._lock:
            yield self._project

    def begin(self) -> None:
        """Look at the project once, and from now on again and again."""
        self._watched = True
        self.look()
        threading.Thread(target=self._watch, daemon=True, name="watch").start()

    def end(self) -> None:
        """Stop looking."""
        self._stop.set()
        self.comparing.end()

    def _watch(self) -> None:
        with suppress(Exception):
            self.queue("worst")
        while not self._stop.wait(WATCHED):
            with suppress(Exception):
                self.look()

    def look(self) -> None:
        """See whether files changed, by whomever; have sources compared anew where that is needed."""
        try:
            place = position(self._project)
            if self._watched:
                self.comparing.look(place)
            self.fault = ""
        except FactcheckError as error:
            place, self.fault = "", str(error)
        self.mark = digest_of(digest_of(place, self.comparing.round), self.comparing.is_busy, self.fault)[:16]

    def touch(self) -> None:
        """Let pages know at once that a decision was logged; whether sources are to be compared is seen to apart."""
        with suppress(FactcheckError, OSError):
            self.mark = digest_of(self.place(), self.comparing.is_busy, self.fault)[:16]

    def place(self) -> str:
        """Where the project stands now, by its files and by the facts that are shown."""
        return digest_of(position(self._project), self.comparing.round)

    def queue(self, order: str, wanted: Filter = EVERYTHING, reviewer: str | None = None) -> tuple[Item, ...]:
        """What waits, in an order; see `Project.queue`."""
        with self._lock:
            place = self._waiting.refreshed()
            if place != self._queues_of:
                self._queues, self._queues_of = {}, place
            key = (order, reviewer, *(tuple(getattr(wanted, name)) for name in wanted.__dataclass_fields__))
            if key not in self._queues:
                if len(self._queues) >= REMEMBERED:
                    self._queues.pop(next(iter(self._queues)))
                self._queues[key] = self._narrowed(order, wanted, reviewer)
            return self._queues[key]

    def _narrowed(self, order: str, wanted: Filter, reviewer: str | None) -> tuple[Item, ...]:
        if wanted.statuses:
            return self._project.queue(order, wanted, reviewer=reviewer)
        items: Iterable[Item] = self._waiting.worst_first()
        if wanted != EVERYTHING:
            items = (item for item in items if wanted.lets(item))
        if order == "worst":
            return tuple(item for item in items if reviewer is None or not is_done_by(reviewer, item))
        return ordered(items, order, reviewer)


def neighbours(items: tuple[Item, ...], kind: str, id: str) -> tuple[int, Item | None, Item | None]:
    """The place of a thing in a queue, with the ones before and after it; -1 where it is not there."""
    for place, item in enumerate(items):
        if item.id == id and item.kind == kind:
            before = items[place - 1] if place else None
            return place, before, items[place + 1] if place + 1 < len(items) else None
    return -1, None, items[0] if items else None
