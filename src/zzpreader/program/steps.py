"""What was done in a list of the window, step by step, to be undone and done again."""

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

_MOST = 200

Step = TypeVar("Step")


class Steps(ABC, Generic[Step]):
    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def remember(self, step: Step) -> None:
        """It has been done."""
        self._done = [*self._done, step][-_MOST:]
        self._undone.clear()

    def undo(self) -> None:
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._take_back(step)

    def redo(self) -> None:
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._do_again(step)

    @abstractmethod
    def _take_back(self, step: Step) -> None: ...

    @abstractmethod
    def _do_again(self, step: Step) -> None: ...
