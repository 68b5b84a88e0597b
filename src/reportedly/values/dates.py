"""Words become values: every expression of time in a text, with the closed interval it covers and what anchored it.

Kinds and values are those of TIMEX3 (TimeML 1.2.1; ISO 24617-1). The interval is as wide as the words and no wider, at
the precision of the words. A time that leans on another is anchored to the publication date, to an earlier time of the
same text or to a named event, and the anchor is told; without one nothing is invented. No clock is asked. Where the
publication is known only as a month or a year, an interval holds whatever day of it was meant.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import compress, zip_longest
from operator import or_
from typing import NamedTuple

from reportedly.values import calendar
from reportedly.values.anchors import (
    Anchors,
    Dated,
    Directed,
    Fixed,
    Holiday,
    How,
    Kind,
    Moment,
    Named,
    Node,
    Numeric,
    Relative,
    Within,
    Yearly,
    is_day,
)
from reportedly.values.calendar import FINE, Stretch
from reportedly.values.clocks import Clock, Part
from reportedly.values.directions import SENTENCE_ENDS, direction, sure, was
from reportedly.values.distances import Away, Beyond, Closed, Comparable, Ending, Hull, Portion, Reference
from reportedly.values.lengths import Length, Often, Workdays
from reportedly.values.lexicons import words
from reportedly.values.moments import Mention, read
from reportedly.values.scan import Scan, scan, stretches
from reportedly.values.timewords import table, weekday
from reportedly.values.triggers import places

PUBLISHED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2}).*)?)?)?$", re.ASCII)
PARAGRAPH = 2  # the gap where one ends
# Characters over which a quarter told before is still what figures are compared with.
QUARTER_REACH = 1500
MOST_OF_QUARTER, LEAST_OF_YEAR = 100, 360  # days
LEAST_OF_BOOK = 5  # months
ASIDE_REACH = 8  # words
ENDING_REACH = 2  # "ended on" stands between a stretch and its last day
# "said late on Monday": so many words may stand between the verb and the day it was said on.
SAID_REACH = 3
WEEK, LONGEST_ORDER = 7, 4  # days; "between Friday and Tuesday"
LISTED = 3  # months and days that may stand before the one with their year
OPEN = ("since", "until", "by", "before", "after")  # roles of a time that bounds a stretch on one side
FROM_REACH = 8  # words between "from" and "to"


class Time(NamedTuple):
    """One expression of time at ``text[start:end]``.

    ``kind`` is date, time, duration or set; ``value`` the TIMEX3 value, X where open ("XXXX-XX-17"); days of work, for
    which TIMEX3 has no sign, are BD ("P4BD"). ``low`` and
    ``high`` are both ends of the closed interval, ISO 8601 at the precision told, None where open. ``anchor`` is
    "published", "text:START-END" (the place of another expression), "named:..." or None; ``mod`` the TIMEX3 mod;
    ``role`` what the words before make of it: since, until, by, before, after, during, eve, count
    ("as of"), reported ("said on Monday").
    """

    start: int
    end: int
    kind: Kind
    value: str
    low: str | None = None
    high: str | None = None
    anchor: str | None = None
    mod: str | None = None
    role: str | None = None


@dataclass(slots=True)
class _Thread:
    """What has been told so far, under one assumption on the moment of publication."""

    reference: datetime | None
    text: Moment | None = None
    place: str = ""
    near: Moment | None = None
    near_place: str = ""
    here: Moment | None = None
    before: Moment | None = None
    quarter: Moment | None = None
    quarter_at: int = -1
    longer: bool = False
    span: Moment | None = None
    span_at: int = -1
    reported: Moment | None = None

    def settle(self, told: _Told) -> Moment | None:
        """What was said, with what was told before."""
        quarter = self.quarter if told.start - self.quarter_at < QUARTER_REACH else None
        span = self.span if told.start - self.span_at < QUARTER_REACH else None
        lean = self.reference, self.text, self.near, quarter
        since = self.here, self.before, span, self.longer
        anchors = Anchors(*lean, told.how, None, told.month_first, *since, reported=self.reported)
        alone = told.mention.node.settle(anchors)
        first = self.near.low if told.follows and self.near else None
        if alone is None or first is None:
            return alone
        found = told.mention.node.settle(anchors._replace(reference=first, how="next"))
        return alone if found is None or found.value == alone.value else found._replace(anchor="near")

    def forget(self) -> None:
        """A sentence ends."""
        self.near, self.here, self.before = None, None, self.here

    def keep(self, moment: Moment, told: _Told) -> None:
        """A date that was told is what the next may lean on; when it was said, or a look back, is not."""
        node, first = told.mention.node, self.near if told.joined else None
        back = told.passing or _looks_back(told.mention) or told.role == "reported"
        whole = moment.stretch
        if told.heads:
            self.reported = _hull(first, moment) if first else moment
        if moment.kind in ("date", "time") and whole and not moment.value.endswith("_REF"):
            self.near, self.near_place = moment, f"text:{told.start}-{told.end}"
        elif not (whole and isinstance(node, Ending)):
            if not back and _is_book(node):
                self.longer, self.span = True, None
            return
        if not (back or told.closes):  # "the three months to May" is told, not May
            both = _hull(first, moment) if first else moment
            self.text, self.place = moment if moment.grain == "day" else both, f"text:{told.start}-{told.end}"
            self.here = self.here if told.aside else moment
            self._keep_span(both, both.stretch or whole, told.start)
            if told.role in OPEN and not told.joined:
                self.span = None  # "since January, against 300 in the same period of 2025": that is no January

    def _keep_span(self, moment: Moment, whole: Stretch, start: int) -> None:
        """Figures are compared with those of the latest stretch told; no quarter is like a longer one."""
        days, grain = (whole.high - whole.low).days, moment.grain
        if days > MOST_OF_QUARTER and grain != "season" and not (self.reference and whole.low > self.reference):
            self.longer = self.longer or grain not in calendar.BY_YEAR
            self.span = None
        if 0 < days < LEAST_OF_YEAR and grain not in FINE:
            self.span, self.span_at = moment, start
            if moment.is_quarter:
                self.longer = False
                self._keep_quarter(moment, start)

    def _keep_quarter(self, moment: Moment, start: int) -> None:
        """Figures are compared with the latest quarter told that has ended."""
        older = self.quarter and self.quarter.low and start - self.quarter_at < QUARTER_REACH
        before = older and moment.low and self.quarter and self.quarter.low and moment.low < self.quarter.low
        ended = moment.high and (self.reference is None or moment.high <= self.reference)
        if moment.low and ended and not before:
            self.quarter, self.quarter_at = moment, start

    def like(self, other: _Thread) -> bool:
        """Whether both were told the same, on the same day of publication."""
        same = self.text is other.text and self.near is other.near and self.quarter is other.quarter
        same = (
            same
            and self.here is other.here
            and self.before is other.before
            and self.span is other.span
            and self.longer == other.longer
            and self.reported is other.reported
        )
        days = [thread.reference and thread.reference.date() for thread in (self, other)]
        return same and days[0] == days[1]


class _Told(NamedTuple):
    """One mention in its place: what stands around makes ``how`` and ``role`` of it.

    ``follows`` where it ends a range, and so is the first after the time told before: "from May to March"; ``passing``
    where figures are only compared with its own: "up from 2019"; ``closes`` where it ends the stretch told just before:
    "the three months to May"; ``aside`` where it tells of another deed than its sentence does: "the 2019 crash";
    ``joined`` where it and the one before are told as one: "between January and June"; ``heads`` where it is what a
    report says it covers: "Reporting period: 3 to 9 March".
    """

    mention: Mention
    start: int
    end: int
    how: How
    role: str | None
    month_first: bool | None
    follows: bool
    passing: bool
    closes: bool
    aside: bool
    joined: bool
    heads: bool


@dataclass(slots=True)
class _Story:
    """The threads of one text: for the first and the last moment of publication, and for none.

    The last is settled for mentions only where the others differ; until then they wait in ``unread``. ``how`` the
    sentence looked for the latest time in it, as it does for the next that no verb of its own turns.
    """

    first: _Thread
    last: _Thread
    bare: _Thread
    how: How = "near"
    unread: list[_Told | None] = field(default_factory=list)

    def forget(self) -> None:
        """A sentence ends: what was told just before is no longer just before."""
        self.how = "near"
        self.first.forget()
        self.last.forget()
        if self.unread and self.unread[-1] is not None:
            self.unread.append(None)

    def settle(self, told: _Told) -> tuple[Moment, Moment] | None:
        """The moment for the first and for the last moment of publication."""
        alike = self.first.like(self.last)
        first = self.first.settle(told)
        last = first if alike and first and first.grain not in FINE else self.last.settle(told)
        if first is None or last is None:
            return None
        last = first if first == last else last
        self.unread.append(told)
        return first, last

    def keep(self, moments: tuple[Moment, Moment], told: _Told) -> None:
        """What the next times may lean on."""
        self.first.keep(moments[0], told)
        self.last.keep(moments[1], told)

    def unanchored(self) -> str:
        """The value of the latest mention where no publication is known."""
        value = ""
        for told in self.unread:
            if told is None:
                self.bare.forget()
            elif (moment := self.bare.settle(told)) is not None:
                self.bare.keep(moment, told)
                value = moment.value
        self.unread.clear()
        return value


def times(text: str, published: str | None = None, *, month_first: bool | None = None) -> tuple[Time, ...]:
    """Every expression of time in ``text``, in order of place.

    ``published`` is ISO 8601 as precise as known ("2025", "2025-06", "2025-06-17", "2025-06-17T14:30"); what is no such
    date counts as unknown. ``month_first`` says how "3/4/2025" is meant; where it is None the interval covers both.
    Never raises for any text; the time grows with its length.
    """
    first, last = _publication(published)
    story = _Story(_Thread(first), _Thread(last), _Thread(None))
    found: list[Time] = []
    for start, end in stretches(text, 0, len(text)):
        found += _in_stretch(scan(text, start, end), story, month_first)
    return tuple(found)


def _publication(published: str | None) -> tuple[datetime | None, datetime | None]:
    """The first and the last moment that ``published`` may mean."""
    told = PUBLISHED.fullmatch(published.strip()) if published else None
    if told is None:
        return None, None
    year, month, day, hour, minute = (None if part is None else int(part) for part in told.groups())
    try:
        if hour is not None and minute is not None:
            return (moment := datetime(year or 0, month or 0, day or 0, hour, minute)), moment
        first = datetime(year or 0, month or 1, day or 1)
        last_month = month or 12
        last_day = day or monthrange(first.year, last_month)[1]
        return first, datetime(first.year, last_month, last_day, 23, 59)
    except ValueError:
        return None, None


def _in_stretch(text: Scan, story: _Story, month_first: bool | None) -> Iterator[Time]:
    parted = map(or_, map(SENTENCE_ENDS.__contains__, text.lows), map(PARAGRAPH.__eq__, text.gaps))
    ends = [*compress(range(text.size), parted)]
    free = sentence = seen = 0
    before: Mention | None = None
    for at in places(text):
        mention = read(text, at) if at >= free else None
        if mention is None:
            continue
        while seen < len(ends) and ends[seen] <= at:
            if _ends_sentence(text, ends[seen]):
                sentence = ends[seen]
                story.forget()
            seen += 1
        free = max(mention.last, at + 1)
        mention = _of_year(text, mention, LISTED)
        found = _settled(text, (before, mention), story, (sentence, month_first))
        before = mention
        if found is not None:
            yield found


def _ends_sentence(text: Scan, at: int) -> bool:
    """A paragraph's end, or a sign before a capital that is no abbreviation's."""
    if text.gaps[at] == 2:
        return True
    if text.lows[at] not in SENTENCE_ENDS or not text.gap(at + 1):
        return False
    short = text.lows[at] == "." and len(text.low(at - 1)) <= 2 and text.capital(at - 1)
    return not short and (text.capital(at + 1) or text.kind(at + 1) == "s")


def _settled(
    text: Scan, mentions: tuple[Mention | None, Mention], story: _Story, around: tuple[int, bool | None]
) -> Time | None:
    """The second of two expressions as a ``Time``: settled for the first and the last moment of publication."""
    before, mention = mentions
    sentence, month_first = around
    closes = bool(before and isinstance(before.node, Ending | Closed) and mention.first - before.last <= ENDING_REACH)
    role, how = _role(text, mention), _way(text, mention, sentence)
    if closes and role == "until":
        role, how = None, "near"  # "the three months through May", which are told as one
    how = story.how = story.how if how == "near" else how
    how = "last" if how in ("past", "done") and _leads_on(text, mention) else how
    mention = _ahead(text, mention, how)
    returns = before and _returns(mention.node) == _returns(before.node)
    follows = bool(before and returns and _returns(mention.node) and _links(text, before, mention))
    passing = _in_passing(text, mention.first)
    place = text.starts[mention.first], _end(text, mention)
    aside = role in ("since", "until") or _is_aside(text, mention, sentence)
    joined = bool(before and _joined(text, before, mention))
    heads = _heads(text, before if joined and before else mention)
    told = _Told(mention, *place, how, role, month_first, follows, passing, closes, aside, joined, heads)
    moments = story.settle(told)
    if moments is None:
        return None
    first, last = moments
    value = first.value if first.value == last.value else _common(story.unanchored(), first.value, last.value)
    places_told = {"text": story.first.place, "near": story.first.near_place}
    anchor = places_told.get(first.anchor or "", first.anchor)
    story.keep(moments, told)
    return _time(told, moments, value, anchor)


def _way(text: Scan, mention: Mention, sentence: int) -> How:
    """Which way the sentence looks, where that matters."""
    node, told = mention.node, (mention.first, mention.last)
    if not _asks(node):
        return "near"
    dated = isinstance(node, Dated) and node.month is not None and node.weekday is None
    if isinstance(node, Portion) and isinstance(node.outer, Relative) and was(text, told, sentence):
        return "done"
    return (sure(text, told, sentence) if dated else None) or direction(text, told, sentence)


def _of_year(text: Scan, mention: Mention, listed: int) -> Mention:
    """ "between March 2 and April 5, 2015": a month or day before one with a year is of that year or the one before."""
    node = mention.node
    if not isinstance(node, Dated) or node.month is None or node.year is not None or node.weekday is not None:
        return mention
    link = text.low(mention.last)
    if link not in words("dates", "linking", "years") or text.gap(mention.last) == 2:
        return mention
    behind = read(text, mention.last + 1)
    if behind is not None and listed:
        behind = _of_year(text, behind, listed - 1)  # "in May, June and July 2013"
    other = behind.node if behind is not None and behind.first == mention.last + 1 else None
    if not isinstance(other, Dated) or other.year is None or other.month is None:
        return mention
    earlier = (node.month, node.day or 0) <= (other.month, other.day or 0)
    if not earlier and link in ("and", "or", ","):
        return mention
    return mention._replace(node=node._replace(year=other.year if earlier else other.year - 1))


def _heads(text: Scan, mention: Mention) -> bool:
    """Whether a label tells that a report covers this time: "Reporting period: 3 to 9 March"."""
    at = mention.first - (text.low(mention.first - 1) in ("from", "the"))
    at -= text.low(at - 1) in (":", "-", "(", "of")
    return table("covered").ending(text, at) is not None


def _leads_on(text: Scan, mention: Mention) -> bool:
    """Whether another weekday is told with one: told on a Thursday, "on Thursday and Friday" are those of last week."""
    if _returns(mention.node) != "week" or text.gap(mention.last) == 2:
        return False
    link, behind, first = text.low(mention.last), weekday(text, mention.last + 1), weekday(text, mention.last - 1)
    if behind is None or first is None or link not in words("dates", "linking", "years"):
        return False
    ahead = 0 < (behind[1] - first[1]) % WEEK <= LONGEST_ORDER  # "on Friday and Wednesday" begins with the latest
    return ahead and (link != "," or text.low(behind[0]) in (",", "and", "or"))


def _links(text: Scan, before: Mention, mention: Mention) -> bool:
    """Whether one word makes a range of two times: "May to March", "between Monday and Friday"."""
    if text.lows[mention.last - 1].endswith("'s"):
        return False  # "Friday to December's figures"
    one, other = before.node, mention.node
    if isinstance(one, Clock | Part) and isinstance(other, Clock | Part) and one.day == other.day:
        return False  # "between 2 and 5 p.m. on Monday"
    link = text.low(before.last)
    if before.last + 1 != mention.first or text.gap(before.last) == 2 or text.gap(mention.first) == 2:
        return False
    between = text.before(before.first) == "between" or "between" in text.lows[before.first : before.last]
    return link in ("to", "until", "till", "through", "-") or (link == "and" and between)


def _joined(text: Scan, before: Mention, mention: Mention) -> bool:
    """Whether one word or sign stands between two times: "from January to June", "in May and June"."""
    near = before.last + 1 == mention.first and text.gap(before.last) < 2 and text.gap(mention.first) < 2
    return near and text.low(before.last) in words("dates", "linking", "years")


def _returns(node: Node) -> str:
    """How often a time returns, so that it has to be told which is meant; "" where it is told."""
    if isinstance(node, Portion):
        return _returns(node.outer)
    if isinstance(node, Within):
        return "week" if isinstance(node.inner, Dated) and _returns(node.inner) == "week" else ""
    if isinstance(node, Clock | Part):
        return _returns(node.day) if node.day else ""
    if isinstance(node, Dated) and node.year is None and node.month is None:
        return "week" if node.weekday is not None and node.day is None else ""
    return "year" if isinstance(node, Dated | Yearly | Holiday | Numeric) and node.year is None else ""


def _ahead(text: Scan, mention: Mention, how: How) -> Mention:
    """ "will meet in three days": so far from the publication, where the sentence looks ahead."""
    node = mention.node
    if isinstance(node, Away) and node.sign > 0 and text.before(mention.first) in ("within", "for"):
        today = text.lows[mention.last - 1] in ("today", "now")
        return mention._replace(node=Beyond(node, within=True)) if today and node.base == "published" else mention
    if (worked := _worked(text, mention)) is not None:
        return mention._replace(node=worked)
    owner = text.lows[mention.last - 1].endswith("'s")
    time_ = mention.last if owner else mention.last + 1 if text.low(mention.last) == "'" else -1
    later = how == "future" or text.low(time_) == "time"  # "in two weeks' time"
    if text.before(mention.first) != "in" or not later or not isinstance(node, Length) or node.frame or not node.count:
        return mention
    unit, factor = ("week", 2) if node.unit == "fortnight" else (node.unit, 1)
    whole = words("dates", "there_is", "whole").intersection(text.lows[mention.first : mention.last])
    if whole or unit in ("night", "season", "weekend"):
        return mention  # "would cost 98 million in a full year": in any
    near = Away(node.count * factor, unit, 1, "published")
    far = Away(node.most * factor, unit, 1, "published") if node.most else None
    return mention._replace(node=Hull(near, far) if far else near)


def _worked(text: Scan, mention: Mention) -> Workdays | Length | None:
    """ "In four business days", "within ten working days", "the next five business days", where days are worked."""
    node = mention.node
    if not isinstance(node, Length) or node.unit != "day" or not node.count or node.count.denominator != 1:
        return None
    if words("dates", "between_units", "worked").isdisjoint(text.lows[mention.first : mention.last]):
        return None
    value, before = f"P{node.count}BD", text.before(mention.first)
    # "Within ten working days of the ruling" leans on the ruling.
    leans = text.next_low(mention.last) in words("dates", "between_units", "leaning")
    if leans or (node.frame != "next" and before not in ("in", "within")):
        return replace(node, value=value)
    return Workdays(value, int(node.count), last=before == "in" and node.frame is None)


def _looks_back(mention: Mention) -> bool:
    """ "a year earlier" is looked at in passing: the next time leans on what was told before it."""
    node = mention.node
    return (isinstance(node, Comparable) and not node.latest) or (isinstance(node, Away) and node.sign < 0)


def _hull(first: Moment, last: Moment) -> Moment:
    """ "Between January and June": both and what lies between, where they are told alike."""
    if first.grain != last.grain or first.low is None or last.high is None or first.low > last.high:
        return last
    return last._replace(value=f"{first.value}/{last.value}", low=first.low)


def _in_passing(text: Scan, at: int) -> bool:
    """ "Up from 2019", "3% more than last year": the next time does not lean on what figures are compared with."""
    before, compared = text.before(at), words("dates", "comparison", "compared")
    if before in ("than", "versus", "vs", "against"):
        return True
    return before in ("from", "with", "to") and any(text.low(back) in compared for back in range(at - 5, at - 1))


def _is_aside(text: Scan, mention: Mention, sentence: int) -> bool:
    """Whether a time tells of a thing, or stands in a clause within: "the 2019 crash", ", which opened in 2012,"."""
    led = text.before(mention.first)
    if led in ("the", "a", "an", "its", "their", "his", "her") and text.kind(mention.last) == "w":
        return text.gap(mention.last) < 2 and text.low(mention.last) not in words("dates", "day_ends", "words")
    first = mention.first - (led in words("dates", "tense", "leading"))
    back = text.lows[max(sentence, first - ASIDE_REACH) : max(first - 1, 0)]
    comma = "," in back and text.next_low(mention.last) == ","
    return comma or not words("dates", "tense", "relative").isdisjoint(back)


def _is_book(node: Node) -> bool:
    """ "the nine months", "the first six months": a part of the books' year that no day is told of."""
    counted_ = isinstance(node, Length) and node.unit == "month" and node.frame != "next"
    return counted_ and isinstance(node, Length) and LEAST_OF_BOOK <= (node.count or 0) < 12


