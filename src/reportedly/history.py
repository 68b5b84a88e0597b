"""The record becomes what was known at a moment of a series, of a question, of a plan; and what changed in between.

As ``flow.conclude`` makes a report of all that is known, this asks for a few things of a large record: by the cache of
words by series, with what analysts decided laid over it. Each report is keyed by itself: what others say fills nothing
in it, so that no key changes when another report comes in. What is promised: what it says of a series is a pure
function of the record, the moment and the rule; the cache can be deleted at any time and is made again when it is
needed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from reportedly import changes, origins, outlook, series, standings
from reportedly.changes import Summed
from reportedly.estimates import estimates
from reportedly.estimates.standing import weighs
from reportedly.estimates.words import reported
from reportedly.flow import ALWAYS, RULE, VAGUE, Clock
from reportedly.frozen import dataclass
from reportedly.ledger import Entry, Ledger
from reportedly.ledger.judged import judged
from reportedly.model import Changed, Claim, Document, Judgement, Key, Outlook, Reading, Reported, Statement, digest
from reportedly.report.ladders import scoped
from reportedly.series import lexicons
from reportedly.series.places import is_told
from reportedly.situation import DOCUMENTS, Situation, aligned, situation
from reportedly.values.measures import named
from reportedly.values.publication import published
from reportedly.values.units import COUNT

LENGTHS = frozenset({"second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade"})

Pair = tuple[Document, Reading]
PART = 1_000  # series that are summed up together
# Rules that look at one series at a time; any other may learn from all, and then all are summed up.
ALONE = frozenset({"latest-by-origin/1", "official/1", "conservative/1", "majority/1"})
# Those of them that keep a word or not by itself, once anybody who is named stands.
APART = frozenset({"latest-by-origin/1", "official/1", "conservative/1"})
# What has a part in keys and words: when any of it is edited, the cache no longer holds.
MAKES = (
    "origins", "series", "values", "estimates/words.py", "estimates/standing.py", "estimates/intervals.py",
    "standings.py", "model/claims.py", "model/picture.py",
)  # fmt: skip


@cache
def maker() -> str:
    """The version of what makes keys and words: of its code and its tables."""
    found = sha256()
    for name in MAKES:
        for path in _under(files("reportedly").joinpath(name)):
            found.update(path.read_bytes())
    return f"words/1:{found.hexdigest()[:16]}"


def settle(ledger: Ledger) -> None:
    """Bring the caches of a record up to date: what its readings say of which series, and what stood there when."""
    ledger.index(maker(), words)
    ledger.settle(standings.course)


def _under(path: Traversable) -> Iterator[Traversable]:
    if path.is_file():
        if path.name.endswith((".py", ".toml", ".csv")):
            yield path
    else:
        for inside in sorted(path.iterdir(), key=lambda one: one.name):
            yield from _under(inside)


def words(document: Document, reading: Reading) -> Iterator[tuple[Key, Reported]]:
    """What one document says of which series, each claim with the root of its own chain."""
    yield from _keyed([(document, reading)], ())


def _keyed(
    pairs: Sequence[Pair], judgements: Sequence[Judgement], vague: str = VAGUE
) -> Iterator[tuple[Key, Reported]]:
    alone = [Statement(root, (claim,), ("first",)) for pair in pairs for claim, root in origins.roots(*pair).items()]
    found = series.series(pairs, judgements, alone=True)
    told = reported(found, pairs, alone, reading=vague)
    for one in found:
        yield from ((one.key, word) for word in told[one.id])


@dataclass(frozen=True, slots=True)
class _Live:
    """What documents on which an analyst decided anything say at a moment, as decided by then."""

    pairs: tuple[Pair, ...]
    words: Mapping[str, list[Reported]]
    keys: Mapping[str, Key]


class History:
    """A record as it is asked: ``rule`` sums up its series, ``by`` says by which clock moments are told.

    ``vague`` is how vague words are read (``values/bounds.toml``): in any but the usual way the cache is passed by.

    Moments are texts that sort as ISO 8601 does: "2025-01-13" is the beginning of that day, ``until("2025-01-13")`` its
    end.
    """

    def __init__(
        self,
        ledger: Ledger,
        *,
        rule: str = RULE,
        by: Clock = "learned",
        vague: str = VAGUE,
        whole: bool | None = None,
    ) -> None:
        self.ledger, self.rule, self.by, self.vague = ledger, rule, by, vague
        self.is_whole = ledger.is_within(DOCUMENTS) if whole is None else whole
        self._wholes: dict[str, Situation] = {}  # by the moment
        if not self.is_whole:
            settle(ledger)
        self._homes: dict[str, int] = {}  # by their digests, where claims stand that were met last
        self._judged: dict[str, Pair] = {}  # and claims as decided, which stand in no row

    def keys(self, asked: Collection[str] | None = None, moment: str = ALWAYS) -> dict[str, Key]:
        """By their digests the keys of ``asked`` series; None: of all that ever had a word, as judged then."""
        if self.is_whole:
            return {name: key for name, key in self._at(moment).keys.items() if asked is None or name in asked}
        return self._keys(asked, self._live([moment]))

    def _at(self, moment: str) -> Situation:
        """What was known at a moment, concluded whole."""
        if moment not in self._wholes:
            judgements = self.ledger.judgements(self._learned(moment))
            held = self.ledger.entries(self._learned(moment))
            pairs = [(entry.document, _decided(entry, judgements)) for entry in held]
            out = [pair for pair in pairs if self._was_out(published(*pair), moment)]
            self._wholes[moment] = situation(out, judgements, rule=self.rule, vague=self.vague)
        return self._wholes[moment]

    def _keys(self, asked: Collection[str] | None, live: Sequence[_Live]) -> dict[str, Key]:
        found = self.ledger.keys(asked)
        for one in live:
            found |= {name: key for name, key in one.keys.items() if asked is None or name in asked}
        return found

    def summed(self, asked: Collection[str] | None, *moments: str) -> tuple[dict[str, Summed], ...]:
        """``asked`` series (digests; None: all) as they stood at each of ``moments``."""
        if self.is_whole:
            found = (self._at(moment).summed for moment in moments)
            return tuple({name: one for name, one in some.items() if asked is None or name in asked} for some in found)
        live = self._live(moments)
        return self._summed(self._keys(asked, live), live, moments)

    def _summed(
        self, asked: dict[str, Key], live: Sequence[_Live], moments: Sequence[str]
    ) -> tuple[dict[str, Summed], ...]:
        keys = asked if self.rule in ALONE else self._keys(None, live)
        found = (self._estimated(told, keys) for told in self._told(keys, live, moments))
        return tuple({name: one for name, one in some.items() if name in asked} for some in found)

    def _told(
        self, names: Collection[str], live: Sequence[_Live], moments: Sequence[str]
    ) -> tuple[dict[str, list[Reported]], ...]:
        """By series, the words at each of ``moments`` as they came; nothing of a series that had none."""
        without = {document.id for one in live for document, _ in one.pairs}
        cached, self._homes = self.ledger.words(names, *map(self._learned, moments), without=without)
        found: tuple[dict[str, list[Reported]], ...] = tuple({} for _ in moments)
        for moment, one, told, here in zip(moments, live, cached, found, strict=True):
            for name in names:
                every = *told.get(name, ()), *one.words.get(name, ())
                if fits := [word for word in every if self._was_out(word.published, moment)]:
                    here[name] = fits
        return found

    def parts(self, keys: dict[str, Key]) -> Iterator[dict[str, Key]]:
        """``keys`` by measure in parts that are summed up one after the other, so that memory stays bounded."""
        ordered = sorted(keys.items(), key=lambda one: (one[1].measure, one[0]))
        step = PART if self.rule in ALONE else max(1, len(ordered))
        for start in range(0, len(ordered), step):
            yield dict(ordered[start : start + step])

    def _estimated(self, told: Mapping[str, Sequence[Reported]], keys: Mapping[str, Key]) -> dict[str, Summed]:
        joined = {name: tuple(origins.rejoined(some)) for name, some in told.items()}
        made: dict[str, Summed] = {}
        for done in (True, False):
            some = {name: words for name, words in joined.items() if keys[name].done == done}
            by_rule = estimates(some, self.rule, done=done)
            made |= {name: Summed(words, by_rule[name]) for name, words in some.items()}
        return made

    def _learned(self, moment: str) -> str:
        return moment if self.by == "learned" else ALWAYS

    def _was_out(self, published: str | None, moment: str) -> bool:
        """Whether it counts by then; what has no date counts only where none is asked for."""
        return self.by == "learned" or moment == ALWAYS or (published is not None and published <= moment)

    def _live(self, moments: Sequence[str]) -> tuple[_Live, ...]:
        """At each moment what documents say of which anything was decided at any of them."""
        decided = {moment: self.ledger.judgements(self._learned(moment)) for moment in moments}
        spans = [span for made in decided.values() for one in made for span in (one.evidence, one.other) if span]
        documents = {span.document for span in spans} if self.vague == VAGUE else None
        return tuple(self._as_decided(documents, made, moment) for moment, made in decided.items())

    def _as_decided(self, documents: Collection[str] | None, judgements: Sequence[Judgement], moment: str) -> _Live:
        if documents is not None and not documents:
            return _Live((), {}, {})
        entries = list(self.ledger.entries(self._learned(moment), beside=documents))
        pairs = [(entry.document, _decided(entry, judgements)) for entry in entries]
        self._judged |= {claim.id: (document, reading) for document, reading in pairs for claim in reading.claims}
        found: defaultdict[str, list[Reported]] = defaultdict(list)
        keys: dict[str, Key] = {}
        for key, word in _keyed(pairs, judgements, self.vague):
            name = digest(key)
            keys[name] = key
            found[name].append(word)
        return _Live(tuple(pairs), found, keys)

    # Who says it, where

    def told(self, claims: Collection[str]) -> dict[str, tuple[Document, Claim]]:
        """By their digests claims that were met in what was asked last, each with a document that tells it."""
        if self.is_whole:
            wholes = list(self._wholes.values())
            return {one: whole.told[one] for whole in wholes for one in claims if one in whole.told}
        met = {one: self._homes[one] for one in claims if one in self._homes and one not in self._judged}
        found = self.ledger.told(met)
        for one in claims:
            if one in self._judged:
                document, reading = self._judged[one]
                found[one] = document, next(claim for claim in reading.claims if claim.id == one)
        return found

    def names(self, told: Iterable[Reported]) -> dict[str, str]:
        """By the digest of each word's claim, what its origin is called where it was first told by that name."""
        words = {word.id: word for word in told}
        if self.is_whole:
            known = {one: name for whole in self._wholes.values() for one, name in whole.names.items() if one in words}
            return {one: _called(name, named=words[one].named) for one, name in known.items()}
        roots = {word.id: word.statement or word.id for word in words.values()}
        called = {root: origins.origin(*pair).name for root, pair in self.told(set(roots.values())).items()}
        return {one: _called(called[root], named=words[one].named) for one, root in roots.items() if root in called}

    def titles(self, keys: Mapping[str, Key], words: Mapping[str, Reported]) -> dict[str, str]:
        """What series are called of which ``words`` were met last, one each; what is in no registry by its words."""
        told = self.told({word.id for word in words.values()})
        claims = {name: told[word.id][1] for name, word in words.items() if word.id in told}
        unread = {name: claim for name, claim in claims.items() if named(keys[name].measure) is None}
        guessed = {name for name, claim in claims.items() if not is_told(keys[name].place, claim.context.quote)}
        return {name: title(keys[name], unread.get(name), guessed=name in guessed) for name in words}

    # Questions

    def answering(self, question: "series.Asked", moment: str = ALWAYS) -> tuple[dict[str, Key], dict[str, Key]]:
        """The series that answer, by their digests; and those that may, since they leave open what was asked for."""
        found: dict[str, dict[str, Key]] = {"yes": {}, "open": {}}
        for name, key in self.keys(moment=moment).items():
            answer = question.answers(key)
            if answer is not None:
                found[answer][name] = key
        return found["yes"], found["open"]

    # What changed

    def changed(self, since: str, until: str, asked: Collection[str] | None = None) -> tuple[Changed, ...]:
        """What changed after ``since`` and by ``until``, on ``asked`` series (digests; None: anywhere), by day."""
        if since >= until:
            return ()
        if self.is_whole:
            return self._changed_whole(since, until, asked)
        moments = since, until
        live = self._live(moments)
        touched = self.ledger.touched(since, until) if self.by == "learned" else set(self.ledger.keys())
        touched |= {name for one in live for name in one.keys}
        if asked is not None:
            touched &= set(asked)
        keys = self._keys(touched, live)
        moved: list[changes.Move] = []
        homes: dict[str, int] = {}
        for some in self.parts(keys):
            mine = self._elsewhere(tuple(self._moves(some, live, moments)), some, live, moments)
            moved += mine
            told = {claim for move in mine for word in move.words for claim in (word.id, word.statement)}
            homes |= {claim: home for claim, home in self._homes.items() if claim in told}
        self._homes = homes
        found = list(self._in_words(moved, keys))
        if asked is None and self.by == "learned":
            found += self._rewritten(since, until)
        found += self._outcomes(since, until, keys.values(), asked)
        return tuple(sorted(found, key=lambda one: (one.day or "", one.kind, one.sentence, one.claims)))

    def _changed_whole(self, since: str, until: str, asked: Collection[str] | None) -> tuple[Changed, ...]:
        """What changed between two moments, each concluded whole."""
        old, new = self._at(since), self._at(until)
        was, keys = aligned(old, new, self.rule), {**old.keys, **new.keys}
        names = sorted(
            (was.keys() | new.summed.keys()) if asked is None else set(asked) & (was.keys() | new.keys.keys())
        )
        moved = [move for name in names for move in changes.moves(name, was.get(name), new.summed.get(name))]
        kin = changes.Kin(new.keys)
        found = list(self._in_words(self._turned(moved, keys, kin, new.summed), keys))
        if asked is None and self.by == "learned":
            found += self._rewritten(since, until)
        about = {claim for whole in (old, new) for claim, name in whole.homes.items() if asked is None or name in asked}
        before, after = (
            [entry for entry in one.report.outlook if asked is None or about & set(entry.claims)] for one in (old, new)
        )
        found += changes.outcomes(before, after, since, until)
        return tuple(sorted(found, key=lambda one: (one.day or "", one.kind, one.sentence, one.claims)))

    def _turned(
        self,
        moved: Sequence[changes.Move],
        keys: Mapping[str, Key],
        kin: changes.Kin,
        stood: Mapping[str, Summed],
    ) -> list[changes.Move]:
        """``moved``, with what origins that had said nothing of a series had said of its kin."""
        found = []
        for move in moved:
            fresh = move.now is not None and move.now.named and move.before is None
            beside = kin.of(keys[move.series]) if fresh else ()
            said = {name: stood[name].words for name in beside if name in stood}
            turned = changes.elsewhere(move, keys, said) if said else move
            found += [turned] if turned is not None else []
        return found

    def _moves(self, keys: dict[str, Key], live: Sequence[_Live], moments: tuple[str, str]) -> Iterator[changes.Move]:
        if self.rule in APART:
            lacking, found, homes = self._stirred(keys, live, moments)
            yield from found
            before, after = self._told(lacking, live, moments)
            self._homes = {**homes, **self._homes}
            for name in lacking:
                told = before.get(name, ()), after.get(name, ())
                yield from moves(name, *told, self.rule, done=keys[name].done) or ()
        else:
            was, now = self._summed(keys, live, moments)
            for name in keys:
                yield from changes.moves(name, was.get(name), now.get(name))

    def _stirred(
        self, keys: dict[str, Key], live: Sequence[_Live], moments: tuple[str, str]
    ) -> tuple[list[str], list[changes.Move], Mapping[str, int]]:
        """The series of which all words are wanted; what changed on the others; and where the claims of these stand."""
        if self.by != "learned":
            return list(keys), [], {}
        judged = self.ledger.told_by({document.id for one in live for document, _ in one.pairs})
        lacking = [name for name in keys if name in judged or any(name in one.words for one in live)]
        apart = keys.keys() - set(lacking)
        steady, found, homes = self._settled({name: keys[name] for name in keys if name in apart}, moments)
        apart -= steady
        left = [name for name in keys if name in apart]
        (before, after), others = self.ledger.stirred(left, *moments) if left else (({}, {}), {})
        for name in keys:
            if name in apart:
                told = before.get(name, ()), after.get(name, ())
                made = moves(name, *told, self.rule, done=keys[name].done, some=True)
                found += made or ()
                lacking += [name] if made is None else []
        return lacking, found, {**homes, **others}

    def _settled(
        self, keys: Mapping[str, Key], moments: tuple[str, str]
    ) -> tuple[set[str], list[changes.Move], dict[str, int]]:
        """The series of which what stood is stored and tells what changed; that; and where its claims stand."""
        steady, old, new = self.ledger.turned(keys.keys(), *moments)
        turned = {
            name: (standings.named(old.get(name, ())), standings.named(new.get(name, ())))
            for name in old.keys() | new.keys()
        }
        more = {name for name, sides in turned.items() if not standings.tells(*sides, self.rule)}
        firm = self.ledger.firm(more, *moments) if more else set()
        found: list[changes.Move] = []
        homes: dict[str, int] = {}
        for name in sorted(turned.keys() - more):
            found += changes.moves(name, *(standings.unsummed(side, self.rule) for side in turned[name]))
            homes |= standings.homes(*turned[name])
        beside = {name for name in firm if any(turned[name])}  # what nobody says there moves nothing
        for some, is_firm in ((beside, True), (more - firm, False)):
            sides = self.ledger.stood(some, *moments, named=is_firm) if some else ({}, {})
            for name in sorted(some):
                told = [side.get(name, ()) for side in sides]
                before, after = (standings.as_stood(side, self.rule, done=keys[name].done) for side in told)
                if before and after and not before.standing.keys() <= after.standing.keys():
                    steady.discard(name)  # whether anybody tells it still, all words say
                    continue
                found += changes.moves(name, before, after)
                homes |= standings.homes(*told)
        return steady, found, homes

    def _elsewhere(
        self, moved: Sequence[changes.Move], keys: dict[str, Key], live: Sequence[_Live], moments: Sequence[str]
    ) -> list[changes.Move]:
        """``moved``, with what origins that had said nothing of a series had said of its kin."""
        fresh = [move for move in moved if move.now and move.now.named and move.before is None]
        kin = changes.Kin(self.ledger.measuring({keys[move.series].measure for move in fresh}))
        beside = {move.series: tuple(kin.of(keys[move.series])) for move in fresh}
        asked = {name: kin.keys[name] for names in beside.values() for name in names}
        homes = self._homes
        (stood,) = self._summed(asked, live[-1:], moments[-1:]) if asked else ({},)
        self._homes = {**self._homes, **homes}
        return self._turned(moved, {**kin.keys, **keys}, kin, stood)

    def _in_words(self, moved: Sequence[changes.Move], keys: Mapping[str, Key]) -> Iterator[Changed]:
        names = self.names(word for move in moved for word in move.tellers)
        titles = self.titles(keys, {move.series: word for move in moved for word in move.words[:1]})
        elsewhere = {move.elsewhere for move in moved if move.elsewhere is not None}
        others = {name: keys[name] for name in elsewhere} if self.is_whole else self.ledger.keys(elsewhere)
        for move in moved:
            where, told_in = title(others[move.elsewhere]) if move.elsewhere else "", unit(keys[move.series])
            yield changes.told(
                move, titles[move.series], lambda word: names.get(word.id, word.origin), where=where, unit=told_in
            )

    def _rewritten(self, since: str, until: str) -> Iterator[Changed]:
        documents = self.ledger.rewritten(since, until)
        old, new = (self._standing(documents, moment) for moment in (since, until))
        for place in sorted(old.keys() & new.keys()):
            before, after = old[place], new[place]
            if before[0].id != after[0].id:
                found = series.series([before], alone=True), series.series([after], alone=True)
                keys = {claim: one.key for some in found for one in some for claim in one.claims}
                yield changes.rewritten(before, after, keys, title)

    def _standing(self, documents: Collection[str], moment: str) -> dict[tuple[str, str], Pair]:
        """What stands at the places of ``documents`` at a moment, by place and extractor, as decided."""
        judgements = self.ledger.judgements(moment)
        return {
            (entry.known_as[0], entry.reading.made_by.partition("/")[0]): (entry.document, _decided(entry, judgements))
            for entry in (self.ledger.entries(moment, beside=documents) if documents else ())
        }

    def _outcomes(
        self, since: str, until: str, touched: Iterable[Key], asked: Collection[str] | None
    ) -> Iterator[Changed]:
        """What became of what was announced, where a word on it is new or its day has come."""
        due = self.ledger.due(since, until)
        told = {_matter(key) for key in (*touched, *self._of(due, until)) if key.actor is not None or not _is_toll(key)}
        beside = self.ledger.beside({measure for measure, *_ in told})
        ahead = {_matter(key) for key in beside.values() if not key.done} & told
        documents = due | self.ledger.telling({name for name, key in beside.items() if _matter(key) in ahead})
        before, after = (self._announced(documents, moment, asked) for moment in (since, until))
        yield from changes.outcomes(before, after, since, until, by="figure")

    def _of(self, documents: Collection[str], moment: str) -> Iterator[Key]:
        """The keys of what ``documents`` tell."""
        for entry in self.ledger.entries(self._learned(moment), beside=documents) if documents else ():
            yield from (key for key, _ in words(entry.document, entry.reading))

    def _announced(self, documents: Collection[str], moment: str, asked: Collection[str] | None) -> tuple[Outlook, ...]:
        """What ``documents`` announced by then, as met by what they tell; of some series alone, or of anything."""
        held = self.ledger.entries(self._learned(moment), beside=documents) if documents else ()
        judgements = self.ledger.judgements(self._learned(moment))
        pairs = [(entry.document, _decided(entry, judgements)) for entry in held]
        told = [pair for pair in pairs if self._was_out(published(*pair), moment)]
        found = series.series(told, judgements, alone=True)
        keys = {claim: one.key for one in found for claim in one.claims}
        about = {claim for one in found if asked is None or one.id in asked for claim in one.claims}
        return outlook.met(
            (one for one in outlook.announced(told) if asked is None or about & set(one.claims)), told, keys
        )


