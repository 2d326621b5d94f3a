"""`factcheck claim`: what the sources claim, each with its passage."""

from collections.abc import Callable, Iterator
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli._shared import AsOption, ProjectOption, columns, commands, find_project, one_of, progress, say, who
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.records.claim import Claim
    from factcheck.records.timespan import Timespan

KindOption = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="Only claims that tell of this kind of fact; may be repeated."),
]

StatementOption = Annotated[
    str | None, typer.Option("--statement", metavar="TEXT", help="The fact in one sentence; the passage if left out.")
]
MeasureOption = Annotated[
    str | None, typer.Option("--measure", metavar="TEXT", help="What is measured or said: “arms purchased”.")
]
TagOption = Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="A tag; may be repeated.")]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A note for the desk.")]

app = commands("Compare", help="List, show, add and edit what the sources claim.")


@app.command("list")
def list_(
    ctx: typer.Context,
    source: Annotated[
        list[str] | None, typer.Option("--source", metavar="ID", help="Only claims of this source; may be repeated.")
    ] = None,
    kind: KindOption = None,
    project: ProjectOption = None,
) -> None:
    """List claims: id, status, kind, figure or date, statement.

    \b
    Example:
      factcheck claim list
      factcheck claim list --source audit-2022 --kind quantity
    """
    from typing import get_args

    from factcheck.records.claim import Kind

    kinds = [one_of("--kind", name, get_args(Kind)) for name in kind or ()]
    desk = find_project(ctx, project)
    with progress() as tell:
        claims = desk.claims(sources=source or (), kinds=kinds, progress=tell)
    statuses = desk.statuses()
    if not claims:
        say("No claims.")
        return
    say(columns([(one.id, statuses.get(one.id, "proposed"), one.kind, _value(one), one.statement) for one in claims]))


WIDEST_VALUE = 24
"""Letters of a figure in the list."""


def _value(claim: "Claim") -> str:
    """The figure or the date that a claim gives, by which claims of one sentence are told apart."""
    from factcheck.records.timespan import in_words

    said = claim.quantity.as_written if claim.quantity else ""
    if not said and claim.kind == "date" and claim.timespan:
        said = in_words(claim.timespan)
    said = " ".join(said.split())
    return said if len(said) <= WIDEST_VALUE else f"{said[: WIDEST_VALUE - 1].rstrip()}…"


@app.command()
def show(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="The claim's id, as `factcheck claim list` shows.")],
    project: ProjectOption = None,
) -> None:
    """Show a claim with its values and the passages that state it.

    \b
    Example:
      factcheck claim show audit-2022-3f9a1c20d4
    """
    desk = find_project(ctx, project)
    claim = desk.claim(id)
    say(claim.statement)
    say("")
    say(columns([("status", desk.statuses().get(id, "proposed")), *_fields(claim)]))
    for anchor in claim.anchors:
        place = (("section", anchor.section), ("page", anchor.page), ("note", anchor.note))
        where = [anchor.source, *(f"{name} {value}" for name, value in place if value)]
        say("")
        for line in wrap(" ".join(anchor.exact.split()), WIDTH):
            say(f"    {line}")
        say(f"{', '.join(where)}, characters {anchor.start} to {anchor.end}")


WIDTH = 96
"""Letters in a line of a passage."""

ROLES = {"agent": "who", "recipient": "whom", "from": "from", "to": "to", "for": "for"}
SCOPES = {"part": "a part of what is told beside it", "additional": "on top of what is told before it"}


def _fields(claim: "Claim") -> Iterator[tuple[str, str]]:
    """What a claim holds, each under a plain word, the fact first and how it was found last."""
    yield "id", claim.id
    yield "kind", claim.kind
    if claim.quote is None:
        yield "about", claim.measure
    if claim.quantity:
        counted = claim.quantity.unit if claim.quantity.dimension == "count" else None
        yield "figure", " ".join((claim.quantity.as_written, counted or "", f"per {claim.per}" if claim.per else ""))
    if claim.timespan:
        yield "period", _period(claim.timespan)
    for role, names in claim.roles.model_dump(by_alias=True).items():
        if names and tuple(names) != claim.said_by:
            yield ROLES[role], ", ".join(names)
    if claim.place:
        yield "where", claim.place
    if claim.event and claim.event.kind != claim.measure:
        when = claim.event.date if claim.event.date != claim.timespan else None
        yield "happening", f"{claim.event.kind}, {_period(when)}" if when else claim.event.kind
    if claim.scope != "whole":
        yield "scope", SCOPES[claim.scope]
    if claim.status:
        yield "how far", claim.status
    if claim.modality != "stated" or not claim.polarity:
        yield "how sure", "denied" if not claim.polarity else claim.modality
    if claim.said_by:
        yield "said by", ", ".join(claim.said_by)
    yield "found by", claim.found_by


