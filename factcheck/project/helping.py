"""Help for those who write: what carries a sentence, and what would make a draft right."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.project.base import Progress
from factcheck.project.gate import STDIN, Gate

if TYPE_CHECKING:
    from factcheck.records.carrying import CiteReport
    from factcheck.records.gate import GateReport


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

    def suggest(
        self, files: Sequence[Path | str], policy: str | None = None, progress: Progress | None = None
    ) -> "tuple[GateReport, str]":
        """The report on drafts, and a patch of what is suggested for them, to be read; no file is changed.

        Paths in the patch are those below the current folder. Raises as `gate` does.
        """
        from factcheck.gate.patching import patch
        from factcheck.gate.reports import judged
        from factcheck.gate.sourcing import Shelf
        from factcheck.gate.suggesting import suggested

        name, rules = self.gate_policy(policy)
        drafts = self.judge(files, progress)
        shelf = Shelf(self.sources())
        parts = []
        for draft in drafts:
            characters = _characters(draft.draft.file, self._read_drafts[draft.draft.file])
            found = suggested(draft, shelf, characters)
            parts.append(patch(_below(draft.draft.file), characters, found))
        return judged(drafts, name, rules), "".join(parts)


def _characters(file: str, data: bytes) -> str | None:
    """The characters of a draft that a patch can change: null for files without lines, and those not in UTF-8."""
    from factcheck.reading import characters_of

    known = characters_of("draft.md" if file == STDIN else file, data)
    return known if known is not None and known.encode("utf-8", "replace") == data else None


def _below(file: str) -> str:
    path = Path("stdin.md" if file == STDIN else file).absolute()
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.name
