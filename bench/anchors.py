"""How fast and how surely quotations are found again in a long text, typed as an editor would type them.

usage: python bench/anchors.py FILE [SEED]
"""

import random
import re
import sys
import time
from pathlib import Path

from factcheck.anchoring import Locator
from factcheck.reading import read_text

COUNT = 500
STRAIGHT = str.maketrans("‘’“”–—", "''\"\"--")


def quotations(text: str, random_: random.Random) -> list[str]:
    """Stretches of 8 to 30 words that do not run over a block's end, with straight quotation marks."""
    blocks = [block.split() for block in text.split("\n\n")]
    blocks = [words for words in blocks if len(words) >= 30]
    found = []
    while len(found) < COUNT:
        words, length = random_.choice(blocks), random_.randint(8, 30)
        start = random_.randrange(len(words) - length + 1)
        found.append(" ".join(words[start : start + length]).translate(STRAIGHT))
    return found


def altered(quotation: str, random_: random.Random) -> tuple[str, str]:
    """The quotation with one figure raised or one word replaced, and the word that was put in."""
    words = quotation.split()
    figures = [place for place, word in enumerate(words) if re.search(r"\d", word)]
    if figures and random_.random() < 0.5:
        place = random_.choice(figures)
        words[place] = re.sub(r"\d", lambda digit: str((int(digit.group()) + 3) % 10), words[place], count=1)
    else:
        place = random_.choice([place for place, word in enumerate(words) if len(word.strip(".,;:()'\"")) > 3])
        words[place] = "zebra" + words[place][-1] if not words[place][-1].isalnum() else "zebra"
    return " ".join(words), words[place]


def _bare(word: str) -> str:
    return word.strip(".,;:()[]'\"")


def main() -> None:
    """Prints counts and rates."""
    path, seed = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    random_ = random.Random(seed)
    document = read_text(path.read_text(encoding="utf-8"), id="text")
    there = quotations(document.text, random_)
    changed = [altered(quotation, random_) for quotation in there]
    locator = Locator(document)
    locator.locate("warm up the index of this text with words that are not there at all")

    begin = time.process_time()
    found = [locator.locate(quotation) for quotation in there]
    first = time.process_time() - begin
    begin = time.process_time()
    located = [locator.locate(quotation) for quotation, _ in changed]
    second = time.process_time() - begin

    right = sum(place.outcome == "found" for place in found)
    several = sum(place.outcome == "ambiguous" for place in found)
    accepted = sum(place.outcome in ("found", "moved") for place in located)
    shown = sum(
        len(place.differences) == 1 and _bare(place.differences[0][0]) == _bare(word)
        for place, (_, word) in zip(located, changed, strict=True)
    )
    print(f"there:   {right + several}/{COUNT} found ({several} at several places), {COUNT / first:,.0f} a second")
    print(
        f"altered: {accepted} accepted, {shown}/{COUNT} located with the word that differs, "
        f"{COUNT / second:,.0f} a second"
    )


if __name__ == "__main__":
    main()
