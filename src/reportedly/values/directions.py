"""Words become values: which way a sentence looks, back or ahead, for a day or month that returns.

News tells of what was, so that nothing told is the past. The nearest verb decides, those before the time first; what
may be no verb at all ("the vote on Sunday", "died due to floods") has a say only where no verb has.
"""

from __future__ import annotations

from functools import cache

from reportedly.values.anchors import How
from reportedly.values.lexicons import words
from reportedly.values.scan import Scan
from reportedly.values.timewords import months, weekdays

# Words before and behind an expression that are asked which way its sentence looks.
LOOK_BACK, LOOK_AHEAD = 14, 12
LOOK_FAR = 40  # where none of these tells: the main verb may stand before a long object
SENTENCE_ENDS = frozenset({".", "!", "?", ";"})
PERFECT_REACH = 5  # "had previously been scheduled to expire" lies back
HAD_REACH = 4  # "Until Thursday, they had not"
WAITED = 8  # words: "did not reach the camp at Obo until Friday"
DID_NOT = frozenset({"didn't", "didn\u2019t", "hadn't", "hadn\u2019t"})
CLOSES = frozenset({",", ";", "and", "but", "that", "said"})
AMOUNT = 5  # words: "against 3.20 euros a litre in January"
OWNED = 3  # words of what a day has: "Sunday's second presidential debate"
PRESENT = frozenset({"is", "are", "isn't", "aren't"})


def direction(text: Scan, told: tuple[int, int], sentence: int) -> How:
    """The way of the sentence that begins at ``sentence``, for the expression in tokens [first, last) of ``told``."""
    first, last = told
    before, after = text.before(first), text.next_low(last)
    if _is_held_against(text, first, sentence):
        return "done"
    if before in ("until", "till", "through"):
        if (text.low(last), text.low(last + 1)) == ("(", "now"):
            return "done"  # "cost 11 euros until April (now 12.50)"
        waited = "had" in text.lows[last : last + HAD_REACH] or _did_not(text, first - 1, sentence)
        return "past" if waited else "future"
    if before == "since":
        return "done"
    if after in ("was", "were") or _is_of_what_was(text, last):
        return "past"  # "the vote planned for Saturday was put off"
    if after in _tense("traded"):
        return "future"
    if before == "as" and text.low(first - 2) in ("soon", "early"):
        return "future"
    link = first - 2 if before in ("on", "in", "at", "for", "from") else first - 1
    if text.low(link) in _tense("befallen") and link >= sentence and text.gap(first) < 2:
        return "past"
    if text.low(link) in PRESENT and link >= sentence and text.gap(first) < 2:
        return "future"  # "the hearing is on Friday"
    if before == "for" and text.low(first) in weekdays() and _ends(text, last) and not _had(text, first):
        return "future"  # "called a strike for Friday"
    back = range(first - 1, max(sentence, first - LOOK_BACK) - 1, -1)
    behind = range(last, min(len(text), last + LOOK_AHEAD))
    end = next((at for at in behind if text.lows[at] in SENTENCE_ENDS or text.gaps[at] == 2), behind.stop)
    behind, far = range(last, end), range(back.stop, max(sentence, first - LOOK_FAR) - 1, -1)
    for asked, places in ((_way, back), (_due, back), (_way, behind)):
        for at in places:
            if (way := asked(text, at)) is not None:
                return way
    if before == "from" and _begins(text, first, back):
        return "future"
    weak = next((at for at in (*back, *behind) if _weakly(text, at) is not None), None)
    # A weekday's own week is nearer than a far verb.
    if weak is None and months().keys().isdisjoint(text.lows[first:last]):
        return "near"
    if weak is None or text.lows[weak] in _tense("appointed"):
        found = next((way for at in far if (way := _way(text, at)) is not None), None)
        return found or ("near" if weak is None else "future")
    return "future"


def _is_held_against(text: Scan, first: int, sentence: int) -> bool:
    """Whether the time is that of a bare amount that another is held against: ", against 3.20 in January"."""
    if text.before(first) != "in" or months().keys().isdisjoint(text.lows[first : first + 1]):
        return False
    at = first - 2
    while at > sentence and first - at < AMOUNT and text.kind(at) != "n":
        at -= 1
    while at > sentence and text.kind(at - 1) != "w":
        at -= 1
    led = (text.low(at - 1), f"{text.low(at - 2)} {text.low(at - 1)}")
    return text.kind(at) == "n" and not _tense("against").isdisjoint(led)


def _begins(text: Scan, first: int, back: range) -> bool:
    """Whether a verb of the present tells what begins with a month: "the fare rises to 14 euros from April"."""
    if months().keys().isdisjoint(text.lows[first : first + 2]) or text.low(first - 2) in _tense("moved"):
        return False  # "exports rise 3 percent from April", which is what it was before
    told = (at for at in back if text.lows[at] in _tense("beginning"))
    return any(not _is_noun(text, at) and text.low(at - 1) not in ("to", "not") for at in told)


def _did_not(text: Scan, until: int, sentence: int) -> bool:
    """ "The convoy did not arrive until Friday": it has, by now."""
    for at in range(until - 1, max(sentence, until - WAITED) - 1, -1):
        if text.low(at) in DID_NOT or (text.low(at) == "did" and text.low(at + 1) in ("not", "n't")):
            return True
        if text.low(at) in CLOSES:
            return False
    return False


