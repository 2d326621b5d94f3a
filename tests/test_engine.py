"""The stages between documents and report, on records made by hand."""

from collections.abc import Iterable

import pytest

from factcheck import engine, writing
from factcheck.checking import Archive, Check, Study
from factcheck.config import CheckSetting, Config, Policy
from factcheck.errors import RecordError, UsageError
from factcheck.grouping import FactGroup
from factcheck.records.claim import Claim, Event
from factcheck.records.document import Block, Document, Sentence
from factcheck.records.finding import Evidence, Finding
from factcheck.records.passage import Anchor
from factcheck.records.quantity import Quantity
from factcheck.records.review import Decision
from factcheck.records.source import Source
from factcheck.reviewing.history import Ledger
from factcheck.reviewing.joining import Joining

TEXT = "The county bought four buses. The town bought four buses, and sold two."


def source(id: str) -> Source:
    return Source(id=id, title=id.title(), file=f"{id}.txt", sha256="0" * 64)


def document(id: str, text: str = TEXT) -> Document:
    block = Block(kind="paragraph", start=0, end=len(text))
    return Document(
        source=id, text=text, blocks=(block,), sentences=(Sentence(start=0, end=len(text), block=0),), reader="plain/1"
    )


def claim(words: str, id: str = "", *, start: int | None = -1, source: str = "audit", **changes: object) -> Claim:
    at = TEXT.find(words) if start == -1 else start
    base = Claim(
        id=id,
        statement=f"It {words}.",
        kind="count",
        measure="buses bought",
        quantity=Quantity(low=4, high=4, unit="buses", as_written="four"),
        anchors=(Anchor(source=source, exact=words, start=at, end=None if at is None else at + len(words)),),
        found_by="quantity/1",
    )
    return base.but(**changes)


def test_derived_claims_get_ids_that_stand_as_long_as_their_words() -> None:
    first = engine.identified("audit", [claim("bought four buses"), claim("sold two")])
    again = engine.identified("audit", [claim("sold two"), claim("bought four buses", statement="Another wording.")])
    assert [one.id for one in first] == [one.id for one in again]
    assert all(one.id.startswith("audit-") and one.provisional for one in first)


def test_the_same_words_twice_get_two_ids() -> None:
    second = TEXT.find("bought four buses", 20)
    first, other = engine.identified("audit", [claim("bought four buses", start=second), claim("bought four buses")])
    assert first.anchors[0].start == TEXT.find("bought")
    assert first.id != other.id
    assert engine.identified("audit", [claim("bought four buses")])[0].id == first.id


def merged(derived: Iterable[Claim], curated: Iterable[Claim], **statuses: str) -> list[str]:
    return [
        one.id
        for one in engine.merge(list(derived), list(curated), {k.replace("_", "-"): v for k, v in statuses.items()})
    ]  # type: ignore[misc]


FIVE = Quantity(low=5, high=5, as_written="five")
DERIVED = [claim("bought four buses", "d-1"), claim("sold two", "d-2", measure="buses sold")]


@pytest.mark.parametrize(
    ("curated", "expected"),
    [
        (claim("county bought four", "c"), ["c", "d-2"]),
        (claim("county bought four", "c", measure="coaches bought"), ["c", "d-2"]),
        (claim("county bought four", "c", kind="date", quantity=None), ["c", "d-1", "d-2"]),
        (claim("county bought four", "c", measure="coaches", quantity=FIVE), ["c", "d-1", "d-2"]),
        (claim("The town bought", "c"), ["d-1", "c", "d-2"]),
        (claim("bought four buses", "d-1", measure="reworded"), ["d-1", "d-2"]),
        (claim("town bought", "c", measure="x", replaces=("d-2",)), ["d-1", "c"]),
        (claim("county bought four", "c", start=None), ["d-1", "d-2"]),
    ],
)  # fmt: skip
def test_a_curated_claim_stands_for_the_derived_ones_of_its_fact_at_its_passage(
    curated: Claim, expected: list[str]
) -> None:
    assert merged(DERIVED, [curated]) == expected


@pytest.mark.parametrize("status", ["rejected", "withdrawn"])
def test_a_rejected_claim_and_what_it_stands_for_take_part_in_no_comparison(status: str) -> None:
    assert merged(DERIVED, [claim("county bought four", "c")], c=status) == ["d-2"]


@pytest.mark.parametrize("status", ["proposed", "approved", "needs-work", "stale"])
def test_other_claims_take_part(status: str) -> None:
    assert merged(DERIVED, [claim("county bought four", "c")], c=status) == ["c", "d-2"]


def study(id: str, *claims: Claim, text: str = TEXT) -> Study:
    return Study(source(id), document(id, text), claims=claims)


