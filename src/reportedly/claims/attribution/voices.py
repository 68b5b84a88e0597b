"""What a saying is worth as a step: whether it is one, its stance, its manner and the words of its source."""

from collections.abc import Iterable

from reportedly.claims.attribution.numbered import is_share
from reportedly.claims.attribution.pauses import MARKS
from reportedly.claims.attribution.sayings import Joined
from reportedly.claims.attribution.sources import can_tell, kind_of, paper_behind
from reportedly.claims.attribution.speakers import WHO, Said, leading, meaning, phrases
from reportedly.claims.lexicons import either, lexicon, words
from reportedly.claims.stance import foresees
from reportedly.claims.trees import Tree, once
from reportedly.model import Knows, Manner, Stance
from reportedly.values.zeros import is_none_of_any

STANCES: tuple[Stance, ...] = ("denies", "doubts", "asks", "supposes", "asserts")
OUTSIDE = frozenset(
    {"acl", "acl:relcl", "parataxis", "punct", "advcl", "conj", "cc", "nsubj", "cop", "aux", "mark", "ccomp", "expl"}
)
TOLD = (("tellings", "words"), ("views", "words"), ("told", "words"))  # what may be denied


WILL = frozenset({"will", "'ll", "\u2019ll", "shall", "wo"})


def is_step(joined: Joined) -> bool:
    """Whether somebody says that something is so, and does not only want, promise or judge it."""
    tree, said = joined.tree, joined.said
    lemma = meaning(tree, said.verb)
    if said.head is not None and (_is_nobody(tree, said.head, said.verb) or _is_to_come(tree, said)):
        return False
    if _is_neither(tree, said.verb):
        return False
    if said.way in ("held", "counted") and _is_asked_for(tree, said.verb):
        return False  # "were told to expect 15,000"
    if said.way in ("counted", "held") and _is_negated_saying(tree, said):
        return False  # "did not mention the 40"
    if said.way == "counted" and lemma == "see" and not foresees(tree, said.verb):
        return "saw" in tree.lower[said.verb : said.verb + 1]  # "the ministry saw 20,000", but not "would see a rise"
    if said.way in ("source", "title", "counted", "denied"):
        return True
    if said.way == "noun":
        held = either(("attribution", "tellings", "words"), ("attribution", "told", "words"))
        believes = either(("attribution", "views", "words"), ("attribution", "views", "stands"))
        if any(
            tree.lemma(child) in words("attribution", "told", "won") for child in tree.having(said.verb, "compound")
        ):
            return False  # "her vote count": what she has won, and not what she counted
        official = any(tree.lemma(child) == "official" for child in tree.having(said.verb, "amod"))
        believed = said.head is not None and (said.head != said.verb or official) and lemma in believes
        return (believed or lemma in held) and not _is_wish(tree, said)
    if said.way in ("hearsay", "own", "rejoined"):
        return False
    if said.head is None and not _is_impersonal(tree, said):
        return False
    if said.head is None and _is_yet_to_be_told(tree, said.verb, lemma):
        return False
    if said.head is None and any(tree.lower[child] in ("i", "we") for child in tree.having(said.verb, "nsubj")):
        return False  # "I was told of 40": how the speaker knows
    ordered = any(tree.lower[mark] == "to" for c in tree.having(said.verb, "xcomp") for mark in tree.having(c, "mark"))
    if said.head is None and lemma in ("tell", "ask") and ordered:
        return False  # "was told to leave": an order
    if said.head is None and said.way == "said":
        return True
    if said.way == "said":
        if _is_asked_for(tree, said.verb) or _is_tried(tree, said.verb):
            return False
        doing = any(tree.sentence.xpos[token] == "VBG" for token in said.content[:1])
        if doing and lemma in words("attribution", "urging", "verbs"):
            return False  # "proposed taking in 10,000"
        unsaid = lemma in words("attribution", "unsaid", "verbs") or _is_negated_saying(tree, said)
        if lemma in words("attribution", "unsaid", "deciding") and max(said.content, default=said.verb) < said.verb:
            unsaid = False  # "the tax will rise, the cabinet decided"
        if lemma in words("attribution", "unsaid", "thinking") and _opens_with_that(tree, said.verb):
            unsaid = any(tree.sentence.xpos[child] == "MD" for child in tree.having(said.verb, "aux"))
        if lemma == "read" and said.head is not None and tree.lemma(said.head) in words("sayings", "carriers", "words"):
            unsaid = False  # "40 were hurt, the report reads"
        if lemma == "see" and foresees(tree, said.verb):
            unsaid = False  # "analysts see growth slowing to 2%"
        return joined.quoted or not unsaid
    if tree.sentence.upos[said.verb] == "ADJ":
        return _is_held_true(tree, said)
    return _holds(tree, said, lemma)


