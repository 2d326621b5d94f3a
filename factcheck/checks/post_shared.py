"""One post is given to two people at one time.

It reads what office each document gives to whom ("health minister", "the head of the coastguard", "Norway's
ambassador to Chile") and reports an office of which one document, or two of about the same date, name different
holders. It stays silent where the countries or the bodies differ or may differ (also where the two documents name no
country in common, and where each publisher speaks of "our" chair), where the dates lie apart, where a text speaks of a
former, acting or new holder or of a change, and for callings that many share (professor, spokesman, analyst).

What settles it: the list of office-holders on that day.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.people import names_in, one_speaker, surname, without_title
from factcheck.contexts.places import sentence_at
from factcheck.contexts.posts import POSTS, Post, posts_in_titles, posts_of, tells_of_change
from factcheck.contexts.spellings import respelled
from factcheck.contexts.times import DAYS_A_YEAR, days_apart
from factcheck.language.places import country_of
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.records.mention import NameMention
from factcheck.stories import STORY

_MOST_SHOWN = 4
_LONGEST = 120
"""Days within which an office is taken to have one holder."""
_NEAR = 100
"""Characters around a name in which a change of office would be told."""
_MOST_HOLDERS = 6
_SHORTEST = 3


def run(archive: Archive, whole: Archive) -> Iterable[Finding]:
    """The offices that have two holders."""
    grouped: dict[frozenset[str], list[Post]] = defaultdict(list)
    known = [post for study in archive.holding(CHECK) for post in posts_of(study)]
    cited = list(posts_in_titles(archive.studies.values(), known))
    several = _held_by_several(known)
    apart = _told_apart(known)
    for post in (*known, *cited):
        if (post.study.source.id, post.key) in apart:
            continue
        if len(post.key) > 1 or not post.is_local or (post.study.source.id, *post.key) not in several:
            for key in {post.key, post.of_body}:
                grouped[key].append(post)
    disputed = {key: posts for key, posts in grouped.items() if len({post.holder for post in posts}) > 1}
    named = _named(archive, {surname(post.holder) for posts in disputed.values() for post in posts})
    told: dict[frozenset[str], list[frozenset[str]]] = defaultdict(list)
    for key in sorted(disputed, key=sorted):
        for two, found in _of_one_post(named, key, disputed[key], archive):
            if not any(key <= other or other <= key for other in told[two]):
                told[two].append(key)
                yield found


_Named = Mapping[str, Sequence[tuple[Study, NameMention]]]


def _named(archive: Archive, surnames: set[str]) -> _Named:
    """Where people of these surnames are named, in all documents."""
    found: dict[str, list[tuple[Study, NameMention]]] = {name: [] for name in surnames}
    for study in archive.studies.values() if surnames else ():
        for item in names_in(study):
            last = surname(item.name)
            if last in found:
                found[last].append((study, item))
    return found


def _of_one_post(
    named: _Named, key: frozenset[str], posts: Sequence[Post], archive: Archive
) -> Iterator[tuple[frozenset[str], Finding]]:
    """The pairs of people who hold one post, with what is found of them."""
    holders: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        known = next((name for name, theirs in holders.items() if _is_one(theirs[0], post)), post.holder)
        holders[known].append(post)
    names = sorted(holders)
    countries = {post.country for post in posts}
    if len(names) > _MOST_HOLDERS or (None in countries and len(countries) > 2):
        return
    for number, one in enumerate(names):
        for other in names[number + 1 :]:
            near = _nearest(holders[one], holders[other], archive)
            if near is not None and (_given(one) == _given(other) or not _changes(named, one, other)):
                yield frozenset({one, other}), _finding(key, one, holders[one], other, holders[other], near)


def _given(name: str) -> str:
    """The given name of somebody named in full: one post and one given name are one person, whatever changes."""
    words = without_title(name).split()
    return words[0].casefold() if len(words) > 1 and len(words[0]) >= _SHORTEST else name


def _held_by_several(posts: Iterable[Post]) -> set[tuple[str, str]]:
    """The posts of one word that a document gives to two people: it tells of two towns or firms."""
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for post in posts:
        for word in post.key:
            holders[post.study.source.id, word].add(surname(post.holder))
    return {key for key, names in holders.items() if len(names) > 1}


def _told_apart(posts: Iterable[Post]) -> set[tuple[str, frozenset[str]]]:
    """The posts of many firms or towns that one sentence gives to two people: it tells of two of these."""
    holders: dict[tuple[str, frozenset[str]], dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for post in posts:
        sentence = sentence_at(post.study.document, post.start) if post.is_loose else None
        if sentence is not None:
            holders[post.study.source.id, post.key][sentence.start].add(surname(post.holder))
    return {key for key, told in holders.items() if any(len(names) > 1 for names in told.values())}


def _is_one(one: Post, other: Post) -> bool:
    """Whether two posts are held by one person, perhaps spelled otherwise."""
    if one_speaker(one.study, one.holder, other.study, other.holder):
        return True
    if _spaced(one.holder) == _spaced(other.holder):
        return True
    left, right = surname(one.holder), surname(other.holder)
    return left == right or respelled(left.capitalize(), right.capitalize())


def _spaced(name: str) -> str:
    """A name with the parts of a double surname apart, as half of its writers have them."""
    return without_title(name).replace("-", " ").casefold()


def _nearest(ones: Sequence[Post], others: Sequence[Post], archive: Archive) -> int | None:
    """Days between the nearest two mentions that can be compared, or null where none can."""
    found = [
        0 if one.is_then or other.is_then else days_apart(one.when, other.when)
        for one in ones
        for other in others
        if one.when and other.when and _can_be_one(one, other, archive)
    ]
    return min((days for days in found if days <= _LONGEST), default=None)


def _can_be_one(one: Post, other: Post, archive: Archive) -> bool:
    """Whether two mentions are surely or probably of one office."""
    if one.body and other.body and not one.body & other.body:
        return False
    if one.country and other.country:
        return one.country == other.country
    if _is_of_another_body(one, other) or _is_of_another_body(other, one):
        return False
    if _are_of_two_countries(one, other) or _are_of_two_owners(one, other):
        return False
    if _one_sentence(one, other) or ((one.is_loose or other.is_loose) and not _are_of_one_place(one, other, archive)):
        return False
    return all(post.when is not None and (post.when[1] - post.when[0]).days <= DAYS_A_YEAR for post in (one, other))


def _is_of_another_body(named: Post, bare: Post) -> bool:
    """Whether one post is said to be of a body, and the other, of which that is not said, stands in a document that is
    mainly about another: "Corvane Chief Executive Ada Berg", "Tom Lund, the chief executive"."""
    if not named.body or bare.body:
        return False
    told = Counter(item.entity for item in names_in(bare.study) if item.type == "organisation").most_common(1)
    main = frozenset(told[0][0].lower().split()) if told else frozenset()
    return bool(main) and main.isdisjoint(named.body)


def _are_of_two_countries(one: Post, other: Post) -> bool:
    """Whether the two documents name countries, and none in common."""
    ours, theirs = ({country_of(item.entity) for item in names_in(post.study)} - {None} for post in (one, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _are_of_two_owners(one: Post, other: Post) -> bool:
    """Whether each is "our" head of something, in the documents of two publishers."""
    own = all(post.words.lower().startswith("our ") for post in (one, other))
    return own and one.study.source.publisher != other.study.source.publisher


def _are_of_one_place(one: Post, other: Post, archive: Archive) -> bool:
    """Whether two posts that many towns or firms have are of one of these: their documents are about one."""
    if not (one.is_local and other.is_local) and one.of_body != other.of_body:
        return False
    return archive.related.between(one.study.source.id, other.study.source.id) >= STORY or _share_a_setting(one, other)


def _share_a_setting(one: Post, other: Post) -> bool:
    """Whether the two documents are about one place or body: the names of both share two words."""
    words = []
    for post in (one, other):
        names = [item.entity for item in names_in(post.study) if item.type != "person" and not country_of(item.entity)]
        words.append({word.lower() for name in names for word in name.split() if len(word) > _SHORTEST})
    return len(words[0] & words[1]) > 1


def _one_sentence(one: Post, other: Post) -> bool:
    if one.study is not other.study:
        return False
    sentence = sentence_at(one.study.document, one.start)
    return sentence is not None and sentence.start <= other.start < sentence.end


def _changes(named: _Named, one: str, other: str) -> bool:
    """Whether a sentence that names either of them tells of a change of office."""
    for study, mention in (*named[surname(one)], *named[surname(other)]):
        sentence = sentence_at(study.document, mention.start)
        if sentence is None:
            continue
        start, end = max(sentence.start, mention.start - _NEAR), min(sentence.end, mention.end + _NEAR)
        if tells_of_change(study.document.text[start:end]):
            return True
    return False


def _finding(
    key: frozenset[str], one: str, ones: Sequence[Post], other: str, others: Sequence[Post], near: int
) -> Finding:
    words = min((post.words for post in (*ones, *others)), key=lambda text: (len(text), text))
    sure = any(a.country and a.country == b.country for a in ones for b in others)
    return finding(
        CHECK,
        fact=(*sorted(key), surname(one), surname(other)),
        verdict="conflict" if sure and near <= _LONGEST / 4 else "possible-conflict",
        message=f"Two people are called {words} at one time: {one} and {other}.",
        sides=(list(_shown(ones)), list(_shown(others))),
        steps=(
            Step(
                code="one-post",
                text=f"One person at a time is {words}, and the mentions lie {near} days apart at most.",
            ),
            Step(code="no-change-told", text="No document speaks of a former, acting or new holder."),
        ),
        settle=f"Who was {words} then?",
        weight=0.7,
    )


def _shown(posts: Sequence[Post]) -> Iterator[Evidence]:
    """The first mention of each document, then others, a few in all."""
    first: dict[str, Post] = {}
    for post in posts:
        first.setdefault(post.study.source.id, post)
    rest = [post for post in posts if all(post is not head for head in first.values())]
    for post in [*first.values(), *rest][:_MOST_SHOWN]:
        yield evidence_at(post.study, post.start, post.end, value=f"{post.holder}: {post.words}")


CHECK = Check(
    id="post-shared",
    kind="attribution",
    title="One post is given to two people at one time",
    reads=Archive,
    run=run,
    holds=lambda study: bool(study.gathered(POSTS)),
    gathers=(POSTS,),
    examples=(
        Example(
            documents={
                "wire": "“We need vaccine,” health minister Joseph Malunga told reporters in Nkhowe on 3 April 2024.",
                "release": "Dr Agnes Phirimbe, the minister of health, opened the clinic in Nkhowe on 20 April 2024.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "“We need vaccine,” health minister Joseph Malunga told reporters in Nkhowe on 3 April 2024.",
                "release": "Dr Agnes Phirimbe, the new minister of health, replaced Joseph Malunga on 20 April 2024.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "The chief executive of Norrland, Lars Thorsen, said on 3 April 2024 that Harwell stays.",
                "release": "Norrland’s chief executive, Nils Aagaard, said on 3 April 2024 that Harwell stays.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "The chief executive of Norrland, Lars Thorsen, said on 3 April 2024 that Harwell stays.",
                "release": "Osterland’s chief executive, Nils Aagaard, said on 3 April 2024 that Harwell stays.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "Norway’s Foreign Minister Kari Dahl met Chile’s Foreign Minister Pablo Rojas on 3 April 2024.",
            },
            expect=None,
        ),
    ),
)
