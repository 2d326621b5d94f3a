"""Deciding: what people may say of claims, findings, statements, and what follows from it in the project."""

import re
from pathlib import Path

import pytest

from factcheck.drafting import FOUND_BY
from factcheck.errors import ChangedError, PolicyError, UsageError
from factcheck.project import Project
from factcheck.reviewing.differences import in_words
from factcheck.reviewing.policy import authors
from factcheck.reviewing.queue import Filter
from factcheck.reviewing.statements import draft_id
from tests.desks import TEXTS, again, claim_of, desk


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return desk(tmp_path / "desk")


def status(project: Project, id: str) -> str:
    return project.statuses().get(id, "proposed")


def difference(project: Project) -> str:
    """The id of the finding that the sources give four and five buses."""
    return next(one["id"] for one in project.check_json()["findings"] if one["verdict"] == "conflict")


def state(project: Project) -> tuple[str, str | None]:
    found = project.finding(difference(project))
    return found.status, found.decided


# Claims


def test_the_two_questions_on_a_claim_are_recorded_apart(project: Project) -> None:
    id = claim_of(project, "audit", "four buses")
    project.reads_right([id], by="M. Ng")
    assert status(project, id) == "proposed"
    project.rely_on([id], by="J. Roe")
    assert status(project, id) == "approved"
    assert [(one.question, one.answer, one.by) for one in project.decisions()] == [
        ("reads-right", "yes", "M. Ng"),
        ("rely", "yes", "J. Roe"),
    ]


def test_a_reopened_claim_is_asked_for_again(project: Project) -> None:
    id = claim_of(project, "audit", "four buses")
    project.approve([id], by="M. Ng")
    project.reopen("claim", [id], by="J. Roe", why="the audit was corrected")
    assert status(project, id) == "proposed"
    project.approve([id], by="M. Ng")
    assert status(project, id) == "approved"


def test_decisions_of_several_claims_are_logged_all_or_none(project: Project) -> None:
    ids = [claim_of(project, "audit", "four buses"), claim_of(project, "paper", "five buses")]
    with pytest.raises(UsageError, match="no claim is called 'audit-0000000000'"):
        project.approve([*ids, "audit-0000000000"], by="M. Ng")
    assert project.decisions() == ()
    project.approve(ids, by="M. Ng")
    assert [status(project, id) for id in ids] == ["approved", "approved"]


def test_deciding_on_a_claim_that_the_program_found_changes_no_comparison(project: Project) -> None:
    before = project.check_json()
    project.approve([claim.id for claim in project.claims()], by="M. Ng")
    fresh = desk(project.root.parent / "fresh")
    for path in (project.root / "claims").iterdir():
        (fresh.root / "claims" / path.name).write_bytes(path.read_bytes())
    assert project.check_json()["findings"] == before["findings"] == fresh.check_json()["findings"]


def test_a_claim_that_an_older_drafting_found_keeps_its_status_is_nobodys_work_and_stands_for_the_same(
    project: Project,
) -> None:
    id = claim_of(project, "audit", "four buses")
    project.approve([id], by="M. Ng")
    before = {claim.id for claim in project.claims()}
    path = project.layout.claims_of("audit")
    path.write_text(path.read_text("utf-8").replace(f"found_by: {FOUND_BY}\n", "found_by: drafting/1\n"), "utf-8")
    older = again(project)
    assert (older.claim(id).found_by, authors(older.claim(id)), status(older, id)) == ("drafting/1", (), "approved")
    assert {claim.id for claim in older.claims()} == before
    assert older.claim(claim_of(older, "paper", "five buses")).found_by == FOUND_BY


def test_a_rejected_claim_takes_part_in_no_comparison_and_the_finding_goes(project: Project) -> None:
    finding = difference(project)
    project.reject([claim_of(project, "paper", "five buses")], by="M. Ng", why="a slip, says the author")
    assert finding not in [one["id"] for one in project.check_json()["findings"]]


