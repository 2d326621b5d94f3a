"""Makes the table of factcheck/language/commonness.py: in how many texts of the tests each word stands.

usage: python bench/words.py > table.txt

The texts are the invented ones of tests/pairs and tests/cases. A word counts where several stories hold it, so that
what one story is about stays rare; a name, in more of them.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from factcheck.language.commonness import BANDS, stem, words_in

TESTS = Path(__file__).parent.parent / "tests"
STORIES, NAMED = 6, 12
"""In how many stories a word must stand to be listed, and one that is mostly written with a capital."""
INSIDE = re.compile(r"(?<=[a-z,;] )[^\W\d_]+")


def texts() -> Iterator[tuple[str, str]]:
    """Each text, with the name of its story."""
    for path in sorted((TESTS / "pairs").glob("*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            name, *parts = re.split(r"\n--- .*\n", case)
            for part in parts:
                yield (
                    f"{path.stem} {name[:6]}",
                    "\n".join(line for line in part.split("\n") if line[:2] not in ("- ", "# ")),
                )
    for path in sorted((TESTS / "cases").glob("*/docs/*")):
        if path.suffix in (".txt", ".md"):
            yield path.parts[-3], path.read_text(encoding="utf-8")


def main() -> None:
    """Print the words of each band, the commonest first."""
    held, stories, capital, small = Counter[str](), defaultdict[str, set[str]](set), Counter[str](), Counter[str]()
    count = 0
    for story, text in texts():
        count += 1
        for word in words_in(text):
            if not word[0].isdigit():
                held[word] += 1
                stories[word].add(story)
        for written in INSIDE.findall(text):
            (capital if written[0].isupper() else small)[stem(written)] += 1
    bands = defaultdict[int, list[str]](list)
    for word, times in held.items():
        needed = NAMED if capital[word] > 3 * small[word] else STORIES
        if len(stories[word]) >= needed:
            bands[min(max(round(2 * (math.log(count / times) - 1.5)), 0), BANDS)].append(word)
    for band, words in sorted(bands.items()):
        print(f"{band}: {' '.join(sorted(words))}")


if __name__ == "__main__":
    main()
