"""Series: which figures are one, which only belong together, and why."""

from dataclasses import replace
from functools import cache, partial
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import tomli

import reportedly
from reportedly.estimates.words import reported
from reportedly.flow import plain
from reportedly.model import Claim, Document, Judgement, Key, Reading, Series
from reportedly.origins import statements
from reportedly.series import Keyed, key, keyed, links, series, together, why
from tests.effort import lines_run

Pair = tuple[Document, Reading]

SITUATIONS = Path(__file__).parent / "situations"
NAMES = ("earthquake", "budget", "epidemic")


def read(text: str, outlet: str = "Tern Dispatch", published: str | None = "2025-02-14") -> Pair:
    document = replace(plain(text.strip()), outlet=outlet, address=f"{outlet}.txt", published=published)
    return document, reportedly.extract(document)


@cache
def situation(name: str) -> tuple[dict[str, Any], tuple[Pair, ...]]:
    told = tomli.loads((SITUATIONS / f"{name}.toml").read_text("utf-8"))
    return told, tuple(read(row["text"], row["outlet"], row["published"]) for row in told["report"])


def named(pairs: tuple[Pair, ...]) -> dict[str, str]:
    """The claims of the bodies, by outlet and words."""
    return {
        f"{document.outlet}: {claim.evidence.quote}": claim.id
        for document, reading in pairs
        for claim in reading.claims
        if claim.part == "body"
    }


def homes(found: tuple[Series, ...]) -> dict[str, str]:
    return {claim: one.id for one in found for claim in one.claims}


@pytest.mark.parametrize("name", NAMES)
def test_of_a_situation_only_what_is_the_same_is_joined(name: str) -> None:
    told, pairs = situation(name)
    at, home = named(pairs), homes(series(pairs))
    found = {label: {home[at[figure]] for figure in figures} for label, figures in told["series"].items()}
    assert {label: len(ids) for label, ids in found.items()} == dict.fromkeys(told["series"], 1)
    assert len({next(iter(ids)) for ids in found.values()}) == len(found)


@pytest.mark.parametrize("name", NAMES)
def test_parts_are_linked_to_their_wholes(name: str) -> None:
    told, pairs = situation(name)
    found = series(pairs)
    at, home = named(pairs), homes(found)
    tied = {(link.kind, link.one, link.other) for link in links(pairs, found, statements(pairs))}
    for kind, ends in told.get("links", {}).items():
        for one, other in ends:
            first, second = (home[at[told["series"][label][0]]] for label in (one, other))
            assert (kind, first, second) in tied


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_arrival_does_not_matter(name: str) -> None:
    _, pairs = situation(name)
    wanted = series(pairs), links(pairs, series(pairs), statements(pairs))
    for order in permutations(pairs):
        assert (series(order), links(order, series(order), statements(pairs))) == wanted


def test_a_report_added_again_changes_no_series() -> None:
    _, pairs = situation("earthquake")
    assert series((*pairs, pairs[0])) == series(pairs)


