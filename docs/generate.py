"""Writes what of docs/ is made from the code: cli.md, checks.md, schema/, and the layers in architecture.md.

usage: python docs/generate.py

tests/test_docs.py fails where what stands there is not what this would write.
"""

import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from factcheck.checking import Check, Example
from factcheck.cli.main import root
from factcheck.discovery import modules
from factcheck.records.base import Record
from factcheck.records.claim import Claim
from factcheck.records.document import Document
from factcheck.records.finding import Finding, Report
from factcheck.records.gate import GateReport
from factcheck.records.passage import Anchor
from factcheck.records.review import Decision
from factcheck.records.source import Source

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent
WIDTH = 78
"""Columns of the help's text: what a terminal of eighty gives it."""
NOTE = "<!-- Made by `make docs`; do not edit. -->"
STORED: tuple[type[Record], ...] = (Anchor, Claim, Decision, Document, Finding, Source)


def pages() -> dict[str, str]:
    """Every generated file's text, by its path below docs/."""
    schemas = {f"schema/{record.__name__.lower()}.schema.json": schema(record) for record in STORED}
    schemas["schema/report.schema.json"] = schema(Report, printed=True)
    schemas["schema/gate.schema.json"] = schema(GateReport, printed=True)
    return {"architecture.md": architecture_page(), "cli.md": cli_page(), "checks.md": checks_page(), **schemas}


def schema(record: type[Record], *, printed: bool = False) -> str:
    """The JSON Schema of a record: as it may be stored (defaults left out), or as it is printed (in full)."""
    made = record.model_json_schema(by_alias=True, mode="serialization" if printed else "validation")
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **made}, indent=2) + "\n"


def cli_page() -> str:
    """The help of every command, as it is printed."""
    parts = ["# The commands", NOTE, "What `--help` prints, for the root and for every command."]
    for path, command in walk("factcheck", get_command(root)):
        context = command.make_context(path, [], resilient_parsing=True, terminal_width=WIDTH)
        text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
        parts.append(f"## {path}\n\n```text\n{text}\n```")
    return "\n\n".join(parts) + "\n"


def walk(path: str, command: Any) -> Iterator[tuple[str, Any]]:
    """A command and all below it, with their full names."""
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from walk(f"{path} {name}", inner)


def checks_page() -> str:
    """Every check: what it says of itself, and its examples."""
    intro = (
        "Each check is a file in `factcheck/checks/`. Its id is permanent: decisions and settings refer to it.\n"
        "`factcheck.toml` switches one off, or gives its findings another severity: `[checks.<id>]`."
    )
    parts = ["# The checks", NOTE, intro]
    found = [(module.CHECK, module.__doc__ or "") for module in modules("factcheck.checks")]
    for check, docstring in sorted(found, key=lambda pair: pair[0].id):
        parts.append(check_section(check, docstring))
    return "\n\n".join(parts) + "\n"


def check_section(check: Check, docstring: str) -> str:
    """One check's section."""
    reads = {"FactGroup": "claims about the same fact", "Study": "one source", "Archive": "all sources together"}
    about = f"*Kind: {check.kind}. Reads {reads[check.reads.__name__]}.*"
    return "\n\n".join([f"## {check.id}", docstring.strip(), about, *map(example_block, check.examples)])


def example_block(example: Example) -> str:
    """One example: the documents, and the verdict."""
    rows = []
    for name, text in example.documents.items():
        date = f" ({example.dates[name]})" if name in example.dates else ""
        rows += [f"{name}{date}:", *(f"    {line}".rstrip() for line in text.strip().splitlines())]
    return "```text\n" + "\n".join([*rows, f"→ {example.expect or 'nothing'}"]) + "\n```"


def architecture_page() -> str:
    """The page as it stands, its list of layers made anew."""
    rows = ["| layer | what it is |", "|---|---|"]
    for layer in layers():
        about = first_line(layer)
        rows.append(f"| `{layer}` | {about or '*to come*'} |")
    text = (FOLDER / "architecture.md").read_text(encoding="utf-8")
    block = re.compile(r"(<!-- layers: .*?-->\n).*?(<!-- end of layers -->)", re.DOTALL)
    return block.sub(lambda match: match[1] + "\n".join(rows) + "\n" + match[2], text)


def layers() -> list[str]:
    """The order that tests/test_layers.py enforces, lowest first."""
    tree = ast.parse((ROOT / "tests" / "test_layers.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "ORDER":
            return list(ast.literal_eval(node.value))
    raise ValueError("tests/test_layers.py has no ORDER")


def first_line(layer: str) -> str:
    """What a module or folder says of itself in the first line of its docstring."""
    for path in (ROOT / "factcheck" / f"{layer}.py", ROOT / "factcheck" / layer / "__init__.py"):
        if path.exists():
            docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
            return docstring.split("\n")[0]
    return ""


def main() -> int:
    """Write every page whose text has changed, and remove schemas that are no longer made."""
    wanted = pages()
    for name, text in wanted.items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
    for path in (FOLDER / "schema").glob("*.json"):
        if f"schema/{path.name}" not in wanted:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
