"""Numbers in tables: what they count is told by the heads of columns, the names of rows and the title, or nobody."""

import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from reportedly import conclude, extract
from reportedly.documents import read
from reportedly.model import Claim, Document, Reading
from reportedly.model.tables import cells, written

Told = tuple[str, Fraction, str, str, str]
ENOUGH = 10  # seconds of the processor for what takes two

QUAKE = """# Quake strikes the north

Losses by province

| Province | Deaths | Injured | Homes destroyed |
|---|--:|--:|--:|
| Herat | 31 | 120 | 1,200 |
| Badghis | 15 | 33 | 300 |
| **Total** | **{total}** | **153** | **1,500** |

Source: National Disaster Authority.
"""
PAGE = """<html lang="en"><head><title>Quake strikes</title></head><body><article><h1>Quake strikes the north</h1>
<p>The authority published its first table of losses on Monday, after two nights in which the ground kept moving.</p>
{table}<p>More teams are on their way to the villages, and tents are sent to those who have lost their homes.</p>
</article></body></html>"""
MERGED = """<table><caption>Losses by province</caption>
<tr><th rowspan="2">Province</th><th rowspan="2">Deaths</th><th colspan="2">Homes</th></tr>
<tr><th>Destroyed</th><th>Damaged</th></tr>
<tr><td>Herat</td><td>31<sup>1</sup></td><td>1,200</td><td>n/a</td></tr>
<tr><td>Badghis</td><td>15</td><td>300</td><td>90</td></tr></table>"""


@pytest.fixture
def of(tmp_path: Path) -> Callable[[str], tuple[Document, Reading]]:
    def made(text: str) -> tuple[Document, Reading]:
        path = tmp_path / ("page.html" if text.startswith("<") else "page.md")
        path.write_text(text, "utf-8")
        (document,) = (found for found in read(str(path)) if isinstance(found, Document))
        return document, extract(document)

    return made


Read = Callable[[str], tuple[Document, Reading]]


def told(claims: tuple[Claim, ...]) -> list[Told]:
    """Of each figure of a table what it counts, its value, unit, measure and the name beside it."""
    return [
        (
            claim.counted.phrase.quote if claim.counted else "",
            claim.quantity.low or Fraction(0),
            claim.quantity.unit,
            claim.measure.slug if claim.measure else "",
            " ".join(slot.span.quote for slot in claim.slots),
        )
        for claim in claims
        if claim.part == "table"
    ]


def table(of: Read, text: str) -> list[Told]:
    document, reading = of(text)
    for claim in reading.claims:
        spans = [claim.evidence, claim.context, *(slot.span for slot in claim.slots)]
        spans += [claim.counted.phrase, claim.counted.head] if claim.counted else []
        assert all(document.text[span.start : span.end] == span.quote for span in spans)
    return told(reading.claims)


def test_rows_are_places_and_columns_what_is_counted(of: Read) -> None:
    found = table(of, QUAKE.format(total=46))
    assert found[:4] == [
        ("Deaths", 31, "count", "deaths", "Herat"),
        ("Injured", 120, "count", "wounded", "Herat"),
        ("Homes", 1200, "count", "homes_destroyed", "Herat"),
        ("Deaths", 15, "count", "deaths", "Badghis"),
    ]
    assert found[-1] == ("Homes", 1500, "count", "homes_destroyed", "")


def test_the_total_is_the_whole_of_the_cells_above_it(of: Read) -> None:
    document, reading = of(QUAKE.format(total=47))
    deaths = [claim for claim in reading.claims if claim.measure and claim.measure.slug == "deaths"]
    assert [claim.part_of for claim in deaths] == [deaths[2].id, deaths[2].id, None]
    assert {claim.attribution[-1].source for claim in deaths} == {"National Disaster Authority"}
    (finding,) = conclude([document], [reading]).findings
    assert (finding.kind, finding.strength) == ("sum_differs", "contradiction")
    document, reading = of(QUAKE.format(total=46))
    assert conclude([document], [reading]).findings == ()


