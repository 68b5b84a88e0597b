"""The page, the records and the schema say what the report holds: all of it, escaped, and the same every time."""

import base64
import csv
import hashlib
import io
import json
import re
import tomllib
from dataclasses import replace
from fractions import Fraction
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from reportedly import absorb, conclude
from reportedly.errors import ReadError
from reportedly.model import (
    Approximator,
    Attribution,
    Certainty,
    Change,
    Claim,
    Counted,
    Document,
    Finding,
    Inferred,
    Knows,
    Manner,
    Part,
    Quantity,
    Reading,
    Rejected,
    Report,
    SourceKind,
    Span,
    Stance,
    Status,
    Strength,
    Verb,
    When,
)
from reportedly.report import record, render, rows
from reportedly.report.compose import view
from reportedly.report.dates import interval, published, told
from reportedly.report.ladder import LEFT, RIGHT, rung, scale
from reportedly.report.page import summary
from reportedly.report.passages import Mark, passages
from reportedly.report.records import COLUMNS, encoded
from reportedly.report.schema import schema
from reportedly.report.visible import line, visible
from reportedly.report.wording import short

ROOT = Path(__file__).parents[1]
VOID = frozenset({"meta", "link", "input", "br", "hr", "use"})


# A report made by hand


def made(text: str, **fields: Any) -> Document:
    """A document of one paragraph a line, the first of them its headline."""
    parts, at = [], 0
    for number, paragraph in enumerate(text.split("\n")):
        parts.append(Part("body" if number else "headline", at, at + len(paragraph)))
        at += len(paragraph) + 1
    return Document(**({"address": "made.txt", "text": text, "parts": tuple(parts), "outlet": "The Made"} | fields))


def span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return document.span(start, start + len(words))


def claimed(document: Document, words: str, low: int | None, high: int | None, **fields: Any) -> Claim:
    """A figure at ``words``, in the paragraph that holds it; ``quantity`` takes fields of its quantity."""
    evidence = span(document, words)
    part = next(part for part in document.parts if part.start <= evidence.start < part.end)
    bounds = (None if low is None else Fraction(low), None if high is None else Fraction(high))
    counted = fields.pop("counted", None)
    phrase = span(document, counted) if counted else None
    standard: dict[str, Any] = {
        "kind": "figure",
        "basis": "written",
        "evidence": evidence,
        "context": document.span(part.start, part.end),
        "part": part.kind,
        "quantity": Quantity(*bounds, written=words, **fields.pop("quantity", {})),
        "counted": Counted(phrase, phrase, counted.lower()) if phrase else None,
        "verb": None,
        "when": None,
        "attribution": (Attribution("The Made", "media"),),
        "status": "happened",
    }
    return Claim(**(standard | fields))


def read(document: Document, *claims: Claim, rejected: tuple[Rejected, ...] = (), **fields: Any) -> Reading:
    whole = {"characters": len(document.text), "sentences": 1, "published": None, "made_by": "rules/1", "model": "m"}
    return Reading(document=document.id, claims=claims, rejected=rejected, **(whole | fields))


def reported(*pairs: tuple[Document, Reading], findings: tuple[Finding, ...] = (), **fields: Any) -> Report:
    documents, readings = zip(*pairs, strict=True) if pairs else ((), ())
    return Report(documents, readings, findings, **fields)


def floods() -> Report:
    """A plan told as a deed, with a bound, a part, a condition and a refusal."""
    document = made(
        "Army sends 500 tents\n"
        "The army will send 500 tents if the road opens, the mayor denied on Monday.\n"
        "More than 40 people likely died in 2021, of them 12 children.",
        published="2021-07-01",
        published_basis="given",
    )
    mayor = Attribution("the mayor", "government", span(document, "the mayor"), span(document, "denied"), "denies")
    plan = claimed(
        replace(document),
        "500 tents if",
        500,
        500,
        status="conditional",
        condition=span(document, "if the road opens"),
        attribution=(Attribution("The Made", "media"), mayor),
        when=When("2021-06-28", "2021-06-28", words="on Monday"),
        counted="tents",
        verb=Verb(span(document, "send"), "send"),
    )
    deed = claimed(document, "500", 500, 500, counted="tents", same_as=plan.id)
    bound = {"approximator": "more_than", "low_strict": True}
    likely = Certainty(span(document, "likely"), "icd203", 55, 80)
    dead = claimed(document, "More than 40", 40, None, quantity=bound, counted="people", certainty=likely)
    children = claimed(document, "12", 12, 12, counted="children", part_of=dead.id)
    reading = read(
        document, deed, plan, dead, children, rejected=(Rejected(span(document, "2021"), "year"),), sentences=3
    )
    found = Finding("plan_told_as_deed", "contradiction", document.id, (deed.id, plan.id), "A plan “500” told as done.")
    return reported((document, reading), findings=(found,), failures=(("lost.txt", "no such file"),))


