"""Internal references ("see Section IV.A above"): resolved to a heading, caption or note, dangling, or ambiguous."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from factcheck.language.plain import listed
from factcheck.records.citation import Reference
from factcheck.records.document import Block, Document

Kind = Literal["section", "appendix", "table", "figure", "note", "chapter", "box"]
Direction = Literal["above", "below"]

SILENT = frozenset({"heading", "title", "furniture", "byline", "teaser"})
"""Blocks whose words are names and no references."""

_KINDS: dict[str, Kind] = {
    "section": "section", "part": "section", "appendix": "appendix", "appendice": "appendix", "annex": "appendix",
    "annexe": "appendix", "table": "table", "figure": "figure", "fig.": "figure", "chapter": "chapter", "box": "box",
    "boxe": "box", "note": "note", "footnote": "note", "endnote": "note",
}  # fmt: skip
_LABEL = r"(?:[IVXLC]{1,7}|[A-Z]|\d{1,3})(?:\.(?:[IVXLC]{1,5}|[A-Za-z]|\d{1,3}))*(?:\([a-z\d]{1,3}\))?"
_REFERENCE = re.compile(
    rf"\b(?P<kind>[Ss]ection|[Pp]art|[Cc]hapter|[Aa]ppendi(?:x|ce)|[Aa]nnexe?|[Tt]able|[Ff]igure|Fig\.|[Bb]oxe?|[Ff]ootnote"
    rf"|[Ee]ndnote|[Nn]ote)s?\s(?P<labels>{_LABEL}(?:(?:,\s|,?\sand\s|\sor\s|\sto\s|[-–]){_LABEL}\b(?!\s(?:of|in)\b))*)"
    r"(?![\w%])(?P<where>,?\s(?:above|below))?"
)
_ONE_LABEL = re.compile(_LABEL)
_SEEN = re.compile(r"(?:\b(?:see|see also|cf\.|supra|in|discussed in|as well as|and|or|under|from)\s|\(\s?)$", re.I)
_SEE = re.compile(r"\b(?:see|see also|cf\.|supra)\s(?:also\s)?$", re.I)
_TOLD_IN = re.compile(
    r"\b(?:(?:set|laid|spelled|spelt) out|described|listed|shown|given|discussed|contained|referred to|defined|"
    r"explained|mentioned|named|outlined|summari[sz]ed|detailed|presented|reported|calculated|reproduced|"
    r"dealt with|treated|"
    r"addressed|examined|analy[sz]ed|considered|specified|identified|found|documented|recorded|as|is|are)\s(?:further\s)?"
    r"(?:in|by|under)\s(?:also\s)?$|"
    r"\b(?:[Ww]e|I|[Tt]his (?:report|paper|study|briefing|review|inquiry))\s(?:(?:shall|will|also|then|now|have)\s)*"
    r"(?:explain|describe|discuss|show|list|return|turn|come|deal|address|examine|consider|set|lay|give|present|report|"
    r"look|argue|find|found|treat|outline|summari[sz]e)(?:e?s|e?d)?\b[^.;:()]{0,40}\s(?:in|to|under)\s$"
)
"""What says that a text tells of something elsewhere in itself: "the conditions set out in section 8"."""
_LAWS = re.compile(
    r"\b(?:Act|Acts|Code|Regulations?|Constitution|Treaty|Agreement|Contract|Directive|Charter|Statutes?|Convention|"
    r"Protocol|Decree|Ordinance|Rules|Law|Bill|Order|Guidelines?|Standards?)\b|\b(?:the|this|that) (?:lease|licence|"
    r"contract|agreement|treaty|statute|law|act|code|directive|policy|convention|constitution)\b"
)
"""Texts that have sections of their own."""
_LAW_BEFORE = 300
_OTHERS = re.compile(r"\s(?:of|to|in)\s(?:the\s|an?\s|its\s|that\s|this\s)?[^\W\d_]")
_OWN = re.compile(r"\s(?:of|in)\s(?:this|the present)\s(?:report|paper|briefing|article|study|document|book|chapter)\b")
_CAPTIONS: dict[Kind, tuple[str, ...]] = {"table": ("table",), "figure": ("figure", "fig."), "box": ("box",)}
_BETWEEN = re.compile(r"[.()\s]+")


def references_of(document: Document) -> Iterator[Reference]:
    """All internal references, in order of place."""
    index = _Index(document)
    for number, block in enumerate(document.blocks):
        if block.kind in SILENT:
            continue
        text = document.text[block.start : block.end]
        for match in _REFERENCE.finditer(text):
            kind = _KINDS[match["kind"].lower()]
            if _is_internal(text, match, block, index.has(kind)) and not (
                block.kind == "caption" and match.start() == 0
            ):
                yield from _each(match, kind, number, index)


def _is_internal(text: str, match: re.Match[str], block: Block, known: bool) -> bool:
    """Whether a reference is to the document itself, and not to a work or a law that it speaks of."""
    before, after = text[max(match.start() - 16, 0) : match.start()], text[match.end() : match.end() + 60]
    if match["where"] or _OWN.match(after):
        return True
    if _OTHERS.match(after):
        return False
    seen = bool(_SEE.search(before))
    if block.kind == "note" or match["kind"][0].islower():
        told = known and block.kind != "note" and _TOLD_IN.search(text, max(match.start() - 60, 0), match.start())
        if told and match["kind"].lower() in ("section", "chapter", "part"):
            return _LAWS.search(text, max(match.start() - _LAW_BEFORE, 0), match.end() + 40) is None
        return bool(told) or (seen and (known or block.kind != "note"))
    return seen or (known and (bool(_SEEN.search(before)) or before == ""))


def _each(match: re.Match[str], kind: Kind, number: int, index: "_Index") -> Iterator[Reference]:
    """One reference for every label ("Tables 2 and 3")."""
    base = index.blocks[number].start
    where: Direction | None = None
    if match["where"]:
        where = "above" if match["where"].endswith("above") else "below"
    labels = list(_ONE_LABEL.finditer(match["labels"]))
    for place, label in enumerate(labels):
        start = match.start() if place == 0 else match.start("labels") + label.start()
        last = place == len(labels) - 1
        end = match.end() if last else match.start("labels") + label.end()
        yield index.resolve(Reference(
            start=base + start, end=base + end, kind=kind, target=label.group(), direction=where, outcome="dangling"
        ), number)  # fmt: skip


class _Index:
    """What can be referred to: headings by their path of labels, captions and notes by their label."""

    def __init__(self, document: Document) -> None:
        self.blocks = document.blocks
        self._starts = [document.text[block.start : block.start + 12].lower() for block in document.blocks]
        self._paths: dict[int, tuple[str, ...]] = {}
        self._within: list[tuple[str, ...]] = []
        open_: list[tuple[int, str | None]] = []
        for number, block in enumerate(document.blocks):
            if block.kind == "heading":
                open_ = [entry for entry in open_ if entry[0] < block.level]
                open_.append((block.level, block.label))
                self._paths[number] = _path(open_)
            self._within.append(_path(open_))
        starts = [block.start for block in document.blocks]
        self._stands = {
            marker.note: bisect_right(starts, marker.at) - 1
            for marker in reversed(document.markers)
            if marker.note is not None
        }

    def has(self, kind: Kind) -> bool:
        """Whether the document has anything of this kind."""
        return bool(self._candidates(kind))

    def resolve(self, reference: Reference, number: int) -> Reference:
        """The reference with its outcome; it stands in block `number`, a note's where its marker stands."""
        number = self._stands.get(number, number)
        found = self._find(reference, number)
        if len(found) > 1:
            why = f"{len(found)} {_plural(reference)} are numbered {reference.target}"
            return reference.but(outcome="ambiguous", candidates=tuple(found), why=why)
        if not found:
            return reference.but(why=self._missing(reference))
        stands = "above" if found[0] <= number else "below"
        turned = reference.direction is not None and reference.direction != stands and reference.kind != "note"
        said = f"{reference.kind} {reference.target} stands {stands}, not {reference.direction}" if turned else None
        return reference.but(outcome="resolved", block=found[0], candidates=(), why=said)

    def _find(self, reference: Reference, number: int) -> list[int]:
        if reference.kind not in ("section", "chapter"):
            wanted = reference.target.upper()
            return [place for place in self._candidates(reference.kind) if self._label(place) == wanted]
        wanted_path = tuple(part.upper() for part in _BETWEEN.split(reference.target) if part)
        places = self._candidates(reference.kind)
        found = [place for place in places if self._paths[place] == wanted_path]
        for depth in range(len(self._within[number]), 0, -1):
            if found:
                break
            inside = self._within[number][:depth] + wanted_path
            found = [place for place in places if self._paths[place] == inside]
        return found

    def _candidates(self, kind: Kind) -> list[int]:
        blocks = enumerate(self.blocks)
        if kind == "note":
            return [number for number, block in blocks if block.kind == "note"]
        if kind in _CAPTIONS:
            return [n for n, block in blocks if block.kind == "caption" and self._starts[n].startswith(_CAPTIONS[kind])]
        appendix = [number for number in self._paths if self._starts[number].startswith(("appendix", "annex"))]
        if kind == "appendix":
            return appendix
        if kind == "chapter":
            return [number for number in self._paths if self._starts[number].startswith("chapter")]
        return [number for number, path in self._paths.items() if path and number not in appendix]

    def _label(self, number: int) -> str:
        return (self.blocks[number].label or "").upper()

    def _missing(self, reference: Reference) -> str:
        places = self._candidates(reference.kind)
        if not places:
            return f"the text has no {_plural(reference)}"
        if reference.kind == "note":
            return f"there is no note {reference.target}"
        named = [".".join(self._paths[place]) if place in self._paths else self._label(place) for place in places]
        parent = reference.target.rpartition(".")[0].upper()
        siblings = [label for label in named if parent and label.rpartition(".")[0] == parent]
        return f"no {reference.kind} is numbered {reference.target}; there are {_listed(siblings or named)}"


def _path(open_: Sequence[tuple[int, str | None]]) -> tuple[str, ...]:
    """The labels of nested headings; a label such as "3.2" already holds those above it."""
    path: tuple[str, ...] = ()
    for _, label in open_:
        if label is None:
            continue
        parts = tuple(label.upper().split("."))
        path = parts if len(parts) > 1 else path + parts
    return path


def _plural(reference: Reference) -> str:
    return {"appendix": "appendices", "box": "boxes"}.get(reference.kind, f"{reference.kind}s")


def _listed(labels: Sequence[str]) -> str:
    shown = [label for label in labels if label][:12]
    return listed(shown) or "none with a number"
