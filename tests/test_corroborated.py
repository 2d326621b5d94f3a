"""Which statements of two documents bear each other out, and which only look as if they did."""

import pytest
from facts import archive, findings

from factcheck import stories
from factcheck.checks import corroborated, told_otherwise
from factcheck.statements import stated

SAID: dict[str, tuple[str, str, bool]] = {
    "other nouns for one thing": (
        "Hackers forced the port of Arlen to shut down some 4,200 machines.",
        "The port of Arlen shut down 4,200 computers after the attack.",
        True,
    ),
    "a number in words and in digits": (
        "Forty-six witnesses were heard in the trial of the Arlen miners.",
        "The court heard 46 witnesses before the miners of Arlen were acquitted.",
        True,
    ),
    "staff, and people who are employed": (
        "Moss Health, which has 9,400 staff, will not pay.",
        "The company, Moss Health, employs 9,400 people.",
        True,
    ),
    "another unit": (
        "The ferry is 112 metres long and was built in Arlen.",
        "Built at Arlen, the ferry measured 367 feet.",
        True,
    ),
    "rounded": (
        "The club sold 12,830 season tickets for the new stadium.",
        "About 12,800 season tickets were sold at the stadium.",
        True,
    ),
    "times and occasions": (
        "Inspectors reprimanded the landlord of the tower on six occasions.",
        "The city inspectors cited the tower's landlord six times.",
        True,
    ),
    "a clock time": (
        "The ferry left Arlen at 18:40, passengers said.",
        "The lines of the ferry were let go at 18:40 after the delay in Arlen.",
        True,
    ),
    "a month, and a day in it": (
        "Ida Lind opened the bridge at Arlen in May 2021.",
        "The bridge at Arlen was opened by Ida Lind on 4 May 2021.",
        True,
    ),
    "an answer with its question": (
        "How many adults took part in the Moss trial?\n\nEight hundred and forty-two.",
        "The Moss trial enrolled 842 adults.",
        True,
    ),
    "one word, other things": (
        "Twelve teachers resigned from the school in Arlen.",
        "The Moss rose by twelve inches in an hour.",
        False,
    ),
    "one sum, other currencies": (
        "The dam at Arlen cost 1.2 billion dollars.",
        "The dam at Arlen cost 1.2 billion euros.",
        False,
    ),
    "a rise and a fall": (
        "Rents in Arlen rose by 22 per cent.",
        "Rents in Arlen fell by 22 per cent.",
        False,
    ),
    "other figures": (
        "The flood at Arlen destroyed 212 houses.",
        "The flood at Arlen destroyed 121 houses.",
        False,
    ),
    "other days": (
        "Ida Lind opened the bridge at Arlen on 4 May 2021.",
        "Ida Lind opened the bridge at Arlen on 9 June 2021.",
        False,
    ),
    "a sum without its currency": (
        "The roof of the Arlen stadium cost £7.5 million more than planned.",
        "The roof of the stadium cost seven and a half million more than it should have done.",
        True,
    ),
    "a number without its currency for another thing": (
        "The roof of the Arlen stadium cost £7.5 million.",
        "Seven and a half million people read the paper in Mossby.",
        False,
    ),
    "the few who died and the few who were arrested": (
        "Three people have died in Arlen, all of them over 75.",
        "In Mossby the police arrested three people.",
        False,
    ),
    "few things and few people": (
        "Nine cooling towers were tested in the centre of Arlen.",
        "The outbreak in Arlen left nine people dead.",
        False,
    ),
    "one time of day for other things": (
        "The vote in Arlen closed at 18:40.",
        "A lorry overturned near Mossby at 18:40 on another road entirely.",
        False,
    ),
}


