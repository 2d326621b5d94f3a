"""The glossary of a project: what it does throughout, and what is proposed for it, as a user meets both."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.command import factcheck

TUGS = {
    "audit": "The Merrow Harbour Authority (MHA) bought twelve tugs in 2019. The tugs lie in Arlen.\n",
    "letter": "MHA bought nine tugs in 2019.\n",
}


def desk(folder: Path, documents: Mapping[str, str], settings: str = "") -> Path:
    """A project with these documents and settings."""
    assert factcheck("init", "desk", cwd=folder).code == 0
    for name, text in documents.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    added = factcheck("source", "add", *(f"../{name}.txt" for name in documents), cwd=folder / "desk")
    assert added.code == 0, added
    (folder / "desk" / "factcheck.toml").write_text(settings, encoding="utf-8")
    return folder / "desk"


def findings(project: Path) -> list[dict[str, Any]]:
    ended = factcheck("check", "--format", "json", "--fail-on", "never", cwd=project)
    assert ended.code == 0, ended
    found: list[dict[str, Any]] = json.loads(ended.out)["findings"]
    return found


def differing(project: Path) -> set[tuple[str, str]]:
    """The check and verdict of every finding that is not an agreement."""
    return {(one["check"], one["verdict"]) for one in findings(project) if one["verdict"] != "agrees"}


def names(project: Path, text: str) -> list[dict[str, Any]]:
    """The names that are seen in a text."""
    ended = factcheck("inspect", "-", "--lines", cwd=project, stdin=text.encode())
    assert ended.code == 0, ended
    found: list[dict[str, Any]] = json.loads(ended.out)["names"]
    return found


# The glossary at work


@pytest.mark.parametrize(
    ("letter", "entry"),
    [
        ("Ironside bought nine tugs in 2019.", '"Ironside" = "Merrow Harbour Authority"'),
        ("Blue Anchor bought nine tugs in 2019.", '"Blue Anchor" = "Merrow Harbour Authority"'),
        ("The port office bought nine tugs in 2019.", '"the port office" = "Merrow Harbour Authority"'),
    ],
)
def test_an_alias_joins_two_documents(tmp_path: Path, letter: str, entry: str) -> None:
    documents = {"audit": TUGS["audit"], "letter": letter}
    project = desk(tmp_path, documents)
    before = [step["code"] for one in findings(project) for step in one["explanation"]]
    (project / "factcheck.toml").write_text(f"[glossary.aliases]\n{entry}\n", encoding="utf-8")
    [found] = [one for one in findings(project) if one["verdict"] != "agrees"]
    assert "same-actors" not in before
    assert (found["check"], found["verdict"]) == ("quantity-differs", "conflict")
    assert "same-actors" in [step["code"] for step in found["explanation"]]


def test_an_alias_keeps_two_names_apart_that_are_not_in_it(tmp_path: Path) -> None:
    documents = {"audit": TUGS["audit"], "letter": "Red Anchor bought nine tugs in 2019."}
    aliases = '[glossary.aliases]\n"Blue Anchor" = "Merrow Harbour Authority"\n'
    assert ("quantity-differs", "conflict") not in differing(desk(tmp_path, documents, aliases))


def test_a_spelling_in_the_glossary_is_no_variant_any_more(tmp_path: Path) -> None:
    documents = {
        "one": "The minister, Paul Kirimbai, opened the bridge on Monday.",
        "other": "“It is a good bridge,” Paul Kirimbae told reporters.",
    }
    project = desk(tmp_path, documents)
    assert ("name-spelling", "variant") in differing(project)
    (project / "factcheck.toml").write_text('[glossary.spellings]\n"Kirimbae" = "Kirimbai"\n', encoding="utf-8")
    assert ("name-spelling", "variant") not in differing(project)


def test_a_spelling_joins_names(tmp_path: Path) -> None:
    project = desk(tmp_path, TUGS, '[glossary.spellings]\n"Qart" = "Carth"\n')
    assert [one["entity"] for one in names(project, "They met the Qart Harbour Authority in Arlen.")] == [
        "Carth Harbour Authority",
        "Arlen",
    ]


def test_a_measure_is_compared_under_the_wording_of_the_glossary(tmp_path: Path) -> None:
    documents = {
        "audit": "In 2019 the Merrow Harbour Authority had twelve lighters.",
        "letter": "In 2019 the Merrow Harbour Authority had nine barges.",
    }
    project = desk(tmp_path, documents)
    assert ("quantity-differs", "conflict") not in differing(project)
    (project / "factcheck.toml").write_text('[glossary.measures]\n"lighters" = "barges"\n', encoding="utf-8")
    assert ("quantity-differs", "conflict") in differing(project)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("They met Harbour Reeve Anna Brandt in Arlen.", "Harbour Reeve"),
        ("They met the harbour reeve Anna Brandt in Arlen.", "harbour reeve"),
        ("They met Kenyan Harbour Reeve Anna Brandt in Arlen.", "Harbour Reeve"),
        ("They met Anna Brandt, the harbour reeve of Arlen, on Monday.", "harbour reeve of Arlen"),
    ],
)
def test_a_title_of_the_glossary_is_known_however_it_is_written(tmp_path: Path, text: str, title: str) -> None:
    project = desk(tmp_path, {"note": text})
    assert title_claims(project) == []
    (project / "factcheck.toml").write_text('[glossary]\ntitles = ["Harbour Reeve"]\n', encoding="utf-8")
    [shown] = title_claims(project)
    assert title in shown
    assert ("Anna Brandt", "person") in [(one["name"], one["type"]) for one in names(project, text)]


def title_claims(project: Path) -> list[str]:
    """What is shown of every claim that gives a person a title."""
    listed = factcheck("claim", "list", "--kind", "name", cwd=project).out.splitlines()
    ids = [line.split()[0] for line in listed if line.startswith("note-")]
    return [factcheck("claim", "show", id, cwd=project).out for id in ids]


# What is proposed


def proposed(project: Path) -> dict[str, tuple[str, str | None, bool]]:
    """The entries that are proposed, each with its table, its house form and whether it is sure."""
    ended = factcheck("glossary", "suggest", "--format", "json", cwd=project)
    assert ended.code == 0, ended
    return {one["entry"]: (one["table"], one["house"], one["sure"]) for one in json.loads(ended.out)}


CASES = {
    "an acronym that one document never expands": (TUGS, {"MHA": ("aliases", "Merrow Harbour Authority", True)}),
    "an acronym that two expand differently": (
        {"audit": TUGS["audit"], "letter": "The Merrow Housing Association (MHA) let nine flats."},
        {"Merrow Harbour Authority": ("aliases", "Merrow Housing Association", False)},
    ),
    "a surname that one document never gives in full": (
        {
            "audit": "Anna Brandt opened the quay. Brandt said that it was new.",
            "letter": "The tugs are old, Ms Brandt said in Arlen.",
        },
        {"Brandt": ("aliases", "Anna Brandt", True)},
    ),
    "one surname with one post": (
        {
            "audit": "Ghana's energy minister, William Okoro, praised them.",
            "letter": "The quay was opened by Ghana's energy minister, Bill Okoro.",
        },
        {"Bill Okoro": ("aliases", "William Okoro", False)},
    ),
    "two spellings": (
        {
            "audit": "The fire began near Penedinho, a village in the hills. Penedinho has a church.",
            "letter": "The road to Penedino was cut by the fire in the hills.",
        },
        {"Penedino": ("spellings", "Penedinho", True)},
    ),
    "a title before a person who is named without it": (
        {"audit": "They met Harbour Reeve Anna Brandt. Later Anna Brandt, 41, left for Arlen."},
        {"Harbour Reeve": ("titles", None, True)},
    ),
    "a surname that two people have": (
        {
            "audit": "Anna Brandt opened the quay. Brandt said that it was new.",
            "note": "Paul Brandt closed the quay. Brandt said that it was old.",
            "letter": "The tugs are old, Ms Brandt said in Arlen.",
        },
        {},
    ),
    "one name, written alike": ({"audit": "Anna Brandt left Arlen.", "letter": "Anna Brandt came to Arlen."}, {}),
}


@pytest.mark.parametrize(("documents", "expected"), CASES.values(), ids=CASES.keys())
def test_what_is_proposed(
    tmp_path: Path, documents: Mapping[str, str], expected: Mapping[str, tuple[str, str | None, bool]]
) -> None:
    assert proposed(desk(tmp_path, documents)) == expected


def test_a_proposal_says_why_and_shows_a_passage_of_each_document(tmp_path: Path) -> None:
    ended = factcheck("glossary", "suggest", cwd=desk(tmp_path, TUGS))
    assert (ended.code, ended.out) == (
        0,
        "[glossary.aliases]\n"
        "# MHA: audit gives the full form, letter does not.\n"
        "#   letter: MHA bought nine tugs in 2019.\n"
        "#   audit: The Merrow Harbour Authority (MHA) bought twelve tugs in 2019.\n"
        '"MHA" = "Merrow Harbour Authority"\n',
    )


def test_what_is_pasted_is_read_and_not_proposed_again(tmp_path: Path) -> None:
    documents = {
        **TUGS,
        "note": "They met Harbour Reeve Anna Brandt near Penedinho. Anna Brandt, 41, left Penedinho on Monday.",
        "memo": "The road to Penedino was cut. Penedino met Anna Brandt, who was left on the road on Monday.",
    }
    project = desk(tmp_path, documents, '[policy]\nfail_on = "never"\n\n')
    entries = proposed(project)
    assert {"MHA", "Harbour Reeve", "Penedino"} <= entries.keys()
    settings = project / "factcheck.toml"
    with settings.open("a", encoding="utf-8") as file:
        file.write(factcheck("glossary", "suggest", cwd=project).out)
    assert tomllib.loads(settings.read_text(encoding="utf-8"))["glossary"] == {
        "aliases": {"MHA": "Merrow Harbour Authority"},
        "spellings": {"Penedino": "Penedinho"},
        "titles": ["Harbour Reeve"],
    }
    ended = factcheck("glossary", "suggest", cwd=project)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("# Nothing to propose")
    assert proposed(project) == {}


def test_a_table_that_is_there_is_not_begun_again(tmp_path: Path) -> None:
    settings = '[glossary.aliases]\n"Blue Anchor" = "Arlen Line"\n'
    project = desk(tmp_path, TUGS, settings)
    out = factcheck("glossary", "suggest", cwd=project).out
    assert tomllib.loads(settings + out)["glossary"]["aliases"] == {
        "Blue Anchor": "Arlen Line",
        "MHA": "Merrow Harbour Authority",
    }


def test_nothing_is_proposed_without_sources(tmp_path: Path) -> None:
    assert factcheck("init", "desk", cwd=tmp_path).code == 0
    ended = factcheck("glossary", "suggest", cwd=tmp_path / "desk")
    assert (ended.code, ended.out[:20]) == (0, "# Nothing to propose")


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    ended = factcheck("glossary", "suggest", "--format", "yaml", cwd=desk(tmp_path, TUGS))
    assert (ended.code, ended.out) == (2, "")
    assert "toml, json" in ended.err
