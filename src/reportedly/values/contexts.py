"""Expressions become figures or refusals by what stands around them: ages, spans of time, references, pronouns.

An expression is a figure unless its neighbours show that it points at a time, at somebody's age, or back at something
already named. The neighbours looked at are few, so the cost of a number does not grow with its text.
"""

from collections.abc import Callable
from functools import cache, lru_cache

from reportedly.values import cardinals, numerals
from reportedly.values.expressions import Expression
from reportedly.values.lexicons import Phrases, entry, phrases, words
from reportedly.values.ones import befallen, beside
from reportedly.values.places import namesakes
from reportedly.values.scan import Scan
from reportedly.values.shapes import plural, titled
from reportedly.values.states import state_names
from reportedly.values.units import COUNT

Rule = Callable[[Scan, Expression], str | None]

# How far before an age its subject or article stands: "the pension age will climb to 64", "A young conscript, 19,".
SUBJECT, PHRASE = 9, 7
FORMED = ("er", "or", "ist", "man", "woman", "wife")
GAPPED = 8  # so many names may follow the first, each with its number
LONG = 3  # digits of a number that may name a model
# How many make all of a larger time: what is done so often is done always.
WHOLE = {"hour/day": 24, "day/week": 7, "day/year": 365, "week/year": 52, "minute/hour": 60, "month/year": 12}
AMONG = 10  # words back in which others of the same are told: "two were stabbed and one was burned"
AGES = 6  # as many may stand in a row: "aged 29, 33 and 51"


def late(text: Scan, found: Expression) -> str | None:
    """Why ``found`` is no figure, None where it is one."""
    return next((reason for rule in RULES if (reason := rule(text, found)) is not None), None)


def _listed(word: str, *keys: str) -> bool:
    return word in words("refusals", *keys)


def _bare(found: Expression) -> bool:
    """Whether it is a whole number with nothing on it: no unit, no hedge, no range."""
    if found.approximator != "exact" or found.second is not None or found.term.negative:
        return False
    return found.term.measure is None and found.term.numeral.plain


def _noun_follows(text: Scan, at: int) -> bool:
    after = text.next_low(at)
    return text.kind(at) == "w" and not _listed(after, "one", "not_nouns")


@cache
def _phrases(*keys: str) -> Phrases[bool]:
    return phrases((phrase, True) for phrase in entry("refusals", *keys))


# Units told alone


def _unit_alone(text: Scan, found: Expression) -> str | None:
    """ "Revenue ($ million)": a sign before a scale without a number tells of which unit a table's numbers are."""
    numeral = found.term.numeral
    scale = found.term.sign is not None and numeral.last == numeral.first + 1
    return "unit" if scale and text.low(numeral.first) in cardinals.scales() else None


# Per what, how many times


def _denominator(text: Scan, found: Expression) -> str | None:
    if found.measure and not found.duration:
        return None
    before = text.before(found.first)
    if _listed(before, "denominators", "before"):
        return "denominator"
    return "denominator" if found.approximator == "exact" and _weekly(text, found) else None


def _weekly(text: Scan, found: Expression) -> bool:
    """ "seven days a week", "24 hours a day": always, and no amount."""
    again = text.next_low(found.last) in ("a", "per", "each", "every")
    return found.duration and again and found.term.value == WHOLE.get(found.unit)


# Ages


def _age(text: Scan, found: Expression) -> str | None:
    last = (found.second or found.term).numeral.last
    if _phrases("ages", "after").starting(text, last):
        return "age"
    places = {found.first, found.term.first}
    if any(_listed(text.before(at), "ages", "before") for at in places) or _second_age(text, found):
        return "age"
    if any(_phrases("ages", "phrases_before").ending(text, at) and not _turned(text, at, found) for at in places):
        return "age"
    if {"older", "younger"} & set(text.lows[last : found.last + 1]):
        return "age"
    if _listed(text.before(found.first), "ages", "ranked") and _bare(found) and _lifetime(found):
        return None if _noun_follows(text, found.last) else "age"  # "the youngest 19 and the oldest 83"
    person, of = text.before(found.first - 1), text.before(found.first) == "of"
    grown = of and (found.term.value or 0) >= int(entry("refusals", "ages", "family"))
    formed = grown and _is_formed(text, found.first - 2) and _lifetime(found)
    about = of and found.approximator == "about" and found.second is None and _lifetime(found)
    of = of and (_bare(found) or about)
    several = person.endswith("s") and _listed(person[:-1], "ages", "persons") and not is_parent(person[:-1])
    if of and several and not _noun_follows(text, found.last):
        return "age"  # "two boys of 9 and 11"
    if of and (_listed(person, "ages", "persons") or formed):
        few = is_parent(person) and (found.term.value or 0) < int(entry("refusals", "ages", "family"))
        return None if few or _noun_follows(text, found.last) else "age"
    if found.duration and text.next_low(found.last) == "old":
        return "age"
    if text.before(found.first) == "both" and person == "," and _bare(found) and _lifetime(found):
        return None if _noun_follows(text, found.last) else "age"  # "Ana Petrov and Ivo Brook, both 31, were found"
    if _is_so_old(text, found):
        return "age"
    told = _of_people(text, found) or _beside_name(text, found) or _lived(text, found) or _of_several(text, found)
    return "age" if told or _appositive(text, found) else None


