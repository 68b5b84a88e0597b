"""Every time is found with an interval as wide as its words and no wider, and without an anchor nothing is invented."""

import json
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.values import calendar
from reportedly.values.dates import Time, times
from reportedly.values.moments import READERS, opening_of
from reportedly.values.scan import STRETCH, scan
from reportedly.values.triggers import places
from tests.effort import lines_run

RECORDS = Path(__file__).parent / "cases" / "dates.jsonl"
CASES = [json.loads(line) for line in RECORDS.read_text("utf-8").splitlines()]
FIRST, LAST = "0000-01-01T00:00:00", "9999-12-31T23:59:59"
# Pieces that meet in news, so that random texts come near to real ones.
PIECES = [
    "1", "2", "17", "17th", "31", "1990", "2024", "'90s", "1990s", "0", "99999", "2024-06-17", "3/4/2025", "5",
    "p.m.", "14:30", "-", "–", "to", "and", "or", "of", "in", "on", "at", "by", "the", "a", "last", "next", "this",
    "that", "past", "first", "half", "third", "quarter", "week", "weeks", "month", "months", "year", "years",
    "year's", "day", "hour", "ago", "later", "earlier", "before", "after", "Monday", "Friday", "Sept.", "June",
    "May", "February", "summer", "early", "late", "mid", "end", "beginning", "every", "daily", "now", "recently",
    "today", "tomorrow", "morning", "night", "Christmas", "Easter", "Korean", "War", "since", "about", "nearly",
    "more", "than", "two", "twenty", "fiscal", "century", "will", "said", ",", ".", "(", ")", "'", "٢٠٢٤", "２０２４",
    "é", "🚒", "\n", "\n\n",
]  # fmt: skip
PUBLISHED = [None, "2024", "2024-02", "2024-02-29", "2025-06-17T09:30", "0001-01-01", "9999-12-31", "0000", "soon"]
random_texts = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=80)


def told(text: str, time: Time) -> dict[str, Any]:
    return {
        "quote": text[time.start : time.end], "kind": time.kind, "value": time.value, "low": time.low,
        "high": time.high, "anchor": time.anchor, "mod": time.mod, "role": time.role,
    }  # fmt: skip


def first_moment(bound: str | None) -> str:
    """The earliest moment of a lower bound of any precision; an open one is before all."""
    return FIRST if bound is None else (bound + FIRST[len(bound) :])


def last_moment(bound: str | None) -> str:
    """The latest moment of an upper bound of any precision; an open one is after all."""
    if bound is None:
        return LAST
    if len(bound) == 7:
        return f"{calendar.month_end(int(bound[:4]), int(bound[5:])).isoformat()}{LAST[10:]}"
    return bound + LAST[len(bound) :]


def within(inner: Time, outer: Time) -> bool:
    return first_moment(outer.low) <= first_moment(inner.low) and last_moment(inner.high) <= last_moment(outer.high)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_time_is_read_as_marked(case: dict[str, Any]) -> None:
    found = [told(case["text"], time) for time in times(case["text"], case["published"])]
    assert [{key: time[key] for key in want} for time, want in zip(found, case["want"], strict=False)] == case["want"]
    assert len(found) == len(case["want"])


@given(random_texts, st.sampled_from(PUBLISHED))
@example("31 February 2024", "2024-02-29")
@example("0000-00-00 and 99999-12-31", None)
@example("ten thousand years ago, a million years later", "2024")
@example("yesterday, last century, five hundred weeks ago", "0001-01-01")
@example("tomorrow night, next decade, in two hours it will end", "9999-12-31")
@settings(max_examples=400, deadline=None)
def test_any_text_is_accepted_and_every_time_is_sound(text: str, published: str | None) -> None:
    found = times(text, published)
    for time in found:
        assert 0 <= time.start < time.end <= len(text)
        assert text[time.start : time.end].strip() == text[time.start : time.end]
        assert first_moment(time.low) <= last_moment(time.high)
        assert time.low is None or time.high is None or time.low[:10] <= last_moment(time.high)
        assert (time.anchor is None) or time.low or time.high
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert found == times(text, published)


