"""How well single reports give the killed and the injured: ``python -m bench.victims [--sample N] [--seed S]``.

Each report of ``shooting-reports`` (dated reports of shootings with the incident's killed and injured; evaluation only,
development part) is read alone, and two numbers are taken from what it says; beside them stand what always saying
nought or one would give. The rule, for killed and for injured alike:

1. headline and opening go before the rest, and of written numbers the largest that is no part of another;
2. numbers and persons in one list ("two men and a woman", "he and two others") are added up;
3. of those *shot*, *hit* or *taken to hospital* the killed are taken off, unless they are "others"; the injured are the
   larger of that and of those called injured;
4. whoever kills others and himself is one more than those he is said to have killed;
5. where nothing is written in numbers, the persons told without a numeral are counted, each once: those hurt in the
   opening, those of the body before those of the headline;
6. where one of the two is told and the other is not, the other is nought; where neither is, there is no answer.

DIR holds the archives. Only figures are printed; with ``--misses`` the incident, what was wanted and what was found.
"""

import argparse
import io
import json
import random
import sys
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reportedly import claims
from reportedly.claims.harms import Harms
from reportedly.claims.people import People, Person
from reportedly.claims.persons import Mention, is_people
from reportedly.claims.trees import Tree
from reportedly.language import Parser
from reportedly.model import Claim, Document, Part, Sentence

ROOT = Path(__file__).parents[1]
CORPORA = ROOT.parent / "shared/corpora"  # where they lie beside a checkout
NAME = "shooting-reports"
DONE = ("happened", "ongoing", "unresolved")
OPENING = 4  # sentences, the headline among them, whose numbers go before all others
PERSONS = 6  # sentences in which those are hurt of whom the report is
LARGEST = 100  # more victims than this are told of years and places, not of one shooting

INJURIES = frozenset({"injury", "wound", "shooting", "stabbing", "killing", "murder", "homicide", "suicide"})

Sort = Literal["killed", "wounded", "shot"]


@dataclass(frozen=True, slots=True)
class Report:
    """A report and what its incident's record says."""

    incident: str
    title: str
    text: str
    killed: int
    injured: int

    def document(self) -> Document:
        """Title as headline, paragraphs as body."""
        title = self.title.strip() or "-"
        text = f"{title}\n\n{self.text}"
        parts, at = [Part("headline", 0, len(title))], len(title) + 2
        for line in self.text.split("\n"):
            if line.strip():
                parts.append(Part("body", at, at + len(line)))
            at += len(line) + 1
        return Document(address=self.incident, text=text, parts=tuple(parts))


@dataclass(frozen=True, slots=True)
class Told:
    """Victims told at one place: how many, what befell them, and whether on top of others told."""

    sort: Sort
    count: int
    sentence: int
    spot: tuple[int, int]
    head: int
    more: bool = False
    beside: int = 0
    acted: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a report says; None where it does not say."""

    killed: int | None
    injured: int | None
    told: tuple[Told, ...] = ()


def reports(corpora: Path) -> Iterator[Report]:
    """Every report whose incident has both numbers, in the archive's order."""
    with tarfile.open(corpora / f"{NAME}.tar.xz") as archive:
        lines = {name: _lines(archive, f"{NAME}/{name}.jsonl") for name in ("incidents", "reports")}
    numbers = {row["incident"]: row for row in lines["incidents"]}
    for row in lines["reports"]:
        of = numbers.get(row["incident"])
        if of is not None:
            yield Report(row["incident"], row["title"] or "", row["text"] or "", int(of["killed"]), int(of["injured"]))


def _lines(archive: tarfile.TarFile, name: str) -> list[dict[str, str]]:
    opened = archive.extractfile(name)
    return [json.loads(line) for line in io.TextIOWrapper(opened, "utf-8")] if opened else []


# From what is told to two numbers


def answer(document: Document, sentences: Sequence[Sentence], written: Iterable[Claim]) -> Answer:
    """The killed and injured of one report, by the rule above."""
    told, persons = _told(document, sentences, tuple(written))
    killed = _number("killed", told)
    if killed is None:
        killed = sum(person.count for person in persons if person.harm == "killed") or None
    elif any(one.acted and one.count == killed for one in told if one.sort == "killed"):
        killed += any(person.by_self and person.harm == "killed" for person in persons)
    injured = _injured(told, killed or 0)
    if injured is None:
        injured = sum(person.count for person in persons if person.harm == "wounded") or None
    if killed is None and injured is None:
        return Answer(None, None, tuple(told))
    return Answer(killed or 0, injured or 0, tuple(told))


