"""Words that became values: quantities and what they count, times, names."""

from fractions import Fraction
from typing import Literal

from reportedly.frozen import dataclass
from reportedly.model.documents import Span

Approximator = Literal["exact", "about", "more_than", "at_least", "less_than", "up_to", "nearly", "range", "vague"]
Change = Literal["level", "increase", "decrease", "additional"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """What was stated, never what it might mean: for more_than ``high`` is None, for vague words both are.

    ``unit`` is "person"-like only where values know it: else the unit written ("percent", "USD", "km", "count").
    """

    low: Fraction | None
    high: Fraction | None
    written: str
    approximator: Approximator = "exact"
    low_strict: bool = False
    high_strict: bool = False
    unit: str = "count"
    change: Change = "level"


@dataclass(frozen=True, slots=True)
class When:
    """A closed interval as wide as its words, ISO 8601 at the stated precision; an open end is None."""

    start: str | None
    end: str | None
    words: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts: the whole phrase and its head word, each with its place; ``implied`` when carried over."""

    phrase: Span
    head: Span
    lemma: str
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in a text, with what it counts: a figure without what is said of it."""

    span: Span
    quantity: Quantity
    counted: Counted | None
    basis: Literal["written", "implied", "coded"] = "written"


@dataclass(frozen=True, slots=True)
class Timed:
    """An expression of time. ``kind`` and ``value`` are those of TIMEX3; ``when`` is what the words come to.

    ``mod`` is the TIMEX3 modifier ("START", "APPROX"), ``role`` what the words before make of it ("since", "count").
    """

    span: Span
    kind: Literal["date", "time", "duration", "set"]
    value: str
    when: When
    mod: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A name and whom or what it names; codes are None where they are not certain.

    ``actor`` is an ISO 3166-1 alpha-3 code with its roles ("PRK", "KOR/SPY"), ``wikidata`` an item, ``geonames`` an id,
    ``latitude`` and ``longitude`` degrees that stand for a "point", "city", "admin" unit or "country". ``metonym`` is
    set where a capital stands for its government.
    """

    span: Span
    kind: Literal["state", "person", "organisation", "place", "outlet", "group", "other"]
    name: str
    actor: str | None = None
    wikidata: str | None = None
    country: str | None = None
    geonames: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Literal["point", "city", "admin", "country"] | None = None
    metonym: bool = False
