"""What does not add up becomes findings: how figures and numbers are told in a finding's sentence."""

import re
from collections.abc import Sequence
from functools import cache

from reportedly.findings.intervals import Interval
from reportedly.findings.lexicons import table
from reportedly.model import Claim, Strength


def quoted(claim: Claim) -> str:
    """A figure's own words and, where they stand elsewhere, those of what it counts, or of its bound."""
    counted = claim.counted
    if claim.basis == "coded" and claim.quantity.approximator != "exact":
        return f"“{claim.evidence.quote}” ({claim.quantity.approximator.replace('_', ' ')})"
    if counted is None or counted.phrase.quote in claim.evidence.quote:
        return f"“{claim.evidence.quote}”"
    # "40 were killed" of the casualties before: what was carried over does not tell the parts apart, the verb does.
    told = (counted.phrase, claim.verb.span) if counted.implied and claim.verb else (counted.phrase,)
    return f"“{claim.evidence.quote}” ({', '.join(' '.join(span.quote.split()) for span in told)})"


def listed(claims: Sequence[Claim]) -> str:
    """Figures in their own words, joined."""
    *told, last = (quoted(claim) for claim in claims)
    return f"{', '.join(told)} and {last}" if told else last


def by(claim: Claim) -> str:
    """By whose account, where one is named."""
    named = [step.source for step in claim.attribution if step.span is not None]
    return f" by the account of {named[-1]}" if named else ""


def undone(claim: Claim) -> str | None:
    """As what a figure is told that is not done; None where it is."""
    words = claim.status_words.quote.casefold() if claim.status_words else ""
    if claim.status == "planned" and words in table()["ordered"]["words"]:
        return None  # who was told to leave may have left
    is_unmet = claim.status == "did_not_happen" and claim.condition
    is_denied = claim.status == "unresolved" and claim.attribution and claim.attribution[-1].stance == "denies"
    status = "unmet" if is_unmet else "denied" if is_denied else claim.status
    told: str | None = table()["undone"].get(status)
    return told


def why(claim: Claim) -> str:
    """By which words it is told so."""
    words = (claim.condition if claim.status in ("conditional", "did_not_happen") else None) or claim.status_words
    if words is None:
        return ""
    told = words.quote.split()
    return f", by the {'words' if told[1:] else 'word'} “{' '.join(told)}”"


def number(interval: Interval) -> str:
    """An interval of numbers."""
    low, high = (
        None if end is None else f"{end.numerator:,}" if end.denominator == 1 else str(end) for end in interval
    )
    if low == high:
        return str(low)
    return f"{low} or more" if high is None else f"{high} or less" if low is None else f"{low} to {high}"


def room(strength: Strength) -> str:
    """What rounding may have to do with it."""
    if strength == "tension":
        return " Rounding may explain it."
    return " Rounding does not explain it; which number is wrong, this document does not say."


def without_teller(text: str) -> str:
    """The end of a sentence without who says so: "on water" of "on water, the report says"."""
    return _teller().sub("", text)


@cache
def _teller() -> re.Pattern[str]:
    told, who = "|".join(table()["sums"]["saying"]), r"[^,;:()\d]{2,60}"
    return re.compile(rf",\s(?:{who}\s(?:{told})(?: on [A-Z]\w+)?|according to {who})$")
