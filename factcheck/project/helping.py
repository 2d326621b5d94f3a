"""Help for those who write: what carries a sentence, and what would make a draft right, what changed since."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import RecordError, UsageError
from factcheck.project.base import LOG, Progress
from factcheck.project.gate import Gate
from factcheck.project.judging import STDIN, characters_of

if TYPE_CHECKING:
    from factcheck.gate.facts import Said
    from factcheck.gate.reports import Ruled
    from factcheck.gate.since import Changes
    from factcheck.records.carrying import Carried, CiteReport
    from factcheck.records.gate import GateReport


class Helping(Gate):
    """The part of a project that helps writers."""

    def cite(self, text: str, include: Iterable[str] = (), progress: Progress | None = None) -> "CiteReport":
        """What carries each sentence of a text, best first, ready to be cited; judged as the gate judges.

        Sources that may not be published are left out unless `include` names them. Raises UsageError for an empty
        text, an unknown source, or a project without sources.
        """
        from factcheck.gate.carrying import carried
        from factcheck.records.carrying import CiteReport

        if not text.strip():
            raise UsageError("give a sentence, or - to read it from standard input")
        closed = frozenset(one.id for one in self.withheld(include))
        bench = self.bench(progress)
        draft = self.draft_of(STDIN, text.encode("utf-8", "replace"), bench.shelf)
        found = [
            _open(one, closed) for one in carried(draft, bench, self.approvals(progress), self.standings, self.today)
        ]
        if left := sum(number for _, number in found):
            told = "1 source" if left == 1 else f"{left} sources"
            self._notice(f"{told} that may not be published left out; --include ID shows them")
        return CiteReport(sentences=tuple(one for one, _ in found))

    def suggest(
        self,
        files: Sequence[Path | str],
        policy: str | None = None,
        include: Iterable[str] = (),
        progress: Progress | None = None,
    ) -> "tuple[GateReport, str]":
        """The report on drafts, and a patch of what is suggested for them, to be read; no file is changed.

        Paths in the patch are those below the current folder. Nothing is suggested from sources that may not be
        published, unless `include` names them. Raises as `gate` does.
        """
        from factcheck.gate.patching import patch
        from factcheck.gate.publishing import agreed
        from factcheck.gate.reports import SETTLED, ruled

        name, rules = self.gate_policy(policy)
        closed, given = frozenset(one.id for one in self.withheld(include)), self._given(files)
        found, without = self.found_in(given, closed, progress)
        drafts, parts = self._ruled(found, self.approvals(progress)), []
        for file, (whole, rulings), other in zip(given, drafts, without, strict=True):
            settled = {
                one.start for one, (own, _) in zip(whole.statements, rulings, strict=True) if own.state in SETTLED
            }
            open_ = (one for one in other.statements if one.start in agreed(whole, other) - settled)
            characters = characters_of(*file)
            parts.append(patch(_below(file[0]), characters, [one for own in open_ for one in own.suggested]))
        return ruled(drafts, name, rules), "".join(parts)

    def gate_since(
        self,
        files: Sequence[Path | str],
        revision: str,
        policy: str | None = None,
        include: Iterable[str] = (),
        progress: Progress | None = None,
    ) -> "GateReport":
        """Judge what changed in drafts since a revision of git, and what rests on evidence or approvals that did.

        Never publishable: not the whole drafts are judged. Raises UsageError where git or the revision is not there,
        and for standard input; else as `gate` does.
        """
        from factcheck.gate.since import narrowed
        from factcheck.store import revisions

        if STDIN in map(str, files):
            raise UsageError("--changed-since compares files with what git holds; name the draft's file")
        changes = self._changes(revisions.known(self.root, revision), progress)
        befores = iter([self._said_before(str(file), revision) for file in files])

        def part(draft: "Ruled") -> "Ruled":
            return narrowed(*draft, next(befores), changes)

        told = f"Not the whole draft was judged, only what changed since {revision}: that does not make it publishable."
        return self.gate_report(files, policy, include, progress, part).but(reason=told)

    def _said_before(self, file: str, revision: str) -> "Said | None":
        """What a draft said at a revision of git; null where it was not there."""
        from factcheck.store import revisions

        path = Path(file).resolve()
        old = revisions.contents(path, revisions.known(path.parent, revision))
        return self.said_in(file, old) if old is not None and old.strip() else None

    def _changes(self, revision: str, progress: Progress | None) -> "Changes":
        """What changed in the project since a revision."""
        from factcheck.gate.since import Changes
        from factcheck.store import revisions

        names = revisions.changed(self.root, revision)
        touched = {name.split("/")[1].split(".")[0] for name in names if re.fullmatch(r"sources/[^/]+", name)}
        altered = {id for id in touched if revisions.contents(self.layout.sources / f"{id}.yaml", revision) is not None}
        files = {
            name.split("/")[1].removesuffix(".yaml") for name in names if re.fullmatch(r"claims/[^/]+\.yaml", name)
        }
        found = [self._claims_changed(file, revision) for file in sorted(files)]
        decided = self._decided_since(revision) if LOG in names else frozenset[str]()
        findings = self.check_json(progress=progress)["findings"]
        return Changes(
            sources=frozenset(touched).union(*(gone for _, gone in found)),
            altered=frozenset(altered),
            claims=frozenset[str]().union(*(claims for claims, _ in found)),
            decided=decided,
            findings=[one for one in findings if one["id"] in decided],
            everything="factcheck.toml" in names,
        )

    def _claims_changed(self, file: str, revision: str) -> tuple[frozenset[str], frozenset[str]]:
        """The claims of a file that are new or other ones, and the sources of which claims are gone."""
        from factcheck.store import revisions

        now = {one.id: one for one in (self.records.claims(file) if file in self.records.claims_files() else ())}
        old = revisions.contents(self.layout.claims / f"{file}.yaml", revision)
        try:
            then = {one.id: one for one in (self.records.claims_in(file, old.decode("utf-8-sig")) if old else ())}
        except (RecordError, UnicodeDecodeError):
            return frozenset(now), frozenset({file})
        gone = {anchor.source for id, one in then.items() if id not in now for anchor in one.anchors}
        return frozenset(id for id, one in now.items() if then.get(id) != one), frozenset(gone)

    def _decided_since(self, revision: str) -> frozenset[str]:
        """The subjects of the log's lines that a revision of it did not hold."""
        from factcheck.store import revisions

        old = revisions.contents(self.layout.log, revision) or b""
        known = {match[1].decode() for match in re.finditer(rb'"digest":"([0-9a-f]{64})"\}', old)}
        return frozenset(one.subject for one in self.ledger.decisions if one.digest not in known)


def _open(one: "Carried", closed: frozenset[str]) -> "tuple[Carried, int]":
    """What carries a sentence, without some sources; and how many of these did."""
    left = tuple(carrier for carrier in one.carriers if carrier.source not in closed)
    return one.but(carriers=left), len(one.carriers) - len(left)


def _below(file: str) -> str:
    path = Path("stdin.md" if file == STDIN else file).absolute()
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.name
