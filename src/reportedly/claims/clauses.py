"""To which clause a word belongs, and whether that is past: of two ways to draw the same words the one that holds."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from reportedly.claims.arcs import HELPING
from reportedly.claims.lexicons import either, words
from reportedly.claims.mended import above, as_word, take_place
from reportedly.claims.tags import SAYING, SOME
from reportedly.model import Sentence

SO, FAR, ONCE = "so", "far", "once"
AT = "at"
BY, SHORT, SINCE, DUE, MISSING = "by", "short", "since", "due", "missing"
OF = ("Of", "of")
STATES = ("VBN", "JJ", "VBD")  # of people, as nouns are: "the 48 killed", "the 48 dead"
UNTIL_NOW = (("to", "date"), ("so", "far"))
DEFINITE = frozenset({"the", "these", "those", "its", "their"})
GATHERED = ("figures", "carriers", "collectives")
THAN, MORE = "than", ("JJR", "RBR")
AMOUNTS = ("NUM", "SYM", "NOUN", "ADJ")
AMOUNT, CLAUSE = 3, 8  # words: "12 million tonnes less than the weather service had forecast"
THAT, UP_TO = "that", ("up", "to")
TOLD_ALL = ("All", "told", ",")
STOPS = frozenset({";", ":"})
BREAKS = STOPS | {","}
LOOSE = frozenset({"parataxis", "conj", "ccomp"})  # how a clause hangs on the one before it
FINITE = ("VBP", "VBZ", "VBD", "MD")
LED = frozenset({"nsubj", "cop", "aux", "expl"})
LISTED = frozenset({"conj", "parataxis", "appos"})
RELATIVE = frozenset({"that", "which", "who"})
AFTER_VERBS = frozenset({"NUM", "SYM", "DET", "PRON", "PROPN", "ADV", "ADP", "ADJ"})
HAVING = frozenset({"has", "have", "had", "'ve", "’ve"})


def _tell_done(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "the 600 transfers foreseen for May" the foreseeing, which a parse may take for a preposition behind them."""
    for done, noun in enumerate(heads):
        if relations[done] != "case" or noun != done - 1 or sentence.xpos[done] != "VBG":
            continue
        if not sentence.words[done].endswith("ing") and sentence.upos[noun] in ("NOUN", "NUM"):
            relations[done] = "acl"


