"""Where the real documents are, and that tests which need them say so where they are missing."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"


settings.register_profile("factcheck", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.load_profile("factcheck")
"""The same cases each time, however busy the machine is; `--hypothesis-profile default` looks for others."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CORPUS.is_dir():
        return
    for item in items:
        if item.get_closest_marker("corpus"):
            item.add_marker(pytest.mark.skip(reason=f"the real documents are not at {CORPUS}"))


@pytest.fixture
def no_browser_is_there() -> None:
    """Fails where a browser is required and missing; see tests/browsing.py."""
    pytest.fail("no Chromium here, and FACTCHECK_BROWSER=required; install Debian's package chromium")


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where the system has one: what is synced many thousand times waits for no disk."""
    memory = Path("/dev/shm")
    if not (memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 200_000_000):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


@pytest.fixture
def corpus() -> Path:
    """The folder of the real documents."""
    return CORPUS
