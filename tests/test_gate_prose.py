"""Statements without a figure or a date: what is cited, denied or counted without a noun is not passed over."""

from gates import all_of, archive, bench, one, report

SOURCES = {
    "notes": "The treasurer, Ada Brenn, went into the witness box for two days. "
    "The jury cleared her brother of four and could not agree on the rest.\n",
    "count": "Since March 214 cases have been reported in the district of Sarle. The office fined the mill 12 euros.\n",
}
RECORDS = {"count": {"issued": "2024-04-02"}}


def test_a_cited_sentence_without_a_figure_is_a_statement() -> None:
    told = one("The treasurer went into the witness box [@notes].\n", SOURCES)
    assert (told.support, told.citation, told.outcome) == ("supported", "right", "pass")


def test_what_the_cited_source_affirms_is_not_to_be_denied() -> None:
    assert one("The treasurer did not go into the witness box [@notes].\n", SOURCES).support == "contradicted"


def test_another_number_without_a_noun_contradicts() -> None:
    said = "The jury cleared her brother of {} and could not agree on the rest [@notes].\n"
    assert one(said.format("three"), SOURCES).support == "contradicted"
    assert one(said.format("four"), SOURCES).support == "supported"


def test_a_denial_that_no_source_makes_is_unbound() -> None:
    told = report("No alarm was sounded.\n", bench(archive(SOURCES)))
    assert [(entry.exact, entry.kind) for entry in told.unbound] == [("No alarm was sounded.", "prose")]


def test_what_was_so_up_to_a_day_is_borne_out_by_who_told_it_then() -> None:
    told = one("By early April 214 cases had been reported in Sarle [@count].\n", SOURCES, RECORDS)
    assert told.support == "supported"


def test_a_superlative_of_nothing_ranks_nothing() -> None:
    assert all_of("The worst is over in Sarle.\n", SOURCES) == ()
