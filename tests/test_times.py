"""Times: dates, spans, relative times and lengths of time, as intervals of the calendar."""

from datetime import date
from typing import get_args

import pytest
from documents import document
from hypothesis import given
from hypothesis import strategies as st

from factcheck.finders.time import FINDER
from factcheck.mentioning import Sight
from factcheck.records.mention import TimeMention
from factcheck.records.timespan import Granularity, Timespan


def times(text: str, published: str | None = None) -> list[TimeMention]:
    read = document(text)
    return sorted(FINDER.find(Sight(read.but(date=published))), key=lambda mention: mention.start)


def span_of(mention: TimeMention) -> Timespan:
    assert mention.timespan is not None
    return mention.timespan


def spans(text: str, published: str | None = None) -> list[tuple[str | None, str | None]]:
    return [
        (span.start, span.end) for span in (mention.timespan for mention in times(text, published)) if span is not None
    ]


STATED = [
    ("The road opened on 12 May 2019.", "2019-05-12", "2019-05-13"),
    ("The road opened on May 12, 2019.", "2019-05-12", "2019-05-13"),
    ("The road opened on Monday, 3 June 2019.", "2019-06-03", "2019-06-04"),
    ("He was born on July 4th, 1954.", "1954-07-04", "1954-07-05"),
    ("It closed on 28 February 2021.", "2021-02-28", "2021-03-01"),
    ("It burned down on Boxing Day 2004.", "2004-12-26", "2004-12-27"),
    ("On Christmas Eve, 2019 it closed.", "2019-12-24", "2019-12-25"),
    ("By Christmas 2022 it was sold.", None, "2022-12-26"),
    ("It ran to 29 Feb. 2020.", "2020-02-29", "2020-03-01"),
    ("It was signed in December 2020.", "2020-12-01", "2021-01-01"),
    ("It was signed in 2013.", "2013-01-01", "2014-01-01"),
    ("The treaty of 1648 ended the war.", "1648-01-01", "1649-01-01"),
    ("The village was built in the 1950s.", "1950-01-01", "1960-01-01"),
    ("The early 1990s were hard.", "1990-01-01", "1993-01-01"),
    ("It grew by the mid-2010s.", None, "2017-01-01"),
    ("The mill burned in the 19th century.", "1800-01-01", "1900-01-01"),
    ("From 2001 to 2021 it sold ships.", "2001-01-01", "2022-01-01"),
    ("Sales fell between 2000 and 2019 alone.", "2000-01-01", "2020-01-01"),
    ("The 2012-16 programme ended.", "2012-01-01", "2017-01-01"),
    ("The 1998–2002 war ended.", "1998-01-01", "2003-01-01"),
    ("Between January and March 2020 nobody came.", "2020-01-01", "2020-04-01"),
    ("It ran from mid-2018 until late 2019.", "2018-05-01", "2020-01-01"),
    ("It has grown since 2001.", "2001-01-01", None),
    ("By 2017 it had grown.", None, "2018-01-01"),
    ("By the end of the 1990s it had grown.", None, "2000-01-01"),
    ("Nothing moved until 1951.", None, "1952-01-01"),
    ("Before 1962 it was calm.", None, "1962-01-01"),
    ("After 2011 it opened.", "2012-01-01", None),
    ("Starting in 2011, trade grew.", "2011-01-01", None),
    ("Trade fell in the first quarter of 2020.", "2020-01-01", "2020-04-01"),
    ("Trade fell in Q3 2021.", "2021-07-01", "2021-10-01"),
    ("Trade fell in H1 2021.", "2021-01-01", "2021-07-01"),
    ("It rained in the summer of 1985.", "1985-06-01", "1985-09-01"),
    ("It rained in early 2014.", "2014-01-01", "2014-05-01"),
    ("The log of 2021-03-27 is lost.", "2021-03-27", "2021-03-28"),
    ("The log of 2021-03-27T10:15 is lost.", "2021-03-27T10:15", "2021-03-27T10:16"),
    ("The shop opened on 25/12/2020.", "2020-12-25", "2020-12-26"),
    ("It rang at 9.30 p.m. on 12 May 2020.", "2020-05-12T21:30", "2020-05-12T21:31"),
    ("It rang on 12 May 2020 at around 9:30 PM.", "2020-05-12T21:30", "2020-05-12T21:31"),
    ("It was made between May 3, 2024, and May 17, 2024.", "2024-05-03", "2024-05-18"),
    ("It was sold from May 3, 2024, to June 7, 2024, in two towns.", "2024-05-03", "2024-06-08"),
    ("The planned 2023 elections may slip.", "2023-01-01", "2024-01-01"),
    ("It was painted in about 1290 for the nuns.", "1290-01-01", "1291-01-01"),
    ("It broke down in the last week of December 2021.", "2021-12-25", "2022-01-01"),
    ("It opened in the first days of May 2021.", "2021-05-01", "2021-05-06"),
    ("It rained in the second half of May 2021.", "2021-05-17", "2021-06-01"),
    ("It rained in the closing weeks of 1999.", "1999-12-18", "2000-01-01"),
]


