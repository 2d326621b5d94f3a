"""The claims that a text makes: what each measures, who takes part, when, and whether it is a whole or a part."""

from typing import Any

import pytest
from facts import archive
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.drafting import roles_of
from factcheck.records.claim import Claim, Roles
from factcheck.records.mention import EventMention


def claims(text: str, kind: str, date: str | None = None) -> list[Claim]:
    made = archive({"one": text}, {"one": date} if date else {}).studies["one"].claims
    return [claim for claim in made if claim.kind == kind]


COUNTS: list[tuple[str, str, dict[str, Any]]] = [
    ("a toll", "The fire in Arlen killed 12 people.", {"measure": "death", "scope": "whole", "names": ("Arlen",)}),
    ("a sale", "Norway sold 12 jets to Sweden.",
     {"measure": "jets transfer", "roles": Roles(from_=("Norway",), to=("Sweden",))}),
    ("the same sale told by the buyer", "Sweden bought 12 jets from Norway.",
     {"measure": "jets transfer", "roles": Roles(from_=("Norway",), to=("Sweden",))}),
    ("a plan", "The company plans to hire 40 people.", {"status": "planned", "modality": "expected"}),
    ("what is asked", "Did the company hire 40 people in Arlen?", {"modality": "possible"}),
    ("a denial", "The fire did not injure 12 people.", {"polarity": False}),
    ("those of whom something is denied", "The 12 nurses will not stay.", {"measure": "nurses", "polarity": True}),
    ("a crowd", "The union put the crowd in Arlen at 6,000.", {"measure": "attendance"}),
    ("marchers", "Around 2,200 persons marched through Arlen.", {"measure": "attendance"}),
    ("those whom a rally drew", "The rally drew 5,000 people.", {"measure": "attendance"}),
    ("hurt, of those who came", "Some 40 spectators were injured.", {"measure": "spectators injury"}),
    ("an addition", "The fire killed another 12 people.", {"scope": "additional"}),
    ("a whole that is told with its part", "The police arrested 40 people, including 12 students.",
     {"quantity": 40.0, "scope": "whole"}),
    ("its time", "The fire killed 12 people on 5 May 2020.", {"timespan": "2020-05-05"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in COUNTS], ids=[row[0] for row in COUNTS])
def test_a_count_says_what_is_counted_and_how(text: str, expected: dict[str, Any]) -> None:
    made = claims(text, "count")[0]
    said = {**dict(made), "quantity": made.quantity and made.quantity.low}
    said["timespan"] = made.timespan.start if made.timespan else None
    assert {name: said[name] for name in expected} == expected


def test_a_rate_says_over_what() -> None:
    assert [made.per for made in claims("The farm sells 40 litres a day.", "quantity")] == ["day"]


def test_a_part_that_is_told_beside_its_whole_is_marked() -> None:
    made = claims("The fire killed 40 people, 12 of them children.", "count")
    scopes = [(one.quantity.low, one.scope) for one in made if one.quantity]
    assert scopes == [(40.0, "whole"), (12.0, "part")]


def test_a_lower_toll_of_the_same_document_is_a_part_of_the_highest() -> None:
    text = "The flood killed 40 people in the valley. In the town of Arlen it killed 12 people."
    assert [made.scope for made in claims(text, "count", "2021-03-05")] == ["whole", "part"]


def test_a_lower_count_of_things_is_not() -> None:
    text = "Sweden bought 40 jets from Norway. Denmark bought 12 jets from Norway."
    assert [made.scope for made in claims(text, "count")] == ["whole", "whole"]


def test_tolls_of_other_years_are_wholes_of_their_own() -> None:
    text = "In 1998 the flood killed 40 people. In 2020 the flood killed 12 people."
    assert [made.scope for made in claims(text, "count")] == ["whole", "whole"]


def test_a_share_belongs_to_the_name_before_its_brackets() -> None:
    made = claims("Norway (24 per cent) and Sweden (18 per cent) are the largest donors.", "percentage")
    assert [(one.roles.agent, one.quantity.low) for one in made if one.quantity] == [
        (("Norway",), 24.0),
        (("Sweden",), 18.0),
    ]


def test_sums_are_told_apart_by_the_names_that_follow_them() -> None:
    made = claims("It bought arms worth $1.2 billion from Norway and $3 billion from Sweden.", "quantity")
    assert [(one.roles.from_, one.quantity.low) for one in made if one.quantity] == [
        (("Norway",), 1.2e9),
        (("Sweden",), 3e9),
    ]


KINDS = [
    ("a date", "Governor Ada Lind visited Norway on 5 May 2020.", "date", "visit"),
    ("a happening", "Governor Ada Lind visited Norway.", "event", "visit"),
    ("a quotation", "Ada Lind said: “The dam will never be built here.”", "quotation", "words"),
    ("a list", "She named three ports: Arlen, Borne and Caster.", "enumeration", "ports"),
    ("a rank", "Norway is the second largest supplier of timber to Arlen.", "ranking", "supplier of timber"),
    ("a title", "Governor Ada Lind left.", "name", "Governor"),
    ("an agreement that was concluded", "The agreement with Arlen was concluded on 3 May 2020.", "date", "signature"),
    ("a share in brackets", "Women won 40 seats (33 per cent).", "percentage", "seats"),
    ("a level that rose", "Inflation climbed to 8.6 per cent in May.", "percentage", "Inflation"),
    ("a level that fell", "Poverty fell to 8.6 per cent in May.", "percentage", "Poverty"),
]


@pytest.mark.parametrize(("text", "kind", "measure"), [row[1:] for row in KINDS], ids=[row[0] for row in KINDS])
def test_a_text_makes_a_claim_of_its_kind(text: str, kind: str, measure: str) -> None:
    assert measure in [made.measure for made in claims(text, kind)]


@pytest.mark.parametrize(
    ("date", "expected"), [("2021-03-05", "2021-03-05"), ("2021-03", "2021-03-01"), ("2021", None), (None, None)]
)
def test_a_count_runs_up_to_the_day_of_its_document(date: str | None, expected: str | None) -> None:
    assert [made.as_of for made in claims("The fire killed 12 people.", "count", date)] == [expected]


TRANSFERS = [
    ("sell", {"agent": ("A",), "to": ("B",)}, Roles(from_=("A",), to=("B",))),
    ("sell", {"agent": ("A",), "recipient": ("B",)}, Roles(from_=("A",), to=("B",))),
    ("buy", {"agent": ("B",), "from_": ("A",)}, Roles(from_=("A",), to=("B",))),
    ("buy", {"agent": ("B",), "recipient": ("jets",)}, Roles(to=("B",))),
    ("visit", {"agent": ("A",), "to": ("B",)}, Roles(agent=("A",), to=("B",))),
]


@pytest.mark.parametrize(("verb", "parts", "expected"), TRANSFERS)
def test_buying_and_selling_are_put_the_same_way_round(
    verb: str, parts: dict[str, tuple[str, ...]], expected: Roles
) -> None:
    mention = EventMention.model_validate({"finder": "event", "start": 0, "end": 1, "verb": verb, **parts})
    assert roles_of(mention) == expected


SENTENCES = [
    "The fire in Arlen killed 12 people on 5 May 2020.",
    "Norway sold 12 jets to Sweden for $3 million.",
    "Of these, two were old.",
    "Ada Lind said: “The dam will never be built here.”",
    "She named three ports: Arlen, Borne and Caster.",
    "Norway is the largest supplier of timber.",
    "In 1998 it was 24 per cent.",
]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=5))
def test_claims_stand_where_they_say_in_order_of_place_each_with_its_own_id(sentences: list[str]) -> None:
    studied = archive({"one": "\n\n".join(["A report.", *sentences])}).studies["one"]
    text = studied.document.text
    starts = [made.anchors[0].start or 0 for made in studied.claims]
    assert starts == sorted(starts)
    assert len({made.id for made in studied.claims}) == len(studied.claims)
    for made in studied.claims:
        anchor = made.anchors[0]
        assert text[anchor.start : anchor.end] == anchor.exact


