"""`factcheck doctor`."""

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli._shared import ProjectOption, columns, commands, find_project, say, warn
from factcheck.language.plain import several

if TYPE_CHECKING:
    from factcheck.project.doctor import Ailment, Area

COUNTED: "dict[Area, str]" = {
    "settings": "file", "folders": "folder", "sources": "source", "versions": "older version", "claims": "claim",
    "log": "decision", "index": "value",
}  # fmt: skip

app = commands("Set up")


@app.command()
def doctor(
    ctx: typer.Context,
    fix: Annotated[bool, typer.Option("--fix", help="Put right what is derived or left over; nothing else.")] = False,
    project: ProjectOption = None,
) -> None:
    """Look for what is damaged, missing or left over.

    It reads every source, claim and decision, and says what to do. --fix makes again what is derived, and removes
    what a write that was cut off left behind; what people wrote or added is never changed.

    \b
    Example:
      factcheck doctor
      factcheck doctor --fix

    \b
    Exit codes:
      0  all is well, or was put right
      1  something is wrong that people have to see to
      2  it could not be looked at: one line on standard error says why
    """
    from factcheck.project.doctor import AREAS, examine, mend

    desk = find_project(ctx, project)
    found = examine(desk)
    mended = mend(desk, found.ailments) if fix else ()
    left = [ailment for ailment in found.ailments if ailment not in mended]
    rows = []
    for area in AREAS:
        bad = sum(ailment.area == area for ailment in left)
        rows.append((area, several(found.looked_at[area], COUNTED[area]), f"{bad} wrong" if bad else "well"))
    say(columns(rows))
    for ailment in mended:
        say(f"put right: {_told(ailment)}")
    for ailment in left:
        say(f"{_told(ailment)}. {ailment.cure}".rstrip())
    if left:
        warn(f"{several(len(left), 'thing')} to see to")
        raise typer.Exit(1)


def _told(ailment: "Ailment") -> str:
    return f"{ailment.where}: {ailment.says}"
