"""A word that governs a clause makes something of it: what it implies, and what it leaves open.

What follows from a word stands in ``signatures.toml``, what is left where nothing follows in ``stance.toml``. A word in
neither lends what hangs on it its own standing.
"""

from functools import cache
from itertools import pairwise

from reportedly.claims.lexicons import either, lexicon, listed, words
from reportedly.claims.persons import is_people
from reportedly.claims.stance.forms import WOULD
from reportedly.claims.stance.told import Told
from reportedly.claims.stance.wills import is_willed
from reportedly.claims.trees import Tree
from reportedly.model import Status
from reportedly.values.measures import is_built

CLASSES: tuple[Status, ...] = ("planned", "expected", "possible", "unresolved")
PARTS = (("verbs", "VERB"), ("nouns", "NOUN"), ("adjectives", "ADJ"))
PARTICLES = (("off",), ("out",), ("down",), ("up",), ("short",))
LEVELS = frozenset(
    {"up", "down", "at", "flat", "rising", "falling", "higher", "lower", "growing", "shrinking", "easing", "slowing"}
)
ALLOWING = frozenset({"allow", "permit"})
RISKED = frozenset({"lose", "gain", "win", "benefit", "profit", "inherit", "receive", "earn", "make", "get", "save"})
VISITED, CALLED_FOR = "at", frozenset({"for", "on", "upon"})
LEFT = frozenset({"out of", "off"})
TALKS = frozenset({"conference", "earnings", "emergency", "phone", "roll", "telephone", "video", "zoom"})
FIRMS = frozenset({"it", "we"})
POLITE = frozenset({"like", "love", "prefer"})


@cache
def signatures(frame: str) -> dict[str, str]:
    """Word to signature, for one form of what stands below: "infinitive", "from", "clause", "thing"."""
    return {word: signature for signature, found in lexicon("signatures")[frame].items() for word in found}


@cache
def _left_open() -> dict[tuple[str, str], Status]:
    """(part of speech, word) to what it leaves what hangs on it."""
    found: dict[tuple[str, str], Status] = {}
    for status in reversed(CLASSES):
        for part, upos in PARTS:
            found.update({(upos, word): status for word in lexicon("stance")[status].get(part, ())})
    return found


def adjective(word: str) -> Status | None:
    """What an adjective before a noun makes of it: "planned", "alleged"."""
    return _left_open().get(("ADJ", word))


# What is seen for such a time is foretold.
COMING = frozenset(
    {
        ("next", "year"),
        ("next", "quarter"),
        ("next", "month"),
        ("the", "end"),
        ("year", "end"),
        ("this", "year"),
        ("coming", "year"),
    }
)


def foresees(tree: Tree, verb: int) -> bool:
    """ "analysts see a surplus", "the group now sees margins of 10%": the present of "see" as a forecast."""
    if tree.lemma(verb) not in words("stance", "expected", "seeing"):
        return False
    if tree.sentence.xpos[verb] == "VBN" and not tree.having(verb, "obl:agent"):  # "profit (is) seen up 14%"
        now = {tree.lower[helper] for helper in tree.having(verb, "aux")} <= {"is", "are"}
        return now and any(word in LEVELS for word in tree.lower[verb + 1 : verb + 3])
    if any(tree.lemma(t) == tree.lemma(verb) and not foresees(tree, t) for t in tree.having(verb, "advcl")):
        return False  # "where others see one mistake, he sees three": how each looks at it
    told = tree.sentence.xpos[verb] == "VBD" and tree.base[verb] == "ccomp" and tree.head(verb) < verb
    if told or tree.sentence.xpos[verb] in ("VBZ", "VBP"):
        behind = pairwise(tree.lower[verb + 1 :])  # "said it saw inflation at 5 percent at the end of the year"
        if tree.having(verb, "obj") and not COMING.isdisjoint(behind):
            return True
    if tree.sentence.xpos[verb] not in ("VBZ", "VBP"):
        return False
    named = [subject for subject in tree.having(verb, "nsubj") if subject < verb]
    # "consultants Draycott Lyle see"
    subjects = {tree.lower[t] for subject in named for t in (subject, *tree.having(subject, "nmod:desc"))}
    now = any(tree.lower[adverb] == "now" for adverb in tree.having(verb, "advmod"))
    things = {tree.lemma(thing) for thing in tree.having(verb, "obj")}
    for subject in named or doers(tree, verb):
        firm, seen = tree.lower[subject] in FIRMS, not things.isdisjoint(words("stance", "expected", "seen"))
        if (seen and (firm or tree.sentence.upos[subject] == "PROPN")) or (
            firm and not things.isdisjoint(words("stance", "expected", "outlooks"))
        ):
            return True  # "Polder Air sees a loss of 7 million", "it sees growth of 4.5%"
    return now or bool(subjects & either(("attribution", "kinds", "analyst"), ("stance", "expected", "seers")))


