"""What a length, an area, a weight or a temperature is of a thing: its depth, what burnt, how much rain fell."""

import re

from factcheck.language.units import AWAY, FROM
from factcheck.records.quantity import Quantity

_ABOUT = (
    r"(?:(?:about|around|some|roughly|nearly|almost|over|more than|less than|under|up to|at least|just|only|as much as|"
    r"an estimated|a record|another) ){0,2}$"
)
_BACK, _ON = 100, 70

_NAMED = re.compile(
    r"\b(depth|height|length|width|thickness|altitude|elevation|diameter|weight|speed|distance)"
    r"(?: of (?:the |an? |its |their )?[\w’'-]{1,25}(?: [\w’'-]{1,25}){0,3}?| between [\w’' -]{3,60}?)? "
    rf"(?:of|was|is|at|reached|reaches|st(?:ands|ood) at|is put at|was put at) {_ABOUT}",
    re.IGNORECASE,
)
_FITTING = {"speed": "speed", "weight": "mass"}
"""What an attribute is measured in, where that is no length."""
_ADJECTIVE = re.compile(
    r"[ -](deep|high|tall|long|wide|broad|thick|across|in (?:length|height|width|depth|thickness|diameter))\b"
)
_ATTRIBUTES = {
    "deep": "depth", "high": "height", "tall": "height", "long": "length", "wide": "width", "broad": "width",
    "thick": "thickness", "across": "width", "diameter": "width", "deepest": "depth", "highest": "height",
    "tallest": "height", "longest": "length", "widest": "width",
    "thickest": "thickness", "heaviest": "weight", "altitude": "height", "elevation": "height",
}  # fmt: skip

_COMPOUND = re.compile(r"-(deep|high|tall|long|wide|broad|thick)$")
_MOST = re.compile(
    r",? (?:it|the [\w’'-]{1,25}(?: [\w’'-]{1,25}){0,2}) (?:is|was|became|will be) (?:the |one of the |among the )?"
    r"(?:[\w’'-]{1,25} ){0,2}?(deepest|highest|tallest|longest|widest|thickest|heaviest)\b"
)
SIZES = frozenset({*_ATTRIBUTES, "long", "deep", "surface", "ground"})
"""Words behind a length that are no thing which it is of."""

_SOMEWHERE = (
    (
        re.compile(
            r" (?:(?:below|beneath|under|underneath) (?:the )?(?:surface|sea|ground|water|waves|seabed|earth|street)|"
            r"of water\b|down\b(?! the)|underground\b|underwater\b)"
        ),
        "depth",
    ),
    (re.compile(r" above (?:the )?(?:sea|ground|water|street|valley|road)"), "height"),
)
"""What follows a length that tells where something is, and which attribute that makes it."""
_VERBED = (
    (re.compile(rf"\b(?:ris(?:es?|ing)|rose|soar(?:s|ed|ing)?|tower(?:s|ed|ing)?|stands?|stood|top(?:s|ped)? out) "
                rf"(?:to |at )?{_ABOUT}"), "height"),
    (re.compile(rf"\b(?:goes|went|sinks?|sank|sunk|dug|dig|plung(?:e[sd]?|ing)|descend(?:s|ed)?|dived|dive)(?: down)? "
                rf"(?:to )?{_ABOUT}"), "depth"),
    (re.compile(rf"\b(?:walk|trekk?|travel|march|hik|cycl|trudg|commut|row|sail|dr[io]v|r[ao]d|swam|flew)"
                rf"(?:l?ed|e|s|ing|en)? {_ABOUT}"), "distance"),
    (re.compile(rf"\b(?:r[au]ns?|running|stretch(?:es|ed|ing)?|extend(?:s|ed|ing)?|span(?:s|ned|ning)?) "
                rf"(?:for |over )?{_ABOUT}"), "length"),
)  # fmt: skip
_LINEAR = re.compile(
    r"[ -](?:[a-z-]{1,25} )?(?:tunnel|road|motorway|bridge|railway|line|track|pipeline|wall|fence|canal|queue|tailback|"
    r"jam|route|"
    r"section|stretch|trail|path|cable|runway|viaduct|dyke|dam|barrier|beach|link|corridor)\b"
)
_STRUCTURES = re.compile(
    r"[ -](?:[a-z-]{1,25} )?(?:tower|skyscraper|mast|chimney|peak|mountain|statue|spire|cliff|minaret)\b"
)


