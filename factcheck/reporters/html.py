"""One HTML file for a browser: nothing is loaded from elsewhere, so it can be mailed, kept and printed."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from factcheck.pages.wording import LABELS, first_looks, left_out, nothing_compared
from factcheck.reporting import Reporter, ReportJson, View

FULL = ("conflict", "possible-conflict", "different-basis", "later-figure", "variant")
"""Verdicts whose findings stand open; the others are one line each that opens."""
LIBRARIES = ("vendor/d3.min.js", "vendor/plot.min.js", "charts.js")
"""What draws pictures; left out where there is none."""
OPEN = 50
"""Findings whose passages are in the page when it opens; those of the others are unfolded when they are wanted."""
PLOT_STYLE = (
    ":where(.drawn) {\n  --plot-background: white;\n  display: block;\n  height: auto;\n  height: intrinsic;\n"
    "  max-width: 100%;\n}\n:where(.drawn text),\n:where(.drawn tspan) {\n  white-space: pre;\n}"
)
"""The style that the plotting library writes into each picture, by its letter: the page's policy names its digest."""


def render(report: ReportJson, view: View) -> str:
    """The report as a page, with pictures where there is a project to draw them from."""
    from factcheck.pages.pictures import meetings, picture, tie_list
    from factcheck.pages.rendering import asset, content_security_policy, render

    known = view.behind.pictures(report) if view.behind else {"claims": {}, "ties": []}
    sources = {source["id"]: source for source in report["sources"]}
    drawings = {one["id"]: made for one in report["findings"] if (made := picture(one, known["claims"]))}
    ties, met = tie_list(known["ties"], sources), meetings(report["findings"])
    drawn = bool(drawings or ties or met)
    styles = [asset("look.css"), asset("report.css")]
    scripts = [asset(name) for name in ("look.js", *(LIBRARIES if drawn else ()), "report.js")]
    policy = content_security_policy({"script": scripts, "style": [*styles, *([PLOT_STYLE] if drawn else ())]})
    return render(
        "report.html",
        report=report,
        sources=sources,
        claims=sum(source["claims"] for source in report["sources"]),
        groups=_groups(report),
        full=FULL,
        kinds=_kinds(report),
        looks=first_looks(report["findings"]),
        compared=any(one["verdict"] != "not-checked" for one in report["findings"]),
        left_out=left_out(report["withheld"]),
        nothing=nothing_compared(report["sources"]),
        settled=sum(one["status"] == "settled" for one in report["findings"]),
        part=_part(report),
        drawings=drawings,
        folded={one["id"] for one in report["findings"][OPEN:]},
        ties=ties,
        dates={id: source["issued"] for id, source in sources.items()},
        met=met,
        policy=policy,
        styles=styles,
        scripts=scripts,
        licences=[asset(f"vendor/{name}.LICENSE.txt") for name in ("d3", "plot")] if drawn else [],
    )


def _groups(report: ReportJson) -> dict[str, list[Mapping[str, Any]]]:
    """The findings by verdict, worst first."""
    groups = {verdict: [one for one in report["findings"] if one["verdict"] == verdict] for verdict in LABELS}
    return {verdict: group for verdict, group in groups.items() if group}


def _kinds(report: ReportJson) -> dict[str, Counter[str]]:
    """How many findings of each verdict there are by kind; the kind with the most first."""
    kinds: dict[str, Counter[str]] = {}
    for one in report["findings"]:
        kinds.setdefault(one["kind"], Counter())[one["verdict"]] += 1
    return dict(sorted(kinds.items(), key=lambda entry: (-entry[1].total(), entry[0])))


def _part(report: ReportJson) -> dict[str, Counter[str]]:
    """In how many findings of each verdict a source takes part."""
    part: dict[str, Counter[str]] = {source["id"]: Counter() for source in report["sources"]}
    for one in report["findings"]:
        for source in {item["source"] for item in one["evidence"]}:
            part.setdefault(source, Counter())[one["verdict"]] += 1
    return part


REPORTER = Reporter("One file for a browser, to mail and to print", render, endings=(".html", ".htm"))
