"""What a source is: its kind, by the words of its phrase.

The head of the phrase counts before its other words, and what tells nothing of itself ("a spokesman", "figures") is of
the kind of whose it is. A name is known by its title, its apposition, the tables of bodies and outlets, or the words in
it; one that nothing tells of is a person's or a body's as the parser took it.
"""

from collections.abc import Sequence
from functools import cache

from reportedly.claims.attribution.kinds import (
    SHORTEST_TRADE,
    begun,
    bodies,
    famous,
    holds,
    in_names,
    leaders,
    opened,
    openers,
    own_kind,
    peoples,
    phrases_by_word,
    states,
    table,
    typed,
)
from reportedly.claims.attribution.numbered import is_aged
from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.trees import Tree, once
from reportedly.model import SourceKind

OF = frozenset({"of", "for", "from", "at", "by", "with", "in", "among", "on"})
PLACING = frozenset({"in", "at", "on"})
INDEFINITE = frozenset(
    {"a", "an", "some", "several", "many", "few", "one", "two", "three", "four", "no", "another", "most", "any", "both"}
)
PARTS = frozenset(
    {"most", "many", "some", "few", "several", "half", "majority", "third", "dozens", "number", "members"}
)
LONGEST_NAME = 5  # words of most bodies
OTHERWISE = (("sayings", "carriers"), ("sources", "relational"))
ARMED = ("military", "intelligence")
MODIFYING = frozenset({"amod", "compound"})
SERVED = frozenset({"person", "company", "government", "ngo", "international"})  # who has ranks and is no army
DEEPEST = 3  # owners of owners that are looked at: "a member of the board of the bank"
SHORTEST_ACRONYM, LONGEST_ACRONYM = 3, 6  # letters
PERSONAL = ("er", "or", "ist", "ian", "man", "woman", "ant")  # endings of trades
ENTITIES: dict[str, SourceKind] = {"PER": "person", "ORG": "company", "LOC": "government"}


def _listed(table: str) -> frozenset[str]:
    return words("sources", table, "words")


@once
def kind_of(tree: Tree, head: int) -> SourceKind | None:
    """The kind of the source whose phrase has this head; None where its words do not tell."""
    return _kind_of(tree, head, 0)


