"""A real article is read as a careful reader reads it, and so is every copy of it that tells of other things.

The article is not ours and is no part of the project; where it is absent these tests are skipped. Its copies are made
here by replacing words mechanically, so that whoever tunes a rule to one text fails on its copies.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from reportedly.documents import read
from reportedly.flow import conclude, extract
from reportedly.model import Claim, Document, Finding, Reading, check

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT.parent / "shared/articles/asia-business-daily-engineers.txt"
pytestmark = pytest.mark.skipif(not ARTICLE.is_file(), reason="the article is not here (../shared/articles)")

DONE = ("happened", "ongoing")

# The numbers of the article by what they tell.
NUMBERS = {
    "added": 6000,
    "sent": 14000,
    "total": 20000,
    "hurt": 6000,
    "few": 3000,
    "many": 4000,
    "work": 25000,
    "drop": 5,
}


@dataclass(frozen=True)
class Wanted:
    """A figure by the words around its number; words in braces are numbers and nouns that copies replace."""

    words: str
    number: str
    part: str
    approximator: str
    head: str
    statuses: tuple[str, ...]
    change: str = "level"
    unit: str = "count"


HAPPENED = ("happened",)
WANTED = (
    Wanted("Additional {added}", "added", "headline", "exact", "{Troops}", HAPPENED, "additional"),
    Wanted("Over {drop}%", "drop", "deck", "more_than", "Trade", HAPPENED, "decrease", "percent"),
    Wanted("an additional {added} {engineering}", "added", "body", "exact", "{troops}", ("planned",), "additional"),
    Wanted("more than {sent}", "sent", "body", "more_than", "{troops}", HAPPENED),
    Wanted("exceed {total}", "total", "body", "more_than", "{soldiers}", ("conditional",)),
    Wanted("dispatched {sent}", "sent", "body", "exact", "{troops}", HAPPENED),
    Wanted("around {hurt}", "hurt", "body", "about", "casualties", HAPPENED),
    Wanted("{few} to {many}", "few", "body", "range", "{soldiers}", HAPPENED),
    Wanted("an additional {added} {troops}", "added", "caption", "exact", "{troops}", HAPPENED, "additional"),
    Wanted("by {drop}%", "drop", "body", "exact", "volume", HAPPENED, "decrease", "percent"),
    Wanted("the {added} {engineering}", "added", "body", "exact", "{troops}", ("planned", "expected", "unresolved")),
    Wanted("{work} {technicians}", "work", "body", "exact", "{technicians}", ("expected",)),
)
PLAN, EXCEED, SENT, HURT, DEAD, CAPTION, AGAIN, WORK = (WANTED[i] for i in (2, 4, 5, 6, 7, 8, 10, 11))


@dataclass(frozen=True)
class Copy:
    """The article or a copy: its text, its numbers, and the words that stand for the article's own."""

    name: str
    text: str
    numbers: tuple[tuple[str, int], ...]
    nouns: tuple[tuple[str, str], ...] = ()
    media: str = "Russian media"
    year: str = "2025"

    def fill(self, words: str) -> str:
        """``words`` with its braces filled as in this copy."""
        nouns = dict(self.nouns)
        own = re.sub(r"\{([a-zA-Z]+)\}", lambda m: m[0] if m[1] in NUMBERS else noun(m[1], nouns), words)
        return own.format(**{role: f"{number:,}" for role, number in self.numbers})

    def place(self, wanted: Wanted) -> tuple[int, int]:
        """Where the number of ``wanted`` stands."""
        words = self.fill(wanted.words)
        assert self.text.count(words) == 1, words
        number = f"{dict(self.numbers)[wanted.number]:,}"
        start = self.text.index(words) + words.index(number)
        return start, start + len(number)


def noun(word: str, nouns: dict[str, str]) -> str:
    found = nouns.get(word.lower(), word.lower())
    return found.capitalize() if word[0].isupper() else found


# How copies are made