def moves(
    series: str,
    before: Sequence[Reported],
    after: Sequence[Reported],
    rule: str = RULE,
    *,
    done: bool = True,
    some: bool = False,
) -> list[changes.Move] | None:
    """What changed on a series between its words ``before`` and ``after``, by a rule of ``APART``.

    It is what ``changes.moves`` tells of both as summed up. But only those words move, or keep others from moving, that
    can be joined with a word that came or went: the others are left alone, unless an origin speaks for the first time,
    which is held against all. ``some``: given are only words that can be joined so; None where they do not suffice.
    """
    was, now = ({word.id: word for word in told} for told in (before, after))
    astir = _astir(was, now, done)
    if not astir:
        return []
    if some and not all(any(weighs(word, done=done) for word in told.values()) for told in (was, now)):
        return None
    old, new = (_summed([word for word in told.values() if word.origin in astir], rule, done) for told in (was, now))
    if changes.newcomers(old, new):
        if some:
            return None
        old, new = (_summed(told, rule, done) for told in (before, after))
    return list(changes.moves(series, old, new))


def _astir(was: Mapping[str, Reported], now: Mapping[str, Reported], done: bool) -> set[str]:
    """The origins whose words alone tell what changed, unless one of them is new; none where nothing came or went."""
    came, went = ([word for word in one.values() if _lacks(other, word)] for one, other in ((now, was), (was, now)))
    if not came and not went:
        return set()
    every = [*now.values(), *went]
    found = origins.joinable(every, [*came, *went])
    # Beside who is named the unknown do not stand, so that one who is named has to be there if there is one.
    if not all(any(word.origin in found and weighs(word, done=done) for word in told.values()) for told in (was, now)):
        named = next((word for word in every if word.origin not in found and weighs(word, done=done)), None)
        return found if named is None else origins.joinable(every, [*came, *went, named])
    return found


