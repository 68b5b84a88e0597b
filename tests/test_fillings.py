"""Series: an empty slot is filled only where the text gives good reason; "unspecified" beats a guess."""

from dataclasses import replace

import pytest

import reportedly
from reportedly.flow import conclude, plain
from reportedly.model import Claim, Document, Key, Reading
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


@pytest.mark.parametrize(
    ("text", "figure", "actor"),
    [
        ("Sudan's army said it lost 17 men. The rebels put their own losses at 40.", "40", None),  # and not Sudan's
        ("Houthi rebels fired five drones at a ship off Yemen.", "five", "houthis"),  # who fights in a state is not it
        ("Nine divers drowned off Malta, four of them Danes.", "Nine", None),  # of the other five nothing is told
        ("The army put Kenyan losses at 300 killed.", "300", "KEN"),  # whose losses a number is of
        ("Pakistan said it seized five Indian boats, three of them trawlers.", "five", "IND"),
    ],
)
def test_whose_they_are_is_told_by_the_words(text: str, figure: str, actor: str | None) -> None:
    assert keys(text)[figure].actor == actor


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


def told(text: str, quote: str) -> Claim:
    return next(claim for claim in read(text)[1].claims if claim.evidence.quote == quote)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The programme feeds 300,000 Kenyans. So far it has received $37 million.", "$37 million"),
        ("The city bought 40 buses. It expects to lose 3 million euros a year.", "3 million euros"),
        ("Staff get 400 euros each. It will cost 96 million euros this year.", "96 million euros"),
        ("The average wage is 900 euros. The firm has set aside 35 million euros for it.", "35 million euros"),
        ("He was fined 4 million euros. We have put 2 million euros into the yard.", "2 million euros"),
    ],
)
def test_money_that_somebody_gets_or_spends_counts_nothing_told_before(text: str, figure: str) -> None:
    counted = told(text, figure).counted
    assert counted is None or counted.lemma == "it"


def test_they_who_get_a_share_are_people() -> None:
    counted = told("Teachers walked out in 40 schools. They got 6 percent.", "6 percent").counted
    assert counted is not None
    assert counted.lemma == "teacher"


SPAIN = "Fires burn in Spain\n\nSome 4,000 people fled their homes in Galicia on Friday. {}"


@pytest.mark.parametrize(
    ("rest", "figure", "place"),
    [
        ("Spain has 600 soldiers there.\n\nA firm flew 860 customers home from Athens.", "860", None),
        ("In Portugal the wind was strong. Five suspects were arrested.", "Five", None),
        ("The firm needs 90 pilots.\n\nA couple in Leeds raised 6,450 pounds.", "6,450 pounds", None),
        ("\n\nFive suspects were arrested.", "Five", "ESP"),
    ],
)
def test_the_place_of_a_text_fills_nothing_told_of_abroad(rest: str, figure: str, place: str | None) -> None:
    found = keys(SPAIN.format(rest)).get(figure)
    told_place = None if found is None or found.place is None else found.place.partition("/")[0]
    assert told_place == place


def test_a_region_of_several_states_is_no_state() -> None:
    text = "Rains reach Horn of Africa\n\nRain eased the drought in the Horn of Africa. Kenya is glad.\n\n{}"
    assert keys(text.format("Eleven people drowned."))["Eleven"].place is None


def test_some_of_all_the_dead_are_no_toll() -> None:
    found = keys("Eleven of the dead were miners and four were children. Six people died.")
    assert "Eleven" not in found
    assert found["four"].population == "child"
    assert found["Six"].population is None


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("The employers offered a 12 percent raise. The union wants 30.", "30", "percent"),
        ("Voters gave the party 12 percent. It wants 30 seats.", "30", "count"),
        ("The court jailed two bankers for six years. Prosecutors wanted eight.", "eight", "year"),
        ("Farmers want 40 cents a litre for milk. Dairies pay 31.", "31", "cent/l"),
        ("Sixty percent of the nurses walked out. The union wants 30.", "30", "count"),
    ],
)
def test_what_is_haggled_over_keeps_its_unit(text: str, figure: str, unit: str) -> None:
    assert told(text, figure).quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "figure", "slug"),
    [
        ("The camp, built for 6,000, now holds 9,000.", "6,000", "made_for"),
        ("The shelter has room for 60.", "60", "made_for"),
        ("The city built homes for 300 families.", "300", "build_for_household"),
        ("Forty-one of the bodies have been identified.", "Forty-one", "bodies_identified"),
    ],
)
def test_for_how_many_a_place_is_made_is_a_measure_of_its_own(text: str, figure: str, slug: str) -> None:
    measure = told(text, figure).measure
    assert measure is not None
    assert measure.slug == slug


@pytest.mark.parametrize(
    ("text", "figure", "meant"),
    [
        ("The campaign was short of 190,000 litres of jet fuel.", "190,000 litres", "exact"),
        ("The jump fell short of 8 metres.", "short of 8 metres", "less_than"),
        ("Local elders say the true toll is nearer 40.", "nearer 40", "about"),
        ("The village is nearer 40 houses than the mill.", "40", "exact"),
    ],
)
def test_what_lacks_is_no_bound(text: str, figure: str, meant: str) -> None:
    assert told(text, figure).quantity.approximator == meant


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The clinic in Kisumu received 3 million shillings.", "KES"),
        ("The council in Cebu City spent 40 million pesos on boats.", "PHP"),
        ("Uganda and Kenya met. A kilogram of flour costs 95 shillings in Mombasa.", "KES"),
        ("The firm paid 3 million pounds.", "pound"),
    ],
)
def test_towns_tell_whose_money_it_is(text: str, unit: str) -> None:
    units = [claim.quantity.unit for claim in read(text)[1].claims]
    assert unit in units
