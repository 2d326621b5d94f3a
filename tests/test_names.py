"""Names of people, bodies, places and products are found, typed, and joined inside a document."""

import pytest
from documents import document, found
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config import Glossary
from factcheck.finders._joining import sound_key, spells
from factcheck.language.places import country_of
from factcheck.language.titles import leading, post_in
from factcheck.mentioning import find_all
from factcheck.records.mention import NameMention


def names(text: str) -> list[NameMention]:
    return [one for one in found("name", text) if isinstance(one, NameMention)]


NAMED = (
    # text, name, type, titles
    ("He left. Finance chief Odile Brandt stayed.", "Odile Brandt", "person", ("Finance chief",)),
    (
        "The minister met Deputy Transport Minister Odile Brandt in the capital.",
        "Odile Brandt", "person", ("Deputy Transport Minister",),
    ),
    ("Critics of Secretary of State Helen Marsh left early.", "Helen Marsh", "person", ("Secretary of State",)),
    ("They wrote to Major General Tomas Berg on Monday.", "Tomas Berg", "person", ("Major General",)),
    ("They wrote to Interior Minister General Tomas Berg.", "Tomas Berg", "person", ("Interior Minister", "General")),
    ("Rents rose, said Jane Roe, a senior researcher at the Harbour Institute.", "Jane Roe", "person",
     ("senior researcher at the Harbour Institute",)),
    ("The bank's governor, Ola Strand, resigned.", "Ola Strand", "person", ("governor",)),
    ("Brandt met the president, Rui Matos, and left.", "Rui Matos", "person", ("president",)),
    ("On Friday chief executive Prakash Rai resigned.", "Prakash Rai", "person", ("chief executive",)),
    ("A letter from Faisal bin Omar arrived.", "Faisal bin Omar", "person", ()),
    ("The money came from the Department of Health and Social Care.", "Department of Health and Social Care",
     "organisation", ()),
    ("It was sold to Castle Holdings Ltd for a pound.", "Castle Holdings Ltd", "organisation", ()),
    ("She writes for the Kingsport Post.", "Kingsport Post", "organisation", ()),
    ("The Northgate Supporters' Trust objected.", "Northgate Supporters' Trust", "organisation", ()),
    ("The fire reached Lake Ormond.", "Lake Ormond", "place", ()),
    ("The fire began near Ormond.", "Ormond", "place", ()),
    ("They flew home on a Boeing 737-800 that night.", "Boeing 737-800", "product", ()),
    ("The army ordered six Kestrel-2M launchers.", "Kestrel-2M", "product", ()),
    ("It followed the Cold War.", "Cold War", "event", ()),
    ("They signed the Ormond Treaty.", "Ormond Treaty", "work", ()),
)  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind", "titles"), NAMED, ids=[case[1] for case in NAMED])
def test_a_name_has_its_type_and_titles(text: str, name: str, kind: str, titles: tuple[str, ...]) -> None:
    one = next(one for one in names(text) if one.name == name)
    assert (one.type, one.titles) == (kind, titles)


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("The Kenyan team beat Kenya's rivals.", ["Kenya", "Kenya"]),
        ("Chinese-built trains run to London-based firms.", ["China", "London"]),
        ("A U.S. envoy and a US senator met Americans.", ["United States"] * 3),
        ("Peru-Chile talks began.", ["Peru", "Chile"]),
        ("It left Rotterdam for Kiev.", ["Rotterdam", "Kyiv"]),
        ("The South Korean navy sailed.", ["South Korea"]),
        ("Talks in Southeast Asia failed.", ["Southeast Asia"]),
    ],
)
def test_countries_and_their_people_are_one(text: str, entities: list[str]) -> None:
    assert [one.entity for one in names(text)] == entities


