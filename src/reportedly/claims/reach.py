"""When it happened: how far a time reaches, from the clause in which it stands to what hangs on that clause.

A clause of its own has a time of its own: "three ships that it has on order" are not of "presented claims this week",
nor is what was agreed in June of June. What goes on in the same breath ("struck on Monday, killing 40") is. In doubt a
time stays open, since a wrong one is worse.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportedly.claims.lexicons import either, words
from reportedly.claims.tags import RELATIVE
from reportedly.claims.trees import Tree
from reportedly.values import lexicons as values

PAST, PRESENT, AHEAD = "past", "present", "ahead"
PERFECT = frozenset({"has", "have", "'ve", "’ve"})
TENSES = {"VBD": PAST, "VBZ": PRESENT, "VBP": PRESENT, "MD": AHEAD}
SINCE, PHRASE = "since", 4  # words of a phrase that a superlative opens
AMOUNTS = frozenset({"least", "most"})  # "at least 40 people since Monday"
INCLUDING, SET_IN = "including", frozenset({",", "(", "\u2013", "\u2014", "--", ";"})
THEN = "then"
BESIDE = frozenset({"while", "whereas", "whilst"})
THAN, MORE = "than", ("JJR", "RBR")
AS, BACK_AS, MANY = "as", 3, frozenset({"many", "much"})  # "as many people as"
COUNTED = ("NUM", "SYM", "NOUN")
BACK = 10  # tokens in which a comparison stands before the time of what is compared with


class Bounds(NamedTuple):
    """Tokens between which a time phrase must stand to count: the one before its first, the one behind its last."""

    before: int
    behind: int

    def holds(self, run: Sequence[int]) -> bool:
        """Whether the phrase stands there."""
        return self.before < run[0] and run[-1] < self.behind


def up(tree: Tree, start: int) -> Iterator[tuple[int, Bounds]]:
    """The words above ``start`` whose times are also its own, with where their time phrases must stand.

    Behind a relative clause that is the noun it tells of and what stands between the two: "a blast on Monday that".
    """
    bounds = Bounds(-1, len(tree.lower))
    for token in tree.up(start):
        yield token, bounds
        found = _beyond(tree, token, bounds)
        if found is None:
            return
        bounds = found


def is_of_teller(tree: Tree, token: int, run: Sequence[int]) -> bool:
    """Whether a time hung on what is told is that of the telling: "40 left, the board told the council on Monday".

    Behind a pause it may be either's: "40 left, the board said, on Monday".
    """
    verb = tree.head(token)
    if tree.base[token] != "ccomp" or not token < verb < run[0]:
        return False
    return SET_IN.isdisjoint(tree.lower[verb : run[0]])


def _beyond(tree: Tree, token: int, bounds: Bounds) -> Bounds | None:
    """Where the times of what governs ``token`` must stand, None where they are none of its own."""
    base = tree.base[token]
    if tree.sentence.relations[token] == "acl:relcl" and ";" in tree.lower[tree.head(token) : token]:
        return None  # "300 came in May; 90 have left, 20 of whom were dismissed"
    if base == "parataxis" and any(tree.sentence.xpos[t] in ("WDT", "WP") for t in tree.having(token, "nsubj")):
        # "A fire broke out on Monday that killed 40"
        now = _tense(tree, token)  # "were paid on Monday, which leaves 40"
        now = AHEAD if now == PRESENT and _tense(tree, tree.head(token)) == PAST else now
        return None if now == AHEAD else Bounds(-1, tree.under(token)[0])
    if base == "parataxis" and tree.sentence.xpos[token] in MORE and not tree.having(token, "nsubj", "cop"):
        return bounds  # "handled 40 ships in May, 15% more than a year before"
    if base in ("ccomp", "parataxis"):
        return None
    if base == "acl":
        return _behind_noun(tree, token)
    if base == "advcl":
        apart = _is_beside(tree, token)  # "displaced 40,000 in 2022, while 300 died in Niger"
        bounds = bounds._replace(behind=min(bounds.behind, tree.head(token))) if apart else bounds
        later = tree.sentence.relations[token] == "advcl:relcl" and _is_since_then(tree, token)
        return bounds if not later and _is_alongside(tree, token) else None
    if base == "conj":
        return bounds if _goes_on(tree, token) else None
    if base == "nmod" and is_known(tree, token):
        return None  # "a monument to the 212 victims was unveiled on Friday"
    if base in ("obj", "obl", "nsubj") and _is_deed_told_of(tree, token):
        return bounds._replace(before=max(bounds.before, tree.under(token)[-1]))
    if base == "xcomp" and _was_intended(tree, token):
        return bounds._replace(before=max(bounds.before, token))
    return bounds


def changed(tree: Tree, start: int) -> tuple[int, int] | None:
    """The verb that takes something to or from the level ``start``, and what it takes there: "cut its forecast to 4%".

    None where it is told of no thing, or the other level is told of another: "rose to 4% from 3%".
    """
    token = start
    while tree.base[token] == "nmod" and tree.case(token) == "from" and tree.case(tree.head(token)) == "to":
        token = tree.head(token)
    verb = tree.head(token)
    if verb < 0 or tree.base[token] != "obl" or tree.case(token) not in words("times", "levels"):
        return None
    ways = either(("figures", "changes", "increase"), ("figures", "changes", "decrease"), ("times", "revising"))
    if tree.lemma(verb) not in ways:
        return None
    thing = next((t for t in tree.having(verb, "obj", "nsubj:pass") if t < token), None)
    return None if thing is None or tree.sentence.upos[thing] not in ("NOUN", "PROPN") else (verb, thing)


def is_known(tree: Tree, noun: int) -> bool:
    """Whether so many were there before, of whom something else is told: "relatives of the 12 miners marched"."""
    counted = tree.having(noun, "nummod") and tree.lemma(tree.head(noun)) not in words("times", "deeds")
    return bool(counted) and any(tree.lower[t] in ("the", "those", "these") for t in tree.having(noun, "det"))


def _is_deed_told_of(tree: Tree, noun: int) -> bool:
    """Whether a deed was done at another time than what is told of it: "on Monday marked the deaths of 40 miners"."""
    if tree.lemma(noun) not in words("times", "deeds") or tree.head(noun) < 0:
        return False
    whose = any(tree.case(child) == "of" for child in tree.having(noun, "nmod"))
    return whose and tree.lemma(tree.head(noun)) not in words("times", "befalling")


def _behind_noun(tree: Tree, verb: int) -> Bounds | None:
    """Of a clause that tells of a noun; "a plan to cut 40 jobs" and "a sign that 40 left" tell what the noun says.

    "A bill tabled this year that would cut 40" is not of this year, either.
    """
    marked = tree.having(verb, "mark") or _tense(tree, verb) == AHEAD or _is_since_then(tree, verb)
    return None if marked else Bounds(tree.head(verb), tree.under(verb)[0])


def _is_since_then(tree: Tree, verb: int) -> bool:
    """Whether it has come about by now, behind what was: "were arrested in May, of whom 29 have been sentenced"."""
    if not _has_been(tree, verb):
        return False
    main = next((t for t in tree.up(tree.head(verb)) if _tense(tree, t)), -1)
    return main >= 0 and not is_perfect(tree, main)


def _is_alongside(tree: Tree, verb: int) -> bool:
    """Whether an adverbial clause is of the time of its main clause: "killing 40", "while", "to close at 40"."""
    marks = {tree.lower[mark] for mark in tree.having(verb, "mark", "case")}
    if not marks:
        return True
    if "to" in marks and tree.sentence.xpos[verb] != "VBG":
        return is_outcome(tree, verb) and not _intends(tree, tree.head(verb))
    if "with" in marks:
        return bool(tree.having(verb, "nsubj"))  # "with prices rising 4%", not "charged with killing three"
    return marks <= words("times", "alongside")


def _is_beside(tree: Tree, verb: int) -> bool:
    """Whether a clause behind a comma sets beside its main clause what others did: "while 300 died in Niger"."""
    marks = [mark for mark in tree.having(verb, "mark") if tree.lower[mark] in BESIDE]
    behind = bool(marks) and marks[0] > tree.head(verb) and tree.lower[marks[0] - 1] in SET_IN
    return behind and bool(tree.having(verb, "nsubj", "nsubj:pass"))


def is_outcome(tree: Tree, verb: int) -> bool:
    """Whether an infinitive tells what came of it: "rose to close at 40", "won to reach the final"."""
    ends = tree.lemma(verb) in words("times", "ends")
    ends = ends and all(tree.lemma(ended) in words("times", "sessions") for ended in tree.having(verb, "obj"))
    return ends or tree.lemma(verb) in words("times", "outcomes")


def _goes_on(tree: Tree, verb: int) -> bool:
    """Whether what a word is joined to is told in its tense: not "started in May and earns $21 an hour"."""
    one, other = _tense(tree, tree.head(verb)), _tense(tree, verb)
    since = _has_been(tree, verb) and one == PAST and not _has_been(tree, tree.head(verb))
    return (one is None or other is None or one == other) and not since  # "in 2023 hired 300, but 140 have left"


def _has_been(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what has been done by now: "has cost", but not "had cost"."""
    return any(tree.lower[t] in PERFECT for t in tree.having(verb, "aux"))


