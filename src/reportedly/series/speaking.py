"""Claims become comparable: which state or body a name is of, and whom "it" and "its" stand for behind who speaks.

"Chad said nine of its men had died": what it has and does is the speaker's own, unless another is named between.
"""

from typing import TYPE_CHECKING

from reportedly.model import Claim, Span
from reportedly.series.fates import befalls, suffers
from reportedly.series.lexicons import words
from reportedly.values.gazetteer import Name, fold
from reportedly.values.states import state_names

if TYPE_CHECKING:
    from reportedly.series.pages import Page

STATE = 3  # letters of a state's code
IT = "it"


def state(name: Name) -> str | None:
    """The state that a name is of; None for bodies of several and for places and persons that act for no state."""
    office = (name.actor or "").partition("/")[2].partition("/")[0]
    return None if office in words("sides", "against") else home(name)  # who fights in a state is not that state


def home(name: Name) -> str | None:
    """The state that a name is of or in which it fights."""
    code, _, office = (name.actor or "").partition("/")
    if (name.kind == "person" and not office) or name.kind == "outlet":
        return None  # who once led a state, or may lead it some day; a newspaper's state is not what it writes of
    return code if len(code) == STATE and code in state_names() else None


def speaker(page: "Page", claim: Claim, span: Span) -> str | None:
    """The state that speaks before a pronoun in its sentence, with no other named between."""
    root = _before(claim, span)
    if root is None:
        return None
    codes = {code for name in page.near(root) if (code := state(name)) is not None}
    between = page.near(page.document.span(root.end, span.start))
    return next(iter(codes)) if len(codes) == 1 and not any(state(name) for name in between) else None


def whose(page: "Page", claim: Claim) -> list[Span]:
    """The words that may name whose those are that are counted; a part's are those of all of which it is.

    Of others than the ones counted before only the noun is theirs: "nine Kenyan lorries were seized and four freed".
    """
    counted, whole = claim.counted, page.whole(claim)
    if counted is None:
        return []
    same = whole is not None and whole.counted is not None and whole.counted.head == counted.head
    return [counted.phrase if same or not counted.implied else counted.head]


def loser(page: "Page", claim: Claim) -> str | None:
    """The state that says of itself that it lost some: "Congo says it lost four", whoever was counted before."""
    its = (span for span in page.spans(claim, "doer") if span.quote.lower() in words("empty", "pronouns"))
    told = (speaker(page, claim, span) for span in its if befalls(claim) and suffers(claim))
    return next((code for code in told if code is not None), None)


def body(page: "Page", claim: Claim, span: Span) -> str | None:
    """The body that speaks before "it" in its sentence."""
    root = _before(claim, span)
    if root is None or span.quote.lower() != IT:
        return None
    return next((fold(name.name) for name in page.near(root) if name.kind in ("organisation", "group")), None)


def _before(claim: Claim, span: Span) -> Span | None:
    root = claim.attribution[-1].span if claim.attribution else None
    return root if root is not None and claim.context.start <= root.start < root.end <= span.start else None
