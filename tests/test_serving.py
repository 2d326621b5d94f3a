"""What the pages of the desk show and do, as a browser without scripts would use them."""

from pathlib import Path

import pytest

from factcheck.project import Project
from tests.desks import TEXTS, again, claim_of, desk
from tests.served import Browser, inside, opened, served

SAID = {**TEXTS, "radio": "The ferry was closed for six weeks in 2020, the radio said.\n"}
"""Three sources with one difference between two of them."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return desk(tmp_path / "desk", texts=SAID)


def finding(project: Project) -> str:
    return next(one["id"] for one in project.check_json()["findings"] if one["verdict"] == "conflict")


def test_the_queue_shows_the_worst_first_and_can_be_narrowed(project: Project) -> None:
    browser = inside(project)
    assert "7: 1 findings, 6 claims, 0 statements" in browser.text
    assert browser.page.index("/finding/") < browser.page.index("/claim/")
    assert "1 of 7: 1 findings, 0 claims" in browser.goes("/", only="finding")
    assert "3 of 7: 0 findings, 3 claims" in browser.goes("/", only="claim", source="audit")
    assert "Nothing waits for a decision that is so" in browser.goes("/", kind="ranking")
    assert "7: 1 findings" in browser.goes("/", order="no such order")


def test_a_decision_is_logged_as_in_the_terminal_and_the_next_thing_is_there(project: Project) -> None:
    browser = inside(project)
    browser.goes(f"/finding/{finding(project)}")
    assert "1 of 7" in browser.text
    browser.decides("accepted")
    assert "a difference is accepted with a reason" in browser.text
    assert again(project).decisions() == ()
    browser.decides("accepted", why="the paper counted one twice")
    assert "✓ accepted" in browser.text
    assert "1 of 6" in browser.text
    (line,) = again(project).decisions()
    assert (line.by, line.answer, line.why) == ("M. Ng", "accepted", "the paper counted one twice")
    assert project.verify_log().faults == ()


def test_both_questions_on_a_claim_can_be_answered_apart(project: Project) -> None:
    browser, id = inside(project), claim_of(project, "audit", "four buses")
    browser.goes(f"/claim/{id}")
    browser.decides("reads_right")
    browser.goes(f"/claim/{id}")
    assert "nobody said yet that we rely on it" in browser.text
    browser.decides("rely_on")
    assert again(project).statuses()[id] == "approved"


def test_undo_takes_back_one_decision_after_the_other(project: Project) -> None:
    browser, one = inside(project), finding(project)
    browser.goes(f"/finding/{one}")
    browser.decides("not-a-conflict")
    browser.decides("approve")
    browser.sends("/undo")
    assert browser.path.startswith("/claim/")
    browser.sends("/undo")
    assert "/finding/" in browser.path
    assert "Taken back." in browser.text
    assert project.finding(one).status == "open"
    assert "Nothing to take back." in browser.sends("/undo", here="/")


def test_what_was_changed_meanwhile_is_shown_beside_what_the_reviewer_saw(project: Project) -> None:
    id = claim_of(project, "audit", "four buses")
    browser = inside(project)
    browser.goes(f"/claim/{id}")
    again(project).edit_claim(id, by="J. Roe", statement="The county bought four red buses in 2021.")
    browser.decides("approve", why="I read it")
    assert browser.status == 409
    assert "red" in browser.text
    assert "I read it" in browser.text
    assert again(project).decisions() == ()
    browser.goes(f"/claim/{id}")
    browser.decides("approve")
    assert again(project).statuses()[id] == "approved"


def test_an_edit_over_somebody_elses_is_refused_and_both_are_shown(project: Project) -> None:
    id = claim_of(project, "audit", "four buses")
    browser = inside(project)
    browser.goes(f"/claim/{id}")
    fields = {
        **browser.hidden("edit"),
        "passage": "The county bought four buses in 2021",
        "kind": "count",
        "measure": "",
    }
    again(project).edit_claim(id, by="J. Roe", statement="Four red buses were bought.")
    browser.sends(f"/claim/{id}/edit", **fields, statement="Four blue buses were bought.")
    assert browser.status == 409
    assert "Four blue buses were bought." in browser.page
    assert again(project).stored_claim(id).statement == "Four red buses were bought."


def test_a_claim_is_edited_on_its_page(project: Project) -> None:
    id = claim_of(project, "audit", "ninety")
    browser = inside(project)
    browser.goes(f"/claim/{id}")
    claim = project.stored_claim(id)
    fields = {"passage": claim.anchors[0].exact, "kind": claim.kind, "measure": claim.measure, "tags": "depot, legal"}
    browser.sends(f"/claim/{id}/edit", **browser.hidden("edit"), **fields, statement="The depot has room for 90 buses.")
    stored = again(project).stored_claim(id)
    assert (stored.statement, stored.tags, stored.edited_by) == (
        "The depot has room for 90 buses.", ("depot", "legal"), ("M. Ng",),
    )  # fmt: skip


def test_notes_queries_and_assignments_leave_the_thing_open(project: Project) -> None:
    browser, one = inside(project), finding(project)
    browser.goes(f"/finding/{one}")
    browser.sends(f"{browser.path}/note", **{**browser.hidden("note"), "text": "ask the depot"})
    browser.sends(f"{browser.path}/assign", **{**browser.hidden("assign"), "to": "J. Roe"})
    asked = {"to": "press office", "question": "How many?", "deadline": "2024-06-01"}
    browser.sends(f"{browser.path}/query", **{**browser.hidden("query"), **asked})
    assert "Assign i : J. Roe" in browser.text
    browser.sends(f"{browser.path}/reply", **{**browser.hidden("reply"), "reply": "Four.", "source": "press-reply"})
    assert "Reply: Four." in browser.text
    after = again(project)
    assert after.finding(one).status == "open"
    assert after.history("finding", one).assignee == "J. Roe"
    assert after.source("press-reply").standing == "primary"
    assert "1 findings" in browser.goes("/", assignee="J. Roe")


def test_a_source_is_read_with_its_claims_and_findings_marked_in_place(project: Project) -> None:
    id = claim_of(project, "audit", "ninety")
    project.approve([id], by="M. Ng")
    browser = inside(project)
    browser.goes("/source/audit", claim=id)
    for state in ("approved", "proposed", "finding"):
        assert f"mark is-{state}" in browser.page
    assert "approved: It has room for ninety buses" in browser.text
    assert "data-here" in browser.page


def test_words_of_a_source_become_a_claim_that_somebody_else_approves(project: Project) -> None:
    browser = inside(project)
    browser.goes("/source/radio")
    fields = {
        "passage": "closed for six weeks in 2020",
        "statement": "The ferry was closed for six weeks.",
        "kind": "duration",
    }
    browser.sends("/source/radio/claim", **fields, tags="ferry")
    (claim,) = [claim for claim in again(project).curated() if claim.found_by == "M. Ng"]
    assert (claim.statement, claim.anchors[0].exact, claim.tags) == (
        "The ferry was closed for six weeks.", "closed for six weeks in 2020", ("ferry",),
    )  # fmt: skip
    browser.goes(f"/claim/{claim.id}")
    browser.decides("approve")
    assert browser.status == 403
    assert "nobody approves alone what they wrote" in browser.text
    browser.sends("/source/radio/claim", passage="closed for seven weeks in 2020", kind="duration")
    assert "did you mean" in browser.text


def test_sources_are_sent_and_their_records_put_right(project: Project) -> None:
    browser = inside(project)
    files = [
        ("files", (f"{name}.txt", f"The county bought {name} buses in 2021.".encode())) for name in ("six", "nine")
    ]
    browser.sends("/sources", files=files)
    assert "Added six, nine." in browser.text
    said = {
        "title": "Six buses",
        "author": "M. Ito; J. Roe",
        "issued": "2023-02",
        "tags": "buses",
        "confidential": "yes",
    }
    browser.sends("/source/six/record", **said)
    source = again(project).source("six")
    assert [str(name) for name in source.author] == ["M. Ito", "J. Roe"]
    assert (source.title, source.issued, source.confidential) == ("Six buses", "2023-02", True)
    browser.sends("/source/six/record", title="Six buses", issued="soon")
    assert browser.status == 400
    assert again(project).source("six").issued == "2023-02"
    browser.sends("/sources", files=[("files", ("broken.pdf", b"%PDF-1.4 no"))])
    assert browser.status == 400
    assert "broken.pdf" in browser.text


DRAFT = b"The county bought five buses in 2021. The ferry was closed for seven weeks in 2020.\n\nWe like buses.\n"


def test_a_draft_is_held_against_the_sources_and_its_statements_decided_on(project: Project) -> None:
    browser = inside(project)
    browser.sends("/drafts", files=[("files", ("story.md", DRAFT))])
    assert browser.path == "/draft/story.md"
    assert "It cannot be published yet" in browser.text
    assert "radio has six weeks, not seven weeks." in browser.text
    words = "The ferry was closed for seven weeks in 2020."
    browser.sends("/draft/story.md/statement", words=words, answer="fix", why="six")
    browser.sends("/draft/story.md/statement", words="We like buses.", answer="opinion")
    states = [one.state for one in again(project).statements("story", [words, "We like buses."])]
    assert states == ["fix", "opinion"]
    assert "1 statements" in browser.goes("/", draft="story")
    ground = "paper:The county bought five buses in 2021"
    browser.sends(
        "/draft/story.md/statement", words="The county bought five buses in 2021.", answer="checked", rests=ground
    )
    assert again(project).decisions()[-1].resting_on == (ground,)


def test_search_shows_the_best_passages_and_more_where_they_are_asked_for(tmp_path: Path) -> None:
    text = "\n\n".join(f"The harbour was dredged in the spring of {1900 + number}." for number in range(40))
    browser = inside(desk(tmp_path / "desk", texts={"harbour": f"{text}\n"}))
    assert "25 or more passages" in browser.goes("/search", q="harbour dredged")
    assert browser.page.count('<li class="item">') == 25
    assert "40 passages" in browser.goes("/search", q="harbour dredged", more="1")


def test_search_finds_words_and_phrases_and_survives_any_query(project: Project) -> None:
    browser = inside(project)
    assert "2 passages" in browser.goes("/search", q="BUSES 2021")
    assert "1 passage" in browser.goes("/search", q='"six weeks"')
    assert "0 passages" in browser.goes("/search", q='"weeks six"')
    for query in ("AND OR NOT", '"', "a*", "NEAR(", "col:x", "'; DROP TABLE passage; --", "ü" * 400, "…"):
        browser.goes("/search", q=query)
        assert browser.status == 200
    project.remove_source("radio", by="M. Ng")
    assert "0 passages" in browser.goes("/search", q='"six weeks"')
    assert b"six weeks" not in (project.root / ".factcheck" / "search.sqlite").read_bytes()


def test_the_log_and_the_status_tell_what_the_terminal_tells(project: Project) -> None:
    project.settle(finding(project), "accepted", by="J. Roe", why="counted twice")
    browser = inside(project)
    assert "J. Roe accepted: counted twice" in browser.goes("/history")
    assert "0 lines" in browser.goes("/history", by="M. Ng")
    assert "conflicts 0 1 0 0" in browser.goes("/status")


def test_decisions_of_others_are_in_the_queue_at_the_next_look(project: Project) -> None:
    browser = inside(project)
    assert "7: 1 findings" in browser.text
    other = again(project)
    other.settle(finding(project), "not-a-conflict", by="J. Roe")
    other.approve([claim_of(project, "audit", "ninety")], by="J. Roe")
    assert "5: 0 findings, 5 claims" in browser.goes("/")
    other.add_claim("radio", "closed for six weeks", by="J. Roe", kind="duration", measure="closure")
    assert "6: 0 findings, 6 claims" in browser.goes("/")


def test_a_page_is_told_what_somebody_else_did_to_its_thing(project: Project) -> None:
    browser, one = inside(project), finding(project)
    browser.goes(f"/finding/{one}")
    notice = browser.page.split('data-notice="')[1].split('"')[0]
    assert "Meanwhile" not in browser.goes(notice)
    again(project).settle(one, "accepted", by="J. Roe", why="counted twice")
    assert "Meanwhile J. Roe : accepted (counted twice)" in browser.goes(notice)


def test_two_reviewers_each_find_what_is_left_for_them(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk", rules="[review.approvals]\ncount = 2\n", texts=SAID)
    id = claim_of(project, "audit", "four buses")
    one, other = inside(project, opened("M. Ng")), inside(project, opened("J. Roe"))
    one.goes(f"/claim/{id}")
    one.decides("approve")
    assert id not in one.goes("/") + one.page
    other.goes("/")
    assert id in other.page


def test_a_project_that_cannot_be_read_says_what_to_do(project: Project) -> None:
    browser = inside(project)
    (project.root / "claims" / "decisions.jsonl").write_text("no decision\n", "utf-8")
    browser.goes("/")
    assert browser.status == 503
    assert "claims/decisions.jsonl:1" in browser.text


def test_an_empty_project_says_how_to_begin(tmp_path: Path) -> None:
    browser: Browser = inside(Project.create(tmp_path / "new"))
    assert "There are no sources yet. Add some" in browser.text
    assert served(tmp_path / "new").goes("/log-in")


def test_a_narrowed_list_is_decided_on_at_once_when_its_number_is_typed(project: Project) -> None:
    browser = inside(project)
    assert "Decide on all" not in browser.text
    browser.goes("/", only="claim", source="audit")
    assert "Decide on all 3 at once" in browser.text
    asked = browser.hidden("decide-all")
    assert "type 3 to decide on all" in browser.sends("/decide-all", **{**asked, "answer": "approve", "count": "2"})
    assert again(project).decisions() == ()
    assert "✓ approved: 3 claims" in browser.sends("/decide-all", **{**asked, "answer": "approve", "count": "3"})
    assert list(again(project).statuses().values()) == ["approved"] * 3
    browser.sends("/undo")
    assert list(again(project).statuses().values()) == ["proposed"] * 3


def test_a_list_that_changed_meanwhile_is_not_decided_on(project: Project) -> None:
    browser = inside(project)
    browser.goes("/", only="claim", source="audit")
    asked = browser.hidden("decide-all")
    again(project).reject([claim_of(project, "audit", "four buses")], by="J. Roe", why="not so")
    assert "the list changed meanwhile" in browser.sends("/decide-all", **{**asked, "answer": "approve", "count": "3"})
    assert {line.by for line in again(project).decisions()} == {"J. Roe"}


@pytest.mark.parametrize("fields", [{}, {"only": "claim"}, {"source": "audit"}, {"only": "statement", "draft": "a"}])
def test_a_list_of_everything_or_of_statements_is_not_decided_on_at_once(
    project: Project, fields: dict[str, str]
) -> None:
    browser = inside(project)
    assert "narrow the list" in browser.sends("/decide-all", **fields, answer="approve", count="7", mark="")
    assert browser.status == 400


def test_a_new_version_of_a_source_is_put_in_place_and_its_claims_looked_at_again(project: Project) -> None:
    lost, kept = claim_of(project, "audit", "four buses"), claim_of(project, "audit", "ninety")
    project.approve([lost, kept], by="J. Roe")
    browser = inside(project)
    text = project.document("audit").text.replace("four buses", "six buses")
    browser.goes("/source/audit")
    sent = [("files", ("corrected.txt", text.encode(), "text/plain"))]
    said = browser.sends("/source/audit/version", files=sent, issued="2022-09")
    assert "The new version is in place. 1 of 2 claims on it need another look." in said
    assert "six buses" in browser.goes("/source/audit")
    assert again(project).statuses() == {lost: "stale", kept: "approved"}
    assert project.source("audit").issued == "2022-09"
    assert "is the version of audit that is there already" in browser.sends("/source/audit/version", files=sent)
    assert "choose one file" in browser.sends("/source/audit/version")
