"""One person is given two posts that exclude each other, or two ranks, at one time.

It reads the offices and ranks that documents give to people of one full name. Posts that one person does not hold
together (chief executive and finance director, a head and a deputy, a union's president and its secretary), given
within four months, or a year where the documents tell one story, may be a conflict, as two ranks may be; so may a post
that a later text says somebody then had. Two ranks inside one document are a variant. It stays silent where a text
speaks of a former, acting or new holder or of a promotion, on posts that are often held together, and on a rank that
is another cut short (a lieutenant general is a general).

What settles it: the person's office on that day.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.contexts.people import is_full_person, names_in
from factcheck.contexts.places import sentence_at
from factcheck.contexts.posts import POSTS, Post, posts_of, tells_of_change
from factcheck.contexts.times import days_apart, issued
from factcheck.language.functions import exclude, functions_of
from factcheck.language.titles import RANKS, bare
from factcheck.records.finding import Finding, Step
from factcheck.stories import STORY

Span = tuple[int, int]

_LONGEST = 120
_LONGEST_IN_STORY = 365
"""Days within which nobody is taken to have changed office; within which a text on the same story would tell of it."""
_LESSER = frozenset({"deputy", "vice", "assistant"})
_PROMOTED = re.compile(r"\b(?:now|then|later|promoted|equivalent|former)\b")
_SHORT = {"lt": "lieutenant", "gen": "general", "col": "colonel", "maj": "major", "capt": "captain", "sgt": "sergeant",
          "adm": "admiral", "cmdr": "commander", "brig": "brigadier", "cpl": "corporal", "pvt": "private"}  # fmt: skip
_LADDERS = (
    ("private", "corporal", "sergeant", "lieutenant", "major", "colonel", "brigadier", "general"),
    ("constable", "sergeant", "inspector", "superintendent", "commissioner"),
)
"""Ranks from the lowest, of which nobody goes down as a rule."""
_RANK_WORDS = RANKS | frozenset("senior vice lance staff warrant".split())


def run(archive: Archive, whole: Archive) -> Iterable[Finding]:
    """The people with two posts or two ranks."""
    people: dict[str, list[Post]] = defaultdict(list)
    for study in archive.holding(CHECK):
        for post in posts_of(study):
            if is_full_person(post.holder):
                people[post.holder].append(post)
    for name in sorted(people):
        yield from _posts(name, people[name], archive)
    yield from _ranks(archive)


def _posts(name: str, posts: Sequence[Post], archive: Archive) -> Iterator[Finding]:
    told: set[frozenset[frozenset[str]]] = set()
    for one, other in combinations(posts, 2):
        pair = frozenset((one.key, other.key))
        apart = _exclude(one.key, other.key) or _other_function(one, other)
        if pair in told or not apart or not _at_one_time(one, other, archive):
            continue
        if _tells(one) or _tells(other):
            continue
        told.add(pair)
        yield _finding_posts(
            name, [post for post in posts if post.key == one.key], [post for post in posts if post.key == other.key]
        )


def _exclude(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a person does not hold both posts at a time."""
    if one == other:
        return False
    apart = one ^ other
    ours, theirs = one - _LESSER, other - _LESSER
    if one & _LESSER != other & _LESSER and len(ours & theirs) > 1 and (ours <= theirs or theirs <= ours):
        return True
    if len(apart) == 1 and apart <= _LESSER:
        return True
    both = "minister" in one and "minister" in other
    return both and len(one - other) == 1 and len(other - one) == 1 and not apart & _LESSER


def _other_function(one: Post, other: Post) -> bool:
    """Whether the posts are two of which one body gives a person one; the words tell of no other body."""
    ours, theirs = functions_of(one.words), functions_of(other.words)
    if len(ours) != 1 or len(theirs) != 1 or not exclude(*ours, *theirs):
        return False
    return not one.body or not other.body or bool(one.body & other.body)


def _at_one_time(one: Post, other: Post, archive: Archive) -> bool:
    """Whether both are of about one time: by what their sentences say, or by the dates of their documents."""
    days = [issued(post.study) for post in (one, other)]
    in_story = archive.related.between(one.study.source.id, other.study.source.id) >= STORY / 2
    longest = _LONGEST_IN_STORY if in_story else _LONGEST
    if one.then != other.then:
        return in_story and _is_of_then(*((one, other) if one.then else (other, one)))
    if days[0] is not None and days[1] is not None and days_apart(days[0], days[1]) <= longest:
        return True
    return one.when is not None and other.when is not None and days_apart(one.when, other.when) <= _LONGEST


def _is_of_then(then: Post, other: Post) -> bool:
    """Whether a post that a later document tells of the past was, by another document, another at that time."""
    told, written = issued(other.study), issued(then.study)
    if told is None or written is None or told > written:
        return False
    if then.when is not None and then.when != written:
        return days_apart(then.when, told) <= _LONGEST
    return days_apart(told, written) <= _LONGEST_IN_STORY


def _tells(post: Post) -> bool:
    sentence = sentence_at(post.study.document, post.start)
    if sentence is None:
        return False
    text = post.study.document.text[sentence.start : sentence.end]
    return tells_of_change(text.replace(" then ", " ") if post.then else text)


