"""Numbers in a sentence become figures about the world: what each counts, which way it changes, what it hangs on.

The number itself comes from ``values``; here the tree tells what it belongs to. Where the sentence does not name
what is counted, the nearest thing counted before it is carried over and marked as implied; where there is none,
nothing is named. Labels are Universal Dependencies version 2 (https://universaldependencies.org/u/dep/).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.claims.lexicons import words
from reportedly.claims.trees import Tree
from reportedly.model import Change
from reportedly.values import Found

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "SYM", "NUM", "X"})
MODIFIER = frozenset({"nummod", "compound", "amod", "det", "nmod:poss", "nmod:unmarked", "nmod:npmod", "flat"})
# What stands before a head and belongs to its name: "combat" in "combat troops".
PHRASE = frozenset({"compound", "amod", "flat", "nmod:poss", "punct", "case", "goeswith", "nmod:unmarked", "det"})
ROLES = ("obj", "obl", "nsubj", "xcomp", "advmod", "iobj", "dep", "obl:unmarked", "obl:npmod", "nmod:unmarked")
LEVEL_CASES = frozenset({"to", "at", "from", "into", "above", "below", "around", "as"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its sentence. Tokens are positions in the tree; ``head`` is None where nothing names what is counted.

    ``antecedent`` is True where the head is only a pronoun or missing, so that an earlier head may be carried over.
    """

    found: Found
    tokens: tuple[int, ...]
    anchor: int
    head: int | None
    change: Change
    antecedent: bool = False


