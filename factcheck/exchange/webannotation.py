"""Web Annotations in JSON-LD, as the W3C's model has them: claims as annotations on the passages that state them.

Sources: https://www.w3.org/TR/annotation-model/ and its vocabulary. `TextPositionSelector` counts code points of the
canonical text, which `renderedVia` names; `TextQuoteSelector` holds in any rendering of the source.
"""

import json
import re
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime

from factcheck import __version__
from factcheck.exchange._exporter import Exported, Exporter
from factcheck.records.passage import Anchor
from factcheck.records.review import Decision
from factcheck.reviewing.wording import in_plain_words

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PDF_PAGES = "http://tools.ietf.org/rfc/rfc3778"
"""What "page=4" of a PDF means."""

Json = dict[str, object]
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def render(claims: Sequence[Exported]) -> bytes:
    """One AnnotationCollection with one page that holds an annotation for every claim."""
    items = [annotation(one) for one in claims]
    name = _iri("collection", *(str(item["id"]) for item in items))
    page: Json = {"id": _iri("page", name), "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    made = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "Claims and the passages that state them",
        "total": len(items),
        "first": page,
    }
    return (json.dumps(made, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def annotation(one: Exported) -> Json:
    """A claim as an annotation: its statement, its tags and what was decided as bodies, its passages as targets."""
    claim = one.claim
    bodies = [
        _body("describing", claim.statement, "en"),
        _body("identifying", claim.id),
        _body("assessing", one.status),
    ]
    bodies += [_body("classifying", claim.kind), *(_body("tagging", tag) for tag in claim.tags)]
    bodies += [_decision(each) for each in one.decisions if each.question in ("reads-right", "rely")]
    targets = [_target(anchor, one) for anchor in claim.anchors]
    made: Json = {
        "id": _iri("claim", claim.id),
        "type": "Annotation",
        "motivation": ["describing", "assessing"],
        "generator": {
            "id": "https://pypi.org/project/factcheck-desk/",
            "type": "Software",
            "name": f"factcheck {__version__}",
        },
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }
    if not re.fullmatch(r"[\w-]+/\d+", claim.found_by):
        made["creator"] = {"type": "Person", "name": claim.found_by}
    return made


def _body(purpose: str, value: str, language: str | None = None) -> Json:
    made: Json = {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
    return {**made, "language": language} if language else made


def _decision(decision: Decision) -> Json:
    why = f": {decision.why}" if decision.why else ""
    body = _body("assessing", f"{in_plain_words(decision)}{why}")
    body["creator"] = {"type": "Person", "name": decision.by}
    if (at := _moment(decision.at)) is not None:
        body["created"] = at
    return body


def _moment(at: str) -> str | None:
    """A time as xsd:dateTime in UTC, as the model has it."""
    try:
        time = datetime.fromisoformat(at)
    except ValueError:
        return None
    return (
        (time if time.tzinfo else time.replace(tzinfo=UTC))
        .astimezone(UTC)
        .isoformat(timespec="seconds")
        .replace("+00:00", "Z")
    )


def _target(anchor: Anchor, one: Exported) -> Json:
    source = one.source
    resource: Json = {"id": _address(source.url, source.sha256), "type": "Text"}
    if _LANGUAGE.fullmatch(one.language):
        resource["language"] = one.language
    quote: Json = {"type": "TextQuoteSelector", "exact": anchor.exact}
    quote |= {name: text for name, text in (("prefix", anchor.prefix), ("suffix", anchor.suffix)) if text}
    made: Json = {"type": "SpecificResource", "source": resource, "selector": quote}
    if anchor.start is not None and anchor.end is not None:
        position: Json = {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}
        made["selector"] = [quote, position]
        made["renderedVia"] = {"type": "Software", "name": f"factcheck canonical text, {one.reader}"}
    elif anchor.page and source.file.endswith(".pdf"):
        page: Json = {"type": "FragmentSelector", "conformsTo": PDF_PAGES, "value": f"page={anchor.page}"}
        made["selector"] = [quote, page]
    return made


def _address(url: str | None, sha256: str) -> str:
    """The source's own address, or a name made of its bytes."""
    return url if url and _ABSOLUTE.fullmatch(url) else _iri("source", sha256)


def _iri(*parts: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, 'factcheck:' + ':'.join(parts))}"


EXPORTER = Exporter("Web Annotations: JSON-LD after the W3C's model", ".jsonld", render)
