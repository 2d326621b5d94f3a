"""What a checking file holds: each statement of a draft with its passages, its sources, who approved, what is asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from factcheck.language.plain import listed, one_line
from factcheck.pages.wording import day, place
from factcheck.reporters._answers import SUMMED, told, unread, why_of
from factcheck.reporting import Behind, ReportJson

Item = Mapping[str, Any]

SIDES = {"a": "says so", "b": "says otherwise"}
OFFICE = (".docx", ".docm", ".odt")
"""Endings of drafts that have paragraphs, and no lines."""


@dataclass(frozen=True)
class Passage:
    """A passage of a source: its words, whether it bears the statement out, the source, and where it stands in it."""

    words: str
    side: str
    source: str
    where: str


@dataclass(frozen=True)
class Entry:
    """A statement of a draft, in words; `outcome` is "block", "warn" or "pass"."""

    number: int
    where: str
    words: str
    outcome: str
    answer: str
    why: str
    passages: tuple[Passage, ...] = ()
    decided: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """What there is of one draft: its statements, and what was set aside, in its order."""

    file: str
    entries: tuple[Entry, ...]
    aside: tuple[str, ...]


def chapters(report: ReportJson, behind: Behind | None) -> tuple[Chapter, ...]:
    """The drafts of a report in order of their names, each in its own order."""
    stated = [*report["statements"], *({**one, "unread": True} for one in unread(report))]
    files = sorted({one["file"] for one in (*stated, *report["set_aside"])})
    return tuple(
        Chapter(
            file,
            tuple(_entries(sorted((one for one in stated if one["file"] == file), key=_order), behind)),
            tuple(_aside([one for one in report["set_aside"] if one["file"] == file])),
        )
        for file in files
    )


def _order(one: Item) -> tuple[int, int]:
    return one["line"], one["column"]


def _entries(stated: Sequence[Item], behind: Behind | None) -> Iterator[Entry]:
    for number, one in enumerate(stated, 1):
        if "unread" in one:
            yield Entry(number, _where(one), one["exact"], "block", "not read", one["why"])
            continue
        said = behind.said_of(one) if behind is not None else {"decided": (), "queries": ()}
        passing = one["outcome"] == "pass"
        yield Entry(
            number,
            _where(one),
            one["exact"],
            one["outcome"],
            SUMMED["pass"] if passing else f"{SUMMED[one['outcome']]}: {told(one)}",
            one["why"] if passing else why_of(one),
            tuple(_passage(item, behind) for item in one["evidence"]),
            tuple(_decisions(said["decided"])),
            tuple(map(_query, said["queries"])),
        )


def _where(one: Item) -> str:
    """The place in the draft, as people look for it."""
    noun = "paragraph" if str(one["file"]).lower().endswith(OFFICE) else "line"
    return f"{noun} {one['line']}"


def _passage(item: Item, behind: Behind | None) -> Passage:
    where = ", ".join(place(item))
    source = reference(behind.source(item["source"])) if behind is not None else item["source"]
    return Passage(one_line(item["exact"]), SIDES.get(item["side"], "is near it"), source, where)


def reference(source: Item) -> str:
    """A source as a list of sources names it: "M. Ito, Audit 2022 (Port authority, 4 August 2022), URL [audit]"."""
    authors = [
        one.get("literal") or " ".join(filter(None, (one.get("given"), one.get("family"))))
        for one in source.get("author", ())
    ]
    printed = source.get("container-title") or source.get("publisher")
    about = ", ".join(part for part in (printed, day(source.get("issued"))) if part)
    named = ", ".join([*authors, source["title"]])
    return f"{named}{f' ({about})' if about else ''}{f', {url}' if (url := source.get('URL')) else ''} [{source['id']}]"


def _decisions(decided: Sequence[Item]) -> Iterator[str]:
    """What was decided on the statement and on each claim: the last answer of each person, alike ones together."""
    last = {(one["claim"], one["by"]): one for one in decided}
    for claim, held in groupby(last.values(), key=lambda one: one["claim"]):
        said: dict[str, list[str]] = {}
        for one in held:
            why = f": {one_line(one['why'])}" if one["why"] else ""
            said.setdefault(f"{one['answer']} by {{}}, {day(one['at'])}{why}", []).append(one["by"])
        told = "; ".join(text.replace("{}", listed(names), 1) for text, names in said.items())
        yield f"“{one_line(claim)}”: {told}" if claim else f"The statement: {told}"


def _query(one: Item) -> str:
    until = f", reply wanted by {day(one['deadline'])}" if one["deadline"] else ""
    return f"To {one['to']}, asked {day(one['asked'])}{until}: {one_line(one['question'])}"


def _aside(entries: Sequence[Item]) -> Iterator[str]:
    """What was set aside, by the rule or the decision."""
    for (rule, why), held in groupby(sorted(entries, key=lambda one: (one["rule"], one["why"])), key=_rule):
        places = list(held)
        words = "; ".join(f"{_where(one)}, “{one['exact']}”" for one in sorted(places, key=_order))
        yield f"{rule.replace('-', ' ').capitalize()}. {why} {words}"


def _rule(one: Item) -> tuple[str, str]:
    return one["rule"], one["why"]
