"""`factcheck serve` as it is started: what it refuses, and the link that it prints."""

import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.command import environment, factcheck
from tests.desks import desk

pytest.importorskip("starlette", reason="the desk is an extra: pip install 'factcheck-desk[serve]'")
pytest.importorskip("uvicorn")


@pytest.mark.parametrize("port", ["desk", "-1", "65536", "80.5"])
def test_what_is_no_port_is_refused_in_one_line(tmp_path: Path, port: str) -> None:
    project = desk(tmp_path / "desk")
    done = factcheck("serve", "--no-open", f"--port={port}", cwd=project.root)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "is no port" in done.err


def test_the_link_that_is_printed_lets_in_and_the_address_alone_does_not(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    served = subprocess.Popen(
        [sys.executable, "-u", "-m", "factcheck", "serve", "--no-open", "--port", "0", "--as", "M. Ng"],
        cwd=project.root,
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert served.stdout is not None
        link = served.stdout.readline().split()[-1]
        assert served.stdout.readline().startswith("You decide as M. Ng.")
        assert link.startswith("http://127.0.0.1:")
        with urlopen(link, timeout=60) as answer:
            assert answer.status == 200
        with urlopen(link.partition("/open")[0] + "/", timeout=60) as answer:
            assert answer.url.endswith("/log-in")
    finally:
        served.terminate()
        served.wait(timeout=60)
