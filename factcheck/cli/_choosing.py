"""Choosing what a command decides on: by ids, or by a filter, shown first and confirmed by its count."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli._shared import columns, progress, say
from factcheck.errors import UsageError
from factcheck.language.plain import several

if TYPE_CHECKING:
    from factcheck.project import Project
    from factcheck.reviewing.queue import Filter, Item

SourcesOption = Annotated[
    list[str] | None, typer.Option("--source", metavar="ID", help="All of this source; may be repeated.")
]
KindsOption = Annotated[
    list[str] | None, typer.Option("--kind", metavar="KIND", help="All of this kind; may be repeated.")
]
TagsOption = Annotated[
    list[str] | None, typer.Option("--tag", metavar="TAG", help="All with this tag; may be repeated.")
]
StatusesOption = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", help="All of this status: proposed, stale, …; may be repeated."),
]
AssigneesOption = Annotated[
    list[str] | None, typer.Option("--assignee", metavar="WHO", help="All assigned to this person; may be repeated.")
]
VerdictsOption = Annotated[
    list[str] | None, typer.Option("--verdict", metavar="VERDICT", help="All of this verdict; may be repeated.")
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Only show what would be decided on.")]
YesOption = Annotated[bool, typer.Option("--yes", help="Decide on all that the filter finds, without asking.")]


def choose(
    desk: "Project", ids: Sequence[str] | None, wanted: "Filter", *, verb: str, by: str | None, dry_run: bool, yes: bool
) -> list[str]:
    """The ids given; or those that wait for a decision and that a filter finds, once their number was confirmed.

    Empty for a dry run. Raises UsageError where neither is given, or both, or nobody confirms.
    """
    (noun,) = wanted.things
    filtered = any(getattr(wanted, name) for name in wanted.__dataclass_fields__ if name != "things")
    if bool(ids) == filtered:
        raise UsageError(f"name {noun}s by their ids, or choose them with --source, --kind and the like")
    if ids:
        found = list(dict.fromkeys(ids))
        if dry_run:
            say(f"would {verb} {several(len(found), noun)}: {', '.join(found)}")
        return [] if dry_run else found
    with progress() as tell:
        items = desk.queue("source", wanted, reviewer=by, progress=tell)
    if not items:
        raise UsageError(f"no {noun} that waits for a decision is so")
    if yes and not dry_run:
        return [item.id for item in items]
    _show(items)
    if dry_run:
        say(f"would {verb} {several(len(items), noun)}")
        return []
    return _confirmed(items, verb, noun)


def _show(items: "Sequence[Item]") -> None:
    say(columns([(item.id, item.status, item.about, item.title) for item in items]))


def _confirmed(items: "Sequence[Item]", verb: str, noun: str) -> list[str]:
    """The ids, if a person types how many there are."""
    count = several(len(items), noun)
    if not sys.stdin.isatty():
        raise UsageError(f"this would {verb} {count}: add --yes to do so, or --dry-run to see them only")
    say(f"Type {len(items)} to {verb} {count}: ", end="")
    answer = sys.stdin.readline().strip().replace(",", "")
    if answer != str(len(items)):
        raise UsageError("nothing was decided")
    return [item.id for item in items]
