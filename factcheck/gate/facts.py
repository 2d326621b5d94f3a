"""What is found of a draft whatever people decide, as plain values to be kept; decisions and policy come later."""

from factcheck.records.base import Record
from factcheck.records.finding import Evidence
from factcheck.records.gate import CitationAnswer, Place, SetAside, Support, Unbound


class Bearing(Record):
    """A passage, `text[start:end]` of a source, that bears a thing out: the value that was compared, the claim that it
    was compared with, and the ids of all claims there that state the thing, drafted ones too."""

    source: str
    start: int
    end: int
    value: str | None
    claim: str | None
    stating: tuple[str, ...]


class Borne(Record):
    """A thing of a statement, by its kind, and what bears it out."""

    kind: str
    by: tuple[Bearing, ...]


class Suggestion(Record):
    """Other words for `old` at `line` and `column` of a draft's file; with empty `old`, words to put in there.

    `span` is where they stand among the file's characters; null where that cannot be told (DOCX, words with markup).
    """

    file: str
    line: int
    column: int
    old: str
    new: str
    why: str
    span: tuple[int, int] | None = None


class StatementFacts(Record):
    """A statement of a draft, `text[start:end]`: support and citation, and what bears its things out.

    `things` counts what it holds to check, `rests` says on what it rests where `support_why` is empty, `proposal` what
    the writer's comment proposes. `said` is its digest in `Said`. `cited` lists the sources that it cites, `held` the
    passages on which its answers rest (source, start, end), `claims` the claims there that state its things.
    """

    place: Place
    start: int
    end: int
    said: str
    support: Support
    support_why: str
    rests: str
    citation: CitationAnswer
    citation_why: str
    proposal: str
    things: int
    cites: bool
    denies: bool
    evidence: tuple[Evidence, ...]
    borne: tuple[Borne, ...]
    unbound: tuple[Unbound, ...]
    cited: tuple[str, ...]
    held: tuple[tuple[str, int, int], ...]
    claims: tuple[str, ...]
    suggested: tuple[Suggestion, ...]


class Said(Record):
    """A draft's text in one line, and a digest for each sentence: of its words, what it cites, and the words before."""

    text: str
    sentences: tuple[str, ...]


class DraftFacts(Record):
    """A draft: its statements, what is set aside by rules, what was not read."""

    statements: tuple[StatementFacts, ...]
    set_aside: tuple[SetAside, ...]
    unread: tuple[Unbound, ...]