def _opens_with_that(tree: Tree, verb: int) -> bool:
    """Whether "that" and a clause stand behind a verb, wherever the parse hangs the word."""
    return tree.lower[verb + 1 : verb + 2] == ("that",) and any(child > verb for child in tree.having(verb, "ccomp"))


def _is_yet_to_be_told(tree: Tree, verb: int, lemma: str) -> bool:
    """ "Would be told on Monday", "was supposed to open": nobody is said to have told it."""
    will = any(tree.sentence.xpos[child] == "MD" for child in tree.having(verb, "aux"))
    opens = any(tree.lower[mark] == "to" for child in tree.having(verb, "xcomp") for mark in tree.having(child, "mark"))
    meant = lemma == "suppose" and opens  # "was supposed to cost 2 billion" tells a plan
    return (will and lemma in words("sayings", "informing", "verbs")) or meant


def _is_neither(tree: Tree, verb: int) -> bool:
    """ "Refused to confirm or deny", "neither confirmed nor denied": nothing is said."""
    first = tree.head(verb) if tree.base[verb] == "conj" else verb
    both = (first, *tree.having(first, "conj"))
    if not {"confirm", "deny"} <= {tree.lemma(token) for token in both}:
        return False
    return any(tree.lower[joint] in ("or", "nor") for token in both for joint in tree.having(token, "cc"))


def _is_nobody(tree: Tree, head: int, verb: int) -> bool:
    """ "One may say", "54 percent said": nobody in particular; "one of the pilots" is, and "one said" of several."""
    if is_share(tree, head):
        return True
    if any(tree.lower[child] in ("neither", "no") for child in tree.having(head, "det", "cc", "advmod")):
        return True  # "neither side has confirmed"
    if tree.lower[head] == "one" and not tree.having(verb, "aux"):
        return False
    return tree.lower[head] in words("attribution", "nobody", "words") and not tree.having(head, "nmod")


def _is_to_come(tree: Tree, said: Said) -> bool:
    """ "A study due in May may show": what is not out yet says nothing."""
    if tree.lemma(said.verb) in words("attribution", "coming", "verbs"):
        above = tree.lemma(tree.head(said.verb)) if tree.base[said.verb] == "xcomp" else ""
        will = any(tree.lower[child] in WILL for child in tree.having(said.verb, "aux"))
        if will or above in words("attribution", "coming", "under"):
            return True  # "will announce cuts of 3 billion"
    carried = said.head is not None and tree.lemma(said.head) in words("sayings", "carriers", "words")
    return carried and any(tree.sentence.xpos[child] == "MD" for child in tree.having(said.verb, "aux"))


def _is_held_true(tree: Tree, said: Said) -> bool:
    """ "is confident that", and not "is ready to": an adjective with a clause of what is so."""
    counts = any(tree.sentence.upos[token] == "NUM" for token in said.content)
    aware = tree.lemma(said.verb) == "aware" and counts  # "is aware of 40 cases"
    return aware or any(child > said.verb for child in tree.having(said.verb, "ccomp"))


def _is_wish(tree: Tree, said: Said) -> bool:
    if [tree.lower[token] for token in said.content[:2]] == ["to", "have"]:
        return False  # "the claim to have killed 300"
    return any(tree.lower[token] == "to" for token in said.content[:1])


def _is_impersonal(tree: Tree, said: Said) -> bool:
    """ "is believed to", "it is said that", "said to be": a passive of saying that names nobody."""
    verb = said.verb
    being = any(tree.sentence.upos[child] in ("ADJ", "VERB") for child in tree.having(verb, "xcomp", "advmod"))
    reduced = tree.base[verb] in ("acl", "advcl") and tree.lower[verb + 1 : verb + 2] == ("to",)
    had = any(tree.lemma(child) == "have" for child in tree.having(verb, "aux"))  # "has seen a rise" tells no hearsay
    past = tree.sentence.xpos[verb] == "VBN" and not had
    passive = bool(tree.having(verb, "aux:pass")) or past or being or reduced
    nobody = any(tree.lower[child] == "it" for child in tree.having(verb, "nsubj"))  # "it was announced that"
    if passive and nobody and tree.lemma(verb) in words("attribution", "verbs", "asserts"):
        return True
    if tree.lemma(verb) in words("attribution", "impersonal", "completed") and not tree.having(verb, "xcomp", "ccomp"):
        passive = being or reduced  # "is considered lost"
    return passive and tree.lemma(verb) in words("attribution", "impersonal", "verbs")


