"""Words in quotation marks do not stand so where they were taken from, or in another document that quotes them.

It looks for every quotation in all other documents: in their text (then that is the source) and in their quotations.
The same words are an agreement; a name spelled otherwise is a variant; another word or figure, two sentences made
one, or words left out without a mark are a conflict, shown with the place where they part. It allows for
omissions marked by dots, for the editor's words in square brackets, for British and American spelling and for the
marks that end a quotation. It stays silent where speech is only reported (other persons and tenses), where two
speakers are named who are not one, where short phrases merely recur, and where too little is the same.

What settles it: the recording, the transcript or the document quoted.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import sentence_at
from factcheck.quotations.alignment import Divergence
from factcheck.quotations.elsewhere import MARKS, QUOTED, quotes, utterances
from factcheck.quotations.passages import Echo, Judgement, Quoted, Utterance
from factcheck.quotations.utterances import are_copies, judged
from factcheck.records.finding import Evidence, Finding, Step, Verdict
from factcheck.statements.kept import Group, kept

_MOST_SHOWN = 6


@dataclass(frozen=True, order=True)
class _Place:
    """A passage that has the words: a quotation, or a stretch of text."""

    source: str
    start: int
    end: int
    quoted: bool


@dataclass(frozen=True)
class _Edge:
    """Two places with the same words or nearly; the first is the one that quotes."""

    one: _Place
    other: _Place
    judgement: Judgement | None
    """Null where the words are the same, but two people say them."""
    divergences: tuple[Divergence, ...]
    near: bool
    """Whether one is about as long as the other."""


def run(archive: Archive, whole: Archive) -> Iterable[Finding]:
    """The quotations that stand elsewhere, the same or otherwise."""
    edges: dict[tuple[_Place, _Place], _Edge] = {}
    disputed: set[_Place] = set()
    said = utterances(archive, CHECK)
    known = {id(one): found for one, found in kept(archive, "copies", _copied(said), _which_are_one)}
    for utterance in said:
        for edge in _edges(utterance, known.get(id(utterance), ())):
            if edge.judgement is None:
                disputed |= {edge.one, edge.other}
            else:
                edges.setdefault((min(edge.one, edge.other), max(edge.one, edge.other)), edge)
    standing = [edge for edge in edges.values() if edge.judgement != "same" or not {edge.one, edge.other} & disputed]
    for component in _components(standing):
        yield from _findings(archive, component)


def _copied(said: Iterable[Utterance]) -> Iterator[Group[Utterance]]:
    """The utterances that are quoted more than once, with the documents and places."""
    for utterance in said:
        places = [[copy.source, copy.start] for copy in utterance.copies]
        if len(places) > 1:
            yield {copy.source for copy in utterance.copies}, places, utterance


def _which_are_one(utterance: Utterance) -> list[bool | None]:
    """For each copy but the first, whether it is one utterance with it."""
    first, *others = utterance.copies
    return [are_copies(first, copy) for copy in others]


def _edges(utterance: Utterance, are_one: Iterable[bool | None]) -> Iterator[_Edge]:
    """The other places of an utterance, each with what it is to the first; null where two people say the same.

    `are_one` says of each copy but the first whether it is one utterance with it.
    """
    first = utterance.copies[0]
    for copy, same in zip(utterance.copies[1:], are_one, strict=True):
        if same is not None and copy.study is not first.study:
            yield _Edge(_place_of(copy), _place_of(first), "same" if same else None, (), near=True)
    for echo in utterance.echoes:
        judgement, one_speaker = echo.judged or judged(echo)
        if judgement is not None or (echo.alignment.is_exact and one_speaker is False):
            yield _edge(echo, judgement)


def _place_of(quoted: Quoted) -> _Place:
    return _Place(quoted.source, quoted.start, quoted.end, True)


def _edge(echo: Echo, judgement: Judgement | None) -> _Edge:
    mine = _place_of(echo.quoted)
    if echo.inside is not None:
        theirs = _Place(echo.study.source.id, echo.inside.start, echo.inside.end, True)
    else:
        sentence = sentence_at(echo.study.document, echo.start)
        start = sentence.start if sentence else echo.start
        theirs = _Place(echo.study.source.id, start, max(echo.end, sentence.end if sentence else 0), False)
    lengths = sorted((mine.end - mine.start, echo.end - echo.start))
    near, divergences = lengths[0] * 10 >= lengths[1] * 8, echo.alignment.divergences
    if theirs.quoted and (_date(echo.quoted.study), mine) < (_date(echo.study), theirs):
        turned = tuple(_turned(item) for item in divergences)
        return _Edge(theirs, mine, judgement, turned, near)
    return _Edge(mine, theirs, judgement, divergences, near)


def _date(study: Study) -> str:
    return study.date or ""


def _turned(item: Divergence) -> Divergence:
    """The same difference, seen from the other side."""
    change = {"cut": "added", "added": "cut"}.get(item.change, item.change)
    return Divergence(change, item.stands, item.quoted)  # type: ignore[arg-type]


def _components(edges: Sequence[_Edge]) -> Iterator[list[_Edge]]:
    """The edges that hang together, by place."""
    parent: dict[_Place, _Place] = {}

    def root(place: _Place) -> _Place:
        while parent.setdefault(place, place) != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for edge in edges:
        one, other = root(edge.one), root(edge.other)
        parent[max(one, other)] = min(one, other)
    grouped: dict[_Place, list[_Edge]] = defaultdict(list)
    for edge in edges:
        grouped[root(edge.one)].append(edge)
    for place in sorted(grouped):
        yield sorted(grouped[place], key=lambda edge: (edge.one, edge.other))


def _findings(archive: Archive, edges: Sequence[_Edge]) -> Iterator[Finding]:
    same = [edge for edge in edges if edge.judgement == "same"]
    if same:
        yield _agreement(archive, same)
    for judgement, verdict in _VERDICTS.items():
        differing = [edge for edge in edges if edge.judgement == judgement]
        if differing:
            yield _difference(archive, verdict, differing, same)


_VERDICTS: dict[Judgement, Verdict] = {
    "altered": "conflict",
    "doubtful": "possible-conflict",
    "respelled": "variant",
}


def _agreement(archive: Archive, same: Sequence[_Edge]) -> Finding:
    places = sorted({place for edge in same for place in (edge.one, edge.other)})
    shortest = min((place for place in places if place.quoted), key=lambda place: (place.end - place.start, place))
    words = _exact(archive, shortest)
    sources = sorted({place.source for place in places})
    return finding(
        CHECK,
        fact=("same", _plain(words)),
        verdict="agrees",
        message=f"{' and '.join(sources)} have the same words: {_cut(words)}.",
        sides=([_evidence(archive, place, None) for place in places],),
        steps=(Step(code="quotation-same", text="Word for word, marks and the spelling of the house apart."),),
        weight=0.4,
    )


def _difference(archive: Archive, verdict: Verdict, edges: Sequence[_Edge], same: Sequence[_Edge]) -> Finding:
    first = min(edges, key=lambda edge: (edge.other.quoted, edge.one, edge.other))
    classes = _classes(edges, same)
    sides = sorted(classes, key=lambda places: (first.other not in places, min(places)))
    steps = [_step(edge, divergence) for edge in edges for divergence in edge.divergences]
    return finding(
        CHECK,
        fact=(verdict, first.other.source, _plain(_exact(archive, first.other))),
        verdict=verdict,
        message=_message(first),
        sides=[[_evidence(archive, place, edges) for place in sorted(places)] for places in sides],
        steps=steps[:_MOST_SHOWN],
        settle="Print the words as they stand in the source, or mark what was left out or put in.",
        weight=0.3 if verdict == "variant" else 0.8 if _has_figure(edges) else 0.7,
    )


def _classes(edges: Sequence[_Edge], same: Sequence[_Edge]) -> list[set[_Place]]:
    """The places by what they say: those that differ are never together, those that are the same and as long are."""
    classes = {place: {place} for edge in edges for place in (edge.one, edge.other)}
    apart = {frozenset((edge.one, edge.other)) for edge in edges}
    for edge in same:
        one, other = classes.get(edge.one), classes.get(edge.other)
        if one is None or other is None or one is other or not edge.near:
            continue
        if not any(frozenset((a, b)) in apart for a in one for b in other):
            one |= other
            for place in other:
                classes[place] = one
    found: list[set[_Place]] = []
    for place in sorted(classes):
        if not any(classes[place] is known for known in found):
            found.append(classes[place])
    return found


def _has_figure(edges: Sequence[_Edge]) -> bool:
    return any(item.change == "figure" for edge in edges for item in edge.divergences)


def _message(edge: _Edge) -> str:
    here, there = edge.one.source, edge.other.source if edge.other.source != edge.one.source else "the other"
    worst = min(edge.divergences, key=lambda item: _GRAVITY.index(item.change))
    if worst.change == "merged":
        said = f"makes one sentence of two of {there}, without a mark"
    elif worst.change == "cut":
        said = f"leaves out {_cut(worst.stands)} of {there}, without a mark"
    elif worst.change == "added":
        said = f"holds {_cut(worst.quoted)}, which {there} does not have"
    else:
        said = f"has {_cut(worst.quoted)} where {there} has {_cut(worst.stands)}"
    return (
        f"A quotation in {here} {said}." if there != "the other" else f"{here} gives one quotation twice: one {said}."
    )


_GRAVITY = ("merged", "figure", "word", "cut", "added", "spelling")


def _step(edge: _Edge, item: Divergence) -> Step:
    here, there = edge.one.source, edge.other.source
    texts = {
        "spelling": f"{here} spells {_cut(item.quoted)}, {there} {_cut(item.stands)}.",
        "figure": f"The figure is {_cut(item.quoted)} in {here} and {_cut(item.stands)} in {there}.",
        "word": f"{_cut(item.quoted)} in {here} stands for {_cut(item.stands)} in {there}.",
        "cut": f"{here} leaves out {_cut(item.stands)} without a mark.",
        "merged": f"Between two sentences of {there} stands {_cut(item.stands)}; {here} has {_cut(item.quoted)}.",
        "added": f"{_cut(item.quoted)} in {here} does not stand in {there}.",
    }
    return Step(code=f"quotation-{item.change}", text=texts[item.change])


def _evidence(archive: Archive, place: _Place, edges: Sequence[_Edge] | None) -> Evidence:
    said = [
        item.quoted if edge.one == place else item.stands
        for edge in edges or ()
        if place in (edge.one, edge.other)
        for item in edge.divergences
    ]
    value = "; ".join(dict.fromkeys(words or "(nothing)" for words in said)) or None
    return evidence_at(_study(archive, place), place.start, place.end, value=value)


def _study(archive: Archive, place: _Place) -> Study:
    return archive.studies[place.source]


def _exact(archive: Archive, place: _Place) -> str:
    return _study(archive, place).document.text[place.start : place.end]


def _plain(words: str) -> str:
    return " ".join(words.lower().split())[:200]


def _cut(words: str) -> str:
    line = " ".join(words.split()).strip("“”\"'‘’ ")
    return f"“{line}”" if len(line) <= 70 else f"“{line[:69].rsplit(' ', 1)[0]} …”"


CHECK = Check(
    id="quotation-altered",
    kind="quotation",
    title="Quoted words stand otherwise in their source, or in another quotation of them",
    reads=Archive,
    run=run,
    holds=quotes,
    gathers=(MARKS, QUOTED),
    examples=(
        Example(
            documents={
                "release": "The commander, Ana Ruiz, said: “We had asked for two more boats on Monday, and none came.”",
                "report": "“We had asked for three more boats on Monday, and none came,” Ana Ruiz said.",
            },
            expect="conflict",
        ),
        Example(
            documents={
                "release": "The commander, Ana Ruiz, said: “We had asked for two more boats on Monday, and none came.”",
                "report": "“We had asked for two more boats on Monday … and none came,” Ana Ruiz said.",
            },
            expect="agrees",
        ),
        Example(
            documents={
                "one": "“We stand by our partners in difficult moments,” said Ana Ruiz, the minister.",
                "other": "“He was a friend who helped in difficult moments,” said Paul Okoro, a neighbour.",
            },
            expect=None,
        ),
        Example(
            documents={
                "study": "The port has given Torvik a lifeline as it struggles to pay for the wall. The town waits.",
                "paper": "“The port has given Torvyk a lifeline as it struggles to pay for the wall,” the study says.",
            },
            expect="variant",
        ),
    ),
)
