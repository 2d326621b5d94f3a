"""The patterns by which times are seen; what they mean is worked out in `_dates` and `_relative`.

Every repetition is bounded, so that a pattern costs the same wherever it starts. Where few characters can begin
a match, a look at the next one comes first: it spares the rest at most places.
"""

import re

from factcheck.language.calendar import LONG_MONTHS, SEASONS, WEEKDAYS
from factcheck.language.number_words import ORDINALS, TENS, UNITS
from factcheck.patterns import any_of

S = r"[\s\u00a0]{1,3}"
GAP = r"[\s\u00a0]{0,2}"
DASH = r"[-‐‑–—−]"

_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
MONTH = rf"(?:{LONG_MONTHS}|{LONG_MONTHS.upper()}|(?:{_SHORT})\b\.?|(?:{_SHORT.upper()})\b)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%\w]|[.,:/]\d)"
YEAR = r"(?:1\d{3}|20\d\d)(?![\d%]|[,:]\d|\.\d(?!\d{0,2}\s[A-Z“(])|[-‐‑]\w)"
"""Four digits; a full stop and the number of a note may follow ("in 1908.1 Most")."""
LIST = rf"(?:{GAP}(?:,|&|/|{DASH}){GAP}(?:and{S})?|{S}(?:and|or|to){S})"

DATED = re.compile(
    rf"(?=[\dJFMASOND])(?:(?<![\w.,/$£€-])(?P<days>{DAY}(?:{LIST}{DAY}){{0,8}}){S}(?:of{S})?(?P<m1>{MONTH})(?!\w)(?:,?{S}(?P<y1>{YEAR}))?"
    rf"|(?<!\w)(?P<m2>{MONTH}){S}(?P<days2>{DAY}(?:{LIST}{DAY}(?!{S}(?:{MONTH}|per|percent|million))){{0,8}})"
    rf"(?!{S}(?:percent|per{S}cent|million|billion|thousand))(?:,?{S}(?P<y2>{YEAR}))?"
    rf"|(?<!\w)(?P<m3>{MONTH})(?:,?{S}|{S}of{S}|{DASH})(?P<y3>{YEAR})(?!\w)"
    rf"|(?<!\w)(?P<m4>{MONTH})(?!\w))"
)

FEAST = re.compile(
    rf"(?<!\w)(?:(?P<feast>Christmas{S}(?:Eve|Day)|Boxing{S}Day|New{S}Year[’']s{S}Eve|Hallowe[’']?en|"
    rf"(?:St\.?{S})?Valentine[’']s{S}Day)|(?<=[Bb]y )(?P<due>Christmas)|(?<=[Bb]efore )(?P<due2>Christmas)"
    rf"|(?<=[Ss]ince )(?P<due3>Christmas))"
    rf"(?!{S}(?:part(?:y|ies)|mass|dinner|lunch|concerts?|sermon|market|trees?|cards?|presents?|gifts?|break|holidays?|"
    rf"shopping|sales?|tournament|test)\b)(?!\w)(?:,?{S}(?P<year>{YEAR}))?"
)

NUMERIC = re.compile(
    r"(?<![\w/.-])(?P<y>1\d{3}|20\d\d)(?P<sep>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>[12]\d|3[01]|0?[1-9])"
    r"(?:T(?P<h>[01]\d|2[0-3]):(?P<min>[0-5]\d)(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/])"
    r"|(?<![\w/.-])(?P<a>\d{1,2})(?P<sep2>[/.])(?P<b>\d{1,2})(?P=sep2)(?P<y2>\d{4}|\d{2})(?![\w/]|\.\d)"
)

