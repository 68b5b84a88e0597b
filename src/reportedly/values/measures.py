"""Words become values: the words around a figure name what it measures, out of a registry or by themselves.

It promises one slug for one thing: wordings that mean the same ("sent", "dispatched"; "soldiers", "troops") give the
same measure, and where no registered measure fits, or two fit equally well, an open one is made of verb and counted
head instead of a guess. Which wins is a stated rule: of the ways a measure is told, the one with more conditions that
hold (head, verb, words beside the head); of equals the one with a verb, then the one with words beside the head, then
the one that names its head rather than a group of heads. The registry stands in ``measures.toml``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Literal

from reportedly.frozen import dataclass
from reportedly.model import Change, Measure, Scope
from reportedly.values.gazetteer import listed, rows
from reportedly.values.lexicons import by_meaning, entry, lexicon, words
from reportedly.values.units import is_money

Role = Literal["undergoes", "doer", "either"]
Rank = tuple[int, bool, bool, bool]

NO_VERB = "-"  # in the data: a verb that tells nothing of what was done, or none
TIME = "time"
CHANGED = "By how much it rose or fell"
ADDED = "Added since an earlier count or within a period"
LONGEST_HEAD = 3  # words: "prisoner of war"
SINGULAR = frozenset({"gas", "canvas", "atlas", "lens", "news", "series", "species", "overseas"})
SIBILANT = ("ches", "shes", "sses", "xes", "zes")
# Endings a tagger that took a participle for a name leaves on; the stem counts only where the registry knows it.
ENDINGS = (("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""))


@dataclass(frozen=True, slots=True)
class Way:
    """One way a measure is told: every condition that is not empty must hold."""

    heads: frozenset[str]
    groups: tuple[str, ...]
    verbs: frozenset[str]
    both: frozenset[str]
    having: frozenset[str]
    lacking: frozenset[str]
    role: Role
    kinds: frozenset[str] = frozenset()
    moves: Change | None = None
    never: frozenset[str] = frozenset()

    @property
    def group(self) -> frozenset[str]:
        """The heads of its groups."""
        return frozenset(head for name in self.groups for head in _group(name))


@dataclass(frozen=True, slots=True)
class Registered:
    """A measure of the registry with its units (dimensions), the slugs of its siblings and the ways it is told."""

    measure: Measure
    subject: str
    units: frozenset[str]
    new: str | None
    adds: bool
    change: str
    share: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words around a figure under the names the registry has for them; ``verbs`` share the number.

    ``before`` are the words before the head, ``beside`` those on either side of it ("cases of cholera").
    """

    head: str
    before: frozenset[str]
    beside: frozenset[str]
    verbs: tuple[str, ...]
    empty: bool
    acting: bool


def measure(
    head: str,
    phrase: Sequence[str] = (),
    verb: str | None = None,
    *,
    unit: str = "count",
    change: str = "level",
    joined: Iterable[str] = (),
    acting: bool = False,
    lasting: bool = False,
) -> Measure:
    """What is measured where ``head`` is counted.

    ``head``, ``verb`` and ``joined`` are lemmas, ``phrase`` the words of the counted phrase, head included; unit and
    change as in a ``Quantity``. ``joined`` are verbs that share the number with ``verb`` ("killed or wounded").
    ``acting`` tells that the counted do the verb to something ("two gunmen killed"), ``lasting`` that a state is told
    ("are deployed"). A verb has its particle ("shoot down"); of "are in Kursk" it is "in kursk", of "are missing"
    "missing".
    """
    told = _words(head, phrase, verb, joined, acting=acting, lasting=lasting)
    kind = dimension(unit)
    found, shared, moves = _registered(told, kind)
    moving = change in ("increase", "decrease")
    itself = moving and kind == "count" and not words("measures", "itself", change).isdisjoint(told.verbs)
    moved = moves or (moving and not itself) or (kind == "percent" and change == "additional")
    if shared and found and not moved and (not found.share or _moves(told)):
        found = None
    made = _open(told, kind) if found is None else found.measure
    period = _period(unit, phrase)
    if period and made.scope != "moment":
        made = _sibling(made, f"{made.slug}_per_{period}", f"By the {period}", "new")
    if moved:
        slug = found.change if found and not period else f"{made.slug}_change"
        return _sibling(made, slug, CHANGED, "new")
    if shared and found:
        return _sibling(made, found.share, "A share of it", made.scope)
    return made if found is None or period else _added(found, told, change)


