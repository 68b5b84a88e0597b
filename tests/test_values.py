"""Every number of a text is found with its bounds or refused with a reason; places hold in every script."""

import json
import sys
from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.model import Bounds, Quantity
from reportedly.values import Found, Refused, find, shown, unit_of_word
from reportedly.values.bounds import bounds, readings
from reportedly.values.lexicons import phrases
from reportedly.values.scan import STRETCH, cut, stretches
from tests.effort import lines_run

RECORDS = Path(__file__).parent / "cases" / "numbers.jsonl"
LEXICONS = Path(__file__).parents[1] / "src/reportedly/values"
CASES = [json.loads(line) for line in RECORDS.read_text("utf-8").splitlines()]
# Pieces that meet in news, so that random texts come near to real ones.
PIECES = [
    "1", "2025", "14,000", "3.2", "$", "€", "%", "million", "bn", "m", "k", "-", "–", "−", "to", "and", "or",
    "between", "from", "about", "some", "more", "than", "another", "a", "one", "two", "half", "third", "hundred",
    "dozen", "dozens", "of", "in", "June", "May", "the", "aged", "years", "year", "old", "km", "per", "times",
    "point", "won", "No.", "(", ")", ".", ",", "½", "٣", "５", "억", "🚒", "e\u0301", "’", "'", "minus", "plus", "+",
    "#", "/", ":", "°C", "Group", "F-16", "\n", "\n\n", "\r\n", "twice", "doubled", "fold", "as many", "no", "none",
    "not one", "nobody", "killed", "casualties", "zero", "less than", "but", "points", "pesos", "day", "again",
    "negative",
]  # fmt: skip


def text_of(value: Fraction | None) -> str | None:
    return None if value is None else shown(value)


def told(found: Found) -> dict[str, Any]:
    quantity = found.quantity
    record = {"quote": quantity.written, "low": text_of(quantity.low), "high": text_of(quantity.high)}
    change = {} if quantity.change == "level" else {"change": quantity.change}
    return {**record, "approximator": quantity.approximator, "unit": quantity.unit, **change}


def check_places(text: str, start: int = 0, end: int | None = None) -> None:
    """The laws of places: inside the text, in order, apart, and no digit passed over."""
    end = len(text) if end is None else end
    found, refused = find(text, start, end)
    both: list[Found | Refused] = sorted([*found, *refused], key=lambda piece: piece.start)
    places = [(piece.start, piece.end) for piece in both]
    assert all(start <= first < last <= end for first, last in places)
    assert all(one[1] <= two[0] for one, two in pairwise(places))
    assert list(found) == [piece for piece in both if isinstance(piece, Found)]
    assert list(refused) == [piece for piece in both if isinstance(piece, Refused)]
    covered = {at for first, last in places for at in range(first, last)}
    assert [at for at in range(start, end) if text[at].isdecimal() and at not in covered] == []
    for piece in found:
        assert piece.quantity.written == text[piece.start : piece.end]
        assert piece.start <= piece.numeral[0] < piece.numeral[1] <= piece.end
        assert piece.unit_span is None or piece.start <= piece.unit_span[0] < piece.unit_span[1] <= piece.end


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_numbers_of_the_cases(case: dict[str, Any]) -> None:
    found, refused = find(case["text"])
    assert [told(piece) for piece in found] == case["want"]
    reasons = [(case["text"][piece.start : piece.end], piece.reason) for piece in refused]
    for want in case["refused"]:
        assert (want["quote"], want["reason"]) in reasons
    check_places(case["text"])


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 250


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
                 st.lists(st.sampled_from(PIECES), max_size=14).map("".join)))  # fmt: skip
@example("-" * 9 + "5")
@example("between about 5 and 5")
@example("9" * 5000)
@example("another " * 300 + "5")
@example("a million " * 40)
@example("$" * 40 + "1")
@settings(deadline=None, max_examples=250)
def test_any_text_is_read_and_no_digit_lost(text: str) -> None:
    check_places(text)


@given(st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join), st.data())
@settings(deadline=None, max_examples=60)
def test_a_window_of_a_text_keeps_the_offsets_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    check_places(text, start, end)


@given(st.sampled_from(CASES), st.sampled_from(["안녕 ", "🚒 ", "e\u0301 ", "سلام "]))
@settings(deadline=None, max_examples=60)
def test_what_stands_before_moves_places_and_nothing_else(case: dict[str, Any], before: str) -> None:
    # A paragraph of its own in any script shifts every place by its length.
    shifted = before + "\n\n" + case["text"]
    moved = len(before) + 2
    plain, refused = find(case["text"])
    found, others = find(shifted)
    assert [(p.start - moved, p.end - moved, p.quantity) for p in found] == [
        (p.start, p.end, p.quantity) for p in plain
    ]
    assert [(p.start - moved, p.reason) for p in others] == [(p.start, p.reason) for p in refused]


