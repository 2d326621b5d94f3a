"""How long a PDF of 300 pages with 1,200 notes takes to read, and how much memory; the file is made here.

usage: python bench/pdf.py [PAGES]
"""

import random
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from factcheck.reading import read
from factcheck.records.source import Source

WORDS = (
    "harbour wall ship light tower pilot council crown engineer storm winter captain office record letter coast town "
    "vessel company museum warehouse family governor season weather market railway bridge canal street garden school"
).split()
NOTES = 4


def made(pages: int) -> bytes:
    """The file: two heads, folios, a heading on every tenth page, four notes on every page."""
    from pdfs import BOLD, Setter

    chance = random.Random(1)
    heads = ("A report on harbours", "Part of a report")
    page = Setter(heads=heads, folios=True, foot=130.0, footing=105.0, hyphenate=True)
    for number in range(pages):
        if number:
            page.new_page()
        if number % 10 == 0:
            page.paragraph(f"{number // 10 + 1}. {chance.choice(WORDS).title()}s of the Coast", size=15, font=BOLD)
        labels = range(number * NOTES + 1, number * NOTES + NOTES + 1)
        for label in labels:
            page.paragraph(" ".join(_sentence(chance) for _ in range(5)), (str(label), "raised"))
        page.notes(*((str(label), f"{_sentence(chance)} {_sentence(chance)}") for label in labels))
    return page.data()


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(WORDS) for _ in range(chance.randint(8, 16))]
    return f"The {' of the '.join((' '.join(words[:5]), ' and '.join(words[5:])))} in {chance.randint(1800, 1999)}."


def main() -> None:
    """Prints seconds, megabytes and what was found."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    data = made(pages)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    begin, used = time.perf_counter(), time.process_time()
    document = read(Source(id="report", title="Report", file="report.pdf", sha256="0" * 64), data)
    spent, used = time.perf_counter() - begin, time.process_time() - used
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    notes = sum(block.kind == "note" for block in document.blocks)
    print(f"{spent:6.1f} s ({used:.1f} of processor)  {most} MB at most ({before} MB before)  {len(data):,} bytes")
    print(f"{document.pages} pages, {notes} notes, {len(document.markers)} markers, {len(document.text):,} characters")


if __name__ == "__main__":
    main()
