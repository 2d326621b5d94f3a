"""What a length of time is of: told by hand for sentences in which the length stands in brackets."""

import pytest

from factcheck.measuring.lasting import lasted

MEASURES = {
    "The payroll came into use [two and a half years after] the date first promised.": "delay",
    "The line opened [three years] after it was due.": "delay",
    "It opened [a year] after the planned date.": "delay",
    "After an [11-week] trial in Arlen she was convicted.": "trial duration",
    "The trial lasted [11 weeks].": "trial duration",
    "The siege of Arlen went on for [44 days].": "siege duration",
    "Arlen fell after a siege of [44 days].": "siege duration",
    "They gave up after [12 days] of talks in Oslo.": "talk duration",
    "The dam took [seven years] to build.": "construction",
    "It took [seven years] to build the dam.": "construction",
    "The bridge was closed for [three weeks].": "bridge closure",
    "Monday's blackout in Arlen lasted [six hours].": "outage duration",
    "The burglars were in the museum for [19 minutes].": "stay",
    "They broke into the museum and left [nine minutes later].": "stay",
    "She spent [a month] in hospital.": "stay",
    "She was sentenced to [eight years] in prison.": "imprisonment",
    "She was jailed for [eight years] on Tuesday.": "imprisonment",
    "The sentence is [eight years]' imprisonment.": "imprisonment",
    "A judge gave Tom Lund, 44, [six years] for theft.": "imprisonment",
    "He is at the start of an [eight-year] sentence.": "imprisonment",
    "Palisade will run it under a contract for [15 years].": "contract duration",
    "He ate for [two hours].": "",
}

DOUBTFUL = (
    "The offence carries up to [12 years] in prison.",
    "The prosecutor asked for [eleven years] in prison.",
    "He could be sentenced to [nine years] in prison.",
    "Her sentence was cut to [six years].",
    "She was given a suspended prison term of [two years].",
)

PLANNED = {
    "The robbers had planned to be inside for [six minutes].": True,
    "The dam was expected to take [seven years] to build.": True,
    "The bridge will be closed for [five weeks].": True,
    "The bridge was closed for [five weeks] in May.": False,
    "The bridge opened [two years] later than planned.": False,
    "The hospital will be run under a [10-year] contract.": False,
}


def read(marked: str) -> tuple[str, int, int, int, int]:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return text, start, end, 0, len(text)


@pytest.mark.parametrize(("marked", "measure"), MEASURES.items())
def test_what_lasted_is_named(marked: str, measure: str) -> None:
    found = lasted(*read(marked))
    assert (found.measure, found.none) == (measure, False)


@pytest.mark.parametrize("marked", DOUBTFUL)
def test_a_term_that_was_not_passed_is_not_compared(marked: str) -> None:
    assert lasted(*read(marked)).none


@pytest.mark.parametrize(("marked", "planned"), PLANNED.items())
def test_a_plan_or_limit_is_told_from_what_happened(marked: str, planned: bool) -> None:
    assert lasted(*read(marked)).planned is planned
