"""Adjectives that are compared: their comparatives and superlatives, and which way they point."""

_UP = (
    "large big high long old great strong rich wide deep fast heavy tall hot warm wet bright busy costly deadly "
    "new thick loud hard tough steep bloody hefty lengthy healthy lofty mighty grave wealthy young fierce severe "
    "rough sharp clean safe close near easy simple broad dear keen full early "
    "dirty noisy windy sunny rainy snowy dusty hilly mild brief swift tiny smart green happy hungry lonely stormy"
).split()
_DOWN = (
    "small low short weak poor narrow shallow slow light cheap cold dry dark thin quiet few little scarce slim meagre"
).split()

BADLY = frozenset("seriously badly severely critically gravely serious severe critical grave life-threatening".split())
"""Words by which harm is told, or denied, only in so far as it is grave."""

_IRREGULAR = {
    "better": "good", "best": "good", "worse": "bad", "worst": "bad", "further": "far", "furthest": "far",
    "farthest": "far", "fewer": "few", "fewest": "few", "less": "little", "least": "little", "more": "much",
    "most": "much", "older": "old", "elder": "old", "eldest": "old", "latter": "late",
}  # fmt: skip
_NOT_COMPARED = frozenset(
    {"latest", "later", "near", "nearer", "early", "earlier", "littler", "littlest", "newer", "latter"}
)


def _form(base: str, ending: str) -> str:
    if base.endswith("e"):
        return base + ending[1:]
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "i" + ending
    doubled = base[-1] not in "wyxrnlktdhp" and base[-2] in "aeiou" and base[-3] not in "aeiou"
    if base in ("big", "hot", "wet", "thin", "slim", "dim", "sad"):
        doubled = True
    return base + base[-1] + ending if doubled else base + ending


COMPARATIVES: dict[str, str] = {_form(base, "er"): base for base in (*_UP, *_DOWN)} | {
    word: base for word, base in _IRREGULAR.items() if not word.endswith("st")
}
"""Comparative -> base form, lower case."""
SUPERLATIVES: dict[str, str] = {_form(base, "est"): base for base in (*_UP, *_DOWN)} | {
    word: base for word, base in _IRREGULAR.items() if word.endswith("st")
}
"""Superlative -> base form, lower case."""
for _word in _NOT_COMPARED:
    COMPARATIVES.pop(_word, None)
    SUPERLATIVES.pop(_word, None)

DOWNWARD = frozenset({*_DOWN, "less", "little", "few"})
"""Base forms whose comparative means less."""

_PAIRS = (
    "old young|old new|large small|big small|great small|big little|great little|high low|long short|tall short"
    "|strong weak|rich poor|wealthy poor|wide narrow|broad narrow|deep shallow|fast slow|heavy light|hot cold|warm cold"
    "|wet dry|bright dark|thick thin|loud quiet|hard easy|tough easy|much few|much little|good bad|near far|close far"
    "|dear cheap|costly cheap|rough calm|severe mild|lengthy short|early late|hefty slight"
)
_OPPOSED = frozenset(frozenset(pair.split()) for pair in _PAIRS.split("|"))


def are_opposed(one: str, other: str) -> bool:
    """Whether two superlatives are of contrary adjectives ("oldest", "youngest")."""
    bases = frozenset(SUPERLATIVES.get(word.lower(), _LAST.get(word.lower(), word.lower())) for word in (one, other))
    return bases in _OPPOSED


_LAST = {
    "latest": "late",
    "earliest": "early",
    "newest": "new",
    "nearest": "near",
    "mildest": "mild",
    "calmest": "calm",
}
