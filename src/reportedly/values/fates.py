"""Verbs by which a later report may tell of what an earlier one announced: "arrived" tells of what was to be sent.

``fates.toml`` lists which verbs tell of one deed and which give up what was announced. That two verbs may do so proves
nothing by itself: the thing, the number or who does it has to be the same.
"""

import re
from functools import cache
from re import Pattern
from typing import Any

from reportedly.model import Claim
from reportedly.values.lexicons import entry, lexicon, words

TABLE = "fates"
REPLACED = 60  # characters before a number in which it is told that another came in its place


@cache
def alike(verb: str) -> frozenset[str]:
    """A verb and those that tell of the same deed."""
    return frozenset({verb}).union(*(told for told in entry(TABLE, "same").values() if verb in told))


@cache
def bases(verb: str) -> frozenset[str]:
    """What the base of a verb may be: that of "vaccinated" is "vaccinate"."""
    found = {entry(TABLE, "participles").get(verb, verb)}
    for ending in ("ed", "ing"):
        if verb.endswith(ending):
            bare = verb.removesuffix(ending)
            found |= {bare, f"{bare}e", bare[:-1]}
    if verb.endswith("s") and not verb.endswith("ss"):  # "the strike begins on Monday"
        found |= {verb[:-1], verb.removesuffix("es")}
    return frozenset(found)


def is_participle(verb: str) -> bool:
    """Whether a form of a verb is one of what is done to something: "vaccinated"."""
    return entry(TABLE, "participles").get(verb, verb) != verb or verb.endswith(("ed", "ing"))


@cache
def forms(verb: str) -> frozenset[str]:
    """The bases of a verb and those that tell of the same deed, if of more than it, too."""
    return frozenset().union(*map(alike, bases(verb)), implied(verb))


@cache
def implied(verb: str) -> frozenset[str]:
    """Verbs that tell of more than the deed: who has arrived left before, and nobody says when."""
    told_by = entry(TABLE, "told_by")
    return frozenset().union(*(told_by.get(base, ()) for base in bases(verb)))


@cache
def converse(verb: str) -> frozenset[str]:
    """Verbs that tell of the deed by whom it is done to: who is to be paid receives."""
    table: dict[str, list[str]] = entry(TABLE, "converse")
    return frozenset().union(*(table.get(base, ()) for base in bases(verb)))


@cache
def so(what: str) -> frozenset[str]:
    """The verbs that tell that something is as it was said to be: of "back to normal" what runs again; else none."""
    table: dict[str, list[str]] = entry(TABLE, "so")
    return frozenset(verb for phrase, verbs in table.items() if what.startswith(phrase) for verb in verbs)


@cache
def done_by(noun: str) -> frozenset[str]:
    """The verbs that tell of the deed that a noun names: "search"."""
    table: dict[str, list[str]] = entry(TABLE, "deeds")
    called: dict[str, list[str]] = entry(TABLE, "called")
    named = {verb for verb, nouns in called.items() if noun in nouns and " " not in verb}
    return frozenset(table.get(noun, ())).union(*map(forms, named))


@cache
def doing(noun: str) -> frozenset[str]:
    """The verbs that tell of the deed that a noun in -ing names: of "the sinking of six wells" those of "sink"."""
    return frozenset().union(*(forms(base) for base in bases(noun))) if noun.endswith("ing") else frozenset()


@cache
def under_way(noun: str) -> Pattern[str]:
    """Words by which a deed that a noun names is told to have come about: "the second day of the rail strike"."""
    before, behind = (
        "|".join(sorted(words(TABLE, "under_way", side), key=len, reverse=True)) for side in ("before", "behind")
    )
    return re.compile(
        rf"\b(?:{before}) (?:[\w'’-]+ ){{0,4}}{noun}s?\b|\b{noun}s? (?:[\w'’-]+ ){{0,4}}?(?:{behind})\b", re.IGNORECASE
    )


def is_punctual(noun: str) -> bool:
    """Whether a noun names a deed of a moment: "departure"."""
    return noun in words(TABLE, "punctual", "words")


def another() -> frozenset[str]:
    """Words by which a deed is told apart from an earlier one of its kind."""
    return words(TABLE, "another", "words")


