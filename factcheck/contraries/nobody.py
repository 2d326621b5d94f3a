"""Words by which a clause denies something of everybody, and what it denies so."""

import re

BEFALLS = frozenset(
    "death injury casualty missing arrest damage conviction dismissal infection displacement illness hospital "
    "explosion evacuation".split()
)
"""What befalls people or things, and of which "nobody" denies every case."""
NOBODY = re.compile(
    r"(?:nobody|no[- ]one|none|no (?:people|person|body|one)|there (?:were|was) no|every(?:one|body))\b"
)
"""How a clause begins, in lower case, that speaks of nobody or of all."""
NO_CASE = re.compile(
    r"\bno (?:reports? of )?(?:[a-z]+ )?(?:deaths?|injur(?:y|ies)|casualt(?:y|ies)|fatalit(?:y|ies)|victims?|lives|"
    r"arrests?|explosions?|evacuations?)\b",
    re.IGNORECASE,
)
"""What denies every case of what befalls people."""
