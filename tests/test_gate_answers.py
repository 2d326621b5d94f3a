"""What the gate says of one sentence: support and citation, each answer beside what it must not be mistaken for."""

from collections.abc import Mapping

import pytest
from gates import all_of, archive, bench, one, report

from factcheck.gate.policies import shipped
from factcheck.records.gate import GateReport

AUDIT = """The port of Arlen was closed on 12 May 2019. It had cost $1.44 billion by then, the auditors found.

Between 2000 and 2015 Norway sold Arlen ships worth $640 million, and Sweden sold it ships worth $310 million.

About 1,200 people lost their work. The transport minister, Ada Roe, said: "We had asked for two more cranes, and none
came." Pol Brandt, who heads the dockers' union, called the plan a disgrace.

The new quay is 840 metres long. It opened in March 2021 with 46 cranes.
"""
WIRE = """Arlen's port opens its new quay

The new quay of the port of Arlen opened in March 2021. It took four years to build.

Norway is the largest supplier of ships to Arlen. The town council has 31 members.
"""
LATER = "The collapse of the crane killed nine people, the coroner of Arlen said in his report.\n"
EARLY = "The collapse of the crane at Arlen killed four people on Monday, the police said.\n"
SOURCES = {"audit": AUDIT, "wire": WIRE}
RECORDS = {
    "audit": {"issued": "2022-08-04", "publisher": "Harbour Board"},
    "wire": {"issued": "2021-03-20", "container-title": "Meridian Wire"},
    "early": {"issued": "2024-02-06"},
    "later": {"issued": "2024-05-20"},
}  # fmt: skip

