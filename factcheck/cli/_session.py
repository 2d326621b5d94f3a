"""A session of review in the terminal: one thing after the other, single keys, every decision logged at once."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.cli import _keys, _screen
from factcheck.cli._shared import emit, progress, say
from factcheck.errors import ChangedError, FactcheckError
from factcheck.language.plain import several
from factcheck.reporters._page import DIM
from factcheck.reviewing.answering import CHOICES

if TYPE_CHECKING:
    from factcheck.project import Project
    from factcheck.project.views import ClaimView, FindingView, Paragraph, StatementView
    from factcheck.records.review import Decision
    from factcheck.reviewing.queue import Filter, Item

NEXT, STAY, AGAIN, QUIT = "next", "stay", "again", "quit"
"""What follows a key: the next thing, another key, the thing at the present place drawn anew, the end."""

KEYS = {
    kind: " · ".join((*(f"{choice.key} {choice.label}" for choice in choices), *more))
    for (kind, choices), more in zip(CHOICES.items(), (("1-9 the claim of a side",), ("e edit",), ()), strict=True)
}
COMMON = "s skip · b back · n note · y query · i assign · o open the source · u undo · q quit"


@dataclass(frozen=True)
class Sight:
    """What is shown: a claim, a finding, a statement of a draft that is at hand, or none of them."""

    claim: "ClaimView | None" = None
    finding: "FindingView | None" = None
    statement: "StatementView | None" = None

    @property
    def stamp(self) -> str | None:
        """What goes back with a decision."""
        seen = self.claim or self.finding or self.statement
        return seen.stamp if seen else None

    @property
    def settled(self) -> str | None:
        """What was decided, where no more decision is asked for; else null."""
        seen = self.claim or self.finding or self.statement
        return seen.settled if seen else None

    @property
    def paragraphs(self) -> "tuple[Paragraph, ...]":
        """The passages, in their paragraphs."""
        seen = self.claim or self.finding or self.statement
        return seen.paragraphs if seen else ()


@dataclass
class Session:
    """A reviewer who goes through a queue. A decision is in the log as soon as its key was pressed."""

    desk: "Project"
    by: str
    order: str
    wanted: "Filter"
    act: "Callable[[Session, Item, Sight, str], str]"
    drafts: tuple[str, ...] = ()
    """Files of drafts whose statements are gone through, in their order, instead of the queue."""
    policy: str | None = None
    """The policy by which those that pass are left out."""
    items: "list[Item]" = field(default_factory=list)
    at: int = 0
    done: "list[tuple[int, tuple[Decision, ...]]]" = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    seen: "dict[str, StatementView]" = field(default_factory=dict)
    """The statements of drafts, by their ids."""
    judged: bool = False
    """Whether the drafts were judged, which is done once."""
    asked_for: bool = False
    """Whether the reviewer went to the thing at the present place on purpose, decided or not."""

    def run(self) -> None:
        """Go through the queue until it is empty or the reviewer leaves."""
        follows = NEXT
        while follows != QUIT:
            if self.at >= len(self.items) and not self._fetch():
                say("Nothing else waits for a decision." if self.items else "Nothing waits for a decision.")
                break
            follows = self._visit(self.items[self.at])
        left = len(self.items) - self.at
        more = f"; {several(left, 'thing')} of this list not looked at" if follows == QUIT and left else ""
        say(f"{several(len(self.done), 'decision')} logged as {self.by}{more}.")

    def _fetch(self) -> bool:
        """Add what waits and was not shown yet: findings first, claims when no finding is left."""
        if self.drafts:
            return self._fetch_statements()
        for thing in self.wanted.things or ("finding", "claim", "statement"):
            with progress() as tell:
                wanted = replace(self.wanted, things=(thing,))
                found = self.desk.queue(self.order, wanted, reviewer=self.by, progress=tell)
            fresh = [item for item in found if item.id not in self.known]
            if fresh:
                self.known.update(item.id for item in fresh)
                self.items += fresh
                return True
        return False

    def _fetch_statements(self) -> bool:
        """Judge the drafts, once: what was decided meanwhile is seen as it is come to."""
        from factcheck.reviewing.queue import STATEMENT, Item

        if self.judged:
            return False
        self.judged = True
        with progress() as tell:
            views = self.desk.statements_waiting(self.drafts, self.policy, tell)
        self.seen = {view.id: view for view in views}
        self.items = [
            Item(
                "statement",
                view.id,
                view.standing.state,
                view.standing.words,
                "statement",
                tuple(sorted({item.source for item in view.statement.evidence})),
                (STATEMENT, 0.0),
                view.standing.says,
                draft=view.draft,
            )
            for view in self.seen.values()
        ]
        return bool(self.items)

    def _visit(self, item: "Item") -> str:
        """Show a thing and act on keys until it is done with."""
        sight = self._sight(item)
        self.asked_for = False
        if sight is None:
            self.at += 1
            return NEXT
        self._draw(item, sight)
        follows = STAY
        while follows == STAY:
            pressed = _keys.key()
            follows = QUIT if pressed in _keys.END else self.act(self, item, sight, pressed)
        if follows == NEXT:
            self.at += 1
        return follows

    def _sight(self, item: "Item") -> Sight | None:
        """What is shown of an item; null, and a line, where it is gone or somebody else decided meanwhile."""
        try:
            if item.kind == "finding":
                sight = Sight(finding=self.desk.view_finding(item.id))
            elif item.kind == "claim":
                sight = Sight(claim=self.desk.view_claim(item.id))
            else:
                return Sight(statement=self._statement(item))
        except FactcheckError as error:
            say(f"{item.title}: passed over; {error}")
            return None
        says = sight.settled
        if says is None or self.asked_for or item.status in self.wanted.statuses:
            return sight
        say(f"{item.title}: passed over; meanwhile {says}")
        return None

    def _statement(self, item: "Item") -> "StatementView | None":
        """A statement of a draft at hand, with what was decided on it by now."""
        view = self.seen.get(item.id)
        return self.desk.view_again(view) if view else None

    def _draw(self, item: "Item", sight: Sight) -> None:
        page = _screen.new_page()
        page.blank()
        page.rule(f"{self.at + 1} of {len(self.items)}", item.kind, "bright_black")
        sources = {source.id: source for source in self.desk.sources()}
        if sight.finding:
            _screen.draw_finding(page, sight.finding, sources)
        elif sight.claim:
            _screen.draw_claim(page, sight.claim, sources)
        elif sight.statement:
            _screen.draw_judged(page, sight.statement, sources)
        else:
            _screen.draw_statement(page, item, self.desk.history("statement", item.id))
        page.blank()
        page.line((KEYS[item.kind], DIM))
        page.line((COMMON, DIM))
        emit(page.text().encode("utf-8", "replace"))

    def log(self, decide: "Callable[[], tuple[Decision, ...]]") -> str:
        """Log a decision and go on; what forbids it is said, and what was changed meanwhile is shown anew."""
        try:
            lines = decide()
        except ChangedError as error:
            say(str(error))
            self.asked_for = True
            return AGAIN
        except FactcheckError as error:
            say(str(error))
            return STAY
        self.done.append((self.at, lines))
        return NEXT

    def undo(self) -> str:
        """Take back the last decision of this session and go back to it."""
        if not self.done:
            say("nothing to take back")
            return STAY
        place, lines = self.done[-1]
        try:
            self.desk.undo([line.digest for line in lines], by=self.by)
        except FactcheckError as error:
            say(str(error))
            return STAY
        self.done.pop()
        say("taken back")
        return self.go_to(place)

    def go_to(self, place: int) -> str:
        """Show the thing at a place, decided or not."""
        self.at, self.asked_for = max(place, 0), True
        return AGAIN

    def insert(self, item: "Item") -> str:
        """Show a thing now, and the present one after it."""
        self.items.insert(self.at, item)
        self.done = [(place + (place >= self.at), lines) for place, lines in self.done]
        return self.go_to(self.at)
