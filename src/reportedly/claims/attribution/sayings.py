"""Sayings of a document: those of its sentences, joined where a quotation runs over sentences and paragraphs.

A quotation belongs to the saying whose content it touches. One that no saying takes, and that begins a sentence, goes
on with the speech before it in the paragraph, or, where the paragraph holds nothing else, with the last speaker.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from reportedly.claims.attribution.harking import harking, may_hark_back
from reportedly.claims.attribution.pauses import MARKS
from reportedly.claims.attribution.quotes import Quote, quotes
from reportedly.claims.attribution.said import Sentence
from reportedly.claims.attribution.sources import is_person
from reportedly.claims.attribution.speakers import Said
from reportedly.claims.kept import kept
from reportedly.claims.lexicons import words
from reportedly.claims.trees import Tree
from reportedly.model import PartKind

Form = Literal["direct", "indirect", "mixed"]
MOST_ASKED = 20  # headlines with a colon whose name is looked for in the whole text
LONGEST_FORM = 20  # characters before a name: a verb of speaking and a blank
SHORTEST = 3  # words of a quotation that tells something; shorter ones name a thing
CLAUSE = re.compile(r"(?:;|, (?:and|but))\s+(?!(?:an?|the)?\s*[\w’'-]+ (?:said|says|told)\b)")
LINKING = re.compile(r",? (?:if|unless|because|when|where|until|after|before|since|so|and|but|as)\b[^.;:!?]{0,60}$")
EDGE = re.compile(r"\b")
LOOSE = frozenset({",", ";", "-", "–", "—", "--"})


@dataclass(slots=True)
class Joined:
    """One saying with its content as ranges of characters in order of the text.

    ``tree`` is the sentence of source and cue; ``before`` the saying that a quotation without a cue goes on with.
    """

    tree: Tree
    said: Said
    content: list[tuple[int, int]]
    quoted: bool = False
    form: Form = "indirect"
    before: "Joined | None" = None

    @property
    def place(self) -> int:
        """Where its cue stands; where it has none, where its content starts."""
        return self.content[0][0] if self.before else self.tree.sentence.starts[self.said.verb]

    def covers(self, position: int) -> bool:
        """Whether the character at ``position`` is said by it."""
        return any(start <= position < end for start, end in self.content)


class Paragraphs:
    """Reads a document's paragraphs in order; keeps the last speaker for a quotation that goes on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.speaker: Joined | None = None
        self._announced: Joined | None = None  # who speaks in the next paragraph, by a colon at the end of this one
        self._opened = False
        self._asked = 0

    def read(self, trees: Sequence[Tree], kind: PartKind) -> list[Joined]:
        """The sayings of one paragraph, by the trees of its sentences."""
        start, end = trees[0].sentence.start, trees[-1].sentence.end
        marked = tuple(quotes(self.text, start, end))
        begins = [quote.start for quote in marked]
        found: list[Joined] = []
        announced: Said | None = None
        for place, tree in enumerate(trees):
            reader = self._reader(tree, _quotes_of(tree, begins, marked), kind, first=place == 0)
            found += _told(reader)
            if (asked := _asked_before(self.text, marked, tree.sentence.start)) and (closing := reader.closing()):
                found.append(Joined(tree, closing, [(asked.start, asked.end)]))
            announced = reader.announcing() if tree is trees[-1] else None
        found += _harking(found, trees)
        if kind == "headline":
            _widened(found, trees)
        if self._announced is not None and not marked:
            found.append(self._goes_on(self._announced, start, end))
        self.speaker = self._announced or self.speaker
        goes_on = bool(marked) and marked[0].start == start and (self._opened or _is_all(marked, self.text, start, end))
        found += self._spread(found, marked, trees, goes_on=goes_on)
        self._opened = bool(marked) and not marked[-1].closed
        self._announced = None if announced is None else Joined(trees[-1], announced, [])
        return found

    def _goes_on(self, last: Joined, start: int, end: int) -> Joined:
        """What stands between two places as told by whoever spoke last, or was said to speak: "He wrote:"."""
        if not last.content:
            last.content, last.quoted, last.form = [(start, end)], True, "direct"
            return last
        said = Said(last.said.verb, (), last.said.head, last.said.source, (), last.said.way)
        return Joined(last.tree, said, [(start, end)], True, "direct", last)

    def hangs_together(self, trees: Sequence[Tree], kind: PartKind) -> bool:
        """Whether what is said in one sentence of a paragraph may reach into another, or into or from the next one."""
        if any(may_hark_back(tree) for tree in trees[1:]):
            return True
        quoted = quotes(self.text, trees[0].sentence.start, trees[-1].sentence.end)
        announces = self._announced is not None or trees[-1].lower[-1] == ":"
        return kind == "headline" or announces or next(quoted, None) is not None

    def alone(self, tree: Tree, kind: PartKind, *, first: bool) -> list[Joined]:
        """The sayings of one sentence of a paragraph that does not hang together."""
        found = _told(self._reader(tree, (-1,) * len(tree.lower), kind, first=first))
        for joined in found:
            joined.content = merged(joined.content)
        return found

    def _reader(self, tree: Tree, inside: tuple[int, ...], kind: PartKind, *, first: bool) -> Sentence:
        return Sentence(tree, inside, kind=kind, first=first, speaks=self._speaks)

    def pass_over(self) -> None:
        """A paragraph without quotations, whose sayings nobody asks for: no quotation runs beyond it."""
        self._opened, self._announced = False, None

    def _speaks(self, name: str) -> bool:
        """Whether a headline's name speaks in the text: "Kranj said", "said Kranj"; looked up a few times only."""
        self._asked += 1
        if self._asked > MOST_ASKED:
            return False
        (behind, before), text, place = _speaking(), self._lowered, -1
        while (place := text.find(name, place + 1)) >= 0:
            end = place + len(name)
            if behind.match(text, end):
                return True
            if EDGE.match(text, end) and before.search(text, max(0, place - LONGEST_FORM), place):
                return True
        return False

    @kept
    def _lowered(self) -> str:
        return self.text.lower()

    def _spread(
        self, found: Sequence[Joined], marked: Sequence[Quote], trees: Sequence[Tree], *, goes_on: bool
    ) -> list[Joined]:
        """Gives each quotation to the saying that holds part of it, and each that goes on to the speech before it."""
        owners, more = _owners(found, marked), list[Joined]()
        begins = [quote.start for quote in marked]
        starts = [tree.sentence.start for tree in trees]
        begun, spoken = frozenset(starts), dict[int, list[Joined]]()
        for joined in found:
            if joined.said.way in ("said", "source"):
                spoken.setdefault(joined.tree.sentence.start, []).append(joined)
        taken: dict[int, list[tuple[int, int]]] = {}
        last = self.speaker if goes_on else None
        for place, quote in enumerate(marked):
            owner = owners.get(place)
            if owner is not None:
                taken.setdefault(id(owner), []).append((quote.start, quote.end))
                owner.quoted, last = True, owner
            elif (teller := _teller(spoken, starts, quote, self.text)) is not None:
                joined, start = teller
                taken.setdefault(id(joined), []).append((start, quote.end))
                joined.quoted = True
            elif last is not None and quote.start in begun:
                more.append(self._goes_on(last, quote.start, quote.end))
            elif (before := _before(found, trees, starts, quote)) is not None:
                said = Said(before.said.verb, (), before.said.head, before.said.source, (), before.said.way)
                more.append(Joined(before.tree, said, [(quote.start, quote.end)], True, "mixed", before))
            elif last is None and (beat := _beside(found, marked, trees, quote)) is not None:
                more.append(Joined(*beat, [(quote.start, quote.end)], True, "direct"))
        for joined in found:
            joined.content = merged([*joined.content, *taken.get(id(joined), ())])
            joined.form = _form(joined, marked, begins)
        self.speaker = last or self.speaker
        return more


