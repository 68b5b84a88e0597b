"""What retelling lost, what is out of date and who disagrees is found between documents, and nothing else.

Nouns are built by hand; no text is read by the program here, but in the last part.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from time import perf_counter
from typing import Any

import pytest

from reportedly.findings import between, find
from reportedly.flow import conclude, extract, plain
from reportedly.model import (
    Attribution,
    Claim,
    Counted,
    Document,
    Finding,
    Key,
    Measure,
    Origin,
    Part,
    Quantity,
    Reading,
    Report,
    Series,
    Statement,
    When,
)
from reportedly.report import render
from reportedly.values.measures import named

OPEN_END = {"more_than": "high", "at_least": "high", "less_than": "low", "up_to": "low"}


@dataclass
class Desk:
    """Reports of one figure each, as one root said them."""

    pairs: list[tuple[Document, Reading]] = field(default_factory=list)
    roots: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    keys: dict[Key, list[str]] = field(default_factory=lambda: defaultdict(list))

    def said(self, day: str | None, root: str, figure: str, thing: str, **slots: Any) -> Claim:
        """One report of one figure; ``thing`` is a measure's slug."""
        outlet = slots.pop("outlet", f"Paper {len(self.pairs)}")
        text = f"{root} said: {figure} people."
        address = slots.pop("address", f"{len(self.pairs):05}.txt")
        document = Document(address, text, (Part("body", 0, len(text)),), outlet=outlet, published=day)
        claim = self._claim(document, root, figure, thing, slots)
        made = Reading(document.id, "rules/1", "none", len(text), 1, None, (claim,), ())
        self.pairs.append((document, made))
        self.roots[root].append(claim.id)
        return claim

    def _claim(self, document: Document, root: str, figure: str, thing: str, slots: dict[str, Any]) -> Claim:
        text = document.text
        start = text.index(figure)
        people = document.span(text.index("people"), text.index("people") + len("people"))
        name = document.span(0, len(root))
        measure = named(thing) or Measure(thing, "", "unspecified", open=True)
        change = "additional" if "additional" in thing or "new" in thing else "level"
        when, status = slots.pop("when", None), slots.pop("status", "happened")
        claim = Claim(
            kind="figure",
            basis=slots.pop("basis", "written"),
            evidence=document.span(start, start + len(figure)),
            context=document.span(0, len(text)),
            part="body",
            quantity=_quantity(figure, slots.pop("approximator", "exact"), change, slots.pop("unit", "count")),
            counted=Counted(people, people, "person"),
            verb=None,
            when=when,
            attribution=(Attribution(document.outlet or "", "media"), Attribution(root, "government", name, name)),
            status=status,
            measure=measure,
        )
        done = status not in ("planned", "expected", "conditional", "possible")
        unit = claim.quantity.unit
        self.keys[Key(thing, unit, measure.scope, claim.quantity.change, done=done, **slots)].append(claim.id)
        return claim

    def found(self) -> tuple[Finding, ...]:
        """The findings of contradictions and tensions."""
        return tuple(found for found in self.every() if found.strength != "note")

    def every(self) -> tuple[Finding, ...]:
        """All findings."""
        statements = [
            Statement(_origin(root), tuple(claims), ("first", *("same figure",) * (len(claims) - 1)))
            for root, claims in self.roots.items()
        ]
        series = [Series(key, tuple(claims)) for key, claims in self.keys.items()]
        return between(self.pairs, statements, series)


def _origin(root: str) -> Origin:
    if root.startswith("?"):
        return Origin(root, root, "media", "unknown")
    if root == "Police":
        return Origin("name:police", root, "government", "name")
    return Origin(f"KEN/GOV:{root.casefold()}", root, "government", "body")