def _holds(tree: Tree, said: Said, lemma: str) -> bool:
    """Whether what a verb holds is told: "reported 300 cases", "warned of floods", "claims to have won"."""
    if said.head is None:
        # "none of the nurses had been told": what, is not said
        return lemma not in words("sayings", "informing", "verbs") or any(t > said.verb for t in said.content)
    if _is_calling_untrue(tree, said):
        return True
    infinitive = any(child in said.content and child > said.verb for child in tree.having(said.verb, "xcomp"))
    if infinitive:
        # ... whom a parse may take for a second subject: "bankers expect Kenya to ask for it"
        others = tree.having(said.verb, "obj", "iobj", "nsubj")
        other = any(child > said.verb for child in others)
        # "expect exports to grow", but not "expect to hire"
        foretelling = either(("attribution", "foretelling", "verbs"), ("attribution", "deeming", "verbs"))
        foretold = other and lemma in foretelling
        if tree.having(said.verb, "aux:pass") or tree.sentence.xpos[said.verb] == "VBN":
            foretold = foretold or lemma in words("attribution", "impersonal", "verbs")  # "estimated by them to have"
        return foretold or lemma in words("attribution", "claiming", "verbs")
    if lemma in words("attribution", "deeming", "verbs") and any(
        c in said.content for c in tree.having(said.verb, "xcomp")
    ):
        return True
    if lemma in words("attribution", "verbs", "denies") or lemma in words("attribution", "verbs", "doubts"):
        held = [
            child
            for child in tree.having(said.verb, "obj", "obl", "parataxis", "appos", "nsubj")  # "was denied by"
            if child in said.content and any(tree.lemma(child) in words("attribution", *told) for told in TOLD)
        ]
        held = held or [child for child in tree.having(said.verb, "obj") if _is_any(tree, child)]
        return bool(held)
    if lemma in words("attribution", "terming", "verbs"):
        opening = next((token for token in said.content if tree.lower[token] in MARKS), 0)
        # "Branded the offer of $3 million 'an insult'": what it is of is not his word.
        return opening > 0 and not any(tree.sentence.upos[t] == "NUM" for t in said.content if t < opening)
    objects = tree.having(said.verb, "obj")
    if lemma == "recall" and any(tree.having(child, "nummod") for child in objects):
        return False  # "recalled 40,000 inhalers": took them back
    if lemma == "claim" and objects and any(tree.lower[mark] == "to" for mark in tree.having(said.verb, "mark")):
        return False  # "in order to claim benefits": to get them
    if (lemma, tree.lower[said.cue[-1]] if said.cue else "") in phrases("standing", "phrases"):
        if lemma == "know" and tree.sentence.xpos[said.verb] not in ("VBZ", "VBP"):
            return False  # what somebody knew of is told of him
        return any(tree.sentence.upos[token] == "NUM" for token in said.content)
    if (lemma, tree.lower[said.cue[-1]] if said.cue else "") in phrases("standing", "bare"):
        return bool(said.content) and tree.sentence.upos[said.content[-1]] == "NUM"
    if lemma == "see":
        return foresees(tree, said.verb)
    if lemma == "hear" and any(child in said.content for child in tree.having(said.verb, "obj")):
        return False  # "neighbours heard 40 shots"
    last = said.cue[-1] if said.cue else said.verb  # the words of a cue may all lie beyond what is quoted
    aims = last > said.verb and tree.lower[last] in ("for", "on", "with", "against")
    if aims and lemma not in ("hope", "accuse", "blame", "expect"):
        return False
    if lemma in words("sayings", "carriers", "verbs") and tree.lemma(said.head) in words(
        "sayings", "carriers", "words"
    ):
        counts = either(("attribution", "told", "words"), ("attribution", "told", "counting"))
        # "The budget gave schools $3m" tells a deed, "the poll gave them 55 seats" a count.
        return not tree.having(said.verb, "iobj") or tree.lemma(said.head) in counts
    return lemma in words("attribution", "objects", "verbs") or lemma in words("attribution", "holding", "verbs")


