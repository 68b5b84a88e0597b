"""When it happened: what the report around a sentence tells of the times of its figures.

"Since Friday" reaches up to the report, what "has climbed to 40 since Friday" is so on its day. Under a heading "as of
12 March", and behind the clock time of a live report, what has no time of its own is of that day. Where a sentence
tells any other day, or looks back, nothing is lent to it: no time is better than a wrong one.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from reportedly.claims.entries import days
from reportedly.claims.intervals import DAY
from reportedly.claims.intervals import days as spanned
from reportedly.claims.labels import Labels
from reportedly.claims.lexicons import either, words
from reportedly.claims.measured import BEFALLEN
from reportedly.claims.places import Figure
from reportedly.claims.reach import is_past, is_perfect, is_present
from reportedly.claims.times import Times
from reportedly.claims.trees import Tree
from reportedly.model import DONE, Claim, Document, PartKind, Span, When

_SINCE = re.compile(r"since\b", re.I)
_BY = re.compile(r"by\b", re.I)
# What a heading says of the numbers below it: "Situation on 23 February", "The figures cover 7 to 13 April".
_AS_OF = re.compile(r"\bas (?:of|at)\b", re.I)
_SITUATION = re.compile(
    r"^\W*(?:the )?(?:situation|figures|data|status|numbers|totals|key figures|reporting period|period)\b[^.;]{0,20}?"
    r"(?:\b(?:on|at|of|for|by|up to|covers?|covering|from)\b|:)",
    re.I,
)
_ITEM = re.compile(r"\n\s*[-–—•*·▪]")
SO_FAR = re.compile(r"\bso far\b(?! as\b)", re.I)
_SITUATION = re.compile(
    r"\b(?:situation|figures|data|status|numbers|totals) (?:as )?(?:on|at|of|for|by|cover(?:s|ing)?)\b", re.I
)
SO_FAR = "so far"


class Dating:
    """Gives the figures of one document the times that the report around them tells."""

    def __init__(self, document: Document, times: Times) -> None:
        self.document, self.times = document, times
        published = times.published or ""
        self._today = published[:DAY] if len(published) >= DAY else None
        opened = times.entries if self._today else ()
        self._entries = tuple(zip(opened, days(document.text, opened, self._today or ""), strict=True))
        self._heading: When | None = None  # of when the list below it is
        self._titled: When | None = None  # the same of the whole report

    def heads(self, sentence: Span, kind: PartKind, labels: Labels, *, counts: bool) -> None:
        """Take in a sentence with a date that may tell of when the numbers below it are; ``counts`` if it has some."""
        as_of = _AS_OF.search(sentence.quote) is not None
        if as_of or (not counts and _SITUATION.match(sentence.quote)):
            self._heading = labels.dated(sentence) or self._heading
            self._titled = self._heading if as_of and kind in ("headline", "deck") else self._titled

    def of_line(self, claim: Claim) -> Claim:
        """What a label tells, with the time of the heading where it has none of its own.

        Of a day that is up to that day, but for what is so at a moment.
        """
        told = claim.when
        when = told if told is not None and (told.start or told.end) else self._heading or told
        if when is self._heading and when is not None and claim.status == "happened":
            loose = claim.measure is None or claim.measure.scope == "unspecified"
            is_there = loose and claim.counted is not None and " in " in claim.counted.phrase.quote
            return replace(claim, when=None if is_there else _up_to(when, claim))  # "People in shelters: 40"
        return replace(claim, when=when)

    def of(self, tree: Tree, figure: Figure, claim: Claim) -> Claim:
        """A figure with the time that it and the report around it tell."""
        claim = self._in_its_line(claim)
        when = claim.when
        if self._today is None or claim.status not in DONE or claim.basis == "coded":
            return claim
        if when is not None and (when.start or when.end):
            return replace(claim, when=self._reaching(tree, figure, claim, when))
        told = when is not None and when.words and not self._opens_entry(when.words)
        return claim if told else self._lent(tree, figure, claim)

    def _opens_entry(self, told: str) -> bool:
        return any(told in self.document.text[start:end] for (start, end), _ in self._entries)

    def _in_its_line(self, claim: Claim) -> Claim:
        """A time in one item of a list is none of the next, of which the time behind its mark is."""
        told = claim.when.words if claim.when is not None else None
        if not told or "\n" not in claim.context.quote:
            return claim
        text, low, high = self.document.text, claim.context.start, claim.evidence.start
        at = text.find(told, low, high)
        marks = [found.end() for found in _ITEM.finditer(text, max(at, low), high)] if at >= 0 else []
        if not marks:
            return claim
        own = [time for time in self.times.known if marks[-1] <= time.start < high and time.low and time.high]
        return replace(claim, when=When(*spanned(own[0]), own[0].value, own[0].anchor) if len(own) == 1 else None)

    def _reaching(self, tree: Tree, figure: Figure, claim: Claim, when: When) -> When:
        """A time as far as it reaches: up to the report, or to who says so; of a level that it was reached then."""
        level = claim.quantity.change == "level" and is_reached(tree, figure)
        told = when.words or ""
        if when.end is None and when.start and _SINCE.match(told):
            said = claim.attribution[-1].said if claim.attribution else None
            end = (said.end if said is not None else None) or self._today or ""
            if len(end) != DAY or end < when.start:
                return when
            return replace(when, start=end if level else when.start, end=end)
        if when.start is None and level and _BY.match(told) and not _is_toll(claim):
            return replace(when, start=when.end)
        return when

    def _lent(self, tree: Tree, figure: Figure, claim: Claim) -> Claim:
        """A figure without a time of its own: that of the entry, or of the heading, or the count so far."""
        if figure.is_whole or _is_known(tree, figure):
            return claim
        if (so_far := self._so_far(tree, figure)) is not None:
            return replace(claim, when=so_far)
        at = bisect_right(self._entries, claim.evidence.start, key=lambda entry: entry[0][0]) - 1
        if at < 0:
            return replace(claim, when=self._of_title(tree, figure, claim)) if self._titled else claim
        (start, end), day = self._entries[at]
        entry = When(day, day, self.document.text[start:end].strip(" -–—:|"), "published")
        return replace(claim, when=self._of_entry(tree, figure, claim, entry, opens=tree.sentence.start <= end))

    def _of_title(self, tree: Tree, figure: Figure, claim: Claim) -> When | None:
        """The moment that the whole report is of, for what is counted up to it or is so at it."""
        scope = claim.measure.scope if claim.measure is not None else None
        if self._titled is None or scope not in ("cumulative", "moment") or self._tells_time(tree):
            return None
        told = next((t for t in tree.up(figure.anchor) if is_present(tree, t) or is_past(tree, t)), -1)
        if told >= 0 and is_past(tree, told) and not is_perfect(tree, told):
            return None
        return _up_to(self._titled, claim)

    def _so_far(self, tree: Tree, figure: Figure) -> When | None:
        """Up to the report: "have spent 40 million so far", what is told right beside these words."""
        if "far" not in tree.lower:
            return None
        top = figure.top
        verb = tree.head(top)
        if tree.base[top] not in ("obj", "nsubj") or verb < 0 or not is_perfect(tree, verb):
            return None
        told = [t for t in tree.having(verb, "advmod") if tree.lower[t] == "far" and tree.lower[t - 1] == "so"]
        return When(None, self._today, SO_FAR, "published") if told and not self._tells_time(tree) else None

    def _of_entry(self, tree: Tree, figure: Figure, claim: Claim, entry: When, *, opens: bool) -> When | None:
        """The day of the entry of what is so then, or of the news that it opens with."""
        told = next((t for t in tree.up(figure.anchor) if is_present(tree, t) or is_past(tree, t)), -1)
        if told < 0 or tree.sentence.relations[told] == "acl:relcl" or self._tells_time(tree):
            return None
        done = is_past(tree, told)
        if done and (is_perfect(tree, told) or not opens) and not is_reached(tree, figure):
            return None
        if _is_toll(claim):
            return None if done else replace(entry, start=None)
        return entry

    def _tells_time(self, tree: Tree) -> bool:
        """Whether a sentence tells any day or looks back, but for the words that open an entry."""
        if not words("times", "elsewhere").isdisjoint(tree.lower):
            return True
        known = self.times.known
        first = bisect_left(known, tree.sentence.start, key=lambda time: time.start)
        for time in known[first:]:
            if time.start >= tree.sentence.end:
                return False
            if time.low or time.high or time.kind == "duration":
                return True
        return False


def _up_to(when: When, claim: Claim) -> When:
    """A day as the last of those on which so many came about, but for what is so at a moment."""
    is_day = when.start == when.end and len(when.start or "") == DAY
    lasts = claim.measure is not None and claim.measure.scope == "moment"
    return replace(when, start=None) if is_day and not lasts else when


def _is_toll(claim: Claim) -> bool:
    return claim.measure is not None and claim.measure.slug in BEFALLEN


def is_reached(tree: Tree, figure: Figure) -> bool:
    """Whether something came to stand at a level: "has climbed to 40", "stood at 40", "had reached 40"."""
    first = min(figure.tokens)
    verb = next((t for t in tree.up(figure.anchor) if tree.sentence.upos[t] == "VERB"), -1)
    if verb < 0 or verb > first:
        return False
    if tree.lower[first - 1] in ("to", "at") or {tree.case(figure.anchor), tree.case(figure.top)} & {"to", "at"}:
        ways = either(("figures", "changes", "increase"), ("figures", "changes", "decrease"), ("times", "standing"))
        return tree.lemma(verb) in ways
    is_object = tree.base[figure.top] == "obj" and tree.head(figure.top) == verb
    return is_object and tree.lemma(verb) in words("times", "reaching")


def _is_known(tree: Tree, figure: Figure) -> bool:
    """Whether a figure was told of before: "the 40", "its 140-page text"."""
    of_head = figure.head is not None and tree.head(figure.anchor) == figure.head
    for token in (figure.anchor, figure.head) if of_head and figure.head is not None else (figure.anchor,):
        if any(tree.lower[t] in ("the", "those", "these") for t in tree.having(token, "det")):
            return True
        if tree.having(token, "nmod:poss"):
            return True
    return False
