"""PDFs for tests, set from plain blocks: what a typesetter does, without one."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

BODY, BOLD = "Times-Roman", "Times-Bold"
Piece = tuple[str, str]
"""Text and how it is set: "" as the body, "raised" as a marker."""


@dataclass
class Setter:
    """Sets lines on pages; `heads` are the running heads of odd and even pages."""

    width: float = 400.0
    left: float = 90.0
    top: float = 740.0
    foot: float = 90.0
    size: float = 11.0
    heads: tuple[str, str] | None = None
    folios: bool = False
    columns: int = 1
    gutter: float = 20.0
    hyphenate: bool = False
    footing: float = 0.0
    """Points kept free at the foot for notes."""
    options: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.file = BytesIO()
        self.canvas = Canvas(self.file, pagesize=A4, **self.options)
        self.page, self.column, self.y = 1, 0, self.top
        self._furnish()

    @property
    def measure(self) -> float:
        return (self.width - self.gutter * (self.columns - 1)) / self.columns

    @property
    def x(self) -> float:
        return self.left + self.column * (self.measure + self.gutter)

    def _furnish(self) -> None:
        self.canvas.setFont("Times-Italic", 9)
        if self.heads:
            self.canvas.drawString(self.left, 790, self.heads[(self.page + 1) % 2])
        if self.folios:
            self.canvas.drawString(self.left + self.width / 2, 40, str(self.page))

    def new_page(self) -> None:
        self.canvas.showPage()
        self.page, self.column, self.y = self.page + 1, 0, self.top
        self._furnish()

    def _next(self) -> None:
        if self.column + 1 < self.columns:
            self.column, self.y = self.column + 1, self.top
        else:
            self.new_page()

    def paragraph(self, *pieces: Piece | str, size: float | None = None, font: str = BODY, indent: float = 0) -> None:
        """Sets a paragraph, broken into lines, and leaves a space below it."""
        size = size or self.size
        words = [
            (word, how) for piece in pieces for word, how in _words((piece, "") if isinstance(piece, str) else piece)
        ]
        line: list[Piece] = []
        for word, how in words:
            glue = "" if how == "raised" or not line else " "
            if (
                how != "raised"
                and line
                and self._width([*line, (glue + word, how)], size, font) > self.measure - indent
            ):
                word, line = self._break(word, line, size, font, indent)
                self._line(line, size, font, indent)
                line, glue = [], ""
            line.append((glue + word, how))
        self._line(line, size, font, indent)
        self.y -= size * 0.8

    def _break(self, word: str, line: list[Piece], size: float, font: str, indent: float) -> tuple[str, list[Piece]]:
        if self.hyphenate and word.isalpha() and len(word) > 7:
            for at in range(len(word) - 3, 3, -1):
                tried = [*line, (f" {word[:at]}-", "")]
                if self._width(tried, size, font) <= self.measure - indent:
                    return word[at:], tried
        return word, line

    def _width(self, line: list[Piece], size: float, font: str) -> float:
        return sum(float(stringWidth(word, font, size * 0.6 if how == "raised" else size)) for word, how in line)

    def _line(self, line: list[Piece], size: float, font: str, indent: float = 0) -> None:
        if self.y < self.foot + self.footing:
            self._next()
        self.at(self.x + indent, self.y, line, size, font)
        self.y -= size * 1.2

    def at(self, x: float, y: float, line: list[Piece], size: float, font: str = BODY) -> None:
        """Sets one line at a place."""
        text = self.canvas.beginText(x, y)
        for word, how in line:
            text.setFont(font, size * 0.6 if how == "raised" else size)
            text.setRise(size * 0.35 if how == "raised" else 0)
            text.textOut(word)
        self.canvas.drawText(text)

    def notes(self, *notes: tuple[str, str]) -> None:
        """Sets notes at the foot of the page, in small type; one without a number goes on from the page before."""
        lines: list[list[Piece]] = []
        for label, words in notes:
            line: list[Piece] = [(label, "raised")] if label else []
            for word in words.split():
                glue = " " if line and line[-1][1] != "raised" else ""
                if self._width([*line, (glue + word, "")], 8, BODY) > self.width:
                    lines.append(line)
                    line, glue = [], ""
                line.append((glue + word, ""))
            lines.append(line)
        y = self.foot - 20 + len(lines) * 9.6
        self.canvas.line(self.left, y + 10, self.left + 100, y + 10)
        for line in lines:
            self.at(self.left, y, line, 8)
            y -= 9.6

    def data(self) -> bytes:
        """The file's bytes."""
        self.canvas.save()
        return self.file.getvalue()


def _words(piece: Piece) -> list[Piece]:
    return [(word, piece[1]) for word in piece[0].split()]
