"""Which way a number points: is it how many there are, how far it rose or fell, or how many came on top?

The words right beside a number decide first ("up 5%", "5% higher", "by 5%", "to 5%"), whatever the parse makes of a
phrase; then the verb or noun it hangs on. A level reached ("rose to 5%") is a level, and a sum raised is no rise.
"""

from collections.abc import Sequence

from reportedly.claims.deeds import is_claimed
from reportedly.claims.lexicons import listed
from reportedly.claims.nouns import Nouns
from reportedly.claims.persons import is_people
from reportedly.claims.signed import by_sign
from reportedly.model import Change
from reportedly.values.units import is_time

LEVEL_CASES = frozenset({"to", "at", "from", "into", "above", "below", "around", "as"})
# Of these, the ones that may be part of a bound: "fell below 90%" tells where it fell to.
REACHED = frozenset({"above", "below", "under", "beneath", "past"})
LOSE, LOSS = "lose", "loss"
# Of money these tell what was made or lost, and no fall in it.
SUMS = frozenset({"loss", "gain"})
# So many words stand at most between a preposition and its number: "to just under a record $3m".
BETWEEN = 3
# "12 cm short of the 1997 record": so many words on stands what was not reached.
SHORTFALL = 5
# "40 per cent above their level before the war", "four below the limit".
LIES: dict[str, Change] = {"above": "increase", "below": "decrease"}
# Verbs beside which "off" tells of a fall.
OFF = frozenset({"be", "trade", "close", "end", "finish", "open", "stand", "remain", "run"})
CUT = "cut"
WHOLES = (("the",), ("its",), ("their",), ("all",))
COMPARING = frozenset({"more", "fewer", "less"})


