"""A figure that its root, or its own paper, has put right since is noted where an older report has it; no other is."""

import pytest

from reportedly.flow import conclude, extract
from reportedly.model import Document, Part

MONDAY, THURSDAY = "2025-06-02", "2025-06-05"

PUT_RIGHT = [
    (
        "The education ministry of Peru said that 47 schools had been damaged in the quake.",
        "The education ministry of Peru lowered the number of damaged schools from 47 to 39, as some had been counted"
        " twice.",
    ),
    (
        "Turnout was 64 percent, Kenya's election commission said.",
        "Kenya's election commission revised its figure for turnout from 64 percent to 61 percent.",
    ),
    (
        "Police in Lyon put the crowd at 8,500.",
        "Police in Lyon revised their estimate of the crowd to 9,700 after looking at photographs.",
    ),
    (
        "Between 20 and 30 tonnes of ammonia leaked from the works, the fire service of Gdansk said.",
        "About 45 tonnes of ammonia leaked from the works, not 20 to 30, the fire service of Gdansk said.",
    ),
    (
        "A survey of 2,318 farmers found that most want the tax to go.",
        "Correction: a report on Monday said that the survey had asked 2,318 farmers. It asked 2,138.",
    ),
    (
        "Some 73 bridges were washed away in Java, the roads agency said.",
        "The roads agency said that 65 bridges were washed away in Java, not 73.",
    ),
    (
        "The health ministry of Togo said that 218 people had fallen ill.",
        "The health ministry of Togo corrected the number of people who had fallen ill from 218 to 182.",
    ),
]

AS_IT_WAS = [
    (  # more came to be damaged
        "The education ministry of Peru said that 47 schools had been damaged in the quake.",
        "The number of damaged schools rose from 47 to 59, the education ministry of Peru said.",
    ),
    (  # another root's number
        "The union FSP put the crowd at 12,000.",
        "Police in Lyon revised their estimate of the crowd to 9,700 after looking at photographs.",
    ),
    (  # another thing of the same number
        "The education ministry of Peru said that 47 teachers had been hired.",
        "The education ministry of Peru lowered the number of damaged schools from 47 to 39, as some had been counted"
        " twice.",
    ),
    (  # who denies it is not who said it
        "The army said that 320 rebels had been killed in Bamako.",
        "The rebels denied that 320 of their fighters had been killed in Bamako. They lost 14 fighters.",
    ),
    (  # so much less of another thing
        "The bakery sold 2,400 loaves in May, the owner said.",
        "The bakery sold 2,100 cakes in May, not 1,900, the owner said.",
    ),
    (  # a bank that moved its rate
        "The central bank of Chile left its key rate at 5.5 percent.",
        "The central bank of Chile lowered its key rate from 5.5 percent to 5 percent.",
    ),
    (  # a price that fell
        "The grocer Mercato sells a loaf at 42 pesos.",
        "The grocer Mercato lowered the price of a loaf from 42 pesos to 39 pesos.",
    ),
    (  # told again by a count of another day
        "Police in Lyon counted 8,500 marchers on Sunday.",
        "Police in Lyon counted 9,700 marchers on Wednesday.",
    ),
]


def _noted(*texts: str, outlets: tuple[str, ...] = ("Daily Ledger", "Daily Ledger")) -> list[tuple[str, str, str]]:
    days = (MONDAY, THURSDAY)
    documents = [
        Document(f"{day}.md", text, (Part("body", 0, len(text)),), outlet=outlet, published=day)
        for text, day, outlet in zip(texts, days, outlets, strict=True)
    ]
    report = conclude(documents, [extract(one) for one in documents])
    homes = {one.id: one.address for one in documents}
    return [(one.kind, one.strength, homes[one.document]) for one in report.findings if one.kind == "put_right_since"]


@pytest.mark.parametrize(("older", "later"), PUT_RIGHT)
def test_what_was_put_right_is_noted_on_the_older_report(older: str, later: str) -> None:
    """Once, and as a note: when it was printed it was what the root had said."""
    assert _noted(older, later) == [("put_right_since", "note", f"{MONDAY}.md")]


@pytest.mark.parametrize(("older", "later"), AS_IT_WAS)
def test_what_holds_beside_it_is_not(older: str, later: str) -> None:
    """A number that grew, fell, is another root's or counts another thing."""
    assert _noted(older, later) == []


def test_a_paper_takes_back_only_what_it_printed_itself() -> None:
    """Another's number may be right, or of another survey."""
    older, later = PUT_RIGHT[4]
    assert _noted(older, later, outlets=("Morning Post", "Daily Ledger")) == []


def test_who_tells_the_new_number_too_has_heard_of_it() -> None:
    """Two numbers in the older report may be of two days."""
    older, later = PUT_RIGHT[0]
    assert _noted(older + " Some 39 schools are closed.", later) == []
