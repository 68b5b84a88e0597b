"""Tests of when a figure was so, where its own clause does not tell it alone."""

from dataclasses import replace

import pytest

from reportedly import extract
from reportedly.flow import plain
from reportedly.values.publication import published_on

Days = tuple[str | None, str | None] | None

# Reports of Wednesday, 18 June 2025: text, quote of a figure, and the days it is of.
WHENS: list[tuple[str, str, Days]] = [
    # What is given another number is of its own time, and not of the day on which it got it.
    ("The ministry on Tuesday cut its forecast for growth this year to 1.9%.", "1.9%", ("2025", "2025")),
    ("The ministry on Tuesday cut its forecast for growth this year to 1.9% from 2.5%.", "2.5%", ("2025", "2025")),
    ("The ministry on Tuesday cut its forecast to 1.9%.", "1.9%", None),
    ("The bank raised its rate to 6% on Monday.", "6%", ("2025-06-16", "2025-06-16")),
    ("The agency on Tuesday revised the magnitude of the 3 June quake to 6.2.", "6.2", ("2025-06-03", "2025-06-03")),
    # Since when something is so it is up to the report; a level is so when it is reached.
    ("Some 900 homes have burned since Friday.", "900", ("2025-06-13", "2025-06-18")),
    ("Fares have risen 4% to 21 crowns since Friday.", "21 crowns", ("2025-06-18", "2025-06-18")),
    ("The number of shelters had grown to 14 by Monday.", "14", ("2025-06-16", "2025-06-16")),
    ("Divers had found 14 bodies by Monday.", "14", (None, "2025-06-16")),
    ("A loaf now costs 9 crowns.", "9 crowns", ("2025-06-18", "2025-06-18")),
    ("The guild now expects 900 visitors.", "900", None),
    ("The guild has spent 40 million crowns so far.", "40 million crowns", (None, "2025-06-18")),
    # What is named by its time, what is held against another, and what follows.
    ("The 3 June quake left 900 homeless.", "900", ("2025-06-03", "2025-06-03")),
    ("The port handled 900 ships in May, 3% fewer than the 928 of the same month last year.", "3%", ("2025-05",) * 2),
    ("Fares rose to 9 crowns this week, against 6 crowns before the strike of 2 June.", "6 crowns", None),
    ("In May 90 men were held, 12 of them minors.", "12", ("2025-05", "2025-05")),
    ("In May 90 men were held, of whom 12 have been freed.", "12", None),
    ("Crowds filled the square on Monday; police counted 3,000.", "3,000", ("2025-06-16", "2025-06-16")),
    ("A quake struck on Monday. It killed 40 people.", "40", ("2025-06-16", "2025-06-16")),
    ("The minister came on Monday. The quake killed 40 people.", "40", None),
    # Lists, headings and the entries of a live report.
    ("Situation on 16 June:\n\n- Deaths: 40\n\n- Houses burned: 900", "900", (None, "2025-06-16")),
    ("The figures cover 1 to 7 June.\n\n- Crossings: 900\n\n- Boats: 40", "40", ("2025-06-01", "2025-06-07")),
    ("- Complaints by Monday: 40\n- Share of airtime, 1-9 June: 61%", "61%", ("2025-06-01", "2025-06-09")),
    ("08:10 – Pickets stand at 40 depots.\n\n09:15 – Trams stop.", "40", ("2025-06-18", "2025-06-18")),
    ("SUNDAY 18:00 Polls close.\n\n23:30 The Greens lead in 40 towns.", "40", ("2025-06-15", "2025-06-15")),
    ("08:10 – Trams stop.\n\n09:15 – Crews have cleared 40 roads.", "40", None),
    ("08:10 – Trams stop.\n\n09:15 – The mayor says 40 houses were hit.", "40", None),
    ("08:10 – Trams stop.\n\n09:15 – Airport: 40 flights scrubbed.", "40", ("2025-06-18", "2025-06-18")),
    (
        "08:10 – Trams stop.\n\n09:15 – Some 40 boats are late, the worst by four hours.",
        "40",
        ("2025-06-18", "2025-06-18"),
    ),
    ("Since 9 June the guild has sent:\n\n- 40 tents\n\n- 900 kits", "900", ("2025-06-09", "2025-06-18")),
    ("Since 9 June the guild has sent:\n\n- 40 tents\n\nThe mayor has 900 kits.", "900", None),
    ("Period covered: 9-15 June. Sources: police.\n\nDoctors counted 40 cases.", "40", ("2025-06-09", "2025-06-15")),
    ("This report covers events up to 15 June.\n\n40 teams remain deployed.", "40", ("2025-06-15", "2025-06-15")),
    ("On Monday the ministers voted: 17 for the quotas, six against.", "17", ("2025-06-16", "2025-06-16")),
    ("Situation on 16 June:\n\n- Fires since 10 June: 143", "143", ("2025-06-10", "2025-06-16")),
    # What lasts so long, and a day by its number.
    ("Buses will stay away for three days from 22 June.", "three days", ("2025-06-22", "2025-06-24")),
    ("The union announced a 72-hour stoppage from 24 June.", "72-hour", ("2025-06-24", "2025-06-26")),
    ("Two men were questioned on the 11th.", "Two", ("2025-06-11", "2025-06-11")),
    ("The marches on the 11th drew 900 people.", "900", ("2025-06-11", "2025-06-11")),
    ("A quake struck before dawn on Tuesday, killing 40 people.", "40", ("2025-06-17", "2025-06-17")),
    ("Since opening the tents on 9 June we have treated 900 patients.", "900", ("2025-06-09", "2025-06-18")),
    ("Growth reached 1.2%, below the 2.1% forecast in January.", "2.1%", None),
    # What goes on from the news of a day came about between that day and the report.
    ("A quake struck on Monday, killing 40. Power was out in 900 homes.", "900", ("2025-06-16", "2025-06-18")),
    ("A quake struck on Monday.\n\nSome 900 people had been treated, she said.", "900", ("2025-06-16", "2025-06-18")),
    ("A quake struck on Monday. The quake of 2016 was worse. It razed 900 homes.", "900", None),
    ("A quake struck on Monday, a week after a first one. Power was out in 900 homes.", "900", None),
    ("Some 40 people were killed, the mayor wrote on Monday. The chiefs counted 900 hurt.", "900", None),
    ("A quake struck on 2 June. Power was out in 900 homes.", "900", None),
    # Who is in a state is so on the day of the report.
    ("Some 900 people are still in custody.", "900", ("2025-06-18", "2025-06-18")),
    ("Some 900 people are sleeping in tents.", "900", ("2025-06-18", "2025-06-18")),
    ("The village has 900 people.", "900", None),
]


