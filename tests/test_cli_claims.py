"""How `factcheck claim list` and `claim show` tell of claims."""

import re
from pathlib import Path

from tests.command import factcheck


def desk(folder: Path, text: str) -> Path:
    """A project with one source of a day in June 2022."""
    (folder / "note.txt").write_text(text, encoding="utf-8")
    assert factcheck("init", "desk", cwd=folder).code == 0
    ended = factcheck(
        "source", "add", "../note.txt", "--title", "Note", "--published", "2022-06-15", cwd=folder / "desk"
    )
    assert ended.code == 0, ended
    return folder / "desk"


def rows(project: Path, *arguments: str) -> list[list[str]]:
    """The rows of the list, each cut into its columns."""
    listed = factcheck("claim", "list", *arguments, cwd=project).out.splitlines()
    return [re.split(r"  +", row) for row in listed]


def shown(project: Path, id: str) -> tuple[str, dict[str, str]]:
    """What is shown of a claim: its statement, and its values by their names."""
    first, _, *rest = factcheck("claim", "show", id, cwd=project).out.splitlines()
    return first, dict(re.split(r"  +", line, maxsplit=1) for line in rest if re.match(r"\w[\w ]*?  +\S", line))


def test_the_list_tells_the_claims_of_one_sentence_apart_by_their_figures(tmp_path: Path) -> None:
    project = desk(tmp_path, "Norway sold 12 jets and 4 tanks to Sweden on 5 May 2020.\n")
    listed = rows(project)
    assert [row[1:4] for row in listed] == [["proposed", "count", "12"], ["proposed", "count", "4"]]
    assert {row[4] for row in listed} == {"Norway sold 12 jets and 4 tanks to Sweden on 5 May 2020."}


def test_a_claim_is_listed_under_every_kind_of_fact_that_it_tells(tmp_path: Path) -> None:
    project = desk(tmp_path, "Norway sold 12 jets to Sweden on 5 May 2020. The county has 12 ports.\n")
    assert [row[3] for row in rows(project, "--kind", "count")] == ["12", "12"]
    assert [row[4] for row in rows(project, "--kind", "date")] == ["Norway sold 12 jets to Sweden on 5 May 2020."]


def test_a_date_is_listed_by_the_calendar(tmp_path: Path) -> None:
    project = desk(tmp_path, "Norway bought the port last August.\n")
    assert [row[2:] for row in rows(project)] == [["date", "August 2021", "Norway bought the port in August 2021."]]


def test_a_claim_is_shown_in_plain_words_with_its_passage(tmp_path: Path) -> None:
    project = desk(tmp_path, "Last August Norway sold 12 jets to Sweden, the ministry said.\n")
    [row] = rows(project)
    statement, told = shown(project, row[0])
    assert statement == "In August 2021 Norway sold 12 jets to Sweden, the ministry said."
    assert (told["figure"], told["period"]) == ("12 jets", "August 2021 (“Last August”)")
    assert (told["from"], told["to"], told["how far"]) == ("Norway", "Sweden", "done")
    assert "    Last August Norway sold 12 jets to Sweden" in factcheck("claim", "show", row[0], cwd=project).out


def test_what_was_denied_is_shown_as_denied(tmp_path: Path) -> None:
    project = desk(tmp_path, "The fire did not kill 12 people.\n")
    [row] = rows(project)
    assert shown(project, row[0])[1]["how sure"] == "denied"
