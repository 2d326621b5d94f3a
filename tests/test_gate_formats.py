"""A manuscript in Word or as a web page, with its citations in notes, is judged as it is in Markdown."""

import json
import re
from html import escape
from typing import Any

import pytest
from docxs import made, words
from gates import CASES, case, report

from factcheck.records.gate import GateReport

NAMES = ("warm-plate", "tiberan-eruption")
_CITED = re.compile(r"\s*\[(@[^\]]+)\]")


def told_of(name: str, key: str) -> str:
    """A work as a writer cites it in a note, by its record."""
    records = json.loads((CASES / name / "sources.csl.json").read_text("utf-8"))
    record: dict[str, Any] = next((one for one in records if one["id"] == key), {})
    if not record:
        return f"“{key.replace('-', ' ').capitalize()}”, Office of Affairs, 2021"
    authors = ", ".join(f"{one['given']} {one['family']}" for one in record.get("author", ()))
    house = record.get("container-title") or record.get("publisher", "")
    return ", ".join(filter(None, (authors, f"“{record['title']}”", house)))


def blocks_of(name: str) -> tuple[str, list[tuple[str, str]], dict[int, str]]:
    """A manuscript's title, its blocks (style and text, with `{1}` for the marker of note 1), and its notes."""
    front, body = (CASES / name / "draft.md").read_text("utf-8").split("\n---\n", 1)
    notes: dict[int, str] = {}

    def noted(match: re.Match[str]) -> str:
        items = [re.match(r"@([\w-]+)(.*)", one.strip()) for one in match[1].split(";")]
        number = len(notes) + 1
        notes[number] = "; ".join(f"{told_of(name, one[1])}{one[2]}" for one in items if one) + "."
        return f"{{{number}}}"

    blocks = []
    for block in body.strip().split("\n\n"):
        words = " ".join(block.split())
        style = {"# ": "Title", "##": "Heading2"}.get(words[:2], "")
        blocks.append((style, _CITED.sub(noted, words.lstrip("# "))))
    title = re.search(r"title: (.+)", front)
    return title[1] if title else "", blocks, notes


def markdown(name: str) -> GateReport:
    return report((CASES / name / "draft.md").read_text("utf-8"), case(name))


def date_of(name: str) -> str:
    found = re.search(r"date: (\S+)", (CASES / name / "draft.md").read_text("utf-8"))
    assert found
    return found[1]


def word(name: str) -> GateReport:
    title, blocks, notes = blocks_of(name)
    body = [words(escape(text, quote=False), style) for style, text in blocks]
    file = made(*body, footnotes={number: escape(text, quote=False) for number, text in notes.items()}, title=title)
    return report(file, case(name), file="draft.docx", date=date_of(name))


def web(name: str) -> GateReport:
    title, blocks, notes = blocks_of(name)
    tags = {"Title": "h1", "Heading2": "h2"}
    parts = []
    for style, text in blocks:
        tag = tags.get(style, "p")
        linked = re.sub(
            r"\{(\d+)\}",
            r'<sup id="ref\1"><a href="#fn\1" role="doc-noteref">\1</a></sup>',
            escape(text, quote=False),
        )
        parts.append(f"<{tag}>{linked}</{tag}>")
    below = "".join(f'<li id="fn{number}">{escape(text, quote=False)}</li>' for number, text in notes.items())
    page = (
        f"<!doctype html><html lang=en><head><title>{title}</title></head><body><article>{''.join(parts)}"
        f'<section role="doc-endnotes"><ol>{below}</ol></section></article></body></html>'
    )
    return report(page, case(name), file="draft.html", date=date_of(name))


def answers(told: GateReport) -> dict[str, tuple[str, str, str]]:
    """What was answered on each sentence of the text, by its words; those of notes are left out."""
    found: dict[str, tuple[str, str, str]] = {}
    for one in told.statements:
        words = re.sub(r"\s+", " ", one.exact).strip()
        found[words] = (one.support, one.citation, one.outcome)
    return found


@pytest.mark.parametrize("made", [word, web])
@pytest.mark.parametrize("name", NAMES)
def test_the_answers_are_those_of_the_manuscript_in_markdown(name: str, made: Any) -> None:
    expected, found = answers(markdown(name)), answers(made(name))
    assert len(expected) > 30
    differing = {one: (expected[one], found.get(one)) for one in expected if found.get(one) != expected[one]}
    assert differing == {}
