"""Where the numbers of a sentence stand in its tree: which tokens are theirs, and by which they hang.

A number's own tokens are its hedge, numeral, scale, unit and rate; a verb that bounds it ("exceed 20,000") stays
outside. What the numbers count is for ``figures`` to say.
"""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from reportedly.claims.nouns import Nouns
from reportedly.claims.trees import Tree
from reportedly.claims.unsaid import Units
from reportedly.frozen import dataclass
from reportedly.model import Change
from reportedly.values import Found, is_money

Kind = Literal["count", "share", "multiple", "money", "duration", "extent"]

Leaning = Literal["any", "living", "same unit", "compared"]

SHARES = frozenset({"percent", "share", "percentage_point"})
MULTIPLE = "times"
RATE_WORDS = frozenset({"a", "an", "per", "each", "every"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: all its tokens with hedge and rate in order, and the one by which it hangs in the tree."""

    found: Found
    inside: tuple[int, ...]
    anchor: int

    @property
    def first(self) -> int:
        """Its first token."""
        return self.inside[0]

    @property
    def after(self) -> int:
        """The token behind its last."""
        return self.inside[-1] + 1

    @property
    def kind(self) -> Kind:
        """What kind of number it is, by its unit."""
        return _kind(self.found.quantity.unit, lasts=self.found.is_duration, measures=self.found.is_measure)


@cache
def _kind(unit: str, *, lasts: bool, measures: bool) -> Kind:
    unit = unit.partition("/")[0]
    if unit == MULTIPLE:
        return "multiple"
    if unit in SHARES:
        return "share"
    if lasts:
        return "duration"
    if not measures:
        return "count"
    return "money" if is_money(unit) else "extent"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its sentence. Tokens are positions in the tree; ``head`` is None where nothing names what is counted.

    ``leans`` tells what an earlier head may be carried over from, where the own one is a pronoun or missing: from
    anything alike, from all but places, from what is measured in the same unit, or from what the number is compared
    with. ``carrier`` is a word like "total", which names what is counted only where nothing was counted before.
    ``is_whole`` where the number only says of how many another is. ``deed`` is the word that tells what befell those
    whom an earlier number names. ``like`` is the earlier number of the sentence that counts the same by a pronoun.
    """

    found: Found
    tokens: tuple[int, ...]
    anchor: int
    head: int | None
    change: Change
    leans: Leaning | None = None
    carrier: int | None = None
    is_whole: bool = False
    deed: int | None = None
    like: int | None = None

    @property
    def top(self) -> int:
        """The word by which what is counted hangs in the tree: its noun, or the number where none names it."""
        return self.anchor if self.head is None else self.head


class Places:
    """The places of one sentence's numbers, in order; ``owner`` leads from a token to the number it belongs to."""

    def __init__(self, tree: Tree, nouns: Nouns, founds: Sequence[Found]) -> None:
        self.tree, self.nouns = tree, nouns
        self.founds = Units(tree, nouns).of(founds)
        # Of these, the ones that are told without their unit, as what was measured before.
        self.lent = frozenset(i for i, found in enumerate(self.founds) if found.is_measure and not founds[i].is_measure)
        self.all = tuple(self._place(found) for found in self.founds)
        self.owner = {token: i for i, place in enumerate(self.all) if place for token in place.inside}

    def _place(self, found: Found) -> Place | None:
        tree = self.tree
        # "exceed 20,000" is a bound, but its verb governs the number and stays outside.
        inside = [token for token in tree.tokens(found.start, found.end) if tree.sentence.upos[token] != "VERB"]
        core = [*tree.tokens(*found.numeral)]
        if not core:
            return None
        core += tree.tokens(*found.unit_span) if found.unit_span else ()
        core += [token for token in inside if token == min(core) - 1 and tree.sentence.upos[token] == "SYM"]
        rate = self._rate(max(inside + core))
        more = max(inside + core) + 1
        if more < len(tree.lower) and tree.lower[more] in ("more", "extra", "additional") and not rate:
            inside = [*inside, more]
        everything = tuple(sorted({*inside, *core, *rate}))
        anchor = self._anchor(core, rate, everything)
        return Place(found, everything, self._strayed(anchor, everything, found))

    def _strayed(self, anchor: int, own: Sequence[int], found: Found) -> int:
        """The noun right behind a number whose own arc leads back over it, as no number before its noun does."""
        tree, beside = self.tree, max(own) + 1
        led_back = 0 <= tree.head(anchor) < min(own) and tree.base[anchor] in ("compound", "nummod")
        if not found.is_measure and (own_noun := self._own_noun(anchor, beside)) is not None:
            return own_noun
        if found.is_measure or not led_back or beside >= len(tree.lower):
            return anchor
        following = self.nouns.following(beside)
        # "Of the 10,000, as many as 8,000 are": the subject stands among the number's own words.
        subject = next((token for token in own if tree.base[token] == "nsubj" and tree.head(token) not in own), anchor)
        return subject if following is None else following

    def _own_noun(self, anchor: int, beside: int) -> int | None:
        """The plural right behind a number that the parse hangs on the thing of a number behind it.

        "Took 90 firefighters five hours": firefighters and no hours are 90.
        """
        tree, head = self.tree, self.tree.head(anchor)
        if tree.base[anchor] != "nummod" or head <= beside + 1 or tree.sentence.xpos[beside] != "NNS":
            return None
        numbers = "NUM" in tree.sentence.upos[beside + 1 : head] and tree.base[beside] in ("obj", "nsubj", "iobj")
        return beside if numbers else None

    def _rate(self, last: int) -> tuple[int, ...]:
        """The words of "a year", "per head" after a number."""
        lower, upos = self.tree.lower, self.tree.sentence.upos
        tied = lower[last + 1 : last + 2] == lower[last + 3 : last + 4] == ("-",)  # "a $15-an-hour wage"
        if tied and last + 4 < len(lower) and lower[last + 2] in RATE_WORDS:
            return tuple(range(last + 1, last + 5))
        noun = last + 2
        if noun < len(lower) and lower[last + 1] in RATE_WORDS and upos[noun] in ("NOUN", "PROPN"):
            return (last + 1, noun)
        return ()

    def _anchor(self, core: Sequence[int], rate: Sequence[int], inside: Sequence[int]) -> int:
        """The word by which the number hangs in the tree: the highest of its own words."""
        tree, own = self.tree, set(inside)
        for group in (core, [*core, *rate], inside):
            outer = [t for t in group if tree.head(t) not in own and tree.base[t] not in ("punct", "case", "det")]
            if outer:
                return min(outer, key=lambda token: (sum(1 for _ in tree.up(token)), -token))
        return core[-1]
