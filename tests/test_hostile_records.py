"""What people or other programs wrote is read, or refused in one line: libraries, settings, records, users, tables."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as settings_of
from hypothesis import strategies as st
from ruamel.yaml import YAML

from factcheck.errors import FactcheckError
from factcheck.exchange._importing import columns_of, rows_of
from factcheck.exchange._sheets import read_sheet
from factcheck.records.claim import Claim
from factcheck.records.review import Decision
from factcheck.records.source import Source
from factcheck.serving import users
from factcheck.store import csl, settings
from factcheck.store.index import Index
from factcheck.store.layout import Layout
from factcheck.store.log import Log
from factcheck.store.records import Records
from factcheck.store.verifying import verify

LIBRARY: Any = [
    {
        "id": "audit", "type": "report", "title": "Audit", "URL": "https://county.example/audit",
        "author": [{"family": "Ng", "given": "Mei"}, {"literal": "County Office"}],
        "issued": {"date-parts": [[2022, 8, 4]]}, "accessed": {"raw": "2022-09-01"},
    },
    {"id": 7, "title": "Letter", "issued": {"date-parts": [["2021", "3"]], "literal": "March 2021"}},
]  # fmt: skip
SETTINGS = """[policy]
fail_on = "conflict"
[policy.severities]
conflict = "error"
[glossary.aliases]
"the Office" = "County Office"
[review]
reviewers = ["M. Ng"]
[limits]
bytes = 200_000_000
"""
SOURCE: Any = {
    "schema_version": 1,
    "id": "a",
    "title": "Audit",
    "file": "a.txt",
    "sha256": "0" * 64,
    "issued": "2022-08",
}
CLAIM: Any = {
    "id": "a-1", "statement": "Four buses were bought.", "kind": "quantity", "tags": ["bus"],
    "measure": "buses bought", "found_by": "M. Ng",
    "anchors": [{"source": "a", "exact": "four buses", "prefix": "bought ", "suffix": " in"}],
    "quantity": {"low": 4, "high": 4, "dimension": "count", "unit": "bus", "as_written": "four"},
}  # fmt: skip
DECISION: Any = {
    "schema_version": 1, "subject_kind": "claim", "subject": "a-1", "question": "rely", "answer": "yes", "by": "M. Ng",
    "at": "2024-05-01T09:00:00+00:00", "why": None, "seen": "1" * 64, "shown": ["four buses"], "digest": "0" * 64,
}  # fmt: skip
USERS: Any = {"users": [{"name": "M. Ng", "password": "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA", "role": "reviewer"}]}
TABLE = 'source,passage,decision,by,date\naudit,"four, or ""five""",approved,M. Ng,2024-05-01\n'

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats()
    | st.text(st.characters(codec="utf-8"), max_size=8)
    | st.sampled_from(["../a", "2022-13-45", "1" * 64, "", "\x1b[31m", "a-1", "0000", "99999-01-01"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)
PIECES = st.sampled_from(
    ["\0", "\r", "\n", '"', "'", "[", "]", "{", "}", ":", "- ", "# ", "&a ", "*a", "!!x ", "<<", "=", ",", "\t", "é",
     "\u202e", "\ufeff", "1e999", "0x", "---\n", "...\n", "|\n", ">\n", "claims:"]
)  # fmt: skip


def changed(value: Any, data: st.DataObject) -> Any:
    """A value in which something, somewhere, is another."""
    if isinstance(value, dict) and value and data.draw(st.booleans()):
        key = data.draw(st.sampled_from(list(value)))
        return {**value, key: changed(value[key], data)}
    if isinstance(value, list) and value and data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(value) - 1))
        return [*value[:at], changed(value[at], data), *value[at + 1 :]]
    return data.draw(VALUES)


def cut_up(text: str, data: st.DataObject) -> str:
    """A text with pieces put in, and others taken out."""
    for _ in range(data.draw(st.integers(1, 3))):
        at, gone = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 9))
        text = text[:at] + data.draw(PIECES) + text[at + gone :]
    return text


def refused_or(read: Callable[[], Any]) -> Any:
    """What is read; null where it is refused as a user is told."""
    try:
        return read()
    except FactcheckError as error:
        assert "\n" not in str(error)
        return None


