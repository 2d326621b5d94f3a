"""What the checks of figures, dates, rankings and denials say of short texts, and what must change none of it."""

import itertools

import pytest
from facts import archive, findings, verdicts
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import engine
from factcheck.checking import Archive, Check
from factcheck.checks import corroborated, date_differs, event_denied, quantity_differs, ranking_differs
from factcheck.config import Config
from factcheck.records.finding import Finding

Case = tuple[str, str, str | None]
"""One text, another, and the verdict that is due; null where nothing may be said."""

AGREEING: dict[str | None, Check] = {"agrees": corroborated.CHECK}
"""Which check says so, where it is not the one that is tested."""

FIGURES: dict[str, Case] = {
    "about 1,200 and 1,187": (
        "About 1,200 people were evacuated from Arlen on Monday.",
        "In Arlen, 1,187 people were evacuated on Monday.",
        "agrees",
    ),
    "square miles and acres": (
        "The fire at Arlen burned 215 square miles of forest.",
        "At Arlen the fire burned 138,000 acres of forest.",
        "agrees",
    ),
    "other acres": (
        "The fire at Arlen burned 215 square miles of forest.",
        "At Arlen the fire burned 99,000 acres of forest.",
        "conflict",
    ),
    "dollars and euros": (
        "The dam at Arlen cost $1.2 billion.",
        "The dam at Arlen cost 1.7 billion euros.",
        None,
    ),
    "other sums": ("The dam at Arlen cost $1.2 billion.", "The dam at Arlen cost $1.7 billion.", "conflict"),
    "at least five, and only two": (
        "At least five journalists were beaten by police in Arlen.",
        "Only two journalists were beaten by police in Arlen.",
        "conflict",
    ),
    "a level that climbed, and one that stood": (
        "Unemployment in Arlen climbed to 8.6 percent in the last three months of 2024.",
        "The jobless rate in Arlen was 6.8 per cent in the fourth quarter of 2024.",
        "conflict",
    ),
    "the dead and the injured": (
        "The fire in Arlen killed 30 firefighters.",
        "The fire in Arlen injured 90 firefighters.",
        None,
    ),
    "a part of them": (
        "The fire in Arlen killed 40 people.",
        "The fire in Arlen killed 52 people; of them 40 were children.",
        "conflict",
    ),
    "planned and delivered": (
        "Norway plans to deliver 60 jets to Arlen.",
        "Norway delivered 40 jets to Arlen.",
        None,
    ),
    "another seller": (
        "Norway sold 60 jets to Arlen in 2019.",
        "Sweden sold 40 jets to Arlen in 2019.",
        None,
    ),
    "another year": (
        "Norway sold 60 jets to Arlen in 2018.",
        "Norway sold 40 jets to Arlen in 2019.",
        None,
    ),
    "a year of many": (
        "Norway sold 60 jets to Arlen from 2001 to 2021.",
        "Norway sold 40 jets to Arlen in 2019.",
        None,
    ),
    "windows that nearly coincide": (
        "Norway sold jets worth $1.7 billion to Arlen from 2001 to 2021.",
        "Norway sold jets worth $1.2 billion to Arlen between 2000 and 2019.",
        "different-basis",
    ),
    "another round": (
        "In the first round in Arlen 4,100 people voted.",
        "In the second round in Arlen 3,200 people voted.",
        None,
    ),
    "profit in other words": (
        "Lind Foods made a profit before tax of £71.2 million last year.",
        "Pretax profit at Lind Foods was £92.6 million last year.",
        "conflict",
    ),
    "staff and those employed": (
        "Lind Foods employs 9,400 people in Arlen.",
        "Lind Foods, which has 12,200 staff in Arlen, is for sale.",
        "conflict",
    ),
    "the depth of a wreck, told on two days": (
        "Divers reached the wreck of the Moss off Arlen at a depth of 84 metres on 3 May 2020.",
        "A box was lifted from the wreck of the Moss off Arlen, from a depth of 59 metres, on 9 June 2020.",
        "possible-conflict",
    ),
    "the number of the missing goes up and down": (
        "On 3 May 2020 26 people were missing after the fire in Arlen.",
        "On 5 May 2020 19 people were missing after the fire in Arlen.",
        None,
    ),
    "a document that gives both": (
        "The hospital at Arlen has 486 beds.",
        "The hospital at Arlen opened with 441 of its 486 beds.",
        "agrees",
    ),
    "the age of a group": (
        "The median age of the patients at Arlen was 68 years.",
        "At Arlen the median age of the patients was 61 years.",
        "conflict",
    ),
    "a share of what": (
        "Of the patients at Arlen 71 per cent were men.",
        "At Arlen 83 per cent of the patients were women.",
        None,
    ),
    "thousands": (
        "Thousands of people were evacuated from Arlen on Monday.",
        "In Arlen, 7,150 people were evacuated on Monday.",
        None,
    ),
}