def in_use(how: str) -> frozenset[str]:
    """Verbs of what is to be as it was before, and those that tell of its use."""
    return words(TABLE, "in_use", how)


@cache
def again(how: str) -> Pattern[str]:
    """Words beside a verb of use by which something is in use again."""
    return re.compile(rf"\b(?:{'|'.join(sorted(in_use(how)))})\b", re.IGNORECASE)


@cache
def back_to() -> Pattern[str]:
    """Words that tell that people are where they go when it is in use: "back in class"."""
    return re.compile(rf"\bback (?:to|in|at) (?:the |their )?({'|'.join(sorted(in_use('to')))})\b", re.IGNORECASE)


def fallen(how: str) -> frozenset[str]:
    """Verbs of what comes to nothing, whoever was to bring it about, and the nouns of what may."""
    return words(TABLE, "fallen", how)


def came_to_be(how: str) -> frozenset[str]:
    """Verbs of a deed that is told by its noun, and nouns of what sets it going."""
    return words(TABLE, "came_to_be", how)


def quantifiers() -> frozenset[str]:
    """Words that stand for all or some of what was told before."""
    return words(TABLE, "quantifiers", "words")


@cache
def goes_on() -> Pattern[str]:
    """A verb in -ing at the end that tells what goes on, by the adverb before it: "are now running"."""
    told = "|".join(words(TABLE, "goes_on", "adverbs"))
    return re.compile(rf"\b(?:is|are|was|were|been)\s(?:(?:{told}) ){{1,2}}[a-z]+ing$", re.IGNORECASE)


@cache
def begins_doing() -> Pattern[str]:
    """A verb in -ing at the end that tells what is done, by the verb before it: "begins buying"."""
    told = "|".join(words(TABLE, "goes_on", "verbs"))
    return re.compile(rf"\b(?:{told})\s(?:[a-z]+ly\s)?[a-z]+ing$", re.IGNORECASE)


@cache
def instead() -> Pattern[str]:
    """Words that tell that something is done in place of something else."""
    told = "|".join(words(TABLE, "in_its_place", "words"))
    return re.compile(rf"\b(?:{told})\b(?! of\b)", re.IGNORECASE)


def is_plan(noun: str) -> bool:
    """Whether a noun names a plan and not a deed."""
    return noun in words(TABLE, "plan", "words")


@cache
def new_plan() -> Pattern[str]:
    """A plan that is brought up anew, behind a verb: "out of a bid"."""
    plans = "|".join(words(TABLE, "plan", "words"))
    return re.compile(rf"\s+(?:out of |of )?(?:{'|'.join(anew())}) (?:[\w'’-]+ ){{0,2}}(?:{plans})\b", re.IGNORECASE)


def is_mutual(verb: str) -> bool:
    """Whether a deed is done on both sides, so that what each did comes to the whole."""
    return verb in listed("mutual")


@cache
def _parts() -> tuple[Pattern[str], Pattern[str], Pattern[str]]:
    rest, later = ("|".join(words(TABLE, "in_part", side)) for side in ("rest", "later"))
    numbers = "|".join(words(TABLE, "in_part", "numbers"))
    return (
        re.compile(rf"\b(?:{rest})(?: [\w'’-]+){{0,2}} (?:{later})\b", re.IGNORECASE),
        re.compile(rf"\bthe first (?:about |some )?(?:\d|(?:{numbers})\b)", re.IGNORECASE),
        re.compile(rf"\ball but (?:about |some )?(?:an? |\d|(?:{numbers})\b)", re.IGNORECASE),
    )


def is_in_part(sentence: str, announced: str) -> bool:
    """Whether something is done for some alone: "the first 40 have been paid", "all but 310 were"."""
    rest, first, all_but = _parts()
    if any(told.search(sentence) is not None for told in (rest, all_but)):
        return True
    return bool(first.search(sentence) and "first" not in announced.lower())


def listed(name: str) -> frozenset[str]:
    """The verbs of a table."""
    return words(TABLE, name, "verbs")


