"""What every part of a project shares: its folder, its index, its records, its settings."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.store import files
from factcheck.store.index import Index
from factcheck.store.layout import Layout

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.records.review import Decision
    from factcheck.store.log import Verification
    from factcheck.store.records import Records

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and of how many."""

Clock = Callable[[], datetime]


def now() -> datetime:
    """The time, with its zone."""
    return datetime.now().astimezone()


LOG = "claims/decisions.jsonl"


class Base:
    """A project in a folder. Reading takes no lock; what writes waits for other writers."""

    def __init__(self, root: Path, clock: Clock = now) -> None:
        self.root = root
        self.layout = Layout(root)
        self.clock = clock
        self.notices: list[str] = []
        """What was met on the way that a person should be told, one sentence each."""

    @cached_property
    def index(self) -> Index:
        """The derived index, opened when first needed."""
        return Index(self.layout.index)

    @cached_property
    def records(self) -> "Records":
        """The records on disk."""
        from factcheck.store.records import Records

        return Records(self.layout, self.index)

    @property
    def config(self) -> "Config":
        """The settings, as they stand; raises RecordError for a malformed file."""
        from factcheck.store import settings

        return settings.load(self.layout.config)

    @property
    def fail_on(self) -> str:
        """At which verdict a check fails, by the settings; cheap, for when all else is known already."""
        import tomllib

        try:
            return str(tomllib.loads(self.layout.config.read_text("utf-8-sig"))["policy"]["fail_on"])
        except (KeyError, TypeError, ValueError, OSError):
            return self.config.policy.fail_on

    def moment(self) -> str:
        """The time as records give it."""
        return self.clock().isoformat(timespec="seconds")

    def decisions(self) -> "tuple[Decision, ...]":
        """The review log, in order; raises RecordError for a line that is no decision."""
        from factcheck.store import log

        reading = log.read(self.layout.log, LOG)
        if reading.torn:
            self._notice(f"The last line of {LOG} was cut off while it was written; it is left out.")
        return reading.decisions

    def verify_log(self) -> "Verification":
        """Whether every line of the review log is as it was written, and where."""
        from factcheck.store import log

        return log.verify(self.layout.log, LOG)

    def _notice(self, sentence: str) -> None:
        if sentence not in self.notices:
            self.notices.append(sentence)

    def draft(
        self, kind: str, subject: str, question: str, answer: str, by: str, why: Any, seen: str, shown: Any
    ) -> "Decision":
        """A decision of this moment that has no place in the log yet."""
        from factcheck.records.review import Decision

        said = {"subject_kind": kind, "subject": subject, "question": question, "answer": answer, "by": by}
        return Decision.model_validate(
            {**said, "at": self.moment(), "why": why or None, "seen": seen, "shown": tuple(shown), "digest": "0" * 64}
        )

    def decide(self, drafts: "Sequence[Decision]") -> None:
        """Write decisions to the log, in their order."""
        from factcheck.store import log

        with files.locked(self.layout.lock):
            _, torn = log.append(self.layout.log, LOG, drafts)
        if torn:
            self._notice(f"The last line of {LOG} was cut off while it was written; it was set aside in {LOG}.torn.")
