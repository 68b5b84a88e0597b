"""The yardstick counts as its description says, on claims built by hand."""

import json
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from bench.gate import Floor, faults, lowered, raised
from reportedly.errors import GoldError
from reportedly.model import Attribution, Claim, Counted, Document, Quantity, Status
from reportedly.score import Item, Score, compare, item, load

TEXT = "The clinic said about 40 nurses left. It will hire 12 porters and 7 cooks."
DOCUMENT = Document("text", TEXT, ())
NURSES: dict[str, Any] = {"quote": "about 40", "low": "40", "high": "40", "approximator": "about", "head": ["nurses"]}
PORTERS: dict[str, Any] = {
    "quote": "12",
    "low": "12",
    "high": "12",
    "approximator": "exact",
    "head": ["porters", "staff"],
}
MARKED: list[dict[str, Any]] = [
    NURSES | {"status": ["happened"], "said_by": "The clinic"},
    PORTERS | {"status": ["planned", "expected"], "said_by": None},
]


def marked(*figures: dict[str, Any]) -> Item:
    return item({"id": "a", "subject": "health", "text": TEXT, "figures": list(figures or MARKED)})


def claim(quote: str, head: str | None, status: Status = "happened", **slots: Any) -> Claim:
    """A claim at the first place of ``quote``; low and high are its digits unless given."""
    span = DOCUMENT.span(TEXT.index(quote), TEXT.index(quote) + len(quote))
    digits = Fraction("".join(c for c in quote if c.isdigit()))
    name = slots.get("approximator", "about" if "about" in quote else "exact")
    low, high = slots.get("low", digits), slots.get("high", digits)
    counted = None
    if head:
        words = DOCUMENT.span(TEXT.index(head), TEXT.index(head) + len(head))
        counted = Counted(words, words, head, implied=slots.get("implied", False))
    by = slots.get("by")
    steps = (Attribution(by, "person", DOCUMENT.span(TEXT.index(by), TEXT.index(by) + len(by))),) if by else ()
    return Claim(
        kind=slots.get("kind", "figure"),
        basis=slots.get("basis", "written"),
        evidence=span,
        context=DOCUMENT.span(0, len(TEXT)),
        part="body",
        quantity=Quantity(low, high, quote, name),
        counted=counted,
        verb=None,
        when=None,
        attribution=(Attribution("Sheet", "media"), *steps),
        status=status,
    )


GOOD = (claim("about 40", "nurses", by="clinic"), claim("12", "porters", "planned"))


def scored(*claims: Claim, figures: Sequence[dict[str, Any]] = ()) -> Score:
    return compare([(marked(*figures), claims)])


def causes(score: Score) -> list[str]:
    return [miss.cause for miss in score.misses]


def test_all_right_is_one_everywhere() -> None:
    score = scored(*GOOD)
    assert (score.f1, score.precision, score.recall, score.status, score.said_by) == (1, 1, 1, 1, 1)
    assert (score.wanted, score.found, score.right, score.named, score.named_right) == (2, 2, 2, 1, 1)
    assert score.misses == ()


def test_a_missed_and_a_spurious_figure_weigh_the_same() -> None:
    assert scored(GOOD[0]).f1 == pytest.approx(2 / 3)
    spurious = scored(*GOOD, claim("7", "cooks"))
    assert spurious.f1 == pytest.approx(4 / 5)
    assert (spurious.spurious, spurious.missed) == (1, 0)
    assert causes(spurious) == ["spurious"]
    assert causes(scored(GOOD[0])) == ["missed"]