def nouns(name: str) -> frozenset[str]:
    """The nouns of a table: of "offered" those by which what was offered or asked for is told."""
    return words(TABLE, name, "nouns")


@cache
def things() -> tuple[tuple[str, ...], ...]:
    """Lists of nouns that tell of one thing: a border is a frontier."""
    return tuple(tuple(told) for told in lexicon(TABLE)["things"].values())


def pronouns() -> frozenset[str]:
    """Words that stand for who speaks."""
    return words(TABLE, "pronouns", "words")


def carriers() -> frozenset[str]:
    """Nouns that name what carries something: "consignment"."""
    return words(TABLE, "carriers", "words")


@cache
def beside(noun: str) -> frozenset[str]:
    """A noun and those that tell of the same thing."""
    return frozenset({noun}).union(*(told for told in things() if noun in told))


@cache
def promised() -> Pattern[str]:
    """Words by which a number is told to be of what was announced: "of the promised graduates", "which it wanted"."""
    told = words(TABLE, "reckoned", "recalled") | words(TABLE, "reckoned", "recalling")
    return re.compile(rf"\b(?:{'|'.join(sorted(told, key=len, reverse=True))})\b", re.IGNORECASE)


@cache
def kinds(noun: str) -> frozenset[str]:
    """The kinds of what a noun names, where it is one that many go by: of a soldier and of a nurse people."""
    return frozenset(kind for kind, told in entry(TABLE, "kinds").items() if noun in told)


def anew() -> frozenset[str]:
    """Articles of somebody or something that was not told of before."""
    return words(TABLE, "anew", "articles")


def is_another(doer: str) -> bool:
    """Whether whoever is told is none that is known: "another airline"."""
    return next(iter(doer.lower().split()), "") in words(TABLE, "anew", "other")


def before_place(doer: str) -> str:
    """Who somebody is, without where: of "a shipyard in Oulu" the shipyard."""
    return re.split(rf" (?:{'|'.join(sorted(words(TABLE, 'anew', 'places')))}) ", doer, maxsplit=1)[0]


@cache
def complement() -> Pattern[str]:
    """What stands behind a noun and tells apart what it names: the "banker" of "the appeal of a banker"."""
    articles, links = "|".join(anew()), "|".join(words(TABLE, "anew", "complement"))
    return re.compile(rf"\s+(?:{links})\s+(?:{articles})\s+((?:[\w'’-]+\s?){{1,3}})", re.IGNORECASE)


def common() -> frozenset[str]:
    """Words that stand beside many a deed."""
    return words(TABLE, "common", "words")


@cache
def empty() -> frozenset[str]:
    """Words that are met in sentences on anything, and tell nothing of what a plan is about."""
    return words(TABLE, "empty", "words")


@cache
def put_off() -> Pattern[str]:
    """What sets another day for a deed, up to that day: the "put off" of "put off until Friday"."""
    return re.compile(
        rf"(?:{'|'.join(sorted(words(TABLE, 'put_off', 'words')))})(?= (?:until|till|to)\b)", re.IGNORECASE
    )


@cache
def moved(how: str) -> Pattern[str]:
    """Words by which something is set for another day ("moved"), is to be so after all ("anew"), or comes about."""
    return re.compile(rf"\b(?:{'|'.join(words(TABLE, 'moved', how))})\b", re.IGNORECASE)


def sets_anew(text: str) -> bool:
    """Whether a sentence may set something for another day than that which was set."""
    if moved("moved").search(text) is not None:
        return True
    return moved("anew").search(text) is not None and moved("happens").search(text) is not None


@cache
def _refusal() -> Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(nouns('offered'))})s?\b", re.IGNORECASE)


def refuses(text: str) -> bool:
    """Whether a sentence may tell what was done with an offer."""
    return _refusal().search(text) is not None


def is_due(word: str) -> bool:
    """Whether a word only sets a day for what it goes with: "scheduled"."""
    return word in words(TABLE, "due", "words")


@cache
def giving_up() -> dict[str, frozenset[str]]:
    """Verbs that end what was announced, each with the words of which one has to stand beside it, if any."""
    table: dict[str, Any] = lexicon(TABLE)["given_up"]
    beside = {verb: frozenset(told) for verb, told in table.items() if verb != "verbs"}
    return {**{verb: frozenset() for verb in table["verbs"]}, **beside}


