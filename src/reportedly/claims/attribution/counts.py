"""Whose count a figure is where a verb tells it so: "puts the toll at 40", "has the backlog at 9,200"."""

from collections.abc import Collection, Iterable
from functools import cache

from reportedly.claims.attribution.beside import Beside
from reportedly.claims.attribution.contents import LEVELS
from reportedly.claims.attribution.shares import SHARES
from reportedly.claims.attribution.sources import can_tell, is_person, kind_of
from reportedly.claims.attribution.speakers import WHO, Said, meaning, telling
from reportedly.claims.lexicons import either, words

POLLSTER = "pollster"
GIVING = frozenset({"give", "list"})  # "gives the number as 40"
LEVELLED = ("attribution", "putting", "levelled")


@cache
def _counting() -> frozenset[str]:
    """Every verb that may tell somebody's count."""
    kinds = ("putting", "giving", "withdrawing", "objects", "holding", "arriving")
    told = (words("attribution", kind, "verbs") for kind in kinds)
    more = either(("attribution", "objects", "about"), ("attribution", "arriving", "amounting"), LEVELLED)
    return frozenset({"have"}).union(words("sayings", "carriers", "verbs"), more, *told)


@cache
def telling_or_counting() -> frozenset[str]:
    """Every verb by which somebody may tell something."""
    return telling() | _counting()


