"""What is set beside a thing has a time of its own: how far away it lies, what it is now, what it was ten years ago.

"Found a star 40 light-years away", "inflation, now 6 percent, would fall", "41 percent, compared with 33 percent in
2006": the clause around it tells nothing of these.
"""

from reportedly.claims.lexicons import words
from reportedly.claims.lost import is_unfound
from reportedly.claims.persons import is_people
from reportedly.claims.stance.governors import adjective, foresees
from reportedly.claims.stance.told import Told
from reportedly.claims.trees import Tree
from reportedly.values.units import is_money, is_time, unit_of_word

AWAY = frozenset({"away", "off"})
TOWARDS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "upstream", "downstream"}
)
NOW = frozenset({"now", "currently", "presently"})
AGO = frozenset({"ago", "earlier", "before", "previously"})
LAST = frozenset({"last", "previous"})
BESIDE = frozenset(
    {"than", "against", "versus", "compared with", "compared to", "from", "up from", "down from", "after"}
)
OCCASIONS = frozenset({"in", "after", "during", "at", "before", "following"})
LEAVING = frozenset({"from", "on", "of", "away", "out", "back"})
PLACES = frozenset({"in", "at", "near", "outside", "around", "from", "off"})
LEVELLED = frozenset({"between", "at", "above", "below"})
TIES = frozenset({"if", "unless", "until", "once", "provided"})
KNOWN = frozenset({"the", "its", "their", "his", "her", "these", "those", "our"})
NEXT = "next"
YEAR = 4  # digits
NEAR = 5  # words: "a year and a half ago"


def beside(tree: Tree, token: int, case: str, above: Told) -> Told | None:
    """How such a thing stands; None where it stands as its clause does."""
    if any(tree.lower[t] in NOW for t in tree.having(token, "advmod")) and above.status != "ongoing":
        return Told("ongoing", (token,))
    if above.is_real and is_given_up(tree, token, case):
        return Told("happened", (tree.head(token),), denied=True)
    if (above.is_open or above.denied) and tree.base[token] == "obj" and _is_lack(tree, token):
        return Told("ongoing", (tree.head(token),))
    if tree.base[token] in ("obj", "iobj") and _is_given(tree, token):
        return Told("ongoing", (token,))
    if _is_offered(tree, token) and _is_given(tree, tree.head(token)):
        return Told("planned", (tree.head(tree.head(token)),))
    if tree.base[token] == "nsubj" and _is_to_be_found(tree, token):
        return Told("ongoing", (tree.head(token),))
    if above.is_real and tree.base[token] == "obj" and _is_of_planned(tree, token):
        return Told("happened", (tree.head(token),), denied=True)
    if tree.base[token] == "appos" and _is_owed(tree, token):
        return Told("ongoing", (token,))
    if above.is_real and tree.base[token] in ("obj", "nsubj") and _is_turned_down(tree, token):
        return Told("happened", (tree.head(token),), denied=not above.denied)
    if above.is_never and tree.base[token] == "nmod" and case == "of" and _is_of_owner(tree, token):
        return Told("ongoing", above.words)
    left = tree.base[token] == "obl" and case == "with" and tree.lemma(tree.head(token)) == "leave"
    if left and tree.base[tree.head(token)] in ("acl", "advcl") and tree.sentence.xpos[tree.head(token)] == "VBN":
        return Told("ongoing", (tree.head(token),))  # "the premier, left with 70 seats, must woo them"
    if tree.base[token] == "obl" and case.partition(" ")[0] == "at" and (told := _estimated(tree, token)) is not None:
        return told
    if above.is_real and (coming := _of_next(tree, token)) is not None:
        return Told("expected", (coming,))
    if case in LEVELLED and (verb := _foreseeing(tree, token)) is not None:
        return Told("expected", (verb,))
    if is_distance(tree, token, case):
        return Told("ongoing", (token,))
    compared = case in BESIDE or tree.lower[tree.head(token)] == "compared"
    if compared and not above.denied and _is_then(tree, token):
        return Told("happened", (token,))
    return None


