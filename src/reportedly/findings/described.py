"""What does not add up becomes findings: speakers whom two reports describe alike, beside one name.

For comparison only: they corroborate nothing. "The sheriff" beside Kerr County is he whom another report calls so
beside Kerr County; "the company" beside a country may be any. Of whom there are many, nobody is meant twice.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.findings.lexicons import table
from reportedly.findings.paper import WORD
from reportedly.findings.speakers import SMALL, bare
from reportedly.findings.tellings import Telling, is_odd
from reportedly.model import Origin
from reportedly.values.names import names

NAME = re.compile(r"\b[A-Z][^\W\d_]+")
BODY = re.compile(r"\b[A-Z][\w'’-]+(?: (?:of |for |and |the )*[A-Z][\w'’-]+)+")  # a name of two words
OF = re.compile(r"^(?:officials?|spokes(?:man|woman|person)|sources?) (?:of|at|from|for|in) (?:the )?")
PLACES = frozenset({"state", "place", "people"})


def described(found: Sequence[Telling]) -> tuple[Telling, ...]:
    """``found``, those of speakers described alike under the first of them."""
    known: dict[tuple[str, str], Origin] = {}
    heard: list[tuple[Telling, Origin | None]] = []
    for one in sorted(found, key=lambda one: (one.at, one.document.address, one.claim.evidence.start)):
        called = _called(one)
        beside = list(_names(one, called)) if called else []
        called, beside = _paper(one) or (called, beside)
        root = next((known[called, name] for name in beside if (called, name) in known), None)
        if root is None and beside:
            root = Origin(f"described:{called}@{one.document.id[:16]}", one.origin.name, one.origin.kind, "office")
        if root is not None:
            known |= {(called, name): root for name in beside if (called, name) not in known}
        heard.append((one, root))
    papers: defaultdict[str, set[str]] = defaultdict(set)
    for one, root in heard:
        if root is not None:
            papers[root.key].add(one.document.id)
    place = {one.claim.id: at for at, one in enumerate(found)}
    meant = [one if root is None or len(papers[root.key]) == 1 else replace(one, origin=root) for one, root in heard]
    return tuple(sorted(meant, key=lambda one: place[one.claim.id]))


def _called(one: Telling) -> str:
    """What a speaker is called whom a report describes and does not name; nothing for any of many."""
    said = one.claim.attribution[-1] if one.claim.attribution else None
    if one.origin.rule != "unknown" or one.claim.basis == "coded" or said is None or said.span is None:
        return ""
    lists = table()["roots"]
    told = OF.sub("", bare(said.called).removeprefix("a ").removeprefix("an ")) or bare(said.called)
    words = [word for word in WORD.findall(SMALL.sub("", told)) if word not in lists["pronouns"]]
    is_one = bare(said.called) != said.called.casefold() or set(words) <= set(lists["everywhere"])
    is_one = is_one or words[:1] in (["spokesman"], ["spokeswoman"], ["spokesperson"]) or told != " ".join(words)
    return " ".join(words) if words and is_one and not set(words) & set(lists["many"]) else ""


def _paper(one: Telling) -> tuple[str, list[str]] | None:
    """What kind of paper it is and for whom or by whom: "a study made for the Humboldt Foundation"."""
    said = one.claim.attribution[-1] if one.claim.attribution else None
    if one.origin.rule != "unknown" or one.claim.basis == "coded" or said is None or said.span is None:
        return None
    body = BODY.search(said.called)
    words = frozenset(WORD.findall(said.called.casefold())) & frozenset(table()["roots"]["papers"])
    return (min(words), [body.group().casefold()]) if body is not None and words else None


def _names(one: Telling, called: str) -> Iterator[str]:
    """The names in the sentence; beside a speaker who is no office none of places, where there are many such."""
    sentence = one.claim.context.quote
    lists = table()["roots"]
    is_office = set(called.split()) <= set(lists["everywhere"]) and not set(called.split()) <= set(lists["bare"])
    places = (
        () if is_office else {word for told in names(sentence) if told.kind in PLACES for word in _words(told.name)}
    )
    own = {*called.split(), *_words(one.document.outlet or "")}
    if is_office and is_odd(one.value):
        yield f"{one.value} {one.key.unit}"  # such a number is known again without a name
    for word in _words(" ".join(NAME.findall(sentence))):
        if word not in places and word not in own and word not in lists["unsaid"]:
            yield word


def _words(text: str) -> Iterable[str]:
    return (word.removesuffix("'s").removesuffix("’s") for word in text.casefold().split())