def _number(sort: Sort, told: Sequence[Told]) -> int | None:
    """The largest number of this sort; those that share a place in one sentence are added up."""
    lists: dict[tuple[int, int], dict[int, int]] = {}
    for one in told:
        if one.sort == sort:
            counts = lists.setdefault(one.spot, {-1: one.beside})
            counts[one.head] = max(one.count, counts.get(one.head, 0))
    return max((sum(counts.values()) for counts in lists.values()), default=None)


def _injured(told: Sequence[Told], killed: int) -> int | None:
    """Those called wounded, or those shot less the killed, whichever is more; None where neither is written."""
    shot = [one for one in told if one.sort == "shot"]
    others = _number("shot", [one for one in shot if one.more])
    total = _number("shot", [one for one in shot if not one.more])
    least = max(total - killed, 0) if total is not None else None
    known = [number for number in (_number("wounded", told), others, least) if number is not None]
    return max(known, default=None)


def _told(
    document: Document, sentences: Sequence[Sentence], written: Sequence[Claim]
) -> tuple[list[Told], list[Person]]:
    people, told = People(), []
    claims_of = _by_sentence(sentences, written)
    for number, sentence in enumerate(sentences):
        tree = Tree(sentence)
        part = document.part_at(sentence.start)
        mentions = people.read(tree, part.kind if part else "body")
        for claim in claims_of.get(number, ()):
            one = _counted(tree, claim, number, mentions)
            if one is not None:
                told.append(one)
    opening = [one for one in told if one.sentence < OPENING]
    kept = [one for one in told if one.sentence < OPENING or one.sort not in {o.sort for o in opening}]
    hurt = list(people.hurt())
    body = [person for person in hurt if "body" in person.met_in] or hurt
    first = [person for person in body if (person.hurt_in or 0) <= PERSONS]
    return kept, first if first or kept else body


def _by_sentence(sentences: Sequence[Sentence], written: Sequence[Claim]) -> dict[int, list[Claim]]:
    at = {sentence.start: number for number, sentence in enumerate(sentences)}
    found: dict[int, list[Claim]] = {}
    for claim in written:
        found.setdefault(at[claim.context.start], []).append(claim)
    return found


def _counted(tree: Tree, claim: Claim, number: int, mentions: Sequence[Mention]) -> Told | None:
    """The victims a written number counts, if it counts any."""
    size = claim.quantity.low if claim.quantity.low is not None else claim.quantity.high
    if claim.basis != "written" or claim.quantity.unit != "count" or size is None or size.denominator != 1:
        return None
    if claim.status not in DONE or claim.part_of is not None or not 0 < size <= LARGEST:
        return None
    if _is_age(tree, _first(tree, claim)):
        return None
    anchor = tree.top(tree.tokens(claim.evidence.start, claim.evidence.end))
    head = _head(tree, claim, anchor)
    if head is None:
        return None
    harms = Harms(tree)
    if tree.lemma(head) in INJURIES:
        return None
    sort: Sort | None = _sort(tree, harms, head, anchor)
    if sort is None:
        return None
    if sort == "wounded" and not _is_worded(tree, head, anchor):
        sort = "shot"
    more = bool({"others", "other", "more", "another"} & {tree.lower[t] for t in range(max(0, anchor - 1), head + 1)})
    listed = [m for m in mentions if m.head != head and _listed(tree, m.head) == _listed(tree, head)]
    beside = sum({m.person: m.count for m in listed}.values())
    return Told(
        sort,
        int(size),
        number,
        (number, head if head == anchor else _listed(tree, head)),
        head,
        more,
        beside,
        _is_acted(tree, head),
    )


def _is_acted(tree: Tree, head: int) -> bool:
    """ "Killed three people": what somebody did, who may have killed himself too; not "left three dead"."""
    verb = tree.head(head)
    return verb >= 0 and tree.base[head] == "obj" and tree.lemma(verb) in ("kill", "shoot", "murder", "slay", "stab")


def _listed(tree: Tree, head: int) -> int:
    """The first of the list a noun stands in: "two men and a woman" are three."""
    while tree.base[head] == "conj" and tree.head(head) < head:
        head = tree.head(head)
    return head


def _is_age(tree: Tree, first: int) -> bool:
    """ "Two brothers, ages 11 and 16", "his stepson, 3": ages that were taken for numbers of persons."""
    aged = set(tree.lower[max(0, first - 3) : first]) & {"ages", "aged", "age"}
    after = tree.sentence.xpos[first - 2 : first - 1] if first > 1 and tree.lower[first - 1] == "," else ()
    return bool(aged) or (
        after in (("NN",), ("NNP",)) and tree.sentence.words[first].isdigit() and _closes(tree, first)
    )


