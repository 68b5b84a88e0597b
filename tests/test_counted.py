"""What is counted, of what a sum is and on whose side the dead are, in sentences that tell it by little."""

from dataclasses import replace

import pytest

import reportedly
from reportedly.flow import plain
from reportedly.model import Claim, Key
from reportedly.series.keys import keyed


def claims(text: str, outlet: str | None = None) -> dict[str, Claim]:
    document = replace(plain(text), outlet=outlet)
    return {claim.evidence.quote: claim for claim in reportedly.extract(document).claims}


def keys(text: str) -> dict[str, Key]:
    document = replace(plain(text), outlet="Tern Dispatch", published="2025-05-09")
    return {one.claim.evidence.quote: one.key for one in keyed(document, reportedly.extract(document))}


CLASH = (
    "Chad and Sudan exchange fire, 11 dead\n\nAt least 11 people were killed when soldiers of Chad and Sudan "
    "exchanged fire on Friday.\n\n"
)


def test_the_dead_of_two_sides_are_nobodys_but_those_whom_a_side_reports() -> None:
    found = keys(f"{CLASH}Chad has reported seven deaths and Sudan four. The number of wounded stood at 30.")
    assert (found["seven"].actor, found["four"].actor) == ("TCD", "SDN")
    assert found["30"].actor is None
    assert found["30"].population is None
    assert (found["30"].place or "").startswith("there/")


def test_the_other_side_is_that_which_does_not_speak() -> None:
    found = keys(f'{CLASH}"The other side has lost 40 men," the army spokesman of Chad said.')
    assert found["40"].actor == "SDN"


def test_its_own_are_those_of_the_state_that_says_so() -> None:
    text = (
        "Soldiers killed on border with Sudan\n\nChad said nine of its soldiers had been killed in clashes with Sudan."
    )
    assert keys(text)["nine"].actor == "TCD"


def test_nobody_whom_a_flood_kills_is_a_soldier_because_an_army_helps() -> None:
    found = keys("Chile ends search, 36 dead\n\nThe floods killed 36 people in Chile. The army sent 400 soldiers.")
    assert {key.population for key in found.values() if key.measure == "deaths"} == {None}


@pytest.mark.parametrize(
    ("text", "outlet", "quote", "unit"),
    [
        ("LONDON, May 8 (Tern) - Fares rise by 20 pounds.", None, "20 pounds", "GBP"),
        ("The town spent 50 million pesos.", "Manila Lantern", "50 million pesos", "PHP"),
        ("President Ruy Santiago spent 50 million pesos.", None, "50 million pesos", "peso"),
        ("Kuwait and Iraq share 30 million dinars.", None, "30 million dinars", "dinar"),
        ("Each family in Bishkek is to get 200,000 soms.", None, "200,000 soms", "KGS"),
        ("Debt rose to 52 million pesos ($0.9 million) from 38 million.", None, "38 million", "peso"),
        ("The port loses £12m for each day of the strike.", None, "£12m", "GBP/day"),
        ("Some 20 typhoons and tropical storms a year hit it.", None, "Some 20", "count/year"),
    ],
)
def test_units_that_only_other_words_tell(text: str, outlet: str | None, quote: str, unit: str) -> None:
    assert claims(text, outlet)[quote].quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "quote", "counted"),
    [
        ("Some 94 per cent of the staff were away. The firm put the figure at 81 per cent.", "81 per cent", "staff"),
        (
            "It ran 31 per cent of its trains. The true figure was below 20 per cent.",
            "below 20 per cent",
            "trains",
        ),
        ("The drought cost herders $12m.", "$12m", "drought"),
    ],
)
def test_what_is_counted_by_a_word_that_does_not_say_of_what(text: str, quote: str, counted: str) -> None:
    found = claims(text)[quote].counted
    assert found is not None
    assert found.phrase.quote.split()[-1] == counted


def test_a_number_is_part_of_the_one_behind_its_of() -> None:
    found = claims("About 3,200 of the 4,000 promised parcels had arrived.")
    assert found["About 3,200"].part_of == found["4,000"].id


def test_a_headline_verb_behind_a_percentage_counts_nobody_by_it() -> None:
    found = claims("A poll showed 46% back workers.")["46%"]
    assert found.verb is not None
    assert found.verb.lemma == "back"
    assert found.counted is None


@pytest.mark.parametrize(
    ("text", "quote", "counted"),
    [
        ("Four clinics admitted 90 patients; 12 have since died.", "12", "patients"),
        ("Five hamlets were cut off. Some 900 live there.", "Some 900", None),
        ("The plant makes 2,000 vans and plans to make 3,000.", "3,000", "vans"),
        ("The permit is for 500.", "500", None),
        ("Growers lost 300 goats and 40 pigs; insurers will pay for 25.", "25", None),
        ("The barge carried 400 passengers and 30 sailors; 380 were saved.", "380", "passengers"),
    ],
)
def test_a_bare_number_counts_what_can_be_meant_or_nothing(text: str, quote: str, counted: str | None) -> None:
    found = claims(text)[quote].counted
    assert (found and found.phrase.quote) == counted


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("In all, 742 sheets, standing for 168,000 votes, were contested. Of these, 488 were torn.", "488", "742"),
        ("Some 300 boats with 9,000 men aboard sailed. Of these, 12 sank.", "12", "Some 300"),
        ("Police held 118 people, 22 of them in Ilave. Nine of those held are minors.", "Nine", "118"),
        ("The firm, which runs 30 shops, sold 400 flats. Of these, 12 were new.", "12", "400"),
    ],
)
def test_a_part_is_of_what_the_sentence_before_is_about(text: str, part: str, whole: str) -> None:
    found = claims(text)
    assert found[part].part_of == found[whole].id


def test_what_became_of_a_part_is_not_told_of_the_whole() -> None:
    found = claims("The bank lends to 300 firms, 40 of which have failed.")
    assert [claim.status for claim in found.values()] == ["ongoing", "happened"]
    assert found["300"].measure is not None
    assert found["300"].measure.slug == "lend_to_firm"
