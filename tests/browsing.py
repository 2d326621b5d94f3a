"""A desk that really listens, and browsers that a person would use: Chromium, driven by Playwright."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.served import TOKEN, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WANTED = "FACTCHECK_BROWSER"
"""Set to `required`, a browser that is missing fails the tests that need one; `.ci/run` sets it."""
AXE = Path(__file__).parent / "vendor" / "axe.min.js"


def chromium() -> str | None:
    """The browser's program; null where there is none."""
    named = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for name in named if (path := shutil.which(name))), None)


def needed() -> Any:
    """Skips a test, with its reason, where there is no browser and none is required."""
    missing = chromium() is None
    if missing and os.environ.get(WANTED) == "required":
        return pytest.mark.usefixtures("no_browser_is_there")
    return pytest.mark.skipif(missing, reason="no Chromium here; install Debian's package chromium")


@contextmanager
def listening(root: Path, **access: Any) -> Iterator[str]:
    """The desk of a project at an address of its own."""
    import uvicorn

    from factcheck.serving.app import app

    served = app(root, opened(**access))
    config = uvicorn.Config(served, host="127.0.0.1", port=0, log_level="error", proxy_headers=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)


@contextmanager
def browser() -> "Iterator[Browser]":
    """A browser without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        try:
            yield started
        finally:
            started.close()


def enters(browser: "Browser", address: str, **context: Any) -> "Page":
    """A page of a new visitor that came by the opening link."""
    page = browser.new_context(base_url=address, **context).new_page()
    page.set_default_timeout(60_000)
    page.goto(f"/open?token={TOKEN}")
    page.wait_for_url(f"{address}/")
    return page


def faults(page: "Page") -> list[str]:
    """What axe-core finds serious or worse."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {one['help']} at {node['target']}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
