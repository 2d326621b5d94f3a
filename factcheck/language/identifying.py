"""Which language a text is in: by its commonest words, or by its script."""

import re

NAMES = {
    "en": "English", "fr": "French", "de": "German", "es": "Spanish", "pt": "Portuguese", "it": "Italian",
    "nl": "Dutch", "pl": "Polish", "sv": "Swedish", "tr": "Turkish", "id": "Indonesian",
    "ru": "Russian or another in Cyrillic script",
    "el": "Greek", "he": "Hebrew", "ar": "Arabic", "hi": "Hindi", "bn": "Bengali", "th": "Thai", "my": "Burmese",
    "ka": "Georgian", "ko": "Korean", "ja": "Japanese", "zh": "Chinese",
}  # fmt: skip
"""The languages told apart here, by code."""
FEWEST_WORDS = 8
"""Below this many words nothing is said of a text's language."""

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = {
    "en": "the of and to in a is that for it was with as on by be at are this from which or an has have not its"
    " their but"
    " were had his he they said who will would been after more also than into about over we you i no if",
    "fr": "le la les de des du et un une est en que qui dans pour par sur au aux avec ce cette pas plus se sont il"
    " elle ne ont",
    "de": "der die das und den von zu mit ist des im dem nicht ein eine auf für als sich auch es an werden aus er"
    " hat dass sie",
    "es": "el la los las de que y en un una es por con para del se no al lo su más como pero sus le ha este esta son",
    "pt": "o os as de que e do da em um uma para com não por dos das no na se mais ao como foi são pela pelo ser",
    "it": "il la le di che e un una è per in del della con non si da sono dei delle al nel più come anche ha gli",
    "nl": "de het een en van in is dat op te zijn voor met niet aan er om ook als bij door maar naar dan uit wordt",
    "pl": "w i na z do się nie że jest o jak przez od za dla po lub oraz są tym które który ich przepisy tych",
    "sv": "och i att det som en på är av för med den till inte har de om ett var från men så",
    "tr": "ve bir bu için ile olarak da de olan daha çok gibi kadar sonra ancak en her ise",
    "id": "yang dan di itu dengan untuk dari pada ini dalam tidak akan oleh juga adalah ke sebagai telah",
}
_SETS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SCRIPTS = (
    ("ru", "\u0400", "\u04ff"), ("el", "\u0370", "\u03ff"), ("he", "\u0590", "\u05ff"), ("ar", "\u0600", "\u06ff"),
    ("hi", "\u0900", "\u097f"), ("bn", "\u0980", "\u09ff"), ("th", "\u0e00", "\u0e7f"), ("my", "\u1000", "\u109f"),
    ("ka", "\u10a0", "\u10ff"), ("ko", "\uac00", "\ud7af"), ("ja", "\u3040", "\u30ff"), ("zh", "\u4e00", "\u9fff"),
)  # fmt: skip
OUTSIDE = "\u0370"
"""The first character beyond Latin script; where no text reaches it, no other script is looked for."""


def language_of(text: str) -> str | None:
    """The language's two-letter code; null where there is too little text, or too few words that tell."""
    script = None if text.isascii() else _script(text)
    if script:
        return script
    words = _WORD.findall(text.lower())
    if len(words) < FEWEST_WORDS:
        return None
    english = sum(word in _SETS["en"] for word in words)
    if english * 5 >= len(words):
        return "en"
    counts = {language: sum(word in common for word in words) for language, common in _SETS.items()}
    best = max(counts, key=lambda language: (counts[language], language == "en"))
    return best if counts[best] * 7 >= len(words) and counts[best] >= english + 2 else "en" if english else None


def _script(text: str) -> str | None:
    """The language of a script that most letters are of; Japanese is told from Chinese by its syllables."""
    others = [character for character in text if OUTSIDE <= character < "\u2000" or character > "\u3000"]
    if len(others) <= FEWEST_WORDS // 2 or len(others) * 4 < len(text):
        return None
    letters = sum(map(str.isalpha, text))
    for language, first, last in _SCRIPTS:
        if sum(first <= character <= last for character in others) * (4 if language == "ja" else 2) > letters:
            return language
    return None
