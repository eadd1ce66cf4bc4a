"""The way back after a jump, and forward again. Scrolling leaves no trail. Pure."""

from typing import Generic, NamedTuple, TypeVar

Stop = TypeVar("Stop")

_MOST = 200


class Elsewhere(NamedTuple):
    """A stop outside of what the trail runs through: from here one came, or there one went.

    Args:
        goal: only who put it in knows what it is.
    """

    goal: object


class Trail(Generic[Stop]):
    """Stops in one view, and where the way leads out of it."""

    def __init__(self) -> None:
        self._behind: list[Stop | Elsewhere] = []
        self._ahead: list[Stop | Elsewhere] = []

    @property
    def can_go_back(self) -> bool:
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._ahead)

    def leave(self, here: Stop | Elsewhere) -> None:
        """A jump starts here; what lay ahead is forgotten."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != here:
            self._behind.append(here)
            del self._behind[:-_MOST]

    def lead_on(self, there: Elsewhere) -> None:
        """One has come back from there, and may go there again."""
        self._ahead.append(there)

    def back(self, here: Stop) -> Stop | Elsewhere | None:
        return self._move(self._behind, self._ahead, here)

    def forward(self, here: Stop) -> Stop | Elsewhere | None:
        return self._move(self._ahead, self._behind, here)

    def _move(
        self, source: list[Stop | Elsewhere], target: list[Stop | Elsewhere], here: Stop
    ) -> Stop | Elsewhere | None:
        if not source:
            return None
        stop = source.pop()
        if not isinstance(stop, Elsewhere):  # on the way out one stays where one is
            target.append(here)
        return stop
