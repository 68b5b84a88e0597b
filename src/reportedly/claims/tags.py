"""Words that a parse takes for what no reader of news would: set right before there is a tree."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache
from itertools import pairwise

from reportedly.claims.agreeing import ONE, with_singular
from reportedly.claims.lexicons import either, lexicon, words
from reportedly.claims.mended import above, as_word, has_subject, mending, with_tag
from reportedly.language.lemmas import bases, irregular
from reportedly.model import Sentence

DASHES = frozenset({"-", "\u2013", "\u2014", "--"})
ROSE = "rose"
FORECAST = "forecast"
WON = "won"
# Before "won" these name the money of Korea.
CURRENCY = frozenset({"the", "korean", "weak", "weaker", "weakening", "strong", "stronger", "falling", "rising"})
STEMS = frozenset({"VBP", "VB", "VBZ"})
HELPERS, HELP = frozenset({"have", "has", "had", "having", "be", "been", "being", "is", "are", "was", "were"}), 2
NO_PAST = frozenset(
    {"bound", "ground", "wound", "found", "saw", "left", "felt", "lay", "fell", "bore", "rent", "born", "lit"}
)
BARE = frozenset({"close", "open", "free", "clear", "empty"})  # verbs that are adjectives, too
AMOUNTING = frozenset({"amount", "number"})
AMOUNTED = frozenset({"nmod", "nummod", "flat", "obl"})
AMOUNTS = frozenset({"CD", "$", "RB", "IN", "JJR", "DT"})
HAD = frozenset({"had", "has", "have"})
NUMBERED = frozenset({"nmod:unmarked", "obl:unmarked", "appos", "dep", "obj"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "cop", "expl"})
MOVED_BY = frozenset({"to", "by", "from", "above", "past"})
SOME = frozenset({"which", "whom"})
RELATIVE = frozenset({"who", "that", "which"})
REDUCED = frozenset({"obj", "xcomp", "ccomp", "dep", "parataxis", "conj", "advcl"})
PERCENT = frozenset({"percent", "%", "pct"})
SHARES = PERCENT | {"cent"}  # the last word of "per cent", too
OWN_TENSE = frozenset({"nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "expl"})
SAYING = ("sayings", "clausal", "verbs")
WITHOUT = "without"
NEAR = 4  # words: "without offering any clear evidence"
BEFORE_CLAUSES = frozenset({"after", "before", "since", "until"})
UNCHANGED = frozenset({"hurt", "hit", "cut", "shut", "put", "set", "split", "shed"})  # their own participles
SHORTEST = 3  # words before the verb: "number of wounded"


def retagged(sentence: Sentence, held: AbstractSet[str]) -> Sentence:
    """With the verbs that a parse takes for nouns: "the number of the wounded rose", "it had forecast 24 million".

    ``held`` are the words of the sentence: most mends are of a word that few sentences hold.
    """
    if not STEMS.isdisjoint(sentence.xpos):
        mistagged = ("NN", "VERB") in zip(sentence.xpos, sentence.upos, strict=True)
        if mistagged or not _pasts().keys().isdisjoint(held):
            sentence = _with_past(sentence)
        if not UNCHANGED.isdisjoint(held):
            sentence = _with_done(sentence)
    if {"VBP", "VB"}.issubset(sentence.xpos):
        sentence = _with_joined(sentence)
    sentence = with_singular(sentence) if ONE in held else sentence
    if FORECAST in held:
        sentence = _had_forecast(sentence)
    for won in [token for token, word in enumerate(sentence.words) if word == WON] if WON in held else ():
        sentence = _with_won(sentence, won)
    if not PERCENT.isdisjoint(held):
        sentence = _with_rise(sentence)
    if not AMOUNTING.isdisjoint(held):
        sentence = _amounting(sentence)
    if not BARE.isdisjoint(held):
        sentence = _with_bare(sentence)
    if "conj" in sentence.relations and not _makers().isdisjoint(sentence.lemmas):
        sentence = _with_maker(sentence)
    if sentence.relations.count("ccomp") > 1:
        sentence = _briefed(_reduced(_with_number(sentence)))
    elif sentence.xpos.count("VBD") > 1:
        sentence = _reduced(sentence)
    if "," in held and "acl" in sentence.relations:
        sentence = _told_first(sentence)
    return _with_rose(sentence) if ROSE in held else sentence


def _with_bare(sentence: Sentence) -> Sentence:
    """With "close" done in "must save 9 million or close four schools", where the parse has close schools."""
    verb = -1
    for token in range(1, len(sentence) - 1):
        if sentence.xpos[token] == "VB":
            verb = token
        noun = sentence.heads[token]
        adjective = sentence.words[token] in BARE and sentence.upos[token] == "ADJ" and noun > token
        led = sentence.upos[token - 1] == "CCONJ" and sentence.xpos[token + 1] == "CD"
        if not (adjective and led and verb > 0) or noun in above(sentence.heads, verb):
            continue
        heads, relations = list(sentence.heads), list(sentence.relations)
        heads[token], relations[token], heads[noun], relations[noun] = verb, "conj", token, "obj"
        for beside in range(verb + 1, token):
            heads[beside] = token if heads[beside] == noun else heads[beside]
        return as_word(sentence, token, heads, relations, tag="VB")
    return sentence


def _with_joined(sentence: Sentence) -> Sentence:
    """With "receive" below the "will" of "will hand over 14 and receive seven", where the tags have a present."""
    arcs = set(zip(sentence.heads, sentence.relations, strict=True))
    led = {
        head
        for head, (relation, word) in zip(
            sentence.heads, zip(sentence.relations, sentence.words, strict=True), strict=True
        )
        if (relation == "aux" and word != "do") or (relation == "mark" and word == "to")
    }
    for token, tag in enumerate(sentence.xpos):
        first = sentence.heads[token]
        if tag != "VBP" or sentence.relations[token] != "conj" or first not in led or sentence.xpos[first] != "VB":
            continue
        if {(token, relation) for relation in OWN_TENSE}.isdisjoint(arcs):
            sentence = replace(sentence, xpos=with_tag(sentence.xpos, token, "VB"))
    return sentence


@cache
def _makers() -> frozenset[str]:
    return either(("sources", "kinds", "company"), ("sources", "kinds", "government"))


@cache
def _voices() -> frozenset[str]:
    """All who may speak for themselves."""
    return frozenset(word for listed in lexicon("sources")["kinds"].values() for word in listed)


def _with_maker(sentence: Sentence) -> Sentence:
    """With the maker as who speaks in "the food and drinks maker said", where the parse has food and a maker."""
    makers = _makers()
    for maker, relation in enumerate(sentence.relations):
        if relation != "conj" or sentence.lemmas[maker] not in makers or sentence.xpos[maker] != "NN":
            continue
        good = sentence.heads[maker]
        articles = [t for t in range(maker) if sentence.relations[t] == "det" and sentence.heads[t] in (good, maker)]
        if (
            sentence.lemmas[good] in _voices()
            or not sentence.relations[good].startswith("nsubj")
            or sentence.upos[good] != "NOUN"
        ):
            continue
        if len(articles) != 1 or articles[0] > good or sentence.upos[maker + 1 : maker + 2] == ("CCONJ",):
            continue  # "the food and the maker"
        heads, relations = list(sentence.heads), list(sentence.relations)
        heads[maker], relations[maker] = heads[good], relations[good]
        heads[good], relations[good], heads[articles[0]] = maker, "compound", maker
        return mending(sentence, heads, relations, xpos=sentence.xpos)
    return sentence


def _with_won(sentence: Sentence, won: int) -> Sentence:
    """With "the won fell 2 percent" told of money, where the parse has somebody who won."""
    after = won + 1
    named = won > 0 and sentence.words[won - 1].lower() in CURRENCY and sentence.upos[won] in ("VERB", "AUX")
    if not named or after >= len(sentence) or sentence.upos[after] not in ("VERB", "AUX"):
        return sentence
    verb = sentence.heads[after] if sentence.upos[after] == "AUX" and sentence.heads[after] != won else after
    if verb == won or verb < 0:
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    if won in above(heads, verb):
        heads[verb], relations[verb] = heads[won], relations[won]
    heads = [verb if head == won and token > won else head for token, head in enumerate(heads)]
    heads[won], relations[won] = verb, "nsubj"
    first = won - 1
    while first > 0 and sentence.upos[first] in ("ADJ", "PROPN"):
        first -= 1
    for token in range(first, won):
        heads[token], relations[token] = won, "amod" if sentence.upos[token] in ("ADJ", "PROPN") else "det"
    heads = [verb if head == won and token < first else head for token, head in enumerate(heads)]
    upos, xpos = with_tag(sentence.upos, won, "NOUN"), with_tag(sentence.xpos, won, "NN")
    return mending(sentence, heads, relations, upos=upos, xpos=xpos, lemmas=with_tag(sentence.lemmas, won, WON))


def _with_rise(sentence: Sentence) -> Sentence:
    """With "demanded a 9 percent rise" told of a rise, where the parse has somebody rise by so much."""
    for rise in range(3, len(sentence)):
        share = rise - 1
        if sentence.upos[rise] != "VERB" or sentence.words[share] not in PERCENT or sentence.upos[share - 1] != "NUM":
            continue
        verb = sentence.heads[rise]
        named = sentence.words[share - 2].lower() in ("a", "an", "the") and 0 <= verb < share - 2
        moves = either(("figures", "changes", "increase"), ("figures", "changes", "decrease"))
        if not named or sentence.xpos[rise] not in ("NN", "VB", "VBP") or sentence.lemmas[rise] not in moves:
            continue
        heads, relations = list(sentence.heads), list(sentence.relations)
        heads[share - 2], heads[share] = rise, rise
        relations[share], relations[rise] = "compound", "obj"
        return as_word(sentence, rise, heads, relations, tag="NN")
    return sentence


@cache
def _pasts() -> dict[str, str]:
    """Past forms that are no other word, with the verb of each: "overran", but not "saw" or "left"."""
    told = irregular()
    verbs = {verb for of in told.values() for verb in of}
    return {form: of[0] for form, of in told.items() if form not in verbs and len(of) == 1 and form not in NO_PAST}


def _said_on(word: str) -> str | None:
    """The verb of saying that a participle is of, None where it is of none."""
    return next((base for base in bases(word, "VBG") if base in words("sayings", "participles", "verbs")), None)


def _with_past(sentence: Sentence) -> Sentence:
    """With "overran" read as a past, where the tags have a present."""
    pasts = _pasts()
    for token, tag in enumerate(sentence.xpos):
        if tag == "NN" and sentence.upos[token] == "VERB" and (base := _said_on(sentence.words[token])) is not None:
            xpos, lemmas = with_tag(sentence.xpos, token, "VBG"), with_tag(sentence.lemmas, token, base)
            sentence = replace(sentence, xpos=xpos, lemmas=lemmas)  # "officials said, warning that"
        verb = pasts.get(sentence.words[token]) if tag in STEMS else None
        if verb is not None:
            helped = not HELPERS.isdisjoint(sentence.words[max(0, token - HELP) : token])
            xpos, lemmas = (
                with_tag(sentence.xpos, token, "VBN" if helped else "VBD"),
                with_tag(sentence.lemmas, token, verb),
            )
            sentence = replace(sentence, xpos=xpos, lemmas=lemmas)
    return sentence


def _with_done(sentence: Sentence) -> Sentence:
    """With "hurt" done to the six of "40 were held and six hurt", where the tags have them hurt somebody now."""
    arcs = sentence.relations
    for token in [token for token, word in enumerate(sentence.words) if word in UNCHANGED and arcs[token] == "conj"]:
        told = {(head, relation): t for t, (head, relation) in enumerate(zip(sentence.heads, arcs, strict=True))}
        subject, passive = told.get((token, "nsubj")), (sentence.heads[token], "aux:pass") in told
        if passive and subject is not None and {(token, "obj"), (token, "aux")}.isdisjoint(told):
            xpos = with_tag(sentence.xpos, token, "VBN")
            sentence = replace(sentence, relations=with_tag(arcs, subject, "nsubj:pass"), xpos=xpos)
    return sentence


def _with_number(sentence: Sentence) -> Sentence:
    """With the 3,000 as who would vote in "said 3,000 of its members would vote", where the parse has two clauses."""
    clauses = [t for t, relation in enumerate(sentence.relations) if relation == "ccomp"]
    for number, verb in pairwise(clauses):
        same = sentence.heads[number] == sentence.heads[verb] < number
        if not same or sentence.upos[number] != "NUM" or sentence.upos[verb] not in ("VERB", "ADJ"):
            continue
        below = {sentence.relations[t] for t, head in enumerate(sentence.heads) if head in (number, verb)}
        if below.isdisjoint(SUBJECTS):
            heads = (*sentence.heads[:number], verb, *sentence.heads[number + 1 :])
            return replace(sentence, heads=heads, relations=with_tag(sentence.relations, number, "nsubj"))
    return sentence


def _had_forecast(sentence: Sentence) -> Sentence:
    """With "forecast" read as what somebody had done, where the parse has something that he had."""
    verb = sentence.words.index(FORECAST)
    had = next((t for t in (verb - 1, verb - 2) if t >= 0 and sentence.words[t].lower() in HAD), -1)
    between = had < 0 or (had == verb - 2 and sentence.upos[verb - 1] not in ("ADV", "ADJ"))
    if between or sentence.upos[had] != "VERB":
        return sentence
    heads, relations, thing = list(sentence.heads), list(sentence.relations), sentence.heads[verb]
    compound = relations[verb] in ("compound", "amod") and thing > verb and heads[thing] == had
    if thing != had and not compound:
        return sentence
    below = [t for t, head in enumerate(heads) if head == verb and t > verb and relations[t] in NUMBERED]
    sums = (t for t, head in enumerate(heads) if head == verb < t and sentence.upos[t] in ("SYM", "NUM"))
    below = below or [t for t in sums if relations[t] == "nmod"]  # "had forecast up to £30m"
    heads[verb], relations[verb] = heads[had], relations[had]
    heads = [verb if head == had else head for head in heads]
    heads[had], relations[had] = verb, "aux"
    foreseen = thing if compound else next(iter(below), None)
    if foreseen is not None:
        heads[foreseen], relations[foreseen] = verb, "obj"
    if had == verb - 2:
        heads[verb - 1], relations[verb - 1] = verb, "advmod"
    return mending(
        sentence,
        heads,
        relations,
        upos=with_tag(with_tag(sentence.upos, verb, "VERB"), had, "AUX"),
        xpos=with_tag(sentence.xpos, verb, "VBN"),
        lemmas=with_tag(sentence.lemmas, verb, FORECAST),
    )


def _amounting(sentence: Sentence) -> Sentence:
    """With "amount" and "number" read as verbs in "losses in the war amount to 200" and "their members number 450"."""
    verb = next((t for t, word in enumerate(sentence.words) if word in AMOUNTING and _is_amounting(sentence, t)), None)
    if verb is None:
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    subject = _raise_subject(sentence, verb, heads, relations)
    if subject is None:
        return sentence
    for token in range(verb + 1, len(heads)):
        if heads[token] not in (subject, verb) or relations[token].partition(":")[0] not in AMOUNTED:
            continue
        heads[token], relations[token] = verb, "obj" if token == verb + 1 else "obl"
    tag = "VB" if sentence.words[verb - 1] == "to" else "VBP"
    return as_word(sentence, verb, heads, relations, tag=tag, lemma=sentence.words[verb])


def _is_amounting(sentence: Sentence, token: int) -> bool:
    """Whether a noun stands where a plural's verb would, before what it comes to; a flight has a number, too."""
    behind = token + 1 + (sentence.words[token] == "amount")
    if not token or sentence.upos[token] == "VERB" or behind >= len(sentence):
        return False
    if sentence.words[token + 1 : behind] not in ((), ("to",)) or sentence.xpos[behind] not in AMOUNTS:
        return False
    if sentence.words[token - 1] == "to":
        return any(h == token and r == "cop" for h, r in zip(sentence.heads, sentence.relations, strict=True))
    before = _over_adverbs(sentence, token - 1)
    return sentence.upos[before] in ("NOUN", "PROPN") or _is_state(sentence, before)