class Changes:
    """Reads the changes of one sentence."""

    takers = listed("figures", "changes", "taking")
    adders = listed("figures", "changes", "adding")
    lifeless = listed("figures", "of_people", "lifeless")
    unit_nouns = listed("figures", "unit_nouns", "words")
    leading = listed("figures", "changes", "leading")
    mourned = listed("figures", "changes", "mourned")
    severed = listed("figures", "changes", "severed")
    contested = listed("figures", "changes", "contested")
    kin = listed("persons", "kin", "words")
    prices = listed("figures", "changes", "prices")
    passing = listed("figures", "changes", "passing")
    slipping = listed("figures", "changes", "slipping")
    lagging = listed("figures", "changes", "lagging")
    parting = listed("figures", "changes", "parting")
    collecting = listed("figures", "changes", "collecting")
    lengths = listed("figures", "changes", "lengths")
    shortfalls = listed("figures", "changes", "shortfalls")
    slicing = listed("figures", "sliced", "verbs")
    lifting = listed("figures", "changes", "lifting")
    summaries = listed("figures", "carriers", "summaries")

    def __init__(self, nouns: Nouns) -> None:
        self.tree, self.nouns = nouns.tree, nouns

    def of(self, anchor: int, inside: Sequence[int], *, measure: bool, money: bool) -> Change:
        """The change told by the number with the tokens ``inside``, which hangs in the tree by ``anchor``."""
        beside = by_sign(self.tree, inside) or self.beside(inside)
        if beside is not None:
            return beside
        if self._is_share_told_beside(inside) or self._is_late(anchor):
            return "level"
        anchor, inside = self._over_summary(anchor, inside)
        before = min(inside) - 1
        word = self.tree.lower[before] if before >= 0 else ""
        if word == "by" or self._case_before(before) == "by":
            if "in" in (self.tree.lower[token] for token in inside):
                return "level"  # "breached by four cargoes in ten": who did it
            particle = before - 1 if self.tree.lower[before - 1] in ("up", "down") and before else None
            if particle and self.tree.lower[particle - 1] == "-":
                particle = None  # "its stake in a start-up by 60 percent"
            if particle is not None and self._is_parting(particle):
                return "level"  # "turned down by 71 per cent of members"
            return (None if particle is None else self.nouns.way(particle)) or self._sized(anchor)
        if (
            word in ("for", "within")
            or self._case_before(before) in LEVEL_CASES
            or self.tree.lower[min(inside)] in REACHED
        ):
            return "level"
        if measure and self._is_taken_off(anchor, max(inside) + 1):
            return "decrease"
        return self._hung(anchor, set(inside), measure=measure, money=money)

    def _is_taken_off(self, anchor: int, after: int) -> bool:
        """ "Takes 0.4 points off growth", "wiped $3bn off its value"."""
        tree, verb = self.tree, self.tree.head(anchor)
        if verb < 0 or tree.base[anchor] != "obj" or tree.lemma(verb) not in self.slicing:
            return False
        off = tree.lower[after : after + 1] == ("off",) and not is_time(tree.lemma(anchor))  # no "a week off work"
        return off and tree.sentence.upos[after + 1 : after + 2] in (
            ("DET",),
            ("NOUN",),
            ("ADJ",),
            ("PROPN",),
            ("PRON",),
        )

    def stepped(self, inside: Sequence[int], before: int) -> Change | None:
        """The 95 of "the yield jumped to 11.2%, 95 basis points in a day": as far as what it tells of has moved."""
        tree, verb = self.tree, self.tree.head(before)
        beside = tree.lower[min(inside) - 1] == "," and tree.case(before) == "to" and tree.base[before] == "obl"
        return self.nouns.way(verb) if beside and verb >= 0 and tree.sentence.upos[verb] == "VERB" else None

    def _is_share_told_beside(self, inside: Sequence[int]) -> bool:
        """ "Has risen to 5.7 million, more than half of the population": what the level comes to, and no rise."""
        first, after, lower = min(inside), max(inside) + 1, self.tree.lower
        while first and self.tree.base[first - 1] in ("advmod", "fixed"):
            first -= 1
        of = lower[after : after + 1] == ("of",) and lower[after + 1 : after + 2] in WHOLES
        return of and first > 0 and lower[first - 1] == "," and self.tree.sentence.upos[first - 2] in ("NUM", "NOUN")

    def _is_late(self, anchor: int) -> bool:
        """ "May slip by 10 days": so long is the delay, and nothing falls."""
        tree, verb = self.tree, self.tree.head(anchor)
        return verb >= 0 and tree.lemma(verb) in self.slipping and is_time(tree.lemma(anchor))

    def _over_summary(self, anchor: int, inside: Sequence[int]) -> tuple[int, Sequence[int]]:
        """ "Rose by an average of 3 percent", "fell a total of 40 points": as the amount alone would."""
        tree, noun = self.tree, min(inside) - 2
        if noun < 1 or tree.lower[noun + 1] != "of" or tree.lemma(noun) not in self.summaries:
            return anchor, inside
        first = noun
        while first > 1 and tree.sentence.upos[first - 1] == "ADJ":
            first -= 1
        if tree.lower[first - 1] not in ("a", "an"):
            return anchor, inside
        hung = tree.head(anchor) == noun or (tree.base[anchor] == "nummod" and tree.head(tree.head(anchor)) == noun)
        return noun if hung else anchor, (*range(first - 1, noun + 2), *inside)

    def _case_before(self, before: int) -> str:
        """The "to" of "rose to 5%", over what stands between: "to just $5m", "from a full 1 per cent"."""
        for token in range(before, max(-1, before - 1 - BETWEEN), -1):
            if self.tree.sentence.upos[token] not in ("DET", "ADJ", "ADV") and self.tree.base[token] != "advmod":
                return self.tree.lower[token]
        return ""

    def beside(self, inside: Sequence[int]) -> Change | None:
        """ "up 5%", "5% higher", "300 more than last year": the word right beside the number."""
        lower, tree = self.tree.lower, self.tree
        before, after = min(inside) - 1, max(inside) + 1
        if self._is_way(inside, after):
            return "level"
        if before >= 0 and lower[before] in ("up", "down") and not self._acts_on(before, after):
            return self.nouns.way(before)
        if before >= 0 and lower[before] == "off" and self._is_less(before, inside):
            return "decrease"
        if lower[after : after + 1] in ((("up",), ("down",))) and lower[after + 1 : after + 2] in (("on",), ("from",)):
            return self.nouns.way(after)  # "ten points up on the last poll"
        if lower[after - 1] in COMPARING and lower[after : after + 1] == ("than",):
            return self.nouns.way(after - 1)
        if lower[after : after + 2] == ("short", "of") and lower[after - 1] not in ("points", "point"):
            return None if self._lacks_stuff(after + 2) else "decrease"  # "27m short of what it hoped for"
        after += lower[after : after + 1] in (("points",), ("places",))  # "closed 42 points lower"
        if after < len(lower) and tree.sentence.xpos[after] in ("JJR", "RBR"):
            return None if self._is_kind(inside, after) else self.nouns.way(after)
        return None

    def _is_kind(self, inside: Sequence[int], adjective: int) -> bool:
        """ "Five smaller crossings" are so many of a kind; "300 fewer jobs" and "5% higher prices" tell a change."""
        tree, noun = self.tree, self.tree.head(adjective)
        kind = tree.base[adjective] == "amod" and tree.lower[adjective] not in COMPARING
        return kind and noun > adjective and any(tree.head(t) == noun and tree.base[t] == "nummod" for t in inside)

    def _is_less(self, off: int, inside: Sequence[int]) -> bool:
        """ "Sales are off 12%", "closed at $66, off $1.50", and neither "12 km off" nor "took off 40 minutes late"."""
        tree = self.tree
        told = next((t for t in range(off - 1, -1, -1) if tree.sentence.upos[t] != "ADV"), None)
        if told is None or not self.lengths.isdisjoint(tree.lower[token] for token in inside):
            return False
        return tree.lower[told] == "," or tree.lemma(told) in OFF

    def _lacks_stuff(self, at: int) -> bool:
        """Whether those who are "short of food" lack it, and no number falls short of another."""
        noun = self.tree.sentence.upos[at : at + 1] == ("NOUN",)
        return noun and self.shortfalls.isdisjoint(self.tree.lemmas[at : at + SHORTFALL])

    def _is_way(self, inside: Sequence[int], at: int) -> bool:
        """Whether it is how far off something lies: "12 miles short of the field", "80 metres down"."""
        lower = self.tree.lower
        if self.lengths.isdisjoint(lower[token] for token in inside):
            return False
        if lower[at : at + 2] == ("short", "of"):
            return self.shortfalls.isdisjoint(lower[at + 2 : at + 2 + SHORTFALL])
        off = lower[at : at + 1] in (("up",), ("down",))
        return off and lower[at + 1 : at + 2] not in (("on",), ("from",), ("by",))

    def _acts_on(self, particle: int, after: int) -> bool:
        """ "shot down 38 drones", "set up 12 tents": a particle of a verb that takes things."""
        tree = self.tree
        nouns = after < len(tree.lower) and tree.sentence.upos[after] in ("NOUN", "ADJ", "PROPN")
        partitive = tree.lower[after : after + 1] == ("of",)
        if self._is_parting(particle):
            return True  # "made up 4 per cent"
        return tree.base[particle] == "compound" and (nouns or partitive or bool(tree.having(particle, "obj")))

    def _is_parting(self, particle: int) -> bool:
        tree = self.tree
        return tree.base[particle] == "compound" and tree.lemma(tree.head(particle)) in self.parting

    def _sized(self, anchor: int) -> Change:
        """ "by 5%": the first word of change above it, up to its verb."""
        tree = self.tree
        for token in list(tree.up(anchor))[1:]:
            way = self._way(token) or self._past(token)
            if way is not None and self._is_leading(token):
                return "level"  # "Paz is ahead by 18,000": so large is the lead
            if way is not None:
                acted = tree.sentence.relations[token] in ("obj", "nsubj:pass") and tree.head(token) >= 0
                return (self._way(tree.head(token)) if acted else None) or way  # "will cut growth by 2%", "the rise"
            if tree.sentence.upos[token] == "VERB" and tree.base[token] != "obj":
                break  # "raise pay by 5%", where the parse takes the pay for a verb
        return "level"

    def _is_leading(self, token: int) -> bool:
        """Whether somebody is ahead or behind, and no level of anything."""
        tree = self.tree
        if tree.lower[token] not in self.leading:
            return False
        subject = next(iter(tree.having(token, "nsubj") or tree.having(tree.head(token), "nsubj")), None)
        named = subject is not None and tree.sentence.upos[subject] in ("PROPN", "PRON") and tree.lower[subject] != "it"
        return subject is not None and (named or is_people(tree.lemma(subject)))

    def _past(self, token: int) -> Change | None:
        """The way of "exceeds the limit by 5%", "missed it by 300"."""
        lemma = self.tree.lemma(token)
        return "increase" if lemma in self.passing else "decrease" if lemma in self.lagging else None

    def _way(self, token: int) -> Change | None:
        """The way of a word of change, or of the "up" or "down" beside a verb."""
        way = self.nouns.way(token)
        if way is not None:
            return way
        if self.tree.having(token, "aux:pass"):
            return None  # "was picked up in raids by 1,200 police"
        beside = self.tree.having(token, "advmod", "compound:prt")
        return next((self.nouns.way(child) for child in beside if self.tree.lower[child] in ("up", "down")), None)

    def _hung(self, anchor: int, own: set[int], *, measure: bool, money: bool) -> Change:
        tree, head = self.tree, self.tree.head(anchor)
        if head < 0 or head in own:
            return "level"
        if self._is_told_of(anchor, head):
            return self._taken(anchor, head)
        upos, way = tree.sentence.upos[head], self.nouns.way(head)
        if way is None or (not measure and self._is_parted(head)):
            return "level"
        if money and tree.lemma(head) in SUMS:
            return "level"  # "a loss of $3m"
        if self._is_moved(head, own):
            return "level"  # "the bus plunged 60 metres"
        into = tree.lower[max(own) + 1 : max(own) + 2]
        if money and tree.base[anchor] == "obj" and (into == ("into",) or (tree.lemma(head), *into) == ("drop", "on")):
            return "level"  # "sank $4m into a mine", "dropped $2.5m on advertising"
        if upos in ("NOUN", "PROPN", "ADJ"):
            modifies = tree.base[anchor] in ("nummod", "compound", "amod", "det") or "nmod" in tree.base[anchor]
            return way if (modifies and head > anchor) or tree.case(anchor) == "of" else "level"
        if tree.base[anchor] == "obj":
            some = [t for t in tree.having(anchor, "nmod") if tree.case(t) == "of"]
            if not measure and tree.lemma(head) == LOSE and any(self._is_mourned(noun) for noun in some):
                return "level"  # "lost 300 of its men"
            bare = measure and not self._has_of(anchor, own)
            return self._acted(head, way, bare=bare, measure=measure, money=money)
        after = max(own) + 1
        if after < head and tree.base[after] == "nsubj" and tree.head(after) == head:
            return "level"  # "a magnitude 6.1 quake cut power": of what did it
        return way if measure and tree.base[anchor] in ("obl", "advmod", "xcomp", "dep") else "level"

    def _is_moved(self, verb: int, own: set[int]) -> bool:
        """Whether somebody or something goes so far: of a river or a price it would be how far it rose or fell."""
        if self.lengths.isdisjoint(self.tree.lower[token] for token in own):
            return False
        subject = self.nouns.of_subject(verb)
        lemma = "" if subject is None else self.tree.lemma(subject)
        return is_people(lemma) or lemma in self.lifeless

    def _is_parted(self, verb: int) -> bool:
        """ "cut off dozens of villages" lessens nothing."""
        beside = (verb + 1, *self.tree.having(verb, "compound", "advmod"))
        return any(self.tree.lower[child : child + 1] == ("off",) for child in beside)

    def _is_told_of(self, anchor: int, head: int) -> bool:
        """Whether the number counts a noun: "300 jobs"."""
        return self.tree.base[anchor] == "nummod" and self.tree.sentence.upos[head] in ("NOUN", "PROPN")

    def _taken(self, anchor: int, noun: int) -> Change:
        """ "cut 300 jobs", "added 36 names", "the loss of 63 posts"; "a 300-job cut"."""
        tree, verb = self.tree, self.tree.head(noun)
        seen = noun == anchor + 1 and tree.lower[anchor].isalpha() and tree.base[noun] == "obj"
        if seen and tree.sentence.xpos[noun] == "NN" and not tree.having(noun, "det"):
            return "level"  # "saw five fall", taken for a noun
        if self.nouns.way(noun) is not None and noun > anchor and tree.sentence.xpos[noun] != "NNS":  # no "31 lifts"
            return self.nouns.way(noun) or "level"
        if verb < 0:
            return "level"
        if tree.sentence.relations[noun] in ("obj", "nsubj:pass"):
            if self._is_turned(verb):
                return "level"
            if tree.lemma(verb) in self.adders:
                return "additional"
            if tree.lemma(noun) in self.unit_nouns:
                return self.nouns.way(verb) or "level"  # "rose 41 points"
            if tree.lemma(verb) == CUT and not self.severed.isdisjoint((tree.lemma(noun), tree.lower[noun])):
                return "level"  # "landslides cut 23 roads", "loggers cut 300 trees"
            parted = tree.lemma(verb) not in self.takers - self.lifting or self._is_parted(verb)
            if parted or (tree.lemma(verb) == LOSE and self._is_mourned(noun)):
                return "level"
            return self.nouns.way(verb) or "level"
        named = (tree.base[noun] == "nmod" and tree.case(noun) == "of") or (
            tree.base[noun] == "compound" and tree.lemma(verb) in self.takers  # "a 300-job cut", no "two-car crash"
        )
        if tree.lemma(verb) == LOSS and self._is_mourned(noun) and not is_people(tree.lemma(noun)):
            return "level"
        return (self.nouns.way(verb) or "level") if named and tree.sentence.upos[verb] == "NOUN" else "level"

    def _is_turned(self, verb: int) -> bool:
        """Whether what is lessened is made something else: "80 homes were reduced to ash", and not "to 40"."""
        tree = self.tree
        ends = [t for t in tree.having(verb, "obl") if tree.case(t) in ("to", "into")]
        return any(tree.sentence.upos[t] == "NOUN" and not tree.having(t, "nummod", "det", "nmod:poss") for t in ends)

    def _is_mourned(self, noun: int) -> bool:
        """Whether losing them is no fall in their number: "lost 300 men", "lost 10 tanks", "lost six games"."""
        tree = self.tree
        family = [tree.lemma(child) for child in tree.having(noun, "compound")]
        subject = self.nouns.of_subject(tree.head(noun))
        if subject is not None and tree.lemma(subject) == "family":
            return True  # "the family lost 13 members"
        if is_people(tree.lemma(noun)) and is_claimed(tree, tree.head(noun)):
            return True  # "lost 740 people to cholera"
        kept = self.mourned | self.kin | self.contested
        return bool({tree.lemma(noun), *family} & kept) or "family" in family

    def _acted(self, verb: int, way: Change, *, bare: bool, measure: bool, money: bool) -> Change:
        lemma = self.tree.lemma(verb)
        if lemma in self.adders:
            dearer = money and any(self.tree.lemma(child) in self.prices for child in self.tree.having(verb, "obl"))
            return "increase" if dearer else "additional"
        if lemma == LOSE and not measure:
            return "level"  # "hired 310 guards and lost 275": how many went
        if money and lemma in self.collecting:
            return "level"  # "the levy raises $3m"
        return way if bare or lemma in self.takers else "level"

    def _has_of(self, anchor: int, own: set[int]) -> bool:
        tree, after = self.tree, max(own) + 1
        return tree.lower[after : after + 1] == ("of",)
