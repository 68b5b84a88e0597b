"""Documents become claims: one line of ``cases/claims.jsonl`` each, and what must hold for any text."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.flow import extract, plain
from reportedly.model import Claim, Document, Part, Reading, check

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases/claims.jsonl").read_text("utf-8").splitlines()]


def reading(text: str, kind: str = "body") -> Reading:
    return extract(Document("case", text, (Part(kind, 0, len(text)),)))  # type: ignore[arg-type]


def told(claim: Claim, quotes: dict[str, str], want: dict[str, Any]) -> dict[str, Any]:
    """What was found, in the words of the wanted record."""
    steps = claim.attribution
    found = {
        "quote": claim.evidence.quote,
        "head": claim.counted.head.quote if claim.counted else None,
        "status": claim.status,
        "said_by": [step.source for step in steps if step.span],
        "unnamed": any(step.kind == "unnamed" and step.span is None for step in steps),
        "stance": steps[-1].stance if steps else None,
        "condition": claim.condition.quote if claim.condition else None,
        "part_of": quotes.get(claim.part_of or ""),
        "change": claim.quantity.change,
        "unit": claim.quantity.unit,
        "measure": claim.measure.slug if claim.measure else None,
        "when": claim.when.words if claim.when else None,
    }
    if want.get("head") is None:
        found["head"] = None
    return {name: found[name] for name in want}


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    claims = reading(case["text"], case.get("part", "body")).claims
    quotes = {claim.id: claim.evidence.quote for claim in claims}
    assert [told(claim, quotes, want) for claim, want in zip(claims, case["want"], strict=True)] == case["want"]
    if "units" in case:
        assert [claim.quantity.unit for claim in claims] == case["units"]


# Sentences told on Wednesday, 17 June 2025; the last figure of each, and the days it is of.
REACH = [
    ("The bank, which has three branches abroad, filed for protection this week.", None),
    ("The mill announced plans on Friday to close 12 shops.", None),
    ("Rebels agreed in January to free 40 prisoners.", None),
    ("Rebels agreed to free 40 prisoners next week.", ("2025-06-23", "2025-06-29")),
    ("A senator tabled a bill in May that would add 300 judges.", None),
    ("Ines Pahl joined the yard 24 years ago and earns $21 an hour.", None),
    ("The navy launched the raid on Monday after losing 40 sailors.", None),
    ("A court charged two men on Monday with killing four miners.", None),
    ("Unless pay rises by 4 percent, nurses will strike on Thursday.", None),
    ("The guild will choose 27 delegates on Saturday, and its chair is sure to win, a dozen members say.", None),
    ("The plant makes 300 cars a day, up from 200 a year ago.", ("2024", "2024")),
    ("In May 30 miners died and in June 12 miners were hurt.", ("2025-06", "2025-06")),
    ("Between March and June 640 jobs were lost.", ("2025-03", "2025-06")),
    ("Trains were cancelled on Monday, and by Tuesday night 75 lines were shut.", (None, "2025-06-17")),
    ("The port handled 40 ships in May, 15% more than in the same month last year.", ("2025-05", "2025-05")),
    ("The list names 40 towns, twice as many as in 2019.", None),
    ("A judge sentenced a man to 12 years.", None),
    ("Joblessness hit its lowest since 2008 as firms took on 48,000 people.", None),
    ("It was the deadliest attack since 2011, with 40 dead.", None),
    ("At least 40 people have died since Monday.", ("2025-06-16", "2025-06-17")),
    ("A quake struck on Monday, killing 40 people.", ("2025-06-16", "2025-06-16")),
    ("A fire broke out on Monday that killed 40 people.", ("2025-06-16", "2025-06-16")),
    ("Police look into the Saturday shooting that left four people dead.", ("2025-06-14", "2025-06-14")),
    ("Four people were shot late on Sunday evening.", ("2025-06-15", "2025-06-15")),
    ("Four people were shot on Saturday night.", ("2025-06-14", "2025-06-14")),
    ("The harbour was shelled shortly after midnight on Sunday, and 12 dockers died.", ("2025-06-15", "2025-06-15")),
    ("Ozone fell by 25 percent on average from 1980 to 2012.", ("1980", "2012")),
    ("Rebels killed 40 people between March 2 and April 5, 2024.", ("2024-03-02", "2024-04-05")),
    ("The yard hired 240 people for the first nine months of 2024.", ("2024-01", "2024-09")),
    ("The inquiry is about a March 3 incident that left five people hurt.", ("2025-03-03", "2025-03-03")),
    ("The firm posted a first-quarter loss of $40 million.", ("2025-01", "2025-03")),
    ("The ministry said on Tuesday it would buy 40 tanks.", None),
    ("Pilots will strike for 48 hours from Thursday.", ("2025-06-19", "2025-06-20")),
    ("The vote is two weeks from Thursday.", ("2025-07-03", "2025-07-03")),
    ("Buses ran 31 percent of routes on Friday, the second and last day of a strike.", ("2025-06-13", "2025-06-13")),
    ("Traffic was up by 18 percent on last Thursday.", None),
    ("Sales fell 3 percent on the previous quarter.", None),
    ("Shares fell 3 percent on Monday.", ("2025-06-16", "2025-06-16")),
    ("Shares in the mill rose 3 percent, their best day since May.", None),
    ("The club will sell 90 boats before Christmas.", (None, "2025-12-25")),
    ("The club sold 90 boats before Christmas.", (None, "2024-12-25")),
    ("More than 900 people died when a slope slid onto a town in 2009.", ("2009", "2009")),
    ("Slopes slide when storms hit in June, and 900 people die.", None),
    ("The clinic has reported deaths, two of them on Monday morning, and the ministry nine.", None),
    ("Kim swam. Another 23 divers are still missing, down from 27 a day earlier.", ("2025-06-16", "2025-06-16")),
    ("Some 900 people were moved out of the village overnight.", ("2025-06-16", "2025-06-17")),
    ("On 9 June the dam broke. Some 900 people were moved out overnight.", None),
    ("The board will recount 85 stations, starting tomorrow.", ("2025-06-18", None)),
    ("Without new money four teams would have to leave in October.", ("2025-10", "2025-10")),
    ("The police saw 1,500 people walk to the hall on Monday.", ("2025-06-16", "2025-06-16")),
    ("Last year the firm earned $1.3 billion; its directors shared $14 million in bonuses.", ("2024", "2024")),
    ("Growth this year is now expected at 1.2%.", ("2025", "2025")),
    ("Norland will hand over two boats before the year is out.", (None, "2025")),
    ("They expect temperatures above 40 degrees until Thursday.", ("2025-06-17", "2025-06-19")),
    ("It will not renew its 90 contracts at the end of June.", ("2025-06-30", "2025-06-30")),
    ("The ministry said that on Monday it had bought 40 tanks.", ("2025-06-16", "2025-06-16")),
]


@pytest.mark.parametrize(("text", "days"), REACH)
def test_a_time_reaches_as_far_as_its_clause(text: str, days: tuple[str, str] | None) -> None:
    document = Document("case", text, (Part("body", 0, len(text)),), published="2025-06-17", published_basis="given")
    claim = extract(document).claims[-1]
    assert (claim.when and (claim.when.start, claim.when.end)) == days


@pytest.mark.parametrize(
    "text",
    ["Officials said on Monday they had found 40 bodies.", "In a statement on Monday, the army said 40 rebels died."],
)
def test_what_is_said_was_said_when_its_statement_was(text: str) -> None:
    document = Document("case", text, (Part("body", 0, len(text)),), published="2025-06-17", published_basis="given")
    (claim,) = extract(document).claims
    said = claim.attribution[-1].said
    assert said is not None
    assert (claim.when, said.start) == (None, "2025-06-16")


def test_a_point_of_percent_on_a_noun_is_read_once() -> None:
    text = "Nora Hale, who leads the firm, said the loan carries a rate of prime plus one percentage point."
    assert [claim.evidence.quote for claim in reading(text).claims] == ["one percentage point"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("In the past three weeks 40 people were killed.", "2025-05-26", "2025-06-17"),
        ("In the week to June 13, 2,300 migrants crossed the strait.", "2025-06-07", "2025-06-13"),
        ("Over the past 24 hours 12 soldiers were wounded.", None, None),
    ],
)
def test_a_length_tells_when_where_its_words_fix_it(text: str, start: str | None, end: str | None) -> None:
    document = Document("case", text, (Part("body", 0, len(text)),), published="2025-06-17", published_basis="given")
    (claim,) = extract(document).claims
    assert claim.when is not None
    assert (claim.when.start, claim.when.end) == (start, end)


SCRIPTS = st.sampled_from(
    [
        "서울에서 ",
        "في القاهرة ",
        "🚑🚒 ",
        "cafe\u0301s ",
        "\r\n",
        "“Yes,” ",
        "7 ",
        "12,000 people ",
        "died ",
        "of these, ",
        "% ",
        "$3m ",
        "if ",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SCRIPTS | st.text(max_size=8), max_size=12).map("".join))
def test_any_text_gives_spans_that_quote_it(text: str) -> None:
    document = Document("any", text, (Part("body", 0, len(text)),) if text else ())
    found = extract(document)
    spans = [claim.evidence for claim in found.claims] + [claim.context for claim in found.claims]
    spans += [refused.span for refused in found.rejected]
    spans += [claim.counted.head for claim in found.claims if claim.counted]
    for span in spans:
        check(document, span)
    assert len({claim.id for claim in found.claims}) == len(found.claims)


def test_a_headline_points_to_its_body_and_not_the_other_way() -> None:
    text = "Mayor opens 300 homes\nThe mayor opened 300 homes on Monday."
    claims = extract(Document("two", text, (Part("headline", 0, 21), Part("body", 22, len(text))))).claims
    headline, body = claims
    assert headline.same_as == body.id
    assert body.same_as is None


def test_a_figure_pointed_back_to_keeps_its_status() -> None:
    text = "The decision to hire 600 guards was praised. Apart from the 600 guards, the prison is calm."
    first, second = reading(text).claims
    assert (first.status, second.status, second.same_as) == ("planned", "planned", first.id)


def test_a_language_that_is_not_read_is_named() -> None:
    found = extract(Document("ko", "북한이 6,000명을 파병했다.", (Part("body", 0, 15),), language="ko"))
    assert found.claims == ()
    assert "ko" in (found.skipped or "")


def test_notices_are_not_read() -> None:
    text = "Forty people died.\nCall 300 offices for 20 copies."
    found = extract(Document("n", text, (Part("body", 0, 18), Part("notice", 19, len(text)))))
    assert [claim.evidence.quote for claim in found.claims] == ["Forty"]


def test_where_a_sentence_is_cut_the_reading_says_so() -> None:
    found = reading("12 men, 30 tents, " * 100 + "and 3 lorries arrived.")
    cuts = [refused for refused in found.rejected if refused.reason == "cut"]
    assert found.sentences == len(cuts) + 1 > 1
    assert len(found.claims) == 201


def test_a_long_row_of_numbers_is_refused_as_one() -> None:
    row = "123 456 " * 200
    found = extract(f"Troops left. Some 30 men stayed.\n\n{row}\n\nThen 12 men came.")
    assert [claim.evidence.quote for claim in found.claims] == ["Some 30", "12"]
    rows = [refused.span.quote for refused in found.rejected if refused.reason == "no_word"]
    assert " ".join(rows) == row.strip()


def test_a_figure_finds_its_repetition_among_many() -> None:
    body = "".join(f"The town of A{number} sent 40 engineers. " for number in range(300))
    text = "Town sends 40 engineers\n\n" + body + "The 40 engineers are back."
    parts = (Part("headline", 0, 23), Part("body", 25, len(text)))
    found = extract(Document("case", text, parts))
    (headline,) = [claim for claim in found.claims if claim.part == "headline"]
    first, *_, last, again = [claim for claim in found.claims if claim.part == "body"]
    assert headline.same_as == first.id
    assert again.same_as == last.id


def test_whose_figure_it_is_tells_what_it_counts() -> None:
    told = "The agency said 38 people had died.\n\nDora Pell said 231 people were aboard.\n\nThe agency counts 43 dead."
    hers = "\n\nDora Pell said her figure of 233 had not changed.\n\nAda Brook said her figure of 12 had not changed."
    counted = {claim.evidence.quote: claim.counted for claim in extract(told + hers).claims}
    assert counted["233"] is not None
    assert counted["233"].lemma in ("person", "people")
    assert counted["12"] is not None
    assert counted["12"].lemma == "figure"  # of what, nobody knows


@pytest.mark.parametrize(
    ("text", "before", "status"),
    [
        ("Economists expect rents to rise 6 per cent, up from the 4 per cent they forecast in May.", 4, "expected"),
        ("The port counted 60 wrecks, up from the 40 it reported on Monday.", 40, "happened"),
    ],
)
def test_up_from_the_figure_of_before_tells_the_former_level(text: str, before: int, status: str) -> None:
    (claim,) = (claim for claim in extract(text).claims if claim.quantity.low == before)
    assert "became" in {slot.role for slot in claim.slots}
    assert claim.status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A vacancy rate of 3% is what a healthy market needs.", "unresolved"),
        ("A loss of 2% is considered normal in the trade.", "unresolved"),
        ("The vacancy rate of 3% is normal, the board said.", "ongoing"),
    ],
)
def test_a_norm_is_no_figure_of_what_is(text: str, status: str) -> None:
    (claim, *_) = extract(text).claims
    assert claim.status == status


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Exports fell 4 percent in January.", "2026-01", "2026-01"),
        ("The yard sold 300 boats in December.", "2025-12", "2025-12"),
        ("The yard sold 300 boats on 28 December.", "2025-12-28", "2025-12-28"),
        ("The yard will sell 300 boats in December.", "2026-12", "2026-12"),
        ("Measles has infected 300 children since January.", "2026-01", "2026-11-26"),
        ("The flood killed 300 people in July.", "2026-07", "2026-07"),
    ],
)
def test_what_has_happened_lies_behind(text: str, start: str, end: str | None) -> None:
    (claim,) = extract(replace(plain(text), published="2026-11-26", published_basis="given")).claims
    assert claim.when is not None
    assert (claim.when.start, claim.when.end) == (start, end)


def test_what_a_level_is_held_against_is_a_level() -> None:
    text = "The surplus narrowed to $640 million, against $910 million in May and short of the $800 million forecast."
    assert [claim.quantity.change for claim in extract(text).claims] == ["level"] * 3


def test_what_was_before_is_no_forecast_though_two_years_are_told() -> None:
    text = "The deficit is seen at 3.9 percent next year, down from 4.4 percent this year and 5.1 percent in 2025."
    assert [claim.status for claim in extract(text).claims] == ["expected", "happened", "happened"]


def test_since_when_somebody_was_held_is_not_when_others_were_freed() -> None:
    found = {
        c.evidence.quote: c.when for c in extract("Rebels freed 22 of the 35 men they had held since June.").claims
    }
    assert found["22"] is None
    assert found["35"] is not None


def test_a_form_of_present_and_past_is_past_beside_a_past() -> None:
    found = extract("The strike halted 70 percent of trains and cost the railway some 40 million euros.").claims
    assert [claim.status for claim in found] == ["happened", "happened"]


def test_of_those_aboard_only_the_rescued_were_rescued() -> None:
    text = "Of 61 people aboard the dinghy, 27 were rescued, nine bodies were recovered, the coast guard said."
    measures = [claim.measure and claim.measure.slug for claim in extract(text).claims]
    assert measures == ["people_aboard", "rescued", "bodies_recovered"]


def test_the_remaining_two_are_not_the_two_that_came() -> None:
    text = "Two of the four buses arrived on Monday; the remaining two buses have been delayed."
    assert [claim.same_as for claim in extract(text).claims] == [None, None, None]


def test_the_items_of_a_list_are_parts_of_the_sum_above_it() -> None:
    text = "The cabinet passed a plan worth $2.4 billion. It provides for:\n\n- $950 million for roads,\n"
    text += "- $800 million for homes\n- $650 million for ports.\n\nThe mayor wants $90 million more."
    found = extract(plain(text)).claims
    assert [claim.part_of for claim in found] == [None, *[found[0].id] * 3, None]
    assert {claim.status for claim in found[:4]} == {found[0].status}


def test_no_list_is_more_than_a_tenth_above_its_sum() -> None:
    text = "The cabinet passed a plan worth $2.4 billion. Bids came from three ports:\n\n"
    text += "- $1.9 billion by Riga\n- $1.8 billion by Oslo"
    assert [claim.part_of for claim in extract(plain(text)).claims if claim.quantity.unit == "USD"] == [None] * 3


def test_the_injured_are_those_told_of_further_above() -> None:
    text = "The leak hurt 58 people.\n\nThe plant is shut.\n\n"
    text += "Its owner left. He said nothing.\n\nNineteen of the injured are cooks."
    found = extract(plain(text)).claims
    assert found[-1].part_of == found[0].id


def test_of_two_counts_of_injured_further_above_none_is_chosen() -> None:
    text = "The leak hurt 58 people.\n\nA fire had hurt 41 people in May.\n\n"
    text += "Its owner left. He said nothing.\n\nNineteen of the injured are cooks."
    assert extract(plain(text)).claims[-1].part_of is None
