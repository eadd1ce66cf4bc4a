"""When the system asks the program to end, as it does when one logs out: it closes as by its own button."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier

_ASKED_BY = ("SIGTERM", "SIGHUP", "SIGINT")


class Ending(QObject):
    """
    Args:
        leave: closes the window, in which the place of every publication is kept.
    """

    def __init__(self, leave: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._leave = leave
        # Python runs a handler only when it has something to do, which at rest is never; Qt watches a descriptor.
        self._heard, self._told = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._before_fd = signal.set_wakeup_fd(self._told, warn_on_full_buffer=False)
        # Who started it with nohup, or in the background, wants it to outlive the terminal.
        asked_by = [one for one in _signals() if signal.getsignal(one) is not signal.SIG_IGN]
        self._before = {one: signal.signal(one, _nothing) for one in asked_by}
        self._notifier = QSocketNotifier(self._heard, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)

    def close(self) -> None:
        """As it was before."""
        self._notifier.setEnabled(False)
        for one, handler in self._before.items():
            signal.signal(one, handler)
        signal.set_wakeup_fd(self._before_fd)
        for descriptor in (self._heard, self._told):
            os.close(descriptor)

    def _take(self) -> None:
        with suppress(BlockingIOError):
            told = os.read(self._heard, 64)
            if any(one in told for one in self._before):
                self._leave()


def can_be_asked() -> bool:
    """Elsewhere closing windows is the only way to ask."""
    return sys.platform not in ("win32", "cygwin") and hasattr(os, "pipe2")


def _signals() -> list[signal.Signals]:
    return [signal.Signals[name] for name in _ASKED_BY]


def _nothing(_number: int, _frame: object) -> None:
    """What there is to do is done where the descriptor is read."""
