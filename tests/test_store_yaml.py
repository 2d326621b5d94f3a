"""Records in YAML: read with their places, written so that comments and untouched lines survive."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import RecordError
from factcheck.store import sheet, splice
from factcheck.store.quickyaml import quick
from factcheck.store.yamltext import dump, parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: NO", "NO"),
        ("a: yes", "yes"),
        ("a: true", True),
        ("a: null", None),
        ("a:", None),
        ("a: ~", None),
        ("a: '~'", "~"),
        ("a: 2022-08-04", "2022-08-04"),
        ("a: 12:30", "12:30"),
        ("a: 1_000", "1_000"),
        ("a: 017", 17),
        ("a: 1.5", 1.5),
        ("a: 1e3", 1000.0),
        ("a: .inf", ".inf"),
        ("a: 1e999", "1e999"),
        ('a: "x\\ny"', "x\ny"),
        ("a: one\n  two", "one two"),
        ("a: |\n  one\n  two\n", "one\ntwo\n"),
        ("a: [x, {b: 1}]", ["x", {"b": 1}]),
    ],
)
def test_a_value_is_what_the_core_schema_of_yaml_1_2_says(text: str, expected: object) -> None:
    assert parse(text, "x.yaml").value == {"a": expected}


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\nb: [", 2, "is not YAML"),
        ("a: 1\nb: &x 2\n", 2, "anchors and aliases"),
        ("a: &x 1\nb: *x\n", 1, "anchors and aliases"),
        ("a: 1\nb: !!python/object:os.system x\n", 2, "tag"),
        ("a: 1\na: 2\n", 2, "given twice"),
        ("a: 1\n---\nb: 2\n", 2, "more than one document"),
        ("? [x]\n: 1\n", 1, "must be a word"),
        ("a: " + "[" * 60 + "]" * 60, 1, "nested too deeply"),
        ("a:\n\t- b\n", 2, "is not YAML"),
        ("a: x\0y", None, "is not YAML"),
    ],
)
def test_what_records_do_not_use_is_refused_with_its_line(text: str, line: int | None, says: str) -> None:
    with pytest.raises(RecordError, match=says) as caught:
        parse(text, "x.yaml")
    assert caught.value.where == (f"x.yaml:{line}" if line else "x.yaml")


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=40) | st.text(string.printable, max_size=200)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS.filter(bool), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.dictionaries(st.text(string.ascii_lowercase, min_size=1), VALUES, min_size=1, max_size=4),
    st.sampled_from([0, 2, 4]),
)
def test_what_is_written_reads_back_the_same(value: dict[str, object], indent: int) -> None:
    text = dump(value, indent)
    assert parse(text, "x.yaml").value == value
    nested = f"top:\n{dump(value, indent)}" if indent else text
    assert parse(nested, "x.yaml").value == ({"top": value} if indent else value)


RECORD = """\
# Who keeps this: the desk
id: audit  # never changes
title: Audit of the bridges  # as printed

# the publisher asked for this spelling
publisher: County
tags: [a, b]
timespan:
  start: 2001
  # until when is not said
  granularity: year
note: |
  two
  lines
# the end
"""

FULL = {
    "id": "audit", "title": "Audit of the bridges", "publisher": "County", "issued": None, "tags": ["a", "b"],
    "timespan": {"start": 2001, "end": None, "granularity": "year"}, "note": "two\nlines\n",
}  # fmt: skip


def edited(text: str, **changes: object) -> str:
    new = {**FULL, **changes}
    slim = {name: value for name, value in new.items() if value not in (None, [])}
    if isinstance(new["timespan"], dict):
        slim["timespan"] = {name: value for name, value in new["timespan"].items() if value is not None}
    return splice.changed(text, parse(text, "x.yaml"), FULL, new, slim)


@pytest.mark.parametrize(
    ("changes", "before", "after"),
    [
        ({"title": "Audit"}, "title: Audit of the bridges  # as printed\n", "title: Audit  # as printed\n"),
        ({"publisher": None}, "publisher: County\n", ""),
        ({"issued": "2022-08"}, "publisher: County\n", "publisher: County\nissued: '2022-08'\n"),
        ({"tags": ["a"]}, "tags: [a, b]\n", "tags:\n- a\n"),
        ({"tags": []}, "tags: [a, b]\n", ""),
        (
            {"timespan": {"start": 2001, "end": None, "granularity": "day"}},
            "  granularity: year\n",
            "  granularity: day\n",
        ),
        (
            {"timespan": {"start": 2001, "end": 2003, "granularity": "year"}},
            "start: 2001\n",
            "start: 2001\n  end: 2003\n",
        ),
        ({"note": "one"}, "note: |\n  two\n  lines\n", "note: one\n"),
        ({"id": "audit-2"}, "id: audit  #", "id: audit-2  #"),
        ({}, "", ""),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_change_touches_only_the_lines_of_its_field(
    changes: dict[str, object], before: str, after: str, newline: str
) -> None:
    text, expected = RECORD.replace("\n", newline), RECORD.replace(before, after).replace("\n", newline)
    made = edited(text, **changes)
    assert made == expected


def test_the_last_line_may_lack_its_end() -> None:
    text = "id: a\ntitle: b"
    old: dict[str, object] = {"id": "a", "title": "b", "note": None}
    new = {**old, "note": "n"}
    made = splice.changed(text, parse(text, "x"), old, new, new)
    assert made == "id: a\ntitle: b\nnote: n\n"


LIST = """\
schema_version: 1
claims:
  # first
  - id: one
    statement: First.
  # second
  - id: two
    statement: Second.
