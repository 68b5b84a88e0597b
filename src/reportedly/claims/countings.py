"""Of two ways in which a parse may draw who is counted, the one that the rules ask for.

As ``readings``, which asks for these too: each function is of one construction, and moves only its own words.
"""

from reportedly.claims.arcs import LEFT_SO
from reportedly.claims.lexicons import words
from reportedly.claims.mended import has_subject, subject_of, take_place
from reportedly.claims.tags import BEFORE_CLAUSES, SOME
from reportedly.model import Sentence

OF, WITH = "of", "with"
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
NEAR = 4  # words from a number to the dead it counts


def count_beside(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Hang a number, and what stands beside it, where they are told of whom it counts."""
    _tell_dead(sentence, number, heads, relations)
    _give_fronted(sentence, number, heads, relations)
    _give_relative(sentence, number, heads, relations)
    _give_undergone(sentence, number, heads, relations)
    _place_bare(sentence, number, heads, relations)


def _tell_dead(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "the toll was 310 dead" so many are dead, where the parse sets the dead beside the number.

    Of "had counted 600 Kyrgyz dead" the dead were counted, where the parse has 600 be counted dead.
    """
    last = min(number + NEAR, len(sentence))
    dead = next((t for t in range(number + 1, last) if sentence.words[t] in LEFT_SO), None)
    if dead is None or sentence.upos[dead] != "ADJ":
        return
    verb = heads[number]
    if relations[number] == "obj" and (heads[dead], relations[dead]) == (verb, "xcomp"):
        inner = range(number + 1, dead)
        if any(sentence.xpos[t] == "JJ" for t in inner) and all(number < heads[t] <= dead for t in inner):
            heads[number], relations[number], relations[dead] = dead, "nummod", "obj"
        return
    if dead != number + 1:
        return
    if heads[dead] != number and (heads[dead], relations[dead]) != (heads[number], relations[number]):
        return
    if not any(head == number and relations[t] == "cop" for t, head in enumerate(heads)):
        return
    take_place(dead, number, heads, relations)
    heads[number], relations[number] = dead, "nummod"


def _give_fronted(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "of the 5,000 cases in Peru, 900 are in Lima" the 900 are there, and are no other word for the cases."""
    whole, be = heads[number], number + 1
    if relations[number] not in ("appos", "nummod") or whole >= number or be >= len(sentence):
        return
    if sentence.upos[be] != "AUX":
        return
    told = heads[be]
    fronted = any(head == whole and sentence.words[t].lower() == OF for t, head in enumerate(heads[:whole]))
    if fronted and told > be and not has_subject(told, heads, relations):
        heads[number], relations[number] = told, subject_of(told, heads, relations)
        if heads[told] == whole and relations[told].startswith("acl"):  # "of 61 people aboard, 27 were rescued"
            heads[told], relations[told] = heads[whole], "root" if heads[whole] < 0 else "ccomp"
            heads[whole], relations[whole] = told, "obl"


def _give_relative(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "the dead, of whom there are 100" those of whom there are so many are the dead, who stand before."""
    be = heads[number]
    people = heads[be] if be >= 0 else -1
    told = relations[number] == "nsubj" and people >= 0 and relations[be] == "acl:relcl"
    if not told or not any(h == be and relations[t] == "expl" for t, h in enumerate(heads)):
        return
    for token in range(people + 1, number):
        led = sentence.words[token - 1] == OF and heads[token - 1] == token
        if led and sentence.words[token] in SOME and (heads[token], relations[token]) == (be, "obl"):
            heads[token], relations[token] = heads[people], "nmod"
            heads[be] = token


def _give_undergone(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "with 136 missing and 3,000 forced from home" the 3,000 were, where the parse joins both to the missing."""
    done = number + 1
    if relations[number] == "conj" and done < len(sentence) and sentence.xpos[done] == "VBN":
        state = heads[heads[number]] if relations[heads[number]].startswith("nsubj") else heads[number]
        beside = [t for t, head in enumerate(heads) if head == state]
        with_ = any(relations[t] == "mark" and sentence.words[t] == WITH for t in beside)
        joined = with_ and heads[done] in (state, *beside) and relations[done] in ("conj", "acl")
        if heads[done] != number and heads[done] < number and joined and not has_subject(done, heads, relations):
            heads[done], relations[done] = state, "conj"
            heads[number], relations[number] = done, "nsubj:pass"
    noun = heads[number] if relations[number] == "nummod" and heads[number] > number else -1
    done = noun + 1
    if noun < 0 or not relations[noun].startswith("obl") or done >= len(sentence) or sentence.xpos[done] != "VBN":
        return  # ", with 300 people evacuated in Kent": they were, and nothing else was done to them
    led = next((t for t in range(number) if heads[t] == noun and relations[t] == "case"), 0)
    if led and sentence.words[led - 1 : led + 1] == (",", WITH) and (heads[done], relations[done]) == (noun, "acl"):
        heads[done], relations[done] = heads[noun], "advcl"
        heads[noun], relations[noun] = done, "nsubj:pass"
        heads[led], relations[led] = done, "mark"


def give_number(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "the number of North Koreans wounded in Kursk" the number tells of the wounded, whoever they are."""
    counts = words("attribution", "told", "words")
    for done, relation in enumerate(relations):
        people = heads[done]
        if relation != "acl" or sentence.xpos[done] != "VBN" or sentence.upos[people] != "PROPN":
            continue
        number = heads[people]
        if number >= 0 and relations[people] == "nmod" and sentence.lemmas[number] in counts and number < people < done:
            heads[done] = number


def _place_bare(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "gave a smaller number: at least 3,000 in the east" so many are in the east, as what is given is."""
    noun = heads[number]
    if (
        relations[number] != "appos"
        or not 0 <= noun < number
        or sentence.lemmas[noun] not in words("attribution", "told", "words")
    ):
        return
    verb = heads[noun]
    for token in range(number + 1, len(sentence)):
        if heads[token] == number and relations[token] == "nmod" and verb >= 0 and sentence.upos[verb] == "VERB":
            heads[token], relations[token] = verb, "obl"


def give_counts(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "the number of people killed after the storm has risen" the number has, where the parse has the storm do so.

    No other verb stands between the number and the one that has two subjects then, so it has no other of its own.
    """
    counts, xpos = words("attribution", "told", "words"), sentence.xpos
    for mark, relation in enumerate(relations):
        verb = heads[mark]
        if relation != "mark" or verb <= mark or sentence.words[mark] not in BEFORE_CLAUSES:
            continue
        noun = next((t for t in range(mark + 1, verb) if relations[t].startswith("nsubj") and heads[t] == verb), verb)
        helping = all(xpos[t] in ("RB", "CD") or sentence.upos[t] == "AUX" for t in range(noun + 1, verb))
        verbs = [t for t in range(mark) if xpos[t] in TENSED]
        number = next((t for t in range(max(verbs, default=-1) + 1, mark - 1) if sentence.lemmas[t] in counts), -1)
        led = number >= 0 and sentence.words[number + 1] == OF and relations[number].startswith("nsubj")
        if noun < verb and helping and led:
            _give_count(number, verb, heads, relations, noun=noun, mark=mark)


def _give_count(number: int, verb: int, heads: list[int], relations: list[str], *, noun: int, mark: int) -> None:
    """Make the verb tell of the number, and the noun behind the mark only of when those were counted."""
    above, told = heads[verb], heads[number]
    if told not in (verb, above):
        if not any(h == told and relations[t].startswith("nsubj") for t, h in enumerate(heads) if t != number):
            return  # "since the war began has doubled"
        heads[verb], relations[verb] = told, "ccomp"  # "..., the governor announced"
    elif number < above < verb:  # "killed", which the parse took for what is told of the number
        outside = (*range(number), *range(verb + 1, len(heads)))
        take_place(verb, above, heads, relations, among=outside)
        of = (t for t in range(above - 1, number, -1) if heads[t] == number and relations[t] == "nmod")
        heads[above], relations[above] = next(of, number), "acl"
    heads[number], relations[number] = verb, "nsubj"
    heads[noun], relations[noun] = mark - 1, "obl"
    heads[mark], relations[mark] = noun, "case"