def _over_adverbs(sentence: Sentence, token: int) -> int:
    while token > 0 and sentence.upos[token] == "ADV":
        token -= 1
    return token


def _is_state(sentence: Sentence, token: int) -> bool:
    """ "The dead", "the missing", whom no noun names."""
    state = sentence.words[token] in words("figures", "countable_adjectives", "words")
    return state and token > 0 and sentence.words[token - 1].lower() == "the"


def _raise_subject(sentence: Sentence, verb: int, heads: list[int], relations: list[str]) -> int | None:
    """What amounts to so much, hung under ``verb``, which takes its place; None where no plural would."""
    given = next((t for t in range(verb) if heads[t] == verb and relations[t].startswith("nsubj")), None)
    if given is not None:
        if sentence.words[verb - 1] == "to":
            heads[verb - 1], relations[verb - 1] = verb, "mark"
        return given
    before = _over_adverbs(sentence, verb - 1)
    state = _is_state(sentence, before)
    if heads[before] == verb and (state or relations[before] == "compound"):  # "the fire amount", "the dead number 54"
        heads[before], relations[before] = heads[verb], relations[verb]
        for token in range(before):
            if heads[token] == verb:
                heads[token] = before
    subject = next(
        (t for t in reversed([*above(heads, before)]) if t < verb and (state or _is_plural(sentence, t))), None
    )
    if subject is None:
        return None
    is_told = relations[subject].startswith("nsubj") and sentence.lemmas[heads[subject]] in words(*SAYING)
    heads[verb], relations[verb] = heads[subject], "ccomp" if is_told else relations[subject]
    heads[subject], relations[subject] = verb, "nsubj"
    return subject


