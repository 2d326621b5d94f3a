"""What the checks of one document say of its notes, references, numbering, dates, lists and sums."""

from types import ModuleType

from factcheck.building import Builder
from factcheck.checking import Archive, Study
from factcheck.checks import citation_unresolved, cross_reference, numbering
from factcheck.records.citation import Citation, Citations, Reference, Work
from factcheck.records.finding import Finding
from factcheck.records.source import Source

DIGEST = "0" * 64


def study(builder: Builder) -> Study:
    source = Source(id="memo", title="A memo", file="memo.txt", sha256=DIGEST)
    return Study(source, builder.document("memo", "by hand/1"), {}, ())


def run(check: ModuleType, of: Study) -> list[Finding]:
    return list(check.run(of, Archive({of.source.id: of})))


def headings(*entries: tuple[int, str, str]) -> Builder:
    builder = Builder()
    for level, label, words in entries:
        builder.block("heading", level=level, label=label or None).text(f"{label}. {words}" if label else words)
        builder.block("paragraph").text(f"Of {words.lower()} the memo says no more than this one sentence.")
    return builder


def at(of: Study, words: str) -> tuple[int, int]:
    start = of.document.text.index(words)
    return start, start + len(words)


def sides(finding: Finding) -> list[tuple[str | None, str]]:
    return [(item.side, item.exact) for item in finding.evidence]


class TestNumbering:
    def test_a_letter_given_twice_is_a_conflict_between_its_two_headings(self) -> None:
        of = study(
            headings((1, "I", "Ports"), (2, "A", "North harbour"), (2, "A", "South harbour"), (2, "B", "The quays"))
        )
        (found,) = run(numbering, of)
        assert found.verdict == "conflict"
        assert sides(found) == [("a", "A. North harbour"), ("b", "A. South harbour"), ("b", "B. The quays")]

    def test_a_letter_left_out_may_be_a_conflict(self) -> None:
        of = study(
            headings((1, "I", "Ports"), (2, "A", "North harbour"), (2, "C", "South harbour"), (1, "II", "Ships"))
        )
        (found,) = run(numbering, of)
        assert found.verdict == "possible-conflict"
        assert "B is missing" in found.message

    def test_letters_begin_anew_under_the_next_heading(self) -> None:
        of = study(
            headings((1, "I", "Ports"), (2, "A", "North"), (2, "B", "South"), (1, "II", "Ships"), (2, "A", "Hulls"))
        )
        assert run(numbering, of) == []

    def test_decimal_labels_are_read_by_their_last_part(self) -> None:
        of = study(
            headings(
                (1, "1", "Ports"),
                (2, "1.1", "North quay"),
                (2, "1.2", "South quay"),
                (2, "1.2", "West quay"),
                (1, "2", "End"),
            )
        )
        (found,) = run(numbering, of)
        assert [item.exact for item in found.evidence] == ["1.2. South quay", "1.2. West quay"]

    def test_numbered_paragraphs_are_followed_and_a_slip_is_told_once(self) -> None:
        builder = Builder()
        for label in ("3.1", "3.2", "3.2", "3.4"):
            builder.block("paragraph").text(f"{label} The harbour was dredged. It took a year.")
        (found,) = run(numbering, study(builder))
        assert found.verdict == "conflict"
        assert [item.exact for item in found.evidence][:2] == ["3.2 The harbour was dredged."] * 2

    def test_a_sequence_that_starts_late_is_an_excerpt(self) -> None:
        assert run(numbering, study(headings((1, "IV", "Ports"), (1, "V", "Ships"), (1, "VI", "Crews")))) == []

    def test_a_marker_without_a_note_is_a_conflict(self) -> None:
        builder = Builder()
        paragraph = builder.block("paragraph")
        for label in ("1", "2", "3", "4", "5"):
            paragraph.text("The harbour was dredged in that year. ").marker(label)
        for label in ("1", "2", "3", "4"):
            builder.block("note", label=label).text(f"{label} Harbour report, part {label}.")
        (found,) = run(numbering, study(builder))
        assert (found.verdict, "note 5" in found.message) == ("conflict", True)

    def test_notes_are_left_alone_where_the_file_has_lost_their_markers(self) -> None:
        builder = Builder()
        builder.block("paragraph").text("The harbour was dredged in that year.")
        for label in ("1", "2", "3"):
            builder.block("note", label=label).text(f"{label} Harbour report, part {label}.")
        assert run(numbering, study(builder)) == []

    def test_a_note_that_is_left_out_is_missed(self) -> None:
        builder = Builder()
        paragraph = builder.block("paragraph")
        for label in ("7", "8", "10"):
            paragraph.text("The harbour was dredged in that year. ").marker(label)
            builder.block("note", label=label).text(f"{label} Harbour report, part {label}.")
        (found,) = run(numbering, study(builder))
        assert found.message == "The notes go from 8 to 10; 9 is missing."