def attribute(quantity: Quantity, clause: str, end: int) -> str:
    """Which measure of a thing a length or a weight is: "a depth of 84 metres", "40 metres long"."""
    start = end - len(quantity.as_written)
    if quantity.dimension in ("money", "share", "age", "time", "count") or start < 0:
        return ""
    after = _ADJECTIVE.match(clause, end) or _COMPOUND.search(clause, start, end) or _MOST.match(clause, end)
    if after:
        said = after[1].removeprefix("in ")
        return _ATTRIBUTES.get(said, said)
    before = clause[max(start - _BACK, 0) : start]
    named = _NAMED.search(before)
    if named and _FITTING.get(named[1].lower(), "length") == quantity.dimension:
        return _ATTRIBUTES.get(named[1].lower(), named[1].lower())
    if quantity.dimension == "mass":
        return "weight" if _WEIGHS.search(before) else ""
    if quantity.dimension != "length" or quantity.form != "value":
        return ""
    found = [told for pattern, told in _SOMEWHERE if pattern.match(clause, end)]
    away = bool(AWAY.match(clause, end) or FROM.match(clause, end))
    found += [told for pattern, told in _VERBED if pattern.search(before) and not (told == "depth" and away)]
    found += [told for pattern, told in ((_LINEAR, "length"), (_STRUCTURES, "height")) if pattern.match(clause, end)]
    if not found and (quantity.of or "").islower() and away:
        return "distance"
    return found[0] if found else "distance" if quantity.unit == "ly" else ""


_WEIGHS = re.compile(rf"\b(?:weigh(?:s|ed|ing)?|tip(?:s|ped)? the scales at) {_ABOUT}")

_RAIN = re.compile(r"\brain(?:s|fall|ed)?\b|\bdownpours?\b", re.IGNORECASE)
_SNOW = re.compile(r"\bsnow(?:s|fall|ed)?\b", re.IGNORECASE)
_WAVES = re.compile(
    r"\b[Ww]aves?(?: (?:of|were|was|as high as|reached|up to|over|measuring)[^.;]{0,30})? $|\bswell of $"
)
_RIVER = re.compile(
    r"\b(?:river|flood ?waters?|water|lake|reservoir|gauge|waters)\b(?: [\w’'-]{1,25}){0,6}? (?:level|rose|risen|rise|"
    r"crest(?:ed)?|"
    r"peak(?:ed)?|reach(?:ed|es)?|stood|stands|read|was|is)(?: at| to| by| a peak of|"
    r" a level of)*(?: [\w’'-]{1,25}){0,2}? $|"
    r"\b(?:river|water|lake|flood) levels?\b(?: [\w’'-]{1,25}){0,6} $|\blevel of the (?:river|water|"
    r"lake)\b(?: [\w’'-]{1,25}){0,4} $",
    re.IGNORECASE,
)
_ON_FIRE = re.compile(
    r"\b(?:fires?|blazes?|wildfires?|bushfires?|flames|inferno)\b|\b(?:burn(?:t|ed|s|ing)?|charred|blackened|"
    r"scorched)\b",
    re.IGNORECASE,
)
_BURNT = re.compile(
    r"\b(?:burn(?:s|t|ed|ing)?|destroy(?:s|ed|ing)?|consum(?:e[sd]?|ing)|blacken(?:s|ed)?|scorch(?:es|ed)?|"
    r"ravag(?:e[sd]?|"
    r"ing)|devour(?:s|ed)?|char(?:s|red)?|tor[en]|tears? through|rag(?:e[sd]|ing)|swe(?:pt|eps)|grow(?:n|s|ing)?|"
    r"grew|cover"
    r"(?:s|ed|ing)?|engulf(?:s|ed)?|razed?|swallow(?:s|ed)?|lost|spread|put|estimated|area)"
    rf"(?: (?:through|across|over|to|at|of|is|was)){{0,2}}(?: [\w’'-]{{1,25}}){{0,2}}? {_ABOUT}",
    re.IGNORECASE,
)
_BURNS = re.compile(
    r"(?:-|\s)(?:[\w’'-]{1,25} ){0,4}?(?:fire|blaze|wildfire|inferno|bushfire|burnt|burned|burning|charred|blackened|"
    r"scorched|"
    r"destroyed|ravaged|consumed|in flames|ablaze)\b",
    re.IGNORECASE,
)
_FLOODED = re.compile(
    r"\b(?:flood(?:s|ed|ing)|inundat(?:e[sd]|ing)|submerg(?:e[sd]|ing)|swamp(?:s|ed|ing)|(?:flood|flood ?waters?|"
    r"water|waters|"
    rf"river) (?:has |have |had )?cover(?:s|ed|ing)?)(?: [\w’'-]{{1,25}}){{0,2}}? {_ABOUT}",
    re.IGNORECASE,
)
_FLOODS = re.compile(
    r" (?:[\w’'-]{1,25} ){0,5}?(?:flooded|inundated|submerged|swamped|under ?water|waterlogged)\b", re.IGNORECASE
)
_DOSED = re.compile(
    r" (?:(?:[a-z]+ )?(?:tablets?|pills?|capsules?|injections?|infusions?|doses?)\b|(?:(?:once|twice|three times|"
    r"four times)"
    r"[ -])?(?:a|per|each|every)[ -]day\b|(?:once|twice|three times) (?:daily|weekly|a \w+)|daily\b|weekly\b|"
    r"every (?:morning|"
    r"evening|night|day|week))",
    re.IGNORECASE,
)
_DOSE = re.compile(
    rf"\b(?:dos(?:e|es|age)|took|taken?|given|swallow(?:ed)?|prescribed|injected)\b[^,;]{{0,30}} {_ABOUT}"
)
_SMALL = frozenset({"mg", "ug", "g", "ml", "ng"})
_LOADS = re.compile(r"\b(?:demand|consumption|load|shortfall|deficit|shortage|imports|exports|loss(?:es)?)\b", re.I)
_WIND, _GUST = re.compile(r"\bwinds?\b", re.IGNORECASE), re.compile(r"\bgust(?:s|ing|ed)?\b", re.IGNORECASE)
_CARBON = re.compile(r"\b(?:carbon dioxide|CO2|CO₂|greenhouse gas(?:es)?|carbon|emissions?|methane)\b")
_EMITTED = re.compile(
    r"\b(?:emit(?:s|ted|ting)?|emissions?|releas(?:e[sd]?|ing)|pump(?:s|ed|ing)? out|belch(?:es|ed)?|spew(?:s|ed)?|"
    r"discharg(?:e|es|ed)|"
    rf"produc(?:e[sd]?|ing)|output)\b[^,;]{{0,40}} {_ABOUT}"
)


