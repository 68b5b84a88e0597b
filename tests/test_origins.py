"""Origins: who is behind a figure, whatever he is called, and how many there are."""

from dataclasses import replace
from itertools import permutations

import pytest

import reportedly
from reportedly.flow import conclude, extract, plain
from reportedly.model import Attribution, Claim, Document, Origin, Quantity, Reading
from reportedly.origins import counts, origin, roots, statements

Pair = tuple[Document, Reading]


def step(source: str, kind: str = "government") -> Attribution:
    span = plain(source).span(0, len(source))
    return Attribution(source, kind, span, span)  # type: ignore[arg-type]


def told(
    source: str, value: int = 4000, outlet: str = "Tern Dispatch", *, via: str = "", day: str = "2025-01-14"
) -> Pair:
    """A report in which ``source`` says that so many died."""
    document = replace(
        plain(f"About {value} people died."), outlet=outlet, address=f"{outlet}/{source}/{value}/{day}", published=day
    )
    (claim,) = reportedly.extract(document).claims
    chain = (Attribution(outlet, "media"), *([step(via, "media")] if via else []), *([step(source)] if source else []))
    claim = replace(claim, attribution=chain)
    return document, replace(reportedly.extract(document), claims=(claim,))


def root(source: str, **more: str) -> Origin:
    document, reading = told(source, **more)  # type: ignore[arg-type]
    return origin(document, reading.claims[0])


@pytest.mark.parametrize(
    "spellings",
    [
        ("South Korea's National Intelligence Service", "the NIS of South Korea", "Seoul's spy agency"),
        ("President Volodymyr Zelensky", "Zelenskyy", "Volodymyr Zelenskiy"),
        ("Britain's Ministry of Defence", "the UK defence ministry"),
        ("the Kremlin", "Kremlin (Peskov)", "the Kremlin (Dmitry Peskov)"),
        ("South Korea", "Seoul"),
        ("the Harbour Board", "Harbour Board"),
    ],
    ids=lambda spellings: spellings[0],
)
def test_one_root_has_one_key(spellings: tuple[str, ...]) -> None:
    found = {root(spelling).key for spelling in spellings}
    assert len(found) == 1
    assert all(root(spelling).named for spelling in spellings)


def test_roots_that_differ_stay_apart() -> None:
    sources = (
        "the White House",
        "the Pentagon",
        "the United States",
        "Kyiv",
        "Kyiv and Seoul",
        "Ukraine's military intelligence",
    )
    assert len({root(source).key for source in sources}) == len(sources)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "officials",
        "unnamed Western officials",
        "two sources",
        "it",
        "they",
        "a local newspaper",
        "residents",
        "South Korean lawmakers",
    ],
)
def test_who_is_not_named_is_unknown(source: str) -> None:
    assert not root(source).named


def test_the_unknown_of_two_reports_are_two_and_of_one_medium_one() -> None:
    assert root("officials", outlet="Tern Dispatch").key != root("officials", outlet="Lantern Daily").key
    assert (
        root("officials", outlet="Tern Dispatch", via="BBC").key
        == root("officials", outlet="Lantern Daily", via="the BBC").key
    )


def test_twenty_outlets_that_quote_one_ministry_are_one_statement_of_one_origin() -> None:
    pairs = [told("the UK defence ministry", outlet=f"Outlet {number}") for number in range(20)]
    (statement,) = statements(pairs)
    assert len(statement.claims) == 20
    assert statement.rules == ("first", *["same figure"] * 19)
    assert counts([statement]) == (1, 0)


def test_two_armies_that_give_one_round_figure_are_two_statements() -> None:
    found = statements([told("the UK defence ministry"), told("Ukraine's military intelligence")])
    assert counts(found) == (2, 0)
    assert len(found) == 2


def test_an_odd_figure_is_known_again_under_another_name() -> None:
    (found,) = statements([told("the UK defence ministry", 4217), told("the Institute of Things", 4217)])
    assert found.rules == ("first", "same odd figure")