def _lacks(told: Mapping[str, Reported], word: Reported) -> bool:
    there = told.get(word.id)
    return there is not word and there != word


def _summed(words: Sequence[Reported], rule: str, done: bool) -> Summed | None:
    if not words:
        return None
    joined = tuple(origins.rejoined(words))
    return Summed(joined, estimates({"": joined}, rule, done=done)[""])


def _called(name: str, *, named: bool) -> str:
    return name if named else f"an unknown source ({name})"


def _matter(key: Key) -> tuple[str, str, str]:
    return key.measure, key.unit, key.actor or ""


def _is_toll(key: Key) -> bool:
    """Whether it counts what befalls people: of tolls that nobody owns there are very many, and none is promised."""
    return key.measure in lexicons.words("forces", "tolls")


def _decided(entry: Entry, judgements: Iterable[Judgement]) -> Reading:
    mine = [one for one in judgements if one.evidence.document in entry.known_as]
    return judged(entry.reading, mine)[0] if mine else entry.reading


def freshness(some: Iterable[Summed]) -> str | None:
    """The day on which an origin first spoke, of all those named the last; as precise as known, None where none is."""
    first: dict[str, str] = {}
    for one in some:
        for word in one.words:
            day = word.day
            if word.named and day is not None and (word.origin not in first or day < first[word.origin]):
                first[word.origin] = day
    return max(first.values(), default=None)


def until(moment: str) -> str:
    """The end of a moment as wide as it is told; of none, later than every moment."""
    return moment + ALWAYS


def unit(key: Key) -> str:
    """What stands behind a figure of a series: " USD", "%", " km", " months"; nothing behind what is counted."""
    if key.unit in LENGTHS:
        return f" {key.unit}s"
    return "" if key.unit == COUNT else "%" if key.unit == "percent" else f" {key.unit.replace('_', ' ')}"


def title(key: Key, claim: Claim | None = None, *, guessed: bool = False) -> str:
    """What a series is called: its measure and what tells it from others; by the words of ``claim`` where one is given.

    The words are what is counted and what happened to it: "mobile kitchens, delivered". ``guessed`` where its place is
    taken from around what tells it.
    """
    more = scoped(key, guessed=guessed)
    phrase = claim.counted.phrase.quote if claim and claim.counted else ""
    verb = claim.verb.span.quote if claim and claim.verb else ""
    told = [" ".join(quote.split()) for quote in (phrase, verb) if quote]
    return (", ".join(told) if phrase else key.measure.replace("_", " ")) + (f" ({more})" if more else "")
