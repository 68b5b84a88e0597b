"""Who bears a saying: the whole phrase of a source and whom it means, wherever a parse hangs its words."""

from reportedly.claims.attribution.kinds import own_kind, states
from reportedly.claims.attribution.sources import can_tell, is_person, kind_of, names_teller
from reportedly.claims.lexicons import either, words
from reportedly.claims.trees import Tree
from reportedly.model import SourceKind

RELATIVES = frozenset({"WDT", "WP", "WP$"})
WITHIN = frozenset({"xcomp", "ccomp", "conj", "nsubj", "obj", "nmod"})  # between a relative and its clause
UNCERTAIN = (None, "unnamed", "person")  # kinds that another mention may tell better


def titled(tree: Tree, top: int, phrase: tuple[int, ...], verb: int) -> tuple[int, ...] | None:
    """The noun right before a name that a parse hangs elsewhere: of "on Friday shipping line Harmsen said" the line."""
    upos, last = tree.sentence.upos, phrase[0] - 1
    if last < 0 or upos[top] != "PROPN" or tree.head(last) != verb:
        return None
    if upos[last] == "PROPN" and tree.base[last] == "nsubj":  # "its owner Bremer Metall", taken for two
        return tuple(tree.stretch(last, tree.under(last)))
    if upos[last] != "NOUN":
        return None
    if tree.base[last] not in ("nsubj", "obl") or own_kind(tree.lemma(last)) is None:
        return None
    first = last
    while first and upos[first - 1] in ("NOUN", "ADJ"):
        first -= 1
    return tuple(range(first - (first > 0 and upos[first - 1] == "DET"), last + 1))


def with_joint(tree: Tree, top: int, phrase: tuple[int, ...], source: tuple[int, ...]) -> tuple[int, ...]:
    """The phrase with whom the source joins to it: "the army and the ministry said"."""
    joins = tree.lower[phrase[-1] + 1 : phrase[-1] + 2] == ("and",)
    if not (joins or tree.having(top, "conj")):
        return phrase
    others = (c for c in tree.having(top, "conj") if c > phrase[-1] and c in source)
    joint = [c for c in others if can_tell(tree, c) or names_teller(tree, c)]  # "and two senators"
    last = max((t for c in joint for t in tree.under(c) if t in source), default=phrase[-1])
    if joins and source and phrase[-1] + 1 in source:
        last = max(last, source[-1])  # of which the parse makes two
    opened = next((t for t in range(phrase[-1] + 1, last + 1) if tree.lower[t] == "("), last + 1)
    between = range(phrase[-1] + 1, opened)  # a name's short form behind it is none of whom it joins
    apart = any(tree.sentence.upos[t] in ("VERB", "AUX") for t in between)
    return phrase if apart else (*phrase, *between)


def with_name(tree: Tree, top: int, phrase: tuple[int, ...], verb: int) -> tuple[int, ...]:
    """The phrase with the name behind its comma, taken for another who speaks: "said a nurse, Rosa Lind"."""
    first = phrase[-1] + 2
    if tree.lower[first - 1 : first] != (",",) or tree.sentence.upos[top] != "NOUN" or tree.head(top) != verb:
        return phrase
    last = next((b for a, b, kind in tree.sentence.entities if a == first and kind == "PER"), first)
    named = any(tree.head(t) == verb and tree.base[t] == tree.base[top] for t in range(first, last))
    return (*phrase, *range(first - 1, last)) if named else phrase


def body_behind(tree: Tree, last: int) -> SourceKind | None:
    """The kind of the body behind a name, wherever a parse hangs it: "said Ana Ruiz of the growers' association"."""
    of, low = last + 1, last + 2
    if tree.lower[of:low] != ("of",) or low >= len(tree.lower):
        return None
    high = low
    while high < len(tree.lower) and tree.sentence.upos[high] in ("DET", "ADJ", "NOUN", "PROPN", "PART"):
        high += 1
    told = kind_of(tree, high - 1) if high > low and tree.sentence.upos[high - 1] in ("NOUN", "PROPN") else None
    placed = any(first <= high - 1 < end and kind == "LOC" for first, end, kind in tree.sentence.entities)
    return None if placed or told in UNCERTAIN else told


