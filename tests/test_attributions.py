"""Who says it: sayings and chains on sentences of ours, and no text however twisted that takes more than its time."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.claims.attribution.credits import Credits
from reportedly.claims.attribution.numbered import is_aged
from reportedly.claims.attribution.quotes import quotes
from reportedly.claims.attribution.sayings import Paragraphs
from reportedly.claims.trees import Tree
from reportedly.flow import parser, plain
from reportedly.model import Claim, Saying, check
from tests.effort import lines_run

CASES = Path(__file__).parent / "cases"
SAYINGS = [json.loads(line) for line in (CASES / "attributions.jsonl").read_text("utf-8").splitlines()]
CHAINS = [json.loads(line) for line in (CASES / "chains.jsonl").read_text("utf-8").splitlines()]


def told(saying: Saying, want: dict[str, Any]) -> dict[str, Any]:
    """The slots of a saying that a case asks for."""
    slots = {
        "source": saying.source.quote if saying.source else None,
        "cue": [span.quote for span in saying.cue],
        "content": [span.quote for span in saying.content],
        "form": saying.form,
        "name": saying.name,
        "within": saying.within,
    }
    return {slot: slots[slot] for slot in want}


@pytest.mark.parametrize("case", SAYINGS, ids=[case["why"] for case in SAYINGS])
def test_sayings_are_read(case: dict[str, Any]) -> None:
    found = reportedly.attributions(case["text"])
    assert [told(saying, want) for saying, want in zip(found, case["want"], strict=True)] == case["want"]


def claim_of(case: dict[str, Any]) -> Claim:
    return next(c for c in reportedly.extract(case["text"]).claims if c.evidence.quote == case["quote"])


@pytest.mark.parametrize("case", CHAINS, ids=[case["why"] for case in CHAINS])
def test_the_chain_leads_to_the_root(case: dict[str, Any]) -> None:
    steps = claim_of(case).attribution
    assert [[step.source, step.kind, step.stance] for step in steps] == case["chain"]
    if "knows" in case:
        assert [step.knows for step in steps] == case["knows"]
    if "manner" in case:
        assert [step.manner for step in steps] == case["manner"]
    if "said" in case:
        assert [step.said and step.said.words for step in steps] == case["said"]


def test_what_is_named_is_told_from_what_is_not() -> None:
    texts = {
        "The interior ministry said 9 had died.": True,
        "Police said 9 had died.": True,
        "Ana Ruiz said 9 had died.": True,
        "A spokesman for Veltro said 9 had died.": True,
        "Officials said 9 had died.": False,
        "A ministry official said 9 had died.": False,
        "Two people familiar with the talks said 9 had died.": False,
    }
    for text, named in texts.items():
        (claim,) = (c for c in reportedly.extract(text).claims if c.evidence.quote == "9")
        assert [step.named for step in claim.attribution] == [named], text


def test_every_span_quotes_its_text() -> None:
    for case in SAYINGS:
        document = plain(case["text"])
        for saying in reportedly.attributions(document):
            for span in (*saying.cue, *saying.content, *([saying.source] if saying.source else [])):
                check(document, span)


# Twisted texts

TWISTED = {
    "nested": "“" * 10_000 + " he said " + "”" * 10_000,
    "opened and never closed": "“ said he " * 10_000,
    "straight": '" he said ' * 10_000,
    "single": "'he said' " * 10_000,
    "doubled": "``he said'' " * 10_000,
    "angular": "«" * 10_000 + "x" + "»" * 10_000,
    "low": "„so“ sagte er, " * 5_000,
    "closed and never opened": "he said” " * 10_000,
}


@pytest.mark.parametrize("text", TWISTED.values(), ids=list(TWISTED))
def test_quotations_are_found_in_time_that_grows_as_the_text_does(text: str) -> None:
    half, whole = text[: len(text) // 2], text
    effort = lines_run(lambda: list(quotes(half, 0, len(half)))), lines_run(lambda: list(quotes(whole, 0, len(whole))))
    assert effort[1] <= 2.5 * effort[0] + 100
    for quote in quotes(whole, 0, len(whole)):
        assert 0 <= quote.start < quote.end <= len(whole)


def test_credits_are_found_in_time_that_grows_as_the_text_does() -> None:
    half, whole = (plain("It was first reported by The Sun. 40 left. " * count) for count in (300, 600))
    effort = lines_run(lambda: Credits(half)), lines_run(lambda: Credits(whole))
    assert effort[1] <= 2.5 * effort[0] + 100


@pytest.mark.parametrize(
    "piece", ['"We lost ten men," he said. ', "“ said he ", "the mayor said that ", '"So," ', "citing it, "]
)
def test_sayings_are_joined_in_time_that_grows_as_the_text_does(piece: str) -> None:
    def read(times: int) -> int:
        text = piece * times
        trees = [Tree(sentence) for sentence in parser()(text)]
        return lines_run(lambda: Paragraphs(text).read(trees, "body"))

    assert read(800) <= 2.6 * read(400) + 1000


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "In the march 4,500 people took part, according to the organisers, and 1,200 according to the police.",
            [("4,500", ["the organisers"]), ("1,200", ["the police"])],
        ),
        (
            "The fire destroyed 45 barns, according to the mayor, and about 60, according to residents.",
            [("45", ["the mayor"]), ("about 60", ["residents"])],
        ),
        ("The mine hired 40 men, fewer than the 80 it had announced.", [("40", []), ("80", ["it"])]),
        ("The storm killed 12 people, more than the 5 the governor had feared.", [("12", []), ("5", ["the governor"])]),
    ],
)
def test_each_number_is_whose_words_stand_beside_it(text: str, want: list[tuple[str, list[str]]]) -> None:
    found = reportedly.extract(text).claims
    assert [(claim.evidence.quote, [step.source for step in claim.attribution]) for claim in found] == want


@pytest.mark.parametrize(
    ("text", "figure", "source"),
    [
        ("The laboratory found 60 leaks, of which 12 were confirmed by radar.", 12, None),
        ("The farm ministry counted 187 ill birds, among them 23 confirmed by culture.", 23, "The farm ministry"),
        (
            "Some 90 homes burnt and about 40 are empty, the harbour board was quoted as saying.",
            90,
            "the harbour board",
        ),
    ],
)
def test_how_something_was_found_out_is_nobody_and_who_is_quoted_is_the_source(
    text: str, figure: int, source: str | None
) -> None:
    (claim,) = (claim for claim in reportedly.extract(text).claims if claim.quantity.low == figure)
    assert (claim.attribution[-1].source if claim.attribution else None) == source


def test_its_office_goes_by_whose_it_is() -> None:
    (claim,) = reportedly.extract("Kenya Rail moved 4,000 wagons, its director said.").claims
    assert claim.attribution[-1].name == "Kenya Rail's director"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The water board measured 184 mm of rain, half of what the valley usually gets. It expects another 40.",
            "The water board",
        ),
        (
            "The board put the number of leaks at nine. A further 40 were mended, the news agency Orvel quoted it"
            " as saying.",
            "The board",
        ),
        ("Corvela has received 40 claims for refunds, it said last night.", "Corvela"),
        (
            "At Lund, one of the depots that are to close, driver Nora Falk, 58, wept. 'I got 40 kronor,' she said.",
            "Nora Falk, 58",
        ),
        (
            "Corvela said it had paid its staff.\n\nAt Lund, where clerks say homes burned, Nora Falk, 71, searched the"
            ' ashes. "We lost 40 goats," she said.',
            "Nora Falk, 71",
        ),
        ("The mayor met the weavers. The number of looms, he said, would fall to 40.", "The mayor"),
        ("The bank said prices rose. Output of the mine, it noted, had fallen by 40.", "The bank"),
        ("The firm denied it. The barge, it said, carried 40.", "The firm"),
        (
            "The army said all was calm. The United Nations said people had fled. It counted 40, it said.",
            "The United Nations",
        ),
        (
            "The ministry said aid had come. The United States said none had. It has sent 40, it said.",
            "The United States",
        ),
        ("The Vestra was due in port, owner Corvela Lines said. It paid back 40, it said.", "owner Corvela Lines"),
        ("The farmers' union, whose count of 40 was disputed, stands by it.", "The farmers' union"),
        ("Clinics Without Walls, whose estimate of 40 deaths caused a stir, stands by it.", "whose"),
        ("Wages lag, said Nora Falk, who expects a loss of 40.", "Nora Falk"),
    ],
)
def test_whom_a_pronoun_means(text: str, name: str) -> None:
    found = [
        c for c in reportedly.extract(text).claims if c.evidence.quote.endswith("40") or "40 k" in c.evidence.quote
    ]
    step = found[-1].attribution[-1]
    assert (step.name or step.source) == name


def test_the_outlet_itself_is_no_second_link() -> None:
    text = (
        "LUND (Meridian Press) - Fire killed 40 goats, the mayor told Meridian Press. He told the Press 31 were saved."
    )
    document = replace(plain(text), outlet="Meridian Press")
    for claim in reportedly.extract(document).claims:
        assert claim.attribution[0].source == "Meridian Press"
        assert not any("press" in step.source.casefold() for step in claim.attribution[1:])


@pytest.mark.parametrize(
    ("outlet", "agency", "own"),
    [
        ("Continental Press Agency", "CPA", True),
        ("Baltic Newswire", "BNW", True),
        ("The Voice of the Coast", "VOC", True),
        ("Associated Press", "AP", True),
        ("Asia Post", "AP", False),
        ("Baltic Newswire", "BNS", False),
        ("Baltic Newswire", "NW", False),
        ("Meridian Press", "MRT", False),
    ],
)
def test_initials_in_a_dateline_are_the_outlets_own(outlet: str, agency: str, own: bool) -> None:
    document = replace(plain(f"LUND, Jan 13 ({agency}) — Fire killed 40 goats, the mayor said."), outlet=outlet)
    (claim,) = reportedly.extract(document).claims
    sources = [step.source for step in claim.attribution]
    assert sources == ([outlet, "the mayor"] if own else [outlet, agency, "the mayor"])


@pytest.mark.parametrize(
    ("text", "aged"),
    [("He met Anna Moro", False), ("He met Anna Moro, 71", False), ("He met Anna Moro, 71, at home.", True)],
)
def test_an_age_stands_between_commas_also_where_a_text_ends(text: str, aged: bool) -> None:
    (sentence,) = parser()(text)
    tree = Tree(sentence)
    assert is_aged(tree, tree.lower.index("anna")) is aged


@pytest.mark.parametrize(
    "text", ["○ planned 17", "● announced 40 more.", "▪ expects 12 deaths", "… said 40 people died."]
)
def test_a_mark_says_nothing(text: str) -> None:
    sources = [step.source for claim in reportedly.extract(text).claims for step in claim.attribution]
    assert not any(source.strip("○●▪… ") == "" for source in sources)
