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
_TOLD = r"(?:reports? of )?(?:(?:reported|known|confirmed|human) )?"
NO_HARM = re.compile(
    rf"\b(?:no|without) {_TOLD}(?:casualt(?:y|ies)|injur(?:y|ies)|victims?|lives)\b(?! (?:but|except))"
)
"""What denies, in lower case, that anybody came to harm; not "no serious injuries", nor "no civilian casualties"."""
NO_CASE = re.compile(
    rf"\bno {_TOLD}(?:deaths?|injur(?:y|ies)|casualt(?:y|ies)|fatalit(?:y|ies)|victims?|lives|arrests?|explosions?|"
    r"evacuations?)\b",
    re.IGNORECASE,
)
"""What denies every case of what befalls people."""
OF_THEM = re.compile(r"(?:none|neither|nothing) of (?:them|these|those|it|this|that)\b", re.IGNORECASE)
"""How a clause begins that denies something of those only whom the text named before."""
OF_ANY = re.compile(r"\W{0,2}(?:A|An|No) (?:[\w-]+ ){1,3}(?:do(?:es)?(?: not|n['’]t)|never|can(?:not|['’]t)) ", re.I)
"""What is said of any of a kind: "A dam does not fail in one night"."""
OF_NOTHING = re.compile(r"\W{0,2}nothing (?:was|is|has been|had been|were) [a-z]+(?: yet)?\W*", re.IGNORECASE)
"""What denies a deed without saying of what: "Nothing was built"."""
