"""The status of every claim that people wrote or decided on: derived from the log, and worked out anew only in part.

Claims files are looked at one by one: where neither a file, nor the sources that its claims stand in, nor the log's
lines on its claims changed, what was worked out for it stays. It is kept with the digest of the log that it rests on,
so that only the lines behind that have to be looked at.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from factcheck.digests import digest_of
from factcheck.errors import RecordError, SourceError
from factcheck.project.base import LOG
from factcheck.project.sources import Sources
from factcheck.store import files, inputs

if TYPE_CHECKING:
    from factcheck.anchoring import Locator
    from factcheck.config import Review as Rules
    from factcheck.records.claim import Claim
    from factcheck.reviewing.claims import ClaimStatus, Standing
    from factcheck.reviewing.history import History, Ledger

ENOUGH, SHARE = 200, 20
"""After so many lines of the log, and so small a share of it, it is worth keeping again what was worked out."""


@dataclass(frozen=True)
class Unit:
    """What was worked out for one claims file.

    `key` is a digest of the file and of the records of the `anchored` sources. `spoken` counts the claims that take
    part in comparisons, `half` holds those that somebody approved and somebody else has to approve too.
    """

    key: str
    anchored: tuple[str, ...]
    statuses: "dict[str, ClaimStatus]"
    half: tuple[str, ...]
    spoken: int

    @cached_property
    def silent(self) -> tuple[str, ...]:
        """The claims that take part in no comparison."""
        from factcheck.reviewing.claims import SILENT

        return tuple(id for id, status in self.statuses.items() if status in SILENT)


@dataclass
class Worked:
    """All units, and how much of the log they rest on; `owner` gives the claims file of each id."""

    base: str
    digests: "Mapping[str, str | None]"
    ledger: "Ledger"
    lines: int
    kept: int
    units: dict[str, Unit]
    owner: dict[str, str]


class Statuses(Sources):
    """The part of a project that says where each claim stands."""

    _worked: Worked | None = None
    _glance: "tuple[int, dict[str, str | None]] | None" = None
    _glances = 0
    _glanced_at = ""
    _based: "tuple[Rules, str | None, str] | None" = None

    @contextmanager
    def at_once(self, place: str = "") -> Iterator[None]:
        """Within it the files are looked at once, as long as nothing is written: for all that is asked of one moment.

        `place` tells where the files stand, for one who looks at them all the time: until it is another one, they
        are not looked at again. One thread at a time may be within it.
        """
        if not self._glances and self._glanced_at != place:
            self._glance, self._glanced_at = None, place
        self._glances += 1
        try:
            yield
        finally:
            self._glances -= 1
            if not self._glances and not self._glanced_at:
                self._glance = None

    def curated(self, sources: Collection[str] = ()) -> "tuple[Claim, ...]":
        """The claims that people wrote or decided on, by source; raises RecordError for an id given twice.

        `sources` lets only theirs through; empty lets all.
        """
        seen: dict[str, str] = {}
        wanted = [name for name in self.records.claims_files() if not sources or name in sources]
        found = [claim for source in wanted for claim in self.records.claims(source)]
        for claim in found:
            _check_once(claim.id, claim.source, seen)
        return tuple(found)

    def statuses(self) -> "dict[str, ClaimStatus]":
        """The status of every claim that people wrote or decided on, derived from the log."""
        return {id: status for unit in self.units().values() for id, status in unit.statuses.items()}

    def owners(self) -> dict[str, str]:
        """Of every claim that people wrote or decided on the source in whose file it stands."""
        self.units()
        return self._worked.owner if self._worked else {}

    def source_names(self) -> list[str]:
        """The ids of all sources, in order, as of the last look at the files."""
        self.units()
        names = self._worked.digests if self._worked else ()
        return sorted(name[8:-5] for name in names if name.startswith("sources/") and name.endswith(".yaml"))

    def units(self) -> dict[str, Unit]:
        """What was worked out for each claims file, by its name: worked out anew where something changed."""
        digests, base, ledger, before = self._digests(), self._base(), self.ledger, self._worked
        lines = len(ledger.order)
        same = before is not None and before.base == base and before.ledger is ledger
        if before is not None and same and before.lines == lines and before.digests == digests:
            return before.units
        known = (before if same else self._remembered(base, ledger)) or Worked(base, {}, ledger, 0, -ENOUGH, {}, {})
        names = sorted(name[7:-5] for name in digests if name.startswith("claims/") and name.endswith(".yaml"))
        touched = {subject for kind, subject in ledger.order[known.lines :] if kind == "claim"}
        stale = self._stale(known, names, digests) | {known.owner[id] for id in touched if id in known.owner}
        fresh = {name: self._unit(name, digests) for name in names if name in stale}
        units = {name: fresh.get(name) or known.units[name] for name in names}
        self._worked = Worked(base, digests, ledger, lines, known.kept, units, _owners(known, stale, units))
        if lines >= known.kept + max(ENOUGH, known.kept // SHARE):
            self._remember(self._worked)
        return units

    def _stale(self, known: Worked, names: Collection[str], digests: "Mapping[str, str | None]") -> set[str]:
        """The claims files that are new or gone, or of which what they rest on changed."""
        before, units = known.digests, known.units
        changed = {name for name in digests.keys() | before.keys() if digests.get(name) != before.get(name)}
        looked = [name for name, one in units.items() if changed.intersection(_rests_on(name, one.anchored))]
        moved = {name for name in looked if units[name].key != _key(name, units[name].anchored, digests)}
        return moved | (units.keys() ^ set(names))

    def _digests(self) -> dict[str, str | None]:
        """The digests of the project's files, but for the log: of that, the ledger is known to the line."""
        writes, glance = files.writes(), self._glance
        written = files.written_since(glance[0]) if glance is not None else None
        if glance is None or written is None or not all(map(self.layout.is_of_claims, written)):
            names = [name for name in inputs.files_of(self.layout) if name != LOG]
            digests = inputs.digests(self.layout, self.index, names)
        elif written:
            fresh = inputs.digests(self.layout, self.index, sorted(map(self.layout.name_of, written)))
            digests = {name: digest for name, digest in {**glance[1], **fresh}.items() if digest is not None}
        else:
            digests = glance[1]
        self._glance = (writes, digests) if self._glances else None
        return digests

    def _base(self) -> str:
        """What all units rest on: the program, the rules, and the day where approvals expire."""
        rules = self.config.review
        today = self.today if rules.expires_after_days else None
        if self._based is None or self._based[0] is not rules or self._based[1] != today:
            self._based = rules, today, digest_of(inputs.program(), rules.model_dump(mode="json"), today)
        return self._based[2]

    def _unit(self, name: str, digests: "Mapping[str, str | None]") -> Unit:
        from factcheck.reviewing.claims import SILENT

        claims = self.records.claims(name)
        lost = self.lost(claims)
        standings = self.standings(claims, lost)
        anchored = tuple(sorted({anchor.source for claim in claims for anchor in claim.anchors}))
        return Unit(
            key=_key(name, anchored, digests),
            anchored=anchored,
            statuses={id: one.status for id, one in standings.items()},
            half=tuple(id for id, one in standings.items() if one.status == "proposed" and one.approvers),
            spoken=sum(one.status not in SILENT and id not in lost for id, one in standings.items()),
        )

    def _remembered(self, base: str, ledger: "Ledger") -> Worked | None:
        """What an earlier run worked out, if the log begins as it did then."""
        stored = self.index.get("statuses", "units", base)
        if stored is None:
            return None
        try:
            made: dict[str, Any] = json.loads(stored)
            if self._log.digest_of_first(made["size"]) != made["log"]:
                return None
            units = {
                name: Unit(**{**unit, "anchored": tuple(unit["anchored"]), "half": tuple(unit["half"])})
                for name, unit in made["units"].items()
            }
        except (ValueError, KeyError, TypeError):
            return None
        owner = {id: name for name, unit in units.items() for id in unit.statuses}
        return Worked(base, {}, ledger, made["lines"], made["lines"], units, owner)

    def _remember(self, worked: Worked) -> None:
        size = self._log.size
        digest = self._log.digest_of_first(size)
        if digest is None or worked.ledger is not self._log.ledger or len(worked.ledger.order) != worked.lines:
            return
        worked.kept = worked.lines
        units = {name: asdict(unit) for name, unit in worked.units.items()}
        made = {"size": size, "log": digest, "lines": worked.lines, "units": units}
        self.index.put("statuses", "units", worked.base, json.dumps(made).encode())

    def standings(self, claims: "Sequence[Claim]", lost: "frozenset[str] | None" = None) -> "dict[str, Standing]":
        """The status of claims and why, by their ids; `lost` are those whose passages are gone, where that is known."""
        from factcheck.reviewing.claims import UNDECIDED, claim_standing

        ledger, rules = self.ledger, self.config.review
        decided = [claim for claim in claims if ledger.knows("claim", claim.id)]
        if not decided:
            return {claim.id: UNDECIDED for claim in claims}
        gone = self.lost(decided) if lost is None else lost
        found: dict[str, Standing] = {}
        for claim in decided:
            history, of = ledger.history("claim", claim.id), (rules, self.today, claim.id in gone)
            known = self._standings_known.get(claim.id)
            if known is None or known[0] is not claim or known[1] is not history or known[2] != of:
                self._standings_known[claim.id] = known = claim, history, of, claim_standing(claim, history, *of)
            found[claim.id] = known[3]
        return {claim.id: found.get(claim.id, UNDECIDED) for claim in claims}

    @cached_property
    def _standings_known(self) -> "dict[str, tuple[Claim, History, tuple[Any, ...], Standing]]":
        """What was worked out last of each claim, and of what: the same records give the same again."""
        return {}

    def lost(self, claims: "Iterable[Claim]") -> "frozenset[str]":
        """The ids of the claims of which a passage does not stand in its source's text any more."""
        resting: dict[str, list[Claim]] = {}
        for claim in claims:
            read = (anchor for anchor in claim.anchors if anchor.page is None or anchor.start is not None)
            for name in {anchor.source for anchor in read}:
                resting.setdefault(name, []).append(claim)
        there = [name for name in sorted(resting) if self.layout.source_record(name).is_file()]
        return frozenset(id for name in there for id in self._lost_of(name, resting[name]))

    def _lost_of(self, source: str, claims: "Sequence[Claim]") -> list[str]:
        """Of claims that rest on a source those of which a passage does not stand in it any more."""
        from factcheck.anchoring import Locator
        from factcheck.store.studies import document_key

        record = self.source(source)
        if record.removed:
            return []
        text = document_key(record)
        if self._stand.get(source, ("",))[0] != text:
            self._stand[source] = text, {}
        stand = self._stand[source][1]
        words = {claim.id: tuple(anchor.exact for anchor in claim.anchors) for claim in claims}
        asked = [claim for claim in claims if stand.get(claim.id, ((), True))[0] != words[claim.id]]
        if asked:
            key = digest_of(text, [[id, list(exact)] for id, exact in words.items()])
            stored = self.index.get("lost", source, key)
            if stored is None:
                try:
                    locator = Locator(self.document(source))
                except SourceError:
                    return []
                stand |= {claim.id: (words[claim.id], _stands(claim, source, locator)) for claim in asked}
                stored = json.dumps([id for id in words if not stand[id][1]]).encode()
                self.index.put("lost", source, key, stored)
            gone = frozenset(json.loads(stored))
            stand |= {claim.id: (words[claim.id], claim.id not in gone) for claim in asked}
        return [id for id in words if not stand[id][1]]

    @cached_property
    def _stand(self) -> "dict[str, tuple[str, dict[str, tuple[tuple[str, ...], bool]]]]":
        """By source, of which text, and by id whether the passages of claims stand in it, as they were looked up."""
        return {}


