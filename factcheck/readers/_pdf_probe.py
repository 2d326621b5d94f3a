"""Whether a PDF comes to an end: forms may draw each other, and labels of pages hold each other, without one.

The library can neither be interrupted nor survives it, so a file with such forms or labels is first read elsewhere.
"""

import re
import subprocess
import sys
import zlib

from factcheck.building import Builder
from factcheck.errors import SourceError

_FORM = re.compile(rb"/Subtype\s{0,9}/Form\b")
_ESCAPED = re.compile(rb"/[\w.-]{0,60}#[0-9A-Fa-f]{2}")
"""A name that is not written as it reads."""
_DRAWS = re.compile(rb"/XObject\s{0,9}(?:<<|\d)|/Resources\s{0,9}\d")
_OBJECTS = re.compile(rb"/ObjStm\b[^\0]{0,300}?stream\r?\n")
_PAGES = re.compile(rb"/Type\s{0,9}/Pages\b")
MOST_UNPACKED = 20_000_000
"""Bytes of packed objects that are looked through."""
AROUND = 2_000
"""Bytes before and behind a form's type in which the rest of what it says of itself stands."""

READS = """
import sys, pypdfium2
pdf = pypdfium2.PdfDocument(sys.stdin.buffer.read())
for number in range(len(pdf)):
    try:
        pdf.get_page_label(number)
        pdf[number].get_textpage().count_chars()
    except pypdfium2.PdfiumError:
        pass
"""


def probe(data: bytes, builder: Builder) -> None:
    """Raises `SourceError` for a file that does not come to its end in the time that reading may take."""
    if not nests(data) and not _labels_nest(data):
        return
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", READS], input=data, capture_output=True, timeout=builder.left(), check=False
        )
    except subprocess.TimeoutExpired:
        builder.in_time()
    except OSError:
        return
    else:
        if done.returncode < 0:
            raise SourceError("the file is damaged: it leads in circles")


def nests(data: bytes) -> bool:
    """Whether forms may draw forms: one names others, names what it draws elsewhere, or uses what its page has."""
    if _ESCAPED.search(data):
        return True
    for form in _FORM.finditer(data):
        before, behind = data[max(form.start() - AROUND, 0) : form.start()], data[form.end() : form.end() + AROUND]
        said = before[before.rfind(b" obj") + 1 :] + behind.split(b"stream")[0]
        if b"/Resources" not in said or _DRAWS.search(said):
            return True
    return False


def _labels_nest(data: bytes) -> bool:
    """Whether the labels of pages may hold each other: there are some, and things that hold others but no pages."""
    text = data
    for packed in _OBJECTS.finditer(data):
        try:
            text += zlib.decompressobj().decompress(data[packed.end() :], MOST_UNPACKED)
        except zlib.error:
            return True
        if len(text) > len(data) + MOST_UNPACKED:
            return True
    return b"/PageLabels" in text and text.count(b"/Kids") > len(_PAGES.findall(text))
