"""What analysts watch is what they last said they watch."""

from collections.abc import Iterable
from dataclasses import replace

from reportedly.errors import LedgerError
from reportedly.model import Question, Watched


def standing(acts: Iterable[Question]) -> tuple[Watched, ...]:
    """The questions that ``acts``, the oldest first, leave standing, by name; acts that were undone never were."""
    every = list(acts)
    undone = {act.undoes for act in every}
    found: dict[str, Watched] = {}
    for act in every:
        if act.id in undone:
            continue
        if act.act == "watch":
            found[act.name] = Watched(act.name, act.words, act.by, act.at)
        elif act.act == "look" and act.name in found:
            found[act.name] = replace(found[act.name], looked=act.at)
        elif act.act == "drop":
            found.pop(act.name, None)
    return tuple(found[name] for name in sorted(found))


def check(question: Question, watched: Iterable[Watched]) -> None:
    """Raise ``LedgerError`` where an act means nothing: no name, no words, or no such question."""
    if not question.name.strip():
        raise LedgerError("a question needs a name")
    if question.act == "watch" and not question.words.strip():
        raise LedgerError(f"{question.name}: a question needs words, such as 'deaths of miners in Chile'")
    if question.act in ("look", "drop") and question.name not in {one.name for one in watched}:
        raise LedgerError(f"no question is called {question.name!r}")
