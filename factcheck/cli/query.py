"""`factcheck query`: questions put to somebody, and what came back."""

from typing import Annotated

import typer

from factcheck.cli._shared import (
    AsOption,
    ProjectOption,
    TodayOption,
    columns,
    commands,
    find_project,
    fix_today,
    say,
    who,
)
from factcheck.cli._subjects import named

app = commands("Decide", help="Ask somebody, and keep the reply.")


@app.command()
def ask(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="The claim, finding or statement (story.md:12) it is about.")],
    to: Annotated[str, typer.Option("--to", metavar="WHO", help="To whom it is put.")],
    question: Annotated[str, typer.Option("--question", metavar="TEXT", help="What is asked.")],
    deadline: Annotated[
        str | None, typer.Option("--deadline", metavar="DATE", help="Until when a reply is needed: 2024-05-31.")
    ] = None,
    as_: AsOption = None,
    today: TodayOption = None,
    project: ProjectOption = None,
) -> None:
    """Log a question put to somebody; `factcheck status` says when its deadline has passed.

    \b
    Example:
      factcheck query ask quantity-differs:4b1f0c9a7d20 --to "press office" --question "Which year?"
    """
    reviewer, desk = who(as_), find_project(ctx, project)
    fix_today(desk, today)
    what = named(desk, [id])
    subject = what.ids[0]
    desk.ask(what.kind, subject, to=to, question=question, deadline=deadline, by=reviewer, words=what.words)
    say(f"asked {to} as {reviewer}; {desk.queries([subject])[-1].id}")


@app.command()
def answer(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument(metavar="QUERY", help="The query's id, as `factcheck query list` shows it.")],
    reply: Annotated[str, typer.Argument(metavar="REPLY", help="What came back; - reads it from standard input.")],
    as_source: Annotated[
        str | None, typer.Option("--as-source", metavar="ID", help="Keep the reply as a source of this id.")
    ] = None,
    medium: Annotated[
        str, typer.Option("--medium", metavar="NAME", help="How it came: call, e-mail, interview, message, meeting.")
    ] = "message",
    as_: AsOption = None,
    project: ProjectOption = None,
) -> None:
    """Log the reply to a query; it can become a source that claims are taken from.

    \b
    Example:
      factcheck query answer query-3f9a1c20 "It was 2021." --as-source press-office-reply --medium e-mail
    """
    import sys

    reviewer, desk = who(as_), find_project(ctx, project)
    text = sys.stdin.read() if reply == "-" else reply
    desk.answer_query(id, text, by=reviewer, as_source=as_source, medium=medium)
    say(f"logged the reply as {reviewer}" + (f", and kept it as the source {as_source}" if as_source else ""))


@app.command("list")
def list_(
    ctx: typer.Context,
    all_: Annotated[bool, typer.Option("--all", help="Also those that were answered.")] = False,
    today: TodayOption = None,
    project: ProjectOption = None,
) -> None:
    """List queries: id, deadline, to whom, about what, the question.

    \b
    Example:
      factcheck query list
    """
    desk = find_project(ctx, project)
    fix_today(desk, today)
    found = [one for one in desk.queries() if all_ or one.is_open]
    if not found:
        say("No query is open." if not all_ else "No query was put.")
        return
    rows = []
    for one in found:
        late = "late" if one.is_overdue(desk.today) else "" if one.is_open else "answered"
        rows.append((one.id, one.query.deadline or "", late, one.query.to, one.subject, one.query.question))
    say(columns(rows))
