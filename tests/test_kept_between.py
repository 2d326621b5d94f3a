"""What is kept of two documents changes no finding, whatever was changed, added or taken away in between."""

import json
import shutil
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import blocks, engine, stories
from factcheck.aligning import Matching
from factcheck.checking import Archive, Study
from factcheck.config import Config
from factcheck.digests import digest_of, digest_of_bytes
from factcheck.pairing import Pairing
from factcheck.project import Project
from factcheck.reading import read
from factcheck.records.source import Source
from factcheck.store.between import Between
from factcheck.store.index import BETWEEN, Index

SENTENCES = (
    "The Arlen Council counted 4,310 buses in Karrow in May 2019, Nora Lind said.",
    "The Arlen Council counted 4,130 buses in Karrow in May 2019, after a long dispute over the depot.",
    "In May 2019 there were 4,310 buses in Karrow, the Arlen Council said in its report.",
    "The Harrow Institute paid $12.5 million for the steel bridge of Karrow in 2017.",
    "For the steel bridge of Karrow $15.2 million was paid by the Harrow Institute in 2017.",
    "On 4 March 2016 the Arlen Council opened the library of Brunn near Karrow.",
    "The library of Brunn near Karrow was opened by the Arlen Council on 9 March 2016.",
    "Some 37 per cent of the wooden pumps in Brunn were slowly repaired in 2018.",
    "In 2018, 73 percent of the wooden pumps in Brunn were repaired, in spite of a warning from the council.",
    "Nora Lind, the director of the Harrow Institute, said: “We will not wait for the depot that was promised.”",
    "“We will never wait for the depot that was promised,” Nora Lind, the director of the Harrow Institute, said.",
    "Peter Lorme, 44, the treasurer of the Arlen Council, owns a clinic in Brunn.",
    "Peter Lorme, 51, the mayor of Karrow, owns a clinic in Brunn, and testified on 3 May 2019.",
    "Peter Lorme did not testify on 3 May 2019, and the treaty was signed in Brunn.",
    "The treaty between the Arlen Council and the Harrow Institute was signed in Karrow on 6 June 2020.",
    "The treaty between the Arlen Council and the Harrow Institute was signed in Brunn on 6 June 2020.",
    "The fire at the depot of Karrow killed three drivers on 8 July 2021 at 14:30.",
    "Four drivers were killed on 8 July 2021 at 15:40 in the fire at the depot of Karrow.",
    "A cleaner discovered the theft of the silver chalice of Karrow on 8 July 2021, Nora Lind said.",
    "A night guard discovered the theft of the silver chalice of Karrow on 8 July 2021, Nora Lind said.",
)
"""What documents are put together of: facts that others tell too, or tell otherwise."""

Text = tuple[int, ...]
"""A document, by the numbers of its sentences."""

texts = st.lists(st.integers(0, len(SENTENCES) - 1), min_size=1, max_size=6).map(tuple)
changes = st.lists(st.tuples(st.sampled_from("abcdef"), st.none() | texts), min_size=1, max_size=5)
"""Documents that are put in a place, new or instead of another, or taken away."""


@cache
def study(name: str, text: Text) -> Study:
    data = " ".join(SENTENCES[number] for number in text).encode()
    source = Source(id=name, title=name, issued="2021-09-01", file=f"{name}.txt", sha256=digest_of_bytes(data))
    return engine.study(source, read(source, data), Config().glossary)


def told(documents: dict[str, Text], index: Index | None, *, ahead: bool = False) -> list[str]:
    """What the checks say; `ahead` of them, what is kept is worked out a document at a time."""
    studies = {name: study(name, text) for name, text in sorted(documents.items())}
    kept = None if index is None else Between(index, {name: digest_of(text) for name, text in documents.items()})
    archive = Archive(studies, kept=kept)
    for name in studies if ahead else ():
        engine.look_ahead(archive, Config(), name)
    found = engine.run_checks(archive, Config())
    if kept is not None:
        kept.flush()
    return [finding.model_dump_json() for finding in found]


