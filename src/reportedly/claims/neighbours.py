"""Words that a parse hangs in a neighbouring clause: each is hung where it is told.

As ``readings``, which asks for these: each function is of one construction, and moves only its own words. Their words
stand in ``figures.toml``.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.arcs import speaking
from reportedly.claims.lexicons import words
from reportedly.claims.mended import above, as_word, has_subject, with_tag
from reportedly.claims.tags import SAYING
from reportedly.language.lemmas import irregular
from reportedly.model import Sentence

PAST = ("VBN", "VBD")
NOUNS = ("NOUN", "PROPN")
INSETS = frozenset({"parataxis", "acl", "acl:relcl"})  # how a parse hangs who tells a sentence within it
OPENING = frozenset({"while", "whereas", "although", "though", "because", "since", "as", "when", "after", "if"})
THOSE, INSTEAD = "those", ("than", "of")


def with_suffered(sentence: Sentence) -> Sentence:
    """With the verb of "33 others sustained injuries", where the parse has sustained injuries beside the dead.

    Or where it has no word for the verb but its past.
    """
    past = words("figures", "suffering", "past")
    for verb, word in enumerate(sentence.words):
        if word in past and sentence.upos[verb] == "VERB" and sentence.lemmas[verb] == word:
            sentence = replace(sentence, lemmas=with_tag(sentence.lemmas, verb, "suffer"))
    for verb, word in enumerate(sentence.words):
        hurt, people = sentence.heads[verb], verb - 1
        if word not in past or sentence.relations[verb] != "amod" or people < 0:
            continue
        if (
            sentence.xpos[people] != "NNS"
            or hurt < verb
            or sentence.lemmas[hurt] not in words("figures", "suffering", "harms")
        ):
            continue
        clause = next((t for t in above(sentence.heads, hurt) if sentence.upos[t] == "VERB"), sentence.heads[hurt])
        heads, relations = list(sentence.heads), list(sentence.relations)
        heads[verb], relations[verb] = clause, "root" if clause < 0 else "parataxis"
        heads[hurt], relations[hurt], heads[people], relations[people] = verb, "obj", verb, "nsubj"
        return as_word(sentence, verb, heads, relations, tag="VBD", lemma="suffer")
    return sentence


def with_passive(sentence: Sentence) -> Sentence:
    """With what was "burnt" in "two men were killed and the grain burnt" undergone, where the parse has it be so."""
    upos, xpos, lemmas = list(sentence.upos), list(sentence.xpos), list(sentence.lemmas)
    for token, relation in enumerate(sentence.relations):
        done = sentence.heads[token]
        if relation == "nsubj:pass" and xpos[done] == "JJ" and sentence.relations[done] == "conj":
            upos[done], xpos[done] = "VERB", "VBN"
            lemmas[done] = next(iter(irregular().get(sentence.words[done], (lemmas[done],))))
    if xpos == list(sentence.xpos):
        return sentence
    return replace(sentence, upos=tuple(upos), xpos=tuple(xpos), lemmas=tuple(lemmas))


def give_own(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Hang each number, and the clause behind it, where it is told."""
    if THOSE in sentence.words:
        _give_whom(sentence, heads, relations)
    if "parataxis" in relations:
        _pass_teller(sentence, heads, relations)
    if not words("figures", "beside_inset", "cases").isdisjoint(sentence.words):
        _give_beyond(sentence, heads, relations)
    if not words("figures", "suffering", "past").isdisjoint(sentence.words):
        _give_harm(sentence, heads, relations)
    for number in numbers:
        _give_deed(sentence, number, heads, relations)
        if number > 1 and sentence.words[number - 1] in OPENING:
            _give_clause(sentence, number, heads, relations)
        _give_other(sentence, number, heads, relations)


