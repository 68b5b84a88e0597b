"""Claims that lead back to one root share an origin: twenty outlets that quote one ministry are one voice.

``origin`` resolves the root of a claim's chain to a body, an office, a person or a state; ``statements`` joins claims
that retell one saying of it. What is promised: each join names its rule; who is not named corroborates nobody, himself
included; a report that is added again joins the statement it retells and makes no new one.
"""

from reportedly.origins.known import roots
from reportedly.origins.roots import origin
from reportedly.origins.sayings import counts, joinable, known_by, rejoined, statements

__all__ = ["counts", "joinable", "known_by", "origin", "rejoined", "roots", "statements"]
