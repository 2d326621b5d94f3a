"""Policies: which answers block a draft, which only warn. Facts come first; a policy judges them."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from factcheck.config import GatePolicy
from factcheck.records.gate import (
    CITATIONS,
    OUTCOMES,
    SIGN_OFFS,
    SUPPORTS,
    GateReport,
    Outcome,
    SetAside,
    Statement,
    Unbound,
)

SHIPPED = Path(__file__).with_name("policies.toml")


@cache
def shipped() -> Mapping[str, GatePolicy]:
    """The policies that the program brings, by name."""
    return {name: GatePolicy.model_validate(value) for name, value in tomllib.loads(SHIPPED.read_text("utf-8")).items()}


def outcome(policy: GatePolicy, support: str, citation: str, sign_off: str | None, decided: bool) -> Outcome:
    """What a policy makes of the answers on one statement: the worst of them decides.

    `sign_off` is null for a statement without anything that could be approved; a policy may ask for a decision on it.
    """
    given: list[Outcome] = [
        policy.support.get(support, "block"),  # type: ignore[call-overload]
        policy.citation.get(citation, "block"),  # type: ignore[call-overload]
        "pass" if sign_off is None else policy.sign_off.get(sign_off, "block"),  # type: ignore[call-overload]
    ]
    if policy.every_statement and not decided:
        given.append("block")
    return min(given, key=OUTCOMES.index)


def report(
    name: str, statements: Sequence[Statement], set_aside: Sequence[SetAside], unbound: Sequence[Unbound], whole: bool
) -> GateReport:
    """The report under a policy; `whole` is false where only a part of a draft was judged: never publishable."""
    blocked = any(one.outcome == "block" for one in statements)
    checked = any(one.support not in ("not-checked", "no-source-found") for one in statements)
    return GateReport(
        policy=name,
        publishable=whole and checked and not blocked,
        summary=summary(statements, set_aside, unbound),
        statements=tuple(statements),
        set_aside=tuple(set_aside),
        unbound=tuple(unbound),
    )


def summary(
    statements: Sequence[Statement], set_aside: Sequence[SetAside], unbound: Sequence[Unbound]
) -> dict[str, int]:
    """How many statements there are of each outcome and each answer, none left out."""
    counted: list[tuple[Iterable[str], Sequence[str]]] = [
        (OUTCOMES, [one.outcome for one in statements]),
        (SUPPORTS, [one.support for one in statements]),
        (CITATIONS, [one.citation for one in statements]),
        (SIGN_OFFS, [one.sign_off for one in statements]),
    ]
    found = {"statements": len(statements)}
    for words, given in counted:
        found |= {word: given.count(word) for word in words}
    return {**found, "set-aside": len(set_aside), "unbound": len(unbound)}