@cache
def happens() -> Pattern[str]:
    """Phrases that tell nothing but that it comes about; who goes ahead with something does that."""
    return re.compile(rf"(?:{'|'.join(words(TABLE, 'happening', 'verbs'))})\b(?! with\b)")


def is_deed(noun: str) -> bool:
    """Whether a noun is one by which a deed is called: "referendum"."""
    return any(noun in nouns for nouns in entry(TABLE, "called").values())


def akin(noun: str) -> frozenset[str]:
    """A noun and those by which one deed is called with it: an "election" is a "vote"; what is held is of any kind."""
    light = carried_out("light")
    rows = (set(told) for verb, told in entry(TABLE, "called").items() if verb not in light)
    return beside(noun).union(*(row for row in rows if noun in row))


def called(verb: str, deed: str) -> frozenset[str]:
    """The nouns by which a deed is called later: "will walk out on Monday" is "the walkout"."""
    table: dict[str, list[str]] = entry(TABLE, "called")
    own = bases(verb)
    told = (names for way, names in table.items() if way in own or (" " in way and re.search(rf"\b{way}\b", deed)))
    return frozenset(noun for names in told for noun in names)


def carried_out(how: str) -> frozenset[str]:
    """Verbs and words by which a deed that is called by its noun is told to have come about."""
    return words(TABLE, "carried_out", how)


@cache
def behind(noun: str) -> Pattern[str]:
    """A deed by its noun behind words that tell that it has come about: "since the opening of the crossings"."""
    told = "|".join(carried_out("behind"))
    return re.compile(rf"\b(?:{told}) (?:[\w'’-]+ ){{0,4}}?{noun}s?\b", re.IGNORECASE)


@cache
def on_day(noun: str) -> Pattern[str]:
    """A deed by its noun, at which something else is done: "at a meeting on Saturday"."""
    told = "|".join(carried_out("on_day"))
    return re.compile(rf"\b(?:{told}) (?:a|an|the|its|their) (?:[\w'’-]+ ){{0,3}}?{noun}s?\b", re.IGNORECASE)


@cache
def undone(verb: str) -> frozenset[str]:
    """Verbs that tell that a deed was not done when it was to be: a rate that is kept is not lowered."""
    return frozenset(told for base in bases(verb) for told in entry(TABLE, "undone").get(base, ()))


@cache
def ending(what: str) -> frozenset[str]:
    """Verbs that tell the end of a state that is to last until a day: of "stay shut until Friday" that it reopens."""
    table: dict[str, list[str]] = entry(TABLE, "until")
    lasting = re.search(rf"\b({'|'.join(table)})\b(?! by\b)[^,;.]*? (?:until|till)\b", what)
    return frozenset(table[lasting.group(1)]) if lasting is not None else frozenset()


@cache
def _shifts() -> Pattern[str]:
    table = entry(TABLE, "shift")
    late, early, expected = ("|".join(words(TABLE, "shift", how)) for how in ("late", "early", "expected"))
    many = rf"(?:{'|'.join(table['numbers'])}|\d{{1,2}}) (?:{'|'.join(table['units'])})s?"
    than = rf"than (?:[\w'’-]+ ){{0,4}}?(?:{expected})"
    behind = r"after (?:[\w'’-]+ ){0,5}?(?:was|were|had been) (?:to|due|scheduled|supposed|expected|planned)"
    return re.compile(
        rf"\b(?:(?:{'|'.join(table['missed'])}) (?P<missed>{many})"
        rf"|(?P<many>{many}) (?:(?:{late}|later {than}|{behind})|(?P<early>{early}|(?:earlier|sooner) {than})))\b",
        re.IGNORECASE,
    )


def delay(sentence: str) -> re.Match[str] | None:
    """Where it is told by how many days a deed is late or early."""
    return _shifts().search(sentence)