@cache
def _speaking() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands behind a name that speaks, "has said", and what before it."""
    forms = "|".join(words("attribution", "speaking", "forms"))
    return re.compile(rf",? (?:has |had )?(?:{forms})\b"), re.compile(rf"\b(?:{forms}) \Z")


def _told(reader: Sentence) -> list[Joined]:
    """The sayings of a sentence, each with the stretches that it tells."""
    tree = reader.tree
    return [Joined(tree, said, content) for said in reader.sayings() if (content := runs(tree, said.content))]


def _harking(found: Sequence[Joined], trees: Sequence[Tree]) -> list[Joined]:
    """Who is said to have told the sentence before, where that names nobody itself."""
    spoken = {joined.tree.sentence.start for joined in found if joined.said.way in ("said", "source")}
    more = []
    for before, tree in pairwise(trees):
        if before.sentence.start not in spoken and (said := harking(tree)) is not None:
            end = _end_of_figure(before) if tree.base[said.verb] == "acl" else before.sentence.end
            more.append(Joined(tree, said, [(before.sentence.start, end)]))
    return more


def _end_of_figure(tree: Tree) -> int:
    """Where a sentence goes on with what else is known: who "gave the figure" gave none of "which has 640 beds"."""
    commas = (t for t, word in enumerate(tree.lower[:-1]) if word == "," and tree.lower[t + 1] in ("which", "who"))
    first = next(commas, None)
    return tree.sentence.end if first is None else tree.sentence.starts[first]


def _asked_before(text: str, marked: Sequence[Quote], start: int) -> Quote | None:
    """The quotation that ends right before a place with a question or a cry, where a sentence need not end."""
    before = next((quote for quote in reversed(marked) if quote.end <= start), None)
    if before is None or not before.closed or text[before.end : start].strip():
        return None
    return before if text[before.start : before.end].rstrip("\"'”’»“„").endswith(("?", "!", ",", "…", "...")) else None


def _widened(found: Sequence[Joined], trees: Sequence[Tree]) -> None:
    """ "Coffee at $5 a pound? Frost could do it, traders say": the last words of a headline tell of all of it."""
    last, start = trees[-1], trees[0].sentence.start
    if len(trees) < 2 or any(joined.tree is not last for joined in found):
        return
    for joined in found:
        if joined.said.way == "said" and joined.content[0][0] == last.sentence.start < joined.place:
            joined.content = merged([(start, last.sentence.start), *joined.content])


def _teller(
    spoken: Mapping[int, Sequence[Joined]], starts: Sequence[int], quote: Quote, text: str
) -> tuple[Joined, int] | None:
    """Who says what a later clause of his sentence quotes, and where that clause begins.

    "The army said it shot down 52; five more 'did not reach their targets'": what is quoted is his, with its clause.
    """
    same = spoken.get(starts[max(0, bisect_right(starts, quote.start) - 1)], ())
    before = next((joined for joined in reversed(same) if joined.place < quote.start), None)
    if before is None or text.count(" ", quote.start, quote.end) < SHORTEST - 1:
        return None
    cue = before.place
    clause = max((m.end() for m in CLAUSE.finditer(text, cue, quote.start)), default=-1)
    opens = any(start >= clause > 0 for start, _ in before.content)
    last = before.content[-1][1]
    if clause < 0 and before.said.way == "said" and LINKING.match(text, last, quote.start):
        return before, last  # "said it 'should go' if it 'lost 40 seats'"
    if (
        clause < 0
        and text[max(cue, quote.start - 2) : quote.start].startswith(",")
        and text[before.content[0][0]] in MARKS
    ):
        return before, quote.start  # "'...,' said the grower, who has lost half, 'and ...'"
    return None if clause < 0 or opens else (before, clause)


def _before(found: Sequence[Joined], trees: Sequence[Tree], starts: Sequence[int], quote: Quote) -> Joined | None:
    """Who spoke in the sentence before, where the sentence of a quoted clause names nobody.

    "A team has calculated it. Without new rules the loss 'will probably grow to three years'."
    """
    place = bisect_right(starts, quote.start) - 1
    tree = trees[place]
    clause = any(tree.sentence.upos[token] in ("VERB", "AUX") for token in tree.tokens(quote.start, quote.end))
    if not place or not clause or any(joined.tree is tree for joined in found):
        return None
    told = [
        j for j in found if j.tree is trees[place - 1] and j.said.way in ("said", "source") and j.said.head is not None
    ]
    return told[-1] if len({joined.said.head for joined in told}) == 1 else None


def _beside(
    found: Sequence[Joined], marked: Sequence[Quote], trees: Sequence[Tree], quote: Quote
) -> tuple[Tree, Said] | None:
    """Who speaks a quotation without a cue: the one person who does something in the sentence beside it.

    "The medic shook his head. 'It is 40 now.'"
    """
    place = next((at for at, tree in enumerate(trees) if tree.sentence.start == quote.start), None)
    beside = [] if place is None else [at for at in (place - 1, place + 1) if 0 <= at < len(trees)]
    for tree in (trees[at] for at in beside):
        start, end = tree.sentence.start, tree.sentence.end
        if any(mark.start < end and start < mark.end for mark in marked) or any(
            joined.tree is tree for joined in found
        ):
            continue
        verb = next((token for token in range(len(tree.lower)) if tree.head(token) < 0), 0)
        persons = [t for t in tree.having(verb, "nsubj") if tree.sentence.upos[t] != "PRON" and is_person(tree, t)]
        if len(persons) == 1 and tree.sentence.xpos[verb] == "VBD":
            return tree, Said(verb, (), persons[0], tree.under(persons[0]), (), "said")
    return None


def _is_all(marked: Sequence[Quote], text: str, start: int, end: int) -> bool:
    """Whether a paragraph holds quotations and nothing else."""
    held = sum(quote.end - quote.start for quote in marked)
    words_ = sum(map(len, text[start:end].split()))
    return held >= words_ and text[end - 1] == text[marked[-1].end - 1]


def _form(joined: Joined, marked: Sequence[Quote], begins: Sequence[int]) -> Form:
    """Whether all of what is said stands in quotation marks, a part, or nothing."""
    inside = outside = 0
    for start, end in joined.content:
        place = max(0, bisect_right(begins, start) - 1)
        held = 0
        while place < len(marked) and marked[place].start < end:
            held += max(0, min(end, marked[place].end) - max(start, marked[place].start))
            place += 1
        inside, outside = inside + held, outside + end - start - held
    if not inside:
        return "indirect"
    return "direct" if outside <= len(joined.content) and joined.said.way != "held" else "mixed"


def _quotes_of(tree: Tree, begins: Sequence[int], marked: Sequence[Quote]) -> tuple[int, ...]:
    """For each word the quotation it stands in, -1 outside all."""
    if not marked:
        return (-1,) * len(tree.lower)
    spots = zip(tree.sentence.starts, tree.sentence.ends, strict=True)
    return tuple([_quote_of(begins, marked, start, end) for start, end in spots])


def _quote_of(begins: Sequence[int], marked: Sequence[Quote], start: int, end: int) -> int:
    place = bisect_right(begins, start) - 1
    return place if place >= 0 and end <= marked[place].end else -1


def runs(tree: Tree, tokens: Sequence[int]) -> list[tuple[int, int]]:
    """The unbroken runs of tokens as characters, without pauses at the ends of each; a lone pause is none."""
    found: list[list[int]] = []
    for token in tokens:
        if found and token == found[-1][-1] + 1:
            found[-1].append(token)
        elif tree.lower[token] not in LOOSE:
            found.append([token])
    for run in found[:-1]:
        while len(run) > 1 and tree.lower[run[-1]] in LOOSE:
            run.pop()
    return [(tree.sentence.starts[run[0]], tree.sentence.ends[run[-1]]) for run in found]


def _owners(found: Sequence[Joined], marked: Sequence[Quote]) -> dict[int, Joined]:
    """The saying each quotation belongs to: one told outside it whose content starts or ends in it."""
    ends = [quote.end for quote in marked]
    owners: dict[int, Joined] = {}
    for joined in found:
        cue = joined.tree.sentence.starts[joined.said.verb]
        for start, end in joined.content:
            place = bisect_right(ends, start)
            while place < len(marked) and marked[place].start < end:
                quote = marked[place]
                if not quote.start < cue < quote.end:
                    owners.setdefault(place, joined)
                place += 1
    return owners


def by_sentence(found: Iterable[Joined], trees: Sequence[Tree]) -> dict[int, list[Joined]]:
    """For each sentence, by its start, the sayings whose content reaches into it."""
    near: dict[int, list[Joined]] = {tree.sentence.start: [] for tree in trees}
    begins = [tree.sentence.start for tree in trees]
    for joined in found:
        met: set[int] = set()
        for start, end in joined.content:
            place = max(0, bisect_right(begins, start) - 1)
            while place < len(begins) and begins[place] < end:
                if begins[place] not in met:
                    near[begins[place]].append(joined)
                    met.add(begins[place])
                place += 1
    return near


def merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in order, those that touch as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
