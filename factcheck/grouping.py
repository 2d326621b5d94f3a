"""Claims about the same fact form a fact group."""

from dataclasses import dataclass

from factcheck.records.claim import Claim


@dataclass(frozen=True)
class FactGroup:
    """Claims that share a key (measure, roles, place), in order of source and place."""

    key: str
    claims: tuple[Claim, ...]
