"""What was counted before, for figures whose own sentence does not say what they count.

Within a sentence first, then in the paragraph; subjects look for subjects and objects for objects before they take the
last thing counted. What one paragraph counted is no antecedent for the next one's bare numbers, but for its pronouns.
Whatever is carried over is marked as implied.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims import links
from reportedly.claims.lexicons import either, words
from reportedly.claims.persons import is_people, sexes
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.frozen import dataclass
from reportedly.model import Claim, Counted, Quantity
from reportedly.values.measures import dimension, is_person
from reportedly.values.units import COUNT, is_money
from reportedly.values.zeros import is_nobody

TIME = "time"
POINTS = (*links.SHARES, "percentage_point")
NEAREST = 2  # sentences back in which is told what a bare number counts
# So many numbers back nothing is meant any more by a bare one.
REMEMBERED = 64
SINGLE, SEVERAL, THEM = "it", ("they", "them"), "them"
POINTING = frozenset({"they", "them", "these", "those"})
POINTED = frozenset({"this", "that"})
POPULATION, PEOPLE = "population", "people"
OF_THINGS = frozenset({"evacuate", "displace", "hurt"})  # what befalls places too
ARGUMENTS = ("nsubj", "obj", "root")
BEFALLING = frozenset({"affect", "displace", "evacuate", "infect", "sicken", "strand", "trap", "uproot"})
DEAD = frozenset({"life", "dead", "fatality", "that", "those"})  # what stands for the dead, by itself or with "killed"
LOST = frozenset({"loss", "casualty"})


@dataclass(frozen=True, slots=True)
class _Before:
    """A number with what it counts, the sentence and the grammatical role it stood in."""

    sentence: int
    unit: str
    role: str
    counted: Counted | None
    claim: Claim
    placing: bool
    is_part: bool
    is_inset: bool


def _are_some_of(some: Claim, whole: Claim) -> bool:
    """Whether one number is told as some of the next: "380 of its 410 members"."""
    start, ends = some.context.start, some.evidence.end
    between = some.context.quote[ends - start : max(ends, whole.evidence.start) - start]
    return some.context == whole.context and links.OF.fullmatch(between) is not None


def _is_bare_total(counted: Counted) -> bool:
    """Whether a total does not say of what it is one: "the count", but not "the vote count"."""
    return counted.lemma in words("figures", "carriers", "totals") and counted.phrase == counted.head


def _is_several(before: _Before) -> bool:
    """Whether a number counts things in the plural, of which "it" does not speak: but of "$3m in loans" it may."""
    counted = before.counted
    if counted is not None and is_people(counted.lemma):
        return True
    several = counted is not None and counted.head.quote.lower() != counted.lemma
    return several and not is_money(before.unit) and dimension(before.unit) != "mass"


def _is_plural(before: _Before) -> bool:
    """Whether people or several things are counted, of whom "they" may speak."""
    counted = before.counted
    return counted is not None and (counted.head.quote.lower() != counted.lemma or is_people(counted.lemma))


def _is_inhabited(before: _Before) -> bool:
    """Whether a number tells how many live in a place, which is one place."""
    measure, counted = before.claim.measure, before.counted
    told = measure is not None and measure.slug == POPULATION
    return told and counted is not None and not is_people(counted.lemma)


def _is_state(counted: Counted) -> bool:
    """Whether those counted go by what befell them, which others need not share: "nine dead, 300 lose homes"."""
    return counted.lemma in words("figures", "countable_adjectives", "words")


class Told:
    """Remembers what one document has counted so far."""

    def __init__(self) -> None:
        self._here: deque[_Before] = deque(maxlen=REMEMBERED)
        self._above: list[_Before] = []
        self._things: set[str] = set()

    def ends_paragraph(self) -> None:
        """A paragraph is over."""
        counted = [before for before in self._here if before.counted]
        self._above = counted or self._above
        self._here.clear()

    def remember(
        self, figure: Figure, role: str, claim: Claim, sentence: int, *, placing: bool = False, inset: bool = False
    ) -> None:
        """What ``figure`` counts and measures by its ``claim``.

        ``placing`` where its phrase only tells where, ``inset`` where it is a part told in passing ("including 40").
        """
        counted, own = claim.counted, claim.evidence
        if counted is not None and own.start <= counted.head.start < own.end and figure.found.is_measure:
            counted = None  # the km of "50 km" are counted by no number behind
        part, unit = claim.part_of is not None, figure.found.quantity.unit
        if counted is not None and unit == COUNT:
            self._things.add(counted.lemma)
        self._here.append(_Before(sentence, unit, role, counted, claim, placing, part, part and inset))

    @property
    def in_paragraph(self) -> bool:
        """Whether anything was counted in this paragraph yet."""
        return any(before.counted for before in self._here)

    def in_sentence(self, sentence: int) -> bool:
        """Whether anything was counted in it yet."""
        return any(before.sentence == sentence and before.counted for before in self._here)

    def carried(
        self,
        figure: Figure,
        whole: Claim | None,
        role: str,
        sentence: int,
        *,
        carrier: str | None = None,
        again: bool = False,
    ) -> tuple[Counted | None, Claim | None]:
        """What ``figure`` counts by what stands before it, and what lends its measure; None where nothing fits.

        ``carrier`` is the word that stands for it: "it", which is nothing told in the plural; "the total", which is no
        part and no place, and of two things the first. ``again`` where it is one more estimate of that.
        """
        if figure.leans is None:
            return None, None
        if whole is not None and whole.counted is not None:
            return replace(whole.counted, implied=True), None
        if whole is not None:
            return None, None  # "90 million of that", where that is of nothing that is named
        units = {before.unit for before in self._here if before.sentence == sentence}
        more = figure.change == "additional" and figure.found.quantity.unit == COUNT
        if more and units and units <= words("figures", "unit_nouns", "extents"):
            return None, None  # "sprayed 21,000 hectares and plans to treat 60,000 more"
        near = self._near(figure, sentence) or (self._last(figure, sentence) if again else [])
        if carrier == SINGLE and any(one.sentence == sentence and one.counted is None for one in self._here):
            return None, None  # "needs $5.6 million and has received a quarter of it": no quarter of what is in tons
        if carrier == SINGLE or (carrier in POINTED and figure.found.is_measure):
            near = [before for before in near if not _is_several(before)]
        elif carrier in SEVERAL:
            near = [before for before in near if _is_plural(before)]
            if carrier == THEM and figure.found.quantity.unit == COUNT:  # "of three colleges; 86 of them": no colleges
                near = [before for before in near if not is_too_many(figure.found.quantity, before.claim)]
        elif carrier in words("figures", "carriers", "totals"):
            near = [before for before in near if not (before.is_part or before.placing)] or near
            near = [before for before in near if before.role in ARGUMENTS] or near
            if figure.found.quantity.unit == COUNT:  # "half his life there; he puts the number at 900": of no lives
                near = [before for before in near if before.unit not in links.SHARES]
            if figure.found.quantity.unit == COUNT and self._measures_last():
                return None, None  # "uses 1.5 million litres of water. Its owner puts the figure at 400,000"
        chosen = [before for before in near if before.role == role and figure.leans in ("any", "living")]
        chosen = chosen or ([b for b in near if b.role in ARGUMENTS] if more else []) or near
        if figure.carrier is None and figure.change == "level" and figure.found.quantity.unit == COUNT:
            if _are_two_kinds(chosen):
                return None, None
            chosen = [b for b in chosen if links.can_hold(b.claim.quantity, figure.found.quantity)] or chosen
        if figure.carrier is None and len(chosen) > 1 and _are_some_of(chosen[-2].claim, chosen[-1].claim):
            chosen = chosen[:-1]  # "380 of its 410 members had struck; the ministry spoke of 200": as of the 380
        last = chosen[-1] if chosen else None
        if last is None or last.counted is None or self._is_too_far(figure, last, sentence, carrier):
            return None, None
        if more and figure.carrier is None and _is_inhabited(last):
            return None, None  # "a country of one million could not take 10,000 more"
        here = last.sentence == sentence and figure.carrier is None and figure.leans != "compared"
        if here and _is_state(last.counted):
            return None, None
        alike = last.sentence >= sentence - again and last.unit == figure.found.quantity.unit
        alike = alike and not (carrier in words("figures", "carriers", "totals") and _are_told_apart(near, last))
        counted = replace(last.counted, implied=True)
        if carrier in words("figures", "carriers", "totals") and _are_of_kinds(near, last):
            counted = replace(counted, lemma=PEOPLE)
        return counted, last.claim if alike else None

    def people(self, other: Counted) -> Counted | None:
        """The last people counted in this paragraph, None where nobody was or only beside what ``other`` counts not."""
        told = [one.counted for one in self._here if one.counted and is_people(one.counted.lemma)]
        return replace(told[-1], implied=True) if told and not is_people(other.lemma) else None

    def _last(self, figure: Figure, sentence: int) -> list[_Before]:
        """What was counted in its unit by the sentence before."""
        unit = figure.found.quantity.unit.partition("/")[0]
        told = [before for before in (*self._above, *self._here) if before.counted and before.sentence == sentence - 1]
        return [before for before in told if before.unit.partition("/")[0] == unit]

    def _measures_last(self) -> bool:
        """Whether what was told last was measured and not counted."""
        last = self._here[-1] if self._here else None
        return last is not None and last.unit.partition("/")[0] not in (COUNT, *links.SHARES, "times")

    def _near(self, figure: Figure, sentence: int) -> list[_Before]:
        """What may be meant, in order of the text."""
        unit = figure.found.quantity.unit
        here = [before for before in self._here if before.sentence == sentence]
        if figure.leans == "compared":  # with the number before, even where that counts nothing named
            alike = [before for before in here if before.unit == unit]
            while len(alike) > 1 and alike[-1].is_inset:
                alike.pop()  # "127 breaches, including 54 blasts, compared with 88": of all of them
            if alike and here[-1].counted and figure.change != "level" and here[-1].unit.partition("/")[0] == COUNT:
                return here[-1:]  # "rates of 7 percent have cut sales to 3.9 million, down 2 percent"
            return alike or [before for before in here if not before.placing] or here
        if figure.leans == "same unit":
            base = unit.partition("/")[0]
            return [before for before in here if before.unit.partition("/")[0] == base and before.counted]
        told = [before for before in self._here if before.counted and not _is_bare_total(before.counted)]
        told = told or (self._above if figure.carrier is not None or self._is_of_one_thing(figure) else [])
        alike = [before for before in told if self._is_alike(before, unit)]
        if figure.leans == "living":
            alike = [b for b in alike if b.counted and _is_living(b.counted)]
            alike = [b for b in alike if b.sentence == sentence or b.counted is None or not is_harm(b.counted.lemma)]
            alike = [before for before in alike if not before.is_part] or alike  # not the 12 of "257, including 12"
            if alike and alike[-1].counted and alike[-1].counted.lemma in sexes():
                return []  # "killing three women and wounding 20": who the 20 are, is not told
        if is_nobody(figure.found.quantity.written):
            alike = [before for before in alike if before.counted and is_people(before.counted.lemma)]
        if figure.carrier is not None and figure.found.is_measure:
            alike = told  # "it came to $2.6 billion": of whatever was told before
        return [before for before in alike if before.sentence == sentence] or alike

    def _is_too_far(self, figure: Figure, last: _Before, sentence: int, carrier: str | None) -> bool:
        """Whether what another sentence counted is more likely not meant."""
        unit, back = figure.found.quantity.unit.partition("/")[0], sentence - last.sentence
        if back and unit == "share" and last.unit in POINTS and not _is_several(last):
            return True  # "turnout was 61 percent. One in five came late"
        if back and unit in POINTS and dimension(last.unit) == TIME:
            return True  # "three hours of talks. It is two points more": no points of talks
        if figure.carrier is None and figure.leans in ("any", "living"):
            return back > NEAREST
        above = last not in self._here
        if above and figure.carrier is not None and carrier is None and unit in POINTS and last.unit == COUNT:
            return True  # "drew 40,000 signatures." | "It is not 3 percent," she said
        loose = carrier is not None and carrier not in POINTING | POINTED | {SINGLE, *SEVERAL}
        loose = loose and carrier not in words("figures", "carriers", "totals")
        return above and (loose or figure.found.is_duration)  # "in groups of up to four", "a two-thirds majority"

    def _is_of_one_thing(self, figure: Figure) -> bool:
        """Whether all that was counted so far are people of one name, and so are those of a bare number behind them."""
        return figure.leans == "any" and figure.found.quantity.unit == COUNT and len(self._things) == 1

    def _is_alike(self, before: _Before, unit: str) -> bool:
        """Whether both can count the same: "one in eight schools has a line and none has fibre"."""
        if unit in links.SHARES and before.unit == POINTS[-1]:
            return False  # "the margin of error is three points; a fifth had no view"
        return unit in (before.unit, *links.SHARES) or (unit == COUNT and before.unit == "share")


def _is_living(counted: Counted) -> bool:
    """Whether what was counted can be killed or hurt: people, those called by a state or a people, herds."""
    lemma = counted.lemma
    alive = either(("figures", "carriers", "collectives"), ("figures", "countable_adjectives", "words"))
    told = is_people(lemma) or is_person(lemma) or lemma in alive | words("figures", "of_people", "animals")
    places = either(("figures", "places_in_time", "words"), ("figures", "of_people", "lifeless"))
    return told or (counted.head.quote[:1].isupper() and lemma not in places)


def is_harm(lemma: str) -> bool:
    """Whether people are called by what befell them: no other sentence kills the wounded of the one before."""
    return lemma in words("persons", "killed", "nouns") or any(
        lemma in words("persons", kind, key) for kind in ("killed", "wounded") for key in ("words", "called")
    )


def _are_two_kinds(told: Sequence[_Before]) -> bool:
    """Whether the last two are told of side by side: of "300 cows and 40 sheep; 120 are sick" none knows which."""
    if len(told) < len(("one", "other")):
        return False
    one, other = told[-2:]
    if one.sentence != other.sentence or one.role != other.role or one.counted is None or other.counted is None:
        return False
    verbs = one.claim.verb, other.claim.verb
    things = not is_people(one.counted.lemma) and not is_people(other.counted.lemma)
    apart = one.counted.lemma != other.counted.lemma
    return verbs[0] is not None and verbs[1] is not None and verbs[0].span == verbs[1].span and things and apart


def _are_told_apart(near: Sequence[_Before], last: _Before) -> bool:
    """Whether a total may be of either: "left 93 dead and 87 missing, raising its earlier count of 71"."""
    alike = [b.claim.measure for b in near if b.sentence == last.sentence and b.unit == last.unit and not b.is_part]
    return len({measure.slug for measure in alike if measure is not None and not measure.open}) > 1


def _are_of_kinds(near: Sequence[_Before], last: _Before) -> bool:
    """Whether a total is of people of several kinds: "94 women and 22 boys died, revising an earlier 107"."""
    here = [b for b in near if b.sentence == last.sentence and b.unit == last.unit and not b.is_part and b.counted]
    alike = [b for b in here if b.claim.measure is not None and b.claim.measure == last.claim.measure]
    kinds = {b.counted.lemma for b in alike if b.counted}
    return len(alike) == len(here) and len(kinds) > 1 and all(map(is_people, kinds))


def is_too_many(quantity: Quantity, whole: Claim) -> bool:
    """Whether so many can be no part of the places or bodies counted before: "four colleges; police removed 86"."""
    counted = whole.counted
    places = counted is not None and counted.lemma in words("figures", "of_people", "bodies")
    return places and not links.can_hold(whole.quantity, quantity)


def _is_said(tree: Tree, verb: int) -> bool:
    """Whether people alone do so: "could say why", "would show me the list"."""
    to_whom = any(tree.sentence.xpos[child] == "PRP" for child in tree.having(verb, "iobj"))
    return to_whom or tree.lemma(verb) in words("figures", "of_people", "speaking")


def befalls_others(tree: Tree, figure: Figure, counted: Counted) -> bool:
    """Whether a bare number tells whom its verb befell, no more of the dead: "claimed 12 lives and injured 40"."""
    dead = counted.lemma in DEAD or counted.lemma in words("persons", "killed", "nouns")
    if not dead:
        # "puts losses at 3,000 and says another 500 were being trained"
        undergone = tree.sentence.relations[figure.anchor] == "nsubj:pass" and counted.lemma in LOST
        told = either(("figures", "of_people", "verbs"), ("figures", "counted_so", "verbs"))
        return undergone and tree.lemma(tree.head(figure.anchor)) not in told
    verb = min(tree.tokens(figure.found.start, figure.found.end)) - 1  # "wounded at least 30"
    if verb < 0 or tree.sentence.upos[verb] != "VERB":
        verb = tree.head(figure.anchor)
        if verb < 0 or tree.base[figure.anchor] not in ("obj", "obl"):
            return False
    return tree.lemma(verb) in words("persons", "wounded", "verbs") or tree.lemma(verb) in BEFALLING


def befalls_living(tree: Tree, figure: Figure, counted: Counted) -> bool:
    """Whether a number tells what befalls the living, and no body or place that was counted before.

    "From three schools; 45 of them died", "six bodies were found, and three were rescued".
    """
    verb = tree.head(figure.anchor)
    if verb < 0:
        return False
    if counted.lemma in words("figures", "of_people", "corpses"):
        return tree.lemma(verb) in words("figures", "of_people", "living")
    if tree.base[figure.anchor] == "nsubj" and _is_said(tree, verb):
        return counted.lemma in words("figures", "of_people", "lifeless")
    them = figure.carrier is not None and tree.lower[figure.carrier] in POINTING
    do = words("figures", "of_people", "doing")
    if figure.carrier is None and tree.base[figure.anchor] == "nsubj" and tree.lemma(verb) in do:
        return counted.lemma in words("figures", "of_people", "bodies")
    deeds = words("figures", "of_people", "verbs") - OF_THINGS | words("figures", "of_people", "courts")
    return them and tree.lemma(verb) in deeds and counted.lemma in words("figures", "of_people", "bodies")
