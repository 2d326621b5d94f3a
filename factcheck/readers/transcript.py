"""Transcripts in WebVTT and SRT: turns, with who speaks and when."""

import html
import re
from collections import Counter
from dataclasses import dataclass, field

from factcheck.building import Builder, Draft
from factcheck.errors import SourceError
from factcheck.reading import Reader, decoded

PAUSE = 3.0
"""Seconds of silence after which a new paragraph begins, where a sentence has ended."""
LONG = 80
"""Words from which a paragraph ends with a sentence."""

_TIMES = re.compile(
    r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_MARKUP = re.compile(
    r"<(?:v(?:\.[^>\s]{0,80})?\s+([^>]{1,200})|[^<>]{0,200})>|\{\\[^{}]{0,200}\}|&(?:#\d{1,8}|[a-zA-Z]{1,31});"
)
_LABEL = re.compile(r"(?:>>\s*|[-–—]\s+)?([A-Z][\w.'’-]*(?: [A-Z(][\w.'’)-]*){0,4}):\s+(?=\S)")
_TURN = re.compile(r"(?:>>+|[-–—])\s*(?=\S)")
_ENDED = re.compile(r"[.!?…][\"”’')\]]*\s*$")

Line = list[tuple[str, int | None]]
"""A line's characters in pieces, each with its place in the file."""


@dataclass(slots=True)
class Cue:
    """Words shown from `start` to `end`, in seconds; `voice` is who speaks, where a tag says so."""

    start: float
    end: float
    lines: list[Line] = field(default_factory=list)
    voice: str | None = None


def read(data: bytes, builder: Builder) -> None:
    """Fills the builder with the turns; raises `SourceError` where the file has no times."""
    text = decoded(data, builder)
    cues = cues_of(text)
    if not cues:
        raise SourceError("the file holds no lines with their times")
    known = _speakers(cues)
    speaker: str | None = None
    draft: Draft | None = None
    last: Cue | None = None
    words_in, tail = 0, ""
    for cue in cues:
        for number, line in enumerate(_fresh(cue, last)):
            label, turns = _who(line, known)
            said = cue.voice or label or (None if turns else speaker)
            begun = label is not None or turns or said != speaker
            silence = cue.start - last.end if last is not None and number == 0 else 0.0
            if draft is None or begun or _pauses(words_in, tail, silence):
                words_in = 0
                draft = builder.block("paragraph", speaker=said, at=clock(cue.start))
            speaker = said
            for words, at in line:
                draft.text(words, at)
            draft.line_end()
            tail = _said(line)[-20:]
            words_in += len(_said(line).split())
        last = cue


def cues_of(text: str) -> list[Cue]:
    """The cues of a file that hold words, in its order; notes and styles are left out."""
    cues: list[Cue] = []
    cue: Cue | None = None
    for match in _LINE.finditer(text):
        words = match.group().strip()
        times = _TIMES.match(words)
        if times:
            cue = Cue(_seconds(*times.groups()[:4]), _seconds(*times.groups()[4:]))
            cues.append(cue)
        elif not words:
            cue = None
        elif cue is not None:
            line = _pieces(match.group().rstrip(), match.start(), cue)
            if any(piece.strip() for piece, _ in line):
                cue.lines.append(line)
    return [cue for cue in cues if cue.lines]


def clock(seconds: float) -> str:
    """A time as hours, minutes and seconds: "00:01:05"."""
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _seconds(hours: str | None, minutes: str, seconds: str, parts: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(parts.ljust(3, "0")) / 1000


def _pieces(words: str, at: int, cue: Cue) -> Line:
    """A line without its tags; a voice tag names the cue's speaker."""
    line: Line = []
    begin = 0
    for mark in _MARKUP.finditer(words):
        if mark.start() > begin:
            line.append((words[begin : mark.start()], at + begin))
        if mark[1]:
            cue.voice = cue.voice or " ".join(html.unescape(mark[1]).split())
        elif mark.group().startswith("&"):
            line.append((html.unescape(mark.group()), None))
        begin = mark.end()
    if begin < len(words):
        line.append((words[begin:], at + begin))
    return line


def _said(line: Line) -> str:
    return " ".join("".join(words for words, _ in line).split())


def _speakers(cues: list[Cue]) -> frozenset[str]:
    """The labels that name speakers: in capitals, of several words, or given twice."""
    often = Counter(label[1] for cue in cues for line in cue.lines if (label := _LABEL.match(_said(line))))
    return frozenset(name for name, count in often.items() if count > 1 or name.isupper() or " " in name)


def _who(line: Line, known: frozenset[str]) -> tuple[str | None, bool]:
    """Who a line says is speaking, and whether it says that somebody else is; what says so is taken off."""
    label = _LABEL.match(line[0][0])
    if label is not None and label[1] in known:
        _cut(line, label.end())
        return label[1], True
    turn = _TURN.match(line[0][0])
    if turn is not None:
        _cut(line, turn.end())
    return None, turn is not None


def _cut(line: Line, size: int) -> None:
    words, at = line[0]
    line[0] = (words[size:], None if at is None else at + size)


def _fresh(cue: Cue, last: Cue | None) -> list[Line]:
    """The cue's lines without those that only stay on from the one before."""
    shown = [_said(line) for line in last.lines] if last is not None and cue.start - last.end < PAUSE else []
    lines = list(cue.lines)
    while lines and _said(lines[0]) in shown and len(_said(lines[0]).split()) > 1:
        lines.pop(0)
    return lines


def _pauses(words: int, tail: str, silence: float) -> bool:
    """Whether a paragraph ends here: with its sentence where it is long or silence follows, or far too late."""
    ended = bool(_ENDED.search(tail)) and (silence >= PAUSE or words >= LONG)
    return ended or words >= LONG * 5


READER = Reader("transcript", 1, (".vtt", ".srt"), read)