class Counts(Beside):
    """Finds the sayings that are counts."""

    def _by_count(self, verb: int) -> Said | None:
        """ "put the toll at 57, up from 41", "gave a range of 300 to 400", "raised its estimate to 4,700"."""
        tree, lemma = self.tree, self.tree.lemma(verb)
        if lemma not in _counting() or meaning(tree, verb) in words("attribution", "unsaid", "silent"):
            return None
        told = words("attribution", "told", "words")
        objects = tree.having(verb, "obj")
        about = [child for child in tree.having(verb, "obl", "obj", "xcomp") if child > verb and self._counts(child)]
        putting = lemma in words("attribution", "putting", "verbs")
        given = False
        if putting:
            near = about if lemma in GIVING else [child for child in tree.under(verb) if child > verb]
            cases: Collection[str] = ("at", "as") if lemma in GIVING else ("with",) if lemma == "credit" else ("at",)
            if cases == ("at",) and any(tree.lemma(child) in told for child in objects):
                cases = LEVELS  # "put the figure above 100"
            put = [child for child in near if tree.case(child).partition(" ")[0] in cases and self._counts(child)]
            # "puts it at at least 4,300", where a parse hangs both on "least"
            twice = (c for c in near if tree.case(c) == "at at" and tree.lower[c] in ("least", "most"))
            put += [tree.head(child) for child in twice if self._counts(tree.head(child))]
            given = any(not tree.having(child, "nsubj") for child in put)  # "bread costs 2; milk is at 1.20"
        if objects and not given and (self._is_taken_in(verb, objects[0]) or self._is_written(verb, objects[0])):
            return None
        if lemma in words("attribution", "giving", "verbs"):
            revised = lemma in words("attribution", "revising", "verbs")  # "revised the magnitude down from 6.1 to 5.8"
            handed = lemma == "give" and any(tree.case(child) == "to" for child in tree.having(verb, "obl"))
            told_of = any(tree.lemma(c) in told and (lemma == "give" or not self._is_done(c)) for c in objects)
            told_of = told_of or (
                lemma == "give"
                and any(tree.lemma(child) in words("certainty", "chances", "words") for child in objects)
            )
            told_of = told_of or self._is_polled(verb, about)
            # "her deputy had given 310": a number of nothing that is given
            told_of = told_of or (lemma == "give" and self._is_bare_count(objects) and not tree.having(verb, "iobj"))
            # "would cut the number", "gave a total of $5m to schools"
            handed = handed or any(self.xpos[child] == "MD" for child in tree.having(verb, "aux"))
            given = given or (told_of and not handed) or (revised and bool(about))
        elif lemma in words("attribution", "withdrawing", "verbs"):
            given = any(tree.lemma(child) in told and self._counts(child) for child in objects)
        elif not putting:
            tells = lemma in words("attribution", "objects", "verbs") or lemma in words(
                "attribution", "holding", "verbs"
            )
            carried = (lemma in words("sayings", "carriers", "verbs") or lemma == "have") and any(
                tree.lemma(child) in words("sayings", "carriers", "words") for child in tree.having(verb, "nsubj")
            )
            if lemma == "have":  # "the poll has a margin of 3 points"
                polls = words("attribution", "told", "polls")
                share = any(tree.lemma(child) in ("percent", "%", "cent") for child in objects)
                polled = any(tree.lemma(child) in polls for child in tree.having(verb, "nsubj"))
                carried = carried and (share or not polled)  # but "had 71% against the bill"
            bare = [child for child in about if self.upos[child] == "NUM" and not tree.case(child)]  # "fewer than 800"
            own = [child for child in about if tree.base[child] == "obj" or child in bare]
            own = [] if lemma == "hear" else own  # "has heard 34 witnesses"
            if lemma == "say":  # "says sixty", but not "has said nothing about the 40"
                own = [child for child in own if self.upos[child] == "NUM" or tree.having(child, "nummod")]
            own += [child for child in about if self._is_about(lemma, child)]
            did = (
                lemma in words("attribution", "doing", "verbs")
                and self.xpos[verb] in ("VBD", "VBN")
                and self._is_by_persons(verb)
            )
            tells = tells or lemma in words("attribution", "objects", "about")
            given = (tells or carried) and bool(own) and not did
            given = given or (lemma == "have" and (self._has_at(verb) or self._has_names(verb)))
        given = given or (lemma in words(*LEVELLED) and self._is_levelled(verb))
        harmed = (*about, *tree.having(verb, "xcomp")) if lemma == "list" and about else ()
        given = given or any(self._is_harmed(thing) for thing in harmed)
        # "lists 312 flights as cancelled", "lists nine staff as missing"
        given = given or (lemma == "list" and any(self._counts(c) for c in objects) and self._is_as(verb, objects))
        given = given or (lemma in words("attribution", "arriving", "verbs") and self._arrives_at(verb))
        given = given or (lemma in words("attribution", "arriving", "amounting") and self._amounts_to(verb))
        behind = self._number_behind(verb) if lemma in words("attribution", "objects", "verbs") and not given else ()
        given = given or bool(behind)
        alone = self.xpos[verb] == "VBN" and not tree.having(verb, "aux", "nsubj")  # but "which had put them at 300"
        passive = tree.having(verb, "aux:pass") or (alone and tree.base[verb] == "acl")
        head = self._agent(verb) if passive else self._subject(verb)
        # "is put at $40 million", but "bail was set at $9,000"
        nobody = head is None and bool(passive) and putting and tree.base[verb] != "acl"
        nobody = nobody and lemma not in ("set", "give", "price", "rate", "place", "cost", "quote", "credit")
        if not given or self._only_totals(verb, head) or not (nobody or self._may_count(verb, head)):
            return None
        apart = {
            token
            for child in tree.having(verb, "conj", "parataxis", "advcl")
            if not self._follows(child)
            for token in tree.under(child)
        }
        apart |= self._of_which(verb, named=head is not None)
        source = () if head is None else self._phrase(head, verb)
        under = {*tree.under(verb), *behind}
        if ":" in tree.lower[verb:]:  # "published its figures: 40 dead, 60 hurt"
            listed = range(tree.lower.index(":", verb) + 1, len(self.upos))
            under, apart = under | set(listed), apart - set(listed)
        content = [token for token in sorted(under) if token > verb and token not in apart and token not in source]
        return Said(verb, self._cue(verb, ()), head, source, self._trimmed(content), "counted")

    def _is_polled(self, verb: int, about: Iterable[int]) -> bool:
        """ "Pollster Norstat gave Ms Brandt 52 percent": what who asks voters gives somebody."""
        tree, head = self.tree, self._subject(verb)
        if tree.lemma(verb) != "give" or head is None or not tree.having(verb, "iobj"):
            return False
        share = any(
            self.upos[child] == "SYM" or tree.lemma(child) in ("percent", "%", "cent", "seat") for child in about
        )
        return share and any(tree.lemma(token) == POLLSTER for token in tree.under(head))

    def _is_bare_count(self, objects: Iterable[int]) -> bool:
        return any(self.upos[child] == "NUM" and not self.tree.having(child, "nmod") for child in objects)

    def _of_which(self, verb: int, *, named: bool) -> set[int]:
        """The clause behind a comma that tells more of what is counted: "is put at 40, of whom a third are lost".

        Who is ``named`` counts those of his number, too: "the service puts the dead at 212, of whom 71 died here".
        """
        lower = self.tree.lower
        if "which" not in lower and "whom" not in lower:
            return set()
        opened = (
            t
            for t in range(verb, len(lower) - 2)
            if lower[t : t + 2] == (",", "of") and self.xpos[t + 2] in ("WDT", "WP")
        )
        first = next(opened, len(lower))
        behind = next((t for t in range(first + 3, len(lower)) if self.upos[t] not in ("ADV", "ADP", "DET")), first)
        parted = lower[behind : behind + 1] and self._counts(behind) and self.upos[behind] not in ("VERB", "AUX")
        return set() if named and parted else set(range(first, len(lower)))

    def _is_about(self, lemma: str, noun: int) -> bool:
        """ "Reported on the death of 70 miners", "wrote of 12 dead", but not "wrote on page 70", "on May 5"."""
        if lemma not in words("attribution", "objects", "about") or self.tree.base[noun] != "obl":
            return False
        case = self.tree.case(noun)
        harm = self.tree.lemma(noun) in either(("persons", "killed", "nouns"), ("persons", "wounded", "nouns"))
        return case in ("about", "of") or (case == "on" and harm)

    def _arrives_at(self, verb: int) -> bool:
        """ "The auditors arrive at 44", "a team arrives at a toll of 71", and not at 12 houses."""
        tree, told = self.tree, words("attribution", "told", "words")
        harm = either(("persons", "killed", "nouns"), ("persons", "wounded", "nouns"))
        return not self._is_by_persons(verb) and any(
            tree.case(child) == "at"
            and self._counts(child)
            and (self.upos[child] in ("NUM", "SYM") or tree.lemma(child) in told | harm)
            for child in tree.having(verb, "obl")
        )

    def _amounts_to(self, verb: int) -> bool:
        """ "Its final account comes to €47 million", "the board's tally comes to 340": where it is told whose it is."""
        tree = self.tree
        told = either(("attribution", "told", "words"), ("attribution", "told", "reckonings"))
        owned = any(
            tree.lemma(child) in told and tree.having(child, "nmod:poss") for child in tree.having(verb, "nsubj")
        )
        return owned and any(tree.case(child) == "to" and self._counts(child) for child in tree.having(verb, "obl"))

    def _is_levelled(self, verb: int) -> bool:
        """ "Bills which the ministry reports at $40m", "a fleet that Lyle numbers at 1,150": so many of a thing."""
        tree = self.tree
        told = any(child < verb and tree.lower[child] in ("which", "that") for child in tree.having(verb, "obj"))
        return told and any(
            tree.case(child) == "at" and (self.upos[child] in ("NUM", "SYM") or tree.lemma(child) in SHARES)
            for child in tree.having(verb, "obl")
        )

    def _has_at(self, verb: int) -> bool:
        """ "The bulletin has the backlog at 9,200", "the office has 14 boats down as lost": no property."""
        tree = self.tree
        for child in tree.having(verb, "obl"):
            before = [c for c in tree.having(verb, "obj") if verb < c < child and not self._counts(c)]
            case = tree.case(child)
            share = tree.lemma(child) in ("percent", "%", "cent") and case == "on"
            # "has the backlog at 9,200", but not "has volunteers at 1,900 stations"
            bare = self.upos[child] in ("NUM", "SYM") or tree.lemma(child) in ("percent", "%", "million", "billion")
            if before and self._counts(child) and ((case == "at" and bare) or share):
                return True
        down = [child for child in tree.having(verb, "advmod") if tree.lower[child : child + 2] == ("down", "as")]
        return bool(down) and any(self._counts(child) for child in tree.having(verb, "obj"))

    def _has_names(self, verb: int) -> bool:
        """ "Has the names of 19 dead", "has a list of 187 names", "has 88 names": whom somebody counts by name."""
        for thing in self.tree.having(verb, "obj"):
            held = (thing, *(c for c in self.tree.having(thing, "nmod") if self.tree.case(c) == "of"))
            if self.tree.lemma(thing) in ("name", "list") and any(self._counts(c) for c in held):
                return any(self.tree.lemma(c) == "name" or self._is_harmed(c) for c in held)
        return False

    def _is_harmed(self, noun: int) -> bool:
        """Whether those are told of who died, were hurt or are lost."""
        harm = either(("persons", "killed", "nouns"), ("persons", "wounded", "nouns"))
        return self.tree.lemma(noun) in harm or self.tree.lower[noun] in ("dead", "missing", "injured", "wounded")

    def _is_as(self, verb: int, objects: Iterable[int]) -> bool:
        """Whether it is told as what the objects of a verb are listed."""
        below = (child for top in (verb, *objects) for child in self.tree.having(top, "advcl", "obl", "xcomp", "nmod"))
        return any(child > verb and self.tree.case(child).partition(" ")[0] == "as" for child in below)

    def _is_by_persons(self, verb: int) -> bool:
        """ "A nurse counted 40 shots" tells a deed, "the agency counted 600 deaths" its word."""
        head = self._subject(verb)
        if head is None or self.upos[head] == "PRON":
            return False
        kind = kind_of(self.tree, head)
        several = self.xpos[head] == "NNS" and kind == "person"
        return several or (is_person(self.tree, head) and kind != "analyst")  # who analyses tells what he counts

    def _only_totals(self, verb: int, head: int | None) -> bool:
        """ "Brought up 23 bodies, which raises the toll to 52", "raising it to 52": a total is made up, not told."""
        deed = self.tree.head(verb)
        if head is not None and self.xpos[verb] == "VBG" and self.tree.base[verb] == "advcl" and deed >= 0:
            told = self.tree.lemma(deed) in telling() - words("attribution", "totalling", "verbs")
            return self.tree.lemma(verb) in words("attribution", "totalling", "verbs") and not told
        if head is None or self.tree.lower[head] not in ("which", "that", "this"):
            return False
        return self.tree.lemma(verb) in words("attribution", "totalling", "verbs") and not can_tell(
            self.tree, self.tree.head(verb)
        )

    def _may_count(self, verb: int, head: int | None) -> bool:
        if head is None or self._is_own(verb, head):
            return False
        if self.tree.lower[head] in WHO and self.tree.base[verb] == "acl" and self.tree.head(verb) >= 0:
            head = self.tree.head(verb)  # "the offer, which values it at $9m"
        return can_tell(self.tree, head) or (self.upos[head] == "DET" and self.tree.lower[head] in ("some", "others"))

    def _number_behind(self, verb: int) -> tuple[int, ...]:
        """A number right behind a verb, which a parse may hang on what follows: "expect about 900 this time, ..."."""
        first = verb + 1
        while first < len(self.upos) and self.upos[first] == "ADV":
            first += 1
        if first >= len(self.upos) or self.upos[first] not in ("NUM", "SYM") or self.tree.head(first) == verb:
            return ()
        end = next((t for t in range(first, len(self.upos)) if self.stops[t]), len(self.upos))
        return tuple(range(verb + 1, end)) if self.tree.head(first) >= end else ()

    def _follows(self, clause: int) -> bool:
        """Whether a clause goes on with what is told: "confirmed 27 cases, taking the total to 412"."""
        if self.tree.lower[clause] in ("up", "down"):
            return True
        if self.upos[clause] == "ADJ" and clause and self.upos[clause - 1] == "NUM":
            return True  # "to 104 dead from 110"
        marked = self.tree.having(clause, "mark", "case")
        if self.tree.lemma(clause) not in words("attribution", "totalling", "verbs"):
            return False
        return self.tree.base[clause] == "advcl" and self.xpos[clause] == "VBG" and not marked
