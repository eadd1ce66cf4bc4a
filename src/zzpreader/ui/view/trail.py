"""The way back after a jump, and forward again. Scrolling leaves no trail. Pure."""

from typing import Generic, TypeVar

Stop = TypeVar("Stop")

_MOST = 200


class Trail(Generic[Stop]):
    def __init__(self) -> None:
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []

    @property
    def can_go_back(self) -> bool:
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._ahead)

    def leave(self, here: Stop) -> None:
        """A jump starts here; what lay ahead is forgotten."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != here:
            self._behind.append(here)
            del self._behind[:-_MOST]

    def back(self, here: Stop) -> Stop | None:
        return self._move(self._behind, self._ahead, here)

    def forward(self, here: Stop) -> Stop | None:
        return self._move(self._ahead, self._behind, here)

    def _move(self, source: list[Stop], target: list[Stop], here: Stop) -> Stop | None:
        if not source:
            return None
        target.append(here)
        return source.pop()
