"""The report for people in a terminal: differences worst first, each side beside the words that carry it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from factcheck.language.plain import one_line, several
from factcheck.pages.wording import (
    LABELS,
    MEANINGS,
    count,
    day,
    excerpt,
    first_looks,
    focus,
    left_out,
    nothing_compared,
    place,
    shortened,
)
from factcheck.reporters import _gate_terminal
from factcheck.reporters._page import DIM, Page
from factcheck.reporting import Reporter, ReportJson, View

Json = Mapping[str, Any]

COLOURS = {
    "conflict": "red",
    "possible-conflict": "yellow",
    "different-basis": "cyan",
    "later-figure": "blue",
    "variant": "magenta",
    "agrees": "green",
    "not-checked": "bright_black",
}
QUOTE_LINES = 3
"""Lines of a passage that are shown; the rest is trimmed around the words that matter."""
PASSAGES = 2
"""Passages of a side that are quoted in full; further ones are shown in a line each."""
LINES = 8
"""Passages of a side that are shown at all; the rest is counted."""
SECTION = 32
"""Letters of a section's heading that are shown."""
AGREEMENTS = 40
"""Agreements, and facts not checked, that are named; the rest is counted."""
MINOR = 100
"""Variants and other findings that block nothing that are shown of a verdict; the rest is counted."""
NEVER_CUT = ("conflict", "possible-conflict")


def render(report: ReportJson, view: View) -> str:
    """The report as lines of text, with colour codes where the view takes them."""
    page = Page(view.width, colour=view.colour)
    _head(page, report)
    groups = groupby(report["findings"], key=lambda finding: finding["verdict"])
    titles = {source["id"]: source for source in report["sources"]}
    for verdict, group in groups:
        _group(page, verdict, list(group), titles)
    _not_checked(page, report["sources"])
    _withheld(page, report.get("withheld") or {})
    return page.text()


def _head(page: Page, report: ReportJson) -> None:
    sources, findings = report["sources"], report["findings"]
    claims = sum(source.get("claims", 0) for source in sources)
    page.line(
        (report["tool"], "bold"),
        (f"  ·  {several(len(sources), 'source')}  ·  {several(claims, 'claim')} read", DIM),
    )
    page.blank()
    by_verdict = {verdict: [f for f in findings if f["verdict"] == verdict] for verdict in LABELS}
    compared = sum(len(group) for verdict, group in by_verdict.items() if verdict != "not-checked")
    if not compared:
        _nothing(page, sources)
        return
    _counts(page, {verdict: len(group) for verdict, group in by_verdict.items() if group})
    if compared == len(by_verdict["agrees"]):
        page.line(f"No difference in what was compared: {several(compared, 'fact')}.")
    settled = sum(finding.get("status") == "settled" for finding in findings)
    if settled:
        page.line((f"{settled} of these {'is' if settled == 1 else 'are'} settled.", DIM))
    page.blank()
    _first_looks(page, findings)


def _counts(page: Page, counts: Mapping[str, int]) -> None:
    """How many findings there are of each verdict, no count cut in two by the end of a line."""
    row: list[tuple[str, str] | str] = []
    used = 1
    for verdict, number in counts.items():
        words = count(verdict, number)
        if row and used + len(words) + 5 > page.width:
            page.line(*row)
            row, used = [], 1
        row += ["   "] if row else []
        row += [("● ", COLOURS[verdict]), words]
        used += len(words) + 5
    page.line(*row)


def _first_looks(page: Page, findings: Sequence[Json]) -> None:
    looks = first_looks(findings)
    if not looks:
        return
    page.line(("Look first at", "bold"))
    for finding in looks:
        verdict = finding["verdict"]
        page.line(("● ", COLOURS[verdict]), one_line(finding["message"]), (f"  {LABELS[verdict][0]}", DIM), rest=3)
    page.blank()


def _nothing(page: Page, sources: Sequence[Json]) -> None:
    page.line(("Nothing was compared. ", "bold yellow"), nothing_compared(sources), " This is not a clean result.")
    page.blank()


def _group(page: Page, verdict: str, findings: Sequence[Json], sources: Mapping[str, Json]) -> None:
    colour = COLOURS[verdict]
    page.rule(count(verdict, len(findings)), MEANINGS[verdict], colour)
    page.blank()
    brief = verdict in ("agrees", "not-checked")
    most = len(findings) if verdict in NEVER_CUT else AGREEMENTS if brief else MINOR
    for finding in findings[:most]:
        if brief:
            _brief(page, finding, colour)
        else:
            _finding(page, finding, sources, colour)
            page.blank()
    if len(findings) > most:
        more = f"… and {len(findings) - most:,} more; factcheck check --output report.html lists all."
        page.line((more, DIM), first=3)
        page.blank()
    elif brief:
        page.blank()


def _brief(page: Page, finding: Json, colour: str) -> None:
    mark = "✓ " if finding["verdict"] == "agrees" else "○ "
    message = one_line(finding["message"])
    names = list(dict.fromkeys(item["source"] for item in finding["evidence"] if item["source"] not in message))
    page.line((mark, colour), message, (f"  {', '.join(names)}", DIM), rest=3)


