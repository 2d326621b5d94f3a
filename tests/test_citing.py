"""What notes cite and where references lead; what cannot be resolved says why."""

import pytest

from factcheck.citing import cite
from factcheck.reading import read_text
from factcheck.records.citation import Citation, Reference, Work

FILLER = (
    "The harbour of the town was built by hand in a single summer, and it has been enlarged by every generation since"
    " then, so that nobody now can say which of its stones are the oldest."
)


def notes(*texts: str) -> list[Citation]:
    """The citations of a text with these notes."""
    body = " ".join(f"The mole held for a long time.{number}" for number in range(1, len(texts) + 1))
    listed = "\n".join(f"{number} {text}" for number, text in enumerate(texts, 1))
    return list(cite(read_text(f"{FILLER} {body}\n\nNotes\n\n{listed}\n")).citations)


def work(text: str) -> Work | None:
    """The one work that a note cites."""
    found = notes(text)
    assert len(found) <= 1
    return found[0].work if found else None


@pytest.mark.parametrize(
    ("note", "author", "title", "publisher", "date"),
    [
        ("“Ships call again”, Daily Harbour, 4 May 2020.", None, "Ships call again", "Daily Harbour", "2020-05-04"),
        ("See also “Ships”, press release, Port of Aden, May 2020.", None, "Ships", "Port of Aden", "2020-05"),
        ('Ann Bell, "Ships and Moles," Harbour Review, 2019.', "Ann Bell", "Ships and Moles", "Harbour Review", "2019"),
        ("Ann Bell and Bo Chen, “Ships”, Harbour Review, vol. 2, no. 4 (2019), pp. 3-9.", "Ann Bell and Bo Chen",
         "Ships", "Harbour Review", "2019"),
        ("See Ann Bell, A History of Moles (Leeds, 1990), chapter 2.", "Ann Bell", "A History of Moles", None, "1990"),
        ("Ann Bell, A History of Moles (Leeds: Quay Press, 1990), p. 4.", "Ann Bell", "A History of Moles",
         "Quay Press", "1990"),
        ("For details, see Quay Institute Report N°12, Moles: A Survey, 30 March 2020.", None, "Moles: A Survey",
         "Quay Institute Report", "2020-03-30"),
        ("Harbour Desk interview, dock worker, Leeds, June 2019.", None, "Harbour Desk interview, dock worker, Leeds",
         None, "2019-06"),
        ("Daily Harbour, 3, 4 and 5 May 2020.", None, "Daily Harbour", None, "2020-05"),
        ("The ship register maintained by the Port of Aden lists 400 ships.", None,
         "The ship register maintained by the Port of Aden", None, None),
        ("“Ships”, Council, UN Doc. A/58/47, 12 May 2003.", None, "Ships", "Council", "2003-05-12"),
    ],
)  # fmt: skip
def test_a_full_citation_gives_its_work(
    note: str, author: str | None, title: str, publisher: str | None, date: str | None
) -> None:
    cited = work(note)
    assert cited is not None
    assert (cited.author, cited.title, cited.publisher, cited.date) == (author, title, publisher, date)


@pytest.mark.parametrize(
    "note",
    [
        "The harbour master’s title was that of a captain.",
        "Asked who was “mainly to blame” for it, he said that nobody was.",
        "In 1972 both towns had voted against it.",
    ],
)
def test_a_remark_cites_nothing(note: str) -> None:
    assert work(note) is None


def test_every_work_of_a_note_is_cited_for_itself() -> None:
    found = notes(
        "See Ann Bell, Moles (Leeds, 1990), p. 4; “Ships; and boats”, Daily Harbour, 4 May 2020; and Bo Chen, Piers"
        " (York, 2001). See also “Quays”, Daily Harbour, 5 May 2020."
    )
    assert [citation.work.title for citation in found if citation.work] == [
        "Moles",
        "Ships; and boats",
        "Piers",
        "Quays",
    ]