ADDED = r"(?<![\d,])6,000"  # the rest of that number, once the casualties are told apart
ROLES = (
    (r"(?<=around )6,000", "hurt"),
    (r"14,000", "sent"),
    (r"20,000(?= if)", "total"),
    (r"3,000(?= to 4,000)", "few"),
    (r"4,000(?= soldiers)", "many"),
    (r"25,000", "work"),
    (r"(?<=Over )5(?=%)|(?<=by )5(?=%)", "drop"),
)


def numbered(copy: Copy, numbers: dict[str, int]) -> Copy:
    """Other numbers. One pass, so that no new number is taken for an old one."""
    roles = "|".join(f"(?P<{role}>{pattern})" for pattern, role in ROLES)
    every = re.compile(f"{roles}|(?P<added>{ADDED})")
    text = every.sub(lambda match: f"{numbers[match.lastgroup or '']:,}", copy.text)
    return replace(copy, text=text, numbers=tuple(numbers.items()))


def other_numbers(seed: int) -> dict[str, int]:
    """Numbers that stand to each other as the article's do: the dead within the casualties, the sum over the total."""
    draw = random.Random(seed)
    unit = draw.choice((10, 100, 1000))
    sent, added = draw.randint(20, 80), draw.randint(11, 19)
    few = draw.randint(2, 5)
    numbers = {"added": added, "sent": sent, "total": sent + added - draw.randint(1, 5), "work": draw.randint(90, 99)}
    numbers |= {"few": few, "many": few + draw.randint(1, 2), "hurt": draw.randint(8, 10)}
    return {role: number * unit for role, number in numbers.items()} | {"drop": draw.randint(2, 40)}


