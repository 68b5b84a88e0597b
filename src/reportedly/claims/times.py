"""When it happened, as far as a figure's own sentence says: the time phrase of its clause, and what the words come to.

The tree tells which time a figure is about, ``values`` what the words mean: a closed interval as wide as they are, in
days and longer, anchored to the publication or to another time of the text. Words that lean on a date nobody gives are
kept with both ends open: they narrow nothing by themselves. How far a time reaches is for ``reach`` to say.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from reportedly.claims import reach
from reportedly.claims.entries import openings
from reportedly.claims.hanging import behind_it, hanging, of_item
from reportedly.claims.intervals import DAY, MONTH_NAME, UNTIL, WEEKDAY, days, interval, lists, read, tells_days
from reportedly.claims.kept import kept
from reportedly.claims.lasting import is_compared, last_called
from reportedly.claims.leanings import happenings, leaning
from reportedly.claims.lexicons import either, words
from reportedly.claims.phrases import BACK, FROM, is_occasion, is_time, phrases
from reportedly.claims.phrases import YEAR as A_YEAR
from reportedly.claims.trees import Tree
from reportedly.model import Document, When

if TYPE_CHECKING:
    from reportedly.values.dates import Time

_OPENING = re.compile(r"\b(within|by|on|before|until)\s+(?:the\s+|next\s+)?$", re.I)
_WEEKDAY_ALONE = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day$", re.I)
_DAY_OR_NEXT = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next (?:week|month|year))\b", re.I)
_AGAIN = re.compile(r"\b(?:every|each|daily|weekly|monthly|most|last|since)\b", re.I)
_PART = re.compile(r"\b(?:quarter|half|spring|summer|autumn|winter)\b", re.I)
_LENGTH = re.compile(r"P(\d{1,3})([YMWD])|PT(\d{1,3})H")
_IS_OUT = re.compile(r"\s(?:is|was) (?:out|over|up)\b", re.I)  # "before the month is out"
_LEANS = re.compile(r"\s(?:of|after|from|following|once)\b", re.I)  # "within two days of the landing"
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
HOURS = 24
COUNTED = "count"  # the role of a time behind "as of"
LONGEST_PAIR = 40  # characters: "between late September 2024 and early "
LONGEST_OPENING = 16  # characters: "within the next "
MONTH, YEAR = 7, 4  # characters of a date
BRACKETS = frozenset({"(", "["})
NOW, SINCE, WHEN, NEXT = "now", "since", "when", "next"
AT_END = re.compile(r"at (?:the )?(?:very )?end\b", re.I)
_EARLIER = re.compile(r"\b(?:earlier|before)$", re.I)
_NUMBER = re.compile(r"\s\d{1,2}")
_OTHER = re.compile(r"\b(?:and|but|while|then)\b[^.;]*\d|[,;]\s*\$?\d+(?:[.,]\d+)*%? (?!\d)")
_RANGE = re.compile(r"\s*(?:-|\u2013|\u2014|to|through|until|till)\s*(?:the\s+)?", re.I)
# "In January and February 40 people died": the parse may leave the first to itself.
_TWO = re.compile(
    r"\b(?:in|on|during|between|over|through) (?:early |late )?(\w+)(?:,? \d{4})? and (?:early |late )?$", re.I
)


LEADING = frozenset({"DET", "ADP", "PRON", "ADJ"})  # words that lead to a time and are none
AGAINST = ((",", "against"), (",", "versus"))


class Times:
    """The times of one document, read when the first figure asks for one.

    ``published`` is its day of publication, given or inferred, as far as it is known.
    """

    def __init__(self, document: Document, published: str | None) -> None:
        self.document, self.published = document, published
        self._near: dict[int, Sequence[Time]] = {}

    @kept
    def known(self) -> Sequence["Time"]:
        """All of them, in order of place."""
        from reportedly.values.dates import times  # most of a short run would go into loading what it may not need

        told, opened = times(self.document.text, self.published), self.entries
        told = tuple(time for time in told if not is_compared(self.document.text, time))
        if not opened:
            return told
        # "MONDAY 08:30 The index opens lower" opens an entry of a live report, and tells of no Monday to come
        starts = {start for start, _ in opened}
        return [time for time in told if time.start not in starts]

    @kept
    def entries(self) -> Sequence[tuple[int, int]]:
        """Where the entries of a live report begin, and what is told of them behind the clock time."""
        return openings(self.document.text)

    @kept
    def _starts(self) -> list[int]:
        return [time.start for time in self.known]

    @kept
    def _ends(self) -> list[int]:
        return [time.end for time in self.known]

    def when(self, tree: Tree, start: int, inside: Sequence[int]) -> When | None:
        """The time phrase of the nearest clause above ``start``, or None; ``inside`` are the figure's own words."""
        beside = self._beside(tree, inside)
        if beside is not None:
            return beside
        first, last = min(inside), max(inside)
        if first > 1 and tree.lower[first - 2] in BRACKETS and tree.lower[first - 1] in words("times", "in_brackets"):
            return None
        if (changed := reach.changed(tree, start)) is not None:
            own = self._of_changed(tree, *changed, first)
            if own is not None or tree.lemma(changed[1]) in words("figures", "foretold", "words"):
                return own  # "yesterday cut its forecast to 4%" tells when it was cut
        if any(tree.lower[case] == "from" for case in tree.having(start, "case")):
            return None  # where a change starts from is of another time than where it ends
        if tree.lower[max(first - 1, 0)] == "from" and tree.lower[last + 1 : last + 2] == ("to",):
            return None  # "from 550 to 1,100 troops by March"
        if any(tree.lower[case - 1 : case + 1] in AGAINST for case in tree.having(start, "case")):
            behind = bisect_left(self._starts, tree.sentence.ends[max(inside)])
            if behind == len(self.known) or self.known[behind].start >= tree.sentence.end:
                return None  # "96 came on Tuesday, against 600 a day before the war"
            if start > max(inside) and (own := self._behind(tree, start + 1)) is not None:
                return own  # "against 1,950 cases in August"
            if self._starts[behind - 1 : behind] >= [tree.sentence.start]:
                return None  # "0.4% this week, against 0.1% before the collision of 10 February"
        if first > 1 and tree.lower[first - 1] in BRACKETS and tree.lower[last + 1 : last + 2] in ((")",), ("]",)):
            at = bisect_left(self._ends, tree.sentence.ends[first - 2])
            if at < len(self.known) and self.known[at].end == tree.sentence.ends[first - 2]:
                return self._interval((self.known[at].start, self.known[at].end), "")
            if tree.lower[first - 2] in words("times", "back"):
                return None  # "than in the week before (118)"
        if (own := of_item(tree, inside, self._interval) or self._set_then(tree, inside)) is not None:
            return own
        for token, bounds in reach.up(tree, start):
            if any(tree.lower[child] == NOW for child in tree.having(token, "advmod")):
                now = self._now(tree, token)  # "have risen since April, and a sack now costs $3"
                if now is not None or not reach.is_reckoned(tree, token):
                    return now
            if reach.is_of_later(tree, token):
                return None  # "fell by 20 points to 2015, but has risen by six since"
            found = [*self._under(tree, token, inside, bounds)]
            found = [time for time in found if time.start or time.end] or found
            if found:
                return found[0]
            if (named := self._named(tree, token) or self._known(tree, token, inside)) is not None:
                return named
            if (since := self._since(tree, token, inside, bounds)) is not None:
                return since
            if WHEN in tree.lower:
                then = self._then(tree, token) or self._on_occasion(tree, token, inside)
                if then is not None:
                    return then
        own = self._of_subject(tree, start, inside) or self._opening(tree, start)
        return own or hanging(tree, start, inside, self._under, interval=self._interval)

    def _now(self, tree: Tree, verb: int) -> When | None:
        """The day of publication of what is told to be so now: "a sack now costs $3"."""
        views = either(("stance", "expected", "verbs"), ("figures", "telling", "verbs"), ("times", "counting"))
        day = (self.published or "")[:DAY]
        now = reach.is_present(tree, verb) and tree.lemma(verb) not in views and len(day) == DAY
        return When(day, day, NOW, "published") if now else None

    def _of_changed(self, tree: Tree, verb: int, thing: int, first: int) -> When | None:
        """The time of what is changed to a number: "yesterday cut its forecast for growth this year to 1.8%".

        A day between the two is when it was changed, but where it stands in what names the thing.
        """
        low, high = tree.sentence.starts[verb], tree.sentence.starts[first]
        named, told = tree.under(thing), []
        for time in self.known[bisect_left(self._starts, low) : bisect_left(self._starts, high)]:
            when = self._interval((time.start, time.end), "") if time.kind == "date" else When(None, None)
            inside = set(tree.tokens(time.start, time.end)) <= set(named)
            is_day = when.start == when.end and len(when.start or "") == DAY
            if when.start and when.end and time.role != "reported" and (inside or not is_day):
                told.append(when)
        return told[0] if len(told) == 1 else None

    def _set_then(self, tree: Tree, inside: Sequence[int]) -> When | None:
        """When what a number is was set or reached: "the record of 53 GW set in 2023"."""
        top = tree.top(inside)
        told = (*inside, tree.head(top)) if tree.base[top] in ("nummod", "compound") else inside
        done = next((c for token in told if token >= 0 for c in tree.having(token, "acl") if c > max(inside)), -1)
        done = behind_it(tree, inside) if done < 0 else done
        if done >= 0 and tree.lower[done - 1] == "," and tree.base[tree.head(done)] == "nsubj":
            return None  # "90,000 doses, approved in May, arrive on Friday"
        own = tree.under(done) if done >= 0 and tree.sentence.xpos[done] in ("VBN", "VBD") else ()
        return next(self._under(tree, done, inside, reach.Bounds(own[0] - 1, own[-1] + 1)), None) if own else None

    def _since(self, tree: Tree, verb: int, inside: Sequence[int], bounds: reach.Bounds) -> When | None:
        """The time since which something has been so: "have died since the dam broke on Friday"."""
        for mark, clause in happenings(tree, verb, inside) if reach.is_past(tree, verb) else ():
            own = tree.under(clause)
            if bounds.holds(own):
                verbs, whole = (clause, *tree.having(clause, "xcomp")), reach.Bounds(own[0] - 1, own[-1] + 1)
                told = chain.from_iterable(self._under(tree, verb, inside, whole) for verb in verbs)
                time = next((time for time in told if self._is_closed(time) and time.words), None)
                if time is not None and time.words and (tree.lower[mark] == SINCE or len(time.start or "") != YEAR):
                    start = tree.sentence.starts[mark]
                    end = self.document.text.index(time.words, start) + len(time.words)
                    return replace(time, end=None, words=self.document.text[start:end])
        return None

    def _opening(self, tree: Tree, start: int) -> When | None:
        """The time that opens a clause where the parse hung it on a noun: "by August pirates had seized nine"."""
        verb, bounds = list(reach.up(tree, start))[-1]
        opens = next((t for t in tree.under(verb) if tree.base[t] not in ("punct", "cc")), verb)
        case = tree.lower[opens]
        if case == FROM or case not in either(("times", "cases"), ("times", "for_all")):
            return None
        at = self._first_at(tree, opens + 1)
        at = self._first_at(tree, opens + 2) if at == len(self.known) and tree.lower[opens + 1] == "the" else at
        if at == len(self.known) or self.known[at].end > tree.sentence.end or self.known[at].kind == "set":
            return None
        if self.published and not tells_days(self.known[at]):
            return None
        last = tree.tokens(self.known[at].end - 1, self.known[at].end)
        hangs = any(set(last) & set(run) for run, _ in phrases(tree, verb, ()))
        if hangs or not bounds.holds((opens, *last)):
            return None  # it hangs where it should, and was told to be of another
        return self._interval((tree.sentence.starts[opens], self.known[at].end), case)

    def _of_subject(self, tree: Tree, start: int, inside: Sequence[int]) -> When | None:
        """The time by which what did it is told: "sales in May were $4bn", "the march on Saturday drew 20,000"."""
        clauses = ((token, bounds) for token, bounds in reach.up(tree, start) if tree.having(token, "nsubj"))
        verb, bounds = next(clauses, (-1, reach.Bounds(-1, 0)))
        for subject in tree.having(verb, "nsubj") if verb >= 0 else ():
            far = (
                bounds.before >= subject or subject > verb
            )  # of "the meeting on Monday agreed to hire 40" the meeting's
            if not far and (time := self._of_occasion(tree, subject)) is not None:
                return time
            noun = tree.sentence.upos[subject] == "NOUN" or tree.lower[subject] in ("one", "another")
            if far or not noun or start in tree.under(subject):
                continue
            beside = (subject, *(noun for noun in tree.having(subject, "nmod") if noun > subject))
            told = (t for noun in beside for t in self._under(tree, noun, inside, reach.Bounds(subject, verb)))
            if reach.is_past(tree, verb):
                told = (last_called(time, self.published) for time in told)  # "the march on the 19th drew 20,000"
            if (time := next(filter(self._is_closed, told), None)) is not None:
                return time
        return None

    def _is_closed(self, time: When) -> bool:
        """Whether a time has both ends; where nobody gives the date of publication, whatever the words tell."""
        return bool(time.start and time.end) or not self.published

    def _of_occasion(self, tree: Tree, subject: int) -> When | None:
        """The time of what brought it about by its name: "Sunday's vote drew 4 million", "this year's harvest fell"."""
        if not is_occasion(tree, subject) and tree.lemma(subject) not in words("times", "drawn_up"):
            return None
        if (named := self._named(tree, subject)) is not None:
            return named  # "the 3 November earthquake left 40 homeless"
        for owner in tree.having(subject, "nmod:poss"):
            own = [token for token in tree.under(owner) if tree.base[token] != "case"]
            time = self._interval(tree.chars(own), "") if is_time(tree, owner) else None
            if time is not None and self._is_closed(time):
                return time
        return None

    def of(self, tree: Tree, noun: int, inside: Sequence[int]) -> When | None:
        """The time told of a noun itself: "the total since January", "the total for the first half of 2024"."""
        for run, case in phrases(tree, noun, inside):
            time = self._interval(tree.chars(run), case)
            if case not in words("times", "for_all") or (time.start and time.end):
                return time
        return None

    def _under(self, tree: Tree, token: int, inside: Sequence[int], bounds: reach.Bounds) -> Iterator[When]:
        """The times right under ``token`` that are of the number ``inside`` and of no other one."""
        for run, case in phrases(tree, token, inside):
            if not bounds.holds(run) or reach.compares(tree, run, inside) or reach.is_more(tree, run):
                continue
            if (
                reach.is_of_term(tree, run[0])
                or reach.is_of_other(tree, run, inside)
                or reach.is_of_appointed(tree, run)
            ):
                continue
            if reach.is_of_teller(tree, token, run) or reach.is_of_subject(tree, token, run):
                continue
            if len(run) == 1 and (tree.sentence.upos[run[0]] in LEADING or tree.lower[run[0]] == "about"):
                continue  # what is left where the words of a time were taken for a figure's
            time = self._told(tree, run, case)
            if case not in words("times", "for_all") or (time.start and time.end):
                yield time

    def only(self, tree: Tree, verb: int, end: int) -> When | None:
        """The one closed time right under ``verb`` before the token ``end``; None where there are more."""
        told = [time for time in self._under(tree, verb, (verb,), reach.Bounds(-1, end)) if time.start and time.end]
        return told[0] if len(told) == 1 else None

    def _told(self, tree: Tree, run: Sequence[int], case: str) -> When:
        """What a phrase comes to; one that leans on a happening by its time: "the day after the vote in May"."""
        lean = next((found for token in run if (found := leaning(tree, token)) is not None), None)
        if lean is None or lean.rest not in run:
            return self._interval(tree.chars(run), case)
        base = self._interval(tree.chars(run[run.index(lean.rest) :]), "")
        low, high = tree.chars(run)
        return lean.of(base, self.document.text[low:high])

    def _named(self, tree: Tree, noun: int) -> When | None:
        """The time by which a thing is named: "the July 15 death of a girl", "a third-quarter loss"."""
        if tree.sentence.upos[noun] not in ("NOUN", "PROPN"):
            return None
        for child in tree.having(noun, "compound", "amod", "nmod", "nummod"):
            counts = tree.base[child] == "nummod" and tree.sentence.xpos[noun] == "NNS"  # "in June 12 miners died"
            if counts and not A_YEAR.fullmatch(tree.sentence.words[child]):
                continue
            run = [token for token in tree.under(child) if token < noun]  # not "fewer votes than in June"
            if run and not tree.having(child, "case") and any(is_time(tree, token) for token in run):
                time = self._interval(tree.chars(run), "")
                if time.start and time.end:
                    return time
        return None

    def _known(self, tree: Tree, noun: int, inside: Sequence[int]) -> When | None:
        """When it befell those of whom something else is told: "visited the families of the 14 who died on 2 May"."""
        clauses = tree.having(noun, "acl") if reach.is_known(tree, noun) else ()
        for clause in clauses:
            own = tree.under(clause)
            told = self._under(tree, clause, inside, reach.Bounds(own[0] - 1, own[-1] + 1))
            if (time := next(filter(self._is_closed, told), None)) is not None:
                return time
        return None

    def _then(self, tree: Tree, verb: int) -> When | None:
        """The time of "since 2019, when 41 people died": what a clause with "when" stands behind, whatever leads it."""
        when = next((child for child in tree.having(verb, "advmod", "mark") if tree.lower[child] == WHEN), 0)
        before = when - 1 - (when > 0 and tree.lower[when - 1] == ",")
        if before < 0:
            return None
        end = tree.chars((before,))[1]
        at = bisect_left(self._ends, end)
        if at == len(self.known) or self.known[at].end != end or self.known[at].kind != "date":
            return None
        time = self.known[at]
        return When(time.low, time.high, self.document.text[time.start : time.end], time.anchor)

    def _on_occasion(self, tree: Tree, verb: int, inside: Sequence[int]) -> When | None:
        """The time of "40 died when a bus fell into a gorge in 2006": what happened then is of that year, too."""
        told = (verb, *tree.having(verb, "aux", "aux:pass", "cop"))
        if "VBD" not in {tree.sentence.xpos[token] for token in told}:
            return None  # "people die when storms hit in June"
        for clause in tree.having(verb, "advcl"):
            led = any(tree.lower[t] == WHEN for t in tree.having(clause, "advmod", "mark"))
            if led and "VBD" in {tree.sentence.xpos[t] for t in (clause, *tree.having(clause, "aux", "cop"))}:
                place = reach.Bounds(min(tree.under(clause)) - 1, max(tree.under(clause)) + 1)
                closed = (time for time in self._under(tree, clause, inside, place) if time.start and time.end)
                if (time := next(closed, None)) is not None:
                    return time
        return None

    def from_now(self, when: When) -> When:
        """ "Are missing, down from 27 a day earlier": of what is so now the day before that of the publication."""
        from reportedly.values.dates import times

        ago = _EARLIER.sub("ago", when.words or "")
        told = times(ago, self.published) if ago != when.words else ()
        return When(*days(told[0]), when.words, told[0].anchor) if len(told) == 1 else when

    def due(self, start: int, end: int, *, loose: bool) -> When | None:
        """The day by which what is told in a stretch is to come: "by September 16", "by Friday night", "within a year".

        ``loose``: a time that sets no limit by its words ("on Wednesday morning") is that day, too.
        """
        for time in self.within(start, end):
            told = self._limited(time, loose=loose)
            if told is not None and told.end is not None and not self.is_past(told):
                return told
        return None

    def within(self, start: int, end: int) -> Sequence["Time"]:
        """The times that begin in a stretch."""
        return self.known[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def opens(self, quote: str, start: int) -> bool:
        """Whether a limit opens the sentence that begins at ``start``: "By May the ministry means to open five"."""
        return quote.startswith("By ") and self.document.text.startswith(quote, start)

    def is_past(self, when: When) -> bool:
        """Whether a time ended before the publication."""
        return bool(when.end and self.published and when.end < self.published[: len(when.end)])

    def is_dated(self, when: When) -> bool:
        """Whether a time is a day or a month by its words, and none that comes back: "in May", "on Friday"."""
        told = (when.words or "").lower()
        return bool(MONTH_NAME.search(told) or _DAY_OR_NEXT.search(told)) and _AGAIN.search(told) is None

    def is_yearly(self, when: When) -> bool:
        """Whether a time is a day or month of some year by its words: "on 3 May", and not "on Friday"."""
        return MONTH_NAME.search(when.words or "") is not None

    def is_ahead(self, when: When) -> bool:
        """Whether a time begins on the day of publication or behind it: "in the coming years"."""
        return bool(when.start and len(when.start) == DAY and self.published and when.start >= self.published)

    def been(self, when: When) -> When:
        """The time of what has happened: a month or day without a year that was read as one to come is the last."""
        if not (when.start or when.end):
            return last_called(when, self.published)
        start, published = when.start or "", self.published or ""
        later = len(start) >= MONTH and bool(published) and start > published[: len(start)]
        told = when.words or ""
        if not later or A_YEAR.search(told) or not MONTH_NAME.search(told):
            return when
        start, end = (f"{int(day[:YEAR]) - 1:04}{day[YEAR:]}" if day else day for day in (start, when.end or ""))
        leap = any(day.endswith("-02-29") for day in (start, end))
        return when if leap else replace(when, start=start, end=end or None)

    def is_of_saying(self, start: int, end: int) -> bool:
        """Whether a time within a stretch tells when something was said: "said on Tuesday that they would strike"."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return any(time.role == "reported" for time in self.known[first:last])

    def _limited(self, time: "Time", *, loose: bool) -> When | None:
        from reportedly.values.calendar import nth

        opening = _OPENING.search(self.document.text, max(time.start - LONGEST_OPENING, 0), time.start)
        quote = self.document.text[opening.start() if opening else time.start : time.end]
        if opening and opening.group(1).lower() == "within":
            last = time.high if time.anchor == "published" else None  # "within ten working days"
            leans = _LEANS.match(self.document.text, time.end) is not None
            known = None if leans else (last and last[:DAY]) or self._within(time.value)
            return When(None, known, quote, "published")
        runs_out = time.role == "before" and _IS_OUT.match(self.document.text, time.end) is not None
        by = time.role == "by" or runs_out
        if time.kind not in ("date", "time") or time.role == "reported" or not (loose or by):
            return None
        last = time.low if "T" in (time.high or "") else time.high  # a night belongs to the day on which it begins
        last = last or nth(time.value, self.published or "", ahead=True)  # "put off to the 24th"
        day = self._ahead(last[:DAY], quote, limit=by) if last else None
        limit = by or (opening is not None and opening.group(1).lower() in UNTIL)
        spans = last is not None and time.low is not None and time.low[:DAY] < last[:DAY] == day  # "this week"
        return When(None if limit else time.low[:DAY] if spans and time.low else day, day, quote, time.anchor)

    def coming(self, when: When) -> When:
        """The time of something that is still to come: the next day or month called so, where it was read as past."""
        if not when.words:
            return when
        if when.end is None:  # "from Monday"
            start = when.start and self._ahead(when.start, when.words, limit=False)
            return replace(when, start=start)
        end = self._ahead(when.end, when.words, limit=when.start is None)
        if end == when.end:
            return when
        span = when.start != when.end and when.start is not None and len(when.start) == len(when.end)
        start = self._ahead(when.start or "", when.words, limit=False) if span else when.start and end
        return replace(when, start=start, end=end)

    def _ahead(self, day: str, quote: str, *, limit: bool) -> str:
        """A day told by its weekday, or without its year, that was read as past beside "promised", as the next one.

        So is a month. Who says on a Monday that it is done "by Monday" (``limit``) means the next; "by Monday evening"
        is that day.
        """
        from reportedly.values.calendar import moved

        published = read(self.published or "")
        if published is None or len(day) > len(published) or len(day) < MONTH or A_YEAR.search(quote):
            return day
        is_today = limit and day == published and _WEEKDAY_ALONE.search(quote) is not None
        if day >= published[: len(day)] and not is_today:
            return day
        if len(day) == MONTH:
            return f"{int(day[:4]) + 1}{day[4:]}" if MONTH_NAME.search(quote) or _PART.search(quote) else day
        yearly = MONTH_NAME.search(quote) or not words("times", "yearly").isdisjoint(quote.lower().split())
        unit = "week" if WEEKDAY.search(quote) else "year" if yearly else None
        later = moved(date.fromisoformat(day), 1, unit) if unit else None
        return later.isoformat() if later else day

    def _within(self, length: str) -> str | None:
        """The last day of a length of whole units, or of hours, that begins when it is published."""
        from reportedly.values.calendar import moved

        told, day = _LENGTH.fullmatch(length), read(self.published or "")
        if told is None or day is None or len(day) < DAY:
            return None
        many, unit, hours = told.groups()
        days = -(-int(hours) // HOURS) if hours else int(many)  # of "within 30 hours" the second day
        last = moved(date.fromisoformat(day), days, UNITS[unit or "D"])
        return None if last is None else last.isoformat()

    def told(self, tree: Tree, verb: int, content: Sequence[int]) -> When | None:
        """When something was said: the time phrase right under the verb of saying, none of what is said.

        That of a statement in which it was said is the same: "said in a statement on Monday". It is read by its own
        sentence, since "said on Tuesday" leans on the day of publication and on nothing else.
        """
        start = tree.sentence.start
        told = (verb, *(t for t in tree.having(verb, "obl") if t not in content and not is_time(tree, t)))
        behind = (
            phrase
            for token in tree.having(verb, "ccomp")
            for phrase in phrases(tree, token, ())
            if reach.is_of_teller(tree, token, phrase[0])
        )
        own = (phrase for token in told for phrase in phrases(tree, token, content))
        for run, case in chain(own, behind):
            if case in words("times", "for_all"):
                continue
            low, high = tree.chars(run)
            near = self._alone(start, tree.sentence.end)
            inside = [time for time in near if time.end > low - start and time.start < high - start]
            return interval(self.document.text[low:high], inside, case)
        return None

    def _alone(self, start: int, end: int) -> Sequence["Time"]:
        """The times of one sentence by itself, read when the first saying asks for them."""
        from reportedly.values.dates import times

        if start not in self._near:
            self._near[start] = times(self.document.text[start:end], self.published)
        return self._near[start]

    def _beside(self, tree: Tree, inside: Sequence[int]) -> When | None:
        """The time right behind a number, which is the number's own: "from $19.5 billion a year earlier"."""
        if tree.lower[max(inside) + 1 : max(inside) + 2] == (NEXT,) and (coming := self._next(tree, max(inside) + 1)):
            return coming
        if "than" in tree.lower[max(inside) + 1 : max(inside) + 3]:
            return None  # "11 percent more than a year earlier"
        looks = range(min(inside) + 1, min(max(inside) + 1 + BACK, len(tree.lower)))
        backs = words("times", "back")
        back = next((token for token in looks if tree.lower[token] in backs), None)
        if back is None:
            return self._behind(tree, max(inside) + 1)
        end = tree.chars((back,))[1]
        at = bisect_left(self._ends, end)
        if at == len(self.known) or self.known[at].end != end:
            return None
        start = self.known[at].start
        before = next((token for token in reversed(range(back)) if tree.chars((token,))[1] <= start), None)
        return self._interval((start, end), "") if before in inside else None

    def _next(self, tree: Tree, token: int) -> When | None:
        """The year after the one told before: "6 percent this year and 4 percent next"."""
        if tree.sentence.upos[token + 1 : token + 2] in (("NOUN",), ("PROPN",), ("ADJ",), ("NUM",)):
            return None
        at = bisect_left(self._starts, tree.sentence.starts[token]) - 1
        before = self.known[at] if at >= 0 and self.known[at].start >= tree.sentence.start else None
        if before is None:
            return None
        told = self._interval((before.start, before.end), "")
        if told is None or told.start is None or told.start != told.end or len(told.start) != YEAR:
            return When(None, None, NEXT)
        year = str(int(told.start) + 1)
        return When(year, year, NEXT, told.anchor)

    def _behind(self, tree: Tree, token: int) -> When | None:
        """The time that begins right behind a number: "from 3.5% last year", "40 in May and 30 in June"."""
        case = tree.lower[token] if token < len(tree.lower) and tree.lower[token] in words("times", "close") else ""
        first = token + bool(case)
        at = self._first_at(tree, first)
        while first < len(tree.lower) and at == len(self.known) and tree.lower[first] in words("times", "whole"):
            first += 1  # "962 in the whole of 2025"
            at = self._first_at(tree, first)
        if at == len(self.known) or self.known[at].kind not in ("date", "time"):
            return None
        return self._interval((tree.sentence.starts[token], self.known[at].end), case)

    def _first_at(self, tree: Tree, token: int) -> int:
        """Which time begins with a token; as many as there are where none does."""
        if token >= len(tree.lower):
            return len(self.known)
        at = bisect_left(self._starts, tree.sentence.starts[token])
        return at if at < len(self.known) and self.known[at].start == tree.sentence.starts[token] else len(self.known)

    def _interval(self, place: tuple[int, int], case: str) -> When:
        (start, end), known, text = place, self.known, self.document.text
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        # "declined by 40 from 2010 to 2019": the parse may hang each end by itself.
        while 0 < last < len(known) and first < last and _RANGE.fullmatch(text, known[last - 1].end, known[last].start):
            last, end = last + 1, known[last].end
        while 0 < first < last and _RANGE.fullmatch(text, known[first - 1].end, known[first].start):
            first, start = first - 1, min(start, known[first - 1].start)
        while 0 < last < len(known) and first < last and lists(text, known[last - 1 : last + 2]):
            last, end = last + 1, known[last].end
        if 0 < first < last and (pair := self._paired(first, start)) is not None:
            first, start, case = first - 1, pair.start(), case or pair.group().split()[0].lower()
        for at in range(first, last - 1):
            if _OTHER.search(text, known[at].end, known[at + 1].start):  # "40 in January and 60 in May"
                last, end = at + 1, known[at].end
                break
        near = known[first:last]
        # "in June 12 miners died": of the phrase itself, and not of June 12
        if near and _NUMBER.fullmatch(text, end, max(end, near[-1].end)):
            near = self._alone(start, end)
        when = interval(text[start:end], near, case)
        if len(near) == 1 and near[0].mod == "END" and AT_END.match(text, start) and len(when.end or "") == DAY:
            when = replace(when, start=when.end)  # "at the end of May": on its last day
        begins = any(time.role == COUNTED for time in near) and self.is_ahead(when)
        return replace(when, end=None) if begins else when  # "rises to 4.2% as of 1 January 2027": from then on

    def _paired(self, at: int, start: int) -> "re.Match[str] | None":
        """The "in January and" before a month or a weekday that begins at ``start``; None where none stands there."""
        before, second, text = self.known[at - 1], self.known[at].start, self.document.text
        pair = _TWO.search(text, max(0, second - LONGEST_PAIR), second)
        if pair is None or not pair.start() <= before.start <= pair.start(1) or text[start:second] not in ("", "and "):
            return None
        kinds = (MONTH_NAME, WEEKDAY)
        return pair if any(kind.search(pair.group()) and kind.match(text, second) for kind in kinds) else None
