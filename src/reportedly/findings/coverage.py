"""What does not add up becomes findings: one number that by its reports takes in other things.

What a count covers is often told in a sentence of its own: "Killed and injured are counted together", "Retired members
are not included". A retelling that counts the missing with them, that has one of several kinds alone, or takes in what
was left out, tells of something else. Only what both reports say is compared, and only of one number of one root.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from re import Pattern

from reportedly.findings.drift import retold
from reportedly.findings.lexicons import table, thing
from reportedly.findings.tellings import Telling, by_root, compatible, is_odd, papers, windows
from reportedly.frozen import dataclass
from reportedly.model import Finding
from reportedly.values.measures import is_person, singular

LOW = 10  # smaller numbers are met by chance
FEW = 12  # tellings of one number that are looked at in pairs
LEAST = 2  # fates that a sentence on all of them names
WINDOW = 31  # days in which a count is retold
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d[\d,.]*\d|\d")
NEXT = re.compile(r"[.!?]?[”’\"]* +((?:[^.!?\n]|[.](?=\S))+)")
OF = " of "
TWICE = 2  # times that a number stands in a text that tells what is none of so many
DIGITS = re.compile(r"\d[\d,.]*\d|\d")

Kind = tuple[str, ...]  # its words, the last of which names it


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a count takes in and what it leaves out by its report; ``whole``: what a sentence says that all of it is."""

    taken: frozenset[Kind]
    left: frozenset[Kind]
    whole: frozenset[Kind]
    fates: frozenset[str]  # that stand in a row: "killed or wounded"
    said: frozenset[str]  # every one that it names
    words: str


def coverages(found: Iterable[Telling]) -> Iterator[Finding]:
    """Every two tellings of one number that take in what the other leaves out, or one kind of several."""
    for group in by_root(one for one in found if one.claim.basis != "coded").values():
        numbers: defaultdict[object, list[Telling]] = defaultdict(list)
        for one in group:
            if one.value >= LOW and one.day is not None:
                numbers[one.value, one.key.unit, one.key.change].append(one)
        for same in numbers.values():
            if papers(same) > 1:
                for window in windows(same, WINDOW):
                    if papers(window) > 1:
                        yield from _of_one_number(window[:FEW])


def _of_one_number(window: Sequence[Telling]) -> Iterator[Finding]:
    told = {one.claim.id: _coverage(one) for one in window}
    seen = set[str]()
    for one, odd in combinations(window, 2):
        known = (one.is_named and odd.is_named) or is_odd(one.value)
        if one.document.id == odd.document.id or not known or odd.document.id in seen or not _is_near(one, odd):
            continue
        mine, theirs = told[odd.claim.id], told[one.claim.id]
        words = _apart(mine, theirs) or _alone(odd, mine, one, theirs) or _alone(one, theirs, odd, mine, turned=True)
        if words is not None:
            seen.add(odd.document.id)
            how = f"What it takes in is told otherwise: “{words[0]}” here, “{words[1]}” there"
            yield retold("coverage_drifted", "tension", [odd, one], how)


def _is_near(one: Telling, odd: Telling) -> bool:
    """Whether both may be of one place; which kinds they count is what is looked at."""
    return compatible(replace(one.key, population=None), replace(odd.key, population=None))


def _apart(mine: Coverage, theirs: Coverage) -> tuple[str, str] | None:
    """The words by which the one takes in what the other leaves out, or another fate of people than all of its."""
    crossed = _shares(mine.taken, theirs.left) or _shares(theirs.taken, mine.left)
    crossed = crossed or _befalls_others(mine, theirs) or _befalls_others(theirs, mine)
    return (mine.words, theirs.words) if crossed else None


def _befalls_others(told: Coverage, listed: Coverage) -> bool:
    """Whether one lists fates of people of which another is left out, or that are not all that are counted there."""
    whole = _fates(told.whole)
    if len(whole) < LEAST or not whole & listed.fates or _fates(listed.whole):
        return bool(_fates(told.left) & listed.fates)
    return bool((whole - listed.said) | (listed.fates - told.said))


