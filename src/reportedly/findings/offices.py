"""What does not add up becomes findings: whose an office is that every state or town has.

For comparison only. "The army" of a report is that of the state where its figure counts, "the police" are those of the
town: by another report on the same place they are meant again, and so they are by two that name no state at all.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from reportedly.findings.lexicons import table
from reportedly.findings.paper import WORD
from reportedly.findings.speakers import OFFICE, SMALL, STATE, bare
from reportedly.model import Document, Key, Origin
from reportedly.values.names import names

PATH = re.compile(r"[A-Z]{3}\b")  # of a place in the tree; "the front" is wherever its report is
HERE = "there/"  # with which a place begins that is only its report's
OWNERS = frozenset({"its", "their", "his", "her", "our"})
NOWHERE = "home"  # the state of reports that name none, since their readers know it


def whose(root: Origin, key: Key, document: Document) -> Origin:
    """``root``, or the bearer of its name in one state or town, where every one has such ("Police", "the army").

    Where none is told it is its document's own; who is not named by an office alone stays unknown.
    """
    lists = table()["roots"]
    words = frozenset(WORD.findall(root.name.casefold())) - {"the", *OWNERS}
    if root.rule not in ("name", "unknown") or not words or not words <= frozenset(lists["everywhere"]):
        return root
    is_owned = not OWNERS.isdisjoint(WORD.findall(root.name.casefold()))
    place = _place(key, document, is_local=bool(words & frozenset(lists["local"])), is_owned=is_owned)
    called = " ".join(word for word in SMALL.sub("", bare(root.name)).split() if word not in OWNERS)
    if root.rule == "name" and is_owned and place is not None and PATH.fullmatch(place):
        return replace(root, key=f"{place}{OFFICE}{called}")  # as where another report names the state
    if root.rule == "name":
        return replace(root, key=f"name:{called}@{place or document.id}")
    is_told = place is not None and PATH.match(place) is not None
    if not is_told or words & frozenset(lists["many"]) or words <= frozenset(lists["bare"]):
        return root
    return Origin(f"{place}{OFFICE}{called}", root.name, root.kind, "office")


def _place(key: Key, document: Document, *, is_local: bool, is_owned: bool) -> str | None:
    """Where it is: the state, by its code, or the place itself for what every town has.

    "Its customs office" is most often that of the state that the report names first.
    """
    told = [code for code in (key.place, key.actor, key.recipient) if code and not code.startswith(HERE)]
    paths = [code for code in told if PATH.match(code)]
    states = _states(document.text)
    if is_local:
        return key.place if key.place in told else NOWHERE if not states else None
    held = list(dict.fromkeys(path[:STATE] for path in paths))
    if len(held) > 1 and states and states[0] in held:
        return states[0]  # of two that trade, the one that the report is on
    if held or len(states) == 1 or (states and is_owned):
        return (held or states)[0]
    return (key.place if key.place in told else NOWHERE) if not states else None


@lru_cache(maxsize=64)
def _states(text: str) -> Sequence[str]:
    """The states that a text names, or of which it names places, in order."""
    told = (
        name.actor if name.kind == "state" else name.place.country if name.place is not None else None
        for name in names(text)
    )
    return list(dict.fromkeys(code[:STATE] for code in told if code))