@pytest.mark.parametrize(("text", "start", "end"), STATED, ids=lambda value: str(value)[:40])
def test_what_the_words_give_is_stated(text: str, start: str | None, end: str | None) -> None:
    (mention,) = times(text)
    span = span_of(mention)
    assert (span.start, span.end, span.resolved_from) == (start, end, "stated")


PUBLISHED = [
    ("Earlier this month he flew home.", "2025-04-22", "2025-04-01", "2025-04-22"),
    ("Earlier this month he flew home.", "2022-08", "2022-08-01", "2022-09-01"),
    ("The army took power in February last year.", "2022-08", "2021-02-01", "2021-03-01"),
    ("He came six times, including last June.", "2021-04", "2020-06-01", "2020-07-01"),
    ("Last month he flew home.", "2022-08", "2022-07-01", "2022-08-01"),
    ("Last year he flew home.", "2025-04-22", "2024-01-01", "2025-01-01"),
    ("He fled four years ago.", "2025-04-22", "2021-01-01", "2022-01-01"),
    ("He fled two weeks ago.", "2025-04-22", "2025-04-07", "2025-04-14"),
    ("He fled yesterday.", "2025-04-22", "2025-04-21", "2025-04-22"),
    ("Over the last decade it grew.", "2022-08-04", "2012-08-04", "2022-08-05"),
    ("In the past 18 months it grew.", "2022-08-04", "2021-02-04", "2022-08-05"),
    ("It should grow in the next two years.", "2022-08-04", "2022-08-04", "2024-08-05"),
    ("He spoke on Monday.", "2022-08-04", "2022-08-01", "2022-08-02"),
    ("He will speak on Monday.", "2022-08-04", "2022-08-08", "2022-08-09"),
    ("She has until Monday to reply.", "2022-08-04", None, "2022-08-09"),
    ("Nobody knew until Monday.", "2022-08-04", None, "2022-08-02"),
    ("He spoke last Thursday.", "2022-08-04", "2022-07-28", "2022-07-29"),
    ("A March 18 analysis says so.", "2021-04", "2021-03-18", "2021-03-19"),
    ("They said on Jan. 25 that it was over.", "2021-04", "2021-01-25", "2021-01-26"),
    ("They meet on 3 August.", "2022-08-04", "2022-08-03", "2022-08-04"),
    ("As recently as December it was calm.", "2021-04", "2020-12-01", "2021-01-01"),
    ("It had rained in May.", "2021-04", "2020-05-01", "2020-06-01"),
    ("It will open in May.", "2021-04", "2021-05-01", "2021-06-01"),
    ("He has won six races to date.", "2021-04", None, "2021-05-01"),
    ("They arrived at the start of the month.", "2025-04-22", "2025-04-01", "2025-04-11"),
    ("Last summer was wet.", "2022-04-01", "2021-06-01", "2021-09-01"),
]


@pytest.mark.parametrize(("text", "published", "start", "end"), PUBLISHED, ids=lambda value: str(value)[:40])
def test_what_is_told_from_the_documents_date(text: str, published: str, start: str | None, end: str | None) -> None:
    (mention,) = times(text, published)
    span = span_of(mention)
    assert (span.start, span.end, span.resolved_from) == (start, end, "publication")


