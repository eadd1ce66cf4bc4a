"""What helps the eye on the publication in front: paper that moves by itself, and a magnifying glass."""

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from zzpreader.ui.view.autoscroll import SPEEDS_PX, Autoscroll
from zzpreader.ui.view.loupe import Loupe
from zzpreader.ui.window.tab import ReadingTab


class Aids(QObject):
    """Signals: changed(): `is_scrolling` or `is_magnifying` may be another."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._autoscroll: Autoscroll | None = None
        self._loupe: Loupe | None = None
        self._speed = len(SPEEDS_PX) // 2

    @property
    def is_scrolling(self) -> bool:
        return self._autoscroll is not None and isValid(self._autoscroll)

    @property
    def is_magnifying(self) -> bool:
        return self._loupe is not None and isValid(self._loupe)

    def scroll(self, tab: ReadingTab, *, on: bool) -> None:
        """The pages, or the column of reading mode."""
        if self._autoscroll and isValid(self._autoscroll):
            self._autoscroll.stop()
        if on:
            pane = tab.reflow.pane if tab.reflow.is_on else None
            self._autoscroll = Autoscroll(pane.browser if pane else tab.side.view, self._speed)
            self._autoscroll.stopped.connect(self._stopped)
        self.changed.emit()

    def change_speed(self, step: int) -> None:
        if self._autoscroll and isValid(self._autoscroll):
            self._autoscroll.change(step)
            self._speed = self._autoscroll.speed

    def magnify(self, tab: ReadingTab, *, on: bool) -> None:
        if self._loupe and isValid(self._loupe):
            self._loupe.put_away()
        if on and not tab.reflow.is_on:
            self._loupe = Loupe(tab.side.view, tab.session.pictures)
            self._loupe.closed.connect(self._put_away)
            tab.side.view.setFocus()
        self.changed.emit()

    def _stopped(self) -> None:
        self._autoscroll = None
        self.changed.emit()

    def _put_away(self) -> None:
        self._loupe = None
        self.changed.emit()
