"""British and American spelling folded into one, so that "defence" and "defense" are the same word."""

import re
from functools import lru_cache

_OUR = (
    "arbour ardour armour behaviour candour clamour colour demeanour endeavour favour fervour flavour glamour harbour "
    "honour humour labour neighbour odour parlour rancour rigour rumour saviour savour splendour tumour valour vapour "
    "vigour"
).split()
_RE = (
    "calibre centre fibre litre lustre maneuvre meagre metre mitre sabre sceptre sepulchre sombre spectre theatre"
).split()  # fmt: skip
_DOUBLED = (
    "bevel cancel channel chisel counsel dial dishevel duel enamel equal fuel funnel initial jewel label level libel "
    "marshal marvel model panel parallel pedal pencil quarrel refuel remodel revel rival shovel shrivel signal snivel "
    "spiral swivel total towel trammel travel tunnel unravel victual"
).split()
_KEPT_ISE = frozenset(
    "advertise advise apprise arise chastise circumcise comprise compromise concise cruise demise despise devise "
    "disguise enterprise excise exercise expertise franchise guise improvise incise likewise merchandise mortise noise "
    "otherwise paradise poise praise precise premise premises promise raise reprise revise rise sunrise supervise "
    "surmise surprise televise treatise uprise wise appraise bruise braise malaise liaise disenfranchise promised "
    "tortoise turquoise porpoise anise cerise marquise reprises".split()
)
_WORDS = {
    "defence": "defense", "offence": "offense", "pretence": "pretense", "licence": "license", "practise": "practice",
    "programme": "program", "grey": "gray", "tyre": "tire", "kerb": "curb", "plough": "plow", "cheque": "check",
    "aluminium": "aluminum", "aeroplane": "airplane", "jewellery": "jewelry", "storey": "story", "pyjamas": "pajamas",
    "sceptic": "skeptic", "sceptical": "skeptical", "scepticism": "skepticism", "mould": "mold",
    "moustache": "mustache", "ageing": "aging", "judgement": "judgment", "acknowledgement": "acknowledgment",
    "draught": "draft", "gaol": "jail", "towards": "toward", "whilst": "while", "amongst": "among", "amidst": "amid",
    "learnt": "learned", "burnt": "burned", "spelt": "spelled", "dreamt": "dreamed", "leapt": "leaped",
    "spilt": "spilled", "artefact": "artifact", "cosy": "cozy", "enquiry": "inquiry", "enquire": "inquire",
    "catalogue": "catalog", "dialogue": "dialog", "analogue": "analog", "enrol": "enroll", "fulfil": "fulfill",
    "instil": "instill", "distil": "distill", "skilful": "skillful", "wilful": "willful", "instalment": "installment",
    "enrolment": "enrollment", "fulfilment": "fulfillment", "counsellor": "counselor", "councillor": "councilor",
    "marvellous": "marvelous", "woollen": "woolen", "traveller": "traveler", "mum": "mom", "furore": "furor",
    "likeable": "likable", "saleable": "salable", "sizeable": "sizable", "axe": "ax", "speciality": "specialty",
    "disc": "disk", "yoghurt": "yogurt", "percent": "per cent", "acknowledgements": "acknowledgments",
    "manoeuvring": "maneuvering",
}  # fmt: skip
_LIGATURES = (
    ("anaesthe", "anesthe"), ("haemo", "hemo"), ("haema", "hema"), ("paed", "ped"), ("oestr", "estr"), ("foet", "fet"),
    ("diarrhoea", "diarrhea"), ("manoeuv", "maneuv"), ("archaeo", "archeo"), ("leukaem", "leukem"), ("anaem", "anem"),
    ("gynaeco", "gyneco"), ("caesar", "cesar"), ("encyclopaed", "encycloped"), ("sulph", "sulf"), ("oesoph", "esoph"),
    ("mediaeval", "medieval"), ("toxaem", "toxem"), ("oedem", "edem"),
)  # fmt: skip

_OUR_STEM = re.compile(
    "(?P<stem>" + "|".join(word[:-2] for word in _OUR) + r")ur(?=$|s|ed|ing|e|a|ful|i(?!ous|fic)|l|h)"
)
_RE_END = re.compile(
    "(?P<stem>(?:kilo|centi|milli|deci|hecto)?(?:" + "|".join(word[:-2] for word in _RE) + r"))re(?P<end>s|d)?$"
)
_DOUBLE_L = re.compile("(?P<stem>" + "|".join(_DOUBLED) + r")l(?P<end>ed|ing|er|ers|or|ors|ery)$")
_ISE = re.compile(r"(?<!\w)(?P<stem>\w{2,})is(?P<end>e|ed|es|er|ers|ing|ation|ations|ational)$")
_YSE = re.compile(r"(?<!\w)(?P<stem>\w+l)ys(?P<end>e|ed|es|er|ers|ing)$")
_SHORTEST = 4


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word in lower case and American spelling; one of equal words in both stays what it is.

    >>> fold("Defence") == fold("defense")
    True
    """
    lower = word.lower()
    if len(lower) < _SHORTEST:
        return _WORDS.get(lower, lower)
    listed = _listed(lower)
    if listed is not None:
        return listed
    for old, new in _LIGATURES:
        lower = lower.replace(old, new)
    lower = _OUR_STEM.sub(r"\g<stem>r", lower)
    lower = _RE_END.sub(_ered, lower)
    lower = _DOUBLE_L.sub(r"\g<stem>\g<end>", lower)
    return _YSE.sub(r"\g<stem>yz\g<end>", _ISE.sub(_ized, lower))


def _listed(lower: str) -> str | None:
    """The word by the list, in its plural and past too."""
    if lower in _WORDS:
        return _WORDS[lower]
    for ending in ("s", "d", "ed", "ing"):
        if lower.endswith(ending) and lower[: -len(ending)] in _WORDS:
            return _WORDS[lower[: -len(ending)]] + ending
    return None


def _ered(found: re.Match[str]) -> str:
    ending = {"s": "s", "d": "ed", None: ""}[found["end"]]
    return f"{found['stem']}er{ending}"


def _ized(found: re.Match[str]) -> str:
    stem, end = found["stem"], found["end"]
    kept = f"{stem}ise" in _KEPT_ISE or (end.startswith("e") and f"{stem}is{end}" in _KEPT_ISE)
    return found.group() if kept else f"{stem}iz{end}"
