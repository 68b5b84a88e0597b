"""Figures become comparable: what a figure's own sentence says of whose it is, to whom, where and of which kind.

The phrase that is counted and the verbs it hangs on are asked, each for what stands right beside it: "North Korea has
sent 3,000 combat troops to Russia" has an actor, a recipient and a population. Only words are told, each with its
place; which state or town they name is for others to say. Labels are Universal Dependencies version 2.
"""

from collections.abc import Container, Iterator, Sequence
from collections.abc import Set as AbstractSet

from reportedly.claims.lexicons import words
from reportedly.claims.mended import numbers_of
from reportedly.claims.naming import is_of_own_kind
from reportedly.claims.persons import is_people
from reportedly.claims.places import Figure
from reportedly.claims.tags import PERCENT
from reportedly.claims.trees import Tree, once
from reportedly.claims.unsaid import JOINTS
from reportedly.claims.whereabouts import is_place, is_sited, is_town, named_within, of_blow
from reportedly.model import SlotRole
from reportedly.values.measures import tells

Told = tuple[SlotRole, tuple[int, ...]]

CLAUSES = ("acl", "ccomp", "advcl", "parataxis", "appos")
ROLES: tuple[SlotRole, ...] = ("place", "recipient", "owner", "doer", "relation")
SUBJECTS: tuple[SlotRole, ...] = ("doer", "recipient")
NAMING = ("PROPN", "DET", "ADJ", "PART", "NOUN")
SHARED: tuple[SlotRole, ...] = ("place", "recipient")
OF_THOSE = (("of", "them"), ("of", "these"), ("of", "those"), ("of", "whom"), ("of", "which"))
SEVERAL = 2  # numbers with places of their own that make a list
DASH = "-"
POSSESSIVE = frozenset({"its", "their", "his", "her", "our"})
BRACKETS = ("(", ")", "[", "]")
WHERE, AT = "where", "at"
ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "next", "previous", "earlier", "initial", "final"})
TWO = 2
TERMS = frozenset({"year", "month", "week", "day"})
PLACED = ("place", "recipient")
HAVE, CONFIRM, CONDITION = "have", "confirm", "condition"
MODIFYING = ("amod", "compound", "nmod:poss", "flat", "nmod:desc")


def slots(tree: Tree, figure: Figure, verb: int | None) -> tuple[Told, ...]:
    """What the sentence tells of ``figure``, whose deed is ``verb``; nearer words come first."""
    own = frozenset(figure.tokens)
    nouns = _nouns(tree, figure)
    beside = [told for noun in nouns for told in _of_noun(tree, noun, own)]
    beside += [told for noun in _losses(tree, figure) for told in _of_noun(tree, noun, own)]
    under = {token for noun in nouns for token in tree.under(noun)} | own
    verbs = tuple(_verbs(tree, nouns, verb))
    # A participle stands within the phrase that it tells of: "missiles launched by Iran".
    apart, others = _others_clause(tree, verbs), _others_deeds(tree, verbs)
    above = [
        told
        for token in verbs
        for told in _of_verb(tree, token, own if token in under else under)
        if not (told[0] == "place" and token in apart) and not (told[0] == "doer" and token in others)
    ]
    above += [told for token in verbs[-1:] for told in _fronted(tree, token)]
    above = [*(told for token in verbs for told in _where(tree, token)), *above]
    # "Of the 10,000 soldiers in Russia, 8,000 are in Kursk": what stands beside the noun is told of the others.
    if tree.case(nouns[0]) == "of" and nouns[0] < min(figure.tokens):
        beside = [told for told in beside if told[0] in ("owner", "population")]
    # "Of 10,000 in Russia, 8,000 are in Kursk": where the part is, is told of the part.
    if figure.is_whole and any(role == "place" for role, _ in beside):
        above = [told for told in above if told[0] not in PLACED]
    if figure.is_whole:  # "most of the 300 detained were students": what they are is told of the part
        above = [told for told in above if told[0] != "population"]
    if figure.is_whole and verbs and "," in tree.lower[nouns[0] : max(verbs)]:
        # "Of the 60 hospitalised, 12 are in intensive care": what the clause tells is told of the part.
        above = [told for told in above if told[0] not in PLACED or told[1][0] < nouns[0]]
    if figure.is_whole or "out of" in (
        tree.case(nouns[0]),
        tree.case(figure.anchor),
        tree.case(tree.head(figure.anchor)),
    ):
        above = [told for told in above if told[0] not in SUBJECTS]  # those who won 27 of 51 seats won no 51
    rival = _remnant(tree, figure)
    if rival:
        subject: SlotRole = next((role for role in SUBJECTS if any(role == told for told, _ in above)), "place")
        twins = [part for role, part in above if role == subject]  # "Riga had 40 dead and Cesis 9": of Riga and in it
        rest = [one for one in above if one[0] != subject and not _is_of_other(tree, one, rival)]
        stood: list[Told] = [("place", rival)] if any(role == "place" and part in twins for role, part in rest) else []
        above = [(subject, rival), *stood, *(one for one in rest if one[1] not in twins)]
        beside = [told for told in beside if not set(told[1]) <= set(rival)]
    told = tuple(dict.fromkeys(_dealt_out(tree, figure, (*beside, *above))))
    told = tuple(one for one in told if not _is_of_most(tree, figure, one[1][0]))
    if is_of_own_kind(tree, nouns[0], figure.tokens):
        told = tuple(one for one in told if one[0] != "owner" or not nouns[0] < one[1][0] < min(figure.tokens))
    # "one in four households", "thousands of people": where and whose it is that so many are, not what they are.
    # But "611 of its soldiers" are the army's.
    whose = [one for one in told if one[0] == "owner" and tree.lower[one[1][0]] in POSSESSIVE]
    told = tuple(o for o in told if o[0] not in ("place", "owner") or figure.head not in o[1] or o in whose)
    if (standing := _stands_for(tree, figure)) is not None:
        told = (standing, *(one for one in told if one[0] not in (standing[0], "doer")))
    if not figure.found.is_measure and all(role != "place" for role, _ in told):
        struck = dict.fromkeys(of_blow(tree, (figure.top, *tree.up(figure.anchor))))
        told = (*told, *(("place", tree.stretch(t, _bare(tree, t, ()))) for t in struck))
    place = before_bracket(tree, figure)
    return told if place is None else (place, *(one for one in told if one[0] != "place"))


