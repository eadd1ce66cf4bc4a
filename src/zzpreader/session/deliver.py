"""From the store's thread to the window's."""

from contextlib import suppress

from PySide6.QtCore import QObject


def deliver(owner: QObject, signal: str, value: object) -> None:
    """Emit a signal of `owner`, whose slots run on its own thread; nobody listens when it has gone meanwhile."""
    with suppress(RuntimeError):
        getattr(owner, signal).emit(value)
