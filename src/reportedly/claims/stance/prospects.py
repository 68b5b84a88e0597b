"""Clauses that tell of what is still to come become prospects: plans, forecasts, deadlines, what hangs on a condition.

One for each clause: what is part of a plan is no plan of its own, a purpose or a wish is none at all, and what stands
in a condition is told with what hangs on it.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportedly.claims.lexicons import words
from reportedly.claims.stance.forms import DUTY, GOING, WILL, WOULD
from reportedly.claims.stance.lookout import LIMITS, MODALS, names_day
from reportedly.claims.stance.standings import ASKING, Standings
from reportedly.model import Status

Kind = Literal["plan", "forecast", "deadline", "condition"]
WITHIN = frozenset({"xcomp", "conj", "advcl", "obj", "obl", "nsubj", "nmod", "acl"})
SUBJECTS = frozenset({"nsubj", "expl", "csubj"})
LEFT_OUT = frozenset({"parataxis", "mark", "cc", "discourse", "punct"})
TELLING = frozenset({"VERB", "ADJ", "NOUN", "ADV"})
DEFINED = ("prospects", "defined", "subjects")
AHEAD: tuple[Status, ...] = ("conditional", "expected", "planned")
HAVE = "have"
HAD = frozenset({"had", "'d", "\u2019d"})
SOONEST = (("as", "early", "as"), ("as", "soon", "as"))
PRESENT = frozenset({"VBZ", "VBP"})
FINITE = PRESENT | {"VBD"}
PAST = frozenset({"VBN", "VBD"})
POINTERS = frozenset({"which", "who", "that", "whom", "whose"})


class Ahead(NamedTuple):
    """In tokens: the predicate, what is to come, who is to do it, the words that say so, the condition.

    ``dated``: it announces something only where it has a day ("that would be a mistake" supposes). ``is_set``: any time
    that is told of it is its day ("called a strike for Friday").
    """

    kind: Kind
    predicate: int
    what: tuple[int, ...]
    who: tuple[int, ...]
    words: tuple[int, ...]
    condition: tuple[int, ...]
    dated: bool = False
    is_set: bool = False

    @property
    def stop(self) -> int | None:
        """Where a condition begins behind it, whose term is its own: "has to close unless it is paid by May"."""
        return self.condition[0] if self.condition and self.condition[0] > self.predicate else None


class Prospects:
    """Reads what is to come in one sentence."""

    def __init__(self, standings: Standings) -> None:
        self.standings, self.tree = standings, standings.tree
        self.announcing = words("stance", "announcing", "words")
        self.asks = not ASKING.isdisjoint(self.tree.lower)

    def all(self) -> Iterator[Ahead]:
        """In order of the text."""
        limited = not LIMITS.isdisjoint(self.tree.lower)
        dated = names_day(self.tree.lower)
        covered: set[int] = set()
        if dated:
            yield from self._appointed()
        for noun in (t for t, lower in enumerate(self.tree.lower) if lower in words("prospects", "aims", "nouns")):
            yield from self._aimed(noun)
        for token in sorted(self.standings.forms.predicates):
            yield from self._things(token)
            if self.tree.lemma(token) in words("prospects", "ordered", "verbs"):
                yield from self._ordered(token)
            if self._is_to_be_done(token):
                who = self._named(self.tree.head(token))
                yield Ahead("plan", token, self._what(token, "plan"), who, self._to(token), (), dated=True)
            if limited:
                yield from self._terms(token)
            if dated:
                yield from self._fixed(token)
                yield from self._put_off(token)
            kind = self._kind(token)
            if kind is not None and (not self._is_within(token) or self._goes_on(token, covered)):
                told = self.standings.of(token)
                condition = self.standings.condition(token) if kind == "condition" else ()
                who = self._who(token)
                if not self._is_talk(token, who, told.words, kind):
                    what = self._what(token, kind)
                    covered.update(what)
                    loose = self._is_supposing(token, told.words) or self._is_wished(told.words)
                    loose = loose or (bool(told.words) and self._is_it(told.words[0]))
                    loose = loose or self._is_learnt(token) or self._was_told(token)
                    yield Ahead(kind, token, what, who, told.words, condition, loose)

    def _things(self, token: int) -> Iterator[Ahead]:
        """ "expects a deficit of 4%", "is due in May", "is set for Monday": what no predicate of its own announces."""
        tree = self.tree
        if tree.having(token, "xcomp", "ccomp", "csubj"):
            return
        status = self._leaves(token)
        if status is None or self._was_sought(token):
            return
        told = self.standings.of(token)
        if not told.is_real or tree.base[token] == "acl" or self._is_asked(token) or self._is_supposed(token):
            return
        kind: Kind = "forecast" if status == "expected" else "plan"
        offers = tree.lemma(token) in words("prospects", "offered", "verbs")
        foretells = offers or tree.lemma(token) in self.standings.things.foretelling
        for thing in tree.having(token, "obj") if foretells else ():
            counted = tree.sentence.upos[thing] == "NOUN" and bool(tree.having(thing, "nummod"))
            counts = not offers or counted  # "offered 64 rescuers", but not "offered $13 a share"
            if counts and self.standings.of(thing).words == (token,) and not tree.having(token, "nsubj:pass"):
                yield Ahead(kind, thing, self._phrase(thing), self._who(token), (token,), ())
        linked = self._is_appointed(token, "links", "obl", "nmod")
        if (linked or self._is_appointed(token, "terms", "obl", "advcl")) and not tree.having(token, "obj"):
            yield Ahead(kind, token, self._what(token, kind), self._who(token), (token,), (), dated=not linked)

    def _ordered(self, token: int) -> Iterator[Ahead]:
        """ "Ordered the evacuation of the camp by Sunday", "appealed for $40 million by March"."""
        tree = self.tree
        links = words("prospects", "ordered", "links")
        asked = [t for t in tree.having(token, "obl") if tree.case(t) in words("prospects", "ordered", "asked")]
        things = [t for t in tree.having(token, "obj") if tree.lemma(t) in words("prospects", "ordered", "deeds")]
        things += [
            t
            for t in asked
            if tree.lemma(t) in words("prospects", "ordered", "deeds")
            or (tree.sentence.upos[t] in ("SYM", "NOUN") and tree.having(t, "nummod"))
        ]
        limits = [t for place in (token, *things) for t in tree.having(place, "obl", "nmod") if tree.case(t) in links]
        if things and limits and self.standings.of(token).is_real and not self._is_asked(token):
            what = tuple(t for t in self._phrase(things[0]) if t >= things[0] or tree.base[t] != "case")
            yield Ahead("plan", token, what, (), (token,), (), dated=True)

    def _is_to_be_done(self, token: int) -> bool:
        """ "1,200 new posts, to be advertised before the end of May": what is told of a noun behind a comma."""
        tree, to = self.tree, self._to(token)
        told = tree.base[token] == "acl" and bool(tree.having(token, "aux:pass")) and bool(to)
        return told and tree.lower[to[0] - 1] == "," and tree.head(token) < to[0]

    def _to(self, token: int) -> tuple[int, ...]:
        return tuple(mark for mark in self.tree.having(token, "mark") if self.tree.lower[mark] == "to")[:1]

    def _terms(self, token: int) -> Iterator[Ahead]:
        """ "The assembly has until Friday to vote", "gave the firm until May to pay": a term that somebody is set."""
        tree = self.tree
        if any(tree.lower[helper] in MODALS for helper in tree.having(token, "aux")):
            limits = [t for t in tree.having(token, "obl") if tree.case(t) in LIMITS]
            lasts = tree.lemma(token) in words("prospects", "terms", "lasting")  # "rain may last until Friday"
            if limits and not (
                lasts or self._is_supposed(token) or self._is_asked(token)
            ):  # "may be lodged until Friday"
                yield Ahead(
                    "deadline", token, self._what(token, "deadline"), self._who(token), (token,), (), dated=True
                )
            return
        state = self._state(token)
        if state is not None:  # "all flights are suspended until Thursday"
            limits = self._limits(state) or self._limits(token)
            now = {tree.lower[helper] for helper in tree.having(token, "aux", "cop")} & {"is", "are"}
            if limits and (now or state != token) and self.standings.of(token).is_real:
                dated, what = not self._is_open(limits), tuple(range(state, tree.under(limits[0])[-1] + 1))
                yield Ahead("plan", token, what, self._who(token), (token,), (), dated, True)
            return
        if tree.lemma(token) not in words("prospects", "terms", "verbs"):
            return
        given = tree.having(token, "obj", "iobj")
        limits = [t for place in (token, *given) for t in tree.having(place, "obl", "nmod") if tree.case(t) in LIMITS]
        aims = [t for place in (token, *given, *limits) for t in tree.having(place, "xcomp", "acl", "advcl")]
        aim = next((t for t in aims if "to" in {tree.lower[mark] for mark in tree.having(t, "mark")}), None)
        if not limits or aim is None or not self.standings.of(token).is_real:
            return
        who = self._named(given[0]) if given and tree.lemma(token) != HAVE else self._who(token)
        yield Ahead("deadline", token, self._what(aim, "deadline"), who, (token,), (), dated=True)

    def _state(self, token: int) -> int | None:
        """The word for what is so until a day: "are closed until Friday", "remain closed until Friday"."""
        tree, states = self.tree, words("prospects", "terms", "states")
        if tree.lower[token] in states:
            return token
        stays = tree.sentence.xpos[token] in PRESENT and tree.lemma(token) in words("prospects", "terms", "staying")
        return next((t for t in tree.having(token, "xcomp") if tree.lower[t] in states), None) if stays else None

    def _limits(self, token: int) -> list[int]:
        """Until when something is so."""
        return [t for t in self.tree.having(token, "obl") if self.tree.case(t) in LIMITS]

    def _is_open(self, limits: list[int]) -> bool:
        """Whether it is so for as long as nobody says otherwise: "must stay in port until further notice"."""
        return any(self.tree.lemma(t) in words("prospects", "terms", "open") for t in limits)

    def _fixed(self, token: int) -> Iterator[Ahead]:
        """ "The strike begins on Monday": what is fixed for a day to come is told in the present."""
        tree = self.tree
        if tree.sentence.xpos[token] not in PRESENT or tree.lemma(token) not in words("prospects", "fixed", "verbs"):
            return
        days = [t for t in tree.having(token, "obl") if tree.case(t) in ("on", "at", "from", *LIMITS)]
        told = [[tree.lower[u] for u in tree.under(t)] for t in days]
        named = any(names_day(one) and not one[-1].endswith("s") for one in told)  # no "Monday mornings"
        subject = tree.having(token, "nsubj")
        stands = self.standings.of(token)
        tied = stands.status == "conditional" and token in self.standings.consequents  # "subject to the doses' arrival"
        if named and subject and not self.standings.telegraphic and (stands.is_real or tied):
            condition = self.standings.condition(token) if tied else ()
            yield Ahead("plan", token, self._what(token, "plan"), self._who(token), (token,), condition, dated=True)

    def _appointed(self) -> Iterator[Ahead]:
        """ "A visit, planned for Wednesday, was confirmed", "threatened a walkout from 22 September": by a noun."""
        tree, links = self.tree, words("prospects", "convened", "links")
        participles, verbs = words("prospects", "convened", "participles"), words("prospects", "convened", "verbs")
        for token, lower in enumerate(tree.lower):
            if lower in participles and tree.base[token] == "acl":
                noun = tree.head(token)
                while tree.base[noun] == "nmod" and tree.head(noun) >= 0:
                    noun = tree.head(noun)  # "a visit by the minister, planned for Wednesday"
                days = [t for t in tree.having(token, "obl", "nmod") if self._is_day(t)]
                if any(tree.case(t) in links for t in days) and not self._is_settled(noun):
                    yield Ahead("plan", token, self._what(token, "plan"), self._named(noun), (token,), (), dated=True)
            elif tree.lemma(token) in verbs and not self._is_dropped(token):
                yield from self._called(token)

    def _aimed(self, noun: int) -> Iterator[Ahead]:
        """ "Has covered 3,900 homes, towards a target of 15,000 by the end of the month": a number with its day."""
        tree, verb = self.tree, self.tree.head(noun)
        numbers = [t for t in tree.having(noun, "nmod") if tree.case(t) == "of" and self._is_number(t)]
        limits = words("prospects", "ordered", "links")
        places = (noun, *numbers, *((verb,) if verb >= 0 else ()))
        last = [t for place in places for t in tree.having(place, "obl", "nmod") if t > noun and tree.case(t) in limits]
        if numbers and last and not self.standings.of(noun).denied:
            what, who = range(noun, tree.under(last[0])[-1] + 1), self._who(verb) if verb >= 0 else ()
            yield Ahead("plan", noun, tuple(what), who, (noun,), (), dated=True)

    def _is_number(self, token: int) -> bool:
        return self.tree.sentence.upos[token] in ("NUM", "SYM") or bool(self.tree.having(token, "nummod"))

    def _called(self, token: int) -> Iterator[Ahead]:
        """ "Called a strike for Friday": what the verb calls, where it has a day."""
        tree, deeds = self.tree, words("prospects", "convened", "deeds")
        things = [t for t in tree.having(token, "obj", "xcomp") if tree.lemma(t) in deeds]
        days = [t for place in (token, *things) for t in tree.having(place, "obl", "nmod") if self._is_day(t)]
        is_set = any(tree.case(t) in words("prospects", "convened", "from") for t in days)
        if things and is_set and not self._is_asked(token) and not self._is_supposed(token):
            yield Ahead("plan", token, self._phrase(things[0]), self._who(token), (token,), (), True, True)

    def _put_off(self, token: int) -> Iterator[Ahead]:
        """ "The opening has been put off until 2 October": announced for another day."""
        tree, lower = self.tree, self.tree.lower[token]
        alone = lower in words("prospects", "put_off", "alone")
        if not (alone or lower in words("prospects", "put_off", "with")):
            return
        particle = next((tree.lower[t] for t in tree.having(token, "compound:prt", "advmod") if t > token), "")
        beside = particle in words("prospects", "put_off", "beside")
        if not (alone or beside):
            return
        links = words("prospects", "put_off", "links")
        last = token + (2 if beside else 1)
        limits = [
            t  # "was moved to Bern until Friday" tells how long
            for t in tree.having(token, "obl")
            if tree.case(t) in links and self._is_day(t) and tree.under(t)[0] == last
        ]
        subject = next(iter(tree.having(token, "nsubj:pass")), None)
        if limits and subject is not None and self.standings.of(token).is_real and not self._is_asked(token):
            yield Ahead("plan", token, self._what(token, "plan"), self._named(subject), (token,), (), True, True)

    def _is_dropped(self, token: int) -> bool:
        """Whether it is not told as so, or no more: "had called a march for Friday", "denied that it called one"."""
        was = any(self.tree.lower[helper] in HAD | MODALS | WOULD for helper in self.tree.having(token, "aux"))
        return was or self.standings.of(token).denied

    def _is_day(self, token: int) -> bool:
        return names_day(self.tree.lower[t] for t in self.tree.under(token))

    def _is_settled(self, noun: int) -> bool:
        """Whether its sentence tells what became of it: "the march, planned for Friday, was called off"."""
        tree, verb = self.tree, self.tree.head(noun)
        if verb < 0 or tree.base[noun] not in ("nsubj", "obj", "csubj"):
            return False
        past = self.standings.of(verb).status in ("happened", "did_not_happen")
        return past and tree.lemma(verb) not in words("prospects", "convened", "calm")

    def _goes_on(self, token: int, covered: set[int]) -> bool:
        """Whether it is a second deed of a plan, behind who says so: "to buy 30, he said, and to sell 2"."""
        tree = self.tree
        return tree.base[token] == "conj" and token not in covered and tree.head(token) in covered

    def _leaves(self, token: int) -> Status | None:
        """What a word that announces leaves open of a thing."""
        lower, lemma = self.tree.lower[token], self.tree.lemma(token)
        if lower == "set" and any(self.tree.case(t) == "for" for t in self.tree.having(token, "obl")):
            return "planned"
        status = self.standings.governors.leaves(token)
        announced = lemma in self.announcing or lower in self.announcing or status == "expected"
        return status if announced and status in ("planned", "expected") else None

    def _is_appointed(self, token: int, kind: str, *relations: str) -> bool:
        """ "is due in May", "are expected within a week": what is so now, and has a day or an aim."""
        tree = self.tree
        now = any(tree.sentence.xpos[helper] in ("VBZ", "VBP") for helper in tree.having(token, "cop", "aux"))
        passive = tree.sentence.upos[token] == "ADJ" or bool(tree.having(token, "nsubj:pass", "aux:pass"))
        links = words("prospects", "appointed", kind)
        return now and passive and any(tree.case(t) in links for t in tree.having(token, *relations))

    def _phrase(self, noun: int) -> tuple[int, ...]:
        """A noun with all that belongs to it, unbroken."""
        return self.tree.stretch(noun, (t for t in self.tree.under(noun) if self.tree.base[t] != "parataxis"))

    def _kind(self, token: int) -> Kind | None:
        """What a predicate announces, if anything."""
        tells = self.tree.sentence.upos[token] in TELLING or self.tree.having(token, "cop")  # "to be through by May"
        if not tells or not self.standings.forms.is_predicate(token):
            return None
        told = self.standings.of(token)
        if told.status not in AHEAD and told.status != "possible":
            return None
        marks = self.tree.having(token, "mark")
        loose = self.tree.sentence.relations[token] == "acl" and not marks  # "troops sent home" tells of troops
        if told.denied or loose or self._is_asked(token) or self._is_supposed(token) or self._is_overtaken(token):
            return None
        if told.status == "possible":
            return "forecast" if self._may_come(token) else None
        if told.status == "conditional":
            return "condition" if token in self.standings.consequents and self._leads_to(token) else None
        if told.status == "expected":
            return None if self._is_assured(told.words) else "forecast"
        return self._announced(told.words, token) if told.status == "planned" else None

    def _may_come(self, token: int) -> bool:
        """ "A decision could come as early as Friday"."""
        tree = self.tree
        coming = tree.lemma(token) in words("prospects", "wished", "coming")
        helped = any(tree.lower[helper] in MODALS for helper in tree.having(token, "aux"))
        return coming and helped and tree.lower[token + 1 : token + 4] in SOONEST

    def _is_overtaken(self, token: int) -> bool:
        """ "Which forecasters had feared would hit the coast", "had planned to send 12": that was before."""
        return self.tree.base[token] in ("ccomp", "xcomp") and self._was_sought(self.tree.head(token))

    def _was_sought(self, verb: int) -> bool:
        """ "Had feared", "had forecast": what was looked for before what is told."""
        before = self.tree.lemma(verb) in words("stance", "planned", "overtaken")
        return before and any(self.tree.lower[helper] in HAD for helper in self.tree.having(verb, "aux"))

    def _is_learnt(self, token: int) -> bool:
        """ "Both are about to find out what that is worth": who will learn something does nothing by it."""
        below = [t for t in self.tree.having(token, "ccomp", "advcl", "obj", "xcomp") if t > token]
        learns = self.tree.lemma(token) in words("prospects", "learnt", "verbs")
        return learns and any(self.tree.lower[self.tree.under(t)[0]] in ASKING for t in below)

    def _was_told(self, token: int) -> bool:
        """ "They had been told that it would come again": what was told before what the text tells of."""
        tree, place = self.tree, token
        while tree.base[place] in ("ccomp", "xcomp", "conj") and tree.head(place) >= 0:
            place = tree.head(place)
            told = {tree.lower[helper] for helper in tree.having(place, "aux")} & HAD
            if told and tree.having(place, "aux:pass"):
                return True
        return False

    def _announced(self, by: tuple[int, ...], token: int) -> Kind | None:
        if not by:
            return None
        word, lemma = self.tree.lower[by[0]], self.tree.lemma(by[0])
        if word in ("intended", "meant") and self.tree.base[by[0]] in ("acl", "xcomp"):
            return None  # "a gesture intended to shame them"
        if word in DUTY:
            lasts = self.tree.lemma(token) in words("prospects", "terms", "lasting")
            return "plan" if lasts and self._is_open(self._limits(token)) else "deadline"
        if by[0] == token:  # "City to open 300 homes"
            titled = any(self.tree.lower[mark] == "to" for mark in self.tree.having(token, "mark"))
            return "plan" if self.standings.telegraphic and titled else None
        if self.tree.sentence.upos[by[0]] in ("NOUN", "ADJ") and not self._is_aim(token):
            return None  # "the government plan is better", "prepared and ready countries fare better"
        if lemma == "be" and self._is_defined(by[0]) and not self._is_it(by[0]):
            return None
        if lemma == "be" and self.tree.lemma(token) in words("prospects", "defined", "verbs"):
            return None
        announced = word in WILL | WOULD or lemma in self.announcing or word in self.announcing
        return "plan" if announced or self._is_wished(by) else None

    def _is_wished(self, by: tuple[int, ...]) -> bool:
        """ "Hopes to reopen on Monday", "demanded that it be paid by May": announced where it has a day alone."""
        wished = words("prospects", "wished", "verbs") - self.announcing
        told = [token for token in by if self.tree.lemma(token) in wished]
        gone = words("prospects", "wished", "gone")  # "hoped to win" may have lost
        return any(self.tree.sentence.xpos[t] != "VBD" or self.tree.lemma(t) not in gone for t in told)

    def _is_assured(self, by: tuple[int, ...]) -> bool:
        """ "Made sure that everyone knows"."""
        tree = self.tree
        return any(tree.lower[t] == "sure" and tree.head(t) >= 0 and tree.lemma(tree.head(t)) == "make" for t in by)

    def _is_aim(self, token: int) -> bool:
        """Whether a clause says what a plan is for: "a plan to close", "the plan is to close", "ready to strike"."""
        marks = (self.tree.lower[mark] for mark in self.tree.having(token, "mark"))
        bound = self.tree.sentence.relations[token] in ("ccomp", "acl", "xcomp")
        return any(mark in ("to", "that") for mark in marks) or bound

    def _is_it(self, be: int) -> bool:
        """ "It is to publish the results on Friday": announced where a day is told."""
        tree = self.tree
        subjects = [s for place in (be, tree.head(be)) if place >= 0 for s in tree.having(place, "nsubj")]
        return tree.lemma(be) == "be" and any(tree.lower[s] in ("it", "this", "that") for s in subjects)

    def _is_defined(self, be: int) -> bool:
        """Whether "is to" says what something is: "the job is to serve", "where to start is to ask"."""
        tree = self.tree
        for place in (be, tree.head(be)):  # "be" is the head of its clause or hangs on it
            for subject in tree.having(place, "nsubj", "csubj", "expl") if place >= 0 else ():
                of_what = tree.base[subject]
                doing = of_what == "csubj" and tree.sentence.xpos[subject] == "VBG"  # "harvesting is to begin"
                named = of_what == "nsubj" and tree.lemma(subject) not in words(*DEFINED)
                if not doing and not named:
                    return True
        return False

    def _leads_to(self, token: int) -> bool:
        """Whether what hangs on a condition is to come, and no rule of what is so: "the loan ends if you die"."""
        tree, place = self.tree, token
        helpers = {tree.lower[helper] for helper in tree.having(token, "aux")}
        if helpers & (WILL | WOULD | MODALS):
            return True
        while tree.base[place] in WITHIN and tree.head(place) >= 0:
            place = tree.head(place)
            announces = tree.lemma(place) in self.announcing or tree.lower[place] in self.announcing
            if announces or tree.lemma(place) == "go" or tree.sentence.upos[place] == "ADJ":  # "is willing to buy"
                return True
        return False

    def _is_talk(self, token: int, who: tuple[int, ...], by: tuple[int, ...], kind: Kind) -> bool:
        """Whether a clause is a turn of talk: "you'll see", "we'll see", "I would argue", "I was going to say".

        What somebody has to do is one, but not what will have to be done unless something else is.
        """
        lower = {self.tree.lower[t] for t in who} or {self.tree.lower[s] for s in self.tree.having(token, "nsubj")}
        if lower & words("prospects", "talk", "anyone") or (self._is_duty(token) and kind != "condition"):
            return True
        if not lower & {"i", "we"} or len(lower) > 1:
            return False
        supposes = "i" in lower and any(self.tree.lower[t] in WOULD for t in by)
        was = any(self.tree.lower[t] == "was" for word in by for t in self.tree.having(word, "aux"))
        return supposes or was or self.tree.lemma(token) in words("prospects", "talk", "verbs")

    def _is_duty(self, token: int) -> bool:
        """ "She is going to have to come out"."""
        tree = self.tree
        return tree.lemma(token) == "have" and any("to" in tree.case(t) for t in tree.having(token, "xcomp"))

    def _is_supposing(self, token: int, by: tuple[int, ...]) -> bool:
        """Whether "would" supposes: no one is told to have said so. "It's going to be a zoo" is no plan, either."""
        going = any(self.tree.lower[t] in GOING for t in by)
        subjects = (t for place in (token, *by) for t in self.tree.having(place, "nsubj", "expl"))
        if going and any(self.tree.lower[t] == "it" for t in subjects):
            return True
        if not any(self.tree.lower[t] in WOULD for t in by):
            return False
        tree, place = self.tree, token
        while tree.head(place) >= 0:
            if tree.base[place] in ("ccomp", "parataxis"):
                return False
            place = tree.head(place)
        return not tree.having(place, "parataxis")

    def _is_asked(self, token: int) -> bool:
        """ "what they will say", "how many will stay"."""
        tree, head = self.tree, self.tree.head(token)
        if "whether" in tree.case(token):
            return True
        if not self.asks:  # most sentences have no such word
            return False
        of_what = head >= 0 and tree.lower[head] in ASKING and tree.sentence.relations[token] == "acl:relcl"
        opening = tree.lower[tree.under(token)[0]]
        return of_what or (opening in ASKING and opening not in POINTERS)

    def _is_supposed(self, token: int) -> bool:
        ties = self.standings.ties.conditions
        return any(tied.antecedent[0] <= token <= tied.antecedent[-1] for tied in ties)

    def _is_within(self, token: int) -> bool:
        """Whether what governs a predicate announces it already, as "hire" does in "will hire and train"."""
        tree, place = self.tree, token
        while tree.base[place] in WITHIN and tree.sentence.relations[place] != "acl:relcl" and tree.head(place) >= 0:
            if tree.base[place] == "conj" and any(tree.base[c] in SUBJECTS for c in tree.children[place]):
                return False
            place = tree.head(place)
            if self._kind(place) is not None:
                return True
        return False

    def _what(self, token: int, kind: Kind) -> tuple[int, ...]:
        """The words of what is to come: of a condition the whole clause, else from the verb on."""
        tied = self.standings.consequents.get(token)
        if kind == "condition" and tied is not None and tied.consequent:
            return tied.consequent
        inside = [token]
        queue = [c for c in self.tree.children[token] if c > token and not self._is_aside(c) and not self._is_apart(c)]
        while queue:
            current = queue.pop()
            inside.append(current)
            queue += [c for c in self.tree.children[current] if self.tree.base[c] != "parataxis"]
        return self._unbroken(token, frozenset(inside))

    def _is_aside(self, token: int) -> bool:
        return self.tree.base[token] in LEFT_OUT or self.tree.case(token).startswith("according")

    def _is_apart(self, token: int) -> bool:
        """Whether it is no part of what is to come: another's deed, one done already, one that has a day of its own.

        "The rebels are to leave, and the army promised to free them", "will open five, and has asked for 90 beds",
        "will start on Friday and reach 9,000 by July".
        """
        tree, head = self.tree, self.tree.head(token)
        if tree.base[token] != "conj":
            return False
        if any(tree.base[c] in SUBJECTS for c in tree.children[token]):
            return True
        if any(tree.sentence.xpos[helper] in FINITE for helper in tree.having(token, "aux")):
            return tree.sentence.xpos[token] in PAST
        first = any(t < token for t in tree.having(head, "obl") if self._is_day(t))
        return first and any(map(self._is_day, tree.having(token, "obl")))

    def _unbroken(self, token: int, inside: frozenset[int]) -> tuple[int, ...]:
        """The words from the verb on, to the first that belongs to something else."""
        last = token
        for place in range(token + 1, max(inside) + 1):
            if self.tree.base[place] == "punct":
                continue
            if place not in inside:
                break
            last = place
        return tuple(range(token, last + 1))

    def _who(self, token: int) -> tuple[int, ...]:
        """Who is to do it: the subject, else that of what governs it, else whose plan it is."""
        tree, place = self.tree, token
        for _ in range(len(tree.lower)):
            told = tree.head(place)
            if tree.base[place] in ("xcomp", "advcl") and tree.lemma(told) in words("prospects", "told", "verbs"):
                whom = [t for t in tree.having(told, "obj", "iobj") if t < place]
                if whom:  # "ordered 300 families to leave"
                    return self._named(whom[0])
            subjects = [s for s in tree.having(place, "nsubj") if tree.lower[s] not in ("it", "there")]
            subject = max(subjects, key=lambda s: (s < place, s), default=None)  # the last before the verb
            owner = next(iter(tree.having(place, "nmod:poss")), None) if tree.sentence.upos[place] == "NOUN" else None
            if subject is not None and tree.lower[subject] not in POINTERS:
                return self._named(subject)
            if owner is not None:
                return tuple(t for t in self._named(owner) if tree.base[t] != "case" or t < owner)
            if subject is not None and tree.base[place] == "acl":
                return self._named(tree.head(place))
            climbs = tree.base[place] in ("xcomp", "conj", "acl", "obj", "advcl") and tree.head(place) >= 0
            if not climbs:
                break
            place = tree.head(place)
        return ()

    def _named(self, token: int) -> tuple[int, ...]:
        """A noun with what stands before it and what names it closely."""
        tree, inside = self.tree, {token}
        for child in tree.children[token]:
            close = child < token or (
                tree.base[child] in ("nmod", "flat", "compound") and tree.case(child) in ("of", "")
            )
            if close and tree.base[child] not in ("punct", "acl", "case", "mark", "cc"):
                inside.update(tree.under(child))
        return tree.stretch(token, inside)