def test_either_side_has_its_own_dead_weeks_later() -> None:
    ours, theirs = ("Ukraine's military intelligence", 15), ("Russia's defence ministry", 15)
    late = statements([told(*ours), told(*theirs, outlet="B", day="2025-01-29")])
    assert len(late) == 2
    assert len(statements([told(*ours), told(*theirs, outlet="B", day="2025-01-15")])) == 1  # an echo


def test_an_unnamed_figure_is_the_one_known_to_be_somebodys_unless_two_gave_it() -> None:
    ministry, nobody, others = (
        told("the UK defence ministry"),
        told("officials", outlet="B"),
        told("Zelensky", outlet="C"),
    )
    assert [len(made.claims) for made in statements([ministry, nobody])] == [2]
    assert sorted(len(made.claims) for made in statements([ministry, nobody, others])) == [1, 1, 1]


def test_a_figure_rounded_or_told_of_a_part_is_the_same_saying() -> None:
    rounded = statements([told("Zelensky", 4217), told("Zelensky", 4200, outlet="B")])
    assert [made.rules for made in rounded] == [("first", "same figure, rounded")]
    apart = statements([told("Zelensky", 4217), told("Zelensky", 4900, outlet="B")])
    assert len(apart) == 2


def test_a_reprint_makes_no_new_statement_and_order_does_not_matter() -> None:
    pairs = [
        told("the NIS", 1500),
        told("Seoul's spy agency", 1500, "B"),
        told("Zelensky", 3000, "C"),
        told("officials", 900, "D"),
    ]
    wanted = {frozenset(made.claims) for made in statements(pairs)}
    for order in permutations(pairs):
        assert {frozenset(made.claims) for made in statements(order)} == wanted
    reprint = told("the NIS of South Korea", 1500, "E", day="2025-01-16")
    assert len(statements([*pairs, reprint])) == len(wanted)


def test_every_claim_is_in_one_statement() -> None:
    pairs = [told("the NIS", 1500), told("", 900, "B"), told("it", 900, "C")]
    document, reading = pairs[0]
    vague = replace(reading.claims[0], quantity=Quantity(None, None, "dozens", "vague"))
    pairs.append((document, replace(reading, claims=(vague,))))
    claims: list[Claim] = [claim for _, reading in pairs for claim in reading.claims]
    assert sorted(claim for made in statements(pairs) for claim in made.claims) == sorted(claim.id for claim in claims)


def test_the_report_tells_who_is_behind_a_group() -> None:
    from reportedly.report.page import render

    pairs = [told("the UK defence ministry", outlet=f"Outlet {number}") for number in range(3)] + [told("", 3900, "D")]
    page = render(conclude(*zip(*pairs, strict=True)))  # type: ignore[arg-type]
    assert "1 named origin" in page
    assert "in 3 reports" in page
    assert "1 not named" in page


def test_an_office_is_somebodys_where_its_report_tells_of_one_state_alone() -> None:
    def root_of(text: str) -> Origin:
        document = plain(text)
        (claim,) = (claim for claim in reportedly.extract(document).claims if claim.quantity.low == 40)
        return origin(document, claim)

    one = root_of("Floods in Ghana killed 40 people, the interior ministry said.")
    other = root_of("Ghana's floods have left 40 dead, according to the interior ministry.")
    assert one == other
    assert one.named
    assert not root_of("Floods in Ghana and Togo killed 40 people, the interior ministry said.").named
    assert not root_of("Floods killed 40 people, the interior ministry said.").named
    assert not root_of("Floods in Ghana killed 40 people, a ministry official said.").named
    police = root_of("A crash in Accra killed 40 people, police said.")
    assert police.named
    assert police != root_of("A crash in Kumasi killed 40 people, police said.")


def test_a_description_is_the_one_body_of_its_report_that_it_fits() -> None:
    text = (
        "Britain's Ministry of Defence said 6,000 people had died. In March the ministry had put it at 5,000 dead.\n\n"
        "Ukraine's military intelligence said 400 people were wounded."
    )
    document = plain(text)
    reading = reportedly.extract(document)
    found = {
        claim.quantity.low: root for claim, root in zip(reading.claims, roots(document, reading).values(), strict=True)
    }
    assert found[5000] == found[6000]
    assert found[400] != found[6000]


