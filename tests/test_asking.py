"""A question in words is read by the tables that read the reports."""

from dataclasses import replace

import pytest

from reportedly.model import Key
from reportedly.series import asked

DEATHS = Key("deaths", "count", "cumulative", actor="PRK", recipient="RUS", population="soldier")
QUAKE = Key("deaths", "count", "cumulative", place="TUR/van", period="earthquake 2026-03")


@pytest.mark.parametrize(
    ("question", "key", "want"),
    [
        ("deaths of North Korean soldiers in Russia", DEATHS, "yes"),
        ("North Korean soldiers killed in Russia", DEATHS, "yes"),
        ("deaths", DEATHS, "yes"),
        ("deaths of miners in Turkey", QUAKE, "open"),  # of whom it does not tell
        ("deaths of dragons in Turkey", QUAKE, None),
        ("deaths of miners", DEATHS, None),  # those are soldiers
        ("deaths of North Korean soldiers in Russia", replace(DEATHS, recipient=None), "open"),
        ("deaths of North Korean soldiers in Russia", replace(DEATHS, actor=None), "open"),
        ("deaths of North Korean soldiers in Russia", replace(DEATHS, population="engineer"), "yes"),
        ("deaths of North Korean soldiers in Russia", replace(DEATHS, population="civilian"), None),
        ("deaths of South Korean soldiers in Russia", DEATHS, None),
        ("deaths of North Korean soldiers in Ukraine", DEATHS, None),
        ("North Korean soldiers wounded in Russia", DEATHS, None),
        ("How many troops has North Korea sent to Russia?", replace(DEATHS, measure="troops_sent"), "yes"),
        ("troops sent to Ukraine", replace(DEATHS, measure="troops_sent"), None),
        ("flood deaths in Assam", Key("deaths", "count", place="IND/assam", period="flood 2025-06"), "yes"),
        ("flood deaths in Assam", Key("deaths", "count", place="IND/assam"), "open"),
        ("flood deaths in Assam", Key("deaths", "count", place="IND/assam", period="cyclone 2025-06"), None),
        ("deaths in India", Key("deaths", "count", place="IND/assam"), "yes"),
        ("deaths in Assam", Key("deaths", "count", place="IND"), "open"),
        ("trade between North Korea and China", Key("trade_value", "USD", actor="PRK", recipient="CHN"), "yes"),
        ("trade between North Korea and China", Key("trade_value", "USD", actor="PRK", recipient="RUS"), None),
        ("how many people died in the earthquake in Van", QUAKE, "yes"),
        ("how many have died in the Van earthquake?", QUAKE, "yes"),
        ("who perished in the quake in Turkey", QUAKE, "yes"),
        ("doses of vaccine", Key("doses_delivered", "count", place="MOZ"), "yes"),  # by what the registry says of it
        ("branches closed", Key("sites_closed", "count", place="IRL"), "yes"),
        ("deaths in Memba", Key("deaths", "count", place="MOZ/memba"), "yes"),  # a town that no table has
        ("depositors repaid", Key("repay_depositor", "count", place="IRL"), "yes"),
        ("depositors", Key("repay_depositor", "count", place="IRL"), "yes"),
        ("how many jobs will be lost", Key("jobs_cut", "count", place="IRL"), "yes"),
        ("shortfall of Lintel Bank", Key("shortfall", "EUR", place="IRL"), "open"),
        ("shortfall of Lintel Bank", Key("shortfall", "EUR", actor="orbis bank"), None),
        ("people killed in the earthquake in Van", QUAKE, "yes"),
        ("how many people died in the flood in Van", QUAKE, None),
        ("how many died in the earthquake in Peru", QUAKE, None),
        ("how many died of cholera in Bangladesh", replace(QUAKE, place="BGD", period="cholera"), "yes"),
        ("how many soldiers of North Korea died in Russia", DEATHS, "yes"),
        ("the weight of dragons", DEATHS, None),
        ("how many?", DEATHS, None),
        ("", DEATHS, None),
    ],
)
def test_a_key_answers_a_question(question: str, key: Key, want: str | None) -> None:
    assert asked(question).answers(key) == want


def test_a_question_that_asks_for_nothing_is_known_for_it() -> None:
    assert asked("how many of them are there?").is_empty
    assert asked("the weight of dragons").unread == {"weight", "dragons"}


def test_a_question_of_any_length_is_read_in_no_time() -> None:
    assert len(asked("deaths of the and " * 50_000).measures) == len(asked("deaths").measures)