def _is_lack(tree: Tree, token: int) -> bool:
    """ "To plug a 3.2 million gap", "could clear a backlog of 40,000": so large it is, whatever is done."""
    closed = tree.lemma(tree.head(token)) in words("stance", "deeds", "closing")
    return closed and tree.lemma(token) in words("stance", "deeds", "lacks")


def _is_offered(tree: Tree, token: int) -> bool:
    """Of "offered its workers 3.8%" the share, which a parse may take for another word for the workers."""
    whom = tree.head(token)
    if tree.base[token] != "appos" or tree.base[whom] not in ("obj", "iobj") or tree.sentence.upos[token] == "PROPN":
        return False
    offers = tree.lemma(tree.head(whom)) in words("stance", "planned", "giving")
    return offers and tree.sentence.upos[whom + 1 : whom + 2] in (("NUM",), ("SYM",))


def _is_given(tree: Tree, token: int) -> bool:
    """ "Offered its 2,100 workers 3.8%", "promised the 640 farmers 12 million": they are there, whatever they get."""
    verb = tree.head(token)
    if tree.lemma(verb) not in words("stance", "planned", "dative") or not tree.having(token, "nummod"):
        return False
    known = any(tree.lower[t] in KNOWN for t in tree.having(token, "det")) or tree.having(token, "nmod:poss")
    behind = [t for t in tree.having(verb, "obj", "iobj", "obl") if t > token and not tree.case(t)]
    behind += [t for t in tree.having(token, "appos") if _is_offered(tree, t)]
    return bool(known) and is_people(tree.lemma(token)) and any(not is_time(tree.lemma(t)) for t in behind)


def _is_to_be_found(tree: Tree, token: int) -> bool:
    """ "Seven people have yet to be found": they are missing."""
    verb = tree.head(token)
    yet = "yet" in tree.lower[verb + 1 : verb + 2] or tree.lemma(verb) == "remain"
    return yet and any(is_unfound(tree, found, token) for found in tree.having(verb, "xcomp"))


def _is_of_planned(tree: Tree, token: int) -> bool:
    """ "Shelved 14 of the 19 stores it had meant to open": those never came, unlike flights that are cancelled."""
    if tree.lemma(tree.head(token)) not in words("stance", "did_not_happen", "shelving"):
        return False
    wholes = [t for t in tree.having(token, "nmod") if tree.case(t) == "of"]
    plans = words("stance", "planned", "foretelling") | words("stance", "planned", "overtaken")
    return any(tree.lemma(child) in plans for whole in wholes for child in tree.having(whole, "amod", "acl"))


def _is_owed(tree: Tree, token: int) -> bool:
    """ "Unless the arrears, 23 million shillings, are settled": so much is owed now."""
    lack = tree.head(token)
    if tree.lemma(lack) not in words("stance", "deeds", "lacks"):
        return False
    verb = tree.head(lack)
    open_ = any(tree.lower[t] in TIES for t in tree.having(verb, "mark")) if verb >= 0 else False
    return open_ and any(tree.lower[t] in KNOWN for t in tree.having(lack, "det", "nmod:poss"))


def _estimated(tree: Tree, token: int) -> Told | None:
    """ "Its cost, estimated at 2 million, will be met", "puts the planned cuts at 3 million": as what is estimated."""
    verb = tree.head(token)
    if tree.lemma(verb) not in words("stance", "expected", "putting"):
        return None
    told_of = tree.base[verb] == "acl" and tree.sentence.xpos[verb] in ("VBN", "VBD")
    if told_of and tree.lemma(verb) in words("stance", "expected", "verbs"):
        return Told("expected", (verb,))  # "the shortfall, forecast at 3 million tonnes"
    for thing in tree.having(verb, "obj", "nsubj:pass"):
        found = ((child, adjective(tree.lower[child])) for child in tree.having(thing, "amod"))
        told = next(((child, status) for child, status in found if status in ("planned", "expected")), None)
        if told is not None and told[1] is not None:
            return Told("expected", (told[0],))
    thing = tree.head(verb) if tree.base[verb] == "acl" and tree.sentence.xpos[verb] == "VBN" else -1
    if thing < 0 or tree.lemma(thing) not in words("stance", "expected", "costs") or tree.base[thing] != "nsubj":
        return None
    coming = [t for t in tree.having(tree.head(thing), "aux") if tree.sentence.xpos[t] == "MD"]
    return Told("expected", (coming[0],)) if coming else None


