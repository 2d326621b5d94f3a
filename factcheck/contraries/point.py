"""A point that a clause makes."""

from typing import NamedTuple


class Point(NamedTuple):
    """What is affirmed or denied: `key` names it, `holds` tells which, `passing` whether it may change from day to day.

    `denies` is true where a "not" or "no" says so, `words` are those that only tell the point itself.
    `of_cases` marks what is only held against what is told of one case, `of_what` a verb that says too little without
    what undergoes it; `limits` are the words that limit it to a time.
    """

    key: str
    holds: bool
    denies: bool
    passing: bool
    words: frozenset[str]
    of_cases: bool = False
    of_what: bool = False
    limits: frozenset[str] = frozenset()
