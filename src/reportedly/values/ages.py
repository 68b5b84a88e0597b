"""Expressions become figures or refusals: a number that tells how old somebody is counts nothing.

An age is told with its word ("aged 41", "18 years old"), behind a person ("a widow of 84", "the captain, 52,"), by what
people do at it ("retiring at 65") or by the group it bounds ("children under five").
"""

from reportedly.values import numerals
from reportedly.values.expressions import Expression
from reportedly.values.lexicons import entry, words
from reportedly.values.scan import Scan
from reportedly.values.shapes import plural
from reportedly.values.surroundings import is_bare, listed, listed_phrases, noun_follows
from reportedly.values.units import COUNT

# How far before an age its subject or article stands: "the pension age will climb to 64", "A young conscript, 19,".
SUBJECT, PHRASE = 9, 7
FORMED = ("er", "or", "ist", "man", "woman", "wife")
WHEN = frozenset({"this", "next", "last", "today", "tomorrow", "soon"})  # "who turn 18 this year"
NOUN = 3  # "a driver of 40 heavy lorries": so many words on may stand what is counted
QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "’"})
AGES = 6  # as many may stand in a row: "aged 29, 33 and 51"


def is_age(text: Scan, found: Expression) -> bool:
    """Whether ``found`` tells how old somebody is: "aged 41", "a widow of 84", "President Moyo, 78,"."""
    last = (found.second or found.term).numeral.last
    if _sets_apart(text, last):
        return False
    if listed_phrases("ages", "after").starting(text, last):
        return True
    places = {found.first, found.term.first}
    if any(listed(text.before(at), "ages", "before") for at in places) or _second_age(text, found):
        return True
    if any(listed_phrases("ages", "phrases_before").ending(text, at) and not _turned(text, at, found) for at in places):
        return True
    if {"older", "younger"} & set(text.lows[last : found.last + 1]):
        siblings = is_bare(found) and noun_follows(text, found.last + 1) and plural(text.next_low(found.last + 1))
        return not siblings and _lifetime(found)  # "two older sisters", "some 250 older workers"
    if listed(text.before(found.first), "ages", "ranked") and is_bare(found) and _lifetime(found):
        return not noun_follows(text, found.last)  # "the youngest 19 and the oldest 83"
    if text.before(found.first) == "at" and is_bare(found) and _lifetime(found) and text.next_low(found.last) == "the":
        return listed(text.next_low(found.last + 1), "ages", "ranked")  # "Jo Hale, at 15 the youngest of them"
    person = text.before(found.first - 1)
    grown = (found.term.value or 0) >= int(entry("refusals", "ages", "family"))
    formed = grown and _is_formed(text, found.first - 2) and _lifetime(found)
    about = found.approximator == "about" and found.second is None and _lifetime(found)
    of = text.before(found.first) == "of" and (is_bare(found) or about)
    several = person.endswith("s") and listed(person[:-1], "ages", "persons") and not is_parent(person[:-1])
    if of and several and not noun_follows(text, found.last):
        return True  # "two boys of 9 and 11"
    if of and (listed(person, "ages", "persons") or formed):
        few = is_parent(person) and (found.term.value or 0) < int(entry("refusals", "ages", "family"))
        things = any(plural(text.next_low(found.last + step)) for step in range(NOUN))
        known = listed(person, "ages", "persons") if grown else listed(person, "ages", "young")
        verb = known and not things and not is_parent(person)  # "let a widow of 84 take out", "a girl of nine drowned"
        return not (few or (noun_follows(text, found.last) and not verb))
    if of and person in ("anyone", "someone", "those", "everyone", "nobody") and _lifetime(found) and grown:
        return not (noun_follows(text, found.last) and plural(text.next_low(found.last)))
    if found.duration and (text.next_low(found.last) == "old" or _leads_to_old(text, found.last)):
        return True
    if text.before(found.first) == "both" and person == "," and is_bare(found) and _lifetime(found):
        return not noun_follows(text, found.last)  # "Ana Petrov and Ivo Brook, both 31, were found"
    if _is_so_old(text, found):
        return True
    if _is_joined(text, found):
        return True
    told = _of_people(text, found) or _beside_name(text, found) or _lived(text, found) or _of_several(text, found)
    return told or _appositive(text, found)


def _sets_apart(text: Scan, last: int) -> bool:
    """Whether an age behind the number tells which of them are counted: "at least four younger than 18"."""
    than = text.next_low(last) in ("older", "younger") and text.next_low(last + 1) == "than"
    return than and (text.kind(last + 2) == "n" or numerals.starts(text, last + 2))


def _is_so_old(text: Scan, found: Expression) -> bool:
    """ "the mayor, who is 81", "before they are 14", "she was six when her parents left"."""
    who = text.before(found.first - 1)
    kin = text.before(found.first - 2) in ("his", "her", "their", "whose") and listed(who, "ages", "persons")
    someone = (kin or listed(who, "ages", "whose")) and listed(text.before(found.first), "ages", "being")
    ends = text.kind(found.last) != "w" or listed(text.next_low(found.last), "ages", "clauses")
    return someone and is_bare(found) and _lifetime(found) and ends


