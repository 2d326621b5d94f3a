"""Draws docs/report.svg: what `make demo` shows in a terminal of a hundred columns, abridged.

usage: python docs/picture.py [REPORT.json]

Reads the report of this repository's own sources, or the one given.
"""

import json
import re
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from factcheck.project import Project
from factcheck.reporting import View, reporter

FOLDER = Path(__file__).parent
WIDTH = 100
SHOWN = {"conflict": 1, "possible conflict": 1, "different": 1, "agreement": 5}
"""How many findings of a heading the picture shows; the rest is counted."""

THEME = TerminalTheme(
    (250, 250, 248),
    (36, 41, 47),
    [
        (36, 41, 47),
        (190, 40, 50),
        (40, 130, 70),
        (165, 110, 0),
        (40, 90, 180),
        (140, 60, 150),
        (0, 120, 130),
        (90, 96, 104),
    ],
    [
        (120, 126, 134),
        (190, 40, 50),
        (40, 130, 70),
        (165, 110, 0),
        (40, 90, 180),
        (140, 60, 150),
        (0, 120, 130),
        (36, 41, 47),
    ],
)


def abridged(text: str) -> str:
    """The report with the first findings of some headings; what is left out is counted."""
    head, *sections = re.split(r"\n(?=\S*━━ )", text)
    parts = [head]
    for section in sections:
        title = plain(section.split("\n")[0])
        number = next((number for words, number in SHOWN.items() if words in title), 0)
        first, *findings = re.split(r"\n(?= \S*[●✓] )", section)
        if number and findings:
            left = len(findings) - number
            more = [f"   … and {left} more"] if left > 0 else []
            parts.append("\n".join([first, *(finding.rstrip("\n") for finding in findings[:number]), *more, ""]))
    return "\n".join(parts)


def plain(line: str) -> str:
    """The line without its colour codes."""
    return re.sub("\x1b\\[[0-9;]*m", "", line)


def draw(report: dict[str, object]) -> str:
    """The report as an SVG."""
    shown = abridged(reporter("terminal").render(report, View(WIDTH, colour=True)))
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text.from_ansi(shown), soft_wrap=True)
    svg = console.export_svg(title="factcheck check", theme=THEME, unique_id="report")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace")
    return re.sub(r"[ \t]+\n", "\n", svg)


def main() -> int:
    """Write the picture."""
    if len(sys.argv) > 1:
        report = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    else:
        report = Project.find(FOLDER).check_json()
    (FOLDER / "report.svg").write_text(draw(report), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