RIGHT = {
    "word for word": "The port of Arlen was closed on 12 May 2019 [@audit].",
    "rounded": "By the time it was closed the port had cost about $1.4 billion [@audit].",
    "turned round": "From 2000 to 2015 Arlen bought ships worth $640 million from Norway [@audit].",
    "in other words": "Some 1,200 jobs were lost [@audit].",
    "a length": "The quay measures 840 metres [@audit].",
    "a month for a day": "The port of Arlen was closed in May 2019 [@audit].",
    "a quotation": "“We had asked for two more cranes, and none came,” said Ada Roe, the transport minister [@audit].",
    "a cut quotation": "“We had asked for two more cranes … none came,” the minister said [@audit].",
    "a ranking": "Norway is Arlen's largest supplier of ships [@wire].",
    "a time to build": "Building the quay took four years [@wire].",
    "two sources": "The quay opened in March 2021 with 46 cranes [@audit; @wire].",
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_a_cited_source_says_is_supported(name: str) -> None:
    statement = one(RIGHT[name], SOURCES, RECORDS)
    assert (statement.support, statement.citation) == ("supported", "right"), statement.why
    assert statement.outcome == "warn"
    assert statement.sign_off == "not-yet"
    assert {item.source for item in statement.evidence} <= {"audit", "wire"}
    assert any(item.side == "a" for item in statement.evidence)


WRONG: dict[str, tuple[str, str, str]] = {
    "another sum": ("By then the port had cost $1.54 billion [@audit].", "contradicted", "right"),
    "another day": ("The port of Arlen was closed on 21 May 2019 [@audit].", "contradicted", "right"),
    "another length": ("The new quay is 480 metres long [@audit].", "contradicted", "right"),
    "another member count": ("The town council has 13 members [@wire].", "contradicted", "right"),
    "another word": (
        "“We had asked for two more boats, and none came,” said Ada Roe [@audit].", "misquoted", "right",
    ),
    "another figure in a quotation": (
        "“We had asked for three more cranes, and none came,” said Ada Roe [@audit].", "misquoted", "right",
    ),
    "another speaker": (
        "“We had asked for two more cranes, and none came,” said Pol Brandt [@audit].", "contradicted", "right",
    ),
    "another post": ("Ada Roe, the finance minister, opened the session [@audit].", "contradicted", "right"),
    "another period": (
        "From 1990 to 1999 Norway sold Arlen ships worth $640 million [@audit].", "different-basis", "right",
    ),
    "another supplier": (
        "Between 2000 and 2015 Sweden sold Arlen ships worth $640 million [@audit].", "different-basis", "right",
    ),
    "nobody says so": ("The port employs 77 divers and 12 cooks [@audit].", "no-source-found", "wrong"),
    "words that nobody said": ("“The sea will forgive us one day,” said Ada Roe [@audit].", "no-source-found", "wrong"),
    "somebody unknown": ("Professor Ina Falk has left the town [@audit].", "no-source-found", "wrong"),
    "the wrong source": ("The town council has 31 members [@audit].", "supported", "wrong"),
    "no source of ours": ("The town council has 31 members [@harbour-1999].", "supported", "unknown"),
    "a weekday": ("The port of Arlen was closed on Monday, 12 May 2019 [@audit].", "contradicted", "right"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_and_blocks(name: str) -> None:
    sentence, support, citation = WRONG[name]
    statement = one(sentence, SOURCES, RECORDS)
    assert (statement.support, statement.citation) == (support, citation), statement.why
    assert statement.outcome == "block"
    assert statement.why


def test_a_citation_that_is_nearly_the_id_of_a_source_is_told_with_it() -> None:
    told = one("The town council has 31 members [@wyre] and two halls [@harbour-1999].", SOURCES, RECORDS).why
    assert "Is @wire meant?" in told
    assert told.count("meant?") == 1


def test_a_toll_that_a_later_source_has_raised_is_a_later_figure() -> None:
    sources = {"early": EARLY, "later": LATER}
    assert one("The collapse of the crane killed four people [@early].", sources, RECORDS).support == "later-figure"
    assert one("The collapse of the crane killed nine people [@later].", sources, RECORDS).support == "supported"
    told = one("At first the police counted four people killed by the crane [@early].", sources, RECORDS)
    assert told.support == "supported"


def test_the_place_in_a_source_is_checked() -> None:
    text = (
        "# Report\n\n## 1. Past\n\nThe port had 31 cranes.\n\n## 2. Now\n\n### 2.1 Cranes\n\nIt has 46 tall cranes.\n"
    )
    on = bench(archive({"report.md": text}))
    told = {
        where: report(f"It has 46 tall cranes [@report, {where}].\n", on).statements[0].citation
        for where in ("sec. 2.1", "sec. 2", "sec. 1", "p. 4")
    }
    assert told == {"sec. 2.1": "right", "sec. 2": "right", "sec. 1": "page-wrong", "p. 4": "right"}


@pytest.mark.parametrize(
    ("draft", "citations"),
    [
        ("The council has 31 members [@wire]. The quay took four years to build.\n", ["right", "right"]),
        ("The council has 31 members [@wire].\n\nThe quay took four years to build.\n", ["right", "missing"]),
        ("The council has 31 members.\n\nThe quay took four years to build.\n", ["none-needed", "none-needed"]),
        ("The council has 31 members [@wire].\n\nA council of 31 members sits here.\n", ["right", "none-needed"]),
        ("# A council of 31 members\n\nThe council has 31 members [@wire].\n", ["none-needed", "right"]),
        (
            "The council has 31 members [@wire].\n\nThe quay took four years to build, the Meridian Wire reported.\n",
            ["right", "right"],
        ),
    ],
)
def test_what_needs_a_citation(draft: str, citations: list[str]) -> None:
    assert [statement.citation for statement in all_of(draft, SOURCES, RECORDS)] == citations


ASIDE = {
    "Who paid for the 46 cranes?": "question",
    "See exhibits 7 and 9.": "own-number",
    "One of them may stay.": "article",
    "The two sides talked.": "article",
    "It has grown in recent years.": "no-date",
    "They meet on a wet Tuesday.": "no-date",
    "It is a so-called “quiet zone”.": "term",
    "Promises are slower than deeds.": "judgement",
    "It stands there to this day.": "nothing-to-check",
}


@pytest.mark.parametrize("sentence", ASIDE)
def test_what_is_not_checked_is_set_aside_by_a_named_rule(sentence: str) -> None:
    told = report(f"{sentence}\n", bench(archive(SOURCES, RECORDS)))
    assert ASIDE[sentence] in {entry.rule for entry in told.set_aside}
    assert told.statements == ()


def plain(sentence: str, policy: str) -> GateReport:
    return report(f"{sentence}\n", bench(archive(SOURCES, RECORDS)), policy)


def test_a_draft_in_which_nothing_was_checked_is_no_pass() -> None:
    assert not plain("It stands there to this day.", "draft").publishable
    assert not plain("The mayor Ina Falk says that it stands.", "draft").publishable
    assert plain("The town council has 31 members.", "draft").publishable


def test_text_in_another_language_keeps_a_draft_from_passing() -> None:
    german = (
        "Der Hafen wurde im Mai geschlossen, weil niemand mehr kam, und die Stadt hat ihn dann verkauft, sagte der Rat."
    )
    told = plain(f"The town council has 31 members.\n\n{german} {german}", "draft")
    assert {entry.kind for entry in told.unbound} == {"not-read"}
    assert not told.publishable


def test_one_report_has_a_verdict_for_each_policy() -> None:
    sentence = "The town council has 31 members [@wire]. It is a pity."
    told = {name: plain(sentence, name) for name in shipped()}
    assert {name: one.publishable for name, one in told.items()} == {
        "draft": True, "publication": False, "strict": False,
    }  # fmt: skip
    assert [len(told[name].statements) for name in ("draft", "publication", "strict")] == [1, 1, 2]
    answers = {
        (one.statements[0].support, one.statements[0].citation, one.statements[0].sign_off) for one in told.values()
    }
    assert answers == {("supported", "right", "not-yet")}


def test_the_same_draft_gives_the_same_report() -> None:
    text = "\n\n".join([*RIGHT.values(), *(entry[0] for entry in WRONG.values())])
    first = report(text, bench(archive(SOURCES, RECORDS)))
    turned: Mapping[str, str] = dict(reversed(SOURCES.items()))
    assert report(text, bench(archive(turned, RECORDS))) == first