def _is_any(tree: Tree, token: int) -> bool:
    """Whether it is any of its kind: who "denied any deaths" tells that there were none."""
    return any(is_none_of_any(tree.lower[child]) for child in tree.having(token, "det"))


def _is_asked_for(tree: Tree, verb: int) -> bool:
    """ "Asked the federation to explain": what somebody is to say is not said."""
    above = tree.head(verb)
    to = any(tree.lower[mark] == "to" for mark in tree.having(verb, "mark"))
    asking = either(("attribution", "urging", "verbs"), ("sayings", "informing", "verbs"))
    return to and tree.base[verb] in ("xcomp", "ccomp") and above >= 0 and tree.lemma(above) in asking


def _is_tried(tree: Tree, verb: int) -> bool:
    """ "Are trying to determine who shot him": what somebody would know he does not say."""
    above = tree.head(verb)
    to = any(tree.lower[mark] == "to" for mark in tree.having(verb, "mark"))
    seeking = words("attribution", "seeking", "verbs")
    return to and tree.base[verb] == "xcomp" and tree.lemma(verb) in seeking and tree.lemma(above) in seeking


def _is_negated_saying(tree: Tree, said: Said) -> bool:
    """ "did not say how many": nothing is said."""
    return _is_negated(tree, said.verb) and tree.lemma(said.verb) in words("attribution", "telling", "verbs")


def _is_negated(tree: Tree, verb: int) -> bool:
    above = tree.head(verb)
    if tree.base[verb] == "xcomp" and above >= 0:
        yet = tree.lemma(above) in ("have", "be") and "yet" in tree.lower[above:verb]
        if yet or tree.lemma(above) in ("decline", "refuse", "fail", "unable"):
            return True
    return any(tree.lower[child] in words("attribution", "negations", "words") for child in tree.having(verb, "advmod"))


def stance_of(tree: Tree, said: Said) -> Stance:
    """How the source stands to what is said."""
    verb = said.verb
    lemma = meaning(tree, verb)
    if said.way in ("title", "source"):
        return "asserts"
    if tree.sentence.upos[verb] == "ADJ":
        return "asserts" if lemma in ("adamant", "insistent", "clear", "explicit", "aware") else "supposes"
    if said.way == "noun" and lemma in words("attribution", "views", "supposing"):
        return "supposes"
    withdrawn = said.way == "counted" and lemma in words("attribution", "withdrawing", "verbs")
    if withdrawn or (said.way == "noun" and _is_withdrawn(tree, said.verb)):
        return "denies"
    if foresees(tree, verb) or (said.head is None and lemma in words("attribution", "impersonal", "supposing")):
        return "supposes"
    if _is_negated(tree, verb):
        if lemma in ("deny", "dispute", "doubt", "question", "rule"):
            return "asserts"
        if lemma in words("attribution", "confirming", "verbs"):
            return "doubts"
    if _is_called_untrue(tree, said) if said.way == "said" else _is_calling_untrue(tree, said):
        return "denies"
    return next((stance for stance in STANCES if lemma in words("attribution", "verbs", stance)), "asserts")


def _is_called_untrue(tree: Tree, said: Said) -> bool:
    """ "Reports of 300 cuts are nonsense", "it is not true that": who says so denies it."""
    called = either(("attribution", "untrue", "words"), ("attribution", "untrue", "true"))
    for token in [t for t in said.content if tree.lemmas[t] in called and tree.having(t, "cop")]:
        true = tree.lemma(token) in words("attribution", "untrue", "true")
        subjects = tree.having(token, "nsubj", "expl")
        told = any(tree.lemma(c) in words("attribution", "tellings", "words") for c in subjects)
        told = told or (bool(tree.having(token, "csubj", "ccomp")) and any(tree.lower[c] == "it" for c in subjects))
        if told and true == _is_negated(tree, token):
            return True
    return False


def _is_calling_untrue(tree: Tree, said: Said) -> bool:
    """ "Called reports of 40 dead fabricated", "described the claim that 40 died as nonsense"."""
    untrue = words("attribution", "untrue", "words")
    if said.way in ("denied", "rejoined"):
        return True
    if said.way != "held" or tree.lemma(said.verb) not in words("attribution", "untrue", "verbs"):
        return False
    if not any(tree.lower[t] in untrue or tree.lemma(t) in untrue for t in said.content):
        return False
    objects = (child for child in tree.having(said.verb, "obj", "ccomp", "xcomp", "nsubj") if child in said.content)
    below = (token for child in objects for token in (child, *tree.having(child, "nsubj")))
    told = either(("attribution", "tellings", "words"), ("attribution", "told", "words"))
    return any(tree.lemma(token) in told for token in below)


