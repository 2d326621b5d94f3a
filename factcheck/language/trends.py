"""Verbs and nouns of rising and falling."""

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
