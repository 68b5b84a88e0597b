"""Arcs that a parse hangs where no reader of news would: whom a number counts, and who was given what.

Each function sets right one construction in place; ``trees`` calls them before there is a tree.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

from reportedly.claims.attribution.kinds import states
from reportedly.claims.lexicons import either, words
from reportedly.claims.mended import above, has_subject, subject_of, take_place
from reportedly.claims.tags import DASHES, NEAR, SAYING
from reportedly.model import Sentence

HELPING = frozenset({"aux", "aux:pass", "cop"})
SUBJECT_OF = ("nsubj", "csubj", "expl")
LEFT_SO = frozenset({"dead", "hurt", "injured", "wounded", "alive"})  # how somebody is left, found or shot
NTH = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest"}
)
STATES = frozenset({"ADJ", "VERB"})
DID = frozenset({"did", "have", "were", "was", "has"})
HEDGED = 5  # words from a comma to the number behind it: ", just over 300"
OF_SOME = frozenset({"of", "among", "Of", "Among", "OF", "AMONG"})
MINIMUM = 3  # words before an inserted verb of saying, with its speaker and a comma
SPEAKING = frozenset({"VBD", "VBZ", "VBP", "VBN"})
NAMING = frozenset({"NOUN", "PROPN"})
NAMING_TAGS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PART", "PRON"})


def give_somebody(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "sold Chad drones" Chad was sold something, where the parse has Chad's own drones."""
    giving = words("slots", "giving", "verbs")
    for name in range(1, 0 if giving.isdisjoint(sentence.lemmas) else len(sentence) - 1):
        thing, verb = name + 1, name - 1
        bare = sentence.upos[name] == "PROPN" and sentence.upos[thing] == "NOUN" and sentence.upos[verb] == "VERB"
        if not bare or sentence.lemmas[verb] not in giving:
            continue
        compound = heads[name] == thing and relations[name] == "compound"
        sold = heads[thing] == verb and relations[thing] == "obj"
        if compound and sold and sentence.words[name].lower() in states():
            heads[name], relations[name] = verb, "iobj"


