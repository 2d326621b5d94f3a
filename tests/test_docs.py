"""The pages made from the code are as the code would make them, and say what they must."""

import importlib.util
import json
import re
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from test_layers import ORDER
from typer.main import get_command

from factcheck.cli.main import root
from factcheck.records.base import SCHEMA_VERSION

DOCS = Path(__file__).parent.parent / "docs"
REMEDY = "run `make docs`"


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATE = generator()
SCHEMAS = sorted(f"schema/{path.name}" for path in (DOCS / "schema").iterdir())
COMMANDS: dict[str, Any] = dict(GENERATE.walk("factcheck", get_command(root)))


@cache
def pages() -> dict[str, str]:
    return dict(GENERATE.pages())


@pytest.mark.parametrize("name", ["architecture.md", "cli.md", "checks.md", *SCHEMAS])
def test_a_generated_page_is_fresh(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == pages()[name], REMEDY


def test_no_generated_page_is_missing_or_left_over() -> None:
    assert {"architecture.md", "cli.md", "checks.md", *SCHEMAS} == set(pages()), REMEDY


def test_the_architecture_page_lists_the_layers_in_the_order_that_is_enforced() -> None:
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == ORDER


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_and_refuses_what_it_does_not_know(name: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(pages()[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False
    version = schema["properties"].get("schema_version")
    assert version is None or version["default"] == SCHEMA_VERSION


@pytest.mark.parametrize("path", sorted(COMMANDS))
def test_a_command_has_help_with_an_example_that_calls_it(path: str) -> None:
    command = COMMANDS[path]
    text = command.help or ""
    assert text.strip(), f"{path} has no help"
    if getattr(command, "commands", None) and path != "factcheck":
        return
    example = re.search(r"^Example:\n((?: +.*\n?)+)", text, re.MULTILINE)
    assert example, f"{path} has no example"
    assert path in example[1]


@pytest.mark.parametrize("path", sorted(COMMANDS))
def test_every_option_and_argument_has_help(path: str) -> None:
    for param in COMMANDS[path].params:
        assert getattr(param, "help", None), f"{path}: {param.name} has no help"


def test_the_root_help_states_the_exit_codes() -> None:
    text = COMMANDS["factcheck"].help
    assert re.findall(r"^  (\d)  \S", text, re.MULTILINE) == ["0", "1", "2"]


def test_a_summary_in_the_root_help_is_whole() -> None:
    commands = pages()["cli.md"].split("\n## ")[1].split("Set up:")[1]
    assert "..." not in commands


def test_every_command_is_on_the_page() -> None:
    assert re.findall(r"^## (.+)$", pages()["cli.md"], re.MULTILINE) == list(COMMANDS)
