"""factcheck.toml: read strictly, refused with its line; and what a new project begins with."""

from pathlib import Path

import pytest

from factcheck.config import Config
from factcheck.errors import RecordError
from factcheck.store import settings


def test_the_file_of_a_new_project_says_what_holds_without_it(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_text(settings.CONFIG, "utf-8")
    assert settings.load(path) == Config()


def test_every_commented_setting_of_a_new_project_is_a_valid_one(tmp_path: Path) -> None:
    lines = [
        line.removeprefix("# ")
        for line in settings.CONFIG.splitlines()
        if "=" in line or line.lstrip("# ").startswith("[")
    ]
    path = tmp_path / "factcheck.toml"
    path.write_text("\n".join(dict.fromkeys(lines)), "utf-8")
    found = settings.load(path)
    assert found.glossary.spellings == {"Kiev": "Kyiv"}
    assert found.checks["some-check"].except_sources == ("some-source",)
    assert found.checks["some-check"].except_kinds == ("percentage",)
    assert found.policy.severities == {"different-basis": "warning"}


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a = [\n", None, "is not TOML"),
        ("[policy]\nfail_on = 'x'\n", 2, "policy.fail_on: should be"),
        ("# x\n[polcy]\n", 2, "polcy: unknown setting; did you mean 'policy'?"),
        ("[policy]\nfail_on = 'never'\n[checks.some-check]\nenabled = 'no'\n", 4, "checks.some-check.enabled"),
        ("[checks.some-check]\nexcept_kinds = ['sums']\n", 2, "checks.some-check.except_kinds.0: should be"),
        ("[limits]\nbytes = 2\nbites = 3\n", 3, "limits.bites: unknown setting"),
        ("[policy]\nfail_on = 'never'\nfail_on = 'never'\n", 3, "is not TOML"),
    ],
)
def test_a_malformed_setting_is_told_with_its_line(tmp_path: Path, text: str, line: int | None, says: str) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(RecordError) as caught:
        settings.load(path)
    assert says in str(caught.value)
    if line:
        assert caught.value.where == f"factcheck.toml:{line}"
