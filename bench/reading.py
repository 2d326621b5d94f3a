"""How fast text files are read into documents, each read three times and the best time taken.

usage: python bench/reading.py FILE...
"""

import sys
import time
from pathlib import Path

from factcheck.reading import read_text


def main() -> None:
    """Prints milliseconds a file, and all together."""
    total = 0.0
    read_text("Warm up.")
    for path in map(Path, sys.argv[1:]):
        text = path.read_text(encoding="utf-8")
        best = min(_timed(text) for _ in range(3))
        total += best
        print(f"{best * 1000:8.1f} ms  {len(text):>9,} characters  {path.name}")
    print(f"{total * 1000:8.1f} ms  together")


def _timed(text: str) -> float:
    begin = time.process_time()
    read_text(text)
    return time.process_time() - begin


if __name__ == "__main__":
    main()
