"""What was announced is told again by its day, by a part of it, by what was decided or given up."""

import pytest

from tests.test_outlook import told


@pytest.mark.parametrize(
    ("plan", "day", "later", "state"),
    [
        (
            "The union would hold rallies in nine towns of Lorraine on Sunday, its leader said.",
            "2025-06-12",
            "The union's promised rallies took place in four of nine towns of Lorraine.",
            "partly",
        ),
        (
            "The party will hold meetings in 14 districts of Malawi on 8 June.",
            "2025-06-12",
            "The meetings took place in six of 14 districts of Malawi.",
            "partly",
        ),
        (
            "The union would hold rallies in nine towns of Lorraine on Sunday, its leader said.",
            "2025-06-12",
            "The union's rallies took place in all nine towns of Lorraine.",
            "came_about",
        ),
        (
            "The union would hold rallies in nine towns of Lorraine on Sunday, its leader said.",
            "2025-06-12",
            "The union's rallies took place in nine towns of Lorraine.",
            "came_about",
        ),
        (
            "The party will hold meetings in 14 districts of Malawi on 8 June.",
            "2025-06-12",
            "The meetings took place in 14 of the 28 districts of Malawi.",
            "came_about",
        ),
        (
            "The ministry would inspect 85 bridges in Tyrol in June.",
            "2025-06-12",
            "Six bridges in Tyrol could not be inspected because of floods.",
            "partly",
        ),
        (
            "The commission will recount 60 boxes in Kisumu.",
            "2025-06-12",
            "Four boxes in Kisumu were not recounted because their seals were broken.",
            "partly",
        ),
        (
            "Engineers will repair 30 wells in Turkana.",
            "2025-06-12",
            "Three wells in Turkana were not repaired.",
            "partly",
        ),
        (
            "The commission will recount 60 boxes in Kisumu.",
            "2025-06-12",
            "The boxes in Kisumu were not recounted.",
            "overtaken",
        ),
        (
            "The commission will recount 60 boxes in Kisumu.",
            "2025-06-12",
            "The 60 boxes in Kisumu were not recounted after all.",
            "overtaken",
        ),
        (
            "The ministry would inspect 85 bridges in Tyrol in June.",
            "2025-07-20",
            "None of the 85 bridges in Tyrol was inspected.",
            "not_by_date",
        ),
        (
            "The city is to open four shelters in Gori by 20 June, and has asked the army for 900 tents.",
            "2025-06-12",
            "The army sent 900 tents to Gori.",
            "open",
        ),
        (
            "The state will build 40 homes in Osh by 2 July, and has received 300 tents from Norway.",
            "2025-06-12",
            "Norway's 300 tents have arrived in Osh.",
            "open",
        ),
        (
            "The state will build 40 homes in Osh and send 300 tents to Jalal by 2 July.",
            "2025-07-03",
            "The state built 40 homes in Osh and sent 300 tents to Jalal.",
            "came_about",
        ),
        (
            "A spraying drive will start on 17 June and reach 40,000 homes in Beni by 10 July.",
            "2025-06-20",
            "The spraying drive in Beni started on 17 June.",
            "came_about",
        ),
        (
            "Dredging will begin on 9 June and remove 80,000 tonnes of silt from the Vistula by 30 June.",
            "2025-06-12",
            "Dredging of the Vistula began on 9 June.",
            "came_about",
        ),
        (
            "Crews will clear the road to Uvira and reopen the bridge on 17 June.",
            "2025-06-20",
            "Crews cleared the road to Uvira and reopened the bridge on 17 June.",
            "came_about",
        ),
        (
            "Kenya will send 900 nurses to Garissa by 20 June.",
            "2025-06-12",
            "Of the 900 nurses requested, 400 are expected in Garissa on Friday.",
            "open",
        ),
        (
            "Oxfam will send 600 tents to Tacna by 20 June.",
            "2025-06-12",
            "Of the 600 tents promised to Tacna, 200 are due on Friday.",
            "open",
        ),
        (
            "Oxfam will send 600 tents to Tacna by 20 June.",
            "2025-06-22",
            "Of the 600 tents promised to Tacna, 200 have arrived.",
            "partly",
        ),
        (
            "Envoys of the Alpine Council will meet on 27 June to vote on blacklisting 36 ships.",
            "2025-07-06",
            "The Alpine Council blacklisted 31 ships.",
            "partly",
        ),
        (
            "The parliament of Latvia meets on 9 June to vote on banning 12 pesticides.",
            "2025-06-12",
            "Latvia's parliament banned 12 pesticides.",
            "came_about",
        ),
        (
            "The Bergen council will vote on Thursday on closing five schools.",
            "2025-06-09",
            "The Bergen council closed three schools.",
            "partly",
        ),
        (
            "Envoys of the Alpine Council will meet on 27 June to vote on blacklisting 36 ships.",
            "2025-07-06",
            "The Baltic Council blacklisted 31 trucks.",
            "open",
        ),
        (
            "The parliament of Latvia meets on 9 June to vote on banning 12 pesticides.",
            "2025-06-12",
            "Farmers in Latvia protested against banning 12 pesticides.",
            "open",
        ),
        (
            "A second tug is to follow to Bergen on 10 June.",
            "2025-06-14",
            "The second tug, due on the 10th, arrived in Bergen on Thursday.",
            "not_by_date",
        ),
        (
            "The relief train will leave Lviv on 10 June.",
            "2025-06-14",
            "The relief train, due on 10 June, left Lviv on 12 June.",
            "not_by_date",
        ),
        (
            "The first results of the census in Ghana will be published on 10 June.",
            "2025-06-14",
            "The first results of the census in Ghana, due on 10 June, appeared on Thursday.",
            "not_by_date",
        ),
        (
            "A second tug is to follow to Bergen on 10 June.",
            "2025-06-14",
            "The second bill in Bergen, due on the 10th, was paid on Thursday.",
            "open",
        ),
        (
            "A second tug is to follow to Bergen on 10 June.",
            "2025-06-11",
            "The second tug, due on the 10th, arrived in Bergen on Tuesday.",
            "came_about",
        ),
        (
            "The pumping of the tanker Vega will be completed by 13 June.",
            "2025-06-14",
            "The last of the oil of the Vega was pumped out on 12 June.",
            "came_about",
        ),
        (
            "Salvors will have the wreck of the Vega emptied of oil by 13 June.",
            "2025-06-14",
            "The last of the Vega's oil was pumped out on 12 June.",
            "open",
        ),
        (
            "The pumping of the tanker Vega will be completed by 13 June.",
            "2025-06-14",
            "The last of the crew of the Vega were buried on 12 June.",
            "open",
        ),
        (
            "Should it win the vote in Osh, the Alliance would table a no-confidence motion, its leader Ida Sand said.",
            "2025-06-09",
            "Ida Sand has dropped the no-confidence motion, she said in Osh.",
            "overtaken",
        ),
        (
            "The Greens will file a lawsuit against the dam at Bled on 10 June, Ida Sand said.",
            "2025-06-09",
            "Ida Sand has dropped the lawsuit against the dam at Bled.",
            "overtaken",
        ),
        (
            "The Greens will file a lawsuit against the dam at Bled on 10 June, Ida Sand said.",
            "2025-06-09",
            "A judge in Bled dropped the charges against the Greens.",
            "open",
        ),
        (
            "From 20 June the Omani navy will escort convoys of up to eight tankers.",
            "2025-06-17",
            "Oman shelves its convoys.",
            "overtaken",
        ),
        (
            "The Alpine Bank will impose fees on transfers to Peru from 1 July.",
            "2025-06-17",
            "The Alpine Bank has scrapped its fees on transfers to Peru.",
            "overtaken",
        ),
        (
            "From 20 June the Omani navy will escort convoys of up to eight tankers.",
            "2025-06-17",
            "Oman shelves its pension law.",
            "open",
        ),
        (
            "The WHO will deploy four epidemiologists to Juba by 20 June.",
            "2025-06-27",
            "Two of the WHO's epidemiologists are in Juba; the others await visas.",
            "partly",
        ),
        (
            "Norway will send six divers to Vaasa by 20 June.",
            "2025-06-27",
            "Four of the Norwegian divers are in Vaasa.",
            "partly",
        ),
        ("Norway will send six divers to Vaasa by 20 June.", "2025-06-27", "Four divers are missing in Vaasa.", "open"),
        (
            "Final results in Gabon have been put off to the 24th, the board said.",
            "2025-06-26",
            "Final results in Gabon were published on 24 June.",
            "came_about",
        ),
        (
            "The trial of the mayor of Gori has been deferred to the 24th.",
            "2025-06-26",
            "The trial of the mayor of Gori opened on 24 June.",
            "came_about",
        ),
        (
            "Schools in Beni remain closed until 20 June.",
            "2025-06-21",
            "Schools in Beni reopened on 20 June.",
            "came_about",
        ),
        (
            "The airport of Sion stays shut until 12 June.",
            "2025-06-15",
            "The airport of Sion reopened on 12 June.",
            "came_about",
        ),
        (
            "By July the ministry means to vaccinate 40,000 children in Beni.",
            "2025-07-05",
            "The ministry vaccinated 40,000 children in Beni.",
            "came_about",
        ),
        (
            "400,000 doses are expected in Juba on 15 June.",
            "2025-06-17",
            "The 400,000 doses landed in Juba on 15 June.",
            "came_about",
        ),
        (
            "The campaign will vaccinate 1.2 million persons in Beni by 10 June.",
            "2025-06-14",
            "748,000 people in Beni, 62% of the target, had been vaccinated by 12 June.",
            "not_by_date",
        ),
        (
            "The state will spray 15,000 dwellings in Beni by 10 June.",
            "2025-06-14",
            "In Beni 12,650 dwellings had been sprayed, 84% of the 15,000 targeted.",
            "partly",
        ),
        (
            "The campaign will vaccinate 1.2 million persons in Beni by 10 June.",
            "2025-06-14",
            "In Beni 300,000 of the farmers, 80% of the target, had been insured by 12 June.",
            "open",
        ),
        (
            "The Crash Board will deliver a preliminary report on the Vega no later than 12 June.",
            "2025-06-17",
            "The Crash Board's preliminary report on the Vega came out last night.",
            "not_by_date",
        ),
        (
            "The Crash Board will deliver a preliminary report on the Vega by 12 June.",
            "2025-06-11",
            "The Crash Board's preliminary report on the Vega came out on 10 June.",
            "came_about",
        ),
        (
            "The Crash Board will deliver a preliminary report on the Vega by 12 June.",
            "2025-06-17",
            "The crew of the Vega came out of hospital last night.",
            "open",
        ),
        (
            "Miners will hold pickets at 20 pits of Silesia on 9 June.",
            "2025-06-12",
            "Pickets took place at 13 of 20 pits of Silesia.",
            "partly",
        ),
        (
            "Miners will hold pickets at 20 pits of Silesia on 9 June.",
            "2025-06-12",
            "Pickets took place at 20 of the 31 pits of Silesia.",
            "came_about",
        ),
        (
            "Turkey will inspect 40 dams in Hatay.",
            "2025-06-12",
            "Five dams in Hatay could not be inspected because roads were blocked.",
            "partly",
        ),
        (
            "Turkey will inspect 40 dams in Hatay.",
            "2025-06-12",
            "Five bridges in Hatay could not be inspected because roads were blocked.",
            "open",
        ),
        (
            "The fund is to lend Ghana $300 million by 20 June, and has set aside 90 trucks.",
            "2025-06-12",
            "The 90 trucks reached Ghana.",
            "open",
        ),
        (
            "The fund will lend Ghana $300 million and will hire 40 clerks by 20 June.",
            "2025-06-25",
            "The fund lent Ghana $300 million and hired 40 clerks.",
            "came_about",
        ),
        (
            "The census will begin on 12 June and count 9 million people in Mali by 30 June.",
            "2025-06-15",
            "The census in Mali began on 12 June.",
            "came_about",
        ),
        (
            "Talks will open in Oslo on 12 June and end there on 14 June.",
            "2025-06-16",
            "Talks opened in Oslo on 12 June.",
            "came_about",
        ),
        (
            "Norway will send 90 buses to Lviv by 20 June.",
            "2025-06-12",
            "Of the 90 buses promised to Lviv, 30 are expected on Sunday.",
            "open",
        ),
        (
            "Norway will send 90 buses to Lviv by 20 June.",
            "2025-06-12",
            "Of the 90 buses promised to Lviv, 30 have been delivered.",
            "partly",
        ),
        (
            "Ministers in Quito will decide on Monday whether to close nine mines.",
            "2025-06-12",
            "Ministers in Quito closed seven mines.",
            "partly",
        ),
        (
            "Ministers in Quito will decide on Monday whether to close nine mines.",
            "2025-06-12",
            "Ministers in Quito closed the border.",
            "open",
        ),
        (
            "Ministers in Quito will decide on Monday whether to close nine mines.",
            "2025-06-12",
            "Ministers in Quito refused to close nine mines.",
            "open",
        ),
        (
            "The first grain ship will leave Odesa on 8 June.",
            "2025-06-13",
            "The first grain ship, due on 8 June, left Odesa on 11 June.",
            "not_by_date",
        ),
        (
            "The first grain ship will leave Odesa on 8 June.",
            "2025-06-13",
            "A film, due on 8 June, opened in Odesa on 11 June.",
            "open",
        ),
        (
            "The first grain ship will leave Odesa on 8 June.",
            "2025-06-10",
            "The first grain ship, due on 8 June, left Odesa on 8 June.",
            "came_about",
        ),
        (
            "The first grain ship will leave Odesa on 20 June.",
            "2025-06-13",
            "The first grain ship, due on 8 June, left Odesa on 11 June.",
            "open",
        ),
        (
            "The digging of the canal at Lae will be completed by 10 June.",
            "2025-06-12",
            "The last of the canal workers in Lae were paid on 9 June.",
            "open",
        ),
        (
            "Farmers in Pune will stage a boycott of the auction on 10 June, their leader Asha Rao said.",
            "2025-06-09",
            "Asha Rao said that farmers had dropped the boycott of the auction in Pune.",
            "overtaken",
        ),
        (
            "Farmers in Pune will stage a boycott of the auction on 10 June, their leader Asha Rao said.",
            "2025-06-09",
            "Prices dropped at the auction in Pune.",
            "open",
        ),
        (
            "Lufthansa will add flights to Oslo from 20 June.",
            "2025-06-15",
            "Lufthansa has cancelled its flights to Oslo.",
            "overtaken",
        ),
        (
            "Lufthansa will add flights to Oslo from 20 June.",
            "2025-06-15",
            "Ryanair has cancelled its flights to Malta.",
            "open",
        ),
        (
            "Oxfam will deploy ten engineers to Juba by 20 June.",
            "2025-06-18",
            "Three of Oxfam's engineers are in Juba.",
            "partly",
        ),
        (
            "Oxfam will deploy ten engineers to Juba by 20 June.",
            "2025-06-18",
            "Three of the engineers are ill in Juba.",
            "open",
        ),
        (
            "The verdict in Brno has been postponed to the 19th.",
            "2025-06-20",
            "The verdict in Brno was announced on 19 June.",
            "open",
        ),
        (
            "The pass at Osh stays closed until 9 June.",
            "2025-06-20",
            "The pass at Osh reopened on 14 June.",
            "not_by_date",
        ),
        (
            "Uganda will test 500,000 people in Kasese by 12 June.",
            "2025-06-15",
            "In Kasese 410,000 people, 82% of the target, had been tested.",
            "partly",
        ),
        (
            "Auditors will publish a report on the port of Lae by 12 June.",
            "2025-06-15",
            "The auditors' report on the port of Lae appeared on 11 June.",
            "came_about",
        ),
        (
            "Auditors will publish a report on the port of Lae by 12 June.",
            "2025-06-15",
            "A report on the roads of Lae appeared on 11 June.",
            "open",
        ),
        (
            "The state will freeze 14,000 vacant posts in Natal from 11 June.",
            "2025-06-15",
            "The freeze on 14,000 vacant posts in Natal took effect on Wednesday.",
            "came_about",
        ),
        (
            "The state will freeze 14,000 vacant posts in Natal from 11 June.",
            "2025-06-15",
            "The freeze on hiring in Natal was debated on Wednesday.",
            "open",
        ),
        (
            "Auditors will publish the list of merged agencies in Lae by 12 June.",
            "2025-06-15",
            "The list of merged agencies in Lae has still not appeared.",
            "not_by_date",
        ),
        (
            "Peru will reopen 400 schools in Puno by 1 June next year.",
            "2026-06-10",
            "Of the 400 schools in Puno that were to reopen by 1 June, 275 did.",
            "partly",
        ),
    ],
)
def test_what_became_of_a_plan(plan: str, day: str, later: str, state: str) -> None:
    entries = [entry for entry in told(("Sun", "2025-06-03", plan), ("Moon", day, later)) if entry.document]
    states = {entry.state for entry in entries if entry.prospect.context.quote in plan}
    assert (states - {"open"} or states) == {state}


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Final results in Gabon have been put off to the 24th, the board said.", ("2025-06-24", "2025-06-24")),
        ("The port of Sion will reopen on the 2nd.", ("2025-07-02", "2025-07-02")),
        ("Schools in Beni remain closed until 20 June.", (None, "2025-06-20")),
        ("The airport of Sion stays shut until 12 June.", (None, "2025-06-12")),
        ("By July the ministry means to vaccinate 40,000 children in Beni.", (None, "2025-07")),
    ],
)
def test_a_day_is_announced(text: str, due: tuple[str | None, str]) -> None:
    (entry,) = told(("Sun", "2025-06-03", text))
    assert entry.due is not None
    assert (entry.due.start, entry.due.end) == due


@pytest.mark.parametrize(
    "text",
    [
        "Schools in Beni remained closed until 20 May.",
        "Most of the clinics in Beni remain closed at night.",
        "The shop in Natal stays closed on Mondays.",
        "Critics mean the mayor of Natal.",
    ],
)
def test_nothing_is_announced(text: str) -> None:
    assert not told(("Sun", "2025-06-03", text))


def test_a_second_deed_with_its_own_day_is_an_entry_of_its_own() -> None:
    plan = "A spraying drive will start on 17 June and reach 40,000 homes in Beni by 10 July."
    first, second = told(("Sun", "2025-06-03", plan), ("Moon", "2025-06-20", "Spraying in Beni started on 17 June."))
    assert (first.prospect.what.quote, second.prospect.what.quote) == (
        "start on 17 June",
        "reach 40,000 homes in Beni by 10 July",
    )
    assert second.state == "open"


def test_what_was_done_already_is_no_part_of_a_plan() -> None:
    (plan,) = told(
        ("Sun", "2025-06-03", "The city is to open four shelters in Gori by 20 June, and has asked for 900 tents.")
    )
    assert plan.prospect.what.quote == "open four shelters in Gori by 20 June"