def doers(tree: Tree, verb: int) -> tuple[int, ...]:
    """Whose doing a verb is that shares its subject with the one it is joined to."""
    for _ in range(len(tree.lower)):
        if (subjects := tree.having(verb, "nsubj")) or tree.base[verb] != "conj":
            return subjects
        verb = tree.head(verb)
    return ()


class Governors:
    """What the words of one sentence make of what hangs on them."""

    denying = listed("stance", "unresolved", "denying")
    mandative = listed("stance", "planned", "mandative")
    proving = listed("stance", "unresolved", "proving")
    inquiring = listed("stance", "unresolved", "inquiring")
    knowing = listed("stance", "unresolved", "knowing")
    lasting = listed("stance", "lasting", "verbs")
    urging = listed("stance", "planned", "urging")
    withheld = listed("stance", "did_not_happen", "withheld")
    confirming = listed("stance", "unresolved", "confirming")
    bids = listed("stance", "planned", "bids")

    def __init__(self, tree: Tree) -> None:
        self.tree, self._keys = tree, dict[int, str]()

    def key(self, token: int) -> str:
        """The lemma, with its particle."""
        told = self._keys.get(token)
        if told is None:
            told = self._keys[token] = self._key(token)
        return told

    def _key(self, token: int) -> str:
        tree, lemma = self.tree, self.tree.lemma(token)
        beside = [token + 1] if tree.lower[token + 1 : token + 2] in PARTICLES else []
        beside = [t for t in beside if tree.sentence.upos[tree.head(t)] != "NUM"]  # "expects up to 3,000 deaths"
        particle = [*tree.having(token, "compound:prt"), *(t for t in beside if tree.base[t] == "advmod")]
        if particle:
            return f"{lemma} {tree.lower[particle[0]]}"
        if lemma == "deny" and any(tree.lemma(t) in self.withheld for t in tree.having(token, "obj", "nsubj:pass")):
            return "withhold"  # "denied entry to 26 wards": nobody says that it is not so
        told = (f"{lemma} {tree.case(t)} {tree.lower[t]}" for t in tree.having(token, "obl"))
        return next((phrase for phrase in told if phrase in words("stance", "idioms", "verbs")), lemma)

    def _names(self, token: int) -> bool:
        """Whether a verb has two things beside each other, with no preposition: the one is called the other."""
        tree = self.tree
        things = tree.having(token, "obj", "iobj", "xcomp", "obl", "advcl", "ccomp")
        beside = [t for t in things if tree.sentence.upos[t] in ("NOUN", "PROPN") or tree.sentence.xpos[t] == "VBG"]
        return len([t for t in beside if t > token and not tree.case(t)]) > 1

    def _calls(self, verb: int) -> bool:
        """Whether nothing is called for: "called reports of 40 dead false", "called at the port"; a strike may be."""
        tree = self.tree
        if not tree.having(verb, "obj", "xcomp", "ccomp", "aux:pass") and tree.base[verb] != "acl":
            on = {tree.case(t) for t in tree.having(verb, "obl")}
            return VISITED in on and on.isdisjoint(CALLED_FOR)  # "three ferries called at the port"
        so = any(tree.sentence.upos[t] == "ADJ" for t in tree.having(verb, "xcomp"))
        called = [tree.lemma(t) for t in tree.having(verb, "obj")]
        return so or any(lemma not in words("stance", "planned", "called") for lemma in called)

    def leaves(self, token: int) -> Status | None:
        """What the lists say a word leaves open."""
        tree, upos, table = self.tree, self.tree.sentence.upos[token], _left_open()
        lemma = tree.lemma(token)
        if lemma == "set" and not tree.having(token, "xcomp"):
            # "set to rise" foretells, "set aside" does not; of "set to last" the last may be taken for an adjective.
            lasting = tree.lower[token + 1 : token + 2] == ("to",) and tree.lower[token + 2 : token + 3] == ("last",)
            return "expected" if lasting else None
        if lemma == "call" and (self._names(token) or self._calls(token) or self._is_talk(token)):
            return None  # "called the strike a mistake" calls for nothing
        if lemma in words("stance", "planned", "buying") and self._buys(token):
            return None  # "ordered 40 tanks": that was done
        if lemma in words("stance", "planned", "striking") and self._strikes(token):
            return None  # "targeted 13 officials": that was done
        if lemma in words("short", "wishing", "verbs") and self._names(token):
            return None  # "wished the 300 graduates luck": whom somebody wishes it are there
        if (lemma in ALLOWING or lemma == "order") and self._is_let_past(token):
            return None  # "46 trucks were allowed in": they came in; "1,900 were ordered out of 14 hamlets"
        if upos == "NOUN" and tree.case(token) == "at" and lemma in words("stance", "planned", "behests"):
            return None  # "dropped at the request of two states": they have asked
        if (lemma == "offer" or lemma in ALLOWING) and self._is_customary(token):
            return None  # "offers eight weeks of paid leave"
        if lemma == "threaten" and not is_willed(tree, token):
            return "possible"  # "floods threaten 40,000 homes"
        upos = "VERB" if upos == "AUX" else upos
        found = table.get((upos, self.key(token)))
        if lemma == "accuse" and tree.having(token, "obj", "iobj"):
            return None  # who accuses somebody of a deed says that it was done
        if found is None and upos == "VERB" and not (self._is_ruling(token) or self._binds(token)):
            found = table.get(("ADJ", tree.lower[token]))
        return found or self._phrasal(token)

    def _is_let_past(self, verb: int) -> bool:
        """Whether somebody is allowed to where a word tells, and no more is told of what they may do."""
        ways = self.tree.having(verb, "advmod", "compound:prt", "obl")
        past = any(self.tree.lower[way] in words("stance", "planned", "past") for way in ways)
        past = past or any(self.tree.case(way) in LEFT for way in ways)
        return past and not self.tree.having(verb, "xcomp", "ccomp")

    def _is_customary(self, verb: int) -> bool:
        """Whether in the present something is given to whoever asks for it, and a group or a firm gives it."""
        tree = self.tree
        if tree.sentence.xpos[verb] not in ("VBZ", "VBP") or tree.having(verb, "aux"):
            return False
        given = tree.having(verb, "obj")
        given = (*given, *(t for thing in given for t in tree.having(thing, "nmod") if tree.case(t) == "of"))
        return any(tree.lemma(thing) in words("stance", "planned", "customary") for thing in given)

    def _is_talk(self, call: int) -> bool:
        """A call that is talk: "a conference call to defend the bank"."""
        return any(self.tree.lower[word] in TALKS for word in self.tree.having(call, "compound"))

    def _is_ruling(self, verb: int) -> bool:
        """ "What officials determined to be an accident": who rules what something was is set on nothing."""
        tree = self.tree
        told = tree.sentence.xpos[verb] in ("VBD", "VBP", "VBZ") and tree.base[verb] == "acl"
        ruled = any(tree.having(token, "cop") for token in tree.having(verb, "xcomp"))
        return told and ruled and bool(tree.having(verb, "nsubj"))

    def _binds(self, verb: int) -> bool:
        """ "The order that bound 40 men to work": who does something to others is no adjective."""
        return self.tree.sentence.xpos[verb] in ("VBD", "JJ") and bool(self.tree.having(verb, "obj"))

    def _phrasal(self, token: int) -> Status | None:
        """ "is going to leave", "is about to leave", "has to leave"."""
        tree, lemma = self.tree, self.tree.lemma(token)
        if not tree.having(token, "xcomp", "advcl"):
            return None
        if lemma in POLITE and any(tree.lower[helper] in WOULD for helper in tree.having(token, "aux")):
            return "planned"  # "would like to leave"
        if lemma == "stand" and any(tree.lemma(t) in RISKED for t in tree.having(token, "xcomp")):
            lost = any(tree.lemma(t) == "lose" for t in tree.having(token, "xcomp"))
            return "possible" if lost else "expected"  # "stand to lose 40 percent", "stand to gain"
        if lemma == "go" and tree.sentence.xpos[token] == "VBG" and tree.having(token, "aux"):
            return "planned"
        return "planned" if lemma == "have" and tree.sentence.xpos[token] in ("VBZ", "VBP", "VB") else None

    def inquires(self, token: int, *, denied: bool) -> bool:
        """Whether "how many died" is not answered below a word: "asked", "does not know"."""
        lemma = self.tree.lemma(token)
        return lemma in self.inquiring or (denied and lemma in self.knowing)

    def is_confirming(self, token: int) -> bool:
        """Whether what is not so confirmed may be so or not."""
        return self.tree.lemma(token) in self.confirming

    def foresees(self, verb: int) -> bool:
        """Whether the present of "see" is a forecast here."""
        return foresees(self.tree, verb)

    def signature(self, token: int, frame: str) -> str | None:
        """The signature of a word for what stands below it."""
        if frame == "thing" and self.tree.sentence.xpos[token] in ("NN", "NNS") and self._is_thing(token):
            return None
        table = signatures(frame)
        return table.get(self.key(token)) or table.get(self.tree.lower[token])

    def _is_thing(self, noun: int) -> bool:
        """ "The permits of three firms": a noun that is also a verb, and makes nothing of what is beside it."""
        return self.tree.lemma(noun) in words("signatures", "nouns", "things")

    def made(self, head: int, frame: str, above: Told) -> Told:
        """What ``head``, standing as ``above``, makes of what hangs on it."""
        by, signature, status = (head,), self.signature(head, frame), self.leaves(head)
        if self._is_yet(head):
            return Told("happened", by, denied=True)
        if frame == "infinitive" and self.tree.lemma(head) in words("stance", "planned", "talking"):
            return self.left(head, "planned", above)  # "in talks to buy"
        phrasal = self._phrasal(head) or ("planned" if frame == "infinitive" and self._urges(head) else None)
        if phrasal is not None:
            return self.left(head, phrasal, above)
        if signature is None and status is None:
            return above
        if above.is_open and self.key(head) in self.lasting and frame == "infinitive":
            return Told("ongoing", by)  # "will stop paying": they pay
        if above.status == "happened" and not above.denied and self._was_able(head):
            return Told("happened", by)
        sign = (signature or "oo")[above.denied]
        if sign == "o" and frame == "thing" and (self._is_let_past(head) or self._is_customary(head)):
            return above
        if sign == "o":
            past = self.tree.sentence.xpos[head] in ("VBD", "VBN")
            allowed = frame == "thing" and past and self.tree.lemma(head) in ALLOWING  # "allowed 1,200 tonnes"
            open_: Status = "planned" if allowed else "possible" if signature == "o-" else "unresolved"
            return self.left(head, status or open_, above)
        real: Status = "happened" if above.is_never else above.status
        return Told(real, by, denied=sign == "-", unreal=above.unreal)

    def is_done_to_thing(self, verb: int, clause: int) -> bool:
        """Whether a verb undoes a thing and an infinitive says what for: "cancelled the fair to save money"."""
        tree = self.tree
        passive = [t for t in tree.having(verb, "nsubj") if tree.having(verb, "aux:pass") and t < verb]
        things = [t for t in (*tree.having(verb, "obj"), *passive) if t < clause and not tree.having(t, "acl")]
        if not things or not (self.signature(verb, "thing") or "").startswith("-"):
            return False
        drafts = words("stance", "planned", "drafts")
        return not any(self.is_known(t) or tree.lemma(t) in drafts for t in things)

    def takes(self, token: int) -> bool:
        """Whether a verb takes another that it makes something of: "rule out", "deny", "consider"."""
        return self.tree.sentence.upos[token] == "VERB" and (self.key(token) in self.denying or self.is_known(token))

    def is_silent(self, token: int) -> bool:
        """Of "would neither confirm nor deny" the denying."""
        joined = self.tree.base[token] == "conj" and self.key(token) in self.denying
        return joined and self.is_confirming(self.tree.head(token))

    def is_known(self, token: int) -> bool:
        """Whether a word stands in any list of what words make of a clause."""
        return self.leaves(token) is not None or self.signature(token, "infinitive") is not None

    def _was_able(self, head: int) -> bool:
        """ "were able to leave": they left."""
        tree = self.tree
        helpers = tree.having(head, "cop", "aux")
        past = any(tree.sentence.xpos[t] == "VBD" or tree.lower[t] == "been" for t in tree.having(head, "cop"))
        return tree.lower[head] == "able" and past and all(tree.sentence.xpos[t] != "MD" for t in helpers)

    def _buys(self, verb: int) -> bool:
        """Whether goods are ordered, and nothing else is to be done with them: not "ordered 40 homes demolished"."""
        tree = self.tree
        goods = (*tree.having(verb, "obj", "nsubj:pass"), *((tree.head(verb),) if tree.base[verb] == "acl" else ()))
        made = goods and all(is_built(tree.lemma(thing)) for thing in goods)
        told = (clause for thing in goods if thing > verb for clause in tree.having(thing, "acl"))
        done = tree.having(verb, "xcomp", "ccomp") or any(tree.sentence.relations[clause] == "acl" for clause in told)
        return bool(made) and not done

    def _strikes(self, verb: int) -> bool:
        """Whether somebody or some place is aimed at, and hit: not "targets 5 million visitors by 2030".

        Nor are schools that are "targeted for closure".
        """
        tree = self.tree
        done = tree.sentence.xpos[verb] in ("VBD", "VBN") and not tree.having(verb, "xcomp")
        told = (*tree.having(verb, "obj", "nsubj:pass"), *((tree.head(verb),) if tree.base[verb] == "acl" else ()))
        meant = any(tree.case(t) == "for" and not tree.is_time(t) for t in tree.having(verb, "obl"))
        return (done and not meant) and any(
            is_people(tree.lemma(thing)) or tree.lemma(thing) in words("slots", "whereabouts", "nouns")
            for thing in told
        )

    def left(self, head: int, status: Status, above: Told) -> Told:
        """An open end, under what is itself open or denied."""
        by = (head,)
        if above.denied and above.status not in ("possible", "conditional"):
            if self.key(head) in self.denying:
                return Told("possible", by)  # "did not rule out"
            return (
                Told("happened", by, denied=True)
                if status in ("planned", "expected", "possible")
                else Told("unresolved", by)
            )
        if self._is_unmet(head):
            return Told("happened", by, denied=True)
        if above.status == "planned" and status == "possible" and self.tree.sentence.upos[head] == "VERB":
            return Told("planned", by, above.denied)  # "will be allowed to leave"
        asks = self.tree.sentence.upos[head] == "VERB" and self.key(head) not in words(
            "stance", "drafted", "presenting"
        )
        if above.status == "expected" and status == "planned" and asks:
            return Told("expected", by, above.denied)  # "is expected to ask for 3 million", but "to propose" so much
        if above.status in ("possible", "conditional", "unresolved") or (above.is_open and status == "unresolved"):
            return Told(above.status, by, above.denied)
        return Told(status, by)

    def _urges(self, head: int) -> bool:
        """ "told to leave", "expects to leave", but not "is expected to leave" nor "expects it to fall"."""
        tree, lemma = self.tree, self.tree.lemma(head)
        if lemma not in ("expect", "say"):
            return lemma in self.urging
        subjects = [s for s in tree.having(head, "nsubj") if tree.sentence.relations[s] == "nsubj"]
        others = any(subject > head for subject in subjects)  # "expects the bank to lend more"
        return (
            tree.sentence.upos[head] == "VERB"
            and bool(subjects)
            and not others
            and not tree.having(head, "aux:pass", "obj", "iobj")
        )

    def _is_yet(self, head: int) -> bool:
        """ "has yet to leave"."""
        tree = self.tree
        return (
            tree.lower[head + 1 : head + 2] == ("yet",)
            and tree.lemma(head) in ("have", "be")
            and bool(tree.having(head, "xcomp"))
        )

    def _is_unmet(self, head: int) -> bool:
        """ "had hoped to leave"."""
        tree = self.tree
        past = any(tree.lower[helper] in ("had", "'d") for helper in tree.having(head, "aux"))
        if past and tree.base[head] == "root" and tree.lemma(head) in words("stance", "planned", "sought"):
            return True  # "prosecutors had sought nine years"
        if not past or tree.lemma(head) not in words("stance", "planned", "undone"):
            return past and tree.lemma(head) in words("stance", "planned", "unmet")
        return not words("stance", "planned", "otherwise").isdisjoint(tree.lower[head + 1 :])
