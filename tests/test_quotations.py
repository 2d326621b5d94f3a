"""Quoted words are found with their speaker, and told apart from titles, terms and scare quotes."""

import pytest
from documents import found
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.records.mention import QuotationMention


def quotations(text: str) -> list[QuotationMention]:
    return [one for one in found("quotation", text) if isinstance(one, QuotationMention)]


MARKS = (
    ('He said: "We left."', ["We left."]),
    ("He said: “We left.”", ["We left."]),
    ("He said: ‘We left.’", ["We left."]),
    ("He said: 'We left.'", ["We left."]),
    ("He said: «We left.»", ["We left."]),
    ("He said: „We left.“", ["We left."]),
    ("He said: “They shouted ‘fire’ and ran.”", ["They shouted ‘fire’ and ran.", "fire"]),
    ("He said: 'They shouted \"fire\" and ran.'", ['They shouted "fire" and ran.', "fire"]),
    ("He called it ‘the workers’ own fault’ and left.", ["the workers’ own fault"]),
    ("The dog’s bowl and the workers’ hall weren’t theirs.", []),
    ("The '90s were rock 'n' roll.", []),
    ("It is 5'10\" tall.", []),
    ("He said: “We … [the crew] left.”", ["We … [the crew] left."]),
    ("He said “we left and never came back.", []),
    ("“We left.\n“Then we came back,” he said.", ["We left.\n\nThen we came back,"]),
)


@pytest.mark.parametrize(("text", "words"), MARKS, ids=[case[0] for case in MARKS])
def test_marks_of_every_style_are_paired(text: str, words: list[str]) -> None:
    assert [one.words for one in quotations(text)] == words


SPOKEN = (
    # text, speaker, cue
    ("“We left,” Odile Brandt said.", "Odile Brandt", "said"),
    ("“We left,” said Odile Brandt, a nurse.", "Odile Brandt", "said"),
    ("“We left,” said its leader, Odile Brandt.", "Odile Brandt", "said"),
    ("“We left,” Odile Brandt, the head of the union, told the Kingsport Post.", "Odile Brandt", "told"),
    ("Odile Brandt said on Friday: “We left.”", "Odile Brandt", "said"),
    ("Odile Brandt, who lost her house, called it “a shocking waste”.", "Odile Brandt", "called"),
    ("Calling the town a “quiet place”, Odile Brandt said she would stay.", "Odile Brandt", "said"),
    ("In her speech, Odile Brandt also said that “we left in good order.”", "Odile Brandt", "said"),
    ("The paper quoted Odile Brandt as saying that “we left in good order.”", "Odile Brandt", "saying"),
    ("Odile Brandt was quoted as saying that “we left in good order.”", "Odile Brandt", "saying"),
    ("The harbour was “absolutely full”, according to Odile Brandt.", "Odile Brandt", "according to"),
    ("“We left,” said a harbour pilot.", "harbour pilot", "said"),
    ("The dyke “was never inspected”, two engineers said.", "two engineers", "said"),
    ("The harbour is “full”, said Odile Brandt.", "Odile Brandt", "said"),
    ("Odile Brandt spoke first. “We left,” she said.", "Odile Brandt", "said"),
    ("“We left,” said Odile Brandt. “Nobody saw us.”", "Odile Brandt", "said"),
    ("Odile Brandt met Rui Matos. “We left,” they said.", None, "said"),
    ("“We left!” Odile Brandt said.", "Odile Brandt", "said"),
)


@pytest.mark.parametrize(("text", "speaker", "cue"), SPOKEN, ids=[case[0] for case in SPOKEN])
def test_the_first_quotation_has_its_speaker(text: str, speaker: str | None, cue: str) -> None:
    one = quotations(text)[0]
    assert (one.use, one.speaker, one.cue) == ("speech", speaker, cue)


def test_words_without_a_cue_of_their_own_have_the_speaker_of_the_paragraph() -> None:
    text = "“We left,” said Odile Brandt. “Nobody saw us.”"
    assert [one.speaker for one in quotations(text)] == ["Odile Brandt", "Odile Brandt"]


def test_a_pronoun_takes_the_only_person_of_the_paragraph_who_fits() -> None:
    text = "Mr Rui Matos met Mrs Odile Brandt. “We left,” she said."
    assert quotations(text)[0].speaker == "Odile Brandt"


