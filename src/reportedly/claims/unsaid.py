"""Numbers take the units that are left unsaid beside them: "a budget of 92 billion kroner, of which 6.5 billion".

What is paid is of the money told before, what is short of a norm is told as the norm is, and who in a poll is named
with a bare number has so many percent. Wherever a noun may belong to the number, it counts that and takes nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.claims.awaited import awaiting
from reportedly.claims.lexicons import listed, words
from reportedly.claims.nouns import Nouns
from reportedly.claims.trees import Tree
from reportedly.values import Found, is_money

# Of what these are part of, a level is told in the whole: "fell 2 cents to 1.21".
COINED = frozenset({"cent", "penny"})
COUNT, PERCENT, BE, OVER, HUNDRED = "count", "percent", "be", "over", 100
BETWEEN = re.compile(r"[\s\d.,$€£¥-]+")  # what stands between the words of a number
# How many cents or pence make the money of which they are a part.
COINS = 100


def _coined(founds: Iterator[Found]) -> Iterator[Found]:
    """Cents and pence as parts of the money told beside them: "up 12 cents to $4.95"; pence of pounds by themselves."""
    told = list(founds)
    named = {found.quantity.unit.partition("/")[0] for found in told if is_money(found.quantity.unit)}
    cents = named & words("figures", "coins", "of_cents")
    for found in told:
        coin, _, rest = found.quantity.unit.partition("/")
        money = "GBP" if coin == "penny" and named <= {"GBP", "penny"} else None
        money = next(iter(cents)) if coin == "cent" and len(cents) == 1 else money
        yield found if money is None else _as_money(found, "/".join((money, rest)) if rest else money)


def _as_money(found: Found, unit: str) -> Found:
    quantity = found.quantity
    low, high = (None if end is None else end / COINS for end in (quantity.low, quantity.high))
    return found._replace(quantity=replace(quantity, low=low, high=high, unit=unit))


# Words of time that no number counts: "up from 40 million previously".
WHEN = frozenset({"today", "yesterday", "now", "previously", "earlier", "annually", "yearly", "monthly"})


# What is told beside a sum in the same measure is no more times as large or as small: of prices, of what is moved.
FAR, NEAR = 20, 4
# Between what is told side by side.
JOINTS = frozenset({"and", ",", ";", "but", "while"})
MORE = frozenset({("more", "than"), ("less", "than"), ("short", "of")})


def _is_near(found: Found, before: Found, times: int) -> bool:
    sizes = [quantity.high or quantity.low for quantity in (found.quantity, before.quantity)]
    small, large = sorted(size or Fraction(0) for size in sizes)
    return small > 0 and large <= times * small


def _is_share(found: Found) -> bool:
    size = found.quantity.high or found.quantity.low
    return size is not None and 0 < size < HUNDRED


def is_scaled(found: Found) -> bool:
    """Whether a number is told in thousands, millions or more, by a word."""
    scales = words("figures", "scales", "words")
    return any(word.strip("-") in scales for word in BETWEEN.split(found.quantity.written.lower()))


def stands_alone(tree: Tree, token: int) -> bool:
    """Whether no noun can belong to a number that ends before ``token``."""
    if token >= len(tree.lower):
        return True
    upos, xpos, times = tree.sentence.upos[token], tree.sentence.xpos[token], words("times", "words")
    linked = upos in ("PUNCT", "AUX", "CCONJ", "DET") or xpos in ("VBP", "VBZ")
    if upos == "NUM" and token + 1 < len(tree.lower) and tree.lemma(token + 1) in times:
        return True  # "against 48 four years ago"
    timed = tree.lower[token] in ("last", "next") and set(tree.lower[token + 1 : token + 2]) & times
    return linked or bool(timed) or tree.lower[token] in WHEN or (upos == "ADP" and tree.lower[token] != "of")


class Units:
    """The units of one sentence's numbers, the unsaid ones too."""

    paying = listed("figures", "equations", "paying")
    selling = listed("figures", "equations", "selling")
    norms = listed("figures", "norms", "words")

    def __init__(self, tree: Tree, nouns: Nouns) -> None:
        self.tree, self.nouns = tree, nouns

    def of(self, founds: Sequence[Found]) -> tuple[Found, ...]:
        """The numbers with their units."""
        founds = [self._placed(found) for found in founds] if OVER in self.tree.lower else founds
        return tuple(_coined(self._alike(self._lent(founds))))

    def _placed(self, found: Found) -> Found:
        """ "shot down nine drones over four provinces": where, and no bound."""
        tree, told = self.tree, self.tree.tokens(found.start, found.end)
        over, number = told.start, told.stop - 1
        noun = tree.head(number)
        if tree.lower[over] != OVER or over == number or tree.head(over) != noun or found.quantity.unit != COUNT:
            return found
        where = tree.base[noun] in ("obl", "nmod") and tree.lemma(noun) in words("slots", "divisions")
        if not where or tree.sentence.xpos[over] != "IN" or over < 1:
            return found
        done = tree.having(tree.head(noun), "obj", "nsubj:pass")
        if over - 1 not in done and not (done and over - 1 == tree.head(noun)):
            return found  # "destroyed over four towns"
        low, written = found.quantity.low, found.quantity.written.partition(" ")[2]
        exact = replace(found.quantity, high=low, low_strict=False, approximator="exact", written=written)
        return found._replace(start=found.numeral[0], quantity=exact)

    def _lent(self, founds: Sequence[Found]) -> Iterator[Found]:
        """ "a budget of 92 billion kroner, of which 6.5 billion": millions without a noun are of the unit before."""
        unit: str | None = None
        for found in founds:
            if not is_scaled(found):
                yield found
                continue
            bare = found.quantity.unit == "count" and (
                stands_alone(self.tree, self._after_last(found)) or self._is_set_against(found)
            )
            if bare and unit is not None:
                yield found._replace(quantity=replace(found.quantity, unit=unit), is_measure=True)
                continue
            if not self._is_aside(found):
                unit = found.quantity.unit if found.is_measure and not found.is_duration else None
            yield found

    def _alike(self, founds: Iterator[Found]) -> Iterator[Found]:
        """ "sold for 30 lira in May and now costs 75", "rose 9 rupees a litre to 272": of the unit told before."""
        before: Found | None = None
        last: Found | None = None
        for found in founds:
            alone = stands_alone(self.tree, self._after_last(found)) or self._is_held_against(found)
            bare = found.quantity.unit == COUNT and alone
            apart = before is not None and before.quantity.unit == PERCENT and last is not before
            if bare and before is not None and not apart and self._is_told_alike(found, before):
                found = found._replace(
                    quantity=replace(found.quantity, unit=before.quantity.unit), is_measure=True, is_duration=False
                )
            measured = found.is_measure and not found.is_duration
            if measured and found.quantity.unit not in ("share", "times") and not self._is_aside(found):
                before = found
            last = found
            yield found

    def _is_aside(self, found: Found) -> bool:
        """Whether a sum in brackets only tells another in its own money: "520 million pesos ($9.1 million)"."""
        first = self._first(found)
        money = is_money(found.quantity.unit) and first > 1 and self.tree.lower[first - 1] == "("
        return money and self.tree.sentence.upos[first - 2] in ("NOUN", "PROPN", "NUM")

    def _is_held_against(self, found: Found) -> bool:
        after = self._after_last(found)
        held = (self.tree.lower[after - 1 : after + 1], self.tree.lower[after : after + 2])
        return not MORE.isdisjoint(held) or self._is_norm(self._first(found), found)

    def _is_set_against(self, found: Found) -> bool:
        """ "$336m, 12 million less than planned", "less than the 25 million unions had demanded"."""
        tree = self.tree
        beside = tree.lower[self._first(found) - 1] == "," and self._is_held_against(found)
        return beside or any(awaiting(tree, token) is not None for token in tree.tokens(*found.numeral))

    def _is_told_alike(self, found: Found, before: Found) -> bool:
        """Whether the words before a bare number tell that it is one more of what was measured before."""
        first = self._first(found)
        if first < 1:
            return False
        if before.quantity.unit == PERCENT:
            return _is_share(found) and (self._is_pair(first, before) or self._is_polled(first, found, before))
        if self._is_reached(first, found, before) or self._is_more(first, found, before):
            return True
        if is_money(before.quantity.unit.partition("/")[0]) and self._is_price(first):
            return _is_near(found, before, FAR) or self.tree.lemma(first - 1) in self.paying
        return _is_near(found, before, FAR) and (
            self._is_norm(first, found) or self._is_of_its(first) or self._is_reached(first, found, before)
        )

    def _is_price(self, first: int) -> bool:
        """ "now costs 75", "goes for 1,100", "is 1.30 now"."""
        tree, verb = self.tree, first - 1
        if tree.lemma(verb) in self.paying or tree.lemma(verb) == BE:
            return True
        while verb > 0 and tree.sentence.upos[verb] in ("ADP", "ADV"):
            verb -= 1
        return tree.lower[first - 1] in ("for", "at") and tree.lemma(verb) in self.selling

    def _is_norm(self, first: int, found: Found) -> bool:
        """ "below the 330 that the state lays down", "short of the 95 needed"."""
        tree, after = self.tree, self._after_last(found)
        told = tree.lower[after : after + 1] in (("that",), ("which",)) or (
            tree.sentence.xpos[after : after + 1] == ("VBN",) and tree.lemma(after) in self.norms
        )
        return tree.lower[first - 1] == "the" and told

    def _is_of_its(self, first: int) -> bool:
        """ "able to turn out 230 MW of its 1,080"."""
        return self.tree.lower[max(0, first - 2) : first] in (("of", "its"), ("of", "their"))

    def _is_reached(self, first: int, found: Found, before: Found) -> bool:
        """ "broke $900 before easing to 864"."""
        tree = self.tree
        anchor = max(tree.tokens(*found.numeral), default=first)
        verb = tree.head(anchor)
        moved = verb >= 0 and tree.sentence.upos[verb] == "VERB" and self._moves(verb)
        reached = tree.lower[first - 1] in ("to", "from", "at") and moved
        beside = verb in tree.up(max(tree.tokens(*before.numeral), default=first)) and verb < self._first(before)
        moving = next((t for t in tree.up(max(tree.tokens(*before.numeral), default=first)) if self._moves(t)), None)
        aside = tree.lower[first - 1] == "to" and self._after_last(before) <= first - 1 <= self._after_last(before) + 3
        if aside and moving is not None and moving < self._first(before):  # "up by 9 rupees a litre, to 272"
            return before.quantity.unit.partition("/")[0] not in COINED
        if reached and beside:  # "rose 9 rupees to 272"
            return before.quantity.unit.partition("/")[0] not in COINED
        return reached and not tree.having(verb, "obj") and _is_near(found, before, NEAR)

    def _is_more(self, first: int, found: Found, before: Found) -> bool:
        """ "sells for 289,000 pounds, 9,000 more than a year ago"."""
        after = self._after_last(found)
        lower = self.tree.lower
        held = not MORE.isdisjoint((lower[after - 1 : after + 1], lower[after : after + 2]))
        return held and lower[first - 1] == "," and self._after_last(before) in (first - 1, first - 2)

    def _moves(self, verb: int) -> bool:
        beside = self.tree.having(verb, "advmod", "compound")
        return self.nouns.way(verb) is not None or any(self.tree.lower[t] in ("up", "down") for t in beside)

    def _is_pair(self, first: int, before: Found) -> bool:
        """ "by 50.35 per cent to 49.65"; "71 percent against 64 a year ago"."""
        beside = self.tree.lower[first - 1] in ("to", "against", "versus")
        return beside and self._after_last(before) in (first - 1, first - 2)

    def _is_polled(self, first: int, found: Found, before: Found) -> bool:
        """ "46 per cent of Danes were for it, 31 against"; "the Front had 41.3 per cent and the ruling bloc 38"."""
        tree, leading = self.tree, self._first(before) - 1
        if tree.lower[first - 1] == tree.lower[leading] == "by":
            return True  # "wages rose by 4 percent, prices by 7"
        rises = leading >= 0 and (tree.lower[leading] == "by" or self.nouns.way(leading) is not None)
        if rises or tree.lower[self._after_last(before)] == "-":
            return False
        after = self._after_last(found)
        ends = after >= len(tree.lower) or tree.sentence.upos[after] in ("PUNCT", "CCONJ")
        if tree.lower[first - 1] in JOINTS:
            return not ends or tree.lower[first - 1] == ";"
        if tree.lower[first - 1] == "on" and tree.sentence.upos[first - 2] == "PROPN":
            return True  # "led with 44 percent, ahead of Mr Costa on 31"
        noun = first - 1
        while noun > 0 and (
            tree.sentence.upos[noun] in ("NOUN", "PROPN", "ADJ", "DET") or tree.sentence.xpos[noun] == "VBG"
        ):
            noun -= 1
        return ends and noun < first - 1 and tree.lower[noun] in JOINTS and tree.sentence.upos[first - 1] != "ADJ"

    def _first(self, found: Found) -> int:
        return min(self.tree.tokens(found.start, found.end), default=0)

    def _after_last(self, found: Found) -> int:
        return max(self.tree.tokens(found.start, found.end), default=len(self.tree.lower)) + 1
