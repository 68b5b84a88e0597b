"""What the present tense tells of other times: "flies to Lisbon in May" is to come, "data show 40 deaths in March" was.

A timetable is told in the present, and so is what a record shows; whoever is dead was killed, whatever is told of him.
"""

from functools import cache

from reportedly.claims.lexicons import words
from reportedly.claims.times import Times
from reportedly.claims.trees import Tree
from reportedly.model import DONE, Measure, Status, When

PRESENT = frozenset({"VBZ", "VBP"})
ARE = frozenset({"is", "are", "am", "'m", "’m", "'re", "’re", "'s", "’s"})
ARRANGED = ("on ", "from ", "next ", "tomorrow")
YEAR, MONTH = 4, 7  # letters of a year and of a month
HARMED = frozenset({"deaths", "wounded", "homicides"})
PRICED = frozenset({"lower", "higher", "up", "down", "weaker", "stronger", "firmer", "softer", "flat"})


def by_time(tree: Tree, verb: int | None, when: When, times: Times, *, told: Status) -> tuple[Status, When]:
    """The status and time of what a present tense, or no verb, tells together with ``when``; ``told`` without it."""
    if told == "ongoing" and _is_arranged(tree, verb, when, times):
        return "planned", times.coming(when)
    limit = when.start is None and (when.words or "").lower().startswith("by ")  # "pay rises 3.8 percent by January"
    now = verb is not None and tree.sentence.xpos[verb] in PRESENT and not tree.having(verb, "aux:pass")
    if limit and told in DONE and (verb is None or (now and told == "happened")):
        coming = times.coming(when)  # "300 returns by the end of the month", "Firm sheds 300 jobs by May"
        ahead = coming.end is not None and not times.is_past(coming)
        return ("planned", coming) if ahead else (told, when)
    if told != "ongoing" or verb is None or not now:
        return told, when
    if any(tree.lower[child] in PRICED for child in tree.having(verb, "advmod", "xcomp")):
        return "ongoing", when  # "the krone opens 1.4% lower": how it stands, and no appointment
    start, published = when.start or "", times.published or ""
    if tree.lemma(verb) in words("stance", "expected", "putting"):
        open_ = (
            (when.words or "").startswith("for ") and len(when.end or "") in (YEAR, MONTH) and not times.is_past(when)
        )
        ahead = open_ or start > published[: len(start)] > ""  # "puts inflation at 2.9% for 2027", "for this year"
        if ahead or (limit and not times.is_past(when)):
            return "expected", when
    if tree.lemma(verb) in words("attribution", "told", "showing") and tree.having(verb, "obj"):
        return ("happened" if times.is_past(when) else "ongoing"), when
    if (limit or tree.lemma(verb) in words("stance", "scheduled", "verbs")) and times.is_dated(when):
        coming = times.coming(when)
        if (coming.start or limit) and coming.end and not times.is_past(coming):
            return "planned", coming
    return "ongoing", when


def _is_arranged(tree: Tree, verb: int | None, when: When, times: Times) -> bool:
    """ "We are sending eight more on Thursday", "puts 60 drivers on short time from Monday": so it is arranged."""
    told = (when.words or "").lower()
    if verb is None or not told.startswith(ARRANGED) or not times.is_dated(when) or tree.having(verb, "cop"):
        return False
    coming = times.coming(when)
    if coming.start is None or not times.published or coming.start <= times.published[: len(coming.start)]:
        return False
    helpers = [tree.lower[t] for t in tree.having(verb, "aux")]
    going = tree.sentence.xpos[verb] == "VBG" and len(helpers) == 1 and helpers[0] in ARE
    lasting = tree.lemma(verb) in words("stance", "ongoing", "verbs")
    starts = told.startswith("from ") and coming.end is None and tree.sentence.xpos[verb] in PRESENT and not lasting
    return going or (starts and not helpers)


def is_of_order(status: Status, when: When, times: Times) -> bool:
    """Whether it is when something was ordered that has yet to come: "on Monday ordered the release of 60"."""
    return status == "planned" and when.start is not None and times.is_past(when)


@cache
def _no_deeds() -> frozenset[str]:
    """Verbs that only tell how many there are: "brings the number of dead to 39", "counts 53 workers killed"."""
    admitting = {told.partition(" ")[0] for told in words("figures", "telling", "admitting")}
    return words("figures", "summing", "verbs") | words("figures", "telling", "counting") | admitting | {"be"}


def is_over(tree: Tree, verb: int | None, measure: Measure | None) -> bool:
    """Who is dead or hurt was killed or hurt, whatever is told of it now; "one in ten dies" tells a habit.

    Nor is it one to tell of them: "the army admits to 744 dead".
    """
    habit = verb is not None and tree.sentence.xpos[verb] in PRESENT and tree.lemma(verb) not in _no_deeds()
    return measure is not None and measure.slug in HARMED and not habit
