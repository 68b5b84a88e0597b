"""Millions take the one money of their paragraph: "asked for $75m. So far 29 million has been received".

What lends is told in the sentences before, and what is done with the millions can be done with money alone. Where two
moneys may be meant they stay what they are, and count nothing that was told before: of "charged four managers. It has
paid 90 million" no managers. "90 million of that" is told in the one measure, of money or not, that is as large.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.claims.haggled import is_asked, is_haggled
from reportedly.claims.lexicons import either, words
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.claims.unsaid import is_scaled, stands_alone
from reportedly.model import Quantity
from reportedly.values import Found, is_money
from reportedly.values.units import COUNT

POINTING = ("it", "that", "this")
UNMEASURED = ("percent", "share", "times", "percentage_point", "basis_point", COUNT)
SINGULAR = ("has", "was", "is")
NAMING = ("NOUN", "PROPN", "ADJ", "NUM")


class Purse:
    """What one paragraph has told of measures, for the bare numbers of its later sentences."""

    def __init__(self) -> None:
        self._told: list[tuple[str, Fraction]] = []
        self._asides: list[Fraction] = []
        self._haggled: Found | None = None

    def opens(self) -> None:
        """A paragraph begins."""
        self._told.clear()
        self._asides.clear()
        self._haggled = None

    def lend(self, tree: Tree, founds: Sequence[Found]) -> tuple[Found, ...]:
        """The numbers of the next sentence, with the unit of those before."""
        return tuple(self._all(tree, founds))

    def _all(self, tree: Tree, founds: Sequence[Found]) -> Iterator[Found]:
        haggled = self._haggled
        for found in founds:
            if self._haggled is not None and is_asked(tree, found, self._haggled):
                yield _as_haggled(found, self._haggled)
                continue
            aside = self._haggled is not haggled and is_counted(tree, found)  # "its 70,000 members deserved 9"
            self._haggled = found if is_haggled(tree, found) else self._haggled if aside else None
            if self._told and found.quantity.unit == COUNT and not found.is_measure:
                unit = self._unit(tree, found)
                if unit is not None:
                    yield found._replace(quantity=replace(found.quantity, unit=unit), is_measure=True)
                    continue
            unit, size = found.quantity.unit.partition("/")[0], _size(found)
            if is_money(unit) and tree.lower[_first(tree, found) - 1] == "(" and self._told:
                self._asides.append(size)
            elif found.is_measure and not found.is_duration and unit not in UNMEASURED:
                self._told.append((unit, size))
            yield found

    def _unit(self, tree: Tree, found: Found) -> str | None:
        """The unit that a bare number leaves unsaid, where no more than one may be meant."""
        size, after = _size(found), _last(tree, found) + 1
        if is_of_that(tree, after):
            units = {unit for unit, told in self._told}
            return next(iter(units)) if len(units) == 1 and any(size <= told for _, told in self._told) else None
        moneys = {unit for unit, _ in self._told if is_money(unit)}
        if len(moneys) != 1 or any(size <= told for told in self._asides) or not is_sum(tree, found):
            return None
        return next(iter(moneys))


def _as_haggled(found: Found, before: Found) -> Found:
    quantity = replace(found.quantity, unit=before.quantity.unit)
    return found._replace(quantity=quantity, is_measure=True, is_duration=before.is_duration)


def is_counted(tree: Tree, found: Found) -> bool:
    """Whether a noun stands behind a number, which counts it."""
    after = _last(tree, found) + 1
    return found.quantity.unit == COUNT and not found.is_measure and tree.sentence.xpos[after : after + 1] == ("NNS",)


def is_of_that(tree: Tree, token: int) -> bool:
    """Whether "of that" stands at ``token``, and not "of that kind"."""
    of, that, *_ = (*tree.lower[token : token + 2], "", "")
    after = tree.sentence.upos[token + 2] if token + 2 < len(tree.lower) else ""
    return of == "of" and that in POINTING and after not in NAMING


def is_sum(tree: Tree, found: Found) -> bool:
    """Whether bare millions are money by what is done with them: "has been pledged", "paid 90 million"."""
    after = _last(tree, found) + 1
    if found.quantity.unit != COUNT or not is_scaled(found):
        return False
    if not stands_alone(tree, after) and not is_of_that(tree, after):
        return False
    anchor = max(tree.tokens(*found.numeral), default=0)
    verb, relation = tree.head(anchor), tree.sentence.relations[anchor]
    if verb < 0:
        return False
    spent = named(tree, verb)
    alone, either = words("figures", "purse", "alone"), words("figures", "purse", "either")
    if relation == "nsubj:pass":
        single = any(tree.lower[t] in SINGULAR for t in tree.having(verb, "aux", "aux:pass"))
        return not alone.isdisjoint(spent) or (single and not either.isdisjoint(spent))
    if relation == "nsubj" and _is_opened(tree) and anchor < verb:
        goes = tree.lemma(verb) in words("figures", "purse", "going")
        led = [tree.case(noun) for noun in (verb, *tree.having(verb, "obl")) if noun >= verb]
        return ("for" in led and bool(tree.having(verb, "cop"))) or (goes and "to" in led)
    if relation != "obj" or tree.having(verb, "iobj"):
        return False
    papers = any(tree.lemma(t) in words("figures", "purse", "papers") for t in tree.having(verb, "nsubj"))
    covered = papers and not words("figures", "purse", "covering").isdisjoint(spent)
    return covered or not (alone | either).isdisjoint(spent)


def _is_opened(tree: Tree) -> bool:
    """Whether a sentence opens with "of this", "of that sum"."""
    if tree.lower[0] != "of" or tree.lower[1:2] not in (("this",), ("that",), ("the",)):
        return False
    told = tree.lower[2:3] == (",",) or tree.sentence.upos[2:3] == ("NUM",)
    return told or not words("figures", "parts", "sums").isdisjoint(tree.lemmas[2:3])


def is_no_use(tree: Tree, head: int | None, found: Found) -> bool:
    """Whether the word beside a sum tells who paid it or what was done, not for what: "and the city 400 million"."""
    first = _first(tree, found)
    if head == _last(tree, found) + 1 and is_money(found.quantity.unit):
        return tree.sentence.xpos[head] == "VBN"  # "of the 950 million notified"
    if head is None or head != first - 1 or not is_money(found.quantity.unit) or not is_scaled(found):
        return False
    start = head
    while start > 0 and tree.sentence.upos[start - 1] in ("DET", "ADJ", "NOUN"):
        start -= 1
    numeral = found.numeral[0] == found.start  # "the rest 400 million", but "growth $3 billion" is no English either
    return numeral and start > 0 and tree.lower[start - 1] in (",", "and", "while", "but", ";")


def named(tree: Tree, verb: int) -> set[str]:
    """By what names a verb goes: "set", "set aside"."""
    lemma = tree.lemma(verb)
    return {lemma, *(f"{lemma} {tree.lower[t]}" for t in tree.having(verb, "compound:prt", "advmod", "compound"))}


def _size(found: Found) -> Fraction:
    return found.quantity.high or found.quantity.low or Fraction()


def _first(tree: Tree, found: Found) -> int:
    return min(tree.tokens(found.start, found.end), default=0)


def _last(tree: Tree, found: Found) -> int:
    return max(tree.tokens(found.start, found.end), default=len(tree.lower))


def is_saved(tree: Tree, figure: Figure, verb: int, quantity: Quantity) -> bool:
    """Whether somebody cuts money of which only the budget it is cut from is told: "the state will cut $3bn"."""
    cuts = is_money(quantity.unit) and tree.lemma(verb) in words("figures", "saving", "verbs")
    acts = figure.head is not None and tree.head(figure.anchor) == verb and tree.base[figure.anchor] == "obj"
    behind = [
        tree.lemma(t)
        for t in tree.having(verb, "obl", "nmod")
        if t > figure.anchor and tree.case(t) in ("from", "in", "off")
    ]
    known = either(("figures", "saving", "from"), ("times", "words"))
    return cuts and acts and (figure.head or 0) < verb and known.issuperset(behind)