def test_merged_cells_of_a_page_keep_their_columns_and_notes_their_distance(of: Read) -> None:
    assert table(of, PAGE.format(table=MERGED)) == [
        ("Deaths", 31, "count", "deaths", "Herat"),
        ("Homes", 1200, "count", "homes_destroyed", "Herat"),
        ("Deaths", 15, "count", "deaths", "Badghis"),
        ("Homes", 300, "count", "homes_destroyed", "Badghis"),
        ("Homes", 90, "count", "homes_damaged", "Badghis"),
    ]


UNLIKE = {
    "cholera": (
        "| State | Suspected cases | CFR (%) | Cases per 100,000 |\n|---|---|---|---|\n| Kano | 1,234 | 3.3 | 12.5 |",
        [
            ("Suspected cases", 1234, "count", "cases_suspected", "Kano"),
            ("CFR", Fraction("3.3"), "percent", "fatality_rate", "Kano"),
            ("Cases", Fraction("12.5"), "count/100000", "case_per_100000", "Kano"),
        ],
    ),
    "election": (
        "| Party | Votes | % | Seats | +/- |\n|---|---|---|---|---|\n| Greens | 708,716 | 33.7 | 41 | -5 |",
        [
            ("Votes", 708716, "count", "vote_greens", "Greens"),
            ("Votes", Fraction("33.7"), "percent", "vote_greens", "Greens"),
            ("Seats", 41, "count", "seat_greens", "Greens"),
            ("Seats", 5, "count", "seat_change_greens", "Greens"),
        ],
    ),
    "budget": (
        "Spending by ministry ($ million)\n\n| Ministry | 2024 | 2025 |\n|---|---|---|\n| Defence | 1,200.5 | 1,450 |",
        [
            ("Spending", 1_200_500_000, "USD", "spending_defence", "Defence"),
            ("Spending", 1_450_000_000, "USD", "spending_defence", "Defence"),
        ],
    ),
    "strikes": (
        "| Week | Drones launched | Drones shot down |\n|---|---|---|\n| 1-7 June 2025 | 412 | 380 |",
        [
            ("Drones", 412, "count", "drones_launched", ""),
            ("Drones", 380, "count", "drones_downed", ""),
        ],
    ),
    "arrivals by country and month": (
        "Refugee arrivals by country of origin, 2025\n\n| Country | Jan | Feb |\n|---|---|---|\n| Sudan | 12,400 | – |",
        [("Refugee arrivals", 12400, "count", "arrival_sudan", "Sudan")],
    ),
    "seats by party": (
        "Seats by party\n\n| | 2020 | 2024 |\n|---|---|---|\n| Liberals | 40 | 38 |",
        [("Seats", 40, "count", "seat_liberals", "Liberals"), ("Seats", 38, "count", "seat_liberals", "Liberals")],
    ),
    "company": (
        "Results (€ million, except per share)\n\n| | H1 2025 | Change (%) |\n|---|---|---|\n"
        "| Revenue | 1,250 | -5.9 |\n| Earnings per share (€) | 0.52 | 2 |\n| Employees | 9,000 | 1 |",
        [
            ("Revenue", 1_250_000_000, "EUR", "revenue", ""),
            ("Revenue", Fraction("5.9"), "percent", "revenue_change", ""),
            ("Earnings", Fraction("0.52"), "EUR", "earning_per_share", ""),
            ("Earnings", 2, "percent", "earning_change_per_share", ""),
            ("Employees", 1, "percent", "employee_change", ""),
        ],
    ),
    "rates": (
        "| Pair | Close | Change % |\n|---|---|---|\n| EUR/USD | 1.1532 | 0.37 |",
        [
            ("Close", Fraction("1.1532"), "count", "close_eur_usd", "EUR/USD"),
            ("Close", Fraction("0.37"), "percent", "close_change_eur_usd", "EUR/USD"),
        ],
    ),
    "weapons": (
        "| Type | Destroyed | Captured |\n|---|---|---|\n| Artillery pieces | 1,300 | 120 |",
        [
            ("Artillery pieces", 1300, "count", "artillery_destroyed", ""),
            ("Artillery pieces", 120, "count", "capture_artillery_piece", ""),
        ],
    ),
    "crops, without a head of their own": (
        "| Crop | Area (ha) | Output ('000 t) |\n|---|---|---|\n| Wheat | 12,300 | 25.8 |",
        [("Area", 12300, "ha", "area_wheat", "Wheat"), ("Output", 25800, "t", "output_wheat", "Wheat")],
    ),
    "donors, who are nowhere": (
        "| Donor | Pledged | Disbursed |\n|---|---|---|\n| Japan | $80m | $45m |",
        [
            ("Pledged", 80_000_000, "USD", "pledged_japan", "Japan"),
            ("Disbursed", 45_000_000, "USD", "disbursed_japan", "Japan"),
        ],
    ),
    "people by age": (
        "| | Male | Female |\n|---|---|---|\n| 18-59 | 3,000 | 3,400 |\n| 60+ | 200 | 260 |",
        [
            ("Male", 3000, "count", "male_18_59", "18-59"),
            ("Female", 3400, "count", "female_18_59", "18-59"),
            ("Male", 200, "count", "male_60", "60+"),
            ("Female", 260, "count", "female_60", "60+"),
        ],
    ),
    "a league, whose heads are letters": ("| Team | P | W |\n|---|---|---|\n| Rovers | 10 | 7 |", []),
    "an exchange on days of no year": (
        "| Exchange | Ukraine | Russia |\n|---|---|---|\n| 9 June | 120 | 118 |",
        [],
    ),
    "rows with numbers": (
        "| # | District | Schools closed |\n|---|---|---|\n| 1 | Dadu | 88 |",
        [("Schools", 88, "count", "schools_closed", "Dadu")],
    ),
    "a list of figures": (
        "| Indicator | Figure |\n|---|---|\n| Deaths | 46 |\n"
        "| Houses destroyed | 1,200+ |\n| Crops damaged (ha) | ~300 |",
        [
            ("Deaths", 46, "count", "deaths", ""),
            ("Houses", 1200, "count", "homes_destroyed", ""),
            ("Crops", 300, "ha", "farmland_damaged", ""),
        ],
    ),
}


