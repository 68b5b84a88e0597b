"""Series: what people do tells where they are, and what is told of two states, of a good or by a verb is one thing."""

from dataclasses import replace

import pytest

import reportedly
from reportedly.flow import plain
from reportedly.model import Key
from reportedly.series import keyed


def keys(text: str) -> list[Key]:
    document = replace(plain(text), published="2025-06-01")
    return [found.key for found in keyed(document, reportedly.extract(document))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uganda hosts 1.7 million refugees.", "Some 1.8 million refugees live in Uganda."),
        ("Poland has taken in a million refugees from Ukraine.", "1.1 million Ukrainian refugees live in Poland."),
        ("Chad is home to 810,000 Sudanese refugees.", "Chad has received 800,000 refugees from Sudan."),
        ("Some 8,000 migrants reached Lampedusa in May.", "In May, 8,200 migrants arrived on Lampedusa."),
        ("Some 3,000 Russian soldiers are fighting in Mali.", "About 3,100 Russian soldiers are in Mali."),
        ("Some 3,000 Russian soldiers are training in Belarus.", "Russia keeps 3,100 soldiers in Belarus."),
        ("Trade between India and Iran grew by 9% in 2024.", "In 2024, Iran's trade with India rose 9.4%."),
        ("Ghana exported 3 million tonnes of rice in 2024.", "Ghana's rice exports were 3.1 million tonnes in 2024."),
        ("Ireland will spend €27bn on health in 2026.", "In 2026, Ireland's spending on health will be €28bn."),
        ("Peru's copper output rose by 3 percent in 2024.", "Copper production in Peru grew by 3.2 percent in 2024."),
        ("The jobless rate in Spain was 11 percent in March.", "Unemployment in Spain reached 11.3 percent in March."),
        ("Brazil's exports to China fell by 4% in 2024.", "In 2024, Brazilian exports to China were down 4.3%."),
        ("Measles has infected 700 people in Texas.", "Texas has reported 720 measles cases."),
        ("Japan's trade surplus was $2bn in May 2025.", "In May 2025, Japan posted a trade surplus of $2.1bn."),
    ],
)  # fmt: skip
def test_what_is_one_thing_has_one_key(one: str, other: str) -> None:
    assert keys(one)[0] == keys(other)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uganda hosts 1.7 million refugees.", "Uganda hosts 1.7 million refugees from Congo."),
        ("Some 3,000 Russian soldiers are training in Belarus.", "Belarus has trained 3,000 Russian soldiers."),
        ("India's trade with Iran grew by 9 percent in 2024.", "India's trade grew by 9 percent in 2024."),
        ("India's trade with Iran grew by 9 percent in 2024.", "India's exports to Iran grew by 9 percent in 2024."),
        ("Ghana exported 3 million tonnes of rice in 2024.", "Ghana exported 3 million tonnes of cocoa in 2024."),
        ("Ireland will spend €27bn on health in 2026.", "In 2026, Ireland's spending will be €27bn."),
        ("Peru's copper output rose by 3 percent.", "Copper output at a mine in Peru rose by 3 percent."),
        ("Texas has reported 40 cases of measles.", "Ohio has reported 40 cases of measles."),
        ("Nordvik will cut 300 jobs in Norway.", "Halden will cut 300 jobs in Norway."),
    ],
)  # fmt: skip
def test_what_is_not_is_kept_apart(one: str, other: str) -> None:
    assert keys(one)[0] != keys(other)[0]


def test_of_those_of_another_state_nothing_is_told_of_the_first() -> None:
    first, second = keys("Spain's output grew by 3 percent in 2024, that of Italy by 0.7 percent.")
    assert (first.actor, second.actor) == ("ESP", "ITA")


def test_what_rose_is_that_of_the_sentence_before() -> None:
    value, rise = keys("Trade between China and Chad was worth 2.7 billion dollars in 2024. It rose by 25 percent.")
    assert (rise.measure, rise.actor, rise.recipient, rise.period) == ("trade_change", "CHN", "TCD", value.period)


def test_what_is_expected_is_more_of_the_same() -> None:
    _, ahead = keys("Some 4,000 nurses walked out in Leeds on Monday, the union said.\n\nIt expects 6,000 by Friday.")
    assert (ahead.measure, ahead.place, ahead.done) == ("strikers", "GBR/england/leeds", False)


def test_a_partner_of_one_figure_is_none_of_the_next() -> None:
    trade, wheat = keys(
        "Kenya's trade with China shrank by 4 percent in 2024. Kenya imported 2 million tonnes of wheat."
    )
    assert (trade.recipient, wheat.actor, wheat.recipient) == ("KEN", "KEN", None)


def test_the_army_that_is_given_shells_sends_none() -> None:
    text = "Pyongyang supplies the Russian army with shells. They came in more than 20,000 containers."
    assert [key.actor for key in keys(text)] == [None]


@pytest.mark.parametrize(
    "text", ["Kenya reported a decline of 5 percent in 2024.", "Kenya's customs announced a decline of 5 percent."]
)
def test_more_or_less_of_nothing_is_not_compared(text: str) -> None:
    assert not keys(text)


def test_there_is_the_one_place_told_before() -> None:
    *_, dead = keys("Malawi has recorded 300 cases of cholera. The disease has killed 12 people there.")
    assert dead.place == "MWI"


def test_from_whom_others_are_taken_does_what_his_own_clause_tells() -> None:
    text = "The team would be picked from the 400 players who are training in Spain."
    (claim,) = reportedly.extract(plain(text)).claims
    assert (claim.verb and claim.verb.lemma, claim.status) == ("train", "ongoing")
