"""Series become estimates: low, best and high at a moment, by a named rule, with what was kept, what set aside and why.

``estimates`` is the way in. What an estimate may rest on (``standing``) is settled before any rule sees a word, so that
the laws hold for every rule, a stranger's included; ``RULES`` are the built-in ones. ``propagate`` lets wholes, parts
and additions bound each other. All of it is pure: nothing is read, and time is an argument.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from reportedly.errors import PluginError
from reportedly.estimates.intervals import propagate
from reportedly.estimates.joint import together
from reportedly.estimates.rules import consensus, conservative, latest, majority, official
from reportedly.estimates.settling import RULE as SETTLING
from reportedly.estimates.settling import Settling, corrections, settled
from reportedly.estimates.standing import standing
from reportedly.estimates.tolls import toll
from reportedly.estimates.wholes import shared
from reportedly.model import Estimate, Reported
from reportedly.plugins import Estimator

__all__ = ["RULES", "estimates", "propagate", "shares", "standing", "together", "toll"]

NEWEST = "latest-by-origin/1"  # by which a whole is shared out among its parts

RULES: Mapping[str, Estimator] = MappingProxyType(
    {
        "latest-by-origin/1": latest,
        "conservative/1": conservative,
        "official/1": official,
        "majority/1": majority,
        "consensus/1": consensus,
        SETTLING: partial(settled, Settling()),
    }
)


def estimates(
    series: Mapping[str, Sequence[Reported]],
    rule: str = "consensus/1",
    moment: str | None = None,
    *,
    done: bool = True,
    rules: Mapping[str, Estimator] = RULES,
) -> dict[str, Estimate]:
    """The estimate of each of ``series`` (words by the key of the series) by ``rule``, as of ``moment`` (ISO 8601).

    With ``done`` False it is one of what is planned or expected. Raises ``PluginError`` where no rule has that name, or
    where what a rule gives is no estimate of these words.
    """
    if rule not in rules:
        raise PluginError(f"no rule is called {rule!r}; there are: {', '.join(sorted(rules))}")
    if rule == SETTLING and rules is RULES:
        rules = {rule: partial(settled, Settling(corrections(series, moment)))}  # it learns from what does not stand
    stand = {key: standing(words, moment, done=done) for key, words in series.items()}
    made = rules[rule]({key: kept for key, (kept, _) in stand.items()})
    found = {}
    for key, (kept, aside) in stand.items():
        estimate = made.get(key)
        if estimate is None or not _holds(estimate, kept):
            raise PluginError(
                f"{rule} gives no estimate of {key!r} that keeps or sets aside each word and orders its figures"
            )
        found[key] = replace(estimate, moment=moment, aside=tuple(sorted((*estimate.aside, *aside))))
    return found


def shares(
    wholes: Mapping[str, Mapping[str, Sequence[Reported]]], rule: str = "consensus/1", moment: str | None = None
) -> dict[str, dict[str, Estimate]]:
    """The estimates of the parts of each of ``wholes``: the killed and the injured of one event, say (``shared``).

    Words are given by part; those of one telling have one id. Raises ``PluginError`` as ``estimates`` does.
    """
    return shared(wholes, lambda words: estimates(words, rule, moment), lambda words: estimates(words, NEWEST, moment))


def _holds(estimate: Estimate, words: Sequence[Reported]) -> bool:
    """Whether every word is kept or set aside, and best lies between low and high."""
    told = sorted((*estimate.kept, *(word for word, _ in estimate.aside)))
    low, best, high = estimate.low, estimate.best, estimate.high
    ordered = best is not None and (low is None or low <= best) and (high is None or best <= high)
    return told == sorted(word.id for word in words) and (ordered or (low, best, high) == (None, None, None))
