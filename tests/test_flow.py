"""The names a Python user meets: quantities, times and names of plain text and of documents, each with its place."""

from fractions import Fraction

import reportedly
from reportedly.model import Document, Part, check

TEXT = (
    "South Korea's spy agency said on Tuesday that about 600 soldiers had been killed near Kursk since early January. "
    "도시 인구는 3만 명이다. 🚑 Another 40 are missing."
)


def document(published: str | None = "2025-02-12") -> Document:
    return Document("a", TEXT, (Part("body", 0, len(TEXT)),), published=published)


def test_quantities_come_with_what_they_count() -> None:
    found = reportedly.quantities(document())
    assert [(a.quantity.low, a.counted.head.quote if a.counted else None) for a in found] == [
        (Fraction(600), "soldiers"),
        (Fraction(40), "missing"),
    ]
    for amount in found:
        check(document(), amount.span)


def test_times_lean_on_the_day_of_publication_and_on_nothing_else() -> None:
    found = {timed.span.quote: timed for timed in reportedly.times(document())}
    assert found["Tuesday"].when.start == found["Tuesday"].when.end == "2025-02-11"
    assert found["early January"].when.start == "2025-01-01"
    unknown = {timed.span.quote: timed.when for timed in reportedly.times(document(None))}
    assert (unknown["Tuesday"].start, unknown["Tuesday"].end) == (None, None)
    given = {timed.span.quote: timed.when for timed in reportedly.times(TEXT, "2024-02-12")}
    assert given["early January"].start == "2024-01-01"


def test_names_come_with_the_codes_that_are_certain() -> None:
    found = {named.span.quote: named for named in reportedly.names(document())}
    assert found["South Korea"].actor == "KOR"
    assert found["South Korea's spy agency"].actor == "KOR/SPY"
    assert (found["Kursk"].kind, found["Kursk"].country) == ("place", "RUS")
    for named in found.values():
        check(document(), named.span)


def test_plain_text_is_enough() -> None:
    assert [amount.span.quote for amount in reportedly.quantities("Twelve ships left in May.")] == ["Twelve"]
    assert [timed.span.quote for timed in reportedly.times("Twelve ships left in May.")] == ["May"]
    assert reportedly.names("") == reportedly.times("") == reportedly.quantities("") == ()
