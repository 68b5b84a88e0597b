"""Series: an empty slot is filled only where the text gives good reason; "unspecified" beats a guess."""

from dataclasses import replace

import pytest

import reportedly
from reportedly.flow import conclude, plain
from reportedly.model import Document, Key, Reading
from reportedly.origins import statements
from reportedly.series import keyed, together
from reportedly.series.usual import TOLD


def read(text: str, outlet: str = "Tern Dispatch", published: str = "2026-02-14") -> tuple[Document, Reading]:
    document = replace(plain(text), outlet=outlet, address=f"{outlet} {published}.txt", published=published)
    return document, reportedly.extract(document)


def keys(text: str) -> dict[str, Key]:
    return {one.claim.evidence.quote: one.key for one in keyed(*read(text))}


def test_a_pile_about_several_states_has_no_usual_place() -> None:
    told = [
        "Some 4,000 people reached camps in Togo. Benin lost 40 soldiers in Ghana. The council met for nine days.",
        "Another 900 crossed: 5,200 refugees are in Togo. Ghana lost 31 soldiers, Benin 12. The raid burnt 14 trucks.",
        "In Togo 6,100 refugees are fed. In Benin 300 people were displaced. The truce lasted eight days.",
        "In Togo 6,400 refugees are fed. In Benin 350 people were displaced. The shells hit 16 schools.",
    ]
    pairs = [read(text, f"Paper {number}") for number, text in enumerate(told)]
    assert not {found.key.place for found in together(pairs) if dict(found.filled).get("place", "").startswith("what")}


FLOOD = "A dam burst above Sokode. {} Two cases of cholera were found in a camp, the ministry said."


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        (FLOOD.format("The number of dead has risen to 64; 88 are missing."), "64", "collapse 2026-02"),
        (FLOOD.format("Rescuers treated 309 injured people."), "309", "collapse 2026-02"),
        ("Floods drove 900 people out. Of 19 cholera patients two died; 12 people are missing.", "two", "cholera"),
        ("Cholera has killed 41 people in Togo. More than 900 people fell ill.", "41", "cholera"),
        (
            "The flood killed 12 in Togo. A flood of that size could cost 250 lives, a study says.",
            "12",
            "flood 2026-02",
        ),
        ("Cyclone Ana killed 679 people in Togo in 2023. A fire killed nine on Monday.", "679", "storm 2023"),
        ("The border war of 1998-2000 cost Togo at least 700 lives.", "at least 700", "1998/2000"),
        ("In Togo the outbreak of 2022-23 killed 1,768 people.", "1,768", "2022/2023"),
        ("Togo and Benin agree to stop shooting. In Togo 300 people have been killed.", "300", None),
    ],
)
def test_a_toll_is_of_no_event_that_did_not_do_it(text: str, figure: str, period: str | None) -> None:
    assert keys(text)[figure].period == period


def test_what_was_only_added_is_of_no_quarter() -> None:
    found = {one.claim.evidence.quote: one for one in keyed(*read("In Togo another 85 nurses were hired."))}
    for one in found.values():
        assert "Q" not in (one.key.period or "")
        assert dict(one.filled).get("period") != TOLD


@pytest.mark.parametrize(
    ("text", "figure", "actor"),
    [
        ("The Abiy government has lost 160 of its soldiers. Eritrea lost nine soldiers.", "160", "ETH"),
        ("The Kolani regime has lost 160 soldiers. The enemy shelled us. Eritrea's army lost 9 men.", "160", None),
        ("Togolese troops killed 23 Ghanaian soldiers, Ghana's army said. Togo says it lost four.", "four", "TGO"),
        ("Kenya's army has listed six Kenyan and Ugandan officers.", "six", None),
        ("Togo's forces are stuck inside Ghana. The army says that 611 of its soldiers were killed.", "611", "TGO"),
    ],
)
def test_whose_the_lost_are(text: str, figure: str, actor: str | None) -> None:
    found = keys(text).get(figure)
    assert (None if found is None else found.actor) == actor


def test_who_is_only_near_is_no_recipient() -> None:
    found = keys("Benin faces Togo. Togo has massed four divisions in front of the port. Each tank costs $5 million.")
    assert {key.recipient for key in found.values()} == {None}


def test_a_state_told_once_at_the_end_is_not_where_it_was() -> None:
    found = keys(
        "Heat kills 34 in Telangana.\n\nThe heat has killed 51 people, the authority said. Eleven were children.\n\n"
        "The ward has 40 beds. A court stayed a tender.\n\nPakistan lost 120 people to the heat in Sindh."
    )
    assert len(found) > 2
    assert all("PAK" not in (key.place or "") for figure, key in found.items() if figure != "120")


def test_our_losses_are_of_who_writes() -> None:
    found = keys("The Abiy government has lost 80 of its soldiers. Our losses are 23.")
    assert "23" not in found or found["23"].actor is None


def test_a_road_and_a_rebel_front_are_no_places() -> None:
    found = keys(
        "Togo's troops pushed 18 kilometres into Benin along the Bure road. It gave the Red Delta Front 40 rifles."
    )
    assert {"bure", "front"}.isdisjoint(part for key in found.values() for part in (key.place or "").split("/"))


def test_a_capital_is_that_of_the_state_its_paragraph_tells_of() -> None:
    found = keys(
        "Ghana and Togo fight. Ghana's army is at Lome.\n\n"
        "Benin's interior minister counted 52,000 refugees. Rent in the capital has doubled."
    )
    assert all("GHA" not in (key.place or "") and key.actor != "GHA" for key in found.values() if key.unit == "times")


def test_a_body_by_its_letters_is_one_origin() -> None:
    told = [
        ("The National Office of Water Relief (NOWR) said 64 people had died in Togo.", "2026-02-11"),
        ("In Togo 88 people had died, the National Office of Water Relief said.", "2026-02-13"),
        ("In Togo 93 people had died, NOWR said.", "2026-02-18"),
    ]
    pairs = [read(text, f"Paper {day}", day) for text, day in told]
    assert len({made.origin.key for made in statements(pairs)}) == 1


def test_others_of_whom_one_report_tells_are_another_count() -> None:
    pair = read(
        "A rocket fell on the market of Sokode in Togo on Monday and killed 27 people. "
        "Two rescuers were killed there when a wall fell."
    )
    report = conclude([pair[0]], [pair[1]])
    told = {name: family.series[0] for family in report.families for name in family.series}
    homes = {one.key.population: told[one.id] for one in report.series if one.key.measure == "deaths"}
    assert len(set(homes.values())) == len(homes) == 2


def test_a_count_raised_from_an_old_one_is_no_addition() -> None:
    found = keys("The flood has left 93 people dead in Togo, the agency said, raising its earlier count of 71.")
    assert found["93"].measure == "deaths"
    found = keys("The flood killed 13 people in Togo on Monday, bringing the toll to 71.")
    assert found["13"].measure == "deaths_new"