def before_bracket(tree: Tree, figure: Figure) -> Told | None:
    """The name of a place whose figures stand in brackets behind it: "Gulu (318 cases, 14 deaths)"."""
    if BRACKETS[0] not in tree.lower:
        return None
    named = {opened: _named_before(tree, opened) for opened, word in enumerate(tree.lower) if word == BRACKETS[0]}
    opened = next((t for t in range(figure.tokens[0] - 1, 0, -1) if tree.lower[t] in BRACKETS), 0)
    if not named.get(opened):
        return None
    if figure.head is not None and figure.head < named[opened][0] and sum(map(bool, named.values())) < SEVERAL:
        return None
    kinds = [kind for first, last, kind in tree.sentence.entities for at in named if first < at <= last]
    divided = not words("slots", "divisions").isdisjoint(tree.lemmas[:opened])
    return ("place", named[opened]) if divided or kinds.count("LOC") > kinds.count("PER") else None


def _named_before(tree: Tree, opened: int) -> tuple[int, ...]:
    """The name right before a bracket."""
    first = opened
    while first > 0 and tree.sentence.upos[first - 1] == "PROPN":
        first -= 1
    return tuple(range(first, opened))


def _dealt_out(tree: Tree, figure: Figure, told: Sequence[Told]) -> Iterator[Told]:
    """With places that each stand behind a number of their own: of "31 in Garissa, 16 in Wajir" each keeps its own."""
    numbers = numbers_of(tree.sentence)
    shares = {number: share for number in numbers if (share := _share(tree, number)) is not None}
    apart = any(tree.lower[number + 1 : number + 3] in OF_THOSE for number in shares)  # "37 shut, 12 of them in Riga"
    if len(shares) < SEVERAL and not apart:
        yield from told
        return
    mine = next((share for number, share in shares.items() if number in figure.tokens), None)
    others = {token for number, (_, place) in shares.items() if number not in figure.tokens for token in place}
    if mine is not None:
        yield mine
    for role, part in told:
        behind = mine is not None and role == mine[0] and part[0] > figure.tokens[-1]
        if role not in ("place", "recipient") or (others.isdisjoint(part) and not behind):
            yield role, part


