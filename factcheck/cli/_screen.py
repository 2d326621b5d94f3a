"""What a reviewer sees of a claim, a finding or a statement: its words, its passages in their paragraphs, the past."""

import shutil
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.cli._decisions import told
from factcheck.cli._shared import WIDEST, takes_colour
from factcheck.pages.wording import LABELS, day, place
from factcheck.reporters._page import DIM, Page
from factcheck.reporters.terminal import COLOURS

if TYPE_CHECKING:
    from factcheck.project.views import ClaimView, FindingView, Paragraph, StatementView
    from factcheck.records.finding import Evidence, ReportedFinding
    from factcheck.records.source import Source
    from factcheck.reviewing.differences import Change
    from factcheck.reviewing.history import History
    from factcheck.reviewing.queue import Item

AROUND = 240
"""Characters of a paragraph that are shown on either side of a passage."""
MOST_PASSAGES = 6
PAST = 8
"""Earlier decisions that are shown, the latest ones."""
OUTCOMES = {"block": "red", "warn": "yellow", "pass": "green"}
STATUS = {"stale": "yellow", "disputed": "red", "approved": "green", "settled": "green", "rejected": "red"}


def new_page() -> Page:
    """A page as wide as the terminal."""
    return Page(min(shutil.get_terminal_size().columns, WIDEST), colour=takes_colour())


def draw_claim(page: Page, seen: "ClaimView", sources: "Mapping[str, Source]") -> None:
    """A claim: statement, values, passages in their paragraphs, other sides of its findings, what was decided."""
    claim = seen.claim
    page.line((claim.statement, "bold"))
    status = seen.standing.status
    page.line(f"{claim.kind} · ", (status, STATUS.get(status, "")), (f" · {claim.id}", DIM))
    if seen.values:
        page.line(("values  ", DIM), seen.values, rest=9)
    if claim.tags or claim.note:
        page.line(("tags    ", DIM), " ".join((*claim.tags, claim.note or "")), rest=9)
    for paragraph in seen.paragraphs:
        page.blank()
        _passage(page, paragraph, sources)
    for number, finding in enumerate(seen.findings, 1):
        _finding_of_claim(page, number, finding, claim.id)
    _past(page, seen.standing.says, seen.standing.changes, seen.history)


def _finding_of_claim(page: Page, number: int, finding: "ReportedFinding", claim: str) -> None:
    """A finding that a claim takes part in, with the other sides of it."""
    own = {item.side for item in finding.evidence if item.claim == claim}
    page.blank()
    page.line(("● ", COLOURS[finding.verdict]), (LABELS[finding.verdict][0], "bold"), f": {finding.message}", rest=3)
    others = [item for item in finding.evidence if item.side and item.side not in own]
    for item in others[:MOST_PASSAGES]:
        page.line(
            (item.value or "", "bold"), f"  “{' '.join(item.exact.split())}”", (f" · {item.source}", DIM), first=3
        )
    if len(others) > MOST_PASSAGES:
        page.line((f"… and {len(others) - MOST_PASSAGES} more", DIM), first=3)


def draw_finding(page: Page, seen: "FindingView", sources: "Mapping[str, Source]") -> None:
    """A finding: its message, its sides with the passages in their paragraphs, its reasons, what was decided."""
    finding = seen.finding
    page.line((finding.message, "bold"))
    label, status = LABELS[finding.verdict][0], finding.status
    page.line(
        (label, COLOURS[finding.verdict]),
        f" · {finding.kind} · ",
        (status, STATUS.get(status, "")),
        (f" · {finding.id}", DIM),
    )
    from factcheck.reviewing.findings import numbered

    numbers = numbered(finding.evidence)
    shown = sorted(
        range(len(finding.evidence)),
        key=lambda at: (finding.evidence[at].side is None, finding.evidence[at].side or ""),
    )
    side = ""
    for at in shown[:MOST_PASSAGES]:
        item = finding.evidence[at]
        page.blank()
        mark = f" [{numbers[item.claim]}]" if item.claim in numbers else ""
        name = item.side or "also"
        page.line((name if name != side else " ", "bold"), "  ", (item.value or "", "bold"), (mark, DIM))
        side = name
        _passage(page, seen.paragraphs[at], sources, item)
    if len(shown) + finding.more > MOST_PASSAGES:
        page.line((f"… and {len(shown) + finding.more - MOST_PASSAGES} more passages", DIM), first=3)
    page.blank()
    for number, step in enumerate(finding.explanation):
        page.line(("        " if number else "why     ", DIM), step.text, rest=9)
    if finding.settle:
        page.line(("settle  ", DIM), finding.settle, rest=9)
    _past(
        page, "" if seen.standing.state != "disputed" else seen.standing.says or "", seen.standing.changes, seen.history
    )


