"""What a figure measures, in words, and whether it is a part of another or an addition to it."""

import pytest
from facts import archive, dollars, quantity
from hypothesis import given
from hypothesis import strategies as st

from factcheck.measuring.figures import in_words, measured, own_noun
from factcheck.measuring.scoping import Extent, extent_of, scope_of
from factcheck.records.claim import Scope
from factcheck.records.mention import EventMention, Mention
from factcheck.records.quantity import Quantity


def event(verb: str, concept: str | None) -> EventMention:
    return EventMention(finder="event", start=0, end=1, verb=verb, concept=concept)


KILL, INJURE, BUY, SAY = (
    event("kill", "death"),
    event("injure", "injury"),
    event("buy", "transfer"),
    event("say", "statement"),
)


def people(noun: str | None, of: str | None = None) -> Quantity:
    return quantity(12, unit=noun, of=of)


MEASURES = [
    ("people, and what happens to them", people("people"), KILL, "The fire killed 12 people.", "death"),
    ("residents are people", people("residents"), INJURE, "The fire injured 12 residents.", "injury"),
    ("nobody named", people(None), KILL, "The fire killed 12.", "death"),
    ("people of a kind", people("officers"), KILL, "The fire killed 12 officers.", "officers death"),
    ("things that change hands", people("jets"), BUY, "It bought 12 jets.", "jets transfer"),
    ("a happening that tells nothing of a count", people("jets"), SAY, "It said it had 12 jets.", "jets"),
    ("no happening", people("jets"), None, "12 jets.", "jets"),
    ("the noun is the happening", people("deaths"), None, "12 deaths.", "death"),
    ("lives that were lost", people("lives"), None, "The fire claimed 12 lives.", "death"),
    ("how often", people("times"), event("visit", "visit"), "He visited 12 times.", "visit"),
    ("nothing at all", people(None), None, "Another 12.", ""),
    ("a sum of something", dollars(5e6, of="arms"), BUY, "It bought $5 million of arms.", "arms"),
    ("a sum that is paid", dollars(5e6), BUY, "It bought it for $5 million.", "transfer"),
    ("a sum alone", dollars(5e6), None, "$5 million.", "money"),
    ("a sum and who pays", dollars(5e6, of="Norway"), BUY, "It bought it for $5 million.", "transfer"),
]


@pytest.mark.parametrize(
    ("stated", "happening", "clause", "expected"), [row[1:] for row in MEASURES], ids=[row[0] for row in MEASURES]
)
def test_what_a_figure_measures(stated: Quantity, happening: EventMention | None, clause: str, expected: str) -> None:
    assert measured(stated, happening, clause) == expected