def _quantity(figure: str, approximator: Any, change: Any, unit: str) -> Quantity:
    value = Fraction("".join(c for c in figure if c.isdigit() or c == ".") or "0")
    ends: dict[str, Fraction | None] = {"low": value, "high": value}
    if approximator in OPEN_END:
        ends[OPEN_END[approximator]] = None
    return Quantity(ends["low"], ends["high"], figure, approximator, unit=unit, change=change)


def kinds(found: Iterable[Finding]) -> list[str]:
    return [one.kind for one in found]


# Rows of a table, each alone against several


def coded(*rows: tuple[str, str, str, dict[str, Any]]) -> list[tuple[str, str]]:
    """The kinds of what is found in rows of one root (day, number, measure, slots), each with the row's address."""
    desk = Desk()
    for day, number, thing, slots in rows:
        desk.said(day, "The Ministry", number, thing, basis="coded", **slots)
    addresses = {document.id: document.address for document, _ in desk.pairs}
    return [(one.kind, addresses[one.document]) for one in desk.found()]


def test_a_row_with_another_number_for_the_same_time_stands_alone() -> None:
    due = {"period": "by 2026-12", "status": "planned"}
    rows = [("2026-10-23", "10,000", "teachers_hired", due) for _ in range(3)]
    assert coded(*rows, ("2026-10-29", "19,000", "teachers_hired", due)) == [("value_drifted", "00003.txt")]
    assert coded(*rows, ("2026-10-29", "12,000", "teachers_hired", due)) == []
    later = due | {"period": "by 2027-12"}
    assert coded(*rows, ("2026-10-29", "19,000", "teachers_hired", later)) == []


def test_a_row_counted_as_of_another_month_stands_alone() -> None:
    february, march = ({"when": When(month, month, month)} for month in ("2025-02", "2025-03"))
    rows = [("2025-03-27", "3,100", "wells_drilled", february) for _ in range(3)]
    assert coded(*rows, ("2025-05-05", "3,100", "wells_drilled", march)) == [("date_drifted", "00003.txt")]
    assert coded(*rows[:2], ("2025-05-05", "3,100", "wells_drilled", march)) == []


def test_a_number_told_of_one_kind_of_things_after_it_was_of_another() -> None:
    pumps = ("2025-03-27", "220", "pumps_supplied", {})
    assert coded(pumps, ("2025-03-28", "220", "filters_supplied", {})) == [("thing_drifted", "00001.txt")]
    assert coded(pumps, ("2025-03-28", "220", "pumps_supplied_twice", {})) == []
    assert coded(pumps, ("2025-03-28", "220", "filters_ordered", {})) == []


# Drift


def test_casualties_retold_as_deaths_are_found_under_the_report_that_did_so() -> None:
    desk = Desk()
    first = desk.said("2025-06-15", "The Ministry", "6,000", "casualties")
    desk.said("2025-06-16", "The Ministry", "6,000", "casualties")
    odd = desk.said("2025-06-17", "The Ministry", "6,000", "deaths")
    (finding,) = desk.found()
    assert (finding.kind, finding.strength) == ("thing_drifted", "contradiction")
    assert finding.claims[:2] == (odd.id, first.id)
    assert finding.documents[:2] == (desk.pairs[2][0].id, desk.pairs[0][0].id)
    assert finding.document == desk.pairs[2][0].id
    assert all(
        words in finding.sentence for words in ("Paper 2", "Paper 0", "“deaths”", "“casualties”", "The Ministry")
    )