def test_it_is_who_acts_in_its_own_sentence() -> None:
    text = (
        "Ghana's health ministry said 400 people were ill. Togo's army had spoken of 300 ill.\n\n"
        "The health ministry itself had given a number in May, when it counted 250 people who were ill."
    )
    document = plain(text)
    reading = reportedly.extract(document)
    names = {claim.quantity.low: claim.attribution[-1].name for claim in reading.claims if claim.attribution}
    assert names[250] in ("The health ministry itself", "Ghana's health ministry")


HARBOUR = "Fire swept through a market in Peru on Monday, {} said. Chile sent aid. Peru mourned, Peru wept."


def offices(*sources: str, text: str = HARBOUR) -> set[str]:
    """The keys of those who speak in a report with this text."""
    found = set()
    for source in sources:
        document, reading = told(source)
        document = replace(plain(text.format(source)), outlet=document.outlet, address=document.address)
        found.add(origin(document, reading.claims[0]).key)
    return found


def test_an_office_has_one_key_whatever_it_is_called() -> None:
    health = ("the health ministry", "the ministry of health", "the country's health ministry")
    said = (
        "Peru's health ministry",
        "Health Minister Ana Quispe",
        "the Peruvian health ministry",
        "a spokeswoman for the health ministry",
    )
    assert len(offices(*health, *said)) == 1
    assert len(offices("the health ministry", "the interior ministry", "Chile's health ministry")) == 3


def test_whose_an_office_is_a_report_on_two_states_does_not_tell() -> None:
    both = "Peru and Chile closed their border, {} said. Chile had done so before; Peru followed."
    assert offices("the interior ministry", text=both).pop().startswith("?")
    line = "LIMA, March 2 - Peru and Chile closed their border, {} said. Peru had done so before."
    assert offices("the interior ministry", text=line) == offices("Peru's interior ministry")


def test_the_ministry_is_the_only_one_named() -> None:
    one = "The health ministry of Peru counted 40 dead. The number rose, {} said."
    two = "The health ministry of Peru counted 40 dead, its interior ministry 50. The number rose, {} said."
    assert offices("the ministry", text=one) == offices("Peru's health ministry")
    assert offices("the ministry", text=two).pop().startswith("?")


def test_what_describes_a_body_is_no_part_of_its_name() -> None:
    assert root("the aid group Tern Relief").key == root("Tern Relief").key
    assert root("the federation of dockers, QDF").key == root("QDF").key
    assert root("the mayor of Ternford").key != root("Ternford").key


def test_a_state_s_ministry_has_one_key_whoever_of_it_speaks() -> None:
    text = (
        "Tanzania's Ministry of Minerals said 31 miners were trapped. Six deaths have been confirmed, Deputy Minister"
        " Grace Mollel told a news conference."
    )
    document = replace(plain(text), outlet="Tern Dispatch", published="2025-03-05")
    found = roots(document, reportedly.extract(document))
    assert {one.name for one in found.values()} == {"minerals ministry (Tanzania)"}


def test_each_firm_s_profit_is_its_own() -> None:
    pairs = []
    for firm in ("Lintel Corp.", "Orbis Inc."):
        document = replace(plain(f"{firm} said its profit was $27.1 million."), outlet=firm, published="2025-03-05")
        pairs.append((document, reportedly.extract(document)))
    assert len({one.origin.key for one in statements(pairs)}) == 2


def test_who_denies_a_figure_is_not_its_root() -> None:
    pairs = []
    for outlet, text in (
        ("Tern Dispatch", "A guard who did not want to be named said that 20 prisoners had escaped."),
        ("Alder Post", "Kenya's interior minister denied that 20 prisoners had escaped."),
    ):
        document = replace(plain(text), outlet=outlet, published="2025-03-05")
        pairs.append((document, reportedly.extract(document)))
    assert len(statements(pairs)) == 2


