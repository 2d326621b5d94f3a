"""Which parts of a page are its article, and which are the page's own: navigation, banners, footers, other stories."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from factcheck.readers._html_tree import INLINE, Element, Text, events, inside

PROSE = 60
"""Characters outside links, from which a block's text is prose."""
MOST_STANDFIRST = 120
"""Words of what sums up a text."""
MOST_HEADING = 100
"""Characters of a heading over links."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_TAGS = frozenset("nav footer aside form button menu dialog".split())
_ROLES = frozenset("navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar".split())
_WORDS = frozenset(
    "nav navbar navigation menu breadcrumb breadcrumbs footer sidebar cookie cookies consent gdpr onetrust cmp share"
    " sharing sharebar social socials related recommended recommendations recirc recirculation newsletter newsletters"
    " subscribe subscription signup promo promos promoted advert adverts ad ads advertisement advertising sponsor"
    " sponsored outbrain taboola comments disqus popup modal overlay paywall toolbar pagination pager masthead"
    " trending popular mostread readmore teaser teasers taglist tagcloud skiplink printfooter catlinks editsection"
    " donate".split()
)
_PIECE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_RELATED = re.compile(
    r"(?:related|read (?:more|next|also)|more (?:from|on|stories|in)|see also|also (?:on|read)|latest"
    r"|most (?:read|popular)|popular|recommended|you (?:may|might) (?:also )?like|share|follow|tags?\b|topics?\b"
    r"|trending|further reading"
    r"|comments?\b|keep reading|up next|what to read)",
    re.I,
)
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|subhead(?:line)?|subtitle|sub-title"
    r"|article-summary|strapline|lede)(?:$|[\s_-])",
    re.I,
)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|by-line|dateline|pubdate|post-meta|entry-meta|article-meta|authors?-name)(?:$|[\s_-])", re.I
)


@dataclass(slots=True)
class Size:
    """Of an element: characters in all, in links, of its own line, of prose; links; its place in the file."""

    place: int
    total: int = 0
    linked: int = 0
    own: int = 0
    prose: int = 0
    links: int = 0


@dataclass
class Regions:
    """The element that holds the article, its title, and what is the page's own."""

    root: Element
    title: Element | None = None
    furniture: set[Element] = field(default_factory=set)


def regions_of(html: Element, titles: set[str]) -> Regions:
    """What of a page is its article; `titles` are what the page says that it is called."""
    body = next((child for child in html.children if isinstance(child, Element) and child.tag == "body"), html)
    sizes = measured(body)
    title = _title(body, titles)
    above = set(title.above()) if title else set()
    named = {one for one in inside(body) if one in sizes and is_furniture(one)}
    own = {one for one in named if one not in above and sizes[one].prose * 2 <= sizes[body].prose}
    if sizes[body].total and _left(body, own) == 0:
        own = {one for one in own if one.tag in _TAGS or one.get("role").lower() in _ROLES}
    if sizes[body].total and _left(body, own) == 0:
        own = set()
    root = _root(body, sizes, own, title)
    return Regions(root, title, _link_groups(root, sizes, own))


def measured(body: Element) -> dict[Element, Size]:
    """The sizes of all elements."""
    sizes = {body: Size(0)}
    stack, links = [body], 0
    for event, part in events(body):
        if isinstance(part, Text):
            length = len(part.words.strip())
            size = sizes[stack[-1]]
            size.total += length
            size.linked += length if links else 0
            size.own += 0 if links else length
        elif event == "open":
            sizes[part] = Size(len(sizes))
            stack.append(part)
            links += part.tag == "a"
        else:
            stack.pop()
            links -= part.tag == "a"
            _add(sizes[stack[-1]], sizes[part], part)
    size = sizes[body]
    size.prose += size.own if size.own >= PROSE else 0
    return sizes


def _add(size: Size, inner: Size, element: Element) -> None:
    if element.tag in INLINE:
        size.own += inner.own
    elif inner.own >= PROSE:
        inner.prose += inner.own
    size.total += inner.total
    size.linked += inner.linked
    size.prose += inner.prose
    size.links += inner.links + (element.tag == "a" and inner.total > 0)