@pytest.mark.parametrize(
    ("first", "second", "kind", "strength"),
    [
        (("12", "deaths", {}), ("12", "casualties", {}), "thing_drifted", "contradiction"),
        (("1,240", "deaths", {}), ("1,240", "wounded", {}), "thing_drifted", "tension"),
        (("3,000", "troops_sent", {}), ("3,000", "troops_sent_additional", {}), "thing_drifted", "contradiction"),
        (("300", "cases", {}), ("300", "deaths", {}), "thing_drifted", "contradiction"),
        (
            ("400", "workers_sent", {"status": "planned"}),
            ("400", "workers_sent", {}),
            "status_drifted",
            "contradiction",
        ),
        (
            ("15,000", "troops_present", {"approximator": "up_to"}),
            ("15,000", "troops_present", {"approximator": "at_least"}),
            "bound_drifted",
            "contradiction",
        ),
        (("42,400", "area_burned", {"unit": "ha"}), ("42,400", "area_burned", {"unit": "km2"}), "unit_drifted", None),
        (("4,120", "displaced", {}), ("41,200", "displaced", {}), "power_of_ten", "contradiction"),
        (("13,221", "migrants_arrived", {}), ("13", "migrants_arrived", {}), "number_cut", "contradiction"),
    ],
)
def test_a_later_report_that_tells_a_figure_as_another_drifted(
    first: Any, second: Any, kind: str, strength: str | None
) -> None:
    desk = Desk()
    for day, (figure, thing, slots) in (("2025-03-01", first), ("2025-03-02", second)):
        desk.said(day, "The Ministry", figure, thing, **slots)
    (finding,) = desk.found()
    assert finding.kind == kind
    assert strength in (None, finding.strength)
    assert finding.document == desk.pairs[1][0].id


@pytest.mark.parametrize(("basis", "alone"), [("written", "tension"), ("coded", "note")])
def test_a_bound_that_a_report_dropped_is_a_tension_where_its_words_are_at_hand(basis: str, alone: str) -> None:
    desk = Desk()
    desk.said("2025-03-01", "The Ministry", "8,000", "troops_present", approximator="up_to", basis=basis)
    desk.said("2025-03-02", "The Ministry", "8,000", "troops_present", basis=basis)
    assert [(one.kind, one.strength) for one in desk.every()] == [("bound_drifted", alone)]
    for _ in range(2):
        desk.said("2025-03-01", "The Ministry", "8,000", "troops_present", approximator="up_to", basis=basis)
    assert [(one.kind, one.strength) for one in desk.every()] == [("bound_drifted", "tension")]


def test_two_numbers_that_change_places_are_found() -> None:
    desk = Desk()
    for day, killed, hurt in (("2025-03-01", "120", "340"), ("2025-03-02", "340", "120")):
        address = f"{day}.txt"
        text = f"The Ministry said: {killed} people died, {hurt} people were hurt."
        document = Document(address, text, (Part("body", 0, len(text)),), outlet=day, published=day)
        claims = (
            desk._claim(document, "The Ministry", killed, "deaths", {}),
            desk._claim(document, "The Ministry", hurt, "wounded", {}),
        )
        desk.pairs.append((document, Reading(document.id, "rules/1", "none", len(text), 1, None, claims, ())))
        desk.roots["The Ministry"] += [claim.id for claim in claims]
    assert "numbers_swapped" in kinds(desk.found())