def test_undoing_takes_back_ones_own_decisions_and_only_those(project: Project) -> None:
    id = claim_of(project, "audit", "four buses")
    done = project.approve([id], by="M. Ng")
    with pytest.raises(UsageError, match=r"M\. Ng decided this; you can reopen it"):
        project.undo([done[0].digest], by="J. Roe")
    project.undo([one.digest for one in done], by="m. ng")
    assert status(project, id) == "proposed"
    with pytest.raises(UsageError, match="was taken back already"):
        project.undo([done[0].digest], by="M. Ng")
    with pytest.raises(UsageError, match="no decision is called"):
        project.undo(["0" * 64], by="M. Ng")
    assert len(project.decisions()) == 4
    assert project.verify_log().faults == ()


def test_what_changed_while_somebody_looked_is_told_and_nothing_is_logged(project: Project) -> None:
    from factcheck.reviewing.seen import seen_of

    id = claim_of(project, "audit", "four buses")
    looked = {id: project.stamp("claim", id, seen_of(project.claim(id)))}
    again(project).reject([id], by="J. Roe", why="it was five")
    with pytest.raises(ChangedError, match=r"last: rejected by J\. Roe, 2024-05-01: it was five; look again"):
        project.approve([id], by="M. Ng", stamps=looked)
    assert status(project, id) == "rejected"
    now = {id: project.stamp("claim", id, seen_of(project.claim(id)))}
    project.approve([id], by="M. Ng", stamps=now)
    assert status(project, id) == "approved"


def test_a_claim_whose_passage_is_gone_from_the_source_is_stale_and_cannot_be_approved(
    project: Project, tmp_path: Path
) -> None:
    id = claim_of(project, "audit", "four buses")
    project.approve([id], by="M. Ng")
    new = tmp_path / "corrected.txt"
    new.write_text(TEXTS["audit"].replace("four buses", "nine buses"), "utf-8")
    project.update_source("audit", new)
    assert status(project, id) == "stale"
    (standing,) = project.standings([project.stored_claim(id)]).values()
    assert standing.says.endswith("the passage does not stand in audit any more")
    with pytest.raises(UsageError, match="does not stand in audit any more; edit the claim"):
        project.approve([id], by="M. Ng")


def test_a_new_version_of_a_source_that_leaves_the_passage_alone_changes_no_status(
    project: Project, tmp_path: Path
) -> None:
    id = claim_of(project, "audit", "four buses")
    project.approve([id], by="M. Ng")
    new = tmp_path / "corrected.txt"
    new.write_text("A note was added on top.\n\n" + TEXTS["audit"].replace("ninety", "eighty"), "utf-8")
    project.update_source("audit", new)
    assert status(project, id) == "approved"


# Findings


def test_a_difference_is_accepted_with_a_reason_only(project: Project) -> None:
    finding = difference(project)
    with pytest.raises(UsageError, match="accepted with a reason; say why"):
        project.settle(finding, "accepted", by="M. Ng", why=" ")
    project.settle(finding, "accepted", by="M. Ng", why="we use the audit's figure")
    assert state(project) == ("settled", "accepted by M. Ng, 2024-05-01: we use the audit's figure")


@pytest.mark.parametrize(
    ("answer", "expected"), [("fix-in-draft", "settled"), ("not-a-conflict", "settled"), ("ask-source", "open")]
)
def test_the_other_answers_need_none(project: Project, answer: str, expected: str) -> None:
    project.settle(difference(project), answer, by="M. Ng")
    assert state(project) == (expected, f"{answer.replace('-', ' ')} by M. Ng, 2024-05-01")


def test_an_unknown_finding_or_answer_is_refused(project: Project) -> None:
    with pytest.raises(UsageError, match="no finding is called 'gone:1'"):
        project.settle("gone:1", "not-a-conflict", by="M. Ng")
    with pytest.raises(UsageError, match="'approved' is no answer to a finding; there are accepted, fix-in-draft"):
        project.settle(difference(project), "approved", by="M. Ng")


