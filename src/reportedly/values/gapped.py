"""Words become values: a name and a number right behind it tell what the clause before told of another name.

"Labour holds 45 seats, the Greens 12 and Spain nine": each name with its number, the deed told once. It promises that a
model ("40 aircraft, Boeing 747 and Airbus 320") stays a name: without an article only a place, or names of which the
first is told so, too ("Harbour Party 34 seats, Valley Union 29"), can stand there. So does what somebody has to
compare it with: "48 percent to Sol's 41".
"""

from fractions import Fraction
from functools import lru_cache

from reportedly.values import cardinals, numerals
from reportedly.values.lexicons import words
from reportedly.values.places import namesakes
from reportedly.values.scan import Scan
from reportedly.values.shapes import plural
from reportedly.values.states import state_names

NAMES = 12  # so many names may follow the first, each with its number
WHOLE, BESIDE = 20, 4  # so many words back a whole may stand that is made up, and one that is not all made up
PHRASE = 7  # so many words back a name may begin
ENDS = (",", ".", ";", ")", "and", "but", "while", "")
LINKS = (",", "and", ";", "but", "while")
OWNED_ENDS = (*ENDS, "?", "!", "in", "at", "on", "a", "per", "last", "this", "with", "when", "after", "from")
OTHERS = ("other", "others", "elsewhere")
ENDING = frozenset({".", "?", "!", ";"})
GENITIVES = ("'s", "\u2019s")


def is_gapped(text: Scan, at: int, last: int) -> bool:
    """Whether the number in ``text`` from ``at`` to ``last`` stands behind a name in a row of such."""
    if text.next_low(last) not in ENDS:
        return False
    bare = False  # whether a name without an article is met on the way, which is no place
    for _ in range(NAMES):
        name = at - 1
        while _is_of_name(text, name) and at - name < PHRASE:
            name -= 1
        article = text.low(name) == "the"
        if name == at - 1:
            return False
        bare = bare or not (article or is_place(text.text[text.starts[name + 1] : text.ends[at - 1]]))
        name -= article
        if text.low(name) == "(" and _is_in_row(text, name):
            return True
        if text.low(name) == ":":
            return _is_labelled(text, name)
        if text.low(name) not in LINKS:
            return False
        before = next((spot for spot in range(name - 1, name - PHRASE - 1, -1) if _is_number(text, spot)), -1)
        if before < 1 or not text.joined(before, at):
            return False
        if _is_first(text, before):
            paired = text.capital(before - 1) and text.low(before - 1) not in words("refusals", "labels", "capital")
            return paired or not bare
        if not text.capital(before - 1):
            return False
        at = before
    return False


def is_owned(text: Scan, at: int, last: int) -> bool:
    """Whether a number is what another has of what was told: "with 48 percent to Sol's 41", but no "Ford's 150"."""
    name = at - 1
    owner = text.low(name)[:-2] if text.low(name).endswith(GENITIVES) else ""
    if not owner or owner in words("refusals", "labels", "capital") or text.next_low(last) not in OWNED_ENDS:
        return False
    while _is_of_name(text, name) and at - name < PHRASE:
        name -= 1
    name -= text.low(name) == "the"
    if text.low(name) not in words("elided", "owned"):
        return False
    spots = range(name - 1, max(-1, name - WHOLE), -1)
    before = next((spot for spot in spots if text.kind(spot) == "n" or text.low(spot) in cardinals.ones()), -1)
    told = before > 0 and text.joined(before, at) and ENDING.isdisjoint(text.lows[before:at])
    return told and (_is_first(text, before) or text.low(before - 1).endswith(GENITIVES))


def _is_in_row(text: Scan, opened: int) -> bool:
    """Whether a bracket tells a number by names: "71 (Zomba 44, Phalombe 22)", no more than that or all of another."""
    near = [spot for spot in range(opened - 1, max(-1, opened - WHOLE), -1) if text.kind(spot) == "n"]
    wholes = [read.value for spot in near if text.joined(spot, opened) and (read := numerals.read(text, spot))]
    if not wholes:
        return False
    at, told, placed = opened + 1, list[Fraction](), False
    for _ in range(NAMES):
        first = at
        while text.capital(at) and at - first < PHRASE:
            at += 1
        number = numerals.read(text, at) if at > first else None
        if number is None or number.value is None:
            return False
        told.append(number.value)
        placed = placed or is_place(text.text[text.starts[first] : text.ends[at - 1]])
        at = number.last
        if text.low(at) == ")":
            beside = placed and near[0] > opened - BESIDE and wholes[0] is not None and sum(told) <= wholes[0]
            return len(told) > 1 and (beside or sum(told) in wholes)
        if text.low(at) not in LINKS:
            return False
        at += 1
        at += text.low(at) == "and"
    return False


def _is_labelled(text: Scan, colon: int) -> bool:
    """Whether a label tells by names: "Cases by region: Dakar 212, Thies 97", but no "Jets: Boeing 747, Airbus 320"."""
    label = text.lows[max(0, colon - PHRASE) : colon]
    at, told, placed = colon + 1, 0, False
    dealt = "by" in label or not words("refusals", "labels", "dealt").isdisjoint(label)
    for _ in range(NAMES):
        first = at
        while (text.capital(at) or text.low(at) in OTHERS or _is_inner(text, at, first)) and at - first < PHRASE:
            at += 1
        number = numerals.read(text, at) if at > first else None
        if number is None or number.value is None:
            return False
        told, placed = told + 1, placed or is_place(text.text[text.starts[first] : text.ends[at - 1]])
        at = number.last
        if text.low(at) not in LINKS:
            return (dealt or (placed and plural(text.low(colon - 1)))) and told > 1 and text.low(at) in ("", ".")
        at += 1
        at += text.low(at) == "and"
    return False


def _is_inner(text: Scan, at: int, first: int) -> bool:
    """Whether a small word stands within a name: "Bahía de Caráquez 29"."""
    return at > first and text.kind(at) == "w" and text.capital(at + 1) and not plural(text.low(at))


def _is_of_name(text: Scan, at: int) -> bool:
    """Whether a word belongs to a name: "the Farmers' League"."""
    owning = text.low(at) in ("'", "’") and text.capital(at - 1)
    return owning or (text.capital(at) and (text.low(at - 1) == ":" or not text.opens(at)))


def _is_number(text: Scan, at: int) -> bool:
    return text.kind(at) == "n" or (text.kind(at) == "w" and text.low(at) in cardinals.ones())


def _is_first(text: Scan, at: int) -> bool:
    """Whether a number is told in full: "holds 45 seats", "took 29 per cent and the Farmers 17"."""
    shared = text.low(at + 1) in ("%", "percent", "per")
    counted = shared or any(plural(text.low(at + step)) for step in (1, 2))
    return text.kind(at - 1) == "w" and counted


@lru_cache(maxsize=4096)
def is_place(name: str) -> bool:
    """Whether a town or a state goes by that name."""
    return bool(namesakes(name)) or name in {state.name for state in state_names().values()}