def physical(quantity: Quantity, text: str, start: int, end: int) -> str:
    """What the figure at `text[start:end]` measures where that needs no thing: rain that fell, land that burnt, a dose;
    empty where it does."""
    if quantity.form != "value":
        return ""
    before, after = text[max(start - _BACK, 0) : start], text[end : end + _ON]
    dimension = quantity.dimension
    if dimension in ("temperature", "magnitude"):
        return _shock(before, after) if dimension == "magnitude" else dimension
    if dimension == "speed":
        near = f"{before[-60:]} {after[:30]}"
        return "gust" if _GUST.search(near) else "wind" if _WIND.search(near) else ""
    if dimension == "power":
        return "" if _LOADS.search(before) or _LOADS.search(quantity.of or "") else "capacity"
    if dimension == "area":
        return _overrun(before, after)
    if dimension == "length":
        return _fallen(quantity, before, after)
    if dimension in ("mass", "volume") and quantity.unit in _SMALL and quantity.per in (None, "day", "week"):
        return "dose" if _DOSED.match(after) or _DOSED.search(quantity.as_written) or _DOSE.search(before) else ""
    if dimension == "mass" and _CARBON.search(f"{before[-60:]} {after[:40]}") and _EMITTED.search(before):
        return "emission"
    return ""


_AFTERSHOCK, _FORESHOCK = re.compile(r"\baftershock", re.IGNORECASE), re.compile(r"\bforeshock", re.IGNORECASE)
_QUAKE = re.compile(r"\W(?:[\w’'-]{1,25} ){0,2}?(?:(?:earth)?quake|temblor|mainshock)\b", re.IGNORECASE)


def _shock(before: str, after: str) -> str:
    """Which shock a magnitude is of: the quake itself, or one before or after it."""
    if _QUAKE.match(after):
        return "earthquake magnitude"
    near = f"{before[-60:]} {after[:30]}"
    aside = "aftershock" if _AFTERSHOCK.search(near) else "foreshock" if _FORESHOCK.search(near) else "earthquake"
    return f"{aside} magnitude"


def _overrun(before: str, after: str) -> str:
    """What became of an area: fire or water went over it."""
    if _FLOODED.search(before) or _FLOODS.match(after):
        return "flooding"
    if _BURNS.match(after) and (_ON_FIRE.search(before) or _ON_FIRE.search(after)):
        return "burning"
    return "burning" if _ON_FIRE.search(before) and _BURNT.search(before) else ""


def _fallen(quantity: Quantity, before: str, after: str) -> str:
    """How much rain or snow fell, how high a river or the waves stood."""
    if quantity.unit in ("mm", "cm", "in", "m", "ft"):
        told = after[:25] + " " + before[-60:]
        if _SNOW.search(told):
            return "snow depth"
        if quantity.unit not in ("m", "ft") and _RAIN.search(told):
            return "rainfall"
    if _WAVES.search(before) or re.match(r"[ -](?:[a-z-]{1,25} )?(?:waves?|swells?)\b", after):
        return "wave height"
    return "river level" if quantity.unit in ("m", "ft", "cm") and _RIVER.search(before) else ""
