"""`factcheck check`."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from factcheck.cli._outputs import CheckFormat, OutputOption, outputs, show
from factcheck.cli._shared import (
    IncludeOption,
    ProjectOption,
    TodayOption,
    commands,
    emit,
    find_project,
    fix_today,
    one_of,
    progress,
    view,
    warn,
)
from factcheck.errors import UsageError
from factcheck.pages.wording import check_line
from factcheck.reporting import ReportJson

VERDICTS = {"conflict": {"conflict"}, "possible-conflict": {"conflict", "possible-conflict"}, "never": set[str]()}

app = commands("Compare")


@app.command()
def check(
    ctx: typer.Context,
    format: CheckFormat = None,
    output: OutputOption = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", metavar="KIND", help="Only findings of this kind; may be repeated.")
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="ID", help="Only findings that this source takes part in; may be repeated."),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="VERDICT", help="Exit 1 from here on: conflict, possible-conflict, never."),
    ] = None,
    include: IncludeOption = None,
    today: TodayOption = None,
    project: ProjectOption = None,
) -> None:
    """Compare what the sources say: where they differ, where they agree.

    What rests on confidential sources, or on those under embargo, is left out unless --source or --include names them.

    \b
    Example:
      factcheck check
      factcheck check --kind quantity --kind date --source audit-2022
      factcheck check --output report.html
      factcheck check --output report.json --output report.md --fail-on possible-conflict
    """
    wanted = outputs("check", format, output)
    failing = one_of("--fail-on", fail_on, tuple(VERDICTS)) if fail_on else None
    desk = find_project(ctx, project)
    fix_today(desk, today)
    asked = kind or (), source or (), include or ()

    def compared() -> tuple[Mapping[str, Any], ReportJson]:
        """The whole report, by which the exit code is, and what of it is shown."""
        with progress() as tell:
            whole = desk.check_json(*asked[:2], progress=tell)
            if not whole["sources"]:
                raise UsageError("there is nothing to check; add sources with `factcheck source add FILE...`")
            return whole, desk.report_json(*asked, progress=tell)

    def page() -> dict[str, Any]:
        """The report as it is shown in a terminal, and how its findings stand: each verdict and status once."""
        whole, report = compared()
        met = sorted({(finding["verdict"], finding["status"]) for finding in whole["findings"]})
        found = [{"verdict": verdict, "status": status} for verdict, status in met]
        return {"text": wanted[0].render(report, sight), "findings": found}

    sight = view(None)
    if [(one.format, one.target) for one in wanted] == [("terminal", None)]:
        whole: Mapping[str, Any] = desk.kept_page([*asked, sight.width, sight.colour], page)
        emit(whole["text"].encode("utf-8"))
    else:
        whole, report = compared()
        show(report, wanted, desk.behind([*asked[2], *asked[1]]), check_line(report))
    raise typer.Exit(exit_code(whole, failing or desk.fail_on))


def exit_code(report: Mapping[str, Any], fail_on: str) -> int:
    """0 or 1 by what the report holds, 2 (said on standard error) where nothing was compared."""
    findings = report["findings"]
    if fail_on != "never" and all(finding["verdict"] == "not-checked" for finding in findings):
        return warn("nothing was compared: no claim was found that speaks of the same fact as another")
    failing = VERDICTS[fail_on]
    return int(any(finding["verdict"] in failing and finding["status"] != "settled" for finding in findings))
