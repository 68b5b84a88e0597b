"""Words become zeros: "no casualties", "none of the 12", "nobody was hurt" say how many, and say it exactly.

"No" counts only before nouns that are listed, "nobody" only where a listed verb tells what befell nobody, since most of
what English denies is no count. Whatever stands in doubt is passed over.
"A single vessel" is told here, too, since it is what "not a single vessel" denies.
"""

from fractions import Fraction
from functools import cache

from reportedly.values import hedges
from reportedly.values.expressions import Expression, Term
from reportedly.values.lexicons import Phrases, entry, phrases, words
from reportedly.values.numerals import Numeral
from reportedly.values.refusals import Refusal
from reportedly.values.scan import Scan
from reportedly.values.units import COUNT

SINGLE = "single"
ANY = "any"
ANIES = frozenset({ANY, "anyone", "anybody"})
OPENERS = ANIES | {"no", "none", "nobody", "not", "nil", "no-one", SINGLE}


@cache
def _phrases(*keys: str) -> Phrases[bool]:
    return phrases((phrase, True) for phrase in entry("zeros", *keys))


@cache
def _nouns() -> frozenset[str]:
    """The nouns that "no" counts, in both numbers."""
    nouns = words("zeros", "no", "nouns")
    regular = {noun[:-1] + "ies" if noun.endswith("y") else noun + "s" for noun in nouns}
    return nouns | regular | {noun + "es" for noun in nouns if noun.endswith(("s", "sh", "ch", "x"))}


def read(text: Scan, at: int, *, floor: int = 0) -> Expression | Refusal | None:
    """The zero that begins at ``at``, the refusal of a "no one" that counts nothing, or None."""
    opening = text.low(at)
    if opening == SINGLE:
        return _single(text, at, floor)
    if opening not in OPENERS or (text.hyphen(at + 1) and text.low(at + 2) != "one"):
        return None
    if opening in ANIES and not _is_denied(text, at):
        return None
    last = {"no": _no, ANY: _no, "none": _none, "not": _not, "nil": _nil}.get(opening, _nobody)(text, at)
    if last is None:
        # "no one else came" holds a number word, so that it is refused and not lost.
        person = _phrases("persons", "words").starting(text, at)
        return Refusal(at, person[0], "idiom") if person and person[0] > at + 1 else None
    numeral = Numeral(at, last, text.starts[at], text.ends[last - 1], Fraction(0), "words")
    lead = hedges.before(text, at, floor=floor) if opening == "nil" else hedges.Hedge(at, at)
    return Expression(Term(numeral, at, last), None, lead.first, last, COUNT, lead.approximator)


def _is_denied(text: Scan, at: int) -> bool:
    """Whether what begins at ``at`` is denied, so that there were none: "denied that anyone was hurt", "any deaths"."""
    place, between = at - 1, words("zeros", "denied", "between")
    while place > max(0, at - 1 - int(entry("zeros", "denied", "reach"))) and text.low(place) in between:
        place -= 1
    return text.low(place) in words("zeros", "denied", "verbs") and text.before(place) not in words(
        "zeros", "denied", "negations"
    )


def _single(text: Scan, at: int, floor: int) -> Expression | None:
    """Of "a single vessel was held" the one; most of what is called single ("a single market") is no count."""
    noun, article = text.next_low(at + 1), text.before(at)
    listed = (
        text.kind(at + 1) == "w" and noun in words("zeros", "single", "nouns") and text.next_low(at + 2) not in _nouns()
    )
    if article != "a" or at - 1 < floor or not listed or text.hyphen(at + 1) or text.hyphen(at + 2):
        return None
    numeral = Numeral(at, at + 1, text.starts[at], text.ends[at], Fraction(1), "words")
    return Expression(Term(numeral, at, at + 1), None, at - 1, at + 1, COUNT, "exact")


def _no(text: Scan, at: int) -> int | None:
    person = _phrases("persons", "words").starting(text, at)
    if person is not None:
        return _nobody(text, at)
    for noun in range(at + 1, at + 1 + int(entry("zeros", "no", "reach"))):
        low = text.next_low(noun)
        if low == "such" and noun == at + 1:
            return _no_such(text, at)
        if text.kind(noun) != "w" or low in words("zeros", "no", "apart"):
            return None
        if low in _nouns() and not _goes_on(text, noun):
            return None if _phrases("no", "beyond").starting(text, noun) else at + 1
    return None


def _no_such(text: Scan, at: int) -> int | None:
    """Of "no such burials took place" the "no": whatever was told of before did not happen."""
    noun = text.next_low(at + 2)
    if text.kind(at + 2) != "w" or noun in words("zeros", "no", "apart") or noun in words("zeros", "no", "no_such"):
        return None
    return at + 1 if _phrases("no", "happening").starting(text, at + 3) else None


def _goes_on(text: Scan, noun: int) -> bool:
    """Whether a listed noun only names the one behind it: "no case numbers", "no home games"."""
    following = text.next_low(noun + 1)
    plural = following.endswith("s") and len(following) > len("this") and not text.low(noun).endswith("s")
    verb = following in words("refusals", "one", "not_nouns") or following in words("zeros", "no", "verbs")
    return text.hyphen(noun + 1) or following in _nouns() or (plural and not verb)


def _none(text: Scan, at: int) -> int | None:
    counted = _phrases("none", "counted").starting(text, at + 1)
    if counted is None and _phrases("none", "before").starting(text, at + 1):
        return None
    return None if _phrases("none", "after").ending(text, at) else at + 1


def is_nobody(written: str) -> bool:
    """Whether the words of a zero name persons without a noun: "nobody", "no one"."""
    return written.lower() in words("zeros", "persons", "words")


def is_none_of_any(written: str) -> bool:
    """Whether a zero is that of a denial: the "anyone" of "denied that anyone was hurt"."""
    return written.lower() in ANIES


def _nobody(text: Scan, at: int) -> int | None:
    person = _phrases("persons", "words").starting(text, at)
    if person is None:
        return None
    for place in range(person[0], person[0] + int(entry("zeros", "persons", "reach"))):
        low = text.next_low(place)
        if low in words("zeros", "persons", "verbs"):
            return person[0]
        if low not in words("zeros", "persons", "skipped"):
            return None
    return None


def _not(text: Scan, at: int) -> int | None:
    single = _phrases("not", "singles").starting(text, at)
    if single is not None:
        return single[0] if text.kind(single[0]) == "w" else None
    clause = text.before(at) in words("zeros", "not", "clause")
    verb = text.low(at + 1) == "a" and text.next_low(at + 3) in words("zeros", "not", "verbs")
    return at + 2 if clause and verb and text.kind(at + 2) == "w" else None


def _nil(text: Scan, at: int) -> int | None:
    tied = text.glued(at) and text.low(at - 1) == "-"
    return None if tied or (text.capital(at) and not text.opens(at)) else at + 1
