"""A plan told by its noun, for another day, or as turned down; and what was to come, told at work."""

import pytest

from tests.test_outlook import told


@pytest.mark.parametrize(
    ("plan", "day", "later", "state"),
    [
        # In the present, by a noun, for another day; turned down; at work; by more than were announced.
        (
            "The strike at the Oulu shipyard begins on Thursday.",
            "2025-06-06",
            "Welders at the Oulu shipyard went on strike on Thursday.",
            "came_about",
        ),
        (
            "Voting in Malawi starts on Wednesday.",
            "2025-06-06",
            "Malawians began voting on Wednesday.",
            "came_about",
        ),
        (
            "The tram line to Ghent closes on Thursday.",
            "2025-06-09",
            "The tram line to Ghent was closed on Thursday.",
            "came_about",
        ),
        (
            "The summer school in Ghent opens on Thursday.",
            "2025-06-09",
            "A bakery opened in Ghent on Thursday.",
            "open",
        ),
        (
            "The sinking of six wells near Turkana would go ahead this month, the governor said.",
            "2025-06-20",
            "Six wells have been drilled near Turkana, the governor said.",
            "came_about",
        ),
        (
            "The sinking of six wells near Turkana would go ahead this month, the governor said.",
            "2025-06-20",
            "Crews have drilled four wells near Turkana, the governor said.",
            "partly",
        ),
        (
            "The planting of 9,000 trees in Lucca is due to start on Wednesday.",
            "2025-06-20",
            "Volunteers planted 9,000 trees in Lucca.",
            "came_about",
        ),
        (
            "The hearing of the miners in Lublin will take place on Thursday.",
            "2025-06-09",
            "The miners were heard in Lublin on Thursday.",
            "came_about",
        ),
        (
            "A visit by the Finnish president to Nuuk, planned for Wednesday, was confirmed by his office.",
            "2025-06-06",
            "The Finnish president visited Nuuk on Wednesday.",
            "came_about",
        ),
        (
            "Teachers in Leeds threatened a strike from 10 June.",
            "2025-06-12",
            "Teachers in Leeds walked out on 10 June.",
            "came_about",
        ),
        (
            "Teachers in Leeds threatened a strike from 10 June.",
            "2025-06-12",
            "Teachers in Leeds called off their strike.",
            "overtaken",
        ),
        (
            "Nurses in Leeds announced a march for Friday.",
            "2025-06-09",
            "Nurses marched through Leeds on Friday.",
            "came_about",
        ),
        (
            "Nurses in Leeds announced a march for Friday.",
            "2025-06-09",
            "Farmers marched through Leeds on Friday.",
            "open",
        ),
        (
            "The opening of the museum in Riga has been put off until 12 June.",
            "2025-06-14",
            "The museum in Riga opened on 12 June.",
            "came_about",
        ),
        (
            "The opening of the museum in Riga has been put off until 12 June.",
            "2025-06-14",
            "A shop opened in Riga on 12 June.",
            "open",
        ),
        (
            "Distribution of cash grants in Kunene begins on 10 June.",
            "2025-06-09",
            "The start of the cash grants in Kunene has been moved to 24 June.",
            "overtaken",
        ),
        (
            "The trial of the mayor of Nice is to open on Friday.",
            "2025-06-05",
            "The trial of the mayor in Nice was pushed back to 20 June.",
            "overtaken",
        ),
        (
            "The rebels and Chad promised to exchange 64 prisoners on 8 June.",
            "2025-06-07",
            "The swap in Chad is now to take place on 15 June.",
            "overtaken",
        ),
        (
            "The elections in Malawi will be held on 20 June.",
            "2025-06-12",
            "The elections in Malawi will now be held on 30 June, the commission said.",
            "overtaken",
        ),
        (
            "The elections in Malawi will be held on 20 June.",
            "2025-06-12",
            "The elections in Malawi will only be held on 30 June, the commission said.",
            "overtaken",
        ),
        (
            "The match between Genoa and Bari will be played on Saturday.",
            "2025-06-06",
            "The match between Genoa and Bari was moved to Sunday because of the rain.",
            "overtaken",
        ),
        (
            "The clinic in Oran will move to a new building on 20 June.",
            "2025-06-25",
            "The clinic in Oran moved to a new building on 20 June.",
            "came_about",
        ),
        (
            "The trial of the mayor of Nice is to open on Friday.",
            "2025-06-05",
            "The trial of a banker in Nice was pushed back to 20 June.",
            "open",
        ),
        (
            "The museum in Riga is to reopen on Friday.",
            "2025-06-05",
            "The paintings were moved to the museum in Riga on Thursday.",
            "open",
        ),
        (
            "The company in Lyon will pay a dividend on Friday.",
            "2025-06-06",
            "The meeting of the company in Lyon was moved to 12 June.",
            "open",
        ),
        (
            "The elections in Malawi will be held on 20 June.",
            "2025-06-12",
            "The elections in Malawi will now be held under police guard on 20 June.",
            "open",
        ),
        (
            "Farmers in Kunene offered to sell 2,000 animals to the state.",
            "2025-06-07",
            "The cabinet has turned down the proposal of the Kunene farmers to have the state buy their animals.",
            "overtaken",
        ),
        (
            "Turkey offered to host the talks between Chad and Sudan.",
            "2025-06-07",
            "Sudan rejected the Turkish offer to host the talks.",
            "overtaken",
        ),
        (
            "The airline offered to pay the pilots in Oslo 9 million euros.",
            "2025-06-07",
            "The pilots in Oslo turned down the airline's offer of 9 million euros.",
            "overtaken",
        ),
        (
            "The airline offered to pay the pilots in Oslo 9 million euros.",
            "2025-06-07",
            "The pilots in Oslo accepted the offer.",
            "open",
        ),
        (
            "The miners' union in Lublin proposed to end the strike in return for a bonus.",
            "2025-06-08",
            "The miners' proposal was dismissed by the company in Lublin.",
            "overtaken",
        ),
        (
            "Turkey offered to host the talks between Chad and Sudan.",
            "2025-06-07",
            "Sudan rejected an offer of food from Chad.",
            "open",
        ),
        (
            "Turkey offered to host the talks between Chad and Sudan.",
            "2025-06-07",
            "Sudan is expected to reject the Turkish offer.",
            "open",
        ),
        (
            "Kenya will send 400 police to Haiti by Friday.",
            "2025-06-08",
            "More than 400 Kenyan police had arrived in Haiti by Friday.",
            "came_about",
        ),
        (
            "The launch of the rocket from Kourou is set for Thursday.",
            "2025-06-05",
            "The launch from Kourou was delayed until Sunday.",
            "overtaken",
        ),
        (
            "The start of the vaccination in Gulu is scheduled for 9 June.",
            "2025-06-08",
            "The vaccination in Gulu will only begin on 16 June.",
            "overtaken",
        ),
        (
            "The verdict in the trial of the banker in Vaduz is due on Friday.",
            "2025-06-06",
            "The verdict in Vaduz has been postponed to 20 June.",
            "overtaken",
        ),
        (
            "The bridge at Gorna will reopen on 10 June.",
            "2025-06-09",
            "The bridge at Gorna will now open on 1 July, the road agency said.",
            "overtaken",
        ),
        (
            "The bridge at Gorna will reopen on 10 June.",
            "2025-06-12",
            "The bridge at Gorna, now open, will be painted on 1 July.",
            "open",
        ),
        (
            "The bridge at Gorna will reopen on 10 June.",
            "2025-06-12",
            "A second bridge at Gorna will now be built in July.",
            "open",
        ),
        (
            "The company in Lyon will publish its results on 20 June.",
            "2025-06-12",
            "The company in Lyon will now pay its dividend on 30 June.",
            "open",
        ),
        (
            "The army will leave Goma on 10 June.",
            "2025-06-09",
            "The army moved its tanks to Goma on 8 June.",
            "open",
        ),
        (
            "The vote on the budget in Riga is planned for Thursday.",
            "2025-06-05",
            "The vote in Riga on the dam was put back to Monday.",
            "open",
        ),
        (
            "The ferry to Elba will sail again on Wednesday.",
            "2025-06-04",
            "Passengers were moved to the ferry to Elba on Wednesday.",
            "open",
        ),
        (
            "The UN agency would set up a camp for 5,000 displaced people at Fataki by 20 June.",
            "2025-06-18",
            "The camp at Fataki now shelters 5,000 people, the agency said.",
            "came_about",
        ),
        (
            "The UN agency would set up a camp for 5,000 displaced people at Fataki by 20 June.",
            "2025-06-18",
            "The camp at Fataki now shelters 3,200 people, the agency said.",
            "partly",
        ),
        (
            "The UN agency would set up a camp for 5,000 displaced people at Fataki by 20 June.",
            "2025-06-18",
            "The agency shelters 5,000 people in Bunia and Fataki.",
            "open",
        ),
        (
            "The government plans to open three clinics in Opuwo by the end of June.",
            "2025-06-18",
            "The third clinic in Opuwo began to admit patients on Tuesday.",
            "came_about",
        ),
        (
            "The government plans to open three clinics in Opuwo by the end of June.",
            "2025-06-18",
            "The third lorry with food arrived at the clinics in Opuwo on Tuesday.",
            "open",
        ),
        (
            "The firm will build a cement plant at Kitwe.",
            "2025-06-12",
            "The cement plant at Kitwe produced its first 400 tonnes on Monday.",
            "came_about",
        ),
        (
            "The hospital in Lund will open a burns unit on Friday.",
            "2025-06-12",
            "The hospital in Lund treated 40 patients on Friday.",
            "open",
        ),
        (
            "The hospital in Lund will open a burns unit on Friday.",
            "2025-06-12",
            "The burns unit in Lund admitted its first patients on Friday.",
            "came_about",
        ),
        (
            "A school is to be opened at Kitwe in June.",
            "2025-06-22",
            "The school at Kitwe teaches 300 children.",
            "came_about",
        ),
        (
            "A school is to be opened at Kitwe in June.",
            "2025-06-22",
            "A school at Kitwe teaches 300 children.",
            "open",
        ),
        (
            "The United Nations mission will send 30 observers to Djugu.",
            "2025-06-14",
            "The mission has 30 observers in Djugu, its radio said.",
            "came_about",
        ),
        (
            "The United Nations mission will send 30 observers to Djugu.",
            "2025-06-14",
            "The mission has 30 trucks in Djugu, its radio said.",
            "open",
        ),
        (
            "The United Nations mission will send 30 observers to Djugu.",
            "2025-06-14",
            "The mission has 30 observers in Goma, its radio said.",
            "open",
        ),
        (
            "Italy will send 40 engineers to Derna by Friday.",
            "2025-06-14",
            "Italy has 40 engineers in Derna, its army said.",
            "came_about",
        ),
        (
            "The road from Bunia to Mahagi is to be reopened on 6 June.",
            "2025-06-07",
            "Lorries drove from Bunia to Mahagi for the first time since March on Friday.",
            "came_about",
        ),
        (
            "The road from Bunia to Mahagi is to be reopened on 6 June.",
            "2025-06-07",
            "Soldiers drove from Bunia to Goma for the first time since March on Friday.",
            "open",
        ),
        (
            "The ferry from Ancona to Split will resume on 6 June.",
            "2025-06-07",
            "Passengers sailed from Ancona to Split again on Friday.",
            "came_about",
        ),
        (
            "Some 1,400 dockers in Varna will walk out on Thursday.",
            "2025-06-06",
            "More than 1,400 dockers in Varna had downed tools on Thursday.",
            "came_about",
        ),
        (
            "A stoppage by 1,400 dockers at the port of Varna is to begin on Thursday.",
            "2025-06-06",
            "More than 1,400 dockers in Varna had downed tools by noon.",
            "came_about",
        ),
        (
            "The port of Varna expects to handle 310,000 containers in June.",
            "2025-07-06",
            "The port of Varna moved 315,000 boxes in June.",
            "came_about",
        ),
        (
            "Solvex of Ghent expects to earn at least 22 million euros in June.",
            "2025-07-06",
            "Solvex of Ghent made 24 million euros in June.",
            "came_about",
        ),
        (
            "Solvex of Ghent expects to earn at least 22 million euros in June.",
            "2025-07-06",
            "Solvex of Ghent paid 17.5 million euros in tax in June.",
            "open",
        ),
        (
            "Chad and Sudan will exchange 64 prisoners on Sunday.",
            "2025-06-10",
            "Sixty-four prisoners walked free in Chad and Sudan on Sunday.",
            "came_about",
        ),
        (
            "Chad and Sudan will exchange 64 prisoners on Sunday.",
            "2025-06-10",
            "Four poachers walked free in Chad on Sunday.",
            "open",
        ),
        (
            "The army and the rebels in Ituri agreed to stop fighting on Wednesday.",
            "2025-06-06",
            "The rebels in Ituri held a rally on Wednesday.",
            "open",
        ),
        # A forecast met by what was counted; at work by its first deed.
        (
            "The pollster in Petrosani expects a turnout of 60 percent.",
            "2025-06-09",
            "Turnout in Petrosani was 54 percent, the electoral office said.",
            "partly",
        ),
        (
            "The pollster in Petrosani expects a turnout of 60 percent.",
            "2025-06-09",
            "Turnout in Deva was 54 percent, the electoral office said.",
            "open",
        ),
        (
            "The pollster in Petrosani expects a turnout of 50 percent.",
            "2025-06-09",
            "Turnout in Petrosani reached 54 percent, the electoral office said.",
            "came_about",
        ),
        (
            "The health office in Beira expects 5,000 cases by the end of June.",
            "2025-07-02",
            "Beira counted 6,240 cases by the end of June, the office said.",
            "came_about",
        ),
        (
            "The health office in Beira expects 5,000 cases by the end of June.",
            "2025-07-02",
            "Beira counted 3,100 cases by the end of June, the office said.",
            "not_by_date",
        ),
        (
            "The health office in Beira expects 5,000 cases by the end of June.",
            "2025-06-12",
            "Beira has counted 3,100 cases so far, the office said.",
            "open",
        ),
        (
            "The health office in Beira expects 5,000 cases by the end of June.",
            "2025-07-20",
            "Maputo counted 6,240 cases by the end of June.",
            "open",
        ),
        (
            "The bank in Riga expects growth of 2 percent in 2025.",
            "2025-07-20",
            "The economy in Riga had growth of 0.3 percent in June.",
            "open",
        ),
        (
            "A laboratory in Beira will open on 20 June.",
            "2025-06-25",
            "The laboratory in Beira tested its first samples on 21 June.",
            "came_about",
        ),
        (
            "A laboratory in Beira will open on 20 June.",
            "2025-06-25",
            "A doctor in Beira tested his first samples on 21 June.",
            "open",
        ),
        (
            "180,000 doses are due in Beira on Thursday.",
            "2025-06-06",
            "A cargo plane with 40 soldiers touched down in Beira on Thursday.",
            "open",
        ),
        (
            "The government in Bern pledged 19 million euros for the tram by the end of June.",
            "2025-07-06",
            "The firm in Bern had paid 28 million euros for the plant.",
            "open",
        ),
    ],
)
def test_a_fate_of_a_plan_by_its_noun_or_for_another_day(plan: str, day: str, later: str, state: str) -> None:
    every = told(("Post", "2025-06-02", plan), ("Post", day, later))
    found = next(one for one in every if one.prospect.context.quote == plan)
    assert found.state == state, found.reason


@pytest.mark.parametrize(
    ("text", "what", "due"),
    [
        ("The union announced a strike for Thursday.", "a strike", "2025-06-05"),
        ("A visit by the envoy to Nuuk, planned for Wednesday, was confirmed.", "planned for Wednesday", "2025-06-04"),
        ("The hearing was adjourned until 3 July, the court said.", "adjourned until 3 July", "2025-07-03"),
    ],
)
def test_a_deed_is_announced_by_its_noun(text: str, what: str, due: str) -> None:
    (found,) = told(("Post", "2025-06-02", text))
    assert (found.prospect.what.quote, found.due and found.due.end) == (what, due)


@pytest.mark.parametrize(
    "text",
    [
        "The patients have been moved to Bern until Friday.",
        "The rally in Riga, planned for Friday, was called off.",
        "The club had planned a march for Saturday.",
        "The union denied that it had announced a strike for Monday.",
        "On Monday the union announced a strike.",
    ],
)
def test_what_was_dropped_or_moved_elsewhere_announces_nothing(text: str) -> None:
    assert not told(("Post", "2025-06-02", text))
