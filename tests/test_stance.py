"""Whether it has happened, how sure that is, and what hangs on what: a case is a sentence and its reading."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.claims.stance import Standings, Ties
from reportedly.claims.stance.certainties import Certainties
from reportedly.claims.trees import Tree
from reportedly.flow import conclude, extract, parser, plain, statuses
from reportedly.model import Certainty, Document, Part, Predicate, Prospect, Status, Tie, check

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", cases("statuses"), ids=lambda case: case["text"][:60])
def test_a_word_stands_as_its_clause_and_what_governs_it_let_it(case: dict[str, Any]) -> None:
    found: dict[str, Status] = {}
    for sentence in parser()(case["text"]):
        standings = Standings(Tree(sentence))
        found |= {word: standings.of(token).outcome for token, word in enumerate(sentence.words)}
    assert {word: found[word] in wanted for word, wanted in case["want"].items()} == dict.fromkeys(case["want"], True)


def ties(text: str) -> tuple[Tie, ...]:
    return extract(text).ties


@pytest.mark.parametrize("case", cases("ties"), ids=lambda case: case["text"][:60])
def test_a_tie_is_read_with_what_hangs_on_it(case: dict[str, Any]) -> None:
    (tie,) = ties(case["text"])
    assert tie.consequent is not None
    found = {"kind": tie.kind, "antecedent": tie.antecedent.quote, "consequent": tie.consequent.quote}
    assert found == {slot: case[slot] for slot in found}


@pytest.mark.parametrize("case", cases("lists"), ids=lambda case: case["text"][:60])
def test_what_a_list_proposes_is_to_come(case: dict[str, Any]) -> None:
    found = [{"quote": claim.evidence.quote, "status": claim.status} for claim in extract(plain(case["text"])).claims]
    assert found == case["want"]


@pytest.mark.parametrize(
    "text",
    [
        "The guests left without paying.",
        "She sings as if nothing had happened.",
        "The envoy spoke on condition of anonymity.",
        "Nobody knows if the king is alive.",
        "The plant once employed 300 people.",
    ],
)
def test_what_only_looks_like_a_condition_is_none(text: str) -> None:
    assert [tie for tie in ties(text) if tie.kind in ("if", "unless", "once")] == []


def test_a_condition_names_the_figures_that_hang_on_it() -> None:
    reading = extract("If the dyke fails, 300 houses will flood. Last year 20 were lost.")
    flood = next(claim for claim in reading.claims if claim.evidence.quote == "300")
    assert [tie.claims for tie in reading.ties] == [(flood.id,)]
    assert flood.condition is not None
    assert flood.condition.quote == "If the dyke fails"


# Who takes it to be so


def predicate(text: str, word: str) -> Predicate:
    return next(found for found in statuses(text) if found.span.quote == word)


def told(found: Predicate) -> list[tuple[str | None, Status]]:
    return [(view.source and view.source.quote, view.status) for view in found.views]


def test_a_denial_supports_neither_the_figure_nor_zero() -> None:
    arrived = predicate("Moscow denied that 3,000 soldiers had arrived.", "arrived")
    assert arrived.status == "unresolved"
    assert told(arrived) == [(None, "unresolved"), ("Moscow", "did_not_happen")]


def test_what_is_said_is_vouched_for_by_him_who_says_it() -> None:
    fell = predicate("The bank said that exports fell.", "fell")
    assert told(fell) == [(None, "unresolved"), ("bank", "happened")]


def test_what_is_known_is_vouched_for_by_the_author_too() -> None:
    fell = predicate("The bank knew that exports fell.", "fell")
    assert told(fell) == [(None, "happened"), ("bank", "happened")]


def test_a_source_within_a_source_has_a_view_of_its_own() -> None:
    fell = predicate("The paper reported that the bank denied that exports fell.", "fell")
    assert told(fell)[0] == (None, "unresolved")
    assert told(fell)[-1] == ("bank", "did_not_happen")
    assert [source for source, _ in told(fell)] == [None, "paper", "bank"]


# How sure


def certainty(text: str, word: str) -> tuple[str | None, str, int | None, int | None, str | None]:
    found = predicate(text, word).certainty
    return (
        found.words and found.words.quote,
        found.scale,
        found.low,
        found.high,
        found.confidence and found.confidence.quote,
    )


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("The dam will probably burst.", "burst", ("probably", "icd203", 55, 80, None)),
        ("The dam will almost certainly burst.", "burst", ("almost certainly", "icd203", 95, 99, None)),
        ("The quake reportedly killed 12 miners.", "killed", ("reportedly", "icd203", None, None, None)),
        ("It is virtually certain that seas rose.", "rose", ("virtually certain", "ipcc", 99, 100, None)),
        ("The miners are believed to have died.", "died", ("believed", "icd203", None, None, None)),
        ("The dam collapsed.", "collapsed", (None, "icd203", None, None, None)),
    ],
)
def test_a_word_of_likelihood_is_read_by_its_scale(text: str, word: str, wanted: tuple[object, ...]) -> None:
    assert certainty(text, word) == wanted


def test_confidence_is_no_likelihood() -> None:
    found = certainty("The agency judges with high confidence that the dam will probably burst.", "burst")
    assert found == ("probably", "icd203", 55, 80, "high confidence")


def test_another_scale_can_be_asked_for() -> None:
    document = plain("Heat waves will likely worsen.")
    (sentence,) = parser()(document.text)
    found = Certainties(Tree(sentence), document, "ipcc").of(3)
    assert (found.scale, found.low, found.high) == ("ipcc", 66, 100)
    with pytest.raises(KeyError):
        Certainties(Tree(sentence), document, "no such scale")
    assert Certainties(Tree(sentence), document).of(0) != Certainty()


# What is announced


def announced(text: str, *, headline: bool = False) -> list[Prospect]:
    kind = "headline" if headline else "body"
    document = Document(address="text", text=text, parts=(Part(kind, 0, len(text)),))
    reading = extract(document)
    outlook = conclude([document], [reading]).outlook
    for entry in outlook:
        check(document, entry.prospect.what)
    return [entry.prospect for entry in outlook]


def test_a_plan_tells_who_what_and_by_when() -> None:
    (plan,) = announced("The ministry agreed to hire 300 nurses by June 2027.")
    assert plan.who is not None
    assert plan.when is not None
    assert (plan.kind, plan.who.quote) == ("plan", "The ministry")
    assert plan.what.quote.startswith("hire 300 nurses")
    assert plan.when.end == "2027-06"


def test_a_headline_announces_with_a_bare_infinitive() -> None:
    (plan,) = announced("City to open 300 homes", headline=True)
    assert (plan.kind, plan.what.quote) == ("plan", "open 300 homes")


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        ("Output is to rise by 4% next year.", "plan", "rise by 4% next year"),
        ("The dam is due to open in May 2027.", "plan", "open in May 2027"),
        ("Two million doses are due by March.", "plan", "due by March"),
        ("The talks are set for Monday.", "plan", "set for Monday"),
        ("The ministry expects a deficit of 4%.", "forecast", "a deficit of 4%"),
        ("The port is on track to reopen by June.", "forecast", "reopen by June"),
        ("The court is due to rule on 4 May 2027.", "plan", "rule on 4 May 2027"),
        ("A ruling could come as early as May 2027.", "forecast", "come as early as May 2027"),
        ("Appeals may be lodged until 20 May 2027.", "deadline", "lodged until 20 May 2027"),
        ("They hope to reopen the mill by May 2027.", "plan", "reopen the mill by May 2027"),
        ("The union demands that the firm pay up by May 2027.", "plan", "pay up by May 2027"),
        ("The lorries are expected to be through by May 2027.", "forecast", "through by May 2027"),
    ],
)
def test_what_is_due_set_or_expected_is_announced(text: str, kind: str, what: str) -> None:
    (found,) = announced(text)
    assert (found.kind, found.what.quote) == (kind, what)


def test_whoever_is_told_to_do_it_is_to_do_it() -> None:
    (plan,) = announced("The mayor ordered 300 families to leave the valley.")
    assert plan.who is not None
    assert (plan.who.quote, plan.what.quote) == ("300 families", "leave the valley")


def test_what_is_part_of_a_plan_is_told_once() -> None:
    assert len(announced("The airline will hire and train 300 pilots.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The ministry hired 300 nurses.",
        "Nurses want more pay.",
        "The mayor went to Rome to sign the accord.",
        "The ministry does not plan to hire nurses.",
        "The firm may close the plant.",
        "The rain may last until May 2027.",
        "They hope to reopen the mill.",
        "They hoped to leave by May 2027.",
        "The delay was due to rain in May 2027.",
        "A ruling may come.",
        "Hurricane Odo, which forecasters had feared would hit the port, turned north.",
        "The chamber had forecast a loss of 30 million euros.",
    ],
)
def test_deeds_wishes_purposes_and_possibilities_are_not_announced(text: str) -> None:
    assert announced(text) == []


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "In May 26,000 tourists came, fewer than the 30,000 that the ministry had forecast.",
            ["happened", "expected"],
        ),
        ("The state hired 900 teachers instead of the 1,200 it had planned.", ["happened", "planned"]),
        ("The fleet landed 70 tonnes, less than the 90 the board had expected.", ["happened", "expected"]),
        ("Sales came to 3 billion euros, below the 4 billion that analysts had expected.", ["happened", "expected"]),
        ("Some 310 homes were rebuilt, far short of the 800 that the mayor had pledged.", ["happened", "planned"]),
        ("The region recorded 212 cases, more than the 180 that it had recorded in May.", ["happened", "happened"]),
        ("The bank now expects growth of 3 per cent, up from 2.5 per cent.", ["expected", "expected"]),
        ("The bank now expects a jobless rate of 6 per cent, up from 5 per cent last year.", ["expected", "happened"]),
        ("The firm now employs 300 people, up from 200.", ["ongoing", "happened"]),
    ],
)
def test_what_was_only_awaited_did_not_happen(text: str, want: list[str]) -> None:
    assert [claim.status for claim in reportedly.extract(text).claims] == want


# Hostile texts


def seconds(text: str) -> float:
    sentences = parser()(text)
    start = time.process_time()
    for sentence in sentences:
        tree = Tree(sentence)
        standings = Standings(tree)
        for token in range(len(sentence)):
            standings.of(token)
    return time.process_time() - start


@pytest.mark.parametrize("unit", ["if it may ", "had he would, ", "unless said that ", "no not ", "to try to fail to "])
def test_twice_the_text_takes_about_twice_the_time(unit: str) -> None:
    seconds(unit * 50)
    one, four = seconds(unit * 1000), seconds(unit * 4000)
    assert four < 8 * one + 0.5


def test_nothing_is_tied_in_a_row_of_conjunctions() -> None:
    for sentence in parser()("if unless once because if unless"):
        for tied in Ties(Tree(sentence)).all:
            assert tied.antecedent