@once
def _share(tree: Tree, number: int) -> Told | None:
    """The name of the place right behind a number or what it counts: the "Garissa" of "31 people in Garissa"."""
    upos, at = tree.sentence.upos, number + 1
    at += 2 * (tree.lower[at : at + 2] in OF_THOSE)
    while at < len(upos) and upos[at] in ("NOUN", "ADJ") and tree.head(number) in (at, *tree.up(at)):
        at += 1
    case = "".join(tree.lower[at : at + 1])
    role: SlotRole | None = next((role for role in SHARED if case in words("slots", "cases", role)), None)
    first = at + 1 + (tree.lower[at + 1 : at + 2] == ("the",))
    last = first
    while last < len(upos) and upos[last] == "PROPN":
        last += 1
    return None if role is None or last == first else (role, tuple(range(first, last)))


def _is_of_other(tree: Tree, told: Told, rival: Sequence[int]) -> bool:
    """Whether what is told holds who is told in the other's place, or the number told of the other."""
    return rival[0] in told[1] or any(tree.sentence.upos[token] == "NUM" for token in told[1])


def _remnant(tree: Tree, figure: Figure) -> tuple[int, ...]:
    """Who does what another did, told without the verb: of "won 24 seats and the Greens 12" the Greens."""
    first, upos = figure.tokens[0], tree.sentence.upos
    last = first - 1
    if last < 1 or not (upos[last] == "PROPN" or (upos[last] == "NOUN" and tree.sentence.words[last][0].isupper())):
        return ()
    start = last
    while start > 0 and upos[start - 1] in NAMING:
        start -= 1
    counted = figure.head is not None and start <= figure.head <= last
    parted = start > 0 and tree.lower[start - 1] in JOINTS and not counted and "NUM" in upos[:start]
    phrase = tuple(range(start, first))
    return phrase if parted and not any(tree.case(token) for token in phrase) else ()


def _stands_for(tree: Tree, figure: Figure) -> Told | None:
    """Whose another such thing is: the Italy of "Spain's output grew by 3 percent, that of Italy by 0.7 percent"."""
    last = min(figure.tokens) - 1
    last -= last > 0 and tree.sentence.upos[last] == "ADP"
    first = last
    while first > 0 and tree.sentence.upos[first - 1] in NAMING:
        first -= 1
    if first < TWO or last < first or tree.sentence.upos[last] not in ("PROPN", "NOUN"):
        return None
    case, those = tree.lower[first - 1], tree.lower[first - TWO] in ("that", "those")
    told: Sequence[SlotRole] = ("owner", "place", "recipient")
    role = next((role for role in told if case in words("slots", "cases", role)), None)
    return (role, tuple(range(first, last + 1))) if those and role is not None else None


def _nouns(tree: Tree, figure: Figure) -> list[int]:
    """The noun that is counted, and those that lead to it: in "the number of soldiers" both, not those it leads to."""
    start = figure.head if figure.head is not None else figure.carrier
    start = figure.anchor if start is None else start
    found = []
    for token in tree.up(start):
        if tree.sentence.upos[token] not in ("NOUN", "PROPN", "NUM", "PRON", "SYM", "ADJ", "DET"):
            break
        found.append(token)
        if not tree.base[token].startswith(("nmod", "nummod", "compound", "amod", "det")):
            break
    return found or [start]


def _losses(tree: Tree, figure: Figure) -> tuple[int, ...]:
    """The losses of "put Kenyan losses at 300 killed", which tell whose those are that the number counts."""
    verb, first = tree.head(figure.anchor), figure.tokens[0]
    if tree.lower[first - 1] != AT or verb < 0 or tree.lemma(verb) not in words("figures", "put_at", "verbs"):
        return ()
    named = figure.head is not None and tree.lower[figure.head] in words("figures", "countable_adjectives", "words")
    tolls = words("figures", "put_at", "losses")
    return tuple(t for t in tree.having(verb, "obj") if tree.lemma(t) in tolls) if named else ()


def _of_noun(tree: Tree, noun: int, own: frozenset[int]) -> Iterator[Told]:
    """What stands in the phrase of a noun: before it whose and which, behind it of whom, where and to whom."""
    for child in tree.children[noun]:
        if child in own:
            continue
        relation = tree.sentence.relations[child]
        if child < noun and (relation in MODIFYING or tree.base[child] in ("amod", "compound")):
            part = tuple(token for token in tree.under(child) if token not in own)
            tied = part and DASH in (tree.lower[part[0]], tree.lower[part[-1]])
            if tied or (child == noun - TWO and tree.lower[child + 1] == DASH):
                continue  # what is left of "two-part", the "sell" of a sell-off
            yield ("owner" if relation == "nmod:poss" else "population"), part
        elif tree.base[child] in ("nmod", "obl"):
            yield from _with_case(tree, child, own)