def _is_joined(text: Scan, found: Expression) -> bool:
    """Whether the word of an age stands behind another: "14- and 18-year-olds", "a two and six year old"."""
    if not (is_bare(found) and _lifetime(found)):
        return False
    tied = text.low(found.last) == "-" and text.glued(found.last)
    at = found.last + 1 if tied else found.last
    if text.low(at) not in (("and", "or", "to", ",") if tied else ("and", "or")):
        return False
    if not tied and (text.before(found.first) not in ("a", "the") or text.low(at + 1) in ("a", "an")):
        return False  # "killed two and a 12-year-old was hurt"
    for place in range(at + 1, at + 1 + AGES * 2):
        if text.low(place) in ("year", "month"):
            place += 1 + (text.low(place + 1) == "-")
            return text.low(place) in ("old", "olds")
        joins = text.low(place) in ("and", "or", "to", ",", "-", *(("a", "an") if tied else ()))
        if not (joins or text.kind(place) == "n" or numerals.starts(text, place)):
            return False
    return False


def _leads_to_old(text: Scan, at: int) -> bool:
    """Whether lengths of time go on to one that is an age: "11 months, four months and six months old"."""
    for _ in range(AGES):
        if text.low(at) not in (",", "and", "or"):
            return False
        at += 2 if text.low(at + 1) in ("and", "or") else 1
        if not (text.kind(at) == "n" or numerals.starts(text, at)) or not listed(
            text.next_low(at + 1), "ages", "units"
        ):
            return False
        at += 2
        if text.next_low(at) == "old":
            return True
    return False


def is_parent(word: str) -> bool:
    """Whether "of three" behind the word tells of children and not of several such persons."""
    return listed(word, "ages", "parents")


def _second_age(text: Scan, found: Expression) -> bool:
    """The second of "aged 78 and 83", "ages 13 years to 7 months"."""
    at = found.first
    if found.duration and text.before(at) in ("and", "or", "to") and listed(text.before(at - 1), "ages", "units"):
        return text.kind(at - 3) == "n" and listed(text.before(at - 3), "ages", "before")
    for _ in range(AGES if is_bare(found) else 0):
        if text.before(at) not in ("and", "or", "to", ",") or text.kind(at - 2) != "n":
            break
        at -= 2
    hedged = at - 1 if text.before(at) in ("about", "around") else at
    if at < found.first and listed_phrases("ages", "phrases_before").ending(text, hedged):
        return True  # "between the ages of about 18 and 20"
    if text.before(at) == "of" and are_people(text.before(at - 1)) and not is_parent(text.before(at - 1)[:-1]):
        return at < found.first and _lifetime(found) and not noun_follows(text, found.last)
    return at < found.first and listed(text.before(at), "ages", "before")


def _of_several(text: Scan, found: Expression) -> bool:
    """One of several ages, closed off behind those whose they are: "two men, 20 and 31, were hurt"."""
    if not (is_bare(found) and _lifetime(found) and text.kind(found.first) == "n"):
        return False
    first, last = found.first, found.last
    for _ in range(AGES):
        if text.before(first) in (",", "and") and text.kind(first - 2) == "n":
            first -= 2
        if text.next_low(last) in (",", "and") and text.kind(last + 1) == "n":
            last += 2
    several = last - first > found.last - found.first
    opened = text.before(first) in (",", "(") and are_people(text.before(first - 1))
    return several and opened and text.next_low(last) in (",", ")", ".", ";", "")


def _turned(text: Scan, at: int, found: Expression) -> bool:
    """Whether "turned 40" speaks of something else: "turned 40 people away"."""
    bare = is_bare(found) and (not noun_follows(text, found.last) or text.next_low(found.last) in WHEN)
    return listed(text.before(at), "ages", "turn") and not bare


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
    ends = not noun_follows(text, found.last) or not plural(text.next_low(found.last))
    before = text.before(found.first)
    if before in ("were", "are", "was", "is") and bounded and not noun_follows(text, found.last):
        # "62 were over 80": a number of people, and how old they were.
        at = found.first - 2
        return _lifetime(found) and (text.kind(at) == "n" or numerals.starts(text, at) or are_people(text.low(at)))
    hurt = listed(before, "ages", "hurt") and listed(text.before(found.first - 1), "ages", "joints")
    if hurt:
        return False  # "killed 40 and wounded over 90"
    return bounded and _lifetime(found) and are_people(before) and ends


def are_people(word: str) -> bool:
    """Whether a word stands for people: listed, or a plural by its ending ("tenants", "drivers")."""
    several = word.endswith("s") and listed(word[:-1], "ages", "persons")  # "three sons, 12, 14 and 16"
    return several or listed(word, "ages", "people") or word.endswith(tuple(entry("refusals", "ages", "endings")))


