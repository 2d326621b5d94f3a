"""Of whom or what a clause with a pronoun for its subject tells: the subject of the sentence before."""

import re

from factcheck.checking import Study
from factcheck.contexts.people import names_within
from factcheck.contexts.places import sentence_at, within
from factcheck.language.persons import is_person
from factcheck.records.mention import EventMention

_PRONOUN = re.compile(r"\W{0,2}(?:and |but )?(he|she|it|they)\b", re.IGNORECASE)


def antecedent(study: Study, event: EventMention) -> tuple[str, ...]:
    """The phrase that the pronoun at the head of a clause stands for; none where it has none, or that is not sure."""
    text = study.document.text
    match = _PRONOUN.match(text, event.start, event.end)
    own = sentence_at(study.document, event.start)
    if match is None or own is None:
        return ()
    before = sentence_at(study.document, max(own.start - 2, 0))
    if before is None or before.block != own.block or before.start == own.start:
        return ()
    pronoun = match[1].lower()
    names = names_within(study, before.start, before.end)
    for told in within(study.seen(EventMention), before.start, before.end):
        for phrase in (*told.agent, *told.recipient):
            kinds = {name.type for name in names if name.name in phrase or name.entity in phrase}
            human = "person" in kinds or is_person(phrase.split()[-1])
            if pronoun == "they" or (human or "other" in kinds if pronoun in ("he", "she") else not human):
                return (phrase,)
    return ()
