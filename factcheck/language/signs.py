"""A sentence with signs in place of its names, so that patterns can say where a name stands without spelling it."""

from collections.abc import Iterable, Mapping

from factcheck.records.document import Sentence
from factcheck.records.mention import NameMention

SIGN = "§"
"""A sign is a number between two of these; those that a text has itself are left out of it."""


def signed(text: str, sentence: Sentence, names: Iterable[NameMention]) -> tuple[str, Mapping[str, NameMention]]:
    """A sentence of a text with a sign in place of each of its names, and the names by their signs.

    `names` are those of the sentence in order of place; of two that overlap the first counts. White space is folded.
    """
    pieces, at, known = list[str](), sentence.start, dict[str, NameMention]()
    for number, name in enumerate(names):
        if name.start >= at:
            sign = f"{SIGN}{number}{SIGN}"
            known[sign] = name
            pieces += [_without_signs(text[at : name.start]), sign]
            at = name.end
    return " ".join("".join([*pieces, _without_signs(text[at : sentence.end])]).split()), known


def _without_signs(text: str) -> str:
    return text.replace(SIGN, " ")