TOLD = [
    ("He came in 1965 and left the following year.", ("1966-01-01", "1967-01-01")),
    ("He came in 1965 and left the same year.", ("1965-01-01", "1966-01-01")),
    ("He came in April 2016. That May he left.", ("2016-05-01", "2016-06-01")),
    ("He came in March 2022. A month later he left.", ("2022-04-01", "2022-05-01")),
    ("He came in March 2015; three months later he left.", ("2015-06-01", "2015-07-01")),
    ("He came in February 2012. A year later he left.", ("2013-01-01", "2014-01-01")),
    ("He came in September 2006. In the same month she left.", ("2006-09-01", "2006-10-01")),
    ("From 2001 to 2021 he sold ships. She sold more over the same period.", ("2001-01-01", "2022-01-01")),
    ("He sold ships in the 1990s. Two were sold in this period.", ("1990-01-01", "2000-01-01")),
    ("He came on 27 March 2021. On 29 March he left.", ("2021-03-29", "2021-03-30")),
    ("In May 2021 he came. He will leave in August.", ("2022-08-01", "2022-09-01")),
    ("In May 2021 he came. In August he left.", ("2021-08-01", "2021-09-01")),
    ("He came in November 2020. In January he left.", ("2021-01-01", "2021-02-01")),
    ("He came in 2017. Since then he has stayed.", ("2017-01-01", None)),
    ("He visited in March 2013. She left three months after his visit.", ("2013-06-01", "2013-07-01")),
    ("The parade was on 27 March 2021. He came a day before the parade.", ("2021-03-26", "2021-03-27")),
    ("He left three months after 5 May 2020.", ("2020-05-05", "2020-05-06")),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=lambda value: str(value)[:50])
def test_what_is_told_from_the_text(text: str, expected: tuple[str | None, str | None]) -> None:
    assert expected in spans(text, "2022-08-04")
    assert spans(text, "2022-08-04")[-1] == expected


UNRESOLVED = [
    "In recent years ties have grown.",
    "A few months after the delivery it fell.",
    "Several years ago it fell.",
    "Over the last few years it fell.",
    "Over that period it fell.",
    "The following year it fell.",
    "Three months after the merger it fell.",
    "He spoke on Monday.",
    "He spoke yesterday.",
    "He left in June.",
    "Over the next two decades it fell.",
]


@pytest.mark.parametrize("text", ["They met at the Christmas party.", "The Christmas Eve dinner was cold."])
def test_what_is_only_named_after_a_feast_is_no_day(text: str) -> None:
    assert not times(text, "2024-03-01")


@pytest.mark.parametrize("text", UNRESOLVED)
def test_what_cannot_be_worked_out_says_so(text: str) -> None:
    (mention,) = times(text)
    span = span_of(mention)
    assert (span.start, span.end, span.resolved_from, span.is_resolved) == (None, None, "unresolved", False)


LENGTHS = [
    ("He stayed for a decade.", 1, 1, "decade", "="),
    ("They train for four to six months.", 4, 6, "month", "="),
    ("They train for three or four years.", 3, 4, "year", "="),
    ("He paid a two-week visit.", 2, 2, "week", "="),
    ("The strike lasted nearly three weeks.", 3, 3, "week", "~"),
    ("He waited at least 48 hours.", 48, 48, "h", ">"),
    ("They marked 65 years of friendship.", 65, 65, "year", "="),
    ("It took two and a half years.", 2.5, 2.5, "year", "="),
    ("It took half an hour.", 0.5, 0.5, "h", "="),
    ("It took 4.3 seconds.", 4.3, 4.3, "s", "="),
]


@pytest.mark.parametrize(("text", "low", "high", "unit", "modifier"), LENGTHS, ids=lambda value: str(value)[:40])
def test_a_length_of_time_has_its_unit(text: str, low: float, high: float, unit: str, modifier: str) -> None:
    (mention,) = times(text)
    length = mention.duration
    assert length is not None
    assert (length.low, length.high, length.unit, length.modifier, length.dimension) == (
        low,
        high,
        unit,
        modifier,
        "time",
    )


def test_a_time_counted_in_units_keeps_their_number() -> None:
    (mention,) = times("Over the past two decades it grew.", "2022-08-04")
    assert mention.duration is not None
    assert (mention.duration.low, mention.duration.unit) == (2, "decade")
    assert span_of(mention).start == "2002-08-04"


def test_hours_a_week_are_a_rate() -> None:
    (mention,) = times("They work 40 to 50 hours a week.")
    assert mention.duration is not None
    assert (mention.duration.low, mention.duration.high, mention.duration.per) == (40, 50, "week")


def test_a_clock_time_without_a_date_keeps_its_hour() -> None:
    first, later = times("The ferry left at 10:35 and sank 35 minutes later.")
    assert span_of(first).clock == "10:35"
    assert later.duration is not None
    assert (later.duration.low, later.duration.unit) == (35, "min")