def _shares(taken: Iterable[Kind], left: Iterable[Kind]) -> bool:
    """Whether some of what is taken in is left out: young children are where children are, but not the other way."""
    left = list(left)
    return any(set(other) <= set(one) for one in taken for other in left)


def _alone(
    bare: Telling, mine: Coverage, full: Telling, theirs: Coverage, *, turned: bool = False
) -> tuple[str, str] | None:
    """The words by which one counts a kind alone that the other takes in beside others."""
    counted, beside = bare.claim.counted, full.claim.counted
    if counted is None or beside is None or mine.whole:
        return None
    head, whole = thing(singular(counted.lemma)), thing(singular(beside.lemma))
    named = {kind[-1] for kind in theirs.whole}
    others, is_one = named - {head}, head in named and head != whole
    around = {thing(singular(word)) for word in WORD.findall(_around(bare))}
    if not is_one or others & around or whole in around:
        return None
    told = " ".join(counted.phrase.quote.split()), theirs.words
    return (told[1], told[0]) if turned else told


def _around(one: Telling) -> str:
    """Its sentence and the one behind it."""
    return f"{one.claim.context.quote} {_behind(one)}"


def _behind(one: Telling) -> str:
    """The sentence behind that of the figure, where it stands in the same paragraph."""
    told = NEXT.match(one.document.text, one.claim.context.end)
    return told.group(1) if told is not None else ""


def _coverage(one: Telling) -> Coverage:
    """What a count takes in by its own sentence, and by the one behind it."""
    own, behind = one.claim.context.quote, _behind(one)
    counted = singular(one.claim.counted.lemma) if one.claim.counted else ""
    found: dict[str, set[Kind]] = {"taken": set(), "left": set(), "whole": set()}
    words, unsure = own, frozenset(table()["covered"]["unsure"])
    for side, pattern in _whole():
        told = pattern.match(behind)
        if told is not None:
            more = told.groupdict().get("more") or ""
            if unsure.isdisjoint(WORD.findall(told.group("kinds").casefold())):
                words = told.group()
                found[side].update(_kinds(told.group("kinds") + more, counted))
            break
    found["taken"] |= found["whole"]
    for side, pattern in _beside():
        for told in pattern.finditer(own):
            words = told.group() if words == own else words
            found[side].update(_kinds(told.group("kinds"), counted))
    rest = _on_top(one)
    if rest is not None:
        found["left"].add((rest[0],))
        words = rest[1]
    listed = _listed().search(own)
    fates, said = _told(listed.group() if listed else ""), _told(f"{own} {behind}")
    words = listed.group() if listed is not None and words == own else words
    taken, left, whole = (frozenset(found[side]) for side in ("taken", "left", "whole"))
    return Coverage(taken, left, whole, fates, said, words)


def _on_top(one: Telling) -> tuple[str, str] | None:
    """A number that is none of the count by its report: "About 3,000 have gone home; they are not among the 8,000"."""
    number = DIGITS.search(one.claim.evidence.quote)
    if number is None or one.document.text.count(number.group()) < TWICE:
        return None
    lists = table()["covered"]
    told = re.search(
        rf"(?P<rest>{DIGITS.pattern})[^.!?\n]*?\b{_any(lists['not_of'])} (?:the|those|these) {number.group()}(?!\d)",
        one.document.text,
    )
    return (told.group("rest"), told.group()) if told is not None else None


def _kinds(text: str, counted: str) -> Iterator[Kind]:
    """The kinds that words list, each by the words that tell it from what is counted and from people at large."""
    plain = set(table()["covered"]["plain"]) | set(table()["ignored"]["words"])
    for told in _joint().split(text):
        first, _, behind = told.casefold().partition(OF)  # of "sons of widows" the sons are told of
        low = [word for word in WORD.findall(f"{behind} {first}") if word not in plain]
        names = [singular(word) for word in low if singular(word) != counted]
        if len(names) > 1 and (is_person(names[-1]) or names[-1] in table()["same"]["generic"]):
            names.pop()
        if names:
            yield tuple(map(thing, names))


def _fates(kinds: Iterable[Kind]) -> frozenset[str]:
    return frozenset(word for kind in kinds for word in kind) & _known()


