"""`factcheck cite`."""

import json
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli._shared import (
    IncludeOption,
    ProjectOption,
    TodayOption,
    commands,
    find_project,
    fix_today,
    one_of,
    progress,
    say,
)

if TYPE_CHECKING:
    from factcheck.records.carrying import Carrier, CiteReport

FORMATS = ("terminal", "json")
SUPPORT = {
    "supported": "supported", "contradicted": "other figure or words", "misquoted": "other words",
    "different-basis": "other period, supplier or place", "later-figure": "a later figure is there",
    "no-source-found": "not all of it", "not-checked": "not all of it",
}  # fmt: skip
SIGN_OFF = {
    "approved": "approved", "not-yet": "not approved yet", "changed-since": "changed since it was approved",
    "finding-open": "another source differs, and nobody settled it",
}  # fmt: skip
PASSAGES = 2
"""Passages of a source that are shown."""

app = commands("Compare")


@app.command()
def cite(
    ctx: typer.Context,
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="What you want to say; - is standard input.")],
    format: Annotated[
        str, typer.Option("--format", metavar="NAME", help=f"How to show it: {', '.join(FORMATS)}.")
    ] = "terminal",
    include: IncludeOption = None,
    today: TodayOption = None,
    project: ProjectOption = None,
) -> None:
    """Find what carries a sentence, ready to paste as a citation.

    Shows the sources that say it, best first, each with its citation, its passages, and who approved the claims on
    them. What says otherwise comes last.

    \b
    Example:
      factcheck cite "The new quay is 840 metres long."
      pbpaste | factcheck cite -

    \b
    Exit codes:
      0  something carries it, or a part of it
      1  nothing was found that carries it
      2  it could not be looked for: one line on standard error says why
    """
    one_of("--format", format, FORMATS)
    desk = find_project(ctx, project)
    fix_today(desk, today)
    text = sys.stdin.buffer.read().decode("utf-8", "replace") if sentence == "-" else sentence
    with progress() as tell:
        report = desk.cite(text, include or (), tell)
    if format == "json":
        say(json.dumps(report.model_dump(mode="json"), ensure_ascii=False, indent=1))
    else:
        say("\n".join(_lines(report)))
    raise typer.Exit(0 if any(one.is_carried for one in report.sentences) else 1)


def _lines(report: "CiteReport") -> Iterator[str]:
    for number, one in enumerate(report.sentences):
        if number:
            yield ""
        if len(report.sentences) > 1:
            yield from _wrapped(one.exact, "")
        if not one.is_carried:
            yield "Nothing was found that carries this."
        for place, carrier in enumerate(one.carriers):
            if place or number or not one.is_carried:
                yield ""
            yield from _carrier(carrier)


def _carrier(one: "Carrier") -> Iterator[str]:
    from factcheck.language.plain import one_line
    from factcheck.pages.wording import day, place

    told = [f"in part: {', '.join(one.carries)}" if one.carried == "part" else SUPPORT[one.support]]
    told += [SIGN_OFF[one.sign_off]] if one.carried != "none" else []
    told += ["may not be published"] if one.withheld else []
    yield f"{one.citation}  {'; '.join(told)}"
    if one.why:
        yield from _wrapped(one.why, "  = ")
    for item in one.evidence[:PASSAGES]:
        yield from _wrapped(f"“{one_line(item.exact)}”", "  + " if item.side == "a" else "  - ")
        where = (item.source, day(item.date), *place(item.model_dump()))
        yield f"    {' · '.join(part for part in where if part)}"
    for claim in one.claims if one.carried != "none" else ():
        by = f" by {' and '.join(claim.approvers)}" if claim.approvers else ""
        yield from _wrapped(f"{claim.id}, {claim.status}{by}: {claim.statement}", "  claim ")


def _wrapped(text: str, lead: str) -> Iterator[str]:
    rows = textwrap.wrap(" ".join(text.split()), 100 - len(lead), break_on_hyphens=False, break_long_words=False)
    for number, row in enumerate(rows):
        yield (lead if number == 0 else " " * len(lead)) + row
