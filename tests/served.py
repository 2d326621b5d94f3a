"""The review desk for tests: a project of tests/desks.py behind its pages, and visitors with cookies of their own."""

import re
from html import unescape
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from factcheck.project import Project
from factcheck.serving.access import Access
from factcheck.serving.app import app

TOKEN = "the-token-of-the-opening-link"
HOST = "http://127.0.0.1:8642"


class Browser:
    """One visitor: follows redirects as a browser does, and sends what forms hold."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.page = ""
        self.status = 0
        self.path = ""

    def goes(self, path: str, **query: str) -> str:
        """Open a page, and give its text."""
        return self._keep(self.client.get(path, params=query or None))

    def sends(self, path: str, files: Any = None, **fields: str) -> str:
        """Send a form with the token of the page that is open."""
        return self._keep(self.client.post(path, data={"csrf": self.csrf, **fields}, files=files))

    def decides(self, answer: str, **fields: str) -> str:
        """Press one of the buttons of the thing that is open."""
        return self.sends(f"{self.path}/answer", **{**self.hidden("answer"), "answer": answer, **fields})

    def hidden(self, form: str) -> dict[str, str]:
        """What the hidden fields of a form hold, by the end of its address."""
        found = re.search(rf'<form[^>]*action="[^"]*/{form}"[^>]*>(.*?)</form>', self.page, re.DOTALL)
        assert found, f"no form for {form}"
        fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', found[1]))
        shown = re.search(r'<textarea name="shown"[^>]*>(.*?)</textarea>', found[1], re.DOTALL)
        fields["shown"] = shown[1] if shown else ""
        return {name: unescape(value) for name, value in fields.items()}

    @property
    def csrf(self) -> str:
        """The token of the page that is open."""
        found = re.search(r'data-csrf="([^"]*)"', self.page)
        return found[1] if found else ""

    @property
    def text(self) -> str:
        """The page without its marks, as it is read."""
        body = re.sub(r"<(script|style|textarea|dialog).*?</\1>", " ", self.page, flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())

    def _keep(self, answer: Any) -> str:
        self.page, self.status, self.path = (
            answer.text,
            answer.status_code,
            answer.url.raw_path.decode().partition("?")[0],
        )
        return self.text


def served(project: Project | Path, access: Access | None = None, address: str = "127.0.0.1") -> Browser:
    """A browser at the desk, without a session."""
    root = project.root if isinstance(project, Project) else project
    made = app(root, access or opened(), watch=False)
    return Browser(TestClient(made, base_url=HOST, client=(address, 50000), raise_server_exceptions=False))


def opened(owner: str = "M. Ng", **more: Any) -> Access:
    """Access by the opening link."""
    return Access(token=TOKEN, owner=owner, **more)


def inside(project: Project | Path, access: Access | None = None) -> Browser:
    """A browser that came in by the opening link."""
    browser = served(project, access)
    browser.goes("/open", token=TOKEN)
    browser.goes("/")
    return browser
