"""How fast the finders read: KB of text a second, each finder and all together, and on hostile text."""

import argparse
import sys
import time
from pathlib import Path

from factcheck.language import tagging
from factcheck.mentioning import Finder, Sight, finders
from factcheck.reading import read_text
from factcheck.records.document import Document
from factcheck.records.mention import AnyMention

HOSTILE = {
    "digits": "1234567890" * 100_000,
    "spaced digits": "12 345 " * 143_000,
    "commas": "1,2,3,4," * 125_000,
    "quotation marks": "“" * 1_000_000,
    "brackets": "(" * 1_000_000,
    "one line of words": "seven hundred and two ships of the line sailed in May " * 18_500,
    "hyphens": "a-1-" * 250_000,
    "number words": "two hundred and " * 62_500,
    "dates": "3 May 2020, " * 83_000,
    "dollars": "$" * 1_000_000,
    "spaces": " " * 500_000 + "5" + " " * 500_000,
}


def corpus(folder: Path, kilobytes: int) -> Document:
    """The texts of a folder, one after another, up to a size."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
    while len(text) < kilobytes * 1000:
        text += "\n\n" + text
    return read_text(text[: kilobytes * 1000], "bench", "2022-08-04")


def timed(document: Document, chosen: tuple[Finder, ...]) -> dict[str, float]:
    """Seconds by finder."""
    tagging._tagged.cache_clear()
    found: dict[str, tuple[AnyMention, ...]] = {}
    seconds: dict[str, float] = {}
    for finder in chosen:
        start = time.process_time()
        found[finder.id] = tuple(
            sorted(finder.find(Sight(document, dict(found))), key=lambda item: (item.start, item.end))
        )
        seconds[finder.id] = time.process_time() - start
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder of .txt files")
    parser.add_argument("--kilobytes", type=int, default=400)
    parser.add_argument("--only", nargs="*", help="finders to time, with those that they need")
    parser.add_argument("--hostile", action="store_true", help="also time hostile text at two sizes")
    args = parser.parse_args()
    chosen = tuple(finder for finder in finders() if not args.only or finder.id in args.only)
    document = corpus(args.folder, args.kilobytes)
    runs = [timed(document, chosen) for _ in range(3)]
    best = {finder.id: min(run[finder.id] for run in runs) for finder in chosen}
    for name, seconds in best.items():
        print(f"{name:12} {len(document.text) / 1000 / seconds:8.0f} KB/s")
    print(f"{'together':12} {len(document.text) / 1000 / sum(best.values()):8.0f} KB/s")
    if args.hostile:
        for name, text in HOSTILE.items():
            half, whole = (sum(timed(read_text(text[:size]), chosen).values()) for size in (len(text) // 2, len(text)))
            print(f"{name:20} {half:6.2f} s, {whole:6.2f} s at twice the size")


if __name__ == "__main__":
    sys.exit(main())
