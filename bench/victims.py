"""How well single reports give the killed and the injured: ``python -m bench.victims [--sample N] [--seed S]``.

Each report of ``shooting-reports`` (dated reports of shootings with the incident's killed and injured; evaluation only,
development part) is read alone, and two numbers are taken from what it says; beside them stand what always saying
nought or one would give. The rule, for killed and for injured alike:

1. the first sentence of the opening that tells of killed and of injured in numbers is the report's own count; else the
   headline and opening go before the rest, and of written numbers the largest that is no part of another;
2. numbers and persons in one list ("two men and a woman", "he and two others") are added up, a number told along with
   its parts is taken once;
3. of those *shot*, *hit* or *taken to hospital* the killed are taken off, unless they are "others"; the injured are the
   larger of that and of those called injured;
4. whoever kills others and himself, or is killed for it, is one more than those he is said to have killed;
5. where nothing is written in numbers, the persons told without a numeral are counted, each once: those hurt in the
   opening, those of the body before those of the headline; they also go before numbers that stand far below;
6. the name of what happened tells at least how many where nothing else does: "a double homicide", "a fatal shooting";
7. where one of the two is told and the other is not, the other is nought; where neither is, there is no answer.

DIR holds the archives. Only figures are printed; with ``--misses`` the incident, what was wanted and what was found.
"""

import argparse
import io
import json
import random
import re
import sys
import tarfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reportedly import claims
from reportedly.claims.deeds import counted_on
from reportedly.claims.harms import UNDONE, Harms
from reportedly.claims.people import People, Person
from reportedly.claims.persons import Mention, is_people
from reportedly.claims.trees import Tree
from reportedly.events.tolls import MULTIPLES
from reportedly.language import Parser
from reportedly.model import Claim, Document, Part, Sentence

ROOT = Path(__file__).parents[1]
CORPORA = ROOT.parent / "shared/corpora"  # where they lie beside a checkout
NAME = "shooting-reports"
DONE = ("happened", "ongoing", "unresolved")
OPENING = 4  # sentences, the headline among them, whose numbers go before all others
PERSONS = 6  # sentences in which those are hurt of whom the report is
GROUPS = frozenset({"family", "group", "crew", "staff", "couple"})
NAMED = 2  # sentences in which the name of what happened tells how many: "a double homicide"
FAR = 8  # numbers behind so many sentences tell of other shootings, where persons were told of before
LARGEST = 100  # more victims than this are told of years and places, not of one shooting

# What sets the name of a site apart from the headline, and what such names have in them.
SEPARATORS = re.compile(r"\s+(?:[-–—]|::)\s+|\s*\|\s*")
SITE = re.compile(r"\.(?:com|org|net|tv)\b|\bNews\b|\bWeather\b|\bChannel \d|\b[KW][A-Z]{2,3}\b")