def is_movement(known: Measure) -> bool:
    """Whether a measure is that of the rise or fall of another."""
    return known.definition.startswith(CHANGED)


def moves(slug: str) -> Change | None:
    """Whether a measure of change is told by nouns of its own, and which way they go: "cuts", "growth"."""
    return _moves_of().get(slug)


@cache
def _moves_of() -> dict[str, Change]:
    return {known.change: way.moves for known in registry() for way in known.ways if way.moves is not None}


def tells(verb: str | None) -> bool:
    """Whether a verb tells what was done; "rise", "say" and "total" do not, and one may look for another verb."""
    return verb is not None and _verb(verb, lasting=False) not in words("measures", "empty", "words")


def knows(verb: str) -> bool:
    """Whether the registry lists ``verb``, which may be several words ("lose their lives")."""
    return verb in _verbs()


def leads(word: str) -> bool:
    """Whether the registry lists a verb of several words that begins with ``word``."""
    return word in _leading()


def is_person(head: str) -> bool:
    """Whether a word names people: "passenger", "Bangladeshis"."""
    return _heads().get(singular(head), head) in _group("person")


def is_built(head: str) -> bool:
    """Whether a word names what people build or drive: "house", "bridge", "lorry"."""
    return singular(head) in words("measures", "built", "words")


def together(one: str, two: str) -> bool:
    """Whether two verbs joined by "and" split a number ("killed and wounded") and do not follow one another."""
    pair = frozenset(_verb(verb, lasting=False) for verb in (one, two))
    return len(pair) > 1 and any(pair <= way.both for known in registry() for way in known.ways)


@cache
def dimension(unit: str) -> str:
    """The kind of thing a unit measures: "money" of "USD/bbl", "length" of "km"; where no table has it, the unit."""
    first = unit.partition("/")[0]
    if is_money(unit):
        return "money"
    return _dimensions().get(unit) or _dimensions().get(first) or first


@cache
def registry() -> tuple[Registered, ...]:
    """Every registered measure, in the order of the data."""
    return tuple(_entry(slug, table) for slug, table in lexicon("measures")["measures"].items())


def named(slug: str) -> Measure | None:
    """The measure of a slug: a registered one, its rise or fall, or what was added to it."""
    return _named_so().get(slug)


def adding() -> frozenset[str]:
    """Words before what is counted that say that only what was added counts: "14 new cases"."""
    return words("measures", "added", "words")


def newly(known: Measure) -> Measure | None:
    """What was added since an earlier count or within a period, of a registered measure that has a slug for it."""
    new = next((one.new for one in registry() if one.measure.slug == known.slug), None)
    return None if new is None else named(new)


@cache
def shared(known: Measure) -> Measure | None:
    """A share of a registered measure, None where that makes no sense or is told in percent anyway."""
    share = next((one.share for one in registry() if one.measure.slug == known.slug and "count" in one.units), "")
    return _sibling(known, share, "A share of it", known.scope) if share else None


@cache
def _named_so() -> dict[str, Measure]:
    found = {}
    for known in registry():
        made = known.measure
        found[known.change] = _sibling(made, known.change, CHANGED, "new")
        if known.new:
            found[known.new] = _sibling(made, known.new, ADDED, "new", part_of=made.slug)
    return {**found, **{known.measure.slug: known.measure for known in registry()}}


def listing() -> str:
    """The registry as a table in Markdown."""
    titles = ("measure", "what it is", "subject", "scope", "part of", "added", "rise or fall")
    lines = [f"| {' | '.join(titles)} |", "|---" * len(titles) + "|"]
    for known in registry():
        made = known.measure
        cells = (made.slug, made.part_of, known.new, known.change)
        slug, whole, new, change = (f"`{cell}`" if cell else "" for cell in cells)
        lines.append(f"| {slug} | {made.definition} | {known.subject} | {made.scope} | {whole} | {new} | {change} |")
    return "\n".join(lines) + "\n"


def _moves(told: Words) -> bool:
    return not words("measures", "moving", "words").isdisjoint(told.verbs)


