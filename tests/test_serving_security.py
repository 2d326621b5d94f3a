"""Who gets into the desk, what a request may do, and what every answer carries."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from starlette.routing import Route

from factcheck.discovery import modules
from factcheck.project import Project
from factcheck.serving import users as users_file
from factcheck.serving.access import Access
from factcheck.serving.users import Users, add
from tests.command import factcheck
from tests.desks import claim_of, desk
from tests.served import HOST, TOKEN, Browser, inside, opened, served

SECRET = "correct horse battery"


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed with as little work as can be; commands, which run by themselves, hash them in earnest."""
    monkeypatch.setattr(users_file, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return desk(tmp_path / "desk")


def users(folder: Path, **roles: str) -> Access:
    path = folder / "users.json"
    for name, role in roles.items():
        add(path, name, SECRET, role)  # type: ignore[arg-type]
    return Access(users=Users(path))


def logs_in(browser: Browser, name: str, password: str = SECRET) -> None:
    browser.goes("/log-in")
    mark = re.search(r'name="mark" value="([^"]+)"', browser.page)
    assert mark
    browser.sends("/log-in", mark=mark[1], name=name, password=password)


def routes() -> list[Route]:
    return [route for module in modules("factcheck.serving.pages") for route in getattr(module, "ROUTES", ())]


def address(route: Route) -> str:
    """An address of a route."""
    return re.sub(r"\{(\w+)\}", lambda found: {"kind": "claim"}.get(found[1], "audit"), route.path)


@pytest.mark.parametrize("path", sorted({address(route) for route in routes()} - {"/log-in", "/open"}))
def test_nobody_sees_a_page_without_having_come_in(project: Project, path: str) -> None:
    browser = served(project)
    answer = browser.client.get(path, follow_redirects=False)
    assert answer.status_code == 401 if path == "/pulse" else answer.headers["location"] == "/log-in"
    assert "buses" not in answer.text


def test_the_opening_link_lets_in_and_no_other_token_does(project: Project) -> None:
    browser = served(project)
    browser.goes("/open", token=f"{TOKEN}x")
    assert browser.status == 403
    browser.goes("/")
    assert browser.path == "/log-in"
    browser.goes("/open", token=TOKEN)
    browser.goes("/")
    assert (browser.status, browser.path) == (200, "/")
    cookie = browser.client.cookies.jar.__iter__().__next__()
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite") == "Strict"


@pytest.mark.parametrize("cookie", ["", "x", "x.y", "a" * 9000])
def test_a_forged_cookie_is_nobodys(project: Project, cookie: str) -> None:
    browser = served(project)
    browser.client.cookies.set("factcheck-session", cookie)
    browser.goes("/")
    assert browser.path == "/log-in"


@pytest.mark.parametrize("path", sorted({address(route) for route in routes() if "POST" in (route.methods or ())}))
@pytest.mark.parametrize("token", ["", "another", "ü"])
def test_nothing_is_changed_without_the_token_of_the_session(project: Project, path: str, token: str) -> None:
    browser = inside(project)
    answer = browser.client.post(path, data={"csrf": token, "answer": "approve", "text": "x", "to": "x"})
    assert answer.status_code == 403
    assert project.decisions() == ()


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}],
    ids=["origin", "fetch-site", "null"],
)
def test_a_form_of_another_site_is_refused_even_with_the_token(project: Project, headers: dict[str, str]) -> None:
    browser = inside(project)
    path = f"/claim/{claim_of(project, 'audit', 'four buses')}/note"
    answer = browser.client.post(path, data={"csrf": browser.csrf, "text": "x"}, headers=headers)
    assert answer.status_code == 403
    assert project.decisions() == ()


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8642", "", "localhost.evil"])
def test_a_name_that_is_not_the_desks_is_refused(project: Project, host: str) -> None:
    assert inside(project).client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8642", "localhost:1", "LOCALHOST", "[::1]:9"])