def _is_withdrawn(tree: Tree, noun: int) -> bool:
    """ "The governor withdrew a statement that": he does not say so any more."""
    verb = tree.head(noun)
    withdrawing = words("attribution", "withdrawing", "verbs")
    return tree.base[noun] == "obj" and verb >= 0 and tree.lemma(verb) in withdrawing and not _is_negated(tree, verb)


def manner_of(tree: Tree, said: Said) -> Manner:
    """How the teller stands to it, by the word of saying."""
    lemma = tree.lemma(said.verb)
    if said.way in ("title", "source") or _is_negated(tree, said.verb):
        return "neutral"
    if lemma in words("sources", "manner", "distancing"):
        return "distancing"
    return "endorsing" if lemma in words("sources", "manner", "endorsing") else "neutral"


def telling_of(tree: Tree, said: Said) -> Knows | None:
    """How the source is said to know, by the word of saying."""
    lemma = tree.lemma(said.verb)
    listed = lexicon("sources")["knows"]
    if lemma in listed["estimate"]:
        return "estimate"
    if lemma in listed["told"] and said.way == "said" and lemma in ("hear", "learn"):
        return "told"
    return "saw" if lemma in listed["saw"] and said.way in ("said", "counted") else None


def phrase_of(tree: Tree, head: int, source: tuple[int, ...] = ()) -> tuple[int, tuple[int, ...]]:
    """The head and the words of a source: the phrase around it, or the owner of it ("the ministry's figures")."""
    if not source:
        return _phrase(tree, head)
    owner = _owner(tree, head, source)
    if owner not in source:  # "figures from the ministry show", where the verb is taken for what the ministry has
        owner = next((c for c in reversed(tree.having(owner, "compound")) if c in source), owner)
    head = owner
    if tree.base[head] == "compound" and head in source and tree.head(head) == source[-1] + 1:
        return head, source  # of "the fleet data show" the verb was taken for a noun
    keep = _kept(tree, head)
    if head in source:
        keep &= set(source)  # of "organisers at 25,000" the number is what they say
    return head, _with_paper(tree, head, _unbroken(tree, head, keep))


@once
def _phrase(tree: Tree, head: int) -> tuple[int, tuple[int, ...]]:
    """The head and the words of a source that no saying tells more of."""
    head = _owner(tree, head, ())
    return head, _with_paper(tree, head, _unbroken(tree, head, _kept(tree, head)))


def _with_paper(tree: Tree, head: int, phrase: tuple[int, ...]) -> tuple[int, ...]:
    """The phrase with a paper's name behind it, or with what stands before "daily" and its name."""
    if (last := paper_behind(tree, head)) is not None:
        return (*range(phrase[0], max(last, phrase[-1]) + 1),)
    first, papers = phrase[0], words("sources", "papers", "words")
    if tree.lower[first] in papers and first and tree.sentence.upos[first - 1] in ("NOUN", "ADJ"):
        low = first - 1
        while low and tree.sentence.upos[low] in ("NOUN", "ADJ") and tree.lower[low - 1] != ",":
            low -= 1
        return (*range(low + (tree.sentence.upos[low] != "DET"), phrase[-1] + 1),)
    return phrase


def _kept(tree: Tree, head: int) -> set[int]:
    """What belongs to the phrase around ``head``, in one run or in several."""
    keep = {head}
    for child in tree.children[head]:
        relation = tree.sentence.relations[child]
        if relation == "appos":
            if _introduces(tree, head, child):
                keep.update(tree.under(child))
                keep.update(range(head, min(tree.under(child))))
            continue
        if (relation in OUTSIDE or relation.split(":")[0] in OUTSIDE) and not _is_made_for(tree, child):
            continue
        if (tree.base[child] == "case" and child < head) or tree.lower[child] in ("'s", "’s", "'", "’"):
            continue
        if (relation == "advmod" or (tree.case(child) == "on" and _is_dated(tree, child))) and child > head:
            continue  # "the council on Thursday said"
        keep.update(tree.under(child))
    for first, last, kind in tree.sentence.entities:
        if kind == "PER" and first <= head < last:
            keep.update(range(first, last))  # a name is one, however the parse divides it
    return keep - _citing(tree, head, keep)


