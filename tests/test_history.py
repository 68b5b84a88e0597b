"""What a record knew of a series at a moment, and what changed in between."""

import random
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path

import pytest

import reportedly
from reportedly import history
from reportedly.flow import conclude, plain
from reportedly.history import History, freshness, title, until
from reportedly.ledger import Ledger
from reportedly.model import Changed, Document, Judgement, Reading, Span, Tombstone
from reportedly.series import asked
from tests.test_families import situation

MONDAY, TUESDAY, WEDNESDAY = "2025-01-13T08:00:00Z", "2025-01-14T08:00:00Z", "2025-01-15T08:00:00Z"
NOW = "2025-01-20T08:00:00Z"

Pair = tuple[Document, Reading]


def report(text: str, address: str, published: str = "2025-01-13") -> Pair:
    document = replace(plain(text), address=address, published=published, published_basis="given")
    return document, reportedly.extract(document)


MINISTRY = "The earthquake in Nepal killed 40 people, the United Nations said."
RAISED = "The earthquake in Nepal killed 50 people, the United Nations said."
OTHERS = "The earthquake in Nepal killed 50 people, the Red Cross said."
PAPERS = "The earthquake in Nepal killed 50 people."


@pytest.fixture(autouse=True, params=["whole", "report by report"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that is concluded whole, and one that is too large for it."""
    monkeypatch.setattr("reportedly.history.DOCUMENTS", 400 if request.param == "whole" else -1)


@pytest.fixture(scope="module")
def reports() -> dict[str, Pair]:
    texts = {"first": MINISTRY, "raised": RAISED, "others": OTHERS, "papers": PAPERS}
    return {name: report(text, f"{name}.txt") for name, text in texts.items()}


def changed(ledger: Ledger, since: str = "2025-01-14", to: str = NOW) -> list[str]:
    return [one.kind for one in History(ledger).changed(since, to)]


def best(ledger: Ledger, moment: str = "") -> list[str]:
    (found,) = History(ledger).summed(None, until(moment))
    return sorted(str(one.estimate.best) for one in found.values())


def test_a_figure_is_new_then_raised_then_confirmed(ledger: Ledger, reports: dict[str, Pair]) -> None:
    ledger.add(*reports["first"], MONDAY)
    assert changed(ledger, "2025-01-13") == ["new"]
    assert changed(ledger, "2025-01-14") == []
    ledger.add(*reports["raised"], TUESDAY)
    past = History(ledger)
    (move,) = past.changed("2025-01-14", NOW)
    assert move.kind == "raised"
    assert "50, raised from 40" in move.sentence
    assert {claim.quantity.written for _, claim in past.told(move.claims).values()} == {"40", "50"}
    ledger.add(*reports["others"], WEDNESDAY)
    assert changed(ledger, "2025-01-15") == ["confirmed"]
    assert changed(ledger, "2025-01-14") == ["confirmed", "raised"]
    assert (best(ledger), best(ledger, "2025-01-13"), best(ledger, "2025-01-12")) == (["50"], ["40"], [])


def test_a_reprint_changes_nothing(ledger: Ledger, reports: dict[str, Pair]) -> None:
    ledger.add(*reports["raised"], MONDAY)
    ledger.add(*report(RAISED, "reprint.txt", "2025-01-15"), TUESDAY)
    ledger.add(*reports["papers"], WEDNESDAY)
    assert changed(ledger) == []


def test_the_order_of_arrival_does_not_matter(tmp_path: Path, reports: dict[str, Pair]) -> None:
    found: list[tuple[Changed, ...]] = []
    for turn in (1, -1):
        with Ledger(str(tmp_path / f"{turn}.ledger"), create=True) as ledger:
            for pair in list(reports.values())[::turn]:
                ledger.add(*pair, MONDAY)
            found.append(History(ledger).changed("2025-01-13", NOW))
    assert found[0] == found[1] != ()


def test_a_new_version_shows_its_changed_figures(ledger: Ledger) -> None:
    ledger.add(*report(MINISTRY, "page.txt"), MONDAY)
    ledger.add(*report(RAISED, "page.txt"), TUESDAY)
    found = {one.kind: one for one in History(ledger).changed("2025-01-14", NOW)}
    assert found.keys() == {"raised", "version"}
    assert "50, before 40" in found["version"].sentence
    ledger.add(*report(RAISED + " Schools are shut.", "page.txt"), WEDNESDAY)
    (version,) = History(ledger).changed("2025-01-15", NOW)
    assert "its figures are the same" in version.sentence


def test_an_earlier_version_that_is_back_lowers_what_it_raised(ledger: Ledger) -> None:
    for text, moment in ((MINISTRY, MONDAY), (RAISED, TUESDAY), (MINISTRY, WEDNESDAY)):
        ledger.add(*report(text, "page.txt"), moment)
    found = {one.kind: one.sentence for one in History(ledger).changed("2025-01-15", NOW)}
    assert found.keys() == {"lowered", "version"}
    assert "40, lowered from 50" in found["lowered"]
    assert "40, before 50" in found["version"]
    assert changed(ledger, "2025-01-14") == []  # it stands as it stood


def test_what_is_told_no_more_is_withdrawn(ledger: Ledger) -> None:
    ledger.add(*report(MINISTRY, "page.txt"), MONDAY)
    ledger.add(*report("The earthquake in Nepal was strong.", "page.txt"), TUESDAY)
    assert changed(ledger) == ["version", "withdrawn"]


def test_a_judgement_changes_what_is_known_and_is_taken_back(ledger: Ledger, reports: dict[str, Pair]) -> None:
    document, reading = reports["first"]
    ledger.add(document, reading, MONDAY)
    claim = reading.claims[0]
    wrong = Judgement("reject", claim.evidence, claim.context, "Ada", TUESDAY, "no count")
    ledger.judge(wrong)
    assert changed(ledger) == ["withdrawn"]
    assert (best(ledger), best(ledger, "2025-01-13")) == ([], ["40"])
    ledger.judge(replace(wrong, verdict="undo", at=WEDNESDAY, undoes=wrong.id))
    assert changed(ledger, "2025-01-15") == ["new"]
    assert changed(ledger, "2025-01-14") == []
    right = Judgement("correct", claim.evidence, claim.context, "Ada", WEDNESDAY, "a typo", slot="value", value="44")
    ledger.judge(right)
    assert best(ledger) == ["44"]
    assert list(ledger.verify()) == []


def test_what_was_judged_and_taken_back_is_known_as_it_was_in_between(ledger: Ledger, reports: dict[str, Pair]) -> None:
    ledger.add(*reports["first"], MONDAY)
    claim = reports["first"][1].claims[0]
    planned = Judgement("correct", claim.evidence, claim.context, "Ada", TUESDAY, "x", slot="status", value="planned")
    ledger.judge(planned)
    ledger.judge(replace(planned, verdict="undo", slot=None, value=None, at=WEDNESDAY, undoes=planned.id))
    past = History(ledger)
    days = [until(day) for day in ("2025-01-13", "2025-01-14", "2025-01-15")]
    states = [past.summed(None, day)[0] for day in days]
    keys = [past.keys(at, days[1]) | past.keys(at, day) for at, day in zip(states, days, strict=True)]
    done = [[known[name].done for name in at] for known, at in zip(keys, states, strict=True)]
    assert done == [[True], [False], [True]]


def test_an_analyst_says_that_two_are_different(ledger: Ledger, reports: dict[str, Pair]) -> None:
    for name in ("first", "others"):
        ledger.add(*reports[name], MONDAY)
    assert best(ledger) == ["50"]
    one, other = (reports[name][1].claims[0] for name in ("first", "others"))
    apart = Judgement("different", one.evidence, one.context, "Ada", TUESDAY, "two quakes", other=other.evidence)
    ledger.judge(apart)
    assert best(ledger) == ["40", "50"]
    assert best(ledger, "2025-01-13") == ["50"]


def test_what_is_erased_is_gone_from_every_moment(ledger: Ledger, reports: dict[str, Pair]) -> None:
    ledger.add(*reports["first"], MONDAY)
    assert best(ledger) == ["40"]
    ledger.erase(Tombstone(reports["first"][0].id, "Ada", TUESDAY, "asked"))
    assert (best(ledger), best(ledger, "2025-01-13"), changed(ledger)) == ([], [], [])


def test_the_cache_may_go_at_any_time(ledger: Ledger, reports: dict[str, Pair]) -> None:
    for at, pair in zip((MONDAY, TUESDAY, WEDNESDAY, WEDNESDAY), reports.values(), strict=True):
        ledger.add(*pair, at)
    found = History(ledger).changed("2025-01-13", NOW)
    ledger.forget()
    assert History(ledger).changed("2025-01-13", NOW) == found


def test_by_the_reports_own_days(ledger: Ledger) -> None:
    ledger.add(*report(MINISTRY, "a.txt", "2025-01-02"), MONDAY)
    ledger.add(*report(RAISED, "b.txt", "2025-01-05"), MONDAY)
    past = History(ledger, by="published")
    assert [one.kind for one in past.changed("2025-01-03", until("2025-01-05"))] == ["raised"]
    assert past.changed("2025-01-03", until("2025-01-04")) == ()
    assert past.changed("2025-01-06", until("2025-01-09")) == ()


def test_a_question_is_answered_and_its_freshness_told(ledger: Ledger, reports: dict[str, Pair]) -> None:
    ledger.add(*reports["first"], MONDAY)
    ledger.add(*report(OTHERS, "later.txt", "2025-01-17"), TUESDAY)
    past = History(ledger)
    sure, maybe = past.answering(asked("earthquake deaths in Nepal"))
    assert [title(key).partition(" ")[0] for key in (sure | maybe).values()] == ["deaths"]
    (found,) = past.summed(sure | maybe, until(""))
    assert freshness(found.values()) == "2025-01-17"
    assert past.answering(asked("earthquake deaths in Peru")) == ({}, {})
    assert past.changed("2025-01-13", NOW, {"none of them"}) == ()


def test_a_plan_falls_due_and_comes_about(ledger: Ledger) -> None:
    plan = "North Korea plans to send 3,000 soldiers to Russia by 17 January 2025, the ministry said on Monday."
    ledger.add(*report(plan, "plan.txt"), MONDAY)
    due = [one for one in History(ledger).changed("2025-01-16", NOW) if one.kind == "fell_due"]
    assert len(due) == 1
    assert "read here was matched to it" in due[0].sentence
    assert History(ledger).changed("2025-01-16", NOW, {"another series"}) == ()
    assert [one.kind for one in History(ledger).changed("2025-01-16", until("2025-01-16"))] == []
    done = "North Korea has sent 3,000 soldiers to Russia, the ministry said."
    ledger.add(*report(done, "done.txt", "2025-01-16"), WEDNESDAY)
    assert "came_about" in changed(ledger, "2025-01-15")


@pytest.mark.parametrize("name", ["toll", "sinking", "forecast", "spread"])
def test_the_record_says_what_its_page_says(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr("reportedly.history.DOCUMENTS", 400)
    _, pairs = situation(name)
    for pair in pairs:
        ledger.add(*pair, MONDAY)
    (found,) = History(ledger).summed(None, NOW)
    shown = conclude(*zip(*pairs, strict=True)).estimates
    assert sorted(str((one.estimate.low, one.estimate.best, one.estimate.high)) for one in found.values()) == sorted(
        str((made.low, made.best, made.high)) for _, made in shown
    )


def test_a_deed_without_a_number_meets_a_plan_of_the_record(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.history.DOCUMENTS", 400)
    ledger.add(*report("The bridge in Gdansk will reopen on 15 January 2025, the mayor said.", "plan.txt"), MONDAY)
    assert [one.kind for one in History(ledger).changed("2025-01-14", NOW)] == ["fell_due"]
    ledger.add(*report("The bridge in Gdansk reopened on Wednesday.", "done.txt", "2025-01-16"), WEDNESDAY)
    (told,) = History(ledger).changed("2025-01-14", NOW)
    assert told.kind == "came_about"
    assert "The bridge in Gdansk reopened on Wednesday" in told.sentence


# Only what could be joined with what came or went is fetched, and it tells the same.

PLACES = ("Nepal", "Peru")
NUMBERS = ("40", "44", "at least 38", "1,230", "1,234", "1,200", "2,345")
SAID = (", the United Nations said", ", the Red Cross said", ", Reuters reported", ", officials said", "")


@cache
def made(sentence: str) -> Pair:
    return report(sentence, "page.txt")


def happens(ledger: Ledger, chance: random.Random, *, judging: bool, pages: int = 20, settled: bool = False) -> None:
    """Pages are written, rewritten, brought back, read anew, judged and erased on six days.

    Of many ``pages`` few are ever rewritten; ``settled``: what stands is stored now and then.
    """
    for number in range(40):
        if settled and chance.random() < 0.2:
            history.settle(ledger)
        day = f"2025-01-{13 + number // 7:02}"
        told = f"The flood in {chance.choice(PLACES)} killed {chance.choice(NUMBERS)} people{chance.choice(SAID)}."
        document, reading = made(told)
        address, published = f"{chance.randrange(pages)}.txt", f"2025-01-{chance.randrange(8, 20):02}"
        document = replace(document, address=address, published=published)
        reading = _moved(
            reading, document, maker=chance.choice(("rules/1", "rules/1", "rules/2" if pages < 100 else "rules/1"))
        )
        ledger.add(document, reading, f"{day}T08:{number:02}:00Z")
        if judging and number % 11 == 10 and reading.claims:
            claim, verdict = reading.claims[-1], chance.choice(("reject", "correct"))
            more = {"slot": "value", "value": "44"} if verdict == "correct" else {}
            at = f"{day}T08:{number:02}:30Z"
            ledger.judge(Judgement(verdict, claim.evidence, claim.context, "Ada", at, "for a test", **more))  # type: ignore[arg-type]
        if number % 13 == 12:
            ledger.erase(Tombstone(document.id, "an analyst", f"{day}T09:00:00Z", "its author asked"))


def _moved(reading: Reading, document: Document, *, maker: str) -> Reading:
    """A reading of another document with the same text."""

    def moved(noun: object) -> object:
        if isinstance(noun, Span):
            return replace(noun, document=document.id)
        if isinstance(noun, tuple):
            return tuple(map(moved, noun))
        if is_dataclass(noun) and not isinstance(noun, type):
            told = {field.name: moved(getattr(noun, field.name)) for field in fields(noun) if field.init}
            return replace(noun, **told)  # type: ignore[arg-type]
        return noun

    made_again = moved(replace(reading, document=document.id, made_by=maker))
    assert isinstance(made_again, Reading)
    return made_again


@pytest.mark.parametrize("size", ["report by report"], indirect=True)
@pytest.mark.parametrize("seed", range(8))
def test_what_changed_is_what_all_words_tell(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    happens(ledger, random.Random(seed), judging=seed % 2 == 1, pages=(20, 400, 10**6)[seed % 3], settled=seed % 4 != 0)
    spans = [("2025-01-13", NOW), ("2025-01-14", "2025-01-16"), ("2025-01-17", NOW), ("2025-01-18", NOW)]
    asked = [(rule, *span) for rule in sorted(history.APART) for span in spans]
    quick = [History(ledger, rule=rule).changed(*span) for rule, *span in asked]
    assert list(ledger.verify()) == []
    monkeypatch.setattr(history, "APART", frozenset())
    assert quick == [History(ledger, rule=rule).changed(*span) for rule, *span in asked]
    assert any(quick)


@pytest.mark.parametrize("size", ["report by report"], indirect=True)
def test_what_stood_is_stored_once_and_goes_with_what_is_erased_or_rewritten(ledger: Ledger) -> None:
    pairs = [report(text, f"{number}.txt") for number, text in enumerate((MINISTRY, RAISED, OTHERS))]
    for pair, moment in zip(pairs, (MONDAY, TUESDAY, WEDNESDAY), strict=True):
        ledger.add(*pair, moment)
        history.settle(ledger)
    (name,) = ledger.keys()
    steady, old, new = ledger.turned([name], MONDAY, WEDNESDAY)
    assert steady == {name}
    assert {one.origin for one in new[name]} > {one.origin for one in old[name]}
    assert ledger.firm([name], MONDAY, WEDNESDAY) == {name}
    ledger.forget()
    assert ledger.turned([name], MONDAY, WEDNESDAY)[0] == set()
    history.settle(ledger)
    assert ledger.turned([name], MONDAY, WEDNESDAY) == (steady, old, new)
    ledger.erase(Tombstone(pairs[2][0].id, "Ada", WEDNESDAY, "asked"))
    assert ledger.turned([name], MONDAY, WEDNESDAY)[0] == set()
    history.settle(ledger)
    steady, old, new = ledger.turned([name], MONDAY, WEDNESDAY)
    assert (steady, len(old[name]), len(new[name])) == ({name}, 1, 1)
    ledger.add(*report("The flood in Peru killed 3 people.", "0.txt"), WEDNESDAY)
    assert ledger.turned([name], MONDAY, WEDNESDAY)[0] == set()  # what it is by now is not known yet
    history.settle(ledger)
    assert ledger.turned([name], MONDAY, WEDNESDAY)[0] == set()
    assert list(ledger.verify()) == []
