"""Claims of the same happening become an event: what the opening of its report says of the dead and hurt by its name.

A page is called "Double homicide in Riga" before it counts anybody. What is promised: the least that such a name tells,
nothing where it is only attempted, and where each sentence of the page begins. Patterns read the first sentences alone.
"""

import re
from bisect import bisect_right

from reportedly.frozen import dataclass

OPENING = 4  # sentences, the headline among them, whose numbers go before all others
NAMED = 2  # sentences in which the name of what happened tells how many
# A sentence ends before a capital, a line's end, and where pages lose the space: "police said.The boy".
SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\"'“‘])|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z])|\n+")
MULTIPLES = ("double", "triple", "quadruple", "quintuple", "sextuple")
TIMES = rf"\b(?<!attempted )({'|'.join(MULTIPLES)})[ -]"
KILLED = re.compile(rf"{TIMES}(?:homicide|murder|killing|slaying|fatal|drowning)", re.IGNORECASE)
HIT = re.compile(rf"{TIMES}(?:shooting|stabbing)\b", re.IGNORECASE)
EVENT = "shooting|stabbing|crash|collision|accident|fire|blast|explosion|attack|fall"
FATAL = re.compile(
    rf"\b(?<!non-)(?:fatal|deadly) (?:[\w-]+ ){{0,3}}(?:{EVENT})s?\b|\b(?:{EVENT}) death\b"
    r"|(?<!attempted )\b(?:murder|manslaughter|slaying)\b"
    r"|\bhomicide\b(?! (?:detective|unit|bureau|squad|division|rate|report|invest|watch))",
    re.IGNORECASE,
)
SUICIDE = re.compile(
    r"\b(?<!attempted )(?<!planned )(?:murder|homicide|slaying)s?(?:[-–/ ]+|,? (?:and|then) )suicides?\b"
    r"(?! (?:attempt|plot|plan|pact))",
    re.IGNORECASE,
)
DEATH = re.compile(
    r"\b(?:kill(?:ed|s|ing)|dead(?:ly)?|die[sd]?|dying|deaths?|fatal(?:ly|ities|ity)?|slain|slay(?:s|ing)|murder\w*"
    r"|homicides?|manslaughter|suicide)\b",
    re.IGNORECASE,
)
# What hurts and does not make ill: whoever is taken to hospital after it is hurt.
VIOLENCE = re.compile(
    r"\b(?:shoot\w*|shots?|gun(?:man|men|fire|shots?)|stab\w*|kni(?:fe|ves)|crash\w*|colli\w+|accidents?|fires?|blazes?|blasts?"
    r"|explo\w+|bomb\w*|grenades?|attack(?:s|ed)?|(?:earth)?quakes?|tremors?|storms?|tornado\w*|hurricanes?|typhoons?|cyclones?"
    r"|avalanches?|landslides?|mudslides?|rockfalls?|collaps\w+|overturn\w*|capsiz\w+|derail\w*|shell(?:s|ed|ing)|missiles?"
    r"|drones?|air ?strikes?|stampedes?|lightning|brawls?|clash(?:es|ed)?|riots?|maul\w*|fell|falls?"
    r"|burn\w*|plung\w+|swept)\b",
    re.IGNORECASE,
)
ANOTHER = re.compile(
    r"\b(?:another|others?|second)\b[^.,;]{0,24}\b(?:injured|wounded|hurt|shot|hospitali[sz]ed)\b"
    r"|\b(?:injur|wound)(?:es|ing|s)? (?:another|others?|second)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The first sentences of a report, and where every sentence starts."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Opening":
        """The opening of a report with this text."""
        starts = (0, *(mark.end() for mark in SENTENCE.finditer(text)))
        return cls(text[: starts[OPENING] if len(starts) > OPENING else None], starts)

    def sentence(self, place: int) -> int:
        """The number of the sentence at a place of the text, from nought."""
        return bisect_right(self.starts, place) - 1

    @property
    def name(self) -> str:
        """The headline and what follows it, where what happened is called something."""
        return self.text[: self.starts[NAMED] if len(self.starts) > NAMED else None]

    @property
    def dead(self) -> int:
        """How many died at least by its name: two of "a double homicide", three of "a double murder-suicide"."""
        others = _times(KILLED, self.name) or self.is_suicide or FATAL.search(self.name) is not None
        return others + self.is_suicide

    @property
    def hit(self) -> int:
        """How many were hit by its name, killed or not: two of "a double shooting"."""
        return _times(HIT, self.text)

    @property
    def is_suicide(self) -> bool:
        """Whether somebody killed others and himself: "a murder-suicide"."""
        return SUICIDE.search(self.name) is not None

    @property
    def tells_of_death(self) -> bool:
        """Whether any word of dying stands in it."""
        return DEATH.search(self.text) is not None

    @property
    def tells_of_violence(self) -> bool:
        """Whether it tells of what hurts people, and not of what makes them ill."""
        return VIOLENCE.search(self.text) is not None

    @property
    def tells_of_another(self) -> bool:
        """Whether it tells of somebody hurt besides: "teen killed, another injured"."""
        return ANOTHER.search(self.name) is not None


def _times(pattern: re.Pattern[str], text: str) -> int:
    several = pattern.search(text)
    return MULTIPLES.index(several.group(1).lower()) + 2 if several else 0
