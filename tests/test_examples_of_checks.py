"""Every check says of its own examples what they declare."""

from collections.abc import Iterable

import pytest

from factcheck import engine
from factcheck.checking import Archive, Check, Example, Study, checks
from factcheck.config import Glossary
from factcheck.digests import digest_of_bytes
from factcheck.grouping import FactGroup
from factcheck.reading import read
from factcheck.records.finding import Finding
from factcheck.records.source import Source

CASES = [
    pytest.param(check, example, id=f"{check.id}-{number}")
    for check in checks()
    for number, example in enumerate(check.examples, 1)
]


def study_of(name: str, text: str, date: str | None) -> Study:
    """An example's document; its name is an id, or a file's name where it is not plain text."""
    data = text.encode()
    stem, _, suffix = name.partition(".")
    source = Source(id=stem, title=stem, issued=date, file=f"{stem}.{suffix or 'txt'}", sha256=digest_of_bytes(data))
    return engine.study(source, read(source, data), Glossary())


def archive_of(example: Example) -> Archive:
    studies = [study_of(name, text, example.dates.get(name)) for name, text in example.documents.items()]
    return engine.archive({study.source.id: study for study in studies}, (), {})


def run(check: Check, archive: Archive) -> Iterable[Finding]:
    if check.reads is Study:
        return [found for study in archive.studies.values() for found in check.run(study, archive)]
    if check.reads is FactGroup:
        return [found for facts in engine.grouped(archive) for found in check.run(facts, archive)]
    return check.run(archive, archive)


@pytest.mark.parametrize(("check", "example"), CASES)
def test_an_example_comes_out_as_declared(check: Check, example: Example) -> None:
    verdicts = {found.verdict for found in run(check, archive_of(example))}
    assert verdicts == ({example.expect} if example.expect else set())


@pytest.mark.parametrize("check", [pytest.param(check, id=check.id) for check in checks() if check.reads is Study])
def test_a_check_of_studies_needs_neither_claims_nor_other_studies(check: Check) -> None:
    for example in check.examples:
        archive = archive_of(example)
        alone = [
            found
            for study in archive.studies.values()
            for found in check.run(study.with_claims(()), Archive({study.source.id: study.with_claims(())}))
        ]
        assert alone == run(check, archive)


@pytest.mark.parametrize("check", [pytest.param(check, id=check.id) for check in checks()])
def test_a_check_shows_what_it_flags_and_what_it_leaves_alone(check: Check) -> None:
    expected = [example.expect for example in check.examples]
    assert len(expected) >= 3
    assert None in expected
    assert any(expected)


@pytest.mark.parametrize("check", [pytest.param(check, id=check.id) for check in checks()])
def test_evidence_stands_where_it_says(check: Check) -> None:
    for example in check.examples:
        archive = archive_of(example)
        for found in run(check, archive):
            for item in found.evidence:
                assert archive.studies[item.source].document.text[item.start : item.end] == item.exact
