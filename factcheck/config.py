"""What a project sets in `factcheck.toml`: glossary, policy, limits."""

import re
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from factcheck.records.base import Record
from factcheck.records.claim import Kind
from factcheck.records.finding import Severity, Verdict
from factcheck.records.gate import CitationAnswer, Outcome, SignOff, Support


class Glossary(Record):
    """What a project adds to the rules about names and wording.

    `aliases` gives another name -> the name by which it is joined; `spellings` another spelling -> the
    house's own; `measures` another wording of a measure -> the wording by which it is grouped.
    """

    aliases: dict[str, str] = Field(default_factory=dict)
    spellings: dict[str, str] = Field(default_factory=dict)
    titles: tuple[str, ...] = ()
    measures: dict[str, str] = Field(default_factory=dict)

    @cached_property
    def joined_forms(self) -> dict[str, str]:
        """The aliases, by a form that leaves out the article and the capital of a sentence's first word."""
        return {_plain(name): full for name, full in self.aliases.items()}

    @cached_property
    def other_spellings(self) -> re.Pattern[str] | None:
        """What finds the words that the house spells otherwise; null where there are none."""
        words = "|".join(re.escape(word) for word in sorted(self.spellings, key=len, reverse=True) if word)
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None

    @cached_property
    def folded_titles(self) -> frozenset[str]:
        """The titles in lower case."""
        return frozenset(title.casefold() for title in self.titles)

    def spelled(self, text: str) -> str:
        """The text with every word that `spellings` lists as the house spells it."""
        pattern = self.other_spellings
        return pattern.sub(lambda found: self.spellings[found[0]], text) if pattern else text

    def knows(self, name: str) -> bool:
        """Whether a name is another name of something."""
        return _plain(name) in self.joined_forms

    def joined(self, *forms: str) -> str:
        """The name by which a name is joined: that of the first form which is an alias, else the last form."""
        if not (self.aliases or self.spellings):
            return forms[-1]
        for form in forms:
            full = self.joined_forms.get(_plain(form)) or self.joined_forms.get(_plain(self.spelled(form)))
            if full:
                return full
        return self.spelled(forms[-1])


def _plain(name: str) -> str:
    words = name.split()
    text = " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "The") else words)
    return text[:1].lower() + text[1:]


class CheckSetting(Record):
    """How one check is used: switched off, off for some sources, or its findings given another severity.

    Findings of the kinds in `except_kinds` are left out: a check of figures that is to say nothing of percentages.
    """

    enabled: bool = True
    except_sources: tuple[str, ...] = ()
    except_kinds: tuple[Kind, ...] = ()
    severity: Severity | None = None


class Policy(Record):
    """How findings are judged, and at which verdict `check` ends with exit code 1."""

    fail_on: Literal["conflict", "possible-conflict", "never"] = "conflict"
    severities: dict[Verdict, Severity] = Field(default_factory=dict)
    gate: str = "publication"
    """The policy by which drafts are judged where none is named."""


class GatePolicy(Record):
    """What the gate's answers mean: whether they block a draft, warn, or pass. An answer left out is as in the
    shipped policy.

    `every_statement` asks for a person's decision on each statement, also those that hold nothing to check.
    """

    support: dict[Support, Outcome] = Field(default_factory=dict)
    citation: dict[CitationAnswer, Outcome] = Field(default_factory=dict)
    sign_off: dict[SignOff, Outcome] = Field(default_factory=dict)
    every_statement: bool = False


class Review(Record):
    """Who may decide, and what an approval takes.

    `reviewers` are those who may (everybody, where none are named). `approvals` gives for a kind, a tag, or what a
    figure measures ("money") how many people have to approve; `origins`, on how many independent origins its fact
    has to rest; `"*"` stands for every claim, and the highest number that applies counts. `own_work` lets people
    approve alone what they wrote.
    """

    reviewers: tuple[str, ...] = ()
    own_work: bool = False
    approvals: dict[str, Annotated[int, Field(ge=1)]] = Field(default_factory=dict)
    origins: dict[str, Annotated[int, Field(ge=1)]] = Field(default_factory=dict)
    expires_after_days: Annotated[int, Field(ge=1, le=36_500)] | None = None


class Limits(Record):
    """What one source may cost: size in bytes, reading time in seconds, characters of canonical text."""

    bytes: int = 300_000_000
    seconds: float = 120.0
    characters: int = 20_000_000


class Fetching(Record):
    """What fetching a page may cost: bytes, seconds in all, redirects; and whether private networks may be asked."""

    bytes: int = 20_000_000
    seconds: float = 30.0
    redirects: int = 5
    private: bool = False


class Config(Record):
    """`factcheck.toml`, whole; an empty file is a valid one."""

    glossary: Glossary = Glossary()
    policy: Policy = Policy()
    review: Review = Review()
    gate: dict[str, GatePolicy] = Field(default_factory=dict)
    limits: Limits = Limits()
    fetching: Fetching = Fetching()
    checks: dict[str, CheckSetting] = Field(default_factory=dict)
