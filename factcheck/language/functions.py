"""Posts of one body, of which a person holds one at a time, by what they are in charge of: finance, logistics."""

import re
from functools import lru_cache

_FUNCTIONS = {
    "chief executive": r"chief exec(?:utive)?(?: officer)?|ceo|managing director|md",
    "general manager": r"general manager",
    "finance director": r"cfo|chief finan(?:ce|cial) officer",
    "operations director": r"chief operati(?:ng|ons) officer|operating (?:director|chief)|coo",
    "technical director": r"chief (?:technology|technical|information) officer|cto|cio",
    "marketing director": r"chief marketing officer",
    "scientific director": r"chief scien(?:ce|tific) officer|cso",
    "medical director": r"chief medical officer|medical director|cmo",
    "commercial director": r"chief commercial officer|cco",
    "people director": r"chief (?:people|human resources) officer",
    "risk director": r"chief risk officer",
    "economist": r"chief economist",
    "engineer": r"chief engineer",
    "general counsel": r"general counsel|chief legal officer",
    "chair": r"chair(?:man|woman|person)?",
    "treasurer": r"treasurer",
    "secretary": r"(?:company|club|board|union|party|society|general|national) secretary",
    "regional secretary": r"(?:regional|district|area|county) secretary",
    "branch secretary": r"branch secretary",
    "organiser": r"(?:regional |national |union |branch )?organi[sz]er",
    "spokesperson": r"spokes(?:man|woman|person)|press (?:officer|secretary)",
    "head coach": r"(?:head )?coach|team manager",
    "head teacher": r"head ?(?:teacher|master|mistress)|principal",
}
"""Posts by their own names."""
_FIELDS = {
    "finance director": r"financ(?:e|ial)",
    "operations director": r"operations",
    "technical director": r"techn(?:ology|ical)|information technology",
    "marketing director": r"marketing",
    "scientific director": r"scientific|research",
    "commercial director": r"commercial|sales",
    "product director": r"product",
    "strategy director": r"strategy",
    "people director": r"hr|human resources|personnel|people",
    "investment director": r"investments?",
    "risk director": r"risk",
    "legal director": r"legal(?: affairs)?",
    "engineer": r"engineering",
    "spokesperson": r"communications?|press|public relations|media relations",
    "production director": r"production|manufacturing",
    "logistics director": r"logistics|supply chain|distribution|transport",
    "procurement director": r"procurement|purchasing|buying",
    "safety director": r"safety|health and safety",
    "security director": r"security",
    "training director": r"training",
    "maintenance director": r"maintenance|facilities|estates?|property",
    "planning director": r"planning",
    "quality director": r"quality(?: control| assurance)?",
    "exhibitions director": r"exhibitions",
    "collections director": r"collections?|conservation",
    "education director": r"education|learning",
    "retail director": r"retail|stores",
    "works director": r"works",
    "housing director": r"housing",
    "nursing director": r"nursing",
}
"""What a director, a head or a manager may be in charge of."""
_AKIN = (
    "commercial director, marketing director, retail director",
    "operations director, production director, logistics director, maintenance director, works director, engineer",
    "technical director, engineer, product director, production director, works director, maintenance director",
    "scientific director, product director, technical director",
    "spokesperson, marketing director, strategy director",
    "procurement director, logistics director, commercial director",
    "people director, training director, education director",
    "general counsel, legal director, risk director",
    "safety director, risk director, quality director, security director, operations director",
    "exhibitions director, collections director, education director",
    "planning director, strategy director, works director, housing director",
    "chief executive, president, general manager",
    "general manager, operations director, works director, production director",
    "chair, president",
)
"""Posts that one person may hold, or that two texts may mean by two words."""
_LONE = re.compile(
    r"\b(?:deputy|vice|assistant|associate|former|acting|interim|honorary|joint|co|until|till|from|since|before)\b"
    r"|-elect|\bregional (?!secretary|organi)|\band\b|&",
    re.I,
)
_ONE_FIELD = re.compile(r"\bhealth and safety\b", re.I)
_UNIONS = "(?:union|club|party|federation|association|society|guild|league)"
_PRESIDENT = re.compile(
    rf"\b{_UNIONS}['’]?s? president\b|\bpresident of (?:(?:the|its|their) )?(?:[\w’'-]+ ){{0,5}}{_UNIONS}\b", re.I
)


def _patterns() -> dict[str, re.Pattern[str]]:
    told: dict[str, list[str]] = {}
    for name, words in _FUNCTIONS.items():
        told.setdefault(name, []).append(words)
    for name, field in _FIELDS.items():
        leads = rf"(?:{field}) (?:director|chief|head|manager)|(?:head|director|chief) of (?:the )?(?:{field})"
        told.setdefault(name, []).append(rf"{leads}|vice[- ]president (?:of|for) (?:{field})|chief (?:{field}) officer")
    return {
        name: re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE) for name, words in told.items()
    }


_FUNCTION = _patterns()
_TOGETHER = tuple(frozenset(names.split(", ")) for names in _AKIN)


@lru_cache(maxsize=16384)
def functions_of(words: str) -> frozenset[str]:
    """The posts of a body that some words name; none where they tell of a deputy, a former one, or of two."""
    words = _ONE_FIELD.sub("safety", words)
    if _LONE.search(words):
        return frozenset()
    found = {name for name, pattern in _FUNCTION.items() if pattern.search(words)}
    return frozenset(found | {"president"} if _PRESIDENT.search(words) else found)


def exclude(one: str, other: str) -> bool:
    """Whether a person does not hold both posts in one body."""
    return one != other and not any(one in posts and other in posts for posts in _TOGETHER)
