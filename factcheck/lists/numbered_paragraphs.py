"""Paragraphs that begin with a word and their number ("Step 2.", "Recommendation 3: …"), and how many are announced."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking import Study
from factcheck.contexts.places import sentence_at
from factcheck.lists.announcements import COUNT, Announcement, value_of

_NAMED = re.compile(
    r"(?P<word>§|Article|Art\.|Clause|Paragraph|Rule|Regulation|Bylaw|Standing Order|Section|Step|Stage|Phase|"
    r"Recommendation|Principle|Question|Q|Point|Finding|Conclusion|Lesson|Condition|Requirement|Measure|Action|Objective|"
    r"Goal|Target|Aim|Commitment|Pledge|Demand|Proposal|Motion|Resolution|Exercise|Task|Experiment|Test|Trial|Hypothesis|"
    r"Theorem|Definition|Example|Case|Exhibit|Item|Lot|Count|Charge|Ground|Argument|Reason|Tip|Myth|Witness|Scenario|Option)"
    r"\s?(?P<label>\d{1,3})(?=[.:)]?\s|[.:)–—])(?!\s(?:and|or|to|of|above|below|[–-])\b)"
)
_TELLS = (
    r"(?:makes?|made|gives?|gave|sets? out|has|have|had|contains?|offers?|lists?|consists? of|describes?|puts? forward|"
    r"comprises?|includes?|issued?|propos(?:es|ed)|reach(?:es|ed)|comes? to|came to|are|were|faces?|brought|in|into|by|"
    r"adopt(?:s|ed)|present(?:s|ed)|test(?:s|ed)|following|these|its|our|their|the)"
)
_SOME = re.compile(r"\b(?:of|than|least|most|another|other|further|beyond|besides|last year) $", re.IGNORECASE)
_FEWEST = 2
_FEWEST_WORDS = 2


@dataclass(frozen=True)
class Numbered:
    """A paragraph with its number, and the span that shows it."""

    label: str
    start: int
    end: int


def numbered_paragraphs(study: Study) -> dict[str, list[Numbered]]:
    """The paragraphs that begin with a word and a number, by word."""
    text = study.document.text
    grouped: dict[str, list[Numbered]] = {}
    for block in study.document.blocks:
        match = _NAMED.match(text, block.start, block.end)
        if match and block.kind in ("paragraph", "list-item", "heading") and not block.label:
            sentence = sentence_at(study.document, block.start)
            end = max(sentence.end if sentence else block.end, match.end())
            # Where the sentence ends behind the label ("Step 3."), the whole paragraph shows it.
            end = block.end if len(text[block.start : end].split()) <= _FEWEST_WORDS else end
            grouped.setdefault(match["word"], []).append(Numbered(match["label"], block.start, end))
    return grouped


def announced_paragraphs(study: Study) -> Iterator[Announcement]:
    """What the text counts before them ("makes four recommendations") where it numbers more or fewer, from 1 on."""
    for word, entries in numbered_paragraphs(study).items():
        whole = [int(entry.label) for entry in entries] == list(range(1, len(entries) + 1))
        if not whole or len(entries) < _FEWEST or not word.isalpha():
            continue
        said = _said(study, _plural(word), entries[0].start)
        number = value_of(said["count"]) if said is not None else None
        if said is not None and number is not None and number != len(entries):
            items = tuple((entry.start, entry.end) for entry in entries)
            yield Announcement(said.start("count"), items[-1][1], number, said["noun"], items, sure=True)


def _said(study: Study, noun: str, until: int) -> re.Match[str] | None:
    """The one place before them that counts a noun without saying that these are some of them."""
    pattern = re.compile(
        rf"(?<![\w-])(?P<tells>{_TELLS} (?:[a-z]+ )?)?{COUNT} (?:[a-z]+ )?(?P<noun>{noun})\b(?! of\b)", re.I
    )
    found = list(pattern.finditer(study.document.text, 0, until))
    if len(found) != 1 or not found[0]["tells"]:
        return None
    before = study.document.text[max(found[0].start() - 20, 0) : found[0].start()]
    return None if _SOME.search(before) else found[0]


def _plural(word: str) -> str:
    lower = word.lower()
    return lower[:-2] + "es" if lower.endswith("sis") else lower[:-1] + "ies" if lower.endswith("y") else f"{lower}s"
