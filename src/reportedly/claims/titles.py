"""Headlines that a parse takes for a chain of nouns, or for one clause where they hold two.

Asked before there is a tree: "Union chiefs back rail deal" tells what the chiefs do, and "200 new homes for families as
toll hits 34" no deed of the homes.
"""

from collections.abc import Set as AbstractSet

from reportedly.claims.lexicons import words
from reportedly.claims.mended import mending, with_tag
from reportedly.claims.tags import SHARES
from reportedly.model import Sentence

BACK = "back"
NO_VERB = frozenset({"RB", "NN", "JJ", "RP"})
NAMED = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON"})
BEFORE_NOUN = frozenset({"compound", "amod"})
PLURAL = frozenset({"NNS", "NNPS"})
CLAUSAL = frozenset({"VERB", "AUX"})
OBLIQUE = frozenset({"by", "on", "in", "at", "after", "over", "despite"})


def with_back(sentence: Sentence, held: AbstractSet[str]) -> Sentence:
    """With "back" read as a verb in "chiefs back deal by 15 votes to seven" and "46% back workers"."""
    if BACK not in held:
        return sentence
    for verb in [token for token, word in enumerate(sentence.words[:-1]) if word == BACK and token]:
        found = _backed(sentence, verb)
        if found is not None:
            return found
    return sentence


def _backed(sentence: Sentence, verb: int) -> Sentence | None:
    subject, thing, heads, relations = verb - 1, verb + 1, list(sentence.heads), list(sentence.relations)
    several = sentence.xpos[subject] in PLURAL or sentence.words[subject] in SHARES
    if not several or sentence.xpos[verb] not in NO_VERB or sentence.upos[thing] not in NAMED:
        return None
    if sentence.words[thing] in words("stance", "headlines", "back"):
        return None  # "40 percent back pay"
    top = heads[verb]
    if top < 0:
        if heads[subject] != verb:
            return None
    elif relations[verb] in BEFORE_NOUN and top > verb and heads[subject] in (top, verb):
        for token in range(len(heads)):
            behind = token > top and sentence.words[token] in OBLIQUE and relations[token] == "case"
            if behind and heads[heads[token]] == top and heads[token] > token:
                heads[heads[token]], relations[heads[token]] = verb, "obl"  # how they back it
        before = [token for token in range(subject) if heads[token] == top]
        for token in before:
            heads[token] = subject
        clause = relations[top] == "obj" and sentence.upos[heads[top]] == "VERB"  # "poll shows 46% back it"
        heads[verb], relations[verb] = heads[top], "ccomp" if clause else relations[top]
        heads[top], relations[top] = verb, "obj"
        heads[subject], relations[subject] = verb, "nsubj"
    elif relations[verb] == "case" and top == subject and heads[top] < 0:
        for token in range(len(heads)):
            if heads[token] == subject and token > verb:
                heads[token] = verb
        heads[verb], relations[verb], heads[subject], relations[subject] = -1, "root", verb, "nsubj"
    else:
        return None
    upos, xpos = with_tag(sentence.upos, verb, "VERB"), with_tag(sentence.xpos, verb, "VBP")
    told = mending(sentence, heads, relations, upos=upos, xpos=xpos)
    return None if told is sentence else told


def part_verbless(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "200 new homes for families as toll hits 34" the toll hits 34, and the homes do nothing.

    No subject of a clause stands before the word that opens it.
    """
    for mark, relation in enumerate(relations):
        verb = heads[mark]
        if relation != "mark" or verb < mark or heads[verb] >= 0:
            continue
        subjects = [t for t, told in enumerate(relations) if told.startswith("nsubj") and heads[t] == verb]
        if len(subjects) != 2 or not subjects[0] < mark < subjects[1]:
            continue
        if any(upos in CLAUSAL for upos in sentence.upos[:mark]):
            continue
        noun = subjects[0]
        for token in range(mark):
            if heads[token] == verb and token != noun:
                heads[token] = noun
        heads[noun], relations[noun], heads[verb], relations[verb] = -1, "root", noun, "advcl"
        return