def _told(text: str) -> frozenset[str]:
    """The fates of people that words name."""
    return frozenset(thing(word.casefold()) for word in WORD.findall(text)) & _known()


@cache
def _known() -> frozenset[str]:
    """What may have become of people."""
    return frozenset(thing(word) for word in table()["covered"]["fates"])


def _any(phrases: Iterable[str]) -> str:
    """An expression for any of ``phrases``, the longest first."""
    return "(?:" + "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)) + ")"


def _expression(text: str) -> Pattern[str]:
    return re.compile(text, re.IGNORECASE)


@cache
def _joint() -> Pattern[str]:
    return re.compile(rf"\s*,\s+|\s+{_any(table()['covered']['joints'])}\s+")


@cache
def _listed() -> Pattern[str]:
    """Fates in a row: "killed, wounded or missing"."""
    fate = _any(table()["covered"]["fates"])
    return re.compile(rf"\b{fate}\b(?:(?:, (?:and |or )?| and | or ){fate}\b)+", re.IGNORECASE)


@cache
def _whole() -> Sequence[tuple[str, Pattern[str]]]:
    """Sentences that tell what the count before takes in, or leaves out."""
    lists = table()["covered"]
    kinds = r"(?P<kinds>[^.;:]{3,90}?)"
    be, all_, end = _any(lists["be"]), _any(lists["all"]), rf"(?=$|[;,]| {_any(lists['tails'])}\b)"
    close = rf"(?=$|;|,? {_any(lists['tails'])}\b)"  # of a list at the end, which has commas
    it = rf"(?:(?:{_any(lists['owners'])} )(?:\w+ )?{_any(lists['counts'])}|{_any(lists['pronouns'])})"
    of = rf"(?:in|within|part of|among) (?:{_any(lists['owners'])} (?:\w+ )?{_any(lists['counts'])}|it|them)"
    counted = rf"(?:{_any(lists['counted'])}(?: {_any(lists['together'])})*(?: {of})?|{of})"
    return (
        ("left", _expression(rf"{it} {_any(lists['leaves'])} {kinds}{close}")),
        (
            "left",
            _expression(
                rf"{kinds} (?:{be}(?: {all_})? (?:not|never)|{_any(lists['be_not'])}) (?:{all_} )?{counted}{end}"
            ),
        ),
        ("left", _expression(rf"{kinds} {be}(?: {all_})? {_any(lists['out'])}(?: of {it})?{end}")),
        ("whole", _expression(rf"{it} {_any(lists['takes'])} {kinds}(?: {_any(lists['together'])})?{close}")),
        ("whole", _expression(rf"{it} {_any(lists['joins'])} {kinds} {_any(lists['together'])}{close}")),
        ("whole", _expression(rf"{kinds} {be}(?: {all_})? {counted}(?P<more> as well as [^.;:,]+)?{end}")),
    )


@cache
def _beside() -> Sequence[tuple[str, Pattern[str]]]:
    """Words in a figure's own sentence by which it takes something in, or leaves it out."""
    lists = table()["covered"]
    word = rf"(?!{_any(lists['unsure'])}\b)[\w’'-]+"
    kinds = rf"(?P<kinds>(?:{word} ){{0,3}}?{word}(?:(?:, | and | or |, and ){word}){{0,3}})"
    before = rf"(?:, (?:with )?|[(–—-]\s?|\bwith )(?:the |some |many )?{kinds}"
    number = rf"(?P<kinds>{DIGITS.pattern})"
    return (
        ("left", re.compile(rf"\b{_any(lists['without'])} {kinds}(?=$|[.,;)])", re.IGNORECASE)),
        ("left", re.compile(rf"{before} (?:not (?:{_any(lists['counted'])})|{_any(lists['out'])})\b", re.IGNORECASE)),
        ("taken", re.compile(rf"{before} (?:{_any(lists['with'])})\b", re.IGNORECASE)),
        ("taken", re.compile(rf"(?<!not )\bincluding (?:the )?{kinds}(?=$|[.,;)])", re.IGNORECASE)),
        ("taken", re.compile(rf"\bof (?:whom|which|them) (?:{_any(lists['about'])} )?{number}", re.IGNORECASE)),
    )
