"""Drafts under the gate: line by line, with what each statement rests on, and decided on by a click or by words."""

from urllib.parse import quote

from starlette.responses import Response

from factcheck.errors import ChangedError, UsageError
from factcheck.project.views import StatementView
from factcheck.reviewing.answering import choice_of
from factcheck.reviewing.statements import draft_id, statement_id
from factcheck.serving.calling import Call, page
from factcheck.serving.marking import Mark, paragraphs
from factcheck.serving.pages._things import sources_by_id

MANY = 50
"""Sources from which on a draft is judged in a process of its own, while its page says so."""


def listed(call: Call) -> Response:
    """The drafts."""
    with call.project() as project:
        names = project.draft_files()
    return call.page("drafts.html", names=names)


def add(call: Call) -> Response:
    """Keep the drafts that were sent."""
    sent = call.files("files")
    if not sent:
        raise UsageError("no file was chosen")
    with call.project() as project:
        kept = [project.add_draft(name, data) for name, data in sent]
    call.board.look()
    return call.go(draft_path(kept[0]) if len(kept) == 1 else "/drafts", f"Kept {', '.join(kept)}.")


def read(call: Call) -> Response:
    """A draft with its statements marked; one that was not judged yet, as it stands, says so and asks again."""
    name = call.path["name"]
    with call.project() as project:
        if len(project.records.source_ids()) >= MANY and project.kept_draft(name) is None:
            failed = call.board.judging.asked(name, project.key_of_draft(name))
            if project.kept_draft(name) is None:
                if failed:
                    raise UsageError(failed)
                return call.page("draft-waits.html", name=name)
        view = project.view_draft(name)
    marks = [
        Mark(one.start, one.end, one.view.statement.outcome, _title(one.view), f"#s{number}")
        for number, one in enumerate(view.stretches, 1)
    ]
    return call.page(
        "draft.html",
        view=view,
        name=view.file,
        paragraphs=paragraphs(view.document, view.document.blocks, marks),
        sources=sources_by_id(call),
        closed=call.closed,
    )


def draft_path(name: str) -> str:
    """The address of a draft's page."""
    return f"/draft/{quote(name, safe='')}"


def _title(view: StatementView) -> str:
    return f"{view.statement.support}; {view.statement.citation}; {view.statement.sign_off}"


def decide(call: Call) -> Response:
    """Decide on a statement: one that the gate names, or words that were selected."""
    name, words = call.path["name"], call.said("words")
    choice = choice_of("statement", call.said("answer"))
    resting = [value for value in call.form.getlist("rests") if isinstance(value, str)]
    with call.project() as project:
        project.draft_file(name)
        id = statement_id(draft_id(name), words)
        stamps = {id: call.said("stamp")} if call.said("stamp") else {}
        try:
            lines = project.decide_on_statement(
                draft_id(name), words, choice.answer, by=call.by, why=call.said("why") or None,
                resting_on=resting if choice.answer == "checked" else (), stamps=stamps,
            )  # fmt: skip
        except ChangedError as error:
            return call.go(draft_path(name), f"{error}. Nothing was decided.")
    assert call.session is not None
    call.session.done.append((tuple(line.digest for line in lines), draft_path(name)))
    call.board.touch()
    place = call.said("at")
    return call.go(f"{draft_path(name)}{f'#{place}' if place.isalnum() else ''}", f"✓ {choice.done}")


ROUTES = (
    page("/drafts", listed, add),
    page("/draft/{name}", read),
    page("/draft/{name}/statement", post=decide),
)