PHRASED = (
    # text, speaker: nobody "said" it
    ("One line was new. It came from Odile Brandt, who runs the port: “We left.”", "Odile Brandt"),
    ("“We left it as we found it.” With that, Senator Odile Brandt closed the meeting.", "Odile Brandt"),
    ("In the words of Odile Brandt, “we left it as we found it”.", "Odile Brandt"),
    ("As Odile Brandt put it, “we left it as we found it”.", "Odile Brandt"),
    ("“We left it as we found it” were the words of Odile Brandt.", "Odile Brandt"),
    ("“We left it as we found it.” The words are those of Odile Brandt.", "Odile Brandt"),
    ("The director of the port, Odile Brandt, was blunter: “We left it as we found it.”", "Odile Brandt"),
    ("Odile Brandt’s verdict was “we left it as we found it”.", "Odile Brandt"),
    ("The last word went to Odile Brandt: “We left it as we found it.”", "Odile Brandt"),
    ("A banner greeted Odile Brandt: “Go home and take the bridge along.”", None),
    ("A letter was sent to Odile Brandt: “We are sorry for what was done.”", None),
    ("To the families of Odile Brandt: “We are sorry for what was done.”", None),
)


@pytest.mark.parametrize(("text", "speaker"), PHRASED, ids=[case[0] for case in PHRASED])
def test_a_phrase_tells_who_speaks_where_no_verb_does(text: str, speaker: str | None) -> None:
    assert quotations(text)[0].speaker == speaker


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("“We left,” Odile Brandt told the Kingsport Post.", "Kingsport Post"),
        ("“We left,” Odile Brandt told reporters on Friday.", "reporters"),
        ("“We left,” Odile Brandt said in an interview with the Kingsport Post.", "Kingsport Post"),
        ("Odile Brandt met him, telling him that “we left.”", None),
    ],
)
def test_the_one_spoken_to_is_kept(text: str, addressee: str | None) -> None:
    assert quotations(text)[0].addressee == addressee


DOCUMENTS = (
    (
        "The harbour was “absolutely full”, according to a report by the Harbour Institute last week.",
        "passage", "Harbour Institute", "report by the Harbour Institute",
    ),
    ("“We left,” Odile Brandt said in a statement.", "speech", "Odile Brandt", "statement"),
    ("“We left,” Odile Brandt wrote in an article for the Kingsport Post.", "speech", "Odile Brandt",
     "article for the Kingsport Post"),
    ("A study found that the dykes were “in no fit state to hold”.", "passage", None, "study"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "use", "speaker", "work"), DOCUMENTS, ids=[case[0] for case in DOCUMENTS])
def test_the_document_quoted_is_named(text: str, use: str, speaker: str | None, work: str) -> None:
    one = quotations(text)[0]
    assert (one.use, one.speaker, one.document) == (use, speaker, work)


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("The so-called “big six” met.", "term"),
        ("The valley is known as “the oven”.", "term"),
        ("The guerrilla “Ridge Alliance” attacked.", "term"),
        ("They speak of “progress” there.", "scare"),
        ("[1] See Jane Roe, “The Long Dyke”, Kingsport Post, 4 May 2020.", "title"),
        ("[2] “Dykes fail again”, press release, 4 May 2020.", "title"),
        ("She wrote a book titled “The Long Dyke” in 2019.", "title"),
        ("[3] The mayor said “we left in good order”.", "speech"),
    ],
)
def test_titles_terms_and_scare_quotes_are_told_apart(text: str, use: str) -> None:
    assert quotations(text)[0].use == use


def test_the_span_takes_in_the_marks() -> None:
    text = "He said: “We left.”"
    one = quotations(text)[0]
    assert text[one.start : one.end] == "“We left.”"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aA .,\"'“”‘’«»\n[]…said"), max_size=200) | st.text(max_size=60))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for one in quotations(text):
        assert 0 <= one.start < one.end <= len(text)
        assert len(one.words) <= one.end - one.start


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "’", "‘", "“”", "'s ", "s’ ", "a ‘", '" ', "“a\n"])
def test_hostile_repetition_is_read_through(mark: str) -> None:
    assert isinstance(quotations(mark * 5_000), list)