def _kind_of(tree: Tree, head: int, depth: int) -> SourceKind | None:
    upos, lemma = tree.sentence.upos[head], tree.lemma(head)
    core = _core(tree, head)
    if upos in ("PRON", "DET", "NUM", "SYM") or tree.lower[head] in PARTS:
        whole = [child for child in tree.having(head, "nmod") if tree.case(child) in ("of", "among")]
        if whole and depth < DEEPEST and (told := _kind_of(tree, whole[0], depth + 1)):
            return told  # "17 of 19 economists"
    if tree.sentence.words[head] == "WHO":
        return "international"
    if upos in ("PRON", "DET", "NUM"):
        return "person" if tree.lower[head] in ("he", "she", "i", "we", "who", "his", "her", "my", "our") else None
    if told := _by_phrase(tree, head, core):
        whose = {table().get(tree.lower[child]) for child in tree.having(head, "compound")}
        return "international" if told == "government" and "international" in whose else told  # "the UN food agency"
    if lemma in _listed("standing_to") and depth < DEEPEST:
        names = [child for child in tree.having(head, "appos") if tree.sentence.upos[child] == "PROPN"]
        told = _kind_of(tree, names[0], depth + 1) if names else None
        if told not in (None, "person", "unnamed"):
            return told  # "his rival, Senator Ana Ruiz"
    if paper_behind(tree, head) is not None:
        return "media"
    if upos == "PROPN" or (upos == "NOUN" and tree.sentence.words[head].istitle() and _is_in_name(tree, head)):
        told = _of_name(tree, head, core, depth)
        person = _entity(tree, head) == "PER"
        ranked = told == "military" and person
        bearers = (head, *tree.having(head, "compound", "nmod:desc"))
        former = any(_is_former(tree, one) for one in bearers if person or tree.sentence.upos[one] == "NOUN")
        if told in ("government", "military") and former:
            return "person"  # "retired detective Mo Carver"
        told = "person" if person and told == "unnamed" else told
        return (_commanding(tree, head, depth) or told) if ranked else told
    if (told := _of_printed(tree, head, lemma)) is not None:
        return told
    relational = lemma in words("sources", "relational", "words")
    if tree.sentence.words[head].istitle() and (told := _in_apposition(tree, head)):
        return told  # "Alarm Line, a charity"
    if lemma in _listed("camps") and any(
        _entity(tree, child) == "PER" for child in tree.having(head, "nmod:poss", "compound")
    ):
        return "ngo"  # "Brito's team"
    members = [child for child in tree.having(head, "nmod:poss", "nmod") if tree.case(child) in ("", "of")]
    several = [child for child in members if lemma in _listed("members") and tree.sentence.xpos[child] == "NNS"]
    if several and depth < DEEPEST:
        told = own_kind(tree.lemma(several[-1])) or _kind_of(tree, several[-1], depth + 1)
        return "ngo" if told in (None, "person", "company", "unnamed") or lemma in _listed("leagues") else told
    of = (
        [child for child in tree.having(head, "nmod") if tree.case(child) == "of"] if lemma in _listed("orders") else []
    )
    if any(tree.sentence.xpos[child] == "NNS" for child in of):
        return "ngo"  # "the order of nurses"
    if relational and depth < DEEPEST and (told := _of_owner(tree, head, depth)):
        pleads = lemma in words("sources", "pleading", "words") and told != "government"
        return "person" if pleads else told  # a firm's lawyer speaks for whom he defends
    if lemma in ("person", "people", "individual") and not relational:
        return "unnamed"
    own = own_kind(lemma) or table().get(tree.lower[head])
    if own == "government" and is_person_noun(lemma) and _is_former(tree, head):
        return "person"  # whoever has left an office speaks for himself
    if own in ("government", "person", "military", "analyst") and (above := _employer(tree, head, lemma, depth)):
        return above
    owners = tree.having(head, "nmod:poss")
    if own in (None, "unnamed") and relational and any(_entity(tree, owner) == "PER" for owner in owners):
        return "person"  # "Brito's letter"
    if own is not None:
        return own
    named = _beside_name(tree, head, core)
    beside = (
        table().get(tree.lemma(token))
        for token in core
        if token != head and tree.sentence.upos[token] in ("NOUN", "PROPN")
    )
    found = named or next(filter(None, beside), None)
    if found is None and upos == "NOUN":
        if _is_which(tree, head):
            return "company"
        return "unnamed" if lemma in words("sayings", "carriers", "words") else "person"
    return found


def _of_printed(tree: Tree, head: int, lemma: str) -> SourceKind | None:
    """ "A report in the Anzeiger", "the website Al-Sahwa", "Drayton's index"."""
    if lemma in _listed("printed"):
        printed = (child for child in tree.having(head, "nmod") if tree.case(child) == "in")
        papers = [child for child in printed if tree.sentence.upos[child] == "PROPN" and _entity(tree, child) != "LOC"]
        return "media" if papers and is_unknown(tree, papers[-1]) else None
    named = any(tree.sentence.upos[child] == "PROPN" for child in tree.having(head, "appos"))
    if named and own_kind(lemma) == "media" and tree.having(head, "compound", "amod"):
        return "media"
    if named and lemma in ("site", "website", "portal", "blog"):
        return "media"  # "the site Rookery"
    if lemma in _listed("gauging"):
        owners = tree.having(head, "nmod:poss", "compound")
        unknown = (o for o in owners if tree.sentence.upos[o] == "PROPN" and _of_name(tree, o, _core(tree, o), DEEPEST))
        return "analyst" if any(is_unknown(tree, owner) for owner in unknown) else None
    return None


