"""What a sentence makes of one predicate: a status, and the words that decided it."""

from typing import NamedTuple

from reportedly.model import Status

REAL: tuple[Status, ...] = ("happened", "ongoing")


class Told(NamedTuple):
    """A status and its words; ``denied`` where its not being so is told, ``unreal`` where it would have been."""

    status: Status
    words: tuple[int, ...] = ()
    denied: bool = False
    unreal: bool = False

    @property
    def is_real(self) -> bool:
        """Whether it happened or goes on."""
        return self.status in REAL and not self.denied

    @property
    def is_never(self) -> bool:
        """Whether it is told not to be so."""
        return self.status in REAL and self.denied

    @property
    def is_open(self) -> bool:
        """Whether the words leave open if it came about."""
        return self.status not in REAL

    def turned(self, words: tuple[int, ...] = ()) -> "Told":
        """The contrary: what is denied is so, what is so is denied."""
        return self._replace(denied=not self.denied, words=words or self.words)

    def affirmed(self, words: tuple[int, ...] = ()) -> "Told":
        """The same, but so."""
        return self._replace(denied=False, words=words or self.words)

    def by(self, words: tuple[int, ...]) -> "Told":
        """The same, decided by other words."""
        return self._replace(words=words or self.words)

    @property
    def outcome(self) -> Status:
        """The status alone: what is denied and not merely possible did not happen."""
        return (
            "did_not_happen"
            if self.denied and self.status not in ("possible", "unresolved", "conditional")
            else self.status
        )