def _is_so_old(text: Scan, found: Expression) -> bool:
    """ "the mayor, who is 81", "before they are 14", "she was six when her parents left"."""
    who = text.before(found.first - 1)
    kin = text.before(found.first - 2) in ("his", "her", "their", "whose") and _listed(who, "ages", "persons")
    someone = (kin or _listed(who, "ages", "whose")) and _listed(text.before(found.first), "ages", "being")
    ends = text.kind(found.last) != "w" or _listed(text.next_low(found.last), "ages", "clauses")
    return someone and _bare(found) and _lifetime(found) and ends


def is_parent(word: str) -> bool:
    """Whether "of three" behind the word tells of children and not of several such persons."""
    return _listed(word, "ages", "parents")


def _second_age(text: Scan, found: Expression) -> bool:
    """The second of "aged 78 and 83"."""
    at = found.first
    for _ in range(AGES if _bare(found) else 0):
        if text.before(at) not in ("and", "or", "to", ",") or text.kind(at - 2) != "n":
            break
        at -= 2
    hedged = at - 1 if text.before(at) in ("about", "around") else at
    if at < found.first and _phrases("ages", "phrases_before").ending(text, hedged):
        return True  # "between the ages of about 18 and 20"
    if text.before(at) == "of" and _are_people(text.before(at - 1)) and not is_parent(text.before(at - 1)[:-1]):
        return at < found.first and _lifetime(found) and not _noun_follows(text, found.last)
    return at < found.first and _listed(text.before(at), "ages", "before")


def _of_several(text: Scan, found: Expression) -> bool:
    """One of several ages, closed off behind those whose they are: "two men, 20 and 31, were hurt"."""
    if not (_bare(found) and _lifetime(found) and text.kind(found.first) == "n"):
        return False
    first, last = found.first, found.last
    for _ in range(AGES):
        if text.before(first) in (",", "and") and text.kind(first - 2) == "n":
            first -= 2
        if text.next_low(last) in (",", "and") and text.kind(last + 1) == "n":
            last += 2
    several = last - first > found.last - found.first
    opened = text.before(first) in (",", "(") and _are_people(text.before(first - 1))
    return several and opened and text.next_low(last) in (",", ")", ".", ";", "")


def _turned(text: Scan, at: int, found: Expression) -> bool:
    """Whether "turned 40" speaks of something else: "turned 40 people away"."""
    return _listed(text.before(at), "ages", "turn") and not (_bare(found) and not _noun_follows(text, found.last))


def _lifetime(found: Expression) -> bool:
    value = found.term.value
    return value is not None and 0 < value <= int(entry("refusals", "ages", "oldest")) and found.unit == COUNT


def _of_people(text: Scan, found: Expression) -> bool:
    """ "children under 5", "people over 65"."""
    bounded = found.approximator in ("more_than", "less_than") and text.low(found.first) in (
        "over",
        "under",
        "above",
        "below",
    )
    ends = not _noun_follows(text, found.last) or not plural(text.next_low(found.last))
    before = text.before(found.first)
    if before in ("were", "are", "was", "is") and bounded and not _noun_follows(text, found.last):
        # "62 were over 80": a number of people, and how old they were.
        at = found.first - 2
        return _lifetime(found) and (text.kind(at) == "n" or numerals.starts(text, at) or _are_people(text.low(at)))
    return bounded and _lifetime(found) and _are_people(text.before(found.first)) and ends


def _are_people(word: str) -> bool:
    """Whether a word stands for people: listed, or a plural by its ending ("tenants", "drivers")."""
    several = word.endswith("s") and _listed(word[:-1], "ages", "persons")  # "three sons, 12, 14 and 16"
    return several or _listed(word, "ages", "people") or word.endswith(tuple(entry("refusals", "ages", "endings")))


