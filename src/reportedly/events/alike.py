"""Documents become claims; claims of the same happening become an event: whether two accounts tell of one happening.

What agrees speaks for it and what differs against it: kind, place, day, and the words two accounts share, which say the
more the fewer stretches of time they come up in. It promises that nothing joins without something specific, that two
kinds, or two days without one name beyond the place in common, never join, and that each join names what it rests on.
Accounts are compared only where they share a word that is not everyone's, and of many with one only those next to each
other in time, so that the work grows with the accounts and not with their pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import cos, log, log1p, radians, sqrt

from reportedly.events.words import AT, WEEK, Spot, Told, is_common
from reportedly.frozen import dataclass

STRETCH = 2 * WEEK  # days without a word, after which it comes up anew
EVERYONES = 120  # stretches of time in which a word came up and from which on it says nothing
RARE = 4  # stretches up to which a word is specific
SHARED = 20  # stretches up to which accounts with a word in common are compared, each with so many of the next in time:
NEXT = 40
SURE = 2  # times as often a word is in capitals than without, so that it is a name where it may be one
NEAR = 50.0  # km; a town and the suburb in it, a county and its seat

# What speaks for one happening and against it, beside the likeness of words, which lies between 0 and 1.
PLACES = {"same place": 0.06, "near place": 0.0, "other place": -0.06, "": -0.05}
DAYS = {"same day": 0.16, "a day apart": 0.04, "other day": -0.12, "": 0.0}
LATER, PACE = 0.06, 3  # against it, by the logarithm of the days between two publications, in so many days
UNSPECIFIC = 0.15
LEAST = 0.2
HOLDS = 0.8  # of what a pair needs, the mean over pairs of two groups
FORBIDDEN = -0.4  # what a pair that must not join adds to that mean
ASKED = 12  # members of each group that are asked, so that large groups cost no more
ALONE = 0.3  # how much a word that no other account has counts against likeness, beside one that others share


@dataclass(frozen=True, slots=True)
class Account:
    """What a document tells of a happening, as it is compared with others; ``published`` and ``days`` are ordinals.

    ``words`` are weights of length one; ``specific`` the words that few accounts share, ``beyond`` those of them that
    are no place's and no speaker's.
    """

    key: str
    kinds: frozenset[str]
    spots: Mapping[str, Spot]
    days: frozenset[int]
    published: int | None
    words: Mapping[str, float]
    specific: frozenset[str]
    beyond: frozenset[str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much speaks for two accounts being of one happening, and the rule that names what."""

    weight: float
    rule: str


def weighed(
    keys: Sequence[str], told: Sequence[Told], published: Sequence[int | None], speakers: Sequence[frozenset[str]]
) -> list[Account]:
    """The accounts of what is ``told``, each word weighed by how many stretches of time of the pile it comes up in."""
    bags = _bags(told)
    stretches = _stretches(bags, published)
    counts = Counter(word for bag in bags for word in bag)
    made = []
    for key, one, day, bag, said in zip(keys, told, published, bags, speakers, strict=True):
        weights = {
            word: times * log(EVERYONES / stretches[word]) for word, times in bag.items() if stretches[word] < EVERYONES
        }
        shared = {word: weight for word, weight in weights.items() if counts[word] > 1}
        length = sqrt(sum(weight**2 * (1.0 if counts[word] > 1 else ALONE) for word, weight in weights.items())) or 1.0
        specific = frozenset(
            word for word in shared if _is_name(word) and one.wide.isdisjoint(word.split()) and stretches[word] <= RARE
        )
        beyond = frozenset(
            word for word in specific if one.where.isdisjoint(word.split()) and said.isdisjoint(word.split())
        )
        words = {word: weight / length for word, weight in shared.items()}
        made.append(Account(key, one.kinds, one.spots, one.days, day, words, specific, beyond))
    return made


def _is_name(word: str) -> bool:
    return not (word[0].isdigit() or word.startswith(AT) or is_common(word))


def _bags(told: Sequence[Told]) -> list[dict[str, float]]:
    """The words of each account with their weights; capitals that may be none, where the pile shows that they are."""
    large = Counter(word for one in told for word in one.telling)
    small = Counter(word for one in told for word in one.small)
    bags = []
    for one in told:
        bag = dict(one.names)
        for word in one.unsure:
            if large[word] > SURE * small[word]:
                bag[word] = bag.get(word, 0.0) + 1.0
        bag.update((number, 1 + log(count)) for number, count in one.numbers.items())
        bags.append(bag)
    return bags


def _stretches(bags: Sequence[Mapping[str, float]], published: Sequence[int | None]) -> dict[str, int]:
    """In how many stretches of time each word comes up: a name that is in the news once is of one happening."""
    days: defaultdict[str, list[int]] = defaultdict(list)
    for bag, day in zip(bags, published, strict=True):
        for word in bag:
            days[word].append(0 if day is None else day)
    found = {}
    for word, on in days.items():
        on.sort()
        found[word] = 1 + sum(later - day > STRETCH for day, later in pairwise(on))
    return found