@given(random_texts)
@settings(max_examples=300, deadline=None)
def test_no_reader_would_read_where_it_is_not_asked(text: str) -> None:
    """Where a time may begin is told from single words; that must lose nothing of what the grammar knows."""
    cut = scan(text)
    begun = set(places(cut))
    for at in range(len(cut)):
        opening = opening_of(cut, at)
        asked = opening.readers if opening else ()
        reading = [reader for reader, _ in READERS if reader(cut, at) is not None]
        assert set(reading) <= set(asked)
        assert not reading or at in begun


@given(random_texts)
@settings(max_examples=200, deadline=None)
def test_without_a_publication_nothing_leans_on_one(text: str) -> None:
    assert all(time.anchor != "published" for time in times(text))


LEANING = [
    "yesterday", "last week", "on Friday", "next month", "this year", "in June", "the past two years",
    "tomorrow night", "three days ago", "a year later", "the previous day", "that week", "earlier this month",
    "Christmas", "on the 17th", "the third quarter", "last summer", "recently", "the end of last month",
    "at 5 p.m. on Sunday", "now", "over the weekend",
]  # fmt: skip


@pytest.mark.parametrize("words", LEANING)
@pytest.mark.parametrize("published", [None, "soon", "2024-13", "0000"])
def test_without_an_anchor_both_ends_stay_open(words: str, published: str | None) -> None:
    found = times(f"It happened {words}.", published)
    assert len(found) == 1
    assert (found[0].low, found[0].high, found[0].anchor) == (None, None, None)


# Each pair leans on the same anchor in the same way, however vaguely that is known ...
NARROWER = [
    ("June 17, 2024", "June 2024"),
    ("June 2024", "2024"),
    ("early June 2024", "June 2024"),
    ("2024", "the 2020s"),
    ("the first half of 2024", "2024"),
    ("the third quarter of 2024", "2024"),
    ("the 2020s", "the 21st century"),
    ("Friday evening", "Friday"),
    ("5 p.m. Friday", "Friday evening"),
    ("the end of last month", "last month"),
    ("earlier this month", "this month"),
    ("the first week of May 2024", "May 2024"),
    ("the last day of May 2024", "May 2024"),
    ("late 2024", "2024"),
    ("the past two weeks", "the past two months"),
    ("the past month", "the past year"),
    ("June of last year", "last year"),
    ("Tuesday of last week", "last week"),
    ("December 25, 2024", "the second half of 2024"),
    ("June 3-5, 2024", "June 2024"),
    ("the winter of 1994", "the 1990s"),
    ("this morning", "today"),
    ("early Tuesday", "Tuesday"),
    ("mid-1985", "the 1980s"),
    ("the third quarter of 2024", "fiscal 2024"),
]
# ... and these lie within each other on the days below.
NESTED = [
    ("yesterday", "this week"),
    ("this week", "this month"),
    ("this month", "this year"),
    ("today", "this week"),
    ("last month", "this year"),
    ("three days ago", "this month"),
    ("last month", "this year"),
]


@pytest.mark.parametrize(("narrow", "wide"), NARROWER)
@pytest.mark.parametrize("published", ["2024-06-20", "2025-06-25", "2025-06", "2024"])
def test_a_less_specific_expression_is_no_narrower(narrow: str, wide: str, published: str) -> None:
    (one,), (other,) = times(f"It happened {narrow}.", published), times(f"It happened {wide}.", published)
    assert within(one, other)


@pytest.mark.parametrize(("narrow", "wide"), NESTED)
@pytest.mark.parametrize("published", ["2024-06-20", "2025-06-25"])
def test_a_unit_lies_in_the_larger_one(narrow: str, wide: str, published: str) -> None:
    (one,), (other,) = times(f"It happened {narrow}.", published), times(f"It happened {wide}.", published)
    assert within(one, other)


@given(st.sampled_from(LEANING), st.dates(date(1950, 1, 1), date(2049, 12, 31)))
@settings(max_examples=300, deadline=None)
def test_a_vaguer_publication_gives_no_narrower_time(words: str, day: date) -> None:
    text = f"It happened {words}."
    (exact,), (by_month,), (by_year,) = (times(text, day.isoformat()[:size]) for size in (10, 7, 4))
    assert within(exact, by_month)
    assert within(by_month, by_year)


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_a_day_in_digits_is_that_day(day: date) -> None:
    (found,) = times(f"On {day.isoformat()} it happened.")
    assert (found.value, found.low, found.high, found.anchor) == (*[day.isoformat()] * 3, None)