LOOK_ALIKES: dict[str, list[tuple[str | None, str, str, str, dict[str, Any]]]] = {
    "another word for the same bound": [
        ("2025-03-01", "The Ministry", "5,000", "casualties", {"approximator": "more_than"}),
        ("2025-03-02", "The Ministry", "5,000", "casualties", {"approximator": "at_least"}),
    ],
    "about": [
        ("2025-03-01", "The Ministry", "5,000", "casualties", {"approximator": "about"}),
        ("2025-03-02", "The Ministry", "5,000", "casualties", {}),
    ],
    "a true revision": [
        ("2025-03-01", "The Ministry", "300", "deaths", {}),
        ("2025-05-01", "The Ministry", "600", "deaths", {}),
        ("2025-05-02", "The Ministry", "600", "deaths", {}),
    ],
    "an older figure told as older": [
        ("2025-03-01", "The Ministry", "300", "deaths", {}),
        ("2025-05-01", "The Ministry", "600", "deaths", {}),
        ("2025-05-09", "The Ministry", "300", "deaths", {"when": When("2025-03-01", "2025-03-01", "in March")}),
    ],
    "a plan that was carried out": [
        ("2025-03-01", "The Ministry", "400", "workers_sent", {"status": "planned"}),
        ("2025-04-01", "The Ministry", "400", "workers_sent", {}),
    ],
    "an addition by which a total grew": [
        ("2025-03-01", "The Ministry", "1,500", "troops_sent", {}),
        ("2025-03-02", "The Ministry", "1,500", "troops_sent", {}),
        ("2025-03-05", "The Ministry", "3,000", "troops_sent", {}),
        ("2025-03-05", "The Ministry", "1,500", "troops_sent_additional", {}),
    ],
    "the same number of other people": [
        ("2025-03-01", "The Ministry", "15,000", "troops_sent", {"population": "soldier"}),
        ("2025-03-02", "The Ministry", "15,000", "troops_sent", {"population": "worker"}),
    ],
    "the same number in another place": [
        ("2025-03-01", "The Ministry", "300", "deaths", {"place": "KEN"}),
        ("2025-03-02", "The Ministry", "300", "casualties", {"place": "IND"}),
    ],
    "a small number": [
        ("2025-03-01", "The Ministry", "3", "deaths", {}),
        ("2025-03-02", "The Ministry", "3", "casualties", {}),
    ],
    "a denial": [
        ("2025-03-01", "The Ministry", "300", "deaths", {}),
        ("2025-03-02", "The Ministry", "300", "casualties", {"status": "did_not_happen"}),
    ],
    "two sources months apart": [
        ("2025-03-01", "The Ministry", "300", "deaths", {}),
        ("2025-06-02", "The Council", "900", "deaths", {}),
    ],
    "two sources whose bounds meet": [
        ("2025-03-01", "The Ministry", "300", "deaths", {"approximator": "at_least"}),
        ("2025-03-01", "The Council", "340", "deaths", {}),
    ],
    "somebody unknown": [
        ("2025-03-01", "The Ministry", "300", "deaths", {}),
        ("2025-03-01", "?nobody", "900", "deaths", {}),
    ],
}


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_look_alikes_are_no_findings(name: str) -> None:
    desk = Desk()
    for day, root, figure, thing, slots in LOOK_ALIKES[name]:
        desk.said(day, root, figure, thing, **slots)
    assert desk.found() == ()


def test_who_told_it_first_is_held_against_nobody_but_by_many() -> None:
    desk = Desk()
    desk.said("2025-03-01", "The Ministry", "6,000", "deaths")
    desk.said("2025-03-02", "The Ministry", "6,000", "casualties")
    desk.said("2025-03-02", "The Ministry", "6,000", "casualties")
    assert desk.found() == ()
    desk.said("2025-03-03", "The Ministry", "6,000", "casualties")
    assert [one.document for one in desk.found()] == [desk.pairs[0][0].id]


def test_a_deed_that_a_later_report_tells_as_a_plan_is_held_against_the_deed() -> None:
    desk = Desk()
    desk.said("2025-03-01", "The Ministry", "2,600", "troops_sent")
    desk.said("2025-03-02", "The Ministry", "2,600", "troops_sent", status="planned")
    assert [(one.kind, one.document) for one in desk.found()] == [("status_drifted", desk.pairs[0][0].id)]


def test_of_two_reports_of_one_day_both_are_shown() -> None:
    desk = Desk()
    for bound in ("at_least", "less_than"):
        desk.said("2025-03-01", "The Ministry", "300", "deaths", approximator=bound)
    (finding,) = desk.found()
    assert set(finding.documents) == {document.id for document, _ in desk.pairs}


def test_a_figure_that_many_have_of_the_whole_and_one_has_of_a_part_of_it_by_somebody_else_is_a_tension() -> None:
    desk = Desk()
    for day in range(3):
        desk.said(f"2025-03-0{day + 1}", "The Ministry", "6,000", "casualties")
    desk.said("2025-03-20", "The Council", "6,000", "deaths")
    (finding,) = desk.found()
    assert (finding.kind, finding.strength, finding.document) == ("thing_drifted", "tension", desk.pairs[3][0].id)
    assert "The Council" in finding.sentence


