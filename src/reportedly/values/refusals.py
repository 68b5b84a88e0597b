"""Words that look like values are refused here, before they are read as amounts: names, dates, years, ordinals, codes.

Each rule sees the pieces around one place and answers with the stretch it refuses and a reason, or with nothing. What
the rules know stands in ``refusals.toml``; the rules know only how such things are built.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache

from reportedly.frozen import dataclass
from reportedly.values import addresses, cardinals, hedges, hours, idioms, labels, lists, numerals, scores, units
from reportedly.values.expressions import Expression, is_lasting
from reportedly.values.lexicons import words
from reportedly.values.ones import befallen, beside, is_odds, one_of_before
from reportedly.values.scan import Scan
from reportedly.values.shapes import WINDOW, is_term, plural, run_end, titled

# A day of a month, a year as news writes it, and years so likely that only a people's noun makes a count of them.
DAYS = 31
FIRST_YEAR, LAST_YEAR = 1000, 2100
DATED = 5  # words from a year back to what dates from it
FIRST_MODERN, FIRST_USUAL = 1400, 1900
# "Above 1850" compares with a year: nothing is on record from before.
FIRST_COMPARED = 1800
# Years that "2026-29" may span.
LONGEST_TERM = 30
TYING = frozenset({"-", "/", ":", "%", "°"})
# From here on digits with commas between are a list: two may be a decimal with its comma.
TIGHT = 3


@dataclass(frozen=True, slots=True)
class Refusal:
    """Tokens [first, last) that hold a number and are no figure, with the reason; ``read`` where it was read."""

    first: int
    last: int
    reason: str
    read: Expression | None = None


Rule = Callable[[Scan, int], Refusal | None]


def early(text: Scan, at: int, *, floor: int = 0) -> Refusal | None:
    """The refusal of what begins at ``at``, or None; it never begins before ``floor``."""
    kind = text.kind(at)
    if kind not in ("n", "w", "s"):
        return Refusal(at, at + 1, kind)
    for rule in DIGIT_RULES if kind == "n" else _by_word().get(text.low(at), ()) if kind == "w" else ():
        found = rule(text, at)
        if found is not None:
            return Refusal(max(found.first, floor), found.last, found.reason)
    return None


@cache
def openers() -> frozenset[str]:
    """The words, in lower case, that the rules for words may refuse at."""
    return frozenset(_by_word())


@cache
def numbered() -> frozenset[str]:
    """The words that a rule may refuse at other than as the first of a saying."""
    return frozenset(word for word, rules in _by_word().items() if rules != (_saying,))


@cache
def _by_word() -> dict[str, tuple[Rule, ...]]:
    """For each word the rules that may refuse something there, in their order."""
    numbers = {*cardinals.ones(), *cardinals.tens(), *words("numbers", "ordinals", "words")}
    asked: list[tuple[Rule, set[str]]] = [
        (_saying, set(idioms.openers())),
        (_year_in_words, numbers),
        (_ordinal_word, numbers),
        (_capital_number, numbers),
    ]
    asked += [(_stretch_of_time, {"a", "an"}), (_labelled_word, numbers), (_clock, {"half", "quarter"})]
    asked += [(_spelt_item, numbers), (_or_two, {"two", "three"}), (_clock, set(cardinals.ones()))]
    every = {word for _, listed in asked for word in listed}
    return {word: tuple(rule for rule, listed in asked if word in listed) for word in every}


# Sayings and names made of words


def _saying(text: Scan, at: int) -> Refusal | None:
    named = idioms.names().starting(text, at)
    if named is not None:
        return Refusal(at, named[0], "name")
    said = idioms.idioms().starting(text, at)
    counted = said is not None and text.next_low(at + 1) == "of" and numerals.starts(text, said[0])
    told = text.low(at) == "one" and (beside(text, at) or befallen(text, at + 1) or one_of_before(text, at))
    if counted or told:
        return None
    if said is not None and text.low(said[0] - 1) == "one" and is_odds(text, said[0]):
        return None  # "put the odds at one in ten"
    if text.low(at) == "as" and text.before(at) in ("many", "much", "few", "little"):
        return None  # "as many as one in three"
    if said is None or (text.glued(at) and text.low(at - 1) == "-") or (text.hyphen(said[0]) and said[0] == at + 1):
        return None
    return Refusal(at, said[0], "idiom")


def _stretch_of_time(text: Scan, at: int) -> Refusal | None:
    """ "a year", "an hour": the article counts nothing."""
    after = text.next_low(at + 1)
    if text.low(at) not in ("a", "an") or after not in words("refusals", "idioms", "a_of_time") or after == "second":
        return None
    if text.next_low(at + 2) == "or" and text.next_low(at + 3) == "two" and not is_lasting(text, at):
        return Refusal(at, at + 4, "span_of_time")  # "gone in a year or two"
    parted = cardinals.and_a_half(text, at + 2, Fraction(1))[1] > at + 2
    hedged = after in words("units", "articles", "durations") and hedges.before(text, at).approximator != "exact"
    return None if parted or hedged or is_lasting(text, at) else Refusal(at, at + 2, "span_of_time")


def _or_two(text: Scan, at: int) -> Refusal | None:
    """ "A delegate or two": some, and two of nothing else."""
    led = text.low(at - 1) == "or" and text.kind(at - 2) == "w" and text.low(at - 3) in ("a", "an")
    noun = text.kind(at + 1) == "w" and text.low(at + 1) not in words("refusals", "one", "not_nouns")
    return Refusal(at, at + 1, "idiom") if led and not noun else None


def _ordinal_word(text: Scan, at: int) -> Refusal | None:
    tail = text.low(at + 2) if text.low(at) in cardinals.tens() and text.hyphen(at + 1) else ""
    listed = words("numbers", "ordinals", "words")
    if tail in listed:
        return _dated(text, at, at + 3)
    return _dated(text, at, at + 1) if text.low(at) in listed else None


def _year_in_words(text: Scan, at: int) -> Refusal | None:
    """ "nineteen eighty-four", "twenty twenty-five"."""
    if text.low(at) not in ("sixteen", "seventeen", "eighteen", "nineteen", "twenty"):
        return None
    after = text.next_low(at + 1)
    teen = cardinals.ones().get(after, 0) > 9
    parts = cardinals.denominator(text, at + 1)
    if not (after in cardinals.tens() or teen) or (parts and parts[2]):
        return None  # "twenty twenty-fifths"
    return Refusal(at, at + 4 if text.hyphen(at + 2) and text.low(at + 3) in cardinals.ones() else at + 2, "year")


def _capital_number(text: Scan, at: int) -> Refusal | None:
    """ "the Six Nations", "a Five-Year Plan": a capital before another, where the line is no headline."""
    word = text.low(at) in cardinals.ones() or text.low(at) in cardinals.tens()
    if not (word and text.capital(at)) or text.gap(at) == 2 or text.low(at - 1) in {".", "!", "?", ":", ";"}:
        return None
    if text.low(at - 1) == "-" and text.gap(at) == 1:
        return None  # "KABUL (Reuters) - Seven Taliban militants were killed"
    after = at + 2 if text.hyphen(at + 1) else at + 1
    if not text.capital(after) or text.gap(after) == 2 or titled(text, at):
        return None
    return Refusal(at, after + 1, "name")


def _labelled(text: Scan, at: int) -> Refusal | None:
    found = labels.labelled(text, at)
    return None if found is None else Refusal(*found, "name")  # "Article 5"


def _shown(text: Scan, at: int) -> Refusal | None:
    """ "2 / 33" beside a picture: which it is of how many."""
    apart = text.gap(at + 1) == 1 and text.gap(at + 2) == 1 and text.low(at + 1) == "/"
    first, second = text.raw(at), text.raw(at + 2)
    if not apart or not (first.isdecimal() and second.isdecimal()):
        return None
    return Refusal(at, at + 3, "name") if 0 < int(first) <= int(second) else None


def _labelled_word(text: Scan, at: int) -> Refusal | None:
    found = labels.labelled_word(text, at)
    return None if found is None else Refusal(*found, "name")


# Digits tied to letters and signs


def _run_start(text: Scan, at: int) -> int:
    first = at
    while (
        first > 0
        and at - first < WINDOW
        and text.glued(first)
        and (text.kind(first - 1) in ("n", "w") or text.hyphen(first - 1))
    ):
        first -= 1
    return first


def _too_long(text: Scan, at: int) -> Refusal | None:
    return Refusal(at, run_end(text, at), "code") if numerals.number(text.raw(at)) is None else None


def _nought_led(text: Scan, at: int) -> Refusal | None:
    """Digits that a nought opens: "09", "007", "02-27", but "05 people" and "06.00"."""
    if not (text.raw(at).isdecimal() and text.raw(at)[0] == "0" and len(text.raw(at)) > 1) or hours.ends(text, at):
        return None
    if text.hyphen(at + 1) and text.kind(at + 2) == "n":
        return Refusal(at, run_end(text, at), "code")
    tied = text.glued(at + 1) and (text.kind(at + 1) in ("n", "w") or text.low(at + 1) in TYING)
    counts = text.kind(at + 1) == "w" and text.next_low(at + 1) not in words("refusals", "one", "not_nouns")
    return None if counts or tied or text.glued(at) else Refusal(at, at + 1, "code")


def _tied_before(text: Scan, at: int) -> Refusal | None:
    """ "G7", "MH17", "F-16", "COVID-19", "mid-2025", "under-17", "PS/2", "No. 14-915"; the value of an attribute."""
    if text.raw(at - 1) in ('"', "'") and text.raw(at - 2) == "=":
        return Refusal(at, run_end(text, at), "code")
    if not text.glued(at):
        return None
    slashed = text.low(at - 1) == "/" and text.glued(at - 1) and text.kind(at - 2) == "w" and text.raw(at - 2).isupper()
    if slashed or (text.hyphen(at - 1) and text.kind(at - 2) == "name"):
        return Refusal(at, run_end(text, at), "name")
    if text.kind(at - 1) == "w":
        latin = text.raw(at - 1).isascii()
        return Refusal(_run_start(text, at), run_end(text, at), "name" if latin else "script")
    if text.kind(at - 1) == "n" or text.low(at - 1) == "_":
        return Refusal(at, run_end(text, at), "code")
    if not text.hyphen(at - 1) or text.kind(at - 2) != "w":
        return None
    return _tied_by_hyphen(text, at)


def _tied_by_hyphen(text: Scan, at: int) -> Refusal | None:
    prefix, first = text.low(at - 2), at - 2
    if prefix in ("under", "over") and text.raw(at).isdecimal():
        return Refusal(first, run_end(text, at), "age")
    if prefix == "top":
        return Refusal(first, at + 1, "rank")
    if _is_plain_year(text, at):
        return Refusal(first, run_end(text, at), "year")
    if units.before(text, at - 2) or prefix in ("sub", "to", "and", "plus"):
        return None
    return Refusal(_run_start(text, at), run_end(text, at), "name")


def _tied_after(text: Scan, at: int) -> Refusal | None:
    """ "5G", "3D", "9M729", "1990s", "6,000명": letters right behind digits that are no unit."""
    if not text.glued(at + 1) or text.kind(at + 1) not in ("w", "n"):
        return None
    numeral = numerals.read(text, at)
    if numeral is not None and (numeral.last > at + 1 or numeral.form == "vague" or units.after(text, numeral)):
        return None
    tail = text.low(at + 1)
    if tail in words("numbers", "ordinals", "suffixes"):
        return _dated(text, at, at + 2)
    if tail == "s":
        lives = text.before(at) in ("his", "her", "their", "my", "our", "late", "early", "mid")
        return Refusal(at, at + 2, "age" if lives and len(text.raw(at)) == 2 else "year")
    if tail in ("x", "×", "fold"):
        return None
    return Refusal(at, run_end(text, at), "name" if text.raw(at + 1).isascii() else "script")


def _tied_capital(text: Scan, at: int) -> Refusal | None:
    """ "7-Eleven", but not the "40-Minute" of a headline."""
    tied = text.hyphen(at + 1) and text.capital(at + 2)
    if (
        not tied
        or titled(text, at)
        or units.after(text, numerals.bare(text, at))
        or text.low(at + 2) in cardinals.scales()
    ):
        return None
    return Refusal(at, run_end(text, at), "name")


def _tight_list(text: Scan, at: int) -> Refusal | None:
    """One of "22,24,26,31": an item of a list set without spaces, where no two items make a number."""
    first, last = at, at
    while at - first < 2 * TIGHT and _item(text, first - 2):
        first -= 2
    while last - at < 2 * TIGHT and _item(text, last):
        last += 2
    last += 2 if text.raw(last).isdecimal() else 0
    return Refusal(at, at + 1, "code") if text.raw(at).isdecimal() and last - first >= 2 * TIGHT else None


def _item(text: Scan, at: int) -> bool:
    """Whether ``at`` is an item behind which another follows without a space."""
    comma = text.low(at + 1) == "," and text.glued(at + 1) and text.glued(at + 2)
    return at >= 0 and comma and text.raw(at).isdecimal() and text.kind(at + 2) == "n"


def _broken_groups(text: Scan, at: int) -> Refusal | None:
    """ "3,5" and "1,234,5678": digits with signs between that make no number in English."""
    last = at + 1
    while (
        text.low(last) in (",", ".", "/", ":")
        and text.glued(last)
        and text.glued(last + 1)
        and text.kind(last + 1) == "n"
    ):
        last += 2
    if last == at + 1 or numerals.read(text, at) is None:
        return None
    if text.low(at + 1) == ":":
        return Refusal(at, last, "score")
    if text.low(at + 1) == "/":
        share = numerals.read(text, at)
        return None if share and share.form == "share" and share.last == last else Refusal(at, last, _slashed(text, at))
    return Refusal(at, last, "code")


def _slashed(text: Scan, at: int) -> str:
    return "year" if _is_plain_year(text, at) else "date"


def _up_to(ends: Callable[[Scan, int], int | None], reason: str) -> Rule:
    """A rule that refuses up to where ``ends`` says that such a thing ends."""

    def rule(text: Scan, at: int) -> Refusal | None:
        last = ends(text, at)
        return None if last is None else Refusal(at, last, reason)

    return rule


_clock = _up_to(hours.ends, "clock_time")  # "at 11.08 when", "the 10.15 to Lisbon", "at six the next morning"
_dialled = _up_to(addresses.dialled, "phone")
_address = _up_to(addresses.house, "address")
_score = _up_to(scores.ends, "score")


def _for_each(text: Scan, at: int) -> Refusal | None:
    told = scores.relation(text, at)
    return None if told is None else Refusal(at, *told)


def _list_number(text: Scan, at: int) -> Refusal | None:
    """ "1." and "(2)" where a line begins, "(1) rents rose; (2) wages did not" within one."""
    found = lists.number(text, at)
    return None if found is None else Refusal(*found, "list_number")


def _spelt_item(text: Scan, at: int) -> Refusal | None:
    """ "One: the price. Two: the bank." """
    found = lists.spelt(text, at)
    return None if found is None else Refusal(*found, "list_number")


# Dates and years


def _is_day(text: Scan, at: int) -> bool:
    return text.raw(at).isdecimal() and len(text.raw(at)) < 3 and 0 < int(text.raw(at)) <= DAYS


def _is_month(text: Scan, at: int) -> bool:
    return text.capital(at) and text.low(at) in words("refusals", "dates", "months")


def _month_before(text: Scan, at: int) -> int | None:
    """The month right before ``at``, over a full stop or comma."""
    for month in (at - 1, at - 2):
        between = text.low(at - 1) in (".", ",") if month == at - 2 else True
        led = text.before(month) in words("refusals", "dates", "before_months")
        if month == at - 2 and text.low(at - 1) == "," and led and not _is_plain_year(text, at):
            return None  # "41 families in March, 17 in April"
        if month == at - 2 and text.low(at - 1) == "," and _is_day(text, month - 1) and not _is_plain_year(text, at):
            return None  # "by 15 May, 16 incidents were known"
        if between and _is_month(text, month) and text.joined(month, at + 1):
            return month
    return None


def _with_year(text: Scan, last: int) -> int:
    """Where a date ends that may go on with a year, "17 June 2025" or "June 17, 2025"."""
    at = last + 1 if text.next_low(last) in (",", "of", ".") else last
    if not _is_plain_year(text, at) or text.gap(at) == 2:
        return last
    # "June 17, 1483": a year whatever the century, but for "On June 5, 1400 people marched".
    closed = text.low(at - 1) == "," and not (text.kind(at + 1) == "w" and plural(text.next_low(at + 1)))
    return at + 1 if closed or not _counts(text, at) else last


def _date(text: Scan, at: int) -> Refusal | None:
    """ "June 17", "17 June 2025", "June 17-19", "17 and 18 June", "June 2025"."""
    month = _month_before(text, at)
    if month is not None and _is_plain_year(text, at):
        # "In January 2000.", "In May, 1750 he was elected"; "in March 1,500 people" has its comma or its noun.
        behind = text.kind(at + 1) != "w" or text.next_low(at + 1) in words("refusals", "one", "not_nouns")
        if not _counts(text, at) or (behind and units.after(text, numerals.bare(text, at)) is None):
            return Refusal(month, at + 1, "date")
    if not _is_day(text, at):
        return None
    if month is not None and not _month_places(text, month, at):
        return Refusal(month, _with_year(text, _more_days(text, at + 1)), "date")
    last = _more_days(text, at + 1)
    last += 1 if text.next_low(last) == "of" else 0
    if _is_month(text, last) and text.gap(last) < 2:
        dotted = last + 2 if text.low(last + 1) == "." and text.glued(last + 1) else last + 1
        return Refusal(at, _with_year(text, dotted) if _with_year(text, dotted) > dotted else last + 1, "date")
    weekday = text.before(at) in words("refusals", "dates", "weekdays") and text.kind(at + 1) != "w"
    return Refusal(at - 1, at + 1, "date") if weekday else None


def _more_days(text: Scan, at: int) -> int:
    """Where "17-19" and "17 and 18" end, seen after the first day."""
    at += 1 if text.low(at) in words("numbers", "ordinals", "suffixes") and text.glued(at) else 0
    for _ in range(3):
        tied = (
            text.next_low(at) in ("-", "to", "and", "or", ",", "&") and _is_day(text, at + 1) and text.gap(at + 1) < 2
        )
        listed = text.low(at) in (",", "and", "or", "to") and not _closes_days(text, at + 2)
        if not tied or listed:
            break
        at += 2
        at += 1 if text.low(at) in words("numbers", "ordinals", "suffixes") and text.glued(at) else 0
    return at


def _closes_days(text: Scan, at: int) -> bool:
    """Whether a second day is one, and no amount of what follows: "June 5 and 12 people died"."""
    at += 1 if text.low(at) in words("numbers", "ordinals", "suffixes") and text.glued(at) else 0
    after = text.next_low(at)
    return text.kind(at) != "w" or _is_month(text, at) or after in words("refusals", "one", "not_nouns")


def _month_places(text: Scan, month: int, at: int) -> bool:
    """ "In June 12 people died": the month stands alone and the number counts."""
    placed = text.before(month) in ("in", "since", "during", "until", "of", "by", "last", "this")
    after = text.next_low(at + 1)
    others = words("refusals", "one", "not_nouns") | words("numbers", "vague", "plurals")  # "since June 7 thousands"
    counted = text.kind(at + 1) == "w" and not text.capital(at + 1) and after not in others
    if text.before(month) in ("of", "by", "until"):  # "a report of March 23 gave": the day, unless things are counted
        counted = counted and after not in words("refusals", "one", "saying")
        counted = counted and any(plural(text.next_low(at + step)) for step in (1, 2))
    return (placed and counted) or after in ("percent", "%")


def _dated(text: Scan, first: int, last: int) -> Refusal:
    """An ordinal, or a date where it is the day of a month: "17th June", "June 17th", "on the 17th"."""
    month = _month_before(text, first)
    day = text.kind(first) == "n" and _is_day(text, first)
    if month is not None and (day or text.kind(first) == "w"):
        return Refusal(month, _with_year(text, last), "date")
    over = last + 1 if text.next_low(last) == "of" else last
    if _is_month(text, over) and text.gap(over) < 2:
        return Refusal(first, _with_year(text, over + 1), "date")
    alone = text.kind(last) != "w" or text.next_low(last) in words("refusals", "one", "not_nouns")
    on = text.before(first) == "the" and text.before(first - 1) in (
        "on",
        "by",
        "until",
        "since",
        "before",
        "after",
        "of",
    )
    return Refusal(first, last, "date" if day and alone and on and text.next_low(last) != "-" else "ordinal")


def _is_plain_year(text: Scan, at: int) -> bool:
    raw = text.raw(at)
    return text.kind(at) == "n" and len(raw) == 4 and raw.isdecimal() and FIRST_YEAR <= int(raw) <= LAST_YEAR


def _year(text: Scan, at: int) -> Refusal | None:
    enclosed = text.raw(at + 1) in ("'", "’") and text.glued(at + 1) and text.low(at + 2) != "s"
    quoted = text.raw(at - 1) in ("'", "’", "‘") and text.glued(at) and not enclosed
    if quoted and text.raw(at).isdecimal() and len(text.raw(at)) == 2:
        return Refusal(at - 1, at + 2 if text.low(at + 1) == "s" and text.glued(at + 1) else at + 1, "year")
    if not _is_plain_year(text, at):
        return None
    if text.low(at + 1) in "-/" and text.kind(at + 2) == "n" and text.joined(at, at + 3) and _second_year(text, at):
        return Refusal(at, at + 3, "year")
    return None if _counts(text, at) else Refusal(at, at + 1, "year")


def _second_year(text: Scan, at: int) -> bool:
    later = text.raw(at + 2)
    short = len(later) == 2 and later.isdecimal() and int(text.raw(at)) >= FIRST_USUAL
    short = short and 0 < (int(later) - int(text.raw(at))) % 100 <= LONGEST_TERM
    both = _is_plain_year(text, at + 2) and int(text.raw(at)) < int(later)
    both = both and (is_term(text, at, FIRST_USUAL, LONGEST_TERM) or not _counts(text, at + 2))
    return short or both


def _counts(text: Scan, at: int) -> bool:
    """Whether a number that could be a year is an amount: by its unit, its hedge, or the noun behind it."""
    value, before, after = int(text.raw(at)), text.before(at), text.next_low(at + 1)
    numeral = numerals.bare(text, at)
    if numeral.scale != 1 or numeral.form != "digits" or units.after(text, numeral):
        return True
    hedge = hedges.before(text, at)
    dated = before in words("refusals", "dates", "before_year")
    follows = text.next_low(at + 2) if after in ("more", "another", "fewer", "less") else ""
    told = dated or _is_month(text, at - 1)
    if value >= FIRST_USUAL and told and (follows == "than" or after == "another"):
        return False  # "in the gas war of October 2003 more than 60 died", "in 2023 and 2024 more than 40"
    compared = after in words("refusals", "dates", "compared")  # "above 1990 levels"
    noun = text.kind(at + 1) == "w" and not text.capital(at + 1) and plural(after) and not compared
    if hedge.additional or hedge.approximator in words("refusals", "dates", "hedges_of_amount"):
        compared = text.low(hedge.first) in ("over", "under", "above", "below") and value >= FIRST_COMPARED
        timed = text.before(hedge.first) in ("until", "till", "since") and value >= FIRST_USUAL  # "until at least 2038"
        placed = (compared or timed or text.low(hedge.first) in ("near", "short")) and value <= LAST_YEAR
        return hedge.additional or (before not in ("before", "after") and (noun or not placed))
    strictly = before in ("in", "since", "until", "till", "during", "early", "late", "circa", "mid")
    dating = words("refusals", "dates", "dating")  # "traces its roots to 1816"
    strictly = strictly or (before == "to" and not dating.isdisjoint(text.lows[max(0, at - DATED) : at]) and not noun)
    if value >= FIRST_USUAL:
        people = after in words("refusals", "nouns", "people")
        return (
            (people and not strictly and not _is_month(text, at - 1) and before != "the")
            or (value % 1000 == 0 and not dated)
            or (noun and before == "some")
        )
    if value >= FIRST_MODERN:
        closed = text.kind(at + 1) != "w" or after in ("until", "to", "till", "through", "onwards", "onward")
        return not strictly and not (dated and closed and before in ("of", "from", "by"))
    return not (strictly and not noun)


DIGIT_RULES: tuple[Rule, ...] = (
    _too_long, _dialled, _tied_before, _date, _nought_led, _clock, _list_number, _tied_after, _tied_capital, _score,
    _shown, _year, _tight_list, _broken_groups, _for_each, _labelled, _address,
)  # fmt: skip