@cache
def examples() -> Report:
    absorbed = list(absorb([str(ROOT / "examples/situation")]))
    pairs = [one for one in absorbed if not isinstance(one, ReadError)]
    return conclude([document for document, _ in pairs], [reading for _, reading in pairs])


# A page as a browser takes it apart


class Page(HTMLParser):
    """Elements in order, their attributes, and the text under each id; fails on one left open or closed twice."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.open: list[tuple[str, str | None]] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.elements.append((tag, named))
        if anchor := named.get("id"):
            assert anchor not in self.texts, anchor
            self.texts[anchor] = ""
        if tag not in VOID:
            self.open.append((tag, named.get("id")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _, anchor in self.open:
            if anchor:
                self.texts[anchor] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [named for name, named in self.elements if name == tag]


REPORTS = {"made by hand": floods, "of the examples": examples, "empty": reported}


@pytest.mark.parametrize("name", REPORTS)
def test_a_page_is_whole_and_every_link_on_it_leads_somewhere(name: str) -> None:
    page = Page(render(REPORTS[name]()))
    links = [named["href"] or "" for named in (*page.all("a"), *page.all("use")) if "href" in named]
    inside = [link for link in links if link.startswith("#")]
    assert [link for link in inside if link[1:] not in page.texts] == []
    assert [link for link in links if not link.startswith(("#", "http://", "https://"))] == []


@pytest.mark.parametrize("name", REPORTS)
def test_a_page_asks_nothing_of_the_network(name: str) -> None:
    html = render(REPORTS[name]())
    page = Page(html)
    loading = {"src", "srcset", "data", "poster", "action", "background", "style", "ping"}
    assert [named for _, named in page.elements if loading & named.keys()] == []
    assert [named["href"] for named in page.all("link")] == ["data:,"]
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|WebSocket", html)
    policy = next(n["content"] or "" for n in page.all("meta") if n.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_no_other() -> None:
    html = render(floods())
    policies = [n["content"] or "" for n in Page(html).all("meta") if n.get("http-equiv") == "Content-Security-Policy"]
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policies[0]


def test_every_claim_and_every_refused_number_is_on_the_page() -> None:
    report = examples()
    page = Page(render(report))
    for number, reading in enumerate(report.readings, 1):
        for place, claim in enumerate(reading.claims, 1):
            assert page.texts[f"d{number}f{place}"] == claim.evidence.quote
            assert " ".join(claim.evidence.quote.split()) in " ".join(page.texts[f"d{number}r{place}"].split())
        for place, rejected in enumerate(reading.rejected, 1):
            assert page.texts[f"d{number}x{place}"] == rejected.span.quote


def test_a_line_shows_what_its_claim_says() -> None:
    page = render(floods())
    row = " ".join(Page(page).texts["d1r2"].split())
    for words in ("500", "tents", "conditional", "if the road opens", "the mayor", "denied", "denies it", "on Monday"):
        assert words in row
    assert "2021-06-28" in row
    bounded = " ".join(Page(page).texts["d1r3"].split())
    assert "More than 40" in bounded
    assert page.count('title="more than: open above"') == 1
    assert "55 to 80%" in bounded
    assert "part of More than 40" in " ".join(Page(page).texts["d1r4"].split())
    assert "tells 500 tents if again" in " ".join(Page(page).texts["d1r1"].split())


def test_a_finding_leads_to_its_figures_and_they_lead_back() -> None:
    page = Page(render(floods()))
    told = page.texts["n1"]
    assert "Contradiction" in told
    assert "A plan told as a deed" in told
    assert "A plan “500” told as done." in told
    assert "finding 1" in page.texts["d1r1"]
    assert "finding 1" in page.texts["d1r2"]
    assert "finding" not in page.texts["d1r3"]


def test_what_could_not_be_read_is_named_with_its_reason() -> None:
    document = made("Neun Menschen starben.", language="de", address="neun.txt")
    skipped = read(document, skipped="not English (de); not read", sentences=0)
    page = Page(render(reported((document, skipped), failures=(("lost.txt", "no such file"),))))
    for words in ("lost.txt", "no such file", "neun.txt", "not English (de)"):
        assert words in page.texts["unread"]


def test_an_inferred_date_is_shown_with_its_reasons() -> None:
    document = made("Seoul: 4,700\nIt was made public on April 30, 2025.", published=None)
    reason = ("the day of a telling is named", span(document, "on April 30, 2025"))
    inferred = Inferred(When("2025-04-30", "2025-05"), (reason,))
    reading = read(document, claimed(document, "4,700", 4700, 4700), published=inferred)
    page = Page(render(reported((document, reading))))
    assert "2025-04-30 to 2025-05" in page.texts["d1r1"]
    assert "inferred" in page.texts["d1r1"]
    assert "on April 30, 2025: the day of a telling is named" in " ".join(page.texts["d1"].split())
    assert published(document, reading) == ("2025-04-30/2025-05", "inferred")


@pytest.mark.parametrize("name", REPORTS)
def test_the_same_report_gives_the_same_page(name: str) -> None:
    assert render(REPORTS[name]()) == render(REPORTS[name]())


def test_a_summary_counts() -> None:
    assert summary(floods()) == "1 report, 4 figures, 1 finding, 1 could not be read"
    assert summary(reported()) == "0 reports, 0 figures, 0 findings"


# Hostile documents


def test_markup_in_a_document_stays_text() -> None:
    evil = '<script>alert(1)</script><img src=x onerror="x">\'&amp;'
    document = made(f"{evil}\nAbout 40 {evil} died.", outlet=evil, title=evil, address=evil, facts_from=evil)
    attribution = (Attribution(evil, "media"),)
    claim = claimed(document, f"About 40 {evil}", 40, 40, counted=evil, attribution=attribution)
    reading = read(document, claim, rejected=(Rejected(span(document, evil), evil),), made_by=evil, model=evil)
    found = Finding(evil, "note", document.id, (claim.id,), evil)
    page = Page(render(reported((document, reading), findings=(found,), failures=((evil, evil),))))
    assert len(page.all("script")) == 1
    assert page.all("img") == []
    assert page.texts["d1f1"] == f"About 40 {evil}"
    assert evil in page.texts["n1"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "https://a.example/\nx", "//a.example"])
def test_an_address_that_is_no_page_is_no_link(address: str) -> None:
    document = made("Nothing", address=address, facts_from=address)
    page = Page(render(reported((document, read(document)))))
    assert [named for named in page.all("a") if named.get("rel")] == []


def test_words_that_would_turn_the_page_round_are_kept_apart() -> None:
    document = made("x\n\u202e‮21 \x1b[31mpeople\x00 died\u2028 today.")
    claim = claimed(document, "21 \x1b[31mpeople\x00", 21, 21)
    html = render(reported((document, read(document, claim))))
    assert not set("\u202e\x1b\x00\u2028") & set(html)
    assert "⟨U+202E⟩" in html
    assert Page(html).texts["d1r1"].count("21 ⟨U+001B⟩[31mpeople⟨U+0000⟩") == 1


def test_what_cannot_be_told_by_the_eye_is_shown_by_its_code() -> None:
    assert visible("a\x07b\u202ec\td\n") == "a⟨U+0007⟩b⟨U+202E⟩c\td\n"
    assert line(" a\n\tb\x9b ") == "a b⟨U+009B⟩"
    assert visible("שלום ‎٤٢") == "שלום ‎٤٢"


# Groups


def test_figures_stand_with_those_that_count_the_same_in_the_same_unit() -> None:
    text = "x\n5 homes, 7 homes, 9 homes, 3 percent of homes, 4 roads, 6 roads, 8 bridges"
    document = made(text)
    counts = [("5", "homes"), ("7", "homes"), ("9", "homes"), ("4", "roads"), ("6", "roads"), ("8", "bridges")]
    claims = [claimed(document, words, int(words), int(words), counted=thing) for words, thing in counts]
    share = claimed(document, "3 percent", 3, 3, counted="homes", quantity={"unit": "percent"})
    shown = view(reported((document, read(document, share, *claims))))
    assert [(g.name, [x.claim.evidence.quote for x in g.lines]) for g in shown.groups] == [
        ("homes", ["5", "7", "9"]),
        ("roads", ["4", "6"]),
    ]
    assert shown.single is not None
    assert [x.claim.evidence.quote for x in shown.single.lines] == ["8", "3 percent"]


def test_a_group_stands_by_date_with_the_unknown_last() -> None:
    days = ("2025-02", None, "2024-12-31", "2025-01-01")
    documents = [made("x\n5 homes", address=f"{n}.txt", published=day) for n, day in enumerate(days)]
    pairs = [(document, read(document, claimed(document, "5", 5, 5, counted="homes"))) for document in documents]
    (group,) = view(reported(*pairs)).groups
    assert [one.paper.document.published for one in group.lines] == ["2024-12-31", "2025-01-01", "2025-02", None]


def test_every_claim_is_one_line() -> None:
    report = examples()
    shown = view(report)
    groups = [group for group in (*shown.groups, shown.single, shown.persons) if group]
    lines = [(one.paper.number, one.claim.id) for group in groups for one in group.lines]
    assert len(lines) == len(set(lines)) == sum(len(reading.claims) for reading in report.readings)


# The ladder


def quantity(low: int | None, high: int | None, approximator: Approximator = "exact") -> Quantity:
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    return Quantity(*ends, written="", approximator=approximator)


def test_a_ladder_places_figures_in_their_order_within_its_ends() -> None:
    found = [quantity(n, n) for n in (0, 600, 2000, 14000)]
    common = scale(found)
    assert common is not None
    assert [tick.label for tick in common.ticks] == ["0", "5,000", "10k", "15k"]
    places = [made_rung.left for q in found if (made_rung := rung(common, q))]
    assert places == sorted(places)
    assert places[0] == LEFT
    assert places[-1] <= RIGHT


def test_an_open_end_is_drawn_open_and_a_range_as_a_stretch() -> None:
    more, up_to, between = quantity(40, None, "more_than"), quantity(None, 30, "up_to"), quantity(10, 20, "range")
    common = scale([more, up_to, between])
    assert common is not None
    rungs = [rung(common, q) for q in (more, up_to, between)]
    assert [(r.open_left, r.open_right, r.left < r.right) for r in rungs if r] == [
        (False, True, False),
        (True, False, False),
        (False, False, True),
    ]
    assert rung(common, quantity(None, None, "vague")) is None


def test_a_ladder_needs_two_numbers() -> None:
    assert scale([quantity(5, 5), quantity(None, None, "vague")]) is None
    assert scale([]) is None


@pytest.mark.parametrize("values", [(1, 10**400), (Fraction(1, 10**400), 3), (-5, 5), (0, 0), (7, 7), (3, 1000)])
def test_a_ladder_holds_any_numbers(values: tuple[Any, Any]) -> None:
    found = [Quantity(Fraction(value), Fraction(value), written="") for value in values]
    common = scale(found)
    assert common is not None
    for q in found:
        placed = rung(common, q)
        assert placed is not None
        assert LEFT <= placed.left <= RIGHT


@pytest.mark.parametrize(
    ("value", "label"),
    [(0, "0"), (600, "600"), (5000, "5,000"), (20000, "20k"), (2500000, "2.5m"), (Fraction(1, 4), "0.25")],
)
def test_a_tick_is_short(value: int | Fraction, label: str) -> None:
    assert short(Fraction(value)) == label


def test_a_change_stands_on_no_scale_with_a_level() -> None:
    document = made("x\n5 homes, 7 homes, 9 homes")
    fall = claimed(document, "9", 9, 9, counted="homes", quantity={"change": "decrease"})
    levels = [claimed(document, words, int(words), int(words), counted="homes") for words in ("5", "7")]
    (group,) = view(reported((document, read(document, *levels, fall)))).groups
    assert [line.rung is not None for line in group.lines] == [True, True, False]
    (group,) = view(reported((document, read(document, levels[0], fall)))).groups
    assert group.scale is None


def test_a_figure_told_again_makes_no_comparison() -> None:
    document = made("5 homes gone\n5 homes are gone")
    body = claimed(document, "5 homes are", 5, 5, counted="homes")
    headline = claimed(document, "5 homes gone", 5, 5, counted="homes", same_as=body.id)
    (group,) = view(reported((document, read(document, headline, body)))).groups
    assert (group.figures, group.scale) == (1, None)
    assert [line.claim for line in group.lines] == [body, headline]


# Passages


def test_passages_hold_the_text_and_nothing_else() -> None:
    for document, reading in zip(examples().documents, examples().readings, strict=True):
        marks = [Mark(c.evidence.start, c.evidence.end, "figure", c.id, "") for c in reading.claims]
        contexts = [(c.context.start, c.context.end) for c in reading.claims]
        found = [p for p in passages(document, contexts, marks) if p.kind != "unread"]
        texts = ["".join(piece.text for s in p.stretches for piece in s.pieces) for p in found]
        assert texts == [document.text[part.start : part.end] for part in document.parts]


def test_overlapping_spans_lose_no_character_and_no_place() -> None:
    document = made("x\nabcdefghij")
    marks = [Mark(a, b, "figure", f"m{a}-{b}", "") for a, b in ((2, 6), (4, 8), (4, 5), (11, 40), (3, 3))]
    (_, found) = passages(document, [(2, 7), (5, 12), (0, 99)], marks)
    pieces = [piece for stretch in found.stretches for piece in stretch.pieces]
    assert "".join(piece.text for piece in pieces) == "abcdefghij"
    assert {piece.mark for piece in pieces if piece.mark} == set(marks)


# Records


def test_every_record_of_the_examples_is_what_the_schema_says() -> None:
    validator = jsonschema.Draft202012Validator(schema())
    validator.check_schema(schema())
    report = examples()
    written = [
        json.loads(encoded(record(document, reading, claim)))
        for document, reading in zip(report.documents, report.readings, strict=True)
        for claim in reading.claims
    ]
    assert written
    assert [error.message for one in written for error in validator.iter_errors(one)] == []


def test_records_of_every_kind_are_what_the_schema_says() -> None:
    validator = jsonschema.Draft202012Validator(schema())
    document = made("x\nAbout a third of them", published="2025-06-17", published_basis="page")
    lists: list[tuple[str, tuple[str, ...]]] = [
        ("status", get_args(Status)),
        ("basis", ("written", "implied", "coded")),
        ("kind", ("figure",)),
        ("part", ("headline", "deck", "body", "caption", "notice")),
    ]
    claims = [claimed(document, "a third", 1, 1, **{field: name}) for field, names in lists for name in names]
    claims += [claimed(document, "a third", 1, 1, quantity={"approximator": name}) for name in get_args(Approximator)]
    claims += [claimed(document, "a third", 1, 1, quantity={"change": name}) for name in get_args(Change)]
    steps = [Attribution("x", kind) for kind in get_args(SourceKind)]
    steps += [Attribution("x", "media", stance=stance) for stance in get_args(Stance)]
    claims.append(claimed(document, "a third", 1, 1, attribution=tuple(steps)))
    for claim in claims:
        validator.validate(record(document, read(document, claim), claim))
    whole = record(document, read(document, claims[0]), claims[0])
    for broken in ({"status": "done"}, {"event": {}}, {"key": {}}, {"more": 1}, {"id": "x"}):
        assert not validator.is_valid(whole | broken)


def test_the_record_has_every_field_of_a_claim() -> None:
    (reading,) = floods().readings
    keys = record(floods().documents[0], reading, reading.claims[0]).keys()
    own = set(Claim.__dataclass_fields__)
    assert own - keys == {"part", "measure"}  # one stands with the evidence, the other in the key
    assert keys - own == {"document", "key", "happening"}
    assert set(schema()["properties"]) - keys == {"event"}


def test_a_record_says_exactly_what_was_stated() -> None:
    (document,), (reading,) = floods().documents, floods().readings
    dead = record(document, reading, reading.claims[2])
    assert dead["quantity"] == {
        "low": "40",
        "high": None,
        "low_strict": True,
        "high_strict": False,
        "written": "More than 40",
        "approximator": "more_than",
        "change": "level",
        "unit": "count",
    }
    assert dead["certainty"] == {"words": "likely", "scale": "icd203", "low": 55, "high": 80, "confidence": None}
    assert document.text[dead["evidence"]["start"] : dead["evidence"]["end"]] == dead["evidence"]["quote"]
    plan = record(document, reading, reading.claims[1])
    assert plan["condition"] == "if the road opens"
    assert plan["attribution"][-1] == {
        "source": "the mayor",
        "start": document.text.index("the mayor"),
        "end": document.text.index("the mayor") + len("the mayor"),
        "kind": "government",
        "name": None,
        "named": True,
        "words": "denied",
        "stance": "denies",
        "manner": "neutral",
        "knows": None,
        "said": None,
    }


@pytest.mark.parametrize(("value", "text"), [("1/2", "0.5"), ("1/3", "1/3"), ("3200000", "3200000"), ("-5", "-5")])
def test_a_number_is_decimal_text_where_that_is_exact(value: str, text: str) -> None:
    document = made("x\n5")
    claim = claimed(document, "5", 5, 5)
    claim = replace(claim, quantity=replace(claim.quantity, low=Fraction(value), high=Fraction(value)))
    made_record = record(document, read(document, claim), claim)
    assert made_record["quantity"]["low"] == text
    assert Fraction(made_record["quantity"]["low"]) == Fraction(value)
    jsonschema.Draft202012Validator(schema()).validate(made_record)


def test_a_record_is_one_line_whatever_its_document_holds() -> None:
    document = made("x\n5 \u2028\u2029\x85\ud800 homes")
    claim = claimed(document, "5 \u2028\u2029\x85\ud800", 5, 5)
    line_of_json = encoded(record(document, read(document, claim), claim)).decode("utf-8")
    assert len(line_of_json.splitlines()) == 1
    assert json.loads(line_of_json)["evidence"]["quote"] == claim.evidence.quote


def cells(document: Document, *claims: Claim) -> list[dict[str, str]]:
    text = io.StringIO()
    csv.writer(text).writerows([COLUMNS, *rows(document, read(document, *claims))])
    return list(csv.DictReader(io.StringIO(text.getvalue(), newline="")))


@pytest.mark.parametrize("opening", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "＝1"])
def test_no_cell_begins_like_a_formula(opening: str) -> None:
    document = made("x\n5 homes", outlet=opening, title=opening, address=opening)
    (row,) = cells(document, claimed(document, "5", 5, 5, attribution=(Attribution(opening, "media"),)))
    for column in ("outlet", "title", "address", "said_by", "chain"):
        assert row[column] == "'" + opening


def test_numbers_stay_numbers_in_a_spreadsheet() -> None:
    document = made("x\n-5 degrees")
    claim = claimed(document, "-5", -5, -5)
    third = replace(claim, quantity=replace(claim.quantity, low=Fraction(1, 3), high=None))
    below, share = cells(document, claim, third)
    assert (below["low"], below["high"], below["figure"]) == ("-5", "-5", "'-5")
    assert (share["low"], share["high"]) == ("0.333333333333333", "")


# Dates


@pytest.mark.parametrize(
    ("start", "end", "iso", "words"),
    [
        ("2025", "2025", "2025", "2025"),
        ("2025-04", "2025-06-17", "2025-04/2025-06-17", "2025-04 to 2025-06-17"),
        ("2025", None, "2025/..", "from 2025"),
        (None, "2025-06", "../2025-06", "until 2025-06"),
        (None, None, None, "unknown"),
    ],
)
def test_a_time_is_as_wide_as_it_is_known(start: str | None, end: str | None, iso: str | None, words: str) -> None:
    assert interval(When(start, end)) == iso
    assert told(iso) == words


# Words


def test_every_word_of_the_model_has_words_for_a_reader() -> None:
    table = tomllib.loads((ROOT / "src/reportedly/report/words.toml").read_text("utf-8"))
    named = {"status": Status, "approximator": Approximator, "change": Change, "stance": Stance, "strength": Strength}
    named |= {"manner": Manner, "knows": Knows}
    for kind, names in named.items():
        assert set(table[kind]) == set(get_args(names))
    marks = [mark for mark, _ in table["status"].values()]
    assert len(set(marks)) == len(marks)  # a status is told by its shape, too


def test_every_reason_and_every_check_of_the_examples_has_words() -> None:
    table = tomllib.loads((ROOT / "src/reportedly/report/words.toml").read_text("utf-8"))
    report = examples()
    assert {r.reason for reading in report.readings for r in reading.rejected} <= set(table["reason"])
    assert {found.kind for found in report.findings} <= set(table["finding"])
