"""Words become values: whether a text denies what was told right before, without saying it again.

"The ministry denied the claim." What is promised: where such words stand, in order; not what they mean.
"""

import re
from functools import cache

from reportedly.values.lexicons import words

WHICH = r"(?:the|that|this|those|these|his|her|its|their|any such)"


def denials(text: str) -> list[int]:
    """Where in ``text`` something told before is denied."""
    return [found.start() for found in _denied().finditer(text)]


@cache
def _denied() -> re.Pattern[str]:
    verbs, nouns = ("|".join(sorted(words("denials", kind))) for kind in ("denying", "told"))
    thing = rf"{WHICH} (?:[\w'’-]+ )?(?:{nouns})"
    return re.compile(
        rf"\b(?:{verbs}) {thing}\b|\b{thing} (?:was|were|is|are|has been|have been) (?:{verbs}) by\b", re.IGNORECASE
    )
