"""Series become estimates: the parts of a whole together, since what leaves one part comes to another.

Who was wounded and has died since is one more among the dead and one less among the wounded: the whole stays. So the
whole is estimated first, by the rule asked for, over all words that tell it; of those that come to it the newest then
tell how it is shared out. What is promised: of each part kept plus set aside is every word on it, and a word of
another whole is set aside as such.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reportedly.estimates.intervals import holds, point, total
from reportedly.model import Estimate, Reported

Words = Mapping[str, Sequence[Reported]]  # by the key of the series
Rule = Callable[[Words], Mapping[str, Estimate]]

APART = "of a whole that is not the likeliest"


def shared(wholes: Mapping[str, Words], rule: Rule, newest: Rule) -> dict[str, dict[str, Estimate]]:
    """For each of ``wholes``, words by part, the estimates of its parts; words of one telling share their id.

    ``rule`` estimates the whole, and the parts of one that nobody tells all of; ``newest`` the parts of the others.
    """
    told = {key: _wholes(parts) for key, parts in wholes.items()}
    best = {key: estimate.best for key, estimate in rule({key: list(of.values()) for key, of in told.items()}).items()}
    loose: dict[str, Sequence[Reported]] = {}
    sure: dict[str, Sequence[Reported]] = {}
    for key, parts in wholes.items():
        whole = best[key]
        fit = {id_ for id_, word in told[key].items() if whole is not None and holds(word.bounds, point(whole))}
        for part, words in parts.items():
            of = f"{key} {part}"
            (sure if fit else loose)[of] = [word for word in words if word.id in fit] if fit else words
    made = {**rule(loose), **newest(sure)}
    return {
        key: {part: _aside(made[f"{key} {part}"], words) for part, words in parts.items()}
        for key, parts in wholes.items()
    }


def _wholes(parts: Words) -> dict[str, Reported]:
    """The whole each telling comes to, by its id: of those that tell every part."""
    by_id = [{word.id: word for word in words} for words in parts.values()]
    every = set.intersection(*(set(words) for words in by_id)) if by_id else set()
    return {
        id_: replace(by_id[0][id_], bounds=total(words[id_].bounds for words in by_id), scope="unspecified")
        for id_ in sorted(every)
    }


def _aside(estimate: Estimate, words: Sequence[Reported]) -> Estimate:
    known = {*estimate.kept, *(id_ for id_, _ in estimate.aside)}
    apart = [(word.id, APART) for word in words if word.id not in known]
    return replace(estimate, aside=tuple(sorted((*estimate.aside, *apart))))
