"""What stands over a list says who tells its items: "Situation on 3 May, according to the coast guard:"."""

import re
from collections.abc import Sequence

from reportedly.claims.attribution.sayings import Joined
from reportedly.claims.attribution.voices import is_step
from reportedly.claims.trees import Tree
from reportedly.values.lists import ITEM

LABELLED = re.compile(r"[^\W\d][^:.;!?\n]{1,60}:[ \t]*[<>~+±$€£]?\d")
LONGEST_MARK = 12  # characters before an item


def is_item(text: str, start: int) -> bool:
    """Whether what begins at ``start`` is one of a list: a mark stands before it, or a label with its number begins."""
    line = max(text.rfind("\n", 0, start) + 1, start - LONGEST_MARK)
    marked = ITEM.fullmatch(text, line, start) or ITEM.match(text, start)
    return marked is not None or LABELLED.match(text, start) is not None


def teller(lead: Tree, near: Sequence[Joined]) -> Joined | None:
    """The one saying of a sentence that ends in a colon; of several none."""
    if lead.lower[-1] != ":":
        return None
    steps = [joined for joined in near if joined.tree is lead and joined.said.source and is_step(joined)]
    return steps[0] if len({joined.said.source for joined in steps}) == 1 else None