def is_firm(tree: Tree, head: int) -> bool:
    """Whether what speaks is one thing of no list and no trade's ending: "the yard", not "the burden of tariffs"."""
    lemma = tree.lemma(head)
    unknown = tree.sentence.upos[head] == "NOUN" and own_kind(lemma) is None and not is_person_noun(lemma)
    unknown = unknown and tree.sentence.xpos[head] != "NNS" and (is_definite(tree, head) or _is_bare_noun(tree, head))
    of = any(tree.case(c) == "of" and tree.sentence.xpos[c] == "NNS" for c in tree.having(head, "nmod"))
    return unknown and not (of or any(lemma in words(name, kind, "words") for name, kind in OTHERWISE))


def _in_apposition(tree: Tree, head: int) -> SourceKind | None:
    """What a noun with an article beside it tells of a name that the parser takes for a noun."""
    for child in tree.having(head, "appos"):
        told = own_kind(tree.lemma(child)) if tree.having(child, "det") else None
        vague = told == "company" and tree.lower[head] in in_names()  # "Prisoners' Watch, a London-based group"
        if told not in (None, "person", "unnamed") and not vague:
            return told
    return None


def _is_bare_noun(tree: Tree, head: int) -> bool:
    """Whether a noun opens a sentence in the singular without an article, as only names do: "Portline denied"."""
    capital = head == 0 and tree.sentence.words[head][:1].isupper() and tree.sentence.xpos[head] == "NN"
    return capital and not tree.having(head, "det", "nmod:poss", "amod", "nummod")


def _is_which(tree: Tree, head: int) -> bool:
    """Whether a relative clause takes it for no person: "Portline, which runs the port"."""
    beside = (child for clause in tree.having(head, "acl") for child in tree.having(clause, "nsubj", "obj", "obl"))
    return any(tree.lower[child] == "which" for child in beside)


def _core(tree: Tree, head: int) -> tuple[int, ...]:
    """The phrase without clauses, participles and others joined to it."""
    keep = {head}
    for child in tree.children[head]:
        if tree.base[child] not in ("acl", "advcl", "conj", "parataxis", "punct", "cc"):
            keep.update(tree.under(child))
    return tree.stretch(head, keep)


def _by_phrase(tree: Tree, head: int, core: Sequence[int]) -> SourceKind | None:
    upos = tree.sentence.upos
    rows = phrases_by_word().get(tree.lower[head], ())
    if upos[head] == "NOUN" and tree.lemma(head) != tree.lower[head]:  # "joint chiefs", "rights groups"
        rows = (*rows, *phrases_by_word().get(tree.lemma(head), ()))
    if not rows:
        return None
    text = " ".join(tree.lemma(token) if upos[token] == "NOUN" else tree.lower[token] for token in core)
    written = " ".join(tree.lower[token] for token in core)  # "rights group" has a plural
    group = " ".join(tree.lemma(token) if token == head else tree.lower[token] for token in core)  # "rights groups"
    both = f"{text}\n{written}\n{group}".replace(" - ", "-")
    common = tree.sentence.words[head].islower()  # "the economist" is no paper
    return next((k for phrase, k in rows if holds(both, phrase) and not (common and phrase.startswith("the "))), None)


