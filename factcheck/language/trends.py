"""Verbs and nouns of rising and falling, and words for the basis of a change."""

import re

RISING = frozenset(
    "rise increase gain climb jump grow surge soar advance rally improve expand rebound leap edge swell "
    "skyrocket add strengthen spike "
    "appreciate widen accelerate recover raise boost lift hike up double".split()
)
FALLING = frozenset(
    "fall drop decline decrease lose slump slide plunge tumble plummet shed sink slip dip shrink ease "
    "contract weaken depreciate narrow "
    "retreat crash dive tank cut reduce lower slash trim halve down fell cede".split()
)
RISES = frozenset(
    "increase rise gain growth jump surge climb uptick hike improvement expansion rebound advance raise boost "
    "upturn".split()
)
FALLS = frozenset(
    "decrease fall drop decline loss slump slide plunge reduction cut dip contraction downturn shrinkage "
    "discount".split()
)

OTHER_BASIS = re.compile(
    r"\b(?:real terms|inflation|(?:constant|local) currenc(?:y|ies)|constant (?:exchange )?(?:rates|"
    r"prices)|like-for-like|same-store|comparable|organic|"
    r"underlying|annuali[sz]ed|compound|seasonally|adjust(?:ed|ing)|excluding|per capita|a head|on average|each year|"
    r"every year|a year on average|net of|before tax|after tax|pro rata|weighted)\b",
    re.IGNORECASE,
)
"""Words that say that a change is counted in another way than by taking one figure from the other."""