def pairs(accounts: Sequence[Account]) -> Iterator[tuple[int, int]]:
    """The accounts worth comparing, by their numbers, the smaller first."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    stretches = _stretches([account.words for account in accounts], [account.published for account in accounts])
    order = sorted(range(len(accounts)), key=lambda i: (accounts[i].published or 0, accounts[i].key))
    for i in order:
        for word in accounts[i].words:
            if stretches[word] <= SHARED:
                places[word].append(i)
        for spot in accounts[i].spots:
            for day in accounts[i].days:
                places[f"{spot} {day}"].append(i)
    seen: set[tuple[int, int]] = set()
    for group in places.values():
        for at, one in enumerate(group):
            seen.update((min(one, two), max(one, two)) for two in group[at + 1 : at + 1 + NEXT])
    yield from sorted(seen)


def evidence(one: Account, two: Account) -> Evidence | None:
    """What speaks for ``one`` and ``two`` telling of one happening; None where something forbids it."""
    if one.kinds and two.kinds and one.kinds.isdisjoint(two.kinds):
        return None
    place, day = _place(one.spots, two.spots), _day(one.days, two.days)
    beyond = one.beyond & two.beyond
    if day == "other day" and not beyond:
        return None
    specific = one.specific & two.specific
    like = _like(one.words, two.words)
    gap = 0 if one.published is None or two.published is None else abs(one.published - two.published)
    weight = like + PLACES[place] + DAYS[day] - LATER * log1p(gap / PACE) - (0 if specific else UNSPECIFIC)
    names = sorted(beyond or specific, key=lambda word: (-one.words[word] * two.words[word], word))[:2]
    agreeing = [told for told in (place, day) if told in ("same place", "same day")]
    return Evidence(weight, ", ".join([*agreeing, *(f"same name: {name}" for name in names)]) or "like words")


def _like(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    fewer, more = (one, two) if len(one) <= len(two) else (two, one)
    return sum(weight * more.get(word, 0.0) for word, weight in fewer.items())


def _place(one: Mapping[str, Spot], two: Mapping[str, Spot]) -> str:
    if not one or not two:
        return ""
    if one.keys() & two.keys():
        return "same place"
    return "near place" if any(_is_near(a, b) for a in one.values() for b in two.values()) else "other place"


def _is_near(one: Spot, two: Spot) -> bool:
    if one.latitude is None or two.latitude is None or one.longitude is None or two.longitude is None:
        return False
    north = 111.2 * (one.latitude - two.latitude)
    east = 111.2 * (one.longitude - two.longitude) * cos(radians(one.latitude))
    return north**2 + east**2 <= NEAR**2


def _day(one: frozenset[int], two: frozenset[int]) -> str:
    if not one or not two:
        return ""
    apart = min(abs(a - b) for a in one for b in two)
    return "same day" if apart == 0 else "a day apart" if apart == 1 else "other day"


def groups(accounts: Sequence[Account]) -> list[dict[int, str]]:
    """The accounts of one happening each, by their numbers, with the rule that brought each in ("first" for one).

    The likeliest pairs join first; two groups become one only where what speaks for it, over pairs of their members,
    comes near to what a pair needs, so that no chain of neighbours ties what has nothing in common.
    """
    compared = {pair: evidence(accounts[pair[0]], accounts[pair[1]]) for pair in pairs(accounts)}
    strong = sorted((-told.weight, pair, told.rule) for pair, told in compared.items() if told and told.weight >= LEAST)
    members: list[list[int]] = [[i] for i in range(len(accounts))]
    of = list(range(len(accounts)))
    ties: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for _, (one, two), rule in strong:
        into, out = sorted((of[one], of[two]), key=lambda group: (-len(members[group]), group))
        if into == out or _mean(members[into], members[out], accounts, compared) < HOLDS * LEAST:
            continue
        ties[one].append((two, rule))
        ties[two].append((one, rule))
        for i in members[out]:
            of[i] = into
        members[into] += members[out]
        members[out] = []
    return [_tied(min(group), ties) for group in sorted(filter(None, members), key=min)]


def _tied(first: int, ties: Mapping[int, Sequence[tuple[int, str]]]) -> dict[int, str]:
    """The group of ``first``, each member with the rule that ties it to one nearer to the first."""
    rules, waiting = {first: "first"}, [first]
    for one in waiting:
        for other, rule in sorted(ties.get(one, ())):
            if other not in rules:
                rules[other] = rule
                waiting.append(other)
    return dict(sorted(rules.items()))


def _mean(
    one: Sequence[int],
    two: Sequence[int],
    accounts: Sequence[Account],
    compared: dict[tuple[int, int], Evidence | None],
) -> float:
    """What speaks for two groups being one, over pairs of some members of each."""
    first, second = sorted(one)[:ASKED], sorted(two)[:ASKED]
    total = 0.0
    for pair in ((min(a, b), max(a, b)) for a in first for b in second):
        if pair not in compared:
            compared[pair] = evidence(accounts[pair[0]], accounts[pair[1]])
        told = compared[pair]
        total += max(told.weight, 0.0) if told else FORBIDDEN
    return total / (len(first) * len(second))