def is_furniture(element: Element) -> bool:
    """Whether an element says that it is the page's own: by its tag, role, class or id, or as it is hidden."""
    if element.tag in _TAGS or element.get("role").lower() in _ROLES or "hidden" in element.attributes:
        return not _is_note(element)
    if element.tag == "header":
        return not any(one.tag in ("article", "main") for one in element.above())
    style = element.get("style").replace(" ", "").lower()
    if "display:none" in style or element.get("aria-hidden") == "true":
        return element.tag not in INLINE
    if element.tag in ("body", "html", "article", "main") or element.tag in INLINE:
        return False
    words = {word.lower() for word in _PIECE.findall(f"{element.get('class')[:500]} {element.get('id')[:100]}")}
    return not words.isdisjoint(_WORDS)


def _is_note(element: Element) -> bool:
    said = f"{element.get('role')} {element.get('class')} {element.get('epub:type')} {element.get('id')}".lower()
    return "footnote" in said or "endnote" in said


def is_standfirst(element: Element) -> bool:
    """Whether an element is marked as what sums up the text."""
    return bool(_STANDFIRST.search(element.get("class"))) and len(element.words.split()) <= MOST_STANDFIRST


def is_byline(element: Element) -> bool:
    """Whether an element is marked as naming the author or the day."""
    marked = element.tag == "address" or _BYLINE.search(element.get("class")) or element.get("rel") == "author"
    return bool(marked) and len(element.words.split()) <= 40


def _title(body: Element, titles: set[str]) -> Element | None:
    """The heading that is the page's title: the one it is said to have, else the first of the highest."""
    heads = [one for one in inside(body) if one.tag in ("h1", "h2") and one.words]
    named = [one for one in heads if one.words.lower() in titles]
    outside = [
        one for one in heads if one.tag == "h1" and not any(up.tag in ("nav", "aside", "footer") for up in one.above())
    ]
    within = [one for one in outside if any(up.tag in ("article", "main") for up in one.above())]
    first = (within or outside)[:1]
    return next(iter(named or (first if len(outside) == 1 or within else ())), None)


def _left(body: Element, own: set[Element]) -> int:
    return sum(len(part.words.strip()) for event, part in events(body, lambda one: one not in own) if event == "text")


def _root(body: Element, sizes: dict[Element, Size], own: set[Element], title: Element | None) -> Element:
    """The smallest article or main part that holds most of the prose."""
    root = body
    for event, part in events(body, lambda one: one not in own):
        if event == "open" and isinstance(part, Element):
            marked = part.tag in ("article", "main") or part.get("role") in ("main", "article")
            if marked and sizes[part].prose * 5 >= sizes[root].prose * 3 > 0:
                root = part
    if title is not None and root is not body and root not in title.above():
        around = list(title.above())
        shared = next((one for one in root.above() if one in around), body)
        root = root if shared.tag in ("body", "html") else shared
    return root


def _link_groups(root: Element, sizes: dict[Element, Size], own: set[Element]) -> set[Element]:
    """What is the page's own, with lists of nothing but links: before the first prose, after the last, or headed so."""
    opened = (one for event, one in events(root, lambda one: one not in own) if event == "open")
    kept = [one for one in opened if isinstance(one, Element)]
    prose = [sizes[one].place for one in kept if sizes[one].own >= PROSE and one.tag not in INLINE]
    before = _before(root)
    found = set(own)
    for event, part in events(root, lambda one: one not in found):
        if event != "open" or not isinstance(part, Element) or part.tag not in ("ul", "ol", "div", "p", "section"):
            continue
        size = sizes[part]
        if size.links < 2 or size.linked * 10 < size.total * 9 or size.prose:
            continue
        head = before.get(part)
        said = head.words if head is not None and sizes[head].total < MOST_HEADING else ""
        related = bool(_RELATED.match(said))
        headed = head is not None and (related or head.tag in HEADINGS)
        outside = size.links > 2 and (not prose or size.place < prose[0] or (size.place > prose[-1] and not headed))
        if related or (outside and prose):
            found.update({part, head} if related and head is not None else {part})
    return found


def _before(root: Element) -> dict[Element, Element]:
    """The element right before each, under the same parent."""
    found: dict[Element, Element] = {}
    for holder in (root, *inside(root)):
        found.update(
            (later, earlier) for earlier, later in pairwise(one for one in holder.children if isinstance(one, Element))
        )
    return found
