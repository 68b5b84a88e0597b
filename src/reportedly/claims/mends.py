"""Numbers that a parse hangs beyond their own verb or noun: each is hung where it is told.

Asked of every sentence that holds a number before there is a tree, so that no rule behind it looks at the wrong word.
What is promised: only a word that the mend is of moves, and a mend that would close a ring is left out.
"""

from collections.abc import Sequence

from reportedly.claims.insets import give_described, give_insets, give_items, give_wholes
from reportedly.claims.lexicons import words
from reportedly.claims.mended import above, has_subject, take_place
from reportedly.claims.openings import give_doers, give_home, give_month, give_opening_noun
from reportedly.claims.tags import PERCENT, RELATIVE
from reportedly.model import Sentence
from reportedly.values import is_money

BOARD, WITH, INCLUDING = "board", "with", "including"

BEFORE_NUMBERS = frozenset(
    {"more", "less", "fewer", "than", "at", "least", "most", "up", "to", "as", "many", "over", "some"}
)
SEVERAL = frozenset({"were", "are", "have", "had"})
LEADING = frozenset({"in", "on", "at", "during", "since", "after", "before", "by", "from"})
GRADED = frozenset({"ADJ", "VERB", "PROPN"})
VERBAL = frozenset({"VB", "VBP", "VBZ", "VBD", "VBG"})  # these tell a deed, and no kind: "nine dead, 300 lose homes"
JOINTS = frozenset({",", "and", "or", "&"})
FINITE = frozenset({"VBD", "VBZ"})
TENSED = frozenset({"VBD", "VBZ", "VBP"})
TO, AT, OUT_OF = "to", "at", ("out", "of")
PARTICLES = frozenset({"in", "out", "off"})
PAIRED = 4  # words from a number back to what leads the months before it: "between March and June 640"
MONTHLY = frozenset({"in", "during", "between"})  # "on May 30 people died" tells a day


