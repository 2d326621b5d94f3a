"""What the pages share: the project behind a lock, the queue in order, and a mark that changes with the project."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.digests import digest_of
from factcheck.errors import FactcheckError
from factcheck.project import Project
from factcheck.reviewing.queue import EVERYTHING, Filter, Item, gathered, is_done_by
from factcheck.serving.comparing import Comparing
from factcheck.serving.judging import Judging
from factcheck.serving.waiting import Line, Place, Stats, Waiting, name_of, position

if TYPE_CHECKING:
    from factcheck.records.source import Source

WATCHED = 0.4
"""Seconds between two looks at the project's files."""
FEW = 4
"""Sources that are made known to the search at once."""
PAUSE = 0.03
"""Seconds between, in which pages that wait for the project get it: who gives a lock away may take it again first."""
REMEMBERED = 32
"""Orders and filters of the queue that are kept until something changes."""


class Board:
    """One project for all who are there. `mark` changes whenever anything does that a page may show."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._project = Project.find(root)
        self._lock = threading.RLock()
        self._stop = threading.Event()
        self._waiting = Waiting(self._project)
        self._place: Place | None = None
        self._queues: dict[tuple[object, ...], Line] = {}
        self._queues_of = 0
        self._sources: tuple[Stats, dict[str, Source]] = {}, {}
        self.comparing = Comparing(self._project, self._lock)
        self.judging = Judging(self._project.root)
        self._watched = False
        self.is_preparing = False
        """Whether sources are still being made known to the search, as after the start."""
        self.mark = ""
        self.fault = ""
        """Why the project cannot be read, where it cannot."""

    @contextmanager
    def project(self) -> Iterator[Project]:
        """The project, for one at a time; facts that are being made anew are shown as they were."""
        with self._lock, self._now():
            yield self._project

    def _now(self) -> AbstractContextManager[None]:
        """The project as of the last look at its files, where somebody looks all the time."""
        watched = self._place if self._watched else None
        return self._project.at_once(watched.mark if watched else "")

    def begin(self) -> None:
        """Look at the project once, so that the first page is as quick as any, and from now on again and again."""
        from factcheck.serving.rendering import environment

        for name in environment().list_templates(["html"]):
            environment().get_template(name)
        self._watched = self.is_preparing = True
        self.look()
        with suppress(FactcheckError, OSError):
            self.queue("worst")
        threading.Thread(target=self._watch, daemon=True, name="watch").start()

    def end(self) -> None:
        """Stop looking."""
        self._stop.set()
        self.comparing.end()
        self.judging.end()

    def _watch(self) -> None:
        with suppress(Exception):
            self._prepare()
        self.is_preparing = False
        with suppress(Exception):
            self.look()
        while not self._stop.wait(WATCHED):
            with suppress(Exception):
                self.look()

    def _prepare(self) -> None:
        """Make the sources known to the search; a few at a time, so that those who are there already need not wait."""
        for _ in range(0, len(self.sources()), FEW):
            with self.project() as project:
                project.search("", new=FEW)
            if self._stop.wait(PAUSE):
                return

    def look(self) -> None:
        """See whether files changed, by whomever; have sources compared anew where that is needed."""
        with self._lock:
            try:
                self._place = position(self._project)
                if self._watched:
                    self.comparing.look(self._place.mark)
                self.fault = ""
            except (FactcheckError, OSError) as error:
                self._place, self.fault = None, str(error)
            self._remark()

    def touch(self) -> None:
        """Let pages know at once that a decision was logged; whether sources are to be compared is seen to apart."""
        with self._lock, suppress(FactcheckError, OSError):
            self._place = position(self._project, self._place)
            self._remark()

    def _remark(self) -> None:
        place = self._place.mark if self._place else ""
        self.mark = digest_of(place, self.comparing.round, self.busy, self.fault)[:16]

    @property
    def busy(self) -> str:
        """What is being done, in a few words; empty where nothing is."""
        if self.comparing.is_busy:
            return "Comparing the sources …"
        return "Preparing the search …" if self.is_preparing else ""

    def place(self) -> str:
        """Where the project stands, by its files and by the facts that are shown."""
        return digest_of(self._seen().mark, self.comparing.round)

    def _seen(self) -> Place:
        """Where the project stands: as of the last look, where somebody looks all the time."""
        return self._place if self._place is not None and self._watched else position(self._project)

    def queue(self, order: str, wanted: Filter = EVERYTHING, reviewer: str | None = None) -> Line:
        """What waits, in an order; see `Project.queue`."""
        with self._lock, self._now():
            waiting = self._waiting
            waiting.refresh(self._seen())
            if waiting.round != self._queues_of:
                self._queues, self._queues_of = {}, waiting.round
            done = frozenset(name for name, item in waiting.half.items() if reviewer and is_done_by(reviewer, item))
            if order == "worst" and wanted == EVERYTHING and not done:
                return waiting.line()
            key = (order, done, *(tuple(getattr(wanted, name)) for name in wanted.__dataclass_fields__))
            if key not in self._queues:
                if len(self._queues) >= REMEMBERED:
                    self._queues.pop(next(iter(self._queues)))
                self._queues[key] = self._narrowed(order, wanted, reviewer, done)
            return self._queues[key]

    def _narrowed(self, order: str, wanted: Filter, reviewer: str | None, done: frozenset[str]) -> Line:
        if wanted.statuses:
            return Line(self._project.queue(order, wanted, reviewer=reviewer))
        items: Iterable[Item] = self._waiting.line().items
        if wanted != EVERYTHING:
            items = filter(wanted.lets, items)
        if done:
            items = (item for item in items if name_of(item) not in done)
        return Line(gathered(items, order))

    def sources(self) -> "dict[str, Source]":
        """The records of all sources by their ids."""
        with self._lock, self._now():
            seen = self._seen().sources
            if self._sources[0] != seen:
                self._sources = seen, {source.id: source for source in self._project.sources()}
            return self._sources[1]