KILLINGS = frozenset({"homicide", "murder", "killing", "slaying", "manslaughter"})
MULTIPLE = {word: times for times, word in enumerate(MULTIPLES, 2)}
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
        """Title as headline, without the name of the site behind it; paragraphs as body."""
        title = headline(self.title) or "-"
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
    named: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a report says; None where it does not say."""

    killed: int | None
    injured: int | None
    told: tuple[Told, ...] = ()


def headline(title: str) -> str:
    """What stands before " - WABC News 5", "| Riga News, Weather" and the like."""
    for mark in SEPARATORS.finditer(title):
        if SITE.search(title, mark.end()):
            return title[: mark.start()].strip()
    return title.strip()


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
    return chosen(*told(document, sentences, tuple(written)))


def chosen(every: Sequence[Told], hurt: Sequence[Person]) -> Answer:
    """Two numbers from all that a report tells."""
    body = [person for person in hurt if "body" in person.met_in] or list(hurt)
    first = [person for person in body if (person.hurt_in or 0) <= PERSONS]
    kept = _kept([one for one in every if not one.named], {person.harm for person in first})
    named = [one for one in every if one.named and one.sentence < NAMED]
    persons = first if first or kept else body
    killed, before, unknown = _killed(kept, named, persons)
    injured = _injured(kept, before, killed)
    if injured is None:
        wounded = _counted_in(persons, "wounded")
        wounded = max(wounded - killed, 0) if unknown else wounded
        injured = max(wounded, (_number("shot", named) or 0) - killed)
    if not (killed or injured or kept):
        return Answer(None, None, ())
    return Answer(killed, injured, tuple(kept))


def _killed(kept: Sequence[Told], named: Sequence[Told], persons: Sequence[Person]) -> tuple[int, int, bool]:
    """The killed, those killed by others, and whether it is only known that so many died and not who."""
    dead = [person for person in persons if person.harm == "killed"]
    written = _number("killed", kept)
    if written is None:
        told = _counted_in(dead, "killed")
        least = max(told, _number("killed", named) or 0)
        return least, least - sum(person.by_self and person.acts for person in dead), least > told == 0
    acted = any(one.acted and one.count == written for one in kept if one.sort == "killed")
    return written + (acted and any(person.by_self or person.acts for person in dead)), written, False


def _counted_in(persons: Iterable[Person], harm: str) -> int:
    return sum(person.count for person in persons if person.harm == harm)


def _kept(every: Sequence[Told], told: Collection[str | None]) -> list[Told]:
    """The numbers that count: the first sentence of the opening that tells of killed and of wounded, else the opening,
    else the others; the far ones only where no person is ``told``.
    """
    for sentence in range(OPENING):
        here = [one for one in every if one.sentence == sentence]
        both = {one.sort for one in here if one.sort != "shot" or one.more}
        if len(both) > 1 and "killed" in both:
            return here
    opening = {one.sort == "killed" for one in every if one.sentence < OPENING}
    kept = [one for one in every if one.sentence < OPENING or (one.sort == "killed") not in opening]
    return [one for one in kept if one.sentence < FAR or ("killed" if one.sort == "killed" else "wounded") not in told]


def _number(sort: Sort, kept: Sequence[Told]) -> int | None:
    """The largest number of this sort; those that share a place in one sentence are added up."""
    lists: dict[tuple[int, int], list[Told]] = {}
    for one in kept:
        if one.sort == sort:
            lists.setdefault(one.spot, []).append(one)
    return max(map(_sum, lists.values()), default=None)


def _sum(told: Sequence[Told]) -> int:
    """One list added up; a number told along with its parts is their sum."""
    counts: dict[int, int] = {}
    for one in told:
        counts[one.head] = max(one.count, counts.get(one.head, 0))
    written, beside = sum(counts.values()), max(one.beside for one in told)
    if len(counts) > 2 and 2 * max(counts.values()) == written:
        written = max(counts.values())
    return written + beside


def _injured(kept: Sequence[Told], killed: int, dead: int) -> int | None:
    """Those called wounded, or those shot less the killed, whichever is more; None where neither is written.

    Where those shot are as many as the ``dead``, who hurt himself among them, they are the dead.
    """
    shot = [one for one in kept if one.sort == "shot"]
    others = _number("shot", [one for one in shot if one.more])
    total = _number("shot", [one for one in shot if not one.more])
    least = None if total is None else 0 if total == dead else max(total - killed, 0)
    known = [number for number in (_number("wounded", kept), others, least) if number is not None]
    return max(known, default=None)


def told(
    document: Document, sentences: Sequence[Sentence], written: Sequence[Claim]
) -> tuple[list[Told], tuple[Person, ...]]:
    """The victims told in numbers, in order of the text, and everybody who was hurt."""
    people, found = People(), []
    claims_of = _by_sentence(sentences, written)
    for number, sentence in enumerate(sentences):
        tree = Tree(sentence)
        part = document.part_at(sentence.start)
        mentions = people.read(tree, part.kind if part else "body")
        for claim in claims_of.get(number, ()):
            one = _counted(tree, claim, number, mentions)
            if one is not None:
                found.append(one)
        found += _named(tree, number)
    return found, people.hurt()


def _named(tree: Tree, number: int) -> Iterator[Told]:
    """Victims told by the name of what happened: "a double homicide", "a triple shooting", "a fatal shooting"."""
    for token, word in enumerate(tree.lower):
        noun = tree.head(token)
        if tree.base[token] not in ("amod", "compound", "nummod") or tree.sentence.xpos[noun] not in ("NN", "VBG"):
            continue
        deadly, lemma = tree.lemma(noun) in KILLINGS, tree.lemma(noun)
        if word in MULTIPLE and (deadly or lemma in ("shooting", "shoot")):
            yield Told("killed" if deadly else "shot", MULTIPLE[word], number, (number, noun), noun, named=True)
        if word in ("fatal", "deadly") and (lemma in INJURIES or lemma == "shoot"):
            yield Told("killed", 1, number, (number, noun), noun, named=True)
    for token in range(len(tree.lower)):
        undone = {tree.lower[child] for child in tree.having(token, "amod")} | {*tree.lower[token - 1 : token]}
        if tree.lemma(token) in KILLINGS and tree.sentence.xpos[token] == "NN" and not undone & UNDONE:
            yield Told("killed", 1, number, (number, token), token, named=True)


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
    if claim.status not in DONE or not 0 < size <= LARGEST:
        return None
    if _is_age(tree, _first(tree, claim)) or _is_said_of_one(tree, _first(tree, claim)):
        return None
    anchor = tree.top(tree.tokens(claim.evidence.start, claim.evidence.end))
    head = _head(tree, claim, anchor)
    if head is None:
        return None
    harms = Harms(tree)
    if tree.lemma(head) in INJURIES and tree.sentence.upos[head] == "NOUN":
        return None
    sort: Sort | None = _sort(tree, harms, head, anchor)
    if sort is None or (claim.part_of is not None and sort != "killed"):
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
    """ "Killed three people", "three killed by a man": what somebody did, who may have killed himself too."""
    verb = next((token for token in tree.having(head, "acl") if token > head), tree.head(head))
    if verb < 0 or tree.lemma(verb) not in ("kill", "shoot", "murder", "slay", "stab"):
        return False
    return tree.base[head] == "obj" or any(tree.case(token) == "by" for token in tree.having(verb, "obl"))


def _listed(tree: Tree, head: int) -> int:
    """The first of the list a noun stands in: "two men and a woman" are three."""
    before = next((noun for noun in range(max(0, head - 5), head) if counted_on(tree, noun) == head), None)
    if before is not None:
        return _listed(tree, before)
    while tree.base[head] == "conj" and tree.head(head) < head:
        head = tree.head(head)
    return head


def _is_age(tree: Tree, first: int) -> bool:
    """ "Two brothers, ages 11 and 16", "his stepson, 3": ages that were taken for numbers of persons."""
    aged = set(tree.lower[max(0, first - 3) : first]) & {"ages", "aged", "age"}
    after = tree.sentence.xpos[first - 2 : first - 1] if first > 1 and tree.lower[first - 1] == "," else ()
    return bool(aged) or (
        after in (("NN",), ("NNP",), ("NNS",)) and tree.sentence.words[first].isdigit() and _closes(tree, first)
    )


def _is_said_of_one(tree: Tree, first: int) -> bool:
    """ "A father of five", "dead at 25"."""
    before = tree.lower[first - 1] if first else ""
    of = before == "of" and first > 1 and tree.sentence.xpos[first - 2] == "NN" and is_people(tree.lemma(first - 2))
    return (of and tree.lemma(first - 2) not in GROUPS) or (before == "at" and _closes(tree, first))


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
    beside = harms.beside(anchor) or harms.before(anchor)
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


PINNED = 400  # reports that floors are taken on; all of them take minutes


def measured() -> dict[str, float]:
    """The scores that floors are pinned to: exactly right, on a draw."""
    parser, scores = Parser(), {"killed": Score(), "injured": Score()}
    for report in sampled(list(reports(CORPORA)), PINNED, 0):
        found = read(parser, report)
        scores["killed"].add(report.killed, found.killed)
        scores["injured"].add(report.injured, found.injured)
    return {name: score.right / score.reports for name, score in scores.items()}


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