def _key(name: str, anchored: Iterable[str], digests: Mapping[str, str | None]) -> str:
    return digest_of([digests.get(one) for one in _rests_on(name, anchored)])


def _rests_on(name: str, anchored: Iterable[str]) -> tuple[str, ...]:
    return f"claims/{name}.yaml", *(f"sources/{source}.yaml" for source in anchored)


def _owners(known: Worked, stale: set[str], units: Mapping[str, Unit]) -> dict[str, str]:
    """The claims file of each id, where some were worked out anew; raises RecordError for an id given twice."""
    before = {name: known.units[name].statuses.keys() for name in stale & known.units.keys()}
    after = {name: units[name].statuses.keys() for name in stale & units.keys()}
    if before == after:
        return known.owner
    owner = known.owner.copy()
    for ids in before.values():
        for id in ids:
            owner.pop(id)
    now = [id for ids in after.values() for id in ids]
    if len(owner.keys() | now) < len(owner) + len(now):
        seen: dict[str, str] = {}
        for name, unit in units.items():
            for id in unit.statuses:
                _check_once(id, name, seen)
    owner.update((id, name) for name, ids in after.items() for id in ids)
    return owner


def _check_once(id: str, name: str, seen: dict[str, str]) -> None:
    if id in seen:
        raise RecordError(f"the id {id!r} stands in claims/{seen[id]}.yaml too", where=f"claims/{name}.yaml")
    seen[id] = name


def _stands(claim: "Claim", source: str, locator: "Locator") -> bool:
    found = (
        locator.locate(anchor.exact, anchor.prefix, anchor.suffix, anchor.start)
        for anchor in claim.anchors
        if anchor.source == source
    )
    return all(one.outcome not in ("changed", "lost") for one in found)