@pytest.mark.parametrize(("one", "two", "agree"), SAID.values(), ids=SAID)
def test_statements_agree_where_value_and_context_do(one: str, two: str, agree: bool) -> None:
    for documents in ({"one": one, "two": two}, {"one": two, "two": one}):
        found = [item for item in findings(corroborated.CHECK, documents) if item.kind != "event"]
        assert bool(found) == agree
        assert all({item.source for item in each.evidence} == {"one", "two"} for each in found)


def test_each_figure_is_joined_with_its_best_match_only() -> None:
    documents = {
        "one": "The strike closed 14 mines. In Arlen 14 hospitals were closed by the flood.",
        "two": "The flood closed 14 hospitals in Arlen.",
    }
    (found,) = findings(corroborated.CHECK, documents)
    assert [item.exact for item in found.evidence] == [
        "In Arlen 14 hospitals were closed by the flood.",
        "The flood closed 14 hospitals in Arlen.",
    ]


def test_a_sentence_that_another_repeats_is_told_of_once() -> None:
    sentence = "Ida Lind opened the bridge at Arlen, which cost $367 million, on 4 May 2021."
    assert len(findings(corroborated.CHECK, {"one": sentence, "two": sentence})) == 1


def test_another_document_changes_nothing() -> None:
    documents = {
        "one": "Hackers forced the port of Arlen to shut down some 4,200 machines.",
        "two": "The port of Arlen shut down 4,200 computers after the attack.",
    }
    other = {"three": "The port of Mossby has cranes, computers, machines and hackers. An attack shut down a port."}
    assert findings(corroborated.CHECK, documents | other) == findings(corroborated.CHECK, documents)


def test_passages_of_one_document_agree_where_they_lie_apart() -> None:
    filler = " ".join(f"The weather of that week was told at length by reporter {number}." for number in range(40))
    first = "Russet Mills destroyed 2,314 tonnes of flour after the flood at Arlen."
    second = "In all, 2,314 tonnes of flour were destroyed by Russet Mills."
    (found,) = findings(corroborated.CHECK, {"one": f"{first}\n\n{filler}\n\n{second}"})
    assert {item.exact for item in found.evidence} == {first, second}
    assert not findings(corroborated.CHECK, {"one": f"{first} {second}"})


def test_a_happening_agrees_by_its_actors_and_not_against_its_time() -> None:
    told = "Ida Lind met Bo Berg in Arlen{} to discuss the fishing treaty."
    same = findings(corroborated.CHECK, {"one": told.format(""), "two": told.format("")})
    assert [item.kind for item in same] == ["event"]
    other = {"one": told.format(" in May 2019"), "two": told.format(" in June 2021")}
    assert not findings(corroborated.CHECK, other)


def test_many_documents_with_values_between_hide_no_agreement() -> None:
    documents = {
        "one": "Hackers forced the port of Arlen to shut down 4,187 machines.",
        "two": "The port of Arlen shut down 4,200 machines after the hackers came.",
    }
    crowd = {f"other-{number:02}": f"Mossby has {4_188 + number % 12:,} lamps." for number in range(45)}
    (alone,) = findings(corroborated.CHECK, documents)
    assert alone in findings(corroborated.CHECK, documents | crowd)


def test_what_was_let_go_between_two_stories_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = {
        "a": "Hackers forced the port of Arlen to shut down some 4,200 machines.",
        "b": "The port of Arlen shut down 4,200 computers after the attack.",
        "c": "The west case: a psalter, a silver chalice and, for Karrow, the year 1482.",
        "d": "A psalter, a silver chalice of Karrow and 1428 on the label of the case.",
    }
    monkeypatch.setattr(stories, "FEW", 3)
    monkeypatch.setattr(stated, "MOST_HELD", 0)
    sight = archive(documents)
    assert len(list(stated.stated(sight).together())) == 2
    found = [*corroborated.run(sight, sight), *told_otherwise.run(sight, sight)]
    assert [(one.verdict, sorted({item.source for item in one.evidence})) for one in found] == [
        ("agrees", ["a", "b"]),
        ("possible-conflict", ["c", "d"]),
    ]