def _is_plural(sentence: Sentence, token: int) -> bool:
    named = sentence.upos[token] in ("NOUN", "PROPN")
    return named and (sentence.words[token].endswith("s") or sentence.xpos[token] == "NNS")


def _with_rose(sentence: Sentence) -> Sentence:
    """With "rose" read as a verb in "the number of the wounded rose to 80", where the parse has a wounded flower."""
    verb = sentence.words.index(ROSE)
    people = verb - 1
    moved = "".join(sentence.words[verb + 1 : verb + 2]) in MOVED_BY
    if sentence.upos[verb] == "NOUN" and (moved or sentence.upos[verb + 1 : verb + 2] in (("NUM",), ("SYM",))):
        named = people >= 0 and sentence.relations[people] in ("compound", "amod") and sentence.heads[people] == verb
        if named and not any(h == verb and sentence.relations[t] == "det" for t, h in enumerate(sentence.heads)):
            return _risen(sentence, verb)
    if verb < SHORTEST or not moved or sentence.upos[verb] != "NOUN" or sentence.upos[people] not in ("ADJ", "VERB"):
        return sentence
    of = next((token for token in (people - 1, people - 2) if sentence.words[token] == "of"), 0)
    if not of or sentence.upos[of - 1] != "NOUN":
        return sentence
    number, heads, relations = of - 1, list(sentence.heads), list(sentence.relations)
    if heads[verb] == number:  # which was taken for the head of all
        heads[verb], relations[verb] = heads[number], relations[number]
    heads[number], relations[number] = verb, "nsubj"
    heads[people], relations[people] = number, "nmod"
    heads[of:people] = [people] * (people - of)
    heads[verb + 1 :] = [verb if head == number else head for head in heads[verb + 1 :]]
    return mending(
        sentence,
        heads,
        relations,
        upos=with_tag(with_tag(sentence.upos, verb, "VERB"), people, "NOUN"),
        xpos=with_tag(sentence.xpos, verb, "VBD"),
        lemmas=with_tag(sentence.lemmas, verb, "rise"),
    )


