"""Imports run one way: a module imports only from lines above its own."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "factcheck"

ORDER = (
    "errors", "patterns", "discovery", "digests", "records", "config", "language", "canonical", "building", "reading",
    "readers", "mentioning", "finders", "anchoring", "updating", "writing", "citing", "inspecting", "identity",
    "stories", "wording", "rows", "likeness", "measuring", "asides", "surroundings", "answers", "tenures", "deadlines",
    "uniting", "stating", "drafting", "blocks", "grouping", "valuing", "changing", "comparability", "comparing",
    "keeping", "aligning", "families", "pairing", "checking", "origins", "picturing", "contexts", "quotations", "lists",
    "lengths", "rankings", "reckoning", "tables", "statements", "happenings", "contraries", "details",
    "checks", "weighing", "explaining", "glossing", "reviewing", "gate", "reporting", "pages",
    "reporters", "exchange", "fetching", "store", "engine", "project", "serving", "cli", "__main__",
)  # fmt: skip
"""The layers, lowest first, as docs/architecture.md lists them."""


def layer(module: str) -> int | None:
    parts = module.split(".")
    return ORDER.index(parts[1]) if parts[0] == "factcheck" and len(parts) > 1 else None


def statements(parts: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Statements and those inside them: what imports is one, and most of a module is expressions."""
    for part in parts:
        yield part
        for inside in ("body", "orelse", "finalbody", "handlers", "cases"):
            held = getattr(part, inside, ())
            yield from statements(held if isinstance(held, list) else ())


@cache
def imported(path: Path) -> list[str]:
    found: list[str] = []
    for node in statements([ast.parse(path.read_text(encoding="utf-8"))]):
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


MADE_OF = {
    "source": "records.source", "document": "records.document", "mentions": "records.mention",
    "claims": "records.claim", "citations": "records.citation", "groups": "grouping", "findings": "records.finding",
    "report": "records.finding", "decisions": "records.review", "judged": "records.gate",
}  # fmt: skip
"""The modules that tell what the boxes of the drawing are; the others are files and pages."""


def drawn() -> list[tuple[str, str, str]]:
    """The arrows of docs/architecture.md: from, the layer on it, to."""
    page = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    picture = page.split("```mermaid\n")[1].split("```")[0]
    arrows = []
    for line in picture.splitlines()[1:]:
        boxes = [re.sub(r"\[.*\]", "", box).strip() for box in re.split(r"-->\|\w+\|", line)]
        arrows += zip(boxes, re.findall(r"-->\|(\w+)\|", line), boxes[1:], strict=False)
    return arrows


def named_by(layer: str) -> set[str]:
    """The layers and kinds of records that a layer imports, itself among them."""
    folder = PACKAGE / layer
    paths = sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{layer}.py"]
    parts = [module.split(".")[1:3] for path in paths for module in imported(path)]
    return {layer} | {".".join(part) if part[0] == "records" else part[0] for part in parts}


def test_the_drawing_of_the_data_flow_is_what_the_layers_import() -> None:
    arrows = drawn()
    assert len(arrows) == 15
    for start, layer, end in arrows:
        known = named_by(layer)
        if layer == "reporters":
            assert not {MADE_OF["report"], MADE_OF["judged"]} & known, "reporters take plain values"
            continue
        for box in (start, end):
            assert MADE_OF.get(box) is None or MADE_OF[box] in known, f"{layer} does not know of {box}"