def test_a_report_that_names_nobody_is_put_beside_the_one_root_of_its_number() -> None:
    desk = Desk()
    desk.said("2025-03-01", "The Ministry", "3,000", "casualties")
    desk.said("2025-03-02", "?paper", "3,000", "deaths")
    (finding,) = desk.found()
    assert "seem to go back to The Ministry" in finding.sentence


@pytest.mark.parametrize(("place", "kinds_found"), [("KEN", ["thing_drifted"]), ("IND", [])])
def test_a_name_that_every_state_has_a_bearer_of_is_that_of_its_state(place: str, kinds_found: list[str]) -> None:
    desk = Desk()
    desk.said("2025-03-01", "Police", "120", "casualties", place="KEN")
    desk.said("2025-03-02", "Police", "120", "deaths", place=place)
    assert kinds(desk.found()) == kinds_found


# What is out of date


def test_an_older_figure_told_as_todays_is_stale() -> None:
    desk = Desk()
    desk.said("2025-01-13", "The Ministry", "300", "deaths")
    newer = desk.said("2025-04-30", "The Ministry", "600", "deaths")
    odd = desk.said("2025-05-06", "The Ministry", "300", "deaths")
    (finding,) = desk.found()
    assert (finding.kind, finding.claims) == ("stale", (odd.id, newer.id))
    assert "2025-01-13" in finding.sentence


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ({"period": "earthquake 2025-01"}, {"period": "earthquake 2025-05"}),
        ({}, {"place": "NPL/bagmati"}),
        ({}, {"population": "child"}),
    ],
)
def test_a_higher_figure_of_another_or_a_wider_count_makes_nothing_stale(newer: Any, older: Any) -> None:
    desk = Desk()
    desk.said("2025-01-13", "The Ministry", "300", "deaths", **newer)
    desk.said("2025-01-30", "The Ministry", "600", "deaths", **newer)
    desk.said("2025-05-06", "The Ministry", "300", "deaths", **older)
    assert desk.found() == ()


def test_a_lower_figure_that_the_root_never_gave_before_is_not_stale() -> None:
    desk = Desk()
    desk.said("2025-04-30", "The Ministry", "600", "deaths")
    desk.said("2025-05-06", "The Ministry", "300", "deaths")
    assert desk.found() == ()


# Who disagrees, and what no longer adds up


def test_two_named_sources_that_disagree_are_shown_once() -> None:
    desk = Desk()
    for _ in range(3):
        desk.said("2024-12-23", "The Staff", "1,100", "casualties")
        desk.said("2024-12-23", "The Palace", "3,000", "casualties", approximator="more_than")
    (finding,) = desk.found()
    assert (finding.kind, finding.strength) == ("origins_disagree", "contradiction")
    assert "No value fits both" in finding.sentence


@pytest.mark.parametrize(("second", "day"), [("6,300", "2024-12-23"), ("9,000", "2024-12-24")])
def test_what_rounding_or_a_day_may_explain_is_a_tension(second: str, day: str) -> None:
    desk = Desk()
    desk.said("2024-12-23", "The Staff", "6,000", "casualties")
    desk.said(day, "The Palace", second, "casualties")
    assert [(one.kind, one.strength) for one in desk.found()] == [("origins_disagree", "tension")]


def test_parts_that_outgrow_a_whole_of_the_same_root_are_found_once() -> None:
    desk = Desk()
    desk.said("2025-09-02", "The Ministry", "4,700", "casualties")
    for _ in range(3):
        desk.said("2025-09-02", "The Ministry", "2,000", "deaths")
    desk.said("2025-09-03", "The Ministry", "4,000", "wounded")
    (finding,) = desk.found()
    assert (finding.kind, len(finding.claims)) == ("parts_outgrow_whole", 3)