def _give_those(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "two of those infected died" those are meant who were infected, where the parse has infected ones of those."""
    for token, word in enumerate(sentence.words[:-1]):
        below = token + 1
        if word != "those" or heads[token] != below or sentence.xpos[below] not in ("VBN", "VBD"):
            continue
        if relations[below] not in ("nmod", "obl", "obj") or token in above(heads, heads[below]):
            continue
        heads[token], relations[token] = heads[below], relations[below]
        heads[below], relations[below] = token, "acl"
        if token and heads[token - 1] in (token, below) and sentence.upos[token - 1] == "ADP":
            heads[token - 1], relations[token - 1] = token, "case"


def give_numbers(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Hang each number of a sentence where it is told."""
    if "those" in sentence.words:
        _give_those(sentence, heads, relations)
    if numbers and sentence.upos[0] == "ADP":
        _give_opening(sentence, heads, relations)
    if "MD" in sentence.xpos:
        _give_modals(sentence, heads, relations)
    for verb, relation in enumerate(relations if "acl:relcl" in relations else ()):
        if relation == "acl:relcl":
            _give_stood(sentence, verb, heads, relations)
            _give_of_which(sentence, verb, heads, relations)
            _give_wanted(sentence, verb, heads, relations)
            _give_beside(sentence, verb, heads, relations)
    towards = TO in sentence.words
    if len(numbers) > 1 and INCLUDING in sentence.words:
        _give_included(sentence, heads, relations)
    if numbers:
        give_home(sentence, heads, relations)
        give_wholes(sentence, numbers, heads, relations)
        give_insets(sentence, numbers, heads, relations)
        give_described(sentence, numbers, heads, relations)
        give_items(sentence, numbers, heads, relations)
    for token in numbers:
        give_opening_noun(sentence, token, heads, relations)
        give_doers(sentence, token, heads, relations)
        _give_own(sentence, token, heads, relations)
        _give_place(sentence, token, heads, relations)
        out_of = sentence.words[max(0, token - 2) : token] == OUT_OF
        if out_of:
            _give_put(sentence, token, heads, relations)
        if out_of or (token and sentence.words[token - 1] == "the"):
            _give_done(sentence, token, heads, relations)
        if token > 1 and sentence.words[token - 1] in PARTICLES:
            _give_particle(sentence, token, heads, relations)
        _give_verb(sentence, token, heads, relations)
        if sentence.words[token + 1 : token + 3] == ("of", "them"):
            _give_kind(sentence, token, heads, relations)
        if token and is_money(sentence.words[token - 1]):
            _give_code(sentence, token, heads, relations)
        if relations[token] == "conj" or relations[heads[token]] == "conj":
            _give_share(sentence, token, heads, relations)
            _give_next(sentence, token, heads, relations)
        _give_subject(sentence, token, heads, relations)
        led = (sentence.words[max(0, token - back)].lower() for back in (2, PAIRED))
        if token > 1 and not MONTHLY.isdisjoint(led):
            give_month(sentence, token, heads, relations)
        if towards:
            _give_infinitive(sentence, token, heads, relations)
            _give_close(sentence, token, heads, relations)
        if token > 1 and sentence.words[token - 1] == TO:
            _give_total(sentence, token, heads, relations)
            _give_next_total(sentence, token, heads, relations)
            _give_brought(sentence, token, heads, relations)
    if "acl" in relations and "nsubj:pass" in relations and "AUX" not in sentence.upos:  # as headlines tell it
        _give_clauses(sentence, heads, relations)
    if towards and "acl" in relations:
        _give_outcomes(sentence, heads, relations)
    if numbers and "and" in sentence.words:
        _give_fronts(sentence, heads, relations)
        _give_others(sentence, heads, relations)
    if "VB" in sentence.xpos and numbers:
        _give_bare(sentence, heads, relations)
    if len(numbers) > 1:
        _give_kinds(sentence, numbers, heads, relations)


def _give_clauses(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "31 sailings scrapped, 4,800 passengers stranded" the passengers are, who have a verb of their own."""
    for subject, relation in enumerate(relations):
        verb, noun = heads[subject], heads[heads[subject]] if heads[subject] >= 0 else -1
        if relation != "nsubj:pass" or relations[verb] != "acl" or not 0 <= noun < subject < verb:
            continue
        if "," in sentence.words[noun:subject] and heads[noun] >= 0 and sentence.upos[heads[noun]] == "VERB":
            heads[verb], relations[verb] = heads[noun], "parataxis"


def _give_done(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "on top of the 300 delivered in May" the 300 were delivered, where the parse has the top delivered.

    So it is of "40 wells out of 90 planned".
    """
    while sentence.upos[number + 1 : number + 2] == ("NUM",) and heads[number] == number + 1:
        number += 1  # "40 percent of the 300 million promised"
    done = number + 1
    done += sentence.upos[done : done + 1] == ("ADV",)
    if sentence.xpos[done : done + 1] not in (("VBN",), ("VBD",)) or has_subject(done, heads, relations):
        return
    if sentence.words[done] in words("figures", "countable_adjectives", "words"):
        return  # "of the 48 killed, 30 were children": they are counted by what befell them
    noun = heads[done]
    if heads[number] == done and relations[done] in ("acl", "nmod", "obl"):
        heads[number], relations[number] = noun, "nmod"
        for token in range(number):
            heads[token] = number if heads[token] == done else heads[token]
    elif relations[done] not in ("acl", "advcl") or noun >= number or heads[number] == done:
        return
    heads[done], relations[done] = number, "acl"
    if relations[number] == "nummod" and heads[number] < number:
        relations[number] = "nmod"  # "40 million dollars out of the 120 million required"


def _give_put(sentence: Sentence, whole: int, heads: list[int], relations: list[str]) -> None:
    """Of "put the number of nurses at 900 out of 1,200" the 900 are put, where the parse has the 1,200 put."""
    part, verb = whole - 3, heads[whole]
    if part < 1 or sentence.upos[part] != "NUM" or sentence.words[part - 1] != AT or sentence.upos[verb] != "VERB":
        return
    if relations[part] == "nmod" and verb in above(heads, part) and verb < part:
        heads[part], relations[part] = verb, "obl"
        heads[whole], relations[whole] = part, "nmod"


def _give_included(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "killed 9 and hurt 50, including children" the 50 take in children, where the parse has them of the 9."""
    for token in range(2, len(sentence)):
        some, near = heads[token], token - 2
        if sentence.words[token - 1 : token + 1] != (",", INCLUDING) or some <= token:
            continue
        near = heads[near] if relations[near] in ("amod", "acl") and heads[near] < near else near
        deed, many = heads[near], heads[some]
        counted = relations[near] in ("obj", "nsubj:pass") and relations[deed] == "conj"
        if counted and many < deed and heads[many] == heads[deed] and relations[many] in ("obj", "nsubj:pass"):
            heads[some], relations[some] = near, "nmod"


def _give_code(sentence: Sentence, token: int, heads: list[int], relations: list[str]) -> None:
    """Of "the sum of KES 48 billion" the code is of the money, where the parse has a sum of a code, and a number."""
    code, number = token - 1, token
    while heads[number] == number + 1 and sentence.upos[number + 1] == "NUM":
        number += 1
    beside = heads[number] == heads[code] and relations[number].startswith("nmod") and relations[code] == "nmod"
    if not beside:
        return
    for one in range(code):
        heads[one] = number if heads[one] == code else heads[one]
    heads[code], relations[code], relations[number] = number, "compound", "nmod"


def _give_share(sentence: Sentence, token: int, heads: list[int], relations: list[str]) -> None:
    """Of "found 63% in favour of a ban, and only 38% against" both were found, where the parse has so many favoured."""
    noun = heads[token] if relations[token] == "nummod" else token
    first = heads[noun] if relations[noun] == "conj" else -1
    shares = {t for t in range(max(first, 0)) if sentence.words[t] in PERCENT or relations[t] == "nummod"}
    if sentence.words[noun] not in PERCENT or first < 0:
        return
    was = any(
        heads[t] == first and sentence.words[t] == "from" for t in range(first)
    )  # "down from 69% in May, and ..."
    if not was and (sentence.words[first] in PERCENT or any(heads[t] == first for t in shares)):
        return
    verb = next((t for t in above(heads, first) if sentence.upos[t] == "VERB"), -1)
    told = [t for t in shares if heads[t] == verb and sentence.words[t] in PERCENT and relations[t] == "obj"]
    if told:
        heads[noun] = told[0]


def _give_kind(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "12 died in Goma, nine of them South Africans" they are not the town, where the parse has them beside it."""
    noun = heads[number]
    if noun <= number or relations[noun] not in ("appos", "conj") or sentence.upos[heads[noun]] != "PROPN":
        return
    verb = next((token for token in above(heads, noun) if sentence.upos[token] == "VERB"), -1)
    if 0 <= verb < number:
        heads[noun], relations[noun] = verb, "parataxis"


def _give_next(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "with 212 people injured and 31 kidnapped" the 31 were kidnapped, where the parse has both beside it."""
    done = number + 1
    if relations[number] != "conj" or sentence.xpos[done : done + 1] != ("VBN",) or relations[done] != "conj":
        return
    if heads[done] == heads[number] and sentence.xpos[heads[done]] == "VBN":
        heads[number], relations[number] = done, "nsubj:pass"


def _give_own(sentence: Sentence, token: int, heads: list[int], relations: list[str]) -> None:
    """Of "most are with friends; 480 slept in tents" the 480 slept, where the parse sets both beside the friends."""
    verb = token + 1
    if relations[token] != "dep" or verb >= len(sentence) or relations[verb] != "parataxis":
        return
    if heads[verb] == heads[token] and sentence.upos[verb] == "VERB" and not has_subject(verb, heads, relations):
        heads[token], relations[token] = verb, "nsubj"


def _give_opening(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "in 2024, exports were down 4 percent" all was so in that year, where the parse has it of "down" alone."""
    opening = heads[0]
    aside = heads[opening] if opening > 0 and relations[opening].startswith("obl") else -1
    if aside <= opening or relations[aside] != "advmod" or sentence.upos[aside] not in ("ADV", "ADP"):
        return
    verb = heads[aside]
    if verb > aside and any(heads[t] == verb and relations[t] == "cop" for t in range(opening, aside)):
        heads[opening] = verb


def _give_outcomes(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "shed 47 points to close at 2,082" the shedding ended so, where the parse has points that are to close."""
    units = words("figures", "unit_nouns", "words") | words("figures", "unit_nouns", "moved")
    for verb, relation in enumerate(relations):
        unit = heads[verb]
        if relation != "acl" or not 0 < unit < verb - 1 or sentence.xpos[verb] != "VB":
            continue
        above = heads[unit]
        led = sentence.words[unit + 1] == TO and sentence.lemmas[unit].lower() in units
        if led and above >= 0 and sentence.upos[above] == "VERB":
            heads[verb], relations[verb] = above, "advcl"


def _give_particle(sentence: Sentence, token: int, heads: list[int], relations: list[str]) -> None:
    """Of "took in 60,000 refugees" the verb has the "in", where the parse has so many in."""
    particle, verb = token - 1, token - 2
    if heads[particle] == token and relations[particle] == "advmod" and sentence.upos[verb] == "VERB":
        heads[particle], relations[particle] = verb, "compound:prt"


def _give_place(sentence: Sentence, token: int, heads: list[int], relations: list[str]) -> None:
    """Of "at Ashby, one of the 40 depots, a driver was not glad" Ashby is the one, which the parse has as not glad.

    So it is where somebody else does what the clause tells, whom the parse takes for a second subject or for a name.
    """
    place, verb = token - 2, heads[token]
    one = sentence.words[token - 1 : token + 2] == (",", "one", "of") and relations[token].startswith("nsubj")
    if not one or place < 1 or verb < token or sentence.upos[place] != "PROPN":
        return
    if heads[place] != verb or relations[place] != "obl" or sentence.upos[place - 1] != "ADP":
        return
    others = (t for t in range(token + 1, verb) if heads[t] == verb and relations[t].startswith("nsubj"))
    inside = [t for t in range(token + 1, verb) if relations[t] == "appos" and token in above(heads, t)]
    named = [t for t in inside if sentence.upos[t] == "PROPN"]
    doer = next(others, named[-1] if named else -1)
    if doer < 0:
        return
    heads[token], relations[token] = place, "appos"
    heads[doer], relations[doer] = verb, "nsubj"


def _give_fronts(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "flights were cancelled, and by Sunday night 75,000 homes were dark" the night is of the dark."""
    for link, relation in enumerate(relations):
        clause = heads[link]
        if relation != "cc" or not relations[clause].startswith("conj") or clause < link:
            continue
        subjects = (t for t in range(link, clause) if heads[t] == clause and relations[t].startswith("nsubj"))
        subject = next(subjects, -1)
        for token in range(link + 1, subject):
            if heads[token] == heads[clause] and relations[token].startswith("obl"):
                heads[token] = clause


def _give_others(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "46 percent back the strike and 39 percent oppose it" the 39 oppose it, where the parse has them backed.

    A number joined to what somebody does something to is the subject of the verb right behind it that has none.
    """
    for noun, relation in enumerate(relations):
        verb, thing = noun + 1, heads[noun]
        if relation != "conj" or verb >= len(sentence) or sentence.xpos[verb] not in TENSED or not 0 <= thing < noun:
            continue
        counted = sentence.upos[noun] == "NUM" or any(
            head == noun and relations[t] == "nummod" and t < noun for t, head in enumerate(heads)
        )
        subjects = any(head == verb and relations[t].startswith("nsubj") for t, head in enumerate(heads))
        taken = next((t for t in range(thing - 1, -1, -1) if sentence.upos[t] == "VERB"), -1)
        if not counted or subjects or taken < 0 or relations[thing] not in ("obj", "obl") or taken in (noun, verb):
            continue
        if heads[thing] not in (taken, verb) or relations[verb] not in ("ccomp", "conj", "parataxis", "acl:relcl"):
            continue
        if verb in above(heads, taken):
            continue
        heads[thing], heads[noun], relations[noun], heads[verb], relations[verb] = taken, verb, "nsubj", taken, "conj"


def _give_bare(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "will pay those who lost kin and build 200 homes" the homes will be built, where the parse has losers build.

    A bare verb goes on no finite one: it hangs on the nearest verb above that has a "will", a "to" or the like.
    """
    led = {heads[token] for token, tag in enumerate(sentence.xpos) if tag in ("MD", "TO") and heads[token] < token + 4}
    for token, tag in enumerate(sentence.xpos):
        if tag != "VB" or token in led or relations[token] != "conj" or sentence.xpos[heads[token]] not in FINITE:
            continue
        if any(head == token and relations[one].startswith(("nsubj", "aux")) for one, head in enumerate(heads)):
            continue
        will = next((one for one in above(heads, heads[token]) if sentence.xpos[one] == "VB" and one in led), -1)
        if will >= 0:
            heads[token] = will


def _give_verb(sentence: Sentence, token: int, heads: list[int], relations: list[str]) -> None:
    """Of "killing 12 people and injuring more than 40" the 40 were hurt, where the parse has more people killed."""
    noun, verb = heads[token], token - 1
    while verb > noun >= 0 and (sentence.words[verb].lower() in BEFORE_NUMBERS or sentence.upos[verb] == "ADV"):
        verb -= 1
    if not 0 <= noun < verb or relations[token] not in ("nummod", "conj", "appos") or sentence.upos[verb] != "VERB":
        return
    # "have killed 12 and injured 40": a participle that goes on with the deed of the first
    goes_on = sentence.xpos[verb] == "VBN" and relations[verb] == "conj" and heads[verb] == heads[noun]
    if not (goes_on or sentence.xpos[verb] in ("VBG", "VBD")) or sentence.upos[noun] not in ("NOUN", "PROPN", "NUM"):
        return
    if noun not in above(heads, verb) and token not in above(heads, verb):
        heads[token], relations[token] = verb, "obj"


def _give_subject(sentence: Sentence, token: int, heads: list[int], relations: list[str]) -> None:
    """Of "in the storm 40 were killed" the 40 were, where the parse has the storm killed and 40 its name."""
    noun, helper = token - 1, token + 1
    if token < 2 or heads[token] != noun or relations[token] not in ("flat", "nummod", "appos", "dep"):
        return
    if helper >= len(sentence) or sentence.upos[noun] not in ("NOUN", "PROPN"):
        return
    if not relations[noun].startswith(("nsubj", "obl")):
        return
    verb = heads[noun]
    follows = verb == helper or (sentence.upos[helper] == "AUX" and sentence.words[helper] in SEVERAL)
    led = any(
        head == noun and relations[t] == "case" and sentence.words[t].lower() in LEADING for t, head in enumerate(heads)
    )
    led = led or sentence.lemmas[noun].lower() in words("times", "words")  # "last year 300 were killed"
    if follows and led and verb > token:
        passive = any(head == verb and relations[t] == "aux:pass" for t, head in enumerate(heads))
        heads[token], relations[token] = verb, "nsubj:pass" if passive else "nsubj"
        relations[noun] = relations[noun] if relations[noun].startswith("obl") else "obl"


def _give_total(sentence: Sentence, token: int, heads: list[int], relations: list[str]) -> None:
    """Of "brings the number of those listed to 1,842" the number is brought there, and nobody listed to it."""
    noun = heads[token] if relations[token] == "nummod" and heads[token] > token else token
    if heads[noun] > noun or not relations[noun].startswith(("obl", "nmod")):
        return
    carriers = words("figures", "carriers", "words")
    told = next((t for t in above(heads, heads[noun]) if relations[t] == "obj" and sentence.lemmas[t] in carriers), -1)
    if told < 0 or sentence.lemmas[heads[told]] not in words("figures", "summing", "verbs"):
        return
    behind = token + 1  # "to 9,874 cases", where the parse parts the two
    parted = noun == token and sentence.xpos[behind : behind + 1] == ("NNS",) and token not in above(heads, behind)
    if parted and relations[behind].startswith(("obl", "nmod")):
        heads[token], relations[token], heads[token - 1], noun = behind, "nummod", behind, behind
    heads[noun], relations[noun] = heads[told], "obl"


def _give_next_total(sentence: Sentence, token: int, heads: list[int], relations: list[str]) -> None:
    """Of "brings the number of cases to 512 and of deaths to 21" the deaths are 21, as of "that of deaths"."""
    noun, carriers = token - 2, words("figures", "carriers", "words")
    first = noun
    while first > 0 and sentence.upos[first - 1] in ("ADJ", "NOUN"):
        first -= 1
    if sentence.upos[noun] not in ("NOUN", "ADJ") or sentence.words[first - 1] != "of":
        return
    led = first - 2  # "and of deaths", "and that of deaths", "and the number of deaths"
    while led > 0 and (sentence.words[led] in ("that", "the") or sentence.lemmas[led] in carriers):
        led -= 1
    total = next((t for t in range(led) if relations[t] == "obj" and sentence.lemmas[t] in carriers), -1)
    brought = total >= 0 and sentence.lemmas[heads[total]] in words("figures", "summing", "verbs")
    if led < 1 or sentence.words[led] not in JOINTS or not brought or TO not in sentence.words[total:led]:
        return
    for one in range(led + 1, first - 1):
        heads[one], relations[one] = noun, "det"
    for one in range(first, noun):
        heads[one] = noun if heads[one] in (token, heads[total]) else heads[one]
    heads[noun], relations[noun] = total, "conj"
    heads[first - 1], heads[token - 1], relations[token - 1] = noun, token, "case"
    heads[token], relations[token] = noun, "nummod"
    heads[led] = noun


def _give_brought(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "bringing to 40 the number of boats lost" the number is brought there, where the parse has it lose."""
    noun, verb = number + 2, heads[number]
    if sentence.words[number + 1 : noun] != ("the",) or relations[number] != "obl" or noun >= len(sentence):
        return
    told, carriers = heads[noun], words("figures", "carriers", "words")
    if sentence.lemmas[noun] not in carriers or told <= noun or not relations[noun].startswith("nsubj"):
        return
    if sentence.upos[verb] != "VERB" or sentence.xpos[told] not in ("VBD", "VBN") or verb in above(heads, told):
        return
    of = [token for token in range(noun + 1, told) if heads[token] == noun and relations[token] == "nmod"]
    top, relation = heads[told], relations[told]
    if noun in above(heads, verb) or told in above(heads, verb):
        heads[verb], relations[verb] = top, relation
    heads[noun], relations[noun] = verb, "obj"
    heads[told], relations[told] = of[-1] if of else noun, "acl"


def _give_kinds(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "310 suspected and 120 confirmed cases" both are cases, each of its own kind."""
    row: list[int] = []
    for number in numbers:
        follows = bool(row) and number == row[-1] + 3 and sentence.words[number - 1] in JOINTS
        row = row if follows else []
        kind = number + 1
        if kind + 1 >= len(sentence) or sentence.upos[kind] not in GRADED or sentence.xpos[kind] in VERBAL:
            continue
        row.append(number)
        noun = kind + 1
        if len(row) < 2 or sentence.xpos[noun] != "NNS":
            continue
        top, relation = _top(row, noun, heads, relations)
        if top is None:
            continue
        for one in row:
            heads[one], relations[one] = noun, "nummod"
            heads[one + 1], relations[one + 1] = noun, "amod"
        led = {one + 1 for one in row}
        for token, head in enumerate(heads):
            if head in led and token < row[0] and relations[token] in ("mark", "case"):
                heads[token], relations[token], relation = noun, "case", "obl"  # "with 310 suspected and ..."
            elif head in led and token < row[0] and relations[token] == "punct":
                heads[token] = noun
        if top != heads[noun] or relation != relations[noun]:
            heads[noun], relations[noun] = top, relation


def _top(row: list[int], noun: int, heads: list[int], relations: list[str]) -> tuple[int | None, str]:
    """What the noun of a row of numbers hangs on, outside of the row; None where nothing does."""
    own = {*row, *(one + 1 for one in row), noun}
    for token in (noun, *row, *(one + 1 for one in row)):
        if heads[token] not in own:
            relation = relations[token]
            if heads[token] >= 0 and own & set(above(heads, heads[token])):
                continue
            return heads[token], relation
    return None, ""


def _give_infinitive(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "expects 20,000 people to return" they are to return, where the parse has somebody expect them."""
    noun = heads[number]
    verb = heads[noun] if relations[number] == "nummod" and noun > number else -1
    if not 0 <= verb < number or relations[noun] != "obj":
        return
    if sentence.lemmas[verb] not in words("figures", "raising", "controlling"):
        return
    to = noun + 1
    if sentence.words[to : to + 1] != (TO,) or relations[to] != "mark" or not to < heads[to] < len(sentence):
        return
    below = heads[to]
    if heads[below] in (verb, noun) and relations[below].startswith(("advcl", "acl", "xcomp", "ccomp")):
        heads[below], relations[below] = verb, "xcomp"


def _give_close(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "grew to close to 66 percent" it grew to so many, where the parse has it close to them."""
    to = number - 1 - (sentence.upos[number - 1] == "SYM")
    close = to - 1
    if (
        close < 2
        or sentence.words[close : to + 1] != ("close", TO)
        or relations[close] not in ("xcomp", "advcl", "obl")
    ):
        return
    noun = next((t for t in range(to + 1, len(heads)) if heads[t] == close), -1)
    if not to < noun <= number + 2:
        return
    heads[noun], relations[noun] = heads[close], "obl"
    for token, head in enumerate(heads):
        heads[token] = noun if head == close and token != noun else head
    heads[close], relations[close], heads[to], relations[to] = number, "advmod", close, "fixed"
    relations[close - 1] = "case" if sentence.words[close - 1] == TO else relations[close - 1]


def end_name(sentence: Sentence, token: int, heads: list[int], relations: list[str]) -> None:
    """With "Riga man" told of a man, from Riga; a noun ends no name."""
    name = heads[token]
    if not 0 <= name < token or sentence.upos[name] != "PROPN" or any(heads[t] != name for t in range(name + 1, token)):
        return
    take_place(token, name, heads, relations, among=(*range(name), *range(token + 1, len(heads))))
    heads[name], relations[name] = token, "compound"


def give_board(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "sank with 120 people on board" it sank with the people, where the parse has them be a board."""
    for token, word in enumerate(sentence.words):
        board = heads[token]
        if word != WITH or relations[token] != "mark" or board <= token or sentence.words[board] != BOARD:
            continue
        beside = [t for t in range(token + 1, board) if heads[t] == heads[board] and relations[t] == "obl"]
        if len(beside) == 1:
            heads[token], relations[token] = beside[0], "case"


def _give_modals(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "nurses will down tools" the "will" goes to the verb right behind it, and not to what that acts on."""
    for token, xpos in enumerate(sentence.xpos[:-1]):
        verb = token + 1
        if xpos == "MD" and sentence.xpos[verb] == "VB" and heads[token] != verb and heads[heads[token]] == verb:
            heads[token], relations[token] = verb, "aux"


def _give_stood(sentence: Sentence, verb: int, heads: list[int], relations: list[str]) -> None:
    """Of "exports of power to India, which averaged 520 MW" the exports did, and no place that they go to."""
    place = heads[verb]
    between = sentence.words[place + 1 : verb]
    if sentence.upos[place] != "PROPN" or between != (",", "which") or relations[place] != "nmod":
        return
    if sentence.lemmas[verb] not in words("figures", "equations", "verbs"):
        return
    thing = place
    while relations[thing].startswith("nmod") and heads[thing] >= 0:
        thing = heads[thing]
    if sentence.upos[thing] == "NOUN":
        heads[verb] = thing


def _give_of_which(sentence: Sentence, verb: int, heads: list[int], relations: list[str]) -> None:
    """Of "$12bn, a fifth of which has been paid" the fifth was paid, and so was nothing else of the money."""
    share, whole = heads[verb], heads[heads[verb]]
    of = share + 1
    if sentence.words[of : of + 1] != ("of",) or sentence.words[of + 1].lower() not in RELATIVE or whole < 0:
        return
    if not share < verb or heads[of + 1] not in (share, verb) or relations[share] not in ("appos", "conj", "parataxis"):
        return
    passive = any(heads[token] == verb and relations[token] == "aux:pass" for token in range(of, verb))
    heads[verb], heads[share], relations[share] = whole, verb, "nsubj:pass" if passive else "nsubj"


def _give_wanted(sentence: Sentence, verb: int, heads: list[int], relations: list[str]) -> None:
    """Of "got 40 tents of the 300 it asked for" the 300 were asked for, where the parse has it ask for the tents."""
    noun = heads[verb]
    first = min((t for t, head in enumerate(heads) if head == verb and t > noun), default=verb)
    while first > 0 and heads[first - 1] == first:
        first -= 1
    whole = first - 1
    if not noun < whole < verb or sentence.upos[whole] != "NUM" or heads[whole] != noun or relations[whole] != "nmod":
        return
    subject = any(heads[t] == verb and relations[t].startswith("nsubj") for t in range(first, verb))
    if subject and any(heads[t] == whole and sentence.words[t] == "of" for t in range(noun, whole)):
        heads[verb] = whole


def _give_beside(sentence: Sentence, verb: int, heads: list[int], relations: list[str]) -> None:
    """Of "killed 45 in Jamaica, where 15 are missing, and 43 in Haiti" the 43 are beside the 45."""
    before = heads[verb]
    numbered = any(heads[token] == before and relations[token] == "nummod" for token in range(before))
    for joined in range(verb + 1, len(heads)):
        if heads[joined] != verb or relations[joined] != "conj" or sentence.upos[joined] != "NUM" or not numbered:
            continue
        linked = next((t for t in range(verb + 1, joined) if relations[t] == "cc" and heads[t] == joined), 0)
        if linked and sentence.words[linked - 1] == "," and "," in sentence.words[before:verb]:
            heads[joined] = before