SAID: list[tuple[str, str]] = [
    ("[382] people were on board.", "aboard"),
    ("There were [382] people on board.", "aboard"),
    ("Officials list [25] people as missing.", "missing"),
    ("[11] were in a serious condition.", "grave-injury"),
    ("Forty were injured, [14] seriously.", "grave-injury"),
    ("[3,400] people have been ordered out of their homes.", "evacuation"),
    ("[4,400] residents were moved to safety.", "evacuation"),
    ("[4,400] residents had to leave their homes.", "evacuation"),
    ("[Five] were firefighters of the brigade.", "firefighters"),
    ("[83 per cent] were men.", "male"),
    ("[83 per cent] of them were women.", "female"),
    ("Of the 75 patients, [53] were men.", "male"),
    ("The number of people known to have died in the fire rose to [12].", "death"),
    ("The average gate so far is [17,340].", "average gate"),
    ("They planted 410,000 trees. Surveyors found [38,000].", "trees"),
    ("[Fifty-eight] were admitted to hospital.", "hospitalisation"),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_a_number_without_a_noun_counts_is_what_is_said_of_it(text: str, expected: str) -> None:
    number = text[text.index("[") + 1 : text.index("]")]
    (study,) = archive({"one": text.replace("[", "").replace("]", "")}).studies.values()
    assert {claim.measure for claim in study.claims if claim.quantity and claim.quantity.as_written == number} == {
        expected
    }


def test_those_of_the_sick_who_lay_in_hospital_are_all_who_lay_there() -> None:
    text = "Of those who fell ill, 68 were admitted to hospital."
    (study,) = archive({"one": text}).studies.values()
    assert [claim.scope for claim in study.claims if claim.quantity] == ["whole"]


@pytest.mark.parametrize(
    ("of", "expected"),
    [("arms", "arms"), ("Norway", ""), ("Norwegian", ""), (None, ""),
     ("Thalassa Lines", "")],
)  # fmt: skip
def test_a_sum_is_of_a_thing_and_not_of_who_pays(of: str | None, expected: str) -> None:
    assert own_noun(dollars(5e6, of=of)) == expected


SCOPES: list[tuple[str, Scope]] = [
    ("The fire killed [12] people.", "whole"),
    ("A further [12] people died.", "additional"),
    ("Another [12] were hurt.", "additional"),
    ("An additional [12] were hurt.", "additional"),
    ("[12] more were hurt.", "additional"),
    ("[12] others were hurt.", "additional"),
    ("It killed [12] more than the last one did.", "additional"),
    ("The bill is [£12 million] (9 per cent) more than the contract sum.", "additional"),
    ("Ours was [£12 million] above that of the lowest bidder.", "additional"),
    ("The [£12 million] overrun was paid by the county.", "additional"),
    ("There was a shortfall of [£12 million].", "additional"),
    ("The bill was [£12 million] over three years.", "whole"),
    ("They paid 60. Of this, [12] went to Berg.", "part"),
    ("It hurt 40, of them [12] badly.", "part"),
    ("It hurt 40, of whom [12] died.", "part"),
    ("It hurt 40, among them [12] children.", "part"),
    ("It hurt 40 people, including [12] children.", "part"),
    ("[12] of them were children.", "part"),
    ("[12] of the villagers were children.", "part"),
    ("They paid [12] each.", "part"),
    ("In Arlen alone it hurt [12].", "whole"),
    ("It hurt [12] alone in Arlen.", "part"),
    ("More than [12] people died.", "whole"),
    ("[12] of the 40 boats had cracks.", "whole"),
    ("[12] of the 40 wounded were children.", "part"),
    ("Of the 47 people on board, [12] died.", "whole"),
    ("Of the 40 injured, [12] died.", "part"),
    ("Not more than 40 came; [12] died.", "whole"),
]


@pytest.mark.parametrize(("text", "expected"), SCOPES)
def test_a_figure_is_the_whole_a_part_or_an_addition(text: str, expected: Scope) -> None:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    measure = "death" if "died" in text else ""
    assert scope_of(plain, Mention(finder="hand", start=start, end=end), measure) == expected


@pytest.mark.parametrize(
    ("measure", "expected"),
    [("death", "the dead"), ("money", "the sum"), ("jets", "jets"), ("officers death", "officers death"), ("", "")],
)
def test_a_measure_is_named_as_people_name_it(measure: str, expected: str) -> None:
    assert in_words(measure) == expected


NOUNS = st.one_of(st.none(), st.text(st.sampled_from("ab éÜ'-1Tthe people deaths"), max_size=15))


@given(NOUNS, NOUNS, st.sampled_from(["count", "money", "share"]), st.sampled_from([None, KILL, BUY, SAY]))
def test_every_figure_measures_something_or_nothing_but_never_fails(
    noun: str | None, of: str | None, dimension: str, happening: EventMention | None
) -> None:
    stated = quantity(12, unit=noun, of=of, dimension=dimension)
    assert isinstance(measured(stated, happening, "It is so."), str)
    assert dimension == "count" or measured(stated, happening, "It is so.")


@given(st.text(st.sampled_from("12 more of them each alone, including further"), max_size=60), st.data())
def test_a_scope_is_found_anywhere_in_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert scope_of(text, Mention(finder="hand", start=start, end=end)) in ("whole", "part", "additional")


def test_what_is_said_of_the_next_number_is_not_said_of_this_one() -> None:
    text = "Of the crew, 268 were rescued, 24 died and 4 are missing."
    (study,) = archive({"one": text}).studies.values()
    told = {claim.quantity.low: claim.measure for claim in study.claims if claim.quantity}
    assert told == {268: "rescue", 24: "death", 4: "missing"}


EXTENTS: list[tuple[str, Extent]] = [
    ("Cracks were found in three of the [18] boats.", "base"),
    ("Of the [18] boats, three had cracks.", "base"),
    ("Half of its [18] boats had cracks.", "base"),
    ("[18] of the 40 boats had cracks.", "some"),
    ("[18] boats of a total of 40 had cracks.", "some"),
    ("The navy has [18] boats.", "all"),
    ("All [18] boats had cracks.", "all"),
    ("Cracks were found in [18] boats.", "plain"),
    ("The bodies of [18] boats had cracks.", "plain"),
]


@pytest.mark.parametrize(("text", "expected"), EXTENTS)
def test_a_count_is_of_all_of_some_or_of_those_of_whom_some_are_told(text: str, expected: Extent) -> None:
    assert extent_of(text.replace("[", "").replace("]", ""), "18") == expected