def test_a_forecast_is_a_plan_also_when_it_is_told_later() -> None:
    (made,) = claims("The bank had expected a profit of 3 million euros.", "quantity")
    assert made.status == "planned"


@pytest.mark.parametrize("after", ["after seven months", "before seven months"])
def test_a_time_after_which_something_happens_is_not_how_long_it_lasts(after: str) -> None:
    assert not claims(f"The walkout began in Arlen {after}.", "duration")


def test_who_says_i_in_a_transcript_is_the_one_whose_name_stands_before() -> None:
    text = (
        "Hearing of 13 September 2022\n\nTHE CHAIR: Had you warned the board?\n\n"
        "MS OKAFOR: I did not support the purchase.\n\nTHE CHAIR: Thank you."
    )
    told = [(claim.roles.agent, claim.polarity) for claim in claims(text, "event") if claim.measure == "support"]
    assert told == [(("Okafor",), False)]


def test_a_period_since_a_year_is_that_year_for_what_happened_then() -> None:
    (claim,) = claims("It was the worst accident in Arlen since 2008, when four people died.", "count")
    assert claim.timespan is not None
    assert (claim.timespan.start, claim.timespan.end) == ("2008-01-01", "2009-01-01")


OF_WHICH_CLAUSE: list[tuple[str, list[tuple[str, str]]]] = [
    ("The train crashed on Monday when its brakes failed.", [("crash", "2024-03-04")]),
    ("The ferry capsized on Monday after a crowd moved to one side.", [("sinking", "2024-03-04")]),
    ("Inspectors said on Tuesday that last week's explosion was caused by gas.", [("explosion", "2024-02-26")]),
    ("The outbreak killed a boy last autumn, doctors of the clinic report today.", [("death", "2023-09-01")]),
    ("He died in hospital, police said on Monday.", []),
]


@pytest.mark.parametrize(("text", "dated"), OF_WHICH_CLAUSE, ids=[text for text, _ in OF_WHICH_CLAUSE])
def test_a_time_dates_the_verb_that_it_follows(text: str, dated: list[tuple[str, str]]) -> None:
    made = claims(text, "date", "2024-03-06")
    told = [(one.measure, one.event.date.start) for one in made if one.event and one.event.date]
    assert told == dated