@pytest.mark.parametrize(("day", "roots"), [("2025-01-02", 2), ("2025-01-13", 2), ("2025-01-14", 1), ("2025-01-20", 1)])
def test_a_figure_that_was_told_before_is_no_echo(day: str, roots: int) -> None:
    pairs = [told("", 7, "Alder Post", day=day), told("the Kremlin", 7, "Tern Dispatch", day="2025-01-14")]
    assert len({one.origin.key for one in statements(pairs)}) == roots


def pile(*texts: str, outlets: tuple[str, ...] = (), day: str = "2025-03-05") -> list[Pair]:
    """Reports with these texts, each of an outlet of its own."""
    pairs = []
    for number, text in enumerate(texts):
        outlet = outlets[number] if number < len(outlets) else f"Outlet {number}"
        document = replace(plain(text), outlet=outlet, address=f"{number}", published=day)
        pairs.append((document, reportedly.extract(document)))
    return pairs


def of_figures(pairs: list[Pair]) -> dict[int, Origin]:
    """The origin of each figure of a pile, by the figure."""
    known = {claim: one.origin for one in statements(pairs) for claim in one.claims}
    return {int(c.quantity.low or 0): known[c.id] for _, reading in pairs for c in reading.claims}


def test_who_holds_an_office_speaks_for_it_in_every_report() -> None:
    found = of_figures(
        pile(
            "Kenya's Ministry of Transport counted 240 stranded lorries. Permanent secretary Joyce Otieno said 31 more"
            " were on their way.",
            "Joyce Otieno told reporters that 415 lorries were stranded at the border.",
            "A haulier, Peter Rono, said that 900 lorries were stranded at the border.",
        )
    )
    assert found[240].key == found[31].key == found[415].key
    assert found[900].key != found[240].key


def test_a_person_is_one_with_his_title_and_without() -> None:
    said = (
        "the provincial water director, Rosa Huanca",
        "Provincial Water Director Rosa Huanca",
        "Rosa Huanca",
        "Dr Rosa Huanca",
    )
    assert len({root(one).key for one in said}) == 1
    assert root("the member of parliament for Ternford, Rosa Huanca").named
    assert not root("a member of parliament").named
    assert root("General Lintel Corporation").key != root("Lintel Corporation").key


def test_a_common_word_at_the_beginning_is_no_name() -> None:
    for word in ("Police", "Organisers", "MPs", "Hospitals"):
        assert not root(word).named


def test_whose_an_office_is_the_place_before_it_or_the_papers_town_tells() -> None:
    both = "Peru and Chile closed their border. In Santiago the interior ministry said 40 lorries waited."
    assert of_figures(pile(both))[40].key.startswith("CHL")
    home = "Peru and Chile closed their border. The interior ministry said 40 lorries waited."
    assert of_figures(pile(home, outlets=("Arequipa Post",)))[40].key.startswith("PER")
    assert not of_figures(pile(home))[40].named


def test_whose_an_office_is_a_pile_about_one_state_tells() -> None:
    told = "Floods in Ghana killed 40 people, Ghana's interior ministry said."
    more = "Ghana has closed 12 bridges, Ghana's roads ministry said."
    open_ = "The interior ministry counted 650 homes under water on Friday."
    assert of_figures(pile(told, more, open_))[650].key == of_figures(pile(told, more, open_))[40].key
    assert not of_figures(pile(told, "Togo closed 12 bridges, Togo's roads ministry said.", open_))[650].named


def test_its_ministry_is_whose_the_sentence_tells() -> None:
    found = of_figures(
        pile("Peru sent 300 soldiers to the border with Ecuador, its defence ministry said. Ecuador sent none.")
    )
    assert found[300].key.startswith("PER")
    firm = of_figures(pile("Lintel Power of Peru cut off 4,000 homes, its president, Ana Quispe, admitted."))
    assert not firm[4000].key.startswith("PER")


def test_what_a_body_itself_publishes_is_its_word() -> None:
    found = of_figures(
        pile(
            "As of 7 March, 412 cases of measles had been reported. The Red Cross sent 9 nurses.",
            outlets=("World Health Organization",),
        )
    )
    assert found[412].name == "World Health Organization"
    assert not of_figures(pile("As of 7 March, 412 cases of measles had been reported."))[412].named


