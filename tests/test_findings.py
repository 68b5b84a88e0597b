"""What does not add up is found, and nothing else: nouns built by hand, no text is read by the program here."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from reportedly import extract
from reportedly.findings import find
from reportedly.flow import plain
from reportedly.model import (
    Attribution,
    Claim,
    Counted,
    Document,
    Finding,
    Part,
    PartKind,
    Quantity,
    Reading,
    Verb,
    check,
)


class Sheet:
    """A document of lines, and its claims, each written as the words it stands on."""

    def __init__(self, *lines: tuple[PartKind, str]) -> None:
        text, parts = "", []
        for kind, line in lines:
            parts.append(Part(kind, len(text), len(text) + len(line)))
            text += line + "\n"
        self.document = Document("sheet.txt", text, tuple(parts))
        self.claims: list[Claim] = []
        self._from = 0

    def add(self, quote: str, phrase: str | None, head: str | None, **slots: Any) -> Claim:
        """The next ``quote`` of the text as a claim; a number is read from its digits unless bounds are given."""
        start = self.document.text.index(quote, self._from)
        evidence = self.document.span(start, start + len(quote))
        self._from = evidence.end
        part = self.document.part_at(start)
        assert part
        claim = Claim(
            kind="figure",
            basis=slots.pop("basis", "written"),
            evidence=evidence,
            context=self._sentence(part, start),
            part=part.kind,
            quantity=self._quantity(quote, slots),
            counted=self._counted(part, phrase, head, slots.pop("lemma", None)),
            verb=self._verb(part, slots.pop("verb", None), slots.pop("verb_lemma", None)),
            when=slots.pop("when", None),
            attribution=self._attribution(part, slots.pop("by", None)),
            status=slots.pop("status", "happened"),
            **slots,
        )
        self.claims.append(claim)
        return claim

    def _sentence(self, part: Part, start: int) -> Any:
        line = self.document.text[part.start : part.end]
        offset = start - part.start
        begin = line.rfind(". ", 0, offset) + 2 if ". " in line[:offset] else 0
        end = line.find(". ", offset)
        return self.document.span(part.start + begin, part.start + end + 1 if end >= 0 else part.end)

    def _quantity(self, quote: str, slots: dict[str, Any]) -> Quantity:
        number = Fraction("".join(c for c in quote if c.isdigit() or c == ".") or "0")
        name = slots.pop("approximator", "exact")
        low = slots.pop("low", None if name in ("less_than", "up_to", "vague") else number)
        high = slots.pop("high", None if name in ("more_than", "at_least", "vague") else number)
        unit, change = slots.pop("unit", "count"), slots.pop("change", "level")
        low, high = (None if end is None else Fraction(end) for end in (low, high))
        return Quantity(low, high, quote, name, unit=unit, change=change)

    def _words(self, part: Part, quote: str) -> Any:
        start = self.document.text.index(quote, part.start, part.end)
        return self.document.span(start, start + len(quote))

    def _counted(self, part: Part, phrase: str | None, head: str | None, lemma: str | None) -> Counted | None:
        if phrase is None or head is None:
            return None
        return Counted(self._words(part, phrase), self._words(part, head), lemma or head.lower().rstrip("s"))

    def _verb(self, part: Part, verb: str | None, lemma: str | None) -> Verb | None:
        return Verb(self._words(part, verb), lemma or verb) if verb else None

    def _attribution(self, part: Part, by: str | None) -> tuple[Attribution, ...]:
        outlet = (Attribution("Sheet", "media"),)
        return (*outlet, Attribution(by, "media", self._words(part, by))) if by else outlet

    def found(self, **options: Any) -> tuple[Finding, ...]:
        return find(self.document, reading(self.document, self.claims), **options)


def reading(document: Document, claims: Sequence[Claim]) -> Reading:
    return Reading(document.id, "rules/1", "none", len(document.text), 1, None, tuple(claims), ())


def told(found: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(finding.kind, finding.strength) for finding in found]


# A headline, deck or caption against the body


def crew(verb: str = "Dispatched", lemma: str = "dispatch", caption: str = "The port at dawn.") -> Sheet:
    sheet = Sheet(
        ("headline", f"Additional 400 Harbour Pilots {verb}"),
        ("body", "The port's decision to send an additional 400 harbour pilots came late. The pilots are engaged."),
        ("caption", caption),
    )
    sheet.add("Additional 400", "Harbour Pilots", "Pilots", change="additional", verb=verb, verb_lemma=lemma)
    return sheet


def test_a_plan_told_as_a_deed_by_the_headline_is_a_contradiction() -> None:
    sheet = crew()
    sheet.add("an additional 400", "harbour pilots", "pilots", change="additional", status="planned")
    (finding,) = sheet.found()
    assert (finding.kind, finding.strength) == ("plan_told_as_deed", "contradiction")
    assert finding.claims == tuple(claim.id for claim in sheet.claims)
    assert finding.document == sheet.document.id
    for words in ("headline", "“Additional 400” (Harbour Pilots)", "“an additional 400” (harbour pilots)", "planned"):
        assert words in finding.sentence


@pytest.mark.parametrize("status", ["planned", "expected", "conditional", "possible"])
def test_every_status_of_what_is_not_done_yet_counts(status: str) -> None:
    sheet = crew()
    sheet.add("an additional 400", "harbour pilots", "pilots", change="additional", status=status)
    assert told(sheet.found()) == [("plan_told_as_deed", "contradiction")]


@pytest.mark.parametrize("status", ["happened", "ongoing", "did_not_happen", "unresolved"])
def test_other_statuses_of_the_body_are_no_plan(status: str) -> None:
    sheet = crew()
    sheet.add("an additional 400", "harbour pilots", "pilots", change="additional", status=status)
    assert sheet.found() == ()


def test_a_headline_in_the_present_tense_may_announce() -> None:
    sheet = crew("Sends", "send")
    sheet.add("an additional 400", "harbour pilots", "pilots", change="additional", status="planned")
    assert "present tense" in sheet.found()[0].sentence


def test_a_body_that_tells_plan_and_deed_is_a_note() -> None:
    sheet = crew()
    sheet.add("an additional 400", "harbour pilots", "pilots", change="additional", status="planned")
    deed = replace(sheet.claims[-1], status="happened", verb=None)
    sheet.claims.append(deed)
    (finding,) = sheet.found()
    assert finding.strength == "note"
    assert finding.claims[-1] == deed.id


def test_a_caption_by_another_source_is_a_note_and_one_of_the_outlets_own_a_contradiction() -> None:
    for by, strength in (("Port Radio", "note"), (None, "contradiction")):
        sheet = crew(caption="Port Radio reported that 400 pilots were sent.")
        sheet.claims.clear()
        sheet.add("an additional 400", "harbour pilots", "pilots", change="additional", status="planned")
        sheet.add("400", "pilots", "pilots", change="additional", by=by)
        assert told(sheet.found()) == [("plan_told_as_deed", strength)]


def test_other_people_of_the_same_number_are_not_compared() -> None:
    sheet = Sheet(
        ("headline", "400 Harbour Pilots Dispatched"),
        ("body", "The port plans to send 400 airline pilots. The harbour is full, the airline is small."),
    )
    sheet.add("400", "Harbour Pilots", "Pilots")
    sheet.add("400", "airline pilots", "pilots", status="planned")
    assert sheet.found() == ()


def trade(headline: str, body: str) -> Sheet:
    return Sheet(
        ("headline", f"Aland-Borland Trade Drops by {headline}"), ("body", f"The trade volume fell by {body}.")
    )


def percent(sheet: Sheet, quote: str, phrase: str, head: str, approximator: str) -> None:
    sheet.add(quote, phrase, head, approximator=approximator, unit="percent", change="decrease")


TURNED = {
    ("Over 5%", "more_than", "5%", "exact"): ["tension"],
    ("5%", "exact", "more than 5%", "more_than"): ["tension"],
    ("5%", "exact", "at most 5%", "up_to"): ["tension"],
    ("Nearly 5%", "nearly", "over 5%", "more_than"): ["tension"],
    ("Over 5%", "more_than", "under 5%", "less_than"): ["contradiction"],
    ("Over 5%", "more_than", "at least 5%", "at_least"): [],
    ("5%", "exact", "about 5%", "about"): [],
    ("5%", "exact", "5%", "exact"): [],
    ("Over 5%", "more_than", "5.3%", "exact"): [],
}


@pytest.mark.parametrize("case", TURNED, ids=lambda case: f"{case[0]}, {case[2]}")
def test_a_bound_dropped_or_added(case: tuple[str, str, str, str]) -> None:
    above, upper, below, lower = case
    sheet = trade(above, below)
    percent(sheet, above, "Aland-Borland Trade", "Trade", upper)
    percent(sheet, below, "trade volume", "volume", lower)
    found = sheet.found()
    assert told(found) == [("bound_changed", strength) for strength in TURNED[case]]
    assert all(above in finding.sentence and below in finding.sentence for finding in found)


def test_a_body_that_has_the_bound_as_well_supports_the_headline() -> None:
    sheet = Sheet(
        ("headline", "Trade Drops by Over 5%"), ("body", "Trade fell by 5%. In detail, trade fell by over 5%.")
    )
    percent(sheet, "Over 5%", "Trade", "Trade", "more_than")
    percent(sheet, "5%", "Trade", "Trade", "exact")
    percent(sheet, "over 5%", "trade", "trade", "more_than")
    assert sheet.found() == ()


def test_opposite_changes_are_not_compared() -> None:
    sheet = trade("Over 5%", "5%")
    percent(sheet, "Over 5%", "Aland-Borland Trade", "Trade", "more_than")
    sheet.add("5%", "trade volume", "volume", unit="percent", change="increase")
    assert sheet.found() == ()


def deaths(headline: str, body: str, **slots: Any) -> Sheet:
    sheet = Sheet(("headline", f"{headline} miners died"), ("body", f"In the pit {body} miners died. Rain fell."))
    sheet.add(headline, "miners", "miners", verb="died", verb_lemma="die")
    sheet.add(body, "miners", "miners", **{"verb": "died", "verb_lemma": "die"} | slots)
    return sheet


def test_another_value_for_the_same_thing_is_a_contradiction() -> None:
    found = deaths("14", "12").found()
    assert told(found) == [("value_changed", "contradiction")]
    assert "“14” (miners)" in found[0].sentence


@pytest.mark.parametrize(
    ("headline", "body", "slots"),
    [
        ("6,000", "5,870", {}),  # rounded
        ("14", "12", {"status": "planned"}),
        ("14", "12", {"verb": None}),
        ("14", "12", {"approximator": "more_than"}),
        ("14", "12", {"approximator": "vague"}),
        ("12", "11", {"change": "additional"}),
    ],
)
def test_where_it_cannot_be_told_there_is_no_finding(headline: str, body: str, slots: dict[str, Any]) -> None:
    assert deaths(headline, body, **slots).found() == ()


def test_a_value_by_another_source_is_not_held_against_the_headline() -> None:
    sheet = Sheet(("headline", "14 miners died, says Alm"), ("body", "Then 12 miners died, Bex said."))
    sheet.add("14", "miners", "miners", verb="died", verb_lemma="die", by="Alm")
    sheet.add("12", "miners", "miners", verb="died", verb_lemma="die", by="Bex")
    assert sheet.found() == ()


def test_a_headline_that_adds_up_its_body_is_no_finding() -> None:
    sheet = Sheet(("headline", "14 miners died"), ("body", "In Alm 8 miners died. In Bex 6 miners died."))
    sheet.add("14", "miners", "miners", verb="died", verb_lemma="die")
    sheet.add("8", "miners", "miners", verb="died", verb_lemma="die")
    sheet.add("6", "miners", "miners", verb="died", verb_lemma="die")
    assert sheet.found() == ()


def test_a_figure_retold_in_other_words_under_a_condition() -> None:
    sheet = Sheet(
        ("headline", "Port has taken over 12 million parcels"),
        ("body", "Were all sacks full of parcels of one kind, they would hold more than 12 million pieces."),
    )
    bound = {"low": 12_000_000, "approximator": "more_than"}
    sheet.add("over 12 million", "parcels", "parcels", **bound)
    sheet.add("more than 12 million", "pieces", "pieces", **bound, status="conditional")
    assert told(sheet.found()) == [("plan_told_as_deed", "contradiction")]


# Arithmetic


def losses(whole: str, *parts: str, family: bool = True, **slots: Any) -> Sheet:
    words = ("killed", "wounded") if family else ("tired", "hungry")
    told = " and ".join(f"{part} were {word}" for part, word in zip(parts, words, strict=False))
    sheet = Sheet(("body", f"There were {whole} casualties. Of these, {told}."))
    root = sheet.add(whole, "casualties", "casualties", lemma="casualty", **slots)
    for part, word in zip(parts, words, strict=False):
        sheet.add(part, word, word, lemma=word, part_of=root.id)
    return sheet


@pytest.mark.parametrize(
    ("whole", "parts", "wanted"),
    [
        ("600", ("400", "200"), []),
        ("600", ("300",), []),
        ("660", ("700",), [("part_exceeds_whole", "tension")]),
        ("64", ("71",), [("part_exceeds_whole", "contradiction")]),
        ("64", ("40", "31"), [("parts_exceed_whole", "contradiction")]),
        ("6,000", ("4,000", "3,000"), [("parts_exceed_whole", "tension")]),
        ("6,000", ("5,100", "3,100"), [("parts_exceed_whole", "contradiction")]),
    ],
)
def test_parts_against_their_whole(whole: str, parts: tuple[str, ...], wanted: list[tuple[str, str]]) -> None:
    found = losses(whole, *parts).found()
    assert told(found) == wanted
    assert all(number in found[0].sentence for number in (whole, *parts) if found)


def test_what_was_carried_over_is_told_with_its_verb() -> None:
    sheet = Sheet(("body", "There were 64 casualties. Of these, 40 were killed and 31 were wounded."))
    root = sheet.add("64", "casualties", "casualties", lemma="casualty")
    for number, verb, lemma in (("40", "killed", "kill"), ("31", "wounded", "wound")):
        part = sheet.add(number, "casualties", "casualties", verb=verb, verb_lemma=lemma, part_of=root.id)
        assert part.counted
        sheet.claims[-1] = replace(part, counted=replace(part.counted, implied=True))
    assert "“40” (casualties, killed)" in sheet.found()[0].sentence


def test_parts_told_of_places_that_are_too_many() -> None:
    text = "Police arrested 118 people on Sunday, 87 in Lima, 19 in Arequipa and {} in Juliaca."
    for last, wanted in (("22", ["sum_differs"]), ("12", [])):
        document = plain(text.format(last))
        assert [finding.kind for finding in find(document, extract(document))] == wanted


def test_parts_that_may_overlap_are_not_summed() -> None:
    assert losses("64", "40", "31", family=False).found() == ()


def test_a_whole_without_an_upper_end_holds_anything() -> None:
    assert losses("64", "71", approximator="more_than").found() == ()


def test_the_tolerance_can_be_switched() -> None:
    assert told(losses("660", "700").found(tolerance="literal")) == [("part_exceeds_whole", "contradiction")]
    with pytest.raises(KeyError):
        losses("660", "700").found(tolerance="no such rule")


def test_killed_or_wounded_is_not_killed_alone() -> None:
    sheet = Sheet(("body", "Of 64 guards, 40 were killed or wounded and 31 wounded lightly."))
    root = sheet.add("64", "guards", "guards")
    sheet.add("40", "killed", "killed", lemma="kill", part_of=root.id)
    sheet.add("31", "wounded", "wounded", lemma="wound", part_of=root.id)
    assert sheet.found() == ()


def stated(text: str, *figures: tuple[str, str]) -> Sheet:
    sheet = Sheet(("body", text))
    for quote, head in figures:
        sheet.add(quote, head, head)
    return sheet


SUMS = {
    "The port took 12 men and 30 women, 42 people in all.": [],
    "The port took 12 men and 30 women, 45 people in all.": [("sum_differs", "contradiction")],
    "The port took 1,200 men and 3,050 women, 4,300 people in all.": [("sum_differs", "tension")],
    "The port took 12 men and 30 women, and 45 people went home.": [],
    "The port took 12 men and 30 women, bringing the total to 45 people.": [],
    "The port took 12 men and 30 women, bringing the total to 40 people.": [("sum_differs", "contradiction")],
    "The port took 12 men and 30 women including 45 people in all.": [],
    "The port took a total of 45 people: 12 men and 30 women.": [("sum_differs", "contradiction")],
    "The port took a total of 45 people, 12 men and 30 women.": [],
    "The port took 45 people, made up of 15 men and 30 women.": [],
    "The port took 58 people: 31 in Ely, 16 in Rye and 9 at sea.": [("sum_differs", "contradiction")],
    "The fair drew 610 traders: 340 from Peru, 120 from the coast and 90 from Chile.": [
        ("sum_differs", "contradiction")
    ],
    "The fair drew 610 traders, up from 500: 340 from Peru, 120 from the coast and 90 from Chile.": [],
    "The port took 56 people: 31 in Ely, 16 in Rye and 9 at sea.": [],
    "The port named 2 goals: 40 beds by May and 12 tugs by June.": [],
    "The port took 56 people: 12 on Monday and 9 on Friday.": [],
    "The port took 56 people: 31 in Ely alone and 16 in Rye.": [],
}


@pytest.mark.parametrize("text", SUMS)
def test_sums_that_the_text_states(text: str) -> None:
    words = re.sub("[:.]|, ", " ", text).split()
    numbers = [(word, words[i + 1]) for i, word in enumerate(words) if word[0].isdigit()]
    found = stated(text, *numbers).found()
    assert told(found) == SUMS[text]


def test_a_sum_of_unlike_things_is_not_read_as_one() -> None:
    text = "The storm hit 12 boats and 30 barns, making 500 people homeless."
    assert stated(text, ("12", "boats"), ("30", "barns"), ("500", "people")).found() == ()


def shares(text: str, *figures: tuple[str, str]) -> tuple[Finding, ...]:
    sheet = Sheet(("body", text))
    for quote, head in figures:
        sheet.add(quote, head, head, unit="percent")
    return sheet.found()


def test_shares_of_one_vote_are_at_most_all_of_it() -> None:
    vote = ("vote", "vote")
    over = "Alm won 55% of the vote and Bex won 48%."
    assert told(shares(over, ("55%", "vote"), ("48%", "vote"))) == [("shares_exceed_whole", "contradiction")]
    close = "Alm won 55% of the vote and Bex won 46%."
    assert told(shares(close, ("55%", "vote"), ("46%", "vote"))) == [("shares_exceed_whole", "tension")]
    assert shares("Alm won 55% of the vote, up from 48%.", ("55%", vote[0]), ("48%", vote[1])) == ()
    homes = "A car is in 60% of homes and a bicycle in 70% of homes."
    assert shares(homes, ("60%", "homes"), ("70%", "homes")) == ()


# What holds for every finding


def test_order_of_claims_does_not_matter_and_claims_are_of_the_document() -> None:
    sheet = losses("64", "71", "80")
    extra = sheet.found()
    turned = find(sheet.document, reading(sheet.document, sheet.claims[::-1]))
    assert turned == extra
    assert len(extra) == 2
    known = {claim.id for claim in sheet.claims}
    assert all(set(finding.claims) <= known and finding.document == sheet.document.id for finding in extra)


def test_claims_that_were_not_written_are_left_out() -> None:
    sheet = losses("64", "71")
    implied = [replace(claim, basis="implied") for claim in sheet.claims]
    assert find(sheet.document, reading(sheet.document, implied)) == ()


def test_the_sheets_of_these_tests_are_documents() -> None:
    sheet = losses("64", "71")
    for claim in sheet.claims:
        check(sheet.document, claim.evidence)
        check(sheet.document, claim.context)


TOLD_WITHIN = [
    ("They entered 27 homes, eleven in the province of Naples, nine in Caserta and five in Rome.", "sum_differs"),
    ("They entered 27 homes, eleven in Naples, nine in Caserta and five in Rome; the others lay empty.", None),
    (
        "Assets worth 46.5 million were seized: 21 million in cash, a villa of 14.5 million and cars of 8 million.",
        "sum_differs",
    ),
    ("Of 18,300 people on the list, 4,150 had been there for more than a year, or almost a third.", "share_differs"),
    ("Of 18,300 people on the list, 4,150 had been there for more than a year, or almost a quarter.", None),
    ("The committee has 35 members. Fourteen of them are women, 48 percent.", "share_differs"),
    ("The committee has 35 members. Fourteen of them are women, 40 percent.", None),
    (
        "Customs logged 63,000 tonnes for May, compared with 50,400 tonnes in April, a gain of 20 percent.",
        "change_differs",
    ),
    ("Customs logged 63,000 tonnes for May, compared with 50,400 tonnes in April, a gain of 25 percent.", None),
    (
        "The army lost two men, its spokesman said. The rebels' leader said that 17 soldiers were killed.",
        "origins_disagree",
    ),
    ("The army lost two men, its spokesman said. The rebels' leader said that 17 villagers were killed.", None),
    ("Police said two people died. A hospital said that two people died and three others were wounded.", None),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD_WITHIN)
def test_what_does_not_add_up_within_one_report(text: str, wanted: str | None) -> None:
    document = plain(f"Report of the day\n\n{text}")
    assert [finding.kind for finding in find(document, extract(document))] == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("title", "body", "is_found"),
    [
        ("Burglars take 30 pieces of silver", "Missing are 13 pieces of silver. The museum owns 210 pieces.", True),
        ("Burglars take 30 pieces of silver", "Missing are 13 pieces of silver and 17 pieces of glass.", False),
        ("Nine killed by avalanche", "An avalanche killed seven people. Two others have not been found.", True),
        ("Nine killed by avalanche", "An avalanche killed seven people. Two others died in hospital.", False),
    ],
)
def test_a_headlines_number_that_the_body_lacks(title: str, body: str, *, is_found: bool) -> None:
    document = plain(f"{title}\n\n{body}")
    assert bool(find(document, extract(document))) == is_found
