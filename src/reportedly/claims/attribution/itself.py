"""Whether a source is the outlet itself, which stands first in every chain and is no second link of it.

"LEEDS (Meridian Press) -" or "(MP) -" in the Meridian Press, "he told the Herald" in the Dushanbe Herald, "our
correspondent".
"""

from functools import cache

from reportedly.claims.lexicons import words
from reportedly.model import Attribution
from reportedly.values.gazetteer import listed, rows

MEDIA = frozenset({"media", "agency"})
OURS = frozenset({"our", "this", "our own"})
SHORTEST = 2  # letters
SMALL = frozenset({"of", "for", "and", "de", "la", "du"})


def is_itself(step: Attribution, outlet: str | None) -> bool:
    """Whether a text means its own outlet: by its name, its first or last words, its initials, or as "this paper"."""
    first, _, last = step.source.lower().rpartition(" ")
    if first in OURS and last in words("attribution", "itself", "words"):
        return True
    if step.kind not in MEDIA or not outlet:
        return False
    own, told = _bare(outlet), _bare(step.source)
    if not told or _are_initials(step.source, own):
        return bool(told)
    return own[: len(told)] == told or own[-len(told) :] == told


def _are_initials(name: str, own: list[str]) -> bool:
    """Whether capitals begin every great word of the outlet's name, and go on in it: "BNW" of the Baltic Newswire."""
    letters = name.removeprefix("the ").replace(".", "")
    if not letters.isupper() or not letters.isalpha() or len(letters) < SHORTEST:
        return False
    if (known := _outlets().get(letters)) is not None:
        return _bare(known) == own  # "(AP)" in the Asia Post is the Associated Press
    parts = [part for word in own if word != "the" for part in _parts(word)]
    great = [part for part in parts if part not in SMALL]
    return letters.lower() in {"".join(part[0] for part in taken) for taken in (parts, great)}


def _parts(word: str) -> tuple[str, ...]:
    """The two of "newswire"."""
    last = next((end for end in words("attribution", "itself", "ends") if word.endswith(end) and word != end), None)
    return (word,) if last is None else (word.removesuffix(last), last)


@cache
def _outlets() -> dict[str, str]:
    """Every form of an outlet known, with its name."""
    return {form: row["name"] for row in rows("outlets") for form in (*listed(row["forms"]), row["name"])}


def _bare(name: str) -> list[str]:
    parts = name.lower().split()
    return parts[1:] if parts[:1] == ["the"] else parts
