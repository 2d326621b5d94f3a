"""Finding matches by the characters with which they begin, which is several times as fast as trying every place."""

import re
from collections.abc import Iterator, Sequence


def matches(
    pattern: re.Pattern[str], literals: Sequence[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text, start, end)` gives for a pattern whose matches all begin with one of `literals`."""
    places: list[int] = []
    for literal in literals:
        at = text.find(literal, start, end)
        while at >= 0:
            places.append(at)
            at = text.find(literal, at + 1, end)
    done = start
    for at in sorted(places):
        if at >= done:
            match = pattern.match(text, at, end)
            if match is not None:
                yield match
                done = match.end()
