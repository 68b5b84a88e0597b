"""Claims become comparable: what people do abroad tells where they are, and what two states do is told of both.

"3,000 of its soldiers are training in Belarus" counts those who are there, as "has 3,000 soldiers in Belarus" does;
"India's trade with Iran" is Iran's with India. Nothing is filled: the sentence itself names the place or both states.
"""

from dataclasses import replace

from reportedly.model import Claim, Key
from reportedly.series import places
from reportedly.series.lexicons import words
from reportedly.series.pages import Own, Page
from reportedly.series.speaking import state
from reportedly.values.states import state_names

TWO = 2
THERE = "in region"  # of somebody who is told to be somewhere, as the registry of measures is asked


def busy_abroad(claim: Claim, own: Own, actor: str | None) -> str | None:
    """What is asked of those who are doing something in another state than their own: that they are there."""
    verb = claim.verb.lemma if claim.verb is not None else None
    abroad = places.state(own.place) not in (None, actor)
    return THERE if abroad and claim.status == "ongoing" and verb in words("theatre", "busy") else None


def mutual(page: Page, claim: Claim, key: Key) -> Key:
    """The key of what is between two states with these in one order, whoever of them is told to do it."""
    if key.measure not in words("mutual", "measures"):
        return key
    both = {code for code in (key.actor, key.recipient) if code in state_names()}
    between = set((key.place or "").split(places.TOGETHER))
    placed = len(between) == TWO and between <= set(state_names())
    if placed and both <= between:
        both, key = between, replace(key, place=None)
    elif len(both) < TWO:
        spans = (span for span in page.spans(claim, "doer", "owner") if both)
        told = ({code for name in page.near(span) if (code := state(name))} for span in spans)
        both = next((codes for codes in told if len(codes) == TWO and both <= codes), both)
    if len(both) != TWO:
        return key
    one, other = sorted(both)
    return replace(key, actor=one, recipient=other)