def _finding(page: Page, finding: Json, sources: Mapping[str, Json], colour: str) -> None:
    page.line(("● ", colour), (one_line(finding["message"]), "bold"), rest=3)
    if finding.get("status", "open") != "open":
        decided = f": {finding['decided']}" if finding.get("decided") else ""
        page.line((f"{finding['status']}{decided}", "italic"), first=3)
    for side, items in _sides(finding["evidence"]):
        page.blank()
        _side(page, side, items, sources, colour)
    if finding.get("more"):
        page.line((f"… and {several(finding['more'], 'more passage')}", DIM), first=3)
    page.blank()
    for number, step in enumerate(finding.get("explanation", ())):
        page.line(("        " if number else "why     ", DIM), one_line(step["text"]), first=3, rest=11)
    if finding.get("settle"):
        page.line(("settle  ", DIM), one_line(finding["settle"]), first=3, rest=11)
    page.line((f"{finding['kind']} · {finding['id']}", DIM), first=3)


def _sides(evidence: Sequence[Json]) -> Iterator[tuple[str | None, list[Json]]]:
    """The evidence by side, in order of letter, what is only context at the end."""
    ordered = sorted(evidence, key=lambda item: (item.get("side") is None, item.get("side") or ""))
    for side, items in groupby(ordered, key=lambda item: item.get("side")):
        yield side, list(items)


def _side(page: Page, side: str | None, items: list[Json], sources: Mapping[str, Json], colour: str) -> None:
    values = list(dict.fromkeys(one_line(item["value"]) for item in items if item.get("value")))
    label = side or "also"
    if side is None or values:
        page.line((f"{label}  ", f"bold {colour}"), ("; ".join(values[:3]), "bold"), first=3, rest=6)
    else:
        page.line((label, f"bold {colour}"), first=3)
    shown = items[:LINES]
    runs = [list(run) for _, run in groupby(shown, key=lambda item: (item["source"], place(item)))]
    fit = all(len(item["exact"]) < page.width - 40 for item in items)
    quoted = 0 if fit and len(runs) > PASSAGES else PASSAGES
    for run in runs[:quoted]:
        for item in run:
            _passage(page, item, QUOTE_LINES if len(run) <= PASSAGES else 1, colour)
        _place(page, run[0], sources)
    for item in (item for run in runs[quoted:] for item in run):
        _passage_line(page, item, colour)
    if len(items) > LINES:
        page.line((f"… and {several(len(items) - LINES, 'passage')} more on this side", DIM), first=6)


def _passage(page: Page, item: Json, lines: int, colour: str) -> None:
    text = one_line(item["exact"])
    spans = focus(text, item.get("value"))
    start, end = excerpt(text, spans, (page.width - 12) * lines)
    page.line(*_marked(text, spans, start, end), first=6, bar=colour)


def _place(page: Page, item: Json, sources: Mapping[str, Json]) -> None:
    """Where passages stand, in a line: their source's id, title and date, and the place in it."""
    source = sources.get(item["source"], {})
    date = day(item.get("date") or source.get("issued"))
    title = one_line(source.get("title") or item["source"])
    parts = [shortened(part, SECTION) for part in (date, *place(item)) if part and part != title]
    where = "".join(f" · {part}" for part in parts)
    if title != item["source"]:
        room = page.width - 6 - len(f"{item['source']} · {where}")
        page.line(item["source"], (" · ", DIM), (shortened(title, room), "italic"), (where, DIM), first=6)
    else:
        page.line(item["source"], (where, DIM), first=6)


def _passage_line(page: Page, item: Json, colour: str) -> None:
    text = one_line(item["exact"])
    spans = focus(text, item.get("value"))
    where = "".join(f" · {part}" for part in (item["source"], *place(item)[-1:]))
    if len(where) > page.width // 3:
        where = f" · {item['source']}"
    start, end = excerpt(text, spans, max(page.width - 12 - len(where), 30))
    page.line(*_marked(text, spans, start, end), (where, DIM), first=6, bar=colour)


def _marked(text: str, spans: Iterable[tuple[int, int]], start: int, end: int) -> list[tuple[str, str]]:
    """The shown part of a passage, with the words that matter in bold and an ellipsis where it was cut."""
    parts = [("… ", DIM)] if start else []
    at = start
    for begin, stop in spans:
        if begin < at or stop > end:
            continue
        parts += [(text[at:begin], ""), (text[begin:stop], "bold")]
        at = stop
    parts.append((text[at:end], ""))
    return [*parts, (" …", DIM)] if end < len(text) else parts


def _not_checked(page: Page, sources: Sequence[Json]) -> None:
    """What could not be read for checking, said aloud."""
    reasons = [(source, reason) for source in sources for reason in source.get("not_checked", ())]
    if not reasons:
        return
    page.rule("not read for checking", several(len(reasons), "part"), DIM)
    page.blank()
    for source, reason in reasons:
        page.line(("○ ", DIM), (source["id"], "bold"), "  ", one_line(reason), rest=3)
    page.blank()


def _withheld(page: Page, withheld: Json) -> None:
    """That something is left out, without what."""
    if withheld.get("sources"):
        page.line((left_out(withheld), DIM))


REPORTER = Reporter("A report for people, worst first, with the passages", render, _gate_terminal.render, (".txt",))