def test_a_settled_finding_stays_so_when_another_source_repeats_a_side_and_not_when_a_value_joins(
    project: Project, tmp_path: Path
) -> None:
    project.settle(difference(project), "not-a-conflict", by="M. Ng")
    for name, words, expected in [
        ("tv", "The county bought five buses in 2021, viewers were told.\n", "settled"),
        ("blog", "The county bought nine buses in 2021, he wrote.\n", "stale"),
    ]:
        path = tmp_path / f"{name}.txt"
        path.write_text(words, "utf-8")
        project.add_source(path, issued="2022-03-01")
        found = project.finding(difference(project))
        assert name in {item.source for item in found.evidence}
        assert found.status == expected
    assert difference(project) in [item.id for item in project.queue() if item.status == "stale"]
    history = project.history("finding", difference(project))
    project.settle(difference(project), "not-a-conflict", by="M. Ng", why="still none")
    assert state(project)[0] == "settled"
    assert len(project.history("finding", difference(project)).lines) == len(history.lines) + 1


def test_checking_again_neither_loses_nor_repeats_a_decision(project: Project) -> None:
    project.settle(difference(project), "not-a-conflict", by="M. Ng")
    first = project.check_json()
    log = (project.root / "claims" / "decisions.jsonl").read_bytes()
    (project.root / "factcheck.toml").write_text("# touched\n", "utf-8")
    assert again(project).check_json() == first
    assert (project.root / "claims" / "decisions.jsonl").read_bytes() == log


# Policy


@pytest.mark.parametrize(
    ("rules", "by", "rule"),
    [
        ('[review]\nreviewers = ["M. Ng"]\n', "J. Roe", "review.reviewers"),
        ("[review.origins]\ncount = 3\n", "M. Ng", "review.origins.count"),
        ('[review.origins]\n"*" = 9\n', "M. Ng", 'review.origins."*"'),
    ],
)
def test_a_decision_against_the_policy_is_refused_with_the_rule(tmp_path: Path, rules: str, by: str, rule: str) -> None:
    project = desk(tmp_path / "desk", rules)
    id = claim_of(project, "audit", "four buses")
    with pytest.raises(PolicyError, match=re.escape(f"(factcheck.toml: {rule})")) as caught:
        project.approve([id], by=by)
    assert caught.value.rule == rule
    assert project.decisions() == ()
    assert not (project.root / "claims" / "audit.yaml").exists()