def _of_next(tree: Tree, token: int) -> int | None:
    """ "Spoke of 3 million tonnes of imports next year": what is told of a time to come is foreseen."""
    verb = tree.head(token)
    told = tree.lemma(verb) in words("stance", "expected", "putting") or tree.lemma(verb) in ("speak", "talk")
    if not told or tree.base[token] not in ("obj", "obl") or NEXT not in tree.lower:
        return None
    counted = tree.sentence.upos[token] in ("NUM", "SYM") or bool(tree.having(token, "nummod"))
    times = (*tree.having(verb, "obl"), *tree.having(token, "nmod", "obl"))
    following = (t for time in times for t in tree.having(time, "amod") if tree.lower[t] == NEXT and t > token)
    return next(following, None) if counted else None


def _foreseeing(tree: Tree, token: int) -> int | None:
    """Of "see claims arising from the loss between $120m and $160m" the seeing, wherever the parse hangs the sum."""
    if tree.base[token] != "nmod" or tree.sentence.upos[token] not in ("NUM", "SYM"):
        return None
    verb = next((t for t in tree.up(token) if tree.sentence.upos[t] == "VERB" and tree.lemma(t) == "see"), None)
    if verb is None or not foresees(tree, verb):
        return None
    return verb if any(thing < token for thing in tree.having(verb, "obj")) else None


def came_not(tree: Tree, above: Told) -> bool:
    """Whether what was to come did not: "20,000 doses due on Monday never arrived"."""
    reaching = words("stance", "did_not_happen", "reaching")
    came = (tree.lower[word] == "never" or (tree.lemma(word) in reaching and _did(tree, word)) for word in above.words)
    return above.is_never and above.status == "happened" and any(came)


def _did(tree: Tree, verb: int) -> bool:
    """Of "did not arrive" and not of "have not arrived", which still may."""
    return any(tree.lower[helper] == "did" for helper in tree.having(verb, "aux"))


def is_given_up(tree: Tree, token: int, case: str) -> bool:
    """ "Backed away from plans to lay off 260", "reneged on a pledge to build 40 homes"."""
    verb = tree.head(token)
    if tree.base[token] != "obl" or not LEAVING.issuperset(case.split()) or not case:
        return False
    told = (tree.lemma(verb), " ".join((tree.lemma(verb), *tree.lower[verb + 1 : verb + 2])))
    given_up = not words("stance", "did_not_happen", "leaving").isdisjoint(told)
    return given_up and tree.lemma(token) in words("stance", "planned", "nouns")


def of_place(tree: Tree, token: int) -> bool:
    """ "At Ross, a town of 3,000, a teacher did not see it": what a place is called is none of the clause's deed.

    Nor is who was asked or tried where something came out: "cut deaths by a third in a trial of 2,400 patients".
    """
    for above in tree.up(token):
        name = tree.head(above)
        if is_size(tree, above) or (tree.case(above) == "of" and _is_occasion(tree, name)):
            return True
        if tree.base[above] == "appos" and tree.sentence.upos[name] == "PROPN":
            placed = tree.base[name] in ("obl", "nmod") and tree.case(name) in PLACES
            return placed or tree.lemma(above) in words("figures", "carriers", "peopled")
        if tree.base[above] not in ("nummod", "nmod", "compound", "amod", "advmod"):
            return False
    return False


def _is_occasion(tree: Tree, noun: int) -> bool:
    """A trial, a vote or a survey in or after which something is done."""
    behind = tree.base[noun] == "obl" and tree.case(noun) in OCCASIONS
    return behind and tree.lemma(noun) in words("stance", "did_not_happen", "trials")