def sure(text: Scan, told: tuple[int, int], sentence: int) -> How | None:
    """ "Will open in May", "ended Oct. 31": which way a date looks without doubt, however far from today it lies."""
    first, last = told
    before = text.before(first)
    if before == "ended" or (before == "on" and text.low(first - 2) == "ended"):
        return "done"
    if before not in _tense("leading") or text.lows[last - 1].endswith("'s"):
        return None
    back = range(first - 1, max(sentence, first - LOOK_BACK) - 1, -1)
    verb = next((at for at in back if _way(text, at) is not None), None)
    return "coming" if verb is not None and text.lows[verb] in _tense("sure") and _way(text, verb) == "future" else None


def was(text: Scan, told: tuple[int, int], sentence: int) -> bool:
    """Whether a verb tells of what has been, and none of what will be: "by the end of the month 300 had died".

    What was promised by the end of the year has not been.
    """
    first, last = told
    behind = range(last, min(len(text), last + LOOK_AHEAD))
    end = next((at for at in behind if text.lows[at] in SENTENCE_ENDS or text.gaps[at] == 2), behind.stop)
    places = (*range(max(sentence, first - LOOK_BACK), first), *range(last, end))
    said = words("dates", "saying", "verbs")
    if any(text.lows[at] in _tense("promised") for at in places):
        return False
    ways = {_way(text, at) for at in places if text.lows[at] not in said}
    return "past" in ways and "future" not in ways


def _is_of_what_was(text: Scan, last: int) -> bool:
    """ "Wednesday's ruling" has been given, whatever will be done about it; "Sunday's vote" may be to come."""
    if not text.lows[last - 1].endswith("'s"):
        return False
    behind = text.lows[last : last + OWNED]
    return not any(word in _tense("appointed") for word in behind)


def _ends(text: Scan, last: int) -> bool:
    """Whether no noun follows that the day belongs to: "for Friday prayers", "for Sunday's attack"."""
    return not text.lows[last - 1].endswith("'s") and (
        text.kind(last) != "w" or text.next_low(last) in words("refusals", "one", "not_nouns")
    )


def _had(text: Scan, at: int) -> bool:
    return any(text.low(back) == "had" for back in range(max(0, at - PERFECT_REACH), at))


def _way(text: Scan, at: int) -> How | None:
    """Which way a verb looks, None where the word is none or does not tell."""
    low = text.lows[at]
    if low in _tense("future"):
        return _ahead(text, at)
    if low == "to" and text.low(at - 1) in PRESENT:
        return "future"
    if text.low(at - 1) in _tense("before_base"):
        return None  # "to be held", "could hit"
    if low in _tense("past"):
        return "past"
    if text.low(at - 1) in ("the", "a", "an", "still", "of", "its", "their", "his", "her"):
        return None
    if low.endswith("ed") and len(low) > 4 and low not in _tense("not_past"):
        return "past"
    return "future" if low.endswith("'ll") else None


def _ahead(text: Scan, at: int) -> How | None:
    """What a word that often looks ahead says here: "will", "planned", "set", "could"."""
    low = text.lows[at]
    if low in _tense("modals"):
        return _modal(text, at)
    if _is_other(text, at):
        return None
    if low == "set" and text.next_low(at + 1) not in {"to", "for", *weekdays(), *months()}:
        return "past"
    return "past" if _had(text, at) else "future"


def _modal(text: Scan, at: int) -> How | None:
    """ "could rule" looks ahead; "could be heard", "could not be reached" and "might have" look back."""
    low, after = text.lows[at], text.next_low(at + 1)
    if low == "may" and text.capital(at) and text.before(at):
        return None  # the month
    behind = at + 2 if after in ("not", "also", "well") else at + 1
    if text.next_low(behind) == "have" and text.next_low(behind + 1) != "to":
        return "past"
    if low == "could" and (after == "not" or text.next_low(at + 2 if after == "be" else at + 1) in _tense("sensed")):
        return "past"
    return None if low == "would" and after == "not" else "future"


def _is_other(text: Scan, at: int) -> bool:
    """Whether the word tells of no coming time here: "the start", "died due to", "than expected", "the next day"."""
    low, before, after = text.lows[at], text.low(at - 1), text.next_low(at + 1)
    if low in _tense("as_said") and (text.low(at - 2) if before.endswith("ly") else before) in ("than", "as"):
        return True  # "as planned", "than previously expected"
    if low in _tense("before_to"):
        return after != "to" or (low == "going" and before not in PRESENT)
    if low == "next":
        return after in ("to", "day", "morning", "of")
    if low in ("meet", "meets"):
        return before == "to" or text.capital(at)
    return (low == "due" and after == "to") or (low in _tense("also_nouns") and _is_noun(text, at))


def _due(text: Scan, at: int) -> How | None:
    """ "Two men due to appear", where nothing was before that floods could be the cause of."""
    return "future" if text.lows[at] == "due" else None


def _weakly(text: Scan, at: int) -> How | None:
    """What may look ahead: "votes on Sunday" in the present, a deadline."""
    low = text.lows[at]
    return "future" if low in _tense("planned") and not _is_noun(text, at) and not text.capital(at) else None


def _is_noun(text: Scan, at: int) -> bool:
    before = text.low(at - 1)
    return before in _tense("before_nouns") or before.endswith("'s")


@cache
def _tense(key: str) -> frozenset[str]:
    return words("dates", "tense", key)