def shift(sentence: str) -> int | None:
    """The days by which a deed is told to be late, fewer than none where it is early; None where that is not told.

    Of less than a day it is 0.
    """
    found = _shifts().search(sentence)
    if found is None:
        return None
    number, unit = (found.group("missed") or found.group("many")).lower().split()
    table = entry(TABLE, "shift")
    many = int(number) if number.isdecimal() else int(table["numbers"][number])
    return (
        many * int(table["units"][unit if unit in table["units"] else unit[:-1]]) * (-1 if found.group("early") else 1)
    )


def leeway(sentence: str) -> int:
    """The days by which a delay that is told is not exact: of two weeks more than of two days."""
    found = _shifts().search(sentence)
    units: dict[str, int] = entry(TABLE, "shift")["leeway"]
    return units[(found.group("missed") or found.group("many")).lower().split()[1].removesuffix("s")] if found else 0


def is_answered(noun: str, verb: str) -> bool:
    """Whether what a verb tells of a noun tells that it was brought: an appeal that is thrown out was made."""
    return noun in words(TABLE, "answered", "nouns") and verb in words(TABLE, "answered", "verbs")


@cache
def unmet(how: str) -> Pattern[str]:
    """Words by which something is told not to have been done; see ``fates.toml``."""
    told = "|".join(entry(TABLE, "unmet")[how])
    ways = {
        "verbs": rf"\b(?:{told}) (?P<verb>[a-z]+)",
        "things": rf"\b(?:{told})\b",
        "never": rf",? (?:but |and )?(?:he |she |it |they )?(?:{told})\b(?=\s*(?:[.,;:!]|$))",
        "absent": rf",? (?:but |and )?(?:he |she |it |they )?(?:{told})\b",
        "renewed": rf",? ?(?:but |and )?(?:{told})\b",
        "dropped": rf",? ?(?:{told})\b",
    }
    return re.compile(ways[how], re.IGNORECASE)


@cache
def reckoned(how: str) -> Pattern[str]:
    """Words around a number that was announced, where it is told again; see ``fates.toml``."""
    table = {name: "|".join(sorted(told, key=len, reverse=True)) for name, told in entry(TABLE, "reckoned").items()}
    between = rf"(?:(?:{table['between']}) )*"
    ways = {
        "of": rf"\b(?:{table['of']}) {between}$",
        "instead": rf"\b(?:{table['instead']}) {between}$",
        "against": rf"\b(?:{table['against']}) {between}$",
        "more": rf"(?<!over and )\b(?:{table['more']}) {between}$",  # "over and above the 200" adds to them
        "recalled": rf"[^,;.]{{0,40}}?\b(?:{table['recalled']})\b",
        "recalling": rf"\b(?:{table['recalling']}|its|their|his|her) (?:of )?$",
        "short": rf"(?:[\w'’-]+ )?(?:{table['shortfall']}) {between}"
        rf"(?:{table['wanted']}|what\b.*\b(?:{table['recalled']}))\b",
        "other_day": rf"\b(?:{table['other_day']}) (?:on |by |from )?(?:\||[A-Z0-9])",
        "run_out": rf"\b(?:{table['run_out']})\b",
        "until": r"\b(?:not|never|n['’]t|nobody|none)\b[^.;]*\b(?:until|before)\b",
        "lacking": rf"\b(?:{table['lacking']})\b",
        "close": rf"\s*(?:[\w'’-]+ ){{0,3}}?(?:{table['of']}) {between}",
    }
    return re.compile(ways[how], re.IGNORECASE)


@cache
def tallied(how: str) -> Pattern[str]:
    """How what was announced is told again by its day, a share of its target, the last of it, or some who are there."""
    table = {name: "|".join(told) for name, told in entry(TABLE, "tallied").items()}
    ways = {
        "was_due": r", (?:which (?:was|were) |first |once |originally )?"
        rf"(?:{table['due']}) (?:for|on|by|in|at) [^,;.]{{2,40}},",
        "last": r"\bthe last of\b",
        "of_target": rf" of (?:the|its|their|his|her|that) (?:{table['target']})\b",
        "there": rf"[^,;.]{{0,60}}? (?:are|is) (?:now |already )?(?:{table['there']})\b",
    }
    return re.compile(ways[how], re.IGNORECASE if how != "there" else 0)