def test_the_desks_own_names_are_taken(project: Project, host: str) -> None:
    assert served(project).client.get("/log-in", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/log-in", "/nope", "/source/audit", "/assets/desk.js", "/claim/x"])
def test_every_answer_has_a_strict_policy(project: Project, path: str) -> None:
    headers = inside(project).client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
    assert path.startswith("/assets/") or headers["cache-control"] == "no-store"


def test_no_page_holds_a_script_or_a_style_of_its_own(project: Project) -> None:
    browser = inside(project)
    found = project.check_json()["findings"][0]["id"]
    for path in ("/", "/source/audit", "/sources", "/search?q=buses", "/status", f"/finding/{found}", "/history"):
        browser.goes(path)
        assert browser.status == 200
        assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|<style|\sstyle=|javascript:", browser.page)


@pytest.mark.parametrize(
    "path",
    [
        "/source/..%2f..%2ffactcheck.toml", "/source/%2e%2e", "/draft/..%2ffactcheck.toml", "/draft/%2e%2e%2fx.md",
        "/assets/..%2fapp.py", "/assets/%2e%2e%2f__init__.py", "/source/con", "/source/a%00b", "/claim/..%2f..",
        "/draft/%5c..%5cfactcheck.toml", "/source/" + "a" * 5000, "/finding/%ff%fe",
    ],
)  # fmt: skip
def test_no_name_in_an_address_reaches_another_file(project: Project, path: str) -> None:
    browser = inside(project)
    answer = browser.client.get(path)
    assert answer.status_code in (400, 404)
    assert "Traceback" not in answer.text
    assert "[policy]" not in answer.text


@pytest.mark.parametrize("name", ["../../outside.md", "..\\..\\outside.md", "/etc/outside.md", "C:\\outside.md"])
def test_a_file_that_is_sent_lands_in_its_folder_whatever_its_name(project: Project, name: str) -> None:
    browser = inside(project)
    browser.sends("/drafts", files=[("files", (name, b"The county bought five buses in 2021.\n"))])
    assert project.draft_files() == ("outside.md",)
    browser.sends("/sources", files=[("files", (name, b"The county bought five buses in 2021.\n"))])
    assert (project.root / "sources" / "outside.md").is_file()
    assert not list(project.root.parent.parent.glob("outside*"))


@pytest.mark.parametrize("name", ["..", ".hidden.md", "con.md", "a" * 300 + ".md"])
def test_a_file_with_a_name_that_is_none_is_refused(project: Project, name: str) -> None:
    browser = inside(project)
    browser.sends("/drafts", files=[("files", (name, b"The county bought five buses in 2021.\n"))])
    assert browser.status == 400
    assert project.draft_files() == ()


def test_what_is_larger_than_the_limit_is_refused_before_it_is_kept(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk", rules="[limits]\nbytes = 2000\n")
    browser = inside(project)
    browser.sends("/sources", files=[("files", ("big.txt", b"word " * 1000))])
    assert browser.status == 400
    assert "limit of 2,000 bytes" in browser.text
    browser.sends("/sources", files=[("files", ("huge.txt", b"word " * 600_000))])
    assert browser.status == 413
    assert {source.id for source in project.sources()} == {"audit", "paper", "radio"}


def test_a_body_without_a_length_is_counted_as_it_comes(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk", rules="[limits]\nbytes = 2000\n")
    browser = inside(project)
    parts = (b"x" * 100_000 for _ in range(50))
    answer = browser.client.post("/sources", content=parts, headers={"content-type": "multipart/form-data; boundary=b"})
    assert answer.status_code == 413


def test_the_reviewer_is_who_logged_in_whatever_the_form_says(project: Project, tmp_path: Path) -> None:
    browser = served(project, users(tmp_path, Ito="reviewer"))
    logs_in(browser, "ito")
    browser.goes(f"/claim/{claim_of(project, 'audit', 'four buses')}")
    browser.decides("approve", by="J. Roe", as_="J. Roe", visitor="J. Roe", name="J. Roe")
    assert {line.by for line in project.decisions()} == {"Ito"}


def test_a_wrong_password_lets_nobody_in_and_too_many_have_to_wait(project: Project, tmp_path: Path) -> None:
    access = users(tmp_path, Ito="reviewer")
    browser = served(project, access)
    for _ in range(5):
        logs_in(browser, "Ito", "wrong password")
        assert (browser.status, browser.path) == (401, "/log-in")
    logs_in(browser, "Ito")
    assert browser.status == 429
    assert "Wait" in browser.text
    elsewhere = served(project, access, "10.9.9.9")
    logs_in(elsewhere, "Ito")
    assert elsewhere.status == 429, "the name has to wait, from wherever"
    logs_in(elsewhere, "Roe")
    assert elsewhere.status == 401


def test_the_wait_ends() -> None:
    from factcheck.serving.access import Tries

    time = [0.0]
    tries = Tries(lambda: time[0])
    for _ in range(5):
        tries.failed("name:ito")
    assert tries.wait("name:ito") == 1.0
    tries.failed("name:ito")
    assert tries.wait("name:ito", "address:x") == 2.0
    time[0] = 2.0
    assert tries.wait("name:ito") == 0.0
    tries.passed("name:ito")
    tries.failed("name:ito")
    assert tries.wait("name:ito") == 0.0


def test_a_log_in_form_that_was_not_asked_for_here_is_refused(project: Project, tmp_path: Path) -> None:
    browser = served(project, users(tmp_path, Ito="reviewer"))
    browser.sends("/log-in", mark="made up", name="Ito", password=SECRET)
    assert browser.status == 403


def test_who_is_taken_out_of_the_users_file_is_out_at_once(project: Project, tmp_path: Path) -> None:
    browser = served(project, users(tmp_path, Ito="reviewer", Roe="reviewer"))
    logs_in(browser, "Ito")
    assert browser.path == "/"
    path = tmp_path / "users.json"
    kept = [user for user in json.loads(path.read_text("utf-8"))["users"] if user["name"] != "Ito"]
    path.write_text(json.dumps({"users": kept}), "utf-8")
    browser.goes("/")
    assert browser.path == "/log-in"


def test_after_the_log_out_the_cookie_is_worth_nothing(project: Project) -> None:
    browser = inside(project)
    cookie = browser.client.cookies["factcheck-session"]
    browser.sends("/log-out")
    browser.client.cookies.set("factcheck-session", cookie)
    browser.goes("/")
    assert browser.path == "/log-in"


def test_a_proxys_header_counts_from_a_trusted_proxy_alone(project: Project) -> None:
    def access() -> Access:
        return Access(header="X-Remote-User", proxies=("10.0.0.0/24",))

    trusted = served(project, access(), "10.0.0.7")
    trusted.client.headers["X-Remote-User"] = "M. Ito"
    trusted.goes("/")
    assert trusted.status == 200
    assert "M. Ito" in trusted.text
    for place in ("10.0.1.7", "127.0.0.1"):
        other = served(project, access(), place)
        other.client.headers["X-Remote-User"] = "M. Ito"
        other.goes("/")
        assert other.path == "/log-in"


@pytest.mark.parametrize("read_only", [True, False], ids=["read-only", "guest"])
def test_a_guest_reads_and_changes_nothing(project: Project, tmp_path: Path, read_only: bool) -> None:
    if read_only:
        browser = inside(project, opened(read_only=True))
    else:
        browser = served(project, users(tmp_path, Vera="guest"))
        logs_in(browser, "Vera")
    browser.goes(f"/claim/{claim_of(project, 'audit', 'four buses')}")
    assert browser.status == 200
    assert "You are reading only" in browser.text
    before = {
        path: path.read_bytes() for path in project.root.rglob("*") if path.is_file() and ".factcheck" not in str(path)
    }
    for route in routes():
        if "POST" in (route.methods or ()) and route.path not in ("/log-in", "/log-out"):
            answer = browser.client.post(address(route), data={"csrf": browser.csrf, "text": "x", "answer": "approve"})
            assert answer.status_code == 403, route.path
    after = {
        path: path.read_bytes() for path in project.root.rglob("*") if path.is_file() and ".factcheck" not in str(path)
    }
    assert after == before


def test_a_guest_sees_nothing_of_what_may_not_be_published(project: Project, tmp_path: Path) -> None:
    project.change_source("radio", confidential=True)
    claim, other = claim_of(project, "radio", "six weeks"), claim_of(project, "audit", "ninety")
    project.approve([claim], by="J. Roe", why="the ferry log says so")
    finding = next(one["id"] for one in project.check_json()["findings"] if "radio" in one["message"])
    browser = served(project, users(tmp_path, Vera="guest", Ito="reviewer"))
    logs_in(browser, "Vera")
    for path in ("/", "/?source=radio", "/sources", "/history", "/search?q=ferry", "/source/audit", f"/claim/{other}"):
        told = browser.goes(path)
        assert browser.status == 200
        assert "ferry was" not in told.lower()
        assert "radio" not in told.lower().replace("value", "")
    for path in ("/source/radio", f"/claim/{claim}", f"/finding/{finding}", "/status", f"/notice/claim/{claim}"):
        told = browser.goes(path)
        assert "six weeks" not in told
        assert browser.status in (200, 403, 404)
    told = browser.goes("/status")
    assert "Sources in all 2 not read whole 0 withheld 0" in told
    assert "are left out" in told
    logs_in(browser, "Ito")
    assert "Sources in all 3 not read whole 0 withheld 1" in browser.goes("/status")
    assert "ferry" in browser.goes("/source/radio")


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202e\u200f{{ 7*7 }}&amp;\"'"


def test_hostile_text_is_shown_as_text_everywhere(tmp_path: Path) -> None:
    text = f"The county bought four buses in 2021 {HOSTILE}. The word {'w' * 10_000} is long.\n"
    project = desk(tmp_path / "desk", texts={"audit": text, "paper": "The county bought five buses in 2021.\n"})
    project.change_source("audit", title=HOSTILE, note=HOSTILE, tags=[HOSTILE])
    browser = inside(project, opened(owner=HOSTILE))
    claim = claim_of(project, "audit", "four buses")
    browser.goes(f"/claim/{claim}")
    browser.sends(f"/claim/{claim}/note", **{**browser.hidden("note"), "text": HOSTILE})
    browser.sends(f"/claim/{claim}/assign", **{**browser.hidden("assign"), "to": HOSTILE})
    browser.decides("reject", why=HOSTILE)
    (project.root / "drafts").mkdir()
    (project.root / "drafts" / "story.md").write_text(text, "utf-8")
    paths = ["/", "/source/audit", "/sources", "/history", f"/claim/{claim}", "/search?q=script", "/drafts"]
    for path in [
        *paths,
        "/draft/story.md",
        f"/search?q={HOSTILE}",
        f"/source/{HOSTILE}",
        f"/?source={HOSTILE}",
        "/status",
    ]:
        page: Any = browser.client.get(path).text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "\u202e" not in page


def test_the_desk_says_in_one_line_what_it_cannot_do(project: Project, tmp_path: Path) -> None:
    cases = {
        ("--host", "0.0.0.0"): "whoever reaches this address could come in; give --users FILE, or leave --host out",
        ("--users", "none.json"): "none.json: cannot be read; `factcheck serve --users FILE --add-user NAME` makes it",
        ("--add-user", "M. Ito"): "--add-user needs --users FILE: the file to put the user into",
        ("--proxy-header", "X-User"): "--proxy-header and --trusted-proxy go together: only a proxy that is named is "
        "believed",
    }
    for arguments, says in cases.items():
        ended = factcheck("serve", *arguments, "--no-open", cwd=project.root)
        assert (ended.code, ended.out, ended.err) == (2, "", f"{says}\n")


def test_a_user_is_added_with_a_hash_that_is_not_the_password(project: Project) -> None:
    ended = factcheck("serve", "--users", "users.json", "--add-user", "M. Ito", cwd=project.root, stdin=SECRET.encode())
    assert (ended.code, ended.out) == (0, "added M. Ito, reviewer, in users.json\n")
    path = project.root / "users.json"
    text = path.read_text("utf-8")
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in text
    assert SECRET not in text
    assert path.stat().st_mode & 0o077 == 0
    assert Users(path).check("m. ito", SECRET) is not None
    assert Users(path).check("M. Ito", "correct horse") is None
    short = factcheck("serve", "--users", "users.json", "--add-user", "Roe", cwd=project.root, stdin=b"short")
    assert (short.code, short.err) == (2, "a password has 10 characters or more\n")


def test_the_host_of_these_tests_is_the_desks() -> None:
    assert HOST.startswith("http://127.0.0.1")
