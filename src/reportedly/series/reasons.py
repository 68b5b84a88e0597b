"""Why two claims were or were not joined can be asked: slot by slot, in plain words and by the words of the reports."""

from collections.abc import Iterator, Sequence

from reportedly.model import TOLD_AS, Key, Measure
from reportedly.series import places
from reportedly.series.keys import RULES
from reportedly.series.lexicons import lexicon
from reportedly.series.usual import Keyed
from reportedly.values.measures import named
from reportedly.values.states import state_names

SLOTS = tuple(slot for slot in Key.__slots__ if slot != "judged")


def why(one: Keyed, other: Keyed) -> tuple[str, ...]:
    """A sentence for the whole, then one for each slot that differs, then what their contexts filled."""
    differ = [slot for slot in SLOTS if getattr(one.key, slot) != getattr(other.key, slot)]
    filled = [sentence for which, found in (("first", one), ("second", other)) for sentence in _filled(which, found)]
    return (_whole(one, other, differ), *(_apart(one, other, slot) for slot in differ), *filled)


def _whole(one: Keyed, other: Keyed, differ: Sequence[str]) -> str:
    if one.key.judged != other.key.judged:
        return "They are two series, because an analyst decided so."
    if not differ:
        return f"They are one series: both tell {_shown(one, 'measure')}, and nothing in their keys differs."
    return f"They are two series: they differ in {_listed([_label(slot) for slot in differ])}."


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _apart(one: Keyed, other: Keyed, slot: str) -> str:
    label = _label(slot)
    return f"{label[0].upper()}{label[1:]}: the first {_said(one, slot)}, the second {_said(other, slot)}."


def _said(found: Keyed, slot: str) -> str:
    if getattr(found.key, slot) is None:
        return "leaves it open"
    by = dict(found.filled).get(slot)
    quote = _quote(found, slot) if by is None else f" (from its context: {_by(by)})"
    return f"says {_shown(found, slot)}{quote}"


def _quote(found: Keyed, slot: str) -> str:
    """The words by which a claim tells a slot."""
    told = dict(found.said).get(slot)
    counted, verb = found.claim.counted, found.claim.verb
    if slot in ("measure", "population") and counted is not None:
        told = counted.phrase.quote
    if slot == "measure" and verb is not None:
        told = f"{told} … {verb.span.quote}" if told else verb.span.quote
    if slot == "done" and found.claim.status_words is not None:
        told = found.claim.status_words.quote
    if slot == "period" and found.claim.when is not None:
        told = found.claim.when.words
    return f" (“{told}”)" if told else ""


def _filled(which: str, found: Keyed) -> Iterator[str]:
    """What the context filled, by one sentence, and whose key it is where it repeats another."""
    told = [f"{_label(slot)} ({_by(by)})" for slot, by in found.filled if slot in SLOTS]
    if told:
        yield f"Of the {which} its context tells {_listed(told)}."
    for slot, by in found.filled:
        if slot == "repeats":
            yield f"The {which} repeats “{by}” of its own report and has its key."


def _by(by: str) -> str:
    if by.startswith(TOLD_AS):
        own = by.removeprefix(TOLD_AS).replace("_", " ") or "nothing"
        return f"other reports of what its source said, where it has {own} itself"
    return by if by in RULES else f"“{by}”"


def _label(slot: str) -> str:
    return str(lexicon()["labels"][slot])


def _shown(found: Keyed, slot: str) -> str:
    """The value of a slot as a reader would say it."""
    value = getattr(found.key, slot)
    if slot == "measure":
        return _measure(found.claim.measure, str(value))
    if slot == "done":
        return "that it has come about" if value else "that it is still to come"
    if slot in ("actor", "recipient"):
        known = state_names().get(str(value))
        return known.name if known else str(value)
    return places.shown(str(value)) if slot == "place" else str(value).replace("_", " ")


def _measure(told: Measure | None, slug: str) -> str:
    """What is measured, by its definition without the stop; by its name where no registered measure fits."""
    made = told if told is not None and told.slug == slug else named(slug)
    return f"“{slug.replace('_', ' ') if made is None or made.open else made.definition.rstrip('.')}”"