def _with_case(tree: Tree, token: int, out: AbstractSet[int]) -> Iterator[Told]:
    """The phrase at ``token`` by its preposition."""
    words_of = [
        c for child in tree.having(token, "case") if child < token for c in (child, *tree.having(child, "fixed"))
    ]
    case = " ".join(tree.lower[word] for word in words_of)
    before = min(words_of, default=0) - 1
    if before >= 0 and tree.sentence.upos[before] == "NUM" and before not in out:
        return  # "8,000 houses, among them 3,000 in Jajarkot"
    if before > 0 and tree.lemma(before) in TERMS and tree.sentence.upos[before - 1] == "NUM":
        return  # "was sentenced to 20 years in prison" is not where he was sentenced
    role = next((role for role in ROLES if case in words("slots", "cases", role)), None)
    part = _bare(tree, token, out) if role is not None else ()
    if role == "owner" and any(tree.sentence.upos[t] == "NUM" for t in tree.having(token, "nummod", "flat")):
        return  # "a contribution of CZK 6,000 a month" is nobody's of that name
    if role == "place" and part and not is_place(tree, token):
        yield from _beside_no_place(tree, token, part)
    elif role is not None and part and not (role in SUBJECTS and _is_amount(tree, token)):
        yield role, tree.stretch(token, part)


def _is_amount(tree: Tree, token: int) -> bool:
    """Whether it is a time or a sum, to which nobody gives: "sold for $370 million", "held for 10 months"."""
    return tree.is_time(token) or tree.sentence.upos[token] == "SYM" or tree.lower[token] in PERCENT


def _beside_no_place(tree: Tree, token: int, part: tuple[int, ...]) -> Iterator[Told]:
    """What a phrase tells that is none of a place: the places named in it, and which of several counts it is."""
    if not ORDINALS.isdisjoint(tree.lower[t] for t in part) and not tree.is_time(token):
        yield "relation", tree.stretch(token, part)  # "in the first batch"
    for named in named_within(tree, token):
        if named in part:
            yield "place", tree.stretch(named, tuple(t for t in _bare(tree, named, ()) if t in part))


def _is_of_most(tree: Tree, figure: Figure, first: int) -> bool:
    """Whether a phrase is told of some of others than the figure: "23,000 fell ill, most of them in the capital"."""
    last = first - 1
    while last > 1 and tree.sentence.upos[last] in ("ADP", "DET"):
        last -= 1
    pronoun = last > 1 and tree.lower[last] in ("them", "whom", "these", "those") and tree.lower[last - 1] == "of"
    return pronoun and tree.lower[last - 2] in words("slots", "some") and last - 2 not in figure.tokens


def _bare(tree: Tree, token: int, out: Container[int]) -> tuple[int, ...]:
    """A phrase without its preposition and the clauses in it."""
    found, queue = [], [token]
    left_out = tree.having(token, "case", "mark")
    while queue:
        current = queue.pop()
        found.append(current)
        queue += [child for child in tree.children[current] if tree.base[child] not in CLAUSES]
    return tuple(sorted([t for t in found if t not in left_out and t not in out]))


def _verbs(tree: Tree, nouns: Sequence[int], deed: int | None) -> Iterator[int]:
    """The verbs that what is counted hangs on, up to the clause that another word governs whole ("said that")."""
    told: set[int] = set()
    beside = [token for noun in nouns for token in tree.having(noun, "acl") if not is_of_some(tree, token)]
    beside = [token for token in beside if tree.lemma(token) not in words("figures", "ranking", "verbs")]
    own = () if deed is None else tuple(tree.up(deed))
    whole = tuple(tree.up(nouns[-1]))[1:]
    # Of a part its own clause tells: "1,600 cases were registered, 305 of which were confirmed".
    for token in (*beside, *((*own, *whole) if deed is not None and is_of_some(tree, deed) else (*whole, *own))):
        if tree.sentence.upos[token] in ("VERB", "AUX", "ADJ", "NOUN", "PROPN") and token not in told:
            told.add(token)
            yield token
        if tree.base[token] in ("ccomp", "csubj", "parataxis") and token in told:
            return