def _lived(text: Scan, found: Expression) -> bool:
    """ "men retiring at 65", "the pension age will climb from 62 to 64"."""
    if not (_bare(found) and _lifetime(found)) or _noun_follows(text, found.last) or text.low(found.last) == "%":
        return False
    if text.before(found.first) == "at" and _listed(text.before(found.first - 1), "ages", "at"):
        return True
    if text.before(found.first) not in ("to", "from", "at", "is", "was", "of"):
        return False
    for place in range(found.first - 1, max(-1, found.first - SUBJECT), -1):
        if text.low(place) in (".", ";", "!", "?") or text.gap(place) == 2:
            return False
        if text.low(place) == "age":
            return text.low(place - 1) not in ("of", "average")
    return False


def _appositive(text: Scan, found: Expression) -> bool:
    """ "A conscript, 19, was killed", "A grandmother of six, 71,"."""
    opened = text.before(found.first) == "," or (
        text.before(found.first) in ("also", "just", "only", "now") and text.before(found.first - 1) == ","
    )
    enclosed = opened and text.next_low(found.last) == ","
    if not (enclosed and _bare(found) and _lifetime(found) and text.kind(found.first) == "n"):
        return False
    if text.before(found.first) == "also":
        return True  # "another pupil, also 15, was hurt"
    for place in range(found.first - 2, max(-1, found.first - PHRASE), -1):
        if text.kind(place) != "w" or _listed(text.low(place), "ages", "amounts"):
            return False
        if text.low(place) in ("a", "an"):
            return text.opens(place) or text.low(place - 1) in ("and", ",", "killed", "that", "said", "when", "by")
    return False


def _beside_name(text: Scan, found: Expression) -> bool:
    """ "Ana Petrov, 34, said", "Ana Petrov (34)", "fire kills man, 45" where a headline ends."""
    if not (_bare(found) and _lifetime(found) and text.kind(found.first) == "n"):
        return False
    opening, closing = text.before(found.first), text.next_low(found.last)
    name = found.first - 2
    person = _listed(text.low(name), "ages", "persons") or _is_formed(text, name)
    if not (text.capital(name) or person) or _listed(text.low(name), "dates", "months"):
        return False
    if text.next_low(found.last) == "of" and text.next_low(found.last + 1) in ("them", "these", "those", "whom"):
        return False  # "since Easter, 14 of them"
    if text.opens(name) and plural(text.low(name)):
        return False  # "Ayes, 71; Noes, 66"
    if opening == "(":
        return closing == ")" and (person or text.capital(name - 1) or text.low(name - 1) == "-")
    return (
        opening == ","
        and (closing in (",", ".", ";", "who", "of", "from", "and") or (person and closing == ""))
        and text.low(name) != text.low(name - 1)
    )


def _is_formed(text: Scan, at: int) -> bool:
    """Whether a noun with its article is formed like one for a person: "a midwife", "his gardener"."""
    article = {text.low(at - 1), text.low(at - 2)} & {"a", "an", "the", "his", "her", "their"}
    formed = bool(article) and text.low(at).endswith(FORMED)
    return formed and not _listed(text.low(at), "ages", "amounts")


# Lengths of time


def _seasons(text: Scan, found: Expression) -> str | None:
    """ "for the past three summers", "the seventh fall in eight quarters", "in one morning": when, and no amount."""
    at = found.last
    at += _listed(text.next_low(at), "spans", "in_a_row")
    timed = _listed(text.next_low(at), "spans", "seasons")
    placed = _listed(text.before(found.first), "spans", "before")
    return "span_of_time" if timed and placed and found.unit == COUNT and not found.additional else None


