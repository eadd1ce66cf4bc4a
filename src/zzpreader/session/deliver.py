"""From the store's thread to the window's."""

from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid


class _Post(QObject):
    """The one object on which another thread emits: it lives as long as the process. To emit on one that the window's
    thread ends at that very moment is a crash, and nothing that is asked before can prevent it."""

    _sent = Signal(object, str, tuple)
    _done_with = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        if app := QCoreApplication.instance():
            self.moveToThread(app.thread())
        self._sent.connect(self._hand_over)
        self._done_with.connect(self._let_go)

    def send(self, owner: QObject, signal: str, *values: object) -> None:
        self._sent.emit(owner, signal, values)

    def let_go(self, held: list[Any]) -> None:
        self._done_with.emit(held)

    def _let_go(self, held: list[Any]) -> None:
        held.clear()

    def _hand_over(self, owner: QObject, signal: str, values: tuple[object, ...]) -> None:
        if isValid(owner):
            getattr(owner, signal).emit(*values)


@cache
def _post() -> _Post:
    return _Post()


def deliver(owner: QObject, signal: str, *values: object) -> None:
    """Emit a signal of `owner` on the window's thread; nothing is done if it has gone meanwhile."""
    _post().send(owner, signal, *values)


def let_go(held: list[Any]) -> None:
    """Empty the list on the window's thread: an object of Qt of which it holds the last must not end on another."""
    _post().let_go(held)
