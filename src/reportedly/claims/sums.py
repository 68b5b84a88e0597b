"""What a sum is told of: the flat that let for it, the bridge that cost it to build, the ivory worth it.

Ways from a number to its noun, mostly for money: prices are told by verbs that say nothing of other numbers, and the
parse hangs a sum on whatever verb comes next. Labels are Universal Dependencies version 2.
"""

from reportedly.claims.lexicons import listed, words
from reportedly.claims.nouns import Nouns
from reportedly.claims.places import Place
from reportedly.claims.unsaid import JOINTS
from reportedly.claims.verbs import NOTHING, Verbs
from reportedly.values.units import is_time

APIECE = frozenset({"apiece", "each"})
PERSON = "person"
FOR = frozenset({"for", "to", "on", "towards", "toward", "into"})
COME, CAME = "come", frozenset({"come", "comes", "came", "coming"})
ASKED = frozenset({"for", "at"})
PER = frozenset({"per", "each", "every"})
APART = 8  # words between a sum and the one that is added to it


class Sums:
    """What the sums of one sentence are told of."""

    costing = listed("figures", "equations", "costing")
    selling = listed("figures", "equations", "selling")
    earning = listed("figures", "equations", "earning")
    dealing = listed("figures", "equations", "dealing")
    getting = listed("figures", "equations", "getting")

    def __init__(self, nouns: Nouns, verbs: Verbs) -> None:
        self.tree, self.nouns, self.verbs = nouns.tree, nouns, verbs
        self.raising, self.levies = words("figures", "changes", "raising"), words("figures", "changes", "levies")

    def priced(self, place: Place) -> int | None:
        """What costs, sells for or takes so much; nothing where somebody collects it."""
        tree, before = self.tree, place.first - 1
        if before >= 0 and tree.sentence.upos[before] == "VERB" and tree.lemma(before) in self.costing:
            return self.nouns.of_subject(before)  # "which cost $3m to build", hung on the building
        verb = tree.head(place.anchor)
        if verb >= 0 and tree.base[verb] == "obj" and tree.lemma(tree.head(verb)) in self.verbs.dunning:
            return NOTHING  # "fined the line $3m", hung on the line
        if verb < 0 or tree.sentence.upos[verb] != "VERB":
            return None
        if tree.lemma(verb) in self.verbs.dunning and not tree.having(verb, "nsubj:pass"):
            return NOTHING  # "fined the bank $3m for failing 400 clients"
        relation, case = tree.base[place.anchor], self.nouns.case(place.anchor, place.inside)
        objects = [t for t in tree.having(verb, "obj") if t != place.anchor]
        told = " ".join((tree.lemma(verb), *(tree.lower[t] for t in objects)))
        objects = [t for t in objects if t not in self.verbs.owner]
        if relation == "obl" and case in ASKED and told in self.selling:
            return self._thing(verb)
        if relation == "obj" and not objects and tree.lemma(verb) in self.earning:
            return self._thing(verb)
        if relation == "obj" and tree.lemma(verb) in self.raising:
            return self._raised(verb)
        return None

    def shared_out(self, place: Place) -> int | None:
        """The dykes of "130 million goes to pumps, 70 million to dykes": what each of several sums is for."""
        tree, lead = self.tree, place.after
        if lead >= len(tree.lower) or tree.lower[lead] not in FOR:
            return self._gone_to(place)
        before = [token for token in self.verbs.owner if token < place.first]
        if not before or tree.lower[place.first - 1] not in JOINTS:
            return None
        noun = self._named_behind(lead)
        told = noun is not None and tree.lower[lead] in tree.lower[max(before) : place.first]
        thing = told and noun is not None and self.nouns.is_stuff(noun) and not self.verbs.is_people(noun)
        return noun if thing else None

    def _gone_to(self, place: Place) -> int | None:
        """The pumps of "130 million goes to pumps", "130 million is for pumps"."""
        tree, verb = self.tree, self.tree.head(place.anchor)
        if verb < place.after or tree.base[place.anchor] != "nsubj":
            return None
        if tree.case(verb) == "for" and tree.having(verb, "cop"):
            return None if self.verbs.is_people(verb) else self.nouns.carried(verb)
        if tree.lemma(verb) not in words("figures", "purse", "going"):
            return None
        for noun in tree.having(verb, "obl"):
            named = tree.sentence.upos[noun] == "NOUN" and noun not in self.verbs.owner
            if noun > verb and tree.case(noun) in FOR and named:
                return None if self.verbs.is_people(noun) else self.nouns.carried(noun)
        return None

    def come_from(self, place: Place) -> int | None:
        """The fees of "$3m is to come from fees, $2m from grants"."""
        tree, lead = self.tree, place.after
        while lead < len(tree.lower) and tree.sentence.upos[lead] in ("AUX", "PART", "ADV"):
            lead += 1
        comes = tree.lower[lead : lead + 1] != () and tree.lemma(lead) == COME
        lead += comes
        if tree.lower[lead : lead + 1] != ("from",):
            return None
        if not comes and (lead != place.after or tree.lower[place.first - 1] not in JOINTS or not self._came(place)):
            return None
        noun = self._named_behind(lead)
        if noun is None and "".join(tree.sentence.words[lead + 1 : lead + 2]).isupper():
            return lead + 1  # "from VAT"
        return noun if noun is not None and self.nouns.is_stuff(noun) and not self.verbs.is_people(noun) else None

    def _came(self, place: Place) -> bool:
        """Whether a sum before it was told to come from something."""
        lower = self.tree.lower[: place.first]
        return any(word == "from" and lower[at - 1] in CAME for at, word in enumerate(lower))

    def funded(self, place: Place) -> int | None:
        """The dredging of "approved $3m for dredging", the cover of "will spend $3m on raising cover"."""
        tree, verb = self.tree, self.tree.head(place.anchor)
        told = words("figures", "purse", "alone") | words("figures", "purse", "granting")
        if verb < 0 or tree.base[place.anchor] not in ("obj", "nsubj") or tree.lemma(verb) not in told:
            return None
        for deed in tree.having(verb, "advcl", "obl"):
            led = deed > place.first and tree.lower[min(tree.under(deed))] in ("for", "on")
            if not led or not (tree.sentence.xpos[deed] == "VBG" or tree.lower[deed].endswith("ing")):
                continue
            thing = self._named_behind(deed)
            thing = deed if thing is None or not self.nouns.is_stuff(thing) else thing
            return None if self.verbs.is_people(thing) or thing in self.verbs.owner else thing
        return None

    def _named_behind(self, lead: int) -> int | None:
        """The last noun of the phrase behind a preposition, None where it has a number or none."""
        tags, token = self.tree.sentence.upos, lead + 1
        while token < len(tags) and tags[token] in ("DET", "ADJ", "PROPN", "NOUN", "PUNCT"):
            if tags[token] == "PUNCT" and self.tree.lower[token] != "-":
                break
            token += 1
        return token - 1 if token > lead + 1 and tags[token - 1] == "NOUN" else None

    def received(self, place: Place) -> int | None:
        """Who gets so much: the families of "each family will get $300"."""
        tree, verb = self.tree, self.tree.head(place.anchor)
        if verb < 0 or tree.sentence.upos[verb] != "VERB":
            return None
        alone = tree.base[place.anchor] == "obj" and tree.having(verb, "obj") == (place.anchor,)
        if not alone or tree.lemma(verb) not in self.getting:
            return None
        purpose = self.nouns.purpose(verb)  # "earned $2m, as he told on a form": on that he told it
        return purpose if purpose and tree.case(purpose) != "on" else self.nouns.of_subject(verb)

    def added(self, place: Place) -> int | None:
        """Of "severance of $9,000 plus $500 per year of service" what the first is of, and no service."""
        tree, after = self.tree, place.after
        served = tree.lower[after - 2] in PER and tree.lower[after : after + 1] == ("of",)
        served = served and is_time(place.found.quantity.unit.partition("/")[2])
        alone = served or tree.sentence.upos[after : after + 1] in ((), ("PUNCT",), ("CCONJ",))
        if tree.lower[place.first - 1 : place.first] == ("plus",) and alone:
            for token in range(place.first - 2, max(-1, place.first - APART), -1):
                if token in self.verbs.owner:
                    return token
                if tree.sentence.upos[token] == "VERB":
                    break
        return NOTHING if served else None

    def dealt(self, place: Place) -> int | None:
        """The families of "pay each of 34 families $75", "$75 apiece to 34 families", "pays them $75 a month"."""
        tree, verb = self.tree, self.tree.head(place.anchor)
        if verb >= 0 and tree.lower[verb] == "each" and verb < place.first:
            return next((t for t in tree.having(verb, "nmod") if t != place.anchor and tree.case(t) == "of"), None)
        if verb < 0 or tree.sentence.upos[verb] != "VERB" or place.anchor in tree.having(verb, "nsubj"):
            return None
        if tree.lemma(verb) not in self.dealing:
            return None
        each = self._each(verb, place)
        per = place.found.quantity.unit.partition("/")[2]
        apiece = bool(APIECE & set(tree.lower[place.after : place.after + 1])) or per == PERSON
        if each is not None or not (apiece or is_time(per)):
            return each
        given = [t for t in tree.having(verb, "iobj", "obj") if t not in self.verbs.owner and t != place.anchor]
        given = [t for t in given if tree.lower[t] not in APIECE]
        given = given or [t for t in tree.having(verb, "obl", "nmod") if apiece and tree.case(t) == "to"]
        told = given and (apiece or self.nouns.is_pronoun(given[0]) or self.verbs.is_people(given[0]))
        return given[0] if told else None

    def _each(self, verb: int, place: Place) -> int | None:
        tree = self.tree
        for child in tree.having(verb, "obj", "iobj"):
            if child == place.anchor or child in place.inside:
                continue
            if tree.lower[child] == "each":
                return next((t for t in tree.having(child, "nmod") if tree.case(t) == "of"), None)
            if any(tree.lower[det] in ("each", "every") for det in tree.having(child, "det")):
                return child
        return None

    def _raised(self, verb: int) -> int:
        subject = self.nouns.of_subject(verb)
        if subject is not None and self.tree.lemma(subject) in self.levies:
            return subject
        return self.nouns.purpose(verb) or NOTHING

    def _thing(self, verb: int) -> int | None:
        subject = self.nouns.of_subject(verb)
        return None if subject is None or self.verbs.is_people(subject) else subject

    def owned(self, place: Place) -> int | None:
        """The film of "twice the film's $3m"; not the year of "last year's $3m"."""
        tree, owner = self.tree, place.first - 2
        whose = owner >= 0 and tree.sentence.xpos[owner + 1] == "POS" and tree.sentence.upos[owner] in ("NOUN", "PROPN")
        if not whose or not place.found.is_measure or tree.lemma(owner) in self.nouns.times:
            return None
        dated = any(first <= owner < last and kind == "DATE" for first, last, kind in tree.sentence.entities)
        goes_on = self.nouns.following(place.after) is not None or tree.head(place.anchor) > place.after
        goes_on = goes_on or tree.sentence.upos[place.after : place.after + 1] == (
            "ADP",
        )  # "the ministry's $3m in aid"
        return None if dated or goes_on else owner

    def worth(self, place: Place) -> int | None:
        """X in "X worth $3m", "X totalling $3m"."""
        tree = self.tree
        near = range(max(1, place.first - 3), place.first)
        worth = [token for token in near if tree.lower[token] == "worth" or self._comes_to(token, place)]
        above = tree.head(worth[0]) if worth else -1
        told = worth and tree.having(worth[0], "cop")
        if told and (tree.having(worth[0], "nsubj") or (above >= 0 and tree.having(above, "aux:pass"))):
            return self.nouns.of_subject(worth[0])  # "the order, which is believed to be worth $15bn"
        for beside in self._held_against(worth[0]) if worth else ():
            traded = tree.sentence.xpos[beside] == "VB" and beside == worth[0] - 1  # "do trade worth $84bn"
            if 0 <= beside < worth[0] and (tree.sentence.upos[beside] in ("NOUN", "PROPN") or traded):
                return beside
        if worth and tree.lower[worth[0] - 1] == ",":  # "19 paintings, a Rubens among them, worth $3m"
            several = (at for at in range(worth[0] - 2, -1, -1) if tree.sentence.xpos[at] == "NNS")
            verb = tree.head(worth[0])
            done = verb >= 0 and tree.sentence.upos[verb] == "VERB" and tree.having(verb, "obj")
            return next(several, NOTHING if done else None)  # "put an offer on the table, worth $3m": who put it is not
        return None

    def _comes_to(self, token: int, place: Place) -> bool:
        """Whether a participle before the number says that it is the value of the noun that stands before that."""
        led = " ".join(self.tree.lower[token : place.first])
        noun = self.tree.sentence.upos[token - 1] == "NOUN"
        return noun and led in words("figures", "worth", "participles")

    def _held_against(self, worth: int) -> tuple[int, ...]:
        """The bottles of "bottles of wine worth $30 each", where the parse has them; else the noun right before."""
        tree, above = self.tree, self.tree.head(worth)
        led = list(tree.up(worth - 1))
        below = above in led and all(tree.sentence.upos[t] != "VERB" for t in led[: led.index(above)])
        return (above, worth - 1) if below and not self.nouns.is_pronoun(above) else (worth - 1, above)
