"""What a Word file ties words to: the addresses of links, and what a citation manager keeps in its fields."""

import re
from collections.abc import Mapping
from typing import Any

from factcheck.building import Tie
from factcheck.readers._office import name_of, value

FRAMES = frozenset({"hyperlink", "fldSimple"})
"""Elements that frame the words that they tie."""
TYING = FRAMES | {"fldChar", "instrText"}
MOST_CODE = 200_000
"""Characters of a field's code that are read."""

_CITATION = re.compile(r"\bCSL_CITATION\s*(\{.*\})", re.S)
_ADDRESS = re.compile(r"\bHYPERLINK\s+\"([^\"]+)\"")


def addresses_of(rels: Mapping[str, Any]) -> dict[str, str]:
    """Where a part's links lead, by their ids."""
    return {id: rel.target_ref for id, rel in rels.items() if rel.is_external and rel.reltype.endswith("/hyperlink")}


def target_of(code: str) -> str | None:
    """What a field's code ties its words to: a citation as CSL-JSON, or an address; null for other fields."""
    citation = _CITATION.search(code)
    if citation:
        return citation[1].strip()
    address = _ADDRESS.search(code)
    return address[1] if address else None


class Fields:
    """Follows the fields of a file, which may lie in each other, and the frames of its links."""

    def __init__(self) -> None:
        self._codes: list[str] = []
        self._tied: list[bool] = []
        self._frames: list[Any] = []

    def ties(self, element: Any, addresses: Mapping[str, str]) -> list[Tie]:
        """The ends of ties that an element makes here."""
        name = name_of(element)
        if name in FRAMES:
            return self._frame(element, addresses)
        if name == "instrText":
            if self._codes and len(self._codes[-1]) < MOST_CODE:
                self._codes[-1] += element.text or ""
            return []
        return self._character(value(element, "fldCharType"))

    def _frame(self, element: Any, addresses: Mapping[str, str]) -> list[Tie]:
        target = addresses.get(value(element, "id") or "") or target_of(value(element, "instr") or "")
        if target is None:
            return []
        if self._frames and self._frames[-1] is element:
            self._frames.pop()
            return [Tie(None)]
        self._frames.append(element)
        return [Tie(target)]

    def _character(self, kind: str | None) -> list[Tie]:
        """A field begins, its words begin, or it ends; one whose words the program has not filled in has none."""
        if kind == "begin":
            self._codes.append("")
            self._tied.append(False)
        elif kind == "separate" and self._codes and (target := target_of(self._codes[-1])):
            self._tied[-1] = True
            return [Tie(target)]
        elif kind == "end" and self._codes:
            code, tied = self._codes.pop(), self._tied.pop()
            target = None if tied else target_of(code)
            return [Tie(None)] if tied else [Tie(target), Tie(None)] if target else []
        return []
