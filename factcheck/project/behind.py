"""What stands behind a report, for the formats that show more than it holds: drafts, sources, and what people said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.gate.drafts import Places
    from factcheck.project.gate import Gate
    from factcheck.records.review import Decision
    from factcheck.reviewing.queries import OpenQuery

Json = dict[str, Any]


@dataclass
class Looked:
    """Looks up in a project what is asked for; see `reporting.Behind`. `drafts` are those that were judged."""

    project: "Gate"
    drafts: Mapping[str, bytes]
    include: tuple[str, ...] = ()
    """Sources of which is told although they may not be published."""
    _places: "dict[str, Places | None]" = field(default_factory=dict)

    def draft(self, file: str) -> bytes:
        """The bytes of a draft, as they were judged."""
        return self.drafts[file]

    def source(self, id: str) -> Json:
        """A source's record, as JSON values."""
        return self.project.source(id).model_dump(mode="json", by_alias=True)

    def place(self, source: str, start: int, end: int) -> Json | None:
        """Where a passage stands in its source's file; null where the file has no lines, or is not there."""
        if source not in self._places:
            self._places[source] = self._places_of(source)
        places = self._places[source]
        return None if places is None else places.of(start, end).model_dump(mode="json")

    def _places_of(self, id: str) -> "Places | None":
        from factcheck.gate.drafts import Places
        from factcheck.gate.editing import Edited
        from factcheck.reading import characters_of

        try:
            file = self.project.source(id).file
            document = self.project.document(id)
            characters = characters_of(file, (self.project.layout.sources / file).read_bytes())
        except (FactcheckError, OSError):
            return None
        if characters is None or not document.runs:
            return None
        return Places(f"{self.project.layout.sources.name}/{file}", Edited(document, ()), characters)

    def said_of(self, statement: Mapping[str, Any]) -> Json:
        """What people decided on a statement of a draft and on the claims at its passages, and the open queries."""
        from factcheck.reviewing.statements import draft_id, statement_id

        claims = self._claims_at(statement["evidence"])
        subjects = [("statement", statement_id(draft_id(statement["file"]), statement["exact"]))]
        subjects += [("claim", id) for id in claims]
        decided = [
            _told(one, claims.get(id, ""))
            for kind, id in subjects
            for one in self.project.history(kind, id).on("statement", "reads-right", "rely")
        ]
        findings = {id for claim in claims for id in self._findings.get(claim, ())}
        wanted = {id for _, id in subjects} | findings
        return {"decided": decided, "queries": [_asked(one) for one in self._open if one.subject in wanted]}

    def pictures(self, report: Mapping[str, Any]) -> Json:
        """What the pictures of a report are drawn from; nothing of sources that it leaves out."""
        return self.project.pictures_json(report)

    def _claims_at(self, evidence: Iterable[Mapping[str, Any]]) -> dict[str, str]:
        """The statements of the claims of people that stand at passages bearing a statement out, by their ids."""
        curated = {claim.id: claim for claim in self._curated}
        found: list[str] = []
        for item in evidence:
            if item["side"] == "a" and item["claim"] in curated:
                found.append(item["claim"])
            elif item["side"] == "a":
                found += [claim.id for claim in self._curated if _meet(claim.anchors, item)]
        return {id: curated[id].statement for id in found}

    @cached_property
    def closed(self) -> frozenset[str]:
        """Sources of which nothing is told."""
        return frozenset(one.id for one in self.project.withheld(self.include))

    @cached_property
    def _curated(self) -> Any:
        return [
            claim for claim in self.project.curated() if not any(one.source in self.closed for one in claim.anchors)
        ]

    @cached_property
    def _findings(self) -> Mapping[str, list[str]]:
        return self.project.findings_by_claim(self.closed)

    @cached_property
    def _open(self) -> "list[OpenQuery]":
        return [one for one in self.project.queries() if one.is_open]


def _meet(anchors: Iterable[Any], item: Mapping[str, Any]) -> bool:
    """Whether one of a claim's passages overlaps an item of evidence."""
    return any(
        one.source == item["source"] and one.start is not None and one.start < item["end"] and item["start"] < one.end
        for one in anchors
    )


def _told(decision: "Decision", claim: str) -> Json:
    from factcheck.reviewing.wording import in_plain_words

    made = {"answer": in_plain_words(decision), "by": decision.by, "at": decision.at[:10], "why": decision.why}
    return {"claim": claim or None, **made}


def _asked(query: "OpenQuery") -> Json:
    asked = query.query
    return {"to": asked.to, "question": asked.question, "asked": asked.asked, "deadline": asked.deadline}
