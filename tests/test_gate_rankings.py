"""A ranking of a draft rests on a source that ranks, not on one that tells of the same thing."""

import pytest
from gates import one


@pytest.mark.parametrize(
    ("source", "draft", "support"),
    [
        ("The Arlen festival began in 1962.", "The Arlen festival is the oldest in Europe.", "no-source-found"),
        ("The quay of Arlen is 840 metres long.", "The quay of Arlen is the longest in Norway.", "no-source-found"),
        ("The Arlen festival is the oldest in Europe.", "The Arlen festival is the oldest in Europe.", "supported"),
        ("The Arlen festival is the oldest in Europe.", "The Arlen festival is Europe's oldest.", "supported"),
        ("No other festival in Europe is older than that of Arlen.", "Arlen has the oldest festival.", "supported"),
        ("The quay of Arlen is the second-longest in Norway.", "The quay of Arlen is the longest.", "contradicted"),
    ],
)
def test_a_ranking_rests_on_a_source_that_ranks(source: str, draft: str, support: str) -> None:
    assert one(f"{draft[:-1]} [@audit].\n", {"audit": f"{source} It stands by the harbour.\n"}).support == support
