"""The characters of an HTML file: how they are encoded, and where what a parser gives as text stands among them."""

import codecs
import html
import re
from bisect import bisect_right
from collections import Counter

from factcheck.errors import SourceError
from factcheck.reading import decode

DEEPEST = 120
"""Elements that may lie open in each other; below, a start tag only parts the text. Parsing slows with depth."""
MOST_BYTES = 50_000_000
"""Bytes of a page that is read."""
DECLARED_WITHIN = 4096
"""Bytes at the beginning in which a file names its encoding."""
WINDOW = 20_000
"""Characters ahead in which a text is looked for, where the parser has moved it."""

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*+(?:[\"']\s*+)?([\w.:-]{2,40})|<\?xml[^>]{0,80}encoding=[\"']([\w.:-]+)", re.I
)
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>")
_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?|\r\n?")
_SPACE = re.compile(r"[ \t\n\f\r]*")
RAW = frozenset("script style title textarea xmp iframe noembed noframes".split())
"""Elements that hold characters and no tags."""
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without content."""
_IMPLIED = frozenset("p li dt dd tr td th thead tbody tfoot option optgroup html head body".split())
"""Elements whose end tag may be left out."""


def characters(data: bytes) -> str:
    """The file's characters: UTF-8 where it is that, else the encoding it names, else what is detected.

    Raises `SourceError` for what is too large or no text.
    """
    if len(data) > MOST_BYTES:
        raise SourceError(f"the page is larger than {MOST_BYTES // 1_000_000} MB; save the part of it that is needed")
    named = _DECLARED.search(data, 0, DECLARED_WITHIN)
    if named and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            data = _in_utf8(data, (named[1] or named[2]).decode("ascii").lower())
    return decode(data)


def _in_utf8(data: bytes, name: str) -> bytes:
    """The bytes in UTF-8, where the encoding named is one of text that they can be in; else as they are."""
    if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"):
        name = "cp1252"
    try:
        if not codecs.lookup(name)._is_text_encoding or name.startswith(("utf", "idna", "puny", "unicode", "raw")):
            return data
        return data.decode(name).encode("utf-8")
    except (LookupError, ValueError):
        return data


class Characters:
    """Follows a file's characters while the texts of its tree come by, in order.

    `safe` is the file for the parser, flattened where it nests too deeply.
    """

    def __init__(self, text: str) -> None:
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._places: list[int | None] = []
        self._length = 0
        self._cursor = 0
        self.safe = self._scan(text)
        self._text = "".join(self._parts)

    def place(self, words: str) -> list[tuple[str, int | None]]:
        """A text of the tree in pieces, each with its place in the file; null where it does not stand as it is."""
        core = words.strip(" \t\n\f\r")
        if not core:
            return [(" ", None)] if words else []
        begin = _SPACE.match(self._text, self._cursor).end()  # type: ignore[union-attr]
        if not self._text.startswith(core, begin):
            begin = self._text.find(core, begin, begin + len(core) + WINDOW)
        if begin < 0:
            pieces: list[tuple[str, int | None]] = [(core, None)]
        else:
            self._cursor = begin + len(core)
            pieces = self._pieces(begin, self._cursor)
        lead = [(" ", None)] if words[0] in " \t\n\f\r" else []
        return [*lead, *pieces, *([(" ", None)] if words[-1] in " \t\n\f\r" else [])]

    def _pieces(self, begin: int, end: int) -> list[tuple[str, int | None]]:
        pieces = []
        number = bisect_right(self._starts, begin) - 1
        while begin < end:
            stop = self._starts[number + 1] if number + 1 < len(self._starts) else self._length
            stop = min(stop, end)
            place = self._places[number]
            pieces.append((self._text[begin:stop], None if place is None else place + begin - self._starts[number]))
            begin, number = stop, number + 1
        return pieces

    def _scan(self, text: str) -> str:
        """Notes the text between tags; gives the file without tags that nest too deeply."""
        safe: list[str] = []
        open_: Counter[str] = Counter()
        dropped: Counter[str] = Counter()
        depth = done = kept = at = 0
        while (at := text.find("<", at)) >= 0:
            following = text[at + 1 : at + 2]
            if following in ("!", "?"):
                self._say(text, done, at)
                done = at = _after(text, "-->" if text.startswith("<!--", at) else ">", at + 2)
                continue
            if not (following.isascii() and following.isalpha()) and not (
                following == "/" and text[at + 2 : at + 3].isalpha()
            ):
                at += 1
                continue
            tag = _TAG.match(text, at)
            self._say(text, done, at)
            if tag is None:
                done = len(text)
                break
            start, name = at, tag[2].lower()
            done = at = tag.end()
            if tag[1] != "/" and name in RAW:
                closing = re.compile(rf"</{name}(?=[\s/>])", re.I).search(text, at)
                done = at = closing.start() if closing else len(text)
            elif name not in VOID and name not in _IMPLIED:
                if tag[1] != "/" and depth >= DEEPEST:
                    dropped[name] += 1
                    safe += (text[kept:start], "<hr>") if kept < start or not safe else ()
                    kept = at
                elif tag[1] != "/":
                    depth, open_[name] = depth + 1, open_[name] + 1
                elif dropped[name]:
                    dropped[name] -= 1
                    safe += (text[kept:start], "<hr>") if kept < start or not safe else ()
                    kept = at
                elif open_[name]:
                    depth, open_[name] = depth - 1, open_[name] - 1
        self._say(text, done, len(text))
        safe.append(text[kept:])
        return "".join(safe)

    def _say(self, text: str, begin: int, end: int) -> None:
        for entity in _ENTITY.finditer(text, begin, end):
            self._add(text[begin : entity.start()], begin)
            written = entity.group()
            self._add("\n" if written[0] == "\r" else html.unescape(written), None)
            begin = entity.end()
        self._add(text[begin:end], begin)

    def _add(self, words: str, at: int | None) -> None:
        if words:
            self._parts.append(words)
            self._starts.append(self._length)
            self._places.append(at)
            self._length += len(words)


def _after(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return len(text) if found < 0 else found + len(mark)
