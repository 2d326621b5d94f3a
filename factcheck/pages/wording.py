"""What reports for people say: the words for verdicts and dates, and the part of a passage that matters."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcheck.language.calendar import MONTH_NAMES
from factcheck.language.number_words import UNITS
from factcheck.language.plain import several

LABELS: dict[str, tuple[str, str]] = {
    "conflict": ("conflict", "conflicts"),
    "possible-conflict": ("possible conflict", "possible conflicts"),
    "different-basis": ("different basis", "different bases"),
    "later-figure": ("later figure", "later figures"),
    "variant": ("variant", "variants"),
    "agrees": ("agreement", "agreements"),
    "not-checked": ("not checked", "not checked"),
}
"""Each verdict for one finding and for several, worst first."""

MEANINGS: dict[str, str] = {
    "conflict": "both cannot be true",
    "possible-conflict": "one reading reconciles them",
    "different-basis": "another period, supplier or part",
    "later-figure": "a later count of the same thing",
    "variant": "spelling or style",
    "agrees": "the sources say the same",
    "not-checked": "nothing is known of these",
}

PRESSING = frozenset({"conflict", "possible-conflict", "different-basis"})
FIRST_LOOKS = 4
"""Findings that are named at the top of a report of many."""

_NUMBER_WORDS = (*UNITS, "twenty")

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CURRENCIES = ("$", "€", "£", "¥")
_PLAIN = frozenset("a an and are as at by for from in is it of on or that the their this to was were with".split())


def count(verdict: str, number: int) -> str:
    """ "1 conflict", "3 conflicts"."""
    one, several = LABELS[verdict]
    return f"{number} {one if number == 1 else several}"


def check_line(report: Mapping[str, Any]) -> str:
    """What a check found, in one line: "2 conflicts, 1 agreement."."""
    counts = [count(verdict, number) for verdict in LABELS if (number := report["summary"].get(verdict, 0))]
    return f"{', '.join(counts) or 'nothing was compared'}."


def gate_line(report: Mapping[str, Any]) -> str:
    """The answer on drafts, and what was counted, in one line."""
    return f"{gate_answer(report)} {gate_counts(report)}"


def gate_answer(report: Mapping[str, Any]) -> str:
    """Whether drafts can be published, in a sentence."""
    if report["publishable"]:
        return "It can be published."
    if report.get("reason"):
        return str(report["reason"])
    if not report["summary"]["block"]:
        return "Nothing in it was checked, or a part of it could not be: it cannot be published."
    return "It cannot be published."


def gate_counts(report: Mapping[str, Any]) -> str:
    """How many statements of drafts are blocked, have a warning, and pass."""
    summary = report["summary"]
    number, block, warn, fine = (summary[name] for name in ("statements", "block", "warn", "pass"))
    told = f"{block} blocked, {warn} with a warning, {fine} pass"
    return f"{several(number, 'statement')}: {told} (policy {report['policy']})."


def nothing_compared(sources: Sequence[Mapping[str, Any]]) -> str:
    """Why nothing was compared, for a report without a finding."""
    if not sources:
        return "There is no source yet: factcheck source add FILE"
    if not any(source["claims"] for source in sources):
        return "No claim was found in what was read."
    return "No claim speaks of the same fact as another."


def left_out(withheld: Mapping[str, Any]) -> str:
    """That sources are left out of a report, without which."""
    sources, findings = withheld["sources"], withheld["findings"]
    they, them = ("is", "it") if sources == 1 else ("are", "them")
    said = f"{several(sources, 'source')} {they} confidential or under embargo, and left out"
    return f"{said}, with what {several(findings, 'finding')} {'says' if findings == 1 else 'say'} of {them}."


def first_looks(findings: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The weightiest of many open differences, one of a check; among equals those of the most sources."""
    opened = [one for one in findings if one["verdict"] in PRESSING and one["status"] != "settled"]
    if len(opened) <= FIRST_LOOKS:
        return []
    weightiest: dict[str, Mapping[str, Any]] = {}
    for finding in sorted(opened, key=_lightness):
        weightiest.setdefault(finding["check"], finding)
    return list(weightiest.values())[:FIRST_LOOKS]


def _lightness(finding: Mapping[str, Any]) -> tuple[float, int]:
    return -round(finding["weight"], 2), -len({item["source"] for item in finding["evidence"]})