def _of_owner(tree: Tree, head: int, depth: int) -> SourceKind | None:
    """Of "a ministry spokesman", "officials of the bank", "the union's own figures"."""
    lemma = tree.lemma(head)
    sits = lemma in words("sources", "hearers", "houses")  # "the intelligence committee" is of a parliament
    near = [child for child in tree.having(head, "compound") if not (sits or _is_topic(tree, child))]
    nearer = (_by_phrase(tree, child, _core(tree, child)) or table().get(tree.lemma(child)) for child in near)
    if (told := next(nearer, None)) in ("intelligence", "military"):
        return told  # "Kyiv's spy chief"
    for relation in (("nmod:poss",), ("compound", "nmod:desc"), ("amod",)):
        for child in reversed(tree.having(head, *relation)):
            if _is_topic(tree, child) or (relation == ("amod",) and own_kind(lemma) == "media"):
                continue  # "the general manager", "a foreign correspondent"
            told = _kind_of(tree, child, depth + 1) if tree.base[child] != "amod" else table().get(tree.lemma(child))
            name = tree.sentence.upos[child] == "PROPN"
            if name and not _tells(tree, child) and table().get(tree.lemma(head)) == "analyst" and told == "company":
                continue  # "a Halden poll": whoever Halden is, it polls
            if name and told == "company" and table().get(lemma) == "government" and is_unknown(tree, child):
                continue  # "Orsian officials"
            if told not in (None, "unnamed", "person") and not (sits and told in ARMED):
                return told
            if tree.lemma(child) in words("sources", "names", "government"):
                return "government"  # "the city's parks director"
    for child in tree.having(head, "nmod", "acl"):
        below = child
        if tree.base[child] == "acl":
            makers = [agent for agent in tree.having(child, "obl") if tree.case(agent) == "by"]
            if tree.lemma(child) in words("sources", "making", "sending"):  # "a letter which the directorate sent"
                makers = makers or [
                    c for c in tree.having(child, "nsubj") if tree.sentence.xpos[c] not in ("WDT", "WP")
                ]
            making, examining = (words("sources", "making", verbs) for verbs in ("verbs", "examining"))
            read = [agent for agent in makers if _kind_of(tree, agent, depth + 1) == "analyst"]
            sent = words("sources", "making", "sending")
            if not (makers and (tree.lemma(child) in making or tree.lemma(child) in sent)) and not (
                read and tree.lemma(child) in examining
            ):
                continue
            below = makers[0]
        elif tree.case(child) not in OF or (tree.case(child) == "for" and table().get(lemma) == "analyst"):
            continue
        told = _kind_of(tree, below, depth + 1)
        if tree.case(child) in PLACING and _entity(tree, below) == "LOC":
            continue  # "a team in Chicago" is not Chicago's
        if told not in (None, "unnamed", "person"):
            return told
    return None


def _is_topic(tree: Tree, child: int) -> bool:
    """Whether a small word before a post tells what it is for, and not whose it is: "marine", "country"."""
    return (
        tree.lower[child] in _listed("topics")
        and tree.sentence.words[child].islower()
        and tree.base[child] in MODIFYING
    )


def _employer(tree: Tree, head: int, lemma: str, depth: int) -> SourceKind | None:
    """Whose they are: "UN investigators", "army doctors" of a body that is no state's; "the firm's chief scientist"."""
    hired = lemma in words("sources", "hired", "words")
    for child in tree.having(head, "compound", "nmod:poss"):
        named = not tree.sentence.words[child].islower()  # a body's name has a capital somewhere
        told = (bodies().get(tree.lower[child]) or famous().get(tree.lower[child])) if named else None
        told = (
            told or (_by_phrase(tree, child, _core(tree, child)) if hired else None) or table().get(tree.lower[child])
        )
        if told is None and hired and depth < DEEPEST:
            told = _kind_of(tree, child, depth + 1)
        if told in ARMED and lemma in words("sources", "hearers", "houses"):
            continue  # "the intelligence committee"
        if told in ("international", *ARMED) or (hired and told in ("government", "company", "ngo")):
            return told
    if lemma in words("sources", "ranks", "words"):  # "a lieutenant of the cartel" is no soldier, nor of the police
        of = [child for child in tree.having(head, "nmod") if tree.case(child) == "of" and depth < DEEPEST]
        known = (child for child in of if tree.sentence.upos[child] == "PROPN" or own_kind(tree.lemma(child)))
        return next((told for child in known if (told := _kind_of(tree, child, depth + 1)) in SERVED), None)
    return None


def _is_in_name(tree: Tree, head: int) -> bool:
    """Whether a noun with a capital ends a name: "the Lusena Post", "Northern Relief raised"."""
    if any(tree.sentence.upos[child] == "PROPN" for child in tree.having(head, "compound") if child == head - 1):
        return True
    beside = head - 1 in tree.having(head, "amod") and tree.sentence.words[head - 1].istitle()
    return beside and tree.sentence.words[tree.head(head)].islower()


