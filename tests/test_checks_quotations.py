"""What the checks of quotations and names say: same, respelled, altered, cut, merged, and by whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import engine
from factcheck.building import Builder
from factcheck.checking import Archive, Check, Study
from factcheck.checks import name_spelling, post_shared, quotation_altered, quotation_attribution
from factcheck.config import Glossary
from factcheck.contexts.spellings import respelled
from factcheck.contexts.words import house, words_of
from factcheck.quotations.alignment import Alignment, align
from factcheck.records.finding import Finding
from factcheck.records.source import Source

DIGEST = "0" * 64


def study(name: str, text: str, date: str | None = None) -> Study:
    builder = Builder()
    for paragraph in text.split("\n\n"):
        builder.block("paragraph").text(paragraph)
    source = Source(id=name, title=name, file=f"{name}.txt", sha256=DIGEST, issued=date)
    return engine.study(source, builder.document(name, "by hand/1"), Glossary())


def archive(**texts: str) -> Archive:
    return Archive({name: study(name, texts[name]) for name in sorted(texts)})


def run(check: Check, of: Archive) -> list[Finding]:
    return list(check.run(of, of))


def laid(quote: str, passage: str) -> Alignment:
    found = align(quote, words_of(quote), passage, words_of(passage))
    assert found is not None
    return found


def changes(quote: str, passage: str) -> list[tuple[str, str, str]]:
    return [(item.change, item.quoted, item.stands) for item in laid(quote, passage).divergences]


PASSAGE = "The harbour wall will not hold another winter. It was built in 1911 and nobody has paid for it since."


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("The harbour wall will not hold another winter", []),
        ("the harbor wall will not hold another winter", []),
        ("The harbour wall … will not hold another winter", []),
        ("The harbour wall … another winter", []),
        ("The [town’s] wall will not hold another winter", []),
        ("The harbour wall will never hold another winter", [("word", "never", "not")]),
        ("The harbour wall will not hold winter", [("cut", "", "another")]),
        ("It was built in 1921 and nobody has paid for it since", [("figure", "1921", "1911")]),
        ("The harbour wall will surely not hold another winter", [("added", "surely", "")]),
        (
            "will not hold another winter and was built in 1911",
            [("merged", "and", "It")],
        ),
    ],
)
def test_where_a_quotation_parts_from_its_source(quote: str, expected: list[tuple[str, str, str]]) -> None:
    assert changes(quote, PASSAGE) == expected


def test_a_name_spelled_otherwise_is_no_altered_word() -> None:
    assert changes("The road to Penedino is open", "The road to Penedinho is open") == [
        ("spelling", "Penedino", "Penedinho")
    ]


def test_two_countries_are_never_spellings_of_one() -> None:
    assert changes("We sold it to Austria last year", "We sold it to Australia last year")[0][0] == "word"


WORDS = st.lists(
    st.sampled_from("wall harbour winter paid nobody built town money stone tide".split()), min_size=3, max_size=30
)


@given(WORDS)
def test_words_laid_against_themselves_are_exact(words: list[str]) -> None:
    text = " ".join(words)
    assert laid(text, text).is_exact


@given(WORDS, st.data())
def test_an_altered_word_never_passes_as_exact(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    altered = [*words[:place], "zinc", *words[place + 1 :]]
    found = align(" ".join(altered), words_of(" ".join(altered)), " ".join(words), words_of(" ".join(words)))
    assert found is None or not found.is_exact


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sergei", "Sergey"), ("Penedinho", "Penedino"), ("Alexander", "Aleksandr"), ("Kirimbai", "Kirimbae")],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert respelled(one, other)
    assert respelled(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kenya", "Kenyan"), ("Maria", "Mario"), ("Austria", "Australia"), ("Iran", "Iraq"), ("Anna", "Anne"),
        ("John", "Joan"), ("Cookie", "Cookies"), ("Asian", "Asean"), ("Organisation", "Organization"),
    ],
)  # fmt: skip
def test_two_names_are_no_spellings_of_one(one: str, other: str) -> None:
    assert not respelled(one, other)
    assert not respelled(other, one)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("defence", "defense"),
        ("organise", "organize"),
        ("harbour", "harbor"),
        ("travelled", "traveled"),
        ("centre", "center"),
    ],
)
def test_house_spelling_is_no_difference(british: str, american: str) -> None:
    assert house(british) == house(american)


SPEECH = "“We had asked for two more boats on the Friday, and none came,” Ana Ruiz, the commander, said."


class TestQuotations:
    def test_an_altered_figure_sets_the_two_passages_against_each_other(self) -> None:
        altered = "“We had asked for three more boats on the Friday, and none came,” Ana Ruiz said."
        (found,) = run(quotation_altered.CHECK, archive(release=SPEECH, report=altered))
        assert found.verdict == "conflict"
        assert {item.source: item.side for item in found.evidence} == {"release": "a", "report": "b"}
        assert [step.code for step in found.explanation] == ["quotation-figure"]

    def test_the_same_words_agree_and_are_told_once_for_all_documents(self) -> None:
        (found,) = run(quotation_altered.CHECK, archive(a=SPEECH, b=SPEECH, c=SPEECH))
        assert found.verdict == "agrees"
        assert [item.source for item in found.evidence] == ["a", "b", "c"]

    def test_one_altered_version_among_many_is_one_finding(self) -> None:
        altered = SPEECH.replace("two", "three")
        found = run(quotation_altered.CHECK, archive(a=SPEECH, b=SPEECH, c=altered, d=altered))
        assert sorted(item.verdict for item in found) == ["agrees", "conflict"]
        (conflict,) = [item for item in found if item.verdict == "conflict"]
        assert sorted((item.source, item.side) for item in conflict.evidence) == [
            ("a", "a"), ("b", "a"), ("c", "b"), ("d", "b"),
        ]  # fmt: skip

    def test_reported_speech_may_change_person_and_tense(self) -> None:
        reported = "Ana Ruiz said that they had asked for two more boats on the Friday and that none had come."
        assert run(quotation_altered.CHECK, archive(release=SPEECH, report=reported)) == []

    def test_a_stock_phrase_of_two_speakers_is_no_alarm(self) -> None:
        one = "“There is no evidence that the fire was set,” said Ana Ruiz, the commander."
        other = "“There is no evidence that the money was lost,” said Paul Okoro, the auditor."
        assert run(quotation_altered.CHECK, archive(a=one, b=other)) == []

    def test_an_unrelated_document_changes_nothing(self) -> None:
        altered = SPEECH.replace("two", "three")
        other = "The council met on Monday. “Nobody has paid for the harbour wall,” the clerk, Ida Berg, said."
        before = run(quotation_altered.CHECK, archive(a=SPEECH, b=altered))
        assert run(quotation_altered.CHECK, archive(a=SPEECH, b=altered, z=other)) == before

    def test_two_speakers_of_the_same_words_are_a_conflict_and_no_agreement(self) -> None:
        other = "“We had asked for two more boats on the Friday, and none came,” said Paul Okoro, the harbour master."
        of = archive(a=SPEECH, b=other)
        (found,) = run(quotation_attribution.CHECK, of)
        assert (found.verdict, [item.value for item in found.evidence]) == ("conflict", ["Ana Ruiz", "Paul Okoro"])
        assert run(quotation_altered.CHECK, of) == []

    def test_who_borrows_words_is_no_other_speaker(self) -> None:
        other = "Paul Okoro borrowed a line from her: “We had asked for two more boats on the Friday, and none came.”"
        assert run(quotation_attribution.CHECK, archive(a=SPEECH, b=other)) == []

    def test_a_title_before_the_surname_is_no_other_speaker(self) -> None:
        other = "“We had asked for two more boats on the Friday, and none came,” Commander Ruiz told reporters."
        assert run(quotation_attribution.CHECK, archive(a=SPEECH, b=other)) == []


class TestNames:
    def test_one_pair_of_spellings_is_one_finding(self) -> None:
        of = archive(
            a="The minister, Sergei Orlov, met Sergei Malin, the mayor, on Monday.",
            b="The minister, Sergey Orlov, met Sergey Malin, the mayor, on Monday.",
        )
        (found,) = run(name_spelling.CHECK, of)
        assert (found.verdict, {item.side for item in found.evidence}) == ("variant", {"a", "b"})

    def test_names_that_differ_in_capitals_alone_are_told_in_one_order(self) -> None:
        written = ("PAUL KIRIMBAI", "Paul Kirimbai", "Paul KIRIMBAI", "Paul Kirimbae")
        texts = {f"d{number}": f"The minister, {name}, opened the bridge." for number, name in enumerate(written)}
        (found,) = run(name_spelling.CHECK, archive(**texts))
        assert found.message.endswith(": Paul Kirimbae, PAUL KIRIMBAI, Paul Kirimbai.")

    def test_two_people_in_one_sentence_are_two(self) -> None:
        of = archive(a="The road runs from Penedinho to Penedinha. Penedinho is old; Penedinha is new.")
        assert run(name_spelling.CHECK, of) == []

    def test_a_post_passed_on_is_no_conflict(self) -> None:
        of = archive(
            a="Health minister Ana Ruiz opened the clinic in Arlen on 3 April 2024.",
            b="Health minister Ida Berg, who succeeded Ana Ruiz, closed the clinic in Arlen on 20 April 2024.",
        )
        assert run(post_shared.CHECK, of) == []

    def test_ministers_of_two_countries_are_two(self) -> None:
        of = archive(
            a="Norway’s health minister, Ana Ruiz, opened the clinic on 3 April 2024.",
            b="Chile’s health minister, Ida Berg, opened the clinic on 3 April 2024.",
        )
        assert run(post_shared.CHECK, of) == []