def only(text: str, **slots: Any) -> Keyed:
    """The key of the one figure of ``text`` that tells ``slots``."""
    (found,) = keyed(*read(text, **slots))
    return found


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        (
            "North Korea has sent 3,000 soldiers to Russia.",
            {"actor": "PRK", "recipient": "RUS", "population": "soldier"},
        ),
        ("Some 3,000 Turkish soldiers are stationed in Syria.", {"actor": "TUR", "place": None, "recipient": "SYR"}),
        ("About 900 soldiers from Kenya were sent to Haiti.", {"actor": "KEN", "recipient": "HTI", "done": True}),
        (
            "Kenya plans to send 900 soldiers to Haiti by June 2025.",
            {"actor": "KEN", "period": "by 2025-06", "done": False},
        ),
        ("Japan's exports to China rose by 4 percent in 2024.", {"actor": "JPN", "recipient": "CHN", "period": "2024"}),
        (
            "At least 12 children were killed in Aleppo.",
            {"population": "child", "actor": None, "place": "SYR/aleppo"},
        ),
        ("Around 200 suspected cases were recorded in Peru.", {"place": "PER", "measure": "cases_suspected"}),
        ("Ethiopian forces have suffered 300 casualties.", {"actor": "ETH", "measure": "casualties"}),
        ("Ethiopian forces killed 300 Eritrean soldiers.", {"actor": "ERI", "measure": "deaths"}),
        ("Sweden lost 40 soldiers in Mali.", {"actor": "SWE", "recipient": "MLI", "place": None}),
        ("Exports to Peru grew by 12 percent.", {"actor": None}),
        ("Mexico's imports from Chile rose to $3 billion.", {"actor": "MEX", "recipient": "CHL"}),
        ("Exports from Chile rose 9 percent.", {"actor": "CHL", "recipient": None}),
        ("A 61-year-old man was killed in Oslo.", {"population": None}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_slots_are_read_off_the_sentence(text: str, slots: dict[str, object]) -> None:
    found = only(text)
    assert {slot: getattr(found.key, slot) for slot in slots} == slots
    assert not {"actor", "recipient", "place", "period"} & dict(found.filled).keys()


def test_what_the_context_fills_is_told() -> None:
    document, reading = read("North Korea has sent 3,000 soldiers to Russia. About 600 of its soldiers have died.")
    sent, dead = keyed(document, reading)
    assert (dead.key.actor, dead.key.recipient) == ("PRK", "RUS")
    assert "recipient" in dict(dead.filled)
    assert not {"actor", "recipient"} & dict(sent.filled).keys()
    (one,) = (one for one in series([(document, reading)]) if one.key.measure == "deaths")
    assert (dead.claim.id, "recipient", dict(dead.filled)["recipient"]) in one.filled


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Labour holds 45 seats, the Greens 12 and the Liberals nine.", [None, "greens", "liberals"]),
        (
            "The Reform Union received 131,400 votes, the Unity Front 118,900 and the Farmers' Party 24,700.",
            ["reform union", "unity front", "farmers party"],
        ),
        ("The Reform Union has won 27 of 51 seats. It received 131,400 votes.", ["reform union", None, "reform union"]),
        ("France sent 40 doctors, Spain 25 nurses and Italy a dozen.", ["FRA", "ESP", "ITA"]),
        ("Lintel sold 210,000 cars, Orbis 195,000. In May Lintel had sold 9,000 cars.", ["lintel", "orbis", "lintel"]),
        ("The Reform Union won 24,000 votes out of 275,000 valid votes in Peru.", ["reform union", None]),
    ],
)
def test_who_is_told_without_the_verb_acts_as_the_one_before(text: str, actors: list[str | None]) -> None:
    pair = read(text)
    told = {found.claim.id: found.key.actor for found in keyed(*pair)}
    assert [told.get(claim.id) for claim in pair[1].claims] == actors


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Exports of rice fell to 900 tonnes in Peru. Exports of cocoa fell to 200 tonnes in Peru.", ["rice", "cocoa"]),
        ("Rice exports from Peru fell to 900 tonnes. Exports of rice had been 950 tonnes in Peru.", ["rice", "rice"]),
        ("The price of bread rose to 5 dinars in Tunis. The price of rice rose to 9 dinars.", ["bread", "rice"]),
        ("In Peru a litre of petrol cost $1.20. The price of diesel was $1.10 a litre.", [None, "diesel"]),
        ("Output of copper in Peru was 300 tonnes. Output of zinc in Peru was 100 tonnes.", ["copper", "zinc"]),
    ],
)
def test_goods_are_told_apart_before_and_behind_the_head(text: str, goods: list[str | None]) -> None:
    assert [found.key.population for found in keyed(*read(text))] == goods


def test_who_goes_by_a_trade_of_their_own_are_no_soldiers() -> None:
    (dead,) = keyed(*read("Two Nepalese climbers died on Monday. The Nepalese army found them."))
    assert (dead.key.actor, dead.key.population, dead.key.place) == ("NPL", None, None)


