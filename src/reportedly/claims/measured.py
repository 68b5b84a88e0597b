"""Figures become measures: what a figure counts, its verb and all that shares the number lead to one measure.

The registry stands in ``values``; the tree tells what to ask it: verbs joined by "or" ("killed or wounded"), who acts
and who undergoes ("two gunmen killed 12"), what lasts and what was done. What names nothing counted has no measure, but
beside verbs that befall people.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from reportedly.claims.aboard import ON_BOARD, has_aboard, is_aboard, is_given_money, is_left_missing, is_named
from reportedly.claims.acting import acts
from reportedly.claims.deeds import is_claimed, is_with_wounds, standing_in
from reportedly.claims.harms import Harm, Harms
from reportedly.claims.levels import is_brought, is_reached, is_size
from reportedly.claims.lexicons import either, words
from reportedly.claims.lost import believed, is_fallen, is_unfound, otherwise, state_of, told_to_be
from reportedly.claims.lying import has_no_deed, is_kept, lasts_alone, of_those_left
from reportedly.claims.nouns import tallied
from reportedly.claims.persons import is_people
from reportedly.claims.phrasings import BY, adjunct, is_place, nominal, only_tells_where, phrases
from reportedly.claims.places import Figure
from reportedly.claims.purse import is_saved
from reportedly.claims.tags import RELATIVE
from reportedly.claims.trees import Tree
from reportedly.claims.votes import VOTE, WIN, is_polled, sided
from reportedly.claims.wholes import GATHERED, SHARES, is_elsewhere, of_some
from reportedly.model import Change, Claim, Counted, Measure, Quantity, Status
from reportedly.values.measures import is_built, is_person, knows, leads, measure, shared, tells, together
from reportedly.values.units import COUNT, is_money

GROUPS = frozenset({"family", "crew", "staff", "police", "personnel", "troop"})
APART = frozenset({"NUM", "NOUN", "PRON"})
CUT, BASE, REST, WITH, POINTS = "cut", "base", "rest", "with", ("point", "points")
BEFALLEN, CASUALTIES = ("deaths", "wounded"), "casualties"
KEPT = ("hospitalised", "wounded")  # "112 are in hospital, nine of them in a critical condition"
STRIKERS = "strikers"
SHOT, RESCUED = "shot", "rescued"  # looks like a singular noun; of whom it is news that they were hurt
MISSING, SURVIVE, OR, PERSON, PAY, CONFIRM = "missing", "survive", "or", "person", "pay", "confirm"
ABSENT = frozenset({"away", "off", "out"})
STAYING = frozenset({"stay", "remain", "keep"})
PAST = ("VBN", "VBD")
AFTERWARDS = ("after", "within", "before")
NUMBER, THOSE = "number", "those"
STANDING = ("that", NUMBER)  # what stands for those of whom only what befell them is told
TOLL, AMONG = "toll", ("among", "amongst")
TOLLED = frozenset({TOLL, *AMONG})
PUT_AT = ("at", "as", "to")
TELLING = ("according", "according to", "per", "quoting", "citing")
NUMBERED = ("nummod", "nsubj", "obj", "ccomp")


def measured(
    tree: Tree, figure: Figure, verb: int | None, counted: Counted | None, *, quantity: Quantity, status: Status
) -> Measure | None:
    """What ``figure`` measures, by its counted word and the verbs that share it; None where nothing is named."""
    verb = None if verb is None else believed(tree, verb)
    if verb is not None and is_money(quantity.unit) and tree.lemma(verb) in words("figures", "fining", "verbs"):
        return measure("fine", ("fine",), unit=quantity.unit)  # "fined the lender $12m"
    if figure.head is not None and tree.case(figure.head) in TELLING:
        return None  # "according to two shopkeepers, 30 windows were smashed": they only tell it
    led = figure.head is not None and tree.case(figure.head) == "of"
    if figure.found.is_duration and not led and tree.case(figure.anchor) in AFTERWARDS:
        return None  # "died after three weeks", "quit within a month": nothing is done to weeks
    if counted is not None and quantity.unit == COUNT and _is_peopled(tree, figure, counted):
        return measure("population", ("population",), change=quantity.change)
    some = figure.head is not None and tree.case(figure.head) == "of" and tree.head(figure.head) in figure.tokens
    those = None if counted is None or some or counted.lemma not in STANDING else _of_those(tree, counted)
    if those is not None:
        joined = tuple(_shared(tree, those))
        return measure(
            "people", ("people",), tree.lemma(those), unit=quantity.unit, change=quantity.change, joined=joined
        )
    if quantity.unit == COUNT and has_aboard(tree, figure, verb):
        return measure("people", ("people",), ON_BOARD, change=quantity.change)
    if counted is None or stands_for_another(counted.lemma) or counted.lemma == "what":
        return _of_people(tree, figure, verb, quantity)
    if counted.implied and verb is not None and knows(counted.lemma) and not is_built(counted.lemma):
        befell = measure("people", ("people",), _verb(tree, verb), unit=quantity.unit, change=quantity.change)
        if not befell.open:
            return befell  # "the number of the rescued rose to 26; three more were found dead"
    own = figure.head if not counted.implied else None
    aboard = is_aboard(tree, figure, verb)
    living = is_people(counted.lemma) or counted.lemma in words("figures", "countable_adjectives", "words")
    if quantity.unit == COUNT and own is not None and (kind := tallied(tree, own)) is not None:
        of_kind = measure(kind, (kind,), change=quantity.change)
        if not of_kind.open:
            return of_kind
    verb = _deed(tree, figure, verb, counted, own=own)
    if verb is not None and quantity.unit == COUNT and living and is_fatal(tree, verb):
        return of_harm("killed", quantity.change)  # "two climbers did not survive"
    if verb is not None and living and status == "ongoing" and is_unfound(tree, verb, figure.top):
        return measure("people", ("people",), MISSING, change=quantity.change)
    if quantity.unit == COUNT and living and is_left_missing(tree, figure, verb):
        return measure("people", ("people",), MISSING, change=quantity.change)
    phrase = (*counted.phrase.quote.split(), *(_shared(tree, own) if own is not None else ()))
    before = counted.implied or (figure.head is not None and figure.head < figure.tokens[0])
    if (kind := _own_kind(tree, figure, own)) is not None:
        phrase = (kind, *phrase)
    if before and verb is not None and _is_confirmed(tree, verb):
        phrase = ("confirmed", *(word for word in phrase if word.lower() not in words("figures", "graded", "words")))
        verb_told: str | None = CONFIRM
    else:
        verb_told = None if verb is None else sided(tree, figure, verb) or _verb(tree, verb)
    noun_deed = None if own is None or figure.is_whole else nominal(tree, own)
    if verb is not None and is_given_money(tree, figure, verb):
        verb_told = PAY
    told = aboard or noun_deed or verb_told
    apart = own is not None and verb is not None and own in tree.up(verb)  # "60,000 of which were reconnected"
    where = None if own is None or apart else _standing(tree, figure, own, verb)
    told = where if where is not None and not tells(told) else told
    saved = verb is not None and is_saved(tree, figure, verb, quantity)
    found = measure(
        CUT if saved else counted.lemma,
        (CUT,) if saved else phrase,
        None if saved else told,
        unit=quantity.unit,
        change=quantity.change,
        joined=() if verb is None else tuple(_shared(tree, verb)),
        # Who loses his life has an object, and does nothing to it; who shoots somebody dead does.
        acting=not noun_deed
        and verb is not None
        and acts(tree, figure.anchor, verb)
        and not (told and " " in told and told in phrases(tree, verb, "obj")),
        lasting=status == "ongoing",
    )
    found = (None if verb is None else of_some(tree, figure, verb, counted)) or found
    if found.open and where is not None and told != where:
        placed = measure(counted.lemma, phrase, where, unit=quantity.unit, change=quantity.change)
        found = found if placed.open else placed  # "a ferry with 140 people on board sank"
    if found.open and verb is not None and quantity.unit == "percent" and is_polled(tree, figure, verb):
        return measure(VOTE, (VOTE,), WIN, unit=quantity.unit, change=quantity.change)
    if found.open and own is not None and verb is not None and not noun_deed and not figure.found.is_duration:
        found = _beside(tree, figure, (verb, told), found, counted=counted, phrase=phrase)
    if found.open and own is not None and only_tells_where(tree, own, quantity.unit):
        alone = measure(counted.lemma, phrase, None, unit=quantity.unit, change=quantity.change)
        elsewhere = tree.case(own) != WITH or tree.base[own] == "nmod"
        # "students from three universities were held": nobody held the universities;
        # "spread to six provinces, with 40 confirmed cases"
        found = alone if elsewhere or not alone.open else found
    still = figure.is_whole or verb in (None, own) or tree.lemma(verb) in STAYING or tree.having(verb, "cop")
    if found.open and still and own is not None and (deed := _of_participle(tree, own)):
        found = measure("people", ("people",), deed, unit=quantity.unit, change=quantity.change)
    idle = verb is None or not tells(tree.lemma(verb))
    if found.open and own is not None and (state := state_of(tree, own, idle=idle)):
        who = ("people", ("people",)) if is_people(counted.lemma) and knows(state) else (counted.lemma, phrase)
        found = measure(*who, state, unit=quantity.unit, change=quantity.change)
    # "Three daughters were killed": of whatever calling or kin, people died.
    if not found.open or not is_people(counted.lemma):
        return found
    group = counted.lemma in GROUPS and not counted.implied and tree.case(figure.anchor) != "of"
    return found if group else _of_people(tree, figure, verb, quantity) or found


def _beside(
    tree: Tree, figure: Figure, deed: tuple[int, str | None], found: Measure, *, counted: Counted, phrase: Sequence[str]
) -> Measure:
    """The measure of what the verb is not done to: of "arrested 23 men on two ships" nobody arrested the ships."""
    verb, told = deed
    led = adjunct(tree, figure.head if figure.head is not None else figure.anchor, verb)
    by = led == BY and bool(tree.having(verb, "aux:pass", "nsubj:pass"))  # "was blocked by 40 trucks": they block
    if led is None or (led == BY and not by):
        return found
    name = None if not led or not told else told if by else f"{told} {led}"
    unit, change = figure.found.quantity.unit, figure.change
    beside = measure(counted.lemma, phrase, name, unit=unit, change=change, acting=by)
    return beside if beside.open else found


def _deed(tree: Tree, figure: Figure, verb: int | None, counted: Counted, *, own: int | None) -> int | None:
    """The verb that tells what was done with what is counted; None where it only says how many, or is of others."""
    state = verb is not None and (tree.sentence.upos[verb] in ("ADV", "ADP") or tree.lower[verb] in POINTS)
    if state or verb in figure.tokens:
        verb = None  # "the toll was up", "is close to 300", "was up 12 points": no deed
    if verb is not None and (
        is_reached(tree, verb, own) or is_size(tree, figure, verb) or is_brought(tree, figure, verb)
    ):
        verb = None  # "the number of cases has reached 3,200"
    if verb is not None and counted.lemma in words("figures", "balances", "words"):
        verb = None if tree.lemma(verb) in words("figures", "balances", "verbs") else verb  # "leaving a deficit of $3m"
    verb = _telling(tree, own, None if verb is not None and is_named(tree, verb) else verb)
    if verb is not None and counted.implied and lasts_alone(tree, verb):
        verb = None  # "freed 22 of its captives; 68 remain"
    if has_no_deed(tree, figure) or (verb is not None and tree.lemma(verb) in words("figures", "ranking", "verbs")):
        verb = None  # "dams above 95 percent forced them to open gates": what lies there does nothing by it
    costing = words("figures", "equations", "costing")
    if verb is not None and tree.lemma(verb) in costing and _is_its_own(tree, figure, verb):
        verb = None  # "a wage of 15 crowns would cost 90,000 jobs": what has the price is not what it costs
    return verb


def befallen(
    tree: Tree, figure: Figure, found: Measure | None, counted: Counted | None, *, quantity: Quantity
) -> Measure | None:
    """What befell the people a figure counts, read from all that governs them; ``found`` where that tells nothing.

    "Another was hurt", "two sustained burns", "12 reported dead": many words tell it that are no verb of killing.
    """
    if figure.is_whole:  # "of the 412 passengers, 37 were hurt"
        harm = _harm_of_all(tree, figure)
        if harm is None and _those(tree, figure) is None and _is_of_others(tree, figure):
            return None  # "the mother of three boys was held"
        return found if harm is None else of_harm(harm, quantity.change)
    if _is_downed(tree, figure):
        return found
    if (found is None or found.slug in BEFALLEN) and is_kept(tree, figure):
        return None
    if quantity.unit == COUNT and (given := otherwise(tree, figure)) is not None:
        return given
    if found is not None and found.slug in BEFALLEN and (either := _or_else(tree, figure.top, Harms(tree))):
        return either
    if found is not None and found.slug == RESCUED and quantity.unit == COUNT and figure.head is not None:
        return of_harm("wounded", quantity.change) if Harms(tree).of(figure.head) == "wounded" else found
    others = tells_it(tree, figure.anchor, figure.head) or _is_of_others(tree, figure)
    if others and of_those_left(tree, figure) is None:
        return None if found is not None and found.slug in BEFALLEN else found
    if found is not None and found.slug in BEFALLEN and Harms(tree).is_undone(figure.top):
        return None  # "the attempted murder of five guards"
    tolled = (_tolled(tree, figure) or _put_at(tree, figure, counted)) if quantity.unit == COUNT else None
    if tolled is not None:
        return of_harm(tolled, quantity.change)
    struck = found is None or found.open or found.slug == STRIKERS  # not those cut off by a flood
    if struck and figure.head is not None and _is_struck(tree, figure.head):
        found = None  # whoever is struck by something is no striker
    listed = found is not None and not found.open and found.slug not in BEFALLEN
    if listed and found is not None and found.slug == CASUALTIES and (dead := _lost_so(tree, figure)) is not None:
        return of_harm(dead, quantity.change)
    if listed and figure.head is not None and is_people(tree.lemma(figure.head)):
        with_wounds = any(is_with_wounds(tree, noun) for noun in tree.having(figure.head, "nmod"))
        # "the killing of five protesters", "of a clerk and two of her sons", "five protesters with eye injuries"
        listed = Harms(tree).owned(standing_in(tree, figure.head, figure.tokens)) is None and not with_wounds
    if listed or quantity.unit != COUNT or words("persons", "crowd", "signs").isdisjoint(tree.lower):
        return found
    if counted is not None and is_built(counted.lemma):
        return found  # "of the 400 houses, 300 burned"
    # "12 were killed and dozens more hurt": what is counted before is not what the words behind the number tell of.
    own = counted is not None and not counted.implied and figure.head is not None and figure.head >= figure.anchor
    harms = Harms(tree)
    head = figure.head if own and figure.head is not None else figure.anchor
    # "Nine injured", "four shot" are people, however the parse takes the word.
    shot = own and tree.lower[head] == SHOT and head == figure.tokens[-1] + 1 and quantity.low != 1
    if own and _is_of_known(tree, head, figure.anchor) and harms.of(figure.anchor) == "killed":
        return of_harm("killed", quantity.change)  # "two of the six wounded have died"
    named = own and not shot and harms.word(head) is None
    is_of_people = counted is not None and (is_people(counted.lemma) or is_person(counted.lemma))
    if named and counted is not None and (not is_of_people or counted.lemma in GROUPS):
        return found
    if own and not shot and tree.lower[head].rstrip("s") in words("persons", "wounded", "events"):
        return None if found is not None and found.slug in BEFALLEN else found  # "two shootings", "three wounds"
    harm = _stands_behind(tree, figure) or harms.called(head) or harms.behind(head)
    if harm is None and own and not shot:
        harm = harms.before(figure.tokens[0]) or harms.word(head) or harms.of(head)
        harm = harm or harms.of(standing_in(tree, head, figure.tokens))
    elif harm is None:
        harm = harms.beside(figure.anchor) or harms.before(figure.anchor) or harms.of(figure.anchor)
        harm = harm or ("wounded" if shot else None)
    if harm is None or (harm == "wounded" and own and counted is not None and _is_ill(tree, counted)):
        return found
    if several := _of_several(tree, head, harms, quantity.change):
        return several
    if (either := _or_else(tree, head, harms)) is not None:
        return either if found is None or found.slug in BEFALLEN else found
    return of_harm(harm, quantity.change)


def _lost_so(tree: Tree, figure: Figure) -> Harm | None:
    """What befell those of whom that is told right behind them: "lost 1,840 of its soldiers killed"."""
    state = figure.top + 1
    others = tree.having(state, "conj") if state < len(tree.lower) else ()
    joined = {tree.lower[t] for other in others for t in tree.having(other, "cc")}
    alone = state < len(tree.lower) and OR not in joined and tree.lower[state] in words("persons", "killed", "words")
    return Harms(tree).word(state) if alone else None


def _or_else(tree: Tree, head: int, harms: Harms) -> Measure | None:
    """The measure of those who are "dead or in hospital": how many are dead is open; None where that is not so."""
    told = tree.head(head) if tree.base[head] == "nsubj" else -1
    others = list(tree.having(told, "conj") if told >= 0 else ())
    others += [second for first in others for second in tree.having(first, "conj")]
    joined = {tree.lower[child] for other in others for child in tree.having(other, "cc")}
    if OR not in joined or all(harms.word(other) for other in others if not tree.having(other, *NUMBERED)):
        return None
    if harms.word(told) is None:
        return None  # "40 of the 90 who died were women, children or old people"
    return measure(PERSON, (PERSON,), tree.lower[told], joined=tuple(map(tree.lemma, others)))


def _of_several(tree: Tree, head: int, harms: Harms, change: Change) -> Measure | None:
    """The measure of people "left dead or missing", whom one of two things befell; None where it is one thing."""
    above = tree.head(head)
    states = (*tree.having(head, "amod", "acl"), *(tree.having(above, "xcomp") if above >= 0 else ()))
    for token in states:
        others = [other for other in tree.having(token, "conj") if not tree.having(other, *NUMBERED)]
        is_any = {OR, "/"} & {tree.lower[child] for other in others for child in tree.having(other, "cc")}
        shared = tuple(map(tree.lemma, others)) if is_any else tuple(_shared(tree, token))
        if token > head and shared and (harms.word(token) or tree.lower[token] == MISSING):
            found = measure("people", ("people",), tree.lower[token], change=change, joined=shared)
            return None if found.open and not is_any else found
    return None


def _is_peopled(tree: Tree, figure: Figure, counted: Counted) -> bool:
    """Whether a number behind a place tells who lives there: "seized the city of 300,000"."""
    if figure.head is None or counted.implied or tree.lower[min(figure.tokens) - 1] != "of":
        return False
    people = is_people(counted.lemma) and tree.case(figure.head) == "of"  # "a village of 1,200 people"
    place = tree.head(figure.head) if people else figure.head
    return 0 <= place < min(figure.tokens) and tree.lemma(place) in words("figures", "carriers", "peopled")


def _harm_of_all(tree: Tree, figure: Figure) -> Harm | None:
    """ "Of the four people shot, two died", "one of eight shot": what the next word tells befell all of them."""
    head = figure.top
    if tree.lower[head] == SHOT and 0 < head - figure.tokens[-1] <= 2:
        return "wounded"
    return Harms(tree).beside(head) if is_people(tree.lemma(head)) else None


def tells_it(tree: Tree, token: int, noun: int | None) -> bool:
    """Whether those counted are who tells it, and nobody it befell: "according to several witnesses", "sources"."""
    led = any(tree.case(word) in TELLING for word in (token, noun) if word is not None)
    return led or (noun is not None and tree.lemma(noun) in words("persons", "crowd", "telling"))


def _is_of_others(tree: Tree, figure: Figure) -> bool:
    """Whether it only tells whose kin or whose men others are: "the mother of three boys was killed"."""
    noun = figure.top
    others = tree.head(noun)
    if others >= 0 and tree.base[noun] == "nmod" and tree.case(noun) == WITH and tree.base[others] in ("obl", "nmod"):
        return not is_people(tree.lemma(others))  # "died at a school with 450 pupils"
    led = next((t for t in tree.having(noun, "case") if tree.lower[t] == WITH), 0)
    if led and tree.base[noun] == "obl" and tree.lemma(led - 1) in words("figures", "of_people", "bodies"):
        return True  # "was killed at a hotel with 300 guests", however the parse hangs the guests
    if (
        others < 0
        or others in figure.tokens
        or tree.sentence.upos[others] == "NUM"
        or tree.base[noun] != "nmod"
        or tree.case(noun) != "of"
        or not is_people(tree.lemma(others))
    ):
        return False
    together = any(tree.lemma(others) in words(*keys) for keys in GATHERED)
    return not together and tree.lower[others] != SHOT and Harms(tree).owned(noun) is None


def _tolled(tree: Tree, figure: Figure) -> Harm | None:
    """What befell those whose number is a toll's, or who are among the dead: "the death toll was 15 people".

    Of whatever calling they are: "among those killed were two miners".
    """
    if TOLLED.isdisjoint(tree.lower):
        return None
    head = figure.anchor if figure.head is None or tree.head(figure.anchor) != figure.head else figure.head
    tolls = [token for token in tree.having(head, "nsubj") if tree.lower[token] == TOLL and tree.having(head, "cop")]
    kinds = {tree.lemma(child) for token in tolls for child in tree.having(token, "compound", "nmod")}
    if tolls and kinds <= words("persons", "killed", "nouns"):
        return "killed"
    among = [token for token in tree.having(head, "nmod", "obl", "amod") if tree.case(token) in AMONG and token < head]
    told = [word for token in among for word in (token, *tree.having(token, "acl", "amod"))]
    return next((harm for word in told if (harm := Harms(tree).word(word)) is not None), None)


def _put_at(tree: Tree, figure: Figure, counted: Counted | None) -> Harm | None:
    """What befell those at whom a toll is put: "put the toll at 13 soldiers and four nurses"."""
    if TOLL not in tree.lemmas or (counted is not None and counted.implied):
        return None
    head = figure.anchor if figure.head is None or tree.head(figure.anchor) != figure.head else figure.head
    while tree.base[head] == "conj" and head > tree.head(head) >= 0:
        head = tree.head(head)
    verb = tree.head(head)
    led = {tree.case(head), tree.lower[min(figure.tokens) - 1]}  # "the toll as 20: 15 men", hung on the men
    puts = verb >= 0 and tree.lemma(verb) in words("figures", "put_at", "verbs")
    if not puts or tree.base[head] != "obl" or led.isdisjoint(PUT_AT):
        return None
    tolls = [told for told in tree.having(verb, "obj", "nsubj:pass") if tree.lemma(told) == TOLL]
    kinds = {tree.lemma(child) for told in tolls for child in tree.having(told, "compound")}
    return "killed" if tolls and kinds <= words("persons", "killed", "nouns") else None


def _stands_behind(tree: Tree, figure: Figure) -> Harm | None:
    """What the word right behind a number tells where it ends there: "28 dead and dozens wounded were counted"."""
    after = next((t for t in range(figure.tokens[-1] + 1, len(tree.lower)) if tree.sentence.xpos[t] != "''"), None)
    if after is None or tree.lower[after] not in words("persons", "crowd", "standing"):
        return None
    ends = tree.sentence.upos[after + 1 : after + 2] in ((), ("PUNCT",), ("CCONJ",), ("ADP",))
    return Harms(tree).word(after) if ends else None


def _is_downed(tree: Tree, figure: Figure) -> bool:
    """Whether a bare number is shot down: drones and aircraft are, and of people it would be said of whom."""
    verb = tree.head(figure.anchor)
    bare = figure.head is None or not is_people(tree.lemma(figure.head))
    return bare and verb >= 0 and any(tree.lower[token] == "down" for token in tree.having(verb, "compound:prt"))


def _is_of_known(tree: Tree, head: int, anchor: int) -> bool:
    """Whether a number counts some of those told of: "two of the six men", but not "dozens of others"."""
    known = any(tree.lower[child] in ("the", "those", "these", "them") for child in tree.having(head, "det"))
    return head > anchor and tree.case(head) == "of" and (known or bool(tree.having(head, "nummod")))


def _is_ill(tree: Tree, counted: Counted) -> bool:
    """Whether those counted are patients in a sentence that tells of no wound: who is in hospital may be ill."""
    hurt = either(("persons", "wounded", "verbs"), ("persons", "wounded", "hurts"))
    hurt -= words("persons", "wounded", "suffering_verbs")
    return counted.lemma in words("persons", "wounded", "ill") and hurt.isdisjoint(tree.lemmas)


def _is_struck(tree: Tree, noun: int) -> bool:
    verb = tree.head(noun)
    hit = verb >= 0 and tree.lemma(verb) in words("persons", "wounded", "hitting")
    return hit and tree.sentence.relations[noun] in ("obj", "nsubj:pass") and is_people(tree.lemma(noun))


@cache
def of_harm(harm: Harm, change: Change = "level") -> Measure | None:
    """The measure of people killed, or of people hurt."""
    return measure("people", ("people",), "kill" if harm == "killed" else "wound", change=change)


def is_fatal(tree: Tree, verb: int) -> bool:
    """ "Did not survive", "never survived it", "lost 740 people to cholera"."""
    beside = {tree.lower[child] for child in (verb - 1, *tree.having(verb, "advmod"))} & {"not", "n't", "n’t", "never"}
    return is_claimed(tree, verb) or is_fallen(tree, verb) or (tree.lemma(verb) == SURVIVE and bool(beside))


def _is_confirmed(tree: Tree, verb: int) -> bool:
    """Whether a part was found to be what the whole is only suspected to be: "were confirmed", "tested positive"."""
    if tree.lemma(verb) in words("figures", "graded", "verbs"):
        return True
    return tree.lemma(verb) == "test" and any(tree.lower[token] == "positive" for token in tree.children[verb])


def _of_those(tree: Tree, counted: Counted) -> int | None:
    """What befell those of whom nothing else is told: "the number of those injured", "the number of killed"."""
    tokens: Sequence[int] = tree.tokens(counted.phrase.start, counted.phrase.end)
    if counted.lemma == NUMBER and tokens:
        behind = tokens[-1] + 1
        bare = behind < len(tree.lower) and tree.sentence.relations[behind] == "acl"  # "the number injured"
        tokens = (behind,) if bare else ()
        if tree.lower[behind : behind + 1] == ("of",) and behind + 1 < len(tree.lower):
            tokens = (behind + 1,)
    return next((t for t in tokens if tree.sentence.xpos[t] in PAST and knows(tree.lemma(t))), None)


def _those(tree: Tree, figure: Figure) -> int | None:
    """What befell those of whom some are counted: "thirty of those killed", "of the 90 who died, 40 were women"."""
    told = tree.head(figure.anchor)
    beside = (*tree.having(figure.anchor, "nmod"), *(tree.having(told, "obl", "nmod") if told >= 0 else ()))
    bare = [t for t in beside if tree.lower[t] == THOSE or tree.sentence.upos[t] == "NUM"]
    those = [figure.anchor, *(t for t in bare if tree.case(t) == "of")]
    those += [told] if told >= 0 and tree.sentence.upos[told] == "NUM" and tree.case(figure.anchor) == "of" else []
    done = (child for t in those for child in tree.having(t, "acl", "amod"))
    return next((t for t in done if tree.sentence.xpos[t] in (*PAST, "JJ") and knows(tree.lemma(t))), None)


def _of_participle(tree: Tree, noun: int) -> str | None:
    """The deed of a participle that stands for people: "two million vaccinated", "40 evacuated"."""
    told = tree.lower[noun]
    known = told.endswith("ed") and (knows(told) or knows(tree.lemma(noun)))
    return told if known and tree.sentence.xpos[noun] in ("VBN", "VBD", "JJ") else None


def _standing(tree: Tree, figure: Figure, noun: int, verb: int | None) -> str | None:
    """Where those who are counted are, if that tells what they are: "patients on waiting lists", "now in hospital"."""
    nouns = _led(tree, noun)
    if len(nouns) == 1 and tree.case(noun) == "of" and noun < min(figure.tokens):
        return None  # "of the 1,020 patients in hospital, 240 are ill"
    beside = [child for one in nouns for child in tree.having(one, "nmod") if tree.case(child)]
    if verb is not None and tree.case(noun) == WITH and tree.head(noun) == verb:
        beside += [child for child in tree.having(verb, "obl") if child > noun]  # "sank with 120 people on board"
    if verb is not None and tree.lemma(verb) in ("have", "be"):
        beside += [child for child in tree.having(verb, "obl") if tree.case(child)]  # "had 241 people on board"
    return next((told for child in beside if knows(told := f"{tree.case(child)} {tree.lemma(child)}")), None)


def _led(tree: Tree, noun: int) -> tuple[int, ...]:
    """A noun, and the "number" of which it tells of what that is."""
    above = tree.head(noun)
    carried = above >= 0 and tree.lemma(above) in words("figures", "carriers", "words")
    return (noun, above) if carried else (noun,)


def _own_kind(tree: Tree, figure: Figure, noun: int | None) -> str | None:
    """The "suspected" of the 310 in "310 suspected and 120 confirmed cases"."""
    behind = figure.tokens[-1] + 1
    apart = noun is not None and behind + 1 < noun and tree.head(behind) == noun and tree.base[behind] == "amod"
    return tree.lower[behind] if apart else None


def _is_its_own(tree: Tree, figure: Figure, verb: int) -> bool:
    """Whether a number stands in the phrase of who does it."""
    subjects = tree.having(verb, "nsubj")
    return any(subject in tree.up(figure.anchor) and subject < verb for subject in subjects)


def stands_for_another(lemma: str) -> bool:
    """Whether a counted word is a bare pronoun: "it" is no thing that figures could be compared by."""
    return lemma in words("figures", "parts", "bare")


def of_whole(measure: Measure | None, whole: Claim, *, lacks_deed: bool, unit: str) -> Measure | None:
    """What befell the whole befell a part that only is something: "killed 63, of whom 21 were children"."""
    if measure is not None and whole.measure is not None and (whole.measure.slug, measure.slug) == KEPT:
        return whole.measure
    some = unit in SHARES and whole.quantity.unit == COUNT
    if not lacks_deed or whole.measure is None or whole.measure.open or not (some or whole.quantity.unit == unit):
        return measure
    known = measure is not None and not measure.open and not {measure.slug, whole.measure.slug} <= {*BEFALLEN}
    return measure if known else (shared(whole.measure) or measure) if some else whole.measure


def _of_people(tree: Tree, figure: Figure, verb: int | None, quantity: Quantity) -> Measure | None:
    """What a bare number measures beside a verb that befalls people: "40 died", "a blast killed five"."""
    still = verb is None or tree.having(verb, "cop") or tree.lemma(verb) in STAYING
    if still and quantity.unit == COUNT and (those := _those(tree, figure)) is not None:
        return measure("people", ("people",), tree.lower[those], change=quantity.change)
    if verb is None or quantity.unit != COUNT or acts(tree, figure.anchor, verb):
        return None
    if tree.lemma(verb) not in words("figures", "of_people", "verbs"):
        phrase = _verb(tree, verb)  # "3,000 were forced from their homes", "12 were taken to hospital"
        told = measure("people", ("people",), phrase, change=quantity.change) if " " in phrase else None
        return None if told is None or told.open else told
    return measure("people", ("people",), tree.lemma(verb), change=quantity.change, joined=tuple(_shared(tree, verb)))


def _telling(tree: Tree, head: int | None, verb: int | None) -> int | None:
    """The participle beside what is counted where the verb tells nothing: "the number of soldiers sent has risen"."""
    if head is None:
        beside: list[int] = []
    else:
        nouns = _led(tree, head)
        beside = [token for noun in nouns for token in tree.having(noun, "acl")]
        if len(nouns) > 1 and tree.sentence.xpos[head + 1 : head + 2] == ("VBN",):
            beside.append(head + 1)  # "the number of people killed when": however the parse hangs it
    past = [past for token in beside if (past := _undergone(tree, token)) is not None and not is_elsewhere(tree, past)]
    only_says = words("persons", "killed", "telling")  # of "people known to have died" the dying, wherever it hangs
    past = [t for t in past if tree.lemma(t) not in only_says] or past
    deems = verb is not None and tree.lemma(verb) in words("attribution", "deeming", "verbs")  # "calls 300 displaced"
    return past[0] if past and (verb is None or deems or not tells(tree.lemma(verb))) else verb


def _undergone(tree: Tree, clause: int) -> int | None:
    """The deed of a participle or of "who died", behind a noun; of "reported to have been killed" the killing."""
    if tree.lemma(clause) in words("persons", "killed", "telling"):
        clause = next((child for child in tree.having(clause, "xcomp") if child > clause), clause)
    who = any(tree.lower[child] in RELATIVE for child in tree.having(clause, "nsubj"))
    told = tree.sentence.xpos[clause] == "VBN" or (who and tree.sentence.xpos[clause] in (*PAST, "VBP"))
    return clause if told and tree.lower[clause - 1] not in ("not", "never") else None


def _verb(tree: Tree, verb: int) -> str:
    """The verb with its particle; of what is in a place the preposition: "in kursk"."""
    lemma = tree.lemma(verb)
    if leads(lemma) and (phrase := next(filter(knows, phrases(tree, verb)), None)) is not None:
        return phrase
    placed = [tree.lower[token] for token in tree.having(verb, "case") if token < verb]
    if tree.sentence.upos[verb] not in ("VERB", "AUX", "ADJ") and tree.having(verb, "cop") and placed:
        return " ".join((*placed, tree.lemma(verb)))
    if tree.lemma(verb) == BASE and _rests(tree, verb):
        return REST
    particles = [token for token in tree.having(verb, "compound:prt") if tree.lower[token + 1 : token + 2] != ("to",)]
    if not particles:  # "brought out", "washed ashore"
        beside = [token for token in tree.having(verb, "advmod") if tree.lower[token - 1] != ","]  # no ", down from"
        particles = [token for token in beside if knows(f"{tree.lemma(verb)} {tree.lower[token]}")][:1]
    advs = (token for token in tree.having(verb, "advmod") if token not in particles)
    home = [token for token in advs if tree.lower[token] == "home" or _is_absence(tree, verb, token)]
    cases = (case for off in tree.having(verb, "obl") for case in tree.having(off, "case"))
    home += [case for case in cases if _is_absence(tree, verb, case)]
    if (state := told_to_be(tree, verb)) is not None:
        return state
    return " ".join(tree.lemma(token) for token in (verb, *particles, *home[:1]))


def _rests(tree: Tree, verb: int) -> bool:
    """Whether what is based on something rests on it: "based on interviews", and not "based on the island"."""
    told = [child for child in tree.having(verb, "obl") if tree.case(child) in ("on", "upon")]
    on = told[0] if told else -1
    return on >= 0 and not is_place(tree, on) and tree.lemma(on) not in words("figures", "carriers", "peopled")


def _is_absence(tree: Tree, verb: int, word: int) -> bool:
    """ "Stayed away from work", "remained off work": who stays so is not there."""
    return tree.lower[word] in ABSENT and tree.lemma(verb) in STAYING


def _shared(tree: Tree, token: int) -> Iterator[str]:
    """Lemmas joined to a word by "or", or by "and" where both share out the number."""
    for other in tree.having(token, "conj"):
        if tree.having(other, *NUMBERED) or not APART.isdisjoint(tree.sentence.upos[token + 1 : other]):
            continue  # "were killed and 34 wounded", "were killed and dozens of others hurt"
        links = {tree.lower[child] for child in tree.having(other, "cc")} | ({"/"} & set(tree.lower[token:other]))
        if {"or", "/"} & links or together(tree.lemma(token), tree.lemma(other)):
            lemma = tree.lemma(other)
            yield _verb(tree, other) if leads(lemma) else lemma  # "died or went missing"
