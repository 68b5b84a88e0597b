"""What papers show: of "figures released by the county show 31 died" the figures do, where a parse has a county show.

A plural that may tell something, with a participle and whose deed that was, needs a verb: a noun that looks like one is
it, where a clause or a number follows.
"""

from collections.abc import Set as AbstractSet

from reportedly.claims.lexicons import words
from reportedly.claims.mended import as_word
from reportedly.model import Sentence

PAST = frozenset({"VBN", "VBD"})
LED = frozenset({"DET", "NUM", "NOUN", "PROPN", "PRON", "SCONJ", "ADJ"})  # what is shown begins so
THINGS = frozenset({"appos", "dep", "nmod:unmarked", "obl:unmarked"})
CLAUSES = frozenset({"acl", "ccomp", "parataxis", "advcl"})


def with_shown(sentence: Sentence, held: AbstractSet[str]) -> Sentence:
    """With the verb of a paper that a parse takes for a noun behind its maker: "files seen by the Post show"."""
    for verb in words("sayings", "carriers", "shown") & held:
        token = sentence.words.index(verb)
        sentence = _shown(sentence, token) if sentence.xpos[token] == "NN" else sentence
    return sentence


def _shown(sentence: Sentence, verb: int) -> Sentence:
    maker = verb - 1
    low = next((t for t in reversed(range(maker)) if sentence.upos[t] == "ADP"), 0)
    deed = low - 1 if low and sentence.xpos[low - 1] in PAST else sentence.heads[verb]
    if not 0 < deed < maker or sentence.xpos[deed] not in PAST or sentence.heads[maker] not in (verb, deed):
        return sentence
    if sentence.upos[verb + 1 : verb + 2] == () or sentence.upos[verb + 1] not in LED:
        return sentence
    under = sentence.relations[deed] == "acl"
    paper = sentence.heads[deed] if under else next(iter(_subjects(sentence, deed)), -1)
    if not 0 <= paper < deed or sentence.lemmas[paper].lower() not in words("sayings", "carriers", "words"):
        return sentence
    top = sentence.heads[paper] if under else deed  # what stands where the verb is to stand
    if top == verb:  # "tapes handed to the inquiry show that": no more than the tag is wrong
        return as_word(sentence, verb, sentence.heads, sentence.relations, tag="VBP")
    heads, relations = list(sentence.heads), list(sentence.relations)
    for token, head in enumerate(sentence.heads):
        if head == verb and token < verb:
            heads[token] = maker
        elif head == verb and relations[token] in CLAUSES:
            relations[token] = "ccomp"
        elif head == verb and relations[token] in THINGS:
            relations[token] = "obj"
        elif head == deed and token > verb and relations[token] in (*CLAUSES, "punct"):
            heads[token] = verb
            relations[token] = "ccomp" if relations[token] in CLAUSES else relations[token]
    heads[maker], relations[maker] = deed, "obl"
    if top > verb or top == deed:
        heads[verb], relations[verb] = sentence.heads[top], sentence.relations[top]
    elif top < 0:
        heads[verb], relations[verb] = -1, "root"
    else:
        return sentence
    if top > verb:
        heads[top], relations[top] = verb, "ccomp"
    else:
        heads[deed], relations[deed] = paper, "acl"
    heads[paper], relations[paper] = verb, "nsubj"
    return as_word(sentence, verb, heads, relations, tag="VBP")


def _subjects(sentence: Sentence, verb: int) -> tuple[int, ...]:
    arcs = zip(sentence.heads, sentence.relations, strict=True)
    return tuple(t for t, (head, relation) in enumerate(arcs) if head == verb and relation.startswith("nsubj"))