BULLETIN = "Of our {} members on the roster, 740 stayed out on Monday."


@pytest.mark.parametrize(
    ("outlet", "kind"),
    [
        ("Harbour Pilots' Union", "ngo"),
        ("TPF Tern Pilots Federation", "ngo"),
        ("Ministry of Health, Peru", "government"),
        ("Agency for Fisheries", "government"),
        ("Lintel Water Company", "company"),
        ("UN Resident Coordinator's Office, Peru", "international"),
        ("Press Office of the Presidency", "government"),
        ("Tern Broadcasting Corporation", None),
        ("Tern News Agency", None),
        ("Tern Agency", None),
        ("Army Times", None),
        ("The Union Leader", None),
        ("The Union", None),
        ("Tern Press Association", None),
        ("Pilots and Ports (blog)", None),
        ("Dockside", None),
    ],
)
def test_a_body_by_its_name_is_the_root_of_what_it_publishes_and_a_medium_never_is(
    outlet: str, kind: str | None
) -> None:
    found = of_figures(pile("At noon 740 ships lay off the port.", outlets=(outlet,)))[740]
    assert (found.kind if found.named else None) == kind


@pytest.mark.parametrize(
    ("outlet", "text", "named"),
    [
        ("Tern Without Walls", "Tern Without Walls has 4 clinics. Since May our teams have seen 740 patients.", True),
        ("TernAid International", "Press release\n\nTernAid said on Monday that 12 came. At noon 740 were fed.", True),
        ("TernAid International", "Situation report no. 4\n\nAt noon 740 were fed.", False),  # whose report is it?
        ("Dockside", "Press release\n\nOur teams fed 740 at noon.", False),  # handed on by a paper, maybe
        ("Dockside", "Dockside has been told of it. Our reporter saw 740 people at noon.", False),
        ("Dockside", 'The charity told Dockside: "Our teams are tired." At noon 740 people were fed.', False),
        ("Tern Courier", "Tern Courier\n\nPress release\n\nOur teams fed 740 at noon.", False),
    ],
)
def test_who_publishes_is_a_body_by_its_own_words_where_it_speaks_of_its_own_people(
    outlet: str, text: str, *, named: bool
) -> None:
    assert of_figures(pile(text, outlets=(outlet,)))[740].named is named


def test_a_body_and_its_own_bulletin_are_one_origin_under_all_its_names() -> None:
    found = statements(
        pile(
            "The pilots' union TPF said that 740 pilots stayed out.",
            BULLETIN.format("900"),
            outlets=("Alder Post", "TPF Tern Pilots Federation"),
        )
    )
    assert len({one.origin.key for one in found if one.origin.named}) == 1
    assert all(one.origin.named for one in found)


def test_a_body_speaks_for_itself_by_a_word_for_it_and_its_people() -> None:
    text = "At noon 640 were fed, our doctors say. The union said 740 came. 55 drowned, the police said."
    found = of_figures(pile(text, outlets=("Harbour Pilots' Union",)))
    assert found[640] == found[740]
    assert found[740].name == "Harbour Pilots' Union"
    assert found[55].key != found[740].key


def test_what_a_body_tells_again_of_another_is_not_its_own() -> None:
    text = "# Flood leaves 7,640 homeless\n\nThe authorities say 7,640 people are homeless. At noon 740 were fed."
    found = of_figures(pile(text, outlets=("Tern Relief Society",)))
    assert not found[7640].named
    assert found[740].named


def test_officials_of_one_state_are_not_those_of_another() -> None:
    found = statements(
        pile(
            "Peru's health ministry said seven people had died at the border.",
            "Chilean officials spoke of seven dead at the border.",
        )
    )
    assert len({one.origin.key for one in found}) == 2


def test_an_agency_s_own_dateline_names_nobody() -> None:
    line = "OSLO, May 3 (Tern) - The storm felled 640 trees in the park."
    assert not of_figures(pile(line, outlets=("Tern News Agency",)))[640].named