def _span(text: Scan, found: Expression) -> str | None:
    """Whether a length of time only places something in time."""
    if not found.duration or "/" in found.unit:
        return None
    after = text.next_low(found.last)
    before, before_that = text.before(found.first), text.before(found.first - 1)
    measured = _listed(before, "spans", "measured_after")
    half = found.term.numeral.form == "share" and found.unit == "year" and _tied(text, found)
    if half and _listed_number(before, "half", "years"):
        return "span_of_time"  # "in the half-year"
    if _listed(after, "spans", "after") or _on(text, found) or _compares(text, found):
        return "span_of_time"
    if after == "of" and before in ("after", "in", "over") and text.kind(found.last + 1) == "w":
        return None
    if before == "for" and _is_superlative(text, found.first - 2):
        return "span_of_time"  # "the fewest for a decade"
    if before == "after" and after == "in" and _listed(text.next_low(found.last + 1), "spans", "states"):
        return None  # "after 63 days in captivity"
    if before == "in" and found.approximator == "less_than" and _listed(found.unit, "spans", "timed"):
        return None  # "in under four minutes"
    if not measured and _phrases("spans", "after_unless_measured").starting(text, found.last):
        return "span_of_time"
    if text.low(found.first) in ("over", "around") and not (measured or _tied(text, found)):
        return "span_of_time"
    if before == "last":
        verb = _listed(before_that, "spans", "last_verb_before")
        return None if verb else "span_of_time"
    if not _listed(before, "spans", "before") or _tied(text, found):
        return None
    weak = _listed(before, "spans", "weak")
    return None if weak and before != "in" and _listed(before_that, "spans", "measured_after") else "span_of_time"


def _tied(text: Scan, found: Expression) -> bool:
    """ "a 40-minute delay", "a three hour delay": the length belongs to the noun behind it, whatever stands before."""
    unit, value = found.term.unit, found.term.value or 0
    single = unit is not None and unit.first < unit.last and not text.low(unit.last - 1).endswith(("s", "'"))
    return text.hyphen((found.second or found.term).numeral.last) or (
        single and value > 1 and found.approximator != "range" and _noun_follows(text, found.last)
    )


def _is_superlative(text: Scan, at: int) -> bool:
    """Whether a superlative stands at ``at``, or before one word there: "the lowest for", "the lowest price for"."""
    listed = any(text.low(place).endswith(("est", "most")) for place in (at, at - 1))
    return listed and "the" in text.lows[max(0, at - 2) : at]


def _on(text: Scan, found: Expression) -> bool:
    """ "Two years on, ..." """
    return text.next_low(found.last) == "on" and text.kind(found.last + 1) == "s"


def _compares(text: Scan, found: Expression) -> bool:
    """ "a 12-month high", "the 10-year yield"."""
    return _tied(text, found) and _listed(text.next_low(found.last), "spans", "compared")


# References and pronouns


def _reference(text: Scan, found: Expression) -> str | None:
    """ "the two", "these three men", "the other four": somebody named before."""
    if not _bare(found) or found.additional:
        return None
    before, before_that, value = text.before(found.first), text.before(found.first - 1), found.term.value or 0
    partitive = numerals.starts(text, found.first - 3) or text.low(found.first - 3) in ("none", "most", "one", "any")
    if before_that == "of" and partitive:
        return None  # "three of the five cables", "none of the three"
    if before in ("all", "next") and _noun_follows(text, found.last):
        return None  # "all nine counts", "the next three rounds"
    if _listed(before, "references", "ranks") and value <= 100:
        definite = _listed(before_that, "references", "definite") or before in ("top", "best", "worst")
        rank = before in ("top", "best", "worst")
        return ("rank" if rank else "bare_reference") if definite or before in ("first", "last", "next") else None
    if value >= int(entry("refusals", "references", "few")):
        return None
    if before == "the" and _befell(text, found.last):
        return None  # "the six killed", "the three people killed"
    definite = _listed(before, "references", "definite")
    over = _listed(before, "references", "between") and _listed(before_that, "references", "definite")
    return "bare_reference" if definite or over else None


def _befell(text: Scan, at: int) -> bool:
    """Whether those counted before ``at`` are told by what happened to them, which counts them once more."""
    if _listed(text.next_low(at), "one", "states"):
        return True
    return _are_people(text.next_low(at)) and _listed(text.next_low(at + 1), "one", "states")


def _opens_clause(text: Scan, found: Expression) -> bool:
    """Whether "which" or "that" opens a clause whose subject "one" counts: "in which one man died", "said that one"."""
    before, earlier = text.before(found.first), text.before(found.first - 1)
    if before == "which" and earlier == "of":
        return True
    noun = text.kind(found.last) == "w" and not _listed(text.low(found.last), "one", "not_nouns")
    told = _listed(earlier, "one", "saying") or _listed(earlier, "one", "content") or earlier.endswith("ed")
    relative = before == "which" and text.kind(found.first - 2) == "w"
    return noun and (relative or (before == "that" and told))