def _is_former(tree: Tree, head: int) -> bool:
    return any(tree.lower[child] in _listed("former") for child in tree.having(head, "amod", "compound"))


def is_person_noun(lemma: str) -> bool:
    """Whether a noun is one person's by its ending or by the list of those that none shows."""
    ending = lemma.endswith(PERSONAL) and lemma not in words("sources", "persons", "things")
    return ending or lemma in words("sources", "persons", "words")


def _of_name(tree: Tree, head: int, core: Sequence[int], depth: int) -> SourceKind | None:
    name = " ".join(tree.lower[token] for token in core if tree.base[token] != "det")
    if name in words("attribution", "metonyms", "words") or name in states():
        return "government"
    if tree.sentence.xpos[head] == "NNPS" and name in peoples():
        return "government" if tree.having(head, "det") else "person"  # "the Americans say", "Russians say"
    if name == "bank" and tree.lower[max(0, head - 1)] == "the":
        return "government"  # "the Bank": that of the state
    opening = tree.sentence.words[min(core) - 1] if min(core) else ""
    if opening.isupper() and (told := bodies().get(opening.lower()) or in_names().get(opening.lower())):
        return told  # "WHO chief Tedros", however the parse takes WHO
    if _is_papers(tree, core):
        return "media"
    word = tree.lower[head]
    if (
        told := famous().get(word)
        or begun(word)
        or (table().get(word) if tree.sentence.words[head].isupper() else None)
    ):
        return told
    first = core[0]
    is_name = tree.sentence.words[first][:1].isupper() and tree.sentence.upos[first] in ("PROPN", "NOUN", "DET", "X")
    if len(core) > 1 and is_name and tree.lower[first] in opened() and not opens_any_name(tree, first):
        return opened()[tree.lower[first]]
    if word in _listed("parties") and tree.sentence.xpos[head] == "NNPS":
        return "person"
    plural = head == 0 and tree.sentence.xpos[head] == "NNPS"  # "Pollsters said", at the head of the sentence
    if (plural or tree.sentence.words[head][:-1].isupper()) and (told := table().get(word.removesuffix("s"))):
        return told  # "NGOs"
    above = tree.head(head)
    named = tree.base[head] == "appos" and 0 <= above < head and tree.sentence.upos[above] == "NOUN"
    told = _kind_of(tree, above, depth + 1) if named and depth < DEEPEST else None
    if told not in (None, "person", "unnamed"):
        return told  # "the union's general secretary, Mo Tully"
    weak: SourceKind | None = None
    for child in tree.having(head, "nmod:desc", "appos", "compound") if depth < DEEPEST else ():
        if tree.sentence.upos[child] == "NOUN" or tree.base[child] != "compound":
            told = _kind_of(tree, child, depth + 1)
            loose = tree.base[child] != "compound" and tree.sentence.upos[child] == "PROPN"
            # "Prisoners' Watch, a London-based group": a group may be of any kind
            any_kind = tree.lemma(child) in words("sources", "generic", "words") and told == "company"
            guessed = loose and not _tells(tree, child)
            if any_kind and in_names().get(word) not in (None, "person", "unnamed"):
                continue
            if told not in (None, "person", "unnamed") and not guessed:
                return told
            weak = weak or (None if guessed else told)
    capital = (t for t in core[:-1] if tree.sentence.words[t][:1].isupper())
    held = {title for listed in lexicon("sources")["titles"].values() for title in listed}
    offices = (t for t in capital if tree.lower[t] in words("sources", "unique", "words") - held)
    if (body := next(offices, None)) is not None and (told := table().get(tree.lower[body])):
        return told  # "Lowell Police Capt. Ana Ruiz"
    entity, trade = _entity(tree, head), tree.lemma(min(core) - 1) if min(core) else ""
    if entity == "PER" and tree.sentence.upos[min(core) - 1] == "NOUN" and is_person_noun(trade):
        told = own_kind(trade)
        if told not in (None, "person"):
            return told  # "according to botanist Ilse Hart", whatever her trade hangs on
    own = next((range(a, b) for a, b, _ in tree.sentence.entities if a <= head < b), range(head, head + 1))
    for token in core:
        if token not in own and tree.sentence.upos[token] == "PROPN":
            told = bodies().get(tree.lower[token]) or in_names().get(tree.lower[token])
            if told not in (None, "person", "unnamed"):
                return told
    if told := _by_title(tree, head, core) or _beside_name(tree, head, core):
        return told
    inside = (
        in_names().get(tree.lower[token].rstrip("."))
        for token in reversed(core)
        if tree.sentence.upos[token] == "PROPN" or token == head
    )
    for ends in ("media", "agency") if len(word) > SHORTEST_TRADE else ():
        if word.endswith(tuple(lexicon("sources")["endings"][ends])):
            return typed(ends)  # "Vesterposten", "Armenpress"
    if entity == "PER" and _is_which(tree, head):
        entity = "ORG"
    if entity == "PER" and any(tree.lower[child] == "the" for child in tree.having(head, "det")):
        entity = "ORG"  # nobody is "the Ana Ruiz"
    short = len(core) == 1 and tree.sentence.words[head].isupper()
    lasts = (words("sources", "names", kind) for kind in ("company", "ngo", "analyst"))
    trading = len(core) > 1 and any(tree.lower[core[-1]] in last for last in lasts)
    if (entity != "PER" or short or trading) and (told := next(filter(None, inside), None)):
        return told
    if entity == "PER" and depth < DEEPEST and (told := _of_led(tree, head, depth)):
        return told
    for child in tree.having(head, "nmod", "flat") if depth < DEEPEST else ():
        # "The reef trust's Mira Oss": no place, whatever the name looks like.
        owns = entity == "LOC" and tree.sentence.relations[child] == "nmod:poss"
        if (owns or tree.case(child) in OF) and (told := _kind_of(tree, child, depth + 1)) not in (
            None,
            "person",
            "unnamed",
        ):
            doctor = tree.lemma(child) in _listed("keeping") and "dr" in (tree.lower[t].rstrip(".") for t in core)
            return "analyst" if doctor else told
    plain = len(core) == 1 or (entity in (None, "MISC") and all(tree.sentence.upos[token] == "PROPN" for token in core))
    return weak or ENTITIES.get(entity or "") or ("company" if plain else None)