@cache
def drops_its() -> Pattern[str]:
    """A verb of giving up with what is given up, told as its own: "shelves its convoys"."""
    verbs = "|".join(rf"{verb.removesuffix('e')}\w*" for verb in words(TABLE, "given_up", "verbs"))
    return re.compile(rf"\b(?:{verbs}) (?:its|their|his|her) (?:[\w-]+ ){{0,2}}?([a-z]+)\b", re.IGNORECASE)


def is_replaced(claim: Claim) -> bool:
    """Whether another number came in its place: the 640 of "410 rather than the 640 announced"."""
    before = claim.context.quote[: claim.evidence.start - claim.context.start]
    return reckoned("instead").search(before[-REPLACED:]) is not None


@cache
def _recalling() -> Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words(TABLE, 'reckoned', 'recalling'))})\b", re.IGNORECASE)


def is_recalled(thing: str) -> bool:
    """Whether a thing is told as one that was announced: "the promised tents"."""
    return _recalling().search(thing) is not None


def currencies() -> frozenset[str]:
    """What money is called by itself: "crown"."""
    return words(TABLE, "reckoned", "currencies")


def reckoned_done() -> frozenset[str]:
    """Verbs that tell of a deed that it is done, whatever it is."""
    return words(TABLE, "reckoned", "done")


def comparatives(verb: str) -> frozenset[str]:
    """What a thing is when a deed was done to it: "higher" when it was raised."""
    return frozenset(told for base in bases(verb) for told in entry(TABLE, "comparative").get(base, ()))


def no_names() -> frozenset[str]:
    """Two capitals that are nobody's name."""
    return words(TABLE, "capitals", "no_names")


@cache
def money() -> Pattern[str]:
    """A sum that is written as one word: "Sh15"."""
    return re.compile(rf"(?:{'|'.join(words(TABLE, 'capitals', 'money'))})\d")


def placed(how: str) -> frozenset[str]:
    """Nouns of where money is that was paid: "will be in their accounts"."""
    return words(TABLE, "placed", how)


def presence(how: str) -> frozenset[str]:
    """Verbs of coming and sending, and words that tell that somebody is there."""
    return words(TABLE, "present", how)


@cache
def present() -> Pattern[str]:
    """Words that tell that those who were to come are there."""
    return re.compile(rf"\b(?:{'|'.join(presence('words'))})\b", re.IGNORECASE)


def at_work(how: str) -> frozenset[str]:
    """Verbs by which something is to come, and those that tell what it does, or that somebody has it."""
    return words(TABLE, "at_work", how)


def known() -> frozenset[str]:
    """Words before what was told of before: "the"."""
    return words(TABLE, "at_work", "known")


def ordinals() -> tuple[str, ...]:
    """The place of the first, the second and so on, in words."""
    return tuple(entry(TABLE, "at_work")["ordinals"])


@cache
def nth() -> Pattern[str]:
    """One of several by its place, and what it is: "the third centre", "the third feeding centre"."""
    return re.compile(rf"\bthe ({'|'.join(ordinals())})(?: [\w-]+?){{0,2}}? ([\w-]+)(?= [a-z])", re.IGNORECASE)


@cache
def nth_day() -> Pattern[str]:
    """A day of something that lasts: "the second day of a walkout", "entered its third day"."""
    return re.compile(rf"\b(?:the|its|their) ({'|'.join(ordinals())}) day\b", re.IGNORECASE)


def in_force(how: str) -> frozenset[str]:
    """Verbs by which a rule or a rate comes, and words that tell that it is there."""
    return words(TABLE, "in_force", how)


@cache
def _in_force() -> Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(in_force('words'))})\b", re.IGNORECASE)


def is_in_force(sentence: str) -> bool:
    """Whether a sentence tells that a rule or a rate is in force."""
    return _in_force().search(sentence) is not None


def term(when: str) -> str | None:
    """The length of time that is set: the "ten days" of "within ten days"."""
    found = re.search(r"\b(?:within|in) (?:the (?:next )?)?((?:[\w-]+) (?:day|week|month|hour|year)s?)\b", when.lower())
    return found.group(1) if found is not None else None