def test_curated_claims_are_found_again_where_their_document_has_them() -> None:
    longer = f"A new first line. {TEXT}"
    stored, gone = claim("county bought four", "c", start=None), claim("words that are gone", "l", start=None)
    studies = {"audit": study("audit", text=longer)}
    placed = engine.placed([stored, gone], studies)
    anchor = placed[0].anchors[0]
    assert longer[anchor.start : anchor.end] == "county bought four"
    assert [one.id for one in engine.archive(studies, placed, {}).studies["audit"].claims] == ["c"]
    assert engine.lost(placed) == {"audit": "1 claim was left out: the passage is not in the source any more."}


def test_an_archive_is_in_order_of_id() -> None:
    assert list(engine.archive({"b": study("b"), "a": study("a")}, [], {}).studies) == ["a", "b"]


def test_a_claim_is_written_on_the_words_that_an_editor_gives() -> None:
    made = writing.written(
        source("audit"),
        document("audit"),
        "sold two",
        "M. Ng",
        {"statement": "It sold two.", "kind": "count", "measure": "buses sold"},
    )
    anchor = made.anchors[0]
    assert TEXT[anchor.start : anchor.end] == "sold two"
    assert (made.found_by, made.provisional, made.source) == ("M. Ng", False, "audit")


def test_words_that_are_not_in_the_source_are_refused() -> None:
    with pytest.raises(UsageError, match="not in audit"):
        writing.written(source("audit"), document("audit"), "sold quite many", "M. Ng", {})


def test_an_unknown_field_of_a_claim_is_refused() -> None:
    with pytest.raises(UsageError, match="colour"):
        writing.written(source("audit"), document("audit"), "sold two", "M. Ng", {"colour": "red"})


def test_an_anchor_takes_so_much_of_its_surroundings_that_it_is_the_only_one() -> None:
    text = "A long common opening of a sentence that is said twice in this text. " * 2 + "The end."
    anchor = writing.unique_anchor(document("audit", text), text.rfind("common"), text.rfind("common") + 6)
    assert text.count(anchor.prefix + anchor.exact + anchor.suffix) == 1


def finding(id: str, verdict: str = "conflict", weight: float = 0.5, *sources: str, check: str = "groups") -> Finding:
    items = tuple(Evidence(source=one, start=0, end=8, exact="evidence", side="a") for one in sources)
    return Finding.model_validate(
        {"id": id, "check": check, "kind": "count", "verdict": verdict, "message": "m", "weight": weight}
        | {"evidence": items, "seen": "0" * 64}
    )


def test_findings_come_differences_first_worst_first_weightiest_first() -> None:
    listed = [
        finding("g", "not-checked"), finding("f", "agrees", 1.0), finding("e", "variant"),
        finding("d", "conflict", 0.1), finding("b", "conflict", 0.9), finding("c", "conflict", 0.5),
        finding("a", "conflict", 0.5),
        finding("h", "possible-conflict"), finding("i", "different-basis"), finding("j", "later-figure"),
    ]  # fmt: skip
    expected = ["b", "a", "c", "d", "h", "i", "j", "e", "f", "g"]
    assert [one.id for one in engine.ordered(listed)] == expected
    assert [one.id for one in engine.ordered(reversed(listed))] == expected


def test_of_findings_with_one_id_the_worst_is_kept() -> None:
    (only,) = engine.ordered([finding("a", "agrees"), finding("a", "conflict"), finding("a", "variant")])
    assert only.verdict == "conflict"


def test_two_facts_that_share_an_id_are_both_kept_and_numbered_in_order_of_place() -> None:
    first = finding("a", "different-basis", 0.5, "audit")
    second = finding("a", "conflict", 0.5, "report").but(seen="1" * 64)
    expected = [("a-2", "conflict"), ("a", "different-basis")]
    for listed in ([first, second], [second, first], [second, first, first]):
        assert [(one.id, one.verdict) for one in engine.ordered(listed)] == expected


def of_groups(group: FactGroup, archive: Archive) -> Iterable[Finding]:
    yield finding(f"group-{group.key}", "conflict", 0.5, *sorted({one.source for one in group.claims}))


def of_studies(study: Study, archive: Archive) -> Iterable[Finding]:
    yield finding(f"study-{study.source.id}", "variant", 0.5, study.source.id, check="studies")


def of_archive(whole: Archive, archive: Archive) -> Iterable[Finding]:
    assert whole is archive
    yield finding("archive", "agrees", 0.5, *archive.studies, check="all")


@pytest.fixture(autouse=True)
def checks(monkeypatch: pytest.MonkeyPatch) -> None:
    made = (
        Check(id="groups", kind="count", title="groups", reads=FactGroup, run=of_groups),
        Check(id="studies", kind="count", title="studies", reads=Study, run=of_studies),
        Check(id="all", kind="count", title="all", reads=Archive, run=of_archive),
    )
    monkeypatch.setattr(engine, "checks", lambda: made)

    def grouped(archive: Archive) -> Iterable[FactGroup]:
        claims = [one for study in archive.studies.values() for one in study.claims]
        return [
            FactGroup(measure, tuple(c for c in claims if c.measure == measure))
            for measure in sorted({c.measure for c in claims})
        ]

    monkeypatch.setattr(engine, "grouped", grouped)


