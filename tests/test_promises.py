"""Plans that hang on a condition or have no day; fates told by what was not done, by the day or in one breath."""

from dataclasses import replace

import pytest

from reportedly.flow import conclude, extract, plain
from reportedly.model import Document, Reading


def read(text: str, outlet: str = "Tern Post", day: str = "2026-03-02") -> tuple[Document, Reading]:
    document = replace(plain(text), address=f"{outlet}.txt", outlet=outlet, published=day, published_basis="given")
    return document, extract(document)


def states(*pairs: tuple[Document, Reading]) -> list[str]:
    told = conclude(*zip(*pairs, strict=True)).outlook
    return [one.state for one in told if one.document == pairs[0][0].id]


@pytest.mark.parametrize(
    ("text", "what", "condition"),
    [
        (
            "Vaccination begins on 28 March, subject to the arrival of the doses.",
            "begins on 28 March, subject to the arrival of the doses",
            "subject to the arrival of the doses",
        ),
        (
            "Unless another $2 million is found by April, the clinic in Gulu will have to close.",
            "the clinic in Gulu will have to close",
            "Unless another $2 million is found by April",
        ),
        ("All seven ferries must stay in port until further notice.", "stay in port until further notice", None),
        ("The bridge is closed until further notice.", "closed until further notice", None),
    ],
)
def test_a_plan_may_hang_on_something_or_have_no_day(text: str, what: str, condition: str | None) -> None:
    (one,) = read(text)[1].prospects
    assert one.what.quote == what
    assert (one.condition and one.condition.quote) == condition


@pytest.mark.parametrize("text", ["The mine must remain closed until the inquiry is over.", "You have to close it."])
def test_what_sets_no_day_and_waits_for_no_notice_is_no_plan(text: str) -> None:
    assert read(text)[1].prospects == ()


def test_the_term_of_a_condition_is_its_own() -> None:
    (one,) = read("The agency said it would have to halve rations unless $9 million arrived within a week.")[
        1
    ].prospects
    assert one.when is None


@pytest.mark.parametrize(
    ("plan", "later", "state"),
    [
        (
            "The vaccination of 85,000 children in Lusaka begins on 28 March, subject to the arrival of the doses.",
            "In Lusaka the vaccination of children has yet to begin; the doses are still in Dubai.",
            "not_by_date",
        ),
        (
            "The mayor of Riga promised to clear the square by 1 April.",
            "The first of April came and went without the square in Riga being cleared.",
            "not_by_date",
        ),
        (
            "The port of Beira is to get two new cranes by 30 April.",
            "The two cranes that Beira had been promised for April have still not come.",
            "not_by_date",
        ),
        (
            "The bank in Lagos will open 12 branches by 1 December.",  # its day is still to come
            "The bank in Lagos has yet to open a branch.",
            "open",
        ),
        (
            "The team will clear the mines near Mosul by 30 April.",
            "The envoy, who was to visit Mosul on 3 May, stayed away.",
            "open",
        ),
        (
            "The queen will open the museum in Ghent on 4 May.",
            "The queen, who was to open the museum in Ghent on 4 May, sent her brother.",
            "not_by_date",
        ),
        (
            "The airline in Porto promised to rehire 150 stewards.",
            "In Porto 63 stewards have been rehired so far by the airline, of the 150 it had promised.",
            "partly",
        ),
        (
            "The Holm quarry in Skien will close for good on 31 March, its owner said.",
            "The last lorry left the Holm quarry near Skien on 31 March, as announced.",
            "came_about",
        ),
        (
            "The tax board in Cork must rule on the merger by 15 March.",
            "Cork tax board rules on merger\n\nThe ruling of the tax board in Cork came on 5 April, three weeks after"
            " its own deadline.",
            "not_by_date",
        ),
        (
            "The trawler firm in Vigo will appeal against the fine.",
            "The appeal of the trawler firm in Vigo against the fine was thrown out in April.",
            "came_about",
        ),
        (
            "All schools in Durango will stay closed until further notice.",
            "The schools in Durango reopened last Monday.",
            "overtaken",
        ),
        (
            "All schools in Durango will stay closed until further notice.",
            "The schools in Durango did not reopen on Monday.",
            "open",
        ),
        (
            "The union in Gdansk will ask the labour court to lift the ban on night work.",
            "The labour court in Gdansk declared void the ban on night work.",
            "came_about",
        ),
        (
            "The clinic in Mwanza will carry out all eye operations by 30 April.",
            "The clinic in Mwanza had carried out all but 70 eye operations by Friday.",
            "partly",
        ),
    ],
)
def test_a_fate_is_told_by_what_was_not_done_or_by_its_day(plan: str, later: str, state: str) -> None:
    assert states(read(plan), read(later, "Lark Daily", "2026-05-20")) == [state]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The minister, who was to come to Osh on 20 February, never did.", "not_by_date"),
        ("The truce in Erbil was to run out on 10 February. It was renewed, for a year this time.", "overtaken"),
        ("The truce in Erbil was to run out on 10 February. It was broken twice.", "open"),
        ("The museum is to open on 20 April. It never did pay.", "open"),
        ("The march that was to begin in Osh on 20 February had been put on ice the day before.", "overtaken"),
        ("The march that was to begin in Osh on 20 February drew few people.", "open"),
    ],
)
def test_a_plan_of_the_past_may_be_told_with_its_fate(text: str, state: str) -> None:
    assert states(read(text)) == [state]