def test_a_citation_spans_its_own_words() -> None:
    document = read_text(
        f"{FILLER} It held.1 It broke.2\n\n1 See, for example, Ann Bell, Moles (Leeds, 1990).\n2 Ibid., p. 4.\n"
    )
    spans = [document.text[c.start : c.end] for c in cite(document).citations]
    assert spans == ["Ann Bell, Moles (Leeds, 1990).", "Ibid., p. 4."]


MOLES = "Ann Bell, A History of Moles (Leeds, 1990), p. 4."
PIERS = "Bo Chen, “Piers of the Coast”, Harbour Review, 4 May 2001."
QUAYS = "Ann Bell, “Quays, Old and New”, Harbour Review, 2003."


@pytest.mark.parametrize(
    ("earlier", "short", "form", "outcome", "target"),
    [
        ([MOLES], "Ibid.", "ibid", "resolved", "1"),
        ([MOLES], "See ibid., chapter 2.", "ibid", "resolved", "1"),
        ([MOLES, "Ibid."], "Ibid., p. 9.", "ibid", "resolved", "1"),
        ([MOLES, "It was not the first."], "Ibid.", "ibid", "unresolved", None),
        ([f"{MOLES} See also {PIERS}"], "Ibid.", "ibid", "ambiguous", None),
        ([], "Ibid.", "ibid", "unresolved", None),
        ([MOLES, PIERS], "Bell, A History of Moles, op. cit.", "op-cit", "resolved", "1"),
        ([MOLES, PIERS], "Bell, op. cit., p. 7.", "op-cit", "resolved", "1"),
        ([MOLES, PIERS, QUAYS], "Bell, op. cit., p. 7.", "op-cit", "ambiguous", None),
        ([MOLES, PIERS], "Osei, op. cit.", "op-cit", "unresolved", None),
        ([MOLES, PIERS], "Chen, “Piers of the Coast”, op. cit.", "op-cit", "resolved", "2"),
        ([MOLES, PIERS], "Chen, “Piers”, op. cit.", "op-cit", "resolved", "2"),
        ([MOLES, PIERS], "Chen, “Piers of the Coasts”, op. cit.", "op-cit", "variant", "2"),
        ([MOLES, PIERS], "Chen, “Moles of the Coast”, op. cit.", "op-cit", "unresolved", None),
        ([MOLES, PIERS], "Osei, “Piers of the Coast”, op. cit.", "op-cit", "variant", "2"),
        ([QUAYS, PIERS], "Bell, “Quays, Old and New”, loc. cit.", "loc-cit", "resolved", "1"),
        ([QUAYS, PIERS], "Bell, supra note 1, p. 5.", "short-title", "resolved", "1"),
        ([QUAYS, PIERS], "Bell, supra note 7, p. 5.", "short-title", "unresolved", None),
        ([MOLES, PIERS], "Bell, A History of Moles, p. 12.", "short-title", "resolved", "1"),
        ([MOLES, PIERS], "Chen, “Piers of the Coast,” 45.", "short-title", "resolved", "2"),
    ],
)  # fmt: skip
def test_a_short_citation_is_resolved_or_says_why_not(
    earlier: list[str], short: str, form: str, outcome: str, target: str | None
) -> None:
    last = [citation for citation in notes(*earlier, short) if citation.note == str(len(earlier) + 1)]
    assert [(c.form, c.outcome, c.target_note) for c in last] == [(form, outcome, target)]
    assert (last[0].why is not None) == (outcome != "resolved")
    assert (last[0].work is not None) == (outcome in ("resolved", "variant"))


def test_ibid_after_another_citation_of_its_own_note_means_that_one() -> None:
    last = notes(MOLES, f"{PIERS.rstrip('.')}; and ibid., p. 7.")[-1]
    assert (last.form, last.outcome, last.target_note) == ("ibid", "resolved", "2")


def test_what_cannot_be_resolved_says_why_in_plain_words() -> None:
    assert notes("The mole was old.", "Ibid.")[-1].why == "note 1, to which it points, cites nothing"
    assert notes(f"{MOLES} See also {PIERS}", "Ibid.")[-1].why == "note 1, to which it points, cites 2 works"
    assert notes(MOLES, PIERS, QUAYS, "Bell, op. cit.")[-1].candidates == ("1", "3")
    assert (
        notes(PIERS, "“Piers of the Coasts”, op. cit.")[-1].why == "the title given in note 1 is “Piers of the Coast”"
    )


