"""Draws docs/report.svg: the beginning of what `make demo` shows in a terminal of a hundred columns.

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
LINES = 62
"""Lines of the report that the picture shows at most; it ends between two findings."""

THEME = TerminalTheme(
    (250, 250, 248),
    (36, 41, 47),
    [(36, 41, 47), (190, 40, 50), (40, 130, 70), (165, 110, 0), (40, 90, 180), (140, 60, 150), (0, 120, 130), (90, 96, 104)],
    [(120, 126, 134), (190, 40, 50), (40, 130, 70), (165, 110, 0), (40, 90, 180), (140, 60, 150), (0, 120, 130), (36, 41, 47)],
)


def beginning(text: str) -> str:
    """The lines that are shown: cut before a finding or a heading."""
    lines = text.rstrip("\n").split("\n")
    if len(lines) <= LINES:
        return text
    starts = [number for number, line in enumerate(lines[:LINES]) if re.search("^(\x1b\\[[0-9;]*m)*(━━| ●|\\s●)", line)]
    end = starts[-1] if starts else LINES
    return "\n".join(lines[:end]).rstrip() + "\n\n   …\n"


def draw(report: dict[str, object]) -> str:
    """The report as an SVG."""
    shown = beginning(reporter("terminal").render(report, View(WIDTH, colour=True)))
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
