"""What a project sets in `factcheck.toml`: glossary, policy, limits."""

from typing import Literal

from pydantic import Field

from factcheck.records.base import Record
from factcheck.records.finding import Severity, Verdict


class Glossary(Record):
    """What a project adds to the rules about names and wording.

    `aliases` gives another name -> the name by which it is joined; `spellings` another spelling -> the
    house's own; `measures` another wording of a measure -> the wording by which it is grouped.
    """

    aliases: dict[str, str] = Field(default_factory=dict)
    spellings: dict[str, str] = Field(default_factory=dict)
    titles: tuple[str, ...] = ()
    measures: dict[str, str] = Field(default_factory=dict)


class CheckSetting(Record):
    """How one check is used: switched off, off for some sources, or its findings given another severity."""

    enabled: bool = True
    except_sources: tuple[str, ...] = ()
    severity: Severity | None = None


class Policy(Record):
    """How findings are judged, and at which verdict `check` ends with exit code 1."""

    fail_on: Literal["conflict", "possible-conflict", "never"] = "conflict"
    severities: dict[Verdict, Severity] = Field(default_factory=dict)


class Limits(Record):
    """What one source may cost: size in bytes, reading time in seconds, characters of canonical text."""

    bytes: int = 300_000_000
    seconds: float = 120.0
    characters: int = 50_000_000


class Config(Record):
    """`factcheck.toml`, whole; an empty file is a valid one."""

    glossary: Glossary = Glossary()
    policy: Policy = Policy()
    limits: Limits = Limits()
    checks: dict[str, CheckSetting] = Field(default_factory=dict)
