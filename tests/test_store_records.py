"""Records of sources and claims: written for people, read strictly, refused with file, line and field."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import RecordError, UsageError
from factcheck.records.claim import Claim, Roles
from factcheck.records.passage import Anchor
from factcheck.records.quantity import Quantity
from factcheck.records.source import Contact, Name, Source
from factcheck.store.index import Index
from factcheck.store.layout import Layout
from factcheck.store.quickyaml import quick
from factcheck.store.records import Records

ZERO = "0" * 64


@pytest.fixture
def records(tmp_path: Path) -> Records:
    layout = Layout(tmp_path)
    layout.sources.mkdir()
    layout.claims.mkdir()
    return Records(layout, Index(layout.index))


def source(**changes: object) -> Source:
    base = Source(id="audit", title="Audit", file="audit.txt", sha256=ZERO)
    return base.but(**changes)


def claim(id: str, **changes: object) -> Claim:
    base = Claim(
        id=id,
        statement="The county bought four buses.",
        kind="count",
        measure="buses bought",
        roles=Roles(agent=("county",), from_=("Norlin",)),
        quantity=Quantity(low=4, high=4, unit="buses", as_written="four"),
        anchors=(Anchor(source="audit", exact="bought four buses", prefix="The county ", start=11, end=28),),
        found_by="A. Editor",
    )
    return base.but(**changes)


SOURCE_FILE = """\
schema_version: 1
id: audit
type: report
title: "Audit: bridges"
author:
- family: Ng
  given: Mei
- literal: County Office
container-title: Papers
issued: '2022'
URL: https://example.org/a
file: audit.txt
sha256: '0000000000000000000000000000000000000000000000000000000000000000'
contact:
  with: M. Ng
  by: J. Roe
  at: '2022-08-04T10:30'
  medium: call
""".replace('"', "'")


def test_a_source_is_written_with_the_names_of_csl_and_without_defaults(records: Records) -> None:
    written = source(
        type="report",
        title="Audit: bridges",
        author=(Name(family="Ng", given="Mei"), Name(literal="County Office")),
        container_title="Papers",
        issued="2022",
        url="https://example.org/a",
        contact=Contact(with_="M. Ng", by="J. Roe", at="2022-08-04T10:30", medium="call"),
    )
    records.write_source(written)
    assert (records.layout.sources / "audit.yaml").read_text("utf-8") == SOURCE_FILE
    assert records.source("audit") == written


def test_a_source_edited_by_hand_needs_no_quotation_marks(records: Records) -> None:
    (records.layout.sources / "audit.yaml").write_text(
        f"id: audit\ntitle: 1984\nissued: 2022\nlanguage: NO\nfile: audit.txt\nsha256: {ZERO}\n", "utf-8"
    )
    found = records.source("audit")
    assert (found.title, found.issued, found.language) == ("1984", "2022", "NO")


def test_a_source_changed_by_the_program_keeps_comments_and_lines(records: Records) -> None:
    path = records.layout.sources / "audit.yaml"
    path.write_bytes(
        f"# ours\r\nid: audit\r\ntitle:  Audit  # short\r\nfile: audit.txt\r\nsha256: '{ZERO}'\r\n".encode()
    )
    records.write_source(source(publisher="County"))
    lines = [
        "# ours",
        "id: audit",
        "title:  Audit  # short",
        "publisher: County",
        "file: audit.txt",
        f"sha256: '{ZERO}'",
    ]
    assert path.read_bytes() == "".join(f"{line}\r\n" for line in lines).encode()


GOOD = f"id: audit\ntitle: Audit\nfile: audit.txt\nsha256: '{ZERO}'\n"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (GOOD + "titel: x\n", 5, "titel: unknown field; did you mean 'title'?"),
        (GOOD.replace("title: Audit\n", ""), 1, "title: is missing"),
        (GOOD + "confidential: maybe\n", 5, "confidential: should be a valid boolean"),
        (GOOD + "issued: 2022-13\n", 5, "issued: "),
        (GOOD + "author:\n- family: Ng\n- famly: Roe\n", 7, "author[2].famly: unknown field"),
        (GOOD + "schema_version: 2\n", 5, "schema_version: 2 was written by a later factcheck"),
        (GOOD + "schema_version: x\n", 5, "schema_version: should be a number"),
        (GOOD.replace("id: audit", "id: other"), 1, "a record's file is called <id>.yaml"),
        (GOOD.replace("audit.txt", "../audit.txt"), 3, "file: '../audit.txt' is not the name of a file in sources/"),
        ("- a\n", 1, "should be a record"),
        ("", 1, "should be a record"),
        (GOOD + "title: again\n", 5, "given twice"),
        (GOOD + "note: [\n", 6, "is not YAML"),
    ],
)
def test_a_malformed_source_is_told_with_file_line_and_field(records: Records, text: str, line: int, says: str) -> None:
    (records.layout.sources / "audit.yaml").write_text(text, "utf-8")
    with pytest.raises(RecordError) as caught:
        records.source("audit")
    assert str(caught.value).startswith(f"sources/audit.yaml:{line}: ")
    assert says in str(caught.value)


def test_a_record_that_is_not_utf8_is_told(records: Records) -> None:
    (records.layout.sources / "audit.yaml").write_bytes(GOOD.encode() + b"publisher: Caf\xe9\n")
    with pytest.raises(RecordError, match=r"audit\.yaml:5: is not UTF-8"):
        records.source("audit")


def test_an_unknown_source_is_told_with_the_nearest(records: Records) -> None:
    records.write_source(source())
    with pytest.raises(UsageError, match="did you mean 'audit'"):
        records.source("audti")


ANCHOR = """
    - source: audit
      exact: bought four buses
      prefix: 'The county '
