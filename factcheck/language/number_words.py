"""English number words: cardinals, scales, ordinals, fractions, vague amounts."""

UNITS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS: dict[str, int] = {
    word: 10 * (place + 2) for place, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "lakh": 1e5, "crore": 1e7, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
    "m": 1e6, "b": 1e9, "k": 1e3, "t": 1e12,
}  # fmt: skip
"""Scale word or letter -> factor. The single letters count only next to digits."""

PLURAL_SCALES: dict[str, float] = {
    "dozens": 12, "scores": 20, "tens": 10, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12, "lakhs": 1e5, "crores": 1e7,
}  # fmt: skip

ORDINALS: dict[str, int] = {
    word: value + 1
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth".split()
    )
}
NTH = dict(tuple(ORDINALS.items())[:10])
"""First to tenth."""
ORDINALS.update({word[:-1] + "ieth": value for word, value in TENS.items()})
ORDINALS.update({f"{ten}-{word}": TENS[ten] + value for ten in TENS for word, value in tuple(ORDINALS.items())[:9]})
ORDINALS.update({"hundredth": 100, "thousandth": 1000, "millionth": 1_000_000})

FRACTIONS: dict[str, float] = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "seventh": 1 / 7, "eighth": 1 / 8,
    "ninth": 1 / 9, "tenth": 1 / 10, "twelfth": 1 / 12, "twentieth": 1 / 20, "hundredth": 1 / 100,
    "halves": 1 / 2, "thirds": 1 / 3, "quarters": 1 / 4, "fifths": 1 / 5, "sixths": 1 / 6, "sevenths": 1 / 7,
    "eighths": 1 / 8, "ninths": 1 / 9, "tenths": 1 / 10, "twelfths": 1 / 12, "twentieths": 1 / 20,
    "hundredths": 1 / 100,
}  # fmt: skip

CARDINALS: dict[str, int] = {**UNITS, **TENS}
CARDINALS.update({f"{ten}-{word}": TENS[ten] + UNITS[word] for ten in TENS for word in tuple(UNITS)[1:10]})

NUMBER_WORDS = frozenset(
    {*CARDINALS, "hundred", "thousand", "million", "billion", "trillion", "quadrillion", "lakh", "crore", "dozen"}
    | {*PLURAL_SCALES}
)
"""Words tagged as numbers."""


def ordinal(number: int) -> str:
    """A place in a series in words, up to the 99th: fifth, twenty-third; else in digits."""
    return next((word for word, value in ORDINALS.items() if value == number and number < 100), f"{number}th")
