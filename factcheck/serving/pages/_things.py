"""A claim, a finding or a statement as it is shown here: the facade's view of it, and where its page is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from factcheck.errors import UsageError
from factcheck.reviewing.history import History
from factcheck.reviewing.seen import seen_of_statement, shown_of, shown_of_finding
from factcheck.serving.calling import Call

if TYPE_CHECKING:
    from factcheck.project.views import ClaimView, FindingView
    from factcheck.records.source import Source

KINDS = ("finding", "claim", "statement")


@dataclass(frozen=True)
class Sight:
    """What is shown of a thing: of a claim or a finding its view, of a statement its words."""

    kind: str
    id: str
    history: History
    stamp: str
    shown: tuple[str, ...]
    """The words that the reviewer sees, to tell later what changed."""
    claim: "ClaimView | None" = None
    finding: "FindingView | None" = None
    words: str = ""

    @property
    def status(self) -> str:
        """Where it stands."""
        if self.claim:
            return self.claim.standing.status
        if self.finding:
            return self.finding.finding.status
        last = self.history.last("statement")
        return last.answer if last else "open"

    @property
    def sources(self) -> frozenset[str]:
        """The sources that it shows."""
        seen = self.claim or self.finding
        return frozenset(one.source for one in seen.paragraphs) if seen else frozenset()


def path_of(kind: str, id: str) -> str:
    """The address of a thing's page."""
    return f"/{kind}/{quote(id, safe='')}"


def sight_of(call: Call, kind: str, id: str) -> Sight | None:
    """What this visitor sees of a thing; null where it is not there any more, or not for this visitor."""
    try:
        return seen(call, kind, id)
    except UsageError:
        return None


def seen(call: Call, kind: str, id: str) -> Sight:
    """The same; raises UsageError where it is not there, as for one that the visitor may not see."""
    with call.project() as project:
        if kind == "finding":
            found = project.view_finding(id)
            shown = shown_of_finding(found.finding)
            sight = Sight(kind, id, found.history, found.stamp, shown, finding=found)
        elif kind == "claim":
            view = project.view_claim(id)
            sight = Sight(kind, id, view.history, view.stamp, shown_of(view.claim), claim=view)
        elif kind == "statement":
            words = project.statement_words(id)
            stamp = project.stamp("statement", id, seen_of_statement(words))
            sight = Sight(kind, id, project.history("statement", id), stamp, (words,), words=words)
        else:
            raise UsageError(f"no thing is called {kind!r}")
    if sight.sources & call.closed or (kind == "statement" and _rests_on_closed(call, sight)):
        raise UsageError(f"no {kind} is called {id!r}")
    return sight


def _rests_on_closed(call: Call, sight: Sight) -> bool:
    grounds = [ground for line in sight.history.lines for ground in line.resting_on]
    return any(ground.partition(":")[0] in call.closed or _is_of(ground, call.closed) for ground in grounds)


def _is_of(claim: str, sources: Iterable[str]) -> bool:
    return any(claim.startswith(f"{source}-") for source in sources)


def sources_by_id(call: Call) -> "dict[str, Source]":
    """The records of all sources that this visitor may see."""
    sources = call.board.sources()
    return {id: source for id, source in sources.items() if id not in call.closed} if call.closed else sources