def test_whose_people_are_counted_is_not_where_it_happened() -> None:
    (dead,) = keyed(*read("Three Spanish tourists drowned off a beach."))
    assert dead.key.place is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Floods in Kenya killed 31 people in Garissa, 16 in Wajir and nine in Kitui.", ["garissa", "wajir", "kitui"]),
        ("Floods in Kenya killed 58 people: 31 in Garissa and 16 in Wajir.", ["KEN", "garissa", "wajir"]),
        ("In Peru 55 people died of cholera. A charity said 17 patients had died in its clinics.", ["PER", "clinic"]),
    ],
)
def test_of_places_dealt_out_each_figure_has_its_own(text: str, at: list[str]) -> None:
    told = [found.key.place or "" for found in keyed(*read(text))]
    assert [place.rpartition("/")[2] for place in told] == at


def test_what_is_set_against_the_count_of_others_is_in_no_series() -> None:
    text = "In Peru 58 people died, 18 more than the ministry told. In Peru 60 people died, two more than on Sunday."
    assert [found.claim.evidence.quote for found in keyed(*read(text))] == ["58", "60", "two"]


@pytest.mark.parametrize(
    "text",
    [
        "In Peru 1,240 suspected cases, of which 310 have been confirmed, were counted.",
        "The ministry said 1,610 suspected cases had been registered in Peru, 305 of which were confirmed.",
        "Of the 1,455 suspected cases in Peru, 298 have tested positive.",
    ],
)
def test_the_part_that_was_confirmed_is_suspected_no_more(text: str) -> None:
    whole, part = keyed(*read(text))
    assert (whole.key.measure, part.key.measure) == ("cases_suspected", "cases")
    assert (whole.key.population, part.key.population) == (None, "confirmed")
    assert part.claim.part_of == whole.claim.id


def test_men_are_soldiers_where_they_are_those_of_a_state_whose_army_is_told_of() -> None:
    army = keyed(*read("Soldiers from North Korea fought at the front. North Korea lost 300 men in Russia."))
    assert [found.key.population for found in army] == ["soldier"]
    mine = keyed(*read("Soldiers cleared the rubble at the mine in Chile, where 41 men were killed."))
    assert [found.key.population for found in mine] == [None]


def test_those_of_whom_most_are_civilians_are_no_armys() -> None:
    told = "Ethiopian troops lost 40 soldiers. Eritrean officials speak of nine dead, most of them civilians."
    whose = {found.claim.evidence.quote: (found.key.actor, found.key.population) for found in keyed(*read(told))}
    assert whose == {"40": ("ETH", "soldier"), "nine": (None, None)}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("In Peru 74 percent of voters approve, while 22 percent of voters approve.", 0),
        ("In Peru a blast killed 31 people, and an ambush killed 12 people.", 0),
        ("In Peru the agency corrected the number of the killed from 46 to 41.", 2),
        ("In Peru 31 people were killed, the police said; the hospital said 34 people were killed.", 2),
        ("In Peru 31 people were killed. In Peru 34 people were killed.", 2),
    ],
)
def test_what_a_sentence_does_not_tell_apart_is_not_compared(text: str, keys: int) -> None:
    assert len(keyed(*read(text))) == keys


def test_a_figure_behind_to_so_many_from_is_no_newest_word() -> None:
    pair = read("Kenya's interior ministry lowered the number of people killed in the protests to two from three.")
    before = [claim.evidence.quote for claim in pair[1].claims if any(slot.role == "became" for slot in claim.slots)]
    assert before == ["three"]


def test_the_total_that_new_cases_bring_about_is_no_new_one() -> None:
    new, total = keyed(*read("Peru confirmed 61 new measles cases, bringing the total since January to 904."))
    assert (new.key.measure, total.key.measure) == ("cases_new", "cases")
    assert (new.key.scope, total.key.scope) == ("new", "cumulative")


