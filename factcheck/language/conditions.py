"""The states in which somebody or something may be found, so that it is found in one and not in another."""

import re

_CONDITION = re.compile(
    r"\b(?:alive|dead|safe|unhurt|unharmed|unscathed|intact|guilty|innocent|asleep|awake|drunk|sober|unconscious)\b",
    re.IGNORECASE,
)


def conditions_in(text: str) -> frozenset[str]:
    """The states that a clause speaks of: "no one was found | alive"."""
    return frozenset(found.lower() for found in _CONDITION.findall(text))
