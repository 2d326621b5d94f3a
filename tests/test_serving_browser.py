"""The desk as people use it: Chromium, by mouse and by keyboard alone, two at once beside a terminal."""

import base64
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.project import Project
from factcheck.serving.pages import drafts
from tests.browsing import browser, enters, faults, listening, needed
from tests.command import factcheck
from tests.desks import TEXTS, again, desk
from tests.test_serving import SAID

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, needed()]

PAPER = TEXTS["paper"].replace("$2.5 million", "$4.5 million")
FILES = {"audit.txt": TEXTS["audit"], "paper.txt": PAPER, "radio.txt": SAID["radio"]}


@pytest.fixture(scope="module")
def chromium() -> "Iterator[Browser]":
    with browser() as started:
        yield started


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return desk(tmp_path / "desk", texts=SAID)


def drops(page: "Page", files: dict[str, str]) -> None:
    """Drag files over the page and let them go there."""
    told = [[name, base64.b64encode(text.encode()).decode()] for name, text in files.items()]
    handle = page.evaluate_handle(
        """(files) => { const data = new DataTransfer();
        for (const [name, text] of files) data.items.add(new File([atob(text)], name, { type: "text/plain" }));
        return data; }""",
        told,
    )
    for event in ("dragenter", "dragover", "drop"):
        page.dispatch_event("[data-drop]", event, {"dataTransfer": handle})


def findings(root: Path) -> dict[str, str]:
    return {
        one["id"]: one["status"] for one in Project.find(root).check_json()["findings"] if one["verdict"] == "conflict"
    }


def test_from_an_empty_project_to_all_findings_settled_by_mouse(chromium: "Browser", tmp_path: Path) -> None:
    root = Project.create(tmp_path / "new").root
    with listening(root) as address:
        page = enters(chromium, address)
        page.get_by_role("link", name="Add some").click()
        drops(page, FILES)
        page.get_by_text("Added audit, paper, radio.").wait_for()
        page.get_by_role("link", name="Queue").click()
        page.locator(".item a[href^='/finding/']").first.click()
        page.get_by_role("button", name="fix in the draft").click()
        page.get_by_role("status").get_by_text("✓ fix in draft").wait_for()
        page.get_by_role("button", name="no conflict").click()
        page.get_by_role("status").get_by_text("✓ not a conflict").wait_for()
    states = findings(root)
    assert len(states) == 2
    assert set(states.values()) == {"settled"}
    assert Project.find(root).verify_log().faults == ()


def test_from_an_empty_project_to_all_findings_settled_by_keyboard_alone(chromium: "Browser", tmp_path: Path) -> None:
    root = Project.create(tmp_path / "new").root
    with listening(root) as address:
        page = enters(chromium, address)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        _tabs_to(page, "Sources")
        page.keyboard.press("Enter")
        page.wait_for_url("**/sources")
        _settles(page)
        _gives(page, FILES)
        page.get_by_text("Added audit, paper, radio.").wait_for()
        _settles(page)
        page.keyboard.press("g")
        page.locator(".item a[href^='/finding/']").first.wait_for()
        _settles(page)
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url("**/finding/**")
        _settles(page)
        page.keyboard.press("a")
        page.keyboard.type("the paper counted one twice")
        page.keyboard.press("Enter")
        page.get_by_text("✓ accepted").wait_for()
        _settles(page)
        page.keyboard.press("u")
        page.get_by_text("Taken back.").wait_for()
        for key, says in (("f", "✓ fix in draft"), ("x", "✓ not a conflict"), ("a", "✓ approved")):
            _settles(page)
            page.keyboard.press(key)
            page.get_by_role("status").get_by_text(says).wait_for()
    assert set(findings(root).values()) == {"settled"}
    told = [line.answer for line in Project.find(root).decisions() if not line.undoes]
    assert told == ["accepted", "fix-in-draft", "not-a-conflict", "yes", "yes"]


def _settles(page: "Page") -> None:
    """Wait until the page takes keys: while the next one is put in place, they mean nothing, lest they hit it."""
    page.locator(".htmx-request, .htmx-swapping, .htmx-settling").first.wait_for(state="detached")


def _gives(page: "Page", files: dict[str, str]) -> None:
    """Tab to where files are chosen, press Enter, choose some; what comes before the page takes it is repeated."""
    from playwright.sync_api import TimeoutError

    chosen = [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in files.items()]
    for _ in range(3):
        _tabs_to(page, "files")
        with suppress(TimeoutError):
            with page.expect_file_chooser(timeout=10_000) as chooser:
                page.keyboard.press("Enter")
            chooser.value.set_files(chosen)  # type: ignore[arg-type]
            return
    raise AssertionError("Enter does not ask for files")