"""

CLAIMS_FILE = """\
schema_version: 1
claims:
  - id: audit-1
    statement: The county bought four buses.
    kind: count
    measure: buses bought
    roles:
      agent:
      - county
      from:
      - Norlin
    quantity:
      low: 4
      high: 4
      unit: buses
      as_written: four
    anchors:
    - source: audit
      exact: bought four buses
      prefix: 'The county '
    found_by: A. Editor
"""


def test_a_claim_is_written_without_defaults_and_without_derived_places(records: Records) -> None:
    records.write_claims("audit", [claim("audit-1")])
    assert records.layout.claims_of("audit").read_text("utf-8") == CLAIMS_FILE
    (found,) = records.claims("audit")
    assert found == claim("audit-1").but(
        anchors=(Anchor(source="audit", exact="bought four buses", prefix="The county "),)
    )


def test_only_a_record_that_changed_is_parsed_again(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    records.write_claims("audit", [claim("audit-1"), claim("audit-2", polarity=False)])
    path = records.layout.claims_of("audit")
    parsed: list[str] = []

    def watched(part: str) -> object:
        parsed.append(part)
        return quick(part)

    monkeypatch.setattr("factcheck.store.records.quick", watched)
    assert [one.polarity for one in records.claims("audit")] == [True, False]
    assert parsed == []
    path.write_text(path.read_text("utf-8").replace("polarity: false", "polarity: true"), "utf-8")
    assert [one.polarity for one in records.claims("audit")] == [True, True]
    assert ["audit-2" in part for part in parsed] == [True]


def test_a_change_rewrites_only_its_records_lines(records: Records) -> None:
    path = records.layout.claims_of("audit")
    by_hand = CLAIMS_FILE.replace("  - id", "  # checked by phone\n  - id").replace(
        "kind: count", "kind:   count   # sic"
    )
    path.write_text(by_hand + CLAIMS_FILE[CLAIMS_FILE.index("  - id") :].replace("audit-1", "audit-2"), "utf-8")
    before = path.read_text("utf-8")
    records.write_claims("audit", [claim("audit-2", measure="coaches bought"), claim("audit-3")])
    after = path.read_text("utf-8")
    assert after.startswith(by_hand)
    one, two = before.splitlines(), after.splitlines()
    assert [(a, b) for a, b in zip(one, two, strict=False) if a != b] == [
        ("    measure: buses bought", "    measure: coaches bought")
    ]
    assert [found.id for found in records.claims("audit")] == ["audit-1", "audit-2", "audit-3"]


@pytest.mark.parametrize("start", ["schema_version: 1\n", "schema_version: 1\nclaims:\n", "# ours\nclaims: []"])
def test_a_file_that_holds_no_claims_yet_is_begun(records: Records, start: str) -> None:
    records.layout.claims_of("audit").write_text(start, "utf-8")
    assert records.claims("audit") == ()
    records.write_claims("audit", [claim("audit-1"), claim("audit-2")])
    assert [one.id for one in records.claims("audit")] == ["audit-1", "audit-2"]
    assert records.layout.claims_of("audit").read_text("utf-8").startswith(start.split("\n")[0])


@pytest.mark.parametrize("text", ["claims: [{}]\n", "claims:\n- {}\n", "claims:\n-\n  {}\n"])
def test_records_that_share_lines_are_read_but_not_changed(records: Records, text: str) -> None:
    body = ", ".join(
        ["id: audit-1", "statement: S., kind: count, measure: m, found_by: x", "anchors: [{source: audit, exact: e}]"]
    )
    records.layout.claims_of("audit").write_text(text.replace("{}", f"{{{body}}}"), "utf-8")
    assert [one.id for one in records.claims("audit")] == ["audit-1"]
    with pytest.raises(RecordError, match="lines of its own"):
        records.write_claims("audit", [claim("audit-1")])
    assert [one.measure for one in records.claims("audit")] == ["m"]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (CLAIMS_FILE.replace("low: 4", "low: some"), 13, "quantity.low: should be a valid number"),
        (CLAIMS_FILE.replace("    kind: count\n", ""), 3, "kind: is missing"),
        (CLAIMS_FILE.replace("kind: count", "kind: cuont"), 5, "kind: should be "),
        (CLAIMS_FILE + CLAIMS_FILE[CLAIMS_FILE.index("  - id") :], 22, "'audit-1' is given twice"),
        (CLAIMS_FILE.replace("source: audit", "source: other"), 3, "should be 'audit'"),
        (CLAIMS_FILE.replace("schema_version: 1", "schema_version: 9"), 1, "upgrade factcheck"),
        ("claims: 3\n", 1, "should be a list"),
        ("clams: []\n", 1, "unknown field 'clams'"),
        ("- a\n", 1, "should hold `claims:`"),
        ("claims:\n- a\n", 2, "should be a record"),
        (CLAIMS_FILE.replace(ANCHOR, " []\n"), 17, "anchors: "),
    ],
)  # fmt: skip
def test_a_malformed_claim_is_told_with_file_line_and_field(records: Records, text: str, line: int, says: str) -> None:
    records.layout.claims_of("audit").write_text(text, "utf-8")
    with pytest.raises(RecordError) as caught:
        records.claims("audit")
    assert caught.value.where == f"claims/audit.yaml:{line}"
    assert says in str(caught.value)


WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30) | st.sampled_from(
    ["NO", "1.10", "- x", "a: b #c"]
)
FIELDS = st.fixed_dictionaries(
    {"statement": WORDS},
    optional={
        "note": WORDS,
        "tags": st.lists(WORDS, max_size=2).map(tuple),
        "place": st.none() | WORDS,
        "polarity": st.booleans(),
        "roles": st.builds(lambda names: Roles(agent=tuple(names), for_=tuple(names)), st.lists(WORDS, max_size=2)),
        "quantity": st.none()
        | st.builds(
            lambda low, words: Quantity(low=low, high=low, as_written=words),
            st.floats(allow_nan=False, allow_infinity=False),
            WORDS,
        ),
    },
)
STEPS = st.lists(st.tuples(st.sampled_from(["audit-1", "audit-2", "audit-3"]), FIELDS), max_size=8)


@settings(max_examples=30, deadline=None)
@given(STEPS)
def test_whatever_is_written_reads_back_and_comments_stay(
    steps: list[tuple[str, dict[str, object]]],
) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "file").write_bytes(b"so that the index lives in memory")
        records = Records(Layout(Path(folder)), Index(Path(folder) / "file" / "index.sqlite"))
        path = records.layout.claims_of("audit")
        path.parent.mkdir()
        kept = CLAIMS_FILE.replace("audit-1", "kept").replace("  - id", "  # ours: leave it\n  - id")
        path.write_bytes(kept.encode())
        model = {"kept": records.claims("audit")[0]}
        for id, fields in steps:
            model[id] = claim(id, **fields, anchors=model["kept"].anchors)
            records.write_claims("audit", [model[id]])
            assert {one.id: one for one in records.claims("audit")} == model
        assert path.read_bytes().startswith(kept.encode())
        records.index.close()
