"""What every part of a project shares: its folder, its index, its records, its settings."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError, ProjectError
from factcheck.store import files
from factcheck.store.index import Index
from factcheck.store.layout import Layout

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.records.review import Decision
    from factcheck.reviewing.history import Ledger
    from factcheck.store.log import Log
    from factcheck.store.records import Records
    from factcheck.store.verifying import Verification

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
        self.fixed_today: str | None = None
        self.fixed_config: Config | None = None
        self.stays = False
        """Whether it is to judge drafts again and again, and so holds what they are judged by."""
        self.notices: list[str] = []
        """What was met on the way that a person should be told, one sentence each."""
        if files.left_by_the_dead(self.layout.lock):
            self._go_on()

    def _go_on(self) -> None:
        """Finish or clear away what a writer left that died; one that is still at work is let be."""
        with suppress(FactcheckError), files.locked(self.layout.lock, patience=0):
            self._log.refresh()
            if self._log.torn is not None:
                self._torn(self._log.set_aside())

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
        """The settings, as they stand, or as they were fixed; raises RecordError for a malformed file."""
        from factcheck.store import settings

        return self.fixed_config or settings.load(self.layout.config)

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

    @property
    def today(self) -> str:
        """The day that deadlines and approvals are judged by, as it was fixed, or as it is."""
        return self.fixed_today or self.clock().date().isoformat()

    @cached_property
    def _log(self) -> "Log":
        from factcheck.store.log import Log

        return Log(self.layout.log, LOG)

    @property
    def ledger(self) -> "Ledger":
        """The review log by subject, as it stands; raises RecordError for a line that is no decision.

        A last line that a crash cut off is set aside, and a notice says so.
        """
        ledger = self._log.refresh()
        if self._log.torn is None:
            return ledger
        try:
            with files.locked(self.layout.lock):
                self._torn(self._log.set_aside())
        except ProjectError:
            self._notice(f"The last line of {LOG} was cut off while it was written; it is left out.")
        return self._log.ledger

    def decisions(self) -> "tuple[Decision, ...]":
        """The review log, in order; raises RecordError for a line that is no decision."""
        return tuple(self.ledger.decisions)

    def verify_log(self, since: str | None = None) -> "Verification":
        """Whether every line of the review log is as it was written, and where.

        `since` is a git revision: what it held and is not there any more is told too. Raises UsageError for one that
        git does not know.
        """
        from dataclasses import replace

        from factcheck.store import verifying

        found = verifying.verify(self.layout.log, LOG)
        return replace(found, gone=verifying.since(self.layout.log, LOG, self.root, since)) if since else found

    def _torn(self, torn: str | None) -> None:
        if torn is not None:
            self._notice(f"The last line of {LOG} was cut off while it was written; it was set aside in {LOG}.torn.")

    def _notice(self, sentence: str) -> None:
        if sentence not in self.notices:
            self.notices.append(sentence)

    def draft(
        self, kind: str, subject: str, question: str, answer: str, by: str, why: Any, seen: str, shown: Any, **more: Any
    ) -> "Decision":
        """A decision of this moment that has no place in the log yet; `more` are further fields of the record."""
        from factcheck.records.review import Decision

        said = {"subject_kind": kind, "subject": subject, "question": question, "answer": answer, "by": by}
        made = {"at": self.moment(), "why": why or None, "seen": seen, "shown": tuple(shown), "digest": "0" * 64}
        return Decision.model_validate({**said, **made, **more})

    def decide(self, drafts: "Sequence[Decision]", beside: Sequence[tuple[Path, bytes]] = ()) -> "tuple[Decision, ...]":
        """Write decisions to the log, in their order, and give them as they were written.

        `beside` are files that are written with them: all of it, or nothing.
        """
        with files.locked(self.layout.lock):
            self._log.refresh()
            if self._log.torn is not None:
                self._torn(self._log.set_aside())
            return self._log.append(drafts, beside)