ARCHIVE = Archive(
    {
        "audit": study("audit", claim("sold two", "a", measure="m")),
        "paper": study("paper", claim("sold two", "b", source="paper", measure="m")),
    }
)


def ran(**settings: CheckSetting) -> dict[str, list[str]]:
    found = engine.run_checks(ARCHIVE, Config(checks=settings))
    return {one.id: [item.source for item in one.evidence] for one in found}


def test_each_check_reads_what_it_asks_for() -> None:
    assert ran() == {
        "group-m": ["audit", "paper"], "study-audit": ["audit"], "study-paper": ["paper"],
        "archive": ["audit", "paper"],
    }  # fmt: skip


def test_a_check_that_is_switched_off_does_not_run() -> None:
    assert set(ran(groups=CheckSetting(enabled=False), all=CheckSetting(enabled=False))) == {
        "study-audit",
        "study-paper",
    }


def test_a_check_passes_over_the_sources_that_are_excepted() -> None:
    but_paper = CheckSetting(except_sources=("paper",))
    assert ran(groups=but_paper, studies=but_paper, all=but_paper) == {
        "group-m": ["audit"], "study-audit": ["audit"], "archive": ["audit"],
    }  # fmt: skip


def test_a_check_leaves_out_the_kinds_that_are_excepted() -> None:
    found = ran()
    assert set(ran(groups=CheckSetting(except_kinds=("count",)))) == found.keys() - {"group-m"}
    assert ran(groups=CheckSetting(except_kinds=("numbering",))) == found


def test_a_setting_for_a_check_that_does_not_exist_is_refused() -> None:
    with pytest.raises(RecordError, match=r"checks\.gruops: no check is called so"):
        ran(gruops=CheckSetting())


def decided(subject: str, answer: str) -> Decision:
    said = {"subject_kind": "finding", "subject": subject, "question": "settle", "answer": answer}
    rest = {"by": "M. Ng", "at": "2024-05-01T09:00:00+00:00", "seen": "0" * 64, "digest": "0" * 64}
    return Decision.model_validate({**said, **rest})


def test_a_report_joins_severity_and_state() -> None:
    config = Config(policy=Policy(severities={"variant": "warning"}), checks={"all": CheckSetting(severity="error")})
    findings = engine.run_checks(ARCHIVE, config)
    report = engine.report(ARCHIVE, findings, config)
    assert [(one.id, one.severity, one.status) for one in report.findings] == [
        ("group-m", "error", "open"),
        ("study-audit", "warning", "open"),
        ("study-paper", "warning", "open"),
        ("archive", "error", "open"),
    ]
    joined = Joining(report.model_dump(mode="json")).joined(Ledger([decided("study-paper", "not-a-conflict")]))
    assert [one["status"] for one in joined["findings"]] == ["open", "open", "settled", "open"]
    assert joined["findings"][2]["decided"] == "not a conflict by M. Ng, 2024-05-01"
    assert report.summary == {
        "conflict": 1, "possible-conflict": 0, "different-basis": 0, "later-figure": 0, "variant": 2, "agrees": 1,
        "not-checked": 0,
    }  # fmt: skip
    assert [(one.id, one.title, one.claims) for one in report.sources] == [("audit", "Audit", 1), ("paper", "Paper", 1)]


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [("conflict", "error"), ("possible-conflict", "warning"), ("different-basis", "note"), ("later-figure", "note"),
     ("variant", "note"), ("agrees", "note"), ("not-checked", "note")],
)  # fmt: skip
def test_severity_follows_from_the_verdict_where_policy_is_silent(verdict: str, expected: str) -> None:
    assert engine.severity_of(finding("a", verdict), Config()) == expected


SALE = {"event": Event(kind="transfer")}


def test_a_curated_figure_leaves_the_happening_beside_it_to_be_compared() -> None:
    derived = [claim("county bought four buses", "d-1", **SALE)]
    (own, happening) = sorted(engine.merge(derived, [claim("bought four buses", "c")]), key=lambda one: one.kind)
    assert (own.id, own.kind) == ("c", "count")
    assert (happening.kind, happening.measure, happening.quantity) == ("event", "transfer", None)
    assert happening.id not in ("c", "d-1")


def test_a_curated_happening_leaves_the_figure_beside_it_to_be_compared() -> None:
    derived = [claim("county bought four buses", "d-1", **SALE)]
    curated = [claim("bought four buses", "c", kind="event", measure="transfer", quantity=None)]
    left = {one.id: one.event for one in engine.merge(derived, curated)}
    assert left == {"c": None, "d-1": None}


def test_a_curated_claim_of_both_stands_for_both() -> None:
    derived = [claim("county bought four buses", "d-1", **SALE)]
    assert merged(derived, [claim("bought four buses", "c", **SALE)]) == ["c"]
