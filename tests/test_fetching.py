"""Fetching pages: what may be asked for, what is kept of it, and the limits; all against a server on this machine."""

import gzip
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from factcheck.config import Fetching
from factcheck.errors import SourceError
from factcheck.fetching import fetch, is_public
from factcheck.project import Project
from tests.command import factcheck

PAGE = (
    b"<html><head><title>Town repairs its mole</title></head>"
    b"<body><p>The mole held for a hundred years.</p></body></html>"
)
HTML = {"Content-Type": "text/html; charset=utf-8"}
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/mole.html": (200, HTML, PAGE),
    "/2022/mole/": (200, HTML, PAGE),
    "/read?id=5": (200, HTML, PAGE),
    "/caf%C3%A9": (200, {"Content-Type": "text/plain"}, b"The mole held."),
    "/packed": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/bomb": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b" " * 30_000_000)),
    "/badly-packed": (200, {**HTML, "Content-Encoding": "gzip"}, b"not packed"),
    "/large": (200, HTML, b"<p>" + b"a" * 300_000),
    "/moved": (301, {"Location": "/moved-again"}, b""),
    "/moved-again": (302, {"Location": "mole.html"}, b""),
    "/circle": (302, {"Location": "/circle"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/drip": (200, HTML, PAGE),
    "/cut": (200, HTML, PAGE),
    "/gone": (404, HTML, b"<p>Not here</p>"),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/unsaid.pdf": (200, {"Content-Type": "application/octet-stream"}, b"%PDF-1.4"),
    "/web/20220804101500/https://example.org/mole": (200, HTML, PAGE),
}


class Handler(BaseHTTPRequestHandler):
    asked: list[dict[str, str]]

    def do_GET(self) -> None:
        type(self).asked.append(dict(self.headers))
        if self.path == "/slow":
            time.sleep(1.5)
        status, headers, body = ANSWERS.get(self.path, (404, HTML, b""))
        try:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body) + (40 if self.path in ("/drip", "/cut") else 0)))
            self.end_headers()
            for _ in range(40 if self.path == "/drip" else 0):
                time.sleep(0.1)
                self.wfile.write(b" ")
            self.wfile.write(body)
        except OSError:
            """The asker has gone."""

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def server() -> Iterator[str]:
    Handler.asked = []
    held = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=held.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{held.server_port}"
    held.shutdown()
    held.server_close()
    thread.join()


NEAR = Fetching(private=True)


@pytest.mark.parametrize(
    ("path", "name", "data"),
    [
        ("/mole.html", "mole.html", PAGE),
        ("/2022/mole/", "mole.html", PAGE),
        ("/read?id=5", "read.html", PAGE),
        ("/café", "café.txt", b"The mole held."),
        ("/packed", "packed.html", PAGE),
        ("/unsaid.pdf", "unsaid.pdf", b"%PDF-1.4"),
    ],
)
def test_a_page_is_fetched_with_a_name_for_its_file(server: str, path: str, name: str, data: bytes) -> None:
    page = fetch(server + path, NEAR)
    assert (page.url, page.name, page.data) == (server + path, name, data)


def test_redirects_are_followed_and_the_last_address_is_kept(server: str) -> None:
    assert fetch(f"{server}/moved", NEAR).url == f"{server}/mole.html"
    assert Handler.asked[0]["Host"] == server.removeprefix("http://")
    assert Handler.asked[0]["User-Agent"].startswith("factcheck-desk/")


@pytest.mark.parametrize(
    ("path", "settings", "said"),
    [
        ("/gone", NEAR, "the server answered 404 Not Found"),
        ("/circle", NEAR, "leads on more than 5 times"),
        ("/moved", Fetching(private=True, redirects=1), "leads on more than 1 times"),
        ("/file", NEAR, "only http and https are fetched"),
        ("/large", Fetching(private=True, bytes=200_000), "larger than the limit of 200,000 bytes"),
        ("/bomb", NEAR, "larger than the limit of 20,000,000 bytes"),
        ("/slow", Fetching(private=True, seconds=0.3), "took longer than 0.3 s"),
        ("/drip", Fetching(private=True, seconds=0.5), "took longer than 0.5 s"),
        ("/cut", NEAR, "broke off"),
        ("/badly-packed", NEAR, "cannot be unpacked"),
        ("/picture", NEAR, r"of a kind that cannot be read \(image/png\)"),
        ("/mole.html", Fetching(), "127.0.0.1 is an address of a private network"),
    ],
)
def test_what_cannot_or_may_not_be_fetched_is_told_in_one_line(
    server: str, path: str, settings: Fetching, said: str
) -> None:
    with pytest.raises(SourceError, match=said) as error:
        fetch(server + path, settings)
    assert str(error.value).startswith(f"{server}{path}: ")
    assert "\n" not in str(error.value)


