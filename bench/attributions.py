"""How well sayings are read: ``python -m bench.attributions [--corpora DIR] [--part dev|train]``.

DIR holds ``polnear``, political news in which each attribution is marked with its source, cue and content. Every
annotation file counts, but of texts that several people marked each file counts its share, so that a text counts once.

Measured as the tool whose figures stand beside ours measures itself (Newell et al., Citron, 2021, on another
newspaper corpus):

* cue, exact: a found cue is right if it is the same tokens as a marked one;
* source and content, exact: right if the cue overlaps that of a marked attribution whose source (content) is the same
  tokens, none on both sides included;
* overlap: precision and recall over tokens, each token of the text counted once a role.

This corpus counts to the cue, now and then, whatever stands about it: helpers, adverbs, prepositions, day and paper
("said on Sunday in a statement", "has long been opposed to", "a call for"). So a second pair is told, by a rule
that is the same for both sides:

* cue, core: as exact, of what is left of a cue without words of grammar, adverbs and times, up to the first preposition
  or time behind its first word. Words of meaning stay ("refused to say" is not "said", "raised doubts" not "raised").
* content, core: as exact, of contents without what the cue beside them holds on either side and without a preposition,
  a particle or "that" in front, which the corpus gives now to the cue and now to the content.

Tokens are runs of letters and digits. Marks are not compared unless a span holds nothing else, since full stops and
the comma behind an apposition are marked now in, now out. Nothing is nested in this corpus: of ours, only what stands
in no other's content is compared, and a quotation that goes on belongs to the saying it goes on with. ``--people``
scores the people who marked the same texts against each other, by the same measure.
"""

import argparse
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import reportedly
from bench.beside import CORPORA, folder
from reportedly.model import Saying

ROLES = ("Source", "Cue", "Content")
TOKEN = re.compile(r"\w+|[^\w\s]")
MARKER = re.compile(r"_[0-9a-f]{4}$")  # who marked it, at the end of a file's name