def in_folder(name: str, text: str, read: Callable[[Path], Any]) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return refused_or(lambda: read(path))


def records(path: Path) -> Records:
    return Records(Layout(path.parent.parent), Index(path.parent / "none" / "\0"))


def logged(path: Path) -> list[Decision]:
    verify(path, "log")
    log = Log(path, "log")
    log.refresh()
    return list(log.ledger.decisions)


def table(path: Path) -> Any:
    sheet = read_sheet(path.read_bytes(), path.name)
    return rows_of(sheet, columns_of(sheet, {}), {}, {})


def yaml(value: Any) -> str:
    from io import StringIO

    written = StringIO()
    YAML().dump(value, written)
    return written.getvalue()


READERS: dict[str, tuple[str, str, Callable[[Path], Any]]] = {
    "a library": ("l.json", json.dumps(LIBRARY, indent=1), csl.library),
    "settings": ("factcheck.toml", SETTINGS, settings.load),
    "a source": ("sources/a.yaml", yaml(SOURCE), lambda path: records(path).source("a")),
    "claims": ("claims/a.yaml", yaml({"claims": [CLAIM]}), lambda path: records(path).claims("a")),
    "the log": ("claims/decisions.jsonl", json.dumps(DECISION) + "\n", logged),
    "users": ("users.json", json.dumps(USERS, indent=1), users.read),
    "a table": ("desk.csv", TABLE, table),
}
VALUED: dict[str, tuple[Any, Callable[[Any], str]]] = {
    "a library": (LIBRARY, json.dumps),
    "a source": (SOURCE, yaml),
    "claims": ({"claims": [CLAIM]}, yaml),
    "the log": (DECISION, lambda value: json.dumps(value) + "\n"),
    "users": (USERS, json.dumps),
}


@pytest.mark.parametrize("name", READERS)
def test_what_is_well_formed_is_read(name: str) -> None:
    file, text, read = READERS[name]
    assert in_folder(file, text, read)


@pytest.mark.parametrize("name", READERS)
@settings_of(max_examples=60)
@given(data=st.data())
def test_a_text_that_was_cut_up_is_read_or_refused_in_one_line(name: str, data: st.DataObject) -> None:
    file, text, read = READERS[name]
    in_folder(file, cut_up(text, data), read)


@pytest.mark.parametrize("name", VALUED)
@settings_of(max_examples=60)
@given(data=st.data())
def test_a_value_that_is_another_is_read_or_refused_in_one_line(name: str, data: st.DataObject) -> None:
    value, written = VALUED[name]
    file, _, read = READERS[name]
    in_folder(file, written(changed(value, data)), read)


@pytest.mark.parametrize("author", [5, 1.5, True, "Ng", {"family": "Ng"}])
def test_authors_that_are_no_list_are_left_out(author: Any) -> None:
    told = json.dumps([{**LIBRARY[0], "author": author}])
    (entry,) = in_folder("l.json", told, csl.library).values()
    assert (entry["title"], "author" in entry) == ("Audit", False)


@pytest.mark.parametrize(("model", "value"), [(Source, SOURCE), (Claim, CLAIM), (Decision, DECISION)])
@settings_of(max_examples=60)
@given(data=st.data())
def test_a_record_that_is_taken_is_the_same_when_it_is_read_again(model: Any, value: Any, data: st.DataObject) -> None:
    try:
        record = model.model_validate_json(json.dumps(changed(value, data)))
    except ValueError:
        return
    assert model.model_validate_json(record.model_dump_json(by_alias=True)) == record


@pytest.mark.parametrize("date", ["٢٠٢٢", "2022-0８", "2022-08-०४"])
def test_a_date_in_the_digits_of_another_script_is_refused(date: str) -> None:
    with pytest.raises(ValueError, match="issued"):
        Source.model_validate_json(json.dumps({**SOURCE, "issued": date}))
    with pytest.raises(ValueError, match="as_of"):
        Claim.model_validate_json(json.dumps({**CLAIM, "as_of": date}))
    told = json.dumps([{**LIBRARY[0], "issued": {"raw": date}}])
    assert "issued" not in in_folder("l.json", told, csl.library)["audit"]
