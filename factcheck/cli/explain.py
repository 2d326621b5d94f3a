"""`factcheck explain`."""

import re
import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli._shared import ProjectOption, commands, find_project, say, view
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.explaining import ExplainedClaim, ExplainedFinding, ExplainedPassage
    from factcheck.project import Project
    from factcheck.records.finding import Evidence, Step
    from factcheck.weighing import Weighed

_PLACE = re.compile(r"(\d{1,12})-(\d{1,12})")

app = commands("Compare")


@app.command()
def explain(
    ctx: typer.Context,
    finding: Annotated[
        str | None, typer.Argument(metavar="FINDING", help="The finding's id, as `factcheck check` shows it.")
    ] = None,
    passage: Annotated[
        str | None,
        typer.Option(
            "--passage",
            metavar="SOURCE:START-END",
            help="Explain a passage instead: its characters in `factcheck source show SOURCE --text`, or its words.",
        ),
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Explain a finding step by step, or why a passage was not flagged.

    \b
    Example:
      factcheck explain quantity-differs:4b1f0c9a7d20
      factcheck explain --passage audit-2022:1200-1290
      factcheck explain --passage "audit-2022:closed six times"
    """
    if (finding is None) == (passage is None):
        raise UsageError("name a finding, or a passage with --passage SOURCE:START-END")
    desk = find_project(ctx, project)
    width = view(None).width
    if finding is not None:
        lines = list(_finding(desk.explain(finding), desk, width))
    else:
        lines = list(_passage(desk.explain_passage(*_place(desk, passage or "")), width))
    say("\n".join(lines))


def _place(desk: "Project", passage: str) -> tuple[str, int, int]:
    """A passage as given: its source and where it stands there."""
    source, colon, rest = passage.partition(":")
    if not colon or not rest.strip():
        raise UsageError(f"--passage {passage!r} is not SOURCE:START-END")
    match = _PLACE.fullmatch(rest.strip())
    if match:
        return source, int(match[1]), int(match[2])
    return source, *desk.passage(source, rest)


def _finding(explained: "ExplainedFinding", desk: "Project", width: int) -> Iterator[str]:
    found = explained.finding
    yield f"{found.id}  {found.verdict} · {found.kind} · {found.severity} · {found.status}"
    yield from _wrapped(found.message, width)
    titles = {source.id: source.title for source in desk.sources()}
    ordered = sorted(found.evidence, key=lambda item: (item.side is None, item.side or ""))
    for side, items in groupby(ordered, key=lambda item: item.side):
        for number, item in enumerate(items):
            yield ""
            yield from _evidence(side if number == 0 else "", item, titles, explained.values, width)
    if found.more:
        yield ""
        yield f"   … and {found.more:,} more passages"
    yield ""
    yield from _steps(found.explanation, width)
    if found.settle:
        yield from _wrapped(found.settle, width, "settle   ", "         ")
    for decision in explained.decisions:
        why = f": {decision.why}" if decision.why else ""
        yield from _wrapped(
            f"{decision.answer} by {decision.by}, {decision.at[:10]}{why}", width, "decided  ", "         "
        )
    if not explained.decisions:
        yield "decided  nothing yet"


def _evidence(
    side: str | None, item: "Evidence", titles: dict[str, str], values: dict[str, str], width: int
) -> Iterator[str]:
    """A passage: which side, its value, its words, where it stands, and what it comes to."""
    from factcheck.pages.wording import day, place

    label = "also" if side is None else side
    if item.value or side != "":
        yield from _wrapped(item.value or "", width, f"{label:<3}", "   ") if item.value else [label]
    yield from _wrapped(f"“{' '.join(item.exact.split())}”", width, "   ", "   ")
    title = titles.get(item.source, item.source)
    where = [item.source, *([title] if title != item.source else []), day(item.date), *place(item.model_dump())]
    yield from _wrapped(" · ".join(part for part in where if part), width, "   ", "   ")
    yield f"   characters {item.start} to {item.end}"
    if item.claim and values.get(item.claim):
        yield from _wrapped(f"read as {values[item.claim]}", width, "   ", "     ")


def _steps(steps: "tuple[Step, ...]", width: int, indent: str = "") -> Iterator[str]:
    wide = max((len(step.code) for step in steps), default=0)
    for step in steps:
        lead = f"{indent}{step.code.ljust(wide)}  "
        yield from _wrapped(step.text, width, lead, " " * len(lead))


def _passage(explained: "ExplainedPassage", width: int) -> Iterator[str]:
    yield f"{explained.source}, characters {explained.start} to {explained.end}"
    yield from _wrapped(f"“{' '.join(explained.exact.split())}”", width)
    if explained.step:
        yield ""
        yield from _steps((explained.step,), width)
    if explained.switched_off:
        yield ""
        yield from _wrapped(f"switched off here: {', '.join(explained.switched_off)}", width)
    for claim in explained.claims:
        yield ""
        yield from _claim(claim, width)


def _claim(claim: "ExplainedClaim", width: int) -> Iterator[str]:
    yield f"● {claim.kind}: {claim.measure}  {claim.claim}"
    yield from _wrapped(claim.statement, width, "  ", "  ")
    if claim.value:
        yield from _wrapped(f"read as {claim.value}", width, "  ", "    ")
    if claim.findings:
        yield from _wrapped(f"taking part in {', '.join(claim.findings)}", width, "  ", "    ")
    if claim.step:
        yield from _steps((claim.step,), width, "  ")
    elif claim.others:
        shown = f"the nearest {len(claim.compared)} of " if claim.others > len(claim.compared) else ""
        yield f"  compared with {shown}{claim.others:,}:"
    for number, weighed in enumerate(claim.compared, 1):
        yield from _weighed(number, weighed, width)


def _weighed(number: int, weighed: "Weighed", width: int) -> Iterator[str]:
    outcome = {"agrees": "agrees", "differs": "differs", "set-aside": "set aside"}[weighed.outcome]
    needed = f" of {weighed.needed:.3g} points" if weighed.needed else " points"
    yield f"  {number}. {weighed.source} {weighed.start}-{weighed.end}: {outcome}, {weighed.points:.2g}{needed}"
    yield from _wrapped(weighed.statement, width, "     ", "     ")
    yield from _steps(weighed.steps, width, "     ")


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    lines = textwrap.wrap(text, max(width, 40), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return lines or [first.rstrip()]