def _reduced(sentence: Sentence) -> Sentence:
    """With "the number of flats sold rose 12%" told of a number that rose, where the parse has flats that sold."""
    for verb in range(2, len(sentence)):
        done, noun = verb - 1, verb - 2
        if sentence.xpos[done] != "VBD" or sentence.xpos[verb] != "VBD" or sentence.heads[verb] != done:
            continue
        subject = next((t for t in range(noun + 1) if _is_subject(sentence, t, done)), None)
        if subject is None or sentence.upos[noun] not in ("NOUN", "PROPN") or sentence.relations[verb] not in REDUCED:
            continue
        heads, relations = list(sentence.heads), list(sentence.relations)
        heads = [verb if head == done and (t > verb or t == subject) else head for t, head in enumerate(heads)]
        heads[verb], relations[verb] = sentence.heads[done], sentence.relations[done]
        heads[done], relations[done] = noun, "acl"
        return mending(sentence, heads, relations, xpos=with_tag(sentence.xpos, done, "VBN"))
    return sentence


def _briefed(sentence: Sentence) -> Sentence:
    """With "..., three people briefed on it said" told by those people, where the parse has them brief somebody."""
    if sentence.relations.count("ccomp") < 2:
        return sentence
    for verb in range(3, len(sentence)):
        if sentence.xpos[verb] not in ("VBD", "VBZ", "VBP") or any(_is_subject(sentence, t, verb) for t in range(verb)):
            continue
        told = [t for t in range(verb) if sentence.heads[t] == verb and sentence.relations[t] == "ccomp"]
        if len(told) != 2 or sentence.xpos[told[1]] != "VBD":
            continue
        done, people = told[1], told[1] - 1
        whole = _is_subject(sentence, people, done) and "," in sentence.words[told[0] : people]
        if not whole or any(h == done and r == "obj" for h, r in zip(sentence.heads, sentence.relations, strict=True)):
            continue
        heads, relations = list(sentence.heads), list(sentence.relations)
        heads[people], heads[done], relations[done] = verb, people, "acl"
        return mending(sentence, heads, relations, xpos=with_tag(sentence.xpos, done, "VBN"))
    return sentence