def _sibling(made: Measure, slug: str, how: str, scope: Scope, *, part_of: str | None = None) -> Measure:
    return replace(made, slug=slug, definition=f"{how}: {made.definition}", scope=scope, part_of=part_of)


def _added(found: Registered, told: Words, change: str) -> Measure:
    """The measure of what was added, where the words say so; where they leave it open, the scope is open too."""
    made, new = found.measure, not told.before.isdisjoint(adding())
    if found.new and (new or (found.adds and change == "additional")):
        return _sibling(made, found.new, ADDED, "new", part_of=made.slug)
    return replace(made, scope="unspecified") if change == "additional" or (new and made.scope != "new") else made


@cache
def _spans() -> dict[str, str]:
    return dict(by_meaning(entry("measures", "per")))


def _period(unit: str, phrase: Sequence[str]) -> str | None:
    """What a count is told for: the day of "92 casualties a day"."""
    per = unit.partition("/")[2]
    if dimension(unit) != "count":
        return None
    spoken = _spans()
    return per or next((spoken[word.casefold()] for word in phrase if word.casefold() in spoken), None)


# Which measure


def _registered(told: Words, kind: str) -> tuple[Registered | None, bool, bool]:
    """The measure that wins, whether a percentage is told of it that is no unit of its own, and whether it is moved."""
    verbs, ways, by_verb = frozenset(told.verbs), *_fitting(told.head, kind)
    spoken = {at for verb in (verbs | {NO_VERB} if told.empty else verbs) for at in by_verb.get(verb, ())}
    fitting = [ways[at] for at in sorted(spoken.union(by_verb.get("", ())))]
    matches = [(rank, way, known) for way, known in fitting if (rank := _rank(way, told, verbs)) is not None]
    own = [match for match in matches if kind in match[2].units]
    shared = not own and kind == "percent"
    way, found = _winner(matches if shared else own)
    return found, shared, way is not None and way.moves is not None


@cache
def _fitting(head: str, kind: str) -> tuple[tuple[tuple[Way, Registered], ...], dict[str, list[int]]]:
    """The ways to tell of a head, by itself and by its groups, in a unit of that kind; and their places by each verb.

    Under "" stand the places of those that are told by no verb, or by two together.
    """
    names = (head, *(f"@{name}" for name in _groups() if head in _group(name)))
    every = (pair for name in names for pair in _ways().get(name, ()))
    ways = tuple((way, known) for way, known in every if not way.kinds or kind in way.kinds)
    by_verb: dict[str, list[int]] = {}
    for at, (way, _) in enumerate(ways):
        for verb in ("",) if way.both or not way.verbs else way.verbs:
            by_verb.setdefault(verb, []).append(at)
    return ways, by_verb


def _winner(matches: list[tuple[Rank, Way, Registered]]) -> tuple[Way | None, Registered | None]:
    """The one of highest rank; None where two share it, for nothing tells which is meant."""
    highest = max((rank for rank, *_ in matches), default=None)
    best = {known.measure.slug: (way, known) for rank, way, known in matches if rank == highest}
    return next(iter(best.values())) if len(best) == 1 else (None, None)


def _rank(way: Way, told: Words, verbs: frozenset[str]) -> Rank | None:
    """How closely ``way`` fits what is told with ``verbs``, None where a condition does not hold."""
    several = len(told.verbs) > 1
    spoken = way.both == verbs if way.both else not (several or way.verbs.isdisjoint(verbs))
    if not spoken and (several or way.both or (way.verbs and not (told.empty and NO_VERB in way.verbs))):
        return None
    if not way.never.isdisjoint(verbs):
        return None
    if not told.beside.isdisjoint(way.lacking) or (way.having and told.beside.isdisjoint(way.having)):
        return None
    if spoken and way.role != "either" and told.acting != (way.role == "doer"):
        return None
    return (1 + spoken + bool(way.having), spoken, bool(way.having), told.head in way.heads)