def _time(told: _Told, moments: tuple[Moment, Moment], value: str, anchor: str | None) -> Time:
    first, last = moments
    low = min(first.low, last.low) if first.low and last.low else None
    high = max(first.high, last.high) if first.high and last.high else None
    low = None if told.mention.mod == "ON_OR_BEFORE" else low
    high = None if told.mention.mod == "ON_OR_AFTER" else high
    low_text = calendar.written(low, first.grain) if low else None
    high_text = calendar.written(high, first.grain) if high else None
    anchor = anchor if low or high else None
    mod, role = told.mention.mod, told.role
    return Time(told.start, told.end, first.kind, value, low_text, high_text, anchor, mod, role)


def _common(bare: str, first: str, last: str) -> str:
    """The value with no anchor, filled as far as both ends of the publication agree."""
    kept: list[str] = []
    agree = True
    for open_, one, other in zip_longest(bare.split("-"), first.split("-"), last.split("-"), fillvalue=""):
        agree = agree and one == other
        kept.append(one if agree else open_)
    return "-".join(part for part in kept if part)


def _end(text: Scan, mention: Mention) -> int:
    """The end of the last word; a possessive ending is not part of the time."""
    last = mention.last - 1
    if text.kinds[last] == "date" and text.raw(last).endswith("."):
        return text.ends[last] - 1  # the sentence's full stop is cut together with an ISO time
    possessive = text.lows[last].endswith("'s") and text.kinds[last] == "w" and len(text.lows[last]) > 2
    return text.ends[last] - (2 if possessive else 0)


