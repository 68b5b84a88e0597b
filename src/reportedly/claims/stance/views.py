"""What the author and each source takes to be so: "Moscow denies that 300 came" supports neither the figure nor zero.

After FactBank (Sauri and Pustejovsky 2009): a clause that somebody says is vouched for by him and by nobody outside;
a clause that somebody knows is vouched for by the author, too.
"""

from typing import NamedTuple

from reportedly.claims.lexicons import lexicon
from reportedly.claims.stance.standings import Standings
from reportedly.model import Stance, Status

CONTENT = frozenset({"ccomp", "csubj", "xcomp", "parataxis"})
VIEWED: dict[Stance, Status] = {"denies": "did_not_happen", "doubts": "unresolved", "asks": "unresolved"}


class Seen(NamedTuple):
    """A source, by the token that names it (None for the author), and what he takes to be so."""

    source: int | None
    status: Status


def views(standings: Standings, token: int) -> tuple[Seen, ...]:
    """The author and each source that the sentence names around ``token``, the outermost first."""
    status, seen = standings.of(token).outcome, []
    for above in standings.tree.up(token):
        told = _telling(standings, above)
        if told is not None:
            source, stance, vouched = told
            seen.append(Seen(source, VIEWED.get(stance, status)))
            status = seen[-1].status if vouched else "unresolved"
    return (Seen(None, status), *reversed(seen))


def _telling(standings: Standings, token: int) -> tuple[int | None, Stance, bool] | None:
    """Who tells the clause of ``token``, how he stands to it, and whether the author vouches for it, too."""
    tree, head = standings.tree, standings.tree.head(token)
    if head < 0 or tree.base[token] not in CONTENT or tree.sentence.upos[head] != "VERB":
        return None
    stances: dict[Stance, list[str]] = lexicon("attribution")["verbs"]
    stance = next((stance for stance, verbs in stances.items() if tree.lemma(head) in verbs), None)
    factive = standings.governors.signature(head, "clause") == "++"
    if stance is None and not factive:
        return None
    subject = next((s for s in tree.having(head, "nsubj") if tree.base[s] == "nsubj"), None)
    return subject, stance or "asserts", factive