@pytest.mark.parametrize(
    ("claims", "cause"),
    [
        (claim("40", "nurses", by="clinic", approximator="about", low=None), "bounds"),
        (claim("40", "nurses", by="clinic"), "approximator"),
        (claim("about 40", "clinic", by="clinic"), "head"),
        (claim("about 40", None, by="clinic"), "head"),
        (claim("about 40", "nurses", "planned", by="clinic"), "status"),
        (claim("about 40", "nurses"), "said_by"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_slot_has_its_cause(claims: Claim, cause: str) -> None:
    score = scored(claims, GOOD[1])
    assert causes(score) == [cause]
    assert score.right == (2 if cause in ("status", "said_by") else 1)


def test_status_and_speaker_are_judged_on_figures_with_the_right_bounds_only() -> None:
    wrong = claim("about 40", "nurses", "possible", low=Fraction(4))
    score = scored(wrong, GOOD[1])
    assert (score.bounded, score.status_right, score.status, score.said_by) == (1, 1, 1, 1)
    head_only = scored(claim("about 40", None, "possible", by="clinic"), GOOD[1])
    assert (head_only.bounded, head_only.status) == (2, 0.5)


def test_a_second_acceptable_answer_and_other_capitals_are_right() -> None:
    figure = PORTERS | {"head": ["staff", "PORTERS"], "status": ["expected", "planned"], "said_by": [None, "It"]}
    assert scored(claim("12", "porters", "planned"), figures=[figure]).misses == ()


def test_no_head_is_wanted_where_the_list_is_empty() -> None:
    figure = MARKED[1] | {"head": []}
    assert scored(claim("12", None, "planned"), figures=[figure]).right == 1
    assert scored(claim("12", "nurses", "planned", implied=True), figures=[figure]).right == 1
    assert scored(claim("12", "porters", "planned"), figures=[figure]).right == 0


def test_the_pair_that_overlaps_most_is_taken() -> None:
    whole = claim("about 40 nurses left. It will hire 12", "nurses")
    score = scored(whole, claim("12", "porters", "planned"), figures=[MARKED[1]])
    assert (score.right, score.spurious) == (1, 1)
    best = scored(claim("40", "nurses"), claim("about 40", "nurses", by="clinic"), figures=[MARKED[0]])
    assert (best.right, best.spurious) == (1, 1)


def test_what_is_no_written_figure_is_left_out() -> None:
    assert scored(*GOOD, claim("7", "cooks", basis="implied"), claim("7", "cooks", kind="happening")).found == 2


def test_abstentions_are_counted() -> None:
    score = scored(claim("about 40", None, "unresolved"), GOOD[1])
    assert (score.unresolved, score.headless) == (1, 1)


def test_nothing_to_count_is_no_fault() -> None:
    assert compare([]).f1 == 1


def test_claims_in_any_order_score_the_same() -> None:
    assert scored(*GOOD[::-1], claim("7", "cooks")) == scored(claim("7", "cooks"), *GOOD)


# Gold files

BROKEN: dict[str, dict[str, Any]] = {
    "a quote that is not there": {"quote": "about 41"},
    "a second place that is not there": {"nth": 2},
    "a bound that is no number": {"low": "forty"},
    "a fraction of nothing": {"high": "1/0"},
    "a field nobody knows": {"haed": ["nurses"]},
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_a_broken_record_names_file_and_line(change: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    good = {"id": "a", "text": TEXT, "figures": MARKED}
    broken = good | {"figures": [MARKED[0] | change]}
    path.write_text(f"{json.dumps(good)}\n\n{json.dumps(broken)}\n", "utf-8")
    with pytest.raises(GoldError, match=r"gold\.jsonl:3"):
        load(path)


def test_nth_finds_the_later_place_in_any_script(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    figure = MARKED[1] | {"quote": "12", "nth": 2, "head": []}
    text = "😀 12 명\u2028 12 명"
    path.write_text(json.dumps({"id": "k", "text": text, "figures": [figure]}, ensure_ascii=False), "utf-8")
    (only,) = load(path)
    assert text[only.figures[0].start : only.figures[0].end] == "12"
    assert only.figures[0].start == text.rindex("12")


# Floors


def floor(value: float, digest: str = "d") -> Floor:
    return Floor(value, "python -m bench.figures --gold a", "bench/gold/a.jsonl", digest, "0" * 40)


def test_a_fall_another_corpus_a_gone_score_and_a_new_one_are_faults() -> None:
    assert faults({"a": floor(0.9)}, {"a": floor(0.9)}) == []
    assert faults({"a": floor(0.9)}, {"a": floor(0.95)}) == []
    assert "below" in faults({"a": floor(0.9)}, {"a": floor(0.8)})[0]
    assert "corpus" in faults({"a": floor(0.9)}, {"a": floor(0.95, "e")})[0]
    assert "not there" in faults({"a": floor(0.9)}, {})[0]
    assert "pin" in faults({}, {"a": floor(0.9)})[0]


def test_a_pin_raises_and_never_lowers() -> None:
    pinned = {"a": floor(0.9)}
    assert raised(pinned, {"a": floor(0.95)}) == {"a": floor(0.95)}
    assert raised(pinned, {"a": floor(0.8)}) == pinned
    assert raised(pinned, {"a": floor(0.8, "e")}) == pinned
    assert raised(pinned, {"a": floor(0.9, "e"), "b": floor(0.5)}) == {"a": floor(0.9, "e"), "b": floor(0.5)}
    assert raised(pinned, {}) == pinned


def test_a_lowered_floor_stands_in_the_changelog_with_its_reason() -> None:
    log = "# Changelog\n\n## [Unreleased]\n\n## [0.1.0]\n"
    told = lowered(log, "a: status", floor(0.9), floor(0.8), "harder gold")
    assert told.index("## [Unreleased]") < told.index("harder gold") < told.index("## [0.1.0]")
    assert "0.900 to 0.800" in told