class Counting:
    """Reads one sentence's figures; the lexicons' word sets are looked up once."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.carriers = words("figures", "carriers", "words")
        self.rises = words("figures", "changes", "increase")
        self.falls = words("figures", "changes", "decrease")
        self.pronouns = words("figures", "parts", "pronouns")
        self.taking = words("figures", "changes", "taking")
        self.seeing = words("figures", "changes", "seeing")
        self.equations = words("figures", "equations", "verbs")
        self.counters = words("figures", "countable_adjectives", "words")

    def figure(self, found: Found) -> Figure | None:
        """The figure of a number, or None where the sentence has no word for it."""
        # "exceed 20,000" is a bound, but its verb governs the number and stays outside.
        inside = tuple(t for t in self.tree.tokens(found.start, found.end) if self.tree.sentence.upos[t] != "VERB")
        core = tuple(self.tree.tokens(*found.numeral)) + (
            tuple(self.tree.tokens(*found.unit_span)) if found.unit_span else ()
        )
        if not core:
            return None
        anchor = self._anchor(core, inside)
        head = self._head(anchor, inside, found)
        pronoun = head is not None and (self._is_pronoun(head) or self.tree.sentence.upos[head] in ("NUM", "SYM"))
        lone = head is None or (found.is_measure and head in inside)
        change = found.quantity.change
        return Figure(
            found,
            inside,
            anchor,
            None if pronoun else head,
            self._change(anchor, found, inside) if change == "level" else change,
            antecedent=pronoun or (lone and not found.is_measure),
        )

    def _anchor(self, core: tuple[int, ...], inside: tuple[int, ...]) -> int:
        """The word by which the number hangs in the tree: the highest of its own words."""
        tree, own = self.tree, set(inside)
        outer = [token for token in core if tree.head(token) not in own and tree.base[token] not in ("punct", "case")]
        if not outer:
            return core[-1]
        return min(outer, key=lambda token: (sum(1 for _ in tree.up(token)), -token))

    def _is_pronoun(self, token: int) -> bool:
        upos = self.tree.sentence.upos[token]
        return upos == "PRON" or (upos == "DET" and self.tree.lower[token] in self.pronouns)

    # What is counted

    def _head(self, anchor: int, inside: tuple[int, ...], found: Found) -> int | None:
        tree = self.tree
        own, beside = set(inside), max(inside) + 1
        modifies = self._is_modifier(anchor) and tree.head(anchor) >= beside
        if not modifies and beside < len(tree.lower) and tree.lower[beside] in self.counters:
            return beside  # "12 dead and 30 wounded"
        of = self._complement(anchor, own, found)
        if of is not None:
            return self._carried(of)
        if self._is_modifier(anchor):
            head = self.tree.head(anchor)
            if head not in own:
                return self._of_modified(head, own)
        governed = self._governed(anchor, own, found)
        if governed is not None:
            return governed
        units = [token for token in inside if self.tree.sentence.upos[token] == "NOUN" and found.is_measure]
        return units[-1] if units and self.tree.sentence.words[units[-1]].isalpha() and found.unit_span else None

    def _complement(self, anchor: int, own: set[int], found: Found) -> int | None:
        """X in "hundreds of X", "5% of X", "$3m in X", "12 of the X"."""
        tree = self.tree
        last = max(own)
        holders = [anchor, *(token for token in own if token != anchor)]
        for holder in holders:
            for child in tree.having(holder, "nmod", "obl"):
                if child in own or child < holder:
                    continue
                case = tree.case(child)
                first = min(tree.having(child, "case"), default=child)
                stuff = found.is_measure and case in ("in", "worth of", "for") and self._is_stuff(child)
                if (case == "of" or stuff) and first <= last + 2:
                    return child
        return self._after_of(last)

    def _after_of(self, last: int) -> int | None:
        """X in "N of X" where the parse hung it elsewhere."""
        tree = self.tree
        if last + 1 >= len(tree.lower) or tree.lower[last + 1] not in ("of", "worth"):
            return None
        of = last + 1
        head = tree.head(of)
        if tree.lower[of] == "worth":
            return self._after_of(of)
        if head > of and tree.sentence.upos[head] in NOMINAL:
            return head
        return None

    def _is_stuff(self, token: int) -> bool:
        """A thing that can be had in an amount, not a place or time: "$3m in aid", not "5% in March"."""
        tree = self.tree
        if tree.sentence.upos[token] not in ("NOUN", "VERB"):
            return False
        if any(first <= token < last for first, last, kind in tree.sentence.entities if kind != "MISC"):
            return False
        return tree.lemma(token) not in words("figures", "places_in_time", "words")

    def _is_modifier(self, anchor: int) -> bool:
        tree = self.tree
        head = tree.head(anchor)
        if head < 0:
            return False
        relation = tree.sentence.relations[anchor]
        if relation not in MODIFIER and tree.base[anchor] not in ("nummod", "compound", "amod", "det"):
            return False
        if tree.base[anchor] == "advmod":
            return False
        return tree.sentence.upos[head] in NOMINAL or tree.sentence.upos[head] in ("ADJ", "VERB")

    def _of_modified(self, head: int, own: set[int]) -> int | None:
        """From the noun a number stands before to what is counted: over carriers and changes."""
        if self._way(head):
            return self._of_change(head, own)
        return self._carried(head)

    def _carried(self, head: int) -> int:
        """X in "the total number of X", however deep; the head itself where there is no X."""
        tree = self.tree
        for _ in tree.lower:
            if tree.lemma(head) not in self.carriers and tree.lower[head] not in self.carriers:
                break
            below = [child for child in tree.having(head, "nmod") if tree.case(child) in ("of", "for", "in")]
            if not below:
                break
            head = below[0]
        return head

    def _of_change(self, change: int, own: set[int]) -> int | None:
        """X in "a 5% rise in X", "an X rise of 5%", "X saw a rise of 5%"."""
        tree = self.tree
        for child in tree.having(change, "nmod"):
            if child not in own and tree.case(child) in ("in", "of", "to", "for") and self._is_stuff_or_name(child):
                return self._carried(child)
        for child in tree.having(change, "compound", "nmod:poss"):
            if child not in own:
                return child
        governor = tree.head(change)
        if governor >= 0 and tree.lemma(governor) in self.seeing:
            subject = self._subject(governor)
            if subject is not None and subject != change:
                return self._carried(subject)
        return change

    def _is_stuff_or_name(self, token: int) -> bool:
        return self.tree.sentence.upos[token] in ("NOUN", "PROPN", "VERB", "PRON") and self._is_stuff(token)

    def _governed(self, anchor: int, own: set[int], found: Found) -> int | None:
        """What a number that stands alone belongs to, by its place under a noun or a verb."""
        tree = self.tree
        subject = self._copular_subject(anchor)
        if subject is not None:
            return self._carried(subject)
        head = tree.head(anchor)
        if head < 0 or head in own:
            return None
        relation = tree.base[anchor]
        upos = tree.sentence.upos[head]
        if relation == "conj":
            return self._beside(head, own, found)
        if relation in ("nmod", "appos", "dep", "nummod") and upos in NOMINAL:
            return self._of_modified(head, own)
        if relation == "parataxis" and upos in NOMINAL and found.is_measure:
            return self._carried(head)
        if upos in ("VERB", "AUX", "ADJ", "ADV", "ADP"):
            return self._of_verb(anchor, head, own, found)
        if relation in ("obl", "obj", "nmod") and self._copular_subject(head) is not None:
            return self._copular_subject(head)
        return None

    def _copular_subject(self, token: int) -> int | None:
        """The subject of a predicate that is no verb: "turnout was 61%"."""
        if not self.tree.having(token, "cop"):
            return None
        subjects = [
            child for child in self.tree.having(token, "nsubj") if self.tree.lower[child] not in ("it", "there")
        ]
        return subjects[0] if subjects else None

    def _beside(self, head: int, own: set[int], found: Found) -> int | None:
        """A number joined by "and" to another thing shares its place: "rose 5% in May and 7% in June"."""
        tree = self.tree
        if tree.sentence.upos[head] in ("NUM", "SYM") or (found.is_measure and tree.sentence.upos[head] == "NOUN"):
            if self._is_modifier(head):
                return self._of_modified(tree.head(head), own | {head})
            governor = tree.head(head)
            if governor >= 0 and tree.sentence.upos[governor] in ("VERB", "ADJ"):
                return self._of_verb(head, governor, own | {head}, found)
            if governor >= 0 and tree.base[head] in ("nmod", "appos"):
                return self._of_modified(governor, own | {head})
            return self._copular_subject(head)
        if tree.sentence.upos[head] == "VERB":
            return self._subject(head)
        return None

    def _subject(self, verb: int) -> int | None:
        """The subject of a verb, shared over "and", raised over "to", or the noun a participle modifies."""
        tree = self.tree
        for _ in tree.lower:
            subjects = tree.having(verb, "nsubj", "nsubj:pass") + self._stray(verb)
            if subjects:
                subject = self._nearest(subjects, verb)
                relative = tree.lower[subject] in ("which", "that", "who") and tree.base[verb] == "acl"
                return tree.head(verb) if relative else subject
            head = tree.head(verb)
            if head < 0:
                return None
            if tree.base[verb] in ("conj", "xcomp", "advcl", "aux", "parataxis"):
                verb = head
            elif tree.base[verb] == "acl":
                return head
            else:
                return None
        return None

    def _stray(self, verb: int) -> tuple[int, ...]:
        """A noun right before a verb that the parse made its "compound", as it does in titles: it is the subject."""
        tree = self.tree
        nouns = [child for child in tree.having(verb, "compound") if child == verb - 1]
        return tuple(noun for noun in nouns if tree.sentence.upos[verb] == "VERB" and tree.sentence.xpos[verb] != "VBG")

    def _nearest(self, subjects: tuple[int, ...], verb: int) -> int:
        """The last subject before its verb: where the parse gives two, the first stands in an opening phrase."""
        return max((subject for subject in subjects if subject < verb), default=subjects[0])

    def _of_verb(self, anchor: int, verb: int, own: set[int], found: Found) -> int | None:
        tree = self.tree
        way = self._way(verb) is not None
        objects = [child for child in tree.having(verb, "obj") if child not in own and child != anchor]
        if tree.lemma(verb) in self.equations:
            return self._of_subject(verb)
        if tree.base[anchor] == "obj" and not found.is_measure and tree.lemma(verb) in self.taking:
            return None  # "losing 12" tells of what was lost, not of who lost it
        if way or tree.sentence.upos[verb] in ("ADV", "ADP", "ADJ"):
            if objects and not tree.having(verb, "nsubj:pass"):
                return self._carried(objects[0])
            return self._of_subject(verb)
        placed = found.is_measure or tree.case(anchor) in ("at", "to", "from", "as")
        if objects and placed and tree.base[anchor] in ("obl", "xcomp", "advmod"):
            return self._carried(objects[0])
        if tree.sentence.relations[anchor] == "nsubj:pass" or tree.base[anchor] in ("nsubj", "obj"):
            return self._purpose(verb, found) if found.is_measure else None
        reached = tree.base[anchor] == "obl" and tree.case(anchor) in ("to", "from", "at", "by")
        if found.is_measure and (reached or tree.having(verb, "nsubj:pass")):
            return self._of_subject(verb)
        if found.is_duration:
            return self._of_subject(verb)
        return None

    def _of_subject(self, verb: int) -> int | None:
        subject = self._subject(verb)
        return None if subject is None or self.tree.lower[subject] == "there" else self._carried(subject)

    def _purpose(self, verb: int, found: Found) -> int | None:
        """X in "spent $3m on X": money alone is named by what it goes to."""
        if len(found.quantity.unit) != len("USD") or not found.quantity.unit.isupper():
            return None
        for child in self.tree.having(verb, "obl"):
            if self.tree.case(child) in ("on", "for", "in") and self._is_stuff(child):
                return self._carried(child)
        return None

    # Which way it changes

    def _way(self, token: int) -> Change | None:
        lemma, word = self.tree.lemma(token), self.tree.lower[token]
        if lemma in self.rises or word in self.rises:
            return "increase"
        if lemma in self.falls or word in self.falls:
            return "decrease"
        return None

    def _change(self, anchor: int, found: Found, inside: tuple[int, ...]) -> Change:
        """The way of change when the number is the size of a change, not the level reached by it."""
        tree, own = self.tree, set(inside)
        beside = self._way_beside(inside)
        if beside:
            return beside
        head = tree.head(anchor)
        if tree.base[anchor] == "conj" and head >= 0 and tree.sentence.upos[head] in ("NUM", "SYM"):
            anchor, head = head, tree.head(head)
        if head < 0 or head in own or tree.case(anchor) in LEVEL_CASES:
            return "level"
        way = self._way(head)
        if way is None:
            return "level"
        if tree.sentence.upos[head] in ("NOUN", "PROPN", "ADJ"):
            sized = self._is_modifier(anchor) or tree.case(anchor) in ("of", "by")
            return way if sized else "level"
        # "lost 300 seats" tells of seats; only a bare size, "fell 5%" or "fell by 300", tells how far.
        sized = tree.base[anchor] in ("obl", "obj", "advmod", "xcomp", "dep")
        return way if sized and (found.is_measure or tree.case(anchor) == "by") else "level"

    def _way_beside(self, inside: tuple[int, ...]) -> Change | None:
        """ "up 5%", "5% higher": the word right beside the number."""
        lower, tree = self.tree.lower, self.tree
        before, after = min(inside) - 1, max(inside) + 1
        if before >= 0 and lower[before] in ("up", "down") and not tree.having(before, "obj"):
            return self._way(before)
        if after < len(lower) and tree.sentence.xpos[after] in ("JJR", "RBR"):
            return self._way(after)
        return None

    # Words

    def phrase(self, head: int, inside: tuple[int, ...]) -> tuple[int, ...]:
        """The words that name what is counted, without its number and without what is said of it."""
        tree, own = self.tree, set(inside)
        keep = {head}
        for child in tree.children[head]:
            if child < head and tree.sentence.relations[child] in PHRASE and child not in own:
                keep.update(token for token in tree.under(child) if token not in own)
        run = list(tree.stretch(head, keep))
        while run[0] != head and tree.sentence.upos[run[0]] in ("DET", "PUNCT", "ADP", "PART", "PRON"):
            run.pop(0)
        return tuple(run)


def figures(tree: Tree, founds: tuple[Found, ...]) -> Iterator[Figure]:
    """The figures of a sentence, in order; a later one without a name borrows the name of the one before it."""
    counting = Counting(tree)
    for found in founds:
        figure = counting.figure(found)
        if figure is not None:
            yield figure