def is_reckoned(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody now takes a number to be, whenever that is so: "is now put at 4%"."""
    return tree.lemma(verb) in either(("stance", "expected", "verbs"), ("times", "revising"), ("times", "counting"))


def is_past(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what was, or has been."""
    return _tense(tree, verb) == PAST


def is_present(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what is so: "costs", "are running", but not "has cost" nor "ran"."""
    return _tense(tree, verb) == PRESENT


def is_tensed(tree: Tree, verb: int) -> bool:
    """Whether a word tells what is or was so: either of the two."""
    return _tense(tree, verb) in (PRESENT, PAST)


def is_perfect(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what has been done by a moment: "has cost", "had cost"."""
    return _has_been(tree, verb) or any(tree.lower[t] == "had" for t in tree.having(verb, "aux"))


def is_of_later(tree: Tree, token: int) -> bool:
    """Whether a word has a time of its own that leans on the one told before: "six since", "25 in the second"."""
    beside = tree.having(token, "obl", "nmod", "advmod")
    rates = (t for child in beside if tree.having(child, "det") for t in tree.having(child, "nmod"))
    for child in (*beside, *rates):  # "only 60 a day since then"
        case = tree.case(child)
        if (tree.lower[child], case) == (SINCE, "") and not tree.children[child]:
            return True
        if tree.lower[child] == THEN and case == SINCE:
            return True
        rank = tree.sentence.upos[child] == "ADJ" and tree.lower[child] in words("times", "ranks")
        if rank and case in words("times", "close") and tree.having(child, "det"):
            return True
    return False


def _tense(tree: Tree, verb: int) -> str | None:
    """In what tense a word is told; what has been done is past beside what is so."""
    if _has_been(tree, verb):
        return PAST
    helpers = tree.having(verb, "aux", "cop")
    return next((TENSES[tag] for t in (*helpers, verb) if (tag := tree.sentence.xpos[t]) in TENSES), None)


def _was_intended(tree: Tree, verb: int) -> bool:
    """Whether an infinitive tells what somebody had decided by then: "agreed in June to buy"."""
    governor = tree.head(verb)
    led = any(tree.lower[mark] == "to" for mark in tree.having(verb, "mark"))
    return led and _intends(tree, governor) and _tense(tree, governor) == PAST


def _intends(tree: Tree, verb: int) -> bool:
    return tree.lemma(verb) in either(("stance", "announcing", "words"), ("stance", "planned", "verbs"))


def is_of_appointed(tree: Tree, run: Sequence[int]) -> bool:
    """Whether a time right behind something appointed is when that is to be: "voted for a strike in December"."""
    noun = run[0] - 1
    if noun < 0 or tree.lower[noun] not in values.words("dates", "tense", "appointed"):
        return False
    return tree.case(noun) in words("times", "aims")


def is_of_subject(tree: Tree, token: int, run: Sequence[int]) -> bool:
    """Whether a time stands in what is set in behind who acts: "the government, in office since December, has cut"."""
    opened = next((t for t in range(run[0] - 1, -1, -1) if tree.lower[t] == ","), -1)
    if opened < 1 or tree.lower[run[-1] + 1 : run[-1] + 2] != (",",) or opened + 1 == run[0]:
        return False
    subject = any(opened - 1 in tree.under(noun) for noun in tree.having(token, "nsubj", "nsubj:pass"))
    return subject and run[-1] < token and tree.sentence.upos[opened + 1] == "ADP"


def compares(tree: Tree, run: Sequence[int], inside: Sequence[int]) -> bool:
    """Whether a time belongs to what a number is compared with: "up from seven a year ago", "its lowest since 2008"."""
    if _is_superlative(tree, run) or tree.lower[run[0]] == THAN:
        return True
    if tree.lower[run[0]] == SINCE and _is_of_change(tree, run[0], inside):
        return True
    if tree.lower[run[0]] == AS and AS in tree.lower[max(0, run[0] - BACK_AS) : run[0]]:
        return True  # "twice as many as in 2019"
    for token in range(run[0] - 1, max(run[0] - BACK, 0), -1):
        if tree.lower[token] == ";":
            return False
        if tree.lower[token] == THAN and tree.sentence.xpos[token - 1] in MORE:
            kinds = {"ADP", "DET", "ADJ"}
            if tree.sentence.upos[token + 1] == "DET":
                kinds |= {"NUM", "SYM", "NOUN"}  # "23% fewer than the 35,500 of the same month last year"
            return kinds.issuperset(
                tree.sentence.upos[t] for t in range(token + 1, run[0]) if tree.lemma(t) not in words("times", "words")
            )  # "15% more than in the same period last year"
        if tree.lower[token] in words("times", "comparing"):
            between = range(token + 1, run[0])
            told = (t for t in between if tree.base[t] != "flat")  # "walked from Gate 3 to the hall on Friday"
            return any(tree.sentence.upos[t] in ("NUM", "SYM") for t in told) and not set(between) & set(inside)
        if tree.sentence.upos[token] in ("VERB", "AUX", "SCONJ", "CCONJ") or token in inside:
            if any(tree.lower[mark] == THAN for mark in tree.having(token, "mark")):
                return True  # "12 percent more than it did two years ago"
            return tree.lower[token] == "or" and _compared(tree, token, run, inside)
    return False


def is_of_term(tree: Tree, first: int) -> bool:
    """Whether a time tells when a debt or a term ends: "sold notes due May 1, 2031", "bills that mature in May"."""
    ends = first - 1 - (tree.sentence.upos[first - 1] == "ADP" and tree.lower[first - 1] != "due")
    of_noun = ends > 0 and (tree.sentence.upos[ends - 1] == "NOUN" or tree.lower[ends - 1] in RELATIVE)
    return of_noun and tree.lower[ends] in words("times", "maturing")


def is_of_other(tree: Tree, run: Sequence[int], inside: Sequence[int]) -> bool:
    """Whether a time is that of a part set in, or of what is joined: "seven deaths, two of them on Monday".

    In "get 6 percent over a year and 1,000 euros before Christmas" the 6 percent have a time of their own.
    """
    comma = next((t for t in range(run[0] - 1, -1, -1) if tree.lower[t] in SET_IN), -1)
    part = range(comma + 1, run[0])
    if comma > 0 and not set(part) & set(inside) and _is_part(tree, part):
        return tree.sentence.upos[run[-1] + 1 : run[-1] + 2] == ("PUNCT",)
    timed = False
    for token in range(max(inside) + 1, run[0]):
        timed = timed or tree.lemma(token) in words("times", "words")
        beside = tree.sentence.upos[token + 1] in ("NUM", "SYM")
        if timed and tree.lower[token] == "and" and beside and token + 1 not in inside:
            return True
    return False


def _is_part(tree: Tree, part: range) -> bool:
    """Whether such words tell how many of those: "two of them", "including 12", "among them 12"."""
    if any(tree.sentence.upos[token] in ("VERB", "AUX") and tree.lower[token] != INCLUDING for token in part):
        return False
    those = words("figures", "parts", "pronouns") | {INCLUDING}
    counted = any(tree.sentence.upos[token] == "NUM" for token in part)
    return counted and not those.isdisjoint(tree.lower[part.start : part.stop])


def _is_of_change(tree: Tree, since: int, inside: Sequence[int]) -> bool:
    """Whether a change right before is what happened since: "fell to $212, down 15% since June"."""
    first = next((t for t in range(since - 1, max(inside), -1) if tree.lower[t] == ","), -1)
    ways = words("figures", "changes", "increase") | words("figures", "changes", "decrease")
    return first > 0 and tree.lower[first + 1] in ways and tree.sentence.upos[since - 1] in COUNTED


def is_more(tree: Tree, run: Sequence[int]) -> bool:
    """Whether what reads as a time is a number held against that time: "registered, 300,000 more than a year ago"."""
    if tree.lower.count(AS) > 1 and AS in (told := [tree.lower[token] for token in run]) and not MANY.isdisjoint(told):
        return True  # "short of 2,300 teachers, twice as many as five years ago"
    than = next((token for token in run if tree.lower[token] == THAN), -1)
    more = next((token for token in reversed(run) if token < than and tree.sentence.xpos[token] in MORE), -1)
    return more > 0 and tree.sentence.upos[more - 1] in COUNTED  # "44 percent fewer votes than she had in 2008"


def _is_superlative(tree: Tree, run: Sequence[int]) -> bool:
    """Whether a time tells since when nothing was more: "its lowest since 2008", "the deadliest attack since"."""
    since = next((t for t in (run[0], run[0] - 1, *run[1:]) if t > 0 and tree.lower[t] == SINCE), 0)
    before = range(max(since - PHRASE, 0), since)
    most = next((t for t in reversed(before) if tree.sentence.xpos[t] in ("JJS", "RBS")), None)
    between = () if most is None else tree.sentence.upos[most + 1 : since]
    return most is not None and tree.lower[most] not in AMOUNTS and {"NOUN", "ADJ", "PROPN"}.issuperset(between)


def _compared(tree: Tree, link: int, run: Sequence[int], inside: Sequence[int]) -> bool:
    """ "from $90 million, or $1.12 a share, a year ago": the same number told twice."""
    return not set(range(link, run[0])) & set(inside) and compares(tree, (link,), inside)
