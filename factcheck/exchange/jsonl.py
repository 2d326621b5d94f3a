"""JSON Lines for programs: a claim a line, whole, with its source, its status and the decisions that stand on it."""

import json
from collections.abc import Sequence

from factcheck.exchange._exporter import Exported, Exporter
from factcheck.records.base import SCHEMA_VERSION


def render(claims: Sequence[Exported]) -> bytes:
    """A line a claim."""
    return "".join(json.dumps(_line(one), ensure_ascii=False) + "\n" for one in claims).encode("utf-8", "replace")


def _line(one: Exported) -> dict[str, object]:
    return {
        "schema_version": SCHEMA_VERSION,
        "claim": one.claim.model_dump(mode="json", by_alias=True, exclude_defaults=True),
        "source": one.source.model_dump(mode="json", by_alias=True, exclude_defaults=True),
        "status": one.status,
        "says": one.says,
        "assignee": one.assignee,
        "decisions": [each.model_dump(mode="json", exclude_defaults=True) for each in one.decisions],
        "findings": list(one.findings),
    }


EXPORTER = Exporter("JSON Lines for programs, a claim a line", ".jsonl", render)