def _by_title(tree: Tree, head: int, core: Sequence[int]) -> SourceKind | None:
    """By the title before a name: "General Ivo Kranj", but not "Ana Brito, the general secretary"."""
    opening = tree.sentence.words[min(core) - 1] if min(core) else ""
    before = [token for token in core if tree.sentence.upos[token + 1 : token + 2] != ("NOUN",)]
    before = [] if tree.lower[core[-1]] in words("sources", "names", "company") else before  # "General Motors"
    for kind, listed in lexicon("sources")["titles"].items():
        if opening.lower() in listed and opening.istitle() and min(core) == head:
            return typed(kind)  # "Father Tomas", whose title hangs elsewhere
        if any(tree.lower[token].rstrip(".") in listed for token in before):
            return typed(kind)
    return None


def _is_papers(tree: Tree, core: Sequence[int]) -> bool:
    """Whether a word for a paper or a station stands right before a name: "the state daily Al-Fajr"."""
    first = next((t for t in core if tree.sentence.upos[t] == "PROPN"), 0)
    return first - 1 in core and tree.lower[first - 1] in words("sources", "papers", "words")


def paper_behind(tree: Tree, head: int) -> int | None:
    """The last word of a paper's name behind a noun that a parser takes for its head: "the business daily Handel"."""
    if tree.sentence.upos[head] != "NOUN" or head + 2 >= len(tree.lower):
        return None
    size, last = len(tree.lower), head + 1
    if tree.lower[last] not in words("sources", "papers", "words"):
        return None
    while last + 1 < size and tree.sentence.words[last + 1][:1].isupper():
        last += 1
    return last if last > head + 1 else None