@pytest.mark.parametrize("subject", UNLIKE)
def test_tables_on_unlike_subjects_are_read(subject: str, of: Read) -> None:
    text, wanted = UNLIKE[subject]
    assert table(of, f"# A report of the week\n\n{text}\n") == wanted


def test_times_and_what_is_yet_to_come_are_told_by_labels(of: Read) -> None:
    text = (
        "---\npublished: 2025-06-17\n---\n# Growth\n\n| | 2024 | 2026F |\n|---|---|---|\n| Exports (USD bn) | 3 | 4 |\n"
    )
    found = [(c.when.start if c.when else None, c.status) for c in of(text)[1].claims if c.part == "table"]
    assert found == [("2024", "happened"), ("2026", "expected")]


def test_what_no_label_names_is_refused_and_sentences_in_cells_are_parsed(of: Read) -> None:
    text = (
        "# R\n\n| No. | Output (m) | Remarks |\n|---|---|---|\n| 1 | 35 | A dam broke and 12 people died on Monday. |\n"
    )
    document, reading = of(text)
    assert [(c.evidence.quote, c.measure.slug if c.measure else "") for c in reading.claims] == [("12", "deaths")]
    assert {refused.span.quote: refused.reason for refused in reading.rejected} == {"1": "list_number", "35": "unit"}
    assert document.parts[-1].kind == "table"