@pytest.mark.parametrize(("text", "quote", "days"), WHENS)
def test_a_figure_is_of_the_days_that_the_report_tells(text: str, quote: str, days: Days) -> None:
    claims = extract(replace(plain(text), published="2025-06-18", published_basis="given")).claims
    when = next(claim.when for claim in claims if claim.evidence.quote.endswith(quote))
    assert (when and (when.start, when.end)) == days


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The firm's wage bill, 1.1 billion euros in 2024, will grow.", "happened"),
        ("The tax rate, 16% since 2013, would rise by two points.", "happened"),
        ("Sales, 40 million euros in 2027, will double by 2030.", "expected"),
        ("The fund, 3 million euros, will be spent by May.", "planned"),
    ],
)
def test_what_stands_beside_a_plan_with_a_past_time_was_so(text: str, status: str) -> None:
    document = replace(plain(text), published="2025-06-18", published_basis="given")
    assert extract(document).claims[0].status == status


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("1 June 2025 - Globe Agency", "2025-06-01"),
        ("1 June 2025 | The Post of Osh", "2025-06-01"),
        ("30 June 2025", "2025-06-30"),
        ("Published 31 December 2025", "2025-12-31"),
        ("3 July 2025 - Kyiv Falls", None),
    ],
)
def test_a_line_dates_a_report_to_its_day(line: str, day: str | None) -> None:
    document = plain(f"Storm kills five\n\n{line}\n\nFive people died in the storm, police said.")
    assert published_on(document, extract(document)) == day