def test_names_of_reviewers_differ_by_more_than_capitals_and_spaces(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk", '[review]\nreviewers = ["M. Ng"]\n')
    project.approve([claim_of(project, "audit", "four buses")], by="m.  NG")
    with pytest.raises(PolicyError):
        project.settle(difference(project), "not-a-conflict", by="M. Nguyen")


def test_a_kind_may_need_two_people(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk", "[review.approvals]\nmoney = 2\n")
    money, count = claim_of(project, "audit", "$2.5 million"), claim_of(project, "audit", "four buses")
    project.approve([money, count], by="M. Ng")
    assert (status(project, money), status(project, count)) == ("proposed", "approved")
    (standing,) = project.standings([project.claim(money)]).values()
    assert standing.says == "approved by M. Ng, 2024-05-01; 1 of 2 approvals (review.approvals.money)"
    with pytest.raises(PolicyError, match="you approved it already; two people have to"):
        project.approve([money], by="M. Ng")
    project.approve([money], by="J. Roe")
    assert status(project, money) == "approved"
    project.reject([money], by="A. Khan")
    project.approve([money], by="A. Khan")
    assert status(project, money) == "proposed"


@pytest.mark.parametrize("rules", ["", "[review.approvals]\ncount = 2\n"])
def test_nobody_approves_alone_what_they_wrote(tmp_path: Path, rules: str) -> None:
    project = desk(tmp_path / "desk", rules)
    claim = project.add_claim("audit", "room for ninety buses", by="M. Ng", kind="count", measure="room")
    if rules:
        project.approve([claim.id], by="M. Ng")
    else:
        with pytest.raises(PolicyError, match=r"nobody approves alone what they wrote.*review\.own_work"):
            project.approve([claim.id], by="M. Ng")
    assert status(project, claim.id) == "proposed"
    project.approve([claim.id], by="J. Roe")
    assert status(project, claim.id) == "approved"


def test_a_desk_of_one_may_allow_it(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk", "[review]\nown_work = true\n")
    claim = project.add_claim("audit", "room for ninety buses", by="M. Ng", kind="count", measure="room")
    project.approve([claim.id], by="M. Ng")
    assert status(project, claim.id) == "approved"


def test_two_independent_origins_are_not_two_sources_that_repeat_one(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk", "[review.origins]\ncount = 2\n")
    id = claim_of(project, "audit", "four buses")
    project.approve([id], by="M. Ng")
    assert status(project, id) == "approved"
    record = project.root / "sources" / "radio.yaml"
    record.write_text(record.read_text("utf-8") + "origin: audit\n", "utf-8")
    with pytest.raises(PolicyError, match="2 independent origins have to state it; it rests on audit alone"):
        project.approve([claim_of(project, "radio", "four buses")], by="M. Ng")


def test_an_approval_expires_on_the_day_that_is_fixed(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk", "[review]\nexpires_after_days = 30\n")
    id = claim_of(project, "audit", "four buses")
    project.approve([id], by="M. Ng")
    project.fixed_today = "2024-05-30"
    assert status(project, id) == "approved"
    project.fixed_today = "2024-05-31"
    assert status(project, id) == "stale"
    (standing,) = project.standings([project.claim(id)]).values()
    assert standing.says == "approved by M. Ng, 2024-05-01; the approval expired on 2024-05-31"


# Statements of drafts


def grounds(project: Project) -> list[str]:
    return [claim_of(project, "audit", "four buses"), "audit:room for ninety buses"]


def test_a_statement_keeps_what_was_decided_in_the_next_version_of_the_draft_until_it_is_reworded(
    project: Project,
) -> None:
    draft = draft_id("Bus story v2.docx")
    words = ["The county bought four buses.", "Nobody doubts it."]
    project.decide_on_statement(draft, words[0], "checked", by="M. Ng", resting_on=grounds(project))
    project.decide_on_statement(draft, words[1], "opinion", by="M. Ng")
    assert [one.state for one in project.statements(draft, words)] == ["checked", "opinion"]
    later = draft_id("Bus story v3 final.docx")
    moved = ["A new first line.", "Nobody doubts it.", "The county  bought\nfour buses."]
    assert [one.state for one in project.statements(later, moved)] == ["open", "opinion", "checked"]
    (reworded,) = project.statements(later, ["The county bought five buses."])
    assert (reworded.state, [in_words(change) for change in reworded.changes]) == (
        "stale",
        ["statement: The county bought [four → five] buses."],
    )
    assert [one.state for one in project.statements("other-story", words)] == ["open", "open"]


def test_a_statement_is_stale_when_what_it_rests_on_was_changed(project: Project, tmp_path: Path) -> None:
    draft, words = draft_id("buses.md"), ["The county bought four buses.", "The depot has room for ninety."]
    for text, ground in zip(words, grounds(project), strict=True):
        project.decide_on_statement(draft, text, "checked", by="M. Ng", resting_on=[ground])
    new = tmp_path / "corrected.txt"
    new.write_text(TEXTS["audit"].replace("ninety", "eighty"), "utf-8")
    project.update_source("audit", new)
    first, second = project.statements(draft, words)
    assert (first.state, second.state) == ("checked", "stale")
    assert second.says == "checked by M. Ng, 2024-05-01; what it rests on was changed since"


def test_a_statement_rests_on_claims_and_passages_that_are_there(project: Project) -> None:
    with pytest.raises(UsageError, match="no claim is called 'gone'"):
        project.decide_on_statement("d", "Words.", "checked", by="M. Ng", resting_on=["gone"])
    with pytest.raises(UsageError, match=r"not in audit; did you mean “It has room for ninety buses"):
        project.decide_on_statement(
            "d", "Words.", "checked", by="M. Ng", resting_on=["audit:It has room for many buses."]
        )
    assert project.decisions() == ()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            ("budget.md", "drafts/budget v2.md", "budget-final.docx", "Budget (3).docx", "budget 2024-05-01.md"),
            "budget",
        ),
        (("Zürich rail.md", "zurich-rail v1.md"), "zurich-rail"),
        (("v2.md",), "v2"),
        (("2024.md",), "2024"),
        (("chapter 1.md",), "chapter-1"),
        (("part 1 of the story.md",), "part-1-of-the-story"),
    ],
)
def test_versions_of_a_draft_share_its_id(names: tuple[str, ...], expected: str) -> None:
    assert {draft_id(name) for name in names} == {expected}


# Queries, assignments, notes


def test_a_query_has_a_deadline_and_its_reply_becomes_a_source(project: Project) -> None:
    finding = difference(project)
    project.ask(
        "finding", finding, to="county press office", question="Four or five?", by="M. Ng", deadline="2024-05-10"
    )
    (query,) = project.queries()
    assert (query.by, query.query.asked, query.is_open) == ("M. Ng", "2024-05-01", True)
    project.fixed_today = "2024-05-10"
    assert [one.overdue for one in project.overview().queries] == [False]
    project.fixed_today = "2024-05-11"
    assert [one.overdue for one in project.overview().queries] == [True]
    project.answer_query(
        query.id, "It was four. One was leased.", by="J. Roe", as_source="county-reply", medium="e-mail"
    )
    (answered,) = project.queries()
    assert (answered.id, answered.is_open, answered.query.reply_source) == (query.id, False, "county-reply")
    source = project.source("county-reply")
    assert source.contact is not None
    assert (source.contact.with_, source.contact.by, source.contact.medium) == (
        "county press office",
        "J. Roe",
        "e-mail",
    )
    assert "It was four." in project.document("county-reply").text
    assert project.overview().queries == ()


def test_a_query_that_cannot_be_is_refused(project: Project) -> None:
    id = claim_of(project, "audit", "four buses")
    with pytest.raises(UsageError, match="needs whom it is put to"):
        project.ask("claim", id, to=" ", question="?", by="M. Ng")
    with pytest.raises(UsageError, match="not 'next week'"):
        project.ask("claim", id, to="county", question="Four?", by="M. Ng", deadline="next week")
    with pytest.raises(UsageError, match="no query is called 'query-0'"):
        project.answer_query("query-0", "Yes.", by="M. Ng")


def test_assigning_and_notes_decide_nothing_and_keep_the_claim(project: Project) -> None:
    id = claim_of(project, "audit", "four buses")
    project.assign("claim", [id], "J. Roe", by="M. Ng")
    project.remark("claim", [id], "the press office calls back", by="M. Ng")
    assert status(project, id) == "proposed"
    assert not project.claim(id).provisional
    (item,) = project.queue(wanted=Filter(assignees=["j. roe"]))
    assert (item.id, item.assignee) == (id, "J. Roe")
    waiting = [(one.who, one.on, one.what, one.id) for one in project.overview().waiting]
    assert waiting == [("M. Ng", "J. Roe", "a decision", id)]
    project.assign("claim", [id], None, by="M. Ng")
    assert project.queue(wanted=Filter(assignees=["J. Roe"])) == ()


# Queue and overview


def test_the_queue_goes_from_the_worst_to_what_only_the_program_found(project: Project) -> None:
    written = project.add_claim("audit", "room for ninety buses", by="M. Ng", kind="count", measure="room")
    work = claim_of(project, "radio", "six weeks")
    project.needs_work([work], by="M. Ng")
    found = project.queue()
    assert [item.id for item in found[:3]] == [difference(project), work, written.id]
    assert [item.status for item in found[:3]] == ["open", "needs-work", "proposed"]
    at_odds = [item.id for item in found[3:6]]
    assert sorted(at_odds) == sorted(claim_of(project, name, "buses in 2021") for name in TEXTS)


def test_the_queue_is_narrowed_and_ordered_otherwise(project: Project) -> None:
    assert {item.sources for item in project.queue(wanted=Filter(things=["claim"], sources=["radio"]))} == {("radio",)}
    by_kind = [item.about for item in project.queue("kind")]
    assert by_kind == sorted(by_kind)
    by_source = [item.sources for item in project.queue("source", Filter(things=["claim"]))]
    assert by_source == sorted(by_source)
    with pytest.raises(UsageError, match="'best' is no order; there are worst, source"):
        project.queue("best")


def test_what_waits_for_a_second_person_is_not_in_the_queue_of_the_first(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk", "[review.approvals]\nmoney = 2\n")
    money = claim_of(project, "audit", "$2.5 million")
    project.approve([money], by="M. Ng")
    assert money not in [item.id for item in project.queue(reviewer="M. Ng")]
    assert money in [item.id for item in project.queue(reviewer="J. Roe")]
    assert [(one.who, one.on) for one in project.overview().waiting] == [("M. Ng", "anybody else")]


def test_the_overview_counts_claims_by_status_and_findings_by_state(project: Project) -> None:
    total = len(project.claims())
    project.approve([claim_of(project, "audit", "four buses")], by="M. Ng")
    project.withdraw([claim_of(project, "radio", "six weeks")], by="M. Ng")
    project.settle(difference(project), "not-a-conflict", by="M. Ng")
    seen = project.overview()
    assert (seen.claims["approved"], seen.claims["withdrawn"], seen.claims["proposed"]) == (1, 1, total - 2)
    assert seen.findings["conflict"] == {"open": 0, "settled": 1, "stale": 0, "disputed": 0}
    assert (seen.sources.total, seen.decisions) == (3, 4)


# Editing


def test_an_edited_claim_keeps_its_id_names_its_editor_and_is_asked_for_again(project: Project) -> None:
    id = claim_of(project, "audit", "four buses")
    project.approve([id], by="M. Ng")
    project.edit_claim(id, by="J. Roe", statement="In 2021 the county bought four buses.", tags=["fleet"])
    claim = project.claim(id)
    assert (claim.edited_by, claim.tags, claim.provisional) == (("J. Roe",), ("fleet",), False)
    assert status(project, id) == "stale"
    with pytest.raises(PolicyError, match=r"review\.own_work"):
        project.approve([id], by="J. Roe")
    project.approve([id], by="M. Ng")
    assert status(project, id) == "approved"


def test_a_tag_or_a_note_makes_no_decision_stale(project: Project) -> None:
    id = claim_of(project, "audit", "four buses")
    project.approve([id], by="M. Ng")
    project.edit_claim(id, by="J. Roe", tags=["fleet"], note="page 4")
    assert status(project, id) == "approved"
    assert project.claim(id).edited_by == ()


def test_a_claim_can_be_put_on_another_passage(project: Project) -> None:
    id = claim_of(project, "audit", "four buses")
    project.edit_claim(id, by="J. Roe", words="It has room for  ninety buses")
    assert project.claim(id).anchors[0].exact == "It has room for ninety buses"
    with pytest.raises(UsageError, match="did you mean “It has room for ninety buses") as caught:
        project.edit_claim(id, by="J. Roe", words="It has room for forty buses")
    assert caught.value.nearest is not None


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"kind": "rumour"}, "kind: "),
        ({"colour": "red"}, "colour: Extra inputs are not permitted"),
        ({"found_by": "somebody"}, "found_by cannot be changed by hand"),
        ({}, "nothing of .* would change"),
    ],
)
def test_an_edit_that_cannot_be_is_refused(project: Project, changes: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        project.edit_claim(claim_of(project, "audit", "four buses"), by="J. Roe", **changes)
    assert not (project.root / "claims" / "audit.yaml").exists()