def _fronted(tree: Tree, verb: int) -> Iterator[Told]:
    """ "In Chad, 22 died, its ministry said": what opens the sentence is told of what was said, not of the saying."""
    head = tree.head(verb)
    if tree.base[verb] not in ("ccomp", "parataxis") or head < verb:
        return
    first = min(tree.under(verb))
    for child in tree.having(head, "obl"):
        if child < first:
            yield from _with_case(tree, child, frozenset())


def _where(tree: Tree, clause: int) -> Iterator[Told]:
    """The place of which a clause tells what is there: "Turkana, where 560,000 people depend on relief"."""
    place = tree.head(clause)
    there = any(tree.lower[t] == WHERE for t in tree.having(clause, "advmod"))
    if there and tree.base[clause] == "acl" and 0 <= place < clause and tree.sentence.upos[place] == "PROPN":
        yield "place", tree.stretch(place, _bare(tree, place, ()))


def _others_clause(tree: Tree, verbs: Sequence[int]) -> AbstractSet[int]:
    """Verbs above a clause in which another acts, or that sets another against the one they tell of.

    "Queues formed in Gulu on the first day of a drive with which Uganda hopes to protect 700,000": not in Gulu.
    """
    for token in verbs:
        named = [t for t in tree.having(token, "nsubj", "nsubj:pass") if tree.sentence.upos[t] in ("NOUN", "PROPN")]
        marks = {tree.lower[t] for t in tree.having(token, "mark", "advmod")}
        relative = tree.sentence.relations[token] == "acl:relcl" and WHERE not in marks
        if named and relative and _is_relative(tree, token):
            return {*tree.up(tree.head(token))} - {tree.head(token)}
        against = tree.base[token] == "advcl" and not words("slots", "contrast").isdisjoint(marks)
        if against and any(tree.sentence.upos[t] == "PROPN" for t in named):
            return {*tree.up(tree.head(token))}
    return frozenset()


def _others_deeds(tree: Tree, verbs: Sequence[int]) -> AbstractSet[int]:
    """Verbs above a clause that tells of its own who does it: "with most ballots counted, Ms Okafor had 48 percent"."""
    own = (t for t in verbs if tree.having(t, "nsubj", "nsubj:pass"))
    clauses = (t for t in own if tree.base[t] == "advcl" or WHERE in {tree.lower[c] for c in tree.having(t, "advmod")})
    return {*tree.up(tree.head(clause))} if (clause := next(clauses, -1)) >= 0 else frozenset()


def _is_relative(tree: Tree, clause: int) -> bool:
    """Whether a relative clause tells by its pronoun to what it is told: "with which Uganda hopes"."""
    return any(tree.lower[t] in ("which", "whom") and tree.case(t) not in ("in", "at") for t in tree.children[clause])


def _of_verb(tree: Tree, verb: int, under: AbstractSet[int]) -> Iterator[Told]:
    """Who acts, to whom and where, of what stands right under a verb and is no part of what is counted."""
    giving = tree.lemma(verb) in words("slots", "giving", "verbs")
    if tree.having(verb, "cop"):
        # "A serial liar who pledged to ban all": what somebody else is tells nothing of those told below it
        apart = under.isdisjoint(t for c in tree.having(verb, "nsubj") for t in tree.under(c))
        if tree.sentence.upos[verb] == "NOUN" and not tree.having(verb, "case") and not apart:
            others = [
                t for t in tree.having(verb, "conj") if tree.sentence.upos[t] == "NOUN" and not tree.having(t, "cop")
            ]
            yield "population", (verb, *others)  # "78 of the dead were children", "were women and children"
        if tree.lemma(verb) == CONDITION:  # "48 of them were in critical condition": those are not all the wounded
            yield "population", tuple(tree.having(verb, "amod")) or (verb,)
        if _is_housing(tree, verb):  # "Chad is home to 800,000 refugees"
            yield from (("place", tree.stretch(t, _bare(tree, t, ()))) for t in tree.having(verb, "nsubj"))
        yield from _with_case(tree, verb, under | {t for c in tree.having(verb, "nsubj", "cop") for t in tree.under(c)})
    if tree.lemma(verb) == CONFIRM and (_is_tested(tree, verb) or is_of_some(tree, verb)):
        yield "population", (verb,)
    for child in tree.children[verb]:
        if child in under:
            continue
        relation = tree.sentence.relations[child]
        if relation == "nsubj" and tree.lemma(verb) in words("slots", "levelling", "verbs"):
            yield from _of_noun(tree, child, frozenset(under))  # "North Korea's losses come to 3,000"
        elif _is_where(tree, verb, child):
            yield "place", tree.stretch(child, _bare(tree, child, ()))
        elif _is_struck(tree, verb, child):
            yield "place", tree.stretch(child, _bare(tree, child, under))
        elif relation == "nsubj" and (tells(tree.lemma(verb)) or tree.lemma(verb) == HAVE):
            if tree.lemma(verb) in words("slots", "holding", "verbs") and is_sited(tree, child):
                yield "place", tree.stretch(child, _bare(tree, child, ()))
            getting = tree.lemma(verb) in words("slots", "getting", "verbs")
            yield ("recipient" if getting else "doer"), tree.stretch(child, _bare(tree, child, ()))
        elif relation == "iobj" or (relation == "obj" and giving):
            yield "recipient", tree.stretch(child, _bare(tree, child, ()))
        elif tree.lower[child] == "there" and relation == "advmod":
            yield "place", (child,)
        elif tree.base[child] in ("obl", "nmod") or (tree.base[child] == "advmod" and tree.case(child)):
            yield from _with_case(tree, child, under)


