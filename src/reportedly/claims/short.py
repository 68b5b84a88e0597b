"""Clauses told in short, which a parse takes for something else: "managers I spoke to put the cost at 3 million".

Each is mended by its own words, before there is a tree: who was spoken to, who was asked first, what "should" comes
before, whom somebody wished something. What is promised: where the mend would close a ring nothing is changed.
"""

from reportedly.claims.lexicons import words
from reportedly.claims.mended import above, as_word, mending, with_tag
from reportedly.language.lemmas import bases, irregular
from reportedly.model import Sentence

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
SUBJECTS = ("nsubj", "nsubj:pass", "expl")
RELATIVE = frozenset({"that", "which", "who"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
STEMS = frozenset({"NN", "JJ"})  # what a stem is taken for between a noun and a number
ENDED = frozenset({"VBD", "VBN", "JJ"})
LOOSE = ("ccomp", "parataxis", "conj", "xcomp", "dep")
TO, SHOULD = "to", "should"


def in_short(sentence: Sentence, held: frozenset[str]) -> Sentence:
    """``sentence`` with such clauses read as what they are; ``held`` are its words."""
    if TO in held and not words("short", "addressed", "verbs").isdisjoint(sentence.lemmas):
        for token in [t for t, word in enumerate(sentence.words) if word == TO]:
            sentence = _addressed(sentence, token)
    if sentence.lemmas[0] in words("short", "asked", "verbs") and "," in held:
        sentence = _asked(sentence)
    if sentence.words[0].lower() == SHOULD and "," in held:
        sentence = _inverted(sentence)
    wishing = words("short", "wishing", "verbs")
    if not wishing.isdisjoint(sentence.lemmas):
        for verb in [t for t, lemma in enumerate(sentence.lemmas) if lemma in wishing]:
            sentence = _wished(sentence, verb)
    if "MD" in sentence.xpos:
        for token in [t for t, tag in enumerate(sentence.xpos[:-1]) if tag == "MD"]:
            sentence = _willed(sentence, token)
    if "acl:relcl" in sentence.relations:
        for verb, relation in enumerate(sentence.relations):
            if relation == "acl:relcl" and sentence.xpos[verb] == "JJ":
                sentence = _bound(sentence, verb)
    return sentence


def _addressed(sentence: Sentence, to: int) -> Sentence:
    """ "Farmers we talked to put the crop at 300 tonnes": they put it, where the parse has somebody talk to put it."""
    verb, spoken = to + 1, to - 1
    if spoken < 2 or sentence.heads[to] != verb or sentence.xpos[verb] != "VB" or sentence.relations[to] != "mark":
        return sentence
    subject = spoken - 1
    first = min(subject, *(t for t, head in enumerate(sentence.heads) if head == subject), spoken)
    asked = first - 1
    named = sentence.lemmas[spoken] in words("short", "addressed", "verbs") and sentence.heads[verb] == spoken
    if not named or asked < 0 or sentence.upos[asked] != "NOUN" or sentence.heads[subject] != spoken:
        return sentence
    top = asked if sentence.heads[spoken] == asked else spoken
    if sentence.heads[top] >= 0 or (top == spoken and sentence.heads[asked] not in (spoken, verb)):
        return sentence  # there is another verb above: "the managers I spoke to put up the money left"
    heads, relations = list(sentence.heads), list(sentence.relations)
    for token, head in enumerate(heads):
        if head == top and token not in (asked, subject, spoken, to) and (token > verb or top == spoken):
            heads[token] = verb
    heads[verb], relations[verb] = -1, "root"
    heads[asked], relations[asked], heads[spoken], relations[spoken] = verb, "nsubj", asked, "acl:relcl"
    heads[to], relations[to] = spoken, "case"
    return mending(
        sentence,
        heads,
        relations,
        xpos=with_tag(with_tag(sentence.xpos, verb, "VBP"), to, "IN"),
        upos=with_tag(sentence.upos, to, "ADP"),
    )


def _asked(sentence: Sentence) -> Sentence:
    """ "Asked who was to blame, 52% named him": so many named him, where the parse has somebody ask it."""
    heads, relations = list(sentence.heads), list(sentence.relations)
    below = [t for t, head in enumerate(heads) if head == 0]
    if relations[0] != "root" or sentence.xpos[0] not in ENDED or any(relations[t] in SUBJECTS for t in below):
        return sentence
    comma = sentence.words.index(",")
    verb = next((t for t in below if t > comma and relations[t] in LOOSE and sentence.xpos[t] in FINITE), -1)
    before = [t for t in range(comma + 1, verb) if heads[t] == verb]
    if not before or any(relations[t] in ("mark", "cc") for t in before):
        return sentence
    doers = [t for t in before if relations[t] in SUBJECTS or (sentence.upos[t] in (*NOMINAL, "NUM", "SYM"))]
    if not doers:
        return sentence
    for token in below:
        heads[token] = verb if token > comma or relations[token] == "punct" else 0
    heads[verb], relations[verb], heads[0], relations[0] = -1, "root", verb, "advcl"
    relations[doers[-1]] = relations[doers[-1]] if relations[doers[-1]] in SUBJECTS else "nsubj"
    for token in range(verb + 1, len(sentence)):
        if heads[token] == verb and relations[token] == "xcomp" and sentence.upos[token] == "NOUN":
            relations[token] = "obj"
    helped = any(head == verb and relations[t].startswith("aux") for t, head in enumerate(heads))
    tag = sentence.xpos[verb] if helped or sentence.xpos[verb] != "VBN" else "VBD"
    return mending(sentence, heads, relations, xpos=with_tag(with_tag(sentence.xpos, verb, tag), 0, "VBN"))


def _inverted(sentence: Sentence) -> Sentence:
    """ "Should the water top 6 metres, 400 will have to leave": it may top them, where the parse has a water top."""
    main, comma = sentence.heads[0], sentence.words.index(",")
    inside = range(1, comma)
    own = any(sentence.xpos[t] == "MD" and sentence.heads[t] == main for t in range(comma, len(sentence)))
    if (
        main < comma
        or not own
        or any(sentence.upos[t] in ("VERB", "AUX") and sentence.xpos[t] not in STEMS for t in inside)
    ):
        return sentence
    led = (t for t in inside[2:-1] if sentence.xpos[t] in STEMS and sentence.upos[t + 1] in ("NUM", "DET", "SYM"))
    verb = next((t for t in led if sentence.upos[t - 1] in NOMINAL), -1)
    if verb < 0:
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    number = next((t for t in range(verb + 1, comma) if sentence.upos[t] == "NUM"), verb + 1)
    thing = heads[number] if verb < heads[number] < comma else number
    for token in inside:
        out = not 0 < heads[token] < comma or heads[token] == verb
        if token < verb and out:
            heads[token] = verb - 1
        elif token > verb and token != thing and (out or token in above(heads, thing)):
            heads[token], relations[token] = thing, "nmod"
    heads[thing], relations[thing] = verb, "obj"
    heads[verb - 1], relations[verb - 1] = verb, "nsubj"
    heads[verb], relations[verb], heads[0], relations[0] = main, "advcl", verb, "aux"
    return as_word(sentence, verb, heads, relations, tag="VB", lemma=sentence.words[verb].lower())


def _wished(sentence: Sentence, verb: int) -> Sentence:
    """ "Wished the 44 injured a speedy recovery": the injured are wished one, where the parse has them injure it."""
    number, who = verb + 2, verb + 3
    known = sentence.upos[verb + 1 : who] in (("DET", "NUM"), ("PRON", "NUM"))
    if not known or who >= len(sentence) or sentence.heads[who] != verb:
        return sentence
    if sentence.xpos[who] not in ENDED and sentence.upos[who] != "NOUN":
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    things = [t for t in range(who + 1, len(sentence)) if heads[t] == who and relations[t] == "obj"]
    if not things:
        return sentence
    for token, head in enumerate(heads):
        heads[token] = verb if head == who and token >= things[0] else head
    relations[things[0]] = "obj"
    heads[verb + 1], relations[verb + 1], heads[number], relations[number] = who, "det", who, "nummod"
    heads[who], relations[who] = verb, "iobj"
    return as_word(sentence, who, heads, relations, tag="NNS", lemma=sentence.words[who].lower())


def _willed(sentence: Sentence, will: int) -> Sentence:
    """ "Nurses will down tools": what has an object right behind a "will" is a verb, and no adverb."""
    verb = will + 1
    heads, relations = list(sentence.heads), list(sentence.relations)
    takes = any(head == verb and relations[t] == "obj" and t > verb for t, head in enumerate(heads))
    if sentence.xpos[verb] not in ("RB", "RP", "IN") or not takes or relations[verb] in ("advmod", "case", "mark"):
        return sentence
    heads[will], relations[will] = verb, "aux"
    return as_word(sentence, verb, heads, relations, tag="VB", lemma=sentence.words[verb].lower())


def _bound(sentence: Sentence, verb: int) -> Sentence:
    """ "The order that bound 1,150 staff to work": what has an object behind a relative is a verb of the past."""
    heads, relations = sentence.heads, sentence.relations
    below = [t for t, head in enumerate(heads) if head == verb]
    takes = any(relations[t] == "obj" and t > verb for t in below)
    led = verb > 0 and sentence.words[verb - 1] in RELATIVE and heads[verb - 1] == verb
    word = sentence.words[verb].lower()
    of = [base for base in (*irregular().get(word, ()), *bases(word, "VBD")) if base != word]
    if not (takes and led and of) or any(relations[t] in ("cop", "aux") for t in below):
        return sentence
    return as_word(sentence, verb, heads, relations, tag="VBD", lemma=of[0])
