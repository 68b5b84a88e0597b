"""Whom to believe: ``python -m bench.estimates [--corpora DIR] [--only NAME]``, from the project's root.

DIR holds the classic sets on which truth discovery is measured, as folders or archives; nothing of them stands in this
project. Many sources tell of many things, a few of which are known. ``consensus/1`` is run with one set of parameters
on all; beside it stand baselines, and peers written here from their papers, all without the truth:

* *vote*: the most told value, ties for the lower; *median*, *mean*: of numbers;
* *TruthFinder* (Yin, Han and Yu 2007) as ``daz45/population---truth-discovery`` runs it, at its best weight of similar
  values; *CRH* (Li and others 2014) for numbers; *TDH* (Jung, Kim and Shim 2019) for places, as its authors' code does;
* crowd-kit's aggregations of labels, where it is installed.

Scored is by each set's own measure: for numbers the share of errors above 1 and 0.1 percent, for places exact truths
(the most exact value told that is true) and truths of any level, for books the whole set of authors by surname.
"""

import argparse
import csv
import html
import math
import re
import statistics
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.beside import CORPORA, folder
from reportedly.estimates import estimates
from reportedly.estimates.consensus import Relate, Relation, Voice, believe
from reportedly.estimates.intervals import point
from reportedly.estimates.rules import numbers
from reportedly.model import Reported

Answers = Mapping[str, Any]
Told = Mapping[str, Sequence[Voice]]
Scores = dict[str, float]


@dataclass(frozen=True)
class Task:
    """What is told of each thing by whom, how values bear on each other, and how answers are scored."""

    name: str
    told: Told
    relate: Relate
    scored: Callable[[Answers], Scores]
    numeric: bool = False


# The sets