@pytest.mark.parametrize(
    ("text", "approximate"),
    [("It sank at about 4:40 a.m.", True), ("It sank shortly before 11 p.m.", True), ("It sank at 4:40 a.m.", False)],
)
def test_a_clock_time_may_be_approximate(text: str, approximate: bool) -> None:
    (mention,) = times(text)
    assert span_of(mention).approximate is approximate


def test_a_clock_time_before_a_weekday_and_its_date_keeps_its_minute() -> None:
    (mention,) = times("It sank at 5:40 a.m. on Wednesday, July 3, 2024.")
    assert (span_of(mention).start, span_of(mention).granularity) == ("2024-07-03T05:40", "minute")


@pytest.mark.parametrize("text", ["They meet every year.", "Each month it opens.", "It is held annually."])
def test_what_recurs_is_marked(text: str) -> None:
    (mention,) = times(text)
    assert span_of(mention).recurring


NOT_TIMES = [
    "You may go, and we may march on, 16% of us.",
    "April Jones met June Smith.",
    "The car has 2000 hp and does 1500 rpm.",
    "It employs 2000 people and 1200 horses.",
    "The 34-year-old goalkeeper is 34 years old.",
    "It spins nearly 78,000 times a minute.",
    "She pays $60 a month.",
    "Two second lieutenants came.",
    "Prices rose 1.2 points to 1,999.",
    "Pages 165-198 are missing.",
    "The 9/11 attacks changed that.",
    "It was the last week of the campaign.",
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_what_only_looks_like_a_time_is_left(text: str) -> None:
    assert times(text) == []


def test_days_before_one_month_are_a_list() -> None:
    assert spans("The paper of 24, 25 and 27 June 2020 says so.") == [
        ("2020-06-24", "2020-06-25"),
        ("2020-06-25", "2020-06-26"),
        ("2020-06-27", "2020-06-28"),
    ]


def test_months_before_one_year_share_it() -> None:
    assert spans("It met in February, November and December 2021.") == [
        ("2021-02-01", "2021-03-01"),
        ("2021-11-01", "2021-12-01"),
        ("2021-12-01", "2022-01-01"),
    ]


def test_another_section_or_note_forgets_what_was_spoken_of() -> None:
    read = document("In 2003 it fell.\n\n[1] The following year it rose.")
    mentions = sorted(FINDER.find(Sight(read)), key=lambda mention: mention.start)
    assert [span_of(mention).is_resolved for mention in mentions if isinstance(mention, TimeMention)] == [True, False]


def test_furniture_is_not_read() -> None:
    read = document("Printed in 2003.")
    read = read.but(blocks=(read.blocks[0].but(kind="furniture"),))
    assert list(FINDER.find(Sight(read))) == []


PIECES = st.sampled_from(
    "in on by since 2019 2012-16 the following year May 5 June 27, 2020 three weeks ago a decade later after before "
    "between and to from early mid- late last next Monday 10:35 a.m. 1990s 20th century every – “ ” ( ) . , per 9999 "
    "0 99999999999 half an hour".split()
)


@pytest.mark.parametrize("which", ["coming", "following", "previous", "past", "next", "last", "current"])
@pytest.mark.parametrize(
    "unit", "minute night week weekend fortnight month period season spring winter term decade century era".split()
)
def test_any_unit_of_time_may_come_or_have_passed(which: str, unit: str) -> None:
    for text in (f"It rose in the {which} {unit} and fell.", f"It rose over the {which} two {unit}s and fell."):
        for mention in times(text, "2024-05-09"):
            assert mention.timespan is None or mention.timespan.granularity in get_args(Granularity)


@given(
    st.lists(PIECES, max_size=25), st.sampled_from([None, "2022", "2022-08", "2022-08-04", "0001-01-01", "9999-12-31"])
)
def test_times_never_overlap_and_never_raise(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    if not text.strip():
        return
    end = 0
    for mention in times(text, published):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        span = mention.timespan
        assert span is not None or mention.duration is not None
        if span is not None and span.start is not None and span.end is not None:
            assert span.start < span.end


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    times("x" + text.replace("\n", " "), "2022-08-04")


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2049, 12, 30)))
def test_a_date_written_out_is_read_back(day: date) -> None:
    for written in (f"{day:%d %B %Y}", f"{day:%B} {day.day}, {day.year}", day.isoformat()):
        assert spans(f"It began on {written}.")[0][0] == day.isoformat()