SPAN = re.compile(r"(T\d+)\t\w+ ((?:\d+ \d+;?)+)\t")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words of grammar, prepositions and particles, words of time, adverbs that end otherwise than in "-ly".
GRAMMAR = _listed(
    """a an the this that these those some any no each its his her their my our your s t m d re ve ll it he she they i
    we you there who which what am is are was were be been being have has had having do does did will would shall should
    can could may might must not nt to and or but while when as after if so don didn doesn isn wasn won wouldn"""
)
PREPOSITIONS = _listed(
    """in on at during from to with over after before through via by for as about of against behind upon into toward
    towards amid among between under without within since until out up back off down"""
)
TIMES = _listed(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight morning afternoon evening night
    week month year january february march april june july august september october november december last next earlier
    late early later recently"""
)
ADVERBS = _listed("also still again even just only first once often ever never now then already soon long")

Count = defaultdict[str, float]
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One attribution as ranges of characters, in order of ``ROLES``."""

    source: Ranges
    cue: Ranges
    content: Ranges


@dataclass(frozen=True, slots=True)
class Row:
    """One attribution as tokens by role."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    core: frozenset[int]  # of the cue


# What is marked


def texts(part: Path) -> Iterator[tuple[str, list[list[Unit]]]]:
    """Each text with what each of its markers marked."""
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((part / "attributions").glob("*.ann")):
        files[MARKER.sub("", path.stem)].append(path)
    for name, paths in files.items():
        # No line end is translated: places count them.
        with (part / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        yield text, [list(marked(path)) for path in paths]


def marked(path: Path) -> Iterator[Unit]:
    """The attributions of a brat file; those without a cue are left out, as no cue could be found."""
    spans: dict[str, Ranges] = {}
    for line in path.read_text("utf-8").split("\n"):
        name, _, rest = line.partition("\t")
        if span := SPAN.match(line):
            spans[span[1]] = tuple((int(a), int(b)) for a, b in (place.split() for place in span[2].split(";")))
        elif name.startswith("E"):
            roles: dict[str, Ranges] = {}
            for role, _, span in (argument.partition(":") for argument in rest.split()):
                role = role.rstrip("0123456789")
                roles[role] = (*roles.get(role, ()), *spans.get(span, ()))
            if roles.get("Cue"):
                yield Unit(*(roles.get(role, ()) for role in ROLES))


# What is found


def found(text: str) -> list[Unit]:
    """The sayings that stand in no other's content, each with the quotations that go on with it."""
    units: list[Unit] = []
    for saying in reportedly.attributions(text):
        content = tuple((span.start, span.end) for span in saying.content)
        if saying.cue:
            if saying.within is None:
                units.append(Unit(_source(saying), tuple((span.start, span.end) for span in saying.cue), content))
        elif units and units[-1].source == _source(saying):
            last = units.pop()
            units.append(Unit(last.source, last.cue, (*last.content, *content)))
    return units


def _source(saying: Saying) -> Ranges:
    return () if saying.source is None else ((saying.source.start, saying.source.end),)


# How they are compared


class Tokens:
    """The tokens of one text."""

    def __init__(self, text: str) -> None:
        self.spans = [match.span() for match in TOKEN.finditer(text)]
        self.starts = [start for start, _ in self.spans]
        self.word = [text[start].isalnum() for start in self.starts]
        self.lower = [text[start:end].lower() for start, end in self.spans]

    def rows(self, units: Iterable[Unit]) -> list[Row]:
        """Attributions as tokens."""
        return [self._row(unit) for unit in units]

    def _row(self, unit: Unit) -> Row:
        cue = self._of(unit.cue)
        return Row(self._of(unit.source), cue, self._of(unit.content), self._core(cue))

    def _core(self, cue: frozenset[int]) -> frozenset[int]:
        """The words of meaning of a cue, up to a preposition or a time; all of it where it has none."""
        kept: list[int] = []
        for token in sorted(cue):
            word = self.lower[token]
            if kept and (word in PREPOSITIONS or word in TIMES):
                break
            if not (word in GRAMMAR | PREPOSITIONS | TIMES | ADVERBS or word.endswith("ly")):
                kept.append(token)
        return frozenset(kept) or cue

    def inner(self, content: frozenset[int], beside: frozenset[int]) -> frozenset[int]:
        """A content without the words of a cue beside it and without a preposition or "that" in front."""
        rest = sorted(content - beside)
        first = 0
        while first < len(rest) and self.lower[rest[first]] in PREPOSITIONS | {"that"}:
            first += 1
        return frozenset(rest[first:]) or content

    def _of(self, ranges: Ranges) -> frozenset[int]:
        held = [token for start, end in ranges for token in self._between(start, end)]
        # A colon may be a cue: marks alone are compared as they are.
        return frozenset(token for token in held if self.word[token]) or frozenset(held)

    def _between(self, start: int, end: int) -> Iterator[int]:
        token = max(0, bisect_right(self.starts, start) - 1)
        while token < len(self.spans) and self.starts[token] < end:
            if self.spans[token][1] > start:
                yield token
            token += 1


def compare(tokens: Tokens, ours: Sequence[Row], theirs: Sequence[Row], weight: float, count: Count) -> None:
    """Adds what is right of ``ours`` and of ``theirs`` to ``count``."""
    for side, these, those in (("found", ours, theirs), ("wanted", theirs, ours)):
        by_token: dict[int, set[int]] = defaultdict(set)
        for place, row in enumerate(those):
            for token in row.cue:
                by_token[token].add(place)
        cues, cores = {row.cue for row in those}, {row.core for row in those}
        count[side] += weight * len(these)
        for row in these:
            near = [those[place] for place in set().union(*(by_token.get(token, set()) for token in row.cue))]
            right = {
                "cue": row.cue in cues,
                "source": any(other.source == row.source for other in near),
                "content": any(other.content == row.content for other in near),
                "core": row.core in cores,
                "inner": any(_same_inner(tokens, row, other) for other in near),
            }
            for role, good in right.items():
                count[f"{side} {role}"] += weight * good
    for role in ("source", "cue", "content"):
        mine = set().union(*(getattr(row, role) for row in ours))
        other = set().union(*(getattr(row, role) for row in theirs))
        for side, number in (("found", len(mine)), ("wanted", len(other)), ("both", len(mine & other))):
            count[f"{side} tokens {role}"] += weight * number


def _same_inner(tokens: Tokens, one: Row, other: Row) -> bool:
    return tokens.inner(one.content, other.cue) == tokens.inner(other.content, one.cue)


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measures(count: Count) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each measure, from 0 to 1."""
    rows: dict[str, tuple[float, float, float]] = {}
    for role in ("cue", "source", "content"):
        precision = count[f"found {role}"] / max(1, count["found"])
        recall = count[f"wanted {role}"] / max(1, count["wanted"])
        rows[f"{role} exact"] = precision, recall, f1(precision, recall)
        both = count[f"both tokens {role}"]
        precision, recall = (both / max(1, count[f"{side} tokens {role}"]) for side in ("found", "wanted"))
        rows[f"{role} overlap"] = precision, recall, f1(precision, recall)
    for role, name in (("core", "cue core"), ("inner", "content core")):
        precision = count[f"found {role}"] / max(1, count["found"])
        recall = count[f"wanted {role}"] / max(1, count["wanted"])
        rows[name] = precision, recall, f1(precision, recall)
    return rows


def scored(part: Path, every: int = 1) -> Count:
    """Counts over every ``every``-th text of a part."""
    count: Count = defaultdict(float)
    for place, (text, markings) in enumerate(texts(part)):
        if place % every:
            continue
        tokens = Tokens(text)
        ours = tokens.rows(found(text))
        for units in markings:
            compare(tokens, ours, tokens.rows(units), 1 / len(markings), count)
    return count


def people(part: Path) -> Count:
    """Counts of each marker of a text against each other one."""
    count: Count = defaultdict(float)
    for text, markings in texts(part):
        tokens = Tokens(text)
        rows = [tokens.rows(units) for units in markings]
        for one in rows:
            for other in rows:
                if one is not other:
                    compare(tokens, one, other, 1, count)
    return count


def measured() -> dict[str, float]:
    """The scores that floors are pinned to: F1 on dev, of what is compared as it is marked."""
    polnear = folder("polnear", CORPORA)
    if polnear is None:
        return {}
    told = measures(scored(polnear / "data/dev")).items()
    return {name: score for name, (_, _, score) in told if not name.endswith("core")}


def main() -> None:
    """Print every measure."""
    options = argparse.ArgumentParser(prog="python -m bench.attributions", description=__doc__)
    options.add_argument("--corpora", type=Path, default=CORPORA, help=f"the folder of polnear; else {CORPORA}")
    options.add_argument("--part", choices=("dev", "train"), default="dev")
    options.add_argument("--every", type=int, default=1, metavar="N", help="only each N-th text")
    options.add_argument("--people", action="store_true", help="score those who marked the same texts instead")
    asked = options.parse_args()
    polnear = folder("polnear", asked.corpora)
    if polnear is None:
        print(f"skipped: {asked.corpora} lacks polnear; name its folder with --corpora")
        return
    part = polnear / "data" / asked.part
    count = people(part) if asked.people else scored(part, asked.every)
    print(f"attributions wanted {count['wanted']:.0f}, found {count['found']:.0f}")
    for name, (precision, recall, score) in measures(count).items():
        print(f"{name:16} precision {100 * precision:5.1f}  recall {100 * recall:5.1f}  F1 {100 * score:5.1f}")


if __name__ == "__main__":
    main()