def _lived(text: Scan, found: Expression) -> bool:
    """ "men retiring at 65", "the pension age will climb from 62 to 64"."""
    if not (is_bare(found) and _lifetime(found)) or noun_follows(text, found.last) or text.low(found.last) == "%":
        return False
    if text.before(found.first) == "at" and _is_told_of(text, found.first - 2):
        return True
    if listed_phrases("ages", "fate").ending(text, found.first):
        return True  # "was found dead at 40 in his flat"
    if text.before(found.first) not in ("to", "from", "at", "is", "was", "of"):
        return False
    for place in range(found.first - 1, max(-1, found.first - SUBJECT), -1):
        if text.low(place) in (".", ";", "!", "?") or text.gap(place) == 2:
            return False
        if text.low(place) == "age":
            return text.low(place - 1) not in ("of", "average")
    return False


def _is_told_of(text: Scan, last: int) -> bool:
    """Whether a verb of what people do at an age stands behind no stop: "died in 1999 at 80", "died Monday at 91"."""
    for place in range(last, max(-1, last - SUBJECT), -1):
        if listed(text.low(place), "ages", "at"):
            return True
        if text.kind(place) not in ("w", "n") or text.gap(place + 1) == 2:
            return False
    return False


def _appositive(text: Scan, found: Expression) -> bool:
    """ "A conscript, 19, was killed", "A grandmother of six, 71,"."""
    opened = text.before(found.first) == "," or (
        text.before(found.first) in ("also", "just", "only", "now") and text.before(found.first - 1) == ","
    )
    enclosed = opened and text.next_low(found.last) == ","
    if not (enclosed and is_bare(found) and _lifetime(found) and text.kind(found.first) == "n"):
        return False
    if text.before(found.first) == "also":
        return True  # "another pupil, also 15, was hurt"
    for place in range(found.first - 2, max(-1, found.first - PHRASE), -1):
        if text.kind(place) != "w" or listed(text.low(place), "ages", "amounts"):
            return False
        if text.low(place) in ("a", "an"):
            return text.opens(place) or text.low(place - 1) in ("and", ",", "killed", "that", "said", "when", "by")
    return False


def _beside_name(text: Scan, found: Expression) -> bool:
    """ "Ana Petrov, 34, said", "Ana Petrov (34)", "fire kills man, 45" where a headline ends."""
    if not (is_bare(found) and _lifetime(found) and text.kind(found.first) == "n"):
        return False
    opening, closing = text.before(found.first), text.next_low(found.last)
    if opening in QUOTES and text.low(found.first - 2) == ",":
        opening, name = ",", _past_aside(text, found.first - 1)  # 'Ivo "Slim," 25, of Leeds'
    else:
        name = _past_aside(text, found.first - 2) if opening == "," else found.first - 2
    person = listed(text.low(name), "ages", "persons") or _is_formed(text, name)
    if not (text.capital(name) or person) or listed(text.low(name), "dates", "months"):
        return False
    if text.next_low(found.last) == "of" and text.next_low(found.last + 1) in ("them", "these", "those", "whom"):
        return False  # "since Easter, 14 of them"
    if text.opens(name) and plural(text.low(name)) and (closing != "," or text.capital(found.last + 1)):
        return False  # "Ayes, 71; Noes, 66", but "Ramos, 55, won"
    if opening == "(":
        return closing == ")" and (person or text.capital(name - 1) or text.low(name - 1) == "-")
    if closing in (".", ";", "") and text.before(name) in words("elided", "placing") and not person:
        return False  # "29 died; at Treguine, 11."
    named = text.capital(name) and text.capital(name - 1) and not plural(text.low(name))  # "the death of Ivo Brook, 34"
    return (
        opening == ","
        and (closing in (",", ".", ";", "who", "of", "from", "and") or ((person or named) and closing == ""))
        and text.low(name) != text.low(name - 1)
    )


def _past_aside(text: Scan, at: int) -> int:
    """The last token of a name, over "Jr." and a by-name in quotation marks or brackets, which end at ``at``."""
    if text.low(at) == "." and listed(text.low(at - 1), "ages", "suffixes"):
        at -= 1
    if listed(text.low(at), "ages", "suffixes"):
        at -= 2 if text.low(at - 1) == "," else 1
    closes = text.raw(at)
    if closes not in QUOTES and closes != ")":
        return at
    for place in range(at - 1, max(-1, at - PHRASE), -1):
        if text.raw(place) == "(" if closes == ")" else text.raw(place) in QUOTES:
            at = place - 1
            while listed(text.low(at), "ages", "aliases"):
                at -= 1
            return at
    return at


def _is_formed(text: Scan, at: int) -> bool:
    """Whether a noun with its article is formed like one for a person: "a midwife", "his gardener"."""
    article = {text.low(at - 1), text.low(at - 2)} & {"a", "an", "the", "his", "her", "their"}
    formed = bool(article) and text.low(at).endswith(FORMED)
    return formed and not listed(text.low(at), "ages", "amounts")