def _closes(tree: Tree, first: int) -> bool:
    after = tree.lower[first + 1 : first + 2]
    return not after or after[0] in (",", ".", ";", ")", "and")


def _first(tree: Tree, claim: Claim) -> int:
    return tree.tokens(claim.evidence.start, claim.evidence.end)[0]


def _head(tree: Tree, claim: Claim, anchor: int) -> int | None:
    """The word that says who is counted; the number itself where it stands alone."""
    if claim.counted is None or claim.counted.implied:
        return anchor
    tokens = tree.tokens(claim.counted.head.start, claim.counted.head.end)
    head = tokens[-1] if tokens else anchor
    return head if is_people(tree.lemma(head)) or Harms(tree).word(head) or tree.lower[head] == "shot" else None


def _sort(tree: Tree, harms: Harms, head: int, anchor: int) -> Sort | None:
    """What befell those a number counts; "four shot" is often taken for four of a thing called shot."""
    if tree.lower[head] == "shot" and head <= anchor + 2:
        return "killed" if tree.lower[head + 1 : head + 2] in (("dead",), ("to",)) else "shot"
    beside = harms.beside(anchor) or (harms.before(anchor) if head == anchor else None)
    return beside or harms.word(head) or harms.of(head) or harms.of(anchor)


def _is_worded(tree: Tree, head: int, anchor: int) -> bool:
    """Whether they are called wounded; those shot, hit or taken to hospital may be dead as well."""
    near = {*range(max(0, anchor - 1), min(len(tree.lower), head + 2))}
    for start in (head, anchor):
        near |= {*tree.up(start), *tree.having(start, "acl", "amod")}
    told = {tree.lemma(token) for token in near} | {tree.lower[token] for token in near}
    return bool(told & {"wound", "injure", "hurt", "wounded", "injured", "condition", "survive"})


# Scores


@dataclass(slots=True)
class Score:
    """How often a number is right, and how often none is given."""

    reports: int = 0
    right: int = 0
    silent: int = 0
    ones: int = 0
    noughts: int = 0

    def add(self, wanted: int, found: int | None) -> None:
        """Count one report."""
        self.reports += 1
        self.right += found == wanted
        self.silent += found is None
        self.ones += wanted == 1
        self.noughts += wanted == 0

    def __str__(self) -> str:
        of = self.reports or 1
        answered = self.reports - self.silent or 1
        return (
            f"right {self.right / of:.3f} of {self.reports} (of those answered {self.right / answered:.3f}), "
            f"no answer {self.silent / of:.3f}; always one {self.ones / of:.3f}, always nought {self.noughts / of:.3f}"
        )


def sampled(every: Sequence[Report], size: int | None, seed: int) -> list[Report]:
    """A sample of ``size`` reports, the same for the same seed; all of them where it is None."""
    return list(every) if size is None else random.Random(seed).sample(list(every), min(size, len(every)))


def read(parser: Parser, report: Report) -> Answer:
    """What one report says."""
    document = report.document()
    sentences = parser(document.text, claims.blocks(document))
    return answer(document, sentences, claims.extract(document, sentences, model=parser.name).claims)


def main() -> None:
    """Print the scores."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--corpora", type=Path, default=CORPORA, help="the folder of the archives")
    options.add_argument("--sample", type=int, help="read so many reports, drawn at random")
    options.add_argument("--seed", type=int, default=0, help="the draw")
    options.add_argument("--misses", action="store_true", help="name the incidents that are wrong")
    asked = options.parse_args()
    if not (asked.corpora / f"{NAME}.tar.xz").is_file():
        print(f"not scored: {asked.corpora} lacks {NAME}; name the folder with --corpora")
        return
    chosen = sampled(list(reports(asked.corpora)), asked.sample, asked.seed)
    parser, scores, both = Parser(), {"killed": Score(), "injured": Score()}, 0
    for done, report in enumerate(chosen, 1):
        found = read(parser, report)
        scores["killed"].add(report.killed, found.killed)
        scores["injured"].add(report.injured, found.injured)
        right = (found.killed, found.injured) == (report.killed, report.injured)
        both += right
        if asked.misses and not right:
            print(f"{report.incident}: wanted {report.killed}/{report.injured}, found {found.killed}/{found.injured}")
        if done % 50 == 0 or done == len(chosen):
            print(f"{done} of {len(chosen)} reports", file=sys.stderr)
    for name, score in scores.items():
        print(f"{name:8} {score}")
    print(f"both     right {both / (len(chosen) or 1):.3f}")


if __name__ == "__main__":
    main()