def _tabs_to(page: "Page", name: str) -> None:
    """Press Tab until something of this name or id has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if name in page.evaluate("[document.activeElement.textContent.trim(), document.activeElement.id]"):
            return
    raise AssertionError(f"Tab does not lead to {name}")


def test_two_browsers_and_a_terminal_at_once_lose_nothing(chromium: "Browser", project: Project) -> None:
    (one,) = findings(project.root)
    with listening(project.root) as address:
        first, second = enters(chromium, address), enters(chromium, address)
        first.goto(f"/finding/{one}")
        second.locator(f".item a[href*='{one[-12:]}']").wait_for()
        ended = factcheck("settle", one, "--as", "not-a-conflict", cwd=project.root, FACTCHECK_REVIEWER="J. Roe")
        assert ended.code == 0, ended.err
        first.get_by_text("Meanwhile J. Roe: not a conflict.").wait_for()
        second.locator(f".item a[href*='{one[-12:]}']").wait_for(state="detached")
        _settles(first)
        first.keyboard.press("f")
        first.get_by_role("heading", name="It was changed while you looked at it").wait_for()
        second.locator(".item a").first.click()
        second.get_by_role("button", name="approve").wait_for()
        _settles(second)
        second.keyboard.press("a")
        second.get_by_role("status").get_by_text("approved").wait_for()
    by = [(line.by, line.answer) for line in again(project).decisions()]
    assert by == [("J. Roe", "not-a-conflict"), ("M. Ng", "yes"), ("M. Ng", "yes")]
    assert again(project).verify_log().faults == ()


def test_selected_words_become_a_claim_and_a_decision_on_a_draft(chromium: "Browser", project: Project) -> None:
    (project.root / "drafts").mkdir()
    (project.root / "drafts" / "story.md").write_text("We like the buses of the county.\n", "utf-8")
    with listening(project.root) as address:
        page = enters(chromium, address)
        page.goto("/source/radio")
        _selects(page, "closed for six weeks")
        page.keyboard.press("c")
        page.get_by_label("Kind").select_option("duration")
        page.get_by_role("button", name="Make the claim").click()
        page.get_by_text("The claim is there").wait_for()
        page.goto("/draft/story.md")
        _selects(page, "We like the buses of the county.")
        page.keyboard.press("c")
        page.locator("#on-words").get_by_role("button", name="opinion").click()
        page.get_by_text("✓ opinion").wait_for()
    after = again(project)
    assert "closed for six weeks" in {claim.anchors[0].exact for claim in after.curated()}
    assert [one.state for one in after.statements("story", ["We like the buses of the county."])] == ["opinion"]


def test_the_page_of_a_draft_that_is_being_judged_fills_in_by_itself(
    chromium: "Browser", project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "MANY", 0)
    project.add_draft("story.md", b"The county bought nine buses in 2021.\n")
    with listening(project.root) as address:
        page = enters(chromium, address)
        page.goto("/draft/story.md")
        page.get_by_text("being judged").wait_for()
        page.get_by_text("It cannot be published yet").wait_for(timeout=60_000)
        assert page.get_by_text("being judged").count() == 0
        page.get_by_text("Decide", exact=True).click()
        page.locator(".statement").get_by_role("button", name="opinion").click()
        page.get_by_text("✓ opinion").wait_for()


def _selects(page: "Page", words: str) -> None:
    """Mark words in the text as a mouse does."""
    page.evaluate(
        """(words) => {
        const nodes = [], text = document.querySelector("[data-text]");
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) nodes.push(walker.currentNode);
        for (const node of nodes) {
          const at = node.data.indexOf(words);
          if (at >= 0) { getSelection().setBaseAndExtent(node, at, node, at + words.length); return; }
        }
        throw new Error("the words are not there");
        }""",
        words,
    )


def test_no_page_has_a_serious_fault_of_access_or_breaks_its_policy(chromium: "Browser", project: Project) -> None:
    (project.root / "drafts").mkdir()
    (project.root / "drafts" / "story.md").write_text("The county bought nine buses in 2021.\n", "utf-8")
    (one,) = findings(project.root)
    claim = project.claims(sources=["audit"])[0].id
    told: list[str] = []
    paths = ["/", f"/finding/{one}", f"/claim/{claim}", "/source/audit", "/sources", "/draft/story.md", "/drafts"]
    with listening(project.root) as address:
        for scheme in ("light", "dark"):
            page = enters(chromium, address, color_scheme=scheme)
            page.on(
                "console",
                lambda message: (
                    told.append(f"{message.location.get('url')}: {message.text}") if message.type == "error" else None
                ),
            )
            page.on("pageerror", lambda error: told.append(str(error)))
            for path in [*paths, "/history", "/search?q=buses", "/status"]:
                page.goto(path)
                page.wait_for_load_state("networkidle")
                page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
                assert faults(page) == [], (scheme, path)
    assert told == []


def test_hostile_text_runs_nothing_and_breaks_no_page(chromium: "Browser", tmp_path: Path) -> None:
    hostile = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
    texts = {
        "audit": f"The county bought four buses in 2021, {hostile}. \u202eThe word {'w' * 10_000} is long.\n",
        "paper": "The county bought five buses in 2021.\n",
    }
    project = desk(tmp_path / "desk", texts=texts)
    project.remark("finding", [next(iter(findings(project.root)))], hostile, by=hostile)
    with listening(project.root) as address:
        page = enters(chromium, address, viewport={"width": 390, "height": 800})
        for path in (
            "/",
            "/source/audit",
            f"/finding/{next(iter(findings(project.root)))}",
            "/history",
            "/search?q=long",
        ):
            page.goto(path)
            page.wait_for_load_state("networkidle")
            assert "taken" not in page.title()
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