def _one(text: Scan, found: Expression) -> str | None:
    """ "one" counts before a noun: "one person died"; elsewhere it stands for something."""
    plain = (
        found.term.numeral.form == "words" and found.term.value == 1 and text.low(found.term.numeral.last - 1) == "one"
    )
    if not plain or found.second or found.term.measure or found.approximator != "exact":
        return None
    before, counts = text.before(found.first), _noun_follows(text, found.last)
    few = before == "only" and counts and not _listed(text.before(found.first - 1), "one", "before")  # "only one meal"
    if (_listed(before, "one", "before") and not few and not _opens_clause(text, found)) or (
        text.glued(found.first) and text.low(found.first - 1) == "-"
    ):
        return "idiom"
    after = text.next_low(found.last)
    if after == "of" and numerals.starts(text, found.last + 2):
        return None
    if _listed(text.next_low(found.last + 1), "one", "saying"):
        return "idiom"
    if befallen(text, found.last) or beside(text, found.first) or _is_among(text, found):
        return None  # "one was killed and three were hurt"
    alone = text.kind(found.last) != "w" or _listed(after, "one", "not_nouns")
    if _listed(text.before(found.first), "one", "harming") and alone and after not in ("of", "to"):
        return None  # "killing one and injuring two"
    if _listed(after, "one", "states") or text.kind(found.last) == "n" or (found.additional and after):
        return None
    counts = counts and not text.hyphen(found.last)
    return None if counts and not after.endswith("n't") else "idiom"


def _is_among(text: Scan, found: Expression) -> bool:
    """The last of "two were stabbed and one was burned": the same is told of several before it."""
    at = found.first
    verb, told = text.next_low(found.last), text.next_low(found.last + 1)
    if text.before(at) not in ("and", ",", "or") or verb not in ("was", "is", "has") or not told.endswith(("ed", "en")):
        return False
    before = text.lows[max(0, at - AMONG) : at]
    return not {"were", "are", "have"}.isdisjoint(before) and any(
        numerals.starts(text, place) for place in range(max(0, at - AMONG), at)
    )


def _half(text: Scan, found: Expression) -> str | None:
    """ "half of" and "half the" are shares; "first half" and "half time" are not."""
    numeral = found.term.numeral
    if numeral.form != "share" or text.low(numeral.last - 1) != "half" or found.term.measure or found.second:
        return None
    after, before = text.next_low(numeral.last), text.before(found.first)
    if _listed_number(before, "half", "after") or text.hyphen(numeral.last) or _listed_number(after, "half", "nouns"):
        return "idiom"
    if before == "in" and not _listed_number(after, "half", "before_whole"):
        return "idiom"
    whole = _listed_number(after, "half", "before_whole") or not _noun_follows(text, numeral.last)
    return None if whole or found.approximator != "exact" or text.capital(numeral.last) else "idiom"


def _listed_number(word: str, *keys: str) -> bool:
    return word in words("numbers", *keys)


# Names


def _year_told(text: Scan, found: Expression) -> str | None:
    """ "the year two thousand"."""
    spelt = found.term.numeral.form == "words" and found.second is None and found.unit == COUNT
    year = spelt and text.before(found.first) == "year" and 1000 <= (found.term.value or 0) <= 2100
    return "year" if year and not _noun_follows(text, found.last) else None


def _clock(text: Scan, found: Expression) -> str | None:
    return "clock_time" if text.next_low(found.last) == "o'clock" else None


def _named(text: Scan, found: Expression) -> str | None:
    """ "the Galaxy 24 was": digits behind a capital in the middle of a sentence, with no noun of their own."""
    at = found.term.first
    behind = found.last + 1 if text.hyphen(found.last) else found.last
    bored = (
        found.measure is None and text.raw(at).startswith(".") and _noun_follows(text, found.last)
    )  # "a .270 deer rifle"
    station = text.low(at - 2) == "(" and text.low(found.last) == ")" and text.raw(at - 1).isupper()  # "(CBS 11)"
    if bored or (station and text.raw(at - 1).isalpha() and _bare(found)):
        return "name"
    if found.measure is None and _listed(text.next_low(behind), "labels", "behind"):
        return "name"  # "a .40 caliber handgun"
    if _is_model(text, found) or _is_title(text, found):
        return "name"
    band = text.next_low(found.last) == "band" and found.unit in ("GHz", "MHz", "kHz")
    if band:
        return "name"  # "the 3.5 GHz band"
    digits = text.kind(at) == "n" or (text.capital(at) and text.low(at) in cardinals.ones() and text.capital(at - 1))
    if not _bare(found) or found.first != at or not digits or "," in text.raw(at) or text.glued(at):
        return None
    if not text.capital(at - 1) or text.gap(at) == 2 or text.opens(at - 1) or titled(text, at):
        return None
    if found.additional or (text.kind(at - 2) == "s" and text.low(at - 2) not in (",", "-", "&", "/", "'", "(")):
        return None  # "Another 40", and whatever stands behind a bullet or an emoji, opens a sentence
    if text.next_low(found.last) == "of" and text.kind(found.last + 1) == "n":
        return None  # "gave the Green List 31 of 120 seats"
    if _gapped(text, found):
        return None
    dated = _listed(text.low(at - 1), "dates", "months") or _listed(text.low(at - 1), "dates", "weekdays")
    # What is counted stands in the plural, behind one adjective at most: "in Gaza 300 people", "in Kyiv 12 old men".
    counted = any(plural(text.next_low(found.last + step)) for step in (0, 1))
    follows = _noun_follows(text, found.last) and not text.capital(found.last) and counted
    return None if follows or dated else "name"