def day(date: str | None) -> str:
    """A date as far as it is known, in words: "4 August 2022", "August 2022", "2022"."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?", date or "")
    if match is None or not 1 <= int(match[2] or 1) <= len(MONTH_NAMES):
        return date or ""
    parts = [str(int(match[3]))] if match[3] else []
    parts += [MONTH_NAMES[int(match[2]) - 1]] if match[2] else []
    return " ".join([*parts, match[1]])


def place(item: Mapping[str, Any]) -> list[str]:
    """Where in its source a passage stands: section, page, note; as far as known."""
    section = str(item.get("section") or "").split(" > ")[-1]
    parts = [section] if section else []
    parts += [f"page {item['page']}"] if item.get("page") else []
    parts += [f"note {item['note']}"] if item.get("note") else []
    return parts


def shortened(text: str, room: int, least: int = 24) -> str:
    """The text, cut at a space and with an ellipsis where it is longer than there is room; never below `least`."""
    room = max(room, least)
    if len(text) <= room:
        return text
    cut = text.rfind(" ", 1, room)
    return f"{text[: cut if cut > 0 else room - 1].rstrip(' ,;:')}…"


def focus(text: str, value: str | None) -> list[tuple[int, int]]:
    """Where in a passage the words of its value stand, `text[start:end]`, in order; neighbours are joined.

    Where "May 2020" stands, a "2020" alone is left out. Figures and number words count as equal, so that
    "6 visits" is found in "six visits".
    """
    wanted = {_fold(token) for token in _TOKEN.findall(value or "")} - _PLAIN
    found: list[tuple[int, int, set[str]]] = []
    for match in _TOKEN.finditer(text):
        word = _fold(match.group())
        if word not in wanted:
            continue
        start = match.start() - 1 if text[: match.start()].endswith(_CURRENCIES) else match.start()
        end = match.end() + 1 if text[match.end() :].startswith("%") else match.end()
        if found and start - found[-1][1] <= 1:
            begin, _, words = found.pop()
            found.append((begin, end, words | {word}))
        else:
            found.append((start, end, {word}))
    return [(start, end) for start, end, words in found if not any(words < other for _, _, other in found)]


def words_of(text: str) -> frozenset[str]:
    """The words and figures of a text that matter, folded."""
    return frozenset(_fold(token) for token in _TOKEN.findall(text)) - _PLAIN


def differing(value: str, shared: frozenset[str]) -> list[tuple[int, int]]:
    """Where in a value the words stand that are not `shared` with the other values, `value[start:end]`; joined."""
    found: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(value):
        word = _fold(match.group())
        if word in shared or word in _PLAIN:
            continue
        start = match.start() - 1 if value[: match.start()].endswith(_CURRENCIES) else match.start()
        end = match.end() + 1 if value[match.end() :].startswith("%") else match.end()
        if found and start - found[-1][1] <= 1:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _fold(token: str) -> str:
    word = token.replace(",", "").lower()
    if word.isdecimal() and int(word) < len(_NUMBER_WORDS):
        return _NUMBER_WORDS[int(word)]
    return word


def excerpt(text: str, spans: Iterable[tuple[int, int]], room: int) -> tuple[int, int]:
    """The part of a passage to show, `text[start:end]` of at most `room` characters, cut at spaces.

    It holds all places that matter where they fit, else the longest of them, with the words about them.
    """
    if len(text) <= room:
        return 0, len(text)
    places = list(spans) or [(0, 0)]
    first, last = places[0][0], places[-1][1]
    if last - first > room:
        first, last = max(places, key=lambda span: span[1] - span[0])
    start = max(first - max(room - (last - first), 0) // 2, 0)
    end = min(start + room, len(text))
    start = max(end - room, 0)
    return _after_space(text, start, first), _before_space(text, end, min(last, end))


def _after_space(text: str, start: int, stop: int) -> int:
    if start == 0 or text[start - 1] == " ":
        return start
    found = text.find(" ", start, max(stop, start) + 1)
    return start if found < 0 else found + 1


def _before_space(text: str, end: int, stop: int) -> int:
    if end == len(text) or text[end] == " ":
        return end
    found = text.rfind(" ", stop, end)
    return end if found < 0 else found
