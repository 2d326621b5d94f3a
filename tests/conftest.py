"""How the tests are run, and where the real documents are; tests that need those say so where they are missing."""

import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from factcheck import patterns

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"


settings.register_profile("factcheck", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.load_profile("factcheck")
"""The same cases each time, however busy the machine is; `--hypothesis-profile default` looks for others."""


MEMORY, ROOM = Path("/dev/shm"), 2_000_000_000
if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)  # what is synced many thousand times waits for no disk
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each of some thousand processes would compile all anew
gc.disable()
patterns.keep()


def pytest_collection_finish() -> None:
    """What was imported stays: nobody need look through it again for what is garbage."""
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)  # records by the thousand, and hardly a circle among them


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
def corpus() -> Path:
    """The folder of the real documents."""
    return CORPUS