def test_parts_within_their_whole_are_no_finding() -> None:
    desk = Desk()
    for figure, thing in (("4,700", "casualties"), ("600", "deaths"), ("4,100", "wounded")):
        desk.said("2025-04-30", "The Ministry", figure, thing)
    assert desk.found() == ()


def test_losses_of_which_side_nothing_tells_are_no_whole_of_other_dead() -> None:
    desk = Desk()
    desk.said("2025-11-06", "The Ministry", "9", "casualties", place="there/a")
    desk.said("2025-11-04", "The Ministry", "1,150", "deaths", place="there/b")
    assert "parts_outgrow_whole" not in {one.kind for one in desk.found()}


# What holds for every finding


def pile() -> Desk:
    chance, desk = random.Random(7), Desk()
    for _ in range(60):
        slots = {"approximator": chance.choice(["exact", "up_to", "at_least"])}
        day = f"2025-03-{chance.randint(1, 28):02}"
        figure = chance.choice(["300", "3,000", "1,240", "30,000"])
        desk.said(
            day, chance.choice(["The Ministry", "The Staff"]), figure, chance.choice(["deaths", "casualties"]), **slots
        )
    return desk


def test_claims_and_documents_of_a_finding_belong_together_and_it_is_filed_under_the_first() -> None:
    desk = pile()
    home = {claim.id: document.id for document, made in desk.pairs for claim in made.claims}
    found = desk.every()
    assert found
    for one in found:
        assert one.document == one.documents[0]
        assert [home[claim] for claim in one.claims] == list(one.documents)
        assert one.places == tuple(zip(one.documents, one.claims, strict=True))


def test_order_of_arrival_does_not_matter() -> None:
    texts = [
        ("2025-03-01", "At least 300 people were killed by the flood in Kenya, Kenya's Health Ministry said."),
        ("2025-03-02", "Fewer than 300 people were killed by the flood in Kenya, Kenya's Health Ministry said."),
        ("2025-03-02", "The flood in Kenya has killed 900 people, the World Health Organization said."),
    ]
    documents = [written(f"{n}.txt", day, text) for n, (day, text) in enumerate(texts)]
    readings = [extract(document) for document in documents]
    first = conclude(documents, readings).findings
    assert conclude(documents[::-1], readings[::-1]).findings == first
    assert "bound_drifted" in kinds(first)


@pytest.mark.parametrize("figures", [("1,234",), tuple(str(number) for number in range(10, 3000))])
def test_time_grows_with_the_figures(figures: Sequence[str]) -> None:
    def took(size: int) -> float:
        chance, desk = random.Random(3), Desk()
        for _ in range(size):
            thing = chance.choice(["deaths", "casualties", "wounded"])
            desk.said(
                f"2025-03-{chance.randint(1, 28):02}",
                f"Body {chance.randint(1, size // 5)}",
                chance.choice(figures),
                thing,
            )
        start = perf_counter()
        desk.every()
        return perf_counter() - start

    few, many = min(took(400) for _ in range(2)), took(3200)
    assert many < 30 * few + 0.5  # eight times as much; all pairs would take 64 times as long


# Read from text


def written(address: str, day: str, text: str) -> Document:
    body = plain(text)
    return Document(address, body.text, body.parts, outlet=address, published=day)


def report(*texts: tuple[str, str]) -> Report:
    documents = [written(f"{n}.txt", day, text) for n, (day, text) in enumerate(texts)]
    return conclude(documents, [extract(document) for document in documents])


