"""Who tells a sentence at its end: "..., a survey by the chamber found in May.", "..., the spy agency estimates."

As ``readings``, which asks for these too: of two ways in which a parse may draw the same words, the one that the rules
ask for.
"""

from dataclasses import replace
from functools import cache

from reportedly.claims.arcs import speaking
from reportedly.claims.lexicons import either, words
from reportedly.claims.mended import above, with_tag
from reportedly.claims.tags import SAYING
from reportedly.model import Sentence

COMMA = ","
TIMED = frozenset({"obl", "obl:unmarked", "advmod", "punct"})  # what may follow the verb: when it was told


@cache
def sayings() -> frozenset[str]:
    """Verbs by which somebody tells something or goes on to: a sentence without one needs fewer looks."""
    return either(("sayings", "gerundial", "verbs"), SAYING) | speaking()


def with_teller(sentence: Sentence) -> Sentence:
    """With the military of ", the military estimates." as who tells it, where the parse has estimates of that kind."""
    last = len(sentence) - 1 - (sentence.upos[-1] == "PUNCT")
    body = last - 1
    if body < 1 or sentence.xpos[last] != "NNS" or sentence.lemmas[last] not in speaking():
        return sentence
    kind = sentence.upos[body] == "ADJ" and sentence.words[body] in words("sources", "of_states", "words")
    if not kind or sentence.heads[body] != last or sentence.upos[body - 1] not in ("DET", "PART"):
        return sentence
    relations = with_tag(sentence.relations, body, "compound")
    return replace(
        sentence,
        upos=with_tag(sentence.upos, body, "NOUN"),
        xpos=with_tag(sentence.xpos, body, "NN"),
        relations=relations,
    )


def close_with_tellers(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Both ways in which who tells a sentence at its end may be drawn as nobody who tells it."""
    told = speaking()
    if COMMA in sentence.words and not told.isdisjoint(sentence.lemmas):
        _give_estimating(sentence, heads, relations)
        for verb, lemma in enumerate(sentence.lemmas):
            if lemma in told and relations[verb] == "acl":
                _give_finding(sentence, verb, heads, relations)


def _give_finding(sentence: Sentence, verb: int, heads: list[int], relations: list[str]) -> None:
    """Of "..., a survey by the chamber found in May" the survey found it, where the parse has it found by somebody."""
    survey = heads[verb]
    top = heads[survey]
    if sentence.lemmas[survey] not in words("attribution", "told", "counting") or not 0 <= top < survey < verb:
        return
    before = min((t for t, head in enumerate(heads) if head == survey and t <= survey), default=survey)
    if sentence.words[before] != COMMA and sentence.words[before - 1] != COMMA:
        return
    behind = [t for t, head in enumerate(heads) if head == verb]
    if any(t < verb or relations[t] not in TIMED for t in behind):
        return
    heads[verb], relations[verb] = top, "parataxis"
    heads[survey], relations[survey] = verb, "nsubj"


def _give_estimating(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "is close to 1,000, the spy agency estimates." the agency tells it, where the parse has its estimates be."""
    last = len(sentence) - 1
    told = last - 1 if last > 0 and sentence.upos[last] == "PUNCT" else last
    if told >= 2 and relations[told] == "parataxis" and sentence.lemmas[told] in speaking():
        clause = next((t for t in above(heads, told) if relations[t] == "acl:relcl"), -1)
        if clause >= 0 and COMMA in sentence.words[clause:told]:  # "of whom 1,100 were killed, the army estimates"
            heads[told] = next(t for t in above(heads, told) if heads[t] < 0)
    if told < 2 or sentence.xpos[told] != "NNS" or relations[told] != "obl":
        return
    below = [t for t, head in enumerate(heads) if head == told]
    comma = next((t for t in range(told) if sentence.words[t] == COMMA and heads[t] == told), None)
    beside = comma is not None and all(t >= comma for t in below) and told - 1 in below
    if (
        beside
        and sentence.lemmas[told] in speaking()
        and all(relations[t] != "case" for t in below if heads[t] == told)
    ):
        relations[told] = "parataxis"
        for token in below:
            if relations[token] == "nmod:poss":
                heads[token] = told - 1
