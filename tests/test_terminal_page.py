"""A page for a terminal is laid out as rich lays it out, to the byte: rich is the reference, but slow."""

import re
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from factcheck.reporters._page import CODES, NARROWEST, Page
from factcheck.reporting import harmless

WORDS = st.text("ab cd,.-–“”日本é\t\n😀", max_size=120) | st.sampled_from(["a" * 130, "日本" * 60, " " * 90, "a " * 70])
STYLES = st.sampled_from(
    ["", "bold", "italic", "bright_black", "red", "bold red", "bold yellow", "bold black on yellow"]
)
PARTS = st.lists(st.tuples(WORDS, STYLES) | WORDS, max_size=5)


def by_rich(
    width: int, colour: bool, parts: list[tuple[str, str] | str], first: int, rest: int | None, bar: str
) -> str:
    console = Console(
        file=StringIO(), width=max(width, NARROWEST), force_terminal=colour,
        color_system="standard" if colour else None, highlight=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    pairs = ((part, "") if isinstance(part, str) else part for part in parts)
    words = Text.assemble(*((harmless(text), style) for text, style in pairs))
    hang = first if rest is None else rest
    for number, row in enumerate(words.wrap(console, max(console.width - hang - (2 if bar else 0), 20))):
        row.rstrip()
        lead = Text(" " * (hang if number else first))
        if bar:
            lead.append("│ ", bar)
        console.print(lead + row, soft_wrap=True)
    assert isinstance(console.file, StringIO)
    return re.sub(r" +\n", "\n", console.file.getvalue())


@given(
    st.integers(20, 100), st.booleans(), PARTS, st.integers(0, 6), st.none() | st.integers(0, 11),
    st.sampled_from(["", "red"]),
)  # fmt: skip
def test_lines_are_wrapped_and_styled_as_rich_does(
    width: int, colour: bool, parts: list[tuple[str, str] | str], first: int, rest: int | None, bar: str
) -> None:
    if colour:
        parts = [part if isinstance(part, str) else (part[0].replace("\t", " "), part[1]) for part in parts]
    page = Page(width, colour=colour)
    page.line(*parts, first=first, rest=rest, bar=bar)
    assert page.text() == by_rich(width, colour, parts, first, rest, bar)


def test_a_heading_reaches_the_right_edge() -> None:
    page = Page(50, colour=False)
    page.rule("2 conflicts", "they cannot both be right", "red")
    page.blank()
    assert page.text() == "━━ 2 conflicts · they cannot both be right ━━━━━━━\n\n"
    narrow = Page(40, colour=True)
    narrow.rule("2 conflicts", "they cannot both be right", "red")
    assert narrow.text() == f"\x1b[1;31m━━ 2 conflicts \x1b[0m\x1b[31m{'━' * 25}\x1b[0m\n"


def test_every_style_has_a_code() -> None:
    assert len(set(CODES.values())) == len(CODES)