def _commanding(tree: Tree, head: int, depth: int) -> SourceKind | None:
    """ "Sergeant Ana Pell of the state police": a rank is of the body that its bearer serves."""
    for child in tree.having(head, "nmod", "appos") if depth < DEEPEST else ():
        if tree.base[child] == "appos" or tree.case(child) in OF:
            told = _kind_of(tree, child, depth + 1)
            if told not in (None, "person", "unnamed"):
                return told
    return None


def _of_led(tree: Tree, head: int, depth: int) -> SourceKind | None:
    """ "Ana Sol, who heads the tax office": of the kind of what somebody leads."""
    for clause in tree.having(head, "acl"):
        if tree.lemma(clause) in words("sources", "leading", "verbs"):
            for led in (child for child in tree.having(clause, "obj") if child > clause):
                told = _kind_of(tree, led, depth + 1)
                # Who runs a study is no body's, who runs an observatory is.
                study = told == "analyst" and tree.lemma(led) not in words("sources", "leading", "houses")
                if told not in (None, "person", "unnamed") and not study:
                    return told
    return None


def _tells(tree: Tree, name: int) -> bool:
    """Whether a name is known or holds a word of its kind, and is not only taken for a body or a place."""
    return tree.lower[name] in in_names() or tree.lower[name] in bodies()


def _beside_name(tree: Tree, head: int, core: Sequence[int]) -> SourceKind | None:
    """By the tables of bodies, the longest name of the phrase that ends at its head."""
    known, first_words = bodies(), openers()
    for first in range(max(0, head - LONGEST_NAME + 1), head + 1):  # "Save the Children", however it was parsed
        if tree.lower[first] not in first_words:
            continue
        for last in range(min(len(tree.lower), head + LONGEST_NAME), max(head, first + 1), -1):
            if told := known.get(" ".join(tree.lower[first:last])):
                return told
    proper = [token for token in core if tree.sentence.upos[token] in ("PROPN", "NOUN", "ADP", "ADJ", "CCONJ")]
    for size in range(len(proper), 0, -1):
        for first in range(len(proper) - size + 1):
            run = proper[first : first + size]
            if head not in run or tree.lower[run[0]] not in first_words:
                continue
            if told := known.get(" ".join(tree.lower[token] for token in run)):
                return told
    return None


def _entity(tree: Tree, head: int) -> str | None:
    found = next(((kind, last - first) for first, last, kind in tree.sentence.entities if first <= head < last), None)
    if found == ("PER", 1) and is_acronym(tree, head):
        return "ORG"
    return None if found is None else found[0]


def opens_any_name(tree: Tree, first: int) -> bool:
    """Whether a name begins with an article with which persons and towns are called, too: "Le Pen", "El Paso"."""
    return tree.lower[first] in words("sources", "beginnings", "shared_articles") and _entity(tree, first) != "ORG"


def is_body(tree: Tree, head: int) -> bool:
    """Whether a name is one of the tables of bodies, whatever the parser takes it for."""
    return tree.sentence.upos[head] == "PROPN" and tree.lower[head] in bodies()


def is_acronym(tree: Tree, token: int) -> bool:
    """Whether a word is the initials of a body, in a sentence that is not all in capitals: "DGHS", "FSP"."""
    word = tree.sentence.words[token]
    return (
        SHORTEST_ACRONYM <= len(word) <= LONGEST_ACRONYM
        and word.isupper()
        and word.isalpha()
        and tree.sentence.upos[token] == "PROPN"
        and any(other.islower() for other in tree.sentence.words)
    )


def is_guessed(tree: Tree, head: int) -> bool:
    """Whether a name is a body's by the parser alone: in no table, and no word of it tells what it is."""
    short = tree.sentence.words[head].isupper() or tree.sentence.xpos[head] == "NNPS"
    plural = tree.sentence.words[head][:-1].isupper() and tree.lower[head].endswith("s")  # "MPs"
    known = short or plural or not is_unknown(tree, head)
    return _entity(tree, head) == "ORG" and not known and kind_of(tree, head) == "company"