def _open(told: Words, kind: str | None) -> Measure:
    """A measure made of the words themselves: "send_technician"; "soldier_kill" of who does it; "close_port_time"."""
    verb = "" if told.empty else "_or_".join(told.verbs)
    head = "" if kind == TIME and verb and dimension(told.head) == TIME else told.head  # "waited for two hours"
    order = (head, verb) if told.acting else (verb, head)
    slug = _slug("_".join(filter(None, (*order, TIME if kind == TIME else ""))))
    done = f", with the verb {verb!r}" if verb else ""
    return Measure(slug, f"Told of {told.head!r}{done}; no registered measure fits.", "unspecified", open=True)


def _slug(text: str) -> str:
    """``text`` as letters, digits and underscores, in any script."""
    kept = "".join(sign if sign.isalnum() else "_" for sign in text)
    return "_".join(filter(None, kept.split("_"))) or "unnamed"


# Words under the names of the registry


def _words(
    head: str, phrase: Sequence[str], verb: str | None, joined: Iterable[str], *, acting: bool, lasting: bool
) -> Words:
    base = singular(head)
    pieces = tuple(singular(word) for word in phrase)
    spoken = [word for word in (verb, *joined) if word and any(map(str.isalpha, word))]
    names = [
        word if word in words("measures", "loose", "words") and not is_person(base) else _verb(word, lasting=lasting)
        for word in spoken
    ]
    if len(names) > 1:
        meant = {word: name for other in names for word, name in entry("measures", "beside").get(other, {}).items()}
        names = [meant.get(name, name) for name in names]
    known = _head(base, pieces)
    if not acting and (is_built(base) or is_built(known.replace("_", " "))):
        names = [name for name in names if name not in words("measures", "built", "never")]
    telling = tuple(sorted({name for name in names if name not in words("measures", "empty", "words")}))
    at = _place(base, pieces)
    written = tuple(word.casefold() for word in phrase)
    return Words(
        head=known,
        before=frozenset(pieces[:at] + written[:at]) if at >= 0 else frozenset(pieces + written),
        beside=frozenset(pieces + written) - {base},
        verbs=telling or tuple(names[:1]),
        empty=not telling,
        acting=acting,
    )


def singular(word: str) -> str:
    """``word`` in small letters and in the singular, so far as its ending shows it."""
    low = word.casefold().removesuffix("'s").removesuffix("’s")
    if low in SINGULAR:
        return low
    if low.endswith("ies") and len(low) > len("dies"):
        return low[: -len("ies")] + "y"
    if low.endswith(SIBILANT):
        return low[: -len("es")]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


def _place(base: str, pieces: tuple[str, ...]) -> int:
    """Where the counted word first stands in its phrase, -1 where it does not stand there."""
    return next((place for place, piece in enumerate(pieces) if piece == base), -1)


def _head(base: str, pieces: tuple[str, ...]) -> str:
    """The name of the longest known head: "mine clearer" before "clearer", "prisoner of war" before "prisoner".

    Of pieces of something that itself is the head: "220 pieces of artillery".
    """
    known = _heads()
    at = _place(base, pieces)
    is_of = pieces[at + 1 : at + 2] == ("of",)
    of = " ".join(pieces[at : at + LONGEST_HEAD]) if pieces and is_of else ""
    if is_of and of not in known and base in words("measures", "pieces", "words") and pieces[at + 2 :]:
        rest = pieces[at + 2 :]
        end = next((t for t, word in enumerate(rest) if word in words("measures", "pieces", "closed_by")), len(rest))
        return _head(rest[end - 1], rest[:end]) if end else base
    ending = (" ".join(pieces[at - size : at + 1]) for size in range(min(at, LONGEST_HEAD - 1), 0, -1))
    return next((known[spoken] for spoken in (of, *ending, base) if spoken in known), base)


def naming(ahead: Sequence[str], head: str) -> int:
    """How many of the last words before a head are part of its name: both of "gross domestic product".

    Only where that goes by another name than its head, so that a "health worker" stays a worker of a kind.
    """
    pieces, base, known = tuple(singular(word) for word in ahead), singular(head), _heads()
    for size in range(min(len(pieces), LONGEST_HEAD - 1), 0, -1):
        spoken = " ".join((*pieces[-size:], base))
        if known.get(spoken, spoken) != spoken:
            return size
    return 0


