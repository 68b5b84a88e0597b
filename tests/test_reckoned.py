"""A number or a day that was announced tells the fate of a plan where it is told again, whatever the verb."""

import pytest

from reportedly.flow import conclude, extract
from reportedly.model import Document, Outlook, Part


def became(plan: str, day: str, later: str) -> tuple[Outlook, ...]:
    """The entries of a report of 20 February 2025, a Thursday, by what a report of ``day`` tells."""
    every = [
        Document(f"{at}.txt", text, (Part("body", 0, len(text)),), published=day)
        for at, (day, text) in enumerate([("2025-02-20", plan), (day, later)])
    ]
    found = conclude(every, [extract(one) for one in every]).outlook
    return tuple(one for one in found if one.document == every[0].id)


TOLD = [
    # The number is told to be what something is a part of, or what something came short of.
    (
        "Norway will pay 90 million euros to the fishermen of Tromso, the ministry said.",
        "2025-05-10",
        "Of the 90 million euros promised in February, the fishermen of Tromso have had 35 million euros.",
        "partly",
    ),
    (
        "The library in Leeds plans to scan 40,000 letters by 1 May.",
        "2025-05-10",
        "The library in Leeds stopped with 28,500 letters scanned, 11,500 short of its target.",
        "partly",
    ),
    (
        "The mayor of Ghent promised to plant 6,000 trees along the canal by the end of April.",
        "2025-05-10",
        "The city of Ghent ended the season with 4,100 trees along the canal instead of the 6,000 it had promised.",
        "partly",
    ),
    (
        "The railway will hire 1,200 guards in Turin, its director said.",
        "2025-05-10",
        "The railway in Turin has 1,350 new guards, more than the 1,200 it had planned.",
        "came_about",
    ),
    (
        "The insurer will pay every farmer in Salta 3,000 dollars, it said.",
        "2025-05-10",
        "All but forty of the farmers in Salta have had the 3,000 dollars they were promised.",
        "partly",
    ),
    # It is in force, it is that much higher, or those who were to come are there.
    (
        "Chile will levy a duty of 18 percent on Danish butter from 1 March.",
        "2025-03-10",
        "The duty of 18 percent on Danish butter is in force in Chile since 1 March.",
        "came_about",
    ),
    (
        "The harbour of Split will lengthen its northern pier by 60 metres, the council said.",
        "2025-09-10",
        "The northern pier in Split is now 60 metres longer.",
        "came_about",
    ),
    (
        "Sweden will send 34 divers to Izmir, the navy said.",
        "2025-03-02",
        "In Izmir the 34 Swedes have been at work since Saturday.",
        "came_about",
    ),
    # A day and a delay come to the day that was set; another day is set in its place; it was not done until later.
    (
        "The new ferry to Naxos will start on 1 March, the port said.",
        "2025-03-12",
        "The first passengers stepped off the ferry in Naxos on 8 March, seven days behind schedule.",
        "not_by_date",
    ),
    (
        "The museum in Leeds is to open its new wing on 10 March.",
        "2025-03-12",
        "Visitors streamed into the new wing of the museum in Leeds on 7 March, three days ahead of schedule.",
        "came_about",
    ),
    (
        "Peru will lift its ban on poultry from Chile on 1 March.",
        "2025-02-27",
        "The ban on poultry from Chile would end on 1 April instead of 1 March, Peru said.",
        "overtaken",
    ),
    (
        "The cable car in Bergen will reopen on 1 March, the mayor said.",
        "2025-03-12",
        "The cable car in Bergen did not reopen until 9 March.",
        "not_by_date",
    ),
    # A state that was to last did not; what was meant is so no more.
    (
        "The rebels in Lamu will stop firing for 40 days, their leader said.",
        "2025-03-12",
        "The truce in Lamu lasted six days.",
        "overtaken",
    ),
    (
        "The rebels in Lamu will stop firing for 40 days, their leader said.",
        "2025-03-04",
        "The truce that the rebels in Lamu had called broke down on Monday.",
        "overtaken",
    ),
    (
        "The port of Naxos said that it would appeal against the fine within ten days.",
        "2025-03-01",
        "The port of Naxos no longer intends to appeal against the fine.",
        "overtaken",
    ),
    (
        "The members of the Lamu union will vote on the offer on 1 March.",
        "2025-03-10",
        "In Lamu 64 percent of the members who voted said yes to the offer.",
        "came_about",
    ),
]

OPEN = [
    # The number is told of another thing, or of the same in another unit, or as one that was before.
    (
        "The library in Leeds plans to scan 40,000 letters by 1 May.",
        "2025-05-10",
        "In Leeds 12,000 of the 40,000 students walked out.",
    ),
    (
        "Kenya would close all 12 crossings to Somalia if the shelling goes on, the army said.",
        "2025-03-10",
        "Six of the 12 crossings between Kenya and Somalia were repaired.",
    ),
    (
        "The mayor of Ghent promised to plant 6,000 trees along the canal by the end of April.",
        "2025-05-10",
        "In Ghent 4,100 people marched along the canal, fewer than the 6,000 who came last year.",
    ),
    (
        "Norway will pay 90 million euros to the fishermen of Tromso, the ministry said.",
        "2025-05-10",
        "The bank in Tromso lost 35 of its 90 million dollars.",
    ),
    (
        "Sweden will send 34 divers to Izmir, the navy said.",
        "2025-03-02",
        "In Izmir the 34 children are in safety, the navy of Sweden said.",
    ),
    (
        "The harbour of Split will lengthen its northern pier by 60 metres, the council said.",
        "2025-09-10",
        "The waves at the northern pier in Split were 60 metres apart.",
    ),
    # A delay of something else, or that does not come to the day; a day that was set for another thing.
    (
        "The new ferry to Naxos will start on 1 March, the port said.",
        "2025-03-12",
        "The trial in Naxos opened on 8 March, seven days behind schedule.",
    ),
    (
        "The museum in Leeds is to open its new wing on 10 March.",
        "2025-03-30",
        "The museum in Leeds paid its builders on 25 March, two days late.",
    ),
    (
        "Peru will lift its ban on poultry from Chile on 1 March.",
        "2025-02-27",
        "Carnival in Peru begins on 4 March instead of 1 March.",
    ),
    (
        "The cable car in Bergen will reopen on 1 March, the mayor said.",
        "2025-03-12",
        "The swimmers in Bergen did not go home until 9 March.",
    ),
    (
        "The rebels in Lamu will stop firing for 40 days, their leader said.",
        "2025-03-12",
        "The meeting in Lamu lasted six days.",
    ),
    (
        "The port of Naxos said that it would appeal against the fine within ten days.",
        "2025-03-01",
        "The mayor of Naxos no longer intends to leave.",
    ),
]


@pytest.mark.parametrize(("plan", "day", "later", "state"), TOLD)
def test_a_number_or_a_day_tells_a_fate(plan: str, day: str, later: str, state: str) -> None:
    (found, *_) = became(plan, day, later)
    assert found.state == state
    assert found.met_by or later.removesuffix(".") in found.reason


@pytest.mark.parametrize(("plan", "day", "later"), OPEN)
def test_what_is_told_of_something_else_meets_nothing(plan: str, day: str, later: str) -> None:
    (found, *_) = became(plan, day, later)
    assert found.state == "open", found.reason