def is_unknown(tree: Tree, head: int) -> bool:
    """Whether a name stands in no table, and no word of it tells what its bearer is."""
    inside = (t for t in _core(tree, head) if tree.sentence.upos[t] == "PROPN")
    known = any(_tells(tree, t) or tree.lower[t] in famous() for t in inside)
    return not known and not _beside_name(tree, head, _core(tree, head))


def is_bare_name(tree: Tree, head: int) -> bool:
    """Whether a name of one word stands alone, with nothing that makes a person of its bearer."""
    if tree.sentence.upos[head] != "PROPN" or len(_core(tree, head)) > 1 or tree.lower[head] in _given() | peoples():
        return False
    if tree.lower[head] in leaders() or (tree.sentence.xpos[head] == "NNPS" and tree.lower[head] in _listed("parties")):
        return False  # nobody need introduce whom all know
    return not tree.having(head, "appos", "acl", "flat", "nmod:desc") and tree.base[head] not in ("appos", "flat")


@cache
def _given() -> frozenset[str]:
    """Given names in lower case."""
    from reportedly.values.lexicons import words as listed

    return frozenset(listed("names", "given_names"))


@once
def is_person(tree: Tree, head: int) -> bool:
    """Whether the phrase is one person: a name that the parser took so, or a noun of an office or a trade."""
    if _entity(tree, head) == "PER":
        return True
    if is_aged(tree, head):
        return True
    if tree.sentence.upos[head] == "PROPN":  # "World Athletics president Sebastian Coe"
        offices = [c for c in tree.having(head, "nmod:desc") if tree.sentence.upos[c] == "NOUN"]
        if any(is_person(tree, office) for office in offices):
            return True
    kind, lemma = kind_of(tree, head), tree.lemma(head)
    if lemma in words("sources", "standing", "words") or lemma in _listed("orders"):
        return False  # "the regulator", "the operator", "the order of nurses"
    if tree.sentence.upos[head] != "NOUN" or kind in ("company", "media", "agency", "unnamed"):
        return kind == "company" and lemma in words("sources", "persons", "words")
    return (kind == "person" and own_kind(lemma) is not None) or is_person_noun(lemma)


def can_tell(tree: Tree, head: int) -> bool:
    """Whether the words themselves show one who may say something: a name or pronoun, a body, an office, a trade.

    Asked where the verb does not show it: a vote gives seats, too, and the dead are no source of their number.
    """
    upos, lemma = tree.sentence.upos[head], tree.lemma(head)
    if upos != "NOUN":
        return upos in ("PROPN", "PRON") and not tree.is_time(head)  # "issued on 11 February, which counted two"
    if tree.sentence.words[head].istitle() and _is_in_name(tree, head):
        return True
    # "14 dead" tell nothing, "two officials" may
    lain = lemma in words("sources", "standing", "lain")  # "three bodies"
    numbered = any(c < head and (lain or tree.lower[c][0].isdigit()) for c in tree.having(head, "nummod"))
    told = _by_phrase(tree, head, tree.under(head)) if lemma in ("person", "people") else None
    if told is not None:
        return True  # "two people with knowledge of it"
    if lemma in ("person", "people") or (numbered and _entity(tree, head) is None):
        return False
    return names_teller(tree, head)


def names_teller(tree: Tree, head: int) -> bool:
    """Whether a noun is one of a body, an office, a trade, or of what tells something."""
    lemma = tree.lemma(head)
    lists = (("persons", "words"), ("standing", "words"), ("relational", "words"))
    known = lemma in table() or tree.lower[head] in table() or any(lemma in words("sources", *at) for at in lists)
    known = known or _by_phrase(tree, head, _core(tree, head)) is not None  # "civil defence"
    return known or is_person_noun(lemma) or lemma in words("sayings", "carriers", "words")


def is_definite(tree: Tree, head: int) -> bool:
    """Whether the phrase points to what was told before: "the ministry", "the official"."""
    return any(tree.lower[child] in ("the", "this", "that") for child in tree.having(head, "det"))