def test_mentions_of_one_work_share_its_key() -> None:
    keys = {citation.work.key for citation in notes(PIERS, "Ibid.", "Chen, “Piers”, op. cit.") if citation.work}
    assert len(keys) == 1


def report(sentence: str, note: str = "") -> list[Reference]:
    """The references of a report whose section IV has two subsections A, and one B."""
    marker, listed = ("1", f"\n\n1 {note}\n") if note else ("", "")
    text = "\n\n".join([
        "I. Overview", f"{FILLER}{marker}", "II. Ports", "A. Moles", FILLER, "IV. Ships", "A. Old", FILLER, "A. New",
        f"{FILLER} {sentence} {FILLER}", "B. Newer", FILLER, "Table 2. Ships by year", FILLER,
        "Appendix A: Visits", FILLER,
    ])  # fmt: skip
    return list(cite(read_text(text + listed)).references)


@pytest.mark.parametrize(
    ("sentence", "kind", "target", "outcome"),
    [
        ("It grew (see Section II above).", "section", "II", "resolved"),
        ("It grew (see Section II.A above).", "section", "II.A", "resolved"),
        ("It grew, as Section IV.B below shows.", "section", "IV.B", "resolved"),
        ("See section B below.", "section", "B", "resolved"),
        ("It grew (see Section IV.A above).", "section", "IV.A", "ambiguous"),
        ("It grew (see Section IV.C below).", "section", "IV.C", "dangling"),
        ("It grew (see Section III above).", "section", "III", "dangling"),
        ("It grew (see Appendix A).", "appendix", "A", "resolved"),
        ("It grew (see Appendix B).", "appendix", "B", "dangling"),
        ("It grew, see Table 2.", "table", "2", "resolved"),
        ("It grew, see Table 3 above.", "table", "3", "dangling"),
        ("It grew, see Figure 1.", "figure", "1", "dangling"),
        ("It grew, see Chapter 4 below.", "chapter", "4", "dangling"),
        ("We explain in section VIII how it grew.", "section", "VIII", "dangling"),
        ("We return to it in section II.", "section", "II", "resolved"),
    ],
)
def test_an_internal_reference_is_resolved_or_says_why_not(sentence: str, kind: str, target: str, outcome: str) -> None:
    found = report(sentence)
    assert [(r.kind, r.target, r.outcome) for r in found] == [(kind, target, outcome)]
    assert (found[0].block is not None) == (outcome == "resolved")
    assert (found[0].why is None) == (outcome == "resolved")


@pytest.mark.parametrize(
    "sentence",
    [
        "It was forbidden by Section 4 of the Ports Act.",
        "Section 2 of the law was changed, and Chapter VII of the treaty was not.",
        "They met in Part II of the play.",
        "A table 2 metres long stood there.",
        "He wrote note 5 on the list.",
    ],
)
def test_sections_of_other_works_are_no_internal_references(sentence: str) -> None:
    assert report(sentence) == []


def test_several_labels_are_several_references() -> None:
    assert [r.target for r in report("It grew (see Sections I, II and IV above).")] == ["I", "II", "IV"]


def test_a_reference_leads_to_its_heading_and_knows_its_direction() -> None:
    found = report("It grew (see Section II above).")[0]
    assert (found.direction, found.why) == ("above", None)
    turned = report("It grew (see Section II below).")[0]
    assert (turned.outcome, turned.why) == ("resolved", "section II stands above, not below")


def test_a_missing_subsection_names_those_that_there_are() -> None:
    assert report("(see Section IV.C below)")[0].why == "no section is numbered IV.C; there are IV.A, IV.A and IV.B"


def test_a_note_refers_from_where_its_marker_stands() -> None:
    assert [r.outcome for r in report("", note="See Section II.A below.")] == ["resolved"]
    assert report("", note="Ann Bell, Moles (Leeds, 1990), Appendix B and Section 4.") == []


def test_a_text_without_notes_cites_nothing() -> None:
    assert cite(read_text(FILLER)).citations == ()