def at_seat(tree: Tree, head: int) -> int:
    """Who is told of by the town: of "the El Paso, Texas, maker of boots" the maker."""
    if not tree.having(head, "appos"):
        return head
    placed = any(first <= head < last and kind == "LOC" for first, last, kind in tree.sentence.entities)
    apart = (child for child in tree.having(head, "appos") if tree.sentence.upos[child] == "NOUN")
    teller = next((child for child in apart if names_teller(tree, child)), None) if placed else None
    return head if teller is None else teller


def hung_on(tree: Tree, relative: int, verb: int) -> int | None:
    """What the parse hangs the clause of a relative on; None of other words: "who expects to", "whose count of"."""
    if tree.sentence.xpos[relative] not in RELATIVES:
        return None
    clause = relative if tree.sentence.xpos[relative] == "WP$" else verb
    while tree.base[clause] in WITHIN and tree.head(clause) >= 0:
        clause = tree.head(clause)
    hung = tree.head(clause) if tree.base[clause] == "acl" else -1
    # Of "Clinics Without Walls, whose report" the walls report nothing.
    inner = hung >= 0 and tree.base[hung] == "nmod" and _is_one_name(tree, tree.head(hung), hung)
    return hung if hung >= 0 and not inner else None


def _is_one_name(tree: Tree, first: int, last: int) -> bool:
    """Whether every word of a stretch has a capital."""
    return all(tree.sentence.words[token][0].isupper() for token in range(first, last + 1))


def antecedent(tree: Tree, relative: int, hung: int) -> int:
    """Whom a relative means: what the parse hangs it on, or who stands before its comma where that tells nothing."""
    before = relative - 2
    person = next((a for a, b, kind in tree.sentence.entities if a <= before < b and kind == "PER"), None)
    if tree.lower[relative] == "who" and tree.lower[relative - 1] == "," and person is not None:
        return hung if is_person(tree, hung) else person  # "an article by Ana Brito, who reported"
    near = before > hung and tree.lower[relative - 1] == "," and tree.sentence.upos[before] in ("NOUN", "PROPN")
    told = either(("sayings", "carriers", "words"), ("attribution", "tellings", "words"))
    thing = not can_tell(tree, hung) or tree.lemma(hung) in told  # "a claim disputed by the union, which recorded 40"
    if (report := _gotten(tree, before if near else hung)) is not None:
        return report
    return before if near and thing and can_tell(tree, before) and tree.lemma(before) not in told else hung


def _gotten(tree: Tree, name: int) -> int | None:
    """The report that somebody only came by: of "a report obtained by Reuters, which puts it at 40" the report."""
    deed = tree.head(name)
    report = tree.head(deed) if deed >= 0 and tree.base[deed] == "acl" else -1
    if report < 0 or tree.base[name] != "obl" or tree.lemma(deed) not in words("attribution", "getting", "verbs"):
        return None
    things = ("attribution", "getting", "things")
    told = either(("sayings", "carriers", "words"), ("attribution", "tellings", "words"), things)
    return report if tree.lemma(report) in told else None


def is_makers(tree: Tree, phrase: tuple[int, ...], *, said_by: int) -> bool:
    """Whether a trade before a name and an "it" show a body: "brewer Halvorsen said it would"."""
    trade = len(phrase) > 1 and own_kind(tree.lower[phrase[0]]) == "company"
    return trade and any(
        tree.lower[c] == "it" for below in tree.having(said_by, "ccomp") for c in tree.having(below, "nsubj")
    )


def is_headlines_medium(tree: Tree, top: int, phrase: tuple[int, ...], verb: int) -> bool:
    """Whether one word with a capital ends a sentence with "reports": "..., Echo reports"."""
    alone = len(phrase) == 1 and verb == top + 1 and top > 0 and tree.lower[top - 1] == ","
    return alone and tree.lower[verb] in ("reports", "reported") and tree.sentence.words[top].istitle()


def state_before(tree: Tree, token: int) -> str | None:
    """The last state that a sentence names before a word."""
    places = (
        (first, last) for first, last, kind in reversed(tree.sentence.entities) if kind == "LOC" and last <= token
    )
    names = (" ".join(tree.sentence.words[first:last]) for first, last in places)
    return next((name for name in names if name.lower() in states()), None)