FLOODED = "Floods in Ghana killed {} people, {} said. Ghana mourned."


def test_a_body_that_is_told_in_words_is_one_in_every_report_and_nobody_s_echo() -> None:
    pairs = [
        told("the Kremlin", 40, "Alder Post", day="2025-03-04"),
        *pile(FLOODED.format(40, "the regional relief office"), "Ghana is dry again, the relief office said: 52 died."),
    ]
    known = {one.origin.name for one in statements(pairs)}
    assert known == {"Kremlin", "regional relief office (Ghana)"}


@pytest.mark.parametrize(
    ("said", "whose"),
    [
        ("the governor", "governor (Ghana)"),
        ("the provincial governor", "governor (Ghana)"),
        ("Governor Ama Owusu", "governor (Ghana)"),
        ("the national flood council", "national flood council (Ghana)"),
        ("the head of the relief bureau, Kofi Mensah,", "relief bureau (Ghana)"),
        ("the mayor", "mayor (Ghana)"),
    ],
)
def test_a_dateline_s_town_is_nobody_s_seat(said: str, whose: str) -> None:
    found = of_figures(pile(f"ACCRA (Tern) - {FLOODED.format(40, said)}"))
    assert found[40].name == whose


def test_whose_an_office_is_the_paragraph_before_it_tells() -> None:
    told = "Togo and Ghana closed their border.\n\nGhana mourned. The toll rose to 40, the health ministry said."
    assert of_figures(pile(told))[40].key.startswith("GHA")
    both = "Togo and Ghana, of which Ghana is larger, closed their border. The health ministry said 40 had died."
    assert not of_figures(pile(both))[40].named


def test_small_figures_of_two_reports_are_nobody_s_echo_where_others_are_counted() -> None:
    army = "Ukraine's military intelligence said that four civilians had died."
    found = statements(pile(army, "Four of the dead are soldiers."))
    assert len({one.origin.key for one in found}) == 2


def test_a_body_and_its_short_name_are_one() -> None:
    children = "The United Nations children's agency, UNICEF, said that 4,100 children were ill."
    assert of_figures(pile(children))[4100].name == "UNICEF"


def test_who_speaks_for_an_office_is_it_in_every_report() -> None:
    found = of_figures(
        pile(
            "Floods in Ghana killed 40 people, said Kofi Mensah, a spokesman for the regional relief office.",
            "Ghana mourned. The regional relief office said that 650 homes were lost.",
            "Ghana mourned. Kofi Mensah told reporters that 31 bridges were closed.",
            "Ghana mourned. Ama Owusu of the regional relief office said that 17 boats were lost.",
        )
    )
    assert {found[number].key for number in (40, 650, 31, 17)} == {"GHA:office:regional relief office"}


@pytest.mark.parametrize(
    ("body", "voices"),
    [
        (
            "Tern Relief",
            (
                "a Tern Relief spokeswoman",
                "Tern Relief's country director, Ana Sol",
                "Ana Sol, deputy head of Tern Relief",
                "Tern Relief director Ana Sol",
            ),
        ),
        ("FDL", ("FDL leader Rui Pena", "the general secretary of FDL", "the dockers' union FDL")),
        ("UNICEF", ("UNICEF's representative in Chad", "the UN's children's fund")),
        ("Bank of England", ("the Bank of England's governor, Mo Tull", "the governor of the Bank of England")),
        ("Ukraine's general staff", ("Ukraine's Armed Forces General Staff", "Kyiv's general staff")),
        ("Niger's health ministry", ("Niger's health minister, Ali Bako", "Niger's Ministry of Public Health")),
        ("Nepal's health ministry", ("Nepal's Ministry of Health and Population",)),
    ],
)
def test_who_speaks_for_a_body_is_the_body(body: str, voices: tuple[str, ...]) -> None:
    assert {root(one).key for one in voices} == {root(body).key}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tern Relief's former director, Ana Sol", "Tern Relief"),
        ("Public Health Director Ana Sol", "Public Health"),
        ("Kurdish leader Ana Sol", "Kurdish"),
        ("the president of Peru's football federation", "Peru's president"),
        ("Bavaria's health ministry", "Germany's health ministry"),
        ("the Texas health department", "the Ohio health department"),
        ("the EU border agency", "the EU"),
        ("UN rights chief Ana Sol", "the United Nations"),
        ("Ukraine's general staff", "Ukraine's armed forces"),
        ("Peru's higher education ministry", "Peru's education ministry"),
        ("Chad's representative to the UN", "the UN"),
    ],
)
def test_who_is_another_body_stays_apart(one: str, other: str) -> None:
    assert root(one).key != root(other).key