def test_a_redirect_into_a_private_network_is_not_followed(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr("factcheck.fetching.is_public", lambda address: seen.append(address) is None and len(seen) < 2)
    with pytest.raises(SourceError, match="private network"):
        fetch(f"{server}/moved", Fetching())
    assert len(Handler.asked) == 1


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://example.org/a.txt", "only http and https"),
        ("http://", "is not an address"),
        ("http://[::1", "is not an address"),
        ("http://a:99999/", "is not an address"),
        ("http://example.org/a b", "is not an address"),
        ("http://me:secret@example.org/", "password"),
        ("http://localhost/", "private network"),
        ("http://0x7f000001/", "private network|no server"),
        ("http://[::ffff:127.0.0.1]/", "private network"),
        ("http://no-such-host.invalid/", "no server is known"),
    ],
)
def test_an_address_that_may_not_be_asked_is_not(url: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        fetch(url, Fetching())


def test_a_server_that_is_not_there_is_told(server: str) -> None:
    with pytest.raises(SourceError, match="cannot be reached"):
        fetch("http://127.0.0.1:1/", NEAR)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1:248:1893:25c8:1946", True), ("127.0.0.1", False),
        ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False),
        ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("::1", False), ("::", False),
        ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:10.0.0.1", False), ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False), ("not one", False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_public_internet_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project.create(tmp_path / "desk")
    made.clock = lambda: datetime(2024, 5, 1, 9, 0, tzinfo=UTC)
    (made.root / "factcheck.toml").write_text("[fetching]\nprivate = true\n", "utf-8")
    return made


def test_a_page_becomes_a_source_with_its_snapshot_and_when_it_was_taken(project: Project, server: str) -> None:
    source = project.add_page(f"{server}/moved", issued="2022-08-04")
    assert (source.id, source.file, source.title) == ("mole", "mole.html", "Town repairs its mole")
    assert (source.url, source.accessed, source.issued) == (f"{server}/mole.html", "2024-05-01", "2022-08-04")
    assert source.archived is not None
    assert source.archived.url == f"{server}/mole.html"
    assert source.archived.retrieved == "2024-05-01T09:00:00+00:00"
    assert (project.root / "sources" / "mole.html").read_bytes() == PAGE
    assert project.document("mole").text == "The mole held for a hundred years."
    assert project.source("mole") == source


def test_a_page_that_an_archive_saved_keeps_its_address_and_the_time_of_the_capture(tmp_path: Path) -> None:
    saved = tmp_path / "mole.html"
    address = "https://web.archive.org/web/20220804101500/https://example.org/mole"
    saved.write_bytes(PAGE.replace(b"<title>", f'<link rel="canonical" href="{address}"><title>'.encode()))
    source = Project.create(tmp_path / "desk").add_source(saved)
    assert source.url == "https://example.org/mole"
    assert source.archived is not None
    assert (source.archived.url, source.archived.capture) == (address, "2022-08-04T10:15")
    assert source.archived.retrieved is None


def test_pages_are_added_all_or_none(project: Project, server: str) -> None:
    with pytest.raises(SourceError, match="404"):
        project.add_sources([f"{server}/mole.html", f"{server}/gone"])
    assert project.sources() == ()


def test_the_command_adds_a_page(project: Project, server: str) -> None:
    ended = factcheck("source", "add", f"{server}/mole.html", "--id", "pier", cwd=project.root)
    assert (ended.code, ended.err) == (0, "")
    assert "Town repairs its mole" in ended.out
    failed = factcheck("source", "add", f"{server}/gone", cwd=project.root)
    assert (failed.code, failed.err) == (2, f"{server}/gone: the server answered 404 Not Found\n")
