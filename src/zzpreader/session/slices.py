"""Long work on the window's thread, some milliseconds at a time."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

MANY = 500
"""Notes that something is done with at once; more of them in slices."""

_SLICE_S = 0.006
"""Less than a frame, with room for what else is done in it."""


class Slices(QObject):
    """One piece of work, given as steps; between two slices of them whatever else there is to do is done.

    Signals:
        paused(object): what the last step of a slice gave; there is more to do.
    """

    paused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Iterator[object] | None = None
        self._is_at_work = False
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    def start(self, work: Iterator[object]) -> None:
        """What was under way before is given up."""
        self._work = work
        self._turn.start()

    @property
    def is_waiting(self) -> bool:
        """Whether there is more to do, and no step is being done just now."""
        return self._work is not None and not self._is_at_work

    def stop(self) -> None:
        self._work = None
        self._turn.stop()

    def finish(self) -> None:
        """All of it, now: somebody needs the outcome. Nothing happens if a step asks for that itself."""
        self._do(None)

    def _go_on(self) -> None:
        self._do(perf_counter() + _SLICE_S)

    def _do(self, until: float | None) -> None:
        work = self._work
        if work is None or self._is_at_work:
            return
        self._is_at_work = True
        try:
            for given in work:
                if self._work is not work:  # a step may have begun something else
                    return
                if until is not None and perf_counter() > until:
                    self.paused.emit(given)
                    return
            if self._work is work:
                self.stop()
        finally:
            self._is_at_work = False
