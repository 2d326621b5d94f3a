"""What happens, by claims of any kind: each happening once, without the figures beside it."""

from collections.abc import Iterable

from factcheck.records.claim import Claim


def happenings(claims: Iterable[Claim]) -> list[Claim]:
    """The claims as those of what happens in them, one for each happening, date and passage."""
    found: dict[tuple[str, str, str, int], Claim] = {}
    for claim in claims:
        told = claim.happening
        if told is not None:
            date = told.event.date if told.event else None
            key = (told.source, told.measure, (date.start or "") if date else "", told.anchors[0].start or 0)
            if key not in found or told.kind == "event":
                found[key] = told
    return list(found.values())
