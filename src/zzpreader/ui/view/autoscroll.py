"""The paper moves by itself, at a speed that two keys change."""

from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea

_FRAME_MS = 16
_LONGEST_FRAME_S = 0.1
"""After a longer one, such as under another window, nothing is made up for."""

SPEEDS_PX = (10, 16, 25, 40, 60, 90, 140, 220)
"""A second."""


class Autoscroll(QObject):
    """
    Signals: stopped(): at the end, by Esc, a click or the wheel, or because it was asked to.

    Args:
        area: that is scrolled.
        speed: index of SPEEDS_PX.
    """

    stopped = Signal()

    def __init__(self, area: QAbstractScrollArea, speed: int) -> None:
        super().__init__(area)
        self._area, self.speed = area, speed
        self._rest, self._last = 0.0, perf_counter()
        self._tick = QTimer(self, interval=_FRAME_MS)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._move)
        for watched in (area, area.viewport()):
            watched.installEventFilter(self)
        self._tick.start()

    @property
    def area(self) -> QAbstractScrollArea:
        return self._area

    def change(self, step: int) -> None:
        """Faster, or slower."""
        self.speed = min(max(self.speed + step, 0), len(SPEEDS_PX) - 1)

    def stop(self) -> None:
        if self._tick.isActive():
            self._tick.stop()
            for watched in (self._area, self._area.viewport()):
                watched.removeEventFilter(self)
            self.stopped.emit()
            self.deleteLater()

    def _move(self) -> None:
        now = perf_counter()
        passed, self._last = min(now - self._last, _LONGEST_FRAME_S), now
        self._rest += passed * SPEEDS_PX[self.speed]
        whole = int(self._rest)
        self._rest -= whole
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + whole)
        if bar.value() >= bar.maximum():
            self.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            self.stop()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.stop()
            return True
        return super().eventFilter(watched, event)