def _is_where(tree: Tree, verb: int, child: int) -> bool:
    """Whether who does something or what it is done to is where it is: "Chad hosts refugees", "reached Lampedusa"."""
    if tree.sentence.relations[child] == "nsubj":
        tells_of = tree.lemma(verb) in words("slots", "counting", "verbs") and is_town(tree, child)
        return (_is_housing(tree, verb) and _is_named(tree, child)) or (tells_of and _is_bare_of_places(tree, verb))
    reached = tree.sentence.relations[child] == "obj" and tree.lemma(verb) in words("slots", "reaching", "verbs")
    return reached and any(low <= child < high for low, high, kind in tree.sentence.entities if kind == "LOC")


def _is_bare_of_places(tree: Tree, verb: int) -> bool:
    """Whether nothing else beside a verb may tell where it is: "Riga has 40 dead", not "has 40 men in Cesis"."""
    near = (*tree.having(verb, "obl"), *(n for thing in tree.having(verb, "obj") for n in tree.having(thing, "nmod")))
    return not any(tree.case(t) in words("slots", "cases", "place") and not tree.is_time(t) for t in near)


def _is_struck(tree: Tree, verb: int, child: int) -> bool:
    """Whether what is done to something is done where that is: "filled the square", "the port was shut"."""
    relation = tree.sentence.relations[child]
    struck = relation in ("obj", "nsubj:pass") and tree.lemma(verb) in words("slots", "striking", "verbs")
    return struck and is_sited(tree, child)


def _is_named(tree: Tree, token: int) -> bool:
    """Whether it is a name, and none of a body."""
    body = any(first <= token < last for first, last, kind in tree.sentence.entities if kind == "ORG")
    return tree.sentence.upos[token] == "PROPN" and not body


def _is_housing(tree: Tree, verb: int) -> bool:
    """Whether people live with whoever does it: "takes in refugees", and not "takes in 3 million euros"."""
    told = {tree.lemma(verb), " ".join((tree.lemma(verb), *tree.lower[verb + 1 : verb + 2]))}
    taken = tree.having(verb, "obj", *(("obl", "nmod") if tree.having(verb, "cop") else ()))
    people = any(is_people(tree.lemma(token)) or tree.sentence.upos[token] == "NUM" for token in taken)
    return people and not told.isdisjoint(words("slots", "housing", "verbs"))


def is_of_some(tree: Tree, clause: int) -> bool:
    """Whether a relative clause tells of a part alone: "8,000 soldiers, of whom 3,000 have gone home"."""
    relative = tree.sentence.relations[clause] == "acl:relcl"
    return relative and any(
        tree.lower[token] in ("whom", "which") and tree.case(token) == "of" for token in tree.under(clause)
    )


def _is_tested(tree: Tree, verb: int) -> bool:
    """Whether cases are confirmed by a test and not by word of mouth: "a laboratory confirmed 300 cases"."""
    by = [t for child in tree.having(verb, "nsubj", "obl") for t in tree.under(child)]
    return any(tree.lemma(token) in words("slots", "testing", "words") for token in by)