CENTURIES = {word: number for word, number in ORDINALS.items() if number <= 21}
YEARS = re.compile(
    rf"(?=[\d'’‘A])(?:(?<![\w.,/$£€])(?:(?P<decade>1\d\d0|20\d0)[’']?s(?!\w)"
    rf"|(?P<from>1\d{{3}}|20\d\d){GAP}(?:{DASH}|/){GAP}(?P<to>1\d{{3}}|20\d\d|\d\d)(?![\w%]|[.,]\d|{DASH}\w)"
    rf"|(?P<year>{YEAR})(?!\w))"
    rf"|(?<!\w)['’‘](?P<short>\d0)s(?!\w)"
    rf"|(?<!\w)AD{S}(?P<ad>\d{{1,4}})(?!\w)|(?<![\w.,])(?P<old>\d{{1,5}}){S}(?P<era>BCE?|CE|AD)(?!\w))"
)

CENTURY = re.compile(
    rf"(?<!\w)(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{any_of(CENTURIES)})"
    rf"(?:{S}|-)centur(?:y|ies)(?!\w)(?P<bc>{S}BCE?(?!\w))?",
    re.IGNORECASE,
)

_FEW = [word for word, number in UNITS.items() if 1 < number < 12]
_SEASONS = "|".join([*SEASONS, *(name.title() for name in SEASONS)])
FISCAL = re.compile(
    rf"(?<!\w)(?:FY|[Ff]iscal(?:{S}year)?|[Ff]inancial{S}year){S}?(?:(?P<fy>20\d\d|19\d\d)(?:{GAP}[-–/]{GAP}\d{{2,4}})?"
    rf"|(?P<fy2>\d\d))(?![.,]\d|\w)"
    rf"|(?<!\w)(?:(?P<q>[QH][1-4])|(?P<ord>first|second|third|fourth|final|last|1st|2nd|3rd|4th)(?:{S}|-)(?P<part>quarter|half))"
    rf"(?!\w)(?:,?{S}(?:(?:of|in){S})?(?:(?:the{S})?(?:fiscal|financial){S}(?:year{S})?)?(?P<qy>{YEAR}|(?:this|last|next){S}year)(?!\w))"
    rf"|(?<!\w)(?P<season>{_SEASONS}){S}(?:of{S})?(?P<sy>{YEAR})(?!\w)"
    rf"|(?<!\w)(?:[Tt]he{S})?(?P<months>first|opening|last|final|closing){S}(?P<many>\d{{1,2}}|{'|'.join(_FEW)}){S}months{S}"
    rf"(?:of|in){S}(?:the{S}year{S})?(?P<my>{YEAR}|(?:this|last|next|the){S}year)(?!\w)"
)

WEEKDAY_NAMES = "|".join(name.title() for name in WEEKDAYS if len(name) > 5)
WEEKDAY = re.compile(
    rf"(?<!\w)(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Oo]n){S})?(?:(?P<day>{WEEKDAY_NAMES})|(?P<short>Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
    rf"(?!\w)"
)

ZONE = re.compile(
    rf"{GAP}\(?(?:GMT|UTC|BST|CES?T|E[SD]?T|P[SD]?T|C[SD]?T|M[SD]?T|IST|JST|(?:local|Pacific|Eastern){S}time)(?!\w)\)?"
)