# Whether it matters which way the sentence looks, and what the words before make of a time


def _asks(node: Node) -> bool:
    """Whether it matters which way the sentence looks: not where the words tell it."""
    if isinstance(node, Relative):
        return node.base == "here"
    told = isinstance(node, Fixed | Often | Reference | Named) or (isinstance(node, Dated) and node.year)
    return not told and not (isinstance(node, Away) and node.base == "published")


def _role(text: Scan, mention: Mention) -> str | None:
    if text.gap(mention.first) == 2:
        return None
    found = table("roles").ending(text, mention.first)
    role: str | None = found[1] if found else None
    if role == "since" and isinstance(mention.node, Dated) and mention.node.last is not None:
        role = None  # "from 3 to 6 November": both ends are told
    if role is None and text.low(mention.first - 1) == "to" and _from_before(text, mention.first - 1):
        return "until"
    if role in ("during", None) and _said(text, mention):
        return "reported"
    return role


def _from_before(text: Scan, at: int) -> bool:
    """Whether a "from" opens what "to" closes."""
    return any(text.low(back) == "from" for back in range(max(0, at - FROM_REACH), at))


def _said(text: Scan, mention: Mention) -> bool:
    node = mention.node
    plain = is_day(node) or isinstance(node, Dated | Directed)
    if not plain or text.lows[mention.last - 1].endswith("'s"):
        return False
    for at in range(mention.first - 1, max(-1, mention.first - 1 - SAID_REACH), -1):
        low = text.low(at)
        if low in words("dates", "saying", "verbs"):
            return True
        if low not in words("dates", "saying", "between") or text.gap(at + 1) == 2:
            return False
    return False
