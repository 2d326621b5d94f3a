"""How fast the finders read: KB of text a second, each finder and all together, and on hostile text.

usage: python bench/finders.py FOLDER [--rounds N] [--only FINDER...] [--hostile [KB]]

Every .txt file of the folder is a document, as in use. What is remembered of sentences is forgotten before each
round, what is known of words is kept; the best round counts. A hostile text is one paragraph, read at two sizes.
"""

import argparse
import sys
import time
from collections import defaultdict
from pathlib import Path

from factcheck.language.tagging import forget
from factcheck.mentioning import Finder, Sight, finders
from factcheck.reading import read_text
from factcheck.records.document import Document
from factcheck.records.mention import AnyMention

HOSTILE = {
    "digits": "1234567890",
    "bare numbers": "42 ",
    "spaced digits": "12 345 ",
    "commas": "1,2,3,4,",
    "percentages": "5% ",
    "dollars": "$",
    "hyphens": "a-1-",
    "number words": "two hundred and ",
    "dates": "3 May 2020, ",
    "quotation marks": "“",
    "straight quotation marks": '"',
    "quoted letters": "“a” ",
    "brackets": "(",
    "labels": "(1) ",
    "capitalised words": "Anna ",
    "names": "Anna Berg ",
    "one line of words": "seven hundred and two ships of the line sailed in May ",
    "one line of clauses": "Anna Berg said that he visited Norland in May, ",
    "spaces": " " * 50 + "5",
}


def timed(document: Document, chosen: tuple[Finder, ...]) -> dict[str, float]:
    """Seconds by finder."""
    found: dict[str, tuple[AnyMention, ...]] = {}
    seconds: dict[str, float] = {}
    for finder in chosen:
        start = time.process_time()
        found[finder.id] = tuple(
            sorted(finder.find(Sight(document, dict(found))), key=lambda item: (item.start, item.end))
        )
        seconds[finder.id] = time.process_time() - start
    return seconds


def rounds(documents: list[Document], chosen: tuple[Finder, ...], count: int) -> dict[str, float]:
    """The best seconds of each finder over all documents."""
    best: dict[str, float] = {}
    for _ in range(count):
        forget()
        seconds: dict[str, float] = defaultdict(float)
        for document in documents:
            for name, spent in timed(document, chosen).items():
                seconds[name] += spent
        best = {name: min(spent, best.get(name, spent)) for name, spent in seconds.items()}
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder of .txt files")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--only", nargs="*", help="finders to time, with those that they need")
    parser.add_argument("--hostile", nargs="?", type=int, const=1000, help="also time hostile text of so many KB")
    asked = parser.parse_args()
    chosen = tuple(finder for finder in finders() if not asked.only or finder.id in asked.only)
    texts = [path.read_text(encoding="utf-8") for path in sorted(asked.folder.glob("*.txt"))]
    size = sum(map(len, texts)) / 1000
    best = rounds([read_text(text, "bench", "2022-08-04") for text in texts], chosen, asked.rounds)
    for name, seconds in best.items():
        print(f"{name:12} {size / seconds:8.0f} KB/s")
    print(f"{'together':12} {size / sum(best.values()):8.0f} KB/s")
    for name, piece in HOSTILE.items() if asked.hostile else ():
        text = piece * (asked.hostile * 1000 // len(piece))
        half, whole = (sum(timed(read_text(text[:length]), chosen).values()) for length in (len(text) // 2, len(text)))
        print(f"{name:24} {half:6.2f} s, {whole:6.2f} s at twice the size")


if __name__ == "__main__":
    sys.exit(main())