def _is_made_for(tree: Tree, child: int) -> bool:
    """ "A study made for the chamber", which by itself would be anybody's."""
    if tree.base[child] != "acl" or tree.lemma(child) not in words("sources", "making", "verbs"):
        return False
    return all(tree.case(of) == "for" for of in tree.having(child, "obl")) and bool(tree.having(child, "obl"))


def _is_dated(tree: Tree, token: int) -> bool:
    """Whether a word belongs to a date."""
    return any(first <= token < last for first, last, kind in tree.sentence.entities if kind == "DATE")


def _unbroken(tree: Tree, head: int, keep: set[int]) -> tuple[int, ...]:
    """The run around ``head``, without pauses at its end."""
    phrase = tuple(tree.stretch(head, keep))
    if tree.sentence.upos[phrase[0]] == "ADP" and phrase[0] < head:
        phrase = phrase[1:]  # "by the daily Il Mattino", hung on the name
    phrase = phrase[leading(tree, head, phrase) :]
    while tree.sentence.upos[phrase[-1]] == "PUNCT" and phrase[-1] != head:
        phrase = phrase[:-1]
    after = phrase[-1] + 1  # "Sen. Joan Reed (R-Iowa)"
    bracketed = "(" in (tree.lower[token] for token in phrase) and tree.lower[after : after + 1] == (")",)
    return (*phrase, after) if bracketed else phrase


def _citing(tree: Tree, head: int, keep: set[int]) -> set[int]:
    """What a phrase goes on with about whom its source cites: "officials with knowledge of it, citing a report"."""
    if "VBG" not in tree.sentence.xpos:
        return set()
    cited = words("attribution", "citing", "verbs")
    found = (t for t in keep if t > head and tree.sentence.xpos[t] == "VBG" and tree.lemma(t) in cited)
    first = min((t for t in found if tree.lower[t - 1] == ","), default=None)
    return set() if first is None else {t for t in keep if t >= first - 1}


def _introduces(tree: Tree, head: int, other: int) -> bool:
    """ "the mayor, Ivo Kranj": a name and what its bearer is belong together."""
    upos = tree.sentence.upos
    return upos[head] == "NOUN" and upos[other] == "PROPN"


def _owner(tree: Tree, head: int, source: tuple[int, ...]) -> int:
    if tree.lemma(head) not in words("attribution", "nouns", "words") | words("sayings", "harking", "nouns"):
        return head
    for child in tree.having(head, "nmod:poss", "nmod", "acl"):
        of = tree.case(child)
        if tree.sentence.relations[child] == "nmod:poss" and tree.sentence.upos[child] != "PRON":
            return child
        upos = tree.sentence.upos[child]
        tells = upos == "PROPN" or (upos == "NOUN" and can_tell(tree, child))  # no "reports from the scene"
        makers = [c for c in tree.having(child, "nmod") if tree.case(c) == "by" and tree.sentence.upos[c] == "PROPN"]
        if of == "from" and makers:
            return makers[0]  # "a count from pictures by the institute"
        called = upos == "PROPN" or (upos == "NOUN" and tree.sentence.words[child].istitle())
        if (of in ("from", "by") and tells) or (of == "of" and called):
            return child  # "the report of the Housing Team", of which a tagger takes the last for any team
        if of == "in" and kind_of(tree, child) == "media":
            return child
        if tree.sentence.relations[child] == "acl" and tree.lemma(child) in words("sources", "making", "verbs"):
            makers = [agent for agent in tree.having(child, "obl") if tree.case(agent) == "by"]
            makers += [c for c in tree.having(child, "nsubj") if upos != "VBN" and tree.lower[c] not in WHO]
            if makers:
                return makers[0]  # "figures released by the town", "figures the town released"
    # Where the parse hangs "from the ministry" elsewhere, the words still stand side by side.
    beside = [token for token in source if token > head + 1]
    if beside and tree.lower[head + 1] in ("from", "by") and beside[0] == head + 2:
        named = next((token for token in reversed(beside) if tree.sentence.upos[token] in ("NOUN", "PROPN")), head)
        return named if can_tell(tree, named) else head
    return head


def knows_by(lemmas: Iterable[str]) -> Knows | None:
    """How somebody is said to know, by the first word that tells."""
    listed = lexicon("sources")["knows"]
    for lemma in lemmas:
        for way, table_ in listed.items():
            if lemma in table_ and way != "saw":
                return way  # type: ignore[no-any-return]
    return None
