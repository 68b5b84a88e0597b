"""What does not add up becomes findings: words for how sure a figure is, or how far a decision has gone."""

import re
from collections.abc import Sequence
from functools import cache

from reportedly.findings.lexicons import table


def surer(weak: Sequence[str], strong: Sequence[str]) -> tuple[str, str] | None:
    """The word by which the one has what the other has by a weaker one, and that; None where they are of one grade.

    Of each the words beside the figure come first, then all of those that must not have the other's word.
    """
    for weaker, stronger in _grades():
        here, there = stronger.search(strong[0]), weaker.search(weak[0])
        if here and there and not weaker.search(strong[1]) and not stronger.search(weak[1]):
            return here.group(), there.group()
    return None


@cache
def _grades() -> Sequence[tuple[re.Pattern[str], re.Pattern[str]]]:
    rows = table()["retold"]["grades"]["rows"]
    made = [[re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for words in row] for row in rows]
    return [(weak, strong) for weak, strong in made]
