"""What a number leans on in its sentence: the nouns that name what is counted, wherever grammar has put them.

A subject is found over "and", "to" and participles; "the total number of X" leads to X, "a 5% rise in X" too. Nothing
here knows which number is asked for; ``figures`` chooses among these ways. Labels are Universal Dependencies version 2.
"""

from collections.abc import Container

from reportedly.claims.estimating import estimates
from reportedly.claims.lexicons import listed, words
from reportedly.claims.trees import Tree
from reportedly.model import Change

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "SYM", "NUM", "X"})
WHOSE = 6  # words from the comma to the "whom" of "82 percent of whom"
# Marks of a clause that tells when, wherever the parse hangs it.
DATING = frozenset({"before", "after", "while", "when", "until"})
CURRENCIES = frozenset({"$", "€", "£", "dollars", "euros", "pounds", "million", "billion"})
CLOSING = frozenset({",", ":", "–", "—"})
CUT = "cut"
PARTED = frozenset({",", ";"})
PERSONAL = frozenset({"it", "he", "she", "we", "they", "i"})
PLURAL = frozenset({"them", "they", "these", "those"})


class Nouns:
    """The nouns of one sentence and how they are reached."""

    carriers = listed("figures", "carriers", "words")
    tallies = listed("figures", "carriers", "tallies")
    rises = listed("figures", "changes", "increase")
    falls = listed("figures", "changes", "decrease")
    lending = listed("figures", "changes", "lending")
    verbs_only = listed("figures", "changes", "verbs_only")
    supplies = listed("figures", "changes", "supplies")
    seeing = listed("figures", "changes", "seeing")
    pronouns = listed("figures", "parts", "pronouns")
    times = listed("times", "words")
    hours = listed("figures", "each", "hours")
    peaks = listed("figures", "peaks", "words")
    reaching = listed("figures", "peaks", "verbs")
    rates = listed("figures", "each", "nouns")
    promising = listed("figures", "promising", "verbs")
    containers = listed("figures", "carriers", "containers")
    held = listed("figures", "carriers", "held")
    collectives = listed("figures", "carriers", "collectives")

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def is_pronoun(self, token: int) -> bool:
        """Whether a word only stands for another: "them", "these"."""
        upos = self.tree.sentence.upos[token]
        if self.tree.sentence.words[token] == "what":
            return False  # "three times what they pay"
        below = self.tree.having(token, "nmod")
        if self.tree.lower[token] in ("that", "those") and below and self.tree.sentence.upos[below[0]] != "NUM":
            return False  # "prices of eggs have risen, those of milk fallen"
        if self.tree.lower[token] in ("whom", "which"):
            return True
        acl = self.tree.lower[token] != "them"
        if acl and self.tree.case(token) and any(self.tree.base[child] == "acl" for child in self.tree.children[token]):
            return False  # "half of what they asked", "one in ten of those who stayed"
        return upos == "PRON" or (upos == "DET" and self.tree.lower[token] in self.pronouns)

    def relative(self, pronoun: int) -> int | None:
        """The stock of "its stock, which was as high as $18.75"."""
        tree = self.tree
        if tree.lower[pronoun] not in ("which", "that", "who", "whom"):
            return None
        verb = next((token for token in tree.up(pronoun) if tree.base[token] == "acl"), None)
        told = self._before_comma(pronoun) if verb is None else tree.head(verb)
        if tree.lower[pronoun] == "which" and told >= 0:
            told = self._no_people(told)
        return told if 0 <= told < pronoun and tree.sentence.upos[told] in ("NOUN", "PROPN") else None

    def _no_people(self, noun: int) -> int:
        """The bills of "bills to suppliers, which come to $3m": people are no "which"."""
        from reportedly.claims.persons import is_people  # which itself stands on the nouns

        tree, above = self.tree, self.tree.head(noun)
        below = tree.base[noun] == "nmod" and 0 <= above < noun and tree.sentence.upos[above] == "NOUN"
        people = is_people(tree.lemma(noun)) or tree.lemma(noun) in words("figures", "sought", "payees")
        people = below and people and tree.lemma(noun) not in self.collectives
        return above if people else noun

    def _before_comma(self, pronoun: int) -> int:
        """The voters of "many voters, 82 percent of whom", -1 where no plural stands so near."""
        tree = self.tree
        commas = (at for at in range(pronoun - 1, max(0, pronoun - WHOSE), -1) if tree.lower[at] == ",")
        told = next(commas, 0) - 1
        return told if told >= 0 and tree.sentence.xpos[told] in ("NNS", "NNPS") else -1

    def antecedent(self, pronoun: int) -> int | None:
        """The plural subject before "them" in its own sentence: the Engineers of "Engineers came, and nine of them".

        The nearest plural where the number is set right beside it: "34 women, two of them nurses".
        """
        tree = self.tree
        if tree.lower[pronoun] not in PLURAL:
            return None
        beside = pronoun - 4  # over the comma, the number and "of"
        if beside >= 0 and tree.lower[beside + 1] == "," and tree.sentence.xpos[beside] in ("NNS", "NNPS"):
            return beside if tree.sentence.upos[pronoun + 1 : pronoun + 2] not in (("AUX",), ("VERB",)) else None
        fractions = words("figures", "fractions", "words")  # "three quarters of them"
        plurals = [token for token in range(pronoun) if tree.sentence.xpos[token] in ("NNS", "NNPS")]
        before = [token for token in plurals if tree.lower[token] not in fractions]
        above = tuple(tree.up(pronoun))[1:]
        clause = next((token for token in above if tree.having(token, "nsubj")), -1)
        own = {tree.head(pronoun), clause}
        # Nobody is told of as an object of his own clause: "gangs were behind two thirds of them".
        told = [token for token in before if tree.head(token) not in own or token in above]
        subjects = [token for token in told if tree.base[token] == "nsubj"]
        return subjects[-1] if subjects else None

    def case(self, anchor: int, own: Container[int]) -> str:
        """The preposition before a number, when it is none of the number's own words ("between 3 and 4")."""
        tree = self.tree
        cases = [tree.lower[child] for child in tree.having(anchor, "case") if child < anchor and child not in own]
        return " ".join(cases)

    def following(self, token: int) -> int | None:
        """The noun that directly follows a number, over its own modifiers."""
        upos = self.tree.sentence.upos
        while token < len(upos) and (upos[token] == "ADJ" or self._is_tied(token)):
            token += 1
        while token + 1 < len(upos) and upos[token] == "NOUN" and upos[token + 1] == "NOUN":
            token += 1
        if token >= len(upos) or upos[token] != "NOUN" or self.tree.lemma(token) in self.times:
            return None
        return token

    def _is_tied(self, token: int) -> bool:
        """Whether a word belongs to a modifier with a hyphen: the "- distance" of "long-distance trains"."""
        lower, starts, ends = self.tree.lower, self.tree.sentence.starts, self.tree.sentence.ends
        if lower[token] == "-":
            return token + 2 < len(lower) and ends[token] == starts[token + 1]
        return token > 1 and lower[token - 1] == "-" and ends[token - 1] == starts[token]

    def is_dated(self, noun: int) -> bool:
        """Whether a noun tells when: "an evening's broadcast", "last week's storm"."""
        whose = map(self.tree.lemma, self.tree.having(noun, "nmod:poss"))
        return any(lemma in self.times or lemma in self.hours for lemma in whose)

    def is_elsewhere(self, token: int, number: int) -> bool:
        """Whether a word tells where something is, and not of what a number beside it is."""
        return self.is_named_place(token) or self.is_apart(token, number)

    def is_apart(self, token: int, number: int) -> bool:
        """Whether a word before a number cannot be what it counts: the Lille of "40 went at Lille, 30 at Lens"."""
        tag, where = self.tree.sentence.upos[token], self.tree.case(token)
        led = where not in ("", "of")  # but "the crew of Artemis II, four in all"
        return tag == "ADJ" or (tag == "PROPN" and led and not PARTED.isdisjoint(self.tree.lower[token:number]))

    def is_named_place(self, token: int) -> bool:
        """Whether a word belongs to the name of a place."""
        return any(first <= token < last and kind == "LOC" for first, last, kind in self.tree.sentence.entities)

    def is_stuff(self, token: int) -> bool:
        """A thing that can be had in an amount, not a place or time: "$3m in aid", not "5% in March"."""
        tree = self.tree
        if tree.sentence.upos[token] not in ("NOUN", "VERB"):
            return False
        worked = words("figures", "places_in_time", "worked")
        if any(tree.lower[child] in worked for child in tree.having(token, "amod", "compound")):
            return True
        if any(first <= token < last for first, last, kind in tree.sentence.entities if kind != "MISC"):
            return False
        return tree.lemma(token) not in words("figures", "places_in_time", "words")

    def _is_stuff_or_name(self, token: int) -> bool:
        return self.tree.sentence.upos[token] in ("NOUN", "PROPN", "VERB", "PRON") and self.is_stuff(token)

    def carried(self, head: int) -> int:
        """X in "the total number of X", however deep; the head itself where there is no X."""
        tree = self.tree
        if tree.lemma(head) in self.rates and tree.base[head] == "obl" and tree.case(head) == "at":
            subject = self.subject(tree.head(head))  # "cross the pass at a rate of 950 a day"
            return head if subject is None or subject == head else subject
        if tree.lemma(head) in self.peaks and tree.base[head] == "obj" and tree.lemma(tree.head(head)) in self.reaching:
            subject = self.subject(tree.head(head))  # "demand hit a peak of 71,400 megawatts"
            return head if subject is None or subject == head else self.carried(subject)
        if tree.lower[head] == "worth" and tree.sentence.upos[head - 1] in ("NOUN", "PROPN"):
            return head - 1  # "ivory worth $2m", where the parse ends the name with the worth
        foretold = self.foretold(head)
        head = head if foretold is None else foretold
        for _ in tree.lower:
            stands_for = tree.sentence.upos[head] in ("PRON", "DET") and tree.lower[head] in ("that", "those", "all")
            if tree.lemma(head) not in self.carriers and tree.lower[head] not in self.carriers and not stands_for:
                break
            if tree.lower[head] in self.held:
                break
            several = tree.sentence.xpos[head] == "NNS" and tree.lower[head] != "numbers"
            if (several or tree.lemma(head) in self.tallies) and tree.having(head, "nummod"):
                break  # "three counts of burglary", "12 groups of migrants"
            # "The number of injured", where the parse has an adjective for those who are.
            below = [child for child in tree.having(head, "nmod", "amod") if tree.case(child) == "of" and child > head]
            below = below or [child for child in tree.having(head, "acl") if self.is_nominal(child)]
            if not below or tree.sentence.upos[below[0]] in ("NUM", "SYM") or tree.having(below[0], "nummod"):
                break  # "a majority of 87", "a rate of 4 per cent"
            head = below[0]
        return head

    def is_nominal(self, token: int) -> bool:
        """The rescued of "the number of the rescued", where the parse has a verb for those who were."""
        tree, article = self.tree, self.tree.having(token, "det")
        named = tree.sentence.xpos[token] == "VBN" and article == (token - 1,)
        return named and token > 1 and tree.lower[token - 2] == "of"

    def foretold(self, head: int) -> int | None:
        """The growth of "its forecast for growth", "a growth forecast"."""
        tree = self.tree
        if tree.lemma(head) not in words("figures", "foretold", "words") or estimates(tree, head):
            return None
        below = [child for child in tree.having(head, "nmod") if child > head and tree.case(child) in ("for", "of")]
        if not below and tree.lower[head + 1 : head + 2] == ("for",) and tree.head(head + 1) > head:
            below = [tree.head(head + 1)]  # "cut its forecast for growth", where the parse hangs it on the verb
        below = [child for child in below if self.is_stuff(child)]  # "its growth forecast for this year"
        named = below or [child for child in tree.having(head, "compound") if child == head - 1]
        if not named or tree.sentence.upos[named[0]] != "NOUN" or not self.is_stuff(named[0]):
            return None
        # "The police estimate", "a staff forecast": whose it is, and not of what.
        tells = tree.base[named[0]] == "compound" and tree.lemma(named[0]) in words("figures", "foretold", "tellers")
        return None if tells else named[0]

    def of_change(self, change: int, own: Container[int]) -> int | None:
        """X in "a 5% rise in X", "an X rise of 5%", "X saw a rise of 5%"."""
        from reportedly.claims.persons import is_people  # which itself stands on the nouns

        tree = self.tree
        for child in tree.having(change, "nmod"):
            if child in own or not self._is_stuff_or_name(child) or tree.case(child) not in ("in", "of", "to", "for"):
                continue
            if tree.case(child) != "for" or not is_people(tree.lemma(child)):
                return self.carried(child)  # "a rise of 5% for nurses": not of them
        named = [c for c in tree.having(change, "compound", "nmod:poss", "nsubj") if c not in own and c < change]
        if named:
            return named[-1]
        governor = tree.head(change)
        at = tree.lower[change + 1 : change + 2] == ("at",)  # "the bank sees growth at 2%"
        if governor >= 0 and tree.lemma(governor) in self.seeing and not at:
            subject = self.subject(governor)
            if subject is not None and subject != change and tree.lower[subject] not in PERSONAL:
                return self.carried(subject)  # of "it sees growth of 4%" the growth is told
        return change

    def way(self, token: int) -> Change | None:
        """Which way a word of change points; None for any other word."""
        lemma, word = self.tree.lemma(token), self.tree.lower[token]
        if self.tree.sentence.upos[token] == "NOUN" and (lemma in self.verbs_only or self._is_outage(token)):
            return None
        if lemma in self.lending and any(self.tree.lower[c] in CURRENCIES for c in self.tree.having(token, "obj")):
            return None  # "will advance $15m to families"
        if lemma in self.rises or word in self.rises:
            return "increase"
        if lemma in self.falls or word in self.falls:
            return "decrease"
        return None

    def _is_outage(self, noun: int) -> bool:
        """Whether something that is supplied is cut off: "power cuts of 14 hours a day"."""
        tree = self.tree
        return tree.lemma(noun) == CUT and any(tree.lower[c] in self.supplies for c in tree.having(noun, "compound"))

    def copular_subject(self, token: int) -> int | None:
        """The subject of a predicate that is no verb: "turnout was 61%"."""
        tree, verbs = self.tree, self.tree.having(token, "cop")
        if not verbs:  # "prices are 46 percent above their old level", where the parse has the verb with the level
            beside = [child for child in tree.having(token, "nmod") if child > token and tree.having(child, "cop")]
            verbs = tree.having(beside[0], "cop") if beside else ()
            token = beside[0] if beside and verbs[0] < token else token
            if token not in beside:
                return None
        # The parse of "sales were up 2%" may leave the subject with the "up".
        ups = [between for between in range(verbs[0] + 1, token) if tree.lower[between] in ("up", "down")]
        subjects = [child for holder in (token, *ups) for child in tree.having(holder, "nsubj")]
        return next((subject for subject in subjects if tree.lower[subject] != "there"), None)

    def subject(self, verb: int) -> int | None:
        """The subject of a verb, shared over "and", raised over "to", or the noun a participle modifies."""
        tree = self.tree
        for _ in tree.lower:
            subjects = tree.having(verb, "nsubj", "csubj") + self._stray(verb)
            if subjects:
                subject = self._nearest(subjects, verb)
                relative = tree.lower[subject] in ("which", "that", "who") and tree.base[verb] == "acl"
                return self._holder(tree.head(verb), subject) if relative else subject
            head = tree.head(verb)
            if head < 0:
                return None
            controlled = [child for child in tree.having(head, "obj", "iobj") if child < verb]
            if tree.base[verb] == "xcomp" and controlled and tree.lemma(head) not in self.promising:
                return controlled[-1]  # "expects the levy to raise $3m"
            if tree.base[verb] in ("conj", "xcomp", "advcl", "aux", "parataxis") or self._is_raised(verb):
                verb = head
                if tree.sentence.upos[verb] == "NOUN" and not tree.having(verb, "cop"):
                    return verb
            elif tree.base[verb] == "acl" and any(tree.lower[mark] in DATING for mark in tree.having(verb, "mark")):
                verb = next((above for above in tree.up(head) if tree.sentence.upos[above] == "VERB"), head)
                if verb == head:
                    return None  # "broke $900 for the first time before easing to 864"
            elif tree.base[verb] == "acl":
                told = self.copular_subject(head)
                return head if told is None else told
            else:
                return None
        return None

    def _holder(self, noun: int, relative: int) -> int:
        """The sack of "a sack of cement that costs $3"; the walkout of "a walkout by staff that cost $3"."""
        tree, above = self.tree, self.tree.head(noun)
        below = above >= 0 and tree.base[noun] == "nmod"
        if below and tree.case(noun) == "of":
            return above if tree.lemma(above) in self.containers else noun
        # "Nurses on night shifts who work 60 hours", "flaggers in crews who earn $12"
        if not below or tree.lower[relative] != "who" or tree.lemma(above) in self.collectives:
            return noun
        from reportedly.claims.persons import is_people  # which itself stands on the nouns

        group = not is_people(tree.lemma(noun)) or tree.lemma(noun) in self.collectives
        return above if group and is_people(tree.lemma(above)) else noun

    def _is_raised(self, verb: int) -> bool:
        """ "thought to have stood": an infinitive with the subject of the verb above."""
        marks = self.tree.having(verb, "mark")
        return self.tree.base[verb] == "ccomp" and any(self.tree.lower[mark] == "to" for mark in marks)

    def _stray(self, verb: int) -> tuple[int, ...]:
        """A noun right before a verb that the parse made its "compound", as it does in titles: it is the subject."""
        tree = self.tree
        nouns = [child for child in tree.having(verb, "compound") if child == verb - 1]
        return tuple(noun for noun in nouns if tree.sentence.upos[verb] == "VERB" and tree.sentence.xpos[verb] != "VBG")

    def _nearest(self, subjects: tuple[int, ...], verb: int) -> int:
        """The last subject before its verb: where the parse gives two, the first stands in an opening phrase."""
        led = [subject for subject in subjects if not self.tree.case(subject)] or subjects  # "the ship, with 9 aboard,"
        named = [subject for subject in led if self.tree.sentence.upos[subject] != "VERB"] or led
        return max((subject for subject in named if subject < verb), default=named[0])

    def of_subject(self, verb: int) -> int | None:
        """What the subject of a verb names: a person by the last part of the name."""
        subject = self.subject(verb)
        if subject is None or self.tree.lower[subject] == "there":
            return None
        return self.called(subject)

    def called(self, noun: int) -> int:
        """What a noun leads to; of a person's name the last part, by which people are known."""
        for first, last, kind in self.tree.sentence.entities:
            if kind == "PER" and first <= noun < last:
                named = [token for token in range(first, last) if self.tree.sentence.upos[token] == "PROPN"]
                return named[-1] if named else noun
        return self.carried(noun)

    def purpose(self, verb: int) -> int | None:
        """X in "spent $3m on X": money alone is named by what it goes to."""
        for child in self.tree.having(verb, "obl"):
            case = self.tree.case(child)
            if case == "for" and self.tree.lower[child] == "it":
                return child
            if not CLOSING.isdisjoint(self.tree.lower[verb:child]):
                continue  # "has $12bn to lend, 60 percent of it in bonds", "will spend $14bn: $6bn on roads"
            if case == "in" and self.tree.having(child, "nummod") and not self.tree.having(child, "nmod"):
                continue  # "hid $72m in three trusts"
            if case == "for" and self.tree.lemma(child) in words("slots", "divisions"):
                return None  # "approves $3m for the towns": not of them
            if case in ("on", "for", "in") and self.is_stuff(child):
                return self.carried(child)
        return None


def tallied(tree: Tree, noun: int) -> str | None:
    """What a tally is of, by the noun right before it: the casualties of "the casualty toll"."""
    if tree.lemma(noun) not in words("figures", "estimating", "words") or noun == 0:
        return None
    before = noun - 1
    is_its = tree.base[before] == "compound" and tree.head(before) == noun and tree.sentence.upos[before] == "NOUN"
    return tree.lemma(before) if is_its else None
