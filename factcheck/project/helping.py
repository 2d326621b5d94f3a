"""Help for those who write: what carries a sentence."""

from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.project.base import Progress
from factcheck.project.gate import STDIN, Gate

if TYPE_CHECKING:
    from factcheck.records.carrying import CiteReport


class Helping(Gate):
    """The part of a project that helps writers."""

    def cite(self, text: str, progress: Progress | None = None) -> "CiteReport":
        """What carries each sentence of a text, best first, ready to be cited; judged as the gate judges.

        Raises UsageError for an empty text or a project without sources.
        """
        from factcheck.gate.carrying import carried
        from factcheck.records.carrying import CiteReport

        if not text.strip():
            raise UsageError("give a sentence, or - to read it from standard input")
        bench = self.bench(progress)
        draft = self.draft_of(STDIN, text.encode("utf-8", "replace"), bench.shelf)
        return CiteReport(sentences=tuple(carried(draft, bench, self.standings, self.today)))