def worded(text: str, words: dict[str, str]) -> str:
    """Whole words and phrases replaced in one pass, the longest first."""
    phrases = "|".join(re.escape(phrase) for phrase in sorted(words, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{phrases})(?!\w)", lambda match: words[match[0]], text)


COUNTRIES = {
    "North Korea": "Belarus",
    "North Korean": "Belarusian",
    "South Korean": "Latvian",
    "Korean Peninsula": "Baltic coast",
    "Korean War": "Winter War",
    "Russia": "Serbia",
    "Russian": "Serbian",
    "China": "Hungary",
    "Chinese": "Hungarian",
    "Ukraine": "Moldova",
    "Ukrainian": "Moldovan",
    "Pyongyang": "Minsk",
    "Kursk": "Vranje",
    "Israel-Iran": "Peru-Chile",
    "Taiwan": "Gotland",
    "Taiwan Strait": "Gotland Strait",
    "Seoul": "Riga",
}
PEOPLE = {
    "Kim Jongun": "Maria Lindqvist",
    "Sergey Shoigu": "Tomas Okoro",
    "Vladimir Putin": "Jorge Salinas",
}
DATES = {"2021": "2014", "2024": "2017", "2025": "2018", "17th": "9th", "13th": "4th", "75th": "60th", "June": "March"}
PEOPLES = {
    "nurses": {"troops": "nurses", "troop": "nurse", "soldiers": "medics", "engineering": "surgical"}
    | {"combat": "care", "technicians": "cleaners", "soldier": "medic"},
    "teachers": {"troops": "teachers", "troop": "teacher", "soldiers": "tutors", "engineering": "language"}
    | {"combat": "sports", "technicians": "gardeners", "soldier": "tutor"},
}


def abroad(copy: Copy) -> Copy:
    return replace(copy, text=worded(copy.text, COUNTRIES), media=worded(copy.media, COUNTRIES))


def among_others(copy: Copy) -> Copy:
    return replace(copy, text=worded(copy.text, PEOPLE))


def earlier(copy: Copy) -> Copy:
    return replace(copy, text=worded(copy.text, DATES), year=DATES[copy.year])


def of(people: str) -> Callable[[Copy], Copy]:
    """Others are sent: nouns and their adjectives, also where they are written with a capital."""

    def turned(copy: Copy) -> Copy:
        words = PEOPLES[people]
        both = words | {word.capitalize(): other.capitalize() for word, other in words.items()}
        return replace(copy, text=worded(copy.text, both), nouns=tuple(words.items()))

    return turned


# A sentence that opens with one of these leans on the one before it.
LEANING = re.compile(
    r"(?:\w+ ){0,2}(?:this|these|those|such|it|they|he|however|separately|the country)\b", re.IGNORECASE
)


def shuffled(seed: int) -> Callable[[Copy], Copy]:
    """Paragraphs in another order, and sentences where none leans on another; the opening and the close stay."""

    def turned(copy: Copy) -> Copy:
        draw = random.Random(seed)
        top, opening, last = split(copy.text)
        blocks = list(joined(opening[1:]))
        draw.shuffle(blocks)
        lines = [*top, mixed(opening[0], draw), *(mixed(line, draw) for block in blocks for line in block), *last]
        return replace(copy, text="\n".join(lines) + "\n")

    return turned


def split(text: str) -> tuple[list[str], list[str], list[str]]:
    """Headline and deck, paragraphs, closing line."""
    lines = text.strip("\n").split("\n")
    first = next(i for i, line in enumerate(lines) if line.endswith("."))
    return lines[:first], lines[first:-1], lines[-1:]


def joined(lines: list[str]) -> Iterator[list[str]]:
    """Paragraphs with those that lean on them by their first word."""
    block: list[str] = []
    for line in lines:
        if block and not LEANING.match(line):
            yield block
            block = []
        block.append(line)
    yield block


def mixed(line: str, draw: random.Random) -> str:
    """The sentences of a paragraph in another order, where none leans on another and none credits a photo."""
    sentences = re.split(r"(?<=[a-z]\.) (?=[A-Z0-9])", line)
    if "Photo by" in line or any(LEANING.match(sentence) for sentence in sentences):
        return line
    draw.shuffle(sentences)
    return " ".join(sentences)


def number(seed: int) -> Callable[[Copy], Copy]:
    return lambda copy: numbered(copy, other_numbers(seed))


# Numbers first: their places are found by the article's own words.
MAKERS: dict[str, tuple[Callable[[Copy], Copy], ...]] = {
    "the article": (),
    "numbers 1": (number(1),),
    "numbers 2": (number(2),),
    "numbers 3": (number(3),),
    "countries": (abroad,),
    "names": (among_others,),
    "dates": (earlier,),
    "nurses": (of("nurses"),),
    "teachers": (of("teachers"),),
    "order 1": (shuffled(1),),
    "order 2": (shuffled(2),),
    "all 1": (number(4), shuffled(4), abroad, among_others, earlier, of("nurses")),
    "all 2": (number(5), shuffled(5), abroad, among_others, earlier, of("teachers")),
}


@cache
def made(name: str) -> Copy:
    copy = Copy(name, ARTICLE.read_text("utf-8"), tuple(NUMBERS.items()))
    for maker in MAKERS[name]:
        copy = maker(copy)
    return copy


Read = tuple[Copy, Document, Reading]


@pytest.fixture(params=MAKERS, scope="module")
def read_copy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """A copy as a file of bare text, its document and its reading."""
    copy = made(request.param)
    path = tmp_path_factory.mktemp("copy") / "article.txt"
    path.write_text(copy.text, "utf-8", newline="")
    (document,) = read(str(path))
    assert isinstance(document, Document)
    return copy, document, extract(document)


def claim_of(found: Read, wanted: Wanted) -> Claim | None:
    copy, _, reading = found
    start, end = copy.place(wanted)
    return next((c for c in written(reading) if c.evidence.start < end and start < c.evidence.end), None)


def written(reading: Reading) -> list[Claim]:
    return [claim for claim in reading.claims if claim.kind == "figure" and claim.basis == "written"]


def bounds(copy: Copy, wanted: Wanted) -> tuple[Fraction | None, Fraction | None]:
    low = Fraction(dict(copy.numbers)[wanted.number])
    high = Fraction(dict(copy.numbers)["many"]) if wanted.approximator == "range" else low
    return low, None if wanted.approximator == "more_than" else high


def faults(found: Read, wanted: Wanted) -> list[str]:
    """What is wrong with one figure, told as slot and value."""
    copy, claim = found[0], claim_of(found, wanted)
    words = copy.fill(wanted.words)
    if claim is None:
        return [f"{words}: not found"]
    quantity = claim.quantity
    head = claim.counted.head.quote if claim.counted else None
    unit = "count" if quantity.unit == "person" else quantity.unit
    right = {
        f"{quantity.low}..{quantity.high}": (quantity.low, quantity.high) == bounds(copy, wanted),
        quantity.approximator: quantity.approximator == wanted.approximator,
        f"head {head}": head == copy.fill(wanted.head),
        f"status {claim.status}": claim.status in wanted.statuses,
        f"part {claim.part}": claim.part == wanted.part,
        f"change {quantity.change}": quantity.change == wanted.change or wanted is AGAIN,
        f"unit {unit}": unit == wanted.unit,
    }
    return [f"{words}: {slot}" for slot, good in right.items() if not good]


def test_every_figure_is_read_in_every_slot(read_copy: Read) -> None:
    assert [fault for wanted in WANTED for fault in faults(read_copy, wanted)] == []


def test_there_is_no_false_figure(read_copy: Read) -> None:
    met = {claim.id for wanted in WANTED if (claim := claim_of(read_copy, wanted))}
    assert [f"{c.evidence.quote}: {c.context.quote}" for c in written(read_copy[2]) if c.id not in met] == []


def claim_at(found: Read, wanted: Wanted) -> Claim:
    claim = claim_of(found, wanted)
    assert claim is not None
    return claim


def test_the_dead_are_part_of_the_casualties(read_copy: Read) -> None:
    assert claim_at(read_copy, DEAD).part_of == claim_at(read_copy, HURT).id
    assert [c.evidence.quote for c in written(read_copy[2]) if c.part_of] == [claim_at(read_copy, DEAD).evidence.quote]


def test_the_total_hangs_on_its_condition(read_copy: Read) -> None:
    condition = claim_at(read_copy, EXCEED).condition
    assert condition is not None
    assert condition.quote == "if the additional deployment takes place"


# The conditions of the article by words that no copy replaces: those of the condition, those of what hangs on it.
CONDITIONS = (
    ("if the additional deployment takes place", "will exceed"),
    ("in the event of a crisis on", "could be weakened"),
    ("engages in military provocations or creates instability", "may find it difficult to control"),
    ("Once these personnel acquire the necessary skills and return to", "will begin mass-producing drones"),
    ("were to launch a drone-based military provocation", "it would be difficult to develop effective countermeasures"),
)


def test_every_condition_is_read_with_what_hangs_on_it(read_copy: Read) -> None:
    ties = [tie for tie in read_copy[2].ties if tie.kind in ("if", "unless", "once")]
    assert len(ties) == len(CONDITIONS)
    for condition, hanging in CONDITIONS:
        (tie,) = [tie for tie in ties if condition in tie.antecedent.quote]
        assert tie.consequent is not None
        assert hanging in tie.consequent.quote
        assert condition not in tie.consequent.quote
        assert hanging not in tie.antecedent.quote


def test_the_total_is_the_figure_that_a_condition_governs(read_copy: Read) -> None:
    (tie,) = [tie for tie in read_copy[2].ties if CONDITIONS[0][0] in tie.antecedent.quote]
    assert claim_at(read_copy, EXCEED).id in tie.claims


def test_reasons_are_links_and_no_facts(read_copy: Read) -> None:
    reasons = [tie for tie in read_copy[2].ties if tie.kind == "reason"]
    assert any("bodies of" in tie.antecedent.quote for tie in reasons)
    assert all(tie.words.quote.lower().startswith("because") for tie in reasons)


def test_plans_forecasts_and_conditions_are_announced(read_copy: Read) -> None:
    _, document, reading = read_copy
    outlook = conclude([document], [reading]).outlook
    told = {(entry.prospect.kind, claim) for entry in outlook for claim in entry.claims}
    assert ("plan", claim_at(read_copy, PLAN).id) in told
    assert ("forecast", claim_at(read_copy, WANTED[11]).id) in told
    assert ("condition", claim_at(read_copy, EXCEED).id) in told
    assert sum(entry.prospect.kind == "condition" for entry in outlook) == len(CONDITIONS)
    assert any(entry.prospect.what.quote.startswith("focus on defending") for entry in outlook)
    assert {entry.state for entry in outlook} == {"open"}
    for entry in outlook:
        check(document, entry.prospect.what)
        check(document, entry.prospect.context)


def test_what_was_done_is_not_announced(read_copy: Read) -> None:
    _, document, reading = read_copy
    announced = {claim for entry in conclude([document], [reading]).outlook for claim in entry.claims}
    assert not announced & {claim.id for claim in written(reading) if claim.status in DONE}


def test_the_caption_names_who_says_it(read_copy: Read) -> None:
    named = [step for step in claim_at(read_copy, CAPTION).attribution if step.span]
    assert [step.source for step in named][-1] == read_copy[0].media
    assert named[-1].span is not None
    assert read_copy[0].media in named[-1].span.quote


def test_each_figure_has_its_chain(read_copy: Read) -> None:
    nobody = ("unnamed", "unnamed")
    roots = {
        (SENT.words, SENT.number): [(*nobody, "asserts")],  # "are credited with"
        (HURT.words, HURT.number): [(*nobody, "asserts")],  # "it is reported"
        (DEAD.words, DEAD.number): [(*nobody, "asserts")],  # "it is estimated"
        (WORK.words, WORK.number): [(*nobody, "supposes")],  # "is expected to"
        (CAPTION.words, CAPTION.number): [
            ("Yonhap News", "agency", "asserts"),
            (read_copy[0].media, "media", "asserts"),
        ],
    }
    for wanted in WANTED:
        steps = [step for step in claim_at(read_copy, wanted).attribution if step.words]
        told = [(step.source, step.kind, step.stance) for step in steps]
        assert told == roots.get((wanted.words, wanted.number), []), wanted.words


def test_a_figure_told_again_points_to_the_first(read_copy: Read) -> None:
    assert claim_at(read_copy, AGAIN).same_as == claim_at(read_copy, PLAN).id


def test_the_year_of_publication_is_inferred_with_reasons(read_copy: Read) -> None:
    copy, document, reading = read_copy
    assert document.published is None
    assert reading.published is not None
    when = reading.published.when
    assert {(when.start or "")[:4], (when.end or "")[:4]} == {copy.year}
    assert reading.published.reasons
    for reason, span in reading.published.reasons:
        assert reason
        check(document, span)


def findings(found: Read) -> tuple[Finding, ...]:
    _, document, reading = found
    return conclude([document], [reading]).findings


def test_both_headline_findings_are_told(read_copy: Read) -> None:
    copy, by_id = read_copy[0], {claim.id: claim for claim in read_copy[2].claims}
    told = {(f.kind, f.strength, by_id[f.claims[0]].part): f for f in findings(read_copy)}
    bound = told["bound_changed", "tension", "deck"]
    plan = told["plan_told_as_deed", "contradiction", "headline"]
    assert claim_at(read_copy, WANTED[9]).id in bound.claims
    assert claim_at(read_copy, PLAN).id in plan.claims
    assert f"{dict(copy.numbers)['drop']}%" in bound.sentence
    assert f"{dict(copy.numbers)['added']:,}" in plan.sentence


def test_there_is_no_false_finding(read_copy: Read) -> None:
    by_id = {claim.id: claim for claim in read_copy[2].claims}
    told = sorted((f.kind, f.strength, by_id[f.claims[0]].part) for f in findings(read_copy))
    # The caption has its deed from a source of its own, so that against the plan it is worth a note only.
    assert told == [
        ("bound_changed", "tension", "deck"),
        ("plan_told_as_deed", "contradiction", "headline"),
        ("plan_told_as_deed", "note", "caption"),
    ]


def test_the_copies_are_copies() -> None:
    texts = {name: made(name).text for name in MAKERS}
    assert len(set(texts.values())) == len(MAKERS) >= 9
    for name, text in texts.items():
        assert len(text.strip().split("\n")) == len(texts["the article"].strip().split("\n")), name
        for wanted in WANTED:
            made(name).place(wanted)
    assert not re.search("Korea|Kim|Putin|2025|troops|Troops|14,000", texts["all 1"])
