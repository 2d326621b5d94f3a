"""Joining a report with the log: the state of each finding, and what was decided on it."""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Any

from factcheck.language.folding import fold
from factcheck.records.finding import ReportedFinding
from factcheck.reviewing.findings import OPEN, FindingStanding, finding_of, finding_standing, still_holds
from factcheck.reviewing.history import History, Ledger


class Places:
    """Where in a list of findings each is, by id, by the claims that take part, and by sources that give evidence."""

    def __init__(self, findings: Iterable[Mapping[str, Any]]) -> None:
        self.of_id: dict[str, int] = {}
        self.of_claim: dict[str, list[int]] = {}
        self.of_source: dict[str, list[int]] = {}
        for place, finding in enumerate(findings):
            self.of_id[finding["id"]] = place
            for claim in dict.fromkeys(item["claim"] for item in finding["evidence"] if item["claim"]):
                self.of_claim.setdefault(claim, []).append(place)
            for source in dict.fromkeys(item["source"] for item in finding["evidence"]):
                self.of_source.setdefault(source, []).append(place)


class Joining:
    """A report, as JSON values, that is joined with a log again and again: what stays the same is worked out once."""

    def __init__(self, report: Mapping[str, Any]) -> None:
        self.report = report
        self._findings: list[Mapping[str, Any]] = report["findings"]
        self._places = {finding["id"]: place for place, finding in enumerate(self._findings)}
        self._records: dict[int, ReportedFinding] = {}
        self._standings: dict[int, tuple[History, FindingStanding]] = {}
        self._held: dict[tuple[str, int], tuple[History, bool]] = {}
        self._joined = [{**finding, "status": OPEN.state, "decided": OPEN.says} for finding in self._findings]
        self._decided: dict[int, FindingStanding] = {}
        self._found: dict[int, History] = {}
        """What was decided on findings, by their places, as of the lines of the log that were seen."""
        self._lent: set[str] = set()
        """The findings of which decisions stand on another one."""
        self._seen: tuple[Ledger, int] | None = None

    def joined(self, ledger: Ledger) -> dict[str, Any]:
        """The report with what was decided by now; a finding of which nothing changed is the same object as before."""
        moved = self._moved(ledger)
        for place in moved:
            history = self._found.get(place)
            standing = OPEN if history is None else self._standing(place, history)
            if self._decided.get(place, OPEN) is not standing:
                self._joined[place] = {**self._findings[place], "status": standing.state, "decided": standing.says}
            self._decided[place] = standing
        return {**self.report, "findings": list(self._joined)}

    def _moved(self, ledger: Ledger) -> Collection[int]:
        """The places of findings of which the decisions may be others than when this was asked last."""
        before, self._seen = self._seen, (ledger, len(ledger.order))
        if before is not None and before[0] is ledger:
            fresh = {id for kind, id in ledger.order[before[1] :] if kind == "finding"}
            known = {id: ledger.history("finding", id) for id in fresh}
            if all(self._stays(id, history) for id, history in known.items()):
                new = {self._places[id]: history for id, history in known.items()}
                self._found |= new
                return new.keys()
        then, self._found = self._found, self._histories(ledger)
        subjects = ((place, history.lines[0].subject) for place, history in self._found.items())
        self._lent = {subject for place, subject in subjects if self._places.get(subject) != place}
        return then.keys() | self._found.keys()

    def _stays(self, id: str, history: History) -> bool:
        """Whether decisions stand on their own finding, as before, so that they bear on no other."""
        place = self._places.get(id)
        if place is None or not self._holds(history, place):
            return False
        then = self._found.get(place)
        return id not in self._lent and (then is None or then.lines[0].subject == id)

    def _standing(self, place: int, history: History) -> FindingStanding:
        before = self._standings.get(place)
        if before is None or before[0] is not history:
            before = self._standings[place] = history, finding_standing(self._record(place), history)
        return before[1]

    def _record(self, place: int) -> ReportedFinding:
        if place not in self._records:
            self._records[place] = finding_of(self._findings[place])
        return self._records[place]

    def _histories(self, ledger: Ledger) -> dict[int, History]:
        """What was decided on the findings, by their places, as far as anything was.

        The id of a finding may change with a new version of its check, and ids of one fact are numbered. So decisions
        that do not stand on their own finding go to one of the same check on which they do, if nothing was decided on
        that.
        """
        decided = [(id, ledger.history("finding", id)) for id in ledger.subjects("finding")]
        found = {self._places[id]: history for id, history in decided if id in self._places}
        for id, history in decided:
            place = self._places.get(id)
            if place is not None and self._holds(history, place):
                continue
            heir = next((other for other in self._alike(id, history) if other not in found), None)
            if heir is not None:
                found[heir] = history
                if place is not None:
                    found.pop(place)
        return found

    def _alike(self, id: str, history: History) -> Iterable[int]:
        """The findings of the same check on which decisions made on another stand."""
        last = history.last("settle")
        if last is None or not last.shown:
            return ()
        check = id.partition(":")[0]
        words = fold(last.shown[0].rpartition("\t")[2])
        places = (place for place in self._by_words.get(words, ()) if self._findings[place]["check"] == check)
        return (place for place in places if self._holds(history, place))

    def _holds(self, history: History, place: int) -> bool:
        known = self._held.get((history.lines[0].subject, place))
        if known is None or known[0] is not history:
            last = history.last("settle")
            seen = self._findings[place]["seen"]
            known = history, last is None or last.seen == seen or still_holds(last, self._record(place))
            self._held[history.lines[0].subject, place] = known
        return known[1]

    @cached_property
    def _by_words(self) -> dict[str, list[int]]:
        """The places of findings by the words of their sides' passages, folded."""
        found: dict[str, list[int]] = {}
        for place, finding in enumerate(self._findings):
            for words in {fold(item["exact"]) for item in finding["evidence"] if item["side"]}:
                found.setdefault(words, []).append(place)
        return found
