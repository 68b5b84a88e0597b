"""What changed is the difference of two conclusions: a word moved, another origin confirms it, a page was rewritten."""

from fractions import Fraction

import pytest

from reportedly.changes import Summed, moves, told
from reportedly.estimates import estimates
from reportedly.model import Bounds, Reported

Word = tuple[str, str | int]


def word(origin: str, figure: str | int, number: int = 0, *, day: str = "2025-01-10") -> Reported:
    low, _, high = str(figure).partition("-")
    strict = low.startswith(">")
    first = Fraction(low.removeprefix(">"))
    bounds = Bounds(first, None if strict else Fraction(high or low), strict)
    named = not origin.startswith("?")
    return Reported(f"{origin} {figure} {day} {number}", origin, bounds, named=named, published=day)


def summed(words: tuple[Reported, ...]) -> Summed | None:
    return Summed(words, estimates({"s": words}, "latest-by-origin/1")["s"]) if words else None


def kinds(before: tuple[Reported, ...], after: tuple[Reported, ...]) -> list[tuple[str, str]]:
    found = []
    for move in moves("s", summed(before), summed(after)):
        named = move.now or move.before
        assert named is not None
        assert told(move, "deaths", lambda word: word.origin).claims[0] == named.id
        found.append((move.kind, named.origin))
    return found


OLD = (word("ministry", 40),)


@pytest.mark.parametrize(
    ("more", "want"),
    [
        ((), []),
        ((word("ministry", 40, 1, day="2025-01-12"),), []),  # a reprint
        ((word("ministry", 52, day="2025-01-12"),), [("raised", "ministry")]),
        ((word("ministry", 31, day="2025-01-12"),), [("lowered", "ministry")]),
        ((word("ministry", ">40", day="2025-01-12"),), [("raised", "ministry")]),
        ((word("ministry", "30-50", day="2025-01-12"),), [("restated", "ministry")]),
        ((word("red cross", 40, day="2025-01-12"),), [("confirmed", "red cross")]),
        ((word("red cross", 60, day="2025-01-12"),), [("raised", "red cross")]),
        ((word("red cross", 30, day="2025-01-12"),), [("lowered", "red cross")]),
        ((word("?paper", 60, day="2025-01-12"),), []),  # nobody's word, beside a named one
        ((word("?paper", 40, day="2025-01-12"),), []),
    ],
)
def test_a_word_moves_a_series(more: tuple[Reported, ...], want: list[tuple[str, str]]) -> None:
    assert kinds(OLD, OLD + more) == want
    assert kinds(OLD + more, OLD + more) == []


def test_what_is_new_and_what_is_withdrawn() -> None:
    assert kinds((), OLD) == [("new", "ministry")]
    assert kinds(OLD, ()) == [("withdrawn", "ministry")]
    both = (*OLD, word("red cross", 30))
    assert kinds(both, OLD) == [("withdrawn", "red cross")]
    assert kinds((), (*OLD, word("red cross", 40, day="2025-01-11"))) == [
        ("new", "ministry"),
        ("confirmed", "red cross"),
    ]


def test_a_named_origin_beside_an_unknown_one_withdraws_nothing() -> None:
    paper = word("?paper", 40)
    assert kinds((paper,), (paper, word("ministry", 55, day="2025-01-12"))) == [("raised", "ministry")]


def test_where_nobody_is_named_a_figure_that_moves_is_told() -> None:
    first = word("?paper", 40)
    assert kinds((first,), (first, word("?other paper", 55, day="2025-01-12"))) == [("raised", "?other paper")]
    assert kinds((first,), (first, word("?other paper", 40, day="2025-01-12"))) == []


def test_a_second_figure_that_moves_no_estimate_differs() -> None:
    words = (word("ministry", 40), word("red cross", 60, day="2025-01-11"))
    assert kinds(words, (*words, word("police", 50, day="2025-01-11"))) in (
        [("differs", "police")],
        [("lowered", "police")],
    )
    late = word("police", 50, day="2025-01-09")
    assert kinds(words, (*words, late)) == [("differs", "police")]


def test_it_is_told_in_a_sentence() -> None:
    after = (*OLD, word("ministry", 52, day="2025-01-12"))
    (move,) = moves("s", summed(OLD), summed(after))
    assert told(move, "deaths (in Chile)", lambda _: "The ministry").sentence == (
        "deaths (in Chile): 52, raised from 40 by The ministry"
    )
    after = (*OLD, word("red cross", "60-65", day="2025-01-12"))
    (move,) = moves("s", summed(OLD), summed(after))
    assert told(move, "deaths", lambda word: word.origin).sentence == (
        "deaths: 60 to 65, by red cross, who had said nothing of it; the estimate was 40"
    )
