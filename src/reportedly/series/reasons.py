"""Why two claims were or were not joined can be asked: slot by slot, in plain words and by the words of the reports."""

from collections.abc import Iterator

from reportedly.model import Key, SlotRole
from reportedly.series.keys import Keyed
from reportedly.series.lexicons import lexicon
from reportedly.values.measures import named
from reportedly.values.states import state_names

SLOTS = tuple(slot for slot in Key.__slots__ if slot != "judged")
ROLES: dict[str, tuple[SlotRole, ...]] = {
    "actor": ("population", "owner", "doer"),
    "recipient": ("recipient", "place"),
    "place": ("place", "recipient"),
    "population": ("population", "relation"),
}


def why(one: Keyed, other: Keyed) -> tuple[str, ...]:
    """A sentence for the whole, then one for each slot that differs, and one for each that the context filled."""
    differ = [slot for slot in SLOTS if getattr(one.key, slot) != getattr(other.key, slot)]
    return (_whole(one, other, differ), *(_apart(one, other, slot) for slot in differ), *_filled(one, other, differ))


def _whole(one: Keyed, other: Keyed, differ: list[str]) -> str:
    if one.key.judged != other.key.judged:
        return "They are two series, because an analyst decided so."
    if not differ:
        return f"They are one series: both tell {_shown(one, 'measure')}, and nothing in their keys differs."
    names = [_label(slot) for slot in differ]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"They are two series: they differ in {listed}."


def _apart(one: Keyed, other: Keyed, slot: str) -> str:
    return f"{_label(slot).capitalize()}: the first {_said(one, slot)}, the second {_said(other, slot)}."


def _said(found: Keyed, slot: str) -> str:
    if getattr(found.key, slot) is None:
        return "leaves it open"
    quote = _quote(found, slot)
    return f"says {_shown(found, slot)}{quote}"


def _quote(found: Keyed, slot: str) -> str:
    """The words by which a claim tells a slot, or what filled it."""
    by = dict(found.filled).get(slot)
    if by is not None:
        return f" (filled from the context, by: {by})"
    if slot == "measure":
        verb, counted = found.claim.verb, found.claim.counted
        told = [part.quote for part in (counted and counted.phrase, verb and verb.span) if part]
        quoted = " … ".join(told)
        return f" (“{quoted}”)" if told else ""
    spans = (s.span.quote for role in ROLES.get(slot, ()) for s in found.claim.slots if s.role == role)
    first = next(spans, None)
    return f" (“{first}”)" if first else ""


def _filled(one: Keyed, other: Keyed, differ: list[str]) -> Iterator[str]:
    for place, found in (("first", one), ("second", other)):
        for slot, by in found.filled:
            if slot in SLOTS and slot not in differ:
                yield f"{_label(slot).capitalize()} of the {place} is filled from its context, by: {by}."
            elif slot == "repeats":
                yield f"The {place} repeats “{by}” of its own report and has its key."


def _label(slot: str) -> str:
    return str(lexicon()["labels"][slot])


def _shown(found: Keyed, slot: str) -> str:
    """The value of a slot as a reader would say it."""
    value = getattr(found.key, slot)
    if slot == "measure":
        made = found.claim.measure if found.claim.measure and found.claim.measure.slug == value else named(str(value))
        return f"“{made.definition if made else value}”"
    if slot == "done":
        return "that it has come about" if value else "that it is still to come"
    if slot in ("actor", "recipient"):
        known = state_names().get(str(value))
        return known.name if known else str(value)
    return str(value).replace("_", " ")