def draw_statement(page: Page, item: "Item", history: "History") -> None:
    """A statement of a draft, as it was when somebody decided on it."""
    page.line((item.title, "bold"))
    page.line(f"statement of {item.draft} · ", (item.status, STATUS.get(item.status, "")), (f" · {item.id}", DIM))
    _past(page, item.says, (), history)


def draw_judged(page: Page, seen: "StatementView", sources: "Mapping[str, Source]") -> None:
    """A statement of a draft: what the gate says of it, the passages that it may rest on, what was decided."""
    statement, standing = seen.statement, seen.standing
    page.line((statement.exact, "bold"))
    page.line(
        f"{statement.file}:{statement.line}:{statement.column} · ",
        (statement.support, OUTCOMES[statement.outcome]),
        f" · citation {statement.citation} · {statement.sign_off} · ",
        (standing.state, STATUS.get(standing.state, "")),
        (f" · {seen.id}", DIM),
    )
    if statement.why:
        page.line(("why     ", DIM), statement.why, rest=9)
    for number, (item, paragraph) in enumerate(zip(statement.evidence, seen.paragraphs, strict=True), 1):
        page.blank()
        told = {"a": "says so", "b": "says otherwise"}.get(item.side or "", "is near it")
        page.line((f"{number}", "bold"), f"  {told}  ", (item.value or "", "bold"))
        _passage(page, paragraph, sources, item)
    _past(page, standing.says if standing.state != "open" else "", standing.changes, seen.history)


def _passage(
    page: Page, paragraph: "Paragraph", sources: "Mapping[str, Source]", item: "Evidence | None" = None
) -> None:
    """A passage highlighted in its paragraph, then where it stands."""
    start, end = max(paragraph.start - AROUND, 0), min(paragraph.end + AROUND, len(paragraph.text))
    start = paragraph.text.find(" ", start, paragraph.start) + 1 if start else 0
    end = end if end == len(paragraph.text) else max(paragraph.text.rfind(" ", paragraph.end, end), paragraph.end)
    text = paragraph.text
    parts = [
        ("… " if start else "", DIM),
        (_plain(text[start : paragraph.start]), DIM),
        *_highlighted(page, _plain(text[paragraph.start : paragraph.end])),
        (_plain(text[paragraph.end : end]), DIM),
        (" …" if end < len(text) else "", DIM),
    ]
    page.line(*parts, first=3, bar="bright_black")
    source = sources.get(paragraph.source)
    title = source.title if source and source.title != paragraph.source else ""
    date = day(item.date if item else source.issued if source else None)
    where = place({"section": paragraph.section, "page": paragraph.page, "note": paragraph.note})
    page.line((" · ".join(part for part in (paragraph.source, title, date, *where) if part), DIM), first=3)


def _highlighted(page: Page, words: str) -> list[tuple[str, str]]:
    """The words of a passage, set apart by colour, or by marks where there is none."""
    return [(words, "bold black on yellow")] if page.colour else [(f"»{words}«", "")]


def _plain(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


def _past(page: Page, says: str, changes: "Sequence[Change]", history: "History") -> None:
    """What was decided before, and what changed since."""
    if says or history.lines:
        page.blank()
    if says:
        page.line(("so far  ", DIM), says, rest=9)
    for change in changes:
        page.line(("changed ", "yellow"), *_changed(change), rest=9)
    standing = frozenset(line.digest for line in history.standing)
    back = frozenset(line.digest for line in history.lines if line.digest not in standing and not line.undoes)
    for number, line in enumerate(told(history.lines[-PAST:], back)):
        page.line(("        " if number else "decided ", DIM), line, rest=9)


def _changed(change: "Change") -> list[tuple[str, str]]:
    if change.was is None or change.now is None:
        return [
            (f"{change.what}, {'new' if change.was is None else 'gone'}: ", DIM),
            (change.now or change.was or "", ""),
        ]
    styles = {"same": "", "gone": "red strike", "new": "green bold"}
    marks = {"same": "{}", "gone": "[−{}]", "new": "[+{}]"}
    return [
        (f"{change.what}: ", DIM),
        *((marks[part.what].format(part.text), styles[part.what]) for part in change.parts),
    ]
