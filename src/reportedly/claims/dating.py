"""When it happened: what the report around a sentence tells of the times of its figures.

"Since Friday" reaches up to the report, what "has climbed to 40 since Friday" is so on its day. Under a heading "as of
12 March", and behind the clock time of a live report, what has no time of its own is of that day. Where a sentence
tells any other day, or looks back, nothing is lent to it: no time is better than a wrong one.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import date, timedelta

from reportedly.claims.entries import days
from reportedly.claims.intervals import DAY, interval
from reportedly.claims.intervals import days as spanned
from reportedly.claims.labels import Labels
from reportedly.claims.lasting import lasting
from reportedly.claims.lexicons import either, words
from reportedly.claims.measured import BEFALLEN
from reportedly.claims.phrases import is_occasion
from reportedly.claims.places import Figure
from reportedly.claims.reach import is_past, is_perfect, is_present, is_tensed
from reportedly.claims.tidings import Tidings
from reportedly.claims.times import Times
from reportedly.claims.trees import Tree
from reportedly.model import DONE, Claim, Document, PartKind, Span, When
from reportedly.values.lists import ITEM

_SINCE = re.compile(r"since\b", re.I)
_UNTIL = re.compile(r"(?:until|till|through)\b", re.I)
_BY = re.compile(r"by\b", re.I)
# What a heading says of the numbers below it: "Situation on 23 February", "The figures cover 7 to 13 April".
_AS_OF = re.compile(r"\bas (?:of|at)\b", re.I)
_SITUATION = re.compile(
    r"^\W*(?:the )?(?:situation|figures|data|status|numbers|totals|key figures|reporting period|period)\b[^.;]{0,20}?"
    r"(?:\b(?:on|at|of|for|by|up to|covers?|covering|from)\b|:)",
    re.I,
)
# The same of all that a report tells: "This report covers developments up to 17 May", "Period covered: 9-15 June".
_COVERS = re.compile(
    r"^\W*(?:th(?:is|e) )?(?:[\w-]+ ){0,2}(?:report|bulletin|update|summary|note|data|figures|statement) covers?\b"
    r"|^\W*(?:reporting )?period(?: covered)?\s*:",
    re.I,
)
_NEXT_ITEM = re.compile(r"\n" + ITEM.pattern)
HELD = frozenset({"root", "conj", "parataxis"})  # what a report tells itself, or one quoted there
COUNT, FROM, OVERNIGHT = "count", "from ", "overnight"
# Behind a comma these open what a number is held against.
AGAINST = frozenset({
    ("against",), ("versus",), ("down", "from"), ("up", "from"), ("compared", "with"), ("compared", "to"),
})  # fmt: skip
SO_FAR, LONGEST_CASE = "so far", 12  # characters of what leads a time: "throughout "


class Dating:
    """Gives the figures of one document the times that the report around them tells."""

    def __init__(self, document: Document, times: Times) -> None:
        self.document, self.times = document, times
        published = times.published or ""
        self._today = published[:DAY] if len(published) >= DAY else None
        self.tidings = Tidings(document, times)
        opened = times.entries if self._today else ()
        self._entries = tuple(zip(opened, days(document.text, opened, self._today or ""), strict=True))
        self._heading: When | None = None  # of when the list below it is
        self._titled: When | None = None  # the same of the whole report
        self._covered: When | None = None  # the days of which the whole report tells
        self._opened: tuple[int, When | None] = (0, None)  # the end of what opens a list, or of its last item; its time

    def heads(self, tree: Tree, kind: PartKind, labels: Labels, *, counts: bool) -> None:
        """Take in a sentence with a date that may tell of when the numbers below it are; ``counts`` if it has some."""
        sentence = self.document.span(tree.sentence.start, tree.sentence.end)
        as_of, situation = _AS_OF.search(sentence.quote) is not None, _SITUATION.match(sentence.quote) is not None
        if _COVERS.match(sentence.quote) and (told := labels.dated(sentence)) is not None:
            self._covered = replace(told, start=told.start or told.end)
        if as_of or (not counts and situation):
            self._heading = labels.dated(sentence) or self._heading
            self._titled = self._heading if as_of and kind in ("headline", "deck") else self._titled
        if tree.lower[-1] == ":":
            clause = not (counts or as_of or situation) and any(is_tensed(tree, t) for t in range(len(tree.lower)))
            self._opened = (sentence.end, self._of_clause(sentence) if clause else None)

    def _of_clause(self, sentence: Span) -> When | None:
        """The one time of what opens a list, as far as it reaches."""
        known = self.times.known
        first, last = (bisect_left(known, at, key=lambda time: time.start) for at in (sentence.start, sentence.end))
        when = interval(sentence.quote, known[first:last], "") if last - first == 1 else None
        return when if when is not None and (when.start or when.end) else None

    def of_line(self, claim: Claim) -> Claim:
        """What a label tells, with the time of the heading where it has none of its own.

        Of a day that is up to that day, but for what is so at a moment.
        """
        told = claim.when
        own = told if told is not None and (told.start or told.end) else self._of_item(claim)
        when = own or self._heading or told
        if when is self._heading and when is not None and claim.status == "happened":
            loose = claim.measure is None or claim.measure.scope == "unspecified"
            is_there = loose and claim.counted is not None and " in " in claim.counted.phrase.quote
            return replace(claim, when=None if is_there else _up_to(when, claim))  # "People in shelters: 40"
        if when is not None and when.start and when.end is None and claim.status in DONE:
            end = (self._heading.end if self._heading is not None else None) or self._today  # "Fires since May: 40"
            when = when if end is None or end < when.start else replace(when, end=end)
        return replace(claim, when=when)

    def of(self, tree: Tree, figure: Figure, claim: Claim, *, whole: Claim | None, before: Tree | None) -> Claim:
        """A figure with the time that it and the report around it tell; ``before`` is the sentence before it."""
        claim = self._in_its_line(claim)
        when = claim.when
        if when is not None and self._is_of_forecast(claim, when):
            return replace(claim, when=None)
        if when is not None and when.start and when.end is None and (when.words or "").lower().startswith(FROM):
            claim = replace(claim, when=self._lasting(claim, when))
        if self._today is None or claim.basis == "coded":
            return claim
        if claim.status in ("expected", "possible"):
            claim = self._from_now(claim)
        if claim.status not in DONE:
            return claim
        when = claim.when
        if when is not None and (when.start or when.end):
            return replace(claim, when=self._reaching(tree, figure, claim, when))
        told = when is not None and when.words and not self._opens_entry(when.words)
        if told or figure.is_whole:
            return claim
        if (item := self._of_item(claim) or self._of_list(claim)) is not None:
            return replace(claim, when=item)
        lent = self._of_stem(tree, figure)
        lent = lent or (None if whole is None else self._of_whole(tree, figure, claim, whole))
        lent = lent or self._of_telling(tree, figure, claim) or self._of_before(tree, figure, claim, before)
        lent = lent or (self._of_front(tree, figure) if ";" in tree.lower else None)
        lent = lent or (self._of_night(tree, figure) if OVERNIGHT in tree.lower else None)
        return self._lent(tree, figure, claim) if lent is None else replace(claim, when=lent)

    def _from_now(self, claim: Claim) -> Claim:
        """What is to last until a day does so from the report on: "temperatures above 40 degrees until Wednesday"."""
        when, today = claim.when, self._today or ""
        if when is None or when.start is not None or not _UNTIL.match(when.words or "") or (when.end or "") < today:
            return claim
        return replace(claim, when=replace(when, start=today)) if len(when.end or "") == DAY else claim

    def _lasting(self, claim: Claim, when: When) -> When:
        """A time that only tells when something begins, up to its end where its length stands before it."""
        start = self.document.text.find(when.words or "", claim.context.start, claim.context.end)
        at = bisect_left(self.times.known, start, key=lambda time: time.start) - 1
        return lasting(self.document.text, self.times.known[at], start, when) if start >= 0 and at >= 0 else when

    def _is_of_forecast(self, claim: Claim, when: When) -> bool:
        """Whether it is when something was foretold, and not what it is foretold for: "the 2% forecast in January"."""
        behind = self.document.text[claim.evidence.end : claim.context.end].split(maxsplit=1)[:1]
        nouns = {*behind, claim.counted.lemma if claim.counted is not None else ""}
        foretold = claim.status == "expected" and not nouns.isdisjoint(words("figures", "foretold", "words"))
        return foretold and self.times.is_past(when)

    def _of_whole(self, tree: Tree, figure: Figure, claim: Claim, whole: Claim) -> When | None:
        """The time of a whole for a part that is only told apart: "40 were held on Friday, nine of them minors"."""
        when, text = whole.when, self.document.text
        if when is None or not (when.start or when.end) or whole.context != claim.context or whole.status not in DONE:
            return None
        start, verb = whole.evidence.end, _predicate(tree, figure.anchor)
        if start > claim.evidence.start or self._tells_time(tree, start, but=text.find(when.words or "", start)):
            return None
        same = verb == next(
            (v for t in tree.tokens(whole.evidence.start, start) if (v := _predicate(tree, t)) >= 0), -1
        )
        sorted_ = verb >= 0 and is_past(tree, verb) and not is_perfect(tree, verb)
        sorted_ = sorted_ and (tree.having(verb, "cop") != () or tree.lemma(verb) in words("times", "sorting"))
        return when if same or sorted_ else None

    def _of_telling(self, tree: Tree, figure: Figure, claim: Claim) -> When | None:
        """The time of what a bare number is one more count of: "filled the square on Friday; police counted 5,500"."""
        bare = claim.counted is None or claim.counted.implied
        verb = _predicate(tree, figure.anchor) if bare else -1
        if verb < 0 or tree.base[verb] not in ("parataxis", "conj") or not is_past(tree, verb):
            return None
        main = tree.head(verb)
        if (
            tree.lemma(verb) not in either(("figures", "telling", "verbs"), ("times", "counting"))
            or not is_past(tree, main)
            or main > verb
        ):
            return None
        begins = tree.under(verb)[0]
        if self._tells_time(tree, tree.sentence.starts[begins]):
            return None
        return self.times.only(tree, main, begins)

    def _of_before(self, tree: Tree, figure: Figure, claim: Claim, before: Tree | None) -> When | None:
        """The day of what the sentence before tells to have befallen: "A quake struck on Monday. It killed 40"."""
        verb = _predicate(tree, figure.anchor)
        while verb >= 0 and tree.base[verb] == "conj":
            verb = tree.head(verb)
        if before is None or verb < 0 or tree.head(verb) >= 0 or tree.sentence.xpos[verb] != "VBD":
            return None
        subject = next(iter(tree.having(verb, "nsubj")), -1)
        root = next((t for t in range(len(before.lower)) if before.head(t) < 0), -1)
        done = next(iter(before.having(root, "nsubj")), -1) if root >= 0 else -1
        if subject < 0 or done < 0 or before.sentence.xpos[root] != "VBD" or not is_occasion(before, done):
            return None
        same = tree.lemma(subject) == before.lemma(done) and any(
            tree.lower[t] == "the" for t in tree.having(subject, "det")
        )
        between = self.document.text[before.sentence.end : tree.sentence.start]
        if not (same or tree.lower[subject] == "it") or "\n" in between or self._tells_time(tree):
            return None
        return self.times.only(before, root, len(before.lower))

    def _of_front(self, tree: Tree, figure: Figure) -> When | None:
        """The time that opens a sentence, behind its semicolon: "Last year it lost 1.3bn; its directors shared 14m"."""
        told = verb = _predicate(tree, figure.anchor)
        while verb >= 0 and tree.base[verb] == "conj":
            verb = tree.head(verb)
        if verb < 0 or tree.base[verb] != "parataxis":
            return None
        begins, main = next(t for t in tree.under(verb) if tree.base[t] != "punct"), tree.head(verb)
        apart = begins > 0 and tree.lower[begins - 1] == ";"
        past = all(is_past(tree, t) and not is_perfect(tree, t) for t in (told, main))
        if not (apart and past) or tree.head(main) >= 0 or self._tells_time(tree, tree.sentence.starts[begins]):
            return None
        when = self.times.only(tree, main, main)
        return when if when and self.document.text.startswith(when.words or " ", tree.sentence.start) else None

    def _of_night(self, tree: Tree, figure: Figure) -> When | None:
        """The night before the report, of what came about in it: "were ordered out of 14 hamlets overnight"."""
        told = _predicate(tree, figure.anchor)
        night = told >= 0 and any(tree.lower[t] == OVERNIGHT for t in tree.having(told, "advmod", "obl"))
        if not night or not is_past(tree, told) or any(tree.lower[t] == "had" for t in tree.having(told, "aux")):
            return None
        eve = (date.fromisoformat(self._today or "") - timedelta(1)).isoformat()
        start, known = tree.sentence.start, self.times.known
        part = self.document.part_at(start)
        at = bisect_left(known, start, key=lambda time: time.start) - 1
        told_before = known[at].low if part is not None and at >= 0 and known[at].start >= part.start else None
        if self._tells_time(tree, but_word=OVERNIGHT) or (told_before or eve)[:DAY] < eve:
            return None  # "On Monday the dam broke. 40 were moved overnight": of the night that the report tells of
        return When(eve, self._today, OVERNIGHT, "published")

    def _opens_entry(self, told: str) -> bool:
        return any(told in self.document.text[start:end] for (start, end), _ in self._entries)

    def _in_its_line(self, claim: Claim) -> Claim:
        """A time in one item of a list is none of the next, of which the time behind its mark is."""
        told = claim.when.words if claim.when is not None else None
        if not told or "\n" not in claim.context.quote:
            return claim
        text, low, high = self.document.text, claim.context.start, claim.evidence.start
        at = text.find(told, low, high)
        if at < 0 or _NEXT_ITEM.search(text, at, high) is None:
            return claim
        return replace(claim, when=self._of_item(claim))

    def _of_item(self, claim: Claim) -> When | None:
        """The one time of a label in a list: "- Share of airtime, 1-10 October: 61%"."""
        text, high = self.document.text, claim.evidence.start
        low = text.rfind("\n", 0, high) + 1
        if ITEM.match(text, low) is None or ":" not in text[low:high]:
            return None
        known = self.times.known
        first, last = (bisect_left(known, at, key=lambda time: time.start) for at in (low, high))
        own = [time for time in known[first:last] if time.low and time.high]
        if len(own) != 1 or own[0].role is not None or text.find(":", own[0].end, high) < 0:
            return None
        return When(*spanned(own[0]), text[own[0].start : own[0].end], own[0].anchor)

    def _of_list(self, claim: Claim) -> When | None:
        """The time of the clause that opens the list of which an item tells: "Since May we have sent: - 40 tents"."""
        text, (last, when) = self.document.text, self._opened
        if when is None or claim.evidence.start < last:
            return None
        low = text.rfind("\n", 0, claim.evidence.start) + 1
        if ITEM.match(text, low) is None or (last < low and text[last:low].strip()):
            return None
        ends = text.find("\n", claim.evidence.end)
        self._opened = (ends if ends >= 0 else len(text), when)
        if when.end is None and when.start is not None:
            return replace(when, end=self._today)
        return when

    def _of_stem(self, tree: Tree, figure: Figure) -> When | None:
        """The time of what stands before a colon, for numbers without a verb behind it: "voted on Friday: 17 for"."""
        first = min(figure.tokens)
        if ":" not in tree.lower:
            return None
        colon = next((t for t in reversed(range(1, first)) if tree.lower[t] == ":"), -1)
        root = next((t for t in range(max(colon, 0)) if tree.head(t) < 0 and is_past(tree, t)), -1)
        if colon < 0 or root < 0 or any(is_tensed(tree, t) for t in range(colon, first + 1)):
            return None
        if any(is_tensed(tree, t) for t in tree.up(figure.anchor) if t > colon):
            return None
        telling = tree.lemma(root) in either(("figures", "telling", "verbs"), ("times", "counting"))
        return (
            None
            if telling or self._tells_time(tree, tree.sentence.starts[colon])
            else self.times.only(tree, root, colon)
        )

    def _reaching(self, tree: Tree, figure: Figure, claim: Claim, when: When) -> When:
        """A time as far as it reaches: up to the report, or to who says so; of a level that it was reached then."""
        level = claim.quantity.change == "level" and _is_reached(tree, figure)
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
            when = self._of_title(tree, figure, claim) if self._titled else None
            when = when or (self._of_covered(tree, figure, claim) if self._covered else None)
            when = when or (self._of_heading(tree, figure, claim) if self._heading else None)
            if when is None and self.tidings.day is not None and not self._tells_time(tree, behind=figure):
                when = self.tidings.of(tree, _predicate(tree, figure.anchor))
            when = when or self._of_now(tree, figure, claim)
            return claim if when is None else replace(claim, when=when)
        (start, end), day = self._entries[at]
        entry = When(day, day, self.document.text[start:end].strip(" -–—:|"), "published")
        return replace(claim, when=self._of_entry(tree, figure, claim, entry, opens=tree.sentence.start <= end))

    def _of_title(self, tree: Tree, figure: Figure, claim: Claim) -> When | None:
        """The moment that the whole report is of, for what is counted up to it or is so at it."""
        scope = claim.measure.scope if claim.measure is not None else None
        if self._titled is None or scope not in ("cumulative", "moment") or self._tells_time(tree, behind=figure):
            return None
        told = _predicate(tree, figure.anchor)
        if told >= 0 and is_past(tree, told) and not is_perfect(tree, told):
            return None
        return _up_to(self._titled, claim)

    def _of_covered(self, tree: Tree, figure: Figure, claim: Claim) -> When | None:
        """The days of which the whole report tells: of what came about in them, or is so on the last of them."""
        when, scope = self._covered, claim.measure.scope if claim.measure is not None else None
        if when is None or when.end is None or self._tells_time(tree, behind=figure):
            return None
        told, at_end = _predicate(tree, figure.anchor), replace(when, start=when.end)
        if told >= 0 and is_perfect(tree, told):
            return None
        if scope == "moment" or (told >= 0 and not is_past(tree, told)):
            return at_end
        return when if when.start != when.end and scope != "cumulative" else None

    def _of_heading(self, tree: Tree, figure: Figure, claim: Claim) -> When | None:
        """The moment of the heading above a list, of how many are so then: "- Missing: 40, against 60 on Friday"."""
        text, start = self.document.text, claim.evidence.start
        at_moment = claim.measure is not None and claim.measure.scope == "moment"
        if self._heading is None or _is_toll(claim) or not (at_moment or _is_held(tree, figure)):
            return None
        if ITEM.match(text, text.rfind("\n", 0, start) + 1) is None or _predicate(tree, figure.anchor) >= 0:
            return None
        return None if self._tells_time(tree, behind=figure) else self._heading

    def _of_now(self, tree: Tree, figure: Figure, claim: Claim) -> When | None:
        """The day of the report, of how many are in a state on it: "are sleeping in tents", "are still in custody"."""
        if claim.status != "ongoing" or claim.quantity.unit != COUNT or claim.part != "body" or _is_toll(claim):
            return None
        told = _predicate(tree, figure.anchor)
        if told < 0 or not is_present(tree, told) or tree.base[told] not in HELD:
            return None
        if self._tells_time(tree, behind=figure):
            return None
        beside = tree.having(told, "cop") and (tree.case(told) or tree.sentence.upos[told] in ("ADV", "ADJ"))
        nouns = {figure.top, tree.head(figure.top)}
        about = not nouns.isdisjoint(tree.having(told, "nsubj"))
        stays = about and (beside or tree.lemma(told) in words("times", "lasting"))
        busy = about or not nouns.isdisjoint(tree.having(told, "obj"))
        lasts = stays or (busy and tree.sentence.xpos[told] == "VBG")
        if claim.quantity.low == 1:
            return None  # "one reason is at hand"
        return When(self._today, self._today, None, "published") if lasts else None

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
        told = _predicate(tree, figure.anchor)
        if self._tells_time(tree, behind=figure):
            return None
        if told < 0:
            return (
                entry
                if opens and not _is_toll(claim) and not any(is_tensed(tree, t) for t in range(len(tree.lower)))
                else None
            )
        if tree.lemma(told) in words("times", "counting") or tree.sentence.relations[told] == "acl:relcl":
            return None  # "the ministry gives 8,400 hectares" for all that burned up to then
        done = is_past(tree, told)
        opens = opens and tree.base[told] != "ccomp"  # of "the mayor says 60 houses were damaged" not when they were
        if done and (is_perfect(tree, told) or not opens) and not _is_reached(tree, figure):
            return None
        if _is_toll(claim):
            return None if done else replace(entry, start=None)
        return entry

    def _tells_time(
        self, tree: Tree, start: int | None = None, *, but: int = -1, behind: Figure | None = None, but_word: str = ""
    ) -> bool:
        """Whether a sentence, from ``start`` on, tells any day or looks back, but for the time at ``but``, or one word.

        What a figure is held against, and what is told behind its semicolon, has a time of its own: ``behind`` one,
        that is not looked at.
        """
        low = tree.sentence.start if start is None else start
        high = tree.sentence.end if behind is None else _ends(tree, behind)
        if not (words("times", "elsewhere") - {but_word}).isdisjoint(tree.lower[t] for t in tree.tokens(low, high)):
            return True
        known = self.times.known
        first = bisect_left(known, low, key=lambda time: time.start)
        for time in known[first:]:
            if time.start >= high:
                return False
            if but >= 0 and time.start - LONGEST_CASE <= but <= time.start:
                continue
            if time.low or time.high or (time.kind == "duration" and not _is_short(time.value)):
                return True
        return False


def _is_short(length: str) -> bool:
    """Whether a length tells of no other day: "held up by 90 minutes", "14 million a day"."""
    return length.startswith("PT") or length == "P1D"


def _predicate(tree: Tree, start: int) -> int:
    """The nearest word at or above ``start`` that is told in some tense; -1 where none is."""
    return next((t for t in tree.up(start) if is_tensed(tree, t)), -1)


def _ends(tree: Tree, figure: Figure) -> int:
    """Where what is told of a figure ends: at a semicolon behind it, or at what it is held against."""
    for t in range(max(figure.tokens) + 1, len(tree.lower)):
        than = tree.lower[t] == "than" and tree.sentence.xpos[t - 1] in ("JJR", "RBR")
        if than or tree.lower[t] == ";" or _opens_held(tree, t):
            return tree.sentence.starts[t]
    return tree.sentence.end


def _opens_held(tree: Tree, at: int) -> bool:
    """Whether a comma opens what the number before it is held against: "40, against 60 on Friday"."""
    behind = tree.lower[at + 1 : at + 3]
    return tree.lower[at] == "," and (behind in AGAINST or behind[:1] in AGAINST)


def _is_held(tree: Tree, figure: Figure) -> bool:
    """Whether a number is held right behind it against another."""
    return max(figure.tokens) + 1 < len(tree.lower) and _opens_held(tree, max(figure.tokens) + 1)


def _up_to(when: When, claim: Claim) -> When:
    """A day as the last of those on which so many came about, but for what is so at a moment."""
    is_day = when.start == when.end and len(when.start or "") == DAY
    lasts = claim.measure is not None and claim.measure.scope == "moment"
    return replace(when, start=None) if is_day and not lasts else when


def _is_toll(claim: Claim) -> bool:
    return claim.measure is not None and claim.measure.slug in BEFALLEN


def _is_reached(tree: Tree, figure: Figure) -> bool:
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
