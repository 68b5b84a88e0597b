"""Claims of the same happening become an event: which of the hurt are told dead elsewhere in the report.

An early count stands above, and further down one of those it counted dies. What is promised: only whom the words
point out is taken for one of them, by name or by pointing back; who died besides is not.
"""

import re
from collections.abc import Sequence

from reportedly.frozen import dataclass
from reportedly.model import Claim

# Behind a number, the last name of one of those it counts: "five, including Ana Sol," and "five, Sol among them,".
NAME = r"(?:[A-Z][\w.-]* )*([A-Z][\w-]+)\b(?!['’]s)"
NAMED = re.compile(rf"[^.;]{{0,40}}?\b(?:including|among them),? {NAME}|[^.;,]{{0,40}}, {NAME} among them\b")
ONE_OF = re.compile(r"one of (?:them|these|those|the ([\w-]+)(?: ([\w-]+))?)", re.IGNORECASE)
THE = re.compile(r"the ([\w-]+)(?: ([\w-]+))?", re.IGNORECASE)
ANYBODY = frozenset({"victim", "person", "people", "wounded", "injured"})


@dataclass(frozen=True, slots=True)
class Fallen:
    """Claims by their digests: of the ``dead`` who are told among the ``hurt``, and of the hurt who count them."""

    dead: frozenset[str]
    hurt: frozenset[str]

    @classmethod
    def among(cls, hurt: Sequence[Claim], dead: Sequence[Claim]) -> "Fallen":
        """The dead that one of the numbers of the hurt counts; the same number told again counts the same people."""
        besides = {claim.context for claim in dead}
        early = [some for some in hurt if some.context not in besides]  # "two died and 18 were hurt" counts them apart
        pairs = [(one, some) for one in dead for some in early if _is_among(one, some, alone=len(dead) == 1)]
        sizes = {some.quantity.low for _, some in pairs}
        again = frozenset(some.id for some in hurt if some.quantity.low in sizes)
        return cls(frozenset(one.id for one, _ in pairs), again)


def _is_among(dead: Claim, hurt: Claim, *, alone: bool) -> bool:
    """Whether ``dead`` tells of one of those that ``hurt`` counts; ``alone`` where nobody else is told dead."""
    if dead.quantity.low != 1 or not hurt.quantity.low:
        return False
    if hurt.quantity.low > 1 and _is_named(dead, hurt):
        return True
    if dead.context.start < hurt.context.start or not (alone or hurt.quantity.low > 1):
        return False
    told = ONE_OF if hurt.quantity.low > 1 else THE
    pointed = told.match(dead.context.quote, dead.evidence.start - dead.context.start)
    nouns = [] if pointed is None else [noun.lower() for noun in pointed.groups() if noun]
    return pointed is not None and (not nouns or any(_is_called(noun, hurt) for noun in nouns))


def _is_named(dead: Claim, hurt: Claim) -> bool:
    """Whether a name set behind the number is told in the sentence of the dead."""
    quote = hurt.context.quote
    named = NAMED.match(quote, hurt.evidence.end - hurt.context.start)
    name = named and (named[1] or named[2])
    return bool(name) and re.search(rf"\b{re.escape(name or '')}\b(?!['’]s)", dead.context.quote) is not None


def _is_called(noun: str, hurt: Claim) -> bool:
    """Whether a noun is that of the hurt, or fits anybody as theirs does: "one person", then "the teen"."""
    if hurt.counted is None or noun in ANYBODY:
        return True
    lemma = hurt.counted.lemma.lower()
    return noun in (lemma, f"{lemma}s", hurt.counted.phrase.quote.lower().split()[-1]) or (
        hurt.quantity.low == 1 and lemma in ANYBODY
    )
