"""Documents become claims: of a person told several times, which words make the claim.

One person makes one claim, where the worst that befell them is told: of "a boy was shot" and "he died on Friday" the
second. What the body tells goes before what stands above it, and nouns before pronouns.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.claims.harms import Harm
from reportedly.claims.measured import of_harm
from reportedly.claims.people import People
from reportedly.claims.persons import ABOVE, Mention
from reportedly.claims.trees import Tree
from reportedly.model import Claim, PartKind
from reportedly.values import Found


class Implied:
    """The claims that the persons of one document make; sentences are read in order of the text."""

    def __init__(self) -> None:
        self.people = People()
        self.made: dict[int, Claim] = {}
        self.befallen: dict[int, Harm] = {}  # what befell them by the words of their claim, where the body tells it
        self.grouped: set[int] = set()  # persons of whom a claim of several tells
        self.counts: set[tuple[str, int | Fraction | None]] = set()  # what numbers measure, and how much

    def read(self, tree: Tree, kind: PartKind, written: Sequence[Found]) -> list[Mention]:
        """The mentions of a sentence that make a claim; ``written`` are its numbers."""
        every = map(self._untold, self.people.read(tree, kind))
        return [mention for mention in every if self._is_told_first(tree, mention, written)]

    def make(self, mentions: Sequence[Mention], kind: PartKind, claim: Callable[[Mention], Claim]) -> None:
        """Take in what ``claim`` makes of the mentions of one sentence, of each person once."""
        first = {mention.person: mention for mention in sorted(mentions, key=_words_of, reverse=True)}
        self.made.update((person, claim(mention)) for person, mention in first.items())
        self.grouped.update(person for mention in mentions for person in mention.members)
        if kind not in ABOVE:
            worst_last = sorted(mentions, key=lambda mention: mention.harm == "killed")
            self.befallen.update((mention.person, mention.harm) for mention in worst_last if mention.harm is not None)

    def claims(self) -> Iterator[Claim]:
        """One claim a person, where the worst that befell them is told; who was told as two, once."""
        made: dict[int, Claim] = {}
        later = []
        for number, claim in self.made.items():
            person = self.people.known_as(number)
            # Whoever hurts others in their own sentence is not taken for hurt by what a later pronoun tells.
            doubtful = person.harm is None or (person.acts and not person.by_self and number not in self.befallen)
            harm = self.befallen.get(number) or person.harm  # a wound stays one where the death is told elsewhere
            befell = claim if doubtful or harm is None else replace(claim, measure=of_harm(harm))
            if person.number == number:
                made[number] = befell
            else:
                later.append((person.number, befell))
        for number, claim in later:
            same = made.setdefault(number, claim)
            if same is not claim:
                yield replace(claim, same_as=same.id)
        yield from made.values()

    def _is_told_first(self, tree: Tree, mention: Mention, written: Sequence[Found]) -> bool:
        """Whether a person makes a claim here; what the body tells goes before what stands above it."""
        if mention.numbered or mention.person in self.grouped or self._is_counted(mention):
            return False
        known, fate = self.made.get(mention.person), self.befallen.get(mention.person)
        if mention.harm == "wounded" and fate is None and known is not None and known.measure == of_harm("killed"):
            return False  # "Teen found dead" above, "he was shot" below
        befalls = mention.harm is not None and fate not in (mention.harm, "killed")
        if not befalls and (not mention.introduces or (known is not None and known.part not in ABOVE)):
            return False  # nothing new of whoever was told of, and nothing that befalls them
        start, end = tree.chars(mention.tokens)
        return not any(found.start < end and start < found.end for found in written)

    def _untold(self, mention: Mention) -> Mention:
        """With only those of "both" counted who have no claim of their own."""
        told = sum(person in self.made for person in mention.members)
        return replace(mention, count=mention.count - told) if told else mention

    def _is_counted(self, mention: Mention) -> bool:
        """Whether "both" and the like tells of persons who have claims, or of as many as were told of as dead or so."""
        if mention.kind != "group":
            return False
        fates = ("deaths", "deaths" if mention.harm == "killed" else "wounded")
        return not mention.count or any((fate, mention.count) in self.counts for fate in fates)


def _words_of(mention: Mention) -> tuple[bool, int]:
    """By whose words a person told several times in a sentence is told: nouns before pronouns, the first of them."""
    return mention.kind == "pronoun", mention.head