_ONE = any_of({*UNITS, *TENS})
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,6}}(?:\.\d{{1,3}})?[½¼¾]?"
    rf"|(?:[Aa]{S}hundred{S}(?:and{S})?)?(?:{_ONE})(?!\w)(?:[\s-](?:and[\s-])?(?:{_ONE}|hundred|thousand)(?!\w)){{0,4}}(?:[\s-]and[\s-]a[\s-]half)?)"
    rf"(?:{S}(?:hundred|thousand|million|billion))?"
)
VAGUE = rf"(?:several|many|(?:a{S})?few|a{S}couple(?:{S}of)?|(?:a{S}number|dozens|hundreds|thousands|millions){S}of)"
COUNT = (
    rf"(?:(?!(?:1\d{{3}}|20\d\d){S}(?:to|or|and){S})(?P<n1>{NUMBER})(?:(?:{GAP}{DASH}{GAP}|{S}(?:to|or|and){S}(?:a{S})?)(?P<n2>{NUMBER}))?|(?P<vague>{VAGUE})"
    rf"|(?P<half>half{S}an?|(?:a|three){S}quarters?{S}of{S}an?)|(?P<one>an?))"
)
LENGTH = r"(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)|millennia)"
SHORT_LENGTH = r"(?:secs?|mins?|hrs?|yrs?)"
DURATION = re.compile(
    rf"(?<![\w.,/$£€])(?<!\w-){COUNT}(?P<glue>{S}|{GAP}{DASH}{GAP}|(?<=\d))"
    rf"(?:(?:more|further|additional|full|consecutive|straight|calendar|working|long|extra|whole|short|other){S})?"
    rf"(?P<unit>{LENGTH}|{SHORT_LENGTH})(?!\w)(?P<more>{S}and{S}a{S}half)?",
    re.IGNORECASE,
)
OFFSET = re.compile(
    rf"{S}(?P<word>ago|earlier|before|prior(?:{S}to)?|previously|beforehand|from{S}now|hence|later|afterwards?|after|on)(?!\w)",
    re.IGNORECASE,
)
OLD = re.compile(rf"(?:{S}|{GAP}{DASH}{GAP})(?:olds?(?!\w)|of{S}age(?!\w))", re.IGNORECASE)

ROLLING = re.compile(
    rf"(?<!\w)(?P<det>the|these|those){S}(?P<which>last|past|previous|next|coming|preceding|following|first|final|subsequent|ensuing)"
    rf"{S}(?:{COUNT}(?:{S}|{GAP}{DASH}{GAP}))?(?P<unit>{LENGTH}|period|quarter|season|morning|night|evening|summer|winter|spring|autumn)"
    rf"(?!\w|['’]{S})(?P<more>{S}and{S}a{S}half)?",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    rf"(?<!\w)(?:(?P<shift>earlier|later|early|late|mid|sometime){S})?(?:(?P<det>this|last|next|that|(?:the{S}|this{S}|that{S})?same|the{S}current"
    rf"|each|every){S}(?:(?P<unit>day|night|morning|afternoon|evening|week|weekend|fortnight|month|quarter|year|decade|century|period)"
    rf"|(?P<season>spring|summer|autumn|fall|winter))|(?:in|over|during|for){S}the{S}(?P<period>period))(?!\w)(?!{DASH}\w)",
    re.IGNORECASE,
)
MONTH_OF = re.compile(
    rf"(?<!\w)(?:(?P<shift>earlier|early|late|mid){S})?(?P<det>[Tt]his|[Ll]ast|[Nn]ext|[Tt]hat|[Ee]ach|[Ee]very){S}(?P<month>{MONTH})(?!\w)(?!{S}\d)"
)
OF_YEAR = re.compile(
    rf",?{S}(?:of{S})?(?P<which>last|this|next|the{S}same|that|the{S}following|the{S}previous){S}year(?!\w)",
    re.IGNORECASE,
)
SIMPLE = re.compile(
    rf"(?<!\w)(?:(?P<today>today|tonight|yesterday|tomorrow)(?!\w)"
    rf"|(?:at|over|during){S}the{S}(?P<weekend>weekend)(?!\w)(?!{S}(?:of|before|after)\b)"
    rf"|(?P<date>to{S}date)(?!\w)(?!{S}with)|(?P<then>since{S}then)(?!\w)"
    rf"|(?P<recent>(?:recent|(?:the{S})?following|coming|ensuing|subsequent){S}(?:years|months|weeks|days|decades))(?!\w)"
    rf"|(?P<often>annually|every{S}(?:(?P<every>few|other|{NUMBER}){S})?{LENGTH})(?!\w))",
    re.IGNORECASE,
)
EDGE = re.compile(
    rf"(?<!\w)(?P<edge>start|beginning|end|middle|close|turn|rest|remainder){S}of{S}(?P<det>the|this|last|next|that|the{S}same){S}"
    rf"(?P<unit>week|month|quarter|year|decade|century)(?!\w)(?!{S}of{S})",
    re.IGNORECASE,
)
