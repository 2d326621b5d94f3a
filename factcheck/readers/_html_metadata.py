"""What a page says of itself: in meta tags, in JSON-LD, and where a program or an archive saved it."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from factcheck.building import Builder
from factcheck.language.datelines import date_in, partial_date
from factcheck.readers._html_tree import Element, inside

META = {
    "citation_title": "title", "og:title": "title", "dc.title": "title", "dcterms.title": "title",
    "twitter:title": "title",
    "citation_author": "author", "author": "author", "article:author": "author", "parsely-author": "author",
    "dc.creator": "author", "dcterms.creator": "author", "byl": "author", "sailthru.author": "author",
    "article:published_time": "issued", "citation_publication_date": "issued", "citation_date": "issued",
    "og:published_time": "issued", "datepublished": "issued", "date": "issued",
    "dc.date": "issued", "pubdate": "issued",
    "dc.date.issued": "issued", "dcterms.issued": "issued", "dcterms.date": "issued", "dcterms.created": "issued",
    "publishdate": "issued", "publish-date": "issued", "parsely-pub-date": "issued", "sailthru.date": "issued",
    "og:site_name": "publisher", "citation_publisher": "publisher", "dc.publisher": "publisher",
    "dcterms.publisher": "publisher", "publisher": "publisher", "application-name": "publisher",
    "citation_journal_title": "container-title", "og:url": "URL", "dc.language": "language",
    "content-language": "language", "og:description": "abstract", "description": "abstract",
}  # fmt: skip
"""Names of meta tags (also `property` and `itemprop`), and the CSL-JSON field that each gives."""
ARTICLES = re.compile(r"(?:Article|Posting|Report|WebPage|CreativeWork|Book|Chapter|Dataset|Legislation)$")
MOST_JSON = 2_000_000
MOST_NAMES = 50

_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/(\d{4,14})(?:[a-z]{2}_)?/(https?:/{1,2}\S+)", re.I)
_TODAY = re.compile(
    r"https?://archive\.(?:today|ph|is|li|vn|fo|md)/(\d{4}\.?\d{2}\.?\d{2})-?(\d{0,6})/(https?:/{1,2}\S+)", re.I
)
_SAVED = re.compile(
    r"<!--\s{0,9}(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s+url:\s)\s{0,9}(https?://[^\s>]{1,2000})",
    re.I,
)
_STAMP = re.compile(r"(\d{4})(?:[-/]?(\d\d)(?:[-/]?(\d\d))?)?(?=$|[T\s])")
_ENTRY = re.compile(r"\s[|–—·»-]\s")


def read_metadata(root: Element, text: str, builder: Builder) -> None:
    """Notes the page's title, authors, date, publisher, address and language, and its archive's address and time."""
    said: dict[str, list[str]] = {}
    for field, value in (*_linked(root), *_tagged(root)):
        value = " ".join(value.split())
        if value and len(value) < 2000 and value not in said.setdefault(field, []):
            said[field].append(value)
    saved = _SAVED.search(text[:100_000])
    if saved:
        said.setdefault("URL", []).append(saved[1])
    for name, values in said.items():
        builder.metadata[name] = ", ".join(_names(values)) if name == "author" else values[0]
    _read_archive([*([saved[1]] if saved else []), *said.get("URL", ()), *_bookmarks(root)], builder)
    builder.title = builder.metadata.get("title")
    builder.language = builder.language or _language(builder.metadata.pop("language", ""))
    issued = next((day for value in said.get("issued", ()) if (day := _day(value))), None)
    builder.metadata.pop("issued", None)
    if issued:
        builder.metadata["issued"] = issued
        builder.date, builder.date_from = issued, "metadata"


def capture_of(url: str) -> tuple[str, str, str] | None:
    """Of a web archive's address: the address itself, the time of the capture, and the page's own; else null."""
    wayback = _ARCHIVE.match(url)
    if wayback:
        return url, _moment(wayback[1]), wayback[2]
    today = _TODAY.match(url)
    return (url, _moment(today[1].replace(".", "") + today[2]), today[3]) if today else None


def _day(value: str) -> str | None:
    """A date as programs write it, with a time or without, or as people do."""
    stamp = _STAMP.match(value)
    return partial_date("-".join(filter(None, stamp.groups()))) if stamp else partial_date(value)


def _moment(digits: str) -> str:
    """An archive's time stamp in ISO 8601, as far as it goes."""
    day = "-".join(part for part in (digits[:4], digits[4:6], digits[6:8]) if part)
    return f"{day}T{digits[8:10]}:{digits[10:12]}" if len(digits) >= 12 else day


