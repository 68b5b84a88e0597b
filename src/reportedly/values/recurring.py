"""Words become values: what comes back: "every Monday", "daily", "twice a week".

Such a time has a value and no bounds.
"""

from __future__ import annotations

from fractions import Fraction

from reportedly.values import clocks, counted, digits
from reportedly.values.anchors import Node, Numeric
from reportedly.values.clocks import Clock
from reportedly.values.lengths import Often, iso
from reportedly.values.lexicons import entry, words
from reportedly.values.scan import Scan
from reportedly.values.timewords import count, day, month, ordinal, stem, table, weekday, weekdays

Read = tuple[int, Node]

MONTHS = 12  # in digits what is higher is a day


def recurring(text: Scan, at: int) -> Read | None:
    """ "every Monday", "each of the past three years", "daily", "twice a week"."""
    if text.low(at) in words("dates", "every", "words"):
        return _every(text, at)
    found = table("sets").starting(text, at)
    if found is not None:
        last, value = found
        if text.capital(at) and (text.capital(at - 1) or text.capital(last)):
            return None  # "The Asia Business Daily": a name
        if text.low(at) == "quarterly" and _names(text, last):
            return None  # "a quarterly dividend" tells what it is called
        articled = text.low(at) in ("a", "an")
        rated = text.before(at) in words("dates", "rates", "before")
        return (last, Often(value)) if not articled or rated else None
    plural = stem(text, at)
    if plural == "weekends" and text.kind(at - 1) != "n" and text.before(at) in ("", "on", "during", "at", "and", "or"):
        return at + 1, Often("XXXX-WXX-WE")
    if plural in words("dates", "working", "plurals") and text.before(at) in ("", "on", "during", "at", "and", "or"):
        return at + 1, Often("P1WD")
    if plural in ("mornings", "afternoons", "evenings", "nights") and not text.capital(at):
        part_ = clocks.part(text, at)
        counted_ = text.kind(at - 1) == "n" or text.before(at) in (
            "the",
            "of",
            "sleepless",
            "many",
            "two",
            "three",
            "few",
        )
        return (at + 1, Often(f"XXXX-XX-XXT{part_[1].code}")) if part_ and not counted_ else None
    if plural.endswith("s") and plural[:-1] in weekdays() and len(plural) > 6:
        night = clocks.part(text, at + 1)
        value = f"XXXX-WXX-{weekdays()[plural[:-1]]}" + (f"T{night[1].code}" if night else "")
        return (night[0] if night else at + 1), Often(value)
    return None


def _names(text: Scan, at: int) -> bool:
    """Whether a noun stands at ``at``, or "of" what an adjective became the name of: "the quarterly of five cents"."""
    return (
        text.kind(at) == "w"
        and text.gap(at) < 2
        and (text.low(at) == "of" or text.low(at) not in words("dates", "day_ends", "words"))
    )


def day_of_every(text: Scan, at: int) -> Read | None:
    """ "the 19th of every month"."""
    place = at + 1 if text.low(at) == "the" else at
    found = ordinal(text, place, 31)
    if found is None or text.next_low(found[0]) != "of" or text.next_low(found[0] + 1) not in ("every", "each"):
        return None
    last = found[0] + 2
    return (last + 1, Often(f"XXXX-XX-{found[1]:02}")) if text.next_low(last) == "month" else None


def _every(text: Scan, at: int) -> Read | None:
    last, factor = at + 1, Fraction(1)
    if (day_told := _in_digits(text, last)) is not None:
        return day_told
    if text.next_low(last) == "weekend":
        return last + 1, Often("XXXX-WXX-WE")
    if text.next_low(last) in words("dates", "working", "words"):
        return last + 1, Often("P1WD")
    if text.next_low(last) in words("dates", "every", "alternate"):
        last, factor = last + 1, Fraction(2)
    elif number := count(text, last):
        last, factor = number[0], number[1] or Fraction(1)
    told = counted.counted_unit(text, last)
    if told:
        return told[0], Often(iso(factor, told[1]))
    day_, month_, part_ = weekday(text, last), month(text, last), clocks.part(text, last)
    if day_:
        more = clocks.part(text, day_[0])
        return (more[0] if more else day_[0]), Often(f"XXXX-WXX-{day_[1]}" + (f"T{more[1].code}" if more else ""))
    if month_:
        behind = day(text, month_[0]) if text.gap(month_[0]) < 2 else None
        shown = f"XXXX-{month_[1]:02}" + (f"-{behind[1]:02}" if behind else "")
        return (behind or month_)[0], Often(shown)
    name = entry("dates", "seasons").get(stem(text, last))
    if part_ or name:
        return last + 1, Often(f"XXXX-XX-XXT{part_[1].code}" if part_ else f"XXXX-{name}")
    return None


def _in_digits(text: Scan, at: int) -> Read | None:
    """The day of "every 4/15"."""
    found = digits.short(text, at, led=True)
    node = found[1] if found else None
    if found is None or not isinstance(node, Numeric) or node.year is not None or max(node[1:]) <= MONTHS:
        return None
    return found[0], Often(f"XXXX-{min(node[1:]):02}-{max(node[1:]):02}")


def at_clock(value: str, clock: Clock) -> str:
    """The value of what comes back at a time of the day."""
    late = clock.either and value.endswith(("TNI", "TEV", "TAF", "P1NI"))
    hour, minute = divmod(clock.minutes + (clocks.HALF_DAY if late else 0), 60)
    day = value.partition("T")[0] if value.startswith("XXXX") else "XXXX-XX-XX"
    return f"{day}T{hour:02}:{minute:02}"
