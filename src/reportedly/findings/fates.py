"""What does not add up becomes findings: what befell those whom a figure counts.

Measure, verb and noun tell it alike: soldiers fell, were killed or are among the losses. Word lists stand in
``findings.toml``.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from reportedly.findings.lexicons import table
from reportedly.findings.paper import heads, measured
from reportedly.model import Claim
from reportedly.values.measures import is_person


def fate(claim: Claim, noun: str | None = None) -> str | None:
    """What befell those counted: by measure, by the ``noun`` that is put at their number, or by the verb."""
    verb = claim.verb.lemma if claim.verb else None
    if claim.status == "did_not_happen" and verb in table()["accounts"]["seeking"] and is_somebody(claim):
        return "missing"
    if measured(claim) == "wounded" and (
        verb in table()["accounts"]["hit"] or heads(claim) & {*table()["accounts"]["hit"]}
    ):
        return None  # of four who were shot two may be dead
    told = next((_fates()[word] for word in (measured(claim), noun, verb) if word in _fates()), None)
    if told is None or measured(claim) in _fates() or noun is not None:
        return told
    is_living = claim.counted is None or claim.counted.implied or verb in table()["accounts"]["living"]
    return told if is_living or is_somebody(claim) else None


def is_somebody(claim: Claim) -> bool:
    """Whether it counts people, by whatever word."""
    return bool(heads(claim) & anybody()) or (claim.counted is not None and is_person(claim.counted.lemma))


@cache
def anybody() -> frozenset[str]:
    """Nouns by which it is not told who somebody is."""
    return frozenset((*table()["same"]["generic"], *table()["accounts"]["anybody"]))


def may_be_same(one: Claim, other: Claim) -> bool:
    """Whether two numbers may count the same people: by one noun, or where one of them leaves open who they are.

    "Two men" of an army's are soldiers; of people not all are children.
    """
    anyone = anybody() | frozenset(word for word in _fates() if word)  # "the displaced", "the missing"
    named = [frozenset[str]() if kind & anyone else kind for kind in (heads(one), heads(other))]
    if all(named):
        return bool(named[0] & named[1])
    somebody = named[0] | named[1]
    return not somebody or bool(somebody & {*table()["accounts"]["fighters"]})


@cache
def _fates() -> Mapping[str | None, str]:
    """Measures, verbs and nouns that tell of a fate, each to the fate's name."""
    rows: Mapping[str, Sequence[str]] = table()["accounts"]["fates"]
    return {word: name for name, row in rows.items() for word in row}