def test_the_ministry_of_a_report_is_the_only_one_that_its_neighbours_name() -> None:
    alone = "Chad has lost 125 people to cholera, according to the ministry's daily bulletin. Chad mourns."
    named = "Chad's health ministry said 118 people had died. Its spokesman, Idris Hamid, said 3,510 were ill."
    found = of_figures(pile(named, alone))
    assert found[125].key == found[118].key == found[3510].key
    assert not of_figures(pile(named, alone, "Chad's interior ministry said 99 had died."))[125].named


def test_a_name_is_one_with_the_letters_of_its_own_tongue() -> None:
    found = of_figures(
        pile(
            "Peru mourns: 44 people have died, Peru's National Institute of Civil Defence (Indeci) said.",
            "Floods killed 48 people in Peru, said Luis Vega, head of Indeci.",
        )
    )
    assert found[44].key == found[48].key


def test_whose_an_office_is_the_place_before_it_tells_though_another_was_called_so() -> None:
    found = of_figures(
        pile("In Chad, the health minister said 130 had died. In Niger the health minister said 66 had.")
    )
    assert found[130].key[:3] == "TCD"
    assert found[66].key[:3] == "NER"


NEAR_LINE = "Tarnia mourns. The {} said 14 tankers were held."


def test_a_body_told_without_its_place_is_the_one_told_with_it() -> None:
    named = "The Tarnia Maritime Authority said 12 tankers were held. Norway sent a ship."
    found = of_figures(pile(named, NEAR_LINE.format("Maritime Authority")))
    assert found[12].key == found[14].key
    two = pile(named, "The Skarn Maritime Authority said 9 were held.", NEAR_LINE.format("Maritime Authority"))
    assert len({one.key for one in of_figures(two).values()}) == 3
    far = "Peru mourns. Peru closed its ports. The Maritime Authority said 14 tankers were held."
    assert of_figures(pile(named, far))[14].key != of_figures(pile(named, far))[12].key


def test_whose_a_body_is_by_a_name_that_no_table_has_it_is_of_no_state_told_beside_it() -> None:
    found = of_figures(pile("Norway sent a ship. Norway mourns. Tarnia's coast guard said 11 people had died."))
    assert not found[11].key.startswith("NOR")
    assert found[11].named


def test_a_publisher_is_one_with_its_name_without_its_place() -> None:
    found = of_figures(
        pile(
            "At noon 740 ballots were missing, the board says.",
            "Turnout fell. The National Ports Board said 650 ballots were missing.",
            outlets=("National Ports Board of Tarnia", "Alder Post"),
        )
    )
    assert found[740].key == found[650].key


def test_the_ministry_of_the_country_is_that_of_the_land_the_report_is_about() -> None:
    text = "Cholera has killed 212 people in Haiti this year, according to the country's Health Ministry."
    document = plain(text)
    (claim,) = (one for one in reportedly.extract(document).claims if one.evidence.quote == "212")
    assert origin(document, claim).key == "HTI:office:health ministry"


def test_a_leaders_surname_is_the_persons_whom_the_report_has_told_of() -> None:
    told = "Uzbek water minister Rustam Aliyev met officials.\n\nSome 12,000 hectares will lie dry, Aliyev said."
    alone = "Some 12,000 hectares will lie dry, Aliyev said."
    keys = [origin(plain(text), extract(plain(text)).claims[-1]).key for text in (told, alone)]
    assert keys == ["name:rustam aliyev", "AZE:ilham aliyev"]
