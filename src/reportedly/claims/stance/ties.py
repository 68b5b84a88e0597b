"""Clauses become tied clauses: a condition and what hangs on it, a reason, a purpose, and the words that say so.

What hangs on a condition is the clause that governs it; where that clause only says something ("if it rains, she
said, ..."), it is what is said. A parse often takes the one clause for a part of the other or hangs it on the wrong
word: then modal verbs, commas and quotation marks tell where they part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from reportedly.claims.lexicons import lexicon
from reportedly.claims.stance.forms import VERBAL, WOULD
from reportedly.claims.stance.mains import FINITE, LED, MODAL, POINTING, begins, whole
from reportedly.claims.stance.openings import UNREAL, UNTRUE, Mood, Openings
from reportedly.claims.trees import Tree
from reportedly.claims.vouched import is_no_condition
from reportedly.frozen import dataclass
from reportedly.model import TieKind

CONDITIONS: tuple[TieKind, ...] = ("if", "unless", "once")
QUOTES = frozenset({'"', "“", "”", "``", "''"})
CLOSING = frozenset({'"', "”", "''"})
APART = frozenset({";", ":", "(", "--", "–", "—"})
LEADING = frozenset({"advmod", "discourse", "cc", "fixed"})
PERHAPS = frozenset({"maybe", "perhaps", "especially", "particularly"})
BARRING = frozenset({"but", "without", "barring"})
SUBJECTS = ("nsubj", "expl", "csubj")
SUBJECTIVE = frozenset({"i", "he", "she", "it", "we", "they"})
LINKS = frozenset({"that", "than", "what", "who", "which", "when", "where", "how", "why", "like", "if", "so"})
STOPS = frozenset({";", "--", "–", "—", ")"})
POINTERS = frozenset({"which", "who", "whose"})
CONCEDING = frozenset({"although", "though", "even"})
REASONING = frozenset({"as", "since", "so"})
LEFT_OUT = frozenset({"mark", "cc", "punct", "discourse", "parataxis"})
FAR = 20  # words by which the verb of ", a member of the council said" is there
BRIEF = 5  # words by which ", she said" is over


@dataclass(frozen=True, slots=True)
class Tied:
    """In tokens: the opening words, the clause that is depended on, and the head and words of what depends on it.

    ``top`` is the head of the clause depended on, ``also`` those of further ones joined to it.
    """

    kind: TieKind
    opening: tuple[int, ...]
    antecedent: tuple[int, ...]
    head: int
    consequent: tuple[int, ...]
    top: int
    also: tuple[int, ...] = ()
    is_unreal: bool = False


@cache
def _telling() -> frozenset[str]:
    return frozenset(verb for verbs in lexicon("attribution")["verbs"].values() for verb in verbs)


def _quoted(tree: Tree) -> tuple[int, ...]:
    """For each word which quotation it stands in, 0 outside all."""
    if QUOTES.isdisjoint(tree.lower):
        return (0,) * len(tree.lower)
    inside, number, found = 0, 0, []
    for word in tree.lower:
        if word in QUOTES:
            number += word not in CLOSING or not inside
            inside = 0 if word in CLOSING and inside else number
        found.append(inside)
    return tuple(found)


class Ties:
    """The ties of one sentence, in order of the text."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self.openings = tree, Openings(tree)
        self.moods = self.openings.moods
        self.quoted = _quoted(tree)
        self.telling = _telling()
        self.all = tuple(self._found()) if self.openings.may_be() else ()
        self.conditions = tuple(tied for tied in self.all if tied.kind in CONDITIONS)

    def bars(self, tied: Tied) -> bool:
        """ "But for the wall", "if it had not been for 40 pumps": what kept something from coming about."""
        first = tied.antecedent[0]
        opened = any(row.parts[-1] == "for" for row in self.openings.begun.get(first, ()))
        return opened or self.tree.lower[tied.opening[0]] in BARRING

    def _found(self) -> Iterator[Tied]:
        """One for each opening."""
        yield from self._deeds()
        yield from self._anothers()
        yield from self._alone()
        found = {helper: self._tied(verb, "if", (helper,)) for verb, helper in self.openings.turned()}
        for token in self.openings.near():
            opened = self.openings.of(token)
            if opened is not None and min(opened[1]) not in found:
                tied = self._tied(token, *opened)
                if not self._is_told(tied) and not is_no_condition(self.tree, tied.top):
                    found[min(opened[1])] = tied
        every = [found[opening] for opening in sorted(found)]
        joined: list[Tied] = []
        for tied in every:
            whole = self._joined(joined[-1], tied) if joined else None
            joined[-1:] = [*joined[-1:], tied] if whole is None else [whole]
        yield from joined

    def _is_told(self, tied: Tied) -> bool:
        """ "once they had landed, they dug in": a time that was, and what came then."""
        tree, xpos = self.tree, self.tree.sentence.xpos
        if tied.kind != "once" or tied.head < 0:
            return False
        past = [
            any(xpos[t] == "VBD" for t in (verb, *tree.having(verb, "aux", "cop"))) for verb in (tied.top, tied.head)
        ]
        return all(past) and UNREAL.isdisjoint(tree.lower[t] for t in tree.having(tied.head, "aux"))

    def _joined(self, tied: Tied, after: Tied) -> Tied | None:
        """Of "if it rains, and if the dam breaks" both as one, where one thing hangs on both."""
        tree, last, first = self.tree, tied.antecedent[-1], after.antecedent[0]
        between = range(last + 1, first)
        beside = all(tree.base[t] in ("punct", "cc") or tree.lower[t] in PERHAPS for t in between)
        if not (tied.kind == after.kind in CONDITIONS and beside and after.consequent):
            return None
        whole = tuple(range(tied.antecedent[0], max(last, after.antecedent[-1]) + 1))
        heads = (*tied.also, after.top, *after.also)
        if last < first and (tied.head in after.antecedent or set(after.antecedent) & set(tied.consequent)):
            return replace(tied, antecedent=whole, head=after.head, consequent=after.consequent, also=heads)
        return replace(tied, antecedent=whole, also=heads) if after.head == tied.head else None

    def _deeds(self) -> Iterator[Tied]:
        """ "Meeting the demand would cost $3 million": a deed told as the subject of what it would bring."""
        tree = self.tree
        for token, relation in enumerate(tree.base):
            if relation != "csubj" or token > (head := tree.head(token)):
                continue
            helpers = {tree.lower[helper] for helper in tree.having(head, "aux")}
            if helpers & WOULD and "have" not in helpers:
                antecedent = self._trimmed(tree.under(token))
                yield Tied("if", antecedent[:1], antecedent, head, self._consequent(head, token, antecedent), token)

    def _anothers(self) -> Iterator[Tied]:
        """ "Another week of this and we are bankrupt": a thing by itself, and what it would bring."""
        tree = self.tree
        for first, word in enumerate(tree.lower[:-3]):
            opens = word == "another" or tree.lower[first : first + 2] == ("one", "more")
            if not opens or (first and tree.lower[first - 1] not in QUOTES | {".", ":", "!"}):
                continue
            end = next((t for t in range(first, len(tree.lower)) if tree.sentence.upos[t] in VERBAL), -1)
            ands = [t for t in range(first + 2, end) if tree.lower[t] == "and" and self.openings.is_subject(t + 1)]
            if not ands:
                continue
            verb = next((t for t in tree.up(end) if max(tree.having(t, *SUBJECTS), default=-1) > ands[-1]), -1)
            if verb >= 0:
                antecedent = tuple(range(first, ands[-1] + 1))
                consequent = self._consequent(verb, first, antecedent)
                yield Tied("if", antecedent[:1], antecedent, verb, consequent, tree.top(antecedent))

    def _alone(self) -> Iterator[Tied]:
        """ "Otherwise 40 schools will close": what hangs on what was told before."""
        for opening, verb in self.openings.alone():
            consequent = self._consequent(verb, opening[0], opening)
            yield Tied("if", opening, opening, verb, tuple(t for t in consequent if t > opening[-1]), opening[0])

    def _tied(self, token: int, kind: TieKind, opening: tuple[int, ...]) -> Tied:
        tree = self.tree
        turned = tree.lower[opening[0]] in self.openings.inverted and tree.base[opening[0]] != "mark"
        token = token if turned else self._opened_clause(token, opening)
        run = self._to_end(token, opening[0]) if turned else self._run(token, opening)
        above = tree.head(token)
        above = tree.head(above) if above in opening else above
        head = self._governed(token, above, run)
        if kind in CONDITIONS and self._is_to_be(head):
            antecedent = self._trimmed(self._ended(run, max(token, *opening)))
            return Tied(kind, opening, antecedent, head, self._consequent(head, token, antecedent), token)
        if kind in CONDITIONS:
            run, head = self._parted(token, run, head)
            run = self._filled(run, head)
        antecedent = self._trimmed(self._ended(run, max(token, *opening)))
        consequent = self._consequent(head, token, antecedent)
        return Tied(
            kind, opening, antecedent, head, consequent, token, is_unreal=self._is_past(head, opening, antecedent)
        )

    def _is_to_be(self, head: int) -> bool:
        """ "Will pay 300, to be raised to 400 if prices rise": only the second hangs on the prices."""
        tree = self.tree
        if head < 0 or tree.base[head] != "advcl" or tree.sentence.xpos[head] != "VBN":
            return False
        first = tree.under(head)[0]
        helped = {tree.lower[t] for t in tree.having(head, "mark", "aux:pass")} >= {"to", "be"}
        return helped and "," in (tree.lower[first], tree.lower[first - 1])

    # The clause that is depended on

    def _opened_clause(self, token: int, opening: tuple[int, ...]) -> int:
        """Of "provided they leave" the leaving, where the parse hangs both on the same word."""
        tree = self.tree
        if tree.head(token) < 0 or any(tree.base[t] != "punct" and t not in opening for t in tree.under(token)):
            return token
        beside = (c for c in tree.having(tree.head(token), "advcl", "ccomp", "parataxis") if token < c)
        return next((c for c in beside if tree.under(c)[0] in (token + 1, token + 2)), token)

    def _run(self, token: int, opening: tuple[int, ...]) -> list[int]:
        """The words of the clause from its opening on, until, once its verb was there, those of another begin."""
        tree, start, last = self.tree, min(opening), min(opening)
        under = {t for t in tree.under(token) if t >= start} | set(opening)
        quoted = self.quoted[token]  # who speaks ends what is spoken
        for place in range(start, max(under) + 1):
            if tree.base[place] == "punct":
                continue
            spoken = not quoted or self.quoted[place] == quoted or place <= token
            if place in under and spoken:
                last = place
            elif last >= token:
                break
        return list(range(start, last + 1))

    def _to_end(self, token: int, start: int) -> list[int]:
        """The words of a clause from its helper on: to where its main clause begins, else to where it is spoken."""
        tree, end = self.tree, len(self.tree.lower)
        behind = any(mood.modal < start for mood in self.moods)
        later = [mood for mood in self.moods if mood.modal > start]
        ahead = next((mood for mood in later if not self._is_content(mood, start)), next(iter(later), None))
        main = begins(tree, token, ahead.modal) if ahead is not None and not behind else -1
        for place in range(token, end):
            if not behind and ahead is not None and place > token and self._is_its_subject(place, ahead.verb):
                return list(range(start, max(tree.under(place)[0], start + 1)))
            if place == main or self._goes_on(place, behind=behind):
                return list(range(start, max(place, start + 1)))
            if tree.lower[place] in STOPS or self._is_dash(place) or self._stops(place, start, behind=behind):
                return list(range(start, max(place, start + 1)))
            if tree.lower[place] == "," and place + 1 < end and self._is_its_subject(place + 1, tree.head(token)):
                return list(range(start, max(place, start + 1)))  # "should he win, the law is dead"
            if tree.lower[place] == "," and not behind and ahead and self.openings.opens_clause(place + 1, ahead.modal):
                return list(range(start, max(place, start + 1)))
        return list(range(start, end))

    def _goes_on(self, place: int, *, behind: bool) -> bool:
        """Whether the clause around a condition goes on behind a comma: ", would have", ", also shows"."""
        tree, after, forms = self.tree, place + 1, FINITE if behind else MODAL
        while after < len(tree.lower) and tree.sentence.upos[after] == "ADV":
            after += 1
        return tree.lower[place] == "," and tree.sentence.xpos[min(after, len(tree.lower) - 1)] in forms

    def _is_dash(self, place: int) -> bool:
        """Whether a hyphen stands for a dash: "had it been sold - as planned - many would"."""
        tree, sentence = self.tree, self.tree.sentence
        apart = 0 < place < len(tree.lower) - 1 and sentence.ends[place - 1] < sentence.starts[place]
        return tree.lower[place] == "-" and apart and sentence.ends[place] < sentence.starts[place + 1]

    def _is_its_subject(self, place: int, verb: int) -> bool:
        """Whether the subject of a verb begins here, or is this word."""
        subjects = self.tree.having(verb, "nsubj") if verb > place else ()
        return any(place in (s, self.tree.under(s)[0]) for s in subjects)

    def _stops(self, place: int, start: int, *, behind: bool) -> bool:
        """Whether a quotation or what is said ends here: ", she said"."""
        tree, word = self.tree, self.tree.lower[place]
        if word in CLOSING:
            return bool(self.quoted[start]) and self.quoted[place] != self.quoted[start]
        near = range(place + 1, min(place + 1 + BRIEF, len(tree.lower)))
        told = [t for t in near if self._tells(t) and tree.sentence.upos[t] == "VERB"] if word == "," else []
        return bool(told) and (behind or tree.lower[told[0] + 1 : told[0] + 2] == (",",))  # ", the report says,"

    def _filled(self, run: list[int], head: int) -> list[int]:
        """With the words left between a condition and the comma or subject by which its main clause begins."""
        tree, after = self.tree, run[-1] + 1
        opens = [s for s in tree.having(head, *SUBJECTS) if s < head] if head >= after else []
        start = min((*opens, *(m.modal for m in self.moods if opens and m.verb == head)), default=-1)
        if start < after or tree.base[after] == "punct" or tree.base[run[-1]] == "punct":
            return run
        begins = next((t for t in tree.under(start) if t >= after), start)
        commas = [t for t in range(after, begins) if tree.lower[t] == ","]
        return list(range(run[0], commas[-1] if commas else begins))

    def _ended(self, run: list[int], told: int) -> list[int]:
        """Without what is set off behind its verb; with the one word that is left before a comma."""
        tree = self.tree
        for place in run:
            following = tree.lower[place + 1 : place + 3]
            apart = tree.lower[place] in APART or (tree.lower[place] == "," and POINTERS & set(following))
            if place > told and apart:
                run = [t for t in run if t < place]
                break
        end = run[-1] + 1
        if tree.lower[run[-1]] == "then" and len(run) > BRIEF:
            return run[:-1]  # "if it rains, then"
        left = end + 1 < len(tree.lower) and tree.lower[end + 1] == "," and tree.base[end] != "punct"
        return [*run, end] if left else run

    def _is_past(self, head: int, opening: tuple[int, ...], antecedent: tuple[int, ...]) -> bool:
        """ "would have come", "but for the wall they would be dead": what was not."""
        tree = self.tree
        helpers = [tree.lower[helper] for helper in tree.having(head, "aux")] if head >= 0 else []
        if UNTRUE.isdisjoint(helpers):
            return False
        perfect = any(tree.lower[t] == "had" and tree.base[t] == "aux" for t in antecedent)  # "had it rained"
        return "have" in helpers or perfect or any(tree.lower[t] == "for" for t in opening[1:])

    # What depends on it

    def _parted(self, token: int, run: list[int], head: int) -> tuple[list[int], int]:
        """The condition cut, and what hangs on it moved, where the parse has the one within the other."""
        low, high = run[0], run[-1]
        moods = [mood for mood in self.moods if mood.modal != low]
        outside = [mood.verb for mood in moods if not low < mood.modal <= high]
        if head >= 0 and head not in run and (head in outside or not moods):
            return run, head
        for mood in moods if head not in outside else ():
            inside = low < mood.modal <= high and (mood.verb != token or not outside)
            if inside and self._is_content(mood, low) and any(not self._is_content(m, low) for m in moods):
                continue
            cut = self._main_begins(run, mood.modal) if inside else None
            if cut is not None:
                return [t for t in run if t < cut], mood.verb
        if head < 0:
            run, head = self._split(token, run)
            return run, head if head >= 0 else self._moody_above(head, run)
        return run, self._moody_above(head, run)

    def _is_content(self, mood: Mood, low: int) -> bool:
        """Of "if they thought they could win, they would run" the winning: what is thought is no main clause."""
        tree, verb = self.tree, mood.verb
        over = tree.head(verb)
        held = tree.base[verb] in ("ccomp", "acl") and low < over < tree.under(verb)[0]
        return held and "," not in tree.lower[over : mood.modal]

    def _main_begins(self, run: Sequence[int], modal: int) -> int | None:
        """Where in a condition its main clause begins: after a comma, or with a modal before its subject."""
        tree = self.tree
        begins = [c for c in run if c < modal and (tree.lower[c] == "," or self._is_that(c, run))]
        commas = [c for c in begins if self.openings.opens_clause(c + 1, modal)]
        if commas:
            return commas[-1]
        if self._is_afresh(modal - 1, run[0]):
            return modal - 1
        turned = tree.base[modal - 1] != "punct" and self.openings.is_subject(modal + 1)
        return modal if turned and not self.openings.opens_clause(run[0], modal) else None

    def _is_afresh(self, pronoun: int, first: int) -> bool:
        """Of "if it had passed in 2017 he would have won" the "he": a subject that nothing leads over to."""
        tree = self.tree
        verbs = any(tree.sentence.upos[t] in VERBAL for t in range(first + 1, pronoun))
        led = tree.lower[pronoun - 1] in LINKS or tree.base[pronoun - 1] in ("cc", "mark")
        return verbs and tree.lower[pronoun] in SUBJECTIVE and not led

    def _is_that(self, place: int, run: Sequence[int]) -> bool:
        """Of "do you think if they had sold it that many would have left" the "that"."""
        tree = self.tree
        return tree.lower[place] == "that" and tree.base[place] == "mark" and place > run[0] + 2

    def _split(self, token: int, run: list[int]) -> tuple[list[int], int]:
        """A condition that was taken for the whole sentence: what hangs on it begins after a comma with a subject."""
        tree = self.tree
        for verb in tree.having(token, "parataxis", "ccomp", "conj", "advcl"):
            subject = min(tree.having(verb, "nsubj", "expl"), default=-1)
            commas = [c for c in run if c < subject and tree.lower[c] == ","]
            if subject > token and commas:
                return [t for t in run if t < commas[-1]], verb
        return run, -1

    def _moody_above(self, head: int, run: Sequence[int]) -> int:
        """The nearest predicate with a modal: what governs the head, else the last before the condition or the next."""
        low, high, moody = run[0], run[-1], {mood.verb for mood in self.moods}
        for above in self.tree.up(head):
            if above in moody and not low <= above <= high:
                return above
        apart = [mood for mood in self.moods if not low <= mood.verb <= high]
        before = [mood.verb for mood in apart if mood.modal < low]
        after = [mood.verb for mood in apart if mood.modal > high]
        return before[-1] if before else next(iter(after), head)

    def _governed(self, token: int, head: int, run: Sequence[int]) -> int:
        """The head of what depends on it: through what is merely said to what is said."""
        tree = self.tree
        for _ in range(2):
            if head < 0 or not self._tells(head) or any(tree.lower[h] in UNREAL for h in tree.having(head, "aux")):
                return head
            content = next((c for c in tree.having(head, "ccomp") if c != token), None)
            if content is None or head < run[0] < content:
                return head
            head = content
        return head

    def _tells(self, token: int) -> bool:
        return self.tree.lemma(token) in self.telling

    def _consequent(self, head: int, token: int, antecedent: tuple[int, ...]) -> tuple[int, ...]:
        """The words of a clause without the one it depends on, and without what opens it or is set beside it."""
        tree, inside, queue = self.tree, [], [head]
        if head < 0:
            return ()
        without = {token, *(c for c in tree.children[head] if self._is_aside(c, head))} - {head}
        while queue:
            current = queue.pop()
            inside.append(current)
            queue += [child for child in tree.children[current] if child not in without]
        low, high = antecedent[0], antecedent[-1]
        inside = [t for t in inside if not low <= t <= high]
        side = sorted(t for t in inside if (t < low) == (head < low))
        if not inside:
            return ()
        run = self._trimmed(self._told(self._unsaid(tuple(side or inside), head), head, antecedent))
        return whole(tree, run, antecedent)

    def _told(self, run: tuple[int, ...], head: int, antecedent: tuple[int, ...]) -> tuple[int, ...]:
        """Without what leads over to it ("however, ..."), and with what "who" stands for."""
        tree = self.tree
        first = min((s for s in tree.having(head, *SUBJECTS) if s in run), default=-1)
        leads = [t for t in run if t < first and (tree.lower[t] in ("then", "so") or tree.lower[t] == ",")]
        words = [t for t in run if leads and t <= leads[-1] and tree.base[t] != "punct"]
        if leads and all(tree.base[t] in LEADING or tree.lower[t] in ("then", "so") for t in words):
            run = tuple(t for t in run if t > leads[-1])
        marks = [t for t in tree.having(head, "mark") if run[0] < t < first]
        run = tuple(t for t in run if not marks or t > marks[-1])  # "the irony is that they would have won"
        while len(run) > 1 and self._leads_over(run[0], head):
            run = run[1:]
        noun = tree.head(head)
        if tree.sentence.relations[head] == "acl:relcl" and 0 <= noun < run[0] and noun not in antecedent:
            named = tuple(t for t in tree.under(noun) if t < run[0] and not antecedent[0] <= t <= antecedent[-1])
            named = tuple(t for t in named if (t < antecedent[0]) == (noun < antecedent[0]))
            whole = range(named[0], run[0])
            return (*named, *run) if tuple(whole) == named else run
        return run

    def _leads_over(self, word: int, head: int) -> bool:
        """Whether a word only joins a clause to what stands before it: "sure of what would come", "and what"."""
        above = self.tree.head(word)
        whose = above == head or (above >= 0 and self.tree.sentence.xpos[above] in POINTING)
        return self.tree.base[word] in LED and whose

    def _unsaid(self, run: tuple[int, ...], head: int) -> tuple[int, ...]:
        """Without who says so behind it: "... will return," economists (noted)."""
        tree, after = self.tree, run[-1] + 1
        said = after < len(tree.lower) and tree.base[after] not in ("punct", "advmod", "mark") and self._tells(after)
        for before, place in pairwise(run):
            if before > head and tree.lower[before] == "," and self._says_so(place, run[-1]):
                return tuple(t for t in run if t < before)
            quote = tree.lower[before] == "," and tree.lower[place] in CLOSING
            if before > head and (quote or (said and tree.lower[before] == "," and place == before + 1)):
                return tuple(t for t in run if t < before)
        return run

    def _says_so(self, first: int, last: int) -> bool:
        """Whether what stands behind a comma only tells who says so: ", the union of tenants reckons"."""
        tree = self.tree
        opened = set(tree.lower[first : first + 2]) & (POINTERS | {"and", "but", "or", "that"})
        return not opened and any(
            self._is_said_by(verb, first)
            for verb in range(first, min(first + FAR, last + 2, len(tree.lower)))
            if tree.sentence.xpos[verb] in ("VBD", "VBZ", "VBP") and self._tells(verb)
        )

    def _is_said_by(self, verb: int, first: int) -> bool:
        """Of "the union of tenants reckons", "reckons the union" the reckoning, where all of it begins at ``first``."""
        subjects = [s for s in self.tree.having(verb, "nsubj") if s >= first]
        return verb == first or any(first in (s, self.tree.under(s)[0]) for s in subjects)

    def _is_aside(self, child: int, head: int) -> bool:
        """Whether a child of a clause's head is no part of what it says."""
        tree, relation = self.tree, self.tree.base[child]
        apart = relation == "advcl" and child < head and "," in tree.lower[tree.under(child)[-1] : head]
        if relation in LEFT_OUT or apart:
            return True
        if relation == "nsubj":  # of two subjects the one that is left over says so
            others = [s for s in tree.having(head, "nsubj") if s != child]
            return bool(others) and (child > head or tree.sentence.relations[child] == "nsubj:outer")
        if self.quoted[head] and self.quoted[child] != self.quoted[head] and child > head:
            return True
        if relation == "advcl" and child > head and REASONING & {tree.lower[t] for t in tree.having(child, "mark")}:
            return tree.base[tree.under(child)[0] - 1] == "punct" or tree.base[tree.under(child)[0]] == "punct"
        if relation == "advcl" and child > head and CONCEDING & {tree.lower[t] for t in tree.having(child, "mark")}:
            return tree.base[tree.under(child)[0] - 1] == "punct"  # "it would have sunk, although nobody said so"
        moody = any(tree.lower[helper] in UNREAL for helper in tree.having(child, "aux"))
        but = tree.sentence.xpos[child] == "VBD" and any(tree.lower[t] == "but" for t in tree.having(child, "cc"))
        return relation == "conj" and (but or bool(tree.having(child, "nsubj"))) and not moody

    def _trimmed(self, run: Sequence[int]) -> tuple[int, ...]:
        """Without punctuation at either end."""
        first, last = 0, len(run)
        while last - first > 1 and self.tree.base[run[last - 1]] == "punct":
            last -= 1
        while last - first > 1 and self.tree.base[run[first]] == "punct":
            first += 1
        return tuple(run[first:last])
