"""What changed is the difference of two conclusions: a word moved, another origin confirms it, a page was rewritten."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import standings
from reportedly.changes import Kin, Summed, elsewhere, moves, told
from reportedly.estimates import estimates
from reportedly.estimates.standing import newest, sayings
from reportedly.flow import extract, plain
from reportedly.history import APART
from reportedly.history import moves as quick
from reportedly.model import Bounds, Key, Reported
from reportedly.origins import rejoined
from reportedly.situation import Situation, aligned, situation

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
        names = {word: word.origin for word in move.tellers}  # nobody else is named
        assert told(move, "deaths", names.__getitem__).claims[0] == named.id
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
        "deaths: 60 to 65, by red cross, not told here before; the estimate was 40"
    )


@pytest.mark.parametrize(
    ("first", "second", "want"),
    [
        (">38", "104", ("compatible", "red cross")),  # the bound leaves room for it
        ("104", ">38", ("compatible", "red cross")),
        (">110", "104", ("lowered", "red cross")),
        ("38", "104", ("raised", "red cross")),
    ],
)
def test_a_bound_that_leaves_room_is_no_other_figure(first: str, second: str, want: tuple[str, str]) -> None:
    old = (word("ministry", first),)
    assert kinds(old, (*old, word("red cross", second, day="2025-01-12"))) == [want]


QUAKE = Key("deaths", "count", "cumulative", place="TUR", period="earthquake 2026-03")


@pytest.mark.parametrize(
    ("other", "figure", "want"),
    [
        (Key("deaths", "count", "cumulative", period="earthquake 2026-03"), 110, "lowered"),
        (Key("deaths", "count", "cumulative", period="earthquake 2026-03"), 104, None),  # it says so again
        (Key("deaths", "count", "cumulative", place="TUR/van", period="earthquake 2026-03"), 110, "new"),  # of a part
        (Key("deaths", "count", "cumulative", place="GRC", period="earthquake 2026-03"), 110, "raised"),
        (Key("deaths", "count", "cumulative", place="TUR", period="flood 2026-03"), 110, "raised"),
        (Key("wounded", "count", "cumulative", period="earthquake 2026-03"), 110, "raised"),
    ],
)
def test_what_an_origin_had_said_elsewhere_is_no_silence(other: Key, figure: int, want: str | None) -> None:
    keys = {"s": QUAKE, "o": other}
    old, now = (word("ministry", 38),), word("red cross", 104, day="2025-01-12")
    (move,) = moves("s", summed(old), summed((*old, now)))
    said = {name: (word("red cross", figure, day="2025-01-10"),) for name in Kin(keys).of(QUAKE)}
    found = elsewhere(move, keys, said)
    assert (found.kind if found else None) == want
    if found is not None:
        sentence = told(found, "deaths", lambda one: one.origin, where="deaths (there)").sentence
        assert ("110" in sentence) == (want != "raised")
        assert "said nothing" not in sentence


# Only what is new is looked at, and it tells the same.

DAYS = ("2025-01-10", "2025-01-11", "2025-01-12", "2025-03-30", None)
FIGURES = (None, 7, 40, 44, 1200, 1230, 1234, 1240)
ENDS = st.sampled_from(FIGURES).map(lambda one: None if one is None else Fraction(one))


@st.composite
def reports(draw: st.DrawFn) -> Reported:
    origin = draw(st.sampled_from(["NOR:state", "NOR:a", "NOR:b", "name:c", "name:d", "?e", "?f", "?g"]))
    low = draw(ENDS)
    high = draw(ENDS.filter(lambda high: high is None or low is None or high >= low) | st.just(low))
    number = draw(st.integers(0, 10**6))
    return Reported(
        f"{number:06}", origin, Bounds(low, high, draw(st.booleans()) and low != high), not origin.startswith("?"),
        draw(st.sampled_from(["media", "government"])),
        draw(st.sampled_from(["happened"] * 4 + ["planned"])),
        draw(st.sampled_from(["asserts"] * 4 + ["denies"])),
        draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS)), f"{number:06}",
        draw(st.sampled_from(["cumulative", "unspecified"])), draw(st.sampled_from([False] * 4 + [True])),
    )  # fmt: skip


SITUATIONS = st.lists(reports(), max_size=14, unique_by=lambda word: word.id)


@given(SITUATIONS, st.lists(reports(), max_size=3), st.sets(st.integers(0, 13), max_size=2), st.sampled_from([*APART]))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_what_came_or_went_tells_all_that_moved(
    before: list[Reported], more: list[Reported], gone: set[int], rule: str
) -> None:
    after = [word for at, word in enumerate(before) if at not in gone] + more

    def whole(words: list[Reported]) -> Summed | None:
        joined = tuple(rejoined(words))
        return Summed(joined, estimates({"s": joined}, rule)["s"]) if words else None

    assert list(quick("s", before, after, rule)) == list(moves("s", whole(before), whole(after)))


# What stood is known word by word, and is what all words tell.


def stand(words: list[Reported], done: bool) -> dict[str, tuple[Reported, Reported] | None]:
    joined = {word.id: word for word in rejoined(words)}
    told, _ = sayings(joined.values(), done=done)
    last = {origin: newest(mine)[0] for origin, mine in told.items()}
    spoke = dict.fromkeys(word.origin for word in joined.values())
    return {**spoke, **{origin: (joined[word.id], word) for origin, word in last.items()}}


def follow(
    words: list[Reported], done: bool, old: int = 0, together: int = 1
) -> list[dict[str, tuple[Reported, Reported] | None]]:
    """What stands after each moment, of which each brings so many words; of the ``old`` ones it is known."""
    came = [standings.Came(f"{at // together:03}", at, one) for at, one in enumerate(words)]
    after = f"{old - 1:03}" if old else ""
    rows = standings.course(came, after, done=done)
    assert rows is not None
    found = stand(words[:old], done)
    states = []
    for moment in range(-(-len(words) // together)):
        for row in (row for row in rows if row.learned == f"{moment:03}"):
            assert row.word is None or row.homes == (words.index(_own(words, row.word.id)), row.homes[1])
            if row.word is None:
                del found[row.origin]
            else:
                found[row.origin] = (row.word, row.saying or row.word) if row.stands else None
        states.append(dict(found))
    return states


def _own(words: list[Reported], name: str) -> Reported:
    return next(word for word in words if word.id == name)


COURSES = st.lists(
    st.one_of(reports(), reports().map(lambda one: replace(one, said=None, status="happened", stance="asserts"))),
    max_size=14, unique_by=lambda word: word.id,
)  # fmt: skip


@given(COURSES, st.booleans(), st.integers(1, 3))
@settings(max_examples=400, deadline=None, derandomize=True)
def test_what_stood_is_what_all_words_tell(words: list[Reported], done: bool, together: int) -> None:
    for at, state in enumerate(follow(words, done, together=together), 1):
        assert state == stand(words[: at * together], done)


@given(COURSES, st.booleans(), st.integers(1, 12))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_what_stands_otherwise_is_told_from_a_moment_on(words: list[Reported], done: bool, old: int) -> None:
    for at, state in enumerate(follow(words, done, old)[old:], old + 1):
        assert state == stand(words[:at], done)


def test_what_would_take_too_long_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standings, "ANEW", standings.ANEW // 10)
    monkeypatch.setattr(standings, "FREE", standings.FREE // 10)
    words = [word(f"name:{number % 2}", 40 + number % 2, number, day="2025-01-10") for number in range(300)]
    assert standings.course([standings.Came("0", 0, one) for one in words], "", done=True) is None
    assert standings.course([standings.Came("0", 0, one) for one in words[:30]], "", done=True) is not None


def test_a_correction_is_told_where_the_figure_rose_again_since() -> None:
    before = (word("ministry", 9, day="2025-01-05"),)
    corrected = replace(word("ministry", 19, day="2025-01-11"), corrects=True)
    after = (*before, word("ministry", 21, day="2025-01-10"), corrected, word("ministry", 24, day="2025-01-15"))
    found = [(move.kind, *(one.bounds.low for one in move.words)) for move in moves("s", summed(before), summed(after))]
    assert sorted(found) == [("lowered", 19, 21), ("raised", 24, 9)]


def test_what_stands_in_another_series_now_was_not_withdrawn() -> None:
    def at(*texts: str) -> Situation:
        documents = [replace(plain(text), address=f"{n}.txt", published="2025-02-14") for n, text in enumerate(texts)]
        pairs = [(document, extract(document)) for document in documents]
        return situation(pairs, (), rule="latest-by-origin/1", vague="plural")

    told = "A flood in Togo killed 12 people, police said.", "A flood killed 15 people, the mayor said."
    more = "A flood in Ghana killed 90 people, police said.", "A storm in Benin killed 8 people, police said."
    before, after = at(*told), at(*told, *more)
    was = aligned(before, after, "latest-by-origin/1")
    words = {one.id for made in was.values() for one in made.words}
    assert words == set(before.homes)
    assert all(after.homes[one.id] == name for name, made in was.items() for one in made.words)