EPIDEMIC = (
    (
        "2026-05-04",
        "Cholera in Sudan\n\nSudan's Health Ministry has confirmed 7,350 cases of cholera and 214 deaths since April.",
    ),
    (
        "2026-05-05",
        "Cholera kills thousands\n\nCholera has killed 7,350 people in Sudan since April, the Health Ministry said.",
    ),
)
BUDGET = (
    (
        "2026-02-10",
        "Budget\n\nEstonia's Finance Ministry said that it will spend 412 million euros on hospitals next year.",
    ),
    ("2026-02-11", "Hospitals\n\nEstonia has spent 412 million euros on hospitals, the Finance Ministry said."),
)
MONEY = (
    BUDGET[0],
    (
        "2026-02-12",
        "Hospitals\n\nEstonia will spend 412 million dollars on hospitals next year, the Finance Ministry said.",
    ),
)


@pytest.mark.parametrize(
    ("texts", "kind"), [(EPIDEMIC, "thing_drifted"), (BUDGET, "status_drifted"), (MONEY, "unit_drifted")]
)
def test_drifts_of_other_subjects_are_found_in_texts(texts: Any, kind: str) -> None:
    found = report(*texts).findings
    assert [(one.kind, len(one.documents)) for one in found] == [(kind, 2)]


def test_the_page_shows_a_finding_between_documents_with_each_paper() -> None:
    page = render(report(*EPIDEMIC))
    assert "A figure retold of something else" in page
    start = page.index('id="n1"')
    shown = page[start : page.index("</li>\n", page.index('class="told"', start))]
    assert "0.txt" in shown
    assert "1.txt" in shown


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quake kills 60 in Nepal\n\nForty people died when an earthquake struck Nepal on Monday.", "value_changed"),
        (
            "Fewer than 300 migrants drown\n\nMore than 300 people drowned off Libya, the coast guard said.",
            "bound_changed",
        ),
        ("Ebola kills 70\n\nSeventy cases of Ebola have been confirmed and 41 people have died.", "thing_changed"),
    ],
)
def test_a_headline_is_held_against_its_body_by_what_both_measure(text: str, kind: str) -> None:
    document = plain(text)
    assert kinds(find(document, extract(document))) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Quake kills 60 in Nepal\n\nForty people died in Kathmandu alone when an earthquake struck on Monday.",
        "12 soldiers killed in ambush\n\nAn ambush killed 12 soldiers and 3 civilians, the army said.",
        "Police arrest 30\n\nPolice detained 18 people in Lyon and 12 in Paris on Sunday.",
        "Cholera kills 70 in a week\n\nSince April 410 people have died of cholera, 70 of them last week.",
        "More than 100 killed in strikes\n\nAt least 104 people were killed in air strikes on Thursday.",
    ],
)
def test_a_headline_that_its_body_bears_is_no_finding(text: str) -> None:
    document = plain(text)
    assert find(document, extract(document)) == ()


KEPT = [
    (
        "AFAD said it would deliver 2,000 tents by Tuesday evening.",
        "AFAD said all 2,000 tents had now been delivered, two days late.",
    ),
    (
        "The health ministry said it would send 40,000 doses to Peru by March 4.",
        "The health ministry said it had sent 40,000 doses to Peru.",
    ),
    (
        "The state will hire 1,200 nurses, the labour ministry said.",
        "The state hired 1,200 nurses, as promised, the labour ministry said.",
    ),
    (
        "The European Union said it would pay Kenya 90 million euros within a month.",
        "The European Union said it finally paid Kenya 90 million euros.",
    ),
    ("The army said it would pull out 3,000 soldiers.", "The army said it has now pulled out 3,000 soldiers."),
]


@pytest.mark.parametrize(("plan", "deed"), KEPT)
def test_a_promise_that_was_kept_is_no_contradiction(plan: str, deed: str) -> None:
    pairs = []
    for day, text in (("2026-03-02", plan), ("2026-03-05", deed)):
        document = replace(plain(text), address=f"{day}.txt", outlet=day, published=day, published_basis="given")
        pairs.append((document, extract(document)))
    assert [one.kind for one in conclude(*zip(*pairs, strict=True)).findings] == []