def test_counts_that_grew_with_another_are_of_another_day() -> None:
    documents = {
        "one": "Some 18,000 people were displaced by the storm in Arlen and lodged in 52 sites in Arlen.",
        "two": "The storm in Arlen displaced 27,400 people, who are lodged in 88 sites in Arlen.",
    }
    dates = {"one": "2024-03-08", "two": "2024-03-10"}
    assert verdicts(findings(quantity_differs.CHECK, documents, dates)) == {"later-figure"}


def test_shares_move_another_way_on_another_day() -> None:
    documents = {"one": "Shares in Lind Foods fell 6 per cent.", "two": "Shares in Lind Foods rose 1.2 per cent."}
    one, other = {"one": "2024-03-08", "two": "2024-03-08"}, {"one": "2024-03-08", "two": "2024-05-10"}
    assert verdicts(findings(quantity_differs.CHECK, documents, one)) == {"conflict"}
    assert verdicts(findings(quantity_differs.CHECK, documents, other)) == set()


def test_of_many_counts_of_one_name_two_are_not_set_against_each_other() -> None:
    documents = {
        "one": "Fourteen patients at Arlen were away. Of 22 patients samples were alike. All 75 patients came.",
        "two": "The study at Arlen took in 75 patients. It compared 61 patients with healthy people.",
    }
    assert "61" not in str(findings(quantity_differs.CHECK, documents))


@pytest.mark.parametrize(("one", "two", "expected"), FIGURES.values(), ids=FIGURES)
def test_figures(one: str, two: str, expected: str | None) -> None:
    found = findings(AGREEING.get(expected, quantity_differs.CHECK), {"one": one, "two": two})
    assert verdicts(found) == ({expected} if expected else set())


TOLL = "The fire at the Arlen mill killed {} people."


@pytest.mark.parametrize(
    ("early", "late", "expected"),
    [("12", "21", "later-figure"), ("21", "12", "possible-conflict"), ("12", "12", "agrees")],
)
def test_a_toll_may_rise_from_day_to_day_but_not_fall(early: str, late: str, expected: str) -> None:
    texts = {"one": TOLL.format(early), "two": TOLL.format(late)}
    found = findings(AGREEING.get(expected, quantity_differs.CHECK), texts, {"one": "2021-03-05", "two": "2021-03-09"})
    assert verdicts(found) == {expected}


DATES: dict[str, Case] = {
    "two payments of one payer": (
        "The Arlen Council paid $579 million for the trams of Mossby in 2000.",
        "For the bridges of Karrow $35 million was paid by the Arlen Council in 1999.",
        None,
    ),
    "what happens once, in another month": (
        "Governor Ada Lind resigned in May 2020.",
        "Governor Ada Lind resigned in June 2020.",
        "conflict",
    ),
    "what may happen again, in other words and another month": (
        "Governor Ada Lind visited Norway in May 2020.",
        "In June 2020, Governor Ada Lind visited Norway.",
        "possible-conflict",
    ),
    "a day of the month": (
        "Governor Ada Lind visited Norway on 24 June 2020.",
        "Governor Ada Lind visited Norway in June 2020.",
        "agrees",
    ),
    "a visit years before": (
        "Governor Ada Lind visited Norway in May 2016.",
        "Governor Ada Lind visited Norway in May 2020.",
        None,
    ),
    "another visitor": (
        "Governor Ada Lind visited Norway in May 2020.",
        "Governor Bo Berg visited Norway in June 2020.",
        None,
    ),
    "another place": (
        "Governor Ada Lind visited Norway in May 2020.",
        "Governor Ada Lind visited Sweden in June 2020.",
        None,
    ),
    "another visit by its number": (
        "Governor Ada Lind made her second visit to Norway in May 2020.",
        "Governor Ada Lind made her third visit to Norway in June 2020.",
        None,
    ),
    "another happening": (
        "Governor Ada Lind visited Norway in May 2020.",
        "Governor Ada Lind resigned in June 2020.",
        None,
    ),
    "what is only planned": (
        "Governor Ada Lind will visit Norway in May 2020.",
        "Governor Ada Lind visited Norway in June 2020.",
        None,
    ),
}


@pytest.mark.parametrize(("one", "two", "expected"), DATES.values(), ids=DATES)
def test_dates(one: str, two: str, expected: str | None) -> None:
    found = findings(AGREEING.get(expected, date_differs.CHECK), {"one": one, "two": two})
    assert verdicts(found) == ({expected} if expected else set())


RANKINGS: dict[str, Case] = {
    "two ranks of one": (
        "Norway is the largest supplier of timber to Arlen.",
        "Norway is the second largest supplier of timber to Arlen.",
        "possible-conflict",
    ),
    "one rank of two": (
        "Norway is the largest supplier of timber to Arlen.",
        "Sweden is the largest supplier of timber to Arlen.",
        "possible-conflict",
    ),
    "first and second": (
        "Norway is the largest supplier of timber to Arlen.",
        "Sweden is the second largest supplier of timber to Arlen.",
        None,
    ),
    "one rank in other words": (
        "Norway is the largest supplier of timber to Arlen.",
        "Norway is the main supplier of timber to Arlen.",
        None,
    ),
    "other goods": (
        "Norway is the largest supplier of timber to Arlen.",
        "Sweden is the largest buyer of wool from Arlen.",
        None,
    ),
    "one of the largest": (
        "Norway is the largest supplier of timber to Arlen.",
        "Sweden is one of the largest suppliers of timber to Arlen.",
        None,
    ),
}