def _told_first(sentence: Sentence) -> Sentence:
    """With "600,000 people crossed last year, a report says" told of a crossing, where the parse has people crossed."""
    subjects = [t for t, relation in enumerate(sentence.relations) if relation.startswith("nsubj")]
    for first, second in pairwise(subjects):
        verb = sentence.heads[first]
        if sentence.heads[second] != verb or verb < second or sentence.lemmas[verb] not in words(*SAYING):
            continue
        done = next((t for t in range(first + 1, second) if _is_done_by(sentence, t, first)), None)
        if done is None or "," not in sentence.words[done:second]:
            continue
        heads, relations = list(sentence.heads), list(sentence.relations)
        heads[first], heads[done], relations[done] = done, verb, "ccomp"
        return mending(sentence, heads, relations, xpos=with_tag(sentence.xpos, done, "VBD"))
    return sentence


def _is_done_by(sentence: Sentence, token: int, noun: int) -> bool:
    """Whether a past form right under a noun may be what that did: "people crossed", but not "people killed"."""
    under = sentence.heads[token] == noun and sentence.relations[token] == "acl"
    harming = either(("figures", "of_people", "verbs"), ("persons", "doing", "verbs"))
    under = under and sentence.lemmas[token] not in harming
    return under and sentence.xpos[token] in ("VBN", "VBD") and sentence.words[token + 1] != "by"