# after
"""


def claims_in(text: str) -> object:
    return parse(text, "x.yaml").fields["claims"].value


def test_a_list_is_cut_into_the_lines_of_its_records() -> None:
    found = sheet.cut(LIST)
    assert found is not None
    assert found.parts == (
        "  - id: one\n    statement: First.\n  # second\n",
        "  - id: two\n    statement: Second.\n# after\n",
    )
    assert (found.text, found.indent) == (LIST, 2)


@pytest.mark.parametrize(
    "text", ["claims: []\n", "claims:\n", "claims: [{id: one}]\n", "claims:\n-\n  id: one\n", "", "a: 1\n"]
)
def test_what_is_not_so_written_is_not_cut(text: str) -> None:
    assert sheet.cut(text) is None


def test_a_record_is_added_behind_the_last_as_the_file_indents() -> None:
    found = sheet.cut(LIST)
    assert found is not None
    made = found.with_more(splice.item({"id": "three", "tags": ["x"]}, found.indent, "\n"))
    assert made.text == LIST.replace("Second.\n", "Second.\n  - id: three\n    tags:\n    - x\n")
    assert sheet.cut(made.text) == made


@pytest.mark.parametrize(
    "start", ["claims: []\n", "claims:\n", "claims: []", "claims: []  # none yet\n", "claims:\nz: 1\n"]
)
def test_a_record_is_added_to_an_empty_list(start: str) -> None:
    made = splice.begun(start, parse(start, "x").fields["claims"], {"id": "one"})
    assert claims_in(made) == [{"id": "one"}]
    assert made.count("# none yet") == start.count("# none yet")
    assert made.endswith("z: 1\n") == start.endswith("z: 1\n")


@pytest.mark.parametrize("part", ["- a\n- b\n", "- {id: one}\n- b\n", "[a]\n", "a: 1\n", "- id: 'x\n"])
def test_a_part_that_is_not_one_record_is_refused(part: str) -> None:
    with pytest.raises(RecordError):
        sheet.item_of(part, "x")


def test_a_record_in_braces_is_not_changed_in_place() -> None:
    text = "- {id: one}\n"
    with pytest.raises(RecordError, match="lines of its own"):
        splice.changed(text, sheet.item_of(text, "x"), {"id": "one"}, {"id": "two"}, {"id": "two"})


@given(st.dictionaries(st.text(string.ascii_lowercase, min_size=1), VALUES, min_size=1, max_size=4))
def test_the_quick_reader_reads_what_is_written_or_leaves_it(value: dict[str, object]) -> None:
    assert quick(dump(value)) in (value, None)


PIECES = st.sampled_from(
    "a:|b: |- |-|\n|\n  |\n    |x| y|'|\"|#| #|:|: |[]|{}|[|>|1|-1|&a|*a|!t|---|%|\r\n|''|\\|~|NO|\t|? ".split("|")
)


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_the_quick_reader_never_differs_from_the_full_one(text: str) -> None:
    found = quick(text)
    if found is not None:
        assert parse(text, "x").value == found


@pytest.mark.parametrize("text", [RECORD.replace("[a, b]", "[]").split("note:")[0].replace("  #", "\n#"), LIST])
def test_the_quick_reader_reads_records_as_they_are_usually_written(text: str) -> None:
    assert quick(text) == parse(text, "x").value != None  # noqa: E711