def _verb(word: str, *, lasting: bool) -> str:
    low = word.casefold()
    if lasting and low in entry("measures", "lasting"):
        return str(entry("measures", "lasting")[low])
    known = _verbs()
    if low in known:
        return known[low]
    if _is_place(low):
        return "be"
    stems = (low.removesuffix(ending) + stem for ending, stem in ENDINGS if low.endswith(ending))
    return next((known[form] for form in stems if form in known), low)


def _is_place(told: str) -> bool:
    """Whether "in region" tells where somebody is; "in danger" does not."""
    preposition, _, noun = told.rpartition(" ")
    places = words("measures", "places", "prepositions")
    return preposition in places and noun not in words("measures", "places", "nowhere")


@cache
def _ways() -> dict[str, list[tuple[Way, Registered]]]:
    """The ways that a head, or "@" and the group it is of, may be told in, each with its measure."""
    found: dict[str, list[tuple[Way, Registered]]] = {}
    for known in registry():
        for way in known.ways:
            for head in (*way.heads, *(f"@{name}" for name in way.groups)):
                found.setdefault(head, []).append((way, known))
    return found


@cache
def _heads() -> dict[str, str]:
    """Each known head, in the singular, and the name it goes by."""
    ways = [way for known in registry() for way in known.ways]
    groups = {name for way in ways for name in way.groups}
    listed = [word for told in (*(way.heads for way in ways), *map(_group, groups)) for word in told]
    named = [(_phrase(word), name) for word, name in _pairs("heads")]
    return {**{word: word for word in listed}, **dict(named)}


@cache
def _verbs() -> dict[str, str]:
    listed = [verb for known in registry() for way in known.ways for verb in way.verbs | way.both]
    empty: list[str] = entry("measures", "empty", "words")
    return {**{verb: verb for verb in (*listed, *empty)}, **dict(_pairs("verbs"))}


@cache
def _leading() -> frozenset[str]:
    return frozenset(verb.partition(" ")[0] for verb in _verbs() if " " in verb)


@cache
def _dimensions() -> dict[str, str]:
    return dict(_pairs("dimensions"))


def _pairs(table: str) -> list[tuple[str, str]]:
    return by_meaning(entry("measures", table))


def _phrase(words_of: str) -> str:
    return " ".join(singular(word) for word in words_of.split())


# The data


def _entry(slug: str, table: Mapping[str, Any]) -> Registered:
    return Registered(
        measure=Measure(slug, table["says"], table["scope"], table.get("part_of")),
        subject=table["subject"],
        units=frozenset(table.get("units", ["count"])),
        new=table.get("new"),
        adds=table.get("adds", False),
        change=table.get("change", f"{slug}_change"),
        share=table.get("share", f"{slug}_share"),
        ways=tuple(_way(told) for told in table["told"]),
    )


def _way(told: Mapping[str, Any]) -> Way:
    names = [name for name in told["heads"] if not name.startswith("@")]
    groups = tuple(name.removeprefix("@") for name in told["heads"] if name.startswith("@"))
    return Way(
        heads=frozenset(_named(names)),
        groups=groups,
        verbs=frozenset(told.get("verbs", ())),
        both=frozenset(told.get("both", ())),
        having=frozenset(told.get("with", ())),
        lacking=frozenset(told.get("without", ())),
        role=told.get("role", "undergoes"),
        kinds=frozenset(told.get("kinds", ())),
        moves=told.get("moves"),
        never=frozenset(told.get("never", ())),
    )


def _named(names: Iterable[str]) -> Iterator[str]:
    """Names of heads as they are; words that stand for themselves in the singular."""
    known = entry("measures", "heads")
    return (name if name in known else _phrase(name) for name in names)


@cache
def _groups() -> tuple[str, ...]:
    return tuple(entry("measures", "groups"))


@cache
def _group(name: str) -> frozenset[str]:
    """The heads of a group; to people belong those named after their state ("North Koreans")."""
    listed = frozenset(_named(entry("measures", "groups", name)))
    return listed | _nationals() if name == "person" else listed


@cache
def peoples() -> frozenset[str]:
    """One of a people, a faith or a place that is no state: "kurd", "muslim", "londoner"."""
    return frozenset(entry("measures", "peoples", "words"))


@cache
def _nationals() -> frozenset[str]:
    states = frozenset(singular(form.split()[-1]) for row in rows("demonyms") for form in listed(row["words"]))
    return states | peoples()