def test_companies_that_nobody_names_are_compared_with_none() -> None:
    pairs = [
        read("Lintel Corp. said its profit was $4 million.", "One"),
        read("Orbis Inc. said its profit was $9 million.", "Two"),
        read("The profit was $5 million.", "Three"),
    ]
    assert len({found.key for found in together(pairs)}) == 3


TOLDS = (
    "A ferry sank off Ambon in Indonesia on 9 May 2026, killing 12 people.",
    "Indonesia's worst sinking in years, on 9 May 2026, killed 27 people off Ambon.",
    "The sinking of a ferry off Indonesia on 9 May 2026 killed 38 people.",
)


def filled_last(*texts: str, published: str = "2026-05-12") -> tuple[Key, dict[str, str]]:
    """The key of the last figure of ``texts``, each a report of its own, and what filled it."""
    pairs = [read(text, f"Outlet {n}", published) for n, text in enumerate(texts)]
    last = together(pairs)[-1]
    return last.key, dict(last.filled)


def test_a_report_that_names_neither_state_nor_event_speaks_of_those_of_nearly_all_others() -> None:
    own, filled = filled_last(*TOLDS, "The search agency said that 43 people had died.")
    assert (own.place, own.period) == ("IDN", "sinking 2026-05")
    assert filled["place"] == filled["period"] == "what nearly all reports say"


@pytest.mark.parametrize(
    ("texts", "last"),
    [
        (TOLDS[:2], "The search agency said that 43 people had died."),  # too few tell it
        (TOLDS, "An earthquake killed 43 people, the search agency said."),
        (TOLDS, "In Portugal 43 people have died, the agency said."),
        (
            (*TOLDS, "A quake in Peru on 3 May 2026 killed 40 people."),
            "The search agency said that 43 people had died.",
        ),
    ],
)
def test_where_reports_differ_or_a_report_tells_of_another_event_nothing_is_filled(
    texts: tuple[str, ...], last: str
) -> None:
    own, _ = filled_last(*texts, last)
    assert "sinking" not in (own.period or "")


def test_no_report_speaks_of_an_event_that_came_after_it() -> None:
    own, _ = filled_last(*TOLDS, "The search agency said that 43 people had died.", published="2026-04-12")
    assert "sinking" not in (own.period or "")


def test_of_two_armies_in_a_text_a_bare_toll_is_nobodys() -> None:
    text = "Ethiopia sent 3,000 soldiers to Somalia. Kenya sent 2,000 soldiers to Somalia. About 600 have died."
    *_, dead = keyed(*read(text))
    assert dead.key.actor is None


def test_the_toll_of_an_event_is_no_armys() -> None:
    text = "An earthquake struck Nepal. India sent 300 soldiers to Nepal. About 600 people have died."
    *_, dead = keyed(*read(text))
    assert (dead.key.actor, dead.key.place) == (None, "NPL")


def pair(first: str, second: str) -> tuple[Keyed, Keyed]:
    one, other = together([read(first, "Tern Dispatch"), read(second, "Weir Post")])
    return one, other