def renamed(*reports: tuple[str, str, str]) -> list[str]:
    pairs = []
    for outlet, day, text in reports:
        document = replace(plain(text), address=f"{outlet}.txt", outlet=outlet, published=day, published_basis="given")
        pairs.append((document, extract(document)))
    return [one.kind for one in conclude(*zip(*pairs, strict=True)).findings if one.kind == "root_drifted"]


AGENCY = (
    "Quake kills at least 38 in Van\n\n"
    "VAN, March 2 (Ararat) - A quake killed at least 38 people, the interior ministry said.\n"
)


def test_a_copy_that_names_the_same_root_echoes_it() -> None:
    copy = "At least 38 dead\n\nA quake killed at least 38 people in Van, the interior ministry said.\n"
    assert renamed(("Ararat News Agency", "2026-03-02", AGENCY), ("Evening", "2026-03-04", copy)) == []


def test_a_figure_that_two_reports_put_to_one_minister_and_his_ministry_is_one() -> None:
    first = (
        "The state would hire nurses, on whose lists 268,300 patients stood, according to the health ministry,"
        " the minister Rui Tavares said."
    )
    later = "The number of patients fell to 251,000, the health ministry said, from 268,300."
    assert renamed(("Tejo", "2025-09-10", first), ("Norte", "2025-10-01", later)) == []


@pytest.mark.parametrize(("second", "found"), [("6,500", 0), ("5,400", 1), ("9,000", 1)])
def test_what_only_grew_by_the_next_day_is_no_disagreement(second: str, found: int) -> None:
    desk = Desk()
    desk.said("2025-03-03", "The Staff", "6,000", "deaths")
    desk.said("2025-03-04", "The Palace", second, "deaths")
    assert kinds(desk.found()).count("origins_disagree") == found


def test_what_one_side_lost_is_no_part_of_what_the_other_did() -> None:
    desk = Desk()
    desk.said("2025-03-03", "The Ministry", "80", "casualties", actor="TGO")
    desk.said("2025-03-04", "The Ministry", "600", "deaths", actor="BEN")
    assert not desk.found()


def test_a_number_quoted_from_another_paper_a_power_of_ten_away_is_a_slip() -> None:
    pairs = []
    for outlet, day, text in (
        ("Tern Dispatch", "2025-03-03", "The port of Lome needs a loan of 4.7 million dollars, two officials said."),
        ("Heron Post", "2025-03-04", "The port of Lome needs 47 million dollars, the Tern Dispatch reported."),
    ):
        document = replace(plain(text), outlet=outlet, address=f"{outlet}.txt", published=day)
        pairs.append((document, extract(document)))
    (finding,) = conclude(*zip(*pairs, strict=True)).findings
    assert (finding.kind, finding.document) == ("power_of_ten", pairs[1][0].id)


def disputed(*reports: tuple[str, str, str]) -> int:
    """How many pairs of sources disagree by these reports: outlet, day, text."""
    documents = [replace(plain(text), outlet=outlet, address=outlet, published=day) for outlet, day, text in reports]
    found = conclude(documents, [extract(one) for one in documents]).findings
    return sum(one.kind == "origins_disagree" for one in found)


@pytest.mark.parametrize(("first", "found"), [("at noon", 0), ("by 2 p.m.", 0), ("in the end", 1)])
def test_a_count_of_some_hour_disagrees_with_none_of_the_day(first: str, found: int) -> None:
    early = f"Turnout in Peru's election was 38% {first}, the National Electoral Jury said."
    late = "Turnout in Peru's election was 61%, the Ombudsman's Office said."
    assert disputed(("Dawn", "2025-04-13", early), ("Dusk", "2025-04-13", late)) == found


def test_all_who_were_hurt_and_some_of_them_are_no_disagreement() -> None:
    told = (
        "Clashes in Quito, Ecuador, left 17 people injured on Saturday, hospital director Eva Ruiz said."
        " Police spokesman Omar Paz said six officers were injured."
    )
    assert disputed(("Sierra", "2025-09-21", told)) == 0
