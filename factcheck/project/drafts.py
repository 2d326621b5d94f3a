"""Deciding on the statements of drafts, and putting queries to people."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.project.review import NONE, Logged, Review, Stamps, Why, Words
from factcheck.store import files

if TYPE_CHECKING:
    from factcheck.records.review import Query
    from factcheck.reviewing.queries import OpenQuery
    from factcheck.reviewing.statements import Ground, StatementStanding

STATEMENT = ("checked", "fix", "opinion", "set-aside")
"""The answers on a draft's statement."""


class Drafts(Review):
    """The part of a project in which people decide on the statements of drafts, and ask."""

    def decide_on_statement(
        self,
        draft: str,
        words: str,
        answer: str,
        *,
        by: str,
        why: Why = None,
        resting_on: Sequence[str] = (),
        stamps: Stamps = NONE,
    ) -> Logged:
        """Decide on a statement of a draft by its words: checked, fix, opinion, or set-aside.

        `draft` is what `reviewing.statements.draft_id` makes of its file's name. `resting_on` lists ids of claims, and
        passages as "SOURCE:the words". Raises UsageError where one of them is not there.
        """
        from factcheck.language.plain import one_line
        from factcheck.reviewing.policy import check_reviewer
        from factcheck.reviewing.seen import seen_of_statement
        from factcheck.reviewing.statements import statement_id

        if answer not in STATEMENT:
            raise UsageError(f"{answer!r} is no answer to a statement; there are {', '.join(STATEMENT)}")
        if not words.strip():
            raise UsageError("give the words of the statement")
        check_reviewer(by, self.config.review)
        id = statement_id(draft, words)
        with files.locked(self.layout.lock):
            for ground in resting_on:
                self._check_ground(ground)
            now = self.grounds(resting_on)
            seen = seen_of_statement(words, [digest for digest, _ in now])
            self._unchanged("statement", {id: seen_of_statement(words)}, stamps)
            shown = (one_line(words), *(text for _, text in now))
            made = self.draft("statement", id, "statement", answer, by, why, seen, shown, resting_on=tuple(resting_on))
            return self.decide([made])

    def statements(self, draft: str, words: Sequence[str]) -> "tuple[StatementStanding, ...]":
        """What was decided on the statements of a draft, in their order; see `reviewing.statements`."""
        from factcheck.reviewing.statements import statement_standings

        return statement_standings(draft, words, self.ledger, self.grounds)

    def statement_words(self, id: str) -> str:
        """The words of a statement by the id that the log has of it; raises UsageError for an unknown one."""
        return self._statement_seen(id, NONE)[1][0]

    def grounds(self, resting_on: Sequence[str]) -> "tuple[Ground, ...]":
        """What claims and passages that a statement rests on now say; a digest is empty for what is gone."""
        from factcheck.language.plain import one_line
        from factcheck.reviewing.seen import seen_of, seen_of_passage

        claims = {claim.id: claim for claim in self.curated()} if resting_on else {}
        found = []
        for ground in resting_on:
            source, _, exact = ground.partition(":")
            if ground in claims:
                found.append((seen_of(claims[ground]), claims[ground].statement))
            elif exact and self._stands_in(source, exact):
                found.append((seen_of_passage(source, exact), one_line(exact)))
            else:
                found.append(("", f"{ground} is not there any more"))
        return tuple(found)

    def _check_ground(self, ground: str) -> None:
        source, _, exact = ground.partition(":")
        if exact and source in self.records.source_ids():
            self.passage(source, exact)
        else:
            self._take_over(self.stored_claims([ground]))

    def _stands_in(self, source: str, exact: str) -> bool:
        from factcheck.errors import FactcheckError

        try:
            self.passage(source, exact)
        except FactcheckError:
            return False
        return True

    def ask(
        self,
        kind: str,
        id: str,
        *,
        to: str,
        question: str,
        by: str,
        deadline: str | None = None,
        why: Why = None,
        asked: str | None = None,
        words: Words = NONE,
    ) -> Logged:
        """Put a query about a claim, a finding or a statement to somebody; `asked` is today, if left out.

        `words` gives by id those of a statement on which the log has nothing yet.
        """
        from pydantic import ValidationError

        from factcheck.records.review import Query

        if not to.strip() or not question.strip():
            raise UsageError("a query needs whom it is put to, and a question")
        try:
            query = Query(to=to.strip(), question=question.strip(), asked=asked or self.today, deadline=deadline)
        except ValidationError as error:
            raise UsageError(
                f"a date is written 2022-08-04, 2022-08 or 2022, not {error.errors()[0]['input']!r}"
            ) from error
        return self._on_any(kind, [id], "query", "asked", by, why, NONE, words=words, query=query)

    def answer_query(
        self, id: str, reply: str, *, by: str, as_source: str | None = None, medium: str = "message"
    ) -> Logged:
        """Log the reply to a query; with `as_source`, an id, the reply is kept as a source of that name too."""
        found = self.query(id)
        if not reply.strip():
            raise UsageError("the reply is empty")
        if as_source is not None:
            self._reply_source(as_source, found.query, reply, by, medium)
        query = found.query.but(reply=reply.strip(), reply_source=as_source)
        return self._on_any(found.subject_kind, [found.subject], "query", "answered", by, None, NONE, query=query)

    def _reply_source(self, id: str, query: "Query", reply: str, by: str, medium: str) -> None:
        contact = {"with": query.to, "by": by, "at": self.moment()[:16], "medium": medium}
        title = f"Reply of {query.to}, {self.today}"
        self.add_text(id, reply.strip() + "\n", title=title, issued=self.today, contact=contact, standing="primary")

    def query(self, id: str) -> "OpenQuery":
        """A query by its id, or by the beginning of it; raises UsageError for an unknown one."""
        found = [one for one in self.queries() if one.id == id or (len(id) > 8 and one.id.startswith(id))]
        if len(found) != 1:
            raise UsageError(f"no query is called {id!r}; `factcheck status` shows them")
        return found[0]

    def queries(self, subjects: Iterable[str] | None = None) -> "tuple[OpenQuery, ...]":
        """All queries that stand, answered or not, oldest first; or those on some subjects."""
        from factcheck.reviewing.queries import queries

        wanted = None if subjects is None else set(subjects)
        return tuple(one for one in queries(self.ledger) if wanted is None or one.subject in wanted)

    def add_text(self, id: str, text: str, **fields: object) -> None:
        """Add a source of plain text that is at hand, not in a file."""
        from factcheck.store import adding

        limits = self.config.limits
        name = Path(f"{id}.txt")
        self._add([adding.prepared(name, id=id, given=fields, entry={}, limits=limits, data=text.encode("utf-8"))])