@pytest.mark.parametrize(
    ("first", "second", "slot"),
    [
        ("Kenya has sent 900 soldiers to Haiti.", "Kenya plans to send 1,000 soldiers to Haiti.", "done"),
        ("Kenya has sent 900 soldiers to Haiti.", "Chad has sent 900 soldiers to Haiti.", "actor"),
        ("Kenya has sent 900 soldiers to Haiti.", "Kenya has sent 900 soldiers to Somalia.", "recipient"),
        ("Kenya has sent 900 soldiers to Haiti.", "Kenya has sent 900 more soldiers to Haiti.", "change"),
        ("A flood killed 12 people in Valencia.", "A flood killed 12 people in Spain.", "place"),
        ("A flood killed 12 people in Spain.", "A flood killed 12 children in Spain.", "population"),
        ("A flood killed 12 people in Spain in 2019.", "A flood killed 12 people in Spain in 2024.", "period"),
        ("A strike on Odesa killed 12 people.", "A strike on Kharkiv killed 12 people.", "place"),
        ("More than 30,000 people were killed in Gaza.", "On Tuesday, 52 people were killed in Gaza.", "period"),
        ("At least 12 people were killed in Lviv.", "At least 12 people were killed in Lviv and Ternopil.", "place"),
        ("A flood killed 12 people in Spain.", "A flood injured 12 people in Spain.", "measure"),
        ("More than 900 were killed or wounded.", "More than 900 were killed, wounded or missing.", "population"),
    ],
)
def test_what_differs_keeps_figures_apart_and_is_told(first: str, second: str, slot: str) -> None:
    one, other = pair(first, second)
    assert getattr(one.key, slot) != getattr(other.key, slot)
    sentences = why(one, other)
    assert sentences[0].startswith("They are two series")
    assert len(sentences) > 1


def test_why_quotes_the_words_that_tell_a_slot() -> None:
    one, other = pair("Kenya has sent 900 soldiers to Haiti.", "Chad has sent 900 soldiers to Haiti.")
    assert why(one, other) == (
        "They are two series: they differ in whose they are.",
        "Whose they are: the first says Kenya (“Kenya”), the second says Chad (“Chad”).",
    )
    said = (
        "They are one series: both tell “Soldiers sent to a place, since the sending began”, and nothing in their keys"
    )
    assert why(one, one) == (f"{said} differs.",)


def judgement(verdict: str, one: Claim, other: Claim, at: str) -> Judgement:
    return Judgement(verdict, one.evidence, one.context, "ana", at, "as the page says", other=other.evidence)  # type: ignore[arg-type]


def test_an_analysts_word_goes_over_any_key() -> None:
    pairs = [
        read("Kenya has sent 900 soldiers to Haiti.", "Tern Dispatch"),
        read("Kenya has sent 950 soldiers to Haiti.", "Weir Post"),
    ]
    one, other = (reading.claims[0] for _, reading in pairs)
    assert len(series(pairs)) == 1
    apart = judgement("different", one, other, "2025-03-01")
    assert len(series(pairs, [apart])) == 2
    again = judgement("same", one, other, "2025-03-02")
    assert len(series(pairs, [apart, again])) == 1
    undone = replace(apart, verdict="undo", undoes=apart.id, at="2025-03-03")
    assert len(series(pairs, [apart, undone])) == 1


def test_links_of_additions_plans_and_changes() -> None:
    texts = (
        "Kenya has sent 900 soldiers to Haiti.",
        "Kenya has sent 300 more soldiers to Haiti.",
        "Kenya plans to send 2,000 soldiers to Haiti.",
    )
    pairs = [read(text, f"Outlet {number}") for number, text in enumerate(texts)]
    found = series(pairs)
    told = {one.id: (one.key.measure, one.key.done) for one in found}
    tied = {(link.kind, told[link.one], told[link.other]) for link in links(pairs, found) if link.one in told}
    sent = ("troops_sent", True)
    assert ("addition_to", ("troops_sent_additional", True), sent) in tied
    assert ("plan_of", ("troops_sent", False), sent) in tied


def test_a_figure_told_again_counts_once_and_is_linked() -> None:
    pairs = [read("At least 128 dead in Nepal earthquake\n\nAt least 128 people died in an earthquake in Nepal.")]
    found = series(pairs)
    (toll,) = (one for one in found if one.key.measure == "deaths")
    assert len(toll.claims) == 1
    assert [link.kind for link in links(pairs, found)] == ["same_in_document"]


def test_a_root_that_changes_its_count_replaces_it() -> None:
    pairs = [
        read(
            "At least 100 soldiers from Kenya died in Haiti, the Kenyan defence ministry said.",
            "Tern Dispatch",
            "2025-01-10",
        ),
        read(
            "At least 150 soldiers from Kenya died in Haiti, the Kenyan defence ministry said.",
            "Weir Post",
            "2025-02-10",
        ),
    ]
    found = series(pairs)
    later, earlier = pairs[1][1].claims[0].id, pairs[0][1].claims[0].id
    assert ("replaces", later, earlier) in {
        (link.kind, link.one, link.other) for link in links(pairs, found, statements(pairs))
    }