def is_size(tree: Tree, noun: int) -> bool:
    """How many live where something happens: "the state, with a population of 3 million, will vote"."""
    with_ = tree.base[noun] in ("nmod", "obl") and tree.case(noun) == "with"
    if tree.base[noun] == "nmod" and tree.case(noun) == "of" and _is_share(tree, tree.head(noun)):
        with_ = any(tree.case(t) == "of" for t in tree.having(noun, "nmod"))  # "a fifth of a workforce of 38,200"
    beside = tree.base[noun] == "appos" and tree.sentence.upos[tree.head(noun)] == "PROPN"
    return (with_ or beside) and tree.lemma(noun) in words("stance", "asides", "sizes")


def _is_share(tree: Tree, token: int) -> bool:
    number = tree.sentence.upos[token] in ("NUM", "SYM") or bool(tree.having(token, "nummod"))
    return number or tree.lower[token] in words("attribution", "told", "fractions")


def _is_turned_down(tree: Tree, token: int) -> bool:
    """ "Threw out a $2.5bn suit", "dismissed a claim for 4 million euros": nothing of that is paid."""
    if tree.lemma(token) not in words("stance", "did_not_happen", "suits"):
        return False
    verb = tree.head(token)
    particle = "".join(tree.lower[t] for t in tree.having(verb, "compound:prt"))
    told = f"{tree.lemma(verb)} {particle}".strip()
    turned = told == "dismiss" or told in words("stance", "did_not_happen", "scrapping")
    undergone = tree.sentence.relations[token] in ("obj", "nsubj:pass")
    return turned and undergone and any(is_money(unit_of_word(tree.lemma(t)) or "") for t in tree.under(token))


def _is_of_owner(tree: Tree, token: int) -> bool:
    """ "Failed to protect the data of 1.9 million customers": whose they are is there."""
    head = tree.head(token)
    owned = tree.lemma(head) in words("stance", "asides", "belongings") and is_people(tree.lemma(token))
    return (
        owned and bool(tree.having(token, "nummod")) and any(tree.lower[t] in KNOWN for t in tree.having(head, "det"))
    )


def is_distance(tree: Tree, token: int, case: str) -> bool:
    """ "A star 40 light-years away", "shops within 2 km of the plant", but not "moved 3 km north", "drove 40 km"."""
    lemma = tree.lemma(token)
    if lemma not in words("figures", "changes", "lengths") and not (is_time(lemma) and "light" in tree.lower):
        return False
    if case == "within":
        of = any(tree.case(child) == "of" for child in tree.having(token, "nmod"))
        return of and tree.sentence.upos[tree.head(token)] in ("NOUN", "PROPN", "PRON")
    low = token
    while low and (tree.sentence.upos[low] == "NUM" or low == token or tree.lower[low - 1 : low + 1].count("-")):
        low -= 1
    after = "".join(tree.lower[token + 1 : token + 2])
    apart = (
        tree.lower[low] == "," and tree.base[token] == "appos"
    )  # "near Lake Ora, 30 kilometres north of the airfield"
    if apart and (after in AWAY or after in TOWARDS or after == "from"):
        return True
    return after in AWAY and tree.sentence.upos[low] in ("NOUN", "PROPN")


def _is_then(tree: Tree, token: int) -> bool:
    """Whether a time that is over stands with it: "a decade ago", "in 2006", "last year"."""
    last = max((max(tree.under(c)) for c in tree.having(token, "nmod") if tree.case(c) == "of"), default=token)
    rest = tree.lower[last + 1 : last + 1 + NEAR]
    rest = rest[: next((at for at, word in enumerate(rest) if word in (",", ".", ";")), NEAR)]
    if rest[:1] and (rest[0] in LAST or not AGO.isdisjoint(rest)):
        return True
    return rest[:1] == ("in",) and len(rest) > 1 and len(rest[1]) == YEAR and rest[1].isdecimal()