@given(
    st.dates(date(1000, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"]),
)
def test_digits_of_every_script_count(day: date, digits: str) -> None:
    text = f"{day.day} June {day.year:04}".translate({48 + value: sign for value, sign in enumerate(digits)})
    found = times(f"x {text}.") if day.day <= 30 else ()
    assert [time.value for time in found] == ([f"{day.year:04}-06-{day.day:02}"] if found else [])
    assert found or day.day == 31


@pytest.mark.parametrize(
    "text", ["31 February 2024", "February 30, 2023", "2023-02-29", "29 February 2023", "2024-13-01", "June 31, 2024"]
)
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    assert all(len(time.value) < 10 for time in times(f"It is dated {text}.", "2025-01-01"))


def test_a_number_beyond_the_calendar_is_no_year() -> None:
    for text in ("in 99999", "in 0000", "on 0000-01-01", "in 12345678901234567890"):
        assert times(text, "2025-01-01") == ()


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_weekday_is_the_last_one_or_the_next(day: date, name: str) -> None:
    (past,) = times(f"It happened on {name}.", day.isoformat())
    (coming,) = times(f"It will happen on {name}.", day.isoformat())
    back = day - date.fromisoformat(past.value)
    ahead = date.fromisoformat(coming.value) - day
    assert timedelta(0) <= back <= timedelta(6)
    assert timedelta(0) <= ahead <= timedelta(6)
    assert date.fromisoformat(past.value).strftime("%A") == name == date.fromisoformat(coming.value).strftime("%A")


@pytest.mark.parametrize(("year", "day"), [(1961, "04-02"), (2000, "04-23"), (2024, "03-31"), (2038, "04-25")])
def test_easter_falls_where_the_church_has_it(year: int, day: str) -> None:
    # Dates of Western Easter from the tables of the U.S. Naval Observatory.
    (found,) = times(f"He came on Easter {year}.")
    assert found.value == f"{year}-{day}"


@pytest.mark.parametrize(
    ("words", "year", "day"),
    [
        ("Eid al-Fitr", 2000, "01-08"),
        ("Eid al-Adha", 2024, "06-16"),
        ("Eid al-Fitr", 2025, "03-30"),
        ("Eid al-Adha", 2025, "06-06"),
        ("Islamic New Year", 2024, "07-07"),
    ],
)
def test_a_feast_of_the_moon_holds_the_day_it_was_kept_on(words: str, year: int, day: str) -> None:
    # Days as announced in Saudi Arabia.
    (found,) = times(f"It happened on {words} {year}.")
    assert found.low is not None
    assert found.high is not None
    assert found.low <= f"{year}-{day}" <= found.high


def test_an_anchor_in_the_text_is_the_place_of_a_time() -> None:
    text = "The dam broke on May 5, 2024. Two days later, and again a week later, it rained."
    found = times(text, "2025-01-01")
    places = {f"text:{time.start}-{time.end}" for time in found}
    assert [time.value for time in found] == ["2024-05-05", "2024-05-07", "2024-05-14"]
    assert {time.anchor for time in found[1:]} <= places


@pytest.mark.parametrize(
    "unit",
    [
        "7",
        "7 ",
        "1990 ",
        "1990-",
        "the first day of ",
        "the end of ",
        "two weeks before ",
        "last year's ",
        "a year and ",
        "June of ",
        "Monday, ",
        "5 p.m. ",
        "two hours ",
        "about ",
        "the ",
        "every ",
        "'90s ",
        "of last year ",
        "2/",
        "in ",
        "from 4 to ",
        "1990 - ",
        "10/1-",
        "two Sundays ",
        "from May to ",
        "the same period ",
        "3 days starting ",
        "2 years 1 month ",
    ],
)
def test_effort_grows_with_length_and_no_faster(unit: str) -> None:
    # Both lie inside one stretch, so that nothing but the reading itself is measured: twice the text, twice the lines.
    size = STRETCH // (4 * len(unit))
    texts = [unit * many for many in (10, size, 2 * size)]
    _, once, twice = (lines_run(partial(times, text, "2024-02-29")) for text in texts)
    assert twice <= 2.4 * once + 2000


def test_a_megabyte_of_digits_is_read() -> None:
    assert times("7" * 1_000_000, "2024-02-29") == ()