@pytest.fixture(scope="module", autouse=True)
def crowded() -> Iterator[None]:
    """A few claims are very many, and few documents are taken to be of one story."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "WINDOW", 2)
        patch.setattr(stories, "FEW", 3)
        patch.setattr(stories, "MOST_KIN", 2)
        yield


FIRST: dict[str, Text] = {"a": (0, 3, 5, 9, 14), "b": (1, 4, 6, 10, 15), "c": (2, 7, 12, 16, 18), "d": (8, 13, 17, 19)}


@settings(max_examples=10, deadline=None)
@given(changes=changes, ahead=st.booleans())
def test_findings_after_changes_are_those_of_a_check_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, Text | None]], ahead: bool
) -> None:
    index, documents = Index(tmp_path_factory.mktemp("index") / "index.sqlite"), dict(FIRST)
    assert told(documents, index, ahead=ahead) == told(documents, None)
    for name, text in changes:
        documents.pop(name, None)
        if text is not None:
            documents[name] = text
        assert told(documents, index, ahead=ahead) == told(documents, None)
    index.close()


def test_documents_that_did_not_change_are_not_compared_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index, documents, made = Index(tmp_path / "index.sqlite"), dict(FIRST), list[set[str]]()
    of = Between.of

    def noted(self: Between, what: str, one: str, other: str, mark: str, make: object) -> object:
        def counted() -> object:
            made.append({one, other})
            return make()  # type: ignore[operator]

        return of(self, what, one, other, mark, counted)

    monkeypatch.setattr(Between, "of", noted)
    monkeypatch.setattr(stories, "FEW", 100)
    assert told(documents, index)
    assert set.union(*made) == {"a", "b", "c", "d"}
    made.clear()
    told(documents, index)
    assert not made
    told({**documents, "d": (8, 13, 19)}, index)
    assert made
    assert all("d" in pair for pair in made)


def test_ahead_of_the_checks_only_what_changed_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index, documents, asked = Index(tmp_path / "index.sqlite"), dict(FIRST), list[str]()
    ahead = Pairing.ahead

    def noted(self: Pairing, matching: Matching, source: str) -> None:
        asked.append(source)
        ahead(self, matching, source)

    monkeypatch.setattr(Pairing, "ahead", noted)
    monkeypatch.setattr(stories, "FEW", 100)
    assert told(documents, index, ahead=True)
    assert {*asked} == {"a", "b", "c", "d"}
    asked.clear()
    told(documents, index, ahead=True)
    assert not asked
    documents["e"] = (11,)
    told(documents, index, ahead=True)
    assert "e" in asked
    asked.clear()
    told(documents, index, ahead=True)
    assert not asked
    index.close()


def test_of_what_stands_in_several_documents_only_that_is_made_again_of_which_one_changed(tmp_path: Path) -> None:
    index, made = Index(tmp_path / "index.sqlite"), list[str]()

    def asked(keys: dict[str, str], *groups: str) -> dict[str, str]:
        """The groups, each named by its documents, as what was kept gives them."""

        def make(group: str) -> str:
            made.append(group)
            return f"{group} {' '.join(keys[name] for name in group)}"

        kept = Between(index, keys)
        told = kept.of_several("groups", "a", {group: (list(group), partial(make, group)) for group in groups})
        kept.flush()
        return told

    first = {"a": "1", "b": "1", "c": "1"}
    assert asked(first, "ab", "ac") == {"ab": "ab 1 1", "ac": "ac 1 1"}
    assert asked(first, "ac", "ab") == {"ac": "ac 1 1", "ab": "ab 1 1"}
    assert made == ["ab", "ac"]
    assert asked({**first, "c": "2"}, "ab", "ac", "abc") == {"ab": "ab 1 1", "ac": "ac 1 2", "abc": "abc 1 1 2"}
    assert made == ["ab", "ac", "ac", "abc"]
    assert asked({**first, "a": "2"}, "ab") == {"ab": "ab 2 1"}
    assert made == ["ab", "ac", "ac", "abc", "ab"]
    index.close()


def update(desk: Project, name: str, *text: int, **bibliographic: str) -> None:
    desk.update_source(name, written(desk.root.parent, name, text), **bibliographic)


def set_up(desk: Project, settings: str) -> None:
    (desk.root / "factcheck.toml").write_text(settings, encoding="utf-8")


def claim_of(desk: Project, source: str) -> str:
    return next(claim.id for claim in desk.claims() if claim.source == source)


CHANGES: dict[str, Callable[[Project], object]] = {
    "a sentence before all others": lambda desk: update(desk, "the-b", 11, *FIRST["b"]),
    "the same sentences in another order": lambda desk: update(desk, "the-c", *FIRST["c"][::-1]),
    "the text of another source": lambda desk: update(desk, "the-a", *FIRST["d"]),
    "another date": lambda desk: update(desk, "the-b", *FIRST["b"], 17, issued="2021-12-24"),
    "a source more, first of all": lambda desk: desk.add_source(written(desk.root.parent, "a", (1, 6, 12)), id="a"),
    "a source more, last of all": lambda desk: desk.add_source(written(desk.root.parent, "z", (1, 6, 12)), id="z"),
    "a source less": lambda desk: desk.remove_source("the-c", by="M. Sand"),
    "a claim is rejected": lambda desk: desk.reject([claim_of(desk, "the-a")], by="M. Sand", why="misread"),
    "a claim is approved": lambda desk: desk.approve([claim_of(desk, "the-b")], by="M. Sand"),
    "another glossary": lambda desk: set_up(desk, '[glossary]\ntitles = ["treasurer"]\n'),
    "a check is switched off": lambda desk: set_up(desk, "[checks.date-differs]\nenabled = false\n"),
    "a source is excepted": lambda desk: set_up(desk, '[checks.corroborated]\nexcept_sources = ["the-a"]\n'),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_project_is_told_of_after_a_change_what_it_is_told_of_from_nothing(what: str, tmp_path: Path) -> None:
    """After one more change too."""
    desk = project(tmp_path)
    assert desk.check_json()["findings"]
    for change in (CHANGES[what], lambda desk: update(desk, "the-d", 12, *FIRST["d"])):
        change(desk)
        shutil.copytree(desk.root, tmp_path / "anew", ignore=shutil.ignore_patterns(".factcheck"))
        expected = Project(tmp_path / "anew").check_json()
        shutil.rmtree(tmp_path / "anew")
        assert Project(desk.root).check_json() == expected


def project(folder: Path) -> Project:
    desk = Project.create(folder / "desk")
    for name, text in FIRST.items():
        desk.add_source(written(folder, name, text), id=f"the-{name}", issued="2021-09-01")
    return desk


def written(folder: Path, name: str, text: Sequence[int]) -> Path:
    file = folder / f"{name}.txt"
    file.write_text(" ".join(SENTENCES[number] for number in text), encoding="utf-8")
    return file


def test_nothing_of_a_source_that_was_removed_is_kept_with_others(tmp_path: Path) -> None:
    desk = project(tmp_path)
    desk.check_json()
    assert any('"the-b"' in page for page in pages(tmp_path / "desk"))
    desk.remove_source("the-b", by="M. Sand")
    assert pages(tmp_path / "desk")
    assert not any('"the-b"' in page for page in pages(tmp_path / "desk"))


def pages(root: Path) -> list[str]:
    """All that is kept of two documents."""
    with sqlite3.connect(root / ".factcheck" / "index.sqlite") as index:
        rows = index.execute("SELECT kind, name, data FROM value").fetchall()
    found = [(name, zlib.decompress(data[4:]).decode()) for kind, name, data in rows if kind.startswith(BETWEEN)]
    assert all(isinstance(json.loads(page), dict) for _, page in found)
    return [f'"{name}" {page}' for name, page in found]