@pytest.mark.parametrize(("one", "two", "expected"), RANKINGS.values(), ids=RANKINGS)
def test_rankings(one: str, two: str, expected: str | None) -> None:
    found = findings(ranking_differs.CHECK, {"one": one, "two": two})
    assert verdicts(found) == ({expected} if expected else set())


AFFIRMED = "The mayor of Arlen signed the contract with Thalassa Lines."
DENIED = "The mayor of Arlen did not sign the contract with Thalassa Lines."
DENIALS: dict[str, Case] = {
    "affirmed and denied": (AFFIRMED, DENIED, "possible-conflict"),
    "affirmed twice": (AFFIRMED, "In Arlen the mayor signed the contract with Thalassa Lines.", None),
    "denied twice": (DENIED, "Arlen's mayor did not sign the contract with Thalassa Lines.", None),
    "only possible": ("The mayor of Arlen may have signed the contract with Thalassa Lines.", DENIED, None),
    "of something else": (AFFIRMED, "The mayor of Arlen did not sign the petition.", None),
}


@pytest.mark.parametrize(("one", "two", "expected"), DENIALS.values(), ids=DENIALS)
def test_denials(one: str, two: str, expected: str | None) -> None:
    found = findings(event_denied.CHECK, {"one": one, "two": two})
    assert verdicts(found) == ({expected} if expected else set())


def test_a_denial_that_a_later_source_overtook_stands_on_another_basis() -> None:
    dates = {"one": "2021-03-05", "two": "2018-03-05"}
    assert verdicts(findings(event_denied.CHECK, {"one": AFFIRMED, "two": DENIED}, dates)) == {"different-basis"}


# What must change nothing

CHECKS: tuple[Check, ...] = tuple(
    module.CHECK for module in (quantity_differs, date_differs, ranking_differs, event_denied)
)
FACTS: list[Case] = [case for cases in (FIGURES, DATES, RANKINGS, DENIALS) for case in cases.values()]
ELSEWHERE = (
    "The potter of Quill fired nine glazed jugs. A kiln holds 64 of them, and her guild has sold them at the"
    " Quill market since 1974. She said: “Clay forgives whoever waits.”"
)
"""A document that has nothing to do with any of the others."""

CROWD = {
    "agency": f"{TOLL.format(12)} Governor Ada Lind visited Norway in May 2020. {AFFIRMED}",
    "paper": f"{TOLL.format(14)} Governor Ada Lind visited Norway in June 2020. {DENIED}",
    "report": f"{TOLL.format(12)} Norway is the largest supplier of timber to Arlen.",
    "column": "Norway is the second largest supplier of timber to Arlen. The dam at Arlen cost $1.2 billion.",
    "letter": "The dam at Arlen cost $1.7 billion. Thousands of people came.",
}


def reported(sight: Archive) -> list[Finding]:
    return engine.run_checks(sight, Config())


def test_the_documents_of_these_tests_differ_in_all_that_is_asked() -> None:
    checks = {found.check for found in reported(archive(CROWD))}
    assert {"quantity-differs", "date-differs", "ranking-differs", "event-denied"} <= checks


def test_the_order_of_documents_changes_no_finding() -> None:
    expected = reported(archive(CROWD))
    for names in itertools.islice(itertools.permutations(CROWD), 0, 120, 17):
        assert reported(archive({name: CROWD[name] for name in names})) == expected


def test_an_unrelated_document_changes_no_finding() -> None:
    expected = reported(archive(CROWD))
    assert reported(archive({**CROWD, "aside": ELSEWHERE})) == expected
    assert reported(archive({**CROWD, "zebra": ELSEWHERE})) == expected


def test_the_order_of_claims_changes_no_finding() -> None:
    sight = archive(CROWD)
    turned = {
        name: type(study)(study.source, study.document, study.mentions, tuple(reversed(study.claims)), study.citations)
        for name, study in sight.studies.items()
    }
    assert [list(check.run(Archive(turned), Archive(turned))) for check in CHECKS] == [
        list(check.run(sight, sight)) for check in CHECKS
    ]


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(FACTS))
def test_either_document_may_come_first(case: Case) -> None:
    one, two, _ = case
    for check in CHECKS:
        first, second = findings(check, {"a": one, "b": two}), findings(check, {"a": two, "b": one})
        assert sorted(found.verdict for found in first) == sorted(found.verdict for found in second)


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(FACTS))
def test_a_document_does_not_differ_from_its_copy(case: Case) -> None:
    for check in CHECKS:
        assert verdicts(findings(check, {"a": case[0], "b": case[0]})) <= {"agrees"}