def _is_subject(sentence: Sentence, token: int, verb: int) -> bool:
    return sentence.heads[token] == verb and sentence.relations[token].startswith("nsubj")


def _risen(sentence: Sentence, verb: int) -> Sentence:
    """With "gold rose 1.2%" read as what gold did."""
    heads, relations, below = list(sentence.heads), list(sentence.relations), verb
    if sentence.relations[verb] == "nsubj" and verb < heads[verb] and sentence.upos[heads[verb]] in ("SYM", "NOUN"):
        below = heads[verb]  # the share, taken for what the flower is
        heads[verb], relations[verb] = sentence.heads[below], sentence.relations[below]
        heads = [verb if head == below and t > below else head for t, head in enumerate(heads)]
        heads[below], relations[below] = verb, "obl:unmarked"
    relations[verb - 1] = "nsubj"
    for token, head in enumerate(heads):
        if head == verb and relations[token].partition(":")[0] == "nmod":
            relations[token] = relations[token].replace("nmod", "obl", 1)
    return mending(
        sentence,
        heads,
        relations,
        upos=with_tag(with_tag(sentence.upos, verb, "VERB"), verb - 1, "NOUN"),
        xpos=with_tag(sentence.xpos, verb, "VBD"),
        lemmas=with_tag(sentence.lemmas, verb, "rise"),
    )