class TestCrossReferences:
    def referring(self, **fields: object) -> Study:
        builder = headings((1, "I", "The ports"), (1, "II", "The ships"), (1, "III", "The crews"))
        builder.block("paragraph").text("The crews were paid late (see Section V below), as the owners admit.")
        of = study(builder)
        start, end = at(of, "Section V below")
        reference = Reference.model_validate({"start": start, "end": end, "kind": "section", **fields})
        return Study(of.source, of.document, {}, (), Citations(references=(reference,)))

    def test_one_that_leads_nowhere_is_a_conflict(self) -> None:
        (found,) = run(cross_reference, self.referring(target="V", outcome="dangling"))
        assert found.verdict == "conflict"
        assert sides(found) == [("a", "The crews were paid late (see Section V below), as the owners admit.")]
        assert "I, II, III" in found.explanation[1].text

    def test_one_that_leads_to_two_places_may_be_a_conflict(self) -> None:
        (found,) = run(cross_reference, self.referring(target="V", outcome="ambiguous", candidates=(0, 2)))
        assert found.verdict == "possible-conflict"
        assert "“I. The ports”; “II. The ships”" in found.message

    def test_one_that_says_below_of_what_stands_above_may_be_a_conflict(self) -> None:
        (found,) = run(cross_reference, self.referring(target="I", outcome="resolved", block=0, direction="below"))
        assert found.message == "The text sends the reader to Section I below, but it stands above."

    def test_one_that_leads_to_its_place_is_right(self) -> None:
        assert run(cross_reference, self.referring(target="I", outcome="resolved", block=0, direction="above")) == []

    def test_a_document_without_numbered_sections_may_refer_to_another(self) -> None:
        builder = Builder()
        builder.block("paragraph").text("The crews were paid late (see Section V below), as the owners admit.")
        of = study(builder)
        start, end = at(of, "Section V below")
        reference = Reference(start=start, end=end, kind="section", target="V", outcome="dangling")
        assert run(cross_reference, Study(of.source, of.document, {}, (), Citations(references=(reference,)))) == []


class TestCitations:
    def citing(self, *notes: str, **fields: object) -> Study:
        builder = Builder()
        paragraph = builder.block("paragraph")
        for number, words in enumerate(notes, 1):
            paragraph.text("The harbour was dredged in that year. ").marker(str(number))
            builder.block("note", label=str(number)).text(f"{number} {words}")
        of = study(builder)
        start, end = at(of, notes[-1])
        citation = Citation.model_validate({"start": start, "end": end, "note": str(len(notes)), **fields})
        return Study(of.source, of.document, {}, (), Citations(citations=(citation,)))

    def test_an_ibid_after_a_note_that_cites_nothing_is_a_conflict(self) -> None:
        of = self.citing(
            "The harbour master was also the mayor.", "Ibid., chapter 4.", form="ibid", outcome="unresolved"
        )
        (found,) = run(citation_unresolved, of)
        assert (found.verdict, found.message) == ("conflict", "Ibid. in note 2 leads to no work.")
        assert sides(found) == [("a", "2 Ibid., chapter 4.")]

    def test_a_work_never_cited_in_full_is_named(self) -> None:
        work = Work(key="tides", title="Tides and Trade")
        of = self.citing("Low, Tides and Trade, op. cit.", form="op-cit", outcome="unresolved", work=work)
        (found,) = run(citation_unresolved, of)
        assert found.message == "Op. cit. to “Tides and Trade” in note 1 leads to no work."

    def test_two_works_that_fit_may_be_a_conflict_and_are_both_shown(self) -> None:
        of = self.citing(
            "Low, Tides (1990).", "Low, Quays (1991).", "Low, op. cit.", form="op-cit", outcome="ambiguous",
            candidates=("1", "2"),
        )  # fmt: skip
        (found,) = run(citation_unresolved, of)
        assert found.verdict == "possible-conflict"
        assert [item.note for item in found.evidence if item.side is None] == ["1", "2"]

    def test_a_reference_that_resolves_is_right(self) -> None:
        of = self.citing("Low, Tides (1990).", "Ibid.", form="ibid", outcome="resolved", target_note="1")
        assert run(citation_unresolved, of) == []

    def test_a_document_number_that_runs_into_the_date_is_seen_by_its_length(self) -> None:
        builder = Builder()
        builder.block("note", label="1").text("1 Port authority, notice PA/2231, 4 May 2019.")
        builder.block("note", label="2").text("2 Port authority, notice PA/224112, June 2019.")
        (found,) = run(citation_unresolved, study(builder))
        assert "PA/224112, June 2019" in found.message

    def test_a_document_number_as_long_as_the_others_is_right(self) -> None:
        builder = Builder()
        builder.block("note", label="1").text("1 Port authority, notice PA/2231, 4 May 2019.")
        builder.block("note", label="2").text("2 Port authority, notice PA/2212, June 2019.")
        assert run(citation_unresolved, study(builder)) == []