def test_a_table_that_lays_out_a_page_is_no_table(of: Read) -> None:
    words = "Twelve people died when a dam broke above the town on Monday, and forty were hurt as they fled the water."
    document, _ = of(PAGE.format(table=f"<table><tr><td>{words}</td><td>{words}</td></tr></table>"))
    assert "table" not in {part.kind for part in document.parts}


def test_a_written_table_is_read_as_it_was() -> None:
    rows = [["a|b", "", "c"], ["1", "2 ", "3"], ["", "x", ""]]
    text = written(rows, 1)
    found = cells(text)
    assert found.heads == 1
    assert [[text[slice(*cell)].replace("\\|", "|") for cell in row] for row in found.rows] == [
        [cell.strip() for cell in row] for row in rows
    ]


HOSTILE = {
    "many rows": "| Place | Deaths |\n|---|---|\n" + "".join(f"| District {n} | {n} |\n" for n in range(1500)),
    "too many rows": "| Place | Deaths |\n|---|---|\n" + "| x | 1 |\n" * 30_000,
    "too wide": "|" + "1|" * 30_000 + "\n|" + "-|" * 30_000 + "\n|" + "1|" * 30_000,
    "ragged": "| a | b |\n|---|---|\n" + "".join("| 1 " * (n % 7) + "|\n" for n in range(1000)),
    "marks": "| a | Deaths |\n|---|---|\n| x |" + "*" * 50_000 + "1" + "*" * 50_000 + "|\n",
    "brackets": "| a | Deaths |\n|---|---|\n| x" + "(" * 50_000 + ")" * 50_000 + "| 3 |\n",
    "backslashes": "| a | Deaths |\n|---|---|\n| " + "\\" * 50_000 + "| 3 |\n",
    "merged": "<html><body><article><h1>R</h1><p>What is known of the losses by Monday night.</p><table>"
    + '<tr><th colspan="999999999">Deaths</th></tr><tr><td rowspan="99999">1</td><td colspan="0">2</td></tr>' * 200
    + "</table></article></body></html>",
    "nested": "<html><body><article><h1>R</h1><p>What is known of the losses by Monday night.</p>"
    + "<table><tr><td>a</td><td>1</td><td>" * 200
    + "</article></body></html>",
}


@pytest.mark.parametrize("sort", HOSTILE)
def test_no_table_is_too_much(sort: str, of: Read) -> None:
    began = time.process_time()
    document, reading = of(HOSTILE[sort])
    assert time.process_time() - began < ENOUGH
    assert all(document.text[c.evidence.start : c.evidence.end] == c.evidence.quote for c in reading.claims)


SPELT = """# Floods in the south

Losses by town

| Week | Crossing | Dead | Missing | Flour (MT) | Fuel (kt) | Remarks |
|---|---|---|---|---|---|---|
| 2-8 March 2026 | Sukkur | thirty-one | none | 620 | 3 | four trucks looted |
| 9-15 March 2026 | Larkana | One | nineteen | 1,270 | 4 | |
"""


def test_cells_in_words_are_numbers_and_a_shortened_unit_is_known_where_it_is_one(of: Read) -> None:
    assert table(of, SPELT) == [
        ("Dead", Fraction(31), "count", "deaths", "Sukkur"),
        ("Missing", Fraction(0), "count", "missing", "Sukkur"),
        ("Flour", Fraction(620), "t", "flour", "Sukkur"),
        ("Fuel", Fraction(3), "kt", "fuel", "Sukkur"),
        ("trucks", Fraction(4), "count", "loot_truck", ""),
        ("Dead", Fraction(1), "count", "deaths", "Larkana"),
        ("Missing", Fraction(19), "count", "missing", "Larkana"),
        ("Flour", Fraction(1270), "t", "flour", "Larkana"),
        ("Fuel", Fraction(4), "kt", "fuel", "Larkana"),
    ]
    _, reading = of(SPELT.replace("Fuel (kt)", "Peak (kt)"))
    assert [refused.reason for refused in reading.rejected].count("unit") == 2  # knots, or kilotonnes