JOINED = (
    # text, short form, entity
    ("Odile Brandt spoke. Later Brandt left.", "Brandt", "Odile Brandt"),
    ("General Ko Min Thu spoke. Later General Ko left.", "Ko", "Ko Min Thu"),
    ("Anna Lee Moe Chan spoke to reporters. Later Moe Chan left.", "Moe Chan", "Anna Lee Moe Chan"),
    ("The International Grain Council (IGC) met. The IGC left.", "IGC", "International Grain Council"),
    ("The National Audit Office met. Then the NAO left.", "NAO", "National Audit Office"),
    ("He runs Brightwell Systems Ltd. It is said that Brightwell failed.", "Brightwell", "Brightwell Systems Ltd"),
    ("President Sergey Kolov met a friend, Sergei Kolov.", "Sergei Kolov", "Sergey Kolov"),
    ("The bishop met Carlos Yáñez Lazo. Soon Carlos Lazo left.", "Carlos Lazo", "Carlos Yáñez Lazo"),
)


@pytest.mark.parametrize(("text", "short", "entity"), JOINED, ids=[case[1] for case in JOINED])
def test_a_short_form_joins_the_fullest(text: str, short: str, entity: str) -> None:
    assert {one.entity for one in names(text) if one.name == short} == {entity}


def test_a_surname_of_two_people_joins_neither() -> None:
    text = "Anna Berg met her brother Olaf Berg. Later the younger Berg left."
    assert [one.entity for one in names(text)] == ["Anna Berg", "Olaf Berg", "Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "Officials said that nothing was lost.",
        "Rescuers worked all night. Nobody slept.",
        "On Monday, 4 March, it rained. In April it snowed.",
        "See Section IV and Table 2 of Appendix A.",
        "The prime minister left. Prime Minister and President met.",
        "I think that it's late. We've lost. Don't go.",
        "Western officials said so.",
        "# A Long Road Into The Hills",
        "Profits rose in Q3 to $4m, or US$5m.",
    ],
)
def test_a_capital_alone_makes_no_name(text: str) -> None:
    assert names(text) == []


def test_spelling_stays_as_written() -> None:
    assert [one.name for one in names("He met Oyelaren, then Łukasz Żak, in Xi'an.")] == [
        "Oyelaren",
        "Łukasz Żak",
        "Xi'an",
    ]


def test_the_span_takes_in_titles_that_touch_the_name() -> None:
    text = "Then health minister Odile Brandt left."
    one = names(text)[0]
    assert text[one.start : one.end] == "health minister Odile Brandt"


def test_the_glossary_joins_and_gives_titles() -> None:
    glossary = Glossary(aliases={"Iron Duke": "Odile Brandt"}, titles=("Harbour Reeve",))
    text = "They cheered the Iron Duke and Harbour Reeve Ansa Moor."
    seen = [one for one in find_all(document(text), glossary)["name"] if isinstance(one, NameMention)]
    assert [(one.entity, one.titles) for one in seen] == [("Odile Brandt", ()), ("Ansa Moor", ("Harbour Reeve",))]


def test_helpers_say_what_titles_and_acronyms_are() -> None:
    assert leading(["Deputy", "Transport", "Minister", "Jane", "Roe"]) == 3
    assert post_in("head of the harbour office") and not post_in("whose brother")
    assert spells("OCHA", "United Nations Office for the Coordination of Humanitarian Affairs")
    assert not spells("NATO", "National Audit Office")
    assert sound_key("Sergey") == sound_key("Sergei") != sound_key("Sergio")
    assert country_of("Kenyan") == country_of("Nairobi") == "Kenya"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("AaBéÉ .,'’-(\n\"“0and ofU.S"), max_size=200) | st.text(max_size=60))
def test_any_text_gives_spans_inside_it_that_do_not_overlap(text: str) -> None:
    end = 0
    for one in names(text):
        assert end <= one.start < one.end <= len(text)
        assert one.name and one.entity
        end = one.end


@pytest.mark.parametrize("unit", ["A", "A ", "A.", "Aa of ", "Min ", "(", "Aa-", "'s ", "Mr. "])
def test_hostile_repetition_is_read_through(unit: str) -> None:
    assert isinstance(names(unit * 5_000), list)