def _give_harm(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "killed nine sailors; 31 sustained injuries" they did, where the parse has the injuries killed, too."""
    for verb, word in enumerate(sentence.words[:-1]):
        harm = verb + 1
        if word not in words("figures", "suffering", "past") or sentence.upos[verb] != "VERB":
            continue
        apart = relations[harm] == "conj" and 0 <= heads[harm] < verb and verb not in above(heads, heads[harm])
        if apart and sentence.lemmas[harm] in words("figures", "suffering", "harms"):
            heads[harm], relations[harm] = verb, "obj"


def _give_deed(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "three were killed and 40 tons of food burnt" the food was burnt, where the parse has it killed."""
    noun = heads[number] if relations[number] == "nummod" else number
    verb = heads[noun]
    if not 0 <= verb < number or not relations[noun].startswith("nsubj"):
        return
    beside = [t for t, head in enumerate(heads) if head == verb]
    if any(relations[t] == "expl" for t in beside):
        return  # "there were 40 of them"
    first = any(relations[t].startswith("nsubj") and t < verb for t in beside)
    done = next((t for t in beside if t > noun and relations[t] == "conj" and sentence.xpos[t] in PAST), None)
    if not first or done is None or has_subject(done, heads, relations):
        return
    if all(noun in above(heads, token) for token in range(noun, done)):
        heads[noun], relations[noun] = done, "nsubj:pass" if sentence.xpos[done] == "VBN" else "nsubj"


def _give_clause(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "spends $4 million, while 15 million people need food" they need it, where the parse has dollars of them."""
    verb, counted = heads[number - 1], number
    if relations[number] == "compound" and heads[number] > number:
        counted = heads[number]  # "15 million"
    over = heads[counted]
    opened = relations[number - 1] == "mark" and verb > counted and sentence.upos[verb] == "VERB"
    if opened and 0 <= over < number - 1 and relations[counted] == "nummod" and not has_subject(verb, heads, relations):
        heads[counted], relations[counted] = verb, "nsubj"


def _give_other(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "listed nine men rather than the 12 first proposed" the 12 were proposed, where the parse has it of the nine.

    What is told of the nine behind that is told of them: "five from the north".
    """
    noun, led = heads[number], number - 1 - (sentence.words[number - 1] == "the")
    if relations[number] != "conj" or not 0 <= noun < led or sentence.words[led] not in INSTEAD:
        return
    done = number + 1
    while done < len(sentence) and sentence.upos[done] == "ADV":
        done += 1
    if done == len(sentence) or heads[done] != noun or relations[done] != "acl" or sentence.xpos[done] not in PAST:
        return
    heads[done] = number
    for token in range(done + 1, len(sentence)):
        if heads[token] == done and relations[token] == "conj" and sentence.upos[token] == "NUM":
            heads[token], relations[token] = noun, "appos"


def _give_whom(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "40 people, half of those it had meant to reach" it meant those, where the parse has it of the 40."""
    for those, word in enumerate(sentence.words[:-1]):
        share, first = heads[those], those + 1
        if word != THOSE or relations[those] != "nmod" or not 0 <= share < those:
            continue
        clause = next((t for t in above(heads, first) if relations[t] == "acl:relcl"), -1)
        noun = heads[clause] if clause >= 0 else -1
        if not 0 <= noun <= share or clause < those or sentence.upos[first] == "VERB":
            continue
        if not any(heads[t] == clause and relations[t].startswith("nsubj") for t in range(first, clause)):
            continue
        heads[clause] = those
        if heads[share] == clause:
            heads[share], relations[share] = noun, "appos"


def _pass_teller(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "it would open 12 camps, she added, enough for 2,000" the camps are enough, and nothing was added for them."""
    for word in range(2, len(sentence)):
        says = heads[word]
        inset = says == word - 2 and sentence.words[word - 1] == "," and relations[says] == "parataxis"
        if not inset or heads[says] < 0 or heads[says] > says or sentence.lemmas[says] not in words(*SAYING):
            continue
        if sentence.upos[word] in ("ADJ", *NOUNS):
            heads[word], relations[word] = heads[says], "advcl"


def _give_beyond(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "sales rose 3%, data showed on Friday, above a forecast of 2%" the rise was above it, and not what was shown.

    Nor was that so on the day of the showing.
    """
    for says, lemma in enumerate(sentence.lemmas):
        above_it = heads[says]
        inset = relations[says] in INSETS and 0 <= above_it < says
        if not inset or lemma not in speaking() or not has_subject(says, heads, relations):
            continue
        chain = list(above(heads, above_it))
        verb = next((t for t in chain if sentence.upos[t] == "VERB"), chain[-1])
        if "," not in sentence.words[above_it:says]:
            continue
        for word in range(says + 2, len(sentence)):
            first = min(
                (t for t in range(says + 1, word) if heads[t] == word and relations[t] != "punct"), default=word
            )
            if heads[word] != says or sentence.words[first - 1] != ",":
                continue
            opens = sentence.words[min(first, word)]
            if opens in words("figures", "beside_inset", "cases"):
                heads[word] = verb
