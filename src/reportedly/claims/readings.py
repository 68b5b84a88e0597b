"""Of two ways in which a parse may draw the same words, the one that the rules ask for.

Asked before any other mend. Some of these trees are as good as those they are turned into, some are none that grammar
allows; each function is of one construction, and moves only its own words.
"""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from reportedly.claims.arcs import LEFT_SO, speaking
from reportedly.claims.clauses import give_yearly, keep_clauses, with_past, with_perfects, with_said
from reportedly.claims.closings import close_with_tellers, sayings, with_teller
from reportedly.claims.countings import (
    count_beside,
    give_counts,
    give_number,
)
from reportedly.claims.dues import DUE, with_due
from reportedly.claims.lexicons import words
from reportedly.claims.makes import DASH, join_makes
from reportedly.claims.mended import above, has_subject, is_tree, numbers_of, take_place
from reportedly.claims.mends import BOARD, give_board
from reportedly.claims.neighbours import give_own, with_passive, with_suffered
from reportedly.claims.required import with_required
from reportedly.claims.tags import PERCENT, SOME
from reportedly.model import Sentence

ARTICLES = frozenset({"the", "a", "an"})
NAMED = frozenset({"NOUN", "PROPN"})
OBJECTS = frozenset({"obj", "iobj"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
BEFORE_NOUN = frozenset({"ADJ", "NUM", "NOUN", "PROPN", "ADV", "VERB", "PUNCT", "ADP"})
VERBED = frozenset({"VBG", "VB", "VBN", "VBD"})
ASIDE = frozenset({"parataxis", "ccomp"})  # how an adjective behind its noun is taken for what is told
HELPERS = frozenset({"aux", "aux:pass", "cop"})
FRONTS = frozenset({"csubj", "advcl"})
COLON, COMMA, TO, OF, NOW, THOSE = ":", ",", "to", "of", "now", "those"
YEARS = range(1900, 2101)
ASKED = frozenset({"how", "where", "when"})
CENT = "cent"
HAVE, ON = "have", "on"


def settled(sentence: Sentence, held: AbstractSet[str]) -> Sentence:
    """The sentence as the rules read it; ``held`` are its words."""
    sentence = _with_trade(sentence)
    if DUE in held and TO in held:
        sentence = with_due(sentence)
    if TO in held and "VB" in sentence.xpos:
        sentence = _with_infinitive(sentence)
    if "aux:pass" in sentence.relations and "VBD" in sentence.xpos:
        sentence = _with_participles(sentence)
    if "nsubj:pass" in sentence.relations and "JJ" in sentence.xpos:
        sentence = with_passive(sentence)
    if "acl" in sentence.relations and not words("sayings", "clausal", "bare").isdisjoint(sentence.lemmas):
        sentence = with_said(sentence)
    if ("VBP" in sentence.xpos or held & {"have", "far"}) and words("stance", "invariant", "verbs") & held:
        sentence = with_past(with_perfects(sentence))
    if "NNS" in sentence.xpos and not words("sources", "of_states", "words").isdisjoint(held):
        sentence = with_teller(sentence)
    if not words("figures", "apart", "aims").isdisjoint(held):
        sentence = with_required(sentence, held)
    if not words("figures", "suffering", "past").isdisjoint(held):
        sentence = with_suffered(sentence)
    heads, relations = list(sentence.heads), list(sentence.relations)
    numbers = numbers_of(sentence)
    _give_articles(sentence, heads, relations)
    _leave_helpers(heads, relations)
    if "expl" in relations:
        _give_speech(sentence, heads, relations)
    if "ccomp" in relations:
        _part_done(sentence, heads, relations)
    _join_pairs(sentence, heads, relations)
    if relations.count("nsubj") > 1:
        _end_in_name(sentence, heads, relations)
    tells = not sayings().isdisjoint(sentence.lemmas)
    if tells:
        _lead_sayers(sentence, heads, relations)
    close_with_tellers(sentence, heads, relations)
    if "acl" in relations:
        give_number(sentence, heads, relations)
    if "mark" in relations and OF in held:
        give_counts(sentence, heads, relations)
    if tells:
        _hang_on_sayers(sentence, heads, relations)
    if tells and "acl:relcl" in relations:
        _tell_in_relatives(sentence, heads, relations)
    if "'s" in held or "\u2019s" in held:
        _give_owners(sentence, heads, relations)
    if THOSE in held:
        _give_those(sentence, heads, relations)
    if not ASKED.isdisjoint(held):
        _ask(sentence, heads, relations)
    if "compound:prt" in relations:
        _give_parted(sentence, heads, relations)
    if not LEFT_SO.isdisjoint(held):
        _leave_so(sentence, heads, relations)
    if DASH in held:
        join_makes(sentence, heads, relations)
    keep_clauses(sentence, held, heads, relations)
    if TO in held:
        _give_sent(sentence, heads, relations)
        _give_close(sentence, heads, relations)
        _give_to(sentence, heads, relations)
    if "goeswith" in relations and CENT in held:
        _join_percent(sentence, heads, relations)
    for number in numbers:
        _count_noun(sentence, number, heads, relations)
        count_beside(sentence, number, heads, relations)
        if OF in held:
            _place_counted(sentence, number, heads, relations)
        _give_gapped(sentence, number, heads, relations)
        if sentence.words[number + 2 : number + 3] and sentence.words[number + 2] in SOME:
            _give_some(sentence, number, heads, relations)
        if number > 1:
            _give_share(sentence, number, heads, relations)
            _part_year(sentence, number, heads, relations)
            give_yearly(sentence, number, heads, relations)
            _give_other_side(sentence, number, heads, relations)
        if number and sentence.words[number - 1] in (NOW, COLON):
            _give_beside(sentence, number, heads, relations)
    give_own(sentence, numbers, heads, relations)
    if BOARD in held:
        give_board(sentence, heads, relations)
    if heads == list(sentence.heads) and relations == list(sentence.relations):
        return sentence
    return replace(sentence, heads=tuple(heads), relations=tuple(relations)) if is_tree(heads) else sentence


def _with_infinitive(sentence: Sentence) -> Sentence:
    """With the verb of "expects sales to total $28 million", where the parse has them do so to some total."""
    for token in range(2, len(sentence)):
        to, verb = token - 1, sentence.heads[token]
        if sentence.xpos[token] != "VB" or sentence.upos[token] == "VERB" or sentence.words[to] != TO:
            continue
        led = sentence.heads[to] == token and sentence.relations[to] == "case" and 0 <= verb < to
        if led and sentence.lemmas[verb] in words("figures", "raising", "controlling"):
            upos, xpos, relations = list(sentence.upos), list(sentence.xpos), list(sentence.relations)
            upos[token], upos[to], xpos[to] = "VERB", "PART", "TO"
            relations[token], relations[to] = "xcomp", "mark"
            return replace(sentence, upos=tuple(upos), xpos=tuple(xpos), relations=tuple(relations))
    return sentence


def _with_participles(sentence: Sentence) -> Sentence:
    """Of "were pulled out alive but badly burned" they were burned, where the parse has them burn."""
    xpos = list(sentence.xpos)
    passive = {sentence.heads[t] for t, relation in enumerate(sentence.relations) if relation == "aux:pass"}
    for token, head in enumerate(sentence.heads):
        if xpos[token] == "VBD" and sentence.relations[token] == "conj" and head in passive:
            below = {sentence.relations[t] for t, above_ in enumerate(sentence.heads) if above_ == token}
            if below <= {"cc", "advmod", "punct"} and "advmod" in below:
                xpos[token] = "VBN"
    return sentence if xpos == list(sentence.xpos) else replace(sentence, xpos=tuple(xpos))


def _join_percent(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """A number "per cent" hangs on the cent, where the parse has it end the "per"."""
    for cent in range(1, len(sentence)):
        per = cent - 1
        if sentence.words[cent] != CENT or relations[cent] != "goeswith" or heads[cent] != per:
            continue
        take_place(cent, per, heads, relations)
        heads[per], relations[per] = cent, "compound"


def _ask(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "know how to open the gate" the opening is known, where the parse has a "how" that is to open it."""
    for asked in range(len(sentence) - 2):
        if sentence.words[asked] not in ASKED or sentence.words[asked + 1] != TO or relations[asked] != "obj":
            continue
        verb = next((t for t in range(asked + 2, len(sentence)) if heads[t] == asked), None)
        if verb is not None and relations[verb] == "acl" and heads[asked + 1] == verb:
            heads[verb], relations[verb] = heads[asked], "ccomp"
            heads[asked], relations[asked] = verb, "advmod"


def _give_parted(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """What is torn off is torn: of "tore off the hand" no phrase of place without a preposition."""
    for token, relation in enumerate(relations):
        verb = heads[token]
        if relation != "obl" or verb >= token or sentence.upos[token] != "NOUN":
            continue
        below = [relations[t] for t, head in enumerate(heads) if head == token]
        mine = [(t, relations[t]) for t, head in enumerate(heads) if head == verb]
        first = min((t for t, head in enumerate(heads) if head == token), default=token)
        parted = any(r == "compound:prt" and t == min(first, token) - 1 for t, r in mine)
        if parted and "case" not in below and "det" in below and all(r != "obj" for _, r in mine):
            relations[token] = "obj"


def _leave_so(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "left four soldiers, including the driver, dead and 16 others hurt" the soldiers are dead, others are hurt."""
    for state in range(2, len(sentence)):
        name = heads[state]
        if sentence.words[state] not in LEFT_SO or relations[state] != "conj" or not 0 < name < state - 1:
            continue
        left = heads[name]
        if relations[name] != "nmod" or sentence.words[state - 1] != COMMA or relations[left] != "obj":
            continue
        heads[state], relations[state] = left, "amod"
        for other, head in enumerate(heads):
            if head == state and relations[other] == "conj" and sentence.upos[other] in NAMED:
                heads[other] = left


def _give_sent(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "a decision to send 40 lorries surprised many" the lorries are sent; a verb has one subject."""
    for token, relation in enumerate(relations):
        verb = heads[token]
        if relation != "nsubj" or verb < token:
            continue
        if not any(relations[t] == "nsubj" and heads[t] == verb for t in range(token)):
            continue
        first = min((t for t in range(token) if token in above(heads, t)), default=token)
        stem = first - 1
        if stem < 1 or sentence.xpos[stem] != "VB" or sentence.words[stem - 1] != TO or stem in above(heads, verb):
            continue
        bare = not any(head == stem and relations[t] in OBJECTS for t, head in enumerate(heads))
        both = any(head == verb and relations[t] == "nsubj" and t < stem for t, head in enumerate(heads))
        if bare and both and relations[stem] in ("acl", "xcomp"):
            heads[token], relations[token] = stem, "obj"


def _place_counted(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "5,000 cases of measles in Peru" the cases are in Peru, where the parse has the measles there."""
    noun = heads[number]
    kind = noun + 2
    if noun != number + 1 or kind >= len(sentence) or sentence.words[noun + 1] != OF:
        return
    if (heads[kind], relations[kind], sentence.upos[kind]) != (noun, "nmod", "NOUN"):
        return
    for place in range(kind + 2, len(sentence)):
        if heads[place] == kind and relations[place] == "nmod" and sentence.upos[place] == "PROPN":
            first = min((t for t, head in enumerate(heads) if head == place), default=place)
            if first == kind + 1 and sentence.words[first] == "in":
                heads[place] = noun


def _give_gapped(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "France sent 40 doctors, Spain 25 nurses" Spain sent the nurses; a name before a number is no part of them."""
    name, noun = number - 1, heads[number]
    if name < 1 or noun != number + 1 or heads[name] != noun or sentence.upos[name] != "PROPN":
        return
    if relations[name] == "compound" and relations[noun] == "conj" and sentence.words[name - 1] in (COMMA, "and"):
        relations[name] = "appos"


def _with_trade(sentence: Sentence) -> Sentence:
    """With the paper of "the Catalan daily El Camp" a noun, where the parse has the name be one of every day."""
    trades = [t for t, both in enumerate(zip(sentence.upos, sentence.xpos, strict=True)) if both == ("ADJ", "NN")]
    if not trades:
        return sentence
    upos, relations = list(sentence.upos), list(sentence.relations)
    for token in trades:
        named = relations[token] == "amod" and sentence.heads[token] > token
        if named and upos[sentence.heads[token]] == "PROPN":
            upos[token], relations[token] = "NOUN", "compound"
    if upos == list(sentence.upos):
        return sentence
    return replace(sentence, upos=tuple(upos), relations=tuple(relations))


def _give_articles(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """An article is nobody who does anything: "the previously sent 14,000 troops are credited"."""
    for token, relation in enumerate(relations):
        if not relation.startswith("nsubj") or sentence.words[token].lower() not in ARTICLES:
            continue
        noun = token + 1
        while noun < heads[token] and not (sentence.upos[noun] in NAMED and not token < heads[noun] <= noun + 1):
            noun += 1
        if noun < heads[token] and heads[noun] == heads[token]:
            heads[token], relations[token] = noun, "det"


def _leave_helpers(heads: list[int], relations: list[str]) -> None:
    """Who does something is no subject of a helping verb: "economists polled by a paper had forecast a gain"."""
    for token, helper in enumerate(heads):
        if helper < 0 or relations[helper] not in HELPERS:
            continue
        done = heads[helper]
        if relations[token].startswith(("nsubj", "obl", "obj")) and token not in above(heads, done):
            heads[token] = done if done >= 0 else helper


def _give_speech(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "it found that the ferry carried 340" somebody found it, where the parse has an "it" that stands for none."""
    for token, relation in enumerate(relations):
        verb = heads[token]
        if relation != "expl" or sentence.words[token].lower() != "it" or sentence.xpos[verb] not in FINITE:
            continue
        told = any(head == verb and relations[t] == "ccomp" for t, head in enumerate(heads))
        helped = any(head == verb and relations[t].startswith("aux") for t, head in enumerate(heads))
        if token < verb and told and not helped and sentence.lemmas[verb] in speaking():
            relations[token] = "nsubj"


def _part_done(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "11 of the 30 guns promised so far have arrived" 11 have, where the parse has them promise that some have."""
    for verb, relation in enumerate(relations):
        done = heads[verb]
        # A relative clause is left: "employees that the firm said would be laid off".
        if relation != "ccomp" or not 0 < done < verb or relations[done].startswith("acl"):
            continue
        below = [t for t, head in enumerate(heads) if head == verb and t < verb]
        helped = any(relations[t].startswith("aux") for t in below)
        if not helped or any(relations[t].startswith(("nsubj", "mark", "expl", "csubj", "obj")) for t in below):
            continue
        subject = next((t for t in range(done) if heads[t] == done and relations[t].startswith("nsubj")), -1)
        noun = done - 1
        if subject < 0 or sentence.xpos[done] not in ("VBD", "VBN") or subject not in above(heads, noun):
            continue
        if any(heads[t] == done and relations[t] in ("obj", "aux") for t in range(len(sentence))):
            continue
        take_place(verb, done, heads, relations, among=range(done))
        heads[done], relations[done] = noun, "acl"


def _join_pairs(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Two nouns side by side are one: "Orsian officials said", "told the agency Petrowire", "the 2 percent forecast".

    So are a trade and a name that the parse makes part of it: "retired detective Mo Halm"; and "the paper Azat wrote".
    """
    for token in range(1, len(sentence)):
        before, relation = token - 1, relations[token]
        if sentence.upos[token] not in NAMED or sentence.upos[before] not in NAMED:
            continue
        trade = sentence.xpos[before] == "NN" and sentence.upos[token] == "PROPN"
        if trade and relation == "flat" and heads[token] == before:
            _lead_name(token, heads, relations)
            continue
        if relations[before] == "nsubj" and heads[before] == token and sentence.upos[before] == "NOUN":
            _join_kind(sentence, token, heads, relations)  # "1,000 mine clearers"
            continue
        if heads[token] != heads[before]:
            apart = trade and relation == relations[before] == "nsubj" and token < heads[token] < heads[before]
            if apart and before not in above(heads, heads[token]):
                heads[before], relations[before] = token, "nmod:desc"  # "killed, so the paper Azat wrote"
            continue
        subjects = relation.startswith("nsubj") and relations[before].startswith("nsubj")
        if subjects and sentence.upos[before] == "PROPN" and sentence.upos[token] == "NOUN" and heads[token] > token:
            _take(before, token, heads, relations)
        elif trade and relation == relations[before] == "nmod" and heads[before] < before:
            heads[token], relations[token] = before, "appos"  # "by the charity MedAid"
        elif relation in OBJECTS and relations[before] in OBJECTS and heads[before] < before:
            if trade:
                heads[token], relations[token] = before, "appos"
            elif sentence.words[before] in PERCENT and sentence.upos[token] == "NOUN":
                _take(before, token, heads, relations)


def _join_kind(sentence: Sentence, noun: int, heads: list[int], relations: list[str]) -> None:
    """A noun right behind another of the same phrase tells nothing of it."""
    kind = noun - 1
    if sentence.xpos[noun] != "NNS" or any(
        head == noun and relations[t].startswith(("cop", "aux", "obj", "ccomp")) for t, head in enumerate(heads)
    ):
        return
    for child, head in enumerate(heads):
        if head == kind and child < kind and relations[child] in ("nummod", "det", "amod"):
            heads[child] = noun
    heads[kind], relations[kind] = noun, "compound"


def _end_in_name(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "a report by the daily Nordkurs said" the report says so, where the parse has both speak."""
    for name in range(2, len(sentence)):
        verb, before = heads[name], name - 1
        if sentence.upos[name] != "PROPN" or relations[name] != "nsubj" or verb < name:
            continue
        if sentence.upos[before] in ("PUNCT", "ADP", "PROPN") or heads[before] == name:
            continue
        over = tuple(above(heads, before))
        thing = next((t for t in over if heads[t] == verb and relations[t] == "nsubj" and t < before), -1)
        trade = next((t for t in over if heads[t] == thing and relations[t] == "nmod"), -1)
        if thing < 0 or trade < 0 or sentence.upos[trade] != "NOUN":
            continue
        heads[name], relations[name] = thing, "nmod"
        for child in range(trade):
            if heads[child] == trade and relations[child] == "case":
                heads[child] = name
        heads[trade], relations[trade] = name, "nmod:desc"


def _lead_name(name: int, heads: list[int], relations: list[str]) -> None:
    """A name stands where its trade did, which describes it."""
    trade = name - 1
    take_place(name, trade, heads, relations, among=range(name + 1, len(heads)))
    heads[trade], relations[trade] = name, "nmod:desc"


def _take(before: int, noun: int, heads: list[int], relations: list[str]) -> None:
    """A noun takes the one before it as a part, with the article of the two."""
    for child, head in enumerate(heads):
        if head == before and child < before and relations[child] in ("det", "case", "nmod:poss"):
            heads[child] = noun
    heads[before], relations[before] = noun, "compound"


def _lead_sayers(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "the bank denied 300 jobs were at risk" the bank denied it, where the parse has its denial be at risk.

    So of "the gazette reported, the bishop refused": a clause that nothing leads is no circumstance of the next one.
    """
    for verb, relation in enumerate(relations):
        told = heads[verb]
        if relation not in FRONTS or told < verb or sentence.xpos[verb] not in FINITE:
            continue
        if sentence.lemmas[verb] not in sayings() or not has_subject(verb, heads, relations):
            continue
        below = [t for t, head in enumerate(heads) if head == verb]
        if any(relations[t] in ("mark", "ccomp", "obj") or sentence.xpos[t] in ("WP", "WRB", "WDT") for t in below):
            continue
        if any(heads[t] == told and relations[t].startswith("nsubj") for t in range(verb + 1, told)):
            heads[verb], relations[verb] = heads[told], relations[told]
            heads[told], relations[told] = verb, "ccomp"


def _hang_on_sayers(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Behind "police said" stands when they did, and what they did with it: "officials said, warning that ..."."""
    for token, relation in enumerate(relations):
        above_it = heads[token]
        if relation in ("obl", "obl:unmarked"):
            timed = sentence.lemmas[token].lower() in words("times", "words")
            first = token - 1 if heads[token - 1] == token and relations[token - 1] == "case" else token
            sayer = first - 1
            behind = 0 <= above_it < sayer and heads[above_it] == sayer and relations[above_it] == "ccomp"
            if timed and behind and sentence.lemmas[sayer] in sayings():
                heads[token] = sayer
        elif relation == "advcl" and token > 2 and sentence.words[token - 1] == COMMA:
            sayer = token - 2
            aside = heads[sayer] == above_it and relations[sayer] == "parataxis" and above_it < sayer
            gerund = sentence.words[token].endswith("ing") and sentence.xpos[token] in VERBED
            if aside and gerund and sentence.lemmas[sayer] in sayings():
                heads[token] = sayer


def _tell_in_relatives(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "tents that a paper said were missing" the paper said so, where the parse has both tell of them."""
    for sayer, relation in enumerate(relations):
        if relation != "acl:relcl" or sentence.lemmas[sayer] not in sayings():
            continue
        told = next(
            (t for t in range(sayer + 1, len(sentence)) if heads[t] == heads[sayer] and relations[t] == relation), -1
        )
        if told < 0 or any(heads[t] == sayer and relations[t] in ("ccomp", "obj") for t in range(len(sentence))):
            continue
        helped = sentence.upos[sayer + 1] == "AUX" and heads[sayer + 1] == told
        if helped and not any(heads[t] == told and relations[t].startswith("nsubj") for t in range(sayer + 1, told)):
            heads[told], relations[told] = sayer, "ccomp"


def _give_owners(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "by the ministry of labour's count" the ministry counts, where the parse has a count by labour."""
    for owner, relation in enumerate(relations):
        of = owner - 1
        owned = heads[owner]
        if relation != "nmod:poss" or of < 1 or sentence.words[of] != OF or heads[of] != owner:
            continue
        body = of - 1
        if sentence.upos[body] not in NAMED or heads[body] != heads[owned] or body == heads[owned]:
            continue
        if relations[body] != relations[owned]:
            continue
        heads[owner], relations[owner] = body, "nmod"
        heads[body], relations[body] = owned, "nmod:poss"
        for child in range(body):
            if heads[child] == body and relations[child] == "case":
                heads[child] = owned


def _give_those(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Who is meant by "those infected" was infected: a clause of its own, though it may be drawn as a kind of them."""
    for token, relation in enumerate(relations):
        meant = relation == "amod" and sentence.words[token - 1] == THOSE and heads[token] == token - 1
        if meant and sentence.xpos[token] == "VBN":
            relations[token] = "acl"


def _give_close(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "people close to the regulator said" the people speak, where the parse has them be close."""
    for token, relation in enumerate(relations):
        noun, to = token - 1, token + 1
        if relation not in ASIDE or sentence.upos[token] != "ADJ" or sentence.words[to : to + 1] != (TO,):
            continue
        if noun < 0 or heads[noun] != token or not relations[noun].startswith("nsubj") or heads[to] <= to:
            continue
        below = [t for t, head in enumerate(heads) if head == token]
        verb = heads[to] + 1
        if any(relations[t] in ("cop", "aux", "mark") for t in below) or verb >= len(sentence):
            continue
        if sentence.xpos[verb] in FINITE and not has_subject(verb, heads, relations):
            heads[noun], relations[noun] = verb, "nsubj"
            heads[token], relations[token] = noun, "amod"
            for t in below:
                if relations[t] == "punct" and t < noun:
                    heads[t] = verb


def _give_to(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "attributed the figure of twelve hurt to the clinic" it is the clinic's, and nobody is hurt to it."""
    naming = words("attribution", "ascribing", "verbs")
    for token in range(2, 0 if naming.isdisjoint(sentence.lemmas) else len(sentence)):
        inside = heads[token]
        led = any(heads[t] == token and sentence.words[t] == TO for t in range(inside + 1, token))
        if not led or inside < 0 or relations[token] not in ("obl", "nmod"):
            continue
        verb = next((t for t in above(heads, inside) if sentence.lemmas[t] in naming), -1)
        beside = any(
            heads[t] == verb and sentence.words[c] == TO and heads[c] == t
            for t in range(len(sentence))
            for c in range(max(0, t - 3), t)
        )
        if 0 <= verb < inside and not beside:
            heads[token], relations[token] = verb, "obl"


def _count_noun(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "11 of 17 cut-off villages" 17 are villages, where the parse hangs both on the eleven."""
    if relations[number] != "nmod" or number < 1 or sentence.words[number - 1] != OF:
        return
    over = heads[number]
    noun = next((t for t in range(number + 1, len(sentence)) if heads[t] == over), -1)
    if noun < 0 or relations[noun] != "nmod" or sentence.xpos[noun] != "NNS":
        return
    if all(number < heads[t] <= noun for t in range(number + 1, noun)) and all(
        relations[t] != "case" for t in range(number + 1, noun)
    ):
        heads[number], relations[number], heads[number - 1] = noun, "nummod", noun


def _give_some(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "60,000 of which were reconnected" the 60,000 were, where the clause is drawn as told of them."""
    some, noun = number + 2, heads[number]
    verb = heads[some]
    if sentence.words[number + 1] != OF or not 0 <= noun < number or heads[verb] != number or verb < some:
        return
    if relations[verb] == "acl:relcl" and not has_subject(verb, heads, relations):
        passive = any(head == verb and relations[t] == "aux:pass" for t, head in enumerate(heads))
        heads[verb], heads[number] = noun, verb
        heads[some], relations[some] = number, "nmod"
        relations[number] = "nsubj:pass" if passive else "nsubj"


def _give_share(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "the commission had the mayor on 48 percent" he is put there, where the parse has a mayor on percent."""
    share, noun = heads[number], heads[heads[number]]
    told = relations[number] == "nummod" and sentence.words[share] in PERCENT and sentence.words[number - 1] == ON
    if not told or relations[share] != "nmod" or relations[noun] != "obj" or not heads[noun] < noun < number:
        return
    if sentence.lemmas[heads[noun]] == HAVE:
        heads[share], relations[share] = heads[noun], "obl"


def _part_year(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "its forecast for 2031 to 4.8 percent" the forecast is for 2031, where the parse has a range begin there."""
    word, to = sentence.words[number], number + 1
    if not word.isdecimal() or int(word) not in YEARS or sentence.words[to : to + 1] != (TO,):
        return
    case, noun = number - 1, number - 2
    follows = to + 1 < len(sentence) and heads[number] > to and relations[number] in ("nummod", "compound")
    if follows and sentence.upos[case] == "ADP" and sentence.upos[noun] in NAMED and noun not in above(heads, number):
        heads[number], relations[number] = noun, "nmod"
        heads[case], relations[case] = number, "case"
        heads[to] = heads[number] if heads[to] == number else heads[to]


def _give_other_side(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "rejected it by 58 percent to 42" the 42 are of the same vote as the percent, and nothing moved to it."""
    noun = number - 2
    if sentence.words[number - 1] != TO or heads[number - 1] != number or relations[number] != "obl":
        return
    passing = words("figures", "passing", "for") | words("figures", "passing", "against")
    share = sentence.words[noun] in PERCENT and heads[noun] == heads[number] and relations[noun] == "obl"
    if share and sentence.lemmas[heads[number]] in passing:
        heads[number], relations[number] = noun, "nmod"


def _give_beside(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """What stands beside a noun is told of it, and what stands behind a colon of the clause before.

    Of "output, now 40,000 barrels, will double" it is 40,000 now; of "published it on Friday: 40 dead" no Friday is.
    """
    sign = number - 1
    noun = heads[number] if relations[number] == "nummod" else number
    if sentence.words[sign] == NOW:
        comma = sign - 1
        inside = relations[noun] == "appos" and heads[noun] < comma and sentence.words[comma] == COMMA
        if inside and heads[sign] == heads[heads[noun]]:
            heads[sign] = noun
        return
    day = heads[number]
    if not 0 <= day < sign or relations[day] != "obl" or sentence.lemmas[day].lower() not in words("times", "words"):
        return
    for token in range(number, len(sentence)):
        if heads[token] == number and relations[token] == "parataxis":
            heads[token] = heads[day]  # ", 60 hurt"
        if heads[token] == day and relations[token] == "appos":
            heads[token] = heads[day]
            relations[token] = "appos" if token == number else "advcl"
