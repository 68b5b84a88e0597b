"""Whether a source is the outlet itself, which stands first in every chain and is no second link of it.

"LEEDS (Meridian Press) -" in the Meridian Press, "he told the Herald" in the Dushanbe Herald, "our correspondent".
"""

from reportedly.claims.lexicons import words
from reportedly.model import Attribution

MEDIA = frozenset({"media", "agency"})
OURS = frozenset({"our", "this", "our own"})


def is_itself(step: Attribution, outlet: str | None) -> bool:
    """Whether a text means its own outlet: by its name, by the first or last words of that, or as "this newspaper"."""
    first, _, last = step.source.lower().rpartition(" ")
    if first in OURS and last in words("attribution", "itself", "words"):
        return True
    if step.kind not in MEDIA or not outlet:
        return False
    own, told = _bare(outlet), _bare(step.source)
    return bool(told) and (own[: len(told)] == told or own[-len(told) :] == told)


def _bare(name: str) -> list[str]:
    parts = name.lower().split()
    return parts[1:] if parts[:1] == ["the"] else parts