def _finding_posts(name: str, ones: Sequence[Post], others: Sequence[Post]) -> Finding:
    one, other = ones[0], others[0]
    return finding(
        CHECK,
        fact=(name, *sorted(" ".join(sorted(key)) for key in (one.key, other.key))),
        verdict="possible-conflict",
        message=f"{name} is {one.words} in {one.study.source.id} and {other.words} in {other.study.source.id}.",
        sides=[
            [evidence_at(post.study, post.start, post.end, value=post.words) for post in posts[:4]]
            for posts in (ones, others)
        ],
        steps=(
            Step(code="posts-exclude", text=f"One person is not {one.words} and {other.words} at one time."),
            Step(code="no-change-told", text="Neither text speaks of a change of office."),
        ),
        settle=f"What was {name}’s post then?",
        weight=0.5,
    )


def _ranked(study: Study) -> list[tuple[str, str, int, int]]:
    """The people whom a document calls by a rank before their full name, and of whom it tells no promotion: name, rank,
    and where."""
    text = study.document.text
    held = {item.entity for item in names_in(study) if item.type == "person" and any(map(_rank, item.titles))}
    found = []
    for name in sorted(full for full in held if " " in full):
        ranks = list(_before(text, name))
        if not any(_PROMOTED.search(text, max(start - 60, 0), end + 60) for _, (start, end) in ranks):
            found += [(name, rank, *span) for rank, span in ranks]
    return found


_Held = tuple[Study, str, list[Span]]
"""A document that calls somebody by a rank, and where."""


def _ranks(archive: Archive) -> Iterator[Finding]:
    """The people to whom one document gives two ranks, or two documents of one time."""
    held: dict[str, dict[str, dict[str, list[Span]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for study in archive.holding(CHECK):
        for name, rank, start, end in study.gathered(RANKED):
            held[name][study.source.id][rank].append((start, end))
    for name, sources in sorted(held.items()):
        for source, ranks in sources.items():
            if len(ranks) == 2:
                yield _finding_ranks(name, [(archive.studies[source], *entry) for entry in sorted(ranks.items())])
        single = [(archive.studies[source], *entry) for source, ranks in sources.items() for entry in ranks.items()]
        for one, other in combinations(single, 2) if len(single) == len(sources) else ():
            if _never_both(one, other):
                yield _finding_ranks(name, [one, other])


def _never_both(one: _Held, other: _Held) -> bool:
    """Whether two documents of about one time give two ranks, or the later one the lower."""
    days = [issued(study) for study, _, _ in (one, other)]
    ours, theirs = set(one[1].split()), set(other[1].split())
    if days[0] is None or days[1] is None or ours <= theirs or theirs <= ours:
        return False
    if days_apart(days[0], days[1]) <= _LONGEST:
        return True
    earlier, later = (one[1], other[1]) if days[0] < days[1] else (other[1], one[1])
    return any(earlier in steps and later in steps[: steps.index(earlier)] for steps in _LADDERS)


def _finding_ranks(name: str, sides: Sequence[_Held]) -> Finding:
    sources = list(dict.fromkeys(study.source.id for study, _, _ in sides))
    ranks = " and ".join(rank.title() for _, rank, _ in sides)
    return finding(
        CHECK,
        fact=(*sources, name, *sorted(rank for _, rank, _ in sides)),
        verdict="variant" if len(sources) == 1 else "possible-conflict",
        message=f"{name} is {ranks} in {'one document' if len(sources) == 1 else ' and '.join(sources)}.",
        sides=[[evidence_at(study, *span, value=rank) for span in places[:3]] for study, rank, places in sides],
        steps=(Step(code="two-ranks", text="Nothing is said of a promotion."),),
        settle="Which rank did this person hold then?",
        weight=0.2 if len(sources) == 1 else 0.5,
    )


def _before(text: str, name: str) -> Iterator[tuple[str, Span]]:
    """The ranks right before a full name, also in the titles of cited works."""
    for match in re.finditer(rf"(?<![\w-])((?:[A-Z][\w-]++\.? ){{1,4}}){re.escape(name)}\b", text):
        words = match[1].split()
        for place in range(len(words)):
            rank = _rank(" ".join(words[place:]))
            if rank:
                yield rank, (match.start(), match.end())
                break


def _rank(title: str) -> str:
    """The rank that a title is, in lower case; empty where it is none."""
    words = [_SHORT.get(bare(word), bare(word)) for word in re.split(r"[\s-]+", title)]
    is_rank = all(word in _RANK_WORDS for word in words) and any(word in RANKS for word in words)
    return " ".join(words) if is_rank else ""


RANKED = Gathering("people with a rank", _ranked)

CHECK = Check(
    id="name-title",
    kind="name",
    title="One person has two posts or ranks at one time",
    reads=Archive,
    run=run,
    holds=lambda study: bool(study.gathered(POSTS) or study.gathered(RANKED)),
    gathers=(POSTS, RANKED),
    examples=(
        Example(
            documents={
                "wire": "His finance director, Petra Vance, was acquitted on Friday, 9 May 2025.",
                "paper": "Petra Vance, the chief executive, was acquitted on Friday, 9 May 2025.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "The finance director, Petra Vance, was acquitted on Friday, 9 May 2025.",
                "paper": "Petra Vance, the former chief executive, was acquitted on Friday, 9 May 2025.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "Colonel Tom Varga, who commands the unit at Arlen, spoke to reporters.",
                "paper": "Major Tom Varga, the commander of the unit at Arlen, asked for a boat.",
            },
            dates={"wire": "2025-05-09", "paper": "2025-05-20"},
            expect="possible-conflict",
        ),
        Example(
            documents={
                "brief": "Colonel Ana Ruiz built the base. She was then promoted, and Brigadier Ana Ruiz opened it.",
            },
            expect=None,
        ),
        Example(
            documents={
                "brief": "General Ana Ruiz opened the base in 2014. They greeted Lieutenant General Ana Ruiz warmly.",
            },
            expect="variant",
        ),
    ),
)
