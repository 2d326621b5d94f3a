"""Weekdays are dated by the verb of their own clause, whatever else the sentence looks ahead to."""

import pytest
from facts import archive

from factcheck.records.mention import TimeMention

WEDNESDAY = "2023-03-15"

DATED = {
    "Members accepted the offer on Tuesday, and cranes will be manned soon.": "2023-03-14",
    "The road stays closed, a driver told us on Monday, and nobody can say when it will open.": "2023-03-13",
    "Roe, convicted of theft on Tuesday, is expected to appeal.": "2023-03-14",
    "The team, beaten on Saturday, will meet Harwick soon.": "2023-03-11",
    "Voting will take place on Friday, he said.": "2023-03-17",
    "He will be charged on Tuesday with murder.": "2023-03-21",
    "The match planned for Saturday will go ahead.": "2023-03-18",
    "The judge will give his decision on Friday week.": "2023-03-24",
    "The ship docked at the weekend.": "2023-03-11",
    "The shop will open at the weekend.": "2023-03-18",
}


@pytest.mark.parametrize(("text", "day"), DATED.items())
def test_a_day_is_past_or_to_come_as_its_clause_says(text: str, day: str) -> None:
    study = archive({"one": text}, {"one": WEDNESDAY}).studies["one"]
    times = [mention for mention in study.mentions["time"] if isinstance(mention, TimeMention)]
    assert [mention.timespan.start for mention in times if mention.timespan and mention.timespan.start] == [day]
