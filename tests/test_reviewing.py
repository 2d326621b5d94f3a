"""What a decision is bound to, and what follows from the log for claims and findings."""

import pytest

from factcheck.records.claim import Claim, Roles
from factcheck.records.finding import Evidence, Finding, State
from factcheck.records.passage import Anchor
from factcheck.records.quantity import Quantity
from factcheck.records.review import Decision
from factcheck.reviewing import by_subject, claim_status, finding_state, seen_of, shown_of, shown_of_finding


def claim(**changes: object) -> Claim:
    base = Claim(
        id="audit-1",
        statement="The county bought four buses.",
        kind="count",
        measure="buses bought",
        quantity=Quantity(low=4, high=4, unit="buses", as_written="four"),
        anchors=(Anchor(source="audit", exact="bought four buses", start=11, end=28),),
        found_by="quantity/1",
        provisional=True,
    )
    return base.but(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "audit-2"},
        {"found_by": "quantity/2", "provisional": False},
        {"anchors": (Anchor(source="audit", exact="bought  four\nbuses", start=3, end=9, page="2", section="A"),)},
        {"anchors": (Anchor(source="audit", exact="bought four buses", prefix="has ", note="4"),)},
        {"tags": ("money",), "note": "called them"},
        {"names": ("county",)},
    ],
)
def test_what_was_seen_stands_when_only_place_finder_or_remarks_change(changes: dict[str, object]) -> None:
    assert seen_of(claim(**changes)) == seen_of(claim())


@pytest.mark.parametrize(
    "changes",
    [
        {"statement": "The county bought five buses."},
        {"quantity": Quantity(low=5, high=5, unit="buses", as_written="four")},
        {"quantity": None},
        {"anchors": (Anchor(source="audit", exact="bought five buses"),)},
        {"anchors": (Anchor(source="other", exact="bought four buses"),)},
        {"roles": Roles(agent=("the town",))},
        {"polarity": False},
        {"as_of": "2024-01-01"},
    ],
)
def test_what_was_seen_changes_with_words_and_values(changes: dict[str, object]) -> None:
    assert seen_of(claim(**changes)) != seen_of(claim())


def test_a_reviewer_is_shown_the_statement_and_the_passages() -> None:
    assert shown_of(claim()) == ("The county bought four buses.", "bought four buses")


def decision(question: str, answer: str, number: int = 0, **changes: object) -> Decision:
    said = {"subject_kind": "claim", "subject": "audit-1", "question": question, "answer": answer}
    base = {"by": "M. Ng", "at": "2024-05-01T09:00:00+00:00", "seen": seen_of(claim()), "digest": f"{number:064x}"}
    return Decision.model_validate({**said, **base, **changes})


BOTH = (decision("reads-right", "yes"), decision("rely", "yes"))


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ((), "proposed"),
        (BOTH, "approved"),
        (BOTH[:1], "proposed"),
        (BOTH[1:], "proposed"),
        ((*BOTH, decision("rely", "no")), "rejected"),
        ((decision("reads-right", "no"),), "rejected"),
        ((decision("reads-right", "no"), *BOTH), "approved"),
        ((decision("reads-right", "needs-work"), decision("rely", "yes")), "needs-work"),
        ((*BOTH, decision("rely", "withdrawn")), "withdrawn"),
        ((BOTH[0], decision("rely", "yes", seen="f" * 64)), "stale"),
        ((decision("reads-right", "no", seen="f" * 64),), "stale"),
        ((*BOTH, decision("assign", "assigned", to="J. Roe")), "approved"),
    ],
)
def test_a_claims_status_follows_from_its_decisions(decisions: tuple[Decision, ...], expected: str) -> None:
    assert claim_status(claim(), decisions) == expected


def test_an_edited_claim_is_stale_until_it_is_decided_on_again() -> None:
    edited = claim(statement="The county bought five buses.")
    assert claim_status(edited, BOTH) == "stale"
    again = tuple(one.but(seen=seen_of(edited)) for one in BOTH)
    assert claim_status(edited, (*BOTH, *again)) == "approved"


def test_a_decision_taken_back_counts_no_more() -> None:
    yes, no = decision("rely", "yes", 1), decision("rely", "no", 2)
    back = decision("rely", "yes", 3, undoes=no.digest)
    assert by_subject([yes, no, back]) == {("claim", "audit-1"): (yes,)}


def evidence(source: str, side: str | None, value: str, exact: str) -> Evidence:
    return Evidence(source=source, start=0, end=len(exact), exact=exact, side=side, value=value)


def finding(*items: Evidence, seen: str = "a" * 64) -> Finding:
    return Finding(
        id="check:1", check="check", kind="count", verdict="conflict", message="They differ.", evidence=items, seen=seen
    )


ONE, TWO = evidence("audit", "a", "4", "bought four buses"), evidence("paper", "b", "5", "five buses were bought")


def settled(answer: str = "accepted", **changes: object) -> Decision:
    subject = {"subject_kind": "finding", "subject": "check:1", "seen": "a" * 64}
    return decision("settle", answer, **{**subject, "shown": shown_of_finding(finding(ONE, TWO)), **changes})


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (finding(ONE, TWO), "settled"),
        (finding(TWO.but(side="a"), ONE.but(side="b"), seen="b" * 64), "settled"),
        (finding(ONE, TWO, evidence("radio", "a", "4", "four of them"), seen="b" * 64), "settled"),
        (finding(ONE, TWO, evidence("radio", None, "9", "nine trams"), seen="b" * 64), "settled"),
        (finding(ONE, TWO, evidence("radio", "c", "6", "six buses"), seen="b" * 64), "stale"),
        (finding(ONE, TWO.but(exact="six buses were bought", value="6"), seen="b" * 64), "stale"),
        (finding(ONE, TWO.but(exact="some five buses were bought"), seen="b" * 64), "stale"),
        (finding(ONE, seen="b" * 64), "stale"),
    ],
)
def test_a_settled_finding_stays_so_until_a_word_or_a_value_is_new(now: Finding, expected: State) -> None:
    assert finding_state(now, [settled()])[0] == expected


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([], ("open", None)),
        ([settled(why="we use the audit's")], ("settled", "accepted by M. Ng, 2024-05-01: we use the audit's")),
        ([settled("fix-in-draft")], ("settled", "fix-in-draft by M. Ng, 2024-05-01")),
        ([settled("ask-source")], ("open", "ask-source by M. Ng, 2024-05-01")),
        ([settled(), settled("reopened")], ("open", None)),
        ([settled("reopened"), settled("not-a-conflict")], ("settled", "not-a-conflict by M. Ng, 2024-05-01")),
    ],
)
def test_a_findings_state_says_what_was_decided(decisions: list[Decision], expected: tuple[State, str | None]) -> None:
    assert finding_state(finding(ONE, TWO), decisions) == expected