def _lead_foreseen(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "expects the scheme to cost 3 million" it does so by who expects it, and is no scheme that is for costing."""
    for verb, noun in enumerate(heads):
        if noun < 0 or relations[verb] != "acl" or relations[noun] != "obj" or not heads[noun] < noun < verb:
            continue
        foreseen = sentence.lemmas[heads[noun]] in words("figures", "raising", "foreseeing")
        led = any(heads[t] == verb and relations[t] == "mark" and sentence.words[t] == "to" for t in range(noun, verb))
        first = next((t for t in range(noun) if heads[t] == noun and relations[t] == "det"), noun)
        if foreseen and led and sentence.words[first] not in ("a", "an"):  # "expects a decision to leave"
            heads[verb], relations[verb] = heads[noun], "xcomp"


def keep_clauses(sentence: Sentence, held: AbstractSet[str], heads: list[int], relations: list[str]) -> None:
    """Hang what a parse gives to a clause that it is not of; ``held`` are the words of the sentence."""
    if SINCE in held:
        _keep_since(sentence, heads, relations)
    if sentence.words[:3] == TOLD_ALL:
        _tell_apart(sentence, heads, relations)
    if "up" in held:
        _give_up_to(sentence, heads, relations)
    if AT in held and not words("certainty", "chances", "words").isdisjoint(sentence.lemmas):
        _put_at(sentence, heads, relations)
    if BY in held:
        _change_by(sentence, heads, relations)
    if "case" in relations and "VBG" in sentence.xpos:
        _tell_done(sentence, heads, relations)
    if THAN in held:
        _hold_against(sentence, heads, relations)
    if THAT in held:
        _give_said(sentence, heads, relations)
    if "to" in held and not words("figures", "raising", "foreseeing").isdisjoint(sentence.lemmas):
        _lead_foreseen(sentence, heads, relations)
    if "," in held and "AUX" not in sentence.upos:  # as headlines tell it
        _set_apart(sentence, heads, relations)
    if ONCE in held:
        _give_once(sentence, heads, relations)
    if FAR in held:
        _give_so_far(sentence, heads, relations)
    if SHORT in held:
        _stop_short(sentence, heads, relations)
    if MISSING in held:
        _fall_short(sentence, heads, relations)
    if not HAVING.isdisjoint(held):
        _tell_perfects(sentence, heads, relations)
    if DUE in held:
        _lead_due(sentence, heads, relations)
    if sentence.words[0] == OF[0] or OF[1] in held:
        _lead_parts(sentence, heads, relations)
        _name_hurt(sentence, heads, relations)
    if not STOPS.isdisjoint(held):
        _give_fronted(sentence, heads, relations)
    if not SOME.isdisjoint(held):
        _tell_some(sentence, heads, relations)
    if "conj" in relations:
        _lead_torn(sentence, heads, relations)
        _join_sums(sentence, heads, relations)
    if "aux:pass" in relations:
        _give_undergone(sentence, heads, relations)
    numbers = sentence.upos.count("NUM") > 1
    if numbers and len({word for word, tag in zip(sentence.words, sentence.upos, strict=True) if tag == "NUM"}) > 1:
        _keep_dealt(sentence, heads, relations)
    if "acl" in relations:
        _keep_planned(sentence, heads, relations)


def with_past(sentence: Sentence) -> Sentence:
    """Of "halted trains and cost the port $4m" it did cost that: the form is that of the present, and of the past.

    So it is of "the storm cost insurers $19m" and "a storm that cost 12 lives", where one alone would be told to do so
    with an ending.
    """
    xpos = list(sentence.xpos)
    for token, head in enumerate(sentence.heads):
        if xpos[token] != "VBP" or sentence.words[token] not in words("stance", "invariant", "verbs"):
            continue
        joined = sentence.relations[token] == "conj" and sentence.xpos[head] == "VBD"
        doers = [t for t, over in enumerate(sentence.heads) if over == token and sentence.relations[t] == "nsubj"]
        who = [head if sentence.words[t] in RELATIVE and sentence.relations[token] == "acl:relcl" else t for t in doers]
        alone = any(sentence.xpos[t] == "NN" and sentence.lemmas[t] not in words(*GATHERED) for t in who)
        several = any(sentence.relations[t] == "conj" and over in doers for t, over in enumerate(sentence.heads))
        if joined or (alone and not several):
            xpos[token] = "VBD"
    return sentence if xpos == list(sentence.xpos) else replace(sentence, xpos=tuple(xpos))


def with_perfects(sentence: Sentence) -> Sentence:
    """Of "would have cost 4 million", "has so far cost" that is a deed, where the parse has what somebody has."""
    for verb in range(2, len(sentence) - 1):
        if sentence.words[verb] not in words("stance", "invariant", "verbs") or sentence.xpos[verb] == "VBN":
            continue
        so_far = sentence.words[verb - 2 : verb] in UNTIL_NOW and verb > 2
        have = verb - 3 if so_far else verb - 1
        modal = any(sentence.xpos[t] == "MD" for t in range(max(have - 2, 0), have))
        told = sentence.words[have] in HAVING if so_far else (sentence.words[have] == "have" and modal)
        if not told or sentence.upos[verb + 1] not in AFTER_VERBS:
            continue
        heads, relations = list(sentence.heads), list(sentence.relations)
        if heads[verb] == have or heads[have] != verb:
            take_place(verb, have, heads, relations)
        for token, head in enumerate(heads):
            if head == have:
                heads[token] = verb
        heads[have], relations[have] = verb, "aux"
        sentence = as_word(sentence, verb, heads, relations, tag="VBN", lemma=sentence.words[verb])
    return sentence


def with_said(sentence: Sentence) -> Sentence:
    """Of "says 118,000 people crossed the border" they did so: nobody says people, as the parse has it."""
    heads, relations, xpos = list(sentence.heads), list(sentence.relations), list(sentence.xpos)
    for done, noun in enumerate(sentence.heads):
        says = sentence.heads[noun]
        if relations[done] != "acl" or xpos[done] != "VBN" or not 0 <= says < noun < done or relations[noun] != "obj":
            continue
        if sentence.lemmas[says] not in words("sayings", "clausal", "bare") or sentence.upos[says] != "VERB":
            continue
        hurt = sentence.words[done] in words("figures", "countable_adjectives", "words")
        heads[done], relations[done], heads[noun] = says, "ccomp", done
        relations[noun], xpos[done] = ("nsubj:pass", "VBN") if hurt else ("nsubj", "VBD")
    if heads == list(sentence.heads):
        return sentence
    return replace(sentence, heads=tuple(heads), relations=tuple(relations), xpos=tuple(xpos))


def _tell_apart(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "all told, the storm cost insurers $19m" nobody is told of anything, where the parse has all be told so."""
    clause = next((t for t, head in enumerate(heads) if head == 1 and relations[t] in ("ccomp", "parataxis")), None)
    if clause is not None:
        take_place(clause, 1, heads, relations, among=range(len(heads)))
        heads[1], relations[1], heads[0] = clause, "advcl", 1


def _put_at(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "put the odds of a breach at one in three" the odds are put there, and no breach is at one."""
    for at, word in enumerate(sentence.words):
        number = heads[at]
        if word != AT or relations[at] != "case" or relations[number] != "nmod" or number < at:
            continue
        if sentence.upos[number] not in ("NUM", "SYM") and not any(
            heads[t] == number and relations[t] == "nummod" for t in range(at, number)
        ):
            continue
        path = tuple(above(heads, number))
        thing = next((t for t in path if relations[t] in ("obj", "nsubj:pass")), -1)
        verb = heads[thing] if thing >= 0 else -1
        near = verb >= 0 and all(relations[t] in ("nmod", "obj", "nsubj:pass") for t in path[: path.index(thing) + 1])
        if near and sentence.lemmas[thing] in words("certainty", "chances", "words") and verb < at:
            heads[number], relations[number] = verb, "obl"


def _change_by(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "cut deaths by a third in a trial" they are fewer by a third there, where the parse has deaths by a third."""
    changing = either(("figures", "changes", "increase"), ("figures", "changes", "decrease"))
    for by, word in enumerate(sentence.words):
        amount, thing = heads[by], heads[heads[by]]
        if word != BY or relations[by] != "case" or relations[amount] != "nmod" or relations[thing] != "obj":
            continue
        told = [t for t in range(by + 1, amount + 1) if amount in (t, heads[t])]
        counts = sentence.lemmas[amount] in words("figures", "fractions", "words")
        counts = counts or any(sentence.upos[t] in ("NUM", "SYM") for t in told)
        if thing < by < amount and counts and sentence.lemmas[heads[thing]] in changing:
            for token in range(amount, len(sentence)):
                if heads[token] == thing and relations[token] == "nmod":
                    heads[token], relations[token] = heads[thing], "obl"


def _hold_against(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "900 tonnes, a fifth less than last year" last year is what it is less than, and no year of the 900."""
    for than, word in enumerate(sentence.words):
        less, noun = than - 1, heads[than - 1]
        if word != THAN or less < 1 or sentence.xpos[less] not in MORE:
            continue
        if _compare(sentence, than, heads, relations):
            continue
        if noun < than or sentence.upos[noun] == "NUM":
            continue
        if not any(head == less and t < less and sentence.upos[t] in AMOUNTS for t, head in enumerate(heads)):
            continue
        heads[less], relations[less] = heads[noun], "parataxis"
        heads[noun], relations[noun] = less, "obl"
        heads[than], relations[than] = noun, "case"


def _compare(sentence: Sentence, than: int, heads: list[int], relations: list[str]) -> bool:
    """Hang the clause of "two points higher than the bank had projected" on the "higher"; False where there is none."""
    subject, less = -1, than - 1
    amount = next((t for t in range(less - 1, max(less - AMOUNT, 0) - 1, -1) if sentence.upos[t] == "NUM"), None)
    if amount is None or "PUNCT" in sentence.upos[amount:less] or sentence.upos[than + 1 : than + 2] == ("NUM",):
        return False
    for verb in range(than + 1, min(than + CLAUSE, len(heads))):
        upos = sentence.upos[verb]
        if upos == "PUNCT" or sentence.words[verb] in RELATIVE or (upos == "ADP" and subject < 0):
            return False
        if upos in ("NOUN", "PROPN", "PRON"):
            subject = verb
        elif upos == "VERB":
            break
    else:
        return False
    helped = [t for t in range(subject + 1, verb) if sentence.upos[t] == "AUX"]
    if subject < 0 or not (helped or sentence.xpos[verb] in ("VBD", "VBZ", "VBP")) or heads[verb] == less:
        return False
    if verb in above(heads, less):
        top = next(t for t in above(heads, less) if heads[t] == verb)
        heads[less], relations[less] = heads[verb], relations[verb]
        if top != less:
            heads[top] = less
    for token in range(than):
        if heads[token] in (verb, subject) and token != less:
            heads[token] = less
    heads[verb], relations[verb], heads[than], relations[than] = less, "advcl", verb, "mark"
    heads[subject], relations[subject] = verb, "nsubj:pass" if "been" in sentence.words[subject:verb] else "nsubj"
    for helper in helped:
        heads[helper], relations[helper] = verb, "aux:pass" if sentence.words[helper] == "been" else "aux"
    return True


def _give_said(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "said in an address that it would pay" that is said, where the parse has it be what the address is."""
    for mark, word in enumerate(sentence.words):
        told = heads[mark]
        if word != THAT or relations[mark] != "mark" or told < mark or not relations[told].startswith("acl"):
            continue
        where, said = heads[told], heads[heads[told]]
        if said < 0 or said > where or relations[where] != "obl" or sentence.lemmas[said] not in words(*SAYING):
            continue
        led = {sentence.words[t] for t, head in enumerate(heads) if head == where and relations[t] == "case"}
        taken = any(head == said and relations[t] in ("ccomp", "obj") for t, head in enumerate(heads))
        if not led.isdisjoint(words("sayings", "occasions", "cases")) and not taken:
            heads[told], relations[told] = said, "ccomp"


def _set_apart(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "strike averted, 5,000 nurses at work" the nurses are at work, where the parse has them averted."""
    for noun, relation in enumerate(relations):
        verb = heads[noun]
        if relation != "obj" or not 0 < verb < noun - 1 or sentence.words[verb + 1] != ",":
            continue
        told = any(head == verb and relations[t].startswith("nsubj") and t < verb for t, head in enumerate(heads))
        if told and sentence.xpos[verb] in ("VBN", "VBD") and sentence.upos[verb + 2] == "NUM":
            relations[noun] = "parataxis"


def _give_once(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "will reopen once fewer than ten are ill" the clause tells when, where the parse has it told by the "once"."""
    for clause, relation in enumerate(relations):
        once = heads[clause]
        told = relation in ("ccomp", "advcl") and 0 <= once < clause and sentence.words[once] == ONCE
        if told and heads[once] >= 0 and sentence.upos[clause] in ("VERB", "AUX"):
            heads[clause], relations[clause] = heads[once], "advcl"
            heads[once], relations[once] = clause, "mark"


def _give_up_to(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "faces up to six years in jail" that is what is faced, where the parse has "up to" lead there."""
    for token, relation in enumerate(relations):
        verb = heads[token]
        if relation != "obl" or not 0 <= verb < token or sentence.upos[token] != "NOUN":
            continue
        below = [t for t, head in enumerate(heads) if head == token and t < token]
        counted = verb + 3 in below and relations[verb + 3] == "nummod"
        counted = counted and all(relations[t] in ("nummod", "amod", "compound") for t in below)
        taken = any(head == verb and relations[t] == "obj" for t, head in enumerate(heads))
        if counted and not taken and sentence.words[verb + 1 : verb + 3] == UP_TO and sentence.upos[verb] == "VERB":
            relations[token] = "obj"


def _lead_due(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "two planes are due from Italy" the planes are due, where the parse has them be a part of that."""
    for due, word in enumerate(sentence.words):
        if word != DUE or sentence.upos[due] != "ADJ":
            continue
        for token in range(due):
            if heads[token] > due and heads[heads[token]] == due and relations[token] in LED:
                heads[token] = due


def _lead_parts(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "of the 48 dead, 30 were children" the dead are led to the clause by their "of", and 48 is their number."""
    for of, word in enumerate(sentence.words[:-4]):
        if word not in OF or (of and sentence.words[of - 1] not in BREAKS):
            continue
        comma = next((t for t in range(of + 2, len(heads)) if sentence.words[t] in BREAKS), len(heads))
        some = comma + 1
        if some >= len(heads) or sentence.words[comma] != "," or sentence.upos[some] != "NUM":
            continue
        done = heads[some] if relations[some].startswith("nsubj") else -1
        number = next((t for t in range(of + 1, comma) if sentence.upos[t] == "NUM"), -1)
        whole = number + 1
        if done <= some or not 0 < number < comma - 1 or sentence.xpos[whole] not in STATES or whole + 1 != comma:
            continue
        for t in range(of, whole):
            if heads[t] in (number, done) and t != number:
                heads[t] = whole
        heads[number], relations[number] = whole, "nummod"
        heads[whole], relations[whole] = done, "obl"


def _give_fronted(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """What stands in front of a clause behind a stop is of that: "half of it is shut; of the 40 rooms, 12 leak"."""
    for first in range(1, len(sentence) - 1):
        noun = heads[first]
        led = sentence.words[first - 1] in STOPS and relations[first] == "case" and first < noun
        if not led or not 0 <= heads[noun] < first or relations[noun] not in ("obl", "nmod"):
            continue
        loose = (t for t in range(noun + 1, len(sentence)) if heads[t] == heads[noun] and relations[t] in LOOSE)
        clause = next(loose, noun)
        comma = next((t for t in range(noun, clause) if sentence.words[t] == ","), clause)
        before = {relations[t] for t in range(noun, comma) if heads[t] == clause}
        told = {relations[t].partition(":")[0] for t in range(comma, clause) if heads[t] == clause}
        if "nsubj" in told and {"mark", "cc"}.isdisjoint(told | before):
            heads[noun], relations[noun] = clause, "obl"


def _name_hurt(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "one of the three badly hurt" the hurt are led by "of", and three is their number."""
    hurts = words("figures", "countable_adjectives", "words")
    for number, tag in enumerate(sentence.upos):
        hurt = number + 1
        hurt += sentence.upos[hurt : hurt + 1] == ("ADV",)
        own = relations[number] == "nummod" and heads[number] == hurt < len(heads) and relations[hurt] == "amod"
        over = heads[hurt] if own else heads[number]
        if tag != "NUM" or not (own or relations[number] == "nmod") or not 0 <= over < number:
            continue
        named = hurt < len(heads) and sentence.words[hurt] in hurts and sentence.words[number - 1] in DEFINITE
        if not named or heads[hurt] not in (over, number):
            continue
        for token, head in enumerate(heads[:number]):
            if head == number:
                heads[token] = hurt
        heads[number], relations[number] = hurt, "nummod"
        heads[hurt], relations[hurt] = over, "nmod"
        if hurt > number + 1:
            heads[number + 1] = hurt


def _keep_dealt(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "9 ha are in Peru, 14 ha in Chile" Chile has the 14, where the parse has them be in or of Peru."""
    last: dict[int, int] = {}  # by what is counted its number or itself, whichever stands last: "9 ha", "$30 million"
    for number, head in enumerate(heads):
        if relations[number] == "nummod":
            last[head] = max(number, head)
    for noun in sorted(last):
        over, link = heads[noun], last[noun] + 1
        where = next((t for t in sorted(last) if t < noun and sentence.words[t] == sentence.words[noun]), None)
        if where is None or relations[noun] not in LISTED or over < where or link + 1 >= len(heads):
            continue
        led = {sentence.words[t] for t, head in enumerate(heads) if head == over and relations[t] == "case"}
        place = heads[link]
        same = sentence.words[link] in led and relations[link] == "case" and sentence.upos[over] == "PROPN"
        if not same or place < link or sentence.upos[place] != "PROPN" or where in above(heads, noun):
            continue
        if noun not in above(heads, place):
            heads[place], relations[place] = noun, "nmod"
        heads[noun], relations[noun] = where, "conj"


def _tell_some(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "412 children in Harar since March, nine of whom died" nine of the children died, wherever else it is hung."""
    for some in range(1, len(heads) - 3):
        of, relative = sentence.words[some + 1 : some + 3]
        if relative not in SOME or of != "of" or sentence.upos[some] != "NUM" or sentence.words[some - 1] != ",":
            continue
        rest = range(some + 3, len(heads))
        first = next((t for t in rest if sentence.upos[t] in ("AUX", "VERB")), -1)
        done = heads[first] if first >= 0 and sentence.upos[first] == "AUX" else first
        if done < first or any(word in BREAKS for word in sentence.words[some + 3 : first]):
            continue
        counted = {heads[t] for t in range(some) if relations[t] == "nummod" and sentence.xpos[heads[t]] == "NNS"}
        led = {heads[t] for t in range(some) if relations[t] == "case"}
        those = max(counted - led, default=max(counted, default=-1))
        if not 0 <= those < some or done in above(heads, those):
            continue
        undergone = any(head == done and relations[t] == "aux:pass" for t, head in enumerate(heads))
        heads[some], relations[some] = done, "nsubj:pass" if undergone else "nsubj"
        heads[some + 2], relations[some + 2] = some, "nmod"
        heads[done], relations[done] = those, "acl:relcl"


def _lead_torn(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "17 people drowned and nine are missing" nine are so, where the parse joins them to who drowned.

    So it is of "have held 40 people and 12 shops have burned", where it has the shops be held.
    """
    for helper, relation in enumerate(relations):
        clause, torn = heads[helper], helper - 1
        finite = relation in HELPING and sentence.xpos[helper] in FINITE
        if not finite or clause < helper or relations[clause] not in LISTED or relations[torn] != "conj":
            continue
        first = heads[torn]
        done, over = relations[first] in ("obj", "nsubj:pass", "nsubj"), heads[first]
        if not done or heads[clause] != over or not 0 <= over < torn:
            continue
        if not any(h == clause and relations[t].startswith(("nsubj", "csubj", "expl")) for t, h in enumerate(heads)):
            heads[torn], relations[torn] = clause, "nsubj:pass" if relation == "aux:pass" else "nsubj"


def _join_sums(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "offers aid of $15 a head and up to $12,000 for a home" aid of both, where the parse joins one to the verb."""
    for second, relation in enumerate(relations):
        verb = heads[second]
        if (
            relation != "conj"
            or not 0 <= verb < second
            or sentence.upos[verb] != "VERB"
            or not _is_sum(sentence, second)
        ):
            continue
        below = [t for t, head in enumerate(heads) if head == second]
        joined = any(relations[t] == "cc" and sentence.words[t] in ("and", "or") for t in below)
        told = any(relations[t].startswith(("nsubj", "cop", "aux", "obj", "case")) for t in below)
        things = [t for t in range(verb + 1, second) if heads[t] == verb and relations[t] == "obj"]
        if not joined or told or not things:
            continue
        firsts = (*things, *(t for t in range(things[-1], second) if heads[t] == things[-1] and relations[t] == "nmod"))
        first = next((t for t in firsts if _is_sum(sentence, t)), None)
        if first is not None:
            heads[second] = first


def _is_sum(sentence: Sentence, token: int) -> bool:
    """A sum of money or a share."""
    return sentence.upos[token] == "SYM" and sentence.xpos[token] in ("$", "NN")


def _give_undergone(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "after two of the missing were found" the two were found, where the parse has somebody found so long."""
    for helper, relation in enumerate(relations):
        verb = heads[helper]
        if (
            relation != "aux:pass"
            or verb < helper
            or any(head == verb and relations[t].startswith(("nsubj", "csubj", "expl")) for t, head in enumerate(heads))
        ):
            continue
        for token in range(helper):
            if heads[token] != verb or relations[token] != "obl" or sentence.upos[token] not in ("NUM", "NOUN"):
                continue
            led = any(head == token and relations[t] == "case" for t, head in enumerate(heads[:token]))
            between = any(word in BREAKS for word in sentence.words[token:helper])
            if not led and not between:
                relations[token] = "nsubj:pass"


def _tell_perfects(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "has so far brought down seven", "which it had forecast" somebody did, where the parse has what he has."""
    for have, word in enumerate(sentence.words[:-1]):
        if word not in HAVING:
            continue
        verb = have + (3 if sentence.words[have + 1 : have + 3] in UNTIL_NOW else 1)
        done = sentence.upos[verb : verb + 1] == ("VERB",) and sentence.xpos[verb] in ("VBN", "VBD")
        if done and heads[verb] == have and relations[verb] in ("xcomp", "ccomp", "obj"):
            take_place(verb, have, heads, relations, among=range(len(heads)))
            heads[have], relations[have] = verb, "aux"


def _keep_planned(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "2.6 metres of the four metres planned" four were planned, where the parse has the others so.

    Of "parents of two men killed in a raid" the two were killed.
    """
    hurts = words("figures", "countable_adjectives", "words")
    for token, relation in enumerate(relations):
        noun = token - 1
        if relation != "acl" or sentence.xpos[token] != "VBN" or not 0 <= heads[token] < noun:
            continue
        counted = any(head == noun and relations[t] == "nummod" for t, head in enumerate(heads[:noun]))
        alone = token not in heads or sentence.words[token] in hurts
        if counted and heads[token] in above(heads, noun) and alone:
            heads[token] = noun


def _keep_since(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "freed 22 of the 35 they had held since June" they were held since then, and not freed."""
    for since, word in enumerate(sentence.words):
        verb, day = since - 1, heads[since]
        if word != SINCE or verb < 0 or sentence.upos[verb] != "VERB" or heads[day] == verb or day < since:
            continue
        if relations[day] == "obl" and relations[verb].startswith("acl") and heads[day] in above(heads, verb):
            heads[day] = verb


def _give_so_far(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "so far this year 1,046 have died" they have died this year, which the parse has be how far."""
    for far, word in enumerate(sentence.words):
        if word != FAR or far < 1 or sentence.words[far - 1].lower() != SO:
            continue
        for token in range(far + 1, len(heads)):
            if heads[token] == far and relations[token].startswith("obl") and heads[far] >= 0:
                heads[token] = heads[far]


def _stop_short(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "stopped short of sending help" nothing is sent, where the parse has something short of it."""
    for token, word in enumerate(sentence.words):
        stop = token - 1
        if word != SHORT or stop < 0 or sentence.lemmas[stop] != "stop":
            continue
        done = next((t for t in range(token + 2, len(heads)) if heads[t] == token), None)
        if done is not None and sentence.xpos[done] == "VBG":
            heads[done], relations[done], relations[token] = stop, "xcomp", "compound:prt"


def _fall_short(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "rose to $3m, missing analysts' forecast" the forecast is missed, and no analyst is missing."""
    for token in range(1, len(sentence)):
        whose, over = heads[token], heads[heads[token]]
        if sentence.words[token] != MISSING or sentence.words[token - 1] != "," or relations[token] != "amod":
            continue
        if relations[whose] == "nmod:poss" and relations[over] == "appos" and over > whose:
            verb = next((t for t in above(heads, over) if sentence.upos[t] == "VERB"), heads[over])
            heads[token], relations[token] = verb, "advcl"
            heads[over], relations[over] = token, "obj"


def give_yearly(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "exports fell 29 percent year on year", "month on month", they did so by 29 percent, no part of the year."""
    share, year = heads[number], heads[number] + 1
    told = sentence.words[year : year + 3]
    if share == number + 1 and heads[share] == year and told[1:2] == ("on",) and told[:1] == told[2:]:
        heads[share], relations[share] = heads[year], "obj" if relations[year].startswith("obl") else relations[year]
        heads[year], relations[year] = share, "obl:unmarked"