def give_kin(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "the grandson of Texas Gov. Ana Sol" the name is the governor's, where the parse has it be the grandson's."""
    for name, relation in enumerate(relations):
        kin = heads[name]
        of = kin + 1
        if relation != "appos" or not of < name or sentence.lemmas[kin] not in words("persons", "kin", "words"):
            continue
        noun = heads[of]
        owned = of < noun < name and heads[noun] == kin and relations[noun] == "nmod"
        if owned and sentence.words[of] == "of" and "," not in sentence.words[of:name]:
            heads[noun], relations[noun], heads[of] = name, "compound", name
            relations[name] = "nmod"


def give_whole(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "the Bureau of Labor Statistics said" the bureau said it, where the parse has both nouns of its name do so."""
    subjects = [token for token, relation in enumerate(relations) if relation.startswith("nsubj")]
    for name, end in pairwise(subjects):
        of = sentence.words[name + 1] == "of" and heads[name] == heads[end] and sentence.upos[name] in NAMING
        if of and all(heads[token] == end for token in range(name + 1, end)):
            heads[end], relations[end] = name, "nmod"


def give_money(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "promised 150 lira a month to each" the lira are promised, where the parse has them promised something.

    Nobody to whom something is told or given stands before an active verb without a subject: it is he who does so.
    """
    for token, relation in enumerate(relations):
        verb = heads[token]
        if relation == "iobj" and token < verb and sentence.upos[token] in NAMING:
            below = {relations[t] for t, head in enumerate(heads) if head == verb}
            if sentence.xpos[verb] != "VBG" and not any(r.startswith(("nsubj", "aux:pass")) for r in below):
                relations[token] = "nsubj"  # "said the coast guard had told him"
            continue
        if relation != "iobj" or sentence.lemmas[verb] not in words("slots", "giving", "promised"):
            continue
        below = {relations[t] for t, head in enumerate(heads) if head == verb}
        numbered = any(h == token and r == "nummod" for h, r in zip(heads, relations, strict=True))
        if numbered and below.isdisjoint({"obj", "ccomp", "xcomp"}):
            relations[token] = "obj"


def give_dead(sentence: Sentence, held: AbstractSet[str], heads: list[int], relations: list[str]) -> None:
    """Of "the number of Kyrgyz dead" the dead are told of, where the parse has a dead name."""
    so = words("figures", "countable_adjectives", "words")
    for people, tag in enumerate(() if so.isdisjoint(held) else sentence.upos[:-1]):
        dead = people + 1
        if tag != "PROPN" or heads[dead] != people or relations[dead] not in ("amod", "acl"):
            continue
        several = sentence.xpos[people] == "NNPS" and sentence.words[people].endswith("s")  # "two Americans killed"
        if sentence.words[dead] not in so or several:
            continue
        take_place(dead, people, heads, relations, among=range(people))
        heads[people], relations[people] = dead, "amod"


def give_reduced(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "one man dead, two boys injured in a shooting" the boys were, where the parse explains the man by them.

    It is so of a numbered noun between a comma and a participle without a subject, beside what the first is told of.
    """
    for number in numbers:
        noun = heads[number]
        after = noun + 1
        if not 0 < number < noun or relations[noun] != "appos" or after >= len(sentence):
            continue
        first = heads[noun]
        told = heads[first] if relations[first].startswith("nsubj") else -1
        beside = heads[after] == told and relations[after] in ("parataxis", "conj") and sentence.xpos[after] == "VBN"
        if beside and first < told < number and not has_subject(after, heads, relations):
            heads[noun], relations[noun] = after, "nsubj:pass"


def give_announced(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "of 60 vans announced in June, 10 have arrived" the 10 have, where the parse has both numbers arrive."""
    told = () if OF_SOME.isdisjoint(sentence.words) else sentence.words[:-1]
    first = next((t for t, word in enumerate(told) if word in OF_SOME), None)
    if first is None or relations[first] != "case" or not relations[heads[first]].startswith("nsubj"):
        return
    some, verb = heads[first], heads[heads[first]]
    second = next((t for t in range(some + 1, verb) if heads[t] == verb and relations[t].startswith("nsubj")), None)
    if second is None:
        return
    relations[some] = "obl"
    announced = next((t for t in range(some + 1, second) if heads[t] == some and relations[t] == "acl"), None)
    if announced is not None and "," in sentence.words[announced:second]:
        comma = sentence.words.index(",", announced)
        for token in range(announced + 1, comma):
            if heads[token] == verb and relations[token] == "obl":
                heads[token] = announced


def give_fewer(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "fewer than 300 have taken up posts" fewer than 300 have, where the parse has fewer posts.

    So it is of a number between a time and the verb: "By noon about 5,200 had gone back"; and of some of a whole.
    """
    last = len(sentence) - 1
    if sentence.words[0] in OF_SOME:
        _give_some_done(sentence, numbers, heads, relations)
    for number in numbers:
        if not 0 < number < last or sentence.upos[number + 1] != "AUX" or heads[number + 1] <= number:
            continue
        verb = heads[number + 1]
        if has_subject(verb, heads, relations):
            continue
        over = heads[number]
        fewer = over == number - 2 and sentence.words[number - 1] == "than"
        if fewer and heads[over] > verb and relations[over] == "amod":
            heads[over], relations[over] = number, "advmod"
            heads[number], relations[number] = verb, subject_of(verb, heads, relations)
            continue
        timed = 0 <= over < number and relations[over] == "obl" and heads[over] == verb
        if timed and relations[number] in ("nmod", "nummod", "appos"):
            heads[number], relations[number] = verb, subject_of(verb, heads, relations)


def give_gapped(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "92 come from rents, 41 from fees", "22 years for Ruiz and 14 for Sol" the second is beside the first number.

    So it is where the parse joins it to what stands behind the same preposition before: the rents, Ruiz.
    """
    for number in numbers:
        beside, case = heads[number], sentence.words[number + 1 : number + 2]
        if not case:
            continue
        if relations[number] not in ("appos", "conj") or not 0 <= beside < number or sentence.upos[number + 1] != "ADP":
            continue
        cased = any(
            heads[t] == beside and relations[t] == "case" and sentence.words[t] == case[0] for t in range(beside)
        )
        over = heads[beside]
        if not cased or over < 0:
            continue
        counted = any(heads[t] == over and relations[t] == "nummod" for t in range(beside))
        told = (t for t in range(beside) if heads[t] == over and sentence.upos[t] == "NUM")
        first = over if counted else next((t for t in told if relations[t].startswith(("nsubj", "obj"))), -1)
        if 0 <= first < beside:
            heads[number], relations[number] = first, "conj"


def _give_some_done(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "Of the 400 promised in May, fewer than 90 came" the 90 came; so did those of "of the 400, 275 did"."""
    for number in numbers:
        verb = number + 1
        comma = next((t for t in range(number - 1, max(0, number - HEDGED), -1) if sentence.words[t] == ","), None)
        if comma is None or verb >= len(sentence) or heads[number] >= comma:
            continue
        alone = sentence.words[verb] in DID and sentence.upos[verb + 1 : verb + 2] in (("PUNCT",), ())
        finite = sentence.upos[verb] == "VERB" and sentence.xpos[verb] in ("VBD", "VBZ", "VBP")
        if not (finite or alone) or has_subject(verb, heads, relations):
            continue
        heads[number], relations[number] = verb, "nsubj"
        if alone and relations[verb] == "aux":
            relations[verb] = "ccomp"
            for token in range(comma):
                if heads[token] == heads[verb] and relations[token] in ("obl", "nmod"):
                    heads[token] = verb


def give_each(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "eight dead, 12,000 flee" the 12,000 flee, where the parse has them joined to the eight."""
    last = len(sentence) - 1
    for number in numbers:
        state = number + 1
        told = 2 < number < last and sentence.words[number - 1] == "," and sentence.upos[number - 2] in STATES
        if not told or sentence.upos[state] not in STATES or heads[number] == state:
            continue
        apart = relations[state] in ("parataxis", "conj", "acl", "advcl") and heads[state] < number
        if apart and heads[number] < number and relations[number].startswith(("conj", "nsubj", "nummod", "parataxis")):
            heads[number] = state
            relations[number] = "nsubj:pass" if sentence.xpos[state] == "VBN" else "nsubj"


def give_headed(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "Western officials: 400 houses hit" the houses are 400, where the parse has 400 officials tell it.

    And they are hit, where the parse has the officials hit.
    """
    last = len(sentence) - 1
    for number in numbers:
        colon = number - 1
        if not 1 < number < last or sentence.words[colon] != ":" or relations[number] != "nummod":
            continue
        noun = number + 1
        while noun < len(sentence) and relations[noun] in ("compound", "amod") and heads[noun] > noun:
            noun = heads[noun]
        if heads[number] < colon and noun < len(sentence) and sentence.upos[noun] in ("NOUN", "PROPN"):
            heads[number] = noun
        hit = noun + 1
        apart = noun < last and relations[hit] == "acl" and sentence.xpos[hit] == "VBN" and heads[noun] < colon
        if apart and 0 <= heads[hit] < colon and sentence.upos[noun] == "NOUN" and heads[hit] == heads[noun]:
            heads[hit] = noun


def give_nth(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "a mayor was shot, the third mayor killed since May" he is that third, where the parse has a third killed."""
    for verb, relation in enumerate(relations):
        if relation != "parataxis" or sentence.xpos[verb] != "VBN":
            continue
        below = [t for t, head in enumerate(heads) if head == verb and t < verb]
        noun = next((t for t in below if relations[t].startswith("nsubj")), None)
        first = next((t for t, head in enumerate(heads) if head == noun and relations[t] == "det"), None)
        if (
            noun is None
            or not first
            or sentence.upos[noun] != "NOUN"
            or sentence.words[first - 1 : first + 1] != (",", "the")
        ):
            continue
        nth = any(
            h == noun and r == "amod" and w in NTH for h, r, w in zip(heads, relations, sentence.words, strict=True)
        )
        told = next((t for t, h in enumerate(heads) if h == heads[verb] and relations[t].startswith("nsubj")), None)
        if nth and told is not None and not any(relations[t].startswith("aux") for t in below):
            heads[noun], relations[noun] = told, "appos"
            heads[verb], relations[verb] = noun, "acl"


def give_some_of(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "says 1,900 of the 2,200 workers joined" the 1,900 joined, where the parse has them be of those who did."""
    for number, relation in enumerate(relations):
        if relation != "ccomp" or sentence.upos[number] != "NUM":
            continue
        of = {t for t, head in enumerate(heads) if head == number and relations[t] == "nmod"}
        done = [
            t
            for t, head in enumerate(heads)
            if head in of and relations[t] == "acl" and _may_be_past(sentence, t, heads)
        ]
        harming = words("figures", "of_people", "verbs") | words("persons", "doing", "verbs")
        if len(done) != 1 or sentence.lemmas[done[0]] in harming or has_subject(done[0], heads, relations):
            continue
        heads[done[0]], relations[done[0]] = heads[number], "ccomp"
        heads[number], relations[number] = done[0], "nsubj"


def _may_be_past(sentence: Sentence, verb: int, heads: Sequence[int]) -> bool:
    """Whether what is drawn as a participle may be what they did: nobody did it to them."""
    past = sentence.xpos[verb] in ("VBD", "VBN")
    return past and not any(head == verb and word == "by" for head, word in _cased(sentence, heads))


def _cased(sentence: Sentence, heads: Sequence[int]) -> Iterator[tuple[int, str]]:
    """What each preposition's phrase hangs on, with the preposition."""
    for token, relation in enumerate(sentence.relations):
        if relation == "case":
            yield heads[heads[token]], sentence.words[token]


def give_speakers(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "the reef is dead, biologist Ana Kealoha told reporters" the biologist is who tells, and not what is dead.

    What stands between a comma and a verb of saying that ends its clause, and names somebody, is its subject.
    """
    known = speaking()
    if known.isdisjoint(sentence.lemmas):
        return
    for verb in [token for token, lemma in enumerate(sentence.lemmas) if lemma in known]:
        if verb < MINIMUM or sentence.xpos[verb] not in SPEAKING:
            continue
        low = verb
        while low and sentence.upos[low - 1] in NAMING_TAGS:
            low -= 1
        if low == verb or sentence.words[low - 1] != "," or not _closes(sentence, verb, heads, relations):
            continue
        head = _name_in(sentence, low, verb)
        if (
            head is None
            or heads[head] == verb
            or any(heads[t] == verb and relations[t] == "nsubj" for t in range(verb))
        ):
            continue
        if head in above(heads, verb):
            continue
        heads[head], relations[head] = verb, "nsubj"
        for token in range(low, verb):  # what was hung on the clause before belongs to the name
            if token != head and not low <= heads[token] <= verb:
                heads[token] = head


def _closes(sentence: Sentence, verb: int, heads: Sequence[int], relations: Sequence[str]) -> bool:
    """Whether a verb, with whom it tells, ends its clause, and a clause stands before it."""
    after = verb + 1
    if sentence.lemmas[verb] == "tell":
        while after < len(sentence) and sentence.upos[after] in NAMING_TAGS:
            after += 1
    ends = after >= len(sentence) or sentence.words[after] in (",", ".", ";", ":")
    passive = any(heads[t] == verb and relations[t] in ("aux", "aux:pass") for t in range(max(0, verb - 3), verb))
    return ends and not passive and any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in sentence.xpos[: verb - 1])


def _name_in(sentence: Sentence, low: int, high: int) -> int | None:
    """The last noun before the first preposition of a few words; None where they begin with none of a name's."""
    if sentence.upos[low] in ("ADP", "PART"):
        return None
    found = None
    for token in range(low, high):
        if sentence.upos[token] == "ADP":
            break
        if sentence.xpos[token] == "POS":
            found = None  # "Chile's Seismic Institute": who it is follows
        elif sentence.upos[token] == "NOUN" or (sentence.upos[token] == "PROPN" and _ends_name(sentence, found, token)):
            found = token
    return found


def _ends_name(sentence: Sentence, found: int | None, token: int) -> bool:
    """Whether a name begins with a word, or goes on to it: "Intelligence Service"; of "Ana Kealoha" the first is it."""
    return found is None or (sentence.relations[found] == "compound" and found < sentence.heads[found] <= token)


@cache
def speaking() -> frozenset[str]:
    """Verbs by which somebody says, estimates or finds something."""
    return either(("attribution", "verbs", "asserts"), ("attribution", "verbs", "supposes"))


def leave_party(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "Lena Orr (R-Texas) said" the letter of a party and the state a lawmaker is of name nobody else."""
    words_ = sentence.words
    for token in range(1, len(words_) - 2):
        letter = len(words_[token]) == 1 and words_[token].isupper() and words_[token - 1] in ("(", ",")
        if not letter or words_[token + 1] not in DASHES or sentence.upos[token + 2] != "PROPN":
            continue
        name = next((t for t in range(token - 2, -1, -1) if sentence.upos[t] == "PROPN"), None)
        if name is None or token in above(heads, name):
            continue
        heads[token], relations[token] = name, "dep"
        for part in (token + 1, token + 2):
            heads[part], relations[part] = token, "dep"


def raise_due(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "are due to arrive" the "due" is told and the arriving its complement, where the parse has a preposition."""
    for token, word in enumerate(sentence.words):
        verb = heads[token]
        led = token + 1 < verb and sentence.words[token + 1] == "to" and heads[token + 1] == token
        stem = sentence.xpos[verb] in ("VB", "VBN") or (sentence.upos[verb], sentence.xpos[verb]) == ("VERB", "JJ")
        if word != "due" or not led or not stem:
            continue
        heads[token], relations[token] = heads[verb], relations[verb]
        for child, head in enumerate(heads):
            if head == verb and child < token:
                heads[child] = token
                relations[child] = {"aux:pass": "cop", "nsubj:pass": "nsubj"}.get(relations[child], relations[child])
        heads[verb], relations[verb] = token, "xcomp"
        heads[token + 1], relations[token + 1] = verb, "mark"


def give_there(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "the airline denied there had been a fire" it is the airline that denied, where the parse has it be denied."""
    for there, tag in enumerate(sentence.xpos):
        verb = there - 1
        if tag != "EX" or verb < 1 or sentence.upos[verb] != "VERB" or relations[verb] == "root":
            continue
        be = next((t for t in range(there + 1, min(there + NEAR, len(sentence))) if sentence.lemmas[t] == "be"), None)
        if be is None or sentence.lemmas[verb] not in either(("sayings", "gerundial", "verbs"), SAYING):
            continue
        told = heads[be] if relations[be] in ("aux", "cop") else be
        subject = next((t for t in range(verb) if heads[t] == told and relations[t].startswith("nsubj")), None)
        if subject is None:
            continue
        heads[verb], relations[verb] = heads[told], relations[told]
        heads[told], relations[told] = verb, "ccomp"
        heads[subject], relations[subject], heads[there] = verb, "nsubj", told


def give_clause(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "two died inside the hall and 12 others were taken away" the 12 were, where the parse has them inside."""
    helping = [t for t, relation in enumerate(relations) if relation in HELPING and relations[heads[t]] == "conj"]
    if not helping:
        return
    helped = {heads[t]: t for t in reversed(helping)}
    told = {heads[t] for t, relation in enumerate(relations) if relation.startswith(SUBJECT_OF)}
    joined = {heads[t] for t, relation in enumerate(relations) if relation == "cc"}
    for verb, first in helped.items():
        if relations[verb] != "conj" or verb in told or first == 0:
            continue
        number = first - 1
        if sentence.upos[number] == "NUM" and relations[number] == "conj" and heads[number] == heads[verb]:
            heads[number], relations[number] = verb, "nsubj"  # "ten people died and 25 are in hospital"
            continue
        if verb in joined:
            continue
        up = (t for t in above(heads, first - 1) if relations[t] == "conj" and sentence.upos[t] in ("NOUN", "PRON"))
        noun = next(up, None)
        if noun is None or noun not in joined or not heads[verb] < heads[noun] < noun < first:
            continue
        alone = sum(head == heads[noun] and relations[t] == "conj" for t, head in enumerate(heads)) == 1
        if alone and relations[heads[noun]] in ("obl", "nmod"):
            passive = any(head == verb and relations[t] == "aux:pass" for t, head in enumerate(heads))
            heads[noun], relations[noun] = verb, "nsubj:pass" if passive else "nsubj"


def give_objects(sentence: Sentence, held: AbstractSet[str], heads: list[int], relations: list[str]) -> None:
    """Of "killing her and striking two pupils" the pupils were struck, and of "shot dead two people" two are dead."""
    if LEFT_SO.isdisjoint(held) and relations.count("obj") < 2:
        return
    taking = [heads[t] for t, relation in enumerate(relations) if relation == "obj"]
    twice = {verb for verb in taking if taking.count(verb) > 1}
    for token, relation in enumerate(relations):
        verb = heads[token]
        if relation == "obj" and verb in twice:
            first = min((t for t, head in enumerate(heads) if head == token and t < token), default=token)
            nearer = first - 1
            joined = verb < nearer and relations[nearer] == "conj" and heads[nearer] == verb
            if joined and sentence.upos[nearer] == "VERB" and nearer not in taking:
                heads[token] = nearer
        elif relation == "amod" and token < verb and sentence.words[token] in LEFT_SO:
            counts = heads[token + 1] == verb and relations[token + 1] in ("nummod", "det")
            counts = counts or sentence.upos[verb] == "PROPN" or sentence.lemmas[token - 1] == "shoot"
            if counts and relations[verb] == "obj" and heads[verb] == token - 1:
                heads[token], relations[token] = heads[verb], "xcomp"
        elif relation == "det" and sentence.words[token] == "another" and sentence.words[verb] in LEFT_SO:
            relations[token] = "nsubj"  # "one man was killed and another hurt"
