"""Many reports become one picture: reprints, plans and denials move nothing, and the page shows what was set aside."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

import reportedly
from reportedly.estimates import RULES
from reportedly.flow import conclude, plain
from reportedly.model import Document, Estimate, Reading, Report
from reportedly.report.page import render

Pair = tuple[Document, Reading]

QUAKE = (
    (
        "Lusena Post",
        "2026-03-02",
        "A quake shook Varna on Monday, killing at least 40 people, the interior ministry said.",
    ),
    ("Quay Herald", "2026-03-03", "The quake in Varna killed 62 people, the interior ministry said on Tuesday."),
    ("Tern Echo", "2026-03-03", "The Red Cross said the quake in Varna had killed 71 people."),
)
REPRINT = ("Old Mill", "2026-03-05", "At least 40 people died in the quake in Varna, the interior ministry said.")
DENIAL = ("Cobalt Wire", "2026-03-04", "The mayor denied that the quake in Varna had killed 900 people.")
PLAN = (
    "Blue Heron",
    "2026-03-04",
    "Bulgaria plans to send 900 soldiers to Varna after the quake, the government said.",
)


def paper(outlet: str, day: str, text: str) -> Pair:
    """A short report as it is read."""
    document = replace(
        plain(text), outlet=outlet, address=f"{outlet}-{day}.txt", published=day, published_basis="given"
    )
    return document, reportedly.extract(document)


def picture(papers: Iterable[tuple[str, str, str]], rule: str = "latest-by-origin/1") -> Report:
    documents, readings = zip(*(paper(*one) for one in papers), strict=True)
    return conclude(documents, readings, rule=rule)


def toll(report: Report) -> tuple[object, ...]:
    """The figures of the largest series of deaths."""
    deaths = [one for one in report.series if one.key.measure == "deaths"]
    largest = max(deaths, key=lambda one: len(one.claims))
    found: Estimate = dict(report.estimates)[largest.id]
    return found.low, found.best, found.high


def test_reports_of_one_quake_are_one_series_with_its_range() -> None:
    assert toll(picture(QUAKE)) == (62, 71, 71)
    assert toll(picture(QUAKE, "conservative/1"))[1] == 62
    assert toll(picture(QUAKE, "official/1"))[1] == 62


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("more", [REPRINT, DENIAL, PLAN], ids=["a stale reprint", "a denial", "a plan"])
def test_what_says_nothing_new_moves_no_toll(rule: str, more: tuple[str, str, str]) -> None:
    assert toll(picture((*QUAKE, more), rule)) == toll(picture(QUAKE, rule))


def test_a_reprint_added_any_number_of_times_moves_no_estimate() -> None:
    copies = [(f"Copy {number}", "2026-03-06", QUAKE[0][2]) for number in range(5)]
    assert toll(picture((*QUAKE, *copies))) == toll(picture(QUAKE))


def test_the_page_shows_each_origin_once_and_the_rule_in_a_sentence() -> None:
    page = render(picture((*QUAKE, REPRINT, DENIAL)))
    ladder = page.partition('class="ladder"')[2].partition("</table>")[0]
    assert ladder.count("Red Cross") == 1
    assert ladder.count("interior ministry") == 1
    assert "By each origin’s latest word" in ladder or "By each origin&#39;s latest word" in ladder
    assert "told again" in ladder
    assert ">71<" in ladder


def test_every_word_of_a_series_is_kept_or_set_aside() -> None:
    report = picture((*QUAKE, REPRINT, DENIAL, PLAN))
    estimates = dict(report.estimates)
    for one in report.series:
        found = estimates[one.id]
        assert sorted((*found.kept, *(word for word, _ in found.aside))) == sorted(one.claims)