def test_a_level_of_before_is_linked_to_what_it_became_and_is_nobodys_newest_word() -> None:
    pairs = [
        read("The flood in Chad killed 40 people, the health ministry said.", "Tern Dispatch", "2025-01-10"),
        read("The health ministry lowered the toll of the flood in Chad from 40 to 37.", "Weir Post", "2025-01-12"),
    ]
    found = series(pairs)
    base, level = pairs[1][1].claims
    tied = {(link.kind, link.one, link.other) for link in links(pairs, found, statements(pairs))}
    assert ("changed_from", level.id, base.id) in tied
    words = {word.id: word for told in reported(found, pairs, statements(pairs)).values() for word in told}
    assert (words[base.id].past, words[level.id].past, words[level.id].corrects) == (True, False, True)


def test_what_names_nothing_has_no_key() -> None:
    document, reading = read("They counted 12.")
    assert all(
        key(document, reading, claim) is None or isinstance(key(document, reading, claim), Key)
        for claim in reading.claims
    )


@pytest.mark.parametrize("sign", ["12 ", "in Nepal ", "(", "“", "quake on Friday "])
def test_time_grows_with_the_text(sign: str) -> None:
    document, reading = read(f"At least 12 people died in Nepal. {sign * 3000}")
    assert series([(document, reading)]) is not None


def test_what_an_outlet_tells_in_two_languages_is_translated() -> None:
    told = "The flood in Peru killed 40 people, the health ministry of Peru said."
    first, again, others = (
        read(told, outlet, published)
        for outlet, published in (("Tern", "2025-02-14"), ("Tern", "2025-02-15"), ("Gull", "2025-02-15"))
    )
    pairs = [first, *((replace(document, language="es"), reading) for document, reading in (again, others))]
    found = links(pairs, series(pairs), statements(pairs))
    translated = [(link.one, link.other) for link in found if link.kind == "translated_from"]
    assert translated == [(again[1].claims[0].id, first[1].claims[0].id)]


def test_effort_grows_with_the_number_of_figures_and_no_faster() -> None:
    told = (
        "On Monday a North Korean envoy said that {} soldiers of the North had died in Kursk. Of these, {} were hurt"
        " in Nepal, the United Nations said.\n\n"
    )
    pairs = [read("".join(told.format(at, at + 1) for at in range(100, 100 + size))) for size in (10, 60, 120)]
    _, once, twice = (lines_run(partial(keyed, *pair)) for pair in pairs)
    assert twice <= 2.2 * once + 2000


def test_a_strike_is_an_event_with_a_toll_only_where_the_words_tell() -> None:
    told = "A strike on a school in Peru killed 12 people on Monday, police said."
    walkout = "A general strike began in Peru. Clashes killed 12 people, police said."
    periods = [keyed(*read(text))[0].key.period for text in (told, walkout)]
    assert periods[0] is not None
    assert periods[0].startswith("attack")
    assert periods[1] is None or not periods[1].startswith("attack")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A clinic is to open in Lyon next year. Police arrested 310 people in June.", [None]),
        ("A bridge fell in Lyon. Nationwide, 310 people were arrested.", ["FRA"]),
        ("Floods in Bihar killed 12 people. Some 300 homes were destroyed.", ["IND/bihar", "IND/bihar"]),
    ],
)
def test_a_place_holds_for_what_happened_there(text: str, places: list[str | None]) -> None:
    assert [found.key.place for found in keyed(*read(text))] == places


def test_a_walkout_that_hits_passengers_is_no_attack() -> None:
    dead = only("The nurses' strike hit the city's clinics, and 40 patients died, a union said.")
    assert dead.key.period is None
