"""The gate's report for programs and pages: GitHub's annotations, Markdown."""

from gates import archive, bench, report

from factcheck.reporting import View, reporter

SOURCES = {"audit": "The new quay of Arlen is 840 metres long and has 46 cranes.\n"}
DRAFT = "# Quays\n\nThe quay of Arlen is 480 metres long, they #say [@audit].\n"


def shown(format: str, draft: str = DRAFT) -> str:
    told = report(draft, bench(archive(SOURCES))).model_dump(mode="json")
    made = reporter(format).gate
    assert made is not None
    return made(told, View())


def test_github_annotates_the_lines_of_the_draft() -> None:
    [line] = shown("github").splitlines()
    assert line.startswith("::error file=draft.md,line=3,endLine=3,col=1,endColumn=")
    assert "title=contradicted%2C right%2C not-yet::The quay of Arlen is 480 metres long" in line
    assert "%0Aaudit has 840 metres, not 480 metres." in line


def test_what_a_draft_says_cannot_forge_an_annotation() -> None:
    made = shown("github", "The quay of Arlen is 480 metres\n::error::long 100% of it [@audit].\n")
    assert made.count("\n") == 1
    assert "100%25" in made


def test_markdown_shows_what_does_not_pass_and_no_markup_of_others() -> None:
    made = shown("markdown")
    counts = "1 statement: 1 blocked, 0 with a warning, 0 pass (policy draft)."
    assert made.startswith(f"**It cannot be published.** {counts}")
    assert "they \\#say" in made
    assert "“The new quay of Arlen is 840 metres long and has 46 cranes.” (audit)" in made


def test_a_draft_that_passes_gives_no_annotation() -> None:
    told = report("It is new.\n", bench(archive(SOURCES))).model_dump(mode="json")
    made = reporter("github").gate
    assert made is not None
    assert made(told, View()) == ""
