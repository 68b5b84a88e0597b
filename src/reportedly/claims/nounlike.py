"""Verbs in the dress of nouns, right before a noun: what something cost somebody, what so many percent want.

"The strike cost traders £19m" and "46% trust ministers": where the parse has traders of a strike's cost and ministers
of trust. Only where money stands behind, or percent before, since nothing else tells the two apart; what so many back
is told in ``titles``, and clauses told in short in ``short``. Likewise what "those who fail to vote face", who was
"hurt in Ostrava" and died, and that "40 were downed; eight hit homes".
"""

from dataclasses import replace

from reportedly.claims.fallen import with_fallen
from reportedly.claims.lexicons import either, words
from reportedly.claims.mended import as_word, mending, with_tag
from reportedly.claims.short import in_short
from reportedly.claims.tags import SHARES
from reportedly.model import Sentence
from reportedly.values.measures import is_built

AS, THAT = "as", "that"
CALLED_SO = frozenset({AS, THAT})
CALLING = frozenset({"NOUN", "ADJ"})
LONGEST_NAME = 6  # words from "as" to what is so called: "as "malicious lies" reports"
COST, BY = "cost", "by"
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
COSTING = frozenset({"cost", "costs"})
LASTING = frozenset({"hours", "days", "weeks", "months", "years", "decades", "week", "month", "year", "day"})
TWICE = frozenset({"double", "triple", "treble", "quadruple"})
HIT, STRIKE = "hit", "strike"
CLAUSES = frozenset({"root", "parataxis", "conj", "ccomp", "dep"})
FACING = frozenset({"face", "risk", "need"})
MONEY = frozenset({"SYM", "NUM"})
NOMINAL = frozenset({"NOUN", "PROPN"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
HEDGED = 3  # words between whom it cost and the money: "some", "at least", "more than"


def as_verbs(sentence: Sentence, held: frozenset[str]) -> Sentence:
    """``sentence`` with such verbs read as what they are; ``held`` are its words."""
    for token in [t for t, word in enumerate(sentence.words) if word in COSTING] if COSTING & held else ():
        sentence = _costing(sentence, token)
    if not words("figures", "gathering", "words").isdisjoint(held):
        for token in range(1, len(sentence) - 1):
            sentence = _gathering(sentence, token)
    if not SHARES.isdisjoint(held):
        for token in [t for t, word in enumerate(sentence.words) if word in words("figures", "backing", "words")]:
            sentence = _backing(sentence, token)
    if HIT in held:
        for token in [t for t, word in enumerate(sentence.words) if word == HIT]:
            sentence = _striking(_hitting(sentence, token), token)
    if not FACING.isdisjoint(held):
        for token in [t for t, word in enumerate(sentence.words) if word in FACING]:
            sentence = _facing(sentence, token)
    if not words("persons", "killed", "dying").isdisjoint(sentence.lemmas):
        hurting = either(("persons", "wounded", "words"), ("persons", "wounded", "hitting"))
        for token in [t for t, word in enumerate(sentence.words) if word in hurting]:
            sentence = _befallen(sentence, token)
    if not LASTING.isdisjoint(held) and "of" in held:
        for token in range(4, len(sentence)):
            sentence = _going_on(sentence, token)
    if not TWICE.isdisjoint(held) and "," in held:
        for token in range(1, len(sentence) - 2):
            sentence = _twice_as_much(sentence, token)
    if BY in held and not words("stance", "invariant", "events").isdisjoint(held):
        sentence = _lessening(sentence)
    if held >= CALLED_SO:
        for token in [t for t in range(3, len(sentence) - 2) if sentence.words[t + 1] == THAT]:
            sentence = _dismissed(sentence, token)
    return in_short(with_fallen(sentence, held), held)


def _lessening(sentence: Sentence) -> Sentence:
    """The verb of "the drug cut deaths by a third", where the parse has deaths of a cut, and no verb at all."""
    root = next((t for t, relation in enumerate(sentence.relations) if relation == "root"), 0)
    by = next((t for t, head in enumerate(sentence.heads) if head == root < t and sentence.relations[t] == "nmod"), 0)
    done = next((t for t in range(1, root) if sentence.heads[t] == root and _is_event(sentence, t)), 0)
    led = any(sentence.heads[t] == by and sentence.words[t] == BY for t in range(root, by))
    fractions = words("figures", "fractions", "words")
    numbers = (t for t in range(root, by + 1) if sentence.upos[t] == "NUM" or sentence.lemmas[t] in fractions)
    if not (done and led and next(numbers, 0)) or not FINITE.isdisjoint(sentence.xpos):
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    for token in range(done):
        if heads[token] in (root, done):
            heads[token] = done - 1
    heads[done], relations[done] = -1, "root"
    heads[done - 1], relations[done - 1] = done, "nsubj"
    heads[root], relations[root] = done, "obj"
    for token, head in enumerate(heads):
        if head == root < token and relations[token] in ("nmod", "punct", "obl"):
            heads[token], relations[token] = done, relations[token].replace("nmod", "obl")
    return as_word(sentence, done, heads, relations, lemma=sentence.words[done], tag="VBD")


def _dismissed(sentence: Sentence, noun: int) -> Sentence:
    """What is denied in "dismissed as lies reports that 40 fled", where the parse has lies that report."""
    if sentence.lemmas[noun] not in words("sayings", "nominal", "clausal") or not sentence.words[noun].endswith("s"):
        return sentence
    opened = next((t for t in range(noun - 1, max(0, noun - LONGEST_NAME), -1) if sentence.words[t] == AS), 0)
    called = [t for t in range(opened + 1, noun) if sentence.upos[t] in CALLING]
    verb = next((t for t in range(opened - 1, max(-1, opened - 3), -1) if sentence.upos[t] == "VERB"), -1)
    judged = ("sayings", "objective", "judging")
    judging = either(("attribution", "verbs", "denies"), ("attribution", "untrue", "verbs"), judged)
    if not (opened and called) or verb < 0 or sentence.lemmas[verb] not in judging or sentence.heads[noun] == opened:
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    for token in range(opened, noun):
        heads[token], relations[token] = called[-1], "punct" if sentence.upos[token] == "PUNCT" else "amod"
    relations[opened] = "case"
    heads[called[-1]], relations[called[-1]] = verb, "obl"
    heads[noun], relations[noun] = verb, "obj"
    for token in range(noun + 1, len(heads)):
        if heads[token] == noun and relations[token] == "ccomp":
            relations[token] = "acl"
    return as_word(sentence, noun, heads, relations, lemma=sentence.lemmas[noun], tag="NNS")


def _is_event(sentence: Sentence, token: int) -> bool:
    """Whether a word that stands like a noun between two others may be what the first did to the second."""
    between = sentence.xpos[token - 1] in NOUNS and sentence.relations[token] == "compound"
    return between and sentence.words[token] in words("stance", "invariant", "events")


def _befallen(sentence: Sentence, done: int) -> Sentence:
    """The participle of "Miner, 40, hurt in Ostrava has died", where the parse has the hurt die."""
    who = done - 1
    if sentence.words[done - 3 : done : 2] == (",", ",") and sentence.upos[done - 2] == "NUM":
        who = done - 4
    if who < 0 or sentence.xpos[who] not in NOUNS:
        return sentence
    below = sentence.heads[done] == who and sentence.relations[who] == "discourse"  # set off like "well, he died"
    verb = sentence.heads[who if below else done]
    dies = verb > done + 1 and sentence.lemmas[verb] in words("persons", "killed", "dying")
    if not dies or not (below or (sentence.relations[done] == "nsubj" and sentence.heads[who] in (done, verb))):
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    for token in range(done):
        if heads[token] == done:
            heads[token] = who
    heads[who], relations[who] = verb, "nsubj"
    heads[done], relations[done] = who, "acl"
    return as_word(sentence, done, heads, relations, lemma=sentence.lemmas[done], tag="VBN")


def _hitting(sentence: Sentence, verb: int) -> Sentence:
    """The verb of "40 were downed; eight hit homes", where the parse has hit homes that do nothing."""
    number, thing = verb - 1, sentence.heads[verb]
    if number < 0 or thing <= verb or sentence.upos[number] != "NUM" or sentence.heads[number] not in (thing, verb):
        return sentence
    clause, above = sentence.relations[thing], sentence.heads[thing]
    strays = clause.startswith("nsubj") and above < number  # the subject of what was told before
    idle = (clause in CLAUSES or strays) and sentence.relations[verb] in ("compound", "amod")
    idle = idle and not any(
        head == thing and relation in ("cop", "nsubj", "case", "acl:relcl")
        for head, relation in zip(sentence.heads, sentence.relations, strict=True)
    )
    if not idle or sentence.xpos[thing] != "NNS" or sentence.lemmas[thing] in words("figures", "hits", "words"):
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    heads[verb], relations[verb] = above, "parataxis" if strays else clause
    heads[thing], relations[thing] = verb, "obj"
    heads[number], relations[number] = verb, "nsubj"
    for token in range(verb):
        if heads[token] == thing and token not in (number, verb):
            heads[token] = verb
    return as_word(sentence, verb, heads, relations, lemma=HIT, tag="VBD")


def _striking(sentence: Sentence, verb: int) -> Sentence:
    """What so many that "hit homes" do is a deed, where "hit 300" tells nothing but a level."""
    things = [t for t, head in enumerate(sentence.heads) if head == verb and sentence.relations[t] == "obj"]
    doers = [t for t, head in enumerate(sentence.heads) if head == verb and sentence.relations[t] == "nsubj"]
    if sentence.upos[verb] != "VERB" or not things or not doers:
        return sentence
    doer, thing = doers[-1], things[0]
    numbered = sentence.upos[doer] == "NUM" or any(
        head == doer and relation == "nummod" for head, relation in zip(sentence.heads, sentence.relations, strict=True)
    )
    aims = words("figures", "hits", "aims")
    struck = is_built(sentence.lemmas[thing]) or sentence.lemmas[thing] in aims
    owned = any(
        head == thing and relation == "nmod:poss"
        for head, relation in zip(sentence.heads, sentence.relations, strict=True)
    )
    if not numbered or not struck or (owned and sentence.lemmas[thing] in aims):
        return sentence  # "three banks hit their targets"
    return replace(sentence, lemmas=with_tag(sentence.lemmas, verb, STRIKE))


def _facing(sentence: Sentence, verb: int) -> Sentence:
    """The verb of "those who fail to vote face a fine", where the parse has them fail to vote a face.

    So of "nine face charges", where it has nine charges of the face; but not of "nine face masks".
    """
    number, thing = verb - 1, verb + 1
    if number >= 0 and sentence.upos[number] == "NUM" and sentence.heads[verb] == sentence.heads[number] == thing:
        if sentence.lemmas[thing] not in words("figures", "backing", "faced"):
            return sentence
        heads, relations = list(sentence.heads), list(sentence.relations)
        heads[verb], relations[verb] = heads[thing], relations[thing]
        for token in range(number):
            heads[token] = verb if heads[token] == thing else heads[token]
        heads[number], relations[number], heads[thing], relations[thing] = verb, "nsubj", verb, "obj"
        return as_word(sentence, verb, heads, relations, lemma=sentence.words[verb], tag="VBP")
    root = next((t for t, relation in enumerate(sentence.relations) if relation == "root"), verb)
    clause = sentence.heads[verb]
    nominal = sentence.upos[root] in ("PRON", "NOUN", "PROPN") and root < clause < verb
    bare = sentence.relations[verb] == "xcomp" and verb > 0 and sentence.words[verb - 1] != "to"
    if not (bare or sentence.upos[verb] == "NOUN") or not nominal or sentence.upos[clause] != "VERB":
        return sentence
    if sentence.upos[verb + 1 : verb + 2] not in (("DET",), ("NUM",), ("ADJ",), ("ADP",)):
        return sentence
    if not any(sentence.relations[t] == "acl:relcl" for t, head in enumerate(sentence.heads) if head == root):
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    heads[verb], relations[verb] = heads[root], "root"
    heads[root], relations[root] = verb, "nsubj"
    return as_word(sentence, verb, heads, relations, lemma=sentence.words[verb], tag="VBP")


def _gathering(sentence: Sentence, verb: int) -> Sentence:
    """The verb of "42,000 protest as a deal comes within reach": no noun in the singular is told in thousands."""
    number, tags = verb - 1, (sentence.upos[verb], sentence.xpos[verb])
    if sentence.words[verb] not in words("figures", "gathering", "words") or tags != ("NOUN", "NN"):
        return sentence
    many = (
        sentence.upos[number] == "NUM" and sentence.words[number] not in ("1", "one") and sentence.heads[number] == verb
    )
    if not many or sentence.upos[verb + 1] not in ("ADP", "SCONJ", "PART", "ADV"):
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    for token in range(number):
        if heads[token] == verb and relations[token] in ("det", "amod", "compound", "advmod", "case"):
            return sentence  # "a 300-strong march"
    relations[number] = "nsubj"
    for token in range(verb + 1, len(sentence)):
        if heads[token] == verb and relations[token] == "nmod":
            relations[token] = "obl"
    return as_word(sentence, verb, heads, relations, lemma=sentence.words[verb], tag="VBP")


def _going_on(sentence: Sentence, token: int) -> Sentence:
    """With a noun for the fighting of "two weeks of fierce street fighting", where the parse has a street fight."""
    kind = token - 1
    if sentence.xpos[token] not in ("VBG", "NN") or sentence.xpos[kind] != "NN" or sentence.relations[kind] != "nmod":
        return sentence
    length = sentence.heads[kind]
    case = [t for t in range(kind) if sentence.heads[t] == kind and sentence.relations[t] == "case"]
    below = [t for t, head in enumerate(sentence.heads) if head == token]
    articled = any(sentence.heads[t] == kind and sentence.relations[t] == "det" for t in range(kind))
    taking = any(sentence.relations[t] in ("obj", "xcomp", "ccomp", "case", "det") for t in below)
    of_length = 0 <= length < kind and sentence.words[length] in LASTING and [sentence.words[t] for t in case] == ["of"]
    if not of_length or articled or taking or sentence.heads[token] not in (kind, length):
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    for beside in range(length + 1, kind):
        heads[beside] = token if heads[beside] == kind else heads[beside]
    heads[token], relations[token], heads[kind], relations[kind] = length, "nmod", token, "compound"
    return as_word(sentence, token, heads, relations, tag="NN", lemma=sentence.words[token])


def _twice_as_much(sentence: Sentence, token: int) -> Sentence:
    """With "double" told of a level in "$60 million, double the level of May", where the parse has it doubled."""
    verb = sentence.xpos[token] in ("VB", "VBP") and sentence.relations[token] in ("parataxis", "advcl", "dep")
    if sentence.words[token] not in TWICE or sentence.words[token - 1] != "," or not verb:
        return sentence
    below = [t for t, head in enumerate(sentence.heads) if head == token]
    taken = [t for t in below if sentence.relations[t] == "obj" and t > token]
    led = any(sentence.relations[t].startswith(("nsubj", "aux", "mark", "cc")) for t in below)
    if len(taken) != 1 or led or sentence.words[token + 1] not in ("the", "that", "what", "its", "their", "last"):
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    for child in below:
        heads[child] = taken[0]
    heads[taken[0]], relations[taken[0]] = heads[token], "parataxis"
    heads[token], relations[token] = taken[0], "amod"
    upos, xpos = with_tag(sentence.upos, token, "ADJ"), with_tag(sentence.xpos, token, "JJ")
    return mending(sentence, heads, relations, upos=upos, xpos=xpos)


def _costing(sentence: Sentence, cost: int) -> Sentence:
    """The verb of "the strike cost traders about £19m"."""
    whom = cost + 1
    if cost == 0 or whom >= len(sentence) or sentence.upos[cost - 1] not in NOMINAL:
        return sentence
    verbal = sentence.upos[whom] == "VERB" and sentence.heads[cost] == whom and sentence.words[whom].endswith("s")
    if sentence.xpos[whom] not in ("NNS", "NNPS") and not verbal:
        return sentence
    behind = range(whom + 1, min(whom + 2 + HEDGED, len(sentence)))
    money = next((token for token in behind if sentence.upos[token] in MONEY), None)
    between = sentence.words[whom + 1 : money or whom]
    if money is None or "of" in between or not set(sentence.upos[whom + 1 : money]) <= {"ADV", "DET", "ADP", "ADJ"}:
        return sentence
    over = sentence.upos[cost] == "NOUN" and sentence.heads[whom] == cost and sentence.heads[money] in (cost, whom)
    if sentence.heads[cost] != whom and sentence.relations[cost] != "compound" and not over:
        return sentence
    tag = "VBD" if sentence.words[cost] == COST else "VBZ"
    if over:
        return _governing(sentence, cost, whom, money, tag=tag)
    told = _ruled(sentence, cost, whom, lemma=COST, tag=tag, relation="iobj")
    if told is sentence:
        return sentence
    return replace(told, upos=with_tag(told.upos, whom, "NOUN"), xpos=with_tag(told.xpos, whom, "NNS"))


def _governing(sentence: Sentence, cost: int, whom: int, money: int, *, tag: str) -> Sentence:
    """The verb that governs whom it cost, and only is tagged for a noun."""
    heads, relations, subject = list(sentence.heads), list(sentence.relations), cost - 1
    for token in range(subject):
        if heads[token] in (cost, whom) and relations[token] in ("det", "amod", "compound", "nummod", "nmod:poss"):
            heads[token] = subject
    heads[subject], relations[subject] = cost, "nsubj"
    relations[whom] = "iobj"
    heads[money], relations[money] = cost, "obj"
    return as_word(sentence, cost, heads, relations, lemma=COST, tag=tag)


def _backing(sentence: Sentence, verb: int) -> Sentence:
    """The verb of "46% trust ministers"."""
    noun = sentence.heads[verb]
    percent = verb - 1
    if percent < 1 or sentence.words[percent] not in SHARES:
        return sentence
    if sentence.upos[verb] == "VERB" or noun <= verb or sentence.upos[noun] not in NOMINAL:
        return sentence
    if any(sentence.upos[token] not in ("DET", "ADJ", "NOUN", "PROPN") for token in range(verb + 1, noun)):
        return sentence
    return _ruled(sentence, verb, noun, lemma=sentence.words[verb], tag="VBP", relation="obj")


def _ruled(sentence: Sentence, verb: int, noun: int, *, lemma: str, tag: str, relation: str) -> Sentence:
    """``verb`` in the place of the noun behind it, which it governs, with its subject right before."""
    heads, relations = list(sentence.heads), list(sentence.relations)
    heads[verb], relations[verb] = heads[noun], relations[noun]
    heads[noun], relations[noun] = verb, relation
    subject = verb - 1
    while heads[subject] < subject and sentence.upos[heads[subject]] in ("NUM", "SYM"):
        subject = heads[subject]
    for token, head in enumerate(heads):
        before = token < verb and head in (noun, verb) and token != subject
        if token != verb and head == noun and not verb < token < noun:
            heads[token] = subject if before and relations[token] in ("det", "amod", "compound", "nummod") else verb
        elif before and relations[token] in ("det", "amod", "compound"):
            heads[token] = subject
    heads[subject], relations[subject] = verb, "nsubj"
    for token in range(noun + 1, len(sentence)):
        if heads[token] == verb and relations[token].split(":")[0] in ("nmod", "nummod", "appos"):
            relations[token] = "obj"
    return as_word(sentence, verb, heads, relations, lemma=lemma, tag=tag)
