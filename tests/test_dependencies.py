"""What an installation brings with it: pinned, few, small, and under licences that ask nothing of our users."""

import os
import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
TOLD = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEFAULT = [Requirement(line) for line in TOLD["project"]["dependencies"]]
SERVE = [Requirement(line) for line in TOLD["project"]["optional-dependencies"]["serve"]]
DEV = [Requirement(line) for line in TOLD["dependency-groups"]["dev"]]
MOST, LARGEST = 30, 80_000_000
"""Packages of the default installation, and their bytes without bytecode."""
PERMISSIVE = ("MIT", "BSD", "Apache", "ISC", "PSF", "MPL")
PIN = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>[^\\\n]+))?"
    r"(?P<hashes>(?: \\\n +--hash=sha256:[0-9a-f]{64})*)$",
    re.M,
)


def brought(wanted: Iterable[Requirement]) -> dict[str, Distribution]:
    """What is installed here because of these requirements, by name."""
    found: dict[str, Distribution] = {}
    waiting = list(wanted)
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        if name in found or (one.marker is not None and not one.marker.evaluate({"extra": ""})):
            continue
        found[name] = distribution(name)
        waiting += map(Requirement, found[name].requires or [])
    return found


def licence(of: Distribution) -> str:
    """The family of a package's licence, by what the package says of itself."""
    said = of.metadata
    classifiers = [one for one in said.get_all("Classifier") or [] if one.startswith("License")]
    told = " ".join([said.get("License-Expression") or "", *classifiers, (said.get("License") or "")[:80]])
    assert not re.search(r"\b[AL]?GPL|General Public", told), told
    return next((family for family in PERMISSIVE if re.search(rf"\b{family}\b", told)), told)


def tables() -> list[dict[str, str]]:
    """The licences by package, of each table of the page."""
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    parts = page.split("| package |")[1:]
    return [dict(re.findall(r"^\| ([a-z0-9-]+) \| (\w+) \|", part, re.M)) for part in parts]


REQUIRED = "FACTCHECK_LOCKED"
"""Set to `required`, what is installed otherwise than pinned fails; `.ci/run` sets it."""


def pins(file: str) -> dict[str, re.Match[str]]:
    return {match["name"]: match for match in PIN.finditer((ROOT / file).read_text(encoding="utf-8"))}


def test_every_package_is_listed_with_its_licence() -> None:
    default, serve = tables()
    here = {name: licence(one) for name, one in brought(DEFAULT).items()}
    assert {name: here[name] for name in here if name not in ("colorama", "pywin32")} == default
    more = {name: licence(one) for name, one in brought(SERVE).items() if name not in here}
    assert more == serve
    assert set(default.values()) | set(serve.values()) <= set(PERMISSIVE)


def test_what_the_tests_and_tools_bring_has_such_a_licence_too() -> None:
    here = brought(DEFAULT + SERVE + DEV)
    assert len(here) > 50
    assert {name: licence(one) for name, one in here.items() if licence(one) not in PERMISSIVE} == {}


def test_the_default_installation_is_small() -> None:
    packages = brought(DEFAULT)
    files = [Path(str(file.locate())) for one in packages.values() for file in one.files or () if file.suffix != ".pyc"]
    assert len(packages) < MOST
    assert 1_000_000 < sum(file.stat().st_size for file in files if file.is_file()) < LARGEST


@pytest.mark.parametrize(
    ("file", "wanted"), [("requirements.lock", DEFAULT), ("requirements-dev.lock", DEFAULT + SERVE + DEV)]
)
def test_the_lock_pins_all_that_is_asked_for_with_digests(file: str, wanted: list[Requirement]) -> None:
    pinned = pins(file)
    text = (ROOT / file).read_text(encoding="utf-8")
    assert len(pinned) == len(re.findall(r"^[a-z].*==", text, re.M))
    assert all(match["hashes"] for match in pinned.values())
    for one in wanted:
        match = pinned[canonicalize_name(one.name)]
        assert one.specifier.contains(match["version"], prereleases=True), f"{one} is pinned at {match['version']}"
    try:
        closure = brought(wanted)
    except PackageNotFoundError as error:
        pytest.skip(f"{error.name} is not installed here")
    assert set(closure) <= set(pinned)


def test_both_locks_pin_the_same() -> None:
    small, large = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: match["version"] for name, match in small.items()} == {name: large[name]["version"] for name in small}


def test_what_is_installed_is_what_the_lock_pins() -> None:
    pinned = {
        name: match["version"]
        for name, match in pins("requirements-dev.lock").items()
        if not match["marker"] or Marker(match["marker"]).evaluate()
    }
    here = {name: one.version for name, one in brought(DEFAULT + SERVE + DEV).items()}
    other = {name: (version, pinned[name]) for name, version in here.items() if version != pinned[name]}
    if other and os.environ.get(REQUIRED) != "required":
        pytest.skip(f"installed here is another version than pinned of {', '.join(sorted(other))}")
    assert other == {}