@given(st.integers(1, 999_999_999))
@settings(max_examples=80, deadline=None)
def test_digits_read_the_same_however_grouped(number: int) -> None:
    for group in (",", "\u2009", "\u202f", "\u00a0"):
        written = f"{number:,}".replace(",", group)
        (found,), _ = find(f"They counted at least {written} birds")
        assert found.quantity.low == number
        assert found.quantity.approximator == "at_least"


ONES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelt(number: int) -> str:
    """The usual words for a number below a thousand million."""
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            link = " and " if 0 < rest < 100 else " "
            return spelt(number // size) + " " + name + (link + spelt(rest) if rest else "")
    if number < 20:
        return ONES.split()[number - 1]
    return TENS.split()[number // 10 - 2] + (f"-{spelt(number % 10)}" if number % 10 else "")


@given(st.integers(2, 999_999_999))
@settings(max_examples=150, deadline=None)
@example(110_000_000)
@example(101_101_101)
@example(900_000)
def test_number_words_are_read_back(number: int) -> None:
    found, _ = find(f"They counted more than {spelt(number)} birds")
    assert [piece.quantity.low for piece in found] == [number]


@given(st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**4))
def test_shown_is_exact(value: Fraction) -> None:
    assert Fraction(shown(value)) == value


@pytest.mark.parametrize(
    ("word", "unit"),
    [("kilometres", "km"), ("MW", "MW"), ("dollars", "USD"), ("$", "USD"), ("percent", "percent"), ("Days", "day"),
     ("centuries", "century"), ("feet", "ft"), ("reais", "BRL"), ("megabits per second", "Mbit/s"), ("soldiers", None),
     ("", None)],
)  # fmt: skip
def test_units_of_words(word: str, unit: str | None) -> None:
    assert unit_of_word(word) == unit


def test_a_phrase_is_cut_as_the_scanner_cuts_it() -> None:
    """Most phrases of the lexicons are cut without asking it."""
    listed = (table for path in LEXICONS.glob("*.toml") for table in strings(tomli.loads(path.read_text("utf-8"))))
    for told in {form for phrase in listed for form in (phrase, phrase.replace(" ", "-"))}:
        assert all(phrases([(told, 1)], cased=cased).table == {cut(told, cased=cased): 1} for cased in (True, False))


def strings(table: Any) -> Iterator[str]:
    """Every phrase in a lexicon that could be asked for."""
    if isinstance(table, str) and any(map(str.isalnum, table)):
        yield table
    elif isinstance(table, dict | list):
        for inside in [*table, *table.values()] if isinstance(table, dict) else table:
            yield from strings(inside)


def test_numeral_unit_and_kind_are_told_apart() -> None:
    text = "It lasted over 11 days and cost about $3.2 million for 40 homes and 12 km of road."
    found, _ = find(text)
    assert [text[slice(*piece.numeral)] for piece in found] == ["11", "3.2 million", "40", "12"]
    assert [piece.unit_span and text[slice(*piece.unit_span)] for piece in found] == ["days", "$", None, "km"]
    assert [(piece.is_measure, piece.is_duration) for piece in found] == [
        (True, True), (True, False), (False, False), (True, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "unit",
    [
        "7", "7,", "7.", "7-", "one ", "a million ", "another ", "$", "12 to ", "1/", "and a half ", "of thousands ",
        "between 1 and ", "more than 1 but less than ", "1 week 1 day 1 hour ", "ratio 1:2 ", "twice as many as ",
        "no casualties ", "1 234 ", "9 crore 8 lakh ", "1% from 2, ", "zero to ", "3 to one ", "one hundred and ",
        "5 points ", "1-2-", "1 to 2 - ", "22,", "10 $ ", "5'6\"", "nos. 4, ", "4, ", "2,5 % ", "0,5,",
        "€1.000.", "one one hundred ", "1- to ", "dollars 5 million ", "2h 15m ", "thirty fifths ", "3-for-",
        "minus - ",
    ],
)  # fmt: skip
def test_effort_grows_with_length_and_no_faster(unit: str) -> None:
    # Both lie inside one stretch, so that nothing but the reading itself is measured: twice the text, twice the lines.
    size = STRETCH // (2 * len(unit))
    texts = [unit * times for times in (10, size, 2 * size)]
    _, once, twice = (lines_run(partial(find, text)) for text in texts)
    assert twice <= 2.4 * once + 2000


def test_a_long_line_is_cut_into_stretches_that_join() -> None:
    text = "7" * (3 * STRETCH + 5)
    cuts = list(stretches(text, 0, len(text)))
    assert [last - first for first, last in cuts] == [STRETCH] * 3 + [5]
    assert {piece.reason for piece in find(text)[1]} == {"code"}


def test_every_digit_of_every_script_is_found_or_refused() -> None:
    digits = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isdecimal()]
    assert len(digits) > 600
    for digit in digits:
        check_places(f"They saw {digit} ships")
        check_places(digit * 40)


@pytest.mark.parametrize(
    "text",
    ["7" * 1_000_000, f"about 1{'0' * 400} people", f"1{'0' * 400}.5%", "1," + "000," * 300 + "000 men",
     "1-2-3-" * 20_000, "1,2," * 50_000, "0,0" * 50_000, "2h 3m " * 5_000, f"€{'1.000' * 900}",
     "-" * 5000 + "5", "between 1 and between 2 and between 3 and 4", "1 hour " * 900, "a million and a half " * 300],
    ids=lambda text: text[:24],
)  # fmt: skip
def test_numbers_beyond_all_use_end_in_a_value_or_a_refusal(text: str) -> None:
    check_places(text)
    assert all(piece.quantity.low is None or piece.quantity.low < 10**30 for piece in find(text)[0])


def test_factors_and_zeros_count_nothing_by_themselves() -> None:
    """A factor is no measure: what is taken so many times stands beside it, as with a share."""
    text = "Twice as many men came, exports tripled, none of the ships sank, and 18 a day pass."
    found, _ = find(text)
    assert [(piece.quantity.unit, piece.quantity.change, piece.is_measure) for piece in found] == [
        ("times", "level", False), ("times", "increase", False), ("count", "level", False),
        ("count/day", "level", False),
    ]  # fmt: skip
    assert [text[slice(*piece.numeral)] for piece in found] == ["Twice", "tripled", "none", "18"]


@pytest.mark.parametrize(
    ("text", "reason", "low", "high", "unit"),
    [
        ("He is over thirty years old.", "age", "30", None, "year"),
        ("They met in 2008.", "year", "2008", "2008", "count"),
        ("It opened 3 years ago.", "span_of_time", "3", "3", "year"),
        ("She was arrested three times.", "multiple", "3", "3", "count"),
        ("Work on version two goes on.", "name", "2", "2", "count"),
        ("Rooms 22,24,26 are shut.", "code", "22", "22", "count"),
        ("The F-16 flew on.", "name", None, None, None),
        ("They met on 5 June 2021.", "date", None, None, None),
        ("They met at five o'clock.", "clock_time", None, None, None),
        ("Call 555-0199.", "phone", None, None, None),
    ],
)
def test_a_refused_number_keeps_what_it_reads_as(
    text: str, reason: str, low: str | None, high: str | None, unit: str | None
) -> None:
    """A number that counts nothing is read all the same, where it stands by itself and has its place in no calendar."""
    piece = next(piece for piece in find(text)[1] if piece.reason == reason)
    quantity = piece.quantity
    assert (quantity and text_of(quantity.low), quantity and text_of(quantity.high)) == (low, high)
    assert (quantity and quantity.unit) == unit
    assert quantity is None or quantity.written == text[piece.start : piece.end]


def test_a_figure_at_a_seam_stays_whole() -> None:
    sentence = "More than 14,000 men came. "
    found, _ = find(sentence * 1000)
    assert {piece.quantity.written for piece in found} == {"More than 14,000"}
    assert len(found) == 1000


@pytest.mark.parametrize(
    ("written", "reading", "low", "high"),
    [
        ("dozens", "plural", 24, None),
        ("dozens", "acled", 12, 12),
        ("dozens", "stated", None, None),
        ("tens of thousands", "plural", 20_000, None),
        ("several hundred", "readers", 400, 1000),
        ("up to several thousand", "plural", None, None),
        ("at least dozens", "acled", 12, None),
        ("a handful", "acled", None, None),
    ],
)
def test_vague_words_bound_what_a_named_reading_says(
    written: str, reading: str, low: int | None, high: int | None
) -> None:
    found = bounds(Quantity(None, None, written, "vague"), reading)
    assert (found.low, found.high) == (low, high)


def test_a_reading_changes_no_stated_number() -> None:
    stated = Quantity(Fraction(14_000), None, "more than 14,000", "more_than", low_strict=True)
    assert {bounds(stated, reading) for reading in readings()} == {Bounds(Fraction(14_000), None, low_strict=True)}
    with pytest.raises(ValueError, match="no reading of vague words"):
        bounds(stated, "guess")