def _rows(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


# Truths of ``population`` that its publisher sets aside as doubtful, by the CRC-32 of their lines.
DOUBTFUL = frozenset(
    re.findall(
        r"\w+",
        """0bed9910 20266d7b 20a97e62 4299d57e 42a0a8f8 4745d62c 50343a8a 58ef3c64 5b43949d 5dd7e1c7 612db97f 6eac8d9b
    7939f168 7cd55505 831a4887 8fdde700 90a1952c 963cff0b 99e690e2 9ab28d1c a01938bf cddc3d4f cdf5b9e1 cf86e574
    d6fc6543 d99def6b e0a9aeab e5552bf3 eef801e4 f3eb44ca f5b3602a""",
    )
)
UNNAMED = "contributor #0 "  # edits that are signed by an address alone


def population(root: Path) -> Task:
    """Populations of towns by year, from the edits of an encyclopedia: 4,183 words of 2,415 editors."""
    home = root / "data/population"
    told: defaultdict[str, list[Voice]] = defaultdict(list)
    for line in (home / "population-new-new.txt").read_text("latin-1").rstrip("\n").split("\n"):
        thing, editor, value, *_ = line.split("\t")
        told[thing].append(Voice(editor, int(value), not editor.startswith(UNNAMED)))
    truth = {}
    for line in (home / "population-gd.txt").read_text("latin-1").rstrip("\n").split("\n"):
        town, state, year, value = line.split(", ")
        if f"{zlib.crc32(line.encode('latin-1')):08x}" not in DOUBTFUL:
            truth[f"{town}, {state}_{year}"] = int(value)
    return Task("population", told, _numeric, _errors({k: v for k, v in truth.items() if k in told}), numeric=True)


def _errors(truth: Mapping[str, int]) -> Callable[[Answers], Scores]:
    def scored(answers: Answers) -> Scores:
        off = [abs(answers[key] - value) / value if value else answers[key] for key, value in truth.items()]
        return {
            "above 1 %": sum(one > 0.01 for one in off) / len(off),
            "above 0.1 %": sum(one > 0.001 for one in off) / len(off),
        }

    return scored


def _numeric(value: float, candidate: float) -> Relation:
    return numbers(point(Fraction(value)), point(Fraction(candidate)))


WEATHER = ("Temperature", "Humidity", "Pressure", "Visibility")
EIGHTH = 8


def weather(root: Path) -> Task:
    """Four properties of the weather in American towns by the hour, from 16 sites: one town and hour in eight.

    The truth is one provider's. Its "RealFeel" is left out: each site has an index of its own under that name.
    """
    home = root / "data/weather"
    truth = {
        f"{row['ObjectID']} {row['PropertyID']}": float(row["PropertyValue"])
        for row in _rows(home / "ground_truth/weather_truth.csv", "latin-1")
        if row["PropertyID"] in WEATHER and zlib.crc32(row["ObjectID"].encode()) % EIGHTH == 0
    }
    told: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for path in sorted((home / "claims").iterdir()):
        for row in _rows(path, "latin-1"):
            thing = f"{row['ObjectID']} {row['PropertyID']}"
            if thing in truth and re.fullmatch(r"-?\d+(\.\d+)?", row["PropertyValue"]):
                told[thing][row["SourceID"]] = float(row["PropertyValue"])  # a site's last word
    voices = {thing: [Voice(site, value) for site, value in sites.items()] for thing, sites in told.items()}

    def scored(answers: Answers) -> Scores:
        off = [abs(answers[key] - truth[key]) > abs(truth[key]) / 100 for key in voices]
        return {"above 1 %": sum(off) / len(off)}

    return Task("weather", voices, _numeric, scored, numeric=True)


def places(root: Path, name: str) -> Task:
    """Where people were born, or heritage lies, as named by sites; each name at some level of a tree of places."""
    home = root / "data" / name
    told: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in _rows(home / "claims.csv"):
        told[row["obj"]].append((row["src"], row["value"]))
    truths = {row["obj"]: row["value"].split(",") for row in _rows(home / "groundtruths.csv")}
    paths = _paths(_rows(home / "hierarchy.csv"))
    voices = {}
    for thing, words in told.items():
        meant = _meant({value for _, value in words}, paths)
        voices[thing] = [Voice(site, meant[value]) for site, value in words]

    def scored(answers: Answers) -> Scores:
        exact = loose = 0
        for thing, words in told.items():
            levels, said = truths[thing], {value for _, value in words}
            first = next((i for i, place in enumerate(levels) if place in said), 0)
            exact += answers[thing][-1] == levels[first]
            loose += answers[thing][-1] in levels[first:]
        return {"exact": exact / len(told), "any level": loose / len(told)}

    return Task(name, voices, _nested, scored)


def _paths(rows: Iterable[Mapping[str, str]]) -> dict[str, list[tuple[str, ...]]]:
    """By name the ways down the tree that end in it."""
    known: dict[str, tuple[str, ...]] = {"0": ()}
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in rows:
        if row["parentID"] in known:
            known[row["ID"]] = (*known[row["parentID"]], row["name"])
            found[row["name"]].append(known[row["ID"]])
    return found


def _meant(names: set[str], paths: Mapping[str, list[tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Of places of one name the one that lies on a line with most of the other names told, then the deepest."""

    def fits(path: tuple[str, ...], name: str) -> tuple[int, int]:
        others = (paths[other] for other in names if other != name)
        return sum(any(_line(path, way) for way in ways) for ways in others), len(path)

    return {name: max(paths[name], key=lambda path: fits(path, name)) for name in names}


def _line(one: Sequence[str], two: Sequence[str]) -> bool:
    shared = min(len(one), len(two))
    return one[:shared] == two[:shared]


def _nested(value: Sequence[str], candidate: Sequence[str]) -> Relation:
    if value == candidate:
        return Relation.SAME
    if not _line(value, candidate):
        return Relation.APART
    return Relation.HOLDS if len(value) < len(candidate) else Relation.WITHIN


APART = re.compile(r"\s*(?:[;/|&]|\band\b)\s*")
NOBODY = re.compile(
    r"\((?:author|editor|eds?\.?|contributor)s?\)|\b(?:jr|sr|ph\.?d|dr|editor|author|unknown|not available|none)\b\.?"
)


def books(root: Path) -> Task:
    """Who wrote books on computers, as 895 booksellers have it; known of a hundred. A word is a set of surnames."""
    home = root / "data/book"
    told: defaultdict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for line in (home / "book.txt").read_text("latin-1").rstrip("\n").split("\n"):
        seller, book, _, authors = line.split("\t")
        if found := frozenset(_surnames(authors)):
            told[book].setdefault(seller, found)
    lines = (line.split("\t") for line in (home / "book_golden.txt").read_text("latin-1").split("\n") if "\t" in line)
    truth = {
        book: frozenset(filter(None, (_bare(one.split(",")[0]) for one in names.split(";")))) for book, names in lines
    }
    voices = {book: [Voice(seller, value) for seller, value in words.items()] for book, words in told.items()}

    def scored(answers: Answers) -> Scores:
        return {"all authors": sum(answers[book] == names for book, names in truth.items()) / len(truth)}

    return Task("books", voices, _subsets, scored)


def _subsets(value: frozenset[str], candidate: frozenset[str]) -> Relation:
    if value == candidate:
        return Relation.SAME
    return Relation.HOLDS if value < candidate else Relation.WITHIN if candidate < value else Relation.APART


def _surnames(text: str) -> Iterator[str]:
    """Surnames of a list in whatever form: "Last, First; Last, First", "First Last and First Last"."""
    plain = NOBODY.sub(" ", html.unescape(html.unescape(text)).replace("andapos;", "'").lower())
    for part in APART.split(plain):
        pieces = [piece.strip(" .") for piece in part.split(",") if piece.strip(" .")]
        listed = len(pieces) > 1 and all(" " in piece for piece in pieces)
        for piece in pieces if listed else pieces[::2]:
            words = [word for word in piece.split() if len(_bare(word)) > 1]
            if words:
                yield _bare(words[-1])


def _bare(word: str) -> str:
    return re.sub(r"[^a-zà-ÿ]", "", word.lower())


# The rule, its baselines and its peers


def consensus(task: Task) -> Answers:
    """The rule as the product runs it: on numbers through the front door, on other values by its learner."""
    if task.numeric:
        series = {
            thing: [
                Reported(f"{i}", voice.origin, point(Fraction(voice.value)), named=voice.named)
                for i, voice in enumerate(voices)
            ]
            for thing, voices in task.told.items()
        }
        return {key: one.best for key, one in estimates(series, "consensus/1").items()}
    return {key: belief.candidates[0] for key, belief in believe(task.told, task.relate).items()}


def nameless(task: Task) -> Answers:
    """The rule where nothing tells who is named."""
    told = {thing: [Voice(voice.origin, voice.value) for voice in voices] for thing, voices in task.told.items()}
    return consensus(Task(task.name, told, task.relate, task.scored, task.numeric))


def vote(task: Task) -> Answers:
    """The value told most often, of several the lowest."""
    return {thing: _most(Counter(voice.value for voice in voices)) for thing, voices in task.told.items()}


def _most(votes: Mapping[Hashable, float]) -> Any:
    return max(sorted(votes, key=_ordered), key=lambda value: votes[value])


def _ordered(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value


def median(task: Task) -> Answers:
    """The middle number told, of two the lower."""
    return {key: statistics.median_low([voice.value for voice in voices]) for key, voices in task.told.items()}


def mean(task: Task) -> Answers:
    """The mean of the numbers told."""
    return {key: statistics.fmean([voice.value for voice in voices]) for key, voices in task.told.items()}


def truthfinder(task: Task, similar: float, rounds: int = 5) -> Answers:
    """TruthFinder: a value is as sure as its sources together, a source as its values on average."""
    trust: defaultdict[str, float] = defaultdict(lambda: 1.0)
    sure: dict[str, dict[Any, float]] = {}
    for _ in range(rounds):
        earned: defaultdict[str, list[float]] = defaultdict(list)
        for thing, voices in task.told.items():
            weight: defaultdict[Any, float] = defaultdict(float)
            for voice in voices:
                weight[voice.value] += trust[voice.origin]
            sure[thing] = {
                value: -math.expm1(
                    -(own + similar * sum(w * _alike(value, v) for v, w in weight.items() if v != value))
                )
                for value, own in weight.items()
            }
            for voice in voices:
                earned[voice.origin].append(sure[thing][voice.value])
        trust.update((origin, 0.999 * statistics.fmean(several)) for origin, several in earned.items())
    return {thing: _most(values) for thing, values in sure.items()}


def _alike(one: Any, two: Any) -> float:
    """How far a value speaks for another: the smaller number's share of the larger, or what sets and ways share."""
    if isinstance(one, int | float):
        return float(min(one, two) / max(one, two)) if min(one, two) > 0 else 0.0
    shared = len(one & two) if isinstance(one, frozenset) else sum(a == b for a, b in zip(one, two, strict=False))
    return shared / max(len(one), len(two))


def best_truthfinder(task: Task) -> Answers:
    """TruthFinder at that weight of similar values which is best by the truth: more than it could know."""
    tried = [truthfinder(task, similar) for similar in (0, 0.1, 0.3, 0.5, 0.8)]
    sign = -1 if task.numeric else 1
    return max(tried, key=lambda answers: sign * next(iter(task.scored(answers).values())))


def crh(task: Task, rounds: int = 10) -> Answers:
    """CRH on numbers: weighted medians, weights by the logarithm of a source's share of all error."""
    truth = dict(median(task))
    spread = {key: statistics.pstdev([float(v.value) for v in voices]) or 1.0 for key, voices in task.told.items()}
    for _ in range(rounds):
        loss: defaultdict[str, float] = defaultdict(float)
        for thing, voices in task.told.items():
            for voice in voices:
                loss[voice.origin] += abs(voice.value - truth[thing]) / spread[thing]
        total = sum(loss.values())
        weights = {origin: -math.log(max(one, 1e-9) / total) for origin, one in loss.items()}
        truth = {thing: _weighted(voices, weights) for thing, voices in task.told.items()}
    return truth


def _weighted(voices: Iterable[Voice], weights: Mapping[str, float]) -> Any:
    ranked = sorted((voice.value, weights[voice.origin]) for voice in voices)
    half, passed = sum(weight for _, weight in ranked) / 2, 0.0
    for value, weight in ranked:
        passed += weight
        if passed >= half:
            return value
    return ranked[-1][0]


def tdh(task: Task, rounds: int = 50) -> Answers:
    """TDH: a source is exact, right at a higher level, or wrong; places that no other told contains are one of two."""
    rates: defaultdict[str, Sequence[float]] = defaultdict(lambda: (0.65, 0.25, 0.15))
    chances = {thing: dict.fromkeys({voice.value for voice in voices}, 1.0) for thing, voices in task.told.items()}
    for _ in range(rounds):
        counts: defaultdict[str, list[float]] = defaultdict(lambda: [2.0, 2.0, 1.0])
        chances = {thing: _tdh_step(voices, chances[thing], rates, counts) for thing, voices in task.told.items()}
        rates.update((origin, [one / sum(kinds) for one in kinds]) for origin, kinds in counts.items())
    return {thing: _most(values) for thing, values in chances.items()}


def _tdh_step(
    voices: Sequence[Voice],
    chances: Mapping[Any, float],
    rates: Mapping[str, Sequence[float]],
    counts: Mapping[str, list[float]],
) -> dict[Any, float]:
    above = {one: [other for other in chances if _nested(other, one) is Relation.HOLDS] for one in chances}
    linked = any(above.values())
    votes = dict.fromkeys(chances, 1.0)
    for voice in voices:
        exact, high, wrong = rates[voice.origin]
        kinds: list[dict[Any, float]] = [{}, {}, {}]
        for one, chance in chances.items():
            if voice.value == one:
                kinds[0][one] = exact * chance
                kinds[1][one] = 0.0 if linked else high * chance
            elif voice.value in above[one]:
                kinds[1][one] = high * chance / len(above[one])
            else:
                kinds[2][one] = wrong * chance / (len(chances) - len(above[one]) - 1)
        total = sum(sum(kind.values()) for kind in kinds)
        for i, kind in enumerate(kinds):
            counts[voice.origin][i] += sum(kind.values()) / total
            for one, share in kind.items():
                votes[one] += share / total
    whole = sum(votes.values())
    return {one: number / whole for one, number in votes.items()}


def crowdkit(task: Task, name: str) -> Answers:
    """An aggregation of crowd-kit, for which values are labels."""
    import pandas
    from crowdkit import aggregation

    values = sorted({voice.value for voices in task.told.values() for voice in voices}, key=repr)
    number = {value: i for i, value in enumerate(values)}
    rows = [(thing, voice.origin, number[voice.value]) for thing, voices in task.told.items() for voice in voices]
    table = pandas.DataFrame(rows, columns=["task", "worker", "label"])
    found = getattr(aggregation, name)().fit_predict(table)
    return {thing: values[int(label)] for thing, label in found.items()}


def columns(task: Task) -> dict[str, Callable[[Task], Answers]]:
    """What is run on a set, by name."""
    found: dict[str, Callable[[Task], Answers]] = {"consensus/1": consensus}
    if any(not voice.named for voices in task.told.values() for voice in voices):
        found["... names not told"] = nameless
    found |= {"vote": vote, "TruthFinder, best": best_truthfinder}
    if task.numeric:
        found |= {"median": median, "mean": mean, "CRH": crh}
    if task.relate is _nested:
        found["TDH"] = tdh
    if find_spec("crowdkit"):
        for name in ("Wawa", "ZeroBasedSkill"):  # the others take minutes or gigabytes on so many labels
            found[f"crowd-kit {name}"] = lambda task, name=name: crowdkit(task, name)  # type: ignore[misc]
    return found


SETS: Mapping[str, tuple[str, Callable[[Path], Task]]] = {
    "population": ("population", population),
    "birthplaces": ("birthplaces", lambda root: places(root, "birthplaces")),
    "heritages": ("birthplaces", lambda root: places(root, "heritages")),
    "books": ("truth-discovery", books),
    "weather": ("truth-discovery", weather),
}


def measured() -> dict[str, float]:
    """The scores of the rule that floors can be pinned to, each the higher the better."""
    found = {}
    for name, (archive, read) in SETS.items():
        home = folder(archive, CORPORA)
        if home is not None:
            task = read(home)
            scores = task.scored(consensus(task))
            found |= {f"{name}, {what}": 1 - one if task.numeric else one for what, one in scores.items()}
    return found


def main() -> None:
    """Print for each set one line for the rule and one for each of its peers."""
    options = argparse.ArgumentParser(prog="python -m bench.estimates", description=__doc__)
    options.add_argument("--corpora", type=Path, default=CORPORA, help=f"by default {CORPORA}")
    options.add_argument("--only", choices=SETS, help="one set only")
    asked = options.parse_args()
    for name, (archive, read) in SETS.items():
        home = folder(archive, asked.corpora)
        if home is None or asked.only not in (None, name):
            print(f"{name}: {'left out' if home else archive + ' is not in ' + str(asked.corpora)}; skipped")
            continue
        task = read(home)
        print(f"{name}: {len(task.told)} things, {sum(map(len, task.told.values()))} words")
        for title, run in columns(task).items():
            scores = task.scored(run(task))
            print(f"  {title:24} " + "  ".join(f"{what} {one:.4f}" for what, one in scores.items()), flush=True)


if __name__ == "__main__":
    main()
