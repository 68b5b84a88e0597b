"""Words that look like values are refused here: hours of the day told without a colon or a word for the hour.

"At 11.52", "on the 8.12", "until 10 the next morning". Digits with a dot are as often a price, a rate or a magnitude:
they are an hour only behind a preposition of time or as a train, and never where what stands near tells of a level.
"""

from functools import cache

from reportedly.values import cardinals, numerals, units
from reportedly.values.lexicons import Phrases, entry, phrases, words
from reportedly.values.scan import Scan

HOURS, MINUTES, MORNING = 24, 60, 12
SIGNS, UTC = ("+", "-", "\u2212", "\u2013"), ("GMT", "UTC")  # a zone by its hours from that of Greenwich
# How far before an hour the verb that tells of a level may stand, and how far around it what is told in one.
VERB, AROUND = 2, 10


def _listed(word: str, key: str) -> bool:
    return word in words("refusals", "clock", key)


@cache
def _phrases(key: str) -> Phrases[bool]:
    return phrases((phrase, True) for phrase in entry("refusals", "clock", key))


def ends(text: Scan, at: int) -> int | None:
    """Where the hour of the day ends that begins at ``at``, None where there is none."""
    if text.low(at) in ("half", "quarter"):
        return at + 3 if text.next_low(at + 1) == "past" and numerals.starts(text, at + 2) else None  # "half past six"
    if text.low(at - 1) in SIGNS and text.raw(at - 2) in UTC and text.glued(at):
        return at + 1  # "6:40 p.m. (GMT +8)"
    written = text.raw(at)
    if len(written) == len("0930") and written.isdecimal() and written[0] == "0" and text.kind(at) == "n":
        return at + 1 if int(written[:2]) < HOURS and int(written[2:]) < MINUTES else None
    if _is_dotted(text, at):
        if _is_beside_price(text, at):
            return None
        told = _is_train(text, at) or (_is_closed(text, at + 1) and _is_placed(text, at))
        return at + 1 if told else None
    return at + 1 if _is_whole(text, at) else None


def _is_dotted(text: Scan, at: int) -> bool:
    hours, _, minutes = text.raw(at).partition(".")
    return _is_shaped(text, at) and int(hours) < HOURS and int(minutes) < MINUTES


def _is_shaped(text: Scan, at: int) -> bool:
    hours, _, minutes = text.raw(at).partition(".")
    return len(minutes) == 2 and hours.isdecimal() and minutes.isdecimal() and len(hours) < 3


def _is_beside_price(text: Scan, at: int) -> bool:
    """ "Closed at 11.85 on the first day and at 12.10 on the second": beside what no clock shows, no hour."""
    near = (place for place in range(max(0, at - AROUND), at) if text.low(place - 1) == text.low(at - 1))
    return any(_is_shaped(text, place) and not _is_dotted(text, place) for place in near)


def _is_closed(text: Scan, last: int) -> bool:
    """Whether no noun, unit or sign follows that would make an amount of it."""
    if text.low(last) in ("%", "$", "€", "£", "-", "/", "°") or text.kind(last) == "n":
        return False
    return text.kind(last) != "w" or text.gap(last) == 2 or text.low(last) in words("refusals", "one", "not_nouns") or (
        _listed(text.low(last), "after")
    )  # fmt: skip


def _is_train(text: Scan, at: int) -> bool:
    """ "the 10.15 to Lisbon", "passengers on the 8.12 stood"."""
    named = text.before(at) in ("a", "an") and _listed(text.next_low(at + 1), "trains")  # "a 7.30 train"
    if not (named or text.before(at) == "the") or units.after(text, _number(text, at)) is not None:
        return False
    if text.next_low(at + 1) in ("to", "from") and text.capital(at + 2):
        return True
    near = _near(text, at, at + 1)
    return text.next_low(at + 1) != "of" and not near.isdisjoint(words("refusals", "clock", "trains"))


def _number(text: Scan, at: int) -> numerals.Numeral:
    return numerals.Numeral(at, at + 1, text.starts[at], text.ends[at], numerals.number(text.raw(at)), "digits")


def _near(text: Scan, first: int, last: int) -> set[str]:
    return {text.low(place) for place in range(first - AROUND, last + AROUND)}


def _lead(text: Scan, at: int) -> int:
    """Where the preposition stands, over "about" and "just"; ``at`` itself where there is none."""
    place = at - 1
    place -= _listed(text.low(place), "hedges") and not _listed(text.low(place - 1), "hedges")
    return place if text.joined(place, at + 1) else at


def _is_placed(text: Scan, at: int) -> bool:
    """Whether a preposition of time leads to ``at``, and no verb or noun near tells of a price, a rate or a score."""
    place = _lead(text, at)
    low = text.low(place)
    if low in ("to", "and", "or", "-") and _is_dotted(text, place - 1):
        return _is_placed(text, place - 1)  # "from 9.30 to 17.15"
    if low == "for":
        return _listed(text.low(place - 1), "fixed")
    if not _listed(low, "before") or _is_level(text, place, at):
        return False
    timed = _listed(text.next_low(at + 1), "after") or not _near(text, at, at).isdisjoint(
        words("refusals", "clock", "kept")
    )
    return timed or low not in ("from", "between", "by")


def _is_level(text: Scan, place: int, at: int) -> bool:
    """Whether the verb before tells of a level ("stood at 11.52"), or what is told near ("per cent", "the pound")."""
    before = {text.low(back) for back in range(max(0, place - VERB), place)}
    if not before.isdisjoint(words("refusals", "clock", "levels")) or _listed(text.low(place - 1), "moves"):
        return True
    if text.opens(place):
        return False  # "At 22.40 the dam was ..."
    if _listed(text.low(place - 1), "events"):
        return False
    near = _near(text, at, at)
    if not near.isdisjoint(words("refusals", "clock", "traded")):
        return True
    reach = AROUND if _listed(text.next_low(at + 1), "after") else 1
    # "struck off Luzon at 10.12 on Monday with a magnitude of 5.3"
    happened = any(_listed(text.low(back), "events") for back in range(max(0, place - reach), place))
    dated = _phrases("dayparts").starting(text, at + 1) or _is_dated(text, at + 1)
    return not (happened or dated) and not near.isdisjoint(words("refusals", "clock", "measured"))


def _is_dated(text: Scan, at: int) -> bool:
    """ "on Monday", which a level told in hundredths has as well, and so does not tell alone what it is."""
    return text.next_low(at) == "on" and text.next_low(at + 1) in words("refusals", "dates", "weekdays")


def _is_whole(text: Scan, at: int) -> bool:
    """ "at 10 the next morning", "until seven in the evening", "the polls close at 8"."""
    digits = text.raw(at).isdecimal() and len(text.raw(at)) < 3
    value = int(text.raw(at)) if digits else cardinals.ones().get(text.low(at))
    if not value or value > HOURS:
        return False
    place = _lead(text, at)
    if text.low(place + 1) == "least" and text.low(place) == "at":
        place -= 1  # "until at least 5 in the morning"
        if not _listed(text.low(place), "ending"):
            return False
    if not _listed(text.low(place), "hours") or _is_level(text, place, at):
        return False
    if _phrases("dayparts").starting(text, at + 1):
        return True
    closed = text.low(at + 1) in (".", ",", ";", "", "and") and text.kind(at + 2) != "n"
    return closed and text.low(place) == "at" and value <= MORNING and _listed(text.low(place - 1), "opening")