def _read_archive(addresses: list[str], builder: Builder) -> None:
    for address in addresses:
        captured = capture_of(address)
        if captured:
            builder.metadata["archive_location"], builder.metadata["archive_date"] = captured[0], captured[1]
            builder.metadata["URL"] = captured[2]
            return


def _bookmarks(root: Element) -> Iterator[str]:
    for element in inside(root):
        if element.tag == "link" and element.get("rel") in ("bookmark", "original", "memento"):
            yield element.get("href")


def _tagged(root: Element) -> Iterator[tuple[str, str]]:
    """What meta tags and links say, in the order of trust that `META` has."""
    metas: dict[str, list[str]] = {}
    late: list[tuple[str, str]] = []
    base = ""
    for element in inside(root):
        if element.tag == "meta":
            name = next(
                (element.get(key) for key in ("property", "name", "itemprop", "http-equiv") if element.get(key)), ""
            )
            metas.setdefault(name.lower(), []).append(element.get("content"))
        elif element.tag == "link" and "canonical" in element.get("rel").lower().split():
            base = base or element.get("href")
        elif element.tag == "title" and element.parent is not None and element.parent.tag == "head":
            late.append(("title", _ENTRY.split(" ".join(element.raw.split()))[0]))
        elif element.tag == "time" and (element.get("itemprop") == "datePublished" or "pubdate" in element.attributes):
            late.append(("issued", element.get("datetime") or date_in(element.words) or ""))
    yield "language", root.get("lang") or root.get("xml:lang")
    addresses = [base, *metas.get("og:url", ())]
    yield from (("URL", value) for value in addresses if value.startswith("http"))
    if base and not base.startswith("http") and addresses[-1].startswith("http"):
        yield "URL", urljoin(addresses[-1], base)
    for name, field in META.items():
        if field != "URL":
            yield from ((field, value) for value in metas.get(name, ()) if not (field == "author" and "://" in value))
    yield from late


def _linked(root: Element) -> Iterator[tuple[str, str]]:
    """What JSON-LD says of the article; a page is asked only where it describes no article."""
    found = [thing for element in inside(root) if _is_linked(element) for thing in _things(element.raw)]
    kinds = [(thing, " ".join(_texts(thing.get("@type")))) for thing in found]
    things = [thing for thing, kind in kinds if ARTICLES.search(kind)]
    things.sort(key=lambda thing: "WebPage" in _texts(thing.get("@type")))
    for thing in things[:1]:
        for key, field in (
            ("headline", "title"), ("name", "title"), ("author", "author"), ("creator", "author"),
            ("datePublished", "issued"), ("publisher", "publisher"), ("url", "URL"), ("inLanguage", "language"),
        ):  # fmt: skip
            yield from ((field, value) for value in _texts(thing.get(key)))


def _is_linked(element: Element) -> bool:
    return (
        element.tag == "script"
        and element.get("type").lower() == "application/ld+json"
        and len(element.raw) < MOST_JSON
    )


def _things(text: str) -> list[dict[str, Any]]:
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return []
    values = value if isinstance(value, list) else [value]
    found = [one for one in values if isinstance(one, dict)]
    for one in tuple(found):
        graph = one.get("@graph")
        found += [part for part in graph if isinstance(part, dict)] if isinstance(graph, list) else []
    return found


def _texts(value: Any) -> list[str]:
    """A value of JSON-LD as texts: of things, their names."""
    values = value[:MOST_NAMES] if isinstance(value, list) else [value]
    named = [one.get("name") if isinstance(one, dict) else one for one in values]
    return [one for one in named if isinstance(one, str) and one.strip()]


def _names(values: list[str]) -> list[str]:
    """Authors, each once, though one tag gives them all and others one by one."""
    names = [re.sub(r"^by\s+", "", value, flags=re.I) for value in values[:MOST_NAMES]]
    kept: list[str] = []
    for name in names:
        if not any(name.lower() in other.lower() for other in kept):
            kept.append(name)
    return kept


def _language(value: str) -> str | None:
    match = re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", value)
    return match.group().lower() if match and match.group().lower() not in ("und", "zxx", "mul") else None