def give_some(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "1,600 cases, 305 of which were confirmed" the 305 were, where the parse sets them beside what was told."""
    last = len(sentence) - 3
    for token in numbers:
        if token >= last or sentence.words[token + 1] != "of" or sentence.words[token + 2] not in SOME:
            continue
        some = token + 2
        subject = relations[some].startswith("nsubj")
        verb = heads[some] if heads[some] != token else _clause(sentence, some + 1, heads)
        if verb <= some or token in above(heads, verb):  # a clause that hangs on the number is its own
            continue
        if not subject and (sentence.upos[some + 1] not in ("AUX", "VERB") or has_subject(verb, heads, relations)):
            continue
        heads[token], relations[token] = verb, relations[some] if subject else "nsubj"
        heads[some], relations[some] = token, "nmod"


def give_level(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "fell 3% to 12,000 homes" the homes are reached, where the parse has them fall."""
    last = len(sentence) - 1
    for token in numbers:
        moved, noun = heads[token], token + 1
        if not 2 <= token < last or sentence.words[token - 1] != "to" or not 0 <= moved < token - 1:
            continue
        measured = sentence.lemmas[moved] in words("figures", "unit_nouns", "words")
        if measured and relations[moved] == "obj" and relations[token] == "nmod":
            heads[token], relations[token] = heads[moved], "obl"  # "fell 7 points to 52"
            continue
        if sentence.upos[noun] != "NOUN" or relations[noun] != "obj" or heads[noun] != heads[moved]:
            continue
        if heads[token - 1] == token:
            heads[token - 1] = noun
            heads[token], relations[token], relations[noun] = noun, "nummod", "obl"


def give_percent(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "cut its forecast for 2026 to 2.2 percent" the percent are 2.2, and stand behind "to"."""
    for number in numbers:
        share = number + 1
        if share == len(sentence) or sentence.words[share] not in PERCENT or number in above(heads, share):
            continue
        if heads[number] != share:
            heads[number], relations[number] = share, "nummod"
        if number and heads[number - 1] == number and relations[number - 1] == "case":
            heads[number - 1] = share


def give_unproven(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "claimed without any evidence that 40 were killed" the killing is claimed, and not what lacks evidence."""
    lacks, proof = sentence.words.index(WITHOUT), words("sayings", "lacking", "words")
    for token in range(lacks + 2, len(sentence)):
        noun = heads[token]
        if relations[token] != "acl" or not lacks < noun <= lacks + NEAR or sentence.lemmas[noun] not in proof:
            continue
        verb = next((t for t in above(heads, noun) if t < lacks), -1)
        if verb >= 0 and sentence.lemmas[verb] in words(*SAYING):
            heads[token], relations[token] = verb, "ccomp"


def _clause(sentence: Sentence, start: int, heads: Sequence[int]) -> int:
    """The verb of the clause that begins with a word, a helping one or the verb itself."""
    return heads[start] if sentence.upos[start] == "AUX" and heads[start] > start else start


def give_begun(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "charged after Ana Petrov was shot" it is she who was shot, where the parse has it happen after her."""
    words_ = sentence.words
    begins = [token for token, word in enumerate(words_) if word in BEFORE_CLAUSES and relations[token] == "case"]
    below: dict[int, list[int]] = {}
    for token, head in enumerate(heads if begins else ()):
        below.setdefault(head, []).append(token)
    for word in begins:
        subject = heads[word]
        verb = heads[subject]
        if not word < subject < verb or relations[subject] != "obl" or not relations[verb].startswith(("advcl", "acl")):
            continue
        beside = below.pop(verb, [])  # once: what follows finds the subject given
        helping = [token for token in beside if relations[token].startswith("aux") and subject < token < verb]
        if not helping or any(relations[token].startswith(("nsubj", "csubj", "mark")) for token in beside):
            continue
        passive = any(relations[token] == "aux:pass" for token in helping)
        relations[subject] = "nsubj:pass" if passive else "nsubj"
        heads[word], relations[word] = verb, "mark"