def _period(span: "Timespan") -> str:
    """A time by the calendar, with the words of the text where they give it otherwise."""
    from factcheck.records.timespan import in_words

    said = in_words(span)
    return said if said == span.as_written else f"{said} (“{span.as_written}”)"


@app.command()
def add(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The id of the source that states it.")],
    words: Annotated[
        str | None,
        typer.Argument(
            metavar="WORDS", help="The words of the passage, as far as you have them; else your editor opens."
        ),
    ] = None,
    statement: StatementOption = None,
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help="What it is about: quantity, date, event, …")
    ] = "event",
    measure: MeasureOption = None,
    tag: TagOption = None,
    note: NoteOption = None,
    page: Annotated[
        int | None,
        typer.Option("--page", metavar="N", help="The page of a scan, for words that you read there yourself."),
    ] = None,
    translation: Annotated[
        str | None, typer.Option("--translation", metavar="TEXT", help="The passage in English, where it is not.")
    ] = None,
    translator: Annotated[str | None, typer.Option("--translator", metavar="WHO", help="Who translated it.")] = None,
    as_: AsOption = None,
    project: ProjectOption = None,
) -> None:
    """Add a claim by hand, tied to the passage that states it.

    Where the words are not in the source, the nearest passage is offered.

    \b
    Example:
      factcheck claim add audit-2022 "closed six times" --kind count --measure closures --as "M. Ito"
      factcheck claim add audit-2022
    """
    if (translation is None) != (translator is None):
        raise UsageError("a translation needs its translator: give --translation and --translator together")
    said = {
        "statement": statement or translation,
        "kind": kind,
        "measure": measure,
        "page": page,
        "translation": translation,
        "translator": translator,
        "tags": tag,
        "note": note,
    }
    given = {name: value for name, value in said.items() if value is not None}
    reviewer, desk = who(as_), find_project(ctx, project)
    if words is None:
        from factcheck.cli._editing import added

        claim = added(desk, source, reviewer)
    else:
        claim = with_nearest(words, lambda found: desk.add_claim(source, found, by=reviewer, **given))
    say(f"added {claim.id}" if claim else "nothing was added")


@app.command()
def edit(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="The claim's id, as `factcheck claim list` shows.")],
    words: Annotated[
        str | None, typer.Option("--words", metavar="WORDS", help="The words of another passage of its source.")
    ] = None,
    statement: StatementOption = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="What it is about.")] = None,
    measure: MeasureOption = None,
    place: Annotated[str | None, typer.Option("--place", metavar="NAME", help="Where it holds.")] = None,
    tag: TagOption = None,
    note: NoteOption = None,
    as_: AsOption = None,
    project: ProjectOption = None,
) -> None:
    """Edit a claim: by options, or all of it in your editor (EDITOR). What was decided on other words is asked again.

    \b
    Example:
      factcheck claim edit audit-2022-3f9a1c20d4
      factcheck claim edit audit-2022-3f9a1c20d4 --statement "The channel was closed six times in 2019."
    """
    said = {"statement": statement, "kind": kind, "measure": measure, "place": place, "tags": tag, "note": note}
    changes: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
    reviewer, desk = who(as_), find_project(ctx, project)
    if not changes and words is None:
        from factcheck.cli._editing import edited

        say(f"edited {id}" if edited(desk, id, reviewer) else "nothing was changed")
        return
    if words is None:
        desk.edit_claim(id, by=reviewer, **changes)
    else:
        with_nearest(words, lambda found: desk.edit_claim(id, by=reviewer, words=found, **changes))
    say(f"edited {id}")


def with_nearest(words: str, use: "Callable[[str], Claim]") -> "Claim":
    """Use the words; where they are not in the source, offer the nearest passage to a person who can answer."""
    import sys

    try:
        return use(words)
    except UsageError as error:
        if error.nearest is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise
        from factcheck.cli._keys import key

        say(f"{error} (y takes it) ", end="")
        pressed = key()
        say("")
        if pressed not in ("y", "Y"):
            raise
        return use(error.nearest)
