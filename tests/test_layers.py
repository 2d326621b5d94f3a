"""Imports run one way: a module imports only from lines above its own."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "factcheck"

ORDER = (
    "errors", "discovery", "digests", "records", "config", "language", "canonical", "building", "reading",
    "readers", "mentioning", "finders", "anchoring", "updating", "writing", "citing", "inspecting", "identity",
    "stories", "wording", "rows", "likeness", "outcomes", "measuring", "lasting", "surroundings", "uniting", "stating",
    "drafting", "grouping", "valuing", "changing", "comparing", "aligning", "checking",
    "origins", "picturing", "checks", "weighing", "explaining", "glossing", "reviewing", "gate", "reporting", "pages",
    "reporters", "exchange", "fetching", "store", "engine", "project", "serving", "cli", "__main__",
)  # fmt: skip
"""The layers, lowest first, as docs/architecture.md lists them."""


def layer(module: str) -> int | None:
    parts = module.split(".")
    return ORDER.index(parts[1]) if parts[0] == "factcheck" and len(parts) > 1 else None


def imported(path: Path) -> list[str]:
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return [name for name in found if name.startswith("factcheck.") and not name.startswith("factcheck.__version__")]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_layers_above_its_own(path: Path) -> None:
    place = path.relative_to(PACKAGE).with_suffix("").parts[0]
    if place == "__init__":
        return
    assert place in ORDER, f"{place} has no line in the order of layers"
    own = ORDER.index(place)
    for module in imported(path):
        other = layer(module)
        assert other is not None and other <= own, f"{path.name} imports {module}"