def _gapped(text: Scan, found: Expression) -> bool:
    """ "Labour holds 45 seats, the Greens 12 and Spain 9": each name with its number, the deed told once before."""
    if text.next_low(found.last) not in (",", ".", ";", "and", "but", "while", ""):
        return False
    at = found.term.first
    for _ in range(GAPPED):
        name = at - 1
        while text.capital(name) and not text.opens(name) and at - name < PHRASE:
            name -= 1
        bare = text.low(name) != "the"
        if bare and not _is_place(text.text[text.starts[name + 1] : text.ends[at - 1]]):
            return False  # "40 aircraft, Boeing 747 and Airbus 320"
        name -= not bare
        if text.low(name) not in (",", "and", ";", "but", "while") or name == at - 1:
            return False
        before = next((spot for spot in range(name - 1, name - PHRASE - 1, -1) if text.kind(spot) == "n"), -1)
        if before < 1 or not text.joined(before, at):
            return False
        if not text.capital(before - 1):  # the first, told in full: "holds 45 seats"
            return text.kind(before - 1) == "w" and any(plural(text.low(before + step)) for step in (1, 2))
        at = before
    return False


@lru_cache(maxsize=4096)
def _is_place(name: str) -> bool:
    return bool(namesakes(name)) or name in {state.name for state in state_names().values()}


def _is_model(text: Scan, found: Expression) -> bool:
    """ "a 747 jet": an article before a number that is not round and a noun in the singular make a kind of thing."""
    digits = text.raw(found.first) if _bare(found) and text.kind(found.first) == "n" else ""
    odd = len(digits) >= LONG and digits.isdigit() and digits[-1] != "0"
    noun, article = text.next_low(found.last), text.before(found.first)
    single = _noun_follows(text, found.last) and not plural(noun) and not text.hyphen(found.last)
    kind = article in ("a", "an") or (article == "the" and _listed(noun, "labels", "models"))
    return odd and single and kind


def _is_title(text: Scan, found: Expression) -> bool:
    """ "14 Mile", "13 Hours": a unit with a capital, in a line that is no headline, is part of a name."""
    unit = found.term.unit
    if unit is None or unit.first >= unit.last or not (unit.duration or unit.name in ("mi", "acre")):
        return False
    return text.capital(unit.first) and not text.raw(unit.first).isupper() and not titled(text, unit.first)


def _called(text: Scan, found: Expression) -> str | None:
    """ "should call 101": a short number to dial."""
    dialled = _listed(text.before(found.first), "phones", "before") and text.kind(found.first) == "n"
    help_called = text.before(found.first) in ("called", "calls") and _listed(text.raw(found.first), "phones", "helps")
    dialled = dialled or help_called
    short = _bare(found) and len(text.raw(found.first)) == int(entry("refusals", "phones", "digits"))
    if short and _listed(text.raw(found.first), "phones", "helps") and _listed(text.low(found.last), "phones", "calls"):
        return "phone"  # "999 calls"
    return "phone" if dialled and short and not _noun_follows(text, found.last) else None


def _multi(text: Scan, found: Expression) -> str | None:
    """ "a multi-million-dollar deal": no number at all."""
    at = found.term.first
    tied = text.low(at - 1) == "-" and text.glued(at) and text.low(at - 2) in ("multi", "mega", "half")
    return "idiom" if tied else None


RULES: tuple[Rule, ...] = (
    _multi, _clock, _year_told, _unit_alone, _denominator, _age, _seasons, _span, _half, _one, _reference, _named,
    _called,
)  # fmt: skip
